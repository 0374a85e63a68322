"""The fields of one galaxy-social post, each found its place."""

from __future__ import annotations

import os
import re
from collections.abc import Container
from typing import Any

from smmgit.importers.galaxy.accounts import named, platform_of
from smmgit.importers.imported import Gathered, MediaCopy
from smmgit.importers.markdown import Picture
from smmgit.importers.names import file_name
from smmgit.importers.people import note
from smmgit.importers.tally import leaves
from smmgit.importers.tree import Tree
from smmgit.model.say import Say


class Placed:
    """Finds each field of one post its place."""

    def __init__(self, tree: Tree, path: str, accounts: Container[str], found: Gathered) -> None:
        self.tree, self.path, self.accounts, self.found = tree, path, accounts, found
        self.channels: dict[str, dict[str, Any]] = {}
        self.kept: dict[str, Any] = {}
        self.items: list[dict[str, str]] = []
        self.copies: list[MediaCopy] = []
        self.everywhere: list[str] = []

    def fields(self) -> dict[str, Any]:
        """`channels`, `hashtags` and `media` of our post; hashtags that all channels share are the post's."""
        fields: dict[str, Any] = {}
        tags = [options.get("hashtags") for options in self.channels.values()]
        if tags and tags[0] and all(one == tags[0] for one in tags):
            fields["hashtags"] = tags[0]
            for options in self.channels.values():
                del options["hashtags"]
        elif self.everywhere:
            fields["hashtags"] = self.everywhere
        ours = {named(name): options for name, options in self.channels.items()}
        if ours:
            fields["channels"] = ours if any(ours.values()) else list(ours)
        if self.items:
            fields["media"] = self.items
        return fields

    def tags_on(self, name: str) -> list[str]:
        return self.channels[name].get("hashtags") or self.everywhere

    def named_on(self, name: str) -> list[str]:
        return self.channels[name].get("mentions") or []

    def keep(self, key: str, value: Any) -> None:
        self.kept[key] = value
        for field, values in leaves(value, key).items():
            self.found.tally.kept(shape(field), values)

    def media(self, value: Any) -> None:
        """`media`: the accounts it goes to."""
        for name in _list(value):
            if not isinstance(name, str):
                self.keep("media", value)
                return
        for name in _list(value):
            key = name.strip().lower()
            self.channels.setdefault(key, {})
            self.found.tally.mapped("media[]" if isinstance(value, list) else "media")
            if key not in self.accounts and named(key) not in self.found.channels:
                platform = platform_of(key)
                self.found.channels[named(key)] = {"platform": platform}
                says = NEW_ACCOUNT.with_(name=key, platform=platform)
                self.found.find("import/unknown-account", "warning", says, self.path)

    def tags(self, value: Any) -> None:
        """`hashtags`, by account."""
        self._by_account("hashtags", value, "#")

    def mentions(self, value: Any) -> None:
        """`mentions`, by account; whom they name goes to people.yml."""
        self._by_account("mentions", value, "@")
        for name in self.channels:
            channel = self.found.channels.get(named(name), {})
            for handle in self.named_on(name):
                note(self.found.people, channel.get("platform", ""), handle, channel.get("server", ""))

    def _by_account(self, field: str, value: Any, sign: str) -> None:
        if isinstance(value, str):
            value = self._unfolded(field, value)
        if isinstance(value, list) and all(isinstance(one, str) for one in value):
            words = [one.strip().removeprefix(sign) for one in value]
            self.found.tally.mapped(f"{field}[]", len(words))
            if field == "hashtags":
                self.everywhere = words
            else:
                for options in self.channels.values():
                    options[field] = words
            return
        left: dict[str, Any] = {}
        for name, words in value.items() if isinstance(value, dict) else ():
            if words is None or words == []:
                continue
            clean = _list(words)
            if name.strip().lower() in self.channels and all(isinstance(one, str) for one in clean):
                own = self.channels[name.strip().lower()].setdefault(field, [])
                own.extend(one.strip().removeprefix(sign) for one in clean if one is not None)
                for path, values in leaves(words, f"{field}.{name}").items():
                    self.found.tally.mapped(shape(path), values)
            else:
                left[name] = words
        if left:
            self.keep(field, left)
            says = ELSEWHERE.with_(field=field, names=", ".join(sorted(left)))
            self.found.find("import/elsewhere", "suggestion", says, self.path)

    def _unfolded(self, field: str, value: str) -> Any:
        """Accounts and words out of one text, as YAML reads it when the colons after accounts are missing."""
        self.found.tally.read(field, -1)
        words: dict[str, list[str]] = {}
        name = ""
        for word in value.split():
            key = word.rstrip(":").lower()
            if key in self.channels:
                name = key
                words.setdefault(name, [])
            elif word != "-":
                words.setdefault(name, []).append(word)
        for key, found in words.items():
            self.found.tally.read(f"{field}.<account>[]" if key else f"{field}[]", len(found))
        self.found.find("import/mended", "warning", COLONS.with_(field=field), self.path)
        return words if "" not in words else words[""] if len(words) == 1 else words

    def images(self, value: Any) -> None:
        """`images`: pictures named in the fields, an older way."""
        items = _list(value)
        if not all(isinstance(one, dict) and isinstance(one.get("url"), str) for one in items):
            self.keep("images", value)
            return
        for one in items:
            self.picture(Picture(src=one["url"], alt=one.get("alt_text") or ""), "")
            for key, said in one.items():
                if said is None:
                    continue
                if key in ("url", "alt_text"):
                    self.found.tally.mapped(f"images[].{key}")
                else:
                    self.kept[f"image_{len(self.items)}_{key}"] = said
                    self.found.tally.kept(f"images[].{key}")

    def picture(self, picture: Picture, field: str) -> None:
        """A picture of the post: the file itself where the source has it, else its address."""
        number = len(self.items) + 1
        item: dict[str, str] = {}
        real = _own_file(self.tree, self.path, picture.src)
        if real is not None:
            item["file"] = file_name(os.path.basename(real))
            self.copies.append(MediaCopy(real, item["file"]))
            self.kept[f"image_{number}"] = picture.src
        elif re.match(r"https?://", picture.src):
            item["url"] = picture.src
        else:
            item["file"] = file_name(picture.src.rpartition("/")[2])
            self.kept[f"image_{number}"] = picture.src
            self.found.find("import/media", "warning", NO_FILE.with_(file=picture.src[:120]), self.path)
        if picture.alt:
            item["alt"] = picture.alt
            if field:
                self.found.tally.read(f"{field} alt")
                self.found.tally.mapped(f"{field} alt")
        for key, said in picture.rest.items():
            self.kept[f"image_{number}_{key}"] = said
            self.found.tally.read(f"{field} {key}")
            self.found.tally.kept(f"{field} {key}")
        self.items.append(item)


