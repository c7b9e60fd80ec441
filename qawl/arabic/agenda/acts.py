"""Verbs that tell an encounter by themselves, if their clause has what they need: التقى الوزير | السفير، وصل الوزير | إلى تونس."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable

from qawl.arabic.agenda.agents import parties_from
from qawl.arabic.agenda.assemblies import convened, debates, hears, sits
from qawl.arabic.agenda.ballots import (
    abstains,
    casts_ballot,
    chooses,
    contests,
    decides,
    elects,
    gets,
    gives_trust,
    has_majority,
    passes_law,
    stands,
    wins,
)
from qawl.arabic.agenda.crowds import has_cause, is_crowd, is_in_street
from qawl.arabic.agenda.doers import doers_in
from qawl.arabic.agenda.extents import Clauses
from qawl.arabic.agenda.meant import ONE, meant_by
from qawl.arabic.agenda.messages import by_phone
from qawl.arabic.agenda.nouns import is_attended
from qawl.arabic.agenda.papers import has_paper, is_agreed
from qawl.arabic.agenda.places import is_land, is_place, is_venue
from qawl.arabic.agenda.sides import PLACES, Side, are_several, before, behind, has_day, has_subject, is_often
from qawl.arabic.agenda.tenses import small_word, tense_at
from qawl.arabic.agenda.words import HOUSE, OPENED, PANEL, SETTLES, TABLE, WORKS, Hit, keys_by, letters, names
from qawl.arabic.findings import Range
from qawl.arabic.frames.forms import NONE, forms
from qawl.arabic.frames.pairs import is_before_owner
from qawl.arabic.letters import (
    ABOUT,
    ALEF,
    BEFORE,
    BUT_HE,
    BY,
    COUNTERPART,
    DURING,
    EACH,
    FEMININE_PLURAL,
    FIRST_STONE,
    GOALS,
    IN,
    JOINS_FREELY,
    OF,
    TA_MARBUTA,
    THEY_ARE,
    TO,
    UPON,
    WITH,
    bare_key,
    fold,
)
from qawl.arabic.lexicon import (
    BODY,
    CITY,
    COUNTRY,
    DEFINITE,
    FAMILY,
    HONOUR,
    LATIN,
    NAME,
    NUMBER,
    ODD,
    PEOPLE,
    PREFIX,
    PREPOSITION,
    PUNCTUATION,
    QUANTITY,
    RELATIVE,
    ROLE,
    SATED,
    THAT,
    TIME,
    TITLE,
    VAGUE,
    word_classes,
)
from qawl.arabic.phrases import Phrase
from qawl.arabic.tokens import Tokens

Test = Callable[[Clauses, Hit, Range], bool]
THING = ROLE | TITLE | BODY | PEOPLE | PLACES | NAME | LATIN
# So many tokens may stand between a verb and what it acts on.
NEAR = 16
FAR = 40
# So near behind إلى stands the name of a place: إلى العاصمة الأردنية عمان.
NAMED = 3
# Who comes or is sent.
SENT = ROLE | TITLE | BODY
# So many letters has the perfect of a simple verb.
ROOT = 3
# What leads to where somebody comes: إلى تونس، لتونس، على تونس.
REACHED = (*GOALS, UPON)
UNLED = ("", BY, JOINS_FREELY, WITH)


def is_act(clauses: Clauses, hit: Hit, clause: Range) -> bool:
    """Whether the clause of a verb makes it an encounter, and it is neither asked nor anybody's, nor another word: وزارته."""
    if clauses.is_asked(hit.place) or is_of_anybody(clauses, hit.place) or is_of_ministry(hit) or is_accusative(clauses, hit):
        return False
    if is_often(clauses, hit, clause[1]):
        return False
    return all(NEEDS[need](clauses, hit, clause) for need in hit.needs)


def is_of_anybody(clauses: Clauses, place: int) -> bool:
    """Whether the verb at `place` tells what whoever does it: كل من | يزور الميناء."""
    return place > 1 and clauses.tokens.keys[place - 1] == OF and clauses.tokens.keys[place - 2] == EACH


def is_of_ministry(hit: Hit) -> bool:
    """Whether a verb with a pronoun, or a dual, makes the name of a body with the و before it: وزارته, وزارتا."""
    body = JOINS_FREELY + fold(hit.form.lemma) + TA_MARBUTA
    return bool(hit.form.pronoun or hit.form.number == "d") and bool(word_classes().get(body, 0) & BODY)


