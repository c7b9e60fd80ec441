"""Who stays away: parties side by side behind a word, the subject of a verb, and whom a pronoun or a dropped subject means."""

from __future__ import annotations

from typing import NamedTuple

from qawl.arabic.agenda.absence_guards import DECIDING, governor
from qawl.arabic.agenda.absence_occasions import stands_for_it
from qawl.arabic.agenda.absence_words import is_word, occasion_type, verbs_and_nouns, with_senses
from qawl.arabic.clauses import SUBJECT_REACH
from qawl.arabic.deeds import deeds
from qawl.arabic.entities import read_phrase
from qawl.arabic.frames.arguments import BETWEEN, is_clause_head
from qawl.arabic.frames.forms import Form
from qawl.arabic.frames.scene import Scene
from qawl.arabic.joiners import is_and
from qawl.arabic.letters import FEMININE_ENDINGS, HIS, IN, JOINS_FREELY, OWNERS, bare_key, fold
from qawl.arabic.lexicon import (
    BODY,
    CITY,
    COMMA,
    COUNTRY,
    DEFINITE,
    EACH,
    FAMILY,
    KAN,
    NAME,
    NEGATION,
    NUMBER,
    ODD,
    PEOPLE,
    PREFIX,
    PREPOSITION,
    PUNCTUATION,
    RELATIVE,
    ROLE,
    ROUGHLY,
    SATED,
    THAT,
    TIME,
    TITLE,
    readings,
)
from qawl.arabic.passage import Passage
from qawl.arabic.phrases import Phrase, is_known
from qawl.arabic.shares import counted_people
from qawl.arabic.subjects import before_met, subject_alone
from qawl.arabic.tokens import Tokens
from qawl.model import Party

# How far before its verb a group may begin of which it tells: نواب من الكتلة | لم يحضروا الجلسة.
TOLD_REACH = 6
HEADS = ROLE | TITLE | BODY | PEOPLE | COUNTRY | CITY | NAME | FAMILY
WHOLE = DEFINITE | COUNTRY | CITY | NAME | FAMILY | ODD
ATTENDING = frozenset(("attend", "travel"))
Phrases = tuple[Phrase, ...]
Parties = tuple[Party, ...]


class Subject(NamedTuple):
    """The subject of a verb as parties, where it begins, and where what follows the verb and it begins."""

    who: Parties
    first: int
    after: int


def party_at(passage: Passage, place: int, limit: int) -> Phrase | None:
    """The one party at `place`, up to what may be its verb's object or the encounter behind it: روسيا | القمة."""
    tokens = passage.tokens
    if place >= limit:
        return None
    if tokens.kinds[place] & (NUMBER | ROUGHLY) and (counted := counted_people(tokens, place, limit)):
        return cut(counted, party_stop(tokens, counted))
    phrase = read_phrase(tokens, place, limit)
    if (
        phrase is None
        or phrase.type == "document"
        or is_word(tokens, phrase.name[0], "crowd")
        or occasion_type(tokens.keys[phrase.name[0]])
    ):
        return None
    if not is_known(tokens, phrase) and not is_word(tokens, phrase.first, "body"):
        return None
    return cut(subject_alone(tokens, phrase), party_stop(tokens, phrase))


def cut(phrase: Phrase, stop: int) -> Phrase:
    """A phrase up to `stop`."""
    if stop >= phrase.stop:
        return phrase
    role = (phrase.role[0], min(phrase.role[1], stop)) if phrase.role else None
    return phrase._replace(stop=stop, name=(phrase.name[0], min(phrase.name[1], stop)), role=role)


