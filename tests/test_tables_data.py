"""The tables of language knowledge: their shape, their spelling, their sources, and every example fires its row."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest

from qawl.arabic import lexicon, ordinary
from qawl.arabic.forms import TABLES, Form, forms
from qawl.arabic.forms import forms_of as frame_forms
from qawl.arabic.heads import heads
from qawl.arabic.letters import MARKS, TATWEEL, bare, fold, fold_phrase
from qawl.arabic.names.article import articles
from qawl.arabic.names.joiners import connectors
from qawl.arabic.names.units import dotted_names
from qawl.arabic.pieces import punctuation
from qawl.arabic.tokens import Tokens
from qawl.arabic.verbs import conjugate, decline, inflect, paradigms, pattern_of, readings_of, verb_readings, with_owner
from qawl.tables import Row, data_path, several, table_lines
from qawl.tables import table as read_bundled

table = cache(read_bundled)
FOLDER = data_path("")
NAMES = sorted(path.name for path in FOLDER.glob("*.tsv"))
EXPECTED = Path(__file__).parent / "expected" / "paradigms.txt"
GENERATED = [name for name in NAMES if any("command:" in line for line in (FOLDER / name).open(encoding="utf-8") if line[0] == "#")]
# Whose rows are told apart as they are written: marks and verbs.
AS_WRITTEN = {"marks.tsv", "paradigms.tsv", *(name for name in NAMES if "imperfect" in table(name)[0])}
WITH_EXAMPLES = [name for name in NAMES if "example" in table(name)[0]]
# Tables whose first column stands folded.
FOLDED = ("names.tsv", "words.tsv")
# Tables that tell marks and verbs apart as they are written.
WRITTEN = ("marks.tsv", "paradigms.tsv", "verbs.tsv", "modals.tsv", "encounters.tsv", "attendance.tsv")
# What must never stand in a table: vowel marks, tatweel, presentation forms, invisible characters, Persian letters.
FOREIGN = re.compile(
    rf"[{MARKS}{TATWEEL}\ufb50-\ufdff\ufe70-\ufefc\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"
    "\u0671-\u06d3\u06ee-\u06ff]"
)
# What is spelt so on purpose: the full stop of another language, the short form of Hijri.
SPELT_OUT = {("marks.tsv", "۔"), ("date_words.tsv", "هـ")}
# Rows whose example does not fire their class yet: word classes know one word, and this head has two.
SILENT = {
    "documents.tsv": {"مشروع قانون"},
}  # fmt: skip
# One form may stand in several classes of these.
BY_CLASS = {
    "acts.tsv": ("lemma", "noun", "plover"),
    "act_frames.tsv": ("lemma", "noun", "role"),
    "act_words.tsv": ("form", "class"),
    "bands.tsv": ("rule", "form"),
    "particles.tsv": ("form", "class"),
    "date_words.tsv": ("form", "class"),
    "quantities.tsv": ("form", "class"),
    "date_guards.tsv": ("form", "class"),
    "paradigms.tsv": ("class", "tense", "person", "gender", "number", "suffix"),
    "verbs.tsv": ("lemma", "imperfect"),
    "modals.tsv": ("lemma",),
    "attendance.tsv": ("lemma", "imperfect", "noun"),
    "absence_words.tsv": ("form", "class"),
    "poll_words.tsv": ("form", "class"),
    "absences.tsv": ("lemma", "imperfect", "noun", "sense"),
    "encounters.tsv": ("lemma", "imperfect", "noun", "type", "by"),
    "outcomes.tsv": ("lemma", "imperfect", "noun"),
    "event_turns.tsv": ("lemma", "imperfect", "noun"),
    "usual_abroad.tsv": ("form", "kind"),
    "world_words.tsv": ("form", "class"),
    "world_verbs.tsv": ("lemma", "imperfect"),
    "stance_words.tsv": ("lemma", "imperfect", "participle", "noun"),
    "honours.tsv": ("form", "honour"),
    "kin_offices.tsv": ("form", "use"),
    "taken_up.tsv": ("form",),
    "page_words.tsv": ("form", "sense"),
    "chrome.tsv": ("form", "match"),
    "titles.tsv": ("form", "kind"),
    "turns.tsv": ("form", "class"),
    "titles_more.tsv": ("form", "kind"),
}


@pytest.mark.parametrize("name", NAMES)
def test_a_table_has_a_header_and_rows_of_its_length(name: str) -> None:
    rows = table(name)
    assert rows
    assert all(key.isidentifier() for key in rows[0])


@pytest.mark.parametrize("name", NAMES)
def test_a_table_tells_its_source(name: str) -> None:
    comments = [line for line in data_path(name).read_text(encoding="utf-8").splitlines() if line.startswith("#")]
    assert any(line.startswith("# source: ") for line in comments)


@pytest.mark.parametrize("name", NAMES)
def test_no_foreign_letter_or_mark_stands_in_a_table(name: str) -> None:
    cells = ((number, cell) for number, row in table_lines(data_path(name)) for cell in row)
    found = [(number, cell) for number, cell in cells if FOREIGN.search(cell) and not spelt_out(name, cell)]
    assert found == []


def spelt_out(name: str, cell: str) -> bool:
    return any(name == table_name and word in cell for table_name, word in SPELT_OUT)


@pytest.mark.parametrize("name", NAMES)
def test_no_cell_has_loose_spaces_or_empty_values(name: str) -> None:
    cells = [(number, cell) for number, row in table_lines(data_path(name)) for cell in row]
    assert [(n, c) for n, c in cells if c != c.strip() or "  " in c or "||" in c or c.startswith("|") or c.endswith("|")] == []


@pytest.mark.parametrize("name", GENERATED)
def test_a_generated_table_is_sorted_by_its_first_column(name: str) -> None:
    first = [next(iter(row.values())) for row in table(name)]
    assert first == sorted(first)


@pytest.mark.parametrize("name", NAMES)
def test_no_two_rows_say_the_same(name: str) -> None:
    keys = Counter(key_of(name, row) for row in table(name))
    assert {key: count for key, count in keys.items() if count > 1} == {}


def key_of(name: str, row: Row) -> tuple[str, ...]:
    columns = BY_CLASS.get(name) or (next(iter(row)),)
    return tuple(spelt(name, row[column]) for column in columns)


def spelt(name: str, cell: str) -> str:
    """A cell as its table tells rows apart: marks and verbs as they are written, all else folded."""
    return cell if name in AS_WRITTEN else fold_phrase(cell)


@pytest.mark.parametrize("name", FOLDED)
def test_a_folded_table_is_folded(name: str) -> None:
    assert [row for row in table(name) if fold(next(iter(row.values()))) != next(iter(row.values()))] == []


@pytest.mark.parametrize("name", WITH_EXAMPLES)
def test_the_example_of_a_row_contains_a_form_of_it(name: str) -> None:
    assert [row for row in table(name) if not contains(name, row)] == []


def contains(name: str, row: Row) -> bool:
    """Whether the example holds one of the row's forms, as words or as what prefixes leave of them."""
    if name == "known_days.tsv":
        return True  # a known day may be written with any name of its month: test_dates.py
    example = row["example"]
    plain, cut = fold_phrase(example), " ".join(Tokens(example).words())
    return any(fold_phrase(form) in plain or fold_phrase(form) in cut for form in forms_of(name, row))


