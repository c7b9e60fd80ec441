"""What one page tells of an encounter, as it is held against what other pages tell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import cache
from itertools import dropwhile, pairwise, takewhile
from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from qawl.arabic.dates.edges import narrowed
from qawl.arabic.letters import IN, NISBA, fold_phrase
from qawl.arabic.tokens import Tokens
from qawl.arabic.world.known import CITY_KIND, COUNTRY_KIND, Known, capitals, cities, known_at
from qawl.library.across.courses.clauses import (
    TALKS,
    called,
    has_article,
    level_of,
    nouns_of,
    ordinal_at,
    peoples_of,
    poll_of,
    sitting_of,
    subject_of,
    tells_another,
    tells_next,
    tells_previous,
    turn_of,
    was_put_off,
    was_to_be,
)
from qawl.library.across.courses.distances import days_ago
from qawl.library.across.courses.vocabulary import (
    RARE_BELOW,
    SHORTEST,
    Turn,
    forms_of,
    frequency_of,
    is_verb_of_encounters,
    lands_told,
    noun_of,
    numbers,
    root_of,
    roots_of,
    said_of_all,
    tells_putting_off,
    weight_of,
    words,
)
from qawl.library.across.courses.windows import BEGAN, Days, days_told, days_when_told, length, of_week, up_to_page
from qawl.library.searching.words import Word, words_of, words_of_page
from qawl.model import Event, EventPart, EventStatus, EventType, Participant, PartyType, Record, Span
from qawl.tables import table

STATE = "state"
OFF: tuple[EventStatus, ...] = ("postponed", "cancelled", "denied")
LAND, TOWN = "iso:", "geonames:"
RARE = 2  # what a word weighs that tells a matter nearly alone
WIDE = 30  # within so many letters before a clause stands what it takes up
PAUSES = frozenset(".،,؛:!?؟\n")
MONTHS = 27  # what is told of so many days is told by its month or year
YEARLY = (timedelta(days=550), timedelta(days=180))  # what is held every year was so long before
MEANT_FOR = timedelta(days=60)
WEEK = timedelta(days=7)
EXACTLY = timedelta(days=2)  # what is told by how many more days ago it was may be a day off, or counted from what is told beside


class Side(Struct, frozen=True, array_like=True):
    """Who takes part, or does not: ``names`` are identity and folded name, ``words`` those of the name that tell somebody,
    ``office`` those of the roles in which the page has him, ``roles`` these as they stand; ``towns`` where a body is at home.
    """

    names: frozenset[str]
    type: PartyType
    part: EventPart
    words: frozenset[str]
    office: frozenset[str] = frozenset()
    roles: tuple[str, ...] = ()
    towns: frozenset[str] = frozenset()


class Setting(Struct, frozen=True, array_like=True):
    """What else a page tells: the people and bodies and the places that it names, its words, and the rare ones among them.

    ``names`` are those by which it calls the former, ``company`` tells who they are.
    """

    company: frozenset[str]
    places: frozenset[str]
    words: frozenset[str]
    rare: frozenset[str]
    names: frozenset[str] = frozenset()


NOTHING = Setting(frozenset(), frozenset(), frozenset(), frozenset())


class Whereabouts(NamedTuple):
    """Where an encounter is: the ids of the places that its page has in its clause, its towns, and the lands of these."""

    places: set[str]
    towns: frozenset[str]
    lands: frozenset[str]


def narrowest(scene: Whereabouts) -> frozenset[str]:
    """Where an encounter is, without the country in which its town lies; a name of both may mean either: عمان."""
    towns = {place for place in scene.towns if not place.startswith(LAND)}
    return scene.towns if len(scene.lands) > 1 else frozenset(towns) or scene.towns


class Telling(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What a page tells of an encounter.

    ``days`` are those on which it may be, the first and the last; ``dated``: the page gives them, not only its own day.
    ``planned`` are all days that the clause names, a plan's old one too; ``old_day``: the only one is that on which it was to be.
    ``put_off``: it was to be on another one, ``previous`` and ``next``: it is the edition before, or behind, ``another``: one more.
    ``towns`` are the places where it is, ``near`` those that its clause names, ``house`` the words by which another place is told
    (طريق المطار), ``lands`` the countries of the former. ``topic`` is what its clause is about, word and weight,
    ``title`` the words by which it is called, ``subject`` those that tell which of its sort it is (ندوة حول | ترميم المتاحف),
    ``name_towns`` the places (قمة الدوحة), ``peoples`` the lands whose adjectives it has (مباحثات أردنية مصرية), ``rare_towns``
    the words for places in it of which few speak; ``ordinal`` and ``sitting`` tell which one of a row it is, or which kind of a
    vote, ``level`` of what rank those are who meet, ``turn`` that it only begins on its day, or ends. ``others`` are those who are
    parties to other encounters of the page alone.
    """

    event: str
    type: EventType
    status: EventStatus
    published: date | None = None
    days: Days | None = None
    dated: bool = False
    planned: frozenset[date] = frozenset()
    sides: tuple[Side, ...] = ()
    towns: frozenset[str] = frozenset()
    near: frozenset[str] = frozenset()
    house: frozenset[str] = frozenset()
    lands: frozenset[str] = frozenset()
    nouns: frozenset[str] = frozenset()
    topic: dict[str, int] = {}
    title: frozenset[str] = frozenset()
    subject: frozenset[str] = frozenset()
    rare_towns: frozenset[str] = frozenset()
    name_towns: frozenset[str] = frozenset()
    peoples: frozenset[str] = frozenset()
    ordinal: int | None = None
    sitting: str | None = None
    level: str | None = None
    turn: Turn | None = None
    put_off: bool = False
    old_day: bool = False
    previous: bool = False
    next: bool = False
    another: bool = False
    others: frozenset[str] = frozenset()
    clauses: tuple[tuple[int, int], ...] = ()
    setting: Setting = NOTHING


