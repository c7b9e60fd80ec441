"""The part of a month or a year that a word before it tells: مطلع | الشهر, أواخر | العام."""

from __future__ import annotations

from calendar import monthrange
from functools import cache

from qawl.arabic.dates.words import meanings
from qawl.arabic.letters import fold

# The first and the last day of each part of a month, and the months of each part of a year; they overlap, as the words do.
OF_MONTH = {"early": (1, 12), "middle": (8, 22), "late": (18, 31)}
OF_YEAR = {"early": (1, 4), "middle": (4, 9), "late": (9, 12)}
YEAR, MONTH = len("2024"), len("2024-05")


@cache
def edges() -> dict[str, str]:
    """Folded word -> the part that it tells: early, middle, late."""
    return {first: str(value) for first, forms in meanings().items() for _, kind, value in forms if kind == "edge"}


def narrowed(value: str, words: str) -> str:
    """The days of a month or year that the words of its date tell, the value itself where they tell no part: مطلع مايو."""
    part = edges().get(fold(words.split(maxsplit=1)[0])) if words else None
    if part is None or not value[:YEAR].isdigit():
        return value
    if len(value) == YEAR:
        first, last = OF_YEAR[part]
        return f"{value}-{first:02}-01/{value}-{last:02}-{monthrange(int(value), last)[1]}"
    if len(value) != MONTH:
        return value
    (first, last), days = OF_MONTH[part], monthrange(int(value[:YEAR]), int(value[YEAR + 1 :]))[1]
    return f"{value}-{first:02}/{value}-{min(last, days):02}"
