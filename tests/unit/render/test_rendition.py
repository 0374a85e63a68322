"""What a channel shows of a post: section, parts, link, hashtags, title, options; and its digest."""

from __future__ import annotations

import msgspec
import pytest
from msgspec.structs import replace

from smmgit.model.brand import Brand, Channel, Person
from smmgit.model.calendar import Campaign
from smmgit.model.facts import Lock, LockedCard, MediaFacts
from smmgit.model.post import ChannelChoice, Crop, Disclosure, Media
from smmgit.model.rendition import Card
from smmgit.render.rendition import render, renditions
from tests.unit.render.made import LOCK, PEOPLE, losses, post, section, shown, words, workspace

URL = "https://boutique.fr/carnet"
OURS = "https://velinotte.example/carnet"
TAGGED = OURS + "?utm_source={0}&utm_medium=social&utm_content=un-post"


def test_the_channel_speaks_before_the_platform_and_the_platform_before_the_base() -> None:
    ws = workspace(Channel(id="x-fr", platform="x", formerly=("ancien",)), Channel(id="x-en", platform="x"))
    written = post("base", section("plateforme", "x", "bluesky"), section("compte", "x-fr"))
    assert words(written, "mastodon", ws) == ["base"]
    assert words(written, "bluesky", ws) == ["plateforme"]
    assert words(written, "x-en", ws) == ["plateforme"]
    assert words(written, "x-fr", ws) == ["compte"]
    assert words(post("base", section("plateforme", "x"), section("avant", "ancien")), "x-fr", ws) == ["avant"]


def test_a_post_without_text_for_a_channel_has_no_parts() -> None:
    assert words(post("", section("ailleurs", "bluesky"), hashtags=("Papier",)), "x") == []
    assert words(post("base", section("", "x")), "x") == []


def test_thematic_breaks_make_a_thread_or_a_blank_line_and_a_loss() -> None:
    written = post("Un\n---\n\n\n---\nDeux")
    assert words(written, "x") == ["Un", "Deux"]
    assert words(written, "facebook") == ["Un\n\nDeux"]
    assert losses(written, "facebook") == [("thread", "---")]
    assert shown(written, "facebook").losses[0].line == 8


def test_link_then_hashtags_go_under_the_last_part() -> None:
    written = post("Un\n---\nDeux", link=URL, hashtags=("Papier", "#Carnets neufs"))
    assert words(written, "x") == ["Un", f"Deux\n\n{URL}\n#Papier #Carnetsneufs"]


def test_nothing_is_said_twice() -> None:
    assert words(post(f"Voir {URL}. #pApIer", link=URL, hashtags=("Papier",))) == [f"Voir {URL}. #pApIer"]
    assert words(post("Voir boutique.fr/carnet/", link=URL)) == ["Voir boutique.fr/carnet/"]
    assert words(post("L'#ete", hashtags=("Été",))) == ["L'#ete"]
    assert words(post("Un #Papier\n---\nDeux", hashtags=("papier",))) == ["Un #Papier", "Deux"]
    assert words(post(f"Voir {URL}s", link=URL)) == [f"Voir {URL}s\n\n{URL}"]
    assert words(post("Oui", hashtags=("a", "A", "#a"))) == ["Oui\n\n#a"]


def test_a_link_alone_is_a_text_and_hashtags_alone_are_not() -> None:
    assert words(post(link=URL, hashtags=("a",))) == [f"{URL}\n#a"]
    assert words(post(link=URL), "facebook") == []
    assert words(post(hashtags=("a",))) == []


def test_a_platform_with_a_link_field_takes_the_link_there() -> None:
    made = shown(post("Texte", link=URL), "facebook")
    assert (made.link, made.text) == (URL, "Texte")


def test_a_card_gives_way_to_media_and_the_link_goes_back_to_the_text() -> None:
    pictured = post("Texte", link=OURS, media=(Media(file="content/a.jpg"),))
    made = shown(pictured, "facebook")
    assert (made.link, made.text, made.card) == ("", f"Texte\n\n{TAGGED.format('facebook')}", None)
    assert shown(pictured, "bluesky").card is None
    assert shown(pictured, "pinterest").link == TAGGED.format("pinterest")


def test_a_dead_link_is_a_loss() -> None:
    written = post("Texte", link=URL)
    assert words(written, "instagram") == ["Texte"]
    assert losses(written, "instagram") == [("link", URL)]


def test_cards_come_from_the_lock() -> None:
    card = Card(url=TAGGED.format("bluesky"), title="Le carnet", description="À spirale", image="c.jpg")
    assert shown(post("Texte", link=OURS), "bluesky").card == card
    assert shown(post(f"Voir {OURS} !"), "bluesky").card == card
    assert shown(post("Texte", link=URL), "bluesky").card == Card(url=URL)
    assert shown(post(f"Voir {URL} !"), "bluesky").card is None
    assert shown(post("Texte", link=OURS), "mastodon").card is None


