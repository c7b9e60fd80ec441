"""How well a record agrees with marks made by hand.

A statement is found when it shares at least half of its words with a mark (shared words over all words of both). Pairs
are chosen best as a whole. Optional marks neither count nor cost. "Who said what" is found with the right speaker; a
null speaker costs recall alone, for not knowing is no error and a wrong name is one. Among found statements the rest is
measured: kind, cue, source, speaker type and the exact name. People are found by their folded names, and of those found
roles and mentions are counted. A date is found by value and place; where the mark has no value, nothing is scored.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeVar

from bench.marks import GoldPage, Place, StatementMark, meets, words_for
from qawl.arabic.letters import bare_key, fold
from qawl.model import Date, Person, Record, Span, Statement

HALF = 0.5
TIGHT = 0.9
WORD = re.compile(r"[^\W_]+(?:[\u064b-\u0652\u0670]+[^\W_]*)*")
LONGER_BY = 3  # words that a name may have beyond the marked one and still be the same name
SILENT = ("chrome", "related")

Words = frozenset[int]
Names = frozenset[str]
Edge = tuple[int, int, int]
Item = TypeVar("Item")
Other = TypeVar("Other")


@dataclass
class Tally:
    """Right among what was found, met among what was wanted. Shares are None where there is nothing to divide by."""

    right: int = 0
    found: int = 0
    met: int = 0
    wanted: int = 0

    def add(self, right: int, found: int, met: int, wanted: int) -> None:
        """Count what one page gives."""
        self.right += right
        self.found += found
        self.met += met
        self.wanted += wanted

    @property
    def precision(self) -> float | None:
        return self.right / self.found if self.found else None

    @property
    def recall(self) -> float | None:
        return self.met / self.wanted if self.wanted else None

    @property
    def f1(self) -> float | None:
        both = self.found + self.wanted
        if not self.precision or not self.recall:
            return 0.0 if both else None
        return 2 * self.precision * self.recall / (self.precision + self.recall)


FIGURES = (
    "who said what", "statements", "tight content", "kind", "cue", "source", "speaker type", "exact name",
    "people", "roles", "mentions", "dates", "chrome",
    "events", "participants", "event type", "event status", "actions", "relations", "flags",
)  # fmt: skip
Scores = dict[str, Tally]


def no_scores() -> Scores:
    """A tally of every figure, nothing counted yet."""
    return {figure: Tally() for figure in FIGURES}


def score_page(page: GoldPage, record: Record, scores: Scores) -> None:
    """Count one page's agreement into `scores`. Raises `ValueError` where the record is of another text."""
    if record.document.text != page.text:
        raise ValueError(f"{page.id}: the record's text is not the text that was marked")
    score_statements(page, record.statements, scores)
    score_people(page, record.people, scores)
    scores["dates"].add(*count_dates(page, record.dates))
    silent = [(part.start, part.end) for part in record.document.parts if part.role in SILENT]
    scores["chrome"].add(*count_words(words_in(page.text, page.chrome), words_in(page.text, silent)))


# -- words and names


def words_in(text: str, places: Iterable[Place]) -> Words:
    """Where the words inside `places` start."""
    return frozenset(match.start() for start, end in places for match in WORD.finditer(text, start, end))


def content_words(text: str, places: Iterable[Place]) -> Words:
    """The words of a content; an opening أن is no part of it and none that it lacks."""
    words = sorted(words_in(text, places))
    opened = len(words) > 1 and fold(word_at(text, words[0])) in words_for("that")
    return frozenset(words[opened:])


def word_at(text: str, start: int) -> str:
    """The word that starts at `start`."""
    match = WORD.match(text, start)
    return match.group() if match else ""


def overlap(one: frozenset[Item], other: frozenset[Item]) -> float:
    """The share of their members that two sets have in common."""
    return len(one & other) / len(one | other) if one | other else 0.0


def name_words(name: str) -> tuple[str, ...]:
    """The folded words of a name without article and titles."""
    words = [fold(word) for word in WORD.findall(name)]
    return tuple(bare_key(word) for word in words if word not in words_for("title"))


def same_name(marked: Sequence[str], given: Sequence[str], others: Names, person: bool) -> bool:
    """Whether `given` can stand for the marked name: equal, a part that still tells who it is, or a little longer.

    What it has beyond the marked name may not be part of the name of someone else on the page (`others`).
    """
    if not marked or not given or list(marked) == list(given):
        return bool(marked) and bool(given)
    if set(given) < set(marked):
        return tells_who(marked, given) if person else given[0] == marked[0] and 2 * len(given) >= len(marked)
    more = set(given) - set(marked)
    return set(marked) < set(given) and len(more) <= LONGER_BY and not more & others


