"""What holds the noun of an encounter, so that it takes place: عقد المجلس | اجتماعا، القمة | التي ستعقد غدا، انعقاد | القمة."""

from __future__ import annotations

from itertools import takewhile

from qawl.arabic.agenda.clauses import past_times
from qawl.arabic.agenda.extents import Clauses
from qawl.arabic.agenda.parts import ATTENDANCE, CHAIRS
from qawl.arabic.agenda.sequences import is_set_beside
from qawl.arabic.agenda.sides import is_adjective, is_often
from qawl.arabic.agenda.tenses import AROUND, small_word
from qawl.arabic.agenda.words import HOLDS, NAME, SET, TABLE, WHEN, Hit, is_finite, lead_start, leaders, names
from qawl.arabic.dates.tense import moving_words
from qawl.arabic.findings import Range
from qawl.arabic.forms import NONE, forms
from qawl.arabic.frames.cuts import is_what_body_does
from qawl.arabic.frames.one_party import party_at
from qawl.arabic.letters import (
    ABOUT,
    ADDRESSING,
    ALEF,
    AS_SAID,
    BY,
    CONJUNCTIONS,
    DURING,
    FEMININE_PLURAL,
    GOALS,
    HERS,
    IN,
    IT_IS,
    OF,
    OF_WORK,
    PLURAL_IN_ALEF,
    TA_MARBUTA,
    THAT_SHE,
    TO,
    TO_THE,
    UPON,
)
from qawl.arabic.lexicon import (
    BODY,
    BREAK,
    CITY,
    COMMA,
    COUNTRY,
    DEFINITE,
    FAMILY,
    KAN,
    LATIN,
    MONTH,
    NATION,
    NEGATION,
    NUMBER,
    PEOPLE,
    PERSONAL,
    PREFIX,
    PREPOSITION,
    PRONOUN,
    PUNCTUATION,
    RELATIVE,
    ROLE,
    SATED,
    SPAN,
    SPEECH,
    STOP,
    THAT,
    TIME,
    TITLE,
)
from qawl.arabic.lexicon import NAME as GIVEN
from qawl.arabic.ordinary import is_common
from qawl.arabic.phrases.adjectives import is_adjective as tells_quality
from qawl.arabic.reporting.deeds import clause_mark
from qawl.arabic.tokens import Tokens

# So many tokens may stand between a verb that holds an encounter and its noun, and between the noun and its verb behind it.
REACH = 25
# So many where titles and names of who holds it fill the clause, and no other encounter.
FAR = 50
BEHIND = 12
# So near before its verb stands that it was to be: كان من المقرر أن.
PLANNED = 5
# So many where a relative leads to the verb: القمة الأولى لقادة التحالف العالمي، والتي | تنعقد في مسقط.
RELATED = 18
ADJECTIVES = 5
# What may lead an encounter behind the verbal noun that holds it: القيام | ب زيارة.
LED = 3
# So near before its verb its subject begins: أن | الوزير سالم الكندي عقد لقاء.
SUBJECT = 12
# So many tokens may tell who takes part before في: مشاركة | وزير النقل | في القمة.
OWNED = 14
# What the noun before an argument may be, if that does not belong to it.
WHOLE = (
    DEFINITE | GIVEN | FAMILY | CITY | COUNTRY | NATION | TIME | MONTH | NUMBER | PUNCTUATION | LATIN | RELATIVE | PRONOUN | SATED
)
# So near behind the verb stands the encounter that brings somebody together: ضم هذا الاجتماع.
BROUGHT = 3
# What only holds an encounter of that type: أدى | زيارة, شن | إضرابا.
OF_ONE_TYPE = ("visit", "protest", "meeting", "vote")
# Behind these stands a noun and no verb: ب|دار الثقافة.
LED_BY = (BY, IN, TO, UPON, ABOUT)
# What is only sent, and nothing else held.
ONLY = frozenset(("letter", "mutual", "papers"))
# What is only prepared or thought of is none that was told: فكرة | مؤتمر; not فكرة المؤتمر.
TO_BE = (["ready"], ["idea"])
# The part of whoever is at an encounter.
AT_IT = ("attends", "chairs")
# What workshops, parties and shows need, which nobody runs as a debate.
FESTIVE = frozenset(("held", "show"))
# What the prepositions in `needs` are.
LEADS = {
    "-": ("",),
    "in": (IN,),
    "by": (BY,),
    "to": GOALS,
    "on": (ABOUT,),
    "upon": (UPON,),
    "self": ("",),
    "order": ("",),
    "ready": GOALS,
    "idea": ("",),
    "given": ("",),
    "sees": (),
    "run": ("",),
    "bar": (OF,),
    "from": (OF,),
    "papers": ("",),
    "letter": ("", BY),
    "mutual": ("",),
    "visit": ("",),
    "meeting": (),
    "protest": ("",),
    "vote": ("", ABOUT),
    "cast": (BY,),
    "veto": ("", BY, TO),
    "dated": ("",),
}


