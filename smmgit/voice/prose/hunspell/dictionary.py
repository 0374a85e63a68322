"""Whether a word is one: stems in a table, affixes stripped on demand, nothing expanded."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from smmgit.voice.prose.hunspell.affixes import Affix, Affixes, flags, read_affixes

LONGEST = 64  # longer runs of letters are no words


class Dictionary:
    """A Hunspell dictionary from the text of its two files; the word list is read at the first question."""

    def __init__(self, aff: str, dic: str) -> None:
        self._aff, self._dic = aff, dic
        self._stems: dict[str, str] = {}
        self._affixes = Affixes()
        self._known: dict[str, bool] = {}
        self._capitals: dict[str, str] = {}

    @property
    def affixes(self) -> Affixes:
        self._load()
        return self._affixes

    def known(self, word: str) -> bool:
        """Whether the word is spelt right, in the case it is written in."""
        self._load()
        word = self.converted(word)
        answer = self._known.get(word)
        if answer is None:
            answer = 0 < len(word) <= LONGEST and self._spelt(word, 0)
            if len(self._known) > 200_000:
                self._known.clear()
            self._known[word] = answer
        return answer

    def suggest(self, word: str) -> list[str]:
        """Words it may have been meant to be, the likeliest first; bounded work."""
        from smmgit.voice.prose.hunspell.suggest import suggestions

        self._load()
        return suggestions(self, self.converted(word))

    def converted(self, word: str) -> str:
        """The word with the dictionary's apostrophe and letters (ICONV, IGNORE)."""
        if word.isascii():
            return word
        word = word.replace("’", "'")
        for old, new in self._affixes.convert:
            if old in word:
                word = word.replace(old, new)
        return "".join(char for char in word if char not in self._affixes.ignore) if self._affixes.ignore else word

    def accepts(self, word: str, *, suggesting: bool = False) -> bool:
        """Whether the word as written, without regard to case variants or hyphens, is in the dictionary."""
        return self._listed(word, cased=True, suggesting=suggesting)

    def _load(self) -> None:
        if not self._stems:
            self._affixes = read_affixes(self._aff)
            self._stems = _stems(self._dic)
            self._aff = self._dic = ""

    def _spelt(self, word: str, depth: int) -> bool:
        verdict = self._any_case(word)
        if verdict is not None:
            return verdict
        if len(word) > 1 and word[-1] == ".":
            return self._spelt(word.rstrip("."), depth)
        if depth > 4:
            return False
        for mark in self._affixes.breaks:
            if mark.startswith("^"):
                if word.startswith(mark[1:]) and len(word) > len(mark) - 1:
                    return self._spelt(word[len(mark) - 1 :], depth + 1)
            elif mark.endswith("$"):
                if word.endswith(mark[:-1]) and len(word) > len(mark) - 1:
                    return self._spelt(word[: 1 - len(mark)], depth + 1)
            elif mark in word[1:-1]:
                parts = word.split(mark)
                return len(parts) < 8 and all(part and self._spelt(part, depth + 1) for part in parts)
        return False

    def _any_case(self, word: str) -> bool | None:
        """Known as written or in the case it stands for; None where nothing says so, False where forbidden."""
        if self._forbidden(word):
            return False
        if self._listed(word, cased=True):
            return True
        for variant in _cases(word):
            if not self._forbidden(variant) and self._listed(variant, cased=variant == word):
                return True
        if word.isupper() and self._listed(self._mixed().get(word.removesuffix("'S"), ""), cased=False):
            return True
        return True if self._compound(word) else None

    def _mixed(self) -> dict[str, str]:
        """Stems with a capital inside (PostgreSQL), by how they read in capitals."""
        if not self._capitals:
            mixed = (
                stem
                for stem in self._stems
                if not stem[1:].islower() and not stem.isupper() and stem.replace("'", "").isalpha()
            )
            self._capitals = {stem.upper(): stem for stem in mixed}
            self._capitals.setdefault("", "")
        return self._capitals

    def _forbidden(self, word: str) -> bool:
        mark = self._affixes.marks.get("FORBIDDENWORD")
        return bool(mark) and mark in self._flags_of(word)

    def _flags_of(self, stem: str) -> frozenset[str]:
        written = self._stems.get(stem)
        return _decoded(written, self._affixes.long, self._affixes.aliases) if written else frozenset()

    def _listed(self, word: str, *, cased: bool, suggesting: bool = False) -> bool:
        """A stem, or a stem with affixes; `cased` says the word stands in its own case."""
        return any(self._stands(own, alone, cased, suggesting) for own, alone in self._analyses(word))

    def _stands(self, own: frozenset[str], alone: bool, cased: bool, suggesting: bool) -> bool:
        marks = self._affixes.marks
        if not own:
            return True
        barred = [marks.get("ONLYINCOMPOUND"), marks.get("FORBIDDENWORD")]
        if alone:
            barred.append(marks.get("NEEDAFFIX"))
        if not cased:
            barred.append(marks.get("KEEPCASE"))
        if suggesting:
            barred.append(marks.get("NOSUGGEST"))
        return not any(mark in own for mark in barred if mark)

    def _analyses(self, word: str) -> Iterator[tuple[frozenset[str], bool]]:
        """The flags of every stem the word can be read as, and whether it stands without affix."""
        for entry in _entries(self._stems.get(word)):
            yield _decoded(entry, self._affixes.long, self._affixes.aliases), True
        for stem, needed in self._stripped(word):
            for entry in _entries(self._stems.get(stem)):
                own = _decoded(entry, self._affixes.long, self._affixes.aliases)
                if needed <= own:
                    yield own, False

    def _stripped(self, word: str) -> Iterator[tuple[str, frozenset[str]]]:
        """Listed stems the word could come from, with the flags such a stem must have."""
        for stem, listed, affix in self._without(word, suffix=True):
            if listed and not self._incomplete(affix):
                yield stem, frozenset((affix.flag,))
            if affix.flag in self._affixes.continuing:
                for inner, known, first in self._without(stem, suffix=True):
                    if known and affix.flag in first.then:
                        yield inner, frozenset((first.flag,))
        for stem, listed, affix in self._without(word, suffix=False):
            if listed and not self._incomplete(affix):
                yield stem, frozenset((affix.flag,))
            if affix.cross:
                yield from self._crossed(stem, affix)

    def _crossed(self, word: str, before: Affix) -> Iterator[tuple[str, frozenset[str]]]:
        """The same for a word whose beginning `before` was taken off already."""
        for stem, listed, affix in self._without(word, suffix=True):
            if not affix.cross:
                continue
            if listed:
                yield stem, frozenset((affix.flag,) if before.flag in affix.then else (affix.flag, before.flag))
                if affix.flag in before.then:
                    yield stem, frozenset((before.flag,))
            if affix.flag in self._affixes.continuing:
                for root, known, first in self._without(stem, suffix=True):
                    if known and affix.flag in first.then:
                        yield root, frozenset((first.flag,) if before.flag in affix.then else (first.flag, before.flag))

    def _incomplete(self, affix: Affix) -> bool:
        mark = self._affixes.marks.get("NEEDAFFIX")
        return bool(mark) and mark in affix.then

    def _without(self, word: str, *, suffix: bool) -> Iterator[tuple[str, bool, Affix]]:
        """The word without each beginning, or each ending, it could have, and whether that is listed."""
        table = self._affixes.suffixes if suffix else self._affixes.prefixes
        stems, continuing, length = self._stems, self._affixes.continuing, len(word)
        for size in range(min(length, self._affixes.longest if suffix else 12) + 1):
            for strip, group in table.get(word[length - size :] if suffix else word[:size], ()):
                if size == length and not self._affixes.strip_all:
                    continue
                stem = word[: length - size] + strip if suffix else strip + word[size:]
                listed = stem in stems
                for affix in group:
                    if (listed or not suffix or affix.flag in continuing) and stem and affix.fits(stem, suffix=suffix):
                        yield stem, listed, affix

    def _compound(self, word: str) -> bool:
        """Whether the word is made of words the dictionary lets be joined."""
        marks, rules = self._affixes.marks, self._affixes.rules
        joins = {
            marks[name] for name in ("COMPOUNDFLAG", "COMPOUNDBEGIN", "COMPOUNDMIDDLE", "COMPOUNDEND") if name in marks
        }
        if not (joins or rules) or len(word) > 40:
            return False
        if rules and self._ruled(word):
            return True
        return bool(joins) and self._joined(word, 0, [200])

    def _ruled(self, word: str) -> bool:
        """By COMPOUNDRULE: a sequence of words whose flags match one of the patterns (21st, 1000th)."""
        step, pieces = self._affixes.shortest, 0
        paths = [("", 0)]
        wanted = set("".join(self._affixes.rules)) - set("*?\\")
        while paths and pieces < 2000:
            taken, at = paths.pop()
            pieces += 1
            if at == len(word):
                if any(re.fullmatch(rule, taken) for rule in self._affixes.rules if rule):
                    return True
                continue
            for end in range(at + step, min(len(word), at + 20) + 1):
                for flag in self._flags_of(word[at:end]) & wanted:
                    paths.append((taken + flag, end))
        return False

    def _joined(self, word: str, depth: int, left: list[int]) -> bool:
        """By COMPOUNDFLAG and its kin: two to four stems."""
        marks = self._affixes.marks
        least = self._affixes.shortest
        anywhere = marks.get("COMPOUNDFLAG")
        begin = {mark for mark in (anywhere, marks.get("COMPOUNDMIDDLE" if depth else "COMPOUNDBEGIN")) if mark}
        final = {mark for mark in (anywhere, marks.get("COMPOUNDEND")) if mark}
        for cut in range(least, len(word) - least + 1):
            left[0] -= 1
            if left[0] < 0:
                return False
            if not any(begin & own for own, _ in self._analyses(word[:cut])):
                continue
            rest = word[cut:]
            if any(final & own for own, _ in self._analyses(rest)):
                return True
            if depth < 2 and self._joined(rest, depth + 1, left):
                return True
        return False


