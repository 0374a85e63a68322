"""The calendar site as people open it: on a desk, on a phone, in the dark, without JavaScript, by keyboard."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.browser

PAGES = (
    "index.html", "calendar/2026-11.html", "agenda.html", "fix.html", "channels.html", "feed.html", "by-hand.html",
    "rules.html", "rules/text/too-long.html", "posts/carnet.html", "posts/hostile.html", "posts/longue.html",
    "posts/idee.html",
)  # fmt: skip
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}

CONTRAST = (Path(__file__).parent / "contrast.js").read_text(encoding="utf-8")


@pytest.mark.parametrize("uri", PAGES)
def test_every_page_loads_in_french_with_one_main_heading(visit: Any, uri: str) -> None:
    page = visit().open(uri)
    assert page.locator("html").get_attribute("lang") == "fr"
    assert page.locator("h1").count() == 1
    assert page.locator(".sg").bounding_box()["width"] > 900
    assert page.locator('.sg-menu a[aria-current="page"]').count() == 1


@pytest.mark.parametrize("uri", PAGES)
def test_what_a_post_says_is_never_run(visit: Any, uri: str) -> None:
    page = visit().open(uri)
    assert page.evaluate("window.boom") is None
    assert page.locator(".sg img[src='x'], .sg script").count() == 0
    assert page.locator("a[href^='javascript']").count() == 0


def test_a_hostile_title_is_read_as_it_was_typed(visit: Any) -> None:
    page = visit().open("posts/hostile.html")
    assert "<script>window.boom=1</script>" in page.locator("h1").inner_text()
    assert "<script>window.boom=1</script>" in page.title()
    assert page.locator(".sg-media img").first.evaluate("image => image.naturalWidth") > 0


@pytest.mark.parametrize("uri", PAGES)
def test_a_phone_never_scrolls_sideways_and_keeps_the_menu_at_hand(visit: Any, uri: str) -> None:
    page = visit(**PHONE).open(uri)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    menu = page.locator(".sg-menu").bounding_box()
    assert menu["y"] + menu["height"] == pytest.approx(844, abs=1)
    for entry in page.locator(".sg-menu a").all():
        box = entry.bounding_box()
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 390
        assert box["height"] >= 40


@pytest.mark.parametrize("uri", PAGES)
def test_without_javascript_a_page_says_the_same(visit: Any, uri: str) -> None:
    page = visit().open(uri)
    # Buttons that only a script can answer are there only with it.
    page.evaluate("document.querySelectorAll('.sg-copy').forEach(button => { button.hidden = true })")
    with_it = page.locator(".sg").inner_text()
    assert visit(java_script_enabled=False).open(uri).locator(".sg").inner_text() == with_it


@pytest.mark.parametrize("script", [True, False])
def test_a_reader_who_prefers_dark_gets_dark(visit: Any, script: bool) -> None:
    def ground(scheme: str) -> str:
        page = visit(color_scheme=scheme, java_script_enabled=script).open("index.html")
        found: str = page.locator("body").evaluate("body => getComputedStyle(body).backgroundColor")
        return found

    assert ground("dark") == "rgb(20, 23, 29)"
    assert ground("light") == "rgb(244, 241, 233)"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("uri", PAGES)
def test_words_stand_out_from_their_ground(visit: Any, uri: str, scheme: str) -> None:
    page = visit(color_scheme=scheme).open(uri)
    assert page.evaluate(CONTRAST) == []


def test_the_keyboard_reaches_the_content_and_shows_where_it_is(visit: Any) -> None:
    page = visit().open("index.html")
    seen = []
    for _ in range(40):
        page.keyboard.press("Tab")
        seen.append(
            page.evaluate(
                "() => { const at = document.activeElement;"
                " const ring = [null, '::after'].map(part => getComputedStyle(at, part))"
                ".some(style => style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 1);"
                " return [at.className, at.getAttribute('href'), ring, !!at.closest('.sg, .sg-menu')] }"
            )
        )
    ours = [entry for entry in seen if entry[3]]
    assert any(entry[1] == "posts/carnet.html" for entry in ours)
    assert [entry for entry in ours if not entry[2]] == []
    assert seen[0][1] == "#sg-content"


def test_the_week_leads_to_a_post_and_its_networks(visit: Any) -> None:
    page = visit().open("index.html")
    assert page.locator('.sg-day[aria-current="date"] h2').inner_text().split() == ["mar.", "24"]
    page.locator('.sg-day[aria-current="date"] a', has_text="Le carnet à spirale").click()
    page.wait_for_url("**/posts/carnet.html")
    assert page.locator(".sg-preview").count() == 5
    assert page.locator("#c-x .sg-said").count() == 2
    page.locator(".sg-jump a", has_text="Telegram").click()
    assert page.url.endswith("#c-telegram")


def test_states_are_told_by_shape_and_word(visit: Any) -> None:
    page = visit().open("index.html")
    shapes = page.evaluate(
        "[...document.querySelectorAll('.sg-legend li')].map(li =>"
        " [li.innerText.trim(), document.querySelector(li.querySelector('use').getAttribute('href')).innerHTML])"
    )
    assert len({word for word, _ in shapes}) == len({shape for _, shape in shapes}) == 9


def test_what_to_do_is_on_the_first_screen(visit: Any) -> None:
    page = visit().open("index.html")
    todo = page.locator(".sg-todo")
    assert "À corriger avant tout envoi" in todo.inner_text()
    todo.locator("summary", has_text="Ce qui manque encore").click()
    assert "Une photo · Léa · attendu le 20 novembre" in todo.inner_text()
    assert "Répétition seulement" in page.locator(".sg-trust").inner_text()


def test_search_finds_a_post_by_its_title(visit: Any) -> None:
    page = visit().open("agenda.html")
    page.locator(".md-search__input").click()
    page.locator(".md-search__input").press_sequentially("spirale")
    result = page.locator(".md-search-result__link", has_text="Le carnet à spirale")
    result.first.wait_for()
    result.first.click()
    page.wait_for_url("**/posts/carnet.html*")


def test_the_feed_shows_what_the_rehearsal_received(visit: Any) -> None:
    page = visit().open("feed.html")
    x = page.locator(".sg-feed", has_text="Première partie.")
    assert x.locator(".sg-text").count() == 2


def test_on_paper_only_the_content_is_left(visit: Any) -> None:
    page = visit().open("calendar/2026-11.html")
    page.emulate_media(media="print")
    assert not page.locator(".sg-menu").is_visible()
    assert not page.locator(".md-header").is_visible()
    assert page.locator(".sg-month").is_visible()
