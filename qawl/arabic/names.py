"""Names of people: where one begins and ends, told by tables of names, the words beside it and what general text knows."""

from __future__ import annotations

from qawl.arabic.heads import is_construct
from qawl.arabic.joiners import (
    NAMELY,
    begins_compound,
    connectors,
    first_unit_end,
    is_and,
    is_before_joining,
    is_joining,
    is_kin,
    is_nameable_behind,
    opens_compound,
)
from qawl.arabic.letters import (
    ABOUT,
    ADDRESSING,
    ALEF,
    ARTICLE,
    BY,
    FEMININE_ENDINGS,
    FEMININE_NISBA,
    FEMININE_PLURAL,
    GOD,
    HIS,
    IMPERFECT_HEADS,
    INITIAL,
    MIM,
    NISBA,
    OF,
    OPEN_TA,
    PARTICIPLE,
    PLURALS,
    QUALITY_SHAPE,
    QUALITY_WORD,
    SAINT,
    SONS_OF,
    SURNAME_SHAPE,
    TA_MARBUTA,
    TO_THE,
    WAY,
    bare_key,
)
from qawl.arabic.lexicon import (
    ACCORDING,
    APPOSED,
    ASIDE,
    BODY,
    CARRIER,
    CITY,
    COMMA,
    COUNTRY,
    DEFINITE,
    DOCUMENT,
    DOUBTFUL,
    FAMILY,
    FUNCTION,
    LATIN,
    MEDIA,
    MONTH,
    NAME,
    NATION,
    NUMBER,
    ODD,
    ONE_OF,
    PEOPLE,
    PREFIX,
    PREPOSITION,
    PUNCTUATION,
    RENOWNED,
    ROLE,
    SETTING,
    SPEECH,
    THAT,
    TIME,
    TITLE,
    definite_names,
    descents,
    seldom_names,
    units,
    usual_given_names,
    word_classes,
)
from qawl.arabic.ordinary import (
    family,
    frequencies,
    is_adverb,
    is_common,
    is_known,
    is_no_noun,
    is_no_surname,
    is_owned,
    is_rare,
    is_several,
    is_strange,
    is_unheard,
    is_usual,
    is_verb,
)
from qawl.arabic.tokens import Tokens

LONGEST_NAME = 10
# A given name that is an office too opens at least so many full names: رائد, أمير.
OFTEN_FIRST = 20
# A seldom given name that is an ordinary word too is at most this long: جو.
SHORT = 2
NO_NAME = FUNCTION | SPEECH | PUNCTUATION | PREFIX | NUMBER | ROLE | TITLE | BODY | DOCUMENT | MONTH | TIME | ACCORDING | SETTING
# What no name begins with, and what a given name that is a word of this kind too does not begin.
NO_BEGINNING = FUNCTION | PREFIX | PUNCTUATION | NUMBER | LATIN
ORDINARY = SPEECH | ROLE | TITLE | BODY | COUNTRY | MONTH | TIME | NATION | PEOPLE
# Words that are a part of a name only as its surname.
WORDS = SPEECH | ROLE | BODY | PEOPLE | TITLE | DOCUMENT | SETTING | MEDIA | MONTH


def is_child(tokens: Tokens, place: int) -> bool:
    """Whether the word at `place` is a name because a word of descent follows: سلطان بن راشد, but not الوزير بن راشد."""
    after = place + 1
    if after >= len(tokens.keys) or tokens.keys[after] not in descents() or not is_nameable_behind(tokens, after):
        return False
    kind, key = tokens.kinds[place], tokens.keys[place]
    if kind & DEFINITE:
        return not kind & TITLE and (key in definite_names() or not (kind & ~NAMELY or is_known(key)))
    apart = place and tokens.kinds[place - 1] & (COMMA | TITLE) and tokens.kinds[after + 1] & NAME
    return bool(kind & NAME) or not (kind & ~NAMELY or (is_common(key) and not apart) or is_verb(key))


