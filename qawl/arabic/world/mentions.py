"""Where a passage names a body, a country, a place or a group: one look at each word, and the rest where one may begin."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import NamedTuple

from qawl.arabic.findings import Range
from qawl.arabic.letters import ARTICLE, BY, DASHES, FEMININE_NISBA, NISBA, bare_key
from qawl.arabic.lexicon import BODY, DEFINITE, NATION, NUMBER, PEOPLE, PREPOSED, PUNCTUATION
from qawl.arabic.ordinary import FORMS_KEPT
from qawl.arabic.passage import Passage
from qawl.arabic.where import words_of, words_where
from qawl.arabic.world.bodies import Body, body_at
from qawl.arabic.world.groups import group_at, group_words
from qawl.arabic.world.known import (
    BODY_KIND,
    CITY_KIND,
    COUNTRY_KIND,
    EPITHET,
    Forms,
    Hit,
    Known,
    by_id,
    capitals,
    first_words,
    known_at,
    lands_called,
    metonyms,
    names,
    nations,
)
from qawl.arabic.world.standing import beside, capital_acts, country_acts, is_beside, is_joined
from qawl.arabic.world.villages import small_places, village_words, with_side
from qawl.arabic.world.which import meaning

ORGANISATION, PLACE, GROUP = "organisation", "place", "group"
# The type of a short form that takes up a country.
LAND = "land"
# Classes of words at which a body or a group may begin, beside the words of the tables.
WAKES = BODY | PEOPLE | NUMBER


class Mention(NamedTuple):
    """Where something is named: its words, what it is, what the tables know of it, and how it is named.

    ``known`` holds one meaning, or several of which the page must name one (بروكسل). ``form`` is `full`, `short` (المجلس),
    `meant` where another name stands for it (موسكو, الجانب الروسي), or `epithet`, which means it only where it is named.
    ``whole`` are the words with what tells its kind before a name in marks.
    """

    words: Range
    kind: str
    type: str = ""
    known: tuple[Known, ...] = ()
    form: str = "full"
    whole: Range | None = None


@cache
def wakes() -> frozenset[str]:
    """The folded words at which a name may begin."""
    return first_words() | enough()


@cache
def enough() -> frozenset[str]:
    """The folded words that may be a name whatever stands behind them and are none of a table's: الجانب, المملكة."""
    return frozenset(
        (*group_words(), *village_words(), *sides(), *(ARTICLE + key for key in (*sides(), *lands_called(), *sites())))
    )


@lru_cache(maxsize=FORMS_KEPT)
def seconds(first: str) -> frozenset[str] | None:
    """The folded words of which one must stand behind a first word of names, None where it is enough."""
    if first in enough():
        return None
    forms = names(first) or Forms(None, {})
    return None if forms.alone else frozenset((*forms.longer, *DASHES))


@cache
def sites() -> frozenset[str]:
    """The folded words for a site or a town, which take it up with their article: السد، البلدة."""
    return frozenset(key for key, classes in beside().items() if classes & {"site", "village"} and "loose" not in classes)


@cache
def sides() -> frozenset[str]:
    """The folded words for a side, without their article: جانب، طرف."""
    return frozenset(bare_key(key) for key, classes in beside().items() if "side" in classes)


def find_mentions(passage: Passage, people: frozenset[int]) -> list[Mention]:
    """Every mention in text order; what stands within a body's own name is none, a country there is. `people` are their tokens."""
    tokens, waking = passage.tokens, wakes()
    reader = Reader(passage, people)
    keys = tokens.keys
    small = small_places(tokens)
    for place in sorted({*words_of(tokens, WAKES), *words_where(tokens, waking.__contains__), *small}):
        if (
            place in small
            or tokens.kinds[place] & WAKES
            or (behind := seconds(keys[place])) is None
            or {*keys[place + 1 : place + 2]} & behind
        ):
            reader.read(place)
    return reader.found


