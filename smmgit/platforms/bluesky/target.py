"""The post that is answered, quoted or reposted, and the accounts that are named."""

from __future__ import annotations

import re
from typing import Any

from smmgit.platforms.adapter import Message
from smmgit.platforms.bluesky.record import Ref
from smmgit.platforms.bluesky.xrpc import Xrpc
from smmgit.platforms.http import Answer
from smmgit.platforms.outcome import Failure

_WEB = re.compile(r"https://[\w.-]+/profile/(?P<repo>[\w.:%-]+)/post/(?P<rkey>[\w.~:-]+)/?(?:[?#].*)?", re.ASCII)
_AT = re.compile(r"at://(?P<repo>[\w.:%-]+)/app\.bsky\.feed\.post/(?P<rkey>[\w.~:-]+)/?", re.ASCII)
NO_RECORD = ("RecordNotFound", "InvalidRequest", "NotFound", "RepoNotFound", "HandleNotFound")


def targets(xrpc: Xrpc, message: Message) -> dict[str, Any] | Failure:
    """`target` and `root` for what is answered, quoted or reposted; empty for a post of its own."""
    if message.rendition.action == "post":
        return {}
    found = _WEB.fullmatch(message.rendition.of) or _AT.fullmatch(message.rendition.of)
    if found is None:
        return xrpc.client.fail("no-target", message.rendition.of)
    did = _did(xrpc, found["repo"])
    if not isinstance(did, str):
        return did
    params = {"repo": did, "collection": "app.bsky.feed.post", "rkey": found["rkey"]}
    answer = xrpc.query("com.atproto.repo.getRecord", params)
    if not isinstance(answer, Answer):
        return answer
    said = answer.json()
    if not answer.ok:
        gone = answer.status in (400, 404) and said.get("error") in NO_RECORD
        return xrpc.client.fail("no-target", message.rendition.of) if gone else xrpc.refusal(answer)
    uri, cid, value = said.get("uri"), said.get("cid"), said.get("value")
    if not isinstance(uri, str) or not isinstance(cid, str) or not isinstance(value, dict):
        return xrpc.client.fail("unreadable", "getRecord")
    target = Ref(uri, cid).strong
    reply = value.get("reply")
    root = reply.get("root") if isinstance(reply, dict) else None
    return {"target": target, "root": root if isinstance(root, dict) else target}


def named(message: Message) -> dict[str, Any]:
    """The same without asking: for a comparison, which looks at the post's own name alone."""
    place = {"uri": message.rendition.of.partition("?")[0].partition("#")[0].rstrip("/"), "cid": ""}
    return {} if message.rendition.action == "post" else {"target": place, "root": place}


def dids(xrpc: Xrpc, message: Message) -> dict[str, str] | Failure:
    """The DIDs of accounts that `lock.json` does not know; a handle nobody has is left out."""
    found: dict[str, str] = {}
    for facet in message.part.facets:
        if facet.kind != "mention" or facet.target.startswith("did:") or facet.target in found:
            continue
        did = _did(xrpc, facet.target)
        if isinstance(did, str):
            found[facet.target] = did
        elif not did.reason.startswith("no-target"):
            return did
    return found


def _did(xrpc: Xrpc, name: str) -> str | Failure:
    if name.startswith("did:"):
        return name
    answer = xrpc.query("com.atproto.identity.resolveHandle", {"handle": name})
    if not isinstance(answer, Answer):
        return answer
    if not answer.ok:
        # A server says 400 to a handle it cannot resolve, and to one that is none.
        return xrpc.client.fail("no-target", f"@{name}") if answer.status in (400, 404) else xrpc.refusal(answer)
    did = answer.json().get("did")
    return did if isinstance(did, str) and did.startswith("did:") else xrpc.client.fail("unreadable", "resolveHandle")
