"""The bytes a delivery sends: from blobs of the planned commit, or from an address whose fingerprint was approved."""

from __future__ import annotations

import hashlib
from collections.abc import Callable

from smmgit.jobs.publishing.sender import Parcel
from smmgit.jobs.publishing.source import Source
from smmgit.model.rendition import ShownMedia
from smmgit.model.say import Say
from smmgit.model.sending.attachment import Attachment
from smmgit.model.spec import PlatformSpec
from smmgit.model.workspace import Workspace
from smmgit.plan.plan import Planned

LFS = b"version https://git-lfs.github.com/spec/v1"
MISSING = Say(
    "{post} · {channel}: {file} is not in the commit that is published, so nothing was sent. Commit the file.",
    "{post} · {channel} : {file} n'est pas dans le commit publié, donc rien n'est parti. Valider (commit) le fichier.",
)
OTHER = Say(
    "{post} · {channel}: {file} is not the file that was approved, so nothing was sent. Put the approved file back, or "
    "have the new one approved.",
    "{post} · {channel} : {file} n'est pas le fichier validé, donc rien n'est parti. Remettre le fichier validé, ou "
    "faire valider le nouveau.",
)
POINTER = Say(
    "{post} · {channel}: {file} is only Git LFS's pointer here, so nothing was sent. Fetch it: git lfs pull, or "
    "lfs: true in the workflow.",
    "{post} · {channel} : {file} n'est ici que le pointeur Git LFS, donc rien n'est parti. Le récupérer : "
    "git lfs pull, ou lfs: true dans le workflow.",
)
UNFIT = Say(
    "{post} · {channel}: {file} could not be made ready, so nothing was sent. {why}",
    "{post} · {channel} : {file} n'a pas pu être préparé, donc rien n'est parti. {why}",
)
Download = Callable[[str, str], bytes | Say]


class Packer:
    """Makes parcels for one commit. What a file was made into is remembered, so that all channels share it."""

    def __init__(self, source: Source, ws: Workspace, commit: str, download: Download) -> None:
        self._source = source
        self._ws = ws
        self._commit = commit
        self._download = download

    def pack(self, item: Planned) -> Parcel | Say:
        """The parcel of a delivery, or why it cannot be made."""
        channel = self._ws.channel(item.delivery.key.channel)
        spec = self._ws.spec_of(channel) if channel else None
        rendition = item.rendition
        if rendition is None or spec is None:
            return Parcel(item=item)
        attachments = []
        for media in rendition.media:
            made = self._attachment(media, spec, rendition.format)
            if isinstance(made, Say):
                key = item.delivery.key
                name = media.file or media.url
                return Say(
                    made.en.replace("{post}", key.post).replace("{channel}", key.channel).replace("{file}", name),
                    made.fr.replace("{post}", key.post).replace("{channel}", key.channel).replace("{file}", name),
                )
            attachments.append(made)
        return Parcel(item=item, attachments=tuple(attachments), thumbnail=self._thumbnail(item, spec))

    def _attachment(self, media: ShownMedia, spec: PlatformSpec, form: str) -> Attachment | Say:
        data = self._bytes(media.file, media.url, media.digest)
        if isinstance(data, Say):
            return data
        cover = self._bytes(media.cover, "", media.cover_digest) if media.cover else b""
        captions = self._bytes(media.captions, "", media.captions_digest) if media.captions else b""
        if isinstance(cover, Say) or isinstance(captions, Say):
            return cover if isinstance(cover, Say) else captions if isinstance(captions, Say) else OTHER
        from smmgit.files.convert import fit  # pictures cost a start-up that texts need not pay

        made = fit(data, media, spec, form, cover=cover, captions=captions)
        if isinstance(made, Attachment):
            return made
        return Say(UNFIT.en.replace("{why}", made.en), UNFIT.fr.replace("{why}", made.fr))

    def _bytes(self, file: str, url: str, digest: str) -> bytes | Say:
        """The bytes with this fingerprint; whatever else stands there is not what was approved."""
        data = self._source.file(self._commit, file) if file else self._download(url, digest)
        if data is None:
            return MISSING
        if isinstance(data, Say):
            return data
        if data.startswith(LFS):
            # The commit holds the fingerprint; the bytes are where git lfs put them, and the fingerprint is checked.
            data = self._source.working_file(file)
            if data is None or data.startswith(LFS):
                return POINTER
        if not digest or hashlib.sha256(data).hexdigest() != digest:
            return OTHER
        return data

    def _thumbnail(self, item: Planned, spec: PlatformSpec) -> Attachment | None:
        """The picture of the link card, where lock.json keeps one in the repository; a card does without."""
        card = item.rendition.card if item.rendition else None
        if card is None or not card.image or "://" in card.image:
            return None
        data = self._source.file(self._commit, card.image)
        if data is None:
            return None
        from smmgit.files.convert import fit

        shown = ShownMedia(file=card.image, digest=hashlib.sha256(data).hexdigest(), kind="image")
        made = fit(data, shown, spec, "card")
        return made if isinstance(made, Attachment) else None