def tellings_of(record: Record, identities: Mapping[str, str]) -> list[Telling]:
    """What a page tells of each of its encounters; `identities` are those of its people, bodies and places by their ids."""
    page = _Page(record, identities) if record.events else None
    told = [page.telling(event) for event in record.events] if page else []
    told = [while_there(one, told) for one in told]
    told = [called_as(one, named) if (named := named_by(one, told)) else one for one in told]
    return [replace(one, title=title) if page and (title := page.title_before(one)) else one for one in told]


def while_there(meeting: Telling, told: Sequence[Telling]) -> Telling:
    """A meeting without a day is while its visitor is there: يصل الوزير الجمعة، ويلتقي المحافظ."""
    if meeting.type != "meeting" or meeting.dated:
        return meeting
    visits = (one for one in told if one.type == "visit" and one.status == meeting.status and one.dated)
    days = next((one.days for one in visits if people_of(one) & people_of(meeting)), None)
    return replace(meeting, days=(days[0], days[1] + BEGAN)) if days else meeting


def people_of(telling: Telling) -> set[str]:
    """The people who take part."""
    return {name for side in telling.sides if side.type == "person" for name in side.names}


def called_as(one: Telling, other: Telling) -> Telling:
    """An encounter that is about what another one of its row is about, and of the same bodies.

    The one before has the number before, and the next one that behind; that of a feast is about a year away.
    """
    bodies = tuple(side for side in other.sides if side.type == "organisation")
    named = replace(one, topic={**other.topic, **one.topic}, title=other.title, sides=one.sides or bodies)
    if is_neighbour(one) and one.ordinal is None and other.ordinal:
        named = replace(named, ordinal=other.ordinal + (1 if one.next else -1))
        if one.previous:
            return named
    if not is_neighbour(one) or not one.nouns <= words("edition") or one.dated or not other.days:
        return named
    first = other.days[0]
    days = (first + YEARLY[1], first + YEARLY[0]) if one.next else (first - YEARLY[0], first - YEARLY[1])
    return replace(named, days=days, dated=True)


def is_neighbour(one: Telling) -> bool:
    """Whether it is told as the one before or behind of a row."""
    return one.previous or one.next


def named_by(one: Telling, told: Sequence[Telling]) -> Telling | None:
    """The encounter of its page that tells what one of the same row is about: مهرجان السمك ... | مهرجان العام الماضي.

    An edition is one of the feast of its page: منتدى اللبان ... | إلغاء الدورة السابقة.
    """
    if one.sides or one.title or one.name_towns or not is_of_row(one):
        return None
    others = [other for other in told if other.type == one.type and other is not one]
    alike = [other for other in others if other.nouns & one.nouns and is_another_of_row(one, other)]
    if bool(one.nouns) and one.nouns <= words("edition"):
        alike = [other for other in others if is_feast(other)]
    return alike[0] if len(alike) == 1 else None


