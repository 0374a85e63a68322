"""What a template sees: the view from one page, with its links, words and dates."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Hashable, Iterable, Mapping
from typing import Any
from urllib.parse import quote

from jinja2 import Environment, StrictUndefined
from markupsafe import Markup, escape

from smmgit.model.post import Post
from smmgit.model.say import Say
from smmgit.pages import dates
from smmgit.pages.marks import SEVERITIES, STATES, mark, platform_mark
from smmgit.pages.occasions import NOTE_MARKS, NOTE_WORDS, Note
from smmgit.pages.page import Download, Page, Picture
from smmgit.pages.view import LARGE, SMALL, WHOLE, SiteView

LANGUAGES = {
    "fr": Say("French", "français"),
    "en": Say("English", "anglais"),
    "de": Say("German", "allemand"),
    "es": Say("Spanish", "espagnol"),
    "it": Say("Italian", "italien"),
    "nl": Say("Dutch", "néerlandais"),
    "pt": Say("Portuguese", "portugais"),
}


class _Templates(Environment):
    """`{{ t.clear }}` means the entry of a table of that name, never the method of dict."""

    def getattr(self, obj: Any, attribute: str) -> Any:
        if type(obj) is dict and attribute in obj:
            return obj[attribute]
        return super().getattr(obj, attribute)


_ENV = _Templates(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
_ENV.globals.clear()  # templates get values only, and every rendering would copy the rest
_SPACED = re.compile(r"(?<=\S) (?=[:;!?»])|(?<=«) ")


def template(source: str) -> Callable[..., Markup]:
    """A function from values to HTML: every `{{ value }}` is escaped, an unknown name is an error."""
    render = _ENV.from_string(source).render
    return lambda **values: Markup(render(values))  # noqa: S704 - the one place that trusts a template


class At:
    """The view from one page. `pictures` and `downloads` collect the files the page turned out to need."""

    def __init__(self, view: SiteView, uri: str) -> None:
        self.view = view
        self.uri = uri
        self.root = Page(uri=uri, title="", html="").root
        self.pictures: dict[str, Picture] = {}
        self.downloads: dict[str, Download] = {}

    # Words -----------------------------------------------------------------------------------
    def say(self, message: Say, **values: Any) -> str:
        """A sentence in the reader's language, with French spacing and apostrophes."""
        text = (message.with_(**values) if values else message).in_(self.view.lang)
        return _SPACED.sub("\u00a0", text).replace("'", "’") if self.view.lang == "fr" else text

    def words(self, table: Mapping[str, Say]) -> dict[str, str]:
        """A page's table of words, in the reader's language."""
        spoken = self.view.spoken.get(id(table))
        if spoken is None:
            spoken = self.view.spoken[id(table)] = {name: self.say(message) for name, message in table.items()}
        return spoken

    def count(self, number: int, one: Say, many: Say) -> str:
        """`1 post`, `3 posts`; French counts 0 as one."""
        single = number == 1 or (number == 0 and self.view.lang == "fr")
        return self.say(one if single else many, n=number)

    def language(self, tag: str) -> str:
        """What a language is called: `français`, `English`; its tag where we have no word."""
        return self.say(LANGUAGES[tag[:2]]) if tag[:2] in LANGUAGES else tag

    # Time ------------------------------------------------------------------------------------
    def date(self, at: dt.date, **how: bool) -> str:
        """`mardi 24 novembre`; with the year where it is another one than today's."""
        how.setdefault("year", at.year != self.view.today.year)
        return dates.date(at, self.view.lang, **how)

    def moment(self, at: dt.datetime) -> Markup:
        """`mardi 24 novembre, 09:00` in brand time, of an aware instant."""
        return self.once(("moment", at), lambda: self._moment(at))

    def _moment(self, at: dt.datetime) -> Markup:
        here = self.view.local(at)
        return escape(f"{self.date(here.date())}, {dates.hour(here)}")

    def hour(self, at: dt.datetime) -> Markup:
        """`09:00` in brand time, with the instant for machines."""
        return self.once(("hour", at), lambda: self._hour(at))

    def _hour(self, at: dt.datetime) -> Markup:
        here = self.view.local(at)
        return Markup('<time datetime="{}">{}</time>').format(here.isoformat(timespec="minutes"), dates.hour(here))

    # Places ----------------------------------------------------------------------------------
    def href(self, uri: str) -> str:
        """The way from this page to another one of the site."""
        return self.root + quote(uri, errors="surrogateescape")

    def post(self, post: Post) -> str:
        """The way to a post's page."""
        return self.root + self.view.post_uri(post)

    def edit(self, path: str) -> str:
        """The address where a file is edited, empty where the site does not know one."""
        return self.view.edit_base + quote(path, errors="surrogateescape") if self.view.edit_base and path else ""

    def title(self, post: Post) -> str:
        """What a post is called: its working title, else its id, else its file's name."""
        return post.title.strip() or post.id or post.path.rsplit("/", 1)[-1]

    def picture(self, file: str, *, large: bool = False, crop: tuple[float, float, float, float] | None = None) -> str:
        """The address of an image's reduced copy, empty where there is none."""
        return self._keep(self.view.picture(file, LARGE if large else SMALL, crop))

    def cover(self, post: Post) -> str:
        """The address of the small picture that stands for a post, empty where it has none."""
        return self._keep(self.view.cover(post))

    def whole(self, file: str, crop: tuple[float, float, float, float] | None = None) -> str:
        """The address where a media file can be fetched as it is to be posted, empty where it cannot."""
        if crop is not None:
            return self._keep(self.view.picture(file, WHOLE, crop))
        found = self.view.download(file)
        if found is None:
            return ""
        self.downloads[found.uri] = found
        return self.root + found.uri

    def _keep(self, picture: Picture | None) -> str:
        if picture is None:
            return ""
        self.pictures[picture.uri] = picture
        return self.root + picture.uri

    # Marks -----------------------------------------------------------------------------------
    def mark(self, name: str) -> Markup:
        """A drawing of the interface."""
        return mark("ui", name)

    def once(self, key: Hashable, make: Callable[[], Markup]) -> Markup:
        """A piece that is the same wherever it stands, made once per site."""
        made = self.view.drawn.get(key)
        if made is None:
            made = self.view.drawn[key] = make()
        return made

    def state(self, name: str, *, quiet: bool = False) -> Markup:
        """A state's shape and its word; `quiet` leaves the word to screen readers and tooltips."""
        return self.once(("state", name, quiet), lambda: self._state(name, quiet))

    def _state(self, name: str, quiet: bool) -> Markup:
        word = self.say(STATES[name][0])
        if quiet:
            return Markup('<span class="sg-state is-{0}" title="{1}">{2}<span class="sg-vh">{1}</span></span>').format(
                name, word, mark("st", name)
            )
        return Markup('<span class="sg-state is-{}">{} {}</span>').format(name, mark("st", name), word)

    def severity(self, name: str) -> Markup:
        """A severity's shape and word."""
        return self.once(("severity", name), lambda: self._severity(name))

    def _severity(self, name: str) -> Markup:
        return Markup('<span class="sg-severity is-{}">{} {}</span>').format(
            name, mark("sv", name), self.say(SEVERITIES[name][0])
        )

    def note(self, note: Note) -> Markup:
        """A key date, an event or a quiet period: a shape, its kind for screen readers, its name."""
        return Markup('<p class="sg-note is-{}">{} <span class="sg-vh">{}</span> {}{}</p>').format(
            note.kind,
            mark("ui", NOTE_MARKS[note.kind]),
            self.say(NOTE_WORDS[note.kind]) + self.say(Say(": ", " : ")),
            Markup("{} ").format(dates.hour(note.at)) if note.at else "",
            note.name,
        )

    def platform(self, platform: str) -> Markup:
        """A platform's mark without its word."""
        return platform_mark(platform)

    def platform_name(self, platform: str) -> str:
        """What a platform is called."""
        spec = self.view.ws.specs.get(platform)
        return spec.name if spec is not None and spec.name else platform

    def channel_name(self, channel_id: str) -> str:
        """What a channel is called: its name, else its platform's, else its id."""
        channel = self.view.ws.channel(channel_id)
        return channel_id if channel is None else channel.name or self.platform_name(channel.platform)

    def channels(self, ids: Iterable[str]) -> Markup:
        """A row of marks, one a channel, each with its name for tooltips and screen readers."""
        unique = tuple(dict.fromkeys(ids))
        return self.once(("channels", unique), lambda: self._channels(unique))

    def _channels(self, ids: tuple[str, ...]) -> Markup:
        items = []
        for channel_id in ids:
            channel = self.view.ws.channel(channel_id)
            drawn = platform_mark(channel.platform if channel else "unknown")
            items.append(
                Markup('<li title="{0}">{1}<span class="sg-vh">{0}</span></li>').format(
                    self.channel_name(channel_id), drawn
                )
            )
        return Markup('<ul class="sg-channels">{}</ul>').format(Markup("").join(items)) if items else Markup("")
