"""Surnames that open with an article or a small word of their own language, one word with it: جيرار لو كارنيه، قال فان دايك إن."""

from __future__ import annotations

from functools import cache

from qawl.arabic import lexicon
from qawl.arabic.letters import ALEF, NO, PEN, fold
from qawl.arabic.names.given import INTRODUCES, NAMELY
from qawl.arabic.names.units import known_abroad
from qawl.arabic.ordinary import is_common, is_verb
from qawl.arabic.places import Places, keep_places
from qawl.tables import table

# What ends the phrase of somebody whose surname stands alone, and what else does behind a verb of saying.
CLOSES = lexicon.THAT | lexicon.PUNCTUATION
# A surname has at most so many small words before its own.
LONGEST = 3


@cache
def articles() -> frozenset[str]:
    """Folded words that open a foreign surname, but no full name: لو، دي; not فان."""
    rows = [row for row in table("name_parts.tsv") if row["opens"] == "no"]
    return frozenset(fold(row["form"]) for row in rows if row["side"] == "article" or row["abroad"] == "yes")


@cache
def small_words() -> frozenset[str]:
    """Folded small words that stand before foreign surnames, one or more of them: فان دير، دي لا."""
    abroad = frozenset(fold(row["form"]) for row in table("name_parts.tsv") if row["abroad"] == "yes")
    return abroad | articles()


def join_articles(tokens: Places, opening: list[int]) -> None:
    """Make one token of each such surname, wherever a text has it that has it behind a given name or an office once."""
    places = [place for place in opening if 0 < place < len(tokens) - 2]
    names = {surname(tokens, place) for place in places if is_behind_name(tokens, place) or is_behind_office(tokens, place)}
    if not names:
        return
    kept = [True] * len(tokens)
    for place in places:
        words = surname(tokens, place)
        if words in names:
            last = place + len(words) - 1
            tokens.starts[last], tokens.keys[last] = tokens.starts[place], " ".join(words)
            tokens.kinds[last] = lexicon.LAST_NAME
            kept[place:last] = [False] * (last - place)
    keep_places(tokens, kept)


def surname(tokens: Places, place: int) -> tuple[str, ...]:
    """The words of the surname that the article at `place` opens."""
    last, limit = place + 1, min(len(tokens) - 1, place + LONGEST)
    while last < limit and (tokens.keys[last] in small_words() or tokens.keys[last] == NO):
        last += 1
    return tuple(tokens.keys[place : last + 1])


def is_behind_name(tokens: Places, place: int) -> bool:
    """Whether a foreign given name stands before the article, a surname behind it: مارك لو كارنيه; not مارك لو فاز."""
    foreign = tokens.keys[place - 1] in known_abroad() or tokens.kinds[place - 1] & ~lexicon.FAMILY == lexicon.ODD
    if tokens.keys[place] in articles():
        return tokens.keys[place - 1] in known_abroad() and may_follow(tokens, place)
    last = place + len(surname(tokens, place))
    return bool(foreign and tokens.kinds[last] & CLOSES) and not tokens.kinds[last - 1] & ~NAMELY


def is_behind_office(tokens: Places, place: int) -> bool:
    """Whether an office or a verb of saying stands before the article, and what closes its phrase behind the surname.

    الوزير لو كارنيه إن، قال فان دايك إن، أشاد دي ميلو بالفريق.
    """
    kind, last = tokens.kinds[place - 1], place + len(surname(tokens, place))
    says = kind & lexicon.SPEECH and not kind & lexicon.DEFINITE and lexicon.may_say(tokens.keys[place - 1])
    office = kind & (INTRODUCES | lexicon.NATION) and not kind & lexicon.SPEECH
    if not (says or office) or last >= len(tokens) or not may_follow(tokens, place):
        return False
    return bool(tokens.kinds[last] & (CLOSES | lexicon.PREPOSED if says else CLOSES))


def may_follow(tokens: Places, place: int) -> bool:
    """Whether what stands behind the article is neither a verb nor a usual word, but for بان."""
    last = place + len(surname(tokens, place)) - 1
    if tokens.keys[last] == PEN:
        return tokens.text[tokens.starts[last] + 1] == ALEF
    if last >= len(tokens) or tokens.kinds[last] & (~NAMELY | lexicon.DEFINITE):
        return False
    return bool(tokens.kinds[last] & lexicon.RENOWNED) or not (is_common(tokens.keys[last]) or is_verb(tokens.keys[last]))
