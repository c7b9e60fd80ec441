"""The day of an encounter: the one that its clause gives for it, or that opens its sentence, and of nothing else.

زار الوزير صور | أمس، عقد | الثلاثاء | اجتماعا، وفي 12 مايو، | التقى الوفد; not بعد هجوم يوم الأحد، not قال أمس إن.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import NamedTuple

from qawl.arabic.agenda.encounters import Encounter
from qawl.arabic.agenda.tenses import (
    AROUND,
    AT,
    CALLED_OFF,
    FUTURE,
    IMPERFECT,
    MOVES,
    PERFECT,
    PHASES,
    has_turn,
    is_of_plan,
    small_word,
    tense_at,
    turn_at,
)
from qawl.arabic.agenda.words import LASTS, TABLE, keys_by, names, ranks
from qawl.arabic.dates.tense import tense_words
from qawl.arabic.forms import forms
from qawl.arabic.frames.scene import Scene
from qawl.arabic.letters import (
    BEFORE,
    CONJUNCTIONS,
    DARES,
    DASHES,
    IN,
    IN_ORDER_TO,
    IS_DONE,
    OF,
    THAT_MATTER,
    TO,
    TO_THE,
    UNTIL,
    UPON,
    WHO,
    bare_key,
    fold,
)
from qawl.arabic.lexicon import (
    BREAK,
    COLON,
    COMMA,
    DEFINITE,
    FAMILY,
    KAN,
    MONTH,
    NAME,
    NEGATION,
    NUMBER,
    ODD,
    PEOPLE,
    PREFIX,
    PREPOSITION,
    PUNCTUATION,
    RANK,
    RELATIVE,
    ROLE,
    SPEECH,
    STOP,
    THAT,
    TIME,
)
from qawl.arabic.reporting.addressees import COMPLETE
from qawl.arabic.speakers.occasions import Day, is_owned_by
from qawl.arabic.tokens import Tokens
from qawl.tables import several, table

# Behind these another clause has its own time.
PARTS = STOP | COLON | THAT
# Behind these something else has its own time (بعد هجوم يوم الأحد، بسبب هجوم يوم الأحد); what is during another has its day.
OTHERS = ("behind", "after", "before", "reason")
# The gender and number of the relative pronouns that a noun of an encounter may have behind it.
ALONE = frozenset(("ms", "fs"))
# A day has so many letters: 2023-01-01.
DAY = len("2023-01-01")
# A week, from Monday on.
WEEK = 7
# A year has so many digits, and so near an encounter it is its own: الانتخابات التشريعية | لعام 2023.
YEAR, NEAR_YEAR = 4, 4
# So many tokens behind its clause a day may begin that is the encounter's all the same: زار تونس | يومي الجمعة والسبت.
NEXT_TO = 2
# So near before the relative pronoun that tells of it stands the noun of a sitting: في جلسة التصويت، | التي.
SITTING = 5
# What goes on behind a clause, and what opens it, has so many tokens at most.
FURTHER, OPENING, SETTING = 12, 12, 30


class When(NamedTuple):
    """A value in time, or why there is none: not_stated, ambiguous."""

    value: str | None
    reason: str | None


def when_of(scene: Scene, encounter: Encounter) -> When:
    """When an encounter is: the day that its clause gives for it, or that opens its sentence."""
    day = day_of(scene, encounter)
    return When(day.date.value, None) if day else When(None, "not_stated")


def day_of(scene: Scene, encounter: Encounter) -> Day | None:
    """The date of an encounter whose value is known, None where none is its own."""
    return next((time for time in times_told(scene, encounter) if time.date.value), None)


def time_of(scene: Scene, encounter: Encounter) -> Day | None:
    """The date of an encounter, with or without a value: أمس, of which a page that tells no day does not say when it was."""
    return next(iter(times_told(scene, encounter)), None)


def times_told(scene: Scene, encounter: Encounter) -> Iterator[Day]:
    """The dates that may be those of an encounter, the surest first; of what is put off the new one, not when that was done."""
    behind = days_behind(scene, encounter)
    if has_turn_near(scene, encounter, *CALLED_OFF, *MOVES):
        told = days_in(scene, encounter.clause[0], goes_on_to(scene, encounter.clause[1]))
        moved = [day for day in told if day.first and is_new_day(scene.tokens, day)]
        yield from moved or [day for day in behind if not is_of_calling_off(scene.tokens, day.first)]
        return
    ahead, setting = days_before(scene, encounter), days_of_setting(scene, encounter)
    wide = bool(behind) and not (is_exact(behind[0]) or is_span(behind[0].date.value or ""))
    if wide:
        ahead, setting = ([day for day in days if not is_of_noun_before(scene.tokens, day)] for days in (ahead, setting))
    if wide and len((behind[0].date.value or "").split("/")[0]) < DAY:
        ahead = [*ahead, *setting]
    exact = wide and any(is_exact(day) for day in ahead)
    yield from (*ahead, *behind, *setting) if exact else (*behind, *ahead, *setting)


def is_of_noun_before(tokens: Tokens, day: Day) -> bool:
    """Whether a day is that by which another encounter is called: لقاء | الأحد كان أفضل من اجتماع صور مطلع الشهر."""
    return day.first > 0 and tokens.keys[day.first - 1] in names() and not tokens.kinds[day.first - 1] & DEFINITE


def is_exact(day: Day) -> bool:
    """Whether a date is one day: أمس; not الفترة 2023-2027."""
    return "/" not in (day.date.value or "/") and len(day.date.value or "") == DAY


def is_span(value: str) -> bool:
    """Whether a value is some days, and not just the week of a day: من العاشر إلى 16 مايو; not الأسبوع الماضي, الفترة 2023-2027."""
    first, _, last = value.partition("/")
    if len(first) != DAY or len(last) != DAY:
        return False
    begun = date.fromisoformat(first)
    return begun.weekday() > 0 or (date.fromisoformat(last) - begun).days != WEEK - 1


def is_of_calling_off(tokens: Tokens, day: int) -> bool:
    """Whether a day is that on which an encounter was put off, right behind the verb: الجلسة التي تأجلت | أمس."""
    return has_turn(tokens, day - 1, *CALLED_OFF) and tense_at(tokens, day - 1) is not None


def is_new_day(tokens: Tokens, day: Day) -> bool:
    """Whether a day is the one to which an encounter is put off.

    تأجلت إلى | الأحد، إلى العاشرة من | صباح غد، لتعقد في | مايو، على أن تعقد | غدا، تأجيلها ل| يوم الأحد; not دورتها لشهر مايو.
    """
    at = before_hour(tokens, day.first)
    if tokens.keys[at] in (TO, *UNTIL) or (tokens.keys[at] in (IN_ORDER_TO, TO_THE) and not is_month(day)):
        return True
    at -= tokens.keys[at] == IN
    led = tokens.keys[at - 1] == IN_ORDER_TO or (bool(tokens.kinds[at - 1] & THAT) and tokens.keys[at - 2] == UPON)
    return led and tense_at(tokens, at) in (IMPERFECT, FUTURE)


def before_hour(tokens: Tokens, day: int) -> int:
    """The place before a day and the hour that leads to it: | إلى الساعة الثالثة من بعد ظهر غد; not | من يوم الأحد."""
    at = day - 1
    if tokens.keys[at] == OF and (tokens.kinds[at - 1] & NUMBER or tokens.keys[at - 1] in ranks()):
        return at - 2 - bool(tokens.kinds[at - 2] & DEFINITE)
    return at


def has_turn_near(scene: Scene, encounter: Encounter, *told: str) -> bool:
    """Whether a word near an encounter puts it off, calls it off or moves it: تأجلت الجلسة، إلغاء الجلسة، تقديم موعد الجلسة."""
    near = range(max(0, encounter.clause[0] - NEXT_TO), own_stop(scene, encounter))
    turns = (turn_at(scene.tokens, at) for at in near if not is_turn_of_other(scene, encounter, at))
    return any(turn is not None and turn.row["turn"] in told for turn in turns)


def is_turn_of_other(scene: Scene, encounter: Encounter, at: int) -> bool:
    """Whether a verbal noun behind the verb of an encounter puts something else off: اجتمعا وتفاهما على | تأجيل مناقشة الخطة."""
    turn = turn_at(scene.tokens, at) if encounter.form.is_finite and encounter.place < at < len(scene.tokens) - 1 else None
    if turn is None or turn.tense != "noun" or turn.pronoun:
        return False
    return bare_key(scene.tokens.keys[at + 1]) not in names() and not scene.tokens.kinds[at + 1] & (PREPOSITION | PREFIX)


def own_stop(scene: Scene, encounter: Encounter) -> int:
    """The end of the clause of an encounter; of one that was held, before a relative: انتهى المؤتمر | الذي تأجل."""
    first, stop = encounter.place + 1, encounter.clause[1]
    if not was_held(scene, encounter):
        return stop
    return next((at for at in range(first, stop) if scene.tokens.kinds[at] & RELATIVE), stop)


def was_held(scene: Scene, encounter: Encounter) -> bool:
    """Whether a verb before its noun tells that an encounter was held, and not that it was put off: انتهى | المؤتمر."""
    tokens, verb = scene.tokens, encounter.verb
    if verb is None or verb >= encounter.place or has_turn(tokens, verb, *CALLED_OFF, *MOVES):
        return False
    return tense_at(tokens, verb) == PERFECT and not tokens.kinds[verb - 1] & NEGATION


def is_ahead(scene: Scene, encounter: Encounter) -> bool | None:
    """Whether the day of an encounter lies behind the page's own; None where it does not tell."""
    day = day_of(scene, encounter)
    if day is None or not scene.published or not day.date.value or not day.date.value[0].isdecimal():
        return None
    first, last, now = day.date.value.split("/")[0], day.date.value.split("/")[-1], scene.published[:10]
    if first > now[: len(first)]:
        return True
    return False if last < now[: len(last)] else None


