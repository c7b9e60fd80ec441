"""Where the subject of a verb ends and its object begins: رفضت وزارة النقل | العرض، نشر الموقع | صورا."""

from __future__ import annotations

from qawl.arabic.adjectives import is_adjective
from qawl.arabic.bearers import NO_DEED
from qawl.arabic.genders import gendered_names, is_womans
from qawl.arabic.joiners import is_and
from qawl.arabic.letters import ALEF, BY, IN, NISBA, OPEN_TA
from qawl.arabic.lexicon import (
    ACT,
    BINDS,
    CITY,
    COUNTRY,
    DEFINITE,
    DOCUMENT,
    EVENT,
    FAMILY,
    FUNCTION,
    MEETS,
    NAME,
    NATION,
    NUMBER,
    OBJECT,
    ODD,
    PREFIX,
    PUNCTUATION,
    QUANTITY,
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
)
from qawl.arabic.ordinary import frequencies, is_common
from qawl.arabic.phrases import Phrase
from qawl.arabic.tokens import Tokens

# What joins another noun to a phrase, and what goes on with one.
JOINS = FUNCTION | PREFIX | BINDS | PUNCTUATION
# What no adjective is, whatever its form.
NO_QUALITY = DOCUMENT | EVENT | VAGUE
THINGS = DOCUMENT | EVENT | OBJECT | SETTING | WAKING
GOES_ON = ROLE | TITLE | NAME | FAMILY | NATION | COUNTRY | CITY | NUMBER | RANK | QUANTITY | SAME
# What makes a noun phrase definite; a place does so behind its noun only: مانشستر يونايتد.
PROPER = DEFINITE | COUNTRY | CITY


def subject_alone(tokens: Tokens, phrase: Phrase) -> Phrase:
    """The phrase up to the object behind it: رفضت وزارة النقل | العرض، نشر الموقع | صورا، قدم الوزير | تعازيه."""
    if phrase.named:
        return surname_alone(tokens, phrase)
    if phrase.type == "document" and not tokens.kinds[phrase.first] & DEFINITE:
        return phrase
    whole = False
    for place in range(phrase.first, phrase.stop):
        kind = tokens.kinds[place]
        if place > phrase.name[0] and (is_object(tokens, place, whole) or (whole and leads_to_deed(tokens, place))):
            place -= bool(tokens.kinds[place - 1] & PREFIX)
            role = (phrase.role[0], min(phrase.role[1], place)) if phrase.role else None
            return phrase._replace(stop=place, name=(phrase.name[0], min(phrase.name[1], place)), role=role)
        whole = bool(kind & (PROPER if place > phrase.first else DEFINITE)) or (whole and not kind & JOINS)
    return phrase


def leads_to_deed(tokens: Tokens, place: int) -> bool:
    """Whether ب and a plain noun without article stand behind the definite subject, led by its verb: أشاد المدرب | بأداء الحارس."""
    noun = place + 1
    if tokens.keys[place] != BY or not tokens.kinds[place] & PREFIX or noun >= len(tokens):
        return False
    return not tokens.kinds[noun] & NO_DEED and is_common(tokens.keys[noun])


def surname_alone(tokens: Tokens, phrase: Phrase) -> Phrase:
    """The surname that stands before the office and the name of another: انتقد الدرعي | رئيس المجلس سامر الحلبي."""
    first, office = phrase.first, phrase.first + 1
    kinds = tokens.kinds
    surname = kinds[first] & (FAMILY | ODD) and not kinds[first] & ~(NAME | FAMILY | ODD | DEFINITE | RENOWNED)
    if not surname or phrase.name[0] <= office or not kinds[office] & ROLE or kinds[office] & DEFINITE:
        return phrase
    return phrase._replace(stop=office, name=(first, office), role=None)


def before_met(tokens: Tokens, verb: int, phrase: Phrase) -> Phrase:
    """The office before another one with a name, where the verb needs a person as its object: هنأ الوزير | المدرب سامر، وقال."""
    if not tokens.kinds[verb] & (ACT | MEETS) or not phrase.named or not ends_clause(tokens, phrase.stop):
        return phrase
    office = second_office(tokens, phrase.first, phrase.name[0])
    if office is None:
        return phrase
    words = (phrase.first, office)
    return Phrase(phrase.first, office, "unnamed", words, words, False)


def ends_clause(tokens: Tokens, place: int) -> bool:
    """Whether no other object can follow: a mark, a time, في or و and a verb of saying stands at `place`."""
    kinds = tokens.kinds
    if place >= len(tokens) or kinds[place] & (PUNCTUATION | TIME) or tokens.keys[place] == IN:
        return True
    return is_and(tokens, place) and bool(kinds[place + 1] & SPEECH)


def second_office(tokens: Tokens, first: int, name: int) -> int | None:
    """Where the second of two offices before a name begins, each in full: الوزير | المدرب فلان، رئيس المجلس | وزير الصحة فلان."""
    kinds = tokens.kinds
    if not kinds[first] & (ROLE | TITLE):
        return None
    places = (place for place in range(name - 1, first, -1) if kinds[place] & ROLE and kinds[place - 1] & DEFINITE)
    return next((place for place in places if not tokens.keys[place].endswith(NISBA)), None)


def is_of_officer(tokens: Tokens, phrase: Phrase) -> bool:
    """Whether a phrase is what an officer said or did, and so no person but an object: انتقد | اقتراحات الوزير سامر الحلبي."""
    office = phrase.first + 1
    return phrase.named and phrase.name[0] > office and is_thing_of(tokens, phrase.first, office)


def is_thing_of(tokens: Tokens, place: int, office: int) -> bool:
    """Whether a common noun without article, a thing by all that tables know, stands right before an office or a title."""
    officer = tokens.kinds[office] & (ROLE | TITLE)
    return bool(officer) and not tokens.kinds[place] & ~THINGS and is_common(tokens.keys[place])


def is_of_other_gender(tokens: Tokens, verb: int, phrase: Phrase) -> bool:
    """Whether a person right behind a verb is its object by gender: وانتقدت | النائب سالم الكندي، وطالب | النائبة هدى الصباغ.

    A man is told by his given name, as many an office has no feminine (قالت وزير الصحة هدى), a woman by hers and by her office.
    """
    if phrase.first != verb + 1 or not tokens.kinds[phrase.first] & (ROLE | TITLE):
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
    if kind & (JOINS | GOES_ON) or key not in frequencies():
        return False
    if whole:
        thing = kind & NO_QUALITY and tokens.kinds[place - 1] & PROPER
        return not kind & DEFINITE or bool(thing) or not is_adjective(key)
    return not kind & DEFINITE and key.endswith(ALEF) and not key[:-1].endswith(NISBA) and key[:-1] in frequencies()


def is_behind_name(tokens: Tokens, place: int) -> bool:
    """Whether a definite noun stands behind a person's name, whose relative adjective it is not: مكتب سالم الكندي | الشائعات."""
    kind, before = tokens.kinds[place], tokens.kinds[place - 1]
    named = before & (NAME | FAMILY) and not before & (ROLE | TITLE)
    return bool(named and kind & DEFINITE and not kind & GOES_ON) and not tokens.keys[place].endswith(NISBA)
