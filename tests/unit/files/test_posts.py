"""The post format: what is read, what is said about the rest, and where."""

from __future__ import annotations

import datetime as dt

import pytest

from smmgit.files.posts import parse_post, slug
from smmgit.model.finding import Finding, Pos
from smmgit.model.post import Post

PATH = "content/2026/11/le-carnet.md"


def read(text: str | bytes, path: str = PATH) -> tuple[Post, list[Finding]]:
    data = text if isinstance(text, bytes) else text.encode()
    post, findings = parse_post(path, data)
    assert post is not None
    return post, list(findings)


def fields(text: str) -> tuple[Post, list[Finding]]:
    return read(f"---\nid: some-post\n{text}\n---\nText\n")


def said(findings: list[Finding]) -> list[tuple[str, int, int]]:
    return [(finding.rule, finding.line, finding.column) for finding in findings]


def test_the_post_of_the_design() -> None:
    post, findings = read(
        "---\n"
        "id: carnet-a-spirale\n"
        "title: Le carnet à spirale           # working title\n"
        "publish_at: 2026-11-25 09:00         # brand time zone\n"
        "channels: [x, linkedin, instagram-fr, bluesky]\n"
        "---\n"
        "Le carnet qui tient ses promesses. Merci @lea !\n"
        "\n"
        "## x\n"
        "Texte pour X.\n"
        "\n"
        "---\n"
        "\n"
        "Deuxième partie du fil.\n"
        "\n"
        "## LinkedIn, facebook\n"
        "Texte pour ces deux-là.\n"
        "\n"
        "## linkedin / first-comment\n"
        "Le lien est ici.\n"
    )
    assert findings == []
    assert (post.id, post.title, post.status) == ("carnet-a-spirale", "Le carnet à spirale", "ready")
    assert post.publish_at is not None
    assert post.publish_at.local == dt.datetime(2026, 11, 25, 9, 0)
    assert [choice.id for choice in post.channels] == ["x", "linkedin", "instagram-fr", "bluesky"]
    assert [(s.targets, s.role, s.line, [(c.text, c.line) for c in s.chunks]) for s in post.sections] == [
        ((), "", 7, [("Le carnet qui tient ses promesses. Merci @lea !", 7)]),
        (("x",), "", 9, [("Texte pour X.", 10), ("Deuxième partie du fil.", 14)]),
        (("linkedin", "facebook"), "", 16, [("Texte pour ces deux-là.", 17)]),
        (("linkedin",), "first-comment", 19, [("Le lien est ici.", 20)]),
    ]
    assert post.marks["channels.2"] == post.marks["channels.instagram-fr"] == Pos(5, 25)
    assert post.body_line == 7


def test_scalars_stay_what_was_typed() -> None:
    post, findings = fields("title: no\ncost: 0123\nowner: 12:30\nvia: 1e3\nimported: {a: yes, b: ~, c: 2026-01-01}")
    assert findings == []
    assert (post.title, post.cost, post.owner, post.via) == ("no", "0123", "12:30", "1e3")
    assert post.imported == {"a": "yes", "b": "", "c": "2026-01-01"}


def test_all_fields_of_media_and_their_places() -> None:
    post, findings = fields(
        "media:\n"
        "  - file: ../10/table.jpg\n"
        "    alt: >-\n"
        "      Une table\n"
        "      de bois\n"
        "    focus: [50 %, 0,3]\n".replace("0,3", '"0,3"')
        + "    crops: [{name: carré, box: [0, 0.1, 1, 0.8]}]\n"
        "    cover: /brand/cover.jpg\n"
        "    rights_until: 2026-12-31\n"
        "    ai: assisted\n"
        "  - url: https://cdn.example.com/a.mp4\n"
        f"    sha256: {'a' * 64}\n"
        "    decorative: oui"
    )
    assert findings == []
    first, second = post.media
    assert (first.file, first.typed_file, first.cover) == (
        "content/2026/10/table.jpg",
        "../10/table.jpg",
        "brand/cover.jpg",
    )
    assert (first.alt, first.focus, first.crops[0].box) == ("Une table de bois", (0.5, 0.3), (0.0, 0.1, 1.0, 0.8))
    assert (first.rights_until, first.ai, second.decorative) == (dt.date(2026, 12, 31), "assisted", True)
    assert (second.key, second.alt) == ("https://cdn.example.com/a.mp4", None)
    assert post.mark("media.0.alt") == Pos(5, 10)
    assert post.mark("media.1.sha256") == Pos(14, 13)


