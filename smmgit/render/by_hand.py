"""What a person needs to post a rendition by hand: texts to paste, files in order, steps, how to confirm."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from typing import Literal
from urllib.parse import urlsplit

from msgspec import Struct

from smmgit.model.brand import Channel
from smmgit.model.delivery import ONCE, Key
from smmgit.model.rendition import Rendition, ShownMedia
from smmgit.model.say import Say

Role = Literal["part", "comment", "title", "alt"]

ROLES: dict[Role, Say] = {
    "part": Say("Text {number}", "Texte {number}"),
    "comment": Say("First comment ({number})", "Premier commentaire ({number})"),
    "title": Say("Title ({number})", "Titre ({number})"),
    "alt": Say("Alt text of {file} ({number})", "Texte alternatif de {file} ({number})"),
}
# Where a post begins, in the words of each network's own app.
BEGIN: dict[str, Say] = {
    "x": Say("Press the button Post.", "Toucher le bouton Poster."),
    "bluesky": Say("Press New post.", "Toucher Nouveau post."),
    "mastodon": Say("Open a new post.", "Ouvrir un nouveau message."),
    "threads": Say("Press + for a new thread.", "Toucher + pour un nouveau thread."),
    "linkedin": Say("Choose the page as the author, then Start a post.",
                    "Choisir la page comme auteur, puis Commencer un post."),
    "facebook": Say("On the page, press Create post.", "Sur la page, toucher Créer une publication."),
    "instagram": Say("In the app press +, then Post, Reel or Story.",
                     "Dans l'application, toucher +, puis Publication, Reel ou Story."),
    "pinterest": Say("Press Create, then Pin, and choose the board.",
                     "Toucher Créer, puis Épingle, et choisir le tableau."),
    "tiktok": Say("In the app press +, then choose the file from the phone.",
                  "Dans l'application, toucher +, puis choisir le fichier dans le téléphone."),
    "youtube": Say("Press Create, then Upload a video.", "Toucher Créer, puis Mettre en ligne une vidéo."),
    "tumblr": Say("Press the pencil.", "Toucher le crayon."),
    "reddit": Say("Open the community, then Create post.", "Ouvrir la communauté, puis Créer une publication."),
    "telegram": Say("Open the channel's message field.", "Ouvrir le champ de message du canal."),
    "discord": Say("Open the room's message field.", "Ouvrir le champ de message du salon."),
    "slack": Say("Open the channel's message field.", "Ouvrir le champ de message du canal."),
    "matrix": Say("Open the room's message field.", "Ouvrir le champ de message du salon."),
    "google-business": Say("In the business profile, press Add update.",
                           "Dans la fiche d'établissement, toucher Ajouter une actualité."),
    "snapchat": Say("Open the profile, then Add to story.", "Ouvrir le profil, puis Ajouter à la story."),
}  # fmt: skip
NEW = Say("Begin a new post.", "Commencer une nouvelle publication.")
ACTIONS: dict[str, Say] = {
    "reply": Say("Open {of} and press Reply.", "Ouvrir {of} et toucher Répondre."),
    "quote": Say("Open {of} and press Quote.", "Ouvrir {of} et toucher Citer."),
    "repost": Say("Open {of} and press Repost.", "Ouvrir {of} et toucher Republier."),
}
OPEN = Say("Open the account {account}, and see that it is this one.",
           "Ouvrir le compte {account} et vérifier que c'est bien celui-là.")  # fmt: skip
FORMAT = Say("Choose the format: {format}.", "Choisir le format : {format}.")
FILE = Say("Add the file {files}.", "Ajouter le fichier {files}.")
FILES = Say("Add the files in this order: {files}.", "Ajouter les fichiers dans cet ordre : {files}.")
TITLE = Say("Paste text {number} as the title.", "Coller le texte {number} comme titre.")
PASTE = Say("Paste text {number}.", "Coller le texte {number}.")
ALTS = Say(
    "Give each picture its alt text (button ALT, or the accessibility settings). Where the app has no field for it, "
    "leave it out.",
    "Donner à chaque image son texte alternatif (bouton ALT, ou les réglages d'accessibilité). Là où l'application "
    "n'a pas de champ pour cela, passer.",
)
LINK = Say("Add the link {link}.", "Ajouter le lien {link}.")
HIDDEN = Say(
    "Behind the words “{words}”, put the link {link}.", "Derrière les mots « {words} », mettre le lien {link}."
)
TAGS = Say("Add the tags: {tags}.", "Ajouter les mots-clés : {tags}.")
DECLARE = Say("Declare it in the network's own settings: {kinds}.",
              "Le déclarer dans les réglages du réseau : {kinds}.")  # fmt: skip
SET = Say("Set {name}: {value}.", "Régler {name} : {value}.")
PUBLISH = Say("Publish.", "Publier.")
REPLY = Say("Reply to your own message with text {number}.", "Répondre à son propre message avec le texte {number}.")
COMMENT = Say("At once, write text {number} as the first comment.",
              "Aussitôt, écrire le texte {number} en premier commentaire.")  # fmt: skip
CONFIRM = Say("Copy the post's address and confirm.", "Copier l'adresse de la publication et confirmer.")
ADDRESS = Say("ADDRESS", "ADRESSE")

_HOSTS = {
    "x.com": "x", "twitter.com": "x", "bsky.app": "bluesky", "threads.com": "threads", "threads.net": "threads",
    "linkedin.com": "linkedin", "facebook.com": "facebook", "instagram.com": "instagram", "pinterest.com": "pinterest",
    "pinterest.fr": "pinterest", "tiktok.com": "tiktok", "youtube.com": "youtube", "tumblr.com": "tumblr",
    "reddit.com": "reddit", "t.me": "telegram", "discord.com": "discord", "slack.com": "slack",
    "snapchat.com": "snapchat",
}  # fmt: skip
_PLAIN = re.compile(r"[^A-Za-z0-9_-]+")
# Types of files a person may be handed, and how their names end.
ENDINGS = {
    "image/jpeg": "jpg", "image/png": "png", "image/webp": "webp", "image/avif": "avif", "image/gif": "gif",
    "image/heic": "heic", "video/mp4": "mp4", "video/quicktime": "mov", "video/webm": "webm", "audio/mpeg": "mp3",
    "audio/mp4": "m4a", "audio/ogg": "ogg", "audio/wav": "wav", "application/pdf": "pdf",
}  # fmt: skip


class Text(Struct, frozen=True, kw_only=True):
    """A text to paste, exactly. `number` counts a delivery's texts from 1; `file` is what an alt text describes."""

    number: int
    role: Role
    text: str
    file: str = ""

    @property
    def called(self) -> Say:
        """What it is called: `Text 1`, `First comment (3)`."""
        return ROLES[self.role].with_(number=self.number, file=self.file)

    @property
    def filename(self) -> str:
        """Its file in a package."""
        return f"{self.number:02d}.txt" if self.role in ("part", "comment") else f"{self.number:02d}-{self.role}.txt"


