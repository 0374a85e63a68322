"""Draw every picture of the example brand: `python tools/draw_media.py [name…]`.

The same Pillow gives the same bytes on every run: seeds are fixed, no font and no file is fetched.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

from drawing import letters, winter, workshop
from drawing.canvas import Page
from PIL import Image

CONTENT = Path(__file__).resolve().parents[1] / "content"
PORTRAIT = (1080, 1350)  # Instagram 4:5
PIN = (1000, 1500)  # Pinterest 2:3
WIDE = (1200, 675)  # X, Bluesky, Mastodon 16:9
LANDSCAPE = (1200, 900)  # Facebook 4:3
TALL = (1080, 1920)  # stories and TikTok 9:16

Scene = Callable[[int, int], Page]
PICTURES: dict[str, tuple[tuple[int, int], Scene]] = {
    "2026/11/carnet-linotte.jpg": (PORTRAIT, workshop.linotte),
    "2026/11/carnet-linotte-epingle.jpg": (PIN, workshop.linotte_pin),
    "2026/11/papier-de-lin.jpg": (WIDE, workshop.paper),
    **{f"2026/11/reliure-{n}.jpg": (PORTRAIT, partial(workshop.binding, step=n)) for n in range(1, 6)},
    "2026/11/etabli-ines.jpg": (WIDE, workshop.bench),
    "2026/11/sapin-enveloppes.jpg": (PORTRAIT, letters.treetop),
    "2026/11/slow-letter.jpg": (PORTRAIT, letters.slow_letter),
    "2026/11/samedi-bobines.jpg": (PORTRAIT, workshop.spools),
    "2026/11/coffret.jpg": (PORTRAIT, letters.gift_box),
    "2026/11/coffret-epingle.jpg": (PIN, partial(letters.gift_box, rows=True)),
    "2026/11/lettre-pliee.png": (WIDE, letters.folding),
    "2026/11/presse-verticale.jpg": (TALL, workshop.press),
    "2026/11/carnet-a-spirale.jpg": (PORTRAIT, workshop.spiral),
    "2026/11/nos-prix.jpg": ((1080, 1080), workshop.price_tag),
    "2026/11/paper-weights.jpg": (PORTRAIT, workshop.weights),
    "2026/11/rayon.jpg": (WIDE, workshop.display),
    "2026/11/emballage-epingle.jpg": (PIN, partial(letters.wrapping, steps=True)),
    "2026/11/emballage.jpg": (LANDSCAPE, letters.wrapping),
    "2026/11/encre-perlevent.jpg": (PORTRAIT, letters.moss_ink),
    "2026/11/premier-dimanche.jpg": (PORTRAIT, winter.advent),
    "2026/12/envois.jpg": (LANDSCAPE, winter.shipping),
    "2026/12/envois-story.jpg": (TALL, partial(winter.shipping, story=True)),
    "2026/12/saint-nicolas.jpg": (PIN, winter.saint_nicholas),
    "2026/12/letter-day.jpg": (PORTRAIT, letters.letter_day),
    "2026/12/portes-ouvertes.jpg": (PORTRAIT, winter.open_house),
    "2026/12/derniers-colis.jpg": (PORTRAIT, winter.last_cart),
    "2026/12/merci.jpg": (PORTRAIT, letters.thanks),
    "2027/01/reprise.jpg": (PORTRAIT, winter.morning),
    **{f"2027/01/trois-lignes-{n}.jpg": (PORTRAIT, partial(winter.three_lines, number=n)) for n in (1, 2, 3)},
    "2027/01/trois-lignes-epingle.jpg": (PIN, winter.three_lines_pin),
    "2027/01/back-to-your-desk.jpg": (PORTRAIT, winter.tidy_desk),
    "../smmgit/starter/both/posts/table.jpg": (PORTRAIT, winter.tidy_desk),
}


def draw(name: str, folder: Path = CONTENT) -> Path:
    """Draw one picture below `folder`; the ending of its name chooses JPEG or PNG (256 colours)."""
    size, scene = PICTURES[name]
    image = scene(*size).finish()
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.suffix == ".png":
        image.quantize(96, dither=Image.Dither.NONE).save(path, optimize=True)
    else:
        image.save(path, quality=84, optimize=True, progressive=True, subsampling="4:2:0")
    return path


if __name__ == "__main__":
    for wanted in sys.argv[1:] or PICTURES:
        drawn = draw(wanted)
        sys.stdout.write(f"{drawn.stat().st_size // 1024:4} KiB  {drawn}\n")
