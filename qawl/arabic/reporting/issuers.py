"""Who issued what a verb stands on: أصدر القصر بيانا جاء فيه أن كذا، تصريحات للوزير قال فيها إن كذا."""

from __future__ import annotations

from qawl.arabic.letters import ALEF, DURING, HERS, HIS, IN, OF, TO_THE, WITH
from qawl.arabic.lexicon import (
    ACT,
    ASCRIBED,
    BODY,
    COMMA,
    CONJUNCTION,
    DEFINITE,
    DOCUMENT,
    GATHERING,
    GIVEN,
    GIVES,
    HONOUR,
    HUMAN,
    ISSUES,
    KAN,
    MEDIA,
    NAME,
    PREFIX,
    PREPOSITION,
    PUNCTUATION,
    RELATIVE,
    ROLE,
    SATED,
    SETTING,
    SPEECH,
    WORK,
    word_classes,
)
from qawl.arabic.names.genders import gendered_names
from qawl.arabic.passage import Passage
from qawl.arabic.phrases.entities import read_noun, read_source
from qawl.arabic.phrases.parties import gender_of
from qawl.arabic.phrases.phrase import Phrase, is_known
from qawl.arabic.phrases.subjects import before_met, gender_of_verb, subject_alone
from qawl.arabic.reporting.adverbials import at_moment, is_to_whom
from qawl.arabic.reporting.clauses import is_joined
from qawl.arabic.reporting.deeds import is_finite
from qawl.arabic.reporting.sources import in_marks, source_at
from qawl.arabic.reporting.turns import TALK, words

ISSUED = DOCUMENT | SETTING | WORK
# How far before the verb the document may stand.
REACH = 25
# How far behind a document stands the verb of who gave it: كلمة مسجلة ألقاها.
GIVER_REACH = 4
# How far before a document its giver may begin.
SUBJECT_REACH = 12
# What joins a clause to the one before its comma.
JOINS = PREFIX | CONJUNCTION
# What can be no verb that opens a sentence: أصدر can.
NO_VERB = HUMAN | BODY | NAME | PUNCTUATION | SETTING | DOCUMENT | PREPOSITION


def is_in_document(passage: Passage, cue: int) -> bool:
    """Whether the verb stands on what the subject of its sentence issued: ألقى الوزير كلمة أكد فيها."""
    kinds, after = passage.tokens.kinds, cue + 1
    during = not kinds[cue - 1] & RELATIVE and after < len(passage.tokens) and tells_during(passage, after)
    takes_up = during or (kinds[after] & SATED)
    return bool(takes_up) and not is_joined(passage, cue) and not at_moment(passage, cue)


def tells_during(passage: Passage, place: int) -> bool:
    """Whether خلال stands at `place` with a pronoun: خلاله، خلالها."""
    key = passage.tokens.keys[place]
    return key.startswith(DURING[0]) and key != DURING[0]


def is_by_means(passage: Passage, cue: int) -> bool:
    """Whether the noun before a verb is by what somebody said it, and no subject: تقرير أكد فيه أن، شريط أشار من خلاله إلى."""
    tokens, after = passage.tokens, cue + 1
    if after + 1 < len(tokens) and tokens.keys[after] == OF:
        return tokens.keys[after + 1].endswith((HERS, HIS)) and not tokens.kinds[cue - 1] & RELATIVE
    return is_in_document(passage, cue) and not is_to_whom(passage, after)


def issuer_before(passage: Passage, cue: int) -> Phrase | None:
    """Who issued the document that فيه takes up: behind its ل, in its own phrase, or the subject that opens the sentence."""
    if not is_in_document(passage, cue):
        return maker_before(passage, cue)
    start = passage.sentence_start(cue)
    document = document_before(passage, cue)
    owner = owner_before(passage, start, cue)
    if owner or document is None:
        return owner
    owner = asked_by_medium(passage, start, document) or giver_before(passage, start, document) or owner_of(passage, document, cue)
    return owner or subject_beside(passage, start, document) or issuer_of_document(passage, document, cue)


def document_before(passage: Passage, cue: int) -> int | None:
    """Where the last document before a verb stands in its sentence."""
    places = range(cue - 1, max(passage.sentence_start(cue), cue - REACH), -1)
    return next((place for place in places if is_issued(passage, place)), None)


