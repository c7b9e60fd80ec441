"""The tables of a library's database, and how an older one becomes today's.

What a column means stands behind it in the SQL, which SQLite keeps: the database tells it itself, and docs/schema.md is made of it
(`python tools/schema_page.py`). The version of the schema is SQLite's `user_version`.
"""

from __future__ import annotations

from collections.abc import Callable
from sqlite3 import Connection

from msgspec import Struct

from qawl.library.rows import TABLES, Column, PageRow, columns

FINDINGS = {name: row for name, row in TABLES.items() if row is not PageRow}
_SQL_TYPES = {str: "TEXT", int: "INTEGER", bool: "INTEGER", tuple: "TEXT"}

_EVIDENCE = """
CREATE TABLE library (
  key TEXT PRIMARY KEY,                  -- id, created, made_by, changed: the number of the last change
  value TEXT NOT NULL                    -- what the library says of itself
) WITHOUT ROWID;
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
  message TEXT,                          -- the same in words, with what to do
  tries INTEGER NOT NULL DEFAULT 1,      -- how often it was tried
  last_tried TEXT NOT NULL,              -- ISO time, UTC
  came_sha256 TEXT NOT NULL DEFAULT '',  -- hash of JSON of source, capture, address, headers and received
  PRIMARY KEY (source, capture)
) WITHOUT ROWID;
CREATE INDEX arrivals_capture ON arrivals (capture);
CREATE INDEX arrivals_address ON arrivals (address) WHERE address IS NOT NULL;
CREATE INDEX arrivals_failed ON arrivals (code) WHERE code IS NOT NULL;
CREATE TABLE decisions (
  id TEXT PRIMARY KEY,                   -- hash of what was decided, by whom and when
  made TEXT NOT NULL,                    -- ISO time, UTC, to the microsecond
  who TEXT NOT NULL,                     -- who decided
  why TEXT NOT NULL,                     -- and why
  verdict TEXT NOT NULL,                 -- accept fix reject unsure withdraw suppress restore join split
  scope TEXT NOT NULL,                   -- statement event person page identity
  capture TEXT NOT NULL,                 -- of the page; empty for a person in all pages
  finding TEXT NOT NULL,                 -- id of the statement or event; of a person a hash of the folded name
  field TEXT NOT NULL,                   -- what was decided of it; empty for all of it
  value TEXT,                            -- JSON: what it is instead
  machine TEXT,                          -- JSON: what was shown when the decision was made, by the name of the field
  quote TEXT NOT NULL,                   -- the words decided upon, with what stands before and behind them
  prefix TEXT NOT NULL,                  -- what stands before them
  suffix TEXT NOT NULL,                  -- what stands behind them
  start INTEGER,                         -- code points of the text, of the title where it stands there
  end INTEGER,                           -- behind the last of them
  in_title INTEGER NOT NULL,             -- whether it stands in the title
  cue TEXT,                              -- JSON: where its reporting word begins and ends
  text_sha256 TEXT NOT NULL,             -- of the text that the places count in
  extractor TEXT NOT NULL,               -- program and version that had read the page
  links TEXT NOT NULL DEFAULT '[]',      -- JSON: who is meant, a list for each side: page, id there, hashes of names
  withheld BLOB                          -- zlib: value, machine and words, where they may not be shown
) WITHOUT ROWID;
CREATE INDEX decisions_scope ON decisions (scope) WHERE scope = 'person';
CREATE TABLE tombstones (
  capture TEXT PRIMARY KEY,              -- of a page that is suppressed
  likeness TEXT,                         -- hash of its address and its text, by which it is known when it comes in other bytes
  suppressed TEXT NOT NULL,              -- ISO time, UTC
  who TEXT NOT NULL,                     -- who suppressed it
  why TEXT NOT NULL,                     -- and why
  changed INTEGER NOT NULL,              -- number of the change by which it went
  kept BLOB                              -- zlib: what brings it back
) WITHOUT ROWID;
CREATE INDEX tombstones_likeness ON tombstones (likeness);
CREATE INDEX decisions_capture ON decisions (capture);
CREATE TABLE event_changes (
  number INTEGER PRIMARY KEY AUTOINCREMENT, -- in the order of the changes
  page INTEGER NOT NULL,                 -- number of its page
  event TEXT NOT NULL,                   -- id of the encounter as it first stood, the root of its calendar UID
  now TEXT,                              -- its id now; null where it is gone
  changed TEXT NOT NULL,                 -- ISO time, UTC
  cause TEXT NOT NULL,                   -- reread, decision, suppress, restore; page: another page came to it or left it
  encounter TEXT,                        -- id of the encounter over pages, whose SEQUENCE this raises
  before TEXT,                           -- JSON: the encounter as it stood; null where it may not be shown
  after TEXT                             -- JSON: as it stands now; null where it is gone
);
CREATE INDEX event_changes_page ON event_changes (page);
CREATE INDEX event_changes_encounter ON event_changes (encounter);
CREATE TABLE log (
  number INTEGER PRIMARY KEY AUTOINCREMENT, -- in the order of what was done
  at TEXT NOT NULL,                      -- ISO time, UTC
  what TEXT NOT NULL,                    -- suppress, restore, import, reread
  detail TEXT NOT NULL                   -- JSON: on what, by whom, how many
);
"""

