"""What to fix: every remark, by file, the files that block something first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from smmgit.model.finding import Finding
from smmgit.model.say import Say
from smmgit.pages.at import At, template
from smmgit.pages.page import Entry, Page
from smmgit.pages.parts import page_uri, pager, remarks
from smmgit.pages.view import SiteView

FILES = 60

WORDS = {
    "menu": Say("To fix", "À corriger"),
    "clean": Say("Nothing to remark. Everything may go out as far as the rules can tell.",
                 "Rien à redire. Pour autant que les règles le voient, tout peut partir."),
    "edit": Say("Edit", "Modifier"),
    "errors": Say("{n} that must be fixed", "{n} à corriger"),
    "error": Say("{n} that must be fixed", "{n} à corriger"),
    "warnings": Say("{n} worth a look", "{n} à regarder"),
    "warning": Say("{n} worth a look", "{n} à regarder"),
    "suggestions": Say("{n} suggestions", "{n} suggestions"),
    "suggestion": Say("{n} suggestion", "{n} suggestion"),
    "rules": Say("What each rule is for", "À quoi sert chaque règle"),
    "often": Say("Most frequent", "Les plus fréquentes"),
}  # fmt: skip

HTML = template("""
<header class="sg-head">
  <p class="sg-eyebrow">{{ brand }}</p>
  <h1>{{ t.menu }}</h1>
  <ul class="sg-sums">
    {% for sum in sums %}<li>{{ at.severity(sum.name) }} <span>{{ sum.text }}</span></li>{% endfor %}
  </ul>
  <p class="sg-soft"><a href="{{ at.href('rules.html') }}">{{ t.rules }}</a></p>
</header>
{% if often %}
<details class="sg-often"><summary>{{ t.often }}</summary>
  <ol>{% for rule, count in often %}
  <li><b>{{ count }}</b> <a href="{{ at.href('rules/' ~ rule ~ '.html') }}"><code>{{ rule }}</code></a></li>
  {% endfor %}</ol></details>
{% endif %}
{{ pager }}
{% for file in files %}
<article class="sg-fix">
  <header>
    {% if file.cover %}<img src="{{ file.cover }}" alt="" loading="lazy" width="72" height="72">{% endif %}
    <div><h2>{% if file.href %}<a href="{{ file.href }}">{{ file.title }}</a>{% else %}{{ file.title }}{% endif %}</h2>
    <p class="sg-soft"><code>{{ file.path }}</code>
      {%- if file.edit %} · <a href="{{ file.edit }}" rel="noopener noreferrer">{{ t.edit }}</a>{% endif %}</p></div>
  </header>
  {{ file.remarks }}
</article>
{% else %}<p class="sg-calm">{{ t.clean }}</p>{% endfor %}
{{ pager }}
""")


def entry(view: SiteView) -> Entry:
    """Its place in the main menu."""
    return Entry(uri="fix.html", name=At(view, "").say(WORDS["menu"]), section="fix", rank=40)


def pages(view: SiteView) -> Iterator[Page]:
    """`fix.html`, and `fix/2.html`… where there are many files."""
    rank = ("error", "warning", "suggestion")
    files = sorted(
        view.findings_of.items(), key=lambda item: (min(rank.index(finding.severity) for finding in item[1]), item[0])
    )
    total = max(1, -(-len(files) // FILES))
    for number in range(1, total + 1):
        yield _page(view, files[(number - 1) * FILES : number * FILES], number, total)


def _page(view: SiteView, files: Sequence[tuple[str, list[Finding]]], number: int, total: int) -> Page:
    at = At(view, page_uri("fix.html", number))
    t = at.words(WORDS)
    sums = Counter(finding.severity for finding in view.findings)
    html = HTML(
        at=at, t=t, brand=view.ws.brand.name,
        sums=[
            {"name": name, "text": at.count(sums[name], WORDS[name], WORDS[f"{name}s"])}
            for name in ("error", "warning", "suggestion") if sums[name]
        ],
        often=_often(view) if number == 1 else (),
        pager=pager(at, number, total, "fix.html"),
        files=[_file(at, path, findings) for path, findings in files],
    )  # fmt: skip
    return Page(
        uri=at.uri, title=t["menu"], html=html, section="fix",
        summary=t["menu"] if number == 1 else "", pictures=tuple(at.pictures.values()),
    )  # fmt: skip


def _often(view: SiteView) -> Sequence[tuple[str, int]]:
    """The rules that speak most, where there is much to read."""
    return Counter(finding.rule for finding in view.findings).most_common(8) if len(view.findings) > FILES else ()


def _file(at: At, path: str, findings: list[Finding]) -> dict[str, object]:
    post = at.view.by_path.get(path)
    return {
        "path": path,
        "title": at.title(post) if post else path.rsplit("/", 1)[-1],
        "href": at.post(post) if post else "",
        "cover": at.cover(post) if post else "",
        "edit": at.edit(path),
        "remarks": remarks(at, findings),
    }
