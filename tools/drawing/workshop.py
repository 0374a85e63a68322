"""Pictures of the workshop and of what it makes: one function per scene, drawn to the size asked for."""

from __future__ import annotations

from drawing import gifts, places, things
from drawing.backdrop import FLAX, halo, table
from drawing.canvas import (
    BLUSH,
    BRICK,
    CREAM,
    INK,
    KRAFT,
    NIGHT,
    OCHRE,
    SAGE,
    SAND,
    SKY,
    WHITE,
    WOOD,
    Page,
    Piece,
    curve,
    mix,
    wave,
)


def linotte(w: int, h: int) -> Page:
    page = Page(w, h, BLUSH, SAND, 11)
    halo(page, w * 0.5, h * 0.5, w * 0.4, mix(BLUSH, CREAM, 0.55))
    page.lay(gifts.twig(w * 0.5, SAGE, FLAX), w * 0.27, h * 0.15, -18, 7)
    page.lay(things.notebook(w * 0.46, w * 0.64, BRICK, band=OCHRE), w * 0.49, h * 0.52, 7, 20)
    page.lay(things.pencil(w * 0.42, OCHRE), w * 0.83, h * 0.6, 74, 9)
    page.lay(things.cup(w * 0.22, NIGHT), w * 0.83, h * 0.17)
    page.lay(things.sheet(w * 0.24, w * 0.16, CREAM, 2, 4), w * 0.2, h * 0.88, 9, 7)
    return page


def linotte_pin(w: int, h: int) -> Page:
    page = Page(w, h, mix(SKY, CREAM, 0.4), SAND, 12)
    halo(page, w * 0.5, h * 0.56, w * 0.42, mix(SKY, WHITE, 0.5))
    page.lay(things.notebook(w * 0.5, w * 0.7, SAGE), w * 0.53, h * 0.64, -13, 16)
    page.lay(things.notebook(w * 0.5, w * 0.7, OCHRE), w * 0.5, h * 0.6, -3, 16)
    page.lay(things.notebook(w * 0.5, w * 0.7, BRICK, band=CREAM), w * 0.47, h * 0.56, 8, 18)
    page.lay(gifts.twig(w * 0.74, SAGE, FLAX, seed=5), w * 0.5, h * 0.16, 9, 8)
    return page


def paper(w: int, h: int) -> Page:
    page = Page(w, h, mix(SAGE, CREAM, 0.55), mix(SAGE, SAND, 0.7), 13)
    for i in range(6):
        page.lay(
            things.sheet(h * 0.78, h * 0.58, mix(WHITE, SAND, 0.12 * i), 0, 20 + i),
            w * 0.5 + (i - 3) * 7,
            h * 0.62 - i * 11,
            i * 2.6 - 7,
            6,
        )
    for i in range(3):
        page.lay(
            gifts.twig(h * 0.8, SAGE, FLAX, seed=8 + i), w * (0.47 + 0.05 * i), h * (0.36 + 0.1 * i), 14 - 12 * i, 6
        )
    return page