def days_ago(scene: Scene, encounter: Encounter) -> int | None:
    """How many days before the page's own an encounter was; by the word for its day where the page tells none of its own."""
    time = time_of(scene, encounter)
    if time is None:
        return None
    if scene.published:
        day = day_of(scene, encounter)
        value = day.date.value if day and is_exact(day) else None
        return (date.fromisoformat(scene.published[:10]) - date.fromisoformat(value)).days if value else None
    last = bisect_left(scene.tokens.starts, time.date.end)
    spans = ((first, stop) for first in range(time.first, last) for stop in range(last, first, -1))
    words = (relative_days().get(tuple(scene.tokens.keys[first:stop])) for first, stop in spans)
    return next((-days for days in words if days is not None), None)


@cache
def relative_days() -> dict[tuple[str, ...], int]:
    """Folded words for a day counted from the page's own -> how far behind it that lies: أول أمس -> -2."""
    return {tuple(map(fold, row["form"].split())): int(row["days"]) for row in table("relative_dates.tsv")}


def days_in(scene: Scene, first: int, stop: int) -> list[Day]:
    """The dates that begin in a range of tokens, in order."""
    start, end = (bisect_left(scene.times, at, key=lambda day: day.first) for at in (first, stop))
    return scene.times[start:end]


def days_behind(scene: Scene, encounter: Encounter) -> list[Day]:
    """The days of an encounter that stand behind its word, in its clause or in what goes on without another verb."""
    stop = encounter.clause[1]
    alone = encounter.verb is None and stop == encounter.place + 1 and is_deed_behind(scene, stop)
    days = days_in(scene, encounter.place + 1, stop if alone else goes_on_to(scene, stop))
    return [day for day in days if belongs(scene, encounter, encounter.place, day)]


