"""Mentions of one body, place or group gathered: حلف الناتو, الناتو and الحلف; مجلس حكماء الناتو and its slip جكماء."""

from __future__ import annotations

from bisect import bisect_right, insort
from collections.abc import Iterator
from dataclasses import dataclass, field

from qawl.arabic.actors import keys_of
from qawl.arabic.findings import Range
from qawl.arabic.letters import ROUND, bare_key, skeleton
from qawl.arabic.lexicon import ACRONYM
from qawl.arabic.passage import Passage
from qawl.arabic.world.known import COUNTRY_KIND, Known, heads_of_bodies, known_at, lands_called, nations
from qawl.arabic.world.mentions import GROUP, LAND, ORGANISATION, Mention
from qawl.arabic.world.standing import is_beside
from qawl.model import Group, Organisation

# A short form takes up what was named at most so many paragraphs before.
REACH = 3
# A slip of dots is told in names of so many words or more.
LONG_NAME = 3
Keys = tuple[str, ...]


@dataclass(eq=False)
class Entity:
    """One body, place or group of a passage.

    ``names`` are the mentions that name it in full, ``party`` what the record has of it,
    ``part_of`` the one that it turned out to be.
    """

    kind: str
    type: str = ""
    known: Known | None = None
    country: str | None = None
    mentions: list[Range] = field(default_factory=list)
    names: list[Range] = field(default_factory=list)
    party: Organisation | Group | None = None
    part_of: Entity | None = None

    def whole(self) -> Entity:
        """The entity that this one has become a part of, itself where it has not."""
        return self.part_of.whole() if self.part_of else self


# Mentions with the entity of each, None where nobody can tell.
Taken = list[tuple[Mention, Entity | None]]


