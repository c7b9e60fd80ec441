"""Invented news in any number: pages of statements made of templates, the bundled lists of words, names and roles, and chance.

Words come as often as general text has them, outlets as unevenly as in news, days over ten years. Speakers have a long tail, as in
news: a few are named daily, and new ones come all the time, under names of which new ones come too. The same seed gives the same
pages. Nothing of it means anything.
"""

from __future__ import annotations

import hashlib
from collections import deque
from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache
from itertools import accumulate, count, islice
from random import Random
from typing import NamedTuple

from qawl.arabic.ordinary import frequencies
from qawl.arabic.verbs import verb_readings
from qawl.model import (
    Act,
    Cue,
    DatedValue,
    Document,
    Part,
    Person,
    Record,
    Role,
    Sources,
    Span,
    Speaker,
    Statement,
    hash_id,
    slice_span,
)
from qawl.tables import table

SEED = 2024
STATEMENTS = 10  # a page
# Of `n` drawn from a long tail about n ** 0.7 are different ones (Heaps' law), and about one in so many is the first.
TAIL, HEAD = 0.7, 50
# A name has a father's name in it so often.
FATHERS = 0.4
# People who are kept in mind; all others are made again, so that no library seems to grow for them.
KEPT = 1 << 12
OUTLETS = 120
FIRST_DAY = date(2015, 1, 1)
DAYS = 3650
SHORTEST, LONGEST = 8, 40  # words of a statement
LEAST_LETTERS = 2  # of a word that is drawn
GIVEN = "given"
REMEMBERED = 500  # pages that may be printed again


class Character(NamedTuple):
    """Somebody of the invented world."""

    name: str
    role: str


class Verb(NamedTuple):
    """A reporting verb."""

    form: str
    lemma: str
    act: Act


class World:
    """What pages are drawn from."""

    def __init__(self, seed: int = SEED) -> None:
        chance = Random(seed)
        known = {word: often for word, often in frequencies().items() if len(word) >= LEAST_LETTERS}
        self.words = list(known)
        self.shares = list(accumulate(known.values()))
        self.verbs = _verbs()
        given, surnames, roles = ([row["form"] for row in table(f"{name}.tsv")] for name in ("given_names", "surnames", "titles"))
        self.seed, self.roles = seed, roles
        self.given, self.families = chance.sample(given, len(given)), chance.sample([*surnames, *given], len(surnames) + len(given))
        self.person = lru_cache(maxsize=KEPT)(self._person)
        self.outlets = [f"{chance.choice(surnames)} {number}" for number in range(OUTLETS)]

    def somebody(self, chance: Random) -> Character:
        """Somebody of whom news tell, the same ones again and again, and now and then one of whom none told before."""
        return self.person(of_tail(chance))

    def _person(self, number: int) -> Character:
        chance = Random(f"{self.seed} {number}")
        father = [name_of(self.given, chance)] if chance.random() < FATHERS else []
        names = [name_of(self.given, chance), *father, name_of(self.families, chance)]
        return Character(" ".join(names), chance.choice(self.roles))

    def text(self, chance: Random) -> str:
        """Words of a statement, as often as general text has them."""
        return " ".join(chance.choices(self.words, cum_weights=self.shares, k=chance.randint(SHORTEST, LONGEST)))


def _verbs() -> list[Verb]:
    """The verbs of saying that may stand before a quotation, in the perfect of one man."""
    readings = ((form, reading) for form, several in sorted(verb_readings().items()) for reading in several)
    return [
        Verb(form, reading.lemma, reading.act)
        for form, reading in readings
        if (reading.tense, reading.gender, reading.number, reading.object) == ("perfect", "m", "s", "") and "quote" in reading.takes
    ]


def unevenly(chance: Random, among: int) -> int:
    """A number below `among`; small ones far more often, as names are in news."""
    return min(int(among ** chance.random()), among) - 1


def of_tail(chance: Random) -> int:
    """A number from 0 on, drawn by the law of Zipf and Mandelbrot: small ones often, and none too large to come."""
    return int(HEAD * (1 - chance.random()) ** (-TAIL / (1 - TAIL)) - HEAD)