def test_channel_options_keep_what_only_the_platform_knows() -> None:
    post, findings = fields(
        "channels:\n  x:\n  pinterest:\n    board: Carnets\n    title: Un carnet\n    media: [a.jpg]\n"
        "    publish_at: asap\n  linkedin: {format: poll, poll: {question: Q, options: [a, b]}}"
    )
    assert findings == []
    x, pinterest, linkedin = post.channels
    assert (x.id, x.media, x.options) == ("x", None, {})
    assert (pinterest.title, pinterest.media, pinterest.options) == ("Un carnet", ("a.jpg",), {"board": "Carnets"})
    assert pinterest.publish_at is not None and pinterest.publish_at.asap
    assert linkedin.options == {"poll": {"question": "Q", "options": ["a", "b"]}}
    assert post.mark("channels.pinterest.board") == Pos(6, 12)


@pytest.mark.parametrize("typed", ["[x, {li: {title: T}}]", "x, li", "[x, li, x]"])
def test_channels_may_be_typed_in_other_ways(typed: str) -> None:
    post, findings = fields(f"channels: {typed}")
    assert findings == []
    assert [choice.id for choice in post.channels] == ["x", "li"]


def test_everything_wrong_is_said_at_once_and_the_rest_is_read() -> None:
    post, findings = read(
        "---\n"
        "id: some-post\n"
        "title: Today: open\n"
        "chanels: [x]\n"
        "publish_at: 25/11/2026 09:00\n"
        "status: perhaps\n"
        "campaign: [a, b]\n"
        "link: velinotte.example\n"
        "needs:\n"
        "  - by: tom\n"
        "  - what: Photo\n"
        "    due: 2026-02-30\n"
        "owner: tom\n"
        "owner: lea\n"
        "---\n"
        "Text\n"
    )
    assert said(findings) == [
        ("schema/yaml", 3, 13),
        ("schema/yaml", 14, 1),
        ("schema/unknown-key", 4, 1),
        ("schema/bad-value", 5, 13),
        ("schema/bad-value", 6, 9),
        ("schema/bad-value", 7, 11),
        ("schema/bad-value", 8, 7),
        ("schema/missing", 10, 5),
        ("schema/bad-value", 12, 10),
    ]
    assert all(finding.post == "some-post" and finding.path == PATH for finding in findings)
    assert (post.owner, [need.what for need in post.needs]) == ("tom", ["Photo"])
    assert post.sections[0].chunks[0].text == "Text"


def test_marks_count_the_entries_that_were_kept() -> None:
    post, findings = fields("media:\n  - {alt: no file, credit: me}\n  - file: a.jpg\n    alt: A")
    assert said(findings) == [("schema/missing", 4, 5)]
    assert len(post.media) == 1
    assert post.mark("media.0.alt") == Pos(6, 10)
    assert "media.1" not in post.marks
    assert "media.0.credit" not in post.marks


def test_a_key_written_twice_counts_once_and_is_said() -> None:
    post, findings = fields("title: One\ntitle: Two")
    assert said(findings) == [("schema/yaml", 4, 1)]
    assert post.title == "One"


def test_an_unknown_key_has_a_fix_when_its_meaning_is_plain() -> None:
    text = "---\nid: some-post\nchanels: [x]\n---\n"
    for whole, typed in ((text, text), ("\ufeff" + text,) * 2, (text, text.replace("\n", "\r\n"))):
        _, findings = read(typed.encode())
        fix = findings[0].fix
        assert fix is not None
        edit = fix.edits[0]
        assert whole[edit.start : edit.end] == "chanels"
        assert edit.text == "channels"


