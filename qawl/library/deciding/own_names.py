"""A user's own table of names comes into a library or out of it: who is named in it is judged anew, in all pages at once."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from qawl.library.across.own_names import OWN, drop_own_names, identities_of_keys, own_names, put_own_names
from qawl.library.across.own_tables import Wrong, read_names
from qawl.library.deciding.joining import judge_anew
from qawl.library.errors import LibraryError
from qawl.library.logs import note
from qawl.library.store import Store


class NamesTaken(Struct, frozen=True):
    """How many names came, in how many pages somebody is now somebody else, and which lines were left out."""

    names: int
    pages: int
    wrong: tuple[Wrong, ...]


def take_names(store: Store, data: bytes) -> NamesTaken:
    """Take in a table of names, all of its lines that are right, in one transaction. Raises `LibraryError` where it is none."""
    lines = list(read_names(data))
    rows = [line for line in lines if not isinstance(line, Wrong)]
    with store.writing() as connection:
        changed = put_own_names(connection, rows)
        pages = judge_anew(store, identities_of_keys(connection, changed)) if changed else 0
        if changed:
            note(connection, "names", {"names": len(rows), "pages": pages})
    return NamesTaken(len(rows), pages, tuple(line for line in lines if isinstance(line, Wrong)))


def remove_names(store: Store, ids: Iterable[str] | None = None) -> NamesTaken:
    """Take the names of some ids out of the table, or all. Raises `LibraryError` (not_found) for an id that it does not have."""
    with store.writing() as connection:
        there = {row.id for row in own_names(connection)}
        gone = there if ids is None else {id.removeprefix(OWN) for id in ids}
        if missing := gone - there:
            raise LibraryError("not_found", "the table has no id {id}", id=min(missing))
        keys = drop_own_names(connection, gone)
        pages = judge_anew(store, [OWN + id for id in gone])
        note(connection, "names", {"removed": len(gone), "pages": pages})
    return NamesTaken(len(keys), pages, ())