# What finds, for a page that comes, those that tell the same; taken away with its page.
_ACROSS = """
CREATE TABLE told (
  page INTEGER PRIMARY KEY REFERENCES pages (page) ON DELETE CASCADE, -- number of the page
  known BLOB NOT NULL                    -- zlib: JSON of what it tells of everybody whom it names, by their ids
);
CREATE TABLE members (
  page INTEGER NOT NULL REFERENCES pages (page) ON DELETE CASCADE, -- number of the page
  finding TEXT NOT NULL,                 -- id of the person, body, group or place in it
  identity TEXT NOT NULL,                -- who that is in all pages
  PRIMARY KEY (page, finding)
) WITHOUT ROWID;
CREATE INDEX members_identity ON members (identity, page);
CREATE TABLE former_members (
  capture TEXT NOT NULL,                 -- of the page
  finding TEXT NOT NULL,                 -- id of somebody who is not told of now, as what is suppressed is
  identity TEXT NOT NULL,                -- who he was in all pages, and will be when he comes back
  PRIMARY KEY (capture, finding)
) WITHOUT ROWID;
CREATE TABLE identities (
  identity TEXT PRIMARY KEY,             -- id of a person, body, group or place in all pages
  kind TEXT NOT NULL,                    -- person, organisation, group or place
  known TEXT NOT NULL                    -- JSON: what its pages tell of it, by which it is known again
);
CREATE TABLE name_keys (
  key TEXT NOT NULL,                     -- what names that may be one have in common
  identity TEXT NOT NULL,                -- who has such a name
  UNIQUE (identity, key)
);
CREATE INDEX name_keys_key ON name_keys (key);
CREATE TABLE proposals (
  page INTEGER NOT NULL REFERENCES pages (page) ON DELETE CASCADE, -- number of the page
  finding TEXT NOT NULL,                 -- id of somebody in it
  other TEXT NOT NULL,                   -- the identity that may be the same as his
  PRIMARY KEY (page, finding, other)
) WITHOUT ROWID;
CREATE INDEX proposals_other ON proposals (other);
CREATE TABLE rulings (
  decision TEXT NOT NULL,                -- id of a decision that holds
  ruling TEXT NOT NULL,                  -- join: all of them are one; split: none of one side is one of the other
  made TEXT NOT NULL,                    -- when it was decided: ISO time, UTC
  side INTEGER NOT NULL,                 -- 0 or 1
  capture TEXT NOT NULL,                 -- of a page that names somebody who is meant; it may not be there
  kind TEXT NOT NULL,                    -- person, organisation, group or place
  finding TEXT NOT NULL,                 -- his id in it when it was decided
  forms TEXT NOT NULL,                   -- JSON: hashes of his folded names there
  now TEXT                               -- his id there now; null where nobody is found who was meant
);
CREATE INDEX rulings_capture ON rulings (capture, now);
CREATE INDEX rulings_decision ON rulings (decision);
CREATE TABLE own_names (
  key TEXT NOT NULL,                     -- the name folded, without articles
  id TEXT NOT NULL,                      -- whom it means
  name TEXT NOT NULL,                    -- as the user wrote it
  kind TEXT,                             -- person, organisation, group or place; null is any
  country TEXT,                          -- ISO 3166 code of whose he is
  PRIMARY KEY (key, id)
) WITHOUT ROWID;
CREATE TABLE shingles (
  hash INTEGER NOT NULL,                 -- of four words in a row, folded; of a text only some are kept
  page INTEGER NOT NULL REFERENCES pages (page) ON DELETE CASCADE, -- number of a page that has them; of many pages only the first
  PRIMARY KEY (hash, page)
) WITHOUT ROWID;
CREATE INDEX shingles_page ON shingles (page);
CREATE TABLE tellings (
  page INTEGER PRIMARY KEY REFERENCES pages (page) ON DELETE CASCADE, -- number of a page that tells encounters
  setting BLOB NOT NULL,                 -- JSON, zlib: the people, bodies, places and words of the page
  told BLOB NOT NULL,                    -- JSON, zlib: what it tells of each, as it is compared with other pages
  encounters TEXT NOT NULL               -- JSON: id of the event in its record -> id of the encounter over pages
);
CREATE TABLE encounter_keys (
  key INTEGER NOT NULL,                  -- hash of a name, a place or a rare word that a page with encounters has
  day INTEGER NOT NULL,                  -- when it was published, and when they are: days since the year 1; 0 is unknown
  page INTEGER NOT NULL REFERENCES pages (page) ON DELETE CASCADE, -- number of the page
  PRIMARY KEY (key, day, page)
) WITHOUT ROWID;
CREATE INDEX encounter_keys_page ON encounter_keys (page);
CREATE TABLE saying_keys (
  key INTEGER NOT NULL,                  -- hash of a word of the speaker's name, or of a rare word of what was said
  day INTEGER NOT NULL,                  -- when it was said, else published: days since the year 1; 0 is unknown
  statement INTEGER NOT NULL,            -- row of the statement
  page INTEGER NOT NULL REFERENCES pages (page) ON DELETE CASCADE, -- number of its page
  PRIMARY KEY (key, day, statement)
) WITHOUT ROWID;
CREATE INDEX saying_keys_page ON saying_keys (page);
CREATE TABLE outlines (
  statement INTEGER PRIMARY KEY REFERENCES statements (row) ON DELETE CASCADE, -- row of the statement
  outline BLOB NOT NULL                  -- numbers: the weights of its words, and hashes of their stems, roots and senses
);
"""

