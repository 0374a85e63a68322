"""What travels: each markup escapes what is literal and writes what is styled; undone, it reads as shown."""

from __future__ import annotations

import html
import re
from collections.abc import Callable

import hypothesis.strategies as st
import pytest
from hypothesis import given, settings

from smmgit.model.rendition import Facet
from smmgit.render.wire import wire
from tests.unit.render.made import SPECS, shown


def sent(text: str, channel: str) -> str:
    return shown(text, channel).parts[0].sent


@pytest.mark.parametrize(
    ("channel", "wired"),
    [
        ("telegram", "<b>Gras</b> &amp; <i>fin</i> &lt;ici&gt; <del>non</del> <code>a&lt;b</code>"),
        ("discord", "**Gras** & *fin* \\<ici> ~~non~~ `a<b`"),
        ("slack", "*Gras* &amp; _fin_ &lt;ici&gt; ~non~ `a&lt;b`"),
        ("x", "Gras & fin <ici> non a<b"),
        ("tumblr", "Gras & fin <ici> non a<b"),
        ("linkedin", "Gras & fin \\<ici\\> non a\\<b"),
    ],
)
def test_styles_in_each_markup(channel: str, wired: str) -> None:
    assert sent("**Gras** & _fin_ <ici> ~~non~~ `a<b`", channel) == wired


@pytest.mark.parametrize(
    ("channel", "wired"),
    [
        ("telegram", 'Voir <a href="https://a.fr/?b=c&amp;d=&quot;">le site</a>'),
        ("discord", 'Voir [le site](https://a.fr/?b=c&d=")'),
        ("slack", 'Voir <https://a.fr/?b=c&amp;d="|le site>'),
    ],
)
def test_words_that_are_links(channel: str, wired: str) -> None:
    assert sent('Voir [le site](https://a.fr/?b=c&d=")', channel) == wired


def test_addresses_travel_as_typed() -> None:
    url = "https://a.fr/x_y_(z)?b=c~d#e*f"
    assert sent(f"_ici_ {url}", "discord") == f"*ici* {url}"
    assert sent(f"\\[ici\\] {url}", "linkedin") == f"\\[ici\\] {url}"


def test_people_on_the_wire() -> None:
    assert sent("Merci @lea !", "linkedin") == "Merci @[Léa Martin](urn:li:person:abc) !"
    assert sent("Merci @lea !", "discord") == "Merci <@123> !"
    assert sent("Merci @lea !", "slack") == "Merci <@U123> !"
    assert sent("Merci **@lea** !", "slack") == "Merci *<@U123>* !"
    assert sent("Merci @lea !", "matrix") == 'Merci <a href="https://matrix.to/#/@lea:matrix.org">@lea:matrix.org</a> !'
    assert sent("u/autre et @lea", "reddit") == "u/autre et u/lea_m"


def test_line_breaks_and_quotes() -> None:
    assert sent("un\ndeux", "matrix") == "un<br>deux"
    assert sent("un\ndeux", "reddit") == "un  \ndeux"
    assert sent("> un\n> deux\n\ntrois", "discord") == "> un\n> deux\n\ntrois"
    assert sent("> un\n> deux\n\ntrois", "telegram") == "<blockquote>un\ndeux</blockquote>\n\ntrois"
    assert sent("```\na\nb\n```", "matrix") == "<pre>a\nb</pre>"
    assert sent("````\na ``` b\n````", "discord") == "````\na ``` b\n````"
    assert sent("`` a`b` ``", "discord") == "`` a`b` ``"


def test_what_would_be_markdown_is_escaped() -> None:
    typed = "\\# titre\n\\> cité \\*a\\* a_b_ || \\`c\\` <@1> \\[a](b) \\&amp; ^x"
    wired = "\\# titre\n\\> cité \\*a\\* a\\_b\\_ \\|\\| \\`c\\` \\<@1> \\[a\\](b) \\&amp; \\^x"
    assert sent(typed, "discord") == wired
    assert sent("un\n===\n-# petit\n- liste\n#tag", "reddit") == "un  \n\\===  \n\\-# petit  \n- liste  \n\\#tag"


def test_hashtags_are_meant_on_linkedin_and_literal_signs_are_not() -> None:
    assert sent("#Papier #a_b, C\\# 5 #1 (non)", "linkedin") == "#Papier {hashtag|\\#|a\\_b}, C\\# 5 \\#1 \\(non\\)"


def undo_backslashes(text: str) -> str:
    return re.sub(r"\\([^0-9A-Za-z\s])", r"\1", text)


def undo_little(text: str) -> str:
    return undo_backslashes(re.sub(r"\{hashtag\|\\#\|([^}]*)\}", r"#\1", text))


UNDO: dict[str, Callable[[str], str]] = {
    "discord": undo_backslashes,
    "reddit": lambda text: undo_backslashes(text.replace("  \n", "\n")),
    "slack": html.unescape,
    "telegram": html.unescape,
    "matrix": lambda text: html.unescape(text.replace("<br>", "\n")),
    "linkedin": undo_little,
}
literal = st.lists(
    st.sampled_from(
        ["mot", "*", "_", "~~", "`", "|", "[a](b)", "<b>", "<@1>", ">", "#", "#tag", "#a_b", "-", "- ", "---", "\n",
         " ", "\\", "&", "&amp;", "@lea", "{x}", "(", ")", "https://a.fr/x_y*z?b=c&d", "^", "=", "é", "👍"]
    ),
    max_size=25,
).map("".join)  # fmt: skip


@settings(max_examples=200)
@given(literal, st.sampled_from(sorted(UNDO)))
def test_undoing_the_escapes_gives_the_text_back(text: str, platform: str) -> None:
    text = re.sub(r" +\n", "\n", text)
    assert UNDO[platform](wire(text, (), SPECS[platform])) == text


@settings(max_examples=200)
@given(literal, st.sampled_from(["telegram", "matrix"]))
def test_html_is_well_formed_whatever_is_styled(text: str, channel: str) -> None:
    made = shown("a " + text + " **gras _fin** fin_ [mot **a**](https://a.fr) > x", channel)
    opened: list[str] = []
    for closing, tag in re.findall(r"<(/?)(\w+)[^<>]*>", made.parts[0].sent):
        if tag == "br":
            continue
        if closing:
            assert opened.pop() == tag
        else:
            opened.append(tag)
    assert not opened
    stripped = re.sub(r"<br>", "\n", made.parts[0].sent)
    assert html.unescape(re.sub(r"<[^<>]*>", "", stripped)) == made.parts[0].text


def test_crossing_styles_are_closed_and_opened_again() -> None:
    crossing = (Facet(kind="bold", start=0, end=4, text="abcd"), Facet(kind="italic", start=2, end=6, text="cdef"))
    assert wire("abcdefg", crossing, SPECS["telegram"]) == "<b>ab<i>cd</i></b><i>ef</i>g"
