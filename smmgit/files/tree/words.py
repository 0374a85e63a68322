"""What libyaml's complaints mean to someone who has never heard of YAML."""

from __future__ import annotations

import re
from typing import Any

from smmgit.model.say import Say

COLON = Say("A colon inside a value needs quotes around the whole value: title: \"Today: open\".",
            "Un deux-points dans une valeur demande des guillemets droits autour : title: \"Ce soir : ouvert\".",
            )  # fmt: skip
START = Say("A value cannot begin with “{sign}”; put it between quotes.",
            "Une valeur ne peut pas commencer par « {sign} » ; la mettre entre guillemets droits.")  # fmt: skip
TAB = Say("A tab stands where spaces belong; use spaces to indent.",
          "Une tabulation est à la place d'espaces ; décaler avec des espaces.")  # fmt: skip
QUOTE = Say("A quotation mark is opened and never closed, or text follows the closing one.",
            "Un guillemet s'ouvre sans se fermer, ou du texte suit le guillemet fermant.")  # fmt: skip
ESCAPE = Say("“\\” inside double quotes starts a code; write “\\\\”, or use single quotes.",
             "« \\ » entre guillemets doubles commence un code ; écrire « \\\\ », ou mettre des guillemets simples.",
             )  # fmt: skip
BRACKET = Say("A list in [ ] or a group in { } is not closed, or lacks a comma.",
              "Une liste entre [ ] ou un groupe entre { } n'est pas fermé, ou il y manque une virgule.")  # fmt: skip
LINE = Say("Each line here should read “name: value”; check the colon, the space after it and the indentation.",
           "Chaque ligne devrait se lire « nom: valeur » ; vérifier les deux-points, l'espace qui suit et le décalage.",
           )  # fmt: skip
OTHER = Say("This cannot be read as YAML ({problem}); check indentation, quotes and brackets.",
            "Ceci ne se lit pas comme du YAML ({problem}) ; vérifier décalages, guillemets et crochets.")  # fmt: skip


def explain(error: Any, text: str) -> tuple[Say, Any]:
    """The sentence for a `yaml.YAMLError` and the mark of the place to mend, None where there is none."""
    problem = str(getattr(error, "problem", None) or getattr(error, "reason", None) or "not readable")
    context = str(getattr(error, "context", None) or "")
    start = getattr(error, "context_mark", None)
    mark = getattr(error, "problem_mark", None)
    if "cannot start any token" in problem:
        sign = text[mark.index : mark.index + 1] if mark else ""
        return (TAB if sign == "\t" else START.with_(sign=sign)), mark
    if "mapping values are not allowed" in problem:
        return COLON, mark
    if "quoted scalar" in context:
        if "escape" in problem:
            return ESCAPE, mark
        return QUOTE, start or mark
    if "an alias" in context or "an anchor" in context:
        return START.with_(sign="*" if "an alias" in context else "&"), start or mark
    if "flow" in context:
        return BRACKET, start or mark
    if "did not find expected key" in problem and mark and text[mark.index : mark.index + 1] not in ("", "\n"):
        # `title: "Bonjour" tout le monde`: libyaml wants a key after the closing quote.
        before = text.rfind("\n", 0, mark.index) + 1
        if re.search(r"[\"']", text[before : mark.index]):
            return QUOTE, mark
    if "could not find expected ':'" in problem or "did not find expected" in problem:
        return LINE, start if start and "simple key" in context else mark
    return OTHER.with_(problem=problem), mark or start
