"""What a page says again: a later statement with the content of an earlier one, in the same or nearly the same words.

Two statements are never one where the speaker, a negation, a number, a day or a place differs, or where one is the headline's.
"""

from __future__ import annotations

from functools import cache

from qawl.arabic.findings import Finding
from qawl.arabic.letters import bare_key, fold
from qawl.arabic.lexicon import FUNCTION, MONTH, NATION, NEGATION, NUMBER, PLACES, PREFIX, PUNCTUATION, TIME
from qawl.arabic.passage import Passage
from qawl.arabic.speakers.cast import Answer
from qawl.tables import table

# Of the words of the shorter content this share stands in the longer one, of the words of both this share in both.
HELD = 0.8
SHARED = 0.5
# Fewer words than this say too little to be known again.
LEAST = 4
TELLING = PLACES | NUMBER | MONTH | TIME | NATION
Said = tuple[Finding, Answer]


def repeated(passage: Passage, said: list[Said]) -> dict[int, int]:
    """Number of a statement -> number of the first one that says the same, for those that say something again."""

    @cache
    def words(number: int) -> frozenset[str]:
        """The words of a statement, read only where its speaker speaks again."""
        return words_of(passage, said[number][0])

    again: dict[int, int] = {}
    for later, (_, answer) in enumerate(said):
        for first in range(later):
            same = first not in again and answer.actor and said[first][1].actor is answer.actor
            if same and is_alike(words(first), words(later)) and may_repeat(passage, said[first], said[later]):
                again[later] = first
                break
    return again


def words_of(passage: Passage, finding: Finding) -> frozenset[str]:
    """The words of a content that carry meaning, folded, without the article."""
    keys, kinds = passage.tokens.keys, passage.tokens.kinds
    skip = PREFIX | PUNCTUATION | FUNCTION & ~NEGATION
    return frozenset(bare_key(keys[at]) for at in places_of(finding) if not kinds[at] & skip)


def places_of(finding: Finding) -> list[int]:
    """The tokens of a content."""
    return [place for first, stop in finding.content for place in range(first, stop)]


def is_alike(first: frozenset[str], later: frozenset[str]) -> bool:
    """Whether two contents have nearly the same words."""
    both = len(first & later)
    return both >= LEAST and both >= HELD * min(len(first), len(later)) and both >= SHARED * len(first | later)


def may_repeat(passage: Passage, first: Said, later: Said) -> bool:
    """Whether two statements of one speaker have the same numbers, days, places and negations."""
    if denies(first[0]) != denies(later[0]):
        return False
    if passage.is_title(first[0].place) != passage.is_title(later[0].place) or not apart(first[0], later[0]):
        return False
    return telling(passage, first[0]) == telling(passage, later[0])


def denies(finding: Finding) -> bool:
    """Whether the cue itself denies what it reports."""
    return finding.reading is not None and finding.reading.act == "deny"


def apart(first: Finding, later: Finding) -> bool:
    """Whether the contents share no token, so that none is a part of the other."""
    return set(places_of(first)).isdisjoint(places_of(later))


def telling(passage: Passage, finding: Finding) -> tuple[int, frozenset[str]]:
    """How often a content is negated, and the numbers, times and places in it."""
    tokens, places = passage.tokens, places_of(finding)
    negated = sum(bool(tokens.kinds[at] & NEGATION) for at in places)
    return negated, frozenset(tokens.keys[at] for at in places if tokens.kinds[at] & TELLING or tokens.keys[at] in number_words())


@cache
def number_words() -> frozenset[str]:
    """Numbers in words, folded."""
    return frozenset(fold(row["form"]) for row in table("numbers.tsv"))
