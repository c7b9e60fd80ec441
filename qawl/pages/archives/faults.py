"""What goes wrong with an archive, told where it is met."""

from __future__ import annotations

from qawl.model import FailureCode


class Damaged(Exception):
    """A place of an archive that cannot be read. ``message`` says what is wrong there and what to do."""

    def __init__(self, message: str, code: FailureCode = "archive") -> None:
        super().__init__(code, message)
        self.code: FailureCode = code
        self.message = message
