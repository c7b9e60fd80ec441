"""Where the clause of a verb begins and what may stand there before the verb: ، أما المدرب فقال؛ وعن علاقته بالمخرج قال."""

from __future__ import annotations

from qawl.arabic.letters import JOINS_FREELY, SO
from qawl.arabic.lexicon import (
    ASKED,
    COLON,
    COMMA,
    CONTRAST,
    DEMONSTRATIVE,
    KAN,
    PREFIX,
    PREPOSITION,
    PUNCTUATION,
    RELATIVE,
    RESUME,
    SPEECH,
    THAT,
    TOPIC,
    TURNS_TO,
)
from qawl.arabic.passage import Passage

# What a clause begins behind.
PARTS_CLAUSES = THAT | RESUME | COLON | CONTRAST
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


def topic_start(passage: Passage, verb: int, any_phrase: bool = False) -> int | None:
    """Where و and a topic begin that stand before a verb: وعن علاقته بالمخرج قال؛ ومن ناحية أخرى، قال؛ وعن السعر فقد قال.

    ``any_phrase``: whatever stands behind و and a preposition.
    """
    kinds, topics = passage.tokens.kinds, TOPIC | PREPOSITION if any_phrase else TOPIC
    last = before_verb(passage, verb)
    for place in range(last - 1, max(0, verb - TOPIC_REACH), -1):
        if kinds[place] & topics:
            if (start := joined_start(passage, place)) is not None:
                return start
        elif kinds[place] & (PUNCTUATION | THAT | RELATIVE | SPEECH) and not kinds[place] & ASKED:
            return None
    return None


def before_verb(passage: Passage, verb: int) -> int:
    """Where what stands before a verb ends: before its قد and ف and a comma."""
    tokens = passage.tokens
    while verb > 1 and (tokens.kinds[verb - 1] & KAN or tokens.keys[verb - 1] == SO):
        verb -= 1
    return verb - 1 if verb > 1 and tokens.kinds[verb - 1] & COMMA else verb


def joined_start(passage: Passage, place: int) -> int | None:
    """Where و stands before a word and its preposition, or in it: و | عن كذا، و | في هذا السياق، | وردا على كذا."""
    tokens, start = passage.tokens, place
    while start > 1 and tokens.keys[start - 1] != JOINS_FREELY and tokens.kinds[start - 1] & (PREPOSITION | PREFIX | DEMONSTRATIVE):
        start -= 1
    if tokens.keys[start - 1] == JOINS_FREELY:
        return start - 1
    return place if start == place and tokens.keys[place][0] == JOINS_FREELY else None


def is_behind_kan(passage: Passage, verb: int) -> bool:
    """Whether كان and a noun of its own lead to a verb, so that no subject follows: كان المدرب قد وصف اللاعب بكذا."""
    kinds, first = passage.tokens.kinds, passage.skip(clause_start(passage, verb), PREFIX)
    between = kinds[first:verb]
    return bool(kinds[first] & KAN) and not any(kind & PUNCTUATION for kind in between) and not all_kan(between)


def all_kan(between: list[int]) -> bool:
    """Whether nothing but كان and قد stands between a subject and its verb."""
    return all(kind & KAN for kind in between)


def clause_start(passage: Passage, place: int) -> int:
    """Where the clause of `place` begins: after the sentence before, or after أن, لكن or a resumption."""
    kinds = passage.tokens.kinds
    first = passage.sentence_start(place)
    for at in range(place - 1, max(first, place - SUBJECT_REACH) - 1, -1):
        if kinds[at] & PARTS_CLAUSES or (kinds[at] & TURNS_TO and turns_to(passage, at)):
            return at + 1
    return first


def turns_to(passage: Passage, place: int) -> bool:
    """Whether أما turns to another subject behind a comma: ، أما المدرب فقال; but not إما أن."""
    kinds = passage.tokens.kinds
    turns = kinds[place] & TURNS_TO and place and kinds[place - 1] & COMMA
    return bool(turns) and not kinds[place + 1] & THAT
