"""Where a passage tells of an encounter: its verb or noun, its type and the clause that is its evidence.

زار الوزير | المدينة، عقد المجلس | اجتماعا، القمة | التي ستعقد غدا، مباحثات | بين الوزير والسفير.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import takewhile
from typing import NamedTuple

from qawl.arabic.agenda.acts import is_act
from qawl.arabic.agenda.assemblies import is_called_to_sit, sitting_before, sitting_told
from qawl.arabic.agenda.ballots import is_runoff, result_before
from qawl.arabic.agenda.crowds import cause_behind, crowd_at, is_at_it, is_show
from qawl.arabic.agenda.elected import elected
from qawl.arabic.agenda.extents import Clauses
from qawl.arabic.agenda.holders import (
    AT_IT,
    FESTIVE,
    LEADS,
    LED_BY,
    convenes,
    holder_before,
    holder_behind,
    is_argument,
    is_of_setting,
)
from qawl.arabic.agenda.messages import by_phone, is_called, is_letter
from qawl.arabic.agenda.noun_ends import noun_stop
from qawl.arabic.agenda.nouns import is_decreeing, is_habit, is_named_after, is_only_setting, is_other, is_told
from qawl.arabic.agenda.papers import signed_behind
from qawl.arabic.agenda.parts import HOSTS, MEETING, MEETS
from qawl.arabic.agenda.sides import before, behind, has_day, is_somewhere, owner_of
from qawl.arabic.agenda.tenses import has_turn, is_hosting, small_word
from qawl.arabic.agenda.words import (
    ACT,
    CONVENES,
    DEBATE,
    HOLDS,
    NAME,
    OTHER,
    PAPER,
    SITS,
    TABLE,
    Hit,
    attending_keys,
    hits_of,
    is_sitting,
    keys_by,
    lead_start,
    matching,
    poll_words,
    ranks,
    sporting,
    trials,
)
from qawl.arabic.findings import Range
from qawl.arabic.forms import NONE, Form, forms
from qawl.arabic.letters import (
    ADDRESSING,
    AFTER,
    ALEF,
    ARTICLE,
    AT_AN_EVENT,
    BALLOT_BOXES,
    BEFORE_A_HOUSE,
    CONJUNCTIONS,
    DUALS,
    FEMININE_PLURAL,
    FOR_WHICH,
    IMPERFECT_HEADS,
    IN,
    IT_IS,
    NON,
    NOT_THERE,
    OF,
    PLURAL_INDICATIVE,
    PLURALS,
    SEQUENCE,
    TO_THE,
    UPON,
    WHAT,
    WITH,
    bare_key,
)
from qawl.arabic.lexicon import (
    BODY,
    BREAK,
    COMMA,
    COUNTRY,
    DEFINITE,
    DEMONSTRATIVE,
    DIES,
    DOES,
    DONE,
    EVENT,
    GIVES,
    HONOUR,
    KAN,
    MATTER,
    NEGATION,
    NUMBER,
    ODD,
    PEOPLE,
    PREFIX,
    PREPOSITION,
    RELATIVE,
    ROLE,
    ROUGHLY,
    STOP,
    THAT,
    TIME,
    TITLE,
    WORK,
)
from qawl.arabic.ordinary import is_common
from qawl.arabic.phrases.phrase import Phrase
from qawl.arabic.reporting.deeds import clause_mark
from qawl.arabic.tokens import Tokens
from qawl.model import EventType
from qawl.tables import several

# What a match or a trial may be taken for, or tell of themselves.
OF_MATCHES = ("meeting", "visit", "call", "vote")
# What an officer may have beside a match.
COMINGS = ("meeting", "visit", "call")
# What a noun needs even where a verb holds it: a paper, a day, a place, a cause or both sides.
ALWAYS = frozenset(
    (
        PAPER,
        "contract",
        "barred",
        "agreed",
        "sitting",
        "sides",
        "rally",
        "stoppage",
        "fasting",
        "majority",
        "poll",
        "veto",
        "wins",
        "candidacy",
        "runoff",
        "arrival",
        "blocks",
        "errand",
        "inspects",
        "checked",
        "staying",
    )
)
# So near before what it is about stands a paper.
PAPER_REACH = 5
# So near before لقاء stands what is given: دفعت الشركة | فدية كبيرة لقاء إطلاق الرهينة.
PRICED = 6
# So near behind it stands the noun that a word leads.
LED_WITHIN = 3
# So far before them stands the verb of those who go to the boxes.
VOTERS = 8
# And so far before those who protest stands what is done by them or to them: فرقت الشرطة متظاهرين.
PROTESTERS = 3
# So far before a crowd stands what is done to it: قتلت | قوات الأمن أمس في صور متظاهرين.
FRONT = 9
DONE_TO = DIES | DOES | DONE | GIVES
# So near behind a round of talks it is told what it is about.
ABOUT_REACH = 5
# So far behind its verb the day of an encounter may stand.
LONG = 25
# So near before أن stands what tells a plan: من المقرر | أن يعقد.
PLANNED = 4
# So many letters tell a day: 2024-05-14.
DAY = 10
# What a noun may be that another one owns: أنظار | المحتجين.
OF_NOUNS = EVENT | ODD | WORK | MATTER


class Encounter(NamedTuple):
    """An encounter as tokens.

    ``place`` is the verb that tells it (زار) or the noun that names it (اجتماع), ``form`` what the table has for it; ``clause`` the
    evidence, from its verb or noun to the end of what belongs to it. ``verb`` is the verb of its clause: `place` itself, or one
    that holds it (عقد | اجتماعا), whose form is then ``held``; None where the noun stands alone. ``apart`` is the place of another
    one in whose clause it stood, ``row`` of the verb that tells several in a row: استقبل السفير، ثم | النائب.
    """

    place: int
    form: Form
    type: EventType
    clause: Range
    verb: int | None = None
    held: Form | None = None
    apart: int | None = None
    row: int | None = None


def is_next_of_row(encounter: Encounter) -> bool:
    """Whether the verb of an encounter before it tells it too: استقبل السفير، ثم | النائب."""
    return encounter.row is not None and encounter.row != encounter.place


def is_crowd(encounter: Encounter) -> bool:
    """Whether an encounter is told by the people who are at it, so that it is, whatever they want: حاول | المتظاهرون الدخول."""
    return "people" in several(encounter.form.row["needs"])


def is_talk(encounter: Encounter) -> bool:
    """Whether a verb tells that somebody dealt with somebody, wherever and however: ناقش, بحث, تباحث."""
    talks = {"with", "talks", "gather", "seated"} & set(several(encounter.form.row["needs"]))
    return encounter.type in ("meeting", "call") and encounter.form.is_finite and bool(talks)


def told(clauses: Clauses) -> Iterator[Encounter]:
    """What the words of a passage tell: verbs, nouns with what holds them or who is in them, papers that were signed."""
    hits = hits_of(clauses.tokens)
    for number, hit in enumerate(hits):
        if hit.by not in (ACT, NAME, PAPER, SITS) or clauses.passage.is_chrome(hit.place) or is_verb_too(clauses, hits, number):
            continue
        encounter = at_hit(clauses, hits, number)
        if encounter is not None and not is_match(clauses, hit, encounter):
            yield with_negation(clauses, encounter)


def is_verb_too(clauses: Clauses, hits: list[Hit], number: int) -> bool:
    """Whether a noun that nothing leads is spelt as a verb that tells an encounter itself and opens a clause: و| تظاهر السكان."""
    hit = hits[number]
    led = hit.lead and hit.lead not in CONJUNCTIONS
    if hit.by != NAME or led or hit.form.pronoun or clauses.tokens.kinds[hit.place] & DEFINITE:
        return False
    verb = any(other.place == hit.place and other.by == ACT and other.form.is_finite for other in hits[number + 1 : number + 3])
    return verb and bool(clause_mark(clauses.passage, hit.place) & (STOP | BREAK | COMMA))


def is_match(clauses: Clauses, hit: Hit, encounter: Encounter) -> bool:
    """Whether a match or a trial is told, and not who meets or comes whom neither has."""
    if not may_be_match(encounter) or not is_other(clauses, hit):
        return False
    return not (is_held_as_talks(clauses, encounter) or is_of_officer(clauses, encounter))


def is_of_officer(clauses: Clauses, encounter: Encounter) -> bool:
    """Whether an officer who is none of a team meets or comes, beside no trial: استقبل | الوزير الفريق الفائز بالكأس.

    His own court is none: استقبل | رئيس محكمة النقض السفير.
    """
    place, tokens = encounter.place, clauses.tokens
    who = doer_of(clauses, encounter) if encounter.type in COMINGS else None
    if who is None or who.type not in ("person", "unnamed") or not tokens.kinds[who.first] & (ROLE | TITLE | HONOUR):
        return False
    sentence = range(clauses.passage.sentence_start(place), clauses.passage.sentence_stop(place))
    others = (at for at in sentence if at != who.first + 1)
    if any(tokens.keys[at] in trials() and not is_decreeing(tokens, at) for at in others):
        return False
    return sporting().isdisjoint(map(bare_key, tokens.keys[who.first : who.stop]))


def doer_of(clauses: Clauses, encounter: Encounter) -> Phrase | None:
    """Who is told right behind the verb of an encounter or before it, or to whom its noun belongs."""
    if encounter.verb is None or encounter.verb > encounter.place:
        return owner_of(clauses, Hit(encounter.place, encounter.form))
    verb = Hit(encounter.verb, encounter.form)
    first = next(iter(behind(clauses, verb, encounter.clause)), None)
    return before(clauses, verb) if first is None or first.lead else first.phrase


def is_held_as_talks(clauses: Clauses, encounter: Encounter) -> bool:
    """Whether somebody holds with somebody what no match and no trial is called, or to debate: عقد اللاعب جلسة | مع المدرب,
    نظم الاتحاد لقاء | لتقييم البطولة.
    """
    holds = encounter.held is not None and {NONE, "self"} <= set(several(encounter.held.row["needs"]))
    row = encounter.form.row
    if not holds or encounter.type != "meeting" or encounter.form.is_finite:
        return False
    keys, near = clauses.tokens.keys, range(encounter.place + 1, min(encounter.clause[1], encounter.place + ABOUT_REACH))
    tried = not (keys_by(OTHER) - matching()).isdisjoint(keys[slice(*encounter.clause)])
    debated = any(keys[at] in keys_by(DEBATE) and keys[at - 1] == ADDRESSING for at in near)
    return not tried and (debated or (row["object"] != MEETS and any(keys[at] == WITH for at in near)))


def may_be_match(encounter: Encounter) -> bool:
    """Whether a match or a trial may be told by the same word: لقاء, مسيرة; not انتخابات, which a club holds too."""
    if encounter.type == "vote" and encounter.form.row["needs"] == NONE:
        return False
    return encounter.type in OF_MATCHES or encounter.form.row["needs"] == "march"


def with_negation(clauses: Clauses, encounter: Encounter) -> Encounter:
    """An encounter whose clause begins with what denies its verb or noun: لن | يحضر, عدم | عقد الاجتماع."""
    tokens, (first, stop) = clauses.tokens, encounter.clause
    denied = first > 0 and (tokens.kinds[first - 1] & NEGATION or tokens.keys[first - 1] == NON)
    return encounter._replace(clause=(first - 1, stop)) if denied else encounter


def at_hit(clauses: Clauses, hits: list[Hit], number: int) -> Encounter | None:
    """The encounter that a word tells, None where it tells none."""
    hit = hits[number]
    if clauses.names_kind(hit.place):
        return None
    if hit.by == ACT:
        return act_at(clauses, hits, number) if hit.form.is_finite else None
    if hit.by == SITS:
        return sitting_at(clauses, hit)
    if hit.by == NAME:
        return noun_at(clauses, hits, number)
    return paper_at(clauses, hits, number) if "led" not in hit.needs else None


def act_at(clauses: Clauses, hits: list[Hit], number: int) -> Encounter | None:
    """The encounter that a verb tells, None where its clause lacks what makes it one; talks in a call are a call: في اتصال."""
    hit = hits[number]
    clause = clauses.range(hit.place)
    if hit.form.tense == "perfect" and hit.lead in (ADDRESSING, TO_THE):
        return None  # no perfect stands behind ل: لبحث الملف، للتفاوض
    if hit.form.tense == "perfect" and (hit.lead in (WITH, *LED_BY) or is_noun_led(clauses.tokens, hits, number)):
        return None  # nor behind مع or قبيل: مع | تجمع المئات، قبيل | توجهه
    if is_subject_too(clauses, hits, number) or is_of_law(clauses, hit, clause) or is_by_matter(clauses.tokens, hit.place):
        return None
    if not is_act(clauses, hit, clause):
        return None
    if hit.needs in (["cause"], ["marches"]):
        clause = clause[0], max(clause[1], clauses.stop(cause_behind(clauses, hit)))
    encounter = Encounter(hit.place, hit.form, type_of(hit.form), clause, hit.place)
    calls = (other for other in hits[number + 1 :] if other.place < clause[1] and other.lead == IN)
    called = any(other.form.row["type"] == "call" and other.form.tense == "noun" for other in calls)
    called = is_talk(encounter) and (called or by_phone(clauses, hit.place, clause))
    return encounter._replace(type="call") if called else encounter


def is_by_matter(tokens: Tokens, place: int) -> bool:
    """Whether what was told is the subject of a verb, and nobody: وهو ما | استدعى الوزارة لتعديل القانون."""
    return place > 1 and tokens.keys[place - 1] == WHAT and tokens.keys[place - 2] in IT_IS


def sitting_at(clauses: Clauses, hit: Hit) -> Encounter | None:
    """The sitting of a body that a participle behind it tells: المجلس الوطني | المنعقد أمس."""
    body = sitting_told(clauses, hit)
    if body is None:
        return None
    first, stop = clauses.range(hit.place, body)
    kinds = clauses.tokens.kinds
    marks = (at for at in range(hit.place + 1, stop) if kinds[at] & COMMA and not (kinds[at + 1] & TIME or clauses.is_day(at + 1)))
    return Encounter(hit.place, hit.form, type_of(hit.form), (first, next(marks, stop)), hit.place)


def is_subject_too(clauses: Clauses, hits: list[Hit], number: int) -> bool:
    """Whether a verb that is spelt as a noun too stands right behind another verb, whose subject it is: أعلن | تجمع المعلمين."""
    before = hits[number].place - 1
    if before < 0 or clauses.tokens.kinds[before] & (KAN | NEGATION):
        return False
    if not (clauses.is_verb(before) or clauses.tokens.keys[before] in attending_keys()):
        return False
    return is_name_too(hits, number)


def is_name_too(hits: list[Hit], number: int) -> bool:
    """Whether a verb is spelt as the noun of an encounter too: تجمع."""
    return any(other.place == hits[number].place and other.by == NAME for other in hits[max(0, number - 2) : number + 3])


def is_noun_led(tokens: Tokens, hits: list[Hit], number: int) -> bool:
    """Whether a word of time leads to a verb that is spelt as a noun too, which it then is: قبيل | توجهه إلى صور."""
    return tokens.keys[hits[number].place - 1] in (*SEQUENCE, *AT_AN_EVENT) and is_name_too(hits, number)


def is_of_law(clauses: Clauses, hit: Hit, clause: Range) -> bool:
    """Whether a law tells in the present what is always done, on no day: بحسب المادة 49 | ينتخب النواب الرئيس."""
    if (
        clauses.tokens.keys[hit.place][0] not in IMPERFECT_HEADS
        or hit.form.tense == "future"
        or has_day(clauses, hit, clause, LONG)
    ):
        return False
    first, stop = clauses.passage.sentence_start(hit.place), clauses.passage.sentence_stop(hit.place)
    return not poll_words("article").isdisjoint(clauses.tokens.keys[first:stop])


def noun_at(clauses: Clauses, hits: list[Hit], number: int) -> Encounter | None:
    """The encounter that a noun names, None where nothing tells that it is or will be, or somebody only speaks there."""
    hit = hits[number]
    sits = "sitting" in hit.needs and not is_sitting(clauses.tokens, hit.place + 1)
    body = sitting_before(clauses, hit) if sits else None
    if (sits and body is None) or is_none(clauses, hits, number):
        return None
    if "people" in hit.needs:
        return protesters_at(clauses, hit)
    ahead = hit.place - 1 - bool(hit.place > 1 and clauses.tokens.kinds[hit.place - 1] & DEMONSTRATIVE)
    led = ahead >= 0 and clauses.tokens.keys[ahead] in AFTER
    holder = None if led else witnessed(clauses, hits, holder_before(clauses, hits, number))
    clause = clauses.range(hit.place, holder.place if holder else ballot_verb(clauses, hit) if body is None else body)
    holder = holder or holder_behind(clauses, hits, number, clause)
    if not is_held_or_told(clauses, hits, number, holder, clause) or only_speaks(clauses, hit, holder, clause):
        return None
    if "fasting" in hit.needs:
        clause = start_of_faster(clauses, hit), clause[1]
    verb = holder.place if holder and holder.form.is_finite else None
    if holder and not holder.form.pronoun and holder.needs in (["order"], ["ready"]):
        clause = hit.place, clause[1]
    if verb is None or verb > hit.place:
        clause = clause[0], noun_stop(clauses, hit, clause, verb)
    if holder is None and clause == (hit.place, hit.place + 1) and is_of_setting(clauses, hit):
        return None
    type = "call" if type_of(hit.form) == "meeting" and is_called(clauses, hit) else type_of(hit.form)
    talks = holder is not None and ("meeting" in holder.needs or clauses.tokens.keys[holder.place] in keys_by(CONVENES))
    type = "meeting" if "tour" in hit.needs and (talks or is_about_something(clauses, hit, clause)) else type
    held = holder.form if holder and "wins" not in hit.needs else None
    return Encounter(hit.place, hit.form, type, clause, verb, held)


def start_of_faster(clauses: Clauses, hit: Hit) -> int:
    """Where it begins who eats nothing, its own place where that is not told before: | كان السجين سالم الكندي مضربا عن الطعام."""
    kinds, who = clauses.tokens.kinds, before(clauses, hit)
    if who is None or who.stop != hit.place:
        return hit.place
    return who.first - (who.first > 0 and bool(kinds[who.first - 1] & KAN))


def is_about_something(clauses: Clauses, hit: Hit, clause: Range) -> bool:
    """Whether it is told what a round is about, or which it is, so that it is one of talks and no tour: جولة | جنيف حول الأسرى."""
    near = range(hit.place + 1, min(clause[1], hit.place + ABOUT_REACH))
    counted = hit.place + 1 < clause[1] and clauses.tokens.keys[hit.place + 1] in ranks()
    hosted = hit.place + 2 < clause[1] and is_hosting(clauses.tokens.keys[hit.place + 2])
    counted = counted or (hosted and bool(clauses.tokens.kinds[hit.place + 1] & RELATIVE))
    return counted or any(small_word(clauses.tokens.keys[at]) == "about" for at in near)


def witnessed(clauses: Clauses, hits: list[Hit], holder: Hit | None) -> Hit | None:
    """What holds an encounter, or the verb that has its verbal noun: شهدت | المدينة انعقاد القمة, أشرف | الوزير على انطلاقها."""
    if holder is None or holder.form.is_finite or holder.form.pronoun:
        return holder
    number = next(at for at, hit in enumerate(hits) if hit is holder)
    for other in reversed(hits[:number]):
        if holder.place - other.place > VOTERS * 2:
            break
        if "dated" in other.needs:
            continue  # تقدم الأعضاء بطلب | عقد جلسة
        if other.by == HOLDS and other.form.is_finite and other.place < holder.place < clauses.stop(other.place):
            led = any(holder.lead in LEADS[need] for need in other.needs)
            argument = led if holder.lead else is_argument(clauses, other.place, holder.place)
            return other if argument and other.form.row["subject"] in AT_IT else holder
    return holder


def is_none(clauses: Clauses, hits: list[Hit], number: int) -> bool:
    """Whether a noun is no encounter by the words beside it: a body's name, a habit, what leads another, an accusative of place."""
    hit = hits[number]
    named = is_named_after(clauses, hit) and not is_called_to(clauses, hits, number)
    named = named or is_joined_holder(clauses, hits, number)
    placed = "place" in hit.needs and clauses.tokens.keys[hit.place].endswith(ALEF)
    unsaid = "called" in hit.needs and not is_called_to_sit(clauses, hits, number)
    return (
        named
        or placed
        or unsaid
        or is_frame(clauses.tokens, hit)
        or is_habit(clauses, hit)
        or leads_another(clauses, hits, number)
        or takes_in_many(clauses, hit)
        or is_missed(clauses.tokens, hit)
        or is_price(clauses, hit)
        or is_objection(clauses, hit)
        or is_matter_of_paper(clauses, hit)
        or is_own_election(clauses, hit)
    )


