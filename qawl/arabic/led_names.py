"""Names behind a ل that the word before them needs, whatever word they make with it: وفقا ل|شارل ميشيل، وفقا ل|لافروف."""

from __future__ import annotations

from qawl.arabic import lexicon
from qawl.arabic.letters import ADDRESSING, ALEF, ARTICLE, TO_THE, letters_long
from qawl.arabic.name_units import family_syllables
from qawl.arabic.ordinary import frequencies
from qawl.arabic.pieces import classes_of
from qawl.arabic.places import Places

# What begins with ل and is led to by none: وفقا لما قاله.
SMALL = lexicon.FUNCTION | lexicon.RELATIVE | lexicon.PREFIX | lexicon.SATED | lexicon.SPEECH | lexicon.PUNCTUATION
# A word and its ل have at least so many letters: لشي.
SHORTEST = 3


def takes_l(key: str, kind: int) -> bool:
    """Whether an according word takes ل, or a noun for what was said, which is then somebody's: الجملة لفلان."""
    if kind & lexicon.UTTERANCE:
        return key.startswith(ARTICLE)
    return bool(kind & lexicon.ACCORDING) and key[-1] == ALEF


def know_led_names(tokens: Places, leading: list[int]) -> None:
    """Cut ل, and no more than it, from what stands behind an according word that takes it: وفقا, طبقا."""
    for place in reversed(leading):
        if place + 1 == len(tokens.keys):
            continue
        led, key = place + 1, tokens.keys[place + 1]
        if key == TO_THE and begins_with_l(tokens, led + 1):
            part(tokens, led, led + 2, ADDRESSING + tokens.keys[led + 1])
        elif key[0] == ADDRESSING and len(key) >= SHORTEST and not tokens.kinds[led] & SMALL:
            part(tokens, led, led + 1, key[1:])


def begins_with_l(tokens: Places, place: int) -> bool:
    """Whether what is left behind لل is a name that itself begins with ل: ل|لافروف, ل|لي."""
    if place >= len(tokens.keys):
        return False
    whole, noun = ADDRESSING + tokens.keys[place], ARTICLE + tokens.keys[place]
    return whole in family_syllables() or (
        bool(classes_of(whole) & (lexicon.NAME | lexicon.RENOWNED)) and noun not in frequencies()
    )


def part(tokens: Places, first: int, stop: int, key: str) -> None:
    """Make the word from `first` to `stop` two tokens, ل and the rest, whose folded form is `key`."""
    start, end = tokens.starts[first], tokens.ends[stop - 1]
    middle = start + letters_long(tokens.text[start:end], 1)
    tokens.starts[first:stop] = start, middle
    tokens.ends[first:stop] = middle, end
    tokens.keys[first:stop] = ADDRESSING, key
    tokens.kinds[first:stop] = lexicon.PREFIX, classes_of(key)
    tokens.ask_again()
