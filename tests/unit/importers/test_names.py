"""Ids and names made from files: stable, unique, safe."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from smmgit.importers.names import file_name, post_id, title
from smmgit.importers.people import handles_on_bluesky, handles_on_x, note
from smmgit.model.fields.post import ID_PATTERN


def test_ids_of_real_names() -> None:
    assert post_id("2024-10-2-brc-webinar", "p", "post", ()) == "brc-webinar-2024-10-2"
    assert post_id("retry-132_2024-10-10-brc-test", "p", "post", ()) == "retry-132-2024-10-10-brc-test"
    assert post_id("<your-path>", "p", "post", ()) == "your-path"
    assert post_id("10000", "p", "tweet", ()) == "tweet-10000"
    assert post_id("Été à Nîmes œuvre", "p", "post", ()) == "ete-a-nimes-oeuvre"
    assert post_id("v2", "p", "tweet", ()) == "tweet-v2"


def test_a_taken_id_gets_a_mark_of_its_path() -> None:
    first = post_id("news", "a/news", "post", {"news"})
    assert first != post_id("news", "b/news", "post", {"news"})
    assert first == post_id("news", "a/news", "post", {"news"})
    assert first.startswith("news-")


@given(st.text(max_size=200), st.text(max_size=20))
def test_every_name_gives_an_id_and_a_file(stem: str, path: str) -> None:
    taken = {post_id(stem, path, "post", ())}
    for ident in (*taken, post_id(stem, path, "post", taken)):
        assert re.fullmatch(ID_PATTERN, ident)
    assert re.fullmatch(r"[a-z0-9-]+(\.[a-z0-9-]+)?", file_name(stem))
    assert "\n" not in title(stem)


def test_titles() -> None:
    assert title("2024-10-2-brc_webinar", "2024-10-2") == "Brc webinar"
    assert title("<your-path>") == "Your path"


def test_people_of_several_networks_are_one() -> None:
    people: dict[str, dict[str, object]] = {}
    note(people, "mastodon", "galaxyproject@mstdn.science")
    note(people, "bluesky", "galaxyproject.bsky.social")
    note(people, "mastodon", "galaxyproject@other.social")
    note(people, "mastodon", "unifreiburg", "https://baw.social")
    note(people, "bluesky", "all.📊")
    note(people, "bluesky", "5.1")
    handles = {name: person["handles"] for name, person in people.items()}
    assert handles == {
        "galaxyproject": {"mastodon": "galaxyproject@mstdn.science", "bluesky": "galaxyproject.bsky.social"},
        "galaxyproject-2": {"mastodon": "galaxyproject@other.social"},
        "unifreiburg": {"mastodon": "unifreiburg@baw.social"},
    }


def test_handles_in_texts() -> None:
    assert handles_on_x("Thx @pvdlg_, @openjsf's and @OpenJSF; a@b.c https://x.y/@no @much_too_long_for_x") == [
        "pvdlg_",
        "openjsf",
    ]
    assert handles_on_bluesky("Thanks to @targos.dev and @aduh95.bsky.social. Not @here") == [
        "targos.dev",
        "aduh95.bsky.social",
    ]
