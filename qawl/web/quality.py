"""What was measured of the program, what its bands rest on, and under which licences what it brings stands."""

from __future__ import annotations

import re
from functools import cache
from importlib.metadata import PackageNotFoundError, distribution, requires
from importlib.resources import files
from pathlib import Path
from typing import Literal

from msgspec import Struct, convert

from qawl.arabic.bands import band_of_counts
from qawl.model import Band
from qawl.tables import read_table, table

Part = Literal["overall", "agenda", "forms", "outlets", "done", "golden"]
Half = Literal["a", "b", "all"]
# Where fewer cases were counted, a low share tells little.
FEWEST = 20
WEAKEST = 6
BANDS: tuple[Band, ...] = ("publish", "check", "draft")
_LICENCE = re.compile(r"License :: (?:OSI Approved :: )?(.*)")


class Figure(Struct, frozen=True, kw_only=True):
    """A row of ``quality.tsv``: percent, with the counts behind them; a figure without ``recall`` is a share of what was found."""

    part: Part
    set: Half
    figure: str
    precision: float
    recall: float | None
    right: int
    found: int
    met: int | None
    wanted: int | None
    measured: str

    @property
    def low(self) -> float:
        """The lower of the two shares."""
        return min(self.precision, self.precision if self.recall is None else self.recall)


class Measure(Struct, frozen=True):
    """A figure by the set on which it was measured; None where it was not."""

    figure: str
    a: Figure | None = None
    b: Figure | None = None
    all: Figure | None = None


class Cell(Struct, frozen=True):
    """How often a rule was right with a form of the speaker, of how many cases, and whose counts these are."""

    rule: str
    form: str
    right: int
    cases: int
    joined: Literal["own", "rule", "form"]

    @property
    def band(self) -> Band:
        """The band that follows."""
        return band_of_counts(self.right, self.cases)

    @property
    def counted(self) -> tuple[str, str]:
        """The cases behind it: small cells of one rule or one form share them."""
        return {"own": (self.rule, self.form), "rule": (self.rule, ""), "form": ("", self.form)}[self.joined]


class Credit(Struct, frozen=True):
    """Something that Qawl brings or needs: what it is for, its version where it has one, its licence, where it is from."""

    name: str
    use: str
    licence: str
    address: str = ""
    version: str = ""


class Counted(Struct, frozen=True):
    """What was measured of the findings of a band."""

    band: Band
    cells: tuple[Cell, ...]
    right: int
    cases: int


@cache
def figures() -> tuple[Figure, ...]:
    """All that was measured."""
    rows = [{name: cell or None for name, cell in row.items()} for row in read_table(_path("quality.tsv"))]
    return tuple(convert(rows, list[Figure], strict=False))


def measures(part: Part) -> tuple[Measure, ...]:
    """The figures of a part, those of the sets side by side."""
    found: dict[str, dict[str, Figure]] = {}
    for one in figures():
        if one.part == part:
            found.setdefault(one.figure, {})[one.set] = one
    return tuple(Measure(name, **sets) for name, sets in found.items())


def weakest() -> list[Figure]:
    """Where the program does worst on outlets that its rules were not tuned on, the lowest figures first."""
    told = [one for one in figures() if one.set == "b" and one.part in ("overall", "agenda") and one.found >= FEWEST]
    return sorted((one for one in told if one.figure != "publish share"), key=lambda one: one.low)[:WEAKEST]


@cache
def bands() -> tuple[Counted, ...]:
    """The bands with the rules that lead to them, and what was counted of these."""
    cells = convert(table("bands.tsv"), list[Cell], strict=False)
    return tuple(_counted(band, [cell for cell in cells if cell.band == band]) for band in BANDS)


def _counted(band: Band, cells: list[Cell]) -> Counted:
    once = {cell.counted: cell for cell in cells}.values()
    ordered = sorted(cells, key=lambda cell: (-cell.right / (cell.cases or 1), -cell.cases, cell.rule, cell.form))
    return Counted(band, tuple(ordered), sum(cell.right for cell in once), sum(cell.cases for cell in once))


@cache
def credits() -> tuple[Credit, ...]:
    """The data and fonts that Qawl brings."""
    return tuple(convert(read_table(_path("credits.tsv")), list[Credit]))


@cache
def libraries() -> tuple[Credit, ...]:
    """The libraries that Qawl needs, as they are installed here."""
    needed = (line for line in requires("qawl") or () if "extra ==" not in line)
    return tuple(library(re.split(r"[^\w.-]", line, maxsplit=1)[0]) for line in needed)


def library(name: str) -> Credit:
    """A library with its version and licence, as its own description has them; empty where it has none."""
    try:
        told = distribution(name).metadata
    except PackageNotFoundError:
        return Credit(name, "", "")
    classes = (found[1] for line in told.get_all("Classifier") or () if (found := _LICENCE.fullmatch(line)))
    licence = told["License-Expression"] or (told["License"] or "").partition("\n")[0] or ", ".join(classes)
    return Credit(name, "", licence, version=told["Version"])


def _path(name: str) -> Path:
    return Path(str(files("qawl") / "web" / name))
