"""Feeds are watched: polled when they are due, and the pages that they list fetched one after the other.

One request is under way at a time, always to the host whose turn it is first, so that a slow host holds up no other by its
pauses. All that must outlast the process stands in the library.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial
from random import random
from time import sleep, time
from typing import Literal, NamedTuple

import httpx
from msgspec.structs import replace

from qawl.fetch.arriving import ask, not_come, page_come
from qawl.fetch.fetched import Fetched, NotFetched, Seen
from qawl.fetch.fetching import fetch
from qawl.fetch.listed import Lost, entries_of, said_of
from qawl.fetch.listings import Entry, Listing, read_listing
from qawl.fetch.manners import Manners
from qawl.fetch.trips import Remark, Trip
from qawl.library import Library, LibraryError
from qawl.library.adding import Added, add
from qawl.library.arrivals import Arrival
from qawl.library.sources import is_there
from qawl.library.watched import (
    Feed,
    Waiting,
    ask_all_anew,
    close_page,
    drop_feed,
    feeds,
    move_feed,
    next_due,
    next_pages,
    outlet_of,
    put_off,
    take_listed,
    update_feed,
)
from qawl.model import Listed

MINUTE, DAY = 60.0, 24 * 3600.0
FIRST_BACK_OFF = 5 * MINUTE  # after a first failure; doubled after each more, up to a day
PAGE_BACK_OFF = 15 * MINUTE  # after a page's first failure; four times as long after each more
PAGE_TRIES = 4
LOCKED = 10.0  # seconds after which a library that another process writes to is tried again
SHORT = 5.0  # seconds of a wait after which is looked what else is due
SPREAD = 0.1  # by up to this part a wait is longer, so that not all feeds are due at once
HEADER = 512  # a longer ETag is not sent back
PERMANENT = (301, 308)
WELL: dict[str, object] = {"failures": 0, "failing_since": None, "code": None, "message": None}


class Clock(NamedTuple):
    """What tells the time: `now` in seconds since 1970, `sleep` for so many seconds, and `chance` from 0 to 1."""

    now: Callable[[], float] = time
    sleep: Callable[[float], object] = sleep
    chance: Callable[[], float] = random


class Polled(NamedTuple):
    """What came of a feed: how many pages it lists and how many of these are new, or why it failed; `to` is where it moved."""

    address: str
    outcome: Literal["listed", "unchanged", "moved", "failed", "gone"]
    listed: int = 0
    new: int = 0
    code: str | None = None
    message: str | None = None
    to: str | None = None


@dataclass(frozen=True)
class Job:
    """Something that is due: after how many seconds its host may be asked, whether it is a page, since when, and what to do."""

    wait: float
    is_page: bool
    due: str
    do: Callable[[], Iterator[Polled | Added]]


class Watch:
    """Watches the feeds of a library. `trip` says how pages are fetched; `interruptible` stands round what may be broken off."""

    def __init__(
        self,
        library: Library,
        trip: Trip,
        clock: Clock | None = None,
        interruptible: Callable[[], AbstractContextManager[object]] = nullcontext,
    ) -> None:
        self.library = library
        self.store = library.store
        self.clock = clock or Clock()
        self.interruptible = interruptible
        self.manners = trip.manners or Manners(self.clock.now, self.clock.sleep)
        self.tell = trip.tell
        self.told: set[tuple[str, str]] = set()
        self.trip = replace(trip, manners=self.manners, tell=self.tell_once)

    def run(self, once: bool = False) -> Iterator[Polled | Added]:
        """What came of each feed and page, for ever; with `once`, until nothing is due that is not to be tried again later."""
        if once:
            with self.store.writing() as connection:
                ask_all_anew(connection, self.now())
        while True:
            try:
                job = self.next_job()
                if job is None and (once or not self.has_work()):
                    break
                if job is None or job.wait > 0:
                    self.rest(job)
                else:
                    yield from job.do()
            except LibraryError as error:
                if error.code != "locked":
                    raise
                self.tell(Remark(str(self.store.folder), "locked"))
                self.pause(LOCKED)
        self.library.bring_up_index()

    # -- what is next

    def next_job(self) -> Job | None:
        """What is due whose host can be asked first: feeds before pages, then what is due the longest."""
        now, connection = self.now(), self.store.connection
        wait = self.manners.seconds_until
        jobs = [Job(wait(host_of(f.address)), False, f.due, partial(self.poll, f)) for f in feeds(connection, "due <= ?", (now,))]
        jobs += [Job(wait(page.host), True, page.due, partial(self.bring, page)) for page in next_pages(connection, now)]
        return min(jobs, key=lambda job: (job.wait, job.is_page, job.due), default=None)

    def has_work(self) -> bool:
        """Whether anything will ever be due."""
        return next_due(self.store.connection) is not None

    def rest(self, job: Job | None) -> None:
        """Wait for a job's host, a little at a time since something else may be due before; without one, until anything is due."""
        if job:
            self.pause(min(job.wait, SHORT))
        else:
            self.library.bring_up_index()
            due = next_due(self.store.connection)
            self.pause(max(SHORT / 100, seconds_of(due) - self.clock.now()) if due else DAY)

    def tell_once(self, remark: Remark) -> None:
        """What is to be said of a list, the first time that it is so."""
        if (remark.source, remark.what) not in self.told:
            self.told.add((remark.source, remark.what))
            self.tell(remark)

    def pause(self, seconds: float) -> None:
        """Sleep, unless it is asked to stop."""
        with self.interruptible():
            self.clock.sleep(seconds)

    # -- a feed

    def poll(self, feed: Feed) -> Iterator[Polled]:
        """Ask a feed what is new, and remember what it lists."""
        tried = self.now()
        try:
            with self.interruptible():
                found = self.ask_feed(feed)
                listing = None if found.status == 304 else read_listing(found.content, found.final, self.day(), self.max_bytes)
                told = list(self.entries(feed, listing)) if listing else []
        except NotFetched as error:
            self.heed(error, feed.address)
            yield self.failed(feed, error, tried)
            return
        yield from self.answered(feed, found, listing, told, tried)

    def ask_feed(self, feed: Feed) -> Fetched:
        """The feed as its host gives it, or 304 where it is as it was last time. Raises `NotFetched`."""
        seen = Seen(address=feed.answered or feed.address, etag=feed.etag, last_modified=feed.last_modified)
        limits, allowed = self.trip.limits, self.trip.allow_private
        known = seen if feed.etag or feed.last_modified else None
        return fetch(feed.address, limits=limits, manners=self.manners, seen=known, allow_private=allowed)

    @property
    def max_bytes(self) -> int:
        """How large an answer may be."""
        return self.trip.limits.max_bytes

    def entries(self, feed: Feed, listing: Listing) -> Iterator[Entry | Lost]:
        """What a feed lists; of an index the sitemaps that may have changed since it was polled."""
        since = (seconds_of(feed.polled) - DAY) if feed.polled else 0.0
        return entries_of(feed.address, listing, self.trip, iso(since)[:10])

    def answered(
        self, feed: Feed, found: Fetched, listing: Listing | None, told: list[Entry | Lost], tried: str
    ) -> Iterator[Polled]:
        """Write what a feed lists and when it is due again, all in one."""
        pages = [(one.address, host_of(one.address), said_of(one, listing)) for one in told if listing and isinstance(one, Entry)]
        lost = [one for one in told if isinstance(one, Lost)]
        moved = moved_to(found)
        with self.store.writing() as connection:
            new = take_listed(connection, feed.address, pages, tried)
            update_feed(connection, feed.address, tried=tried, due=self.later(feed.every), **WELL)
            if not lost:  # else all is asked for once more, whatever the index says of itself
                update_feed(connection, feed.address, polled=tried, **told_with(found, listing, feed))
            if new:
                update_feed(connection, feed.address, news=tried)
            if moved:
                move_feed(connection, feed.address, moved)
        for one in lost:
            self.tell(Remark(one.address, "lost_list", detail=one.error.message))
        if moved:
            yield Polled(feed.address, "moved", to=moved)
        yield Polled(moved or feed.address, "listed" if listing else "unchanged", len(pages), new)

    def failed(self, feed: Feed, error: NotFetched, tried: str) -> Polled:
        """Write that a feed failed, and when it is asked again; one that is gone for good is dropped."""
        with self.store.writing() as connection:
            if error.status == 410:
                drop_feed(connection, feed.address)
                return Polled(feed.address, "gone", code=error.code, message=error.message)
            back_off = min(DAY, max(feed.every, FIRST_BACK_OFF) * 2.0 ** min(feed.failures, 20))
            update_feed(
                connection,
                feed.address,
                tried=tried,
                due=self.later(max(back_off, error.wait or 0.0)),
                failures=feed.failures + 1,
                failing_since=feed.failing_since or tried,
                code=error.code,
                message=error.message,
            )
        return Polled(feed.address, "failed", code=error.code, message=error.message)

    # -- a page

    def bring(self, page: Waiting) -> Iterator[Added]:
        """Fetch a page that a feed lists, and add it; one that was added just before the process ended is only closed."""
        if is_there(self.store.connection, page.address):
            with self.store.writing() as connection:
                close_page(connection, page.key)
            return
        arrival, error = self.arrival_of(page)
        yield from add(self.store, [arrival])
        with self.store.writing() as connection:
            if error and error.may_pass and page.tries + 1 < PAGE_TRIES:
                wait = max(PAGE_BACK_OFF * 4.0**page.tries, error.wait or 0.0)
                put_off(connection, page.key, self.later(wait), error.code != "wait")
            else:
                close_page(connection, page.key)

    def arrival_of(self, page: Waiting) -> tuple[Arrival, NotFetched | None]:
        """A page as it arrives, and why it does not."""
        trip = replace(self.trip, outlet=outlet_of(self.store.connection, page.feed))
        said = page.said if page.said != Listed() else None
        try:
            with self.interruptible():
                return page_come(page.address, trip, ask(page.address, trip), said), None
        except NotFetched as error:
            self.heed(error, page.address)
            return not_come(page.address, trip, error, said), error

    def heed(self, error: NotFetched, address: str) -> None:
        """A host that was asked too often, or asks for time, is left in peace with all its pages."""
        if error.wait or error.status == 429:
            self.manners.hold(host_of(address), error.wait or MINUTE)

    # -- time

    def now(self) -> str:
        """The time as ISO, UTC."""
        return iso(self.clock.now())

    def day(self) -> datetime:
        """The time as a date, UTC."""
        return datetime.fromtimestamp(self.clock.now(), UTC)

    def later(self, seconds: float) -> str:
        """The time in so many seconds, or up to a tenth of them later."""
        return iso(self.clock.now() + seconds * (1 + SPREAD * self.clock.chance()))


