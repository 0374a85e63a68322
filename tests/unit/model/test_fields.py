"""The field tables and the Structs they build are of one mind."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

import pytest

from smmgit.files.tables import BRAND, FOLDERS, LISTS, MAPS, POLICY
from smmgit.files.typed import READERS
from smmgit.model.fields.field import Field, Kind
from smmgit.model.fields.post import POST
from smmgit.model.post import Post

# What the loader knows of itself: it stands in no file's table.
GIVEN = {"id", "tag", "path", "line", "column", "brief", "about", "sections", "marks", "body_line", "digest",
         "typed_file", "options", "from_line", "to_line", "broken", "start", "end"}  # fmt: skip
SETTINGS = (BRAND, POLICY, *MAPS, *LISTS, *FOLDERS)
TABLES = {"post": (POST, Post), **{file.path: (file.fields, file.build) for file in SETTINGS}}


def every(fields: tuple[Field, ...]) -> Iterator[Field]:
    for field in fields:
        yield field
        yield from every(field.fields)


def nested(fields: tuple[Field, ...]) -> Iterator[tuple[tuple[Field, ...], type]]:
    for field in fields:
        if field.build is not None:
            yield field.fields, field.build
        yield from nested(field.fields)


@pytest.mark.parametrize("name", TABLES)
def test_every_field_is_an_attribute_and_every_attribute_a_field(name: str) -> None:
    fields, build = TABLES[name]
    for table, struct in [(fields, build), *nested(fields)]:
        named = {field.name.replace("from", "from_") for field in table}
        assert named <= set(struct.__struct_fields__), struct
        assert set(struct.__struct_fields__) - named <= GIVEN, struct
        assert len(named) == len(table)


def test_every_kind_has_a_reader() -> None:
    assert set(READERS) == set(get_args(Kind))


def test_synonyms_stand_for_choices_and_are_found_in_any_case() -> None:
    for fields, _ in TABLES.values():
        for field in every(fields):
            assert set(field.synonyms.values()) <= set(field.choices)
            assert all(word == word.casefold() for word in (*field.synonyms, *field.choices))
            assert field.about.en and field.about.fr
