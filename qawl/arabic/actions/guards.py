"""What keeps a clause from telling what was done: it is supposed, claimed or denied, or long past."""

from __future__ import annotations

from qawl.arabic.actions.words import is_a
from qawl.arabic.letters import IN
from qawl.arabic.lexicon import COMMA, DEFINITE, MONTH, NUMBER, RELATIVE, SENTENCE_END, SPEECH, SUPPOSES, THAT
from qawl.arabic.passage import Passage
from qawl.arabic.verbs import verb_readings

# How far before a verb إذا may stand, before أن who claims, and from a word its year.
SUPPOSED_WITHIN, CLAIMED_WITHIN, YEAR_WITHIN = 8, 4, 20
DENIED_WITHIN = 14
WAR_WITHIN = 7
YEAR_DIGITS = 4
# What a year begins with, and one of the last century, which no news is of.
YEAR_HEADS, LAST_CENTURY = "12", "1"
# How far before its year a month may stand: ديسمبر (كانون الأول) من عام 2005.
MONTH_WITHIN = 7
# How far behind قبل the years may stand: قبل | نحو أربع سنوات.
AGO_WITHIN = 3


def is_supposed(passage: Passage, place: int) -> bool:
    """Whether إذا, ربما or the like stands before a verb in its clause, a claim or a denial before its أن: من المعتقد أنه قتل."""
    tokens = passage.tokens
    for at in range(place - 1, max(0, place - SUPPOSED_WITHIN) - 1, -1):
        if tokens.kinds[at] & SUPPOSES or is_a(tokens.keys[at], "supposed"):
            return True
        if tokens.kinds[at] & (SENTENCE_END | COMMA):
            return False
        if tokens.kinds[at] & THAT:
            return is_claimed(passage, at)
    return False


def is_claimed(passage: Passage, that: int) -> bool:
    """Whether what stands before أن only claims or recalls what follows, or denies it: يعتقد أنه، نفى المتحدث أن."""
    tokens = passage.tokens
    if any(is_a(key, "claims") for key in tokens.keys[max(0, that - CLAIMED_WITHIN) : that]):
        return True
    for at in range(that - 1, max(0, that - DENIED_WITHIN) - 1, -1):
        if tokens.kinds[at] & SENTENCE_END:
            return False
        if tokens.kinds[at] & SPEECH and (readings := verb_readings().get(tokens.keys[at])):
            return any(reading.act == "deny" for reading in readings)
    return False


def is_sum(passage: Passage, place: int) -> bool:
    """Whether the sentence sums up what was done over a long stretch, or tells a rate: قتل 400 شخص منذ | بداية العام."""
    keys = passage.tokens.keys
    first, stop = max(passage.sentence_start(place), place - YEAR_WITHIN), min(passage.sentence_stop(place), place + YEAR_WITHIN)
    stretch = any(is_a(keys[at - 1], "over") and is_a(keys[at], "stretch") for at in range(first + 1, stop))
    return stretch or any(is_a(key, "rate") for key in keys[first:stop])


def is_in_war(passage: Passage, place: int) -> bool:
    """Whether what is told was in a war and is no act of its own: قتل والداه في | الحرب."""
    keys, stop = passage.tokens.keys, min(passage.sentence_stop(place), place + WAR_WITHIN)
    return any(keys[at - 1] == IN and is_a(keys[at], "war") for at in range(place + 2, stop))


def is_history(passage: Passage, place: int) -> bool:
    """Whether what is told is dated by a mere year or a time long gone: قتل عام 2003، قتل العام الماضي، قتل وكان آنذاك."""
    return is_of_a_year(passage, place) or is_long_gone(passage, place) or is_of_then(passage, place)


def is_of_then(passage: Passage, place: int) -> bool:
    """Whether the sentence looks back from a later time: قتل النقيب وكان | آنذاك في الأربعين."""
    keys = passage.tokens.keys[passage.sentence_start(place) : passage.sentence_stop(place)]
    return any(is_a(key, "then") for key in keys)


def is_long_gone(passage: Passage, place: int) -> bool:
    """Whether its clause dates what is told by a month or year gone by, or by so long ago: قتل | الشهر الماضي، | قبل عامين."""
    kinds = passage.tokens.kinds
    first, stop = max(passage.sentence_start(place), place - YEAR_WITHIN), min(passage.sentence_stop(place), place + YEAR_WITHIN)
    gone = (at for at in range(first, stop - 1) if is_long_time(passage, at))
    parts = SENTENCE_END | THAT | RELATIVE
    return any(not any(kind & parts for kind in kinds[min(place, at) : max(place, at)]) for at in gone)


def is_long_time(passage: Passage, at: int) -> bool:
    """Whether a time long gone begins at `at`: الشهر الماضي, قبل نحو أربع سنوات; not منذ بداية العام الماضي, قبل نهاية العام."""
    keys = passage.tokens.keys
    if is_a(keys[at], "ago"):
        later = range(at + 1, min(at + 1 + AGO_WITHIN, len(passage.tokens)))
        return any(is_a(keys[to], "long") and not passage.tokens.kinds[to] & DEFINITE for to in later)
    since = at > 0 and is_a(keys[at - 1], "over")
    return is_a(keys[at], "long") and is_a(keys[at + 1], "gone") and not since


def is_of_a_year(passage: Passage, place: int) -> bool:
    """Whether the sentence dates by a mere year or by the last century: قتل عام 2003، قتل في مايو 1982; not في مايو 2003."""
    tokens = passage.tokens
    first, stop = max(passage.sentence_start(place), place - YEAR_WITHIN), min(passage.sentence_stop(place), place + YEAR_WITHIN)
    for at in range(first, stop - 1):
        if is_year(passage, at + 1):
            month = any(kind & MONTH for kind in tokens.kinds[max(at - MONTH_WITHIN, 0) : at + 1])
            if month and tokens.keys[at + 1][0] == LAST_CENTURY:
                return True
            if is_a(tokens.keys[at], "year") or tokens.keys[at] == IN:
                return not month
    return False


def is_year(passage: Passage, at: int) -> bool:
    """Whether a number of four digits stands at `at` that can be a year."""
    key = passage.tokens.keys[at]
    return bool(passage.tokens.kinds[at] & NUMBER) and len(key) == YEAR_DIGITS and key[0] in YEAR_HEADS
