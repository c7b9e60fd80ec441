"""Who is who in all pages: people, bodies, groups and places under their spellings and in changing roles."""

from __future__ import annotations

from sqlite3 import Connection

from qawl.arabic.letters import fold_phrase
from qawl.model import Group, Organisation, Party, Person, Place, Record, hash_id


def take_in(connection: Connection, page: int, record: Record) -> None:
    """Tell who the people, bodies, groups and places of a page are, and the parties to what it tells."""
    found: dict[str, str] = {}
    for table in ("people", "organisations", "groups", "places"):
        for one in getattr(record, table):
            found[one.id] = identity_of(table, one)
            connection.execute(f"UPDATE {table} SET identity = ? WHERE page = ? AND id = ?", (found[one.id], page, one.id))
    _take_in_parties(connection, page, record, found)


def identity_of(table: str, one: Person | Organisation | Group | Place) -> str:
    """The id of somebody by the name alone."""
    known_as = getattr(one, "known_as", None)
    return known_as or hash_id("identity", table, fold_phrase(one.name))


def _take_in_parties(connection: Connection, page: int, record: Record, found: dict[str, str]) -> None:
    def identity(party: Party | None) -> str | None:
        return found.get(party.ref) if party and party.ref else None

    for statement in (*record.statements, *record.title_statements):
        connection.execute(
            "UPDATE statements SET speaker_identity = ? WHERE page = ? AND id = ?",
            (identity(statement.speaker), page, statement.id),
        )
    for event in record.events:
        for number, one in enumerate(event.participants):
            connection.execute(
                "UPDATE participants SET identity = ? WHERE page = ? AND event = ? AND number = ?",
                (identity(one), page, event.id, number),
            )
    for relation in record.relations:
        connection.execute(
            "UPDATE relations SET actor_identity = ?, target_identity = ? WHERE page = ? AND id = ?",
            (identity(relation.actor), identity(relation.target), page, relation.id),
        )
