"""Whether anything was lost: every field that was read must be placed somewhere, and is counted both times."""

from __future__ import annotations

from msgspec import Struct


class FieldCount(Struct, frozen=True, kw_only=True):
    """One kind of field: values read, values given a place of ours, values kept under `imported`."""

    field: str
    total: int
    mapped: int
    kept: int

    @property
    def lost(self) -> int:
        """Values that were read and are nowhere in the result."""
        return self.total - self.mapped - self.kept


class Tally:
    """Counts values by field. Reading and placing are counted by different code, so a gap shows."""

    def __init__(self) -> None:
        self._total: dict[str, int] = {}
        self._mapped: dict[str, int] = {}
        self._kept: dict[str, int] = {}

    def read(self, field: str, values: int = 1) -> None:
        """`values` of this field were met in the source."""
        self._total[field] = self._total.get(field, 0) + values

    def mapped(self, field: str, values: int = 1) -> None:
        """`values` of this field found a field of ours."""
        self._mapped[field] = self._mapped.get(field, 0) + values

    def kept(self, field: str, values: int = 1) -> None:
        """`values` of this field have no counterpart and are kept under `imported`."""
        self._kept[field] = self._kept.get(field, 0) + values

    def add(self, other: Tally) -> None:
        """Take over another count."""
        for mine, theirs in (
            (self._total, other._total),
            (self._mapped, other._mapped),
            (self._kept, other._kept),
        ):
            for field, values in theirs.items():
                mine[field] = mine.get(field, 0) + values

    def keep_instead(self, prefix: str) -> None:
        """Fields whose name begins so had a place that is not there after all: they are kept, not mapped."""
        for field in [name for name in self._mapped if name.startswith(prefix)]:
            self.kept(field, self._mapped.pop(field))

    def counts(self) -> tuple[FieldCount, ...]:
        """Every field met, by name."""
        names = sorted({*self._total, *self._mapped, *self._kept})
        return tuple(
            FieldCount(
                field=name,
                total=self._total.get(name, 0),
                mapped=self._mapped.get(name, 0),
                kept=self._kept.get(name, 0),
            )
            for name in names
        )


def leaves(value: object, path: str = "") -> dict[str, int]:
    """The scalar values below `value` by field path: `a.b` for maps, `a[]` for lists.

    This is the independent count that `Tally.read` starts from; empty lists and nulls hold nothing.
    """
    found: dict[str, int] = {}
    stack: list[tuple[object, str]] = [(value, path)]
    while stack:
        node, name = stack.pop()
        if isinstance(node, dict):
            stack.extend((below, f"{name}.{key}" if name else str(key)) for key, below in node.items())
        elif isinstance(node, list):
            stack.extend((below, f"{name}[]") for below in node)
        elif node is not None:
            found[name] = found.get(name, 0) + 1
    return found
