"""Offices that a page tells by another word: الناطق for المتحدث, رئيس الحكومة for رئيس الوزراء; المهاجم of a نجم."""

from __future__ import annotations

from functools import cache

from qawl.arabic.letters import bare_words
from qawl.tables import several, table

# Words of the longest office of the table: رئيس مجلس وزراء.
LONGEST = 3


@cache
def offices(use: str) -> dict[str, frozenset[str]]:
    """Bare words of the offices of one use, `same`, `also` or `may`, with their kins."""
    rows = [row for row in table("kin_offices.tsv") if row["use"] == use]
    return {bare_words(form): frozenset(several(row["kin"])) for row in rows for form in (row["form"], row["feminine"]) if form}


@cache
def first_words(use: str) -> frozenset[str]:
    """The bare words with which the offices of one use begin."""
    return frozenset(words.split(" ")[0] for words in offices(use))


def head_length(keys: tuple[str, ...], use: str) -> int:
    """How many words the office at the beginning of these has in the table, 0 where it is not there."""
    if not keys or keys[0] not in first_words(use):
        return 0
    return next((length for length in range(LONGEST, 0, -1) if " ".join(keys[:length]) in offices(use)), 0)


def in_one_word(keys: tuple[str, ...], use: str = "same") -> tuple[str, ...]:
    """The bare keys of an office with its head in the one word for all that mean the same."""
    length = head_length(keys, use)
    return (*offices(use)[" ".join(keys[:length])], *keys[length:]) if length else keys


def in_common_words(keys: tuple[str, ...]) -> tuple[str, ...]:
    """The bare keys of an office with each body behind its head in the one word for all that mean the same: الفريق, النادي."""
    said, place = list(keys[:1]), 1
    while place < len(keys):
        length = head_length(keys[place:], "body")
        said += in_one_word(keys[place : place + length], "body") if length else keys[place : place + 1]
        place += max(length, 1)
    return tuple(said)


def kins_of(keys: tuple[str, ...], use: str = "may") -> frozenset[str]:
    """The kins of an office by one use of its word: of مهاجم الفريق that of players."""
    length = head_length(keys, use)
    return offices(use)[" ".join(keys[:length])] if length else frozenset()


def are_kin(keys: tuple[str, ...], own: tuple[str, ...]) -> bool:
    """Whether two offices may be one person's, at least one by a word that tells it vaguely: نائب and عضو برلمان."""
    may, also = kins_of(keys), kins_of(own)
    return bool(may & also or may & kins_of(own, "same") or kins_of(keys, "same") & also)


def told_of(keys: tuple[str, ...]) -> tuple[str, ...]:
    """What an office says behind its head: of رجل أعمال تونسي the last word."""
    return keys[max(head_length(keys, "may"), 1) :]
