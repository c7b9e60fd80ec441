"""What words do to the sense of a wording: whether they negate, which numbers they are, whether only their spelling differs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from qawl.arabic.letters import CONJUNCTIONS, NO, RULES_OUT, bare
from qawl.arabic.lexicon import NEGATION, NUMBER, THAT
from qawl.arabic.numerals import meanings, numeral_at
from qawl.arabic.stances.flag_words import entries
from qawl.arabic.tokens import Tokens
from qawl.model import Statement

NEGATED = "negated"


class Number(NamedTuple):
    """A number in digits or words: its place in code points and its value, None where it is vague."""

    start: int
    end: int
    value: float | None


def negates(word: str) -> bool:
    """Whether a written word negates, what stands fused with it apart: لا، ولن، ليسوا، غير، لايريد."""
    tokens = Tokens(word)
    return any(kind & NEGATION or key == NO or is_negation(key) for key, kind in zip(tokens.keys, tokens.kinds, strict=True))


def is_negation(key: str) -> bool:
    """Whether the tables of what colours a statement have a folded word for a negation by itself."""
    return any(NEGATED in entry.flags and len(entry.words) == 1 for entry in entries(key))


def is_denied(act: str | None, lemma: str | None) -> bool:
    """Whether a word of saying tells what was said as denied, doubted or ruled out: نفى أن، شكك في أن، استبعد أن."""
    return act == "deny" or lemma in RULES_OUT


def denies(statement: Statement) -> bool:
    """Whether a statement is told as denied, doubted or ruled out: نفى فلان أن يكون قد سافر."""
    return statement.cue is not None and is_denied(statement.cue.act, statement.cue.lemma)


def opens_clause(word: str) -> bool:
    """Whether a written word opens another clause of what was said: وأن، وإن; not أن, behind which a negation may still hold."""
    tokens = Tokens(word)
    return len(tokens) > 1 and tokens.keys[0] in CONJUNCTIONS and bool(tokens.kinds[1] & THAT)


def numbers_in(text: str, start: int = 0, stop: int | None = None) -> Iterator[Number]:
    """The numbers of a text in order, in digits or words; ordinals, and one and two in words, are none."""
    return numbers_among(Tokens(text, start, stop))


def numbers_among(tokens: Tokens) -> Iterator[Number]:
    """The numbers of a text that is tokens already."""
    known, place = meanings(), 0
    while place < len(tokens):
        wakes = tokens.kinds[place] & NUMBER or tokens.keys[place] in known
        found = numeral_at(tokens, place) if wakes else None
        if found:
            yield Number(tokens.starts[found.first], tokens.ends[found.then - 1], found.value)
        place = found.then if found else place + 1


def spelled_alike(one: str, other: str) -> bool:
    """Whether two forms of a word are written alike; vowel marks count only where both have some."""
    return bare(one) == bare(other) and (one == other or bare(one) == one or bare(other) == other)
