"""Where the subject of a verb ends and its object begins: رفضت وزارة النقل | العرض، نشر الموقع | صورا."""

from __future__ import annotations

from qawl.arabic.heads import type_of
from qawl.arabic.letters import ADDRESSING, ALEF, ARTICLE, BY, FEMININE_ENDINGS, IN, NISBA, OPEN_TA, PARTICIPLE, bare_key
from qawl.arabic.lexicon import (
    ACT,
    ANYONE,
    BINDS,
    BODY,
    CLOSES,
    COMMA,
    COUNTRY,
    DEFINITE,
    DETERMINED,
    DOCUMENT,
    EVENT,
    FUNCTION,
    LAST_NAME,
    MEETS,
    NAME,
    NAME_UNIT,
    NATION,
    NUMBER,
    OBJECT,
    ODD,
    OFFICE,
    OPENS,
    PEOPLE,
    PLACES,
    PREFIX,
    PREPOSITION,
    PUNCTUATION,
    QUANTITY,
    QUOTE,
    RANK,
    RENOWNED,
    ROLE,
    SAME,
    SETTING,
    SPEECH,
    TIME,
    TITLE,
    VAGUE,
    WAKING,
    readings,
    word_classes,
)
from qawl.arabic.names.genders import gendered_names, is_womans
from qawl.arabic.names.joiners import is_and
from qawl.arabic.ordinary import frequencies, is_common
from qawl.arabic.phrases.adjectives import is_adjective
from qawl.arabic.phrases.bearers import NO_DEED
from qawl.arabic.phrases.phrase import Phrase
from qawl.arabic.tokens import Tokens
from qawl.arabic.verbs import JUDGED, PERSON, TOLD, WHOM

# What joins another noun to a phrase, and what goes on with one.
JOINS = FUNCTION | PREFIX | BINDS | PUNCTUATION
# What no adjective is, whatever its form.
NO_QUALITY = DOCUMENT | EVENT | VAGUE
THINGS = DOCUMENT | EVENT | OBJECT | SETTING | WAKING
GOES_ON = OFFICE | NAME_UNIT | PLACES | NATION | NUMBER | RANK | QUANTITY | SAME
# What heads a party.
PARTY = OFFICE | BODY | PEOPLE | COUNTRY
# Acts of verbs that may go without a person as their object.
ASKS = ("ask", "call", "warn")
# What a verb of saying takes that has somebody as its object.
PERSONAL = (WHOM, TOLD, JUDGED, PERSON)


def subject_alone(tokens: Tokens, phrase: Phrase) -> Phrase:
    """The phrase up to the object behind it: رفضت وزارة النقل | العرض، نشر الموقع | صورا، قدم الوزير | تعازيه."""
    if phrase.named:
        return surname_alone(tokens, phrase)
    if phrase.type == "document" and not tokens.kinds[phrase.first] & DEFINITE:
        return phrase
    whole = False
    for place in range(phrase.first, phrase.stop):
        kind = tokens.kinds[place]
        if is_in_marks(tokens, phrase.first, place):
            continue
        if place > phrase.name[0] and (is_object(tokens, place, whole) or (whole and leads_to_deed(tokens, place))):
            place -= bool(tokens.kinds[place - 1] & PREFIX)
            role = (phrase.role[0], min(phrase.role[1], place)) if phrase.role else None
            return phrase._replace(stop=place, name=(phrase.name[0], min(phrase.name[1], place)), role=role)
        whole = bool(kind & (DETERMINED if place > phrase.first else DEFINITE)) or (whole and not kind & JOINS)
    return phrase


def is_in_marks(tokens: Tokens, first: int, place: int) -> bool:
    """Whether marks that open behind `first` are still open at `place`, inside the words between them: شركة «رياح | الشمال»."""
    marks = (tokens.kinds[at] & QUOTE for at in range(place - 1, first, -1))
    nearest = next((mark for mark in marks if mark), 0)
    return bool(nearest & OPENS and not nearest & CLOSES) and not tokens.kinds[place - 1] & OPENS


