"""The subject that stands before its verb: الوزير قال، وكان الوزير قد قال، أما الوزيرة فقالت."""

from __future__ import annotations

from qawl.arabic.documents import tells_of_document
from qawl.arabic.heads import is_accusative, known_head
from qawl.arabic.letters import ALEF, CONJUNCTIONS, HAPPENED, TA_MARBUTA, TO_THE
from qawl.arabic.lexicon import (
    BODY,
    COLON,
    COMMA,
    CONJUNCTION,
    CONTRAST,
    DEFINITE,
    DOCUMENT,
    DOUBTFUL,
    EMPHATIC,
    KAN,
    MAKES_DEFINITE,
    NAME_UNIT,
    NUMBER,
    ODD,
    OPENS,
    PREFIX,
    PREPOSED,
    PRONOUN,
    QUANTITY,
    RELATIVE,
    RESUME,
    ROLE,
    SATED,
    SPEECH,
    THAT,
    TIME,
    TURNS_TO,
    VERB_ALONE,
    readings,
    word_classes,
)
from qawl.arabic.passage import Passage
from qawl.arabic.phrases.adjuncts import has_pronoun
from qawl.arabic.phrases.entities import read_source
from qawl.arabic.phrases.phrase import Phrase, is_known
from qawl.arabic.reporting.clauses import SUBJECT_REACH, all_kan, clause_start, is_joined, topic_start
from qawl.arabic.reporting.sources import in_marks
from qawl.arabic.tokens import Tokens
from qawl.arabic.verbs import ACCOUNTED, FINITE, JUDGED, PERSON, TOLD, WHOM, Reading

# What parts an indefinite noun from the verb behind it.
APART = COMMA | CONJUNCTION | THAT | OPENS | RELATIVE | SPEECH | KAN
# What may stand between a subject and its verb.
BEHIND_SUBJECT = PREPOSED | COMMA | TIME | RELATIVE | EMPHATIC

# What tells that the object of a verb may be somebody or something, and is not what was said alone.
OBJECTS = frozenset((ACCOUNTED, JUDGED, PERSON, TOLD, WHOM))
# So many words at least stand before the verb behind سبق: سبق | ل | الوزير | أن.
PAST_LEAST = 4


def subject_before(passage: Passage, cue: int) -> Phrase | None:
    """The subject that stands before its verb: `الوزير قال`, `وكان الوزير قد قال`, `أما الوزيرة فقالت`; but not before وقال.

    Nor the title of what somebody gave: ألقى الوزير كلمة بعنوان: «كذا» قال فيها.
    """
    tokens, kinds = passage.tokens, passage.tokens.kinds
    if before := who_did_before(passage, cue):
        return before
    first = clause_start(passage, cue)
    while first < cue and kinds[first] & (PREFIX | CONJUNCTION | KAN | COMMA | RESUME | THAT | NUMBER | COLON):
        first += 1
    last = cue - 1 if is_joined(passage, cue) else cue
    if last < cue and not (first and kinds[first - 1] & TURNS_TO):
        return None
    while last > 0 and kinds[last - 1] & KAN:
        last -= 1
    if first >= last or cue - first > SUBJECT_REACH or is_led(passage, first) or is_verb_of_saying(passage, first):
        return None
    marked = in_marks(passage, first, last)
    if marked and kinds[first - 1] & COLON and kinds[cue + 1] & SATED:
        return None
    if accusative := accusative_subject(passage, first, last):
        return accusative
    phrase = marked or read_source(tokens, first, last)
    if phrase and is_verb_before_name(tokens, phrase):
        return None
    if phrase is None or topic_start(passage, cue) is not None or not reaches_verb(passage, phrase, last):
        return None
    return phrase if is_known(tokens, phrase) or phrase.name[0] > phrase.first or fills_clause(passage, phrase, last) else None


def who_did_before(passage: Passage, cue: int) -> Phrase | None:
    """Whom سبق tells to have said something: سبق للوزارة أن أوضحت."""
    keys = passage.tokens.keys
    if cue < PAST_LEAST or not passage.tokens.kinds[cue - 1] & THAT:
        return None
    start = max(passage.sentence_start(cue), cue - SUBJECT_REACH)
    verb = next((at for at in range(cue - PAST_LEAST, start - 1, -1) if keys[at] == HAPPENED), None)
    if verb is None or keys[verb + 1] not in (TO_THE, TO_THE[0]):
        return None
    phrase = read_source(passage.tokens, verb + 2, cue - 1)
    return phrase if phrase and phrase.stop == cue - 1 else None


