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

from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping
from typing import Any, ClassVar

from smmgit.lint.at import PostAt, RenditionAt, WaiverAt, WorkspaceAt
from smmgit.lint.example import Example
from smmgit.model.finding import Finding, Severity
from smmgit.model.say import Say

__all__ = [
    "LoadedRule",
    "PostAt",
    "PostRule",
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
    post need nothing; `media_only` rules look at posts that have media, rules with `cues` at posts in
    which one of these words (casefolded) or signs is typed. In a draft, an error is shown as a warning
    unless the rule is `firm`.
    """

    id: ClassVar[str] = ""
    title: ClassVar[Say]
    severity: Severity = "error"
    options: ClassVar[Mapping[str, Any]] = {}
    formerly: ClassVar[tuple[str, ...]] = ()
    statuses: ClassVar[frozenset[str]] = WRITTEN
    firm: ClassVar[bool] = False
    media_only: ClassVar[bool] = False
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
