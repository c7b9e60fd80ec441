"""The sets of `bench/across`, line by line: families of names, chains of events, pairs of statements and of pages."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).resolve().parent / "across"
# What is left of the number of a line by two, for all lines and for those of which only one half may have been read.
LINES = {"all": (0, 1), "odd": (1,), "even": (0,)}


def numbered_lines(kind: str, name: str, which: str = "all") -> Iterator[tuple[int, dict[str, Any]]]:
    """The lines of a set (`names`, `work`) with their numbers from 1; of these all, or the odd or even ones."""
    text = (FOLDER / f"{kind}.{name}.jsonl").read_text(encoding="utf-8")
    for number, line in enumerate(text.splitlines(), 1):
        if number % 2 in LINES[which]:
            yield number, json.loads(line)