# What leads to the pronoun of what a verb holds: قام | بها، دعا | إليها، شارك | فيها.
OWN_LEADS = {"by": (BY,), "to": (TO, ADDRESSING), "in": (IN,)}


def holder_before(clauses: Clauses, hits: list[Hit], number: int) -> Hit | None:
    """What holds the noun of a hit and stands before it, the nearest first."""
    noun = hits[number]
    start, tokens = lead_start(clauses.tokens, noun.place), clauses.tokens
    if is_set_beside(tokens, noun.place):
        return None  # استضافت الجامعة ندوة، على غرار | ندوة الغرفة
    counted = start < noun.place and tokens.keys[start].endswith(ALEF)  # أجرى الوزير خلال زيارته | عددا من اللقاءات
    led = noun.lead not in ("", BY) or tokens.kinds[noun.place] & DEFINITE
    reach = REACH if led and not counted else FAR
    for other in reversed(hits[:number]):
        if noun.place - other.place > reach:
            return None
        if other.by == NAME and other.place < noun.place and not counted:
            reach = REACH
        if other.by == HOLDS and other.place < noun.place and holds(clauses, other, as_led(clauses, other, noun)):
            return other
    return None


def as_led(clauses: Clauses, holder: Hit, noun: Hit) -> Hit:
    """A noun as what holds it leads to it, though that may only lead to it for another word: أعلن | مشاركته في مؤتمر."""
    own = bool(holder.form.pronoun) and not holder.form.is_finite and clauses.tokens.keys[holder.place + 1] == IN
    return noun._replace(lead=IN) if own and lead_start(clauses.tokens, noun.place) <= holder.place else noun


def holds(clauses: Clauses, holder: Hit, noun: Hit) -> bool:
    """Whether a verb, or its noun, has the noun behind it as its subject or object."""
    if not may_hold(clauses, holder, noun):
        return False
    if not holder.form.is_finite:
        return not is_what_body_does(clauses.tokens, holder.place) and noun_holds(clauses, holder, noun)
    if holder.lead in LED_BY or noun.place >= clauses.stop(holder.place):
        return False
    if is_bringing(holder) and noun.place - holder.place > BROUGHT:
        return False
    if is_noun_too(clauses, holder, noun):
        return is_right_behind(clauses, holder, noun)
    if "served" in noun.needs and not is_given(clauses, holder, noun):
        return False
    before = lead_start(clauses.tokens, noun.place) - 1
    parted = before > holder.place and clauses.is_verb(before) and not clauses.joins(before - 1)
    if noun.lead == "" and parted:
        return False  # أعلن التنظيم هجوما | استهدف | اجتماعا
    return noun.lead != "" or is_argument(clauses, holder.place, noun.place)


