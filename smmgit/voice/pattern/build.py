"""The patterns a rule stands for, joined exactly as Vale joins them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from smmgit.text.late import late

WORD = r"(?m)\b(?:%s)\b"
NONWORD = r"(?m)(?:%s)"
_GROUP = late(r"(?P<kept>\\.|\[\^?\]?(?:\\.|[^\]\\])*\])|\((?:(?!\?)|\?P?<(?![=!])\w+>|\?'\w+')", re.DOTALL)


def templated(inside: str, *, word: bool, ignorecase: bool, before: str = "", after: str = "", own: str = "") -> str:
    """Alternatives inside the template, raw parts around it, and `(?i)` in front of everything."""
    pattern = (own or WORD if word else NONWORD).replace("%s", inside, 1)
    return ("(?i)" if ignorecase else "") + before + pattern + after


def existence(
    tokens: Sequence[str], raw: Sequence[str], *, ignorecase: bool, nonword: bool, append: bool, own: str = ""
) -> str:
    """One pattern of all tokens: blank ones dropped, their order kept; raw parts run together."""
    kept = [token for token in tokens if token.strip()]
    joined = "".join(raw)
    return templated(
        "|".join(kept),
        word=not nonword and bool(tokens),
        ignorecase=ignorecase,
        before="" if append else joined,
        after=joined if append else "",
        own=own,
    )


def longest_first(terms: Sequence[str]) -> list[str]:
    """Terms by length, so that alternation is greedy; Vale counts bytes."""
    return sorted(terms, key=lambda term: len(term.encode()), reverse=True)


def substitution(keys: Sequence[str], *, ignorecase: bool, nonword: bool, own: str = "") -> str:
    """One pattern of all keys, a group each; groups inside a key do not count."""
    groups = "|".join(f"({ungrouped(key)})" for key in keys)
    return templated(groups, word=not nonword, ignorecase=ignorecase, own=own)


def ungrouped(key: str) -> str:
    """The key with its own groups made non-capturing."""
    return _GROUP.sub(lambda found: found["kept"] or "(?:", key)


def has_group(pattern: str) -> bool:
    """Whether a pattern captures anything."""
    return pattern.count("(") > pattern.count("(?") + pattern.count(r"\(")


def exceptions(terms: Sequence[str]) -> str:
    """One pattern of a rule's exceptions; case counts unless a term says otherwise. Empty when there are none."""
    if not terms:
        return ""
    marked = [term if term.startswith("(?i)") else cased(term) for term in longest_first(terms)]
    return WORD.replace("%s", "|".join(marked), 1)


def cased(term: str) -> str:
    """The term with case made to count, on its own: a flag in an alternative would reach into the next."""
    return f"(?-i:{term})"


def phrases(terms: Sequence[str]) -> str:
    """One pattern of the terms of several words; empty when there are none."""
    several = [term for term in terms if re.search(r"[ \t]|\\s", term)]
    return rf"(?i)\b(?:{'|'.join(several)})\b" if several else ""
