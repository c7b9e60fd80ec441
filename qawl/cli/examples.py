"""What the help of a command tells beside its options: what it does, and what to type."""

from __future__ import annotations

import argparse
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from qawl.tables import read_table


class ToldCommands(argparse._SubParsersAction):  # type: ignore[type-arg]
    """Commands whose own help begins with what `qawl --help` says of them and ends with examples."""

    def add_parser(self, name: str, **more: Any) -> argparse.ArgumentParser:
        """A command that is told so."""
        command: argparse.ArgumentParser = super().add_parser(
            name,
            description=f"{more['help'][:1].upper()}{more['help'][1:]}.",
            epilog=examples_text(name),
            formatter_class=argparse.RawDescriptionHelpFormatter,
            **more,
        )
        return command


def examples_text(command: str) -> str:
    """The examples of a command, of all of them where it is empty, as they stand in its help."""
    return "\n".join(["examples:", *(f"  {example}" for example in examples_of(command))])


def examples_of(command: str) -> list[str]:
    """What to type, a line each."""
    return [row["example"] for row in _examples() if row["command"] == command]


@cache
def _examples() -> list[dict[str, str]]:
    return read_table(Path(str(files("qawl") / "cli" / "examples.tsv")))
