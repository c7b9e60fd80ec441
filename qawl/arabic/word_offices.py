"""Ranks and offices that are other words too, told by where they stand: فريق ترامب، وطالب سالم المجلس بكذا."""

from __future__ import annotations

from qawl.arabic import lexicon
from qawl.arabic.letters import CONJUNCTIONS
from qawl.arabic.places import Places

SURNAMES = lexicon.FAMILY | lexicon.NAME | lexicon.ODD


def know_word_offices(tokens: Places) -> None:
    """Take the rank and the office from the words of a text that are none where they stand."""
    for place in range(len(tokens.kinds) - 1):
        if is_team(tokens, place):
            tokens.kinds[place] &= ~lexicon.TITLE
        elif is_only_verb(tokens, place):
            tokens.kinds[place] &= ~lexicon.ROLE


def is_team(tokens: Places, place: int) -> bool:
    """Whether a word that is a rank too means those who work for somebody: فريق ترامب; not الفريق سالم, فريق أول سالم."""
    kind, after = tokens.kinds[place], tokens.kinds[place + 1]
    if not kind & lexicon.TITLE or not kind & lexicon.CARRIER or kind & lexicon.DEFINITE:
        return False
    return not after & lexicon.RANK and (not after & lexicon.TITLE or bool(after & lexicon.DEFINITE))


def is_only_verb(tokens: Places, place: int) -> bool:
    """Whether an office that is a verb too opens its clause, and a name without article follows: وطالب سالم رئيس المجلس بكذا."""
    kind, before = tokens.kinds[place], tokens.kinds[place - 1] if place else lexicon.BREAK
    if not kind & lexicon.ROLE or not kind & lexicon.SPEECH or not lexicon.may_say(tokens.keys[place]):
        return False
    opens = before & lexicon.PUNCTUATION or (before & lexicon.PREFIX and tokens.keys[place - 1] in CONJUNCTIONS)
    return bool(opens and tokens.kinds[place + 1] & SURNAMES) and not tokens.kinds[place + 1] & lexicon.DEFINITE
