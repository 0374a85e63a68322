"""Every character a rule sees knows where it stands in the file: what is said there is said at the right place."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from smmgit.voice.document.block import Block, Comment, Reading, Tally
from smmgit.voice.document.read import blocks, sanitized

WORDS = (
    "paper",
    "été",
    "🙂",
    "❤️",
    "snake_case",
    "5 * 6",
    "a&amp;b",
    "&nbsp;",
    "\\*",
    "\\n",
    "x",
    "“so”",
    "naïve",
    "\\|",
)
INLINE = (
    "*{}*", "**{}**", "`{}`", "[{}](https://example.org/a_b \"t\")", "![{}](pic.png)", "~~{}~~", "<b>{}</b>", "{}",
    "{} https://example.org/{}.", "<https://example.org/>{}", "{}[^1]", "__{}__", "{}  \n{}", "{}\\\n{}", "{}\n{}",
    "www.a.org {}", "https://example.org/a%27b%C3%A9 {}",
)  # fmt: skip
BLOCKS = (
    "{}", "# {}", "## {} ##", "> {}\n> {}", "> {}\n{}", "- {}\n- {}\n  {}", "1. {}\n\n   {}", "- {}\n  - {}", "{}\n===",
    "| {} | {} |\n|---|---|\n| {} | b |", "```\n{}\n```", "    {}", "<div>{}</div>", "<!-- {} -->", "- [ ] {}",
    "> - {}\n>   {}",
    "[^1]: {}", "---", "<p class=\"code\">{}</p>", "\t{}", "  {}", "* \t{}",
)  # fmt: skip

text_of_words = st.lists(st.sampled_from(WORDS), min_size=1, max_size=3).map(" ".join)


@st.composite
def filled(draw: st.DrawFn, forms: tuple[str, ...], inner: st.SearchStrategy[str]) -> str:
    form = draw(st.sampled_from(forms))
    return form.format(*(draw(inner) for _ in range(form.count("{}"))))


inline = filled(INLINE, text_of_words)
documents = st.lists(filled(BLOCKS, st.one_of(inline, text_of_words)), max_size=5).map("\n\n".join)
ENTITIES = {"&": "&", "\u00a0": "&"}


READINGS = (Reading(), Reading(skipped_scopes=("script",), ignored_scopes=("tt",)))  # as usual; with code as prose


@settings(max_examples=600, deadline=None)
@given(documents, st.sampled_from(("\n", "\r\n")), st.sampled_from(READINGS))
def test_a_character_stands_where_it_says(source: str, ending: str, reading: Reading) -> None:
    source = sanitized(source.replace("\n", ending))
    for block in blocks(source, "md", "md", reading, Tally(), lambda _pattern, _text: iter(())):
        if isinstance(block, Comment):
            continue
        assert len(block.text) == len(block.spots)
        strangers = [
            (character, source[spot : spot + 1])
            for character, spot in zip(block.text, block.spots, strict=True)
            if not _belongs(character, source, spot)
        ]
        assert not strangers, (block.text, strangers)


def _belongs(character: str, source: str, spot: int) -> bool:
    """It is the source's own character there, a mask, a joint, or what a page makes of the source."""
    here = source[spot : spot + 1]
    return (
        character == here
        or character in "* \n↩\ufe0e"
        or here == ENTITIES.get(character)
        or source[spot : spot + 2] == "[^"
    )


def scopes(source: str, kind: str = "md", reading: Reading | None = None) -> list[tuple[str, str]]:
    found = blocks(source, kind, kind, reading or Reading(), Tally(), lambda _pattern, _text: iter(()))
    return [(block.text, ".".join(sorted(block.scope - {"text", kind}))) for block in found if isinstance(block, Block)]


def test_what_is_what() -> None:
    source = "\n\n".join((
        "# Head *line*", "Text with `code` and\na [link](u).", "> One.\n>\n> Two.", "- a\n- b",
        "| H | I |\n|---|---|\n| c | d |",
        "![A *cat*](c.png)", "```\nno\n```", '<div class="code"><p>no</p></div>', "<p>yes</p>",
    ))  # fmt: skip
    assert scopes(source) == [
        ("Head line", "h1.heading"), ("Text with **** and\na link.", ""), ("One.", "blockquote"), ("Two.", ""),
        ("a", "list"), ("b", "list"), ("H", "header.table"), ("I", "header.table"), ("c", "cell.table"),
        ("d", "cell.table"), ("A cat", "alt.attr"), ("yes", ""),
    ]  # fmt: skip


def test_how_pieces_are_joined() -> None:
    joined = dict(scopes("un**bold**ed ([x](y)), *a*—**b** https://example.org/ `c`."))
    assert joined == {"un bold ed (x), a—b ******************** *.": ""}


def test_what_a_team_leaves_out() -> None:
    reading = Reading(skipped_scopes=("blockquote", "alt"), ignored_scopes=("em",), ignored_classes=("legal",))
    source = '> no\n\nA ![no](c.png) *no* `yes`\n\n<p class="legal">no</p>\n'
    assert scopes(source, reading=reading) == [("A ** yes", "")]


def test_text_files_are_one_block_and_html_is_walked() -> None:
    assert scopes("a\n\n# b\n", "txt") == [("a\n\n# b\n", "")]
    assert scopes("<h2>A &amp; b</h2><script>no</script><p>c<br>d", "html") == [("A & b", "h2.heading")]
