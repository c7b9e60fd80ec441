"""Whether an encounter is planned, under way, held, put off, called off, proposed or denied, as the page stands.

A verb tells by its tense and what leads to it (سيزور، لم يلتق، يعتزم أن يزور); a noun by what leads to it (تأجيل الاجتماع، دعا إلى
لقاء، خلال اللقاء), by what stands behind it (الاجتماع المقبل، القمة التي ستعقد), and by the verb that holds it (عقد اجتماعا).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

from qawl.arabic.agenda.crowds import is_since
from qawl.arabic.agenda.encounters import Encounter, is_crowd
from qawl.arabic.agenda.exact_days import next_to
from qawl.arabic.agenda.going_on import is_in_progress
from qawl.arabic.agenda.holders import is_feminine
from qawl.arabic.agenda.leading import LEADS, Lead, is_only_meant, lead_of
from qawl.arabic.agenda.parts import CHAIRS
from qawl.arabic.agenda.rumours import is_called_false
from qawl.arabic.agenda.tellers import is_told_as_done
from qawl.arabic.agenda.tenses import (
    CALLED_OFF,
    FUTURE,
    IMPERFECT,
    PERFECT,
    PHASES,
    has_turn,
    is_joining,
    is_negated,
    small_word,
    tense_at,
    turn_at,
)
from qawl.arabic.agenda.times import WEEK, day_of, days_ago, is_ahead, is_exact, may_relate, own_stop, time_of, was_held
from qawl.arabic.agenda.verb_statuses import (
    ADJECTIVES,
    DATED,
    ENDS,
    LED,
    OVER,
    SET,
    Standing,
    before_verb,
    is_candidacy,
    is_headline,
    is_held_at,
    standing_by_verb,
)
from qawl.arabic.agenda.was_to_be import was_to_be
from qawl.arabic.agenda.words import LASTS, PAIRED, PAPER, TABLE, bringing_keys, keys_by, lead_start, names, ranks
from qawl.arabic.agenda.words import lead_of as lead_before
from qawl.arabic.dates.tense import moving_words
from qawl.arabic.forms import NONE, Form, forms
from qawl.arabic.frames.scene import Scene
from qawl.arabic.letters import (
    ADDRESSING,
    ANY,
    AS_SAID,
    BUT_HE,
    BY,
    CURRENT,
    CURRENT_F,
    DURING,
    FEMININE_PLURAL,
    HAPPENS,
    HERS,
    HIS,
    IN,
    IT_IS,
    JOINS_FREELY,
    NO,
    NON,
    NOT_THERE,
    OFFERS,
    OPEN_TA,
    PROGRAMME,
    SINCE,
    SO,
    THAT_MATTER,
    TO,
    UNSET,
    UNTIL,
    WHAT,
    WILL_SHE,
    bare_key,
)
from qawl.arabic.lexicon import (
    CITY,
    COMMA,
    COMPRISES,
    COUNTRY,
    DEFINITE,
    FAMILY,
    KAN,
    NAME,
    NEGATION,
    ODD,
    PREFIX,
    PREPOSITION,
    RELATIVE,
    SPEECH,
    STOP,
    THAT,
    TIME,
)
from qawl.arabic.tokens import Tokens
from qawl.model import EventStatus
from qawl.tables import several

# How far behind the noun of an encounter what tells of it may stand.
BEHIND_REACH = 16
# So far behind it may stand what calls it off.
LATER = 45
# So near before the word for a quorum it is told that there is none, and so near before an encounter the word.
QUORUM = 3
# Words that tell what is only wished for, promised or meant.
WISHED = ("proposed", "planned", "intended")
# So near behind a word of a plan stands its أن: يفترض لها | أن.
LASTS_REACH = 4
# So near behind those who protest stands what they will do: المتظاهرون | سيتوجهون.
CROWD_REACH = 4
# So near before an encounter a programme tells of it: يتضمن | برنامج الزيارة الرسمية لقاء.
PROGRAMMED = 9
# So near before ب stands who does what it leads to: قيام عشرات السكان | ب.
DONE_REACH = 8
# How a verb stands that calls somebody to what is set: دعا، دعوة، دعي.
CALLING = ("perfect", "noun", "passive")


def status_of(scene: Scene, encounter: Encounter) -> EventStatus:
    """The status that the clause of an encounter tells."""
    return standing_of(scene, encounter).status


def standing_of(scene: Scene, encounter: Encounter) -> Standing:
    """The status that the clause of an encounter tells, and whether words tell it for sure."""
    standing = standing_at(scene, encounter)
    if standing.status in OVER and lies_ahead(scene, encounter):
        standing = Standing("announced")
    elif is_in_progress(scene, encounter, standing):
        standing = Standing("under_way")
    if is_crowd(encounter) and (standing.status not in OVER or has_turn(scene.tokens, encounter.clause[0], "begun")):
        return standing if is_crowd_to_come(scene, encounter) else Standing("held", False)
    if standing.status in ("announced", "proposed") and was_done_within(scene, encounter):
        return Standing("held")
    to_come = not standing.sure or standing.status in ("announced", "proposed", "unknown") or was_to_be(scene, encounter)
    return (to_come and called_off_later(scene, encounter)) or standing


def is_on_programme(scene: Scene, encounter: Encounter) -> bool:
    """Whether a programme comprises an encounter in the present: يتضمن | برنامج الزيارة لقاء مع السفير."""
    tokens, start = scene.tokens, max(scene.passage.sentence_start(encounter.place), encounter.place - PROGRAMMED)
    before = range(start, encounter.place)
    comprises = any(tokens.kinds[at] & COMPRISES and tense_at(tokens, at) == IMPERFECT for at in before)
    return comprises and any(bare_key(tokens.keys[at]) in PROGRAMME for at in before)


def was_done_within(scene: Scene, encounter: Encounter) -> bool:
    """Whether it is told what was done at an encounter, which then was: سمحت بتنظيم مسيرة | رفع خلالها السكان الأعلام."""
    tokens, near = scene.tokens, range(encounter.place + 1, encounter.clause[1])
    within = (at for at in near if small_word(tokens.keys[at]) == "within")
    return any(tense_at(tokens, at - 1) == PERFECT and not tokens.kinds[at - 2] & NEGATION for at in within)


def is_crowd_to_come(scene: Scene, encounter: Encounter) -> bool:
    """Whether people will protest by the day or the tense of what they do: سيتوجه | المتظاهرون إلى صور."""
    near = range(encounter.clause[0], min(encounter.clause[1], encounter.place + CROWD_REACH))
    return is_ahead(scene, encounter) is True or any(tense_at(scene.tokens, at) == FUTURE for at in near)


def lies_ahead(scene: Scene, encounter: Encounter) -> bool:
    """Whether the day of an encounter that only its noun tells is still to come, and not one of every year: إضراب يوم 29 المقبل."""
    if encounter.verb is not None or is_ahead(scene, encounter) is not True:
        return False
    day = day_of(scene, encounter)
    return day is not None and is_exact(day) and next_to(scene, day, -1) is None


def standing_at(scene: Scene, encounter: Encounter) -> Standing:
    """The status that the verb of an encounter, or what leads to its noun and stands behind it, tells."""
    if is_called_false(scene, encounter):
        return Standing("denied")
    if is_since_then(scene, encounter):
        return Standing("under_way")
    if encounter.form.is_finite:
        standing = standing_by_verb(scene, encounter, encounter.place)
        off = standing.status == "denied" and (lacks_quorum(scene, encounter) or is_not_as_planned(scene, encounter))
        return Standing("postponed") if off else as_of_week(scene, encounter, standing)
    if is_on_programme(scene, encounter):
        return Standing("announced")
    if is_ruled_out(scene.tokens, encounter):
        return Standing("cancelled" if is_ahead(scene, encounter) is not None else "denied")
    if goes_on(scene, encounter) or enters_day(scene, encounter):
        return Standing("under_way")
    if lacks_quorum(scene, encounter):
        called_off = is_toppled(scene, encounter) or has_turn(scene.tokens, encounter.clause[0], "cancelled")
        return Standing("cancelled" if called_off else "postponed")
    if is_left_open(scene.tokens, encounter):
        return Standing("postponed")
    lead = lead_of(scene, encounter) if encounter.form.row["by"] != PAPER else None
    if lead and lead.status == "announced" and encounter.form.row["needs"] == "wins":
        return Standing("held")  # whoever announces who won tells of a vote that was
    if lead and lead.status == "proposed" and is_set(scene.tokens, encounter):
        return Standing("announced")
    if lead and lead.status == "proposed" and (encounter.type == "protest" or is_called(scene, encounter)):
        return Standing("announced")  # who calls for it holds it
    if lead and lead.status == "postponed" and encounter.type == "protest" and has_lasted(scene, encounter):
        return Standing("held")  # who stops it ends it
    if lead and lead.status not in CALLED_OFF and is_related_as_held(scene, encounter):
        return Standing("held")
    if lead and (lead.strong or lead.status == "denied" or begins_now(scene, encounter, lead)):
        return Standing(lead.status)
    return standing_behind(scene, encounter, lead)


def has_lasted(scene: Scene, encounter: Encounter) -> bool:
    """Whether a relative tells that a protest began or went on before: علقوا إضرابهم | الذي دام أسبوعين، الذي بدأ الأحد."""
    tokens, relative = scene.tokens, encounter.place + 1
    if relative >= encounter.clause[1] or not tokens.kinds[relative] & RELATIVE:
        return False
    verb = relative + 1
    lasts = tokens.keys[verb] in keys_by(LASTS) or has_turn(tokens, verb, "begun", "going_on")
    return lasts and tense_at(tokens, verb) not in (IMPERFECT, FUTURE)


def standing_behind(scene: Scene, encounter: Encounter, lead: Lead | None) -> Standing:
    """What stands behind a noun tells of it, else what leads to it, else its day.

    A present behind it tells nothing of what was: شارك الوفد في | القمة التي تستضيفها تونس.
    """
    told = told_behind(scene, encounter)
    if told == SET and (was_held(scene, encounter) or (lead and lead.status in OVER)):
        told = None
    if told:
        return Standing(lead.status, lead.sure) if lead and was_put_off(scene, encounter, lead, told) else told
    if lead:
        return Standing(lead.status, lead.sure)
    ahead = is_ahead(scene, encounter)
    if ahead is None:
        to_be = is_only_to_be(scene.tokens, encounter) and not is_told_as_done(scene, encounter)
        to_be = to_be or is_candidacy(scene.tokens.keys[encounter.clause[0]])
        to_be = to_be or is_appointment(scene.tokens, encounter)
        return Standing("announced" if to_be else "held", False)
    return Standing("announced" if ahead else "held")


def is_set(tokens: Tokens, encounter: Encounter) -> bool:
    """Whether the word right behind a noun tells that it is set, whoever refuses or asks for it: رفض الانتخابات | المقررة غدا."""
    after = encounter.place + 1
    return after < encounter.clause[1] and bool(tokens.kinds[after] & DEFINITE) and has_turn(tokens, after, "ahead")


def is_related_as_held(scene: Scene, encounter: Encounter) -> bool:
    """Whether a relative tells that it took place, whatever its outcome is for: تنفيذ مقررات | الدورة التي عقدت في مايو."""
    tokens, verb = scene.tokens, encounter.verb
    if verb is None or verb < encounter.place or not tokens.kinds[verb - 1] & RELATIVE:
        return False
    return tense_at(tokens, verb) == PERFECT and standing_by_verb(scene, encounter, verb).status == "held"


def is_not_as_planned(scene: Scene, encounter: Encounter) -> bool:
    """Whether what is told not to be was to be so: لم يوقع الوزير الاتفاقية اليوم | كما كان مقررا."""
    tokens, place = scene.tokens, encounter.place
    near = range(place + 1, min(scene.passage.sentence_stop(place), place + LATER) - 2)
    return any(tokens.keys[at] in AS_SAID and tokens.kinds[at + 1] & KAN and has_turn(tokens, at + 2, "ahead") for at in near)


def as_of_week(scene: Scene, encounter: Encounter, standing: Standing) -> Standing:
    """How an encounter stands that a present in ت tells, whose weekday is the next one, though it is spelt as a perfect too.

    توقع الوزارة | الأربعاء اتفاقية.
    """
    verb, ago = encounter.verb, days_ago(scene, encounter)
    if standing != Standing("held") or verb is None or ago not in range(1, WEEK) or is_headline(scene, verb):
        return standing
    day = day_of(scene, encounter)
    present = scene.tokens.keys[verb].startswith(OPEN_TA) and tense_at(scene.tokens, verb) == IMPERFECT
    present = present and before_verb(scene, verb, IMPERFECT) is None
    return Standing("announced") if present and day and next_to(scene, day, 1) else standing


def is_only_to_be(tokens: Tokens, encounter: Encounter) -> bool:
    """Whether a verbal noun without any verb tells what is to be done: نص القرار على | إجراء انتخابات، بما في ذلك | عقد قمة."""
    first = encounter.clause[0]
    holding = encounter.verb is None and first < encounter.place and small_word(tokens.keys[first]) == "holding"
    return holding and not is_done_by(tokens, first)


def is_appointment(tokens: Tokens, encounter: Encounter) -> bool:
    """Whether only its day, which is to come, is told of: لم يحدد بعد | موعد زيارة الوفد."""
    return tokens.keys[lead_start(tokens, encounter.place)] in moving_words("date")


def is_done_by(tokens: Tokens, place: int) -> bool:
    """Whether a verbal noun tells that somebody does what stands behind ب: أثناء قيام السكان ب| تنظيم مسيرة."""
    if tokens.keys[place - 1] != BY:
        return False
    done = (form for at in range(max(0, place - DONE_REACH), place - 1) for form in forms(TABLE).get(tokens.keys[at]))
    return any(form.tense == "noun" and form.row["needs"] == "by" and form.row["subject"] == "own" for form in done)


def was_put_off(scene: Scene, encounter: Encounter, lead: Lead, told: Standing) -> bool:
    """Whether what was held was only offered, put off or called off before: اختتم المؤتمر | الذي تأجل مرتين."""
    if told.status not in (*CALLED_OFF, "proposed") or lead.status not in OVER:
        return False
    related = told.status == "postponed" and own_stop(scene, encounter) < encounter.clause[1]
    return related or (lead.sure and lead.status == "held")


def is_since_then(scene: Scene, encounter: Encounter) -> bool:
    """Whether a present tells since when people protest: يخوض العمال | منذ الأحد اعتصاما; not لن يضربوا."""
    tokens, verb = scene.tokens, encounter.verb
    if encounter.type != "protest" or verb is None or tense_at(tokens, verb) != IMPERFECT or is_negated(tokens, verb):
        return False
    opens = (
        verb == scene.passage.sentence_start(verb) or bool(tokens.kinds[verb - 1] & COMMA) or tokens.keys[verb - 1] == JOINS_FREELY
    )
    return opens and SINCE in tokens.keys[encounter.clause[0] : encounter.clause[1]]


def goes_on(scene: Scene, encounter: Encounter) -> bool:
    """Whether those who protest are told to do so still: لا | يزال عمال المصنع معتصمين، المعتصمين | منذ أسبوع."""
    tokens, place = scene.tokens, encounter.place
    if not is_crowd(encounter):
        return False
    if is_since(tokens, place):
        return True
    start = max(scene.passage.sentence_start(place), place - BEHIND_REACH)
    return any(small_word(tokens.keys[at]) == "still" and is_negated(tokens, at) for at in range(start, place))


def is_ruled_out(tokens: Tokens, encounter: Encounter) -> bool:
    """Whether there is to be none: لا | لقاء بين الوزيرين, لا | اجتماع غدا."""
    place = encounter.place
    return place > 0 and tokens.keys[place - 1] == NO and not (tokens.kinds[place] & DEFINITE or encounter.form.pronoun)


def enters_day(scene: Scene, encounter: Encounter) -> bool:
    """Whether an encounter has come to a day of its own: دخلت المحادثات | يومها الثالث; not اختتمت المحادثات في | يومها الثالث."""
    tokens = scene.tokens
    return any(
        small_word(tokens.keys[at]) == "its_day" and tokens.keys[at + 1] in ranks() and not tokens.kinds[at - 1] & LEADS
        for at in range(encounter.place + 1, encounter.clause[1] - 1)
    )


def is_on_day(scene: Scene, encounter: Encounter) -> bool:
    """Whether it is told on which day of its own an encounter goes on: تتواصل أعمال المؤتمر | لليوم الثالث, في يومه الثاني."""
    tokens = scene.tokens
    return any(
        tokens.keys[at + 1] in ranks() and bool(tokens.kinds[at] & TIME or small_word(tokens.keys[at]) == "its_day")
        for at in range(encounter.clause[0] + 1, encounter.clause[1] - 1)
    )


def lacks_quorum(scene: Scene, encounter: Encounter) -> bool:
    """Whether too few came, so that it is put off: لم يكتمل | نصاب الاجتماع، رفع الجلسة لعدم اكتمال | النصاب، | لعدم حضوره,
    لم يلتئم المجلس لفقدان | النصاب.
    """
    tokens, (first, stop) = scene.tokens, encounter.clause
    if is_adjourned(encounter) and any(tokens.keys[at - 1] == ADDRESSING and is_away(tokens, at) for at in range(first + 1, stop)):
        return True
    start = max(scene.passage.sentence_start(first), first - QUORUM)
    start = next((at + 1 for at in range(first - 1, start - 1, -1) if tokens.kinds[at] & COMMA), start)
    for at in range(start, stop):
        if small_word(tokens.keys[at]) == "quorum":
            before = range(max(0, at - QUORUM), at)
            return any(
                tokens.kinds[near] & NEGATION or tokens.keys[near] == NON or small_word(tokens.keys[near]) == "lack"
                for near in before
            )
    return False


def is_left_open(tokens: Tokens, encounter: Encounter) -> bool:
    """Whether whoever chairs it ends it until a day that is still to be set: رفع رئيس المجلس الجلسة | إلى موعد يحدد لاحقا."""
    near = range(encounter.place + 1, encounter.clause[1])
    unset = any(tokens.keys[at] in UNSET and tokens.keys[at - 1] in (TO, *UNTIL) for at in near)
    return unset and is_adjourned(encounter)


def is_toppled(scene: Scene, encounter: Encounter) -> bool:
    """Whether the missing quorum is the subject of what calls it off: فقدان | النصاب يطيح بالاجتماع."""
    tokens, verb = scene.tokens, encounter.verb
    return verb is not None and verb > 0 and small_word(tokens.keys[verb - 1]) == "quorum" and has_turn(tokens, verb, "cancelled")


def is_away(tokens: Tokens, at: int) -> bool:
    """Whether it is told that somebody did not come: لعدم | حضور الوزير, لغياب | ستة أعضاء."""
    return tokens.keys[at] in (NON, *NOT_THERE)


def is_adjourned(encounter: Encounter) -> bool:
    """Whether whoever chairs it ends it, or a body sits: رفع | رئيس المجلس الجلسة, التأم | المجلس; not ترأس."""
    held = encounter.held
    if encounter.form.is_finite and "convened" in several(encounter.form.row["needs"]):
        return True
    return held is not None and held.row["subject"] == CHAIRS and "self" in several(held.row["needs"])


def is_called(scene: Scene, encounter: Encounter) -> bool:
    """Whether somebody is called to it on a day that is told: دعت اللجنة أعضاءها إلى | جلسة يوم الأحد."""
    day = day_of(scene, encounter)
    held = encounter.held
    called = held is not None and held.row["needs"] == "to" and held.tense in CALLING
    if not called or day is None or not is_exact(day):
        return False
    return is_ahead(scene, encounter) is True or next_to(scene, day, 1) is not None


def begins_now(scene: Scene, encounter: Encounter, lead: Lead) -> bool:
    """Whether it is told to have begun on the page's day or the one before, so that it goes on: بدأت أمس | المباحثات."""
    return lead.status == "under_way" and lead.sure and days_ago(scene, encounter) in (0, 1)


