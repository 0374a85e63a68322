"""The page that the handbook teaches people to add does what it says."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from smmgit.pages.registry import Frame, menu
from tests.unit.pages.conftest import Make, post

HANDBOOK = Path(__file__).resolve().parents[3] / "docs" / "extend.md"


def test_the_example_page_of_the_handbook_works(view_of: Make) -> None:
    section = HANDBOOK.read_text(encoding="utf-8").split("## Add a page")[1].split("\n## ")[0]
    found = re.search(r"```python\n(.*?)```", section, re.DOTALL)
    assert found
    module: dict[str, Any] = {}
    exec(compile(found[1], "extend.md", "exec"), module)
    view = view_of(post("carnet", "pillar: <b>nos-carnets</b>\n"), post("autre", ""))
    (page,) = module["pages"](view)
    assert "&lt;b&gt;nos-carnets&lt;/b&gt;" in page.html
    shown = Frame(view, menu(view)).around(page)
    assert page.file.endswith(".html")
    assert f'href="{page.root}' in shown
