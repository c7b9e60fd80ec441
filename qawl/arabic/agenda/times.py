"""The day of an encounter: the one that its clause gives for it, or that opens its sentence, and of nothing else.

زار الوزير صور | أمس، عقد | الثلاثاء | اجتماعا، وفي 12 مايو، | التقى الوفد; not بعد هجوم يوم الأحد، not قال أمس إن.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import NamedTuple

from qawl.arabic.agenda.encounters import Encounter
from qawl.arabic.agenda.tenses import small_word
from qawl.arabic.date_tense import tense_words
from qawl.arabic.frames.scene import Scene
from qawl.arabic.lexicon import (
    COLON,
    COMMA,
    CONJUNCTION,
    MONTH,
    NUMBER,
    PREFIX,
    PREPOSITION,
    PUNCTUATION,
    RELATIVE,
    STOP,
    THAT,
    TIME,
)
from qawl.arabic.occasions import Day, is_owned_by

# Behind these another clause has its own time.
PARTS = STOP | COLON | THAT
# A year has so many digits.
YEAR = 4
# So many tokens behind its clause a day may begin that is the encounter's all the same: زار تونس | يومي الجمعة والسبت.
NEXT_TO = 2
# What may stand before a day that opens its clause: وفي 12 مايو، | التقى الوزير.
FRONT = TIME | PREPOSITION | PREFIX | CONJUNCTION | NUMBER | MONTH | COMMA


class When(NamedTuple):
    """A value in time, or why there is none: not_stated, ambiguous."""

    value: str | None
    reason: str | None


def when_of(scene: Scene, encounter: Encounter) -> When:
    """When an encounter is: the day that its clause gives for it, or that opens its sentence."""
    day = day_of(scene, encounter)
    return When(day.date.value, None) if day else When(None, "not_stated")


def day_of(scene: Scene, encounter: Encounter) -> Day | None:
    """The date of an encounter, None where none is its own."""
    return next(iter((*days_behind(scene, encounter), *days_before(scene, encounter))), None)


def is_ahead(scene: Scene, encounter: Encounter) -> bool | None:
    """Whether the day of an encounter lies behind the page's own; None where it does not tell."""
    day = day_of(scene, encounter)
    if day is None or not scene.published or not day.date.value or not day.date.value[0].isdecimal():
        return None
    first, last, now = day.date.value.split("/")[0], day.date.value.split("/")[-1], scene.published[:10]
    if first > now[: len(first)]:
        return True
    return False if last < now[: len(last)] else None


def days_in(scene: Scene, first: int, stop: int) -> list[Day]:
    """The days that begin in a range of tokens, in order."""
    start, end = (bisect_left(scene.days, at, key=lambda day: day.first) for at in (first, stop))
    return scene.days[start:end]


def days_behind(scene: Scene, encounter: Encounter) -> list[Day]:
    """The days of an encounter that stand behind its word in its clause, in order."""
    days = days_in(scene, encounter.place + 1, encounter.clause[1] + NEXT_TO)
    return [day for day in days if belongs(scene, encounter, encounter.place, day)]


def days_before(scene: Scene, encounter: Encounter) -> list[Day]:
    """The days that stand between a verb and the noun that it holds (عقد | أمس | اجتماعا), or open the clause of the verb."""
    first = encounter.clause[0]
    within = [day for day in days_in(scene, first, encounter.place) if belongs(scene, encounter, first, day)]
    return within or days_opening(scene, first)


def days_opening(scene: Scene, first: int) -> list[Day]:
    """The days that open the clause that goes on at `first`: وفي 12 مايو، | التقى الوزير، أنه أمس | التقى."""
    kinds, start = scene.tokens.kinds, scene.passage.sentence_start(first)
    at = first
    while at > start and kinds[at - 1] & FRONT and not kinds[at - 1] & THAT:
        at -= 1
    opens = at == start or bool(kinds[at - 1] & THAT)
    return [day for day in days_in(scene, at, first) if opens]


def belongs(scene: Scene, encounter: Encounter, first: int, day: Day) -> bool:
    """Whether a day behind the word at `first` is that of the encounter, and of nothing else that stands between."""
    tokens, place = scene.tokens, day.first
    if (place - 1 not in (first, encounter.place) and is_of_noun(scene, place)) or is_of_saying(scene, day):
        return False
    other = False
    for at in range(first + 1, place):
        kind, word = tokens.kinds[at], small_word(tokens.keys[at])
        if kind & PARTS or (kind & RELATIVE and encounter.form.is_finite):
            return False
        if kind & COMMA:
            other = False
        elif word in ("behind", "before") and at < place - 1:
            other = True
    return not other and tokens.keys[place - 1] not in tense_words()["since"]


def is_of_saying(scene: Scene, day: Day) -> bool:
    """Whether أن follows a day, which then is that of a saying: التي قال الوزير | أمس | إنها ستعقد."""
    after = bisect_left(scene.tokens.starts, day.date.end)
    return after < len(scene.tokens) and bool(scene.tokens.kinds[after] & THAT)


def is_of_noun(scene: Scene, day: int) -> bool:
    """Whether the noun right before a day has it as its own: اتفاق 2015، مهرجان العام الماضي; but not في 2015، في العام الماضي."""
    tokens = scene.tokens
    if tokens.kinds[day - 1] & (PREPOSITION | PREFIX | TIME | PUNCTUATION | MONTH):
        return False
    return is_owned_by(scene.passage, day) or (tokens.keys[day].isdecimal() and len(tokens.keys[day]) == YEAR)