def is_matter_of_paper(clauses: Clauses, hit: Hit) -> bool:
    """Whether an encounter is only what a paper is about: مذكرة التفاهم بشأن | المشاورات السياسية بين البلدين."""
    tokens, start = clauses.tokens, lead_start(clauses.tokens, hit.place)
    about = start > 1 and small_word(tokens.keys[start - 1]) == "about"
    return about and any(tokens.keys[at] in keys_by(PAPER) for at in range(max(0, start - PAPER_REACH), start - 1))


def is_own_election(clauses: Clauses, hit: Hit) -> bool:
    """Whether it is only told when somebody was elected, on no day and to no office: هنأه بإعادة | انتخابه."""
    if "elects" not in hit.needs or not hit.form.pronoun:
        return False
    clause = clauses.range(hit.place)
    return not has_day(clauses, hit, clause, LONG) and not any(True for _ in elected(clauses.scene, hit.place + 1, clause[1]))


def is_price(clauses: Clauses, hit: Hit) -> bool:
    """Whether what is spelt as a meeting tells for what something is given: دفعت الشركة فدية | لقاء إطلاق الرهينة."""
    tokens, place = clauses.tokens, hit.place
    if clauses.tokens.keys[hit.place] != FOR_WHICH or hit.lead or hit.form.pronoun or tokens.kinds[place] & DEFINITE:
        return False
    near = range(max(clauses.passage.sentence_start(place), place - PRICED), place)
    return any(bare_key(tokens.keys[at]) in poll_words("price") for at in near)


