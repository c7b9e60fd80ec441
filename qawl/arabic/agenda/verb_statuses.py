"""How an encounter stands by a verb: its tense, and what leads to it.

سيزور، زار، يزور حاليا، لم يلتق، قد يزور، إذا زار، من المقرر أن يزور، نفى أن يكون التقى.
"""

from __future__ import annotations

from typing import NamedTuple

from qawl.arabic.agenda.encounters import Encounter
from qawl.arabic.agenda.parts import CHAIRS
from qawl.arabic.agenda.places import is_land
from qawl.arabic.agenda.tenses import (
    FUTURE,
    IMPERFECT,
    PERFECT,
    has_turn,
    is_joining,
    is_negated,
    is_that_which,
    small_word,
    tense_at,
    turn_at,
)
from qawl.arabic.agenda.times import WEEK, day_of, days_ago, is_ahead, opening_of, time_of, times_told
from qawl.arabic.agenda.words import HOLDS, LASTS, TABLE, keys_by, poll_words, ranks
from qawl.arabic.dates.tense import tense_words
from qawl.arabic.forms import forms
from qawl.arabic.frames.scene import Scene
from qawl.arabic.letters import (
    A_SITTING,
    CONJUNCTIONS,
    DID_NOT,
    GUEST,
    MAY_BE,
    RESULTS,
    SOME_TIME,
    THEN,
    TIMES_DONE,
    TO,
    UPON,
    WAS,
    fold,
)
from qawl.arabic.lexicon import (
    BODY,
    BREAK,
    COLON,
    COMMA,
    DEFINITE,
    DESPITE,
    KAN,
    NUMBER,
    PREFIX,
    PREPOSITION,
    RELATIVE,
    STOP,
    THAT,
    TIME,
)
from qawl.arabic.numerals import word_at
from qawl.arabic.tokens import Tokens
from qawl.model import EventStatus
from qawl.tables import several

# How far before a verb what leads to it may stand, how far before أن, and how far before a verb its أن يكون.
LEAD_REACH, THAT_REACH, BE_REACH = 25, 12, 12
# So near behind its verb stands خلالها.
NEAR = 4
# So near behind its verb stands إلا بعد.
UNTIL = 10
# A headline has so many tokens at most.
HEADLINE = 25
# What a word of event_turns.tsv makes of the encounter that it leads to.
LED: dict[str, EventStatus] = {
    "postponed": "postponed",
    "cancelled": "cancelled",
    "stopped": "postponed",
    "moved": "postponed",
    "advanced": "announced",
    "proposed": "proposed",
    "possible": "proposed",
    "planned": "announced",
    "intended": "announced",
    "ahead": "announced",
    "allowed": "announced",
    "next": "announced",
    "announces": "announced",
    "denied": "denied",
    "begun": "under_way",
    "going_on": "under_way",
    "now": "under_way",
    "ended": "held",
    "able": "held",
    "past": "held",
}
# What a small word makes of it.
SMALL: dict[str, EventStatus] = {
    "behind": "held",
    "during": "held",
    "after": "held",
    "before": "announced",
    "can": "proposed",
    "without": "denied",
    "now": "under_way",
    "soon": "announced",
}
# What a small word in the date of an encounter makes of it.
DATED: dict[str, EventStatus] = {"soon": "announced", "ago": "held"}
# What a small word right before a verb makes of it.
BEFORE: dict[str, EventStatus] = {"not": "denied", "never": "denied", "will": "announced", "if": "unknown"}
# What an adjective behind an encounter tells.
ADJECTIVES = ("ahead", "next", "now", "possible", "past")
ENDS = STOP | BREAK | COLON
# Turns that أن completes: طلب أن، من المقرر أن; not بدأت الجلسة على أن.
TAKE_THAT = ("cancelled", "proposed", "possible", "planned", "intended", "ahead", "denied")
# How an encounter does not stand that is to come.
OVER = ("held", "under_way")


