"""A failure in one line."""

from __future__ import annotations

from qawl.model import Failure
from qawl.show.strings import Lang, say


def failure_line(result: Failure, lang: Lang) -> str:
    """Which input could not be read and why: the reader's own message (English), or what its code means in Arabic."""
    reason = result.error.message if lang == "en" else say(lang, f"failure.{result.error.code}")
    line = f"{result.document.id}: {reason} ({result.error.code})"
    return "".join(char if char.isprintable() else " " for char in line)
