"""For people: remarks by file, then how many there are."""

from __future__ import annotations

from smmgit.cli.output import Output
from smmgit.cli.told import Told


def write(told: Told, out: Output) -> None:
    """Every finding on its line; only the counts where that is all that was asked for."""
    if told.findings and not told.quiet:
        out.findings(told.findings)
        out.line()
    out.line(told.summary())
