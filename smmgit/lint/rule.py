"""What a lint rule is: four scopes, each with one method to write.

A rule is one file `lint/rules/<group>/<name>.py` with a docstring and one class `Check`; its id
is its path. Choose the scope by what the rule must know:

    PostRule       one post, and what each of its channels would show of it
    RenditionRule  one post on one channel
    WorkspaceRule  the clock, the ledger, other posts, or files that are no posts
    WaiverRule     one waiver, after all other rules have spoken

Verdicts of the first two are cached by content, so they see neither the clock nor other posts.
"""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping
from typing import Any, ClassVar

from smmgit.lint.at import PostAt, RenditionAt, WaiverAt, WorkspaceAt
from smmgit.lint.example import Example
from smmgit.lint.words import did_you_mean, instead
from smmgit.model.finding import Finding, Severity
from smmgit.model.say import Say

__all__ = [
    "LoadedRule",
    "PostAt",
    "PostRule",
    "ReferenceRule",
    "RenditionAt",
    "RenditionRule",
    "Rule",
    "WaiverAt",
    "WaiverRule",
    "WorkspaceAt",
    "WorkspaceRule",
]

ALWAYS = frozenset({"idea", "draft", "ready"})
WRITTEN = frozenset({"draft", "ready"})


class Rule(ABC):
    """What all rules have. `severity` and `options` are defaults that brand.yml may change.

    `statuses` are the posts a rule looks at: an idea need not have its pictures yet, a cancelled
    post need nothing; `media_only` rules look at posts that have media, a rule with `fields` at posts that type one
    of these in their front matter, a rule with a `gate` at posts whose body or alt texts, as typed, hold that pattern,
    a rule with `cues` at posts in which one of these words (casefolded) or signs is typed. In a draft, an error is
    shown as a warning unless the rule is `firm`.

    Every hook pays for every rule it imports: what of `media_only`, `fields` and `gate` is true of yours, say it, and
    it is imported only for posts it looks at. (`gate` is for PostRule and RenditionRule.)
    """

    id: ClassVar[str] = ""
    title: ClassVar[Say]
    severity: Severity = "error"
    options: ClassVar[Mapping[str, Any]] = {}
    formerly: ClassVar[tuple[str, ...]] = ()
    statuses: ClassVar[frozenset[str]] = WRITTEN
    firm: ClassVar[bool] = False
    media_only: ClassVar[bool] = False
    fields: ClassVar[tuple[str, ...]] = ()
    gate: ClassVar[re.Pattern[str] | None] = None
    cues: ClassVar[frozenset[str]] = frozenset()
    bad: ClassVar[tuple[Example, ...]] = ()
    good: ClassVar[tuple[Example, ...]] = ()

    def __init__(self, severity: Severity | None = None, options: Mapping[str, Any] | None = None) -> None:
        if severity:
            self.severity = severity
        self.chosen = {**self.options, **(options or {})}


class PostRule(Rule):
    """Judges one post."""

    @abstractmethod
    def check(self, at: PostAt) -> Iterator[Finding]:
        """Yield what is wrong, made by `at.finding(…)`."""


class ReferenceRule(PostRule):
    """Judges a name typed in the one field of `fields`: it must be `among` those of the workspace.

    `unknown` is said otherwise, with `{name}` and, as `{near}`, the one that was probably meant.
    """

    statuses = ALWAYS
    firm = True
    among: ClassVar[str]
    unknown: ClassVar[Say]

    def check(self, at: PostAt) -> Iterator[Finding]:
        """A finding where nothing bears that name."""
        (field,) = self.fields
        name, known = getattr(at.post, field), getattr(at.ws, self.among)
        if name and name not in known:
            fix = instead(name, known, at.post.near(field))
            yield at.finding(self.unknown, mark=field, name=name, near=did_you_mean(name, known), fix=fix)


class RenditionRule(Rule):
    """Judges what one channel would show of a post."""

    @abstractmethod
    def check(self, at: RenditionAt) -> Iterator[Finding]:
        """Yield what is wrong, made by `at.finding(…)`."""


class WorkspaceRule(Rule):
    """Judges posts among others, in time, or files that are no posts."""

    @abstractmethod
    def check(self, at: WorkspaceAt) -> Iterator[Finding]:
        """Yield what is wrong in `at.posts` (those asked for), made by `at.finding(…)`."""


class LoadedRule(WorkspaceRule):
    """Passes on what the loader found under this rule's id."""

    statuses = ALWAYS
    firm = True

    def check(self, at: WorkspaceAt) -> Iterator[Finding]:
        """The loader's findings, with the severity the brand wants."""
        yield from at.loaded()


class WaiverRule(Rule):
    """Judges one waiver of a post."""

    severity: Severity = "warning"
    statuses = ALWAYS
    firm = True

    @abstractmethod
    def check(self, at: WaiverAt) -> Iterator[Finding]:
        """Yield what is wrong with `at.waiver`, made by `at.finding(…)`."""