def is_accusative(clauses: Clauses, hit: Hit) -> bool:
    """Whether a noun in the accusative behind a verb is written like the perfect of two: رفض الوزير | عرضا."""
    tokens, place = clauses.tokens, hit.place
    if hit.form.tense != "perfect" or hit.form.number != "d" or len(hit.form.lemma) != ROOT or tokens.kinds[place - 1] & PREFIX:
        return False
    for at in range(place - 1, max(clauses.passage.sentence_start(place), place - NEAR) - 1, -1):
        if tokens.kinds[at] & (THAT | RELATIVE) or tense_at(tokens, at):
            return not tokens.kinds[at] & (THAT | RELATIVE)
    return False


def has_party(clauses: Clauses, hit: Hit, clause: Range) -> bool:
    """Whether the verb has somebody as its object beside its subject: استقبل الوزير | السفير، استقبل سموه | السفير."""
    if doers_in(clauses.scene, hit.place + 1, clause[1]):
        return True
    others = [side for side in behind(clauses, hit, clause) if side.lead in UNLED]
    if not others or bare_key(clauses.tokens.keys[hit.place + 1]) in keys_by(HOUSE):
        return False
    honoured = bool(clauses.tokens.kinds[hit.place + 1] & HONOUR)
    told = len(others) + bool(hit.form.pronoun) + honoured + (before(clauses, hit) is not None)
    another = parties_from(clauses.scene, others[-1].phrase.stop, clause[1])
    return told >= 2 or holds_another(clauses, others[0].phrase) or any(one.type == "group" for one in another)


def holds_another(clauses: Clauses, phrase: Phrase) -> bool:
    """Whether a second party stands inside what was read as one: الملك | نظيره البحريني, المستشارة في برلين | الرئيس التركي."""
    keys, kinds = clauses.tokens.keys, clauses.tokens.kinds
    for at in range(phrase.first + 1, phrase.stop):
        whole = kinds[at - 1] & (DEFINITE | CITY | COUNTRY)
        told = at > phrase.first + 1 or not kinds[phrase.first] & (ROLE | TITLE | PEOPLE)
        if keys[at].startswith(COUNTERPART) and not kinds[at - 1] & (PREPOSITION | PREFIX):
            return True
        if whole and told and kinds[at] & (ROLE | TITLE | PEOPLE):
            return True
    return False


def is_met(clauses: Clauses, hit: Hit, clause: Range) -> bool:
    """Whether two meet, or somebody stands behind the verb, alone or behind ب or مع; who meets him may be told before."""
    if are_several(clauses, hit.place + 1):
        return True
    if hit.form.number == "d" and not hit.form.pronoun and before(clauses, hit) is not None:
        return True
    return meets_many(clauses, hit) or any(side.lead in UNLED for side in behind(clauses, hit, clause))


def meets_many(clauses: Clauses, hit: Hit) -> bool:
    """Whether a number of people, whoever they are, stands right behind the verb: يلتقي خلالها | العديد من المكونات."""
    tokens, near = clauses.tokens, range(hit.place + 1, min(hit.place + NAMED, len(clauses.tokens) - 1))
    return any(tokens.kinds[at] & QUANTITY and tokens.keys[at + 1] == OF for at in near)


def is_gathering(clauses: Clauses, hit: Hit, clause: Range) -> bool:
    """Whether somebody comes together, or with somebody: اجتمع الوزراء, اجتمع الوزير | بالسفير, كما اجتمع | بالسفير."""
    return has_subject(clauses, hit, clause) or has_with(clauses, hit, clause) or has_by(clauses, hit, clause)


def has_with(clauses: Clauses, hit: Hit, clause: Range) -> bool:
    """Whether مع leads to somebody, or carries a pronoun."""
    tokens = clauses.tokens
    two = are_several(clauses, hit.place + 1) or is_before_owner(tokens, hit.place + 1)
    if two and hit.form.tense in ("perfect", "future"):
        return True
    if are_two(clauses, hit, clause) or are_named_together(clauses, hit, clause):
        return True
    parties = behind(clauses, hit, clause)
    if any(side.lead == WITH for side in parties) or is_body_at_work(clauses, hit, clause, parties):
        return True
    return any(
        tokens.keys[at].startswith(WITH) and 3 <= len(tokens.keys[at]) <= 5 and tokens.kinds[at] & SATED
        for at in range(hit.place + 1, clause[1])
    )


