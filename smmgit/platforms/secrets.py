"""Secrets: from the names in `channels.yml` to values, and out of everything that is written or printed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec import Struct

from smmgit.model.brand import Channel

HIDDEN = "***"
SHORTEST = 4  # what is shorter is in every second word


class Secret(str):
    """A secret's value, that a traceback or a log of its owner does not print."""

    __slots__ = ()

    def __repr__(self) -> str:
        return repr(HIDDEN)


class Found(Struct, frozen=True):
    """Values by role (`token`, `password`), and the names of variables that are not set."""

    values: Mapping[str, Secret]
    missing: tuple[str, ...]


def secrets_of(channel: Channel, environ: Mapping[str, str]) -> Found:
    """The secrets a channel names; white space around a value, which copying adds, is not part of it."""
    values = {role: Secret(environ.get(name, "").strip()) for role, name in channel.secrets.items()}
    missing = tuple(name for role, name in channel.secrets.items() if not values[role])
    return Found({role: value for role, value in values.items() if value}, missing)


class Redactor:
    """Takes secrets out of texts. More are learnt on the way: a session's tokens are secrets too."""

    def __init__(self, secrets: Iterable[str] = ()) -> None:
        self._forms: list[str] = []
        for secret in secrets:
            self.learn(secret)

    def learn(self, secret: str) -> None:
        """Hide this from now on, also as it looks in an address, in JSON and in a Basic header."""
        import json
        from base64 import b64encode
        from urllib.parse import quote, quote_plus

        if len(secret) < SHORTEST:
            return
        spellings = {
            str(secret),
            quote(secret, safe="", errors="replace"),
            quote_plus(secret, errors="replace"),
            json.dumps(secret)[1:-1],
            json.dumps(secret, ensure_ascii=False)[1:-1],
            b64encode(secret.encode("utf-8", "replace")).decode().rstrip("="),
        }
        self._forms = sorted({*self._forms, *spellings}, key=lambda form: (-len(form), form))

    def clean(self, text: str, most: int = 300) -> str:
        """The text without secrets, control characters and line ends, no longer than `most`."""
        for form in self._forms:
            text = text.replace(form, HIDDEN)
        plain = " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())
        return plain if len(plain) <= most else plain[: most - 1] + "…"
