"""One request and its answer: who asks, what is asked, and what HTTP made of it."""

from __future__ import annotations

import ssl
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from functools import cache

import httpcore
import httpx

from qawl.fetch.connection import Door
from qawl.fetch.errand import Errand
from qawl.fetch.fetched import Headers, NotFetched, first_header, shown
from qawl.model import VERSION

NAME = "qawl"
LONGEST_WAIT = 7 * 24 * 3600.0
AGENT = f"{NAME}/{VERSION} (open-source reader of Arabic news)"
HEADERS = (
    ("User-Agent", AGENT),
    ("Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"),
    ("Accept-Language", "ar,*;q=0.5"),
    ("Accept-Encoding", "gzip"),
    ("Connection", "close"),
)


@dataclass(frozen=True)
class Answer:
    """The head of an answer, and its body in the pieces in which it comes (without transfer coding, still packed)."""

    status: int
    headers: Headers
    pieces: Iterator[bytes]
    ip: str

    def header(self, name: str) -> str | None:
        """The first header of a name; null where the answer has none."""
        return first_header(self.headers, name)

    @property
    def wait(self) -> float | None:
        """How many seconds the host asks to wait (`Retry-After`, as a number or a date), a week at most; None where it does not."""
        later = (self.header("retry-after") or "").strip()
        if later.isascii() and later.isdigit():
            return float(min(int(later[:9]), LONGEST_WAIT))
        try:
            left = parsedate_to_datetime(later).timestamp() - time.time()
        except (ValueError, OverflowError):
            return None
        return min(left, LONGEST_WAIT) if left > 0 else None


@contextmanager
def asked(url: httpx.URL, errand: Errand) -> Iterator[Answer]:
    """The answer to a request for `url`; its body can be read while the context lasts. Raises `NotFetched`.

    Each request has a connection of its own: no state is left with the host, and none (cookies, say) is brought along.
    """
    goal = httpcore.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path)
    request = httpcore.Request("GET", goal, headers=[("Host", url.netloc), *HEADERS, *conditions(url, errand)])
    door = Door(errand)
    tls = (errand.tls or usual_trust()) if url.scheme == "https" else None
    with (
        faults_told(errand),
        httpcore.HTTPConnection(goal.origin, tls, network_backend=door) as connection,
        closing(head(connection, request)) as response,
    ):
        yield Answer(response.status, as_text(response.headers), response.iter_stream(), door.ip)


def conditions(url: httpx.URL, errand: Errand) -> list[tuple[bytes, bytes]]:
    """The headers that ask only for what is new, byte by byte as the host had given them."""
    told = errand.seen.conditions(str(url)) if errand.seen else ()
    return [(name.encode("ascii"), value.encode("latin-1")) for name, value in told]


def head(connection: httpcore.HTTPConnection, request: httpcore.Request) -> httpcore.Response:
    """The answer with its body still to come. Raises `NotFetched` (`header`) where its head is not proper HTTP."""
    try:
        return connection.handle_request(request)
    except httpcore.RemoteProtocolError as error:
        if error.__cause__ is None:  # it came to no head at all
            raise
        raise NotFetched("header", f"the host's answer is not proper HTTP ({shown(str(error))}); save the page by hand") from None


@contextmanager
def faults_told(errand: Errand) -> Iterator[None]:
    """What goes wrong on the wire, as `NotFetched` (`timeout`, `broken`)."""
    try:
        yield
    except httpcore.TimeoutException:
        errand.clock.patience()
        silence = errand.limits.silence
        raise NotFetched("timeout", f"the host was silent for {silence:g} seconds; try again later, or allow more time") from None
    except (httpcore.NetworkError, httpcore.ProtocolError) as error:
        raise NotFetched("broken", f"the host's answer broke off ({shown(str(error))}); try again later") from None


@cache
def usual_trust() -> ssl.SSLContext:
    """The authorities that httpx trusts: those of certifi, or of SSL_CERT_FILE and SSL_CERT_DIR."""
    return httpx.create_ssl_context()


def as_text(headers: list[tuple[bytes, bytes]]) -> Headers:
    """Headers as text that can be turned back: one character for each byte."""
    return tuple((name.decode("latin-1"), value.decode("latin-1")) for name, value in headers)