def may_hold(clauses: Clauses, holder: Hit, noun: Hit) -> bool:
    """Whether a verb, or its noun, is one that holds such an encounter, and tells no habit and nothing that is only asked."""
    if not fits(holder, noun) or not any(noun.lead in LEADS[need] for need in holder.needs):
        return False
    if holder.form.is_finite and clauses.is_led_to(holder.place):
        return False
    if "dated" in holder.needs and "papers" not in noun.needs and clauses.tokens.keys[noun.place - 1] not in moving_words("date"):
        return False
    if (
        is_done_to_other(clauses.tokens, holder)
        or clauses.is_asked(holder.place)
        or is_often(clauses, holder, clauses.stop(noun.place))
    ):
        return False
    if holder.needs == ["order"] and not is_ordered(clauses, holder, noun):
        return False
    return not (holder.needs in TO_BE and clauses.tokens.kinds[noun.place] & DEFINITE and noun.form.row["type"] != "vote")


def is_done_to_other(tokens: Tokens, holder: Hit) -> bool:
    """Whether a relative clause tells what is done to what stands before it: اللجنة التي | يترأسها الوزير اجتماعا."""
    own = holder.form.is_finite and holder.form.pronoun and holder.form.row["subject"] == CHAIRS
    return bool(own and holder.place and tokens.kinds[holder.place - 1] & RELATIVE)


def noun_holds(clauses: Clauses, holder: Hit, noun: Hit) -> bool:
    """Whether a verbal noun has the encounter right behind it as its own: انعقاد | القمة، القيام ب| زيارة."""
    if holder.place and clauses.tokens.keys[holder.place - 1] in AS_SAID:
        return False  # a verb stands behind كما: كما | عقد لقاءين
    if is_predicate(clauses, holder):
        return False
    apart = lead_start(clauses.tokens, noun.place) > holder.place + 1 and holder.form.row["subject"] in AT_IT
    if is_by(holder) and (apart or clauses.tokens.keys[noun.place].endswith(ALEF)):
        return False  # it is the object of another verb: ترأس الوزير ب| حضور النواب اجتماع اللجنة
    owner = noun.lead == "" and clauses.tokens.kinds[holder.place] & DEFINITE
    return not owner and (is_right_behind(clauses, holder, noun) or is_behind_guest(clauses, holder, noun))


def is_behind_guest(clauses: Clauses, holder: Hit, noun: Hit) -> bool:
    """Whether only who is asked or who asks stands between a call and its aim: دعوة رسمية | إلى الوزير | لزيارة تونس, دعوة | من
    الملك | لحضور القمة.
    """
    tokens, aim = clauses.tokens, lead_start(clauses.tokens, noun.place) - 1
    if "to" not in holder.needs or noun.lead not in (ADDRESSING, TO_THE) or aim <= holder.place:
        return False
    near = range(holder.place + 1, min(aim, holder.place + LED + 1))
    led = next((at for at in near if tokens.keys[at] in (*GOALS, OF)), aim)
    party = party_at(clauses.scene, led + 1, aim) if led + 1 < aim else None
    return party is not None and party.stop == aim


def is_predicate(clauses: Clauses, holder: Hit) -> bool:
    """Whether a verbal noun is written like the verb of whoever heads the clause: أن الوزير سالم الكندي | عقد لقاء."""
    if holder.lead or not any(form.is_finite for form in forms(TABLE).get(clauses.tokens.keys[holder.place])):
        return False
    place, start, kinds = holder.place, clauses.passage.sentence_start(holder.place), clauses.tokens.kinds
    first = next((at + 1 for at in range(place - 1, max(start, place - SUBJECT) - 1, -1) if kinds[at] & THAT), start)
    subject = party_at(clauses.scene, first, place) if first < place and not clauses.is_verb(first) else None
    return subject is not None and subject.first == first and subject.stop == place


def is_by(holder: Hit) -> bool:
    """Whether ب leads to a verbal noun that nobody owns: ب| حضور الوزير; not ب| حضوره."""
    return holder.lead == BY and not holder.form.pronoun


def is_bringing(holder: Hit) -> bool:
    """Whether a verb tells whom an encounter brings together, which stands right behind it: ضم | الاجتماع وزراء."""
    return any(form.is_finite and form.row["by"] == "members" for form in forms(ATTENDANCE).get(holder.form.lemma))


