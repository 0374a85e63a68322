"""`.vale.ini` as text -> its sections, keys and values with their lines, by the rules of the format Vale uses."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from smmgit.files.tree.report import Report
from smmgit.model.say import Say

NOT_A_PAIR = Say("“name = value” or “[section]” is expected here.", "Il faut ici « nom = valeur » ou « [section] ».")
RULE = "voice/config"


class Value(Struct, frozen=True):
    """One value and the line it stands on."""

    text: str
    line: int


class Ini(Struct):
    """Sections in file order, the part before the first under an empty name. A key may have several values."""

    sections: dict[str, dict[str, list[Value]]]

    def values(self, section: str, key: str) -> list[Value]:
        """All values of a key, in order."""
        return self.sections.get(section, {}).get(key, [])

    def text(self, section: str, key: str) -> str:
        """The last value of a key, empty when there is none."""
        found = self.values(section, key)
        return found[-1].text if found else ""

    def listed(self, section: str, key: str) -> tuple[str, ...]:
        """The values of a key cut at commas, each once."""
        parts = [part for value in self.values(section, key) for part in split(value.text)]
        return tuple(dict.fromkeys(part for part in parts if part))


def read(text: str, report: Report) -> Ini:
    """The file's content; a line that is none of its kinds is a finding."""
    ini = Ini({"": {}})
    section = ini.sections[""]
    for line, number in _lines(text):
        bare = line.strip()
        if not bare or bare[0] in "#;":
            continue
        if bare[0] == "[" and (end := bare.rfind("]")) > 0:
            section = ini.sections.setdefault(bare[1:end].strip(), {})
            continue
        cut = min((at for at in (bare.find("="), bare.find(":")) if at > 0), default=0)
        if not cut:
            report.add(RULE, NOT_A_PAIR, number, len(line) - len(line.lstrip()) + 1)
            continue
        key = bare[:cut].strip().strip("\"'`")
        section.setdefault(key, []).append(Value(_value(bare[cut + 1 :].strip()), number))
    return ini


def _lines(text: str) -> Iterator[tuple[str, int]]:
    """Lines with those put together that end in a backslash."""
    kept, first = "", 0
    for number, line in enumerate(text.split("\n"), 1):
        first = first or number
        if line.rstrip().endswith("\\") and not line.lstrip().startswith(("#", ";", "[")):
            kept += line.rstrip()[:-1]
            continue
        yield kept + line, first
        kept, first = "", 0
    if kept:
        yield kept, first


def _value(text: str) -> str:
    """The value without its quotes or the comment after it."""
    for quote in ('"""', '"', "'", "`"):
        if len(text) >= 2 * len(quote) and text.startswith(quote) and quote in text[len(quote) :]:
            inside = text[len(quote) : text.index(quote, len(quote))]
            rest = text[len(quote) + len(inside) + len(quote) :].strip()
            if not rest or rest[0] in "#;":
                return inside
    for sign in (" #", " ;", "\t#", "\t;"):
        text = text.split(sign)[0]
    return text.strip() if not text.startswith(("#", ";")) else ""


def split(text: str) -> list[str]:
    """The text cut at commas; `\\,` is a comma and `\\\\` a backslash."""
    parts, part, escaped = [], "", False
    for character in text:
        if escaped:
            part += character if character in "\\," else "\\" + character
            escaped = False
        elif character == "\\":
            escaped = True
        elif character == ",":
            parts.append(part.strip())
            part = ""
        else:
            part += character
    return [*parts, (part + "\\" * escaped).strip()]
