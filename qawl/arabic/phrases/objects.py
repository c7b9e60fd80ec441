"""Where the object of a verb begins right behind its subject, so that it is no part of the phrase.

برر المدير | التأخير، دعت المكسيك | الولايات المتحدة إلى، نشر مستخدمون | صورة.
"""

from __future__ import annotations

from qawl.arabic.heads import is_proper_body, known_head
from qawl.arabic.letters import (
    ALEF,
    ARTICLE,
    DOING,
    FEMININE_ENDINGS,
    FEMININE_PLURAL,
    GENERAL,
    HIS,
    NISBA,
    OPEN_TA,
    OWNERS,
    PARTICIPLE,
    PLURALS,
    TA_MARBUTA,
    bare_key,
)
from qawl.arabic.lexicon import (
    BODY,
    COUNTRY,
    DEFINITE,
    DIES,
    DOCUMENT,
    EVENT,
    FUNCTION,
    MEDIA,
    NAME,
    NAME_UNIT,
    NATION,
    OFFICE,
    ORIGIN,
    PEOPLE,
    PLACES,
    PREFIX,
    PREPOSED,
    PREPOSITION,
    PUNCTUATION,
    QUANTITY,
    ROLE,
    SHARED,
    SPEECH,
    TITLE,
    VAGUE,
    long_places,
    word_classes,
)
from qawl.arabic.ordinary import frequencies, is_known
from qawl.arabic.phrases.adjectives import is_adjective
from qawl.arabic.tokens import Tokens

# A definite adjective without a feminine ending has no more letters behind a feminine noun: الشركة الأم، الصحيفة الأكثر.
LONG_ADJECTIVE = 6
# So many words at most are several people with their adjectives: سياسيون عراقيون.
ADJECTIVES = 3
# What no noun behind a verbal noun is.
NO_NOUN = FUNCTION | PREFIX | PUNCTUATION | SPEECH


def is_object(tokens: Tokens, first: int, place: int) -> bool:
    """Whether a definite word behind a name is no adjective, so that it is what was done to: وصف الوزير سالم الكندي | المحادثات."""
    kind, key = tokens.kinds[place], tokens.keys[place]
    if kind & SHARED and kind & DEFINITE:
        return True
    if kind != DEFINITE or tokens.kinds[place - 1] & DOCUMENT:
        return False
    man = tokens.kinds[first] & OFFICE and not tokens.keys[first].endswith(TA_MARBUTA)
    if key.endswith(FEMININE_PLURAL) or (man and key.endswith(TA_MARBUTA)):
        return True
    return not key.startswith(PARTICIPLE) and not key.endswith((*NISBA, TA_MARBUTA))


def is_of_subject(tokens: Tokens, first: int, place: int) -> bool:
    """Whether a thing with a pronoun stands behind a whole noun: أعلن سكان الحي بصور | رفضهم، ختم دفاع سالم الكندي | مرافعته."""
    key, kind, before = tokens.keys[place], tokens.kinds[place], tokens.kinds[place - 1]
    if place == first or before & (PREPOSED | OFFICE) or not before & (DEFINITE | NAME_UNIT | PLACES):
        return False
    owner = next((owner for owner in OWNERS[:3] if key.endswith(owner)), HIS if tokens.is_owned(place) else None)
    noun = key.removesuffix(owner or "")
    thing = owner and any(map(is_known, (noun, noun.removesuffix(OPEN_TA) + TA_MARBUTA)))
    return bool(thing) and not kind & (OFFICE | PEOPLE | NAME_UNIT | DEFINITE | BODY)


def is_behind_body(tokens: Tokens, first: int, place: int) -> bool:
    """Whether a person's name stands behind a definite body, which is called after nobody: اعتقلت الشرطة الفرنسية | سالم الكندي."""
    head, between = tokens.kinds[first], tokens.kinds[first:place]
    if first == place or not head & BODY or head & OFFICE or not tokens.kinds[place] & NAME:
        return False
    return all(kind & DEFINITE for kind in between)


def is_person_behind_body(tokens: Tokens, first: int, place: int) -> bool:
    """Whether a person with office and name stands behind a complete body: أوقفت لجنة الانضباط | اللاعب سالم الكندي.

    Right behind its head the body is called after him: مؤسسة الشيخ زايد.
    """
    after = place + 1
    if not tokens.kinds[first] & BODY or tokens.kinds[first] & ROLE or place < first + 2 or after >= len(tokens):
        return False
    office = tokens.kinds[place] & OFFICE and known_head(tokens.keys[place]) != "group"
    return bool(office and tokens.kinds[after] & NAME) and not tokens.kinds[after] & DEFINITE


