"""The commands `decide`, `suppress`, `restore`, `decisions` and `reread`: what people say of findings, and what stays of it."""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qawl.cli.arguments import Commands, add_form, add_out, add_workers, choose_look
from qawl.cli.library import add_library, on_library
from qawl.cli.messages import complain

if TYPE_CHECKING:  # loaded where it is used: `qawl --help` must not wait for it
    from qawl.library import Library
    from qawl.library.deciding.decisions import Decision

SOME_DO_NOT_FIT = 1


def add_decide(commands: Commands[argparse.ArgumentParser]) -> None:
    """The command `decide` and its options."""
    command = commands.add_parser("decide", help="accept, fix or reject a statement or an encounter, or be unsure of it")
    command.add_argument("finding", metavar="ID", help="its id, the beginning of it, or CAPTURE:ID")
    command.add_argument("verdict", choices=["accept", "fix", "reject", "unsure"], help="what you say of it")
    command.add_argument(
        "changes", nargs="*", metavar="FIELD=VALUE", help="what it is instead, after `fix`; the FIELD alone after others"
    )
    add_signature(command)
    add_library(command)
    add_form(command)
    command.set_defaults(run=on_library(run_decide))


def add_suppress(commands: Commands[argparse.ArgumentParser]) -> None:
    """The commands `suppress` and `restore`."""
    for verdict, what in (("suppress", "let a statement, a page or a person be gone"), ("restore", "let it be there again")):
        command = commands.add_parser(verdict, help=what)
        command.add_argument(
            "finding", nargs="?", default="", metavar="ID", help="a statement or an encounter, as `decide` takes it"
        )
        command.add_argument("--page", default="", metavar="PAGE", help="a page: its capture, the beginning of it, or its address")
        command.add_argument("--person", default="", metavar="NAME", help="a person, in all pages")
        add_signature(command)
        add_library(command)
        add_form(command)
        command.set_defaults(run=on_library(run_suppress), verdict=verdict)


def add_decisions(commands: Commands[argparse.ArgumentParser]) -> None:
    """The command `decisions` and its options."""
    command = commands.add_parser("decisions", help="list what people decided, write it to a file, take in that of others")
    add_library(command)
    only = command.add_mutually_exclusive_group()
    only.add_argument("--export", type=Path, metavar="FILE", help="write all decisions to FILE, a line of JSON each")
    only.add_argument("--import", dest="taken", type=Path, metavar="FILE", help="take in the decisions of FILE")
    only.add_argument("--disagreements", action="store_true", help="where the machine now says something else than people")
    only.add_argument("--proposals", action="store_true", help="what was decided on pages that came anew in other bytes")
    command.add_argument("--format", choices=["table", "jsonl"], default="table", help="form of the output (default: table)")
    add_out(command)
    add_form(command)
    command.set_defaults(run=on_library(run_decisions))


def add_reread(commands: Commands[argparse.ArgumentParser]) -> None:
    """The command `reread` and its options."""
    command = commands.add_parser("reread", help="read the pages of a library anew; what people decided stays")
    command.add_argument("captures", nargs="*", metavar="CAPTURE", help="pages, by the beginning of their capture or their address")
    only = command.add_mutually_exclusive_group()
    only.add_argument("--all", action="store_true", help="all pages, not only those that another version read")
    only.add_argument("--failed", action="store_true", help="what could not be read and of which the bytes are there")
    add_library(command)
    add_workers(command)
    add_form(command)
    command.set_defaults(run=on_library(run_reread))


def add_signature(command: argparse.ArgumentParser) -> None:
    """Who says so, and why."""
    command.add_argument("--who", required=True, metavar="NAME", help="who decides")
    command.add_argument("--why", default="", metavar="TEXT", help="why")


