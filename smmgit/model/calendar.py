"""What the calendar holds besides posts."""

import datetime as dt

from msgspec import Struct

from smmgit.model.post import Disclosure
from smmgit.model.when import When


class Campaign(Struct, frozen=True, kw_only=True):
    """`calendar/campaigns/*.md`: front matter and brief; the id is the file's name.

    Posts inherit pillar, persona, objective, lang, link, hashtags, owner and disclosure from it.
    """

    id: str
    name: str = ""
    starts: dt.date | None = None
    ends: dt.date | None = None
    budget: str = ""
    objective: str = ""
    pillar: str = ""
    persona: str = ""
    lang: str = ""
    link: str = ""
    owner: str = ""
    hashtags: tuple[str, ...] = ()
    channels: tuple[str, ...] = ()
    disclosure: tuple[Disclosure, ...] = ()
    brief: str = ""
    path: str = ""


class Slot(Struct, frozen=True, kw_only=True):
    """`calendar/slots.yml`: a weekly place for a post. `days` are 0 (Monday) to 6, `at` is local."""

    days: tuple[int, ...]
    at: dt.time
    channels: tuple[str, ...] = ()
    name: str = ""
    free: bool = False
    line: int = 1


class QuietPeriod(Struct, frozen=True, kw_only=True):
    """`calendar/quiet.yml`: when nothing goes out; `ends` is included when it is a whole day."""

    name: str
    starts: When
    ends: When
    channels: tuple[str, ...] = ()
    except_campaigns: tuple[str, ...] = ()
    line: int = 1


class KeyDate(Struct, frozen=True, kw_only=True):
    """`calendar/key-dates.yml`: a date the audience knows (a season, a holiday, a fair)."""

    name: str
    date: dt.date
    ends: dt.date | None = None
    yearly: bool = False
    about: str = ""
    line: int = 1


class Event(Struct, frozen=True, kw_only=True):
    """`calendar/events.yml`: a live, a deadline, a meeting: shown on the calendar, published nowhere."""

    name: str
    starts: When
    ends: When | None = None
    about: str = ""
    line: int = 1
