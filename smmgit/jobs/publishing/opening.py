"""Opening the real ledger: it must be this brand's, and a deleted one must not look like a first run."""

from __future__ import annotations

from smmgit.errors import StoreError
from smmgit.git.ledger import Ledger
from smmgit.model.delivery import Entry
from smmgit.model.workspace import Workspace
from smmgit.platforms.registry import adapter_ids


def opened(ledger: Ledger, ws: Workspace) -> tuple[Entry, ...]:
    """Every entry of the ledger that belongs to this brand. `StoreError` where it is missing or another's."""
    return checked(ledger.entries(), ws)


def checked(entries: tuple[Entry, ...], ws: Workspace) -> tuple[Entry, ...]:
    """Entries, the first of which is the ledger's beginning, if they are this brand's; else `StoreError`."""
    if not ws.brand.genesis or not entries:
        raise StoreError(
            "This repository has no ledger yet, or it was deleted; nothing was done.",
            hint="If it never existed, begin it once: smmgit publish --begin. If it did, restore the branch "
            "smmgit-ledger: without it, what is out could go out again.",
        )
    if entries[0].nonce != ws.brand.genesis:
        raise StoreError(
            "The ledger is not this brand's: its id is not the genesis in brand/brand.yml. Nothing was done.",
            hint="Put the right branch smmgit-ledger back, or the right genesis.",
        )
    return entries


def sendable() -> frozenset[str]:
    """The platforms smmgit speaks to itself; on all others a person posts."""
    return frozenset(adapter_ids()) - {"manual"}
