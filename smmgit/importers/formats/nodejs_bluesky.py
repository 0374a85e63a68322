"""nodejs/bluesky: one JSON file per request, with the URI and CID of what was published."""

from __future__ import annotations

import hashlib
import json
import os
import re
from collections.abc import Iterator
from typing import Any

from smmgit.importers.accounts import channel_id
from smmgit.importers.bluesky.actions import Placed
from smmgit.importers.bluesky.atproto import page, post_of
from smmgit.importers.imported import Ask, Gathered, ImportedPost
from smmgit.importers.names import title
from smmgit.importers.tally import leaves
from smmgit.importers.tree import Tree
from smmgit.importers.when import Dates
from smmgit.model.say import Say

ACTIONS = {"post": "post", "repost": "repost", "quote-post": "quote", "quote": "quote", "reply": "reply"}
# The tool cuts a text into a thread at these lines.
CUT = re.compile(r"(?<!\n)\n+ {0,3}([-_*])[ \t]*(?:\1[ \t]*){2,}\n+")
IDENTIFIER = re.compile(r"^\s*BLUESKY_IDENTIFIER_(\w+):\s*[\"']?([\w.-]+)[\"']?\s*$", re.MULTILINE)
WORKFLOW = ".github/workflows/process.yml"


class NodejsBluesky:
    """Reads `records/new/*.json` (asked for) and `records/processed/*.json` (published)."""

    name = "nodejs-bluesky"
    home = "records"
    endings = (".json",)

    def posts(self, tree: Tree, ask: Ask, found: Gathered) -> Iterator[ImportedPost]:
        paths = list(tree.paths(*self.endings))
        if any(path.startswith("records/") for path in paths):
            paths = [path for path in paths if path.startswith("records/")]
        dates = Dates(paths, ask)
        handles = _handles(tree)
        for path in paths:
            file = tree.read(path)
            if file.problem is not None:
                found.find(file.rule, "error", file.problem, path)
                continue
            requests = _requests(file.text, path, found)
            digest = hashlib.sha256(file.data).hexdigest()
            threads = _threads(requests)
            for number, thread in enumerate(threads):
                source = path if len(threads) == 1 else f"{path}#{number + 1}"
                yield _post(thread, source, path, digest, tree, ask, found, dates, handles)


FORMAT = NodejsBluesky()


def _handles(tree: Tree) -> dict[str, str]:
    """Handles by account, where the source's own workflow tells them."""
    if tree.within(WORKFLOW) is None:
        return {}
    return dict(IDENTIFIER.findall(tree.read(WORKFLOW).text))


def _requests(text: str, path: str, found: Gathered) -> list[dict[str, Any]]:
    try:
        value = json.loads(text, parse_int=str, parse_float=str)
    except (ValueError, RecursionError) as error:
        says = UNREADABLE.with_(why=str(error)[:120])
        found.find("import/json", "error", says, path, getattr(error, "lineno", 1))
        return []
    requests: list[dict[str, Any]] = []
    for one in value if isinstance(value, list) else [value]:
        if not isinstance(one, dict) or one.get("action") not in ACTIONS:
            action = str(one.get("action", "?"))[:40] if isinstance(one, dict) else "?"
            found.find("import/action", "error", NO_ACTION.with_(action=action), path)
            continue
        for field, values in leaves(one).items():
            found.tally.read(field, values)
        requests.append(one)
    return requests


def _threads(requests: list[dict[str, Any]]) -> list[list[dict[str, Any]]]:
    """Requests grouped into posts: a reply to what the one before it published is the thread's next part."""
    threads: list[list[dict[str, Any]]] = []
    for request in requests:
        uri = _at(request, "replyInfo", "uri")
        if threads and request["action"] == "reply" and uri and uri == _at(threads[-1][-1], "result", "uri"):
            threads[-1].append(request)
        else:
            threads.append([request])
    return threads


def _at(value: Any, *keys: str) -> Any:
    for key in keys:
        value = value.get(key) if isinstance(value, dict) else None
    return value