def can_begin(tokens: Tokens, place: int, expected: bool) -> bool:
    """Whether a person's name can begin here; `expected`: a title, a role or a verb of saying stands before it."""
    kind, key = tokens.kinds[place], tokens.keys[place]
    side = connectors().get(key)
    if side == "before" and not kind & FUNCTION:
        return begins_compound(tokens, place)
    if kind & NO_BEGINNING or side == "after" or is_land_there(tokens, place):
        return False
    if kind & CARRIER and place + 1 < len(tokens) and tokens.kinds[place + 1] & DEFINITE:
        return False
    if (
        is_construct(tokens, place)
        or is_blessing(tokens, place)
        or is_grace(tokens, place)
        or (place and tokens.keys[place - 1] == SONS_OF)
    ):
        return False
    if is_child(tokens, place) or (kind & RENOWNED and not kind & ~NAMELY):
        return True
    if kind & DEFINITE:
        child = place + 1 < len(tokens) and tokens.keys[place + 1] in descents()
        return is_definite_name(tokens, place) or bool(child and kind & NAME and not kind & DOUBTFUL)
    if is_before_renowned(tokens, place) or is_named_office(tokens, place) or (expected and is_before_family(tokens, place)):
        return True
    if is_before_joining(tokens, place) and (kind & NAME or not (kind & (TITLE | BODY | PEOPLE) or is_seat(tokens, place))):
        return bool(kind & (NAME | ODD)) or not is_common(key)
    return begins_alone(tokens, place, expected)


def is_land_there(tokens: Tokens, place: int) -> bool:
    """Whether a land that is a given name too stands behind a preposition or an indefinite office, so that it is the land.

    السفير في تونس | سالم الدوري، رئيس وزراء تونس | سالم الدوري.
    """
    before = tokens.kinds[place - 1] if place else 0
    return bool(tokens.kinds[place] & COUNTRY) and (bool(before & PREPOSITION) or bool(before & ROLE and not before & DEFINITE))


def is_seat(tokens: Tokens, place: int) -> bool:
    """Whether a place stands before somebody's name and is no part of it: والي طنطا | عبد الخالق."""
    return bool(tokens.kinds[place] & (CITY | COUNTRY)) and opens_compound(tokens, place + 1)


def begins_alone(tokens: Tokens, place: int, expected: bool) -> bool:
    """Whether an indefinite word begins a name by what it is, no word for a family or a known surname behind it."""
    kind = tokens.kinds[place]
    if kind & NAME and (not kind & ORDINARY or (expected and is_no_adjective(tokens, place))):
        return True
    if kind & (NO_NAME | NATION | PEOPLE | COUNTRY | CITY):
        if kind & (BODY | PEOPLE) and not expected:
            return False
        return bool(kind & NAME) and not kind & (TITLE | ROLE | SPEECH) and goes_on(tokens, place) and not is_place(tokens, place)
    if expected and is_before_unknown(tokens, place):
        return True
    if kind & ODD and not kind & FAMILY and tokens.keys[place][0] == ALEF and is_verb(tokens.keys[place]):
        return False
    if is_before_plural(tokens, place):
        return False
    return expected and bool(kind & ODD or (kind & FAMILY and (ends_there(tokens, place) or surname_follows(tokens, place))))


def is_before_plural(tokens: Tokens, place: int) -> bool:
    """Whether a definite plural follows, as no surname is: كبير إدارييها | التنفيذيين."""
    after = place + 1
    return after < len(tokens) and bool(tokens.kinds[after] & DEFINITE) and tokens.keys[after].endswith(PLURALS)


def is_place(tokens: Tokens, place: int) -> bool:
    """Whether a land or city that is a given name too has no name behind it but a strange word or a place: تونس قرطاج."""
    after = tokens.kinds[place + 1]
    return bool(tokens.kinds[place] & (COUNTRY | CITY)) and bool(after & (CITY | COUNTRY) or not after & (NAME | FAMILY))


def is_no_adjective(tokens: Tokens, place: int) -> bool:
    """Whether a nationality without article that is a given name too stands behind a definite title: العقيد تركي الفلاسي."""
    kind, before = tokens.kinds[place], tokens.kinds[place - 1] if place else 0
    other = kind & ORDINARY & ~(NATION | PEOPLE)
    return bool(kind & NATION and not other and before & TITLE and before & DEFINITE) and tokens.keys[place] in seldom_names()


def is_before_renowned(tokens: Tokens, place: int) -> bool:
    """Whether a rare word or a seldom given name stands before a surname that the world knows: جو بايدن."""
    kind = tokens.kinds[place]
    if place + 1 >= len(tokens.kinds) or not tokens.kinds[place + 1] & RENOWNED:
        return False
    if kind & COUNTRY and place and tokens.kinds[place - 1] & NATION:
        return bool(tokens.kinds[place - 1] & DEFINITE)
    if kind & (~NAMELY | DEFINITE | RENOWNED):
        return False
    if tokens.kinds[place + 1] & DEFINITE and (kind & DOUBTFUL or not kind & (NAME | FAMILY | ODD)):
        return False
    key = tokens.keys[place]
    if len(key) <= SHORT and key in seldom_names():
        return True
    if (kind & DOUBTFUL and is_common(key)) or tokens.text[tokens.ends[place] - 1] == HIS:
        return False
    return bool(kind & (NAME | FAMILY) or (kind & ODD and not is_known(key))) or is_unheard(key)


