"""What a record tells of one of its people, bodies, groups or places."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import chain, combinations, islice, pairwise
from operator import itemgetter

from msgspec.structs import replace

from qawl.arabic.alike.offices import bearing, office_of
from qawl.arabic.letters import ARTICLE, CONJUNCTIONS, OWNERS, PREPOSITIONS, bare_key, bare_words, fold, fold_phrase
from qawl.arabic.lexicon import BODY, FIGURE, FUNCTION, NAME, NUMBER, QUANTITY, ROLE, SPEECH, TIME, TITLE, word_classes
from qawl.arabic.names.genders import gender_told as gender_by_word
from qawl.arabic.ordinary import frequencies
from qawl.arabic.people.namesakes import AGAINST, AGREE
from qawl.arabic.people.told_apart import kin_before, warnings
from qawl.arabic.world.same_bodies import singular
from qawl.library.across.naming.calling import names_in_clauses, other_names
from qawl.library.across.naming.deaths import has_spoken, is_told_dead
from qawl.library.across.naming.generations import age_told
from qawl.library.across.naming.known import LAND, MOST_PHRASES, NAMESAKE, TWO_OFFICES, Beside, Known, KnownKind, RoleOn, unique
from qawl.library.across.naming.officers import officers
from qawl.library.across.naming.page_tokens import token_at, tokens_of
from qawl.library.across.naming.seats import seats_told, sides_told
from qawl.library.across.naming.sounds import have_part_alike
from qawl.library.searching.words import words_of, words_of_page
from qawl.model import Entity, Group, Organisation, Person, Place, Record, Span, Statement
from qawl.tables import table

KINDS: dict[type, KnownKind] = {Person: "person", Organisation: "organisation", Group: "group", Place: "place"}
# What stands in brackets right behind a name: its Latin form, its short form, its acronym.
_BRACKETS = re.compile(r"\s*[(\[«\"]?\s*\(([^()\n]{2,60})\)")
# Its Latin form without brackets.
_LATIN = re.compile(r"\s*([A-Z][\w'’-]*(?:[ -][A-Z][\w'’-]*){0,4})")
# So many letters around a name are its context, so many words of them at most.
AROUND, MOST_WORDS = 400, 50
# What tells that somebody had the office of another one.
BEFORE_HIM = ("predecessor", "successor")
# With whom somebody has nothing to do stands within so many letters behind the words that tell it.
NAMED_BEHIND = 60
# How the ids of countries begin.
LAND_ID = "iso:"
# What stands within no name in brackets.
QUOTES = frozenset('«»"“”')
# A name in brackets has no more words.
LONGEST = 5
# A word that everyday speech has more often is in no phrase that tells; no words of these classes are.
OFTEN = 60_000
SAYS_LITTLE = FUNCTION | FIGURE | NUMBER | QUANTITY | TIME | ROLE | TITLE | BODY | NAME | SPEECH
# A word of the context has so many letters at least, and stands so often in the list of everyday words at most.
SHORTEST, SELDOM = 3, 4000


def known_of(record: Record, ref: str) -> Known:
    """What a record tells of the finding with the id ``ref``. Raises `KeyError` where it has none."""
    return tell(record, findings(record)[ref])


def known_officers(record: Record) -> dict[str, Known]:
    """What a record tells of those whom it has by an office alone, by their ids."""
    told = ((one, tell(record, one)) for one in officers(record))
    return {one.id: replace(known, names=(one.name,), called=(), beside=(), officer=True) for one, known in told}


def tell(record: Record, somebody: Entity) -> Known:
    """What a record tells of somebody."""
    found = findings(record)
    day = record.document.published and record.document.published[:10]
    roles = somebody.roles if isinstance(somebody, Person) else ()
    return Known(
        kind=KINDS[type(somebody)],
        names=names_of(record, somebody),
        roles=tuple(unique(*(RoleOn(role.text, role.former, day) for role in roles), *offices_before(record, somebody, day))),
        known_as=getattr(somebody, "known_as", None),
        countries=tuple(unique(*countries_of(somebody))),
        bodies=tuple(unique(*bodies_of(record, somebody))),
        published=(day,) if day else (),
        near=tuple(unique(*context_of(record, found, somebody))),
        gender=gender_told(record, somebody) if isinstance(somebody, Person) else "",
        age=age_told(record, somebody) if isinstance(somebody, Person) else "",
        called=tuple(unique(*called_so(record, somebody))),
        phrases=tuple(unique(*phrases_around(record, somebody)))[:MOST_PHRASES],
        beside=tuple(of_like_name(record, somebody)) if isinstance(somebody, Person) else (),
        sides=tuple(unique(*sides_told(record, somebody))),
        seats=tuple(unique(*seats_told(record, somebody))),
        died=(day or "") if isinstance(somebody, Person) and is_told_dead(record, somebody) else "",
        spoke=(day or "") if isinstance(somebody, Person) and has_spoken(record, somebody) else "",
    )


def called_so(record: Record, somebody: Entity) -> Iterator[str]:
    """The other names by which a page says that somebody goes."""
    if isinstance(somebody, Person):
        yield from names_in_clauses(record, somebody)
    elif isinstance(somebody, Organisation | Group):
        yield from other_names(record, somebody)


def offices_before(record: Record, somebody: Entity, day: str | None) -> Iterator[RoleOn]:
    """What somebody was whom a page tells as the one before another one, by the other's roles: عين رائد مديرا، وشكر سلفه | سالم."""
    for mention in somebody.mentions if isinstance(somebody, Person) else ():
        tokens, at = token_at(record.document.text, mention.start)
        kin = kin_before(tokens, (at, at + 2)) if at < len(tokens) else None
        if kin and kin.use in BEFORE_HIM:
            holders = [
                (role.start, one) for one in record.people for role in one.roles if role.end < mention.start and one is not somebody
            ]
            latest = max(holders, key=itemgetter(0), default=None)
            yield from (RoleOn(role.text, True, day) for role in (latest[1].roles if latest else ()) if office_of(role.text))


