"""Reading a hostile folder: only text files inside it, of a sane size."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from smmgit.importers.tree import MAX_BYTES, Tree


def test_text_with_bom_and_carriage_returns(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes("\ufeffé\r\nb\rc".encode())
    assert Tree(str(tmp_path)).read("a.md").text == "é\nb\nc"


@pytest.mark.parametrize(
    ("data", "rule"),
    [(b"\xff\xfe", "import/encoding"), (b"a\0b", "import/encoding"), (b"x" * (MAX_BYTES + 1), "import/too-large")],
)
def test_what_is_no_post_is_told(data: bytes, rule: str, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(data)
    file = Tree(str(tmp_path)).read("a.md")
    assert file.problem is not None
    assert (file.rule, file.text) == (rule, "")


def test_nothing_outside_is_read(tmp_path: Path) -> None:
    (tmp_path / "secret.md").write_text("secret")
    inside = tmp_path / "inside"
    inside.mkdir()
    os.symlink("../secret.md", inside / "link.md")
    os.symlink("..", inside / "folder")
    os.mkfifo(inside / "pipe.md")
    tree = Tree(str(inside))
    assert list(tree.paths(".md")) == ["link.md", "pipe.md"]
    for path in ("link.md", "pipe.md", "../secret.md", str(tmp_path / "secret.md"), "folder/secret.md", "a\0b"):
        assert tree.read(path).rule == "import/outside"


def test_hostile_names_are_listed_in_order(tmp_path: Path) -> None:
    for name in ('<a>"?&;|.md', "b\nc.md", "é.MD", "z.txt"):
        (tmp_path / name).write_text("x")
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "hidden.md").write_text("x")
    assert list(Tree(str(tmp_path)).paths(".md")) == ['<a>"?&;|.md', "b\nc.md", "é.MD"]