def is_deed_behind(scene: Scene, place: int) -> bool:
    """Whether what was done at an encounter is told right behind its noun: على هامش القمة | عقد أمس لقاء."""
    return place < len(scene.tokens) and tense_at(scene.tokens, place) == PERFECT and not scene.is_in_day(place)


def goes_on_to(scene: Scene, stop: int) -> int:
    """How far what stands behind a clause may still tell of its time: ، وذلك في القاعة الكبرى، | أمس."""
    tokens = scene.tokens
    end = min(scene.passage.sentence_stop(max(stop - 1, 0)), stop + FURTHER)
    for at in range(stop, end):
        near = at < stop + NEXT_TO
        joined = tokens.kinds[at - 1] & PREFIX or tokens.keys[at][0] in CONJUNCTIONS
        begins = tokens.kinds[at] & KAN and joined  # وقد، وكان
        if begins or (not near and (tokens.kinds[at] & (PARTS | RELATIVE | KAN) or tense_at(tokens, at))):
            return at
    return max(end, stop)


def days_before(scene: Scene, encounter: Encounter) -> list[Day]:
    """The days that stand between a verb and the noun that it holds (عقد | أمس | اجتماعا), or open the clause of the verb."""
    first = encounter.clause[0]
    said = is_said(scene, encounter)
    within = [day for day in days_in(scene, first, encounter.place) if not said and belongs(scene, encounter, first, day)]
    return within or days_opening(scene, first) or days_of_failure(scene, encounter)