def gender_told(record: Record, somebody: Person) -> str:
    """The gender that verbs and titles before a name, or before the office that leads to it, tell; nothing where they tell both."""
    starts = {role.end + 1: role.start for role in somebody.roles}
    places = (place for mention in somebody.mentions for place in unique(mention.start, starts.get(mention.start, mention.start)))
    told = {gender_before(record.document.text, place) for place in places} & {"f", "m"}
    return told.pop() if len(told) == 1 else ""


def gender_before(text: str, place: int) -> str:
    """The gender that the word right before a name or office at a code point tells."""
    tokens, at = token_at(text, place)
    return gender_by_word(tokens, at) if 0 < at < len(tokens) and tokens.starts[at] == place else ""


def of_like_name(record: Record, somebody: Person) -> Iterator[Beside]:
    """The other people of a page who have a role or a gender told, and a name that sounds like a part of somebody's."""
    for other in record.people:
        if other is not somebody and have_part_alike(other.name, somebody.name):
            told = gender_told(record, other)
            if other.roles or told:
                yield Beside(folded(other.name), tuple(unique(*(role.text for role in other.roles))), told)


def findings(record: Record) -> dict[str, Entity]:
    """Everybody whom a record names, by id."""
    return {one.id: one for one in record.named}


def names_of(record: Record, somebody: Entity) -> tuple[str, ...]:
    """The forms of a name that the page has, the fullest first, behind them what stands in brackets."""
    called = (said.source.text for said in record.statements if said.source and is_part_of(said, somebody))
    forms = unique(somebody.name, *(mention.text for mention in somebody.mentions), *called)
    others = [other for mention in somebody.mentions for other in behind(record.document.text, mention)] * (not is_land(somebody))
    others += [found[1] for form in forms if (found := _LATIN.search(form))] if isinstance(somebody, Organisation) else []
    return tuple(unique(forms[0], *sorted(forms[1:], key=lambda form: -len(form.split())), *others))


