"""Bluesky and every AT Protocol server: a message is a record under a key that follows from its delivery.

Sending again is a no-op: `putRecord` with `swapRecord: null` writes only where nothing stands, says so when the
same record stands there, and refuses when another one does.
"""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Callable
from typing import ClassVar

from smmgit.model.delivery import Key, Outcome, Published, Unknown
from smmgit.platforms.adapter import Absent, Account, Duplicates, Journal, Message, Prepared, Setting
from smmgit.platforms.bluesky import record as records
from smmgit.platforms.bluesky.likeness import blob_of, likeness
from smmgit.platforms.bluesky.record import Ref
from smmgit.platforms.bluesky.rkey import rkey
from smmgit.platforms.bluesky.target import dids, named, targets
from smmgit.platforms.bluesky.uploads import uploads
from smmgit.platforms.bluesky.xrpc import SERVER, Session, Xrpc
from smmgit.platforms.http import Answer, Client
from smmgit.platforms.outcome import Failure, unclear, unsent
from smmgit.platforms.secrets import Redactor


def adapter(setting: Setting) -> Bluesky:
    """The account of a channel."""
    return Bluesky(setting)


class Bluesky:
    """One account."""

    duplicates: ClassVar[Duplicates] = "exact"

    def __init__(
        self, setting: Setting, *, client: Client | None = None, pause: Callable[[float], None] = time.sleep
    ) -> None:
        self._client = client or Client(
            setting.channel.server or SERVER, Redactor(setting.secrets.values()), proxy=setting.proxy
        )
        self._xrpc = Xrpc(setting, self._client)
        self._pause = pause

    def check(self) -> Account | Failure:
        """Log in, once a run, and say as whom."""
        session = self._xrpc.session()
        if not isinstance(session, Session):
            return session
        return Account(account_id=session.did, handle=session.handle, skew=session.skew)

    def close(self) -> None:
        """Let the connections go."""
        self._client.close()

    def prepare(self, message: Message, journal: Journal) -> Prepared | Failure:
        """Upload what the message carries; find the post it answers and the accounts it names."""
        target = targets(self._xrpc, message)
        if not isinstance(target, dict):
            return target
        if message.rendition.action == "repost":
            return Prepared(extra=target)
        accounts = dids(self._xrpc, message)
        if not isinstance(accounts, dict):
            return accounts
        found = uploads(self._xrpc, message, journal, self._pause)
        if not isinstance(found, Prepared):
            return found
        extra = {**found.extra, **target, **({"dids": accounts} if accounts else {})}
        return Prepared(media=found.media, thumbnail=found.thumbnail, extra=extra)

    def publish(
        self, message: Message, prepared: Prepared, key: Key, prior: tuple[Published, ...], journal: Journal
    ) -> Outcome:
        """Write the record where nothing stands."""
        session = self._xrpc.session()
        if not isinstance(session, Session):
            return unsent(session)
        if not _is_ready(message, prepared):
            return self._client.fail("not-prepared")
        ours = records.record(message, prepared, prior)
        body = {
            "repo": session.did,
            "collection": records.collection(message),
            "rkey": rkey(key, message.number),
            "record": ours,
            # Not the same as leaving it out, which overwrites.
            "swapRecord": None,
        }
        answer = self._xrpc.procedure("com.atproto.repo.putRecord", body)
        if not isinstance(answer, Answer):
            return answer
        if answer.ok:
            return self._published(message, answer)
        if answer.json().get("error") == "InvalidSwap":
            there = self._there(message, key, ours)
            return self._client.fail("other-under-key") if isinstance(there, Absent) else there
        return self._xrpc.refusal(answer)

    def find(
        self, message: Message, key: Key, prior: tuple[Published, ...], since: dt.datetime, taken: frozenset[str]
    ) -> Published | Absent | Unknown:
        """What stands under the message's key. Nothing else can be ours, so `since` has nothing to tell."""
        blobs = tuple(blob_of(attachment) for attachment in message.attachments)
        ours = records.record(message, Prepared(media=blobs, extra=named(message)), prior)
        there = self._there(message, key, ours)
        if isinstance(there, Published) and there.remote_id in taken:
            return Unknown(reason=f"other-under-key: {there.remote_id}")
        return there

    def _there(self, message: Message, key: Key, ours: dict[str, object]) -> Published | Absent | Unknown:
        """The record under a key, if it is our message."""
        session = self._xrpc.session()
        if not isinstance(session, Session):
            return unclear(session)
        place = {"collection": records.collection(message), "rkey": rkey(key, message.number)}
        answer = self._xrpc.query("com.atproto.repo.getRecord", {"repo": session.did, **place})
        if not isinstance(answer, Answer):
            return unclear(answer)
        said = answer.json()
        if not answer.ok:
            gone = answer.status in (400, 404) and said.get("error") == "RecordNotFound"
            return Absent() if gone else unclear(self._xrpc.refusal(answer))
        if likeness(said.get("value")) != likeness(ours):
            return unclear(self._client.fail("other-under-key", str(said.get("uri"))))
        found = self._published(message, answer)
        return found if isinstance(found, Published) else unclear(found)

    def _published(self, message: Message, answer: Answer) -> Published | Failure:
        said = answer.json()
        uri, cid = said.get("uri"), said.get("cid")
        if not isinstance(uri, str) or not isinstance(cid, str) or uri.count("/") != 4:
            return self._client.fail("unreadable", answer.words)
        return records.published(Ref(uri, cid), message)


def _is_ready(message: Message, prepared: Prepared) -> bool:
    """Was all that this message needs done beforehand?"""
    needs_target = message.rendition.action != "post"
    return len(prepared.media) == len(message.attachments) and (not needs_target or "target" in prepared.extra)
