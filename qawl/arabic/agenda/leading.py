"""What leads to the noun of an encounter: تأجيل الاجتماع، دعا إلى لقاء، ليس من المقرر عقد قمة، خلال اللقاء، وصل لإجراء مباحثات."""

from __future__ import annotations

from typing import NamedTuple

from qawl.arabic.agenda.encounters import Encounter
from qawl.arabic.agenda.tenses import (
    AT,
    CALLED_OFF,
    FUTURE,
    IMPERFECT,
    PERFECT,
    PHASES,
    has_turn,
    is_negated,
    small_word,
    tense_at,
    turn_at,
)
from qawl.arabic.agenda.times import days_ago, is_ahead, opening_of
from qawl.arabic.agenda.verb_statuses import (
    ENDS,
    LEAD_REACH,
    LED,
    SMALL,
    Standing,
    before_that,
    before_verb,
    by_tense,
    is_denied_before,
    only_follows,
    standing_by_verb,
)
from qawl.arabic.agenda.words import LASTS, TABLE, keys_by, lead_start, letters
from qawl.arabic.forms import NONE, Form, forms
from qawl.arabic.frames.scene import Scene
from qawl.arabic.letters import (
    ABOUT,
    ANY,
    BETWEEN,
    BY,
    CONJUNCTIONS,
    DONE,
    IN,
    IN_ORDER_TO,
    IS_DONE,
    IS_NOT,
    MAY_BE,
    NON,
    OF,
    OTHER_THAN,
    OUTSET,
    REFUSES,
    REMARKS,
    RESUMES,
    TO,
    TO_THE,
    UPON,
    WHAT,
    WHICH_LED,
    WITH,
    bare_key,
    fold,
)
from qawl.arabic.lexicon import (
    CLOSES,
    COMMA,
    CONJUNCTION,
    DEFINITE,
    NATION,
    OPENS,
    PREFIX,
    PREPOSITION,
    PUNCTUATION,
    RELATIVE,
    SPEECH,
    THAT,
    readings,
)
from qawl.arabic.tokens import Tokens
from qawl.model import EventStatus
from qawl.tables import several

# A span of time has so many words at most: قبل أقل من أسبوعين.
SPAN_REACH = 4
# So near behind its verb stands على of a remark: علق الوزير سالم الكندي | على اللقاء.
REMARK = 6
# So near behind a noun of asking stands what leads to what is asked for: دعوة الوزير سالم الكندي | إلى عقد قمة.
OWNED = 8
# Adjectives that tell of what stands before them only: أجل الشهر | الماضي | زيارته.
BEHIND_ONLY = ("next", "now", "past")
# Turns that outweigh what stands behind the encounter.
STRONG = ("postponed", "cancelled", "moved", "advanced", "stopped", "proposed", "denied", "planned", "intended", "ahead")
LEADS = PREFIX | PREPOSITION | THAT
# Turns whose putting off is none yet, and how far before it they stand.
MEANT, MEANT_REACH = ("proposed", "possible", "intended", "denied"), 10
# Prepositions that lead to what a turn is of: دعا إلى، اتفق على، أعلن عن.
COMPLEMENT = (TO, UPON, ABOUT)
# So near before it stands who refuses leave: رفض | محافظ صور سالم الكندي | الترخيص.
REFUSED = 6


class Lead(NamedTuple):
    """What leads to an encounter: the status that it gives, whether it outweighs what stands behind the encounter, and is sure."""

    status: EventStatus
    strong: bool = False
    sure: bool = True


class Way(NamedTuple):
    """What stands between an encounter and a word before it.

    ``direct``: small words alone; ``setting``: a preposition that makes it where something else was done (في لقاء); ``aim``: ل that
    tells what for; ``joins``: حضور, which leads to what is set already; ``phase``: whether it begins or ends (انطلاق أعمال القمة);
    ``told``: that behind ب (رحب ببدء المباحثات); ``resumed``: that it is to begin again or go on (شدد على استمرارها).
    """

    direct: bool = True
    setting: bool = False
    aim: bool = False
    joins: bool = False
    phase: str = ""
    told: bool = False
    resumed: bool = False


