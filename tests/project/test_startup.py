"""What `smmgit lint one.md` may import: start-up is a promise, so weight is watched by name."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

HEAVY = {
    "rich", "jinja2", "PIL", "mkdocs", "material", "httpx", "markdown", "subprocess", "asyncio", "dataclasses",
    "logging", "sqlite3", "click", "inspect", "_hashlib", "shutil", "typing_extensions",
    "importlib.metadata", "babel", "frontmatter", "urllib.request", "http.client", "pymediainfo",
}  # fmt: skip

NOTHING_TO_DO = {
    "media.missing", "alt.weak", "refs.unknown_persona", "dates.embargo", "schema.yaml", "waivers.unused",
    "markup.shortcode", "text.hidden_characters",
}  # fmt: skip

POST = """---
id: first-words
title: First words
publish_at: 2026-11-25 09:00
channels: [feed]
---
A short and honest sentence about notebooks.
"""


def make_repository(root: Path) -> Path:
    (root / "brand").mkdir()
    (root / "content/2026/11").mkdir(parents=True)
    (root / "brand/brand.yml").write_text("name: Test\nlanguages: [en]\ntime_zone: Europe/Paris\n", encoding="utf-8")
    (root / "brand/channels.yml").write_text("feed:\n  platform: sandbox\n  handle: test\n", encoding="utf-8")
    post = root / "content/2026/11/first-words.md"
    post.write_text(POST, encoding="utf-8")
    return post


def test_linting_one_file_imports_nothing_heavy(tmp_path: Path) -> None:
    post = make_repository(tmp_path)
    command = ["lint", "--now", "2026-11-23T08:00", str(post)]
    program = (
        "import sys, json\nfrom smmgit.__main__ import run\n"
        f"code = run({['-C', str(tmp_path), *command]!r})\n"
        "print('@@' + json.dumps([code, sorted(sys.modules)]))"
    )
    for _ in range(2):  # the second run is warm: that is what a hook pays
        done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
        assert "@@" in done.stdout, done.stdout + done.stderr
    code, modules = json.loads(done.stdout.rsplit("@@", 1)[1])
    assert code == 0, done.stdout + done.stderr
    assert not HEAVY & set(modules), f"warm lint imports {sorted(HEAVY & set(modules))}"
    assert "yaml" not in modules, "a warm lint of one plain file should not need the YAML library"
    idle = {f"smmgit.lint.rules.{name}" for name in NOTHING_TO_DO} & set(modules)
    assert not idle, f"these rules have nothing to say here, and are imported: {sorted(idle)}"
