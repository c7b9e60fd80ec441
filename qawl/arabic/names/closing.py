"""Surnames that are words of any kind, told by what stands on either side: قال محمد | كبير | إن، قال جيمس | بارك: «كذا».

Between who speaks and what he said stands nothing but where, when and how he said it.
"""

from __future__ import annotations

from qawl.arabic import lexicon
from qawl.arabic.letters import (
    ABOUT,
    ADDRESSING,
    ALEF,
    ARTICLE,
    CONJUNCTIONS,
    HIS,
    IMPERFECT_HEADS,
    OPEN_TA,
    PREPOSITIONS,
    TA_MARBUTA,
)
from qawl.arabic.names.given import ENDS_OFFICE, LONGEST_OFFICE, OFTEN_FIRST, first_of_given, is_given
from qawl.arabic.names.units import units
from qawl.arabic.names.word_given import ends_office
from qawl.arabic.names.word_surnames import (
    ABLE,
    LONGEST_LEAD,
    OCCASIONS,
    SURE,
    is_introduced_name,
    is_plural,
    says_later,
    tells_whom,
)
from qawl.arabic.ordinary import is_doing, is_known, is_no_surname, is_several, is_strange, is_theirs, is_usual_noun, is_verb
from qawl.arabic.places import Places

# What is no surname, not even there: a name of its own, the time, a count, an object.
NEVER = (
    lexicon.DEFINITE
    | lexicon.PUNCTUATION
    | (lexicon.FUNCTION & ~lexicon.KAN)
    | lexicon.PREFIX
    | lexicon.NAME
    | lexicon.FAMILY
    | lexicon.CITY
    | lexicon.NATION
    | lexicon.COUNTRY
    | lexicon.TIME
    | lexicon.NUMBER
    | lexicon.LATIN
    | lexicon.ASIDE
    | lexicon.APPOSED
    | lexicon.OWN_THAT
    | lexicon.DOCUMENT
    | lexicon.WORK
    | lexicon.SHARED
    | lexicon.QUANTITY
    | lexicon.EACH
    | lexicon.ONE_OF
    | lexicon.SAME
)
# A surname has at least so many letters.
SHORTEST = 2


def know_closing_surnames(tokens: Places, given: list[int]) -> None:
    """Make a surname of each word between a given name, with its verb, title or office, and what was said, and of its like."""
    kinds, keys = tokens.kinds, tokens.keys
    names = [place for place in given if 0 < place < len(tokens) - 1 and kinds[place] & SURE == lexicon.NAME]
    behind = [place + 1 for place in names if is_able(tokens, place + 1)]
    closing = [place for place in behind if may_close(tokens, place) and is_between(tokens, place)]
    told = {(keys[place - 1], keys[place]) for place in closing}
    for place in behind if closing else ():
        if (keys[place - 1], keys[place]) in told:
            tokens.turn(place, kinds[place] & lexicon.DEFINITE | lexicon.FAMILY | lexicon.ODD)
            tokens.turn(place - 1, kinds[place - 1] & ~lexicon.DOUBTFUL)


def is_able(tokens: Places, place: int) -> bool:
    """Whether a word may be a surname by its classes: an indefinite one of hardly any, or a definite one that is nothing else."""
    kind = tokens.kinds[place]
    return not kind & NEVER or (kind & ABLE == lexicon.DEFINITE and not is_plural(tokens.keys[place]))


def is_between(tokens: Places, place: int) -> bool:
    """Whether a name of which the word at `place` is the last stands between what introduces it and what ends it.

    قال الوزير محمد | كبير | إن، بحسب رئيس اللجنة محمد | كبير |، فإن، الوزير محمد | كبير | قال إن.
    """
    first = first_of_names(tokens, place)
    acts = may_be_verb(tokens, place)
    if is_apposed(tokens, first, place):
        return not acts
    lead = lead_of(tokens, first)
    said = lead >= 0 and tokens.kinds[lead] & lexicon.SPEECH
    if is_object(tokens, place):
        return False
    if said and (is_told(tokens, place + 1) or is_set_behind(tokens, lead, place + 1)):
        return True
    if acts and not said:
        return False
    introduced = lead >= 0 or is_introduced_name(tokens, place)
    if (lead >= 0 or (introduced and not tokens.kinds[place] & lexicon.DEFINITE)) and is_before_office(tokens, place + 1):
        return True
    if tokens.kinds[place + 1] & lexicon.SPEECH and is_told(tokens, place + 2):
        return not acts and (introduced or ends_office(tokens, first))
    return introduced and is_closed(tokens, place)


def first_of_names(tokens: Places, stop: int) -> int:
    """Where the given names and the titles before them begin that end before `stop`: الدكتور محمد علي | كبير."""
    first = first_of_given(tokens, stop)
    while first > max(1, stop - LONGEST_LEAD) and is_given(tokens, first - 1, False):
        first -= 1
    while first > 1 and tokens.kinds[first - 1] & lexicon.TITLE:
        first -= 1
    return first


def lead_of(tokens: Places, first: int) -> int:
    """The verb of saying, the according word or عن before a name or its office, -1 where none stands."""
    if is_lead(tokens, first - 1):
        return first - 1
    if not tokens.kinds[first - 1] & lexicon.DETERMINED:
        return -1
    for start in range(first - 1, max(0, first - LONGEST_OFFICE), -1):
        if tokens.kinds[start] & ENDS_OFFICE:
            return -1
        if tokens.kinds[start] & lexicon.HUMAN and is_lead(tokens, start - 1):
            return start - 1
    return -1


