"""A hashtag that is only a number.

What: `#2026`, or a number under `hashtags:`.
Why: no network makes a hashtag of digits alone: it stays plain text.
How to fix: add a word: `#Noël2026`.

Quoi : `#2026`, ou un nombre sous `hashtags:`.
Pourquoi : aucun réseau ne fait un mot-dièse de chiffres seuls : cela reste du texte.
Comment corriger : ajouter un mot : `#Noël2026`.

Source: routenote.com, twitter-text 3 (lint-sources §1, read 2026-11-22).
"""

from __future__ import annotations

from collections.abc import Iterator

from smmgit.lint.example import Example
from smmgit.lint.rule import PostAt, PostRule
from smmgit.model.finding import Finding
from smmgit.model.say import Say
from smmgit.text.late import late

NUMBER = late(r"(?<![\w&/#])#((?:19|20)\d\d)(?!\w|[.,]\d)")  # a year; #12345 is an issue
MESSAGE = Say("#{tag} is no hashtag: digits alone stay plain text. Add a word.",
              "#{tag} n'est pas un mot-dièse : des chiffres seuls restent du texte. Ajouter un mot.")  # fmt: skip


class Check(PostRule):
    severity = "warning"
    cues = frozenset("#") | frozenset("0123456789")
    title = Say("Hashtag of digits", "Mot-dièse de chiffres")
    bad = (
        Example(post="Vivement #2027 !\n", line=6, says="#2027"),
        Example(
            post="---\nid: carnet\npublish_at: 2026-11-25 09:00\nchannels: [x]\nhashtags: ['2027']\n---\nLe carnet.\n",
            line=5, says="#2027",
        ),
    )  # fmt: skip
    good = (Example(post="Notre #1 de #Noël2026, voir #12 et https://lune.example/#2027\n"),)

    def check(self, at: PostAt) -> Iterator[Finding]:
        for passage in at.passages:
            for found in NUMBER.finditer(passage.plain) if "#" in passage.plain else ():
                yield at.finding(MESSAGE, offset=passage.offset + found.start(), tag=found[1])
        for number, tag in enumerate(at.post.hashtags):
            if tag.lstrip("#").isdigit():
                yield at.finding(MESSAGE, mark=f"hashtags.{number}", tag=tag.lstrip("#"))
