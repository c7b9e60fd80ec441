"""What is said on standard error, and how it was with many pages."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from io import TextIOWrapper
from typing import NamedTuple

from qawl.model import Failure


class Shown(NamedTuple):
    """A result on its way out: its bytes, the failure if it is one, and the id of its page."""

    data: bytes
    failure: Failure | None


class Tally:
    """How many pages were read and how many failed; a failure is told on standard error as it passes."""

    def __init__(self, lang: str) -> None:
        self.lang = lang
        self.read = 0
        self.failed = 0

    def count(self, pages: Iterable[Shown]) -> Iterator[bytes]:
        """Pass on the bytes of each page, counting what was read and what failed."""
        for shown in pages:
            self.add(shown.failure)
            yield shown.data

    def add(self, failed: Failure | None) -> None:
        """Count a page that was read, or one that failed and how."""
        if failed:
            self.failed += 1
            complain(failure_message(failed, self.lang))
        else:
            self.read += 1

    def status(self) -> int:
        """The exit status: 0 all read, 1 some failed, 2 nothing was read."""
        if not self.read:
            return 2
        return 1 if self.failed else 0


def failure_message(failed: Failure, lang: str) -> str:
    """Which input failed and why, in one line."""
    from qawl.show.failures import failure_line

    return failure_line(failed, "ar" if lang == "ar" else "en")


def complain(message: str) -> None:
    """A message on standard error, safe in any locale."""
    line = f"qawl: {message}\n"
    encoding = sys.stderr.encoding or "utf-8"
    sys.stderr.write(line.encode(encoding, "backslashreplace").decode(encoding))
    sys.stderr.flush()


def speak_utf8() -> None:
    """Whatever the locale, what is printed is UTF-8, as the output in all its forms is; what is no character is spelt out."""
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")


def leave_pipe() -> None:
    """Standard output has no reader any more: let the interpreter's last flush go nowhere, quietly."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
