"""Why a message is not out, in words: the ledger keeps a code and the network's own words, people read a sentence."""

from __future__ import annotations

from smmgit.model.say import Say

# A reason is `code` or `code: words`; the words are the network's own, or an address.
SENTENCES: dict[str, Say] = {
    "there-already": Say(
        "the same message is on the account already, and smmgit did not send it: {words}",
        "le même message est déjà sur le compte, et smmgit ne l'a pas envoyé : {words}",
    ),
    "lease-over": Say("its turn came too late in this run", "son tour est venu trop tard dans cette exécution"),
    "lost-hold": Say("another run took it over", "une autre exécution l'a reprise"),
    "paused": Say("sending was paused meanwhile", "l'envoi a été mis en pause entre-temps"),
    "too-late": Say("its latest moment passed meanwhile", "son dernier moment est passé entre-temps"),
    "looked-absent": Say("looked up: it is not there", "vérifié : elle n'y est pas"),
    "no-access": Say(
        "the account cannot be looked at with this token", "le compte ne peut pas être consulté avec ce jeton"
    ),
    "cannot-rebuild": Say(
        "what was to be sent cannot be read again from its commit",
        "ce qui devait partir ne peut plus être relu dans son commit",
    ),
    "by-hand": Say(
        "a person posts it by hand, and only a person can say whether it is out",
        "une personne la publie à la main, et elle seule peut dire si elle est en ligne",
    ),
    "by-hand-unwritten": Say(
        "what a person needs to post it could not be written into .smmgit/by-hand: {words}",
        "ce qu'il faut pour la publier à la main n'a pas pu être écrit dans .smmgit/by-hand : {words}",
    ),
    "dry-run": Say("a dry run sends nothing", "un essai à blanc n'envoie rien"),
    "nothing": Say("there is nothing to send", "il n'y a rien à envoyer"),
}
OTHER = Say("{words}", "{words}")


def explain(reason: str) -> Say:
    """The sentence of a reason; one without a known code is shown as it stands."""
    code, _, words = reason.partition(": ")
    found = SENTENCES.get(code)
    return found.with_(words=words) if found else OTHER.with_(words=reason)
