"""Where noun phrases end: at a verb, a mark, a time, a preposition that does not bind, or a new noun.

أعلن وزير النقل | أمس، طبيب | اتصلت به الوكالة، رئيس الحزب | في بيان.
"""

from __future__ import annotations

from qawl.arabic.documents import tells_issuer, tells_of_document
from qawl.arabic.heads import is_proper_body, is_somebodys, known_head
from qawl.arabic.kept import kept
from qawl.arabic.letters import (
    ABOUT,
    ADDRESSING,
    BY,
    FEMININE_PLURAL,
    HIS,
    HOUSE,
    JOINS_FREELY,
    OF,
    OPEN_TA,
    OR,
    TA_MARBUTA,
    WITH_OTHERS,
    YA,
)
from qawl.arabic.lexicon import (
    ACT,
    ANY_NAME,
    APPOSED,
    ATTENTION,
    BODY,
    CITY,
    CONJUNCTION,
    COUNTRY,
    DEFINITE,
    DOCUMENT,
    DOUBTFUL,
    EVENT,
    FUNCTION,
    KAN,
    LATIN,
    MAKES_DEFINITE,
    MEDIA,
    NAME,
    NAME_UNIT,
    NATION,
    NUMBER,
    OBJECT,
    OFFICE,
    OUTRIGHT,
    PEOPLE,
    PLACES,
    POINTS,
    PREFIX,
    PREPOSED,
    PREPOSITION,
    PUNCTUATION,
    RANK,
    RENOWNED,
    ROLE,
    SATED,
    SAYING,
    SPAN,
    SPEECH,
    STANDS_FOR,
    TIME,
    TITLE,
    VERB_ALONE,
    WITHHOLD,
    readings,
)
from qawl.arabic.names.first import (
    can_begin,
    is_before_family,
    is_before_renowned,
    is_before_unknown,
    is_strange_behind_office,
    is_titled_first,
)
from qawl.arabic.names.goals import is_goal
from qawl.arabic.names.joiners import NAMELY, is_and, is_before_joining, is_relative, opens_compound
from qawl.arabic.names.reach import is_addressed, name_end
from qawl.arabic.names.units import connectors, seldom_names
from qawl.arabic.ordinary import is_usual_noun, is_verb, may_act
from qawl.arabic.phrases.adjuncts import (
    begins_adjunct,
    binds,
    is_asked_for,
    is_taken,
    is_undergone,
    tells_manner,
    tells_of_office,
    tells_time,
)
from qawl.arabic.phrases.hearers import is_called_for, is_for_meeting, is_purpose, is_purpose_of, is_told, leads_to_whom
from qawl.arabic.phrases.marked import opens_title, title_close
from qawl.arabic.phrases.objects import (
    are_others,
    is_behind_body,
    is_behind_national,
    is_behind_own_name,
    is_behind_several,
    is_behind_whole_plural,
    is_event,
    is_object,
    is_object_of_several,
    is_of_subject,
    is_other_land,
    is_other_noun,
    is_person_behind_body,
    is_shared,
    is_unlike,
)
from qawl.arabic.tokens import Tokens

GOES_ON = ANY_NAME | PREPOSED | OFFICE | PLACES | DEFINITE | BODY | NATION
# What no indefinite word tells more of.
OWN = DEFINITE | COUNTRY | LATIN
# What the proper name of a body may be made of: شركة نور، جامعة الملك سعود، بلدية طرابلس.
PROPER = NAMELY | TITLE | CITY | COUNTRY | LATIN
# What a body is for stands behind so many words of an office: رئيس الهيئة ل|حماية.
LEAST_BODY = 3
# A feminine perfect that is told by its stem has more letters than this.
LONG_VERB = 4


def phrase_end(tokens: Tokens, first: int, limit: int) -> int:
    """Where the noun phrase that begins at `first` ends: at a verb, a mark, a time, or an indefinite word after a definite one."""
    definite = False
    place = head = first
    while place < limit:
        if withholds(tokens, first, place, limit):
            break
        if name_inside(tokens, place, first):
            if is_behind_body(tokens, first, place) or is_behind_whole_plural(tokens, first, place):
                break
            place, definite = name_end(tokens, place, limit), False
            if leads_to_whom(tokens, place, limit) and not is_purpose_of(tokens, first, place + 1, limit):
                break
            if place < limit and is_object(tokens, first, place):
                break
            head = place if place < limit and is_office(tokens, place) else head
        elif opens_title(tokens, place) and (close := title_close(tokens, head, place, limit)):
            place, definite = close + 1, True
        elif ends_phrase(tokens, head, place, limit) or (definite and not goes_on_definite(tokens, head, place)):
            break
        else:
            own = bool(tokens.kinds[place] & OWN) or is_proper_body(tokens, place)
            own = own or (place == first and (tokens.is_owned(place) or is_town(tokens, place)))
            definite = own or (definite and not begins_anew(tokens, place) and not opens_construct(tokens, place))
            place += 1
    return before_loose(tokens, first, place)


