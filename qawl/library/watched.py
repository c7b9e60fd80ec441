"""The feeds that a library watches, and the pages that they list and that are still to come.

What a feed listed is written in the same transaction as that it was polled; a page is closed after it was added. So whenever the
process ends, the next one goes on with what is left, and a page that was added just before is known by its address.
"""

from __future__ import annotations

import fcntl
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from sqlite3 import Connection

import msgspec
from msgspec import Struct

from qawl.library.captures import sha256
from qawl.library.errors import LibraryError
from qawl.library.sources import is_there
from qawl.library.store import Store
from qawl.model import Listed

LOCK = "watch.lock"
EVERY = 900  # seconds between two polls, where nothing else is wanted


class Feed(Struct, frozen=True, kw_only=True):
    """A feed or sitemap that is watched, and how it stands; all times ISO, UTC. ``waiting`` pages of it are still to come.

    ``every`` is in seconds; ``tried`` is when it was asked last, ``polled`` when it answered, ``news`` when it last listed a new
    page.
    """

    address: str
    title: str | None
    outlet: str | None
    every: int
    given: str
    due: str
    tried: str | None
    polled: str | None
    news: str | None
    answered: str | None
    etag: str | None
    last_modified: str | None
    failures: int
    failing_since: str | None
    code: str | None
    message: str | None
    waiting: int = 0


class Waiting(Struct, frozen=True, kw_only=True):
    """A page that is still to come; ``said`` is what the feed that lists it says of it, ``tries`` how often it was asked for."""

    key: str
    feed: str
    host: str
    address: str
    said: Listed
    tries: int
    due: str


@contextmanager
def only_watcher(store: Store) -> Iterator[None]:
    """One process at a time watches for a library; the lock goes with the process. Raises `LibraryError` (locked)."""
    with open(store.folder / LOCK, "w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise LibraryError(
                "locked", "another process watches feeds for {folder}; stop it, or leave the watching to it", folder=store.folder
            ) from None
        yield


# -- feeds


def give_feed(connection: Connection, address: str, every: int | None, outlet: str | None, now: str) -> bool:
    """Remember a feed, due at once, or what is said anew of it; whether it is a new one. Inside the caller's transaction."""
    known = connection.execute("SELECT 1 FROM feeds WHERE address = ?", (address,)).fetchone()
    connection.execute(
        """
        INSERT INTO feeds (address, outlet, every, given, due) VALUES (?, ?, ?, ?, ?)
        ON CONFLICT DO UPDATE SET every = coalesce(?, every), outlet = coalesce(excluded.outlet, outlet)
        """,
        (address, outlet, every or EVERY, now, now, every),
    )
    return known is None


def feeds(connection: Connection, where: str = "1", values: Iterable[str] = ()) -> list[Feed]:
    """The feeds that are watched, by the time at which they are due."""
    waiting = "(SELECT count(*) FROM listed WHERE feed = feeds.address AND listed.due > '') AS waiting"
    found = connection.execute(f"SELECT *, {waiting} FROM feeds WHERE {where} ORDER BY due, address", tuple(values))
    return [Feed(**dict(row)) for row in found]


def outlet_of(connection: Connection, address: str) -> str | None:
    """Who publishes the pages of a feed, where the user said so."""
    found = connection.execute("SELECT outlet FROM feeds WHERE address = ?", (address,)).fetchone()
    return found[0] if found else None


def drop_feed(connection: Connection, address: str) -> bool:
    """Forget a feed and what it listed; whether there was one. The pages that came stay. Inside the caller's transaction."""
    return connection.execute("DELETE FROM feeds WHERE address = ?", (address,)).rowcount > 0


def move_feed(connection: Connection, address: str, to: str) -> None:
    """Watch a feed under another address from now on; inside the caller's transaction."""
    if connection.execute("SELECT 1 FROM feeds WHERE address = ?", (to,)).fetchone():
        connection.execute("UPDATE listed SET feed = ? WHERE feed = ?", (to, address))
        drop_feed(connection, address)
    else:
        connection.execute("UPDATE feeds SET address = ? WHERE address = ?", (to, address))


def update_feed(connection: Connection, address: str, **columns: object) -> None:
    """Write columns of a feed; inside the caller's transaction."""
    names = ", ".join(f"{name} = ?" for name in columns)
    connection.execute(f"UPDATE feeds SET {names} WHERE address = ?", (*columns.values(), address))


def ask_all_anew(connection: Connection, now: str) -> None:
    """All feeds but those that fail are due now; inside the caller's transaction."""
    connection.execute("UPDATE feeds SET due = ? WHERE failures = 0 AND due > ?", (now, now))


# -- pages that are listed


def take_listed(connection: Connection, feed: str, pages: Iterable[tuple[str, str, Listed]], now: str) -> int:
    """Remember the pages that a feed lists (address, host, what is said of it); how many are new. Inside a transaction."""
    new = 0
    for address, host, said in pages:
        key = sha256(address.encode())
        if connection.execute("SELECT 1 FROM listed WHERE key = ?", (key,)).fetchone():
            continue
        if is_there(connection, address):
            connection.execute("INSERT INTO listed (key, feed) VALUES (?, ?)", (key, feed))
            continue
        new += 1
        connection.execute(
            "INSERT INTO listed (key, feed, host, address, said, tries, due) VALUES (?, ?, ?, ?, ?, 0, ?)",
            (key, feed, host, address, msgspec.json.encode(said).decode(), now),
        )
    return new


def next_pages(connection: Connection, now: str) -> list[Waiting]:
    """Of each host the page that is due first, where one is due; the index leads from host to host, however many pages wait."""
    found = connection.execute(
        """
        WITH RECURSIVE hosts (host) AS (
          SELECT min(host) FROM listed WHERE due IS NOT NULL
          UNION ALL
          SELECT (SELECT min(l.host) FROM listed l WHERE l.due IS NOT NULL AND l.host > hosts.host)
          FROM hosts WHERE host IS NOT NULL
        )
        SELECT l.key, l.feed, l.host, l.address, l.said, l.tries, l.due FROM hosts JOIN listed l ON l.key = (
          SELECT key FROM listed WHERE host = hosts.host AND due IS NOT NULL AND due <= ? ORDER BY due LIMIT 1
        )
        """,
        (now,),
    )
    return [Waiting(**{**dict(row), "said": msgspec.json.decode(row["said"], type=Listed)}) for row in found]


def close_page(connection: Connection, key: str) -> None:
    """A page came, or is given up; only that it was listed stays. Inside the caller's transaction."""
    connection.execute("UPDATE listed SET host = NULL, address = NULL, said = NULL, tries = NULL, due = NULL WHERE key = ?", (key,))


def put_off(connection: Connection, key: str, due: str, tried: bool) -> None:
    """Ask for a page again at `due`; inside the caller's transaction."""
    connection.execute("UPDATE listed SET due = ?, tries = tries + ? WHERE key = ?", (due, tried, key))


def next_due(connection: Connection) -> str | None:
    """When the next feed or page is due; None where nothing is left to do."""
    query = "SELECT min(due) FROM (SELECT min(due) AS due FROM feeds UNION ALL SELECT min(due) FROM listed WHERE due IS NOT NULL)"
    (due,) = connection.execute(query).fetchone()
    return str(due) if due else None
