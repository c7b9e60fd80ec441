"""Pages of addresses as they arrive at a library."""

from __future__ import annotations

from qawl.fetch.fetched import Fetched, NotFetched
from qawl.fetch.fetching import fetch
from qawl.fetch.trips import Trip
from qawl.library.arrivals import Arrival, Given
from qawl.library.store import now
from qawl.model import Page


def ask(address: str, trip: Trip) -> Fetched:
    """What stands at an address. Raises `NotFetched`."""
    return fetch(address, limits=trip.limits, allow_private=trip.allow_private)


def page_come(address: str, trip: Trip, found: Fetched) -> Arrival:
    """A page that was fetched."""
    given = Given(id=address, form=trip.form, published=trip.published, outlet=trip.outlet, url=found.final)
    page = Page(id=address, source=found.content, kind=trip.form, published=trip.published, outlet=trip.outlet, url=found.final)
    return Arrival(
        source=address,
        page=page,
        given=given,
        data=found.content,
        received=found.time,
        address=found.final,
        headers=found.headers,
    )


def not_come(source: str, trip: Trip, error: NotFetched) -> Arrival:
    """An address, or what lists or holds pages, that gave none, with the reason."""
    given = Given(id=source, form=trip.form, published=trip.published, outlet=trip.outlet)
    return Arrival(
        source=source, page=Page(id=source), given=given, data=None, received=now(), code=error.code, message=error.message
    )