def is_town(tokens: Tokens, place: int) -> bool:
    """Whether a town stands for its government and is no name or body: أكدت صنعاء | اعتقال."""
    return bool(tokens.kinds[place] & CITY) and not tokens.kinds[place] & ~(CITY | DOUBTFUL)


def before_loose(tokens: Tokens, first: int, stop: int) -> int:
    """Where a phrase ends before the prefixes and prepositions with nothing behind them in it: الوزير | في، الوزير | و."""
    kinds = tokens.kinds
    while stop > first and kinds[stop - 1] & (PREPOSED | CONJUNCTION) and not is_undergone(tokens, stop - 1):
        stop -= 1
    return stop


def is_office(tokens: Tokens, place: int) -> bool:
    """Whether an office stands behind a name, which has its own prepositions: سالم الكندي | المتحدث باسم الوزارة في المدينة."""
    kind = tokens.kinds[place]
    return bool(kind & ROLE) and not kind & SPEECH


def begins_anew(tokens: Tokens, place: int) -> bool:
    """Whether an office begins behind و or a title, a body behind و: المبعوث | ومنسق الشؤون، الشيخ | أمين عام المجلس."""
    kind, joined = tokens.kinds[place], is_and(tokens, place - 1)
    if kind & DEFINITE or tokens.is_owned(place):
        return False
    if kind & ROLE:
        titled = place > 0 and bool(tokens.kinds[place - 1] & TITLE) and not kind & TITLE
        return joined or titled or is_second_office(tokens, place)
    return joined and bool(kind & (BODY | PEOPLE)) and not kind & (PLACES | NAME)


def is_second_office(tokens: Tokens, place: int) -> bool:
    """Whether an office of a body without article stands behind another office: ممثل الوزارة | رئيس قسم تعميم الكتاب."""
    after = tokens.kinds[place + 1]
    return place > 1 and bool(tokens.kinds[place - 1] & DEFINITE and after & BODY) and not after & DEFINITE


def opens_construct(tokens: Tokens, place: int) -> bool:
    """Whether a body without article stands behind a preposition, so that its own noun follows: الوزير في حكومة | تصريف الأعمال.

    Behind ل too: المتحدث الرسمي لشرطة | منطقة الشمال.
    """
    led = tokens.kinds[place - 1] & PREPOSITION or tokens.keys[place - 1] in (*ADDRESSING, BY)
    if tokens.keys[place - 1] == ADDRESSING[0] and is_aim(tokens, place):
        return True
    return bool(led and tokens.kinds[place] & (BODY | PEOPLE)) and not tokens.kinds[place] & DEFINITE


def is_aim(tokens: Tokens, place: int) -> bool:
    """Whether what a body is for stands behind its ل, before what that is done to: رئيس الهيئة الوطنية ل|حماية | حقوق السكان."""
    kind, after = tokens.kinds[place], place + 1
    if kind & (DEFINITE | BODY | OFFICE | PEOPLE | DOCUMENT | FUNCTION) or place < LEAST_BODY:
        return False
    body = any(tokens.kinds[at] & BODY and tokens.kinds[at] & DEFINITE for at in (place - 2, place - 3))
    plain = not tokens.kinds[after] & (DEFINITE | FUNCTION | PUNCTUATION | PREFIX)
    return body and plain and bool(tokens.kinds[after + 1] & DEFINITE)


def name_inside(tokens: Tokens, place: int, first: int) -> bool:
    """Whether a name begins here for certain, so that the phrase goes on to its end."""
    if place > first and tokens.kinds[place - 1] & PREPOSED:
        return False
    joined = place in tokens.joiners or place + 1 in tokens.joiners
    known = tokens.kinds[place] & NAME or (joined and (opens_compound(tokens, place) or is_before_joining(tokens, place)))
    return (bool(known) or (place > first and is_before_surname(tokens, place))) and can_begin(tokens, place, True)


@kept
def is_before_surname(tokens: Tokens, place: int) -> bool:
    """Whether a seldom given name stands before a surname: a strange one, one that the world knows, or any behind an office."""
    kind, after = tokens.kinds[place], tokens.kinds[place + 1] if place + 1 < len(tokens.starts) else PUNCTUATION
    if after & RENOWNED and is_before_renowned(tokens, place):
        return True
    if not (kind | after) & ~NAMELY and is_before_unknown(tokens, place):
        return True
    if tokens.keys[place] in seldom_names() and is_before_family(tokens, place):
        return True
    if place and tokens.kinds[place - 1] & TITLE and is_titled_first(tokens, place):
        return True
    return is_strange_behind_office(tokens, place)


