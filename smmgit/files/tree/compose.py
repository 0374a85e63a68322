"""YAML text -> tree of texts with places, within limits; whatever is wrong is a finding.

PyYAML's events are read one by one instead of loading: only they carry the place of every
value, keep `12:30`, `no` and `0123` as typed, and let the reader stop at a bomb before it grows.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from smmgit.files.tree import plain
from smmgit.files.tree.node import Items, Node, Scalar, Table, is_empty
from smmgit.files.tree.report import Report
from smmgit.files.tree.words import LINE, explain
from smmgit.model.say import Say
from smmgit.text.late import late

MAX_DEPTH = 20
MAX_NODES = 100_000
MAX_ALIASES = 100
MAX_EXPANDED = 10_000

_ODD_BREAKS = late("[\x85\u2028\u2029]")
_CONTROL = late("[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\ufeff\ufffe\uffff\ud800-\udfff]")

DUPLICATE = Say("“{key}” is written twice; the first one counts. Keep one of them.",
                "« {key} » est écrit deux fois ; le premier compte. Garder l'un des deux.")  # fmt: skip
BAD_KEY = Say("A name is expected before the colon, not a list or a map.",
              "Il faut un nom avant les deux-points, pas une liste ni un groupe.")  # fmt: skip
CONTROL = Say("An invisible character ({code}) hides here; delete it.",
              "Un caractère invisible ({code}) se cache ici ; l'effacer.")  # fmt: skip
TOO_DEEP = Say("Lists and groups are nested too deeply (20 levels at most).",
               "Listes et groupes sont trop imbriqués (20 niveaux au plus).")  # fmt: skip
TOO_MANY = Say("There are too many values here to be a post's fields.",
               "Il y a ici trop de valeurs pour être les champs d'une publication.")  # fmt: skip
ALIAS = Say("“*{name}” refers to nothing. To begin a text with a star, put it between quotes.",
            "« *{name} » ne renvoie à rien. Pour commencer un texte par une étoile, le mettre entre guillemets droits.",
            )  # fmt: skip
ALIASES = Say("Repeating values with “*” goes too far here; write them out.",
              "La répétition de valeurs par « * » va trop loin ici ; les écrire en toutes lettres.")  # fmt: skip
TAG = Say("“{tag}” means something special in YAML. To begin a text with “!”, put it between quotes.",
          "« {tag} » a un sens particulier en YAML. Pour commencer par « ! », mettre le texte entre guillemets droits.",
          )  # fmt: skip
SECOND = Say("A second “---” begins another document here; nothing after it is read.",
             "Un second « --- » commence ici un autre document ; rien n'est lu au-delà.")  # fmt: skip


class _Stop(Exception):
    """A limit was reached; it has been reported."""


def compose(text: str, report: Report, line: int = 1) -> Node | None:
    """The tree of a YAML text whose first line is `line` of its file; None where it says nothing.

    After a syntax error the rest is read entry by entry, so that one slip hides nothing else.
    """
    everyday = plain.read(text, line)
    if everyday is not None:
        return everyday
    import yaml

    odd = _CONTROL.search(text)
    if odd:
        start = text.rfind("\n", 0, odd.start()) + 1
        report.add("schema/encoding", CONTROL, line + text.count("\n", 0, start), odd.start() - start + 1,
                   code=f"U+{ord(odd.group()):04X}")  # fmt: skip
        text = _CONTROL.sub("\ufffd", text)
    try:
        return _Composer(text, report, line).run()
    except _Stop:
        return None
    except yaml.YAMLError as error:
        blocks = list(_blocks(text))
        if len(blocks) < 2:
            _say(error, text, report, line)
            return None
        failure = error
    before = len(report.findings)
    node = _join([_alone(block, report, line + above) for block, above in blocks], report)
    if len(report.findings) == before:  # each entry reads well alone, but not together
        _say(failure, text, report, line)
    return node


def _alone(text: str, report: Report, line: int) -> Node | None:
    import yaml

    try:
        return _Composer(text, report, line).run()
    except _Stop:
        return None
    except yaml.YAMLError as error:
        _say(error, text, report, line)
        return None


def _blocks(text: str) -> Iterator[tuple[str, int]]:
    """The text cut before each entry at the left margin, with the number of lines above it."""
    lines = text.split("\n")
    first = next((line for line in lines if line and line[0] not in " \t#"), "")
    listed = first[:1] == "-"
    start = 0
    for number, line in enumerate(lines):
        begins = line[:1] == "-" if listed else line[:1] not in ("", " ", "\t", "#", "-", "]", "}")
        if begins and number > start:
            yield "\n".join(lines[start:number]), start
            start = number
    yield "\n".join(lines[start:]), start


def _join(nodes: list[Node | None], report: Report) -> Node | None:
    """The entries put together again: as a map when one of them is a map, else as a list."""
    found = [node for node in nodes if node is not None]
    whole = next((node for node in found if isinstance(node, Table)), None) or next(
        (node for node in found if isinstance(node, Items)), None
    )
    if whole is None:
        return found[0] if found else None
    seen = {key.text for key, _ in whole.pairs} if isinstance(whole, Table) else set()
    for node in found:
        if node is whole:
            continue
        if isinstance(node, Table) and isinstance(whole, Table):
            for key, value in node.pairs:
                if key.text in seen:
                    report.add("schema/yaml", DUPLICATE, key.line, key.column, key=key.text)
                else:
                    seen.add(key.text)
                    whole.pairs.append((key, value))
        elif isinstance(node, Items) and isinstance(whole, Items):
            whole.items.extend(node.items)
        elif not is_empty(node):
            report.add("schema/yaml", LINE, node.line, node.column)
    return whole


def _say(error: Any, text: str, report: Report, line: int) -> None:
    message, mark = explain(error, text)
    # Counted anew from the index: YAML breaks lines where no editor does, and may point past the end.
    index = min(mark.index, len(text)) if mark else 0
    start = text.rfind("\n", 0, index) + 1
    report.add("schema/yaml", message, line + text.count("\n", 0, start), index - start + 1)


class _Open:
    """A list or map whose end has not been seen yet."""

    __slots__ = ("anchor", "before", "key", "node", "seen")

    def __init__(self, node: Items | Table, anchor: str, before: int) -> None:
        self.node = node
        self.anchor = anchor
        self.before = before
        self.key: Scalar | None = None
        self.seen: set[str] = set()


class _Composer:
    """Builds the tree from events, counting as it goes."""

    def __init__(self, text: str, report: Report, line: int) -> None:
        self.text = text
        self.report = report
        self.line = line
        self.nodes = 0
        self.aliases = 0
        self.anchors: dict[str, tuple[Node, int]] = {}
        self.odd = _ODD_BREAKS.search(text) is not None

    def run(self) -> Node | None:
        import yaml

        root: Node | None = None
        stack: list[_Open] = []
        documents = 0
        event: Any
        for event in yaml.parse(self.text, Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader)):
            kind = type(event)
            node: Node
            if kind is yaml.ScalarEvent:
                node = Scalar(event.value, *self.at(event.start_mark), not event.style)
                self.nodes += 1
                self.tag(event)
                if event.anchor:
                    self.anchors[event.anchor] = (node, 1)
            elif kind is yaml.SequenceStartEvent or kind is yaml.MappingStartEvent:
                if len(stack) >= MAX_DEPTH:
                    raise self.stop(TOO_DEEP, event.start_mark)
                self.tag(event)
                made = Items if kind is yaml.SequenceStartEvent else Table
                stack.append(_Open(made([], *self.at(event.start_mark)), event.anchor or "", self.nodes))
                continue
            elif kind is yaml.SequenceEndEvent or kind is yaml.MappingEndEvent:
                ended = stack.pop()
                node = ended.node
                self.nodes += 1
                if ended.anchor:
                    self.anchors[ended.anchor] = (node, self.nodes - ended.before)
            elif kind is yaml.AliasEvent:
                node = self.alias(event)
            elif kind is yaml.DocumentStartEvent:
                documents += 1
                if documents > 1:
                    self.report.add("schema/yaml", SECOND, *self.at(event.start_mark))
                    return root
                continue
            else:
                continue
            if self.nodes > MAX_NODES:
                raise self.stop(TOO_MANY, event.start_mark)
            if stack:
                self.place(node, stack[-1])
            else:
                root = node
        return root

    def place(self, node: Node, holder: _Open) -> None:
        if isinstance(holder.node, Items):
            holder.node.items.append(node)
        elif holder.key is None:
            if not isinstance(node, Scalar):
                self.report.add("schema/yaml", BAD_KEY, node.line, node.column)
                node = Scalar("", node.line, node.column, False)
            holder.key = node
        else:
            key, holder.key = holder.key, None
            if key.text in holder.seen:
                self.report.add("schema/yaml", DUPLICATE, key.line, key.column, key=key.text)
            else:
                holder.seen.add(key.text)
                holder.node.pairs.append((key, node))

    def alias(self, event: Any) -> Node:
        found = self.anchors.get(event.anchor)
        if found is None:
            self.report.add("schema/yaml", ALIAS, *self.at(event.start_mark), name=event.anchor)
            return Scalar("", *self.at(event.start_mark))
        self.aliases += 1
        self.nodes += found[1]
        if self.aliases > MAX_ALIASES or found[1] > MAX_EXPANDED:
            raise self.stop(ALIASES, event.start_mark)
        return found[0]

    def tag(self, event: Any) -> None:
        if event.tag and event.tag != "!":
            shown = event.tag.replace("tag:yaml.org,2002:", "!!")
            self.report.add("schema/yaml", TAG, *self.at(event.start_mark), tag=shown)

    def at(self, mark: Any) -> tuple[int, int]:
        if self.odd:  # YAML breaks lines where no editor does
            start = self.text.rfind("\n", 0, mark.index) + 1
            return self.line + self.text.count("\n", 0, start), mark.index - start + 1
        return self.line + mark.line, mark.column + 1

    def stop(self, message: Say, mark: Any) -> _Stop:
        self.report.add("schema/yaml", message, *self.at(mark))
        return _Stop()