def are_two(clauses: Clauses, hit: Hit, clause: Range) -> bool:
    """Whether two are the subject of a verb: الوزيران يبحثان, ناقشا هاتفيا, ناقش الوزير | ونظيره الملف; not بحثا, a noun too."""
    if hit.form.number == "d":
        both = len(hit.form.lemma) > ROOT and by_phone(clauses, hit.place, clause)
        return both or hit.form.tense in ("imperfect", "future")
    keys = clauses.tokens.keys
    near = range(hit.place + 2, min(clause[1], hit.place + NEAR))
    return any(keys[at].startswith(COUNTERPART) and keys[at - 1] == JOINS_FREELY for at in near)


def are_named_together(clauses: Clauses, hit: Hit, clause: Range) -> bool:
    """Whether two or more are told by name to have done it: بحث | سالم الكندي ونزار العلي الملف; not بحثا عن كذا."""
    if hit.form.tense != "perfect" or hit.form.number != "s" or hit.form.pronoun:
        return False
    found = parties_from(clauses.scene, hit.place + 1, clause[1])
    search = bool(found) and found[-1].stop < clause[1] and clauses.tokens.keys[found[-1].stop] == ABOUT
    return len(found) > 1 and not search and all(phrase.named for phrase in found)


def talks(clauses: Clauses, hit: Hit, clause: Range) -> bool:
    """Whether an officer or a body has something to talk about with somebody: عرض الوزير | مع السفير الملف."""
    parties = behind(clauses, hit, clause)
    return any(side.lead == WITH for side in parties) and comes(clauses, hit, clause)


def phoned(clauses: Clauses, hit: Hit, clause: Range) -> bool:
    """Whether somebody speaks on the telephone with somebody: تحدث الوزير | هاتفيا مع السفير."""
    return by_phone(clauses, hit.place, clause) and has_with(clauses, hit, clause)


def reaches(clauses: Clauses, hit: Hit, clause: Range) -> bool:
    """Whether somebody says something to somebody by telephone or letter: هنأ الوزير السفير | في اتصال هاتفي."""
    written = not letters().isdisjoint(clauses.tokens.keys[hit.place + 1 : clause[1]])
    return (written or by_phone(clauses, hit.place, clause)) and has_party(clauses, hit, clause)


def is_written_to(clauses: Clauses, hit: Hit, clause: Range) -> bool:
    """Whether somebody is told to whom something is written: أبرق الوزير | إلى السفير."""
    return any(side.lead in GOALS for side in behind(clauses, hit, clause))


def is_body_at_work(clauses: Clauses, hit: Hit, clause: Range, parties: list[Side]) -> bool:
    """Whether a body deals with something on a day: يناقش المجلس | الملف يوم الأحد, and an assembly did: ناقشت اللجنة أمس."""
    if hit.form.tense not in ("imperfect", "future"):
        before_it = is_panel_before(clauses, hit) and has_day(clauses, hit, clause)
        return hit.form.tense == "perfect" and (before_it or sits(clauses, hit, clause))
    if not has_day(clauses, hit, clause):
        return False
    if (ahead := before(clauses, hit)) is not None and clauses.tokens.kinds[ahead.first] & BODY and ahead.stop == hit.place:
        return True
    first = parties[0].phrase if parties and not parties[0].lead else None
    return (
        first is not None
        and first.first == hit.place + 1
        and bool(clauses.tokens.kinds[first.first] & BODY or first.type == "group")
    )


def is_panel_before(clauses: Clauses, hit: Hit) -> bool:
    """Whether a delegation or a committee did something before its verb: كان وفد من الوزارة قد | ناقش قبل يوم الملف."""
    ahead = before(clauses, hit)
    return ahead is not None and bare_key(clauses.tokens.keys[ahead.first]) in keys_by(PANEL)


def has_object(clauses: Clauses, hit: Hit, clause: Range) -> bool:
    """Whether a place or a party stands behind the verb that nothing leads: زار الوزير | المدينة، الذي يزور | المنطقة."""
    tokens, kinds = clauses.tokens, clauses.tokens.kinds
    free = (at for at in range(hit.place + 1, min(clause[1], hit.place + NEAR)) if not kinds[at - 1] & (PREPOSITION | PREFIX))
    unled = any(kinds[at] & (THING | VAGUE) or is_venue(tokens, at) for at in free)
    return unled or bool(hit.form.pronoun)


