"""Loading a whole checkout: hostile folders, and a cache that is never wrong."""

from __future__ import annotations

import os
import subprocess
import sys
import unicodedata
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from smmgit.errors import ConfigError
from smmgit.files.workspace import load
from smmgit.model.workspace import Workspace
from tests.support.shared import ROOT

Write = Callable[..., Path]
POST = "---\nid: {id}\ntitle: {title}\nchannels: [x]\n---\nHello\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "team").mkdir()
    return tmp_path / "team"


def put(root: Path, path: str, text: str | bytes = "") -> Path:
    place = root / path
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(text if isinstance(text, bytes) else text.encode())
    return place


def post(root: Path, path: str, name: str = "", title: str = "T") -> Path:
    return put(root, path, POST.format(id=name or Path(path).stem, title=title))


def age(root: Path) -> None:
    """Make the cache look written well after the files, as it mostly has been."""
    for path in (root / ".smmgit/cache").rglob("*.msgpack"):
        os.utime(path, ns=(2**62, 2**62))


def rules(ws: Workspace) -> list[tuple[str, str]]:
    return [(finding.path, finding.rule) for finding in ws.findings]


def test_an_empty_folder_is_an_empty_workspace_with_every_platform(root: Path) -> None:
    ws = load(str(root))
    assert (ws.posts, ws.channels, ws.findings) == ((), {}, ())
    assert len(ws.specs) > 20


def test_a_root_that_is_no_folder_is_the_persons_mistake(root: Path) -> None:
    with pytest.raises(ConfigError, match="no folder"):
        load(str(root / "missing"))


def test_the_example_brand_loads_without_a_word(root: Path) -> None:
    ws = load(str(ROOT), cache=False)
    assert ws.findings == ()
    assert len(ws.posts) >= 30
    assert set(ws.specs) == {channel.platform for channel in ws.channels.values()}
    assert all(facts.exists and not facts.problem for facts in ws.media.values())


def test_posts_come_in_the_order_of_their_paths_readmes_and_other_files_do_not(root: Path) -> None:
    for path in ("content/b.md", "content/2026/a-post.md", "content/a b.md", "content/C.MD"):
        post(root, path, "some-post")
    put(root, "content/README.md", "About")
    put(root, "content/note.txt", "---")
    put(root, "content/.git/x.md", "x")
    put(root, "content/.obsidian/x.md", "x")
    put(root, "content/.draft.md.swp", "x")
    paths = [found.path for found in load(str(root)).posts]
    assert paths == ["content/2026/a-post.md", "content/C.MD", "content/a b.md", "content/b.md"]


@pytest.mark.parametrize(
    "name",
    [
        '<b>"x".md',
        "a?b&c;d|e.md",
        "été à l’eau.md",
        " lead.md",
        "new\nline.md",
        "$(rm -rf).md",
        "'q'.md",
        "%s.md",
        "{}.md",
        "-x.md",
    ],
)
def test_any_file_name_will_do(root: Path, name: str) -> None:
    post(root, f"content/{name}", "some-post")
    for _ in range(2):
        ws = load(str(root))
        assert [found.path for found in ws.posts] == [f"content/{name}"]
        assert ws.findings == ()


def test_odd_things_named_like_posts_are_findings_and_never_opened(root: Path, tmp_path: Path) -> None:
    post(root, "content/good.md", "good-post")
    post(tmp_path, "secret.md", "secret-post")
    content = root / "content"
    os.symlink(tmp_path / "secret.md", content / "out.md")
    os.symlink("good.md", content / "in.md")
    os.symlink("nowhere.md", content / "broken.md")
    os.symlink("loop.md", content / "loop.md")
    os.symlink(tmp_path, content / "outside")
    os.symlink("..", content / "above")
    os.mkfifo(content / "pipe.md")
    post(root, "content/folder.md/inner.md", "inner-post")
    os.symlink("/dev/zero", content / "zero.md")
    ws = load(str(root))
    assert [found.path for found in ws.posts] == ["content/folder.md/inner.md", "content/good.md", "content/in.md"]
    assert rules(ws) == [
        (f"content/{name}", "schema/file")
        for name in ("above", "broken.md", "folder.md", "loop.md", "out.md", "outside", "pipe.md", "zero.md")
    ]


