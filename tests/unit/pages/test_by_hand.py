"""The page of what is posted by hand: complete cards, only while there is something to post."""

from __future__ import annotations

import re

from msgspec.structs import replace

from smmgit.pages.registry import menu
from tests.unit.pages.conftest import CHANNELS, Make, pages_of, post

HAND = {
    "brand/channels.yml": CHANNELS + "tiktok: {platform: manual, name: TikTok, url: 'https://www.tiktok.com/@v'}\n"
    "odd: {platform: manual, name: Odd}\n"
}


def uris(view: object) -> list[str]:
    return [entry.uri for entry in menu(view)]  # type: ignore[arg-type]


def test_without_anything_to_post_there_is_no_entry_and_the_page_says_so(view_of: Make) -> None:
    view = view_of(HAND, post("far", "publish_at: 2027-01-25 09:00\n", channels="[tiktok]"))
    assert "by-hand.html" not in uris(view)
    assert "Rien à publier à la main" in pages_of(view)["by-hand.html"].html


def test_a_card_has_exact_texts_files_and_the_command(view_of: Make) -> None:
    media = "media:\n  - {file: a.png, alt: Un <carnet>}\n"
    view = view_of(
        HAND, post("main", "publish_at: 2026-11-23 08:00\n" + media, "A & <b>\n\n---\n\nB", channels="[tiktok]"),
        pictures=("content/a.png",),
    )  # fmt: skip
    assert "by-hand.html" in uris(view)
    page = pages_of(view)["by-hand.html"]
    texts = re.findall(r"<pre[^>]*>\n(.*?)</pre>", page.html, re.DOTALL)
    assert "A &amp; &lt;b&gt;" in texts and "B" in texts and "Un &lt;carnet&gt;" in texts
    assert "smmgit resolve main --channel tiktok --published ADRESSE" in texts
    assert "is-now" in page.html and 'href="https://www.tiktok.com/@v"' in page.html
    (file,) = page.downloads
    assert f'href="{file.uri}" download="image-1-a.png"' in page.html and file.file == "content/a.png"


def test_a_cropped_picture_is_taken_along_cropped(view_of: Make) -> None:
    media = "media:\n  - {file: a.png, alt: Un carnet, crops: [{name: tiktok, box: [0, 0, 0.5, 0.5]}]}\n"
    front = f"publish_at: 2026-11-23 08:00\n{media}"
    view = view_of(
        HAND, post("main", front, channels="[tiktok]"),
        pictures=("content/a.png",),
    )  # fmt: skip
    page = pages_of(view)["by-hand.html"]
    assert page.downloads == ()
    assert any(picture.crop == (0, 0, 0.5, 0.5) and picture.width == 2048 for picture in page.pictures)


def test_an_address_that_no_browser_may_follow_is_no_link(view_of: Make) -> None:
    view = view_of(HAND, post("main", "publish_at: 2026-11-23 08:00\n", channels="[odd]"))
    odd = replace(view.ws.channels["odd"], url="javascript:alert(1)")
    html = pages_of(replace(view, ws=replace(view.ws, channels={**view.ws.channels, "odd": odd})))["by-hand.html"].html
    assert 'class="sg-hand is-now"' in html and 'href="javascript' not in html


def test_a_file_that_is_kept_elsewhere_is_told_by_its_place(view_of: Make) -> None:
    media = "media:\n  - {file: film.mp4, alt: Un film}\n"
    pointer = f"version https://git-lfs.github.com/spec/v1\noid sha256:{'ab' * 32}\nsize 9000\n"
    view = view_of(
        HAND, post("main", "publish_at: 2026-11-23 08:00\n" + media, channels="[tiktok]"),
        {"content/film.mp4": pointer},
    )  # fmt: skip
    page = pages_of(view)["by-hand.html"]
    assert page.downloads == () and "à prendre dans content/film.mp4" in page.html


def test_much_to_post_is_spread_over_pages(view_of: Make) -> None:
    posts = [post(f"main-{n:02d}", "publish_at: 2026-11-24 08:00\n", f"Texte {n}.", channels="[tiktok]")
             for n in range(31)]  # fmt: skip
    pages = pages_of(view_of(HAND, *posts))
    assert pages["by-hand.html"].html.count("<article") == 30 and pages["by-hand/2.html"].html.count("<article") == 1
