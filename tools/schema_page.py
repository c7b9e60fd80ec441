"""Write docs/schema.md: every table of a library's database and what its columns mean (`python tools/schema_page.py`).

It is made of the SQL that SQLite keeps of the tables, comments included, so it is what anybody sees who opens the database.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from qawl.library.schema import migrate

PAGE = Path(__file__).resolve().parent.parent / "docs" / "schema.md"
HEAD = """# The database of a library

`library.sqlite` ([the library](library.md)) has these tables. Lists are JSON, times ISO 8601 in UTC, places code points of
the page's text. The page is made by `python tools/schema_page.py` of the SQL that the database keeps, where the meanings
stand too.
"""
COLUMN = re.compile(r'^  "?(\w+)"? ((?:TEXT|INTEGER|BLOB)[^,\n]*?),? +-- (.+)$', re.MULTILINE)


def schema_page() -> str:
    """The whole page."""
    connection = sqlite3.connect(":memory:")
    migrate(connection)
    found = connection.execute(
        "SELECT name, sql FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY rowid"
    )
    return "\n".join([HEAD, *(table_section(name, sql, connection) for name, sql in found)])


def table_section(name: str, sql: str, connection: sqlite3.Connection) -> str:
    """A table with its columns. Raises `ValueError` where a column has no meaning behind it."""
    rows = list(column_rows(sql))
    columns = [column[1] for column in connection.execute(f"PRAGMA table_info({name})")]
    if sorted(row[0] for row in rows) != sorted(columns):
        raise ValueError(f"{name}: each column needs a comment behind it: {sorted(set(columns) - {row[0] for row in rows})}")
    lines = [f"| `{column}` | {kind} | {meaning} |" for column, kind, meaning in rows]
    return f"## `{name}`\n\n| column | type | meaning |\n|---|---|---|\n" + "\n".join(lines) + "\n"


def column_rows(sql: str) -> Iterator[tuple[str, str, str]]:
    """Name, type and meaning of each column; a type may be null unless it is followed by `NOT NULL`."""
    for name, kind, meaning in COLUMN.findall(sql):
        null = "" if "NOT NULL" in kind or "PRIMARY KEY" in kind else ", null"
        yield name, kind.split()[0].lower() + null, meaning


if __name__ == "__main__":
    PAGE.write_text(schema_page(), encoding="utf-8")
