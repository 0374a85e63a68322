"""Styled letters and joined words, as networks are full of them."""

from __future__ import annotations

import pytest

from smmgit.text.social.joined import capitalised, parted
from smmgit.text.social.styled import styled


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
