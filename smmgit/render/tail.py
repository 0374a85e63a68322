"""What is added under a text: credit, accounts to name, the link, hashtags; never what it says already."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from smmgit.render.frame import Frame
from smmgit.render.people import Named, by_handle, named
from smmgit.render.utm import host_of, without_utm
from smmgit.text.addresses import addresses
from smmgit.text.links import links
from smmgit.text.origin import Mark, Traced
from smmgit.text.tags import hashtags

Line = tuple[str, list[Mark]]


def with_tail(parts: list[Traced], frame: Frame, link: str, tags: Sequence[str]) -> list[Traced]:
    """The parts with credit, accounts, link and hashtags under the last one, each on its own line.

    Without any text there is no tail, unless a link alone makes one.
    """
    said = "\n\n".join(part.text for part in parts)
    rows: list[Line] = []
    if link and not (said and has_link(said, link)):
        shown = link if frame.spec.links == "facet" else frame.utm.tagged(link)
        rows.append((shown, []))
    if not parts and not rows:
        return parts
    rows = [*_credit(frame, said), *_accounts(frame, said, parts), *rows]
    missing = missing_tags(tags, said)
    if missing:
        rows.append((" ".join(missing), []))
    if not rows:
        return parts
    text, marks = _stacked(rows)
    last = parts[-1] if parts else Traced("", ((0, 0),))
    glue = "\n\n" if last.text else ""
    moved = [Mark(mark.kind, mark.start + len(glue), mark.end + len(glue), mark.target) for mark in marks]
    return [*parts[:-1], last.plus(glue + text, moved)]


def missing_tags(tags: Sequence[str], text: str) -> list[str]:
    """The hashtags a text does not have yet, with their `#`, each once; case and accents don't matter."""
    if not tags:
        return []
    seen = {folded(span.target) for span in hashtags(text)} if "#" in text or "\uff03" in text else set()
    missing = []
    for bare in bare_tags(tags):
        if (key := folded(bare)) not in seen:
            seen.add(key)
            missing.append("#" + bare)
    return missing


def bare_tags(tags: Sequence[str]) -> list[str]:
    """Hashtags as typed in front matter, without `#` and white space."""
    return [bare for tag in tags if (bare := "".join(tag.split()).lstrip("#\uff03"))]


def has_link(text: str, url: str) -> bool:
    """Whether a text already has this link, with or without scheme and campaign tags."""
    host = host_of(url).removeprefix("www.")
    if not host or host not in text.lower():
        return False
    wanted = _page(url)
    return any(_page(span.target) == wanted for span in (*addresses(text), *links(text, bare=True)))


def folded(tag: str) -> str:
    """A hashtag without case and accents."""
    if tag.isascii():
        return tag.lower()
    return "".join(sign for sign in unicodedata.normalize("NFKD", tag.casefold()) if not unicodedata.combining(sign))


def _credit(frame: Frame, said: str) -> list[Line]:
    if not frame.post.via:
        return []
    credit = _account(frame.post.via, frame)
    return [] if not credit.text or credit.text in said else [_account_line([credit], "via ")]


def _accounts(frame: Frame, said: str, parts: list[Traced]) -> list[Line]:
    """The accounts this channel names after its text; a person without an account here is a loss."""
    if not frame.choice.mentions:
        return []
    known = {mark.target for part in parts for mark in part.marks if mark.kind == "mention"}
    shown = []
    for name in frame.choice.mentions:
        found = _account(name, frame)
        if not found.target and (name.strip().lstrip("@") in frame.ws.people or "{handle}" not in frame.spec.mention):
            frame.lose("mention", name, "mentions")
        elif found.text and found.text not in said and found.target not in known:
            shown.append(found)
    return [_account_line(shown)] if shown else []


def _account(name: str, frame: Frame) -> Named:
    """An account by a person's id or by its handle; words that are neither are shown as they are."""
    word = name.strip()
    bare = word.lstrip("@")
    person = frame.ws.people.get(bare) or frame.ws.people.get(bare.casefold())
    if person is not None:
        return named(person, frame.channel, frame.spec, frame.ws.lock)
    if not bare or any(sign.isspace() for sign in bare):
        return Named(word)
    found = by_handle(bare, bare, frame.spec, frame.ws.lock)
    return found if found.target else Named("@" + bare)


def _account_line(names: Sequence[Named], before: str = "") -> Line:
    text, marks = before, []
    for name in names:
        text += " " if text and not text.endswith(" ") else ""
        if name.target and name.text:
            marks.append(Mark("mention", len(text), len(text) + len(name.text), name.target))
        text += name.text
    return text, marks


def _stacked(rows: Sequence[Line]) -> Line:
    marks: list[Mark] = []
    at = 0
    for text, of_line in rows:
        marks += [Mark(mark.kind, mark.start + at, mark.end + at, mark.target) for mark in of_line]
        at += len(text) + 1
    return "\n".join(text for text, _ in rows), marks


def _page(url: str) -> str:
    bare = without_utm(url).partition("://")[2] or url
    host, slash, path = bare.partition("/")
    return host.lower().removeprefix("www.") + (slash + path).rstrip("/")
