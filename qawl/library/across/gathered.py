"""What is known of each identity, gathered from its pages: kept beside them, and gathered anew when one of them changes."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import count
from sqlite3 import Connection

import msgspec

from qawl.arabic.alike.forms import name_of
from qawl.arabic.letters import bare_words
from qawl.library.across.naming.holders import office_keys
from qawl.library.across.naming.judging import blocks
from qawl.library.across.naming.known import Known, KnownKind, merged
from qawl.library.across.naming.telling import KINDS, findings, known_of, known_officers, names_of
from qawl.model import Entity, Group, Person, Record, encode, hash_id

# An identity is gathered anew from so many of its pages: the first, and the last.
FIRST_PAGES, LAST_PAGES = 30, 70
# Before the last name of a person, under which those of one family name are counted.
FAMILY = "family"
# Before the words of an office under which those are found who have it by name, and by the office alone.
HOLDS, HELD = "holds", "held"

Told = dict[str, Known]


@lru_cache(maxsize=1 << 8)
def _decoded(known: str) -> Known:
    return msgspec.json.decode(known, type=Known)


# -- of a page


def told_of(record: Record) -> Told:
    """What a record tells of everybody whom it names, or has by an office alone; of whom a stable id tells no more than that."""
    return {id: _brief(record, one) or known_of(record, id) for id, one in findings(record).items()} | known_officers(record)


def _brief(record: Record, somebody: Entity) -> Known | None:
    id = None if isinstance(somebody, Person | Group) else somebody.known_as
    return Known(kind=KINDS[type(somebody)], names=names_of(record, somebody), known_as=id) if id else None


def told_by(connection: Connection, page: int) -> Told:
    """What a page told of everybody whom it names, by the ids of its findings, as it was taken in last."""
    row = connection.execute("SELECT known FROM told WHERE page = ?", (page,)).fetchone()
    return _unpacked(row[0]) if row else {}


@lru_cache(maxsize=256)
def _unpacked(packed: bytes) -> Told:
    return msgspec.json.decode(zlib.decompress(packed), type=Told)


def keep_told(connection: Connection, page: int, told: Told) -> None:
    """Keep what a page tells of everybody."""
    connection.execute("INSERT OR REPLACE INTO told (page, known) VALUES (?, ?)", (page, zlib.compress(encode(told), 1)))


def identities_on(connection: Connection, page: int) -> dict[str, str]:
    """Who is who on a page: identities by the ids of its findings."""
    return dict(connection.execute("SELECT finding, identity FROM members WHERE page = ?", (page,)).fetchall())


def former_identities(connection: Connection, capture: str) -> dict[str, str]:
    """Who those were of whom a page does not tell now, by the ids of their findings."""
    return dict(connection.execute("SELECT finding, identity FROM former_members WHERE capture = ?", (capture,)).fetchall())


def keep_members(connection: Connection, page: int, capture: str, found: Mapping[str, str]) -> None:
    """Keep who is who on a page, and who was of those who are gone."""
    remember(connection, page, capture)
    connection.execute("DELETE FROM members WHERE page = ?", (page,))
    connection.executemany("DELETE FROM former_members WHERE capture = ? AND finding = ?", ((capture, id) for id in found))
    rows = ((page, finding, identity) for finding, identity in found.items())
    connection.executemany("INSERT INTO members (page, finding, identity) VALUES (?, ?, ?)", rows)


def remember(connection: Connection, page: int, capture: str) -> None:
    """Keep in mind who is who on a page, beside its rows: nothing but ids."""
    query = "INSERT OR REPLACE INTO former_members SELECT ?, finding, identity FROM members WHERE page = ?"
    connection.execute(query, (capture, page))


# -- of an identity


def members_of(connection: Connection, identity: str) -> list[tuple[int, str, str]]:
    """Where an identity is named: the number and the capture of the page, and its id there, in the order in which they came."""
    query = "SELECT p.page, p.capture, m.finding FROM members m JOIN pages p USING (page) WHERE m.identity = ? ORDER BY 1, 3"
    return [tuple(row) for row in connection.execute(query, (identity,))]


def move(connection: Connection, identity: str, target: str, place: tuple[int, str] | None = None) -> None:
    """Let an identity be another one, in all pages or at one place; what is known of both is gathered by the caller."""
    if place is None:
        connection.execute("UPDATE members SET identity = ? WHERE identity = ?", (target, identity))
        connection.execute("UPDATE OR REPLACE former_members SET identity = ? WHERE identity = ?", (target, identity))
        connection.execute("UPDATE OR REPLACE proposals SET other = ? WHERE other = ?", (target, identity))
    else:
        connection.execute("UPDATE members SET identity = ? WHERE page = ? AND finding = ?", (target, *place))


def reset(connection: Connection, identities: Iterable[str]) -> None:
    """Forget who the members of these identities are, so that they are judged anew when their pages are written again."""
    identities = list(identities)
    for identity in identities:
        connection.execute("DELETE FROM members WHERE identity = ?", (identity,))
        connection.execute("DELETE FROM former_members WHERE identity = ?", (identity,))
    gather_anew(connection, identities)


def gathered(connection: Connection, identity: str) -> Known | None:
    """All that is known of an identity; None where there is none."""
    row = connection.execute("SELECT known FROM identities WHERE identity = ?", (identity,)).fetchone()
    return _decoded(row[0]) if row else None


def add_to(connection: Connection, identity: str, known: Known) -> None:
    """Add what another page tells to what is known of an identity, which may be a new one."""
    known = brief_of(known)
    before = gathered(connection, identity)
    after = merged(before, known) if before else known
    if after != before:
        _keep(connection, identity, after)
    known_by = keys_of(before) if before else ()
    new = [key for key in keys_of(after) if key not in known_by]
    connection.executemany("INSERT OR IGNORE INTO name_keys (key, identity) VALUES (?, ?)", ((key, identity) for key in new))


def brief_of(known: Known) -> Known:
    """What is kept of somebody whom a stable id of the tables tells: there is nothing to judge, but others may be he."""
    if known.known_as is None or known.kind == "person":
        return known
    return Known(kind=known.kind, names=known.names, known_as=known.known_as, countries=known.countries, called=known.called)


def _keep(connection: Connection, identity: str, known: Known) -> None:
    connection.execute(
        "INSERT INTO identities (identity, kind, known) VALUES (?, ?, ?) "
        "ON CONFLICT (identity) DO UPDATE SET known = excluded.known",
        (identity, known.kind, encode(known).decode()),
    )


def keys_of(known: Known) -> tuple[str, ...]:
    """The keys under which somebody is found."""
    names = () if known.officer else _keys(known.kind, known.names, known.called)
    return (*names, *(f"{HELD if known.officer else HOLDS}:{key}" for key in office_keys(known)))


def office_asks(known: Known) -> tuple[str, ...]:
    """The keys under which those are found who may hold the office that somebody is told by, or are told by one that he holds."""
    shelves = (HOLDS, HELD) if known.officer else (HELD,)
    return tuple(f"{shelf}:{key}" for shelf in shelves for key in office_keys(known))


@lru_cache(maxsize=1 << 10)
def _keys(kind: KnownKind, names: tuple[str, ...], called: tuple[str, ...]) -> tuple[str, ...]:
    full = (parts for name in names if len(parts := name_of(name).parts) > 1)
    families = (f"{FAMILY}:{parts[-1].key}" for parts in full if kind == "person")
    return tuple(dict.fromkeys((*blocks(Known(kind=kind, names=names, called=called)), *families)))


def gather_anew(connection: Connection, identities: Iterable[str]) -> None:
    """Gather identities again from the pages that are left of them; one without any is gone, with what was proposed of it."""
    for identity in dict.fromkeys(identities):
        connection.execute("DELETE FROM name_keys WHERE identity = ?", (identity,))
        connection.execute("DELETE FROM identities WHERE identity = ?", (identity,))
        for known in _members_told(connection, identity):
            add_to(connection, identity, known)
        if gathered(connection, identity) is None:
            connection.execute("DELETE FROM proposals WHERE other = ?", (identity,))


def _members_told(connection: Connection, identity: str) -> Iterator[Known]:
    """What the first and the last pages of an identity tell of it, in their order."""
    query = "SELECT page, finding FROM members WHERE identity = ? ORDER BY page {} LIMIT ?"
    first = connection.execute(query.format("ASC"), (identity, FIRST_PAGES)).fetchall()
    last = connection.execute(query.format("DESC"), (identity, LAST_PAGES)).fetchall()
    for page, finding in sorted({tuple(row) for row in (*first, *last)}):
        if known := told_by(connection, page).get(finding):
            yield known


def let_go(connection: Connection, page: int) -> None:
    """Take a page out of the identities that it names; its own rows go with it."""
    identities = identities_on(connection, page).values()
    (capture,) = connection.execute("SELECT capture FROM pages WHERE page = ?", (page,)).fetchone()
    remember(connection, page, capture)
    for table in ("members", "told", "proposals"):
        connection.execute(f"DELETE FROM {table} WHERE page = ?", (page,))
    gather_anew(connection, identities)


def new_identity(connection: Connection, capture: str, known: Known) -> str:
    """The id of a new identity: that of who founds it."""
    for number in count():
        identity = founding_id(capture, known, number)
        if connection.execute("SELECT 1 FROM identities WHERE identity = ?", (identity,)).fetchone() is None:
            return identity
    raise AssertionError


def founding_id(capture: str, known: Known, number: int = 0) -> str:
    """The id of an identity that a page founds by what it tells of somebody; the `number`-th of the same name there."""
    return hash_id("identity", capture, known.kind, bare_words(known.names[0]), *((number,) if number else ()))
