"""Offices that stand alone for the one person of the page who has them, where nobody speaks: زارت وزيرة التضامن … وبكت الوزيرة."""

from __future__ import annotations

from collections.abc import Iterator

from qawl.arabic.actors import Actor
from qawl.arabic.letters import ALEF, TA_MARBUTA, bare_key
from qawl.arabic.lexicon import (
    ANY_NAME,
    BODY,
    DEFINITE,
    DIES,
    DOUBTFUL,
    HUMAN,
    NAME,
    NATION,
    OFFICE,
    OPENS,
    PEOPLE,
    RENOWNED,
    ROLE,
    STANDS_FOR,
    WORK,
    word_classes,
)
from qawl.arabic.names.genders import gender_of, is_womans
from qawl.arabic.people.former import is_former
from qawl.arabic.phrases.kin import kins_of
from qawl.arabic.phrases.kin import offices as offices_told
from qawl.arabic.tokens import Tokens
from qawl.arabic.where import words_of

# What an office is too that may mean something else: العالم، الممثل.
OTHERWISE = DOUBTFUL | STANDS_FOR
# The kin of who has died, and how many words a name stands at most behind the word for it: وفاة الشاعر الكبير سالم.
DEAD = "deceased"
# The kin of who wrote a work.
WRITER = "writer"
REACH = 5
# What behind an office tells that it is a part of a longer one, or of another person.
GOES_ON = ANY_NAME | OFFICE | DEFINITE | NATION | RENOWNED | OPENS
# What before it tells that it is somebody's or something's that it stands behind.
OF_ANOTHER = OFFICE | PEOPLE | BODY | DEFINITE


def add_offices(tokens: Tokens, people: list[Actor]) -> None:
    """Give each person the offices that stand alone for him behind his name, if nobody else of the page has one of that word."""
    taken = {i for person in people for span in (*person.roles, *person.mentions) for i in range(*span)}
    holders = dict(offices(tokens, people))
    places = [place for place in words_of(tokens, HUMAN) if place not in taken]
    others = {tokens.keys[place] for place in places if not tokens.kinds[place] & DEFINITE}
    kins = {person: kins_told(tokens, person) for person in people}
    for place in places:
        key = bare_key(tokens.keys[place])
        if key in others or not stands_alone(tokens, place):
            continue
        person = holders[key] if key in holders else kin_holder(tokens, kins, place)
        if person and min(person.mentions)[0] < place:
            person.roles = sorted([*person.roles, (place, place + 1)])


def add_short_offices(tokens: Tokens, people: list[Actor]) -> None:
    """Give each person his office where it is told by its first two words again: رئيس اتحاد الشحن سالم … زار | رئيس الاتحاد."""
    taken = {i for person in people for span in (*person.roles, *person.mentions) for i in range(*span)}
    owners: dict[tuple[str, str], list[Actor]] = {}
    for person in people:
        for role in person.roles:
            key = short_key(tokens, role[0])
            if key and not is_former(tokens, role) and person not in owners.setdefault(key, []):
                owners[key].append(person)
    for place in words_of(tokens, ROLE) if owners else ():
        if place not in taken and is_short_office(tokens, place):
            able = owners.get(short_key(tokens, place) or ("", ""), [])
            if len(able) == 1 and min(able[0].mentions)[0] < place:
                able[0].roles = sorted([*able[0].roles, (place, place + 2)])


def short_key(tokens: Tokens, place: int) -> tuple[str, str] | None:
    """The word for an office and that for its body, without articles: رئيس اتحاد، رئيس الاتحاد; None where no body is told."""
    if not tokens.kinds[place] & ROLE or not tokens.kinds[place + 1] & BODY:
        return None
    return tokens.keys[place], bare_key(tokens.keys[place + 1])


def is_short_office(tokens: Tokens, place: int) -> bool:
    """Whether an office ends with the definite body behind it, and is no part of another: رئيس الاتحاد; not نائب | رئيس الاتحاد."""
    before = tokens.kinds[place - 1] if place else 0
    body, after = (*tokens.kinds[place + 1 : place + 3], 0, 0)[:2]
    whole = body & DEFINITE and not tokens.kinds[place] & DEFINITE
    return bool(whole) and not (before & (OFFICE | PEOPLE | BODY) or after & GOES_ON)


