"""galaxy-social's list of accounts, `plugins.yml`, as channels of ours."""

from __future__ import annotations

import os
import re
from typing import Any
from urllib.parse import urlsplit

from smmgit.importers.accounts import channel_id
from smmgit.importers.foreign import read_yaml
from smmgit.importers.imported import Gathered
from smmgit.importers.tally import leaves
from smmgit.importers.tree import Tree
from smmgit.model.say import Say

FILE = "plugins.yml"
PLATFORMS = {"markdown": "sandbox", "twitter": "x"}
NETWORKS = ("mastodon", "bluesky", "matrix", "slack", "linkedin", "markdown", "discord", "telegram", "twitter", "x")
SECRETS = {
    "access_token": "token",
    "token": "token",
    "password": "password",
    "api_key": "key",
    "webhook_url": "webhook",
}
IDS = ("org_id", "room_id", "channel_id", "account_id")
TEXTS = {"base_url": "server", "account_url": "url", "username": "handle", "handle": "handle"}


def read_accounts(tree: Tree, found: Gathered) -> dict[str, dict[str, Any]]:
    """Channels by the name posts call them (lower case). Secrets become names of variables, never values."""
    holder, path = _place(tree)
    if holder is None:
        return {}
    file = holder.read(path)
    if file.problem is not None:
        found.find(file.rule, "error", file.problem, path)
        return {}
    read = read_yaml(file.text)
    plugins = read.value.get("plugins") if isinstance(read.value, dict) else None
    if read.problem or not isinstance(plugins, list):
        found.find("import/accounts", "error", UNREADABLE.with_(why=read.problem or "?"), path, read.line)
        return {}
    channels: dict[str, dict[str, Any]] = {}
    for plugin in plugins:
        if isinstance(plugin, dict) and isinstance(plugin.get("name"), str):
            for field, values in leaves(plugin, "plugins[]").items():
                found.tally.read(field, values)
            channels[plugin["name"].strip().lower()] = _channel(plugin, path, found)
    return channels


def _place(tree: Tree) -> tuple[Tree | None, str]:
    """The list at the top of the source, or above it when only a folder of posts was given."""
    if tree.within(FILE):
        return tree, FILE
    folder = tree.root
    while "posts" in folder.split(os.sep):
        folder = os.path.dirname(folder)
        if Tree(folder).within(FILE):
            return Tree(folder), FILE
    return None, FILE


def platform_of(name: str) -> str:
    """The network an account's name begins with, `manual` where it tells none."""
    word = re.split(r"[-_.\s]", name.lower(), maxsplit=1)[0]
    return PLATFORMS.get(word, word) if word in NETWORKS else "manual"


def _channel(plugin: dict[str, Any], path: str, found: Gathered) -> dict[str, Any]:
    mapped = found.tally.mapped
    kind = str(plugin.get("class") or plugin["name"]).split(".")[0].lower()
    channel: dict[str, Any] = {"platform": PLATFORMS.get(kind, kind)}
    options: dict[str, Any] = {}
    config = plugin.get("config")
    for key, value in (config if isinstance(config, dict) else {}).items():
        if value is None:
            continue
        if key in TEXTS and isinstance(value, str):
            channel[TEXTS[key]] = value
        elif key in IDS and isinstance(value, str):
            if value:
                linkedin = channel["platform"] == "linkedin" and value.isdigit()
                channel["account_id"] = f"urn:li:organization:{value}" if linkedin else value
        elif key == "max_content_length" and isinstance(value, str):
            channel["limits"] = {"text.max": value}
        elif key in SECRETS or (isinstance(value, str) and value.startswith("$")):
            if isinstance(value, str) and value.startswith("$"):
                channel.setdefault("secrets", {})[SECRETS.get(key, key)] = value[1:].strip("{}")
            else:
                found.find("import/secret", "error", SECRET.with_(name=plugin["name"], key=key), path)
        else:
            options[key] = value
        for field, values in leaves(value, f"plugins[].config.{key}").items():
            mapped(field, values)
    for key, value in plugin.items():
        if key in ("name", "class", "enabled"):
            mapped(f"plugins[].{key}")
        elif key != "config" and value is not None:
            options[key] = value
            for field, values in leaves(value, f"plugins[].{key}").items():
                mapped(field, values)
    if channel["platform"] == "sandbox":
        options.setdefault("class", str(plugin.get("class")))
    if str(plugin.get("enabled", "true")).lower() not in ("true", "yes", "on"):
        channel["enabled"] = "false"
    if options:
        channel["options"] = options
    if "handle" not in channel and (handle := _handle(channel)):
        channel["handle"] = handle
    return channel


def _handle(channel: dict[str, Any]) -> str:
    """The handle that the account's page tells: `@name` of a Mastodon server, a LinkedIn company."""
    parts = urlsplit(channel.get("url", ""))
    last = parts.path.rstrip("/").rpartition("/")[2]
    if channel["platform"] == "mastodon" and last.startswith("@"):
        return f"{last[1:]}@{parts.netloc}"
    return last if channel["platform"] == "linkedin" else ""


def named(name: str) -> str:
    """The id of the channel that posts call by this name."""
    return channel_id(name)


UNREADABLE = Say(
    "The list of accounts cannot be read ({why}); channels were made from the names in posts alone.",
    "La liste des comptes est illisible ({why}) ; les comptes viennent des seuls noms lus dans les publications.",
)
SECRET = Say(
    "The account “{name}” has its {key} in clear. It was not copied: change it on the network, since whoever reads "
    "the source has it, and put the new one in a secret.",
    "Le compte « {name} » a son {key} en clair. Il n'a pas été copié : changez-le sur le réseau, puisque quiconque "
    "lit la source l'a, et mettez le nouveau dans un secret.",
)