def forms_of(name: str, row: Row) -> Iterator[str]:
    if name == "verbs.tsv":
        yield from (form for form, _ in readings_of(row))
    elif name in ("modals.tsv", "flag_verbs.tsv"):
        yield from (form for form, *_ in conjugate(row))
        yield from several(row.get("own", ""))
    elif "imperfect" in row:
        yield from (form for form, _ in frame_forms(row))
    elif name == "paradigms.tsv":
        yield row["suffix"].replace("-", "")
    elif name == "chrome.tsv":
        yield row["form"].split("…")[0].strip()
    else:
        yield from (row[column] for column in ("form", "mark", "feminine") if row.get(column))
        yield from several(row.get("plural", "") or row.get("more", ""))


def fires(row: Row, bit: int, forms: list[str]) -> bool:
    """Whether a token of the example is one of the forms and has the class."""
    tokens = Tokens(row["example"])
    heads_of = {fold_phrase(form).split(" ")[0] for form in forms if form}
    return any(kind & bit and {key, key.removeprefix("ال")} & heads_of for key, kind in zip(tokens.keys, tokens.kinds, strict=True))


def bit_of_particle(row: Row) -> int:
    return lexicon.class_named(row["class"])


def bit_of_title(row: Row) -> int:
    return lexicon.ROLE if row["kind"] == "role" else lexicon.TITLE


BITS: dict[str, Callable[[Row], int]] = {
    "particles.tsv": bit_of_particle,
    "titles_more.tsv": bit_of_title,
    "people_words.tsv": lambda _: lexicon.PEOPLE,
    "documents.tsv": lambda _: lexicon.DOCUMENT,
    "orgs.tsv": lambda _: lexicon.BODY,
    "nationalities_more.tsv": lambda _: lexicon.NATION,
    "months_more.tsv": lambda _: lexicon.MONTH,
    "named_things.tsv": lambda _: lexicon.CARRIER,
    "families.tsv": lambda _: lexicon.FAMILY,
    "surnames.tsv": lambda _: lexicon.RENOWNED,
}


