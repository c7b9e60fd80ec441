"""The phrase that names the source beside a cue: after it, before its verb, behind عن, or in a document."""

from __future__ import annotations

from qawl.arabic.date_words import meanings
from qawl.arabic.entities import Phrase, is_known, read_phrase, read_source
from qawl.arabic.extents import LONGEST_TITLE, addressee, tells_of_document
from qawl.arabic.heads import is_event, is_headed, is_own_document, is_somebodys
from qawl.arabic.letters import (
    ABOUT,
    ADDRESSING,
    BARE_THAT,
    CONJUNCTIONS,
    FEMININE_NISBA,
    FEMININE_PLURAL,
    IN,
    JOINS_FREELY,
    OBLIQUE,
    ROUND,
    SAID,
    TA_MARBUTA,
    TONGUE,
    TOPICS,
    WHO,
)
from qawl.arabic.lexicon import (
    ACCORDING,
    BODY,
    CARRIES,
    CITY,
    COLON,
    COMMA,
    CONJUNCTION,
    CONTRAST,
    COUNTRY,
    DEFINITE,
    DEMONSTRATIVE,
    DOCUMENT,
    EMPHATIC,
    FAMILY,
    FUNCTION,
    GIVEN,
    HONOUR,
    ISSUES,
    KAN,
    LATIN,
    MEDIA,
    MOMENT,
    NAME,
    NEGATION,
    NUMBER,
    ODD,
    ONE_OF,
    OPENS,
    PEOPLE,
    PREFIX,
    PREPOSITION,
    PRONOUN,
    PUNCTUATION,
    RELATIVE,
    RESUME,
    ROLE,
    SATED,
    SAYING_PHRASE,
    SETTING,
    SPAN,
    SPEECH,
    THAT,
    TIME,
    TITLE,
    TURNS_TO,
    WHICH,
    readings,
)
from qawl.arabic.names import is_addressed
from qawl.arabic.ordinary import is_adverb, is_common
from qawl.arabic.passage import Passage
from qawl.arabic.tokens import Tokens
from qawl.arabic.verbs import FINITE, Reading

ADJUNCT = PREPOSITION | TIME | COMMA | RELATIVE | KAN | CONJUNCTION | SAYING_PHRASE | ACCORDING
# What may stand between a subject and its verb.
BEHIND_SUBJECT = COMMA | PREPOSITION | PREFIX | TIME | RELATIVE | EMPHATIC
# What makes the noun before it definite.
MAKES_DEFINITE = ODD | NAME | FAMILY | CITY | COUNTRY | LATIN | DEFINITE
# How many tokens before its verb an indefinite noun may stand of which it tells more.
INDEFINITE_REACH = 4
# How far before the preposition that names the source a verb of relaying may stand.
RELAY_REACH = 12
# How far before its verb a subject may begin.
SUBJECT_REACH = 30
# How many tokens of a topic may stand before its verb: وعن علاقته بالمخرج قال.
TOPIC_REACH = 12


def is_joined(passage: Passage, cue: int) -> bool:
    """Whether و or ف stands before the cue, fused with it or و by itself: وأضاف, و أضاف."""
    tokens, before = passage.tokens, cue - 1
    if before < 0 or not tokens.kinds[before] & PREFIX:
        return False
    return tokens.ends[before] == tokens.starts[cue] or tokens.keys[before] == JOINS_FREELY


def read_gap(passage: Passage, first: int, stop: int) -> tuple[Phrase | None, bool]:
    """The source between a cue and its opening, and whether nothing there forbids the reading."""
    if first < stop and (issued := document_of(passage, first, stop)):
        return issued, True
    first = past_hearer(passage, past_time(passage, past_adverbs(passage, first, stop), stop), stop)
    if first >= stop:
        return None, True
    if named := in_marks(passage, first, stop):
        return named, True
    kinds = passage.tokens.kinds
    if kinds[first] & COMMA and (aside := between_commas(passage, first, stop)):
        return aside, True
    if kinds[first] & (ADJUNCT | PREFIX | PUNCTUATION | NEGATION):
        return None, True
    if kinds[first] & SPEECH and is_participle(passage, first) and not kinds[first] & (ROLE | DOCUMENT):
        return None, first + 1 >= stop or bool(kinds[first + 1] & ADJUNCT or kinds[first] & CARRIES)
    if kinds[first] & HONOUR:
        return Phrase(first, first + 1, "person", (first, first + 1), None, False), True
    if (confirmer := behind_object(passage, first, stop)) is not None:
        return confirmer, True
    if is_no_source(passage, first, stop):
        return None, True
    phrase = read_source(passage.tokens, first, stop)
    if phrase and phrase.stop < stop and names_deed(passage.tokens, phrase):
        return None, True
    return phrase, phrase is not None and ends_well(passage, phrase, stop)


