"""Adjectives that are surnames too, told by the page's word for those who follow: جماعة الحوثيين … المسؤول | الحوثي."""

from __future__ import annotations

from qawl.arabic import lexicon
from qawl.arabic.letters import ARTICLE, NISBA, PLURALS, ROYAL, bare_key
from qawl.arabic.places import Places

# What may be a surname and an adjective in the article and ي.
SURNAMES = lexicon.FAMILY | lexicon.DEFINITE


def may_follow(key: str, kind: int) -> bool:
    """Whether a surname has the article and the ending of a relative adjective, and is no nationality: الحوثي."""
    adjective = kind & SURNAMES == SURNAMES and not kind & (lexicon.NATION | lexicon.TITLE)
    return bool(adjective) and key.startswith(ARTICLE) and key.endswith(NISBA[0])


def know_royal(tokens: Places, places: list[int]) -> None:
    """Mark the adjective of an honour, which is no surname: صاحب السمو | الملكي."""
    for place in places:
        if place and tokens.keys[place - 1] == ROYAL[0]:
            tokens.turn(place, lexicon.DEFINITE)


def know_followers(tokens: Places, places: list[int]) -> None:
    """Mark a surname behind one definite office as an adjective where the page has its plural and nobody of that full name."""
    words = set(tokens.keys) if places else set()
    bearers = {tokens.keys[place] for place in places if place and tokens.kinds[place - 1] & lexicon.NAME}
    for place in places:
        key, before = tokens.keys[place], tokens.kinds[place - 1] if place else 0
        office = before & lexicon.ROLE and before & lexicon.DEFINITE and not before & lexicon.TITLE
        plurals = {form + ending for form in (key, bare_key(key)) for ending in PLURALS}
        if office and key not in bearers and not words.isdisjoint(plurals):
            tokens.turn(place, lexicon.DEFINITE | lexicon.NATION)
