"""Whether و or a comma joins another party, or goes on with one: رئيس البلدية | ومدير الميناء، ممثلو الوزارات والهيئات."""

from __future__ import annotations

from qawl.arabic.frames.indefinite import HEADS, are_joined_others
from qawl.arabic.frames.marked import is_another_in_marks
from qawl.arabic.frames.party_ends import is_apposed
from qawl.arabic.frames.several import are_theirs
from qawl.arabic.heads import is_accusative, is_event, known_head
from qawl.arabic.letters import DELEGATIONS, MINISTRY, OF, PLURALS, REPRESENTS, STATES, TA_MARBUTA, bare_key
from qawl.arabic.lexicon import (
    BODY,
    COMMA,
    COUNTRY,
    DEFINITE,
    NAME,
    NATION,
    OFFICE,
    OPENS,
    PEOPLE,
    PLACES,
    PORTFOLIO,
    PREFIX,
    ROLE,
    STOP,
    TITLE,
    VAGUE,
)
from qawl.arabic.names.first import can_begin
from qawl.arabic.names.joiners import is_and, opens_compound
from qawl.arabic.people.duals import is_before_owner
from qawl.arabic.phrases.entities import read_phrase
from qawl.arabic.phrases.leads import read_lead
from qawl.arabic.phrases.phrase import Phrase
from qawl.arabic.tokens import Tokens


def is_anothers(tokens: Tokens, place: int, limit: int) -> bool:
    """Whether the office at `place`, behind a comma or not, is that of another one named behind it: فلان، | مدير الميناء فلان."""
    start = place + bool(tokens.kinds[place] & COMMA)
    if start > place and start + 1 < limit and are_named(tokens, start):
        return True
    following = read_phrase(tokens, start, limit) if start < limit else None
    if following is None or not following.named or following.name[0] == start:
        return False
    if any(is_and(tokens, at) for at in range(start, following.name[0])):
        return False
    end = following.stop
    return end >= limit or bool(tokens.kinds[end] & (COMMA | STOP)) or is_and(tokens, end) or start == place


def are_named(tokens: Tokens, place: int) -> bool:
    """Whether the office of several stands at `place` right before a name: | النواب سالم الكندي ونزار العلي."""
    several = tokens.kinds[place] & DEFINITE and known_head(bare_key(tokens.keys[place])) == "group"
    return bool(several and tokens.kinds[place + 1] & NAME)


def is_second_office(tokens: Tokens, phrase: Phrase, place: int) -> bool:
    """Whether و joins a second office of whoever is named before, and not another one: فلان رئيس المجلس | ووزير النقل، فلان."""
    if not phrase.named or phrase.name[1] >= place or not is_apposed(tokens, phrase.name[1]):
        return False
    comma = next((at for at in range(place + 2, phrase.stop) if tokens.kinds[at] & COMMA), None)
    office = tokens.kinds[place + 1] & ROLE and not tokens.kinds[place + 1] & DEFINITE
    return bool(office) and comma is not None and is_anothers(tokens, comma, phrase.stop)


def stands_for(key: str) -> bool:
    """Whether somebody stands for another: ممثلون، مندوب، الوفد."""
    return bare_key(key).startswith(REPRESENTS)


def parts(tokens: Tokens, phrase: Phrase, place: int) -> bool:
    """Whether و at `place` joins another party, and no second word of what the first is of.

    رئيس البلدية | ومدير الميناء، أعضاء اللجنة | وممثلي الوزارة; not ممثلو الوزارات والهيئات، وزراء خارجية تونس والجزائر,
    nor two offices of one person: إمام وخطيب المسجد.
    """
    if not is_and(tokens, place) or is_second_office(tokens, phrase, place) or is_second_of_two(tokens, phrase.first, place):
        return False
    kinds, first, after = tokens.kinds, head_of(phrase), place + 1
    if kinds[after] & OPENS and phrase.type in ("organisation", "country", "group"):
        return is_another_in_marks(tokens, first, after)
    noun = read_lead(tokens, first, place).noun
    people = kinds[after] & (ROLE | PEOPLE) or known_head(tokens.keys[after]) == "group"
    if people and (goes_on_bare(tokens, noun, place) if place > noun + 1 else not (kinds[noun] | kinds[after]) & DEFINITE):
        return False
    called = kinds[first] & BODY and any(kinds[at] & NAME for at in range(first, place))
    if is_before_owner(tokens, after) or (are_theirs(tokens, after) and not called):
        return True
    if kinds[after] & PLACES and not kinds[after] & (OFFICE | PEOPLE):
        return parts_land(tokens, first, place)
    return begins_party(tokens, phrase, place)


