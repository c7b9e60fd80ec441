"""What is suppressed leaves a record: statements, encounters and people, and their words in the text.

Words that go are covered letter by letter, so that all other findings stay where they stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any, NamedTuple

import msgspec
from msgspec.structs import replace

from qawl.arabic.letters import ARTICLE, CONJUNCTIONS, INVISIBLE, MARKS, PREPOSITIONS, TO_THE, fold, fold_phrase
from qawl.library.deciding.binding import ALIKE, Range, alike, findings_of, overlap, place_of
from qawl.library.deciding.decisions import Decision, person_key
from qawl.library.deciding.gone_people import Gone, forms, is_gone, spellings
from qawl.library.deciding.overlay import Judged, without
from qawl.model import Action, Event, Party, Person, Record, Relation, Span, Statement

COVER = "█"
# What may stand before a name in its word, and so many of them at most.
PREFIXES = set(CONJUNCTIONS + PREPOSITIONS)
MOST_PREFIXES = 2
_WORD = re.compile(rf"[\w{MARKS}{INVISIBLE}]+")


class Covered(NamedTuple):
    """What of a page's text and title is covered."""

    text: list[Range]
    title: list[Range]

    def of(self, in_title: bool) -> list[Range]:
        """The covered places of one of the two."""
        return self.title if in_title else self.text


class Forgotten(NamedTuple):
    """What is left of a record, the ids of the findings that went, and the folded names of people who did."""

    record: Record
    gone: set[str]
    names: set[str]


def forget(record: Record, about: dict[str, Judged], lost: Iterable[Decision], people: Iterable[Decision]) -> Forgotten:
    """The record without what is suppressed.

    `about` is what was decided on its findings, `lost` the decisions that find none any more, whose words are covered all the
    same; `people` are the suppressed ones of the whole library.
    """
    names = Names.of(record, people)
    covered = Covered(names.places(record.document.text), names.places_in_title(record.document.title))
    covered.text.extend((span.start, span.end) for person in names.people for span in person.mentions)
    hidden = {id: one.by_topic["shown"] for id, one in about.items() if _is_suppressed(one)}
    gone = set(hidden) | (_named(record, names, covered) if names.keys else set())
    for decision in (*hidden.values(), *_still_suppressed(lost)):
        _cover(covered, record, decision)
    if not (gone or any(covered) or names.takes_part(record) or names.is_name(record.document.author)):
        return Forgotten(record, set(), names.known)
    for placed in findings_of(record, "statement"):
        if isinstance(placed.finding, Statement) and placed.finding.id in gone:
            covered.of(placed.in_title).extend((piece.start, piece.end) for piece in placed.finding.content)
            if placed.finding.source and names.means(placed.finding.speaker):  # in a title it may be the surname alone
                covered.of(placed.in_title).append((placed.finding.source.start, placed.finding.source.end))
    gone |= _inside(record, covered)
    gone |= _told(record, gone, names, covered.text)
    return Forgotten(_covered(_cut(without(record, gone), gone, names, covered.text), covered), gone, names.known)


def _is_suppressed(one: Judged) -> bool:
    last = one.by_topic.get("shown")
    return last is not None and last.verdict == "suppress"


def _still_suppressed(lost: Iterable[Decision]) -> Iterator[Decision]:
    """Of decisions whose finding is gone, those by which it is suppressed now."""
    last = {(one.finding, one.scope): one for one in lost if one.topic == "shown"}
    return (one for one in last.values() if one.verdict == "suppress")


def _cover(covered: Covered, record: Record, decision: Decision) -> None:
    place = place_of(decision, record)
    if place and decision.scope == "statement":
        covered.of(decision.in_title).append(place)


# -- people