def is_objection(clauses: Clauses, hit: Hit) -> bool:
    """Whether somebody only says what he is against: عبر النائب عن | احتجاجه على القرار; not | احتجاجهم أمام البلدية."""
    tokens, after = clauses.tokens, hit.place + 1
    own = bool(hit.form.pronoun) and not tokens.keys[hit.place].startswith(FEMININE_PLURAL) and "place" in hit.needs
    on = after < len(tokens) and tokens.keys[after] in (UPON, OF)
    return own and on and not any(tokens.keys[at] in BEFORE_A_HOUSE for at in range(after, clauses.stop(hit.place)))


def is_missed(tokens: Tokens, hit: Hit) -> bool:
    """Whether it is only told that there is none: انتقد الخبير غياب | الحوار بين الطرفين."""
    return hit.place > 0 and tokens.keys[hit.place - 1] in NOT_THERE and bool(tokens.kinds[hit.place] & DEFINITE)


def is_frame(tokens: Tokens, hit: Hit) -> bool:
    """Whether a celebration or a festival only frames what is told: في إطار | احتفالات البلدية بالعيد، استقبلت."""
    start = lead_start(tokens, hit.place)
    framed = start > 0 and small_word(tokens.keys[start - 1]) == "amid"
    return framed and hit.form.row["subject"] == HOSTS and not FESTIVE.isdisjoint(hit.needs)


