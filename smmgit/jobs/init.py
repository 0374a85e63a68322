"""A team's own repository, made from files in the wheel and committed.

`smmgit/starter/` holds `both` for every language, `fr` and `en` for one. `dot_name` becomes `.name`,
what ends in `.j2` is filled in, and `posts/` goes to the month of the first post.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import os
import shutil
from collections.abc import Iterator
from typing import Any

from msgspec import Struct

from smmgit.errors import GitError, UsageError
from smmgit.files.schema import json_schema, paths
from smmgit.files.write import write_atomic
from smmgit.git.repo import Repo
from smmgit.model.say import Say
from smmgit.model.when import resolve, zone

STARTER = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "starter")
SCHEMAS = ".vscode/schemas"
NOT_EMPTY = Say("{root} is not empty: nothing was written.", "{root} n'est pas vide : rien n'a été écrit.")
FORCE = Say("Name a new folder, or add --force: files that are there already stay as they are.",
            "Indiquez un nouveau dossier, ou ajoutez --force : les fichiers présents ne changent pas.")  # fmt: skip
NOT_A_FOLDER = Say("{root} is a file, not a folder.", "{root} est un fichier, pas un dossier.")
LEADS_OUT = Say("{path} leads out of {root}: nothing was written.", "{path} mène hors de {root} : rien n'a été écrit.")
NO_ZONE = Say("There is no time zone {name!r}.", "Il n'existe pas de fuseau horaire {name!r}.")
ZONE_HINT = Say("Write it as Europe/Paris.", "L'écrire comme Europe/Paris.")
MESSAGE = Say("Start our social media repository", "Premiers pas de nos réseaux sociaux")

# Posts of the starter: how many days after now, and when.
SECOND, THIRD = (1, dt.time(9, 0)), (3, dt.time(12, 15))
OBJECTIVE_DAYS = 90
# The quiet days of the example never fall on the example posts.
CHRISTMAS_AHEAD = dt.timedelta(days=14)
# Committing needs a name; a machine that has none still gets its repository.
NOBODY = ("-c", "user.name=smmgit", "-c", "user.email=smmgit@localhost")


class Made(Struct, frozen=True, kw_only=True):
    """What was made. Paths are relative to `root`; `kept` are files that were there already.

    `commit` is empty when nothing new had to be committed; `signed` says whether git knew who commits.
    """

    root: str
    files: tuple[str, ...]
    kept: tuple[str, ...]
    post: str
    commit: str
    signed: bool = True


def init(root: str, *, lang: str, name: str, time_zone: str, now: dt.datetime, force: bool = False) -> Made:
    """Make and commit a repository at `root` for a brand `name`; its first post is due at `now`.

    A naive `now` is local time of the brand.
    Raises `UsageError` for a folder with content (unless `force`) and for an unknown time zone.
    Never changes a file that exists.
    """
    try:
        local = resolve(now, time_zone).at.astimezone(zone(time_zone))
    except ValueError as error:
        raise UsageError(NO_ZONE.with_(name=time_zone).in_(lang), hint=ZONE_HINT.in_(lang)) from error
    _may_write(root, lang, force)
    values = _values(" ".join(name.split()), time_zone, local)
    month = values["first"][:7].replace("-", "/")
    wanted = dict(_starter(lang, values, month))
    top = os.path.realpath(root)
    for path in wanted:
        if os.path.commonpath([top, os.path.realpath(os.path.join(root, path))]) != top:
            raise UsageError(LEADS_OUT.with_(path=path, root=root).in_(lang))
    kept = tuple(path for path in wanted if os.path.lexists(os.path.join(root, path)))
    files = tuple(path for path in wanted if path not in kept)
    was_git = os.path.lexists(os.path.join(root, ".git"))
    folders = _missing(root, files)
    try:
        os.makedirs(root, exist_ok=True)
        for path in files:
            write_atomic(os.path.join(root, path), wanted[path])
        commit, signed = _commit(root, files, MESSAGE.in_(lang))
    except BaseException:
        _undo(root, files, folders, was_git)
        raise
    first = next(path for path in wanted if path.startswith("content/") and values["first"].encode() in wanted[path])
    return Made(root=root, files=files, kept=kept, post=first, commit=commit, signed=signed)


def _may_write(root: str, lang: str, force: bool) -> None:
    if os.path.lexists(root) and not os.path.isdir(root):
        raise UsageError(NOT_A_FOLDER.with_(root=root).in_(lang))
    if not force and os.path.isdir(root) and set(os.listdir(root)) - {".git"}:
        raise UsageError(NOT_EMPTY.with_(root=root).in_(lang), hint=FORCE.in_(lang))


def _missing(root: str, files: tuple[str, ...]) -> list[str]:
    """The folders that writing these files will make, the innermost first."""
    found = set()
    for path in (os.path.join(root, file) for file in (*files, ".git")):
        folder = os.path.dirname(path)
        while folder and not os.path.lexists(folder):
            found.add(folder)
            folder = os.path.dirname(folder)
    return sorted(found, key=len, reverse=True)


def _undo(root: str, files: tuple[str, ...], folders: list[str], was_git: bool) -> None:
    """Leave nothing half made: take away what this run wrote, and only that."""
    if not was_git:
        shutil.rmtree(os.path.join(root, ".git"), ignore_errors=True)
    elif files:
        with contextlib.suppress(OSError, GitError):
            Repo(root).answer("rm", "--cached", "--quiet", "--ignore-unmatch", "--", *files)
    for path in files:
        with contextlib.suppress(OSError):
            os.unlink(os.path.join(root, path))
    for folder in folders:
        with contextlib.suppress(OSError):
            os.rmdir(folder)


def _values(name: str, time_zone: str, local: dt.datetime) -> dict[str, Any]:
    """What the starter's files say about this brand and this day."""
    today = local.date()
    # In the hour that comes twice only an offset says which one is meant.
    twice = resolve(local.replace(tzinfo=None), time_zone).problem == "overlap"
    christmas = today.year
    if today + CHRISTMAS_AHEAD > dt.date(christmas, 12, 24):
        christmas += 1
    return {
        "name": name,
        "time_zone": time_zone,
        "first": local.isoformat(" ", "minutes") if twice else f"{local:%Y-%m-%d %H:%M}",
        "second": f"{today + dt.timedelta(days=SECOND[0])} {SECOND[1]:%H:%M}",
        "third": f"{today + dt.timedelta(days=THIRD[0])} {THIRD[1]:%H:%M}",
        "objective_by": today + dt.timedelta(days=OBJECTIVE_DAYS),
        "christmas": christmas,
        "year": today.year,
        "genesis": os.urandom(16).hex(),
    }


