"""What commands on a library have in common: which one, and what is told where it cannot be used."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING

from qawl.cli.messages import complain

if TYPE_CHECKING:  # loaded where it is used: `qawl --help` must not wait for it
    from qawl.library.errors import LibraryError

Run = Callable[[argparse.Namespace], int]
DEFAULT = "qawl.library"


def add_library(command: argparse.ArgumentParser) -> None:
    """The option `--library`."""
    command.add_argument(
        "--library", type=Path, default=Path(DEFAULT), metavar="DIR", help="folder of the library (default: %(default)s)"
    )


def library_message(error: LibraryError, lang: str) -> str:
    """What is wrong with a library, with its code."""
    return f"{error.told('ar' if lang == 'ar' else 'en')} ({error.code})"


def on_library(run: Run) -> Run:
    """A command that tells what is wrong with a library, and ends with status 2, instead of breaking."""

    @wraps(run)
    def told(args: argparse.Namespace) -> int:
        from qawl.library import LibraryError
        from qawl.library.store import DATABASE
        from qawl.library.store import told as told_by_database

        try:
            with told_by_database(args.library / DATABASE):
                return run(args)
        except LibraryError as error:
            complain(library_message(error, getattr(args, "lang", "en")))
            return 2

    return told
