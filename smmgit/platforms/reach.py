"""Addresses that content names: does a page answer, and the bytes behind one. Never a private address."""

from __future__ import annotations

import hashlib
import ipaddress
import socket
from urllib.parse import urlsplit

from smmgit.model.say import Say

MOST = 300_000_000  # bytes; the largest file any network takes from us
WAIT = 20.0
UNREACHED = Say("{url} could not be fetched ({why}).", "{url} n'a pas pu être récupéré ({why}).")
CHANGED = Say(
    "{url} does not give the file whose sha256 was approved; it gives {found}.",
    "{url} ne donne pas le fichier dont le sha256 a été validé ; il donne {found}.",
)
PRIVATE = Say("{url} leads to a private address.", "{url} mène à une adresse privée.")


def is_public(url: str) -> bool:
    """Does every address of this host belong to the public network? A pull request chooses it, so nothing else may."""
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        return False
    try:
        found = socket.getaddrinfo(parts.hostname, parts.port or 443, type=socket.SOCK_STREAM)
    except (OSError, ValueError, UnicodeError):
        return False
    return bool(found) and all(ipaddress.ip_address(str(each[4][0]).partition("%")[0]).is_global for each in found)


def answers(url: str) -> bool:
    """Does the page answer 200 now? Redirects are not followed: what waits for a page waits for that page."""
    if not is_public(url):
        return False
    import httpx

    try:
        with httpx.stream("GET", url, timeout=WAIT, follow_redirects=False) as answer:
            return answer.status_code == 200
    except (httpx.HTTPError, httpx.InvalidURL):
        return False


def download(url: str, sha256: str) -> bytes | Say:
    """The bytes behind an address, if they are the ones with this fingerprint; else why not."""
    if not is_public(url):
        return PRIVATE.with_(url=url)
    import httpx

    data = bytearray()
    try:
        with httpx.stream("GET", url, timeout=WAIT, follow_redirects=False) as answer:
            if answer.status_code != 200:
                return UNREACHED.with_(url=url, why=f"HTTP {answer.status_code}")
            for piece in answer.iter_bytes():
                data += piece
                if len(data) > MOST:
                    return UNREACHED.with_(url=url, why=f"> {MOST} bytes")
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        return UNREACHED.with_(url=url, why=type(error).__name__)
    found = hashlib.sha256(data).hexdigest()
    return bytes(data) if found == sha256 else CHANGED.with_(url=url, found=found)
