"""Verbs of coming to a place and of leaving for one: وصل الوزير | إلى تونس، غادر الوزير | إلى تونس، حل الوفد ضيفا | على البلدية."""

from __future__ import annotations

from qawl.arabic.agenda.extents import Clauses
from qawl.arabic.agenda.meant import ONE, meant_by
from qawl.arabic.agenda.parts import ATTENDS
from qawl.arabic.agenda.places import is_land, is_place, is_venue
from qawl.arabic.agenda.sides import NEAR, Side, before, behind, has_day
from qawl.arabic.agenda.tenses import small_word
from qawl.arabic.agenda.words import OPENED, PANEL, SETTLES, TABLE, Hit, is_office_of_power, keys_by
from qawl.arabic.findings import Range
from qawl.arabic.forms import NONE, forms
from qawl.arabic.letters import ALEF, BEFORE, BUT_HE, BY, DURING, GOALS, IN, TA_MARBUTA, THAT_SHE, THEY_ARE, TO, UPON, bare_key
from qawl.arabic.lexicon import (
    BODY,
    COMMA,
    FAMILY,
    NAME,
    NUMBER,
    PREFIX,
    PREPOSITION,
    PUNCTUATION,
    RELATIVE,
    ROLE,
    THAT,
    TITLE,
    word_classes,
)
from qawl.arabic.phrases.phrase import Phrase
from qawl.arabic.tokens import Tokens

# So far behind its verb the place may stand to which somebody comes.
FAR = 40
# So near before a relative stands the delegation whose it is.
DELEGATION = 5
# So near behind إلى stands the name of a place: إلى العاصمة الأردنية عمان.
NAMED = 3
# Who comes or is sent.
SENT = ROLE | TITLE | BODY
# What leads to where somebody comes: إلى تونس، لتونس، على تونس.
REACHED = (*GOALS, UPON)


def has_goal(clauses: Clauses, hit: Hit, clause: Range) -> bool:
    """Whether somebody comes to a place: وصل الوزير | إلى تونس, يصل | تونس, وصل الوفد | للبلاد."""
    tokens = clauses.tokens
    goals = (
        at
        for at in range(hit.place + 1, min(clause[1], hit.place + FAR))
        if (
            is_place(tokens, at)
            and not is_office_of_power(tokens, at)
            and (is_beside(tokens, hit, at) or any(key in REACHED for key in tokens.keys[max(0, at - NAMED) : at]))
        )
        or ((tokens.keys[at - 1] in REACHED or is_beside(tokens, hit, at)) and is_land(tokens, at))
    )
    beside = has_goal_beside(clauses, hit, clause) or is_reached(clauses, hit) or is_to_house(clauses, hit, clause)
    sent = hit.form.row["object"] == ATTENDS  # أرسلت كندا | وفدا إلى تونس
    return (any(True for _ in goals) or beside) and (sent or comes(clauses, hit, clause))


def is_to_house(clauses: Clauses, hit: Hit, clause: Range) -> bool:
    """Whether somebody comes to a house of which it is told where it is: وصل الوزير إلى فندق | في تونس."""
    tokens = clauses.tokens
    near = range(hit.place + 2, min(clause[1], hit.place + NEAR))
    house = next((at for at in near if tokens.keys[at - 1] == TO and is_venue(tokens, at)), None)
    led = range(house + 2, min(clause[1], house + NEAR)) if house is not None else ()
    return any(tokens.keys[at - 1] == IN and is_place(tokens, at) for at in led)


def is_beside(tokens: Tokens, hit: Hit, at: int) -> bool:
    """Whether the place at `at` stands right behind the verb, and does not come anywhere itself: وصلت | تونس إلى مرتبة كذا; nor is
    left: يغادر | تونس.
    """
    return at == hit.place + 1 and tokens.keys[at + 1 : at + 2] != [TO] and "leaves" not in hit.needs


def is_reached(clauses: Clauses, hit: Hit) -> bool:
    """Whether a house or a town stands right behind a verb of coming whose subject has a name: سالم الكندي وصل | مطار صور."""
    at = hit.place + 1
    if "goal" not in hit.needs or at >= len(clauses.tokens) or not is_venue(clauses.tokens, at):
        return False
    who = before(clauses, hit)
    return who is not None and who.named


