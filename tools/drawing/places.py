"""Larger things that furnish a picture: a press, a bench, a shop front, a window, a handcart."""

from __future__ import annotations

import math

from drawing.canvas import (
    BRASS,
    BRICK,
    CREAM,
    INK,
    KRAFT,
    NIGHT,
    OAK,
    OCHRE,
    PINE,
    RUST,
    SAGE,
    SAND,
    SKY,
    WHITE,
    WOOD,
    Piece,
    curve,
    mix,
)
from drawing.gifts import parcel
from drawing.things import bird, notebook


def book_press(w: float, h: float) -> Piece:
    """A bookbinder's press with notebooks in its jaws."""
    p = Piece(w, h)
    dark = mix(OAK, INK, 0.25)
    p.box(w * 0.08, h * 0.86, w * 0.84, h * 0.13, dark, 14)
    for x in (0.12, 0.78):
        p.box(w * x, h * 0.2, w * 0.1, h * 0.68, WOOD, 10)
        p.box(w * (x + 0.065), h * 0.2, w * 0.035, h * 0.68, OAK, 8)
    p.box(w * 0.06, h * 0.17, w * 0.88, h * 0.1, dark, 14)
    p.box(w * 0.46, h * 0.1, w * 0.08, h * 0.42, mix(SKY, INK, 0.35), 6)
    for i in range(12):
        y = h * (0.285 + i * 0.018)
        p.line([(w * 0.46, y), (w * 0.54, y + h * 0.008)], mix(SKY, INK, 0.55), 3)
    for a in range(6):
        turn = a * math.tau / 6
        p.line(
            [(w * 0.5, h * 0.1), (w * 0.5 + math.cos(turn) * w * 0.2, h * 0.1 + math.sin(turn) * w * 0.085)], BRASS, 9
        )
    p.draw.ellipse([v * 2 for v in (w * 0.28, h * 0.1 - w * 0.1, w * 0.72, h * 0.1 + w * 0.1)], outline=RUST, width=26)
    p.disc(w * 0.5, h * 0.1, w * 0.055, w * 0.035, RUST)
    p.box(w * 0.22, h * 0.5, w * 0.56, h * 0.065, OAK, 8)
    for i, colour in enumerate((BRICK, OCHRE, NIGHT, SAGE, BRICK, CREAM, OCHRE)):
        y = h * (0.565 + i * 0.042)
        p.box(w * 0.27, y, w * 0.46, h * 0.038, colour, 5)
        p.box(w * 0.3, y + h * 0.009, w * 0.43, h * 0.02, mix(WHITE, SAND, 0.5))
    return p


def lamp(size: float, colour: str = SAGE) -> Piece:
    """A desk lamp bending over, lit."""
    p = Piece(size * 1.25, size)
    glow = mix(OCHRE, CREAM, 0.72)
    p.shape(
        [
            (size * 0.62, size * 0.36),
            (size * 1.02, size * 0.36),
            (size * 1.22, size * 0.96),
            (size * 0.42, size * 0.96),
        ],
        glow,
    )
    p.line([(size * 0.2, size * 0.95), (size * 0.3, size * 0.5), (size * 0.8, size * 0.16)], mix(INK, OAK, 0.3), 11)
    p.disc(size * 0.3, size * 0.5, 13, 13, BRASS)
    p.shape(
        [(size * 0.7, size * 0.1), (size * 0.9, size * 0.1), (size * 1.06, size * 0.37), (size * 0.56, size * 0.37)],
        colour,
    )
    p.disc(size * 0.81, size * 0.38, size * 0.09, size * 0.045, OCHRE)
    p.box(size * 0.04, size * 0.93, size * 0.34, size * 0.06, mix(INK, OAK, 0.3), 8)
    return p


