"""The SHA-256 of what is small: files of text, values.

`hashlib` loads OpenSSL, which costs a commit hook a third of an empty process; the same algorithm lies inside the
interpreter, four times slower, which for texts is nothing. Large files (media) are for `hashlib.file_digest`.
"""

from __future__ import annotations

from typing import Any

_made: Any
try:
    from _sha2 import sha256 as _made  # type: ignore[import-not-found,no-redef]  # Python 3.12
except ImportError:
    try:
        from _sha256 import sha256 as _made  # type: ignore[import-not-found,no-redef]  # Python 3.11
    except ImportError:
        from hashlib import sha256 as _made


def sha256(data: bytes) -> str:
    """The digest in hexadecimal."""
    digest: str = _made(data).hexdigest()
    return digest