def are_others(tokens: Tokens, first: int, place: int) -> bool:
    """Whether people in ين are no adjective, as nothing before them is several: حذرت وزارة الصحة | المواطنين.

    Behind one officer without an owner any people or body are others: ناشد المدير | الطلبة، استقبل الوزير | وفد النقابة; but not
    نقابة الأطباء المقيمين.
    """
    head, kind, key = tokens.kinds[first], tokens.kinds[place], tokens.keys[place]
    officer = place == first + 1 and head & OFFICE and head & DEFINITE
    if officer and head & ROLE and kind & BODY and not kind & (DEFINITE | OFFICE | NAME_UNIT | DOCUMENT):
        return known_head(tokens.keys[first]) != "group"
    if not head & (BODY | OFFICE) or tokens.kinds[place - 1] & PREPOSED or not kind & (PEOPLE | ROLE) or kind & (NATION | NAME):
        return False
    if known_head(key) != "group" or not (officer or key.endswith(PLURALS[1])):
        return False
    return not any(key.endswith((*PLURALS, FEMININE_PLURAL)) or known_head(key) == "group" for key in tokens.keys[first:place])


def is_object_of_several(tokens: Tokens, first: int, place: int) -> bool:
    """Whether what several did it to stands right behind them, whose ن lets them own nothing: نشر مستخدمون | صورة، ناشطون | مقطعا.

    Their adjectives have the plural: طالب مواطنون | الوزارة، انتقد سياسيون عراقيون | الحكومة.
    """
    if tokens.kinds[place] & DEFINITE:
        return is_owned_by_none(tokens, first, place) or is_behind_quality(tokens, first, place)
    several = place == first + 1 and tokens.kinds[first] & (PEOPLE | ROLE) and not tokens.kinds[first] & DEFINITE
    if (
        not several
        or not tokens.keys[first].endswith(PLURALS)
        or known_head(tokens.keys[first]) == "unnamed"
        or tokens.kinds[place] & (DEFINITE | PREFIX | FUNCTION | QUANTITY)
    ):
        return False
    key = tokens.keys[place]
    return key.endswith((TA_MARBUTA, FEMININE_PLURAL)) or (key.endswith(ALEF) and key[:-1] in frequencies())


def is_shared(tokens: Tokens, first: int, place: int) -> bool:
    """Whether what a group, a medium or a platform shares begins here: صفحات إخبارية | صورة، ناشطون | مقطع فيديو.

    What is definite belongs to no definite noun before it, of which it is no adjective: كشف المصدر | الحقائق.
    Behind a relative adjective whoever it is: ناشط محلي | تسجيلا، على فيسبوك | صورة; but not ناشر صورة.
    """
    kinds = tokens.kinds
    if not kinds[place] & SHARED or place == first or kinds[place - 1] & (PREPOSED | DOCUMENT | SHARED):
        return False
    if kinds[place] & DEFINITE:
        return bool(kinds[place - 1] & DEFINITE)
    adjective = place > first + 1 and tokens.keys[place - 1].endswith(NISBA)
    platform = kinds[first] & MEDIA or (first and kinds[first] & BODY and kinds[first - 1] & PREPOSITION)
    return adjective or bool(platform) or known_head(tokens.keys[first]) == "group"


def is_behind_quality(tokens: Tokens, first: int, place: int) -> bool:
    """Whether a definite word stands behind an indefinite source and its relative adjective: مصدر أمني | المواطنين."""
    head, before = tokens.kinds[first], tokens.kinds[place - 1]
    if not head & ORIGIN or head & DEFINITE or place < first + 2 or tokens.kinds[place] & (NAME_UNIT | NATION | TITLE):
        return False
    return tokens.keys[place - 1].endswith(NISBA) and not before & (DEFINITE | ROLE | BODY | DOCUMENT | PREPOSITION)


def is_owned_by_none(tokens: Tokens, first: int, place: int) -> bool:
    """Whether a definite noun stands behind several whose ون lets them own nothing, their adjectives in ون between."""
    if tokens.kinds[first] & DEFINITE or not first < place <= first + ADJECTIVES or known_head(tokens.keys[first]) != "group":
        return False
    return all(key.endswith(PLURALS[0]) for key in tokens.keys[first:place]) and not tokens.kinds[place] & (FUNCTION | PREFIX)


