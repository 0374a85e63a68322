"""What lint found, as every output format gets it."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Sequence

from msgspec import Struct

from smmgit.jobs.check import Checked
from smmgit.model.finding import Finding, Severity
from smmgit.model.say import Say

RANK: dict[Severity, int] = {"error": 0, "warning": 1, "suggestion": 2}
CLEAN = Say("{posts} checked: nothing to mend{more}.", "{posts} : rien à corriger{more}.")
SUM = Say("{found} in {files}; {posts} checked{more}.", "{found} dans {files} ; {posts}{more}.")
HIDDEN = Say("not shown: {found}", "non montré : {found}")
KNOWN = Say("in the baseline: {found}", "déjà dans la référence : {found}")
WORDS = {
    "error": (Say("error", "erreur"), Say("errors", "erreurs")),
    "warning": (Say("warning", "avertissement"), Say("warnings", "avertissements")),
    "suggestion": (Say("suggestion", "suggestion"), Say("suggestions", "suggestions")),
    "file": (Say("file", "fichier"), Say("files", "fichiers")),
    "post": (Say("post", "publication lue"), Say("posts", "publications lues")),
    "fix": (Say("fix", "correction"), Say("fixes", "corrections")),
    "rule": (Say("rule", "règle"), Say("rules", "règles")),
    "remark": (Say("remark", "remarque"), Say("remarks", "remarques")),
}


class Told(Struct, frozen=True, kw_only=True):
    """Findings to write, in reading order; `hidden` are those below the severity to show.

    `known` counts what the baseline holds back, `fail_on` is the severity that fails the run, `quiet`
    leaves only the counts of a text for people.
    """

    root: str
    lang: str
    checked: Checked
    findings: tuple[Finding, ...]
    hidden: tuple[Finding, ...] = ()
    known: int = 0
    fail_on: Severity = "error"
    quiet: bool = False

    def place(self, path: str) -> str:
        """A file's path from the top of its git repository, where forges look for it."""
        folder = os.path.realpath(self.root)
        while not os.path.exists(os.path.join(folder, ".git")):
            above = os.path.dirname(folder)
            if above == folder:
                return path
            folder = above
        inside = os.path.relpath(os.path.realpath(self.root), folder).replace(os.sep, "/")
        return path if inside == "." else f"{inside}/{path}"

    def fails(self, finding: Finding) -> bool:
        """True for a finding that makes the run exit 1."""
        return RANK[finding.severity] <= RANK[self.fail_on]

    def summary(self) -> str:
        """How much was found, in one sentence."""
        more = ""
        if self.hidden:
            more += "; " if self.lang == "en" else " ; "
            more += HIDDEN.with_(found=tally(self.hidden, self.lang)).in_(self.lang)
        if self.known:
            more += "; " if self.lang == "en" else " ; "
            more += KNOWN.with_(found=number(self.known, "remark", self.lang)).in_(self.lang)
        posts = number(self.checked.posts, "post", self.lang)
        if not self.findings:
            return CLEAN.with_(posts=posts, more=more).in_(self.lang)
        files = number(len({finding.path for finding in self.findings}), "file", self.lang)
        return SUM.with_(found=tally(self.findings, self.lang), files=files, posts=posts, more=more).in_(self.lang)


def tally(findings: Sequence[Finding], lang: str) -> str:
    """`2 errors, 1 warning`."""
    counts = Counter(finding.severity for finding in findings)
    return ", ".join(number(counts[level], level, lang) for level in RANK if counts[level])


def number(count: int, what: str, lang: str) -> str:
    """A count with its noun."""
    one, more = WORDS[what]
    return f"{count} {(one if count == 1 or (count == 0 and lang == 'fr') else more).in_(lang)}"
