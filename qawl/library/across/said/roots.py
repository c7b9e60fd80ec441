"""The roots that a word may have: its strong letters, what stands before and behind them taken off. Rough, for comparing two texts.

A root of two strong letters keeps where its weak one stands: قام, يقوم and قيام have one root, وعد and عاد two.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files
from pathlib import Path

from qawl.tables import Row, read_table

KEPT = 1 << 16
PLACE = "."
STRONG, FEWEST = 3, 2


def said_table(name: str) -> list[Row]:
    """The rows of the table `name` of this room."""
    return read_table(Path(str(files("qawl") / "library" / "across" / "said" / name)))


@cache
def affixes(use: str) -> tuple[str, ...]:
    """The affixes of one use, the longest first."""
    return tuple(sorted((row["form"] for row in said_table("root_affixes.tsv") if row["use"] == use), key=lambda form: -len(form)))


@lru_cache(maxsize=KEPT // 8)
def roots(stem: str) -> frozenset[str]:
    """The roots that a folded word without article may have: most often one or two; none where no two letters are strong."""
    shapes = {shape for peeled in peelings(stem) for shape in shapes_of(peeled)}
    short = {shape for shape in shapes if len(shape.replace(PLACE, "")) <= STRONG}
    return frozenset(short or shapes)


def peelings(stem: str) -> Iterator[str]:
    """A word as it is and without what may stand before and behind its root."""
    for trunk in {stem, *(stem.removesuffix(tail) for tail in affixes("tail") if has_rest(stem.removesuffix(tail), stem))}:
        yield trunk
        for head in affixes("head"):
            rest = trunk.removeprefix(head)
            if has_rest(rest, trunk):
                yield rest


def has_rest(rest: str, word: str) -> bool:
    """Whether something was taken off and enough is left."""
    return rest != word and len(rest) >= (FEWEST if len(word) <= STRONG else STRONG)


def shapes_of(word: str) -> Iterator[str]:
    """The strong letters of a word; of four whose second may be an infix also the three others."""
    strong = strong_letters(word)
    if len(strong) > STRONG and strong[1] in affixes("infix"):
        yield strong[0] + strong[2:]
    if len(strong) == FEWEST:
        yield placed(word, strong)
    elif len(strong) > FEWEST:
        yield strong


def strong_letters(word: str) -> str:
    """The letters of a word that stay, doubled ones once."""
    found = ""
    for letter in word:
        if letter not in affixes("weak") and not found.endswith(letter):
            found += letter
    return found


def placed(word: str, strong: str) -> str:
    """Two strong letters, and where a weak one stands: before them, between or behind."""
    first, last = word.index(strong[0]), word.rindex(strong[1])
    if first and word[first - 1] in affixes("weak")[1:] and len(word) > FEWEST:
        return PLACE + strong
    if last - first > 1 and strong[0] * 2 not in word and strong[1] * 2 not in word and word.count(strong[1]) == 1:
        return strong[0] + PLACE + strong[1]
    return strong + PLACE if last < len(word) - 1 else strong


def is_plural_of(many: str, single: str) -> bool:
    """Whether a word may be, by its form, many of another one that is known to be like it: طرق, طريق; ملاعب, ملعب; سدود, سد."""
    forms = (alone for form, alone in plural_forms() if form.fullmatch(many) and not form.fullmatch(single))
    return any(alone.fullmatch(single) for alone in forms)


@cache
def plural_forms() -> list[tuple[re.Pattern[str], re.Pattern[str]]]:
    """The forms of plurals, with a dot for each other letter, and those of the single ones beside them."""
    return [(re.compile(row["form"]), re.compile(row["single"] or ".*")) for row in said_table("plural_forms.tsv")]
