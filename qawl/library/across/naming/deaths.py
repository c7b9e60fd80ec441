"""Whether a page tells that somebody has died, and whether he says something on it: توفي الكاتب سالم الكندي."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import takewhile

from qawl.arabic.letters import fold
from qawl.arabic.lexicon import BREAK, PUNCTUATION
from qawl.library.across.naming.page_tokens import token_at, tokens_of
from qawl.model import Person, Record
from qawl.tables import table

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
    told = deaths_in(text)
    if not told:
        return False
    (tokens, first), (_, behind) = token_at(text, start), token_at(text, stop)
    if any(told.get(place) == "of_him" for place in range(first, behind + 1)):
        return True
    before = range(first - 1, max(first - REACH, 0) - 1, -1)
    near = takewhile(lambda place: not tokens.kinds[place] & (BREAK | PUNCTUATION), before)
    return any(told.get(place) in (("right", "of_him") if place == first - 1 else ("far",)) for place in near)


@lru_cache(maxsize=1 << 2)
def deaths_in(text: str) -> dict[int, str]:
    """The words of a text that tell a death, by the numbers of their tokens."""
    words = death_words()
    return {place: words[key] for place, key in enumerate(tokens_of(text).keys) if key in words}


def has_spoken(record: Record, somebody: Person) -> bool:
    """Whether a page that does not tell somebody's death has something that he says."""
    return any(said.speaker is not None and said.speaker.ref == somebody.id for said in record.statements) and not is_told_dead(
        record, somebody
    )
