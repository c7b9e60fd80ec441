"""A page is written anew: its record, its rows as people decided, how its encounters changed, which decisions may be read."""

from __future__ import annotations

from sqlite3 import Connection

from qawl.library.across.encounters import held_by
from qawl.library.across.taking import take_in
from qawl.library.arrivals import given_of, sealed, unsealed
from qawl.library.deciding.decisions import FORGETTING, kept_decisions, put_decision, wordless
from qawl.library.deciding.event_changes import Cause, note_changes
from qawl.library.errors import LibraryError
from qawl.library.keeping import put_page, put_rows, unpack_record
from qawl.library.projection import page_row
from qawl.library.store import Store
from qawl.library.view import Shown, shown_page, shown_rows
from qawl.model import Document, Record


def page_before(connection: Connection, capture: str) -> Record | None:
    """A page as it is shown before something changes; None where it is not there, or its record is damaged."""
    found = connection.execute("SELECT record FROM pages WHERE capture = ?", (capture,)).fetchone()
    try:
        return shown_page(connection, unpack_record(found[0]), capture).record if found else None
    except LibraryError:
        return None


def write_page(
    store: Store, capture: str, packed: bytes, given: str, read: str, cause: Cause, before: Record | None, added: str | None = None
) -> int:
    """Write a page, new or again, and its rows; returns its number. Inside the caller's transaction.

    `packed` is its record as `pack_record` has it, `given` JSON of what was given of it, `read` and `added` when it was read and
    when it came, `before` how it was shown before.
    """
    connection = store.connection
    record = unpack_record(packed)
    page = shown_page(connection, record, capture)
    hides_title = hides_a_title(page.record.document, record.document, given)
    kept = sealed(given) if hides_title else given
    number = put_page(connection, page_row(page.record, capture, read), packed, kept, store.next_change(), added)
    _seal_arrivals(connection, capture, hides_title)
    put_rows(connection, number, shown_rows(page, capture))
    if before:
        note_changes(connection, number, before, page.record, cause, held_by(connection, number))
    take_in(connection, number, page.record)
    withhold(connection, capture, page)
    return number


def hides_a_title(shown: Document, read: Document, given: str) -> bool:
    """Whether the title may not be shown, or that of a feed may hold what may not: what the page says was covered."""
    return shown.title != read.title or (shown.text != read.text and given_of(given).listed is not None)


def _seal_arrivals(connection: Connection, capture: str, hides_title: bool) -> None:
    """Seal what was given of a page, its title among it, each time that it came; or open it again."""
    query = "SELECT source, given FROM arrivals WHERE capture = ? AND (typeof(given) = 'text') = ?"
    for source, given in connection.execute(query, (capture, hides_title)).fetchall():
        new = sealed(given) if hides_title else unsealed(given)
        connection.execute("UPDATE arrivals SET given = ? WHERE source = ? AND capture = ?", (new, source, capture))


def refresh(store: Store, capture: str, cause: Cause, before: Record | None) -> None:
    """Write a page again from its record, after decisions; inside the caller's transaction."""
    found = store.connection.execute("SELECT record, given, read FROM pages WHERE capture = ?", (capture,)).fetchone()
    if found:
        write_page(store, capture, found["record"], unsealed(found["given"]), found["read"], cause, before)
    else:
        withhold(store.connection, capture, None)


def withhold(connection: Connection, capture: str, page: Shown | None) -> None:
    """Let of the decisions on a page be seen what may be seen now; None is a page that is suppressed."""
    for decision, shown in list(kept_decisions(connection, "capture = ?", capture)):
        forgets = page is None or decision.verdict in FORGETTING
        due = wordless(decision) if forgets else page.sayable.get(decision.id, decision) if page else decision
        if due != shown:
            put_decision(connection, decision, due)
