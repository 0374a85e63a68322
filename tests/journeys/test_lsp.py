"""`smmgit lsp` as an editor lives with it."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from pathlib import Path

import pytest
from lsprotocol import types as lsp

from smmgit.lint.example import FILES
from tests.support.editor import Editor, edit

TOP = "---\nid: carnet\npublish_at: 2026-11-25 09:00\nchannels: [x, bluesky]\n---\n"
FRENCH = {**FILES, "brand/brand.yml": FILES["brand/brand.yml"].replace("[en, fr]", "[fr, en]")}
MORE = {
    "brand/hashtags.yml": "Reliure: {about: For bookbinders}\nPromo: {banned: true}\n",
    "brand/pillars.yml": "conseils: {name: Conseils}\n",
    "brand/personas/lyceenne.md": "---\nname: La lycéenne\n---\nElle.\n",
    "brand/objectives.yml": "notoriete: {name: Notoriété}\n",
    "calendar/campaigns/noel-2026.md": "---\nname: Noël\nstarts: 2026-11-01\nends: 2026-12-24\n---\nBrief.\n",
    "content/2026/other.md": TOP.replace("carnet", "cahier").replace("-25", "-27") + "Un cahier.\n",
    "content/2026/lune.jpg": "no picture",
}
POST = "content/2026/a.md"
WAIVED = "---\nwaive:\n  - rule: alt/weak\n    reason: x\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for name, text in {**FILES, **MORE}.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / ".git").mkdir()
    return tmp_path


def told(found: list[lsp.Diagnostic]) -> list[tuple[str, int, int, int]]:
    """Rules with line and units."""
    return [(str(one.code), one.range.start.line, one.range.start.character, one.range.end.character) for one in found]


def before(root: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(root)): path.read_bytes()
        for path in root.rglob("*")
        if path.is_file() and ".smmgit" not in path.parts
    }


def test_remarks_follow_the_unsaved_text(root: Path) -> None:
    async def scenario(editor: Editor) -> None:
        assert told(await editor.open(POST, TOP + "La Lune.\n")) == []
        found = await editor.change(POST, TOP.replace("bluesky", "blusky") + "La Lune.\n")
        assert told(found) == [("post/unknown-channel", 3, 14, 20)]
        assert found[0].severity == lsp.DiagnosticSeverity.Error and found[0].source == "smmgit"
        assert "bluesky" in found[0].message
        assert told(await editor.change(POST, TOP + "é" * 301 + "\n"))[0][0] == "text/too-long"
        assert told(await editor.change(POST, TOP + "La Lune.\n")) == []

    files = before(root)
    edit(root, scenario)
    assert before(root) == files


def test_columns_are_in_the_editors_units(root: Path) -> None:
    text = TOP + "😀 é La\u200bLune #bien-être\n"

    async def scenario(editor: Editor) -> None:
        found = told(await editor.open(POST, text))
        assert set(expected[:2]) <= set(found)
        assert editor.client.protocol is not None

    expected = [
        ("text/hidden-characters", 5, 7, 12),
        ("hashtags/cut", 5, 13, 23),
        ("hashtags/unregistered", 5, 13, 23),
    ]
    edit(root, scenario)
    general = lsp.GeneralClientCapabilities(position_encodings=[lsp.PositionEncodingKind.Utf8])
    expected = [("text/hidden-characters", 5, 10, 17), ("hashtags/cut", 5, 18, 29)]
    edit(root, scenario, capabilities=lsp.ClientCapabilities(general=general))
    general = lsp.GeneralClientCapabilities(position_encodings=[lsp.PositionEncodingKind.Utf32])
    expected = [("text/hidden-characters", 5, 6, 11), ("hashtags/cut", 5, 12, 22)]
    edit(root, scenario, capabilities=lsp.ClientCapabilities(general=general))


def test_a_pause_gathers_what_is_typed(root: Path) -> None:
    async def scenario(editor: Editor) -> None:
        await editor.open(POST, TOP)
        for length in range(1, 30):
            editor.type(POST, TOP + "La Lune. "[:length])
        await editor.remarks(POST)
        await asyncio.sleep(0.5)
        assert editor.silent()

    edit(root, scenario)


def test_one_document_may_spoil_another(root: Path) -> None:
    async def scenario(editor: Editor) -> None:
        assert told(await editor.open(POST, TOP + "La Lune.\n")) == []
        await editor.open("brand/channels.yml", FILES["brand/channels.yml"])
        await editor.remarks(POST)
        editor.type("brand/channels.yml", FILES["brand/channels.yml"].replace("bluesky: {", "bleu: {"))
        assert [rule for rule, *_ in told(await editor.remarks(POST))] == ["post/unknown-channel"]

    edit(root, scenario)


def test_what_is_written_meanwhile_is_seen(root: Path) -> None:
    watching = lsp.DidChangeWatchedFilesClientCapabilities(dynamic_registration=True)
    workspace = lsp.WorkspaceClientCapabilities(did_change_watched_files=watching)

    async def scenario(editor: Editor) -> None:
        text = TOP.replace("[x, bluesky]", "[x]\ncampaign: ete-2027") + "La Lune.\n"
        assert [rule for rule, *_ in told(await editor.open(POST, text))] == ["refs/unknown-campaign"]
        path = root / "calendar/campaigns/ete-2027.md"
        path.write_text("---\nname: Été\n---\nBrief.\n", encoding="utf-8")
        change = lsp.FileEvent(path.as_uri(), lsp.FileChangeType.Created)
        editor.client.workspace_did_change_watched_files(lsp.DidChangeWatchedFilesParams([change]))
        assert told(await editor.remarks(POST)) == []
        assert editor.registered == ["workspace/didChangeWatchedFiles"]

    edit(root, scenario, capabilities=lsp.ClientCapabilities(workspace=workspace))


def test_a_closed_document_is_the_file_again(root: Path) -> None:
    other = "content/2026/other.md"

    async def scenario(editor: Editor) -> None:
        await editor.open(POST, TOP.replace("-25", "-29") + "La Lune.\n")
        clash = (root / other).read_text(encoding="utf-8").replace("cahier", "carnet", 1)
        assert ("post/duplicate-id", 1) in [one[:2] for one in told(await editor.open(other, clash))]
        await editor.remarks(POST)
        doc = editor.doc(other)
        editor.client.text_document_did_close(lsp.DidCloseTextDocumentParams(doc))
        assert told(await editor.remarks(POST)) == []

    edit(root, scenario)


def test_completion(root: Path) -> None:
    text = TOP.replace("bluesky", "blu") + "😀 Merci @l, vive la #R\n\n## blu\n"

    async def scenario(editor: Editor) -> None:
        await editor.open(POST, text)
        for line, unit, word, before, after in (
            (3, 17, "bluesky", "[x, blu]", "[x, bluesky]"), (5, 11, "lea", "@l,", "@lea,"),
            (5, 23, "Reliure", "#R", "#Reliure"), (7, 6, "bluesky", "## blu", "## bluesky"),
        ):  # fmt: skip
            item = (await editor.complete(POST, line, unit))[word]
            assert isinstance(item.text_edit, lsp.TextEdit)
            edits = lsp.WorkspaceEdit(changes={editor.uri(POST): [item.text_edit]})
            assert editor.apply(POST, text, lsp.CodeAction("", edit=edits)) == text.replace(before, after)

    edit(root, scenario)


def test_completion_in_settings(root: Path) -> None:
    async def scenario(editor: Editor) -> None:
        await editor.open("calendar/slots.yml", "- name: midi\n  channels: [\n  \n")
        assert "bluesky" in await editor.complete("calendar/slots.yml", 1, 13)
        assert "days" in await editor.complete("calendar/slots.yml", 2, 2)
        await editor.open("calendar/campaigns/noel-2026.md", "---\nname: Noël\n\n---\nBrief @\n")
        assert "budget" in await editor.complete("calendar/campaigns/noel-2026.md", 2, 0)
        assert await editor.complete("calendar/campaigns/noel-2026.md", 4, 7) == {}
        await editor.open("brand/channels.yml", "x:\n  platform: \n  \n")
        assert "mastodon" in await editor.complete("brand/channels.yml", 1, 12)
        assert {"handle", "lang"} <= set(await editor.complete("brand/channels.yml", 2, 2))

    edit(root, scenario)


def test_hover_counts_by_account_and_part(root: Path) -> None:
    text = (
        TOP + "Un **carnet**.\n\n---\n\n" + "é" * 310 + "\n\n## x\n\nCourt 😀.\n\n## bluesky / first-comment\n\nLien.\n"
    )

    async def scenario(editor: Editor) -> None:
        await editor.open(POST, text)
        base = await editor.hover(POST, 5, 1)
        assert "| bluesky | part 1 of 2 | 10 | 300 | 290 |" in base
        assert "| bluesky | part 2 of 2 | 310 | 300 | **10 too many** |" in base
        assert "| x |" not in base
        assert "| x | text | 9 | 280 | 271 |" in await editor.hover(POST, 13, 2)
        assert "too many" not in await editor.hover(POST, 13, 2)
        assert "disappears" in await editor.hover(POST, 5, 6)  # the remark first, its reasons, then the counts
        assert "How to fix: " in await editor.hover(POST, 5, 6)
        assert "| bluesky | part 1 of 2 |" in await editor.hover(POST, 3, 16)
        assert "`publish_at` — When it goes out" in await editor.hover(POST, 2, 3)

    edit(root, scenario)


def test_french_is_spoken_where_the_brand_does(root: Path) -> None:
    (root / "brand/brand.yml").write_text(FRENCH["brand/brand.yml"], encoding="utf-8")

    async def scenario(editor: Editor) -> None:
        found = await editor.open(POST, TOP + "Le **carnet**.\n")
        assert "le gras disparaît" in found[0].message
        assert "Comment corriger : " in await editor.hover(POST, 5, 6)

    edit(root, scenario)

    async def english(editor: Editor) -> None:
        assert "bold disappears" in (await editor.open(POST, TOP + "Le **carnet**.\n"))[0].message

    edit(root, english, "--lang", "en")


def test_quick_fixes(root: Path) -> None:
    text = TOP + "😀 La\u200bLune, #bien-être.\n"

    async def scenario(editor: Editor) -> None:
        await editor.open(POST, text)
        found = {action.title: action for action in await editor.actions(POST)}
        safe = found["Delete it"]
        assert safe.is_preferred and safe.kind == lsp.CodeActionKind.QuickFix
        assert editor.apply(POST, text, safe) == text.replace("\u200b", "")
        unsafe = found["Write #BienÊtre (changes what is said)"]
        assert not unsafe.is_preferred
        assert editor.apply(POST, text, unsafe) == text.replace("bien-être", "BienÊtre")
        (everything,) = await editor.actions(POST, ["source.fixAll"])
        assert everything.kind == "source.fixAll.smmgit"
        assert editor.apply(POST, text, everything) == text.replace("\u200b", "")
        assert await editor.actions(POST, ["refactor"]) == []
        assert await editor.actions(POST, ["quickfix"], line=1) == []
        assert told(await editor.change(POST, editor.apply(POST, text, unsafe)))[0][0] == "text/hidden-characters"

    edit(root, scenario)


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        (TOP + "Un.\n\nLe **carnet**.\n", "markup/lost"),
        (TOP.replace("bluesky", "blusky") + "Un.\n", "post/unknown-channel"),
        (TOP + "Un.\n\n## blusky\n\nDeux.\n", "section/unknown-target"),
        (TOP.replace("---\n", WAIVED, 1).replace("bluesky", "blusky") + "Un.\n", "post/unknown-channel"),
    ],
)  # fmt: skip
def test_an_exception_asks_for_its_reason(root: Path, text: str, rule: str) -> None:
    async def scenario(editor: Editor) -> None:
        found = [one[0] for one in told(await editor.open(POST, text))]
        assert rule in found
        (action,) = [one for one in await editor.actions(POST) if one.title.startswith(f"Set {rule} aside")]
        waived = editor.apply(POST, text, action)
        without = [one[0] for one in told(await editor.change(POST, waived))]
        assert rule in without and set(without) - set(found)  # without a reason it does not hold, and that is said
        reasoned = waived.replace("until=2027-02-21: -->", "until=2027-02-21: on purpose -->")
        reasoned = reasoned.replace("    reason:\n", "    reason: on purpose\n")
        assert rule not in [one[0] for one in told(await editor.change(POST, reasoned))]

    edit(root, scenario)


def test_windows_line_ends(root: Path) -> None:
    text = (TOP + "Un.\n\nLa\u200bLune.\n").replace("\n", "\r\n")

    async def scenario(editor: Editor) -> None:
        assert told(await editor.open(POST, text)) == [("text/hidden-characters", 7, 2, 8)]
        found = {action.title: action for action in await editor.actions(POST)}
        assert editor.apply(POST, text, found["Delete it"]) == text.replace("\u200b", "")
        (waiver,) = [action for title, action in found.items() if title.startswith("Set ")]
        assert editor.apply(POST, text, waiver).count("\n") == text.count("\r\n") + 1
        assert editor.apply(POST, text, waiver).count("\r\n") == text.count("\r\n") + 1

    edit(root, scenario)


def test_outline(root: Path) -> None:
    text = TOP + "Un.\n\n---\n\nDeux.\n\n## x, bluesky\n\nTrois.\n\n## x / first-comment\nQuatre.\n"

    async def scenario(editor: Editor) -> None:
        await editor.open(POST, text)
        found = await editor.symbols(POST)
        assert [(one.name, one.detail, one.range.start.line, one.range.end.line) for one in found] == [
            ("carnet", "Fields", 0, 4), ("For every account", "", 5, 10), ("x, bluesky", "", 11, 14),
            ("x", "first-comment", 15, 17),
        ]  # fmt: skip
        assert [one.name for one in found[1].children or []] == ["1/2 Un.", "2/2 Deux."]
        for one in found:
            assert one.range.start.line <= one.selection_range.start.line <= one.range.end.line

    edit(root, scenario)


HOSTILE = [
    "",
    "---",
    "---\n---",
    "---\n\t- [}{\n",
    "---\nid: [\n---\n",
    "---\nchannels: {x: [}\n---\nx",
    "---\na: &a [*a]\n---\n",
    "---\nchannels: *nope\n---\n",
    "---\n? [a]\n: b\n---\n",
    "\ufeff---\nid: carnet\n---\nTexte",
    "---\n" + "[" * 5000,
    "\x00\x01\x02",
    "---\nid: carnet\n---\n## \n## /\n## ,,\n##x\n#\n@\n<!-- smmgit-disable",
    "\u2028\x0b\x85---\n",
    "---\nid: a\u2028b\n---\n\u2028x\n",
    "a" * 100_000,
    TOP + "**" * 3000,
    "---\r\nid: carnet\r\n---\rTexte\n",
    "x\n" * 3000,
    "---\nmedia:\n  -\n  - file: ../../../../etc/passwd\n---\n",
    "---\nid: \ud800\n---\n\udfff 😀",
    TOP + "\ud800 La\u200bLune",
]


def test_nothing_typed_ends_the_session(root: Path) -> None:
    async def scenario(editor: Editor) -> None:
        await editor.open(POST, "")
        for text in HOSTILE:
            await editor.change(POST, text)
            for line in {0, 1, 2, 3, text.count("\n"), 99}:
                for unit in (0, 1, 9, 9999):
                    await editor.complete(POST, line, unit)
                    await editor.hover(POST, line, unit)
            await editor.actions(POST)
            await editor.symbols(POST)
        assert told(await editor.change(POST, TOP.replace("bluesky", "blusky") + "Un.\n")) != []

    edit(root, scenario)


def test_other_documents_are_left_alone(root: Path) -> None:
    async def scenario(editor: Editor) -> None:
        for path in ("README.md", "docs/a.md", "content/README.md", "content/a.txt", "../outside.md"):
            item = lsp.TextDocumentItem(editor.uri(path), lsp.LanguageKind.Markdown, 1, "---\nid: [\n")
            editor.client.text_document_did_open(lsp.DidOpenTextDocumentParams(item))
            editor.versions[path] = 1
            assert await editor.complete(path, 1, 0) == {}
            assert await editor.hover(path, 1, 0) == ""
        item = lsp.TextDocumentItem("untitled:Untitled-1", lsp.LanguageKind.Markdown, 1, "x")
        editor.client.text_document_did_open(lsp.DidOpenTextDocumentParams(item))
        assert told(await editor.open(POST, TOP + "La Lune.\n")) == []
        assert editor.silent()

    edit(root, scenario)


def test_the_missing_package_is_named(tmp_path: Path) -> None:
    for name in ("pygls", "lsprotocol"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "__init__.py").write_text(f"raise ModuleNotFoundError('no', name={name!r})\n")
    for lang, words in (("en", "needs one more package"), ("fr", "demande un paquet de plus")):
        start = f"import sys; sys.path.insert(0, {str(tmp_path)!r}); from smmgit.__main__ import run"
        program = f"{start}\nsys.exit(run(['--lang', {lang!r}, 'lsp']))"
        done = subprocess.run(
            [sys.executable, "-c", program], capture_output=True, text=True, check=False, cwd=tmp_path
        )
        assert done.returncode == 2
        assert words in done.stderr and "pip install 'smmgit[lsp]'" in done.stderr
