"""What every rule of lint is for: one page a rule, and a list of all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from markupsafe import Markup, escape

from smmgit.lint.explain import Explained, explained, shown
from smmgit.lint.registry import all_rules, rule_set
from smmgit.model.finding import Finding
from smmgit.model.say import Say
from smmgit.pages.at import At, template
from smmgit.pages.page import Page
from smmgit.pages.parts import rule_uri
from smmgit.pages.view import SiteView

MOST = 12  # files named on a rule's page

WORDS = {
    "title": Say("Rules", "Règles"),
    "lead": Say("{n} rules read posts and settings. Each says what it looks for, why, and what to write instead.",
                "{n} règles relisent publications et réglages. Chacune dit quoi, pourquoi, et quoi écrire."),
    "off": Say("switched off", "désactivée"),
    "why": Say("Why", "Pourquoi"),
    "fix": Say("How to fix", "Comment corriger"),
    "found": Say("What it remarks", "Ce qu'elle relève"),
    "fine": Say("What is fine", "Ce qui est correct"),
    "options": Say("Options", "Options"),
    "options_where": Say("Set under rules: in brand/brand.yml.", "À régler sous rules: dans brand/brand.yml."),
    "option": Say("Option", "Option"),
    "value": Say("Unless set", "Sans réglage"),
    "own": Say("Here", "Ici"),
    "except": Say("Exceptions", "Dérogations"),
    "once": Say("For once, above the text it is about, with a reason and a last day:",
                "Pour une fois, au-dessus du texte concerné, avec une raison et un dernier jour :"),
    "always": Say("Otherwise for the whole brand, in brand/brand.yml:",
                  "Autrement pour toute la marque, dans brand/brand.yml :"),
    "never": Say("No exception can be made to it.", "Elle n'admet pas de dérogation."),
    "now": Say("Remarked now", "Relevé aujourd'hui"),
    "nothing": Say("Nothing.", "Rien."),
    "one": Say("{n} remark", "{n} remarque"),
    "many": Say("{n} remarks", "{n} remarques"),
    "more": Say("and in {n} more files", "et dans {n} autres fichiers"),
    "all": Say("All rules", "Toutes les règles"),
}  # fmt: skip

# A group without a name here is called by its folder.
GROUPS = {
    "alt": Say("Alternative texts", "Textes alternatifs"),
    "brand": Say("Settings of the brand", "Réglages de la marque"),
    "dates": Say("Dates and hours", "Dates et heures"),
    "hashtags": Say("Hashtags", "Mots-dièse"),
    "links": Say("Links", "Liens"),
    "markup": Say("Formatting", "Mise en forme"),
    "media": Say("Pictures, videos, documents", "Images, vidéos, documents"),
    "options": Say("What networks offer", "Ce que permettent les réseaux"),
    "post": Say("Posts", "Publications"),
    "refs": Say("Names of other things", "Noms d'autres choses"),
    "schema": Say("Files and fields", "Fichiers et champs"),
    "section": Say("Sections", "Sections"),
    "text": Say("Texts", "Textes"),
    "waivers": Say("Exceptions", "Dérogations"),
}

LIST = template("""
<header class="sg-head">
  <p class="sg-eyebrow"><a href="{{ fix }}">{{ back }}</a></p>
  <h1>{{ t.title }}</h1>
  <p class="sg-lead">{{ lead }}</p>
</header>
{% for group, name, rules in groups %}
<section class="sg-rules"><h2 id="{{ group }}">{{ name }} <code class="sg-soft">{{ group }}/</code></h2>
  <ul>{% for rule in rules %}
    <li><span>{% if rule.severity %}{{ at.severity(rule.severity) }}{% else %}{{ t.off }}{% endif %}</span>
      <div><h3><a href="{{ rule.href }}">{{ rule.title }}</a></h3>
      <p class="sg-soft">{{ rule.what }}</p></div>
      <span class="sg-soft">{{ rule.count }}</span></li>
  {% endfor %}</ul></section>
{% endfor %}
""")

PAGE = template("""
<header class="sg-head">
  <p class="sg-eyebrow"><a href="{{ all }}">{{ t.all }}</a> <code>{{ rule.id }}</code></p>
  <h1>{{ title }}</h1>
  <p class="sg-lead">{% if severity %}{{ at.severity(severity) }}{% else %}{{ t.off }}{% endif %}</p>
</header>
<div class="sg-rule">
<p class="sg-rule-what">{{ what }}</p>
<h2>{{ t.why }}</h2>
<p>{{ why }}</p>
<h2>{{ t.fix }}</h2>
<p>{{ fix }}</p>
{% for name, example in examples %}
<h2>{{ name }}</h2>
<pre class="sg-source" tabindex="0" role="region" aria-label="{{ name }}">
{%- for text, marked in example %}{% if marked %}<mark>{{ text }}</mark>{% else %}{{ text }}{% endif %}

{% endfor %}</pre>
{% endfor %}
{% if options %}
<h2>{{ t.options }}</h2>
<p class="sg-soft">{{ t.options_where }}</p>
<div class="sg-scroll" tabindex="0" role="region" aria-label="{{ t.options }}"><table class="sg-table">
  <thead><tr><th scope="col">{{ t.option }}</th><th scope="col">{{ t.value }}</th>
    <th scope="col">{{ t.own }}</th></tr></thead>
  <tbody>{% for name, value, own in options %}
    <tr><th scope="row"><code>{{ name }}</code></th><td>{{ value }}</td><td>{{ own }}</td></tr>{% endfor %}</tbody>
