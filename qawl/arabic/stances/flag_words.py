"""The words that carry flags: those of two tables, the verbs in all their forms, and what س and a fused لا make of a verb."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from qawl.arabic.letters import (
    ADDRESSING,
    ALEF,
    ARTICLE,
    DUAL_INDICATIVE,
    FUTURE,
    HERS,
    HIS,
    IMPERFECT_HEADS,
    NO,
    PLURAL_INDICATIVE,
    THEY,
    fold,
)
from qawl.arabic.lexicon import FUNCTION, MONTH, NOMINAL, NUMBER, PREFIX, QUANTITY, TIME, word_classes
from qawl.arabic.ordinary import FORMS_KEPT, frequencies
from qawl.arabic.tokens import Tokens
from qawl.arabic.verbs import conjugate, with_object
from qawl.tables import Row, several, table

NONE = "-"
# A verb that a fused word holds stands so often in general text, for him and for her.
VERB_FROM = 30
# A word with the article in more than this share of its uses is a noun: سيارة, سنوات.
NOUN_SHARE = 0.01
# A verb behind س has so many letters with it at least: سيتم.
SHORTEST = 4
IMPERFECT = ("imperfect",)
# What may stand at the end of an imperfect: ستفرغان, سيجتمعون, سيزورها.
VERB_ENDS = (DUAL_INDICATIVE, PLURAL_INDICATIVE, HERS, THEY, HIS)
# What stands behind a manner that the speaker chooses, and what is no word of a content.
CHOICE = "choice"
# The shape of a verb that carries its flag only by a vowel mark.
MARKED = "damma"
NO_VERB = FUNCTION | MONTH | NOMINAL | NUMBER | QUANTITY | TIME


class FlagWord(NamedTuple):
    """Words as tokens, their flags, and the shape in which they carry them; ``lead`` of them stand before the key."""

    words: tuple[str, ...]
    lead: int
    flags: tuple[str, ...]
    shape: str


@cache
def listed() -> dict[str, tuple[FlagWord, ...]]:
    """The key of a word, its first one that is no prefix -> what the tables know by it, the longest first."""
    found: dict[str, list[FlagWord]] = {}
    for word in (*phrases(), *verb_forms()):
        found.setdefault(word.words[word.lead], []).append(word)
    return {key: tuple(sorted(words, key=lambda word: -len(word.words))) for key, words in found.items()}


@cache
def phrases() -> tuple[FlagWord, ...]:
    """The words and phrases of their table."""
    return tuple(phrase(row) for row in table("flag_words.tsv"))


def phrase(row: Row) -> FlagWord:
    """A row of the table of words as the tokens that it is in a text."""
    tokens = Tokens(row["form"])
    lead = next((at for at, kind in enumerate(tokens.kinds) if not kind & PREFIX), 0)
    return FlagWord(tokens.words(), lead, flags_of_row(row), row["shape"])


def verb_forms() -> Iterator[FlagWord]:
    """The imperfects of the verbs of their table, alone, with an object, behind س and behind a fused لا."""
    seen: set[str] = set()
    for row in table("flag_verbs.tsv"):
        flags, shape = flags_of_row(row), row["shape"]
        for form in map(fold, forms_of(row)):
            if form not in seen:
                seen.add(form)
                yield FlagWord((form,), 0, flags, shape)
                own = ((), "alone") if shape == MARKED else (flags, shape)
                yield FlagWord((FUTURE + form,), 0, ("future", *own[0]), own[1])
                yield FlagWord((NO + form,), 0, ("negated", *own[0]), own[1])


def forms_of(row: Row) -> Iterator[str]:
    """The imperfects of a verb: of the third person, those with an object of it, and its own ones of the first."""
    for form, tense, _, number in conjugate(row):
        if tense in IMPERFECT:
            yield form
            yield from (whole for whole, _ in with_object(form, number, False))
    yield from several(row["own"].replace(NONE, ""))


def flags_of_row(row: Row) -> tuple[str, ...]:
    """The flags of a row, none for `-`."""
    return tuple(several(row["flag"].replace(NONE, "")))


@lru_cache(maxsize=FORMS_KEPT)
def entries(key: str) -> tuple[FlagWord, ...]:
    """What a folded key may carry, by the tables or as a fused word; kept, since most words come again and again."""
    return listed().get(key) or tuple(fused(key))


def fused(key: str) -> Iterator[FlagWord]:
    """What س or لا makes of a verb that is one word with it: سيقوم, لايعرف; سأعود only where its hamza is written."""
    if len(key) < SHORTEST or word_classes().get(key, 0) & NO_VERB:
        return
    if key[0] == FUTURE and is_verb(key[1:]) and not is_noun(key):
        yield FlagWord((key,), 0, ("future",), "alone" if key[1] in IMPERFECT_HEADS else "mine")
    verb = key.removeprefix(NO)
    if verb != key and verb[0] in IMPERFECT_HEADS and is_verb(verb) and not is_noun(key.removeprefix(ADDRESSING)):
        yield FlagWord((key,), 0, ("negated",), "alone")


def is_verb(key: str) -> bool:
    """Whether a word may be an imperfect: general text has it in ي and in ت."""
    known, heads = frequencies(), tuple(IMPERFECT_HEADS)
    stems = (key, *(key.removesuffix(end) for end in VERB_ENDS if key.endswith(end) and len(key) > SHORTEST + 1))
    return key[:1] in (*heads, ALEF) and any(
        min(known.get(head + stem[1:], 0) for head in heads[:2]) >= VERB_FROM for stem in stems
    )


def is_noun(key: str) -> bool:
    """Whether general text has a word with the article often."""
    known = frequencies()
    return known.get(ARTICLE + key, 0) > NOUN_SHARE * known.get(key, 0)