class Names(NamedTuple):
    """Suppressed people as a record has them: its entries of them, their keys, and the folded names that are known of them."""

    people: tuple[Person, ...]
    keys: set[str]
    known: set[str]

    @classmethod
    def of(cls, record: Record, decisions: Iterable[Decision]) -> Names:
        """Those of the suppressed people whom a record may name."""
        decisions = tuple(decisions)
        if not decisions:
            return cls((), set(), set())
        keys = {key for decision in decisions for key in spellings(decision)}
        people = tuple(person for person in record.people if any(is_gone(decision, record, person) for decision in decisions))
        known = {fold_phrase(person.name) for person in people}
        known |= {fold_phrase(form) for person in people for form in forms(person) if " " in form.strip()}
        stay = {fold_phrase(form) for person in record.people if person not in people for form in forms(person)}
        known |= {name for decision in decisions for name in Gone.of(decision).names if name not in stay}
        return cls(people, keys, known)

    def means(self, party: Party | None) -> bool:
        """Whether a party is one of them."""
        return party is not None and (any(party.ref == person.id for person in self.people) or self.is_name(party.name))

    def is_name(self, name: str | None) -> bool:
        """Whether a name is one of theirs, or has one of two words or more in it: a foundation that is called after somebody."""
        if name is None or not self.keys:
            return False
        folded = f" {fold_phrase(name)} "
        within = (f" {one} " in folded for one in self.known if " " in one)
        return folded.strip() in self.known or person_key(name) in self.keys or any(within)

    def takes_part(self, record: Record) -> bool:
        """Whether one of them has a part in an encounter or stands in a relation."""
        part = (one for event in record.events for one in event.participants)
        sides = (side for one in record.relations for side in (one.actor, one.target))
        return bool(self.keys) and any(map(self.means, chain(part, sides)))

    def any_in(self, record: Record) -> bool:
        """Whether a record names one of them."""
        page = record.document
        return bool(
            self.people
            or self.is_name(page.author)
            or self.places(page.text)
            or self.places_in_title(page.title)
            or self.takes_part(record)
        ) or any(self.means(party) for one in (*record.statements, *record.title_statements) for party in parties(one))

    def places(self, text: str) -> list[Range]:
        """Where their names of two words or more stand in a text, recognised by the reader or not."""
        return _places(text, (name for name in self.known if " " in name))

    def places_in_title(self, title: str | None) -> list[Range]:
        """Where a title names them, by whatever name the page has for them, or by the surname alone."""
        theirs = {fold_phrase(form) for person in self.people for form in forms(person)}
        surnames = {name.split()[-1] for name in theirs if " " in name}
        return _places(title or "", self.known | theirs | surnames)


def _places(text: str, names: Iterable[str]) -> list[Range]:
    """Where names stand in a text, each of their words after the other."""
    whole = fold(text)
    there = [words for words in map(str.split, names) if all(word.removeprefix(ARTICLE) in whole for word in words)]
    if not there:
        return []
    keys = [(fold(match[0]), *match.span()) for match in _WORD.finditer(text)]
    return [found for words in there for found in _runs(keys, words)]


def _runs(words: list[tuple[str, int, int]], name: list[str]) -> Iterator[Range]:
    """Where the words of a name follow each other, the first perhaps with prefixes."""
    for place, (word, start, _) in enumerate(words):
        run = words[place : place + len(name)]
        if [key for key, _, _ in run[1:]] == name[1:] and _is_word(word, name[0]):
            yield start, run[-1][2]


def _is_word(word: str, name: str) -> bool:
    """Whether a word is a name, perhaps behind prefixes: وسالم، للكندي."""
    bare = word[: -len(name)] if word.endswith(name) else None
    if bare is not None and len(bare) <= MOST_PREFIXES and set(bare) <= PREFIXES:
        return True
    return name.startswith(ARTICLE) and _is_word(word, TO_THE + name.removeprefix(ARTICLE))


# -- what goes


def _named(record: Record, names: Names, covered: Covered) -> set[str]:
    """The statements that suppressed people say, were told or hold, and those whose words name them."""
    return {
        one.id
        for in_title, statements in ((False, record.statements), (True, record.title_statements))
        for one in statements
        if any(map(names.means, parties(one))) or any(_touches(span, covered.of(in_title)) for span in _spans(one))
    }


def parties(one: Statement) -> Iterator[Party | None]:
    """Who says a statement, whom it was told, who relays it, whose view it is."""
    yield from (one.speaker, one.said_to, one.via, *one.holder)


def _spans(one: Statement) -> Iterator[Span]:
    yield from one.content
    yield from (span for span in (one.source, one.cue, one.topic) if span)


def _touches(span: Span, covered: list[Range]) -> bool:
    return any(overlap((span.start, span.end), place) for place in covered)


def _inside(record: Record, covered: Covered) -> set[str]:
    """The statements of words that are covered for the most part: one within another, or one that another version cut in two."""
    return {
        placed.finding.id
        for placed in findings_of(record, "statement")
        if any(_is_within(placed.words, place) for place in covered.of(placed.in_title))
    }


def _is_within(words: Range, place: Range) -> bool:
    return overlap(words, place) * 2 > words[1] - words[0] or alike(words, place) >= ALIKE


