"""The index follows the database: what changed since it was written last is taken in, all of it where it is new."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from sqlite3 import Connection
from typing import cast

from qawl.library.errors import LibraryError
from qawl.library.keeping import read_row, selected
from qawl.library.rows import StatementRow
from qawl.library.searching.index import Index, Indexed
from qawl.library.store import INDEX, Store

# The statements of older pages whose saying only those of newer ones share with them: what several of them share is known.
NEWLY_SHARED = """
(
  SELECT max(o.row) AS only FROM statements o JOIN pages q ON q.page = o.page
  WHERE o.saying IN (SELECT s.saying FROM pages n CROSS JOIN statements s ON s.page = n.page WHERE n.changed > ?) AND q.changed <= ?
  GROUP BY o.saying HAVING count(*) = 1
) CROSS JOIN statements f ON f.row = only JOIN pages p ON p.page = f.page"""


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
            raise LibraryError(
                "full",
                "the search index {folder} cannot be written ({error}); make room there, or mend its permissions",
                folder=index.folder,
                error=error,
            ) from error
        return
    if not alone and not index.is_there():
        raise LibraryError(
            "locked", "another process is making the search index of {folder}; try again when it has finished", folder=store.folder
        )


def captures_since(connection: Connection, change: int) -> Iterator[str]:
    """The captures of the pages that changed or went after a change; none where the index is empty and holds none."""
    changed = "SELECT capture FROM pages WHERE changed > ? UNION ALL SELECT capture FROM tombstones WHERE changed > ?"
    if change:
        yield from (capture for (capture,) in connection.execute(changed, (change, change)))


def statements_since(connection: Connection, change: int) -> Iterator[Indexed]:
    """The statements of the pages that changed after a change, as they stream from the database; then those that now share a
    saying with them, and did with none before.
    """
    changed = "pages p CROSS JOIN statements f ON f.page = p.page WHERE p.changed > ?"  # CROSS: pages first, which are few
    shared = "EXISTS (SELECT 1 FROM statements o WHERE o.saying = f.saying AND o.row <> f.row)"
    yield from _indexed(connection, shared, changed, (change,), alone=False)
    if change:
        yield from _indexed(connection, "1", NEWLY_SHARED, (change, change), alone=True)


def _indexed(connection: Connection, shared: str, source: str, values: Sequence[int], alone: bool) -> Iterator[Indexed]:
    query = f"SELECT f.row, p.outlet, p.published, {shared}, {selected('statements')} FROM {source}"
    for rowid, outlet, published, is_shared, *row in connection.execute(query, values):
        found = cast(StatementRow, read_row(StatementRow, row))
        yield Indexed(rowid=rowid, row=found, outlet=outlet, published=published, shared=bool(is_shared), alone=alone)
