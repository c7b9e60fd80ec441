"""A failure in one line."""

from __future__ import annotations

from qawl.model import Failure
from qawl.show.strings import Lang, say_or_keep


def failure_line(result: Failure, lang: Lang) -> str:
    """Which input could not be read and why: the reader's own message (English), or what its code means in Arabic."""
    return reason_line(result.document.id, result.error.code, result.error.message, lang)


def reason_line(name: str, code: str, message: str, lang: Lang) -> str:
    """The same for an input whose failure is told by its code and message alone."""
    reason = message if lang == "en" else say_or_keep(lang, "failure", code)
    line = f"{name}: {reason} ({code})"
    return "".join(char if char.isprintable() else " " for char in line)