def is_behind_several(tokens: Tokens, first: int, place: int) -> bool:
    """Whether one person or a body stands right behind several, whom they urge: ناشد أهالي الحي | الوزير، طالب السكان | البلدية.

    Several people's adjectives have the plural: الناشطون السياسيون; that of what they are of has not: أعضاء السلك | الدبلوماسي.
    """
    kind, key = tokens.kinds[place], tokens.keys[place]
    of_owner = place > first + 1 and key.endswith(NISBA[0]) and not tokens.kinds[place - 1] & OFFICE
    if of_owner and kind & tokens.kinds[place - 1] & DEFINITE:
        return False
    if (
        not kind & (OFFICE | BODY)
        or tokens.kinds[place - 1] & PREPOSED
        or key.endswith((*PLURALS, FEMININE_PLURAL))
        or (kind & BODY and key.endswith(NISBA[0]))
    ):
        return False
    return known_head(tokens.keys[first]) == "group" and known_head(bare_key(key)) != "group"


def is_behind_whole_plural(tokens: Tokens, first: int, place: int) -> bool:
    """Whether a name stands right behind a plural with its ن, which owns nothing: اتهم معارضون | سامي الكندي."""
    before = place - 1
    several = before >= first and tokens.keys[before].endswith(PLURALS) and not tokens.kinds[before] & (NAME_UNIT | DEFINITE)
    return several and any(known_head(tokens.keys[at]) == "group" for at in range(first, place))


def is_event(tokens: Tokens, first: int, place: int, limit: int) -> bool:
    """Whether what an indefinite source told begins here: أكد مصدر محلي | مقتل جندي، أعلن مسؤول كندي | إطلاق القمر.

    But not the field of an office: مدير عام تسويق الحبوب.
    """
    kinds, key = tokens.kinds, tokens.keys[place]
    if not 0 < first < place - 1 or kinds[first] & DEFINITE or not kinds[first - 1] & SPEECH:
        return False
    event = kinds[place] & ~DIES == EVENT or (not kinds[place] and DOING.match(key))
    owner = kinds[place - 1] & (PREPOSED | BODY | DOCUMENT) or (kinds[place - 1] & ROLE and not kinds[first] & ORIGIN)
    owner = owner or (kinds[first] & ROLE and tokens.keys[place - 1] == GENERAL)
    return bool(event) and not owner and place + 1 < limit and not kinds[place + 1] & NO_NOUN


def is_behind_own_name(tokens: Tokens, first: int, place: int) -> bool:
    """Whether a definite word is no adjective of the land or the body called so before it: رفضت حماس | القرار، تركيا | الهجوم."""
    kind, key, before = tokens.kinds[place], tokens.keys[place], place - 1
    land = before == first and tokens.kinds[before] & COUNTRY and not tokens.kinds[before] & (NATION | DEFINITE)
    if not kind & DEFINITE or kind & (NAME_UNIT | NATION) or not (land or is_proper_body(tokens, before)):
        return False
    return key in frequencies() and not is_adjective(key) and not is_one_place(tokens, first, place)


def is_other_land(tokens: Tokens, first: int, place: int) -> bool:
    """Whether another country or city begins behind a country, which is then what was told: دعت المكسيك | الولايات المتحدة إلى."""
    lands = PLACES
    if not tokens.kinds[first] & COUNTRY or not tokens.kinds[place] & lands or not tokens.kinds[place - 1] & lands:
        return False
    if is_one_place(tokens, first, place):
        return False
    key = tokens.keys[place]
    return bool(word_classes().get(key, 0) & lands) or key in long_places()


def is_one_place(tokens: Tokens, first: int, place: int) -> bool:
    """Whether the words from `first` to `place` open the name of one place, body or office: كوريا الشمالية، جنوب أفريقيا."""
    words = tuple(tokens.keys[first : place + 1])
    return any(long[: len(words)] == words for long, _ in long_places().get(words[0], ()))


def is_unlike(tokens: Tokens, first: int, place: int) -> bool:
    """Whether a plain definite word is no adjective of the definite office or body right before it: برر المدير | التأخير.

    By gender: وصف المتحدث | الاتهامات، وصفت المنظمة | الأوضاع; by its form a verbal noun; a document: ختم الرئيس | الخطاب.
    """
    before, key = tokens.keys[place - 1], tokens.keys[place]
    if is_officer_behind_body(tokens, first, place) or is_against_body(tokens, first, place):
        return True
    head = tokens.kinds[place - 1] & (OFFICE | PEOPLE | BODY) and tokens.kinds[first] & tokens.kinds[place - 1] & DEFINITE
    plain = tokens.kinds[place] & DEFINITE and not tokens.kinds[place] & ~(DEFINITE | DOCUMENT | PEOPLE)
    if not head or known_head(before) == "group":
        return False
    if tokens.kinds[place] & DEFINITE and tokens.kinds[place] & DOCUMENT and not tokens.kinds[place - 1] & BODY:
        return True
    if is_body_beside(tokens, place):
        return True
    if not plain:
        return False
    if before.endswith(TA_MARBUTA):
        return place == first + 1 and len(key) > LONG_ADJECTIVE and not key.endswith(FEMININE_ENDINGS)
    if tokens.kinds[place - 1] & BODY:
        return False
    return key.endswith((TA_MARBUTA, FEMININE_PLURAL)) or bool(DOING.match(bare_key(key)))


