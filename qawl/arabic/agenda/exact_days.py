"""Which day is meant where a page names one of many: الثلاثاء, 3 مايو; and the most exact of the values that are told."""

from __future__ import annotations

import datetime
from bisect import bisect_left
from functools import cache

from qawl.arabic.agenda.encounters import Encounter
from qawl.arabic.agenda.tenses import CALLED_OFF, FUTURE, IMPERFECT, has_turn, small_word, tense_at, turn_at
from qawl.arabic.agenda.times import DAY, WEEK, When, days_in, days_since, is_span, times_told
from qawl.arabic.agenda.verb_statuses import DATED, OVER, Standing
from qawl.arabic.agenda.was_to_be import was_to_be
from qawl.arabic.agenda.words import months
from qawl.arabic.frames.scene import Scene
from qawl.arabic.letters import IN, JOINS_FREELY, OR, TO, UNTIL, WAS, fold
from qawl.arabic.lexicon import KAN
from qawl.arabic.speakers.occasions import Day
from qawl.arabic.tokens import Tokens
from qawl.tables import table

# So near before the day on which something ends its verb stands: تستمر الدورة الثامنة | حتى 20 مايو.
NEAR_END = 6
# So near before what was to be stands its كان: | كان من المقرر أن تعقد.
WAS_WITHIN = 5
FROM_PAGE = "published"
# A year has so many digits.
YEAR = 4


def when_by(scene: Scene, encounter: Encounter, standing: Standing) -> When:
    """When an encounter is: the day that its clause gives for it, on the side of the page's day on which it stands."""
    moved = days_moved_to(scene, encounter) if standing.status == "postponed" else []
    days = moved or [day for day in times_told(scene, encounter) if day.date.value] or days_since(scene, encounter)
    if days and is_one_of_two(scene, days[0]):
        return When(None, "ambiguous")
    values = [on_its_side(scene, encounter, day, standing) or "" for day in days]
    value = day_told(one_behind_another(scene, days, values))
    value = up_to_its_end(scene, encounter, value) if value else day_of_going_on(scene, encounter, standing)
    return When(value, None if value else "not_stated")


def is_one_of_two(scene: Scene, day: Day) -> bool:
    """Whether أو leaves open which of two days is meant: سيصل الوزير | اليوم أو غدا."""
    stop = bisect_left(scene.tokens.starts, day.date.end)
    return scene.tokens.keys[stop] == OR and scene.day_at(stop + 1) is not None


def days_moved_to(scene: Scene, encounter: Encounter) -> list[Day]:
    """The day to which what goes on in the sentence puts an encounter off: كان مقررا أمس، لكنه تأجل إلى | الخميس."""
    tokens, stop = scene.tokens, encounter.clause[1]
    behind = days_in(scene, stop, scene.passage.sentence_stop(max(stop - 1, encounter.place)))
    return [day for day in behind if tokens.keys[day.first - 1] == TO and has_turn(tokens, day.first - 2, *CALLED_OFF)]


def day_of_going_on(scene: Scene, encounter: Encounter, standing: Standing) -> str | None:
    """The day of what goes on with a saying whose day is told, at whose setting it was said: قال أمس … وأضاف خلال | لقاء."""
    tokens, first = scene.tokens, encounter.clause[0]
    if encounter.form.is_finite or standing.status not in OVER or not is_setting(tokens, first - 1):
        return None
    start = tokens.starts[scene.passage.sentence_start(first)]
    cues = (one for one in scene.statements if one.cue and start <= one.cue.start < tokens.starts[first])
    said = next((one.said_on for one in cues), None)
    return said.value if said and len(said.value or "") == DAY else None


def is_setting(tokens: Tokens, lead: int) -> bool:
    """Whether في or خلال leads to where something was said."""
    return lead >= 0 and (tokens.keys[lead] == IN or small_word(tokens.keys[lead]) == "during")


def one_behind_another(scene: Scene, days: list[Day], values: list[str]) -> list[str]:
    """The values of days, those that follow each other in the text and in time as one interval: اليوم الأحد | وغدا الاثنين."""
    told: list[str] = []
    for number, value in enumerate(values):
        first, second = sorted((told[-1], value)) if told else ("", "")
        if told and follows(first, second) and is_beside(scene, days[number - 1], days[number]):
            told[-1] = f"{first.split('/')[0]}/{second.split('/')[-1]}"
        else:
            told.append(value)
    return told


