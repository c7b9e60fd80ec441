"""What comes of an address: bytes with their proof, or the reason why not; and how much one fetch may take."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from msgspec import Struct

Code = Literal[
    "address", "scheme", "dns", "private", "connect", "tls", "timeout", "robots", "wait", "redirects", "header", "broken",
    "encoding", "too_large", "status", "empty",
]  # fmt: skip
Headers = tuple[tuple[str, str], ...]


class Limits(Struct, frozen=True, kw_only=True):
    """How much one fetch may take.

    ``seconds`` is for all of it: names, robots.txt, redirects and the last byte; only polite waiting does not count.
    ``silence`` is the longest wait, in seconds, for a connection or for the next byte. ``max_bytes`` holds for the page
    as it comes and as it is unpacked. ``pause`` is the least time in seconds between two requests to one host, where
    its robots.txt does not ask for more; a host whose turn is further away than ``longest_wait`` seconds is not asked.
    """

    seconds: float = 30.0
    silence: float = 10.0
    max_bytes: int = 16 * 2**20
    redirects: int = 5
    pause: float = 1.0
    longest_wait: float = 60.0


class Redirect(Struct, frozen=True, kw_only=True):
    """One step on the way: who (``address``, at ``ip``) sent us on, with which ``status``, and where ``to``."""

    address: str
    status: int
    to: str
    ip: str


class Fetched(Struct, frozen=True, kw_only=True):
    """A page as its host gave it.

    ``content`` is the page without its transfer coding and unpacked where the host sent it packed; ``headers`` are
    those of the last answer, in order, as they came, one character for each byte (latin-1). ``address`` is what was
    asked for, ``final`` the address that answered, ``redirects`` the way between them, ``ip`` the machine that
    answered, ``time`` when the last byte was there (UTC, ISO 8601).
    """

    content: bytes
    status: int
    headers: Headers
    address: str
    final: str
    redirects: tuple[Redirect, ...]
    ip: str
    time: str

    def header(self, name: str) -> str | None:
        """The first header of that name, whatever its case, or None."""
        return first_header(self.headers, name)


class NotFetched(Exception):
    """An address that gave no page. ``code`` is one of `Code`; ``message`` says what is wrong and what to do."""

    def __init__(self, code: Code, message: str) -> None:
        super().__init__(code, message)
        self.code: Code = code
        self.message = message

    def __str__(self) -> str:
        return f"{self.code}: {self.message}"

    def noting(self, note: str) -> NotFetched:
        """The same with a note behind its message."""
        return NotFetched(self.code, f"{self.message} ({note})")


def first_header(headers: Iterable[tuple[str, str]], name: str) -> str | None:
    """The first header of that name, whatever its case, or None."""
    return next((value for key, value in headers if key.lower() == name.lower()), None)


def shown(text: str) -> str:
    """Words from outside for a message: quoted, not too long, nothing in them that could move a cursor."""
    return repr(text if len(text) <= 200 else f"{text[:200]}…")
