"""Words of another network.

What: “swipe up”, “RT”, “link in bio”, “double tap”, “hit the bell”… where the network has no such thing.
Why: the text was plainly written for elsewhere, and what it asks for cannot be done here.
How to fix: say it in this network's own words, in a section for it: boost on Mastodon, share on
LinkedIn, the link itself.

Quoi : « swipe up », « RT », « lien en bio », « double tap », « activez la cloche »… là où le réseau n'a rien de tel.
Pourquoi : le texte a visiblement été écrit pour ailleurs, et ce qu'il demande ne peut se faire ici.
Comment corriger : le dire avec les mots de ce réseau, dans une section à lui : booster sur Mastodon, partager sur
LinkedIn, le lien lui-même.
"""

from __future__ import annotations

from collections.abc import Iterator

from smmgit.lint.example import Example
from smmgit.lint.lists.promises import IN_BIO
from smmgit.lint.reading.phrases import phrases
from smmgit.lint.rule import PostAt, PostRule
from smmgit.lint.words import listed, quoted
from smmgit.model.finding import Finding
from smmgit.model.say import Say

# The words, the networks where they make sense, what to write instead.
WORDS = (
    (IN_BIO, ("instagram", "tiktok", "snapchat", "youtube"),
     Say("put the link itself here", "mettre ici le lien lui-même")),
    (phrases("swipe up", "swipez vers le haut", "balayez vers le haut", "glissez vers le haut"), ("snapchat",),
     Say("give the link, or a sticker in a story", "donner le lien, ou un autocollant en story")),
    (phrases(r"(?:please |pls )?(?:rt|retweet) (?:this|us|if|please)", r"please rt", r"rt (?:si|svp|pour|appréciés?)",
             r"retweete[zr]?(?:-nous)?", r"tweetez(?:-nous)?", "tweet us"), ("x",),
     Say("“boost” on Mastodon, “repost” or “share” elsewhere",
         "« booster » sur Mastodon, « republier » ou « partager » ailleurs")),
    (phrases("double[- ]tap", r"double[z]?[- ]tape[zr]?"), ("instagram",),
     Say("there is nothing to tap twice here", "on n'y touche rien deux fois")),
    (phrases(r"(?:hit|ring) the bell", "smash that (?:like|subscribe)", r"activez? la (?:petite )?cloche"),
     ("youtube",),
     Say("there is no bell here", "il n'y a pas de cloche ici")),
    (phrases(r"repin (?:this|it)", r"ré?épinglez"), ("pinterest",),
     Say("there are no pins here", "il n'y a pas d'épingles ici")),
    (phrases(r"upvote (?:this|us|if)", r"upvotez"), ("reddit",),
     Say("there are no upvotes here", "il n'y a pas de votes ici")),
)  # fmt: skip


class Check(PostRule):
    severity = "warning"
    cues = frozenset(
        "bio profile profil swipe swipez balayez glissez rt retweet retweetez retweete retweeter tweetez tweet double"
        " doublez bell smash cloche repin réépinglez répinglez upvote upvotez".split()
    )
    title = Say("Words of another network", "Mots d'un autre réseau")
    bad = (
        Example(post="Le guide : lien en bio.\n", line=6, says="X", also=("wording/promised-link",)),
        Example(
            post="---\nid: carnet\npublish_at: 2026-11-25 09:00\nchannels: [mastodon]\n---\n"
            "Tweetez-nous vos carnets.\n",
            line=6, says="booster",
        ),
    )  # fmt: skip
    good = (
        Example(post="Tweetez-nous vos carnets. Notre profil a changé, et la bio de Léa aussi.\n"),
        Example(post="Hier, notre tweet sur la cloche de l'église a fait deux fois le tour du monde.\n"),
    )

    def check(self, at: PostAt) -> Iterator[Finding]:
        for passage in at.passages:
            for pattern, where, instead in WORDS:
                found = pattern.search(passage.plain)
                if found is None:
                    continue
                names = [spec.name for _, spec in passage.channels if spec.family and spec.id not in where]
                if names:
                    yield at.finding(
                        Say("{names}: “{words}” belongs to another network; {instead}.",
                            "{names} : « {words} » est d'un autre réseau ; {instead}."),
                        offset=passage.offset + found.start(), names=listed(list(dict.fromkeys(names))),
                        words=quoted(found[0]), instead=instead,
                    )  # fmt: skip
