"""Script rules are recognised by their form, whatever their names; nothing of them is run."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smmgit.voice.prose.tengo import Script, translate

EVERY = """
text := import("text")
matches := []
for found in text.re_find("(?i)click here", scope, -1) {
    matches = append(matches, {begin: found[0].begin, end: found[0].end})
}
"""
SECTIONS = """
/* at most two */
text := import("text")
fmt := import("fmt")
matches := []
most := 1
prose := text.re_replace("(?s)```.*?```", scope, "")
n := 0
for row in text.split(prose, "\\n") {
  if text.has_prefix(row, "#") {
    n = 0   // a new one
  } else if n > most {
    b := text.index(scope, row)
    matches = append(matches, {begin: b, end: b + len(row)})
    n = 0
  } else if text.trim_space(row) == "" {
    n++
  }
}
fmt.println(matches)
"""
LINES = """
verbose := false
text := import("text"); fmt := import("fmt")
pattern := `^TODO\\b`
matches := []
offset := 0
for l in text.split(scope, "\\n") {
  if verbose { fmt.println(l, (offset)) }
  for m in text.re_find(pattern, l, -1) {
    matches = append(matches, {begin: offset + m[0].begin, end: offset + m[0].end})
  }
  offset = offset + len(l) + 1
}
"""
ALL = "{ matches = append(matches, {begin: 0, end: len(scope)}) }"
LONG = f'text := import("text")\nmatches := []\nif len(text.fields(scope)) > 3 {ALL}'
OFTEN = """
text := import("text")
matches := []
bangs := text.re_find("!", scope, -1)
if !is_undefined(bangs) && len(bangs) > 2 {
  matches = append(matches, {begin: 0, end: len(scope)})
}
"""
FIRST = """
text := import("text")
matches := []
f := text.re_find("pens?", scope, 1)
if f != undefined { matches = append(matches, {begin: f[0][0].begin, end: f[0][0].end}) }
"""
WORD = """
text := import("text")
matches := []
i := text.index(scope, "ink")
if i != -1 { matches = append(matches, {begin: i, end: i + len("ink")}) }
"""
JUMPS = """
text := import("text")
matches := []
last := 0
rows := text.split(scope, "\\n")
pos := 0
for r in rows {
  h := text.re_find("^(#+) ", r, 1)
  if h {
    level := len(h[0][1].text)
    if last > 0 && level > last + 1 { matches = append(matches, {begin: pos, end: pos + len(r)}) }
    last = level
  }
  pos += len(r) + 1
}
"""


def found(source: str, text: str) -> list[str]:
    script = translate(source)
    assert isinstance(script, Script), script
    return [text[start:end] for start, end, _ in script.run(text)]


@pytest.mark.parametrize(
    ("source", "text", "expected"),
    [
        (EVERY, "Click here or click here, été", ["Click here", "click here"]),
        (SECTIONS, "# A\n\none\n\ntwo\n\nthree\n# B\n\nfour", ["two"]),
        (LINES, "é TODO\nTODO one\nTODO", ["TODO", "TODO"]),
        (LONG, "one two three four", ["one two three four"]),
        (LONG, "one two three", []),
        (OFTEN, "a! b! c!", ["a! b! c!"]),
        (OFTEN, "a! b!", []),
        (FIRST, "a pen, two pens", ["pen"]),
        (WORD, "pink ink", ["ink"]),
        (WORD, "paper", []),
        (JUMPS, "# a\n## b\n#### c\n# d\n### e", ["#### c", "### e"]),
        (f'matches := []\nif !text.has_suffix(scope, ".") {ALL}', "No", ["No"]),
        (f'matches := []\nif text.re_match("[A-Z]$", scope) {ALL}', "oK", ["oK"]),
    ],
)  # fmt: skip
def test_a_known_form_finds_what_the_script_would(source: str, text: str, expected: list[str]) -> None:
    assert found(source, text) == expected


def test_a_switch_in_comments_is_kept() -> None:
    source = """
    text := import("text")
    matches := []
    active := true
    at := 0
    for line in text.split(scope, "\\n") {
      if text.re_find("rule off", line, -1) { active = false }
      if text.re_find("rule on", line, -1) { active = true }
      if active {
        for m in text.re_find("bad", line, -1) {
          matches = append(matches, {begin: at + m[0].begin, end: at + m[0].end})
        }
      }
      at += len(line) + 1
    }
    """
    script = translate(source)
    assert isinstance(script, Script)
    assert script.run("bad\n<!-- rule off -->\nbad\n<!-- rule on -->\nbad") == [(0, 3, ""), (43, 46, "")]


@pytest.mark.parametrize(
    "source",
    [
        "", "matches := []", "matches := [] for {}", EVERY.replace("-1", "2"), EVERY + "os := import(\"os\")",
        EVERY.replace("begin: found[0].begin", "begin: found[0].begin + 1"), LONG.replace("> 3", "< 3"),
        EVERY.replace("(?i)click here", "(?i"), "matches := [] $", "matches" + " x" * 30_000, 'matches := "',
    ],
)  # fmt: skip
def test_any_other_script_says_why_it_is_skipped(source: str) -> None:
    reason = translate(source)
    assert isinstance(reason, str) and "script" in reason


def test_a_pattern_that_never_ends_is_stopped() -> None:
    script = translate(FIRST.replace("pens?", "^(a|aa|aaa)+[cd]$"))
    assert isinstance(script, Script)
    with pytest.raises(TimeoutError):
        script.run("a" * 60)


@given(st.text(alphabet=st.sampled_from('matches:=[]{}()"`/*\n forintx.text'), max_size=80))
def test_any_text_is_read_or_skipped(source: str) -> None:
    assert isinstance(translate("matches" + source), (str, Script))
