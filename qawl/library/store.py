"""The folder of a library and its database: opened, locked, written in whole transactions.

SQLite in WAL mode is the only source of truth, captures included: what a transaction brought is all there or not at all, whenever
the process is killed. The search index beside it is made from it and can be thrown away.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from secrets import token_hex

from qawl.library.errors import LibraryError
from qawl.library.schema import VERSION, migrate
from qawl.model import EXTRACTOR

DATABASE = "library.sqlite"
INDEX = "index"
WAIT = 10.0  # seconds that a writer waits for another one; a batch of pages is written in less than one
_REVISION = """
SELECT (SELECT value FROM library WHERE key = 'id'), (SELECT value FROM library WHERE key = 'changed'),
  (SELECT count(*) || '.' || coalesce(max(made), '') FROM decisions),
  (SELECT count(*) || '.' || coalesce(max(noted), '') FROM outlets),
  (SELECT coalesce(max(number), 0) FROM event_changes), (SELECT coalesce(max(number), 0) FROM log)
"""
# What `PRAGMA application_id` says of a library: "QAWL".
APPLICATION_ID = 0x5141574C
# A transaction is on the disk when it is told to be done (`synchronous`): what came of a page is told only then.
_PRAGMAS = ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON", "cache_size = -65536")


class Store:
    """An open library: `connection` for reading, `writing` for a transaction.

    ``folder`` holds the database and the index. Raises `LibraryError`: missing, not_a_library, newer, locked, damaged, full.
    """

    def __init__(self, folder: Path | str, *, create: bool = False) -> None:
        self.folder = Path(folder)
        self.path = self.folder / DATABASE
        if not self.path.is_file():
            self._must_be_new(create)
        with told(self.path):
            self.connection = self._connect()
            self._bring_up()

    def _must_be_new(self, create: bool) -> None:
        if not create:
            raise LibraryError(
                "missing", "there is no library in {folder}; make one with: qawl add PAGES --library {folder}", folder=self.folder
            )
        if self.folder.exists() and (not self.folder.is_dir() or any(self.folder.iterdir())):
            raise LibraryError(
                "not_a_library", "{folder} holds other things; name a new folder for the library", folder=self.folder
            )
        if has_surrogates(self.folder):
            raise LibraryError(
                "bad_value", "the name of {folder} is not UTF-8, which the search index needs; choose another", folder=self.folder
            )
        self.folder.mkdir(parents=True, exist_ok=True)

    def _connect(self) -> sqlite3.Connection:
        connection = sqlite3.connect(self._address(), uri=True, timeout=WAIT, isolation_level=None, check_same_thread=False)
        connection.row_factory = sqlite3.Row
        for pragma in _PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")
        return connection

    def _address(self) -> str:
        """What SQLite opens: where nothing can be written beside the database, as on a disc, it is read as it lies."""
        as_it_lies = not os.access(self.folder, os.W_OK) and not Path(f"{self.path}-wal").exists()
        return self.path.absolute().as_uri() + ("?immutable=1" if as_it_lies else "")

    def _bring_up(self) -> None:
        (version,) = self.connection.execute("PRAGMA user_version").fetchone()
        (application,) = self.connection.execute("PRAGMA application_id").fetchone()
        (tables,) = self.connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        if tables and application != APPLICATION_ID:
            raise LibraryError("not_a_library", "{path} is the database of something else; name another folder", path=self.path)
        if version > VERSION:
            raise LibraryError(
                "newer", "{folder} was written by a newer version of Qawl; update this one to open it", folder=self.folder
            )
        if version < VERSION:
            with self.writing():
                migrate(self.connection)
                self.connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
                facts = {"id": token_hex(8), "created": now(), "made_by": EXTRACTOR, "changed": "0"}
                self.connection.executemany("INSERT OR IGNORE INTO library VALUES (?, ?)", facts.items())

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """A transaction that no other writer gets between; it is taken back where the block raises."""
        with told(self.path):
            self.connection.execute("BEGIN IMMEDIATE")
            try:
                yield self.connection
                self.connection.execute("COMMIT")
            except BaseException:
                if self.connection.in_transaction:
                    self.connection.execute("ROLLBACK")
                raise

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """All that is read within is of one moment, whatever others write meanwhile."""
        with told(self.path):
            self.connection.execute("BEGIN")
            try:
                yield self.connection
            finally:
                if self.connection.in_transaction:  # else an error has ended it
                    self.connection.execute("ROLLBACK")

    def fact(self, key: str) -> str:
        """What the library says of itself: its `id`, when and by what it was made, how often it has changed."""
        (value,) = self.connection.execute("SELECT value FROM library WHERE key = ?", (key,)).fetchone()
        return str(value)

    def revision(self) -> str:
        """Text that is another one after whatever changes what pages say, what people decided or noted, how encounters went.

        What merely comes and goes (feeds, what failed, saved searches) leaves it as it is.
        """
        found = self.connection.execute(_REVISION).fetchone()
        return ".".join(str(value) for value in found)

    def next_change(self) -> int:
        """The number of a change, higher than all before it; only within `writing`."""
        number = int(self.fact("changed")) + 1
        self.connection.execute("UPDATE library SET value = ? WHERE key = 'changed'", (str(number),))
        return number

    def close(self) -> None:
        """Close the database; the last one to close leaves a single file."""
        self.connection.close()


def has_surrogates(path: Path) -> bool:
    """Whether a path is no UTF-8: Python has its other bytes as half characters."""
    return any("\ud800" <= letter <= "\udfff" for letter in str(path))


def now() -> str:
    """The time: ISO, UTC, to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


@contextmanager
def told(path: Path) -> Iterator[None]:
    """What SQLite says of a database, as a `LibraryError` that says what to do."""
    try:
        yield
    except sqlite3.OperationalError as error:
        raise _operational(path, error) from error
    except sqlite3.DatabaseError as error:
        if isinstance(error, sqlite3.IntegrityError | sqlite3.ProgrammingError):
            raise
        raise _damaged(path, error) from error


def _operational(path: Path, error: sqlite3.OperationalError) -> Exception:
    folder = path.parent
    match error.sqlite_errorcode & 0xFF:
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return LibraryError("locked", "another process is writing to {folder}; try again when it has finished", folder=folder)
        case sqlite3.SQLITE_FULL:
            return LibraryError(
                "full", "the disk of {folder} is full; make room and run the command again, nothing is lost", folder=folder
            )
        case sqlite3.SQLITE_IOERR:
            return LibraryError(
                "full",
                "{folder} cannot be written to ({error}); make room or mend the disk, then go on",
                folder=folder,
                error=error,
            )
        case sqlite3.SQLITE_CANTOPEN | sqlite3.SQLITE_READONLY:
            return LibraryError(
                "missing",
                "{path} cannot be opened for writing ({error}); check the permissions of its folder",
                path=path,
                error=error,
            )
        case sqlite3.SQLITE_ERROR:
            return error
    return _damaged(path, error)


def _damaged(path: Path, error: sqlite3.DatabaseError) -> LibraryError:
    return LibraryError(
        "damaged", "{path} is damaged ({error}); go back to a backup, or make a new library from the pages", path=path, error=error
    )
