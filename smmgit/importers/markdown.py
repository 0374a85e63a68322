"""Markdown written for another tool, made the Markdown of a post: pictures taken out, headings kept apart."""

from __future__ import annotations

import html
import re

from msgspec import Struct, field

IMAGE = re.compile(
    r"!\[(?P<alt>(?:[^\[\]\\]|\\.|\[[^\[\]]*\])*)\]\(\s*<?(?P<src>[^\s()<>]+(?:\([^\s()]*\)[^\s()<>]*)*)>?"
    r"(?:\s+(?:\"(?P<title>[^\"]*)\"|'(?P<title2>[^']*)'))?\s*\)"
)
LINKED = re.compile(rf"\[\s*{IMAGE.pattern}\s*\]\((?P<to>[^\s()]*)\)")
TAG = re.compile(r"<img\b(?P<attributes>(?:[^<>\"']|\"[^\"]*\"|'[^']*')*)/?>", re.IGNORECASE)
ATTRIBUTE = re.compile(r"([a-zA-Z-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'/>]+))")
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
    code = _code(text)
    for match in LINKED.finditer(text):
        found.append((match.start(), match.end(), _picture(match), match["to"]))
    for match in IMAGE.finditer(text):
        if not any(start <= match.start() < end for start, end, _, _ in found):
            found.append((match.start(), match.end(), _picture(match), ""))
    for match in TAG.finditer(text):
        attributes = {
            name.lower(): html.unescape(double or single or bare)
            for name, double, single, bare in ATTRIBUTE.findall(match["attributes"])
        }
        if attributes.get("src"):
            src, alt = attributes.pop("src"), attributes.pop("alt", "")
            found.append((match.start(), match.end(), Picture(src=src, alt=alt, rest=attributes), ""))
    found = sorted(one for one in found if not any(start <= one[0] < end for start, end in code))
    for start, end, _, left in reversed(found):
        text = _cut(text, start, end, left)
    return text.strip("\n"), [picture for _, _, picture, _ in found]


def _picture(match: re.Match[str]) -> Picture:
    title = match["title"] or match["title2"]
    alt = re.sub(r"\s*\n\s*", " ", match["alt"]).strip()
    return Picture(src=match["src"], alt=re.sub(r"\\(.)", r"\1", alt), rest={"title": title} if title else {})


def _cut(text: str, start: int, end: int, left: str) -> str:
    """Take out a span; where it stood alone on its line, the wider of the gaps around it stays."""
    if left:
        return text[:start] + left + text[end:]
    before, after = text[:start].rstrip(" \t"), text[end:].lstrip(" \t")
    if before and not before.endswith("\n"):
        return (text[:start].rstrip(" \t") if not after or after.startswith("\n") else text[:start]) + text[end:]
    head, tail = before.rstrip("\n"), after.lstrip("\n")
    gap = max(len(before) - len(head), len(after) - len(tail))
    return head + "\n" * gap + tail if head and tail else head + tail


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
        line = line.replace("<!--", "<!--" if "-->" in "\n".join(lines[number:]) else "<\\!--")
        ours.append(line)
    if bar:
        ours.append(bar)
    return "\n".join(ours)


def _paragraph(line: str) -> bool:
    return bool(line.strip()) and not re.match(r"\s*(?:[-*+>#|]|\d+[.)]\s|$)", line)


def breaks(text: str) -> list[str]:
    """The text cut where two empty lines or more stand: how some authors mark the parts of a thread."""
    return [part.strip("\n") for part in BREAK.split(text) if part.strip()]
