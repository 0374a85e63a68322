"""twitter-together: `.tweet` files, plain text with optional front matter, each published when merged."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterator
from typing import Any

from smmgit.importers.accounts import channel_for
from smmgit.importers.foreign import read_yaml, split_front_matter
from smmgit.importers.imported import Ask, Gathered, ImportedPost, MediaCopy, Publication
from smmgit.importers.names import file_name, title
from smmgit.importers.people import handles_on_x, note
from smmgit.importers.plain import as_body
from smmgit.importers.tally import leaves
from smmgit.importers.tree import Tree
from smmgit.importers.when import Dates
from smmgit.model.say import Say

OPTION = re.compile(r"\(\s?\)[ \t]+(.+)")
DELIMITERS = ("threadDelimiter", "thread-delimiter")
MOST_PARTS = 200
FIELDS = ("media", "reply", "retweet", "poll", "schedule", *DELIMITERS)


class TwitterTogether:
    """Reads `tweets/**/*.tweet`; media lie in `media/` beside `tweets/`."""

    name = "twitter-together"
    home = "tweets"
    endings = (".tweet",)

    def posts(self, tree: Tree, ask: Ask, found: Gathered) -> Iterator[ImportedPost]:
        paths = list(tree.paths(*self.endings))
        dates = Dates(paths, ask)
        channel = channel_for("x", ask)
        if paths:
            found.channels[channel] = {"platform": "x"}
        for path in paths:
            post = self._post(tree, path, channel, dates, ask, found)
            if post is not None:
                yield post

    def _post(
        self, tree: Tree, path: str, channel: str, dates: Dates, ask: Ask, found: Gathered
    ) -> ImportedPost | None:
        file = tree.read(path)
        if file.problem is not None:
            found.find(file.rule, "error", file.problem, path)
            return None
        parts = _parts(file.text, path, found)
        if parts is None:
            return None
        if not any(text for text, _ in parts) and not any(front for _, front in parts):
            found.find("import/empty", "warning", EMPTY, path)
            return None
        found.tally.read("text", len(parts))
        found.tally.mapped("text", len(parts))
        when, day = dates.fields(path, found)
        placed = _Placed(tree, path, found)
        for number, (_, front) in enumerate(parts):
            placed.part(number, front)
        fields: dict[str, Any] = {**when, **placed.fields}
        if any(key.startswith("action") for key in placed.fields) and not any(text for text, _ in parts):
            fields["action"] = "repost" if fields["action"] == "quote" else fields["action"]
        fields["channels"] = {channel: placed.options} if placed.options else [channel]
        for text, _ in parts:
            for handle in handles_on_x(text):
                note(found.people, "x", handle)
        name = dates.of(path)
        stem = os.path.splitext(path.rpartition("/")[2])[0]
        return ImportedPost(
            source=path,
            digest=hashlib.sha256(file.data).hexdigest(),
            stem=stem.replace(name.typed, f"{name.typed}-", 1) if name.time else stem,
            title=title(stem, name.typed),
            fields=fields,
            body="\n\n---\n\n".join(as_body(text) for text, _ in parts),
            kept={**placed.kept, **({"date": name.typed} if name.either else {})},
            media=tuple(placed.media),
            publications=_published(channel, path, len(parts), when, ask),
            on=day,
            word="tweet",
        )


FORMAT = TwitterTogether()


def _parts(text: str, path: str, found: Gathered) -> list[tuple[str, dict[str, Any]]] | None:
    """The thread's parts: each its text and its own front matter. None when one cannot be read."""
    parts: list[tuple[str, dict[str, Any]]] = []
    line = 1
    delimiter = "---"
    while True:
        raw, text, body_line = split_front_matter(text) if _opens(text) else (None, text, 1)
        front: dict[str, Any] = {}
        if raw is not None:
            read = read_yaml(raw)
            if read.problem:
                says = UNREADABLE.with_(why=read.problem)
                found.find("import/yaml", "error", says, path, line + read.line)
                return None
            if isinstance(read.value, dict):
                front = read.value
            elif read.value is not None:
                text = f"---\n{raw}\n---\n{text}"  # no fields: two rules around text
            for key in read.twice:
                found.find("import/twice", "warning", TWICE.with_(key=key), path, line)
            for field, values in leaves(front).items():
                found.tally.read(field, values)
        delimiter = next((front[key] for key in DELIMITERS if isinstance(front.get(key), str)), delimiter)
        cut = re.search(rf"(?<!\n)\n+{re.escape(delimiter)}[ \t]*(?:\n+|$)", text) if delimiter else None
        part, rest = (text[: cut.start()], text[cut.end() :]) if cut else (text, None)
        part = part.strip("\n")
        part, options = _poll(part) if "poll" not in front else (part, [])
        if options:
            front = {**front, "poll": options}
            found.tally.read("poll[]", len(options))
        parts.append((part.strip(), front))
        if len(parts) > MOST_PARTS:
            found.find("import/parts", "error", TOO_MANY.with_(most=MOST_PARTS), path)
            return None
        if rest is None:
            while len(parts) > 1 and parts[-1] == ("", {}):
                parts.pop()  # a delimiter at the very end cuts nothing
            return parts
        line += body_line - 1 + text[: cut.end()].count("\n") if cut else 0
        text = rest