def tells_who(marked: Sequence[str], given: Sequence[str]) -> bool:
    """Whether part of a person's name is the family name, or the first name with more."""
    return given[-1] == marked[-1] or (len(given) > 1 and given[0] == marked[0])


# -- statements


@dataclass(frozen=True)
class Pairing:
    """The statements of a page as marked and as found, with their words, and which was paired with which (found -> marked)."""

    page: GoldPage
    found: Sequence[Statement]
    marked_words: tuple[Words, ...]
    found_words: tuple[Words, ...]
    pairs: dict[int, int]

    def is_right(self, number: int) -> bool:
        """Whether the speaker of a paired statement is the marked one."""
        return self.pairs[number] >= 0 and right_speaker(self.page, self.pairs[number], self.found[number])

    def is_tight(self, number: int) -> bool:
        return overlap(self.found_words[number], self.marked_words[self.pairs[number]]) >= TIGHT


def pair_statements(page: GoldPage, found: Sequence[Statement]) -> Pairing:
    """Pair found with marked statements: most required ones first, then most right speakers, then most shared words."""
    marked = tuple(content_words(page.text, mark.content) for mark in page.statements)
    given = tuple(content_words(page.text, map(place_of, it.content)) for it in found)
    edges = [
        (number, at, worth(page, at, found[number], share))
        for number, words in enumerate(given)
        for at, wanted in enumerate(marked)
        if (share := overlap(words, wanted)) >= HALF
    ]
    return Pairing(page, found, marked, given, dict(best_pairs(frozenset(edges))[1]))


def worth(page: GoldPage, at: int, statement: Statement, share: float) -> int:
    """What a pair counts for: required before optional, then the right speaker, then the shared words."""
    return 100_000 * (not page.statements[at].optional) + 1000 * right_speaker(page, at, statement) + round(100 * share)


@lru_cache(maxsize=10_000)
def best_pairs(edges: frozenset[Edge]) -> tuple[int, tuple[tuple[int, int], ...]]:
    """The one-to-one pairs of the greatest worth, and that worth; contents that overlap are few, so all are tried."""
    if not edges:
        return 0, ()
    number = min(edges)[0]
    rest = frozenset(edge for edge in edges if edge[0] != number)
    tried = [best_pairs(rest)]
    for _, at, value in sorted(edges - rest):
        total, pairs = best_pairs(frozenset(edge for edge in rest if edge[1] != at))
        tried.append((value + total, ((number, at), *pairs)))
    return max(tried, key=lambda one: one[0])


def right_speaker(page: GoldPage, at: int, statement: Statement) -> bool:
    """Whether the statement's speaker is that of the mark; null is right where no reader could tell."""
    mark = page.statements[at]
    if statement.speaker is None or not mark.names:
        return statement.speaker is None and not mark.names
    own = {word for name in mark.names for word in name_words(name)}
    others = all_name_words(page) - own
    given = name_words(statement.speaker.name)
    return any(same_name(name_words(name), given, others, mark.type == "person") for name in mark.names)


@lru_cache(maxsize=64)
def all_name_words(page: GoldPage) -> Names:
    """The words of every name on the page."""
    names = [name for mark in page.statements for name in mark.names] + [person.name for person in page.people]
    return frozenset(word for name in names for word in name_words(name))


def score_statements(page: GoldPage, found: Sequence[Statement], scores: Scores) -> None:
    """Count the statements of a page."""
    pairing = pair_statements(page, found)
    for number in range(len(found)):
        at = pairing.pairs.get(number)
        if at is None:
            for figure in ("statements", "tight content", "who said what"):
                scores[figure].add(0, 1, 0, 0)
        elif not page.statements[at].optional:
            score_found(pairing, number, scores)
    missed = set(range(len(page.statements))) - set(pairing.pairs.values())
    for at in missed:
        if not page.statements[at].optional:
            for figure in ("statements", "tight content", "who said what"):
                scores[figure].add(0, 0, 0, 1)


def score_found(pairing: Pairing, number: int, scores: Scores) -> None:
    """Count a statement that was found, and how much of it is right."""
    mark, statement = pairing.page.statements[pairing.pairs[number]], pairing.found[number]
    right, tight = pairing.is_right(number), pairing.is_tight(number)
    scores["statements"].add(1, 1, 1, 1)
    scores["tight content"].add(tight, 1, tight, 1)
    told = statement.speaker is not None or right
    scores["who said what"].add(right, told, right, 1)
    score_details(pairing.page.text, mark, statement, scores)