def has_goal_beside(clauses: Clauses, hit: Hit, clause: Range) -> bool:
    """Whether a place stands right behind who comes, or behind the day: وصل الوزير سالم الكندي أمس | مطار صور, وصل الوزير، سالم
    الكندي، أمس، | صور; nobody leaves so.
    """
    first = next(iter(behind(clauses, hit, clause)), None)
    if "goal" not in hit.needs or first is None or first.lead or not first.phrase.named:
        return False
    at = first.phrase.name[1]
    day = at + bool(clauses.tokens.kinds[at] & COMMA)
    behind_day = clauses.scene.behind_day(day)
    at = behind_day + bool(clauses.tokens.kinds[behind_day] & COMMA) if behind_day > day else at
    return at < clause[1] and (is_place(clauses.tokens, at) or is_venue(clauses.tokens, at))


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
    told = forms(TABLE).get(clauses.tokens.keys[place])
    return any(form.row["type"] == "visit" and form.tense == "noun" for form in told)


def returns(clauses: Clauses, hit: Hit, clause: Range) -> bool:
    """Whether somebody is to come to a place again on a day: يعود الكاتب | إلى مكناس في 16 فبراير; not عاد الوزير إلى تونس."""
    if hit.form.tense not in ("imperfect", "future") or not has_day(clauses, hit, clause):
        return False
    who, tokens = comer(clauses, hit, clause), clauses.tokens
    goals = range(hit.place + 2, min(clause[1], hit.place + FAR))
    if small_word(tokens.keys[hit.place - 1]) == "never" and is_of_somebody(clauses, hit):
        return True  # whoever will not come on a day was to be there: أبلغ البلدية بأنه لن | يأتي غدا
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


def lands(clauses: Clauses, hit: Hit, clause: Range) -> bool:
    """Whether somebody comes to a place behind ب, في or على: حل الوزير | بولاية صور, حل الوفد ضيفا | على تونس."""
    tokens = clauses.tokens
    visits = any(tokens.keys[at - 1] == IN and is_visit(clauses, at) for at in range(hit.place + 2, clause[1]))
    near = range(hit.place + 2, min(clause[1], hit.place + (FAR if visits else NEAR)))
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


def comes(clauses: Clauses, hit: Hit, clause: Range) -> bool:
    """Whether a person, officer, body or delegation is the subject, and no crowd or thing."""
    if is_ours(hit):
        return True
    parties = [side for side in behind(clauses, hit, clause) if not takes_up(clauses, side.phrase.first)]
    goes_first = bool(parties) and (is_led_to(clauses, parties[0]) or is_goal_of(clauses, hit, parties[0]))
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


def is_led_to(clauses: Clauses, side: Side) -> bool:
    """Whether a party is the place to which somebody comes, before who comes: وصل إلى | تونس الوزير, يحل ب| تونس غدا الوزير."""
    return side.lead == TO or (side.lead in (BY, IN) and is_place(clauses.tokens, side.phrase.first))


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
    at += bool(tokens.kinds[at] & PUNCTUATION)
    at = clauses.scene.behind_day(at)
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
    return at >= 0 and (bool(kinds[at] & (NAME | FAMILY | ROLE)) or is_delegation_of(clauses.tokens, before))


def is_delegation_of(tokens: Tokens, relative: int) -> bool:
    """Whether a delegation with what tells whose it is stands before a relative: بعثة وزير الداخلية | التي وصلت إلى صور."""
    feminine = tokens.keys[relative] == THAT_SHE
    near = range(max(0, relative - DELEGATION), relative)
    heads = (at for at in near if bare_key(tokens.keys[at]) in keys_by(PANEL))
    return any(tokens.keys[at].endswith(TA_MARBUTA) == feminine for at in heads)


def has_in(clauses: Clauses, hit: Hit, clause: Range) -> bool:
    """Whether somebody is about in a place: تجول الوزير | في المدينة, طاف الوزير | بأقسام المستشفى."""
    tokens, near = clauses.tokens, range(hit.place + 2, min(clause[1], hit.place + NEAR))
    about = any(
        tokens.keys[at - 1] in (IN, UPON) or (tokens.keys[at - 1] == BY and (is_venue(tokens, at) or is_stand(tokens, at)))
        for at in near
    )
    return about and comes(clauses, hit, clause)


def is_stand(tokens: Tokens, at: int) -> bool:
    """Whether what stands in a house is at `at`: أجنحة المعرض."""
    return bare_key(tokens.keys[at]) in keys_by(OPENED)
