"""What lies on the tables of a stationer: notebooks, letters, pens, ink, a cup, and the bird of the house."""

from __future__ import annotations

import math
import random

from drawing.canvas import (
    BRASS,
    BRICK,
    CREAM,
    INK,
    KRAFT,
    NIGHT,
    OAK,
    OCHRE,
    RUST,
    SAND,
    SKY,
    WHITE,
    WOOD,
    Piece,
    Point,
    curve,
    mix,
)


def scribble(piece: Piece, at: Point, width: float, seed: int, size: float = 13.0, colour: str = NIGHT) -> None:
    """One line of handwriting nobody can read, from `at` to the right."""
    dice = random.Random(seed)
    x, (_, y) = at[0], at
    while x < at[0] + width:
        letters = dice.randint(2, 7)
        points = []
        tall = dice.randrange(letters) if dice.random() < 0.7 else -1
        for i in range(letters * 12):
            lift = 2.1 if i // 12 == tall and i % 12 < 6 else 1.0
            rise = math.sin(i * math.tau / 12) * size * 0.26 * lift
            points.append((x + i * size * 0.055 + math.cos(i * math.tau / 12) * size * 0.1, y - size * 0.26 - rise))
        if points[-1][0] > at[0] + width:
            break
        piece.line(points, colour, max(1.5, size * 0.11))
        x = points[-1][0] + size * 0.75


def bird(size: float, colour: str = CREAM, wing: str = BRICK) -> Piece:
    """The linnet of the house, looking right."""
    p = Piece(size, size)
    u = size / 100
    p.shape([(8 * u, 66 * u), (34 * u, 50 * u), (40 * u, 66 * u), (4 * u, 80 * u)], colour)
    p.disc(50 * u, 56 * u, 30 * u, 22 * u, colour)
    p.disc(73 * u, 38 * u, 15 * u, 14 * u, colour)
    p.shape([(85 * u, 33 * u), (98 * u, 39 * u), (85 * u, 44 * u)], OCHRE)
    p.disc(77 * u, 35 * u, 2.6 * u, 2.6 * u, INK)
    p.shape(
        [
            *curve((28 * u, 47 * u), (56 * u, 40 * u), (62 * u, 58 * u)),
            *curve((62 * u, 58 * u), (44 * u, 74 * u), (18 * u, 68 * u)),
        ],
        wing,
    )
    for foot in (46, 56):
        p.line([(foot * u, 76 * u), (foot * u, 89 * u)], OCHRE, 2.4 * u)
        p.line([(foot * u, 89 * u), ((foot + 6) * u, 89 * u)], OCHRE, 2.4 * u)
    return p


def notebook(w: float, h: float, colour: str, emblem: bool = True, band: str = "") -> Piece:
    """A closed notebook with a cloth spine, a label or the bird, and an elastic band if asked."""
    p = Piece(w, h)
    p.box(3, 5, w - 3, h - 5, mix(WHITE, SAND, 0.6), 9)
    p.box(0, 0, w - 5, h - 7, colour, 9)
    p.box(0, 0, w * 0.13, h - 7, mix(colour, INK, 0.28), 9)
    p.box(w * 0.09, 0, w * 0.045, h - 7, mix(colour, INK, 0.28))
    for y in range(14, round(h) - 20, 22):
        p.line([(w * 0.045, y), (w * 0.045, y + 10)], mix(colour, CREAM, 0.45), 2.4)
    if emblem:
        p.disc(w * 0.55, h * 0.42, w * 0.27, w * 0.27, mix(colour, CREAM, 0.16))
        p.stick(bird(w * 0.4, CREAM, mix(colour, OCHRE, 0.55)), w * 0.55, h * 0.42)
        p.line([(w * 0.36, h * 0.72), (w * 0.74, h * 0.72)], mix(colour, CREAM, 0.7), 3)
        p.line([(w * 0.44, h * 0.76), (w * 0.66, h * 0.76)], mix(colour, CREAM, 0.5), 3)
    if band:
        p.box(w * 0.84, 0, w * 0.035, h - 7, band)
    return p


def open_notebook(w: float, h: float, lines: int = 9, seed: int = 1, ruled: str = "lines", written: int = 6) -> Piece:
    """An open notebook lying flat; the left page is written on, the right one waits."""
    p = Piece(w, h)
    p.box(0, 6, w, h - 6, RUST, 12)
    for side in (0, 1):
        x0 = 10 + side * (w / 2 - 10)
        for depth in (2, 1, 0):
            page = mix(WHITE, SAND, 0.22 + depth * 0.22)
            p.box(x0 - depth * 3 * (1 - side) + depth * 3 * side, depth * 3, w / 2 - 10, h - 14, page, 7)
        _ruling(p, x0 + w * 0.035, h * 0.12, w / 2 - 10 - w * 0.07, h * 0.76, lines, ruled)
    step = h * 0.76 / lines
    for i in range(written):
        scribble(
            p, (w * 0.06, h * 0.12 + step * (i + 1) - 4), w * 0.36 * (0.6 if i % 4 == 3 else 1), seed + i, step * 0.42
        )
    for i in range(14):
        p.box(w / 2 - 14 + i, 2, 1, h - 16, mix(WHITE, OAK, 0.10 + 0.24 * (1 - abs(i - 7) / 7)))
    return p