def is_feast(telling: Telling) -> bool:
    """Whether a telling names what is held every year by what it is about: منتدى اللبان; not لقاء, جلسة, دورة."""
    plain = words("common") | words("edition") | {TALKS}
    return bool(telling.nouns - plain and (telling.title or telling.topic))


def is_of_row(one: Telling) -> bool:
    """Whether it is told by its number or its year, or as the one before."""
    return is_neighbour(one) or one.ordinal is not None or bool(one.dated and one.days and length(one.days) >= MONTHS)


def is_another_of_row(one: Telling, other: Telling) -> bool:
    """Whether another encounter is not the same, and tells what it is about."""
    other_year = bool(one.days and other.days and one.days[0].year != other.days[0].year)
    other_number = one.ordinal is not None and other.ordinal is not None and one.ordinal != other.ordinal
    beside = is_neighbour(one) and one.ordinal is None and other.ordinal is not None
    return beside or ((other_year or other_number) and bool(other.title or other.topic))


def people_met(record: Record) -> Iterator[str]:
    """The names of people who are told to take part in something, also a family name alone."""
    return (one.name for event in record.events for one in event.participants if one.type == "person")


def day_of(published: str | None) -> date | None:
    """The day of an ISO date or time, None where there is none."""
    try:
        return date.fromisoformat((published or "")[:10])
    except ValueError:
        return None


