"""A media file as one network takes it: cut out, turned upright, made smaller where it must be, else untouched.

The same bytes in give the same bytes out (for one version of Pillow), so that a retry uploads the same file.
What cannot be made to fit is told as a sentence, never raised: a file may be damaged or lie about itself.
"""

from __future__ import annotations

import hashlib
import io
from typing import TYPE_CHECKING, Any

import msgspec

from smmgit.files import media
from smmgit.model.rendition import ShownMedia
from smmgit.model.say import Say
from smmgit.model.sending.attachment import Attachment
from smmgit.model.spec import Limit, MediaRules, PlatformSpec

if TYPE_CHECKING:
    from PIL.Image import Image

POINTER = Say("only its Git LFS pointer is here; fetch the file: git lfs pull",
              "il n'y a ici que son pointeur Git LFS ; récupérer le fichier : git lfs pull")  # fmt: skip
BROKEN = Say("the file is damaged, or is not what its name says; export it again",
             "le fichier est abîmé, ou n'est pas ce que dit son nom ; l'exporter de nouveau")  # fmt: skip
BOMB = Say("the picture has more pixels than can be opened safely; export it smaller",
           "l'image a plus de pixels qu'on n'en peut ouvrir sans risque ; l'exporter en plus petit")  # fmt: skip
HEAVY = Say("the file is larger than {name} takes ({most} bytes) and cannot be made smaller here; export it smaller",
            "le fichier dépasse ce que prend {name} ({most} octets) et ne peut pas être réduit ici ; l'exporter en "
            "plus petit")  # fmt: skip
TYPE = Say("{name} does not take files of the type {type}; export it as {types}",
           "{name} ne prend pas de fichiers du type {type} ; l'exporter en {types}")  # fmt: skip
KIND = Say("{name} takes no such file ({type}) in a post; take it out for this channel",
           "{name} ne prend pas ce genre de fichier ({type}) dans une publication ; l'enlever pour ce compte",
           )  # fmt: skip
UNCUT = Say("a crop is asked for, but this kind of file cannot be cut here; crop it in its own program",
            "un recadrage est demandé, mais ce genre de fichier ne peut pas être coupé ici ; le recadrer dans son "
            "propre logiciel")  # fmt: skip
COVER = Say("its cover picture cannot be used: {why}", "son image de couverture est inutilisable : {why}")

PIXELS = 120_000_000  # what may be decoded: 480 MB of memory at worst
QUALITIES = (90, 80, 65)
SMALLER = 0.85  # sides are multiplied by this when quality alone does not do
LEAST = 200  # pixels; smaller is no picture any more
_SAVED = {"image/jpeg": "JPEG", "image/png": "PNG", "image/webp": "WEBP"}
_FALLBACKS = ("image/jpeg", "image/png", "image/webp")


def fit(
    data: bytes, item: ShownMedia, spec: PlatformSpec, format: str, *, cover: bytes = b"", captions: bytes = b""
) -> Attachment | Say:
    """The bytes of a media item as `spec` takes them in this format (`card`: as the picture of a link card).

    `cover` and `captions` are the bytes of its cover picture and subtitles, which travel with it.
    """
    if data.startswith(media.LFS):
        return POINTER
    kind, mime = media.sniff(data[:4096], item.file or item.url.partition("?")[0])
    if kind == "unknown":
        return BROKEN
    rules = _rules(spec, format, kind)
    if rules is None:
        return KIND.with_(name=spec.name, type=mime)
    if kind in ("image", "gif") and mime != "image/heic":
        made = _picture(data, item, rules, mime, spec.name)
    else:
        made = _as_it_is(data, item, rules, mime, spec.name)
    if isinstance(made, Say):
        return made
    shown = _cover(cover, spec) if cover else b""
    if isinstance(shown, Say):
        return shown
    return msgspec.structs.replace(made, cover=shown, cover_mime="image/jpeg" if shown else "", captions=captions)


def _rules(spec: PlatformSpec, format: str, kind: str) -> MediaRules | None:
    """What the network says of this kind of media in this format; None where it takes none."""
    if format == "card":
        return spec.media.get("card") or spec.media.get("image") or MediaRules()
    form = spec.formats.get(format)
    tables = (form.media if form else {}, spec.media)
    names = (kind, "image") if kind == "gif" else (kind,)
    return next((table[name] for name in names for table in tables if name in table), None)


