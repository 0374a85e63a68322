"""All pages of a site: every kind found in `pages/kinds/`, with the menu they share."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

import smmgit.pages.kinds as kinds
from smmgit import discover
from smmgit.model.say import Say
from smmgit.pages import dates
from smmgit.pages.at import At, template
from smmgit.pages.marks import MENU, SPRITE
from smmgit.pages.page import Entry, Page
from smmgit.pages.view import SiteView

FRAME = template("""
<nav class="sg-menu" aria-label="{{ label }}"><ul>
  {% for entry in entries %}<li><a href="{{ entry.href }}"{% if entry.current %} aria-current="page"{% endif %}>
    {{- at.mark(entry.icon) }} <span>{{ entry.name }}</span></a></li>
  {% endfor %}
  {% if handbook %}
  <li class="is-handbook"><a href="{{ handbook }}">{{ at.mark("other") }} <span>{{ book }}</span></a></li>
  {% endif %}
</ul></nav>
<div class="sg" id="sg-content">
""")
FOOT = template("""
</div>
<footer class="sg-foot"><p>{{ text }}</p></footer>
""")


def all_pages(view: SiteView) -> Iterator[Page]:
    """Every page, kind after kind; each kind is one file with a function `pages(view)`."""
    for _, kind in discover.load_all(kinds):
        yield from kind.pages(view)


def menu(view: SiteView) -> list[Entry]:
    """The main menu: what each kind that has a function `entry(view)` wants there now, in order of rank."""
    asked = [kind.entry(view) for _, kind in discover.load_all(kinds) if hasattr(kind, "entry")]
    return sorted(filter(None, asked), key=lambda entry: (entry.rank, entry.uri))


class Frame:
    """What stands around every page's own HTML: marks, menu, footer. Made once per section and depth.

    `handbook` is where the handbook begins, empty where there is none.
    """

    def __init__(self, view: SiteView, entries: list[Entry], handbook: str = "") -> None:
        self._view = view
        self._handbook = handbook
        self._entries = entries
        self._made: dict[tuple[str, str], tuple[Markup, Markup]] = {}

    def around(self, page: Page) -> str:
        """The page's HTML, complete but for the theme."""
        made = self._made.get((page.section, page.root))
        if made is None:
            made = self._made[page.section, page.root] = self._make(page)
        return f"{SPRITE}{made[0]}{page.html}{made[1]}"

    def _make(self, page: Page) -> tuple[Markup, Markup]:
        at = At(self._view, page.uri)
        entries = [
            {
                "href": at.href(entry.uri),
                "name": entry.name,
                "icon": entry.section if entry.section in MENU else "other",
                "current": entry.section == page.section,
            }
            for entry in self._entries
        ]
        now = self._view.local(self._view.now)
        text = at.say(
            Say(
                "As of {date}, {hour} ({zone}). Times are the brand's.",
                "État au {date}, {hour} ({zone}). Les heures sont celles de la marque.",
            ),
            date=at.date(now.date(), year=True),
            hour=dates.hour(now),
            zone=self._view.ws.brand.time_zone,
        )
        head = FRAME(
            at=at,
            entries=entries,
            handbook=at.href(self._handbook) if self._handbook else "",
            book=at.say(Say("Handbook", "Manuel")),
            label=at.say(Say("Calendar", "Calendrier")),
        )
        return head, FOOT(text=text)