class _Page:
    """A page whose encounters are looked at."""

    def __init__(self, record: Record, identities: Mapping[str, str]) -> None:
        self.record = record
        self.identities = identities
        self.published = day_of(record.document.published)
        self.roles = {one.id: tuple(role.text for role in one.roles) for one in record.people}
        bodies = [one for one in record.organisations if one.type != STATE and one.name != record.document.outlet]
        named = [*((one.id, one.name) for one in record.people), *((one.id, one.name) for one in bodies)]
        self.words = words_of_page(record.document.text)
        self.places = {one.id: one.known_as or identities.get(one.id) or fold_phrase(one.name) for one in record.places}
        weights = {root_of(word.stem): weight_of(word.stem) for word in self.words if word.stem}
        self.setting = Setting(
            company=frozenset(self.name_of(id, name) for id, name in named),
            places=frozenset(self.places.values()),
            words=frozenset(root for root in weights if len(root) >= SHORTEST),
            rare=frozenset(root for root, weight in weights.items() if weight > 1),
            names=frozenset(fold_phrase(name) for name in (*(name for _, name in named), *people_met(record))),
        )

    def name_of(self, id: str | None, name: str) -> str:
        return self.identities.get(id or "") or fold_phrase(name)

    def names_of(self, id: str | None, name: str) -> frozenset[str]:
        return frozenset((fold_phrase(name), self.name_of(id, name)))

    def telling(self, event: Event) -> Telling:
        """What the page tells of an encounter."""
        clause = [word for span in event.evidence for word in self.words_in(span) if word.stem]
        clause_and_before = [*self.words_before(event), *clause]
        told = self.days_of(event) or self.days_gone(event, clause_and_before)
        scene = self.where_told(event)
        old_day = was_to_be(clause) and (event.status in OFF or any(map(tells_putting_off, clause)))
        return Telling(
            event=event.id,
            type=event.type,
            status=event.status,
            published=self.published,
            days=of_week(told) if told else days_when_told(event.status, self.published),
            dated=told is not None,
            planned=frozenset(self.days_in(event.evidence)).union(self.weekdays_to_come(event) if old_day else ()),
            sides=tuple(side for one in event.participants if not is_town(side := self.side(event, one))),
            towns=narrowest(scene),
            near=scene.towns.union(self.places[id] for id in scene.places),
            house=frozenset() if scene.towns or not event.where else frozenset(_telling_words(event.where.text)) - words("capital"),
            lands=scene.lands,
            nouns=frozenset(nouns_of(self.words_of_encounter(event, clause), event.type == "signing")),
            topic=self.topic(event, clause, scene.places),
            title=frozenset(self.title(clause, scene.places)),
            subject=frozenset(self.subject(event, clause)),
            rare_towns=frozenset(self.rare_towns(clause, scene.places)),
            name_towns=frozenset(self.name_towns(clause, scene.places)),
            peoples=frozenset(peoples_of([word for word in clause if not is_in(word, self.mentions(scene.places))])),
            ordinal=self.ordinal(clause_and_before),
            sitting=poll_of(clause) if event.type == "vote" else sitting_of(clause),
            level=level_of(clause, [word.stem for one in event.participants for word in words_of(one.name)[:1]]),
            turn=turn_of(clause),
            old_day=old_day,
            put_off=event.status not in OFF and was_put_off(clause),
            previous=tells_previous(clause),
            next=tells_next(clause),
            another=tells_another(clause),
            others=self.others(event),
            clauses=tuple((span.start, span.end) for span in event.evidence),
            setting=self.setting,
        )

    def words_of_encounter(self, event: Event, clause: list[Word]) -> list[Word]:
        """The words of a clause but for its days and for what stands in an office: وزير | الأشغال."""
        officers = (one for one in event.participants if one.type in ("person", "unnamed"))
        offices = {root_of(word) for one in officers for word in self.office(one)}
        return [word for word in clause if not self.is_in_date(word) and not (has_article(word) and root_of(word.stem) in offices)]

    def office(self, one: Participant) -> Iterator[str]:
        """The definite words by which an office is told: وزير | الأشغال العامة."""
        return (word.stem for name in self.called(one) for word in words_of(name) if has_article(word))

    def days_of(self, event: Event) -> Days | None:
        """The days that its clause gives, also of a part of a month; what was is over on its page's day, what comes is not yet."""
        spans = (one for one in self.record.dates if one.value == event.when and is_in(one, event.evidence))
        words = next((self.record.document.text[one.start : one.end] for one in spans), "")
        days = days_told(narrowed(event.when, words) if event.when else None)
        if days and self.published and self.published - days[1] > EXACTLY:
            days = days_ago(words_of(words), self.published) or days
        return up_to_page(of_week(days), event.status, self.published) if days and self.published else days

    def days_gone(self, event: Event, clause: list[Word]) -> Days | None:
        """When an encounter without a day was held, as its clause counts it back: قبل شهرين."""
        if event.when is not None or event.status not in ("held", "cancelled"):
            return None
        days = days_ago(clause, self.published)
        # What was called off so long ago was to be then or some weeks later.
        return (days[0], days[1] + MEANT_FOR) if days and event.status == "cancelled" else days

    def where_told(self, event: Event) -> Whereabouts:
        """Where an encounter is, by the places of its page and by those that the tables know."""
        where = set(self.places_in(event.where)) if event.where else self.place_there(event)
        known = (known_places(event.where.text) or self.capital(event.where)) if event.where and not where else ()
        lands = {one.country for one in self.record.places if one.id in where} | {one.country for one in known}
        return Whereabouts(
            places=where.union(id for span in event.evidence for id in self.places_in(span)),
            towns=frozenset({self.places[id] for id in where} | {one.id for one in known}),
            lands=frozenset(land for land in lands if land),
        )

    def capital(self, where: Span) -> tuple[Known, ...]:
        """The city that is called the capital, of the land behind it or else of the only one of whose places the page tells."""
        roots = [root_of(word.stem) for word in self.words_in(where)]
        behind = list(dropwhile(lambda root: root not in words("capital"), roots))
        if not behind:
            return ()
        told = lands_told(behind[1:2]) or {one.country for one in self.record.places if one.country}
        return capitals_of().get(min(told), ()) if len(told) == 1 else ()

    def place_there(self, event: Event) -> set[str]:
        """The place named last before a clause that points at it: اقترحت صور. ... نفى أن يكون قد وافق على مفاوضات | هناك."""
        clause = [fold_phrase(word.written) for span in event.evidence for word in self.words_in(span)]
        if not set(map(fold_phrase, forms_of("there"))) & set(clause[1:]):
            return set()
        start = event.evidence[0].start
        told = [(span.start, place.id) for place in self.record.places for span in place.mentions if span.end <= start]
        return {max(told)[1]} if told else set()

    def side(self, event: Event, one: Participant) -> Side:
        unnamed = one.type == "unnamed"
        roles = (one.name,) if unnamed else self.roles.get(one.ref or "", ())
        office = frozenset(root for role in roles for root in _telling_words(role)) if not unnamed else frozenset()
        words = frozenset(_telling_words(one.name)) - (numbers() if unnamed else frozenset())
        towns = frozenset() if one.type == "person" else frozenset(self.home_towns(event, one.name))
        return Side(self.names_of(one.ref, one.name), one.type, one.part, words, office, roles, towns)

    def home_towns(self, event: Event, name: str) -> Iterator[str]:
        """The towns in the name of a body, or right behind it where it is one of a town: المجلس البلدي في صور, وفد من نقابة صور."""
        text = self.record.document.text
        yield from (one.id for one in known_places(name, seated=True) if one.kind == CITY_KIND)
        local = bool(words("municipal") & set(roots_of(name)))
        for span in event.evidence:
            start = text.find(name, span.start, span.end)
            for place in self.record.places if start >= 0 else ():
                stop, mentions = start + len(name), place.mentions
                within = any(start <= one.start < stop for one in mentions)
                behind = any(stop < one.start and text[stop : one.start].strip() == IN for one in mentions)
                apart = event.where is not None and not any(
                    one.start < event.where.end and event.where.start < one.end for one in mentions
                )
                if within or (behind and (local or apart)):
                    yield self.places[place.id]

    def others(self, event: Event) -> frozenset[str]:
        own = {one.name for one in event.participants}
        return frozenset(
            name
            for other in self.record.events
            if other is not event
            for one in other.participants
            if one.name not in own
            for name in self.names_of(one.ref, one.name)
        )

    def words_in(self, span: Span) -> Iterator[Word]:
        return (word for word in self.words if word.start < span.end and word.end > span.start)

    def words_before(self, event: Event) -> list[Word]:
        """The words right before the clause, without a stop between: الدورة الـ12 | لمعرض الكتاب."""
        start, text = event.evidence[0].start, self.record.document.text
        near = [word for word in self.words if start - WIDE <= word.start and word.end <= start]
        return [word for word in near if not PAUSES.intersection(text[word.start : start])]

    def places_in(self, span: Span) -> Iterator[str]:
        for place in self.record.places:
            if any(one.start < span.end and one.end > span.start for one in place.mentions):
                yield place.id

    def days_in(self, spans: Iterable[Span]) -> Iterator[date]:
        for one in self.record.dates:
            if any(span.start <= one.start < span.end for span in spans) and (days := days_told(one.value)):
                yield from days if days[1] - days[0] <= timedelta(days=1) else ()

    def weekdays_to_come(self, event: Event) -> Iterator[date]:
        """The days behind the page's on which what is put off was to be, where a weekday alone is told: كانت مقررة | الأربعاء."""
        for one in self.record.dates:
            days = days_told(one.value)
            told = set(roots_of(self.record.document.text[one.start : one.end]))
            if days and self.published and is_in(one, event.evidence) and told <= weekdays():
                yield from (day + WEEK for day in days[:1] if self.published - WEEK < day < self.published)

    def topic(self, event: Event, clause: list[Word], near: set[str]) -> dict[str, int]:
        """What it is about: the words of its clause that tell something, but for people, other parties, days and places."""
        told = [*clause, *(self.words_in(event.what) if event.what else ())]
        named = [*self.mentions(near), *(span for one in self.record.people for span in one.mentions)]
        parties = self.parties(event)
        name = called(clause)
        return {
            root: max(weight, RARE if root in name else 0)
            for word in told
            if word.stem and (weight := weight_of(word.stem)) and (root := root_of(word.stem)) not in parties
            if not is_verb_of_encounters(word) and not self.is_in_date(word) and not is_in(word, named)
        }

    def parties(self, event: Event) -> set[str]:
        """The words of those who take part and of their roles."""
        return {root for one in event.participants for name in self.called(one) for root in _roots(words_of(name))}

    def called(self, one: Participant) -> tuple[str, ...]:
        """How a page calls a party: its name and its roles."""
        return one.name, *self.roles.get(one.ref or "", ())

    def title(self, clause: list[Word], near: set[str]) -> Iterator[str]:
        """The word that tells which feast or conference is meant: مهرجان | السمك; not المهرجان الدولي, قمة الدوحة."""
        towns = self.mentions(near)
        for noun, word in pairwise(clause):
            named = has_article(word) and not has_article(noun) and noun_of(noun) not in (None, *words("common"))
            if named and not (is_in(word, towns) or self.is_in_date(word) or root_of(word.stem) in said_of_all()):
                yield root_of(word.stem)

    def subject(self, event: Event, clause: list[Word]) -> Iterator[str]:
        """What a gathering is about, or the law that is voted on, but for parties and days: قانون | تدريب المعلمين."""
        parties = self.parties(event)
        told = [word for word in clause if not self.is_in_date(word) and root_of(word.stem) not in parties]
        return (root for word in subject_of(told) if (root := root_of(word.stem)) not in words("vague") | words("matter"))

    def title_before(self, one: Telling) -> frozenset[str]:
        """What the feast named last is called, of which a clause tells an edition alone: يعود مهرجان السمك، إذ تنطلق | دورته."""
        if one.title or not one.nouns or not one.nouns <= words("edition"):
            return frozenset()
        before = [word for word in self.words if word.end <= one.clauses[0][0]]
        named = (frozenset(self.title([noun, word], set())) for noun, word in reversed(list(pairwise(before))))
        return next((title for title in named if title), frozenset())

    def rare_towns(self, clause: list[Word], near: set[str]) -> Iterator[str]:
        towns = self.mentions(near)
        return (root_of(word.stem) for word in clause if word.stem and frequency_of(word.stem) < RARE_BELOW and is_in(word, towns))

    def name_towns(self, clause: list[Word], near: set[str]) -> Iterator[str]:
        """The places by which an encounter is called: قمة | الدوحة, مفاوضات | جنيف."""
        named = [word for noun, word in pairwise(clause) if noun_of(noun) and not has_article(noun)]
        return (self.places[id] for id in near if any(is_in(word, self.mentions({id})) for word in named))

    def mentions(self, places: set[str]) -> list[Span]:
        """Where places stand, of a site that is called after its town the town alone: مرفأ | طرابلس."""
        spans = [span for place in self.record.places if place.id in places for span in place.mentions]
        return [one for one in spans if not any(one.start < other.start and other.end <= one.end for other in spans)]

    def ordinal(self, clause: list[Word]) -> int | None:
        """Which one of a row it is: اجتماعه السابع, الدورة الثانية والعشرين, الدورة الـ12; not the number of a day."""
        told = [word for word in clause if not self.is_in_date(word)]
        found = (ordinal_at(told, place) for place in range(len(told)))
        return next((value for value in found if value is not None), None)

    def is_in_date(self, word: Word) -> bool:
        return is_in(word, self.record.dates)


