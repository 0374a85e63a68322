"""A gap that was left open.

What: `[insert link]`, `{{name}}`, “lorem ipsum”, a to-do mark, “XX €”, “à compléter” in a post that is ready.
Why: it would go out like that, with the brand's name above it.
How to fix: fill the gap, or set `status: draft` until it is.

Quoi : `[insérer le lien]`, `{{nom}}`, « lorem ipsum », une note à soi-même, « XX € », « à compléter » dans une
publication prête.
Pourquoi : cela partirait tel quel, sous le nom de la marque.
Comment corriger : compléter, ou mettre `status: draft` en attendant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from smmgit.lint.example import Example
from smmgit.lint.rule import PostAt, PostRule
from smmgit.lint.words import quoted
from smmgit.model.finding import Finding
from smmgit.model.say import Say
from smmgit.text.late import late

SURE = late(
    r"lorem ipsum|\{\{[^{}\n]{1,40}\}\}|\$\{[^{}\n]{1,40}\}|%%\w{2,30}%%"
    r"|\[(?:insert|insérer|ins[ée]rez|mettre|ajouter|add) [^\]\n]{1,40}\](?!\()"
    r"|\[(?:link|lien|url|handle|cta|à compléter|a completer|tbd|tbc|to come|à venir|votre [^\]\n]{1,30}"
    r"|your [^\]\n]{1,30}|(?:first|last|company|product)[ _]?name|prénom|nom|date|lieu|x{2,})\](?!\()",
    re.IGNORECASE,
)
# Words in capitals that only notes to oneself have; amounts and dates with the figures still missing.
LIKELY = late(
    r"(?<![\w#@])(?:T[O]DO|F[I]XME|TBD|TBC|TBA)(?![\w-])"
    r"|(?<![\w#])X{2,}[ \u00a0]?(?:€|%|euros?|h(?:eures?)?\b)|(?<![\w/])(?:xx|XX|\?\?)/(?:xx|XX|\?\?)(?!\w)"
    r"|(?<!\w)(?:à compléter|à confirmer avec|texte à venir|lien à venir|link to come|copy to come)(?!\w)"
)
WORDS = frozenset(
    "lorem insert insérer insérez inserez mettre ajouter add link lien url handle cta compléter completer tbd tbc tba"
    " come venir votre your name prénom nom date lieu confirmer todo fixme"
    " xx xxx firstname lastname companyname productname first_name last_name first last company product".split()
)


class Check(PostRule):
    statuses = frozenset({"ready"})
    cues = WORDS | {"{", "%", "?"}
    title = Say("Gap left open", "Blanc resté ouvert")
    bad = (
        Example(post="Bonjour {{prénom}}, le carnet est là.\n", line=6, says="{{prénom}}"),
        Example(post="Le guide : [insert link here]\n", line=6, says="insert link"),
        Example(post="Le carnet, à XX € seulement.\n", line=6, says="XX €"),
    )
    good = (
        Example(post="Le carnet […], voir [le lien](https://lune.example/) : « xx » et XXL, le XXe siècle, tba.\n"),
        Example(
            post="---\nid: carnet\npublish_at: 2026-11-25 09:00\nstatus: draft\nchannels: [x]\n---\nLien à venir.\n"
        ),
    )

    def check(self, at: PostAt) -> Iterator[Finding]:
        for passage in at.passages:
            for pattern, sure in ((SURE, True), (LIKELY, False)):
                for found in pattern.finditer(passage.plain):
                    yield at.finding(
                        Say("“{gap}” was left open and would go out like that. Fill it, or set status: draft.",
                            "« {gap} » est resté ouvert et partirait tel quel. Compléter, ou mettre status: draft."),
                        offset=passage.offset + found.start(), gap=quoted(found[0], 30),
                        severity=None if sure else "warning",
                    )  # fmt: skip
