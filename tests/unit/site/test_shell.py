"""The theme's HTML around a page: each place filled, nothing else touched."""

from __future__ import annotations

import pytest

from smmgit.pages.page import Page
from smmgit.site.shell import BODY, TITLE, Shell

HTML = f'<title>{TITLE} - Brand</title><link href="https://a.example/smmgit-shell.html"><main><p>{BODY}</p></main>'


def test_title_address_and_body_are_filled_everywhere() -> None:
    page = Page(uri="posts/a.html", title='A & "B" <c>', html="")
    shown = Shell(HTML, "smmgit-shell.html").around(page, "<h1>Body</h1>")
    assert "<title>A &amp; &#34;B&#34; &lt;c&gt; - Brand</title>" in shown
    assert 'href="https://a.example/posts/a.html"' in shown
    assert "<main><h1>Body</h1></main>" in shown
    assert "smmgit-shell" not in shown


def test_a_body_that_names_the_markers_is_left_alone() -> None:
    page = Page(uri="a.html", title="A", html="")
    body = f"<p>{BODY}</p> {TITLE} smmgit-shell.html"
    assert body in Shell(HTML, "smmgit-shell.html").around(page, body)


@pytest.mark.parametrize("html", ["<main></main>", HTML + f"<p>{BODY}</p>"])
def test_a_theme_that_does_not_show_the_body_once_is_a_mistake(html: str) -> None:
    with pytest.raises(ValueError, match="exactly once"):
        Shell(html, "smmgit-shell.html")