def is_second_of_two(tokens: Tokens, first: int, place: int) -> bool:
    """Whether و at `place` joins the second of two that a dual announces: أعضاء مجلسي النواب | والشيوخ."""
    return place > first + 2 and is_before_owner(tokens, place - 2) and bool(tokens.kinds[place + 1] & DEFINITE)


def head_of(phrase: Phrase) -> int:
    """The first word of a party that tells what it is: of one by name its first at all."""
    return phrase.first if phrase.named else phrase.name[0]


def parts_land(tokens: Tokens, first: int, place: int) -> bool:
    """Whether و at `place` joins a land to another one, or to what is definite: تونس | والجزائر; not وزير خارجية تونس والجزائر.

    A land by its name is none of the lands of a region: دول الخليج | ومصر.
    """
    kinds = tokens.kinds
    if tokens.keys[first] in STATES and kinds[place + 1] & COUNTRY:
        return True
    definite = all(kinds[at] & DEFINITE for at in range(first, place))
    return bool(kinds[first] & PLACES or definite) and not kinds[first] & (ROLE | PEOPLE)


def begins_party(tokens: Tokens, phrase: Phrase, place: int) -> bool:
    """Whether the word behind و at `place`, which names no land, begins another party."""
    kinds, first, after = tokens.kinds, head_of(phrase), place + 1
    head, kind = kinds[first], kinds[after]
    named = kind & NAME and not kind & DEFINITE and can_begin(tokens, after, True)
    if named or (opens_compound(tokens, after) and not kind & OFFICE):
        return True
    if is_done_next(tokens, first, after):
        return True
    if kind & NATION and tokens.keys[after].endswith(PLURALS) and not (kind & DEFINITE or kinds[place - 1] & NATION):
        return True
    if not kind & HEADS and not is_accusative(tokens, after) and not known_head(tokens.keys[after]):
        return False
    if kind & NATION and kind & DEFINITE and not kind & OFFICE:
        return False
    if kind & DEFINITE and head & ROLE and bare_key(tokens.keys[after]) in DELEGATIONS:
        return True
    if are_many(tokens, after) and is_of_several(tokens, phrase, place):
        return are_joined_others(tokens, place)
    if stands_for(tokens.keys[first]) and is_bare_several(tokens, place - 1) and is_bare_several(tokens, after):
        return False
    if are_definite_others(tokens, first, place):
        return True
    if kind & DEFINITE and not kind & TITLE:
        return (phrase.named and place == phrase.name[1]) or goes_on_alone(tokens, first, place)
    return True


def are_definite_others(tokens: Tokens, first: int, place: int) -> bool:
    """Whether و joins people with the article who are others than those of a body, or show it by their ending.

    أعضاء هيئة التدريس | والطلبة، أولياء أمور الطلاب | والمعلمون; not أسر الشهداء والجرحى، ممثلو الجمعيات والطلبة.
    """
    kinds, after = tokens.kinds, place + 1
    if kinds[first] & DEFINITE or not kinds[after] & DEFINITE or known_head(bare_key(tokens.keys[first])) != "group":
        return False
    if tokens.keys[after].endswith(PLURALS[0]) and known_head(bare_key(tokens.keys[after])) == "group":
        return True
    people = kinds[after] & PEOPLE and not kinds[after] & (BODY | OFFICE | NATION)
    inner = any(kinds[at] & (PEOPLE | ROLE) or are_many(tokens, at) for at in range(first + 1, place))
    return bool(people) and place > first + 1 and not inner and not stands_for(tokens.keys[first])


def goes_on_bare(tokens: Tokens, noun: int, place: int) -> bool:
    """Whether و at `place` joins one more of several that have one owner: رؤساء وقادة | وزعماء الدول."""
    joined = all(is_and(tokens, at) for at in range(noun + 1, place, 2))
    bare = not any(tokens.kinds[at] & DEFINITE for at in range(noun, place + 2, 2))
    return joined and bare and (place - noun) % 2 == 1 and bool(tokens.kinds[place + 2] & DEFINITE)