def is_said(scene: Scene, encounter: Encounter) -> bool:
    """Whether the verb before its noun only says or asks for an encounter, so that its day is not that: أعلن | أمس عن عقد لقاء."""
    verb = encounter.verb if encounter.verb is not None else encounter.clause[0]
    said = verb < encounter.place and has_turn(scene.tokens, verb, "announces", "proposed", "denied")
    return said and tense_at(scene.tokens, verb) is not None


def days_of_failure(scene: Scene, encounter: Encounter) -> list[Day]:
    """The day on which somebody could hold an encounter or not, which is its own: فشل المجلس، | اليوم، في عقد جلسته."""
    first = encounter.clause[0]
    start = max(scene.passage.sentence_start(first), first - OPENING)
    tried = next((at for at in range(first - 1, start - 1, -1) if has_turn(scene.tokens, at, "unable", "able")), None)
    return days_in(scene, tried, first) if tried is not None else []


def days_since(scene: Scene, encounter: Encounter) -> list[Day]:
    """The day since which an encounter goes on that a verb in the present tells: تستضيف صور منذ | الأحد | جولة محادثات."""
    first = encounter.clause[0]
    goes_on = encounter.verb is not None and tense_at(scene.tokens, encounter.verb) == IMPERFECT
    days = days_in(scene, first, encounter.clause[1]) if goes_on else []
    return [day for day in days if scene.tokens.keys[day.first - 1] in tense_words()["since"]]


def days_opening(scene: Scene, first: int) -> list[Day]:
    """The days that open the clause that goes on at `first`: وفي 12 مايو، | التقى، أنه أمس | التقى، من المقرر غدا أن | يلتقي."""
    start = opening_of(scene, first)
    return [day for day in days_in(scene, start, first) if not is_in_frame(scene.tokens, start, day.first)]


def is_in_frame(tokens: Tokens, start: int, day: int) -> bool:
    """Whether a day is that of what only frames a clause: في إطار احتفالات البلدية في | مايو، استقبلت; not خلال لقاء | أمس."""
    framed = (at for at in range(start + 1, day) if tokens.keys[at] in names())
    return any(small_word(tokens.keys[at - 1]) not in AT and tokens.keys[at - 1] != IN for at in framed)


def opening_of(scene: Scene, first: int) -> int:
    """Where the words begin that open the clause that goes on at `first`, which they are where another clause ends before."""
    tokens, start = scene.tokens, max(scene.passage.sentence_start(first), first - OPENING)
    at = first
    if at > start and tokens.kinds[at - 1] & THAT and any(has_turn(tokens, place, "ahead") for place in range(start, at - 1)):
        at -= 1
    while at > start and goes_back(scene, at - 1):
        at -= 1
    aimed = is_aim(tokens, first) and tense_at(tokens, at - 1) == PERFECT  # وصل أمس ل| إجراء محادثات
    phase = has_turn(tokens, at - 1, *PHASES) and not aimed
    opens = at == scene.passage.sentence_start(first) or tokens.kinds[at - 1] & (PARTS | KAN) or phase or is_doing(tokens, at - 1)
    return at if opens else first


