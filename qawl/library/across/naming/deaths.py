"""Whether a page tells that somebody has died, and whether he says something on it: توفي الكاتب سالم الكندي."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from functools import cache

from qawl.arabic.letters import fold
from qawl.arabic.lexicon import BREAK, PUNCTUATION
from qawl.arabic.tokens import Tokens
from qawl.model import Person, Record
from qawl.tables import table

# So many letters before a name or its office hold the words that tell a death.
BEFORE = 40
# So many words back stands a verb whose subject is somebody else: نعى | الاتحاد | الشاعر سالم.
REACH = 2


@cache
def death_words() -> dict[str, str]:
    """Folded word that tells a death -> where it stands: `right` before who died, `far` before the one who mourns him too."""
    return {fold(row["form"]): row["stands"] for row in table("death_words.tsv")}


def is_told_dead(record: Record, somebody: Person) -> bool:
    """Whether a page tells the death of somebody."""
    return any(tells_death(record.document.text, start, stop) for start, stop in places_of(somebody))


def places_of(somebody: Person) -> Iterator[tuple[int, int]]:
    """Where somebody is named, from the office before the name, up to the end of the name."""
    starts = {role.end + 1: role.start for role in somebody.roles}
    yield from ((starts.get(mention.start, mention.start), mention.end) for mention in somebody.mentions)


def tells_death(text: str, start: int, stop: int) -> bool:
    """Whether the words before a stretch, its first one, or the one behind it tell a death."""
    tokens = Tokens(text, max(0, start - BEFORE), min(len(text), stop + BEFORE))
    first, behind = (bisect_left(tokens.starts, place) for place in (start, stop))
    words = death_words()
    if any(words.get(key) == "of_him" for key in tokens.keys[first : behind + 1]):
        return True
    for back in range(1, REACH + 1):
        place = first - back
        if place < 0 or tokens.kinds[place] & (BREAK | PUNCTUATION):
            return False
        if words.get(tokens.keys[place]) in (("right", "of_him") if back == 1 else ("far",)):
            return True
    return False


def has_spoken(record: Record, somebody: Person) -> bool:
    """Whether a page that does not tell somebody's death has something that he says."""
    return any(said.speaker is not None and said.speaker.ref == somebody.id for said in record.statements) and not is_told_dead(
        record, somebody
    )