def lead_of(scene: Scene, encounter: Encounter) -> Lead | None:
    """What leads to the noun of an encounter, the nearest word that tells something first."""
    tokens, place, way = scene.tokens, encounter.place, Way()
    start = max(scene.passage.sentence_start(place), place - LEAD_REACH)
    for at in range(behind_lead(tokens, place) - 1, start - 1, -1):
        kind = tokens.kinds[at]
        if kind & (ENDS | THAT | RELATIVE) and tokens.keys[at : at + 2] != [WHAT, BETWEEN]:
            return (before_relative(scene, way, at, start) if kind & RELATIVE else None) or begun_with(scene, encounter, way)
        if lead := by_small_word(scene, encounter, at, way):
            return lead
        turn = turn_at(tokens, at)
        if not is_stepped_over(scene, way, at) and not (turn and turn.row["turn"] in BEHIND_ONLY):
            if turn and is_remark(scene, turn, at):
                return None
            if turn and not is_phase(turn) and leads(scene, turn, at, place, way):
                return by_turn(scene, encounter, at, way)
            if (tense := tense_at(tokens, at)) and not scene.is_in_day(at) and not is_planned_noun(scene, at, start):
                return by_verb(scene, encounter, at, tense, way, start) or begun_with(scene, encounter, way)
        way = passed(scene, way, at, turn)
    if way.aim:
        return Lead("announced", sure=False)
    return begun(scene, encounter, way)


def by_small_word(scene: Scene, encounter: Encounter, at: int, way: Way) -> Lead | None:
    """What a small word or a verb of talk before an encounter makes of it: قبل | اللقاء، عدم | انعقاده، بحث | عقد قمة."""
    tokens, word = scene.tokens, small_word(scene.tokens.keys[at])
    if is_yet(tokens, at):
        return None
    if way.direct and encounter.type == "visit" and tokens.keys[at] == OUTSET:
        over = is_ahead(scene, encounter) is False and days_ago(scene, encounter) != 1
        return Lead("held" if over else "under_way", sure=False)
    if word == "can" and way.joins and tokens.kinds[encounter.place] & DEFINITE:
        return Lead("announced", sure=False)  # احتمال مقاطعة | الجلسة, which is set
    if word in SMALL and (way.direct or is_duty(tokens, at, way)) and not is_now_of_verb(tokens, encounter, at):
        return small_lead(scene, at, word)
    if word == "amid" and encounter.type == "visit" and (way.direct or tokens.keys[at + 1] == WITH):
        return Lead("under_way", sure=False)
    if way.direct and tokens.keys[at] == OF and (span := span_before(scene, at)) is not None:
        return small_lead(scene, span, small_word(tokens.keys[span]))
    if way.direct and not way.joins and tokens.keys[at] == NON:
        return Lead("cancelled", True)
    if is_nothing(tokens, at, way):
        return Lead("denied", True)
    if word == "certain" and way.direct:
        return Lead("proposed", True) if is_uncertain(tokens, at) else None
    if word == "will_be":
        return Lead("announced", True)
    discussed = is_discussed(tokens, encounter.clause[0], at) and not (way.aim or way.setting)
    return Lead("proposed", True) if discussed else None


def is_yet(tokens: Tokens, at: int) -> bool:
    """Whether a word of time tells that something is not done yet: لم يحدد | بعد موعد الزيارة؛ not لم يتكلم، بعد اللقاء."""
    behind_verb = at > 1 and small_word(tokens.keys[at]) == "behind" and tense_at(tokens, at - 1) is not None
    return behind_verb and small_word(tokens.keys[at - 2]) in ("not", "never")


def is_now_of_verb(tokens: Tokens, encounter: Encounter, at: int) -> bool:
    """Whether a word for now tells when something else is done: نسعى | الآن إلى لقاء; not يجري | حاليا مفاوضات."""
    now = small_word(tokens.keys[at]) == "now"
    return now and at > 0 and at - 1 != encounter.verb and tense_at(tokens, at - 1) == IMPERFECT


def is_duty(tokens: Tokens, at: int, way: Way) -> bool:
    """Whether a verb tells what somebody must or can do, who stands between: يجب | على الأطراف العودة إلى الحوار، لا بد | من."""
    if small_word(tokens.keys[at]) != "can":
        return False
    return tokens.keys[at + 1] == OF or (not way.setting and tense_at(tokens, at) == IMPERFECT)