def party_stop(tokens: Tokens, phrase: Phrase) -> int:
    """Where a party ends: with a name behind its office, before an encounter or a purpose behind a whole noun.

    النائب سالم الكندي | من قائمة المدعوين، الوزير | افتتاح المعرض، رابطة عمال الميناء | لحضور اللقاء.
    """
    if phrase.named and (phrase.role is None or phrase.role[0] < phrase.name[0]):
        return next((at for at in range(phrase.name[1], phrase.stop) if ends_name(tokens, at)), phrase.stop)
    for place in range(max(phrase.first, phrase.name[0]) + 1, phrase.stop):
        if is_and(tokens, place) and place + 1 < phrase.stop and not tokens.kinds[place + 1] & (HEADS | DEFINITE):
            return place
        if not tokens.kinds[place - 1] & WHOLE and not tokens.kinds[phrase.first] & NUMBER:
            continue
        if phrase.type == "organisation" and tokens.keys[place] == IN:
            return place
        led = tokens.kinds[place] & (PREFIX | PREPOSITION) and not is_and(tokens, place) and place + 1 < phrase.stop
        noun = tokens.keys[place + 1 if led else place]
        if occasion_type(noun) or (led and with_senses(bare_key(noun), ATTENDING)):
            return place
    return phrase.stop


def ends_name(tokens: Tokens, place: int) -> bool:
    """Whether a word behind a name is no surname: a preposition, what has the article, a word of attending, an encounter."""
    known = occasion_type(tokens.keys[place]) or tokens.keys[place] in verbs_and_nouns()
    return bool(known or tokens.kinds[place] & (PREFIX | PREPOSITION | DEFINITE))


def joined_within(tokens: Tokens, phrase: Phrase) -> int | None:
    """Where و joins a second party inside a phrase: روسيا | و جورجيا; not وزارة الصحة والسكان."""
    kinds = tokens.kinds
    for place in range(phrase.first + 1, phrase.stop - 1):
        if not is_and(tokens, place) or not kinds[place + 1] & HEADS:
            continue
        named = kinds[place + 1] & (COUNTRY | CITY | NAME)
        if named or not kinds[place + 1] & DEFINITE or kinds[phrase.first] & DEFINITE:
            return place
    return None


def parties_at(passage: Passage, place: int, limit: int | None = None) -> Phrases:
    """The parties side by side at `place`, before `limit`: روسيا و جورجيا وأوكرانيا، كل من تونس والمغرب."""
    tokens = passage.tokens
    if place >= len(tokens):
        return ()
    limit = passage.sentence_stop(place) if limit is None else limit
    if place + 1 < limit and tokens.kinds[place] & EACH:
        place += 2 if tokens.kinds[place + 1] & PREPOSITION else 1
    found: list[Phrase] = []
    while place < limit and (phrase := party_at(passage, place, limit)):
        joined = joined_within(tokens, phrase)
        phrase = phrase if joined is None else party_at(passage, place, joined)
        if phrase is None:
            break
        found.append(phrase)
        place = next_party(tokens, phrase.stop, limit)
    return each_of(tokens, found)


def each_of(tokens: Tokens, found: list[Phrase]) -> Phrases:
    """Parties side by side, those of one head made one again: زعماء | كل من تونس والمغرب."""
    if len(found) < 2 or not any(kind & EACH for kind in tokens.kinds[found[0].first + 1 : found[0].stop]):
        return tuple(found)
    stop = found[-1].stop
    return (found[0]._replace(stop=stop, name=(found[0].name[0], stop), role=None),)


def next_party(tokens: Tokens, stop: int, limit: int) -> int:
    """Where the next party begins behind و, a comma or ولا; `limit` where none does."""
    place = stop + 1 if stop < limit and tokens.kinds[stop] & COMMA else stop
    if not is_and(tokens, place):
        return limit
    place += 1
    if place < limit and tokens.kinds[place] & NEGATION:
        place += 1
    return place if place < limit and tokens.kinds[place] & HEADS else limit


def agrees(tokens: Tokens, form: Form, phrases: Phrases) -> bool:
    """Whether a finite form may have the parties as its subject by gender; names, countries and groups may be either."""
    first = phrases[0]
    if form.gender not in "mf" or first.type != "organisation" or len(phrases) > 1:
        return True
    return tokens.keys[first.name[0]].endswith(FEMININE_ENDINGS) == (form.gender == "f")