def _opens(text: str) -> bool:
    return text.lstrip("\n").startswith("---\n")


def _poll(text: str) -> tuple[str, list[str]]:
    """The text without the poll options at its end, and those options."""
    lines = text.rstrip().split("\n")
    options: list[str] = []
    while lines and (option := OPTION.fullmatch(lines[-1].rstrip())):
        options.insert(0, option.group(1).strip())
        lines.pop()
        while options and lines and not lines[-1].strip() and len(lines) > 1 and OPTION.fullmatch(lines[-2].rstrip()):
            lines.pop()
    return ("\n".join(lines).rstrip() if options else text), options


class _Placed:
    """Finds each front matter field its place in our post."""

    def __init__(self, tree: Tree, path: str, found: Gathered) -> None:
        self.tree, self.path, self.found = tree, path, found
        self.fields: dict[str, Any] = {}
        self.options: dict[str, Any] = {}
        self.kept: dict[str, Any] = {}
        self.media: list[MediaCopy] = []

    def part(self, number: int, front: dict[str, Any]) -> None:
        """Place the front matter of one part (0 is the first; the others have no fields of their own)."""
        for key, value in front.items():
            counts = leaves({key: value})
            if not counts:
                continue
            ours = key in FIELDS and getattr(self, "_" + key.replace("-", "_").casefold())(number, value)
            if not ours:
                name = key if number == 0 else f"part_{number + 1}_{key}"
                self.kept[name] = value
                if key not in FIELDS:
                    self.found.find("import/unknown-field", "suggestion", UNKNOWN.with_(key=key), self.path)
            for field, values in counts.items():
                (self.found.tally.mapped if ours else self.found.tally.kept)(field, values)

    def _threaddelimiter(self, number: int, value: Any) -> bool:
        return isinstance(value, str)  # it is the cut between parts, and nothing else

    _thread_delimiter = _threaddelimiter

    def _reply(self, number: int, value: Any) -> bool:
        if number or not isinstance(value, str) or self.fields.get("action") == "reply":
            return False
        if "of" in self.fields:
            self.kept["retweet"] = self.fields["of"]
        self.fields.update(action="reply", of=value)
        return True

    def _retweet(self, number: int, value: Any) -> bool:
        if number or not isinstance(value, str) or "action" in self.fields:
            return False
        self.fields.update(action="quote", of=value)
        return True

    def _schedule(self, number: int, value: Any) -> bool:
        import datetime as dt

        if number or not isinstance(value, str):
            return False
        try:
            moment = dt.datetime.fromisoformat(value.strip())
        except ValueError:
            self.found.find("import/schedule", "warning", SCHEDULE.with_(value=value[:60]), self.path)
            return False
        self.fields["publish_at"] = moment.isoformat(sep=" ") if len(value.strip()) > 10 else value.strip()
        return True

    def _poll(self, number: int, value: Any) -> bool:
        if number or not isinstance(value, list) or not all(isinstance(option, str) for option in value):
            return False
        self.options.update(format="poll", poll=value)
        return True

    def _media(self, number: int, value: Any) -> bool:
        items = value if isinstance(value, list) else [value]
        for item in items:
            if not isinstance(item, dict) or not set(item) <= {"file", "url", "alt"}:
                return False
            if not isinstance(item.get("file") or item.get("url"), str):
                return False
        for item in items:
            entry = {key: item[key] for key in ("url", "alt") if isinstance(item.get(key), str)}
            if isinstance(item.get("file"), str):
                entry = {"file": self._file(item["file"]), **entry}
            self.fields.setdefault("media", []).append(entry)
        if number:
            self.kept[f"part_{number + 1}_media"] = [item.get("file") or item.get("url") for item in items]
        return True

    def _file(self, typed: str) -> str:
        """The name beside our post; the file itself is copied where the source has it."""
        for place in (f"media/{typed}", f"../media/{typed}", typed):
            real = self.tree.within(place) if not place.startswith("..") else _beside(self.tree, typed)
            if real is not None:
                name = file_name(os.path.basename(real))
                self.media.append(MediaCopy(real, name))
                return name
        self.found.find("import/media", "warning", NO_FILE.with_(file=typed[:120]), self.path)
        return file_name(typed.rpartition("/")[2])


