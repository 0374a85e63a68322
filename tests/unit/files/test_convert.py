"""A media file as a network takes it: untouched where it fits, else cut, turned, made smaller, or refused in words."""

from __future__ import annotations

import hashlib
import io
import struct
import zlib
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from smmgit.files import convert
from smmgit.files.convert import fit
from smmgit.files.specs import find_spec
from smmgit.model.rendition import ShownMedia
from smmgit.model.say import Say
from smmgit.model.sending.attachment import Attachment
from smmgit.model.spec import Limit, MediaRules, PlatformSpec
from tests.unit.files.test_media import film

BLUESKY = find_spec("bluesky")
MASTODON = find_spec("mastodon")
NOISE = Image.effect_noise((900, 600), 90).convert("RGB")


def saved(picture: Image.Image, format: str = "JPEG", **options: Any) -> bytes:
    out = io.BytesIO()
    picture.save(out, format, **options)
    return out.getvalue()


def spec(types: tuple[str, ...] = (), **most: float) -> PlatformSpec:
    limits = {name: (Limit(max=value),) for name, value in most.items()}
    return PlatformSpec(
        id="x", name="X", media={"image": MediaRules(types=types, limits=limits), "video": MediaRules()}
    )


def fitted(data: bytes, to: PlatformSpec, file: str = "a.jpg", **item: Any) -> Attachment:
    found = fit(data, ShownMedia(file=file, kind="image", **item), to, "post")
    assert isinstance(found, Attachment), found
    assert found.digest == hashlib.sha256(found.data).hexdigest()
    return found


def refused(data: bytes, to: PlatformSpec = BLUESKY, file: str = "a.jpg", format: str = "post", **item: Any) -> Say:
    found = fit(data, ShownMedia(file=file, **item), to, format)
    assert isinstance(found, Say), found
    return found


def opened(attachment: Attachment) -> Image.Image:
    picture = Image.open(io.BytesIO(attachment.data))
    picture.load()
    assert Image.MIME[picture.format or ""] == attachment.mime
    assert picture.size == (attachment.width, attachment.height)
    return picture


@pytest.mark.parametrize("format", ["JPEG", "PNG", "WEBP"])
def test_what_fits_goes_as_it_is(format: str) -> None:
    data = saved(NOISE.resize((60, 40)), format)
    found = fitted(data, BLUESKY, f"a.{format.lower()}")
    assert found.data == data
    assert (found.mime, found.width, found.height) == (f"image/{format.lower()}", 60, 40)


@pytest.mark.parametrize("format", ["JPEG", "PNG", "WEBP"])
def test_what_is_too_heavy_is_made_lighter_the_same_way_every_time(format: str) -> None:
    data = saved(NOISE, format)
    assert len(data) > 90_000
    found = fitted(data, spec(bytes=90_000), f"a.{format.lower()}")
    assert len(found.data) <= 90_000
    assert opened(found).width > 250, "smaller than it had to be"
    assert fitted(data, spec(bytes=90_000)).data == found.data


def test_sides_and_area_are_kept_within_limits_with_their_proportions() -> None:
    data = saved(NOISE)
    for limits, size in (
        ({"width": 300}, (300, 200)),
        ({"height": 150}, (225, 150)),
        ({"pixels": 54_000}, (284, 189)),
    ):
        assert opened(fitted(data, spec(**limits))).size == size


def test_a_soft_limit_is_kept_too() -> None:
    found = fitted(saved(Image.new("RGB", (5000, 50), "red")), BLUESKY)
    assert opened(found).width == 4000


def test_a_crop_cuts_what_was_asked_for() -> None:
    flag = Image.new("RGB", (200, 100), "blue")
    flag.paste("red", (100, 0, 200, 100))
    found = fitted(saved(flag, "PNG"), BLUESKY, "a.png", crop=(0.5, 0.0, 0.5, 1.0))
    assert opened(found).size == (100, 100)
    assert opened(found).convert("RGB").getcolors() == [(10_000, (255, 0, 0))]


@pytest.mark.parametrize("crop", [(0.0, 0.0, 0.0, 0.0), (1.0, 1.0, 1.0, 1.0), (0.9, 0.9, 0.9, 0.9)])
def test_a_crop_that_leaves_nothing_leaves_a_pixel(crop: tuple[float, float, float, float]) -> None:
    assert min(opened(fitted(saved(NOISE), BLUESKY, crop=crop)).size) >= 1


