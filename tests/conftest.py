"""Fixtures every test may ask for."""

from __future__ import annotations

from tests.servers.fixtures import mastodon, mastodon_proxy, pds, pds_proxy

__all__ = ["mastodon", "mastodon_proxy", "pds", "pds_proxy"]
