"""The course of an encounter in words: how it stands from which day on, which pages tell it, and where they differ."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from qawl.show.entries import Entry, KeptEntry, Saying, Source, Step
from qawl.show.facts import MIDDLE, Facts
from qawl.show.isolate import inset
from qawl.show.strings import Lang, say

if TYPE_CHECKING:  # a calendar must not wait for tables
    from qawl.show.sections import Piece


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
    """Where the pages differ, each with who says so."""
    for field, sayings in entry.differences.items():
        yield f"{say(lang, 'they_differ')} {MIDDLE} {say(lang, field)}:"
        yield from (saying_line(saying, lang) for saying in sayings)


def saying_line(saying: Saying, lang: Lang) -> str:
    """What a page tells, and who says so: somebody in it, or the outlet in its own voice."""
    part = f"{say(lang, f'part.{saying.part}')}: " if saying.part else ""
    outlet = inset(saying.outlet or saying.page)
    teller = f"{inset(saying.according_to)} ({outlet})" if saying.according_to else f"{outlet} ({say(lang, 'own_voice')})"
    return f"{MIDDLE} {part}{inset(span(saying.value))} {MIDDLE} {say(lang, 'according_to')}: {teller}"


def day(published: str | None, lang: Lang) -> str:
    """The day of an ISO date or time."""
    return published.partition("T")[0] if published else say(lang, "undated")


def span(value: str) -> str:
    """A stretch of days with room between its ends."""
    return value.replace("/", " – ")