def names_deed(tokens: Tokens, phrase: Phrase) -> bool:
    """Whether a phrase names what was done, which is an object where it does not lead to what was said: أكد تورط السكان في كذا."""
    return not phrase.named and not is_headed(tokens, phrase.first) and is_event(tokens, phrase.first)


def between_commas(passage: Passage, first: int, stop: int) -> Phrase | None:
    """A known source that a comma parts from its verb, another one or the opening behind it: أكد، مدير الميناء، أن."""
    phrase = source_at(passage, first + 1)
    return phrase if phrase and phrase.stop <= stop and (phrase.stop == stop or passage.tokens.kinds[phrase.stop] & COMMA) else None


def past_adverbs(passage: Passage, first: int, stop: int) -> int:
    """Where a source may begin behind adverbs, who was told and when it was: قال أيضا، قال لي، في وقت قال فيه."""
    kinds = passage.tokens.kinds
    if first < stop and kinds[first] & SATED and at_moment(passage, first - 1):
        first += 1
    while first < stop and (is_to_whom(passage, first) or (not kinds[first] and is_adverb_here(passage, first))):
        first += 1
    return first


def is_adverb_here(passage: Passage, place: int) -> bool:
    """Whether a word in ا is an adverb and nobody with a pronoun: قال أيضا، صراحة; not قال زوجها."""
    return is_common_adverb(passage.tokens.keys[place]) and not is_somebodys(passage.tokens, place)


def at_moment(passage: Passage, cue: int) -> bool:
    """Whether the verb tells of a time: في وقت قال فيه، في الوقت الذي أعلنت فيه."""
    kinds = passage.tokens.kinds
    before = cue - 2 if cue > 1 and kinds[cue - 1] & RELATIVE else cue - 1
    return before > 0 and bool(kinds[before] & MOMENT)


def behind_object(passage: Passage, first: int, stop: int) -> Phrase | None:
    """Who says so behind ذلك, the object of the verb: أوضح ذلك أمين المجلس سالم الكندي مبينا أن; but not ذلك الوزير."""
    kinds, after = passage.tokens.kinds, first + 1
    if not kinds[first] & DEMONSTRATIVE or after >= stop or kinds[after] & (DEFINITE | PREFIX | FUNCTION):
        return None
    phrase = read_source(passage.tokens, after, stop)
    return phrase if phrase and phrase.named else None


def is_no_source(passage: Passage, first: int, stop: int) -> bool:
    """Whether no source begins at `first` though a noun may: an owned document, a pronoun, a noun with a number."""
    tokens, kinds = passage.tokens, passage.tokens.kinds
    if kinds[first] & (PRONOUN | DEMONSTRATIVE | EMPHATIC) and not (first + 1 < stop and kinds[first + 1] & DEFINITE):
        return True
    return is_own_document(tokens, first) or (is_numbered(passage, first) and not is_headed(tokens, first))


def ends_well(passage: Passage, phrase: Phrase, stop: int) -> bool:
    """Whether a source may end where it does: it has a name, or an adjunct, a mark or those who were told follow."""
    tokens, rest = passage.tokens, phrase.stop
    if phrase.named or rest >= stop or tokens.kinds[rest] & (ADJUNCT | PREFIX | PUNCTUATION | SPEECH | SETTING):
        return True
    return is_addressed(tokens, phrase.first, rest)


