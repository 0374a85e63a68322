"""Patterns for phrases as people write them: any apostrophe, any space, whole words, any case."""

from __future__ import annotations

import re

from smmgit.text.late import late


def phrases(*choices: str) -> re.Pattern[str]:
    """A late pattern for any of these phrases; each may hold `re` syntax, with a space for any one space.

    `'` stands for both apostrophes; a phrase begins and ends where a word does.
    """
    source = "|".join(choices).replace("'", "['’]").replace(" ", "[ \u00a0\u202f]")
    return late(rf"(?<!\w)(?:{source})(?!\w)", re.IGNORECASE)
