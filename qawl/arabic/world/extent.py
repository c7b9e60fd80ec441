"""How far the name of a body or a group goes: the nouns of its construct, its adjectives, what ل or و goes on with.

وزارة الصحة والسكان المصرية | في بيان; مجلس حكماء الناتو | في موسكو; الوفد | للجانب الروسي; المجلس الأعلى للقوات المسلحة.
"""

from __future__ import annotations

from itertools import takewhile

from qawl.arabic.alike.forms import Part
from qawl.arabic.alike.latin import sounds_like
from qawl.arabic.alike.spellings import Likeness
from qawl.arabic.letters import (
    ADDRESSING,
    BY,
    FEMININE_PLURAL,
    IMPERFECT_HEADS,
    JOINS_FREELY,
    NISBA,
    PLURAL_INDICATIVE,
    PLURALS,
    ROUND,
    TA_MARBUTA,
    TO,
    TO_THE,
    VERB_PLURAL,
    bare_key,
)
from qawl.arabic.lexicon import (
    ACRONYM,
    ANY_NAME,
    BODY,
    COUNTRY,
    DEFINITE,
    FUNCTION,
    HUMAN,
    LATIN,
    NATION,
    NUMBER,
    PEOPLE,
    PLACES,
    PORTFOLIO,
    PREFIX,
    PREPOSITION,
    PUNCTUATION,
    SPEECH,
    TIME,
)
from qawl.arabic.ordinary import frequencies
from qawl.arabic.phrases.adjectives import GENDER_SHARE
from qawl.arabic.tokens import Tokens
from qawl.arabic.world.known import known_at, nations
from qawl.arabic.world.standing import is_beside

# How nouns end that an adjective may follow which is a land's name too: الحكومة السعودية.
FEMININE = (TA_MARBUTA, FEMININE_PLURAL)
ENDS = PUNCTUATION | PREPOSITION | FUNCTION | TIME
OWN = PLACES | LATIN
# A name of its own behind the kind of a body has fewer words.
LONGEST = 4


def name_stop(tokens: Tokens, first: int, limit: int) -> int:
    """Where the name whose head stands at `first` ends, before `limit`; the head alone where nothing goes on with it."""
    kinds = tokens.kinds
    closed = bool(kinds[first] & (DEFINITE | ACRONYM)) or tokens.is_owned(first)
    place = first + 1
    while place < limit and not kinds[place] & ENDS:
        if kinds[place] & PREFIX:
            if not (goes_on(tokens, first, place, limit) if closed else names_trade(tokens, first, place)):
                break
            closed = bool(kinds[place + 1] & DEFINITE)
            place += 2
            continue
        if not closed and (hit := known_at(tokens, place)) and hit.stop <= limit:
            place, closed = hit.stop, True
            continue
        if kinds[place] & LATIN and is_beside(tokens.keys[first], "bears_name"):
            place, closed = place + 1, True
            continue
        if closed and place > first + 1 and key_behind_for(tokens.keys[place]) and is_for(tokens, first, place, limit):
            place, closed = place + 1, False
            continue
        if closed and place == first + 1 and (behind := charged_stop(tokens, place, limit)):
            place, closed = behind, False
            continue
        if is_verb_here(tokens, place) or not (is_adjective_here(tokens, place) if closed else not is_plain(tokens.keys[place])):
            break
        closed = closed or bool(kinds[place] & (DEFINITE | OWN)) or tokens.is_owned(place)
        place += 1
        if kinds[place - 1] & NATION and not closed:
            break
    return latin_stop(tokens, place, limit) if is_beside(tokens.keys[first], "bears_name") else place


def latin_stop(tokens: Tokens, stop: int, limit: int) -> int:
    """Where a name ends whose last words a bracket has in Latin letters: شركة الشحن الدنماركية | نورد لاين (Nordline)."""
    close = next((place for place in range(stop + 1, min(stop + LONGEST, limit - 1)) if tokens.keys[place] == ROUND[0]), None)
    if close is None or not tokens.kinds[close + 1] & LATIN:
        return stop
    behind = range(close + 1, limit)
    latin = list(takewhile(lambda place: tokens.kinds[place] & LATIN, behind))
    sound = sounds_like("".join(tokens.keys[place] for place in latin), Part("".join(tokens.keys[stop:close])))
    return close if sound >= Likeness.SPELT else stop


def is_verb_here(tokens: Tokens, place: int) -> bool:
    """Whether a form of saying stands here that is no noun, or a verb of several: سكان | يبحثون, مسلحون | هاجموا."""
    key, kind = tokens.keys[place], tokens.kinds[place]
    if kind & (DEFINITE | BODY | OWN):
        return False
    several = key.endswith(VERB_PLURAL) or (key[0] in IMPERFECT_HEADS and key.endswith(PLURAL_INDICATIVE))
    return bool(kind & SPEECH or several)


def is_plain(key: str) -> bool:
    """Whether an indefinite adjective ends what could be a name: شركة كبيرة."""
    return is_beside(key, "plain_adjective")


