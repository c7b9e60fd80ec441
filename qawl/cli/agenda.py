"""The command `agenda`: the encounters of pages by date."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from qawl.cli.arguments import Commands, add_inputs, add_output, choose_look, page_count, wants_bar
from qawl.cli.messages import Tally, complain
from qawl.cli.read import Numbered, map_pages
from qawl.model import Failure

if TYPE_CHECKING:  # loaded where it is used: `qawl --help` must not wait for it
    from qawl.show.agenda import Entry

    Entries = tuple[Entry, ...]


def add_agenda(commands: Commands[argparse.ArgumentParser]) -> None:
    """The command `agenda`: the options of `read`, its pages not required by the parser, so that what to do can be said."""
    command = commands.add_parser("agenda", help="list the encounters of pages by date: who comes, who stays away, who says so")
    add_inputs(command, at_least_one=False)
    command.add_argument(
        "--format", choices=["table", "json", "jsonl"], default="table", help="form of the output (default: table)"
    )
    add_output(command)
    command.set_defaults(run=run_agenda)


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
