"""What a person should do now, most urgent first."""

from __future__ import annotations

import datetime as dt

from msgspec import Struct

from smmgit.model.delivery import State
from smmgit.model.finding import Finding
from smmgit.model.post import Need
from smmgit.pages.view import Moment, SiteView
from smmgit.plan.overview import PostView

SOON = dt.timedelta(days=14)


class Task(Struct, frozen=True, kw_only=True):
    """A post that waits for someone, and for what: one of `finding`, `state`, `need`."""

    view: PostView
    moment: Moment | None = None
    finding: Finding | None = None
    state: State | None = None
    need: Need | None = None


def todo(view: SiteView) -> dict[str, list[Task]]:
    """Tasks by kind: errors, check, stuck, hand, review, needs. Reviews are those of the next two weeks."""
    soon = view.local(view.now + SOON)
    return {
        "errors": _errors(view),
        "check": _in_state(view, "to-check"),
        "stuck": _in_state(view, "blocked"),
        "hand": [task for task in _in_state(view, "by-hand") if task.moment and task.moment.at <= soon],
        "review": [task for task in _in_state(view, "to-review") if task.moment and task.moment.at <= soon],
        "needs": _needs(view),
    }


def _errors(view: SiteView) -> list[Task]:
    tasks = []
    for post in view.posts:
        found = next((f for f in view.findings_of.get(post.post.path, ()) if f.severity == "error"), None)
        if found is not None:
            tasks.append(Task(view=post, moment=view.first_moment.get(post.post.path), finding=found))
    return tasks


def _in_state(view: SiteView, name: str) -> list[Task]:
    return [
        Task(view=moment.view, moment=moment, state=next(s for s in moment.states if s.name == name))
        for moment in view.moments
        if moment.name == name
    ]


def _needs(view: SiteView) -> list[Task]:
    of = {post.post.path: post for post in view.posts}
    return [
        Task(view=of[each.post.path], moment=view.first_moment.get(each.post.path), need=each.need)
        for each in view.overview.needs
    ]