def kins_told(tokens: Tokens, person: Actor) -> frozenset[str]:
    """The kins of the offices that a page gives a person, and those that it tells before the name.

    Of the dead: توفي الشاعر | سالم; of who is tried: حبس المقاول | سالم; of who wrote a work: كتاب | سالم.
    """
    kins = [kins_of_word(bare_key(tokens.keys[place])) for role in person.roles for place in role[:1]]
    died = any(tokens.kinds[place] & DIES for place in range(max(0, person.name[0] - REACH), person.name[0]))
    before = tokens.keys[max(0, person.name[0] - REACH) : person.name[0]]
    tried = [kins_of((key,), "tried") for key in before]
    work = tokens.kinds[person.name[0] - 1] if person.name[0] else 0
    return frozenset[str]().union(*kins, *tried, {DEAD} if died else (), {WRITER} if work & (WORK | DEFINITE) == WORK else ())


def kins_of_word(key: str) -> frozenset[str]:
    """The kins of an office of one word, or of what it was."""
    return kins_of((key,), "may") | kins_of((key,), "same") | kins_of((key,), "past")


def kin_holder(tokens: Tokens, kins: dict[Actor, frozenset[str]], place: int) -> Actor | None:
    """Whom an office means by its kin: the one who has one of it, if nobody was named since: المهاجم سالم الراوي … | اللاعب."""
    own = kins_of_word(bare_key(tokens.keys[place]))
    if tokens.kinds[place] & OTHERWISE and DEAD not in own:
        return None
    able = [person for person, told in kins.items() if told & own]
    if len(able) != 1 or {gender_of(tokens, able[0]), "f" if is_womans(tokens.keys[place]) else "m"} == {"f", "m"}:
        return None
    last = max(kins, key=lambda person: max((stop for _, stop in person.mentions if stop <= place), default=-1))
    return able[0] if last is able[0] or DEAD in own else None


def offices(tokens: Tokens, people: list[Actor]) -> Iterator[tuple[str, Actor | None]]:
    """The first words of offices that the people of a page have, with who has it, None where several do or did."""
    owners: dict[str, set[int]] = {}
    for number, person in enumerate(people):
        for role in person.roles:
            if key := office_key(tokens, role[0]):
                owners.setdefault(key, set()).add(-1 if is_former(tokens, role) else number)
    for key, numbers in owners.items():
        yield key, people[min(numbers)] if len(numbers) == 1 and min(numbers) >= 0 else None


def office_key(tokens: Tokens, place: int) -> str:
    """The bare word of an office, of one that somebody is given too: عين سالم | مديرا; nothing where none stands there."""
    key = bare_key(tokens.keys[place])
    given = key.removesuffix(ALEF)
    return key if tokens.kinds[place] & ROLE else given if word_classes().get(given, 0) & ROLE else ""


def stands_alone(tokens: Tokens, place: int) -> bool:
    """Whether a definite office is one of this word alone: وبكت الوزيرة حين; not نائب الوزير, الوزير السابق, الوزير سالم.

    What is feminine behind a man's is no word for him, nor what is masculine behind a woman's: وترك المتهم | الجلسة، ورفضت
    الوزيرة | التعليق. Nor is what somebody has: وشكر العمدة | سلفه.
    """
    before = tokens.kinds[place - 1] if place else 0
    after = tokens.kinds[place + 1]
    if after & DEFINITE and bare_key(tokens.keys[place + 1]) in offices_told("now"):
        after = tokens.kinds[place + 2]
    thing = after & DEFINITE and tokens.keys[place + 1].endswith(TA_MARBUTA) != is_womans(tokens.keys[place])
    if place + 1 < len(tokens) and tokens.is_owned(place + 1):
        return bool(tokens.kinds[place] & DEFINITE) and not before & OF_ANOTHER
    goes_on = after & GOES_ON if not thing else after & (OFFICE | NAME | NATION)
    return bool(tokens.kinds[place] & DEFINITE) and not (before & OF_ANOTHER or goes_on)