def tells_where(tokens: Tokens, cue: int, phrase: Phrase) -> bool:
    """Whether a verb tells in which document something stands, so that nobody else is its subject: جاء في البيان أن.

    ورد is و and رد too where anybody but a medium follows: ورد الوزير: لن نعود, but not ورد الوكالة نسخة منه.
    """
    found = readings(tokens.keys[cue])
    written = bool(found) and found[0].act == "report" and IN in found[0].takes
    replies = tokens.keys[cue].startswith(JOINS_FREELY) and not tokens.kinds[phrase.first] & MEDIA
    own = phrase.type == "document" or tokens.kinds[phrase.first] & DOCUMENT
    return written and not own and not replies


def source_at(passage: Passage, place: int) -> Phrase | None:
    """A named person or a phrase whose head the tables know at `place`."""
    if place >= len(passage.tokens):
        return None
    phrase = read_source(passage.tokens, place, passage.sentence_stop(place))
    return phrase if phrase and is_known(passage.tokens, phrase) else None


def is_numbered(passage: Passage, place: int) -> bool:
    """Whether a number stands behind the noun, which then tells when or which one and not who: أكدت عام 2013 أن."""
    return place + 1 < len(passage.tokens) and bool(passage.tokens.kinds[place + 1] & NUMBER)


def past_time(passage: Passage, first: int, stop: int) -> int:
    """Where a source may begin behind the time of a saying: أعلن الأسبوع الماضي، أعلنت مطلع العام الجاري."""
    kinds = passage.tokens.kinds
    edges = {kind for _, kind, _ in meanings().get(passage.tokens.keys[first], ())} if first < stop else set()
    place = first + ("edge" in edges)
    if place >= stop or not kinds[place] & SPAN:
        return first
    if place + 1 < stop and kinds[place + 1] & WHICH:
        return place + 2
    return place + 1 if place > first else first


def past_hearer(passage: Passage, first: int, stop: int) -> int:
    """Where the source begins behind one word for those who were told: قال للوكالة مدير الميناء، قال لرويترز مسؤول."""
    tokens, after = passage.tokens, first + 2
    told = after < stop and tokens.kinds[first] & PREFIX and addressee(tokens, first + 1, stop)
    begins = told and tokens.kinds[after] & (ROLE | TITLE | PEOPLE) and not tokens.kinds[after] & DEFINITE
    return after if begins else first


def is_common_adverb(key: str) -> bool:
    """Whether a word is an adverb that general text uses often: قال أيضا."""
    return is_adverb(key) and is_common(key)


def is_to_whom(passage: Passage, place: int) -> bool:
    """Whether a pronoun tells to whom something was said: قال لي، قالت لهم."""
    return bool(passage.tokens.kinds[place] & SATED) and passage.tokens.keys[place][0] in ADDRESSING


def in_marks(passage: Passage, first: int, stop: int) -> Phrase | None:
    """A person or a body whose name alone stands in marks: وقالت «أخبار الساحل» إن، كتبت (الساحل) أن; but no clause (أنا حائر)."""
    tokens, quote = passage.tokens, passage.opening.get(first)
    if quote and not quote.is_speech and quote.first < quote.stop <= quote.close < stop:
        if tokens.kinds[quote.first] & PRONOUN:
            return None
        inner = read_phrase(tokens, quote.first, quote.stop)
        if inner and inner.named and inner.stop == quote.stop:
            return inner._replace(first=first, stop=quote.close + 1)
        return Phrase(first, quote.close + 1, "organisation", (quote.first, quote.stop), None, False)
    close = next((at for at in range(first + 2, min(first + LONGEST_TITLE, stop)) if tokens.keys[at] == ROUND[1]), None)
    if close is None or tokens.keys[first] != ROUND[0] or not tokens.kinds[first + 1] & (DEFINITE | NAME | FAMILY | ODD | CITY):
        return None
    return Phrase(first, close + 1, "organisation", (first + 1, close), None, False)


def is_object(passage: Passage, phrase: Phrase) -> bool:
    """Whether the form forbids that a phrase is a subject: المسؤولين."""
    tokens, first = passage.tokens, phrase.first
    return phrase.type == "group" and bool(tokens.kinds[first] & DEFINITE) and tokens.keys[first].endswith(OBLIQUE)


