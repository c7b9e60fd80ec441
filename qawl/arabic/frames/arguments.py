"""Who does something and to whom: the phrases round a verb or a verbal noun of a frame.

زار | وزير النقل | مدينة صور، زيارة | وزير النقل، وزير النقل | يزور صور.
"""

from __future__ import annotations

from collections.abc import Iterator

from qawl.arabic.letters import PERHAPS
from qawl.arabic.lexicon import CONJUNCTION, KAN, NEGATION, OPENS, PREFIX, PUNCTUATION, SENTENCE_END, THAT, TIME
from qawl.arabic.passage import Passage
from qawl.arabic.phrases.phrase import Phrase
from qawl.arabic.phrases.subjects import before_met, subject_alone
from qawl.arabic.reporting.clauses import SUBJECT_REACH
from qawl.arabic.reporting.deeds import clause_mark
from qawl.arabic.reporting.sources import source_at

# Behind these a noun may head its clause.
HEADS_CLAUSE = SENTENCE_END | PUNCTUATION | CONJUNCTION | THAT
# What may stand between a verb and its subject: قد زار أمس المدير.
BETWEEN = TIME | NEGATION


def subject_behind(passage: Passage, verb: int) -> Phrase | None:
    """The party that stands behind a verb as its subject, without the object behind it: زار | وزير النقل | صور."""
    phrase = source_at(passage, passage.skip(verb + 1, BETWEEN))
    return subject_alone(passage.tokens, before_met(passage.tokens, verb, phrase)) if phrase else None


def subject_before(passage: Passage, verb: int) -> Phrase | None:
    """The party that heads the clause of a verb and stands before it: وزير النقل | يزور صور، أن الوزير | يزور."""
    start = max(passage.sentence_start(verb), verb - SUBJECT_REACH)
    for place in range(start, verb):
        if is_clause_head(passage, place) and (phrase := source_at(passage, place)) and phrase.stop <= verb:
            return phrase
    return None


def heads_before(passage: Passage, verb: int) -> Iterator[int]:
    """Where before a verb a noun may head its clause, nearest first: after a mark, a conjunction, أن, or first in its sentence.

    So it may behind كان in any form (كانت | البعثة قد وصلت) and before the mark of a quotation that begins with the verb: قال
    البيان إن | المجلس «عقد اجتماعا».
    """
    kinds = passage.tokens.kinds
    clause = verb - bool(verb and kinds[verb - 1] & OPENS)
    start = max(passage.sentence_start(clause), verb - SUBJECT_REACH)
    for place in range(verb - 1, start - 1, -1):
        was = place and kinds[place - 1] & KAN and not passage.tokens.keys[place - 1].endswith(PERHAPS)
        if (was or clause_mark(passage, place) & HEADS_CLAUSE) and not kinds[place] & (PUNCTUATION | PREFIX):
            yield place


def is_clause_head(passage: Passage, place: int) -> bool:
    """Whether a noun at `place` may head its clause: behind a mark, a conjunction or أن, at the start of a sentence."""
    return bool(clause_mark(passage, place) & (SENTENCE_END | PUNCTUATION | CONJUNCTION))
