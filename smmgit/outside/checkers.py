"""Spelling and grammar checkers beside smmgit: which are installed, and what they say of texts."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from functools import cache
from typing import Any

from msgspec import Struct

from smmgit.errors import SmmgitError
from smmgit.outside.programs import answer, installed
from smmgit.voice.prose.grammar import GRAMMALECTE_OFF, Sheet, read_grammalecte, read_harper, read_typos
from smmgit.voice.prose.span import Span

AT_ONCE = 500  # texts a program is given in one go


class Checker(Struct, frozen=True):
    """A checker: its name, the languages it reads, what installs it, whether it is here, and how it is asked."""

    name: str
    languages: tuple[str, ...]
    install: str
    here: Callable[[], bool]
    ask: Callable[[Sequence[str]], list[list[Span]]]


def available(lang: str) -> list[Checker]:
    """The checkers that read a language and are installed."""
    return [one for one in CHECKERS if lang[:2].lower() in one.languages and one.here()]


def check(name: str, texts: Sequence[str]) -> list[list[Span]]:
    """What one checker says of each text. `SmmgitError` where it is not installed, or breaks."""
    checker = next((one for one in CHECKERS if one.name == name), None)
    if checker is None:
        raise SmmgitError(f"No checker is called {name}.", hint="Known: " + ", ".join(one.name for one in CHECKERS))
    if not checker.here():
        raise SmmgitError(f"{name} is not installed.", hint=checker.install)
    found: list[list[Span]] = []
    for first in range(0, len(texts), AT_ONCE):
        found += checker.ask(texts[first : first + AT_ONCE])
    return found


def _grammalecte(texts: Sequence[str]) -> list[list[Span]]:
    import tempfile

    sheet = Sheet(texts)
    with tempfile.TemporaryDirectory(prefix="smmgit-") as folder:
        path = os.path.join(folder, "text.txt")
        with open(path, "w", encoding="utf-8", errors="replace", newline="\n") as file:
            file.write(sheet.text)
        said = answer([installed("grammalecte-cli"), "-f", path, "-j", "-off", *GRAMMALECTE_OFF], seconds=120)
    try:
        return sheet.spans(read_grammalecte(said))
    except (ValueError, KeyError, TypeError) as error:
        raise SmmgitError("grammalecte-cli answered with something else than its JSON.") from error


def _typos(texts: Sequence[str]) -> list[list[Span]]:
    sheet = Sheet(texts)
    # --isolated: a configuration in the repository under review has no say.
    said = answer([installed("typos"), "--isolated", "--format", "json", "-"], sheet.text, good=(0, 2))
    try:
        return sheet.spans(read_typos(said, sheet.text))
    except (ValueError, KeyError, TypeError) as error:
        raise SmmgitError("typos answered with something else than its JSON.") from error


def _harper(texts: Sequence[str]) -> list[list[Span]]:
    harper, linter = _linter()
    found = []
    for text in texts:
        rows = [
            (
                lint.span.start,
                lint.span.end,
                str(lint.lint_kind),
                str(lint.message),
                [_put(text[lint.span.start : lint.span.end], one, harper) for one in lint.suggestions],
            )
            for lint in linter.lint(text, language=harper.Language.PLAINTEXT)
        ]
        found.append(sorted(read_harper(rows, text), key=lambda one: (one.start, one.end)))
    return found


def _put(word: str, suggestion: Any, harper: Any) -> str:
    """What the marked text becomes."""
    if suggestion.kind == harper.SuggestionKind.REMOVE:
        return ""
    if suggestion.kind == harper.SuggestionKind.INSERT_AFTER:
        return word + str(suggestion.replacement_text)
    return str(suggestion.replacement_text)


@cache
def _linter() -> tuple[Any, Any]:
    """Harper and its linter, which takes about a second to make."""
    import harper

    return harper, harper.Linter()


def _has_harper() -> bool:
    """Whether the `harper` that is installed is the one with a linter: two packages share the name."""
    import importlib.util

    spec = importlib.util.find_spec("harper")
    if spec is None or not spec.origin:
        return False
    folder = os.path.dirname(spec.origin)
    return any(
        name.startswith(("_harper", "harper", "_native")) and name.endswith((".so", ".pyd"))
        for name in os.listdir(folder)
    )


CHECKERS = (
    Checker(
        name="grammalecte",
        languages=("fr",),
        install="On Debian and Ubuntu: apt install grammalecte-cli.",
        here=lambda: bool(installed("grammalecte-cli")),
        ask=_grammalecte,
    ),
    Checker(
        name="harper",
        languages=("en",),
        install="pip install 'smmgit[grammar]'",
        here=_has_harper,
        ask=_harper,
    ),
    Checker(
        name="typos",
        languages=("en",),
        install="pip install typos",
        here=lambda: bool(installed("typos")),
        ask=_typos,
    ),
)
