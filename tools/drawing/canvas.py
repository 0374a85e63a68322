"""Surfaces to draw on: a pen that draws smooth shapes, pieces with a shadow, a page with a grain."""

from __future__ import annotations

import math
import random
from collections.abc import Sequence

from PIL import Image, ImageChops, ImageColor, ImageDraw, ImageFilter, ImageFont

S = 2  # everything is drawn twice as large, then reduced: that is what smooths the edges

Point = tuple[float, float]

CREAM = "#f7eddd"
SAND = "#eed9bd"
BLUSH = "#eec6ac"
BRICK = "#b9543d"
RUST = "#8f3b2b"
OCHRE = "#dca744"
SAGE = "#88a283"
PINE = "#3f5f4d"
NIGHT = "#26345a"
SKY = "#a9c2cc"
INK = "#2c2a33"
WOOD = "#c48f5e"
OAK = "#9b6b43"
WHITE = "#fffaf2"
KRAFT = "#c9a378"
BRASS = "#c99b3f"


def rgb(colour: str) -> tuple[int, int, int]:
    """The three channels of `#rrggbb`."""
    red, green, blue = ImageColor.getrgb(colour)[:3]
    return red, green, blue


def mix(one: str, other: str, share: float) -> str:
    """A colour `share` of the way from one to the other."""
    return "#{:02x}{:02x}{:02x}".format(
        *(round(a + (b - a) * share) for a, b in zip(rgb(one), rgb(other), strict=True))
    )


class Piece:
    """A transparent sheet of `width` by `height` picture pixels, and a pen that draws on it."""

    def __init__(self, width: float, height: float) -> None:
        self.width, self.height = width, height
        self.image = Image.new("RGBA", (round(width * S), round(height * S)), (0, 0, 0, 0))
        self.draw = ImageDraw.Draw(self.image)

    def box(self, x: float, y: float, w: float, h: float, fill: str, radius: float = 0.0) -> None:
        """A rectangle, with round corners where asked."""
        at = (x * S, y * S, (x + w) * S - 1, (y + h) * S - 1)
        if radius:
            self.draw.rounded_rectangle(at, radius * S, fill=fill)
        else:
            self.draw.rectangle(at, fill=fill)

    def disc(self, x: float, y: float, rx: float, ry: float, fill: str) -> None:
        """An ellipse around its middle."""
        self.draw.ellipse(((x - rx) * S, (y - ry) * S, (x + rx) * S, (y + ry) * S), fill=fill)

    def ring(self, x: float, y: float, r: float, colour: str, width: float) -> None:
        """A circle line around its middle."""
        self.draw.ellipse(((x - r) * S, (y - r) * S, (x + r) * S, (y + r) * S), outline=colour, width=round(width * S))

    def shape(self, points: Sequence[Point], fill: str) -> None:
        """A filled polygon."""
        self.draw.polygon([(x * S, y * S) for x, y in points], fill=fill)

    def line(self, points: Sequence[Point], colour: str, width: float) -> None:
        """A line with round ends and joints."""
        scaled = [(x * S, y * S) for x, y in points]
        self.draw.line(scaled, fill=colour, width=round(width * S), joint="curve")
        r = width * S / 2
        for x, y in (scaled[0], scaled[-1]):
            self.draw.ellipse((x - r, y - r, x + r, y + r), fill=colour)

    def text(self, x: float, y: float, words: str, size: float, colour: str, anchor: str = "mm") -> None:
        """A few words in the one typeface Pillow carries (no accents)."""
        self.draw.text((x * S, y * S), words, fill=colour, font=ImageFont.load_default(size * S), anchor=anchor)

    def stick(self, other: Piece, x: float, y: float, angle: float = 0.0) -> None:
        """Lay another piece flat on this one, around its middle."""
        turned = other.image.rotate(angle, resample=Image.Resampling.BICUBIC, expand=True)
        self.image.alpha_composite(turned, _corner(turned, x, y))


