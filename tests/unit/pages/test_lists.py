"""What to fix, accounts, the rehearsal feed, and the frame they share."""

from __future__ import annotations

import datetime as dt

from msgspec.structs import replace

from smmgit.pages.page import Page
from smmgit.pages.registry import Frame, menu
from smmgit.pages.view import FeedItem
from tests.unit.pages.conftest import Make, pages_of, post


def test_remarks_stand_by_file_the_blocking_ones_first(view_of: Make) -> None:
    view = view_of(
        post("aaa", "publish_at: 2026-11-25 09:00\nmedia:\n  - {file: a.png}\n", title="Sans texte alternatif"),
        post("zzz", "publish_at: 2026-11-26 09:00\nchanels: [x]\n", "mot " * 200, title="Trop long"),
        pictures=("content/a.png",),
    )
    html = pages_of(view)["fix.html"].html
    worst = {finding.path for finding in view.findings if finding.severity == "error"}
    assert worst, "the sample must have an error"
    first = html.split('class="sg-fix"')[1]
    assert any(path in first for path in worst)
    for finding in view.findings:
        assert finding.rule in html
        assert f"ligne {finding.line}" in html


def test_a_remark_leads_to_the_file_where_the_site_knows_its_repository(view_of: Make) -> None:
    view = view_of(post("aaa", "publish_at: 2026-11-25 09:00\nchanels: [x]\n"))
    edited = replace(view, edit_base="https://git.example/edit/main/")
    assert 'href="https://git.example/edit/main/content/aaa.md"' in pages_of(edited)["fix.html"].html
    assert "/edit/" not in pages_of(view)["fix.html"].html


def test_a_clean_brand_is_told_so(view_of: Make) -> None:
    assert "Rien à redire" in pages_of(view_of())["fix.html"].html


def test_an_account_shows_what_it_says_next_and_where_its_limits_come_from(view_of: Make) -> None:
    view = view_of(post("carnet", "publish_at: 2026-11-25 09:00\n", title="Le carnet"))
    html = pages_of(view)["channels.html"].html
    x = html.split('id="x"')[1].split("</article>")[0]
    assert "Le carnet" in x
    assert "280" in x
    limit = view.ws.specs["x"].text["body"][0]
    assert limit.source in x
    assert "mercredi 25 novembre, 09:00" in x


def test_a_limit_that_sources_disagree_on_is_marked(view_of: Make) -> None:
    view = view_of()
    uncertain = [
        (platform, limit.uncertain)
        for platform, spec in view.ws.specs.items()
        for limits in [*spec.text.values(), *spec.counts.values()]
        for limit in limits
        if limit.uncertain
    ]
    html = pages_of(view)["channels.html"].html
    assert html.count("?? Sources en désaccord") >= len(uncertain)


def test_the_feed_shows_what_was_received_newest_first(view_of: Make) -> None:
    view = view_of(post("fil", "publish_at: 2026-11-25 09:00\n", "Une.\n\n---\n\nDeux.", channels="[bluesky]"))
    rendition = view.renditions(view.posts[0].post)[0]
    at = dt.datetime(2026, 11, 20, 8, tzinfo=dt.UTC)
    items = tuple(
        FeedItem(channel="bluesky", post="fil", at=at + dt.timedelta(days=day), rendition=rendition, received=1 + day)
        for day in (0, 1)
    )
    html = pages_of(replace(view, feed=items))["feed.html"].html
    assert html.index("samedi 21 novembre") < html.index("vendredi 20 novembre")
    assert html.count("Deux.") == 1
    assert "1 messages sur 2" in html


def test_a_long_feed_has_pages_of_its_own(view_of: Make) -> None:
    view = view_of(post("carnet", "publish_at: 2026-11-25 09:00\n"))
    rendition = view.renditions(view.posts[0].post)[0]
    at = dt.datetime(2026, 11, 20, 8, tzinfo=dt.UTC)
    items = tuple(
        FeedItem(channel=channel, post="carnet", at=at + dt.timedelta(hours=number), rendition=rendition)
        for channel in ("x", "gone", "gone-too")
        for number in range(90)
    )
    pages = pages_of(replace(view, feed=items))
    assert sorted(uri for uri in pages if uri.startswith("feed/")) == [
        f"feed/{n}{rest}.html" for n in (1, 2, 3) for rest in ("", "/2")
    ]
    shown = sum(page.html.count('class="sg-heard"') for uri, page in pages.items() if uri.startswith("feed/"))
    assert shown == 270


def test_the_menu_marks_the_current_section_and_leads_back_from_any_depth(view_of: Make) -> None:
    view = view_of()
    frame = Frame(view, menu(view))
    deep = frame.around(Page(uri="a/b/c.html", title="Deep", html="<p>body</p>", section="agenda"))
    assert '<a href="../../agenda.html" aria-current="page">' in deep
    assert deep.count("aria-current") == 1
    assert "<p>body</p>" in deep
    assert [entry.uri for entry in menu(view)][:2] == ["index.html", "calendar/2026-11.html"]


def test_every_mark_a_page_uses_is_drawn(view_of: Make) -> None:
    import re

    view = view_of(post("carnet", "publish_at: 2026-11-25 09:00\nmedia:\n  - {file: film.mp4, alt: Un film}\n"))
    frame = Frame(view, [])
    for page in pages_of(view).values():
        html = frame.around(page)
        drawn = set(re.findall(r'<symbol id="([^"]+)"', html))
        assert set(re.findall(r'<use href="#([^"]+)"', html)) <= drawn


def test_every_address_of_the_site_leads_somewhere(view_of: Make) -> None:
    import posixpath
    import re

    view = view_of(
        post("carnet", "publish_at: 2026-11-25 09:00\nmedia:\n  - {file: a.png}\nchanels: [x]\n"),
        post("suite", "publish_at: 2027-01-25 09:00\ntranslation_of: carnet\n"),
        pictures=("content/a.png",),
    )
    pages = pages_of(view)
    known = set(pages) | {picture.uri for page in pages.values() for picture in page.pictures}
    for page in pages.values():
        for target in re.findall(r'(?:href|src)="([^"#]+)"', str(page.html)):
            if not target.startswith("https://"):
                assert posixpath.normpath(posixpath.join(posixpath.dirname(page.uri), target)) in known, page.uri
