"""A remembered pattern finds what the pattern finds; a memory that is wrong is no memory."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec
import pytest

from smmgit.text import late
from smmgit.text.late import Compiled, Memory

PATTERNS = [
    (r"(?<![\w&/#])#(?P<tag>\w+)(?:-(?P<rest>\w+))?", 0),
    (r"\b(?:cliquez ici|click here|à la une)\b", re.IGNORECASE),
    (r"^(a|b)++c$", re.MULTILINE),
    ("[\u200b\ufeff\ud800-\udfff]", 0),
    ("(?i)(x)(?(1)y|z)", 0),
]
TEXT = "Voir #rentrée-2026 : CLIQUEZ ICI, ou À LA UNE\nabac\naab\nxy\u200b XY"


@pytest.fixture(autouse=True)
def _forget(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(late, "_known", {})
    monkeypatch.setattr(late, "_made", {})
    yield


def remembered() -> Memory:
    """What is remembered of PATTERNS, as it comes back from a file."""
    for source, flags in PATTERNS:
        late.pattern(source, flags)
    made = late.memory()
    assert made is not None and len(made.patterns) == len(PATTERNS)
    return msgspec.msgpack.decode(msgspec.msgpack.encode(made), type=Memory)


def test_a_remembered_pattern_is_the_pattern(monkeypatch: pytest.MonkeyPatch) -> None:
    memory = remembered()
    late._known.clear()
    late.recall(memory)
    plain = [re.compile(*one) for one in PATTERNS]
    monkeypatch.setattr(re, "compile", None)
    for mine, (source, flags) in zip(plain, PATTERNS, strict=True):
        for known in (late.pattern(source, flags), late.late(source, flags)):
            assert [(m.span(), m.groupdict(), m.groups()) for m in known.finditer(TEXT)] == [
                (m.span(), m.groupdict(), m.groups()) for m in mine.finditer(TEXT)
            ]
            assert (known.pattern, known.flags, known.groupindex) == (mine.pattern, mine.flags, mine.groupindex)
    assert late.memory() is None


def test_the_memory_of_another_python_is_not_believed() -> None:
    memory = remembered()
    late._known.clear()
    late.recall(Memory("3.0", memory.patterns))
    assert late._known == {}


@pytest.mark.parametrize("code", [b"", b"odd", b"\0" * 64, b"\xff" * 64])
def test_a_broken_memory_is_no_memory(code: bytes) -> None:
    memory = remembered()
    broken = {key: Compiled(one.flags, one.groups, one.names, code) for key, one in memory.patterns.items()}
    late._known.clear()
    late.recall(Memory(memory.python, broken))
    for source, flags in PATTERNS:
        assert late.pattern(source, flags).findall(TEXT) == re.compile(source, flags).findall(TEXT)


@pytest.mark.parametrize(("groups", "names"), [(-1, {}), (10**12, {}), (1, {"tag": 9}), (0, {"tag": -4})])
def test_broken_groups_are_no_memory(groups: int, names: dict[str, int]) -> None:
    memory = remembered()
    late._known.clear()
    late.recall(
        Memory(memory.python, {key: Compiled(0, groups, names, one.code) for key, one in memory.patterns.items()})
    )
    for source, flags in PATTERNS:
        late.pattern(source, flags)


def test_a_wrong_pattern_says_so_when_used() -> None:
    wrong = late.late("(")
    with pytest.raises(re.error):
        wrong.search("")
