"""Pages that are suppressed: a stone stands where one was, saying when, by whom and why it went, and nothing of what it said.

What brings a page back lies packed in the stone: how it came, what was given of it, its record. Its bytes stay as evidence.
"""

from __future__ import annotations

import hashlib
import zlib
from sqlite3 import Connection
from typing import Any

import msgspec
from msgspec import Struct

from qawl.library.across.encounters import leave
from qawl.library.across.gathered import let_go
from qawl.library.arrivals import unsealed
from qawl.library.deciding.decisions import Decision
from qawl.library.errors import LibraryError
from qawl.library.keeping import put_rows
from qawl.library.store import Store
from qawl.model import Document


class Tombstone(Struct, frozen=True, kw_only=True):
    """A page that was suppressed: its capture, when, by whom and why."""

    capture: str
    suppressed: str
    who: str
    why: str


class KeptPage(Struct, frozen=True, kw_only=True):
    """What brings a page back: its number, what was given, when it was added and read, its packed record, how it came."""

    page: int
    given: str
    added: str
    read: str
    record: bytes
    arrivals: list[dict[str, Any]]


def tombstones(connection: Connection) -> list[Tombstone]:
    """All stones, the latest first."""
    rows = connection.execute("SELECT capture, suppressed, who, why FROM tombstones ORDER BY suppressed DESC, capture")
    return [Tombstone(**dict(row)) for row in rows]


def stone_of(connection: Connection, capture: str) -> Tombstone | None:
    """The stone of a page, None where it is not suppressed."""
    row = connection.execute("SELECT capture, suppressed, who, why FROM tombstones WHERE capture = ?", (capture,)).fetchone()
    return Tombstone(**dict(row)) if row else None


def must_be_shown(connection: Connection, capture: str) -> None:
    """Raises `LibraryError` where the page of a capture is suppressed."""
    stone = stone_of(connection, capture)
    if stone:
        raise LibraryError(
            "suppressed",
            "this page was suppressed on {day} by {who}: {why}" if stone.why else "this page was suppressed on {day} by {who}",
            day=stone.suppressed[:10],
            who=stone.who,
            why=stone.why,
        )


def likeness(document: Document) -> str | None:
    """By what a page is known when it comes from its address in other bytes: a hash of that and of its text."""
    address = document.canonical_url or document.url
    return hashlib.sha256(f"{address}\x1f{document.text_sha256}".encode()).hexdigest() if address else None


def is_like_a_suppressed(connection: Connection, document: Document) -> bool:
    """Whether a page is one that was suppressed, in other bytes."""
    mark = likeness(document)
    found = mark and connection.execute("SELECT 1 FROM tombstones WHERE likeness = ?", (mark,)).fetchone()
    return bool(found)


def put_away(store: Store, decision: Decision, document: Document | None) -> None:
    """Set a stone for a page; what there is of the page goes under it. Inside the caller's transaction."""
    connection, capture = store.connection, decision.capture
    kept = _take(connection, capture)
    connection.execute(
        "INSERT INTO tombstones (capture, likeness, suppressed, who, why, changed, kept) VALUES (?, ?, ?, ?, ?, ?, ?)",
        (
            capture,
            likeness(document) if document else None,
            decision.made,
            decision.who,
            decision.why,
            store.next_change(),
            zlib.compress(msgspec.json.encode(kept)) if kept else None,
        ),
    )


def take_back(connection: Connection, capture: str) -> KeptPage | None:
    """Take a stone away; what lay under it, None where nothing did. Inside the caller's transaction."""
    row = connection.execute("DELETE FROM tombstones WHERE capture = ? RETURNING kept", (capture,)).fetchone()
    if row is None or row["kept"] is None:
        return None
    kept = msgspec.json.decode(zlib.decompress(row["kept"]), type=KeptPage)
    for arrival in kept.arrivals:
        names = ", ".join(arrival)
        marks = ", ".join("?" * len(arrival))
        connection.execute(f"INSERT OR IGNORE INTO arrivals ({names}) VALUES ({marks})", tuple(arrival.values()))
    return kept


def _take(connection: Connection, capture: str) -> KeptPage | None:
    """Take a page with its rows, and how it came, out of the tables."""
    row = connection.execute("SELECT page, given, added, read, record FROM pages WHERE capture = ?", (capture,)).fetchone()
    if row is None:
        return None
    arrivals = connection.execute("DELETE FROM arrivals WHERE capture = ? RETURNING *", (capture,)).fetchall()
    leave(connection, row["page"])
    put_rows(connection, row["page"], {})
    let_go(connection, row["page"])
    connection.execute("DELETE FROM pages WHERE page = ?", (row["page"],))
    connection.execute("UPDATE event_changes SET before = NULL, after = NULL WHERE page = ?", (row["page"],))
    return KeptPage(
        page=row["page"],
        given=unsealed(row["given"]),
        added=row["added"],
        read=row["read"],
        record=row["record"],
        arrivals=[{**dict(arrival), "given": unsealed(arrival["given"])} for arrival in arrivals],
    )