def behind_lead(tokens: Tokens, place: int) -> int:
    """Where what leads an encounter begins, if that tells nothing: عقد | جولة رابعة من المباحثات; not المشاركة في | المباحثات."""
    first = lead_start(tokens, place)
    return place if any(small_word(tokens.keys[at]) == "joining" for at in range(first, place)) else first


def before_relative(scene: Scene, way: Way, at: int, start: int) -> Lead | None:
    """What stands before a relative clause that leads to an encounter: الأنباء التي تحدثت عن | لقاء, الدعوة التي وجهها."""
    if is_denied_before(scene, at, start):
        return Lead("denied", True)
    return Lead("proposed", True) if is_asked_before(scene, way, at, start) else None


def before_there_is(scene: Scene, way: Way, that: int) -> Lead | None:
    """What leads to أن behind which there is an encounter: نفى | أن يكون هناك لقاء، يجب | أن تكون مفاوضات."""
    keys = scene.tokens.keys
    if (
        not scene.tokens.kinds[that] & THAT
        or keys[that + 1] not in MAY_BE
        or not (way.direct or small_word(keys[that + 2]) == "there")
    ):
        return None
    led = before_that(scene, that)
    return Lead(led, led == "denied") if led and not way.setting else None


def is_asked_before(scene: Scene, way: Way, relative: int, start: int) -> bool:
    """Whether a relative clause tells of an offer or a call that leads to an encounter: الدعوة | التي وجهها إلى حضور لقاء."""
    noun = relative - 1
    asked = noun >= start and has_turn(scene.tokens, noun, "proposed") and tense_at(scene.tokens, noun) is None
    return asked and (way.aim or way.joins)


def is_nothing(tokens: Tokens, at: int, way: Way) -> bool:
    """Whether the word at `at` tells that there is no encounter: لا | صحة للقاء، ليس | هناك لقاء، لا | موعد لاستئناف المحادثات."""
    word = small_word(tokens.keys[at])
    if tokens.keys[at] in ANY and way.direct and is_none_there(tokens, at):
        return True
    if word == "holding" and way.direct:
        return is_negated(tokens, at) and tokens.keys[at - 1] != NON
    return (word == "false" or (word == "there" and way.direct)) and is_negated(tokens, at)


def is_uncertain(tokens: Tokens, at: int) -> bool:
    """Whether it is not certain that there will be an encounter: ليس من | المؤكد عقد قمة، من غير | المؤكد عقدها."""
    return is_negated(tokens, at) or tokens.keys[at - 1] == OTHER_THAN


def is_none_there(tokens: Tokens, at: int) -> bool:
    """Whether a nominal clause denies whatever أي leads to: ليس على جدول الوزير | أي لقاء."""
    for before in range(at - 1, max(0, at - REFUSED * 2) - 1, -1):
        if tokens.keys[before].startswith(IS_NOT):
            return True
        if tokens.kinds[before] & (PUNCTUATION | THAT | RELATIVE | SPEECH) or tense_at(tokens, before):
            return False
    return False


def is_planned_noun(scene: Scene, at: int, start: int) -> bool:
    """Whether what is written like a verb is the verbal noun of what somebody plans or asks for: قرر الاتحاد | شن إضراب."""
    tokens = scene.tokens
    if not any(form.tense == "noun" for form in forms(TABLE).get(tokens.keys[at])):
        return False
    for before in range(at - 1, start - 1, -1):
        if tokens.kinds[before] & (ENDS | THAT | RELATIVE | COMMA | CONJUNCTION):
            return False
        if tense_at(tokens, before):
            return has_turn(tokens, before, *STRONG)
    return False


def begun(scene: Scene, encounter: Encounter, way: Way) -> Lead | None:
    """What a beginning or an end alone tells, if no day does: انطلاق | أعمال القمة."""
    if is_ahead(scene, encounter) is not None:
        return None
    if way.resumed and not way.told:
        return Lead("proposed", sure=False)
    return Lead(LED[way.phase]) if way.phase else None