def test_a_picture_turned_by_the_camera_is_upright_and_tells_nothing_else() -> None:
    secret = Image.Exif()
    secret[0x0112] = 6
    secret[0x010F] = "Private camera"
    secret.get_ifd(0x8825)[1] = "N"
    wide = Image.new("RGB", (200, 100), "blue")
    wide.paste("red", (100, 0, 200, 100))
    data = saved(wide, exif=secret, comment=b"taken at home", quality=95)
    untouched = fitted(data, BLUESKY)
    assert (untouched.data, untouched.width, untouched.height) == (data, 100, 200)
    found = fitted(data, spec(height=150))
    picture = opened(found)
    assert picture.size == (75, 150)
    assert picture.convert("RGB").getpixel((37, 140)) > (200, 0, 0)
    assert not picture.getexif()
    assert b"Private camera" not in found.data and b"taken at home" not in found.data


def test_the_crop_is_of_the_upright_picture() -> None:
    turned = Image.Exif()
    turned[0x0112] = 6
    wide = Image.new("RGB", (200, 100), "blue")
    wide.paste("red", (100, 0, 200, 100))
    picture = opened(fitted(saved(wide, exif=turned, quality=95), BLUESKY, crop=(0.0, 0.0, 1.0, 0.5)))
    assert picture.size == (100, 100)
    assert picture.convert("RGB").getpixel((50, 50))[2] > 200


def test_colours_keep_their_profile() -> None:
    from PIL import ImageCms

    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    found = fitted(saved(NOISE, icc_profile=profile), spec(width=300))
    assert opened(found).info["icc_profile"] == profile


def test_see_through_pictures_stay_so_where_the_network_has_a_way() -> None:
    clear = NOISE.convert("RGBA")
    clear.putalpha(Image.effect_noise((900, 600), 90))
    found = opened(fitted(saved(clear, "PNG"), spec(bytes=200_000), "a.png"))
    assert (found.format, found.mode) == ("WEBP", "RGBA")


def test_see_through_pictures_are_laid_on_white_where_it_has_none() -> None:
    clear = Image.new("RGBA", (300, 300), (255, 0, 0, 0))
    found = opened(fitted(saved(clear, "PNG"), spec(types=("image/jpeg",)), "a.png"))
    assert (found.format, found.getpixel((5, 5))) == ("JPEG", (255, 255, 255))


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "PA", "RGBA", "CMYK", "I;16", "I", "F", "YCbCr"])
def test_every_kind_of_picture_comes_out(mode: str) -> None:
    format = {"CMYK": "JPEG", "YCbCr": "JPEG", "F": "TIFF", "I": "TIFF", "PA": "TIFF"}.get(mode, "PNG")
    picture = NOISE.convert("L").convert("I").point(lambda grey: grey * 256).convert(mode) if mode[0] == "I" else None
    data = saved(picture or (NOISE.convert("RGBA").convert("P") if mode == "PA" else NOISE.convert(mode)), format)
    found = opened(fitted(data, spec(types=("image/jpeg", "image/png"), width=300), "a"))
    extremes = found.convert("L").getextrema()
    assert extremes[0] < 100 < 150 < extremes[1], "its greys are gone"


def test_a_type_the_network_does_not_take_becomes_one_it_does() -> None:
    found = fitted(saved(NOISE, "BMP"), MASTODON, "a.bmp")
    assert opened(found).format == "JPEG"
    still = fitted(saved(NOISE.convert("P"), "GIF"), spec(types=("image/png", "image/jpeg")), "a.gif")
    assert opened(still).format == "PNG"


def test_moving_pictures_go_as_they_are_or_not_at_all() -> None:
    frames = [Image.new("RGB", (50, 50), colour) for colour in ("red", "green", "blue")]
    data = saved(frames[0], "GIF", save_all=True, append_images=frames[1:])
    assert fitted(data, MASTODON, "a.gif").data == data
    assert refused(data, MASTODON, "a.gif", crop=(0, 0, 0.5, 0.5)) == convert.UNCUT
    assert "cannot be made smaller" in refused(data, spec(bytes=100), "a.gif").en