class Sheet(Struct, frozen=True, kw_only=True):
    """Everything for one delivery. `files` are the readable names of the rendition's media, in order."""

    network: str
    texts: tuple[Text, ...]
    files: tuple[str, ...]
    instructions: str
    steps: tuple[Say, ...]
    confirm: Say


def sheet(rendition: Rendition, channel: Channel, key: Key, mimes: tuple[str, ...] = ()) -> Sheet:
    """What a person needs for one delivery; `mimes` are the types of the media once fitted, where they are known."""
    network = network_of(channel)
    files = tuple(
        media_name(item, number, mimes[number - 1] if number <= len(mimes) else "")
        for number, item in enumerate(rendition.media, 1)
    )
    texts = tuple(_texts(rendition, files))
    options = {name: value for name, value in rendition.options.items() if name != "instructions"}
    return Sheet(
        network=network,
        texts=texts,
        files=files,
        instructions=str(rendition.options.get("instructions") or ""),
        steps=tuple(_steps(rendition, channel, network, texts, files, options)),
        confirm=confirm(key),
    )


def confirm(key: Key) -> Say:
    """The command that records where it is."""
    words = ["smmgit", "resolve", key.post, "--channel", key.channel]
    if key.occurrence != ONCE:
        words += ["--occurrence", key.occurrence]
    line = shlex.join([*words, "--published"])
    return Say(f"{line} {ADDRESS.en}", f"{line} {ADDRESS.fr}")


