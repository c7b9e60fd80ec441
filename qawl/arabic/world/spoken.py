"""Those who speak and what is named put together: who speaks is an entity of its own or one that its words name elsewhere too."""

from __future__ import annotations

from qawl.arabic.actors import Actor
from qawl.arabic.passage import Passage
from qawl.arabic.record import Parties
from qawl.arabic.world.gather import Entity, Gatherer, Taken
from qawl.arabic.world.known import COUNTRY_KIND, capitals, known_at
from qawl.arabic.world.mentions import GROUP, ORGANISATION, Mention
from qawl.model import Group


def join_parties(passage: Passage, gatherer: Gatherer, parties: Parties, taken: Taken) -> list[tuple[Actor, Entity]]:
    """Each party that speaks with its entity, which gets its mentions; what else was made of the same words gives way."""
    by_first: dict[tuple[str, int], Entity] = {}
    for mention, entity in taken:
        if entity:
            for words in (mention.whole or mention.words, mention.words):
                by_first[entity.kind, words[0]] = entity.whole()
    owners = []
    for actor, party in parties:
        kind = GROUP if isinstance(party, Group) else ORGANISATION
        entity = state_of(passage, gatherer, actor) if actor.type == "country" else None
        entity = entity or begun(by_first.get((kind, actor.name[0])), actor)
        entity = (entity or gatherer.of_words(Mention(actor.name, kind, getattr(party, "type", "")))).whole()
        entity.party = entity.party or party
        owners.append((actor, entity))
    at: dict[int, list[Entity]] = {}
    for entity in gatherer.entities:
        for words in entity.mentions if entity.kind != GROUP else ():
            at.setdefault(words[0], []).append(entity)
    for actor, entity in owners:
        give(at, entity, actor)
    return owners


def begun(entity: Entity | None, actor: Actor) -> Entity | None:
    """What begins with the words of a speaker; not the land whose name only begins a longer one: «مصر ويكس»."""
    shorter = entity is not None and entity.known is not None and entity.known.kind == COUNTRY_KIND
    return None if shorter and actor.type != "country" and actor.name[1] - actor.name[0] > 1 else entity


def state_of(passage: Passage, gatherer: Gatherer, actor: Actor) -> Entity | None:
    """The state that a country or a capital is that speaks; None where no table knows it."""
    hit = known_at(passage.tokens, actor.name[0])
    if hit is None:
        return None
    for known in hit.known:
        state = known if known.kind == COUNTRY_KIND else capitals().get(known.id)
        if state:
            return gatherer.of_known(Mention(actor.name, ORGANISATION, "state", (state,)))
    return None


def give(at: dict[int, list[Entity]], entity: Entity, actor: Actor) -> None:
    """Give an entity the mentions of the party that it is, and take them from other bodies that have them by their names.

    A group leaves to each body what is its own: الجيش والشرطة.
    """
    own = set(actor.mentions)
    starts = {first for first, _ in own} if entity.kind != GROUP else set()
    for other in {id(other): other for first in starts for other in at.get(first, ()) if other is not entity}.values():
        other.mentions = [words for words in other.mentions if words[0] not in starts]
        other.names = [words for words in other.names if words[0] not in starts]
    taken = {place for words in own for place in range(*words)}
    entity.mentions = [words for words in entity.mentions if words in own or taken.isdisjoint(range(*words))] + sorted(own)
    if actor.type != "country" and actor.name not in entity.names:
        entity.names.append(actor.name)
