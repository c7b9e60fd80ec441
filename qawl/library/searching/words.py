"""A text's index words with their places: what a search compares, under which a word stands in the index.

A word has a stem (folded, its prefixes and article cut off), the same with ة kept, and the form that is written. Everything is
asked of the surface form alone, so that a query and a page give one word alike; only months look at their neighbours.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files
from itertools import chain, repeat
from pathlib import Path
from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from qawl.arabic.letters import (
    ARABIC_LETTERS,
    ARTICLE,
    CONJUNCTIONS,
    DOES_NOT,
    FOREIGN_SOUNDS,
    HE_DOES,
    IMPERFECT_HEADS,
    INVISIBLE,
    MARKS,
    PREPOSITIONS,
    SEATED_BELOW,
    SERVANT,
    TA_MARBUTA,
    TATWEEL,
    TO_THE,
    WRITTEN_TA_MARBUTA,
    fold,
)
from qawl.arabic.lexicon import PREFIX
from qawl.arabic.ordinary import frequencies
from qawl.arabic.pieces import analyse
from qawl.tables import read_table, several, table

_GOES_ON = f"[{ARABIC_LETTERS}{MARKS}{TATWEEL}{INVISIBLE}]"
_ENDS = f"[{ARABIC_LETTERS}{MARKS}{TATWEEL}]"
# Letters of Arabic, of another script, or a number; marks part words and are none.
WORD = re.compile(
    rf"[{ARABIC_LETTERS}](?:{_GOES_ON}*{_ENDS})?|(?:(?![{ARABIC_LETTERS}])[^\W\d_])(?:(?![{ARABIC_LETTERS}])[^\W_])*|\d+(?:[.,٫٬]\d+)*"
)
_ARABIC = re.compile(f"[{ARABIC_LETTERS}]")
_UNSEEN = re.compile(f"[{INVISIBLE}]")
_FOREIGN = str.maketrans(FOREIGN_SOUNDS)
# Signs that part the thousands of a number, three digits behind each; another one parts its fraction.
_THOUSANDS = re.compile(r"[,٬.](?=\d{3}(?:[,٬.]|$))")
_FRACTION = str.maketrans(",٫٬", "...")
# A longer word is no word; the index would drop it.
LONGEST = 100
# What stands fused behind لا is a verb that general text knows so well, and this much better than the two as one: لايريد.
VERB_FROM, TIMES_BETTER, SHORTEST_VERB = 150, 4, 4
# Letters that stand alone as they may stand fused, and are no words: «و جورجيا».
LONE = frozenset(CONJUNCTIONS + PREPOSITIONS)
CACHE_SIZE = 200_000
# Before the number of a month, so that it is no other word.
MONTH = "\u2021"

Stem = tuple[str, str]
# A stem, the same with ة, and what is written of it.
Part = tuple[str, str, str]
_seen: dict[str, tuple[Part, ...]] = {}


class Word(Struct, frozen=True, gc=False):
    """One index word: its place in code points of the text, its stem, the stem with ة kept, and the form as it is written.

    Where one written word holds two (لايريد), both have its place and ``written`` is empty in the second. Where several are one
    word, a month's كانون الثاني or فبراير/شباط, ``stem`` and ``strict`` are empty behind the first."""

    start: int
    end: int
    stem: str
    strict: str
    written: str


def words_of(text: str, start: int = 0, stop: int | None = None) -> list[Word]:
    """The index words of a text, or of its part from `start` to `stop`, in order; offsets are code points of `text`."""
    words, openings = _plain_words(text, start, len(text) if stop is None else stop), _month_openings()
    return list(_with_months(words)) if any(word.stem in openings for word in words) else words


def stems_in(text: str) -> list[str]:
    """The stems of the index words of a text, in order: what `words_of` has, without the places."""
    found = [stem for word in WORD.findall(text) for stem, _, _ in _parts_of(word)]
    if not _month_openings().isdisjoint(found):
        found = [word.stem for word in words_of(text)]
    return list(filter(None, found))


@lru_cache(maxsize=4)
def words_of_page(text: str) -> tuple[Word, ...]:
    """The index words of a text; kept for the last few, since each step that takes a page in asks for them."""
    return tuple(words_of(text))