def test_french_names_of_fields_are_understood() -> None:
    _, findings = fields("titre: Bonjour\nxyzzy: 1")
    assert "title" in findings[0].message.fr
    assert findings[1].fix is None


@pytest.mark.parametrize(
    ("text", "path", "name"),
    [
        ("---\ntitle: L’Été à Orléans, œuvre n° 3\n---\n", PATH, "l-ete-a-orleans-oeuvre-n-3"),
        ("---\nchannels: [x]\n---\n", "content/Ça va?.md", "ca-va"),
        ("---\nid:\n---\n", "content/12.md", "post-12"),
        ("---\ntitle: 日本\n---\n", PATH, "post"),
    ],
)
def test_a_missing_id_is_proposed_from_the_title_or_the_files_name(text: str, path: str, name: str) -> None:
    post, findings = read(text, path)
    assert post.id == ""
    assert [finding.rule for finding in findings] == ["schema/missing"]
    fix = findings[0].fix
    assert fix is not None
    mended = text[: fix.edits[0].start] + fix.edits[0].text + text[fix.edits[0].end :]
    assert f"id: {name}\n" in mended
    assert read(mended, path)[0].id == name


def test_an_id_that_does_not_fit_is_never_used() -> None:
    post, findings = read("---\nid: ../../Etc\n---\n")
    assert post.id == ""
    assert said(findings) == [("schema/bad-value", 2, 5)]


def test_a_slug_is_an_id() -> None:
    assert slug("Le carnet à spirale") == "le-carnet-a-spirale"
    assert len(slug("mot " * 60)) <= 64


@pytest.mark.parametrize(
    ("typed", "ok"),
    [("a.jpg", True), ("../../../brand/a.jpg", True), ("../../../../a.jpg", False), ("/etc/passwd", True),
     ("https://a.example/b.jpg", False), ("..", True), ("../../..", False)],
)  # fmt: skip
def test_media_stay_inside_the_repository(typed: str, ok: bool) -> None:
    post, findings = fields(f"media:\n  - file: {typed}")
    assert (findings == []) is ok
    assert all(not item.file.startswith(("/", "..")) for item in post.media)


def test_no_front_matter_is_one_finding_with_a_start_to_take() -> None:
    post, findings = read("Hello\n\n## x\nHi\n", "content/Mon idée.md")
    assert said(findings) == [("schema/front-matter", 1, 1)]
    assert [section.targets for section in post.sections] == [(), ("x",)]
    fix = findings[0].fix
    assert fix is not None
    again, none = read(fix.edits[0].text + "Hello\n", "content/Mon idée.md")
    assert (again.id, again.status, none) == ("mon-idee", "draft", [])


def test_fields_that_never_end_publish_nothing() -> None:
    post, findings = read("---\nid: some-post\ntitle: Hi\n\nA text\n")
    assert ("schema/front-matter", 1, 1) in said(findings)
    assert post.sections == ()
    assert post.title == "Hi"


def test_bytes_that_are_no_text_are_reported_where_they_are() -> None:
    post, findings = read("---\nid: some-post\ntitle: Été\n---\nTexte prêt\n".encode("cp1252"))
    assert said(findings) == [("schema/encoding", 3, 8)]
    assert "0xC9" in findings[0].message.en
    assert post.id == "some-post"
    assert said(read("---\nid: some-post\n---\né\0\n")[1]) == [("schema/encoding", 4, 2)]
    assert said(read("---\nid: some-post\ntitle: a\x1b[31m\n---\n")[1]) == [("schema/encoding", 3, 9)]
    utf16, findings = read("---\nid: some-post\n---\nText\n".encode("utf-16"))
    assert utf16.id == "some-post"
    assert said(findings) == [("schema/encoding", 1, 1)]


