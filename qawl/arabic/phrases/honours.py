"""Who may be meant by an honour with its pronoun: سموه, معاليه, سعادته."""

from __future__ import annotations

from collections import defaultdict
from functools import cache

from qawl.arabic.actors import Actor
from qawl.arabic.letters import ARTICLE, HERS, HIS, TA_MARBUTA, fold
from qawl.arabic.lexicon import HONOUR, NAME_UNIT, OFFICE, word_classes
from qawl.arabic.tokens import Tokens
from qawl.tables import table

# How far before a name its honour may stand: سمو ولي العهد الأمير سالم.
HONOUR_REACH = 6


def spellings(honour: str) -> frozenset[str]:
    """The honour that carries a pronoun, as it stands before a name: سموه -> سمو, سعادته -> سعاده, and صاحب السمو."""
    stem = honour.removesuffix(HERS).removesuffix(HIS)
    return frozenset((stem, stem[:-1] + TA_MARBUTA, ARTICLE + stem))


@cache
def bearers() -> dict[str, set[str]]:
    """Folded honours that only some bear -> the folded words before a name that tell of them: سمو -> الامير, امير."""
    words: defaultdict[str, set[str]] = defaultdict(set)
    for row in table("honours.tsv"):
        words[fold(row["honour"])].add(fold(row["form"]))
    return words


@cache
def all_honours() -> frozenset[str]:
    """Every honour as it stands before a name."""
    return frozenset(word for key, kind in word_classes().items() if kind & HONOUR for word in spellings(key))


def words_before(tokens: Tokens, first: int) -> set[str]:
    """The words before a name that may be its titles, up to another name: سعادة الشيخ سالم، ومعالي | نادر."""
    words: set[str] = set()
    for place in range(first - 1, max(0, first - HONOUR_REACH) - 1, -1):
        kind = tokens.kinds[place]
        if kind & NAME_UNIT and not kind & OFFICE:
            break
        words.add(tokens.keys[place])
    return words


def titles_of(tokens: Tokens, person: Actor) -> set[str]:
    """All words before the names by which a page mentions a person."""
    return set().union(*(words_before(tokens, first) for first, _ in person.mentions))


def titles_told_by(honour: str) -> set[str]:
    """The words that tell of somebody who bears an honour: those of the table, empty where anybody may bear it."""
    return set().union(*(bearers().get(word, ()) for word in spellings(honour)))


def may_bear(tokens: Tokens, person: Actor, honour: str) -> bool:
    """Whether nothing that a page tells of a person forbids an honour: no other one, no office alone where only princes bear it."""
    titles = titles_of(tokens, person)
    told = titles_told_by(honour)
    if told:
        return not titles.isdisjoint(told) or not person.roles
    return titles.isdisjoint(all_honours() - spellings(honour))
