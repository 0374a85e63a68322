"""Campaign tags on links: the brand's own site only, merged, never doubled."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from smmgit.model.brand import Brand
from smmgit.render.utm import utm, without_utm
from tests.unit.render.made import post, shown, words, workspace

OURS = utm("https://www.velinotte.fr/", "x", "noel", "un-post")
ADDED = "utm_source=x&utm_medium=social&utm_campaign=noel&utm_content=un-post"


@pytest.mark.parametrize(
    ("typed", "tagged"),
    [
        ("https://velinotte.fr", f"https://velinotte.fr/?{ADDED}"),
        ("https://velinotte.fr/a", f"https://velinotte.fr/a?{ADDED}"),
        ("https://www.Velinotte.fr:443/a?b=c#d", f"https://www.Velinotte.fr:443/a?b=c&{ADDED}#d"),
        ("https://boutique.velinotte.fr/?b", f"https://boutique.velinotte.fr/?b&{ADDED}"),
        ("https://velinotte.fr/?", f"https://velinotte.fr/?{ADDED}"),
        ("https://velinotte.fr/?b&#d?e", f"https://velinotte.fr/?b&{ADDED}#d?e"),
        (
            "https://velinotte.fr/?utm_source=lettre&utm_content=bas",
            "https://velinotte.fr/?utm_source=lettre&utm_content=bas&utm_medium=social&utm_campaign=noel",
        ),
        (f"https://velinotte.fr/?{ADDED}", f"https://velinotte.fr/?{ADDED}"),
        ("https://autrevelinotte.fr/", "https://autrevelinotte.fr/"),
        ("https://velinotte.fr.exemple.fr/", "https://velinotte.fr.exemple.fr/"),
        ("https://exemple.fr/?u=velinotte.fr", "https://exemple.fr/?u=velinotte.fr"),
        ("https://velinotte.fr@exemple.fr/", "https://velinotte.fr@exemple.fr/"),
        ("mailto:a@velinotte.fr", "mailto:a@velinotte.fr"),
        ("ftp://velinotte.fr/", "ftp://velinotte.fr/"),
        ("", ""),
    ],
)
def test_tags_join_what_the_address_has(typed: str, tagged: str) -> None:
    assert OURS.tagged(typed) == tagged
    assert OURS.tagged(tagged) == tagged


def test_values_are_encoded_and_empty_ones_left_out() -> None:
    made = utm("velinotte.fr", "x", "", "é t=&#").tagged("https://velinotte.fr/a")
    assert made == "https://velinotte.fr/a?utm_source=x&utm_medium=social&utm_content=%C3%A9%20t%3D%26%23"


def test_no_site_no_tags() -> None:
    assert utm("", "x", "c", "p").tagged("https://velinotte.fr/") == "https://velinotte.fr/"


def test_the_same_page_without_tags() -> None:
    assert without_utm(f"https://velinotte.fr/a?b=c&{ADDED}#d") == "https://velinotte.fr/a?b=c#d"
    assert without_utm(f"https://velinotte.fr/a?{ADDED}") == "https://velinotte.fr/a"


TAGGED = "https://velinotte.example/a?utm_source={0}&utm_medium=social&utm_content=un-post"


def test_links_in_the_text_are_tagged_and_origins_hold() -> None:
    made = shown("Voir https://velinotte.example/a. Puis https://autre.fr !")
    assert made.text == f"Voir {TAGGED.format('x')}. Puis https://autre.fr !"
    assert made.parts[0].source_offset(made.text.index("Puis")) == 50 + len("Voir https://velinotte.example/a. ")


def test_where_facets_carry_links_the_text_stays_short() -> None:
    made = shown(post("Voir https://velinotte.example/a", link="https://velinotte.example/b"), "bluesky")
    assert made.text == "Voir https://velinotte.example/a\n\nhttps://velinotte.example/b"
    assert [facet.target for facet in made.parts[0].facets] == [
        TAGGED.format("bluesky"), TAGGED.format("bluesky").replace("/a?", "/b?"),
    ]  # fmt: skip


def test_words_that_are_links_are_tagged_behind_the_words() -> None:
    made = shown("[voir](https://velinotte.example/a)", "telegram")
    assert (made.text, made.parts[0].facets[0].target) == ("voir", TAGGED.format("telegram"))


def test_a_brand_may_do_without_and_dead_links_get_none() -> None:
    ws = workspace(brand=Brand(site="https://velinotte.example", utm=False))
    typed = post("Voir https://velinotte.example/a", link="https://velinotte.example/b")
    assert words(typed, "x", ws) == ["Voir https://velinotte.example/a\n\nhttps://velinotte.example/b"]
    assert words(replace(typed, link=""), "instagram") == ["Voir https://velinotte.example/a"]


def test_a_link_typed_with_its_tags_is_the_same_link() -> None:
    typed = post(f"Voir {TAGGED.format('x')}", link="https://velinotte.example/a")
    assert words(typed) == [f"Voir {TAGGED.format('x')}"]


def test_what_is_linked_or_code_stays_as_typed_in_the_text() -> None:
    link = "[voir https://velinotte.example/a](https://velinotte.example/b)"
    assert shown(link, "telegram").text == "voir https://velinotte.example/a"
    assert words("`https://velinotte.example/a`", "x") == ["https://velinotte.example/a"]