def settled(standings: Iterable[Standing]) -> EventStatus:
    """How an encounter stands by all its mentions: called off by any of them, else as the first sure one tells."""
    mentions = list(standings)
    told = [standing.status for standing in mentions if standing.sure and standing.status != "unknown"]
    first = told[0] if told else mentions[0].status
    return next((status for status in told if status in CALLED_OFF), first)


def told_behind(scene: Scene, encounter: Encounter) -> Standing | None:
    """What stands behind the noun of an encounter: الاجتماع المقبل، القمة التي ستعقد، اجتماع عقد أمس، اللقاء تأجل."""
    tokens, place = scene.tokens, encounter.place
    related = crossed = matter = False
    if is_current(tokens, place):
        return Standing("under_way")
    for at in range(place + 1, min(encounter.clause[1], place + BEHIND_REACH)):
        matter = matter or small_word(tokens.keys[at]) in ("about", "discuss")
        kind, turn = tokens.kinds[at], None if matter and has_turn(tokens, at, "now") else turn_at(tokens, at)
        if kind & (ENDS | THAT):
            break
        if at == place + 1 and PAIRED in several(encounter.form.row["needs"]) and not (turn and turn.row["turn"] == "next"):
            continue
        lasting = turn is not None and is_how_long(tokens, at)
        if turn and not lasting and tells(turn, crossed, related) and not (crossed and is_of_other(scene, encounter, turn, at)):
            over = turn.row["turn"] == "now" and is_over(scene, encounter)
            return Standing("held") if over else called_off_behind(scene, encounter, at) or Standing(LED[turn.row["turn"]])
        if small_word(tokens.keys[at]) == "soon" or was_supposed(tokens, at):
            return Standing("announced")
        speaks = bool(kind & SPEECH) and at != encounter.verb
        if (tense := tense_at(tokens, at)) and not small_word(tokens.keys[at]) and not speaks:
            if turn and turn.row["turn"] == "going_on" and opens_clause(scene, lead_start(tokens, place)):
                return Standing("under_way")  # قال إن المحادثات في صور تتواصل
            if at == encounter.verb and (wished := wished_for(scene, encounter, turn)):
                return wished
            if tense == FUTURE or at == encounter.verb or (related and (tense == PERFECT or tells_of_it(tokens, at))):
                standing = standing_by_verb(scene, encounter, at)
                return Standing("under_way") if standing == SET and related and are_talks(encounter) else standing
            if tense == PERFECT and tells_what_was(tokens, place, at):
                return Standing("held")
            break
        if kind & RELATIVE:
            related = may_relate(tokens, encounter, at) and (not crossed or bool(tokens.kinds[at - 1] & (COMMA | PREFIX)))
        else:
            related = related and bool(kind & (KAN | NEGATION | PREFIX | SPEECH))
        crossed = crossed or bool(kind & (PREFIX | PREPOSITION) and not kind & RELATIVE)
    return Standing("announced") if will_be(scene, encounter) else told_by_date(scene, encounter)