def is_land(somebody: Entity) -> bool:
    """Whether it is a country, which goes by no other name in brackets: موريتانيا (CNN)."""
    return (getattr(somebody, "known_as", None) or "").startswith(LAND_ID)


def is_part_of(said: Statement, somebody: Entity) -> bool:
    """Whether the source of a statement calls its speaker by a part of the name alone."""
    if said.speaker is None or said.speaker.ref != somebody.id or said.source is None:
        return False
    return set(bare_words(said.source.text).split()) < set(bare_words(somebody.name).split())


def behind(text: str, mention: Span) -> Iterator[str]:
    """The other form of a name right behind it: James Appathurai of جيمس أباثوراي (James Appathurai)."""
    found = _BRACKETS.match(text, mention.end) or _LATIN.match(text, mention.end)
    if (
        found
        and len(found[1].split()) <= LONGEST
        and not any(letter.isdigit() or letter in QUOTES for letter in found[1].strip()[1:-1])
    ):
        yield found[1].strip(" «»\"'")


def countries_of(somebody: Entity) -> Iterator[str]:
    """The countries that a body's or place's own table tells, and a person's roles."""
    country = getattr(somebody, "country", None)
    if country:
        yield country
    for role in somebody.roles if isinstance(somebody, Person) else ():
        office = office_of(role.text)
        yield from sorted(office.lands) if office else ()


def bodies_of(record: Record, somebody: Entity) -> Iterator[str]:
    """The bodies that stand within a person's roles; of a body its type."""
    if isinstance(somebody, Organisation):
        yield somebody.type
    for role in somebody.roles if isinstance(somebody, Person) else ():
        for body in record.organisations:
            if any(role.start <= mention.start and mention.end <= role.end for mention in body.mentions):
                yield body.known_as or body.name


def context_of(record: Record, found: dict[str, Entity], somebody: Entity) -> Iterator[str]:
    """Whom else a page names, and the seldom words beside a name."""
    own = {singular(word.stem) for name in names_of(record, somebody) for word in words_of(name)}
    if warns(record.document.text, mentioned(record)):
        yield NAMESAKE
    if isinstance(somebody, Person) and has_two_offices(somebody):
        yield TWO_OFFICES
    yield from (near_key(other) for other in found.values() if other is not somebody)
    yield from (LAND + land for other in found.values() if (land := getattr(other, "country", None)))
    words = unique(*(word for mention in somebody.mentions for word in words_around(record.document.text, mention)))
    yield from (f"word:{word}" for word in words[:MOST_WORDS] if word not in own)


def has_two_offices(person: Person) -> bool:
    """Whether two that have nothing in common stand before his full name, each by itself, and neither is former: he may be two."""
    titles = [
        [role.text for role in person.roles if not role.former and 0 <= mention.start - role.end <= 1]
        for mention in person.mentions
        if " " in mention.text
    ]
    hows = {bearing(mine, theirs) for one, two in combinations(titles, 2) for mine in one for theirs in two}
    return not hows.isdisjoint(AGAINST) and hows.isdisjoint(AGREE)


@lru_cache(maxsize=1 << 6)
def warns(text: str, names: tuple[tuple[int, int], ...]) -> bool:
    """Whether a page warns that two of like names are not one; لا علاقة does so where somebody is named behind it."""
    if not warning().search(" ".join(map(bare_key, fold_phrase(text).split()))):
        return False
    tokens = tokens_of(text)
    found = ((tokens.starts[place], tells) for place, tells in warnings(tokens))
    return any(tells == "names" or any(0 < start - at <= NAMED_BEHIND for start, _ in names) for at, tells in found)


@cache
def warning() -> re.Pattern[str]:
    """The words of such a warning, folded and bare."""
    forms = (" ".join(map(bare_key, fold_phrase(row["form"]).split())) for row in table("namesake_words.tsv"))
    return re.compile(rf"(?<!\w)[{CONJUNCTIONS}]?[{PREPOSITIONS}]?(?:{'|'.join(forms)})(?!\w)")


