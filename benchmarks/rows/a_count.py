"""The X weighted count against twitter-text-parser's 0.8 ms, measured here when it is installed."""

from __future__ import annotations

import random
import time
from collections.abc import Iterator

from benchmarks import corpus
from benchmarks.row import Bench, Line

PUBLISHED_MS = 0.8


def measure(bench: Bench) -> Iterator[Line]:
    """Ratio: how many times our count fits into theirs (so the budget is a ceiling on ours / theirs)."""
    from smmgit.text.count import measure as count

    rng = random.Random(3)
    texts = [corpus.paragraph(rng, corpus.FR, 200) + f" https://papeterie.example/{n} 🎉" for n in range(2000)]
    start = time.process_time()
    for text in texts:
        count(text, "weighted")
    ours = (time.process_time() - start) / len(texts) * 1000
    theirs, who = PUBLISHED_MS, "twitter-text-parser as published"
    try:
        from twitter_text import parse_tweet
    except ImportError:
        pass
    else:
        start = time.process_time()
        for text in texts[:100]:
            parse_tweet(text)
        theirs, who = (time.process_time() - start) / 100 * 1000, "twitter-text-parser in this run"
    yield Line(
        "X weighted count, share of twitter-text-parser", ours / theirs, "x", 1 / 20, f"{len(texts)} texts, {who}"
    )
