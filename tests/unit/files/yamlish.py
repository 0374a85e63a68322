"""Texts that look like front matter, right or wrong, for tests that throw many at the reader."""

# ruff: noqa: E501 the samples are read across, not down

from __future__ import annotations

from hypothesis import strategies as st

_KEYS = [
    "id", "title", "status", "publish_at", "not_after", "channels", "campaign", "needs", "link", "hashtags", "media",
    "sources", "disclosure", "requires", "effort", "waive", "imported", "file", "alt", "focus", "crops", "what", "kind",
    "x", "é", "a b", "<<", "? k", '"q"', "'s'", "",
]  # fmt: skip
_VALUES = [
    "", "x", "[x, y]", "[x, [y]]", "{a: b}", "{a: {b: [c]}}", "'it''s'", '"a\\tb"', '"open', "'open", "[open", "{open",
    "a: b", "a #b", "# only", "|", ">-", "|+", "&a v", "*a", "*b", "!tag v", "!!python/object:os.system x", "@lea",
    "`x`", "%", "2026-11-25 09:00", "25/11/2026", "2026-02-30", "asap", "6h", "PT6H", "9999w", "40 %", "1,5", "oui", "no",
    "~", "null", "https://a.example/é?x=1&y=2", "../../etc/passwd", "/a.jpg", "a.jpg", "[0.5, 0.3]", "[1, 2]", "prêt",
    "auto", "\t", "a\tb", "a:", ":a", "- a", "-", "--- x", "...", "?", "😀", "\u2028", "\x85", "\x00", "\x1b[31m", "\ufeff",
    "¶" * 50,
]  # fmt: skip

pair = st.builds(lambda key, value: f"{key}: {value}", st.sampled_from(_KEYS), st.sampled_from(_VALUES))
line = st.builds(
    lambda margin, dash, text: " " * margin + dash + text,
    st.sampled_from([0, 0, 0, 1, 2, 2, 3, 4, 6]),
    st.sampled_from(["", "", "", "- ", "-  ", "- - "]),
    pair | st.sampled_from(_VALUES) | st.sampled_from(["", "# comment", "  ", "text"]),
)
fields = st.lists(line, max_size=12).map("\n".join)

# Shorter than what anyone types, but all of it the everyday part of YAML.
plain_fields = st.lists(
    st.sampled_from(
        ["a: b", "c: d e", "f: 'g h'", 'i: "j"', "k:", "l: [m, n o]", "p: []", "# q", "", "  r: s", "  - t", "  - u: v",
         "    w: x", "- y", "- z: 1", "  aa: [b, 'c']", "a: dup", "dd: x y: z", "ee: https://x.example/a#b",
         "ff: 12:30",         "gg: é 😀", "hh: - x", "ii: x #y", "jj: [a, b: c]", "kk: [a,, b]", "    - ll", "      mm: nn", "oo: a'b\"c",
         "pp: [ a , \"b\" ]", "  -  qq", "rr : s", "v1: a  # b", "v2: # c", "v3: [a] # d", "v4: 'a # b'", "v5: 'a' #c", "  - v6: #e", "v7: a #b #c", "v8:  #x", "tt:u", "vv: ~", "ww: x  ", "xx: \"a\" b", "yy: [a] b", "...", "---"]
    ),
    max_size=9,
).map("\n".join)  # fmt: skip

body_line = st.sampled_from(
    ["text", "", "## x", "## x, Linked In / first-comment", "##x", "##", "### no", "\\## no", "   ## y ##",
     "    ## code", "---", "***", "___", "----", "- - -", "```", "~~~~", "```py", "````", "<!-- c -->", "<!-- open", "close -->",
     "<!-- smmgit-disable text/long until=2026-12-31: why -->", "<!-- smmgit-disable -->", "a <!-- b --> c", "  ", "\t",
     "`<!--`", "> ---", "## a / b", "## / first-comment", "## ,", "é😀", "\x00", "\u2028## z"]
)  # fmt: skip
body = st.lists(body_line, max_size=14).map("\n".join)
