"""The adapters of a run: each channel's opened once, and used only if its token is for the account that was pinned."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from msgspec import Struct

from smmgit.jobs.publishing.timing import Timing
from smmgit.model.brand import Channel
from smmgit.model.say import Say
from smmgit.model.workspace import Workspace
from smmgit.platforms.adapter import Account, Adapter, Setting
from smmgit.platforms.secrets import secrets_of

NO_SECRET = Say(
    "{channel}: the secret {names} is not set here, so nothing was sent. Add it to the environment of the publisher.",
    "{channel} : le secret {names} n'est pas défini ici, donc rien n'est parti. L'ajouter à l'environnement d'envoi.",
)
NOT_PINNED = Say(
    "{channel}: brand/channels.yml does not pin the account, so nothing was sent. This token is for {found}: if that "
    "is right, write account_id: {found} under {channel}.",
    "{channel} : brand/channels.yml ne fixe pas le compte, donc rien n'est parti. Ce jeton est celui de {found} : si "
    "c'est le bon, écrire account_id: {found} sous {channel}.",
)
OTHER_ACCOUNT = Say(
    "{channel}: the token is for another account ({found}) than the one pinned in brand/channels.yml ({pinned}). "
    "Nothing was sent. Put the right token into the secret, or correct account_id by a pull request.",
    "{channel} : le jeton est celui d'un autre compte ({found}) que celui fixé dans brand/channels.yml ({pinned}). "
    "Rien n'est parti. Mettre le bon jeton dans le secret, ou corriger account_id par une pull request.",
)
SKEWED = Say(
    "{channel}: the clocks of this machine and of the network differ by {seconds} seconds, so nothing was sent. "
    "Set the clock.",
    "{channel} : l'horloge de cette machine et celle du réseau diffèrent de {seconds} secondes, donc rien n'est parti. "
    "Mettre l'horloge à l'heure.",
)
CLOSED = Say("{channel}: nothing was sent. {why}", "{channel} : rien n'est parti. {why}")


class Outlet(Struct, frozen=True):
    """A channel that may be sent to."""

    adapter: Adapter
    account: Account


Open = Callable[[Setting], Adapter]
Explain = Callable[[str], Say]


class Outlets:
    """Opens channels when they are first needed; `closed` says in words why a channel could not be."""

    def __init__(
        self,
        ws: Workspace,
        root: str,
        environ: Mapping[str, str],
        open_adapter: Open,
        explain: Explain,
        timing: Timing,
        *,
        rehearsal: bool = False,
    ) -> None:
        self._ws = ws
        self._root = root
        self._environ = environ
        self._open = open_adapter
        self._explain = explain
        self._timing = timing
        self._rehearsal = rehearsal
        self._known: dict[str, Outlet | Say] = {}

    @property
    def closed(self) -> dict[str, Say]:
        """Channels that could not be used, and why."""
        return {channel: found for channel, found in self._known.items() if isinstance(found, Say)}

    def of(self, channel_id: str) -> Outlet | None:
        """The outlet of a channel, None where it is closed."""
        if channel_id not in self._known:
            channel = self._ws.channel(channel_id)
            self._known[channel_id] = self._opened(channel) if channel else CLOSED.with_(channel=channel_id, why="?")
        found = self._known[channel_id]
        return found if isinstance(found, Outlet) else None

    def close(self) -> None:
        """Let go of connections."""
        for found in self._known.values():
            done: Any = getattr(found.adapter, "close", None) if isinstance(found, Outlet) else None
            if done is not None:
                done()

    def _opened(self, channel: Channel) -> Outlet | Say:
        secrets = secrets_of(channel, self._environ)
        if secrets.missing and not self._rehearsal:
            return NO_SECRET.with_(channel=channel.id, names=", ".join(secrets.missing))
        spec = self._ws.spec_of(channel)
        if spec is None:
            return CLOSED.with_(channel=channel.id, why=channel.platform)
        adapter = self._open(Setting(channel=channel, spec=spec, root=self._root, secrets=secrets.values))
        account = adapter.check()
        if not isinstance(account, Account):
            why = self._explain(account.reason)
            return Say(
                CLOSED.en.format(channel=channel.id, why=why.en), CLOSED.fr.format(channel=channel.id, why=why.fr)
            )
        return Outlet(adapter, account) if self._rehearsal else self._pinned(channel, adapter, account)

    def _pinned(self, channel: Channel, adapter: Adapter, account: Account) -> Outlet | Say:
        if not channel.account_id:
            return NOT_PINNED.with_(channel=channel.id, found=account.account_id)
        if channel.account_id != account.account_id:
            return OTHER_ACCOUNT.with_(channel=channel.id, found=account.account_id, pinned=channel.account_id)
        if account.skew is not None and abs(account.skew) > self._timing.skew:
            return SKEWED.with_(channel=channel.id, seconds=round(abs(account.skew)))
        return Outlet(adapter, account)
