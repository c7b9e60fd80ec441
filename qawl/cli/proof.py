"""The commands `verify`, `pack` and `backup`: what was kept is as it came, can be shown to others, and is there twice."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from qawl.cli.arguments import Commands, add_form, add_out, add_workers
from qawl.cli.library import add_library, on_library

if TYPE_CHECKING:  # loaded where it is used: `qawl --help` must not wait for it
    from qawl.library.proving.proof import Checked


def add_verify(commands: Commands[argparse.ArgumentParser]) -> None:
    """The command `verify` and its options."""
    command = commands.add_parser("verify", help="check that a library, or an evidence file, is as it was written, to the byte")
    command.add_argument("files", nargs="*", type=Path, metavar="FILE", help="evidence files to check in place of the library")
    add_library(command)
    command.add_argument("--again", action="store_true", help="also read each page anew that this version read, and compare")
    command.add_argument("--format", choices=["table", "jsonl"], default="table", help="form of the output (default: table)")
    add_out(command)
    add_workers(command)
    add_form(command)
    command.set_defaults(run=on_library(run_verify))


def add_pack(commands: Commands[argparse.ArgumentParser]) -> None:
    """The command `pack` and its options."""
    command = commands.add_parser("pack", help="write one file with all that proves a statement")
    command.add_argument("statement", metavar="STATEMENT", help="its id, the beginning of it, or CAPTURE:ID")
    add_library(command)
    add_out(command)
    add_form(command)
    command.set_defaults(run=on_library(run_pack))


def add_backup(commands: Commands[argparse.ArgumentParser]) -> None:
    """The command `backup` and its options."""
    command = commands.add_parser("backup", help="copy a library, also while others write to it")
    command.add_argument("target", type=Path, metavar="TARGET", help="a new folder, or a new file that ends in .sqlite")
    add_library(command)
    add_form(command)
    command.set_defaults(run=on_library(run_backup))


def run_verify(args: argparse.Namespace) -> int:
    """Check a library, or evidence files. Returns the exit status: 0 where all is whole, 1 where something is damaged."""
    if args.files:
        return tell(args, ", ".join(map(str, args.files)), checked_files(args.files, args.again))
    return tell(args, str(args.library), checked_library(args))


def checked_files(files: list[Path], again: bool) -> Iterable[Checked]:
    """What was found in evidence files, each by itself; damages name their file."""
    from msgspec.structs import replace

    from qawl.export.unpack import check_pack

    for path in files:
        found = check_pack(path, again=again)
        yield replace(found, damages=tuple(replace(one, message=f"{path}: {one.message}") for one in found.damages))


def run_pack(args: argparse.Namespace) -> int:
    """Write the evidence file of a statement, and tell its name and hash. Returns the exit status."""
    from hashlib import sha256

    from qawl.export.pack import packed
    from qawl.library import Library
    from qawl.show.writing import open_output

    with Library(args.library) as library:
        evidence = library.evidence(args.statement)
    path = args.out or Path(f"{evidence.statement.id}.qawl.zip")
    data = packed(evidence)
    with open_output(path) as out:
        out.write(data)
    print(f"{path}: SHA-256 {sha256(data).hexdigest()}")
    return 0


def run_backup(args: argparse.Namespace) -> int:
    """Copy a library, and tell where the copy is. Returns the exit status."""
    from qawl.library import Library
    from qawl.show.strings import say

    with Library(args.library) as library:
        path = library.backup(args.target)
    print(f"{path}: {path.stat().st_size} {say(args.lang, 'bytes')}")
    return 0


def checked_library(args: argparse.Namespace) -> Iterable[Checked]:
    """What was found in the library, stretch by stretch."""
    from qawl.library import Library, LibraryError
    from qawl.library.proving.proof import damaged
    from qawl.show.progress import open_bar

    try:
        with Library(args.library) as library, open_bar(sys.stderr.isatty(), None) as bar:
            yield from bar(library.verify(workers=args.workers, again=args.again))
    except LibraryError as error:
        if error.code != "damaged":
            raise
        yield damaged("database", None, error.message)


def tell(args: argparse.Namespace, what: str, found: Iterable[Checked]) -> int:
    """Write each damage as it is found, and in the end what was checked. Returns the exit status."""
    from qawl.library.proving.proof import Checked
    from qawl.show.proved import damage_json, damage_line, verdict
    from qawl.show.writing import open_output

    total = Checked()
    with open_output(args.out) as out:
        for checked in found:
            for damage in checked.damages:
                line = damage_json(damage) if args.format == "jsonl" else f"{damage_line(damage, args.lang)}\n".encode()
                out.write(line)
            total += checked
        if args.format == "table":
            out.write(f"{verdict(total, args.lang, what)}\n".encode())
        out.flush()
    return int(bool(total.damages))