def _plain_words(text: str, start: int, stop: int) -> list[Word]:
    found: list[Word] = []
    for match in WORD.finditer(text, start, stop):
        at, end = match.span()
        for stem, strict, written in _parts_of(match[0]):
            found.append(Word(at, end, stem, strict, written))
    return found


def _parts_of(word: str) -> tuple[Part, ...]:
    parts = _seen.get(word)
    return _keep(word) if parts is None else parts


def _keep(word: str) -> tuple[Part, ...]:
    if len(_seen) >= CACHE_SIZE:
        _seen.clear()
    written = chain((_UNSEEN.sub("", word)[:LONGEST],), repeat(""))
    parts = tuple((stem[:LONGEST], strict[:LONGEST], form) for (stem, strict), form in zip(stems_of(word), written, strict=False))
    _seen[word] = parts
    return parts


# -- one written word


def stems_of(word: str) -> tuple[Stem, ...]:
    """The stems of one written word, each with the same that keeps ة; none for a lone prefix, two for two words in one.

    «وللناتو» is ناتو, «لايريد» is لا and يريد, «عبدالله» is عبد and الله.
    """
    if not _ARABIC.match(word):
        return (_other_stem(word),)
    word = word.translate(_FOREIGN)
    key = fold(word)
    if key in LONE:
        return ()
    found = tuple(stem for part, definite in _parts(word) for stem in _arabic_stems(part, definite))
    return found if len(found[-1][0]) > 1 else ((key, strict_of(key, word)),)  # لله is no لل and ه


def _other_stem(word: str) -> Stem:
    stem = _number(word) if word[0].isdecimal() else word.casefold()
    return stem, stem


def _number(word: str) -> str:
    """A number in digits of the West without signs between its thousands: ١٬٠٠٠ is 1000."""
    return _THOUSANDS.sub("", fold(word)).translate(_FRACTION)


def _parts(word: str) -> Iterator[tuple[str, bool]]:
    """What remains of a written word without its prefixes, and whether the last of them was لل."""
    definite = False
    for start, end, key, kind in analyse(word):
        if kind & PREFIX and end < len(word):
            definite = key == TO_THE
        else:
            yield word[start:end], definite
            definite = False


def _arabic_stems(word: str, definite: bool) -> Iterator[Stem]:
    """The stems of a word without its prefixes; what is left of these stands before إ, with which no other word goes on: بإعادة."""
    if word[0] in PREPOSITIONS and word[1:2] == SEATED_BELOW:
        word = word[1:]
    key = fold(word)
    if cut := _fused(key):
        yield key[:cut], key[:cut]
        key = key[cut:]
    stem = key if definite else without_article(key)
    for part in spelt(stem).split(" "):
        yield part, strict_of(part, word)


def strict_of(stem: str, word: str) -> str:
    """A stem with the ة that its word is written with."""
    return stem[:-1] + WRITTEN_TA_MARBUTA if word.endswith(WRITTEN_TA_MARBUTA) and stem.endswith(TA_MARBUTA) else stem


def _fused(key: str) -> int:
    """How many letters of a folded word are another word that was written together with it: لا before a verb, عبد before a name."""
    if key.startswith(SERVANT + ARTICLE) and len(key) > len(SERVANT + ARTICLE):
        return len(SERVANT)
    rest = key[len(DOES_NOT) :]
    if not key.startswith(DOES_NOT) or len(rest) < SHORTEST_VERB or rest[0] not in IMPERFECT_HEADS:
        return 0
    known = frequencies()
    verb = min(known.get(rest, 0), known.get(HE_DOES + rest[1:], 0))
    return len(DOES_NOT) if verb >= max(VERB_FROM, known.get(key, 0) * TIMES_BETTER) else 0


def without_article(key: str) -> str:
    """A folded word without its article; a word that only begins like it, which the list knows with one of its own, stays whole."""
    if not key.startswith(ARTICLE) or len(key) <= len(ARTICLE) + 1 or key in whole_words() or ARTICLE + key in frequencies():
        return key
    return key[len(ARTICLE) :]


