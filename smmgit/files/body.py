"""The text below the fields -> sections, the parts of their threads, and waivers."""

from __future__ import annotations

import functools
import re

import msgspec

from smmgit.files.tree.report import Report
from smmgit.files.values import moments, scalars
from smmgit.model.finding import Edit, Fix
from smmgit.model.post import FIRST_COMMENT, Chunk, Section, Waiver
from smmgit.model.say import Say
from smmgit.text.late import late

EMPTY = Say("This heading names no channel; write “## x”, or “\\## …” to publish the line as text.",
            "Ce titre ne nomme aucun compte ; écrire « ## x », ou « \\## … » pour publier la ligne comme texte.",
            )  # fmt: skip
GLUED = Say("A space is missing after “##”; write “## {name}”, or “\\##{name}” to publish the line as text.",
            "Il manque un espace après « ## » ; écrire « ## {name} », ou « \\##{name} » pour en faire du texte.",
            )  # fmt: skip
ROLE = Say("“{role}” is no part of a post; did you mean “/ first-comment”?",
           "« {role} » n'est pas une partie de publication ; vouliez-vous dire « / first-comment » ?")  # fmt: skip
TIGHT = Say("“{rule}” cuts a thread only with an empty line above and below; as it stands it would be published.",
            "« {rule} » ne coupe un fil qu'avec une ligne vide au-dessus et au-dessous ; en l'état il serait publié.",
            )  # fmt: skip
FENCE = Say("This block of code is never closed: everything below it, sections too, would be its text.",
            "Ce bloc de code n'est jamais fermé : tout ce qui suit, sections comprises, serait son texte.")  # fmt: skip
COMMENT = Say("This comment “<!--” is never closed by “-->”; it would be published.",
              "Ce commentaire « <!-- » n'est jamais fermé par « --> » ; il serait publié.")  # fmt: skip
WAIVER = Say("Name the rule to set aside: <!-- smmgit-disable group/name until=2026-12-31: reason -->.",
             "Nommer la règle à écarter : <!-- smmgit-disable groupe/nom until=2026-12-31: raison -->.")  # fmt: skip
SPACE = Say("Add the space", "Ajouter l'espace")

# Everything that is not plain text begins here; what lies between is never looked at. The line
# feed in front is what makes the search fast.
_LINE = (
    r" {0,3}(?:(?P<fence>`{3,}(?=[^`\n]*$)|~{3,})|(?P<heading>##(?!#)[^\n]*)"
    r"|(?P<rule>(?P<sign>[-*_])(?P=sign){2,})[ \t]*$)"
)
_SPECIAL = late("\n" + _LINE, re.MULTILINE)
_TOP = late(_LINE, re.MULTILINE)
_BLANK = late(r"[ \t]*(?:\n|\Z)")
MOST_WAIVERS = 1000
_WAIVER = late(r"<!--\s*smmgit-disable\b(?:\s+([^\s:]+))?(?:\s+until=([^\s:]*))?\s*(?::(.*))?-->", re.DOTALL)
_ROLES = frozenset((FIRST_COMMENT, "first comment", "premier commentaire", "premier-commentaire"))


def read(text: str, start: int, line: int, report: Report) -> tuple[tuple[Section, ...], tuple[Waiver, ...]]:
    """The sections and waivers of the body that starts at index `start`, on `line`."""
    if start or not _TOP.match(text):
        found = _SPECIAL.search(text, max(start - 1, 0))
        if found is None and text.find("<!--", start) < 0:
            chunk = _chunk(text, start, len(text), line, report)
            return ((Section(chunks=(chunk,), line=line),) if chunk else ()), ()
    return _Body(text, start, line, report).run()


def _chunk(text: str, start: int, end: int, line: int, report: Report) -> Chunk | None:
    """The text between two indexes (the first on `line`) without blank lines around; None where nothing is left."""
    part = text[start:end]
    bare = part.strip()
    if not bare:
        return None
    begin = text.rfind("\n", start, start + len(part) - len(part.lstrip())) + 1 or start
    begin = max(begin, start)
    return Chunk(
        text[begin:end].rstrip(), line + text.count("\n", start, begin), report.offset(begin)
    )  # fmt: skip


