"""Surnames that stand alone for whoever does something, which no town, body or thing does: يغيب كندورا عن اللقاء، كندورا استقال.

A word that can only be a name stands there as the subject of a verb, before a verb that opens with it, or behind what only a person
undergoes (استدعاء كندورا). Towns and companies are feminine, so that of a woman only what people alone do tells (اعتذرت كندورا).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from qawl.arabic.letters import (
    CONSTRUCT,
    HIS,
    HOUSE,
    IMPERFECT_HEADS,
    NISBA,
    OPEN_TA,
    PERHAPS,
    PLURALS,
    PREPOSITIONS,
    TA_MARBUTA,
    fold,
)
from qawl.arabic.lexicon import (
    ACT,
    ANY_NAME,
    BODY,
    BREAK,
    CAME,
    DEFINITE,
    DEMONSTRATIVE,
    DIES,
    DOES,
    DOUBTFUL,
    FAMILY,
    FUNCTION,
    GIVES,
    KAN,
    MEETS,
    NATION,
    ODD,
    OFFICE,
    PLACES,
    PREFIX,
    PREPOSITION,
    PUNCTUATION,
    RELATIVE,
    RENOWNED,
    ROLE,
    SPEECH,
    THAT,
    TIME,
    may_say,
)
from qawl.arabic.names.genders import has_object
from qawl.arabic.names.strange import is_strange
from qawl.arabic.names.units import connectors
from qawl.arabic.ordinary import is_common, is_feminine_verb, is_known, is_theirs, is_unheard, is_verb, is_weak_perfect, may_be_name
from qawl.arabic.tokens import Tokens
from qawl.arabic.where import by_word
from qawl.tables import table

# What a verb may be besides.
VERBS = ODD | ACT | CAME | DOES | GIVES | MEETS | DOUBTFUL
DOINGS = ACT | DOES | MEETS | CAME | KAN
# What behind a given name goes on with it, and so makes it another person's.
GOES_ON = ANY_NAME | NATION | RENOWNED
# What no given name is.
NO_GIVEN = OFFICE | PLACES | PUNCTUATION | PREFIX | FUNCTION | DEFINITE


def does_alone(tokens: Tokens, place: int) -> bool:
    """Whether a word that can only be a name does or undergoes something that tells a person, and stands alone wherever it does."""
    if not is_only_name(tokens, place) or (goes_on(tokens, place + 1) and not has_object(tokens, place + 1)):
        return False
    told = is_personal(tokens, place) or is_his_verb(tokens, place) or leads_verb(tokens, place) or is_met(tokens, place)
    return told and not is_ever_last(tokens, tokens.keys[place])


def is_only_name(tokens: Tokens, place: int) -> bool:
    """Whether a word is a listed surname that no text has, or one that no text has in any form and that has a name's shape."""
    kind, key = tokens.kinds[place], tokens.keys[place]
    if kind & ~(FAMILY | ODD) or (is_known(key) if kind & FAMILY else not is_unheard(key)):
        return False
    if is_owned(tokens, place) or key.endswith((*PLURALS, TA_MARBUTA)) or is_feminine_verb(key) or is_led(key):
        return False
    return not heads_plural(tokens, place) and bool(kind & FAMILY or may_be_name(key)) and is_strange(tokens, place, False)


def is_led(key: str) -> bool:
    """Whether a word is a known one behind a preposition: بشمالي، لمواجهة."""
    return key[0] in PREPOSITIONS and is_known(key[1:])


def heads_plural(tokens: Tokens, place: int) -> bool:
    """Whether a word may be a plural before what tells whose it is: مربو | الجاموس، مروجو | هذه الفكرة."""
    after = tokens.kinds[place + 1] if place + 1 < len(tokens) else 0
    return tokens.keys[place].endswith(CONSTRUCT) and bool(after & (DEFINITE | DEMONSTRATIVE))


def is_his_verb(tokens: Tokens, place: int) -> bool:
    """Whether a masculine verb stands before a word, and the clause goes on: زار | كندورا المدينة، وكان | كندورا قد زارها."""
    verb, after = place - 1, tokens.kinds[place + 1] if place + 1 < len(tokens) else PUNCTUATION
    surely = tokens.kinds[verb] & (SPEECH | DOINGS) or not tokens.keys[place].endswith(NISBA[0])
    if tokens.kinds[verb] & KAN and tokens.keys[place + 1 : place + 2] != [PERHAPS]:
        return False
    return bool(surely) and not after & PUNCTUATION and is_subject(tokens, place) and not is_hers(tokens.keys[verb])


def is_met(tokens: Tokens, place: int) -> bool:
    """Whether a town or land names, welcomes or meets whom a word tells: رشحت روما | كندورا."""
    by, verb = place - 1, place - 2
    return verb >= 0 and bool(tokens.kinds[by] & PLACES and tokens.kinds[verb] & MEETS) and is_hers(tokens.keys[verb])


def is_hers(key: str) -> bool:
    """Whether a verb has a feminine subject by its form: غابت، تغيب."""
    return key.endswith(OPEN_TA) or key.startswith(IMPERFECT_HEADS[1])