def takes_in_many(clauses: Clauses, hit: Hit) -> bool:
    """Whether a house takes in a number of people, and nobody meets: أعلن المستشفى استقبال | 20 حالة."""
    kinds, after = clauses.tokens.kinds, hit.place + 1
    return (
        hit.form.row["subject"] == HOSTS
        and hit.form.row["object"] == MEETS
        and bool(kinds[after : after + 1] and kinds[after] & NUMBER)
    )


def is_joined_holder(clauses: Clauses, hits: list[Hit], number: int) -> bool:
    """Whether و joins a body called after an encounter to who holds the one behind it: نظمت الكلية و| الملتقى الطلابي ندوة."""
    hit = hits[number]
    if not hit.lead or hit.lead not in CONJUNCTIONS or not clauses.tokens.kinds[hit.place] & DEFINITE:
        return False
    at, stop = number + 1, clauses.stop(hit.place)
    while at < len(hits) and hits[at].place < stop:
        if hits[at].by == NAME and not clauses.tokens.kinds[hits[at].place] & DEFINITE:
            holder = holder_before(clauses, hits, at)
            return holder is not None and holder.form.is_finite and holder.place < hit.place
        at += 1
    return False


def is_held_or_told(clauses: Clauses, hits: list[Hit], number: int, holder: Hit | None, clause: Range) -> bool:
    """Whether something holds what a noun names, as its row needs it, or enough is told of it without."""
    hit = hits[number]
    if (holder is None or not ALWAYS.isdisjoint(hit.needs)) and not is_told(clauses, hit, clause):
        return False
    owned = "proceeds" in hit.needs and hit.form.pronoun
    if owned and not (has_day(clauses, hit, clause) or is_somewhere(clauses, hit, clause)):
        return False  # أنهت اللجنة | أعمالها في وقت قصير
    if holder and is_of_career(clauses, hit, holder, clause):
        return False
    if holder and is_only_time(clauses.tokens, holder, hit) and not is_told(clauses, hit, clause):
        return False
    if "convened" in hit.needs and not (holder and convenes(clauses, hits, holder, number)):
        return False
    if holder and "sent" in hit.needs and not is_letter(clauses, hit, holder):
        return False
    return not (hit.form.row["type"] == "protest" and is_show(clauses, hit, clause))


