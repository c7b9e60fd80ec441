"""Groups: several people or states without a name of their own: ممثلو الناتو, جنودنا, 12 خبيرا, الدول التي تقاتل قواتها هناك."""

from __future__ import annotations

from functools import cache

from qawl.arabic.findings import Range
from qawl.arabic.heads import known_head
from qawl.arabic.letters import ALEF, ARTICLE, FEMININE_NISBA, NISBA, OURS, TA_MARBUTA, YA, bare_key, fold
from qawl.arabic.lexicon import (
    BINDS,
    BODY,
    CONJUNCTION,
    DEFINITE,
    DETERMINED,
    DOCUMENT,
    EACH,
    LATIN,
    MEDIA,
    NATION,
    NUMBER,
    ONE_OF,
    PEOPLE,
    PREFIX,
    PUNCTUATION,
    QUANTITY,
    RELATIVE,
    ROLE,
    THAT,
)
from qawl.arabic.passage import Passage
from qawl.arabic.tokens import Tokens
from qawl.arabic.world.extent import name_stop
from qawl.arabic.world.standing import is_beside
from qawl.tables import several, table

# A group's name has no more tokens; a relative clause that tells which group it is neither.
LONGEST = 8
LONGEST_CLAUSE = 12
# How numbers are written whose noun is in the plural.
FEW = range(3, 11)
# What tells which group it is.
TELLS = DETERMINED | NATION | LATIN
# What a word for several may be that tells of no people: بعض الحالات، صحف.
OTHERS = QUANTITY | EACH | ONE_OF | MEDIA | DOCUMENT
# What a relative clause ends before.
ENDS = PUNCTUATION | CONJUNCTION | THAT


@cache
def group_words() -> frozenset[str]:
    """Folded nouns for several, and offices in the plural, with and without article."""
    words = [fold(row["form"]) for row in table("group_words.tsv")]
    offices = [row for name in ("titles.tsv", "titles_more.tsv") for row in table(name)]
    words += [fold(form) for row in offices for form in several(row["plural"]) if " " not in form and not form.endswith(YA)]
    return frozenset((*words, *(ARTICLE + word for word in words), *(word + OURS for word in words)))


@cache
def many() -> frozenset[str]:
    """Folded words for several people, with and without article."""
    words = [fold(row["form"]) for row in table("people_words.tsv") if row["number"] == "many" and " " not in row["form"]]
    return frozenset((*words, *(ARTICLE + word for word in words)))


def group_at(passage: Passage, place: int) -> Range | None:
    """The words of the group whose phrase begins at `place`, None where none begins there."""
    kind = passage.tokens.kinds[place]
    if kind & NUMBER:
        return counted_at(passage, place)
    key = passage.tokens.keys[place]
    if is_beside(bare_key(key), "count_head") or is_of_office(passage.tokens, place):
        return None
    if key not in group_words() and (
        not kind & PEOPLE or kind & OTHERS or key not in many() or is_beside(bare_key(key), "weak_head")
    ):
        return None
    return described_at(passage, place)


def is_of_office(tokens: Tokens, place: int) -> bool:
    """Whether several only tell what an office is of: رئيس | الوزراء, نقيب | المحامين."""
    before = tokens.kinds[place - 1] if place else 0
    return bool(before & ROLE) and not before & DEFINITE and tokens.keys[place - 1] not in group_words()


def counted_at(passage: Passage, place: int) -> Range | None:
    """A number with the people that it counts: 12 خبيرا, 5 جنود; not 12 كتابا, 2010 خبير."""
    tokens, noun = passage.tokens, place + 1
    if noun >= len(tokens) or not tokens.keys[place].isdecimal() or tokens.kinds[noun] & DEFINITE:
        return None
    key, kind = tokens.keys[noun], tokens.kinds[noun]
    if int(tokens.keys[place]) in FEW:
        people = key in group_words() or (kind & PEOPLE and not kind & OTHERS and key in many())
    else:
        people = key.endswith(ALEF) and known_head(key[:-1]) == "unnamed"
    return (place, noun + 1) if people and not is_beside(key, "no_group") else None


def described_at(passage: Passage, place: int) -> Range | None:
    """A group with what tells which one it is; a bare indefinite plural is none: رجال."""
    tokens = passage.tokens
    limit = min(passage.sentence_stop(place), place + LONGEST)
    stop = name_stop(tokens, place, limit)
    if stop < limit and tokens.kinds[place] & DEFINITE and tokens.keys[stop] in group_words() and is_states(passage, place):
        return place, name_stop(tokens, stop, limit)
    if stop < limit and tokens.kinds[stop] & RELATIVE and is_states(passage, place):
        return place, clause_stop(passage, stop)
    if stop == place + 1 and is_beside(bare_key(tokens.keys[place]), "no_group"):
        return None
    stop -= is_of_another(tokens, place, stop)
    ours = tokens.keys[place].endswith(OURS)
    told = ours or tokens.kinds[place] & DEFINITE or any(kind & TELLS for kind in tokens.kinds[place + 1 : stop])
    return (place, place + 1 if ours else stop) if told else None


def is_of_another(tokens: Tokens, head: int, stop: int) -> bool:
    """Whether the last word is a masculine adjective behind a feminine noun, of another: اجتماع وزراء الخارجية | التحضيري."""
    if stop - head < 3:
        return False
    feminine = tokens.keys[stop - 2].endswith(TA_MARBUTA)
    return feminine and tokens.keys[stop - 1].endswith(NISBA[0]) and not tokens.keys[stop - 1].endswith(FEMININE_NISBA)


def is_states(passage: Passage, place: int) -> bool:
    """Whether the group is one of states, which only a clause tells: الدول التي."""
    return bool(passage.tokens.kinds[place] & BODY)


def clause_stop(passage: Passage, relative: int) -> int:
    """Where the relative clause ends that begins at `relative`: at a mark, a conjunction or the sentence's end."""
    tokens = passage.tokens
    limit = min(passage.sentence_stop(relative), relative + LONGEST_CLAUSE)
    stop = next((at for at in range(relative + 1, limit) if tokens.kinds[at] & ENDS), limit)
    while stop > relative and tokens.kinds[stop - 1] & (PREFIX | BINDS | RELATIVE):
        stop -= 1
    return stop
