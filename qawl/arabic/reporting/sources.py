"""The phrase behind a cue that names the source: قال أيضا مدير الميناء إن كذا؛ جاء في بيان للوزارة أن كذا."""

from __future__ import annotations

from qawl.arabic.heads import is_event, is_headed, is_own_document
from qawl.arabic.letters import ADDRESSING, IN, JOINS_FREELY, NISBA, OBLIQUE, ROUND, SAID, WITHIN
from qawl.arabic.lexicon import (
    ACCORDING,
    AMID,
    BODY,
    CARRIES,
    CITY,
    COMMA,
    CONJUNCTION,
    DEFINITE,
    DEMONSTRATIVE,
    DOCUMENT,
    EMPHATIC,
    FUNCTION,
    HONOUR,
    KAN,
    MEDIA,
    NAME,
    NAME_UNIT,
    NEGATION,
    NUMBER,
    ODD,
    OFFICE,
    PEOPLE,
    POINTS,
    PREFIX,
    PREPOSITION,
    PRONOUN,
    PUNCTUATION,
    QUANTITY,
    RELATIVE,
    ROLE,
    ROUGHLY,
    SATED,
    SAYING_PHRASE,
    SETTING,
    SIDE,
    SPAN,
    SPEECH,
    THAT,
    TIME,
    TITLE,
    readings,
)
from qawl.arabic.names.reach import is_addressed
from qawl.arabic.passage import Passage
from qawl.arabic.phrases.entities import read_phrase, read_source
from qawl.arabic.phrases.hearers import addressee
from qawl.arabic.phrases.leads import is_rough
from qawl.arabic.phrases.marked import LONGEST_TITLE, closes_title, opens_title
from qawl.arabic.phrases.phrase import Phrase, is_known
from qawl.arabic.phrases.shares import counted_people
from qawl.arabic.reporting.adverbials import past_adverbs, past_day, past_hearer, past_time
from qawl.arabic.tokens import Tokens
from qawl.arabic.verbs import JUDGED, WHOM

# Who may speak behind those who were told.
PARTY = OFFICE | PEOPLE | QUANTITY | BODY
# Acts whose verbs have nobody as their object.
TELLS = ("say", "assert", "announce", "deny")
# What tells where or when something was said has fewer tokens; who heads a source behind it; what ends or is no such adjunct.
ADJUNCT_WORDS = 10
PARTY_HEADS = OFFICE
NO_ADJUNCT = PUNCTUATION | RELATIVE | THAT | KAN | CONJUNCTION | NEGATION
NO_SETTING = OFFICE | PEOPLE | NAME
ADJUNCT = PREPOSITION | TIME | COMMA | RELATIVE | KAN | CONJUNCTION | SAYING_PHRASE | ACCORDING


def read_gap(passage: Passage, first: int, stop: int) -> tuple[Phrase | None, bool]:
    """The source between a cue and its opening, and whether nothing there forbids the reading."""
    if first < stop and (issued := document_of(passage, first, stop)):
        return issued, True
    if first + 1 < stop and is_answer(passage, first):
        first += 1
    first = past_hearer(passage, past_time(passage, past_adverbs(passage, first, stop), stop), stop)
    if first >= stop:
        return None, True
    if named := in_marks(passage, first, stop) or behind_hearer(passage, first, stop):
        return named, True
    kinds = passage.tokens.kinds
    if kinds[first] & COMMA and (aside := between_commas(passage, first, stop)):
        return aside, True
    if kinds[first] & TIME and (later := behind_time(passage, first, stop)):
        return later, True
    if kinds[first] & (NUMBER | ROUGHLY) and (people := counted_people(passage.tokens, first, stop)):
        return people, ends_well(passage, people, stop)
    if kinds[first] & (PREPOSITION | PREFIX) and (later := behind_adjunct(passage, first, stop)):
        return later, True
    if kinds[first] & AMID and not kinds[first] & (ROLE | PEOPLE | NAME):
        return person_behind(passage, first, stop), True
    if kinds[first] & (ADJUNCT | PREFIX | PUNCTUATION | NEGATION) and not is_rough(passage.tokens, first):
        return None, True
    if kinds[first] & SPEECH and is_participle(passage, first) and not kinds[first] & (ROLE | DOCUMENT | PEOPLE):
        return None, first + 1 >= stop or bool(kinds[first + 1] & ADJUNCT or kinds[first] & CARRIES)
    return read_noun(passage, first, stop)


