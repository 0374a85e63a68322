"""Videos: the video service of bsky.social, which prepares them for playing, or the account's own server.

The service is spoken to as its lexicon says (`app.bsky.video.*`); it was never tried with a real account.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

from smmgit.model.sending.attachment import Attachment
from smmgit.platforms import http
from smmgit.platforms.adapter import Journal
from smmgit.platforms.bluesky.xrpc import Session, Xrpc
from smmgit.platforms.http import Answer
from smmgit.platforms.outcome import Failure

SERVICE = "https://video.bsky.app"
SERVICE_DID = "did:web:video.bsky.app"
HOSTS = (".bsky.network", ".bsky.social")  # whose accounts may use the service
VALID = 1800  # seconds the service may use our permission to store the film
LOOKS, BETWEEN = 150, 2.0  # the service is asked for five minutes at most


def upload_video(
    xrpc: Xrpc, attachment: Attachment, journal: Journal, pause: Callable[[float], None]
) -> dict[str, Any] | Failure:
    """The blob of a film."""
    session = xrpc.session()
    if not isinstance(session, Session):
        return session
    host = urlsplit(session.pds).hostname or ""
    if not f".{host}".endswith(HOSTS):
        return xrpc.upload(attachment.data, attachment.mime)
    return _Service(xrpc, session, host).upload(attachment, journal, pause)


class _Service:
    def __init__(self, xrpc: Xrpc, session: Session, host: str) -> None:
        self._xrpc = xrpc
        self._client = xrpc.client
        self._session = session
        self._host = host

    def upload(
        self, attachment: Attachment, journal: Journal, pause: Callable[[float], None]
    ) -> dict[str, Any] | Failure:
        """Ask whether we may, hand the film over, wait for its blob."""
        allowed = self._limits()
        if not isinstance(allowed, Answer):
            return allowed
        until = {} if allowed.date is None else {"exp": str(int(allowed.date.timestamp()) + VALID)}
        token = self._token(f"did:web:{self._host}", "com.atproto.repo.uploadBlob", until)
        if not isinstance(token, str):
            return token
        answer = self._client.send(
            "POST",
            f"{SERVICE}/xrpc/app.bsky.video.uploadVideo",
            params={"did": self._session.did, "name": f"{attachment.digest}.mp4"},
            content=attachment.data,
            headers={"Authorization": f"Bearer {token}", "Content-Type": attachment.mime},
            seconds=http.UPLOAD,
        )
        if not isinstance(answer, Answer):
            return answer
        status = _status(answer)
        # A film that was handed over before is answered with its old job, as an error.
        if not answer.ok and not (status.get("error") == "already_exists" and status.get("jobId")):
            return self._client.refusal(answer)
        job = status.get("jobId")
        if not isinstance(job, str):
            return self._client.fail("unreadable", "uploadVideo")
        journal(f"video {job}")
        return self._wait(job, status, pause)

    def _wait(self, job: str, status: dict[str, Any], pause: Callable[[float], None]) -> dict[str, Any] | Failure:
        for _ in range(LOOKS):
            blob = status.get("blob")
            if isinstance(blob, dict):
                return blob
            if status.get("state") == "JOB_STATE_FAILED":
                return self._client.fail("refused", str(status.get("message") or status.get("error") or "video"))
            pause(BETWEEN)
            answer = self._client.send("GET", f"{SERVICE}/xrpc/app.bsky.video.getJobStatus", params={"jobId": job})
            if not isinstance(answer, Answer):
                return answer
            if not answer.ok:
                return self._client.refusal(answer)
            status = _status(answer)
        return self._client.fail("media-slow", f"video {job}")

    def _limits(self) -> Answer | Failure:
        """The service's answer, where it lets us upload one more."""
        token = self._token(SERVICE_DID, "app.bsky.video.getUploadLimits", {})
        if not isinstance(token, str):
            return token
        answer = self._client.send(
            "GET", f"{SERVICE}/xrpc/app.bsky.video.getUploadLimits", headers={"Authorization": f"Bearer {token}"}
        )
        if not isinstance(answer, Answer):
            return answer
        if not answer.ok:
            return self._client.refusal(answer)
        said = answer.json()
        if said.get("canUpload") is True:
            return answer
        words = str(said.get("message") or said.get("error") or "canUpload")
        used_up = 0 in (said.get("remainingDailyVideos"), said.get("remainingDailyBytes"))
        return self._client.fail("rate-limited" if used_up else "refused", words)

    def _token(self, audience: str, method: str, until: dict[str, str]) -> str | Failure:
        """Our permission, signed by our server, for one method of another."""
        answer = self._xrpc.query("com.atproto.server.getServiceAuth", {"aud": audience, "lxm": method, **until})
        if not isinstance(answer, Answer):
            return answer
        if not answer.ok:
            return self._xrpc.refusal(answer)
        token = answer.json().get("token")
        if not isinstance(token, str):
            return self._client.fail("unreadable", "getServiceAuth")
        self._client.redactor.learn(token)
        return token


def _status(answer: Answer) -> dict[str, Any]:
    """The state of a job; the lexicon wraps it in `jobStatus`, the service has been seen to leave that out."""
    said = answer.json()
    inner = said.get("jobStatus")
    return inner if isinstance(inner, dict) else said
