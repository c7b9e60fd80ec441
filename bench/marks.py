"""Marks made by hand, as places in the text they were made on.

A mark copies its words from the text; here each is found again. Offsets are code points of the text, half open.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from qawl.arabic.letters import ARTICLE, CONJUNCTIONS, PREPOSITIONS, TO_THE, fold
from qawl.model import EventPart, EventStatus, EventType, FlagName, Kind, PartyType, Stance
from qawl.tables import read_table

Place = tuple[int, int]
FOLDER = Path(__file__).resolve().parent / "golden"
WORDS = Path(__file__).resolve().parent / "words.tsv"
PREFIXED = f"(?<!\\w)[{CONJUNCTIONS}]?[{PREPOSITIONS}]?"


class BadMark(ValueError):
    """A mark whose words the text does not hold; the message gives the words."""


@dataclass(frozen=True)
class FlagMark:
    """A flag of a statement as marked: its words, each at its place."""

    flag: FlagName
    words: tuple[Place, ...]


@dataclass(frozen=True)
class StatementMark:
    """A statement as marked: places of cue, source and content, and every name that is right for the speaker."""

    kind: Kind
    cue: Place | None
    source: Place | None
    content: tuple[Place, ...]
    speaker: str | None
    alternatives: tuple[str, ...]
    type: PartyType | None
    via: str | None
    optional: bool
    flags: tuple[FlagMark, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """The speaker's name and what is as right; empty where no reader could tell."""
        return (self.speaker, *self.alternatives) if self.speaker else self.alternatives


@dataclass(frozen=True)
class PersonMark:
    """A person as marked: fullest name, roles and distinct forms of the name, all as in the text."""

    name: str
    roles: tuple[str, ...]
    mentions: tuple[str, ...]


@dataclass(frozen=True)
class DateMark:
    """A date as marked; ``value`` is None where the page does not tell it."""

    place: Place
    value: str | None


@dataclass(frozen=True)
class ParticipantMark:
    """Who takes part in an encounter, or stays away, by a name of the text."""

    name: str
    type: PartyType
    part: EventPart


@dataclass(frozen=True)
class EventMark:
    """An encounter as marked; the clause that first tells it is the first of ``evidence``."""

    type: EventType
    evidence: tuple[Place, ...]
    status: EventStatus
    when: str | None
    where: Place | None
    participants: tuple[ParticipantMark, ...]
    according_to: str | None
    reason: Place | None
    optional: bool


@dataclass(frozen=True)
class ActionMark:
    """An action as marked: its type by PLOVER, its verb, who does it and to whom."""

    plover: str
    verb: Place
    source: Place | None
    target: Place | None
    optional: bool


@dataclass(frozen=True)
class RelationMark:
    """How one party stands towards another, as marked, by names of the text."""

    actor: str
    target: str
    stance: tuple[Stance, ...]
    condition: Place | None
    evidence: Place
    optional: bool


@dataclass(frozen=True)
class GoldPage:
    """A text with its marks and what was known of it beforehand."""

    id: str
    text: str
    title: str | None
    published: str | None
    outlet: str | None
    statements: tuple[StatementMark, ...]
    people: tuple[PersonMark, ...]
    dates: tuple[DateMark, ...]
    chrome: tuple[Place, ...]
    events: tuple[EventMark, ...] = ()
    actions: tuple[ActionMark, ...] = ()
    relations: tuple[RelationMark, ...] = ()


@cache
def words_for(use: str) -> frozenset[str]:
    """The folded words of `words.tsv` with that use."""
    return frozenset(fold(row["word"]) for row in read_table(WORDS) if row["use"] == use)


def golden_pages(folder: Path = FOLDER) -> list[GoldPage]:
    """The pages marked by hand, in the order of their names."""
    return [read_page(path) for path in sorted(folder.glob("*.txt"))]


def read_page(path: Path) -> GoldPage:
    """The text at `path` with the marks that lie beside it. Raises `BadMark`."""
    text = path.read_bytes().decode()
    return place_marks(path.stem, text, json.loads(path.with_suffix(".gold.json").read_text(encoding="utf-8")))


def place_marks(id: str, text: str, gold: dict[str, Any]) -> GoldPage:
    """A text with its marks, given as in a `.gold.json`. Raises `BadMark` where they are not words of the text."""
    return GoldPage(
        id=id,
        text=text,
        title=gold.get("title"),
        published=gold.get("published"),
        outlet=gold.get("outlet"),
        statements=tuple(place_statements(text, gold["statements"])),
        people=tuple(PersonMark(mark["name"], tuple(mark["roles"]), tuple(mark["mentions"])) for mark in gold["people"]),
        dates=tuple(place_dates(text, gold["dates"])),
        chrome=tuple(find(text, words) for words in gold.get("chrome", [])),
        events=tuple(place_event(text, mark) for mark in gold.get("events", [])),
        actions=tuple(place_actions(text, gold.get("actions", []))),
        relations=tuple(place_relation(text, mark) for mark in gold.get("relations", [])),
    )