def is_answer(passage: Passage, place: int) -> bool:
    """Whether a noun of saying stands behind a verb that tells where something stands, before whose it is: جاء رد | الوزارة بأن."""
    tokens = passage.tokens
    reports = any(reading.act == "report" and IN in reading.takes for reading in readings(tokens.keys[place - 1]))
    noun = reports and any(reading.tense == "noun" for reading in readings(tokens.keys[place]))
    return noun and not tokens.kinds[place] & (DEFINITE | DOCUMENT) and source_at(passage, place + 1) is not None


def past_text(passage: Passage, first: int, stop: int) -> int:
    """Where a source begins behind فيه, which takes up what it was said in: بيان قالت فيه | الوزارة; not اتهم فيه الوزارة."""
    tokens, subject = passage.tokens, first + 1
    if (
        subject >= stop
        or not tokens.kinds[first] & SATED
        or not tokens.keys[first].startswith(IN)
        or tokens.kinds[subject] & PUNCTUATION
    ):
        return first
    if not all(reading.act in TELLS and reading.takes.isdisjoint((WHOM, JUDGED)) for reading in readings(tokens.keys[first - 1])):
        return first
    phrase = read_source(tokens, subject, stop)
    if phrase is None or phrase.type == "document":
        return first
    says = all(reading.lemma == SAID for reading in readings(tokens.keys[first - 1])) and phrase.stop == stop
    return subject if says or is_known(tokens, phrase) else first


def read_noun(passage: Passage, first: int, stop: int) -> tuple[Phrase | None, bool]:
    """The source that begins with the noun at `first`, and whether nothing behind it forbids the reading."""
    if passage.tokens.kinds[first] & HONOUR:
        return Phrase(first, first + 1, "person", (first, first + 1), None, False), True
    if (confirmer := behind_object(passage, first, stop)) is not None:
        return confirmer, True
    if is_no_source(passage, first, stop):
        return None, True
    phrase = read_source(passage.tokens, first, stop)
    if phrase and phrase.stop < stop and names_deed(passage.tokens, phrase):
        return None, True
    phrase = phrase and named_behind_day(passage, phrase, stop)
    return phrase, phrase is not None and ends_well(passage, phrase, stop)


def named_behind_day(passage: Passage, phrase: Phrase, stop: int) -> Phrase:
    """An office with its name, where only the day of the saying parts them: قال رئيس البلدية أمس سالم الكندي إن."""
    name = past_day(passage, phrase.stop, stop)
    if phrase.type != "unnamed" or not phrase.stop < name < stop or passage.tokens.kinds[name] & COMMA:
        return phrase
    person = source_at(passage, name)
    own = (
        person
        and person.named
        and person.stop == stop
        and all(kind & TITLE for kind in passage.tokens.kinds[name : person.name[0]])
    )
    return phrase._replace(stop=stop, type="person", name=person.name, named=True) if person and own else phrase


def names_deed(tokens: Tokens, phrase: Phrase) -> bool:
    """Whether a phrase names what was done, which is an object where it does not lead to what was said: أكد تورط السكان في كذا."""
    return not phrase.named and not is_headed(tokens, phrase.first) and is_event(tokens, phrase.first)


def behind_time(passage: Passage, first: int, stop: int) -> Phrase | None:
    """The known source behind the time of its saying: أعلن أمس الاثنين وزير النقل أن، قال لاحقا المدير سالم الكندي إن.

    It may stand between commas: أعلن أمس الاثنين، وزير النقل، أن.
    """
    place = past_day(passage, first, stop)
    if first < place < stop and passage.tokens.kinds[place] & COMMA:
        return between_commas(passage, place, stop)
    if not first < place < stop or passage.tokens.kinds[place] & (ADJUNCT | PREFIX | PUNCTUATION | NEGATION):
        return None
    phrase, whole = read_noun(passage, place, stop)
    return phrase if phrase and whole and is_known(passage.tokens, phrase) else None


