"""One repository while it is being edited: what is on disk, what is open, what is wrong."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping

from smmgit.files.drafts import is_post, with_texts
from smmgit.files.settings import is_setting
from smmgit.files.workspace import load
from smmgit.jobs.check import check, published
from smmgit.lsp.buffer import Buffer
from smmgit.model.finding import Finding
from smmgit.model.post import Post
from smmgit.model.workspace import Workspace

Clock = Callable[[], dt.datetime]


class Session:
    """The repository at `root`. `open` holds the documents of editors by path, as typed, saved or not."""

    def __init__(self, root: str, clock: Clock, lang: str = "") -> None:
        self.root = root
        self._clock = clock
        self._lang = lang
        self.open: dict[str, Buffer] = {}
        self._found: Mapping[str, tuple[Finding, ...]] | None = None
        self._draft: Workspace | None = None
        self.reload()

    @property
    def lang(self) -> str:
        """The language of messages: the one asked for, else the brand's."""
        return self._lang or self.saved.brand.lang

    @property
    def now(self) -> dt.datetime:
        """The instant to judge at, UTC."""
        return self._clock()

    def reload(self) -> None:
        """Read what is on disk; only files that changed are read again."""
        self.saved = load(self.root)
        self._out = published(self.root, self.saved.posts, self.now)
        self._forget()

    def put(self, path: str, buffer: Buffer) -> None:
        """A document as it is now."""
        self.open[path] = buffer
        self._forget()

    def drop(self, path: str) -> None:
        """A document is no longer open: its file counts again."""
        self.open.pop(path, None)
        self.reload()

    @property
    def ws(self) -> Workspace:
        """The workspace as if every open document were saved."""
        if self._draft is None:
            texts = {path: buffer.data for path, buffer in self.open.items()}
            self._draft = with_texts(self.root, self.saved, texts)
        return self._draft

    def post(self, path: str) -> Post | None:
        """The post of a document, as typed."""
        return next((post for post in self.ws.posts if post.path == path), None)

    @property
    def findings(self) -> Mapping[str, tuple[Finding, ...]]:
        """What is wrong in each open document, as it is now; judged when asked for."""
        if self._found is None:
            paths = frozenset(self.open)
            found = check(self.root, self.now, paths=paths, cache=False, ws=self.ws, out=self._out).findings
            self._found = {path: tuple(one for one in found if one.path == path) for path in paths}
        return self._found

    def _forget(self) -> None:
        self._draft = self._found = None


def is_ours(path: str) -> bool:
    """True for a document that lint has something to say of."""
    return is_post(path) or is_setting(path)
