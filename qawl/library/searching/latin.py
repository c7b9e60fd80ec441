"""Names in Latin letters: the sounds of a name, by which Abbas finds عباس.

No two desks write a name alike, so only what they agree on is kept: the consonants, the long vowels, and whether one comes first.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from itertools import islice, product

from qawl.arabic.letters import LATIN_SOUNDS, TA_MARBUTA, VOWELS_FIRST, fold
from qawl.arabic.names.units import units
from qawl.library.searching.words import words_of
from qawl.tables import several, table

# Before the sounds of a word, so that they are no other word.
SOUNDS = "\u2020"
# Of a word of fewer sounds nobody can tell which name it is.
FEWEST = 2
# So many readings of one word are tried at most.
MOST_READINGS = 64
VOWEL = "a"
# What Latin letters may sound like, the longer ones first. A short vowel is hardly ever written in Arabic, a long one always.
_LETTERS = {
    "sch": ("x",), "tch": ("x", "tx"), "tsh": ("x", "tx"), "sh": ("x",), "ch": ("x", "tx", "k"), "kh": ("k",), "gh": ("g",),
    "dh": ("d", "z"), "th": ("t", "d"), "ph": ("f",), "dj": ("j",), "ck": ("k",), "c": ("k", "s"),
    "q": ("k",), "p": ("b",), "v": ("f",),
    "g": ("g", "j"), "x": ("ks",), "b": ("b",), "d": ("d",), "f": ("f",), "h": ("h",), "j": ("j",), "k": ("k",), "l": ("l",),
    "m": ("m",), "n": ("n",), "r": ("r",), "s": ("s",), "t": ("t",), "z": ("z",),
    "ou": ("u",), "oo": ("u",), "au": ("u",), "aw": ("u",), "w": ("u",), "ee": ("i",), "ie": ("i",), "ei": ("i",), "ey": ("i",),
    "ai": ("i",), "ay": ("i",), "y": ("i",), "i": ("i", ""), "e": ("", "i"), "o": ("", "u"), "u": ("", "u"), "a": ("",),
}  # fmt: skip
# A last a may be ى, which is folded as ي is: Musa.
_LAST = ("", "i")
_LETTER = re.compile("|".join(sorted(_LETTERS, key=len, reverse=True)))
_DOUBLED = re.compile(r"([^aeiou])\1")
_DOUBLED_VOWEL = re.compile(r"([iu])\1")
# A final h is written for ة too, as nothing is: Fatimah, Salah.
_SILENT_END = re.compile("(?<=a)h$")
_ARTICLES = frozenset({"al", "el", "ul"})
# The servant of: one word in Latin letters, two in Arabic.
_SERVANT = re.compile("(abd)[aeou]?l(?=...)")
_GOD = re.compile("abd[aeou]?l+ah?")
_SERVANT_OF_GOD = ("abd", "allah")


def sounds_of(name: str) -> list[str]:
    """The sounds of each word of a name in Arabic letters, as the index has them."""
    return [SOUNDS + sounds for sounds in (arabic_sounds(word.stem) for word in words_of(name)) if len(sounds) >= FEWEST]


def arabic_sounds(stem: str) -> str:
    """The sounds of one word: عباس is `abs`, محمود `mhmud`."""
    word = stem.removesuffix(TA_MARBUTA)
    sounds = (VOWEL if word[:1] in VOWELS_FIRST else "") + "".join(LATIN_SOUNDS.get(letter, "") for letter in word)
    return _DOUBLED_VOWEL.sub(r"\1", sounds)


def latin_words(word: str) -> tuple[str, ...]:
    """The words that a Latin word is in Arabic: none for an article, two for Abdulrahman."""
    if word in _ARTICLES:
        return ()
    if _GOD.fullmatch(word):
        return _SERVANT_OF_GOD
    servant = _SERVANT.match(word)
    return (servant[1], word[servant.end() :]) if servant else (word,)


def latin_sounds(word: str) -> tuple[str, ...]:
    """What a word in Latin letters may sound like: Abbas is `abs`, Gamal is `gml` or `jml`."""
    readings = dict.fromkeys(
        reading for spelt in (word, _SILENT_END.sub("", word)) for reading in _readings(_DOUBLED.sub(r"\1", spelt))
    )
    return tuple(reading for reading in readings if len(reading) >= FEWEST)


def _readings(word: str) -> Iterable[str]:
    first = VOWEL if word[:1] in "aeiou" else ""
    choices = [_LETTERS[match[0]] for match in _LETTER.finditer(word)]
    if word.endswith(VOWEL) and choices:
        choices[-1] = _LAST
    return (_DOUBLED_VOWEL.sub(r"\1", first + "".join(reading)) for reading in islice(product(*choices), MOST_READINGS))


def names_like(word: str) -> tuple[str, ...]:
    """What a word in Latin letters may be in the index: its sounds, and the names of the tables that sound so."""
    sounds = latin_sounds(word)
    return tuple(
        dict.fromkeys((*(SOUNDS + sound for sound in sounds), *(name for sound in sounds for name in _names().get(sound, ()))))
    )


@cache
def _names() -> dict[str, tuple[str, ...]]:
    """Sounds -> the names of one word that sound so, as stems: of persons, cities and lands."""
    forms = {form for form in units() if " " not in form}
    forms |= {row["form"] for name in ("surnames.tsv", "given_names.tsv", "cities.tsv") for row in table(name)}
    forms |= {form for row in table("countries.tsv") for form in (row["name"], *several(row["variants"]))}
    found: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for form in sorted(forms, key=fold):
        stems = [word.stem for word in words_of(form)]
        if len(stems) == 1:
            found[arabic_sounds(stems[0])][stems[0]] = None
    return {sounds: tuple(names) for sounds, names in found.items()}
