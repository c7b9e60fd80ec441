"""Heads of sources: what kind of party a word makes that is no person's name: a body, a country, a group, an office, a document."""

from __future__ import annotations

from functools import cache

from qawl.arabic.letters import ADVERB_ENDINGS, HIS, OWNERS, PLURALS, TA_MARBUTA, bare_key, fold
from qawl.arabic.lexicon import (
    BODY,
    CITY,
    COUNTRY,
    DEFINITE,
    FUNCTION,
    LATIN,
    NUMBER,
    OBJECT,
    ODD,
    PEOPLE,
    ROLE,
    SETTING,
    SPEECH,
    TIME,
)
from qawl.arabic.tokens import Tokens
from qawl.model import PartyType
from qawl.tables import several, table


@cache
def heads() -> dict[str, PartyType]:
    """Folded head words of sources without a name, with the type of the party that they head."""
    found: dict[str, PartyType] = {}
    for row in table("orgs.tsv"):
        found[fold(row["form"])] = "group" if row["type"] == "group" else "organisation"
    for row in table("documents.tsv"):
        found[fold(row["form"])] = "document"
    titles = [row for name in ("titles.tsv", "titles_more.tsv") for row in table(name)]
    found |= {fold(form): "group" for row in titles for form in several(row["plural"])}
    found |= {fold(form): "unnamed" for row in titles for form in (row["form"], row["feminine"]) if form}
    for row in table("people_words.tsv"):
        found[fold(row["form"])] = "group" if row["number"] == "many" else "unnamed"
    return found


def known_head(key: str) -> PartyType | None:
    """What a head of the tables makes, with or without its article."""
    return heads().get(key) or heads().get(bare_key(key))


def type_of(tokens: Tokens, first: int) -> PartyType | None:
    """What kind of party a head word makes; None where it makes none."""
    kind, key = tokens.kinds[first], tokens.keys[first]
    known = known_head(key)
    if kind & (COUNTRY | CITY) and not kind & (ROLE | PEOPLE):
        return "country"
    if known:
        return known
    if kind & LATIN:
        return "organisation"
    if kind & (FUNCTION | SPEECH | NUMBER):
        return None
    if kind & (OBJECT | TIME | SETTING):
        return None
    if kind & DEFINITE:
        return "group" if key.endswith(PLURALS) and len(key) > 5 else "organisation" if kind & ODD else "unnamed"
    last = tokens.text[tokens.ends[first] - 1]
    if last == HIS:
        return head_of_owner(key[:-1])
    return owned_head(key) if last not in ADVERB_ENDINGS else None


def owned_head(key: str) -> PartyType | None:
    """What an indefinite noun makes: a head with a pronoun (محاميه) what its head makes, any other noun somebody unnamed."""
    for pronoun in OWNERS:
        if key.endswith(pronoun):
            return head_of_owner(key[: -len(pronoun)])
    return "group" if key.endswith(PLURALS) else "unnamed"


def head_of_owner(stem: str) -> PartyType | None:
    """What the head before a pronoun makes: محامي of محاميه, محامية of محاميته."""
    return heads().get(stem) or (heads().get(stem[:-1] + TA_MARBUTA) if stem else None)


def is_headed(tokens: Tokens, place: int) -> bool:
    """Whether a table knows the word at `place` as a head of sources, a country or a body."""
    kind, key = tokens.kinds[place], tokens.keys[place]
    return bool(kind & (COUNTRY | CITY | LATIN | BODY | ROLE | PEOPLE)) or key in heads() or bare_key(key) in heads()
