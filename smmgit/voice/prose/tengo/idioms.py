"""The forms of script rules that public styles use, written plainly, and what each of them finds."""

from __future__ import annotations

from functools import cache

from smmgit.voice.prose.tengo import runs
from smmgit.voice.prose.tengo.runs import Make, Script
from smmgit.voice.prose.tengo.shape import Shape, shape_of


def recognised(shape: Shape) -> Script | str:
    """The script of this shape; the empty text if none is, a reason if its pattern cannot be used."""
    known = _shapes().get(shape.shape)
    if not known:
        return ""
    name, make = known
    try:
        return Script(name, make(shape.texts, shape.numbers))
    except ValueError as error:
        return f"a pattern of the script cannot be read: {error}"


_HIT = "matches = append(matches, {begin: m[0].begin, end: m[0].end})"
_FIRST = "matches = append(matches, {begin: f[0][0].begin, end: f[0][0].end})"
_LINE = "matches = append(matches, {begin: s, end: s + len(line)})"
_ALL = "matches = append(matches, {begin: 0, end: len(scope)})"
_OFFSET = "matches = append(matches, {begin: at + m[0].begin, end: at + m[0].end})"

_IDIOMS: tuple[tuple[str, Make, tuple[str, ...]], ...] = (
    (
        "every match of a pattern",
        runs.every,
        (
            f'matches := [] for m in text.re_find("x", scope, -1) {{ {_HIT} }}',
            f'matches := [] f := text.re_find("x", scope, -1) if f {{ for m in f {{ {_HIT} }} }}',
            f'f := text.re_find("x", scope, -1) matches := [] if f {{ for m in f {{ {_HIT} }} }}',
            f'matches := [] f := text.re_find("x", scope, -1) for m in f {{ {_HIT} }}',
        ),
    ),
    (
        "the first match of a pattern",
        runs.first,
        (
            f'matches := [] f := text.re_find("x", scope, 1) if f {{ {_FIRST} }}',
            f'f := text.re_find("x", scope, 1) matches := [] if f {{ {_FIRST} }}',
            f'matches := [] for m in text.re_find("x", scope, 1) {{ {_HIT} }}',
        ),
    ),
    (
        "a word in the text",
        runs.literal,
        (
            'matches := [] s := text.index(scope, "x") if s >= 0 { matches = append(matches, {begin: s, end: s + 7}) }',
            (
                'matches := [] s := text.index(scope, "x") if s >= 0 '
                '{ matches = append(matches, {begin: s, end: s + len("x")}) }'
            ),
        ),
    ),
    (
        "every match in a line",
        runs.every_in_lines,
        (
            (
                f'matches := [] at := 0 for line in text.split(scope, "\\n") {{ for m in text.re_find("x", line, -1) '
                f"{{ {_OFFSET} }} at += len(line) + 1 }}"
            ),
            (
                f'matches := [] at := 0 for line in text.split(scope, "\\n") {{ f := text.re_find("x", line, -1) if f '
                f"{{ for m in f {{ {_OFFSET} }} }} at += len(line) + 1 }}"
            ),
        ),
    ),
    (
        "every match in a line, with comments that switch it",
        runs.switched,
        (
            (
                'matches := [] on := true at := 0 for line in text.split(scope, "\\n") '
                '{ if text.re_find("x", line, -1) { on = false } if text.re_find("x", line, -1) { on = true } '
                f'if on {{ for m in text.re_find("x", line, -1) {{ {_OFFSET} }} }} at += len(line) + 1 }}'
            ),
        ),
    ),
    (
        "lines a pattern fits",
        runs.matching_lines,
        (
            (
                f'matches := [] for line in text.split(scope, "\\n") {{ if text.re_match("x", line) '
                f"{{ s := text.index(scope, line) {_LINE} }} }}"
            ),
            (
                'matches := [] at := 0 for line in text.split(scope, "\\n") { if text.re_match("x", line) '
                "{ matches = append(matches, {begin: at, end: at + len(line)}) } at += len(line) + 1 }"
            ),
        ),
    ),
    (
        "lines of too many words",
        runs.long_lines,
        (
            (
                f'matches := [] for line in text.split(scope, "\\n") {{ if len(text.split(line, " ")) > 40 '
                f"{{ s := text.index(scope, line) {_LINE} }} }}"
            ),
        ),
    ),
    (
        "a block of too many words",
        runs.too_long,
        (
            f'matches := [] w := text.split(text.trim_space(scope), " ") if len(w) > 25 {{ {_ALL} }}',
            f"matches := [] if len(text.fields(scope)) > 25 {{ {_ALL} }}",
        ),
    ),
    (
        "a pattern found too often",
        runs.too_often,
        (
            f'matches := [] f := text.re_find("x", scope, -1) if f && len(f) > 3 {{ {_ALL} }}',
            f'f := text.re_find("x", scope, -1) matches := [] if f && len(f) > 3 {{ {_ALL} }}',
            f'matches := [] f := text.re_find("x", scope, -1) if len(f) > 3 {{ {_ALL} }}',
        ),
    ),
    (
        "a pattern found too densely",
        runs.too_dense,
        (
            (
                'matches := [] w := text.re_find("x", scope, -1) n := 0 if w { n = len(w) } '
                'h := text.re_find("x", scope, -1) k := 0 if h { k = len(h) } '
                "if n >= 200 && (k * 1000) / n > 4 { matches = append(matches, {begin: 0, end: 1}) }"
            ),
        ),
    ),
    (
        "a block a pattern fits",
        runs.fits(True),
        (f'matches := [] if text.re_match("x", scope) {{ {_ALL} }}',),
    ),
    (
        "a block a pattern does not fit",
        runs.fits(False),
        (f'matches := [] if !text.re_match("x", scope) {{ {_ALL} }}',),
    ),
    (
        "how a block begins",
        runs.affix(str.startswith, True),
        (f'matches := [] if text.has_prefix(scope, "x") {{ {_ALL} }}',),
    ),
    (
        "how a block ends",
        runs.affix(str.endswith, True),
        (f'matches := [] if text.has_suffix(scope, "x") {{ {_ALL} }}',),
    ),
    (
        "how a block does not end",
        runs.affix(str.endswith, False),
        (f'matches := [] if !text.has_suffix(scope, "x") {{ {_ALL} }}',),
    ),
    (
        "too many paragraphs in a section",
        runs.long_sections,
        (
            (
                'matches := [] d := text.re_replace("x", scope, "") c := 0 for line in text.split(d, "\\n") '
                '{ if text.has_prefix(line, "#") { c = 0 } else if c > 3 { s := text.index(scope, line) '
                f'{_LINE} c = 0 }} else if text.trim_space(line) == "" {{ c += 1 }} }}'
            ),
        ),
    ),
    (
        "a heading level left out",
        runs.level_jumps,
        (
            (
                'matches := [] p := 0 ls := text.split(scope, "\\n") at := 0 for line in ls '
                '{ m := text.re_find("x", line, 1) if m { l := len(m[0][1].text) if p > 0 && l > p + 1 '
                "{ matches = append(matches, {begin: at, end: at + len(line)}) } p = l } at = at + len(line) + 1 }"
            ),
        ),
    ),
)


@cache
def _shapes() -> dict[str, tuple[str, Make]]:
    return {shape_of(form).shape: (name, make) for name, make, forms in _IDIOMS for form in forms}