def name_of(names: list[str], chance: Random) -> str:
    """A name from a list, those at its head far more often; where it ends, the beginning of one and the end of another."""
    number = of_tail(chance)
    if number < len(names):
        return names[number]
    made = Random(number)
    first, last = (made.choice(names).split()[-1] for _ in range(2))
    return first[: len(first) // 2 + 1] + last[len(last) // 2 :]


class Story(NamedTuple):
    """A page before it is a record: its lines, each with who says what by which verb."""

    day: date
    outlet: str
    lines: list[tuple[Verb, Character, str]]

    @property
    def text(self) -> str:
        """The page as plain text, a statement a line."""
        return "\n".join(line_of(*line) for line in self.lines)


def line_of(verb: Verb, who: Character, said: str) -> str:
    """A statement as a line of a page: verb, role, name, colon, quotation."""
    return f"{verb.form} {who.role} {who.name}: «{said}»."


def stories(pages: int, seed: int = SEED) -> Iterator[Story]:
    """So many invented pages."""
    world, chance = World(seed), Random(seed + 1)
    for _ in range(pages):
        lines = [(chance.choice(world.verbs), world.somebody(chance), world.text(chance)) for _ in range(STATEMENTS)]
        day = FIRST_DAY + timedelta(days=chance.randrange(DAYS))
        yield Story(day, world.outlets[unevenly(chance, OUTLETS)], lines)


def reprinted(fresh: Iterator[Story], share: float, seed: int = SEED) -> Iterator[Story]:
    """Stories among which such a share are earlier ones again, without one of their lines, in any outlet on the next day."""
    chance, earlier = Random(seed), deque[Story](maxlen=REMEMBERED)
    for story in fresh:
        if earlier and chance.random() < share:
            again = chance.choice(earlier)
            lost = chance.randrange(len(again.lines))
            yield Story(again.day + timedelta(days=1), story.outlet, [*again.lines[:lost], *again.lines[lost + 1 :]])
        else:
            earlier.append(story)
            yield story


def record_of(story: Story, number: int) -> Record:
    """The record that a story would give: made, not read, since a million statements are wanted in minutes."""
    text = story.text
    digest = hashlib.sha256(text.encode()).hexdigest()
    published = story.day.isoformat()
    people: dict[str, Person] = {}
    statements = []
    at = 0
    for verb, who, said in story.lines:
        statements.append(_statement(text, at, digest, verb, who, said, published, people))
        at += len(line_of(verb, who, said)) + 1
    document = Document(
        id=f"story-{number}",
        outlet=story.outlet,
        published=published,
        sources=Sources(outlet=GIVEN, published=GIVEN),
        text=text,
        text_sha256=digest,
        page_sha256=digest,
        parts=(Part("body", 0, len(text)),),
    )
    return Record(document=document, statements=tuple(statements), people=tuple(people.values()))


def _statement(
    text: str, at: int, digest: str, verb: Verb, who: Character, said: str, published: str, people: dict[str, Person]
) -> Statement:
    cue_end = at + len(verb.form)
    source = slice_span(text, cue_end + 1, cue_end + 1 + len(who.role) + 1 + len(who.name))
    content = slice_span(text, source.end + 3, source.end + 3 + len(said))
    person = people.setdefault(who.name, _person(text, digest, who, source))
    return Statement(
        id=hash_id(digest, at, source.start, content.start),
        kind="direct",
        cue=Cue(verb.form, at, cue_end, verb.lemma, verb.act),
        source=source,
        speaker=Speaker(name=who.name, type="person", ref=person.id, form="name", role=who.role),
        content=(content,),
        said_on=DatedValue(published, "from:published"),
        band="publish",
        rule="verb_speaker_colon",
    )


def _person(text: str, digest: str, who: Character, source: Span) -> Person:
    role_end = source.start + len(who.role)
    return Person(
        id=hash_id(digest, who.name),
        name=who.name,
        roles=(Role(who.role, source.start, role_end),),
        mentions=(slice_span(text, role_end + 1, source.end),),
    )


def records(pages: int, seed: int = SEED, reprints: float = 0.0) -> Iterator[Record]:
    """The records of so many invented pages, of which such a share are reprints."""
    made = reprinted(stories(pages, seed), reprints, seed)
    return (record_of(story, number) for number, story in zip(count(), islice(made, pages), strict=False))
