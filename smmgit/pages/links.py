"""Which addresses a page may carry."""

from __future__ import annotations

import functools
from urllib.parse import urlsplit


@functools.lru_cache(maxsize=4096)
def web(url: str) -> str:
    """The address where it is one that a browser may follow (http, https), else empty."""
    typed = url.strip()
    try:
        parts = urlsplit(typed)
    except ValueError:
        return ""
    return typed if parts.scheme in ("http", "https") and parts.netloc else ""
