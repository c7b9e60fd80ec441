"""What somebody calls for, warns of, foresees or denies without a clause: دعا فلان إلى فتح كذا، رجح ارتفاع كذا، أشاد بإقبال كذا."""

from __future__ import annotations

from functools import cache

from qawl.arabic.clauses import is_joined
from qawl.arabic.cues import is_negated, is_supposed
from qawl.arabic.findings import CALL, Finding
from qawl.arabic.letters import HIS, JOINS_FREELY, OF, OWNERS, TO, VERBAL_NOUN, bare_key, fold
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
from qawl.arabic.verbs import FINITE, MATTER, URGES, Reading
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
    if reading is None or not has_matter(reading) or reading.tense not in (*FINITE, "participle"):
        return turn
    if place and passage.tokens.kinds[place - 1] & RELATIVE:
        return turn
    if (
        is_negated(passage, place)
        or is_supposed(passage, place, reading)
        or (turn.source is None and not tells_of_one(passage, turn))
    ):
        return turn
    if not is_of_somebody(passage, turn):
        return turn
    start = matter_of(passage, place) or (object_of(passage, turn) if MATTER in reading.takes else None)
    if start is None:
        return turn
    beside = turn.source is not None and turn.source.first > place
    urged = beside and turn.source is not None and not turn.source.named and reading.act in URGES and is_joined(passage, place)
    form = "urged" if urged else turn.form
    return Finding(CALL, place, turn.cue, reading, turn.source, ((start, start + 1),), form, True, turn.via, turn.told)


def has_matter(reading: Reading) -> bool:
    """Whether a verb may have a noun for what was said."""
    return reading.act in CALLS or MATTER in reading.takes


def is_of_somebody(passage: Passage, turn: Finding) -> bool:
    """Whether a person by name or office is the subject of a verb: more than a call only they are sure to tell."""
    phrase, reading = turn.source, turn.reading
    if reading is None or reading.act in CALLS:
        return True
    return phrase is not None and (phrase.named or bool(passage.tokens.kinds[phrase.first] & (ROLE | TITLE)))


def tells_of_one(passage: Passage, turn: Finding) -> bool:
    """Whether a call without a subject is somebody's and not the author's: وطالب بكذا، مطالبا بكذا; not what a thing calls for."""
    tense, after = turn.reading.tense if turn.reading else "", turn.place + 1
    if tense == "participle":
        return True
    led = after < len(passage.tokens) and bool(passage.tokens.kinds[after] & (PREFIX | PREPOSITION))
    return tense == "perfect" and led and is_joined(passage, turn.place)


def matter_of(passage: Passage, verb: int) -> int | None:
    """Where what is called for begins: behind the verb's preposition, no other verb of saying between."""
    tokens, kinds = passage.tokens, passage.tokens.kinds
    read = [reading for reading in readings(tokens.keys[verb]) if has_matter(reading)]
    takes = {key for reading in read for key in reading.takes if key != OF or reading.act != "ask"}
    loose = any(reading.act in CALLS for reading in read)
    stop = min(passage.sentence_stop(verb), verb + REACH)
    for place in range(verb + 1, stop - LEAST):
        kind = kinds[place]
        if kind & ENDS or is_verb_of_saying(passage, place):
            return None
        leads = tokens.keys[place] in takes and kind & (PREFIX | PREPOSITION) and not kind & SATED
        if leads and is_matter(passage, place, loose):
            return place + 1
    return None


def object_of(passage: Passage, turn: Finding) -> int | None:
    """Where the verbal noun stands that is the object of a verb, right behind its subject: رجح الخبير سالم | ارتفاع الأسعار."""
    phrase, kinds = turn.source, passage.tokens.kinds
    if phrase is None or phrase.first < turn.place:
        return None
    stops = (phrase.name[1], phrase.stop) if phrase.named else (phrase.stop,)
    noun = next((at for end in stops if is_deed(passage, at := passage.skip(end, COMMA))), phrase.stop)
    stop = passage.sentence_stop(turn.place)
    if noun + LEAST > stop or kinds[noun] & (NO_MATTER & ~PEOPLE) or kinds[noun] & DEFINITE:
        return None
    return noun if is_deed(passage, noun) and not kinds[noun + 1] & (PUNCTUATION | THAT | DEMONSTRATIVE) else None


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
    forms = [key, *(key.removesuffix(owner) for owner in (*OWNERS, HIS) if key.endswith(owner))]
    return any(demands().get(form, bool(VERBAL_NOUN.fullmatch(form))) for form in forms)


@cache
def demands() -> dict[str, bool]:
    """Folded words whose form does not tell whether they are verbal nouns, and whether they are: وقف, but not أسعار."""
    return {fold(row["form"]): row["deed"] == "yes" for row in table("demands.tsv")}


def is_verb_of_saying(passage: Passage, place: int) -> bool:
    """Whether another verb of saying stands at `place`, no noun of one."""
    kind = passage.tokens.kinds[place]
    if not kind & SPEECH or kind & (DEFINITE | ROLE | BODY | PREPOSITION | NAME):
        return False
    return readings(passage.tokens.keys[place])[0].tense in FINITE


def is_matter(passage: Passage, preposition: int, loose: bool) -> bool:
    """Whether a noun that somebody may call for stands behind a preposition: a deed, or where `loose` any but behind إلى."""
    tokens, noun = passage.tokens, preposition + 1
    kind, deed = tokens.kinds[noun], is_deed(passage, noun)
    if kind & NO_MATTER and not (deed and not kind & NO_MATTER & ~(BODY | PEOPLE)):
        return False
    return deed or (loose and tokens.keys[preposition] != TO and not kind & NAME)
