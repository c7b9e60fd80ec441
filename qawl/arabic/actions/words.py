"""The words of actions: verbs and nouns of force and of the street, what tells of them, and the words beside them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache

from qawl.arabic.forms import NONE, Form, Met, forms
from qawl.arabic.letters import ADDRESSING, ALEF, ARTICLE, BY, DUALS, HIS, OPEN_TA, OWNERS, TA_MARBUTA, bare_key, fold
from qawl.tables import Row, several, table

# The version of the mapping from words to codes: the columns `plover` and `cameo` of `acts.tsv`.
MAPPING = "acts/1"
# What is force by itself.
FORCE = ("force", "raid")
# The tenses in which something is told as done.
PERFECT = frozenset(("perfect", "passive"))


@cache
def acts() -> Met[Form]:
    """Folded form -> what it may be of `acts.tsv`, the accusative and the dual of its nouns too: هجوما, انفجاران."""
    return with_cases("acts.tsv")


@cache
def led_acts() -> Met[Form]:
    """Folded noun of `acts.tsv` with the preposition that is written as one word with it -> what it may be: بطعن, لإضرام."""

    def found(key: str) -> tuple[Form, ...]:
        if not key.startswith((BY, ADDRESSING)) or key.startswith(ARTICLE, 1):
            return ()
        return tuple([form for form in acts().get(key[1:]) if form.tense == "noun" and not form.pronoun])

    return Met(found)


@cache
def frames() -> Met[Form]:
    """Folded form -> what it may be of `act_frames.tsv`."""
    return with_cases("act_frames.tsv")


def with_cases(name: str) -> Met[Form]:
    """The forms of a table, those of its nouns in the accusative and the dual too."""
    cases: dict[str, list[Form]] = {}
    for row in table(name):
        for noun in cell(row, "noun"):
            for form in cases_of(fold(noun)):
                cases.setdefault(form, []).append(Form(row, "noun", NONE, "s"))

    def found(key: str) -> tuple[Form, ...]:
        told = forms(name).get(key)
        for form in cases.get(key, ()):
            told = told if form in told else (*told, form)
        return told

    return Met(found)


def cases_of(noun: str) -> Iterator[str]:
    """The accusative and the duals of a folded noun, with the article where it can have one: هجوما, غارتين, الغارتين."""
    feminine = noun.endswith(TA_MARBUTA)
    stem = noun[:-1] + OPEN_TA if feminine else noun
    if not feminine and not noun.endswith(OPEN_TA):
        yield noun + ALEF
    for dual in DUALS:
        yield stem + dual
        yield ARTICLE + stem + dual


@cache
def classes() -> dict[str, frozenset[str]]:
    """Bare folded form -> its classes in `act_words.tsv`."""
    found: dict[str, frozenset[str]] = {}
    for row in table("act_words.tsv"):
        for form in (row["form"], *cell(row, "more")):
            found[fold(form)] = found.get(fold(form), frozenset()) | {row["class"]}
    return found


def is_a(key: str, name: str) -> bool:
    """Whether a key is of a class of `act_words.tsv`, with its article or its owner or without."""
    return name in classes_of(key)


@lru_cache(maxsize=1 << 16)
def classes_of(key: str) -> frozenset[str]:
    """The classes of a key in `act_words.tsv`, with its article or its owner or without."""
    known, none = classes(), frozenset[str]()
    return known.get(bare_key(key), none) | known.get(key, none) | known.get(without_owner(key), none)


def without_owner(key: str) -> str:
    """A key without its pronoun: مسؤوليتهم -> مسؤولية, تهديدهم -> تهديد."""
    owner = next((owner for owner in OWNERS if key.endswith(owner)), HIS if key.endswith(OPEN_TA + HIS) else "")
    stem = key.removesuffix(owner) if len(key) > len(owner) + 2 else key
    return stem[:-1] + TA_MARBUTA if owner and stem.endswith(OPEN_TA) else stem


def cell(row: Row, column: str) -> list[str]:
    """The values of a cell in which `-` stands for none."""
    return several(row[column].replace(NONE, ""))


@cache
def keys_of(values: str) -> frozenset[str]:
    """The folded values of a cell."""
    return frozenset(fold(value) for value in several(values.replace(NONE, "")))
