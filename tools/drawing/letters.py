"""Pictures of letters and presents: one function per scene, drawn to the size asked for."""

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


def treetop(w: int, h: int) -> Page:
    page = Page(w, h, mix(SKY, NIGHT, 0.18), mix(SKY, CREAM, 0.72), 51)
    halo(page, w * 0.5, h * 0.47, w * 0.43, mix(SKY, CREAM, 0.55))
    for i in range(34):
        halo(page, page.random.uniform(0, w), page.random.uniform(0, h * 0.8), 4 + i % 4 * 1.6, mix(SKY, WHITE, 0.85))
    page.lay(gifts.fir_tree(w * 0.76, h * 0.74), w * 0.5, h * 0.47, 0, 10)
    page.lay(gifts.parcel(w * 0.2, w * 0.16, KRAFT), w * 0.25, h * 0.9, 5, 10)
    page.lay(things.envelope(w * 0.24, w * 0.17, CREAM, stamp=BRICK, back=False), w * 0.76, h * 0.89, -6, 10)
    return page


def slow_letter(w: int, h: int) -> Page:
    page = Page(w, h, mix(NIGHT, SKY, 0.55), mix(SKY, SAND, 0.6), 61)
    page.lay(places.window(w * 0.66, h * 0.46), w * 0.5, h * 0.29, 0, 12)
    table(page, h * 0.58)
    page.lay(things.sheet(w * 0.42, h * 0.36, WHITE, 6, 62), w * 0.42, h * 0.77, 6, 10)
    page.lay(things.fountain_pen(w * 0.4), w * 0.57, h * 0.83, 38, 9)
    page.lay(things.cup(w * 0.21, BRICK), w * 0.83, h * 0.68, 0, 9)
    steam = Piece(90, 150)
    for x in (20, 45, 70):
        steam.line([(x + dx, y) for dx, y in ((0, 140), (8, 110), (-6, 75), (6, 40), (0, 12))], mix(WHITE, SKY, 0.3), 5)
    page.lay(steam, w * 0.82, h * 0.555, shadow=0)
    return page