def _most(rules: MediaRules, measure: str) -> float:
    """The tightest upper limit of a measure that a picture can be made to keep."""
    return min((limit.max for limit in rules.limits.get(measure, ()) if limit.max is not None), default=float("inf"))


def _firm(limits: tuple[Limit, ...]) -> float:
    """The limit that is known to refuse."""
    firm = (limit.max for limit in limits if limit.max is not None and not limit.soft and not limit.uncertain)
    return min(firm, default=float("inf"))


def _as_it_is(data: bytes, item: ShownMedia, rules: MediaRules, mime: str, name: str) -> Attachment | Say:
    """Films, sounds, documents: nothing here can change them."""
    if item.crop:
        return UNCUT
    if rules.types and mime not in rules.types and not rules.types_uncertain:
        return TYPE.with_(name=name, type=mime, types=", ".join(rules.types))
    most = _firm(rules.limits.get("bytes", ()))
    if len(data) > most:
        return HEAVY.with_(name=name, most=round(most))
    facts = media.film(io.BytesIO(data), mime) if mime.startswith(("video/", "audio/")) else {}
    if facts.get("problem"):
        return BROKEN
    return Attachment(
        item=item, data=data, mime=facts.get("mime", mime), digest=_sha256(data), width=facts.get("width", 0),
        height=facts.get("height", 0), duration=facts.get("duration", 0.0),
    )  # fmt: skip


def _picture(data: bytes, item: ShownMedia, rules: MediaRules, mime: str, name: str) -> Attachment | Say:
    import warnings

    from PIL import Image

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # its size is judged here, by our own limit
            with Image.open(io.BytesIO(data)) as picture:
                if picture.width * picture.height > PIXELS:
                    return BOMB
                if getattr(picture, "n_frames", 1) > 1:
                    return _animated(data, item, rules, mime, name, picture)
                picture.load()  # a file cut short fails here, not at the network
                return _still(data, item, rules, mime, name, picture)
    except Image.DecompressionBombError:
        return BOMB
    except Exception:  # Pillow raises anything at all on damaged files
        return BROKEN


def _animated(
    data: bytes, item: ShownMedia, rules: MediaRules, mime: str, name: str, picture: Image
) -> Attachment | Say:
    """Moving pictures keep their frames: they go as they are, or not at all."""
    if item.crop:
        return UNCUT
    most = _firm(rules.limits.get("bytes", ()))
    if len(data) > most:
        return HEAVY.with_(name=name, most=round(most))
    return _attachment(data, item, mime, picture.width, picture.height)


def _still(data: bytes, item: ShownMedia, rules: MediaRules, mime: str, name: str, picture: Image) -> Attachment | Say:
    from PIL import ImageOps

    upright = ImageOps.exif_transpose(picture)
    accepted = not rules.types or mime in rules.types
    if accepted and not item.crop and len(data) <= _most(rules, "bytes") and _scale(upright, rules) == 1:
        return _attachment(data, item, mime, upright.width, upright.height)
    upright = _bare(upright)
    if item.crop:
        upright = upright.crop(_box(item.crop, upright.width, upright.height))
    scale = _scale(upright, rules)
    if scale < 1:
        upright = _resized(upright, scale)
    return _within(_most(rules, "bytes"), item, upright, _targets(mime, rules, upright)) or HEAVY.with_(
        name=name, most=round(_most(rules, "bytes"))
    )


def _within(most: float, item: ShownMedia, picture: Image, kinds: list[str]) -> Attachment | None:
    """The picture in so many bytes: at falling quality, then smaller and smaller; the best that fits."""
    while True:
        least = float("inf")
        for kind in kinds:
            for quality in QUALITIES if kind != "image/png" else (0,):
                made = _saved(picture, kind, quality)
                if len(made) <= most:
                    return _attachment(made, item, kind, picture.width, picture.height)
                least = min(least, len(made))
        shrink = min(SMALLER, (most / least) ** 0.5)
        if min(picture.size) * shrink < LEAST:
            return None
        picture = _resized(picture, shrink)