def has_goal(clauses: Clauses, hit: Hit, clause: Range) -> bool:
    """Whether somebody comes to a place: وصل الوزير | إلى تونس, يصل | تونس, وصل الوفد | للبلاد."""
    tokens = clauses.tokens
    goals = (
        at
        for at in range(hit.place + 1, min(clause[1], hit.place + FAR))
        if (
            is_place(tokens, at)
            and (is_beside(tokens, hit, at) or any(key in REACHED for key in tokens.keys[max(0, at - NAMED) : at]))
        )
        or ((tokens.keys[at - 1] in REACHED or is_beside(tokens, hit, at)) and is_land(tokens, at))
    )
    beside = has_goal_beside(clauses, hit, clause) or is_reached(clauses, hit) or is_to_house(clauses, hit, clause)
    return (any(True for _ in goals) or beside) and comes(clauses, hit, clause)


def is_to_house(clauses: Clauses, hit: Hit, clause: Range) -> bool:
    """Whether somebody comes to a house of which it is told where it is: وصل الوزير إلى فندق | في تونس."""
    tokens = clauses.tokens
    near = range(hit.place + 2, min(clause[1], hit.place + NEAR))
    house = next((at for at in near if tokens.keys[at - 1] == TO and is_venue(tokens, at)), None)
    led = range(house + 2, min(clause[1], house + NEAR)) if house is not None else ()
    return any(tokens.keys[at - 1] == IN and is_place(tokens, at) for at in led)


def is_beside(tokens: Tokens, hit: Hit, at: int) -> bool:
    """Whether the place at `at` stands right behind the verb, and does not come anywhere itself: وصلت | تونس إلى مرتبة كذا."""
    return at == hit.place + 1 and tokens.keys[at + 1 : at + 2] != [TO]


def is_reached(clauses: Clauses, hit: Hit) -> bool:
    """Whether a house or a town stands right behind a verb of coming whose subject has a name: سالم الكندي وصل | مطار صور."""
    at = hit.place + 1
    if "goal" not in hit.needs or at >= len(clauses.tokens) or not is_venue(clauses.tokens, at):
        return False
    who = before(clauses, hit)
    return who is not None and who.named


def has_goal_beside(clauses: Clauses, hit: Hit, clause: Range) -> bool:
    """Whether a place stands right behind who comes, or behind the day: وصل الوزير سالم الكندي أمس | مطار صور; nobody leaves so."""
    first = next(iter(behind(clauses, hit, clause)), None)
    if "goal" not in hit.needs or first is None or first.lead or not first.phrase.named:
        return False
    at = behind_day(clauses, first.phrase.name[1])
    return at < clause[1] and (is_place(clauses.tokens, at) or is_venue(clauses.tokens, at))


def behind_day(clauses: Clauses, at: int) -> int:
    """The place behind a day that stands at `at`, else `at`: وصل الوزير | يوم السبت 11 مايو | تونس."""
    times = clauses.scene.times
    number = bisect_left(times, at, key=lambda day: day.first)
    is_day = number < len(times) and times[number].first == at
    return bisect_left(clauses.tokens.starts, times[number].date.end) if is_day else at


def heads(clauses: Clauses, hit: Hit, clause: Range) -> bool:
    """Whether somebody goes to a place that nothing leads to, on a day: يقصد وفد من التجار | مدينة صور غدا; not قصد تونس بكلامه."""
    tokens = clauses.tokens
    near = range(hit.place + 1, min(clause[1], hit.place + NEAR))
    goal = any(is_land(tokens, at) and not tokens.kinds[at - 1] & (PREPOSITION | PREFIX) for at in near)
    return goal and has_day(clauses, hit, clause) and comes(clauses, hit, clause)


def leaves(clauses: Clauses, hit: Hit, clause: Range) -> bool:
    """Whether somebody leaves for a place, or one behind a visit there: غادر الوزير | إلى تونس, غادر الوزير | صور بعد زيارة."""
    visits = any(clauses.tokens.keys[at - 1] in (IN, *DURING) and is_visit(clauses, at) for at in range(hit.place + 2, clause[1]))
    return has_goal(clauses, hit, clause) or (visits and comes(clauses, hit, clause))


