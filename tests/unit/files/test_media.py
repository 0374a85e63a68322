"""What a media file really is, whatever its name says."""

# ruff: noqa: E501 the samples are read across, not down

from __future__ import annotations

import hashlib
import os
import struct
import zlib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from smmgit.files.media import probe, sniff


def picture(path: Path, size: tuple[int, int] = (64, 48), **save: object) -> Path:
    Image.new("RGB", size, "#a33").save(path, **save)  # type: ignore[arg-type]
    return path


def box(kind: bytes, *parts: bytes) -> bytes:
    body = b"".join(parts)
    return struct.pack(">I", len(body) + 8) + kind + body


def film(width: int, height: int, seconds: int) -> bytes:
    """The smallest MP4 with one picture track: only its headers."""
    matrix = struct.pack(">9i", 65536, 0, 0, 0, 65536, 0, 0, 0, 1073741824)
    frames = seconds * 25
    entry = box(
        b"avc1", bytes(6), struct.pack(">H", 1), bytes(16), struct.pack(">HH", width, height),
        struct.pack(">III", 0x480000, 0x480000, 0), struct.pack(">H", 1), bytes(32), struct.pack(">Hh", 24, -1),
    )  # fmt: skip
    table = box(
        b"stbl",
        box(b"stsd", struct.pack(">II", 0, 1), entry),
        box(b"stts", struct.pack(">IIII", 0, 1, frames, 1)),
        box(b"stsc", struct.pack(">IIIII", 0, 1, 1, frames, 1)),
        box(b"stsz", struct.pack(">III", 0, 10, frames)),
        box(b"stco", struct.pack(">III", 0, 1, 0)),
    )
    information = box(
        b"minf", box(b"vmhd", struct.pack(">IHHHH", 1, 0, 0, 0, 0)),
        box(b"dinf", box(b"dref", struct.pack(">II", 0, 1), box(b"url ", struct.pack(">I", 1)))), table,
    )  # fmt: skip
    track = box(
        b"trak",
        box(b"tkhd", struct.pack(">IIIIII", 7, 0, 0, 1, 0, seconds * 1000), bytes(16), matrix,
            struct.pack(">II", width << 16, height << 16)),
        box(b"mdia", box(b"mdhd", struct.pack(">IIIIIHH", 0, 0, 0, 25, frames, 0x55C4, 0)),
            box(b"hdlr", struct.pack(">II4s", 0, 0, b"vide"), bytes(13)), information),
    )  # fmt: skip
    header = box(
        b"mvhd", struct.pack(">IIIIIIH", 0, 0, 0, 1000, seconds * 1000, 65536, 256), bytes(10), matrix, bytes(24),
        struct.pack(">I", 2),
    )  # fmt: skip
    return (
        box(b"ftyp", b"isom", struct.pack(">I", 512), b"isomavc1")
        + box(b"moov", header, track)
        + box(b"mdat", bytes(64))
    )


