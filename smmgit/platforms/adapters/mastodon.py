"""Mastodon and servers that speak like it: look first, then post with a key that is never trusted alone.

The key (`Idempotency-Key`) makes a repetition harmless for about an hour, on servers that know it. So before a
message is sent a second time, our own statuses are read and compared.
"""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Callable, Iterator, Mapping
from typing import Any, ClassVar

from smmgit.model.delivery import Key, Outcome, Published, Unknown
from smmgit.platforms.adapter import Absent, Account, Duplicates, Journal, Message, Prepared, Setting
from smmgit.platforms.http import Answer, Client
from smmgit.platforms.mastodon import status as statuses
from smmgit.platforms.mastodon.api import Api, Owner
from smmgit.platforms.mastodon.instance import Instance, instance_of, misfit
from smmgit.platforms.mastodon.media import upload
from smmgit.platforms.mastodon.target import target
from smmgit.platforms.outcome import Failure, unclear
from smmgit.platforms.secrets import Redactor

SERVER = "https://mastodon.social"
PAGE = 40  # statuses in one answer
PAGES = 25
JUST_NOW = dt.timedelta(seconds=30)


def adapter(setting: Setting) -> Mastodon:
    """The account of a channel."""
    return Mastodon(setting)


class Mastodon:
    """One account."""

    duplicates: ClassVar[Duplicates] = "keyed"

    def __init__(
        self, setting: Setting, *, client: Client | None = None, pause: Callable[[float], None] = time.sleep
    ) -> None:
        server = setting.channel.server or SERVER
        self._client = client or Client(server, Redactor(setting.secrets.values()), proxy=setting.proxy)
        self._api = Api(setting, self._client)
        self._pause = pause
        self._instance: Instance | None = None

    def check(self) -> Account | Failure:
        """Ask whose token it is."""
        owner = self._api.owner()
        if not isinstance(owner, Owner):
            return owner
        return Account(account_id=owner.id, handle=owner.handle, skew=owner.skew)

    def close(self) -> None:
        """Let the connections go."""
        self._client.close()

    def prepare(self, message: Message, journal: Journal) -> Prepared | Failure:
        """Compare with the instance's own limits, find the post it answers, upload its media."""
        found = target(self._api, message)
        if not isinstance(found, str):
            return found
        extra = {"target": found} if found else {}
        if message.rendition.action == "repost":
            return Prepared(extra=extra)
        if self._instance is None:
            instance = instance_of(self._api)
            if not isinstance(instance, Instance):
                return instance
            self._instance = instance
        refused = misfit(message, self._instance)
        if refused:
            return self._client.fail(*refused)
        media: list[str] = []
        for attachment in message.attachments:
            uploaded = upload(self._api, attachment, journal, self._pause)
            if not isinstance(uploaded, str):
                return uploaded
            media.append(uploaded)
        return Prepared(media=tuple(media), extra=extra)

    def publish(
        self, message: Message, prepared: Prepared, key: Key, prior: tuple[Published, ...], journal: Journal
    ) -> Outcome:
        """Post it. What comes back is compared: a key that was used before is answered with what it made then."""
        place = prepared.extra.get("target", "")
        if len(prepared.media) != len(message.attachments) or (message.rendition.action != "post" and not place):
            return self._client.fail("not-prepared")
        if message.rendition.action == "repost":
            answer = self._api.post(f"/api/v1/statuses/{place}/reblog", {})
            return self._published(answer, lambda status, said: statuses.shared(status, place))
        wanted = statuses.body(message, prepared.media, place, prior)
        answer = self._api.post("/api/v1/statuses", wanted, statuses.idempotency_key(key, message.number))
        return self._published(answer, lambda status, said: self._is_ours(status, said, message, wanted))

    def find(
        self, message: Message, key: Key, prior: tuple[Published, ...], since: dt.datetime, taken: frozenset[str]
    ) -> Published | Absent | Unknown:
        """The oldest of our statuses since then that is this message and belongs to no other delivery."""
        place = target(self._api, message)
        if not isinstance(place, str):
            return unclear(place)
        wanted = statuses.body(message, (), place, prior)
        found: Mapping[str, Any] | None = None
        for status in self._own(since):
            if not isinstance(status, dict):
                return unclear(status)
            if str(status.get("id")) in taken:
                continue
            if message.rendition.action == "repost":
                same: bool | Failure = statuses.shared(status, place)
            else:
                same = self._reads_like(status, message, wanted)
            if not isinstance(same, bool):
                return unclear(same)
            if same:
                found = status
        if found is None:
            return Absent()
        return statuses.published(found) or Unknown(reason="unreadable: statuses")

    def _published(self, answer: Answer | Failure, is_ours: Callable[[dict[str, Any], Answer], bool]) -> Outcome:
        if not isinstance(answer, Answer):
            return answer
        status = answer.json()
        found = statuses.published(status)
        if found is None:
            return self._client.fail("unreadable", "status")
        return found if is_ours(status, answer) else self._client.fail("other-under-key", found.url)

    def _own(self, since: dt.datetime) -> Iterator[dict[str, Any] | Failure]:
        """Our statuses made since then, newest first; a failure where they cannot be read to the end."""
        owner = self._api.owner()
        if not isinstance(owner, Owner):
            yield owner
            return
        params = {"limit": str(PAGE)}
        for _ in range(PAGES):
            answer = self._api.get(f"/api/v1/accounts/{owner.id}/statuses", params)
            page = answer.value() if isinstance(answer, Answer) else None
            if not isinstance(page, list) or not all(isinstance(each, dict) for each in page):
                yield answer if not isinstance(answer, Answer) else self._client.fail("unreadable", "statuses")
                return
            for status in page:
                made = statuses.made_at(status)
                if made is None:
                    yield self._client.fail("unreadable", "created_at")
                    return
                if made < since:
                    return
                yield status
            # A short page is no sign of the end: instances leave out of a page what one may not see.
            if not page:
                return
            params["max_id"] = str(page[-1].get("id"))
        yield self._client.fail("unreadable", f"more than {PAGE * PAGES} statuses")

    def _reads_like(self, status: dict[str, Any], message: Message, wanted: dict[str, Any]) -> bool | Failure:
        """Is it our message? Where its HTML reads a little otherwise, what was typed decides."""
        if not statuses.is_like(status, wanted, _alts(message)):
            return False
        if statuses.says(status, wanted):
            return True
        if not statuses.resembles(status, wanted):
            return False
        answer = self._api.get(f"/api/v1/statuses/{status.get('id')}/source")
        if not isinstance(answer, Answer):
            # Software without sources has told us all it knows; anything else leaves the question open.
            return False if answer.reason.startswith(("refused", "forbidden")) else answer
        return statuses.typed(answer.json(), wanted)

    def _is_ours(self, status: dict[str, Any], answer: Answer, message: Message, wanted: dict[str, Any]) -> bool:
        """Is the status that was answered our message, and not what an old key once made?"""
        if statuses.is_like(status, wanted, _alts(message)) and statuses.says(status, wanted):
            return True
        # However an instance writes it down: what it made in this very moment it made of our request.
        made, now = statuses.made_at(status), answer.date
        if made is not None and now is not None and abs(now - made) < JUST_NOW:
            return True
        return self._reads_like(status, message, wanted) is True


def _alts(message: Message) -> tuple[str, ...]:
    return tuple(attachment.item.alt or "" for attachment in message.attachments)