# What goes on where a present without a day tells it: يزور تونس، يعتصم العمال; any other encounter is set (يعقد المجلس جلسته).
GOING_ON = ("visit", "protest")


class Standing(NamedTuple):
    """How an encounter stands by one mention; ``sure`` where words tell it, and not only that none tells otherwise."""

    status: EventStatus
    sure: bool = True


SET = Standing("announced", False)
TODAY_OR_YESTERDAY = (0, 1)


def standing_by_verb(scene: Scene, encounter: Encounter, verb: int) -> Standing:
    """How an encounter stands by a finite verb, its tense and what leads to it."""
    tense = tense_at(scene.tokens, verb)
    if is_not_paid(scene, encounter, verb):
        return Standing("cancelled")
    led = before_verb(scene, verb, tense)
    if led == "denied" and (outcome := of_outcome(scene.tokens, verb)):
        return outcome
    if led == "denied" and was_not_held(scene, encounter, verb):
        return Standing("cancelled")
    if led == "denied" and tense != FUTURE and (tells_who_won(scene, verb) or goes_on_since(scene, encounter)):
        return Standing("held")  # nobody won the vote, which was: لم يفز أحد; that was the last time: لم يجتمعوا منذ 1994
    if led and not (tense == FUTURE and led in OVER):
        return Standing(led, not only_follows(scene, verb))
    return by_tense(scene, encounter, verb, tense)


def of_outcome(tokens: Tokens, verb: int) -> Standing | None:
    """How what led to nothing or did not end stands: لم | تسفر المحادثات عن اتفاق, لم | تتوقف الاحتجاجات."""
    if any(form.lemma in RESULTS for form in forms(TABLE).get(tokens.keys[verb])):
        return Standing("held") if tokens.keys[verb - 1] == DID_NOT else None
    return Standing("under_way") if has_turn(tokens, verb, "ended", "stopped") else None


def was_not_held(scene: Scene, encounter: Encounter, verb: int) -> bool:
    """Whether what was set did not or will not take place.

    لم | تعقد الجلسة، لم ينعقد | اجتماع اللجنة، لن تعقد | الجلسة غدا; not لم يعقد أي اجتماع.
    """
    tokens, place = scene.tokens, encounter.place
    set_for_day = small_word(tokens.keys[verb - 1]) == "never" and day_of(scene, encounter) is not None
    if (tokens.keys[verb - 1] != DID_NOT and not set_for_day) or place <= verb or not is_held_at(tokens, verb):
        return False
    owned = bool(tokens.kinds[place + 1] & (DEFINITE | BODY))
    return bool(tokens.kinds[place] & DEFINITE) or owned


def is_not_paid(scene: Scene, encounter: Encounter, verb: int) -> bool:
    """Whether a visit that was to be on a day that is told will not be paid: لن | يأتي الوزير غدا; not لن يزور صور."""
    never = verb > 0 and small_word(scene.tokens.keys[verb - 1]) == "never"
    return never and encounter.type == "visit" and is_ahead(scene, encounter) is True


def is_held_at(tokens: Tokens, place: int) -> bool:
    """Whether a verb stands at `place` whose subject is what takes place: تعقد، يقام."""
    told = forms(TABLE).get(tokens.keys[place])
    return any(form.is_finite and form.row["by"] == HOLDS and "self" in several(form.row["needs"]) for form in told)


def tells_who_won(scene: Scene, verb: int) -> bool:
    """Whether a verb tells who won a vote: فاز."""
    return any("wins" in several(form.row["needs"]) for form in forms(TABLE).get(scene.tokens.keys[verb]))


def is_candidacy(key: str) -> bool:
    """Whether a verb or its noun tells that somebody stands in a vote, which is then to come: ترشح، ترشحه."""
    return any("stands" in several(form.row["needs"]) for form in forms("encounters.tsv").get(key))


