"""Units of personal names, from the tables of names: which open a full name, which go on with one: سالم، الكندي، عبد الله."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from qawl.arabic.letters import ALEF_MAKSURA, ARTICLE, HARD_G, SOFT_G, fold
from qawl.arabic.ordinary import COMMON_FROM, frequencies
from qawl.tables import data_path, table, table_lines

# A unit may go on with a name if names have this share of its uses.
FAMILY_SHARE = 0.001
# A word that opens this many full names is a usual given name.
USUAL_FIRST = 60
# Names of East Asia have this many syllables mostly at most.
SYLLABLES = 3
# The region of Arabic names.
AT_HOME = "arab"
# One with the article opens this many, of which there are fewer.
USUAL_DEFINITE = 20


@cache
def syllables() -> dict[str, str]:
    """Folded syllables of East Asian names, with where they stand: `first` as family names, `later`, `middle` or `both`."""
    return {fold(row["form"]): row["place"] for row in table("syllables.tsv")}


@cache
def family_syllables() -> frozenset[str]:
    """The syllables that are family names."""
    return frozenset(key for key, place in syllables().items() if place in ("first", "both"))


def most_syllables(keys: Sequence[str], first: int) -> int:
    """How many syllables a name at `first` has at most: four with a woman's middle one, نغوين ثي مونغ هوا, else three."""
    return SYLLABLES + (syllables().get("".join(keys[first + 1 : first + 2])) == "middle")


@cache
def known_abroad() -> frozenset[str]:
    """Folded given names that are no Arabic words."""
    return frozenset(key for key, region in spelt("given_names.tsv") if region != AT_HOME)


def spelt(name: str) -> Iterator[tuple[str, str]]:
    """Folded names of a table with their regions, foreign ones with ج for غ too where no word is written so: غريغور، جريجور."""
    for row in table(name):
        key, region = fold(row["form"]), row["region"]
        yield key, region
        if HARD_G in key and region != AT_HOME and (egyptian := key.replace(HARD_G, SOFT_G)) not in frequencies():
            yield egyptian, region


class Unit(NamedTuple):
    """How a unit of personal names is used: the full names it opens, those that hold it at all, and how often text has it."""

    opened: int
    held: int
    common: int

    @property
    def uses(self) -> int:
        """Its uses as any word."""
        return max(self.common, COMMON_FROM)

    @property
    def share(self) -> float:
        """The share of names in its uses."""
        return self.held / self.uses

    @property
    def goes_on(self) -> bool:
        """Whether it may go on with a name."""
        return self.held > 1 and self.share >= FAMILY_SHARE

    @property
    def is_lone(self) -> bool:
        """Whether a single full name goes on with it, and no general text has it."""
        return self.held == 1 and not (self.opened or self.common)


@cache
def units() -> dict[str, Unit]:
    """Folded unit of personal names, `عبد الله` too -> its use. The table stands folded, and is asked for here only."""
    _, *rows = (cells for _, cells in table_lines(data_path("names.tsv")))
    return {key: Unit(int(first), int(first) + int(other), int(common)) for key, first, other, common in rows}


@cache
def lone_families() -> frozenset[str]:
    """Folded words that a single full name goes on with, and that are no words of general text: بنعدي."""
    return frozenset(key for key, unit in units().items() if unit.is_lone)


@cache
def definite_names() -> frozenset[str]:
    """Folded given names with the article: الوليد, المهدي; those too that are at home where the names' table is not: الدرديري."""
    written = frozenset(fold(row["form"]) for row in table("given_names.tsv") if row["form"].startswith(ARTICLE))
    return written | frozenset(key for key in seldom_names() if key.startswith(ARTICLE))


def is_usual_definite(key: str) -> bool:
    """Whether a word with the article is so often a given name that it honours nobody: الأستاذ الطاهر سالم; not الفاضل."""
    return key in definite_names() and key in units() and units()[key].opened >= USUAL_DEFINITE


@cache
def seldom_names() -> frozenset[str]:
    """Folded given names, those too that are mostly ordinary words: جو, جيل."""
    return frozenset(key for key, unit in units().items() if unit.opened > 1)


@cache
def word_names() -> frozenset[str]:
    """Folded given names of the world that are Arabic words too: دان, بيت, ويل."""
    return frozenset(fold(row["form"]) for row in table("word_names.tsv"))


@cache
def usual_given_names() -> frozenset[str]:
    """Folded words that open many full names."""
    return frozenset(key for key, unit in units().items() if unit.opened >= USUAL_FIRST)


@cache
def held_by_names() -> dict[str, int]:
    """Folded unit that may go on with a name, written joined -> the full names that hold it, the fewest of its spellings."""
    held: dict[str, int] = {}
    for key, unit in units().items():
        if unit.goes_on:
            joined = key.replace(" ", "")
            held[joined] = min(held.get(joined, unit.held), unit.held)
    return held


@cache
def dotted_names() -> frozenset[str]:
    """Keys of small words written with ى that are usual names when written with ي: علي beside على, but not إلي."""
    small = (fold(row["form"]) for row in table("particles.tsv") if row["form"].endswith(ALEF_MAKSURA))
    return frozenset(key for key in small if key in usual_given_names())


@cache
def connectors() -> dict[str, str]:
    """Folded words inside names: `before` joins with the word after it (بن, عبد), `after` with the word before it (الله, الدين).

    `last` ends a name and is no part of it: الابن, جونيور. `tail` ends a surname of two words: تشاووش أوغلو.
    """
    return {fold(row["form"]): row["side"] for row in table("name_parts.tsv") if row["side"] != "article"}


@cache
def openers() -> dict[str, str]:
    """Folded connectors that can open a name, with how.

    `yes` anywhere (عبد, أبو), `kin` where a name is expected (ابن), `mother` before a given name too (أم).
    """
    return {fold(row["form"]): row["opens"] for row in table("name_parts.tsv") if row["opens"] != "no"}


@cache
def descents() -> frozenset[str]:
    """Folded words inside names that tell whose child somebody is: بن, بنت, ولد."""
    return frozenset(fold(row["form"]) for row in table("name_parts.tsv") if row["descends"] == "yes")


@cache
def credits() -> frozenset[str]:
    """Folded nouns of what those did who made a work, right before their names: بطولة، إخراج."""
    return frozenset(fold(row["form"]) for row in table("personal_words.tsv") if row["use"] == "credit")