def is_doing(tokens: Tokens, verb: int) -> bool:
    """Whether a verb tells that something is done, whatever stands behind it: تم | أمس بصور توقيع، أقدم | السكان على قطع الطريق."""
    return verb >= 0 and tokens.keys[verb] in (*IS_DONE, *DARES)


def is_aim(tokens: Tokens, first: int) -> bool:
    """Whether ل leads to what begins at `first`, or to a noun that leads to it: ل| لقاء، لإجراء | لقاءات، للمشاركة في | القمة."""
    at = first - 1
    at -= tokens.keys[at] == IN and small_word(tokens.keys[at - 1]) == "joining"
    while at > 0 and small_word(tokens.keys[at]) in ("holding", "joining"):
        at -= 1
    if tokens.keys[at] == TO_THE and tokens.kinds[at] & PREFIX:
        return True
    return tokens.keys[at] == IN_ORDER_TO and bool(tokens.kinds[at] & PREFIX)


def days_of_setting(scene: Scene, encounter: Encounter) -> list[Day]:
    """The day of what was done at an encounter, which is its own (قال الوزير، | أمس، خلال لقائه), or that is set for it.

    حددت اللجنة | الأحد | موعدا للجلسة. So is that of what a protest brings about (أغلقت الطريق | أمس | بسبب مظاهرة), but not
    that of whose aim it is (توجه | اليوم | إلى صور للمشاركة في القمة).
    """
    tokens, place = scene.tokens, encounter.place
    start, place = max(scene.passage.sentence_start(place), place - SETTING), min(place, encounter.clause[0])
    if place > start and small_word(tokens.keys[place - 1]) == "when":
        return days_of_clause(scene, start, place - 1)
    lead = next((at for at in range(place - 1, start - 1, -1) if not is_between(scene, at)), start)
    appointed = any(tokens.keys[at] in tense_words()["set"] for at in range(lead + 1, place))
    stopped = encounter.type == "protest" and small_word(tokens.keys[lead]) == "reason"
    done_at = appointed or stopped or small_word(tokens.keys[lead]) in AT or tokens.keys[lead] == IN
    if encounter.form.is_finite or not done_at or (is_aim(tokens, place) and not appointed):
        return []
    if lead > 1 and tokens.keys[lead - 1] == THAT_MATTER:
        return days_of_saying_before(scene, start)
    return days_of_clause(scene, start, lead + appointed)


def days_of_clause(scene: Scene, start: int, stop: int) -> list[Day]:
    """The day of what is told in the clause that ends at `stop`, and of no noun in it: وعد بذلك قبل عامين | عندما زار صور."""
    at = stop
    while at > start and not parts_times(scene, at - 1):
        at -= 1
    return [day for day in days_in(scene, at, stop) if stands_free(scene, day.first)][-1:]


def parts_times(scene: Scene, at: int) -> bool:
    """Whether what is behind a word has a time of its own: أن، الذي، بعد; not the words of a day: قبل عامين."""
    other = small_word(scene.tokens.keys[at]) in AROUND and not scene.is_in_day(at)
    return bool(scene.tokens.kinds[at] & (PARTS | RELATIVE)) or other


def days_of_saying_before(scene: Scene, start: int) -> list[Day]:
    """The day on which was said what the sentence before `start` tells: قال الوزير | أمس إن كذا. جاء ذلك خلال اجتماع."""
    last = next((at for at in range(start - 1, -1, -1) if not scene.tokens.kinds[at] & (STOP | BREAK)), None)
    if last is None:
        return []
    first = scene.passage.sentence_start(last)
    stop = next((at for at in range(first, last) if scene.tokens.kinds[at] & PARTS), last)
    return [day for day in days_in(scene, first, stop) if stands_free(scene, day.first)][:1]