def is_beside(scene: Scene, one: Day, other: Day) -> bool:
    """Whether و alone leads from one day to another."""
    keys = scene.tokens.keys[bisect_left(scene.tokens.starts, one.date.end) : other.first]
    return list(keys) == [JOINS_FREELY]


def follows(value: str, next_value: str) -> bool:
    """Whether a day or an interval of days begins on the day after the last one of another."""
    last, first = value.split("/")[-1], next_value.split("/")[0]
    if len(last) != DAY or len(first) != DAY:
        return False
    return datetime.date.fromisoformat(first) - datetime.date.fromisoformat(last) == datetime.timedelta(days=1)


def up_to_its_end(scene: Scene, encounter: Encounter, value: str) -> str:
    """The day of an encounter, with the one up to which its sentence tells that it goes on: انطلق اليوم ويستمر حتى | الغد."""
    stop = scene.passage.sentence_stop(encounter.clause[1] - 1)
    last = next((day.date.value for day in days_in(scene, encounter.place, stop) if is_its_end(scene, day)), None)
    return f"{value}/{last}" if last and len(last) == len(value) == DAY and last > value else value


def is_its_end(scene: Scene, day: Day) -> bool:
    """Whether a verb tells that something goes on up to a day: يستمر حتى | الغد."""
    tokens = scene.tokens
    near = range(max(scene.passage.sentence_start(day.first), day.first - NEAR_END), day.first - 1)
    return tokens.keys[day.first - 1] in UNTIL and any(
        has_turn(tokens, at, "going_on") and tense_at(tokens, at) in (IMPERFECT, FUTURE) for at in near
    )


def day_told(values: list[str]) -> str | None:
    """The first value that is told, or the most exact one that lies in it: في أبريل 2020, then في 3 أبريل."""
    if values and is_span(values[0]):
        return values[0]
    exact = min((value for value in values if lies_in(value, values[0])), key=breadth) if values else None
    return next((value for value in values if exact and value.startswith(f"{exact}/") and is_span(value)), exact)


def breadth(value: str) -> tuple[bool, int]:
    """How wide a value is, days first: a day, a month, a year, an interval."""
    return "/" in value, -len(value)


def lies_in(value: str, wider: str) -> bool:
    """Whether a value is another one or lies in it."""
    if "/" not in wider:
        return value == wider or (value.startswith(wider) and "/" not in value)
    first, last = wider.split("/")
    return value == wider or (len(value) == len(first) == DAY and first <= value <= last)


def on_its_side(scene: Scene, encounter: Encounter, day: Day, standing: Standing) -> str | None:
    """The value of a day of every week or year on that side of the page's day on which the encounter stands.

    سيلتقي الثلاثاء is the next one, التقى في 3 مايو the last one; so what was to be (كانت ستعقد الثلاثاء), is put off to it
    (تأجل إلى الثلاثاء) or called off by its day (ألغيت جلسة | الثلاثاء).
    """
    value, now = day.date.value, (scene.published or "")[:DAY]
    if value and now and standing.sure and standing.status == "held" and is_of_later(value, now):
        return None
    ends = (value or "").split("/")
    if value and is_month_of_next_year(scene, day, standing):
        return f"{int(now[:YEAR]) + 1}{value[YEAR:]}"
    if not value or not now or any(len(end) != DAY for end in ends) or day.date.anchor not in (FROM_PAGE, now) or not standing.sure:
        return value
    planned = is_planned_for(scene, encounter, day)
    owned = day.first == encounter.place + 1
    was_to_be = standing.status in CALLED_OFF and (scene.tokens.keys[day.first - 1] == TO or planned or owned)
    ahead = (standing.status in ("announced", "proposed") or was_to_be) and ends[-1] < now
    if ahead and is_of_past_plan(scene, encounter) and is_nearer(scene, day, now, 1):
        return value
    if ends[0] > now and is_of_past_plan(scene, encounter) and not is_nearer(scene, day, now, -1):
        return next_to(scene, day, -1) or value
    if not ahead and not (standing.status == "held" and ends[0] > now):
        return value
    beside = next_to(scene, day, 1 if ahead else -1)
    if ahead and standing.status == "announced" and not planned:
        return beside  # قال المرشح في الانتخابات المقبلة، أمس، إن كذا
    return beside or (value if ahead or not is_next(scene, day) else None)


