"""Several texts go to a checker as one sheet, and its answers come back to the right letters."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smmgit.model.say import Say
from smmgit.voice.prose.grammar import Sheet, read_grammalecte, read_harper, read_typos
from smmgit.voice.prose.span import Span

HERE = Say("here", "ici")


def test_a_remark_on_a_line_comes_back_to_its_text() -> None:
    sheet = Sheet(["one\ntwo words", "", "three"])
    assert sheet.text == "one\ntwo words\n\nthree"
    spans = sheet.spans([(3, Span(0, 5, HERE)), (1, Span(4, 9, HERE, ("word",), "x")), (7, Span(0, 1, HERE))])
    assert spans == [[Span(8, 13, HERE, ("word",), "x")], [], [Span(0, 5, HERE)]]


def test_letters_in_two_parts_are_composed_for_the_checker_and_counted_as_written() -> None:
    text = "l'e\u0301te\u0301 arrive"
    sheet = Sheet([text])
    assert sheet.text == "l'été arrive"
    (span,) = sheet.spans([(0, Span(6, 12, HERE))])[0]
    assert text[span.start : span.end] == "arrive"


def test_signs_that_programs_take_for_line_ends_do_not_move_lines() -> None:
    sheet = Sheet(["a\u2028b\rc\x85d\ne", "f"])
    assert sheet.text == "a b c d\ne\nf"


def test_remarks_outside_the_line_are_dropped() -> None:
    assert Sheet(["abc"]).spans([(0, Span(2, 9, HERE)), (0, Span(-1, 2, HERE)), (0, Span(1, 1, HERE))]) == [[]]


def test_grammalecte_is_read() -> None:
    error = {
        "nStart": 11,
        "nEnd": 16,
        "sType": "conj",
        "sMessage": "Accord avec “élèves”.",
        "aSuggestions": ["mangent"],
    }
    answer = json.dumps({"data": [{"iParagraph": 2, "lGrammarErrors": [error], "lSpellingErrors": [{"nStart": 0}]}]})
    message = Say("Accord avec “élèves”.", "Accord avec “élèves”.")
    assert read_grammalecte("Python 3\n" + answer) == [(1, Span(11, 16, message, ("mangent",), "grammalecte/conj"))]


@pytest.mark.parametrize("answer", ["", "no JSON", "[]", '{"data": 3}', "{"])
def test_an_answer_that_is_none_is_refused(answer: str) -> None:
    with pytest.raises(ValueError):
        read_grammalecte(answer)


def test_typos_counts_bytes() -> None:
    text = "été definately\nrecieve"
    rows = [
        {"type": "typo", "line_num": 1, "byte_offset": 6, "typo": "definately", "corrections": ["definitely"]},
        {"type": "typo", "line_num": 2, "byte_offset": 0, "typo": "recieve", "corrections": ["receive", "relieve"]},
        {"type": "binary_file"},
        {"type": "typo", "line_num": 9, "byte_offset": 0, "typo": "x", "corrections": []},
    ]
    found = read_typos("\n".join(map(json.dumps, rows)) + "\nnoise", text)
    assert [(row, text.split("\n")[row][span.start : span.end], span.replacements) for row, span in found] == [
        (0, "definately", ("definitely",)),
        (1, "recieve", ("receive", "relieve")),
    ]


def test_harpers_names_parted_words_and_style_are_left_out() -> None:
    text = "An test of approvers, ASAP, teh Elekto"
    rows = [
        (0, 2, "Agreement", "a", ["A"]),
        (11, 20, "Typo", "parted", ["app rovers"]),
        (22, 26, "Miscellaneous", "short", ["as soon as possible"]),
        (28, 31, "Typo", "the", ["the"]),
        (32, 38, "Spelling", "name", ["Elect"]),
    ]
    assert [text[span.start : span.end] for span in read_harper(rows, text)] == ["An", "teh"]


@given(st.lists(st.text(max_size=20), max_size=4), st.integers(-1, 6), st.integers(-2, 20), st.integers(-2, 20))
def test_no_remark_leaves_its_text(texts: list[str], row: int, start: int, end: int) -> None:
    for text, spans in zip(texts, Sheet(texts).spans([(row, Span(start, end, HERE))]), strict=True):
        assert all(0 <= span.start < span.end <= len(text) for span in spans)