def is_between(scene: Scene, at: int) -> bool:
    """Whether a word may stand between خلال and the noun of its encounter: خلال | عقد | اجتماع."""
    key, word = scene.tokens.keys[at], small_word(scene.tokens.keys[at])
    return word in ("holding", "joining") or (
        not word and key != IN and bool(scene.tokens.kinds[at] & (PREFIX | PREPOSITION | RANK))
    )


def stands_free(scene: Scene, day: int) -> bool:
    """Whether a day is that of its clause and of no noun before it: قال الوزير | أمس، استنكر هجوم | أمس not."""
    before = scene.tokens.kinds[day - 1] if day else STOP
    return (
        scene.tokens.keys[day - 1] in (IN, THAT_MATTER)
        or bool(before & (COMMA | DEFINITE | NAME | FAMILY | ODD | TIME | PUNCTUATION))
        or bool(day and tense_at(scene.tokens, day - 1))
    )


def goes_back(scene: Scene, at: int) -> bool:
    """Whether a word may stand in what opens a clause: no verb, no mark that parts clauses, nothing with a time of its own."""
    tokens = scene.tokens
    if tokens.kinds[at] & (PARTS | RELATIVE) or (tokens.keys[at] in DASHES and not scene.is_in_day(at)):
        return False
    return small_word(tokens.keys[at]) not in AROUND and (not tense_at(tokens, at) or scene.is_in_day(at))


def belongs(scene: Scene, encounter: Encounter, first: int, day: Day) -> bool:
    """Whether a day behind the word at `first` is that of the encounter, and of nothing else that stands between."""
    tokens, place = scene.tokens, day.first
    apart = any(tokens.kinds[at] & (PREPOSITION | PREFIX) for at in range(encounter.place, place))
    other_noun = apart and is_of_noun(scene, place) and not is_its_noun(tokens, encounter, place - 1)
    if other_noun or is_of_saying(scene, first, day) or is_year_of_other(scene, encounter, day):
        return False
    if (
        is_of_matter(scene, encounter, day)
        or is_of_plan_for_other(scene, encounter, day)
        or is_of_invitation(scene, encounter, day)
    ):
        return False
    other = related = acted = False
    for at in range(first + 1, place):
        kind, word = tokens.kinds[at], small_word(tokens.keys[at])
        if kind & RELATIVE and acted and not is_of_its_noun(scene, encounter, at):
            return False  # جلسة يناقش فيها القانون الذي طرحه السبت
        acted = acted or (at > encounter.place and at != encounter.verb and tense_at(tokens, at) is not None)
        if kind & PARTS and not (is_of_plan(tokens, at) or (kind & COLON and at < encounter.clause[1])):
            return False
        if kind & RELATIVE and not is_of_setting(scene, encounter, at) and not is_of_its_noun(scene, encounter, at):
            if not may_relate(tokens, encounter, at):
                return False
            if related or encounter.form.is_finite:
                return False
            related = True
        if kind & COMMA and not tokens.kinds[at + 1] & NAME:
            other = False
        elif at < place - 1 and (is_since(tokens, at) or (word in OTHERS and not is_same_visit(scene, encounter, at + 1))):
            other = not points_back(tokens, at)
    return not other and not is_bound(tokens, place)


def points_back(tokens: Tokens, at: int) -> bool:
    """Whether what was told before is all that stands behind a word of time: تجتمع اللجنة قبل | ذلك في صور; not بعد ذلك الهجوم."""
    behind = tokens.kinds[at + 2] if at + 2 < len(tokens) else STOP
    return tokens.keys[at + 1] == THAT_MATTER and (not behind & DEFINITE or bool(behind & TIME))


def is_its_noun(tokens: Tokens, encounter: Encounter, place: int) -> bool:
    """Whether the noun at `place` names what an encounter is that a verb tells: فاز الحزب في | انتخابات | 2019."""
    told = forms(TABLE).get(tokens.keys[place]) if encounter.form.is_finite or encounter.type == "vote" else ()
    return any(form.tense == "noun" and form.row["type"] == encounter.type for form in told)


