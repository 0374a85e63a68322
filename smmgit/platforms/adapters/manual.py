"""A person as a network: the package of a delivery, prepared in the repository's folder for whoever posts it.

Nothing leaves this machine, so `publish` always answers `NotSent`: only the person's word, by
`smmgit resolve`, says that it is out. A package is a folder that is there whole or not at all.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import os
import re
import shutil
from typing import ClassVar

from smmgit.model.delivery import Key, NotSent, Outcome, Published, Unknown
from smmgit.model.say import Say
from smmgit.model.when import UTC, zone
from smmgit.platforms.adapter import Account, Duplicates, Journal, Message, Prepared, Setting, no_preparation
from smmgit.render.by_hand import Sheet, sheet

FOLDER = os.path.join(".smmgit", "by-hand")
MARK = ".rendition"  # the digest of what a package holds
README = Say("README.txt", "LISEZMOI.txt")
_PLAIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,99}")

HEAD = Say("{post}, to post by hand on {channel}", "{post}, à publier à la main sur {channel}")
TIME = Say("At: {when}", "Heure : {when}")
NOTE = Say("To know: {note}", "À savoir : {note}")
STEPS = Say("Steps", "Étapes")
HERE = Say("In this folder", "Dans ce dossier")
TEXT = Say("{file}: {what}", "{file} : {what}")
MEDIA = Say("{file}: media {number}", "{file} : média {number}")
CONFIRM = Say("To confirm", "Pour confirmer")


def adapter(setting: Setting) -> Manual:
    """The packages of a channel, in its repository."""
    return Manual(setting)


class Manual:
    """Prepares what a person posts on one channel."""

    duplicates: ClassVar[Duplicates] = "blind"
    prepare = staticmethod(no_preparation)

    def __init__(self, setting: Setting) -> None:
        self._setting = setting

    def check(self) -> Account:
        """Whose account it is, only the person knows; the channel's own id stands for it."""
        return Account(account_id=self._setting.channel.id, handle=self._setting.channel.handle)

    def publish(
        self, message: Message, prepared: Prepared, key: Key, prior: tuple[Published, ...], journal: Journal
    ) -> Outcome:
        """Write the package with the first message: it holds the texts of all of them. Never published by that."""
        if message.number == 0:
            try:
                self._write(message, key)
            except OSError as error:
                return NotSent(reason=f"by-hand-unwritten: {error.strerror or error}")
        return NotSent(reason="by-hand")

    def find(
        self, message: Message, key: Key, prior: tuple[Published, ...], since: dt.datetime, taken: frozenset[str]
    ) -> Unknown:
        """Nothing can be looked up."""
        return Unknown(reason=f"by-hand: {self._setting.channel.url or self._setting.channel.id}")

    def _write(self, message: Message, key: Key) -> None:
        root, digest = self._setting.root, message.rendition.digest
        if ready(root, key, digest):
            return
        folder = os.path.join(root, place(key))
        base = os.path.join(os.path.realpath(root), FOLDER)
        if os.path.commonpath([base, os.path.realpath(folder)]) != base:
            raise OSError("the folder .smmgit/by-hand leads out of the repository")
        os.makedirs(os.path.dirname(folder), exist_ok=True)
        ignored = os.path.join(root, ".smmgit", ".gitignore")
        if not os.path.exists(ignored):
            _save(ignored, b"*\n")
        fresh = f"{folder}.{os.getpid()}-{os.urandom(4).hex()}"
        try:
            os.mkdir(fresh)
            for name, data in self._files(message, key).items():
                _save(os.path.join(fresh, name), data)
            _save(os.path.join(fresh, MARK), digest.encode())
            # What was prepared of earlier words gives way: nobody may post it by mistake.
            shutil.rmtree(folder, ignore_errors=True)
            os.rename(fresh, folder)
        finally:
            shutil.rmtree(fresh, ignore_errors=True)

    def _files(self, message: Message, key: Key) -> dict[str, bytes]:
        attachments = message.attachments
        found = sheet(message.rendition, self._setting.channel, key, tuple(each.mime for each in attachments))
        files = {text.filename: text.text.encode("utf-8", "replace") for text in found.texts}
        for name, each in zip(found.files, attachments, strict=False):
            files[name] = each.data
            stem = name.rpartition(".")[0]
            if each.cover:
                files[f"{stem}-cover.{each.cover_mime.rpartition('/')[2].replace('jpeg', 'jpg') or 'jpg'}"] = each.cover
            if each.captions:
                files[f"{stem}.vtt"] = each.captions
        told = self._readme(message, key, found, list(files))
        files[README.in_(self._setting.lang)] = told.encode("utf-8", "replace")
        return files

    def _readme(self, message: Message, key: Key, found: Sheet, names: list[str]) -> str:
        lang, channel = self._setting.lang, self._setting.channel
        called = {text.filename: text.called for text in found.texts}
        media = {name: number for number, name in enumerate(found.files, 1)}
        listed = []
        for name in names:
            if name in called:
                listed.append(TEXT.with_(file=name, what=called[name].in_(lang)).in_(lang))
            else:
                number = media.get(name)
                listed.append(MEDIA.with_(file=name, number=number).in_(lang) if number else name)
        lines = [
            HEAD.with_(post=key.post, channel=channel.name or channel.id).in_(lang),
            TIME.with_(when=self._when(message.at)).in_(lang),
            *([NOTE.with_(note=found.instructions).in_(lang)] if found.instructions else []),
            "", STEPS.in_(lang),
            *(f"{number}. {step.in_(lang)}" for number, step in enumerate(found.steps, 1)),
            "", HERE.in_(lang), *(f"- {line}" for line in listed),
            "", CONFIRM.in_(lang), found.confirm.in_(lang), "",
        ]  # fmt: skip
        return "\n".join(lines)

    def _when(self, at: dt.datetime) -> str:
        name = self._setting.time_zone
        try:
            return f"{at.astimezone(zone(name)):%Y-%m-%d %H:%M} ({name})"
        except ValueError:
            return f"{at.astimezone(UTC):%Y-%m-%d %H:%M} (UTC)"


def place(key: Key) -> str:
    """Where the package of a delivery lies, from the repository's folder."""
    return os.path.join(FOLDER, _name(key.post), _name(key.channel), _name(key.occurrence.replace(":", "-")))


def ready(root: str, key: Key, digest: str) -> bool:
    """Does the package of this rendition lie there?"""
    try:
        with open(os.path.join(root, place(key), MARK), encoding="utf-8") as file:
            return file.read() == digest
    except (OSError, UnicodeDecodeError):
        return False


def _name(text: str) -> str:
    """One step of a path: the text itself where it is plain, else what is plain of it and a fingerprint."""
    if _PLAIN.fullmatch(text):
        return text
    plain = re.sub(r"[^A-Za-z0-9_-]+", "-", text)[:40].strip("-")
    return f"{plain or 'x'}-{hashlib.sha256(text.encode('utf-8', 'replace')).hexdigest()[:12]}"


def _save(path: str, data: bytes) -> None:
    with open(path, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
