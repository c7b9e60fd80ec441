"""Where the subject and the object of a verb stand: behind it, or its subject before it at the head of the clause."""

from __future__ import annotations

from qawl.arabic.actions.nouns import is_finite_word, noun_range
from qawl.arabic.actions.words import acts, frames
from qawl.arabic.findings import Range
from qawl.arabic.letters import CONJUNCTIONS
from qawl.arabic.lexicon import BREAK, COLON, COMMA, DEFINITE, KAN, OPENS, PREFIX, PREPOSITION, RELATIVE, STOP, THAT, TIME
from qawl.arabic.passage import Passage

# How far from a verb its subject may begin before it.
SUBJECT_REACH = 25
PARTS = STOP | BREAK | THAT | COLON


def behind(passage: Passage, place: int) -> Range | None:
    """The noun phrase behind a verb or its subject, a time between them or not: خطفوا | أمس | القنصل."""
    tokens = passage.tokens
    while place + 1 < len(tokens) and (
        tokens.kinds[place] & TIME or (tokens.kinds[place] & (PREPOSITION | DEFINITE) and tokens.kinds[place - 1] & TIME)
    ):
        place += 1
    return noun_range(passage, place) if place < len(tokens) else None


def subject_before(passage: Passage, verb: int) -> Range | None:
    """The noun phrase that heads the clause of a verb and stands before it: أن | مسلحين خطفوا; None where the verb opens it."""
    tokens = passage.tokens
    last = verb - 1
    while last >= 0 and (tokens.kinds[last] & KAN or tokens.keys[last] in CONJUNCTIONS):
        last -= 1
    start = max(passage.sentence_start(verb), verb - SUBJECT_REACH)
    if last < start or tokens.kinds[last] & (PARTS | COMMA | OPENS):
        return None
    head = start
    for place in range(last, start - 1, -1):
        if tokens.kinds[place] & (PARTS | RELATIVE):
            head = place + 1
            break
        if place < last and is_verb_of_tables(passage, place):
            head = next((at + 1 for at in range(place, last) if tokens.kinds[at] & COMMA), verb)
            break
    while head < verb and tokens.kinds[head] & (KAN | PREFIX | OPENS):
        if tokens.kinds[head] & PREFIX and tokens.keys[head] not in CONJUNCTIONS:
            return None
        head += 1
    found = noun_range(passage, head) if head < verb and not is_finite_word(passage, head) else None
    return found if found and found[1] <= verb else None


def is_verb_of_tables(passage: Passage, place: int) -> bool:
    """Whether a finite verb of an action or of a frame stands at `place`."""
    key = passage.tokens.keys[place]
    return any(form.is_finite for form in (*acts().get(key, ()), *frames().get(key, ())))
