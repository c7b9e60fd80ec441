"""What commands have in common: their inputs, their output, and values that are checked as they come."""

from __future__ import annotations

import argparse
import os
import re
import shutil
import sys
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # loaded where it is used: `qawl --help` must not wait for it
    from qawl.show.look import Look

MAX_BYTES = 64 << 20
ARCHIVES = (".warc", ".warc.gz", ".wacz")
PIPED_WIDTH = 100  # cells of a line where no terminal says how many it has

Commands = argparse._SubParsersAction  # the only name that argparse gives this type


def add_inputs(command: argparse.ArgumentParser, at_least_one: bool = True) -> None:
    """What commands that read pages take in: files, what they are, and what is known of them."""
    command.add_argument(
        "files", nargs="+" if at_least_one else "*", metavar="FILE", help="files, folders and addresses; - is standard input"
    )
    command.add_argument(
        "--from", dest="kind", choices=["html", "text", "jsonl"], help="what the files are (default: seen from the content)"
    )
    command.add_argument(
        "--published", type=iso_time, metavar="DATE", help="when the pages were published, YYYY-MM-DD with or without a time"
    )
    command.add_argument("--outlet", metavar="NAME", help="who published the pages")
    command.add_argument(
        "--max-bytes", type=positive, default=MAX_BYTES, metavar="N", help="largest page to read (default: %(default)s)"
    )
    command.add_argument("--allow-private", action="store_true", help="fetch from machines of this network too")


def add_output(command: argparse.ArgumentParser) -> None:
    """Where the output goes, in which language, and how many processes work on it."""
    add_out(command)
    add_workers(command)
    add_form(command)


def add_out(command: argparse.ArgumentParser) -> None:
    """Where the output goes."""
    command.add_argument("--out", type=Path, metavar="FILE", help="write to FILE, which appears when all is written")


def add_workers(command: argparse.ArgumentParser) -> None:
    """How many processes work."""
    command.add_argument("--workers", type=positive, default=1, metavar="N", help="processes that read (default: 1)")


def add_form(command: argparse.ArgumentParser) -> None:
    """The language and the colours of what people read."""
    add_language(command)
    command.add_argument("--no-color", action="store_true", help="no colours in the terminal")


def add_language(command: argparse.ArgumentParser) -> None:
    """The language of what people read, where none is given that of the parser."""
    command.add_argument(
        "--lang", choices=["en", "ar"], help="language of what is told (default: %(default)s; or the variable QAWL_LANG)"
    )


def positive(text: str) -> int:
    """A whole number above zero."""
    if not text.isascii() or not text.isdigit() or int(text) == 0:
        raise argparse.ArgumentTypeError(f"{text!r} is not a whole number above zero")
    return int(text)


def iso_time(text: str) -> str:
    """An ISO date, or date and time, as it was given."""
    try:
        if re.fullmatch(r"\d{4}-\d\d-\d\d", text, re.ASCII):
            date.fromisoformat(text)
            return text
        if re.match(r"\d{4}-\d\d-\d\d[T ]", text, re.ASCII):
            datetime.fromisoformat(text)
            return text
    except ValueError:
        pass
    raise argparse.ArgumentTypeError(f"{text!r} is not a date; write it as 2024-03-31 or 2024-03-31T18:30:00+03:00")


def iso_prefix(text: str) -> str:
    """An ISO day, month or year, as it was given."""
    try:
        if re.fullmatch(r"\d{4}(?:-\d\d(?:-\d\d)?)?", text, re.ASCII):
            date.fromisoformat((text + "-01-01")[:10])
            return text
    except ValueError:
        pass
    raise argparse.ArgumentTypeError(f"{text!r} is not a day, month or year; write it as 2024-03-31, 2024-03 or 2024")


def choose_look(args: argparse.Namespace) -> Look:
    """Format, language, width in columns and colour, from the arguments and the terminal."""
    from qawl.show.look import Look

    in_terminal = args.out is None and sys.stdout.isatty()
    width = shutil.get_terminal_size((PIPED_WIDTH, 24)).columns if in_terminal else columns_wanted()
    plain = args.no_color or "NO_COLOR" in os.environ or os.environ.get("TERM") == "dumb"
    return Look(format=args.format, lang=args.lang, width=width, color=in_terminal and not plain)


def columns_wanted() -> int:
    """The width of lines that go to no terminal: COLUMNS, where that is set."""
    columns = os.environ.get("COLUMNS", "")
    return int(columns) if columns.isascii() and columns.isdigit() and int(columns) else PIPED_WIDTH


def wants_bar(args: argparse.Namespace) -> bool:
    """Many inputs, someone to see it, and no output in the same terminal that it would run through."""
    many = len(args.files) > 1 or args.kind == "jsonl" or args.files[0].endswith((".jsonl", ".ndjson", *ARCHIVES))
    return many and sys.stderr.isatty() and (args.out is not None or not sys.stdout.isatty())


def page_count(args: argparse.Namespace) -> int | None:
    """How many pages will come, where the arguments alone tell: a file is one page, unless it is JSONL or an archive."""
    return None if any(may_hold_many(name, args) for name in args.files) else len(args.files)


def may_hold_many(name: str, args: argparse.Namespace) -> bool:
    """Whether several pages may come of an input, as far as its name tells."""
    from qawl.pages.folders import is_address

    return name == "-" or holds_lines(name, args) or name.endswith(ARCHIVES) or is_address(name) or Path(name).is_dir()


def holds_lines(name: str, args: argparse.Namespace) -> bool:
    """Whether an input is a file of lines, each of them a page, as far as the arguments tell."""
    return args.kind == "jsonl" or name.endswith((".jsonl", ".ndjson"))
