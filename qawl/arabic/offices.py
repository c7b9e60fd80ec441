"""Whether the words of an office are those of a role that the page gives: الرئيس الفرنسي، رئيس فرنسا."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from qawl.arabic.actors import Actor, keys_of
from qawl.arabic.findings import Range
from qawl.arabic.heads import known_head
from qawl.arabic.kin import in_one_word
from qawl.arabic.letters import JOINS_FREELY, bare_words
from qawl.arabic.lexicon import TITLE
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


def lands_in(keys: tuple[str, ...]) -> dict[str, str]:
    """The words of countries and nationalities among bare keys, each with its country."""
    found = {key: lands()[key] for key in keys if key in lands()}
    for pair in pairwise(keys):
        if country := lands().get(" ".join(pair)):
            found |= dict.fromkeys(pair, country)
    return found


def has_role(tokens: Tokens, person: Actor, keys: tuple[str, ...]) -> bool:
    """Whether one of the person's offices has this head and holds the other words too."""
    return any(is_same_office(keys, own) for role in person.roles for own in offices_in(tokens, role))


def offices_in(tokens: Tokens, role: Range) -> Iterator[tuple[str, ...]]:
    """The bare keys of each office in a role: behind its titles (سمو أمير كذا), behind و; نائب الوزير is one and no وزير."""
    first, stop = role
    titled = True
    for place in range(first, stop):
        titled = titled and (place == first or bool(tokens.kinds[place - 1] & TITLE))
        if titled or tokens.keys[place - 1] == JOINS_FREELY:
            keys = keys_of(tokens, (place, stop))
            own = tokens.is_owned(place) and known_head(keys[0][:-1])
            yield (keys[0][:-1], *keys[1:]) if own else keys


def is_same_office(keys: tuple[str, ...], own: tuple[str, ...]) -> bool:
    """Whether an office can be this role: الرئيس الفرنسي and رئيس فرنسا are one, الرئيس التونسي is another.

    So are رئيس البرلمان and رئيس مجلس النواب.
    """
    also, theirs = in_one_word(keys, "also"), in_one_word(own, "also")
    return is_within(in_one_word(keys), in_one_word(own)) or (also != keys and theirs != own and is_within(also, theirs))


def is_within(keys: tuple[str, ...], own: tuple[str, ...]) -> bool:
    """Whether an office has this role's head, no other land and hardly a word that the role lacks."""
    mine, theirs = lands_in(keys), lands_in(own)
    if keys[:1] != own[:1] or (mine and theirs and not set(mine.values()) & set(theirs.values())):
        return False
    extra = {key for key in keys if key not in own and mine.get(key, "-") not in theirs.values()}
    return len(extra) <= (len(keys) - 1) // 3