def begun_with(scene: Scene, encounter: Encounter, way: Way) -> Lead | None:
    """The same of a beginning that ب leads to, which is told as a fact (رحب ببدء | المباحثات), or that is only wished."""
    return begun(scene, encounter, way) if way.told or way.resumed else None


def is_remark(scene: Scene, turn: Form, at: int) -> bool:
    """Whether على behind a word makes it a remark that puts nothing off: في تعليق على | اللقاء."""
    near = scene.tokens.keys[at + 1 : at + 1 + (REMARK if turn.is_finite else 1)]
    return turn.lemma in REMARKS and UPON in near


def is_phase(turn: Form) -> bool:
    """Whether a verbal noun only leads on: دعا إلى | استئناف | المحادثات."""
    return turn.row["turn"] in PHASES and not turn.is_finite


def span_before(scene: Scene, of: int) -> int | None:
    """The place of قبل or بعد before a span of time that من leads on from: قبل | أسبوعين من القمة."""
    tokens = scene.tokens
    at = of - 1
    while at > 0 and of - at <= SPAN_REACH and not (tokens.kinds[at] & (DEFINITE | PUNCTUATION) or small_word(tokens.keys[at])):
        at -= 1
    return at if at < of - 1 and small_word(tokens.keys[at]) in ("before", "behind") else None


def is_stepped_over(scene: Scene, way: Way, at: int) -> bool:
    """Whether a word right before an encounter leads on to what stands before it: عقد، حضور، a prefix, a nationality."""
    kind, word = scene.tokens.kinds[at], small_word(scene.tokens.keys[at])
    return bool(kind & (PREFIX | OPENS | CLOSES)) or (way.direct and (word in ("holding", "joining") or bool(kind & NATION)))


def passed(scene: Scene, way: Way, at: int, turn: Form | None) -> Way:
    """The way with one more word before it."""
    key, kind = scene.tokens.keys[at], scene.tokens.kinds[at]
    word = small_word(key)
    if is_stepped_over(scene, way, at):
        aim = way.aim or (way.direct and bool(kind & PREFIX) and (key == IN_ORDER_TO or (key == TO_THE and way.joins)))
        told = way.told or ((bool(way.phase) or way.resumed) and key == BY)
        return way._replace(
            setting=way.setting and word not in ("joining", "holding"), aim=aim, joins=way.joins or word == "joining", told=told
        )
    if turn and turn.row["turn"] in BEHIND_ONLY:
        return way
    if turn and is_phase(turn) and not kind & PREPOSITION:
        wished = turn.lemma in RESUMES or scene.tokens.keys[at - 1] in (UPON, TO)
        phase = turn.row["turn"] if way.direct and not wished else way.phase
        return way._replace(phase=phase, resumed=way.resumed or (way.direct and wished and turn.row["turn"] != "ended"))
    if word == "aim":
        return way._replace(aim=way.aim or way.direct, direct=False)
    if kind & PREPOSITION:
        setting = way.setting or (way.direct and key not in COMPLEMENT and word != "about")
        return way._replace(setting=setting, direct=way.direct and (not setting or key == IN))
    return way._replace(direct=False)


def by_turn(scene: Scene, encounter: Encounter, place: int, way: Way) -> Lead | None:
    """What a word of `event_turns.tsv` makes of an encounter; who is asked to come is asked to what is set."""
    led = led_by(scene, encounter, place, way)
    if led and led.status == "postponed" and scene.tokens.keys[lead_start(scene.tokens, encounter.place) - 1] == TO:
        return Lead("announced", True)  # to which something else is put off
    return Lead("announced") if way.joins and led and led.status == "proposed" else led


