"""Comments in a text that switch rules off and on."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.styles import set_up

RULES = {
    "A": "extends: existence\nmessage: a\ntokens: [x]",
    "B": "extends: existence\nmessage: b\ntokens: [x]",
    "Raw": "extends: existence\nmessage: raw\nscope: raw\nnonword: true\ntokens: [zz]",
    "Other/C": "extends: existence\nmessage: c\ntokens: [x]",
}
INI = "StylesPath = styles\n[*]\nBasedOnStyles = T, Other\n"


@pytest.mark.parametrize(
    ("comment", "left"),
    [
        ("vale off", []),
        ("vale T = NO", ["Other.C"]),
        ("vale T = off", ["Other.C"]),
        ("vale T.A = NO", ["Other.C", "T.B"]),
        ('vale T.A["x"] = NO', ["Other.C", "T.B"]),
        ('vale T.A["y", "z"] = NO', ["Other.C", "T.A", "T.B"]),
        ("vale style = Other", ["Other.C"]),
        ("vale styles = Other, T", ["Other.C", "T.A", "T.B"]),
        ("vale: T.A = NO", ["Other.C", "T.A", "T.B"]),
        ("vale T.A = MAYBE", ["Other.C", "T.A", "T.B"]),
    ],
)
def test_what_is_left(comment: str, left: list[str], tmp_path: Path) -> None:
    session = set_up(tmp_path, RULES, INI)
    assert [alert.check for alert in session.text(f"<!-- {comment} -->\n\nx\n", "a.md").alerts] == left


def test_from_here_to_there(tmp_path: Path) -> None:
    session = set_up(tmp_path, {"A": RULES["A"]})
    parts = (
        "x",
        "<!-- vale T.A = NO -->",
        "x",
        "<!-- vale T.A = YES -->",
        "x <!-- vale off --> x",
        "x",
        "<!-- vale on -->",
        "x",
    )
    text = "\n\n".join(parts)
    assert [alert.line for alert in session.text(text, "a.md").alerts] == [1, 15]


def test_rule_comments_never_reach_what_reads_the_whole_file(tmp_path: Path) -> None:
    session = set_up(tmp_path, {"Raw": RULES["Raw"]})
    assert session.text("<!-- vale T.Raw = NO -->\n\nzz\n", "a.md").alerts
    assert not session.text("<!-- vale off -->\n\nzz\n", "a.md").alerts


def test_whoever_asks_hears_what_was_silenced(tmp_path: Path) -> None:
    rule = "extends: existence\nmessage: a\nlimit: 1\ntokens: ['x\\w*']\nexceptions: [xy]"
    session = set_up(tmp_path, {"A": rule})
    silent = session.text('xy x\n\n<!-- vale T.A["xz"] = NO -->\n\nxz x', "a.md").silenced
    assert [(item.line, item.match, item.by) for item in silent] == [
        (1, "xy", "xy"), (5, "xz", "comment"), (5, "x", "limit: 1"),
    ]  # fmt: skip
