"""How well the encounters, actions, relations and flags of a record agree with marks made by hand.

An encounter is found when its first evidence shares three in ten of its words with a piece of the marked one's; of those found
type and status are compared, and who takes part by name and part. An action is found by its type and its verb, a relation by
its parties and stances, a flag by its kind and a letter of its words, in statements that are found. Optional marks neither
count nor cost.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from bench.marks import ActionMark, EventMark, FlagMark, GoldPage, ParticipantMark, RelationMark, meets
from bench.scoring import Scores, agree, matches, name_words, overlap, pair_statements, place_of, same_name, words_in
from qawl.model import Action, Event, Flag, Participant, Record, Relation

SHARED = 0.3
Mark = TypeVar("Mark", ActionMark, RelationMark)
Found = TypeVar("Found", Action, Relation)


def score_agenda(page: GoldPage, record: Record, scores: Scores) -> None:
    """Count one page's agreement into `scores`."""
    score_events(page, record.events, scores)
    score_optional(scores, "actions", page.actions, record.actions, same_action)
    score_optional(scores, "relations", page.relations, record.relations, same_relation)
    score_flags(page, record, scores)


def score_events(page: GoldPage, events: Sequence[Event], scores: Scores) -> None:
    """Count the encounters, and of those found type, status and participants."""
    pairs = matches(page.events, events, lambda mark, event: same_event(page.text, mark, event))
    optional = {id(event) for mark, event in pairs if mark.optional}
    right = [(mark, event) for mark, event in pairs if not mark.optional]
    wanted = sum(not mark.optional for mark in page.events)
    scores["events"].add(len(right), len(events) - len(optional), len(right), wanted)
    for mark, event in right:
        agree(scores["event type"], mark.type == event.type)
        agree(scores["event status"], mark.status == event.status)
    by_event = {id(event): mark for mark, event in right}
    for event in events:
        if id(event) not in optional:
            marked = by_event[id(event)].participants if id(event) in by_event else ()
            hits = len(matches(marked, event.participants, same_participant))
            scores["participants"].add(hits, len(event.participants), hits, 0)
    scores["participants"].add(0, 0, 0, sum(len(mark.participants) for mark in page.events if not mark.optional))


def same_event(text: str, mark: EventMark, event: Event) -> bool:
    """Whether the first evidence of an encounter tells the marked one."""
    if not event.evidence:
        return False
    words = words_in(text, [place_of(event.evidence[0])])
    return any(overlap(words, words_in(text, [place])) >= SHARED for place in mark.evidence)


def same_participant(mark: ParticipantMark, who: Participant) -> bool:
    """Whether a participant is the marked one in the marked part."""
    return mark.part == who.part and is_named(mark.name, who.name)


def is_named(marked: str, given: str) -> bool:
    """Whether a name can stand for the marked one."""
    return same_name(name_words(marked), name_words(given), frozenset(), person=True)


def score_optional(
    scores: Scores, figure: str, marks: Sequence[Mark], found: Sequence[Found], same: Callable[[Mark, Found], bool]
) -> None:
    """Count what is found by one figure, optional marks aside."""
    pairs = matches(marks, found, same)
    spared = sum(mark.optional for mark, _ in pairs)
    right = len(pairs) - spared
    scores[figure].add(right, len(found) - spared, right, sum(not mark.optional for mark in marks))


def same_action(mark: ActionMark, action: Action) -> bool:
    """Whether an action is of the marked type and has the marked verb."""
    return action.code.plover == mark.plover and meets(mark.verb, place_of(action.verb))


def same_relation(mark: RelationMark, relation: Relation) -> bool:
    """Whether a relation holds between the marked parties with the marked stances."""
    parties = is_named(mark.actor, relation.actor.name) and is_named(mark.target, relation.target.name)
    return parties and set(mark.stance) == set(relation.stance)


def score_flags(page: GoldPage, record: Record, scores: Scores) -> None:
    """Count the flags of the statements that are found."""
    for number, at in pair_statements(page, record.statements).pairs.items():
        mark, statement = page.statements[at], record.statements[number]
        if not mark.optional:
            hits = len(matches(mark.flags, statement.flags, same_flag))
            scores["flags"].add(hits, len(statement.flags), hits, len(mark.flags))


def same_flag(mark: FlagMark, flag: Flag) -> bool:
    """Whether a flag is of the marked kind and shares a letter of its words."""
    return mark.flag == flag.flag and any(meets(place, place_of(word)) for place in mark.words for word in flag.words)