def _post(
    thread: list[dict[str, Any]],
    source: str,
    path: str,
    digest: str,
    tree: Tree,
    ask: Ask,
    found: Gathered,
    dates: Dates,
    handles: dict[str, str],
) -> ImportedPost:
    first = thread[0]
    account = first.get("account") if isinstance(first.get("account"), str) else ""
    channel = ask.channel or channel_id(account or "bluesky")
    found.channels.setdefault(channel, {"platform": "bluesky"})
    if account:
        secrets = {"password": f"BLUESKY_APP_PASSWORD_{account}"}
        found.channels[channel] |= {"name": account, "secrets": secrets}
        if handles.get(account):
            found.channels[channel]["handle"] = handles[account]
    placed = Placed(channel, path, found)
    texts: list[str] = []
    for number, request in enumerate(thread):
        texts += _texts(request, placed.request(number, request), tree, path, found)
    action = ACTIONS[first["action"]]
    fields: dict[str, Any] = {}
    day = None
    if placed.publications:
        when = placed.at or (placed.made and placed.made.strftime("%Y-%m-%d %H:%M:%SZ"))
        day = placed.made.date() if placed.made else None
        fields["publish_at"] = when
    else:
        fields, day = dates.fields(path, found)
        fields["status"] = "draft"
    if action != "post":
        fields["action"] = action
        of = first.get("replyURL") if action == "reply" else first.get("repostURL")
        fields["of"] = of or page(str(_at(first, "replyInfo" if action == "reply" else "repostInfo", "uri") or ""))
    if placed.link:
        fields["link"] = placed.link
    fields["channels"] = [channel]
    if placed.media:
        fields["media"] = placed.media
    stem = os.path.splitext(path.rpartition("/")[2])[0]
    numbered = stem if source == path else f"{stem}-{source.rpartition('#')[2]}"
    return ImportedPost(
        source=source,
        digest=digest,
        stem=numbered,
        title=_title(action, str(fields.get("of", "")), texts, stem),
        fields=fields,
        body="\n\n---\n\n".join(texts),
        kept=placed.kept,
        publications=tuple(placed.publications),
        on=day,
        word="bluesky",
    )


def _texts(request: dict[str, Any], text: str, tree: Tree, path: str, found: Gathered) -> list[str]:
    """The text of a request as parts of a thread; from its text file where it was not filled in yet."""
    named = request.get("richTextFile")
    if not text and isinstance(named, str) and "result" not in request:
        place = os.path.normpath(os.path.join(os.path.dirname(path), named))
        file = tree.read(place) if not os.path.isabs(named) else None
        if file is None or file.problem is not None:
            found.find("import/text-file", "warning", NO_TEXT.with_(file=named[:120]), path)
            return []
        from smmgit.importers.plain import as_body

        pieces = CUT.split(file.text)
        return [as_body(piece) for piece in pieces[::2] if piece.strip()]
    return [text] if text else []


def _title(action: str, of: str, texts: list[str], stem: str) -> str:
    whose = post_of(of)
    if action == "repost":
        return f"Repost: {whose[0]}" if whose else f"Repost: {of[:80]}"
    words = " ".join(texts[0].split()) if texts else title(stem)
    return words if len(words) <= 60 else words[:60].rsplit(" ", 1)[0] + "…"


UNREADABLE = Say(
    "This file is not JSON that can be read ({why}). It was not imported.",
    "Ce fichier n'est pas du JSON lisible ({why}). Il n'a pas été importé.",
)
NO_ACTION = Say(
    "“{action}” is no action of this tool (post, reply, repost, quote-post). It was not imported.",
    "« {action} » n'est pas une action de cet outil (post, reply, repost, quote-post). Elle n'a pas été importée.",
)
NO_TEXT = Say(
    "Its text file “{file}” is not in the source: write its text.",
    "Son fichier de texte « {file} » n'est pas dans la source : écrivez son texte.",
)
