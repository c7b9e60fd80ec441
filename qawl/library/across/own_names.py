"""A user's own table of names: a name with the id of whom it means; several names of one id are spellings of one."""

from __future__ import annotations

from sqlite3 import Connection

from msgspec.structs import replace

from qawl.arabic.letters import bare_words
from qawl.library.across.gathered import Told
from qawl.library.across.naming.known import Known

# Before the ids of the table, so that they are no others.
OWN = "own:"


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
        id = self.id_of(known)
        return replace(known, known_as=OWN + id) if id else known

    def id_of(self, known: Known) -> str | None:
        """Whom the table means by the fullest name of somebody: the only one, or the only one of his country."""
        query = "SELECT id, country FROM own_names WHERE key = ? AND (kind IS NULL OR kind = ?)"
        rows = self.connection.execute(query, (bare_words(known.names[0]), known.kind)).fetchall()
        ids = {row["id"] for row in rows}
        if len(ids) > 1:
            ids = {row["id"] for row in rows if row["country"] in known.countries}
        return ids.pop() if len(ids) == 1 else None
