"""Read a file of examples: a text, then what must be found in it.

A case is a run of lines between blank lines. Its first lines are the text (`⏎` stands for a line end); lines that begin with `=`
say what must be found, cells parted by `|`; the single line `none` says that nothing may be found; `todo: why` marks a known
failure.
Lines that begin with `#` are comments, and `## name` names the rule that the following cases are for.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

LINE_END = "⏎"


@dataclass(frozen=True)
class Case:
    """A text, the cells of each finding that it must give, and why it is known to fail, if it is."""

    rule: str
    text: str
    expected: tuple[tuple[str, ...], ...]
    todo: str | None
    place: str


def cases_path(name: str) -> Path:
    """Where the bundled case file `name` lies."""
    return Path(str(files("qawl") / "arabic" / "cases" / name))


def blocks(lines: list[str]) -> Iterator[tuple[int, list[str]]]:
    """Runs of lines between blank lines, each with the number of its first line."""
    start = 0
    block: list[str] = []
    for number, line in enumerate([*lines, ""], 1):
        if line.strip():
            start = start if block else number
            block.append(line.strip())
        elif block:
            yield start, block
            block = []


def read_cases(path: Path) -> list[Case]:
    """The cases of a file in order. Raises `ValueError` for a text without an expectation."""
    cases, rule = [], ""
    for number, block in blocks(path.read_text(encoding="utf-8").splitlines()):
        rule = next((line[3:].strip() for line in block if line.startswith("## ")), rule)
        lines = [line for line in block if not line.startswith("#")]
        if lines:
            cases.append(_case(rule, lines, f"{path.name}:{number}"))
    return cases


def _case(rule: str, lines: list[str], place: str) -> Case:
    todo = next((line.removeprefix("todo:").strip() for line in lines if line.startswith("todo:")), None)
    found = [tuple(cell.strip() for cell in line[1:].split("|")) for line in lines if line.startswith("=")]
    text = [line for line in lines if not line.startswith(("=", "todo:")) and line != "none"]
    if not text or not (found or "none" in lines):
        raise ValueError(f"{place}: a case needs a text and what must be found in it, or `none`")
    return Case(rule, "\n".join(text).replace(LINE_END, "\n"), tuple(found), todo, place)
