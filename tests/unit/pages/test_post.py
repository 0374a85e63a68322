"""A post's page: previews per channel, states with reasons, remarks, and nothing a file could smuggle in."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest

from tests.unit.pages.conftest import Make, pages_of, post

HOSTILE = '"><script>boom()</script><img src=x onerror=boom()>'


class Reader(HTMLParser):
    """Collects elements and attributes as a browser would see them."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, {name: value or "" for name, value in attrs}))


def elements(html: str) -> list[tuple[str, dict[str, str]]]:
    reader = Reader()
    reader.feed(html)
    return reader.found


def test_each_channel_has_its_own_card_with_its_own_text(view_of: Make) -> None:
    body = "Texte commun.\n\n## x\n\nTexte pour X."
    view = view_of(post("carnet", "publish_at: 2026-11-25 09:00\n", body, channels="[x, bluesky]"))
    html = pages_of(view)["posts/carnet.html"].html
    x, bluesky = html.split('id="c-bluesky"')
    assert "Texte pour X." in x.split('id="c-x"')[1]
    assert "Texte commun." in bluesky
    assert "/ 280" in x
    assert "/ 300" in bluesky
    assert "Programmé" in x


def test_a_state_says_why_and_what_would_change_it(view_of: Make) -> None:
    view = view_of(post("carnet", "status: draft\n"))
    html = pages_of(view)["posts/carnet.html"].html
    assert "Pourquoi" in html
    assert "Brouillon" in html


def test_a_thread_shows_every_part_and_its_count(view_of: Make) -> None:
    view = view_of(post("fil", "publish_at: 2026-11-25 09:00\n", "Une.\n\n---\n\nDeux.", channels="[bluesky]"))
    html = pages_of(view)["posts/fil.html"].html
    assert "Partie 1 sur 2" in html
    assert "Partie 2 sur 2" in html
    assert html.count('class="sg-said"') == 2


def test_media_are_shown_with_their_description(view_of: Make) -> None:
    front = "publish_at: 2026-11-25 09:00\nmedia:\n  - {file: a.png, alt: Un carnet ouvert}\n  - {file: b.png}\n"
    view = view_of(post("carnet", front), pictures=("content/a.png", "content/b.png"))
    page = pages_of(view)["posts/carnet.html"]
    assert 'alt="Un carnet ouvert"' in page.html
    assert "Sans description" in page.html
    assert {picture.file for picture in page.pictures} == {"content/a.png", "content/b.png"}
    assert all(uri in page.html for uri in (picture.uri for picture in page.pictures))


@pytest.mark.parametrize("kind", ["title", "body", "alt", "link", "file", "handle", "source"])
def test_what_a_file_says_is_text_and_never_markup(view_of: Make, kind: str) -> None:
    said = HOSTILE.replace("'", "''")
    fronts = {
        "title": "",
        "alt": f"media:\n  - {{file: a.png, alt: '{said}'}}\n",
        "link": f"link: 'javascript:{said}'\n",
        "file": f"media:\n  - {{file: '{said}.png'}}\n",
        "source": f"sources: ['javascript:alert(1)', '{said}']\n",
    }
    front = "publish_at: 2026-11-25 09:00\n" + fronts.get(kind, "")
    body = HOSTILE if kind == "body" else "Bonjour."
    title = f"'{said}'" if kind == "title" else "Carnet"
    files = [post("carnet", front, body, title=title, channels="[x, bluesky]")]
    if kind == "handle":
        files.append(
            {"brand/channels.yml": f"x: {{platform: x, name: '{said}', handle: '{said}', url: 'javascript:x'}}\n"}
        )
    view = view_of(*files, pictures=("content/a.png",))
    for page in pages_of(view).values():
        for tag, attributes in elements(page.html):
            assert tag != "script", page.uri
            assert not any(name.startswith("on") for name in attributes), page.uri
            for name in ("href", "src"):
                assert not attributes.get(name, "").strip().lower().startswith(("javascript:", "data:")), page.uri


@pytest.mark.parametrize("name", ["../../etc", "a b", "", "A", "x" * 80, "é"])
def test_an_id_that_is_none_still_gets_a_safe_page(view_of: Make, name: str) -> None:
    view = view_of({"content/odd.md": f"---\nid: '{name}'\ntitle: Odd\nchannels: [x]\n---\nText.\n"})
    pages = pages_of(view)
    (uri,) = [uri for uri in pages if uri.startswith("posts/")]
    assert uri.startswith("posts/file-")
    assert "/" not in uri.removeprefix("posts/")


def test_two_files_with_one_id_have_a_page_each(view_of: Make) -> None:
    view = view_of(
        {"content/a.md": "---\nid: same\ntitle: One\nchannels: [x]\n---\nA.\n"},
        {"content/b.md": "---\nid: same\ntitle: Two\nchannels: [x]\n---\nB.\n"},
    )
    assert len([uri for uri in pages_of(view) if uri.startswith("posts/")]) == 2


def test_a_page_is_remembered_until_something_it_shows_changes(view_of: Make) -> None:
    from msgspec.structs import replace

    kept: dict[str, object] = {}

    def keys(*files: dict[str, str]) -> set[str]:
        seen = set()
        view = replace(view_of(*files), remember=lambda key, make: (seen.add(key), kept.setdefault(key, make()))[1])
        pages_of(view)
        return seen

    first = post("carnet", "publish_at: 2026-11-25 09:00\n")
    before = keys(first)
    assert keys(first) == before
    assert keys(post("carnet", "publish_at: 2026-11-25 09:00\n", "Bonsoir.")) != before
    assert keys(first, {"brand/channels.yml": "x: {platform: x, handle: other}\n"}) != before
    assert keys(first, {"brand/channels.yml": "x: {platform: x, name: X, handle: velinotte}\n"}) != before
