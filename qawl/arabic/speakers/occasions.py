"""When something was said: the date in the clause of the cue (قال أمس، في مؤتمر صحفي عقد اليوم), not one of what was said.

A date of something else (بعد هجوم يوم الجمعة، ردا على قرار الأسبوع الماضي) tells nothing of the saying, and is left alone.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import NamedTuple

from qawl.arabic.dates.tense import token_at
from qawl.arabic.findings import Finding
from qawl.arabic.letters import CONJUNCTIONS
from qawl.arabic.lexicon import (
    BODY,
    BREAK,
    COMMA,
    CONJUNCTION,
    KAN,
    LATIN,
    MEDIA,
    OPENS,
    PEOPLE,
    PLACES,
    PREFIX,
    PREPOSITION,
    PUNCTUATION,
    ROLE,
    SETTING,
    SPAN,
    SPEECH,
    STOP,
    THAT,
    TIME,
)
from qawl.arabic.passage import Passage
from qawl.arabic.phrases.hearers import addressee
from qawl.arabic.reporting.addressees import COMPLETE
from qawl.arabic.speakers.cast import Answer
from qawl.model import Date, DatedValue

# What a preposition may have behind it in the clause of a saying: its occasion, its place, a day.
OCCASION = PLACES | SETTING | TIME | MEDIA | LATIN | BODY | PEOPLE
EXPLICIT, INHERITED, FROM = "explicit", "inherited", "from:"


class Day(NamedTuple):
    """A date of the page, with or without a value, and its first token."""

    first: int
    date: Date


def times_of(passage: Passage, dates: tuple[Date, ...]) -> list[Day]:
    """The dates of a passage with their tokens, in order."""
    return [Day(token_at(passage.tokens, date.start), date) for date in dates]


def days_of(passage: Passage, dates: tuple[Date, ...]) -> list[Day]:
    """The dates of a passage whose value is known, with their tokens, in order."""
    return [day for day in times_of(passage, dates) if day.date.value]


def said_on(passage: Passage, said: list[tuple[Finding, Answer]], days: list[Day]) -> list[DatedValue | None]:
    """When each saying was made; one that goes on with the speaker of the one before was made when that one was."""
    told: list[DatedValue | None] = []
    for number, (finding, answer) in enumerate(said):
        own = day_told(passage, finding, days)
        if own is None and number and told[-1] and goes_on(passage, said[number - 1][1], finding, answer):
            own = DatedValue(told[-1].value, INHERITED)
        told.append(own)
    return told


def goes_on(passage: Passage, before: Answer, finding: Finding, answer: Answer) -> bool:
    """Whether the speaker of the saying before goes on: وأضاف; but not وكان قد أعلن, which was another time."""
    earlier = any(kind & KAN for kind in passage.tokens.kinds[passage.sentence_start(finding.place) : finding.place])
    return answer.actor is not None and answer.actor is before.actor and finding.within is None and not earlier


def day_told(passage: Passage, finding: Finding, days: list[Day]) -> DatedValue | None:
    """The day that the clause of a cue gives: behind the cue and its source, else at the head of its sentence."""
    source, place = finding.source, finding.place
    after = source.stop if source and source.first > place else finding.cue[1] if finding.cue else place + 1
    limit = next((first for first, _ in finding.content if first > place), passage.sentence_stop(place))
    head = passage.sentence_start(place)
    zones = [(place + 1, source.first)] if source and source.first > place else []
    zones += [(after, limit)]
    if finding.via and source and finding.via.stop <= source.first:
        zones.append((finding.via.stop, source.first))
    if not any(first < place for first, _ in finding.content):
        zones.append((head, min(place, source.first) if source else place))
    for first, stop in zones:
        for day in days[bisect_left(days, first, key=lambda day: day.first) :]:
            if day.first >= stop:
                break
            if leads_to(passage, first, day.first) and not is_owned_by(passage, day.first):
                return DatedValue(day.date.value or "", FROM + day.date.anchor if day.date.anchor else EXPLICIT)
    return None


def is_owned_by(passage: Passage, day: int) -> bool:
    """Whether the noun before a span of time belongs to it: مهرجان العام الماضي; but not المهرجان العام الماضي."""
    before = passage.tokens.kinds[day - 1] if day else BREAK
    return bool(passage.tokens.kinds[day] & SPAN) and not before & (COMPLETE | ROLE | PEOPLE | SPEECH | PUNCTUATION)


def leads_to(passage: Passage, first: int, day: int) -> bool:
    """Whether only the occasion of a saying stands before a day: في مؤتمر صحفي عقد، للصحفيين، في الرباط."""
    kinds, keys = passage.tokens.kinds, passage.tokens.keys
    occasion = False
    for place in range(first, day):
        kind, after = kinds[place], kinds[place + 1]
        if kind & PREFIX and not kind & PREPOSITION:
            fits = keys[place] in CONJUNCTIONS or bool(after & PLACES) or addressee(passage.tokens, place + 1, day)
            occasion = occasion or addressee(passage.tokens, place + 1, day)
        elif kind & PREPOSITION:
            fits = place + 1 == day or bool(after & OCCASION)
            occasion = True
        else:
            fits = not kind & (STOP | THAT) and (occasion or bool(kind & (COMMA | CONJUNCTION | TIME | OPENS)))
        if not fits:
            return False
    return True
