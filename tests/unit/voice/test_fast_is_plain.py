"""The fast engine says exactly what a plain search says, on rules and texts nobody would think of."""

from __future__ import annotations

import regex
from hypothesis import given, settings
from hypothesis import strategies as st

from smmgit.voice.alert import Alert
from smmgit.voice.checks.check import Check
from smmgit.voice.checks.make import checks
from smmgit.voice.engine import RuleSet, judge
from smmgit.voice.pattern.dialect import PatternError, compiled
from smmgit.voice.rule import Existence, Occurrence, Rule, Skipped, Substitution
from smmgit.voice.selection import Chosen

# Pieces of patterns with texts that match them, nearly do, or do in another case.
PIECES = {
    "very": "very Very every veryx",
    "in order to": "in|in order to|IN ORDER TO|in order  to",
    "utili[sz]e": "utilise utilizes",
    "e-?mail": "email E-mail e",
    "(?:is|are) able": "is able|ARE able|is",
    "l'été": "l'été|L'ÉTÉ|l’été",
    "[Tt]he": "the THE",
    "straße": "straße STRASSE STRAẞE",
    r"\w+ly": "quickly ly ly.",
    r"a\s+b": "a b|a  b|a\u00a0b|ab",
    "co+l": "col cooool coal",
    "go{2}d": "good god",
    r"\bnot": "not knot nothing",
    r"\$\d+": "$12 $ US$3",
    "—": "— a—b",
    " - ": " - |-",
    "(a|an) x": "a x|an x|an",
    "(?i)Ab": "ab aB",
    "ſo": "so SO ſo ſO",
    "Ki": "ki KI \u212ai",
    "İs": "is İs ıs IS i̇s",
    r"[^\s]+ing": "going ing",
    "x(?!y)": "x xy",
    "(?<=b )c": "b c|bc",
    r"don['’]t": "don't Don’t don",
    "🙂": "🙂 🙂\ufe0f",
    r"\.{3}": "... ..",
    "": " ",
    r"K(?:elvin)?": "K Kelvin k \u212a",
    "ß": "ß ẞ ss",
    r"(\w)\1": "aa bb ab",
    "(?<n>o)k": "ok OK",
    r"[A-Z]{2,}": "NASA Na",
    "i": "i I İ ı",
    "ﬁn": "ﬁn fin",
    "ǅ": "ǅ Ǆ ǆ",
    r"#\w+": "#Tag #",
    "été": "été ÉTÉ e\u0301te\u0301",
    "a|b": "a b ab",
    r"(?:pre|post)-?fix(?:es)?": "prefix post-fixes prefi",
    "ΣΑΣ": "ΣΑΣ σας σασ",
    r"\?": "?",
}
JOINTS = (" ", "  ", "\n", ", ", "", ".", "-", "\u00a0", "\u200d", "\ufe0f", "_", "'")


def words(piece: str) -> list[str]:
    written = PIECES[piece]
    return written.split("|" if "|" in written else None) or [" "]


@st.composite
def some_text(draw: st.DrawFn, pieces: list[str]) -> str:
    """A text made mostly of what the pieces are about."""
    near = [word for piece in pieces for word in words(piece)]
    far = [word for piece in draw(st.lists(st.sampled_from(sorted(PIECES)), max_size=2)) for word in words(piece)]
    pairs = draw(st.lists(st.tuples(st.sampled_from(near + far), st.sampled_from(JOINTS)), max_size=12))
    return "".join(word + joint for word, joint in pairs)


@st.composite
def some_rule(draw: st.DrawFn, some: list[str]) -> Rule:
    kind = draw(st.sampled_from(("existence", "substitution", "occurrence")))
    flags = {"ignorecase": draw(st.booleans())}
    if kind == "occurrence":
        return Occurrence(name="T.Rule", message="%s", token=some[0], max=1, **flags)
    flags["nonword"] = draw(st.booleans())
    if kind == "substitution":
        return Substitution(name="T.Rule", message="%s %s", swap={token: "other" for token in some if token}, **flags)
    raw = some[:1] if draw(st.booleans()) else []
    rest = some[len(raw) :]
    return Existence(
        name="T.Rule", message="%s", tokens=tuple(rest), raw=tuple(raw), append=draw(st.booleans()), **flags
    )


@st.composite
def rules_and_text(draw: st.DrawFn) -> tuple[list[Rule], str]:
    pieces = draw(st.lists(st.sampled_from(sorted(PIECES)), min_size=1, max_size=5))
    return [draw(some_rule(pieces)) for _ in range(draw(st.integers(1, 2)))], draw(some_text(pieces))


def ready(rule: Rule) -> list[Check]:
    made = checks(rule)
    return [] if isinstance(made, Skipped) else made


def said(text: str, made: list[Check], *, plain: bool) -> tuple[Alert, ...]:
    return judge(text, RuleSet(made), Chosen(("T",), kind="txt"), "txt", plain=plain).alerts


@settings(max_examples=800, deadline=None)
@given(rules_and_text())
def test_the_index_changes_nothing(given_: tuple[list[Rule], str]) -> None:
    rules, text = given_
    made = [check for rule in rules for check in ready(rule)]
    assert said(text, made, plain=False) == said(text, made, plain=True)


@settings(max_examples=300, deadline=None)
@given(rules_and_text())
def test_a_plain_search_is_the_joined_pattern(given_: tuple[list[Rule], str]) -> None:
    """Nothing stands between the engine and the pattern Vale would join."""
    rules, text = given_
    for check in ready(rules[0]):
        if isinstance(rules[0], Existence):
            spans = {found.span() for found in regex.finditer(compiled(check.pattern), text) if found[0]}
            alerts = [alert for alert in said(text, [check], plain=False) if alert.match]
            assert {(alert.start, alert.start + len(alert.match)) for alert in alerts} == spans


def test_a_pattern_that_cannot_be_read_is_a_reason() -> None:
    made = checks(Existence(name="T.Rule", message="m", tokens=("(",)))
    assert isinstance(made, Skipped)
    assert "pattern" in made.reason
    try:
        compiled("(")
    except PatternError:
        pass
    else:
        raise AssertionError("an open bracket compiled")