def leads_to_deed(tokens: Tokens, place: int) -> bool:
    """Whether ب and a plain noun without article stand behind the definite subject, led by its verb: أشاد المدرب | بأداء الحارس.

    So does في before an occasion: شارك المدير | في الحفل; not القيادي في اللقاء المشترك. And ل before a verb: عاد المدير | ليؤكد.
    """
    noun = place + 1
    if noun >= len(tokens):
        return False
    if tokens.keys[place] == ADDRESSING[0] and tokens.kinds[place] & PREFIX:
        return any(reading.tense == "imperfect" for reading in readings(tokens.keys[noun]))
    if tokens.keys[place] == IN:
        return not tokens.kinds[place - 1] & ANYONE and is_occasion(tokens.keys[noun])
    if tokens.keys[place] != BY or not tokens.kinds[place] & PREFIX:
        return False
    return not tokens.kinds[noun] & NO_DEED and is_common(tokens.keys[noun])


def surname_alone(tokens: Tokens, phrase: Phrase) -> Phrase:
    """The surname that stands before the office and the name of another: انتقد الدرعي | رئيس المجلس سامر الحلبي."""
    first, office = phrase.first, phrase.first + 1
    kinds = tokens.kinds
    surname = kinds[first] & LAST_NAME and not kinds[first] & ~(NAME_UNIT | ODD | DEFINITE | RENOWNED)
    if not surname or phrase.name[0] <= office or not kinds[office] & ROLE or kinds[office] & DEFINITE:
        return phrase
    return phrase._replace(stop=office, name=(first, office), role=None)


def before_met(tokens: Tokens, verb: int, phrase: Phrase) -> Phrase:
    """The subject before the party that its verb has as its object: هنأ الوزير | المدرب سامر; أقالت اللجنة | المحافظ من منصبه."""
    if not has_person(tokens, verb):
        return phrase
    met = second_office(tokens, verb, phrase) if phrase.named and tokens.kinds[phrase.first] & OFFICE else None
    met = met or second_party(tokens, phrase)
    return phrase if met is None else before_party(tokens, phrase, met)


def before_party(tokens: Tokens, phrase: Phrase, met: int) -> Phrase:
    """The part of a phrase before the other party, which begins at `met`."""
    words = (phrase.first, met)
    role = words if tokens.kinds[phrase.first] & OFFICE else None
    return Phrase(phrase.first, met, type_of(tokens, phrase.first) or "unnamed", words, role, False)


def has_person(tokens: Tokens, verb: int) -> bool:
    """Whether a verb has somebody as its object: استقبل، انتقد, and those of saying that tell or judge him: طالب، اتهم."""
    kind = tokens.kinds[verb]
    if kind & (ACT | MEETS):
        return True
    return bool(kind & SPEECH) and any(not reading.takes.isdisjoint(PERSONAL) for reading in readings(tokens.keys[verb]))


def ends_clause(tokens: Tokens, place: int) -> bool:
    """Whether no other object can follow: a mark, a time, a preposition, or و and a verb of saying stands at `place`."""
    kinds = tokens.kinds
    if place >= len(tokens) or kinds[place] & (PUNCTUATION | TIME | PREPOSITION):
        return True
    if is_and(tokens, place):
        return place + 1 >= len(tokens) or bool(kinds[place + 1] & SPEECH)
    return bool(kinds[place] & PREFIX) or is_accusative(tokens, place)


def is_accusative(tokens: Tokens, place: int) -> bool:
    """Whether a noun in the accusative tells what somebody is made: عين المجلس سالم الكندي | مديرا."""
    key = tokens.keys[place]
    return key.endswith(ALEF) and not tokens.kinds[place] & (NAME_UNIT | DEFINITE) and bare_of_alef(key)


def bare_of_alef(key: str) -> bool:
    """Whether general text knows a word without its last alef too: مديرا beside مدير."""
    return key[:-1] in frequencies()


