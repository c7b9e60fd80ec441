"""The gender of a person, as the given name tells it: هدى is a woman, سالم a man; نور may be either."""

from __future__ import annotations

from functools import cache

from qawl.arabic.actors import Actor
from qawl.arabic.findings import Range
from qawl.arabic.letters import (
    AMONG_THEM,
    ARTICLE,
    BETWEEN_THEM,
    DAUGHTERS,
    MENS_IN_TA,
    NISBA,
    OPEN_TA,
    SERVANT,
    TA_MARBUTA,
    bare_key,
    fold,
)
from qawl.arabic.lexicon import ACT, DEFINITE, DOES, FUNCTION, GIVES, MEETS, NATION, OFFICE, SPEECH, readings, word_classes
from qawl.arabic.names.units import descents
from qawl.arabic.ordinary import is_feminine_verb
from qawl.arabic.tokens import Tokens
from qawl.arabic.verbs import TOLD, WHOM
from qawl.tables import table

# Whom a verb has as object may stand right behind it; bodies, as women, leave their names out: ودعت | الكندي إلى الاستقالة.
OBJECTS = ({WHOM, "person"}, {WHOM, TOLD, "person", "judged"})


# What a verb that is none of saying may be by its class.
DEEDS = ACT | DOES | GIVES | MEETS
# A servant's name in one word has more letters than this: عبدالسلام, not عبدون.
LONGEST_CHILD = 5


@cache
def gendered_names() -> dict[str, str]:
    """Folded given names that only women (f) or only men (m) bear."""
    return {fold(row["form"]): row["gender"] for row in table("gendered_names.tsv")}


def gender_by_name(person: Actor) -> str:
    """The gender that the first of several names tells; one word alone may be a surname and tells nothing."""
    several = person.type == "person" and len(person.keys) > 1
    return gender_of_given(person.keys[0]) if several else "-"


def gender_of_given(key: str) -> str:
    """The gender that a given name tells; a servant of God is a man: عبدالسلام."""
    servant = key.startswith(SERVANT) and len(key) > LONGEST_CHILD
    return gendered_names().get(key, "m" if servant else "-")


def is_womans(key: str, classes: int = OFFICE) -> bool:
    """Whether a role, or another word of these classes, is the feminine of another one: الوزيرة, but not الداعية, العمدة."""
    role = bare_key(key)
    return role.endswith(TA_MARBUTA) and role not in MENS_IN_TA and bool(word_classes().get(role[:-1], 0) & classes)


@cache
def titles_of_men() -> frozenset[str]:
    """Folded definite titles that women have in a form of their own: السيد, الأستاذ; a woman too may be called الوزير."""
    honours = (row for name in ("titles.tsv", "titles_more.tsv") for row in table(name) if row["kind"] == "honorific")
    forms = [row["form"] for row in honours if row["feminine"]] + [row["form"] for row in table("mens_roles.tsv")]
    return frozenset(fold(ARTICLE + form) for form in forms)


def agrees(tokens: Tokens, person: Actor, name: Range) -> bool:
    """Whether a name may be a person's: a single word as the verb or title before it tells the gender: وشكرت | الكندي.

    One behind ولد is no daughter's.
    """
    if name[1] - name[0] > 1:
        return not is_son_of(tokens, person, name)
    if not name[0]:
        return True
    return {gender_told(tokens, name[0]), gender_of(tokens, person)} != {"f", "m"}


def is_son_of(tokens: Tokens, person: Actor, name: Range) -> bool:
    """Whether a name tells a son, and a person is told as a daughter: ولد فهد beside خديجة منت فهد."""
    first = tokens.keys[name[0]]
    return first in descents() and first not in DAUGHTERS and not set(DAUGHTERS).isdisjoint(tokens.keys[slice(*person.name)])


def gender_of(tokens: Tokens, person: Actor) -> str:
    """The gender of a person by the name, else by what stands before its mentions so far: النائبة | الكندي."""
    told = {gender_by_name(person)} - {"-"} or {gender_told(tokens, first) for first, _ in person.mentions if first} - {"-"}
    return next(iter(told)) if len(told) == 1 else "-"


def gender_told(tokens: Tokens, place: int) -> str:
    """The gender that the verb or the title right before a name tells: قالت | الكندي، السيدة | الكندي، شكرت | الكندي الأسرة."""
    key, kind = tokens.keys[place - 1], tokens.kinds[place - 1]
    if key in (*AMONG_THEM, BETWEEN_THEM):
        return "-"
    if kind & OFFICE and kind & DEFINITE:
        return "f" if is_womans(key) else "m" if key in titles_of_men() else "-"
    if not kind & SPEECH or kind & FUNCTION:
        acts = key.endswith(OPEN_TA) and (kind & DEEDS or is_feminine_verb(key)) and not kind & (DEFINITE | FUNCTION)
        return "f" if acts and has_object(tokens, place + 1) else "-"
    found = [reading for reading in readings(key) if reading.tense in ("perfect", "imperfect") and reading.number == "s"]
    met = any(not reading.takes.isdisjoint(OBJECTS[reading.gender == "f"]) for reading in found)
    if met and not has_object(tokens, place + 1):
        return "-"
    told = {reading.gender for reading in found}
    return next(iter(told)) if len(told) == 1 else "-"


def has_object(tokens: Tokens, place: int) -> bool:
    """Whether a definite noun that is no office stands at `place`, as the object of a verb: شكرت الكندي | الأسرة."""
    kind = tokens.kinds[place]
    return bool(kind & DEFINITE) and not kind & (OFFICE | NATION | FUNCTION) and not tokens.keys[place].endswith(NISBA)
