"""A problem found in content: a value, never an exception."""

from typing import Literal

from msgspec import Struct

from smmgit.model.say import Say

Severity = Literal["error", "warning", "suggestion"]


class Pos(Struct, frozen=True, gc=False, array_like=True):
    """A place in a text file: line and column, both from 1, columns in code points."""

    line: int = 1
    column: int = 1


class Edit(Struct, frozen=True, gc=False):
    """Replace the characters `start` to `end` of a file by `text`.

    Offsets are code points of its text read with LF line ends, whatever it has; a byte order mark counts.
    """

    start: int
    end: int
    text: str


class Swap(Struct, frozen=True, gc=False):
    """Write `new` for the word `old`, at its first place on a line from a column on: for rules that know no offsets."""

    line: int
    column: int
    old: str
    new: str


class Fix(Struct, frozen=True):
    """Edits that mend a finding, made together or not at all.

    `safe` fixes never change what readers would understand.
    """

    title: Say
    edits: tuple[Edit, ...] = ()
    safe: bool = True
    swaps: tuple[Swap, ...] = ()


class Finding(Struct, frozen=True, kw_only=True):
    """One remark. `rule` is `group/name`; `path` is relative to the repository, with `/`.

    `post` and `channel` are ids, empty where they do not apply; `end_*` are 0 where unknown.
    """

    rule: str
    severity: Severity
    message: Say
    path: str
    line: int = 1
    column: int = 1
    end_line: int = 0
    end_column: int = 0
    post: str = ""
    channel: str = ""
    fix: Fix | None = None

    @property
    def order(self) -> tuple[str, int, int, str, str]:
        """Sort key: findings are always reported in reading order."""
        return (self.path, self.line, self.column, self.rule, self.channel)
