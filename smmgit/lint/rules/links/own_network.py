"""A Facebook address in a Facebook link.

What: a post on Facebook whose link leads to facebook.com.
Why: Facebook's publishing interface refuses it (error 1609008).
How to fix: share the post itself, or link to your own site.

Quoi : une publication Facebook dont le lien mène à facebook.com.
Pourquoi : l'interface de publication de Facebook le refuse (erreur 1609008).
Comment corriger : partager la publication elle-même, ou mener vers votre site.
"""

from __future__ import annotations

from collections.abc import Iterator

from smmgit.lint.example import Example
from smmgit.lint.rule import RenditionAt, RenditionRule
from smmgit.model.finding import Finding
from smmgit.model.say import Say

POST = (
    "---\nid: carnet\npublish_at: 2026-11-25 09:00\nchannels: [facebook]\nlink: https://www.facebook.com/lune/posts/1\n"
    "---\nLe carnet.\n"
)


class Check(RenditionRule):
    title = Say("Facebook link on Facebook", "Lien Facebook sur Facebook")
    bad = (Example(post=POST, line=5, says="facebook.com"),)
    good = (Example(post=POST.replace("www.facebook.com", "lune.example")),)

    def check(self, at: RenditionAt) -> Iterator[Finding]:
        shown = at.rendition
        url = shown.link or (shown.card.url if shown.card else "")
        if shown.platform == "facebook" and url:
            host = url.partition("://")[2].partition("/")[0].casefold()
            if host in ("facebook.com", "fb.com", "fb.watch") or host.endswith((".facebook.com", ".fb.com")):
                yield at.finding(
                    Say("Facebook refuses a link to {host}: share the post itself, or link to your site.",
                        "Facebook refuse un lien vers {host} : partager la publication, ou mener vers votre site."),
                    mark="link", host=host,
                )  # fmt: skip