class Reader:
    """Reads mentions from left to right; ``done`` is where the last whole name ends, ``inside`` where a body's phrase does."""

    def __init__(self, passage: Passage, people: frozenset[int]) -> None:
        self.passage = passage
        self.people = people
        self.found: list[Mention] = []
        self.done = self.inside = 0
        self.last: Hit | None = None
        self.last_acts = False

    def read(self, place: int) -> None:
        """Take down what is named at `place`."""
        if place < self.done or place in self.people or self.is_word(place):
            return
        if hit := known_at(self.passage.tokens, place):
            if not self.people.isdisjoint(range(hit.first, hit.stop)):
                return
            if self.take_known(hit):
                self.done = hit.stop
                return
        if is_beside(self.passage.tokens.keys[place], "land_word"):
            self.take_land(place)
        elif (side := side_at(self.passage, place)) is not None:
            self.found.append(side)
            self.done = side.words[1]
        elif (place >= self.inside or self.is_seat(place)) and not self.take_village(place) and place >= self.inside:
            self.take_phrase(place)

    def is_word(self, place: int) -> bool:
        """Whether a name is a common word since ب stands before it: بحماس."""
        keys = self.passage.tokens.keys
        return place > 0 and keys[place - 1] == BY and is_beside(keys[place], "word_behind_by")

    def take_known(self, hit: Hit) -> bool:
        """Take down a name of the tables, if it means something here."""
        known = meaning(self.passage, hit)
        if known is None:
            return False
        words = hit.first, hit.stop
        if known.kind == EPITHET:
            self.found.append(Mention(words, ORGANISATION, "", (by_id()[known.id],), "epithet"))
        elif known.kind == BODY_KIND:
            self.found.append(Mention(words, ORGANISATION, known.type, (known,)))
        elif known.kind == COUNTRY_KIND:
            acts = self.acts(hit, country_acts(self.passage, hit)) and not self.is_dateline(hit)
            kind = ORGANISATION if acts else PLACE
            self.found.append(Mention(words, kind, known.type, (known,)))
        elif known.kind == CITY_KIND and (governed := self.government(hit, known)) is not None:
            if governed:
                self.found.append(Mention(words, ORGANISATION, "state", governed, "meant"))
        elif hit.first >= self.inside or self.passage.tokens.kinds[hit.first - 1] & PREPOSED:
            words = words if known.id else with_side(self.passage.tokens, words)
            self.found.append(Mention(words, PLACE, "", (known,)))
        return True

    def take_village(self, place: int) -> bool:
        """Take down a small place that no table knows, told by the word for its kind before it, or by its own first word.

        The city within its name is one too: محطة موسكو. السد takes up the one of its kind.
        """
        tokens = self.passage.tokens
        if tokens.kinds[place] & DEFINITE and bare_key(tokens.keys[place]) in sites():
            self.found.append(Mention((place, place + 1), PLACE, "", (), "short"))
            return True
        name = small_places(tokens).get(place)
        if name is None or not self.people.isdisjoint(range(*name)) or known_at(tokens, name[0]):
            return False
        self.found.append(Mention(name, PLACE, whole=(min(place, name[0]), name[1])))
        self.done = place + 1 if known_at(tokens, place + 1) else name[1]
        return True

    def is_seat(self, place: int) -> bool:
        """Whether the place after which a body is named begins here: بلدية | عين السنبل."""
        return is_beside(self.passage.tokens.keys[place - 1], "of_place")

    def take_land(self, place: int) -> None:
        """Take down a word that takes up a country, which stands as a party or as a place: المملكة."""
        words = place, place + 1
        acts = country_acts(self.passage, Hit(*words, ()))
        self.found.append(Mention(words, ORGANISATION if acts else PLACE, LAND, (), "short"))

    def is_dateline(self, hit: Hit) -> bool:
        """Whether a country only tells where the city before it lies: دبي، الإمارات (وكالات)."""
        kinds, last = self.passage.tokens.kinds, self.found[-1] if self.found else None
        parted = (
            last is not None
            and last.kind == PLACE
            and last.form == "full"
            and last.words[1] == hit.first - 1
            and kinds[hit.first - 1] & PUNCTUATION
        )
        return bool(parted) and bool(kinds[hit.stop] & PUNCTUATION)

    def acts(self, hit: Hit, alone: bool) -> bool:
        """Whether a name stands as a party: by itself, or as the one to which و joins it or behind which it is the object."""
        object = self.last is not None and self.last.stop == hit.first
        acts = self.last_acts if object or is_joined(self.passage, hit, self.last) else alone
        self.last, self.last_acts = hit, acts
        return acts

    def government(self, hit: Hit, city: Known) -> tuple[Known, ...] | None:
        """What a city that acts here stands for, () where nobody can tell; None where it is a place."""
        told = metonyms().get(tuple(self.passage.tokens.keys[hit.first : hit.stop]))
        means = told if told is not None else (capitals()[city.id],) if city.id in capitals() else ()
        alone = bool(means) and capital_acts(self.passage, hit)
        return means if self.acts(hit, alone) and means else None

    def take_phrase(self, place: int) -> None:
        """Take down a body or a group that its own words name."""
        tokens = self.passage.tokens
        kind = tokens.kinds[place]
        body = body_at(self.passage, place) if kind & BODY else None
        if body is not None:
            self.inside = body.whole[1]
            if self.people.isdisjoint(range(*body.words)):
                self.take_body(body)
            return
        if (group := group_at(self.passage, place)) and self.people.isdisjoint(range(*group)):
            self.found.append(Mention(group, GROUP))

    def known_in(self, body: Body) -> Hit | None:
        """The body of the tables that the words behind a head name: منظمة «أوكسفام», منظمة الإيكواس; not بعثة الأمم المتحدة."""
        tokens, (first, stop) = self.passage.tokens, body.words
        if body.words == body.whole and stop > first + 1 and is_beside(tokens.keys[first], "kind_head"):
            first += 1
        elif body.words == body.whole:
            return None
        hit = known_at(tokens, first)
        return hit if hit and hit.stop == stop and hit.known[0].kind == BODY_KIND else None

    def take_body(self, body: Body) -> None:
        """Take down a body of its own words, which the tables may know by what its marks hold: منظمة «أوكسفام»."""
        hit = self.known_in(body)
        if hit:
            self.found.append(Mention(body.words, ORGANISATION, hit.known[0].type, hit.known, "full", body.whole))
            self.done = body.whole[1]
            return
        form = "short" if body.is_short else "full"
        self.found.append(Mention(body.words, PLACE if body.is_place else ORGANISATION, body.type, (), form, body.whole))


def side_at(passage: Passage, place: int) -> Mention | None:
    """The government that الجانب with an adjective of nationality means: الجانب الروسي."""
    tokens, after = passage.tokens, place + 1
    if not tokens.kinds[place] & DEFINITE or bare_key(tokens.keys[place]) not in sides() or after >= len(tokens):
        return None
    key, kind = tokens.keys[after], tokens.kinds[after]
    land = nations().get(key) if kind & NATION and kind & DEFINITE and not key.endswith(FEMININE_NISBA) else None
    if land is None or not key.endswith(NISBA[0]):
        return None
    return Mention((place, after + 1), ORGANISATION, "state", (by_id()[f"iso:{land}"],), "meant")