def only_follows(scene: Scene, verb: int) -> bool:
    """Whether it is only told that something else came before: غادر قبل أن | تبدأ الجلسة."""
    tokens = scene.tokens
    return verb > 1 and bool(tokens.kinds[verb - 1] & THAT) and small_word(tokens.keys[verb - 2]) == "before"


def by_tense(scene: Scene, encounter: Encounter, verb: int, tense: str | None) -> Standing:
    """What the tense of a verb alone tells."""
    if tense == FUTURE:
        return Standing("announced")
    if is_candidacy(scene.tokens.keys[verb]):
        return SET
    if is_strike_today(scene, encounter):
        return Standing("under_way")
    if tense == IMPERFECT:
        return present(scene, encounter, verb)
    over = encounter.form.row["needs"] == "opens" or is_soon_over(scene, encounter) or is_past_visit(scene, encounter, verb)
    begins = (has_turn(scene.tokens, verb, "begun") and not over) or sets_out(scene, encounter) or landed_today(scene, encounter)
    return Standing("under_way" if begins else "held")


def is_soon_over(scene: Scene, encounter: Encounter) -> bool:
    """Whether what began on no day that is told is one of a row: ثم انطلقت | الجلسة الأولى، افتتحت أولى | جلسات الملتقى."""
    place, keys = encounter.place, scene.tokens.keys
    ranked = keys[place - 1] in ranks() or keys[place + 1] in ranks()
    return encounter.form.lemma == A_SITTING and ranked and time_of(scene, encounter) is None


def is_past_visit(scene: Scene, encounter: Encounter, verb: int) -> bool:
    """Whether somebody's coming is told as what was before: صور التي | وصل إليها، كان قد | وصل; or was last week.

    Who came today or yesterday is there: الوزير الذي | وصل أمس.
    """
    ago = days_ago(scene, encounter)
    if encounter.type != "visit" or ago in TODAY_OR_YESTERDAY:
        return False
    kinds, before = scene.tokens.kinds, range(max(0, verb - 2), verb)
    long_ago = ago >= WEEK if ago is not None else is_ahead(scene, encounter) is False
    before_all = encounter.form.is_finite and any(kinds[at] & (RELATIVE | KAN) for at in before)
    return long_ago or before_all


def landed_today(scene: Scene, encounter: Encounter) -> bool:
    """Whether somebody came down at a place on the page's day or the one before, where he then is: حل الوزير | أمس بتونس.

    Whoever was a guest the day before is gone, unless his visit lasts: حل الكاتب ضيفا | على صور مساء أمس.
    """
    if not encounter.form.is_finite or "lands" not in several(encounter.form.row["needs"]):
        return False
    keys, ago = scene.tokens.keys[slice(*encounter.clause)], days_ago(scene, encounter)
    was_guest = any(key.startswith(GUEST) for key in keys) and keys_by(LASTS).isdisjoint(keys)
    return ago == 0 or (ago in TODAY_OR_YESTERDAY and not was_guest)


def is_strike_today(scene: Scene, encounter: Encounter) -> bool:
    """Whether work is left on the page's day, as it then still is: أضرب العمال | اليوم، يستأنف الأطباء | اليوم إضرابهم.

    Whoever lifts a strike ends it: رفعوا إضرابهم | اليوم.
    """
    strikes = encounter.type == "protest" and fold(encounter.form.lemma) in poll_words("strike")
    lifted = encounter.held is not None and encounter.held.row["subject"] == CHAIRS
    return strikes and not lifted and (days_ago(scene, encounter) == 0 or is_today_too(scene, encounter))


def is_today_too(scene: Scene, encounter: Encounter) -> bool:
    """Whether the page's own day is one of the days of an encounter: أمس | واليوم."""
    now = (scene.published or "")[:10]
    return any(day.date.value == now for day in times_told(scene, encounter))


