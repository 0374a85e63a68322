"""The four rules every style may count on: `Vale.Spelling`, `Vale.Repetition`, `Vale.Terms`, `Vale.Avoid`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from smmgit.voice.rule import Action, Existence, Level, Repetition, Rule, Spelling, Substitution, Vocabulary

STYLE = "Vale"


def rules(vocabulary: Vocabulary, levels: Mapping[str, Level]) -> Iterator[Rule]:
    """The built-in rules; the last two only where there is a vocabulary."""
    yield Spelling(
        name="Vale.Spelling", message="Did you really mean '%s'?", level=levels.get("Vale.Spelling", "error"),
        action=Action("suggest", ("spellings",)), path="internal",
    )  # fmt: skip
    yield Repetition(
        name="Vale.Repetition", message="'%s' is repeated!", level=levels.get("Vale.Repetition", "error"),
        ignorecase=True, alpha=True, tokens=(r"[^\s.!?]+",), action=Action("edit", ("truncate", " ")), path="internal",
    )  # fmt: skip
    if vocabulary.accept:
        yield Substitution(
            name="Vale.Terms", message="Use '%s' instead of '%s'.", level=levels.get("Vale.Terms", "error"),
            ignorecase=True, vocab=False, swap={term.lower(): term for term in vocabulary.accept}, path="internal",
        )  # fmt: skip
    if vocabulary.reject:
        yield Existence(
            name="Vale.Avoid", message="Avoid using '%s'.", level=levels.get("Vale.Avoid", "error"),
            tokens=vocabulary.reject, path="internal",
        )  # fmt: skip
