"""Somebody else's tracking in a link.

What: what another service put into an address when it was copied: `fbclid`, `gclid`, `igsh`, `si`, `mc_eid`…, or the
`utm_…` of a campaign on a site that is not yours.
Why: readers are counted as visitors of that campaign or, with some, recognised as you; and the address is unreadable.
How to fix: delete it; `smmgit lint --fix` does. A partner's agreed UTM deserves a waiver that says so.

Quoi : ce qu'un autre service a mis dans une adresse quand on l'a copiée : `fbclid`, `gclid`, `igsh`, `si`, `mc_eid`…,
ou l'`utm_…` d'une campagne sur un site qui n'est pas le vôtre.
Pourquoi : vos lecteurs sont comptés pour cette campagne ou, parfois, pris pour vous ; et l'adresse est illisible.
Comment corriger : l'ôter ; `smmgit lint --fix` le fait. L'UTM convenu avec un partenaire mérite une dérogation.
"""

from __future__ import annotations

from collections.abc import Iterator

from smmgit.lint.example import Example
from smmgit.lint.reading.addresses import TypedLink, on
from smmgit.lint.rule import PostAt, PostRule
from smmgit.lint.words import listed
from smmgit.model.finding import Edit, Finding, Fix
from smmgit.model.say import Say
from smmgit.render.utm import host_of

ANYWHERE = frozenset(
    """
    fbclid gclid dclid gbraid wbraid msclkid twclid ttclid li_fat_id igsh igshid mc_eid mc_cid yclid mkt_tok vero_id
    s_kwcid _hsenc _hsmi oly_enc_id oly_anon_id vgo_ee wickedid rb_clickid epik sccid irclickid ref_src ref_url
""".split()
)
# Letters that mean something elsewhere.
THERE = {
    "youtu.be": ("si", "feature", "pp"),
    "youtube.com": ("si", "feature", "pp"),
    "spotify.com": ("si",),
    "x.com": ("s", "t"),
    "twitter.com": ("s", "t"),
    "linkedin.com": ("rcm", "trk", "lipi", "trackingId", "utm_source", "utm_medium"),
    "instagram.com": ("img_index", "utm_source"),
    "tiktok.com": ("is_from_webapp", "sender_device", "_r", "_t"),
    "amazon.fr": ("ref", "ref_", "pd_rd_i"),
}


class Check(PostRule):
    severity = "warning"
    cues = ANYWHERE | frozenset({"si", "s", "t", "feature", "pp", "rcm", "trk", "lipi", "trackingid", "is_from_webapp",
                                 "sender_device", "_r", "_t", "utm_source", "utm_medium", "utm_campaign"})  # fmt: skip
    title = Say("Somebody else's tracking", "Suivi de quelqu'un d'autre")
    bad = (
        Example(post="Le guide : https://lune.example/guide?page=2&fbclid=IwAR0abc\n", line=6, says="fbclid"),
        Example(post="Le film : https://youtu.be/abc123?si=XyZ\n", line=6, says="si"),
        Example(post="La fête : https://autre.example/fete?utm_source=lettre&utm_medium=email\n", line=6,
                says="utm_source"),
    )  # fmt: skip
    good = (Example(post="Voir https://lune.example/guide?si=oui&t=2, https://youtu.be/abc?t=42 et utm_source\n"),)

    def check(self, at: PostAt) -> Iterator[Finding]:
        site = host_of(at.ws.brand.site).removeprefix("www.")
        for link in at.links:
            base, mark, query = link.url.partition("?")
            if not mark:
                continue
            query, hash_mark, rest = query.partition("#")
            pairs = query.split("&")
            foreign = bool(site) and not on(link.host, site)
            bad = [pair for pair in pairs if tracks(pair.partition("=")[0], link, foreign)]
            if not bad:
                continue
            kept = "&".join(pair for pair in pairs if pair not in bad)
            clean = base + ("?" + kept if kept else "") + hash_mark + rest
            fix = None
            if link.offset is not None:
                fix = Fix(Say("Delete it", "L'ôter"), (Edit(link.offset, link.offset + len(link.url), clean),))
            names = list(dict.fromkeys(pair.partition("=")[0] for pair in bad))
            yield at.finding(
                Say("{names} in the address counts your readers for somebody else. Keep {clean}",
                    "{names} dans l'adresse compte vos lecteurs pour quelqu'un d'autre. Garder {clean}"),
                offset=link.offset, mark=link.mark, names=listed(names[:4]),
                clean=clean if len(clean) <= 90 else clean[:89] + "…", fix=fix,
            )  # fmt: skip


def tracks(name: str, link: TypedLink, foreign: bool) -> bool:
    """True for a parameter that only tells who passed the address on."""
    if name in ANYWHERE or (foreign and name.startswith("utm_")):
        return True
    return any(name in names and on(link.host, site) for site, names in THERE.items())
