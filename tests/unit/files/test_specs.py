"""The platforms' facts: all there, all sourced and dated, and mistakes named."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest

from smmgit.errors import SmmgitError, UsageError
from smmgit.files.specs import find_spec, load_sources, load_specs, read_spec, sources_of, spec_ids
from smmgit.model.fields.post import FORMATS
from smmgit.model.spec import Limit, PlatformSpec
from smmgit.text.count import TEXT_UNITS, counts

PLATFORMS = (
    "x bluesky mastodon linkedin facebook instagram threads pinterest tiktok youtube tumblr reddit telegram discord "
    "slack matrix google-business snapchat sandbox manual webhook buffer"
).split()
DELIVERY = {
    "exact": {"bluesky", "sandbox"},
    "keyed": {"mastodon", "matrix"},
    "listable": {
        "x", "threads", "reddit", "tumblr", "linkedin", "facebook", "instagram", "pinterest", "youtube", "tiktok",
        "google-business", "buffer",
    },
    "blind": {"telegram", "discord", "slack", "manual", "webhook", "snapchat"},
}  # fmt: skip
KINDS = {"text", "prose", "texts", "ids", "choice", "flag", "number", "url", "when", "duration"}


def limits(spec: PlatformSpec) -> Iterator[Limit]:
    for part in (spec, *spec.formats.values()):
        for group in (*part.text.values(), *part.counts.values()):
            yield from group
        for rules in part.media.values():
            for group in rules.limits.values():
                yield from group


def test_every_platform_of_the_design() -> None:
    assert sorted(PLATFORMS) == list(spec_ids())
    assert list(load_specs(["x", "nothing", "bluesky"])) == ["x", "bluesky"]


@pytest.mark.parametrize("name", PLATFORMS)
def test_a_spec_is_whole(name: str) -> None:
    spec = find_spec(name)
    assert spec.id == name
    assert spec.name
    assert spec.counter in TEXT_UNITS
    assert name in DELIVERY[spec.delivery]
    assert set(spec.formats) <= set(FORMATS)
    for limit in limits(spec):
        assert limit.source
        assert re.fullmatch(r"\d{4}-\d\d-\d\d", limit.verified_on)
        assert limit.min is None or limit.max is None or limit.min <= limit.max
    for option in spec.options:
        assert option.kind in KINDS
        assert option.about and option.about_fr, option.name
        assert bool(option.choices) is (option.kind == "choice")
        re.compile(option.pattern)
    assert set(sources_of(spec)) <= set(load_sources())


@pytest.mark.parametrize("name", PLATFORMS)
def test_a_text_can_be_counted_for_every_limit(name: str) -> None:
    spec = find_spec(name)
    for form in ("post", *spec.formats):
        for what in ("body", *spec.text):
            assert all(count.length >= 0 for count in counts("Été 🎉 https://exemple.fr", spec, what=what, format=form))


def test_sources_are_all_used_and_say_what_they_are() -> None:
    used = {key for name in PLATFORMS for key in sources_of(find_spec(name))}
    sources = load_sources()
    assert set(sources) == used
    for source in sources.values():
        assert source.title
        assert re.fullmatch(r"(\d{4}(-\d\d){1,2})?", source.date), source.key
        assert re.fullmatch(r"(https://\S+)?", source.url), source.key


@pytest.mark.parametrize(
    ("name", "what", "form", "expected"),
    [
        ("x", "body", "post", [(280, "weighted", "")]),
        ("bluesky", "body", "post", [(300, "grapheme", ""), (3000, "utf-8", "")]),
        ("mastodon", "body", "post", [(500, "mastodon", "")]),
        ("linkedin", "body", "post", [(3000, "code-point", ""), (3000, "utf-16", "?")]),
        ("facebook", "body", "post", [(63206, "code-point", "?")]),
        ("instagram", "body", "post", [(2200, "code-point", "")]),
        ("threads", "body", "post", [(500, "grapheme", ""), (500, "threads", "?")]),
        ("pinterest", "body", "post", [(800, "code-point", ""), (500, "code-point", "?")]),
        ("tiktok", "body", "post", [(2200, "utf-16", "")]),
        ("tiktok", "body", "carousel", [(4000, "utf-16", "")]),
        ("youtube", "body", "post", [(5000, "utf-8", "")]),
        ("youtube", "title", "post", [(100, "code-point", "")]),
        ("tumblr", "body", "post", [(4096, "code-point", ""), (1000000, "utf-8", "")]),
        ("reddit", "title", "post", [(300, "code-point", "")]),
        ("telegram", "body", "post", [(4096, "code-point", ""), (4096, "utf-16", "?")]),
        ("telegram", "caption", "post", [(1024, "code-point", ""), (1024, "utf-16", "?")]),
        ("discord", "body", "post", [(2000, "code-point", ""), (2000, "utf-16", "?")]),
        ("matrix", "body", "post", [(65536, "utf-8", "")]),
        ("google-business", "body", "post", [(1500, "code-point", "?")]),
        ("snapchat", "body", "post", [(160, "code-point", "")]),
        ("sandbox", "body", "post", [(None, "grapheme", "")]),
    ],
)
def test_text_limits(name: str, what: str, form: str, expected: list[tuple[int | None, str, str]]) -> None:
    found = counts("a", find_spec(name), what=what, format=form)
    assert [(count.limit, count.unit, "?" if count.uncertain else "") for count in found] == expected


def test_one_family_may_say_the_same() -> None:
    families = {name: find_spec(name).family for name in PLATFORMS}
    assert {name for name, family in families.items() if family == "short"} == {"x", "threads", "bluesky", "mastodon"}


def test_ratios_are_reckoned() -> None:
    ratio = find_spec("x").media["video"].limits["ratio"][0]
    assert (ratio.min, ratio.max) == (1 / 3, 3)


def test_an_unknown_platform_names_the_nearest() -> None:
    with pytest.raises(UsageError, match="Did you mean: bluesky"):
        find_spec("blusky")


def made(**fields: Any) -> dict[str, Any]:
    return {"name": "Made", "verified_on": "2026-11-22", **fields}


@pytest.mark.parametrize(
    ("raw", "problem"),
    [
        ({"name": "Made"}, "verified_on"),
        (made(colour="red"), r"the file\.colour"),
        (made(text={"body": [{"max": 9, "unit": "grapheme"}]}), r"text\.body\.0: needs a source"),
        (made(text={"body": [{"max": 9, "unit": "grapheme", "source": "QQ"}]}), "'QQ' is not in sources.yml"),
        (made(text={"body": [{"max": 9, "unit": "grapheme", "source": "AA, "}]}), "needs a source"),
        (made(text={"body": [{"max": 9, "unit": "pixel", "source": "AA"}]}), "'pixel' does not fit"),
        (made(text={"body": [{"max": 9, "source": "AA"}]}), "'' does not fit"),
        (made(text={"body": [{"unit": "grapheme", "source": "AA"}]}), "neither max nor min"),
        (made(text={"body": [{"max": "lots", "unit": "grapheme", "source": "AA"}]}), "neither a number nor a ratio"),
        (made(text={"body": [{"max": 9, "unit": "grapheme", "source": "AA", "most": 9}]}), r"text\.body\.0\.most"),
        (made(text={"body": {"max": 9}}), "expected a list"),
        (made(text=[1]), "expected a map"),
        (made(counts={"media": [{"max": 9, "source": "AA", "verified_on": "soon"}]}), "2026-11-22"),
        (made(media={"image": {"types": ["image/png"]}}), "types_source"),
        (made(media={"image": {"limits": {"weight": []}}}), "weight"),
        (made(formats={"reel": {"caption": False}}), r"formats\.reel\.source"),
        (made(options=[{"name": "a", "sort": "flag"}]), r"options\.0\.sort"),
        (made(facts={"price": {"value": 1}}), r"facts\.price: needs a source"),
        (made(counter="pixel"), "counter"),
        (made(delivery="often"), "delivery"),
    ],
)
def test_mistakes_are_named(raw: dict[str, Any], problem: str) -> None:
    with pytest.raises(SmmgitError, match=problem) as caught:
        read_spec("made", raw, "specs/made.yml", frozenset({"AA"}))
    assert "specs/made.yml" in str(caught.value)


def test_dates_are_inherited() -> None:
    raw = made(counts={"media": [{"max": 9, "source": "AA the page"}]})
    spec = read_spec("made", raw, "specs/made.yml", frozenset({"AA"}))
    assert spec.counts["media"] == (Limit(max=9, source="AA the page", verified_on="2026-11-22"),)