def test_films_go_as_they_are_or_not_at_all() -> None:
    data = film(1280, 720, 4)
    found = fit(data, ShownMedia(file="a.mp4", kind="video"), BLUESKY, "post", captions=b"WEBVTT\n")
    assert isinstance(found, Attachment)
    assert (found.data, found.mime, found.captions) == (data, "video/mp4", b"WEBVTT\n")
    assert (found.width, found.height, found.duration) == (1280, 720, 4.0)
    assert refused(data, file="a.mp4", crop=(0, 0, 0.5, 0.5)) == convert.UNCUT
    tight = PlatformSpec(id="x", name="X", media={"video": MediaRules(limits={"bytes": (Limit(max=10),)})})
    assert "10 bytes" in refused(data, tight, "a.mp4").en


def test_a_disputed_limit_does_not_refuse_a_film() -> None:
    doubtful = (Limit(max=10, uncertain="sources disagree"),)
    loose = PlatformSpec(id="x", name="X", media={"video": MediaRules(limits={"bytes": doubtful})})
    assert isinstance(fit(film(1280, 720, 4), ShownMedia(file="a.mp4"), loose, "post"), Attachment)


def test_the_cover_of_a_film_becomes_a_jpeg() -> None:
    found = fit(film(1280, 720, 4), ShownMedia(file="a.mp4"), MASTODON, "post", cover=saved(NOISE, "PNG"))
    assert isinstance(found, Attachment)
    assert (found.cover_mime, Image.open(io.BytesIO(found.cover)).format) == ("image/jpeg", "JPEG")
    broken = fit(film(1280, 720, 4), ShownMedia(file="a.mp4"), MASTODON, "post", cover=b"\xff\xd8\xffno")
    assert isinstance(broken, Say) and "cover" in broken.en


def test_the_picture_of_a_card_keeps_the_limit_of_cards() -> None:
    found = fit(saved(NOISE.resize((2400, 1600)), quality=100), ShownMedia(file="a.jpg"), BLUESKY, "card")
    assert isinstance(found, Attachment)
    assert len(found.data) <= 1_000_000


@pytest.mark.parametrize(
    ("data", "file"),
    [
        (b"", "a.jpg"),
        (b"Not a picture at all.", "a.jpg"),
        (saved(NOISE)[:20_000], "a.jpg"),
        (saved(NOISE, "PNG")[:20_000], "a.png"),
        (b"\x89PNG\r\n\x1a\n" + bytes(50), "a.png"),
        (b"GIF89a" + bytes(20), "a.gif"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "a.svg"),
        (b"....ftypisom" + bytes(40), "a.mp4"),
    ],
)
def test_damaged_and_lying_files_are_refused_in_words(data: bytes, file: str) -> None:
    assert refused(data, file=file) == convert.BROKEN


def test_a_bomb_is_never_opened() -> None:
    def chunk(name: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))

    for side in (12_000, 60_000):
        header = chunk(b"IHDR", struct.pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0))
        body = chunk(b"IDAT", zlib.compress(bytes(1000)))
        assert refused(b"\x89PNG\r\n\x1a\n" + header + body + chunk(b"IEND", b""), file="a.png") == convert.BOMB


def test_a_pointer_is_no_picture() -> None:
    pointer = f"version https://git-lfs.github.com/spec/v1\noid sha256:{'a' * 64}\nsize 1\n".encode()
    assert refused(pointer) == convert.POINTER


def test_a_kind_the_network_does_not_know_is_refused() -> None:
    assert "takes no such file (application/pdf)" in refused(b"%PDF-1.7\n%%EOF", file="a.pdf").en


SMALL = {"a.jpg": saved(NOISE.resize((30, 20))), "a.png": saved(NOISE.resize((30, 20)), "PNG"), "a.webp": b""}


@settings(max_examples=60, deadline=None)
@given(
    file=st.sampled_from(sorted(SMALL)), cut=st.integers(0, 2000), noise=st.binary(max_size=40),
    crop=st.none() | st.tuples(*[st.floats(0, 1)] * 4),
)  # fmt: skip
def test_nothing_raises_whatever_the_bytes(file: str, cut: int, noise: bytes, crop: Any) -> None:
    data = SMALL[file][:cut] + noise + SMALL[file][cut + len(noise) :]
    found = fit(data, ShownMedia(file=file, crop=crop), spec(width=10, bytes=600), "post")
    assert isinstance(found, Attachment | Say)