def network_of(channel: Channel) -> str:
    """The network a person posts on: the channel's platform, or for `manual` the one its address leads to."""
    if channel.platform != "manual":
        return channel.platform
    try:
        host = urlsplit(channel.url).hostname or ""
    except ValueError:
        return "manual"
    while host:
        if host in _HOSTS:
            return _HOSTS[host]
        host = host.partition(".")[2]
    return "manual"


def media_name(item: ShownMedia, number: int, mime: str = "") -> str:
    """`image-1-carnet.jpg`: what it is, its place, its own name, and an ending that fits its bytes."""
    name = (item.file or item.url.partition("?")[0]).rsplit("/", 1)[-1]
    stem, _, ending = name.rpartition(".")
    ending = ENDINGS.get(mime) or _PLAIN.sub("", ending)[:8].lower() or "bin"
    kind = item.kind if item.kind != "unknown" else "file"
    return "-".join(filter(None, [kind, str(number), _PLAIN.sub("-", stem or name)[:60].strip("-")])) + f".{ending}"


def _texts(rendition: Rendition, files: tuple[str, ...]) -> Iterator[Text]:
    found: list[tuple[Role, str, str]] = [("part", part.text, "") for part in rendition.parts if part.text]
    if rendition.first_comment is not None:
        found.append(("comment", rendition.first_comment.text, ""))
    if rendition.title:
        found.append(("title", rendition.title, ""))
    found += [("alt", item.alt, file) for item, file in zip(rendition.media, files, strict=True) if item.alt]
    for number, (role, text, file) in enumerate(found, 1):
        yield Text(number=number, role=role, text=text, file=file)


def _steps(
    rendition: Rendition,
    channel: Channel,
    network: str,
    texts: tuple[Text, ...],
    files: tuple[str, ...],
    options: dict[str, object],
) -> Iterator[Say]:
    parts = [text for text in texts if text.role == "part"]
    yield OPEN.with_(account=_account(channel))
    if rendition.action in ACTIONS and rendition.of:
        yield ACTIONS[rendition.action].with_(of=rendition.of)
    else:
        yield BEGIN.get(network, NEW)
        if rendition.format != "post":
            yield FORMAT.with_(format=rendition.format)
    if files:
        yield (FILE if len(files) == 1 else FILES).with_(files=", ".join(files))
    for text in texts:
        if text.role == "title":
            yield TITLE.with_(number=text.number)
    for text in parts[:1]:
        yield PASTE.with_(number=text.number)
    for part in rendition.parts:
        for facet in part.facets:
            if facet.kind == "link" and facet.target and facet.target != facet.text and "." not in facet.text:
                yield HIDDEN.with_(words=facet.text, link=facet.target)
    if any(text.role == "alt" for text in texts):
        yield ALTS
    if rendition.link and rendition.link not in rendition.text:
        yield LINK.with_(link=rendition.link)
    if rendition.tags:
        yield TAGS.with_(tags=", ".join(rendition.tags))
    if rendition.disclosure:
        yield DECLARE.with_(kinds=", ".join(rendition.disclosure))
    for name, value in options.items():
        yield SET.with_(name=name, value=_told(value))
    yield PUBLISH
    for text in parts[1:]:
        yield REPLY.with_(number=text.number)
    for text in texts:
        if text.role == "comment":
            yield COMMENT.with_(number=text.number)
    yield CONFIRM


def _account(channel: Channel) -> str:
    handle = channel.handle.strip().lstrip("@")
    named = channel.name or channel.id
    return " ".join(filter(None, [named, f"@{handle}" if handle else "", f"({channel.url})" if channel.url else ""]))


def _told(value: object) -> str:
    if isinstance(value, list | tuple):
        return ", ".join(_told(each) for each in value)
    if isinstance(value, dict):
        return ", ".join(f"{name}: {_told(each)}" for name, each in value.items())
    return str(value)
