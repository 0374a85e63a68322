"""French spacing: where a no-break space goes, and where none may."""

from __future__ import annotations

import hypothesis.strategies as st
import pytest
from hypothesis import given

from smmgit.text.french import french, is_french


def spaced(text: str, lang: str = "fr") -> str:
    return french(text, lang).replace("\u00a0", "_")


@pytest.mark.parametrize(
    ("typed", "set_"),
    [
        ("Bonjour !", "Bonjour_!"),
        ("Bonjour!", "Bonjour_!"),
        ("Vraiment ?!", "Vraiment_?!"),
        ("Oui!!", "Oui_!!"),
        ("Bon ; puis", "Bon_; puis"),
        ("Voici: un", "Voici_: un"),
        ("Liste :\n- a", "Liste_:\n- a"),
        ("Fin :", "Fin_:"),
        ("« mot »", "«_mot_»"),
        ("«mot»", "«_mot_»"),
        ("«Oui!»", "«_Oui_!_»"),
        ("« Ça va ? »", "«_Ça va_?_»"),
        ("50 % et 20 €", "50_% et 20_€"),
        ("10 000 pages", "10_000 pages"),
        ("1 234 567", "1_234_567"),
        ("narrow\u202f!", "narrow_!"),
        ("déjà\u00a0!", "déjà_!"),
        ("Merci @lea!", "Merci @lea_!"),
        ("#Papier!", "#Papier_!"),
        ("https://a.fr !", "https://a.fr_!"),
        ("🎉 !", "🎉_!"),
    ],
)
def test_france(typed: str, set_: str) -> None:
    assert spaced(typed) == set_


@pytest.mark.parametrize(
    "typed",
    [
        "https://a.fr/b?c=d;e:f!g",
        "10:30 et 16:9",
        "a :) b ;-) c :D",
        ":tada: fête :joie:",
        "(!) [?]",
        "! au début",
        "page?id=1",
        "Yahoo!Mail",
        "AT&amp; T",
        "a,b . c… (d)",
        "std::vector",
        "en 2026, 12 mois",
        "50% collé",
    ],
)
def test_left_alone(typed: str) -> None:
    assert spaced(typed) == typed


@pytest.mark.parametrize(
    ("typed", "set_"),
    [("Bonjour !", "Bonjour !"), ("Bonjour!", "Bonjour!"), ("Voici : « a »", "Voici_: «_a_»"), ("50 %", "50_%")],
)
def test_canada_sets_only_colon_guillemets_and_figures(typed: str, set_: str) -> None:
    assert spaced(typed, "fr-CA") == set_


def test_which_languages_are_french() -> None:
    assert is_french("fr") and is_french("fr-CA") and is_french("FR_be")
    assert not is_french("en") and not is_french("fro") and not is_french("")


soup = st.text(alphabet="ab1 «»!?:;%€\u00a0\u202f\n.(/&👍", max_size=60)


@given(soup, st.sampled_from(["fr", "fr-CA"]))
def test_only_spaces_change_and_once_is_enough(text: str, lang: str) -> None:
    once = french(text, lang)
    blank = dict.fromkeys(map(ord, " \u00a0\u202f"))
    assert once.translate(blank) == text.translate(blank)
    assert french(once, lang) == once
    assert once.count("\u202f") <= text.count("\u202f")