def is_current(tokens: Tokens, place: int) -> bool:
    """Whether the adjective right behind a noun tells that it goes on: زيارته | الحالية؛ not زيارة الرئيس الحالي."""
    return tokens.keys[place + 1 : place + 2] == [CURRENT_F if is_feminine(tokens.keys[place]) else CURRENT]


def will_be(scene: Scene, encounter: Encounter) -> bool:
    """Whether it is told what an encounter that heads its clause will be: أكد أن | الإضراب سيكون عاما; not زيارته سيكون لها أثر."""
    tokens, place, stop = scene.tokens, encounter.place, encounter.clause[1]
    if not opens_clause(scene, lead_start(tokens, place)):
        return False
    told = next((at for at in range(place + 1, stop + 1) if small_word(tokens.keys[at]) == "will_be"), None)
    if told is None or any(tokens.kinds[at] & (RELATIVE | THAT | COMMA) for at in range(place + 1, told)):
        return False
    return tokens.has_ta(place) == tokens.keys[told].startswith(WILL_SHE)


def tells_what_was(tokens: Tokens, place: int, verb: int) -> bool:
    """Whether a verb tells of a noun without its article who was there or what it discussed: اجتماع | ضم فلانا، | ناقش كذا."""
    if tokens.kinds[place] & DEFINITE or tokens.kinds[verb - 1] & (PREFIX | NEGATION | THAT):
        return False
    told = forms(TABLE).get(tokens.keys[verb])
    if any(form.tense == "noun" for form in told):
        return False  # اجتماع | بحث
    discusses = any(form.row["by"] == "act" and form.row["type"] == "meeting" for form in told)
    return discusses or tokens.keys[verb] in bringing_keys()


