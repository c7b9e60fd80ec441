"""Where words stand: the places of a text by word and by class, so that nobody looks through all of it for a few words."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import chain
from typing import Any, Protocol

from qawl.arabic.kept import kept

# A question about a word.
Holds = Callable[[str], object]
# Of so many words it is kept what holds of them.
KEPT = 1 << 16


class Words(Protocol):
    """The words of a text and their classes, as `tokens.Tokens` has them."""

    keys: list[str]
    kinds: list[int]
    answers: dict[Any, Any] | None

    def __len__(self) -> int:
        """How many words and marks the text has."""


@kept
def by_word(tokens: Words) -> dict[str, list[int]]:
    """Folded word -> where it stands, in order."""
    found: dict[str, list[int]] = {}
    for place, key in enumerate(tokens.keys[: len(tokens)]):
        found.setdefault(key, []).append(place)
    return found


@kept
def by_kind(tokens: Words) -> dict[int, list[int]]:
    """All the classes of a word -> where words of just these stand, in order."""
    found: dict[int, list[int]] = {}
    for place, kind in enumerate(tokens.kinds[: len(tokens)]):
        found.setdefault(kind, []).append(place)
    return found


class Questions:
    """Questions about words by themselves: all are put to each word when it is met, which is only looked up in later texts."""

    def __init__(self) -> None:
        self._asked: tuple[Holds, ...] = ()
        self._known: dict[str, tuple[Holds, ...]] = {}

    def add(self, holds: Holds) -> int:
        """Ask one more, of the words that were met before too. Returns how many there are."""
        if holds not in self._asked:
            self._asked = (*self._asked, holds)
            self._known = {}
        return len(self._asked)

    def places(self, words: dict[str, list[int]]) -> dict[Holds, list[int]]:
        """Question -> where the words stand of which it holds, in order."""
        if len(self._known) > KEPT:
            self._known = {}
        known, asked = self._known, self._asked
        found: dict[Holds, list[int]] = {holds: [] for holds in asked}
        for word, places in words.items():
            told = known.get(word)
            if told is None:
                told = known[word] = tuple([holds for holds in asked if holds(word)])
            for holds in told:
                found[holds] += places
        return {holds: sorted(places) for holds, places in found.items()}


QUESTIONS = Questions()


@kept
def by_question(tokens: Words, _number: int) -> dict[Holds, list[int]]:
    """Question -> where the words stand of which it holds, in order, for so many questions as there are."""
    return QUESTIONS.places(by_word(tokens))


def words_where(tokens: Words, holds: Holds) -> list[int]:
    """Where the words stand of which something holds, in order; it is asked once of each word."""
    return by_question(tokens, QUESTIONS.add(holds))[holds]


def words_among(tokens: Words, keys: Iterable[str]) -> list[int]:
    """Where the words stand that are among a few, in order."""
    found = by_word(tokens)
    return sorted(chain.from_iterable([found[key] for key in keys if key in found]))


def words_only(tokens: Words, kinds: int) -> list[int]:
    """Where words stand that are of no other classes than those of `kinds`, in order."""
    return sorted(chain.from_iterable([places for kind, places in by_kind(tokens).items() if not kind & ~kinds]))


def words_of(tokens: Words, kinds: int) -> list[int]:
    """Where words of one of the classes of `kinds` stand, in order."""
    return sorted(chain.from_iterable([places for kind, places in by_kind(tokens).items() if kind & kinds]))
