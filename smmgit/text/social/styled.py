"""Letters that only look like letters: mathematical alphabets, circles, small capitals, struck-through words.

`𝗡𝗼𝘂𝘃𝗲𝗮𝘂` is no bold text but seven signs for mathematicians. Superscripts that French abbreviates with
(`XXIᵉ`, `Mᵐᵉ`, `1ᵉʳ`, `nᵒˢ`) are letters doing their work, and so are single ones (`ℝ`, `𝕏`).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from msgspec import Struct

from smmgit.text.emoji import char_class
from smmgit.text.late import late

_SMALL = dict(zip("ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘǫʀꜱᴛᴜᴠᴡʏᴢ", "abcdefghijklmnopqrstuvwyz", strict=True))
_LETTERLIKE = "ℂℊℋℌℍℎℐℑℒℓℕℙℚℛℜℝℤℨℬℭℯℰℱℳℴ"
_ALPHABETS = char_class("1D400-1D7FF 24B6-24E9 1F130-1F149 1F150-1F169 1F170-1F189")
_WIDE = char_class("FF21-FF3A FF41-FF5A")
_RAISED = "ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁᵂ"
_OVERLAY = "\u0332-\u0338\u20e5-\u20e6"
_HINT = late(f"[{_ALPHABETS}{_WIDE}{_RAISED}{_OVERLAY}{''.join(_SMALL)}]")
_FAKE = f"[{_ALPHABETS}{_LETTERLIKE}]\ufe0f?"
_BETWEEN = "[ \u00a0'’.,!?&-]{1,2}"
_RUN = late(
    f"(?:{_FAKE}){{2,}}(?:{_BETWEEN}(?:{_FAKE})+)*"
    f"|[{_WIDE}]{{3,}}(?:{_BETWEEN}[{_WIDE}]+)*"
    f"|[sxo]?[{''.join(_SMALL)}][{''.join(_SMALL)}sxo]{{2,}}"
    f"|[{_RAISED}]{{5,}}"
    f"|(?:[^\\W_][{_OVERLAY}]{{1,3}}){{3,}}(?: ?(?:[^\\W_][{_OVERLAY}]{{1,3}})+)*"
)
_EMOJI = re.compile("[🅰🅱🅾🅿]\ufe0f")  # drawn as pictures, and meant so
_CJK = late("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")  # full width letters are at home here
_SQUARES = ((0x1F130, 26), (0x1F150, 26), (0x1F170, 26))


class Styled(Struct, frozen=True, gc=False):
    """Code points `start` to `end` that only look like the words `plain`."""

    start: int
    end: int
    plain: str


def styled(text: str) -> Iterator[Styled]:
    """The runs of such letters in a text, in order."""
    if text.isascii() or _HINT.search(text) is None:
        return
    for found in _RUN.finditer(text):
        run = found[0]
        if _EMOJI.search(run) or (run[0] >= "\uff21" and run[0] <= "\uff5a" and _CJK.search(text)):
            continue
        word = plain(run)
        if sum(sign.isalpha() for sign in word) >= 2:
            yield Styled(found.start(), found.end(), word)


def plain(run: str) -> str:
    """The words such letters look like."""
    return "".join(map(_plain, run))


def _plain(sign: str) -> str:
    if sign in _SMALL:
        return _SMALL[sign]
    code = ord(sign)
    for start, size in _SQUARES:
        if start <= code < start + size:
            return chr(ord("A") + code - start)
    if "\u0332" <= sign <= "\u0338" or sign in "\u20e5\u20e6\ufe0f":
        return ""
    return unicodedata.normalize("NFKC", sign)
