"""Verbs of saying: their forms from principal parts and paradigms, each with what the form tells of its subject."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from qawl.arabic.letters import ALEF, ARTICLE, LONG_VOWELS, OPEN_TA, WRITTEN_TA_MARBUTA, WRITTEN_WAW, fold
from qawl.model import Act
from qawl.tables import Row, several, table

# The tenses that have a subject of their own.
FINITE = ("perfect", "imperfect")
# Acts whose verb has the addressed as its object: ودعا الحكومة إلى أن …
URGES = ("call", "ask", "accuse")
# What a verb's row says of it where أن may follow.
THAT_FOLLOWS = "that"
# What the row says besides: the one told is its object; its object pronoun is whom it was told; what is judged is;
# what is accounted for is; somebody is; behind a negated clause and كما the contrary was said; it tells something only with its
# clause; who is held says so.
WHOM = "whom"
TOLD = "told"
JUDGED = "judged"
ACCOUNTED = "accounted"
PERSON = "person"
CLAIMED = "claimed"
RULES = "rules"
ONLY = "only"
CONFESSES = "confesses"
# What was said may begin right behind who said it, with any clause of a verb.
CLAUSE = "clause"
# A verbal noun may stand for what was said; it stands behind whom the verb's preposition leads to.
MATTER = "matter"
BIDDEN = "bidden"
# Who governs gives it: an officer behind it is its subject.
ORDERS = "orders"


class Reading(NamedTuple):
    """What a form of a verb of saying tells: lemma, act, what it takes, how it stands, and gender and number of its subject.

    ``tense`` is perfect, imperfect, passive, participle or noun; ``gender`` m, f or -; ``number`` s, d or p;
    ``takes`` holds `that`, `quote`, `question`, `whom`, `told`, `judged`, `accounted`, `person`, `claimed`, `only`,
    `confesses`, `clause`, `matter`, `bidden`, `orders` and the folded
    prepositions that may stand before what was said;
    ``owner`` is the gender and number of a pronoun attached to a noun (قوله: ms), ``object`` of one attached to a verb
    (وصفته: ms), or empty.
    """

    lemma: str
    act: Act
    takes: frozenset[str]
    tense: str
    gender: str
    number: str
    owner: str = ""
    object: str = ""


class Pattern(NamedTuple):
    """How one form is made of its base: `drop` letters cut from the end, a prefix in place of the first, a suffix."""

    drop: int
    prefix: str
    suffix: str
    tense: str
    gender: str
    number: str


@cache
def paradigms() -> dict[str, list[Pattern]]:
    """The patterns of each conjugation class."""
    classes: dict[str, list[Pattern]] = {}
    for row in table("paradigms.tsv"):
        classes.setdefault(row["class"], []).append(pattern_of(row))
    return classes


def pattern_of(row: Row) -> Pattern:
    """The pattern that a row of the paradigms tells."""
    prefix, suffix = (row[side].replace("-", "") for side in ("prefix", "suffix"))
    return Pattern(int(row["drop"]), prefix, suffix, row["tense"], row["gender"], row["number"])


@cache
def pronouns() -> list[Row]:
    """The pronouns that stand attached to a noun of saying."""
    return table("pronouns.tsv")


@cache
def owners() -> tuple[tuple[str, str], ...]:
    """The pronouns of the third person, with their gender and number: ه, ها …"""
    return tuple((row["form"], row["gender"] + row["number"]) for row in pronouns() if row["person"] == "3")


def inflect(base: str, pattern: Pattern) -> str:
    """One form of a base by a pattern of its paradigm: `يعلن` and that of تعلنان -> `تعلنان`."""
    stop = len(base) - pattern.drop
    return pattern.prefix + base[1:stop] + pattern.suffix if pattern.prefix else base[:stop] + pattern.suffix


def conjugate(verb: Row) -> Iterator[tuple[str, str, str, str]]:
    """Every finite form of a verb with its tense, gender and number, unfolded."""
    bases = {"perfect": verb["lemma"], "imperfect": verb["imperfect"]}
    for pattern in paradigms().get(verb["class"], ()):
        base = bases[pattern.tense]
        if base != "-":
            yield inflect(base, pattern), pattern.tense, pattern.gender, pattern.number


def decline(stem: str) -> Iterator[tuple[str, str, str]]:
    """Every form of an active participle with its gender and number: مشير -> مشيرا, مشيرة, مشيرين …"""
    for pattern in paradigms()["participle"]:
        yield inflect(stem, pattern), pattern.gender, pattern.number


def with_owner(noun: str) -> Iterator[tuple[str, str]]:
    """A noun of saying alone and with each attached pronoun: قول -> قول, قوله, قولها …"""
    stem = noun[:-1] + OPEN_TA if noun.endswith(WRITTEN_TA_MARBUTA) else noun
    yield noun, ""
    yield from ((stem + form, owner) for form, owner in owners())


def with_object(form: str, number: str, told: bool) -> Iterator[tuple[str, str]]:
    """A finite form with its object attached, and the object's gender and number: أعلنت -> أعلنته, أعلنتها …

    Where `told`, the object is whom it was told: أخبرني, أخبروه. Other forms in a long vowel change and are left out.
    """
    if told and form.endswith(WRITTEN_WAW):
        form = form[:-1]
    elif number != "s" or form.endswith(LONG_VOWELS):
        return
    yield from ((form + row["form"], row["gender"] + row["number"]) for row in pronouns() if told or row["person"] == "3")


def takes_after_object(takes: frozenset[str]) -> frozenset[str]:
    """What may follow a verb that has its object: وصفها بأنها, عللها بأن, اعتبرها «كذا», أبلغه أن.

    Nothing may after ما أعلنته, whose object is what was said.
    """
    if tells(takes):
        return takes - {WHOM}
    if takes & {JUDGED, ACCOUNTED}:
        return takes - {THAT_FOLLOWS}
    return frozenset() if THAT_FOLLOWS in takes else takes


def tells(takes: frozenset[str]) -> bool:
    """Whether an object pronoun of the verb is whom it was told."""
    return bool(takes & {WHOM, TOLD})


def takes_of(verb: Row) -> frozenset[str]:
    """What a verb's row allows before what was said, prepositions folded."""
    return frozenset(fold(value) for value in several(verb["takes"]))


