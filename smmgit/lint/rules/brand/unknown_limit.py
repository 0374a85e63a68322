"""A channel's own limit that nothing reads.

What: `limits:` of a channel in brand/channels.yml has a name smmgit does not know, or a value that is no whole number.
Why: the platform's usual limit goes on being applied, while the team believes its own is.
How to fix: write `text.max: 1000` for the text, `title.max` and the like for other texts, `counts.hashtags.max`
for numbers of things; `smmgit platforms ID` lists what the platform has.

Quoi : `limits:` d'un compte, dans brand/channels.yml, porte un nom inconnu, ou autre chose qu'un nombre entier.
Pourquoi : la limite habituelle du réseau s'applique toujours, alors que l'équipe croit que c'est la sienne.
Comment corriger : écrire `text.max: 1000` pour le texte, `title.max` et semblables pour les autres textes,
`counts.hashtags.max` pour un nombre de choses ; `smmgit platforms ID` liste ce que connaît le réseau.
"""

from __future__ import annotations

from collections.abc import Iterator

from smmgit.lint.example import Example
from smmgit.lint.rule import WorkspaceAt, WorkspaceRule
from smmgit.lint.words import did_you_mean
from smmgit.model.finding import Finding, Pos
from smmgit.model.say import Say
from smmgit.model.spec import PlatformSpec
from smmgit.text.count import TEXT_UNITS

CHANNELS = "brand/channels.yml"
BODY = frozenset({"text", "text.body", "body", "max", "length", "text.length", "characters"})  # all mean `text.max`


class Check(WorkspaceRule):
    title = Say("Limit that nothing reads", "Limite que rien ne lit")
    bad = (
        Example(
            files={CHANNELS: "x: {platform: x}\nmasto:\n  platform: mastodon\n  limits: {text.body: 1000}\n"},
            line=2, says="text.max",
        ),
        Example(files={CHANNELS: "x: {platform: x, limits: {text.max: a lot}}\n"}, line=1, says="a lot"),
        Example(files={CHANNELS: "x: {platform: x, limits: {text.max.feet: 3}}\n"}, line=1, says="text.max.feet"),
    )  # fmt: skip
    good = (
        Example(files={CHANNELS: "masto: {platform: mastodon, limits: {text.max: 1000, counts.images.max: 6}}\n"}),
        Example(files={CHANNELS: "sky: {platform: bluesky, limits: {body.max.utf-8: 2000, alt.max: 500}}\n"}),
    )

    def check(self, at: WorkspaceAt) -> Iterator[Finding]:
        for channel in at.ws.channels.values():
            spec = at.ws.spec_of(channel)
            if spec is None or not channel.limits:
                continue
            known = names(spec)
            for name, typed in channel.limits.items():
                plain, _, unit = name.partition(".max.") if ".max." in name else name.partition(".min.")
                bound = ".max" if ".max." in name else ".min"
                read = name in known or (bool(unit) and unit in TEXT_UNITS and f"{plain}{bound}" in known)
                if not read:
                    yield at.finding(
                        Say("{account}: nothing reads the limit {name}.{near}",
                            "{account} : rien ne lit la limite {name}.{near}"),
                        path=channel.path, pos=Pos(channel.line, 1), name=name, channel=channel.id, account=channel.id,
                        near=did_you_mean("text.max" if name in BODY else name, known),
                    )  # fmt: skip
                elif not (str(typed).strip().isascii() and str(typed).strip().isdecimal()):
                    yield at.finding(
                        Say("{account}: {name} must be a whole number, not “{typed}”.",
                            "{account} : {name} doit être un nombre entier, pas « {typed} »."),
                        path=channel.path, pos=Pos(channel.line, 1), name=name, typed=typed,
                        channel=channel.id, account=channel.id,
                    )  # fmt: skip


def names(spec: PlatformSpec) -> list[str]:
    """Every name a channel of this platform may give a limit of its own, without units."""
    texts = {"text", "body", *spec.text, *(name for form in spec.formats.values() for name in form.text)}
    things = {*spec.counts, *(name for form in spec.formats.values() for name in form.counts)}
    subjects = [*sorted(texts), *(f"counts.{name}" for name in sorted(things))]
    return [f"{subject}.{bound}" for subject in subjects for bound in ("max", "min")]