def is_only_time(tokens: Tokens, holder: Hit, hit: Hit) -> bool:
    """Whether a verbal noun only tells when something else was: إثر | فشل المفاوضات; not بعد | فشل المفاوضات التي كذا."""
    led = holder.place > 0 and tokens.keys[holder.place - 1] in (*SEQUENCE, *AFTER)
    related = tokens.kinds[hit.place + 1 : hit.place + 2]
    return led and not holder.form.is_finite and holder.needs == ["self"] and not any(kind & RELATIVE for kind in related)


def is_of_career(clauses: Clauses, hit: Hit, holder: Hit, clause: Range) -> bool:
    """Whether somebody took part in many of them on no day: شارك الشاعر في | مهرجانات عديدة."""
    key = clauses.tokens.keys[hit.place]
    plural = key.endswith(FEMININE_PLURAL) and not hit.form.lemma.endswith(FEMININE_PLURAL) and not hit.form.pronoun
    after = clauses.tokens.kinds[hit.place + 1 : hit.place + 2]
    owned = any(kind & (DEFINITE | BODY | ROLE | PEOPLE | COUNTRY) for kind in after)
    bare = not owned and not clauses.tokens.kinds[hit.place] & DEFINITE
    several = plural and bare and hit.form.row["type"] == "meeting"
    return several and holder.form.row["subject"] in AT_IT and not has_day(clauses, hit, clause, LONG)


