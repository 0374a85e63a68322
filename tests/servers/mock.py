"""mastodon-mock in a process of its own: `python -m tests.servers.mock HOW_MANY_ACCOUNTS`."""

from __future__ import annotations

import json
import os
import socket
import sys
import tempfile
import threading

import uvicorn
from mastodon_mock.app import create_app
from mastodon_mock.config import DatabaseConfig, MastodonMockConfig, SeedAccount, SeedConfig


def main(accounts: int) -> None:
    """Serve on a free port of loopback until stdin closes."""
    listener = socket.socket()
    listener.bind(("127.0.0.1", 0))
    host = f"127.0.0.1:{listener.getsockname()[1]}"
    seeds = [SeedAccount(username=f"team{n}", access_token=f"token-of-team-{n}") for n in range(1, accounts + 1)]
    with tempfile.TemporaryDirectory(prefix="smmgit-mastodon-") as media:
        config = MastodonMockConfig(
            domain=host, url_scheme="http", database=DatabaseConfig(path=":memory:"), seed=SeedConfig(accounts=seeds),
            media_storage_path=media,
        )  # fmt: skip
        server = uvicorn.Server(uvicorn.Config(create_app(config), log_level="warning", server_header=False))
        threading.Thread(target=_until_alone, args=(server,), daemon=True).start()
        listener.listen(128)
        print(json.dumps({"ready": True, "url": f"http://{host}"}), flush=True)
        server.run(sockets=[listener])


def _until_alone(server: uvicorn.Server) -> None:
    while os.read(0, 4096):
        pass
    server.should_exit = True


if __name__ == "__main__":
    main(int(sys.argv[1]))
