"""The count of fields: read and placed separately, so that a gap shows."""

from __future__ import annotations

from smmgit.importers.tally import Tally, leaves


def test_a_value_without_a_place_is_lost() -> None:
    tally = Tally()
    tally.read("text", 3)
    tally.mapped("text")
    tally.kept("text")
    (count,) = tally.counts()
    assert (count.total, count.mapped, count.kept, count.lost) == (3, 1, 1, 1)


def test_a_place_that_is_not_there_keeps_instead() -> None:
    tally = Tally()
    tally.read("result.uri")
    tally.mapped("result.uri")
    tally.read("text")
    tally.mapped("text")
    tally.keep_instead("result.")
    assert [(one.field, one.mapped, one.kept, one.lost) for one in tally.counts()] == [
        ("result.uri", 0, 1, 0),
        ("text", 1, 0, 0),
    ]


def test_leaves_are_values_by_path() -> None:
    value = {"a": "1", "b": [{"c": "2"}, {"c": "3", "d": None}], "e": [], "f": ["x", "y"]}
    assert leaves(value) == {"a": 1, "b[].c": 2, "f[]": 2}
