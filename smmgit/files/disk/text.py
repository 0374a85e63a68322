"""Bytes -> text with LF line ends; what is no text is a finding."""

from __future__ import annotations

from smmgit.files.tree.report import Report
from smmgit.model.say import Say

MAX_FILE = 5_000_000  # bytes; no post, plan or brand file comes near
BOM = b"\xef\xbb\xbf"

TOO_LARGE = Say("This file holds {size} MB; {most} MB is the most a text file may hold. Keep large data elsewhere.",
                "Ce fichier pèse {size} Mo, pour {most} Mo au plus. Garder ailleurs les grosses données.",
                )  # fmt: skip
UTF16 = Say("This file is saved as UTF-16; save it again as UTF-8.",
            "Ce fichier est enregistré en UTF-16 ; le réenregistrer en UTF-8.")  # fmt: skip
NOT_UTF8 = Say("This is not UTF-8 text (byte {byte}); save the file again as UTF-8. It looks like {guess}.",
               "Ce n'est pas du texte UTF-8 (octet {byte}) ; réenregistrer le fichier en UTF-8. On dirait du {guess}.",
               )  # fmt: skip
NUL = Say("An invisible character (NUL) hides here; delete it, or save the file again as UTF-8.",
          "Un caractère invisible (NUL) se cache ici ; l'effacer, ou réenregistrer le fichier en UTF-8.")  # fmt: skip


def too_large(size: int, report: Report) -> bool:
    """True, and a finding, when a file of `size` bytes is more than anyone writes."""
    if size <= MAX_FILE:
        return False
    report.add("schema/too-large", TOO_LARGE, size=f"{size / 1e6:.1f}", most=MAX_FILE // 1_000_000)
    return True


def decode(data: bytes, report: Report) -> str:
    """The text without byte order mark and with LF line ends, also kept in `report.text`.

    Bytes that are not UTF-8 become U+FFFD and are reported at the first of them; so is a NUL.
    """
    if data.startswith(BOM):
        data = data[3:]
        report.shift = 1
    elif data.startswith((b"\xff\xfe", b"\xfe\xff")):
        report.add("schema/encoding", UTF16)
        report.text = data.decode("utf-16", "replace").replace("\r\n", "\n").replace("\r", "\n").replace("\0", "\ufffd")
        return report.text
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        before = _lines(data[: error.start].decode())
        guess = "Windows-1252 (ANSI)" if data[error.start] >= 0x80 else "UTF-8"
        report.add("schema/encoding", NOT_UTF8, before.count("\n") + 1, len(before) - before.rfind("\n"),
                   byte=f"0x{data[error.start]:02X}", guess=guess)  # fmt: skip
        text = data.decode("utf-8", "replace")
    if "\r" in text:
        text = _lines(text)
    if "\0" in text:
        at = text.index("\0")
        report.add("schema/encoding", NUL, text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at))
        text = text.replace("\0", "\ufffd")
    report.text = text
    return text


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")
