"""Who is meant by a name: folded names of the pages, never merged.

A name is looked up whole, hamza and articles aside; a body or country also under the other names that the bundled tables have for
it. A part of a name, such as a surname alone, only lists the names that hold it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from sqlite3 import Connection

from msgspec import Struct

from qawl.arabic.called import capitals_of, ids_of, keys_of
from qawl.arabic.letters import ARTICLE, bare_key, fold_phrase
from qawl.library.errors import LibraryError

# The tables in which names stand, and of these the ones whose names may have a stable id.
TABLES = ("people", "organisations", "groups", "places")
WITH_IDS = ("organisations", "places")
NAMES = tuple((table, "key") for table in TABLES)
# What has no table of its own and may speak, take part or stand towards somebody.
ELSEWHERE = (("statements", "speaker_key"), ("participants", "key"), ("relations", "actor_key"), ("relations", "target_key"))
# So many names are listed that hold what was asked.
MOST = 30
# What has more words is no name.
MOST_WORDS = 40


class Name(Struct, frozen=True, kw_only=True):
    """A folded name (``key``) as pages have it: ``tables`` it stands in, ``pages`` that name it, its stable ids."""

    name: str
    key: str
    tables: tuple[str, ...]
    pages: int
    known_as: tuple[str, ...] = ()


class Meant(Struct, frozen=True, kw_only=True):
    """What a name means: ``keys`` are one name in its spellings; none where it is only part of names, or of no page.

    ``others`` are names that hold its words, or go by the same stable id, and are not joined with it.
    """

    asked: str
    keys: tuple[str, ...] = ()
    others: tuple[Name, ...] = ()


def meant(connection: Connection, name: str) -> Meant:
    """The name that is asked for. Raises `LibraryError` (bad_value) where there is no word in it."""
    name = name.encode("utf-8", "replace").decode("utf-8")  # half characters become question marks
    if not fold_phrase(name):
        raise LibraryError("bad_value", "no name is given; write it as: qawl who 'NAME'")
    forms = keys_of(name)
    keys = standing(connection, forms, NAMES)
    called = keys_known_as(connection, known_ids(connection, keys) or ids_of(name))
    held = holding(connection, name)
    keys = keys or only(called) or only(held) or (() if called or held else standing(connection, forms, ELSEWHERE))
    others = dict.fromkeys(key for key in (*called, *held) if key not in keys)
    return Meant(asked=name, keys=keys, others=tuple(named(connection, key) for key in others))


def only(keys: Sequence[str]) -> tuple[str, ...]:
    """The key where there is one alone."""
    return tuple(keys) if len(keys) == 1 else ()


def joined(connection: Connection, name: str) -> tuple[str, ...]:
    """The keys of all names by which a body, country or person goes that is asked for; its capital too, which speaks for it.

    Raises `LibraryError` (bad_value) where several may be meant.
    """
    found = meant(connection, name)
    ids = known_ids(connection, found.keys) or ids_of(name)
    if not found.keys and not ids and found.others:
        several = ", ".join(other.name for other in found.others)
        raise LibraryError("bad_value", f"several are called so; name one of them: {several}")
    capitals = [capital for id in ids for capital in capitals_of(id)]
    return tuple(dict.fromkeys([*found.keys, *keys_known_as(connection, ids), *capitals]))


def marks(values: Sequence[object]) -> str:
    """Question marks for values, for SQL."""
    return ", ".join("?" * len(values))


def standing(connection: Connection, keys: Sequence[str], places: Sequence[tuple[str, str]]) -> tuple[str, ...]:
    """Those of the keys that stand in one of the columns."""
    found: dict[str, None] = {}
    for table, column in places:
        rows = connection.execute(f"SELECT DISTINCT {column} FROM {table} WHERE {column} IN ({marks(keys)})", keys)
        found |= dict.fromkeys(row[0] for row in rows)
    return tuple(found)


def known_ids(connection: Connection, keys: Sequence[str]) -> tuple[str, ...]:
    """The stable ids of bodies and countries that go by these keys."""
    if not keys:
        return ()
    where = f"key IN ({marks(keys)}) AND known_as IS NOT NULL"
    return tuple(row[0] for row in connection.execute(f"SELECT DISTINCT known_as FROM organisations WHERE {where}", keys))


def keys_known_as(connection: Connection, ids: Sequence[str]) -> tuple[str, ...]:
    """The keys of all names that have one of these stable ids."""
    found: dict[str, None] = {}
    for table in WITH_IDS if ids else ():
        rows = connection.execute(f"SELECT DISTINCT key FROM {table} WHERE known_as IN ({marks(ids)})", ids)
        found |= dict.fromkeys(row[0] for row in rows)
    return tuple(found)


def holding(connection: Connection, name: str) -> list[str]:
    """The keys that hold all words of a name, those that most pages name first; only the index of the names is walked."""
    words = list(dict.fromkeys(bare_key(word) for word in fold_phrase(name).split()))
    if len(words) > MOST_WORDS:
        return []
    where = " AND ".join("(instr(' ' || key || ' ', ?) OR instr(' ' || key || ' ', ?))" for _ in words)
    values = [value for word in words for value in (f" {word} ", f" {ARTICLE}{word} ")]
    found: Counter[str] = Counter()
    for table in TABLES:
        found.update(dict(connection.execute(f"SELECT key, count(*) FROM {table} WHERE {where} GROUP BY key", values).fetchall()))
    return [key for key, _ in sorted(found.items(), key=lambda pair: (-pair[1], pair[0]))[:MOST]]


def named(connection: Connection, key: str) -> Name:
    """A name as most pages have it, with what is known of it."""
    forms: Counter[str] = Counter()
    tables: list[str] = []
    for table in TABLES:
        rows = dict(connection.execute(f"SELECT name, count(*) FROM {table} WHERE key = ? GROUP BY name", (key,)).fetchall())
        tables += [table] if rows else []
        forms.update(rows)
    return Name(
        name=most_common(forms) or key,
        key=key,
        tables=tuple(tables),
        pages=forms.total(),
        known_as=known_ids(connection, (key,)),
    )


def most_common(forms: Counter[str]) -> str | None:
    """The form that stands most often, the first by letters of several."""
    return min(forms, key=lambda form: (-forms[form], form), default=None)


def pages_naming(keys: Sequence[str]) -> tuple[str, tuple[str, ...]]:
    """The query for the numbers of the pages that name one of the keys, and its values."""
    union = " UNION ".join(f"SELECT page FROM {table} WHERE key IN ({marks(keys)})" for table in TABLES)
    return union, tuple(keys) * len(TABLES)
