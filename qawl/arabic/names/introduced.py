"""Surnames that are words of any kind, told by what introduces the one given name before them: الوزير الدكتور سامي | محافظة.

Who is introduced by an office is hardly ever called by his given name alone; princes and clerics are.
"""

from __future__ import annotations

from functools import cache

from qawl.arabic.letters import ALEF, ARTICLE, FEMININE_PLURAL, HIS, IMPERFECT_HEADS, PLURALS, SERVANT, SON, TA_MARBUTA, TO, fold
from qawl.arabic.lexicon import (
    ACCORDING,
    BODY,
    CITY,
    COMMA,
    COUNTRY,
    DEFINITE,
    DOUBTFUL,
    FAMILY,
    FUNCTION,
    NAME,
    NATION,
    NUMBER,
    ODD,
    PEOPLE,
    PREFIX,
    PREPOSITION,
    PUNCTUATION,
    RENOWNED,
    ROLE,
    SPEECH,
    TIME,
    TITLE,
    TURNS_TO,
)
from qawl.arabic.names.given import ENDS_OFFICE, LONGEST_OFFICE
from qawl.arabic.names.joiners import NAMELY, first_unit_end
from qawl.arabic.names.tails import ends_there, has_tanwin, is_office_next
from qawl.arabic.names.units import known_abroad, usual_given_names
from qawl.arabic.ordinary import is_adverb, is_doing, is_feminine_verb, is_known, is_theirs, is_verb
from qawl.arabic.tokens import Tokens
from qawl.arabic.where import by_word
from qawl.tables import table

# What no surname is, whatever introduces the name.
NEVER = FUNCTION | PUNCTUATION | PREFIX | NUMBER | TIME | SPEECH | PREPOSITION | NATION | ROLE | ACCORDING
# What may stand before an office whose holder is no subject with an object behind him.
APART = PUNCTUATION | PREFIX | PREPOSITION | NAME | FAMILY | BODY | DEFINITE | ACCORDING | TURNS_TO
# What leads to an office that is surely no subject.
LEADS = PREFIX | PREPOSITION | COMMA
WHOLE = DEFINITE | COUNTRY | CITY | ROLE


def is_introduced_surname(tokens: Tokens, first: int, place: int) -> bool:
    """Whether any noun behind one given name is the surname of who is introduced in full; a definite one is behind several."""
    if place != first_unit_end(tokens, first):
        return is_house_of_several(tokens, first, place)
    if not is_sure_given(tokens, first):
        return False
    if (
        is_apposed_surname(tokens, first, place)
        or is_between_commas(tokens, first, place)
        or is_foreign_surname(tokens, first, place)
    ):
        return True
    if not may_be_house(tokens, place) or is_called_otherwise(tokens, first, place):
        return False
    return is_told_twice(tokens, first) or is_told_apart(tokens, first)


def is_house_of_several(tokens: Tokens, first: int, place: int) -> bool:
    """Whether a definite noun stands behind several given names of whom no verb tells: عن الجاني سامي حسن | المرح."""
    given = all(kind & NAME and not kind & (DEFINITE | ROLE | TITLE) for kind in tokens.kinds[first:place])
    house = given and tokens.kinds[place] & DEFINITE and not tokens.kinds[place] & ~NAMELY
    if not house or not may_be_house(tokens, place):
        return False
    start = office_start(tokens, first)
    return start == 0 or (start > 0 and bool(tokens.kinds[start - 1] & LEADS))


def is_sure_given(tokens: Tokens, first: int) -> bool:
    """Whether a given name that is no other word stands here: سامي، عبد الكريم."""
    kind, key = tokens.kinds[first], tokens.keys[first]
    if key.startswith(SERVANT) and (key == SERVANT or kind & NAME):
        return True
    return bool(kind & NAME) and not kind & (DEFINITE | DOUBTFUL | COUNTRY | CITY | RENOWNED)


def is_apposed_surname(tokens: Tokens, first: int, place: int) -> bool:
    """Whether any indefinite noun is the surname of who is titled, alone between commas or behind a verb of saying.

    وزير التعليم، الدكتور سامي محافظة، الطالب; قال السيد سامي جبل، المدرب، إن; but not افتتح الدكتور سامي مدرسة، وزار.
    """
    kind, key = tokens.kinds[place], tokens.keys[place]
    if first < 2 or not tokens.kinds[first - 1] & TITLE or not tokens.kinds[first - 2] & (COMMA | SPEECH):
        return False
    if not tokens.kinds[place + 1] & COMMA:
        return False
    return not (kind & (DEFINITE | SPEECH) or key.endswith(ALEF) or is_verb(key))


