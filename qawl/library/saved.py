"""Searches that somebody saved, by the name that he gave each: what was asked, to be asked again."""

from __future__ import annotations

from sqlite3 import Connection
from typing import Any

from msgspec import Struct
from msgspec.json import decode

from qawl.library.errors import LibraryError
from qawl.library.store import Store, now
from qawl.model import encode

LONGEST = 200  # characters of a name
MOST = 1_000  # searches of a library


class SavedSearch(Struct, frozen=True, kw_only=True):
    """A search under a name: ``asked`` are fields of `qawl.library.searching.search.Search`, ``saved`` is an ISO time, UTC."""

    name: str
    asked: dict[str, Any]
    saved: str


def saved_searches(connection: Connection) -> list[SavedSearch]:
    """All searches that are saved, by name."""
    rows = connection.execute("SELECT name, asked, saved FROM searches ORDER BY name")
    return [SavedSearch(name=name, asked=decode(asked), saved=saved) for name, asked, saved in rows]


def save_search(store: Store, name: str, asked: dict[str, Any]) -> None:
    """Save a search under a name, in place of one that has it. Raises `LibraryError` (bad_value)."""
    from qawl.library.searching.search import Search, check

    check(Search.of(asked))
    name = checked(name)
    with store.writing() as connection:
        if connection.execute("SELECT count(*) FROM searches").fetchone()[0] >= MOST and not is_saved(connection, name):
            raise LibraryError("bad_value", "{most} searches are saved already; delete some", most=MOST)
        connection.execute("INSERT OR REPLACE INTO searches VALUES (?, ?, ?)", (name, encode(asked).decode(), now()))


def rename_search(store: Store, name: str, new: str) -> None:
    """Give a saved search another name. Raises `LibraryError`: not_found, or bad_value where another search has that name."""
    new = checked(new)
    with store.writing() as connection:
        if new != name and is_saved(connection, new):
            raise LibraryError("bad_value", "a search is called {new} already; give another name", new=new)
        if not connection.execute("UPDATE searches SET name = ? WHERE name = ?", (new, name)).rowcount:
            raise not_saved(name)


def delete_search(store: Store, name: str) -> None:
    """Take a saved search away. Raises `LibraryError` (not_found)."""
    with store.writing() as connection:
        if not connection.execute("DELETE FROM searches WHERE name = ?", (name,)).rowcount:
            raise not_saved(name)


def is_saved(connection: Connection, name: str) -> bool:
    """Whether a search has this name."""
    return connection.execute("SELECT 1 FROM searches WHERE name = ?", (name,)).fetchone() is not None


def checked(name: str) -> str:
    """A name as it is kept. Raises `LibraryError` (bad_value) where it is empty or too long."""
    name = " ".join(name.split())
    if not name or len(name) > LONGEST:
        raise LibraryError("bad_value", "a saved search has a name of 1 to {most} characters", most=LONGEST)
    return name


def not_saved(name: str) -> LibraryError:
    """That no search has a name."""
    return LibraryError("not_found", "no search is saved as {name}", name=name)