def test_hashtags_may_have_a_field_or_no_place() -> None:
    written = post("Texte", hashtags=("#Papier", "papier lin", "Papier"))
    assert shown(written, "youtube").tags == ("Papier", "papierlin")
    assert words(written, "youtube") == ["Texte"]
    assert words(written, "matrix") == ["Texte"]
    assert losses(written, "matrix") == [("hashtags", "#Papier #papierlin #Papier")]


def test_a_channel_may_have_its_own_hashtags_link_and_title() -> None:
    choice = ChannelChoice(id="linkedin", hashtags=("Autre",), link=URL, title="Titre public")
    made = shown(post("Texte", title="de travail", link=OURS, hashtags=("Papier",), channels=(choice,)), "linkedin")
    assert (made.text, made.link, made.title) == ("Texte\n\n#Autre", URL, "Titre public")
    none = post("Texte", hashtags=("Papier",), channels=(ChannelChoice(id="x", hashtags=()),))
    assert words(none, "x") == ["Texte"]


def test_the_working_title_is_never_public_and_a_title_without_place_is_a_loss() -> None:
    assert shown(post("Texte", title="de travail"), "pinterest").title == ""
    titled = post("Texte", channels=(ChannelChoice(id="x", title="Public"),))
    assert shown(titled, "x").title == ""
    assert losses(titled, "x") == [("title", "Public")]


def test_accounts_are_named_once_under_the_text() -> None:
    choice = ChannelChoice(id="bluesky", mentions=("lea", "@ami.example.com"))
    made = shown(post("Texte", hashtags=("a",), channels=(choice,)), "bluesky")
    assert made.text == "Texte\n\n@lea.bsky.social @ami.example.com\n#a"
    assert [(facet.kind, facet.text, facet.target) for facet in made.parts[0].facets] == [
        ("mention", "@lea.bsky.social", "did:plc:lea"),
        ("mention", "@ami.example.com", "ami.example.com"),
        ("tag", "#a", "a"),
    ]
    assert words(post("Merci @lea", channels=(choice,)), "bluesky") == ["Merci @lea.bsky.social\n\n@ami.example.com"]
    nobody = post("Texte", channels=(ChannelChoice(id="telegram", mentions=("lea",)),))
    assert (words(nobody, "telegram"), losses(nobody, "telegram")) == (["Texte"], [("mention", "lea")])


def test_credit_is_a_line_of_its_own() -> None:
    assert words(post("Texte", via="lea")) == ["Texte\n\nvia @leamartin"]
    assert words(post("Texte", via="Le Monde"), "telegram") == ["Texte\n\nvia Le Monde"]
    assert words(post("Vu chez Le Monde", via="Le Monde")) == ["Vu chez Le Monde"]


def test_the_first_comment_has_its_own_section() -> None:
    written = post("Texte", section("Le lien : **ici**", "linkedin", "x", role="first-comment"), hashtags=("a",))
    made = shown(written, "linkedin")
    assert made.first_comment is not None
    assert made.first_comment.text == "Le lien : ici"
    assert (shown(written, "x").first_comment, losses(written, "x")) == (None, [("first-comment", "")])
    assert shown(written, "facebook").first_comment is None


def test_formats_without_caption_and_reposts_show_no_text() -> None:
    story = post("Texte", channels=(ChannelChoice(id="instagram", format="story"),), hashtags=("a",))
    assert (words(story, "instagram"), losses(story, "instagram")) == ([], [("caption", "Texte")])
    repost = post("Texte", action="repost", of="https://x.com/a/status/1", media=(Media(file="content/a.jpg"),))
    made = shown(repost)
    assert (made.parts, made.media, made.action, made.of) == ((), (), "repost", "https://x.com/a/status/1")
    assert losses(repost) == [("caption", "Texte")]


def test_options_of_the_post_stand_over_those_of_the_channel() -> None:
    ws = workspace(Channel(id="tiktok", platform="tiktok", options={"privacy": "all", "duet": "no"}))
    choice = ChannelChoice(id="tiktok", format="video", options={"privacy": "friends"})
    made = shown(post("Texte", channels=(choice,)), "tiktok", ws)
    assert (made.options, made.format) == ({"privacy": "friends", "duet": "no"}, "video")


