"""The findings of one file while it is being read."""

from __future__ import annotations

from typing import Any

from smmgit.model.finding import Edit, Finding, Fix, Severity
from smmgit.model.say import Say

MOST = 100
LONGEST = 400


class Report:
    """Collects findings about `path`; keeps the first `MOST`, for a hostile file may earn millions.

    `text` is the decoded file with LF line ends and no byte order mark, `shift` how many code
    points the mark took; they turn a line and column into an `Edit`'s offset.
    """

    __slots__ = ("findings", "path", "shift", "text")

    def __init__(self, path: str) -> None:
        self.path = path
        self.text = ""
        self.shift = 0
        self.findings: list[Finding] = []

    def add(
        self, rule: str, message: Say, line: int = 1, column: int = 1, /, *,
        severity: Severity = "error", fix: Fix | None = None, **values: Any,
    ) -> None:  # fmt: skip
        """One more finding; `values` fill the message's fields, shortened where they run long.

        A message given without values is already filled: nothing in it is interpreted again.
        """
        if len(self.findings) >= MOST:
            return
        if values:
            message = message.with_(**{name: _short(str(value)) for name, value in values.items()})
        elif len(message.en) > LONGEST or len(message.fr) > LONGEST:
            message = Say(_short(message.en, LONGEST), _short(message.fr, LONGEST))
        self.findings.append(
            Finding(rule=rule, severity=severity, message=message, path=self.path, line=line, column=column, fix=fix)
        )

    def replace(self, title: Say, line: int, column: int, old: str, new: str, *, safe: bool = True) -> Fix | None:
        """A fix that replaces `old` at a place by `new`; None where the text there is not plainly `old`."""
        start = self._start_of(line) + column - 1
        if not self.text.startswith(old, start):
            return None
        at = self.offset(start)
        return Fix(title, (Edit(at, at + len(old), new),), safe=safe)

    def offset(self, index: int) -> int:
        """The offset in the file, as an `Edit` counts, of an index into `text`."""
        return index + self.shift

    def _start_of(self, line: int) -> int:
        start = 0
        for _ in range(line - 1):
            start = self.text.find("\n", start) + 1
        return start


def _short(value: str, most: int = 80) -> str:
    return value if len(value) <= most else value[: most - 1] + "…"
