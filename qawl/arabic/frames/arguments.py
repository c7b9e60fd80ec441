"""Who does something and to whom: the phrases round a verb or a verbal noun of a frame.

زار | وزير النقل | مدينة صور، زيارة | وزير النقل، وزير النقل | يزور صور.
"""

from __future__ import annotations

from qawl.arabic.clauses import SUBJECT_REACH
from qawl.arabic.deeds import clause_mark
from qawl.arabic.entities import read_source
from qawl.arabic.findings import Range
from qawl.arabic.lexicon import BREAK, CONJUNCTION, NEGATION, PREFIX, PREPOSITION, PUNCTUATION, STOP, TIME
from qawl.arabic.passage import Passage
from qawl.arabic.phrases import Phrase, is_known
from qawl.arabic.subjects import before_met, subject_alone

# What may stand between a verb and its subject: قد زار أمس المدير.
BETWEEN = TIME | NEGATION


def phrase_at(passage: Passage, place: int) -> Phrase | None:
    """The noun phrase that begins at `place` and has a head or a name that the tables know, within its sentence."""
    if place >= len(passage.tokens):
        return None
    phrase = read_source(passage.tokens, place, passage.sentence_stop(place))
    return phrase if phrase and is_known(passage.tokens, phrase) else None


def subject_behind(passage: Passage, verb: int) -> Phrase | None:
    """The party that stands behind a verb as its subject, without the object behind it: زار | وزير النقل | صور."""
    phrase = phrase_at(passage, passage.skip(verb + 1, BETWEEN))
    return subject_alone(passage.tokens, before_met(passage.tokens, verb, phrase)) if phrase else None


def subject_before(passage: Passage, verb: int) -> Phrase | None:
    """The party that heads the clause of a verb and stands before it: وزير النقل | يزور صور، أن الوزير | يزور."""
    start = max(passage.sentence_start(verb), verb - SUBJECT_REACH)
    for place in range(start, verb):
        if is_clause_head(passage, place) and (phrase := phrase_at(passage, place)) and phrase.stop <= verb:
            return phrase
    return None


def is_clause_head(passage: Passage, place: int) -> bool:
    """Whether a noun at `place` may head its clause: behind a mark, a conjunction or أن, at the start of a sentence."""
    return bool(clause_mark(passage, place) & (STOP | BREAK | PUNCTUATION | CONJUNCTION))


def owner_behind(passage: Passage, noun: int) -> Phrase | None:
    """The party behind a verbal noun to which the deed belongs: زيارة | وزير النقل."""
    return phrase_at(passage, noun + 1)


def led_by(passage: Passage, first: int, stop: int, keys: frozenset[str]) -> list[Range]:
    """Where in a range prepositions or prefixes with one of these keys stand, each with the token behind it: مع | المدير."""
    tokens = passage.tokens
    leads = PREPOSITION | PREFIX
    return [(at, at + 1) for at in range(first, stop - 1) if tokens.kinds[at] & leads and tokens.keys[at] in keys]