def is_named_office(tokens: Tokens, place: int) -> bool:
    """Whether a given name that is an office too stands before another name that ends the phrase: رائد حمدان."""
    kind, key = tokens.kinds[place], tokens.keys[place]
    if not (kind & NAME and kind & (ROLE | TITLE)) or kind & (DEFINITE | SPEECH) or key not in units():
        return False
    after = tokens.kinds[place + 1] if place + 1 < len(tokens) else 0
    if units()[key].opened < OFTEN_FIRST or after & (~NAMELY | RENOWNED):
        return False
    if kind & TITLE and after & DEFINITE and after & FAMILY and place and tokens.kinds[place - 1] & DEFINITE:
        return ends_there(tokens, place + 1) or is_closed(tokens, place + 2)
    if after & DOUBTFUL:
        return False
    if after & DEFINITE:
        given = tokens.keys[place + 1] in definite_names() and is_closed(tokens, place + 2)
        return given or (bool(after & ODD) and tokens.keys[place + 1].endswith(NISBA))
    return bool(after & (NAME | FAMILY)) and ends_there(tokens, place + 1)


def is_before_unknown(tokens: Tokens, place: int) -> bool:
    """Whether a first name stands before a word that no general text knows: a seldom one (جيل بارنيو), or any behind an office."""
    after = place + 1
    if after >= len(tokens) or tokens.kinds[place] & ~NAMELY or tokens.kinds[after] & (~NAMELY | DEFINITE):
        return False
    if not ends_there(tokens, after):
        return False
    if tokens.keys[place] in seldom_names():
        return bool(tokens.kinds[after] & ODD)
    behind = place > 0 and tokens.kinds[place - 1] & (DEFINITE | COUNTRY)
    known = tokens.kinds[after] & RENOWNED or is_unheard(tokens.keys[after])
    return bool(behind and known) and is_no_noun(tokens.keys[place]) and not is_no_surname(tokens.keys[place])


def is_before_family(tokens: Tokens, place: int) -> bool:
    """Whether a seldom given name, whatever else it means, stands between an office or title and a surname: اللواء نجم الدليمي."""
    if place == 0 or tokens.keys[place] not in seldom_names() or not tokens.kinds[place - 1] & (DEFINITE | COUNTRY):
        return False
    after = tokens.kinds[place + 1] if place + 1 < len(tokens) else 0
    if tokens.kinds[place] & TITLE and after & NAME and not after & (~NAMELY | DEFINITE | DOUBTFUL):
        return ends_there(tokens, place + 1)
    strange = after & (FAMILY | ODD) or (place + 1 < len(tokens) and is_strange(tokens.keys[place + 1]))
    surname = after & DEFINITE and strange and not after & ~NAMELY and may_be_surname(tokens, place + 1)
    return bool(surname) and not is_usual(tokens.keys[place + 1]) and ends_there(tokens, place + 1)


def is_definite_name(tokens: Tokens, place: int) -> bool:
    """Whether a given name with the article (المهدي، الوليد) has a surname behind it; behind an office الأمين is one too."""
    office = ROLE if place and tokens.kinds[place - 1] & DEFINITE else 0
    if tokens.keys[place] not in definite_names() or tokens.kinds[place] & ~(NAMELY | office) or place + 1 >= len(tokens):
        return False
    after = tokens.kinds[place + 1]
    if connectors().get(tokens.keys[place + 1]) == "before":
        return True
    if after & ~NAMELY:
        return False
    sure = after & NAME and not after & DOUBTFUL
    return bool(sure) or (bool(after & (ODD | FAMILY)) and not is_common(tokens.keys[place + 1]))


def goes_on(tokens: Tokens, place: int) -> bool:
    """Whether the next token is plainly a part of a name too."""
    after = place + 1
    if after >= len(tokens):
        return False
    kind = tokens.kinds[after]
    if tokens.keys[after] in connectors():
        return True
    return bool(kind & (NAME | FAMILY | ODD)) and not kind & (FUNCTION | SPEECH | NO_NAME | NATION | PEOPLE)


