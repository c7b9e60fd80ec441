"""Words of news that say nearly the same, and words that say the contrary, by stem or root."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache

from qawl.library.across.said.roots import FEWEST, PLACE, STRONG, roots, said_table
from qawl.library.searching.words import all_stems
from qawl.tables import several

NONE: frozenset[int] = frozenset()


def senses_of(stem: str, of: frozenset[str]) -> frozenset[int]:
    """The rows of near_synonyms.tsv that have a word, by its stem or, where its root has three strong letters, by that."""
    return looked_up(senses(), stem, of)


def surely_senses_of(stem: str, of: frozenset[str]) -> frozenset[int]:
    """The rows that have a word by its stem or by a root of three strong letters; one of two may be that of many other words."""
    return looked_up(senses(), stem, strong(of))


def strong(of: frozenset[str]) -> frozenset[str]:
    """The roots of three strong letters."""
    return frozenset(root for root in of if len(root.replace(PLACE, "")) >= STRONG)


def opposites_of(stem: str, of: frozenset[str]) -> frozenset[int]:
    """The sides of opposites.tsv that have a word: row n has the sides n and -n."""
    return looked_up(sides(), stem, of)


def kinds_of(stem: str, of: frozenset[str]) -> frozenset[int]:
    """The rows of kinds.tsv that have a word: row n as -n where it is one of the special ones, of which none stands for another."""
    return looked_up(kinds(), stem, of)


def is_lacking(stem: str, of: frozenset[str]) -> bool:
    """Whether a word tells that something is not there or is not done: نقص, غياب, فشل, رفض; it may stand for a negation."""
    return bool(looked_up(lacking(), stem, strong(of)))


def looked_up(known: dict[str, frozenset[int]], stem: str, of: frozenset[str]) -> frozenset[int]:
    """What a table has of a word, by its stem and its roots."""
    return known.get(stem, NONE).union(*(known.get(root_key(root), NONE) for root in of)) or NONE


def root_key(root: str) -> str:
    """A root as a key, so that it is no stem."""
    return f"/{root}"


@cache
def senses() -> dict[str, frozenset[int]]:
    """Stem or root -> rows."""
    return gathered((number, row["forms"]) for number, row in enumerate(said_table("near_synonyms.tsv"), 1))


@cache
def lacking() -> dict[str, frozenset[int]]:
    """Stem or root of the words of lacking in the table of negations."""
    return gathered((1, row["form"]) for row in said_table("negations.tsv") if row["use"] == "lacks")


@cache
def sides() -> dict[str, frozenset[int]]:
    """Stem or root -> sides."""
    return gathered(both_columns("opposites.tsv", "one", "other"))


@cache
def kinds() -> dict[str, frozenset[int]]:
    """Stem or root -> rows, negative for the special words."""
    return gathered(both_columns("kinds.tsv", "general", "special"))


def both_columns(name: str, one: str, other: str) -> Iterator[tuple[int, str]]:
    """The cells of two columns, each with the number of its row, negative for the second."""
    for number, row in enumerate(said_table(name), 1):
        yield number, row[one]
        yield -number, row[other]


def gathered(cells: Iterable[tuple[int, str]]) -> dict[str, frozenset[int]]:
    """Stem or root of each form -> the numbers of its cells; roots of two letters tell too little.

    What stands in both columns of a row by its root tells neither: دائن, مدين and مدينة have one root.
    """
    found: defaultdict[str, set[int]] = defaultdict(set)
    for number, cell in cells:
        for stem in (stem for form in several(cell) for stem in all_stems(form)):
            for key in (stem, *(root_key(root) for root in roots(stem) if len(root) > FEWEST)):
                found[key].add(number)
    return {key: frozenset(number for number in numbers if -number not in numbers) for key, numbers in found.items()}
