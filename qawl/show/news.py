"""What a brief tells, as names and values that the table and the page both show."""

from __future__ import annotations

from collections.abc import Iterator

from qawl.library.asking.brief import Brief, Change
from qawl.library.sources import Source
from qawl.model import Event
from qawl.show.facts import PARTS, Facts, plain
from qawl.show.failures import reason_line
from qawl.show.isolate import inset
from qawl.show.strings import Lang, say

Row = tuple[str, str]


def is_empty(found: Brief) -> bool:
    """Whether nothing came."""
    return not (found.speakers or found.encounters or found.changes or found.failures)


# How a day begins that was given without a time.
MIDNIGHT = "T00:00:00Z"


def span(found: Brief, lang: Lang) -> str:
    """From when to when; a day that is meant whole is told without its hour."""
    ends = (("from_when", found.since), ("until_when", found.until))
    return " · ".join(f"{say(lang, key)} {inset(value.removesuffix(MIDNIGHT))}" for key, value in ends if value)


def event_name(event: Event, lang: Lang) -> str:
    """What an encounter is called: its type and the words that name it, or where it is."""
    named = event.what or event.where
    return f"{say(lang, f'event.{event.type}')} {inset(named.text) if named else ''}".rstrip()


def changed_rows(one: Change, lang: Lang) -> Iterator[tuple[str, str, str]]:
    """What is told otherwise of an encounter: name, before and now; nothing where one of both may not be shown."""
    before, after = one.change.before, one.change.after
    if before and after:
        for (name, old), (_, new) in zip(told(before, lang), told(after, lang), strict=True):
            if old != new:
                yield name, old, new


def told(event: Event, lang: Lang) -> Iterator[Row]:
    """What an encounter tells, each under its name."""
    facts = Facts(lang, None, {})
    yield say(lang, "type"), say(lang, f"event.{event.type}")
    yield say(lang, "status"), say(lang, f"status.{event.status}")
    yield say(lang, "when"), plain(facts.when(event.when, event.when_reason))
    for key, words in (("what", event.what), ("where", event.where), ("reason", event.reason)):
        yield say(lang, key), plain(facts.span(words))
    for part in PARTS:
        members = [facts.participant(member, None) for member in event.participants if member.part == part]
        yield say(lang, f"part.{part}"), plain(facts.listed(members)) or say(lang, "none")


def failure(source: Source, lang: Lang) -> str:
    """What could not be read and why, in one line."""
    return reason_line(source.source, source.code or "", source.message or "", lang)