def second_office(tokens: Tokens, verb: int, phrase: Phrase) -> int | None:
    """Where the second of two offices before a name begins, each in full: الوزير | المدرب فلان، رئيس المجلس | وزير الصحة فلان.

    Behind a verb that may go without an object one with the article is a title: دعا رئيس اللجنة النائب فلان إلى كذا.
    So is a rank behind the office of something: التقى مدير شرطة المدينة العميد فلان وفدا.
    """
    kinds, title = tokens.kinds, DEFINITE if may_go_without(tokens, verb, phrase.name[1]) else 0
    if not ends_clause(tokens, phrase.name[1]):
        return None
    for place in range(phrase.name[0] - 1, phrase.first, -1):
        office = kinds[place] & ROLE and not kinds[place] & title and kinds[place - 1] & DEFINITE
        ranked = kinds[place] & TITLE and not kinds[phrase.first] & DEFINITE
        if office and not ranked and not tokens.keys[place].endswith(NISBA):
            return place
    return None


def may_go_without(tokens: Tokens, verb: int, stop: int) -> bool:
    """Whether a verb of saying needs nobody as its object, or has it behind a comma: طالب فلان بكذا، انتقد فلان، في بيان، كذا."""
    if not tokens.kinds[verb] & SPEECH:
        return False
    comma = tokens.kinds[stop] & COMMA
    return bool(comma) or any(reading.act in ASKS for reading in readings(tokens.keys[verb]))


def second_party(tokens: Tokens, phrase: Phrase) -> int | None:
    """Where another party begins behind the whole of the first: اللجنة | وزير الصحة، كندا | نقابة الأطباء، مدير المصنع | العمال.

    An office and a name behind it may be one person, and one with the article its adjective if another object can follow.
    """
    officer = tokens.kinds[phrase.first] & OFFICE
    if phrase.named and officer:
        return None
    stop = phrase.name[0] if phrase.named else phrase.stop
    place = next((at for at in range(phrase.first + 1, stop + 1) if is_another(tokens, phrase.first, at)), None)
    if place is None or place >= phrase.stop or ends_clause(tokens, phrase.stop):
        return place if place is not None and place < phrase.stop else None
    return None if officer or tokens.kinds[place] & DEFINITE else place


def is_another(tokens: Tokens, first: int, place: int) -> bool:
    """Whether another party's head stands behind a whole noun, and no adjective: no nationality, no participle (الشركة المنظمة)."""
    if place >= len(tokens) or not tokens.kinds[place - 1] & DETERMINED:
        return False
    kind, key, head = tokens.kinds[place], tokens.keys[place], tokens.kinds[first]
    if kind & NAME and not kind & DEFINITE and not head & OFFICE:
        return not tokens.kinds[place - 1] & (TITLE | NAME) or bool(head & COUNTRY)
    if not kind & PARTY or kind & (NATION | PREFIX) or (kind & tokens.kinds[place - 1] & PLACES):
        return False
    if head & COUNTRY or not kind & DEFINITE:
        return True
    if kind & BODY and (key.startswith(PARTICIPLE) or may_agree(tokens, first, place)):
        return False
    return place > first + 1 or key.endswith(FEMININE_ENDINGS) != tokens.keys[first].endswith(FEMININE_ENDINGS)


def may_agree(tokens: Tokens, first: int, place: int) -> bool:
    """Whether a word in ي or ية may be an adjective of a noun before it by gender: اللجنة الأولمبية, not البنك | البلدية."""
    key = tokens.keys[place]
    feminine = key.endswith(FEMININE_ENDINGS)
    return key.endswith(NISBA) and any(word.endswith(FEMININE_ENDINGS) == feminine for word in tokens.keys[first:place])


def is_of_officer(tokens: Tokens, phrase: Phrase) -> bool:
    """Whether a phrase is what an officer said or did, and so no person but an object: انتقد | اقتراحات الوزير سامر الحلبي."""
    office = phrase.first + 1
    return phrase.named and phrase.name[0] > office and is_thing_of(tokens, phrase.first, office)


