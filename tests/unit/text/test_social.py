"""Styled letters, joined words, near copies, days and dates, as networks are full of them."""

from __future__ import annotations

import datetime as dt

import pytest

from smmgit.text.social.joined import capitalised, parted
from smmgit.text.social.likeness import alike, sketch
from smmgit.text.social.styled import styled
from smmgit.text.social.weekdays import clashes


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("𝗡𝗼𝘂𝘃𝗲𝗮𝘂 carnet", ["Nouveau"]),
        ("𝓑𝓸𝓷𝓳𝓸𝓾𝓻 à 𝓽𝓸𝓾𝓼", ["Bonjour", "tous"]),
        ("𝒜𝓁ℓ ℯ𝓃𝒹", ["All end"]),
        ("ⓗⓔⓛⓛⓞ 🅽🅴🆆 🄽🄴🅆", ["hello NEW NEW"]),
        ("s̶o̶l̶d̶e̶s̶", ["soldes"]),
        ("Ｈｅｌｌｏ", ["Hello"]),
        ("東京ＡＢＣＤ", []),
        ("XXIᵉ, Mᵐᵉ, 1ᵉʳ, nᵒˢ, x², ℝ, 𝕏, 🅰️🅱️, e\u0301e\u0301e\u0301", []),
    ],
)
def test_styled(text: str, plain: list[str]) -> None:
    found = list(styled(text))
    assert [one.plain for one in found] == plain
    assert all(0 <= one.start < one.end <= len(text) for one in found)


@pytest.mark.parametrize(
    ("tag", "whole"),
    [
        ("fêtedesmères", "FêteDesMères"),
        ("fetedesmeres", "FeteDesMeres"),
        ("lettresalamain", "LettresALaMain"),
        ("blackfriday2026", "BlackFriday2026"),
        ("portesouvertes", "PortesOuvertes"),
        ("handwrittenletters", "HandwrittenLetters"),
        ("together", ""),
        ("aujourdhui", ""),
        ("entrepreneuriat", ""),
        ("communications", ""),
        ("notebook", ""),
    ],
)
def test_parted(tag: str, whole: str) -> None:
    assert capitalised(parted(tag)) == whole


def test_a_sketch_survives_small_changes_and_nothing_else() -> None:
    one = "le carnet à spirale qui tient toutes ses promesses relié à la main au bord de la rivière depuis longtemps"
    near = one.replace("toutes ses", "toutes vraiment ses")
    other = "une enveloppe de papier kraft nouée de ficelle rouge et garnie d une branche de sapin pour les fêtes"
    assert len(set(sketch(one)) & set(sketch(near))) >= 3
    assert not set(sketch(one)) & set(sketch(other))
    assert sketch("trop court pour rien") == ()


def test_how_alike() -> None:
    assert alike("le carnet rouge est là", "le carnet rouge est ici", 0.8) > 0.8
    assert alike("le carnet rouge est là", "une lettre d amour", 0.8) == 0.0
    assert alike("version 14 is out now for all", "version 15 is out now for all", 0.8) == 0.0


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("jeudi 25 novembre", ["2026-11-25"]),
        ("le mercredi 6 janvier", []),  # of 2027, which is nearer than that of 2026
        ("Mon, 2 Mar 2026 and Tues. 3rd of March 2026", []),
        ("Friday, December 19th", ["2026-12-19"]),
        ("Sunday 30 February, lundi 31 juin", []),
        ("demain, samedi", ["2026-11-26"]),
        ("dimanche 29 novembre 9999", ["9999-11-29"]),
    ],
)
def test_days_and_dates(text: str, days: list[str]) -> None:
    assert [clash.date.isoformat() for clash in clashes(text, dt.date(2026, 11, 25))] == days


def test_days_and_dates_at_the_edges_of_the_calendar() -> None:
    for near in (dt.date.min, dt.date.max):
        list(clashes("demain lundi, hier mardi, jeudi 25 novembre", near))
    assert list(clashes("jeudi 25 novembre", None)) == []
