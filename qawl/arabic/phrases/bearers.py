"""Who bears a name inside a phrase, if not the person whom the phrase means: a body, a work, or whose the head is.

حزب آفاق، بطلة مسلسل سلمى، والد الشاب فلان، بيان مكتب الوزير فلان، المدرب بأداء اللاعب فلان.
"""

from __future__ import annotations

from qawl.arabic.heads import is_construct, known_head
from qawl.arabic.letters import ADDRESSING, ARTICLE, HIS, TA_MARBUTA
from qawl.arabic.lexicon import (
    ANYONE,
    BODY,
    DEFINITE,
    DETERMINED,
    DOCUMENT,
    FIGURE,
    FUNCTION,
    HUMAN,
    MANNER,
    MEDIA,
    NAME,
    OFFICE,
    PEOPLE,
    PREFIX,
    PREPOSITION,
    RENOWNED,
    ROLE,
    SEAT,
    SERVES,
    STANDS_FOR,
    TIME,
    TITLE,
    WAKING,
    WORK,
)
from qawl.arabic.names.genders import gendered_names, is_womans
from qawl.arabic.names.joiners import is_and, is_kin, is_of_kin, is_relative, peers
from qawl.arabic.names.reach import name_end
from qawl.arabic.ordinary import frequencies, is_adverb, is_common, is_verb
from qawl.arabic.phrases.named_things import is_called, is_own_name
from qawl.arabic.tokens import Tokens

# A noun has the article in more than this share of the uses that it has without.
NOUN_SHARE = 0.05
# What is no noun of doing behind a preposition, of which somebody else's name tells whose it is.
NO_DEED = DETERMINED | OFFICE | BODY | PEOPLE | TIME | FUNCTION


def bears_name(tokens: Tokens, first: int, place: int) -> bool:
    """Whether the name at `place` of a phrase is a body's, that of a thing called after a king, or tells whose kin the head is."""
    titled = tokens.kinds[place - 1] & TITLE and known_head(tokens.keys[place - 1]) != "group"
    thing = bool(titled) and place > first + 1 and is_called(tokens, place)
    made = names_body(tokens, place) or names_work(tokens, place) or tells_whose(tokens, first, place)
    made = made or is_served(tokens, place) or cares_for(tokens, first, place)
    return thing or made or owns(tokens, first, place) or of_office(tokens, first, place) or in_adjunct(tokens, first, place)


def tells_whose(tokens: Tokens, first: int, name: int) -> bool:
    """Whether a plain noun opens the phrase, so that the name, an office before it, tells whose it is: جمهور الفنان | فلان."""
    kinds, key = tokens.kinds, tokens.keys[first]
    if first == name or not all(kind & DEFINITE and kind & HUMAN for kind in kinds[first + 1 : name]):
        return False
    noun = not kinds[first] & ~WAKING and frequencies().get(ARTICLE + key, 0) > NOUN_SHARE * frequencies().get(key, 0)
    return (noun and is_common(key) and not (is_adverb(key) or is_verb(key))) or (
        not kinds[first] & (OFFICE | NAME) and is_construct(tokens, first)
    )


def in_adjunct(tokens: Tokens, first: int, place: int) -> bool:
    """Whether the name at `place` tells whose a noun behind a preposition is: المدرب بأداء اللاعب | فلان، الوزير بجهود | فلان.

    Behind somebody unnamed any noun will do: مصدر مطلع على تفكير | فلان.
    """
    kinds, noun = tokens.kinds, place - 1
    if kinds[noun] & DEFINITE and kinds[noun] & OFFICE:
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
    return bool(before & BODY) and not before & DEFINITE and not (is_own_name(tokens, place - 1) or tokens.is_owned(place - 1))


def names_work(tokens: Tokens, place: int) -> bool:
    """Whether a single word behind a work without an article is the work's name: بطلة مسلسل | سلمى."""
    work = place > 0 and tokens.kinds[place - 1] & WORK and not tokens.kinds[place - 1] & (DEFINITE | DOCUMENT | PREPOSITION)
    return bool(work) and not tokens.kinds[place] & RENOWNED and name_end(tokens, place, len(tokens)) == place + 1


