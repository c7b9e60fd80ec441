"""The score gate: reads the golden pages and holds every figure to its floor (`python -m bench.gate`).

Exit status 1 where a score lies below its floor, where a floor was lowered or taken away without a new reason, and,
with `--strict`, where a score has outgrown its floor by more than two points.
"""

from __future__ import annotations

import argparse
import math
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from bench.agenda_scores import score_agenda
from bench.golden import read_golden
from bench.marks import GoldPage, golden_pages
from bench.scoring import FIGURES, Scores, Tally, no_scores, score_page
from qawl.cli.messages import leave_pipe

FLOORS = Path(__file__).resolve().parent / "floors.tsv"
SLACK = 1.0  # points that `--update` leaves between a score and its floor
ROOM = 2.0  # points above its floor at which a score asks for a raise
HOW_TO_RAISE = "raise it with python -m bench.gate --update"
MEASURES: dict[str, Callable[[Tally], float | None]] = {
    "precision": lambda tally: tally.precision,
    "recall": lambda tally: tally.recall,
    "F1": lambda tally: tally.f1,
}
SINGLE = (
    "kind",
    "cue",
    "speaker type",
    "exact name",
    "event type",
    "event status",
)  # found statements all answer these: one share says it all
HEADLINE = "who said what"  # the one figure whose precision and recall have floors of their own


@dataclass(frozen=True)
class Floor:
    """The least that a figure may score, in points of 100, and why it was last lowered."""

    figure: str
    least: float
    reason: str


def main(argv: list[str] | None = None) -> int:
    """Print the table and what the floors say to it. Returns the exit status."""
    parser = argparse.ArgumentParser(prog="python -m bench.gate", description=__doc__)
    parser.add_argument("--strict", action="store_true", help="fail also where a floor must be raised")
    parser.add_argument("--update", action="store_true", help="raise the floors to what is reached now; lowers none")
    args = parser.parse_args(argv)
    by_page = score_pages(golden_pages())
    total = add_up(by_page.values())
    print("\n".join(table_lines(total, by_page)))
    if args.update:
        FLOORS.write_text(raised(FLOORS.read_text(encoding="utf-8"), points(total)), encoding="utf-8")
    return judge(points(total), args.strict)


# -- scores


def score_pages(pages: list[GoldPage]) -> dict[str, Scores]:
    """The scores of each page, by its name, which is its style."""
    by_page = {page.id: no_scores() for page in pages}
    for page in pages:
        record = read_golden(page)
        score_page(page, record, by_page[page.id])
        score_agenda(page, record, by_page[page.id])
    return by_page


def add_up(parts: Iterable[Scores]) -> Scores:
    """The scores of all pages taken together."""
    total = no_scores()
    for scores in parts:
        for figure, tally in scores.items():
            total[figure].add(tally.right, tally.found, tally.met, tally.wanted)
    return total


def points(scores: Scores) -> dict[str, float]:
    """Every figure that has a floor, in points of 100: `kind` -> 91.2, `people` -> 80.0."""
    return {name: 100 * (share or 0.0) for name, share in shares(scores)}


def shares(scores: Scores) -> Iterator[tuple[str, float | None]]:
    """What has a floor: F1 of every figure (a single share is its own F1), and both sides of who said what."""
    yield f"{HEADLINE} precision", scores[HEADLINE].precision
    yield f"{HEADLINE} recall", scores[HEADLINE].recall
    for figure in FIGURES:
        yield figure, scores[figure].f1


def table_lines(total: Scores, by_page: dict[str, Scores]) -> Iterator[str]:
    """The scores by figure, then by style."""
    yield f"{'figure':16} {'precision':>10} {'recall':>8} {'F1':>8}   right/found  met/wanted"
    for figure in FIGURES:
        yield figure_line(figure, total[figure])
    columns = ("who said what", "statements", "tight content", "people", "dates")
    yield ""
    yield f"{'style (F1)':16}" + "".join(f"{column:>15}" for column in columns)
    for style, scores in by_page.items():
        yield f"{style:16}" + "".join(f"{percent(scores[column].f1):>15}" for column in columns)


def figure_line(figure: str, tally: Tally) -> str:
    counts = f"{tally.right}/{tally.found}", f"{tally.met}/{tally.wanted}"
    measured = (percent(tally.recall), "", "") if figure in SINGLE else tuple(percent(m(tally)) for m in MEASURES.values())
    return f"{figure:16} {measured[0]:>10} {measured[1]:>8} {measured[2]:>8}   {counts[0]:>11}  {counts[1]:>10}"


def percent(share: float | None) -> str:
    return "-" if share is None else f"{100 * share:.1f}"


# -- floors


