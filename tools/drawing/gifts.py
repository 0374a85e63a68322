"""What winter adds to the table: branches, candles, tags, parcels, thread, a tree of envelopes."""

from __future__ import annotations

import math
import random

from drawing.canvas import BRICK, CREAM, INK, KRAFT, OAK, OCHRE, PINE, SAGE, WHITE, WOOD, Piece, curve, mix
from drawing.things import envelope


def twig(length: float, leaf: str = SAGE, flower: str = "", seed: int = 2, fir: bool = False) -> Piece:
    """A branch lying level: eucalyptus leaves, fir needles, or flax with its blue flowers."""
    h = length * 0.42
    p = Piece(length, h)
    dice = random.Random(seed)
    stem = curve((4, h * 0.62), (length * 0.5, h * 0.38), (length - h * 0.2, h * 0.5))
    p.line(stem, mix(leaf, INK, 0.3), 4)
    for i, (x, y) in enumerate(stem[2:-1]):
        grow = 1 - 0.45 * i / len(stem)
        for side in (-1, 1):
            if fir:
                for k in range(3):
                    reach = h * 0.34 * grow * dice.uniform(0.8, 1.1)
                    base = x + k * length / len(stem) / 3
                    p.line([(base, y), (base + reach * 0.55, y + side * reach)], mix(leaf, INK, 0.12 * k), 3.4)
            elif (i + (side > 0)) % 2 == 0:
                reach = h * 0.3 * grow
                tip = (x + reach * 0.75, y + side * reach)
                mid = (x + reach * 0.05, y + side * reach * 0.72)
                away = (x + reach * 0.75, y + side * reach * 0.25)
                p.shape(
                    [*curve((x, y), mid, tip), *curve(tip, away, (x, y))], mix(leaf, WHITE, 0.12 if side < 0 else 0.0)
                )
    if flower:
        for x, y in (stem[-1], (stem[-5][0], stem[-5][1] - h * 0.3), (stem[-8][0], stem[-8][1] + h * 0.3)):
            p.line([(stem[-9][0], stem[-9][1]), (x, y)], mix(leaf, INK, 0.3), 3)
            for k in range(5):
                a = k * math.tau / 5
                p.disc(x + math.cos(a) * h * 0.075, y + math.sin(a) * h * 0.075, h * 0.07, h * 0.07, flower)
            p.disc(x, y, h * 0.04, h * 0.04, OCHRE)
    return p


def candle(w: float, h: float, colour: str = CREAM, lit: bool = True) -> Piece:
    """A candle; its flame, when lit, stands in the upper quarter."""
    p = Piece(w * 2, h)
    mid, top = w, h * 0.27
    if lit:
        p.disc(mid, top * 0.52, w * 0.9, top * 0.52, mix(OCHRE, CREAM, 0.62))
        p.shape(
            [
                *curve((mid, top * 0.08), (mid - w * 0.42, top * 0.62), (mid, top * 0.86)),
                *curve((mid, top * 0.86), (mid + w * 0.42, top * 0.62), (mid, top * 0.08)),
            ],
            OCHRE,
        )
        p.disc(mid, top * 0.66, w * 0.11, top * 0.14, WHITE)
    p.line([(mid, top * 0.8), (mid, top + 4)], INK, 3)
    p.box(w * 0.5, top, w, h - top, colour, 5)
    p.disc(mid, top + 3, w * 0.5, w * 0.12, mix(colour, WHITE, 0.4))
    p.box(w * 1.2, top + 6, w * 0.3, h - top - 6, mix(colour, INK, 0.1))
    return p


def tag(w: float, h: float, words: str, colour: str = KRAFT) -> Piece:
    """A paper tag with a hole and a few words."""
    p = Piece(w, h)
    p.shape([(h * 0.35, 0), (w, 0), (w, h), (h * 0.35, h), (0, h * 0.7), (0, h * 0.3)], colour)
    p.ring(h * 0.3, h * 0.5, h * 0.1, mix(colour, WHITE, 0.6), 5)
    p.disc(h * 0.3, h * 0.5, h * 0.06, h * 0.06, mix(colour, INK, 0.6))
    p.text(w * 0.58, h * 0.5, words, h * 0.38, INK)
    return p


def parcel(w: float, h: float, paper: str = KRAFT, ribbon: str = BRICK, bow: bool = True) -> Piece:
    """A wrapped parcel from above, tied with string."""
    p = Piece(w, h)
    p.box(0, 0, w, h, paper, 6)
    p.shape([(0, h), (w * 0.06, h * 0.94), (w * 0.94, h * 0.94), (w, h)], mix(paper, INK, 0.1))
    p.box(w * 0.46, 0, w * 0.055, h, ribbon)
    p.box(0, h * 0.5, w, w * 0.055, ribbon)
    if bow:
        x, y, r = w * 0.487, h * 0.5 + w * 0.027, w * 0.15
        for side in (-1, 1):
            p.shape(
                [
                    *curve((x, y), (x + side * r * 0.7, y - r * 1.5), (x + side * r * 1.5, y - r * 0.3)),
                    *curve((x + side * r * 1.5, y - r * 0.3), (x + side * r * 1.0, y + r * 0.4), (x, y)),
                ],
                mix(ribbon, WHITE, 0.12),
            )
            p.line(
                curve((x, y), (x + side * r * 0.4, y + r * 0.7), (x + side * r * 0.9, y + r * 1.1)), ribbon, w * 0.04
            )
        p.disc(x, y, w * 0.045, w * 0.045, mix(ribbon, INK, 0.2))
    return p


def spool(size: float, thread: str = BRICK) -> Piece:
    """A wooden spool of thread standing up."""
    p = Piece(size * 0.8, size)
    w = size * 0.8
    p.box(w * 0.12, size * 0.12, w * 0.76, size * 0.76, thread, 6)
    for i in range(9):
        y = size * (0.17 + 0.078 * i)
        p.line([(w * 0.13, y), (w * 0.87, y + 5)], mix(thread, INK, 0.18), 2.4)
    p.box(0, 0, w, size * 0.14, WOOD, 8)
    p.box(0, size * 0.86, w, size * 0.14, OAK, 8)
    return p


def fir_tree(w: float, h: float, rows: int = 5, colours: tuple[str, ...] = (PINE, SAGE)) -> Piece:
    """A Christmas tree made of envelopes."""
    p = Piece(w, h)
    top, step = h * 0.1, h * 0.78 / rows
    p.box(w * 0.47, h * 0.86, w * 0.06, h * 0.12, OAK)
    number = 0
    for row in range(rows):
        count = row + 1
        ew = w / rows * 0.98
        for i in range(count):
            number += 1
            x = w / 2 + (i - (count - 1) / 2) * ew
            p.stick(
                envelope(
                    ew * 0.93,
                    step * 0.84,
                    mix(colours[number % len(colours)], WHITE, 0.06 * (number % 3)),
                    seal=BRICK if number % 4 == 0 else "",
                ),
                x,
                top + step * (row + 0.5),
            )
    star = [
        (
            w / 2 + math.cos(a * math.pi / 5 - math.pi / 2) * (h * 0.062 if a % 2 == 0 else h * 0.027),
            h * 0.06 + math.sin(a * math.pi / 5 - math.pi / 2) * (h * 0.062 if a % 2 == 0 else h * 0.027),
        )
        for a in range(10)
    ]
    p.shape(star, OCHRE)
    return p
