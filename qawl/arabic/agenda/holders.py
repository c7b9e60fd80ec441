"""What holds the noun of an encounter, so that it takes place: عقد المجلس | اجتماعا، القمة | التي ستعقد غدا، انعقاد | القمة."""

from __future__ import annotations

from qawl.arabic.agenda.extents import Clauses
from qawl.arabic.agenda.words import HOLDS, NAME, SET, WHEN, Hit, leaders
from qawl.arabic.findings import Range
from qawl.arabic.letters import ALEF, BY, IN, TO
from qawl.arabic.lexicon import (
    BODY,
    DEFINITE,
    PEOPLE,
    PREFIX,
    PREPOSITION,
    PUNCTUATION,
    RELATIVE,
    ROLE,
    SPAN,
    SPEECH,
    TIME,
    TITLE,
)

# So many tokens may stand between a verb that holds an encounter and its noun, and between the noun and its verb behind it.
REACH = 25
BEHIND = 12
ADJECTIVES = 5
# What the prepositions in `needs` are.
LEADS = {"-": ("",), "in": (IN,), "by": (BY,), "to": (TO, "ل"), "on": ("عن",), "self": ("",), "letter": ("", BY)}


def holder_before(clauses: Clauses, hits: list[Hit], number: int) -> Hit | None:
    """What holds the noun of a hit and stands before it, the nearest first."""
    noun = hits[number]
    for other in reversed(hits[:number]):
        if noun.place - other.place > REACH:
            return None
        if other.by == HOLDS and other.place < noun.place and holds(clauses, other, noun):
            return other
    return None


def holds(clauses: Clauses, holder: Hit, noun: Hit) -> bool:
    """Whether a verb, or its noun, has the noun behind it as its subject or object."""
    if "letter" in holder.needs and "sent" not in noun.needs and "by" not in holder.needs and "-" not in holder.needs:
        return False
    if not any(noun.lead in LEADS[need] for need in holder.needs):
        return False
    if not holder.form.is_finite:
        return is_right_behind(clauses, holder, noun)
    if noun.place >= clauses.stop(holder.place):
        return False
    return noun.lead != "" or is_argument(clauses, holder.place, noun.place)


def is_right_behind(clauses: Clauses, holder: Hit, noun: Hit) -> bool:
    """Whether nothing stands between a verbal noun and the encounter but what may lead it: انعقاد | أعمال القمة."""
    kinds, keys = clauses.tokens.kinds, clauses.tokens.keys
    between = range(holder.place + 1, noun.place)
    return len(between) <= 3 and all(keys[at] in leaders() or kinds[at] & (PREPOSITION | PREFIX) for at in between)


def is_argument(clauses: Clauses, verb: int, noun: int) -> bool:
    """Whether a noun that nothing leads is an argument of a verb, and does not belong to the noun before it: رئيس | المؤتمر."""
    tokens, kinds = clauses.tokens, clauses.tokens.kinds
    while noun - 1 > verb and tokens.keys[noun - 1] in leaders():
        noun -= 1
    if noun - 1 <= verb or tokens.keys[noun].endswith(ALEF):
        return True
    kind = kinds[noun - 1]
    return not (kind & (ROLE | TITLE | BODY | PEOPLE) and not kind & DEFINITE and kinds[noun] & DEFINITE)


def holder_behind(clauses: Clauses, hits: list[Hit], number: int, clause: Range) -> Hit | None:
    """What tells behind a noun that it takes place: القمة | ستعقد غدا، المؤتمر | المنعقد في صور، اجتماع | عقد أمس."""
    noun = hits[number]
    for other in hits[number + 1 :]:
        if other.place - noun.place > BEHIND or other.place >= clause[1]:
            return None
        if other.place == noun.place:
            continue
        if other.by in (SET, WHEN) and is_set(clauses, noun, other):
            return other
        if other.by == HOLDS and other.form.is_finite and tells(clauses, noun, other):
            return other
        if other.by == NAME and other.place > noun.place + 2:
            return None
    return None


def is_set(clauses: Clauses, noun: Hit, other: Hit) -> bool:
    """Whether an adjective near behind a noun tells that it takes place; one of time not where it is a time's: الشهر | المقبل."""
    kinds = clauses.tokens.kinds
    near = other.place - noun.place <= ADJECTIVES
    alike = bool(kinds[other.place] & DEFINITE) or other.by == SET
    return near and alike and not (other.by == WHEN and kinds[other.place - 1] & (TIME | SPAN))


def tells(clauses: Clauses, noun: Hit, verb: Hit) -> bool:
    """Whether a verb behind a noun tells of it: behind الذي, with its pronoun, or where the noun can be its subject."""
    kinds = clauses.tokens.kinds
    between = kinds[noun.place + 1 : verb.place]
    if any(kind & RELATIVE for kind in between) or (between and between[-1] & RELATIVE):
        return True
    if any(kind & (PUNCTUATION | SPEECH) for kind in between):
        return False
    return "self" in verb.needs or bool(verb.form.pronoun)