@pytest.mark.parametrize("name", BITS)
def test_the_example_of_a_row_fires_its_class(name: str) -> None:
    """What stands in `SILENT` must be taken out the day it fires."""
    rows = [row for row in table(name) if name != "months_more.tsv" or " " not in row["form"]]
    forms = [[row["form"], row.get("feminine", ""), *several(row.get("plural") or row.get("plurals", ""))] for row in rows]
    silent = {row["form"] for row, found in zip(rows, forms, strict=True) if not fires(row, BITS[name](row), found)}
    assert silent == SILENT.get(name, set())


@pytest.mark.parametrize("name", ["cities_more.tsv", "countries_more.tsv"])
def test_the_example_of_a_place_fires_its_class(name: str) -> None:
    bit = lexicon.CITY if name == "cities_more.tsv" else lexicon.COUNTRY
    rows = [row for row in table(name) if " " not in row["form"]]
    assert [row for row in rows if not fires(row, bit, [row["form"]])] == []


def test_every_head_makes_a_party() -> None:
    known = heads()
    missing = [
        row["form"]
        for name in ("orgs.tsv", "documents.tsv", "people_words.tsv")
        for row in table(name)
        if fold(row["form"]) not in known
    ]
    assert missing == []


def test_every_mark_does_what_its_row_says() -> None:
    for row in table("marks.tsv"):
        tokens = Tokens(row["example"])
        place = tokens.keys.index(row["mark"])
        assert tokens.kinds[place] & punctuation()[row["mark"]]


def test_every_part_of_a_name_is_known() -> None:
    assert {fold(row["form"]): row["side"] for row in table("name_parts.tsv")} == connectors() | dict.fromkeys(
        articles() - connectors().keys(), "article"
    )


def test_every_affix_is_used() -> None:
    for row in table("affixes.tsv"):
        assert several(row["use"])
        assert all(fold(row["form"]) in ordinary.affixes(use) for use in several(row["use"]))


@pytest.mark.parametrize("verb", table("verbs.tsv"), ids=lambda verb: f"{verb['lemma']}-{verb['imperfect']}")
def test_a_verb_has_its_forms_and_its_example_one_of_them(verb: Row) -> None:
    forms = [form for form, _ in readings_of(verb)]
    finite = [form for form, *_ in conjugate(verb)]
    assert verb["lemma"] in finite or verb["class"] == "-"
    assert verb["imperfect"] in (*finite, "-")
    tokens = Tokens(verb["example"])
    met = [key for key in tokens.keys if any(r.lemma == verb["lemma"] for r in verb_readings().get(key, ()))]
    assert met, "no token of the example is read as the verb"
    assert set(met) & set(forms)
    assert verb["imperfect"].startswith(("ي", "-"))


def test_verbs_take_only_what_is_known() -> None:
    prepositions = {fold(row["form"]) for row in table("particles.tsv") if row["class"] == "preposition"}
    known = {
        "that",
        "quote",
        "colon",
        "question",
        "whom",
        "told",
        "judged",
        "accounted",
        "rules",
        "clause",
        "person",
        "awaited",
        "only",
        "claimed",
        "confesses",
        "matter",
        "bidden",
        "orders",
        "ب",
        "ل",
    } | prepositions
    wrong = [(verb["lemma"], verb["takes"]) for verb in table("verbs.tsv") if {fold(v) for v in several(verb["takes"])} - known]
    assert wrong == []


def test_every_paradigm_makes_its_example() -> None:
    """The example of a row is a form that some verb, or some participle, of the class takes by it."""
    verbs = table("verbs.tsv")
    for row in table("paradigms.tsv"):
        made = {inflect(base, pattern_of(row)) for base in bases(row, verbs)}
        assert bare(row["example"]) in made, row


def bases(row: Row, verbs: list[Row]) -> Iterator[str]:
    column = {"perfect": "lemma", "imperfect": "imperfect", "participle": "participle"}[row["tense"]]
    for verb in verbs:
        if verb[column] != "-" and row["class"] in (verb["class"], "participle"):
            yield verb[column]


def test_nouns_with_their_owners() -> None:
    assert dict(with_owner("إشارة"))["إشارتها"] == "fs"
    assert {form for form, _ in with_owner("قول")} == {"قول", "قوله", "قولها", "قولهم", "قولهما", "قولهن"}


