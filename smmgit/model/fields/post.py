"""Every field of a post's front matter, in the order `fmt` writes them."""

from __future__ import annotations

from smmgit.model.fields.field import Field
from smmgit.model.post import ChannelChoice, Crop, Disclosure, Media, Need, Requirement, Waiver
from smmgit.model.say import Say

ID_PATTERN = r"^[a-z][a-z0-9-]{2,63}$"
LANG_PATTERN = r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$"
FORMATS = ("post", "story", "reel", "short", "carousel", "document", "poll", "video")

CROP = (
    Field(name="name", kind="text", required=True, example="square",
          about=Say("Name of the cut-out, such as 1:1", "Nom du recadrage, par exemple 1:1")),
    Field(name="box", kind="box", required=True, example="[0, 0.1, 1, 0.8]",
          about=Say("Left, top, width, height as fractions", "Gauche, haut, largeur, hauteur en fractions")),
)  # fmt: skip

MEDIA = (
    Field(name="file", kind="file", example="carnet.jpg",
          about=Say("File beside the post", "Fichier à côté de la publication")),
    Field(name="url", kind="url", example="https://cdn.example.com/carnet.mp4",
          about=Say("Address of a file kept elsewhere", "Adresse d'un fichier gardé ailleurs")),
    Field(name="sha256", kind="text", pattern=r"^[0-9a-f]{64}$",
          about=Say("Fingerprint of the file at `url`", "Empreinte du fichier à `url`")),
    Field(name="alt", kind="prose", example="Un carnet ouvert sur une table de bois",
          about=Say("What someone who cannot see it should know", "Ce que doit savoir qui ne la voit pas")),
    Field(name="decorative", kind="flag",
          about=Say("True when there is nothing to describe", "Vrai s'il n'y a rien à décrire")),
    Field(name="focus", kind="point", example="[0.5, 0.3]",
          about=Say("The point no crop may lose, x and y from 0 to 1",
                    "Le point qu'aucun recadrage ne doit perdre, x et y de 0 à 1")),
    Field(name="crops", kind="groups", fields=CROP, build=Crop,
          about=Say("Named cut-outs", "Recadrages nommés")),
    Field(name="cover", kind="file", about=Say("Cover picture of a video", "Image de couverture d'une vidéo")),
    Field(name="captions", kind="file", about=Say("Subtitles (SRT or VTT)", "Sous-titres (SRT ou VTT)")),
    Field(name="credit", kind="text", about=Say("Who made it", "Qui l'a fait")),
    Field(name="rights_until", kind="date",
          about=Say("Last day we may show it", "Dernier jour où nous pouvons la montrer")),
    Field(name="consent", kind="text",
          about=Say("Where the consent of people shown is kept", "Où est gardé l'accord des personnes montrées")),
    Field(name="ai", kind="choice", choices=("none", "assisted", "generated"), default="none",
          about=Say("Part of artificial intelligence", "Part de l'intelligence artificielle")),
)  # fmt: skip

NEED = (
    Field(name="what", kind="text", required=True, about=Say("What is missing", "Ce qui manque")),
    Field(name="by", kind="text", about=Say("Who brings it", "Qui l'apporte")),
    Field(name="due", kind="date", about=Say("By when", "Pour quand")),
    Field(name="done", kind="flag", about=Say("True once it is there", "Vrai quand c'est fait")),
)  # fmt: skip

DISCLOSURE = (
    Field(name="kind", kind="choice", required=True, choices=("ad", "partnership", "gifted", "affiliate"),
          about=Say("Kind of commercial tie", "Nature du lien commercial")),
    Field(name="partner", kind="text", about=Say("With whom", "Avec qui")),
)  # fmt: skip

REQUIREMENT = (
    Field(name="url", kind="url", about=Say("This address must answer 200", "Cette adresse doit répondre 200")),
    Field(name="tag", kind="text", about=Say("This git tag must exist", "Cette étiquette git doit exister")),
    Field(name="post", kind="id", refers_to="post",
          about=Say("This post must be live", "Cette publication doit être en ligne")),
    Field(name="embargo", kind="when", about=Say("Not before this instant", "Pas avant cet instant")),
)  # fmt: skip

CHOICE = (
    Field(name="publish_at", kind="when", asap_ok=True,
          about=Say("Another time for this channel", "Une autre heure pour ce compte")),
    Field(name="format", kind="choice", choices=FORMATS, default="post",
          about=Say("Post, story, reel, short…", "Publication, story, reel, short…")),
    Field(name="title", kind="text", about=Say("Public title", "Titre public")),
    Field(name="link", kind="url", about=Say("Another link for this channel", "Un autre lien pour ce compte")),
    Field(name="media", kind="texts",
          about=Say("Which media, in which order", "Quels médias, dans quel ordre")),
    Field(name="hashtags", kind="texts",
          about=Say("Hashtags of this channel, instead of the post's",
                    "Mots-dièse de ce compte, à la place de ceux de la publication")),
    Field(name="mentions", kind="texts", example="[lea]",
          about=Say("Accounts named after the text, on this channel only",
                    "Comptes nommés après le texte, sur ce compte seulement")),
    Field(name="thread", kind="choice", choices=("auto",),
          about=Say("`auto` cuts a long text into a thread", "`auto` découpe un long texte en fil")),
)  # fmt: skip

