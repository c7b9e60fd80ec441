"""The tables of a library's database, and how an older one becomes today's.

What stands in docs/library.md of them is held by a test. The version of the schema is SQLite's `user_version`.
"""

from __future__ import annotations

from collections.abc import Callable
from sqlite3 import Connection

from msgspec import Struct

from qawl.library.arrivals import came_hash
from qawl.library.rows import TABLES, Column, PageRow, columns

FINDINGS = {name: row for name, row in TABLES.items() if row is not PageRow}
_SQL_TYPES = {str: "TEXT", int: "INTEGER", bool: "INTEGER", tuple: "TEXT"}

_EVIDENCE = """
CREATE TABLE library (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE captures (
  sha256 TEXT NOT NULL UNIQUE,           -- of the bytes as received
  size INTEGER NOT NULL,                 -- how many bytes they are
  packed BLOB NOT NULL                   -- the bytes, zlib
);
CREATE TABLE arrivals (
  source TEXT NOT NULL,                  -- the file, the line of a file (FILE:LINE), or the address that was asked for
  capture TEXT NOT NULL DEFAULT '',      -- what came; empty where nothing did
  address TEXT,                          -- the address that answered, behind redirects
  headers TEXT NOT NULL DEFAULT '[]',    -- JSON: pairs of name and value as they came
  received TEXT NOT NULL,                -- ISO time, UTC
  tool TEXT NOT NULL,                    -- program and version that received it
  given TEXT NOT NULL,                   -- JSON: what the caller knew of it; zlib where its title may not be shown
  code TEXT,                             -- why it could not be read; null where it was
  message TEXT,
  tries INTEGER NOT NULL DEFAULT 1,
  last_tried TEXT NOT NULL,
  PRIMARY KEY (source, capture)
) WITHOUT ROWID;
CREATE INDEX arrivals_capture ON arrivals (capture);
CREATE INDEX arrivals_failed ON arrivals (code) WHERE code IS NOT NULL;
CREATE TABLE decisions (
  id TEXT PRIMARY KEY,
  made TEXT NOT NULL,                    -- ISO time, UTC, to the microsecond
  who TEXT NOT NULL,
  why TEXT NOT NULL,
  verdict TEXT NOT NULL,                 -- accept fix reject unsure suppress restore
  scope TEXT NOT NULL,                   -- statement event person page
  capture TEXT NOT NULL,                 -- of the page; empty for a person in all pages
  finding TEXT NOT NULL,                 -- id of the statement or event; of a person a hash of the folded name
  field TEXT NOT NULL,                   -- what was decided of it; empty for all of it
  value TEXT,                            -- JSON: what it is instead
  machine TEXT,                          -- JSON: what was shown when the decision was made, by the name of the field
  quote TEXT NOT NULL,                   -- the words decided upon, with what stands before and behind them
  prefix TEXT NOT NULL,
  suffix TEXT NOT NULL,
  start INTEGER,                         -- code points of the text, of the title where it stands there
  end INTEGER,
  in_title INTEGER NOT NULL,
  cue TEXT,                              -- JSON: where its reporting word begins and ends
  text_sha256 TEXT NOT NULL,             -- of the text that the places count in
  extractor TEXT NOT NULL,               -- program and version that had read the page
  withheld BLOB                          -- zlib: value, machine and words, where they may not be shown
) WITHOUT ROWID;
CREATE INDEX decisions_scope ON decisions (scope) WHERE scope = 'person';
CREATE TABLE tombstones (
  capture TEXT PRIMARY KEY,              -- of a page that is suppressed
  likeness TEXT,                         -- hash of its address and its text, by which it is known when it comes in other bytes
  suppressed TEXT NOT NULL,              -- ISO time, UTC
  who TEXT NOT NULL,
  why TEXT NOT NULL,
  changed INTEGER NOT NULL,              -- number of the change by which it went
  kept BLOB                              -- zlib: what brings it back
) WITHOUT ROWID;
CREATE INDEX tombstones_likeness ON tombstones (likeness);
CREATE INDEX decisions_capture ON decisions (capture);
CREATE TABLE event_changes (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  page INTEGER NOT NULL,
  event TEXT NOT NULL,                   -- id of the encounter as it first stood, the root of its calendar UID
  now TEXT,                              -- its id now; null where it is gone
  changed TEXT NOT NULL,                 -- ISO time, UTC
  cause TEXT NOT NULL,                   -- reread, decision, suppress or restore
  before TEXT,                           -- JSON: the encounter as it stood; null where it may not be shown
  after TEXT                             -- JSON: as it stands now; null where it is gone
);
CREATE INDEX event_changes_page ON event_changes (page);
CREATE TABLE log (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  at TEXT NOT NULL,                      -- ISO time, UTC
  what TEXT NOT NULL,
  detail TEXT NOT NULL                   -- JSON
);
"""

