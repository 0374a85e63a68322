"""Adapters by the platform they speak to, found by their file."""

from __future__ import annotations

import smmgit.platforms.adapters as adapters
from smmgit import discover
from smmgit.platforms.adapter import Adapter, Setting


def adapter_ids() -> tuple[str, ...]:
    """The platforms smmgit can speak to."""
    return tuple(discover.names(adapters))


def open_adapter(setting: Setting) -> Adapter:
    """The adapter of a channel. `KeyError` for a platform without one; see `adapter_ids`."""
    platform = setting.channel.platform
    if platform not in adapter_ids():
        raise KeyError(platform)
    made: Adapter = discover.load(adapters, platform).adapter(setting)
    return made
