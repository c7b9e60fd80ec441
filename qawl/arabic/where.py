"""Where words stand: the places of a text by word and by class, so that nobody looks through all of it for a few words."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import chain
from typing import Any, Protocol

from qawl.arabic.kept import kept


class Words(Protocol):
    """The words of a text and their classes, as `tokens.Tokens` has them."""

    keys: list[str]
    kinds: list[int]
    answers: dict[Any, Any] | None


@kept
def by_word(tokens: Words) -> dict[str, list[int]]:
    """Folded word -> where it stands, in order."""
    found: dict[str, list[int]] = {}
    for place, key in enumerate(tokens.keys):
        found.setdefault(key, []).append(place)
    return found


@kept
def by_kind(tokens: Words) -> dict[int, list[int]]:
    """All the classes of a word -> where words of just these stand, in order."""
    found: dict[int, list[int]] = {}
    for place, kind in enumerate(tokens.kinds):
        found.setdefault(kind, []).append(place)
    return found


def words_where(tokens: Words, holds: Callable[[str], object]) -> list[int]:
    """Where the words stand of which something holds, in order; it is asked once of each word."""
    return sorted(chain.from_iterable([places for key, places in by_word(tokens).items() if holds(key)]))


def words_among(tokens: Words, keys: Iterable[str]) -> list[int]:
    """Where the words stand that are among a few, in order."""
    found = by_word(tokens)
    return sorted(chain.from_iterable([found[key] for key in keys if key in found]))


def words_of(tokens: Words, kinds: int) -> list[int]:
    """Where words of one of the classes of `kinds` stand, in order."""
    return sorted(chain.from_iterable([places for kind, places in by_kind(tokens).items() if kind & kinds]))
