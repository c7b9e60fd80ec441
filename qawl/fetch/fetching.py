"""From an address to a page, or to the reason why there is none."""

from __future__ import annotations

import ssl
from datetime import UTC, datetime

from qawl.fetch.addresses import read_address
from qawl.fetch.asking import Answer
from qawl.fetch.bodies import limited, too_large, unpacked
from qawl.fetch.errand import Clock, Errand, Resolver, look_up
from qawl.fetch.fetched import Fetched, Limits, NotFetched, Seen
from qawl.fetch.following import follow
from qawl.fetch.manners import Manners
from qawl.fetch.networks import is_public

LIMITS = Limits()
OUR_MANNERS = Manners()  # of this process: two calls that know nothing of each other are polite together
WHOLE = (200, 203)
ADVICE = {
    204: "there is no content; give the address of a page",
    206: "only a part of the page came, though all was asked for; try again later",
    304: "it says that nothing changed, though nothing was known; try again later",
    401: "the page wants a password; save it by hand",
    403: "the page is closed to programs or readers; save it by hand",
    404: "there is no such page; check the address",
    410: "the page was taken away; look for it in an archive",
    429: "it was asked too often; try again later",
    451: "the page is withheld for legal reasons; look for it in an archive",
}


def fetch(
    address: str,
    *,
    limits: Limits = LIMITS,
    manners: Manners | None = None,
    seen: Seen | None = None,
    allow_private: bool = False,
    resolve: Resolver = look_up,
    tls: ssl.SSLContext | None = None,
    time: str | None = None,
) -> Fetched:
    """The page at an address, http or https, on any port, with proof of where it came from.

    robots.txt is kept to, redirects are followed and their hosts asked just as politely, and every machine is checked to
    be public before and after the connection; `allow_private` lets all machines pass, for tests and pages of one's own
    network. `manners` remembers hosts between calls (None: those of this process). With `seen` a host that has nothing new
    need not send it: the status is then 304 and there is no content. `resolve` gives the IP addresses of
    a host, `tls` says whom to trust. `time` (UTC, ISO 8601) stands for that of the clock. Proxies, cookies and
    passwords are not used, whatever the environment says.

    Raises `NotFetched`, whose code and message say why there is no page and what to do.
    """
    url = read_address(address)
    may_visit = (lambda _: True) if allow_private else is_public
    errand = Errand(limits, Clock(limits), may_visit, resolve, tls, seen)
    polite = manners or OUR_MANNERS
    arrival = follow(url, errand, lambda step: polite.knock(step, errand), lambda answer: read_new(answer, errand))
    return Fetched(
        content=arrival.content,
        status=arrival.answer.status,
        headers=arrival.answer.headers,
        address=address,
        final=str(arrival.url),
        redirects=arrival.redirects,
        ip=arrival.answer.ip,
        time=time or now(),
    )


def read_new(answer: Answer, errand: Errand) -> bytes:
    """The page that an answer brings; nothing where only what is new was asked for, and nothing is."""
    return b"" if answer.status == 304 and errand.seen else read_page(answer, errand.limits.max_bytes)


def read_page(answer: Answer, max_bytes: int) -> bytes:
    """The whole page that an answer brings. Raises `NotFetched` (`status`, `too_large`, `encoding`, `empty`)."""
    if answer.status not in WHOLE:
        raise NotFetched("status", f"the host answers {answer.status}: {advice(answer)}", status=answer.status, wait=answer.wait)
    if int(answer.header("content-length") or 0) > max_bytes:
        raise too_large(max_bytes)
    pieces = unpacked(limited(answer.pieces, max_bytes), answer.header("content-encoding") or "")
    content = b"".join(limited(pieces, max_bytes))
    if not content:
        raise NotFetched("empty", "the host gives an empty page; check the address in a browser")
    return content


def advice(answer: Answer) -> str:
    """What to do about a status, and how long the host asks to wait."""
    usual = "the host has trouble; try again later" if answer.status >= 500 else "this is no page; check the address"
    wait = answer.wait
    return ADVICE.get(answer.status, usual) + (f" (it asks to wait {wait:.0f} seconds)" if wait else "")


def now() -> str:
    """The time of the clock, UTC to the second."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
