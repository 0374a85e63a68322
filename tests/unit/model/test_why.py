"""A reason in the ledger is a code; people read a sentence, in their language."""

from __future__ import annotations

from smmgit.model.say import Say
from smmgit.model.sending.why import SENTENCES, explain
from smmgit.platforms.outcome import TABLE


def test_a_code_becomes_a_sentence_with_the_networks_own_words() -> None:
    assert explain("auth").en == "the network refused the password or token of this account"
    found = explain("refused: Validation failed: Text can't be blank")
    assert found.en == "the network did not accept it (“Validation failed: Text can't be blank”)"
    assert found.fr == "le réseau ne l'a pas acceptée (« Validation failed: Text can't be blank »)"


def test_words_are_never_interpreted() -> None:
    assert explain("refused: {words} {0} %s").en.endswith("(“{words} {0} %s”)")
    assert "{x}" in explain("there-already: {x}").en


def test_what_has_no_code_stays_as_it_was_written() -> None:
    for text in ("", "strange: {x}", "looked at by Léa"):
        assert explain(text) == Say(text, text)


def test_every_code_an_adapter_can_give_has_its_sentence() -> None:
    assert set(TABLE) <= set(SENTENCES)
