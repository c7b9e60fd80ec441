"""Write the measured figures where the program finds them (`python -m bench.quality`): qawl/web/quality.tsv.

They are those that docs/accuracy.md and README.md show, which `python -m bench.readme` measures; it writes this table too. The day
of measuring stays as it is where no figure has changed.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import NamedTuple

from bench.shared import ROOT
from qawl.tables import read_table

TABLE = ROOT / "qawl" / "web" / "quality.tsv"
ACCURACY, README = ROOT / "docs" / "accuracy.md", ROOT / "README.md"
SHOWN = {**dict.fromkeys(("overall", "agenda", "forms", "outlets", "done"), ACCURACY), "golden": README}
HEADER = """\
# What was measured of the program, made by `python -m bench.quality` of what docs/accuracy.md and README.md show.
# part: overall, agenda (encounters), forms (of the speaker), outlets, done (actions), golden (the pages of the repository).
# set: a and b are the halves of the development set, all what is not in halves. precision and recall are percent.
# right of found, met of wanted are the counts behind them; empty where a figure is a share of what was found.
"""
_NUMBER = r"\s*(?P<{}>[\d.]+)%"
_SHARES = " +P" + _NUMBER.format("precision") + " +R" + _NUMBER.format("recall")
_COUNTS = r".*\((?P<right>\d+) of (?P<found>\d+) found, (?P<met>\d+) of (?P<wanted>\d+) wanted\)"
_BOTH = re.compile(r" *(?P<figure>.+?)" + _SHARES + _COUNTS)
_SHARE = re.compile(r"(?P<figure>\S.+?) +(?P<right>\d+) of (?P<found>\d+) \((?P<precision>[\d.]+)%\)")
_SPEAKER = re.compile(r"(?P<figure>speaker) +of (?P<found>\d+) found statements (?P<right>\d+) right \((?P<precision>[\d.]+)%\).*")
_FORM = re.compile(r"(\w+) +([\d.]+)% \((\d+) of (\d+)\) +([\d.]+)% \((\d+) of (\d+)\)")
_PERCENT = r"(?P<figure>\S.+?) {2,}(?P<precision>[\d.]+)(?: +(?P<recall>[\d.]+) +[\d.]+)?"
_GOLDEN = re.compile(_PERCENT + r" +(?P<right>\d+)/(?P<found>\d+) +(?P<met>\d+)/(?P<wanted>\d+)")
_HALF = {"half a": "a", "half b": "b", "both halves": "all"}


class Figure(NamedTuple):
    """A row of the table."""

    part: str
    set: str
    figure: str
    precision: str
    recall: str = ""
    right: str = ""
    found: str = ""
    met: str = ""
    wanted: str = ""


def figures() -> list[Figure]:
    """All that is shown, in its order."""
    return [figure for part in SHOWN for figure in figures_of(part, shown(part))]


def shown(name: str) -> list[str]:
    """The lines of the block `name`. Raises `ValueError` where its page has none."""
    page = SHOWN[name]
    found = re.search(rf"<!-- shown: {name} -->\n+```\w*\n(.*?)\n```", page.read_text(encoding="utf-8"), re.DOTALL)
    if not found:
        raise ValueError(f"{page.name} has no block {name}")
    return found[1].splitlines()


def figures_of(part: str, lines: list[str]) -> Iterator[Figure]:
    """The figures of a block. Raises `ValueError` for a line that is none of the forms in which figures are printed."""
    half = "all"
    for line in lines:
        if line.strip() in _HALF:
            half = _HALF[line.strip()]
        elif not line.startswith(("form  ", "figure  ")):
            yield from figures_of_line(part, half, line)


def figures_of_line(part: str, half: str, line: str) -> Iterator[Figure]:
    """The figure of a line, of a form of the speaker one for each half."""
    if part == "forms" and (form := _FORM.fullmatch(line)):
        for name, place in (("a", 2), ("b", 5)):
            yield Figure(part, name, form[1], form[place], right=form[place + 1], found=form[place + 2])
        return
    found = next(filter(None, (shape.fullmatch(line) for shape in (_BOTH, _SPEAKER, _SHARE, _GOLDEN))), None)
    if not found:
        raise ValueError(f"no figure is read from {line!r}")
    yield Figure(part, half, **{name: (value or "").strip() for name, value in found.groupdict().items()})


def written(found: list[Figure], day: str) -> str:
    """The table."""
    rows = ["\t".join((*Figure._fields, "measured")), *("\t".join((*figure, day)) for figure in found)]
    return HEADER + "\n".join(rows) + "\n"


def kept() -> tuple[list[Figure], str]:
    """What the table holds, and of which day it is; nothing where there is none."""
    rows = read_table(TABLE) if TABLE.exists() else []
    return [Figure(**{name: row[name] for name in Figure._fields}) for row in rows], rows[0]["measured"] if rows else ""


def main() -> int:
    """Write the table anew where a figure has changed. Returns 0."""
    now, (before, day) = figures(), kept()
    TABLE.write_text(written(now, day if now == before else datetime.now(UTC).date().isoformat()), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
