"""Surnames that no table knows, told by what they say or whose age they tell alone: وقال | أوباها إن … الحسن بن المهدي | أوباها.

A word right between a verb of saying and أن has nothing but a speaker's place; where it stands behind a name too, it closes it.
"""

from __future__ import annotations

from qawl.arabic import lexicon
from qawl.arabic.letters import HIS
from qawl.arabic.names.units import connectors
from qawl.arabic.names.word_surnames import ends_source, tells_whom
from qawl.arabic.ordinary import is_adverb, is_no_surname, is_several, is_theirs, is_unheard, is_usual, is_verb
from qawl.arabic.places import Places

# A surname that is an ordinary word has more letters than this.
SHORT = 2


def know_spoken_surnames(tokens: Places, verbs: list[int]) -> None:
    """Make a surname of each word that speaks alone and stands behind a name elsewhere, wherever the text has it."""
    last = len(tokens) - 2
    spoke = {tokens.keys[verb + 1] for verb in verbs if verb < last and speaks(tokens, verb)}
    if not spoke:
        return
    places = [place for place, key in enumerate(tokens.keys) if key in spoke and not tokens.kinds[place] & ~lexicon.ODD]
    named = {tokens.keys[place] for place in places if place and is_behind_name(tokens, place)}
    for place in places:
        if tokens.keys[place] in named:
            tokens.turn(place, lexicon.LAST_NAME)


def speaks(tokens: Places, verb: int) -> bool:
    """Whether a word of no class is all that stands between a verb of saying and what was said, or an age: قال شديد | الأب."""
    if not lexicon.may_say(tokens.keys[verb]) or tells_whom(tokens, verb) or not may_speak(tokens, verb + 1):
        return False
    aged = connectors().get(tokens.keys[verb + 2]) == "last"
    return aged or (ends_source(tokens, verb + 2) and not is_usual(tokens.keys[verb + 1]))


def may_speak(tokens: Places, place: int) -> bool:
    """Whether a word may be a surname: no verb, adverb or plural, and nobody's own."""
    key = tokens.keys[place]
    if tokens.kinds[place] & ~lexicon.ODD or len(key) <= SHORT or tokens.text[tokens.ends[place] - 1] == HIS:
        return False
    if is_unheard(key):
        return True
    return not (is_verb(key) or is_adverb(key) or is_no_surname(key) or is_several(key) or is_theirs(key))


def is_behind_name(tokens: Places, place: int) -> bool:
    """Whether a part of a name, and no title, office or verb, stands before `place`."""
    before = tokens.kinds[place - 1]
    return bool(before & lexicon.NAME_UNIT) and not before & (lexicon.HUMAN | lexicon.SPEECH | lexicon.NATION)
