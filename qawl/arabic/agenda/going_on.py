"""What goes on on the page's day, by the days that it lasts and by its end that is still to come.

يختتم | غدا زيارته، اجتماع | يختتم غدا، يزور تونس | من 23 إلى 27 نوفمبر.
"""

from __future__ import annotations

from bisect import bisect_left

from qawl.arabic.agenda.encounters import Encounter
from qawl.arabic.agenda.tenses import FUTURE, IMPERFECT, has_turn, is_negated, tense_at, turn_at
from qawl.arabic.agenda.times import day_of, days_in, is_span
from qawl.arabic.agenda.verb_statuses import ENDS, Standing, before_verb
from qawl.arabic.agenda.words import LASTS, TABLE, keys_by, ranks
from qawl.arabic.forms import forms
from qawl.arabic.frames.scene import Scene
from qawl.arabic.letters import IN_ORDER_TO, RESULTS, TO, TO_THE, UNTIL
from qawl.arabic.lexicon import COMMA, CONJUNCTION, DEFINITE, PREFIX, PREPOSITION, RELATIVE, THAT, TIME
from qawl.arabic.speakers.occasions import Day
from qawl.arabic.tokens import Tokens

# What takes some time, unlike a signing or a call.
GOES_ON = ("visit", "meeting", "protest")
# So near behind its noun stands the verb that tells when an encounter ends, and so near behind that its day.
END_REACH, END_DAY = 14, 4


def is_in_progress(scene: Scene, encounter: Encounter, standing: Standing) -> bool:
    """Whether what the words tell as set or held goes on on the page's day."""
    if encounter.type not in GOES_ON:
        return False
    if standing.status == "announced":
        return any(goes_on(scene, encounter) for goes_on in (is_to_end, spans_today, ends_later, is_until_later, is_for_day))
    if standing.status != "held":
        return False
    return ends_later(scene, encounter) or (encounter.verb is None and not standing.sure and spans_today(scene, encounter))


def is_to_end(scene: Scene, encounter: Encounter) -> bool:
    """Whether it is told that an encounter will end, which it then has not: يختتم | غدا زيارته، من المقرر أن تنتهي | الزيارة."""
    verb = encounter.verb
    if verb is None or verb > encounter.place or tense_at(scene.tokens, verb) not in (IMPERFECT, FUTURE):
        return False
    return is_end(scene.tokens, verb) and not is_negated(scene.tokens, verb)


def is_end(tokens: Tokens, verb: int) -> bool:
    """Whether a verb tells that something ends: يختتم، تنتهي; not ستسفر عن, nor whoever leaves: يغادر."""
    turn = turn_at(tokens, verb)
    if turn is None or not turn.is_finite or turn.row["turn"] != "ended" or turn.lemma in RESULTS:
        return False
    return not any(form.is_finite and form.row["type"] == "visit" for form in forms(TABLE).get(tokens.keys[verb]))


def spans_today(scene: Scene, encounter: Encounter) -> bool:
    """Whether a present tells what began before the page's day and has days left: يزور تونس | من 23 إلى 27 نوفمبر."""
    verb, day, now = encounter.verb, day_of(scene, encounter), (scene.published or "")[:10]
    if day is None or not now or not is_span(day.date.value or ""):
        return False
    if verb is not None and (tense_at(scene.tokens, verb) != IMPERFECT or before_verb(scene, verb, IMPERFECT)):
        return False
    first, _, last = (day.date.value or "").partition("/")
    return first < now <= last


def is_until_later(scene: Scene, encounter: Encounter) -> bool:
    """Whether a present tells only until when it goes on: تحتضن صور | إلى غاية السبت | الملتقى; not يجتمعون غدا حتى المساء."""
    tokens, verb = scene.tokens, encounter.verb
    if verb is None or tense_at(tokens, verb) != IMPERFECT or before_verb(scene, verb, IMPERFECT):
        return False
    days = [day for day in days_in(scene, *encounter.clause) if is_to_come(scene, day)]
    return len(days) == 1 and tokens.keys[days[0].first - 1] in UNTIL


def is_for_day(scene: Scene, encounter: Encounter) -> bool:
    """Whether a present tells for which day in a row it goes on: يعتصم العمال | لليوم الرابع; not في اليوم الرابع من مايو."""
    tokens, verb = scene.tokens, encounter.verb
    if verb is None or tense_at(tokens, verb) != IMPERFECT or before_verb(scene, verb, IMPERFECT):
        return False
    return any(
        tokens.keys[at - 1] in (TO_THE, IN_ORDER_TO) and bool(tokens.kinds[at] & TIME) and tokens.keys[at + 1] in ranks()
        for at in range(verb + 1, encounter.clause[1] - 1)
    )


def ends_later(scene: Scene, encounter: Encounter) -> bool:
    """Whether a verb behind its noun tells that an encounter ends later, and nothing that it is to begin.

    تستضيف صور اجتماعا | يختتم غدا، عقدت لقاء | يستمر حتى الجمعة; not سيعقد غدا اجتماع يستمر حتى الجمعة.
    """
    tokens, place = scene.tokens, encounter.place
    if encounter.form.is_finite or (encounter.verb is not None and tense_at(tokens, encounter.verb) == FUTURE):
        return False
    for at in range(place + 1, min(scene.passage.sentence_stop(place), place + END_REACH)):
        if tense_at(tokens, at) == IMPERFECT and tells_end(scene, encounter, at):
            return not any(is_to_come(scene, day) for day in days_in(scene, scene.passage.sentence_start(place), at))
        if tokens.kinds[at] & (ENDS | THAT | COMMA) or tense_at(tokens, at):
            return False
    return False


def tells_end(scene: Scene, encounter: Encounter, verb: int) -> bool:
    """Whether a verb at `verb` tells of the noun before it until when it goes on: يختتم | غدا، التي تستمر | حتى الجمعة."""
    tokens, place = scene.tokens, encounter.place
    related = bool(tokens.kinds[verb - 1] & RELATIVE)
    if related != bool(tokens.kinds[place] & DEFINITE or encounter.form.pronoun):
        return False
    until = next(iter(days_in(scene, verb + 1, verb + 1 + END_DAY)), None)
    if until is None or not (is_to_come(scene, until) or is_today(scene, until)):
        return False
    if is_end(tokens, verb):
        behind = bisect_left(tokens.starts, until.date.end)
        return behind == len(tokens) or not may_be_object(tokens, behind)
    lasts = tokens.keys[verb] in keys_by(LASTS) or has_turn(tokens, verb, "going_on")
    return lasts and bool(tokens.kinds[verb + 1] & PREPOSITION or tokens.keys[verb + 1] == TO)


def may_be_object(tokens: Tokens, at: int) -> bool:
    """Whether what stands behind the day of an end may be what somebody ends: وفد يختتم غدا | زيارته."""
    return not tokens.kinds[at] & (ENDS | COMMA | PREPOSITION | PREFIX | CONJUNCTION)


def is_to_come(scene: Scene, day: Day) -> bool:
    """Whether a date lies behind the page's own, or is one whose side only its verb tells."""
    value = (day.date.value or "").split("/")[-1]
    return not value or value > (scene.published or value)[:10]


def is_today(scene: Scene, day: Day) -> bool:
    """Whether a date is the page's own."""
    return day.date.value == (scene.published or "")[:10]
