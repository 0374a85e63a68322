"""A campaign that does not exist.

What: a `campaign` without a file in calendar/campaigns/.
Why: the post inherits its link, hashtags and disclosure from its campaign; without it they are missing.
How to fix: write it as proposed, or add it to calendar/campaigns/.

Quoi : une `campaign` sans fichier dans calendar/campaigns/.
Pourquoi : la publication hérite de sa campagne le lien, les mots-dièse et la mention commerciale ; sans elle ils
manquent.
Comment corriger : l'écrire comme proposé, ou l'ajouter à calendar/campaigns/.
"""

from __future__ import annotations

from collections.abc import Iterator

from smmgit.lint.at import mark_of
from smmgit.lint.example import Example
from smmgit.lint.rule import ALWAYS, PostAt, PostRule
from smmgit.lint.words import did_you_mean, instead
from smmgit.model.finding import Finding
from smmgit.model.say import Say

POST = "---\nid: carnet\npublish_at: 2026-11-25 09:00\nchannels: [x]\ncampaign: noel-2026\n---\nLe carnet.\n"
FILES = {"calendar/campaigns/noel-2026.md": "---\nname: Noël\nstarts: 2026-11-01\nends: 2026-12-24\n---\nLe brief.\n"}


class Check(PostRule):
    severity = "error"
    title = Say("Unknown campaign", "Campagne inconnue")
    statuses = ALWAYS
    firm = True
    bad = (Example(post=POST.replace("noel-2026", "noel-2025"), files=FILES, line=5, says="noel-2026"),)
    good = (Example(post=POST, files=FILES),)

    def check(self, at: PostAt) -> Iterator[Finding]:
        name = at.post.campaign
        if name and name not in at.ws.campaigns:
            yield at.finding(
                Say("There is no campaign “{name}” in calendar/campaigns/.{near}",
                    "Il n'y a pas de campagne « {name} » dans calendar/campaigns/.{near}"),
                mark="campaign", name=name, near=did_you_mean(name, at.ws.campaigns),
                fix=instead(name, at.ws.campaigns, mark_of(at.post, "campaign")),
            )  # fmt: skip
