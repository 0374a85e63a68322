"""A value the network does not know.

What: an option that is none of the network's choices, or not in the form it wants.
Why: the network refuses the post.
How to fix: write one of the values named.

Quoi : une option qui n'est pas parmi les choix du réseau, ou pas dans la forme voulue.
Pourquoi : le réseau refuse la publication.
Comment corriger : écrire l'une des valeurs citées.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from smmgit.lint.example import Example
from smmgit.lint.rule import RenditionAt, RenditionRule
from smmgit.lint.words import did_you_mean, quoted
from smmgit.model.finding import Finding
from smmgit.model.say import Say

POST = "---\nid: carnet\npublish_at: 2026-11-25 09:00\nchannels:\n  mastodon: {visibility: public}\n---\nLe carnet.\n"


class Check(RenditionRule):
    title = Say("Option the network does not know", "Option inconnue du réseau")
    bad = (Example(post=POST.replace(": public", ": publick"), line=5, says="public"),)
    good = (Example(post=POST),)

    def check(self, at: RenditionAt) -> Iterator[Finding]:
        for option in at.spec.options:
            value = at.rendition.options.get(option.name)
            if not isinstance(value, str) or not value:
                continue
            if option.choices and value not in option.choices:
                yield at.finding(
                    Say("{name}: {option} cannot be “{value}”.{near}",
                        "{name} : {option} ne peut pas valoir « {value} ».{near}"),
                    mark=at.choice_mark(option.name), name=at.name, option=option.name, value=quoted(value),
                    near=did_you_mean(value, option.choices),
                )  # fmt: skip
            elif option.pattern and not re.fullmatch(option.pattern, value[:1000]):
                yield at.finding(
                    Say("{name}: {option} cannot be “{value}” ({about}; form {pattern}).",
                        "{name} : {option} ne peut pas valoir « {value} » ({about} ; forme {pattern})."),
                    mark=at.choice_mark(option.name), name=at.name, option=option.name, value=quoted(value),
                    about=Say(option.about or option.name, option.about_fr or option.about or option.name),
                    pattern=option.pattern,
                )  # fmt: skip
