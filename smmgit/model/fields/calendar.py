"""Every field of the files in `calendar/`, in the order they are written."""

from __future__ import annotations

from smmgit.model.fields.field import Field
from smmgit.model.fields.post import DISCLOSURE, LANG_PATTERN
from smmgit.model.post import Disclosure
from smmgit.model.say import Say

CAMPAIGN = (
    Field(name="name", kind="text", about=Say("Name of the campaign", "Nom de la campagne")),
    Field(name="starts", kind="date", about=Say("First day", "Premier jour")),
    Field(name="ends", kind="date", about=Say("Last day", "Dernier jour")),
    Field(name="budget", kind="text", example="1800 EUR", about=Say("Money for it", "Budget")),
    Field(name="objective", kind="id", refers_to="objective", about=Say("Objective", "Objectif")),
    Field(name="pillar", kind="id", refers_to="pillar", about=Say("Pillar", "Pilier")),
    Field(name="persona", kind="id", refers_to="persona", about=Say("Audience", "Audience visée")),
    Field(name="lang", kind="text", pattern=LANG_PATTERN,
          about=Say("Language of its posts", "Langue de ses publications")),
    Field(name="owner", kind="text", about=Say("Who looks after it", "Qui s'en occupe")),
    Field(name="link", kind="url", about=Say("Link of posts that have none", "Lien des publications qui n'en ont pas")),
    Field(name="hashtags", kind="texts", about=Say("Hashtags of its posts", "Mots-dièse de ses publications")),
    Field(name="channels", kind="ids", refers_to="channel", about=Say("Where it is shown", "Où elle est montrée")),
    Field(name="disclosure", kind="groups", fields=DISCLOSURE, build=Disclosure,
          about=Say("Commercial ties to be said", "Liens commerciaux à dire")),
)  # fmt: skip

SLOT = (
    Field(name="name", kind="text", example="Pause de midi", about=Say("Name of the slot", "Nom du créneau")),
    Field(name="days", kind="days", required=True, example="[lundi, jeudi]",
          about=Say("Days of the week", "Jours de la semaine")),
    Field(name="at", kind="time", required=True, example="12:15", about=Say("Local time", "Heure locale")),
    Field(name="channels", kind="ids", refers_to="channel", about=Say("On which channels; all by default",
                                                                      "Sur quels comptes ; tous par défaut")),
    Field(name="free", kind="flag", about=Say("True to keep it open for what pops up",
                                              "Vrai pour le garder à l'imprévu")),
)  # fmt: skip

QUIET = (
    Field(name="name", kind="text", required=True, about=Say("Why it is quiet", "Pourquoi ce silence")),
    Field(name="starts", kind="when", required=True, example="2026-12-24 18:00", about=Say("From", "Début")),
    Field(name="ends", kind="when", required=True, example="2026-12-26",
          about=Say("To; a whole day is included", "Fin ; un jour entier est compris")),
    Field(name="channels", kind="ids", refers_to="channel", about=Say("On which channels; all by default",
                                                                      "Sur quels comptes ; tous par défaut")),
    Field(name="except_campaigns", kind="ids", refers_to="campaign",
          about=Say("Campaigns that may go out all the same", "Campagnes qui peuvent partir quand même")),
)  # fmt: skip

KEY_DATE = (
    Field(name="name", kind="text", required=True, example="Rentrée des classes", about=Say("Name", "Nom")),
    Field(name="date", kind="date", required=True, example="2026-09-01", about=Say("Day", "Jour")),
    Field(name="ends", kind="date", about=Say("Last day, of several", "Dernier jour, s'il y en a plusieurs")),
    Field(name="yearly", kind="flag", about=Say("It comes back each year", "Vrai si elle revient tous les ans")),
    Field(name="about", kind="prose", about=Say("What to know", "Ce qu'il faut savoir")),
)

EVENT = (
    Field(name="name", kind="text", required=True, about=Say("Name", "Nom")),
    Field(name="starts", kind="when", required=True, example="2026-12-12 10:00", about=Say("From", "Début")),
    Field(name="ends", kind="when", example="2026-12-12 18:00", about=Say("To", "Fin")),
    Field(name="about", kind="prose", about=Say("What to know", "Ce qu'il faut savoir")),
)
