"""The calendar names something that does not exist.

What: a campaign, a slot or a quiet period that names an unknown channel, campaign, pillar, persona or objective.
Why: posts inherit from campaigns, and a quiet period for a misspelt channel keeps nobody quiet.
How to fix: write the name as proposed.

Quoi : une campagne, un créneau ou une période calme qui nomme un compte, une campagne, un pilier, une persona ou
un objectif inconnu.
Pourquoi : les publications héritent des campagnes, et une période calme pour un compte mal écrit ne fait taire
personne.
Comment corriger : écrire le nom comme proposé.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from smmgit.lint.example import Example
from smmgit.lint.rule import WorkspaceAt, WorkspaceRule
from smmgit.lint.words import did_you_mean
from smmgit.model.finding import Finding, Pos
from smmgit.model.say import Say

CAMPAIGN = "---\nname: Noël\nstarts: 2026-11-01\nends: 2026-12-24\nchannels: [x, instagram]\n---\nLe brief.\n"
FILE = "calendar/campaigns/noel-2026.md"


class Check(WorkspaceRule):
    title = Say("The calendar names something unknown", "Le calendrier nomme un inconnu")
    bad = (Example(files={FILE: CAMPAIGN.replace("instagram", "instagrm")}, says="instagram"),)
    good = (Example(files={FILE: CAMPAIGN}),)

    def check(self, at: WorkspaceAt) -> Iterator[Finding]:
        for path, line, names, known in _references(at):
            for name in names:
                if name and name not in known:
                    yield at.finding(
                        Say("“{name}” is not known.{near}", "« {name} » est inconnu.{near}"),
                        path=path, pos=Pos(line, 1), name=name, near=did_you_mean(name, known),
                    )  # fmt: skip


def _references(at: WorkspaceAt) -> Iterator[tuple[str, int, Iterable[str], Iterable[str]]]:
    """(file, line, names typed there, names that exist)."""
    ws = at.ws
    channels = {*ws.channels, *(old for channel in ws.channels.values() for old in channel.formerly)}
    for campaign in ws.campaigns.values():
        yield campaign.path, 1, campaign.channels, channels
        yield campaign.path, 1, (campaign.pillar,), ws.pillars
        yield campaign.path, 1, (campaign.persona,), ws.personas
        yield campaign.path, 1, (campaign.objective,), ws.objectives
    for slot in ws.slots:
        yield "calendar/slots.yml", slot.line, slot.channels, channels
    for quiet in ws.quiet:
        yield "calendar/quiet.yml", quiet.line, quiet.channels, channels
        yield "calendar/quiet.yml", quiet.line, quiet.except_campaigns, ws.campaigns
    for persona in ws.personas.values():
        yield persona.path, 1, persona.channels, {*channels, *(channel.platform for channel in ws.channels.values())}