def subject_behind(passage: Passage, verb: int, form: Form, limit: int | None = None) -> Phrases:
    """The subject behind a verb in the singular, a time or عنه between: غاب أمس | الوزير، غاب عنه | الوزير."""
    if form.number != "s":
        return ()
    tokens = passage.tokens
    place = passage.skip(verb + 1, BETWEEN)
    while place < len(tokens) and (tokens.kinds[place] & (SATED | TIME) or stands_for_it(passage, place, form)):
        place += 1
    found = parties_at(passage, place, limit)
    if len(found) == 1:
        found = (before_met(tokens, verb, found[0]),)
    return found if found and agrees(tokens, form, found) else ()


def subject_before(passage: Passage, verb: int, form: Form) -> Phrases:
    """The subject before a verb, the nearest that heads its clause: وزير النقل | لم يحضر، أن تونس | لن تشارك، وحدها تونس | غابت."""
    start, stop = max(passage.sentence_start(verb), verb - SUBJECT_REACH), before_verb(passage, verb)
    if stop > start and passage.tokens.kinds[stop - 1] & RELATIVE:
        return before_relative(passage, start, stop - 1)
    for place in range(verb - 1, start - 1, -1):
        heads = heads_clause(passage, place)
        if not heads and place + TOLD_REACH < stop:
            continue
        phrases = parties_at(passage, place)
        if heads and not phrases and is_other_subject(passage, place):
            return ()
        told = phrases and (heads or (phrases[-1].stop == stop and is_told_of(passage, phrases[-1])))
        if told and phrases[-1].stop <= verb and agrees(passage.tokens, form, phrases):
            return phrases
    return ()


def is_other_subject(passage: Passage, place: int) -> bool:
    """Whether a noun at the head of a clause is its subject and nobody: أن | التوافق غاب عن القمة."""
    kinds = passage.tokens.kinds
    after_that = place > 0 and kinds[place - 1] & THAT and not kinds[place] & (PREPOSITION | NEGATION | KAN)
    return bool(kinds[place] & DEFINITE or after_that)


def before_verb(passage: Passage, verb: int) -> int:
    """Where what may stand right before a verb and belongs to it begins: | لم يحضروا، | كانوا قد قاطعوا."""
    while verb and (passage.tokens.kinds[verb - 1] & KAN or is_word(passage.tokens, verb - 1, "not", "never")):
        verb -= 1
    return verb


def before_relative(passage: Passage, start: int, relative: int) -> Phrases:
    """Whom a relative clause tells of, right before it: الوزير سالم الكندي | الذي لم يحضر."""
    stop = relative - 1 if relative and passage.tokens.kinds[relative - 1] & COMMA else relative
    for place in range(start, stop):
        if (phrases := parties_at(passage, place, stop)) and len(phrases) == 1 and phrases[0].stop == stop:
            return phrases
    return ()


def is_told_of(passage: Passage, phrase: Phrase) -> bool:
    """Whether a verb right behind several without article tells of them: أحزاب | قاطعت الانتخابات، نواب | لم يحضروا الجلسة."""
    return phrase.type == "group" and not passage.tokens.kinds[phrase.first] & DEFINITE


def heads_clause(passage: Passage, place: int) -> bool:
    """Whether a subject may begin at `place`: at the head of a clause, behind أن, alone."""
    before = passage.tokens.kinds[place - 1] if place else PUNCTUATION
    return bool(before & (THAT | KAN)) or is_word(passage.tokens, place - 1, "only") or is_clause_head(passage, place)


def pronoun_before(passage: Passage, verb: int) -> int | None:
    """Where أن with a pronoun stands that is the subject of a verb, a negation between: أنها | لن تشارك."""
    tokens = passage.tokens
    at = verb - 1 - (verb > 0 and is_word(tokens, verb - 1, "not", "never"))
    joined = at >= 0 and tokens.kinds[at] & THAT and any(tokens.keys[at].endswith(owner) for owner in (HIS, *OWNERS))
    return at if joined else None