def name_end(tokens: Tokens, first: int, stop: int) -> int:
    """Where the name that begins at `first` ends, at most at `stop`."""
    place = first + 1
    limit = min(stop, first + LONGEST_NAME)
    if tokens.kinds[first] & RENOWNED and (not tokens.kinds[first] & NAME or is_ordinary(tokens, place)):
        return place
    while place < limit and continues(tokens, first, place):
        place += 1
    while place > first + 1 and (is_joining(tokens, place - 1) or tokens.is_hyphen(place - 1)):
        place -= 1
    return place


def is_ordinary(tokens: Tokens, place: int) -> bool:
    """Whether a common definite word of two uses stands here, so that a surname before it stands alone: تعلن آشتون الزمان."""
    kind = tokens.kinds[place] if place < len(tokens) else 0
    return bool(kind & DEFINITE and kind & DOUBTFUL) and is_common(tokens.keys[place])


def continues(tokens: Tokens, first: int, place: int) -> bool:
    """Whether the token at `place` belongs to the name that began at `first`."""
    kind, key = tokens.kinds[place], tokens.keys[place]
    joined = is_held(tokens, first, place)
    if joined is not None:
        return joined
    if stops_name(tokens, first, place):
        return False
    if kind & WORDS:
        if opens_next_name(tokens, first, place):
            return False
        return closes_as_surname(tokens, first, place) or stands_between_names(tokens, place)
    if place == first + 1 and kind & DEFINITE and is_titled(tokens, first) and not kind & ~NAMELY:
        return True
    if place == first + 1 and tokens.kinds[first] & NAME and is_strange_nisba(kind, key):
        return True
    if kind & NATION:
        given = place == first_unit_end(tokens, first) and (place > first + 1 or tokens.kinds[first] & NAME)
        third = place > first + 1 and kind & FAMILY and kind & DEFINITE and not tokens.kinds[place - 1] & (DEFINITE | RENOWNED)
        return bool(third or (given and (kind & DEFINITE or is_titled(tokens, first)))) and is_nisba(key)
    if not kind & DEFINITE and ends_surname(tokens, first, place - 1):
        return False
    if kind & (NAME | FAMILY | ODD) or (kind & CITY and place == first + 1):
        return True
    return not kind & ~NAMELY and follows_as_surname(tokens, first, place)


def is_held(tokens: Tokens, first: int, place: int) -> bool | None:
    """Whether a hyphen, a word that joins or a prefix makes the token one of the name, or none; None where nothing joins there."""
    if tokens.is_hyphen(place):
        after = tokens.kinds[place + 1]
        if after & CITY and after & DEFINITE:
            return False
        return bool(after & NAME) or not (after & ~NAMELY or is_common(tokens.keys[place + 1]))
    if tokens.is_hyphen(place - 1):
        return True
    if tokens.keys[place] in connectors():
        return not is_kin(tokens, place)
    if is_joining(tokens, place - 1):
        return is_nameable_behind(tokens, place - 1)
    if is_of_god(tokens, place) and not is_blessing(tokens, place):
        return True
    return True if tokens.kinds[place - 1] & PREFIX and place > first + 1 else None


def is_of_god(tokens: Tokens, place: int) -> bool:
    """Whether a definite word stands right before الله, as in no phrase but a surname: خالد الجار الله."""
    after = place + 1
    return bool(tokens.kinds[place] & DEFINITE) and after < len(tokens) and tokens.keys[after] == GOD


def stops_name(tokens: Tokens, first: int, place: int) -> bool:
    """Whether no name goes on at `place`: a mark, a particle, a wish, an adjective, whatever follows a world-known surname."""
    kind, before = tokens.kinds[place], tokens.kinds[place - 1]
    if (
        is_addressed(tokens, first, place)
        or is_blessing(tokens, place)
        or kind & (FUNCTION | PUNCTUATION | PREFIX | NUMBER | TIME | ACCORDING | LATIN | ASIDE | APPOSED)
    ):
        return True
    if kind & DEFINITE and place > first + 1 and follows_surname(tokens, place):
        return True
    if tokens.text[tokens.ends[place] - 1] == HIS and not kind & (NAME | FAMILY) and is_owned(tokens.keys[place]):
        return True
    return bool(before & RENOWNED) and not before & NAME


