"""Where the sentences of a text begin and end, in English and in French.

Follows what Vale's segmenter (Punkt with an English model) does on the usual cases, without a model: a sentence
ends at `. ! ?`, unless the point belongs to an abbreviation, an initial, a number or an ellipsis and the next word
does not look like a beginning.
"""

from __future__ import annotations

from smmgit.text.late import late

_WORD = late(r"\S+")
_BULLET = late(r"(?:[-*•‣▪◦·–—]|\d{1,3}[.)])\Z")
_ACRONYM = late(r"(?:[^\W\d_]\.-?)+[^\W\d_]?\.?\Z")
_CLOSERS = "\"'’”»)]}*_›"
_ALONE = "\"'’”»)]›"
_ENDS = ".!?…"
_NAMED = frozenset(("Yahoo!", "Joomla!", "Jeopardy!"))

# Before a name or a number: never an end.
_LEADING = frozenset(
    "adm art av bd brig capt cf ch chap cmdr col cpl dr dir ed éd env ex fig figs gén gen gov hon lieut lt m maj mgr "
    "mlle mm mme mmes mr mrs ms mt n no nos nr n° p pp pr prés pres prof r rep rev sec sen sgt ss st ste supt tél tel "
    "vol vs v".split()
)
# Ends a sentence only when a beginning follows.
_TRAILING = frozenset(
    "a.d a.m adj adv apr apt assn assoc aug ave b.c blvd bros co corp d.c dec déc dept dist e.g esq est ext feb févr "
    "i.e inc j.-c janv jan jr jul juil jun llc ltd mar max md min misc mon no nov oct op p.m pct ph.d pty rd sat sept "
    "sep sqq sr st suiv sun thu tue wed etc al approx art col ex sec rés hab p.ex u.k u.s".split()
)
# A capital after one of these is a beginning.
_STARTERS = frozenset(
    "a about after all although an and another are as at because before both but by can could did do does each even "
    "every everyone finally first for from further get good had has have he her here his how however i if in indeed "
    "instead is it its just last later let let's like many maybe meanwhile more most my next no nobody nor not nothing "
    "now of on once one only or our perhaps please she should since so some soon still such thank that the their then "
    "there these they this those though thus to today together too two under until very was we well were what when "
    "where whether which while who whose why will with would yes yet you your "
    "alors après au aujourd'hui aussi autour aux avant avec beaucoup bien bon bonjour bref c'est ce ceci cela celle "
    "celui ces cet cette chaque chez comme comment d'abord dans de depuis des dès deux donc du elle elles en enfin "
    "ensuite entre est et grâce il ils jamais je jusqu'à l'an la là le les leur leurs lors lui ma mais malgré merci "
    "mes moi mon même ne nos notre nous oui on ou où par parce parmi pas pendant peut-être plus plusieurs pour "
    "pourquoi pourtant près puis puisque qu'est-ce quand que quel quelle quelques qui quoi rien sa sans sauf se selon "
    "ses si son sous sur ta tandis tant tes ton toujours tous tout toute toutes très trop tu un une vers voici voilà "
    "vos votre vous y".split()
)


def sentences(text: str, *, lines: bool = False) -> list[tuple[int, int]]:
    """The sentences of a text as spans without the space around them.

    `lines` also ends a sentence at a blank line and before a line that begins with a bullet or a number: how posts
    are written. Without it only punctuation counts, as in Vale.
    """
    words = [found.span() for found in _WORD.finditer(text)]
    found: list[tuple[int, int]] = []
    first = 0
    for at, (_, end) in enumerate(words):
        last = at + 1 == len(words)
        if not last:
            after = words[at + 1]
            if lines and _new_line(text, end, after):
                pass
            elif not _ends(text, words, at, first):
                continue
        found.append((words[first][0], end))
        first = at + 1
    return found


def _new_line(text: str, end: int, after: tuple[int, int]) -> bool:
    """Whether a blank line, or the bullet of an item, lies between two words."""
    gap = text[end : after[0]]
    breaks = gap.count("\n")
    return breaks > 1 or (breaks == 1 and bool(_BULLET.match(text[after[0] : after[0] + 5].split()[0])))


def _ends(text: str, words: list[tuple[int, int]], at: int, first: int) -> bool:
    """Whether a sentence that began with word `first` ends with word `at`; there is a next one."""
    word, after = text[slice(*words[at])], words[at + 1]
    core = word.rstrip(_CLOSERS)
    nxt = text[after[0] : min(after[1], after[0] + 40)]
    if not nxt.strip(_ALONE):
        return False  # a quote or bracket that stands alone belongs to what it closes
    if not core and at > first:
        core = text[slice(*words[at - 1])].rstrip(_CLOSERS)  # ... and what it closes may have ended
    if not core or core[-1] not in _ENDS:
        return False
    lower = nxt[0].islower()
    if core[-1] in "!?":
        return not ((word != core and lower) or (core in _NAMED and not _capital(nxt)))
    if nxt == ".":
        return False
    if core == "." and at > first:
        # Points set apart: three are an omission inside a sentence, a fourth ends it.
        spaced = text[words[max(first, at - 3)][0] : words[at][1]]
        return spaced.count(".") > 3 and _capital(nxt)
    if core.endswith(("..", "…")):
        return _capital(nxt) or nxt[0] in "«“"
    return _point_ends(core, word, nxt, lower, at == first)


def _point_ends(core: str, word: str, nxt: str, lower: bool, opens: bool) -> bool:
    """Whether a single point ends the sentence."""
    stem = core[:-1].lstrip("(\"'[{“‘«*_")
    kind = stem.lower()
    if word != core and lower:
        return False
    if stem.isdigit():
        return not lower and not opens
    if kind in _LEADING and not (kind in _TRAILING and _starter(nxt)):
        return False
    if kind == "etc":
        return not lower
    if kind in _TRAILING or _ACRONYM.match(core[-24:]):
        return _starter(nxt)
    return True


def _capital(word: str) -> bool:
    return word[0].isupper() or word[0].isdigit()


def _starter(word: str) -> bool:
    """Whether a capitalised word is one that often begins a sentence."""
    bare = word.strip("\"'“”‘’«»()[],;:!?.…").replace("’", "'")
    return bare[:1].isupper() and bare.lower() in _STARTERS
