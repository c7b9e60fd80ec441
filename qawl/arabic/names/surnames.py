"""Whether a word that no table knows as a name is one behind a given name: قال يحيى | سريع إن, محسن فخري | زاده."""

from __future__ import annotations

from qawl.arabic.letters import (
    ADDRESSING,
    ALEF,
    ARTICLE,
    CLAN,
    DIPTOTE,
    FEMININE_ENDINGS,
    FEMININE_PLURAL,
    FUTURE,
    HIS,
    HOUSE,
    IMPERFECT_HEADS,
    INITIAL,
    MIM,
    NISBA,
    PARTICIPLE,
    PLURALS,
    QUALITY_SHAPE,
    QUALITY_WORD,
    SURNAME_SHAPE,
    TA_MARBUTA,
    WRITTEN_TA_MARBUTA,
    bare_key,
)
from qawl.arabic.lexicon import (
    DEFINITE,
    DETERMINED,
    DOCUMENT,
    DOUBTFUL,
    EVENT,
    FAMILY,
    NAME,
    NATION,
    ODD,
    RELATIVE,
    ROLE,
    SETTING,
    SPEECH,
    THAT,
    TITLE,
)
from qawl.arabic.names.joiners import NAMELY, is_and, is_joining
from qawl.arabic.names.tails import ends_there, has_tanwin, is_closed, is_counted, is_office_next, surname_follows
from qawl.arabic.names.units import FAMILY_SHARE, connectors, descents, known_abroad, units, usual_given_names
from qawl.arabic.ordinary import (
    family,
    is_adverb,
    is_common,
    is_doing,
    is_feminine_verb,
    is_known,
    is_no_surname,
    is_owned,
    is_rare,
    is_several,
    is_strange,
    is_theirs,
    is_usual,
    is_verb,
    may_act,
)
from qawl.arabic.tokens import Tokens

# What a noun that closes a name may be besides.
CLOSING = FAMILY | ODD | DOUBTFUL | DOCUMENT | SETTING | EVENT


def may_be_surname(tokens: Tokens, place: int) -> bool:
    """Whether a word that no table knows as a name can be one behind a first name: no adverb, verb, plural or usual word."""
    key = tokens.keys[place]
    if is_before_that(tokens, place):
        return True
    if is_other_word(tokens, place):
        return False
    if tokens.kinds[place] & DEFINITE and key.endswith(FEMININE_ENDINGS) and family(bare_key(key)):
        rare = is_rare(key) and is_rare(bare_key(key)) and is_closed(tokens, place + 1)
        return rare or stands_before_office(tokens, place)
    if not is_common(key):
        noun = tokens.kinds[place] & DEFINITE and is_common(bare_key(key)) and tokens.keys[place - 2] not in descents()
        return not noun or ends_there(tokens, place)
    return is_common_surname(tokens, place)


def is_other_word(tokens: Tokens, place: int) -> bool:
    """Whether a word is of a kind that no surname is: an adverb, a verb, a plural, a noun with its pronoun, one in ـًا."""
    key = tokens.keys[place]
    if has_tanwin(tokens, place):
        return True
    several = key[0] == MIM or key.endswith(FEMININE_PLURAL)
    if not tokens.kinds[place] and several and is_several(key) and is_known(ARTICLE + key):
        return True
    if tokens.text[tokens.ends[place] - 1] == HIS and is_owned(key):
        return True
    if not tokens.kinds[place] & ~ODD and (is_theirs(key) or is_doing(key) or (key[0] == ALEF and may_act(key))):
        return True
    if (is_adverb(key) and not is_borne(key)) or is_verb(key) or is_feminine_verb(key):
        return True
    return is_otherwise_shaped(tokens, place) and not is_clan(tokens, place)


def is_otherwise_shaped(tokens: Tokens, place: int) -> bool:
    """Whether a word has the shape of no surname: استقالته; but not شموتة, الطراونة, whose ة shows that they are no such."""
    key, written = tokens.keys[place], tokens.text[tokens.ends[place] - 1]
    if written != WRITTEN_TA_MARBUTA:
        return is_no_surname(key)
    return not key[:-1].endswith((*PLURALS, FEMININE_PLURAL)) and is_no_surname(key[:-1])