def is_participle(passage: Passage, place: int) -> bool:
    """Whether the form at `place` can be a participle or a noun of saying only."""
    return all(reading.tense in ("participle", "noun") for reading in readings(passage.tokens.keys[place]))


def document_of(passage: Passage, first: int, stop: int) -> Phrase | None:
    """The document in which something stands: جاء في بيان للوزارة أن كذا."""
    tokens = passage.tokens
    cue = readings(tokens.keys[first - 1])
    if not (cue and tokens.keys[first] in cue[0].takes and first + 1 < stop and tokens.kinds[first + 1] & DOCUMENT):
        return None
    return read_source(tokens, first + 1, stop) if cue[0].act == "report" else None


def subject_before(passage: Passage, cue: int) -> Phrase | None:
    """The subject that stands before its verb: `الوزير قال`, `وكان الوزير قد قال`, `أما الوزيرة فقالت`; but not before وقال.

    Nor the title of what somebody gave: ألقى الوزير كلمة بعنوان: «كذا» قال فيها.
    """
    tokens, kinds = passage.tokens, passage.tokens.kinds
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
    if marked and kinds[first - 1] & COLON and cue + 1 < len(tokens) and kinds[cue + 1] & SATED:
        return None
    phrase = marked or read_source(tokens, first, last)
    if phrase is None or topic_start(passage, cue) is not None:
        return None
    if phrase.stop < last and not (kinds[phrase.stop] & BEHIND_SUBJECT or tells_of_document(tokens, phrase.first, phrase.stop)):
        return None
    if any(kind & (CONJUNCTION | THAT | OPENS) for kind in kinds[phrase.stop : last]):
        return None
    return phrase if is_known(tokens, phrase) or phrase.name[0] > phrase.first or fills_clause(passage, phrase, last) else None


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


def all_kan(between: list[int]) -> bool:
    """Whether nothing but كان and قد stands between a subject and its verb."""
    return all(kind & KAN for kind in between)


def topic_start(passage: Passage, verb: int) -> int | None:
    """Where و and a topic begin that stand before a verb without a comma: وعن علاقته بالمخرج قال."""
    tokens, kinds = passage.tokens, passage.tokens.kinds
    for place in range(verb - 1, max(0, verb - TOPIC_REACH), -1):
        if kinds[place] & (PUNCTUATION | THAT | RELATIVE | SPEECH):
            return None
        if tokens.keys[place] in TOPICS and tokens.keys[place - 1] == JOINS_FREELY:
            return place - 1
    return None


def is_behind_kan(passage: Passage, verb: int) -> bool:
    """Whether كان and a noun of its own lead to a verb, so that no subject follows: كان المدرب قد وصف اللاعب بكذا."""
    kinds, first = passage.tokens.kinds, passage.skip(clause_start(passage, verb), PREFIX)
    between = kinds[first:verb]
    return bool(kinds[first] & KAN) and not any(kind & PUNCTUATION for kind in between) and not all(kind & KAN for kind in between)


def is_led(passage: Passage, first: int) -> bool:
    """Whether a fused preposition stands before the phrase, so that it is no subject: بهذه المناسبة."""
    return first > 0 and bool(passage.tokens.kinds[first - 1] & PREFIX) and passage.tokens.keys[first - 1] not in CONJUNCTIONS


def is_verb_of_saying(passage: Passage, place: int) -> bool:
    """Whether a verb of saying with a subject of its own opens the clause: يكشف الوزير خطة يصفها بأنها كذا."""
    kind = passage.tokens.kinds[place]
    if not kind & SPEECH or kind & (DEFINITE | ROLE | DOCUMENT | NAME | FAMILY):
        return False
    return all(reading.tense in FINITE for reading in readings(passage.tokens.keys[place]))


