"""A real editor's side of the language server: its process over stdio, spoken to by pygls' own client."""

from __future__ import annotations

import asyncio
import sys
from collections import defaultdict
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from lsprotocol import types as lsp
from pygls.lsp.client import LanguageClient

PATIENCE = 60  # seconds: a guard against what never comes, not a measurement
NOW = "2026-11-23T08:00:00Z"


class Editor:
    """One editor with one server. Positions are (line, unit), both from 0."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.client = LanguageClient("tests", "1")
        self.told: defaultdict[str, asyncio.Queue[lsp.PublishDiagnosticsParams]] = defaultdict(asyncio.Queue)
        self.log: list[str] = []
        self.registered: list[str] = []
        self.versions: dict[str, int] = {}

        @self.client.feature(lsp.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
        def diagnostics(params: lsp.PublishDiagnosticsParams) -> None:
            self.told[params.uri].put_nowait(params)

        @self.client.feature(lsp.WINDOW_LOG_MESSAGE)
        def logged(params: lsp.LogMessageParams) -> None:
            self.log.append(params.message)

        @self.client.feature(lsp.WINDOW_SHOW_MESSAGE)
        def shown(params: lsp.ShowMessageParams) -> None:
            self.log.append(params.message)

        @self.client.feature(lsp.CLIENT_REGISTER_CAPABILITY)
        def register(params: lsp.RegistrationParams) -> None:
            self.registered += [one.method for one in params.registrations]

    async def start(self, capabilities: lsp.ClientCapabilities, *words: str) -> lsp.InitializeResult:
        await self.client.start_io(
            str(Path(sys.executable).with_name("smmgit")), *words, "lsp", "--stdio", "--now", NOW, cwd=self.root
        )
        params = lsp.InitializeParams(capabilities=capabilities, root_uri=self.root.as_uri())
        found = await asyncio.wait_for(self.client.initialize_async(params), PATIENCE)
        self.client.initialized(lsp.InitializedParams())
        return found

    async def stop(self) -> int | None:
        await asyncio.wait_for(self.client.shutdown_async(None), PATIENCE)
        self.client.exit(None)
        server = self.client._server
        code = await asyncio.wait_for(server.wait(), PATIENCE) if server else None
        await self.client.stop()
        return code

    def uri(self, path: str) -> str:
        return (self.root / path).as_uri()

    def doc(self, path: str) -> lsp.TextDocumentIdentifier:
        return lsp.TextDocumentIdentifier(self.uri(path))

    async def open(self, path: str, text: str) -> list[lsp.Diagnostic]:
        """Open a document with this text, saved or not; what is then remarked in it."""
        item = lsp.TextDocumentItem(self.uri(path), lsp.LanguageKind.Markdown, 1, text)
        self.versions[path] = 1
        self.client.text_document_did_open(lsp.DidOpenTextDocumentParams(item))
        return await self.remarks(path)

    async def change(self, path: str, text: str) -> list[lsp.Diagnostic]:
        self.type(path, text)
        return await self.remarks(path)

    def type(self, path: str, text: str) -> None:
        """Change a document and wait for nothing."""
        self.versions[path] += 1
        doc = lsp.VersionedTextDocumentIdentifier(self.versions[path], self.uri(path))
        change = lsp.TextDocumentContentChangeWholeDocument(text)
        self.client.text_document_did_change(lsp.DidChangeTextDocumentParams(doc, [change]))

    async def remarks(self, path: str) -> list[lsp.Diagnostic]:
        """The remarks on the document as it is now."""
        while True:
            params = await asyncio.wait_for(self.told[self.uri(path)].get(), PATIENCE)
            if params.version == self.versions[path]:
                return list(params.diagnostics)

    def silent(self) -> bool:
        """True when the server has said nothing more."""
        return all(queue.empty() for queue in self.told.values())

    async def complete(self, path: str, line: int, unit: int) -> dict[str, lsp.CompletionItem]:
        params = lsp.CompletionParams(self.doc(path), lsp.Position(line, unit))
        found: Any = await asyncio.wait_for(self.client.text_document_completion_async(params), PATIENCE)
        return {item.label: item for item in getattr(found, "items", found) or []}

    async def hover(self, path: str, line: int, unit: int) -> str:
        params = lsp.HoverParams(self.doc(path), lsp.Position(line, unit))
        found: Any = await asyncio.wait_for(self.client.text_document_hover_async(params), PATIENCE)
        return found.contents.value if found else ""

    async def actions(self, path: str, only: list[str] | None = None, line: int | None = None) -> list[lsp.CodeAction]:
        """What is offered on a line, or anywhere in the document."""
        span = lsp.Range(lsp.Position(line or 0, 0), lsp.Position(999 if line is None else line, 999))
        params = lsp.CodeActionParams(self.doc(path), span, lsp.CodeActionContext([], only))
        found: Any = await asyncio.wait_for(self.client.text_document_code_action_async(params), PATIENCE)
        return list(found or [])

    async def symbols(self, path: str) -> list[lsp.DocumentSymbol]:
        params = lsp.DocumentSymbolParams(self.doc(path))
        found: Any = await asyncio.wait_for(self.client.text_document_document_symbol_async(params), PATIENCE)
        return list(found or [])

    def apply(self, path: str, text: str, action: lsp.CodeAction) -> str:
        """The text with an action's edits, as an editor that counts in UTF-16 makes them."""
        assert action.edit and action.edit.changes
        lines = text.split("\n")

        def index(position: lsp.Position) -> int:
            before = lines[position.line].encode("utf-16-le")[: position.character * 2].decode("utf-16-le")
            return sum(len(line) + 1 for line in lines[: position.line]) + len(before)

        edits = sorted(action.edit.changes[self.uri(path)], key=lambda edit: index(edit.range.start), reverse=True)
        for edit in edits:
            text = text[: index(edit.range.start)] + edit.new_text + text[index(edit.range.end) :]
        return text


def edit(
    root: Path,
    scenario: Callable[[Editor], Awaitable[None]],
    *words: str,
    capabilities: lsp.ClientCapabilities | None = None,
) -> None:
    """Run a scenario in a fresh editor; the server must live to the end and leave cleanly."""

    async def run() -> None:
        editor = Editor(root)
        await editor.start(capabilities or lsp.ClientCapabilities(), *words)
        await scenario(editor)
        assert await editor.stop() == 0
        assert editor.log == []

    asyncio.run(run())
