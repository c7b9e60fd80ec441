"""What turns a page into another one though their words are alike: a negation, denial, another number, name or outcome."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from typing import Literal, NamedTuple

from rapidfuzz import fuzz

from qawl.arabic.forms import forms
from qawl.arabic.letters import fold, fold_phrase
from qawl.arabic.stances.flag_words import FlagWord, entries
from qawl.arabic.tokens import Tokens
from qawl.arabic.verbs import verb_readings
from qawl.arabic.wording import NEGATED, is_denied, negates, numbers_in
from qawl.library.across.likeness import Gap, Likeness, Named, Prose, Range
from qawl.library.searching.words import words_of
from qawl.tables import table

Turn = Literal["retraction", "negation", "denial", "number", "day", "person", "place", "outcome"]
# From so high a likeness of their letters on two names are spellings of one.
SPELLING = 75
ANYWHERE = "anywhere"


class Side(NamedTuple):
    """Some words of a page, where it differs from another one."""

    prose: Prose
    words: Range

    @property
    def text(self) -> str:
        """What they say."""
        return self.prose.written(self.words)

    @property
    def forms(self) -> list[str]:
        """The words as they are written."""
        return [self.prose.text[word.start : word.end] for word in self.prose.words[slice(*self.words)]]

    @property
    def stems(self) -> list[str]:
        """The words as they are compared."""
        return [word.stem for word in self.prose.words[slice(*self.words)]]

    def is_sentences(self) -> bool:
        """Whether they are whole sentences."""
        return self.prose.sentence_begins(self.words[0]) and self.prose.sentence_begins(self.words[1])


def turns(pages: Likeness) -> Iterator[Turn]:
    """What turns the one page into the other, where they differ."""
    for gap in pages.gaps():
        yield from turns_of(gap, Side(pages.one, gap.one), Side(pages.other, gap.other))


def turns_of(gap: Gap, one: Side, other: Side) -> Iterator[Turn]:
    """What turns the words of one page into those of the other."""
    added = (not one.text and other.is_sentences()) or (not other.text and one.is_sentences())
    if takes_back(one.stems, added) != takes_back(other.stems, added):
        yield "retraction"
    if not (gap.head or added):
        yield from (turn for turn, by in _BY_ONE.items() if by(one) != by(other))
        yield from (turn for turn, by in _BY_BOTH.items() if differ(by(one), by(other)))
        if differ_in_outcome(one, other):
            yield "outcome"
        if differ_in_names(names(one, one.prose.people), names(other, other.prose.people)):
            yield "person"
        if differ_in_names(names(one, one.prose.places), names(other, other.prose.places)):
            yield "place"


def differ(one: set[float], other: set[float]) -> bool:
    """Whether each of two pages has what the other has not."""
    return bool(one - other and other - one)


# -- what one page has and the other has not


class Retraction(NamedTuple):
    """Words that take back what was told before, as stems; ``anywhere``: in a sentence of their own too."""

    stems: list[str]
    anywhere: bool


@cache
def retractions() -> dict[str, list[Retraction]]:
    """First stem of words that take back what was told before -> such words."""
    found: dict[str, list[Retraction]] = {}
    for row in table("retractions.tsv"):
        stems = [word.stem for word in words_of(row["form"])]
        found.setdefault(stems[0], []).append(Retraction(stems, row["reach"] == ANYWHERE))
    return found


def takes_back(stems: list[str], alone: bool = False) -> bool:
    """Whether words take back what was told before; ``alone`` where they stand for nothing that the other page has."""
    return any(one.anywhere or not alone for place in range(len(stems)) for one in retractions_at(stems, place))


def title_takes_back(stems: list[str]) -> bool:
    """Whether a title takes back what was told before, or begins with a word that does so."""
    return bool(list(retractions_at(stems, 0))) or takes_back(stems, alone=True)


def retractions_at(stems: list[str], place: int) -> Iterator[Retraction]:
    """What begins at a place and takes back what was told before."""
    known = retractions().get(stems[place], ()) if place < len(stems) else ()
    return (one for one in known if stems[place : place + len(one.stems)] == one.stems)


def is_negated(side: Side) -> bool:
    """Whether one of the words negates; a phrase that only looks so does not: غير أن, لا يزال."""
    words, (first, stop) = side.prose.words, side.words
    if first == stop:
        return False
    tokens = Tokens(side.prose.text, words[first].start, words[min(stop, len(words) - 1)].end)
    place = 0
    while place < len(tokens) and tokens.starts[place] < words[stop - 1].end:
        phrase = phrase_at(tokens, place)
        if NEGATED in phrase.flags if phrase else negates(tokens.keys[place]):
            return True
        place += len(phrase.words) - phrase.lead if phrase else 1
    return False


def phrase_at(tokens: Tokens, place: int) -> FlagWord | None:
    """The phrase of several words that colours what is said, or only seems to, and has a word for its head."""
    for entry in entries(tokens.keys[place]):
        start = place - entry.lead
        if len(entry.words) > 1 and start >= 0 and tuple(tokens.keys[start : start + len(entry.words)]) == entry.words:
            return entry
    return None


@cache
def denying() -> frozenset[str]:
    """The folded forms of verbs that deny."""
    return frozenset(
        form for form, several in verb_readings().items() if all(is_denied(reading.act, reading.lemma) for reading in several)
    )


def is_denying(side: Side) -> bool:
    """Whether one of the words denies."""
    return any(fold(form) in denying() or stem in denying() for form, stem in zip(side.forms, side.stems, strict=True))


_BY_ONE: dict[Turn, Callable[[Side], bool]] = {"negation": is_negated, "denial": is_denying}


# -- what both have, but not the same


def numbers(side: Side) -> set[float]:
    """The numbers among the words."""
    return {number.value for number in numbers_in(side.text) if number.value is not None}


@cache
def calendar() -> dict[str, float]:
    """Stem of a weekday -> its number."""
    return {word.stem: float(row["number"]) for row in table("weekdays.tsv") for word in words_of(row["form"])}


def weekdays(side: Side) -> set[float]:
    """The weekdays among the words, by number."""
    return {calendar()[stem] for stem in side.stems if stem in calendar()}


_BY_BOTH: dict[Turn, Callable[[Side], set[float]]] = {"number": numbers, "day": weekdays}


def outcomes(side: Side) -> dict[str, set[str]]:
    """Matter -> how it came out, by the words."""
    found: dict[str, set[str]] = {}
    for form, stem in zip(side.forms, side.stems, strict=True):
        for told in forms("outcomes.tsv").get(fold(form)) or forms("outcomes.tsv").get(stem):
            found.setdefault(told.row["matter"], set()).add(told.row["outcome"])
    return found


def differ_in_outcome(one: Side, other: Side) -> bool:
    """Whether a matter came out one way by the words of one page, and another way by those of the other."""
    mine, theirs = outcomes(one), outcomes(other)
    return any(not mine[matter] & theirs[matter] for matter in mine.keys() & theirs.keys())


def names(side: Side, known: list[Named]) -> set[str]:
    """The full names, folded, of those who are named by some of the words."""
    words = side.prose.words[slice(*side.words)]
    if not words:
        return set()
    return {fold_phrase(one.name) for one in known if any(word.start < one.end and one.start < word.end for word in words)}


def differ_in_names(mine: set[str], theirs: set[str]) -> bool:
    """Whether both name somebody, or some place, and none of the one is any of the other by the name."""
    return bool(mine and theirs) and not any(fuzz.token_set_ratio(a, b) >= SPELLING for a in mine for b in theirs)
