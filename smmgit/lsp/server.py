"""The protocol's side: documents in, remarks and answers out; a mistake of ours never ends the session."""

from __future__ import annotations

import asyncio
import os

from lsprotocol import types as lsp
from pygls.lsp.server import LanguageServer
from pygls.uris import to_fs_path

from smmgit import __version__
from smmgit.errors import SmmgitError
from smmgit.files.disk.root import team_root
from smmgit.lsp.actions import FIX_ALL, actions, diagnostic
from smmgit.lsp.buffer import Buffer
from smmgit.lsp.complete import TRIGGERS, complete
from smmgit.lsp.hover import hover
from smmgit.lsp.session import Clock, Session, is_ours
from smmgit.lsp.symbols import symbols

PAUSE = 0.2  # seconds without a key before the text is judged
WATCHED = ("**/content/**", "**/brand/**", "**/calendar/**", "**/lock.json")


class Server(LanguageServer):
    """All documents of one editor. `root` is the repository where it was named; else each document's own is found.

    Documents come whole with every change: posts are short, and an edit applied wrongly would be judged wrongly.
    """

    def __init__(self, clock: Clock, lang: str = "", root: str = "") -> None:
        super().__init__("smmgit", __version__, text_document_sync_kind=lsp.TextDocumentSyncKind.Full)
        self._clock = clock
        self._lang = lang
        self._root = root
        self.sessions: dict[str, Session] = {}
        self._at: dict[str, tuple[Session, str]] = {}
        self._due: dict[str, asyncio.TimerHandle] = {}

    def open(self, uri: str) -> None:
        """Take a document in, where it is one of a team's posts or settings."""
        place = self._find(uri)
        if place is not None:
            self._at[uri] = place
            self.put(uri)

    def put(self, uri: str) -> None:
        """A document as it is now; it is judged once the keys rest."""
        if uri not in self._at:
            return
        session, path = self._at[uri]
        encoding = self.workspace.position_encoding or lsp.PositionEncodingKind.Utf16
        text = self.workspace.get_text_document(uri).source
        session.put(path, Buffer(text, lsp.PositionEncodingKind(encoding).value))
        self.soon(session)

    def close(self, uri: str) -> None:
        """Let a document go, and its remarks with it."""
        place = self._at.pop(uri, None)
        if place is not None:
            session, path = place
            self.text_document_publish_diagnostics(lsp.PublishDiagnosticsParams(uri=uri, diagnostics=[]))
            session.drop(path)
            self.soon(session)

    def refresh(self) -> None:
        """Something was written to disk."""
        for session in self.sessions.values():
            session.reload()
            self.soon(session)

    def soon(self, session: Session) -> None:
        """Judge a session's documents after a pause; a later change begins the pause anew."""
        due = self._due.pop(session.root, None)
        if due is not None:
            due.cancel()
        self._due[session.root] = asyncio.get_running_loop().call_later(PAUSE, self._tell, session)

    def look(self, uri: str) -> tuple[Session, str, Buffer] | None:
        """The session, path and text of an open document of ours."""
        if uri not in self._at:
            return None
        session, path = self._at[uri]
        return session, path, session.open[path]

    def _tell(self, session: Session) -> None:
        """Publish the remarks of every open document: a change of one may concern another."""
        try:
            for uri, (own, path) in self._at.items():
                if own is session:
                    self._publish(uri, session, path)
        except Exception as error:  # said in the editor's log; the next key may well mend it
            message = f"smmgit could not judge this: {type(error).__name__}: {error}"
            self.window_log_message(lsp.LogMessageParams(lsp.MessageType.Error, message))

    def _publish(self, uri: str, session: Session, path: str) -> None:
        buffer = session.open[path]
        found = session.findings.get(path, ())
        version = self.workspace.get_text_document(uri).version
        told = [diagnostic(finding, buffer, session.lang) for finding in found]
        self.text_document_publish_diagnostics(lsp.PublishDiagnosticsParams(uri, told, version))

    def _find(self, uri: str) -> tuple[Session, str] | None:
        name = to_fs_path(uri) if uri.startswith("file:") else None
        if not name:
            return None
        full = os.path.realpath(name)
        root = self._root or team_root(os.path.dirname(full))
        if root is None:
            return None
        root = os.path.realpath(root)
        path = os.path.relpath(full, root).replace(os.sep, "/")
        if not is_ours(path):
            return None
        if root not in self.sessions:
            try:
                self.sessions[root] = Session(root, self._clock, self._lang)
            except SmmgitError as error:
                self.window_show_message(lsp.ShowMessageParams(lsp.MessageType.Error, str(error)))
                return None
        return self.sessions[root], path


