"""What goes wrong with a library as a whole; a page that fails is no error but a row with its reason."""

from __future__ import annotations

from typing import Literal

ErrorCode = Literal[
    "missing", "not_a_library", "newer", "locked", "damaged", "full", "not_found", "ambiguous", "suppressed", "bad_value"
]


class LibraryError(Exception):
    """A library that cannot be used as asked. ``message`` says what is wrong and what to do."""

    def __init__(self, code: ErrorCode, message: str) -> None:
        super().__init__(code, message)
        self.code: ErrorCode = code
        self.message = message

    def __str__(self) -> str:
        return f"{self.message} ({self.code})"