def fills_clause(passage: Passage, phrase: Phrase, last: int) -> bool:
    """Whether nothing but the phrase stands before the verb of its clause: العثماني أوضح، مواقع كثيرة كانت قد أشارت."""
    kinds, first = passage.tokens.kinds, phrase.first
    free = first == 0 or not kinds[first - 1] & PREFIX or passage.tokens.keys[first - 1] in CONJUNCTIONS
    return free and phrase.stop == last and bool(kinds[first] & (DEFINITE | NAME | FAMILY | ODD))


def antecedent(passage: Passage, cue: int, reading: Reading) -> Phrase | None:
    """The noun that a relative clause tells of, where it is the subject: المدير الذي أكد، السكان الذين قالوا، سيدة تقول."""
    tokens, kinds = passage.tokens, passage.tokens.kinds
    place = cue - 1
    while place > 0 and kinds[place] & KAN:
        place -= 1
    if place < 1:
        return None
    if reading.gender + reading.number not in WHO.get(tokens.keys[place], ()):
        return indefinite_before(passage, cue, reading) or document_told_of(passage, cue, reading)
    if reading.object == reading.gender + reading.number:
        return None
    while place > 0 and kinds[place - 1] & (PREFIX | COMMA):
        place -= 1
    starts = range(max(passage.sentence_start(cue), place - SUBJECT_REACH), place)
    heads = (first for first in starts if kinds[first] & (NAME | FAMILY | TITLE | ONE_OF) or is_headed(tokens, first))
    if (reading.gender, reading.number) == ("m", "s"):
        heads = (first for first in heads if not tokens.keys[first].endswith((FEMININE_PLURAL, FEMININE_NISBA)))
    phrases = (read_phrase(tokens, first, place) for first in heads)
    return next((phrase for phrase in phrases if phrase and phrase.stop == place), None)


def indefinite_before(passage: Passage, cue: int, reading: Reading) -> Phrase | None:
    """An indefinite noun right before its verb, of which the verb tells more: من سيدة تقول إن، جماعة مسلحة اعترفت بأن.

    An adjective that is an office too belongs to the noun before it: مسؤول أمني كبير قال.
    """
    tokens, kinds = passage.tokens, passage.tokens.kinds
    found: Phrase | None = None
    for first in range(cue - 1, max(passage.sentence_start(cue), cue - INDEFINITE_REACH) - 1, -1):
        if kinds[first] & (DEFINITE | COUNTRY | PUNCTUATION | PREFIX | FUNCTION | KAN) or (
            kinds[first] & SPEECH and not kinds[first] & DOCUMENT
        ):
            break
        if is_headed(tokens, first):
            before = kinds[first - 1] if first else 0
            if not (first or found) or before & SETTING or (kinds[first] & SETTING and before & PREPOSITION):
                break
            phrase = read_phrase(tokens, first, cue)
            if phrase is None or phrase.stop != cue or not goes_with(tokens, phrase, reading) or not is_bare(tokens, phrase):
                break
            found = phrase
    return None if found and is_said_of(passage, found, cue, reading) else found


def is_said_of(passage: Passage, phrase: Phrase, cue: int, reading: Reading) -> bool:
    """Whether قال tells of a document what its pronoun takes up, so that another one said it: نشرت وثائق قالت إنها تثبت كذا."""
    tokens, that = passage.tokens, cue + 1
    document = tokens.kinds[phrase.first] & DOCUMENT and reading.lemma == SAID and reading.tense == "perfect" and that < len(tokens)
    return bool(document and tokens.kinds[that] & THAT) and tokens.keys[that] not in BARE_THAT


def document_told_of(passage: Passage, cue: int, reading: Reading) -> Phrase | None:
    """An indefinite document of which another clause tells before the verb: تقرير صدر أمس قال إن، استطلاع أجرته الجامعة كشف أن."""
    tokens, kinds = passage.tokens, passage.tokens.kinds
    for verb in range(cue - 1, max(passage.sentence_start(cue), cue - INDEFINITE_REACH), -1):
        if kinds[verb] & (PUNCTUATION | PREFIX):
            return None
        if kinds[verb] & (GIVEN | ISSUES) or comes_out(tokens.keys[verb]):
            starts = (first for first in range(verb - 1, verb - INDEFINITE_REACH, -1) if is_text(tokens, first))
            phrases = (read_phrase(tokens, first, verb) for first in starts)
            found = next((phrase for phrase in phrases if phrase and phrase.stop == verb), None)
            return found if found and goes_with(tokens, found, reading) else None
    return None