def _stems(dic: str) -> dict[str, str]:
    """Words with their flags as written; readings of one word are parted by a blank."""
    stems: dict[str, str] = {}
    lines = dic.removeprefix("\ufeff").splitlines()
    for line in lines[1:] if lines and lines[0].strip().isdigit() else lines:
        word, _, rest = line.partition("/")
        if not rest and (" " in word or "\t" in word):
            word = re.split(r"\t| +(?=[a-z]{2}:)", word, maxsplit=1)[0].rstrip()
        elif "\\" in word:
            word = word.replace("\\", "/")
        own = rest.split(None, 1)[0] if rest and not rest[0].isspace() else ""
        if word:
            stems[word] = f"{stems[word]} {own}" if word in stems else own
    return stems


def _entries(written: str | None) -> list[str]:
    return [] if written is None else written.split(" ")


@lru_cache(16384)
def _decoded(written: str, long: str, aliases: tuple[frozenset[str], ...]) -> frozenset[str]:
    if " " in written:
        return frozenset().union(*(_decoded(one, long, aliases) for one in written.split(" ")))
    return flags(written, long, aliases) if written else frozenset()


def _cases(word: str) -> Iterator[str]:
    """How the dictionary may list a word that is written with capitals."""
    if word.islower():
        return
    lower = word.lower()
    if word.isupper() and len(word) > 1:
        yield lower
        yield word[0] + lower[1:]
        if word[-1] == "S":
            yield word[:-1] + "s"
        head, mark, tail = lower.partition("'")
        if mark and tail:
            yield head + mark + tail[0].upper() + tail[1:]
            yield head + mark + tail.upper()
            yield word[: len(head)] + mark + tail
    elif word[0].isupper() and word[1:] == lower[1:]:
        yield lower
    elif word[0].isupper():
        yield lower[0] + word[1:]