def test_line_ends_and_marks_of_other_systems_change_no_place() -> None:
    text = "---\nid: some-post\ntitel: é\n---\nOne\n\n## x\nTwo\n"
    plain, findings = read(text)
    for other in ("\ufeff" + text, text.replace("\n", "\r\n"), text.replace("\n", "\r")):
        post, again = read(other)
        assert said(again) == said(findings)
        assert [(s.line, s.chunks[0].text, s.chunks[0].line) for s in post.sections] == [
            (s.line, s.chunks[0].text, s.chunks[0].line) for s in plain.sections
        ]
        marked = other.replace("\r\n", "\n").replace("\r", "\n")
        assert all(marked[s.chunks[0].offset :].startswith(s.chunks[0].text) for s in post.sections)


def test_line_ends_only_yaml_knows_change_no_place() -> None:
    _, findings = read('---\nid: some-post\ntitle: "a\u2028b\x85c"\ntitel: x\n---\n')
    assert said(findings) == [("schema/unknown-key", 4, 1)]


def test_what_is_too_large_is_not_read() -> None:
    post, findings = parse_post(PATH, b"x" * 10_000_000)
    assert post is None
    assert said(list(findings)) == [("schema/too-large", 1, 1)]
    large, findings = parse_post(PATH, b"---\nid: some-post\n# " + b"x" * 1_000_001 + b"\n---\nText\n")
    assert large is not None
    assert said(list(findings)) == [("schema/too-large", 2, 1)]


@pytest.mark.parametrize(
    "bomb",
    [
        "imported: " + "[" * 30,
        "imported: " + "{a: " * 30,
        "imported:\n" + "".join(f"{'  ' * n}- a:\n" for n in range(1, 30)),
        "imported:\n  a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
        + "".join(f"  a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 10)),
        "imported: &a [x]\nsources: [" + "*a, " * 200 + "]",
        "imported: [" + "x, " * 120_000 + "]",
    ],
)
def test_bombs_are_put_out(bomb: str) -> None:
    post, findings = fields(bomb)
    assert next(finding.rule for finding in findings if finding.rule != "schema/missing") == "schema/yaml"
    assert post.imported == {}


def test_a_few_aliases_are_fine() -> None:
    post, findings = fields("title: &t Hello\nowner: *t")
    assert (post.owner, findings) == ("Hello", [])


@pytest.mark.parametrize(
    ("typed", "word"),
    [
        ("title: Today: open", "colon"), ("title: @lea", "@"), ("title: *Promo*", "*"), ("title: *promo", "star"),
        ("title: `x`", "`"),
        ("title: \"open", "quotation"), ("title: \"a\" b", "quotation"), ("title: [a, b", "closed"),
        ("title: !new x", "!"), ("\ttitle: x", "tab"), ("title:\n\t- x", "tab"), ("just a line", "name: value"),
        ("title: \"\\q\"", "\\"), ("? [a]\n: b", "name"), ("...\nx: y", ""), ("title: %x", "%"),
    ],
)  # fmt: skip
def test_slips_of_yaml_are_told_in_an_editors_words(typed: str, word: str) -> None:
    post, findings = read(f"---\nid: some-post\nowner: tom\n{typed}\nlang: fr\n---\n")
    assert findings
    assert all(finding.rule in ("schema/yaml", "schema/unknown-key") for finding in findings), findings
    assert word in findings[0].message.en
    assert "mapping" not in findings[0].message.en
    assert 4 <= findings[0].line <= 6
    assert post.id == "some-post"
    assert post.owner == "tom" or typed.startswith("\t")  # a tab continues the line above
    assert post.lang == "fr" or typed.startswith(("...", 'title: "open', "title: [a", "just", "\t"))


def test_a_thousand_findings_are_a_hundred() -> None:
    _, findings = fields("\n".join(f"key{n}: x" for n in range(1000)))
    assert len(findings) == 100


def test_values_in_messages_are_never_interpreted() -> None:
    _, findings = fields("status: '{0.__class__} {x}'\n'{key}': 1")
    assert "{0.__class__} {x}" in findings[0].message.en
    assert "{key}" in findings[1].message.fr
