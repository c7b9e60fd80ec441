"""What an input is: a page, or something that lists or holds pages, seen from its first bytes and never from its name."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from io import BytesIO
from typing import NamedTuple

from qawl.fetch.archived import pages_of_archive
from qawl.fetch.arriving import ask, not_come, page_come
from qawl.fetch.fetched import NotFetched
from qawl.fetch.listed import arrivals_of_listing
from qawl.fetch.listings import HEAD, listing_kind
from qawl.fetch.trips import Input, Trip
from qawl.library.arrivals import Arrival
from qawl.pages.archives import begins_archive


class Kind(NamedTuple):
    """A kind of input that brings pages: whether the first `HEAD` bytes are of it, and the pages as they arrive."""

    name: str
    begins: Callable[[bytes], bool]
    arrivals: Callable[[Input, Trip], Iterator[Arrival]]


# In the order in which they are asked. What is of none of them is a page, or lines of pages.
KINDS: list[Kind] = [
    Kind("archive", begins_archive, pages_of_archive),
    Kind("listing", lambda head: listing_kind(head) is not None, arrivals_of_listing),
]


def kind_of(head: bytes) -> Kind | None:
    """The kind of an input that begins with `head`; None for a page."""
    return next((kind for kind in KINDS if kind.begins(head)), None)


def kind_of_file(path: str) -> Kind | None:
    """The kind of a file; None for a page, and for what cannot be opened, of which the reader of pages tells."""
    try:
        if not os.path.isfile(path):  # a pipe would lose what is read of it
            return None
        with open(path, "rb") as stream:
            return kind_of(stream.read(HEAD))
    except OSError:
        return None


def from_file(path: str, kind: Kind, trip: Trip) -> Iterator[Arrival]:
    """The pages of a file that lists or holds them."""
    with open(path, "rb") as stream:
        yield from kind.arrivals(Input(os.path.abspath(path), stream), trip)


def from_address(address: str, trip: Trip) -> Iterator[Arrival]:
    """The page at an address as it arrives, the pages of what lists or holds them, or why there is none."""
    try:
        found = ask(address, trip)
    except NotFetched as error:
        yield not_come(address, trip, error)
        return
    kind = kind_of(found.content[:HEAD]) if trip.form is None else None
    if kind:
        yield from kind.arrivals(Input(address, BytesIO(found.content), found.final), trip)
    else:
        yield page_come(address, trip, found)