def was_supposed(tokens: Tokens, at: int) -> bool:
    """Whether it is told behind كان that an encounter was to be: دورة كان | يفترض أن تلتئم."""
    told = bool(tokens.kinds[at - 1] & KAN) and has_turn(tokens, at, "planned")
    return told and bool(tokens.kinds[at + 1] & THAT)


def wished_for(scene: Scene, encounter: Encounter, turn: Form | None) -> Standing | None:
    """How an encounter stands whose own verb behind it tells that it was only promised or meant, on no day that is over.

    زيارة | وعد بها الوزير، قمة | اقترحها الوسيط; not قال في مسيرة | دعت إليها النقابة.
    """
    if turn is None or turn.row["turn"] not in WISHED or lead_before(scene.tokens, encounter.place) in (IN, *DURING):
        return None
    day = is_ahead(scene, encounter)
    if day is False or encounter.type == "protest":
        return Standing("announced") if day else None
    return Standing(LED[turn.row["turn"]])


def is_how_long(tokens: Tokens, at: int) -> bool:
    """Whether a word of a plan tells how long an encounter is to go on, and not that it is to come: التي | يفترض أن تستمر يومين."""
    that = next((near for near in range(at + 1, min(at + LASTS_REACH, len(tokens))) if tokens.kinds[near] & THAT), None)
    return that is not None and that + 1 < len(tokens) and has_turn(tokens, that + 1, "going_on", "ended")


