"""Why a network's answer was no, or was not clear: codes as the ledger keeps them, and the sentences people read.

A stored reason is `code` or `code: words`, where the words are the network's own. One string survives in the
ledger for ever; the sentence may be improved later.
"""

from __future__ import annotations

from smmgit.model.say import Say

SENTENCES: dict[str, Say] = {
    # What a run decided by itself.
    "there-already": Say("the same message is on the account already, and smmgit did not send it: {words}",
                         "le même message est déjà sur le compte, et smmgit ne l'a pas envoyé : {words}"),
    "lease-over": Say("its turn came too late in this run", "son tour est venu trop tard dans cette exécution"),
    "lost-hold": Say("another run took it over", "une autre exécution l'a reprise"),
    "paused": Say("sending was paused meanwhile", "l'envoi a été mis en pause entre-temps"),
    "too-late": Say("its latest moment passed meanwhile", "son dernier moment est passé entre-temps"),
    "looked-absent": Say("looked up: it is not there", "vérifié : elle n'y est pas"),
    "no-access": Say("the account cannot be looked at with this token",
                     "le compte ne peut pas être consulté avec ce jeton"),
    "cannot-rebuild": Say("what was to be sent cannot be read again from its commit",
                          "ce qui devait partir ne peut plus être relu dans son commit"),
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
    # Nothing left this machine.
    "dns": Say("the address of its server was not found", "l'adresse de son serveur est introuvable"),
    "not-connected": Say("its server could not be reached", "son serveur est injoignable"),
    "tls": Say("no secure connection to its server was possible",
               "aucune connexion sécurisée avec son serveur n'a été possible"),
    "not-sendable": Say("its address in brand/channels.yml or its token holds a character that cannot be sent",
                        "son adresse dans brand/channels.yml ou son jeton contient un caractère impossible à envoyer"),
    "rate-limited": Say("the network asks to wait before sending more",
                        "le réseau demande d'attendre avant d'envoyer autre chose"),
    "session-expired": Say("its session had run out; a new one is opened next time",
                           "sa session avait expiré ; une nouvelle s'ouvrira la prochaine fois"),
    "missing-secret": Say("a password or token is missing from the environment",
                          "il manque un mot de passe ou un jeton dans l'environnement"),
    "media-gone": Say("the network no longer had the uploaded media; they are uploaded anew next time",
                      "le réseau n'avait plus les médias déposés ; ils seront déposés de nouveau la prochaine fois"),
    "media-slow": Say("the network is still working on the media", "le réseau traite encore les médias"),
    "not-prepared": Say("its media were not uploaded beforehand", "ses médias n'ont pas été déposés d'abord"),
    # The network said no.
    "auth": Say("the network refused the password or token of this account",
                "le réseau a refusé le mot de passe ou le jeton de ce compte"),
    "forbidden": Say("the network does not allow this account to do it",
                     "le réseau ne permet pas cela à ce compte"),
    "account-off": Say("the account is suspended or switched off", "le compte est suspendu ou désactivé"),
    "refused": Say("the network did not accept it", "le réseau ne l'a pas acceptée"),
    "too-large": Say("it is too large for this network", "elle est trop lourde pour ce réseau"),
    "too-long": Say("it is too long for this server", "elle est trop longue pour ce serveur"),
    "too-many-media": Say("this server takes fewer media in one post",
                          "ce serveur accepte moins de médias par publication"),
    "bad-poll": Say("this server does not take such a poll", "ce serveur n'accepte pas un tel sondage"),
    "unsupported": Say("this network cannot do that", "ce réseau ne sait pas faire cela"),
    "no-quotes": Say("this server cannot quote posts", "ce serveur ne sait pas citer une publication"),
    "no-target": Say("the post it answers, quotes or shares was not found",
                     "la publication à laquelle elle répond, qu'elle cite ou qu'elle partage est introuvable"),
    # It may be out.
    "timeout": Say("no answer came in time", "aucune réponse n'est arrivée à temps"),
    "cut-off": Say("the connection broke before the answer", "la connexion s'est rompue avant la réponse"),
    "server-error": Say("its server broke down while answering", "son serveur est tombé en panne en répondant"),
    "busy": Say("its server was still busy with the same message", "son serveur traitait encore le même message"),
    "unreadable": Say("its answer could not be read", "sa réponse était illisible"),
    "redirect": Say("its server pointed to another address", "son serveur a renvoyé vers une autre adresse"),
    "other-under-key": Say("something else stands where it belongs; nothing was overwritten",
                           "autre chose occupe sa place ; rien n'a été écrasé"),
}  # fmt: skip


def explain(reason: str) -> Say:
    """A stored reason as a sentence in both languages; what has no known code stays as it was written."""
    code, _, words = reason.partition(": ")
    sentence = SENTENCES.get(code)
    if sentence is None:
        return Say(reason, reason)
    if "{words}" in sentence.en:
        return sentence.with_(words=words)
    return Say(f"{sentence.en} (“{words}”)", f"{sentence.fr} (« {words} »)") if words else sentence
