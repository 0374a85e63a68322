"""galaxy-social: Markdown posts with `media`, `mentions` and `hashtags` per account, published when merged."""

from __future__ import annotations

import hashlib
import json
import os
import re
from collections.abc import Iterator
from typing import Any

from smmgit.importers.foreign import Foreign, read_yaml, split_front_matter
from smmgit.importers.galaxy.accounts import named, platform_of, read_accounts
from smmgit.importers.galaxy.fields import Placed, shape
from smmgit.importers.imported import Ask, Gathered, ImportedPost, Publication
from smmgit.importers.markdown import Picture, as_ours, breaks, without_pictures
from smmgit.importers.names import title
from smmgit.importers.tally import leaves
from smmgit.importers.tree import SourceFile, Tree
from smmgit.importers.when import Dates
from smmgit.model.say import Say

UNQUOTED = re.compile(r"^(\s*-\s+)([@#`][^\n]*?)[ \t]*$", re.MULTILINE)
RECORD = "processed_files.json"
LENGTHS = {"mastodon": 500, "bluesky": 300, "x": 280, "threads": 500}  # where threads are usual; plugins.yml may differ
MOST_PICTURES = 200
ADDRESS = re.compile(r"https?://\S+")


class GalaxySocial:
    """Reads `posts/**/*.md`, `plugins.yml`, and `processed_files.json` where it lies beside them."""

    name = "galaxy-social"
    home = "posts"
    endings = (".md",)

    def posts(self, tree: Tree, ask: Ask, found: Gathered) -> Iterator[ImportedPost]:
        paths = list(tree.paths(*self.endings))
        if any(path.startswith("posts/") for path in paths):
            paths = [path for path in paths if path.startswith("posts/")]
        accounts = read_accounts(tree, found)
        for name, fields in accounts.items():
            found.channels[named(name)] = fields
        source = _Source(tree, ask, found, accounts, Dates(paths, ask), _record(tree, found))
        for path in paths:
            file = tree.read(path)
            if file.problem is not None:
                found.find(file.rule, "error", file.problem, path)
            elif (post := source.post(path, file)) is not None:
                yield post


FORMAT = GalaxySocial()


def _record(tree: Tree, found: Gathered) -> dict[str, dict[str, bool]]:
    """What went out where, by the path of the post, as the tool itself noted it."""
    if tree.within(RECORD) is None:
        return {}
    try:
        record = json.loads(tree.read(RECORD).text)
    except ValueError:
        record = None
    if not isinstance(record, dict):
        found.find("import/record", "warning", BAD_RECORD, RECORD)
        return {}
    return {
        path: {str(name).lower(): value is True for name, value in sent.items()}
        for path, sent in record.items()
        if isinstance(sent, dict)
    }