def are_talks(encounter: Encounter) -> bool:
    """Whether a noun names talks by its plural, which go on where a present tells of them: المحادثات التي | يجريها."""
    return encounter.type == "meeting" and encounter.form.lemma.endswith(FEMININE_PLURAL)


def tells_of_it(tokens: Tokens, verb: int) -> bool:
    """Whether a verb tells of what takes place or who comes: القمة التي | تعقد، يشارك فيها; not التي | تضم عشر دول."""
    key = tokens.keys[verb]
    return is_joining(key) or key in forms(TABLE) or has_turn(tokens, verb, *PHASES, *CALLED_OFF)


def told_by_date(scene: Scene, encounter: Encounter) -> Standing | None:
    """What the words of its own date tell of an encounter: في أواخر يونيو | الماضي، الأسبوع | المقبل."""
    tokens, time = scene.tokens, time_of(scene, encounter)
    if time is None:
        return None
    for at in range(time.first, bisect_left(tokens.starts, time.date.end)):
        if (turn := turn_at(tokens, at)) and turn.row["turn"] in ("next", "past"):
            if turn.row["turn"] == "past" and (is_ahead(scene, encounter) or was_to_be(scene, encounter)):
                continue  # في الربع الأخير من العام الجاري، كان سيلتقي الشهر الماضي
            if turn.row["turn"] == "next" and was_held(scene, encounter):
                return None  # عقد اجتماعا تأهبا لزيارة الوفد الاثنين القادم
            return Standing(LED[turn.row["turn"]])
        if (word := small_word(tokens.keys[at])) in DATED:
            return None if DATED[word] == "held" and was_to_be(scene, encounter) else Standing(DATED[word])
    return None


