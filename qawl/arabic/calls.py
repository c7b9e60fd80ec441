"""What somebody calls for or warns of without a clause: دعا فلان الحكومة إلى فتح كذا، طالب بصرف كذا، حذر من موجة كذا."""

from __future__ import annotations

from functools import cache

from qawl.arabic.clauses import is_joined
from qawl.arabic.cues import is_negated, is_supposed
from qawl.arabic.findings import CALL, Finding
from qawl.arabic.letters import JOINS_FREELY, OF, TO, VERBAL_NOUN, bare_key, fold
from qawl.arabic.lexicon import (
    ACCORDING,
    BODY,
    BREAK,
    CITY,
    COLON,
    COMMA,
    COUNTRY,
    DEFINITE,
    DEMONSTRATIVE,
    DOCUMENT,
    EMPHATIC,
    HONOUR,
    MANNER,
    MEDIA,
    NAME,
    NATION,
    NUMBER,
    PEOPLE,
    PREFIX,
    PREPOSITION,
    PRONOUN,
    PUNCTUATION,
    QUOTE,
    RELATIVE,
    ROLE,
    SATED,
    SETTING,
    SIDE,
    SPEECH,
    STOP,
    THAT,
    TIME,
    TITLE,
    readings,
)
from qawl.arabic.passage import Passage
from qawl.arabic.verbs import FINITE
from qawl.tables import table

# Acts that have a noun for what is called for or warned of.
CALLS = ("call", "ask", "warn")
# How far behind the verb its preposition may stand, and how many tokens what is called for has at least.
REACH = 40
LEAST = 3
# What ends the search for the preposition, and what no one calls for behind it.
ENDS = STOP | BREAK | COLON | QUOTE | THAT | RELATIVE | ACCORDING
NO_MATTER = (
    ROLE | TITLE | BODY | COUNTRY | CITY | PEOPLE | NATION | MEDIA | DOCUMENT | HONOUR | NUMBER | TIME | SETTING | SIDE | MANNER
    | EMPHATIC | DEMONSTRATIVE | PRONOUN | RELATIVE | PUNCTUATION | PREFIX | PREPOSITION | THAT | SATED
)  # fmt: skip


def call_of(passage: Passage, turn: Finding) -> Finding:
    """The turn with what its verb calls for as its content, where it does; else the turn itself."""
    reading, place = turn.reading, turn.place
    if reading is None or reading.act not in CALLS or reading.tense not in (*FINITE, "participle"):
        return turn
    if place and passage.tokens.kinds[place - 1] & RELATIVE:
        return turn
    if (
        is_negated(passage, place)
        or is_supposed(passage, place, reading)
        or (turn.source is None and not tells_of_one(passage, turn))
    ):
        return turn
    start = matter_of(passage, place)
    if start is None:
        return turn
    return Finding(CALL, place, turn.cue, reading, turn.source, ((start, start + 1),), turn.form, True, turn.via, turn.told)


def tells_of_one(passage: Passage, turn: Finding) -> bool:
    """Whether a call without a subject is somebody's and not the author's: وطالب بكذا، مطالبا بكذا; not what a thing calls for."""
    tense = turn.reading.tense if turn.reading else ""
    return tense == "participle" or (tense == "perfect" and is_joined(passage, turn.place))


def matter_of(passage: Passage, verb: int) -> int | None:
    """Where what is called for begins: behind the verb's preposition, no other verb of saying between."""
    tokens, kinds = passage.tokens, passage.tokens.kinds
    read = [reading for reading in readings(tokens.keys[verb]) if reading.act in CALLS]
    takes = {key for reading in read for key in reading.takes if key != OF or reading.act == "warn"}
    stop = min(passage.sentence_stop(verb), verb + REACH)
    for place in range(verb + 1, stop - LEAST):
        kind = kinds[place]
        if kind & ENDS or is_verb_of_saying(passage, place):
            return None
        leads = tokens.keys[place] in takes and kind & (PREFIX | PREPOSITION) and not kind & SATED
        if leads and is_matter(passage, place):
            return place + 1
    return None


def matter_stop(passage: Passage, first: int, stop: int) -> int:
    """Where a matter from `first` on ends, at most `stop`: at a comma behind which no other one is joined, and nothing tells of it.

    فتح الطريق، وصرف الأجور، التي تأخرت; but فتح الطريق | ، بينما كذا.
    """
    kinds = passage.tokens.kinds
    commas = (place for place in range(first + 1, stop - 1) if kinds[place] & COMMA and not passage.inside(place))
    return next((comma for comma in commas if not goes_on(passage, comma + 1)), stop)


def goes_on(passage: Passage, place: int) -> bool:
    """Whether a relative pronoun or و with another matter stands behind the comma before `place`."""
    tokens, kinds = passage.tokens, passage.tokens.kinds
    if kinds[place] & RELATIVE:
        return bool(kinds[place] & DEFINITE)
    noun = passage.skip(place + 1, PREFIX | PREPOSITION)
    joined = tokens.keys[place] == JOINS_FREELY and noun < len(tokens.keys)
    return joined and (noun > place + 1 or is_deed(passage, noun) or bool(kinds[noun] & DEFINITE))


def is_deed(passage: Passage, place: int) -> bool:
    """Whether a verbal noun stands at `place`, by its form or by the tables."""
    key = bare_key(passage.tokens.keys[place])
    return key in demands() or VERBAL_NOUN.fullmatch(key) is not None


@cache
def demands() -> frozenset[str]:
    """Folded verbal nouns whose form does not tell that they are ones: وقف، عدم."""
    return frozenset(fold(row["form"]) for row in table("demands.tsv"))


def is_verb_of_saying(passage: Passage, place: int) -> bool:
    """Whether another verb of saying stands at `place`, no noun of one."""
    kind = passage.tokens.kinds[place]
    if not kind & SPEECH or kind & (DEFINITE | ROLE | BODY | PREPOSITION | NAME):
        return False
    return readings(passage.tokens.keys[place])[0].tense in FINITE


def is_matter(passage: Passage, preposition: int) -> bool:
    """Whether a noun that somebody may call for stands behind a preposition; إلى leads to a deed, else it may lead anywhere."""
    tokens, noun = passage.tokens, preposition + 1
    kind, deed = tokens.kinds[noun], is_deed(passage, noun)
    if kind & NO_MATTER and not (deed and not kind & NO_MATTER & ~(BODY | PEOPLE)):
        return False
    return deed or (tokens.keys[preposition] != TO and not kind & NAME)