def server(clock: Clock, lang: str = "", root: str = "") -> Server:
    """A server that answers what `docs/editor.md` promises."""
    made = Server(clock, lang, root)

    @made.feature(lsp.INITIALIZED)
    def initialized(ls: Server, params: lsp.InitializedParams) -> None:
        watching = getattr(ls.client_capabilities.workspace, "did_change_watched_files", None)
        if getattr(watching, "dynamic_registration", False):
            options = lsp.DidChangeWatchedFilesRegistrationOptions([lsp.FileSystemWatcher(glob) for glob in WATCHED])
            ls.client_register_capability(
                lsp.RegistrationParams([lsp.Registration("files", lsp.WORKSPACE_DID_CHANGE_WATCHED_FILES, options)])
            )

    @made.feature(lsp.TEXT_DOCUMENT_DID_OPEN)
    def opened(ls: Server, params: lsp.DidOpenTextDocumentParams) -> None:
        ls.open(params.text_document.uri)

    @made.feature(lsp.TEXT_DOCUMENT_DID_CHANGE)
    def changed(ls: Server, params: lsp.DidChangeTextDocumentParams) -> None:
        ls.put(params.text_document.uri)

    @made.feature(lsp.TEXT_DOCUMENT_DID_CLOSE)
    def closed(ls: Server, params: lsp.DidCloseTextDocumentParams) -> None:
        ls.close(params.text_document.uri)

    @made.feature(lsp.TEXT_DOCUMENT_DID_SAVE)
    def saved(ls: Server, params: lsp.DidSaveTextDocumentParams) -> None:
        ls.refresh()

    @made.feature(lsp.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    def written(ls: Server, params: lsp.DidChangeWatchedFilesParams) -> None:
        ls.refresh()

    @made.feature(lsp.TEXT_DOCUMENT_COMPLETION, lsp.CompletionOptions(trigger_characters=TRIGGERS))
    def completion(ls: Server, params: lsp.CompletionParams) -> list[lsp.CompletionItem]:
        found = ls.look(params.text_document.uri)
        return complete(*found, params.position) if found else []

    @made.feature(lsp.TEXT_DOCUMENT_HOVER)
    def hovering(ls: Server, params: lsp.HoverParams) -> lsp.Hover | None:
        found = ls.look(params.text_document.uri)
        return hover(*found, params.position) if found else None

    @made.feature(
        lsp.TEXT_DOCUMENT_CODE_ACTION, lsp.CodeActionOptions([lsp.CodeActionKind.QuickFix, FIX_ALL])
    )  # fmt: skip
    def acting(ls: Server, params: lsp.CodeActionParams) -> list[lsp.CodeAction]:
        found = ls.look(params.text_document.uri)
        return actions(*found, params.text_document.uri, params) if found else []

    @made.feature(lsp.TEXT_DOCUMENT_DOCUMENT_SYMBOL)
    def outlined(ls: Server, params: lsp.DocumentSymbolParams) -> list[lsp.DocumentSymbol]:
        found = ls.look(params.text_document.uri)
        return symbols(*found) if found else []

    return made
