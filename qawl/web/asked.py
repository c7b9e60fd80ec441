"""What a person wants added: an address, a text, files, or what had failed; and its pages as they arrive."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from hashlib import sha256
from ntpath import basename
from typing import BinaryIO, NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from qawl.fetch.addresses import read_address
from qawl.fetch.coming import come_again, come_from
from qawl.fetch.fetched import NotFetched
from qawl.fetch.kinds import from_address
from qawl.fetch.trips import Trip
from qawl.library import Library
from qawl.library.arrivals import PASTED, UPLOADED, Arrival, arrivals_of, name_of
from qawl.library.store import now
from qawl.model import Page

TEXT = 1_000_000  # letters of a text that is pasted
FACT = 500  # letters of its title and of its outlet
NAME = 120  # letters of a file's name that are kept


class Sent(NamedTuple):
    """A file that was sent: a label made of its name, its bytes, and how many they are."""

    label: str
    stream: BinaryIO
    size: int


class Asked(Struct, frozen=True, kw_only=True):
    """What is to be added, one of ``address``, ``text``, ``files`` and what had ``failed`` (``source`` alone where it is named).

    ``outlet`` and ``published`` (an ISO day) are told of all pages, ``title`` and ``url`` of a text.
    """

    address: str = ""
    text: str = ""
    title: str = ""
    url: str = ""
    outlet: str = ""
    published: str = ""
    files: tuple[Sent, ...] = ()
    failed: bool = False
    source: str = ""

    @property
    def size(self) -> int:
        """The bytes of its files."""
        return sum(sent.size for sent in self.files)

    @property
    def name(self) -> str:
        """What it is called, in one line of letters that can be seen."""
        files = ", ".join(sent.label for sent in self.files)
        name = self.address or files or self.title or self.source or self.text[:FACT] or "what had failed"
        return "".join(letter if letter.isprintable() else " " for letter in name)

    @property
    def weight(self) -> int:
        """About the bytes that it takes up, on disk and in memory."""
        return self.size + 4 * len(self.text)

    @property
    def is_there(self) -> bool:
        """Whether it can be added, also once more: files and texts are let go when they were read."""
        return bool(self.address or self.text.strip() or self.files or self.failed)

    def let_go(self) -> Asked:
        """The same without its text and its files, which are closed."""
        for sent in self.files:
            sent.stream.close()
        return replace(self, files=(), text="")


def label_of(name: str) -> str:
    """What stands for a file: the last part of its name, in letters that can be seen, and no path whatever it says."""
    shown = "".join(letter if letter.isprintable() and letter != ":" else "_" for letter in basename(name))
    return UPLOADED + (shown[-NAME:].strip() or "_")


def fault_of(asked: Asked) -> tuple[str, str] | None:
    """What is wrong with it, as a code and a message, so that nothing is tried; None where nothing is."""
    if not asked.is_there:
        return "nothing_sent", "nothing was sent; give an address, a text or a file"
    if len(asked.text) > TEXT or max(len(asked.title), len(asked.outlet)) > FACT:
        return "too_long", f"a text may have {TEXT} letters, a title and an outlet {FACT}"
    if asked.published and not is_day(asked.published):
        return "bad_day", "the day of publication is no day; write it as 2024-03-31"
    try:
        for address in filter(None, (asked.address, asked.url)):
            read_address(address)
    except NotFetched as error:
        return error.code, error.message
    return None


def is_day(text: str) -> bool:
    """Whether it is an ISO day."""
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def arrivals(asked: Asked, trip: Trip, library: Library, read: Callable[[int], object]) -> Iterator[Arrival]:
    """The pages of what was asked, as they arrive; `read` is told how many bytes of its files have been read."""
    trip = replace(trip, outlet=asked.outlet or None, published=asked.published or None)
    if asked.address:
        yield from from_address(asked.address, trip)
    if asked.text.strip():
        yield pasted(asked)
    yield from sent_pages(asked.files, trip, read)
    if asked.failed:
        yield from come_again((one for one in library.failed() if asked.source in ("", one.source)), trip)


def pasted(asked: Asked) -> Arrival:
    """A text as a page; its source is named by its hash."""
    text = asked.text.replace("\r\n", "\n")
    label = PASTED + sha256(text.encode()).hexdigest()[:12]
    page = Page(
        id=name_of(label),
        source=text,
        kind="text",
        title=asked.title or None,
        url=asked.url or None,
        outlet=asked.outlet or None,
        published=asked.published or None,
    )
    (arrival,) = arrivals_of([page], now())
    return replace(arrival, source=label)


def sent_pages(files: tuple[Sent, ...], trip: Trip, read: Callable[[int], object]) -> Iterator[Arrival]:
    """The pages of files, one file after the other."""
    before = 0
    for sent in files:
        sent.stream.seek(0)
        for arrival in come_from(sent.stream, sent.label, trip):
            yield arrival
            read(before + min(sent.stream.tell(), sent.size))
        before += sent.size
        read(before)
