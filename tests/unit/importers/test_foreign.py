"""Foreign YAML: texts as typed, joined doubles, no bombs."""

from __future__ import annotations

import pytest

from smmgit.importers.foreign import read_yaml, split_front_matter


def test_scalars_stay_as_typed() -> None:
    read = read_yaml('a: no\nb: 12:30\nc: 0123\nd: 5.1\ne:\nf: ""\ng: "\\u00e9"')
    assert read.value == {"a": "no", "b": "12:30", "c": "0123", "d": "5.1", "e": None, "f": "", "g": "é"}


def test_doubles_are_joined_and_told() -> None:
    read = read_yaml("m:\n  a: [1]\n  b: [x]\nm:\n  a: [2]\nt: one\nt: two")
    assert read.value == {"m": {"a": ["1", "2"], "b": ["x"]}, "t": ["one", "two"]}
    assert read.twice == ("m", "t")


@pytest.mark.parametrize("text", ["- @foo", "a: [", "\ta: b", "a: *none"])
def test_unreadable_is_a_problem_with_a_place(text: str) -> None:
    read = read_yaml(text)
    assert read.problem
    assert read.line >= 1


def test_bombs_are_refused() -> None:
    bomb = "a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n" + "".join(
        f"a{n}: &a{n} [{','.join([f'*a{n - 1}'] * 10)}]\n" for n in range(1, 9)
    )
    assert read_yaml(bomb).problem
    assert read_yaml("[" * 500 + "]" * 500).problem


@pytest.mark.parametrize(
    ("text", "front", "rest", "line"),
    [
        ("---\na: b\n---\nText\n", "a: b", "Text\n", 4),
        ("\n---  \na: b\n--- \nText", "a: b", "Text", 5),
        ("Text\n---\nmore", None, "Text\n---\nmore", 1),
        ("---\nnever closed", None, "---\nnever closed", 1),
        ("---\n---\nText", "", "Text", 3),
    ],
)
def test_front_matter(text: str, front: str | None, rest: str, line: int) -> None:
    assert split_front_matter(text) == (front, rest, line)