def behind_adjunct(passage: Passage, first: int, stop: int) -> Phrase | None:
    """The known source behind where or when it was said: قال خلال الجلسة الوزير سالم إن، قال في تصريح صحفي مدير الميناء إن.

    What an article or an adjective closes owns nobody; but who stands behind a verbal noun or a preposition is its own: خلال
    استقباله الوزير، في لقاء مع الوزير.
    """
    tokens, kinds = passage.tokens, passage.tokens.kinds
    noun = first + 2 if first + 1 < stop and kinds[first + 1] & DEMONSTRATIVE else first + 1
    if noun >= stop or kinds[first] & SATED or not kinds[noun] & (DEFINITE | SETTING | SIDE) or kinds[noun] & NO_SETTING:
        return None
    for place in range(noun + 1, min(stop, first + ADJUNCT_WORDS)):
        closed = closes_adjunct(passage, noun, place - 1)
        if not closed and (kinds[place] & NO_ADJUNCT or kinds[place - 1] & NO_SETTING or tokens.is_owned(place - 1)):
            return None
        phrase = source_at(passage, place) if closed and kinds[place] & PARTY_HEADS else None
        if phrase and phrase.stop <= stop and is_one(tokens, phrase) and ends_well(passage, phrase, stop):
            return phrase
    return None


def person_behind(passage: Passage, first: int, stop: int) -> Phrase | None:
    """Who is named behind how, when or where something was said: قال فور وصوله | سالم الكندي إن؛ None where nobody is."""
    phrase = read_source(passage.tokens, first, stop)
    return phrase._replace(first=phrase.name[0], role=None) if phrase and phrase.named and phrase.name[0] > first else None


def closes_adjunct(passage: Passage, noun: int, place: int) -> bool:
    """Whether the word at `place` can own nobody behind it: خلال الجلسة، في تصريح صحفي، في بيان له، من جهته، في السياق ذاته."""
    kind = passage.tokens.kinds[place]
    if kind & DEFINITE:
        return not kind & NO_SETTING
    if kind & (SIDE | EMPHATIC | SATED) or (kind & TIME and not kind & PREPOSITION):
        return True
    return place == noun + 1 and bool(passage.tokens.kinds[noun] & SETTING) and passage.tokens.keys[place].endswith(NISBA)


def is_one(tokens: Tokens, phrase: Phrase) -> bool:
    """Whether a phrase is a person by name, or an office that is no adjective of what stands before it."""
    head = tokens.kinds[phrase.first]
    return phrase.named or bool(head & ROLE and not head & DEFINITE and phrase.stop > phrase.first + 1)


def between_commas(passage: Passage, first: int, stop: int) -> Phrase | None:
    """A known source that a comma parts from its verb, another one or the opening behind it: أكد، مدير الميناء، أن."""
    phrase = source_at(passage, first + 1)
    return phrase if phrase and phrase.stop <= stop and (phrase.stop == stop or passage.tokens.kinds[phrase.stop] & COMMA) else None


def behind_hearer(passage: Passage, first: int, stop: int) -> Phrase | None:
    """The known source behind those who were told: قال لـ«الساحل» المواطن سالم إن، ذكر لجريدة الساحل مدير الميناء أن.

    Behind a word without marks it is a person by name, or an indefinite one; whoever is told has adjectives: للوكالة الرسمية.
    Any thing with its article may be told or served: أوضح للساحل المدير سالم أن، كشف للمرة الأولى المدير سالم أن.
    """
    tokens, kinds = passage.tokens, passage.tokens.kinds
    if first + 2 >= stop or not kinds[first] & PREFIX or tokens.keys[first][0] not in ADDRESSING:
        return None
    told = addressee(tokens, first + 1, stop)
    if not told and not (kinds[first + 1] & DEFINITE and not kinds[first + 1] & (OFFICE | PEOPLE)):
        return None
    marked = opens_title(tokens, first + 1)
    place = hearer_end(tokens, first + 1, stop) if marked else first + 2
    while place < min(stop, first + LONGEST_TITLE) and not kinds[place] & (PUNCTUATION | PREPOSITION | PREFIX):
        phrase = source_at(passage, place) if marked or kinds[place] & (OFFICE | PEOPLE) else None
        if phrase and phrase.stop <= stop and (phrase.named or (told and kinds[place] & PARTY and not kinds[place] & DEFINITE)):
            return phrase
        if marked:
            return None
        place += 1
    return None


