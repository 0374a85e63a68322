"""Calls to an instance, for one account."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from msgspec import Struct

from smmgit.platforms import http
from smmgit.platforms.adapter import Setting
from smmgit.platforms.http import Answer, Client
from smmgit.platforms.outcome import Failure

OWN = "/api/v1/accounts/verify_credentials"


class Owner(Struct, frozen=True, kw_only=True):
    """Whose token it is, and how far the instance's clock is ahead of ours."""

    id: str
    handle: str
    skew: float | None = None


class Api:
    """The instance. Calls give an answer that succeeded or an outcome."""

    def __init__(self, setting: Setting, client: Client) -> None:
        self.client = client
        self._name = setting.channel.secrets.get("token", "token")
        self._token = setting.secrets.get("token", "")
        self._owner: Owner | None = None

    def owner(self) -> Owner | Failure:
        """Whose token it is, asked once a run."""
        if self._owner is None:
            answer = self.get(OWN)
            if not isinstance(answer, Answer):
                return answer
            said = answer.json()
            id, handle = said.get("id"), said.get("acct") or said.get("username") or ""
            if not isinstance(id, str) or not id:
                return self.client.fail("unreadable", OWN)
            if said.get("suspended") is True:
                return self.client.fail("account-off", str(handle))
            self._owner = Owner(id=id, handle=str(handle), skew=answer.skew)
        return self._owner

    def get(self, path: str, params: Mapping[str, str] | None = None) -> Answer | Failure:
        """Ask, changing nothing."""
        return self._call("GET", path, params=params)

    def post(self, path: str, body: Mapping[str, Any], key: str = "") -> Answer | Failure:
        """Tell; `key` is what the instance may know a repetition by."""
        return self._call("POST", path, json=dict(body), headers={"Idempotency-Key": key} if key else {})

    def upload(
        self, path: str, files: Mapping[str, tuple[str, bytes, str]], data: Mapping[str, str], unless: int = 0
    ) -> Answer | Failure:
        """Hand files over; an answer of the status `unless` comes back as it is."""
        return self._call("POST", path, files=files, data=data, seconds=http.UPLOAD, unless=unless)

    def _call(self, method: str, path: str, unless: int = 0, **how: Any) -> Answer | Failure:
        if not self._token:
            return self.client.fail("missing-secret", self._name)
        headers = {"Authorization": f"Bearer {self._token}", **how.pop("headers", {})}
        answer = self.client.send(method, path, headers=headers, **how)
        if not isinstance(answer, Answer) or answer.ok or answer.status == unless:
            return answer
        return self.client.refusal(answer)
