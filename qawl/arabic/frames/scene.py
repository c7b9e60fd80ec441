"""A passage with all that is known of it when its statements are read: what encounters, actions and relations are found in."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import Any, NamedTuple

from qawl.arabic.findings import Range
from qawl.arabic.letters import ARTICLE, SIDE_OF_TALKS
from qawl.arabic.passage import Passage
from qawl.arabic.phrases.phrase import Phrase
from qawl.arabic.record import Refs, Said, span_of
from qawl.arabic.speakers.cast import Cast
from qawl.arabic.speakers.occasions import Day, times_of
from qawl.arabic.world.known import COUNTRY_KIND, known_at
from qawl.arabic.world.named import Named
from qawl.model import Date, Party, Span, Statement


class Told(NamedTuple):
    """The tokens of a piece of a statement's content, and the statement."""

    first: int
    stop: int
    statement: Statement


class Scene:
    """A passage with its cast, its statements and their places, its days, and the parties with ids that the record has.

    ``statements`` are in the order of the sayings; ``told`` the pieces of what was said in text order; ``times`` the dates
    with their first tokens, ``days`` those with a value; ``published`` when the page is, None where it does not tell.
    """

    def __init__(
        self,
        passage: Passage,
        cast: Cast,
        statements: tuple[Statement, ...],
        told: list[Told],
        times: list[Day],
        refs: Refs,
        named: Named,
        published: str | None = None,
    ) -> None:
        self.passage = passage
        self.tokens = passage.tokens
        self.cast = cast
        self.statements = statements
        self.told = sorted(told, key=lambda piece: (piece.first, -piece.stop))
        self.times = times
        self.days = [day for day in times if day.date.value]
        self.refs = refs
        self.named = named
        self.published = published
        self.answers: dict[Any, Any] | None = {}
        self._firsts = [piece.first for piece in self.told]

    def piece_at(self, place: int) -> Told | None:
        """The innermost piece of what somebody said in which the token at `place` stands, None in the author's own voice."""
        for number in range(bisect_right(self._firsts, place) - 1, -1, -1):
            piece = self.told[number]
            if piece.first <= place < piece.stop:
                return piece
        return None

    def statement_at(self, place: int) -> Statement | None:
        """The innermost statement in whose content the token at `place` stands, None in the author's own voice."""
        piece = self.piece_at(place)
        return piece.statement if piece else None

    def teller(self, place: int) -> tuple[str | None, str | None]:
        """Who says what stands at `place` by name, and the id of the statement; None, None in the author's own voice."""
        statement = self.statement_at(place)
        if statement is None:
            return None, None
        return (statement.speaker.name if statement.speaker else None), statement.id

    def day_at(self, place: int) -> Day | None:
        """The day, with a value or without, whose words begin at the token at `place`: زار صور | يوم السبت."""
        at = bisect_left(self.times, place, key=lambda day: day.first)
        return self.times[at] if at < len(self.times) and self.times[at].first == place else None

    def is_in_day(self, place: int) -> bool:
        """Whether a word is one of a date, and no verb or conjunction: يوم 12 | مارس، يومي 20 و| 21 مارس."""
        at = bisect_right(self.times, place, key=lambda day: day.first) - 1
        return at >= 0 and self.tokens.starts[place] < self.times[at].date.end

    def behind_day(self, place: int) -> int:
        """Where the words of a day end that begin at `place`, else `place`: وصل الوزير | يوم السبت 11 مايو | تونس."""
        day = self.day_at(place)
        return bisect_left(self.tokens.starts, day.date.end) if day else place

    def party(self, phrase: Phrase) -> Party:
        """The party that a phrase means: the page's fullest name, its type and the id that the record has for it."""
        actor = self.cast.roster.taking_part(phrase)
        cut = actor is not None and not phrase.named and actor.name[0] == phrase.name[0]
        name = span_of(self.passage, actor.name if actor and not cut else phrase.name).text
        ref = (self.refs.get(actor) if actor else None) or self.named.ref_at(self.tokens.starts[phrase.name[0]])
        full = name if self.is_land(phrase) else self.in_full(name, ref)
        return Party(full, actor.type if actor else phrase.type, ref)

    def is_land(self, phrase: Phrase) -> bool:
        """Whether a phrase is the very name of a country, which takes up no other: المغرب; not المملكة."""
        hit = known_at(self.tokens, phrase.name[0])
        return hit is not None and hit.stop == phrase.name[1] and hit.known[0].kind == COUNTRY_KIND

    def in_full(self, name: str, ref: str | None) -> str:
        """The name of the body that one word with the article takes up: الحزب, حزب النهوض; the word where it takes up none.

        Words for its side are no name of it: السلطنة, not الجانب العماني.
        """
        if ref is None or " " in name or not name.startswith(ARTICLE):
            return name
        full = next((body.name for body in self.named.organisations if body.id == ref), name)
        return name if full.split(" ")[0] in SIDE_OF_TALKS else full

    def span(self, words: Range) -> Span:
        """The words of a range of tokens in the text."""
        return span_of(self.passage, words)


def scene_of(
    passage: Passage,
    cast: Cast,
    said: Said,
    statements: tuple[Statement, ...],
    dates: tuple[Date, ...],
    refs: Refs,
    named: Named,
    published: str | None,
) -> Scene:
    """The scene of a passage whose `statements` are those of `said`, in its order."""
    pieces = (
        Told(first, stop, statement)
        for (finding, _), statement in zip(said, statements, strict=True)
        for first, stop in finding.content
    )
    return Scene(passage, cast, statements, list(pieces), times_of(passage, dates), refs, named, published)
