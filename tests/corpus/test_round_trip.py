"""Every file of the corpus, imported and rebuilt from the result alone: nothing of its meaning may be missing."""

from __future__ import annotations

import datetime as dt
import json
import re
from pathlib import Path
from typing import Any

import frontmatter
import pytest
import yaml

from smmgit.files.workspace import load
from smmgit.git.ledger import LEDGER, Ledger
from smmgit.git.repo import Repo
from smmgit.jobs.import_ import Imported, run_import
from smmgit.model.delivery import Entry
from smmgit.model.post import Post, Section
from smmgit.model.workspace import Workspace
from smmgit.text.flatten import flatten
from tests.support.repository import git
from tests.support.shared import shared

pytestmark = pytest.mark.corpus
NOW = dt.datetime(2026, 11, 23, 8, 0, tzinfo=dt.UTC)
TWEETS = ("kubernetes-contributor-tweets", "nodejs-tweet", "loadsmart-tweets", "semantic-release-tweets")


def bring(tool: str, folder: str, into: Path) -> tuple[Imported, Workspace, dict[str, Post], list[Entry]]:
    """Import a folder of the corpus into a new repository; the posts by the path they came from."""
    source = shared(f"corpus/{folder}")
    git(into, "init", "-q")
    done = run_import(tool, str(source), str(into), NOW)
    ws = load(str(into), cache=False)
    posts = {post.imported["path"]: post for post in ws.posts}
    return done, ws, posts, list(Ledger(Repo.open(str(into)), LEDGER).entries())


def shown(section: Section) -> list[str]:
    """What readers without Markdown would see of each part."""
    return [flatten(chunk.text).traced.text for chunk in section.chunks]


def readings(name: str) -> set[dt.date]:
    """Every date a name can mean: the year first or last, the day or the month before the other."""
    found = set()
    for first, second, third in re.findall(r"(?<!\d)(\d{1,4})-(\d{1,2})-(\d{1,4})(?!\d)", name)[:1]:
        for order in ("%Y %m %d", "%d %m %Y", "%m %d %Y"):
            try:
                found.add(dt.datetime.strptime(f"{first} {second} {third}", order).date())
            except ValueError:
                continue
    return found


@pytest.mark.parametrize("folder", TWEETS)
def test_tweets(folder: str, tmp_path: Path) -> None:
    done, ws, posts, entries = bring("twitter-together", folder, tmp_path)
    sources = sorted(shared(f"corpus/{folder}").rglob("*.tweet"))
    assert sources
    assert done.lost == 0
    assert not ws.findings
    assert set(posts) == {path.relative_to(shared(f"corpus/{folder}")).as_posix() for path in sources}
    out = {entry.post for entry in entries if entry.event == "adopted"}
    for path in sources:
        post = posts[path.relative_to(shared(f"corpus/{folder}")).as_posix()]
        assert [shown(section) for section in post.sections] == [[path.read_text(encoding="utf-8").strip()]]
        assert [choice.id for choice in post.channels] == ["x"]
        assert ws.channels["x"].platform == "x"
        possible = readings(path.name)
        if len(possible) == 1:
            assert post.status == "ready"
            assert post.publish_at is not None
            assert post.publish_at.local is not None
            assert post.publish_at.local.date() in possible
            assert post.id in out
        else:
            assert post.status == "draft"
            assert post.publish_at is None
            assert post.id not in out
            assert any(finding.path == post.imported["path"] for finding in done.findings)


def words(text: str) -> str:
    return " ".join(text.split())


