"""One post's bytes -> a `Post`, with everything that is wrong with them."""

from __future__ import annotations

import re
from typing import Any

import msgspec

from smmgit.digest import sha256
from smmgit.files import body, front_matter, typed
from smmgit.files.disk.text import decode, too_large
from smmgit.files.tree.node import Scalar, Table, is_empty
from smmgit.files.tree.report import Report
from smmgit.files.values.reading import Reading
from smmgit.model.fields.post import ID_PATTERN, POST
from smmgit.model.finding import Edit, Finding, Fix
from smmgit.model.post import Post
from smmgit.model.say import Say

NO_ID = Say("This post has no id: a name it keeps for ever, whatever happens to its file.",
            "Cette publication n'a pas d'id : un nom qu'elle garde pour toujours, quoi qu'il arrive au fichier.",
            )  # fmt: skip
GIVE_ID = Say("Name it {id}", "La nommer {id}")


def parse_post(path: str, data: bytes) -> tuple[Post | None, tuple[Finding, ...]]:
    """The post in a file's bytes and the findings of reading it; never raises.

    `path` is relative to the repository, with `/`. Whatever could be read is in the post, with an
    empty id where none is fit to use; None only when the file is too large to be one.
    """
    report = Report(path)
    if too_large(len(data), report):
        return None, tuple(report.findings)
    text = decode(data, report)
    front = front_matter.read(text, report, lambda: _stub(path))
    at = Reading(report, path.rpartition("/")[0])
    values: dict[str, Any] = {}
    if front.fields is not None:
        values = typed.read(at, front.fields, _FIELDS)
    if front.fields is not None and "id" not in values:
        _missing_id(path, str(values.get("title", "")), front.fields, report)
    sections, waivers = body.read(text, front.body, front.body_line, report)
    values["waive"] = (*values.get("waive", ()), *waivers)
    post = Post(
        **{"id": "", **values}, path=path, sections=sections, marks=at.marks, body_line=front.body_line,
        digest=sha256(data),
    )  # fmt: skip
    if post.id:
        return post, tuple(msgspec.structs.replace(finding, post=post.id) for finding in report.findings)
    return post, tuple(report.findings)


# A missing id is said below, with an id to take.
_FIELDS = tuple(msgspec.structs.replace(field, required=False) if field.name == "id" else field for field in POST)


def slug(text: str) -> str:
    """An id made of a title: `Le carnet à spirale` gives `le-carnet-a-spirale`."""
    import unicodedata

    text = text.casefold().replace("œ", "oe").replace("æ", "ae").replace("ß", "ss")
    bare = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    words = re.sub(r"[^a-z0-9]+", "-", bare).strip("-")[:64].rstrip("-")
    return words if re.fullmatch(ID_PATTERN, words) else f"post-{words}"[:64].rstrip("-")


def _stub(path: str) -> str:
    return f"---\nid: {_from_name(path)}\nstatus: draft\n---\n"


def _from_name(path: str) -> str:
    return slug(re.sub(r"\.md$", "", path.rpartition("/")[2], flags=re.IGNORECASE))


def _missing_id(path: str, title: str, fields: Table, report: Report) -> None:
    """A finding with an id to take, unless an id stands there and has been judged already."""
    name = slug(title) if title else _from_name(path)
    give = GIVE_ID.with_(id=name)
    for key, value in fields.pairs:
        if key.text != "id":
            continue
        if is_empty(value):
            typed = isinstance(value, Scalar) and value.text  # nothing is put beside `id: ~`
            fix = None if typed else report.replace(give, key.line, key.column, "id:", f"id: {name}")
            report.add("schema/missing", NO_ID, key.line, key.column, fix=fix)
        return
    places = front_matter.split(report.text)
    at = report.offset(places[0]) if places else 0
    report.add("schema/missing", NO_ID, fix=Fix(give, (Edit(at, at, f"id: {name}\n"),)))