def is_on_visit(clauses: Clauses, hit: Hit, clause: Range) -> bool:
    """Whether somebody comes to a place on a visit: جاء الوزير إلى تونس | في زيارة; not جاء ذلك خلال زيارة لتونس."""
    keys = clauses.tokens.keys
    noun = next((at for at in range(hit.place + 3, clause[1]) if keys[at - 1] == IN and is_visit(clauses, at)), None)
    return noun is not None and TO in keys[hit.place + 1 : noun] and has_goal(clauses, hit, clause)


def is_visit(clauses: Clauses, place: int) -> bool:
    """Whether the noun of a visit stands at `place`."""
    told = forms(TABLE).get(clauses.tokens.keys[place], ())
    return any(form.row["type"] == "visit" and form.tense == "noun" for form in told)


def returns(clauses: Clauses, hit: Hit, clause: Range) -> bool:
    """Whether somebody is to come to a place again on a day: يعود الكاتب | إلى مكناس في 16 فبراير; not عاد الوزير إلى تونس."""
    if hit.form.tense not in ("imperfect", "future") or not has_day(clauses, hit, clause):
        return False
    who, tokens = comer(clauses, hit, clause), clauses.tokens
    goals = range(hit.place + 2, min(clause[1], hit.place + FAR))
    goes = any(is_place(tokens, at) and any(key in GOALS for key in tokens.keys[at - NAMED : at]) for at in goals)
    if is_told_before(clauses, hit, who):
        return goes
    return goes and who is not None and (who.named or bool(tokens.kinds[who.first] & SENT))


def comer(clauses: Clauses, hit: Hit, clause: Range) -> Phrase | None:
    """Who is told behind a verb of coming, else before it."""
    first = next((side for side in behind(clauses, hit, clause) if not side.lead), None)
    return first.phrase if first else before(clauses, hit)


def moves(clauses: Clauses, hit: Hit, clause: Range) -> bool:
    """Whether somebody or a delegation is to come to another place on a day: ينتقل الوزير | غدا إلى تونس; not تنتقل الشركة."""
    if is_on_visit(clauses, hit, clause):
        return True
    who = comer(clauses, hit, clause)
    if who is not None and not is_told_before(clauses, hit, who):
        is_body = bool(clauses.tokens.kinds[who.first] & BODY)
        if is_body and clauses.tokens.keys[who.first] not in keys_by(PANEL):
            return False
    return returns(clauses, hit, clause)


def is_sent(clauses: Clauses, hit: Hit, clause: Range) -> bool:
    """Whether a delegation comes to a place, and presents nothing: قدم | وفد تونس إلى صور; not قدم وفد تونس خطة إلى صور."""
    if is_on_visit(clauses, hit, clause):
        return True
    tokens, party = clauses.tokens, next(iter(behind(clauses, hit, clause)), None)
    if party is None or party.lead or party.phrase.first != hit.place + 1 or tokens.keys[hit.place + 1] not in keys_by(PANEL):
        return False
    stop, at = min(clause[1], hit.place + NAMED * 3), hit.place + 1
    goal = next((at for at in range(at, stop - 1) if tokens.keys[at] in GOALS and is_place(tokens, at + 1)), None)
    between = range(hit.place + 2, goal or 0)
    led = any(tokens.kinds[at] & (PREPOSITION | PREFIX | PUNCTUATION) for at in between)
    return goal is not None and not led and not any(is_presented(tokens, at) for at in between)


def is_presented(tokens: Tokens, at: int) -> bool:
    """Whether a thing stands at `at` behind a delegation, which it presents: قدم وفد تونس | خطة; not قدم وفد | وزارة المياه."""
    key, kind, before = tokens.keys[at], tokens.kinds[at], tokens.kinds[at - 1]
    if key.endswith((ALEF, FEMININE_PLURAL)):
        return True
    return key.endswith(TA_MARBUTA) and not kind & (DEFINITE | THING | TIME) and bool(before & (DEFINITE | PLACES | THING))


def lands(clauses: Clauses, hit: Hit, clause: Range) -> bool:
    """Whether somebody comes to a place behind ب, في or على: حل الوزير | بولاية صور, حل الوفد ضيفا | على تونس."""
    tokens = clauses.tokens
    near = range(hit.place + 2, min(clause[1], hit.place + NEAR))
    goals = any(is_land(tokens, at) and tokens.keys[at - 1] in (BY, IN, UPON) for at in near)
    return (goals or is_settled(clauses, hit, clause)) and comes(clauses, hit, clause)


