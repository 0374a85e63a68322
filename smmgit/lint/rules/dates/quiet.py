"""A post in a quiet period.

What: a post planned while calendar/quiet.yml wants silence on its channel.
Why: a cheerful post on a day of mourning, or during a strike, is what people remember.
How to fix: move it; or name its campaign under the period's `except_campaigns`.

Quoi : une publication prévue alors que calendar/quiet.yml demande le silence sur son compte.
Pourquoi : une publication enjouée un jour de deuil, ou pendant une grève, c'est ce qu'on retient.
Comment corriger : la déplacer ; ou nommer sa campagne dans `except_campaigns` de la période.
"""

from __future__ import annotations

from collections.abc import Iterator

from smmgit.lint.example import Example
from smmgit.lint.rule import PostAt, PostRule
from smmgit.lint.times import end_of, exact, time_mark
from smmgit.lint.words import listed
from smmgit.model.finding import Finding
from smmgit.model.say import Say

POST = "---\nid: carnet\npublish_at: 2026-12-25 09:00\nchannels: [x]\n---\nLe carnet.\n"
QUIET = {"calendar/quiet.yml": "- {name: Noël, starts: 2026-12-24, ends: 2026-12-25}\n"}


class Check(PostRule):
    title = Say("Quiet period", "Période calme")
    bad = (Example(post=POST, files=QUIET, line=3, says="Noël"),)
    good = (Example(post=POST.replace("-25", "-26"), files=QUIET),)

    def check(self, at: PostAt) -> Iterator[Finding]:
        for period in at.ws.quiet:
            starts, ends = exact(period.starts, at.ws), end_of(period.ends, at.ws)
            if starts is None or ends is None or (at.post.campaign and at.post.campaign in period.except_campaigns):
                continue
            hit: dict[str, list[str]] = {}
            for choice, instant in at.moments:
                channel = at.ws.channel(choice.id)
                name = channel.id if channel else choice.id
                if starts <= instant.at < ends and (not period.channels or name in period.channels):
                    hit.setdefault(time_mark(at.post, choice), []).append(name)
            for mark, names in hit.items():
                yield at.finding(
                    Say("“{period}” asks for silence from {first} to {last}: move this post ({names}).",
                        "« {period} » demande le silence du {first} au {last} : déplacer cette publication ({names})."),
                    mark=mark, period=period.name, first=period.starts.text, last=period.ends.text, names=listed(names),
                )  # fmt: skip
