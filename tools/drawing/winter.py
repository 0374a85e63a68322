"""Pictures of December and January: one function per scene, drawn to the size asked for."""

from __future__ import annotations

from drawing import gifts, places, things
from drawing.backdrop import halo, table
from drawing.canvas import (
    BLUSH,
    BRICK,
    CREAM,
    INK,
    KRAFT,
    NIGHT,
    OCHRE,
    PINE,
    SAGE,
    SAND,
    SKY,
    WHITE,
    WOOD,
    Page,
    Piece,
    mix,
    wave,
)


def advent(w: int, h: int) -> Page:
    page = Page(w, h, mix(NIGHT, SKY, 0.2), mix(NIGHT, BLUSH, 0.55), 171)
    halo(page, w * 0.27, h * 0.42, w * 0.3, mix(NIGHT, BLUSH, 0.2))
    halo(page, w * 0.27, h * 0.42, w * 0.2, mix(NIGHT, BLUSH, 0.36))
    table(page, h * 0.74, mix(WOOD, NIGHT, 0.25))
    for i in range(4):
        page.lay(
            gifts.candle(w * 0.105, h * (0.44 - 0.03 * (i % 2)), CREAM, lit=i == 0),
            w * (0.27 + 0.16 * i),
            h * (0.565 + 0.015 * (i % 2)),
            0,
            8,
        )
    for i, tilt in enumerate((8, -172, 4)):
        page.lay(
            gifts.twig(w * 0.5, mix(PINE, SAGE, 0.15), seed=170 + i, fir=True),
            w * (0.24 + 0.26 * i),
            h * 0.79,
            tilt,
            8,
        )
    for i in range(8):
        halo(page, w * (0.14 + 0.1 * i), h * (0.775 + 0.02 * (i % 3)), 14, BRICK)
    return page


def shipping(w: int, h: int, story: bool = False) -> Page:
    page = Page(w, h, mix(SKY, NIGHT, 0.12), mix(SKY, CREAM, 0.6), 181)
    if story:
        page.lay(places.month(w * 0.74, w * 0.7, 18), w * 0.5, h * 0.36, -2, 16)
        table(page, h * 0.66)
        page.lay(gifts.parcel(w * 0.44, w * 0.3, KRAFT), w * 0.5, h * 0.66, 0, 14)
        page.lay(gifts.twig(w * 0.4, PINE, fir=True), w * 0.58, h * 0.645, 20, 6)
        return page
    table(page, h * 0.78)
    for i, (x, size, day) in enumerate(((0.19, 0.3, "8"), (0.46, 0.4, "14"), (0.78, 0.5, "18"))):
        box = gifts.parcel(h * size, h * size * 0.86, mix(KRAFT, CREAM, 0.14 * (2 - i)), bow=False)
        page.lay(box, w * x, h * (0.79 - size * 0.43), 0, 10)
        page.lay(gifts.tag(h * 0.19, h * 0.095, day, CREAM), w * x + h * size * 0.26, h * (0.79 - size * 0.3), -16, 6)
    return page


def saint_nicholas(w: int, h: int) -> Page:
    page = Page(w, h, mix(BRICK, BLUSH, 0.5), mix(BLUSH, CREAM, 0.4), 191)
    letter = things.sheet(w * 0.72, h * 0.62, WHITE, 0, 192)
    for i in range(6):
        y = h * (0.15 + 0.055 * i)
        letter.line([(w * 0.07, y), (w * 0.65, y)], mix(WHITE, SKY, 0.7), 2)
        things.scribble(
            letter, (w * 0.09, y - 3), w * (0.52 if i % 3 else 0.38), 190 + i, w * 0.034, (NIGHT, BRICK)[i == 0]
        )
    letter.stick(gifts.fir_tree(w * 0.2, h * 0.15, 3), w * 0.55, h * 0.53)
    shoe = Piece(w * 0.2, w * 0.14)
    shoe.shape(
        [
            (w * 0.01, 0),
            (w * 0.09, 0),
            (w * 0.1, w * 0.06),
            (w * 0.19, w * 0.08),
            (w * 0.19, w * 0.13),
            (w * 0.01, w * 0.13),
        ],
        BRICK,
    )
    shoe.box(w * 0.005, 0, w * 0.09, w * 0.025, CREAM, 6)
    shoe.line([(w * 0.01, w * 0.13), (w * 0.19, w * 0.13)], INK, 8)
    letter.stick(shoe, w * 0.2, h * 0.54)
    for i in range(3):
        letter.stick(_star(w * 0.05), w * (0.33 + 0.06 * i), h * (0.51 + 0.02 * (i % 2)))
    page.lay(letter, w * 0.48, h * 0.44, 4, 16)
    for i, colour in enumerate((BRICK, OCHRE, SAGE, NIGHT)):
        page.lay(things.pencil(w * 0.3, colour, 26), w * (0.2 + 0.19 * i), h * 0.875, 64 + 9 * i, 8)
    return page


