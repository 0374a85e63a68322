"""The fields of one nodejs/bluesky request, each found its place."""

from __future__ import annotations

import datetime as dt
from typing import Any

from smmgit.importers.bluesky.atproto import made_at, page, parts, post_of
from smmgit.importers.imported import Gathered, Publication
from smmgit.importers.people import handles_on_bluesky, note
from smmgit.importers.plain import as_body
from smmgit.importers.tally import leaves
from smmgit.model.say import Say

# What a field that only repeats another says: the tool wrote it for itself.
TYPES = {"$type", "record.$type", "record.embed.$type", "record.facets[].$type"}
THUMB = {"ref.$link": "card_image", "mimeType": "card_image_type", "size": "card_image_size"}


class Placed:
    """Collects what the requests of one post say: text, publications, card, people, and what is left."""

    def __init__(self, channel: str, path: str, found: Gathered) -> None:
        self.channel, self.path, self.found = channel, path, found
        self.kept: dict[str, Any] = {}
        self.media: list[dict[str, str]] = []
        self.publications: list[Publication] = []
        self.link = ""
        self.at = ""
        self.made: dt.datetime | None = None

    def request(self, number: int, request: dict[str, Any]) -> str:
        """Place one request; its text as our Markdown."""
        self.number = number
        record = request.get("record") if isinstance(request.get("record"), dict) else {}
        assert isinstance(record, dict)
        text = record.get("text") if isinstance(record.get("text"), str) else request.get("richText")
        text = text if isinstance(text, str) else ""
        if isinstance(request.get("richText"), str):
            if request["richText"] == text:
                self._mapped("richText")
            else:
                self._keep("richText", request["richText"])
        for handle in handles_on_bluesky(text):
            note(self.found.people, "bluesky", handle)
        body = self._record(record, text) if record else as_body(text)
        for key in ("action", "account", "replyURL", "repostURL"):
            if isinstance(request.get(key), str):
                self._mapped(key)
        if isinstance(request.get("richTextFile"), str):
            self._keep("richTextFile", request["richTextFile"])
        for key in ("replyInfo", "repostInfo", "rootInfo"):
            self._reference(key, request)
        self._result(request, record)
        known = ("action", "account", "richText", "richTextFile", "record", "result", "replyURL", "repostURL")
        for key, value in request.items():
            if key not in (*known, "replyInfo", "repostInfo", "rootInfo") and value is not None:
                self._keep(key, value)
                self.found.find("import/unknown-field", "suggestion", UNKNOWN.with_(key=key), self.path)
        return body

    def _mapped(self, field: str, values: int = 1) -> None:
        self.found.tally.mapped(field, values)

    def _keep(self, name: str, value: Any, field: str = "") -> None:
        """Keep a value under `imported`; parts after the first have their number in the name."""
        self.kept[name if self.number == 0 else f"part_{self.number + 1}_{name}"] = value
        for shape, values in leaves(value, field or name).items():
            self.found.tally.kept(shape, values)

    def _reference(self, key: str, request: dict[str, Any]) -> None:
        """`{uri, cid}` of what is answered, shared or quoted: its address is `of`, its handle's DID the lock's."""
        info = request.get(key)
        if not isinstance(info, dict):
            return
        url = request.get("replyURL" if key == "replyInfo" else "repostURL")
        whose = post_of(url) if isinstance(url, str) else None
        for name, value in info.items():
            if name == "uri" and isinstance(value, str) and (found := parts(value)):
                if whose and not whose[0].startswith("did:"):
                    self.found.dids.setdefault(whose[0], found[0])
                self._mapped(f"{key}.uri")
            elif name == "cid" and self._own(info):
                self._mapped(f"{key}.cid")  # the part before, whose own entry says it
            elif value is not None:
                self._keep(f"{key}_{name}", value, f"{key}.{name}")

    def _own(self, info: dict[str, Any]) -> bool:
        return any(
            one.remote_id == info.get("uri") and one.data.get("cid") == info.get("cid") for one in self.publications
        )

    def _result(self, request: dict[str, Any], record: dict[str, Any]) -> None:
        """What the network answered, as the ledger keeps it."""
        result = request.get("result")
        if not isinstance(result, dict):
            return
        uri = _text(result, "uri")
        where = parts(uri)
        if where is None:
            self._keep("result", result)
            self.found.find("import/result", "warning", NO_URI, self.path)
            return
        did, _, key = where
        made = made_at(key)
        at = _text(record, "createdAt")
        if self.number == 0:
            self.made = _instant(at) or made
            self.at = at
        data: dict[str, Any] = {}
        for name, value in result.items():
            if name == "uri":
                self._mapped("result.uri")
            elif value is not None:
                data[name] = value
                for shape, values in leaves(value, f"result.{name}").items():
                    self._mapped(shape, values)
        channel = self.found.channels[self.channel]
        if channel.setdefault("account_id", did) != did:
            self.found.find("import/account", "warning", OTHER_ACCOUNT.with_(did=did), self.path)
        self.publications.append(
            Publication(
                channel=self.channel,
                part=self.number,
                remote_id=uri,
                url=page(uri),
                account_id=did,
                at=at or (made.strftime("%Y-%m-%dT%H:%M:%S.%fZ") if made else ""),
                reason="nodejs/bluesky recorded it as published",
                data=data,
            )
        )

    def _record(self, record: dict[str, Any], text: str) -> str:
        """The record as it was sent: facets say what was a link or a mention, the embed what the card showed."""
        body = self._facets(record.get("facets"), text)
        for key, value in record.items():
            if value is None or key == "facets":
                continue
            if key in ("$type", "text", "createdAt") and isinstance(value, str):
                self._mapped(f"record.{key}")
            elif key == "embed" and isinstance(value, dict):
                self._embed(value, text)
            elif key == "reply" and isinstance(value, dict):
                for end, info in value.items():
                    if isinstance(info, dict) and (self._own(info) or end == "parent"):
                        self._mapped(f"record.reply.{end}.uri", int("uri" in info))
                        self._mapped(f"record.reply.{end}.cid", int("cid" in info))
                    else:
                        self._keep(f"reply_{end}", info, f"record.reply.{end}")
            else:
                self._keep(f"record_{key}", value, f"record.{key}")
        return body

    def _facets(self, facets: Any, text: str) -> str:
        """The text as Markdown; a link whose words are not its address is written as one."""
        data = text.encode("utf-8")
        cuts: list[tuple[int, int, str]] = []
        for facet in facets if isinstance(facets, list) else ():
            for shape, values in leaves(facet, "record.facets[]").items():
                self._mapped(shape, values)
            index = facet.get("index") if isinstance(facet, dict) else None
            if not isinstance(index, dict) or not isinstance(facet.get("features"), list):
                continue
            start, end = int(index.get("byteStart") or 0), int(index.get("byteEnd") or 0)
            words = data[start:end].decode("utf-8", "replace")
            for feature in facet["features"]:
                kind = str(feature.get("$type", "")) if isinstance(feature, dict) else ""
                if kind.endswith("#mention") and isinstance(feature.get("did"), str):
                    self.found.dids.setdefault(words.lstrip("@"), feature["did"])
                elif kind.endswith("#link") and feature.get("uri") not in (words, words.rstrip("/")):
                    cuts.append((start, end, str(feature.get("uri"))))
        if not cuts:
            return as_body(text)
        pieces, at = [], 0
        for start, end, uri in sorted(cuts):
            words = as_body(data[start:end].decode("utf-8", "replace"))
            pieces += [data[at:start].decode("utf-8", "replace"), f"[{words}]({uri})"]
            at = end
        return "".join([*pieces, data[at:].decode("utf-8", "replace")]).strip()

    def _embed(self, embed: dict[str, Any], text: str) -> None:
        """The link card goes to the lock, pictures to media; a quoted record is `of` already."""
        for key, value in embed.items():
            if key == "$type":
                self._mapped("record.embed.$type")
            elif key == "external" and isinstance(value, dict) and isinstance(value.get("uri"), str):
                self._card(value, text)
            elif key == "record" and isinstance(value, dict):
                self._mapped("record.embed.record.uri", int("uri" in value))
                self._mapped("record.embed.record.cid", int("cid" in value))
            elif key == "images" and isinstance(value, list):
                self._images(value)
            elif value is not None:
                self._keep(f"embed_{key}", value, f"record.embed.{key}")

    def _card(self, card: dict[str, Any], text: str) -> None:
        said = {name: card[name] for name in ("title", "description") if isinstance(card.get(name), str)}
        self.found.cards.setdefault(card["uri"], said)
        same = self.found.cards[card["uri"]] == said
        if card["uri"] not in text and self.number == 0:
            self.link = card["uri"]
        for name, value in card.items():
            field = f"record.embed.external.{name}"
            if name == "uri" or (name in said and same):
                self._mapped(field)
            elif name == "thumb" and isinstance(value, dict):
                for shape, values in leaves(value).items():
                    if shape == "$type":
                        self._mapped(f"{field}.$type", values)
                    else:
                        node: Any = value
                        for step in shape.split("."):
                            node = node.get(step) if isinstance(node, dict) else None
                        self._keep(THUMB.get(shape, f"card_{shape}"), node, f"{field}.{shape}")
            elif value is not None:
                self._keep(f"card_{name}", value, field)

    def _images(self, images: list[Any]) -> None:
        did = self.found.channels[self.channel].get("account_id", "")
        for image in images:
            blob = image.get("image") if isinstance(image, dict) else None
            cid = (
                blob.get("ref", {}).get("$link") if isinstance(blob, dict) and isinstance(blob.get("ref"), dict) else ""
            )
            item = {"url": f"https://cdn.bsky.app/img/feed_fullsize/plain/{did}/{cid}"}
            if isinstance(image, dict) and isinstance(image.get("alt"), str):
                item["alt"] = image["alt"]
                self._mapped("record.embed.images[].alt")
            self.media.append(item)
            rest = {key: value for key, value in image.items() if key != "alt"} if isinstance(image, dict) else image
            self._keep(f"image_{len(self.media)}", rest, "record.embed.images[]")


def _text(table: dict[str, Any], key: str) -> str:
    value = table.get(key)
    return value if isinstance(value, str) else ""


def _instant(text: str) -> dt.datetime | None:
    try:
        moment = dt.datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=dt.UTC)


UNKNOWN = Say(
    "“{key}” is no field of this tool; it is kept under `imported`.",
    "« {key} » n'est pas un champ de cet outil ; il est gardé sous `imported`.",
)
NO_URI = Say(
    "The network's answer holds no address of a post; it is kept under `imported`, and counts as no proof.",
    "La réponse du réseau ne contient aucune adresse ; elle est gardée sous `imported` et ne prouve rien.",
)
OTHER_ACCOUNT = Say(
    "It went out from {did}, not from the account the others went out from. Check the channel.",
    "Elle est partie de {did}, et non du compte dont les autres sont parties. Vérifiez le compte.",
)
