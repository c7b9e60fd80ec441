"""The forms of the verbs and nouns of a table, each with what the form tells: زار -> زارت, يزورون, سيزور, زائرا, الزيارة, زيارته.

A table has the columns `lemma` (the perfect, or `-` for a noun without a verb), `imperfect`, `class` (a paradigm), `jussive` (where
it is not the imperfect: يزر), `participle`, `noun` (verbal nouns, the dictionary form first) and `passive` (finite forms without an
agent), each `-` where there is none that is used so; all other columns are its own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache, lru_cache
from typing import Generic, NamedTuple, TypeVar

from qawl.arabic.letters import (
    ALEF,
    ALEF_MAKSURA,
    ARTICLE,
    DUAL_INDICATIVE,
    FEMININE_HEAD,
    FEMININE_PLURAL,
    FUTURE,
    HAMZA,
    HAMZA_SEATS,
    HE_DOES,
    NO_ACCUSATIVE,
    OURS,
    OWN_HEADS,
    PLURAL_INDICATIVE,
    VERB_PLURAL,
    WRITTEN_TA_MARBUTA,
    fold,
)
from qawl.arabic.verbs import conjugate, decline, owners, with_owner
from qawl.arabic.where import Words, words_where
from qawl.tables import Row, several, table

Told = TypeVar("Told")
# A row by its table and its number there.
Place = tuple[str, int]
TABLES = (
    "absences.tsv", "act_frames.tsv", "acts.tsv", "attendance.tsv", "encounters.tsv", "event_turns.tsv", "outcomes.tsv",
    "stance_words.tsv", "world_verbs.tsv",
)  # fmt: skip
NONE = "-"
# Of so many words it is kept what they may be.
KEPT = 1 << 16
# Several tables are asked about the words of one passage, one after the other.
LATELY = 1 << 12
# What somebody tells that he will do has so many letters at least: سأصل looks like other words.
OWN_LEAST = 5
# The class of verbs whose forms leave their letters as they are.
SOUND = "sound"
# That of verbs whose long vowel is short where whoever speaks did it: زار, زرت.
HOLLOW = "hollow"
# Ends of a base that its forms may change: أجرى -> أجراها, زيارة -> زيارته, لقاء -> لقاؤه, and what looks like a plural: تعاون.
MAY_CHANGE = (ALEF_MAKSURA, ALEF, HAMZA, WRITTEN_TA_MARBUTA, PLURAL_INDICATIVE, DUAL_INDICATIVE)
# The tenses that have a subject of their own.
FINITE = frozenset(("perfect", "imperfect", "future", "jussive", "passive"))


class Form(NamedTuple):
    """What a form tells: the row of its table, its tense, its subject's gender and number, and those of the pronoun it carries.

    ``tense`` is perfect, imperfect, future (سيزور), jussive (يزر, يزوروا), passive, participle or noun; ``gender`` m, f or -;
    ``number`` s, d or p; ``pronoun`` the gender and number of an attached object (زاره) or owner (زيارته), or empty.
    """

    row: Row
    tense: str
    gender: str
    number: str
    pronoun: str = ""

    @property
    def lemma(self) -> str:
        """The verb's perfect, or the noun where there is no verb."""
        return lemma_of(self.row)

    @property
    def is_finite(self) -> bool:
        """Whether the form is a verb with a subject of its own."""
        return self.tense in FINITE

    @property
    def is_own(self) -> bool:
        """Whether whoever speaks tells of himself or of those for whom he speaks: أحضر، سنحضر."""
        return self.gender == NONE and self.tense in FINITE and self.tense != "passive"


def lemma_of(row: Row) -> str:
    """A verb's perfect, or the noun where there is no verb."""
    return row["lemma"] if row["lemma"] != NONE else several(row["noun"])[0]