def binding(w: int, h: int, step: int) -> Page:
    page = Page(w, h, (BLUSH, SKY, SAND, mix(SAGE, CREAM, 0.4), BLUSH)[step - 1], CREAM, 30 + step)
    halo(page, w / 2, h * 0.52, w * 0.38, mix(CREAM, WHITE, 0.5))
    if step == 1:
        page.lay(things.sheet(w * 0.6, w * 0.48, mix(WHITE, SAND, 0.2), 0, 31), w * 0.48, h * 0.55, -5, 14)
        fold = Piece(w * 0.34, w * 0.5)
        fold.shape([(0, w * 0.02), (w * 0.29, 0), (w * 0.33, w * 0.47), (w * 0.03, w * 0.5)], WHITE)
        page.lay(fold, w * 0.62, h * 0.53, -7, 18)
        bone = Piece(w * 0.36, w * 0.05)
        bone.box(0, 0, w * 0.36, w * 0.05, mix(CREAM, OCHRE, 0.25), w * 0.025)
        page.lay(bone, w * 0.4, h * 0.72, 58, 9)
    elif step == 2:
        for i in range(6):
            quire = Piece(w * 0.62, w * 0.075)
            quire.box(0, 0, w * 0.62, w * 0.068, mix(WHITE, SAND, 0.1 + 0.3 * (i % 2)), 12)
            for hole in (0.12, 0.38, 0.62, 0.88):
                quire.disc(w * 0.62 * hole, w * 0.034, 7, 7, INK)
            page.lay(quire, w / 2, h * 0.37 + i * w * 0.078, shadow=6)
        page.lay(things.pencil(w * 0.3, BRICK), w * 0.76, h * 0.8, 30, 8)
    elif step == 3:
        block = Piece(w * 0.56, w * 0.62)
        for i in range(7):
            block.box(0, i * w * 0.088, w * 0.56, w * 0.08, mix(WHITE, SAND, 0.12 + 0.3 * (i % 2)), 12)
        for hole in (0.12, 0.38, 0.62, 0.88):
            x = w * 0.56 * hole
            block.line([(x + (7 if i % 2 else -7), w * (0.04 + 0.088 * i)) for i in range(7)], BRICK, 8)
        page.lay(block, w * 0.47, h * 0.52, 4, 16)
        page.lay(gifts.spool(w * 0.2, BRICK), w * 0.82, h * 0.74, -8, 12)
    elif step == 4:
        page.lay(places.book_press(w * 0.66, h * 0.66), w / 2, h * 0.54, 0, 14)
    else:
        page.lay(things.open_notebook(w * 0.74, w * 0.5, written=0, ruled="dots", lines=11), w / 2, h * 0.54, 3, 18)
        page.lay(gifts.twig(w * 0.42, SAGE, seed=9), w * 0.72, h * 0.2, 160, 7)
    for i in range(5):
        halo(page, w / 2 + (i - 2) * 44, h * 0.93, 11, BRICK if i == step - 1 else mix(SAND, WOOD, 0.4))
    return page


def bench(w: int, h: int) -> Page:
    page = Page(w, h, mix(SAGE, CREAM, 0.45), mix(SAGE, CREAM, 0.7), 41)
    page.lay(places.window(h * 0.44, h * 0.44, rain=False), w * 0.2, h * 0.34)
    table(page, h * 0.74)
    page.lay(places.lamp(h * 0.5), w * 0.81, h * 0.52, 0, 8)
    for i, colour in enumerate((NIGHT, BRICK, SAGE, OCHRE, BRICK, CREAM, NIGHT)):
        book = Piece(h * 0.42, h * 0.052)
        book.box(0, 0, h * 0.42, h * 0.052, colour, 6)
        book.box(h * 0.03, h * 0.012, h * 0.39, h * 0.028, mix(WHITE, SAND, 0.4))
        page.lay(book, w * 0.48 + (i * 5) % 9 - 4, h * 0.74 - h * 0.054 * (i + 0.5), shadow=4)
    page.lay(things.open_notebook(h * 0.44, h * 0.19, written=3, lines=4, seed=6), w * 0.47, h * 0.88, 0, 9)
    page.lay(things.fountain_pen(h * 0.3, NIGHT, 20), w * 0.74, h * 0.87, 12, 6)
    return page


def spools(w: int, h: int) -> Page:
    page = Page(w, h, SAND, CREAM, 71)
    halo(page, w * 0.5, h * 0.4, w * 0.41, mix(BLUSH, CREAM, 0.3))
    table(page, h * 0.62)
    page.lay(things.notebook(w * 0.4, w * 0.3, CREAM, emblem=False), w * 0.5, h * 0.84, 4, 12)
    for i, colour in enumerate((BRICK, OCHRE, SAGE, NIGHT)):
        page.lay(gifts.spool(w * 0.25, colour), w * (0.17 + 0.22 * i), h * 0.57, 0, 10)
    thread = Piece(w * 0.7, h * 0.3)
    thread.line(curve((6, 10), (w * 0.3, h * 0.28), (w * 0.62, h * 0.16)), BRICK, 5)
    page.lay(thread, w * 0.5, h * 0.79, 0, 3)
    return page


def press(w: int, h: int) -> Page:
    page = Page(w, h, mix(BRICK, BLUSH, 0.55), SAND, 101)
    halo(page, w * 0.5, h * 0.42, w * 0.44, mix(BLUSH, CREAM, 0.4))
    table(page, h * 0.72)
    page.lay(places.book_press(w * 0.72, h * 0.5), w * 0.5, h * 0.5, 0, 16)
    page.lay(gifts.spool(w * 0.15, OCHRE), w * 0.16, h * 0.77, 0, 9)
    page.lay(things.notebook(w * 0.26, w * 0.2, NIGHT, emblem=False), w * 0.77, h * 0.84, 10, 12)
    return page


