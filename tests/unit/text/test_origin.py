"""A traced text always knows where its characters came from."""

from __future__ import annotations

import hypothesis.strategies as st
from hypothesis import given

from smmgit.text.origin import Mark, Traced, joined

words = st.text(alphabet="ab cé\n👍", max_size=30)


@st.composite
def edited(draw: st.DrawFn) -> tuple[str, list[tuple[int, int, str]]]:
    text = draw(words)
    edges = sorted(draw(st.lists(st.integers(0, len(text)), max_size=8)))
    changes = []
    for start, end in zip(edges[::2], edges[1::2], strict=False):
        if not changes or start > changes[-1][1]:
            changes.append((start, end, draw(st.sampled_from(["", "x", "longer text"]))))
    return text, changes


@given(edited(), st.integers(0, 1000))
def test_edits_replace_exactly_what_they_name(case: tuple[str, list[tuple[int, int, str]]], offset: int) -> None:
    text, changes = case
    expected, at = "", 0
    for start, end, put in changes:
        expected += text[at:start] + put
        at = end
    assert Traced.of(text, offset).replaced(changes).text == expected + text[at:]


@given(edited(), st.integers(0, 1000))
def test_every_kept_character_maps_to_itself_in_the_source(
    case: tuple[str, list[tuple[int, int, str]]], offset: int
) -> None:
    text, changes = case
    traced = Traced.of(text, offset).replaced(changes)
    new = old = 0
    for start, end, put in [*changes, (len(text), len(text), "")]:
        for step in range(start - old):
            assert traced.source(new + step) == offset + old + step
        new += start - old
        for step in range(len(put)):
            assert offset + start <= traced.source(new + step) <= offset + end
        new, old = new + len(put), end


@given(edited(), edited())
def test_origins_never_decrease_nor_leave_the_source(
    first: tuple[str, list[tuple[int, int, str]]], second: tuple[str, list[tuple[int, int, str]]]
) -> None:
    text, changes = first
    traced = Traced.of(text, 5).replaced(changes)
    traced = traced.replaced([one for one in second[1] if one[1] <= len(traced.text)]).plus("tail").stripped()
    offsets = [traced.source(at) for at in range(len(traced.text) + 1)]
    assert offsets == sorted(offsets)
    assert all(5 <= at <= 5 + len(text) for at in offsets)
    assert [at for at, _ in traced.origin] == sorted({at for at, _ in traced.origin})
    assert traced.origin[-1][0] == len(traced.text)


@given(edited(), st.data())
def test_a_part_of_a_text_remembers_like_the_whole(
    case: tuple[str, list[tuple[int, int, str]]], data: st.DataObject
) -> None:
    text, changes = case
    traced = Traced.of(text).replaced(changes)
    start = data.draw(st.integers(0, len(traced.text)))
    end = data.draw(st.integers(start, len(traced.text)))
    part = traced.part(start, end)
    assert part.text == traced.text[start:end]
    assert [part.source(at) for at in range(end - start)] == [traced.source(at) for at in range(start, end)]


@given(edited(), st.data())
def test_marks_follow_what_they_cover(case: tuple[str, list[tuple[int, int, str]]], data: st.DataObject) -> None:
    text, changes = case
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    covered = set(range(start, end))
    traced = Traced.of(text, 0, (Mark("bold", start, end),)).replaced(changes)
    kept = {at for at in covered if not any(s <= at < e for s, e, _ in changes)}
    if not kept:
        return
    (mark,) = traced.marks
    inside = {traced.source(at) for at in range(mark.start, mark.end)}
    assert kept <= inside
    # Nothing comes in but what replaced a part of it.
    if not any(s < start < e or s < end < e for s, e, _ in changes):
        assert start <= traced.source(mark.start)
        assert traced.source(mark.end - 1) <= end


def test_an_insertion_at_the_end_of_a_mark_stays_outside() -> None:
    traced = Traced.of("mot !", 0, (Mark("bold", 0, 3),)).replaced([(3, 3, "\u00a0")])
    assert traced.marks == (Mark("bold", 0, 3),)


def test_a_mark_over_replaced_text_covers_the_new_text() -> None:
    traced = Traced.of("voir a.fr ici", 0, (Mark("link", 5, 9),)).replaced([(5, 9, "https://a.fr/")])
    assert traced.text[traced.marks[0].start : traced.marks[0].end] == "https://a.fr/"


def test_joined_texts_keep_their_own_places() -> None:
    both = joined([Traced.of("un", 10), Traced.of("deux", 40, (Mark("bold", 0, 4),))], "\n\n")
    assert both.text == "un\n\ndeux"
    assert [both.source(at) for at in (0, 1, 4, 7)] == [10, 11, 40, 43]
    assert both.marks == (Mark("bold", 4, 8),)
