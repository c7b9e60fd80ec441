"""Whether two pages may name one speaker: by names, offices and bodies, without asking who is who in the library."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Literal, NamedTuple

from rapidfuzz.distance import Levenshtein

from qawl.arabic.alike.offices import Bearing, bearing, office_of
from qawl.arabic.ordinary import frequencies
from qawl.library.across.said.roots import KEPT, roots, said_table, strong_letters
from qawl.library.across.said.senses import surely_senses_of
from qawl.library.searching.words import all_stems
from qawl.model import PartyType
from qawl.tables import several

# `same`: a name of both; `perhaps`: an office or body of both, or one page does not tell and names the other's speaker elsewhere;
# `unknown`: nobody is named; `nobody`: in one page, and that does not name the other's speaker; `other`: two names.
Agreement = Literal["same", "perhaps", "unknown", "nobody", "other"]
# Two spellings of a foreign name differ in one letter from so many letters on, in two from so many.
SHORT, LONG = 3, 6
# What general text knows less often may be foreign.
FOREIGN_BELOW = 250
# How the offices of two bear on each other.
APART = (Bearing.FIELD, Bearing.OTHER, Bearing.LAND)
# So many words of two names in a row are one name, whatever stands before it in the one and behind it in the other.
RUN = 2


class Voice(NamedTuple):
    """A speaker as a page has it: words of the name and of office and body, its kind, its identity; whom else the page names.

    ``role``: the office as it is written, of one who is not named that by which the page has him.
    """

    name: tuple[str, ...]
    office: frozenset[str]
    type: PartyType | None
    identity: str | None
    named: frozenset[tuple[str, ...]] = frozenset()
    role: str = ""


@lru_cache(maxsize=KEPT // 8)
def name_words(name: str) -> tuple[str, ...]:
    """The words of a name, folded and without article."""
    return all_stems(name)


@lru_cache(maxsize=KEPT // 8)
def weight_of_name(word: str) -> float:
    """How much a word of a name tells: the rarer it is, the more."""
    return 1 / (1 + frequencies().get(word, 0))


def agreement(a: Voice, b: Voice) -> Agreement:
    """Whether two speakers may be one."""
    if not a.name or not b.name:
        return silent(a, b)
    if (a.identity and a.identity == b.identity) or names_agree(a.name, b.name):
        return "unknown" if len(a.name) == len(b.name) == 1 and "unnamed" in (a.type, b.type) else "same"
    if not is_named(a) or not is_named(b):
        return "perhaps" if share_office(a, b) or names_elsewhere(a, b) or names_elsewhere(b, a) else "other"
    return "perhaps" if speaks_for(a, b) or speaks_for(b, a) else "other"


def silent(a: Voice, b: Voice) -> Agreement:
    """The same where one page does not tell who speaks: it may name the other's speaker elsewhere."""
    if not a.name and not b.name:
        return "unknown"
    return "perhaps" if names_elsewhere(a, b) or names_elsewhere(b, a) else "nobody"


def names_elsewhere(one: Voice, other: Voice) -> bool:
    """Whether the page of one who is not named names the other."""
    if (one.name and is_named(one)) or len(other.name) < RUN:
        return False
    return any(names_agree(other.name, name) for name in one.named if len(name) >= RUN)


def share_office(a: Voice, b: Voice) -> bool:
    """Whether an office without a name is the other's: all its words, or others for them; not what a deputy has."""
    one, other = (a, b) if not is_named(a) else (b, a)
    if one.role and office_of(one.role) and office_of(one.role) == office_of(other.role):
        return True
    found = bearing(one.role, other.role)
    words = {*other.office, *other.name}
    return found == Bearing.OFFICE or (found not in APART and all(word in words or means_one_of(word, words) for word in one.name))


def means_one_of(word: str, words: set[str]) -> bool:
    """Whether another word stands for one of some words: ناطق, متحدث."""
    meant = surely_senses_of(word, roots(word))
    return any(meant & surely_senses_of(other, roots(other)) for other in words)


def is_named(voice: Voice) -> bool:
    """Whether somebody has a name, not an office alone."""
    return voice.type != "unnamed" and not set(voice.name) <= voice.office


def speaks_for(a: Voice, b: Voice) -> bool:
    """Whether a body stands in the office of the other speaker, or he is called by it: نقابة الأطباء, نقيب الأطباء."""
    if a.type == "person" or not a.name:
        return False
    head, *rest = a.name
    return set(rest) <= b.office and (head in b.office or (bool(rest) and any(roots(head) & roots(word) for word in b.office)))


@lru_cache(maxsize=KEPT // 8)
def names_agree(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether two names may be one: the words of one in the other in order, or words in a row that both have."""
    shorter, longer = sorted((a, b), key=len)
    if len(shorter) == 1:
        return alike(shorter[0], longer[-1])
    return in_order(shorter, longer) or share_run(a, b) or sound(a) == sound(b)


def in_order(shorter: tuple[str, ...], longer: tuple[str, ...]) -> bool:
    """Whether the words of one name stand in the other in order."""
    rest = iter(longer)
    return all(any(alike(word, other) for other in rest) for word in shorter)


def share_run(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether two names share words in a row, with no word before them in both and none behind them in both."""
    for first in range(len(a)):
        for other in range(len(b)):
            size = 0
            while first + size < len(a) and other + size < len(b) and alike(a[first + size], b[other + size]):
                size += 1
            if size >= RUN and not (first and other) and not (first + size < len(a) and other + size < len(b)):
                return True
    return False


@lru_cache(maxsize=KEPT // 4)
def alike(one: str, other: str) -> bool:
    """Whether two words of names are one, foreign ones in two spellings too: ريزندي, ريزيندي; تشوي, شوي."""
    if one == other:
        return True
    foreign = is_foreign(one), is_foreign(other)
    one, other = sounded(one), sounded(other)
    if not all(foreign):
        return any(foreign) and one == other and len(one) >= SHORT
    shorter = min(len(one), len(other))
    return Levenshtein.distance(one, other) <= (2 if shorter >= LONG else 1 if shorter >= SHORT else 0)


@lru_cache(maxsize=KEPT // 4)
def is_foreign(word: str) -> bool:
    """Whether general text hardly knows a word, so that nothing but its sound tells how to write it; or two letters write one."""
    return frequencies().get(word, 0) < FOREIGN_BELOW or any(len(letters) > 1 and letters in word for letters, _ in sounds())


@lru_cache(maxsize=KEPT // 4)
def sounded(word: str) -> str:
    """A word with one letter for each foreign sound, however a desk writes it: تش and ش, غ and ج."""
    for letters, sound in sounds():
        word = word.replace(letters, sound)
    return word


@cache
def sounds() -> tuple[tuple[str, str], ...]:
    """Letters that stand for one foreign sound, each with the one that stands for all, the longer ones first."""
    pairs = ((other, row["form"]) for row in said_table("sounds.tsv") for other in several(row["others"]))
    return tuple(sorted(pairs, key=lambda pair: -len(pair[0])))


def sound(name: tuple[str, ...]) -> str:
    """A name by its strong letters, however it is parted: دو لامارك, دو لا مارك."""
    return strong_letters("".join(name))
