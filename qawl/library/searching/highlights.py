"""Which words of a statement answer a query, in the places where they stand; whole words, with their prefixes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from operator import attrgetter
from typing import Literal, NamedTuple

from msgspec import Struct, field

from qawl.library.searching.latin import SOUNDS, arabic_sounds
from qawl.library.searching.queries import FIELDS, Mode, Query, Run
from qawl.library.searching.search import How, Tier
from qawl.library.searching.words import words_of
from qawl.model import Statement

Where = Literal["content", "source", "speaker"]


class Highlight(Struct, frozen=True):
    """A word that answers: its place in code points of the document's text, or of its title where the statement stands there.

    In the speaker's name it is the place in the name."""

    text: str
    start: int
    end: int
    where: Where = field(name="in")
    how: How


class Stretch(NamedTuple):
    """A text of a statement as index words: what each is compared by, and where it begins and ends."""

    where: Where
    text: str
    start: int
    keys: list[frozenset[str]]
    places: list[tuple[int, int]]


def highlights_of(statement: Statement, tiers: Sequence[Tier]) -> tuple[Highlight, ...]:
    """The words that answer the queries of a search (`Hits.tiers`), in order, each once and for the surest reason."""
    if not tiers:
        return ()
    found: dict[tuple[Where, int, int], Highlight] = {}
    typed = words_asked(tiers[0].query)
    sounds = any(word.startswith(SOUNDS) for word in typed)
    for stretch in _stretches(statement, tiers[0].query.mode, sounds):
        for how, place in _answering(stretch, tiers, typed):
            start, end = stretch.places[place]
            at = (stretch.where, stretch.start + start, stretch.start + end)
            found.setdefault(at, Highlight(stretch.text[start:end], at[1], at[2], stretch.where, how))
    return tuple(sorted(found.values(), key=lambda one: (one.where, one.start)))


def words_asked(query: Query) -> frozenset[str]:
    """The words that were typed: beside a slip in a phrase they are what they are."""
    return frozenset(word for asked in query.any_of for run in asked.must for slot in run.slots for word in slot)


def _stretches(statement: Statement, mode: Mode, sounds: bool) -> Iterator[Stretch]:
    for span in statement.content:
        yield _stretch("content", span.text, span.start, mode, False)
    if statement.source:
        yield _stretch("source", statement.source.text, statement.source.start, mode, sounds)
    if statement.speaker:
        yield _stretch("speaker", statement.speaker.name, 0, mode, sounds)


def _stretch(where: Where, text: str, start: int, mode: Mode, sounds: bool) -> Stretch:
    """A text as its index words; what is one word with the words behind it, as a month is, ends with the last of them."""
    keys: list[frozenset[str]] = []
    places: list[tuple[int, int]] = []
    key_of = attrgetter(FIELDS[mode])
    for word in words_of(text):
        if key := key_of(word):
            keys.append(frozenset((key, SOUNDS + arabic_sounds(word.stem)) if sounds else (key,)))
            places.append((word.start, word.end))
        elif mode != "exact" and places:
            places[-1] = places[-1][0], word.end
    return Stretch(where, text, start, keys, places)


def _answering(stretch: Stretch, tiers: Sequence[Tier], typed: frozenset[str]) -> Iterator[tuple[How, int]]:
    """The places of words that answer, the surest reason first."""
    for tier in tiers:
        for run in dict.fromkeys(run for asked in tier.query.any_of for run in asked.must):
            for place in _run_in(stretch.keys, run):
                yield (tier.how if stretch.keys[place].isdisjoint(typed) else tiers[0].how), place


def _run_in(keys: list[frozenset[str]], run: Run) -> Iterator[int]:
    """The places of the words of a run, wherever all of it stands."""
    length = len(run.slots)
    if length == 1 and not run.beginning:
        slot = run.slots[0]
        yield from (place for place, key in enumerate(keys) if not key.isdisjoint(slot))
        return
    for start in range(len(keys) - length + 1):
        if all(_fits(keys[start + place], run, place) for place in range(length)):
            yield from range(start, start + length)


def _fits(keys: frozenset[str], run: Run, place: int) -> bool:
    slot = run.slots[place]
    if run.beginning and place == len(run.slots) - 1:
        return any(key.startswith(slot) for key in keys)
    return not keys.isdisjoint(slot)