def is_over(scene: Scene, encounter: Encounter) -> bool:
    """Whether an encounter that takes place did so before the page's day: الجمع المنعقد | أمس."""
    told = told_by_date(scene, encounter)
    return told.status == "held" if told else is_ahead(scene, encounter) is False


def tells(turn: Form, crossed: bool, related: bool) -> bool:
    """Whether a word behind an encounter tells of it: المقررة anywhere, المقبلة or المقترحة before any preposition, التي تأجلت."""
    name = turn.row["turn"]
    if turn.is_finite:
        meant = name in ("proposed", "intended") and turn.tense == IMPERFECT
        return name in CALLED_OFF or (related and (meant or name in ("planned", "stopped")))
    if turn.lemma in OFFERS:
        return not crossed
    return name in ADJECTIVES and not (crossed and name in ("next", "past"))


def is_of_other(scene: Scene, encounter: Encounter, turn: Form, at: int) -> bool:
    """Whether a word tells of something else by its gender, or behind its noun: جولته إلى أسباب | تعثر المشاريع, إضراب على تأخر
    | المرتبات, مسيرة رفضا للانتخابات | المقررة غدا.
    """
    if not turn.is_finite and encounter.place + 1 < at - 1 and scene.tokens.keys[at - 1] in names():
        return True
    told = turn.is_finite or turn.gender == "f"
    return told and turn.gender not in (NONE, "f" if is_feminine(scene.tokens.keys[encounter.place]) else "m")