def is_settled(clauses: Clauses, hit: Hit, clause: Range) -> bool:
    """Whether somebody puts his saddles down or is a guest, wherever that is: حط الرحالة | رحاله في البصيرة; not حط الطائر ريشه."""
    keys = clauses.tokens.keys
    near = range(hit.place + 1, min(clause[1], hit.place + NEAR) - 2)
    return any(keys[at] in keys_by(SETTLES) and keys[at + 1] in (BY, IN, UPON, TO) for at in near)


def stays(clauses: Clauses, hit: Hit, clause: Range) -> bool:
    """Whether somebody comes to stay, wherever that is: نزل الوفد | ضيفا على البلدية, شد الوزير | رحاله إلى تونس."""
    return is_settled(clauses, hit, clause) and comes(clauses, hit, clause)


def takes_in(clauses: Clauses, hit: Hit, clause: Range) -> bool:
    """Whether an assembly asks an officer, or a delegation is taken in: استضافت اللجنة | الوزير, استضافت الغرفة | وفدا."""
    return hears(clauses, hit, clause) or (has_guests(clauses, hit, clause) and has_party(clauses, hit, clause))


def has_guests(clauses: Clauses, hit: Hit, clause: Range) -> bool:
    """Whether a delegation is the object: استضافت الغرفة | وفدا من التجار, أرسلت | وفدا إلى تونس; not استضافت القناة فلانا."""
    keys = clauses.tokens.keys
    unled = [side.phrase.first for side in behind(clauses, hit, clause) if not side.lead][:2]
    return any(at > hit.place + 1 and keys[at].removesuffix(ALEF) in keys_by(PANEL) for at in unled)


def comes(clauses: Clauses, hit: Hit, clause: Range) -> bool:
    """Whether a person, officer, body or delegation is the subject, and no crowd or thing."""
    if is_ours(hit):
        return True
    parties = [side for side in behind(clauses, hit, clause) if not takes_up(clauses, side.phrase.first)]
    goes_first = bool(parties) and (parties[0].lead == TO or is_goal_of(clauses, hit, parties[0]))
    first = next(iter(parties[1:] if goes_first else parties), None)
    ahead = before(clauses, hit)
    if first and ahead and ahead.stop == hit.place and is_behind_goal(clauses, hit, first):
        first = None
    who = first.phrase if first and not first.lead else ahead
    if is_told_before(clauses, hit, who) or is_dropped(clauses, hit):
        return True
    if who is None or who.named:
        return who is not None
    key, kinds = clauses.tokens.keys[who.first], clauses.tokens.kinds
    if key.endswith(ALEF):
        return who.first > 0 and bool(kinds[who.first - 1] & THAT and word_classes().get(key[:-1], 0) & SENT)
    return any(kind & SENT for kind in kinds[who.first : who.stop])


def is_behind_goal(clauses: Clauses, hit: Hit, side: Side) -> bool:
    """Whether a party stands behind the place to which somebody comes: وفد من الوزارة يصل غدا إلى تونس للقاء | السكان."""
    return not set(GOALS).isdisjoint(clauses.tokens.keys[hit.place + 1 : side.phrase.first])


def is_goal_of(clauses: Clauses, hit: Hit, side: Side) -> bool:
    """Whether the place to which somebody comes stands right behind the verb: سيصل | تونس; not غادر | تونس."""
    behind_verb = not side.lead and side.phrase.first == hit.place + 1
    return behind_verb and hit.form.row["needs"] == "goal" and is_land(clauses.tokens, hit.place + 1)


def takes_up(clauses: Clauses, place: int) -> bool:
    """Whether a party only tells who those are who were told: وصل المجلس بأعضائه وهم | 12 خبيرا."""
    while place > 0 and clauses.tokens.kinds[place - 1] & NUMBER:
        place -= 1
    return place > 0 and clauses.tokens.keys[place - 1] in THEY_ARE


def is_dropped(clauses: Clauses, hit: Hit) -> bool:
    """Whether who comes is left out, and a person can be meant: قالت سلمى العلي كذا. | ووصلت أمس إلى تونس."""
    tokens, at = clauses.tokens, hit.place + 1
    at += at < len(tokens) and bool(tokens.kinds[at] & PUNCTUATION)
    at = behind_day(clauses, at)
    if hit.form.number != "s" or hit.form.pronoun or at + 1 >= len(tokens) or tokens.keys[at] != TO:
        return False
    if not any(is_place(tokens, place) for place in (at + 1, at + 2)):
        return False
    meant = meant_by(clauses.scene, hit.place, hit.form.gender, ONE)
    return meant is not None and meant.type == "person"


