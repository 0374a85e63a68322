"""Reduced images: small, cropped, kept; broken ones become a placeholder."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image

from smmgit.pages.page import Picture
from smmgit.site.thumbnails import reduced, write_all


def opened(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data))


@pytest.mark.parametrize("mode", ["RGB", "RGBA", "P", "L", "CMYK", "LA", "1"])
def test_every_mode_becomes_a_small_jpeg(tmp_path: Path, mode: str) -> None:
    path = tmp_path / ("a.jpg" if mode == "CMYK" else "a.png")
    Image.new(mode, (2000, 1000)).save(path)
    image = opened(reduced(str(path), Picture("media/a-320.jpg", "a.png", "0", 320)))
    assert (image.format, image.mode, image.size) == ("JPEG", "RGB", (320, 160))


def test_what_is_transparent_stands_on_white(tmp_path: Path) -> None:
    Image.new("RGBA", (100, 100), (0, 0, 0, 0)).save(tmp_path / "a.png")
    image = opened(reduced(str(tmp_path / "a.png"), Picture("media/a.jpg", "a.png", "0", 320)))
    assert image.getpixel((50, 50)) == (255, 255, 255)


def test_a_crop_shows_only_its_part(tmp_path: Path) -> None:
    image = Image.new("RGB", (200, 100), "red")
    image.paste("blue", (100, 0, 200, 100))
    image.save(tmp_path / "a.png")
    shown = opened(reduced(str(tmp_path / "a.png"), Picture("m.jpg", "a.png", "0", 320, (0.5, 0.0, 0.5, 1.0))))
    assert shown.size == (100, 100)
    red, _, blue = shown.getpixel((50, 50))
    assert blue > 200 > 60 > red


@pytest.mark.parametrize("data", [b"", b"not an image", b"\x89PNG\r\n\x1a\n" + b"\0" * 40])
def test_a_broken_image_becomes_a_placeholder(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a.png").write_bytes(data)
    assert opened(reduced(str(tmp_path / "a.png"), Picture("m.jpg", "a.png", "0", 320))).width == 320
    assert opened(reduced(str(tmp_path / "gone.png"), Picture("m.jpg", "gone.png", "0", 320))).width == 320


def test_a_bomb_is_not_unpacked(tmp_path: Path) -> None:
    Image.new("1", (20_000, 20_000)).save(tmp_path / "bomb.png")
    image = opened(reduced(str(tmp_path / "bomb.png"), Picture("m.jpg", "bomb.png", "0", 320)))
    assert image.getpixel((0, 0)) != (0, 0, 0)


def test_a_picture_is_drawn_once_and_kept(tmp_path: Path) -> None:
    Image.new("RGB", (2000, 1000), "teal").save(tmp_path / "a.png")
    picture = Picture("media/a-320.jpg", "a.png", "0", 320)
    write_all([picture], str(tmp_path), str(tmp_path / "out"), str(tmp_path / "cache"))
    first = (tmp_path / "out/media/a-320.jpg").read_bytes()
    (tmp_path / "a.png").unlink()
    write_all([picture], str(tmp_path), str(tmp_path / "again"), str(tmp_path / "cache"))
    assert (tmp_path / "again/media/a-320.jpg").read_bytes() == first
