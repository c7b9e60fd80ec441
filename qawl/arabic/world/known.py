"""What the tables know by name: bodies, countries, cities and regions, each with its stable id.

الناتو, حلف الناتو and حلف شمال الأطلسي are `body:nato`, روسيا and روسيا الاتحادية `iso:RU`, موسكو is `geonames:524901`.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from operator import itemgetter
from typing import NamedTuple

from qawl.arabic.letters import ARTICLE, DASHES, NISBA, TO_THE, bare_key, fold, fold_phrase
from qawl.arabic.lexicon import COUNTRY, DEFINITE, NATION
from qawl.arabic.ordinary import FORMS_KEPT
from qawl.arabic.tokens import Tokens
from qawl.tables import several, table

NONE = "-"
BODY_KIND, COUNTRY_KIND, CITY_KIND, REGION_KIND, EPITHET = "body", "country", "city", "region", "epithet"
# An article may be cut off what has at least so many letters with it.
LONG_WORD = 4


class Known(NamedTuple):
    """What a name means: its stable id, the kind of thing, a body's type, and the ISO code of its country or None."""

    id: str
    kind: str
    type: str
    country: str | None


class Entry(NamedTuple):
    """A form of names behind its first word: the folded words that follow, what it may mean, and what it needs.

    ``led``: the first word has lost its article, which is so behind لل only. ``short``: no adjective may go on with it.
    """

    rest: tuple[str, ...]
    known: tuple[Known, ...]
    led: bool
    short: bool


class Hit(NamedTuple):
    """A name of the tables in a text: its tokens, and what it may mean."""

    first: int
    stop: int
    known: tuple[Known, ...]


def bodies() -> Iterator[tuple[str, Known, bool]]:
    """Forms of the bodies of the world, each with whether it is a short one."""
    for row in table("bodies.tsv"):
        known = Known(row["id"], BODY_KIND, row["type"], None if row["country"] == NONE else row["country"])
        yield from ((form, known, False) for form in (row["form"], *several(row["variants"])))
        yield from ((form, known, True) for form in several(row["short"]))


def epithets() -> Iterator[tuple[str, Known, bool]]:
    """What bodies are called once they are named; the id is the body's."""
    for row in table("epithets.tsv"):
        yield row["form"], Known(row["known_as"], EPITHET, "", None), True


def regions() -> Iterator[tuple[str, Known, bool]]:
    """Forms of continents, seas and regions."""
    for row in table("world_places.tsv"):
        known = Known("" if row["id"] == NONE else row["id"], REGION_KIND, "", None if row["country"] == NONE else row["country"])
        yield from ((form, known, False) for form in (row["form"], *several(row["variants"])))


def countries() -> Iterator[tuple[str, Known, bool]]:
    """Forms of the countries."""
    rows = [(form, row["id"]) for row in table("countries.tsv") for form in (row["name"], *several(row["variants"]))]
    more = [(row["form"], row["country"]) for name in ("countries_more.tsv", "world_countries.tsv") for row in table(name)]
    for form, code in (*rows, *more):
        yield form, Known(f"iso:{code}", COUNTRY_KIND, "state", code), False


def cities() -> Iterator[tuple[str, Known, bool]]:
    """Forms of the cities; one whose name a city of another country has too has no country."""
    for row in (*table("cities.tsv"), *table("cities_more.tsv")):
        yield row["form"], Known(f"geonames:{row['id']}", CITY_KIND, "", row["country"]), False


def small_regions() -> Iterator[tuple[str, Known, bool]]:
    """Forms of regions and towns that have no id."""
    for row in table("regions.tsv"):
        yield row["form"], Known("", REGION_KIND, "", None), False


def words_of(form: str) -> tuple[str, ...]:
    """The keys of a form as a text's tokens have them: the prefixes within it are tokens of their own."""
    words = tuple(fold_phrase(form).casefold().split(" "))
    if len(words) == 1:
        return words
    keys = tuple(key for key in Tokens(form).words() if key not in DASHES)
    return keys if keys[0] == words[0] else words


class Forms(NamedTuple):
    """The names that begin with one word: what it means alone, and by their second word those that go on, the longest first."""

    alone: Entry | None
    longer: dict[str, tuple[Entry, ...]]


@lru_cache(maxsize=FORMS_KEPT)
def names(first: str) -> Forms | None:
    """The names that begin with a folded word, also without its article as it stands behind لل; None where none does."""
    own = [*entries(first, False), *(entries(ARTICLE + first, True) if len(ARTICLE + first) > LONG_WORD else ())]
    return forms_of([entry for _, entry in sorted(own, key=itemgetter(0))]) if own else None


@cache
def first_words() -> frozenset[str]:
    """The folded words at which a name begins, also without the article that some lose behind لل."""
    led = (first.removeprefix(ARTICLE) for first in written() if first.startswith(ARTICLE) and len(first) > LONG_WORD)
    return frozenset((*written(), *led))


def forms_of(entries: list[Entry]) -> Forms:
    """The names of one first word; of two alone the one that has not lost its article."""
    alone = sorted((entry for entry in entries if not entry.rest), key=lambda entry: entry.led)
    longer: dict[str, list[Entry]] = {}
    for entry in sorted((entry for entry in entries if entry.rest), key=lambda entry: -len(entry.rest)):
        longer.setdefault(entry.rest[0], []).append(entry)
    return Forms(alone[0] if alone else None, {second: tuple(own) for second, own in longer.items()})


class Written(NamedTuple):
    """A form of a name as its table has it: which of all forms it is, what it means, and whether it is a short one of a body.

    ``hides``: nothing else of the same form is meant with it.
    """

    number: int
    form: str
    known: Known
    short: bool
    hides: bool