def test_galaxy(tmp_path: Path) -> None:
    done, ws, posts, entries = bring("galaxy-social", "galaxy-social-2024", tmp_path)
    root = shared("corpus/galaxy-social-2024")
    sources = sorted((root / "posts").rglob("*.md"))
    assert done.lost == 0
    assert not ws.findings
    assert set(posts) == {path.relative_to(root).as_posix() for path in sources}
    for path in sources:
        source = frontmatter.load(str(path))
        post = posts[path.relative_to(root).as_posix()]
        image = r"!\[(.*?)\]\((.*?)\)"
        accounts = source["media"]
        assert [choice.id for choice in post.channels] == accounts
        for choice in post.channels:
            tags = post.hashtags if choice.hashtags is None else choice.hashtags
            assert list(tags) == source.get("hashtags", {}).get(choice.id, [])
            assert list(choice.mentions) == [one.strip() for one in source.get("mentions", {}).get(choice.id, [])]
        assert [(item.alt, item.url) for item in post.media] == re.findall(image, source.content)
        content = words(re.sub(image, "", source.content))
        for section in post.sections:
            assert words(" ".join(chunk.text for chunk in section.chunks)) == content
        breaks = [part for part in re.split(r"\n{3,}", re.sub(image, "", source.content).strip()) if part.strip()]
        cut = [section for section in post.sections if len(section.chunks) > 1]
        for section in cut:
            assert [words(chunk.text) for chunk in section.chunks] == [words(part) for part in breaks]
        possible = readings(path.name)
        assert {post.publish_at.local.date() if post.publish_at and post.publish_at.local else None} == (
            possible or {None}
        )
        sent = {entry.channel for entry in entries if entry.post == post.id}
        assert sent == (set(accounts) if possible else set())


def test_galaxy_accounts(tmp_path: Path) -> None:
    _, ws, _, _ = bring("galaxy-social", "galaxy-social-2024", tmp_path)
    plugins = yaml.safe_load((shared("corpus/galaxy-social-2024") / "plugins.yml").read_text(encoding="utf-8"))
    assert list(ws.channels) == [plugin["name"] for plugin in plugins["plugins"]]
    for plugin in plugins["plugins"]:
        channel, config = ws.channels[plugin["name"]], plugin["config"]
        kind = plugin["class"].split(".")[0]
        assert channel.platform == ("sandbox" if kind == "markdown" else kind)
        assert channel.enabled == plugin["enabled"]
        assert channel.server == config.get("base_url", "")
        assert channel.url == config.get("account_url", "")
        assert channel.limits.get("text.max", "") == str(config.get("max_content_length", ""))
        secrets = [value[1:] for value in config.values() if isinstance(value, str) and value.startswith("$")]
        assert list(channel.secrets.values()) == secrets
        ids = [str(config[key]) for key in ("org_id", "room_id", "channel_id") if config.get(key)]
        assert channel.account_id.endswith("".join(ids))
        assert bool(channel.account_id) == bool(ids)
        if "username" in config:
            assert channel.handle == config["username"]
        if "save_path" in config:
            assert channel.options["save_path"] == config["save_path"]


def rebuilt(post: Post, ws: Workspace, entries: dict[tuple[str, int], Entry]) -> list[dict[str, Any]]:
    """The requests of a processed file, from our post, the lock, the channel and the ledger."""
    channel = ws.channels[post.channels[0].id]
    parts = [text for section in post.sections for text in shown(section)] or [""]
    requests = []
    for number, text in enumerate(parts):
        entry = entries[post.id, number]
        kept = {
            key.removeprefix(f"part_{number + 1}_"): value
            for key, value in post.imported.items()
            if (number > 0) == key.startswith("part_") and (number == 0 or key.startswith(f"part_{number + 1}_"))
        }
        data = {key: value for key, value in entry.data.items() if key not in ("proved", "published_at")}
        action = "reply" if number else "quote-post" if post.action == "quote" else post.action
        request: dict[str, Any] = {
            "action": action,
            "account": channel.name,
            "result": {"uri": entry.remote_id, **data},
        }
        if text:
            request["richText"] = text
        if "richTextFile" in kept:
            request["richTextFile"] = kept["richTextFile"]
        if post.action == "repost":
            _, handle, _, key = post.of.removeprefix("https://bsky.app/").split("/")
            uri = f"at://{ws.lock.dids[handle]}/app.bsky.feed.post/{key}"
            request |= {"repostURL": post.of, "repostInfo": {"uri": uri, "cid": kept["repostInfo_cid"]}}
        if number:
            before, first = entries[post.id, number - 1], entries[post.id, 0]
            request["replyInfo"] = {"uri": before.remote_id, "cid": before.data["cid"]}
            request["rootInfo"] = {"uri": first.remote_id, "cid": first.data["cid"]}
        requests.append(request)
    return requests


