"""What to type: the examples that stand in the help of a command."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from pathlib import Path

from qawl.tables import read_table


def examples_of(command: str) -> list[str]:
    """The examples of a command, of all of them where it is empty, a line each."""
    return [row["example"] for row in _examples() if row["command"] == command]


@cache
def _examples() -> list[dict[str, str]]:
    return read_table(Path(str(files("qawl") / "cli" / "examples.tsv")))
