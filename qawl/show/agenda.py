"""The encounters of many pages by date: the dated first, then those without a year, then those without a date."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct

from qawl.model import Event, Record, encode
from qawl.show.look import Look

if TYPE_CHECKING:  # pages are listed without a library
    from qawl.library.asking.told import Encounter

NO_YEAR = "--"


class Entry(Struct, frozen=True, kw_only=True):
    """An encounter with the page that tells it."""

    page: str
    url: str | None
    outlet: str | None
    event: Event


def entries_of(record: Record) -> tuple[Entry, ...]:
    """The encounters of a page."""
    page = record.document
    return tuple(
        Entry(page=page.id, url=page.canonical_url or page.url, outlet=page.outlet, event=event) for event in record.events
    )


def kept_entry(encounter: Encounter) -> Entry:
    """An encounter of a library."""
    page = encounter.page
    return Entry(page=page.document, url=page.url, outlet=page.outlet, event=encounter.event)


def in_order(entries: Iterable[Entry]) -> list[Entry]:
    """Entries by date; those of one day stay in the order of the pages."""
    return sorted(entries, key=lambda entry: when_order(entry.event.when))


def when_order(when: str | None) -> tuple[int, str]:
    """Where a place in time stands: a year before its months, these before their days; intervals by their first day."""
    return (2, "") if when is None else (1, when) if when.startswith(NO_YEAR) else (0, when)


def show_agenda(entries: list[Entry], look: Look) -> Iterator[bytes]:
    """Entries in their order, as a table or as JSON: an array of objects, or an object on each line."""
    match look.format:
        case "jsonl":
            yield from (encode(entry) + b"\n" for entry in entries)
        case "json":
            yield msgspec.json.format(encode(entries), indent=2) + b"\n"
        case _:
            yield agenda_text(entries, look).encode()


def agenda_text(entries: list[Entry], look: Look) -> str:
    """The agenda as text of `look.width` cells a line."""
    # Imported here: JSON must not wait for rich.
    from qawl.show.facts import Facts
    from qawl.show.sections import EVENT_COLUMNS, event_cells, titled
    from qawl.show.table import nothing_found, print_parts

    cells = (event_cells(entry.event, Facts(look.lang, entry.outlet, {}), entry.page) for entry in entries)
    parts = list(titled("agenda", EVENT_COLUMNS, cells, look.lang))
    return print_parts(parts or [nothing_found(look.lang, "no_events")], look)
