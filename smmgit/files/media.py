"""What a media file really is: measured from its header, never fully decoded."""

from __future__ import annotations

import os
import stat
from typing import Any

from smmgit.files.disk.walk import inside
from smmgit.model.facts import MediaFacts, MediaKind

LFS = b"version https://git-lfs.github.com/spec/v1"
MOST = 4_000_000_000  # bytes hashed; more belongs at a url with its sha256
PIXELS = 250_000_000  # no network takes a twentieth of it; more is a bomb

# First bytes -> kind and MIME type; containers of several kinds are looked into further on.
_MAGIC: tuple[tuple[bytes, int, MediaKind, str], ...] = (
    (b"\xff\xd8\xff", 0, "image", "image/jpeg"),
    (b"\x89PNG\r\n\x1a\n", 0, "image", "image/png"),
    (b"GIF87a", 0, "gif", "image/gif"),
    (b"GIF89a", 0, "gif", "image/gif"),
    (b"WEBP", 8, "image", "image/webp"),
    (b"%PDF-", 0, "document", "application/pdf"),
    (b"\x1a\x45\xdf\xa3", 0, "video", "video/webm"),
    (b"ftyp", 4, "video", "video/mp4"),
    (b"ID3", 0, "audio", "audio/mpeg"),
    (b"OggS", 0, "audio", "audio/ogg"),
    (b"fLaC", 0, "audio", "audio/flac"),
    (b"WAVE", 8, "audio", "audio/wav"),
    (b"BM", 0, "image", "image/bmp"),
    (b"II*\x00", 0, "image", "image/tiff"),
    (b"MM\x00*", 0, "image", "image/tiff"),
    (b"PK\x03\x04", 0, "document", "application/zip"),
)
_BRANDS = {
    b"qt  ": ("video", "video/quicktime"), b"avif": ("image", "image/avif"), b"avis": ("image", "image/avif"),
    b"heic": ("image", "image/heic"), b"heix": ("image", "image/heic"), b"mif1": ("image", "image/heic"),
    b"M4A ": ("audio", "audio/mp4"),
}  # fmt: skip
_BY_NAME: dict[str, tuple[MediaKind, str]] = {
    "jpg": ("image", "image/jpeg"), "jpeg": ("image", "image/jpeg"), "png": ("image", "image/png"),
    "webp": ("image", "image/webp"), "avif": ("image", "image/avif"), "heic": ("image", "image/heic"),
    "gif": ("gif", "image/gif"), "mp4": ("video", "video/mp4"), "m4v": ("video", "video/mp4"),
    "mov": ("video", "video/quicktime"), "webm": ("video", "video/webm"), "mkv": ("video", "video/x-matroska"),
    "mp3": ("audio", "audio/mpeg"), "m4a": ("audio", "audio/mp4"), "wav": ("audio", "audio/wav"),
    "ogg": ("audio", "audio/ogg"), "flac": ("audio", "audio/flac"), "pdf": ("document", "application/pdf"),
    "srt": ("document", "application/x-subrip"), "vtt": ("document", "text/vtt"),
    "docx": ("document", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    "pptx": ("document", "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
}  # fmt: skip


def probe(root: str, file: str) -> MediaFacts:
    """The facts of a repository path; never raises, `problem` says what stood in the way.

    Problems: `missing`, `outside`, `not a file`, `unreadable`, `empty`, `svg`, `broken`,
    `too many pixels`, `too large`, `unknown type`.
    """
    path = os.path.join(root, file)
    try:
        status = os.stat(path)
        if not inside(root, file):
            return MediaFacts(file=file, problem="outside")
        if not stat.S_ISREG(status.st_mode):
            return MediaFacts(file=file, exists=True, problem="not a file")
        if status.st_size > MOST:
            return MediaFacts(file=file, exists=True, bytes=status.st_size, problem="too large")
        with open(path, "rb") as stream:
            head = stream.read(4096)
            pointer = _pointer(head)
            if pointer:
                kind, mime = _by_name(file)
                return MediaFacts(
                    file=file, exists=True, lfs=True, sha256=pointer[0], bytes=pointer[1], kind=kind, mime=mime
                )
            return _measure(file, path, stream, head, status.st_size)
    except (FileNotFoundError, NotADirectoryError, ValueError):
        return MediaFacts(file=file, problem="missing")
    except OSError:
        return MediaFacts(file=file, exists=os.path.lexists(path), problem="unreadable")


def _measure(file: str, path: str, stream: Any, head: bytes, size: int) -> MediaFacts:
    import hashlib

    stream.seek(0)
    facts: dict[str, Any] = {
        "file": file, "exists": True, "bytes": size, "sha256": hashlib.file_digest(stream, "sha256").hexdigest(),
    }  # fmt: skip
    kind, mime = sniff(head, file)
    facts |= {"kind": kind, "mime": mime}
    if not size:
        facts["problem"] = "empty"
    elif mime == "image/svg+xml":
        facts["problem"] = "svg"
    elif kind == "unknown":
        facts["problem"] = "unknown type"
    elif kind in ("image", "gif") and mime != "image/heic":  # Pillow cannot measure HEIC: its size stays unknown
        stream.seek(0)
        facts |= _picture(stream)
    elif kind in ("video", "audio"):
        facts |= film(path, mime)
    return MediaFacts(**facts)


def sniff(head: bytes, file: str) -> tuple[MediaKind, str]:
    """Kind and MIME type from the first bytes; the name decides only between look-alikes."""
    ending = file.rpartition(".")[2].lower()
    for magic, at, kind, mime in _MAGIC:
        if head[at : at + len(magic)] != magic:
            continue
        if magic == b"ftyp":
            kind, mime = _BRANDS.get(head[8:12], (kind, mime))  # type: ignore[assignment]
        elif magic == b"\x1a\x45\xdf\xa3" and b"matroska" in head[:64]:
            mime = "video/x-matroska"
        elif magic == b"PK\x03\x04":
            mime = _by_name(file)[1] if _by_name(file)[0] == "document" else mime
        return kind, mime
    if head[:2] in (b"\xff\xfb", b"\xff\xf3", b"\xff\xf2"):
        return "audio", "audio/mpeg"
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")[:512].lower()
    if b"<svg" in head.lower() and start.startswith((b"<svg", b"<?xml", b"<!--", b"<!doctype")):
        return "unknown", "image/svg+xml"
    if ending in ("srt", "vtt"):
        return _BY_NAME[ending]
    return "unknown", ""


def _picture(stream: Any) -> dict[str, Any]:
    """Pixels as seen (the camera's rotation applied) and frames, from the header."""
    import warnings

    from PIL import Image

    try:
        with warnings.catch_warnings():
            # The size is judged below, by our own limit, before anything is decoded.
            warnings.simplefilter("ignore")
            most, Image.MAX_IMAGE_PIXELS = Image.MAX_IMAGE_PIXELS, None
            try:
                with Image.open(stream) as picture:
                    width, height = picture.size
                    found: dict[str, Any] = {"width": width, "height": height, "frames": 1}
                    if width * height > PIXELS:
                        return {**found, "problem": "too many pixels"}
                    if picture.getexif().get(0x0112) in (5, 6, 7, 8):
                        found |= {"width": height, "height": width}
                    found["frames"] = getattr(picture, "n_frames", 1)
                    if picture.format in ("PNG", "JPEG") and not _ends(stream, picture.format):
                        found["problem"] = "broken"
                    if found["frames"] > 1 and picture.format == "WEBP":
                        found["kind"] = "gif"
                    return found
            finally:
                Image.MAX_IMAGE_PIXELS = most
    except Exception:  # Pillow raises anything at all on damaged files
        return {"problem": "broken"}


def _ends(stream: Any, format: str) -> bool:
    """True when the file has its end marker: a download cut short has not."""
    stream.seek(0, os.SEEK_END)
    stream.seek(max(0, stream.tell() - 65536))
    return (b"IEND" if format == "PNG" else b"\xff\xd9") in stream.read()


def film(source: Any, mime: str) -> dict[str, Any]:
    """Pixels, seconds and frames of a film or sound (a path, or a stream of bytes), by the MediaInfo library."""
    from pymediainfo import MediaInfo

    try:
        tracks = MediaInfo.parse(source, library_file=None).tracks
    except (OSError, RuntimeError, ValueError):
        return {"problem": "broken"}
    general = next((track for track in tracks if track.track_type == "General"), None)
    film = next((track for track in tracks if track.track_type == "Video"), None)
    sound = next((track for track in tracks if track.track_type == "Audio"), None)
    if film is None and sound is None:
        return {"problem": "broken"}
    found: dict[str, Any] = {}
    duration = getattr(general, "duration", None) or getattr(film or sound, "duration", None)
    if duration:
        found["duration"] = float(duration) / 1000
    if film is None:
        return {**found, "kind": "audio", "mime": mime.replace("video/", "audio/")}
    turned = str(film.rotation or "0").partition(".")[0] in ("90", "270")
    width, height = int(film.width or 0), int(film.height or 0)
    found |= {"width": height, "height": width} if turned else {"width": width, "height": height}
    found["frames"] = int(film.frame_count or 0)
    return found


def _pointer(head: bytes) -> tuple[str, int] | None:
    """Fingerprint and size from a Git LFS pointer, None where the file is itself."""
    if not head.startswith(LFS):
        return None
    import re

    sha = re.search(rb"^oid sha256:([0-9a-f]{64})$", head, re.MULTILINE)
    size = re.search(rb"^size (\d{1,15})$", head, re.MULTILINE)
    return (sha[1].decode() if sha else "", int(size[1]) if size else 0)


def _by_name(file: str) -> tuple[MediaKind, str]:
    """Kind and MIME type as the name tells them, for what is not here to be looked at."""
    return _BY_NAME.get(file.rpartition(".")[2].lower(), ("unknown", ""))