def maker_before(passage: Passage, cue: int) -> Phrase | None:
    """Who made the last text, where و joins a verb and فيها: انتقد الوزير مقابلة أجراها | النائب سالم | وقال فيها إن كذا."""
    joined = is_joined(passage, cue) and passage.tokens.keys[cue + 1].startswith(IN) and passage.tokens.kinds[cue + 1] & SATED
    document = document_before(passage, cue) if joined else None
    if document is None or passage.tokens.kinds[document] & DEFINITE:
        return None
    maker = giver_of(passage, document, cue)
    if maker is None:
        return None
    own = gendered_names().get(passage.tokens.keys[maker.name[0]], gender_of(passage.tokens, maker))
    return maker if {own, gender_of_verb(passage.tokens, cue)} != {"f", "m"} else None


def asked_by_medium(passage: Passage, start: int, document: int) -> Phrase | None:
    """Whom a medium asked in a talk: بثت القناة مقابلة خاصة مع | الوزير سالم."""
    keys, kinds = passage.tokens.keys, passage.tokens.kinds
    lead = next((at for at in (document + 1, document + 2) if keys[at] == WITH), 0)
    medium = any(kind & MEDIA for kind in kinds[start:document])
    phrase = source_at(passage, lead + 1) if lead and medium and keys[document] in words(TALK) else None
    return phrase if phrase and phrase.type == "person" else None


def giver_before(passage: Passage, start: int, document: int) -> Phrase | None:
    """The subject of a verb of giving right before the document, whomever it is for: أدلى | النائب سالم | بتصريح لقناة الساحل."""
    stop = document - bool(passage.tokens.kinds[document - 1] & PREFIX)
    for verb in range(stop - 2, max(start - 1, stop - SUBJECT_REACH), -1):
        kind = passage.tokens.kinds[verb]
        if kind & COMMA:
            return None
        if kind & (GIVEN | GIVES | ACT) and (kind & GIVEN or not kind & SPEECH):
            phrase = read_source(passage.tokens, verb + 1, stop)
            return phrase if phrase and phrase.stop == stop and is_known(passage.tokens, phrase) else None
    return None


def owner_before(passage: Passage, start: int, cue: int) -> Phrase | None:
    """Whose the thing is, whatever it is, whose owner stands right before the verb: مقولة للشاعر سالم الكندي | يقول فيها."""
    tokens = passage.tokens
    for place in range(cue - 2, max(start, cue - REACH), -1):
        if tokens.kinds[place] & PUNCTUATION:
            return None
        if tokens.kinds[place] & PREFIX and tokens.keys[place] in (TO_THE, TO_THE[0]):
            phrase = None if tokens.kinds[place - 1] & DEFINITE else read_source(tokens, place + 1, cue)
            return phrase if phrase and phrase.stop == cue and is_known(tokens, phrase) else None
    return None


def issuer_of_document(passage: Passage, document: int, limit: int) -> Phrase | None:
    """Who issued the document at `document`: behind its ل, in its own phrase up to `limit`, or the subject of its clause."""
    owner = owner_of(passage, document, limit)
    given = classes_of_noun(passage, document) & SETTING
    return owner or (subject_of_clause(passage, passage.sentence_start(document), document) if given else None)


def subject_beside(passage: Passage, start: int, document: int) -> Phrase | None:
    """The subject between its verb and the document right behind it: بعد ذلك ألقى | حاكم المدينة | كلمة."""
    for place in range(document - 1, max(start, document - SUBJECT_REACH), -1):
        if passage.tokens.kinds[place] & COMMA:
            return None
        if is_finite(passage, place - 1):
            phrase = honoured(passage, place, document) or in_marks(passage, place, document)
            phrase = phrase or read_source(passage.tokens, place, document)
            return phrase if phrase and phrase.stop == document and phrase.type != "document" else None
    return None


def honoured(passage: Passage, place: int, document: int) -> Phrase | None:
    """Whom an honour alone means, between a verb and a document: ألقى | معاليه | كلمة."""
    alone = document == place + 1 and passage.tokens.kinds[place] & HONOUR
    return Phrase(place, document, "person", (place, document), None, False) if alone else None


def is_issued(passage: Passage, place: int) -> bool:
    """Whether a word is something that is issued or given, in the accusative too: بيان، بيانا، كلمة."""
    return bool(classes_of_noun(passage, place) & ISSUED)


def classes_of_noun(passage: Passage, place: int) -> int:
    """The classes of a noun, in the accusative too: بيانا."""
    return passage.tokens.kinds[place] | word_classes().get(passage.tokens.keys[place].removesuffix(ALEF), 0)


