"""Other names by which a page calls somebody whom it has just named: سالم الكندي، المعروف باسم | رامي الحلو."""

from __future__ import annotations

from functools import cache

from qawl.arabic.actors import Actor
from qawl.arabic.letters import BY, JOINS_FREELY, ROUND, fold
from qawl.arabic.lexicon import COMMA
from qawl.arabic.tokens import Tokens
from qawl.tables import table


@cache
def links() -> frozenset[tuple[str, ...]]:
    """The folded words that tell another name: المعروف, واسمه الحقيقي."""
    return frozenset(tuple(Tokens(row["form"]).keys) for row in table("called_words.tsv") if row["class"] in ("link", "named"))


@cache
def longest_link() -> int:
    """How many words the longest of these has."""
    return max(map(len, links()))


@cache
def between() -> frozenset[str]:
    """Folded words that may stand between these and the name: أيضا, باسم, ب."""
    forms = (row["form"] for row in table("called_words.tsv") if row["class"] in ("adverb", "lead"))
    return frozenset((*(fold(form) for form in forms), BY))


def join_aliases(tokens: Tokens, people: list[Actor]) -> None:
    """Give the mentions and roles of whoever is only another name of somebody to him."""
    ends = {stop: person for person in people for _, stop in person.mentions}
    for alias in list(people):
        known = {owner_of(tokens, ends, first) for first, _ in alias.mentions} - {None, alias}
        if len(known) == 1 and (owner := known.pop()) in people:
            owner.mentions += alias.mentions
            owner.roles += alias.roles
            people.remove(alias)


def owner_of(tokens: Tokens, ends: dict[int, Actor], first: int) -> Actor | None:
    """Whose other name begins at `first`, by what stands between it and the name before it."""
    stop = first
    while stop and tokens.keys[stop - 1] in between():
        stop -= 1
    for length in range(1, longest_link() + 1):
        start = stop - length
        if start > 0 and tuple(tokens.keys[start:stop]) in links():
            start -= tokens.keys[start - 1] == JOINS_FREELY
            start -= bool(tokens.kinds[start - 1] & COMMA or tokens.keys[start - 1] == ROUND[0])
            if start in ends:
                return ends[start]
    return None
