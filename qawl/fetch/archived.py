"""Pages of archives as they arrive at a library; what came of them before is not read again."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from qawl.fetch.trips import Input, Trip
from qawl.library.arrivals import Arrival, Given, arrivals_of, name_of
from qawl.library.store import now
from qawl.model import Page
from qawl.pages.archives import open_archive, starts_that_hold


def pages_of_archive(archive: Input, trip: Trip) -> Iterator[Arrival]:
    """The pages of an archive as they arrive, with the headers and the time of their capture; each damage as a failure."""
    before = trip.before(archive.source, Given(id="", form=trip.form, published=trip.published, outlet=trip.outlet))
    starts = starts_that_hold(archive.stream, before.starts, trip.limits.max_bytes) if before else {}
    for added in before.until(starts) if before else ():
        trip.came(added)
    given = Page(kind=trip.form, published=trip.published, outlet=trip.outlet, origin=archive.source)
    pages = open_archive(archive.stream, name_of(archive.source), given, trip.limits.max_bytes, trip.aside, starts)
    met = set()
    for arrival in arrivals_of(pages, now(), trip.published, trip.outlet):
        arrival = replace(arrival, source=arrival.page.origin or archive.source)
        if arrival.data is None:
            met.add(arrival.source)
        yield arrival
    if before:
        before.mend(starts, met)