def sets_out(scene: Scene, encounter: Encounter) -> bool:
    """Whether somebody left one place for another just now, which begins his visit there.

    غادر اليوم تونس متوجها | إلى صور; not غادر تونس عائدا إلى بلاده في ختام زيارة.
    """
    leaves = encounter.form.is_finite and "leaves" in several(encounter.form.row["needs"])
    tokens, (first, stop) = scene.tokens, encounter.clause
    goal = next((at for at in range(first, stop - 1) if tokens.keys[at] == TO or small_word(tokens.keys[at]) == "behind"), None)
    there = goal is not None and tokens.keys[goal] == TO and is_land(tokens, goal + 1)
    there = there and not any(has_turn(tokens, at, "ended") for at in range(encounter.place + 1, stop))
    return leaves and there and days_ago(scene, encounter) in (0, 1)


def before_verb(scene: Scene, verb: int, tense: str | None) -> EventStatus | None:
    """What leads to a verb: لم يلتق، سوف يزور، قد يزور، إذا زار، إذا لم يزر، كان يزور، من المقرر أن يزور."""
    tokens, start = scene.tokens, scene.passage.sentence_start(verb)
    was = False
    for at in range(verb - 1, max(start, verb - LEAD_REACH) - 1, -1):
        kind, word = tokens.kinds[at], small_word(tokens.keys[at])
        if kind & THAT:
            return before_that(scene, at)
        if is_that_which(tokens, at):
            return None
        if word in BEFORE:
            if word in ("never", "not") and tense == IMPERFECT and is_until(scene, verb):
                return "postponed"
            if BEFORE[word] == "denied" and at > start and small_word(tokens.keys[at - 1]) == "if":
                return "unknown"
            return stays_away(tokens.keys[at]) if BEFORE[word] == "denied" and is_joining(tokens.keys[verb]) else BEFORE[word]
        if word == "may" and tense == IMPERFECT:
            return "unknown"
        if not kind & (PREFIX | KAN):
            return "held" if tense == IMPERFECT and (was or was_before(scene, at)) else before_be(scene, at)
        was = was or bool(kind & KAN)
    return "held" if was and tense == IMPERFECT else None


def was_before(scene: Scene, place: int) -> bool:
    """Whether كان stands before the subject that ends at `place`: كان | نائبه سالم الكندي | يبحث."""
    tokens, start = scene.tokens, scene.passage.sentence_start(place)
    for at in range(place, max(start, place - BE_REACH) - 1, -1):
        if tokens.kinds[at] & KAN and tokens.keys[at].startswith(WAS):
            return not (at and tokens.kinds[at - 1] & (RELATIVE | THAT))
        if tokens.kinds[at] & (ENDS | THAT | RELATIVE | COMMA | PREPOSITION) or tense_at(tokens, at):
            return False
    return False


def is_until(scene: Scene, verb: int) -> bool:
    """Whether what is not done is only to be done later: لن نوقع الاتفاق | قبل انتهاء الحرب، لن يلتقيه | إلا بعد الانتخابات."""
    tokens = scene.tokens
    for at in range(verb + 1, min(scene.passage.sentence_stop(verb), verb + UNTIL)):
        word = small_word(tokens.keys[at])
        if tokens.keys[verb - 1] != DID_NOT and word in ("until", "before"):
            return True
        if tokens.kinds[at] & (ENDS | THAT) or tense_at(tokens, at):
            return False
    return False


def stays_away(negation: str) -> EventStatus:
    """How an encounter stands to which somebody does not come: لم يحضر القمة, which was held, لن يحضر القمة."""
    return {DID_NOT: "held"}.get(negation, "announced")  # type: ignore[return-value]


