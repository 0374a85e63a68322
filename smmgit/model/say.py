"""One sentence in both interface languages."""

from typing import Any

from msgspec import Struct


class Say(Struct, frozen=True, gc=False):
    """A message in English and French; `{name}` fields are filled by `with_`.

    French is written with plain spaces before `: ; ! ?`; edges may typeset it.
    """

    en: str
    fr: str

    def with_(self, **values: Any) -> "Say":
        """The same sentence with its fields filled; values are never interpreted."""
        return Say(self.en.format_map(values), self.fr.format_map(values))

    def in_(self, lang: str) -> str:
        """The sentence in `fr` (any French tag) or English."""
        return self.fr if lang[:2] == "fr" else self.en
