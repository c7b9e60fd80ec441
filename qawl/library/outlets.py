"""Outlets: what came from each, how its feeds stand, what failed, and what users noted of it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from sqlite3 import Connection, Row
from typing import Literal
from urllib.parse import urlsplit

from msgspec import Struct

from qawl.library.arrivals import given_of
from qawl.library.errors import LibraryError
from qawl.library.store import Store, now
from qawl.library.watched import Feed, feeds

State = Literal["ok", "failing", "not_polled"]


class Outlet(Struct, frozen=True, kw_only=True):
    """An outlet by its name, or by its host where its pages do not name it (then ``named`` is false); empty for files without one.

    ``last`` is when something of it was fetched or tried last; ``failures`` counts what failed and did not come since, feeds
    among it. ``state`` is that of its feeds: one of them fails since ``failing_since``, all are well, or none is watched.
    """

    outlet: str
    named: bool
    pages: int = 0
    last: str | None = None
    state: State = "not_polled"
    feeds: int = 0
    failing_since: str | None = None
    code: str | None = None
    message: str | None = None
    failures: int = 0
    note: str | None = None
    noted_by: str | None = None
    noted: str | None = None


class OutletNote(Struct, frozen=True, kw_only=True):
    """What somebody noted of an outlet, such as who owns it, and when."""

    note: str
    who: str
    noted: str


class _Seen:
    """What was seen of an outlet so far."""

    def __init__(self) -> None:
        self.pages: set[str] = set()
        self.times: list[str] = []
        self.failures = 0
        self.feeds: list[Feed] = []


def outlets(connection: Connection) -> list[Outlet]:
    """All outlets of pages, of what failed, of feeds and of notes, by name."""
    arrivals = connection.execute(
        """
        SELECT a.source, a.address, nullif(a.capture, '') AS capture, a.given, a.code, a.received, a.last_tried, p.outlet
        FROM arrivals a LEFT JOIN pages p ON p.capture = a.capture
        """
    ).fetchall()
    hosts = usual_outlets(arrivals)
    seen: defaultdict[str, _Seen] = defaultdict(_Seen)
    for row in arrivals:
        _count(seen[_outlet_of(row, hosts)], row)
    for feed in feeds(connection):
        name = feed.outlet or hosts.get(host_of(feed.address)) or feed.title or host_of(feed.address)
        seen[name].feeds.append(feed)
    notes = {row["outlet"]: row for row in connection.execute("SELECT * FROM outlets")}
    named = {row["outlet"] for row in arrivals if row["outlet"]} | notes.keys()
    names = sorted(seen.keys() | notes.keys())
    return [_outlet(name, seen[name], notes.get(name), name in named) for name in names]


def usual_outlets(arrivals: Iterable[Row]) -> dict[str, str]:
    """Of each host the outlet that most of its pages name."""
    named: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for row in arrivals:
        if row["outlet"] and (host := host_of(row["address"] or row["source"])):
            named[host][row["outlet"]] += 1
    return {host: max(counts, key=lambda name: (counts[name], name)) for host, counts in named.items()}


def host_of(source: str) -> str:
    """The host of an address; of a file none."""
    try:
        return urlsplit(source).hostname or "" if source.startswith(("http://", "https://")) else ""
    except ValueError:
        return ""


def _outlet_of(row: Row, hosts: dict[str, str]) -> str:
    """The outlet that a page names, that was given of it or that its host usually has; else its host, for a file nothing."""
    host = host_of(row["address"] or row["source"])
    return row["outlet"] or next(_told(row), "") or hosts.get(host, host)


def _told(row: Row) -> Iterator[str]:
    given = given_of(row["given"])
    if given.outlet:
        yield given.outlet
    if given.listed and given.listed.outlet:
        yield given.listed.outlet


def _count(one: _Seen, row: Row) -> None:
    if row["code"]:
        one.failures += 1
    elif row["capture"]:
        one.pages.add(row["capture"])
    one.times.append(max(row["received"], row["last_tried"]))


def _outlet(name: str, one: _Seen, note: Row | None, named: bool) -> Outlet:
    failing = [feed for feed in one.feeds if feed.failures]
    worst = min(failing, key=lambda feed: feed.failing_since or "", default=None)
    times = one.times + [feed.tried for feed in one.feeds if feed.tried]
    return Outlet(
        outlet=name,
        named=named,
        pages=len(one.pages),
        last=max(times, default=None),
        state="failing" if failing else "ok" if any(feed.polled for feed in one.feeds) else "not_polled",
        feeds=len(one.feeds),
        failing_since=worst.failing_since if worst else None,
        code=worst.code if worst else None,
        message=worst.message if worst else None,
        failures=one.failures + len(failing),
        note=note["note"] if note else None,
        noted_by=note["who"] if note else None,
        noted=note["noted"] if note else None,
    )


def outlet_note(connection: Connection, outlet: str | None) -> OutletNote | None:
    """What was noted of an outlet by its name; None where nobody noted anything."""
    row = connection.execute("SELECT note, who, noted FROM outlets WHERE outlet = ?", (outlet,)).fetchone()
    return OutletNote(**row) if row else None


def note_outlet(store: Store, outlet: str, note: str, who: str) -> None:
    """Note something of an outlet in place of what was noted before, or take that away. Raises `LibraryError` (not_found)."""
    if outlet not in {one.outlet for one in outlets(store.connection)}:
        raise LibraryError("not_found", "there is no outlet {outlet}; the command `qawl sources` lists them", outlet=outlet)
    with store.writing() as connection:
        connection.execute("DELETE FROM outlets WHERE outlet = ?", (outlet,))
        if note.strip():
            connection.execute("INSERT INTO outlets VALUES (?, ?, ?, ?)", (outlet, note.strip(), who, now()))
