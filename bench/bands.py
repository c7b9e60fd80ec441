"""How often each rule is right with each form of the speaker (`python -m bench.bands`).

Measured on half a of the development set alone, cell by cell: a finding is right where its statement is marked and its speaker is
the marked one. One without a speaker, or that pairs with an optional mark, is no case. Writes `qawl/arabic/data/bands.tsv` (counts
only) and prints it, best cells first.
"""

from __future__ import annotations

import json
import sys
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from bench.marks import GoldPage, place_marks
from bench.scoring import pair_statements
from bench.shared import absence, shared_file
from qawl import read
from qawl.arabic.bands import band_of_counts, wilson_lower
from qawl.tables import data_path

TABLE = data_path("bands.tsv")
# A cell with fewer cases is joined with others.
LARGE = 40
HEADER = """\
# How often a rule was right with a form of the speaker: right of cases, counts only.
# source: half a of the development set, which is not in the repository
# joined: own = the cell's own counts, rule = those of the rule's small cells together, form = those of the form's.
# command: python -m bench.bands
rule\tform\tright\tcases\tjoined
"""

Cell = tuple[str, str]


class Count(NamedTuple):
    """Right findings among all cases, and whose counts they are."""

    right: int
    cases: int
    joined: str = "own"


def half_of(outlet: str | None) -> str:
    """The half of the development set that an outlet falls into, as its scorer has it."""
    return "ba"[zlib.crc32((outlet or "").encode()) % 2]


def tuning_pages(path: Path) -> Iterator[GoldPage]:
    """The pages of half a with their marks."""
    with path.open(encoding="utf-8") as lines:
        for document in map(json.loads, lines):
            if half_of(document.get("outlet")) == "a":
                yield gold_page(document)


def gold_page(document: dict[str, Any]) -> GoldPage:
    """A line of the development set as a page with marks; what its marks leave out is what the guidelines take for granted."""
    gold = document["gold"]
    statements = [{"optional": False, "speaker_alt": [], "speaker_type": None, **mark} for mark in gold["statements"]]
    marks = {"statements": statements, "people": [], "dates": [], "published": document.get("published")}
    return place_marks(document["id"], document["text"], marks)


def verdicts(page: GoldPage) -> Iterator[tuple[Cell, bool]]:
    """The cell of every case of a page and whether it was right."""
    found = read(page.text, kind="text", published=page.published).statements
    pairing = pair_statements(page, found)
    for number, statement in enumerate(found):
        mark = pairing.pairs.get(number)
        if statement.speaker is None or (mark is not None and page.statements[mark].optional):
            continue
        yield (statement.rule, statement.speaker.form), mark is not None and pairing.is_right(number)


def count_cells(pages: Iterable[GoldPage]) -> dict[Cell, Count]:
    """Right and all cases of every cell."""
    cells: dict[Cell, Count] = {}
    for page in pages:
        for cell, right in verdicts(page):
            old = cells.get(cell, Count(0, 0))
            cells[cell] = Count(old.right + right, old.cases + 1)
    return cells


def join_small(cells: dict[Cell, Count]) -> dict[Cell, Count]:
    """The counts of each cell, small ones joined: with the other small cells of the rule, and if still small, of the form."""
    joined = dict(cells)
    left = [cell for cell, count in cells.items() if count.cases < LARGE]
    for part, name in ((0, "rule"), (1, "form")):
        for key in sorted({cell[part] for cell in left}):
            group = [cell for cell in left if cell[part] == key]
            total = Count(sum(cells[cell].right for cell in group), sum(cells[cell].cases for cell in group), name)
            if name == "form" or total.cases >= LARGE:
                joined |= dict.fromkeys(group, total)
                left = [cell for cell in left if cell not in group]
    return joined


def table_text(cells: dict[Cell, Count]) -> str:
    """The table as it is kept, in the order of rule and form."""
    rows = (f"{rule}\t{form}\t{count.right}\t{count.cases}\t{count.joined}" for (rule, form), count in sorted(cells.items()))
    return HEADER + "\n".join(rows) + "\n"


def report(cells: dict[Cell, Count], own: dict[Cell, Count]) -> Iterator[str]:
    """The table for a reader: what every rule earns with each form, its own cases first."""
    yield f"{'rule':20s} {'form':10s} {'own':>9s} {'measured':>12s} {'precision':>9s} {'lower':>6s}  band"
    for cell, count in sorted(cells.items(), key=lambda item: -wilson_lower(item[1].right, item[1].cases)):
        rule, form = cell
        mine = f"{own[cell].right}/{own[cell].cases}"
        measured = f"{count.right}/{count.cases} {count.joined}"
        share, lower = count.right / count.cases, wilson_lower(count.right, count.cases)
        band = band_of_counts(count.right, count.cases)
        yield f"{rule:20s} {form:10s} {mine:>9s} {measured:>12s} {share:9.1%} {lower:6.3f}  {band}"


def main() -> int:
    """Measure, write and print the table. Returns the exit status: 2 where the development set is not there."""
    path = shared_file("bench/dev.jsonl")
    if path is None:
        print(absence(), file=sys.stderr)
        return 2
    own = count_cells(tuning_pages(path))
    cells = join_small(own)
    TABLE.write_text(table_text(cells), encoding="utf-8")
    print("\n".join(report(cells, own)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
