"""The forms of the verbs and nouns of a table, each with what the form tells: زار -> زارت, يزورون, سيزور, زائرا, الزيارة, زيارته.

A table has the columns `lemma` (the perfect, or `-` for a noun without a verb), `imperfect`, `class` (a paradigm), `jussive` (where
it is not the imperfect: يزر), `participle`, `noun` (verbal nouns, the dictionary form first) and `passive` (finite forms without an
agent), each `-` where there is none that is used so; all other columns are its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

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
    fold,
)
from qawl.arabic.verbs import conjugate, decline, pronouns, with_owner
from qawl.tables import Row, several, table

NONE = "-"
# The class of verbs whose forms leave their letters as they are.
SOUND = "sound"
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
        return self.row["lemma"] if self.row["lemma"] != NONE else several(self.row["noun"])[0]

    @property
    def is_finite(self) -> bool:
        """Whether the form is a verb with a subject of its own."""
        return self.tense in FINITE

    @property
    def is_own(self) -> bool:
        """Whether whoever speaks tells of himself or of those for whom he speaks: أحضر، سنحضر."""
        return self.gender == NONE and self.tense in FINITE and self.tense != "passive"


@cache
def forms(name: str) -> dict[str, tuple[Form, ...]]:
    """Folded form -> what it may be by the table `name`, the article and س before it included; earlier rows come first."""
    found: dict[str, tuple[Form, ...]] = {}
    for row in table(name):
        for form, told in forms_of(row):
            key = fold(form)
            if told not in found.get(key, ()):
                found[key] = (*found.get(key, ()), told)
    return found


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
            told = Form(row, tense, gender, number, object)
            yield whole, told
            if tense == "imperfect":
                yield FUTURE + whole, told._replace(tense="future")
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


def with_objects(form: str) -> Iterator[tuple[str, str]]:
    """A finite form with each object attached, and the object's gender and number: زاره, أجرى -> أجراها, نظموا -> نظموها."""
    stem = form[:-1] + ALEF if form.endswith(ALEF_MAKSURA) else form.removesuffix(ALEF) if form.endswith(VERB_PLURAL) else form
    yield from ((stem + row["form"], row["gender"] + row["number"]) for row in pronouns() if row["person"] == "3")


def without_nun(form: str) -> str | None:
    """The form behind لم and لن of a plural or a dual: يزورون -> يزوروا, تزوران -> تزورا; None for others."""
    if form.endswith(PLURAL_INDICATIVE):
        return form.removesuffix(PLURAL_INDICATIVE) + VERB_PLURAL
    return form[:-1] if form.endswith(DUAL_INDICATIVE) else None
