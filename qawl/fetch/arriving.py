"""Pages of addresses as they arrive at a library."""

from __future__ import annotations

from msgspec.structs import replace

from qawl.fetch.fetched import Fetched, NotFetched
from qawl.fetch.fetching import fetch
from qawl.fetch.trips import Trip
from qawl.library.arrivals import Arrival, Given, page_of
from qawl.library.store import now
from qawl.model import Listed, Page


def ask(address: str, trip: Trip) -> Fetched:
    """What stands at an address. Raises `NotFetched`."""
    return fetch(address, limits=trip.limits, manners=trip.manners, allow_private=trip.allow_private)


def page_come(address: str, trip: Trip, found: Fetched, listed: Listed | None = None) -> Arrival:
    """A page that was fetched; `listed` is what the list says of it through which it is known."""
    given = replace(given_to(address, trip, listed), url=found.final)
    return Arrival(
        source=address,
        page=page_of(found.content, given),
        given=given,
        data=found.content,
        received=found.time,
        address=found.final,
        headers=found.headers,
    )


def not_come(source: str, trip: Trip, error: NotFetched, listed: Listed | None = None) -> Arrival:
    """An address, or what lists or holds pages, that gave none, with the reason."""
    given = given_to(source, trip, listed)
    return Arrival(
        source=source, page=Page(id=source), given=given, data=None, received=now(), code=error.code, message=error.message
    )


def given_to(source: str, trip: Trip, listed: Listed | None) -> Given:
    """What is known of a page before it is read."""
    return Given(id=source, form=trip.form, published=trip.published, outlet=trip.outlet, listed=listed or trip.listed)