def opens_next_name(tokens: Tokens, first: int, place: int) -> bool:
    """Whether a definite title before a given name leads to a person behind no sure name: جمعية وفاق | الشيخ محمد الجزاع."""
    kinds, after = tokens.kinds, place + 1
    titled = kinds[place] & TITLE and kinds[place] & DEFINITE and place == first + 1 and not kinds[first] & NAME
    return bool(titled) and after < len(kinds) and bool(kinds[after] & NAME) and not kinds[after] & (DEFINITE | DOUBTFUL)


def closes_as_surname(tokens: Tokens, first: int, place: int) -> bool:
    """Whether a word for an office, a body or a saying is the surname that ends a name: سعيد الوزير."""
    kind, before = tokens.kinds[place], tokens.kinds[place - 1]
    given = before & NAME and (not before & DEFINITE or tokens.keys[place - 1] in definite_names())
    later = kind & DEFINITE and given and (is_closed(tokens, place + 1) or is_and(tokens, place + 1))
    later = later or (kind & MONTH and before & NAME and (is_closed(tokens, place + 1) or surname_follows(tokens, place)))
    known = bool(kind & FAMILY) and (place == first_unit_end(tokens, first) or bool(later)) and not is_office_of(tokens, place)
    return known and (
        bool(kind & DEFINITE) or ends_there(tokens, place) or surname_follows(tokens, place) or is_held_by(tokens, place)
    )


def is_held_by(tokens: Tokens, place: int) -> bool:
    """Whether a definite office follows a given name that is an office too, which it cannot own: ناجي مختار العضو."""
    after = tokens.kinds[place + 1] if place + 1 < len(tokens) else 0
    return bool(tokens.kinds[place] & NAME and after & ROLE and after & DEFINITE)


def stands_between_names(tokens: Tokens, place: int) -> bool:
    """Whether a given name that is an office too stands between two given names: محمد مختار جمعة, but not محمد مختار القرية."""
    kind, before = tokens.kinds[place], tokens.kinds[place - 1]
    after = tokens.kinds[place + 1] if place + 1 < len(tokens) else 0
    given = kind & NAME and before & NAME and after & (NAME | RENOWNED) and not (kind | before | after) & DEFINITE
    return bool(given) and not kind & (BODY | PEOPLE | DOCUMENT) and not after & (WORDS | NATION)


def is_office_of(tokens: Tokens, place: int) -> bool:
    """Whether an office without article stands before a definite word, so that it is no surname: جمعة وزير الأوقاف."""
    kind = tokens.kinds[place]
    after = tokens.kinds[place + 1] if place + 1 < len(tokens) else 0
    return bool(kind & ROLE and not kind & (DEFINITE | NAME) and after & DEFINITE) and not ends_there(tokens, place + 1)


def follows_as_surname(tokens: Tokens, first: int, place: int) -> bool:
    """Whether a word that no table knows is the surname behind a first name, or closes a name of two given names."""
    if place == first_unit_end(tokens, first):
        if place == first + 1 and is_before_unknown(tokens, first):
            return True
        return bool(tokens.kinds[first] & NAME or place > first + 1) and may_be_surname(tokens, place)
    nisba = tokens.kinds[place] & DEFINITE and tokens.keys[place].endswith(NISBA)
    if nisba and is_joining(tokens, place - 2) and may_be_surname(tokens, place) and ends_there(tokens, place):
        return True
    if not tokens.kinds[place] and is_unheard(tokens.keys[place]) and ends_there(tokens, place):
        otherwise = is_no_surname(tokens.keys[place]) or is_several(tokens.keys[place])
        return not otherwise and tokens.text[tokens.ends[place] - 1] != HIS
    if closes_line(tokens, first, place):
        return True
    second = tokens.kinds[place - 2] & NAME or is_joining(tokens, place - 2)
    return bool(tokens.kinds[place - 1] & NAME and second) and closes_name(tokens, place)


def is_addressed(tokens: Tokens, first: int, place: int) -> bool:
    """Whether those who were told begin at `place`, behind a surname alone, under a name that no table knows: السليطي لموزاييك."""
    kinds = tokens.kinds
    alone = place == first + 1 and kinds[first] & DEFINITE and not kinds[first] & ~NAMELY
    if not alone or tokens.keys[first] in definite_names() or place >= len(tokens):
        return False
    return tokens.keys[place][0] == ADDRESSING and not kinds[place] & (~NAMELY | NAME)


def is_titled(tokens: Tokens, first: int) -> bool:
    """Whether a title stands right before a name."""
    return first > 0 and bool(tokens.kinds[first - 1] & TITLE)


