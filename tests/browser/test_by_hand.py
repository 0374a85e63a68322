"""Posting by hand from the site: texts copied exactly, files taken along, all of it there without a script."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.browser

EXACT = "Où ça\u00a0? «\u00a0Là\u00a0»."


def card(page: Any) -> Any:
    return page.locator(".sg-hand", has_text="Suite.")


@pytest.mark.parametrize("granted", [True, False])
def test_a_button_copies_its_text_and_nothing_else(visit: Any, granted: bool) -> None:
    options = {"permissions": ["clipboard-read", "clipboard-write"]} if granted else {}
    page = visit(**options).open("by-hand.html")
    if not granted:  # as on a plain http address: the script selects the text and takes the old way
        page.evaluate("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    block = card(page).locator(".sg-paste", has_text="Texte 1")
    button = block.locator("button")
    assert block.locator("pre").evaluate("pre => pre.textContent") == EXACT
    button.click()
    page.locator("[data-copy-status]", has_text="Copié").wait_for(state="attached")
    if granted:
        assert page.evaluate("navigator.clipboard.readText()") == EXACT
    else:
        assert page.evaluate("getSelection().toString()") == EXACT
    page.locator(".sg-paste button", has_text="Copier").first.wait_for()
    assert button.inner_text() in ("Copié", "Copier")


def test_every_block_has_its_button_and_the_keyboard_reaches_it(visit: Any) -> None:
    page = visit(permissions=["clipboard-read", "clipboard-write"]).open("by-hand.html")
    assert page.locator(".sg-paste").count() == page.locator(".sg-copy:visible").count() == 4
    card(page).locator(".sg-paste", has_text="Un carnet debout").locator("button").focus()
    page.keyboard.press("Enter")
    page.locator("[data-copy-status]", has_text="Copié").wait_for(state="attached")
    assert page.evaluate("navigator.clipboard.readText()") == "Un carnet debout"


def test_without_a_script_all_is_there_but_the_buttons(visit: Any) -> None:
    page = visit(java_script_enabled=False).open("by-hand.html")
    assert page.locator(".sg-copy:visible").count() == 0
    shown = card(page).inner_text()
    for words in (EXACT, "Suite.", "Un carnet debout", "Télécharger image-1-carnet.png",
                  "smmgit resolve a-la-main --channel tiktok --published ADRESSE"):  # fmt: skip
        assert words in shown


def test_the_file_that_is_taken_along_is_the_file_itself(visit: Any, tmp_path: Path) -> None:
    page = visit().open("by-hand.html")
    with page.expect_download() as waited:
        card(page).locator("a[download]").click()
    assert waited.value.suggested_filename == "image-1-carnet.png"
    waited.value.save_as(tmp_path / "got.png")
    from PIL import Image

    with Image.open(tmp_path / "got.png") as image:
        assert (image.format, image.size) == ("PNG", (1200, 900))


def test_the_first_screen_and_the_menu_lead_there(visit: Any) -> None:
    page = visit().open("index.html")
    page.locator(".sg-now a", has_text="À publier à la main").click()
    page.wait_for_url("**/by-hand.html")
    assert page.locator('.sg-menu a[aria-current="page"]').inner_text() == "À la main"
