"""Every kind of check, as its rule file and a text that it does or does not object to."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.styles import INI, says, set_up

CASES: dict[str, tuple[str, str, list[str]]] = {
    "existence: words, not parts of words": (
        "extends: existence\nmessage: No '%s'\ntokens: [nice]",
        "A nice niceness, Nice.", ["1:3:No 'nice'"],
    ),
    "existence: case only counts where asked": (
        "extends: existence\nmessage: No '%s'\nignorecase: true\ntokens:\n  - nice\n  - ''",
        "Nice, NICE.", ["1:1:No 'Nice'", "1:7:No 'NICE'"],
    ),
    "existence: raw parts run together, before the words": (
        "extends: existence\nmessage: '%s'\nraw:\n  - 'so '\n  - 'very '\ntokens:\n  - nice\n  - kind",
        "so very kind, very nice", ["1:1:so very kind"],
    ),
    "existence: raw parts after the words": (
        "extends: existence\nmessage: '%s'\nappend: true\nraw: ['[!]']\ntokens: [hey]",
        "hey! hey", ["1:1:hey!"],
    ),
    "existence: nonword finds signs": (
        "extends: existence\nmessage: '%s'\nnonword: true\ntokens: ['\\$\\d+', ' —']",
        "It costs $5 —yes", ["1:10:$5", "1:12: —"],
    ),
    "existence: an exception anywhere in the match silences it": (
        "extends: existence\nmessage: '%s'\nignorecase: true\ntokens: ['\\w+ paper']\nexceptions: [Linen]",
        "Linen paper, linen paper", ["1:14:linen paper"],
    ),
    "existence: patterns look behind and ahead": (
        "extends: existence\nmessage: '%s'\ntokens: ['(?<!not a )shop(?! window)']",
        "a shop, not a shop, a shop window", ["1:3:shop"],
    ),
    "substitution: longest key first, and what is right is left": (
        "extends: substitution\nmessage: Use '%s', not '%s'\nignorecase: true\nswap:\n  mail: letter\n  e mail: email",
        "E mail, mail, email", ["1:1:Use 'email', not 'E mail'", "1:9:Use 'letter', not 'mail'"],
    ),
    "substitution: groups of the key fill the value": (
        "extends: substitution\nmessage: Use '%s', not '%s'\nswap:\n  (\\d+) per ?cent: $1 %",
        "About 20 percent.", ["1:7:Use '20 %', not '20 percent'"],
    ),
    "substitution: several offers, and no double quotes": (
        "extends: substitution\nmessage: Use '%s', not '%s'\naction: {name: replace}\nswap:\n  big: large|great|wide",
        "So big.", ["1:4:Use 'large', 'great', or 'wide', not 'big'"],
    ),
    "substitution: a capital stays one": (
        "extends: substitution\nmessage: Use '%s', not '%s'\nignorecase: true\ncapitalize: true\nswap:\n  utilise: use",
        "Utilise it.", ["1:1:Use 'Use', not 'Utilise'"],
    ),
    "substitution: a value may describe what is right": (
        "extends: substitution\nmessage: Use '%s', not '%s'\nignorecase: true\nswap:\n  git ?hub: GitHub(?:\\.com)?",
        "GitHub and github", ["1:12:Use 'GitHub(?:\\.com)?', not 'github'"],
    ),
    "occurrence: too many": (
        "extends: occurrence\nmessage: '%s marks!'\nmax: 1\ntoken: '!'",
        "One! Two! Three!", ["1:4:3 marks!"],
    ),
    "occurrence: too few, and none at all": (
        "extends: occurrence\nmessage: needs %d\nscope: heading\nmin: 1\ntoken: '\\?'",
        "text\n\n# Why\n", ["1:1:needs 0"],
    ),
    "repetition: the second of two": (
        "extends: repetition\nmessage: '%s again'\nignorecase: true\nalpha: true\ntokens: ['[^\\s]+']",
        "The the end. End of it: 3 3", ["1:1:the again"],
    ),
    "repetition: not across the end of a sentence": (
        "extends: repetition\nmessage: '%s again'\ntokens: ['[^\\s.!?]+']",
        "All plans have Redis. Redis is here here.", ["1:32:here again"],
    ),
    "consistency: both in one file": (
        "extends: consistency\nmessage: mixed '%s'\nignorecase: true\neither:\n  colour: color",
        "colour\n\ncolour again\n\ncolor\n\nColour", ["5:1:mixed 'color'", "7:1:mixed 'Colour'"],
    ),
    "conditional: an acronym explained before": (
        "extends: conditional\nmessage: '%s?'\nfirst: '\\b[A-Z]{3}\\b'\nsecond: '\\(([A-Z]{3})\\)'\nexceptions: [PDF]",
        "World Trade (WTO). The WTO. The IMF. A PDF.", ["1:33:IMF?"],
    ),
    "conditional: something must be there at all": (
        "extends: conditional\nmessage: '%s needs a zone'\nfirst: '\\d+ h'\nsecond: 'UTC'",
        "At 9 h.\n\nAt 9 h UTC.", ["1:4:9 h needs a zone"],
    ),
    "capitalization: sentence case": (
        "extends: capitalization\nmessage: '%s'\nscope: heading\nmatch: $sentence\nexceptions: [Paris]",
        "# A walk in Paris\n\n# A Walk In The Park\n", ["3:3:A Walk In The Park"],
    ),
    "capitalization: title case says what it expected": (
        "extends: capitalization\nmessage: '%s -> %s'\nscope: heading\nmatch: $title\nstyle: Chicago",
        "# the end of the road\n", ["1:3:the end of the road -> The End of the Road"],
    ),
    "capitalization: by pattern": (
        "extends: capitalization\nmessage: '%s'\nscope: heading\nmatch: '[A-Z].*'",
        "# good\n\n# Good\n", ["1:3:good"],
    ),
    "metric: a formula over the file": (
        "extends: metric\nmessage: '%s headings'\nformula: heading.h2 + heading.h3\ncondition: '> 1'",
        "## One\n\nText.\n\n### Two\n\n# Three\n", ["1:1:2.00 headings"],
    ),
    "readability: the mean of measures": (
        "extends: readability\nmessage: grade %s\nmetrics: [Automated Readability]\ngrade: 5",
        "Incomprehensible considerations notwithstanding, administrative representatives deliberated.\n",
        ["1:1:grade 48.29"],
    ),
    "sequence: words by kind": (
        "extends: sequence\nmessage: \"'%[2]s' after '%[1]s'\"\ntokens:\n  - tag: MD\n  - pattern: of",
        "You could of known.", ["1:5:'of' after 'could'"],
    ),
    "scope: one part of the document": (
        "extends: existence\nmessage: '%s'\nscope: list\ntokens: [note]",
        "note\n\n- note\n\n> note\n", ["3:3:note"],
    ),
    "scope: a & b, and not c": (
        "extends: existence\nmessage: '%s'\nscope: ['heading & ~heading.h2']\ntokens: [note]",
        "# note\n\n## note\n\nnote\n", ["1:3:note"],
    ),
    "scope: what is not wanted never takes the whole file": (
        "extends: existence\nmessage: '%s'\nscope: ~heading\ntokens: [note]",
        "# note\n\n`note` and note\n", ["3:12:note"],
    ),
    "scope: sentences are not headings": (
        "extends: occurrence\nmessage: long\nscope: sentence\nmax: 4\ntoken: '\\w+'",
        "# One two three four five six\n\nOne two three four. One two three four five.\n", ["3:21:long"],
    ),
    "scope: raw sees markup": (
        "extends: existence\nmessage: '%s'\nscope: raw\nnonword: true\ntokens: ['\\*\\*\\w+']",
        "So **bold**.", ["1:4:**bold"],
    ),
    "limit: so many and no more": (
        "extends: existence\nmessage: '%s'\nlimit: 2\ntokens: [a]",
        "a a a", ["1:1:a", "1:3:a"],
    ),
    "message: more than once, out of order, with a sign": (
        "extends: substitution\nmessage: \"%[2]s is 100%% '%[1]s'\"\nswap: {x: y}",
        "x", ["1:1:x is 100% 'y'"],
    ),
    "message: one line": (
        "extends: existence\nmessage: |\n  Not here.\n  Nor there.\ntokens: [x]",
        "x", ["1:1:Not here. Nor there. "],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_what_a_rule_says(name: str, tmp_path: Path) -> None:
    rule, text, expected = CASES[name]
    assert says(tmp_path, rule, text) == expected


def test_a_script_is_never_run_but_named(tmp_path: Path) -> None:
    session = set_up(tmp_path, {"Odd": "extends: script\nmessage: m\nscript: |\n  matches := [{begin: 0, end: 4}]\n"})
    assert [rule.rule for rule in session.skipped] == ["T.Odd"]
    assert session.skipped[0].reason
    assert not session.text("text", "a.md").alerts


def test_spelling_with_a_dictionary_of_the_styles(tmp_path: Path) -> None:
    files = {
        "styles/config/dictionaries/own.aff": "SET UTF-8\nSFX S Y 1\nSFX S 0 s .\n",
        "styles/config/dictionaries/own.dic": "3\nbook/S\npaper\nthe\n",
        "styles/config/ignore/names.txt": "Lea\n",
    }
    rule = "extends: spelling\nmessage: \"'%s'?\"\ndictionaries: [own]\nignore: names.txt\n"
    session = set_up(tmp_path, {"Spelling": rule}, files=files)
    alerts = session.text("The books, the papre, `codde`, Lea, café.", "a.md").alerts
    assert [(alert.column, alert.message) for alert in alerts] == [(16, "'papre'?")]


def test_a_spelling_rule_without_its_dictionary_is_named(tmp_path: Path) -> None:
    session = set_up(tmp_path, {"Spelling": "extends: spelling\nmessage: m\ndictionaries: [nowhere]"})
    assert [(rule.rule, rule.reason) for rule in session.skipped] == [
        ("T.Spelling", "none of its dictionaries is here")
    ]


def test_the_vocabulary_is_rule_and_exception(tmp_path: Path) -> None:
    ini = (
        "StylesPath = styles\nVocab = Brand\n\n[*]\nBasedOnStyles = T, Vale\nVale.Spelling = NO\nVale.Repetition = NO\n"
    )
    files = {
        "styles/config/vocabularies/Brand/accept.txt": "# names\nLinotte\n(?i)wifi\nOAuth2?\n[Pp]aperie\n",
        "styles/config/vocabularies/Brand/reject.txt": "stationery shop\n",
    }
    rule = "extends: existence\nmessage: no %s\nignorecase: true\ntokens: ['\\w+otte', bulotte]"
    session = set_up(tmp_path, {"Rule": rule}, ini, files)
    alerts = session.text("linotte, Linotte, bulotte, WiFi, a stationery shop, oauth2, PAPERIE", "a.md").alerts
    assert [f"{alert.column}:{alert.check}:{alert.message}" for alert in alerts] == [
        "1:T.Rule:no linotte",
        "1:Vale.Terms:Use 'Linotte' instead of 'linotte'.",
        "19:T.Rule:no bulotte",
        "36:Vale.Avoid:Avoid using 'stationery shop'.",
        "53:Vale.Terms:Use 'OAuth2' instead of 'oauth2'.",
        "61:Vale.Terms:Use '[Pp]aperie' instead of 'PAPERIE'.",
    ]


def test_levels_and_choices_of_the_configuration(tmp_path: Path) -> None:
    rules = {name: f"extends: existence\nmessage: {name}\ntokens: [x]" for name in ("A", "B", "C")}
    rules["Other/D"] = "extends: existence\nmessage: D\nlevel: suggestion\ntokens: [x]"
    ini = INI.replace("[*]", "MinAlertLevel = warning\n[*]") + (
        "T.A = NO\nT.B = error\nOther.D = warning\n[*.txt]\nT.B = NO\n[drafts/*]\nBasedOnStyles =\n"
    )
    session = set_up(tmp_path, rules, ini)
    got = {
        path: [(alert.check, alert.level) for alert in session.text("x", path).alerts]
        for path in ("a.md", "a.txt", "drafts/a.md")
    }
    assert got["a.md"] == [("Other.D", "warning"), ("T.B", "error"), ("T.C", "warning")]
    assert got["a.txt"] == [("Other.D", "warning"), ("T.C", "warning")]
    assert got["drafts/a.md"] == [("Other.D", "warning"), ("T.B", "error")]
