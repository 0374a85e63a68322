"""Comments in a text that switch rules off and on: `<!-- vale off -->` and the like."""

from __future__ import annotations

import json
import re

from smmgit.text.late import late

_MATCHES = late(r"vale (.+\..+)(\[.+\]) = (YES|NO)")
_RULE = late(r"vale (.+\..+|[^.]+) = (YES|NO|on|off)")
_STYLES = late(r"vale styles? = (.*)", re.DOTALL)


class Switches:
    """What is off at this point of the file."""

    def __init__(self, styles: tuple[str, ...]) -> None:
        self.styles = styles
        self.off = False
        self.named: dict[str, bool] = {}

    def read(self, comment: str) -> None:
        """Follow a comment; anything but Vale's own forms says nothing."""
        if comment == "vale off":
            self.off = True
        elif comment == "vale on":
            self.off = False
        elif found := _MATCHES.fullmatch(comment):
            for match in _texts(found[2]):
                self.named[f"{found[1]}[{match}]"] = found[3] == "NO"
        elif found := _RULE.fullmatch(comment):
            self.named[found[1]] = found[2] in ("NO", "off")
        elif found := _STYLES.fullmatch(comment):
            self.named.update(dict.fromkeys(self.styles, True))
            self.named.update(dict.fromkeys(found[1].split(", "), False))

    def reset(self) -> None:
        """All rules are on again, unless everything is off: what measures the whole file knows no middle."""
        self.named.clear()

    def silent(self, rule: str, match: str | None = None) -> bool:
        """Whether a rule is off here, or this match of it."""
        if self.off:
            return True
        if not self.named:
            return False
        key = rule if match is None else f"{rule}[{match}]"
        return self.named.get(rule.partition(".")[0], False) or self.named.get(key, False)


def _texts(written: str) -> list[str]:
    try:
        found = json.loads(written)
    except ValueError:
        return []
    return [item for item in found if isinstance(item, str)] if isinstance(found, list) else []