def is_ordered(clauses: Clauses, holder: Hit, noun: Hit) -> bool:
    """Whether a verb tells that an encounter was before or behind another one: سبقه | اجتماع، يلي القمة | لقاء في صور."""
    subject = noun.place > holder.place + 1 and not (clauses.tokens.kinds[noun.place] & DEFINITE or noun.form.pronoun)
    return holder.form.is_finite and bool(holder.form.pronoun or subject)


def convenes(clauses: Clauses, hits: list[Hit], holder: Hit, number: int) -> bool:
    """Whether an assembly is what a verb holds and not who acts: عقدت الشركة | جمعية عامة; not عقدت | الجمعية العامة اجتماعا."""
    noun, tokens = hits[number], clauses.tokens
    stop = clauses.stop(noun.place)
    behind = takewhile(lambda other: other.place < stop, hits[number + 1 :])
    if any(other.by == NAME and not other.lead and 0 < other.place - noun.place <= ADJECTIVES for other in behind):
        return False
    if holder.form.is_finite and "self" in holder.needs and agrees(tokens.keys[noun.place], holder):
        return True
    if holder.by != HOLDS or noun.lead or noun.form.pronoun or not tokens.kinds[noun.place] & DEFINITE:
        return True
    return "self" in holder.needs if not holder.form.is_finite else holder.needs == ["self"] or holder.form.row["subject"] in AT_IT


def is_given(clauses: Clauses, holder: Hit, noun: Hit) -> bool:
    """Whether somebody gives a meal or comes to one: أقام السفير | إفطارا، حضر الوزير | الإفطار; not قرر الإفطار."""
    part = holder.form.row["subject"]
    return part == "attends" or (part == "hosts" and not clauses.tokens.kinds[noun.place] & DEFINITE)


def is_noun_too(clauses: Clauses, holder: Hit, noun: Hit) -> bool:
    """Whether a verb written like its noun is that noun: no clause begins, its definite object is right behind: وعقد | الندوات."""
    ambiguous = any(
        form.tense == "noun" and form.row is holder.form.row for form in forms(TABLE).get(clauses.tokens.keys[holder.place])
    )
    begins = clause_mark(clauses.passage, holder.place) & (STOP | BREAK | COMMA | KAN | RELATIVE)
    return ambiguous and noun.place == holder.place + 1 and bool(clauses.tokens.kinds[noun.place] & DEFINITE) and not begins


def fits(holder: Hit, noun: Hit) -> bool:
    """Whether a letter is sent, and nothing else is; a visit is paid, and nothing else is; who arrives is not held.

    What somebody gives is a lecture or the like, and not where he only speaks: قال في محاضرة ألقاها.
    """
    if "papers" in noun.needs:
        return "papers" in holder.needs
    if "barred" in noun.needs:
        return "bar" in holder.needs
    if "given" in holder.needs and ("held" not in noun.needs or noun.lead in (IN, *DURING)):
        return False
    if "proceeds" in noun.needs:
        return "self" in holder.needs or holder.form.row["subject"] == "chairs"
    if "run" in holder.needs and not FESTIVE.isdisjoint(noun.needs):
        return False
    letter, type = "sent" in noun.needs, noun.form.row["type"]
    round = "tour" in noun.needs and "meeting" in holder.needs
    only = [need for need in holder.needs if need in OF_ONE_TYPE]
    if only and type not in only and not round:
        return False
    if "veto" in noun.needs or "veto" in holder.needs:
        return "veto" in noun.needs and "veto" in holder.needs
    if "cast" in noun.needs:
        return "cast" in holder.needs and noun.lead == BY
    return "arrival" not in noun.needs and ("letter" in holder.needs if letter else not ONLY.issuperset(holder.needs))