class Gatherer:
    """Takes mentions in text order and tells which entity each one is of."""

    def __init__(self, passage: Passage) -> None:
        self.passage = passage
        self.entities: list[Entity] = []
        self.by_known: dict[tuple[str, str], Entity] = {}
        self.by_keys: dict[tuple[str, Keys], Entity] = {}
        self.heads: dict[str, list[tuple[int, Entity]]] = {}
        self.several: list[Mention] = []
        self.wholes: dict[Keys, dict[int, Entity]] = {}

    def take(self, mention: Mention) -> Entity | None:
        """The entity that a mention is of, taken down as a new one where it is; None where it may mean several."""
        if len(mention.known) > 1 or mention.form == "epithet":
            self.several.append(mention)
            return None
        entity = self.of_known(mention) if mention.known else self.of_words(mention)
        entity.mentions.append(mention.words)
        if mention.form == "full":
            entity.names.append(mention.words)
            self.remember(entity, mention)
            self.remember_acronym(entity, mention)
        return entity

    def of_known(self, mention: Mention) -> Entity:
        """The entity of what the tables know; a place without id is told by its words and land."""
        known = mention.known[0]
        words = () if known.id else keys_of(self.passage.tokens, mention.words)
        key = mention.kind, known.id or " ".join((*words, known.country or ""))
        if key not in self.by_known:
            self.by_known[key] = self.new(Entity(mention.kind, mention.type, known, known.country))
        return self.by_known[key]

    def of_words(self, mention: Mention) -> Entity:
        """The entity that these words have named before, or a new one."""
        keys = keys_of(self.passage.tokens, mention.words)
        entity = self.by_keys.get((mention.kind, keys))
        if entity is None:
            entity = self.new(Entity(mention.kind, mention.type, None, self.land_of(mention)))
        whole = keys_of(self.passage.tokens, mention.whole) if mention.whole else keys
        self.by_keys[mention.kind, keys] = self.by_keys[mention.kind, whole] = entity
        return entity

    def new(self, entity: Entity) -> Entity:
        """Take down an entity."""
        self.entities.append(entity)
        return entity

    def land_of(self, mention: Mention) -> str | None:
        """The one land of which the words of a name tell: وزارة الخارجية الروسية, سفارة روسيا."""
        if mention.kind == GROUP:
            return None
        lands = set(self.lands_in(mention.whole or mention.words))
        return lands.pop() if len(lands) == 1 else None

    def lands_in(self, words: Range) -> Iterator[str]:
        """The lands of the adjectives and the places in a range of tokens."""
        tokens = self.passage.tokens
        for place in range(*words):
            land = nations().get(tokens.keys[place])
            hit = None if land else known_at(tokens, place)
            if hit and hit.known[0].kind == COUNTRY_KIND:
                land = hit.known[0].country
            if land:
                yield land

    def remember(self, entity: Entity, mention: Mention) -> None:
        """Note by which heads a short form may take up an entity."""
        first = (mention.whole or mention.words)[0]
        if entity.kind == GROUP or is_beside(self.passage.tokens.keys[first], "district"):
            return
        known = entity.known.id if entity.known else ""
        for head in heads_of_bodies().get(known, ()) or (bare_key(self.passage.tokens.keys[first]),):
            self.heads.setdefault(head, []).append((first, entity))

    def remember_acronym(self, entity: Entity, mention: Mention) -> None:
        """Note the short name that brackets give behind a body: اتحاد النجارين (انا), whatever of its own it was before."""
        place = acronym_behind(self.passage, mention)
        if mention.kind != ORGANISATION or place is None:
            return
        keys = (self.passage.tokens.keys[place],)
        if before := self.by_keys.get((ORGANISATION, keys)):
            become(before, entity)
        self.by_keys[ORGANISATION, keys] = entity

    def take_short(self, mention: Mention) -> Entity | None:
        """The body that الحلف or المجلس takes up: the only one of its kind nearby, or the last where the others are farther off."""
        place = mention.words[0]
        if mention.type == LAND:
            return self.take_land(mention)
        named = self.heads.setdefault(bare_key(self.passage.tokens.keys[place]), [])
        entity = self.meant_nearby(place, named) or self.of_state(mention)
        if entity:
            entity.mentions.append(mention.words)
            insort(named, (place, entity), key=lambda found: found[0])
        return entity

    def take_land(self, mention: Mention) -> Entity | None:
        """The country that المملكة takes up: the only one of the page that has the word in its name."""
        ids = lands_called().get(bare_key(self.passage.tokens.keys[mention.words[0]]), frozenset())
        named = {entity.known for entity in self.entities if entity.known and entity.known.id in ids}
        if len(named) != 1:
            return None
        entity = self.of_known(mention._replace(type="state", known=tuple(named)))
        entity.mentions.append(mention.words)
        return entity

    def meant_nearby(self, place: int, named: list[tuple[int, Entity]]) -> Entity | None:
        """The entity of one head that was named last before a place, unless another was named as near."""
        last: dict[int, tuple[int, Entity]] = {}
        for at, entity in named:
            if at < place:
                last[id(entity.whole())] = self.paragraph(at), entity.whole()
        here = self.paragraph(place)
        near = sorted((found for found in last.values() if here - found[0] <= REACH), key=lambda found: -found[0])
        if not near or (len(near) > 1 and (here - near[0][0] > 1 or near[1][0] == near[0][0])):
            return None
        return near[0][1]

    def of_state(self, mention: Mention) -> Entity | None:
        """A body that a land has one of, though nothing tells which land's: الحكومة، الشرطة."""
        keys = keys_of(self.passage.tokens, mention.words)
        if not is_beside(keys[0], "state_alone"):
            return None
        return self.longer(keys, None) or self.of_words(mention)

    def merge(self) -> None:
        """Put together the entities that are one: a shorter name of the only longer one, a slip of dots."""
        named = [(keys, entity.whole()) for (kind, keys), entity in self.by_keys.items() if kind == ORGANISATION]
        bones: dict[Keys, list[Entity]] = {}
        self.wholes = {}
        for keys, entity in named:
            for length in range(1, len(keys)):
                self.wholes.setdefault(keys[:length], {})[id(entity)] = entity
            if len(keys) >= LONG_NAME:
                bones.setdefault(tuple(map(skeleton, keys)), []).append(entity)
        for alike in bones.values():
            best = min(alike, key=lambda entity: (-len(entity.mentions), entity.mentions))
            for entity in alike:
                become(entity, best)
        for keys, entity in sorted(named, key=lambda alias: len(alias[0])):
            if whole := self.longer(keys, entity):
                become(entity, whole)

    def longer(self, keys: Keys, entity: Entity | None) -> Entity | None:
        """The only entity whose name goes on where this one ends: وزارة الخارجية of وزارة الخارجية الروسية."""
        wholes = {id(other.whole()): other.whole() for other in self.wholes.get(keys, {}).values() if other.whole() is not entity}
        return next(iter(wholes.values())) if len(wholes) == 1 else None

    def choose_named(self) -> None:
        """Give a mention that may mean several, or an epithet, the one that the page names: بروكسل of `body:nato`."""
        for mention in self.several:
            meant = [entity for entity in self.entities if entity.known in mention.known and entity.kind == ORGANISATION]
            if len(meant) == 1:
                meant[0].mentions.append(mention.words)

    def left(self) -> list[Entity]:
        """The entities that are no part of another."""
        return [entity for entity in self.entities if entity.part_of is None and entity.mentions]

    def paragraph(self, place: int) -> int:
        """The number of the paragraph of a token."""
        return bisect_right(self.passage.breaks, place)


def gather(passage: Passage, mentions: list[Mention]) -> tuple[Gatherer, Taken]:
    """The entities of a passage, and which one each mention is of; short forms take up what is whole."""
    gatherer = Gatherer(passage)
    taken: Taken = [(mention, gatherer.take(mention)) for mention in mentions if mention.form != "short"]
    gatherer.merge()
    taken += [(mention, gatherer.take_short(mention)) for mention in mentions if mention.form == "short"]
    gatherer.choose_named()
    return gatherer, taken


def acronym_behind(passage: Passage, mention: Mention) -> int | None:
    """Where brackets at the end of a name, or right behind it, hold its short name."""
    tokens, (first, stop) = passage.tokens, mention.whole or mention.words
    mark = next((at for at in range(first + 1, min(stop + 1, len(tokens) - 1)) if tokens.keys[at] == ROUND[0]), None)
    return mark + 1 if mark is not None and tokens.kinds[mark + 1] & ACRONYM else None


def become(part: Entity, whole: Entity) -> None:
    """Let one entity be another, whose mentions its own become, unless they are one already."""
    part, whole = part.whole(), whole.whole()
    if part is whole:
        return
    part.part_of = whole
    whole.mentions += part.mentions
    whole.names += part.names
    whole.country = whole.country or part.country
    whole.party = whole.party or part.party
