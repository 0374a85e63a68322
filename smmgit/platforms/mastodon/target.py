"""The post that is answered, quoted or shared: its id on our own instance."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from smmgit.platforms.adapter import Message
from smmgit.platforms.http import Answer
from smmgit.platforms.mastodon.api import Api
from smmgit.platforms.outcome import Failure

_OURS = re.compile(r"(?:/web|/deck)?/@[^/]+/(?P<new>\d+)|/users/[^/]+/statuses/(?P<old>\d+)", re.ASCII)


def target(api: Api, message: Message) -> str | Failure:
    """Its id, empty for a post of its own. A post from elsewhere is fetched by our instance first."""
    of = message.rendition.of
    if message.rendition.action == "post":
        return ""
    here = local_id(api, message)
    if here:
        answer = api.get(f"/api/v1/statuses/{here}")
        if not isinstance(answer, Answer):
            return api.client.fail("no-target", of) if answer.reason.startswith("refused") else answer
        return here
    answer = api.get("/api/v2/search", {"q": of, "resolve": "true", "type": "statuses", "limit": "1"})
    if not isinstance(answer, Answer):
        return answer
    found = answer.json().get("statuses")
    first = found[0] if isinstance(found, list) and found and isinstance(found[0], dict) else {}
    known = of in (first.get("url"), first.get("uri"))
    return str(first["id"]) if known and first.get("id") else api.client.fail("no-target", of)


def local_id(api: Api, message: Message) -> str:
    """The id in the address of a post on our own instance; empty for any other."""
    address, own = urlsplit(message.rendition.of), urlsplit(api.client.base)
    if (address.scheme, address.netloc.lower()) != (own.scheme, own.netloc.lower()):
        return ""
    found = _OURS.fullmatch(address.path.rstrip("/"))
    return (found["new"] or found["old"]) if found else ""