def owner_of(passage: Passage, document: int, limit: int) -> Phrase | None:
    """Whose document it is: تصريحات للوزير، كلمة لرئيس اللجنة، بيان الوزارة، كلمة ألقاها الوزير; not اجتماعا للجنة."""
    tokens = passage.tokens
    if giver := giver_of(passage, document, limit) or ascribed_to(passage, document, limit):
        return giver
    if document + 2 < limit and tokens.kinds[document + 1] & PREFIX and tokens.keys[document + 1] in (TO_THE, TO_THE[0]):
        phrase = read_source(tokens, document + 2, limit)
        is_for = phrase is not None and not phrase.named and classes_of_noun(passage, document) & GATHERING
        return phrase if phrase and is_known(tokens, phrase) and not is_for else None
    if sender := sender_of(passage, document, limit):
        return sender
    phrase = read_noun(tokens, document, limit) if tokens.kinds[document] & DOCUMENT else None
    return phrase if phrase and phrase.type != "document" and phrase.name[0] > document else None


def sender_of(passage: Passage, document: int, limit: int) -> Phrase | None:
    """Who sent it, behind من: رسالة من سالم الكندي، اتصالا هاتفيا من الوزير."""
    tokens, kinds = passage.tokens, passage.tokens.kinds
    place = next((at for at in range(document + 1, min(document + 3, limit)) if tokens.keys[at] == OF), None)
    if place is None or kinds[place - 1] & (DEFINITE | PUNCTUATION | PREFIX):
        return None
    phrase = read_source(tokens, place + 1, limit)
    return phrase if phrase and (phrase.named or kinds[phrase.first] & (ROLE | BODY)) else None


def giver_of(passage: Passage, document: int, limit: int) -> Phrase | None:
    """Who gave or wrote it, as the clause on it tells: كلمة ألقاها الوزير، تصريحات أدلى بها الوزير، مقال كتبه الحارس."""
    tokens, kinds = passage.tokens, passage.tokens.kinds
    places = range(document + 1, min(document + GIVER_REACH, limit - 1))
    verb = next((place for place in places if kinds[place] & (ISSUES | GIVEN)), None)
    if verb is None:
        return None
    first = verb + 1 if tokens.keys[verb].endswith((HERS, HIS)) else verb + 2
    phrase = read_source(tokens, first, limit) if first < limit else None
    return phrase if phrase and is_known(tokens, phrase) and not kinds[phrase.first] & MEDIA else None


def ascribed_to(passage: Passage, document: int, limit: int) -> Phrase | None:
    """Whose words a document is said to be: خبر منسوب للوزير، تصريحات منسوبة إلى الوزير."""
    kinds = passage.tokens.kinds
    places = range(document + 1, min(document + GIVER_REACH, limit - 2))
    word = next((place for place in places if kinds[place] & ASCRIBED and kinds[place + 1] & (PREFIX | PREPOSITION)), None)
    return read_source(passage.tokens, word + 2, limit) if word else None


def subject_of_clause(passage: Passage, start: int, document: int) -> Phrase | None:
    """The subject of the clause that names a document, the nearest one first: …، كما أصدر القصر بيانا."""
    kinds = passage.tokens.kinds
    nearest = max(start, document - REACH)
    home = passage.inside(document)
    heads = (place for place in range(document - 1, nearest, -1) if kinds[place - 1] & COMMA and kinds[place] & JOINS)
    found = (subject_of(passage, place, document) for place in (*heads, start) if passage.inside(place) is home)
    return next((phrase for phrase in found if phrase), None)


def subject_of(passage: Passage, start: int, limit: int) -> Phrase | None:
    """The subject of the verb that opens a sentence, or who stands before it: وأصدر القصر بيانا، كان القصر قد أصدر بيانا."""
    tokens, kinds = passage.tokens, passage.tokens.kinds
    verb = start
    while verb < limit and kinds[verb] & (JOINS | KAN):
        verb += 1
    if verb + 1 >= limit:
        return None
    if kinds[verb] & NO_VERB:
        return subject_before_verb(passage, verb, limit)
    stop = next((place for place in range(verb + 2, limit) if is_issued(passage, place)), limit)
    phrase = read_source(tokens, verb + 1, stop)
    if phrase is None or not (is_known(tokens, phrase) or phrase.stop == stop):
        return None
    return subject_alone(tokens, before_met(tokens, verb, phrase))


def subject_before_verb(passage: Passage, first: int, limit: int) -> Phrase | None:
    """The known party that opens a clause right before its verb: القصر أصدر بيانا، القصر قد أصدر بيانا."""
    tokens, kinds = passage.tokens, passage.tokens.kinds
    phrase = read_source(tokens, first, limit)
    if phrase is None or phrase.type == "document" or not is_known(tokens, phrase):
        return None
    verb = passage.skip(phrase.stop, KAN)
    return (
        phrase if verb < limit and not kinds[verb] & (DEFINITE | JOINS | PREPOSITION | PUNCTUATION | SETTING | DOCUMENT) else None
    )
