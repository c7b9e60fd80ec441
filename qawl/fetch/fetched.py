"""What comes of an address: bytes with their proof, or the reason why not; and how much one fetch may take."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from msgspec import Struct

Code = Literal[
    "address", "scheme", "dns", "private", "connect", "tls", "timeout", "robots", "wait", "redirects", "header", "broken",
    "encoding", "too_large", "status", "empty", "no_list",
]  # fmt: skip
Headers = tuple[tuple[str, str], ...]
# What has to do with the moment, not with the address.
PASSING: tuple[Code, ...] = ("dns", "connect", "tls", "timeout", "wait", "broken", "empty")


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
    answered, ``time`` when the last byte was there (UTC, ISO 8601). ``status`` is 304, without content, where a host was asked only
    for what is new and has nothing.
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


class Seen(Struct, frozen=True, kw_only=True):
    """What the host at ``address`` said with an answer that is known: whether it is still the same can be asked for by these."""

    address: str
    etag: str | None = None
    last_modified: str | None = None

    def conditions(self, address: str) -> Headers:
        """The headers by which a request for `address` asks only for what is new."""
        told = (("If-None-Match", self.etag), ("If-Modified-Since", self.last_modified))
        return tuple((name, value) for name, value in told if value and address == self.address)


class NotFetched(Exception):
    """An address that gave no page. ``code`` is one of `Code`; ``message`` says what is wrong and what to do.

    ``status`` is that of the answer, where one came; ``wait`` how many seconds the host asks to wait; ``may_pass`` tells
    whether the same address may give its page later.
    """

    def __init__(
        self, code: Code, message: str, *, status: int | None = None, wait: float | None = None, may_pass: bool | None = None
    ) -> None:
        super().__init__(code, message)
        self.code: Code = code
        self.message = message
        self.status = status
        self.wait = wait
        self.may_pass = passes(code, status) if may_pass is None else may_pass

    def __str__(self) -> str:
        return f"{self.code}: {self.message}"

    def noting(self, note: str) -> NotFetched:
        """The same with a note behind its message."""
        return self.told(self.code, f"{self.message} ({note})")

    def told(self, code: Code, message: str) -> NotFetched:
        """The same in other words."""
        return NotFetched(code, message, status=self.status, wait=self.wait, may_pass=self.may_pass)


def passes(code: Code, status: int | None) -> bool:
    """Whether what went wrong has to do with the moment rather than with the address."""
    return code in PASSING if status is None else status in (408, 425, 429) or status >= 500


def first_header(headers: Iterable[tuple[str, str]], name: str) -> str | None:
    """The first header of that name, whatever its case, or None."""
    return next((value for key, value in headers if key.lower() == name.lower()), None)


def shown(text: str) -> str:
    """Words from outside for a message: quoted, not too long, nothing in them that could move a cursor."""
    return repr(text if len(text) <= 200 else f"{text[:200]}…")
