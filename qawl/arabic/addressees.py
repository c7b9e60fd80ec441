"""Whom a verb tells where the one told is its object: أبلغ الوزير المجلس أن كذا، وأخبر المحكمة أن كذا."""

from __future__ import annotations

from qawl.arabic.entities import Phrase, read_phrase
from qawl.arabic.heads import is_headed
from qawl.arabic.letters import PLURALS
from qawl.arabic.lexicon import CITY, CLOSES, COMMA, COUNTRY, DEFINITE, FAMILY, NAME, NATION, ODD, PREPOSITION, TIME
from qawl.arabic.passage import Passage
from qawl.arabic.verbs import WHOM, Reading

# How many words of a subject are looked at.
LONGEST = 30
# What may be the last word of a subject, so that another noun behind it is the object.
COMPLETE = DEFINITE | NAME | FAMILY | ODD | COUNTRY | CITY | NATION | CLOSES


def speaker_and_told(passage: Passage, reading: Reading, phrase: Phrase | None, gap: int) -> tuple[Phrase | None, Phrase | None]:
    """Subject and object of a verb that tells somebody, from the phrase behind it; a phrase alone is the object.

    Such a verb has an object always (أبلغ، أخبر): one with its pronoun (أبلغه الوزير) takes none besides.
    """
    if phrase is None or WHOM not in reading.takes:
        return phrase, None
    for place in range(phrase.first + 1, min(gap, phrase.first + LONGEST)):
        if begins_object(passage, place) and (told := read_phrase(passage.tokens, place, gap)):
            return read_phrase(passage.tokens, phrase.first, place), told
    return (None, phrase) if stands_alone(passage, phrase, gap) else (phrase, None)


def begins_object(passage: Passage, place: int) -> bool:
    """Whether a noun that heads a phrase stands right behind a complete one: الوزير | المجلس, ممرضون | الشبكة."""
    before = place - 1
    complete = passage.tokens.kinds[before] & COMPLETE or passage.tokens.keys[before].endswith(PLURALS)
    return bool(complete) and is_headed(passage.tokens, place)


def stands_alone(passage: Passage, phrase: Phrase, gap: int) -> bool:
    """Whether no other noun stands between the phrase and what was said, but for when and where."""
    kinds = passage.tokens.kinds
    return phrase.stop >= gap or bool(kinds[phrase.stop] & (TIME | PREPOSITION | COMMA))
