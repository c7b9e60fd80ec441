"""The command `agenda`: the encounters of pages, or of a library, by date."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import IO, TYPE_CHECKING, TypeVar, get_args

from qawl.cli.arguments import Commands, add_inputs, add_output, choose_look, iso_prefix, page_count, wants_bar
from qawl.cli.library import DEFAULT, add_library, on_library
from qawl.cli.messages import Tally, complain
from qawl.cli.read import Numbered, map_pages
from qawl.model import EventStatus, Failure

if TYPE_CHECKING:  # loaded where they are used: `qawl --help` must not wait for them
    from qawl.export.calendar import Appointment
    from qawl.library import Library
    from qawl.library.asking.agenda import Wanted
    from qawl.show.entries import Entry
    from qawl.show.strings import Lang

T = TypeVar("T")


def add_agenda(commands: Commands[argparse.ArgumentParser]) -> None:
    """The command `agenda`: the options of `read`, its pages not required by the parser, so that what to do can be said."""
    command = commands.add_parser(
        "agenda", help="list the encounters of pages or of a library by date: who comes, who stays away, who says so"
    )
    add_inputs(command, at_least_one=False)
    form = command.add_mutually_exclusive_group()
    form.add_argument("--format", choices=["table", "json", "jsonl"], default="table", help="form of the output (default: table)")
    form.add_argument("--ics", action="store_true", help="a calendar (iCalendar) of the encounters whose days are known")
    add_wanted(command)
    add_library(command)
    add_output(command)
    command.set_defaults(run=on_library(run_agenda))


def add_wanted(command: argparse.ArgumentParser) -> None:
    """Which encounters are listed."""
    command.add_argument("--since", type=iso_prefix, metavar="DAY", help="those that may fall on this day, month or year, or later")
    command.add_argument("--until", type=iso_prefix, metavar="DAY", help="those that may fall on it, or earlier")
    command.add_argument("--undated", action="store_true", help="only those without a day of a known year")
    command.add_argument(
        "--status", action="append", choices=get_args(EventStatus), help="only those of this status; may be repeated"
    )
    command.add_argument(
        "--absent", action="store_true", help="only those from which somebody stays away or to which he is not invited"
    )


def run_agenda(args: argparse.Namespace) -> int:
    """List the encounters of pages by date, when all are read, or those of a library. Returns the exit status."""
    from qawl.engine import WorkerError
    from qawl.show.writing import open_output

    if not args.files:
        return run_kept(args)
    tally = Tally(args.lang)
    write = write_calendar if args.ics else write_agenda
    try:
        with open_output(args.out) as out:
            write(args, tally, out)
            out.flush()
    except WorkerError as error:
        complain(str(error))
        return 2
    return tally.status()


def run_kept(args: argparse.Namespace) -> int:
    """List the encounters of a library. Returns the exit status."""
    from qawl.export.calendar import kept_appointments
    from qawl.library import Library, LibraryError
    from qawl.show.agenda import in_order, show_agenda
    from qawl.show.entries import kept_entry
    from qawl.show.strings import say
    from qawl.show.writing import open_output

    try:
        library = Library(args.library)
    except LibraryError as error:
        if error.code == "missing" and args.library == Path(DEFAULT):
            complain(say(args.lang, "no_pages"))
            return 2
        raise
    with library, open_output(args.out) as out:
        if args.ics:
            write_appointments(kept_appointments(library, wanted_of(args)), args, out)
        else:
            out.writelines(show_agenda(in_order(map(kept_entry, library.agenda(wanted_of(args)))), choose_look(args)))
            tell_left_out(library, args)
        out.flush()
    return 0


def tell_left_out(library: Library, args: argparse.Namespace) -> None:
    """Where days are asked for, it is told on standard error how many encounters have none, so that they fall on no such day."""
    from msgspec.structs import replace

    from qawl.show.strings import say

    wanted = wanted_of(args)
    without = library.agenda(replace(wanted, since=None, until=None, undated=True)) if wanted.since or wanted.until else []
    if without:
        complain(f"{say(args.lang, 'no_days_asked')}: {len(without)}")


def wanted_of(args: argparse.Namespace) -> Wanted:
    """Which encounters the arguments ask for."""
    from qawl.library.asking.agenda import Wanted

    return Wanted(since=args.since, until=args.until, undated=args.undated, status=tuple(args.status or ()), absent=args.absent)


def write_agenda(args: argparse.Namespace, tally: Tally, out: IO[bytes]) -> None:
    """The encounters of the pages as a list by date."""
    from qawl.library.asking.agenda import is_wanted
    from qawl.show.agenda import in_order, show_agenda

    wanted = wanted_of(args)
    entries = (entry for entry in found_in_pages(read_entries, args, tally) if is_wanted(entry.event, wanted))
    out.writelines(show_agenda(in_order(entries), choose_look(args)))


def write_calendar(args: argparse.Namespace, tally: Tally, out: IO[bytes]) -> None:
    """The encounters of the pages as a calendar."""
    from qawl.export.calendar import in_order_of_days
    from qawl.library.asking.agenda import is_wanted

    wanted = wanted_of(args)
    found = found_in_pages(read_appointments, args, tally)
    write_appointments(in_order_of_days(one for one in found if is_wanted(one.entry.event, wanted)), args, out)


def write_appointments(appointments: Iterable[Appointment], args: argparse.Namespace, out: IO[bytes]) -> None:
    """Appointments as a calendar; how many have no day is told on standard error."""
    from qawl.export.calendar import calendar_parts

    out.writelines(calendar_parts(tell_undated(appointments, args.lang), args.lang))


def tell_undated(appointments: Iterable[Appointment], lang: Lang) -> Iterator[Appointment]:
    """Let appointments pass; at the end it is told on standard error how many have no day, so that no calendar holds them."""
    from qawl.export.calendar import days_on
    from qawl.show.strings import say

    undated = 0
    for appointment in appointments:
        undated += days_on(appointment.entry) is None
        yield appointment
    if undated:
        complain(f"{say(lang, 'no_days')}: {undated}")


def found_in_pages(job: Callable[[Numbered], tuple[T, ...] | Failure], args: argparse.Namespace, tally: Tally) -> Iterator[T]:
    """What a job finds in every page of the arguments, in order; of pages that fail it is told why."""
    from qawl.show.progress import open_bar

    with open_bar(wants_bar(args), page_count(args)) as bar:
        for found in bar(map_pages(job, crash, args, choose_look(args))):
            tally.add(found if isinstance(found, Failure) else None)
            yield from () if isinstance(found, Failure) else found


def read_entries(numbered: Numbered) -> tuple[Entry, ...] | Failure:
    """The encounters of one page, or why it could not be read; this is what runs in the workers."""
    from qawl.engine.many import read_safely
    from qawl.show.entries import entries_of

    result = read_safely(numbered[1])
    return result if isinstance(result, Failure) else entries_of(result)


def read_appointments(numbered: Numbered) -> tuple[Appointment, ...] | Failure:
    """The same with what a calendar needs to know."""
    from qawl.engine.many import read_safely
    from qawl.export.calendar import appointments_of

    result = read_safely(numbered[1])
    return result if isinstance(result, Failure) else appointments_of(result)


def crash(numbered: Numbered) -> Failure:
    """What stands in the place of a page that killed its worker twice."""
    from qawl.engine.many import crashed

    return crashed(numbered[1])