def png_of(width: int, height: int) -> bytes:
    """A PNG that claims a size and holds next to nothing."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"")) + chunk(b"IEND", b"")


@pytest.mark.parametrize(
    ("name", "format", "mime"),
    [
        ("a.jpg", "JPEG", "image/jpeg"),
        ("a.png", "PNG", "image/png"),
        ("a.webp", "WEBP", "image/webp"),
        ("a.txt", "PNG", "image/png"),
    ],
)
def test_pictures_by_their_bytes(tmp_path: Path, name: str, format: str, mime: str) -> None:
    data = picture(tmp_path / name, format=format).read_bytes()
    facts = probe(str(tmp_path), name)
    assert (facts.kind, facts.mime, facts.width, facts.height, facts.problem) == ("image", mime, 64, 48, "")
    assert (facts.bytes, facts.sha256, facts.exists) == (len(data), hashlib.sha256(data).hexdigest(), True)


def test_a_picture_turned_by_the_camera_is_measured_as_seen(tmp_path: Path) -> None:
    turned = Image.Exif()
    turned[0x0112] = 6
    picture(tmp_path / "a.jpg", exif=turned)
    facts = probe(str(tmp_path), "a.jpg")
    assert (facts.width, facts.height) == (48, 64)


def test_frames_of_moving_pictures(tmp_path: Path) -> None:
    frames = [Image.new("RGB", (8, 8), colour) for colour in ("red", "green", "blue")]
    frames[0].save(tmp_path / "a.gif", save_all=True, append_images=frames[1:])
    facts = probe(str(tmp_path), "a.gif")
    assert (facts.kind, facts.frames, facts.mime) == ("gif", 3, "image/gif")


def test_a_film(tmp_path: Path) -> None:
    (tmp_path / "a film é.mp4").write_bytes(film(1280, 720, 4))
    facts = probe(str(tmp_path), "a film é.mp4")
    assert (facts.kind, facts.mime, facts.problem) == ("video", "video/mp4", "")
    assert (facts.width, facts.height, facts.duration, facts.frames) == (1280, 720, 4.0, 100)


def test_a_document(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7\n%%EOF")
    facts = probe(str(tmp_path), "a.pdf")
    assert (facts.kind, facts.mime, facts.problem) == ("document", "application/pdf", "")


def test_a_picture_pillow_cannot_measure_is_known_by_its_type(tmp_path: Path) -> None:
    (tmp_path / "a.heic").write_bytes(box(b"ftyp", b"heic", bytes(8)))
    facts = probe(str(tmp_path), "a.heic")
    assert (facts.kind, facts.mime, facts.width, facts.problem) == ("image", "image/heic", 0, "")


def test_a_pointer_to_large_file_storage_keeps_its_promise(tmp_path: Path) -> None:
    pointer = f"version https://git-lfs.github.com/spec/v1\noid sha256:{'a' * 64}\nsize 123456\n"
    (tmp_path / "a.mp4").write_text(pointer, encoding="utf-8")
    facts = probe(str(tmp_path), "a.mp4")
    assert (facts.lfs, facts.kind, facts.mime, facts.bytes, facts.sha256, facts.problem) == (
        True, "video", "video/mp4", 123456, "a" * 64, "",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"", "empty"),
        (b"<?xml version='1.0'?>\n<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>", "svg"),
        (b"\xef\xbb\xbf  <svg/>", "svg"),
        (b"just text", "unknown type"),
        (b"\xff\xd8\xff\xe0 not really", "broken"),
        (b"\x89PNG\r\n\x1a\n", "broken"),
        (png_of(50_000, 50_000), "too many pixels"),
        (b"GIF89a\x00", "broken"),
        (box(b"ftyp", b"isom", bytes(4)), "broken"),
    ],
)
def test_what_is_no_picture_says_why(tmp_path: Path, data: bytes, problem: str) -> None:
    (tmp_path / "a.jpg").write_bytes(data)
    facts = probe(str(tmp_path), "a.jpg")
    assert (facts.exists, facts.problem) == (True, problem)


@pytest.mark.parametrize("format", ["PNG", "JPEG"])
def test_a_picture_cut_short_is_broken(tmp_path: Path, format: str) -> None:
    whole = picture(tmp_path / "a", (400, 300), format=format).read_bytes()
    (tmp_path / "a").write_bytes(whole[: len(whole) // 2])
    assert probe(str(tmp_path), "a").problem == "broken"


def test_places_that_are_not_for_us(tmp_path: Path) -> None:
    root = tmp_path / "team"
    root.mkdir()
    picture(tmp_path / "out.png")
    picture(root / "in.png")
    os.symlink(tmp_path / "out.png", root / "link.png")
    os.symlink("in.png", root / "same.png")
    os.symlink(tmp_path, root / "folder")
    os.mkfifo(root / "pipe.png")
    (root / "dir.png").mkdir()
    found = {name: probe(str(root), name).problem for name in (
        "missing.png", "in.png/x", "link.png", "folder/out.png", "../out.png", "pipe.png", "dir.png", "same.png", "a\0b",
    )}  # fmt: skip
    assert found == {
        "missing.png": "missing", "in.png/x": "missing", "link.png": "outside", "folder/out.png": "outside",
        "../out.png": "outside", "pipe.png": "not a file", "dir.png": "not a file", "same.png": "", "a\0b": "missing",
    }  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(
    start=st.sampled_from([b"", b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"GIF89a", b"RIFF\0\0\0\0WEBP", b"%PDF-", b"\x1aE\xdf\xa3",
                           b"\0\0\0\x18ftypavif", b"\0\0\0\x18ftypmp42", b"II*\0", b"BM", b"ID3", b"OggS", b"PK\x03\x04"]),
    rest=st.binary(max_size=200),
)  # fmt: skip
def test_no_bytes_make_it_raise(tmp_path_factory: pytest.TempPathFactory, start: bytes, rest: bytes) -> None:
    folder = tmp_path_factory.mktemp("media", numbered=True)
    (folder / "a").write_bytes(start + rest)
    facts = probe(str(folder), "a")
    assert facts.exists
    assert sniff(start + rest, "a")[0] == facts.kind or facts.kind in ("audio", "gif")


def test_measuring_leaves_pillows_own_guard_alone(tmp_path: Path) -> None:
    before = Image.MAX_IMAGE_PIXELS
    (tmp_path / "a.png").write_bytes(png_of(50_000, 50_000))
    probe(str(tmp_path), "a.png")
    assert before == Image.MAX_IMAGE_PIXELS