def test_a_content_folder_that_leads_away_is_not_followed(root: Path, tmp_path: Path) -> None:
    post(tmp_path, "elsewhere/secret.md", "secret-post")
    os.symlink(tmp_path / "elsewhere", root / "content")
    ws = load(str(root))
    assert ws.posts == ()
    assert rules(ws) == [("content", "schema/file")]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_what_may_not_be_read_is_a_finding(root: Path) -> None:
    post(root, "content/a.md", "some-post").chmod(0)
    assert rules(load(str(root))) == [("content/a.md", "schema/file")]


def test_a_name_that_is_not_utf8_is_a_finding_that_can_be_printed(root: Path) -> None:
    (root / "content").mkdir()
    os.mkdir(os.fsencode(root) + b"/content/\xe9t\xe9")
    for name in (b"caf\xe9.md", b"\xe9t\xe9/a.md", b"\xe9.jpg"):
        with open(os.fsencode(root) + b"/content/" + name, "wb") as stream:
            stream.write(POST.format(id="some-post", title="T").encode())
    for _ in range(2):
        ws = load(str(root))
        assert rules(ws) == [("content/caf\ufffd.md", "schema/file"), ("content/\ufffdt\ufffd", "schema/file")]
        msgspec.json.encode(ws.findings)


def test_names_that_are_one_file_elsewhere_are_a_warning(root: Path) -> None:
    post(root, "content/Note.md", "note-one")
    post(root, "content/note.md", "note-two")
    post(root, "content/" + unicodedata.normalize("NFC", "été.md"), "ete-one")
    post(root, "content/" + unicodedata.normalize("NFD", "été.md"), "ete-two")
    ws = load(str(root))
    assert len(ws.posts) == 4
    assert [(finding.rule, finding.severity) for finding in ws.findings] == [("schema/file", "warning")] * 2


def test_folders_without_end_are_not_followed_for_ever(root: Path) -> None:
    deep = root / "content"
    deep.mkdir()
    here = os.getcwd()
    try:
        os.chdir(deep)
        for _ in range(80):  # deeper still, the interpreter itself would give up
            os.mkdir("d")
            os.chdir("d")
    finally:
        os.chdir(here)
    post(root, "content/good.md", "good-post")
    ws = load(str(root))
    assert [found.id for found in ws.posts] == ["good-post"]
    assert [rule for _, rule in rules(ws)] == ["schema/file"]


def test_ten_megabytes_are_not_read(root: Path) -> None:
    put(root, "content/big.md", b"---\nid: big-post\n---\n" + b"x" * 10_000_000)
    post(root, "content/good.md", "good-post")
    ws = load(str(root))
    assert [found.id for found in ws.posts] == ["good-post"]
    assert rules(ws) == [("content/big.md", "schema/too-large")]


def test_a_warm_load_gives_the_same_value(root: Path) -> None:
    for name in ("brand", "calendar", "content", "lock.json"):
        os.system(f"cp -r '{ROOT / name}' '{root}/'")
    put(root, "content/wrong.md", "---\ntitle: a: b\nmedia: [{file: ../../../x}]\n---\n##x\n")
    put(root, "brand/typo.yml", "x")
    cold = load(str(root))
    age(root)
    warm = load(str(root))
    assert warm == cold == load(str(root), cache=False)
    assert cold.findings


