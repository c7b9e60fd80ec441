"""Findings that state nothing and only tell who is in focus: verbs of saying without a clause, deeds that open a sentence."""

from __future__ import annotations

from qawl.arabic.findings import TURN, Finding
from qawl.arabic.letters import ALEF, AS, FUTURE, IMPERFECT, TANWIN
from qawl.arabic.lexicon import (
    ACCORDING,
    ASIDE,
    BODY,
    BREAK,
    COMMA,
    DEFINITE,
    DEMONSTRATIVE,
    DOCUMENT,
    KAN,
    NAME,
    OFFICE,
    PREFIX,
    PREPOSITION,
    PRONOUN,
    PUNCTUATION,
    RELATIVE,
    ROLE,
    SATED,
    SETTING,
    SPEECH,
    TIME,
    VERB_ALONE,
    readings,
)
from qawl.arabic.ordinary import is_only_imperfect
from qawl.arabic.passage import Passage
from qawl.arabic.phrases.entities import read_phrase
from qawl.arabic.phrases.named_things import is_called
from qawl.arabic.phrases.phrase import Phrase, is_known
from qawl.arabic.phrases.subjects import before_met, is_denied, is_of_officer, is_of_other_gender, subject_alone
from qawl.arabic.reporting.antecedents import antecedent
from qawl.arabic.reporting.calls import matter_of
from qawl.arabic.reporting.clauses import is_behind_kan
from qawl.arabic.reporting.cues import is_governed, is_own_word, is_written_noun, starts_clause
from qawl.arabic.reporting.forerunners import subject_before
from qawl.arabic.reporting.sources import read_gap, source_at
from qawl.arabic.verbs import FINITE, URGES, Reading

# How far behind a participle stands the preposition that it takes: مطالبا الحكومة بكذا.
OBJECT_REACH = 5
# Acts of participles that may have a noun for their object: مؤكدا ثقته.
ASSERTS = ("say", "assert", "announce", "praise", "hope")
# What stands before ما where its clause takes the turn: وهو ما أكده فلان، حسب ما أعلنه فلان; and how far before it the verb stands.
# What may head the subject of a verb that looks like a noun: طالب | مدير المستشفى بكذا; not طالب الهندسة.
HEADS = OFFICE | BODY
LINKS_WHAT = PRONOUN | DEMONSTRATIVE | ACCORDING | PREPOSITION | PREFIX | PUNCTUATION
WHAT_REACH = 8
NO_TURN = PREPOSITION | ROLE | BODY | NAME | TIME | DOCUMENT | ASIDE | SETTING


def turn_at(passage: Passage, place: int) -> Finding | None:
    """A verb of saying without a clause (دعا فلان إلى كذا): no statement, but whoever speaks on afterwards is its subject."""
    kind = passage.tokens.kinds[place]
    if not kind & SPEECH or kind & DEFINITE or passage.quote_at(place) or is_own_word(passage, place):
        return None
    reading = readings(passage.tokens.keys[place])[0]
    if reading.tense == "participle" and is_told_besides(passage, place, reading) and (reading.act in URGES or not kind & NO_TURN):
        return Finding(TURN, place, (place, place + 1), reading, None, (), "participle")
    if reading.tense not in FINITE or (kind & NO_TURN and not is_plainly_verb(passage, place, reading)):
        return None
    if passage.tokens.kinds[place - 1] & PREFIX and is_governed(passage, place):
        return None
    if is_issued(passage, place) or is_what_was_said(passage, place) or is_written_noun(passage, place):
        return None
    phrase = subject_of_turn(passage, place, reading)
    return Finding(TURN, place, (place, place + 1), reading, phrase, (), "name" if phrase else "dropped")


def is_plainly_verb(passage: Passage, place: int, reading: Reading) -> bool:
    """Whether a form that has other uses is a verb, as what it takes stands near: كما عبر عن قلقه، من جهته، عبر الحارس عن قلقه."""
    tokens, last = passage.tokens, place - 1
    leads = tokens.keys[last] == AS or starts_clause(passage, place)
    if place > 0 and leads and any(key in reading.takes for key in tokens.keys[place + 1 : place + OBJECT_REACH]):
        return True
    phrase = source_at(passage, place + 1) if starts_clause(passage, place) else None
    head = tokens.kinds[phrase.first] if phrase else 0
    one = head & HEADS or (head & NAME and not head & DEFINITE)
    return bool(one) and matter_of(passage, place, phrase) is not None


