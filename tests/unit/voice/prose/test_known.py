"""Known misspellings are wrong in any context, and told with what is right."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smmgit.voice.prose.known import check, listed, read_codespell
from smmgit.voice.prose.known_words import ENGLISH, FRENCH


def fixed(text: str, lang: str) -> str:
    for span in reversed(check(text, lang)):
        text = text[: span.start] + span.replacements[0] + text[span.end :]
    return text


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Malgrés le traffic, l'acceuil est ouvert.", "Malgré le trafic, l'accueil est ouvert."),
        ("Sa va ? Quelque soit le jour…", "Ça va ? Quel que soit le jour…"),
        ("PARMIS NOUS", "PARMI NOUS"),
        ("Quelques uns d'entre nous, aujourdhui", "Quelques-uns d'entre nous, aujourd'hui"),
    ],
)
def test_french(text: str, right: str) -> None:
    assert fixed(text, "fr-CA") == right


@pytest.mark.parametrize(
    ("text", "right"),
    [("Definately recieve it. We would of come.", "Definitely receive it. We would have come."), ("Alot!", "A lot!")],
)
def test_english(text: str, right: str) -> None:
    assert fixed(text, "en") == right


@pytest.mark.parametrize(
    "text",
    [
        "sa va-nu-pieds", "language@example.org", "#traffic", "https://x.example/traffic", "`traffic`",
        "traffic.example/a",
        "Lire The Marriage Book", "L'outil Google Language", "trafics", "mise à jour", "au-dessus",
    ],
)  # fmt: skip
def test_names_addresses_tags_and_code_are_left_alone(text: str) -> None:
    assert check(text, "fr") == []


def test_other_languages_have_no_list() -> None:
    assert check("recieve acceuil", "de") == []


@pytest.mark.parametrize(("lang", "table"), [("fr", FRENCH), ("en", ENGLISH)])
def test_every_entry_is_found_and_its_right_form_is_not(lang: str, table: str) -> None:
    entries = table.split()
    assert len(entries) >= 200
    wrongs = [entry.partition("=")[0] for entry in entries]
    assert len(set(wrongs)) == len(wrongs)
    for entry in entries:
        wrong, _, rights = entry.replace("_", " ").partition("=")
        assert [span.replacements for span in check(f"et {wrong} puis", lang)] == [tuple(rights.split("/"))], entry
        assert [right for right in rights.split("/") if check(f"et {right} puis", lang)] == [], entry


def test_a_codespell_list_is_read_and_used() -> None:
    table = read_codespell(
        "abandonned->abandoned\nclas->class, disabled because of a name\naa->a, b, c\nnothing\n->x\n"
    )
    assert table == {"abandonned": ("abandoned",), "clas": ("class",), "aa": ("a", "b")}
    assert [span.replacements for span in check("An Abandonned shop", "en", listed(table))] == []
    assert [span.replacements for span in check("an abandonned shop", "en", listed(table))] == [("abandoned",)]


def test_a_word_on_both_lists_is_told_once() -> None:
    assert len(check("recieve", "en", listed({"recieve": ("receive",)}))) == 1


@given(st.text(max_size=80), st.sampled_from(["fr", "en"]))
def test_spans_lie_inside_the_text(text: str, lang: str) -> None:
    assert all(0 <= span.start < span.end <= len(text) and span.replacements for span in check(text, lang))