def is_common_surname(tokens: Tokens, place: int) -> bool:
    """Whether a common word is a surname by where it stands: an initial, a quality, one before a surname or at its phrase's end."""
    key = tokens.keys[place]
    if len(key) <= INITIAL and is_closed(tokens, place + 1):
        return True
    if is_borne(key) and not tokens.kinds[place] & DEFINITE and (surname_follows(tokens, place) or is_no_construct(tokens, place)):
        return True
    if ends_there(tokens, place) and is_no_object(tokens, place):
        return True
    if tokens.keys[place - 1] in known_abroad() and closes_foreign(tokens, place):
        return True
    if QUALITY_WORD.match(key) and says_before(tokens, place):
        return True
    return ends_there(tokens, place) and (not is_usual(key) or bool(SURNAME_SHAPE.match(tokens.surface(place, place + 1))))


def closes_foreign(tokens: Tokens, place: int) -> bool:
    """Whether an indefinite word ends a foreign name before an office, or behind one: مايك بنس نائب الرئيس، المدير مايكل جاري و."""
    if tokens.kinds[place] & DEFINITE or tokens.kinds[place - 1] & DOUBTFUL:
        return False
    return is_office_next(tokens, place) or (is_office_before(tokens, place - 1) and ends_there(tokens, place))


def is_borne(key: str) -> bool:
    """Whether somebody is known to have a word in his name, though it is a word besides: حصاد, مرهون."""
    return key in units() and units()[key].share >= FAMILY_SHARE


def is_no_construct(tokens: Tokens, place: int) -> bool:
    """Whether a word stands behind a sure given name and before no definite one, which it could be ruled with: محمد حصاد زوال."""
    before, after = tokens.kinds[place - 1], tokens.kinds[place + 1]
    sure = before & NAME and not before & (DEFINITE | DOUBTFUL) and tokens.keys[place - 1] in usual_given_names()
    return bool(sure) and not after & (DETERMINED | NAME | FAMILY)


def is_before_that(tokens: Tokens, place: int) -> bool:
    """Whether a definite noun stands between a sure given name and أن, where no verb's object stands: قال أسامة النصف إن.

    An indefinite one does so behind an office: أكد والي وهران مسعود جاري أن.
    """
    before, after = tokens.kinds[place - 1], tokens.kinds[place + 1]
    given = before & NAME and not before & (DEFINITE | DOUBTFUL)
    key, kind = tokens.keys[place], tokens.kinds[place]
    plural = key.endswith((FEMININE_PLURAL, *PLURALS))
    if not kind & DEFINITE and (kind or is_no_plain_noun(key) or not is_office_before(tokens, place - 1)):
        return False
    return bool(given and after & THAT) and not plural


def is_no_object(tokens: Tokens, place: int) -> bool:
    """Whether an indefinite noun behind who speaks, or has a title or an office, is no object, which would end in ا.

    قال القائد محمد | سريع في بيان; not أكد الوزير سامي دعما له; what has no such ending (خطة، تفاصيل) may be one.
    """
    key, first = tokens.keys[place], place - 2 if is_of_two(tokens, place - 1) else place - 1
    introduced = (tokens.kinds[first - 1] if first > 0 else 0) & SPEECH or is_office_before(tokens, first)
    if not introduced or tokens.kinds[place] & DEFINITE or key.endswith((ALEF, TA_MARBUTA)) or DIPTOTE.match(key):
        return False
    return key[0] != IMPERFECT_HEADS[0] and not is_and(tokens, place + 1)


def is_of_two(tokens: Tokens, last: int) -> bool:
    """Whether a given name of two words ends at `last`: عبد الله, محيي الدين."""
    return is_joining(tokens, last - 1) or connectors().get(tokens.keys[last]) == "after"


def is_no_plain_noun(key: str) -> bool:
    """Whether an indefinite word may be an imperfect, an adverb or feminine, so that it closes no name before أن."""
    if key.endswith((ALEF, TA_MARBUTA)) or is_no_surname(key):
        return True
    return key[0] in (ADDRESSING, *IMPERFECT_HEADS) and is_verb(key)


