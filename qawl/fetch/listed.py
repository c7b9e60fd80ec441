"""The pages that feeds and sitemaps list, as they arrive."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import NamedTuple

from qawl.fetch.arriving import ask, not_come, page_come
from qawl.fetch.bodies import too_large
from qawl.fetch.fetched import NotFetched
from qawl.fetch.listings import Entry, Listing, read_listing
from qawl.fetch.trips import Input, Remark, Trip
from qawl.library.adding import Added
from qawl.library.arrivals import Arrival
from qawl.model import Listed

MOST_LISTS = 500  # sitemaps of one index that are asked for


class Read(NamedTuple):
    """A feed, a sitemap or an index that was read, and where it stands."""

    source: str
    listing: Listing


class Lost(NamedTuple):
    """A sitemap of an index that could not be had, and why."""

    address: str
    error: NotFetched


def arrivals_of_listing(given: Input, trip: Trip) -> Iterator[Arrival]:
    """The pages of a feed or sitemap as they arrive, but for those that are there already."""
    try:
        listing = read_listing(whole(given, trip), given.address, datetime.now(UTC), trip.limits.max_bytes)
    except NotFetched as error:
        yield not_come(given.source, trip, error)
        return
    trip.mended(given.source)
    for entry in entries_of(given.source, listing, trip):
        if isinstance(entry, Lost):
            yield not_come(entry.address, trip, entry.error)
        elif trip.known(entry.address):
            trip.came(Added(entry.address, "known", None))
        else:
            yield from_entry(entry, listing, trip)


def whole(given: Input, trip: Trip) -> bytes:
    """The bytes of an input. Raises `NotFetched` (`too_large`)."""
    content = given.stream.read(trip.limits.max_bytes + 1)
    if len(content) > trip.limits.max_bytes:
        raise too_large(trip.limits.max_bytes)
    return content


def from_entry(entry: Entry, listing: Listing, trip: Trip) -> Arrival:
    """The page of an entry as it arrives, or why it does not."""
    listed = said_of(entry, listing)
    try:
        return page_come(entry.address, trip, ask(entry.address, trip), listed)
    except NotFetched as error:
        return not_come(entry.address, trip, error, listed)


def said_of(entry: Entry, listing: Listing) -> Listed:
    """What a list says of a page."""
    return Listed(title=entry.title, published=entry.published, outlet=entry.outlet or listing.title)


def entries_of(source: str, listing: Listing, trip: Trip, since: str = "") -> Iterator[Entry | Lost]:
    """What a feed or sitemap lists, and what the sitemaps of an index do, which are asked for one after the other.

    No more than `trip.most` pages come, the newest of each list first where there are more, which is told. Sitemaps that
    did not change since `since` (an ISO day, UTC) are passed over.
    """
    left = trip.most
    for found in listings_of(source, listing, trip, since):
        if isinstance(found, Lost):
            yield found
            continue
        remark_on(found.source, found.listing, left, trip)
        pages = found.listing.pages
        yield from pages if len(pages) <= left else newest(pages)[:left]
        left -= min(left, len(pages))
        if left == 0 and listing.lists:
            trip.tell(Remark(source, "more_lists"))
            return


def listings_of(source: str, listing: Listing, trip: Trip, since: str) -> Iterator[Read | Lost]:
    """A list and, where it is an index, those that it leads to, the newest first, each once and asked for when its turn comes."""
    yield Read(source, listing)
    asked, waiting = {source}, deque(changed(listing.lists, since))
    while waiting and len(asked) <= MOST_LISTS:
        entry = waiting.popleft()
        if entry.address in asked:
            continue
        asked.add(entry.address)
        try:
            inner = listing_at(entry.address, trip)
        except NotFetched as error:
            yield Lost(entry.address, error)
        else:
            yield Read(entry.address, inner)
            waiting.extendleft(reversed(changed(inner.lists, since)))
    if waiting:
        trip.tell(Remark(source, "more_lists"))


def changed(lists: tuple[Entry, ...], since: str) -> list[Entry]:
    """The sitemaps of an index that changed since then or do not say when, the newest first."""
    return [one for one in newest(lists) if not one.changed or one.changed >= since]


def newest(entries: tuple[Entry, ...]) -> list[Entry]:
    """Entries by their time, the newest first; those without one behind them, as they are listed."""
    return sorted(entries, key=lambda entry: entry.newest, reverse=True)


def listing_at(address: str, trip: Trip) -> Listing:
    """The sitemap at an address. Raises `NotFetched`."""
    found = ask(address, trip)
    return read_listing(found.content, found.final, datetime.now(UTC), trip.limits.max_bytes)


def remark_on(source: str, listing: Listing, most: int, trip: Trip) -> None:
    """Tell what is wrong with a list, and whether it lists more pages than are wanted."""
    if listing.flaw:
        trip.tell(Remark(source, "broken", detail=listing.flaw))
    counts = (
        ("without_address", listing.without_address),
        ("untrue_dates", listing.untrue_dates),
        ("more_pages", max(0, len(listing.pages) - most)),
    )
    for what, count in counts:
        if count:
            trip.tell(Remark(source, what, count))