class _Source:
    """One source being read."""

    def __init__(
        self,
        tree: Tree,
        ask: Ask,
        found: Gathered,
        accounts: dict[str, dict[str, Any]],
        dates: Dates,
        record: dict[str, dict[str, bool]],
    ) -> None:
        self.tree, self.ask, self.found = tree, ask, found
        self.accounts, self.dates, self.record = accounts, dates, record

    def post(self, path: str, file: SourceFile) -> ImportedPost | None:
        raw, text, body_line = split_front_matter(file.text)
        if raw is None:
            if path.rpartition("/")[2].lower() != "readme.md":
                self.found.find("import/front-matter", "error", NO_FIELDS, path)
            return None
        front = self._front(raw, path, body_line)
        if front is None:
            return None
        text, pictures = without_pictures(text)
        if len(pictures) > MOST_PICTURES:
            self.found.find("import/pictures", "error", TOO_MANY.with_(most=MOST_PICTURES), path)
            return None
        for field, values in leaves(front).items():
            self.found.tally.read(shape(field), values)
        placed = Placed(self.tree, path, self.accounts, self.found)
        placed.media(front.pop("media", None))
        placed.tags(front.pop("hashtags", None))
        placed.mentions(front.pop("mentions", None))
        placed.images(front.pop("images", None))
        for key, value in front.items():
            if value is not None:
                placed.keep(key, value)
                self.found.find("import/unknown-field", "suggestion", UNKNOWN.with_(key=key), path)
        body = self._body(text, pictures, placed)
        when, day = self.dates.fields(path, self.found)
        if not placed.channels:
            self.found.find("import/no-account", "warning", NO_ACCOUNT, path)
        name = self.dates.of(path)
        stem = os.path.splitext(path.rpartition("/")[2])[0]
        return ImportedPost(
            source=path,
            digest=hashlib.sha256(file.data).hexdigest(),
            stem=stem,
            title=title(stem, name.typed),
            fields={**when, **placed.fields()},
            body=body,
            kept={**placed.kept, **({"date": name.typed} if name.either else {})},
            media=tuple(placed.copies),
            publications=self._published(path, placed, when),
            on=day,
        )

    def _front(self, raw: str, path: str, body_line: int) -> dict[str, Any] | None:
        """The fields, mended where a common slip makes them unreadable."""
        mended = UNQUOTED.sub(lambda one: f'{one.group(1)}"{one.group(2).strip()}"', raw)
        read: Foreign = read_yaml(mended)
        if read.problem and "\t" in mended:
            read = read_yaml(mended.replace("\t", "  "))
            mended = mended.replace("\t", "  ")
        if read.problem or not isinstance(read.value, dict):
            says = UNREADABLE.with_(why=read.problem or "?")
            self.found.find("import/yaml", "error", says, path, 1 + read.line)
            return None
        if mended != raw:
            self.found.find("import/mended", "suggestion", MENDED, path)
        for key in read.twice:
            self.found.find("import/twice", "warning", TWICE.with_(key=key), path)
        return {str(key).strip(): value for key, value in read.value.items()}

    def _body(self, text: str, pictures: list[Picture], placed: Placed) -> str:
        """The text as ours; where its author marked breaks and it is too long, a thread."""
        for picture in pictures:
            self.found.tally.read("body picture")
            self.found.tally.mapped("body picture")
            placed.picture(picture, "body picture")
        self.found.tally.read("text")
        self.found.tally.mapped("text")
        text = as_ours(text).strip()
        parts = breaks(text)
        long = [name for name in placed.channels if len(parts) > 1 and self._too_long(text, name, placed)]
        if not long:
            return text
        self.found.tally.read("thread breaks", len(parts) - 1)
        self.found.tally.mapped("thread breaks", len(parts) - 1)
        thread = "\n\n---\n\n".join(parts)
        if len(long) == len(placed.channels):
            return thread
        return f"{text}\n\n## {', '.join(named(name) for name in long)}\n\n{thread}"

    def _too_long(self, text: str, name: str, placed: Placed) -> bool:
        """True where the tool would cut the text: over the account's length, addresses as it counts them."""
        account = self.accounts.get(name, {})
        platform = account.get("platform") or platform_of(name)
        typed = account.get("limits", {}).get("text.max", "")
        limit = int(typed) if typed.isdigit() and platform in LENGTHS else LENGTHS.get(platform)
        if limit is None:
            return False
        if platform == "mastodon":
            text = ADDRESS.sub("x" * 23, text)
        more = [*(f"@{one}" for one in placed.named_on(name)), *(f"#{one}" for one in placed.tags_on(name))]
        return len(" ".join([text, *more])) > limit

    def _published(self, path: str, placed: Placed, when: dict[str, Any]) -> tuple[Publication, ...]:
        """What the tool's own record says; without one, that what is merged was sent everywhere."""
        if when.get("status") == "draft":
            return ()
        home = path if path.startswith("posts/") else f"posts/{path}"
        sent = self.record.get(home, self.record.get(path))
        came = self.ask.history.get(path)
        at = came.strftime("%Y-%m-%dT%H:%M:%SZ") if came else ""
        out: list[Publication] = []
        for name in placed.channels:
            if sent is not None and name in sent:
                if sent[name]:
                    reason = f"{RECORD} of galaxy-social says it went out"
                    out.append(Publication(channel=named(name), at=at, reason=reason))
                else:
                    self.found.find("import/failed", "warning", FAILED.with_(name=name), path)
            else:
                reason = "galaxy-social sends what is merged; the source records no proof"
                out.append(Publication(channel=named(name), at=at, reason=reason, proved=False))
        return tuple(out)


NO_FIELDS = Say(
    "There are no fields between two lines “---” at the top, so nobody knows where it goes. It was not imported.",
    "Il n'y a pas de champs entre deux lignes « --- » en tête : on ne sait pas où elle va. Elle n'a pas été importée.",
)
TOO_MANY = Say(
    "It has more than {most} pictures, which nobody meant. It was not imported.",
    "Elle a plus de {most} images, ce que personne n'a voulu. Elle n'a pas été importée.",
)
UNREADABLE = Say(
    "The fields at the top cannot be read ({why}). Mend them and import again.",
    "Les champs en tête sont illisibles ({why}). Corrigez-les et relancez l'import.",
)
MENDED = Say(
    "Some words begin with @ or #, or lines with tabs, which this form cannot hold; they were read as meant.",
    "Des mots commencent par @ ou #, ou des lignes par des tabulations, ce que cette forme ne permet pas ; "
    "ils ont été lus comme voulus.",
)
TWICE = Say(
    "“{key}” is written twice; both were taken.",
    "« {key} » est écrit deux fois ; les deux ont été pris.",
)
UNKNOWN = Say(
    "“{key}” is no field of this tool; it is kept under `imported`.",
    "« {key} » n'est pas un champ de cet outil ; il est gardé sous `imported`.",
)
NO_ACCOUNT = Say(
    "It names no account to go to. Write its channels.",
    "Elle ne nomme aucun compte. Écrivez ses comptes dans channels.",
)
FAILED = Say(
    "It did not go out on {name}, says the source's own record. A copy “retry-…” may have.",
    "Elle n'est pas partie sur {name}, dit le registre de la source. Une copie « retry-… » l'a peut-être été.",
)
BAD_RECORD = Say(
    "The record of what went out cannot be read; what is merged is taken for published.",
    "Le registre des envois est illisible ; ce qui est fusionné est tenu pour publié.",
)
