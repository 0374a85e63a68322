"""What is at its time: a run's plan, with lint, approvals and preconditions looked at before anything leaves."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence

import msgspec

from smmgit.git.repo import Repo
from smmgit.jobs.publishing.evidence import Looker
from smmgit.model.delivery import Entry
from smmgit.model.workspace import Workspace
from smmgit.plan.deliveries import at_their_time
from smmgit.plan.guards import likeness
from smmgit.plan.plan import Plan, Planner
from smmgit.plan.state import errors_of

Alike = Callable[[Iterable[str]], Sequence[Entry]]
NEXT = 20  # deliveries ahead that are planned too, to say what comes next


class Watch:
    """Plans for one run; each file is linted once, each fact looked up once."""

    def __init__(
        self, ws: Workspace, planner: Planner, looker: Looker | None = None, alike: Alike | None = None
    ) -> None:
        self._ws = ws
        self._planner = planner
        self._looker = looker
        self._alike = alike
        self._judged: set[str] = set()

    def plan(self, now: dt.datetime, paths: set[str] | None = None) -> Plan:
        """What stands where at `now`: of these files, else of all that may leave now or soon."""
        wanted = at_their_time(self._ws, now, coming=NEXT) if paths is None else paths
        plan = self._planner.plan(now, wanted)
        # What a person posts now is looked at as closely as what is sent.
        leaving = [*plan.due, *(item for item in plan.items if item.state.reason == "by-hand-now")]
        if self.judge({item.post.path for item in leaving}, now):
            plan = self._planner.plan(now, wanted)
        if self._heard_of_copies(plan):
            plan = self._planner.plan(now, wanted)
        return plan

    def _heard_of_copies(self, plan: Plan) -> bool:
        """Read what the ledger says of posts that looked like what is due now; True if there is any."""
        if self._alike is None or not plan.due:
            return False
        looks = {likeness(item.rendition) for item in plan.due if item.rendition is not None}
        found = self._alike(looks)
        self._planner.learn(found)
        return bool(found)

    def judge(self, paths: set[str], now: dt.datetime) -> bool:
        """Look at files that were not looked at yet; True if that may change a plan."""
        paths = paths - self._judged
        if not paths:
            return False
        self._judged |= paths
        from smmgit.lint.engine import lint  # a run with nothing due does not pay for the judge

        planner = self._planner
        facts = planner.facts
        found = errors_of(lint(self._ws, now, published=planner.histories.published(), paths=paths))
        changed = msgspec.structs.replace(facts, errors={**facts.errors, **found})
        if self._looker is not None:
            posts = [post for post in self._ws.posts if post.path in paths]
            changed = msgspec.structs.replace(
                changed,
                evidence=self._looker.evidence(posts, planner.histories, facts.evidence),
                silent=facts.silent | self._looker.silent(posts),
            )
        planner.facts = changed
        return changed != facts


def tags_asked(repo: Repo, ws: Workspace) -> frozenset[str]:
    """Git's tags, looked at only where a post waits for one."""
    return repo.tags() if any(each.tag for post in ws.posts for each in post.requires) else frozenset()