def is_lead(tokens: Places, place: int) -> bool:
    """Whether a finite verb of saying whose object is not who is told, an according word (its ل behind it) or عن stands here."""
    kind, key = tokens.kinds[place], tokens.keys[place]
    if kind & lexicon.PREFIX and key == ADDRESSING and place:
        return bool(tokens.kinds[place - 1] & lexicon.ACCORDING)
    if kind & lexicon.ACCORDING or (kind & lexicon.PREPOSITION and key == ABOUT):
        return True
    return bool(kind & lexicon.SPEECH) and not kind & lexicon.DEFINITE and lexicon.may_say(key) and not tells_whom(tokens, place)


def is_apposed(tokens: Places, first: int, place: int) -> bool:
    """Whether a name of which the word at `place` is the last stands between commas behind an office: وزير النقل، محمد كبير،."""
    kinds = tokens.kinds
    apart = first > 1 and kinds[first - 1] & kinds[place + 1] & lexicon.COMMA
    return bool(apart and kinds[first - 2] & lexicon.DEFINITE)


def is_before_office(tokens: Places, place: int) -> bool:
    """Whether an office that is held of something stands at `place`, as behind whole names: قال سالم الساقية | رئيس المجلس."""
    if place + 1 >= len(tokens):
        return False
    kind, held = tokens.kinds[place], tokens.kinds[place + 1]
    if kind & lexicon.ONE_OF:
        return bool(held & lexicon.DEFINITE)
    if tokens.kinds[place - 1] & lexicon.HUMAN:
        return False
    office = kind & lexicon.ROLE and not kind & (lexicon.DEFINITE | lexicon.NAME | lexicon.SPEECH)
    return bool(office) and bool(held & (lexicon.DETERMINED | lexicon.BODY | lexicon.ROLE))


def is_set_behind(tokens: Places, lead: int, place: int) -> bool:
    """Whether the sentence ends at `place` whose verb at `lead` stands behind a quotation: «كذا»، قال محمد كبير."""
    before = lead - 1 if tokens.kinds[lead - 1] & lexicon.COMMA else lead
    quoted = before and tokens.kinds[before - 1] & lexicon.CLOSES
    return bool(quoted) and (place >= len(tokens) or bool(tokens.kinds[place] & lexicon.SENTENCE_END))


def may_be_verb(tokens: Places, place: int) -> bool:
    """Whether a word is a verb where it does not close a name: قال محمد ذكر إن."""
    return bool(tokens.kinds[place] & (lexicon.SPEECH | lexicon.KAN | lexicon.WAKING)) or is_verb(tokens.keys[place])


def may_close(tokens: Places, place: int) -> bool:
    """Whether a word behind a given name may be a surname by its form: no imperfect, adverb, plural, owned or led noun."""
    key, given = tokens.keys[place], tokens.keys[place - 1]
    if tokens.kinds[place - 1] & lexicon.DOUBTFUL and (given not in units() or units()[given].opened < OFTEN_FIRST):
        return False
    if len(key) < SHORTEST or key.endswith((ALEF, TA_MARBUTA, OPEN_TA)) or tokens.text[tokens.ends[place] - 1] == HIS:
        return False
    acts = (key[0] in IMPERFECT_HEADS and is_verb(key)) or is_doing(key)
    led = key[0] in PREPOSITIONS and is_usual_noun(key[1:]) and not is_known(ARTICLE + key)
    return not (acts or led or is_no_surname(key) or is_several(key) or is_theirs(key))


def is_closed(tokens: Places, place: int) -> bool:
    """Whether what stands behind the word at `place` cannot go on with it, so that the name ends there."""
    after = place + 1
    if after + 1 >= len(tokens):
        return False
    kind, behind = tokens.kinds[place], tokens.kinds[after + 1]
    if tokens.kinds[after] & lexicon.COMMA:
        office = behind & lexicon.HUMAN and not behind & (lexicon.DEFINITE | lexicon.SPEECH)
        return bool(office) or (tokens.keys[after + 1] == CONJUNCTIONS[1] and is_told(tokens, after + 2))
    if tokens.kinds[after] & lexicon.PREFIX:
        return tokens.keys[after] == ADDRESSING and bool(behind & (lexicon.MEDIA | lexicon.OPENS))
    bound = kind & (lexicon.HUMAN | lexicon.SPEECH | lexicon.DEFINITE)
    if tokens.kinds[after] & lexicon.PREPOSITION and bound and not behind & OCCASIONS:
        return False
    return is_told(tokens, after) or says_later(tokens, after)


def is_object(tokens: Places, place: int) -> bool:
    """Whether a definite word that general text knows may have the أن behind it: أبدى سالم | الحرص على أن, الشعور بأن."""
    after = tokens.kinds[place + 1]
    led = after & lexicon.PREPOSITION or (after & lexicon.THAT and tokens.keys[place + 1][0] in PREPOSITIONS)
    return bool(tokens.kinds[place] & lexicon.DEFINITE and led) and not is_strange(tokens.keys[place])


def is_told(tokens: Places, place: int) -> bool:
    """Whether أن, إلى أن, a colon or قوله stands at `place`, before which no object stands."""
    if place >= len(tokens):
        return False
    kind, after = tokens.kinds[place], tokens.kinds[place + 1]
    if kind & lexicon.PREPOSITION:
        return bool(after & lexicon.THAT)
    return bool(kind & (lexicon.THAT | lexicon.COLON | lexicon.SAYING))