def ends_phrase(tokens: Tokens, first: int, place: int, limit: int) -> bool:
    """Whether the word at `place` ends any noun phrase: a mark, a time, a verb, a particle, a preposition that does not bind."""
    kind = tokens.kinds[place]
    if kind & SATED and place > first and is_undergone(tokens, place):
        return False
    if kind & APPOSED and place > first and tells_age(tokens, place):
        return True
    if kind & (ACT | KAN | PUNCTUATION | OUTRIGHT) or (kind & (TIME | SPAN) and tells_time(tokens, first, place, limit)):
        return True
    if goes_on_to_say(tokens, first, place) or (kind & PREFIX and ends_before_clitic(tokens, first, place, limit)):
        return True
    if kind & PREPOSITION:
        if not binds(tokens, place, first, limit) or is_asked(tokens, first, place):
            return True
        own = tokens.keys[place] == ABOUT and tokens.kinds[place - 1] & STANDS_FOR  # جمعية الدفاع | عن الحريات
        return bool(tokens.kinds[first] & BODY) and not own and is_taken(tokens, first, place)
    if kind & FUNCTION and (place == first or tokens.keys[place] != OR):
        return True
    if is_shared(tokens, first, place) or is_object_of_several(tokens, first, place) or is_of_subject(tokens, first, place):
        return True
    return is_event(tokens, first, place, limit) or is_paper_of_named(tokens, first, place)


def is_paper_of_named(tokens: Tokens, first: int, place: int) -> bool:
    """Whether a paper without article stands behind a body and its proper name, which has none: شركة نور | اتفاقية شراكة مع."""
    kinds = tokens.kinds
    if not kinds[place] & DOCUMENT or (kinds[place] | kinds[min(place + 1, len(tokens.starts) - 1)]) & DEFINITE:
        return False
    name = place
    while name > first and kinds[name - 1] & PROPER and not kinds[name - 1] & (BODY | DOCUMENT):
        name -= 1
    return first < name < place and bool(kinds[name - 1] & BODY)


def is_asked(tokens: Tokens, first: int, place: int) -> bool:
    """Whether من leads from a whole office or body to another: طلب رئيس البلدية | من الوزير كذا، النقابة | من الوزارة كذا."""
    kinds = tokens.kinds
    if tokens.keys[place] != OF or place + 1 >= len(tokens.starts):
        return False
    whole = kinds[first] & OFFICE or kinds[first] & kinds[place - 1] & BODY
    return bool(whole and kinds[place - 1] & DEFINITE and kinds[place + 1] & (OFFICE | BODY))


def tells_age(tokens: Tokens, place: int) -> bool:
    """Whether somebody's age follows a participle: الطفل | البالغ 10 أعوام، اللاعب | البالغ من العمر 20 عاما."""
    number = place + 3 if tokens.keys[place + 1 : place + 2] == [OF] else place + 1
    return bool(tokens.kinds[number] & NUMBER)


def ends_before_clitic(tokens: Tokens, first: int, place: int, limit: int) -> bool:
    """Whether the clitic at `place` ends a phrase: و before an adjunct, ب that tells how, ل before whoever was told or is met."""
    key = tokens.keys[place]
    if key == JOINS_FREELY:
        return begins_adjunct(tokens, first, place, limit) or begins_clause(tokens, place) or begins_another(tokens, place, limit)
    if key == BY:
        return tells_manner(tokens, place, limit) or is_asked_for(tokens, first, place, limit)
    led = is_called_for(tokens, first, place) or is_for_meeting(tokens, first, place, limit) or tells_why(tokens, first, place)
    return led or is_told(tokens, first, place, limit)


def begins_clause(tokens: Tokens, place: int) -> bool:
    """Whether و leads from a whole noun to a verb with its preposition or object: عضو المكتب | وغاب عنه، رئيس اللجنة | وحضره."""
    verb = place + 1
    if verb + 1 >= len(tokens.starts) or not tokens.kinds[place - 1] & MAKES_DEFINITE or tokens.kinds[verb] & ~VERB_ALONE:
        return False
    key = tokens.keys[verb]
    if tokens.is_owned(verb) or tokens.text[tokens.ends[verb] - 1] == HIS:
        return is_verb(key[:-1]) and not is_usual_noun(key[:-1])
    return bool(tokens.kinds[verb + 1] & SATED) and may_act(key)