def is_nisba(key: str) -> bool:
    """Whether a nationality is that of one man, as surnames are."""
    return not key.endswith((TA_MARBUTA, *PLURALS))


def closes_name(tokens: Tokens, place: int) -> bool:
    """Whether a word that no table knows closes a name of two given names or more: نمر فهمي الطويل، محسن فخري زاده."""
    key = tokens.keys[place]
    owned = tokens.text[tokens.ends[place] - 1] == HIS
    if owned or is_no_surname(key) or is_verb(key) or is_adverb(key):
        return False
    if not (ends_there(tokens, place) or is_office_next(tokens, place)):
        return False
    if is_third_nisba(tokens, place):
        return True
    if tokens.kinds[place] & DEFINITE:
        if key.startswith(PARTICIPLE) and key.endswith(TA_MARBUTA):
            return False
        rare = is_strange(key) or is_counted(tokens, place + 1) or bool(QUALITY_SHAPE.match(key))
        return rare and (not is_usual(key) or is_joining(tokens, place - 2)) and not tokens.kinds[place - 1] & DEFINITE
    unknown = is_rare(key) or (tokens.keys[place - 2] in descents() and not is_common(key))
    return (unknown or is_counted(tokens, place + 1)) and not key.endswith(PLURALS)


def is_third_nisba(tokens: Tokens, place: int) -> bool:
    """Whether a definite word in ـي closes a name of three given names before a mark: أحمد سالم إبراهيم الكروي،."""
    three = place > 2 and all(kind & NAME and not kind & (DEFINITE | DOUBTFUL) for kind in tokens.kinds[place - 3 : place])
    last = tokens.kinds[place] == DEFINITE and tokens.keys[place].endswith(NISBA[0])
    return three and last and is_closed(tokens, place + 1)


def closes_line(tokens: Tokens, first: int, place: int) -> bool:
    """Whether a definite noun closes a name behind a definite given name, as Gulf families write it: سالم الأحمد الصباح."""
    before, key = tokens.kinds[place - 1], tokens.keys[place]
    if tokens.kinds[place] != DEFINITE or not (before & DEFINITE and before & NAME) or before & ~NAMELY or place < first + 2:
        return False
    quality = key.endswith((*NISBA, *FEMININE_ENDINGS)) or key.startswith(PARTICIPLE) or QUALITY_SHAPE.match(key)
    return not quality and not is_no_surname(key) and is_closed(tokens, place + 1)


def is_office_next(tokens: Tokens, place: int) -> bool:
    """Whether an office follows, which an indefinite word cannot go with: سامر نادر سبدرات قاضي المحكمة، نادر سبدرات القاضي."""
    after = tokens.kinds[place + 1] if place + 1 < len(tokens) else 0
    if after & DEFINITE:
        return bool(after & ROLE) and not tokens.kinds[place] & DEFINITE
    if not after & (ROLE | TITLE | PEOPLE):
        return False
    return not after & NAME or (place + 2 < len(tokens) and bool(tokens.kinds[place + 2] & DEFINITE))


def is_counted(tokens: Tokens, place: int) -> bool:
    """Whether an age follows a name, behind a comma or in brackets: محمود أحمد القط، 15 عاما."""
    return place + 1 < len(tokens) and bool(tokens.kinds[place] & PUNCTUATION and tokens.kinds[place + 1] & NUMBER)


def may_be_surname(tokens: Tokens, place: int) -> bool:
    """Whether a word that no table knows as a name can be one behind a first name: no adverb, verb, plural or usual word."""
    key = tokens.keys[place]
    if is_before_that(tokens, place):
        return True
    if not tokens.kinds[place] and key[0] == MIM and is_several(key) and is_known(ARTICLE + key):
        return False
    owned = tokens.text[tokens.ends[place] - 1] == HIS and is_owned(key)
    if owned or is_adverb(key) or is_verb(key) or is_feminine_verb(key) or (is_no_surname(key) and not is_clan(tokens, place)):
        return False
    if tokens.kinds[place] & DEFINITE and key.endswith(FEMININE_ENDINGS) and family(bare_key(key)):
        rare = is_rare(key) and is_rare(bare_key(key)) and is_closed(tokens, place + 1)
        return rare or stands_before_office(tokens, place)
    if not is_common(key):
        noun = tokens.kinds[place] & DEFINITE and is_common(bare_key(key)) and tokens.keys[place - 2] not in descents()
        return not noun or ends_there(tokens, place)
    if len(key) <= INITIAL and is_closed(tokens, place + 1):
        return True
    if key in seldom_names() and not tokens.kinds[place] & DEFINITE and surname_follows(tokens, place):
        return True
    if QUALITY_WORD.match(key) and is_titled(tokens, place - 1):
        return ends_there(tokens, place)
    if QUALITY_WORD.match(key) and says_behind(tokens, place):
        return True
    return ends_there(tokens, place) and (not is_usual(key) or bool(SURNAME_SHAPE.match(tokens.surface(place, place + 1))))


