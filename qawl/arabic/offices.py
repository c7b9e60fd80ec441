"""Which person an office without a name means: the words of the office beside those of the roles that the page gives."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

from qawl.arabic.letters import bare_key, fold_phrase
from qawl.arabic.people import Actor, keys_of
from qawl.arabic.tokens import Tokens
from qawl.tables import several, table


@cache
def lands() -> dict[str, str]:
    """Bare keys of countries and nationalities -> the country: فرنسا and فرنسي; of two words under both."""
    found: dict[str, str] = {}
    for row in table("countries.tsv"):
        found |= {bare_words(form): row["id"] for form in (row["name"], *several(row["variants"]))}
    found |= {bare_words(row["form"]): row["country"] for row in table("countries_more.tsv")}
    for row in (*table("nationalities.tsv"), *table("nationalities_more.tsv")):
        found |= {bare_words(form): row["country"] for form in (row["form"], row["feminine"], *several(row["plurals"]))}
    return {form: country for form, country in found.items() if country}


def bare_words(form: str) -> str:
    """The bare keys of a form's words, one space between them."""
    return " ".join(map(bare_key, fold_phrase(form).split()))


def lands_in(keys: tuple[str, ...]) -> dict[str, str]:
    """The words of countries and nationalities among bare keys, each with its country."""
    found = {key: lands()[key] for key in keys if key in lands()}
    for pair in pairwise(keys):
        if country := lands().get(" ".join(pair)):
            found |= dict.fromkeys(pair, country)
    return found


def has_role(tokens: Tokens, person: Actor, keys: tuple[str, ...]) -> bool:
    """Whether one of the person's roles has this head and holds the other words too."""
    return any(is_same_office(keys, keys_of(tokens, role)) for role in person.roles)


def is_same_office(keys: tuple[str, ...], own: tuple[str, ...]) -> bool:
    """Whether an office can be this role: الرئيس الفرنسي and رئيس فرنسا are one, الرئيس التونسي is another."""
    mine, theirs = lands_in(keys), lands_in(own)
    if keys[0] not in own or (mine and theirs and not set(mine.values()) & set(theirs.values())):
        return False
    extra = {key for key in keys if key not in own and mine.get(key, "-") not in theirs.values()}
    return len(extra) <= (len(keys) - 1) // 3