def is_right_behind(clauses: Clauses, holder: Hit, noun: Hit) -> bool:
    """Whether nothing stands between a verbal noun and the encounter but what may lead it: انعقاد | أعمال القمة.

    Several encounters that are only to be held are a task: عقد الندوات; taking part is somebody's: مشاركته في القمة. Protests are
    neither: الخروج في مظاهرات.
    """
    kinds, keys = clauses.tokens.kinds, clauses.tokens.keys
    between = range(holder.place + 1, max(holder.place + 1, lead_start(clauses.tokens, noun.place)))
    near = len(between) <= LED and all(keys[at] in leaders() or kinds[at] & (PREPOSITION | PREFIX) for at in between)
    plural = (
        keys[noun.place].endswith(FEMININE_PLURAL)
        and not noun.form.lemma.endswith(FEMININE_PLURAL)
        and "sent" not in noun.needs
        and holder.form.row["subject"] not in AT_IT
    )
    if (
        (near and noun.form.row["type"] == "protest")
        or is_behind_doer(clauses, holder, noun)
        or is_behind_day(clauses, holder, noun)
    ):
        return True
    if "in" in holder.needs and (noun.lead == IN or (noun.lead == BY and holder.form.row["subject"] in AT_IT)):
        return is_owned(clauses, holder, noun)
    if keys[noun.place].endswith(ALEF) and not noun.lead and 0 < len(between) <= LED and not is_finite(keys[holder.place]):
        return not any(kinds[at] & (PREPOSITION | PREFIX | PUNCTUATION) for at in between)  # إرسال الوزارة | خطابا
    return near and not plural


def is_behind_doer(clauses: Clauses, holder: Hit, noun: Hit) -> bool:
    """Whether only who does it and when stand before what a verbal noun has as its object: خوض | العمال غدا | إضرابا."""
    scene, first = clauses.scene, holder.place + 1
    if noun.lead or NONE not in holder.needs or clauses.tokens.kinds[noun.place] & DEFINITE or holder.form.pronoun:
        return False
    if any(form.is_finite for form in forms(TABLE).get(clauses.tokens.keys[holder.place])):
        return False  # a verb too: عقد المجلس جلسته
    who = party_at(scene, first, noun.place)
    if who is None or who.first != first or past_times(scene, who.stop, noun.place) != noun.place:
        return False
    return who.stop - first > 1 or who.named or bool(clauses.tokens.kinds[first] & DEFINITE)  # not تنفيذ | مقررات القمة


def is_behind_day(clauses: Clauses, holder: Hit, noun: Hit) -> bool:
    """Whether only a day parts an encounter from what somebody does at it: خلال ترؤسه | مساء أمس، | اجتماع اللجنة."""
    own = holder.form.pronoun and holder.form.row["subject"] in AT_IT
    return bool(own) and not noun.lead and past_times(clauses.scene, holder.place + 1, noun.place) == noun.place


def is_owned(clauses: Clauses, holder: Hit, noun: Hit) -> bool:
    """Whether it is told who takes part or wins before في, or who comes for it: مشاركته في القمة, توجه | للمشاركة في القمة."""
    between = range(holder.place + 1, noun.place)
    who = bool(holder.form.pronoun) or len(between) > 1 or holder.lead in (ADDRESSING, TO_THE)
    return who and len(between) <= OWNED and not acts(clauses, holder.place, noun.place)


def is_argument(clauses: Clauses, verb: int, noun: int) -> bool:
    """Whether a noun that nothing leads is an argument of a verb, and does not belong to the noun before it: رئيس | المؤتمر."""
    tokens, kinds = clauses.tokens, clauses.tokens.kinds
    start = clauses.before_wish(lead_start(tokens, noun))
    if start - 1 <= verb or tokens.keys[noun].endswith(ALEF) or clauses.scene.is_in_day(start - 1):
        return True
    before = kinds[start - 1]
    ahead = tokens.keys[start - 1]
    if kinds[start] & DEFINITE and (not ahead.endswith(ALEF) or ahead.endswith(PLURAL_IN_ALEF)):
        return bool(before & WHOLE) or tokens.is_owned(start - 1) or clauses.ends_name(start)
    if not before & (WHOLE | PREPOSITION | PREFIX) and is_aim(clauses, start - 1):
        return False
    if tokens.is_owned(noun) and not before & (WHOLE | PREPOSITION | PREFIX) and is_led_noun(clauses, start - 1):
        return False
    if before & TITLE and kinds[start - 2] & NUMBER:
        return True  # عقد المجلس يوم 19 مايو 2024م | اجتماعه
    return not before & (ROLE | TITLE | BODY | PEOPLE) or bool(before & DEFINITE) or is_adjective(clauses, start - 1)