def _beside(tree: Tree, typed: str) -> str | None:
    """`media/` beside `tweets/`, when only the folder of tweets was given."""
    folder = os.path.dirname(tree.root) if os.path.basename(tree.root) == "tweets" else ""
    return Tree(os.path.join(folder, "media")).within(typed) if folder else None


def _published(channel: str, path: str, parts: int, when: dict[str, Any], ask: Ask) -> tuple[Publication, ...]:
    """Every tweet on the default branch was sent when it was merged; the source keeps no proof of it."""
    if when.get("status") == "draft":
        return ()
    came = ask.history.get(path)
    at = came.strftime("%Y-%m-%dT%H:%M:%SZ") if came else ""
    reason = "twitter-together sends what is merged; the source records no proof"
    return tuple(Publication(channel=channel, part=part, at=at, reason=reason, proved=False) for part in range(parts))


EMPTY = Say(
    "This file says nothing: no text, no fields. It was not imported.",
    "Ce fichier ne dit rien : ni texte, ni champ. Il n'a pas été importé.",
)
UNREADABLE = Say(
    "The fields at the top cannot be read ({why}). Mend them and import again.",
    "Les champs en tête sont illisibles ({why}). Corrigez-les et relancez l'import.",
)
TOO_MANY = Say(
    "This thread has more than {most} parts, which nobody meant. It was not imported.",
    "Ce fil a plus de {most} parties, ce que personne n'a voulu. Il n'a pas été importé.",
)
TWICE = Say(
    "“{key}” is written twice; both were taken.",
    "« {key} » est écrit deux fois ; les deux ont été pris.",
)
UNKNOWN = Say(
    "“{key}” is no field of this tool; it is kept under `imported`.",
    "« {key} » n'est pas un champ de cet outil ; il est gardé sous `imported`.",
)
SCHEDULE = Say(
    "“{value}” is no moment that can be read; it is kept under `imported`: write publish_at yourself.",
    "« {value} » n'est pas un moment lisible ; il est gardé sous `imported` : écrivez publish_at vous-même.",
)
NO_FILE = Say(
    "The picture or video “{file}” is not in the source: put it beside the post, or take it off the list.",
    "L'image ou la vidéo « {file} » n'est pas dans la source : mettez-la à côté de la publication, ou ôtez-la.",
)