def score_details(text: str, mark: StatementMark, statement: Statement, scores: Scores) -> None:
    """Count kind, cue, source, name and type of a found statement."""
    agree(scores["kind"], mark.kind == statement.kind)
    agree(scores["cue"], same_cue(text, mark.cue, statement.cue))
    scores["source"].add(*count_source(text, mark.source, statement.source))
    if mark.names:
        speaker = statement.speaker
        exact = {name_words(name) for name in mark.names}
        agree(scores["exact name"], speaker is not None and name_words(speaker.name) in exact)
        agree(scores["speaker type"], speaker is not None and speaker.type == mark.type)


def agree(tally: Tally, right: bool) -> None:
    """Count a question that every found statement answers."""
    tally.add(right, 1, right, 1)


def same_cue(text: str, marked: Place | None, cue: Span | None) -> bool:
    """Whether two cues are both none, the same words, or in the same place for at least half."""
    if marked is None or cue is None:
        return marked is None and cue is None
    shared = min(marked[1], cue.end) - max(marked[0], cue.start)
    longest = max(marked[1] - marked[0], cue.end - cue.start)
    return fold(text[slice(*marked)]) == fold(cue.text) or shared >= HALF * longest


def count_source(text: str, marked: Place | None, source: Span | None) -> tuple[int, int, int, int]:
    """Right, found, met and wanted of a source: right where it shares half of its words."""
    if marked is None or source is None:
        return 0, source is not None, 0, marked is not None
    same = overlap(words_in(text, [marked]), words_in(text, [place_of(source)])) >= HALF
    return same, 1, same, 1


# -- people and dates


def matches(wanted: Iterable[Item], given: Iterable[Other], same: Callable[[Item, Other], bool]) -> list[tuple[Item, Other]]:
    """Pairs of what is the same, one to one, the first that fits."""
    left, pairs = list(given), []
    for one in wanted:
        other = next((candidate for candidate in left if same(one, candidate)), None)
        if other is not None:
            left.remove(other)
            pairs.append((one, other))
    return pairs


def score_people(page: GoldPage, people: Sequence[Person], scores: Scores) -> None:
    """Count the people, and of those found the roles and the distinct forms of the name."""
    pairs = matches(page.people, people, lambda one, other: name_words(one.name) == name_words(other.name))
    scores["people"].add(len(pairs), len(people), len(pairs), len(page.people))
    for marked, person in pairs:
        roles, mentions = forms(role.text for role in person.roles), forms(it.text for it in person.mentions)
        scores["roles"].add(*count_forms(forms(marked.roles), roles, alike))
        scores["mentions"].add(*count_forms(forms(marked.mentions), mentions, tuple.__eq__))


def forms(texts: Iterable[str]) -> list[tuple[str, ...]]:
    """Distinct strings as folded words without the article, in a fixed order."""
    return sorted({tuple(bare_key(fold(word)) for word in WORD.findall(text)) for text in texts})


def alike(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two phrases share at least half of their words."""
    return overlap(frozenset(one), frozenset(other)) >= HALF


def count_forms(
    wanted: list[tuple[str, ...]], given: list[tuple[str, ...]], same: Callable[[tuple[str, ...], tuple[str, ...]], bool]
) -> tuple[int, int, int, int]:
    """Right, found, met and wanted of strings."""
    hits = len(matches(wanted, given, same))
    return hits, len(given), hits, len(wanted)


def count_words(wanted: Words, given: Words) -> tuple[int, int, int, int]:
    """Right, found, met and wanted of words."""
    both = len(wanted & given)
    return both, len(given), both, len(wanted)


def count_dates(page: GoldPage, dates: Sequence[Date]) -> tuple[int, int, int, int]:
    """Right, found, met and wanted of dates: the value and a letter of the place must agree."""
    told = [mark for mark in page.dates if mark.value is not None]
    untold = [mark.place for mark in page.dates if mark.value is None]
    given = [date for date in dates if date.value and not only_untold(date, untold, [mark.place for mark in told])]
    pairs = matches(told, given, lambda mark, date: mark.value == date.value and meets(mark.place, place_of(date)))
    return len(pairs), len(given), len(pairs), len(told)


def place_of(span: Span) -> Place:
    return span.start, span.end


def only_untold(date: Date, untold: list[Place], told: list[Place]) -> bool:
    """Whether a date stands only where the mark has no value."""
    at = place_of(date)
    return any(meets(at, place) for place in untold) and not any(meets(at, place) for place in told)
