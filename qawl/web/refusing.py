"""What is not answered, and how that is said: a status, and the word of the tables that tells the reader why and what to do."""

from __future__ import annotations

from typing import ClassVar


class Refused(Exception):
    """A request that is not answered: `status` of HTTP, `key` of what the reader is told, in his language."""

    # Who sends too much or too slowly is not listened to any more; who may come again is told when, or with what.
    HEADERS: ClassVar[dict[int, dict[str, str]]] = {
        401: {"WWW-Authenticate": 'Basic realm="Qawl", charset="UTF-8"'},
        408: {"Connection": "close"},
        413: {"Connection": "close"},
        429: {"Retry-After": "300"},
        503: {"Retry-After": "5"},
    }

    def __init__(self, status: int, key: str) -> None:
        super().__init__(status, key)
        self.status = status
        self.key = key

    @property
    def headers(self) -> dict[str, str]:
        """What the answer carries."""
        return self.HEADERS.get(self.status, {})
