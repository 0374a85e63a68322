"""Every field of the files in `brand/`, in the order they are written."""

from __future__ import annotations

from smmgit.model.fields.field import Field
from smmgit.model.fields.post import LANG_PATTERN
from smmgit.model.say import Say

ENTRY_PATTERN = r"^[a-z0-9][a-z0-9_-]{0,62}$"

BRAND = (
    Field(name="name", kind="text", example="Papeterie Vélinotte", about=Say("Name of the brand", "Nom de la marque")),
    Field(name="languages", kind="texts", default="[en]", example="[fr, en]", pattern=LANG_PATTERN,
          about=Say("Languages it speaks; the first is the interface's",
                    "Langues parlées ; la première est celle de l'interface")),
    Field(name="time_zone", kind="text", default="UTC", example="Europe/Paris",
          about=Say("Time zone of every time without an offset", "Fuseau de toute heure sans décalage")),
    Field(name="site", kind="url", example="https://www.velinotte.example",
          about=Say("Its own site; only links to it get UTM", "Son site ; seuls ses liens reçoivent l'UTM")),
    Field(name="publisher", kind="text", example="velinotte/social",
          about=Say("The only repository that may publish", "Le seul dépôt qui puisse publier")),
    Field(name="genesis", kind="text", about=Say("Id of the ledger, written once by the tool",
                                                 "Identifiant du journal, écrit une fois par l'outil")),
    Field(name="not_after", kind="duration", default="6h", example="6h",
          about=Say("How late a post may still go out", "Retard au-delà duquel rien ne part plus")),
    Field(name="spacing", kind="duration", default="30m", example="45m",
          about=Say("Least time between two posts of a channel", "Temps minimal entre deux publications d'un compte")),
    Field(name="week_starts", kind="choice", choices=("monday", "sunday"), default="monday",
          synonyms={"lundi": "monday", "dimanche": "sunday"},
          about=Say("First day of the week on calendars", "Premier jour de la semaine au calendrier")),
    Field(name="utm", kind="flag", default="true",
          about=Say("Add UTM to links to the own site", "Ajouter l'UTM aux liens vers le site")),
    Field(name="rules", kind="map",
          about=Say("Rules set otherwise: a severity, `off`, or options",
                    "Règles réglées autrement : gravité, `off`, ou options")),
)  # fmt: skip

CHANNEL = (
    Field(name="platform", kind="text", required=True, refers_to="platform", example="mastodon",
          about=Say("The network", "Le réseau")),
    Field(name="name", kind="text", about=Say("How people call it", "Comment on l'appelle")),
    Field(name="handle", kind="text", example="velinotte", about=Say("Its handle, without @", "Son nom, sans @")),
    Field(name="account_id", kind="text",
          about=Say("The account's own number: nothing is sent to another",
                    "Le numéro du compte : rien ne part vers un autre")),
    Field(name="url", kind="url", about=Say("Its public page", "Sa page publique")),
    Field(name="server", kind="url", example="https://social.example",
          about=Say("Its server, on networks of many servers", "Son serveur, pour les réseaux à plusieurs serveurs")),
    Field(name="lang", kind="text", pattern=LANG_PATTERN, example="fr",
          about=Say("Language of its posts", "Langue de ses publications")),
    Field(name="time_zone", kind="text", example="Europe/Paris",
          about=Say("Time zone of its readers", "Fuseau de ses lecteurs")),
    Field(name="address", kind="choice", choices=("tu", "vous"),
          about=Say("How French readers are addressed", "Tutoiement ou vouvoiement")),
    Field(name="secrets", kind="pairs", example="{token: MASTODON_TOKEN}",
          about=Say("Names of environment variables, never values", "Noms de variables, jamais de valeurs")),
    Field(name="limits", kind="pairs", example="{text.max: 1000}",
          about=Say("Limits that differ here from the network's", "Limites qui diffèrent ici de celles du réseau")),
    Field(name="options", kind="map", about=Say("Options every post takes here", "Options de chaque publication")),
    Field(name="formerly", kind="ids", about=Say("Earlier ids of this channel", "Anciens identifiants de ce compte")),
    Field(name="enabled", kind="flag", default="true",
          about=Say("False: nothing goes out here", "Faux : rien ne part ici")),
    Field(name="thread", kind="choice", choices=("auto",),
          about=Say("`auto` cuts long texts into threads", "`auto` découpe les longs textes en fil")),
)  # fmt: skip

PERSON = (
    Field(name="name", kind="text", example="Léa Corvaisier", about=Say("Name", "Nom")),
    Field(name="role", kind="text", about=Say("What they do", "Ce qu'elle ou il fait")),
    Field(name="handles", kind="pairs", example="{bluesky: lea.velinotte.example}",
          about=Say("Handle per network or channel, without @", "Nom par réseau ou par compte, sans @")),
    Field(name="contract_until", kind="date", about=Say("Last day of the contract", "Dernier jour du contrat")),
    Field(name="rights", kind="text", about=Say("What they let us do", "Ce qu'elle ou il autorise")),
    Field(name="label", kind="text", example="Collaboration commerciale",
          about=Say("Disclosure to show when they are named", "Mention à montrer quand on les nomme")),
)  # fmt: skip

PERSONA = (
    Field(name="name", kind="text", about=Say("Name of the audience", "Nom de l'audience")),
    Field(name="lang", kind="text", pattern=LANG_PATTERN, about=Say("Its language", "Sa langue")),
    Field(name="channels", kind="ids", refers_to="channel", about=Say("Where it is met", "Où la rencontrer")),
)

PILLAR = (
    Field(name="name", kind="text", about=Say("Name of the theme", "Nom du thème")),
    Field(name="share", kind="fraction", example="40 %", about=Say("Share of the posts", "Part des publications")),
    Field(name="promotional", kind="flag", about=Say("True when it sells", "Vrai quand il vend")),
    Field(name="about", kind="prose", about=Say("What belongs to it", "Ce qui en relève")),
)

OBJECTIVE = (
    Field(name="name", kind="text", about=Say("The goal in words", "Le but en mots")),
    Field(name="metric", kind="text", about=Say("What is measured", "Ce qui est mesuré")),
    Field(name="target", kind="number", example="1200", about=Say("Value to reach", "Valeur à atteindre")),
    Field(name="by", kind="date", about=Say("By when", "Pour quand")),
)

HASHTAG = (
    Field(name="about", kind="prose", about=Say("What it is for", "À quoi il sert")),
    Field(name="banned", kind="flag", about=Say("True when nobody may use it", "Vrai si personne ne doit l'employer")),
)
