"""Addresses as people type them in sentences."""

from __future__ import annotations

import pytest

from smmgit.text.addresses import addresses


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Voir https://a.fr/b.", ["https://a.fr/b"]),
        ("(https://a.fr/b)", ["https://a.fr/b"]),
        ("(voir https://a.fr/b_(c))", ["https://a.fr/b_(c)"]),
        ("https://fr.wikipedia.org/wiki/É_(lettre)!", ["https://fr.wikipedia.org/wiki/É_(lettre)"]),
        ("« https://velinotte.example/x »", ["https://velinotte.example/x"]),
        ("«https://a.fr»", ["https://a.fr"]),
        ("http://localhost:8000/?a=1&b=2#c, HTTPS://B.fr", ["http://localhost:8000/?a=1&b=2#c", "HTTPS://B.fr"]),
        ("https:// rien, a.fr non plus", []),
        ("**https://a.fr**", ["https://a.fr"]),
    ],
)
def test_an_address_ends_where_the_sentence_goes_on(text: str, found: list[str]) -> None:
    spans = addresses(text)
    assert [span.target for span in spans] == found
    assert all(text[span.start : span.end] == span.text == span.target for span in spans)
