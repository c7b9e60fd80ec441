"""What right behind a place or a body tells it from another one of its name: عين الساقية | الشرقية, فرع الاتحاد | في صفاقس."""

from __future__ import annotations

from collections.abc import Iterator

from qawl.arabic.letters import BY, FEMININE_NISBA, IN, NISBA, bare_key, bare_words
from qawl.arabic.lexicon import COMMA
from qawl.arabic.world.standing import is_beside
from qawl.arabic.world.villages import tells_side
from qawl.library.across.naming.known import Known, Reason
from qawl.library.across.naming.page_tokens import token_at
from qawl.model import Entity, Organisation, Place, Record


def sides_told(record: Record, somebody: Entity) -> Iterator[str]:
    """The adjectives right behind a place that tell which one of its name it is: الشرقية, الفوقا, العكارية."""
    if isinstance(somebody, Place) and not somebody.known_as:
        for mention in somebody.mentions:
            tokens, at = token_at(record.document.text, mention.end)
            if at < len(tokens) and tells_side(tokens, at):
                yield side_of(tokens.keys[at])


def side_of(key: str) -> str:
    """An adjective without article and ending, so that those of a town and of a quarter are one."""
    bare = bare_key(key)
    return next((bare.removesuffix(end) for end in (FEMININE_NISBA, NISBA[0]) if bare.endswith(end)), bare)


def seats_told(record: Record, somebody: Entity) -> Iterator[str]:
    """The places that a page names right behind a place or a body without a stable id, in which it lies: في صفاقس, بمحافظة إب."""
    if not isinstance(somebody, Place | Organisation) or somebody.known_as:
        return
    named = {mention.start: place for place in record.places for mention in place.mentions}
    for mention in somebody.mentions:
        yield from seat_behind(record.document.text, mention.end, named)


def seat_behind(text: str, end: int, named: dict[int, Place]) -> Iterator[str]:
    """The place that stands behind a name, led by a preposition or by what tells its kind."""
    tokens, at = token_at(text, end)
    first = at
    if at < len(tokens) and tokens.kinds[at] & COMMA:
        at += 1
    if at < len(tokens) and tokens.keys[at] in (IN, BY):
        at += 1
    kinds = at
    while at < len(tokens) and is_beside(tokens.keys[at], "holds_places"):
        at += 1
    if at == first or at >= len(tokens) or (at == kinds and tokens.kinds[at - 1] & COMMA):
        return
    place = named.get(tokens.starts[at])
    if place:
        yield from dict.fromkeys(filter(None, (place.known_as, bare_words(place.name))))
    elif at > kinds:
        yield bare_key(tokens.keys[at])


def lie_elsewhere(a: Known, b: Known) -> Iterator[Reason]:
    """What tells two places or bodies of one name apart: another side, or another place in which they lie."""
    if set(a.sides).isdisjoint(b.sides) and (a.sides or b.sides):
        yield Reason("other_side", (*a.sides[:1], *b.sides[:1]))
    if a.seats and b.seats and set(a.seats).isdisjoint(b.seats):
        yield Reason("other_seat", (a.seats[0], b.seats[0]))
