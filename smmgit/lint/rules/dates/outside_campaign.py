"""A post outside its campaign's dates.

What: a post of a campaign planned before the campaign starts or after it ends.
Why: an offer announced too early or gone already disappoints people; the results would count for the wrong
campaign.
How to fix: move the post, or the campaign's `starts` and `ends`.

Quoi : une publication d'une campagne prévue avant son début ou après sa fin.
Pourquoi : une offre annoncée trop tôt ou déjà finie déçoit ; et ses résultats compteraient dans la mauvaise
campagne.
Comment corriger : déplacer la publication, ou `starts` et `ends` de la campagne.
"""

from __future__ import annotations

from collections.abc import Iterator

from smmgit.lint.example import Example
from smmgit.lint.rule import PostAt, PostRule
from smmgit.lint.times import spoken, time_mark
from smmgit.model.finding import Finding
from smmgit.model.say import Say

POST = "---\nid: carnet\npublish_at: 2027-01-05 09:00\nchannels: [x]\ncampaign: noel\n---\nLe carnet.\n"
CAMPAIGN = {"calendar/campaigns/noel.md": "---\nname: Noël\nstarts: 2026-11-01\nends: 2026-12-24\n---\nLe brief.\n"}


class Check(PostRule):
    severity = "warning"
    title = Say("Outside its campaign", "Hors de sa campagne")
    fields = ("campaign",)
    bad = (Example(post=POST, files=CAMPAIGN, line=3, says="2026-12-24"),)
    good = (Example(post=POST.replace("2027-01-05", "2026-12-24"), files=CAMPAIGN),)

    def check(self, at: PostAt) -> Iterator[Finding]:
        campaign = at.ws.campaigns.get(at.post.campaign)
        if campaign is None or not (campaign.starts or campaign.ends):
            return
        told = set()
        for choice, instant in at.moments:
            day = spoken(instant.at, at.ws)[:10]
            early = campaign.starts is not None and day < campaign.starts.isoformat()
            late = campaign.ends is not None and day > campaign.ends.isoformat()
            mark = time_mark(at.post, choice)
            if (early or late) and mark not in told:
                told.add(mark)
                yield at.finding(
                    Say("{day} is outside the campaign “{name}” ({starts} to {ends}).",
                        "Le {day} est hors de la campagne « {name} » ({starts} à {ends})."),
                    mark=mark, day=day, name=campaign.name or campaign.id, starts=campaign.starts or "…",
                    ends=campaign.ends or "…",
                )  # fmt: skip
