"""Vale's script rules: never run; the common ones are recognised and worked out, the others say why they are skipped.

A script is brought to a shape (`shape`), and compared with the shapes of scripts that public styles use (`idioms`).
Nothing of the script itself is evaluated.
"""

from __future__ import annotations

from smmgit.voice.prose.tengo.idioms import recognised
from smmgit.voice.prose.tengo.runs import Script
from smmgit.voice.prose.tengo.shape import shape_of

LONGEST = 20_000


def translate(source: str) -> Script | str:
    """The script as a function, or the reason it is skipped."""
    if len(source) > LONGEST:
        return "the script is longer than 20,000 characters"
    if "matches" not in source:
        return "the script sets no `matches`"
    try:
        shapes = shape_of(source), shape_of(source, bounds=True)
    except ValueError as error:
        return f"the script cannot be read: {error}"
    return (
        recognised(shapes[0])
        or recognised(shapes[1])
        or "the script is none of the forms that are known without running it"
    )
