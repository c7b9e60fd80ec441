"""Pages come to a library: from files, open files and addresses, from what lists or holds pages; and once more what had failed."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from typing import Any, BinaryIO

from msgspec.structs import replace

from qawl.fetch.kinds import from_address, from_file, kind_of, kind_of_file
from qawl.fetch.listings import HEAD
from qawl.fetch.trips import Input, Trip
from qawl.library import Library
from qawl.library.arrivals import Arrival, arrivals_of, came_by_hand, name_of
from qawl.library.resuming import archive_of
from qawl.library.store import now
from qawl.model import Page
from qawl.pages import open_pages
from qawl.pages.folders import is_address
from qawl.pages.inputs import Kind, pages_of_stream


def trip_to(library: Library, *, again: bool = False, **more: Any) -> Trip:
    """A trip that knows what a library has already; ``more`` are fields of `Trip`. With `again` archives are looked at anew."""
    return Trip(known=library.has_page_of, mended=library.mended, before=partial(library.before, again=again), **more)


def come(names: Sequence[str], trip: Trip, kind: Kind | None = None) -> Iterator[Arrival]:
    """The pages of files, of what lists or holds pages, and of addresses, in this order."""
    files = [name for name in names if not is_address(name)]
    kinds = {name: None if kind else kind_of_file(name) for name in files}
    plain = [name for name in files if not kinds[name]]
    pages = open_pages(plain, kind=kind, published=trip.published, outlet=trip.outlet, max_bytes=trip.limits.max_bytes)
    yield from arrivals_of(pages, now(), trip.published, trip.outlet)
    for name, found in kinds.items():
        yield from from_file(name, found, trip) if found else ()
    for name in names:
        yield from from_address(name, trip) if is_address(name) else ()


def come_from(stream: BinaryIO, label: str, trip: Trip) -> Iterator[Arrival]:
    """The pages of an open file that can be sought in. `label` stands for it in their sources, and is never opened."""
    found = kind_of(stream.read(HEAD))
    stream.seek(0)
    if found:
        yield from found.arrivals(Input(label, stream), trip)
        return
    given = Page(published=trip.published, outlet=trip.outlet, origin=label)
    pages = pages_of_stream(stream, name_of(label), given, None, trip.limits.max_bytes, trip.aside)
    for arrival in arrivals_of(pages, now(), trip.published, trip.outlet):
        yield replace(arrival, source=arrival.page.origin or label)


def come_again(failed: Iterable[Arrival], trip: Trip, kind: Kind | None = None) -> Iterator[Arrival]:
    """What had failed: from its capture where one came, else it is opened or asked for once more.

    What came by hand and left nothing stays as it is: there is nothing to open.
    """
    empty_handed = []
    for one in list(failed):
        if one.data is not None or came_by_hand(one.source):
            yield one
        else:
            given = one.given
            empty_handed.append((source_of(one), given.published, given.outlet, given.listed))
    for source, published, outlet, listed in dict.fromkeys(empty_handed):
        yield from come([source], replace(trip, published=published, outlet=outlet, listed=listed), kind)


def source_of(failed: Arrival) -> str:
    """What to open for what failed: for a place in an archive that archive."""
    archive = archive_of(failed.source)
    was_fetched = is_address(archive) and failed.given.id != failed.source  # else it is the address of a page
    return archive if was_fetched or os.path.isfile(archive) else failed.source