</table></div>
{% endif %}
<h2>{{ t.except }}</h2>
{% if waiver %}<p>{{ t.once }}</p>
<pre class="sg-source" tabindex="0" role="region" aria-label="{{ t.except }}">{{ waiver }}</pre>
{% else %}<p>{{ t.never }}</p>{% endif %}
<p>{{ t.always }}</p>
<pre class="sg-source" tabindex="0" role="region" aria-label="brand/brand.yml">{{ setting }}</pre>
<h2>{{ t.now }}</h2>
{% if files %}<ul class="sg-rule-now">
  {% for file in files %}
  <li>{% if file.href %}<a href="{{ file.href }}">{{ file.title }}</a>{% else %}{{ file.title }}{% endif %}
    <span class="sg-soft">{{ file.count }}</span></li>{% endfor %}
  {% if more %}<li class="sg-soft">{{ more }}</li>{% endif %}
</ul>{% else %}<p>{{ t.nothing }}</p>{% endif %}
</div>
""")


def pages(view: SiteView) -> Iterator[Page]:
    """`rules.html`, and `rules/<group>/<name>.html` for every rule."""
    work = rule_set(view.ws.brand.rules)
    rules = {one.id: one for one in work.all}
    found: dict[str, list[Finding]] = {}
    for finding in view.findings:
        found.setdefault(finding.rule, []).append(finding)
    told = [rule for name in all_rules() if (rule := explained(name, view.lang)) is not None]
    yield _list(view, told, {name: rule.severity for name, rule in rules.items()}, found)
    for rule in told:
        at_work = rules.get(rule.id)
        yield _page(view, rule, at_work.severity if at_work else "", at_work.rule.chosen if at_work else {},
                    found.get(rule.id, []))  # fmt: skip


def _list(view: SiteView, rules: Sequence[Explained], levels: dict[str, str], found: dict[str, list[Finding]]) -> Page:
    at = At(view, "rules.html")
    t = at.words(WORDS)
    groups = [
        (
            group,
            at.say(GROUPS.get(group, Say(group, group))),
            [_entry(at, rule, levels.get(rule.id, ""), len(found.get(rule.id, ()))) for rule in members],
        )
        for group, members in groupby(rules, lambda rule: rule.id.partition("/")[0])
    ]
    lead = at.say(WORDS["lead"], n=len(rules))
    html = LIST(at=at, t=t, lead=lead, groups=groups, fix=at.href("fix.html"), back=at.say(Say("To fix", "À corriger")))
    return Page(uri=at.uri, title=t["title"], html=html, section="fix", summary=f"{t['title']}. {lead}")


def _entry(at: At, rule: Explained, severity: str, count: int) -> dict[str, object]:
    return {
        "href": at.href(rule_uri(rule.id)),
        "title": prose(at, rule.title),
        "what": prose(at, rule.what),
        "severity": severity,
        "count": at.count(count, WORDS["one"], WORDS["many"]) if count else "",
    }


def _page(view: SiteView, rule: Explained, severity: str, chosen: dict[str, object], found: list[Finding]) -> Page:
    at = At(view, rule_uri(rule.id))
    t = at.words(WORDS)
    tally = Counter(finding.path for finding in found)
    options = [
        (name, value, own if name in chosen and (own := shown(chosen[name])) != value else "")
        for name, value in rule.options.items()
    ]
    html = PAGE(
        at=at, t=t, rule=rule, severity=severity, all=at.href("rules.html"), title=prose(at, rule.title),
        what=prose(at, rule.what), why=prose(at, _sentence(rule.why)), fix=prose(at, _sentence(rule.fix)),
        examples=[
            (t[name], [(line, number == marked) for number, line in enumerate(example, 1)])
            for name, example, marked in (("found", rule.found, rule.line), ("fine", rule.fine, 0)) if example
        ],
        options=options, waiver=rule.waiver, setting=rule.setting,
        files=[_file(at, path, count) for path, count in tally.most_common(MOST)],
        more=at.say(WORDS["more"], n=len(tally) - MOST) if len(tally) > MOST else "",
    )  # fmt: skip
    return Page(uri=at.uri, title=rule.title, html=html, section="fix", summary=f"{rule.id} {rule.title}. {rule.what}")


def _file(at: At, path: str, count: int) -> dict[str, object]:
    post = at.view.by_path.get(path)
    return {
        "title": at.title(post) if post else path,
        "href": at.post(post) if post else "",
        "count": at.count(count, WORDS["one"], WORDS["many"]),
    }


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]


def prose(at: At, text: str) -> Markup:
    """A rule's own words: `code` as code, the rest as the reader's language is set."""
    pieces = []
    for number, piece in enumerate(text.split("`")):
        if number % 2:
            pieces.append(Markup("<code>{}</code>").format(piece))
        else:
            pieces.append(escape(at.say(Say(piece, piece))))
    return Markup("").join(pieces)
