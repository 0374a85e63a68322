"""The only printer: people's words and machines' JSON, with nothing a post could smuggle into a terminal."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from typing import Any, TextIO

from smmgit.model.finding import Finding
from smmgit.model.say import Say

# C0 (but tab and newline), DEL, C1, and the characters that reorder or hide text.
_UNSAFE = {code: f"\\x{code:02x}" for code in [*range(0x09), *range(0x0B, 0x20), *range(0x7F, 0xA0)]} | {
    code: f"\\u{code:04x}" for code in [0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A), 0xFEFF]
}
_COLOURS = {"error": "31", "warning": "33", "suggestion": "36", "ok": "32", "dim": "2", "bold": "1"}
SEVERITY = {
    "error": Say("error", "erreur"),
    "warning": Say("warning", "attention"),
    "suggestion": Say("suggestion", "suggestion"),
}


def safe(text: str) -> str:
    """The text with control and bidirectional characters made visible; lone surrogates replaced."""
    return text.translate(_UNSAFE).encode("utf-8", "replace").decode("utf-8")


def one_line(text: str) -> str:
    """The text made safe, on one line: a build server takes lines that begin with `::` for commands."""
    return safe(text.replace("\n", "\\n"))


class Output:
    """Writes to stdout (results) and stderr (notes), in one language."""

    def __init__(self, lang: str = "en", stdout: TextIO | None = None, stderr: TextIO | None = None) -> None:
        self.lang = lang
        self.stdout = stdout if stdout is not None else sys.stdout
        self.stderr = stderr if stderr is not None else sys.stderr

    def line(self, text: str = "") -> None:
        """One line (or several) of the result."""
        self._write(self.stdout, safe(text) + "\n")

    def note(self, text: str) -> None:
        """A remark to the person, apart from the result."""
        self._write(self.stderr, safe(text) + "\n")

    def say(self, message: Say, **values: Any) -> None:
        """A sentence of the result in the reader's language."""
        self.line(self.word(message, **values))

    def word(self, message: Say, **values: Any) -> str:
        """The sentence in the reader's language, not printed; fields filled when values are given."""
        return (message.with_(**values) if values else message).in_(self.lang)

    def json(self, value: Any) -> None:
        """One JSON document on stdout, keys as given, non-ASCII kept."""
        import msgspec

        text = msgspec.json.format(msgspec.json.encode(value), indent=2).decode()
        # JSON may carry DEL, C1 and bidi marks raw; \u escapes mean the same and cannot steer a terminal.
        raw = {code: f"\\u{code:04x}" for code in _UNSAFE if code >= 0x7F}
        self._write(self.stdout, text.translate(raw) + "\n")

    def style(self, text: str, name: str) -> str:
        """The text made safe, and coloured where stdout is a terminal. Write it with `styled`."""
        text = safe(text)
        return f"\x1b[{_COLOURS[name]}m{text}\x1b[0m" if self.stdout.isatty() else text

    def styled(self, text: str) -> None:
        """A line whose pieces went through `style` or `safe` already."""
        self._write(self.stdout, text + "\n")

    def clipboard(self, text: str) -> None:
        """Ask the terminal to put a text on the clipboard (OSC 52): the escape is ours, the text travels as base64."""
        import base64

        self._write(self.stdout, f"\x1b]52;c;{base64.b64encode(text.encode('utf-8', 'replace')).decode()}\x07")
        self.stdout.flush()

    def findings(self, findings: Iterable[Finding]) -> None:
        """Findings as text, by file, in reading order."""
        last = None
        for item in findings:
            if item.path != last:
                self.styled(("\n" if last is not None else "") + self.style(one_line(item.path), "bold"))
                last = item.path
            where = f"{item.line}:{item.column}"
            word = self.style(SEVERITY[item.severity].in_(self.lang), item.severity)
            channel = f" [{item.channel}]" if item.channel else ""
            self.styled(
                f"  {where:<8}{word}  {one_line(item.message.in_(self.lang) + channel)}  {self.style(item.rule, 'dim')}"
            )

    def table(self, rows: Sequence[Sequence[str]], header: Sequence[str] = ()) -> None:
        """Rows in aligned columns; the last column is free to run long."""
        cells = [[safe(cell).replace("\n", " ") for cell in row] for row in ([header, *rows] if header else rows)]
        if not cells:
            return
        from rich.cells import cell_len

        widths = [max(cell_len(row[i]) for row in cells if i < len(row)) for i in range(max(map(len, cells)))]
        for number, row in enumerate(cells):
            padded = [
                cell + " " * (widths[i] - cell_len(cell)) if i < len(row) - 1 else cell for i, cell in enumerate(row)
            ]
            text = "  ".join(padded).rstrip()
            self.styled(self.style(text, "dim") if header and number == 0 else text)

    @staticmethod
    def _write(stream: TextIO, text: str) -> None:
        try:
            stream.write(text)
        except UnicodeEncodeError:
            # A terminal that cannot show é still gets a readable line.
            encoding = stream.encoding or "ascii"
            stream.write(text.encode(encoding, "replace").decode(encoding))
