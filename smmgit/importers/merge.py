"""Channels, people and network facts into the team's files: added at the end, what is there stays as it is."""

from __future__ import annotations

import json
import os
from typing import Any

from smmgit.files.tree.emit import block
from smmgit.files.write import write_atomic
from smmgit.importers.foreign import read_yaml
from smmgit.importers.imported import Gathered
from smmgit.importers.place import stay_inside
from smmgit.model.fields.brand import CHANNEL, PERSON
from smmgit.model.fields.field import Field
from smmgit.model.say import Say
from smmgit.model.workspace import Workspace

CHANNELS, PEOPLE, LOCK = "brand/channels.yml", "brand/people.yml", "lock.json"


def merge_channels(root: str, ws: Workspace, found: Gathered, *, write: bool) -> tuple[str, ...]:
    """Add the channels the team does not have yet; their ids. One that exists on another network is told."""
    new: dict[str, dict[str, Any]] = {}
    for channel, fields in found.channels.items():
        own = ws.channel(channel)
        if own is None:
            new[channel] = fields
        elif own.platform != fields.get("platform"):
            says = OTHER_NETWORK.with_(name=channel, platform=fields.get("platform"), own=own.platform)
            found.find("import/channel", "error", says, CHANNELS, own.line)
    return _append(root, CHANNELS, new, CHANNEL, found, write)


def merge_people(root: str, ws: Workspace, found: Gathered, *, write: bool) -> tuple[str, ...]:
    """Add the people the team does not have yet, neither by id nor by one of their accounts; their ids."""
    accounts = {
        (platform, handle.casefold().lstrip("@"))
        for person in ws.people.values()
        for platform, handle in person.handles.items()
    }
    new = {
        name: fields
        for name, fields in found.people.items()
        if name not in ws.people
        and not any((platform, handle.casefold()) in accounts for platform, handle in fields["handles"].items())
    }
    return _append(root, PEOPLE, new, PERSON, found, write)


def _append(
    root: str, path: str, entries: dict[str, dict[str, Any]], table: tuple[Field, ...], found: Gathered, write: bool
) -> tuple[str, ...]:
    """Write entries below what the file has, if the result still reads as before with them in it."""
    if not entries:
        return ()
    place = os.path.join(root, path)
    try:
        with open(place, encoding="utf-8") as file:
            before = file.read()
    except FileNotFoundError:
        before = ""
    except (OSError, UnicodeDecodeError):
        found.find("import/merge", "error", NOT_MERGED, path)
        return ()
    pieces = ["\n".join([f"{name}:", *block(fields, table, "  ")]) for name, fields in entries.items()]
    added = "\n\n".join(pieces) + "\n"
    text = f"{before.rstrip()}\n\n{added}" if before.strip() else added
    was, now = read_yaml(before).value, read_yaml(text).value
    kept = isinstance(now, dict) and (was is None or (isinstance(was, dict) and all(now.get(k) == was[k] for k in was)))
    if not kept or not all(name in now for name in entries):
        found.find("import/merge", "error", NOT_MERGED, path)
        return ()
    if write:
        stay_inside(root, path)
        write_atomic(place, text)
    return tuple(entries)


def merge_lock(root: str, found: Gathered, *, write: bool) -> int:
    """Add handles' DIDs and link cards the lock does not have yet; how many were added."""
    if not found.dids and not found.cards:
        return 0
    place = os.path.join(root, LOCK)
    lock: Any = {}
    if os.path.lexists(place):
        try:
            with open(place, encoding="utf-8") as file:
                lock = json.load(file)
        except (OSError, ValueError):
            lock = None
    if not isinstance(lock, dict) or not all(isinstance(lock.setdefault(key, {}), dict) for key in ("dids", "cards")):
        found.find("import/merge", "error", NOT_MERGED, LOCK)
        return 0
    added = 0
    for key, facts in (("dids", found.dids), ("cards", found.cards)):
        new = {name: fact for name, fact in facts.items() if name not in lock[key]}
        added += len(new)
        lock[key] = dict(sorted((lock[key] | new).items()))
    if write and added:
        stay_inside(root, LOCK)
        ordered = {key: lock[key] for key in ("dids", "urns", "cards") if key in lock}
        ordered |= {key: value for key, value in lock.items() if key not in ordered}
        write_atomic(place, json.dumps(ordered, ensure_ascii=False, indent=2) + "\n")
    return added


OTHER_NETWORK = Say(
    "The source has an account “{name}” on {platform}; your channel of that name is on {own}. Rename one of them: "
    "the imported posts would go to the wrong place.",
    "La source a un compte « {name} » sur {platform} ; votre compte de ce nom est sur {own}. Renommez l'un des deux : "
    "les publications importées partiraient au mauvais endroit.",
)
NOT_MERGED = Say(
    "Nothing could be added to this file without changing what it says: it is no plain list of entries. Mend it and "
    "import again.",
    "Rien n'a pu être ajouté à ce fichier sans changer ce qu'il dit : ce n'est pas une simple liste d'entrées. "
    "Corrigez-le et relancez l'import.",
)
