"""What a rule says about a place in a text."""

from __future__ import annotations

from msgspec import Struct

from smmgit.voice.rule import Action, Level


class Alert(Struct, frozen=True, kw_only=True):
    """A remark. `line`, `column` and `end` are counted from 1, in characters; `end` is the last one meant.

    `start` and `stop` are the place in the source text; `match` is what was found, as the rule saw it.
    """

    check: str
    message: str
    level: Level
    line: int
    column: int
    end: int
    match: str = ""
    link: str = ""
    description: str = ""
    action: Action = Action()
    start: int = 0
    stop: int = 0


class Silenced(Struct, frozen=True):
    """A match nobody hears of, and the exception, comment or limit that made it so."""

    check: str
    line: int
    column: int
    match: str
    by: str


class Verdict(Struct, frozen=True):
    """Everything said about one text, in reading order, with what could not be judged."""

    alerts: tuple[Alert, ...] = ()
    too_slow: tuple[str, ...] = ()  # rules that took too long here and were left out
    unreadable: tuple[tuple[str, str], ...] = ()  # rules whose pattern could not be compiled after all, and why
    silenced: tuple[Silenced, ...] = ()
    too_large: bool = False