_FEEDS = """
CREATE TABLE feeds (
  address TEXT PRIMARY KEY,              -- of a feed or sitemap that is watched; a permanent redirect moves it
  title TEXT,                            -- what it calls itself
  outlet TEXT,                           -- who publishes its pages, where the user said so
  every INTEGER NOT NULL,                -- seconds between two polls
  given TEXT NOT NULL,                   -- when it was given: ISO time, UTC
  due TEXT NOT NULL,                     -- when it is polled next: ISO time, UTC
  tried TEXT,                            -- when it was asked last: ISO time, UTC; null before the first time
  polled TEXT,                           -- when it answered last, also that nothing is new: ISO time, UTC
  news TEXT,                             -- when it last listed a page that was new: ISO time, UTC
  answered TEXT,                         -- the address that answered, behind redirects
  etag TEXT,                             -- as its host gave it, to ask only for what is new
  last_modified TEXT,                    -- the same
  failures INTEGER NOT NULL DEFAULT 0,   -- how often in a row it failed
  failing_since TEXT,                    -- the first of these times: ISO time, UTC; null where it did not
  code TEXT,                             -- why it failed last; null where it did not
  message TEXT                           -- the same in words, with what to do
) WITHOUT ROWID;
CREATE TABLE listed (
  key TEXT PRIMARY KEY,                  -- hash of the address of a page that a feed lists
  feed TEXT NOT NULL REFERENCES feeds (address) ON DELETE CASCADE ON UPDATE CASCADE, -- which one
  host TEXT,                             -- where it is; null, as all that follows, once it came or was given up
  address TEXT,                          -- of the page
  said TEXT,                             -- JSON: what the list says of it
  tries INTEGER,                         -- how often it was asked for
  due TEXT                               -- when it is asked for next: ISO time, UTC
) WITHOUT ROWID;
CREATE INDEX listed_due ON listed (host, due) WHERE due IS NOT NULL;
CREATE INDEX listed_feed ON listed (feed, due);
CREATE TABLE outlets (
  outlet TEXT PRIMARY KEY,               -- the name of an outlet, as pages have it
  note TEXT NOT NULL,                    -- what a user noted of it, such as who owns it
  who TEXT NOT NULL,                     -- who noted it
  noted TEXT NOT NULL                    -- when: ISO time, UTC
) WITHOUT ROWID;
"""

_SAVED = """
CREATE TABLE searches (
  name TEXT PRIMARY KEY,                 -- of a search that somebody saved
  asked TEXT NOT NULL,                   -- JSON: what it asks for
  saved TEXT NOT NULL                    -- when: ISO time, UTC
) WITHOUT ROWID;
"""

