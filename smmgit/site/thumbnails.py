"""Files beside the pages: reduced copies of images, kept in `.smmgit/cache/`, and files to take along as they are."""

from __future__ import annotations

import io
import os
import shutil
import warnings
from collections.abc import Iterable

from PIL import Image, ImageOps

from smmgit.pages.page import Download, Picture

MOST_PIXELS = 80_000_000  # an 8K frame has 33; larger ones are not worth the memory
QUALITY = 82
_PAPER = (244, 241, 233)


def write_all(pictures: Iterable[Picture], root: str, out: str, cache: str) -> None:
    """Write every picture below `out`; one that cannot be drawn becomes a plain placeholder."""
    os.makedirs(cache, exist_ok=True)
    for picture in pictures:
        kept = os.path.join(cache, os.path.basename(picture.uri))
        try:
            data = _read(kept)
        except FileNotFoundError:
            data = reduced(os.path.join(root, picture.file), picture)
            _write(kept, data)
        target = os.path.join(out, picture.uri)
        os.makedirs(os.path.dirname(target), exist_ok=True)
        _write(target, data)


def copy_all(downloads: Iterable[Download], root: str, out: str) -> None:
    """Write every file below `out`, byte for byte."""
    for each in downloads:
        target = os.path.join(out, each.uri)
        os.makedirs(os.path.dirname(target), exist_ok=True)
        shutil.copyfile(os.path.join(root, each.file), target)


def reduced(path: str, picture: Picture) -> bytes:
    """A JPEG at most `picture.width` pixels across and twice as high, cropped where asked."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(path) as image:
                if image.width * image.height > MOST_PIXELS:
                    return placeholder(picture.width)
                image.draft("RGB", (picture.width * 2, picture.width * 4))
                return _jpeg(_cropped(ImageOps.exif_transpose(image), picture.crop), picture.width)
    except (OSError, ValueError, SyntaxError, MemoryError, ArithmeticError, Image.DecompressionBombError):
        return placeholder(picture.width)


def placeholder(width: int) -> bytes:
    """A plain sheet where an image cannot be shown."""
    return _jpeg(Image.new("RGB", (width, width * 5 // 8), _PAPER), width)


def _cropped(image: Image.Image, crop: tuple[float, float, float, float] | None) -> Image.Image:
    if crop is None:
        return image
    left, top, width, height = crop
    box = (
        round(left * image.width),
        round(top * image.height),
        round(min(1.0, left + width) * image.width),
        round(min(1.0, top + height) * image.height),
    )
    return image.crop(box) if box[2] > box[0] and box[3] > box[1] else image


def _jpeg(image: Image.Image, width: int) -> bytes:
    image.thumbnail((width, width * 2))
    if image.mode != "RGB":
        paper = Image.new("RGB", image.size, "white")
        layer = image.convert("RGBA")
        paper.paste(layer, mask=layer.getchannel("A"))
        image = paper
    buffer = io.BytesIO()
    image.save(buffer, "JPEG", quality=QUALITY, optimize=True)
    return buffer.getvalue()


def _read(path: str) -> bytes:
    with open(path, "rb") as file:
        return file.read()


def _write(path: str, data: bytes) -> None:
    with open(path, "wb") as file:
        file.write(data)
