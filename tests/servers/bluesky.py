"""A real personal data server of Bluesky's makers, with a fresh account for every test."""

from __future__ import annotations

import base64
import itertools
from pathlib import Path
from typing import Any

import httpx
from msgspec import Struct

from tests.servers import install
from tests.servers.child import Child


class Account(Struct, frozen=True):
    """An account and the app password that scripts use."""

    did: str
    handle: str
    password: str


class Pds:
    """The server."""

    def __init__(self, folder: Path, *options: str) -> None:
        env = {"LOG_ENABLED": "false", "NODE_ENV": "test"}
        self._child = Child([install.node(), str(install.FOLDER / "launch.mjs"), *options], folder, env)
        self.url: str = self._child.said["url"]
        self._numbers = itertools.count(1)
        self._http = httpx.Client(base_url=f"{self.url}/xrpc/", timeout=30, trust_env=False)

    def account(self) -> Account:
        """A new account."""
        name = f"team{next(self._numbers)}"
        made = self._post(
            "com.atproto.server.createAccount",
            {"email": f"{name}@example.com", "handle": f"{name}.test", "password": "a long password"},
        )
        token = {"Authorization": f"Bearer {made['accessJwt']}"}
        app = self._post("com.atproto.server.createAppPassword", {"name": "smmgit"}, token)
        return Account(made["did"], made["handle"], app["password"])

    def records(self, account: Account, collection: str = "app.bsky.feed.post") -> list[dict[str, Any]]:
        """Every record of an account, oldest key first."""
        params = {"repo": account.did, "collection": collection, "limit": "100", "reverse": "true"}
        answer = self._http.get("com.atproto.repo.listRecords", params=params)
        answer.raise_for_status()
        found: list[dict[str, Any]] = answer.json()["records"]
        return found

    def write(self, account: Account, record: dict[str, Any]) -> dict[str, Any]:
        """A post somebody else's program wrote into this account."""
        body = {"repo": account.did, "collection": record["$type"], "record": record}
        return self._post("com.atproto.repo.createRecord", body, self._login(account))

    def delete(self, account: Account, uri: str) -> None:
        """Delete a record."""
        _, _, did, collection, rkey = uri.split("/")
        body = {"repo": did, "collection": collection, "rkey": rkey}
        self._post("com.atproto.repo.deleteRecord", body, self._login(account))

    def take_down(self, account: Account) -> None:
        """Suspend an account, as moderators do."""
        body = {
            "subject": {"$type": "com.atproto.admin.defs#repoRef", "did": account.did},
            "takedown": {"applied": True},
        }
        basic = base64.b64encode(b"admin:admin-pass").decode()
        self._post("com.atproto.admin.updateSubjectStatus", body, {"Authorization": f"Basic {basic}"})

    def stop(self) -> None:
        """End it."""
        self._http.close()
        self._child.stop()

    def _login(self, account: Account) -> dict[str, str]:
        body = {"identifier": account.did, "password": account.password}
        return {"Authorization": f"Bearer {self._post('com.atproto.server.createSession', body)['accessJwt']}"}

    def _post(self, name: str, body: dict[str, Any], headers: dict[str, str] | None = None) -> dict[str, Any]:
        answer = self._http.post(name, json=body, headers=headers or {})
        assert answer.is_success, f"{name}: {answer.status_code} {answer.text}"
        return answer.json() if answer.content else {}
