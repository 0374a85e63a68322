"""What stands behind a subject: a flat disc, a table."""

from __future__ import annotations

from drawing.canvas import INK, WHITE, WOOD, Page, Piece, mix, wave

FLAX = "#6f8fc9"


def halo(page: Page, x: float, y: float, r: float, colour: str) -> None:
    """A flat disc behind the subject."""
    disc = Piece(2 * r, 2 * r)
    disc.disc(r, r, r, r, colour)
    page.lay(disc, x, y, shadow=0)


def table(page: Page, top: float, colour: str = WOOD) -> None:
    """A table edge seen from the front, from `top` downwards."""
    plank = Piece(page.width, page.height - top)
    plank.box(0, 0, page.width, page.height - top, colour)
    plank.box(0, 0, page.width, 16, mix(colour, WHITE, 0.2))
    for i in range(5):
        y = 60 + i * (page.height - top) / 5
        plank.line(wave(0, page.width, y, 5, page.width / 2.3), mix(colour, INK, 0.08), 3)
    page.lay(plank, page.width / 2, top + (page.height - top) / 2, shadow=0)
