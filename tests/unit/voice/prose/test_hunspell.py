"""Hunspell's format: affixes, conditions, compounds, case, marks, suggestions, on small dictionaries of our own."""

from __future__ import annotations

import os

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smmgit.voice.prose.spelling import Dictionary

AFF = """
SET UTF-8
TRY esianrtolcdugmphbyfvkwéè'-
NOSUGGEST !
FORBIDDENWORD F
NEEDAFFIX N
KEEPCASE K
ONLYINCOMPOUND c
COMPOUNDMIN 1
COMPOUNDRULE 2
COMPOUNDRULE n*1t
COMPOUNDRULE n*mp
ICONV 1
ICONV ’ '
REP 2
REP f ph
REP alot a_lot
MAP 1
MAP eéèê
PFX A Y 1
PFX A 0 re .
PFX B N 1
PFX B 0 un .
SFX S Y 3
SFX S y ies [^aeiou]y
SFX S 0 s [aeiou]y
SFX S 0 s [^y]
SFX D Y 2
SFX D 0 d e
SFX D 0 ed [^e]
SFX M Y 1
SFX M 0 's .
SFX G Y 1
SFX G 0 ly/Z .
SFX Z Y 1
SFX Z 0 ish .
"""
DIC = """20
paint/ASD
happy/B
party/S
day/S
kind/BG
curse/FS
crud/!
brico/N
brico/NS
iPhone/K
Paris/M
USA
photo
a
lot
0/nm
1/n1
1st/p
1th/tc
2/nm
2nd/p
café
été
alto
"""


@pytest.fixture(scope="module")
def words() -> Dictionary:
    return Dictionary(AFF, DIC)


@pytest.mark.parametrize(
    "word",
    [
        "paint", "paints", "painted", "repaint", "repainted", "parties", "days", "unhappy", "unkind", "kindly",
        "kindlyish", "Paris", "Paris's", "Paris’s", "PARIS", "PARIS'S", "Paint", "PAINT", "USA", "iPhone", "bricos",
        "1st", "21st", "22nd", "11th", "café", "CAFÉ", "well-paint".replace("well", "kind"), "paint.", "crud",
    ],
)  # fmt: skip
def test_known(words: Dictionary, word: str) -> None:
    assert words.known(word)


@pytest.mark.parametrize(
    "word",
    [
        "", "pantry", "daies", "partys", "unkindly", "repay", "paris", "usa", "Usa", "iphone", "IPHONE", "curse",
        "Curse", "brico", "1th", "2st", "11st", "kind-pantry", "unpaint", "cafe", "-", "a" * 70,
    ],
)  # fmt: skip
def test_unknown(words: Dictionary, word: str) -> None:
    assert not words.known(word)


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("foto", "photo"), ("pianted", "painted"), ("paintt", "paint"), ("pint", "paint"), ("cafe", "café"),
        ("ete", "été"), ("Foto", "Photo"), ("PIANT", "PAINT"), ("paintparty", "paint party"),
    ],
)  # fmt: skip
def test_suggestions(words: Dictionary, word: str, meant: str) -> None:
    assert words.suggest(word)[0] == meant


def test_what_should_not_be_suggested_is_not(words: Dictionary) -> None:
    assert "crud" not in words.suggest("crudd")
    assert words.suggest("") == words.suggest("x" * 40) == []


def test_two_words_are_suggested_where_the_list_says_so(words: Dictionary) -> None:
    assert "a lot" in words.suggest("alot")


def test_long_flags_and_aliases() -> None:
    aff = "FLAG long\nAF 2\nAF S.D.\nAF D.\nSFX S. Y 1\nSFX S. 0 s .\nSFX D. Y 1\nSFX D. 0 d .\n"
    words = Dictionary(aff, "2\nlove/1\nhate/2\n")
    assert [words.known(word) for word in ("loves", "loved", "hated", "hates")] == [True, True, True, False]


def test_numbered_flags() -> None:
    words = Dictionary("FLAG num\nSFX 101 Y 1\nSFX 101 0 s .\nSFX 7 Y 1\nSFX 7 0 d .\n", "1\nlove/101,7\n")
    assert words.known("loves") and words.known("loved")


def test_a_prefix_and_a_suffix_join_only_where_both_may_cross() -> None:
    aff = "PFX A Y 1\nPFX A 0 re .\nPFX B N 1\nPFX B 0 un .\nSFX S Y 1\nSFX S 0 s .\n"
    words = Dictionary(aff, "1\ntie/ABS\n")
    assert words.known("reties") and words.known("untie") and not words.known("unties")


def test_compounds_by_flag() -> None:
    words = Dictionary("COMPOUNDFLAG C\nCOMPOUNDMIN 3\n", "3\nbook/C\nshop/C\nkeeper\n")
    assert words.known("bookshop") and words.known("shopbookshop") and not words.known("bookkeeper")


def test_french_elisions_and_needed_affixes() -> None:
    prefixes = "PFX L' Y 2\nPFX L' 0 l' [aeiouéh]\nPFX L' é l'É é\n"
    aff = "FLAG long\nNEEDAFFIX ()\n" + prefixes + "SFX S. Y 2\nSFX S. 0 0/L' .\nSFX S. 0 s .\n"
    words = Dictionary(aff, "1\nécran/S.() po:nom\n")
    assert [words.known(one) for one in ("écran", "écrans", "l'écran", "l'Écran", "L'ÉCRAN", "l’écran")] == [True] * 6
    assert not words.known("l'écrans")


def test_a_file_that_makes_no_sense_knows_little_and_breaks_nothing() -> None:
    words = Dictionary(
        "SFX\nPFX A\nSFX B Y x\nSFX B 0\nREP\nCOMPOUNDMIN many\nAF x\nSFX C Y 1\nSFX C 0 s [\n", "x\n\n/\nword/C\n"
    )
    assert words.known("word") and not words.known("wordss")


@given(st.text(max_size=80), st.text(max_size=80), st.text(max_size=20))
@settings(max_examples=60, deadline=None)
def test_any_dictionary_answers(aff: str, dic: str, word: str) -> None:
    words = Dictionary(AFF[:400] + aff, DIC + dic)
    assert words.known(word) in (True, False)
    assert all(isinstance(one, str) for one in words.suggest(word))


FRENCH = "/usr/share/hunspell/fr.aff"


@pytest.mark.skipif(not os.path.exists(FRENCH), reason="needs Debian's hunspell-fr")
def test_the_real_french_dictionary() -> None:
    with open(FRENCH, encoding="utf-8") as aff, open(FRENCH[:-3] + "dic", encoding="utf-8") as dic:
        words = Dictionary(aff.read(), dic.read())
    right = "aujourd'hui jusqu'à qu'elle l'État L'ÉTAT chevaux mangeassions rendez-vous arc-en-ciel parisienne 2e"
    assert [word for word in right.split() if not words.known(word)] == []
    assert [word for word in "acceuil malgrés chevals l'etat".split() if words.known(word)] == []
    assert words.suggest("evenement")[:1] in (["événement"], ["évènement"])