def is_verb_before_name(tokens: Tokens, phrase: Phrase) -> bool:
    """Whether a word that heads nothing stands right before a name, and so is its verb: تلقى سالم الكندي اتصالا، أكد خلاله."""
    return phrase.named and phrase.name[0] == phrase.first + 1 and not tokens.kinds[phrase.first] & ~(VERB_ALONE | DOUBTFUL)


def accusative_subject(passage: Passage, first: int, last: int) -> Phrase | None:
    """The indefinite subject behind لكن or أن that reaches its verb, no document: لكن مصدرا مقربا من الوزير | قال."""
    tokens, kinds = passage.tokens, passage.tokens.kinds
    if not first or not kinds[first - 1] & (THAT | CONJUNCTION) or not is_accusative(tokens, first):
        return None
    stop = first + 1
    while stop < last and tokens.keys[stop].endswith((ALEF, TA_MARBUTA)) and not kinds[stop] & APART:
        stop += 1
    joined = stop == last or kinds[stop] & PREPOSED
    if not joined or any(kind & APART for kind in kinds[stop:last]):
        return None
    head, words = tokens.keys[first].removesuffix(ALEF), (first, last)
    type = "group" if word_classes().get(head, 0) & QUANTITY else known_head(head)
    role = words if word_classes().get(head, 0) & ROLE else None
    return Phrase(first, last, type, words, role, False) if type and type != "document" else None


def reaches_verb(passage: Passage, phrase: Phrase, last: int) -> bool:
    """Whether what stands between a phrase and the verb at `last` leaves it the verb's subject: not و, أن or a quotation."""
    tokens, kinds = passage.tokens, passage.tokens.kinds
    if phrase.stop < last and not (kinds[phrase.stop] & BEHIND_SUBJECT or tells_of_document(tokens, phrase.first, phrase.stop)):
        return False
    return not any(kind & (CONJUNCTION | THAT | OPENS) for kind in kinds[phrase.stop : last])


def subject_of_object(passage: Passage, cue: int, reading: Reading, phrase: Phrase) -> Phrase | None:
    """The definite subject right before a verb, whose object the phrase behind it is: الوزير وصف المدير قائلا.

    A clause on the noun before has a pronoun for it: الوزير اتهمه المدير، الوزارة أكد وزيرها.
    """
    tokens, kinds = passage.tokens, passage.tokens.kinds
    if phrase.first <= cue or reading.object or reading.tense not in FINITE or tokens.is_owned(phrase.first):
        return None
    subject = subject_before(passage, cue)
    if subject is None or subject.type == "document" or not is_known(tokens, subject) or not all_kan(kinds[subject.stop : cue]):
        return None
    feminine = tokens.keys[subject.first].endswith(TA_MARBUTA)
    disagrees = reading.gender == "m" and feminine and not subject.named
    definite = any(kind & MAKES_DEFINITE for kind in kinds[subject.first : subject.stop])
    return subject if definite and not disagrees else None


def has_pronoun_subject(passage: Passage, cue: int, reading: Reading) -> bool:
    """Whether a pronoun before a verb is its subject, so that who stands behind it is its object: لكنه حذر | سكان الحي من أن."""
    tokens, place = passage.tokens, cue - 1
    while place > 0 and tokens.kinds[place] & KAN:
        place -= 1
    if place < 0 or reading.tense not in FINITE or reading.takes.isdisjoint(OBJECTS):
        return False
    kind = tokens.kinds[place]
    return bool(kind & PRONOUN) or bool(kind & (THAT | CONTRAST) and has_pronoun(tokens, place))


def is_led(passage: Passage, first: int) -> bool:
    """Whether a fused preposition stands before the phrase, so that it is no subject: بهذه المناسبة."""
    return first > 0 and bool(passage.tokens.kinds[first - 1] & PREFIX) and passage.tokens.keys[first - 1] not in CONJUNCTIONS


def is_verb_of_saying(passage: Passage, place: int) -> bool:
    """Whether a verb of saying with a subject of its own opens the clause: يكشف الوزير خطة يصفها بأنها كذا."""
    kind = passage.tokens.kinds[place]
    if not kind & SPEECH or kind & (NAME_UNIT | DEFINITE | ROLE | BODY | DOCUMENT):
        return False
    return any(reading.tense in FINITE for reading in readings(passage.tokens.keys[place]))


def fills_clause(passage: Passage, phrase: Phrase, last: int) -> bool:
    """Whether nothing but the phrase stands before the verb of its clause: العثماني أوضح، مواقع كثيرة كانت قد أشارت."""
    kinds, first = passage.tokens.kinds, phrase.first
    free = first == 0 or not kinds[first - 1] & PREFIX or passage.tokens.keys[first - 1] in CONJUNCTIONS
    return free and phrase.stop == last and bool(kinds[first] & (NAME_UNIT | DEFINITE | ODD))