def window(w: float, h: float, rain: bool = True, sky: str = SKY) -> Piece:
    """A window with hills behind it, and rain where asked."""
    p = Piece(w, h)
    p.box(0, 0, w, h, OAK, 10)
    p.box(16, 16, w - 32, h - 32, mix(sky, WHITE, 0.25))
    p.shape(
        [
            (16, h * 0.72),
            *curve((16, h * 0.72), (w * 0.3, h * 0.5), (w * 0.62, h * 0.7)),
            (w - 16, h * 0.6),
            (w - 16, h - 16),
            (16, h - 16),
        ],
        mix(SAGE, sky, 0.35),
    )
    p.shape(
        [
            (16, h * 0.84),
            *curve((16, h * 0.84), (w * 0.6, h * 0.66), (w - 16, h * 0.82)),
            (w - 16, h - 16),
            (16, h - 16),
        ],
        mix(PINE, sky, 0.3),
    )
    if rain:
        for i in range(46):
            x, y = 30 + (i * 97) % (w - 70), 30 + (i * 173) % (h - 100)
            p.line([(x, y), (x - 7, y + 30)], mix(sky, WHITE, 0.72), 2.6)
    p.box(w / 2 - 8, 10, 16, h - 20, WOOD)
    p.box(10, h * 0.45, w - 20, 14, WOOD)
    p.box(0, h - 26, w, 26, WOOD, 6)
    return p


def shelf(w: float, h: float) -> Piece:
    """A counter display of three tiers filled with notebooks, a slate in front."""
    p = Piece(w, h)
    colours = (BRICK, OCHRE, NIGHT, SAGE)
    for tier in range(3):
        inset = (2 - tier) * w * 0.07
        base = h * (0.38 + tier * 0.27)
        for i in range(4):
            bw = (w - 2 * inset) / 4
            book = notebook(bw * 0.78, bw * 1.0, colours[(i + tier) % 4])
            p.stick(book, inset + bw * (i + 0.5), base - bw * 0.36)
        p.box(inset, base, w - 2 * inset, h * 0.055, WOOD, 6)
        p.box(inset, base + h * 0.045, w - 2 * inset, h * 0.05, OAK, 6)
    return p


def slate(w: float, h: float, words: tuple[str, ...]) -> Piece:
    """A framed slate with a few words in chalk."""
    p = Piece(w, h)
    p.box(0, 0, w, h, WOOD, 10)
    p.box(14, 14, w - 28, h - 28, mix(INK, PINE, 0.25), 4)
    for i, line in enumerate(words):
        p.text(
            w / 2,
            h * (i + 1) / (len(words) + 1),
            line,
            min(h / (len(words) + 2.4), w / (len(line) * 0.62)),
            mix(CREAM, SKY, 0.15),
        )
    return p


def shop_front(w: float, h: float) -> Piece:
    """The workshop at dusk: a door ajar, a lit window, a string of lights."""
    p = Piece(w, h)
    wall = mix(SAND, BRICK, 0.16)
    p.box(0, h * 0.14, w, h * 0.86, wall)
    for row in range(14):
        for col in range(9):
            if (row * 5 + col * 3) % 4 == 0:
                p.box(
                    col * w / 9 + (row % 2) * w / 18, h * (0.2 + row * 0.056), w / 13, h * 0.03, mix(wall, OAK, 0.16), 3
                )
    p.shape([(-4, h * 0.16), (w * 0.06, 0), (w * 0.94, 0), (w + 4, h * 0.16)], mix(RUST, INK, 0.2))
    p.box(w * 0.1, h * 0.21, w * 0.8, h * 0.1, PINE, 8)
    p.text(w * 0.53, h * 0.26, "VELINOTTE", h * 0.06, CREAM)
    p.stick(bird(h * 0.08, CREAM, OCHRE), w * 0.2, h * 0.26)
    p.box(w * 0.08, h * 0.4, w * 0.46, h * 0.42, OAK, 6)
    p.box(w * 0.1, h * 0.42, w * 0.42, h * 0.38, mix(OCHRE, CREAM, 0.5))
    for i, colour in enumerate((BRICK, NIGHT, SAGE, BRICK, OCHRE)):
        p.stick(notebook(w * 0.066, h * 0.13, colour, emblem=False), w * (0.145 + i * 0.082), h * 0.725)
    p.box(w * 0.1, h * 0.79, w * 0.42, h * 0.02, WOOD)
    p.box(w * 0.305, h * 0.42, w * 0.012, h * 0.38, OAK)
    p.box(w * 0.63, h * 0.4, w * 0.24, h * 0.6, OAK, 4)
    p.box(w * 0.65, h * 0.42, w * 0.2, h * 0.58, mix(OCHRE, CREAM, 0.42))
    p.shape([(w * 0.65, h * 0.42), (w * 0.79, h * 0.44), (w * 0.79, h), (w * 0.65, h)], SAGE)
    p.shape(
        [(w * 0.675, h * 0.48), (w * 0.765, h * 0.49), (w * 0.765, h * 0.68), (w * 0.675, h * 0.68)],
        mix(SAGE, WHITE, 0.3),
    )
    p.disc(w * 0.775, h * 0.74, 7, 7, BRASS)
    lights = curve((w * 0.02, h * 0.34), (w * 0.5, h * 0.43), (w * 0.98, h * 0.34), 14)
    p.line(lights, INK, 3)
    for i, (x, y) in enumerate(lights):
        p.disc(x, y + 10, 17, 17, mix(OCHRE, wall, 0.6))
        p.disc(x, y + 10, 8.5, 8.5, (OCHRE, CREAM)[i % 2])
    return p