def test_what_the_campaign_says_is_inherited() -> None:
    ties = (Disclosure(kind="partnership", partner="Moulin"), Disclosure(kind="ad"))
    ws = workspace(campaigns={"noel": Campaign(id="noel", link=OURS, hashtags=("Noël",), disclosure=ties)})
    made = shown(post("Texte", campaign="noel"), "x", ws)
    tagged = OURS + "?utm_source=x&utm_medium=social&utm_campaign=noel&utm_content=un-post"
    assert (made.text, made.disclosure) == (f"Texte\n\n{tagged}\n#Noël", ("partnership: Moulin", "ad"))


def test_french_channels_get_french_spacing_and_others_do_not() -> None:
    ws = workspace(Channel(id="x-fr", platform="x", lang="fr"), Channel(id="x-ca", platform="x", lang="fr-CA"))
    assert words("Oui ! Voici : `a ?`", "x-fr", ws) == ["Oui\u00a0! Voici\u00a0: a ?"]
    assert words("Oui ! Voici : ça", "x-ca", ws) == ["Oui ! Voici\u00a0: ça"]
    assert words("Oui ! Voici : ça", "x", ws) == ["Oui ! Voici : ça"]
    assert words(replace(post("Yes !"), lang="en"), "x-fr", ws) == ["Yes !"]


def test_a_brand_without_languages_still_renders() -> None:
    ws = workspace(brand=Brand(languages=()))
    assert (shown("Oui !", "x", ws).lang, words("Oui !", "x", ws)) == ("en", ["Oui !"])


def test_media_are_chosen_ordered_cropped_and_known_by_their_bytes() -> None:
    square = Crop(name="Square", box=(0.0, 0.1, 1.0, 0.8))
    upright = Crop(name="9:16", box=(0.2, 0.0, 0.5, 1.0))
    media = (
        Media(file="content/a.jpg", typed_file="a.jpg", alt="Un carnet", crops=(upright, square)),
        Media(url="https://cdn.example/b.mp4?x=1", sha256="b" * 64, decorative=True),
    )
    made = shown(post("Texte", media=media)).media
    assert [(one.index, one.digest[:1], one.kind, one.crop) for one in made] == [
        (0, "a", "image", None), (1, "b", "video", None),
    ]  # fmt: skip
    keys = ("https://cdn.example/b.mp4?x=1", "unknown.jpg", "a.jpg")
    chosen = ChannelChoice(id="x", media=keys, options={"crop": "square"})
    made_x = shown(post("Texte", media=media, channels=(chosen,)))
    assert [one.index for one in made_x.media] == [1, 0]
    assert (made_x.media[1].crop, made_x.options) == (square.box, {})
    story = ChannelChoice(id="instagram", format="story")
    assert shown(post("Texte", media=media, channels=(story,)), "instagram").media[0].crop == upright.box
    assert shown(post("Texte", media=media, channels=(ChannelChoice(id="x", media=()),))).media == ()


def test_only_known_enabled_channels_are_rendered_once_each() -> None:
    ws = workspace(
        Channel(id="off", platform="x", enabled=False), Channel(id="neuf", platform="x", formerly=("vieux",))
    )
    names = ("x", "nowhere", "off", "vieux", "neuf", "bluesky")
    made = renditions(post("Texte", channels=tuple(ChannelChoice(id=name) for name in names)), ws)
    assert [one.channel for one in made] == ["x", "neuf", "bluesky"]


def test_an_unknown_platform_gets_plain_text() -> None:
    ws = workspace(Channel(id="radio", platform="radio"))
    assert words("**Bonjour** @lea", "radio", ws) == ["Bonjour Léa Martin"]


def test_a_long_part_is_cut_where_asked() -> None:
    long = "Une phrase de plus dans ce fil. " * 20
    assert len(words(long, "x")) == 1
    cut = post(long, channels=(ChannelChoice(id="x", thread="auto"),), hashtags=("fin",))
    parts = words(cut, "x")
    assert len(parts) == 3 and all(len(part) <= 280 for part in parts)
    assert parts[-1].endswith("fil.\n\n#fin") and parts[0].endswith(".")
    ws = workspace(Channel(id="x-long", platform="x", thread="auto", limits={"text.max": "500"}))
    assert len(words(long, "x-long", ws)) == 2
    assert len(words(post(long, channels=(ChannelChoice(id="facebook", thread="auto"),)), "facebook")) == 1


def test_words_that_are_one_link_stay_in_one_part() -> None:
    choice = ChannelChoice(id="bluesky", thread="auto")
    text = "mot " * 70 + "[un lien de plusieurs mots](https://a.fr) et la suite"
    made = shown(post(text, channels=(choice,)), "bluesky")
    assert [part.text for part in made.parts] == [("mot " * 70).strip(), "un lien de plusieurs mots et la suite"]
    assert [facet.text for facet in made.parts[1].facets] == ["un lien de plusieurs mots"]