def test_a_warm_load_parses_nothing(root: Path) -> None:
    post(root, "content/a.md", "some-post")
    put(root, "brand/brand.yml", "name: Une\n")
    put(root, "content/b.md", "---\nid: other-post\nmedia: [{file: a.png}]\n---\n")
    put(root, "content/a.png", b"\x89PNG\r\n\x1a\n")
    load(str(root))
    age(root)
    program = (
        f"import sys; from smmgit.files.workspace import load; assert len(load({str(root)!r}).posts) == 2; "
        "print([name for name in ('yaml', 'hashlib', 'PIL', 'smmgit.files.posts', 'smmgit.files.tables')"
        " if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_every_change_is_seen(root: Path) -> None:
    place = post(root, "content/a.md", "some-post", "One")
    put(root, "brand/brand.yml", "name: Une\n")
    put(root, "brand/channels.yml", "x: {platform: x}\n")
    for title in ("Two", "Six", "Ten", "Eleven"):  # the same size and the same instant, mostly
        load(str(root))
        status = os.stat(place)
        post(root, "content/a.md", "some-post", title)
        os.utime(place, ns=(status.st_atime_ns, status.st_mtime_ns))
        put(root, "brand/brand.yml", f"name: {title}\n")
        ws = load(str(root))
        assert (ws.posts[0].title, ws.brand.name) == (title, title)
    place.unlink()
    assert load(str(root)).posts == ()
    post(root, "content/b.md", "new-post")
    assert [found.id for found in load(str(root)).posts] == ["new-post"]


def test_a_file_moved_over_another_is_seen(root: Path) -> None:
    one, two = post(root, "content/a.md", "post-one"), post(root, "b.md", "post-two")
    load(str(root))
    age(root)
    os.utime(two, ns=(one.stat().st_atime_ns, one.stat().st_mtime_ns))
    os.replace(two, one)
    assert load(str(root)).posts[0].id == "post-two"


@pytest.mark.parametrize("junk", [b"", b"\x00", b"\x92\xa1x\x80", b"\x80\x04\x95", bytes(range(192, 256))])
def test_a_spoilt_cache_is_no_cache(root: Path, junk: bytes) -> None:
    post(root, "content/a.md", "some-post")
    first = load(str(root))
    for folder, _, names in os.walk(root / ".smmgit/cache"):
        for name in names:
            Path(folder, name).write_bytes(junk)
    assert load(str(root)) == first


def test_a_cache_that_cannot_be_written_is_done_without(root: Path) -> None:
    post(root, "content/a.md", "some-post")
    (root / ".smmgit").write_text("a file in the way", encoding="utf-8")
    assert len(load(str(root)).posts) == 1


def test_the_cache_hides_from_git_and_can_be_refused(root: Path) -> None:
    post(root, "content/a.md", "some-post")
    load(str(root), cache=False)
    assert not (root / ".smmgit").exists()
    load(str(root))
    assert (root / ".smmgit/.gitignore").read_text(encoding="utf-8") == "*\n"


def test_many_posts_are_remembered_in_parts_and_only_many_changes_are_written(root: Path) -> None:
    for number in range(600):
        post(root, f"content/p{number:04}.md")
    first = load(str(root))
    assert len(first.posts) == 600
    parts = sorted((root / ".smmgit/cache").glob("posts-*/*.msgpack"))
    assert len(parts) > 1
    age(root)
    post(root, "content/p0007.md", title="New")
    assert load(str(root)).posts[7].title == "New"
    assert not [part for part in parts if part.stat().st_mtime_ns != 2**62]
    for number in range(200):
        post(root, f"content/p{number:04}.md", title="New")
    assert {one.title for one in load(str(root)).posts[:200]} == {"New"}
    assert [part for part in parts if part.stat().st_mtime_ns != 2**62]
    for number in range(300, 600):
        (root / f"content/p{number:04}.md").unlink()
    assert len(load(str(root)).posts) == 300
    assert len(list((root / ".smmgit/cache").glob("posts-*"))) == 1


def test_media_are_looked_at_again_when_they_change(root: Path) -> None:
    put(root, "content/a.md", "---\nid: some-post\nmedia: [{file: a.pdf}, {file: none.jpg}]\n---\n")
    put(root, "content/a.pdf", b"%PDF-1.7 one")
    first = load(str(root)).media
    assert (first["content/a.pdf"].bytes, first["content/none.jpg"].problem) == (12, "missing")
    put(root, "content/a.pdf", b"%PDF-1.7 two!")
    put(root, "content/none.jpg", b"")
    again = load(str(root)).media
    assert (again["content/a.pdf"].bytes, again["content/none.jpg"].problem) == (13, "empty")


def test_a_file_grown_large_between_two_loads_is_said_so(root: Path) -> None:
    place = post(root, "content/a.md", "some-post")
    load(str(root))
    place.write_bytes(b"x" * 6_000_000)
    assert rules(load(str(root))) == [("content/a.md", "schema/too-large")]
