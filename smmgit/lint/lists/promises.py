"""How posts say where a link is that cannot stand in them."""

from __future__ import annotations

from smmgit.lint.reading.phrases import phrases

# “Link in bio”, and its French.
IN_BIO = phrases(
    r"link (?:is )?(?:in|on) (?:(?:our|my|the) )?(?:bio|profile)",
    r"lien (?:est )?(?:en|dans) (?:(?:la|notre|ma|votre) )?(?:bio|profil)",
    r"(?:tap|click|hit|see) the link in (?:our|my|the) (?:bio|profile)",
)
# Words that send readers to the site by its name.
ON_SITE = phrases(
    r"(?:sur|visitez|rendez-vous sur) (?:notre|le|mon) site", r"(?:on|at|visit) (?:our|the|my) (?:web ?)?site",
    r"à la page \w+", r"(?:sur|dans) (?:notre|la) boutique(?: en ligne)?", r"(?:in|on) our (?:online )?(?:shop|store)",
)  # fmt: skip
