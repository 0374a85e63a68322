"""A stand-in for a Mastodon server that others wrote (mastodon-mock), with a fresh account for every test."""

from __future__ import annotations

import itertools
import sys
from pathlib import Path
from typing import Any

import httpx
from msgspec import Struct

from tests.servers.child import Child

ROOT = Path(__file__).resolve().parents[2]
ACCOUNTS = 400


class Account(Struct, frozen=True):
    """An account and its token."""

    id: str
    name: str
    token: str


class Mastodon:
    """The server."""

    def __init__(self, folder: Path) -> None:
        self._child = Child(
            [sys.executable, "-m", "tests.servers.mock", str(ACCOUNTS)], folder, {"PYTHONPATH": str(ROOT)}
        )
        self.url: str = self._child.said["url"]
        self._numbers = itertools.count(1)
        self._http = httpx.Client(base_url=self.url, timeout=30, trust_env=False)

    def account(self) -> Account:
        """An account no test has used."""
        number = next(self._numbers)
        token = f"token-of-team-{number}"
        found = self._http.get("/api/v1/accounts/verify_credentials", headers=_bearer(token))
        assert found.is_success, found.text
        return Account(found.json()["id"], f"team{number}", token)

    def statuses(self, account: Account) -> list[dict[str, Any]]:
        """Everything an account posted, oldest first."""
        found: list[dict[str, Any]] = []
        params = {"limit": "40"}
        while True:
            answer = self._http.get(
                f"/api/v1/accounts/{account.id}/statuses", params=params, headers=_bearer(account.token)
            )
            assert answer.is_success, answer.text
            page = answer.json()
            found += page
            if len(page) < 40:
                return found[::-1]
            params["max_id"] = page[-1]["id"]

    def post(self, account: Account, text: str, **fields: Any) -> dict[str, Any]:
        """A status somebody posted by hand."""
        body = {"status": text, **fields}
        answer = self._http.post("/api/v1/statuses", json=body, headers=_bearer(account.token))
        assert answer.is_success, answer.text
        found: dict[str, Any] = answer.json()
        return found

    def delete(self, account: Account, id: str) -> None:
        """Delete a status."""
        assert self._http.delete(f"/api/v1/statuses/{id}", headers=_bearer(account.token)).is_success

    def stop(self) -> None:
        """End it."""
        self._http.close()
        self._child.stop()


def _bearer(token: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {token}"}
