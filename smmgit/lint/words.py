"""How findings speak: numbers, units, sources, near misses, in an editor's words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from smmgit.model.finding import Fix, Pos, Swap
from smmgit.model.say import Say
from smmgit.model.spec import Limit

CHARACTERS = Say("characters", "caractères")
UNITS = {
    "weighted": Say("characters (as X counts)", "caractères (comptés comme X)"),
    "grapheme": CHARACTERS,
    "code-point": CHARACTERS,
    "mastodon": Say("characters (as Mastodon counts)", "caractères (comptés comme Mastodon)"),
    "threads": Say("characters (as Threads counts)", "caractères (comptés comme Threads)"),
    "utf-16": Say("characters (UTF-16 units)", "caractères (unités UTF-16)"),
    "utf-8": Say("bytes", "octets"),
    "item": Say("", ""),
    "byte": Say("bytes", "octets"),
    "pixel": Say("pixels", "pixels"),
    "ratio": Say("(width ÷ height)", "(largeur ÷ hauteur)"),
    "second": Say("seconds", "secondes"),
    "frame": Say("frames", "images"),
    "fps": Say("frames a second", "images par seconde"),
    "page": Say("pages", "pages"),
}


def number(value: float, unit: str = "") -> Say:
    """A number as people read it: `1,300` and `1 300`; bytes as kB or MB."""
    if unit == "byte" and value >= 10_000:
        scale, name, french = (1e6, "MB", "Mo") if value >= 1e6 else (1e3, "kB", "ko")
        short = f"{value / scale:.3g}"
        return Say(f"{short} {name}", f"{short.replace('.', ',')} {french}")
    if value == int(value):
        grouped = f"{int(value):,}"
        return Say(grouped, grouped.replace(",", " "))
    plain = f"{value:.4g}"
    return Say(plain, plain.replace(".", ","))


def amount(value: float, unit: str) -> Say:
    """A number with its unit."""
    words, figure = UNITS.get(unit, UNITS["item"]), number(value, unit)
    if (unit == "byte" and value >= 10_000) or not words.en:
        return figure
    return Say(f"{figure.en} {words.en}", f"{figure.fr} {words.fr}")


def because(limit: Limit) -> Say:
    """Where a limit is written and when that was read; and that sources disagree, where they do."""
    parts_en = [limit.source] if limit.source else []
    parts_fr = list(parts_en)
    if limit.verified_on:
        parts_en.append(f"checked {limit.verified_on}")
        parts_fr.append(f"vérifié le {limit.verified_on}")
    if limit.uncertain:
        parts_en.append(f"uncertain: {limit.uncertain}")
        parts_fr.append(f"incertain : {limit.uncertain}")
    if not parts_en:
        return Say("", "")
    return Say(f" (source: {', '.join(parts_en)})", f" (source : {', '.join(parts_fr)})")


def quoted(text: str, length: int = 48) -> str:
    """A piece of text fit to stand in a sentence: one line, not too long."""
    line = " ".join(text.split())
    return line if len(line) <= length else line[: length - 1].rstrip() + "…"


def listed(items: Sequence[str]) -> Say:
    """`X, Bluesky and Mastodon`."""
    if len(items) < 2:
        return Say("".join(items), "".join(items))
    head = ", ".join(items[:-1])
    return Say(f"{head} and {items[-1]}", f"{head} et {items[-1]}")


def closest(word: str, known: Iterable[str]) -> str:
    """The known word that was probably meant, empty when none is near."""
    candidates = list(known)
    folded = {name.casefold().replace("_", "-").replace(" ", "-"): name for name in candidates}
    plain = word.casefold().replace("_", "-").replace(" ", "-")
    if plain in folded:
        return folded[plain]
    from difflib import get_close_matches

    found = get_close_matches(plain, folded, n=1, cutoff=0.6)
    return folded[found[0]] if found else ""


def did_you_mean(word: str, known: Iterable[str], most: int = 8) -> Say:
    """A sentence that points to the right word: the nearest, else the few there are, else nothing."""
    candidates = sorted(known)
    near = closest(word, candidates)
    if near:
        return Say(f" Did you mean “{near}”?", f" Vouliez-vous dire « {near} » ?")
    if candidates and len(candidates) <= most:
        names = ", ".join(candidates)
        return Say(f" There are: {names}.", f" Il y a : {names}.")
    return Say("", "")


def instead(word: str, known: Iterable[str], pos: Pos) -> Fix | None:
    """A fix, not a safe one, that writes the known word probably meant for the one at a place.

    None where nothing is near, or digits differ: `noel-2025` is no slip for `noel-2026`.
    """
    near = closest(word, known)
    if not near or near == word or [c for c in near if c.isdigit()] != [c for c in word if c.isdigit()]:
        return None
    title = Say(f"Write “{near}”", f"Écrire « {near} »")
    return Fix(title, swaps=(Swap(pos.line, pos.column, word, near),), safe=False)


def filled(message: Say, values: dict[str, Any]) -> Say:
    """The message with its `{fields}` filled; a value may be a `Say` itself. Nothing in values is interpreted."""
    if not values:
        return message
    if not any(isinstance(value, Say) for value in values.values()):
        return message.with_(**values)
    english = {name: value.en if isinstance(value, Say) else value for name, value in values.items()}
    french = {name: value.fr if isinstance(value, Say) else value for name, value in values.items()}
    return Say(message.en.format_map(english), message.fr.format_map(french))
