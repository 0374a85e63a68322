"""Edits land where they were meant to, whatever the file's line ends."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from smmgit.files.disk.edits import Lines, apart
from smmgit.model.finding import Edit, Fix, Swap
from smmgit.model.say import Say

TITLE = Say("x", "x")
TEXTS = st.text(alphabet="ab😀\n", max_size=30)


@given(text=TEXTS, end=st.sampled_from(["\n", "\r\n", "\r"]), mark=st.sampled_from(["", "\ufeff"]), data=st.data())
def test_an_edit_does_the_same_with_any_line_ends(text: str, end: str, mark: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    stop = data.draw(st.integers(start, len(text)))
    edit = Edit(start + len(mark), stop + len(mark), "é\nà" if "\n" in text else "é")
    lines = Lines(mark + text.replace("\n", end))
    plain = text[:start] + edit.text + text[stop:]
    assert lines.applied([edit]) == mark + plain.replace("\n", end)
    place = lines.place(edit.start)
    assert text.split("\n")[place.line - 1][: place.column - 1] == text[:start].rpartition("\n")[2]


def test_several_edits_are_made_together() -> None:
    text = "un deux\r\ntrois"
    edits = [Edit(0, 2, "1"), Edit(3, 7, ""), Edit(7, 8, " "), Edit(8, 8, "3,"), Edit(13, 13, ".")]
    assert Lines(text).applied(edits) == "1  3,trois."


def test_what_meets() -> None:
    assert apart(Edit(0, 2, ""), Edit(2, 4, ""))
    assert not apart(Edit(0, 3, ""), Edit(2, 4, ""))
    assert not apart(Edit(1, 1, "a"), Edit(0, 3, ""))
    assert not apart(Edit(1, 1, "a"), Edit(1, 1, "b"))
    assert apart(Edit(0, 0, "a"), Edit(0, 3, ""))


def test_a_swap_takes_the_whole_word_at_its_place() -> None:
    lines = Lines("\ufeff---\r\nchannels: [xx, X, x-y, x]\r\n")
    (edit,) = lines.edits(Fix(TITLE, swaps=(Swap(2, 11, "x", "bluesky"),)))
    assert lines.applied([edit]) == "\ufeff---\r\nchannels: [xx, bluesky, x-y, x]\r\n"
    for swap in (Swap(2, 24, "X", "y"), Swap(2, 25, "x-y", "y"), Swap(9, 1, "x", "y")):
        assert lines.edits(Fix(TITLE, swaps=(swap,))) == () or swap.column == 24
    assert lines.edits(Fix(TITLE, (Edit(0, 99, ""),))) == ()
    assert lines.edits(Fix(TITLE, (Edit(0, 1, ""),), swaps=(Swap(9, 1, "x", "y"),))) == ()
