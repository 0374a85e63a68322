"""The text below the fields -> sections, the parts of their threads, and waivers."""

from __future__ import annotations

import re

import msgspec

from smmgit.files.tree.report import Report
from smmgit.files.values import moments, scalars
from smmgit.model.finding import Edit, Fix
from smmgit.model.post import FIRST_COMMENT, Chunk, Section, Waiver
from smmgit.model.say import Say

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
HOLLOW = Say("There is no text between two cuts of the thread; delete one “{rule}”.",
             "Il n'y a pas de texte entre deux coupes du fil ; effacer un « {rule} ».")  # fmt: skip
FENCE = Say("This block of code is never closed: everything below it, sections too, would be its text.",
            "Ce bloc de code n'est jamais fermé : tout ce qui suit, sections comprises, serait son texte.")  # fmt: skip
COMMENT = Say("This comment “<!--” is never closed by “-->”; it would be published.",
              "Ce commentaire « <!-- » n'est jamais fermé par « --> » ; il serait publié.")  # fmt: skip
WAIVER = Say("Name the rule to set aside: <!-- smmgit-disable group/name until=2026-12-31: reason -->.",
             "Nommer la règle à écarter : <!-- smmgit-disable groupe/nom until=2026-12-31: raison -->.")  # fmt: skip
SPACE = Say("Add the space", "Ajouter l'espace")

# Everything that is not plain text begins here; what lies between is never looked at.
_SPECIAL = re.compile(
    r"^ {0,3}(?:(?P<fence>`{3,}(?=[^`\n]*$)|~{3,})|(?P<heading>##(?!#)[^\n]*)"
    r"|(?P<rule>(?P<sign>[-*_])(?P=sign){2,})[ \t]*$)|(?P<comment><!--)",
    re.MULTILINE,
)
_WAIVER = re.compile(r"<!--\s*smmgit-disable\b(?:\s+([^\s:]+))?(?:\s+until=([^\s:]*))?\s*(?::(.*))?-->", re.DOTALL)
_COMMENTS = re.compile(r"<!--.*?-->", re.DOTALL)
_ROLES = frozenset((FIRST_COMMENT, "first comment", "premier commentaire", "premier-commentaire"))


def read(text: str, start: int, line: int, report: Report) -> tuple[tuple[Section, ...], tuple[Waiver, ...]]:
    """The sections and waivers of the body that starts at index `start`, on `line`."""
    found = _SPECIAL.search(text, start)
    if found is None:
        chunk = _chunk(text, start, len(text), start, line, report)
        return ((Section(chunks=(chunk,), line=line),) if chunk else ()), ()
    return _Body(text, start, line, report).run(found)


def _chunk(text: str, start: int, end: int, known: int, known_line: int, report: Report) -> Chunk | None:
    """The text between two indexes without blank lines around it; None where that leaves nothing."""
    part = text[start:end]
    bare = part.strip()
    if not bare:
        return None
    begin = text.rfind("\n", start, start + len(part) - len(part.lstrip())) + 1 or start
    begin = max(begin, start)
    return Chunk(
        text[begin:end].rstrip(), known_line + text.count("\n", known, begin), report.offset(begin)
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

    def run(self, found: re.Match[str] | None) -> tuple[tuple[Section, ...], tuple[Waiver, ...]]:
        while found is not None:
            kind = found.lastgroup if found.lastgroup != "sign" else "rule"
            after = found.end()
            if kind == "fence":
                after = self.fence(found)
            elif kind == "comment":
                after = self.comment(found)
            elif kind == "heading":
                self.heading(found)
            else:
                self.rule(found)
            found = _SPECIAL.search(self.text, after)
        self.close(len(self.text))
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
            self.report.add("section/malformed", FENCE, self.line(found.start()), self.column(found.start("fence")))
            return len(self.text)
        return end.end()

    def comment(self, found: re.Match[str]) -> int:
        start = found.start("comment")
        end = self.text.find("-->", start)
        line, column = self.line(start), self.column(start)
        if end < 0:
            self.report.add("section/malformed", COMMENT, line, column)
            return found.end()
        whole = self.text[start : end + 3]
        if whole[4:].lstrip().startswith("smmgit-disable"):
            self.waiver(whole, line, column)
        return end + 3

    def waiver(self, typed: str, line: int, column: int) -> None:
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
        self.open_waivers.append(
            Waiver(rule=found[1], reason=reason, until=until, line=line, column=column, from_line=line)
        )

    def heading(self, found: re.Match[str]) -> None:
        start = found.start("heading")
        typed = found["heading"]
        line, column = self.line(found.start()), self.column(start)
        if typed[2:3] not in ("", " ", "\t"):
            name = typed[2:].strip()
            at = self.report.offset(start + 2)
            self.report.add("section/malformed", GLUED, line, column, name=name,
                            fix=Fix(SPACE, (Edit(at, at, " "),), safe=False))  # fmt: skip
        self.close(found.start())
        named = re.sub(r"(?:^|[ \t])#+[ \t]*$", "", typed[2:]).strip()
        self.targets, self.role = self.named(named, line, column)
        self.heading_line = line
        self.begin = self.section_begin = min(found.end() + 1, len(self.text))

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
        return tuple(name.strip().casefold() for name in typed.split(",") if name.strip()), role

    def rule(self, found: re.Match[str]) -> None:
        start, end = found.start(), found.end()
        above = self.text[self.section_begin : start].rstrip(" \t")
        below = re.compile(r"[ \t]*(?:\n|\Z)").match(self.text, end + 1)
        line = self.line(start)
        if (above.strip() and not above.endswith("\n\n") and not _blank_above(above)) or below is None:
            self.report.add("section/malformed", TIGHT, line, self.column(found.start("rule")), rule=found["rule"])
            return
        self.cut(start)
        if not self.chunks or not self.text[end:].strip():
            self.report.add("section/malformed", HOLLOW, line, self.column(found.start("rule")), rule=found["rule"])
        self.begin = min(end + 1, len(self.text))

    def cut(self, end: int) -> bool:
        """Keep the text up to `end` as a part; false when there is none but comments."""
        known, known_line = self.known, self.known_line
        line = known_line - self.text.count("\n", self.begin, known)
        chunk = _chunk(self.text, self.begin, end, self.begin, line, self.report)
        if chunk is None or ("<!--" in chunk.text and not _COMMENTS.sub("", chunk.text).strip()):
            return False
        self.chunks.append(chunk)
        return True

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


def _blank_above(above: str) -> bool:
    """True when the line before the end of `above` holds only white space."""
    return above.endswith("\n") and not above[above.rfind("\n", 0, len(above) - 1) + 1 : -1].strip()
