"""Offices that a page tells of nobody, and that mean the one person whom it has named: نفى سالم الكندي ذلك. وكانت | المديرة قد.

The office stands in the sentence behind his and says nothing, for whoever speaks is asked for elsewhere. It agrees with him in
gender, and neither does he have another one nor does the page tell of anybody else who has it.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from qawl.arabic.actors import Actor
from qawl.arabic.findings import Range
from qawl.arabic.letters import ARTICLE, TA_MARBUTA, bare_key, fold
from qawl.arabic.lexicon import (
    BODY,
    BREAK,
    COUNTRY,
    DEFINITE,
    DOUBTFUL,
    FUNCTION,
    GOVERNS,
    NAME,
    NAME_UNIT,
    NATION,
    OFFICE,
    OPENS,
    PEOPLE,
    PUNCTUATION,
    ROLE,
    SENTENCE_END,
    SPEECH,
    THAT,
    word_classes,
)
from qawl.arabic.names.genders import gender_of, is_womans
from qawl.arabic.ordinary import frequencies
from qawl.arabic.people.former import is_former
from qawl.arabic.tokens import Tokens
from qawl.arabic.where import words_of
from qawl.tables import table

# A definite word that general text has more often is no office most of the time: الأمر.
USUAL = 100_000
# What an office that is meant so is not besides: who is told of as one of a land, without a name.
NO_OFFICE = BODY | NATION | GOVERNS | NAME | DOUBTFUL
# What before an office tells that it is another one's, or no whole one, or that it speaks.
OF_ANOTHER = OFFICE | NAME_UNIT | SPEECH | PEOPLE | BODY | DEFINITE | NATION
# What behind an office tells who has it.
NAMED = OFFICE | NAME | OPENS


def add_only_offices(tokens: Tokens, people: list[Actor]) -> None:
    """Give the one person whom a page has named so far each office that it tells of nobody."""
    for person, office in [*only_offices(tokens, people)]:
        person.roles = sorted([*person.roles, office])


def only_offices(tokens: Tokens, people: list[Actor]) -> Iterator[tuple[Actor, Range]]:
    """Each such office with whom it means, in text order."""
    taken = {i for person in people for span in (*person.roles, *person.mentions) for i in range(*span)}
    ends = words_of(tokens, SENTENCE_END)
    for place in [at for at in words_of(tokens, ROLE) if not tokens.kinds[at] & NO_OFFICE]:
        office = office_at(tokens, place) if place not in taken and is_of_one(tokens.keys[place]) else None
        if office is None or is_held(tokens, people, office):
            continue
        able = [one for one in people if min(one.mentions)[0] < place and is_of_gender(tokens, one, office)]
        if len(able) == 1 and is_right_before(ends, able[0], place) and may_have(tokens, able[0], office):
            yield able[0], office


def is_right_before(ends: list[int], person: Actor, place: int) -> bool:
    """Whether a person is named in the sentence before that of a place and not in it; sentences end at ``ends``."""
    before = [end for end in ends if end < place]
    stop, start = (before[-1], before[-2] if len(before) > 1 else -1) if before else (-1, -1)
    named = [first for first, _ in person.mentions if start < first < place]
    return bool(named) and max(named) < stop


def office_at(tokens: Tokens, place: int) -> Range | None:
    """An office that begins here and is whole: المبعوثة، المدير العام، مديرة المستشفى; None before a name, behind another one."""
    before = tokens.kinds[place - 1] if place else BREAK
    if before & OF_ANOTHER and not before & FUNCTION:
        return None
    stop = place + 1
    while tokens.keys[stop] in fillers() and tokens.kinds[place] & DEFINITE:
        stop += 1
    if not tokens.kinds[place] & DEFINITE:
        stop += bool(tokens.kinds[stop] & DEFINITE) and not tokens.kinds[stop] & (NAME | ROLE)
        if stop == place + 1:
            return None
    after = tokens.kinds[stop] if stop < len(tokens) else PUNCTUATION
    if after & (NAMED | THAT | DEFINITE | NATION | COUNTRY) and (after & THAT or not after & FUNCTION):
        return None
    return place, stop


def is_of_one(key: str) -> bool:
    """Whether an office is one person's, since a woman has it by a form of its own: المدير, المديرة; not الرجال, الأمر."""
    role = bare_key(key)
    if frequencies().get(key, 0) > USUAL:
        return False
    return is_womans(key, ROLE) or bool(word_classes().get(role + TA_MARBUTA, 0) & ROLE)


@cache
def fillers() -> frozenset[str]:
    """Folded definite adjectives that tell neither which body nor which field an office is of: العام, الجديد, السابق."""
    return frozenset(fold(ARTICLE + form) for row in table("role_fillers.tsv") for form in (row["form"], row["form"] + TA_MARBUTA))


def is_held(tokens: Tokens, people: list[Actor], office: Range) -> bool:
    """Whether the page tells of somebody with an office of this word, or of one without the article."""
    key = bare_key(tokens.keys[office[0]])
    return any(bare_key(tokens.keys[first]) == key for person in people for first, _ in person.roles)


def may_have(tokens: Tokens, person: Actor, office: Range) -> bool:
    """Whether a person has no office yet, or only one now where this is past."""
    held = [role for role in person.roles if tokens.kinds[role[0]] & (ROLE | PEOPLE)]
    return not held or (is_former(tokens, office) and not any(is_former(tokens, role) for role in held))


def is_of_gender(tokens: Tokens, person: Actor, office: Range) -> bool:
    """Whether nothing tells that a person and an office are of a woman and of a man."""
    gender = "f" if is_womans(tokens.keys[office[0]]) else "m"
    return {gender_of(tokens, person), gender} != {"f", "m"}
