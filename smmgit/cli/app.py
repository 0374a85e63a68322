"""What every command is handed: where the repository is, in which language, at what time, and how to speak."""

from __future__ import annotations

import datetime as dt
import os
from functools import cached_property
from typing import NoReturn

from smmgit.cli.output import Output
from smmgit.errors import ConfigError, UsageError
from smmgit.files.disk.root import team_root
from smmgit.model.when import UTC, resolve
from smmgit.model.workspace import Workspace


class App:
    """The run's surroundings. `root` is the team's repository, absolute.

    `writes` is set to False by a command that must leave no trace: then nothing is remembered on disk.
    """

    writes = True

    def __init__(self, root: str | None = None, lang: str | None = None) -> None:
        self._root = root
        self._lang = lang
        self._workspace: Workspace | None = None

    @cached_property
    def root(self) -> str:
        """The repository: the one named, else the nearest one upwards (see `team_root`), else here."""
        if self._root:
            if not os.path.isdir(self._root):
                raise ConfigError(f"There is no folder {self._root}.", hint="Name the team's repository with --root.")
            return self._root
        here = os.getcwd()
        return team_root(here) or here

    @property
    def asked_root(self) -> str:
        """The repository that was named, empty where none was."""
        return self.root if self._root else ""

    @property
    def asked_lang(self) -> str:
        """`fr` or `en` where one was asked for, else empty."""
        asked = self._lang or os.environ.get("SMMGIT_LANG", "")
        return ("fr" if asked[:2] == "fr" else "en") if asked else ""

    @cached_property
    def lang(self) -> str:
        """`fr` or `en`: the option, else SMMGIT_LANG, else brand.yml, else the system's language."""
        if self.asked_lang:
            return self.asked_lang
        if os.path.isfile(os.path.join(self.root, "brand", "brand.yml")):
            return self.workspace().brand.lang
        spoken = os.environ.get("LC_ALL") or os.environ.get("LANG") or "en"
        return "fr" if spoken[:2] == "fr" else "en"

    @cached_property
    def out(self) -> Output:
        """The only printer."""
        return Output(self.lang)

    def workspace(self) -> Workspace:
        """Everything in the repository, loaded once."""
        if self._workspace is None:
            from smmgit.files.workspace import load

            self._workspace = load(self.root, cache=self.writes)
        return self._workspace

    def now(self, typed: str | None = None) -> dt.datetime:
        """The instant to reckon with, in UTC: what was typed (brand time unless it has an offset), else the clock."""
        if typed is None:
            return dt.datetime.now(UTC)
        try:
            moment = dt.datetime.fromisoformat(typed.strip())
        except ValueError as error:
            raise UsageError(
                f"--now {typed!r} is not a moment I can read.",
                hint="Write it as 2026-11-23T08:00 or 2026-11-23T08:00+01:00.",
            ) from error
        return resolve(moment, self.workspace().brand.time_zone).at

    def exit(self, code: int) -> NoReturn:
        """Leave with this code: 0 done, 1 a person is needed, 2 usage or configuration."""
        from click.exceptions import Exit

        raise Exit(code)