def spiral(w: int, h: int) -> Page:
    page = Page(w, h, mix(OCHRE, CREAM, 0.55), SAND, 111)
    halo(page, w * 0.5, h * 0.5, w * 0.42, mix(OCHRE, CREAM, 0.78))
    book = Piece(w * 0.56, w * 0.8)
    book.box(0, 10, w * 0.56, w * 0.78, OCHRE, 12)
    book.box(16, 26, w * 0.56 - 32, w * 0.76 - 30, WHITE, 6)
    cell = w * 0.03
    for i in range(1, 18):
        book.line([(18 + i * cell, 66), (18 + i * cell, w * 0.755)], mix(WHITE, SKY, 0.6), 1.6)
    for i in range(1, 24):
        book.line([(18, 60 + i * cell), (w * 0.56 - 18, 60 + i * cell)], mix(WHITE, SKY, 0.6), 1.6)
    for i, word in enumerate(("lait,", "timbres,", "Mamie")):
        book.text(w * 0.08, w * (0.19 + 0.11 * i), word, w * 0.062, NIGHT, "lm")
    book.line([(w * 0.08, w * 0.455), *wave(w * 0.1, w * 0.24, w * 0.45, 4, 60)], BRICK, 5)
    for i in range(15):
        x = w * (0.035 + i * 0.035)
        book.disc(x, 42, 6, 6, mix(OCHRE, INK, 0.5))
        book.line([(x, 42), (x - 3, 4)], "#b08a35", 7)
        book.line([(x - 1, 38), (x - 4, 4)], "#e6c67a", 2.5)
    page.lay(book, w * 0.48, h * 0.53, 5, 20)
    page.lay(things.pencil(w * 0.4, BRICK), w * 0.83, h * 0.66, 62, 9)
    page.lay(gifts.twig(w * 0.34, SAGE), w * 0.2, h * 0.12, -12, 7)
    return page


def price_tag(w: int, h: int) -> Page:
    page = Page(w, h, CREAM, BLUSH, 121)
    halo(page, w * 0.5, h * 0.5, w * 0.42, mix(CREAM, WHITE, 0.6))
    page.lay(things.notebook(w * 0.46, w * 0.62, NIGHT, band=BRICK), w * 0.4, h * 0.52, 6, 18)
    string = Piece(w * 0.4, h * 0.3)
    string.line(curve((w * 0.17, 8), (w * 0.02, h * 0.13), (w * 0.12, h * 0.24)), mix(KRAFT, INK, 0.35), 5)
    string.line(curve((w * 0.18, 8), (w * 0.1, h * 0.14), (w * 0.12, h * 0.24)), mix(KRAFT, INK, 0.35), 5)
    page.lay(string, w * 0.62, h * 0.44, 0, 4)
    page.lay(gifts.tag(w * 0.4, w * 0.17, "16,00", KRAFT), w * 0.71, h * 0.62, -14, 13)
    return page


def weights(w: int, h: int) -> Page:
    page = Page(w, h, mix(SKY, CREAM, 0.45), CREAM, 131)
    for i, (grams, spread) in enumerate((("80 g", 16), ("100 g", 7), ("120 g", 0))):
        card = things.sheet(w * 0.28, h * 0.56, mix(WHITE, SAND, 0.18 * i), 0, 132 + i)
        for k in range(7):
            points = wave(w * 0.04, w * 0.24, h * (0.12 + 0.045 * k), 8, 60)
            if spread:
                card.line(points, mix(WHITE, NIGHT, 0.28), 7 + spread)
            card.line(points, NIGHT, 6)
        card.text(w * 0.14, h * 0.49, grams, w * 0.045, BRICK)
        page.lay(card, w * (0.19 + 0.31 * i), h * 0.47, (2, -1, 2)[i], 8 + 5 * i)
    page.lay(things.fountain_pen(w * 0.5, NIGHT, 34), w * 0.5, h * 0.86, 6, 10)
    return page


def display(w: int, h: int) -> Page:
    page = Page(w, h, mix(BRICK, CREAM, 0.7), CREAM, 141)
    table(page, h * 0.84)
    page.lay(places.shelf(h * 0.98, h * 0.74), w * 0.43, h * 0.5, 0, 10)
    page.lay(places.slate(h * 0.36, h * 0.3, ("Lundi :", "trois lignes")), w * 0.84, h * 0.74, -3, 10)
    return page