def simplified(request: dict[str, Any], ws: Workspace) -> dict[str, Any]:
    """A source request without `record`, whose parts are checked one by one."""
    record = request.pop("record", None)
    if record:
        text = record["text"]
        assert text == request["richText"]
        for facet in record.get("facets", []):
            index, (feature,) = facet["index"], facet["features"]
            said = text.encode()[index["byteStart"] : index["byteEnd"]].decode()
            if "did" in feature:
                assert ws.lock.dids[said.removeprefix("@")] == feature["did"]
            else:
                assert said == feature["uri"]
        if "embed" in record:
            card = record["embed"]["external"]
            locked = ws.lock.cards[card["uri"]]
            assert (locked.title, locked.description) == (card["title"], card["description"])
            assert card["uri"] in text
    if "richText" in request:
        request["richText"] = request["richText"].strip()
    return request


def test_bluesky(tmp_path: Path) -> None:
    done, ws, posts, ledger = bring("nodejs-bluesky", "nodejs-bluesky", tmp_path)
    root = shared("corpus/nodejs-bluesky")
    sources = sorted(root.rglob("*.json"))
    assert done.lost == 0
    assert not ws.findings
    assert set(posts) == {path.relative_to(root).as_posix() for path in sources}
    entries = {(entry.post, entry.part): entry for entry in ledger if entry.event == "adopted"}
    for path in sources:
        post = posts[path.relative_to(root).as_posix()]
        value = json.loads(path.read_text(encoding="utf-8"))
        requests = value if isinstance(value, list) else [value]
        made = [request.get("record", {}).get("createdAt") for request in requests]
        thumbs = [request.get("record", {}).get("embed", {}).get("external", {}).get("thumb") for request in requests]
        assert rebuilt(post, ws, entries) == [simplified(request, ws) for request in requests]
        assert post.publish_at is not None
        assert post.publish_at.local is not None
        assert post.publish_at.local.date().isoformat() == path.stem[:10]
        for number, (at, thumb) in enumerate(zip(made, thumbs, strict=True)):
            assert at is None or entries[post.id, number].data["published_at"] == at
            assert number or at is None or post.publish_at.text == at
            prefix = "" if number == 0 else f"part_{number + 1}_"
            kept = [post.imported.get(f"{prefix}card_image{end}") for end in ("", "_type", "_size")]
            said = [thumb["ref"]["$link"], thumb["mimeType"], str(thumb["size"])] if thumb else [None] * 3
            assert kept == said


@pytest.mark.parametrize(
    ("tool", "folder"),
    [*(("twitter-together", name) for name in TWEETS), ("galaxy-social", "galaxy-social-2024"),
     ("nodejs-bluesky", "nodejs-bluesky")],
)  # fmt: skip
def test_twice_adds_nothing(tool: str, folder: str, tmp_path: Path) -> None:
    bring(tool, folder, tmp_path)
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file() and ".git" not in path.parts}
    tip = Repo.open(str(tmp_path)).resolve(LEDGER)
    again = run_import(tool, str(shared(f"corpus/{folder}")), str(tmp_path), NOW + dt.timedelta(days=1))
    after = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file() and ".git" not in path.parts}
    assert {**after} == {**before, **{path: data for path, data in after.items() if ".smmgit" in path.parts}}
    assert again.posts["new"] == again.posts["changed"] == again.recorded == again.lock == 0
    assert not again.channels
    assert not again.people
    assert Repo.open(str(tmp_path)).resolve(LEDGER) == tip
