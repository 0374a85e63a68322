"""Makes smmgit/voice/prose/tagger.bin from the model that PyPI's textblob-aptagger 0.2.0 ships.

    pip download --no-deps textblob-aptagger==0.2.0 && unzip textblob_aptagger-*.whl
    python tools/shrink_tagger.py textblob_aptagger/trontagger-0.1.0.pickle

Weights below 0.5 are left out, the others kept as steps of 0.3; a tenth of the size remains.
"""

from __future__ import annotations

import io
import pickle
import sys
import zlib
from pathlib import Path
from typing import Any

import msgspec

from smmgit.voice.prose.tagger import KINDS, STEP

LEAST = 0.5
TARGET = Path(__file__).parents[1] / "smmgit/voice/prose/tagger.bin"


class PlainUnpickler(pickle.Unpickler):
    """Reads dicts, texts, numbers and sets; refuses any other thing."""

    def find_class(self, module: str, name: str) -> Any:
        """Only `set`."""
        if (module, name) not in (("__builtin__", "set"), ("builtins", "set")):
            raise pickle.UnpicklingError(f"{module}.{name}")
        return set


def main() -> None:
    """Read, shrink, write."""
    weights, sure, classes = PlainUnpickler(io.BytesIO(Path(sys.argv[1]).read_bytes()), encoding="latin-1").load()
    tags = sorted(classes)
    features: dict[str, bytes] = {}
    longest_first = sorted(KINDS, key=len, reverse=True)
    for feature, row in sorted(weights.items()):
        kind = next(kind for kind in longest_first if feature == kind or feature.startswith(kind + " "))
        steps = {
            tags.index(tag): max(-127, min(127, round(weight / STEP)))
            for tag, weight in row.items()
            if abs(weight) >= LEAST
        }
        if steps:
            key = KINDS[kind] + feature[len(kind) + 1 :]
            features[key] = bytes(part for at, step in steps.items() for part in (at, step & 255))
    model = {"tags": tags, "sure": dict(sorted(sure.items())), "features": features}
    TARGET.write_bytes(zlib.compress(msgspec.msgpack.encode(model), 9))
    print(f"{TARGET}: {len(features)} features, {TARGET.stat().st_size} bytes")


if __name__ == "__main__":
    main()
