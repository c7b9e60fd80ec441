"""What somebody means who names a finding or a page: by its id, the beginning of it, or its address."""

from __future__ import annotations

import re
from collections.abc import Iterator
from sqlite3 import Connection
from typing import NamedTuple, TypeVar

from qawl.library.errors import LibraryError, Message

K = TypeVar("K", "Key", str)
ENOUGH = 12  # letters of a capture by which one page is told from another


class Key(NamedTuple):
    """A finding of a library: the capture of its page and its id."""

    capture: str
    id: str


def find(connection: Connection, finding: str) -> Key:
    """The statement or encounter of an id, of the beginning of one that no other has, or of `CAPTURE:ID` likewise.

    One that is rejected or suppressed is found too. Raises `LibraryError` where there is none or more than one.
    """
    return _only(meant(connection, finding), finding, Message("statement or encounter"))


def meant(connection: Connection, finding: str) -> list[Key]:
    """All that may be meant, as in `find`: several where pages of the same words have findings of one id. Raises `LibraryError`."""
    capture, _, id = finding.rpartition(":")
    if not id or not re.fullmatch(r"[0-9a-f]*", capture + id):
        raise LibraryError("bad_value", "{finding!r} is no id: it is the beginning of one, or CAPTURE:ID", finding=finding)
    found = dict.fromkeys(_findings(connection, capture, id))
    exact = [key for key in found if key.id == id]
    return exact if len(exact) == 1 else [*found]


def _findings(connection: Connection, capture: str, id: str) -> Iterator[Key]:
    ends = (id, id + "g", capture, capture + "g")
    for table in ("statements", "events"):
        query = f"SELECT p.capture, f.id FROM {table} f JOIN pages p USING (page) WHERE f.id >= ? AND f.id < ?"
        yield from (Key(*row) for row in connection.execute(f"{query} AND p.capture >= ? AND p.capture < ?", ends))
    decided = "SELECT capture, finding FROM decisions WHERE scope IN ('statement', 'event') AND finding >= ? AND finding < ?"
    yield from (Key(*row) for row in connection.execute(f"{decided} AND capture >= ? AND capture < ?", ends))


def find_page(connection: Connection, page: str) -> str:
    """The capture of a page: of its hash or the beginning of it, its address, or its document's id. Raises `LibraryError`."""
    found: list[str]
    if re.fullmatch(r"[0-9a-f]{4,64}", page):
        queries = (f"SELECT capture FROM {table} WHERE capture >= ?1 AND capture < ?2" for table in ("pages", "tombstones"))
        found = [row[0] for row in connection.execute(" UNION ".join(queries), (page, page + "g"))]
    else:
        found = [
            row[0] for row in connection.execute("SELECT capture FROM pages WHERE ? IN (url, canonical_url, document)", (page,))
        ]
    return _only(found, page, Message("page"))


def _only(found: list[K], wanted: str, what: Message) -> K:
    if not found:
        raise LibraryError("not_found", "there is no {what} {wanted} in this library", what=what, wanted=wanted)
    if len(found) > 1:
        several = ", ".join(one if isinstance(one, str) else f"{one[0][:ENOUGH]}:{one[1]}" for one in found[:5])
        raise LibraryError(
            "ambiguous", "{wanted} is more than one {what}: {several}; write more of it", wanted=wanted, what=what, several=several
        )
    return found[0]