def words_around(text: str, mention: Span) -> Iterator[str]:
    """The stems of the seldom words around a mention, those that stand there whole."""
    words = seldom_words(text)
    first = bisect_left(words, mention.start - AROUND, key=itemgetter(0))
    for start, end, stem in islice(words, first, None):
        if end > mention.end + AROUND:
            return
        if end <= mention.start or mention.end <= start:
            yield stem


@lru_cache(maxsize=4)
def seldom_words(text: str) -> list[tuple[int, int, str]]:
    """The seldom words of a text, as from, up to and stem; kept, since they are asked for each of those whom a page names."""
    return [(word.start, word.end, stem) for word in words_of_page(text) if (stem := seldom(word.stem))]


def phrases_around(record: Record, somebody: Entity) -> Iterator[str]:
    """What is told near a name in two words that stand together, none of them within a name: رسوم العبور, قانون التقاعد."""
    phrases = phrases_of(record.document.text, mentioned(record))
    for mention in somebody.mentions:
        first = bisect_left(phrases, mention.start - AROUND, key=itemgetter(0))
        for start, end, phrase in islice(phrases, first, None):
            if end > mention.end + AROUND:
                break
            if end <= mention.start or mention.end <= start:
                yield phrase


def mentioned(record: Record) -> tuple[tuple[int, int], ...]:
    """Where a page names anybody."""
    return tuple(sorted({(span.start, span.end) for one in findings(record).values() for span in one.mentions}))


@lru_cache(maxsize=4)
def phrases_of(text: str, names: tuple[tuple[int, int], ...]) -> list[tuple[int, int, str]]:
    """The phrases of a text outside its names, as from, up to and the stems of both words; kept as `seldom_words` are."""
    covered = set(chain.from_iterable(range(*name) for name in names))
    found = []
    for one, two in pairwise(words_of_page(text)):
        if two.start - one.end == 1 and one.start not in covered and two.start not in covered:
            stems = stem_in_phrase(one.written, one.stem), stem_in_phrase(two.written, two.stem)
            if all(stems) and not all(map(is_seldom, stems)):
                found.append((one.start, two.end, " ".join(stems)))
    return found


@lru_cache(maxsize=1 << 14)
def stem_in_phrase(written: str, stem: str) -> str:
    """A word as it stands in phrases; nothing for one that says little: how much, when, who by office or name, and small words."""
    kind = word_classes().get(bare_key(fold(written)), 0) | word_classes().get(stem, 0)
    often = max(frequencies().get(stem, 0), frequencies().get(ARTICLE + stem, 0))
    return "" if len(stem) < SHORTEST or often > OFTEN or kind & SAYS_LITTLE else singular(without_owner(stem))


@lru_cache(maxsize=1 << 14)
def seldom(stem: str) -> str | None:
    """A word as context, without its owner and in the singular; None where it is no seldom one."""
    stem = without_owner(stem)
    return singular(stem) if is_seldom(stem) else None


def without_owner(stem: str) -> str:
    """A stem without its attached pronoun: قبطانها is قبطان."""
    return next((stem.removesuffix(owner) for owner in OWNERS if stem.endswith(owner) and len(stem) > len(owner) + SHORTEST), stem)


def is_seldom(stem: str) -> bool:
    """Whether a word tells what a page is about, since everyday speech hardly has it."""
    often = max(frequencies().get(stem, 0), frequencies().get(ARTICLE + stem, 0))
    return len(stem) >= SHORTEST and not stem.isdecimal() and often <= SELDOM


def near_key(somebody: Entity) -> str:
    """Entity as context of another one."""
    return f"{KINDS[type(somebody)]}:{getattr(somebody, 'known_as', None) or folded(somebody.name)}"


@lru_cache(maxsize=1 << 8)
def folded(name: str) -> str:
    """A name folded; kept, for it is context of everybody else on its page."""
    return fold_phrase(name)
