"""Sentences end where a reader ends them, in English and in French."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smmgit.voice.prose.sentences import sentences


def cut(text: str, *, lines: bool = False) -> list[str]:
    return [text[start:end] for start, end in sentences(text, lines=lines)]


ONE = [
    "We open at 9.30 a.m. on Mondays.",
    "Ask Mr. Baker or Mrs. J. R. Cook about it.",
    "Bring pens, e.g. a red one, i.e. nothing blue.",
    "It costs $4.50 with the code v2.0 today.",
    "See fig. 3 and p. 12 for details.",
    "The shop (it opened in May!) is full.",
    "“Is it late?” she asked.",
    "Write to lea@example.org or see example.org for more.",
    "I wanted to say... well, never mind.",
    "He lives in the U.S. near a lake.",
    "Le Dr Martin et M. Dupont arrivent à 9 h 30.",
    "Au IIe s. av. J.-C. on écrivait sur papyrus.",
    "Apportez un stylo, p. ex. un feutre, etc. pour la séance.",
    "« Vraiment ? » demande-t-elle.",
    "Voir art. 12, al. 3 et n° 7 du code.",
]
TWO = [
    "We are open. Come in.",
    "Really?! Yes!",
    "She said “Come in.” We did.",
    "It costs $4.50. Take two.",
    "Ask Smith and Co. They know.",
    "Bring pens, paper, etc. We bring the rest.",
    "I never thought that.... She left.",
    "It was you and I. Did you see?",
    "Nous fermons à midi. Revenez demain !",
    "« C'est fini. » Elle partit.",
    "Vraiment ? Oui.",
    "Rendez-vous au 3e étage. L'ascenseur est à gauche.",
]


@pytest.mark.parametrize("text", ONE)
def test_one_sentence(text: str) -> None:
    assert cut(text) == [text]


@pytest.mark.parametrize("text", TWO)
def test_two_sentences(text: str) -> None:
    assert len(cut(text)) == 2


def test_points_set_apart_are_an_omission_until_the_fourth() -> None:
    assert len(cut("The thing is . . . I forgot.")) == 1
    assert len(cut("The thing is over. . . . I forgot.")) == 2


def test_lines_end_sentences_only_when_asked() -> None:
    post = "New in store\n\n- pens\n- paper\n\nCome in"
    assert cut(post) == [post]
    assert cut(post, lines=True) == ["New in store", "- pens", "- paper", "Come in"]


@given(st.text(alphabet=st.sampled_from("ab A.!?…\"'”») \n-1\u0301🎉"), max_size=60), st.booleans())
def test_sentences_hold_every_word_once_and_in_order(text: str, lines: bool) -> None:
    spans = sentences(text, lines=lines)
    assert "".join("".join(text[start:end].split()) for start, end in spans) == "".join(text.split())
    for (_, end), (start, _) in itertools.pairwise(spans):
        assert end <= start
    assert all(text[start:end] == text[start:end].strip() for start, end in spans)
