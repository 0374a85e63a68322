"""What templates can rely on: escaping, words, dates, addresses."""

from __future__ import annotations

import datetime as dt

import pytest
from jinja2 import UndefinedError

from smmgit.model.say import Say
from smmgit.pages.at import At, template
from smmgit.pages.links import web
from tests.unit.pages.conftest import Make


def test_a_template_escapes_every_value_and_refuses_unknown_names() -> None:
    assert template("<p>{{ a }}</p>")(a="<b>&\"'") == "<p>&lt;b&gt;&amp;&#34;&#39;</p>"
    with pytest.raises(UndefinedError):
        template("{{ missing }}")()


@pytest.mark.parametrize("name", ["items", "values", "clear", "get", "keys", "copy", "update", "pop"])
def test_an_entry_of_a_table_wins_over_a_method_of_dict(name: str) -> None:
    assert template(f"{{{{ t.{name} }}}}")(t={name: "word"}) == "word"


def test_french_words_get_their_spaces_and_apostrophes(view_of: Make) -> None:
    at = At(view_of(), "index.html")
    assert at.say(Say("Really: why?", "Vraiment : pourquoi l'écrire ?")) == "Vraiment\u00a0: pourquoi l’écrire\u00a0?"
    assert at.say(Say("“x”", "« x »")) == "«\u00a0x\u00a0»"


def test_a_count_reads_like_speech(view_of: Make) -> None:
    one, many = Say("{n} post", "{n} publication"), Say("{n} posts", "{n} publications")
    french, english = At(view_of(), "a.html"), At(view_of(lang="en"), "a.html")
    assert [french.count(n, one, many) for n in (0, 1, 2)] == ["0 publication", "1 publication", "2 publications"]
    assert [english.count(n, one, many) for n in (0, 1, 2)] == ["0 posts", "1 post", "2 posts"]


def test_times_are_those_of_the_brand(view_of: Make) -> None:
    at = At(view_of(), "index.html")
    summer = dt.datetime(2026, 7, 1, 22, 30, tzinfo=dt.UTC)
    assert at.moment(summer) == "jeudi 2 juillet, 00:30"
    assert at.moment(summer.replace(year=2027)) == "vendredi 2 juillet 2027, 00:30"
    assert 'datetime="2026-07-02T00:30+02:00"' in at.hour(summer)


def test_addresses_are_relative_to_the_page_and_quoted(view_of: Make) -> None:
    view = view_of()
    assert At(view, "index.html").href("fix.html") == "fix.html"
    assert At(view, "a/b/c.html").href("fix.html") == "../../fix.html"
    assert At(view, "pillars/").href("fix.html") == "../fix.html"
    assert At(view, "index.html").href('a b"<.html') == "a%20b%22%3C.html"


@pytest.mark.parametrize(
    ("url", "kept"),
    [
        ("https://a.example/x?y=1", "https://a.example/x?y=1"),
        (" http://a.example ", "http://a.example"),
        ("javascript:alert(1)", ""),
        ("JaVaScRiPt://a.example/%0aalert(1)", ""),
        ("data:text/html,x", ""),
        ("//a.example", ""),
        ("https://", ""),
        ("http://[", ""),
        ("/etc/passwd", ""),
        ("", ""),
    ],
)
def test_only_web_addresses_may_be_followed(url: str, kept: str) -> None:
    assert web(url) == kept
