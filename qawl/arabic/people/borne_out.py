"""Names that a page has in a phrase alone, with no title and no second word that tells: who of them is a person.

A subject of a verb may be any word that no table knows. Who says something is believed; who only acts must be borne out.
"""

from __future__ import annotations

from qawl.arabic.actors import Actor
from qawl.arabic.findings import Range
from qawl.arabic.letters import ARTICLE, FEMININE_NISBA, FEMININE_PLURAL, NISBA, OPEN_TA, PLURALS, TA_MARBUTA, bare_key
from qawl.arabic.lexicon import CITY, DEFINITE, DOUBTFUL, FAMILY, NAME, NATION, ODD, RENOWNED, ROLE, SPEECH, TITLE
from qawl.arabic.names.lone_subjects import does_alone, is_nisba_of_noun
from qawl.arabic.ordinary import is_feminine_verb, is_known, is_owned, is_several, is_strange, may_act
from qawl.arabic.people.told_apart import kin_before
from qawl.arabic.tokens import Tokens


def is_borne_out(tokens: Tokens, actor: Actor) -> bool:
    """Whether a name of which the page tells no saying is more than one strange word that only seems to act.

    A definite surname that is no other word is, somebody's kin, and who does what people do: ألغت القباني العقد، استقال كندورا.
    """
    first, stop = actor.name
    kind = tokens.kinds[first]
    key = tokens.keys[first]
    house = kind & DEFINITE and kind & FAMILY and (not kind & DOUBTFUL or is_strange(key))
    house = house or (kind & DEFINITE and kind & ODD and not (is_known(key) or is_known(bare_key(key))))
    named = kind & RENOWNED or kind & (NAME | CITY) == NAME
    told = stop - first > 1 or actor.roles or named or house
    return bool(told) or kin_before(tokens, actor.name) is not None or does_alone(tokens, first)


def stands_out(tokens: Tokens, actor: Actor, speaks: bool) -> bool:
    """Whether somebody whom a phrase alone named has a name and no words of any text.

    One word that does not speak must be hardly anything but a name, or stand right behind a verb: تحدث كرم; not احتجاج نادر.
    """
    first, stop = actor.name
    if is_plain(tokens, actor.name):
        return False
    if speaks or stop > first + 1 or does_alone(tokens, first) or kin_before(tokens, actor.name) is not None:
        return True
    kind, key = tokens.kinds[first], tokens.keys[first]
    other = kind & DOUBTFUL and not kind & RENOWNED and not follows_verb(tokens, first)
    return not (other or is_nisba_of_noun(tokens, first) or (key.endswith(OPEN_TA) and not kind & NAME))


def follows_verb(tokens: Tokens, place: int) -> bool:
    """Whether a verb stands right before a place."""
    key = tokens.keys[place - 1] if place else ""
    return bool(key) and (bool(tokens.kinds[place - 1] & SPEECH) or may_act(key) or is_feminine_verb(key))


def is_plain(tokens: Tokens, name: Range) -> bool:
    """Whether a name that a phrase gave is words of any text: اعتزامه الرحيل، متشددون، محافل رفيعة، غربي العاصمة."""
    first, stop = name
    kind, key = tokens.kinds[first], tokens.keys[first]
    if kind & DOUBTFUL and kind & NATION and stop > first + 1 and tokens.kinds[first + 1] & DEFINITE:
        return key.endswith(NISBA)
    if not kind & (NAME | RENOWNED | DEFINITE) and (is_owned(key) or (key.endswith(PLURALS[0]) and is_several(key))):
        return True
    if stop == first + 1 and key.endswith(FEMININE_NISBA) and first and is_feminine_noun(tokens, first - 1):
        return True
    return any(is_quality(tokens, place) for place in range(first + 1, stop))


def is_feminine_noun(tokens: Tokens, place: int) -> bool:
    """Whether an indefinite feminine noun or plural of things stands here, which a word in ية tells of: معلومات | فورية."""
    kind, key = tokens.kinds[place], tokens.keys[place]
    return key.endswith((FEMININE_PLURAL, TA_MARBUTA)) and not kind & (SPEECH | TITLE | ROLE | DEFINITE | NAME)


def is_quality(tokens: Tokens, place: int) -> bool:
    """Whether an indefinite word is the feminine of an adjective, as no surname is: طائفية، رفيعة."""
    kind, key = tokens.kinds[place], tokens.keys[place]
    if kind & (NAME | RENOWNED | DEFINITE) or not key.endswith(TA_MARBUTA):
        return False
    return (not kind and key.endswith(FEMININE_NISBA)) or (bool(kind & DOUBTFUL) and is_known(ARTICLE + key[:-1]))
