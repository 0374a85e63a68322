"""Markdown inside a paragraph, parsed so that every character keeps its place.

markdown-it's inline parser forgets positions. Its state, however, knows where it stands whenever a rule adds text or
a token, so a state that writes this down is all that is needed: no searching for the text afterwards.
"""

from __future__ import annotations

from typing import Any, Literal

from markdown_it.parser_inline import ParserInline
from markdown_it.rules_inline.state_inline import StateInline
from markdown_it.token import Token


class PlacedState(StateInline):
    """Writes down where each token began (`map`) and where each character of a text stood (`meta["spots"]`)."""

    spots: list[int]

    def append_pending(self, text: str) -> None:
        """Text is added from the current position."""
        self._own().extend(range(self.pos, self.pos + len(text)))
        super().append_pending(text)

    def _get(self) -> str:
        return StateInline.pending.fget(self)  # type: ignore[attr-defined,no-any-return]

    def _set(self, value: str) -> None:
        spots = self._own()
        if len(value) > len(spots):
            spots.extend(range(self.pos, self.pos + len(value) - len(spots)))
        else:
            del spots[len(value) :]
        StateInline.pending.fset(self, value)  # type: ignore[attr-defined]

    pending = property(_get, _set)

    def _own(self) -> list[int]:
        if "spots" not in self.__dict__:
            self.spots = []
        return self.spots

    def pushPending(self) -> Token:
        """The text so far becomes a token."""
        spots, self.spots = self._own(), []
        token = super().pushPending()
        token.meta = {"spots": spots}
        return token

    def push(self, ttype: str, tag: str, nesting: Literal[-1, 0, 1]) -> Token:
        """A token begins here."""
        token = super().push(ttype, tag, nesting)
        token.map = [self.pos, self.pos]  # inline tokens have none of their own
        return token


class PlacedInline(ParserInline):
    """The inline parser over a `PlacedState`."""

    def __init__(self, plain: ParserInline) -> None:
        self.__dict__.update(plain.__dict__)

    def parse(self, src: str, md: Any, env: Any, tokens: list[Token]) -> list[Token]:
        """Parse a text and place its tokens."""
        state = PlacedState(src, md, env, tokens)
        self.tokenize(state)
        for rule in self.ruler2.getRules(""):
            rule(state)
        return state.tokens