def _ruling(p: Piece, x: float, y: float, w: float, h: float, lines: int, kind: str) -> None:
    faint = mix(WHITE, SKY, 0.75)
    for i in range(1, lines + 1):
        level = y + h * i / lines
        if kind == "dots":
            for j in range(round(w / (h / lines)) + 1):
                p.disc(x + j * h / lines, level, 1.9, 1.9, mix(WHITE, OAK, 0.45))
        else:
            p.line([(x, level), (x + w, level)], faint, 1.6)
    if kind == "squares":
        for j in range(round(w / (h / lines)) + 1):
            p.line([(x + j * h / lines, y + h / lines), (x + j * h / lines, y + h)], faint, 1.6)


def sheet(w: float, h: float, colour: str = WHITE, lines: int = 0, seed: int = 3, ink: str = NIGHT) -> Piece:
    """A sheet of handmade paper with a slightly uneven edge; `lines` of handwriting on it."""
    p = Piece(w, h)
    dice = random.Random(seed * 7)
    edge: list[Point] = []
    for (ax, ay), (bx, by) in (
        ((4, 4), (w - 4, 4)),
        ((w - 4, 4), (w - 4, h - 4)),
        ((w - 4, h - 4), (4, h - 4)),
        ((4, h - 4), (4, 4)),
    ):
        for i in range(40):
            edge.append(
                (ax + (bx - ax) * i / 40 + dice.uniform(-1.6, 1.6), ay + (by - ay) * i / 40 + dice.uniform(-1.6, 1.6))
            )
    p.shape(edge, colour)
    step = (h - h * 0.2) / max(lines, 1)
    for i in range(lines):
        x = w * 0.1
        width = w * (0.4 if i == 0 else 0.36 if i == lines - 1 else 0.78)
        scribble(
            p,
            (x if i < lines - 1 else w * 0.55, h * 0.12 + step * (i + 0.6)),
            width,
            seed * 100 + i,
            min(step * 0.5, 20),
            ink,
        )
    return p


def envelope(
    w: float, h: float, colour: str = KRAFT, seal: str = "", stamp: str = "", back: bool = True, seed: int = 5
) -> Piece:
    """An envelope: its back with flap and seal, or its front with stamp and address."""
    p = Piece(w, h)
    p.box(0, 0, w, h, colour, 7)
    if back:
        dark, light = mix(colour, INK, 0.12), mix(colour, WHITE, 0.18)
        p.shape([(3, 6), (w * 0.5, h * 0.58), (3, h - 6)], mix(colour, INK, 0.05))
        p.shape([(w - 3, 6), (w * 0.5, h * 0.58), (w - 3, h - 6)], mix(colour, INK, 0.05))
        p.shape([(5, h - 3), (w * 0.5, h * 0.44), (w - 5, h - 3)], light)
        p.shape([(5, 3), (w * 0.5, h * 0.6), (w - 5, 3)], dark)
        p.shape([(8, 2), (w * 0.5, h * 0.575), (w - 8, 2)], mix(colour, WHITE, 0.08))
        if seal:
            p.disc(w * 0.5, h * 0.55, h * 0.12, h * 0.12, mix(seal, INK, 0.15))
            p.disc(w * 0.5, h * 0.545, h * 0.1, h * 0.1, seal)
            p.stick(bird(h * 0.14, mix(seal, WHITE, 0.45), mix(seal, INK, 0.2)), w * 0.5, h * 0.545)
    else:
        if stamp:
            p.box(w * 0.78, h * 0.09, w * 0.16, h * 0.3, WHITE, 2)
            p.box(w * 0.79, h * 0.105, w * 0.14, h * 0.27, stamp)
            p.stick(bird(h * 0.22, CREAM, mix(stamp, OCHRE, 0.5)), w * 0.86, h * 0.24)
            for i in range(3):
                p.line(
                    [
                        (w * (0.52 + 0.006 * i) + k * w * 0.03, h * (0.16 + 0.07 * i) + (k % 2) * h * 0.025)
                        for k in range(8)
                    ],
                    mix(colour, INK, 0.45),
                    2,
                )
        for i, share in enumerate((0.34, 0.44, 0.28)):
            scribble(p, (w * 0.34, h * (0.58 + 0.13 * i)), w * share, seed + i, h * 0.075)
    return p