def readings_of(verb: Row) -> Iterator[tuple[str, Reading]]:
    """Every form of a verb of saying, folded, with its reading."""
    lemma, act, takes = verb["lemma"], verb["act"], takes_of(verb)
    for form in several(verb["passive"].replace("-", "")):
        yield fold(form), Reading(lemma, act, takes, "passive", "-", "s")  # type: ignore[arg-type]
    for form, tense, gender, number in conjugate(verb):
        yield fold(form), Reading(lemma, act, takes, tense, gender, number)  # type: ignore[arg-type]
        after = takes_after_object(takes)
        for whole, object in with_object(form, number, tells(takes)):
            yield fold(whole), Reading(lemma, act, after, tense, gender, number, object=object)  # type: ignore[arg-type]
    if verb["participle"] != "-":
        for form, gender, number in decline(verb["participle"]):
            yield fold(form), Reading(lemma, act, takes, "participle", gender, number)  # type: ignore[arg-type]
    if verb["noun"] != "-":
        first, *others = several(verb["noun"])
        for noun in (first, *others):
            for form, owner in with_owner(noun):
                only = takes | {ONLY} if noun in others else takes
                yield fold(form), Reading(lemma, act, only, "noun", "-", "s", owner)  # type: ignore[arg-type]
        yield fold(ARTICLE + first), Reading(lemma, act, takes | {ONLY}, "noun", "-", "s")  # type: ignore[arg-type]


@cache
def verb_readings() -> dict[str, tuple[Reading, ...]]:
    """Folded form -> its readings, those of earlier rows of the table first."""
    found: dict[str, tuple[Reading, ...]] = {}
    for verb in table("verbs.tsv"):
        for form, reading in readings_of(verb):
            found[form] = (*found.get(form, ()), reading)
    return found


class Utterance(NamedTuple):
    """A noun for what somebody said: whose it is by its pronoun (خلاصته: ms) or empty, and whether أن may follow it."""

    owner: str
    sums_up: bool


@cache
def utterances() -> dict[str, Utterance]:
    """Folded nouns for what somebody said, alone, with a pronoun, the article or the ending of an indefinite object."""
    found: dict[str, Utterance] = {}
    for row in table("utterances.tsv"):
        noun, sums_up = row["form"], row["that"] == "yes"
        for form, owner in with_owner(noun):
            found[fold(form)] = Utterance(owner, sums_up)
        found[fold(ARTICLE + noun)] = Utterance("", sums_up)
        if not noun.endswith(WRITTEN_TA_MARBUTA):
            found[fold(noun) + ALEF] = Utterance("", sums_up)
    return found


@cache
def modals() -> frozenset[str]:
    """The folded finite forms of the verbs whose أن reports nothing: يجب أن، استطاعت أن."""
    return frozenset(fold(form) for verb in table("modals.tsv") for form, *_ in conjugate(verb))