def before_be(scene: Scene, place: int) -> EventStatus | None:
    """What leads to أن يكون, behind which a subject stands before its verb (نفى أن يكون | الوزير | التقى), or denies its أن."""
    tokens, start = scene.tokens, scene.passage.sentence_start(place)
    for at in range(place, max(start, place - BE_REACH), -1):
        if tokens.kinds[at] & THAT:
            return "denied" if before_that(scene, at) == "denied" else None
        if tokens.kinds[at] & ENDS or (at < place and is_of_that(tokens, at)):
            return None
        if tokens.kinds[at] & KAN and small_word(tokens.keys[at - 1]) == "if" and not tokens.kinds[at - 1] & THAT:
            return "unknown"  # لو كان | الوزير زار صور
        if tokens.keys[at] in MAY_BE and tokens.kinds[at - 1] & THAT:
            return before_that(scene, at - 1)
    return None


def is_of_that(tokens: Tokens, at: int) -> bool:
    """Whether أن before a verb at `at` belongs to that verb, and to none behind it: دون أن | يسميه، قال خلال تفقده."""
    return bool(tokens.kinds[at - 1] & THAT) and tokens.keys[at] not in MAY_BE and tense_at(tokens, at) is not None


def led_to_by(turn: str, *, negated: bool) -> EventStatus:
    """How a verb before أن tells that something stands: من المقرر أن، ليس من المقرر أن، لا يستبعد أن."""
    if not negated:
        return LED[turn]
    return "unknown" if turn == "denied" else "denied"


def before_that(scene: Scene, that: int) -> EventStatus | None:
    """What leads to an encounter behind أن: من المقرر أن، دعا إلى أن، يمكن أن، كان يمكن أن، بعد أن، دون أن، لم يسبق أن."""
    tokens, start = scene.tokens, scene.passage.sentence_start(that)
    if that > start + 1 and tokens.keys[that - 1] == UPON and tokens.kinds[that - 2] & COMMA:
        return "announced"  # ينهي المجلس مشاوراته، على أن | يصوت غدا
    if that > start and tokens.kinds[that - 1] & KAN and tokens.keys[that - 1] in WAS:
        return None  # طلب الوزير مهلة، فكان أن | تأخر التوقيع
    for at in range(that - 1, max(start, that - THAT_REACH) - 1, -1):
        if tokens.kinds[at] & DESPITE:
            return None
        if (turn := turn_at(tokens, at)) and turn.row["turn"] in TAKE_THAT:
            return led_to_by(turn.row["turn"], negated=is_negated(tokens, at))
        word = small_word(tokens.keys[at])
        if word == "ever":
            return "denied" if is_negated(tokens, at) else "held"
        if word in SMALL and (word == "can" or at == that - 1):
            if not is_past(tokens, at):
                return SMALL[word]
            return "unknown" if word == "can" and tokens.kinds[at - 1] & KAN else "held"  # كان | يمكن أن
        if tokens.kinds[at] & ENDS or tense_at(tokens, at):
            claimed = at > start and tokens.kinds[at - 1] & RELATIVE
            return "denied" if claimed and is_denied_before(scene, at - 1, scene.passage.sentence_start(that)) else None
    return None


def is_past(tokens: Tokens, at: int) -> bool:
    """Whether كان stands before what was needed or could be, which then may have been: كان من | المهم أن يلتقيا."""
    return any(tokens.kinds[near] & KAN and tokens.keys[near].startswith(WAS) for near in range(max(0, at - 2), at))


def is_denied_before(scene: Scene, place: int, start: int) -> bool:
    """Whether what a relative clause tells is denied: نفى ما تردد عن لقاء، لا صحة للأنباء التي تحدثت عن لقاء."""
    tokens = scene.tokens
    for at in range(place - 1, max(start, place - LEAD_REACH) - 1, -1):
        if tokens.kinds[at] & (ENDS | THAT):
            return False
        if has_turn(tokens, at, "denied") or (small_word(tokens.keys[at]) == "false" and is_negated(tokens, at)):
            return True
    return False


