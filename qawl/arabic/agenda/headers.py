"""The day of a page that does not tell when it was published, by the line with a date at its head: الأحد 3 مايو 2020."""

from __future__ import annotations

from itertools import takewhile

from qawl.arabic.dates.tense import token_at
from qawl.arabic.lexicon import CITY, COUNTRY, PUNCTUATION, STOP, TIME
from qawl.arabic.passage import Passage
from qawl.model import Date

# The date of a page stands in one of so many first tokens, in a line of so many at most.
HEAD, LINE = 40, 12
# A whole day has so many letters: 2020-05-03.
DAY = 10


def header_day(passage: Passage, dates: tuple[Date, ...]) -> str | None:
    """The whole day that stands in a short line at the head of a page, None where none does."""
    for date in takewhile(lambda date: token_at(passage.tokens, date.start) < HEAD, dates):
        if date.value and len(date.value) == DAY and not date.anchor and is_header(passage, token_at(passage.tokens, date.start)):
            return date.value
    return None


def is_header(passage: Passage, place: int) -> bool:
    """Whether a date stands in a short line that is no sentence, at its head or behind a mark or a place: نشر: | 3 مايو 2020."""
    kinds, start, stop = passage.tokens.kinds, passage.paragraph_start(place), passage.paragraph_stop(place)
    if stop - start > LINE or stop == len(passage.tokens) or kinds[stop - 1] & STOP:
        return False
    return place == start or bool(kinds[place - 1] & (PUNCTUATION | TIME | CITY | COUNTRY))