def is_aim(clauses: Clauses, place: int) -> bool:
    """Whether ل leads to a word: قرر المجلس عقد جلسة ل| مناقشة | إضراب المعلمين."""
    tokens = clauses.tokens
    return place > 0 and tokens.keys[place - 1] == ADDRESSING and bool(tokens.kinds[place - 1] & PREFIX)


def is_led_noun(clauses: Clauses, place: int) -> bool:
    """Whether a preposition leads to a common noun, to which the encounter behind it belongs: كرمه | بمناسبة | زيارته تونس."""
    tokens = clauses.tokens
    led = place > 0 and tokens.kinds[place - 1] & (PREFIX | PREPOSITION) and not clauses.joins(place - 1)
    return bool(led) and is_common(tokens.keys[place]) and not tokens.is_owned(place)


def holder_behind(clauses: Clauses, hits: list[Hit], number: int, clause: Range) -> Hit | None:
    """What tells behind a noun that it takes place: القمة | ستعقد غدا، المؤتمر | المنعقد في صور، اجتماع | عقد أمس."""
    noun = hits[number]
    for other in hits[number + 1 :]:
        if other.place >= clause[1] or other.place - noun.place > RELATED:
            return None
        if other.place - noun.place > BEHIND and not is_related_far(clauses, noun, other):
            continue
        if other.place == noun.place:
            continue
        if other.by == HOLDS and clauses.tokens.keys[other.place - 1] == ADDRESSING:
            continue  # حدد الاجتماع موعدا ل| عقد الجمعية
        if other.by in (SET, WHEN) and is_set(clauses, noun, other):
            return other
        if other.by == HOLDS and other.form.is_finite and fits(other, noun) and tells(clauses, noun, other):
            return other
        if other.by == NAME and "convened" not in other.needs and other.place > noun.place + 2:
            return None
    return None


def is_related_far(clauses: Clauses, noun: Hit, verb: Hit) -> bool:
    """Whether a relative leads to a verb, and nothing but a name stands between it and the noun: القمة الأولى لقادة التحالف
    العالمي لتنمية الموانئ، والتي | تنعقد في صور.
    """
    kinds, relative = clauses.tokens.kinds, verb.place - 1
    own = relative - clauses.joins(relative - 1)
    commas = any(kinds[at] & COMMA for at in range(noun.place, own - 1))
    return bool(kinds[relative] & RELATIVE) and not commas and not acts(clauses, noun.place, relative)


def is_set(clauses: Clauses, noun: Hit, other: Hit) -> bool:
    """Whether an adjective near behind a noun tells that it takes place; one of time not where it is a time's: الشهر | المقبل."""
    kinds = clauses.tokens.kinds
    near = other.place - noun.place <= ADJECTIVES
    alike = bool(kinds[other.place] & DEFINITE) or other.by == SET
    return near and alike and not (other.by == WHEN and kinds[other.place - 1] & (TIME | SPAN))