def may_relate(tokens: Tokens, encounter: Encounter, relative: int) -> bool:
    """Whether a relative pronoun may tell of the noun of an encounter: لقاء القادة | التي; not زيارة الوفد | الذي.

    So it may of another noun of that type (فوزه في الانتخابات | التي).
    """
    wanted = WHO.get(tokens.keys[relative])
    if wanted is None or encounter.form.is_finite or relative < encounter.place or "people" in several(encounter.form.row["needs"]):
        return True
    if any(form.row["type"] == encounter.type for form in forms(TABLE).get(tokens.keys[relative - 1])):
        return True
    if ALONE.isdisjoint(wanted):
        return not any(one.endswith("p") for one in wanted)
    return "fs" in wanted or not tokens.has_ta(encounter.place)


def is_since(tokens: Tokens, at: int) -> bool:
    """Whether منذ leads to what was done at another time: أول زيارة منذ | اغتيال الوزير عام 2005; not منذ | عام 2005."""
    return tokens.keys[at] in tense_words()["since"] and not tokens.kinds[at + 1] & (TIME | NUMBER)


def is_bound(tokens: Tokens, day: int) -> bool:
    """Whether a day only bounds the time of an encounter: منذ | الأحد، حتى | 20 مايو، قبل | 14 ديسمبر، يمتد إلى | الأحد."""
    lasts = tokens.keys[day - 1] == TO and tokens.keys[day - 2] in keys_by(LASTS)
    return lasts or tokens.keys[day - 1] in tense_words()["since"] | UNTIL | {BEFORE}


def is_of_setting(scene: Scene, encounter: Encounter, relative: int) -> bool:
    """Whether a relative clause tells of the sitting at which something was done, whose day it has: فاز في جلسة | عقدت أمس.

    What somebody comes for has a day of its own: وصل إلى صور للمشاركة في القمة | التي تبدأ غدا.
    """
    if encounter.type == "visit":
        return False
    tokens = scene.tokens
    start = max(scene.passage.sentence_start(relative), relative - SITTING)
    return any(
        (small_word(tokens.keys[at]) in AT or tokens.keys[at] == IN)
        and any(form.tense == "noun" and form.row["type"] == "meeting" for form in forms(TABLE).get(tokens.keys[at + 1]))
        for at in range(start, relative - 1)
    )


def is_of_its_noun(scene: Scene, encounter: Encounter, relative: int) -> bool:
    """Whether a relative clause tells of the vote that a verb tells: فاز في الانتخابات الرئاسية | التي جرت الأحد."""
    tokens, noun = scene.tokens, relative - 1
    while noun > encounter.place and tokens.kinds[noun] & DEFINITE and not is_its_noun(tokens, encounter, noun):
        noun -= 1
    return encounter.type == "vote" and encounter.place < noun and is_its_noun(tokens, encounter, noun)


def is_same_visit(scene: Scene, encounter: Encounter, place: int) -> bool:
    """Whether the visit that somebody ends stands at `place`: غادر الوزير صور بعد | زيارة أجراها أمس."""
    nouns = forms(TABLE).get(scene.tokens.keys[place]) if encounter.type == "visit" else ()
    return encounter.form.is_finite and any(form.tense == "noun" and form.row["type"] == "visit" for form in nouns)


def is_of_saying(scene: Scene, first: int, day: Day) -> bool:
    """Whether a verb of saying stands before a day and أن behind it, which makes it the saying's: قال الوزير | أمس | إنها ستعقد."""
    tokens, after = scene.tokens, bisect_left(scene.tokens.starts, day.date.end)
    if not tokens.kinds[after] & THAT:
        return False
    return any(tokens.kinds[at] & SPEECH and tense_at(tokens, at) for at in range(first + 1, day.first))