def is_town(side: Side) -> bool:
    """Whether a party is only the town by which a meeting is called: اجتماع | صور."""
    return side.type == "group" and any(name.startswith(TOWN) for name in side.names)


def known_places(text: str, seated: bool = False) -> tuple[Known, ...]:
    """The towns and countries of whose name a place begins, or behind the house of a town: عمان, مبنى بلدية | صور.

    `seated`: only behind the house, or the body, of a town: مجلس محافظة | صور.
    """
    tokens = Tokens(text)
    starts = (at for at in range(len(tokens)) if (not at and not seated) or (at and root_of(tokens.keys[at - 1]) in words("seat")))
    hits = (hit for at in starts if (hit := known_at(tokens, at)))
    return next((tuple(hit.known) for hit in hits if all(one.kind in (CITY_KIND, COUNTRY_KIND) for one in hit.known)), ())


@cache
def weekdays() -> frozenset[str]:
    """The words by which weekdays are told: الأربعاء, يوم الخميس."""
    return frozenset(root for row in table("weekdays.tsv") for root in roots_of(row["form"])) | words("day")


@cache
def capitals_of() -> dict[str, tuple[Known, ...]]:
    """The capitals of countries, by the ids of these."""
    return {one.country: (one,) for _, one, _ in cities() if one.country and one.id in capitals()}


def is_in(word: Span | Word, places: Sequence[Span]) -> bool:
    """Whether a word begins within one of some stretches of the text."""
    return any(one.start <= word.start < one.end for one in places)


def _roots(found: Iterable[Word]) -> Iterator[str]:
    return (root_of(word.stem) for word in found if word.stem)


def _telling_words(text: str) -> Iterator[str]:
    """The words of a name that tell somebody, but for what he comes for: وفد من الغرفة | للقاء اللجنة.

    The towns' council is told by its adjective, two lands are nobody: المجلس | البلدي, البلدان.
    """
    name = takewhile(lambda word: has_article(word) or root_of(word.stem) not in words("aim"), words_of(text))
    told = ((root_of(word.stem), word.stem) for word in name if word.stem)
    return (root for root, stem in told if root not in words("vague") or (root in words("municipal") and stem.endswith(NISBA)))
