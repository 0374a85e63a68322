"""What may be typed at a place: fields, choices, names of accounts, campaigns, people, hashtags, sections, rules."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator

from lsprotocol import types as lsp
from msgspec import Struct

from smmgit.lsp.buffer import Buffer
from smmgit.lsp.session import Session
from smmgit.lsp.where import Spot, field_at, fields_at, spot, table_of
from smmgit.model.fields.field import Field
from smmgit.model.post import FIRST_COMMENT
from smmgit.model.say import Say
from smmgit.model.workspace import Workspace

TRIGGERS = ["@", "#", ":", " ", "[", ",", "{", "/", "-"]
MOST = 300  # ids of posts: an archive has more than any list can show
KINDS = {
    "field": lsp.CompletionItemKind.Field,
    "choice": lsp.CompletionItemKind.EnumMember,
    "name": lsp.CompletionItemKind.Reference,
    "person": lsp.CompletionItemKind.Constant,
    "file": lsp.CompletionItemKind.File,
    "hashtag": lsp.CompletionItemKind.Keyword,
    "rule": lsp.CompletionItemKind.Property,
}
NEEDED = Say("needed", "obligatoire")
NESTED = frozenset(("group", "groups", "channels", "map", "pairs"))
MEDIA = (".jpg", ".jpeg", ".png", ".gif", ".webp", ".heic", ".avif", ".mp4", ".mov", ".webm", ".mp3", ".wav", ".pdf",
         ".srt", ".vtt")  # fmt: skip


class Offer(Struct, frozen=True):
    """Something to type: its word, what is inserted where that is more, and what it is."""

    word: str
    kind: str
    about: str = ""
    insert: str = ""


def complete(session: Session, path: str, buffer: Buffer, position: lsp.Position) -> list[lsp.CompletionItem]:
    """What may stand at a position, in the order of use."""
    line, column = buffer.place(position)
    found = spot(path, buffer.lines, line, column)
    items = []
    for number, offer in enumerate(_offers(session, path, found)):
        if offer.word in found.siblings:
            continue
        edit = lsp.TextEdit(buffer.range(line, found.start, column), offer.insert or offer.word)
        items.append(
            lsp.CompletionItem(
                label=offer.word, kind=KINDS[offer.kind], detail=offer.about or None, text_edit=edit,
                sort_text=f"{number:04}", filter_text=offer.word,
            )
        )  # fmt: skip
    return items


def _offers(session: Session, path: str, found: Spot) -> Iterator[Offer]:
    ws, lang = session.ws, session.lang
    match found.kind:
        case "key":
            yield from _keys(session, path, found)
        case "value":
            field = field_at(table_of(path), found.keys)
            if field is not None:
                yield from _values(session, path, field)
            elif found.keys[:1] == ("channels",) and len(found.keys) == 3:
                yield from _option_values(ws, found.keys)
        case "target":
            yield from _targets(ws, lang, role=bool(found.keys))
        case "person":
            yield from _people(ws)
        case "hashtag":
            yield from _hashtags(ws)
        case "rule":
            yield from _rules(lang)


def _keys(session: Session, path: str, found: Spot) -> Iterator[Offer]:
    for field in fields_at(table_of(path), found.keys):
        about = field.about.in_(session.lang)
        if field.required:
            about = f"{about} ({NEEDED.in_(session.lang)})"
        yield Offer(field.name, "field", about, f"{field.name}:" if field.kind in NESTED else f"{field.name}: ")
    if found.keys[:1] == ("channels",) and len(found.keys) == 2:
        channel = session.ws.channel(found.keys[1])
        spec = session.ws.spec_of(channel) if channel else None
        for option in spec.options if spec else ():
            about = option.about_fr if session.lang == "fr" and option.about_fr else option.about
            yield Offer(option.name, "field", about, f"{option.name}: ")


def _option_values(ws: Workspace, keys: tuple[str, ...]) -> Iterator[Offer]:
    channel = ws.channel(keys[1])
    spec = ws.spec_of(channel) if channel else None
    for option in spec.options if spec else ():
        if option.name == keys[2]:
            yield from (Offer(choice, "choice") for choice in option.choices)


def _values(session: Session, path: str, field: Field) -> Iterator[Offer]:
    ws = session.ws
    for choice in field.choices:
        yield Offer(choice, "choice", field.about.in_(session.lang))
    if field.kind == "flag":
        yield from (Offer(word, "choice") for word in ("true", "false"))
    if field.asap_ok:
        yield Offer("asap", "choice", Say("as soon as approved", "dès que validée").in_(session.lang))
    if field.refers_to == "person" or field.name in ("mentions", "by", "owner"):
        yield from _people(ws)
    elif field.name == "hashtags":
        yield from _hashtags(ws)
    elif field.name == "lang":
        yield from (Offer(tag, "choice") for tag in dict.fromkeys((*ws.brand.languages, *_languages(ws))))
    elif field.name == "rule":
        yield from _rules(session.lang)
    elif field.kind == "file":
        yield from _files(session.root, path)
    else:
        yield from _names(ws, field.refers_to)


def _names(ws: Workspace, what: str) -> Iterator[Offer]:
    """The names a field may hold that refers to something of the repository."""
    if what == "channel":
        for channel in ws.channels.values():
            spec = ws.spec_of(channel)
            handle = f"@{channel.handle}" if channel.handle else ""
            yield Offer(channel.id, "name", " · ".join(filter(None, (spec.name if spec else channel.platform, handle))))
    elif what == "campaign":
        for campaign in ws.campaigns.values():
            days = " – ".join(day.isoformat() for day in (campaign.starts, campaign.ends) if day)
            yield Offer(campaign.id, "name", " · ".join(filter(None, (campaign.name, days))))
    elif what == "pillar":
        yield from (Offer(pillar.id, "name", pillar.name) for pillar in ws.pillars.values())
    elif what == "persona":
        yield from (Offer(persona.id, "name", persona.name) for persona in ws.personas.values())
    elif what == "objective":
        yield from (Offer(objective.id, "name", objective.name) for objective in ws.objectives.values())
    elif what == "post":
        latest = sorted(ws.posts, key=lambda post: post.path, reverse=True)[:MOST]
        yield from (Offer(post.id, "name", post.title) for post in latest if post.id)
    elif what == "platform":
        from smmgit.files.specs import spec_ids

        yield from (Offer(name, "name") for name in spec_ids())


def _targets(ws: Workspace, lang: str, *, role: bool) -> Iterator[Offer]:
    """What a section may be for."""
    if role:
        yield Offer(FIRST_COMMENT, "name", Say("the first comment below it", "le premier commentaire").in_(lang))
        return
    yield from _names(ws, "channel")
    whole = Say("every account of {name}", "tous les comptes {name}")
    for spec in ws.specs.values():
        if spec.id not in ws.channels:
            yield Offer(spec.id, "name", whole.with_(name=spec.name).in_(lang))


def _people(ws: Workspace) -> Iterator[Offer]:
    for person in ws.people.values():
        known = ", ".join(person.handles)
        yield Offer(person.id, "person", " · ".join(filter(None, (person.name, known))))


def _hashtags(ws: Workspace) -> Iterator[Offer]:
    yield from (Offer(tag.tag, "hashtag", tag.about) for tag in ws.hashtags.values() if not tag.banned)


def _rules(lang: str) -> Iterator[Offer]:
    from smmgit.lint.registry import all_rules
    from smmgit.lint.waivers import NEVER

    for name, rule in all_rules().items():
        if not name.startswith(NEVER):
            yield Offer(name, "rule", rule.title.in_(lang))


def _languages(ws: Workspace) -> Iterable[str]:
    return (channel.lang for channel in ws.channels.values() if channel.lang)


def _files(root: str, path: str) -> Iterator[Offer]:
    """Media beside a post; nothing where the folder cannot be read, or leads out of the repository."""
    from smmgit.files.disk.walk import inside

    folder = path.rpartition("/")[0]
    if not inside(root, folder):
        return
    try:
        names = sorted(entry.name for entry in os.scandir(os.path.join(root, folder)) if entry.is_file())
    except OSError:
        return
    yield from (Offer(name, "file") for name in names if name.lower().endswith(MEDIA) and name.isprintable())