def _own_file(tree: Tree, path: str, src: str) -> str | None:
    """The file in the source that an address names: a path, or the source's own pages on its host."""
    from urllib.parse import unquote, urlsplit

    parts = urlsplit(src)
    names = [name for name in unquote(parts.path).split("/") if name]
    if parts.netloc in ("raw.githubusercontent.com", "github.com"):
        places = ["/".join(names[start:]) for start in range(3, min(len(names), 8))]
    elif not parts.scheme and not parts.netloc and names:
        beside = os.path.normpath(os.path.join(os.path.dirname(path), unquote(parts.path).lstrip("/")))
        places = [beside, "/".join(names)]
    else:
        return None
    for place in places:
        for within in (place, place.removeprefix("posts/")):
            if not within.startswith("..") and (real := tree.within(within)):
                return real
    return None


def shape(field: str) -> str:
    """The name a field is counted under: accounts' own names are all one."""
    return re.sub(r"^(mentions|hashtags)\.[^\[]+", r"\1.<account>", field)


def _list(value: Any) -> list[Any]:
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


COLONS = Say(
    "The colons after the accounts are missing in “{field}”; it was read as if they were there.",
    "Il manque les deux-points après les comptes dans « {field} » ; il a été lu comme s'ils y étaient.",
)
NEW_ACCOUNT = Say(
    "The list of accounts does not have “{name}”. A {platform} channel of that name was made: give it its handle, "
    "or take it off.",
    "La liste des comptes n'a pas « {name} ». Un compte {platform} de ce nom a été créé : donnez-lui son "
    "identifiant, ou ôtez-le.",
)
ELSEWHERE = Say(
    "It has {field} for {names}, where it does not go; they are kept under `imported`.",
    "Elle a des {field} pour {names}, où elle ne va pas ; ils sont gardés sous `imported`.",
)
NO_FILE = Say(
    "The picture “{file}” is not in the source: put it beside the post, or take it off the list.",
    "L'image « {file} » n'est pas dans la source : mettez-la à côté de la publication, ou ôtez-la.",
)
