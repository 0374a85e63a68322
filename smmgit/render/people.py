"""`@name` of people.yml as each platform names that person."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from smmgit.model.brand import Channel, Person
from smmgit.model.facts import Lock
from smmgit.model.spec import PlatformSpec
from smmgit.text.flatten import Lost
from smmgit.text.late import late
from smmgit.text.origin import LITERAL, Change, Mark, Runs, Traced

_NAMED = late(r"(?<![\w@/.+=&%#-])@(\w[\w.-]*+)(?![@:]\w)")
_ASIDE = ("code", "pre", LITERAL)


class Named(Struct, frozen=True):
    """How a person appears: the text readers see, and who is meant (a handle, DID or URN; empty: nobody)."""

    text: str
    target: str = ""


def named(person: Person, channel: Channel, spec: PlatformSpec, lock: Lock) -> Named:
    """A person on a channel: by handle where there is one, else by plain name."""
    handle = (person.handles.get(channel.id) or person.handles.get(channel.platform) or "").strip().lstrip("@")
    name = person.name or person.id
    if not handle:
        return Named(name)
    return by_handle(handle, name, spec, lock)


def by_handle(handle: str, name: str, spec: PlatformSpec, lock: Lock) -> Named:
    """An account by its handle (without `@`); `name` is shown where the platform shows names."""
    if spec.markup == "little-text":
        urn = lock.urns.get(handle) or (handle if handle.startswith("urn:li:") else "")
        return Named(name, urn)
    if "{handle}" not in spec.mention:  # a platform without mentions names people in words
        return Named(name)
    if spec.mention.startswith("<"):
        return Named("@" + name, handle)
    return Named(spec.mention.replace("{handle}", handle), lock.dids.get(handle, handle))


def with_people(
    text: Traced, channel: Channel, spec: PlatformSpec, people: Mapping[str, Person], lock: Lock
) -> tuple[Traced, tuple[Lost, ...]]:
    """The text with people's names put in place of `@id`, and those whom the platform cannot name as losses."""
    if "@" not in text.text or not people:
        return text, ()
    changes: list[Change] = []
    shown: list[Named] = []
    lost: list[Lost] = []
    aside = Runs(text.marks, _ASIDE)
    for found in _NAMED.finditer(text.text):
        person, end = _person(found[1], people)
        start = found.start()
        if person is None or start in aside:
            continue
        name = named(person, channel, spec, lock)
        end += start + 1
        changes.append((start, end, name.text))
        shown.append(name)
        if not name.target and "{handle}" in spec.mention:
            lost.append(Lost("mention", text.text[start:end], text.source(start)))
    if not changes:
        return text, ()
    marks, shift = [], 0
    for (start, end, put), name in zip(changes, shown, strict=True):
        if name.target and put:
            marks.append(Mark("mention", start + shift, start + shift + len(put), name.target))
        shift += len(put) - (end - start)
    return text.replaced(changes).marked(marks), tuple(lost)


def _person(word: str, people: Mapping[str, Person]) -> tuple[Person | None, int]:
    """The person a word names and the length of the name: the whole word but for final dots and hyphens."""
    word = word.rstrip(".-")
    person = people.get(word) or people.get(word.casefold())
    return person, len(word)
