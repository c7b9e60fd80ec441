"""Given names that stand alone for somebody whom the page has named in full before: توفي صلاح النهر … وكان | صلاح يكتب.

A name that is an ordinary word too counts only where that word has no place: not باب كريم، لون جميل، خالد الذكر.
"""

from __future__ import annotations

from collections.abc import Iterator

from qawl.arabic.actors import Actor
from qawl.arabic.findings import Range
from qawl.arabic.lexicon import (
    BODY,
    BREAK,
    CARRIER,
    CITY,
    CLOSES,
    COUNTRY,
    DEFINITE,
    DOUBTFUL,
    FAMILY,
    FUNCTION,
    KAN,
    NAME,
    NUMBER,
    OPENS,
    PEOPLE,
    PREFIX,
    PREPOSITION,
    PUNCTUATION,
    RENOWNED,
    ROLE,
    SPEECH,
    THAT,
    TITLE,
)
from qawl.arabic.names.joiners import is_joining
from qawl.arabic.names.lone_subjects import goes_on, may_be_finite
from qawl.arabic.names.tails import odd_ends
from qawl.arabic.names.units import descents
from qawl.arabic.ordinary import is_known
from qawl.arabic.people.told_apart import kin_before
from qawl.arabic.phrases.named_things import is_called
from qawl.arabic.tokens import Tokens
from qawl.arabic.where import words_of

# What a given name that stands alone is not besides.
OTHER = FUNCTION | PREFIX | PUNCTUATION | NUMBER | CITY | COUNTRY | DEFINITE | BODY | RENOWNED
# What before a name of two uses leaves it no other: a person is called so, or a clause begins.
LEADS = TITLE | ROLE | PEOPLE | PREPOSITION


def given_alone(tokens: Tokens, people: list[Actor]) -> Iterator[tuple[Actor, Range]]:
    """Each given name alone that means the one person of the page who has it, in text order."""
    owners = owners_of(people)
    taken = {at for person in people for span in (*person.mentions, *person.roles) for at in range(*span)}
    for place in words_of(tokens, NAME):
        if tokens.kinds[place] & OTHER or place in taken:
            continue
        person = owners.get(tokens.keys[place])
        if person and min(person.mentions)[0] < place and stands_alone(tokens, place):
            yield person, (place, place + 1)


def owners_of(people: list[Actor]) -> dict[str, Actor | None]:
    """Given names with who is named in full by each, None where another one has the word first or last; a father's is no other."""
    owners: dict[str, Actor | None] = {}
    for person in people:
        for key in dict.fromkeys((person.keys[0], person.keys[-1])):
            owners[key] = person if key == person.keys[0] and len(person.keys) > 1 and key not in owners else None
    return owners


def stands_alone(tokens: Tokens, place: int) -> bool:
    """Whether a given name is all of a name, and no other word, where it stands."""
    if is_behind_name(tokens, place) or is_before_split(tokens, place):
        return False
    if is_joining(tokens, place - 1) or (place and tokens.keys[place - 1] in descents()):
        return False
    if is_called(tokens, place) or kin_before(tokens, (place, place + 1)):
        return False
    if goes_on(tokens, place + 1):
        return False
    return not tokens.kinds[place] & DOUBTFUL or is_led(tokens, place)


def is_behind_name(tokens: Tokens, place: int) -> bool:
    """Whether the word before is a part of somebody's name and nothing else: بوناصر | سليم."""
    before = tokens.kinds[place - 1] if place else BREAK
    return bool(before & (NAME | FAMILY | CARRIER) and not before & (SPEECH | TITLE | ROLE | PEOPLE | KAN))


def is_before_split(tokens: Tokens, place: int) -> bool:
    """Whether a strange word ends the phrase behind what may be its first letter, read as a particle: قال نوح | وينل، إن."""
    strange = place + 2
    if strange >= len(tokens) or not tokens.kinds[place + 1] & PREFIX or not odd_ends(tokens, strange):
        return False
    return tokens.ends[place + 1] == tokens.starts[strange] and not is_known(tokens.keys[strange - 1] + tokens.keys[strange])


def is_led(tokens: Tokens, place: int) -> bool:
    """Whether what stands around a word of two uses makes it a name: a verb, a title, a preposition, marks; أن before a verb."""
    before = tokens.kinds[place - 1] if place else BREAK
    if before & OPENS and tokens.kinds[place + 1] & CLOSES:
        return True
    if before & LEADS and before & (DEFINITE | PREPOSITION):
        return True
    if before & THAT:
        return place + 1 < len(tokens) and may_be_finite(tokens, place + 1)
    return place > 0 and may_be_finite(tokens, place - 1)
