"""The encounters of many pages by date: the dated first, then those without a year, then those without a date."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

import msgspec

from qawl.model import encode
from qawl.show.entries import Entry
from qawl.show.look import Look

NO_YEAR = "--"
E = TypeVar("E", bound=Entry)


def in_order(entries: Iterable[E]) -> list[E]:
    """Entries by date; those of one day stay in the order of the pages."""
    return sorted(entries, key=lambda entry: when_order(entry.event.when))


def when_order(when: str | None) -> tuple[int, str]:
    """Where a place in time stands: a year before its months, these before their days; intervals by their first day."""
    return (2, "") if when is None else (1, when) if when.startswith(NO_YEAR) else (0, when)


def show_agenda(entries: Sequence[Entry], look: Look) -> Iterator[bytes]:
    """Entries in their order, as a table or as JSON: an array of objects, or an object on each line."""
    match look.format:
        case "jsonl":
            yield from (encode(entry) + b"\n" for entry in entries)
        case "json":
            yield msgspec.json.format(encode(entries), indent=2) + b"\n"
        case _:
            yield agenda_text(entries, look).encode()


def agenda_text(entries: Sequence[Entry], look: Look) -> str:
    """The agenda as text of `look.width` cells a line."""
    # Imported here: JSON must not wait for rich.
    from qawl.show.courses import entry_cells
    from qawl.show.facts import Facts
    from qawl.show.sections import EVENT_COLUMNS, titled
    from qawl.show.table import nothing_found, print_parts

    cells = (entry_cells(entry, Facts(look.lang, entry.outlet, {})) for entry in entries)
    parts = list(titled("agenda", EVENT_COLUMNS, cells, look.lang))
    return print_parts(parts or [nothing_found(look.lang, "no_events")], look)
