"""Which files are there, and their bytes: never outside the repository, never a pipe or a device."""

import os
import stat

from msgspec import Struct

from smmgit.files.disk.text import MAX_FILE, too_large
from smmgit.files.tree.report import Report
from smmgit.model.say import Say

DEEPEST = 50
SKIPPED = frozenset((".git", ".smmgit", "site", "node_modules", ".venv"))

OUTSIDE = Say("This is a link that leads out of the repository; put the file itself here.",
              "C'est un lien qui mène hors du dépôt ; mettre ici le fichier lui-même.")  # fmt: skip
BROKEN = Say("This link leads nowhere.", "Ce lien ne mène nulle part.")
LINKED_FOLDER = Say("Links to folders are not followed; move the files here.",
                    "Les liens vers des dossiers ne sont pas suivis ; déplacer les fichiers ici.")  # fmt: skip
NOT_A_FILE = Say("This is named like a text but is no file (a folder, a pipe or a device).",
                 "Ceci porte le nom d'un texte sans être un fichier (dossier, tube ou périphérique).")  # fmt: skip
UNREADABLE = Say("This cannot be read: {why}.", "Ceci ne peut pas être lu : {why}.")
DEEP = Say("This folder is nested too deeply to be looked into.",
           "Ce dossier est imbriqué trop profondément pour être parcouru.")  # fmt: skip
NAME = Say("The file's name is not UTF-8; rename it.", "Le nom du fichier n'est pas en UTF-8 ; le renommer.")
TWINS = Say("“{other}” differs only by its capitals or accents' spelling; on other computers the two are one file.",
            "« {other} » ne diffère que par la casse ou l'écriture des accents ; ailleurs, les deux n'en font qu'un.",
            )  # fmt: skip


class Stamp(Struct, frozen=True, array_like=True, gc=False):
    """What `os.stat` says of a file: nanoseconds, bytes, inode."""

    mtime: int
    ctime: int
    size: int
    inode: int


class Found(Struct, frozen=True):
    """A regular file: `path` relative to the repository, and its stamp."""

    path: str
    stamp: Stamp


def stamp(status: os.stat_result) -> Stamp:
    """The stamp of a file's status."""
    return Stamp(status.st_mtime_ns, status.st_ctime_ns, status.st_size, status.st_ino)


def walk(root: str, folder: str, reports: dict[str, Report], *, ending: str = "") -> list[Found]:
    """The files below a folder of the repository whose names end so, sorted; the odd ones get a report.

    Names are compared without case. Links to files inside the repository are files.
    """
    found: list[Found] = []
    _walk(root, folder, reports, ending, found)
    return found


def _walk(root: str, folder: str, reports: dict[str, Report], ending: str, found: list[Found]) -> None:
    place = os.path.join(root, folder)
    if os.path.islink(place):
        _odd(reports, folder, LINKED_FOLDER if inside(root, folder) else OUTSIDE)
        return
    try:
        with os.scandir(place) as listing:
            entries = sorted(listing, key=lambda entry: entry.name)
    except FileNotFoundError:
        return
    except OSError as error:
        _odd(reports, folder, UNREADABLE.with_(why=error.strerror))
        return
    _twins(folder, [entry.name for entry in entries], reports)
    for entry in entries:
        name = entry.name
        wanted = name.lower().endswith(ending)
        if name in SKIPPED or (not wanted and name[0] == "."):
            continue
        path = f"{folder}/{name}"
        try:
            if not name.isascii() and _not_utf8(name):
                if wanted or entry.is_dir():
                    _odd(reports, path, NAME)
            elif entry.is_file(follow_symlinks=False):
                if wanted:
                    found.append(Found(path, stamp(entry.stat())))
            elif entry.is_dir():
                if wanted and ending:
                    _odd(reports, path, NOT_A_FILE)
                if path.count("/") > DEEPEST:
                    _odd(reports, path, DEEP)
                elif name[0] != ".":
                    _walk(root, path, reports, ending, found)
            elif wanted:
                status = entry.stat()
                if not stat.S_ISREG(status.st_mode):
                    _odd(reports, path, NOT_A_FILE)
                elif not inside(root, path):
                    _odd(reports, path, OUTSIDE)
                else:
                    found.append(Found(path, stamp(status)))
        except OSError as error:
            _odd(reports, path, BROKEN if entry.is_symlink() else UNREADABLE.with_(why=error.strerror))


def find(root: str, path: str, reports: dict[str, Report]) -> Found | None:
    """One file of the repository where it is there; an odd one gets a report."""
    try:
        status = os.stat(os.path.join(root, path))
    except OSError:
        return None
    if not stat.S_ISREG(status.st_mode):
        _odd(reports, path, NOT_A_FILE)
    elif not inside(root, path):
        _odd(reports, path, OUTSIDE)
    else:
        return Found(path, stamp(status))
    return None


def inside(root: str, path: str) -> bool:
    """True when a path of the repository, links followed, still is in the repository."""
    top = os.path.realpath(root)
    return os.path.realpath(os.path.join(root, path)).startswith(top.rstrip("/") + "/")


def read_file(root: str, path: str, report: Report) -> bytes | None:
    """A file's bytes, or None and a finding: not regular, too large, outside, unreadable."""
    try:
        handle = os.open(os.path.join(root, path), os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    except OSError as error:
        report.add("schema/file", UNREADABLE, why=error.strerror or "")
        return None
    try:
        status = os.fstat(handle)
        if not stat.S_ISREG(status.st_mode):
            report.add("schema/file", NOT_A_FILE)
            return None
        if too_large(status.st_size, report):
            return None
        data = os.read(handle, status.st_size + 1)
        if len(data) > status.st_size:  # it grew under our hands
            data += os.read(handle, MAX_FILE)
        return None if too_large(len(data), report) else data
    except OSError as error:
        report.add("schema/file", UNREADABLE, why=error.strerror or "")
        return None
    finally:
        os.close(handle)


def shown(path: str) -> str:
    """A path as text that can be written anywhere: bytes that are not UTF-8 become U+FFFD."""
    return path if path.isascii() else path.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _not_utf8(name: str) -> bool:
    return any("\ud800" <= char <= "\udfff" for char in name)


def _odd(reports: dict[str, Report], path: str, message: Say) -> None:
    path = shown(path)
    reports.setdefault(path, Report(path)).add("schema/file", message)


def _twins(folder: str, names: list[str], reports: dict[str, Report]) -> None:
    folded: dict[str, str] = {}
    for name in names:
        key = name.lower()
        if not name.isascii():
            import unicodedata

            key = unicodedata.normalize("NFC", name).casefold()
        other = folded.setdefault(key, name)
        if other != name:
            path = shown(f"{folder}/{name}")
            reports.setdefault(path, Report(path)).add("schema/file", TWINS, severity="warning", other=shown(other))
