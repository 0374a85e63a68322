"""What makes a remark the same tomorrow: its rule, its post and the words it points at, not its line."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Mapping

from smmgit.files.disk.edits import Lines
from smmgit.model.finding import Finding

REACH = 40  # characters that stand for a place whose end nobody told


class Texts:
    """The texts of a repository's files, read when asked for; `drafts` stand in for some of them."""

    def __init__(self, root: str, drafts: Mapping[str, str] | None = None) -> None:
        self._root = root
        self._known: dict[str, Lines] = {path: Lines(text) for path, text in (drafts or {}).items()}
        self._split: dict[str, list[str]] = {}

    def lines(self, path: str) -> Lines:
        """A file's text with its line ends; nothing where it cannot be read."""
        found = self._known.get(path)
        if found is None:
            try:
                with open(os.path.join(self._root, path), "rb") as stream:
                    text = stream.read().decode("utf-8", "replace")
            except (OSError, ValueError):
                text = ""
            found = self._known[path] = Lines(text)
        return found

    def words(self, finding: Finding) -> str:
        """The words a finding points at, white space evened out; the first of them where its end is not told."""
        lines = self._split.get(finding.path)
        if lines is None:
            text = self.lines(finding.path).text.removeprefix("\ufeff")
            lines = self._split[finding.path] = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        if finding.line > len(lines):
            return ""
        first = lines[finding.line - 1]
        start = finding.column - 1
        if not finding.end_line:
            pointed = first[start : start + REACH]
        elif finding.end_line == finding.line:
            pointed = first[start : finding.end_column - 1]
        else:
            last = lines[finding.end_line - 1 : finding.end_line]
            pointed = "\n".join([first[start:], *lines[finding.line : finding.end_line - 1], *last])
        return " ".join(pointed.split())


def fingerprints(findings: Iterable[Finding], texts: Texts) -> list[str]:
    """One for each finding, each different: equal remarks of one post are numbered in reading order."""
    from hashlib import blake2b

    seen: Counter[str] = Counter()
    found = []
    for finding in findings:
        key = "\0".join((finding.rule, _home(finding), finding.channel, texts.words(finding)))
        seen[key] += 1
        mark = f"{key}\0{seen[key]}".encode("utf-8", "surrogatepass")
        found.append(blake2b(mark, digest_size=12).hexdigest())
    return found


def _home(finding: Finding) -> str:
    """What the finding is about, wherever its file moves: the post's id, else the file's name in content/."""
    if finding.post or not finding.path.startswith("content/"):
        return finding.post or finding.path
    return finding.path.rpartition("/")[2]