def only_speaks(clauses: Clauses, hit: Hit, holder: Hit | None, clause: Range) -> bool:
    """Whether somebody only speaks where a noun tells, and it is not to come: قال في مؤتمر صحفي."""
    return is_only_setting(clauses, hit) and not (holder and is_to_come(clauses, holder, clause))


def is_to_come(clauses: Clauses, holder: Hit, clause: Range) -> bool:
    """Whether what holds an encounter is in the future, or in the present with a day ahead or behind a plan: يعقد مؤتمرا صحفيا |
    الأحد المقبل، من المقرر أن | يعقد مؤتمرا صحفيا.
    """
    tokens, place = clauses.tokens, holder.place
    if tokens.keys[place][0] not in IMPERFECT_HEADS or not holder.form.is_finite or holder.form.tense == "future":
        return holder.form.tense == "future"
    planned = any(has_turn(tokens, at, "ahead", "planned") for at in range(max(0, place - PLANNED), place - 1))
    if planned and tokens.kinds[place - 1] & THAT:
        return True
    published = clauses.scene.published
    days = (day.date.value or "" for day in clauses.scene.days if clause[0] <= day.first < clause[1])
    soon = any(small_word(tokens.keys[at]) == "soon" for at in range(*clause))
    return soon or (published is not None and any(value[:DAY] > published[:DAY] for value in days))


