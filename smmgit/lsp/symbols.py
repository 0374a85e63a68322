"""A post's outline: its fields, its sections, the parts of its threads."""

from __future__ import annotations

from lsprotocol import types as lsp

from smmgit.lsp.buffer import Buffer
from smmgit.lsp.session import Session
from smmgit.lsp.where import yaml_lines
from smmgit.model.post import Section
from smmgit.model.say import Say

FIELDS = Say("Fields", "Champs")
BASE = Say("For every account", "Pour tous les comptes")
LONGEST = 60


def symbols(session: Session, path: str, buffer: Buffer) -> list[lsp.DocumentSymbol]:
    """The outline of a post; nothing for other files."""
    post = session.post(path)
    if post is None:
        return []
    found = []
    start, end = yaml_lines(buffer.lines)
    if end:
        name = post.title.strip() or post.id or FIELDS.in_(session.lang)
        found.append(_symbol(buffer, name, FIELDS.in_(session.lang), max(start - 1, 0), end, lsp.SymbolKind.Object))
    lines = [section.line - 1 for section in post.sections]
    for number, section in enumerate(post.sections):
        last = lines[number + 1] - 1 if number + 1 < len(lines) else len(buffer.lines) - 1
        name = ", ".join(section.targets) or BASE.in_(session.lang)
        symbol = _symbol(buffer, name, section.role, lines[number], last, lsp.SymbolKind.Module)
        symbol.children = _parts(buffer, section, last) if len(section.chunks) > 1 else []
        found.append(symbol)
    return found


def _parts(buffer: Buffer, section: Section, last: int) -> list[lsp.DocumentSymbol]:
    found = []
    for number, chunk in enumerate(section.chunks, 1):
        first = chunk.line - 1
        end = min(first + chunk.text.count("\n"), last)
        words = " ".join(chunk.text.split())
        name = f"{number}/{len(section.chunks)} {words[:LONGEST]}"
        found.append(_symbol(buffer, name, "", first, end, lsp.SymbolKind.String))
    return found


def _symbol(buffer: Buffer, name: str, detail: str, first: int, last: int, kind: lsp.SymbolKind) -> lsp.DocumentSymbol:
    first = min(first, len(buffer.lines) - 1)
    last = min(max(first, last), len(buffer.lines) - 1)
    whole = lsp.Range(buffer.position(first, 0), buffer.position(last, len(buffer.lines[last])))
    head = buffer.range(first, 0, len(buffer.lines[first]))
    return lsp.DocumentSymbol(name=name, detail=detail, kind=kind, range=whole, selection_range=head)
