"""A day that is not that date.

What: a day of the week and a date that do not agree (“Friday 19 December” when the 19th is a Saturday), or “tomorrow,
Saturday” in a post that goes out on a Monday.
Why: people come on the wrong day, or ask in the comments; nothing is copied wrongly more often than a date.
How to fix: look at the calendar, and correct the day or the date.

Quoi : un jour de la semaine et une date qui ne s'accordent pas (« vendredi 19 décembre » quand le 19 est un samedi), ou
« demain samedi » dans une publication qui part un lundi.
Pourquoi : on vient le mauvais jour, ou l'on demande en commentaire ; rien ne se recopie plus mal qu'une date.
Comment corriger : regarder le calendrier, et corriger le jour ou la date.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from smmgit.lint.example import Example
from smmgit.lint.rule import PostAt, PostRule
from smmgit.lint.words import quoted
from smmgit.model.finding import Finding
from smmgit.model.say import Say
from smmgit.model.when import zone
from smmgit.text.social import weekdays

ENGLISH = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


class Check(PostRule):
    cues = frozenset((*weekdays.FRENCH_DAYS, *weekdays.ENGLISH_DAYS, *weekdays.SHORT_DAYS))
    title = Say("Day that is not that date", "Jour qui n'est pas cette date")
    bad = (
        Example(post="Portes ouvertes vendredi 19 décembre.\n", line=6, says="Saturday"),
        Example(post="Open day on Friday, December 19th.\n", line=6, says="samedi"),
        Example(post="Rendez-vous demain, samedi.\n", line=6, says="Thursday"),
    )
    good = (
        Example(post="Portes ouvertes samedi 19 décembre, et le mercredi 6 janvier.\n"),
        Example(post="On Monday 1 January 2024, and tomorrow, Thursday. Sat in May 2026.\n"),
    )

    def check(self, at: PostAt) -> Iterator[Finding]:
        near = leaves(at)
        for passage in at.passages:
            for clash in weekdays.clashes(passage.plain, near):
                right = clash.date.weekday()
                yield at.finding(
                    Say("“{text}”: {date} is a {right}. Correct the day or the date.",
                        "« {text} » : le {date} est un {right}. Corriger le jour ou la date."),
                    offset=passage.offset + clash.start, text=quoted(clash.text), date=clash.date.isoformat(),
                    right=Say(ENGLISH[right], weekdays.FRENCH_DAYS[right]),
                )  # fmt: skip


def leaves(at: PostAt) -> dt.date | None:
    """The day the post goes out on the brand's calendar; None where there are several, or none."""
    if at.post.repeat:
        return None
    try:
        days = {instant.at.astimezone(zone(at.ws.brand.time_zone)).date() for _, instant in at.moments}
    except (ValueError, OverflowError):
        return None
    return days.pop() if len(days) == 1 else None