class Met(Generic[Told]):
    """What words may be, found by a function when a word is met: a dictionary of tuples of which only a part is ever made."""

    def __init__(self, found: Callable[[str], tuple[Told, ...]]) -> None:
        self.get: Callable[[str], tuple[Told, ...]] = lru_cache(maxsize=KEPT)(found)

    def __getitem__(self, key: str) -> tuple[Told, ...]:
        return self.get(key)

    def __contains__(self, key: str) -> bool:
        return bool(self.get(key))

    def places(self, tokens: Words) -> list[int]:
        """Where the words of a text stand that may be something, in order."""
        return words_where(tokens, self.get)


@cache
def forms(name: str) -> Met[Form]:
    """Folded form -> what it may be by the table `name`, the article and س before it included; earlier rows come first."""
    return Met(lambda key: told(key).get(name, ()))


@lru_cache(maxsize=LATELY)
def told(key: str) -> dict[str, tuple[Form, ...]]:
    """Table -> what a folded form may be by it, for the tables that have it."""
    found: dict[str, tuple[Form, ...]] = {}
    for name, number in rows().having(key):
        found[name] = (*found.get(name, ()), *forms_of_row(name, number)[key])
    return found


class Rows:
    """The rows of all tables by how their forms begin; a row is written out when the first word is met that begins like it.

    Each beginning of an opening stands there too, so that words that begin like none are soon told.
    """

    def __init__(self) -> None:
        self._opened: dict[str, list[Place]] = {}
        for name in TABLES:
            for number, row in enumerate(table(name)):
                for opening in {*openings_of(row)} - {"", NONE}:
                    for stop in range(1, len(opening)):
                        self._opened.setdefault(opening[:stop], [])
                    self._opened.setdefault(opening, []).append((name, number))

    def having(self, key: str) -> list[Place]:
        """The rows that have a folded form, in order."""
        return sorted({place for rest in rests_of(key) for place in self._beginning(rest) if key in forms_of_row(*place)})

    def _beginning(self, rest: str) -> Iterator[Place]:
        """The rows with a form that may begin like a word."""
        for stop in range(1, len(rest) + 1):
            opened = self._opened.get(rest[:stop])
            if opened is None:
                return
            yield from opened


@cache
def rows() -> Rows:
    """The rows of all tables, none written out yet."""
    return Rows()


def openings_of(row: Row) -> Iterator[str]:
    """The folded beginnings of a row's bases, without what an ending may change: زا and زو of زار, يزور; زيار of زيارة."""
    for base in (row["lemma"], row["imperfect"][1:], row["participle"]):
        yield fold(unchanged(base) if row["class"] == SOUND else base[:-1] or base)
    yield from (fold(unchanged(noun)) for noun in several(row["noun"]))
    yield from (fold(whole) for whole in (row["jussive"][1:], *several(row["passive"])))


def unchanged(base: str) -> str:
    """A base without the ending that its forms may change: زيارة -> زيار, because of زيارته."""
    return base[:-1] or base if base.endswith(MAY_CHANGE) else base


def rests_of(key: str) -> tuple[str, ...]:
    """A word, and what is left of it behind what may stand before a base: يزور and زور; سيزور, يزور and زور; الزيارة and زيارة."""
    later = key[1:] if key.startswith(FUTURE) else ""
    article = key.removeprefix(ARTICLE) if key.startswith(ARTICLE) else ""
    return key, later, article, *(rest[1:] for rest in (key, later) if rest[:1] in (HE_DOES, FEMININE_HEAD))


@cache
def forms_of_row(name: str, number: int) -> dict[str, tuple[Form, ...]]:
    """The folded forms of a row, by its number in its table, each with what it may be."""
    found: dict[str, tuple[Form, ...]] = {}
    for form, told in forms_of(table(name)[number]):
        key = fold(form)
        if told not in found.get(key, ()):
            found[key] = (*found.get(key, ()), told)
    return found


def forms_where(name: str, holds: Callable[[Row], bool]) -> Iterator[tuple[str, Form]]:
    """The folded forms of the rows of which something holds, with what they may be, in the order of the rows."""
    for number, row in enumerate(table(name)):
        if holds(row):
            yield from ((key, form) for key, told in forms_of_row(name, number).items() for form in told)