def by_verb(scene: Scene, encounter: Encounter, verb: int, tense: str, way: Way, start: int) -> Lead | None:
    """What another verb before an encounter makes of it: ما تردد عن لقاء may be denied."""
    if scene.tokens.keys[verb] in DONE and (way.phase or is_opened_by(scene, encounter, verb)):
        return Lead(LED[way.phase] if way.phase else "held")
    if there := before_there_is(scene, way, verb - 1):
        return there
    if verb and scene.tokens.keys[verb - 1] == WHAT:
        return Lead("denied", True) if is_denied_before(scene, verb - 1, start) else None
    if verb > 0 and scene.tokens.kinds[verb - 1] & RELATIVE:
        if scene.tokens.kinds[verb] & SPEECH and is_denied_before(scene, verb - 1, start):
            return Lead("denied", True)
        if is_asked_before(scene, way, verb - 1, start):
            return Lead("proposed", True)
    if way.joins and scene.tokens.kinds[verb] & SPEECH and is_ahead(scene, encounter) is not False:
        return Lead("announced", sure=False)
    return held_by(scene, encounter, verb, tense, way.aim, way.direct)


def is_opened_by(scene: Scene, encounter: Encounter, verb: int) -> bool:
    """Whether only a day or a place stands between تم and what was done: تم | أمس بصور عقد لقاء; not تم الاتفاق على عقد لقاء."""
    opening = range(verb + 1, opening_of(scene, encounter.clause[0]))
    return not opening and not any(turn_at(scene.tokens, at) for at in range(verb + 1, encounter.clause[0]))


def small_lead(scene: Scene, place: int, word: str) -> Lead:
    """What a small word right before an encounter makes of it; behind a future it is to come: سيسافر بعد | زيارة الوفد.

    No حاجة إلى لقاء denies it, لا بد من لقاء does not.
    """
    start = max(scene.passage.sentence_start(place), place - LEAD_REACH)
    if word == "can" and is_negated(scene.tokens, place) and scene.tokens.keys[place + 1] != OF:
        return Lead("denied", True)
    if word == "without" and any(is_prevented(scene.tokens, at) for at in range(start, place)):
        return Lead("cancelled", True)
    if word in ("behind", *AT) and any(is_to_come(scene, at) for at in range(start, place)):
        return Lead("announced")
    return Lead(SMALL[word], word in ("can", "without"), word != "before")


def is_prevented(tokens: Tokens, at: int) -> bool:
    """Whether a verb at `at` tells what keeps something from taking place: | حال المطر دون انعقاد الجلسة."""
    turn = turn_at(tokens, at)
    return turn is not None and turn.is_finite and any(small_word(fold(form)) == "without" for form in several(turn.row["through"]))


def is_to_come(scene: Scene, place: int) -> bool:
    """Whether a word tells of what is to come: سيسافر، لن يسافر."""
    return tense_at(scene.tokens, place) == FUTURE or small_word(scene.tokens.keys[place]) in ("will", "never")


def leads(scene: Scene, turn: Form, at: int, noun: int, way: Way) -> bool:
    """Whether a word of `event_turns.tsv` has an encounter behind it, a noun behind its owner too: استعداد | بلاده لعقد قمة.

    Not one that tells what somebody comes for: سافر إلى صور ب| هدف عقد لقاء.
    """
    if turn.is_finite and scene.tokens.kinds[at - 1] & RELATIVE and scene.tokens.keys[at] in keys_by(LASTS):
        return False  # زيارته التي | استمرت أسبوعا لقاءات
    if turn.is_finite:
        return governs(scene, turn, at, noun, way.setting)
    tokens = scene.tokens
    if small_word(tokens.keys[at]) == "aim" and comes_before(scene, at):
        return False
    through = tuple(fold(form) for form in several(turn.row["through"]) if form != NONE)
    joined = tokens.keys[noun - 1] in CONJUNCTIONS  # الاستعداد لزيارة صور و| لقاء المدير
    near = range(at + 2 - joined, min(noun, at + OWNED))
    return way.direct or (not way.setting and any(tokens.keys[led] in through for led in near))


def comes_before(scene: Scene, at: int) -> bool:
    """Whether a verb of coming or going stands before `at` in its sentence: وصل الوزير إلى صور بهدف | إجراء محادثات."""
    keys = scene.tokens.keys[scene.passage.sentence_start(at) : at]
    return any(form.is_finite and form.row["type"] == "visit" for key in keys for form in forms(TABLE).get(key))


