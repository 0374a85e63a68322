"""A real browser on a real site: nothing may leave the machine, nothing may complain."""

from __future__ import annotations

import datetime as dt
import functools
import http.server
import os
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from smmgit.jobs.rehearse import rehearse
from smmgit.jobs.site import build
from tests.support.repository import repository

sync_api = (
    pytest.importorskip("playwright.sync_api")
    if not os.environ.get("CI")
    else __import__("playwright.sync_api", fromlist=["sync_api"])
)

NOW = dt.datetime(2026, 11, 24, 8, 30, tzinfo=dt.UTC)  # a Tuesday, half past nine in Paris
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
ARGUMENTS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync",
    "--disable-background-networking", "--disable-component-update",
)  # fmt: skip
HOSTILE = "\"><script>window.boom=1</script><img src=x onerror='window.boom=1'>"
QUOTED = HOSTILE.replace("'", "''")
FILES = {
    "brand/brand.yml": "name: Papeterie Vélinotte\nlanguages: [fr, en]\ntime_zone: Europe/Paris\n",
    "brand/channels.yml": """\
x: {platform: x, name: X, handle: velinotte_fr}
bluesky: {platform: bluesky, name: Bluesky, handle: velinotte.example}
linkedin: {platform: linkedin, name: LinkedIn, handle: velinotte}
instagram: {platform: instagram, name: Instagram, handle: velinotte.fr}
telegram: {platform: telegram, name: Telegram, handle: velinotte}
tiktok: {platform: manual, name: TikTok à la main, handle: velinotte}
""",
    "calendar/key-dates.yml": "- {name: Black Friday, date: 2026-11-27}\n",
    "calendar/quiet.yml": "- {name: Deuil, starts: 2026-11-13, ends: 2026-11-13}\n",
    "calendar/events.yml": "- {name: Portes ouvertes, starts: 2026-11-26 10:00}\n",
    "content/carnet.md": """\
---
id: carnet
title: Le carnet à spirale
publish_at: 2026-11-24 09:00
channels: [x, bluesky, linkedin, instagram, telegram]
media:
  - {file: carnet.png, alt: Un carnet ouvert sur une table}
---
Le carnet est là : il s'ouvre à plat. #papier

## x

Première partie.

---

Deuxième partie.
""",
    "content/longue.md": "---\nid: longue\ntitle: Une publication trop longue\npublish_at: 2026-11-26 18:00\n"
    f"channels: [x]\nneeds:\n  - {{what: Une photo, by: Léa, due: 2026-11-20}}\n---\n{'mot ' * 120}\n",
    "content/main.md": "---\nid: a-la-main\ntitle: À la main\npublish_at: 2026-11-25 12:00\nchannels: [tiktok]\n"
    "media:\n  - {file: carnet.png, alt: Un carnet debout}\n---\nOù ça ? « Là ».\n\n---\n\nSuite.\n",
    "content/demain.md": "---\nid: demain\ntitle: Demain\npublish_at: 2026-12-02 12:00\nchannels: [x]\n---\nDemain.\n",
    "content/idee.md": "---\nid: idee\ntitle: Une idée\nstatus: idea\n---\nPeut-être.\n",
    "content/<b>&'hostile.md": f"---\nid: hostile\ntitle: '{QUOTED}'\npublish_at: 2026-11-25 09:00\n"
    f"channels: [x, bluesky]\nlink: 'javascript:window.boom=1'\nsources: ['javascript:window.boom=1', '{QUOTED}']\n"
    f"media:\n  - {{file: \"<i>&'.png\", alt: '{QUOTED}'}}\n---\n{HOSTILE}\n",
}


def _missing(what: str) -> None:
    """A missing browser is a failure where everything must run, else a skip that says so."""
    if os.environ.get("CI"):
        pytest.fail(what)
    pytest.skip(what)


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """Chromium from PATH, else the one Playwright installed."""
    path = next(filter(None, map(shutil.which, NAMES)), None)
    with sync_api.sync_playwright() as playwright:
        try:
            found = playwright.chromium.launch(executable_path=path, args=list(ARGUMENTS))
        except sync_api.Error as error:
            _missing(f"no Chromium on PATH and none of Playwright's: {error.message.splitlines()[0]}")
        yield found
        found.close()


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a site built from a small repository, rehearsed and served from loopback."""
    folder = tmp_path_factory.mktemp("site")
    root = folder / "team"
    (root / "content").mkdir(parents=True)
    for name in ("carnet.png", "<i>&'.png"):
        Image.linear_gradient("L").resize((1200, 900)).convert("RGB").save(root / "content" / name)
    repository(root, FILES)
    rehearse(str(root), NOW)
    build(str(root), str(folder / "out"), NOW, strict=True)
    yield from _served(folder / "out")


def _served(folder: Path) -> Iterator[str]:
    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    thread.join()
    server.server_close()


class Visit:
    """A tab that remembers what went wrong: requests to other hosts, errors in the console, missing files."""

    def __init__(self, page: Any, base: str) -> None:
        self.page = page
        self.base = base
        self.wrong: list[str] = []
        page.route("**/*", self._route)
        page.on("console", lambda message: message.type in ("error", "warning") and self.wrong.append(message.text))
        page.on("pageerror", lambda error: self.wrong.append(str(error)))
        page.on("response", lambda answer: answer.status >= 400 and self.wrong.append(f"{answer.status} {answer.url}"))

    def _route(self, route: Any) -> None:
        if route.request.url.startswith((self.base, "data:", "blob:")):
            route.continue_()
        else:
            self.wrong.append(f"left the machine: {route.request.url}")
            route.abort()

    def open(self, uri: str) -> Any:
        """The page, loaded, with its lazy pictures."""
        self.page.goto(self.base + uri, wait_until="networkidle")
        return self.page


@pytest.fixture
def visit(browser: Any, site: str) -> Iterator[Any]:
    """A function from options of a browser context to a `Visit`; nothing may have gone wrong at the end."""
    opened: list[tuple[Any, Visit]] = []

    def begin(**options: Any) -> Visit:
        options.setdefault("viewport", {"width": 1360, "height": 900})
        context = browser.new_context(service_workers="block", **options)
        found = Visit(context.new_page(), site)
        opened.append((context, found))
        return found

    yield begin
    for context, found in opened:
        context.close()
        assert found.wrong == []
