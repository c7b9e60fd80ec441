"""The bodies, groups, countries and places of a passage, each with all its mentions and its stable id."""

from __future__ import annotations

from typing import NamedTuple

from qawl.arabic.findings import Range
from qawl.arabic.letters import OF
from qawl.arabic.lexicon import QUANTITY
from qawl.arabic.passage import Passage
from qawl.arabic.record import Named as People
from qawl.arabic.record import Parties, span_of
from qawl.arabic.world.gather import Entity, gather
from qawl.arabic.world.mentions import GROUP, PLACE, find_mentions
from qawl.arabic.world.spoken import join_parties
from qawl.model import Group, Organisation, Place, hash_id

Record = Organisation | Group | Place


class Named(NamedTuple):
    """What is named in a passage beside its people.

    ``by_start`` is the id of what is mentioned at a code point, ``parties`` those that speak, each as what the record has of it.
    """

    organisations: tuple[Organisation, ...]
    groups: tuple[Group, ...]
    places: tuple[Place, ...]
    by_start: dict[int, str]
    parties: Parties

    def ref_at(self, start: int) -> str | None:
        """The id of what is mentioned at the code point `start`, or None."""
        return self.by_start.get(start)


NOTHING = Named((), (), (), {}, [])


def find_named(passage: Passage, parties: Parties, people: People) -> Named:
    """The bodies, groups and places of a passage; `parties` are those that speak, relay or are spoken to, `people` its persons."""
    persons = frozenset(place for actor, _ in people for mention in actor.mentions for place in range(*mention))
    gatherer, taken = gather(passage, find_mentions(passage, persons))
    known = len(gatherer.entities)
    owners = join_parties(passage, gatherer, parties, taken)
    if len(gatherer.entities) > known:
        gatherer.merge()
    entities = sorted(gatherer.left(), key=lambda entity: min(entity.mentions))
    records = {id(entity): as_record(passage, entity) for entity in entities}
    spoken = [(actor, record) for actor, entity in owners if not isinstance(record := records[id(entity.whole())], Place)]
    found = records.values()
    return Named(
        tuple(record for record in found if isinstance(record, Organisation)),
        tuple(record for record in found if isinstance(record, Group)),
        tuple(record for record in found if isinstance(record, Place)),
        starts_of(passage, [(records[id(entity)], entity) for entity in entities]),
        spoken,
    )


def starts_of(passage: Passage, found: list[tuple[Record, Entity]]) -> dict[int, str]:
    """The id of what is mentioned at each code point; a group counts from the words that count it too: عدد من المزارعين."""
    starts: dict[int, str] = {}
    tokens = passage.tokens
    for record, entity in sorted(found, key=lambda pair: is_body(pair[0])):
        for first, _ in entity.mentions:
            starts[tokens.starts[first]] = record.id
            if entity.kind == GROUP and first > 1 and tokens.keys[first - 1] == OF and tokens.kinds[first - 2] & QUANTITY:
                starts.setdefault(tokens.starts[first - 2], record.id)
    return starts


def is_body(record: Record) -> bool:
    """Whether what is named is a body, which has a code point for itself where a group of several begins there too."""
    return isinstance(record, Organisation)


def as_record(passage: Passage, entity: Entity) -> Record:
    """An entity as the record has it: its fullest name, all its mentions in text order, and the id of who speaks where it does."""
    mentions = tuple(span_of(passage, words) for words in sorted(set(entity.mentions)))
    name = span_of(passage, fullest(entity))
    id = entity.party.id if entity.party else hash_id(entity.kind, name.text, name.start)
    known_as = entity.known.id or None if entity.known else None
    if entity.kind == GROUP:
        return Group(id=id, name=name.text, mentions=mentions)
    if entity.kind == PLACE:
        return Place(id=id, name=name.text, country=entity.country, known_as=known_as, mentions=mentions)
    return Organisation(id=id, name=name.text, type=entity.type, known_as=known_as, country=entity.country, mentions=mentions)


def fullest(entity: Entity) -> Range:
    """The words of the first of the longest names of an entity; its first mention where nothing names it in full."""
    return min(entity.names or entity.mentions, key=lambda words: (words[0] - words[1], words[0]))