def comes_out(key: str) -> bool:
    """Whether a verb tells how a document came out, and has no quotation: صدر، نشر، بث."""
    return any(reading.act == "report" and "quote" not in reading.takes for reading in readings(key))


def is_text(tokens: Tokens, place: int) -> bool:
    """Whether an indefinite document stands at `place`: تقرير."""
    return place >= 0 and bool(tokens.kinds[place] & DOCUMENT) and not tokens.kinds[place] & DEFINITE


def is_bare(tokens: Tokens, phrase: Phrase) -> bool:
    """Whether a noun is indefinite, or no preposition governs it but عن: من سيدة تقول، عن مدير مصنع قال, but not من جامعة ألبا."""
    before = phrase.first - 1
    if (
        before < 0
        or not tokens.kinds[before] & (PREPOSITION | PREFIX)
        or tokens.keys[before] == ABOUT
        or tokens.kinds[phrase.first] & DOCUMENT
    ):
        return True
    return not phrase.named and not any(kind & MAKES_DEFINITE for kind in tokens.kinds[phrase.first + 1 : phrase.stop])


def goes_with(tokens: Tokens, phrase: Phrase, reading: Reading) -> bool:
    """Whether the head of a phrase has the gender and number of a verb, as far as its ending tells."""
    key = tokens.keys[phrase.first]
    if phrase.type == "group" or key.endswith(FEMININE_PLURAL):
        return reading.number == "p" or reading.gender == "f"
    return reading.number == "s" and (reading.gender == "f") == key.endswith(TA_MARBUTA)


def clause_start(passage: Passage, place: int) -> int:
    """Where the clause of `place` begins: after the sentence before, or after أن, لكن or a resumption."""
    kinds = passage.tokens.kinds
    first = passage.sentence_start(place)
    for at in range(place - 1, max(first, place - SUBJECT_REACH) - 1, -1):
        if kinds[at] & (THAT | RESUME | COLON | CONTRAST) or turns_to(passage, at):
            return at + 1
    return first


def turns_to(passage: Passage, place: int) -> bool:
    """Whether أما turns to another subject behind a comma: ، أما المدرب فقال; but not إما أن."""
    kinds = passage.tokens.kinds
    turns = kinds[place] & TURNS_TO and place and kinds[place - 1] & COMMA
    return bool(turns) and not kinds[place + 1] & THAT


def relayed(passage: Passage, cue: int, phrase: Phrase | None, reading: Reading, stop: int) -> tuple[Phrase | None, Phrase | None]:
    """Who speaks and who relays: نقلت الوكالة عن الوزير أن كذا، ذكرت الوكالة نقلا عن الوزير أن كذا."""
    tokens = passage.tokens
    if phrase and tokens.kinds[phrase.first] & MEDIA and (quoted := passed_on(passage, phrase.stop, stop)):
        return quoted, phrase
    if (phrase is None or tokens.kinds[phrase.first] & MEDIA) and (inner := on_whose_tongue(passage, cue + 1, stop)):
        return inner, phrase
    if reading.act != "report":
        return phrase, None
    phrase = phrase and before_relayed(tokens, phrase, reading)
    if phrase and phrase.stop >= stop:
        return phrase, None
    for place in range(phrase.stop if phrase else cue + 1, stop - 1):
        if tokens.kinds[place] & PREPOSITION and tokens.keys[place] in reading.takes:
            inner = None if is_charge(passage, place, stop) else read_source(tokens, place + 1, stop)
            return (inner, phrase) if inner else (phrase, None)
    return phrase, None


