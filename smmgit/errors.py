"""What can go wrong with the tool or its surroundings, and the exit code of each.

Problems in *content* are never exceptions: they are `Finding`s (see `model/finding.py`).

    SmmgitError            exit 2   the reader can mend it: the message says how
    ├── UsageError         exit 2   the command line asks for something impossible
    ├── ConfigError        exit 2   the repository lacks something a command needs
    ├── GitError           exit 2   git refused, with git's own words
    ├── StoreError         exit 2   a ledger or feed cannot be read or written
    └── LostRace           exit 0   another runner was first; nothing was lost

Anything else that escapes is a bug: exit 3.
"""


class SmmgitError(Exception):
    """A problem the person at the keyboard can mend; `str()` is what they read."""

    exit_code = 2

    def __init__(self, message: str, *, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message}\n{self.hint}" if self.hint else self.message


class UsageError(SmmgitError):
    """The command line asks for something impossible."""


class ConfigError(SmmgitError):
    """The repository lacks something the command needs."""


class GitError(SmmgitError):
    """git refused; the message carries git's own words."""


class StoreError(SmmgitError):
    """A ledger or a feed cannot be read or written."""


class LostRace(SmmgitError):
    """Another runner moved the ledger first; plan again."""

    exit_code = 0