def present(scene: Scene, encounter: Encounter, verb: int) -> Standing:
    """What an imperfect tells: يزور حاليا، يجتمع غدا، and in a headline what was or will be."""
    tokens = scene.tokens
    if goes_on_since(scene, encounter) or goes_on_still(scene, verb):
        return Standing("under_way")
    if told := told_with_present(scene, encounter):
        return told
    if is_at_what_comes(scene, encounter, verb):
        return Standing("announced")
    if (ahead := is_ahead(scene, encounter)) is not None:
        if not ahead and has_begun(scene, encounter):
            return Standing("under_way")
        return Standing("announced" if ahead else "held")
    if is_of_what_comes(scene, encounter, verb) or is_of_this_week(scene, encounter):
        return Standing("announced")
    if is_headline(scene, verb):
        if is_of_today(scene, encounter):
            return Standing("announced", False)
        return Standing("under_way" if encounter.type == "protest" else "held", False)  # who protests in a headline still does
    dated = any(is_time(tokens, at) for at in range(*encounter.clause))
    comes = dated or day_of(scene, encounter) or has_turn(tokens, verb, "begun")
    if comes:
        return Standing("announced")
    return Standing("under_way") if encounter.type in GOING_ON else SET


def is_time(tokens: Tokens, at: int) -> bool:
    """Whether a word of time stands at `at`, and none that only counts how often something is done: يزور تونس لأول | مرة."""
    return bool(tokens.kinds[at] & TIME) and not tokens.kinds[at] & PREPOSITION and tokens.keys[at] not in TIMES_DONE


def is_at_what_comes(scene: Scene, encounter: Encounter, verb: int) -> bool:
    """Whether a relative only tells how long that lasts at which something will be done: سيلتقي خلال زيارته التي | تستمر يومين."""
    tokens, first = scene.tokens, encounter.clause[0]
    if verb < encounter.place or tokens.keys[verb] not in keys_by(LASTS) or small_word(tokens.keys[first - 1]) != "during":
        return False
    before = range(first - 2, scene.passage.sentence_start(first) - 1, -1)
    return next((tense for at in before if (tense := tense_at(tokens, at))), None) == FUTURE


def told_with_present(scene: Scene, encounter: Encounter) -> Standing | None:
    """What the words beside a present tell: في هذه | الأثناء يلتقي، قريبا، اجتماعه | المقبل؛ الربع | الأخير is no past."""
    tokens, (first, stop) = scene.tokens, encounter.clause
    if any(small_word(tokens.keys[at]) == "now" for at in range(opening_of(scene, first), first)):
        return Standing("under_way")
    for at in range(first, stop):
        word, turn = small_word(tokens.keys[at]), turn_at(tokens, at)
        if word in ("now", "soon"):
            return Standing(SMALL[word])
        told = turn is not None and turn.row["turn"] in ADJECTIVES
        if turn and told and not (turn.row["turn"] == "past" and is_ahead(scene, encounter)):
            return Standing(LED[turn.row["turn"]])
    return None


def has_begun(scene: Scene, encounter: Encounter) -> bool:
    """Whether what somebody is at began on the page's day or the one before: يشارك الوزير في القمة التي | انطلقت أمس."""
    turns = (at for at in range(encounter.place + 1, encounter.clause[1]) if has_turn(scene.tokens, at, "begun"))
    return days_ago(scene, encounter) in TODAY_OR_YESTERDAY and any(tense_at(scene.tokens, at) == PERFECT for at in turns)


def is_of_today(scene: Scene, encounter: Encounter) -> bool:
    """Whether its own day is the page's, or one that the page does not date: يعقد المجلس اجتماعا | مساء السبت."""
    ago = days_ago(scene, encounter)
    return ago == 0 or (ago is None and not scene.published and time_of(scene, encounter) is not None)


def is_of_this_week(scene: Scene, encounter: Encounter) -> bool:
    """Whether its day is a stretch of time that is not over on the page's day: يزورون تونس | هذا الأسبوع."""
    day, now = day_of(scene, encounter), (scene.published or "")[:10]
    value = (day.date.value or "") if day else ""
    return "/" in value and bool(now) and value.split("/")[-1] > now


