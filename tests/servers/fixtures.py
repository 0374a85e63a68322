"""The real servers as fixtures: one of each for a whole run, an account and a proxy for every test."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

from tests.servers import install
from tests.servers.bluesky import Pds
from tests.servers.mastodon import Mastodon
from tests.servers.proxy import Proxy


@pytest.fixture(scope="session")
def pds(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Pds]:
    """A Bluesky server; a skip that says what is missing where it cannot run, with CI=true a failure."""
    if not install.ready():
        what = f"no Bluesky test server ({install.missing() or 'make test installs it'})"
        if os.environ.get("CI"):
            pytest.fail(what)
        pytest.skip(what)
    server = Pds(tmp_path_factory.mktemp("pds"))
    yield server
    server.stop()


@pytest.fixture(scope="session")
def mastodon(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Mastodon]:
    """A Mastodon server."""
    server = Mastodon(tmp_path_factory.mktemp("mastodon"))
    yield server
    server.stop()


@pytest.fixture
def pds_proxy(pds: Pds) -> Iterator[Proxy]:
    """A proxy before the Bluesky server."""
    proxy = Proxy(pds.url)
    yield proxy
    proxy.stop()


@pytest.fixture
def mastodon_proxy(mastodon: Mastodon) -> Iterator[Proxy]:
    """A proxy before the Mastodon server."""
    proxy = Proxy(mastodon.url)
    yield proxy
    proxy.stop()
