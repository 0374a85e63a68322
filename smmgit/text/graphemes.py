r"""What readers take for one character: extended grapheme clusters (UAX #29), as `regex` `\X` cuts them.

Most texts hold only scripts whose rules are few; those are cut here with `re`. Any other text
(Thai, Devanagari, Arabic, decomposed Hangul…) is handed to `regex`, imported only then.
"""

from __future__ import annotations

from smmgit.text.emoji import FLAG, FLAGS, SKIN, TAGS, pictograph
from smmgit.text.late import late

# Marks that never start a cluster (Grapheme_Cluster_Break=Extend) of the scripts cut here, and ZWJ.
_MARKS = (
    "\u0300-\u036f\u0483-\u0489\u1dc0-\u1dff\u200c\u200d\u20d0-\u20f0\u302a-\u302f\u3099\u309a"
    f"\ufe00-\ufe0f\ufe20-\ufe2f\uff9e\uff9f{SKIN}{TAGS}"
)
# Scripts whose rules are not written here, and what is not assigned to any. What is left joins only
# by the marks above: Latin, Greek, Cyrillic, Armenian, punctuation, kana, Han, whole Hangul syllables…
_UNUSUAL = late(
    "[\u0591-\u1cff\u2cef-\u2dff\ua4d0-\uabff\ud7a4-\udfff\ufb1e-\ufdff"
    "\U00010000-\U0001efff\U0001fb00-\U0001ffff\U00040000-\U000e001f\U000e0080-\U0010ffff]"
)
# One charset first: `re` then skips ahead without trying a match at every character.
_JOINING = late(f"[{_MARKS}{FLAG}][{_MARKS}{FLAG}]*")
_CONTROL = late("[\x00-\x1f\x7f-\x9f\xad\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff0-\ufffb]")
_LINE_END = late("\r\n")
_ZWJ = "\u200d"


def grapheme_count(text: str) -> int:
    """How many characters readers see."""
    if text.isascii():
        return len(text) - text.count("\r\n")
    if _UNUSUAL.search(text):
        return len(_cut(text))
    return len(text) - len(_joins(text))


def graphemes(text: str) -> list[str]:
    """The characters readers see, in order; joined they are the text."""
    if text.isascii() and "\r\n" not in text:
        return list(text)
    if _UNUSUAL.search(text):
        return _cut(text)
    joins = _joins(text)
    if not joins:
        return list(text)
    inside = frozenset(joins)
    cuts = [at for at in range(len(text)) if at not in inside]
    return [text[start:end] for start, end in zip(cuts, [*cuts[1:], len(text)], strict=True)]


def _joins(text: str) -> list[int]:
    """Offsets inside `text` where no cluster starts (rules GB3 to GB13 for the scripts cut here)."""
    joins = [found.end() - 1 for found in _LINE_END.finditer(text)] if "\r" in text else []
    for found in _JOINING.finditer(text):
        start, end = found.span()
        while start < end:
            if text[start] in FLAGS:
                stop = _run(text, start, end, flags=True)
                joins.extend(range(start + 1, stop, 2))
            else:
                stop = _run(text, start, end, flags=False)
                alone = start == 0 or _CONTROL.match(text, start - 1)
                joins.extend(range(start + 1 if alone else start, stop))
                if text[stop - 1] == _ZWJ and not alone and _joins_picture(text, start, stop):
                    joins.append(stop)
            start = stop
    return joins


def _run(text: str, start: int, end: int, *, flags: bool) -> int:
    """Where the run of flag letters, or of marks, that starts at `start` ends."""
    while start < end and (text[start] in FLAGS) is flags:
        start += 1
    return start


def _joins_picture(text: str, start: int, end: int) -> bool:
    """True where the marks `start` to `end`, ending in ZWJ, tie two pictographs together (GB11)."""
    return (
        text.find(_ZWJ, start, end) == end - 1
        and pictograph().match(text, start - 1) is not None
        and pictograph().match(text, end) is not None
    )


def _cut(text: str) -> list[str]:
    import regex

    found: list[str] = regex.findall(r"\X", text)
    return found
