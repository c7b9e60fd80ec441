"""Surnames whose first letter was cut off as a clitic, told by the given name before them: محمود ك|هربا, جون و|يتسن."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import compress
from typing import Protocol

from qawl.arabic import lexicon
from qawl.arabic.letters import ARTICLE, CONJUNCTIONS, GOD, HIS, LIKE, OWNERS, PREPOSITIONS, SEATED, TANWIN_ALEF, WRITTEN_TA_MARBUTA
from qawl.arabic.ordinary import COMMON_FROM, RARE_BELOW, frequencies, is_several, is_verb

INTRODUCES = lexicon.TITLE | lexicon.ROLE | lexicon.SPEECH
NAMELY = lexicon.NAME | lexicon.FAMILY | lexicon.ODD | lexicon.DOUBTFUL | lexicon.CITY
# What the rest of a cut name may seem to be.
WEAK = lexicon.ODD | lexicon.DEFINITE | lexicon.FAMILY | lexicon.DOUBTFUL
# Endings that words have and surnames hardly: of women's words, of adverbs, of what is owned.
ENDINGS = (WRITTEN_TA_MARBUTA, TANWIN_ALEF, HIS, *OWNERS)
# A noun stands with the article this often at least for each time that it stands without.
NOUN_SHARE = 0.03
# A word in plain alef that is a verb of its own has more letters than this: اجتمع, but not ارد.
SHORT = 4


class Places(Protocol):
    """The lists of a text that run side by side, as `tokens.Tokens` has them."""

    text: str
    starts: list[int]
    ends: list[int]
    keys: list[str]
    kinds: list[int]


def join_cut_names(tokens: Places) -> None:
    """Make one token of each surname and the letter cut off it, wherever in the text the same word stands."""
    names = {whole(tokens, place) for place in cut_letters(tokens) if is_cut_name(tokens, place)}
    joined = {place for place in cut_letters(tokens) if whole(tokens, place) in names} if names else set()
    if not joined:
        return
    for place in joined:
        tokens.keys[place + 1] = whole(tokens, place)
        tokens.kinds[place + 1] = lexicon.FAMILY | lexicon.ODD
        tokens.starts[place + 1] = tokens.starts[place]
    kept = [place not in joined for place in range(len(tokens.keys))]
    tokens.starts[:], tokens.ends[:] = compress(tokens.starts, kept), compress(tokens.ends, kept)
    tokens.keys[:], tokens.kinds[:] = compress(tokens.keys, kept), compress(tokens.kinds, kept)


def cut_letters(tokens: Places) -> Iterator[int]:
    """The places of clitics of one letter that touch a word."""
    for place, kind in enumerate(tokens.kinds[:-1]):
        if kind & lexicon.PREFIX and len(tokens.keys[place]) == 1 and tokens.ends[place] == tokens.starts[place + 1]:
            yield place


def whole(tokens: Places, place: int) -> str:
    """The word with the letter that was cut off it."""
    return tokens.keys[place] + tokens.keys[place + 1]


def is_cut_name(tokens: Places, place: int) -> bool:
    """Whether the letter at `place` begins a surname: a given name stands before it, and what follows it is no word of its own."""
    if not may_lack_letter(tokens, place + 1):
        return False
    first = place - 2 if place > 1 and tokens.keys[place - 1] == GOD else place - 1
    introduced = is_introduced(tokens, first)
    if not is_given(tokens, first, introduced):
        return False
    letter, rest, kind = tokens.keys[place], tokens.keys[place + 1], tokens.kinds[place + 1]
    if letter in PREPOSITIONS:
        return (letter == LIKE or bool(kind & lexicon.DEFINITE)) and not is_noun(rest)
    return letter in CONJUNCTIONS and (introduced or not kind & lexicon.ODD) and is_fragment(tokens, place + 1)


def is_given(tokens: Places, place: int, introduced: bool) -> bool:
    """Whether a given name stands at `place`, or any word that may be one behind what introduces a person."""
    kind = tokens.kinds[place] if place >= 0 else lexicon.BREAK
    return not kind & ~NAMELY and bool(kind & lexicon.NAME or (kind & lexicon.ODD and introduced))


def is_introduced(tokens: Places, place: int) -> bool:
    """Whether the title or office of one person, or a verb of saying, stands before `place`."""
    return place > 0 and bool(tokens.kinds[place - 1] & INTRODUCES) and not is_several(tokens.keys[place - 1])


def may_lack_letter(tokens: Places, place: int) -> bool:
    """Whether the word behind a cut letter is in no table, and nothing in its letters shows where it begins or ends."""
    written = tokens.text[tokens.starts[place] : tokens.ends[place]]
    if tokens.kinds[place] & ~WEAK or written[0] in SEATED or is_several(tokens.keys[place]):
        return False
    return not written.endswith(ENDINGS)


def is_noun(key: str) -> bool:
    """Whether general text has the article before a word as often as before nouns: ضيف, الاسد, but not هربا, الاك."""
    bare, known = key.removeprefix(ARTICLE), frequencies()
    return known.get(ARTICLE + bare, 0) > NOUN_SHARE * known.get(bare, 0)


def is_fragment(tokens: Places, place: int) -> bool:
    """Whether a word behind و or ف is none that general text uses: يتسن before أن, and ارد, which is none without its hamza."""
    key, after = tokens.keys[place], tokens.kinds[place + 1] if place + 1 < len(tokens.keys) else 0
    if key.startswith(ARTICLE[0]) and len(key) <= SHORT:
        return not is_noun(key)
    count = frequencies().get(key, 0)
    return (count < RARE_BELOW and not is_verb(key)) or (count < COMMON_FROM and bool(after & (lexicon.THAT | lexicon.COLON)))
