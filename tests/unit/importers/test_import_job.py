"""The import as a whole: once, nothing overwritten, nothing outside, any input."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from smmgit.errors import ConfigError, UsageError
from smmgit.files.workspace import load
from tests.support.repository import git
from tests.unit.importers.source import Source, rules


@pytest.fixture
def source(tmp_path: Path) -> Source:
    made = Source(tmp_path, "twitter-together")
    made.put("tweets/2020-01-02-a.tweet", "A")
    return made


def everything(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_dry_run_writes_nothing(source: Source) -> None:
    before = everything(source.into)
    done = source.bring(dry_run=True)
    assert everything(source.into) == before
    assert (done.posts["new"], done.channels, done.recorded) == (1, ("x",), 1)


def test_an_edit_at_the_source_is_told_and_never_overwrites(source: Source) -> None:
    source.bring()
    path = source.into / source.only().path
    path.write_text(path.read_text() + "\nOurs now.\n")
    ours = path.read_bytes()
    source.put("tweets/2020-01-02-a.tweet", "A, corrected")
    done = source.bring()
    assert done.posts == {"new": 0, "unchanged": 0, "changed": 1, "moved": 0}
    assert rules(done) == ["import/changed"]
    assert path.read_bytes() == ours


def test_a_post_moved_by_the_team_is_known_again(source: Source) -> None:
    source.bring()
    path = source.into / source.only().path
    path.rename(source.into / "content" / "elsewhere.md")
    assert source.bring().posts["new"] == 0


def test_a_file_renamed_at_the_source_makes_no_second_post(source: Source) -> None:
    source.bring()
    (source.root / "tweets/2020-01-02-a.tweet").rename(source.root / "tweets/2020-01-02-b.tweet")
    done = source.bring()
    assert done.posts == {"new": 0, "unchanged": 0, "changed": 0, "moved": 1}
    assert rules(done) == ["import/moved"]


def test_two_sources_with_the_same_paths_do_not_mix(source: Source, tmp_path: Path) -> None:
    source.bring()
    other = tmp_path / "other"
    (other / "tweets").mkdir(parents=True)
    (other / "tweets/2020-01-02-a.tweet").write_text("Another A")
    assert source.bring(source=other).posts["new"] == 1
    first, second = sorted(post.id for post in source.workspace().posts)
    assert second.startswith(first + "-")


def test_what_the_team_wrote_stays(source: Source) -> None:
    brand = source.into / "brand"
    brand.mkdir()
    (brand / "channels.yml").write_text("# our channels\nnews:\n  platform: mastodon # the big one")
    (brand / "people.yml").write_text("lea: {handles: {x: '@LEA'}}\n")
    (source.into / "lock.json").write_text('{"dids": {"a.example": "did:plc:ours"}}')
    source.put("tweets/2020-01-03-b.tweet", "Thanks @lea and @tom")
    done = source.bring()
    text = (brand / "channels.yml").read_text()
    assert text.startswith("# our channels\nnews:\n  platform: mastodon # the big one\n\nx:\n")
    assert (done.channels, done.people) == (("x",), ("tom",))
    assert list(source.workspace().channels) == ["news", "x"]


def test_a_file_that_is_no_list_of_entries_is_left_alone(source: Source) -> None:
    (source.into / "brand").mkdir()
    (source.into / "brand/channels.yml").write_text("- a\n- b\n")
    done = source.bring()
    assert rules(done) == ["import/merge"]
    assert (source.into / "brand/channels.yml").read_text() == "- a\n- b\n"


def test_a_channel_of_another_network_is_told(source: Source) -> None:
    (source.into / "brand").mkdir()
    (source.into / "brand/channels.yml").write_text("x: {platform: mastodon}\n")
    assert rules(source.bring()) == ["import/channel"]


def test_ledger_entries_are_not_repeated_and_survive_a_late_git_init(tmp_path: Path) -> None:
    source = Source(tmp_path, "twitter-together", git=False)
    source.put("tweets/2020-01-02-a.tweet", "A")
    assert source.bring().recorded == 0
    git(source.into, "init", "-q")
    assert source.bring().recorded == 1
    assert source.bring().recorded == 0
    assert len(source.ledger()) == 1


def test_a_folder_within_another_repository_has_no_ledger_of_its_own(source: Source) -> None:
    inner = source.into / "inner"
    inner.mkdir()
    source.into = inner
    assert rules(source.bring()) == ["import/no-ledger"]


def test_hostile_names_and_contents(source: Source, tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("CONFIDENTIAL")
    for name in ('<a>"?&;|', "b\nc", "..", "-", "é" * 80, "$(touch x)", "{0}", "%s", "con", "\ud800"):
        data = os.fsencode(f"2020-02-03 {name}.tweet") if name != "\ud800" else b"2020-02-03 \xff.tweet"
        with open(os.path.join(os.fsencode(source.root / "tweets"), data), "wb") as file:
            file.write(b"Text {0} %s")
    source.put("tweets/big.tweet", b"x" * 10_000_000)
    source.put("tweets/latin.tweet", "é".encode("latin-1"))
    source.put("tweets/nul.tweet", b"a\0b")
    source.put("tweets/2020-02-04-up.tweet", "---\nmedia:\n- file: ../../secret\n- file: /etc/passwd\n---\nUp")
    os.symlink(tmp_path / "secret", source.root / "tweets/link.tweet")
    done = source.bring()
    ws = load(str(source.into), cache=False)
    assert not ws.findings
    assert {rule for rule in rules(done) if rule != "import/undated"} == {
        "import/outside", "import/too-large", "import/encoding", "import/media",
    }  # fmt: skip
    assert done.posts["new"] == len(ws.posts) == 12
    assert all(not finding.message.en.count("{") for finding in done.findings)
    assert sorted(os.listdir(tmp_path)) == ["ours", "secret", "their-posts"]
    written = [path for path in (source.into / "content").rglob("*") if path.is_file()]
    assert not any(b"CONFIDENTIAL" in path.read_bytes() or path.suffix != ".md" for path in written)


def test_a_post_is_never_written_through_a_link(source: Source, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (source.into / "content").mkdir()
    os.symlink(outside, source.into / "content" / "2020")
    with pytest.raises(ConfigError):
        source.bring()
    assert list(outside.iterdir()) == []


@pytest.mark.parametrize("into", ["their-posts", "their-posts/inner", "."])
def test_source_and_target_are_apart(source: Source, into: str, tmp_path: Path) -> None:
    source.into = tmp_path / into
    with pytest.raises(UsageError):
        source.bring()


def test_a_missing_source(source: Source, tmp_path: Path) -> None:
    with pytest.raises(ConfigError):
        source.bring(source=tmp_path / "none")