def _star(size: float) -> Piece:
    star = Piece(size, size)
    star.shape(
        [
            (size * x, size * y)
            for x, y in (
                (0.5, 0),
                (0.62, 0.36),
                (1, 0.38),
                (0.7, 0.6),
                (0.81, 0.97),
                (0.5, 0.75),
                (0.19, 0.97),
                (0.3, 0.6),
                (0, 0.38),
                (0.38, 0.36),
            )
        ],
        OCHRE,
    )
    return star


def open_house(w: int, h: int) -> Page:
    page = Page(w, h, mix(NIGHT, BRICK, 0.25), mix(NIGHT, BLUSH, 0.55), 211)
    for i in range(16):
        halo(page, page.random.uniform(0, w), page.random.uniform(0, h * 0.2), 3 + i % 3, mix(NIGHT, CREAM, 0.7))
    table(page, h * 0.86, mix(SAND, INK, 0.42))
    page.lay(places.shop_front(w * 0.84, h * 0.78), w * 0.5, h * 0.49, 0, 12)
    page.lay(places.slate(w * 0.2, h * 0.17, ("12 dec.", "10 h - 18 h")), w * 0.24, h * 0.88, 2, 9)
    page.lay(_cat(w * 0.14), w * 0.6, h * 0.885, 0, 7)
    return page


def _cat(size: float) -> Piece:
    cat = Piece(size, size)
    u = size / 100
    dark = mix(INK, NIGHT, 0.2)
    cat.line([(78 * u, 88 * u), (96 * u, 70 * u), (90 * u, 44 * u)], dark, 9 * u)
    cat.disc(52 * u, 72 * u, 30 * u, 26 * u, dark)
    cat.disc(36 * u, 40 * u, 20 * u, 18 * u, dark)
    cat.shape([(18 * u, 36 * u), (20 * u, 10 * u), (36 * u, 26 * u)], dark)
    cat.shape([(38 * u, 25 * u), (52 * u, 10 * u), (55 * u, 36 * u)], dark)
    for x in (29, 43):
        cat.disc(x * u, 39 * u, 4 * u, 5 * u, OCHRE)
        cat.disc(x * u, 39 * u, 1.6 * u, 4.4 * u, INK)
    return cat


def last_cart(w: int, h: int) -> Page:
    page = Page(w, h, mix(SKY, WHITE, 0.35), mix(SKY, CREAM, 0.7), 221)
    for i in range(46):
        halo(page, page.random.uniform(0, w), page.random.uniform(0, h), 4 + i % 4 * 1.7, WHITE)
    door = Piece(w * 0.44, h * 0.56)
    door.box(0, 0, w * 0.44, h * 0.56, mix(SAND, BRICK, 0.2), 16)
    door.box(w * 0.05, h * 0.04, w * 0.34, h * 0.52, SAGE, 10)
    door.box(w * 0.1, h * 0.09, w * 0.24, h * 0.18, mix(OCHRE, CREAM, 0.5), 6)
    door.box(w * 0.215, h * 0.09, w * 0.01, h * 0.18, SAGE)
    door.disc(w * 0.35, h * 0.33, 11, 11, OCHRE)
    page.lay(door, w * 0.28, h * 0.5, 0, 8)
    table(page, h * 0.78, mix(CREAM, SKY, 0.3))
    page.lay(places.handcart(w * 0.78, h * 0.56), w * 0.56, h * 0.62, 0, 10)
    return page