def hearer_end(tokens: Tokens, mark: int, stop: int) -> int:
    """Where a name in marks ends, the mark with it: «الساحل»، (أخبار الساحل)."""
    places = range(mark + 2, min(mark + LONGEST_TITLE, stop))
    return next((at + 1 for at in places if closes_title(tokens, mark, at)), stop)


def behind_object(passage: Passage, first: int, stop: int) -> Phrase | None:
    """Who says so behind ذلك, the object of the verb: أوضح ذلك أمين المجلس سالم الكندي مبينا أن; but not ذلك الوزير."""
    kinds, after = passage.tokens.kinds, first + 1
    if not kinds[first] & DEMONSTRATIVE or after >= stop or kinds[after] & (DEFINITE | PREFIX | FUNCTION):
        return None
    phrase = read_source(passage.tokens, after, stop)
    return phrase if phrase and phrase.named else None


def is_no_source(passage: Passage, first: int, stop: int) -> bool:
    """Whether no source begins at `first` though a noun may: an owned document, a pronoun, a noun with a number, points told."""
    tokens, kinds = passage.tokens, passage.tokens.kinds
    behind = kinds[first + 1] if first + 1 < stop else 0
    if kinds[first] & POINTS and not kinds[first] & DEFINITE:
        return True
    if kinds[first] & (PRONOUN | DEMONSTRATIVE | EMPHATIC) and (not behind & DEFINITE or behind & SPAN):
        return True
    numbered = is_numbered(passage, first) and not is_rough(tokens, first) and not is_headed(tokens, first)
    return numbered or is_own_document(tokens, first)


def ends_well(passage: Passage, phrase: Phrase, stop: int) -> bool:
    """Whether a source may end where it does: it has a name, or an adjunct, a mark or those who were told follow."""
    tokens, rest = passage.tokens, passage.skip(phrase.stop, EMPHATIC)
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
    return bool(passage.tokens.kinds[place + 1] & NUMBER)


def in_marks(passage: Passage, first: int, stop: int) -> Phrase | None:
    """A person or a body whose name alone stands in marks: وقالت «أخبار الساحل» إن، كتبت (الساحل) أن; but no clause (أنا حائر)."""
    tokens, quote = passage.tokens, passage.opening.get(first)
    if quote and not quote.is_speech and quote.first < quote.stop <= quote.close < stop:
        if tokens.kinds[quote.first] & PRONOUN:
            return None
        inner = read_phrase(tokens, quote.first, quote.stop)
        strange = quote.stop - quote.first == 1 and not tokens.kinds[quote.first] & NAME_UNIT
        if inner and inner.named and inner.stop == quote.stop and not strange:
            return inner._replace(first=first, stop=quote.close + 1)
        return Phrase(first, quote.close + 1, "organisation", (quote.first, quote.stop), None, False)
    close = next((at for at in range(first + 2, min(first + LONGEST_TITLE, stop)) if tokens.keys[at] == ROUND[1]), None)
    if close is None or tokens.keys[first] != ROUND[0] or not tokens.kinds[first + 1] & (NAME_UNIT | DEFINITE | ODD | CITY):
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
    """The document in which something stands: جاء في بيان للوزارة أن كذا، ورد بالتقرير أن كذا."""
    tokens = passage.tokens
    cue = readings(tokens.keys[first - 1])
    if not cue or cue[0].act != "report" or first + 1 >= stop or not tokens.kinds[first + 1] & DOCUMENT:
        return None
    inside = tokens.keys[first] in cue[0].takes or (tokens.keys[first] == WITHIN and IN in cue[0].takes)
    return read_source(tokens, first + 1, stop) if inside else None
