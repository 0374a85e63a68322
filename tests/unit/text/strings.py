"""Texts that break counters: scripts, marks, emoji sequences, links, handles, control characters."""

from __future__ import annotations

import hypothesis.strategies as st

PIECES = [
    *"aé ñŁЖ日本한ｶกิनि्षعב",
    "e\u0301", "\u0301", "\u200d", "\ufe0f", "\u20e3", "\r", "\n", "\r\n", "\0", "\u200b", "\ufeff", "\u2028", "\ud800",
    "😀", "👩", "🏽", "❤️", "©️", "🇫🇷", "🇫", "1️⃣", "#️⃣", "👩‍👩‍👧‍👦", "🏴\U000e0067\U000e0062\U000e007f", "🏳️‍⚧️", "🐦‍🔥",
    "https://exemple.fr/a?b=c", "http://", "https://localhost:3000/x", "foo.dev", "foo.", ".com", "@lea",
    "@lea@toot.fr", "#tag", "＃札", "$AAPL", "(", ")", "/", "?", ".", "@", "#", "&", "_", "-", "ᄀ", "ᅡ", "ᆨ",
    "\u0600", "\u0e33",
]  # fmt: skip
TEXTS = st.lists(st.sampled_from(PIECES) | st.characters(), max_size=30).map("".join)