@cache
def written() -> dict[str, list[Written]]:
    """The folded first word of every name -> the forms that begin with it."""
    sources = ((regions, True), (bodies, True), (epithets, True), (countries, False), (cities, False), (small_regions, True))
    forms = ((*form, hides) for source, hides in sources for form in source())
    found: dict[str, list[Written]] = {}
    for number, form in enumerate(forms):
        found.setdefault(fold_phrase(form[0]).casefold().split(" ")[0], []).append(Written(number, *form))
    return found


def entries(first: str, led: bool) -> Iterator[tuple[int, Entry]]:
    """Every name of one first word with what it may mean and its number; a region or a body hides a place of the same form."""
    meanings: dict[tuple[str, ...], list[Written]] = {}
    shorts = set()
    for own in written().get(first, ()):
        words = words_of(own.form)
        before = meanings.setdefault(words, [])
        hidden = own.hides or (before and before[0].known.kind in (REGION_KIND, BODY_KIND))
        if not before or not (hidden or own.known in (other.known for other in before)):
            before.append(own)
        if own.short:
            shorts.add(words)
    for words, meant in meanings.items():
        yield meant[0].number, Entry(words[1:], tuple(other.known for other in meant), led, words in shorts)


def known_at(tokens: Tokens, place: int) -> Hit | None:
    """The longest name of the tables that begins at `place`, None where none does."""
    forms = names(tokens.keys[place])
    if forms is None:
        return None
    second = place + 1
    if tokens.keys[second] in DASHES:
        second += 1
    going_on = forms.longer.get(tokens.keys[second], ()) if second < len(tokens) else ()
    for entry in going_on:
        stop = match_end(tokens, place + 1, entry.rest)
        if stop and fits(tokens, place, stop, entry):
            return Hit(place, stop, entry.known)
    if forms.alone and fits(tokens, place, place + 1, forms.alone):
        return Hit(place, place + 1, forms.alone.known)
    return None


def match_end(tokens: Tokens, place: int, words: tuple[str, ...]) -> int:
    """Where these words end if they stand at `place`, dashes between them or not; 0 where they do not."""
    keys, count = tokens.keys, len(tokens)
    for word in words:
        if place < count and keys[place] in DASHES:
            place += 1
        if place >= count or keys[place] != word:
            return 0
        place += 1
    return place


def fits(tokens: Tokens, first: int, stop: int, entry: Entry) -> bool:
    """Whether لل stands where an article is lost, and nothing behind a body's name makes it another one: مجلس الأمن | القومي."""
    if entry.led and (not first or tokens.keys[first - 1] != TO_THE):
        return False
    known = entry.known[0]
    if known.kind not in (BODY_KIND, EPITHET):
        return True
    after = tokens.kinds[stop]
    if not after & DEFINITE and not (entry.short and after & COUNTRY):
        return True
    if entry.short and (after & COUNTRY or tokens.keys[stop].endswith(NISBA)):
        return False
    land = nations().get(tokens.keys[stop]) if after & NATION else None
    return not (land and known.country) or land == known.country


@cache
def nations() -> dict[str, str]:
    """Folded adjectives of nationality, with and without article -> the ISO code of the one country that they tell of.

    مالي is left out, which mostly tells of money.
    """
    words = {fold(row["form"]) for row in table("world_words.tsv") if row["class"] == "needs_lead"}
    found: dict[str, str] = {}
    for row in (*table("nationalities.tsv"), *table("nationalities_more.tsv")):
        if row["country"] and "|" not in row["country"] and fold(row["form"]) not in words:
            for form in (row["form"], row["feminine"], *several(row["plurals"])):
                found |= dict.fromkeys((fold(form), fold(ARTICLE + form)), row["country"])
    return found


@cache
def heads_of_bodies() -> dict[str, frozenset[str]]:
    """The ids of bodies -> the bare first words of all their forms: حلف and ناتو of `body:nato`."""
    heads: dict[str, set[str]] = {}
    for form, known, _ in bodies():
        heads.setdefault(known.id, set()).add(bare_key(fold_phrase(form).split(" ")[0]))
    return {id: frozenset(found) for id, found in heads.items()}


@cache
def lands_called() -> dict[str, frozenset[str]]:
    """Bare words that take up a country (مملكة، سلطنة) -> the ids of the countries that have the word first in a name of theirs."""
    words = {bare_key(fold(row["form"])) for row in table("world_words.tsv") if row["class"] == "land_word"}
    found: dict[str, set[str]] = {word: set() for word in words}
    for form, known, _ in countries():
        first = bare_key(fold_phrase(form).split(" ")[0])
        if first in found:
            found[first].add(known.id)
    return {word: frozenset(ids) for word, ids in found.items()}


@cache
def by_id() -> dict[str, Known]:
    """The bodies and countries by their stable ids."""
    return {known.id: known for source in (bodies, countries) for _, known, _ in source()}


@cache
def capitals() -> dict[str, Known]:
    """The ids of the cities that stand for a government where they act -> its country."""
    by_form = {fold_phrase(form): known for form, known, _ in cities()}
    found = {}
    for row in table("countries.tsv"):
        for form in several(row["capital"]):
            city = by_form.get(fold_phrase(form))
            if city and city.country == row["id"]:
                found[city.id] = by_id()[f"iso:{row['id']}"]
    return found


@cache
def metonyms() -> dict[tuple[str, ...], tuple[Known, ...]]:
    """The folded words of cities that are told by hand -> what they may mean where they act, () where nobody can tell."""
    return {
        tuple(fold_phrase(row["form"]).split(" ")): tuple(by_id()[id] for id in several(row["known_as"]) if id != NONE)
        for row in table("metonyms.tsv")
    }
