"""Who bears a name inside a phrase, if not the person whom the phrase means: a body, a work, or whose the head is.

حزب آفاق، بطلة مسلسل سلمى، والد الشاب فلان، بيان مكتب الوزير فلان، المدرب بأداء اللاعب فلان.
"""

from __future__ import annotations

from qawl.arabic.heads import known_head
from qawl.arabic.joiners import is_and, is_of_kin
from qawl.arabic.letters import ARTICLE
from qawl.arabic.lexicon import (
    ANYONE,
    BODY,
    CITY,
    COUNTRY,
    DEFINITE,
    DOCUMENT,
    FIGURE,
    FUNCTION,
    MANNER,
    MEDIA,
    NAME,
    PEOPLE,
    PREFIX,
    PREPOSITION,
    RENOWNED,
    ROLE,
    TIME,
    TITLE,
    WORK,
)
from qawl.arabic.named_things import is_called
from qawl.arabic.names import name_end
from qawl.arabic.ordinary import frequencies, is_common, is_several
from qawl.arabic.tokens import Tokens

# What is no noun of doing behind a preposition, of which somebody else's name tells whose it is.
NO_DEED = DEFINITE | BODY | COUNTRY | CITY | ROLE | TITLE | PEOPLE | TIME | FUNCTION


def bears_name(tokens: Tokens, first: int, place: int) -> bool:
    """Whether the name at `place` of a phrase is a body's, that of a thing called after a king, or tells whose kin the head is."""
    titled = tokens.kinds[place - 1] & TITLE and known_head(tokens.keys[place - 1]) != "group"
    thing = bool(titled) and place > first + 1 and is_called(tokens, place)
    made = names_body(tokens, place) or names_work(tokens, place)
    return thing or made or owns(tokens, first, place) or of_office(tokens, first, place) or in_adjunct(tokens, first, place)


def in_adjunct(tokens: Tokens, first: int, place: int) -> bool:
    """Whether the name at `place` tells whose a noun behind a preposition is: المدرب بأداء اللاعب | فلان، الوزير بجهود | فلان.

    Behind somebody unnamed any noun will do: مصدر مطلع على تفكير | فلان.
    """
    kinds, noun = tokens.kinds, place - 1
    if kinds[noun] & DEFINITE and kinds[noun] & (TITLE | ROLE):
        noun -= 1
    if noun < first + 2 or not kinds[noun - 1] & (PREFIX | PREPOSITION) or is_and(tokens, noun - 1):
        return False
    anyone = not (kinds[first] & (DEFINITE | TITLE | NAME) or kinds[noun] & DEFINITE)
    deed = anyone or kinds[noun] & (FIGURE | MANNER | DOCUMENT) or noun < place - 1
    return bool(deed) and not kinds[noun] & NO_DEED and is_common(tokens.keys[noun])


def names_body(tokens: Tokens, place: int) -> bool:
    """Whether the name at `place` is a body's own, since a body without an article stands before it: حزب آفاق، وكالة أنباء سحر."""
    kinds = tokens.kinds
    if place > 1 and kinds[place - 1] & DOCUMENT and not kinds[place - 1] & DEFINITE:
        place -= 1
    before = kinds[place - 1] if place else 0
    if place > 1 and before & BODY and kinds[place - 2] & BODY and not kinds[place - 2] & (DEFINITE | DOCUMENT):
        return bool(before & MEDIA)
    return bool(before & BODY) and not before & DEFINITE and not is_proper(tokens.keys[place - 1])


def names_work(tokens: Tokens, place: int) -> bool:
    """Whether a single word behind a work without an article is the work's name: بطلة مسلسل | سلمى."""
    work = place > 0 and tokens.kinds[place - 1] & WORK and not tokens.kinds[place - 1] & (DEFINITE | DOCUMENT | PREPOSITION)
    return bool(work) and not tokens.kinds[place] & RENOWNED and name_end(tokens, place, len(tokens)) == place + 1


def is_proper(key: str) -> bool:
    """Whether a body's word never stands with an article, or is a dual, so that it is its own name: أوبك, أرامكو, طالبان."""
    return ARTICLE + key not in frequencies() or is_several(key)


def owns(tokens: Tokens, first: int, name: int) -> bool:
    """Whether the name only tells whose relative or spokesman the head is: والد الشاب المصري فلان، متحدث باسم الوزير فلان."""
    head = tokens.kinds[first]
    if not head & (PEOPLE | ROLE) or head & (TITLE | DEFINITE) or (name == first + 1 and tokens.is_owned(first)):
        return False
    if head & ANYONE and first + 2 < name and tokens.kinds[first + 1] & PREPOSITION and tokens.kinds[first + 2] & (ROLE | TITLE):
        return True
    first += is_of_kin(tokens, first)
    titled = name > first + 1 and tokens.kinds[first + 1] & (TITLE | ROLE | PEOPLE)
    told = all(kind & DEFINITE for kind in tokens.kinds[first + 1 : name])
    return name == first + 1 or bool(titled and told and not head & ROLE)


def of_office(tokens: Tokens, first: int, name: int) -> bool:
    """Whether the name tells whose office a document or somebody comes from: بيان مكتب الوزير فلان، مصدر في ديوان الأمير فلان."""
    kinds = tokens.kinds
    if not kinds[first] & (DOCUMENT | PEOPLE) or kinds[first] & (ROLE | TITLE | DEFINITE):
        return False
    bodies = (at for at in range(first + 1, name - 1) if kinds[at] & BODY and not kinds[at] & (DEFINITE | ROLE | DOCUMENT))
    return any(kinds[at + 1] & (ROLE | TITLE) for at in bodies)
