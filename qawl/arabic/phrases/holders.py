"""Whose an office is: the name that stands behind it and behind what belongs to it.

قال سفير تونس لدى عمان، سامر الحلبي، إن كذا. رفض القيادي في الحزب سامر الحلبي الاقتراح.
"""

from __future__ import annotations

from collections.abc import Sequence

from qawl.arabic.actors import Actor
from qawl.arabic.findings import Range
from qawl.arabic.heads import is_done_to
from qawl.arabic.letters import COUNTERPART
from qawl.arabic.lexicon import (
    BINDS,
    BODY,
    COMMA,
    DEFINITE,
    FUNCTION,
    OFFICE,
    PEOPLE,
    PREPOSED,
    PUNCTUATION,
    RANK,
    RELATIVE,
    ROLE,
    SETTING,
    SPEECH,
    THAT,
    TIME,
    TITLE,
)
from qawl.arabic.phrases.phrase import Phrase
from qawl.arabic.tokens import Tokens

# What parts an office from a name that follows: another clause or occasion.
OTHERWISE = SPEECH | SETTING | TIME | THAT
# How many tokens may stand between an office that acts and the name behind it: (البرلمان).
BESIDE = 6


def is_office(tokens: Tokens, phrase: Phrase) -> bool:
    """Whether a phrase tells of one person by an office or a title."""
    return phrase.type == "unnamed" and bool(tokens.kinds[phrase.first] & OFFICE)


def names_between(people: list[Actor], start: int, limit: int) -> list[Range]:
    """The names of people between two tokens, in order."""
    return sorted(name for person in people for name in person.mentions if start <= name[0] and name[1] <= limit)


def name_apposed(tokens: Tokens, people: list[Actor], phrase: Phrase, limit: int) -> Range | None:
    """The first name behind an office that speaks and what belongs to it; it ends where its clause or phrase does."""
    names = names_between(people, phrase.stop, limit)
    if not names or tells_of_officer(tokens.kinds[phrase.name[1] : names[0][0]]):
        return None
    return names[0] if is_apposed(tokens, phrase.stop, *names[0], limit) else None


def is_apposed(tokens: Tokens, start: int, first: int, stop: int, limit: int) -> bool:
    """Whether nothing between a role and a name tells of another clause or party: أعلن قاض | إقالة سالم الكندي.

    The name ends at the verb at `limit`, or its phrase does.
    """
    kinds = tokens.kinds
    apart = any(kind & OTHERWISE and not kind & BINDS for kind in kinds[start:first])
    before = behind_titles(tokens, first) - 1
    told = not kinds[before] & COMMA and any(kind & RELATIVE for kind in kinds[start:first])
    if (
        apart
        or told
        or kinds[before] & (PREPOSED | BODY)
        or is_done_to(tokens, before)
        or has_own_office(tokens, start, before)
        or stands_with_another(tokens, start, first)
    ):
        return False
    return stop in (limit, len(tokens)) or bool(kinds[stop] & (PUNCTUATION | TIME | FUNCTION))


def tells_of_officer(kinds: Sequence[int]) -> bool:
    """Whether a relative clause tells of an officer, whose name a comma may part from him: رئيس اللجنة | التي استدعت الوزير،"""
    told = next((place for place, kind in enumerate(kinds) if kind & RELATIVE), len(kinds))
    return any(kind & ROLE for kind in kinds[told:])


def has_own_office(tokens: Tokens, start: int, before: int) -> bool:
    """Whether another office stands right before a name, and no comma before that: انتقد وزير الصحة موقف | النائب سالم الكندي."""
    kinds, office = tokens.kinds, before
    while office >= start and kinds[office] & ROLE and kinds[office] & DEFINITE:
        office -= 1
    return start <= office < before and not kinds[office] & COMMA


def stands_with_another(tokens: Tokens, start: int, first: int) -> bool:
    """Whether a preposition opens what a comma parts, so that another one is with the officer: وزير الصحة، | بحضور سامر.

    Not where the comma parts the name from all that: رئيس اللجنة بمجلس الشيوخ، سامر الحلبي.
    """
    kinds = tokens.kinds
    parted = next((at + 1 for at in range(first - 1, start - 1, -1) if kinds[at] & COMMA), start)
    if parted > start and kinds[parted] & PREPOSED:
        return True
    return any(leads_to_office(tokens, at + 1) for at in range(parted, first - 1) if kinds[at] & PREPOSED)


def leads_to_office(tokens: Tokens, place: int) -> bool:
    """Whether an office stands behind a preposition, or behind the noun that makes one with it: إلى جانب | رئيس البلدية."""
    noun = place if tokens.kinds[place] & (OFFICE | DEFINITE | BODY) else place + 1
    return bool(tokens.kinds[noun] & OFFICE)


def behind_titles(tokens: Tokens, name: int) -> int:
    """Where the titles begin that stand before a name: لـ | سمو الأمير سالم."""
    while name > 1 and tokens.kinds[name - 1] & TITLE:
        name -= 1
    return name


def stop_of_title(tokens: Tokens, phrase: Phrase) -> int:
    """Where the titles and offices end that can lead to a surname alone: الوزير | الحداد، الفريق أول | الحداد."""
    kinds, place = tokens.kinds, phrase.first
    while place < phrase.stop and kinds[place] & (OFFICE | RANK) and kinds[place] & (TITLE | RANK | DEFINITE):
        place += 1
    return place


def name_beside(tokens: Tokens, people: list[Actor], phrase: Phrase, limit: int) -> Range | None:
    """The name behind an office that acts, whatever follows: رفض القيادي في الحزب سالم الحداد الاقتراح."""
    title = stop_of_title(tokens, phrase)
    names = names_between(people, max(title, phrase.first + 1), limit)
    return next((name for name in names if name[0] == title or is_beside(tokens, phrase, name[0])), None)


def is_beside(tokens: Tokens, phrase: Phrase, first: int) -> bool:
    """Whether a name stands behind an office and what belongs to it, and another one's office is not in between without a mark."""
    kinds = tokens.kinds
    if not phrase.stop <= first <= phrase.stop + BESIDE or any(kind & OTHERWISE for kind in kinds[phrase.stop : first]):
        return False
    if phrase.stop < first and kinds[phrase.stop] & ROLE and kinds[phrase.stop - 1] & DEFINITE:
        return False
    if kinds[behind_titles(tokens, first) - 1] & PREPOSED:
        return False
    another = any(kind & ROLE and not kind & PEOPLE for kind in kinds[phrase.first + 1 : first])
    another = another or any(key.startswith(COUNTERPART) for key in tokens.keys[phrase.stop : first])
    return bool(kinds[first - 1] & (PUNCTUATION if another else PUNCTUATION | DEFINITE))