def goes_on_since(scene: Scene, encounter: Encounter) -> bool:
    """Whether an encounter goes on since a day: تستضيف صور | منذ الأحد | جولة محادثات، تجري المحادثات | منذ يومين.

    Another thing may: يجتمعون للنظر في الدعوى المرفوعة | منذ عامين.
    """
    tokens, (first, stop), since = scene.tokens, encounter.clause, tense_words()["since"]
    for at in range(first, stop - 1):
        if tokens.keys[at] in since and is_length(tokens, at + 1):
            told = at >= first + 2 and tokens.kinds[at - 1] & tokens.kinds[at - 2] & DEFINITE
            return not told or encounter.place in (at - 1, at - 2)
    return False


def is_length(tokens: Tokens, at: int) -> bool:
    """Whether a length of time stands at `at`: منذ | يومين، منذ | أشهر، منذ | فترة."""
    told = tokens.kinds[at] & (TIME | NUMBER) or tokens.keys[at] in SOME_TIME
    return bool(told) or word_at(tokens, at, "time", "times", "two") is not None


def goes_on_still(scene: Scene, verb: int) -> bool:
    """Whether it is told before a verb, or before its subject, that something goes on: لا يزال الوفد | يجري محادثات."""
    tokens, start = scene.tokens, scene.passage.sentence_start(verb)
    for at in range(verb - 1, max(start, verb - BE_REACH) - 1, -1):
        if small_word(tokens.keys[at]) == "still":
            return is_negated(tokens, at)
        if tokens.kinds[at] & (ENDS | THAT | RELATIVE | COMMA | PREPOSITION) or tense_at(tokens, at):
            return False
    return False


def is_of_what_comes(scene: Scene, encounter: Encounter, verb: int) -> bool:
    """Whether an imperfect tells of what is planned for a visit (زيارة | يلتقي خلالها), or goes on from either (سيصل | ويلتقي)."""
    tokens = scene.tokens
    if is_during_visit(scene, encounter, verb):
        return True
    start = scene.passage.sentence_start(verb)
    if not (verb > start and tokens.keys[verb - 1] in (*CONJUNCTIONS, THEN)):
        return False
    before = next((at for at in range(verb - 1, start - 1, -1) if tense_at(tokens, at)), None)
    if before is None or tense_at(tokens, before) == PERFECT:
        return False
    within = any(small_word(tokens.keys[at]) == "within" for at in range(before + 1, min(verb, before + NEAR)))
    if within and any(form.row["by"] == "act" for form in forms(TABLE).get(tokens.keys[before])):
        return True
    return tense_at(tokens, before) == FUTURE or before_verb(scene, before, IMPERFECT) == "announced"


def is_during_visit(scene: Scene, encounter: Encounter, verb: int | None = None) -> bool:
    """Whether right behind its verb or noun an encounter is told to be within a visit: يلتقي | خلالها، يلتقيه | خلال الزيارة."""
    first = encounter.clause[0] if verb is None else verb
    near = range(first + 1, min(encounter.clause[1], first + NEAR))
    return any(small_word(scene.tokens.keys[at]) == "within" or is_visit(scene.tokens, at) for at in near)


def is_visit(tokens: Tokens, at: int) -> bool:
    """Whether a visit stands behind a word of time at `at`: خلال | الزيارة."""
    during = small_word(tokens.keys[at]) == "during" and at + 1 < len(tokens)
    return during and any(form.row["type"] == "visit" for form in forms(TABLE).get(tokens.keys[at + 1]))


def is_headline(scene: Scene, place: int) -> bool:
    """Whether a token stands in a short line without a full stop, whose present tells what was."""
    passage = scene.passage
    start, stop = passage.paragraph_start(place), passage.paragraph_stop(place)
    return passage.is_title(place) or (0 < stop - start <= HEADLINE and not scene.tokens.kinds[stop - 1] & STOP)
