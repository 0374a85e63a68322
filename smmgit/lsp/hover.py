"""What a place means: the remarks on it with what their rule is for, how long the text is, what a field holds."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lsprotocol import types as lsp

from smmgit.lint.explain import Explained, explained
from smmgit.lsp.buffer import Buffer
from smmgit.lsp.session import Session
from smmgit.lsp.where import field_at, spot, table_of, yaml_lines
from smmgit.model.brand import Channel
from smmgit.model.finding import Finding
from smmgit.model.post import Post, Section
from smmgit.model.rendition import Part, Rendition
from smmgit.model.say import Say
from smmgit.model.spec import PlatformSpec
from smmgit.render.rendition import renditions
from smmgit.render.sections import section_for
from smmgit.text.count import Count, counts

HEAD = Say("| account | text | length | limit | left |", "| compte | texte | longueur | limite | reste |")
PART = Say("part {n} of {total}", "partie {n} sur {total}")
WHOLE = Say("text", "texte")
COMMENT = Say("first comment", "premier commentaire")
OVER = Say("**{n} too many**", "**{n} de trop**")
NO_LIMIT = Say("no known limit", "sans limite connue")
UNSURE = Say("sources disagree", "sources en désaccord")
CHOICES = Say("One of: {choices}.", "Au choix : {choices}.")
EXAMPLE = Say("Such as `{example}`.", "Par exemple `{example}`.")
NOWHERE = Say("No account shows this text.", "Aucun compte ne montre ce texte.")
_NAME = re.compile(r"[\w-]+")
_SIGNS = re.compile(r"([\\`*_{}\[\]<>|~#])")


def hover(session: Session, path: str, buffer: Buffer, position: lsp.Position) -> lsp.Hover | None:
    """Everything worth knowing at a position, as Markdown; None where there is nothing."""
    line, column = buffer.place(position)
    blocks = [*_remarks(session, path, buffer, position)]
    post = session.post(path)
    end = yaml_lines(buffer.lines)[1]
    if post is not None and line >= end:
        blocks += _counters(session, post, line + 1)
    elif line < end or path.endswith(".yml"):
        blocks += _field(session, path, buffer, line, column, post)
    if not blocks:
        return None
    return lsp.Hover(lsp.MarkupContent(lsp.MarkupKind.Markdown, "\n\n---\n\n".join(blocks)))


def _remarks(session: Session, path: str, buffer: Buffer, position: lsp.Position) -> Iterator[str]:
    """The findings that cover a position, each with its rule's reasons."""
    place = buffer.place(position)
    for finding in session.findings.get(path, ()):
        where = buffer.at(finding)
        if buffer.place(where.start) <= place <= buffer.place(where.end):
            rule = explained(finding.rule, session.lang)
            yield _remark(finding, rule, session.lang)


def _remark(finding: Finding, rule: Explained | None, lang: str) -> str:
    words = f"**{plain(finding.message.in_(lang))}**"
    if rule is None:
        return words
    return f"{words}\n\n{rule.say('why')}{rule.why}\n\n{rule.say('fix')}{rule.fix}\n\n`{rule.id}` · {rule.level}"


def _counters(session: Session, post: Post, line: int) -> Iterator[str]:
    """How long the text of the section at a line (from 1) is on every account that shows it."""
    section = next((one for one in reversed(post.sections) if one.line <= line), None)
    if section is None:
        return
    rows = [row for made in renditions(post, session.ws) for row in _rows(session, post, made, section)]
    if rows:
        yield "\n".join([HEAD.in_(session.lang), "| --- | --- | ---: | ---: | ---: |", *rows])
    elif section.targets:
        yield NOWHERE.in_(session.lang)


def _rows(session: Session, post: Post, made: Rendition, section: Section) -> Iterator[str]:
    channel = session.ws.channel(made.channel)
    spec = session.ws.spec_of(channel) if channel else None
    if channel is None or spec is None or section_for(post, channel, section.role) is not section:
        return
    if section.role:
        if made.first_comment is not None:
            yield _row(session, channel, spec, made, made.first_comment, "first-comment", COMMENT.in_(session.lang))
        return
    body = "caption" if made.media and spec.facts.get("caption_replaces_body") else "body"
    for number, part in enumerate(made.parts, 1):
        total = len(made.parts)
        name = PART.with_(n=number, total=total) if total > 1 else WHOLE
        yield _row(session, channel, spec, made, part, body, name.in_(session.lang))


def _row(
    session: Session, channel: Channel, spec: PlatformSpec, made: Rendition, part: Part, what: str, name: str
) -> str:
    text = part.sent if spec.counts_wire else part.text
    count = tightest(counts(text, spec, what=what, format=made.format, overrides=channel.limits))
    if count.limit is None:
        limit, left = NO_LIMIT.in_(session.lang), ""
    else:
        limit, room = str(count.limit), count.limit - count.length
        left = str(room) if room >= 0 else OVER.with_(n=-room).in_(session.lang)
        if count.uncertain:
            left += f" ({UNSURE.in_(session.lang)})"
    return f"| {plain(channel.id)} | {name} | {count.length} | {limit} | {left} |"


def tightest(found: list[Count]) -> Count:
    """The count that leaves least room."""
    return max(found, key=lambda count: (not count.fits, count.length / count.limit if count.limit else 0))


def _field(session: Session, path: str, buffer: Buffer, line: int, column: int, post: Post | None) -> Iterator[str]:
    """What the field at a place is for, or the account, person or campaign whose name stands there."""
    text = buffer.lines[line]
    word = next((found for found in _NAME.finditer(text) if found.start() <= column <= found.end()), None)
    if word is None:
        return
    found = spot(path, buffer.lines, line, word.end())
    if found.kind == "key":
        field = field_at(table_of(path), (*found.keys, word[0]))
        if field is not None:
            parts = [f"`{field.name}` — {field.about.in_(session.lang)}."]
            if field.choices:
                choices = ", ".join(f"`{choice}`" for choice in field.choices)
                parts.append(CHOICES.with_(choices=choices).in_(session.lang))
            if field.example:
                parts.append(EXAMPLE.with_(example=field.example).in_(session.lang))
            yield " ".join(parts)
            return
    channel = session.ws.channels.get(word[0])
    if post is not None and channel is not None and found.keys[:1] == ("channels",):
        spec = session.ws.spec_of(channel)
        section = section_for(post, channel)
        name = spec.name if spec else channel.platform
        yield f"**{plain(channel.name or name)}** · {name}" + (f" · @{plain(channel.handle)}" if channel.handle else "")
        made = [one for one in renditions(post, session.ws) if one.channel == channel.id]
        rows = [row for one in made for row in _rows(session, post, one, section)] if section is not None else []
        if rows:
            yield "\n".join([HEAD.in_(session.lang), "| --- | --- | ---: | ---: | ---: |", *rows])


def plain(text: str) -> str:
    """Text from a file, fit to stand in Markdown: nothing in it is formatting, a link or HTML."""
    return _SIGNS.sub(r"\\\1", text)