def begins_another(tokens: Tokens, place: int, limit: int) -> bool:
    """Whether و leads to who is named by what he is of whom stands before: الرئيس العلي | وزوجته سلمى، المدير | ونائبيه سالم."""
    after, name = place + 1, place + 2
    kind = tokens.kinds[name] if name < limit else PUNCTUATION
    if not (kind & TITLE and kind & DEFINITE) and (not kind & NAME_UNIT or kind & (DEFINITE | ROLE)):
        return tokens.keys[after] in WITH_OTHERS
    if is_relative(tokens, after) and not tokens.kinds[after] & NAME:
        return True
    two = tokens.keys[after].removesuffix(YA + TA_MARBUTA)
    return is_somebodys(tokens, after) or (two != tokens.keys[after] and known_head(two) == "unnamed")


def tells_why(tokens: Tokens, first: int, place: int) -> bool:
    """Whether ل leads from a whole noun to reasons or to what somebody is told: المدير | لأسباب صحية، السفير | لإبلاغه كذا."""
    after = place + 1
    if after >= len(tokens.starts) or tokens.keys[place] != ADDRESSING[0] or not tokens.kinds[place - 1] & (DEFINITE | NAME | CITY):
        return False
    reasons = tokens.kinds[after] & POINTS and not tokens.kinds[after] & DEFINITE
    deed = any(reading.tense == "noun" and reading.owner for reading in readings(tokens.keys[after]))
    return place > first and bool(reasons or deed)


def goes_on_to_say(tokens: Tokens, first: int, place: int) -> bool:
    """Whether a verb of the clause or a noun of saying stands here: دراسة | أجريت، الوزير | القول; not تقرير نشرته المنظمة."""
    kind = tokens.kinds[place]
    if tokens.kinds[first] & DOCUMENT and tells_of_document(tokens, first, place):
        return True
    if place == first + 1 and (is_addressed(tokens, first, place) or tells_of_head(tokens, first, place)):
        return True
    if kind & (SAYING | ATTENTION) and kind & DEFINITE and place > first:
        return True
    return bool(kind & SPEECH) and not is_noun_here(tokens, place, first) and not tells_issuer(tokens, first, place)


def tells_of_head(tokens: Tokens, first: int, place: int) -> bool:
    """Whether a feminine perfect of a known verb stands right behind an indefinite head: طبيب اتصلت به الوكالة."""
    key = tokens.keys[place]
    behind = not tokens.kinds[place] and not tokens.kinds[first] & DEFINITE
    return behind and key.endswith(OPEN_TA) and not key.endswith(FEMININE_PLURAL) and len(key) > LONG_VERB and is_verb(key[:-1])


def is_noun_here(tokens: Tokens, place: int, first: int) -> bool:
    """Whether a form of a verb of saying is a noun at this place: the head of the phrase, a role, a body, or definite."""
    kind = tokens.kinds[place]
    return place == first or bool(kind & (ROLE | BODY | DOCUMENT | DEFINITE | COUNTRY)) or is_purpose(tokens, place)


def withholds(tokens: Tokens, first: int, place: int, limit: int) -> bool:
    """Whether a verb, which may be a name too, tells what the source did not want: مسؤول | رفض ذكر اسمه، | فضل عدم ذكر اسمه."""
    if place == first:
        return False
    kind = tokens.kinds[place]
    refuses = place + 1 < limit and tokens.kinds[place + 1] & OBJECT and not kind & ~NAMELY and not kind & DEFINITE
    return bool(kind & WITHHOLD or refuses)


@kept
def goes_on_definite(tokens: Tokens, first: int, place: int) -> bool:
    """Whether a phrase goes on at `place` behind a definite word; a country there is the verb's object (طالب الوزراء إسبانيا).

    So is what is done, though it may be a name: أكد رئيس النادي | عودة سالم الدوري.
    """
    before, kind = tokens.kinds[place - 1], tokens.kinds[place]
    if kind & EVENT and not before & PREPOSED:
        return False
    if (kind & RANK and before & (TITLE | RANK)) or tells_of_office(tokens, first, place) or is_undergone(tokens, place):
        return True
    if kind & NUMBER and (before & (MEDIA | DOCUMENT) or tokens.keys[place - 1] == HOUSE):
        return True
    if kind & COUNTRY and before & DEFINITE and not kind & NATION and not before & PLACES:
        return False
    if (
        is_goal(tokens, place)
        or is_other_land(tokens, first, place)
        or is_behind_several(tokens, first, place)
        or is_behind_own_name(tokens, first, place)
    ):
        return False
    if (tokens.kinds[first] & BODY and is_other_noun(tokens, place)) or is_unlike(tokens, first, place):
        return False
    if is_behind_national(tokens, first, place) or is_person_behind_body(tokens, first, place) or are_others(tokens, first, place):
        return False
    return bool(tokens.kinds[place] & GOES_ON or tokens.kinds[place - 1] & PREPOSED) or tokens.keys[place] in connectors()