def called_off_later(scene: Scene, encounter: Encounter) -> Standing | None:
    """Whether the sentence goes on to call an encounter off: كانت مقررة أمس لكن تم | إلغاؤها، التي ستبدأ غدا، | تأجلت."""
    tokens, place = scene.tokens, encounter.place
    for at in range(place + 1, min(scene.passage.sentence_stop(place), place + LATER)):
        if has_turn(tokens, at, *CALLED_OFF) and takes_up(scene, encounter, at) and not is_only_meant(scene, at):
            turn = turn_at(tokens, at)
            return Standing(LED[turn.row["turn"]]) if turn else None
        if tokens.keys[at - 1] in BUT_HE and is_rising(tokens, at) and was_to_be(scene, encounter):
            return Standing("postponed")
        if is_not_held(tokens, at) and goes_back_to(tokens, encounter, at):
            return Standing("cancelled")
    return None


def is_rising(tokens: Tokens, at: int) -> bool:
    """Whether a verb that ends a sitting stands at `at`: كان يفترض أن تعقد الجلسة أمس لكنها | رفعت."""
    told = (form.row for form in forms(TABLE).get(tokens.keys[at]) if form.is_finite)
    return any(row["subject"] == CHAIRS and "self" in several(row["needs"]) for row in told)


def takes_up(scene: Scene, encounter: Encounter, at: int) -> bool:
    """Whether what calls something off takes up an encounter: by its pronoun (إلغاؤها), by its noun (لكن اللقاء تأجل، ألغي اللقاء)
    or alone behind a comma, و, ف or أن (، تأجلت، كانت مقررة أمس وأرجئت، قبل أن تؤجل), or as its verb (ندوة كانت مقررة غدا | ألغيت).
    """
    tokens, turn = scene.tokens, turn_at(scene.tokens, at)
    feminine = encounter.type == "visit" if encounter.form.is_finite else is_feminine(tokens.keys[encounter.place])
    if turn is None or is_negated(tokens, at):
        return False
    if not turn.is_finite:
        return not tokens.has_ta(at) and turn.pronoun == ("fs" if feminine else "ms")
    if any(names_again(tokens, encounter, near) for near in (at - 1, at + 1)):
        return True
    alone = at + 1 == len(tokens) or bool(tokens.kinds[at + 1] & (PREPOSITION | PREFIX | STOP | COMMA | TIME))
    joined = tokens.keys[at - 1] in (SO, JOINS_FREELY) and bool(tokens.kinds[at - 1] & PREFIX)
    goes_on = joined or bool(tokens.kinds[at - 1] & (COMMA | THAT)) or tokens.keys[at - 1].lstrip(JOINS_FREELY) in BUT_HE
    goes_on = goes_on or (opens_clause(scene, encounter.place) and is_behind_scene(scene, encounter, at))
    return alone and goes_on and turn.gender in (NONE, "f" if feminine else "m")


