"""An online copy of a library: of one moment, while others go on writing."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

from qawl.library.errors import LibraryError
from qawl.library.store import DATABASE, Store, told

FILE_ENDINGS = (".sqlite", ".db")  # a name that ends so is a file, any other a folder
PART = ".part"


def back_up(store: Store, target: Path) -> Path:
    """Copy the database to a new file, or into a new folder, which opens as a library; returns the file.

    The copy takes its name when it is whole. The index is not copied: it is made anew. Raises `LibraryError` where the target
    is there already, where the disk is full or the library damaged.
    """
    path = target if target.suffix in FILE_ENDINGS else target / DATABASE
    part = path.with_name(f"{path.name}{PART}")
    _must_be_free(target, path, part)
    path.parent.mkdir(parents=True, exist_ok=True)
    part.unlink(missing_ok=True)  # of a copy that was killed
    try:
        with told(path):
            _copy(store, part)
        _settle(part)
        os.replace(part, path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    return path


def _must_be_free(target: Path, path: Path, part: Path) -> None:
    others = [one for one in target.iterdir() if one != part] if target.is_dir() and path != target else []
    if path.exists() or others or (target.exists() and path != target and not target.is_dir()):
        raise LibraryError("bad_value", "{target} is there already; name a new file or folder for the copy", target=target)


def _copy(store: Store, path: Path) -> None:
    """All pages of the database in one step, which is one moment of it; writers do not wait for it."""
    copy = sqlite3.connect(path, isolation_level=None)
    try:
        store.connection.backup(copy)
        copy.execute("PRAGMA journal_mode = DELETE")  # one file, with nothing beside it
    finally:
        copy.close()


def _settle(path: Path) -> None:
    """Bring a file to the disk."""
    with path.open("rb") as file:
        os.fsync(file.fileno())