def gift_box(w: int, h: int, rows: bool = False) -> Page:
    page = Page(w, h, mix(SAGE, CREAM, 0.5), CREAM, 81)
    halo(page, w * 0.5, h * 0.5, w * 0.44, mix(SAGE, WHITE, 0.55))
    if rows:
        for i in range(12):
            page.lay(
                things.envelope(w * 0.23, w * 0.16, SAGE if i % 2 else mix(SAGE, PINE, 0.4), seal=BRICK),
                w * (0.18 + 0.213 * (i % 4)),
                h * (0.16 + 0.12 * (i // 4)),
                (i * 7) % 5 - 2,
                6,
            )
        for i in range(12):
            page.lay(
                things.sheet(w * 0.13, w * 0.17, mix(WHITE, SAND, 0.2 * (i % 3)), 3, 90 + i),
                w * (0.13 + 0.148 * (i % 6)),
                h * (0.52 + 0.135 * (i // 6)),
                (i * 5) % 7 - 3,
                5,
            )
        page.lay(things.notebook(w * 0.2, w * 0.27, NIGHT), w * 0.28, h * 0.87, 4, 10)
        page.lay(things.pencil(w * 0.46, OCHRE), w * 0.67, h * 0.87, 8, 8)
        return page
    box = Piece(w * 0.72, w * 0.56)
    box.box(0, 0, w * 0.72, w * 0.56, NIGHT, 14)
    box.box(18, 18, w * 0.72 - 36, w * 0.56 - 36, mix(NIGHT, INK, 0.4), 8)
    for i in range(4):
        box.stick(
            things.sheet(w * 0.28, w * 0.4, mix(WHITE, SAND, 0.1 * i), 5 if i == 3 else 0, 85),
            w * 0.19 + i * 3,
            w * 0.28 - i * 3,
            i - 2,
        )
    for i in range(4):
        box.stick(
            things.envelope(w * 0.26, w * 0.17, mix(SAGE, PINE, 0.12 * i), seal=BRICK if i == 3 else ""),
            w * 0.52,
            w * (0.12 + 0.085 * i),
            i - 1,
        )
    box.stick(things.pencil(w * 0.27, OCHRE), w * 0.52, w * 0.495, 0)
    page.lay(box, w * 0.48, h * 0.56, 4, 22)
    lid = Piece(w * 0.66, w * 0.2)
    lid.box(0, 0, w * 0.66, w * 0.2, mix(NIGHT, SKY, 0.12), 12)
    lid.box(w * 0.3, 0, w * 0.05, w * 0.2, BRICK)
    lid.stick(things.bird(w * 0.12, CREAM, OCHRE), w * 0.16, w * 0.1)
    page.lay(lid, w * 0.56, h * 0.2, -7, 16)
    page.lay(gifts.twig(w * 0.36, PINE, fir=True), w * 0.2, h * 0.88, 12, 7)
    return page


def folding(w: int, h: int) -> Page:
    page = Page(w, h, CREAM, mix(SAND, CREAM, 0.5), 91)
    flat = things.sheet(h * 0.4, h * 0.58, WHITE, 7, 92)
    page.lay(flat, w * 0.17, h * 0.5, 0, 10)
    strip = Piece(h * 0.17, h * 0.58)
    strip.box(0, 0, h * 0.17, h * 0.58, WHITE, 3)
    for x in (0.33, 0.66):
        strip.line([(h * 0.17 * x, 8), (h * 0.17 * x, h * 0.57)], mix(SAND, WOOD, 0.3), 3)
    page.lay(strip, w * 0.49, h * 0.5, 0, 12)
    lock = Piece(h * 0.3, h * 0.24)
    lock.box(0, h * 0.03, h * 0.3, h * 0.18, mix(WHITE, SAND, 0.15), 3)
    lock.line([(h * 0.06, h * 0.03), (h * 0.06, h * 0.21)], mix(SAND, WOOD, 0.4), 3)
    lock.shape([(h * 0.1, h * 0.1), (h * 0.27, h * 0.085), (h * 0.27, h * 0.135), (h * 0.1, h * 0.12)], BRICK)
    lock.line([(h * 0.12, h * 0.06), (h * 0.12, h * 0.16)], INK, 4)
    page.lay(lock, w * 0.8, h * 0.5, -6, 13)
    for i, x in enumerate((0.17, 0.49, 0.8)):
        halo(page, w * x, h * 0.9, 26, BRICK)
        label = Piece(60, 60)
        label.text(30, 30, str(i + 1), 30, CREAM)
        page.lay(label, w * x, h * 0.9, shadow=0)
    for x in (0.335, 0.635):
        arrow = Piece(90, 50)
        arrow.line([(5, 25), (78, 25)], BRICK, 7)
        arrow.line([(58, 8), (80, 25), (58, 42)], BRICK, 7)
        page.lay(arrow, w * x, h * 0.5, shadow=0)
    return page


def wrapping(w: int, h: int, steps: bool = False) -> Page:
    page = Page(w, h, mix(PINE, SAGE, 0.6), mix(SAGE, CREAM, 0.4), 151)
    if steps:
        flat = Piece(w * 0.62, w * 0.36)
        flat.box(0, 0, w * 0.62, w * 0.36, KRAFT, 4)
        flat.line([(w * 0.31, 6), (w * 0.31, w * 0.35)], mix(KRAFT, INK, 0.2), 3)
        flat.box(w * 0.2, w * 0.1, w * 0.22, w * 0.16, BRICK, 6)
        page.lay(flat, w * 0.5, h * 0.19, 3, 10)
        page.lay(things.envelope(w * 0.5, w * 0.36, KRAFT), w * 0.5, h * 0.5, -2, 13)
        page.lay(gifts.parcel(w * 0.5, w * 0.36, KRAFT), w * 0.5, h * 0.81, 2, 15)
        page.lay(gifts.twig(w * 0.3, PINE, fir=True), w * 0.56, h * 0.795, 24, 6)
        return page
    for x, y, size, tilt in ((0.27, 0.46, 0.32, 7), (0.6, 0.6, 0.4, -5), (0.82, 0.28, 0.22, 12)):
        page.lay(gifts.parcel(w * size, w * size * 0.72, KRAFT), w * x, h * y, tilt, 14)
        page.lay(gifts.twig(w * size * 0.6, PINE, fir=True), w * (x + 0.03), h * (y - 0.01), tilt + 24, 5)
    page.lay(gifts.spool(w * 0.1, BRICK), w * 0.14, h * 0.84, 20, 8)
    return page


def moss_ink(w: int, h: int) -> Page:
    moss = "#4d6b3c"
    page = Page(w, h, mix(moss, CREAM, 0.6), CREAM, 161)
    sheet = things.sheet(w * 0.74, h * 0.6, WHITE, 0, 162)
    for i in range(9):
        sheet.line(wave(w * 0.08, w * 0.66, h * (0.09 + 0.052 * i), 15, w * 0.2), mix(WHITE, moss, 0.2 + 0.09 * i), 24)
    page.lay(sheet, w * 0.5, h * 0.38, -3, 12)
    page.lay(things.ink_bottle(w * 0.38, moss), w * 0.34, h * 0.76, 0, 18)
    page.lay(things.fountain_pen(w * 0.46, moss, 34), w * 0.72, h * 0.83, 28, 10)
    return page


def letter_day(w: int, h: int) -> Page:
    page = Page(w, h, mix(SAGE, WHITE, 0.5), mix(SAGE, SAND, 0.6), 201)
    halo(page, w * 0.5, h * 0.5, w * 0.42, mix(SAGE, WHITE, 0.72))
    page.lay(things.sheet(w * 0.5, w * 0.66, WHITE, 8, 202), w * 0.38, h * 0.42, 11, 9)
    page.lay(things.envelope(w * 0.7, w * 0.48, CREAM, stamp=BRICK, back=False), w * 0.53, h * 0.57, -5, 18)
    page.lay(things.fountain_pen(w * 0.5, NIGHT, 34), w * 0.56, h * 0.86, 7, 10)
    page.lay(gifts.twig(w * 0.62, SAGE, seed=4), w * 0.66, h * 0.13, 170, 7)
    return page


def thanks(w: int, h: int) -> Page:
    page = Page(w, h, mix(BLUSH, CREAM, 0.3), SAND, 231)
    halo(page, w * 0.5, h * 0.53, w * 0.43, mix(BLUSH, WHITE, 0.6))
    tints = (KRAFT, CREAM, SAGE, SKY, mix(BLUSH, BRICK, 0.25), CREAM, mix(OCHRE, CREAM, 0.4))
    for i, tint in enumerate(tints):
        page.lay(
            things.envelope(w * 0.6, w * 0.4, tint, stamp=BRICK, back=False, seed=230 + i),
            w * 0.5 + (i * 13) % 21 - 10,
            h * (0.68 - 0.022 * i),
            (i * 37) % 13 - 6,
            9,
        )
    band = Piece(w * 0.06, w * 0.46)
    band.box(0, 0, w * 0.06, w * 0.46, BRICK)
    page.lay(band, w * 0.42, h * 0.555, 3, 4)
    card = things.sheet(w * 0.46, w * 0.28, WHITE, 0, 239)
    card.text(w * 0.23, w * 0.125, "merci", w * 0.1, BRICK)
    card.line(wave(w * 0.12, w * 0.34, w * 0.21, 5, w * 0.06), OCHRE, 5)
    page.lay(card, w * 0.56, h * 0.44, -7, 15)
    page.lay(gifts.twig(w * 0.46, SAGE, FLAX), w * 0.3, h * 0.15, -14, 7)
    return page