def is_thing_of(tokens: Tokens, place: int, office: int) -> bool:
    """Whether a common noun without article, a thing by all that tables know, stands right before an office or a title."""
    officer = tokens.kinds[office] & OFFICE
    return bool(officer) and not tokens.kinds[place] & ~THINGS and is_common(tokens.keys[place])


def is_of_other_gender(tokens: Tokens, verb: int, phrase: Phrase) -> bool:
    """Whether a person right behind a verb is its object by gender: وانتقدت | النائب سالم الكندي، وطالب | النائبة هدى الصباغ.

    A man is told by his given name, as many an office has no feminine (قالت وزير الصحة هدى), a woman by hers and by her office.
    """
    if phrase.first != verb + 1 or not tokens.kinds[phrase.first] & OFFICE:
        return False
    named = phrase.named and phrase.name[1] - phrase.name[0] > 1
    own = gendered_names().get(tokens.keys[phrase.name[0]], "-") if named else "-"
    feminine = is_womans(tokens.keys[phrase.first])
    gender = gender_of_verb(tokens, verb)
    return (gender == "f" and own == "m" and not feminine) or (gender == "m" and feminine and own != "m")


def gender_of_verb(tokens: Tokens, verb: int) -> str:
    """The gender of a verb in the singular: of one of saying by its form, of another feminine where a perfect ends in ت."""
    key = tokens.keys[verb]
    if tokens.kinds[verb] & SPEECH:
        genders = {reading.gender for reading in readings(key) if reading.number == "s"}
        return genders.pop() if len(genders) == 1 else "-"
    return "f" if key.endswith(OPEN_TA) else "-"


def is_denied(tokens: Tokens, verb: int, phrase: Phrase) -> bool:
    """Whether a document behind a verb is what somebody denied, and not who did: نفى الخبر."""
    return phrase.type == "document" and any(reading.act == "deny" for reading in readings(tokens.keys[verb]))


def is_object(tokens: Tokens, place: int, whole: bool) -> bool:
    """Whether a noun stands apart from the phrase before it: an accusative, or what cannot tell more of a definite noun.

    ``whole`` tells whether the noun before is definite: no indefinite one goes on with it.
    """
    kind, key = tokens.kinds[place], tokens.keys[place]
    if is_behind_name(tokens, place):
        return True
    if is_led_participle(tokens, place):
        return False
    if kind & (JOINS | GOES_ON) or key not in frequencies():
        return False
    if whole:
        thing = (kind & NO_QUALITY and tokens.kinds[place - 1] & DETERMINED) or is_occasion(key)
        return not kind & DEFINITE or bool(thing) or not is_adjective(key)
    return not kind & DEFINITE and key.endswith(ALEF) and not key[:-1].endswith(NISBA) and key[:-1] in frequencies()


def is_led_participle(tokens: Tokens, place: int) -> bool:
    """Whether a participle that may be a body too tells more of the noun before it: اللجنة | المنظمة للبطولة."""
    kinds, key = tokens.kinds, tokens.keys[place]
    if not kinds[place] & VAGUE or place + 1 >= len(tokens) or tokens.keys[place + 1][0] not in ADDRESSING:
        return False
    alike = key.endswith(FEMININE_ENDINGS) == tokens.keys[place - 1].endswith(FEMININE_ENDINGS)
    return bool(key.startswith(PARTICIPLE) and alike and kinds[place + 1] & PREFIX and kinds[place - 1] & BODY)


def is_occasion(key: str) -> bool:
    """Whether a definite word is an occasion, though it may have an adjective's form: الحفل، الجلسة."""
    return key.startswith(ARTICLE) and bool(word_classes().get(bare_key(key), 0) & SETTING)


def is_behind_name(tokens: Tokens, place: int) -> bool:
    """Whether a definite noun stands behind a person's name, whose relative adjective it is not: مكتب سالم الكندي | الشائعات."""
    kind, before = tokens.kinds[place], tokens.kinds[place - 1]
    named = before & NAME_UNIT and not before & (OFFICE | PREPOSITION)
    return bool(named and kind & DEFINITE and not kind & GOES_ON) and not tokens.keys[place].endswith(NISBA)
