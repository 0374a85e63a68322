"""When a source's file was planned or went out: from its name, its history, or not at all."""

from __future__ import annotations

import datetime as dt
from typing import Any

from smmgit.importers.dates import NameDate, date_in
from smmgit.importers.imported import Ask, Gathered
from smmgit.model.say import Say


class Dates:
    """Settles the date of each file of one source; knows how its neighbours are named."""

    def __init__(self, paths: list[str], ask: Ask) -> None:
        self._ask = ask
        self._read = {path: date_in(path) for path in paths}
        self._certain: dict[tuple[str, bool], dict[str, int]] = {}
        for path, read in self._read.items():
            if read.order in ("day-first", "month-first"):
                kind = self._certain.setdefault(_kind(path, read), {})
                kind[read.order] = kind.get(read.order, 0) + 1

    def of(self, path: str) -> NameDate:
        """What the name says."""
        return self._read.get(path) or date_in(path)

    def fields(self, path: str, found: Gathered) -> tuple[dict[str, Any], dt.date | None]:
        """The post's `publish_at` or `status: draft`, and the day for its folder; tells what is doubtful."""
        read = self.of(path)
        day = read.read_as(self._ask.order)
        came = self._ask.history.get(path)
        if day is None and read.either and came and came.date() in read.either:
            day = came.date()
        if day is not None:
            typed = day.isoformat() + (f" {read.time:%H:%M}" if read.time else "")
            if dt.datetime.combine(day, read.time or dt.time(), dt.UTC) > self._ask.now:
                found.find("import/future", "warning", FUTURE.with_(date=typed), path)
                return {"status": "draft", "publish_at": typed}, day
            return self._status({"publish_at": typed}), day
        if came is not None:
            if read.either:
                found.find("import/date-order", "warning", FROM_HISTORY.with_(typed=read.typed, date=came.date()), path)
            return self._status({"publish_at": came.strftime("%Y-%m-%d %H:%M+00:00")}), came.date()
        if read.either:
            found.find("import/date-order", "warning", self._either(path, read), path)
        elif read.month:
            found.find("import/undated", "warning", MONTH_ONLY.with_(month=read.month), path)
        else:
            found.find("import/undated", "warning", UNDATED, path)
        return {"status": "draft"}, None

    def _status(self, fields: dict[str, Any]) -> dict[str, Any]:
        return {"status": "draft", **fields} if self._ask.assume == "draft" else fields

    def _either(self, path: str, read: NameDate) -> Say:
        assert read.either is not None
        by_day, by_month = read.either
        says = EITHER.with_(typed=read.typed, by_day=by_day.isoformat(), by_month=by_month.isoformat())
        beside = self._certain.get(_kind(path, read), {})
        days, months = beside.get("day-first", 0), beside.get("month-first", 0)
        if days + months:
            hint = BESIDE.with_(total=days + months, days=days, months=months)
            says = Say(f"{says.en} {hint.en}", f"{says.fr} {hint.fr}")
        return says


def _kind(path: str, read: NameDate) -> tuple[str, bool]:
    return path.rpartition("/")[0], read.time is not None


EITHER = Say(
    "The name says {typed}: {by_day} if the day comes first, {by_month} if the month does. Imported as a draft: "
    "write the right date, or import again with --date-order.",
    "Le nom dit {typed} : {by_day} si le jour vient d'abord, {by_month} si c'est le mois. Importée en brouillon : "
    "écrivez la bonne date, ou relancez l'import avec --date-order.",
)
BESIDE = Say(
    "Of {total} files beside it named the same way whose order is certain, {days} put the day first, "
    "{months} the month.",
    "Parmi {total} fichiers voisins nommés de même dont l'ordre est sûr, {days} commencent par le jour, "
    "{months} par le mois.",
)
MONTH_ONLY = Say(
    "Only the month is known ({month}), from its folder. Imported as a draft: write the day it goes or went out.",
    "Seul le mois est connu ({month}), par son dossier. Importée en brouillon : écrivez le jour de sa sortie.",
)
UNDATED = Say(
    "Neither the name nor the folder tells a date. Imported as a draft: write the day it goes or went out, "
    "or import from the root of its git repository, whose history knows.",
    "Ni le nom ni le dossier ne donne de date. Importée en brouillon : écrivez le jour de sa sortie, "
    "ou importez depuis la racine de son dépôt git, dont l'historique le sait.",
)
FROM_HISTORY = Say(
    "The name's date {typed} can be read two ways, and neither is the day its history tells, {date}, which was taken.",
    "La date du nom, {typed}, se lit de deux façons, et aucune n'est le jour que donne l'historique, {date}, retenu.",
)
FUTURE = Say(
    "The name says {date}, which is still to come. Imported as a draft, so that it does not go out by surprise.",
    "Le nom dit {date}, qui est à venir. Importée en brouillon, pour qu'elle ne parte pas par surprise.",
)