def forms_of(row: Row) -> Iterator[tuple[str, Form]]:
    """Every form of a row, unfolded."""
    if row["lemma"] != NONE:
        yield from verb_forms(row)
    for form in several(row["passive"].replace(NONE, "")):
        yield form, Form(row, "passive", NONE, "s")
        if form[0] in (HE_DOES, FEMININE_HEAD) and not form.startswith(row["lemma"][:2]):
            yield FUTURE + form, Form(row, "future", "f" if form[0] == FEMININE_HEAD else "m", "s")
    if row["participle"] != NONE:
        for form, gender, number in decline(row["participle"]):
            yield form, Form(row, "participle", gender, number)
            yield ARTICLE + form, Form(row, "participle", gender, number)
    for noun in several(row["noun"].replace(NONE, "")):
        for form, owner in noun_forms(noun):
            yield form, Form(row, "noun", NONE, "s", owner)


def noun_forms(noun: str) -> Iterator[tuple[str, str]]:
    """A noun in its cases, with its article and with each owner, whose gender and number follow: اللقاء, اجتماعا, لقاؤه, لقائه."""
    yield ARTICLE + noun, ""
    if not noun.endswith((*NO_ACCUSATIVE, FEMININE_PLURAL)):
        yield noun + ALEF, ""
    for form, owner in with_owner(noun):
        yield form, owner
        if owner and noun.endswith(HAMZA):
            yield from ((noun[:-1] + seat + form[len(noun) :], owner) for seat in HAMZA_SEATS)


def verb_forms(row: Row) -> Iterator[tuple[str, Form]]:
    """Every finite active form of a row, alone and with its object attached: زار, زاره, سيزور, يزوروا."""
    for form, tense, gender, number in conjugate(row):
        for whole, object in ((form, ""), *with_objects(form)):
            yield whole, Form(row, tense, gender, number, object)
            if tense == "imperfect":
                yield FUTURE + whole, Form(row, "future", gender, number, object)
        if tense == "imperfect" and (short := without_nun(form)):
            yield short, Form(row, "jussive", gender, number)
    if row["jussive"] != NONE:
        yield row["jussive"], Form(row, "jussive", "m", "s")
        yield FEMININE_HEAD + row["jussive"][1:], Form(row, "jussive", "f", "s")


def own_forms(row: Row) -> Iterator[tuple[str, Form]]:
    """The forms of a verb by which whoever speaks tells of himself or of several with him: أحضر, سنحضر, لم نلب, رفضنا."""
    if row["lemma"] == NONE:
        return
    if row["class"] == SOUND:
        yield row["lemma"] + OURS, Form(row, "perfect", NONE, "p")
    for base, tense in ((row["imperfect"], "imperfect"), (row["jussive"], "jussive")):
        for head, number in OWN_HEADS if base != NONE else ():
            told = Form(row, tense, NONE, number)
            yield head + base[1:], told
            if tense == "imperfect":
                yield FUTURE + head + base[1:], told._replace(tense="future")


def as_he_will(key: str) -> str:
    """What whoever speaks will do as somebody else's deed, both folded: سأزور -> سيزور; empty for others."""
    own = key.startswith(FUTURE + ALEF) and len(key) >= OWN_LEAST
    return FUTURE + HE_DOES + key[len(FUTURE + ALEF) :] if own else ""


def with_objects(form: str) -> Iterator[tuple[str, str]]:
    """A finite form with each object attached, and the object's gender and number: زاره, أجرى -> أجراها, نظموا -> نظموها."""
    stem = form[:-1] + ALEF if form.endswith(ALEF_MAKSURA) else form.removesuffix(ALEF) if form.endswith(VERB_PLURAL) else form
    return ((stem + pronoun, object) for pronoun, object in owners())


def without_nun(form: str) -> str | None:
    """The form behind لم and لن of a plural or a dual: يزورون -> يزوروا, تزوران -> تزورا; None for others."""
    if form.endswith(PLURAL_INDICATIVE):
        return form.removesuffix(PLURAL_INDICATIVE) + VERB_PLURAL
    return form[:-1] if form.endswith(DUAL_INDICATIVE) else None