def is_done_next(tokens: Tokens, first: int, place: int) -> bool:
    """Whether what is done besides stands behind people and و: لقاء السكان | وتقديم التهنئة."""
    bare = not tokens.kinds[place] & DEFINITE and is_event(tokens, place)
    return bare and are_many(tokens, first) and bool(tokens.kinds[first] & DEFINITE)


def is_of_several(tokens: Tokens, phrase: Phrase, place: int) -> bool:
    """Whether و at `place` goes on with of whom some are told, who stand side by side: عدد من الخبراء | والباحثين.

    So it does with what more they are of: عدد من عمداء الكليات | ومدراء الأقسام.
    """
    noun = next((at + 1 for at in range(place - 1, phrase.first, -1) if tokens.keys[at] == OF), place)
    counted = (
        noun < place
        and are_many(tokens, noun)
        and all(tokens.kinds[at] & DEFINITE or is_and(tokens, at) or are_many(tokens, at) for at in range(noun + 1, place))
    )
    definite = bool(tokens.kinds[noun] & tokens.kinds[place + 1] & DEFINITE)
    return counted and (definite or is_of_others(tokens, place + 1))


def is_of_others(tokens: Tokens, place: int) -> bool:
    """Whether people without article and with whom or what they are of stand at `place`: مدراء | الأقسام; not نواب سابقين."""
    kinds, after = tokens.kinds, place + 1
    while after + 1 < len(tokens) and is_and(tokens, after) and are_many(tokens, after + 1):
        after += 2
    return not kinds[place] & DEFINITE and bool(kinds[after] & DEFINITE)


def are_many(tokens: Tokens, place: int) -> bool:
    """Whether people or officers in the plural stand at `place`: السكان، الباحثين."""
    kind, key = tokens.kinds[place], tokens.keys[place]
    return bool(kind & PEOPLE or (kind & OFFICE and (key.endswith(PLURALS) or known_head(bare_key(key)) == "group")))


def is_bare_several(tokens: Tokens, place: int) -> bool:
    """Whether several bodies or people without article stand at `place`: ممثلي | شركات و| مؤسسات تعليم."""
    return not tokens.kinds[place] & DEFINITE and known_head(tokens.keys[place]) == "group"


def goes_on_alone(tokens: Tokens, first: int, place: int) -> bool:
    """Whether a definite head behind و is a party beside a definite one, as no construct is: الحكومة | والمعارضة.

    The second word of a construct is of the same kind as the one before it: أعضاء مجلسي النواب والشيوخ.
    """
    kinds, after = tokens.kinds, place + 1
    if kinds[first] & DEFINITE or kinds[first] & PLACES:
        return True
    officer = kinds[after] & ROLE and not kinds[after] & (BODY | PEOPLE)
    return is_next_body(tokens, first, place) or (bool(officer) and bool(kinds[after + 1] & (DEFINITE | PREFIX | NAME)))


def is_next_body(tokens: Tokens, first: int, place: int) -> bool:
    """Whether و joins a body, which is no ministry, to a definite one: كلية الهندسة | والنادي الثقافي، شركة الموج | والبرلمان.

    What any body may be called takes an adjective that agrees; fields and plurals only go on: وكالة الصحة والبيئة.
    """
    kinds, after = tokens.kinds, place + 1
    inner = any(kind & BODY and not kind & PORTFOLIO for kind in kinds[first + 1 : place])
    if after + 1 >= len(tokens) or tokens.keys[first] == MINISTRY or inner:
        return False
    one = kinds[first] & BODY and kinds[after] & BODY and not (kinds[first] | kinds[after]) & (ROLE | PEOPLE)
    several = known_head(bare_key(tokens.keys[after])) == "group"
    feminine = several or tokens.keys[after].endswith(TA_MARBUTA)
    told = kinds[after + 1] & DEFINITE and feminine == tokens.keys[after + 1].endswith(TA_MARBUTA)
    return bool(one and (told or not (several or kinds[after] & (VAGUE | PORTFOLIO))))
