"""A failure in one line."""

from __future__ import annotations

from qawl.model import Failure
from qawl.show.messages import reason
from qawl.show.strings import Lang


def failure_line(result: Failure, lang: Lang) -> str:
    """Which input could not be read, and why."""
    return reason_line(result.document.id, result.error.code, result.error.message, lang)


def reason_line(name: str, code: str, message: str, lang: Lang) -> str:
    """The same for an input whose failure is told by its code and message alone."""
    line = f"{name}: {reason(code, message, lang)} ({code})"
    return "".join(char if char.isprintable() else " " for char in line)