def is_adjective_here(tokens: Tokens, place: int) -> bool:
    """Whether a definite adjective stands behind a definite noun: one of nationality, one in ي or ية, one that such names have."""
    key, kind = tokens.keys[place], tokens.kinds[place]
    if not kind & DEFINITE or (kind & COUNTRY and not tokens.keys[place - 1].endswith(FEMININE)):
        return False
    if kind & NATION or is_beside(key, "body_adjective"):
        return True
    if kind & HUMAN or not key.endswith(NISBA):
        return False
    return key.endswith(NISBA[0]) or frequencies().get(key[:-1], 0) >= GENDER_SHARE * frequencies().get(key, 0)


def goes_on(tokens: Tokens, first: int, place: int, limit: int) -> bool:
    """Whether و adds a field to the one before it (الصحة والسكان), or ل tells for whom a body is that has an adjective."""
    if place + 1 >= limit or tokens.kinds[place + 1] & (ENDS | NATION):
        return False
    if tokens.keys[place] == JOINS_FREELY:
        return adds_field(tokens, first, place)
    if tokens.keys[place] not in (TO_THE, ADDRESSING) or place == first + 1 or not tokens.kinds[first] & BODY:
        return False
    if tokens.kinds[place + 1] & DEFINITE:
        return is_for_whom(tokens, first, place)
    return is_for(tokens, first, place + 1, limit)


def names_trade(tokens: Tokens, first: int, place: int) -> bool:
    """Whether لل tells the trade of a body behind a name of its own: شركة سنابل | للنقل; not قالت شركة سنابل | للصحافة."""
    kind, key = tokens.kinds[place + 1], tokens.keys[place + 1]
    own = place > first + 1 and is_beside(tokens.keys[first], "bears_name") and tokens.keys[place] == TO_THE
    return own and is_beside(bare_key(key), "for_field") and not kind & (HUMAN | PEOPLE | BODY)


def charged_stop(tokens: Tokens, place: int, limit: int) -> int | None:
    """Where what tells with what a body is charged goes on with a construct: اللجنة | المكلفة ب | حصر الأضرار."""
    if (
        place + 2 >= limit
        or not is_beside(bare_key(tokens.keys[place]), "charged")
        or tokens.keys[place + 1] not in (BY, ADDRESSING)
    ):
        return None
    return place + 2 if not tokens.kinds[place + 2] & (ENDS | DEFINITE | ANY_NAME) else None


def adds_field(tokens: Tokens, first: int, place: int) -> bool:
    """Whether و at `place` joins a definite field, which is no second body, to the one before it."""
    after, before = tokens.kinds[place + 1], tokens.kinds[place - 1]
    field = after & DEFINITE and not after & HUMAN and (not after & BODY or after & PORTFOLIO)
    within = place > first + 1 or not tokens.kinds[first] & DEFINITE
    return bool(field and before & DEFINITE and not before & NATION) and within


def is_for_whom(tokens: Tokens, first: int, place: int) -> bool:
    """Whether لل goes on with a body's name: الهيئة السودانية للإغاثة, النقابة الوطنية للبحارين; not سلم الحزب التونسي للشرطة."""
    after, head = tokens.kinds[place + 1], bare_key(tokens.keys[first])
    if tokens.keys[place - 1] in nations() and (after & BODY or not is_beside(head, "for_head")):
        return False
    if after & HUMAN and is_beside(head, "for_members") and tokens.keys[place + 1].endswith(PLURALS):
        return not is_beside(tokens.keys[first - 1] if first else "", "wants_for")
    return not after & (ANY_NAME | HUMAN | NUMBER)


def is_for(tokens: Tokens, first: int, place: int, limit: int) -> bool:
    """Whether what a body is for opens here: الرابطة الوطنية | لحماية الغابات; not تسعى الرابطة | لحماية الغابات.

    What its verb takes behind another preposition leaves ل to the name: دعت الرابطة الوطنية لحماية الغابات إلى حملة.
    """
    if place + 1 >= limit or not is_beside(bare_key(tokens.keys[first]), "for_head"):
        return False
    field = key_behind_for(tokens.keys[place]) or tokens.keys[place]
    if not is_beside(field, "for_field") or not ends_definite(tokens, place + 1, limit):
        return False
    return not first or not is_beside(tokens.keys[first - 1], "wants_for") or TO in tokens.keys[place + 1 : limit]


def ends_definite(tokens: Tokens, place: int, limit: int) -> bool:
    """Whether a construct of one or two words ends in a definite one: لحماية | الغابات, لأرباب | مراكب الصيد."""
    within = place + 1 < limit and not tokens.kinds[place] & ENDS and tokens.kinds[place + 1] & (DEFINITE | OWN)
    return bool(tokens.kinds[place] & (DEFINITE | OWN) or within)


def key_behind_for(key: str) -> str:
    """A field in one word with its ل, which is cut from known words alone: لصون; nothing where there is none."""
    bare = key.removeprefix(ADDRESSING)
    return bare if bare != key and is_beside(bare, "for_field") else ""