def opens_clause(scene: Scene, place: int) -> bool:
    """Whether a noun is the subject of its sentence, or of what is said: | ندوة كان يفترض أن تعقد غدا ألغيت، ذكر أن | الندوة."""
    return place == scene.passage.sentence_start(place) or bool(scene.tokens.kinds[place - 1] & THAT)


def is_behind_scene(scene: Scene, encounter: Encounter, at: int) -> bool:
    """Whether what stands right before a verb tells when or where it was to be: في صور | ألغيت, مع سالم | ألغيت; not قرارات."""
    tokens, time = scene.tokens, time_of(scene, encounter)
    dated = time is not None and time.first < at and tokens.starts[at - 1] < time.date.end <= tokens.starts[at]
    turn = turn_at(tokens, at)
    named = turn is not None and turn.tense == "passive" and bool(tokens.kinds[at - 1] & (NAME | FAMILY | ODD))
    return dated or named or bool(tokens.kinds[at - 1] & (TIME | CITY | COUNTRY | DEFINITE))


def names_again(tokens: Tokens, encounter: Encounter, place: int) -> bool:
    """Whether a definite noun at `place` names what an encounter is: كان سيلتقي السفير لكنه ألغى | اللقاء."""
    if not (encounter.place < place < len(tokens) and tokens.kinds[place] & DEFINITE):
        return False
    return any(form.tense == "noun" and form.row["type"] == encounter.type for form in forms(TABLE).get(tokens.keys[place]))


def is_not_held(tokens: Tokens, place: int) -> bool:
    """Whether a verb at `place` tells that something did not take place: لم | تعقد، لن | يتم."""
    happens = tokens.keys[place] in HAPPENS or is_held_at(tokens, place)
    return place > 0 and small_word(tokens.keys[place - 1]) in ("never", "not") and happens


def goes_back_to(tokens: Tokens, encounter: Encounter, verb: int) -> bool:
    """Whether what was not held is an encounter told before, by its noun or a pronoun: إلا أن اللقاء لم | يتم، لكنها لم | تعقد.

    Or by what takes all of it up: لكن ذلك لم | يحدث، وهو ما لم | يتم.
    """
    subject = verb - 2
    if tokens.keys[verb + 1] in ANY:
        return False  # أكد أن المحادثات مستمرة وأنه لم يتم أي لقاء مباشر
    if tokens.keys[subject] == THAT_MATTER or (tokens.keys[subject] == WHAT and tokens.keys[subject - 1] in IT_IS):
        return True
    if any(form.tense == "noun" and form.row["type"] == encounter.type for form in forms(TABLE).get(tokens.keys[subject])):
        return bool(tokens.kinds[subject] & DEFINITE)
    taken_up = bool(tokens.kinds[subject] & THAT) and tokens.keys[subject].endswith((HIS, HERS))
    return taken_up or tokens.keys[subject] in BUT_HE


def called_off_behind(scene: Scene, encounter: Encounter, place: int) -> Standing | None:
    """Whether the next verb behind a word that tells of an encounter calls it off: الجلسة المقررة غدا | تأجلت، لن | تعقد."""
    tokens = scene.tokens
    for at in range(place + 1, min(scene.passage.sentence_stop(place), encounter.clause[1] + 1, place + BEHIND_REACH)):
        if is_not_held(tokens, at):
            return Standing("cancelled")
        if at < encounter.clause[1] and tense_at(tokens, at) and not tokens.kinds[at] & KAN:
            turn = turn_at(tokens, at)
            called_off = turn is not None and turn.is_finite and turn.row["turn"] in CALLED_OFF and not is_negated(tokens, at)
            return Standing(LED[turn.row["turn"]]) if turn and called_off else None
    return None