# -- tables


def library_table(name: str) -> list[dict[str, str]]:
    """The rows of the table `name` of this room."""
    return read_table(Path(str(files("qawl") / "library" / "searching" / name)))


@cache
def whole_words() -> frozenset[str]:
    """Folded words that begin as the article does and have none."""
    return frozenset(fold(row["form"]) for row in library_table("whole_words.tsv"))


@cache
def spellings() -> dict[str, str]:
    """Stem -> the stem, or the two, under which another spelling of the same word is kept: اوربي -> اوروبي."""
    return {fold(other): fold(row["form"]) for row in library_table("spellings.tsv") for other in several(row["variants"])}


def spelt(stem: str) -> str:
    """A stem under the spelling that it is kept by; two parted by a space where others write two words."""
    return spellings().get(stem, stem)


# -- months


class Months(NamedTuple):
    """Names of months as stems -> the word of the month: of one word, of two; those of one that are other words too, with the words
    before and behind that tell the month."""

    single: dict[str, str]
    double: dict[tuple[str, str], str]
    doubtful: dict[str, tuple[frozenset[str], frozenset[str]]]

    def opening(self, stem: str) -> tuple[str, ...]:
        """The months whose names of two words begin with this stem."""
        return tuple(sorted({month for (first, _), month in self.double.items() if first == stem}))


@cache
def months() -> Months:
    """The names of the months of the year of the West; those of the Hijri year have one name each."""
    single: dict[str, str] = {}
    double: dict[tuple[str, str], str] = {}
    for row in (*table("months.tsv"), *table("months_more.tsv")):
        stems = all_stems(row["form"])
        if row["calendar"] == "gregorian" and len(stems) == 1:
            single[stems[0]] = MONTH + row["number"]
        elif row["calendar"] == "gregorian":
            double[stems[0], stems[1]] = MONTH + row["number"]
    rows = library_table("doubtful_months.tsv")
    return Months(single, double, {all_stems(row["form"])[0]: (_beside(row["before"]), _beside(row["behind"])) for row in rows})


def all_stems(phrase: str) -> tuple[str, ...]:
    """The stems of the words of a phrase, months as any other word."""
    return tuple(word.stem for word in _plain_words(phrase, 0, len(phrase)))


def _beside(cell: str) -> frozenset[str]:
    return frozenset(stem for form in several(cell) for stem in all_stems(form))


@cache
def _month_openings() -> frozenset[str]:
    """The stems with which the name of a month begins."""
    return frozenset(months().single) | {first for first, _ in months().double}


def month_at(words: list[Word], place: int) -> tuple[str, int] | None:
    """The month that is named at `place`, and by how many words; a name that is another word too needs a date's word beside it."""
    known, stem = months(), words[place].stem
    if place + 1 < len(words) and (double := known.double.get((stem, words[place + 1].stem))):
        return double, 2
    single = known.single.get(stem)
    if not single or (stem in known.doubtful and not _is_dated(words, place, single)):
        return None
    return single, 1


def _is_dated(words: list[Word], place: int, month: str) -> bool:
    """Whether a number, the month's other name, or a word that leads to this one stands beside a word: في مارس, مارس الماضي."""
    before, behind = months().doubtful[words[place].stem]
    last = words[place - 1].stem if place else ""
    following = words[place + 1].stem if place + 1 < len(words) else ""
    numbered = any(stem.isdecimal() or months().single.get(stem) == month for stem in (last, following))
    return numbered or last in before or following in behind


def _with_months(words: list[Word]) -> Iterator[Word]:
    """The words with every month as one, under whichever names it stands: 2 فبراير/شباط is 2 and the second month."""
    place, openings = 0, _month_openings()
    while place < len(words):
        word = words[place]
        found = month_at(words, place) if word.stem in openings else None
        place += 1
        if not found:
            yield word
            continue
        month, stop = found[0], place - 1 + found[1]
        while stop < len(words) and (more := month_at(words, stop)) and more[0] == month:
            stop += more[1]
        yield replace(word, stem=month, strict=month)
        yield from (replace(other, stem="", strict="") for other in words[place:stop])
        place = stop
