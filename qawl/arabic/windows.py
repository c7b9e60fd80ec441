"""Very long texts are read in windows, so that time grows with their length and not with its square.

No article is as long as a window; a text of many articles in one is. What two windows name alike is one party of the record.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeVar

from msgspec.structs import replace

from qawl.arabic.letters import fold_phrase
from qawl.model import Event, Group, Organisation, Participant, Party, Person, Place, Relation, Statement

WINDOW = 60_000
# A window ends at the last line end, else at the last white space, in this many code points.
SEAM = 4_000
# What several parties of one name add up.
LISTS = ("roles", "mentions")
Found = dict[str, Any]
Who = TypeVar("Who", Party, Participant)
Named = TypeVar("Named", Person, Organisation, Group, Place)


def windows(text: str) -> Iterator[tuple[int, int]]:
    """The windows of a text as code points, each from where the one before ends; one for all but very long texts."""
    start = 0
    while len(text) - start > WINDOW:
        stop = seam(text, start + WINDOW)
        yield start, stop
        start = stop
    yield start, len(text)


def seam(text: str, stop: int) -> int:
    """Where to part a text at or shortly before `stop`."""
    for mark in "\n.\u00a0 ":
        place = text.rfind(mark, stop - SEAM, stop)
        if place >= 0:
            return place + 1
    return stop


def join(parts: list[Found]) -> Found:
    """The findings of all windows as those of one text."""
    refs: dict[str, str] = {}
    joined: Found = {name: tuple(found for part in parts for found in part[name]) for name in parts[0]}
    for name in ("people", "organisations", "groups", "places"):
        joined[name] = tuple(same_named(joined[name], refs))
    joined["statements"] = tuple(with_refs(statement, refs) for statement in joined["statements"])
    joined["events"] = tuple(coming(event, refs) for event in joined["events"])
    joined["relations"] = tuple(between(relation, refs) for relation in joined["relations"])
    return joined


def same_named(parties: tuple[Named, ...], refs: dict[str, str]) -> Iterator[Named]:
    """The parties with those of one stable id or one name as one; `refs` learns which id stands for which."""
    first: dict[str, list[Named]] = {}
    for party in parties:
        first.setdefault(getattr(party, "known_as", None) or fold_phrase(party.name), []).append(party)
    for group in first.values():
        refs.update((party.id, group[0].id) for party in group)
        lists = {name: tuple(it for party in group for it in getattr(party, name)) for name in LISTS if hasattr(group[0], name)}
        yield replace(group[0], **lists)


def with_refs(statement: Statement, refs: dict[str, str]) -> Statement:
    """A statement whose parties point to those that are left."""
    named = {name: with_ref(party, refs) for name in ("speaker", "said_to", "via") if (party := getattr(statement, name))}
    return replace(statement, **named, holder=tuple(with_ref(party, refs) for party in statement.holder))


def with_ref(party: Who, refs: dict[str, str]) -> Who:
    """A party that points to the one that is left."""
    return replace(party, ref=refs.get(party.ref, party.ref)) if party.ref else party


def coming(event: Event, refs: dict[str, str]) -> Event:
    """An encounter whose participants point to the parties that are left."""
    return replace(event, participants=tuple(with_ref(who, refs) for who in event.participants))


def between(relation: Relation, refs: dict[str, str]) -> Relation:
    """A relation whose parties point to those that are left."""
    return replace(relation, actor=with_ref(relation.actor, refs), target=with_ref(relation.target, refs))
