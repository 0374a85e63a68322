"""A text with front matter -> its fields with their places, and where its body begins."""

from __future__ import annotations

import re
from collections.abc import Callable

from msgspec import Struct

from smmgit.files.tree.compose import compose
from smmgit.files.tree.node import Table, is_empty
from smmgit.files.tree.report import Report
from smmgit.model.finding import Edit, Fix
from smmgit.model.say import Say
from smmgit.text.late import late

MAX_FRONT_MATTER = 1_000_000  # characters

# A line of three dashes or more and nothing else, as python-frontmatter reads it too.
_FENCE = late(r"^-{3,}[ \t]*$", re.MULTILINE)

MISSING = Say("The fields are missing: begin the file with “---”, the fields (id, channels…), and “---” again.",
              "Les champs manquent : commencer le fichier par « --- », les champs (id, channels…), puis « --- ».",
              )  # fmt: skip
OPEN = Say("The fields begin with “---” here but no second “---” ends them:"
           " add a line “---” where the text begins; until then nothing of this file is read as text.",
           "Les champs commencent ici par « --- » mais aucun second « --- » ne les finit :"
           " ajouter une ligne « --- » où commence le texte ; d'ici là, rien n'est lu comme texte.",
           )  # fmt: skip
TOO_LARGE = Say("The fields hold more than 1 MB; keep large data in its own file.",
                "Les champs pèsent plus de 1 Mo ; garder les grosses données dans leur propre fichier.")  # fmt: skip
NOT_FIELDS = Say("Fields are expected here, one “name: value” a line.",
                 "Il faut ici des champs, un « nom: valeur » par ligne.")  # fmt: skip
ADD = Say("Add the fields", "Ajouter les champs")


class Front(Struct, frozen=True):
    """The fields of a file, None where there are none to read, and its body.

    `body` is the index in the file's text where the body starts, `body_line` its line.
    """

    fields: Table | None
    body: int
    body_line: int


def split(text: str) -> tuple[int, int, int] | None:
    """Where front matter starts and ends and the body starts; None without any, ends -1 when never closed."""
    opening = _FENCE.match(text, _top(text))
    if opening is None:
        return None
    closing = _FENCE.search(text, opening.end())
    if closing is None:
        return min(opening.end() + 1, len(text)), -1, -1
    return opening.end() + 1, closing.start(), min(closing.end() + 1, len(text))


def _top(text: str) -> int:
    return len(text) - len(text.lstrip("\n \t"))


def read(text: str, report: Report, stub: Callable[[], str] | None = None) -> Front:
    """The fields and body of a decoded text. `stub` makes the front matter a fix may put where there is none."""
    places = split(text)
    if places is None:
        fix = Fix(ADD, (Edit(report.shift, report.shift, stub()),)) if stub else None
        report.add("schema/front-matter", MISSING, fix=fix)
        return Front(None, 0, 1)
    start, end, body = places
    first = text.count("\n", 0, start) + 1
    if end < 0:
        report.add("schema/front-matter", OPEN, text.count("\n", 0, _top(text)) + 1)
        end = body = len(text)
    body_line = text.count("\n", start, body) + first
    if end - start > MAX_FRONT_MATTER:
        report.add("schema/too-large", TOO_LARGE, first)
        return Front(None, body, body_line)
    node = compose(text[start:end], report, first)
    if node is not None and not isinstance(node, Table):
        if not is_empty(node):
            report.add("schema/yaml", NOT_FIELDS, node.line, node.column)
        node = None
    return Front(node, body, body_line)