def is_office_before(tokens: Tokens, place: int) -> bool:
    """Whether what can end an office stands right before the name at `place`: والي وهران | مسعود."""
    return place > 0 and bool(tokens.kinds[place - 1] & (DETERMINED | TITLE | ROLE | NATION))


def stands_before_office(tokens: Tokens, place: int) -> bool:
    """Whether a sure given name stands before a feminine word and an office behind it that it cannot go with.

    زياد النخالة نائب المدير، سامر العربة المتحدث باسم الشركة.
    """
    before, after = tokens.kinds[place - 1], tokens.kinds[place + 1]
    sure = before & NAME and (not before & DOUBTFUL or tokens.keys[place - 1] in usual_given_names())
    if not sure or not after & ROLE:
        return False
    return not after & DEFINITE or not tokens.keys[place + 1].endswith(FEMININE_ENDINGS)


def says_before(tokens: Tokens, place: int) -> bool:
    """Whether a verb of saying stands before a given name, and أن, a mark or an office behind the word: قال يحيى سريع إن."""
    office = tokens.kinds[place + 1] & ROLE
    return place > 1 and bool(tokens.kinds[place - 2] & SPEECH) and (is_closed(tokens, place + 1) or bool(office))


def is_titled(tokens: Tokens, first: int) -> bool:
    """Whether a title stands right before a name."""
    return first > 0 and bool(tokens.kinds[first - 1] & TITLE)


def is_clan(tokens: Tokens, place: int) -> bool:
    """Whether a definite plural is known to no list, so that it is a clan's name: محمود النعيمات، محمود الدرافسة."""
    key = tokens.keys[place]
    plural = key.endswith(FEMININE_PLURAL) or CLAN.fullmatch(key)
    return bool(plural and tokens.kinds[place] & DEFINITE) and not is_known(key) and not is_known(bare_key(key))


def closes_introduced(tokens: Tokens, first: int, place: int) -> bool:
    """Whether an indefinite noun may close two given names of who is introduced: السيد سامي حسن خطاب،; an object ended in ا."""
    key, kind = tokens.keys[place], tokens.kinds[place]
    if kind & ~CLOSING or key.endswith((ALEF, TA_MARBUTA, *PLURALS)) or not cannot_go_on(tokens, place + 1):
        return False
    will_act = key[0] == FUTURE and key[1] in IMPERFECT_HEADS and is_known(IMPERFECT_HEADS[0] + key[2:])
    if will_act or tokens.keys[place - 2] == HOUSE:
        return False
    given = all(tokens.kinds[at] & NAME or is_of_two(tokens, at) or is_joining(tokens, at) for at in range(first, place))
    if not given or is_other_word(tokens, place):
        return False
    return is_titled(tokens, first) or not DIPTOTE.match(key)


def closes_name(tokens: Tokens, place: int) -> bool:
    """Whether a word that no table knows closes a name of two given names or more: نمر فهمي الطويل، محسن فخري زاده."""
    key = tokens.keys[place]
    owned = tokens.text[tokens.ends[place] - 1] == HIS
    shaped = is_otherwise_shaped(tokens, place) and not is_clan(tokens, place)
    if owned or shaped or is_verb(key) or is_adverb(key):
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
    unknown = is_rare(key) or (tokens.keys[place - 2] in descents() and (not is_common(key) or is_closed(tokens, place + 1)))
    several = key.endswith(PLURALS) or (key[0] == MIM and key.endswith(FEMININE_PLURAL))
    return (unknown or is_counted(tokens, place + 1)) and not several


def cannot_go_on(tokens: Tokens, place: int) -> bool:
    """Whether an indefinite noun cannot be ruled by what stands at `place`: a mark, a verb of saying, أن, و, الذي."""
    kind = tokens.kinds[place] if place < len(tokens) else 0
    return is_closed(tokens, place) or is_and(tokens, place) or bool(kind & RELATIVE and kind & DEFINITE)


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
    house = bare_key(key) in usual_given_names()
    closed = is_closed(tokens, place + 1) or is_titled(tokens, first) or is_office_next(tokens, place)
    return bool(house or not quality) and not is_no_surname(key) and closed


def is_nisba(key: str) -> bool:
    """Whether a nationality is that of one man, as surnames are."""
    return not key.endswith((TA_MARBUTA, *PLURALS))
