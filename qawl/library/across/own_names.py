"""A user's own table of names: a name with the id of whom it means; several names of one id are spellings of one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from sqlite3 import Connection

from msgspec import Struct
from msgspec.structs import replace

from qawl.arabic.called import ids_of
from qawl.arabic.letters import bare_words
from qawl.library.across.gathered import Told
from qawl.library.across.naming.known import Known, KnownKind

# Before the ids of the table, so that they are no others.
OWN = "own:"


class OwnName(Struct, frozen=True, kw_only=True):
    """A line of the table: a name, the id of whom it means, and where the user tells it his kind and country (ISO 3166)."""

    name: str
    id: str
    kind: KnownKind | None = None
    country: str | None = None


class OwnNames:
    """The table of a library."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self.are_there = connection.execute("SELECT 1 FROM own_names LIMIT 1").fetchone() is not None

    def named(self, told: Told) -> Told:
        """What a page tells of everybody, with the ids of the table for those whom it names."""
        if not self.are_there:
            return told
        return {id: self._with_id(known) for id, known in told.items()}

    def _with_id(self, known: Known) -> Known:
        id = next(filter(None, (self._id_under(key, known) for key in keys_of(known))), None)
        return replace(known, known_as=OWN + id) if id else known

    def _id_under(self, key: str, known: Known) -> str | None:
        """Whom the table means by a name: the only one, or the only one of his country."""
        query = "SELECT id, country FROM own_names WHERE key = ? AND (kind IS NULL OR kind = ?)"
        rows = self.connection.execute(query, (key, known.kind)).fetchall()
        ids = {row["id"] for row in rows}
        if len(ids) > 1:
            ids = {row["id"] for row in rows if row["country"] in known.countries}
        return ids.pop() if len(ids) == 1 else None


def keys_of(known: Known) -> Iterator[str]:
    """The keys under which the table may have somebody: his fullest name, other ones of two words or more, his stable id."""
    fullest, *others = map(bare_words, known.names)
    yield fullest
    yield from (name for name in others if " " in name)
    if known.known_as:
        yield known.known_as


def keys_of_row(row: OwnName) -> tuple[str, ...]:
    """The keys under which a line is kept: its name, and the stable ids that the bundled tables have for it."""
    return (bare_words(row.name), *ids_of(row.name))


def put_own_names(connection: Connection, rows: Iterable[OwnName]) -> list[str]:
    """Take lines in; the keys of those that are new or otherwise than before."""
    changed = []
    for row in rows:
        for key in keys_of_row(row):
            values = (key, row.id, row.name, row.kind, row.country)
            before = connection.execute("SELECT key, id, name, kind, country FROM own_names WHERE key = ? AND id = ?", values[:2])
            if tuple(before.fetchone() or ()) != values:
                connection.execute("INSERT OR REPLACE INTO own_names (key, id, name, kind, country) VALUES (?, ?, ?, ?, ?)", values)
                changed.append(key)
    return changed


def drop_own_names(connection: Connection, ids: Iterable[str]) -> list[str]:
    """Take all names of some ids out; their keys."""
    query = "DELETE FROM own_names WHERE id = ? RETURNING key"
    return [key for id in ids for (key,) in connection.execute(query, (id,)).fetchall()]


def own_names(connection: Connection) -> Iterator[OwnName]:
    """The lines of the table, by their ids."""
    for row in connection.execute("SELECT name, id, kind, country FROM own_names WHERE key NOT LIKE '%:%' ORDER BY id, name"):
        yield OwnName(**dict(row))


def identities_of_keys(connection: Connection, keys: Iterable[str]) -> list[str]:
    """The identities that pages call by names of these keys, or that are these stable ids, or own ids of the same names."""
    wanted = set(keys)
    found: dict[str, None] = {}
    for table in ("people", "organisations", "groups", "places"):
        for key, identity in connection.execute(f"SELECT DISTINCT key, identity FROM {table}"):
            if identity in wanted or bare_words(key) in wanted:
                found[identity] = None
    return [identity for identity in found if identity]