def is_called_to(clauses: Clauses, hits: list[Hit], number: int) -> bool:
    """Whether somebody calls to it behind ل, and no body is named after it: دعت النقابة | للإضراب; not المفوضية | للانتخابات.

    So somebody may prepare for a vote: تستعد الأحزاب | للانتخابات.
    """
    hit = hits[number]
    if hit.lead not in (ADDRESSING, TO_THE):
        return False
    holder = holder_before(clauses, hits, number)
    if holder is None or not holder.form.is_finite:
        return False
    return hit.form.row["type"] != "vote" or holder.needs == ["ready"]


def ballot_verb(clauses: Clauses, hit: Hit) -> int | None:
    """The verb of those who go to vote or of what opens: توجه الناخبون إلى صناديق | الاقتراع, أغلقت مراكز | الاقتراع أبوابها.

    Else what tells how a vote went: نتائج | الاستفتاء.
    """
    tokens, boxes = clauses.tokens, hit.place - 1
    if hit.form.row["type"] == "vote" and (result := result_before(clauses, hit)) is not None:
        return result
    if boxes < 1 or tokens.keys[boxes] not in BALLOT_BOXES:
        return None
    near = range(boxes - 1, max(-1, boxes - 1 - (VOTERS if tokens.kinds[boxes - 1] & PREPOSITION else 1)), -1)
    verbs = (at for at in near if clauses.is_verb(at) or begins_clause(clauses, at))
    return next((at for at in verbs if not tokens.kinds[at] & (NEGATION | KAN)), None)


def protesters_at(clauses: Clauses, hit: Hit) -> Encounter | None:
    """The protest of those who do something right behind or before: المتظاهرون | رفعوا الأعلام، رفع | المتظاهرون الأعلام."""
    crowd = crowd_at(clauses.scene, hit.place)
    if crowd is None:
        return None
    if is_owner(clauses, crowd):
        return None
    before = crowd.first - 1
    while before > 0 and clauses.tokens.kinds[before] & (ROUGHLY | PREPOSITION | TIME):
        before -= 1
    near = (crowd.stop, hit.place + 1, *range(before, max(-1, before - PROTESTERS), -1))
    verb = next((at for at in near if at < len(clauses.tokens) and clauses.is_verb(at)), front_before(clauses, crowd))
    verb = crowd.first - 1 if verb is None and is_done_to_crowds(clauses.tokens, crowd.first - 1) else verb
    counted = crowd.first < hit.place or clauses.tokens.keys[hit.place].endswith(PLURAL_INDICATIVE)
    if verb is None and counted and begins_clause(clauses, before):
        verb = before
    led = bool(clauses.tokens.kinds[crowd.first - 1] & (PREFIX | PREPOSITION)) if crowd.first else False
    if (verb is None or led) and is_at_it(clauses.tokens, hit.place):
        verb = crowd.first  # تضامن الكاتب مع | العمال المعتصمين منذ أسبوع
    if verb is None:
        return None
    return Encounter(hit.place, hit.form, "protest", (min(verb, crowd.first), clauses.stop(max(verb, hit.place))))