class _Body:
    """Walks from one special place of the body to the next."""

    def __init__(self, text: str, start: int, line: int, report: Report) -> None:
        self.text = text
        self.report = report
        self.known, self.known_line = start, line
        self.sections: list[Section] = []
        self.waivers: list[Waiver] = []
        self.open_waivers: list[Waiver] = []
        self.targets: tuple[str, ...] | None = ()
        self.role = ""
        self.heading_line = line
        self.chunks: list[Chunk] = []
        self.begin = self.section_begin = start
        self.begin_line = line

    def run(self) -> tuple[tuple[Section, ...], tuple[Waiver, ...]]:
        text = self.text
        found = (_TOP.match(text) if not self.begin else None) or _SPECIAL.search(text, max(self.begin - 1, 0))
        comment = text.find("<!--", self.begin)
        while found is not None or comment >= 0:
            if found is None or 0 <= comment < found.start():
                after = self.comment(comment)
                if not after:  # never closed: there are no comments from here on
                    comment, after = -1, comment
            elif found["fence"]:
                after = self.fence(found)
            else:
                after = found.end()
                if found["heading"]:
                    self.heading(found)
                else:
                    self.rule(found)
            if found is not None and found.start() < after:
                found = _SPECIAL.search(text, after)
            if 0 <= comment < after:
                comment = text.find("<!--", after)
        self.close(len(text))
        return tuple(self.sections), tuple(self.waivers)

    def line(self, index: int) -> int:
        """The line of an index; indexes only ever grow."""
        self.known_line += self.text.count("\n", self.known, index)
        self.known = index
        return self.known_line

    def column(self, index: int) -> int:
        return index - self.text.rfind("\n", 0, index)

    def fence(self, found: re.Match[str]) -> int:
        sign = found["fence"]
        closing = re.compile(rf"^ {{0,3}}{sign[0]}{{{len(sign)},}}[ \t]*$", re.MULTILINE)
        end = closing.search(self.text, found.end())
        if end is None:
            start = found.start("fence")
            self.report.add("section/malformed", FENCE, self.line(start), self.column(start))
            return len(self.text)
        return end.end()

    def comment(self, start: int) -> int:
        """Where the comment that starts here ends; 0 when it never does."""
        end = self.text.find("-->", start)
        if end < 0:
            self.report.add("section/malformed", COMMENT, self.line(start), self.column(start))
            return 0
        whole = self.text[start : end + 3]
        if (
            whole[4:].lstrip().startswith("smmgit-disable")
            and len(self.waivers) + len(self.open_waivers) < MOST_WAIVERS
        ):
            self.waiver(whole, start)
        return end + 3

    def waiver(self, typed: str, at: int) -> None:
        line, column = self.line(at), self.column(at)
        found = _WAIVER.fullmatch(typed)
        if found is None or not found[1]:
            self.report.add("schema/bad-value", WAIVER, line, column)
            return
        until = None
        if found[2] is not None:
            day = moments.date(found[2])
            if isinstance(day, Say):
                self.report.add("schema/bad-value", day, line, column)
            else:
                until = day
        reason = " ".join((found[3] or "").split())
        start, end = self._room(at, at + len(typed))
        self.open_waivers.append(
            Waiver(rule=found[1], reason=reason, until=until, line=line, column=column, from_line=line, start=start,
                   end=end)
        )  # fmt: skip

    def _room(self, start: int, end: int) -> tuple[int, int]:
        """What goes with a comment so that taking it out leaves no gap: its line where it has one to itself,
        and an empty line below where there is one above."""
        text = self.text
        line = text.rfind("\n", 0, start) + 1
        below = _BLANK.match(text, end)
        if below and not text[line:start].strip():
            start, end = line, below.end()
            above = text.rfind("\n", 0, max(line - 1, 0)) + 1
            empty = _BLANK.match(text, end)
            if line and empty and not text[above:line].strip():
                end = empty.end()
        return self.report.offset(start), self.report.offset(end)

    def heading(self, found: re.Match[str]) -> None:
        start = found.start("heading")
        typed = found["heading"]
        line, column = self.line(start), self.column(start)
        if typed[2:3] not in ("", " ", "\t"):
            name = typed[2:].strip()
            at = self.report.offset(start + 2)
            self.report.add("section/malformed", GLUED, line, column, name=name,
                            fix=Fix(SPACE, (Edit(at, at, " "),), safe=False))  # fmt: skip
        self.close(found.start("heading"))
        named = typed[2:].strip()
        if named.endswith("#"):
            named = re.sub(r"(?:^|[ \t])#+$", "", named).rstrip()
        self.targets, self.role = self.named(named, line, column)
        self.heading_line = line
        self.begin = self.section_begin = min(found.end() + 1, len(self.text))
        self.begin_line = line + 1

    def named(self, typed: str, line: int, column: int) -> tuple[tuple[str, ...] | None, str]:
        """Targets and role of a heading. A heading of nobody (None) keeps its text from being published."""
        if not typed:
            self.report.add("section/malformed", EMPTY, line, column)
            return None, ""
        left, slash, right = typed.rpartition("/")
        role = ""
        if slash:
            word = " ".join(right.split()).casefold()
            if word in _ROLES or scalars.closest(word, [FIRST_COMMENT]):
                if word not in _ROLES:
                    self.report.add("section/malformed", ROLE, line, column, role=right.strip())
                typed, role = left, FIRST_COMMENT
        return _targets(typed), role

    def rule(self, found: re.Match[str]) -> None:
        start, end = found.start("rule"), found.end()
        line_start = self.text.rfind("\n", 0, start) + 1
        above = self.text.rfind("\n", 0, max(line_start - 1, 0)) + 1
        first = line_start <= self.section_begin
        if (first or not self.text[above:line_start].strip()) and _BLANK.match(self.text, min(end + 1, len(self.text))):
            self.cut(start)
            self.begin = min(end + 1, len(self.text))
            self.begin_line = self.line(start) + 1
        else:
            self.report.add("section/malformed", TIGHT, self.line(start), self.column(start), rule=found["rule"])

    def cut(self, end: int) -> None:
        """Keep the text up to `end` as a part, when there is any beside comments."""
        chunk = _chunk(self.text, self.begin, end, self.begin_line, self.report)
        if chunk is not None and ("<!--" not in chunk.text or _beside_comments(chunk.text)):
            self.chunks.append(chunk)

    def close(self, end: int) -> None:
        """End the section at `end` and, with it, the span of its waivers."""
        last = self.line(end)
        if (end and end == len(self.text) and self.text.endswith("\n")) or end < len(self.text):
            last -= 1
        self.cut(end)
        if self.targets is not None and (self.targets or self.chunks):
            self.sections.append(
                Section(targets=self.targets, role=self.role, chunks=tuple(self.chunks), line=self.heading_line)  # type: ignore[arg-type]
            )
        for waiver in self.open_waivers:
            self.waivers.append(msgspec.structs.replace(waiver, to_line=max(last, waiver.line)))
        self.open_waivers = []
        self.chunks = []


@functools.lru_cache(maxsize=4096)
def _targets(typed: str) -> tuple[str, ...]:
    """The names in a heading; one value for all the posts that have it."""
    return tuple(name.strip().casefold() for name in typed.split(",") if name.strip())


def _beside_comments(text: str) -> bool:
    """True when a text has more than comments and white space."""
    start = 0
    while (opening := text.find("<!--", start)) >= 0:
        if text[start:opening].strip():
            return True
        closing = text.find("-->", opening)
        if closing < 0:
            return True
        start = closing + 3
    return bool(text[start:].strip())
