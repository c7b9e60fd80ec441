"""What of a record is shown: the machine's findings as people decided about them, without what is suppressed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from sqlite3 import Connection
from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from qawl.library.deciding.decisions import FORGETTING, Decision, of_page, suppressed_people
from qawl.library.deciding.forgetting import forget
from qawl.library.deciding.overlay import bindings, decided_record, judged
from qawl.library.deciding.tombstones import must_be_shown
from qawl.library.deciding.withholding import sayable_decisions
from qawl.library.keeping import record_of
from qawl.library.projection import Rows, rows_of
from qawl.model import Record


class Shown(NamedTuple):
    """A page as it is shown: its record, the last decision on each finding by its id, and by their ids what may be said of
    decisions that touch on what is gone.
    """

    record: Record
    decided: dict[str, Decision]
    sayable: dict[str, Decision]


def seen(connection: Connection, capture: str) -> Record:
    """The record of a page as it is shown. Raises `LibraryError` where there is no such page."""
    must_be_shown(connection, capture)
    return shown_page(connection, record_of(connection, capture), capture).record


def all_seen(connection: Connection, captures: Sequence[str]) -> Iterator[Record]:
    """The records of pages as they are shown, one after the other; of which nobody decided, no decisions are looked up."""
    as_read = shown_as_read(connection, captures)
    return (record_of(connection, one) if one in as_read else seen(connection, one) for one in captures)


def is_whole(connection: Connection, record: Record, capture: str) -> bool:
    """Whether nothing of a page is suppressed; else its bytes would tell what is. `record` is what the machine read."""
    lasting = (one for one in of_page(connection, capture) if one.verdict not in FORGETTING)
    return shown_page(connection, record, capture).record == as_decided(record, lasting).record


def shown_as_read(connection: Connection, captures: Sequence[str]) -> set[str]:
    """Which of these pages nobody decided about: they are shown as they were read."""
    if suppressed_people(connection):
        return set()
    marks = ", ".join("?" * len(captures))
    decided = connection.execute(f"SELECT DISTINCT capture FROM decisions WHERE capture IN ({marks})", captures)
    return set(captures) - {capture for (capture,) in decided}


def visible_rows(connection: Connection, record: Record, capture: str) -> Rows:
    """The rows of a page as they are searched, listed and exported; `record` is what the machine read."""
    return shown_rows(shown_page(connection, record, capture), capture)


def shown_page(connection: Connection, record: Record, capture: str) -> Shown:
    """A record with what people decided, as the library has it."""
    return as_decided(record, of_page(connection, capture), suppressed_people(connection))


def as_decided(record: Record, decisions: Iterable[Decision], people: Iterable[Decision] = ()) -> Shown:
    """A record with the decisions on its page, in their order, and without the suppressed `people`."""
    by_finding = bindings(record, decisions)
    about = judged(by_finding)
    told = decided_record(record, about)
    left = forget(told, about, by_finding.get("", ()), people)
    decided = {id: one.last for id, one in about.items() if one.last and id not in left.gone}
    sayable = {} if left.record is told else sayable_decisions(told, left, by_finding)
    return Shown(left.record, decided, sayable)


def shown_rows(page: Shown, capture: str) -> Rows:
    """The rows of a page that is shown."""
    rows = rows_of(page.record, capture)
    return rows | {table: [_told(row, page.decided) for row in rows[table]] for table in ("statements", "events")}


def _told(row: Struct, decided: dict[str, Decision]) -> Struct:
    """A row with who decided about it last, and how."""
    last = decided.get(row.id)  # type: ignore[attr-defined]
    return replace(row, decided=last.verdict, decided_by=last.who) if last else row
