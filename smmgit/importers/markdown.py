"""Markdown written for another tool, made the Markdown of a post: pictures taken out, headings kept apart."""

from __future__ import annotations

import html
import itertools
import re

from msgspec import Struct, field

# Repetitions are bounded, so that no text, however hostile, takes longer than its length.
IMAGE = re.compile(
    r"!\[(?P<alt>(?:[^\[\]\\]|\\.|\[[^\[\]]{0,200}\]){0,4000})\]"
    r"\(\s{0,9}<?(?P<src>[^\s()<>]{1,4000}(?:\([^\s()]{0,200}\)[^\s()<>]{0,200}){0,9})>?"
    r"(?:\s{1,9}(?:\"(?P<title>[^\"]{0,1000})\"|'(?P<title2>[^']{0,1000})'))?\s{0,9}\)"
)
LINKED = re.compile(rf"\[\s{{0,9}}{IMAGE.pattern}\s{{0,9}}\]\((?P<to>[^\s()]{{0,4000}})\)")
TAG = re.compile(r"<img\b(?P<attributes>(?:[^<>\"']|\"[^\"<>]{0,4000}\"|'[^'<>]{0,4000}'){0,2000})/?>", re.IGNORECASE)
ATTRIBUTE = re.compile(r"([a-zA-Z-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'/>]+))")
GONE = "\0"  # no text that was read has one
FENCE = re.compile(r"^ {0,3}(`{3,}|~{3,})")
HEADING = re.compile(r"^( {0,3})(#{2,5})(?=[ \t]|$)")
UNDERLINE = re.compile(r"^ {0,3}(=+|-+)[ \t]*$")
RULE = re.compile(r"^ {0,3}([-*_])(?:\1){2,}[ \t]*$")
BREAK = re.compile(r"\n(?:[ \t]*\n){2,}")


class Picture(Struct, frozen=True, kw_only=True):
    """A picture of a text: its address as typed, its description, and what else was said of it."""

    src: str
    alt: str = ""
    rest: dict[str, str] = field(default_factory=dict)


def without_pictures(text: str) -> tuple[str, list[Picture]]:
    """The text without its pictures (and the lines they leave empty), and the pictures in order.

    A picture that is a link leaves its link behind. Pictures in code stay where they are.
    """
    found: list[tuple[int, int, Picture, str]] = []
    for match in LINKED.finditer(text):
        found.append((match.start(), match.end(), _picture(match), match["to"]))
    for match in IMAGE.finditer(text):
        found.append((match.start(), match.end(), _picture(match), ""))
    for match in TAG.finditer(text):
        attributes = {
            name.lower(): html.unescape(double or single or bare)
            for name, double, single, bare in ATTRIBUTE.findall(match["attributes"])
        }
        if attributes.get("src"):
            src, alt = attributes.pop("src"), attributes.pop("alt", "")
            found.append((match.start(), match.end(), Picture(src=src, alt=alt, rest=attributes), ""))
    code = [(start, end, None, "") for start, end in _code(text)]
    pieces: list[str] = []
    pictures: list[Picture] = []
    done = 0
    for start, end, picture, left in sorted([*found, *code], key=lambda one: one[:2]):
        if start < done:
            continue  # within a linked picture, or within code
        pieces.append(text[done:start])
        done = end
        if picture is None:
            pieces.append(text[start:end])
        else:
            pictures.append(picture)
            pieces.append(left or GONE)
    kept = "".join([*pieces, text[done:]])
    return _closed_up(kept).strip("\n"), pictures


def _closed_up(text: str) -> str:
    """The text without the lines pictures stood alone on; the widest of the gaps around them stays."""
    lines: list[str] = []
    gaps: list[str] = []  # empty lines and lines of pictures since the last line of text
    for line in [*text.split("\n"), None]:
        if line is not None and not line.replace(GONE, "").strip():
            gaps.append(line)
            continue
        if not any(GONE in gap for gap in gaps):
            lines += gaps
        elif lines and line is not None:
            widths = [
                len(list(run)) for empty, run in itertools.groupby(gaps, key=lambda gap: GONE not in gap) if empty
            ]
            lines += [""] * max(widths, default=0)
        gaps = []
        if line is not None:
            lines.append(line.replace(GONE, ""))
    return "\n".join(lines)


def _picture(match: re.Match[str]) -> Picture:
    title = match["title"] or match["title2"]
    alt = re.sub(r"\s*\n\s*", " ", match["alt"]).strip()
    return Picture(src=match["src"], alt=re.sub(r"\\(.)", r"\1", alt), rest={"title": title} if title else {})


def _code(text: str) -> list[tuple[int, int]]:
    """Where fenced code stands."""
    spans: list[tuple[int, int]] = []
    at, opened, bar = 0, -1, ""
    for line in text.split("\n"):
        fence = FENCE.match(line)
        if opened < 0 and fence:
            opened, bar = at, fence.group(1)
        elif opened >= 0 and fence and fence.group(1).startswith(bar):
            spans.append((opened, at + len(line)))
            opened = -1
        at += len(line) + 1
    return spans if opened < 0 else [*spans, (opened, len(text))]


def as_ours(text: str) -> str:
    """The same Markdown with nothing in it that our files read as a section or as a cut of a thread.

    A heading of the second level names channels with us, so it goes one level down, and those below
    it too; underlined headings get their signs; a rule is shown as typed.
    """
    lines = text.split("\n")
    ours: list[str] = []
    bar = ""
    closed = max((number for number, line in enumerate(lines) if "-->" in line), default=-1)
    for number, line in enumerate(lines):
        fence = FENCE.match(line)
        if bar:
            bar = "" if fence and fence.group(1).startswith(bar) else bar
        elif fence:
            bar = fence.group(1)
        elif (under := UNDERLINE.match(line)) and ours and _paragraph(ours[-1]):
            ours[-1] = ("# " if under.group(1)[0] == "=" else "### ") + ours[-1].strip()
            continue
        elif RULE.match(line):
            line = line.replace(line.strip()[0], "\\" + line.strip()[0], 1)
        elif heading := HEADING.match(line):
            line = f"{heading.group(1)}#{line[len(heading.group(1)) :]}"
        elif re.match(r" {0,3}##(?!#)", line):
            line = line.replace("##", "\\##", 1)
        if number > closed:
            line = line.replace("<!--", "<\\!--")
        ours.append(line)
    if bar:
        ours.append(bar)
    return "\n".join(ours)


def _paragraph(line: str) -> bool:
    return bool(line.strip()) and not re.match(r"\s*(?:[-*+>#|]|\d+[.)]\s|$)", line)


def breaks(text: str) -> list[str]:
    """The text cut where two empty lines or more stand: how some authors mark the parts of a thread."""
    return [part.strip("\n") for part in BREAK.split(text) if part.strip()]
