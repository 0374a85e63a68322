"""A video without captions.

What: a video with neither `captions` (a file of subtitles) nor `decorative: true`.
Why: most people watch without sound, and some cannot hear it.
How to fix: add the subtitles: `captions: video.srt`; `decorative: true` where nothing is said. Subtitles burnt into
the picture deserve a waiver that says so.

Quoi : une vidéo sans `captions` (un fichier de sous-titres) ni `decorative: true`.
Pourquoi : la plupart regardent sans le son, et certains ne l'entendent pas.
Comment corriger : ajouter les sous-titres : `captions: video.srt` ; `decorative: true` si rien n'y est dit. Des
sous-titres incrustés méritent une dérogation qui le dise.

Source: uada.edu, usu.edu (lint-sources §4, read 2026-11-22).
"""

from __future__ import annotations

from collections.abc import Iterator

from smmgit.lint.example import Example, picture
from smmgit.lint.pictures import name_of
from smmgit.lint.rule import PostAt, PostRule
from smmgit.model.finding import Finding
from smmgit.model.say import Say

ENDS = (".mp4", ".m4v", ".mov", ".webm", ".mkv", ".mpeg", ".mpg")
POST = (
    "---\nid: carnet\npublish_at: 2026-11-25 09:00\nchannels: [x]\nmedia:\n  - file: reliure.mp4\n"
    "    alt: Des mains cousent un cahier\n---\nLe carnet.\n"
)
SHOWN = picture("reliure.mp4", width=1280, height=720, kind="video", mime="video/mp4", duration=30)


class Check(PostRule):
    severity = "warning"
    media_only = True
    title = Say("Video without captions", "Vidéo sans sous-titres")
    bad = (Example(post=POST, media=SHOWN, line=6, says="reliure.mp4"),)
    good = (
        Example(
            post=POST.replace("    alt", "    captions: reliure.srt\n    alt"), media=SHOWN,
            files={"content/2026/11/reliure.srt": "1\n00:00:01,000 --> 00:00:02,000\nOn coud.\n"},
        ),
        Example(post=POST.replace("alt: Des mains cousent un cahier", "decorative: true"), media=SHOWN),
    )  # fmt: skip

    def check(self, at: PostAt) -> Iterator[Finding]:
        for number, item in enumerate(at.post.media):
            facts = at.ws.media.get(item.file)
            known = facts is not None and facts.kind != "unknown"
            video = facts.kind == "video" if facts and known else item.key.lower().partition("?")[0].endswith(ENDS)
            if video and not item.captions and not item.decorative:
                yield at.finding(
                    Say("{file} has no captions: most people watch without sound. Add a file of subtitles"
                        " (captions: …), or decorative: true if nothing is said.",
                        "{file} n'a pas de sous-titres : la plupart regardent sans le son. Ajouter un fichier"
                        " (captions: …), ou decorative: true si rien n'y est dit."),
                    mark=f"media.{number}.file" if item.file else f"media.{number}",
                    file=name_of(item.key),
                )  # fmt: skip