def handcart(w: float, h: float) -> Piece:
    """A wooden cart piled with parcels."""
    p = Piece(w, h)
    for x, y, bw, bh, tilt in (
        (0.3, 0.52, 0.28, 0.26, 0),
        (0.6, 0.53, 0.3, 0.24, 0),
        (0.4, 0.28, 0.26, 0.22, -4),
        (0.64, 0.31, 0.2, 0.2, 5),
        (0.5, 0.11, 0.2, 0.16, 3),
    ):
        p.stick(parcel(w * bw, h * bh, mix(KRAFT, CREAM, (x * 7) % 1 * 0.4)), w * x, h * y, tilt)
    p.box(w * 0.1, h * 0.64, w * 0.72, h * 0.07, OAK, 8)
    p.box(w * 0.1, h * 0.71, w * 0.72, h * 0.05, WOOD, 8)
    p.line([(w * 0.8, h * 0.7), (w * 0.95, h * 0.32)], OAK, 14)
    for x in (0.26, 0.66):
        p.disc(w * x, h * 0.85, h * 0.13, h * 0.13, INK)
        p.disc(w * x, h * 0.85, h * 0.105, h * 0.105, mix(OAK, WOOD, 0.5))
        for a in range(4):
            dx, dy = math.cos(a * math.pi / 4) * h * 0.1, math.sin(a * math.pi / 4) * h * 0.1
            p.line([(w * x - dx, h * 0.85 - dy), (w * x + dx, h * 0.85 + dy)], INK, 5)
        p.disc(w * x, h * 0.85, h * 0.03, h * 0.03, BRASS)
    return p


def month(w: float, h: float, marked: int, days: int = 31, first: int = 1) -> Piece:
    """A page of a wall calendar: `first` is the weekday of the 1st (0 Monday), `marked` the day circled."""
    p = Piece(w, h)
    p.box(0, 0, w, h, WHITE, 10)
    p.box(0, 0, w, h * 0.16, BRICK, 10)
    p.text(w / 2, h * 0.08, "12", h * 0.11, CREAM)
    cell, row = w * 0.9 / 7, h * 0.76 / 5
    for day in range(1, days + 1):
        slot = day - 1 + first
        x, y = w * 0.05 + cell * (slot % 7 + 0.5), h * 0.2 + row * (slot // 7 + 0.5)
        p.text(x, y, str(day), row * 0.42, RUST if day == marked else mix(INK, CREAM, 0.35 if slot % 7 > 4 else 0.0))
        if day == marked:
            p.ring(x, y, row * 0.46, BRICK, 6)
        elif day < marked:
            p.line([(x - row * 0.2, y + row * 0.18), (x + row * 0.2, y - row * 0.18)], mix(BRICK, WHITE, 0.45), 3)
    return p