# One verb of each class, conjugated in full; the file is read by people before it is changed.
MODELS = {"sound": "أوضح", "hollow": "أفاد", "doubled": "أقر", "weak_a": "دعا", "weak_y": "نفى"}


def paradigm_text() -> str:
    verbs = {verb["lemma"]: verb for verb in table("verbs.tsv") if verb["class"] != "-"}
    blocks = [
        [f"# {name}: {lemma}", *(f"{form} {tense} {gender}{number}" for form, tense, gender, number in conjugate(verbs[lemma]))]
        for name, lemma in MODELS.items()
    ]
    participle = verbs["أشار"]["participle"]
    blocks.append([f"# participle: {participle}", *(f"{form} {gender}{number}" for form, gender, number in decline(participle))])
    return "\n\n".join("\n".join(block) for block in blocks) + "\n"


def test_the_paradigms_are_as_written_out() -> None:
    assert paradigm_text() == EXPECTED.read_text(encoding="utf-8")


def test_every_class_has_its_model() -> None:
    assert set(MODELS) | {"participle"} == set(paradigms())
    assert {verb["class"] for verb in (*table("verbs.tsv"), *table("modals.tsv"))} <= {*MODELS, "-"}


COUNTRIES = {row["id"] for row in table("countries.tsv")}


@pytest.mark.parametrize(
    ("name", "columns"),
    [
        ("cities.tsv", ("country", "also")),
        ("cities_more.tsv", ("country", "also")),
        ("countries_more.tsv", ("country",)),
        ("nationalities.tsv", ("country",)),
        ("nationalities_more.tsv", ("country",)),
    ],
)
def test_every_country_resolves(name: str, columns: tuple[str, ...]) -> None:
    wrong = [row for row in table(name) if {code for column in columns for code in several(row[column])} - COUNTRIES]
    assert wrong == []


def test_ids_of_cities_are_their_own() -> None:
    """A city may have several forms; all of them lie in one country. What is written by hand may place it elsewhere."""
    for name in ("cities.tsv", "cities_more.tsv"):
        countries: dict[str, set[str]] = {}
        for row in table(name):
            countries.setdefault(row["id"], set()).add(row["country"])
        assert {city: found for city, found in countries.items() if city and len(found) > 1} == {}


def commands(name: str) -> set[str]:
    """The commands that a generated table says it is made by."""
    lines = data_path(name).read_text(encoding="utf-8").splitlines()
    return {line.removeprefix("# command: ") for line in lines if line.startswith("# command: ")}


def test_the_sources_are_named() -> None:
    sources = data_path("SOURCES.md").read_text(encoding="utf-8")
    for name in GENERATED:
        assert f"`{name}`" in sources
        assert commands(name) <= set(re.findall(r"`(python [^`]+)`", sources))


def test_small_words_in_alef_maksura_are_told_from_names() -> None:
    assert "علي" in dotted_names()
    assert Tokens("على").kinds[0] & lexicon.PREPOSITION
    assert Tokens("علي").kinds[0] & lexicon.NAME


WITH_FORMS = [name for name in NAMES if {"lemma", "imperfect", "jussive"} <= table(name)[0].keys()]


def test_each_table_with_forms_is_asked_for_them() -> None:
    assert set(TABLES) == set(WITH_FORMS)


@pytest.mark.parametrize("name", WITH_FORMS)
def test_every_form_of_a_table_is_found_when_its_word_is_met(name: str) -> None:
    """Forms are found by how a word begins: the same, in the order of the rows, as writing all of them down gives."""
    written: dict[str, tuple[Form, ...]] = {}
    for row in table(name):
        for form, told in frame_forms(row):
            if told not in written.get(fold(form), ()):
                written[fold(form)] = (*written.get(fold(form), ()), told)
    assert {key: forms(name).get(key) for key in written} == written


def test_what_is_no_form_is_found_in_no_table() -> None:
    assert all("جدار" not in forms(name) and forms(name).get("جدار") == () for name in WITH_FORMS)


def test_a_frequency_is_found_by_its_word() -> None:
    known = ordinary.frequencies()
    words = list(known)
    assert words == sorted(words)
    assert all(known[word] == known.get(word, 0) > 0 for word in words[:: len(words) // 500])
    assert known[words[0]] > 0 < known[words[-1]]
    assert "ليستكلمة" not in known
    assert known.get("ليستكلمة", 7) == 7
    with pytest.raises(KeyError):
        known["ليستكلمة"]