def _starter(lang: str, values: dict[str, Any], month: str) -> Iterator[tuple[str, bytes]]:
    """The path and the bytes of every file of a new repository, sorted by path."""
    import jinja2

    # Only our own files are templates; what a person typed is a value, quoted by `yaml`.
    templates = jinja2.Environment(undefined=jinja2.StrictUndefined, keep_trailing_newline=True, autoescape=False)  # noqa: S701
    templates.filters["yaml"] = _quoted
    found = {}
    for part in ("both", lang):
        top = os.path.join(STARTER, part)
        for folder, _, names in os.walk(top):
            for file in names:
                with open(os.path.join(folder, file), "rb") as stream:
                    data = stream.read()
                path = os.path.relpath(os.path.join(folder, file), top).replace(os.sep, "/")
                if path.endswith(".j2"):
                    path, data = path[:-3], templates.from_string(data.decode()).render(values).encode()
                found[_place(path, month)] = data
    found.update(_editor())
    yield from sorted(found.items())


def _editor() -> Iterator[tuple[str, bytes]]:
    """Settings that tell VS Code the shape of our YAML files, and the shapes themselves."""
    shapes = {path: f"{SCHEMAS}/{kind}.schema.json" for kind, path in paths().items() if path.endswith(".yml")}
    for kind, path in paths().items():
        if path in shapes:
            yield shapes[path], _json(json_schema(kind))
    settings = {
        "yaml.schemas": {f"./{shape}": path for path, shape in shapes.items()},
        "[markdown]": {"editor.wordWrap": "on"},
        "files.exclude": {".smmgit": True, "site": True},
    }
    yield ".vscode/settings.json", _json(settings)


def _place(path: str, month: str) -> str:
    steps = ["." + step[4:] if step.startswith("dot_") else step for step in path.split("/")]
    return "/".join(["content", month, *steps[1:]] if steps[0] == "posts" else steps)


def _json(value: dict[str, Any]) -> bytes:
    import json

    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode()


def _quoted(text: str) -> str:
    """A text as a double-quoted YAML scalar: JSON's strings are YAML's."""
    import json

    return json.dumps(text, ensure_ascii=False)


def _commit(root: str, files: tuple[str, ...], message: str) -> tuple[str, bool]:
    """Put these files, and nothing else, into a commit; its id, and whether git knew who commits."""
    repo = Repo(root)
    if not os.path.lexists(os.path.join(root, ".git")):
        repo.run("init", "--quiet", "--initial-branch=main")
    if not files:
        return "", True
    signed = all(repo.answer("var", f"GIT_{who}_IDENT")[0] == 0 for who in ("AUTHOR", "COMMITTER"))
    repo.run("add", "--force", "--", *files)
    repo.run(*(() if signed else NOBODY), "commit", "--quiet", "--message", message, "--", *files)
    return repo.head(), signed