def tells(clauses: Clauses, noun: Hit, verb: Hit) -> bool:
    """Whether a verb behind a noun tells of it: behind الذي, with its pronoun, or where the noun can be its subject."""
    kinds, keys = clauses.tokens.kinds, clauses.tokens.keys
    between = range(noun.place + 1, before_plan(clauses, noun.place, verb.place))
    if any(keys[at] in IT_IS for at in between):  # الاجتماع | هو الأول
        return False
    relative = next((at for at in between if kinds[at] & RELATIVE), None)
    if relative is not None:
        alike = (keys[relative] == THAT_SHE) == is_feminine(keys[noun.place])
        if verb.needs == ["self"] and not agrees(keys[noun.place], verb):
            return False
        return alike and not acts(clauses, relative, verb.place) and not is_behind_other(clauses.tokens, noun.place, relative)
    if not verb.form.pronoun and is_of_setting(clauses, noun):
        return False
    first = noun.place + (keys[noun.place + 1] == OF_WORK or keys[noun.place + 1] in names())
    if any(kinds[at] & (COMMA | STOP) or (kinds[at] & SPEECH and not kinds[at] & BODY) for at in between) or acts(
        clauses, first, verb.place
    ):
        return False
    return ("self" in verb.needs and agrees(keys[noun.place], verb)) or bool(verb.form.pronoun) or is_its_own(clauses, noun, verb)


def is_of_setting(clauses: Clauses, noun: Hit) -> bool:
    """Whether a noun with its article only tells at what something was done: عقب | الاجتماع، على هامش | الاجتماع عقد لقاء."""
    keys, kinds = clauses.tokens.keys, clauses.tokens.kinds
    if not kinds[noun.place] & DEFINITE or not noun.place:
        return False
    led = noun.lead and noun.lead not in CONJUNCTIONS
    of_noun = not kinds[noun.place - 1] & (THAT | KAN) and is_led_noun(clauses, noun.place - 1)
    return bool(led) or small_word(keys[noun.place - 1]) in AROUND or of_noun


def is_behind_other(tokens: Tokens, noun: int, relative: int) -> bool:
    """Whether a relative takes up a noun that stands behind a definite one: خلال اللقاء أهمية الدور | الذي يقوم به السكان."""
    bare = next((at for at in range(noun + 1, relative) if not tokens.kinds[at] & DEFINITE), relative)
    other = bare < relative and not tokens.kinds[bare] & (TIME | NUMBER | PUNCTUATION | PREFIX | PREPOSITION | PERSONAL)
    level = tells_quality(tokens.keys[bare]) and not tokens.keys[bare].endswith(TA_MARBUTA)  # الاجتماع | رفيع المستوى الذي
    return bool(tokens.kinds[noun] & DEFINITE and other) and not level


def is_its_own(clauses: Clauses, noun: Hit, verb: Hit) -> bool:
    """Whether a verb that holds behind a preposition has the pronoun of the noun there: زيارة قام | بها، جلسة دعا | إليها."""
    own = TA_MARBUTA if not is_feminine(clauses.tokens.keys[noun.place]) else HERS
    led = {lead + own for need, leads in OWN_LEADS.items() if need in verb.needs for lead in leads}
    return not led.isdisjoint(clauses.tokens.keys[verb.place + 1 : verb.place + 2])


def acts(clauses: Clauses, first: int, stop: int) -> bool:
    """Whether another verb stands between two places, and not only قد, كان or that it was to be: الجلسة قد | عقدت، دورة كان يفترض
    أن | تلتئم.
    """
    kinds = clauses.tokens.kinds
    stop = before_plan(clauses, first, stop)
    while stop > first + 1 and kinds[stop - 1] & (KAN | NEGATION):
        stop -= 1
    return any(clauses.is_verb(at) for at in range(first + 1, stop))


def before_plan(clauses: Clauses, first: int, verb: int) -> int:
    """Where it begins that what a verb tells was to be, its own place where that is not told: دورة | كان يفترض أن تلتئم."""
    kinds = clauses.tokens.kinds
    if verb - 2 <= first or not kinds[verb - 1] & THAT:
        return verb
    return next((at for at in range(max(first + 1, verb - PLANNED), verb - 2) if kinds[at] & KAN), verb)


def agrees(noun: str, verb: Hit) -> bool:
    """Whether a verb may have the noun as its subject by gender."""
    return verb.form.gender == NONE or (verb.form.gender == "f") == is_feminine(noun)


def is_feminine(noun: str) -> bool:
    """Whether a noun is feminine or a plural of things, by its ending."""
    return noun.endswith((TA_MARBUTA, FEMININE_PLURAL))
