"""What can be done about remarks: fixes (the unsafe ones say so), all safe ones at once, or an exception."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from lsprotocol import types as lsp

from smmgit.files.disk.edits import apart
from smmgit.files.drafts import is_post
from smmgit.lint.waivers import NEVER
from smmgit.lsp.buffer import Buffer
from smmgit.lsp.session import Session
from smmgit.lsp.where import yaml_lines
from smmgit.model.finding import Edit, Finding, Fix
from smmgit.model.say import Say

FIX_ALL = "source.fixAll.smmgit"
UNSAFE = Say("{title} (changes what is said)", "{title} (change le propos)")
ALL = Say("Make all safe fixes", "Faire toutes les corrections sûres")
WAIVE = Say("Set {rule} aside here, with a reason", "Écarter {rule} ici, avec une raison")
WAIVE_POST = Say(
    "Set {rule} aside for this post, with a reason", "Écarter {rule} pour cette publication, avec une raison"
)
TERM = dt.timedelta(days=90)  # an exception is a loan


def actions(
    session: Session, path: str, buffer: Buffer, uri: str, params: lsp.CodeActionParams
) -> list[lsp.CodeAction]:
    """The actions for the findings in a range."""
    found = session.findings.get(path, ())
    wanted = params.context.only
    offered: list[lsp.CodeAction] = []
    if _asked(lsp.CodeActionKind.QuickFix, wanted):
        here = [finding for finding in found if _meets(buffer.at(finding), params.range)]
        for finding in here:
            offered += _fixes(finding, uri, buffer, session.lang)
        for finding in here:
            offered += _waiver(finding, path, uri, buffer, session)
    if _asked(FIX_ALL, wanted):
        edits = _all_safe(found, buffer)
        if edits:
            offered.append(_action(ALL.in_(session.lang), FIX_ALL, uri, [buffer.edit(edit) for edit in edits]))
    return offered


def _asked(kind: str, wanted: Iterable[str] | None) -> bool:
    """True when an editor wants actions of this kind: kinds are named from the general to the special."""
    return wanted is None or any(kind == one or kind.startswith(f"{one}.") for one in wanted)


def _meets(one: lsp.Range, other: lsp.Range) -> bool:
    def key(position: lsp.Position) -> tuple[int, int]:
        return position.line, position.character

    return key(one.start) <= key(other.end) and key(other.start) <= key(one.end)


def _fixes(finding: Finding, uri: str, buffer: Buffer, lang: str) -> Iterator[lsp.CodeAction]:
    edits = buffer.edits.edits(finding.fix) if finding.fix else ()
    if finding.fix and edits:
        action = _action(_title(finding.fix, lang), lsp.CodeActionKind.QuickFix, uri, map(buffer.edit, edits))
        action.is_preferred = finding.fix.safe
        action.diagnostics = [diagnostic(finding, buffer, lang)]
        yield action


def _title(fix: Fix, lang: str) -> str:
    title = fix.title.in_(lang)
    return title if fix.safe else UNSAFE.with_(title=title).in_(lang)


def _all_safe(found: Iterable[Finding], buffer: Buffer) -> list[Edit]:
    """The edits of all safe fixes that do not meet."""
    taken: list[Edit] = []
    for finding in found:
        edits = buffer.edits.edits(finding.fix) if finding.fix and finding.fix.safe else ()
        if all(apart(edit, other) for edit in edits for other in taken):
            taken.extend(edits)
    return taken


def _waiver(finding: Finding, path: str, uri: str, buffer: Buffer, session: Session) -> Iterator[lsp.CodeAction]:
    """An exception that still lacks its reason: until one is written, that is a remark of its own."""
    if not is_post(path) or finding.rule.startswith(NEVER):
        return
    line = finding.line - 1
    start, end = yaml_lines(buffer.lines)
    text = buffer.lines[line] if line < len(buffer.lines) else ""
    until = (session.now + TERM).date().isoformat()
    if line >= end > 0 and not text.startswith("##"):
        comment = f"<!-- smmgit-disable {finding.rule} until={until}: -->{buffer.edits.end}"
        place, title = buffer.position(line, 0), WAIVE
    else:
        row = _row_for(buffer.lines, start, end)
        if row is None:
            return
        place, head = buffer.position(row[0], 0), row[1]
        comment = f"{head}  - rule: {finding.rule}\n    reason:\n    until: {until}\n".replace("\n", buffer.edits.end)
        title = WAIVE_POST
    edit = lsp.TextEdit(lsp.Range(place, place), comment)
    action = _action(title.with_(rule=finding.rule).in_(session.lang), lsp.CodeActionKind.QuickFix, uri, [edit])
    action.diagnostics = [diagnostic(finding, buffer, session.lang)]
    yield action


def _row_for(lines: list[str], start: int, end: int) -> tuple[int, str] | None:
    """Before which line an entry of `waive:` goes, and what must stand above it; None where that is not plain."""
    if not 0 < start <= end < len(lines):
        return None
    for number in range(start, end):
        name, colon, rest = lines[number].partition(":")
        if name == "waive" and colon:
            if rest.strip():
                return None  # written on one line: by hand
            last = number + 1
            while last < end and (lines[last].startswith("  ") or not lines[last].strip()):
                last += 1
            return (last, "") if last == number + 1 or lines[number + 1].startswith("  - ") else None
    return end, "waive:\n"


def diagnostic(finding: Finding, buffer: Buffer, lang: str) -> lsp.Diagnostic:
    """A finding as editors show it."""
    channel = f" [{finding.channel}]" if finding.channel else ""
    return lsp.Diagnostic(
        range=buffer.at(finding), message=finding.message.in_(lang) + channel, severity=SEVERITY[finding.severity],
        code=finding.rule, source="smmgit",
    )  # fmt: skip


SEVERITY = {
    "error": lsp.DiagnosticSeverity.Error,
    "warning": lsp.DiagnosticSeverity.Warning,
    "suggestion": lsp.DiagnosticSeverity.Information,
}


def _action(title: str, kind: str, uri: str, edits: Iterable[lsp.TextEdit]) -> lsp.CodeAction:
    return lsp.CodeAction(title=title, kind=kind, edit=lsp.WorkspaceEdit(changes={uri: list(edits)}))
