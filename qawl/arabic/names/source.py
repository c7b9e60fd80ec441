"""Names of sources that go on to what was said, whatever words their last parts are: قال وزير النقل مازن | حلاق عكرمة | إن.

Behind a given name stands nothing indefinite before أن, a colon or a quotation but the rest of the name.
"""

from __future__ import annotations

from qawl.arabic import lexicon
from qawl.arabic.letters import CONJUNCTIONS, SEATED
from qawl.arabic.names.closing import is_lead, may_be_verb
from qawl.arabic.names.placed import (
    LONGEST_OFFICE,
    Range,
    completes,
    is_before_sure,
    is_led_or_owned,
    is_letter,
    is_shut,
    join_letters,
    leads_to_that,
)
from qawl.arabic.names.units import seldom_names
from qawl.arabic.ordinary import is_adverb, is_common, is_doing, is_known, is_several, is_theirs
from qawl.arabic.places import Places

# What is no part of a name, and ends an office.
NEVER = (
    lexicon.FUNCTION
    | lexicon.PUNCTUATION
    | lexicon.PREFIX
    | lexicon.NUMBER
    | lexicon.LATIN
    | lexicon.ASIDE
    | lexicon.APPOSED
    | lexicon.ACCORDING
    | lexicon.RELATIVE
    | lexicon.THAT
)
# What begins an office behind a name.
TELLS = lexicon.HUMAN | lexicon.BODY
# What ends a source before what was said.
ENDS = lexicon.PUNCTUATION | lexicon.SPEECH | lexicon.TIME | lexicon.RELATIVE
# A name has at least so many words and at most so many.
SHORTEST, LONGEST = 2, 6


def know_source_names(tokens: Places, leading: list[int]) -> None:
    """Make names of all words between the given name of a source and what was said, and of its like elsewhere in the text.

    The name stands behind an office, or has two words that are names and more.
    """
    runs = [run for lead in leading if (run := named_at(tokens, lead))]
    told = {tuple(tokens.keys[slice(*run)]) for run in runs}
    opening = {keys[0] for keys in told}
    letters: set[int] = set()
    for first in (place for place, key in enumerate(tokens.keys if told else ()) if key in opening):
        found = [first + len(keys) for keys in told if tuple(tokens.keys[first : first + len(keys)]) == keys]
        for place in range(first, max(found, default=first)):
            letters |= {place} if tokens.kinds[place] & lexicon.PREFIX else set()
            tokens.turn(place, lexicon.NAME_UNIT)
    join_letters(tokens, letters)


def named_at(tokens: Places, lead: int) -> Range | None:
    """The name of whoever speaks behind `lead`, if all words before what was said may be parts of it."""
    if not is_lead(tokens, lead):
        return None
    stop = said_at(tokens, lead)
    first = given_at(tokens, lead, stop)
    if not SHORTEST <= stop - first <= LONGEST:
        return None
    held = first > lead + 1 or (stop - first > SHORTEST and bool(tokens.kinds[first + 1] & lexicon.NAME_UNIT))
    whole = tokens.text[tokens.starts[stop]] == SEATED[1]
    return (first, stop) if held and all(is_part(tokens, place, whole) for place in range(first + 1, stop)) else None


def said_at(tokens: Places, lead: int) -> int:
    """Where what a source said begins, `lead` itself where something else comes before."""
    for place in range(lead + 1, min(len(tokens) - 1, lead + LONGEST_OFFICE + LONGEST)):
        if is_shut(tokens, place) or leads_to_that(tokens, place) or is_apposed(tokens, place):
            return place
        if tokens.kinds[place] & ENDS and not tokens.kinds[place] & lexicon.NAME and tokens.keys[place] not in seldom_names():
            return lead
    return lead


def is_apposed(tokens: Places, comma: int) -> bool:
    """Whether who speaks is told behind a comma, or where and when: قال سالم الكندي، | وهو الوزير، في صور أمس، | إن."""
    kinds, after = tokens.kinds, comma + 1
    if not kinds[comma] & lexicon.COMMA or after + 1 >= len(tokens):
        return False
    joined = after + bool(kinds[after] & lexicon.PREFIX)
    if kinds[joined] & (lexicon.PRONOUN | lexicon.RELATIVE | lexicon.ONE_OF) or leads_to_that(tokens, after):
        return True
    if kinds[after] & lexicon.ROLE and not kinds[after] & lexicon.SPEECH:
        return True
    behind = range(after, min(len(tokens) - 1, after + LONGEST_OFFICE))
    again = next((place for place in behind if kinds[place] & (lexicon.PUNCTUATION | lexicon.SPEECH)), comma)
    return bool(kinds[again] & lexicon.COMMA) and (is_shut(tokens, again + 1) or leads_to_that(tokens, again + 1))


def given_at(tokens: Places, lead: int, stop: int) -> int:
    """Where the given name of a source stands, right behind `lead` or behind a whole office; `stop` where none does."""
    first = lead + 1
    if first >= stop or not tokens.kinds[first] & lexicon.OFFICE:
        return first if first < stop and is_given(tokens, first) else stop
    complete = first if tokens.kinds[first] & lexicon.DEFINITE else 0
    for place in range(first + 1, stop - 1):
        given = is_given(tokens, place) or (place == complete + 1 and is_before_sure(tokens, place))
        if complete and given and not tokens.kinds[place] & lexicon.RANK:
            return place
        if completes(tokens, place, complete) or tokens.kinds[place] & lexicon.RANK:
            complete = place
    return stop


def is_given(tokens: Places, place: int) -> bool:
    """Whether a word is a given name without article, and no town."""
    return bool(tokens.kinds[place] & lexicon.NAME) and not tokens.kinds[place] & (lexicon.DEFINITE | lexicon.CITY)


def is_part(tokens: Places, place: int, whole: bool) -> bool:
    """Whether a word behind a given name may be a part of it: no adverb, verb, plural, owned noun, and no office of its own.

    Only before إن, `whole`, may it be a common one: no object stands between قال and إن.
    """
    kind, key = tokens.kinds[place], tokens.keys[place]
    if is_cut(tokens, place) or is_cut(tokens, place - 1):
        return True
    if kind & NEVER or (kind & lexicon.TIME and key not in seldom_names()):
        return False
    known = bool(kind & lexicon.NAME_UNIT)
    if kind & lexicon.DEFINITE:
        inner = kind & lexicon.ODD and not tokens.kinds[place + 1] & NEVER
        return bool(known or inner) and not kind & (TELLS | lexicon.NATION)
    if kind & TELLS and (is_common(key) or not kind & lexicon.FAMILY):
        return False
    if known:
        return True
    if is_led_or_owned(tokens, place) or is_theirs(key) or (is_adverb(key) and is_known(key)):
        return False
    if (is_several(key) and is_known(key)) or is_doing(key) or may_be_verb(tokens, place):
        return False
    return whole or not is_common(key)


def is_cut(tokens: Places, place: int) -> bool:
    """Whether ف is no clitic but the first letter of a name, since nothing is joined inside a source: سالم حصاد ف|اسي."""
    return tokens.keys[place] == CONJUNCTIONS[1] and is_letter(tokens, place, place + 2)