def find(text: str, words: str, start: int = 0) -> Place:
    """The first place of `words` from `start` on, else in the text; any white space stands for any other. Raises `BadMark`."""
    pattern = re.compile(r"\s+".join(map(re.escape, words.split())))
    match = pattern.search(text, start) or pattern.search(text)
    if match is None:
        raise BadMark(f"not in the text: {words}")
    return match.span()


def occurrences(text: str, words: str) -> list[Place]:
    """Every place where `words` stand as whole words, clitics before them left out; after لل the article is gone."""
    found = [match.span(1) for match in re.finditer(f"{PREFIXED}({re.escape(words)})(?!\\w)", text)]
    if words.startswith(ARTICLE):
        rest = re.escape(words.removeprefix(ARTICLE))
        found += [match.span(1) for match in re.finditer(f"(?<!\\w)[{CONJUNCTIONS}]?{TO_THE}({rest})(?!\\w)", text)]
    return sorted(found)


def meets(one: Place, other: Place) -> bool:
    """Whether two places share a letter."""
    return one[0] < other[1] and other[0] < one[1]


def gap(one: Place, other: Place) -> int:
    """How many letters lie between two places; 0 where they touch or overlap."""
    return max(other[0] - one[1], one[0] - other[1], 0)


def nearest(text: str, words: str, anchors: tuple[Place, ...], apart: tuple[Place, ...]) -> Place:
    """The place of `words` closest to any of the anchors that shares no letter with `apart`. Raises `BadMark`."""
    places = [place for place in occurrences(text, words) if not any(meets(place, other) for other in apart)]
    if not places:
        return find(text, words)
    return min(places, key=lambda place: min(gap(place, anchor) for anchor in anchors))


def place_statements(text: str, marks: list[dict[str, Any]]) -> Iterator[StatementMark]:
    """The statements in their order; a text that occurs twice is meant after the statement before, or from `at` on."""
    after = 0
    for mark in marks:
        after = mark.get("at", after)
        content = tuple(place_pieces(text, mark["content"], after))
        after = content[0][0]
        yield place_statement(text, mark, content)


def place_pieces(text: str, pieces: list[str], start: int) -> Iterator[Place]:
    """The pieces of a content, each after the one before."""
    for piece in pieces:
        place = find(text, piece, start)
        yield place
        start = place[1]


def place_statement(text: str, mark: dict[str, Any], content: tuple[Place, ...]) -> StatementMark:
    """A statement whose cue is the closest to its content and whose source is the closest to its cue."""
    cue = nearest(text, mark["cue"], content, content) if mark["cue"] else None
    beside = (cue,) if cue else ()
    source = nearest(text, mark["source"], beside or content, content + beside) if mark["source"] else None
    return StatementMark(
        kind=mark["kind"],
        cue=cue,
        source=source,
        content=content,
        speaker=mark["speaker"],
        alternatives=tuple(mark["speaker_alt"]),
        type=mark["speaker_type"],
        via=mark.get("via"),
        optional=mark["optional"],
        flags=tuple(place_flag(text, flag, content) for flag in mark.get("flags", [])),
    )


def place_flag(text: str, mark: dict[str, Any], content: tuple[Place, ...]) -> FlagMark:
    """A flag whose words stand in the content in their order."""
    words, after = [], content[0][0]
    for word in mark["words"]:
        place = find(text, word, after)
        words.append(place)
        after = place[1]
    return FlagMark(mark["flag"], tuple(words))


def place_if_told(text: str, words: str | None, start: int) -> Place | None:
    """The place of words from `start` on, None where there are none."""
    return find(text, words, start) if words else None


def place_event(text: str, mark: dict[str, Any]) -> EventMark:
    """An encounter; where it is and why it is put off stand in its evidence or behind."""
    evidence = tuple(find(text, words) for words in mark["evidence"])
    start = min(evidence)[0]
    return EventMark(
        type=mark["type"],
        evidence=evidence,
        status=mark["status"],
        when=mark["when"],
        where=place_if_told(text, mark["where"], start),
        participants=tuple(ParticipantMark(who["name"], who["type"], who["part"]) for who in mark["participants"]),
        according_to=mark["according_to"],
        reason=place_if_told(text, mark["reason"], start),
        optional=mark["optional"],
    )


def place_actions(text: str, marks: list[dict[str, Any]]) -> Iterator[ActionMark]:
    """The actions in their order, each verb after the one before; who does it and to whom stand nearest to the verb."""
    after = 0
    for mark in marks:
        verb = find(text, mark["verb"], after)
        after = verb[1]
        source, target = (nearest(text, mark[side], (verb,), (verb,)) if mark[side] else None for side in ("source", "target"))
        yield ActionMark(mark["plover"], verb, source, target, mark["optional"])


def place_relation(text: str, mark: dict[str, Any]) -> RelationMark:
    """A relation with the words that tell it."""
    evidence = find(text, mark["evidence"])
    condition = place_if_told(text, mark["condition"], evidence[0])
    return RelationMark(mark["actor"], mark["target"], tuple(mark["stance"]), condition, evidence, mark["optional"])


def place_dates(text: str, marks: list[dict[str, Any]]) -> Iterator[DateMark]:
    """The dates, each after the one before where it occurs there."""
    after = 0
    for mark in marks:
        place = find(text, mark["text"], after)
        after = place[1]
        yield DateMark(place, mark["value"])
