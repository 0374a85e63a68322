"""`@id` of people.yml becomes the platform's way of naming that person."""

from __future__ import annotations

import pytest

from smmgit.model.facts import Lock
from tests.unit.render.made import PEOPLE, losses, post, shown, words, workspace


@pytest.mark.parametrize(
    ("channel", "text", "facets"),
    [
        ("x", "Merci @leamartin.", [("mention", "@leamartin", "leamartin")]),
        ("bluesky", "Merci @lea.bsky.social.", [("mention", "@lea.bsky.social", "did:plc:lea")]),
        ("mastodon", "Merci @lea@piaille.fr.", [("mention", "@lea@piaille.fr", "lea@piaille.fr")]),
        ("linkedin", "Merci Léa Martin.", [("mention", "Léa Martin", "urn:li:person:abc")]),
        ("reddit", "Merci u/lea_m.", [("mention", "u/lea_m", "lea_m")]),
        ("discord", "Merci @Léa Martin.", [("mention", "@Léa Martin", "123")]),
        ("facebook", "Merci Léa Martin.", []),
    ],
)
def test_each_platform_names_people_its_own_way(channel: str, text: str, facets: list[tuple[str, str, str]]) -> None:
    made = shown("Merci @lea.", channel)
    assert made.text == text
    assert [(facet.kind, facet.text, facet.target) for facet in made.parts[0].facets] == facets


def test_a_person_without_account_is_named_in_words_and_is_a_loss() -> None:
    assert losses("Merci @lea.", "facebook") == [("mention", "@lea")]
    (loss,) = shown("Un\nMerci @lea.", "facebook").losses
    assert (loss.offset, loss.line) == (59, 7)


def test_a_handle_the_lock_does_not_know_is_no_mention_on_linkedin() -> None:
    ws = workspace(lock=Lock())
    assert (words("@lea", "linkedin", ws), losses("@lea", "linkedin", ws)) == (["Léa Martin"], [("mention", "@lea")])
    assert shown("@lea", "bluesky", ws).parts[0].facets[0].target == "lea.bsky.social"


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("@lea-martin et @lea", "@autrelea et @leamartin"),
        ("@Lea !", "@leamartin !"),
        ("(@lea)", "(@leamartin)"),
        ("@lea, @lea.", "@leamartin, @leamartin."),
        ("**@lea**", "@leamartin"),
        ("@lea-", "@leamartin-"),
        ("@léa @leah @lea.fr @lea@piaille.fr @lea:matrix.org", "@léa @leah @lea.fr @lea@piaille.fr @lea:matrix.org"),
        ("moi@lea https://a.fr/@lea https://a.fr?u=@lea", "moi@lea https://a.fr/@lea https://a.fr?u=@lea"),
        ("`@lea`", "@lea"),
        ("@inconnu", "@inconnu"),
    ],
)
def test_whole_names_only_and_never_in_addresses_or_code(typed: str, text: str) -> None:
    assert words(typed, "x") == [text]


def test_no_name_is_found_inside_a_longer_handle() -> None:
    ws = workspace(people={"le": PEOPLE["lea"]})
    assert words("@lea@piaille.fr @lea:matrix.org @lea", "x", ws) == ["@lea@piaille.fr @lea:matrix.org @lea"]


def test_handles_typed_as_such_are_mentions_where_the_platform_makes_them_so() -> None:
    def mentioned(text: str, channel: str) -> list[tuple[str, str]]:
        facets = shown(post(text), channel).parts[0].facets
        return [(facet.text, facet.target) for facet in facets if facet.kind == "mention"]

    assert mentioned("@inconnu", "x") == [("@inconnu", "inconnu")]
    assert mentioned("@inconnu @ami.example.com", "bluesky") == [("@ami.example.com", "ami.example.com")]
    assert mentioned("@ami@piaille.fr", "mastodon") == [("@ami@piaille.fr", "ami@piaille.fr")]
    assert mentioned("@ami et @ami:matrix.org.", "matrix") == [("@ami:matrix.org", "ami:matrix.org")]
    assert mentioned("@inconnu", "linkedin") == mentioned("@inconnu", "discord") == []
