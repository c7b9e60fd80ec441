"""Who has the office of another in his own land: وزير النقل الألماني فلان ونظيره الفرنسي فلان."""

from __future__ import annotations

from collections.abc import Iterator

from qawl.arabic.actors import Actor, keys_of
from qawl.arabic.findings import Range
from qawl.arabic.letters import ALEF, COUNTERPART, TA_MARBUTA, YA, bare_key
from qawl.arabic.lexicon import NATION, PUNCTUATION, ROLE, SEAT, word_classes
from qawl.arabic.phrases.offices import is_same_office, lands_in, offices_in
from qawl.arabic.tokens import Tokens

# The dual of an office stands at most so many tokens before the second name: وزيرا النقل الألماني فلان والفرنسي | فلان.
PAIR_REACH = 10
# How the dual of an office ends before whose it is.
CONSTRUCT = (ALEF, YA)


def counterpart(tokens: Tokens, people: list[Actor], office: Range) -> Actor | None:
    """The one person who has this office in its land as the page tells of another's counterpart, or of two of one office.

    Who is called a counterpart himself has the office of another one: وزير النقل الفرنسي فلان … مع | نظيره الفرنسي.
    """
    bare, lands = bare_and_lands(keys_of(tokens, office))
    if len(lands) != 1 or not bare:
        return None
    if bare[0].startswith(COUNTERPART):
        return peer_of_land(tokens, people, lands)
    told = [person for person in people if is_peer(tokens, people, person, bare, lands) or is_of_pair(tokens, person, bare, lands)]
    return told[0] if len(told) == 1 else None


def bare_and_lands(office: tuple[str, ...]) -> tuple[tuple[str, ...], set[str]]:
    """The bare keys of an office without its lands, and these: وزير النقل الفرنسي -> وزير النقل, فرنسا."""
    words = lands_in(office)
    return tuple(key for key in office if key not in words), set(words.values())


def peer_of_land(tokens: Tokens, people: list[Actor], lands: set[str]) -> Actor | None:
    """The one person of a land with an office that somebody of no land or another one has too."""
    told = [(one, *bare_and_lands(own)) for one in people for role in one.roles for own in offices_in(tokens, role)]
    named = [entry for entry in told if entry[1]]
    both = [(one, office, bare) for one, office, own in named for _, bare, theirs in named if own == lands != theirs]
    alike = [one for one, office, bare in both if is_same_office(of_man(office), of_man(bare))]
    peers = {id(one): one for one in alike or [one for one, _, bare in both if bare[0].startswith(COUNTERPART)]}
    return next(iter(peers.values())) if len(peers) == 1 else None


def is_peer(tokens: Tokens, people: list[Actor], person: Actor, office: tuple[str, ...], lands: set[str]) -> bool:
    """Whether the page calls a person of a land the counterpart of somebody, and another one has the office."""
    roles = (role for role in person.roles if tokens.keys[role[0]].startswith(COUNTERPART))
    peer = any(set(lands_in(keys_of(tokens, role)).values()) == lands for role in roles)
    others = (role for other in people if other is not person for role in other.roles)
    return peer and any(is_same_office(of_man(office), of_man(own)) for role in others for own in offices_in(tokens, role))


def of_man(office: tuple[str, ...]) -> tuple[str, ...]:
    """The bare keys of an office as a man has it: وزيرة النقل -> وزير النقل."""
    return office[0].removesuffix(TA_MARBUTA), *office[1:]


def is_of_pair(tokens: Tokens, person: Actor, office: tuple[str, ...], lands: set[str]) -> bool:
    """Whether a person of a land is named behind the dual of the office: وزيرا النقل الألماني فلان والفرنسي | فلان."""
    names = (first for first, _ in person.mentions if lands_beside(tokens, first) == lands)
    return any(is_same_office(of_man(office), pair) for first in names for pair in pairs_before(tokens, first))


def pairs_before(tokens: Tokens, name: int) -> Iterator[tuple[str, ...]]:
    """The bare keys of the one office that a dual before a name tells, up to the first land: وزيرا النقل الألماني."""
    for place in range(name - 2, max(-1, name - PAIR_REACH), -1):
        if tokens.kinds[place] & PUNCTUATION:
            return
        key = tokens.keys[place]
        if key.endswith(CONSTRUCT) and word_classes().get(key[:-1], 0) & ROLE and not tokens.kinds[place] & ROLE:
            land = next((at for at in range(place, name) if tokens.kinds[at] & NATION), name)
            yield key[:-1], *keys_of(tokens, (place + 1, land))


def lands_beside(tokens: Tokens, name: int) -> set[str]:
    """The land that stands right before a name as a nationality: الفرنسي | فلان."""
    before = name - 1
    return set(lands_in((bare_key(tokens.keys[before]),)).values()) if before >= 0 and tokens.kinds[before] & NATION else set()


def is_foreigner(tokens: Tokens, person: Actor, office: Range) -> bool:
    """Whether a seat of state is of another land than the one that the page gives a person beside the name.

    A trainer may have a club abroad: الإسباني فلان، مدرب المغرب.
    """
    if not tokens.kinds[office[0]] & SEAT:
        return False
    own = {land for first, _ in person.mentions for land in lands_beside(tokens, first)}
    theirs = set(lands_in(keys_of(tokens, office)).values())
    return bool(own and theirs) and own.isdisjoint(theirs)