_INDEXES = """
CREATE INDEX pages_changed ON pages (changed);
CREATE INDEX pages_added ON pages (added);
CREATE INDEX statements_page ON statements (page);
CREATE INDEX statements_id ON statements (id);
CREATE INDEX statements_speaker ON statements (speaker_key);
CREATE INDEX people_page ON people (page);
CREATE INDEX people_key ON people (key);
CREATE INDEX organisations_page ON organisations (page);
CREATE INDEX organisations_key ON organisations (key);
CREATE INDEX groups_page ON groups (page);
CREATE INDEX places_page ON places (page);
CREATE INDEX events_page ON events (page);
CREATE INDEX events_id ON events (id);
CREATE INDEX events_date ON events (date);
CREATE INDEX participants_page ON participants (page, event);
CREATE INDEX participants_key ON participants (key);
CREATE INDEX actions_page ON actions (page);
CREATE INDEX relations_page ON relations (page);
CREATE INDEX relations_pair ON relations (actor_key, target_key);
CREATE INDEX relations_target ON relations (target_key);
"""


def page_columns() -> tuple[Column, ...]:
    """The columns of `pages` that a `PageRow` has."""
    return columns(PageRow)


def finding_columns(row: type[Struct]) -> tuple[Column, ...]:
    """The columns of a table of findings: those of its row, for the capture the number of its page."""
    return columns(row)[1:]


def _column(column: Column) -> str:
    return f'"{column.name}" {_SQL_TYPES[column.type]}' + ("" if column.nullable else " NOT NULL")


def _pages() -> str:
    own = ",\n  ".join(_column(column) for column in page_columns())
    return f"""
CREATE TABLE pages (
  page INTEGER PRIMARY KEY AUTOINCREMENT,
  {own},
  given TEXT NOT NULL,
  added TEXT NOT NULL,
  changed INTEGER NOT NULL,
  record BLOB NOT NULL,
  UNIQUE (capture)
);
"""


def _findings(name: str, row: type[Struct]) -> str:
    own = ",\n  ".join(_column(column) for column in finding_columns(row))
    return f"""
CREATE TABLE {name} (
  row INTEGER PRIMARY KEY AUTOINCREMENT,
  page INTEGER NOT NULL REFERENCES pages (page),
  {own}
);
"""


def statements_of_schema() -> str:
    """The SQL that makes an empty library of today's version."""
    return _EVIDENCE + _pages() + "".join(_findings(name, row) for name, row in FINDINGS.items()) + _INDEXES


def _create(connection: Connection) -> None:
    for statement in statements_of_schema().split(";\n"):
        if statement.strip():
            connection.execute(statement)


def _index_names(connection: Connection) -> None:
    """Everybody is found by name, and the bodies and places of one stable id, without a look at all others."""
    for table in ("groups", "places"):
        connection.execute(f"CREATE INDEX {table}_key ON {table} (key)")
    for table in ("organisations", "places"):
        connection.execute(f"CREATE INDEX {table}_known_as ON {table} (known_as) WHERE known_as IS NOT NULL")


def _hash_arrivals(connection: Connection) -> None:
    """How a page came has a hash: of JSON of its source, capture, address, headers and time."""
    connection.execute("ALTER TABLE arrivals ADD COLUMN came_sha256 TEXT NOT NULL DEFAULT ''")
    for came in connection.execute("SELECT source, capture, address, headers, received FROM arrivals").fetchall():
        hashed = (came_hash(*came), came[0], came[1])
        connection.execute("UPDATE arrivals SET came_sha256 = ? WHERE source = ? AND capture = ?", hashed)


# Step n makes a library of version n one of version n + 1; a step that stands here is never changed.
MIGRATIONS: list[Callable[[Connection], None]] = [_create, _index_names, _hash_arrivals]
VERSION = len(MIGRATIONS)


def migrate(connection: Connection) -> None:
    """Bring a library to today's version, inside the caller's transaction."""
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    for step in MIGRATIONS[version:]:
        step(connection)
    if version < VERSION:
        connection.execute(f"PRAGMA user_version = {VERSION}")
