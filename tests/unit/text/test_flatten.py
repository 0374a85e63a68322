"""Markdown of a post: what readers see, which runs are styled, what is lost and where."""

from __future__ import annotations

import hypothesis.strategies as st
import pytest
from hypothesis import given, settings

from smmgit.text.flatten import flatten

ALL = ("bold", "italic", "strike", "code", "pre", "quote")


def seen(text: str, styles: tuple[str, ...] = (), links: str = "plain") -> str:
    return flatten(text, styles, links).traced.text


def styled(text: str, links: str = "words") -> list[tuple[str, str, str]]:
    traced = flatten(text, ALL, links).traced
    return [(mark.kind, traced.text[mark.start : mark.end], mark.target) for mark in traced.marks]


def lost(text: str, styles: tuple[str, ...] = (), links: str = "plain") -> list[tuple[str, str]]:
    return [(one.what, one.text) for one in flatten(text, styles, links).lost]


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("Bonjour **tout** le monde", "Bonjour tout le monde"),
        ("un *mot* et _un autre_", "un mot et un autre"),
        ("***fort***", "fort"),
        ("~~non~~ oui", "non oui"),
        ("`a *b* c`", "a *b* c"),
        ("`` un ` dedans ``", "un ` dedans"),
        ("# Titre\nsuite", "Titre\nsuite"),
        ("### Titre", "Titre"),
        ("\\## pas un titre", "## pas un titre"),
        ("5 \\* 3", "5 * 3"),
        ("C:\\temp", "C:\\temp"),
        ("> cité\n> encore\nlibre", "cité\nencore\nlibre"),
        ("<https://a.fr/x_y_z>", "https://a.fr/x_y_z"),
        ("<!-- smmgit-disable text/length until=2026-12-31: raison -->\nBonjour", "Bonjour"),
        ("Un\n\n<!-- note -->\n\nDeux", "Un\n\nDeux"),
        ("Un <!-- note -->mot", "Un mot"),
        ("Un\n\n![plan](plan.png)\n\nDeux", "Un\n\nDeux"),
        ("```py\nx = **1**\n```\nfin", "x = **1**\nfin"),
        ("~~~\n## a\n~~~", "## a"),
        ("un\r\ndeux\r\n", "un\ndeux"),
        ("[le carnet](https://a.fr/c)", "le carnet https://a.fr/c"),
        ("[a.fr/c](https://a.fr/c).", "https://a.fr/c."),
        ("[é](https://fr.wikipedia.org/wiki/É_(lettre))", "é https://fr.wikipedia.org/wiki/É_(lettre)"),
        ("[nous](mailto:a@b.fr)", "nous a@b.fr"),
        ("[**gras**](https://a.fr)", "gras https://a.fr"),
        ("[x](javascript:alert(1))", "x"),
    ],
)
def test_readers_see_words_not_markup(typed: str, shown: str) -> None:
    assert seen(typed) == shown


@pytest.mark.parametrize(
    "typed",
    [
        "étudiant*e*s et tou*te*s",
        "2*3*4 = 24, prix* et *sous conditions",
        "le_nom_du_fichier et @jean_paul_ et #mot_dièse_",
        "https://a.fr/__init__/*x*?a=b_c_d",
        "- un\n- deux\n* trois\n1. quatre",
        "a < b > c",
        "un [crochet] et (parenthèse)",
        "**pas fini",
        "`pas fini",
        "<!-- pas fini",
        "```\npas fini",
        "¯(ツ)¯ ~5 € 3 ~ 4",
        "rdv à 10:30 #ici",
        "____",
        "C# is fine",
        "**un\n\ndeux**",
    ],
)
def test_what_is_no_markup_stays_as_typed(typed: str) -> None:
    assert seen(typed) == typed
    assert lost(typed) == []


def test_styles_a_platform_can_show_become_marks() -> None:
    assert styled("**un *deux* trois** ~~q~~ `c` [w](https://a.fr)") == [
        ("italic", "deux", ""),
        ("bold", "un deux trois", ""),
        ("strike", "q", ""),
        ("code", "c", ""),
        ("link", "w", "https://a.fr"),
    ]
    assert styled("> a\n> **b**\n\n```\nc\n```") == [("quote", "a\nb", ""), ("bold", "b", ""), ("pre", "c", "")]
    assert lost("**un** ~~q~~ `c`", ALL) == []


def test_a_heading_is_bold_where_bold_exists_and_a_loss_everywhere() -> None:
    assert styled("### Le titre\ntexte") == [("bold", "Le titre", "")]
    assert lost("### Le titre", ALL) == [("heading", "### Le titre")]


@pytest.mark.parametrize(
    ("typed", "loss"),
    [
        ("**a**", ("bold", "**a**")),
        ("_a_", ("italic", "_a_")),
        ("~~a~~", ("strike", "~~a~~")),
        ("`a`", ("code", "`a`")),
        ("```\na\n```", ("pre", "```\na\n```")),
        ("> a\n> b", ("quote", "> a")),
        ("![le plan](a.png)", ("image", "le plan")),
        ("[a](https://a.fr)", ("markdown-link", "[a](https://a.fr)")),
        ("| a | b |\n|---|---|\n| c | d |", ("table", "|---|---|")),
    ],
)
def test_what_plain_text_cannot_show_is_a_loss(typed: str, loss: tuple[str, str]) -> None:
    assert lost(typed) == [loss]


def test_dead_links_keep_the_words_only() -> None:
    flat = flatten("voir [ici](https://a.fr)", (), "dead")
    assert flat.traced.text == "voir ici"
    assert [one.what for one in flat.lost] == ["link"]


def test_losses_say_where_in_the_source() -> None:
    (loss,) = flatten("un\r\ndeux **trois**", (), "plain").lost
    assert loss.offset == "un\r\ndeux **trois**".index("**")


def test_characters_remember_their_source() -> None:
    typed = "<!-- x -->\n**Bonjour** [là](https://a.fr) !"
    traced = flatten(typed, (), "plain").traced
    assert typed[traced.source(traced.text.index("jour")) :].startswith("jour")
    assert typed[traced.source(traced.text.index("là")) :].startswith("là")
    assert typed[traced.source(traced.text.index("!")) :].startswith("!")


soup = st.text(alphabet="ab \n*_~`[]()<>!#|\\-\r@/:.é👍\u00a0\ud800", max_size=120)


@settings(max_examples=300)
@given(soup, st.sampled_from(["words", "plain", "dead"]), st.booleans())
def test_any_text_flattens_with_marks_and_origins_in_range(typed: str, links: str, styles: bool) -> None:
    flat = flatten(typed, ALL if styles else (), links)
    traced = flat.traced
    offsets = [traced.source(at) for at in range(len(traced.text) + 1)]
    assert offsets == sorted(offsets)
    assert all(0 <= at <= len(typed) for at in offsets)
    assert all(0 <= mark.start < mark.end <= len(traced.text) for mark in traced.marks)
    assert all(0 <= one.offset <= len(typed) for one in flat.lost)
    assert "\r" not in traced.text


@given(st.text(alphabet="ab é,.\n👍'’", max_size=80))
def test_plain_words_come_out_as_they_went_in(typed: str) -> None:
    assert seen(typed) == typed.strip()


@pytest.mark.parametrize(
    "unit",
    ["*", "**a ", "[a](", "![", "<!--", "<!-- -->", "`", "`` ` ", "> a\n", "~~", "_a", "https://x", "|-\n", "\\"],
)
def test_hostile_text_ends(unit: str) -> None:
    """What is scanned twice over would not end before the runner's time limit."""
    flatten(unit * (300_000 // len(unit)), ALL, "plain")