def says_behind(tokens: Tokens, place: int) -> bool:
    """Whether a verb of saying stands before a given name, and أن, a mark or an office behind the word: قال يحيى سريع إن."""
    office = place + 1 < len(tokens) and tokens.kinds[place + 1] & ROLE
    return place > 1 and bool(tokens.kinds[place - 2] & SPEECH) and (is_closed(tokens, place + 1) or bool(office))


def is_feminine_verb(key: str) -> bool:
    """Whether a word is the feminine perfect of a verb that the list knows: موسى | تغيبت."""
    return key.endswith(OPEN_TA) and not key.endswith(FEMININE_PLURAL) and is_verb(key[:-1])


def is_before_that(tokens: Tokens, place: int) -> bool:
    """Whether a definite noun stands between a sure given name and أن, where no verb's object stands: قال أسامة النصف إن.

    An indefinite one does so behind an office: أكد والي وهران مسعود جاري أن.
    """
    before, after = tokens.kinds[place - 1], tokens.kinds[place + 1] if place + 1 < len(tokens) else 0
    given = before & NAME and not before & (DEFINITE | DOUBTFUL)
    key, kind = tokens.keys[place], tokens.kinds[place]
    plural = key.endswith((FEMININE_PLURAL, *PLURALS))
    if not kind & DEFINITE and (kind or is_no_plain_noun(key) or not is_office_before(tokens, place - 1)):
        return False
    return bool(given and after & THAT) and not plural


def is_no_plain_noun(key: str) -> bool:
    """Whether an indefinite word may be an imperfect, an adverb or feminine, so that it closes no name before أن."""
    if key.endswith((ALEF, TA_MARBUTA)) or is_no_surname(key):
        return True
    return key[0] in (ADDRESSING, *IMPERFECT_HEADS) and is_verb(key)


def is_office_before(tokens: Tokens, place: int) -> bool:
    """Whether what can end an office stands right before the name at `place`: والي وهران | مسعود."""
    return place > 0 and bool(tokens.kinds[place - 1] & (DEFINITE | COUNTRY | CITY | TITLE | ROLE | NATION))


def stands_before_office(tokens: Tokens, place: int) -> bool:
    """Whether a sure given name stands before a feminine word and an office behind it that it cannot go with.

    زياد النخالة نائب المدير، سامر العربة المتحدث باسم الشركة.
    """
    before, after = tokens.kinds[place - 1], tokens.kinds[place + 1] if place + 1 < len(tokens) else 0
    sure = before & NAME and (not before & DOUBTFUL or tokens.keys[place - 1] in usual_given_names())
    if not sure or not after & ROLE:
        return False
    return not after & DEFINITE or not tokens.keys[place + 1].endswith(FEMININE_ENDINGS)


def is_clan(tokens: Tokens, place: int) -> bool:
    """Whether a definite word in ـات is known to no list, so that it is a clan's name and no plural: محمود النعيمات."""
    key = tokens.keys[place]
    return (
        key.endswith(FEMININE_PLURAL) and bool(tokens.kinds[place] & DEFINITE) and not is_known(key) and not is_known(bare_key(key))
    )


def follows_surname(tokens: Tokens, place: int) -> bool:
    """Whether a usual definite word stands behind a surname, so that it is an adjective: أسامة الكيني المعروف; not جاد الحق."""
    if tokens.kinds[place] & FAMILY and not tokens.kinds[place - 1] & DEFINITE and is_closed(tokens, place + 1):
        return False
    return (
        is_usual(tokens.keys[place])
        and not (tokens.kinds[place - 1] | tokens.kinds[place]) & NAME
        and tokens.keys[place - 1] != GOD
    )


def ends_surname(tokens: Tokens, first: int, place: int) -> bool:
    """Whether a definite surname stands at `place`, so that no indefinite word goes on with the name; عز العرب سالم does."""
    key = tokens.keys[place]
    if place == first + 1 and tokens.kinds[first] & DOUBTFUL and not key.endswith(NISBA):
        return False
    own = place > first and bool(tokens.kinds[place] & DEFINITE) and not is_joining(tokens, place - 1)
    return own and key not in definite_names() and key not in connectors()