def is_ours(hit: Hit) -> bool:
    """Whether whoever speaks does it with others: نتوجه."""
    return hit.form.number == "p" and hit.form.gender == NONE


def is_told_before(clauses: Clauses, hit: Hit, who: Phrase | None) -> bool:
    """Whether who comes was told before, and nobody but behind the goal: أنه | سيصل إلى تونس لتدشين متحف."""
    at_goal = who is None or not set(GOALS).isdisjoint(clauses.tokens.keys[hit.place + 1 : who.first])
    return at_goal and hit.place > 1 and is_of_somebody(clauses, hit)


def is_of_somebody(clauses: Clauses, hit: Hit) -> bool:
    """Whether a pronoun before a future, who acted before, or a person before الذي, is the subject.

    أنه | سيسافر, لكنه | سيسافر, يصل الوزير غدا قبل أن | ينتقل إلى تونس, الوزير، الذي | وصل.
    """
    kinds, before = clauses.tokens.kinds, hit.place - 1
    never = small_word(clauses.tokens.keys[before]) == "never"
    before -= never
    if kinds[before] & THAT or clauses.tokens.keys[before] in BUT_HE:
        return never or hit.form.tense == "future" or clauses.tokens.keys[before - 1 : before] == [BEFORE]
    if not kinds[before] & RELATIVE:
        return False
    at = before - 1 - bool(kinds[before - 1] & PUNCTUATION)
    return at >= 0 and bool(kinds[at] & (NAME | FAMILY | ROLE))


def has_in(clauses: Clauses, hit: Hit, clause: Range) -> bool:
    """Whether somebody is about in a place: تجول الوزير | في المدينة."""
    keys = clauses.tokens.keys
    return comes(clauses, hit, clause) and any(
        keys[at] in (IN, UPON) for at in range(hit.place + 1, min(clause[1], hit.place + NEAR))
    )


def tours(clauses: Clauses, hit: Hit, clause: Range) -> bool:
    """Whether an officer or a body looks at something: تفقد المحافظ | الميناء, المحافظ سيتفقد | الميناء; not تفقد المدينة ماءها."""
    first, after = next(iter(behind(clauses, hit, clause)), None), hit.place + 1
    beside = first is not None and first.lead == "" and first.phrase.first == after
    return (beside or (after < clause[1] and is_venue(clauses.tokens, after))) and comes(clauses, hit, clause)


def opens(clauses: Clauses, hit: Hit, clause: Range) -> bool:
    """Whether somebody by name or office opens a house, or what stands in one, and it is told where: دشن الوزير | محطة في تونس,
    افتتحت الوزيرة | قسما في المستشفى; not افتتح معرض الزهور.
    """
    tokens, who = clauses.tokens, officer_of(clauses, hit, clause)
    if who is None:
        return False
    first, stop = max(who.stop, hit.place + 1), min(clause[1], hit.place + NEAR)
    at = next((at for at in range(first, stop) if may_be_opened(tokens, at)), None)
    if at is None or not names().isdisjoint(tokens.keys[first:at]):
        return False
    return is_told_where(clauses, hit.place + 2, stop)


def officer_of(clauses: Clauses, hit: Hit, clause: Range) -> Phrase | None:
    """The person or officer who is the subject of a verb, right before it or behind it."""
    ahead = before(clauses, hit)
    who = ahead if ahead and ahead.stop == hit.place else comer(clauses, hit, clause)
    return who if who and (who.named or clauses.tokens.kinds[who.first] & (ROLE | TITLE)) else None


def is_told_where(clauses: Clauses, first: int, stop: int, leads: tuple[str, ...] = (IN, BY)) -> bool:
    """Whether a preposition leads to a house or a town between two places."""
    tokens = clauses.tokens
    led = [at for at in range(first, stop) if tokens.keys[at - 1] in leads]
    return any(is_venue(tokens, at) or is_place(tokens, at) or bare_key(tokens.keys[at]) in keys_by(OPENED) for at in led)


def looks_at(clauses: Clauses, hit: Hit, clause: Range) -> bool:
    """Whether an officer looks at how work goes on, and it is told where: اطلع الوزير | على سير العمل في المستشفى."""
    keys = clauses.tokens.keys
    works = next(
        (at for at in range(hit.place + 2, clause[1]) if keys[at - 1] == UPON and bare_key(keys[at]) in keys_by(WORKS)), None
    )
    told = works is not None and is_told_where(clauses, works + 1, min(clause[1], works + NEAR))
    return told and officer_of(clauses, hit, clause) is not None