def floor_rows(text: str) -> Iterator[tuple[int, Floor]]:
    """The rows of a floors table with the numbers of their lines. Raises `ValueError` for a row that is none."""
    for number, line in enumerate(text.splitlines()):
        if line and not line.startswith(("#", "figure\t")):
            cells = [*line.split("\t"), ""][:3]
            yield number, Floor(cells[0], float(cells[1]), cells[2].strip())


def parse_floors(text: str) -> dict[str, Floor]:
    """The floors of a table by figure. Raises `ValueError` for a row that is none."""
    return {floor.figure: floor for _, floor in floor_rows(text)}


def judge(scores: dict[str, float], strict: bool) -> int:
    """Print what the floors say to the scores. Returns the exit status."""
    text = FLOORS.read_text(encoding="utf-8")
    floors = parse_floors(text)
    faults = [*too_low(scores, floors), *lowered_rows(text)]
    raises = list(outgrown(scores, floors))
    for line in faults + raises:
        print(line, file=sys.stderr)
    print(f"floors: {len(floors)} held to, {len(faults)} at fault, {len(raises)} to raise")
    return 1 if faults or (strict and raises) else 0


def too_low(scores: dict[str, float], floors: dict[str, Floor]) -> Iterator[str]:
    """A line for each score below its floor, each figure without one, and each floor without a figure."""
    for figure, score in scores.items():
        if figure not in floors:
            yield f"NO FLOOR  {figure}: {score:.1f} has no row in {FLOORS.name}; add one"
        elif score < floors[figure].least:
            yield f"TOO LOW   {figure}: {score:.1f} is below its floor of {floors[figure].least:.1f}"
    for figure in floors.keys() - scores.keys():
        yield f"UNKNOWN   {figure}: no figure has this name"


def outgrown(scores: dict[str, float], floors: dict[str, Floor]) -> Iterator[str]:
    """A line for each score that asks for a higher floor."""
    for figure, floor in floors.items():
        score = scores.get(figure, 0.0)
        if score > floor.least + ROOM:
            yield f"RAISE     {figure}: {score:.1f} is over {ROOM:.0f} points above its floor of {floor.least:.1f}; {HOW_TO_RAISE}"


def raised(text: str, scores: dict[str, float]) -> str:
    """The floors table with every floor that can rise set one point below its score; a risen floor needs no reason."""
    lines = text.splitlines()
    for number, floor in floor_rows(text):
        least = math.floor(10 * max(scores.get(floor.figure, 0.0) - SLACK, 0.0)) / 10
        if least > floor.least:
            lines[number] = floor_line(replace(floor, least=least, reason=""))
    return "\n".join([*lines, *new_rows(text, scores)]) + "\n"


def new_rows(text: str, scores: dict[str, float]) -> list[str]:
    """Rows for figures that have none yet."""
    known = parse_floors(text)
    missing = {figure: score for figure, score in scores.items() if figure not in known}
    return [floor_line(Floor(figure, math.floor(10 * max(score - SLACK, 0.0)) / 10, "")) for figure, score in missing.items()]


def floor_line(floor: Floor) -> str:
    return f"{floor.figure}\t{floor.least:.1f}\t{floor.reason}"


# -- lowered rows


def lowered_rows(text: str) -> list[str]:
    """A line for each floor that is lower than in the version committed before, without a reason of its own."""
    before = committed_before(text)
    if before is None:
        print("floors: no earlier version to compare with (no git, or none committed)")
        return []
    return list(lowered(parse_floors(text), parse_floors(before)))


def lowered(now: dict[str, Floor], before: dict[str, Floor]) -> Iterator[str]:
    """A line for each floor of `before` that `now` lowers or lacks without a new reason."""
    for figure, old in before.items():
        new = now.get(figure)
        if new is None:
            yield f"TAKEN     {figure}: its floor of {old.least:.1f} is gone; lower it with a reason instead"
        elif new.least < old.least and new.reason in ("", old.reason):
            yield f"LOWERED   {figure}: from {old.least:.1f} to {new.least:.1f} without a reason; write why in the third column"


def committed_before(text: str) -> str | None:
    """The newest committed version of the floors that differs from `text`, None where there is none or no git."""
    versions = git("log", "--format=%H", "-n", "2", "--", FLOORS.name).split()
    contents = (git("show", f"{version}:./{FLOORS.name}") for version in versions)
    return next((content for content in contents if content and content != text), None)


def git(*arguments: str) -> str:
    """What git prints, nothing where it fails or is absent."""
    try:
        done = subprocess.run(["git", *arguments], cwd=FLOORS.parent, capture_output=True, check=False)
    except FileNotFoundError:
        return ""
    return done.stdout.decode() if done.returncode == 0 else ""


def piped(run: Callable[[], int]) -> int:
    """The exit status of a command whose reader may leave before the end (`| head`): 1, for nothing was judged to the end."""
    try:
        status = run()
        sys.stdout.flush()
    except BrokenPipeError:
        leave_pipe()
        return 1
    return status


if __name__ == "__main__":
    sys.exit(piped(main))