def last_acting(passage: Passage, place: int) -> Phrase | None:
    """Who acts by the last verb before `place` in its sentence: أعلن | الحزب مقاطعته."""
    acting = [deed.phrase for deed in deeds(passage, passage.sentence_start(place), place) if deed.phrase]
    return next((phrase for phrase in reversed(acting) if phrase.stop <= place), None)


def speaker_at(scene: Scene, place: int) -> Parties:
    """The speaker of the statement in which `place` stands, as a party."""
    statement = scene.statement_at(place)
    speaker = statement.speaker if statement else None
    return (Party(speaker.name, speaker.type, speaker.ref),) if speaker else ()


def speaker_meant(scene: Scene, that: int) -> Parties:
    """The speaker whom the pronoun of أن means; nobody where it is of another gender than his verb: أوضحت الإذاعة | أنه."""
    statement = scene.statement_at(that + 1)
    cue = statement.cue if statement else None
    genders = {reading.gender for reading in readings(fold(cue.text))} if cue else set()
    feminine = not scene.tokens.keys[that].endswith(HIS)
    return () if genders == {"m" if feminine else "f"} else speaker_at(scene, that + 1)


def parties_of(scene: Scene, phrases: Phrases) -> Parties:
    """Phrases as parties of the record."""
    return tuple(scene.party(phrase) for phrase in phrases)


def subject_of(scene: Scene, verb: int, form: Form, limit: int | None = None) -> Subject:
    """Who does what a verb tells: behind it before `limit`, the pronoun of أن, what heads its clause, or who acted before."""
    passage = scene.passage
    if behind := subject_behind(passage, verb, form, limit):
        return Subject(parties_of(scene, behind), verb, behind[-1].stop)
    if form.number == "s" and is_somebody_else(passage, passage.skip(verb + 1, BETWEEN)):
        return Subject((), verb, verb + 1)
    if (that := pronoun_before(passage, verb)) is not None:
        return Subject(speaker_meant(scene, that), that, verb + 1)
    before = subject_before(passage, verb, form)
    if not before and (start := carried_on(passage, verb)) is not None:
        return Subject(acting(scene, start, form), start, verb + 1)
    return Subject(parties_of(scene, before), before[0].first if before else verb, verb + 1)


def is_somebody_else(passage: Passage, place: int) -> bool:
    """Whether what stands behind a verb is its subject and no party, encounter or attending: غاب | التوافق عن القمة."""
    tokens = passage.tokens
    if place >= len(tokens) or not tokens.kinds[place] & DEFINITE:
        return False
    return occasion_type(tokens.keys[place]) is None and tokens.keys[place] not in verbs_and_nouns()


def carried_on(passage: Passage, verb: int) -> int | None:
    """Where a clause begins that has the subject of the one before: قرر الحزب | ألا يشارك، قرر | أن لا يشارك، حضر | ولم يشارك."""
    tokens = passage.tokens
    start = verb - is_word(tokens, verb - 1, "not", "never")
    if start > 0 and (is_word(tokens, start, "not_to") or tokens.kinds[start - 1] & THAT or tokens.keys[start - 1] == JOINS_FREELY):
        return start
    return None


def acting(scene: Scene, place: int, form: Form | None = None, reach: int = 0) -> Parties:
    """Who decides, or acts by the last verb before `place`, else whoever says it: أعلن | الحزب عدم مشاركته."""
    decision = governor(scene.passage, place, DECIDING)
    if decision and decision[1].is_finite and (subject := subject_of(scene, *decision, place)).who:
        return subject.who
    phrase = last_acting(scene.passage, place)
    if phrase is None:
        return ()
    fits = agrees(scene.tokens, form, (phrase,)) if form else acts_on(scene.passage, phrase, place, reach)
    return parties_of(scene, (phrase,)) if fits else ()


def acts_on(passage: Passage, phrase: Phrase, place: int, reach: int) -> bool:
    """Whether who acts stands near a noun, or with only its preposition or a time between: هدد الوزير | بعدم المشاركة."""
    between = passage.tokens.kinds[phrase.stop : place]
    return place - phrase.stop <= reach or all(kind & (PREPOSITION | PREFIX | TIME) for kind in between)
