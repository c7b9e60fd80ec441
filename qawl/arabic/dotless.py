"""علي and على told apart in texts that write one for the other: قال محمد على إن كذا, اتفق علي المبلغ."""

from __future__ import annotations

from collections import Counter

from qawl.arabic import lexicon
from qawl.arabic.letters import ALEF_MAKSURA, DOING, JOINS_FREELY, SERVANT, WRITTEN_INNA, WRITTEN_TO, YA
from qawl.arabic.name_units import descents, dotted_names, usual_given_names
from qawl.arabic.places import Places


def is_dotless(key: str, kind: int) -> bool:
    """Whether a preposition may be a name without its dots."""
    return bool(kind & lexicon.PREPOSITION) and key in dotted_names()


def know_dotless(tokens: Places, prepositions: list[int]) -> None:
    """على behind بن, or behind a given name and before what no preposition governs, is علي: سالم بن على, قال محمد على إن كذا."""
    for place in filter(None, prepositions):
        if names_nobody_else(tokens, place) or is_titled(tokens, place) or tokens.keys[place - 1] in descents():
            tokens.turn(place, lexicon.NAME_UNIT)


def is_dotted(key: str, kind: int) -> bool:
    """Whether a name may be a preposition with dots."""
    return bool(kind & lexicon.NAME) and key in dotted_names()


def know_dotted(tokens: Places, named: list[int]) -> None:
    """علي is على in a text that writes إلي for إلى, but behind a name and before one: اتفق علي المبلغ, but not زار علي سالم."""
    written = Counter(WRITTEN_TO.findall(tokens.text))
    for place in named if written[YA] > written[ALEF_MAKSURA] else ():
        if not is_of_name(tokens, place):
            tokens.turn(place, lexicon.word_classes()[tokens.keys[place]] & ~lexicon.PERSONAL)


def is_of_name(tokens: Places, place: int) -> bool:
    """Whether a given name stands before `place`, or a part of names behind it."""
    before = tokens.kinds[place - 1] if place else 0
    after = tokens.kinds[place + 1]
    if before & lexicon.NAME and not before & (lexicon.DEFINITE | lexicon.DOUBTFUL):
        return True
    if not after & (lexicon.NAME_UNIT | lexicon.ODD) or after & (lexicon.DOUBTFUL | lexicon.FUNCTION):
        return False
    return bool(after & lexicon.NAME) or not DOING.match(tokens.keys[place + 1])


def is_titled(tokens: Places, place: int) -> bool:
    """Whether a title stands before `place` and a usual name behind it: الدكتور على حسن, but not أثنى الشيخ على العمال."""
    before, after = tokens.kinds[place - 1], place + 1
    if not before & lexicon.TITLE or not before & lexicon.DEFINITE or before & lexicon.ROLE or after >= len(tokens):
        return False
    if tokens.kinds[after] & (lexicon.FUNCTION | lexicon.PREFIX):
        return False
    return tokens.keys[after].startswith(SERVANT) or bool(
        tokens.kinds[after] & lexicon.NAME and tokens.keys[after] in usual_given_names()
    )


def names_nobody_else(tokens: Places, place: int) -> bool:
    """Whether a name stands before `place`, and a mark, و or إن behind it."""
    before, after = tokens.kinds[place - 1], place + 1
    if not before & lexicon.NAME or before & lexicon.DEFINITE:
        return False
    if after >= len(tokens) or tokens.kinds[after] & (lexicon.SENTENCE_END | lexicon.COMMA) or tokens.keys[after] == JOINS_FREELY:
        return True
    return bool(tokens.kinds[after] & lexicon.THAT) and tokens.text[tokens.starts[after]] == WRITTEN_INNA
