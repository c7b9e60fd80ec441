"""Whose text it is in which a verb tells that something was said: انتقد الوزير مقابلة أجراها النائب سالم، وقال فيها إن كذا."""

from __future__ import annotations

from qawl.arabic.letters import DURING, HERS, HIS, IN, WITH
from qawl.arabic.lexicon import COMMA, DEFINITE, DOCUMENT, GIVEN, ISSUES, MEDIA, SATED, SETTING, UTTERANCE
from qawl.arabic.passage import Passage
from qawl.arabic.phrases import Phrase
from qawl.arabic.sources import source_at
from qawl.arabic.turns import TALK, words

# What somebody may have said something in.
TEXT = DOCUMENT | SETTING | UTTERANCE


def maker_of_text(passage: Passage, cue: int) -> Phrase | None:
    """Who made the last text before a verb, which a pronoun behind it takes up, or answered a medium's questions in it.

    مقابلة | أجراها النائب سالم، قال فيها; بثت القناة حوارا | مع الوزير سالم، قال فيه; not عقد الوزير لقاء مع نظيره سالم قال فيه.
    """
    start = passage.sentence_start(cue)
    for place in range(cue - 1, start, -1) if takes_up_text(passage, cue) else ():
        made = is_made(passage, place)
        if made or is_asked(passage, start, place):
            phrase = source_at(passage, place + 1)
            return phrase if phrase and (made or phrase.type == "person") else None
        if passage.tokens.kinds[place] & TEXT:
            return None
    return None


def takes_up_text(passage: Passage, cue: int) -> bool:
    """Whether a pronoun behind a verb takes up the text in which something was said: قال | فيها، ادعى | خلالها."""
    tokens, after = passage.tokens, cue + 1
    if after >= len(tokens):
        return False
    return tells_during(passage, after) or bool(tokens.kinds[after] & SATED and tokens.keys[after].startswith(IN))


def tells_during(passage: Passage, place: int) -> bool:
    """Whether خلال stands at `place` with a pronoun: خلاله، خلالها."""
    key = passage.tokens.keys[place]
    return key.startswith(DURING[0]) and key != DURING[0]


def is_made(passage: Passage, place: int) -> bool:
    """Whether a word with a pronoun tells who made the text without article right before it: مقابلة | أجراها, مقال | كتبه."""
    tokens, text = passage.tokens, passage.tokens.kinds[place - 1]
    his = tokens.is_owned(place) or (tokens.keys[place].endswith(HIS) and bool(tokens.kinds[place] & (ISSUES | GIVEN)))
    owned = his or (tokens.keys[place].endswith(HERS) and len(tokens.keys[place]) > len(HERS) + 2)
    return owned and bool(text & TEXT) and not text & DEFINITE and place + 1 < len(tokens)


def is_asked(passage: Passage, start: int, place: int) -> bool:
    """Whether مع behind a talk that a medium had leads to whom it asked: بثت القناة مقابلة خاصة | مع الوزير سالم."""
    keys, kinds = passage.tokens.keys, passage.tokens.kinds
    if keys[place] != WITH or words(TALK).isdisjoint(keys[max(start, place - 2) : place]):
        return False
    return any(kind & MEDIA for kind in kinds[start:place]) and not any(kind & COMMA for kind in kinds[start:place])
