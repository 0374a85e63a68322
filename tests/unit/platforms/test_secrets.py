"""Secrets come by name from the environment and never leave again."""

from __future__ import annotations

import base64
import json
from urllib.parse import quote

import pytest

from smmgit.model.brand import Channel
from smmgit.platforms.secrets import Redactor, secrets_of

CHANNEL = Channel(id="x", platform="x", secrets={"key": "X_KEY", "token": "X_TOKEN"})
VALUE = 'p/a"ss wörd+='


def test_values_by_role_and_what_is_missing_by_name() -> None:
    found = secrets_of(CHANNEL, {"X_KEY": " abc\n", "X_TOKEN": "", "OTHER": "x"})
    assert found.values == {"key": "abc"}
    assert found.missing == ("X_TOKEN",)
    assert secrets_of(CHANNEL, {"X_KEY": "a", "X_TOKEN": "b"}).missing == ()


def test_a_traceback_does_not_print_them() -> None:
    found = secrets_of(CHANNEL, {"X_KEY": "abc", "X_TOKEN": "def"})
    assert "abc" not in repr(found) and "abc" not in f"{found.values!r}"
    assert f"Bearer {found.values['key']}" == "Bearer abc"


@pytest.mark.parametrize(
    "form",
    [
        VALUE,
        quote(VALUE, safe=""),
        json.dumps({"token": VALUE}),
        json.dumps({"token": VALUE}, ensure_ascii=False),
        base64.b64encode(VALUE.encode()).decode(),
    ],
)
def test_they_are_hidden_in_every_spelling(form: str) -> None:
    assert Redactor([VALUE]).clean(f"<{form}>").replace('{"token": "***"}', "***").replace("***=", "***") == "<***>"


def test_the_longest_is_hidden_first_and_the_shortest_not_at_all() -> None:
    redactor = Redactor(["secret", "abc", ""])
    redactor.learn("secret-and-more")
    assert redactor.clean("secret-and-more secret abc") == "*** *** abc"
