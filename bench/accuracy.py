"""Accuracy on the development set, both halves, through its own scorer (`python -m bench.accuracy`).

Prints the scorer's figures, who said what by the form of the speaker (the scorer sees the statements of one form only, so
that its precision is that of the form), who said what by outlet, the encounters of both halves with the absences of the whole
set, and what is told as done in the event sentences. Half b is seen by nothing but the scorers.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any, NamedTuple, get_args

from bench.acts import SETS, scores
from bench.shared import absence, shared_file
from qawl.model import Form

HEADLINE = "who said what"


class Measured(NamedTuple):
    """What is printed: the scorer's figures of both halves, who said what by form and by outlet, encounters and actions."""

    overall: str
    forms: str
    outlets: str
    agenda: str
    done: str


def measure() -> Measured | None:
    """The figures of both halves, None where the development set is not there."""
    gold, scorer = shared_file("bench/dev.jsonl"), shared_file("bench/score.py")
    if gold is None or scorer is None:
        return None
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "out.jsonl"
        read_into(out, gold)
        judge = Judge(scorer, gold, out)
        return Measured(judge.overall(), judge.forms(), judge.outlets(), judge.agenda(), "\n".join(map(scores, SETS)))


def read_into(out: Path, pages: Path) -> None:
    """Write the records of the pages of a JSONL file to `out`. Raises `CalledProcessError` where the reader fails."""
    read = ["read", "--from", "jsonl", "--format", "jsonl", "--out", str(out), str(pages)]
    subprocess.run([sys.executable, "-m", "qawl.cli", *read], check=True)


class Judge(NamedTuple):
    """The scorer with the marks and the records that it compares."""

    scorer: Path
    gold: Path
    out: Path

    def score(self, half: str, *options: str, out: Path | None = None) -> list[str]:
        """The lines that the scorer prints for one half."""
        command = [sys.executable, str(self.scorer), str(self.gold), str(out or self.out), "--half", half, *options]
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout.rstrip().splitlines()

    def overall(self) -> str:
        """Every figure of both halves."""
        return "\n".join(line for half in "ab" for line in (f"half {half}", *self.score(half)))

    def agenda(self) -> str:
        """The encounters of both halves, and the absences of the whole set."""
        marks, scorer = self.gold.with_name("agenda.dev.jsonl"), self.scorer.with_name("score_agenda.py")
        command = [sys.executable, str(scorer), str(self.gold), str(marks), str(self.out)]
        lines: list[str] = []
        for part, options in (("half a", ["--half", "a"]), ("half b", ["--half", "b"]), ("both halves", [])):
            done = subprocess.run([*command, *options], check=True, capture_output=True, text=True)
            printed = done.stdout.rstrip().splitlines()
            lines += [part, *(line for line in printed if options or line.startswith("absences"))]
        return "\n".join(lines)

    def forms(self) -> str:
        """How often a statement with each form of the speaker is right, in both halves."""
        lines = [f"{'form':10s} {'half a':>22s} {'half b':>22s}"]
        for form in get_args(Form):
            only = self.out.with_suffix(f".{form}")
            write_form(self.out, only, form)
            shares = [precision(self.score(half, out=only)) for half in "ab"]
            lines.append(f"{form:10s} {shares[0]:>22s} {shares[1]:>22s}")
        return "\n".join(lines)

    def outlets(self) -> str:
        """Who said what by outlet, the lowest first, in both halves."""
        lines = []
        for half in "ab":
            lines += [f"half {half}", *(line for line in self.score(half, "--outlets") if line.startswith("  "))]
        return "\n".join(lines)


def precision(lines: list[str]) -> str:
    """The precision of who said what with its counts."""
    line = next(line for line in lines if line.startswith(HEADLINE))
    share = line.split("P", 1)[1].split("R", 1)[0].strip()
    return f"{share} ({line.split('(', 1)[1].split(' found', 1)[0]})"


def write_form(records: Path, only: Path, form: str) -> None:
    """The records with the statements of one form of the speaker alone."""
    with records.open(encoding="utf-8") as lines, only.open("w", encoding="utf-8") as kept:
        for line in lines:
            record: dict[str, Any] = json.loads(line)
            record["statements"] = [it for it in record.get("statements", []) if (it["speaker"] or {}).get("form") == form]
            kept.write(json.dumps(record, ensure_ascii=False) + "\n")


def main() -> int:
    """Print the figures. Returns the exit status: 2 where the development set is not there."""
    measured = measure()
    if measured is None:
        print(absence(), file=sys.stderr)
        return 2
    print("\n\n".join(measured))
    return 0


if __name__ == "__main__":
    sys.exit(main())