def morning(w: int, h: int) -> Page:
    page = Page(w, h, mix(BLUSH, BRICK, 0.12), mix(BLUSH, CREAM, 0.6), 241)
    halo(page, w * 0.76, h * 0.2, w * 0.25, mix(OCHRE, CREAM, 0.6))
    halo(page, w * 0.76, h * 0.2, w * 0.17, mix(OCHRE, CREAM, 0.35))
    page.lay(things.open_notebook(w * 0.86, w * 0.6, lines=9, seed=242, written=3), w * 0.5, h * 0.57, -4, 18)
    page.lay(things.pencil(w * 0.44, OCHRE), w * 0.62, h * 0.83, 14, 9)
    page.lay(things.cup(w * 0.25, SAGE), w * 0.2, h * 0.22, 0, 12)
    return page


def three_lines(w: int, h: int, number: int) -> Page:
    tint = (BRICK, OCHRE, PINE)[number - 1]
    page = Page(w, h, mix(tint, CREAM, 0.62), mix(tint, CREAM, 0.82), 250 + number)
    leaf = Piece(w * 0.76, h * 0.7)
    leaf.box(0, 0, w * 0.76, h * 0.7, WHITE, 14)
    leaf.line([(w * 0.12, 0), (w * 0.12, h * 0.7)], mix(WHITE, BRICK, 0.4), 3)
    for i in range(9):
        leaf.line([(0, h * (0.14 + 0.06 * i)), (w * 0.76, h * (0.14 + 0.06 * i))], mix(WHITE, SKY, 0.7), 2)
    leaf.disc(w * 0.38, h * 0.2, w * 0.13, w * 0.13, tint)
    leaf.text(w * 0.38, h * 0.2, str(number), w * 0.15, WHITE)
    words = ("ce qui va", "ce qui peut attendre", "qui appeler")[number - 1]
    leaf.text(w * 0.38, h * 0.415, words, w * 0.055, NIGHT)
    leaf.line(wave(w * 0.18, w * 0.58, h * 0.46, 5, w * 0.09), tint, 5)
    page.lay(leaf, w * 0.5, h * 0.48, (-2, 1.5, -1)[number - 1], 18)
    page.lay(things.pencil(w * 0.42, tint), w * 0.6, h * 0.9, 8, 9)
    return page


def three_lines_pin(w: int, h: int) -> Page:
    page = Page(w, h, mix(SAGE, CREAM, 0.5), CREAM, 261)
    halo(page, w * 0.5, h * 0.55, w * 0.45, mix(SAGE, WHITE, 0.6))
    book = things.open_notebook(w * 0.88, w * 0.72, lines=9, written=0)
    for i, colour in enumerate((BRICK, OCHRE, PINE)):
        y = w * (0.15 + 0.16 * i)
        book.disc(w * 0.09, y, w * 0.032, w * 0.032, colour)
        book.text(w * 0.09, y, str(i + 1), w * 0.036, WHITE)
        things.scribble(book, (w * 0.14, y + w * 0.012), w * 0.26, 262 + i, w * 0.03)
    for i in range(6):
        y = w * (0.13 + 0.075 * i)
        book.box(w * 0.51, y - w * 0.02, w * 0.022, w * 0.022, mix(WHITE, SAGE, 0.55), 4)
        things.scribble(book, (w * 0.555, y), w * 0.16, 270 + i, w * 0.024, PINE)
    page.lay(book, w * 0.5, h * 0.56, 3, 18)
    page.lay(gifts.twig(w * 0.6, SAGE, seed=7), w * 0.5, h * 0.17, -8, 8)
    page.lay(things.pencil(w * 0.5, OCHRE), w * 0.55, h * 0.88, 10, 9)
    return page


def tidy_desk(w: int, h: int) -> Page:
    page = Page(w, h, mix(WOOD, CREAM, 0.5), mix(WOOD, SAND, 0.5), 281)
    for i in range(7):
        plank = Piece(w, 4)
        plank.box(0, 0, w, 4, mix(WOOD, CREAM, 0.3))
        page.lay(plank, w / 2, h * (i + 0.5) / 7, shadow=0)
    page.lay(things.notebook(w * 0.46, w * 0.64, PINE, band=OCHRE), w * 0.44, h * 0.54, -6, 18)
    page.lay(things.pencil(w * 0.56, BRICK), w * 0.47, h * 0.56, 32, 14)
    page.lay(things.cup(w * 0.26, CREAM), w * 0.81, h * 0.22, 0, 12)
    page.lay(things.sheet(w * 0.26, w * 0.2, OCHRE, 3, 282), w * 0.79, h * 0.82, 8, 7)
    page.lay(gifts.twig(w * 0.4, SAGE, seed=6), w * 0.22, h * 0.12, -10, 7)
    return page
