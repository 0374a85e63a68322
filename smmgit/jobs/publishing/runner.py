"""Which process wrote a reservation, so that a run on the same machine knows at once that it is gone."""

from __future__ import annotations

import os


def identity() -> str:
    """This process: the machine's start, the namespace of its process numbers, its number and start.

    Empty where the system does not tell; then only the lease says when somebody else may go on.
    """
    return _of(os.getpid())


def is_gone(other: str) -> bool:
    """Is that process certainly over? Only ever True for one of this machine that could not be hidden from us."""
    mine = identity().split(":")
    theirs = other.split(":")
    if len(mine) != 4 or len(theirs) != 4 or mine[:2] != theirs[:2] or not theirs[2].isdigit():
        return False
    return _of(int(theirs[2])) != other


def _of(pid: int) -> str:
    try:
        with open("/proc/sys/kernel/random/boot_id", encoding="ascii") as file:
            boot = file.read().strip()
        # Two containers of one machine share its start, not their process numbers.
        space = os.readlink("/proc/self/ns/pid").strip("pid:[]")
        with open(f"/proc/{pid}/stat", "rb") as stat:
            # The name may hold anything; the fields after its last bracket are fixed: 20 on is the start.
            fields = stat.read().rpartition(b")")[2].split()
    except OSError:
        return ""
    if fields[0] in (b"Z", b"X"):
        return ""
    return f"{boot}:{space}:{pid}:{fields[19].decode()}"
