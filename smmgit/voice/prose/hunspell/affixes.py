"""A Hunspell affix file as a value: endings and beginnings with their conditions, and the options."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct, field

MOST = 200_000  # affix lines; the largest public file has a tenth of it
_FLAGS = (
    "FORBIDDENWORD KEEPCASE NEEDAFFIX ONLYINCOMPOUND NOSUGGEST COMPOUNDFLAG COMPOUNDBEGIN COMPOUNDMIDDLE COMPOUNDEND "
    "COMPOUNDPERMITFLAG CIRCUMFIX WARN"
).split()


class Affix(Struct, frozen=True, gc=False):
    """One line `SFX flag strip add condition`: `add` takes the place of `strip` at the stem's end (or beginning)."""

    flag: str
    strip: str
    add: str
    condition: str
    cross: bool
    then: frozenset[str]  # flags of further affixes this one takes

    def fits(self, stem: str, *, suffix: bool) -> bool:
        """Whether a stem meets the condition."""
        return self.condition == "." or bool(_condition(self.condition, suffix).search(stem))


# Affixes by what they add, then by what they take off: one look-up tells whether any of a group can apply.
Table = dict[str, tuple[tuple[str, tuple[Affix, ...]], ...]]


class Affixes(Struct, frozen=True):
    """What an affix file says."""

    long: str = "char"  # how flags are written: char, long or num
    aliases: tuple[frozenset[str], ...] = ()
    suffixes: Table = field(default_factory=dict)
    prefixes: Table = field(default_factory=dict)
    continuing: frozenset[str] = frozenset()  # flags some affix takes in turn
    longest: int = 0  # length of the longest ending
    marks: dict[str, str] = field(default_factory=dict)  # FORBIDDENWORD: its flag, …
    rep: tuple[tuple[str, str], ...] = ()
    similar: tuple[str, ...] = ()  # MAP
    letters: str = "esianrtolcdugmphbyfvkwzxjq"  # TRY
    breaks: tuple[str, ...] = ("-", "^-", "-$")
    rules: tuple[str, ...] = ()  # COMPOUNDRULE, as patterns over flags
    shortest: int = 3  # COMPOUNDMIN
    convert: tuple[tuple[str, str], ...] = ()  # ICONV
    ignore: str = ""
    strip_all: bool = False  # FULLSTRIP


def read_affixes(text: str) -> Affixes:
    """The affix file, leniently: a line that makes no sense is passed over."""
    lines = [words for line in text.removeprefix("\ufeff").splitlines() if (words := line.split()) and line[0] != "#"]
    long = next((words[1] for words in lines if words[0] == "FLAG" and len(words) > 1), "char")
    options = {words[0]: words[1] for words in lines if len(words) > 1}
    aliases = tuple(flags(words[1], long) for words in _entries(lines, "AF"))
    suffixes, prefixes = (_affixes(lines, kind, long, aliases) for kind in ("SFX", "PFX"))
    marks = {name: next(iter(flags(options[name], long)), "") for name in _FLAGS if name in options}
    return Affixes(
        long=long,
        aliases=aliases,
        suffixes=suffixes,
        prefixes=prefixes,
        continuing=frozenset().union(
            *(
                one.then
                for table in (suffixes, prefixes)
                for groups in table.values()
                for _, group in groups
                for one in group
            )
        ),
        longest=max(map(len, suffixes), default=0),
        marks={name: flag for name, flag in marks.items() if flag},
        rep=tuple((words[1], words[2]) for words in _entries(lines, "REP") if len(words) > 2),
        similar=tuple(words[1] for words in _entries(lines, "MAP")),
        letters=options.get("TRY", Affixes().letters),
        breaks=tuple(words[1] for words in _entries(lines, "BREAK")) if "BREAK" in options else Affixes().breaks,
        rules=tuple(_rule(words[1], long) for words in _entries(lines, "COMPOUNDRULE")),
        shortest=int(options["COMPOUNDMIN"]) if options.get("COMPOUNDMIN", "").isdigit() else 3,
        convert=tuple((words[1], words[2]) for words in _entries(lines, "ICONV") if len(words) > 2),
        ignore=options.get("IGNORE", ""),
        strip_all=any(words[0] == "FULLSTRIP" for words in lines),
    )


def flags(written: str, long: str, aliases: tuple[frozenset[str], ...] = ()) -> frozenset[str]:
    """The flags of a word or an affix, each as text."""
    if aliases and written.isdigit():
        at = int(written) - 1
        return aliases[at] if at < len(aliases) else frozenset()
    if long == "long":
        return frozenset(written[at : at + 2] for at in range(0, len(written), 2))
    if long == "num":
        return frozenset(written.split(","))
    return frozenset(written)


def _entries(lines: list[list[str]], kind: str) -> Iterator[list[str]]:
    """The lines of a table without its first, which counts them."""
    found = (words for words in lines if words[0] == kind and len(words) > 1)
    next(found, None)
    return found


def _affixes(lines: list[list[str]], kind: str, long: str, aliases: tuple[frozenset[str], ...]) -> Table:
    table: dict[str, dict[str, list[Affix]]] = {}
    cross: dict[str, bool] = {}
    for words in [words for words in lines if words[0] == kind][:MOST]:
        if len(words) < 4:
            continue
        flag = words[1]
        if flag not in cross:
            cross[flag] = words[2] == "Y"
            continue
        add, _, then = words[3].partition("/")
        entry = Affix(
            flag=flag,
            strip="" if words[2] == "0" else words[2],
            add="" if add == "0" else add,
            condition=words[4] if len(words) > 4 and ":" not in words[4] else ".",
            cross=cross[flag],
            then=flags(then, long, aliases) if then else frozenset(),
        )
        table.setdefault(entry.add, {}).setdefault(entry.strip, []).append(entry)
    return {add: tuple((strip, tuple(group)) for strip, group in groups.items()) for add, groups in table.items()}


def _rule(written: str, long: str) -> str:
    """A COMPOUNDRULE as a pattern over one-character flags."""
    if long == "char":
        return "".join(char if char in "*?" else re.escape(char) for char in written)
    return ""


@lru_cache(8192)
def _condition(condition: str, suffix: bool) -> re.Pattern[str]:
    """A condition such as `[^aeiou]y` at the end (or beginning) of a stem."""
    parts = re.findall(r"\[\^?[^\]]*\]|.", condition)
    body = "".join(
        "[" + ("^" if part.startswith("[^") else "") + re.escape(part.strip("[]").lstrip("^")) + "]"
        if part[0] == "[" and len(part) > 2
        else ("." if part == "." else re.escape(part))
        for part in parts
    )
    try:
        return re.compile(body + r"\Z" if suffix else r"\A" + body)
    except re.error:
        return re.compile(r"(?!)")
