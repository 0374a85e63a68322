"""JSON Schema from the field tables: valid, fresh in the repository, and of one mind with the reader."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from smmgit.files.front_matter import split
from smmgit.files.posts import parse_post
from smmgit.files.schema import KINDS, json_schema, paths
from smmgit.model.fields.post import POST

ROOT = Path(__file__).resolve().parents[3]


class Yaml12(yaml.SafeLoader):
    """Scalars typed as an editor's YAML 1.2 core schema types them: dates stay texts."""


Yaml12.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def validator(kind: str) -> Any:
    schema = json_schema(kind)
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


def loaded(text: str) -> Any:
    return yaml.load(text, Loader=Yaml12)


def fields_of(path: Path) -> Any:
    text = path.read_text(encoding="utf-8")
    places = split(text)
    assert places is not None
    return loaded(text[places[0] : places[1]])


@pytest.mark.parametrize("kind", KINDS)
def test_every_schema_is_a_valid_schema_and_fresh_in_the_repository(kind: str) -> None:
    validator(kind)
    kept = json.loads((ROOT / f".vscode/schemas/{kind}.schema.json").read_text(encoding="utf-8"))
    assert kept == json_schema(kind), "run: smmgit schema --out .vscode/schemas"


def test_the_editor_is_wired_to_every_settings_file() -> None:
    lines = (ROOT / ".vscode/settings.json").read_text(encoding="utf-8").splitlines()
    settings = json.loads("\n".join(line for line in lines if not line.lstrip().startswith("//")))
    wired = settings["yaml.schemas"]
    assert wired == {
        f"./.vscode/schemas/{kind}.schema.json": path for kind, path in paths().items() if path.endswith(".yml")
    }


@pytest.mark.parametrize(("kind", "path"), paths().items())
def test_the_example_brand_fits_its_schemas(kind: str, path: str) -> None:
    place = ROOT / path
    if place.is_dir():
        for document in sorted(place.glob("*.md")):
            validator(kind).validate(fields_of(document))
    else:
        validator(kind).validate(loaded(place.read_text(encoding="utf-8")))


def test_the_example_posts_fit_their_schema() -> None:
    posts = sorted((ROOT / "content").rglob("*.md"))
    assert posts
    for path in posts:
        validator("post").validate(fields_of(path))


def test_every_example_of_the_post_table_fits_its_schema() -> None:
    for field in POST:
        if field.example:
            validator("post").validate({"id": "abc", field.name: loaded(field.example)})


@pytest.mark.parametrize(
    "fields",
    [
        "id: Carnet",
        "title: without an id",
        "id: abc\nchanels: [x]",
        "id: abc\nstatus: perhaps",
        "id: abc\npublish_at: 25/11/2026",
        "id: abc\nmedia: [{fil: a.jpg}]",
        "id: abc\nmedia: [{file: a.jpg, ai: robot}]",
        "id: abc\nlink: velinotte.example",
        "id: abc\nneeds: [{by: tom}]",
        "id: abc\nchannels: {x: {format: poster}}",
    ],
)
def test_what_the_reader_refuses_the_schema_refuses(fields: str) -> None:
    assert not validator("post").is_valid(loaded(fields))
    assert parse_post("content/a.md", f"---\n{fields}\n---\n".encode())[1]


@pytest.mark.parametrize(
    "fields",
    [
        "id: abc\ntitle: 2026\ncampaign:",
        "id: abc\nstatus: Prêt",
        "id: abc\npublish_at: 2026-11-25 9h30\nnot_after: 2 jours",
        "id: abc\npublish_at: 2026-11-25T09:00+01:00\nnot_after: 2026-11-26",
        "id: abc\nchannels:\n  x:\n  pinterest: {board: b, format: Post}",
        "id: abc\nchannels: x, linkedin\nhashtags: one",
        "id: abc\nmedia: {file: a.jpg, focus: [0.5, 0.25], decorative: oui}",
        "id: abc\neffort: '1,5'\nimported: {any: {thing: [1]}}",
    ],
)
def test_what_the_reader_takes_the_schema_takes(fields: str) -> None:
    validator("post").validate(loaded(fields))
    assert parse_post("content/a.md", f"---\n{fields}\n---\n".encode())[1] == ()


def test_an_unknown_network_is_refused() -> None:
    assert not validator("channels").is_valid({"x": {"platform": "twiter"}})
    assert validator("channels").is_valid({"x": {"platform": "x"}})
    assert not validator("channels").is_valid({"x": {}})