def subject_of_turn(passage: Passage, place: int, reading: Reading) -> Phrase | None:
    """Who stands beside a verb as its subject: before it (كان الوزير أعلن، الذي أعرب عن), else behind a singular."""
    behind_kan = is_behind_kan(passage, place)
    if behind_kan or passage.tokens.kinds[place - 1] & KAN:
        before = subject_before(passage, place)
        if before or behind_kan:
            return before
    if passage.tokens.kinds[place - 1] & RELATIVE and (told_of := antecedent(passage, place, reading)):
        return told_of
    if reading.number == "s":
        phrase, _ = read_gap(passage, place + 1, passage.sentence_stop(place))
        other = phrase and (is_denied(passage.tokens, place, phrase) or is_of_officer(passage.tokens, phrase))
        if phrase and is_of_other_gender(passage.tokens, place, phrase):
            return None
        if phrase and is_known(passage.tokens, phrase) and not other:
            return subject_alone(passage.tokens, before_met(passage.tokens, place, phrase))
    return subject_before(passage, place)


def is_issued(passage: Passage, place: int) -> bool:
    """Whether a verb only tells when the document before it was made known, and nobody's turn: النتائج التي أعلنت اليوم."""
    kinds = passage.tokens.kinds
    after = kinds[place + 1] if place + 1 < len(passage.tokens) else BREAK
    return bool(place and kinds[place - 1] & RELATIVE and kinds[place - 1] & DEFINITE and after & (TIME | PUNCTUATION | BREAK))


def is_what_was_said(passage: Passage, place: int) -> bool:
    """Whether a verb only tells what the subject of an earlier verb of its sentence speaks of: نفى المدير | ما أعلنه الحزب."""
    kinds, what = passage.tokens.kinds, place - 1
    if place < 2 or not kinds[what] & RELATIVE or kinds[what] & DEFINITE or kinds[what - 1] & LINKS_WHAT:
        return False
    start = max(passage.sentence_start(place), what - WHAT_REACH)
    return any(
        kinds[verb] & SPEECH and not kinds[verb] & NO_TURN and readings(passage.tokens.keys[verb])[0].tense in FINITE
        for verb in range(start, what)
    )


def is_told_besides(passage: Passage, place: int, reading: Reading) -> bool:
    """Whether a participle tells more of a saying: behind a comma, or before what it takes: منددا بكذا، مؤكدا ثقته."""
    tokens = passage.tokens
    if tokens.kinds[place - 1] & COMMA:
        return True
    if not is_accusative(passage, place) or tokens.keys[place - 1].endswith(ALEF) or is_predicate(passage, place):
        return False
    after = place + 1
    has_object = reading.act in ASSERTS and after < len(tokens) and not tokens.kinds[after] & SATED and tokens.is_owned(after)
    return has_object or any(key in reading.takes for key in tokens.keys[place + 1 : place + OBJECT_REACH])


def is_predicate(passage: Passage, place: int) -> bool:
    """Whether a participle only tells what somebody is or stays, right behind كان or an imperfect: سيبقى مركزا على كذا."""
    verb = passage.tokens.keys[place - 1].removeprefix(FUTURE)
    return bool(passage.tokens.kinds[place - 1] & KAN) or bool(IMPERFECT.match(verb)) or is_only_imperfect(verb)


def is_accusative(passage: Passage, place: int) -> bool:
    """Whether a participle is written in tanwin or its alef: معربا، معربةً."""
    tokens = passage.tokens
    return tokens.keys[place].endswith(ALEF) or TANWIN in tokens.surface(place, place + 1)


def deed_after(passage: Passage, stop: int) -> Finding | None:
    """A sentence that opens with what a named person did (التقى فلان …): whoever speaks on afterwards may be that person.

    ``stop`` is the token before the sentence, -1 where it opens the text.
    """
    kinds = passage.tokens.kinds
    verb = passage.skip(stop + 1, PREFIX | KAN)
    if verb + 1 >= len(passage.tokens) or kinds[verb] & ~VERB_ALONE or passage.is_chrome(verb):
        return None
    phrase = read_phrase(passage.tokens, verb + 1, passage.sentence_stop(verb))
    phrase = phrase and before_met(passage.tokens, verb, phrase)
    if phrase is None or not phrase.named or is_called(passage.tokens, phrase.name[0]):
        return None
    return Finding(TURN, verb, (verb, verb + 1), None, phrase, (), "name")
