"""The gender of a person, as the given name tells it: هدى is a woman, سالم a man; نور may be either."""

from __future__ import annotations

from functools import cache

from qawl.arabic.actors import Actor
from qawl.arabic.findings import Range
from qawl.arabic.letters import ARTICLE, TA_MARBUTA, bare_key, fold
from qawl.arabic.lexicon import DEFINITE, FUNCTION, ROLE, SPEECH, TITLE, readings, word_classes
from qawl.arabic.tokens import Tokens
from qawl.arabic.verbs import TOLD, WHOM
from qawl.tables import table

# Whom a verb has as object may stand right behind it; bodies, as women, leave their names out: ودعت | الكندي إلى الاستقالة.
OBJECTS = ({WHOM, "person"}, {WHOM, TOLD, "person", "judged"})


@cache
def gendered_names() -> dict[str, str]:
    """Folded given names that only women (f) or only men (m) bear."""
    return {fold(row["form"]): row["gender"] for row in table("gendered_names.tsv")}


def gender_by_name(person: Actor) -> str:
    """The gender that the first of several names tells; one word alone may be a surname and tells nothing."""
    several = person.type == "person" and len(person.keys) > 1
    return gendered_names().get(person.keys[0], "-") if several else "-"


def is_womans(key: str, classes: int = ROLE | TITLE) -> bool:
    """Whether a role, or another word of these classes, is the feminine of another one: الوزيرة, but not الداعية."""
    role = bare_key(key)
    return role.endswith(TA_MARBUTA) and bool(word_classes().get(role[:-1], 0) & classes)


@cache
def honorifics() -> frozenset[str]:
    """Folded definite titles that women have in a form of their own: السيد, الدكتور; a woman too may be called الوزير."""
    rows = (row for name in ("titles.tsv", "titles_more.tsv") for row in table(name))
    return frozenset(fold(ARTICLE + row["form"]) for row in rows if row["kind"] == "honorific" and row["feminine"])


def agrees(tokens: Tokens, person: Actor, name: Range) -> bool:
    """Whether a single word may be a person's surname, as the verb or title before it tells the gender: وشكرت | الكندي."""
    if name[1] - name[0] > 1 or not name[0]:
        return True
    return {gender_told(tokens, name[0]), gender_of(tokens, person)} != {"f", "m"}


def gender_of(tokens: Tokens, person: Actor) -> str:
    """The gender of a person by the name, else by what stands before its mentions so far: النائبة | الكندي."""
    told = {gender_by_name(person)} - {"-"} or {gender_told(tokens, first) for first, _ in person.mentions if first} - {"-"}
    return next(iter(told)) if len(told) == 1 else "-"


def gender_told(tokens: Tokens, place: int) -> str:
    """The gender that the verb of saying, or the title, right before a name tells: قالت | الكندي، السيدة | الكندي."""
    key, kind = tokens.keys[place - 1], tokens.kinds[place - 1]
    if kind & (ROLE | TITLE) and kind & DEFINITE:
        return "f" if is_womans(key) else "m" if key in honorifics() else "-"
    if not kind & SPEECH or kind & FUNCTION:
        return "-"
    found = [reading for reading in readings(key) if reading.tense in ("perfect", "imperfect") and reading.number == "s"]
    if any(not reading.takes.isdisjoint(OBJECTS[reading.gender == "f"]) for reading in found):
        return "-"
    told = {reading.gender for reading in found}
    return next(iter(told)) if len(told) == 1 else "-"