def is_blessing(tokens: Tokens, place: int) -> bool:
    """Whether a wish begins here: رحمه الله، حفظه الله."""
    joins = place + 1 < len(tokens) and tokens.keys[place + 1] == GOD
    return joins and tokens.text[tokens.ends[place] - 1] == HIS


def is_grace(tokens: Tokens, place: int) -> bool:
    """Whether what is owed to God stands here and nobody's name: بفضل الله، من فضل الله."""
    if place == 0 or place + 1 >= len(tokens) or tokens.keys[place + 1] != GOD:
        return False
    return bool(tokens.kinds[place] & DOUBTFUL) and tokens.keys[place - 1] in (BY, OF)


def is_strange_nisba(kind: int, key: str) -> bool:
    """Whether a definite word in ـية is known to no table and no list, so that it is a woman's surname: الخروصية."""
    known = frequencies()
    return kind == DEFINITE and key.endswith(FEMININE_NISBA) and not known.get(key, 0) and not known.get(bare_key(key), 0)


def surname_follows(tokens: Tokens, place: int) -> bool:
    """Whether a definite surname comes next: هادي والي الظالمي."""
    after = tokens.kinds[place + 1] if place + 1 < len(tokens) else 0
    if not after & DEFINITE or after & (NATION | BODY | ROLE):
        return False
    return bool(after & (ODD | FAMILY)) or not (after & ~DEFINITE or is_known(tokens.keys[place + 1]))


def ends_there(tokens: Tokens, place: int) -> bool:
    """Whether the phrase ends with this token, so that a word of two uses is a surname here: فاروق سلطان إن."""
    after = tokens.kinds[place + 1] if place + 1 < len(tokens) else PUNCTUATION
    return bool(after & (PUNCTUATION | FUNCTION | TIME | PREFIX | ONE_OF))


def is_closed(tokens: Tokens, place: int) -> bool:
    """Whether a mark, a verb of saying or أن stands at `place`, or the text ends."""
    return place >= len(tokens) or bool(tokens.kinds[place] & (PUNCTUATION | THAT | SPEECH))


def is_called(tokens: Tokens, place: int) -> bool:
    """Whether a thing stands before the name at `place`, a title between them or not, that is called by it: شارع الملك فيصل."""
    if is_shrine(tokens, place):
        return True
    while place > 0 and tokens.kinds[place - 1] & TITLE:
        place -= 1
    return place > 0 and (is_carrier(tokens, place - 1) or is_told_carrier(tokens, place - 1))


def is_told_carrier(tokens: Tokens, place: int) -> bool:
    """Whether an adjective stands at `place` behind a thing that is called after a person: في المستشفى الجامعي | محمد السادس.

    Behind an office and ل its holder may follow: الأمين العام للجامعة الدولية | سالم الكندي.
    """
    if place < 2 or not tokens.kinds[place] & tokens.kinds[place - 1] & DEFINITE:
        return False
    thing = word_classes().get(bare_key(tokens.keys[place - 1]), 0) & CARRIER
    led = tokens.keys[place - 2] in (ADDRESSING, TO_THE) and any(
        kind & ROLE for kind in tokens.kinds[max(0, place - 4) : place - 2]
    )
    if led:
        return False
    return bool(thing and tokens.kinds[place - 2] & (PREPOSITION | PREFIX)) and not is_and(tokens, place - 2)


def is_carrier(tokens: Tokens, place: int) -> bool:
    """Whether a thing stands at `place` that is called after a person: طريق فلان, but not عن طريق فلان."""
    means = place > 0 and tokens.keys[place] == WAY and tokens.keys[place - 1] == ABOUT
    return bool(tokens.kinds[place] & CARRIER) and not tokens.kinds[place] & DEFINITE and not means


def is_shrine(tokens: Tokens, place: int) -> bool:
    """Whether the name at `place` is a saint's and so a place's: سيدي موسى, but not الرئيس سيدي محمد, سيدي ولد سالم."""
    first = place - 1 if place and tokens.keys[place - 1] == SAINT else place
    if tokens.keys[first] != SAINT or any(key in descents() for key in tokens.keys[first + 1 : first + 3]):
        return False
    return first == 0 or not tokens.kinds[first - 1] & (TITLE | ROLE | SPEECH | NAME)