def before_relayed(tokens: Tokens, phrase: Phrase, reading: Reading) -> Phrase:
    """The phrase up to the preposition behind which those stand whom the verb relays: نقل المحامي | عن الأسرى أنهم.

    Not before a body, for which somebody stands: نقل النائب عن الكتلة أن.
    """
    for place in range(phrase.first + 1, phrase.stop - 1):
        taken = tokens.kinds[place] & PREPOSITION and tokens.keys[place] in reading.takes
        if taken and not phrase.named and not tokens.kinds[place + 1] & (BODY | COUNTRY | CITY):
            return phrase._replace(stop=place, name=(phrase.first, place), role=phrase.role and (phrase.first, place))
    return phrase


def on_whose_tongue(passage: Passage, first: int, stop: int) -> Phrase | None:
    """Who says it where على لسان names somebody: جاء على لسان الناطق أن كذا; not أكدت الشركة على لسانه أن كذا."""
    tokens = passage.tokens
    place = next((place for place in range(first, stop - 1) if is_tongue(passage, place)), None)
    return read_source(tokens, place + 1, stop) if place else None


def is_tongue(passage: Passage, place: int) -> bool:
    """Whether a token is لسان in على لسان."""
    return passage.tokens.keys[place] == TONGUE and bool(place and passage.tokens.kinds[place - 1] & PREPOSITION)


def passed_on(passage: Passage, first: int, stop: int) -> Phrase | None:
    """Whom a medium quotes behind its own name: نقلا عن الوزير."""
    tokens = passage.tokens
    for place in range(first, stop - 2):
        if tokens.kinds[place] & ACCORDING and tokens.keys[place + 1] == ABOUT:
            return read_phrase(tokens, place + 2, stop)
    return None


def relay_beside(passage: Passage, first: int, stop: int) -> Phrase | None:
    """The medium that relays, between a source and what it said: قال الوزير، بحسب ما نقلت عنه الوكالة، إن كذا."""
    tokens, kinds = passage.tokens, passage.tokens.kinds
    for place in range(first, stop - 1):
        if kinds[place] & ACCORDING:
            after = place + 1
            while after < stop and kinds[after] & (PREFIX | PREPOSITION | RELATIVE | SPEECH) and not kinds[after] & MEDIA:
                after += 1
            return read_phrase(tokens, after, stop) if after < stop and kinds[after] & MEDIA else None
    return None


def is_charge(passage: Passage, place: int, that: int) -> bool:
    """Whether what is told of somebody is laid to their charge and not put in their mouth: نسبت النيابة إلى المتهمين أنهم."""
    keys = passage.tokens.keys
    return keys[place] != ABOUT and bool(passage.tokens.kinds[that] & THAT) and keys[that] not in BARE_THAT


def source_after(passage: Passage, first: int, cue: int) -> tuple[Phrase | None, Phrase | None]:
    """Who speaks and who relays where عن names the source before قوله: `نقلت الوكالة عن فلان قوله`."""
    tokens = passage.tokens
    for place in range(cue - 1, max(first, cue - 25) - 1, -1):
        if is_tongue(passage, place) or (tokens.kinds[place] & (PREPOSITION | PREFIX) and passes_on(passage, first, place)):
            return read_source(tokens, place + 1, cue), relay_before(passage, first, place)
    return None, relay_before(passage, max(first, cue - 25), cue)


def passes_on(passage: Passage, first: int, place: int) -> bool:
    """Whether a preposition names whose saying it is: عن, or the one of a verb of relaying before it (نسبت الوكالة إلى الوزير)."""
    keys = passage.tokens.keys
    if keys[place] == ABOUT:
        return True
    relaying = (reading for key in keys[max(first, place - RELAY_REACH) : place] for reading in readings(key))
    return any(reading.act == "report" and keys[place] in reading.takes for reading in relaying)


def relay_before(passage: Passage, first: int, stop: int) -> Phrase | None:
    """The one who relays, beside the last verb of relaying before `stop`: نقلت الوكالة."""
    for place in range(stop - 1, first - 1, -1):
        relays = any(reading.act == "report" for reading in readings(passage.tokens.keys[place]))
        if relays and not passage.tokens.kinds[place] & DEFINITE:
            after = place + 2 if passage.tokens.kinds[place + 1] & SATED else place + 1
            return read_source(passage.tokens, after, stop) if after < stop else None
    return None