def curve(a: Point, b: Point, c: Point, steps: int = 24) -> list[Point]:
    """Points of the quadratic Bézier curve from `a` to `c` pulled by `b`."""
    found = []
    for i in range(steps + 1):
        t = i / steps
        u = 1 - t
        found.append((u * u * a[0] + 2 * u * t * b[0] + t * t * c[0], u * u * a[1] + 2 * u * t * b[1] + t * t * c[1]))
    return found


def wave(x0: float, x1: float, y: float, height: float, length: float) -> list[Point]:
    """A level sine wave from `x0` to `x1`."""
    steps = max(8, round((x1 - x0) / length * 12))
    return [
        (x0 + (x1 - x0) * i / steps, y + height * math.sin((x1 - x0) * i / steps / length * math.tau))
        for i in range(steps + 1)
    ]


class Page:
    """The picture itself: a background that fades from `top` to `bottom`, and pieces laid on it."""

    def __init__(self, width: int, height: int, top: str, bottom: str, seed: int) -> None:
        self.width, self.height = width, height
        self.random = random.Random(seed)
        fade = Image.linear_gradient("L").resize((width * S, height * S), Image.Resampling.BICUBIC)
        size = (width * S, height * S)
        self.image = Image.composite(Image.new("RGB", size, bottom), Image.new("RGB", size, top), fade).convert("RGBA")

    def lay(self, piece: Piece, x: float, y: float, angle: float = 0.0, shadow: float = 12.0) -> None:
        """Lay a piece around (x, y), turned by `angle` degrees, `shadow` pixels above the table."""
        turned = piece.image.rotate(angle, resample=Image.Resampling.BICUBIC, expand=True)
        if shadow:
            self._shade(turned, x, y, shadow)
        self._over(turned, x, y)

    def _shade(self, turned: Image.Image, x: float, y: float, shadow: float) -> None:
        pad = round(shadow * 3 * S)
        wide = Image.new("L", (turned.width + 2 * pad, turned.height + 2 * pad), 0)
        wide.paste(turned.getchannel("A"), (pad, pad))
        soft = wide.filter(ImageFilter.GaussianBlur(shadow * S * 0.8)).point([round(v * 0.32) for v in range(256)])
        dark = Image.new("RGBA", soft.size, (*rgb("#4a2c1a"), 255))
        dark.putalpha(soft)
        self._over(dark, x + shadow * 0.35, y + shadow * 0.9)

    def _over(self, image: Image.Image, x: float, y: float) -> None:
        left, top = round(x * S - image.width / 2), round(y * S - image.height / 2)
        crop = (max(0, -left), max(0, -top), image.width, image.height)
        if crop[0] < image.width and crop[1] < image.height:
            self.image.alpha_composite(image.crop(crop), (max(0, left), max(0, top)))

    def finish(self) -> Image.Image:
        """The picture at its real size, with the soft grain of paper and a little light from the left."""
        flat = self.image.convert("RGB").resize((self.width, self.height), Image.Resampling.LANCZOS)
        small = (self.width // 3, self.height // 3)
        grain = Image.frombytes("L", small, self.random.randbytes(small[0] * small[1]))
        grain = grain.filter(ImageFilter.GaussianBlur(1.1)).resize(flat.size, Image.Resampling.BICUBIC)
        grain = grain.point([round(247 + (v - 128) * 0.16) if v < 178 else 255 for v in range(256)])
        light = Image.radial_gradient("L").resize((self.width * 2, self.height * 2))
        light = light.crop((self.width * 3 // 5, self.height * 3 // 5, self.width * 8 // 5, self.height * 8 // 5))
        light = light.point([255 - round(v * v / 255 * 0.13) for v in range(256)])
        paper = ImageChops.multiply(flat, Image.merge("RGB", (grain,) * 3))
        return ImageChops.multiply(paper, Image.merge("RGB", (light,) * 3))


def _corner(image: Image.Image, x: float, y: float) -> tuple[int, int]:
    return max(0, round(x * S - image.width / 2)), max(0, round(y * S - image.height / 2))