def pencil(length: float, colour: str = OCHRE, width: float = 22.0) -> Piece:
    """A pencil lying level, its point to the right."""
    p = Piece(length, width)
    tip = width * 1.7
    p.box(0, 0, width * 1.1, width, mix(BRICK, WHITE, 0.35), width * 0.35)
    p.box(width * 0.8, 0, width * 0.7, width, mix(BRASS, WHITE, 0.35))
    p.box(width * 1.5, 0, length - tip - width * 1.5, width, colour)
    p.box(width * 1.5, 0, length - tip - width * 1.5, width * 0.32, mix(colour, WHITE, 0.28))
    p.box(width * 1.5, width * 0.7, length - tip - width * 1.5, width * 0.3, mix(colour, INK, 0.16))
    p.shape([(length - tip, 0), (length, width / 2), (length - tip, width)], mix(SAND, WOOD, 0.3))
    p.shape([(length - tip * 0.36, width * 0.32), (length, width / 2), (length - tip * 0.36, width * 0.68)], INK)
    return p


def fountain_pen(length: float, colour: str = NIGHT, width: float = 30.0) -> Piece:
    """A fountain pen without its cap, nib to the right."""
    p = Piece(length, width)
    nib = length * 0.17
    p.box(0, 0, length - nib - 30, width, colour, width * 0.45)
    p.box(20, width * 0.16, length - nib - 70, width * 0.16, mix(colour, WHITE, 0.35), 3)
    p.box(length * 0.52, 0, 12, width, BRASS)
    p.box(length - nib - 46, width * 0.14, 46, width * 0.72, mix(colour, INK, 0.5), 5)
    p.shape(
        [
            (length - nib, width * 0.12),
            (length - nib * 0.5, width * 0.18),
            (length, width * 0.5),
            (length - nib * 0.5, width * 0.82),
            (length - nib, width * 0.88),
        ],
        BRASS,
    )
    p.line([(length - nib * 0.7, width / 2), (length - 3, width / 2)], mix(BRASS, INK, 0.6), 2)
    p.disc(length - nib * 0.7, width / 2, 3.4, 3.4, mix(BRASS, INK, 0.6))
    return p


def ink_bottle(size: float, ink: str = NIGHT, label: str = "") -> Piece:
    """A squat bottle of ink seen from the side."""
    p = Piece(size, size * 1.1)
    u = size / 100
    p.box(32 * u, 2 * u, 36 * u, 20 * u, mix(INK, WOOD, 0.25), 4 * u)
    for i in range(5):
        p.line([((36 + i * 7) * u, 4 * u), ((36 + i * 7) * u, 20 * u)], mix(INK, WOOD, 0.5), 1.4 * u)
    p.box(38 * u, 20 * u, 24 * u, 12 * u, mix(ink, SKY, 0.55))
    p.box(6 * u, 30 * u, 88 * u, 78 * u, mix(ink, SKY, 0.45), 14 * u)
    p.box(11 * u, 46 * u, 78 * u, 58 * u, ink, 10 * u)
    p.box(15 * u, 36 * u, 7 * u, 62 * u, mix(ink, WHITE, 0.6), 4 * u)
    p.box(28 * u, 56 * u, 50 * u, 34 * u, CREAM, 3 * u)
    p.stick(bird(20 * u, ink, mix(ink, OCHRE, 0.6)), 53 * u, 68 * u)
    if label:
        p.text(53 * u, 83 * u, label, 8 * u, INK)
    return p


def cup(size: float, colour: str = BRICK) -> Piece:
    """A cup of coffee seen from above, with its saucer and its spoon."""
    p = Piece(size * 1.1, size)
    u = size / 100
    p.disc(50 * u, 50 * u, 49 * u, 49 * u, mix(colour, WHITE, 0.72))
    p.disc(50 * u, 50 * u, 41 * u, 41 * u, mix(colour, WHITE, 0.62))
    p.box(78 * u, 44 * u, 22 * u, 12 * u, colour, 6 * u)
    p.disc(50 * u, 50 * u, 32 * u, 32 * u, colour)
    p.disc(50 * u, 50 * u, 27 * u, 27 * u, "#5b3a28")
    p.disc(45 * u, 45 * u, 17 * u, 14 * u, "#74503a")
    p.line([(16 * u, 84 * u), (82 * u, 92 * u)], mix(BRASS, WHITE, 0.35), 4 * u)
    p.disc(84 * u, 92 * u, 7 * u, 4.4 * u, mix(BRASS, WHITE, 0.35))
    return p