_INDEXES = """
CREATE INDEX pages_changed ON pages (changed);
CREATE INDEX pages_added ON pages (added);
CREATE INDEX pages_address ON pages (coalesce(canonical_url, url));
CREATE INDEX pages_published ON pages (published);
CREATE INDEX statements_page ON statements (page);
CREATE INDEX statements_id ON statements (id);
CREATE INDEX statements_speaker ON statements (speaker_key);
CREATE INDEX statements_waiting ON statements (band, saying, speaker_identity, page, number, decided) WHERE decided IS NULL;
CREATE INDEX people_page ON people (page);
CREATE INDEX people_key ON people (key);
CREATE INDEX organisations_page ON organisations (page);
CREATE INDEX organisations_key ON organisations (key);
CREATE INDEX groups_page ON groups (page);
CREATE INDEX places_page ON places (page);
CREATE INDEX events_page ON events (page);
CREATE INDEX events_id ON events (id);
CREATE INDEX events_date ON events (date);
CREATE INDEX pages_article ON pages (article);
CREATE INDEX statements_saying ON statements (saying);
CREATE INDEX statements_speaker_identity ON statements (speaker_identity);
CREATE INDEX people_identity ON people (identity);
CREATE INDEX organisations_identity ON organisations (identity);
CREATE INDEX groups_identity ON groups (identity);
CREATE INDEX places_identity ON places (identity);
CREATE INDEX events_encounter ON events (encounter);
CREATE INDEX participants_identity ON participants (identity);
CREATE INDEX relations_actor_identity ON relations (actor_identity);
CREATE INDEX relations_target_identity ON relations (target_identity);
CREATE INDEX participants_page ON participants (page, event);
CREATE INDEX participants_key ON participants (key);
CREATE INDEX actions_page ON actions (page);
CREATE INDEX relations_page ON relations (page);
CREATE INDEX relations_pair ON relations (actor_key, target_key);
CREATE INDEX relations_target ON relations (target_key);
CREATE INDEX groups_key ON groups (key);
CREATE INDEX places_key ON places (key);
CREATE INDEX organisations_known_as ON organisations (known_as) WHERE known_as IS NOT NULL;
CREATE INDEX places_known_as ON places (known_as) WHERE known_as IS NOT NULL;
"""


def page_columns() -> tuple[Column, ...]:
    """The columns of `pages` that a `PageRow` has."""
    return columns(PageRow)


def finding_columns(row: type[Struct]) -> tuple[Column, ...]:
    """The columns of a table of findings: those of its row, for the capture the number of its page."""
    return columns(row)[1:]


def _pages() -> str:
    return f"""
CREATE TABLE pages (
  page INTEGER PRIMARY KEY AUTOINCREMENT, -- its number, by which its findings name it
{_columns(page_columns())}
  given TEXT NOT NULL, -- JSON: what the caller knew of it
  added TEXT NOT NULL, -- when it came first: ISO time, UTC
  changed INTEGER NOT NULL, -- number of the last change of what is shown of it
  record BLOB NOT NULL, -- zlib: the record as it was read, JSON
  UNIQUE (capture)
);
"""


def _findings(name: str, row: type[Struct]) -> str:
    return f"""
CREATE TABLE {name} (
  row INTEGER PRIMARY KEY AUTOINCREMENT, -- never used again
{_columns(finding_columns(row))}
  page INTEGER NOT NULL REFERENCES pages (page) -- number of its page
);
"""


def _columns(row: tuple[Column, ...]) -> str:
    return "\n".join(f'  "{one.name}" {_sql_type(one)}, -- {one.description}' for one in row)


def _sql_type(column: Column) -> str:
    return _SQL_TYPES[column.type] + ("" if column.nullable else " NOT NULL")


def statements_of_schema() -> str:
    """The SQL that makes an empty library of today's version."""
    findings = "".join(_findings(name, row) for name, row in FINDINGS.items())
    return _EVIDENCE + _pages() + findings + _ACROSS + _FEEDS + _SAVED + _INDEXES


def _create(connection: Connection) -> None:
    for statement in statements_of_schema().split(";\n"):
        if statement.strip():
            connection.execute(statement)


# Step n makes a library of version n one of version n + 1. From the first release on a step is never changed; a column that a row
# gains then needs a step of its own.
MIGRATIONS: list[Callable[[Connection], None]] = [_create]
VERSION = len(MIGRATIONS)


def migrate(connection: Connection) -> None:
    """Bring a library to today's version, inside the caller's transaction."""
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    for step in MIGRATIONS[version:]:
        step(connection)
    if version < VERSION:
        connection.execute(f"PRAGMA user_version = {VERSION}")
