"""Both sides of an encounter told by a dual alone, الطرفان, البلدان, الوزيران: they are the two of the one told before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from qawl.arabic.actors import Actor
from qawl.arabic.agenda.parts import ATTENDS, HOSTS, MEETS, PARTS, SIGNING
from qawl.arabic.frames.scene import Scene
from qawl.arabic.heads import heads
from qawl.arabic.letters import ARTICLE, COUNTERPART, DUALS, fold_phrase
from qawl.arabic.people.duals import LAND, SIDE, pair_head, side_kind
from qawl.arabic.phrases.offices import offices_in
from qawl.model import Event, Participant

# The two sides of an encounter.
Pair = tuple[Participant, Participant]
# The types of those between whom somebody goes.
SIDES = ("group", "organisation")
# The types of people of whom one by himself is meant.
PERSONS = ("person", "unnamed")


def is_both(participant: Participant) -> bool:
    """Whether two are told by a dual with its article and nothing more: الجانبان، البلدين الجارين; not الوفدان التونسي والليبي.

    Or as the two officers of both lands: رئيسا البلدين، وزيري خارجية البلدين.
    """
    words = fold_phrase(participant.name).split()
    duals = [word.startswith(ARTICLE) and word.endswith(DUALS) for word in words]
    one = pair_head(words[0]) if words else ""
    officers = len(words) > 1 and duals[-1] and not any(duals[:-1]) and side_kind(pair_head(words[-1])) == LAND
    return one not in ("", *words[:1]) and (all(duals) or (officers and heads().get(one) == "unnamed"))


def without_both(found: list[Participant]) -> list[Participant]:
    """Participants without the two who are told by their names too: الجانبان، الوزيران."""
    others = [participant for participant in found if not is_both(participant)]
    return others if len(others) > 1 else found


def with_both_meant(scene: Scene, events: Iterable[Event]) -> Iterator[Event]:
    """Events in which الطرفان and its like are the two of the last event before that had two such."""
    pairs: list[Pair] = []
    for event in events:
        event = replace(event, participants=named_for(scene, event, pairs))
        sides = [participant for participant in event.participants if participant.part in PARTS and not is_both(participant)]
        pairs += [(sides[0], sides[1])] if len(sides) == len(event.participants) == 2 else two_sides(sides)
        yield event


def two_sides(sides: list[Participant]) -> list[Pair]:
    """The first who acts and the one person whom he meets or who receives him, whoever else is there.

    Two parties that one person meets are both sides between whom he goes: محادثات بين الوسيط و| الحكومة و| الحركة … الطرفان.
    """
    first = next((one for one in sides if one.type == "person"), None)
    others = [one for one in sides if one is not first and one.part in (MEETS, HOSTS)]
    if first and len(sides) == 1 + len(others) == 3 and all(one.type in SIDES for one in others):
        return [(replace(others[0], part=ATTENDS), replace(others[1], part=ATTENDS))]
    return [(first, others[0])] if first and len(others) == 1 and others[0].type == "person" else []


def named_for(scene: Scene, event: Event, pairs: list[Pair]) -> tuple[Participant, ...]:
    """Participants with the two of the last fitting pair for a dual that takes part, each with the part he had there.

    Of several pairs it is the last of which both may have the office: الوزيران.
    """
    found = event.participants
    both = next((participant for participant in found if participant.part == ATTENDS and is_both(participant)), None)
    able = [pair for pair in reversed(pairs) if can_be(both, pair)] if both else []
    meant = next((pair for pair in able if both and may_have_both(scene, both, pair)), next(iter(able), None))
    if meant is None:
        return found
    others = tuple(participant for participant in found if participant != both)
    named = {participant.name for participant in others}
    again = [MEETS if one.part == MEETS and event.type != SIGNING else ATTENDS for one in meant]  # who signs meets nobody
    return (*(replace(one, part=part) for one, part in zip(meant, again, strict=True) if one.name not in named), *others)


def can_be(both: Participant, pair: Pair) -> bool:
    """Whether a dual can mean two parties: الوزيران two persons, الحركتان bodies, البلدان lands, الطرفان any two."""
    one = pair_head(fold_phrase(both.name).split()[0])
    types = {participant.type for participant in pair}
    if side_kind(one) == LAND:
        return types == {"country"}
    persons = types <= set(PERSONS)
    return side_kind(one) == SIDE or (persons if heads().get(one) == "unnamed" else not persons)


def may_have_both(scene: Scene, both: Participant, pair: Pair) -> bool:
    """Whether each of two may have the office that a dual tells, if anybody of the page is told to have it."""
    one = pair_head(fold_phrase(both.name).split()[0])
    told = any(one in heads_of(scene, actor) for actor in scene.cast.people)
    return not told or all(may_have(scene, participant, one) for participant in pair)


def may_have(scene: Scene, participant: Participant, head: str) -> bool:
    """Whether one of two may have the office that a dual tells: الوزيران are no vice-president, but his counterpart is one."""
    actor = next((actor for actor, ref in scene.refs.items() if ref == participant.ref and isinstance(actor, Actor)), None)
    told = heads_of(scene, actor) if actor else set()
    return not told or head in told or any(one.startswith(COUNTERPART) for one in told)


def heads_of(scene: Scene, actor: Actor) -> set[str]:
    """The first words of the offices that the page gives somebody: وزير النقل، نظيره."""
    return {own[0] for role in actor.roles for own in offices_in(scene.tokens, role) if own}
