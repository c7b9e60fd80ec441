"""When an encounter is, what it is called, why it is put off, and who says so."""

from __future__ import annotations

from bisect import bisect_left
from typing import NamedTuple

from qawl.arabic.agenda.encounters import Encounter
from qawl.arabic.agenda.statuses import status_of
from qawl.arabic.agenda.tenses import small_word
from qawl.arabic.date_tense import tense_words
from qawl.arabic.extents import phrase_end
from qawl.arabic.findings import Range
from qawl.arabic.frames.scene import Scene
from qawl.arabic.lexicon import (
    COLON,
    COMMA,
    CONJUNCTION,
    DEFINITE,
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
from qawl.model import Span

# Behind these another clause has its own time.
PARTS = STOP | COLON | THAT
# What a status needs a reason for.
CALLED_OFF = ("postponed", "cancelled")
# A year has so many digits.
YEAR = 4
# What may stand before a day that opens its clause: وفي 12 مايو، | التقى الوزير.
FRONT = TIME | PREPOSITION | PREFIX | CONJUNCTION | NUMBER | MONTH | COMMA


class When(NamedTuple):
    """A value in time, or why there is none: not_stated, ambiguous."""

    value: str | None
    reason: str | None


def when_of(scene: Scene, encounter: Encounter) -> When:
    """When an encounter is: the day that its clause gives for it, or that opens its sentence."""
    for day in (*days_behind(scene, encounter), *days_before(scene, encounter)):
        return When(day.date.value, None)
    return When(None, "not_stated")


def days_in(scene: Scene, first: int, stop: int) -> list[Day]:
    """The days that begin in a range of tokens, in order."""
    start, end = (bisect_left(scene.days, at, key=lambda day: day.first) for at in (first, stop))
    return scene.days[start:end]


def days_behind(scene: Scene, encounter: Encounter) -> list[Day]:
    """The days of an encounter that stand behind its word in its clause, in order."""
    days = days_in(scene, encounter.place + 1, encounter.clause[1])
    return [day for day in days if belongs(scene, encounter, encounter.place, day.first)]


def days_before(scene: Scene, encounter: Encounter) -> list[Day]:
    """The days that stand between a verb and the noun that it holds (عقد | أمس | اجتماعا), or open the clause of the verb."""
    first = encounter.clause[0]
    within = [day for day in days_in(scene, first, encounter.place) if belongs(scene, encounter, first, day.first)]
    return within or days_opening(scene, first)


def days_opening(scene: Scene, first: int) -> list[Day]:
    """The days that open the clause that goes on at `first`: وفي 12 مايو، | التقى الوزير، أنه أمس | التقى."""
    kinds, start = scene.tokens.kinds, scene.passage.sentence_start(first)
    at = first
    while at > start and kinds[at - 1] & FRONT and not kinds[at - 1] & THAT:
        at -= 1
    opens = at == start or bool(kinds[at - 1] & THAT)
    return [day for day in days_in(scene, at, first) if opens]


def belongs(scene: Scene, encounter: Encounter, first: int, day: int) -> bool:
    """Whether a day behind the word at `first` is that of the encounter, and of nothing else that stands between."""
    tokens = scene.tokens
    if day - 1 not in (first, encounter.place) and is_of_noun(scene, day):
        return False
    other = False
    for at in range(first + 1, day):
        kind, word = tokens.kinds[at], small_word(tokens.keys[at])
        if kind & PARTS or (kind & RELATIVE and encounter.form.is_finite):
            return False
        if kind & COMMA:
            other = False
        elif word in ("behind", "before") and at < day - 1:
            other = True
    return not other and tokens.keys[day - 1] not in tense_words()["since"]


def is_of_noun(scene: Scene, day: int) -> bool:
    """Whether the noun right before a day has it as its own: اتفاق 2015، مهرجان العام الماضي; but not في 2015، في العام الماضي."""
    tokens = scene.tokens
    if tokens.kinds[day - 1] & (PREPOSITION | PREFIX | TIME | PUNCTUATION | MONTH):
        return False
    return is_owned_by(scene.passage, day) or (tokens.keys[day].isdecimal() and len(tokens.keys[day]) == YEAR)


def what_of(scene: Scene, encounter: Encounter) -> Span | None:
    """What an encounter is about (لقاء حول | أزمة المياه، اجتمع لبحث | الأزمة), else what the text calls it (القمة الثلاثية)."""
    topic = topic_of(scene, encounter)
    if topic is None and not encounter.form.is_finite and scene.tokens.kinds[encounter.place] & DEFINITE:
        stop = phrase_end(scene.tokens, encounter.place, encounter.clause[1])
        topic = (encounter.place, stop) if stop > encounter.place + 1 else None
    return scene.span(topic) if topic else None


def topic_of(scene: Scene, encounter: Encounter) -> Range | None:
    """The tokens of what an encounter is about, up to a mark or a day."""
    tokens, stop = scene.tokens, encounter.clause[1]
    for at in range(encounter.place + 1, stop - 1):
        word = small_word(tokens.keys[at])
        if word == "about" or (word == "discuss" and tokens.kinds[at - 1] & PREFIX):
            end = next((place for place in range(at + 1, stop) if tokens.kinds[place] & (PUNCTUATION | TIME)), stop)
            return (at + 1, end) if end > at + 1 else None
    return None


def reason_of(scene: Scene, encounter: Encounter) -> Span | None:
    """The words that give the reason why an encounter is put off or called off: أجل اللقاء | بسبب الحداد."""
    reason = reason_in(scene, *encounter.clause)
    return scene.span(reason) if reason and status_of(scene, encounter) in CALLED_OFF else None


def reason_in(scene: Scene, first: int, stop: int) -> Range | None:
    """The tokens of the reason that a clause gives, from the word that begins it to a comma: بسبب الحداد، لأن الطريق مغلق."""
    tokens = scene.tokens
    for at in range(first + 1, stop):
        if small_word(tokens.keys[at]) == "reason":
            start = at - bool(tokens.kinds[at - 1] & (PREFIX | PREPOSITION))
            end = next((place for place in range(at + 1, stop) if tokens.kinds[place] & COMMA), stop)
            return start, end
    return None


def according_to(scene: Scene, encounter: Encounter) -> tuple[str | None, str | None]:
    """Who tells of an encounter by name, and the id of the statement; None, None in the page's own voice."""
    return scene.teller(encounter.place)