def _told(record: Record, gone: set[str], names: Names, covered: list[Range]) -> set[str]:
    """The encounters and relations that only suppressed words or people tell."""
    told: list[Event | Relation] = [*record.events, *record.relations]
    told = [one for one in told if one.statement in gone or names.is_name(one.according_to)]
    proved: list[Event | Relation | Action] = [*record.events, *record.relations, *record.actions]
    bare = [one for one in proved if one.evidence and not _left(one.evidence, covered)]
    theirs = [one for one in record.relations if names.means(one.actor) or names.means(one.target)]
    return {one.id for one in (*told, *bare, *theirs)}


def _left(evidence: tuple[Span, ...], covered: list[Range]) -> tuple[Span, ...]:
    """The evidence that is not mostly covered."""
    return tuple(span for span in evidence if not any(_is_within((span.start, span.end), place) for place in covered))


def _cut(record: Record, gone: set[str], names: Names, text: list[Range]) -> Record:
    """What is left of the lists of a record."""
    page = record.document
    return replace(
        record,
        document=replace(page, author=None) if names.is_name(page.author) else page,
        people=tuple(one for one in _named_still(record.people, text) if one not in names.people and not names.is_name(one.name)),
        organisations=_named_still(record.organisations, text),
        groups=_named_still(record.groups, text),
        places=_named_still(record.places, text),
        dates=tuple(one for one in record.dates if not _touches(one, text)),
        durations=tuple(one for one in record.durations if not _touches(one, text)),
        figures=tuple(one for one in record.figures if not _touches(one, text)),
        events=tuple(_event(one, names, text) for one in record.events),
        actions=tuple(_action(one, text) for one in record.actions if one.id not in gone),
        relations=tuple(one for one in record.relations if one.id not in gone),
    )


def _named_still(entries: tuple[Any, ...], covered: list[Range]) -> tuple[Any, ...]:
    """The entries that a text names outside of what is covered."""
    left = (replace(one, mentions=tuple(span for span in one.mentions if not _touches(span, covered))) for one in entries)
    return tuple(one for one, before in zip(left, entries, strict=True) if one.mentions or not before.mentions)


def _event(event: Event, names: Names, covered: list[Range]) -> Event:
    parts = (one for one in event.participants if not names.means(one) and not names.is_name(one.according_to))
    return replace(
        event,
        participants=tuple(parts),
        evidence=_left(event.evidence, covered),
        **{name: _outside(getattr(event, name), covered) for name in ("what", "where", "reason")},
    )


def _action(action: Action, covered: list[Range]) -> Action:
    outside = {name: _outside(getattr(action, name), covered) for name in ("source", "target", "where")}
    return replace(action, evidence=_left(action.evidence, covered), **outside)


def _outside(span: Span | None, covered: list[Range]) -> Span | None:
    return None if span and _touches(span, covered) else span


# -- the words


def _covered(record: Record, covered: Covered) -> Record:
    """The record with its text and title covered, and all places in them cut anew."""
    page = record.document
    text, title = cover(page.text, covered.text), cover(page.title, covered.title) if page.title else page.title
    document = replace(page, text=text, title=title)
    return replace(
        record,
        document=document,
        **{name: _cut_anew(getattr(record, name), text) for name in _LISTS},
        title_statements=_cut_anew(record.title_statements, title or ""),
    )


_LISTS = (
    "statements", "people", "organisations", "groups", "places", "dates", "durations", "figures", "events", "actions", "relations",
)  # fmt: skip


def cover(text: str, places: Iterable[Range]) -> str:
    """A text with some places covered: as many code points as before, white space as it was."""
    letters = list(text)
    for start, end in places:
        letters[start:end] = [letter if letter.isspace() else COVER for letter in letters[start:end]]
    return "".join(letters)


def _cut_anew(findings: Any, text: str) -> Any:
    """Findings whose places hold what the text has there now."""
    kind = tuple[type(findings[0]), ...] if findings else tuple[()]  # type: ignore[misc]
    return msgspec.convert(_resliced(msgspec.to_builtins(findings), text), kind)


def _resliced(node: Any, text: str) -> Any:
    if isinstance(node, list | tuple):
        return [_resliced(item, text) for item in node]
    if not isinstance(node, dict):
        return node
    new = {key: _resliced(value, text) for key, value in node.items()}
    if {"text", "start", "end"} <= node.keys():
        new["text"] = text[node["start"] : node["end"]]
    return new
