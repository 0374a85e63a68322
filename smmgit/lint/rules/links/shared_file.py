"""A link to a shared file.

What: an address of Google Docs or Drive, Dropbox, OneDrive, SharePoint, WeTransfer, Notion, Figma or Canva.
Why: whoever has no access gets a log-in page; some of these links expire, and some let anybody edit.
How to fix: open it in a private window first; better, put the file or page on your own site.

Quoi : une adresse de Google Docs ou Drive, Dropbox, OneDrive, SharePoint, WeTransfer, Notion, Figma ou Canva.
Pourquoi : sans droit d'accès, on tombe sur une page de connexion ; certains liens expirent, d'autres laissent modifier.
Comment corriger : l'ouvrir d'abord dans une fenêtre privée ; mieux, mettre le fichier ou la page sur votre site.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from smmgit.lint.example import Example
from smmgit.lint.reading.addresses import WEB, on
from smmgit.lint.rule import PostAt, PostRule
from smmgit.lint.words import quoted
from smmgit.model.finding import Finding
from smmgit.model.say import Say
from smmgit.text.late import late

SITES = ("drive.google.com", "dropbox.com", "onedrive.live.com", "1drv.ms", "sharepoint.com", "box.com", "notion.so",
         "airtable.com", "trello.com", "atlassian.net")  # fmt: skip
SHORT_LIVED = ("wetransfer.com", "we.tl", "smash.fr", "fromsmash.com", "swisstransfer.com", "grosfichiers.com")
# What these services publish on purpose: forms to fill in, pages put on the web.
PUBLISHED = late(r"/forms/|/pub(?:html)?\b|/d/e/2PACX-|forms\.gle|/view\?|/shr[A-Za-z0-9]", re.IGNORECASE)
DESIGNS = late(r"https?://(?:www\.)?(?:figma\.com/(?:file|design|proto)/|canva\.com/design/)", re.IGNORECASE)


class Check(PostRule):
    severity = "warning"
    cues = WEB
    title = Say("Link to a shared file", "Lien vers un fichier partagé")
    bad = (
        Example(post="Le dossier : https://docs.google.com/document/d/1aB2c/edit\n", line=6, says="docs.google.com"),
        Example(post="Les photos : https://we.tl/t-AbCdEf\n", line=6, says="expire"),
    )
    good = (
        Example(post="Inscription : https://docs.google.com/forms/d/e/1FAIpQL/viewform\n"),
        Example(post="Voir https://lune.example/dropbox.com\n"),
    )

    def check(self, at: PostAt) -> Iterator[Finding]:
        for link in at.links:
            host = link.host
            if any(on(host, site) for site in SHORT_LIVED):
                message = Say("{url} will expire, and nobody can repair a post: put the file on your site.",
                              "{url} expirera, et rien ne répare une publication : mettre le fichier sur votre site.",
                              )  # fmt: skip
            elif any(on(host, site) for site in SITES) or host == "docs.google.com" or DESIGNS.match(link.url):
                if PUBLISHED.search(link.url):
                    continue
                message = Say("{url} may ask readers to log in, or let them edit: open it in a private window first.",
                              "{url} peut demander une connexion, ou laisser modifier : l'ouvrir d'abord dans une"
                              " fenêtre privée.")  # fmt: skip
            else:
                continue
            yield at.finding(message, offset=link.offset, mark=link.mark, url=quoted(link.url, 60))