def owns(tokens: Tokens, first: int, name: int) -> bool:
    """Whether the name only tells whose relative, friend, lawyer or defence the head is: والد الشاب فلان، دفاع المتهم فلان."""
    head = tokens.kinds[first]
    able = (
        head & (PEOPLE | ROLE | STANDS_FOR) or is_kin(tokens, first) or is_relative(tokens, first) or tokens.keys[first] in peers()
    )
    if not able or head & TITLE or (name == first + 1 and tokens.is_owned(first)):
        return False
    if (own := is_told_by_gender(tokens, first, name)) is not None:
        return own
    if speaks_for(tokens, first, name):
        return True
    if head & DEFINITE:
        return False
    if head & ANYONE and first + 2 < name and tokens.kinds[first + 1] & PREPOSITION and tokens.kinds[first + 2] & OFFICE:
        return True
    owner = owner_behind(tokens, first)
    serves = any(kind & SERVES for kind in tokens.kinds[first:owner])
    his = tokens.kinds[name - 1] & PREPOSITION or tokens.text[tokens.ends[name - 1] - 1] == HIS
    return name == first + 1 or (name == owner and not his) or (is_person(tokens, owner, name) and (serves or not head & ROLE))


def is_served(tokens: Tokens, place: int) -> bool:
    """Whether who stands before a name is only told by it, and is somebody else: محامي | سالم الكندي; not محاميه سالم الكندي."""
    before = tokens.kinds[place - 1] if place else 0
    return bool(before & SERVES and before & ROLE) and not (before & DEFINITE or tokens.is_owned(place - 1))


def cares_for(tokens: Tokens, first: int, name: int) -> bool:
    """Whether the name is that of somebody behind ل for whom a man of a trade works: الطبيب المعالج للاعب | فلان.

    Not behind ل and an office, whose own man is mostly named: المستشار الإعلامي للرئيس | فلان.
    """
    kinds, owner = tokens.kinds, name - 1
    led = owner > first + 1 and kinds[owner - 1] & PREFIX and tokens.keys[owner - 1].startswith(ADDRESSING[0])
    if not led or not kinds[first] & DEFINITE or not kinds[first] & ROLE:
        return False
    one = known_head(tokens.keys[owner]) != "group" and not kinds[owner] & (BODY | NAME)
    return one and bool(kinds[owner] & PEOPLE or (kinds[first] & PEOPLE and kinds[owner] & OFFICE))


def owner_behind(tokens: Tokens, first: int) -> int:
    """Where the one stands whose an office or a relative is: والد | الشاب، ابن عم | القتيل، زوج شقيقة | سالم، مدير أعمال | سامي."""
    after = first + 1
    more = is_of_kin(tokens, first) or (tokens.kinds[after] & (SERVES | PREPOSITION))
    return after + bool(more)


def is_person(tokens: Tokens, owner: int, name: int) -> bool:
    """Whether one person stands at `owner`, told by definite words up to the name: الشاب المصري | فلان; not الأسرى، النادي."""
    kinds = tokens.kinds
    if owner >= name or not kinds[owner] & (OFFICE | PEOPLE) or kinds[owner] & BODY:
        return False
    return all(kind & DEFINITE for kind in kinds[owner:name]) and known_head(tokens.keys[owner]) != "group"


def speaks_for(tokens: Tokens, first: int, name: int) -> bool:
    """Whether the name is that of the officer right before it, for whom the head speaks: المتحدث باسم الوزير | فلان."""
    kinds, owner = tokens.kinds, name - 1
    speaker = kinds[first] & SEAT and kinds[first] & ANYONE and owner == first + 2 and kinds[first + 1] & PREPOSITION
    return bool(speaker) and is_person(tokens, owner, name)


def is_told_by_gender(tokens: Tokens, first: int, name: int) -> bool | None:
    """Whether the name is the owner's as its gender tells, where head and owner differ in it; None where it tells nothing.

    محامي الفنانة هدى الكندي and المتحدثة باسم الوزير نبيل الصباغ, but not والدة الطفل هدى الكندي.
    """
    own, owner = gendered_names().get(tokens.keys[name]), owner_behind(tokens, first)
    if own is None or not is_person(tokens, owner, name):
        return None
    head = "f" if tokens.keys[first].endswith(TA_MARBUTA) else "m"
    theirs = "f" if is_womans(tokens.keys[owner], OFFICE | PEOPLE) else "-" if tokens.keys[owner].endswith(TA_MARBUTA) else "m"
    return None if theirs in (head, "-") else own == theirs


def of_office(tokens: Tokens, first: int, name: int) -> bool:
    """Whether the name tells whose office a document or somebody comes from: بيان مكتب الوزير فلان، مصدر في ديوان الأمير فلان."""
    kinds = tokens.kinds
    if not kinds[first] & (DOCUMENT | PEOPLE) or kinds[first] & (OFFICE | DEFINITE):
        return False
    bodies = (at for at in range(first + 1, name - 1) if kinds[at] & BODY and not kinds[at] & (DEFINITE | ROLE | DOCUMENT))
    return any(kinds[at + 1] & OFFICE for at in bodies)
