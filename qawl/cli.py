"""The command line: arguments become one call each."""

from __future__ import annotations

import argparse
import os
import re
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from qawl.model import VERSION, Failure, Page, Record, encode, schema

if TYPE_CHECKING:  # loaded where they are used: `qawl --help` must not wait for them
    from qawl.show.agenda import Entry
    from qawl.show.look import Look

    Entries = tuple[Entry, ...]

MAX_BYTES = 64 << 20
PIPED_WIDTH = 100  # cells of a line where no terminal says how many it has
INTERRUPTED = 130  # 128 + SIGINT, as a shell has it
PIPE_CLOSED = 141  # 128 + SIGPIPE

Numbered = tuple[int, Page]
T = TypeVar("T")


class Shown(NamedTuple):
    """A result on its way out: its bytes, the failure if it is one, and the id of its page."""

    data: bytes
    failure: Failure | None


def main(argv: list[str] | None = None) -> int:
    """Run the command line `argv` (default: the process's own). Returns the exit status.

    0: all inputs were read; 1: some failed; 2: nothing could be read, or the arguments are wrong; 130: Ctrl-C; 141: the
    reader of standard output went away.
    """
    args = build_parser().parse_args(argv)
    try:
        run: Callable[[argparse.Namespace], int] = args.run
        return run(args)
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        leave_pipe()
        return PIPE_CLOSED
    except OSError as error:
        complain(f"{error.filename or 'output'}: {error.strerror or error}")
        return 2


# -- arguments


def build_parser() -> argparse.ArgumentParser:
    """All commands and their options."""
    parser = argparse.ArgumentParser(prog="qawl", description="Reads Arabic news and keeps, with proof, who said what.")
    parser.add_argument("--version", action="version", version=f"qawl {VERSION}")
    commands = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")
    add_read(commands)
    add_explain(commands)
    add_agenda(commands)
    add_schema(commands)
    add_samples(commands)
    return parser


Commands = argparse._SubParsersAction  # the only name that argparse gives this type


def add_read(commands: Commands[argparse.ArgumentParser]) -> None:
    """The command `read` and its options."""
    command = commands.add_parser("read", help="read pages and show who said what, and what else they tell")
    add_inputs(command)
    command.add_argument(
        "--format",
        choices=["table", "json", "jsonl", "html"],
        default="table",
        help="form of the output (default: table)",
    )
    add_output(command)
    command.set_defaults(run=run_read)


def add_explain(commands: Commands[argparse.ArgumentParser]) -> None:
    """The command `explain`: the options of `read` but for the format."""
    command = commands.add_parser("explain", help="show why each finding was made: its rule and what the rule saw")
    add_inputs(command)
    add_output(command)
    command.set_defaults(run=run_read, format="explain")


def add_agenda(commands: Commands[argparse.ArgumentParser]) -> None:
    """The command `agenda`: the options of `read`, its pages not required by the parser, so that what to do can be said."""
    command = commands.add_parser("agenda", help="list the encounters of pages by date: who comes, who stays away, who says so")
    add_inputs(command, at_least_one=False)
    command.add_argument(
        "--format", choices=["table", "json", "jsonl"], default="table", help="form of the output (default: table)"
    )
    add_output(command)
    command.set_defaults(run=run_agenda)


def add_schema(commands: Commands[argparse.ArgumentParser]) -> None:
    """The command `schema`."""
    command = commands.add_parser("schema", help="print the JSON Schema of a record")
    command.set_defaults(run=run_schema)


def add_samples(commands: Commands[argparse.ArgumentParser]) -> None:
    """The command `samples`."""
    command = commands.add_parser("samples", help="print the paths of the bundled sample pages, one a line")
    command.set_defaults(run=run_samples)


