"""What the hosts of addresses give away: private networks, drafts of a site, shared files."""

from __future__ import annotations

import re

from smmgit.text.late import late

_PRIVATE = late(
    r"localhost|127\.\d+\.\d+\.\d+|0\.0\.0\.0|10\.\d+\.\d+\.\d+|192\.168\.\d+\.\d+|169\.254\.\d+\.\d+"
    r"|172\.(?:1[6-9]|2\d|3[01])\.\d+\.\d+|.*\.(?:local|localhost|internal|lan|intranet|home\.arpa)",
    re.IGNORECASE,
)
# A first label that says the site is not the public one.
DRAFT = frozenset("staging stage preprod pre-prod recette uat qa dev develop preview beta-interne".split())
TUNNELS = ("ngrok.io", "ngrok.app", "ngrok-free.app", "loca.lt", "trycloudflare.com", "serveo.net")


def private(host: str) -> bool:
    """True for a host that only exists inside a network."""
    return _PRIVATE.fullmatch(host) is not None


def draft(host: str) -> bool:
    """True for a host that shows a site in the making."""
    return host.partition(".")[0] in DRAFT or host.endswith(TUNNELS)