def governs(scene: Scene, turn: Form, verb: int, noun: int, setting: bool) -> bool:
    """Whether a verb has the encounter behind it as its own: دعا | إلى | لقاء; not دعا في | لقاء, علق على | لقاء."""
    values = several(turn.row["through"])
    through = tuple(fold(form) for form in values if form != NONE)
    tokens, between = scene.tokens, range(verb + 1, noun)
    if NONE in values and not setting and tokens.keys[noun - 1] != UPON:
        return not through or not (any(tokens.keys[at] in through for at in between) or tokens.keys[noun + 1] in through)
    led = any(tokens.keys[at].startswith(through) and tokens.kinds[at] & LEADS for at in between)
    return led and (not setting or IN in through or OF in through)


def held_by(scene: Scene, encounter: Encounter, verb: int, tense: str, aim: bool, direct: bool) -> Lead | None:
    """What a verb before an encounter makes of it: one that holds it by its tense, another one only where it is to come."""
    holds = direct and not aim and tense == PERFECT and not scene.tokens.kinds[verb] & SPEECH
    holds = holds or (not aim and scene.tokens.keys[verb] in IS_DONE and is_opened_by(scene, encounter, verb))
    if verb == encounter.verb or tense == FUTURE or holds:
        standing = standing_by_verb(scene, encounter, verb)
        return Lead(standing.status, standing.status in CALLED_OFF, standing.sure)
    if tense == PERFECT:
        sent = aim and any(tokens_key in letters() for tokens_key in scene.tokens.keys[verb + 1 : encounter.place])
        to_come = Lead("announced", sure=False) if aim else None
        return Lead("proposed") if sent else to_come
    led = before_verb(scene, verb, tense)
    if led in ("proposed", "announced") and aim:
        return Lead(led)
    return Lead("announced", sure=False) if aim else None


def is_only_meant(scene: Scene, place: int) -> bool:
    """Whether an encounter is not put off yet by the word at `place`: قد تؤجل، طلب | تأجيل الجلسة، لا ينوي | إلغاء الزيارة.

    Nor is one of which that is denied, or only talked about: نفى ما تردد عن | تأجيل الجلسة، يبحث المجلس | تأجيل الجلسة.
    """
    tokens, start = scene.tokens, scene.passage.sentence_start(place)
    if tense := tense_at(tokens, place):
        return before_verb(scene, place, tense) in ("unknown", "proposed")
    for at in range(place - 1, max(start, place - MEANT_REACH) - 1, -1):
        if has_turn(tokens, at, *MEANT) or small_word(tokens.keys[at]) in ("can", "discuss") or is_talked_about(tokens, at):
            return True
        if is_only_thought(tokens, at):
            return True
        if tokens.kinds[at] & RELATIVE or tokens.keys[at] == WHAT:
            return is_denied_before(scene, at, start)
        if tokens.kinds[at] & (ENDS | THAT) or (tense_at(tokens, at) and not is_claim(tokens, at)):
            return False
    return False


def is_only_thought(tokens: Tokens, at: int) -> bool:
    """Whether somebody only expects what follows, or it is a rumour: يتوقع الخبراء | تأجيل الانتخابات، ترددت أنباء عن تأجيلها."""
    thought = bool(tokens.kinds[at] & SPEECH) and any(reading.act == "think" for reading in readings(tokens.keys[at]))
    return thought or small_word(bare_key(tokens.keys[at])) == "rumour"


def is_claim(tokens: Tokens, verb: int) -> bool:
    """Whether a verb stands in what only tells a claim: ما | تردد، الأنباء التي | تحدثت."""
    return bool(verb and (tokens.kinds[verb - 1] & RELATIVE or tokens.keys[verb - 1] == WHAT))


def is_discussed(tokens: Tokens, first: int, at: int) -> bool:
    """Whether what is to be done from `first` on is so far only discussed: بحث | إجراء انتخابات، يناقش النواب | عقد قمة."""
    leads_on = small_word(tokens.keys[first]) == "holding" or has_turn(tokens, first, *PHASES)
    return at < first and leads_on and (small_word(tokens.keys[at]) == "discuss" or is_talked_about(tokens, at))


def is_talked_about(tokens: Tokens, verb: int) -> bool:
    """Whether a verb tells that somebody discusses what follows: يبحث المجلس | تأجيل الجلسة."""
    told = forms(TABLE).get(tokens.keys[verb]) if tense_at(tokens, verb) else ()
    return any(form.is_finite and form.row["by"] == "act" and form.row["needs"] == "with" for form in told)