def add_inputs(command: argparse.ArgumentParser, at_least_one: bool = True) -> None:
    """What commands that read pages take in: files, what they are, and what is known of them."""
    command.add_argument("files", nargs="+" if at_least_one else "*", metavar="FILE", help="pages to read; - is standard input")
    command.add_argument(
        "--from",
        dest="kind",
        choices=["html", "text", "jsonl"],
        help="what the files are (default: seen from the content)",
    )
    command.add_argument(
        "--published",
        type=iso_time,
        metavar="DATE",
        help="when the pages were published, YYYY-MM-DD with or without a time",
    )
    command.add_argument("--outlet", metavar="NAME", help="who published the pages")
    command.add_argument(
        "--max-bytes", type=positive, default=MAX_BYTES, metavar="N", help="largest page to read (default: %(default)s)"
    )


def add_output(command: argparse.ArgumentParser) -> None:
    """Where the output goes, in which language, and how many processes work on it."""
    command.add_argument("--out", type=Path, metavar="FILE", help="write to FILE, which appears when all is written")
    command.add_argument("--workers", type=positive, default=1, metavar="N", help="processes that read (default: 1)")
    command.add_argument("--lang", choices=["en", "ar"], default="en", help="language of tables and messages (default: en)")
    command.add_argument("--no-color", action="store_true", help="no colours in the terminal")


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


# -- read and explain


def run_read(args: argparse.Namespace) -> int:
    """Read the pages, show each as it comes, and say which could not be read."""
    from qawl.engine import WorkerError
    from qawl.show.outputs import join
    from qawl.show.progress import open_bar
    from qawl.show.writing import open_output

    look = choose_look(args)
    tally = Tally(args.lang)
    try:
        with open_output(args.out) as out, open_bar(wants_bar(args), page_count(args)) as bar:
            for piece in join(tally.count(bar(shown_pages(args, look))), look):
                out.write(piece)
                out.flush()  # whoever reads along gets each page when it is read
    except WorkerError as error:
        complain(str(error))
        return 2
    return tally.status()


def shown_pages(args: argparse.Namespace, look: Look) -> Iterator[Shown]:
    """Every page of the arguments as it is shown, in order."""
    return map_pages(partial(read_and_show, look=look), partial(show_crash, look=look), args, look)


def map_pages(job: Callable[[Numbered], T], on_crash: Callable[[Numbered], T], args: argparse.Namespace, look: Look) -> Iterator[T]:
    """What a job makes of every page of the arguments, in order, in as many processes as wanted."""
    from qawl.engine import map_in_order
    from qawl.pages import open_pages

    pages = open_pages(args.files, kind=args.kind, published=args.published, outlet=args.outlet, max_bytes=args.max_bytes)
    return map_in_order(
        job,
        enumerate(pages, 1),
        args.workers,
        weight=page_weight,
        on_crash=on_crash,
        initializer=partial(warm_up, look),
        preload=("qawl.cli", "qawl.engine.many", "qawl.show.outputs"),
    )


def read_and_show(numbered: Numbered, look: Look) -> Shown:
    """Read one page and show what came of it; this is what runs in the workers."""
    from qawl.engine.many import read_safely

    number, page = numbered
    return show_result(read_safely(page), number, look)


def show_crash(numbered: Numbered, look: Look) -> Shown:
    """What stands in the place of a page that killed its worker twice."""
    from qawl.engine.many import crashed

    number, page = numbered
    return show_result(crashed(page), number, look)


def show_result(result: Record | Failure, number: int, look: Look) -> Shown:
    """What came of one page, in the wanted format; the failure beside it where it could not be read."""
    from qawl.show.outputs import show

    return Shown(show(result, number, look), result if isinstance(result, Failure) else None)


def page_weight(numbered: Numbered) -> int:
    """How heavy a numbered page is for the workers, in characters or bytes."""
    from qawl.engine.many import page_weight as weight

    return weight(numbered[1])


def warm_up(look: Look) -> None:
    """Load in a new worker, once, what every page needs: the interface's own Arabic words are text enough for that."""
    from qawl.engine.many import read_safely
    from qawl.show.strings import strings

    words = ". ".join(row["ar"] for row in strings().values())
    show_result(read_safely(Page(source=words, kind="text")), 0, look)


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
    many = len(args.files) > 1 or args.kind == "jsonl" or args.files[0].endswith((".jsonl", ".ndjson"))
    return many and sys.stderr.isatty() and (args.out is not None or not sys.stdout.isatty())


