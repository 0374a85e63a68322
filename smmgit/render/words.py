"""The words of a section on a channel: Markdown shown or lost, people named, spaces set, links tagged."""

from __future__ import annotations

from collections.abc import Iterable

from smmgit.model.post import Chunk, Section
from smmgit.model.rendition import Loss
from smmgit.render.frame import Frame
from smmgit.render.people import with_people
from smmgit.text.addresses import addresses
from smmgit.text.flatten import Lost, flatten
from smmgit.text.french import is_french, spacing
from smmgit.text.origin import LITERAL, Runs, Traced, joined

_LITERAL = ("code", "pre", LITERAL)


def words_of(section: Section, frame: Frame) -> list[Traced]:
    """The parts a section says on a channel, those without text left out."""
    return [words for chunk in section.chunks if (words := _words(chunk, frame)).text]


def as_one(parts: list[Traced], section: Section, frame: Frame) -> list[Traced]:
    """Parts joined by a blank line, where the platform has no threads; the cut is a loss."""
    if len(parts) < 2:
        return parts
    second = section.chunks[1]
    frame.losses.append(Loss(what="thread", text="---", offset=second.offset, line=second.line))
    return [joined(parts, "\n\n")]


def _words(chunk: Chunk, frame: Frame) -> Traced:
    flat = flatten(chunk.text, frame.spec.styles, frame.link_words)
    words = flat.traced.moved(chunk.offset)
    _lose(frame, chunk, flat.lost)
    if "@" in words.text and frame.ws.people:
        words, unnamed = with_people(words, frame.channel, frame.spec, frame.ws.people, frame.ws.lock)
        _lose(frame, chunk, unnamed, chunk.offset)
    if is_french(frame.lang):
        literal = [(mark.start, mark.end) for mark in words.marks if mark.kind in _LITERAL]
        words = words.replaced(spacing(words.text, frame.lang, literal))
    return _with_tagged_links(words, frame)


def _with_tagged_links(words: Traced, frame: Frame) -> Traced:
    """Addresses of the brand's site with their campaign tags; where facets carry links, they stay short in the text."""
    site = frame.utm.site
    if not site or frame.spec.links == "facet" or "://" not in words.text or site not in words.text.lower():
        return words
    taken = Runs(words.marks, ("link", *_LITERAL))
    return words.replaced(
        [
            (span.start, span.end, tagged)
            for span in addresses(words.text)
            if (tagged := frame.utm.tagged(span.text)) != span.text and span.start not in taken
        ]
    )


def _lose(frame: Frame, chunk: Chunk, lost: Iterable[Lost], base: int = 0) -> None:
    """Note losses, in the order of the text, at their place in the file; `base` is where their offsets begin."""
    line, at = chunk.line, 0
    for one in lost:
        offset = one.offset - base
        line += chunk.text.count("\n", at, offset)
        at = offset
        frame.losses.append(Loss(what=one.what, text=one.text, offset=chunk.offset + offset, line=line))
