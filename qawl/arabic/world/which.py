"""What a name of the tables means where it stands: عمان the city or the land, تونس العاصمة, مالي or a word, نهر الأردن."""

from __future__ import annotations

from collections import Counter
from functools import cache

from qawl.arabic.letters import DAMMA, PREPOSITIONS, bare_key
from qawl.arabic.lexicon import BODY, CITY, COUNTRY, DEFINITE, NAME, NATION, PREFIX, PREPOSED, THAT
from qawl.arabic.passage import Passage
from qawl.arabic.world.known import BODY_KIND, CITY_KIND, COUNTRY_KIND, EPITHET, Hit, Known, names, nations
from qawl.arabic.world.standing import is_beside
from qawl.tables import several, table


@cache
def namesakes() -> dict[str, tuple[str, ...]]:
    """The ids of cities -> the countries that have another city of that name."""
    rows = (*table("cities.tsv"), *table("cities_more.tsv"))
    return {f"geonames:{row['id']}": tuple(several(row["also"])) for row in rows if row["also"]}


def meaning(passage: Passage, hit: Hit) -> Known | None:
    """What a name means here; None where it is no name, or nobody can tell."""
    if hit.known[0].kind not in (BODY_KIND, EPITHET) and not names_place(passage, hit):
        return None
    kinds = [known.kind for known in hit.known]
    if CITY_KIND in kinds and COUNTRY_KIND in kinds:
        return city_or_country(passage, hit)
    known = hit.known[0]
    return among_namesakes(passage, known) if known.kind == CITY_KIND else known


def names_place(passage: Passage, hit: Hit) -> bool:
    """Whether a place is named, and not a thing that is called after it (نهر الأردن), a person, or a common word (دعم مالي)."""
    tokens = passage.tokens
    before = tokens.keys[hit.first - 1] if hit.first else ""
    if is_beside(before, "called") and not tokens.kinds[hit.first - 1] & DEFINITE:
        return False
    if hit.stop > hit.first + 1:
        return True
    kind = tokens.kinds[hit.first]
    if is_beside(tokens.keys[hit.first], "needs_lead"):
        return is_led(passage, hit)
    if not kind & (CITY | COUNTRY):
        return False
    if is_beside(tokens.keys[hit.first], "needs_city"):
        return is_beside(bare_key(before), "of_city")
    if kind & NATION and kind & DEFINITE:
        return is_led(passage, hit)
    return not (kind & NAME and hit.first and tokens.kinds[hit.first - 1] & NAME)


def is_led(passage: Passage, hit: Hit) -> bool:
    """Whether what stands before a common word tells that it is a country: في مالي, زار السعودية; not دعم مالي, عراقية وسورية.

    A word with the article is an adjective behind a definite noun only: الحكومة السعودية.
    """
    tokens, before = passage.tokens, hit.first - 1
    definite = bool(tokens.kinds[hit.first] & DEFINITE)
    if before < 0:
        return definite
    if definite and not tokens.kinds[before] & DEFINITE:
        return True
    key, kind = tokens.keys[before], tokens.kinds[before]
    if kind & PREFIX and key not in PREPOSITIONS:
        return before > 0 and bool(tokens.kinds[before - 1] & COUNTRY) and not tokens.kinds[before - 1] & NATION
    return bool(kind & (PREPOSED | THAT)) or is_beside(key, "state_of") or is_beside(key, "behind_place")


def city_or_country(passage: Passage, hit: Hit) -> Known | None:
    """A name that a city and a country share: تونس is the country unless العاصمة or مدينة stands beside it; عمان needs a sign."""
    tokens = passage.tokens
    city = next(known for known in hit.known if known.kind == CITY_KIND)
    country = next(known for known in hit.known if known.kind == COUNTRY_KIND)
    before = bare_key(tokens.keys[hit.first - 1]) if hit.first else ""
    if is_beside(tokens.keys[hit.stop], "capital_behind") or is_beside(before, "of_city"):
        return city
    if city.country == country.country or is_beside(before, "state_of"):
        return country
    if DAMMA in tokens.surface(hit.first, hit.stop):
        return country
    told = lands(passage)
    signs = told[country.country], told[city.country]
    return country if signs[0] > signs[1] else city if signs[1] > signs[0] else None


def among_namesakes(passage: Passage, known: Known) -> Known:
    """A city, or its namesake of no id in the one land that the page tells of: طرابلس in Lebanon."""
    others = namesakes().get(known.id)
    if not others:
        return known
    told = lands(passage)
    if told[known.country]:
        return known
    named = [country for country in others if told[country]]
    return Known("", CITY_KIND, "", named[0]) if len(named) == 1 else known


def lands(passage: Passage) -> Counter[str | None]:
    """How often a passage tells of each land by an adjective or by a name that only the land has."""
    tokens, told = passage.tokens, Counter[str | None]()
    for key, kind in zip(tokens.keys, tokens.kinds, strict=True):
        if kind & NATION:
            told[nations().get(key)] += 1
        elif kind & COUNTRY and not kind & (CITY | BODY):
            forms = names(key)
            told[forms.alone.known[0].country if forms and forms.alone else None] += 1
    return told