def page_count(args: argparse.Namespace) -> int | None:
    """How many pages will come, where the arguments alone tell: a file is one page, unless it is JSONL."""
    lines = args.kind == "jsonl" or any(name == "-" or name.endswith((".jsonl", ".ndjson")) for name in args.files)
    return None if lines else len(args.files)


class Tally:
    """How many pages were read and how many failed; a failure is told on standard error as it passes."""

    def __init__(self, lang: str) -> None:
        self.lang = lang
        self.read = 0
        self.failed = 0

    def count(self, pages: Iterable[Shown]) -> Iterator[bytes]:
        """Pass on the bytes of each page, counting what was read and what failed."""
        for shown in pages:
            self.add(shown.failure)
            yield shown.data

    def add(self, failed: Failure | None) -> None:
        """Count a page that was read, or one that failed and how."""
        if failed:
            self.failed += 1
            complain(failure_message(failed, self.lang))
        else:
            self.read += 1

    def status(self) -> int:
        """The exit status: 0 all read, 1 some failed, 2 nothing was read."""
        if not self.read:
            return 2
        return 1 if self.failed else 0


def failure_message(failed: Failure, lang: str) -> str:
    """Which input failed and why, in one line."""
    from qawl.show.failures import failure_line

    return failure_line(failed, "ar" if lang == "ar" else "en")


def complain(message: str) -> None:
    """A message on standard error, safe in any locale."""
    line = f"qawl: {message}\n"
    encoding = sys.stderr.encoding or "utf-8"
    sys.stderr.write(line.encode(encoding, "backslashreplace").decode(encoding))
    sys.stderr.flush()


def leave_pipe() -> None:
    """Standard output has no reader any more: let the interpreter's last flush go nowhere, quietly."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())


# -- agenda


def run_agenda(args: argparse.Namespace) -> int:
    """Read the pages and list their encounters by date, when all are read. Returns the exit status."""
    from qawl.engine import WorkerError
    from qawl.show.agenda import in_order, show_agenda
    from qawl.show.progress import open_bar
    from qawl.show.strings import say
    from qawl.show.writing import open_output

    if not args.files:
        complain(say(args.lang, "no_pages"))
        return 2
    look = choose_look(args)
    tally = Tally(args.lang)
    entries: list[Entry] = []
    try:
        with open_output(args.out) as out, open_bar(wants_bar(args), page_count(args)) as bar:
            for found in bar(map_pages(read_entries, crash_entries, args, look)):
                tally.add(found if isinstance(found, Failure) else None)
                entries += () if isinstance(found, Failure) else found
            out.writelines(show_agenda(in_order(entries), look))
            out.flush()
    except WorkerError as error:
        complain(str(error))
        return 2
    return tally.status()


def read_entries(numbered: Numbered) -> Entries | Failure:
    """The encounters of one page, or why it could not be read; this is what runs in the workers."""
    from qawl.engine.many import read_safely
    from qawl.show.agenda import entries_of

    result = read_safely(numbered[1])
    return result if isinstance(result, Failure) else entries_of(result)


def crash_entries(numbered: Numbered) -> Entries | Failure:
    """What stands in the place of a page that killed its worker twice."""
    from qawl.engine.many import crashed

    return crashed(numbered[1])


# -- schema and samples


def run_schema(_: argparse.Namespace) -> int:
    """Print the JSON Schema. Returns the exit status."""
    import msgspec

    from qawl.show.writing import open_output

    with open_output(None) as out:
        out.write(msgspec.json.format(encode(schema()), indent=2) + b"\n")
        out.flush()
    return 0


def run_samples(_: argparse.Namespace) -> int:
    """Print the paths of the samples. Returns the exit status."""
    from importlib.resources import files

    from qawl.show.writing import open_output

    folder = Path(str(files("qawl").joinpath("samples")))
    with open_output(None) as out:
        out.writelines(os.fsencode(path) + b"\n" for path in sorted(folder.glob("*.html")))
        out.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main())
