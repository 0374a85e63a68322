"""Every reason a delivery can be where it is: the state it means, in words, and what would change it."""

from __future__ import annotations

from msgspec import Struct

from smmgit.model.delivery import StateName
from smmgit.model.say import Say


class Reason(Struct, frozen=True):
    """A row of the table: the visible state, what is said, what would change it."""

    name: StateName
    says: Say
    change: Say


NOTHING = Say("nothing: it is done", "rien : c'est fait")
WAIT = Say("nothing: it waits for its time", "rien : elle attend son heure")

REASONS: dict[str, Reason] = {
    # What the ledger says comes first: what is out is out.
    "published": Reason("published", Say("published", "publiée"), NOTHING),
    "amended": Reason("published", Say("published, then corrected", "publiée, puis corrigée"), NOTHING),
    "retracted": Reason("published", Say("published, then withdrawn", "publiée, puis retirée"), NOTHING),
    "rejected": Reason(
        "to-check",
        Say("refused by the platform: {why}", "refusée par la plateforme : {why}"),
        Say("correct what it refused, in a new post", "corriger ce qui a été refusé, dans une nouvelle publication"),
    ),
    "unknown": Reason(
        "to-check",
        Say("it may be out or not: {why}", "elle est peut-être en ligne, peut-être pas : {why}"),
        Say("look at the account; it is never sent again blindly",
            "regarder le compte ; elle n'est jamais renvoyée à l'aveugle"),
    ),
    "interrupted": Reason(
        "to-check",
        Say("a run stopped between its intention and the answer",
            "une exécution s'est arrêtée entre l'intention et la réponse"),
        Say("the next run looks first, then finishes", "la prochaine exécution regarde d'abord, puis termine"),
    ),
    "changed-midway": Reason(
        "to-check",
        Say("{done} of {parts} messages are out, and the text has changed since",
            "{done} messages sur {parts} sont en ligne, et le texte a changé depuis"),
        Say("put the text back as it was, or finish by hand", "remettre le texte d'avant, ou terminer à la main"),
    ),
    "skipped": Reason("cancelled", Say("skipped", "passée"), NOTHING),
    # What the author says.
    "withdrawn": Reason(
        "cancelled", Say("cancelled", "annulée"), Say("status: ready in its file", "status: ready dans son fichier")
    ),
    "idea": Reason("idea", Say("an idea", "une idée"), Say("status: draft or ready", "status: draft ou ready")),
    "draft": Reason(
        "draft", Say("still a draft", "encore un brouillon"),
        Say("status: ready in its file", "status: ready dans son fichier"),
    ),
    "needs": Reason(
        "draft",
        Say("still waits for: {needs}", "attend encore : {needs}"),
        Say("done: true on what has arrived", "done: true sur ce qui est arrivé"),
    ),
    "undated": Reason(
        "draft", Say("has no date", "n'a pas de date"), Say("give it publish_at", "lui donner publish_at")
    ),
    # What time says.
    "missed": Reason(
        "to-check",
        Say("its time has passed and it is not out", "son heure est passée et elle n'est pas en ligne"),
        Say("a new publish_at, a later not_after, or status: cancelled",
            "un nouveau publish_at, un not_after plus tardif, ou status: cancelled"),
    ),
    # What must not go out.
    "no-id": Reason(
        "blocked", Say("has no id, so it cannot be told from others",
                       "n'a pas d'id : rien ne la distingue d'une autre"),
        Say("give it an id; smmgit lint proposes one", "lui donner un id ; smmgit lint en propose un"),
    ),
    "same-id": Reason(
        "blocked",
        Say("another file has the same id: {path}", "un autre fichier porte le même id : {path}"),
        Say("another id in the newer of the two files", "un autre id dans le plus récent des deux fichiers"),
    ),
    "id-reused": Reason(
        "blocked",
        Say("this id went out before as another post: {path}", "cet id a déjà servi à une autre publication : {path}"),
        Say("another id: an id belongs to one post for ever",
            "un autre id : un id appartient à une publication pour toujours"),
    ),
    "already-sent": Reason(
        "blocked",
        Say("the same text went to this account less than a month ago, from {post}",
            "le même texte est parti sur ce compte il y a moins d'un mois, par {post}"),
        Say("write it anew, or status: cancelled", "la réécrire, ou status: cancelled"),
    ),
    "sent-that-day": Reason(
        "blocked",
        Say("this post went out on that day already", "cette publication est déjà partie ce jour-là"),
        Say("nothing: one a day is what a recurrence sends", "rien : une récurrence envoie une fois par jour"),
    ),
    "bad-repeat": Reason(
        "blocked",
        Say("its recurrence is not understood: {why}", "sa récurrence n'est pas comprise : {why}"),
        Say("correct repeat", "corriger repeat"),
    ),
    "unknown-platform": Reason(
        "blocked",
        Say("the account's platform “{platform}” is not known", "la plateforme « {platform} » du compte est inconnue"),
        Say("correct platform in brand/channels.yml", "corriger platform dans brand/channels.yml"),
    ),
    "findings": Reason(
        "blocked",
        Say("smmgit lint found errors: {rules}", "smmgit lint a trouvé des erreurs : {rules}"),
        Say("correct them, or waive them with a reason", "les corriger, ou y déroger avec un motif"),
    ),
    "embargo": Reason(
        "blocked",
        Say("planned before its embargo ends", "prévue avant la fin de son embargo"),
        Say("a publish_at after the embargo", "un publish_at après l'embargo"),
    ),
    "waits-for-post": Reason(
        "blocked",
        Say("waits for “{post}” to be out", "attend que « {post} » soit en ligne"),
        Say("publish that post first", "publier d'abord cette publication"),
    ),
    "waits-for-tag": Reason(
        "blocked",
        Say("waits for the git tag “{tag}”", "attend l'étiquette git « {tag} »"),
        Say("set that tag", "poser cette étiquette"),
    ),
    "waits-for-url": Reason(
        "blocked",
        Say("waits for {url_asked} to answer", "attend que {url_asked} réponde"),
        Say("put that page online", "mettre cette page en ligne"),
    ),
    "fell-due": Reason(
        "blocked",
        Say("its time came during a pause ({pause}); nobody has decided yet",
            "son heure est venue pendant une pause ({pause}) ; personne n'a encore décidé"),
        Say("smmgit resume: skip it, move it or send it", "smmgit resume : la passer, la déplacer ou l'envoyer"),
    ),
    "paused": Reason(
        "blocked",
        Say("paused: {pause}", "en pause : {pause}"),
        Say("smmgit resume, when it is time", "smmgit resume, le moment venu"),
    ),
    # What people say, and then the clock.
    "no-policy": Reason(
        "to-review",
        Say("no approvals policy yet, so only rehearsals", "pas encore de règle de validation : répétitions seulement"),
        Say("until then, rehearse: smmgit publish --rehearse", "d'ici là, répéter : smmgit publish --rehearse"),
    ),
    "policy-broken": Reason(
        "blocked",
        Say("brand/approvals.yml has a mistake, so nobody can approve anything",
            "brand/approvals.yml contient une erreur : personne ne peut rien valider"),
        Say("correct it; smmgit lint says where", "la corriger ; smmgit lint dit où"),
    ),
    "no-lane": Reason(
        "blocked",
        Say("no rule of brand/approvals.yml speaks of it, and what no rule allows stays",
            "aucune règle de brand/approvals.yml n'en parle, et ce qu'aucune règle ne permet reste"),
        Say("a rule at the end of approvals.yml for all that is left",
            "une règle à la fin d'approvals.yml pour tout le reste"),
    ),
    "not-approved": Reason(
        "to-review",
        Say("approved by {have} of {need}; may approve: {who}",
            "validée par {have} sur {need} ; peuvent valider : {who}"),
        Say("smmgit approve, by one of them", "smmgit approve, par l'une de ces personnes"),
    ),
    "edited-since": Reason(
        "blocked",
        Say("edited since it was approved: what would be shown is not what was seen",
            "modifiée depuis sa validation : ce qui serait montré n'est pas ce qui a été vu"),
        Say("a new yes (smmgit approve), or the text and pictures as they were approved",
            "un nouveau oui (smmgit approve), ou le texte et les images tels que validés"),
    ),
    "moved-since": Reason(
        "blocked",
        Say("moved since it was approved, further than approvals.yml tolerates",
            "déplacée depuis sa validation, plus que approvals.yml ne le tolère"),
        Say("a new yes (smmgit approve), or the time that was approved",
            "un nouveau oui (smmgit approve), ou l'heure qui a été validée"),
    ),
    "approved-late": Reason(
        "blocked",
        Say("approved after the latest moment it may go out", "validée après le dernier moment où elle peut partir"),
        Say("a new publish_at, approved in time", "un nouveau publish_at, validé à temps"),
    ),
    "bad-signature": Reason(
        "blocked",
        Say("an approval does not bear the signature it claims", "une validation ne porte pas la signature annoncée"),
        Say("smmgit audit, then a new yes by: {who}", "smmgit audit, puis un nouveau oui de : {who}"),
    ),
    "self-approved": Reason(
        "to-review",
        Say("approved by who wrote it; {have} of {need} others so far",
            "validée par qui l'a écrite ; {have} autres sur {need} pour l'instant"),
        Say("a yes from someone else: {who}", "le oui d'une autre personne : {who}"),
    ),
    "by-hand": Reason(
        "by-hand",
        Say("a person posts it", "une personne la publie"),
        Say("post it at its time, then confirm", "la publier à son heure, puis confirmer"),
    ),
    "by-hand-now": Reason(
        "by-hand",
        Say("a person posts it now", "une personne la publie maintenant"),
        Say("post it, then confirm", "la publier, puis confirmer"),
    ),
    "planned": Reason("scheduled", Say("planned", "prévue"), WAIT),
    "asap": Reason(
        "scheduled", Say("leaves at the next run", "part à la prochaine exécution"),
        Say("nothing: the next run sends it", "rien : la prochaine exécution l'envoie"),
    ),
    "due": Reason(
        "scheduled", Say("its time has come", "c'est l'heure"),
        Say("nothing: the next run sends it", "rien : la prochaine exécution l'envoie"),
    ),
    "late": Reason(
        "scheduled",
        Say("late: its time was {minutes} minutes ago", "en retard : son heure était il y a {minutes} minutes"),
        Say("nothing: the next run sends it", "rien : la prochaine exécution l'envoie"),
    ),
}  # fmt: skip
NOW = ("asap", "due", "late")
