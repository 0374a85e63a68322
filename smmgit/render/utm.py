"""Campaign tags (UTM) on links to the brand's own site, and on no other link."""

from __future__ import annotations

import re
from collections.abc import Iterable

from msgspec import Struct

from smmgit.text.late import late

_URL = late(r"(?P<scheme>https?)://(?P<host>[^/?#\s]*)(?P<path>[^?#\s]*)(?P<query>\?[^#\s]*)?(?P<rest>#\S*)?\Z", re.I)
_HOST = late(r"(?:[a-z][a-z0-9+.-]*://)?(?:[^/?#@]*@)?([^/?#:]+)", re.I)
_SAFE = late(r"[A-Za-z0-9._~-]*")


class Utm(Struct, frozen=True):
    """What a post on a channel adds to links of one site; an empty `site` adds nothing."""

    site: str
    tags: tuple[tuple[str, str], ...]

    def tagged(self, url: str) -> str:
        """The address with its campaign tags; those the author typed stay as typed, other sites untouched."""
        found = _URL.match(url) if self.site else None
        if found is None or not self._ours(host_of(found["host"])):
            return url
        query = (found["query"] or "")[1:]
        typed = {pair.partition("=")[0].lower() for pair in query.split("&")}
        added = "&".join(f"{name}={_encoded(value)}" for name, value in self.tags if value and name not in typed)
        if not added:
            return url
        glue = "" if not query or query.endswith("&") else "&"
        path = found["path"] or "/"
        return f"{found['scheme']}://{found['host']}{path}?{query}{glue}{added}{found['rest'] or ''}"

    def _ours(self, host: str) -> bool:
        return host == self.site or host.endswith("." + self.site)


NO_UTM = Utm("", ())


def utm(site: str, platform: str, campaign: str, post: str) -> Utm:
    """The campaign tags of a post on a platform; `site` is the brand's address."""
    host = host_of(site).removeprefix("www.")
    if not host:
        return NO_UTM
    return Utm(
        host,
        (("utm_source", platform), ("utm_medium", "social"), ("utm_campaign", campaign), ("utm_content", post)),
    )


def host_of(address: str) -> str:
    """The host of an address in lower case, without user, port and final dot; empty where there is none."""
    found = _HOST.match(address.strip())
    return found[1].rstrip(".").lower() if found else ""


def without_utm(url: str) -> str:
    """The address without campaign tags: what two links to the same page share."""
    found = _URL.match(url)
    if found is None or not found["query"]:
        return url
    kept: Iterable[str] = (pair for pair in found["query"][1:].split("&") if not pair.lower().startswith("utm_"))
    query = "&".join(kept)
    return f"{found['scheme']}://{found['host']}{found['path']}{'?' + query if query else ''}{found['rest'] or ''}"


def _encoded(value: str) -> str:
    if _SAFE.fullmatch(value):
        return value
    return "".join(
        chr(byte) if chr(byte).isascii() and _SAFE.fullmatch(chr(byte)) else f"%{byte:02X}"
        for byte in value.encode("utf-8", "replace")
    )