def run_decide(args: argparse.Namespace) -> int:
    """Write a decision. Returns the exit status."""
    from qawl.library import Library
    from qawl.library.deciding.making import decide

    with Library(args.library) as library:
        changes = dict(change_of(one, args.verdict) for one in args.changes)
        told(decide(library.store, args.finding, args.verdict, changes, who=args.who, why=args.why), args)
    return 0


def change_of(text: str, verdict: str) -> tuple[str, Any]:
    """A field and its value, as somebody writes them. Raises `LibraryError`."""
    from qawl.library import LibraryError
    from qawl.library.deciding.fields import read_value

    field, equals, value = text.partition("=")
    if verdict == "fix" and not equals:
        raise LibraryError("bad_value", "{text!r} is no FIELD=VALUE", text=text)
    return field, read_value(value) if equals else None


def run_suppress(args: argparse.Namespace) -> int:
    """Suppress or restore; a name that nobody has may be misspelt, so that is told. Returns the exit status."""
    from qawl.library import Library
    from qawl.show.strings import say

    with Library(args.library) as library:
        act = library.suppress if args.verdict == "suppress" else library.restore
        before = library.store.fact("changed")
        told([act(args.finding, page=args.page, person=args.person, who=args.who, why=args.why)], args)
        if args.person and args.verdict == "suppress":
            complain(say(args.lang, "nobody_gone" if library.store.fact("changed") == before else "gone_by_name"))
    return 0


def told(decisions: Iterable[Decision], args: argparse.Namespace) -> None:
    """Tell what was decided, a line each."""
    from qawl.show.decided import decision_line

    for decision in decisions:
        print(decision_line(decision, args.lang))


def run_decisions(args: argparse.Namespace) -> int:
    """List decisions or disagreements, or move them out and in. Returns the exit status."""
    from qawl.library import Library

    with Library(args.library) as library:
        if args.taken:
            return take_in(library, args)
        if args.export:
            return write(library.export_decisions(), args.export)
        return write(listed(library, args), args.out)


def listed(library: Library, args: argparse.Namespace) -> Iterable[bytes]:
    """What is listed, in the form that is wanted."""
    from qawl.show.decided import show_decisions, show_disagreements, show_proposals

    look = choose_look(args)
    if args.proposals:
        return show_proposals(library.proposals(), look)
    return show_disagreements(library.disagreements(), look) if args.disagreements else show_decisions(library.decisions(), look)


def write(lines: Iterable[bytes], path: Path | None) -> int:
    """Write lines. Returns the exit status."""
    from qawl.show.writing import open_output

    with open_output(path) as out:
        out.writelines(lines)
        out.flush()
    return 0


def take_in(library: Library, args: argparse.Namespace) -> int:
    """Take in a file of decisions; what does not fit is told with its line. Returns the exit status."""
    from qawl.show.decided import import_line

    with args.taken.open("rb") as lines:
        imported = library.import_decisions(lines)
    for misfit in imported.misfits:
        complain(f"{args.taken}:{misfit.line}: {misfit.error.told(args.lang)}")
    print(import_line(imported, args.lang))
    return SOME_DO_NOT_FIT if imported.misfits else 0


def run_reread(args: argparse.Namespace) -> int:
    """Read pages anew, tell what could not be read, and end with how many changed. Returns the exit status."""
    from qawl.library import Library
    from qawl.show.decided import reread_line
    from qawl.show.failures import reason_line
    from qawl.show.progress import open_bar
    from qawl.show.strings import say

    if args.captures and (args.all or args.failed):
        complain(say(args.lang, "reread_one"))
        return 2
    outcomes: Counter[str] = Counter()
    with Library(args.library) as library, open_bar(sys.stderr.isatty(), None) as bar:
        for one in bar(library.reread(args.captures or None, all=args.all, failed=args.failed, workers=args.workers)):
            outcomes[one.outcome] += 1
            if one.outcome == "failed":
                complain(reason_line(one.capture, one.code or "", one.message or "", args.lang))
    print(reread_line(outcomes, args.lang, str(args.library)))
    return int(bool(outcomes["failed"]))