def test_losses_and_origins_lead_back_to_the_file() -> None:
    made = shown(post("Un\nBonjour **à tous** !\n---\nDeux _fois_"))
    assert [(loss.what, loss.offset, loss.line) for loss in made.losses] == [("bold", 61, 7), ("italic", 83, 9)]
    (first, second) = made.parts
    assert first.source_offset(first.text.index("tous")) == 50 + "Un\nBonjour **à tous".index("tous")
    assert second.source_offset(second.text.index("fois")) == 84
    tail = shown(post("Texte", hashtags=("a",))).parts[0]
    assert tail.source_offset(len("Texte\n\n#")) == 55


BASE = post(
    "Merci @lea **!**",
    link=OURS,
    hashtags=("Papier",),
    media=(Media(file="content/a.jpg", typed_file="a.jpg", alt="Un carnet"),),
    channels=(ChannelChoice(id="linkedin", title="Titre", options={"visibility": "public"}),),
)


@pytest.mark.parametrize(
    "changed",
    [
        post("Merci", link=OURS, media=BASE.media, hashtags=("Papier",), channels=BASE.channels),
        replace(BASE, media=(replace(BASE.media[0], alt="Autre"),)),
        replace(BASE, media=(replace(BASE.media[0], file="content/b.jpg"),)),
        replace(BASE, media=(replace(BASE.media[0], focus=(0.1, 0.2)),)),
        replace(BASE, hashtags=("Carton",)),
        replace(BASE, link=URL),
        replace(BASE, disclosure=(Disclosure(kind="ad"),)),
        replace(BASE, action="quote", of=URL),
        replace(BASE, channels=(replace(BASE.channels[0], title="Autre"),)),
        replace(BASE, channels=(replace(BASE.channels[0], format="document"),)),
        replace(BASE, channels=(replace(BASE.channels[0], options={"visibility": "connections"}),)),
        replace(BASE, campaign="noel"),
    ],
)
def test_what_readers_would_see_changes_the_digest(changed: object) -> None:
    assert shown(changed, "linkedin").digest != shown(BASE, "linkedin").digest  # type: ignore[arg-type]


def test_facts_around_a_post_change_its_digest() -> None:
    before = shown(BASE, "linkedin").digest
    ws = workspace()
    other = replace(PEOPLE["lea"], handles={"linkedin": "urn:li:person:zzz"})
    for around in (
        replace(ws, people={"lea": other}),
        replace(ws, lock=Lock()),
        replace(ws, media={"content/a.jpg": MediaFacts(file="content/a.jpg", kind="image", sha256="c" * 64)}),
        replace(ws, channels={"linkedin": replace(ws.channels["linkedin"], account_id="other")}),
        replace(ws, brand=Brand(languages=("fr",), site=ws.brand.site)),
    ):
        assert shown(BASE, "linkedin", around).digest != before


def test_what_nobody_sees_leaves_the_digest_alone() -> None:
    before = shown(BASE, "linkedin").digest
    moved = replace(BASE.sections[0], chunks=(replace(BASE.sections[0].chunks[0], offset=900, line=40),), line=40)
    media = (replace(BASE.media[0], file="content/b/a.jpg", credit="Inès"),)
    ws = workspace()
    ws = replace(ws, media={**ws.media, "content/b/a.jpg": replace(ws.media["content/a.jpg"], file="content/b/a.jpg")})
    for same in (
        replace(
            BASE, pillar="metier", persona="lou", owner="ines", title="autre", status="draft", path="content/b/un.md"
        ),
        replace(BASE, sections=(moved,)),
        replace(BASE, media=media),
    ):
        assert shown(same, "linkedin", ws).digest == before
    assert shown(msgspec.json.decode(msgspec.json.encode(BASE), type=type(BASE)), "linkedin").digest == before


def test_a_card_in_the_lock_changes_the_digest_where_we_make_it() -> None:
    written = post("Texte", link=OURS)
    ws = workspace(lock=replace(LOCK, cards={OURS: LockedCard(title="Autre")}))
    assert shown(written, "bluesky", ws).digest != shown(written, "bluesky").digest
    assert shown(written, "mastodon", ws).digest == shown(written, "mastodon").digest


def test_render_and_renditions_agree() -> None:
    ws = workspace(campaigns={"noel": Campaign(id="noel", hashtags=("Noël",))})
    written = post("Bonjour @lea", campaign="noel")
    assert renditions(written, ws) == tuple(render(written, ws.channels[c.id], ws) for c in written.channels)


def test_a_person_of_the_channel_comes_before_the_platform() -> None:
    ws = workspace(Channel(id="x-en", platform="x"), people={"lea": Person(id="lea", handles=PEOPLE["lea"].handles)})
    assert words("Hi @lea", "x-en", ws) == ["Hi @lea_in_english"]