def is_done_to_crowds(tokens: Tokens, place: int) -> bool:
    """Whether a verbal noun that only protests have stands at `place`: أطلقت الشرطة الغاز ل| تفريق متظاهرين."""
    held = (form.row for form in forms(TABLE).get(tokens.keys[place]) if form.tense == "noun") if place > 0 else ()
    return any(row["by"] == HOLDS and row["needs"] == "protest" for row in held)


def front_before(clauses: Clauses, crowd: Phrase) -> int | None:
    """Where it begins that somebody does something to a crowd of no name, or meets it: قتلت | الشرطة ثمانية متظاهرين, اندلعت
    | مواجهات بين الشرطة ومتظاهرين; None for the crowd that was told: فرقت الشرطة المتظاهرين.
    """
    kinds, first = clauses.tokens.kinds, clauses.passage.sentence_start(crowd.first)
    last = crowd.stop - 1
    if kinds[last] & DEFINITE or not (clauses.tokens.keys[last].endswith((*PLURALS, *DUALS)) or kinds[crowd.first] & NUMBER):
        return None
    near = range(crowd.first - 2, max(first, crowd.first - FRONT) - 1, -1)
    opening = (at for at in near if kinds[at] & DONE_TO and not kinds[at - 1] & (PREFIX | PREPOSITION))
    return next((at for at in opening if clause_mark(clauses.passage, at) & (STOP | BREAK | COMMA)), None)


def is_owner(clauses: Clauses, crowd: Phrase) -> bool:
    """Whether a crowd only owns the noun before it: أنظار | المحتجين، إصابة | 17 شخصا من المحتجين؛ not صدمت السيارة | المحتجين."""
    tokens, before = clauses.tokens, crowd.first - 1
    if before < 0 or tokens.keys[crowd.stop - 1].endswith(PLURAL_INDICATIVE) or clauses.is_verb(before):
        return False
    noun = not tokens.kinds[before] & ~OF_NOUNS and is_common(tokens.keys[before])
    return noun and not tokens.keys[before].endswith(ALEF) and not begins_clause(clauses, before)


def begins_clause(clauses: Clauses, place: int) -> bool:
    """Whether an unknown word at `place` begins a clause, as a verb does before its subject: افترش | المتظاهرون الطريق."""
    if place < 0 or clauses.tokens.kinds[place] & ~ODD or clauses.tokens.keys[place].startswith(ARTICLE):
        return False
    return bool(clause_mark(clauses.passage, place) & (STOP | BREAK | COMMA))


def leads_another(clauses: Clauses, hits: list[Hit], number: int) -> bool:
    """Whether a word only leads the noun of an encounter, or tells one of a vote: جولة | من المحادثات, جولة | الإعادة."""
    hit = hits[number]
    rounds = (other for other in hits[max(0, number - 2) : number + 3] if other.place == hit.place and "runoff" in other.needs)
    if "runoff" not in hit.needs and any(is_runoff(clauses, other, (hit.place, hit.place + 1)) for other in rounds):
        return True
    if "tour" not in hit.needs:
        return False
    near = takewhile(lambda other: other.place <= hit.place + LED_WITHIN, hits[number + 1 :])
    return any(other.by == NAME and other.place > hit.place for other in near)


def paper_at(clauses: Clauses, hits: list[Hit], number: int) -> Encounter | None:
    """The signing that a paper tells: الاتفاق | المبرم بين الطرفين، اتفاقية | وقعها الوزير."""
    hit, signed = hits[number], signed_behind(clauses, hits, number)
    if signed is None:
        return None
    verb = signed.place if signed.by == ACT else None
    return Encounter(hit.place, hit.form, "signing", clauses.range(hit.place), verb, signed.form)


def type_of(form: Form) -> EventType:
    """The type of encounter that a form tells."""
    type: EventType = form.row["type"]  # type: ignore[assignment]
    return type


def last_of(events: list[list[Encounter]], types: Collection[str], place: int) -> int | None:
    """The number of the last of the encounters of some types that are told before `place`; None where none is."""
    before = (number for number in range(len(events) - 1, -1, -1) if events[number][0].place < place)
    return next((number for number in before if events[number][0].type in types), None)


def meeting_named(events: list[list[Encounter]], place: int, lemma: str) -> int | None:
    """The last meeting that the same noun named before `place`; the only one there is, whatever its words."""
    before = [number for number, told in enumerate(events) if told[0].type == MEETING and told[0].place < place]
    named = [number for number in before if any(one.form.lemma == lemma and one.place < place for one in events[number])]
    return named[-1] if named else before[0] if len(before) == 1 else None