def is_officer_behind_body(tokens: Tokens, first: int, place: int) -> bool:
    """Whether officers or people stand behind a definite body, whose gender they have not, or before a name: أقال المجلس | المدرب.

    استدعت النيابة | الوزير، طالبت النقابة | العمال، انتقد البيان | الحكومة, but not الحزب الحاكم، اللجنة المشرفة.
    """
    head, kind, key = tokens.kinds[first], tokens.kinds[place], tokens.keys[place]
    if not (kind & head & DEFINITE and head & (BODY | DOCUMENT)) or head & (OFFICE | NATION):
        return False
    if not kind & (OFFICE | PEOPLE | (0 if head & BODY else BODY)) or kind & NATION or key.endswith(NISBA):
        return False
    if not all(kind & DEFINITE for kind in tokens.kinds[first:place]):
        return False
    named = tokens.kinds[place + 1] & NAME
    feminine = tokens.keys[first].endswith(FEMININE_ENDINGS)
    return bool(named) or feminine != key.endswith(FEMININE_ENDINGS)


def is_against_body(tokens: Tokens, first: int, place: int) -> bool:
    """Whether a feminine or a plural stands behind one masculine body whose officer acts: شكر مدير المصنع | البلدية، اللاعبين."""
    kinds, before = tokens.kinds, place - 1
    one = kinds[before] & VAGUE and not tokens.keys[before].endswith(FEMININE_ENDINGS)
    if not one or before == first or not kinds[first] & OFFICE:
        return False
    return bool(kinds[place] & DEFINITE) and tokens.keys[place].endswith((*FEMININE_ENDINGS, *PLURALS))


def is_body_beside(tokens: Tokens, place: int) -> bool:
    """Whether a definite body stands right behind a definite office, so that it is the object: دعا المدير | الهيئة الوطنية إلى."""
    kind, before = tokens.kinds[place], tokens.kinds[place - 1]
    office = before & ROLE and not before & (BODY | PEOPLE | TITLE)
    other = OFFICE | NAME_UNIT | NATION | MEDIA
    return bool(office and kind & DEFINITE and kind & BODY and not kind & other) and not tokens.keys[place].endswith(NISBA[0])


def is_other_noun(tokens: Tokens, place: int) -> bool:
    """Whether a definite word behind a feminine nationality is none of its adjectives by gender: أدانت الخارجية التونسية الهجوم."""
    before, kind = tokens.kinds[place - 1], tokens.kinds[place]
    own = before & NATION and before & DEFINITE and tokens.keys[place - 1].endswith(TA_MARBUTA)
    office = kind & OFFICE and not (tokens.kinds[place + 1] & NATION & ~kind)
    return bool(own and kind & DEFINITE and not office) and not tokens.keys[place].endswith(FEMININE_ENDINGS)


def is_behind_national(tokens: Tokens, first: int, place: int) -> bool:
    """Whether a definite word behind the nationality of a man in office or a body is no adjective: الوزير التركي | العقوبات.

    By gender, by its form, or by what it is: المدير النرويجي | الانسحاب، الوزير التركي | السكان، الوزير التركي | الحكومة.
    """
    before, kind, key = tokens.kinds[place - 1], tokens.kinds[place], tokens.keys[place]
    man = tokens.kinds[first] & (ROLE | BODY) and not tokens.keys[first].endswith((TA_MARBUTA, *PLURALS))
    own = before & NATION and before & DEFINITE and not before & PEOPLE and tokens.keys[place - 1].endswith(NISBA[0])
    if not (man and own and kind & DEFINITE) or kind & (OFFICE | NAME_UNIT | NATION | MEDIA):
        return False
    return (
        bool(kind & (DOCUMENT | PEOPLE | BODY | QUANTITY))
        or key.endswith((TA_MARBUTA, FEMININE_PLURAL))
        or bool(DOING.match(bare_key(key)))
        or (kind == DEFINITE and key in frequencies() and not key.startswith(ARTICLE + ALEF) and not is_adjective(key))
    )