def is_to_be_held(encounter: Encounter) -> bool:
    """Whether a verbal noun tells that an encounter is to be held: فشل في | عقد جلسة; not فشل في جلسة أمس."""
    held = encounter.held is not None and encounter.verb is None and encounter.clause[0] < encounter.place
    return held or "sitting" in several(encounter.form.row["needs"])


def is_of_other(tokens: Tokens, encounter: Encounter, verb: int) -> bool:
    """Whether what begins is only talk of an encounter: بدأ الحديث عن | قمة."""
    return ABOUT in tokens.keys[verb + 1 : encounter.clause[0]]


def is_refused(tokens: Tokens, place: int) -> bool:
    """Whether no leave is given: رفض المحافظ | الترخيص لمظاهرة."""
    near = (turn_at(tokens, at) for at in range(max(0, place - REFUSED), place))
    return any(turn is not None and turn.lemma in REFUSES for turn in near)


def led_by(scene: Scene, encounter: Encounter, place: int, way: Way) -> Lead | None:
    """What a word of `event_turns.tsv` before an encounter makes of it; one behind a negation calls nothing off."""
    turn = turn_at(scene.tokens, place)
    assert turn is not None
    name = turn.row["turn"]
    if name in ("able", "unable") and not is_to_be_held(encounter):
        return None
    if name == "proposed" and is_led_to(scene.tokens, place):
        return Lead("held", sure=False)
    if lead := not_done(scene, turn, place):
        return lead
    if name == "allowed" and is_refused(scene.tokens, place):
        return Lead("cancelled", True)
    if name == "stopped" and encounter.type == "protest":
        return Lead("held", True)
    if name == "announces":
        return None if encounter.type == "signing" else Lead("held" if way.phase == "ended" else "announced")
    if name == "begun" and turn.is_finite:
        return by_beginning(scene, encounter, place, way)
    if name in PHASES and turn.is_finite:
        return Lead("held" if tense_at(scene.tokens, place) == PERFECT and name != "going_on" else "under_way")
    return Lead(LED[name], name in STRONG and (way.direct or turn.is_finite))


def is_led_to(tokens: Tokens, verb: int) -> bool:
    """Whether a matter leads somebody to an encounter, who then holds it: ارتفعت الأسعار ما | دعا الوزير إلى عقد اجتماع."""
    return tense_at(tokens, verb) == PERFECT and verb > 0 and tokens.keys[verb - 1] in (WHAT, WHICH_LED)


def not_done(scene: Scene, turn: Form, place: int) -> Lead | None:
    """What a word makes of an encounter where it is negated or only meant, or cannot be: لن | تؤجل الجلسة، تعذر | عقدها."""
    name = turn.row["turn"]
    negated = is_negated(scene.tokens, place) or (turn.is_finite and before_verb(scene, place, PERFECT) == "denied")
    if name in CALLED_OFF and (negated or is_only_meant(scene, place)):
        return Lead("announced", True)
    if name == "unable":
        return Lead("announced", True) if negated else Lead("cancelled", True)
    if not negated:
        return None
    if name == "able":
        return Lead("cancelled", True)
    if turn.is_finite and name in ("ended", "stopped"):
        return Lead("under_way")  # لم تتوقف الاحتجاجات
    asked = name == "proposed" and not turn.is_finite
    return Lead("denied", True) if asked or name in ("planned", "intended", "ahead", "possible") else Lead("unknown", sure=False)


def by_beginning(scene: Scene, encounter: Encounter, place: int, way: Way) -> Lead:
    """What a finite verb of beginning makes of an encounter: بدأت | المحادثات; not بدأ الحديث عن | قمة."""
    if is_of_other(scene.tokens, encounter, place):
        return Lead("proposed", sure=False)
    tense = tense_at(scene.tokens, place)
    led = before_verb(scene, place, tense)
    told = Standing(led or "announced") if way.aim or led else by_tense(scene, encounter, place, tense)
    return Lead(told.status, led == "proposed", told.sure and not only_follows(scene, place))