def told_with(found: Fetched, listing: Listing | None, feed: Feed) -> dict[str, object]:
    """What a feed's answer says of itself, to be kept until the next poll; what cannot be sent back is left out."""
    if listing is None:
        return {}
    etag, changed = (sendable(found.header(name)) for name in ("etag", "last-modified"))
    return {"title": listing.title or feed.title, "answered": found.final, "etag": etag, "last_modified": changed}


def sendable(header: str | None) -> str | None:
    """A header that may go back to its host as it came: short, and without marks that steer."""
    good = header is not None and 0 < len(header) <= HEADER and all(" " <= letter != "\x7f" for letter in header)
    return header if good else None


def moved_to(found: Fetched) -> str | None:
    """Where a host says that the address has moved for good: as far as the way from it is permanent; None where it has not."""
    to = None
    for step in found.redirects:
        if step.status not in PERMANENT:
            break
        to = step.to
    return to


def host_of(address: str) -> str:
    """The host of an address, as manners know it."""
    return httpx.URL(address).raw_host.decode("ascii")


def iso(seconds: float) -> str:
    """Seconds since 1970 as ISO time, UTC, to the second: never earlier than they are."""
    whole = datetime.fromtimestamp(seconds, UTC)
    up = whole if whole.microsecond == 0 else whole.replace(microsecond=0) + timedelta(seconds=1)
    return up.isoformat().replace("+00:00", "Z")


def seconds_of(time: str) -> float:
    """An ISO time as seconds since 1970."""
    return datetime.fromisoformat(time).timestamp()
