"""The commit hook's way in: `smmgit lint FILE…` with plain options, read without a command-line library.

A hook runs at every commit, and reading its few words with click costs more than judging the post. Whatever is not
exactly one of these words is left to click, which knows all of them and how to complain.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

BEFORE = {"-C": "root", "--root": "root", "--lang": "lang"}
VALUES = {"--now": "now", "--lang": "lang", "--severity": "severity"}
FLAGS = {"--strict": "strict"}
CHOICES = {"lang": ("fr", "en"), "severity": ("error", "warning", "suggestion")}


def quick(argv: Sequence[str]) -> int | None:
    """Run `smmgit [-C DIR] [--lang L] lint …` and return its exit code; None for anything that is click's to read."""
    before: dict[str, Any] = {}
    asked: dict[str, Any] = {}
    paths: list[str] = []
    named: dict[str, str] = BEFORE
    flags: dict[str, str] = {}
    found = before
    words = iter(argv)
    for word in words:
        if word in named:
            value = next(words, "")
            if not value or value.startswith("-") or value not in CHOICES.get(named[word], (value,)):
                return None
            found[named[word]] = value
        elif word in flags:
            found[flags[word]] = True
        elif found is asked and word and not word.startswith("-"):
            paths.append(word)
        elif word == "lint":
            named, flags, found = VALUES, FLAGS, asked
        else:
            return None
    if found is before:
        return None
    import os

    from smmgit.cli.app import App
    from smmgit.cli.linting import Asked, lint

    root = before.get("root")
    app = App(root=os.path.abspath(root) if root else None, lang=before.get("lang"))
    return lint(app, Asked(paths=tuple(paths), **asked))
