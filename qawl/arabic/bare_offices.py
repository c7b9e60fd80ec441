"""Offices that stand alone for the one person of the page who has them, where nobody speaks: زارت وزيرة التضامن … وبكت الوزيرة."""

from __future__ import annotations

from collections.abc import Iterator

from qawl.arabic.actors import Actor
from qawl.arabic.former import is_former
from qawl.arabic.letters import bare_key
from qawl.arabic.lexicon import BODY, DEFINITE, FAMILY, NAME, NATION, ODD, OPENS, PEOPLE, RENOWNED, ROLE, TITLE
from qawl.arabic.tokens import Tokens

# What behind an office tells that it is a part of a longer one, or of another person.
GOES_ON = DEFINITE | NATION | NAME | FAMILY | ODD | RENOWNED | OPENS | ROLE | TITLE
# What before it tells that it is somebody's or something's that it stands behind.
OF_ANOTHER = ROLE | TITLE | PEOPLE | BODY | DEFINITE


def add_offices(tokens: Tokens, people: list[Actor]) -> None:
    """Give each person the offices that stand alone for him behind his name, if nobody else of the page has one of that word."""
    taken = {i for person in people for span in (*person.roles, *person.mentions) for i in range(*span)}
    holders = dict(offices(tokens, people))
    places = [place for place, kind in enumerate(tokens.kinds) if kind & ROLE and place not in taken]
    others = {tokens.keys[place] for place in places if not tokens.kinds[place] & DEFINITE}
    for place in places:
        key = bare_key(tokens.keys[place])
        person = holders.get(key)
        if person and key not in others and stands_alone(tokens, place) and min(person.mentions)[0] < place:
            person.roles = sorted([*person.roles, (place, place + 1)])


def offices(tokens: Tokens, people: list[Actor]) -> Iterator[tuple[str, Actor | None]]:
    """The first words of offices that the people of a page have, with who has it, None where several do or did."""
    owners: dict[str, set[int]] = {}
    for number, person in enumerate(people):
        for role in person.roles:
            if tokens.kinds[role[0]] & ROLE:
                owners.setdefault(bare_key(tokens.keys[role[0]]), set()).add(-1 if is_former(tokens, role) else number)
    for key, numbers in owners.items():
        yield key, people[min(numbers)] if len(numbers) == 1 and min(numbers) >= 0 else None


def stands_alone(tokens: Tokens, place: int) -> bool:
    """Whether a definite office is one of this word alone: وبكت الوزيرة حين; not نائب الوزير, الوزير السابق, الوزير سالم."""
    before = tokens.kinds[place - 1] if place else 0
    after = tokens.kinds[place + 1] if place + 1 < len(tokens.kinds) else 0
    return bool(tokens.kinds[place] & DEFINITE) and not (before & OF_ANOTHER or after & GOES_ON)