def _bare(picture: Image) -> Image:
    """Without metadata: no place, no camera, no comment. Its colours stay, 16-bit greys become 8-bit ones."""
    kept: dict[str | tuple[int, int], Any] = {
        name: picture.info[name] for name in ("icc_profile", "transparency") if name in picture.info
    }
    if picture.mode.startswith("I"):
        picture = picture.convert("I").point(lambda grey: grey * (1 / 256)).convert("L")
        kept = {}
    picture.info = kept
    return picture


def _targets(mime: str, rules: MediaRules, picture: Image) -> list[str]:
    """The types to save as: its own where that can be, then what is smaller; see-through pictures stay so."""
    allowed = [kind for kind in _FALLBACKS if not rules.types or kind in rules.types] or ["image/jpeg"]
    own = mime if mime in allowed else "image/png" if mime == "image/gif" and "image/png" in allowed else ""
    clear = picture.has_transparency_data
    smaller = [kind for kind in ("image/webp",) if clear and kind in allowed] or (
        [] if clear and own else ["image/jpeg"] if "image/jpeg" in allowed else allowed[:1]
    )
    return list(dict.fromkeys([own, *smaller] if own else smaller))


def _saved(picture: Image, kind: str, quality: int) -> bytes:
    """The picture as a file."""
    out = io.BytesIO()
    profile = picture.info.get("icc_profile") if picture.mode not in ("CMYK", "YCCK", "LAB") else None
    options: dict[str, object] = {"icc_profile": profile} if profile else {}
    if kind == "image/png":
        bare = picture if picture.mode in ("1", "L", "LA", "P", "RGB", "RGBA") else picture.convert("RGBA")
        bare.save(out, "PNG", optimize=True, exif=b"", **options)
    elif kind == "image/webp":
        mode = "RGBA" if picture.has_transparency_data else "RGB"
        picture.convert(mode).save(out, "WEBP", quality=quality, method=4, exif=b"", **options)
    else:
        _opaque(picture).save(out, "JPEG", quality=quality, optimize=True, exif=b"", **options)
    return out.getvalue()


def _opaque(picture: Image) -> Image:
    """On white where one could see through it."""
    if not picture.has_transparency_data:
        return picture.convert("RGB")
    from PIL import Image

    clear = picture.convert("RGBA")
    paper = Image.new("RGBA", clear.size, "white")
    return Image.alpha_composite(paper, clear).convert("RGB")


def _scale(picture: Image, rules: MediaRules) -> float:
    """By how much its sides must shrink."""
    area = picture.width * picture.height
    most = (
        _most(rules, "width") / picture.width,
        _most(rules, "height") / picture.height,
        (_most(rules, "pixels") / area) ** 0.5,
    )
    return float(min(1.0, *most))


def _resized(picture: Image, scale: float) -> Image:
    from PIL import Image

    size = (max(1, int(picture.width * scale)), max(1, int(picture.height * scale)))
    whole = picture if picture.mode in ("L", "LA", "RGB", "RGBA") else picture.convert(_full(picture))
    made = whole.resize(size, Image.Resampling.LANCZOS)
    made.info = dict(picture.info)
    made.info.pop("transparency", None)
    return made


def _full(picture: Image) -> str:
    return "RGBA" if picture.has_transparency_data else "RGB"


def _box(crop: tuple[float, float, float, float], width: int, height: int) -> tuple[int, int, int, int]:
    """A cut-out in fractions as pixels: inside the picture, at least one pixel each way."""
    left, top = min(round(crop[0] * width), width - 1), min(round(crop[1] * height), height - 1)
    right = min(max(round((crop[0] + crop[2]) * width), left + 1), width)
    return left, top, right, min(max(round((crop[1] + crop[3]) * height), top + 1), height)


def _cover(data: bytes, spec: PlatformSpec) -> bytes | Say:
    """A cover picture as JPEG, within what the network says of pictures."""
    rules = _rules(spec, "", "image") or MediaRules()
    rules = msgspec.structs.replace(rules, types=("image/jpeg",))
    made = _picture(data, ShownMedia(), rules, media.sniff(data[:4096], "")[1], spec.name)
    if isinstance(made, Say):
        return Say(COVER.en.format(why=made.en), COVER.fr.format(why=made.fr))
    return made.data


def _attachment(data: bytes, item: ShownMedia, mime: str, width: int, height: int) -> Attachment:
    return Attachment(item=item, data=data, mime=mime, digest=_sha256(data), width=width, height=height)


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