def is_between_commas(tokens: Tokens, first: int, place: int) -> bool:
    """Whether a definite word behind a given name is all between commas behind an office: قال المتحدث، سامي الفكرة، إن."""
    kinds = tokens.kinds
    if first < 2 or not kinds[first - 1] & kinds[place + 1] & COMMA or kinds[place] & ~NAMELY:
        return False
    return bool(kinds[place] & DEFINITE) and tokens.keys[first] in usual_given_names() and office_start(tokens, first - 1) >= 0


def is_foreign_surname(tokens: Tokens, first: int, place: int) -> bool:
    """Whether any indefinite word ends the name of a foreigner who is introduced, whatever it means: الباحث مايك دينك، الذي.

    Nobody from abroad is told by his given name alone behind an office.
    """
    kind, key = tokens.kinds[place], tokens.keys[place]
    if tokens.keys[first] not in known_abroad() or not first or not tokens.kinds[first - 1] & (WHOLE | SPEECH):
        return False
    if kind & (NEVER | DEFINITE | TITLE) or has_tanwin(tokens, place) or key.endswith((ALEF, TA_MARBUTA)):
        return False
    after = tokens.kinds[place + 1]
    ends = ends_there(tokens, place) or (after & DEFINITE and after & (ROLE | TITLE))
    return bool(ends) and not is_called_otherwise(tokens, first, place)


def may_be_house(tokens: Tokens, place: int) -> bool:
    """Whether a noun may be a surname by its form and by what follows: محافظة في، القضاة; not مديرا، مدير المدرسة، مدرسة القرية."""
    kind, key = tokens.kinds[place], tokens.keys[place]
    several = kind & PEOPLE and kind & DEFINITE
    if several and tokens.keys[place + 1] == TO:
        return False
    if kind & NEVER or (kind & TITLE and not several) or has_tanwin(tokens, place) or tokens.text[tokens.ends[place] - 1] == HIS:
        return False
    if key.endswith((ALEF, FEMININE_PLURAL, *PLURALS)) and not kind & (FAMILY | ODD):
        return False
    if may_be_deed(key) or is_adverb(key) or is_theirs(key):
        return False
    return bool(several) or ends_there(tokens, place) or is_office_next(tokens, place)


def may_be_deed(key: str) -> bool:
    """Whether a word is a verb, or a verbal noun, which may be what is done: يرى، وافقت، اجتياز; not تعلب، جاري، مساعدة."""
    man_acts = is_verb(key) and is_known(key) and key[0] != IMPERFECT_HEADS[1] and not is_known(ARTICLE + key)
    return man_acts or is_feminine_verb(key) or is_doing(key)


def is_called_otherwise(tokens: Tokens, first: int, place: int) -> bool:
    """Whether the page goes on with the same given name in another way, so that it may stand alone here; as whose son is none."""
    keys, given = tokens.keys, tokens.keys[first:place]
    if tokens.count(keys[first]) == 1:
        return False
    ends = (at + place - first for at in by_word(tokens)[keys[first]] if keys[at : at + place - first] == given)
    others = (end for end in ends if keys[end : end + 1] != [keys[place]] and tokens.kinds[end - 1] & NAME)
    return any(keys[end : end + 1] != [SON] for end in others)


def is_told_twice(tokens: Tokens, first: int) -> bool:
    """Whether a title stands before a given name and a whole office before it: وزير التعليم الدكتور | سامي."""
    start = first
    while start and tokens.kinds[start - 1] & TITLE and not tokens.kinds[start - 1] & ROLE:
        start -= 1
        if tokens.keys[start] in called_by_given():
            return False
    return start < first and office_start(tokens, start) >= 0


def is_told_apart(tokens: Tokens, first: int) -> bool:
    """Whether an office before a given name is no verb's subject: ونائبه | سامي، حضر الحفل مدير المركز | سامي."""
    start = office_start(tokens, first)
    if start < 0 or tokens.keys[first - 1] in called_by_given():
        return False
    return start == 0 or bool(tokens.kinds[start - 1] & APART and not tokens.kinds[start - 1] & SPEECH)


def office_start(tokens: Tokens, stop: int) -> int:
    """Where the office begins that ends before `stop`, -1 where none does: مدير عام الوزارة |."""
    if not stop or not tokens.kinds[stop - 1] & WHOLE:
        return -1
    for start in range(stop - 1, max(-1, stop - LONGEST_OFFICE), -1):
        if tokens.kinds[start] & ENDS_OFFICE:
            return -1
        if tokens.kinds[start] & ROLE:
            while start and tokens.kinds[start - 1] & ROLE:
                start -= 1
            return start
    return -1


@cache
def called_by_given() -> frozenset[str]:
    """Folded titles of those whom a page calls by their given names: الأمير، الشيخ، البابا."""
    return frozenset(fold(row["form"]) for row in table("honours.tsv"))
