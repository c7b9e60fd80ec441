"""Good manners towards hosts: their robots.txt is read and kept to, and nobody is asked too often.

As RFC 9309 has it: the rules of an origin hold for it alone; a robots.txt that is not there (4xx) forbids nothing; one
that cannot be had (5xx, silence) forbids everything. 429 asks for less, so it is no leave.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from threading import Lock

import httpx
from protego import Protego

from qawl.fetch.addresses import origin
from qawl.fetch.asking import NAME, Answer
from qawl.fetch.bodies import cut, unpacked
from qawl.fetch.errand import Errand
from qawl.fetch.fetched import Code, NotFetched
from qawl.fetch.following import follow

ROBOTS_BYTES = 512 * 1024  # RFC 9309 asks for 500 KiB at least; what stands behind is not read
FRESH = 24 * 3600.0  # seconds for which rules hold
AGAIN = 60.0  # seconds after which rules that could not be had are asked for once more
# What keeps robots.txt away in the same way as the page: it is told as it is.
SAME_FATE: tuple[Code, ...] = ("dns", "private", "connect", "tls", "timeout")


@dataclass(frozen=True)
class Rules:
    """What an origin's robots.txt says, or why it could not be had; good until a time of the clock in seconds."""

    until: float
    robots: Protego | None = None
    refusal: NotFetched | None = None

    def check(self, url: httpx.URL) -> None:
        """Raises `NotFetched` where `url` may not be fetched."""
        if self.refusal:
            raise self.refusal.told(self.refusal.code, self.refusal.message)
        if self.robots and not self.robots.can_fetch(str(url), NAME):
            raise NotFetched("robots", f"{origin(url)}robots.txt forbids {url}; ask the outlet for leave, or save the page by hand")

    def gap(self, pause: float) -> float:
        """Seconds between two requests: `pause`, or more where the host asks for it."""
        return max(pause, self.robots.crawl_delay(NAME) or 0.0) if self.robots else pause


class Manners:
    """What is known of hosts in one run: the rules of each origin, and when each host may be asked again.

    Threads may share it, processes cannot. `now` and `sleep` count in seconds.
    """

    def __init__(self, now: Callable[[], float] = time.monotonic, sleep: Callable[[float], object] = time.sleep) -> None:
        self.now = now
        self.sleep = sleep
        self.rules: dict[str, Rules] = {}
        self.turns: dict[str, float] = {}
        self.lock = Lock()

    def knock(self, url: httpx.URL, errand: Errand) -> None:
        """Come back when `url` may be asked for: after its host's pause. Raises `NotFetched` where it may not."""
        rules = self.rules_of(url, errand)
        rules.check(url)
        wait = self.take_turn(url.raw_host.decode("ascii"), rules.gap(errand.limits.pause), errand.limits.longest_wait)
        if wait > 0:
            self.sleep(wait)
            errand.clock.stop(wait)

    def rules_of(self, url: httpx.URL, errand: Errand) -> Rules:
        """The rules of the address's origin, asked for where they are not known or too old."""
        home = origin(url)
        known = self.rules.get(home)
        if known is None or known.until < self.now():
            known = self.rules[home] = self.ask_rules(httpx.URL(home).join("/robots.txt"), errand)
        return known

    def ask_rules(self, url: httpx.URL, errand: Errand) -> Rules:
        """The rules that stand at `url`."""
        try:
            content = follow(url, errand, lambda _: None, read_robots).content
        except NotFetched as error:
            return Rules(self.now() + AGAIN, refusal=without_rules(url, error))
        return Rules(self.now() + FRESH, robots=Protego.parse(content.decode("utf-8-sig", errors="replace")))

    def seconds_until(self, host: str) -> float:
        """How long until `host` may be asked, as far as is known; a turn is not taken."""
        return max(0.0, self.turns.get(host, 0.0) - self.now())

    def hold(self, host: str, seconds: float) -> None:
        """Leave a host in peace for so many seconds."""
        with self.lock:
            self.turns[host] = max(self.turns.get(host, 0.0), self.now() + seconds)

    def take_turn(self, host: str, gap: float, longest: float) -> float:
        """Seconds until our turn at `host`; the next one comes `gap` later. Raises `NotFetched` (`wait`) if it is too far."""
        with self.lock:
            now = self.now()
            turn = max(now, self.turns.get(host, now))
            if turn - now > longest:
                wants = f"{host} wants {gap:g} seconds between requests; try again in {turn - now:.0f} seconds"
                raise NotFetched("wait", wants, wait=turn - now)
            self.turns[host] = turn + gap
        return turn - now


def read_robots(answer: Answer) -> bytes:
    """What an answer to the request for robots.txt says; nothing where there is none. Raises `NotFetched` (`status`)."""
    if answer.status in (200, 203):
        return b"".join(cut(unpacked(answer.pieces, answer.header("content-encoding") or ""), ROBOTS_BYTES))
    if answer.status == 204 or (400 <= answer.status < 500 and answer.status != 429):
        return b""
    raise NotFetched("status", f"the host answers {answer.status}", status=answer.status, wait=answer.wait)


def without_rules(url: httpx.URL, error: NotFetched) -> NotFetched:
    """Why nothing is fetched from a host whose robots.txt could not be had."""
    if error.code in SAME_FATE:
        return error.noting(f"when asked for {url}")
    return error.told("robots", f"{url} could not be had ({error}), so nothing of this host is fetched; try again later")