def leads_verb(tokens: Tokens, place: int) -> bool:
    """Whether a word opens a sentence before what only people do: . كندورا | استقال."""
    opens = tokens.kinds[place - 1] & (PUNCTUATION | BREAK) if place else PUNCTUATION
    return bool(opens) and place + 1 < len(tokens) and personal().get(tokens.keys[place + 1]) == "verb"


def is_personal(tokens: Tokens, place: int) -> bool:
    """Whether the word before one tells what only people do or undergo: اعتذرت | كندورا، استدعاء | كندورا."""
    return place > 0 and tokens.keys[place - 1] in personal()


@cache
def personal() -> dict[str, str]:
    """Folded words of what only people do or undergo -> `verb` or `noun`."""
    return {fold(row["form"]): row["use"] for row in table("personal_words.tsv") if row["use"] != "credit"}


def is_ever_last(tokens: Tokens, key: str) -> bool:
    """Whether a word stands somewhere behind another one that may be a given name or a noun: إدواردو | كندورا."""
    behind = (at - 1 for at in by_word(tokens).get(key, ()) if at)
    return any(not tokens.kinds[at] & NO_GIVEN and not is_finite(tokens, at) and tokens.keys[at] not in personal() for at in behind)


def houses_alone(tokens: Tokens) -> Iterator[tuple[int, int]]:
    """Houses that speak as one man: قال | آل كندور | إن."""
    for place in by_word(tokens).get(HOUSE, ()):
        if place and tokens.kinds[place + 2] & THAT:
            verb = tokens.keys[place - 1]
            if tokens.kinds[place - 1] & SPEECH and may_say(verb) and not is_hers(verb) and is_house(tokens, place + 1):
                yield place, place + 2


def is_house(tokens: Tokens, place: int) -> bool:
    """Whether a word may be the name of a house, and no word of everyday speech."""
    return not tokens.kinds[place] & ~(ANY_NAME | DOUBTFUL) and not is_common(tokens.keys[place])


def is_subject(tokens: Tokens, place: int) -> bool:
    """Whether a word stands behind a verb that opens its clause: ألغت | الكيلاني | العقد، وكان | اليافعي | قد نقل."""
    verb = place - 1
    return is_finite(tokens, verb) and opens_clause(tokens, verb)


def is_finite(tokens: Tokens, verb: int) -> bool:
    """Whether a word may be a finite verb by its classes or its shape."""
    kind, key = tokens.kinds[verb], tokens.keys[verb]
    if kind & SPEECH:
        return not kind & DEFINITE and may_say(key)
    if kind & DOINGS:
        return not kind & DEFINITE
    return not kind & ~VERBS and has_verbs_shape(key)


def has_verbs_shape(key: str) -> bool:
    """Whether a folded word may be a finite verb by its shape: رصد، رصدت، نعى."""
    return is_verb(key) or is_feminine_verb(key) or is_weak_perfect(key)


def opens_clause(tokens: Tokens, verb: int) -> bool:
    """Whether a clause can begin with the verb: the text, behind a mark, a conjunction, قد or لم, joined by و or ف."""
    before = tokens.kinds[verb - 1] if verb else BREAK
    return bool(before & (PUNCTUATION | BREAK | FUNCTION | TIME | PREFIX)) and not before & (DEFINITE | PREPOSITION)


def goes_on(tokens: Tokens, place: int) -> bool:
    """Whether the word at `place` may be the rest of a name or what a given name qualifies: سالم | الحارثي، سالم | كندور."""
    kind = tokens.kinds[place] if place < len(tokens) else PUNCTUATION
    key = tokens.keys[place]
    if kind & (PUNCTUATION | PREFIX | SPEECH | KAN):
        return False
    if kind & DEFINITE:
        return not kind & RELATIVE
    if key in connectors() or kind & GOES_ON:
        return not may_be_finite(tokens, place)
    return not kind and not (is_common(key) or is_owned(tokens, place) or may_be_finite(tokens, place))


def may_be_finite(tokens: Tokens, place: int) -> bool:
    """Whether a finite verb, and no noun that general text knows better, may stand at `place`."""
    kind, key = tokens.kinds[place], tokens.keys[place]
    if kind & (DEFINITE | PUNCTUATION | PREFIX | PREPOSITION):
        return False
    if kind & (DOINGS | SPEECH | DIES | GIVES) and not kind & (ROLE | BODY):
        return True
    return not kind & ~ODD and is_known(key) and has_verbs_shape(key)


def is_owned(tokens: Tokens, place: int) -> bool:
    """Whether a noun with a pronoun stands at `place`: مهارته، بيتها."""
    return tokens.text[tokens.ends[place] - 1] == HIS or is_theirs(tokens.keys[place])


def is_nisba_of_noun(tokens: Tokens, place: int) -> bool:
    """Whether a definite surname in ي tells of the noun before it, which is no office: المذهب | المالكي، بدوره | الطلائعي."""
    before = tokens.kinds[place - 1] if place else 0
    noun = before & DEFINITE and not before & ~(DEFINITE | FAMILY | DOUBTFUL | ODD)
    noun = noun or (place and not before & ~(DOUBTFUL | ODD) and is_owned(tokens, place - 1))
    return bool(noun and tokens.kinds[place] & DEFINITE) and tokens.keys[place].endswith(NISBA)