POST = (
    Field(name="id", kind="id", required=True, pattern=ID_PATTERN, example="carnet-a-spirale",
          about=Say("Name of the post for ever; never changes",
                    "Nom de la publication pour toujours ; ne change jamais")),
    Field(name="title", kind="text", example="Le carnet à spirale",
          about=Say("Working title, never published", "Titre de travail, jamais publié")),
    Field(name="status", kind="choice", choices=("idea", "draft", "ready", "cancelled"), default="ready",
          synonyms={"idée": "idea", "idee": "idea", "brouillon": "draft", "prêt": "ready", "pret": "ready",
                    "annulé": "cancelled", "annule": "cancelled", "canceled": "cancelled"},
          about=Say("Idea, draft, ready or cancelled", "Idée, brouillon, prêt ou annulé")),
    Field(name="publish_at", kind="when", asap_ok=True, example="2026-11-25 09:00",
          about=Say("When it goes out, brand time unless an offset is given",
                    "Quand elle part, heure de la marque sauf décalage indiqué")),
    Field(name="not_after", kind="limit", example="6h",
          about=Say("The latest it may still go out", "Le plus tard où elle peut encore partir")),
    Field(name="channels", kind="channels", fields=CHOICE, build=ChannelChoice, refers_to="channel",
          example="[x, linkedin]", about=Say("Where it goes", "Où elle part")),
    Field(name="campaign", kind="id", refers_to="campaign", about=Say("Campaign", "Campagne")),
    Field(name="pillar", kind="id", refers_to="pillar", about=Say("Pillar", "Pilier")),
    Field(name="persona", kind="id", refers_to="persona", about=Say("Audience", "Audience visée")),
    Field(name="objective", kind="id", refers_to="objective", about=Say("Objective", "Objectif")),
    Field(name="lang", kind="text", pattern=LANG_PATTERN, example="fr",
          about=Say("Language of the text", "Langue du texte")),
    Field(name="translation_of", kind="id", refers_to="post",
          about=Say("The post this one translates", "La publication dont celle-ci est la traduction")),
    Field(name="owner", kind="text", about=Say("Who looks after it", "Qui s'en occupe")),
    Field(name="speaker", kind="id", refers_to="person",
          about=Say("Whose voice and approval it needs", "Dont il faut la voix et l'accord")),
    Field(name="needs", kind="groups", fields=NEED, build=Need,
          about=Say("What it still waits for", "Ce qu'elle attend encore")),
    Field(name="link", kind="url",
          about=Say("The link it carries; UTM is added", "Le lien qu'elle porte ; l'UTM est ajouté")),
    Field(name="hashtags", kind="texts", about=Say("Hashtags added at the end", "Mots-dièse ajoutés à la fin")),
    Field(name="media", kind="groups", fields=MEDIA, build=Media,
          about=Say("Pictures, videos, documents", "Images, vidéos, documents")),
    Field(name="sources", kind="texts", about=Say("What its claims stand on", "Sur quoi ses affirmations reposent")),
    Field(name="disclosure", kind="groups", fields=DISCLOSURE, build=Disclosure,
          about=Say("Commercial ties to be said", "Liens commerciaux à dire")),
    Field(name="action", kind="choice", choices=("post", "repost", "quote", "reply"), default="post",
          about=Say("Post, repost, quote or reply", "Publier, partager, citer ou répondre")),
    Field(name="of", kind="url", about=Say("Address of what is reposted, quoted, answered",
                                           "Adresse de ce qui est partagé, cité ou répondu")),
    Field(name="via", kind="text", about=Say("Whom to credit", "Qui créditer")),
    Field(name="requires", kind="groups", fields=REQUIREMENT, build=Requirement,
          about=Say("What must be true before it goes out", "Ce qui doit être vrai avant l'envoi")),
    Field(name="repeat", kind="text", example="FREQ=WEEKLY;BYDAY=MO",
          about=Say("Recurrence (RRULE)", "Récurrence (RRULE)")),
    Field(name="effort", kind="number", about=Say("Hours of work", "Heures de travail")),
    Field(name="cost", kind="text", example="120 EUR", about=Say("Money spent", "Argent dépensé")),
    Field(name="waive", kind="groups", build=Waiver, about=Say("Exceptions to rules", "Dérogations aux règles"),
          fields=(
              Field(name="rule", kind="text", required=True, about=Say("Rule id", "Identifiant de la règle")),
              Field(name="reason", kind="text", required=True, about=Say("Why", "Pourquoi")),
              Field(name="until", kind="date", about=Say("Last day it holds", "Dernier jour")),
          )),
    Field(name="imported", kind="map",
          about=Say("What an importer could not map", "Ce qu'un import n'a pas su placer")),
)  # fmt: skip
