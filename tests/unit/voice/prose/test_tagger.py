"""Parts of speech of English posts, against sentences of our own tagged by hand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smmgit.voice.prose.tagger import tag, words

# Written and tagged by hand after the Penn guidelines, before the tagger was run on them.
BY_HAND = """
Our/PRP$ new/JJ notebooks/NNS arrived/VBD this/DT morning/NN ./.
We/PRP are/VBP opening/VBG a/DT second/JJ shop/NN in/IN Lyon/NNP next/JJ month/NN !/.
Do/VBP n't/RB miss/VB our/PRP$ summer/NN sale/NN :/: it/PRP ends/VBZ on/IN Friday/NNP ./.
Which/WDT pen/NN do/VBP you/PRP use/VB every/DT day/NN ?/.
She/PRP has/VBZ written/VBN three/CD hundred/CD letters/NNS since/IN January/NNP ./.
Ink/NN dries/VBZ faster/RBR on/IN smooth/JJ paper/NN than/IN on/IN rough/JJ paper/NN ./.
They/PRP 'll/MD help/VB you/PRP choose/VB the/DT right/JJ paper/NN for/IN your/PRP$ printer/NN ./.
To/TO write/VB well/RB ,/, you/PRP need/VBP time/NN and/CC a/DT good/JJ chair/NN ./.
Thank/VB you/PRP to/TO everyone/NN who/WP joined/VBD us/PRP last/JJ night/NN !/.
The/DT workshop/NN was/VBD led/VBN by/IN Ines/NNP ,/, who/WP makes/VBZ our/PRP$ envelopes/NNS ./.
There/EX is/VBZ only/RB one/CD rule/NN here/RB ./.
Although/IN it/PRP rained/VBD ,/, forty/CD people/NNS came/VBD to/TO our/PRP$ fair/NN ./.
Paper/NN made/VBN from/IN cotton/NN lasts/VBZ longer/RBR ./.
I/PRP ca/MD n't/RB wait/VB to/TO show/VB you/PRP what/WP we/PRP have/VBP built/VBN ./.
Their/PRP$ largest/JJS order/NN weighed/VBD two/CD tons/NNS ./.
Please/UH tell/VB us/PRP where/WRB you/PRP found/VBD it/PRP ./.
Some/DT readers/NNS prefer/VBP lined/JJ pages/NNS ;/: others/NNS want/VBP them/PRP blank/JJ ./.
He/PRP quickly/RB wrapped/VBD the/DT boxes/NNS and/CC sent/VBD them/PRP to/TO Marseille/NNP ./.
If/IN you/PRP order/VBP before/IN noon/NN ,/, we/PRP ship/VBP today/NN ./.
Writing/VBG by/IN hand/NN helps/VBZ children/NNS remember/VB words/NNS ./.
"""


def test_more_than_nine_of_ten_words_are_tagged_as_by_hand() -> None:
    right = total = 0
    for line in BY_HAND.strip().splitlines():
        pairs = [token.rsplit("/", 1) for token in line.split()]
        for found, (_, wanted) in zip(tag([word for word, _ in pairs]), pairs, strict=True):
            right, total = right + (found == wanted), total + 1
    assert total > 190
    assert right / total >= 0.92, f"{right} of {total}"


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("Don't go, it's John's.", ["Do", "n't", "go", ",", "it", "'s", "John", "'s", "."]),
        ("They’ve well-made pens (2.50 €)", ["They", "’ve", "well-made", "pens", "(", "2.50", "€", ")"]),
        ("@lea.b #Sale https://a.example/b?c=1 at 9:30", ["@lea.b", "#Sale", "https://a.example/b?c=1", "at", "9:30"]),
        ("U.S. paper... 🎉!", ["U.S.", "paper", "...", "🎉", "!"]),
        ("", []),
    ],
)
def test_words_are_cut_as_the_treebank_does(text: str, cut: list[str]) -> None:
    assert [text[start:end] for start, end in words(text)] == cut


def test_marks_handles_and_figures_need_no_context() -> None:
    sentence = ["@lea", "said", '"', "pens", '"', "(", "25", "%", ")", ":", "$", "🎉", "#sale", "https://x.example"]
    wanted = ["NNP", "VBD", "``", "NNS", "''", "(", "CD", "NN", ")", ":", "$", "SYM", "NN", "NN"]
    assert tag(sentence) == wanted


def test_no_word_is_no_tag() -> None:
    assert tag([]) == []
    assert len(tag(["", " ", "\ud800", "\u0301"])) == 4


@given(st.text(max_size=60))
def test_each_word_has_one_tag_and_spans_are_in_order(text: str) -> None:
    spans = words(text)
    assert len(tag([text[start:end] for start, end in spans])) == len(spans)
    assert spans == sorted(spans) and all(start < end for start, end in spans)
    assert "".join(text[start:end] for start, end in spans).split() == "".join(text.split()).split() or "'" in text
