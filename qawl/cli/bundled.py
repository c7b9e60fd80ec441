"""The commands `schema` and `samples`: what comes with the program."""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from qawl.cli.arguments import Commands
from qawl.model import encode, schema


def add_schema(commands: Commands[argparse.ArgumentParser]) -> None:
    """The command `schema`."""
    command = commands.add_parser("schema", help="print the JSON Schema of a record")
    command.set_defaults(run=run_schema)


def add_samples(commands: Commands[argparse.ArgumentParser]) -> None:
    """The command `samples`."""
    command = commands.add_parser("samples", help="print the paths of the bundled sample pages, one a line")
    command.set_defaults(run=run_samples)


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
