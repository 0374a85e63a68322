"""Calls to an account's server: one session for a whole run, opened when it is first needed."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from msgspec import Struct

from smmgit.platforms import http
from smmgit.platforms.adapter import Setting
from smmgit.platforms.http import Answer, Client
from smmgit.platforms.outcome import Failure

SERVER = "https://bsky.social"
OVER = ("ExpiredToken", "InvalidToken")


class Session(Struct, frozen=True, kw_only=True):
    """Who we are, where our records live, and how far that clock is ahead of ours."""

    did: str
    handle: str
    pds: str
    token: str
    skew: float | None = None


class Xrpc:
    """The account's server. Calls give an answer that succeeded or an outcome."""

    def __init__(self, setting: Setting, client: Client) -> None:
        self.client = client
        self._channel = setting.channel
        self._password = setting.secrets.get("password", "")
        self._session: Session | None = None

    def session(self) -> Session | Failure:
        """The session. Servers allow few logins, so one serves the whole run."""
        if self._session is None:
            opened = self._log_in()
            if not isinstance(opened, Session):
                return opened
            self._session = opened
        return self._session

    def query(self, name: str, params: dict[str, str]) -> Answer | Failure:
        """Ask, changing nothing."""
        return self._call("GET", name, params=params)

    def procedure(self, name: str, body: dict[str, Any]) -> Answer | Failure:
        """Tell."""
        return self._call("POST", name, json=body)

    def upload(self, data: bytes, mime: str) -> dict[str, Any] | Failure:
        """Upload bytes; the blob they became."""
        answer = self._call(
            "POST", "com.atproto.repo.uploadBlob", content=data, headers={"Content-Type": mime}, seconds=http.UPLOAD
        )
        if not isinstance(answer, Answer):
            return answer
        if not answer.ok:
            return self.refusal(answer)
        blob = answer.json().get("blob")
        return blob if isinstance(blob, dict) else self.client.fail("unreadable", "uploadBlob")

    def refusal(self, answer: Answer) -> Failure:
        """What an answer that is no success means; a session that ran out is forgotten."""
        error = answer.json().get("error")
        if error in OVER:
            self._session = None
            return self.client.fail("session-expired")
        if error == "BlobNotFound":
            return self.client.fail("media-gone")
        if error in ("AccountTakedown", "AccountDeactivated", "AccountSuspended"):
            return self.client.fail("account-off", answer.words)
        return self.client.refusal(answer)

    def _call(self, method: str, name: str, **how: Any) -> Answer | Failure:
        session = self.session()
        if not isinstance(session, Session):
            return session
        headers = {"Authorization": f"Bearer {session.token}", **how.pop("headers", {})}
        return self.client.send(method, f"{session.pds}/xrpc/{name}", headers=headers, **how)

    def _log_in(self) -> Session | Failure:
        if not self._password:
            return self.client.fail("missing-secret", self._channel.secrets.get("password", "password"))
        name = self._channel.account_id or self._channel.handle.lstrip("@")
        answer = self.client.send(
            "POST", "/xrpc/com.atproto.server.createSession", json={"identifier": name, "password": self._password}
        )
        if not isinstance(answer, Answer):
            return answer
        if not answer.ok:
            return self.refusal(answer)
        said = answer.json()
        did, token = said.get("did"), said.get("accessJwt")
        if not isinstance(did, str) or not isinstance(token, str) or not did.startswith("did:"):
            return self.client.fail("unreadable", "createSession")
        for each in (token, said.get("refreshJwt")):
            if isinstance(each, str):
                self.client.redactor.learn(each)
        if said.get("active") is False:
            return self.client.fail("account-off", str(said.get("status") or ""))
        return Session(
            did=did, handle=str(said.get("handle") or ""), pds=self._pds(said.get("didDoc")), token=token,
            skew=answer.skew,
        )  # fmt: skip

    def _pds(self, document: Any) -> str:
        """Where the account's records live: its DID document says so, except on a server of one's own machine.

        bsky.social only lets people in; their records are on servers below it. A server written as http:// is
        a local one and used as it is written: a token must not move from there, nor ever from https to http.
        """
        if urlsplit(self.client.base).scheme != "https" or not isinstance(document, dict):
            return self.client.base
        for service in document.get("service") or ():
            if isinstance(service, dict) and str(service.get("id", "")).endswith("#atproto_pds"):
                endpoint = str(service.get("serviceEndpoint", "")).rstrip("/")
                if endpoint.startswith("https://"):
                    return endpoint
        return self.client.base
