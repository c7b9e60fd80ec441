"""The question that a verb of saying answers in its own sentence: سأل القاضي المتهم عن الحادث فقال إن كذا."""

from __future__ import annotations

from qawl.arabic.letters import ABOUT_WHAT, AT_ASKING, BY, JOINS_FREELY, QUESTION, SO, WAS_ASKED
from qawl.arabic.lexicon import COLON, PREPOSITION, SPEECH, THAT, readings
from qawl.arabic.passage import Passage
from qawl.arabic.phrases.entities import read_source
from qawl.arabic.phrases.phrase import Phrase, is_known
from qawl.arabic.verbs import FINITE, Reading


def question_before(passage: Passage, place: int) -> int | None:
    """The verb of asking, active or passive, which the verb at `place` answers behind ف: سأل القاضي المتهم عن الحادث | فقال."""
    keys = passage.tokens.keys
    if not place or keys[place - 1] != SO:
        return None
    for verb in range(place - 2, passage.sentence_start(place) - 1, -1):
        if keys[verb] in WAS_ASKED:
            return verb
        if passage.tokens.kinds[verb] & SPEECH and (found := readings(keys[verb])):
            return verb if found[0].act == "ask" and found[0].tense == "perfect" else None
    return None


def who_was_asked(passage: Passage, cue: int, reading: Reading) -> Phrase | None:
    """Who was asked what a verb answers in its own sentence: وعندما سئل | متحدث باسم البلدية | قال.

    ولدى سؤال | الوزير | عن كذا أكد; but not وسئل الوزير عن كذا وقال سالم.
    """
    tokens = passage.tokens
    if cue and tokens.keys[cue - 1] == JOINS_FREELY:
        return None
    for place in range(cue - 2, passage.sentence_start(cue) - 1, -1):
        if asks(passage, place):
            about = next((at for at in range(place, cue) if tokens.keys[at] in ABOUT_WHAT), cue)
            phrase = read_source(tokens, place + 1, about)
            return phrase if phrase and is_known(tokens, phrase) and is_of_gender(tokens.keys[place], reading) else None
        says = any(reading.tense in FINITE for reading in readings(tokens.keys[place]))
        if tokens.kinds[place] & (COLON | THAT) or (tokens.kinds[place] & SPEECH and says):
            return None
    return None


def asks(passage: Passage, place: int) -> bool:
    """Whether who is asked stands behind a word: سئل | الوزير، ولدى سؤال | الوزير، وبسؤال | الوزير; not ردا على سؤال | النائب."""
    keys, kinds = passage.tokens.keys, passage.tokens.kinds
    if keys[place] in WAS_ASKED:
        return True
    led = place > 0 and (keys[place - 1] == BY or (kinds[place - 1] & PREPOSITION and keys[place - 1] in AT_ASKING))
    return keys[place] == QUESTION and bool(led)


def is_of_gender(asked: str, reading: Reading) -> bool:
    """Whether whom a passive tells to have been asked may be the subject of a verb: سئل الوزير فقال, سئلت الوزيرة فقالت."""
    return asked not in WAS_ASKED or reading.gender == "mf"[WAS_ASKED.index(asked)] or reading.gender == "-"


def is_ours(key: str) -> bool:
    """Whether we ourselves may be the subject of a verb, as of سألنا."""
    return any(reading.object.startswith("-") for reading in readings(key))
