"""Vale's script rules, recognised instead of run."""

from smmgit.voice.prose.tengo.runs import Script
from smmgit.voice.prose.tengo.translate import translate

__all__ = ["Script", "translate"]