def feasts(clauses: Clauses, hit: Hit, clause: Range) -> bool:
    """Whether a body has a feast to which somebody came: احتفلت | البلدية أمس بالعيد بحضور الوزير; not احتفلت تونس بالعيد."""
    first = next(iter(behind(clauses, hit, clause)), None)
    body = first is not None and not first.lead and bool(clauses.tokens.kinds[first.phrase.first] & BODY)
    return body and is_attended(clauses, hit, clause)


def lays_stone(clauses: Clauses, hit: Hit, clause: Range) -> bool:
    """Whether an officer lays the first stone of a house, and it is told where: وضع الوزير | حجر الأساس لمدرسة في تونس."""
    keys, stop = clauses.tokens.keys, min(clause[1], hit.place + NEAR)
    stone = next((at for at in range(hit.place + 1, stop - 1) if tuple(keys[at : at + 2]) == FIRST_STONE), None)
    if stone is None or not is_told_where(clauses, stone + 2, min(clause[1], stone + NEAR)):
        return False
    return officer_of(clauses, hit, clause) is not None


def may_be_opened(tokens: Tokens, at: int) -> bool:
    """Whether a house, or what stands in one, is at `at`, and no preposition nor another house leads to it."""
    if tokens.kinds[at - 1] & (PREPOSITION | PREFIX) or is_venue(tokens, at - 1) or tokens.keys[at] in names():
        return False
    return is_venue(tokens, at) or bare_key(tokens.keys[at]) in keys_by(OPENED)


def has_by(clauses: Clauses, hit: Hit, clause: Range) -> bool:
    """Whether ب leads to somebody, or to one told before: اتصل الوزير | بالسفير, اتصل | به الوزير."""
    keys, kinds, after = clauses.tokens.keys, clauses.tokens.kinds, hit.place + 1
    if hit.form.tense == "imperfect" and not has_day(clauses, hit, clause):
        return False  # فيما يتصل بالميناء
    told_before = after < clause[1] and keys[after].startswith(BY) and kinds[after] & SATED
    if (told_before and hit.form.tense == "perfect") or any(
        is_led_name(clauses, at) for at in range(after, min(clause[1], after + NEAR))
    ):
        return True
    return any(
        side.lead == BY or (side.phrase.named and keys[side.phrase.first].startswith(BY) and side.phrase.first == hit.place + 1)
        for side in behind(clauses, hit, clause)
    )


def is_led_name(clauses: Clauses, place: int) -> bool:
    """Whether a given name is written as one word with ب before a name of the family: اتصل الوزير | بنزار العلي."""
    key, kinds = clauses.tokens.keys[place], clauses.tokens.kinds
    given = key.startswith(BY) and not kinds[place] & ~ODD and word_classes().get(key[len(BY) :], 0) & NAME
    return bool(given) and place + 1 < len(kinds) and bool(kinds[place + 1] & (FAMILY | NAME) or kinds[place + 1] == 0)


NEEDS: dict[str, Test] = {
    "subject": has_subject,
    "party": has_party,
    "met": is_met,
    "gather": is_gathering,
    "with": has_with,
    "talks": talks,
    "phoned": phoned,
    "object": has_object,
    "goal": has_goal,
    "heads": heads,
    "leaves": leaves,
    "visits": is_on_visit,
    "lands": lands,
    "stays": stays,
    "guests": has_guests,
    "takes": takes_in,
    "returns": returns,
    "moves": moves,
    "sent": is_sent,
    "sits": sits,
    "debate": debates,
    "in": has_in,
    "tour": tours,
    "opens": opens,
    "works": looks_at,
    "stone": lays_stone,
    "feast": feasts,
    "by": has_by,
    "paper": has_paper,
    "agreed": is_agreed,
    "written": is_written_to,
    "reached": reaches,
    "ballot": casts_ballot,
    "elects": elects,
    "chooses": chooses,
    "contests": contests,
    "stands": stands,
    "assembly": decides,
    "law": passes_law,
    "majority": has_majority,
    "wins": wins,
    "gets": gets,
    "trust": gives_trust,
    "abstains": abstains,
    "convened": convened,
    "hearing": hears,
    "crowd": is_crowd,
    "street": is_in_street,
    "cause": has_cause,
}
