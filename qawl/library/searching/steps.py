"""The index follows the database: what changed since it was written last is taken in, all of it where it is new."""

from __future__ import annotations

from collections.abc import Iterator
from sqlite3 import Connection
from typing import cast

from qawl.library.errors import LibraryError
from qawl.library.keeping import read_row, selected
from qawl.library.rows import StatementRow
from qawl.library.searching.index import Index, Indexed
from qawl.library.store import INDEX, Store


def index_of(store: Store) -> Index:
    """The index of a library as it was left."""
    return Index.open(store.folder / INDEX, store.fact("id"))


def bring_up(store: Store, index: Index) -> Index:
    """The index of a library with all that changed taken in; as it was where another process is writing to it.

    Raises `LibraryError` where there is none and none can be made: full, or locked while another process makes it.
    """
    held, changed = index.change, int(store.fact("changed"))  # in this order: others may write between
    if held > changed:  # the database is an older one, from a backup
        index.clear()
    if index.change < changed or not index.is_there():
        _take_in(store, index, changed)
    return index


def _take_in(store: Store, index: Index, changed: int) -> None:
    since = index.change if index.is_there() else 0
    try:
        alone = index.update(captures_since(store.connection, since), statements_since(store.connection, since), changed)
    except (OSError, ValueError) as error:
        if not index.is_there():
            message = f"the search index {index.folder} cannot be written ({error}); make room there, or mend its permissions"
            raise LibraryError("full", message) from error
        return
    if not alone and not index.is_there():
        raise LibraryError(
            "locked", f"another process is making the search index of {store.folder}; try again when it has finished"
        )


def captures_since(connection: Connection, change: int) -> Iterator[str]:
    """The captures of the pages that changed or went after a change; none where the index is empty and holds none."""
    changed = "SELECT capture FROM pages WHERE changed > ? UNION ALL SELECT capture FROM tombstones WHERE changed > ?"
    if change:
        yield from (capture for (capture,) in connection.execute(changed, (change, change)))


def statements_since(connection: Connection, change: int) -> Iterator[Indexed]:
    """The statements of the pages that changed after a change, as they stream from the database."""
    found = connection.execute(
        f"SELECT f.row, p.outlet, p.published, {selected('statements')} "
        "FROM pages p CROSS JOIN statements f ON f.page = p.page WHERE p.changed > ?",  # CROSS: pages first, which are few
        (change,),
    )
    for rowid, outlet, published, *values in found:
        row = cast(StatementRow, read_row(StatementRow, values))
        yield Indexed(rowid=rowid, row=row, outlet=outlet, published=published)
