"""Who is who in a library: where somebody is named, roles with their days, what they said and what was said, whom they meet.

A person or body is a folded name here: people of one name in different pages are told together, which the answer says.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from sqlite3 import Connection

from msgspec import Struct
from msgspec.json import decode

from qawl.arabic.called import capitals_of
from qawl.arabic.letters import bare_words
from qawl.library.asking.named import PageNames
from qawl.library.asking.naming import TABLES, Meant, Name, known_ids, marks, meant, named, pages_naming
from qawl.library.asking.told import (
    NEWEST,
    PAGE,
    WIDTH,
    Encounter,
    Stood,
    Told,
    Where,
    encounters_told,
    page_of,
    relations_told,
    statements_told,
)
from qawl.library.view import seen

# So many pages are looked through for statements that name somebody, the newest first.
MOST_PAGES = 500


class Mention(Struct, frozen=True, kw_only=True):
    """A page that names somebody: under which name, as what (a table of the library), how often."""

    name: str
    table: str
    mentions: int
    page: Where


class RoleHeld(Struct, frozen=True, kw_only=True):
    """A role that pages give somebody, from the first page that does (``since``) to the last; ``former``: they say it is past."""

    role: str
    former: bool
    since: str | None
    until: str | None
    pages: tuple[Where, ...]


class Profile(Struct, frozen=True, kw_only=True):
    """What a library has of one folded name; lists are cut at the limit, ``counts`` tells how long they are where that is known.

    ``said_about`` are the statements of the newest pages that name somebody; ``others`` hold the name's words and are not joined.
    """

    name: Name
    keys: tuple[str, ...]
    pages: tuple[Mention, ...]
    roles: tuple[RoleHeld, ...]
    said: tuple[Told, ...]
    said_to: tuple[Told, ...]
    said_about: tuple[Told, ...]
    encounters: tuple[Encounter, ...]
    towards: tuple[Stood, ...]
    of_others: tuple[Stood, ...]
    counts: dict[str, int]
    others: tuple[Name, ...]


def who(connection: Connection, name: str, limit: int = 20) -> Profile | Meant:
    """What a library has of a name; where it is only part of names, or of no page, what else it may mean. Raises `LibraryError`."""
    found = meant(connection, name)
    return profile(connection, found, limit) if found.keys else found


def profile(connection: Connection, found: Meant, limit: int) -> Profile:
    """All of a name that is known."""
    keys = found.keys
    pages = list(mentions(connection, keys))
    said, speaking = spoken_by(connection, keys)
    encounters = list(encounters_of(connection, keys))
    towards = f"f.actor_key IN ({marks(keys)})"
    of_others = f"f.target_key IN ({marks(keys)})"
    to_them = list(said_to(connection, keys))
    return Profile(
        name=best(connection, keys),
        keys=keys,
        pages=tuple(pages[:limit]),
        roles=tuple(roles(connection, keys)),
        said=tuple(statements_told(connection, said, speaking, f"{NEWEST} LIMIT {limit}")),
        said_to=tuple(to_them[:limit]),
        said_about=tuple(islice(said_about(connection, keys), limit)),
        encounters=tuple(encounters[:limit]),
        towards=tuple(islice(relations_told(connection, towards, keys), limit)),
        of_others=tuple(islice(relations_told(connection, of_others, keys), limit)),
        counts={
            "pages": len({mention.page.capture for mention in pages}),
            "said": count(connection, "statements", said, speaking),
            "said_to": len(to_them),
            "encounters": len(encounters),
            "towards": count(connection, "relations", towards, keys),
            "of_others": count(connection, "relations", of_others, keys),
        },
        others=found.others,
    )


def spoken_by(connection: Connection, keys: Sequence[str]) -> tuple[str, tuple[str, ...]]:
    """What finds the statements of somebody, those of the capital that speaks for a country too, and its values."""
    capitals = tuple(capital for id in known_ids(connection, keys) for capital in capitals_of(id))
    every = f"f.speaker_key IN ({marks((*keys, *capitals))})"
    return f"{every} AND (f.speaker_key IN ({marks(keys)}) OR f.speaker_type = 'country')", (*keys, *capitals, *keys)


def best(connection: Connection, keys: Sequence[str]) -> Name:
    """The name under which most pages name somebody."""
    return max((named(connection, key) for key in keys), key=lambda name: name.pages)


def count(connection: Connection, table: str, where: str, values: Sequence[object]) -> int:
    """How many rows of a table there are."""
    return int(connection.execute(f"SELECT count(*) FROM {table} f WHERE {where}", values).fetchone()[0])


def mentions(connection: Connection, keys: Sequence[str]) -> Iterator[Mention]:
    """The pages that name somebody, the newest first, undated ones last."""
    tables = " UNION ALL ".join(
        f"SELECT page, '{table}' AS kind, name, mentions FROM {table} WHERE key IN ({marks(keys)})" for table in TABLES
    )
    query = f"SELECT {PAGE}, n.kind, n.name, n.mentions FROM ({tables}) n JOIN pages p USING (page)"
    order = "ORDER BY p.published IS NULL, p.published DESC, p.page"
    for row in connection.execute(f"{query} {order}", tuple(keys) * len(TABLES)):
        table, name, times = row[WIDTH:]
        yield Mention(name=name, table=table, mentions=times, page=page_of(row))


def roles(connection: Connection, keys: Sequence[str]) -> Iterator[RoleHeld]:
    """The roles that pages give somebody, the latest first, former ones last."""
    query = f"SELECT {PAGE}, f.roles, f.former_roles FROM people f JOIN pages p USING (page) WHERE f.key IN ({marks(keys)})"
    held: dict[tuple[bool, str], list[Where]] = {}
    for row in connection.execute(query, keys):
        for former, column in enumerate(row[WIDTH:]):
            for role in decode(column):
                held.setdefault((bool(former), role), []).append(page_of(row))
    found = [role_held(role, former, pages) for (former, role), pages in held.items()]
    yield from sorted(sorted(found, key=lambda one: one.until or "", reverse=True), key=lambda one: one.former)


def role_held(role: str, former: bool, pages: list[Where]) -> RoleHeld:
    """A role with the days of the pages that give it."""
    ordered = sorted(pages, key=lambda page: (page.published is None, page.published or ""))
    days = [page.published for page in ordered if page.published]
    return RoleHeld(
        role=role, former=former, since=days[0] if days else None, until=days[-1] if days else None, pages=tuple(ordered)
    )


def said_to(connection: Connection, keys: Sequence[str]) -> Iterator[Told]:
    """What was said to somebody, by the pages that name him, the newest first."""
    bare = {bare_words(key) for key in keys}
    pages, values = pages_naming(keys)
    for told in statements_told(connection, f"f.page IN ({pages}) AND f.said_to IS NOT NULL", values):
        if bare_words(told.statement.said_to or "") in bare:
            yield told


def said_about(connection: Connection, keys: Sequence[str]) -> Iterator[Told]:
    """Statements that name somebody, those of the newest pages first."""
    pages, values = pages_naming(keys)
    query = f"SELECT page, capture FROM pages WHERE page IN ({pages}) ORDER BY published IS NULL, published DESC, page LIMIT ?"
    for page, capture in connection.execute(query, (*values, MOST_PAGES)).fetchall():
        ids = tuple(PageNames(seen(connection, capture)).naming(keys))
        if ids:
            yield from statements_told(connection, f"f.page = ? AND f.id IN ({marks(ids)})", (page, *ids), "ORDER BY f.number")


def encounters_of(connection: Connection, keys: Sequence[str]) -> Iterator[Encounter]:
    """The encounters in which somebody takes part, or does not, by date."""
    taken = f"SELECT page, event FROM participants WHERE key IN ({marks(keys)})"
    yield from encounters_told(connection, f"(f.page, f.id) IN ({taken})", keys)
