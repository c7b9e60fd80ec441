"""The course of an encounter in words: how it stands from which day on, which pages tell it, and where they differ."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, TypeVar

from qawl.show.entries import Entry, KeptEntry, Saying, Source, Step
from qawl.show.facts import MIDDLE, Facts
from qawl.show.isolate import inset
from qawl.show.strings import Lang, say

if TYPE_CHECKING:  # a calendar must not wait for tables
    from qawl.library.asking.courses import Claim
    from qawl.show.sections import Piece

Told = TypeVar("Told", "Saying", "Claim")


def entry_cells(entry: Entry, facts: Facts) -> list[list[Piece]]:
    """The cells of an encounter, of one that several pages tell with its history, its sources and where they differ."""
    from qawl.show.sections import event_cells

    when, what, who, told = event_cells(entry.event, facts, entry.page)
    if not isinstance(entry, KeptEntry) or len(entry.sources) < 2:
        return [when, what, who, told]
    lang = facts.lang
    differ = [(line, "yellow") for line in difference_lines(entry, lang)]
    return [
        [*when, *((line, "dim") for line in history_lines(entry, lang))],
        what,
        [*who, *differ],
        [*told, *((line, "dim") for line in source_lines(entry, lang))],
    ]


def history_lines(entry: KeptEntry, lang: Lang) -> Iterator[str]:
    """From which day on it stands how, and by whom, where it has moved; and on which day it is no longer to be."""
    if len(entry.history) > 1:
        yield from (step_line(step, lang) for step in entry.history)
    if entry.off:
        yield f"{say(lang, 'no_longer_on')}: {inset(span(entry.off))}"


def step_line(step: Step, lang: Lang) -> str:
    """2010-02-03 announced · an outlet."""
    return f"{inset(day(step.day, lang))} {say(lang, f'status.{step.status}')} {MIDDLE} {inset(step.outlet or step.page)}"


def source_lines(entry: KeptEntry, lang: Lang) -> Iterator[str]:
    """The pages that tell it, in the order of publishing."""
    yield f"{say(lang, 'told_in')}:"
    yield from (source_line(source, lang) for source in entry.sources)


def source_line(source: Source, lang: Lang) -> str:
    """The outlet, the day and the name of a page."""
    return f"{MIDDLE} {inset(source.outlet or say(lang, 'page'))} {inset(day(source.published, lang))} {inset(source.page)}"


def difference_lines(entry: KeptEntry, lang: Lang) -> Iterator[str]:
    """Where somebody tells the contrary of another, each with all who say so."""
    for field, sayings in entry.differences.items():
        if opposed := [saying for saying in sayings if saying.opposed]:
            yield f"{say(lang, 'they_differ')} {MIDDLE} {say(lang, field)}:"
            yield from (saying_line(alike, lang) for alike in told_alike(opposed))


def told_alike(claims: Iterable[Told]) -> list[list[Told]]:
    """Claims, those of the same day, place or part of the same party together."""
    found: dict[tuple[str, str | None], list[Told]] = {}
    for claim in claims:
        found.setdefault((claim.value, claim.part), []).append(claim)
    return list(found.values())


def saying_line(alike: Sequence[Saying], lang: Lang) -> str:
    """What pages tell alike, and who says so."""
    part = f"{say(lang, f'part.{alike[0].part}')}: " if alike[0].part else ""
    tellers = f"{say(lang, 'comma')} ".join(dict.fromkeys(teller(saying, lang) for saying in alike))
    return f"{MIDDLE} {part}{inset(span(alike[0].value))} {MIDDLE} {say(lang, 'according_to')}: {tellers}"


def teller(saying: Saying, lang: Lang) -> str:
    """Who says so: somebody in the page, or the outlet in its own voice."""
    outlet = inset(saying.outlet or saying.page)
    return f"{inset(saying.according_to)} ({outlet})" if saying.according_to else f"{outlet} ({say(lang, 'own_voice')})"


def day(published: str | None, lang: Lang) -> str:
    """The day of an ISO date or time."""
    return published.partition("T")[0] if published else say(lang, "undated")


def span(value: str) -> str:
    """A stretch of days with room between its ends."""
    return value.replace("/", " – ")