def is_year_of_other(scene: Scene, encounter: Encounter, day: Day) -> bool:
    """Whether a year that ل leads belongs to another noun near it: خطة الوزارة | لعام 2023; not الانتخابات | لعام 2023.

    A month that ل leads tells which session it is, and not its day: عقد المجلس دورته | لشهر فبراير، أمس.
    """
    tokens = scene.tokens
    if is_month(day) and encounter.type == "meeting" and tokens.keys[day.first - 1] in (IN_ORDER_TO, TO_THE):
        return True
    if not (day.date.value or "").isdecimal() or day.first - encounter.place <= NEAR_YEAR:
        return False
    return tokens.keys[day.first - 1] in (IN_ORDER_TO, TO_THE) and bool(tokens.kinds[day.first - 1] & PREFIX)


def is_month(day: Day) -> bool:
    """Whether a date is a month, of a year that is told or not: 2024-02, --02."""
    return len((day.date.value or "").removeprefix("--")) in (len("02"), len("2024-02")) and "/" not in (day.date.value or "")


def is_of_matter(scene: Scene, encounter: Encounter, day: Day) -> bool:
    """Whether a month or a year is that of what an encounter is about: استفتاء بشأن الألعاب | في 2027; a day may be its own."""
    if is_exact(day):
        return False
    if is_year_of_aim(scene, encounter, day):
        return True
    for at in range(day.first - 1, encounter.place, -1):
        if scene.tokens.kinds[at] & COMMA:
            return False
        if small_word(scene.tokens.keys[at]) in ("about", "discuss"):
            return True
    return False


def is_year_of_aim(scene: Scene, encounter: Encounter, day: Day) -> bool:
    """Whether a year to come is that of what an encounter is for: استفتاء لمعرفة الرأي في استضافة الألعاب | في 2032."""
    tokens, year = scene.tokens, day.date.value or ""
    if len(year) != YEAR or not scene.published or year <= scene.published[:YEAR]:
        return False
    near = range(encounter.place + 1, day.first - 1)
    return any(tokens.keys[at] == IN_ORDER_TO and tokens.kinds[at] & PREFIX for at in near)


def is_of_plan_for_other(scene: Scene, encounter: Encounter, day: Day) -> bool:
    """Whether a day is that of a plan that is told of a noun behind a verb or another noun: التقى الوفد لبحث القمة المقررة | في
    نوفمبر، مسيرة رفضا للانتخابات المقررة | في نوفمبر; not الزيارة الرسمية المقررة | في نوفمبر.
    """
    tokens = scene.tokens
    between = range(encounter.place + 1, day.first)
    plan = next((at for at in between if tokens.kinds[at] & DEFINITE and has_turn(tokens, at, "ahead")), None)
    if plan is None:
        return False
    return encounter.form.is_finite or any(tokens.keys[at] in names() for at in range(encounter.place + 1, plan))


def is_of_invitation(scene: Scene, encounter: Encounter, day: Day) -> bool:
    """Whether a day is that of what a letter or a call asks somebody to come to: رسالة تتضمن دعوة لحضور القمة | غدا."""
    between = range(encounter.place + 1, day.first)
    return encounter.type == "call" and any(small_word(scene.tokens.keys[at]) == "joining" for at in between)


def is_of_noun(scene: Scene, day: int) -> bool:
    """Whether the noun right before a day has it as its own: اتفاق 2015، ذكرى 18 مايو، مهرجان العام الماضي; but not في 2015."""
    tokens = scene.tokens
    verb = tense_at(tokens, day - 1) is not None  # الاجتماع عقد أول أمس
    if verb or tokens.kinds[day - 1] & (PREPOSITION | PREFIX | TIME | PUNCTUATION | MONTH):
        return False
    number = tokens.keys[day].isdecimal()
    month = bool(tokens.kinds[day] & MONTH) and not tokens.kinds[day - 1] & DEFINITE  # انتخابات أبريل
    named = (number or month) and not tokens.kinds[day - 1] & (COMPLETE | ROLE | PEOPLE)
    return is_owned_by(scene.passage, day) or named or (number and len(tokens.keys[day]) == YEAR)