def is_month_of_next_year(scene: Scene, day: Day, standing: Standing) -> bool:
    """Whether a month without its year that is over is one to come: اتفقا على أن يزور الوفد صور في | يناير."""
    tokens, value, now = scene.tokens, day.date.value or "", (scene.published or "")[:DAY]
    if standing != Standing("announced") or day.date.anchor not in (FROM_PAGE, now) or len(value) != len("2023-01"):
        return False
    words = range(day.first, bisect_left(tokens.starts, day.date.end))
    bare = not any(has_turn(tokens, at, "past", "next") or tokens.keys[at].isdecimal() for at in words)
    return bare and value[:YEAR] == now[:YEAR] and value < now[: len(value)]


def is_planned_for(scene: Scene, encounter: Encounter, day: Day) -> bool:
    """Whether it is told that an encounter was to be on a day: الزيارة التي | كانت مقررة أمس، كانت | ستعقد الثلاثاء."""
    tokens, between = scene.tokens, range(encounter.place, day.first)
    return was_to_be(scene, encounter) or any(tense_at(tokens, at) == FUTURE or has_turn(tokens, at, "ahead") for at in between)


def is_of_past_plan(scene: Scene, encounter: Encounter) -> bool:
    """Whether a past of being tells of a plan: | كانت الجلسة مقررة ليوم 3 مايو، | كان من المقرر أن تعقد."""
    tokens, first = scene.tokens, encounter.clause[0]
    before = range(max(scene.passage.sentence_start(first), first - WAS_WITHIN), encounter.clause[1])
    return any(tokens.kinds[at] & KAN and tokens.keys[at].startswith(WAS) for at in before)


def is_nearer(scene: Scene, day: Day, now: str, step: int) -> bool:
    """Whether a day of every year lies nearer to the page's own than that of the next year, or of the one before.

    Of a day of every week or of one year alone it is the one that is ahead, or its own.
    """
    value, beside = (day.date.value or "")[:DAY], (next_to(scene, day, step) or "")[:DAY]
    if not beside or is_week_apart(value, beside):
        return step < 0
    one, other, own = (datetime.date.fromisoformat(told) for told in (value, beside, now))
    return abs(own - one) < abs(other - own)


def is_next(scene: Scene, day: Day) -> bool:
    """Whether the words of a day tell that it lies ahead, so that it is none of what was held: لزيارة الوفد | الاثنين القادم."""
    words = range(day.first, bisect_left(scene.tokens.starts, day.date.end))
    return any(has_turn(scene.tokens, at, "next") for at in words)


def is_of_later(value: str, now: str) -> bool:
    """Whether a month or a year begins behind the page's day: no day of what was held."""
    return len(value) < DAY and value[:1].isdecimal() and value > now[: len(value)]


def next_to(scene: Scene, day: Day, step: int) -> str | None:
    """The same day or days of the next week or year, or of the one before; None where a day is not of every week or year."""
    tokens = scene.tokens
    words = range(day.first, bisect_left(tokens.starts, day.date.end))
    if any(turn_at(tokens, at) or small_word(tokens.keys[at]) in (*DATED, "this") for at in words):
        return None
    ends = [datetime.date.fromisoformat(end) for end in (day.date.value or "").split("/")]
    if any(tokens.keys[at] in months() for at in words):
        leap = any((end.month, end.day) == (2, 29) for end in ends)
        return None if leap else "/".join(f"{end.year + step}{end.isoformat()[4:]}" for end in ends)
    alone = all(tokens.keys[at] in weekdays() or not tokens.keys[at].isdecimal() for at in words)
    weekly = alone and any(tokens.keys[at] in weekdays() for at in words)
    return "/".join((end + datetime.timedelta(days=WEEK * step)).isoformat() for end in ends) if weekly else None


def is_week_apart(one: str | None, other: str | None) -> bool:
    """Whether two values are the same day of the week, in weeks that follow each other."""
    if not one or not other or not len(one) == len(other) == DAY or "/" in one + other:
        return False
    return abs((datetime.date.fromisoformat(one) - datetime.date.fromisoformat(other)).days) == WEEK


@cache
def weekdays() -> frozenset[str]:
    """Folded names of the days of the week."""
    return frozenset(fold(row["form"]) for row in table("weekdays.tsv"))
