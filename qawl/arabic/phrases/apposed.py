"""Names and offices behind a comma: `وزير الزراعة، الدكتور تاري بوكا،`, `فلان، رئيس الجمعية،`."""

from __future__ import annotations

from qawl.arabic.letters import FEMININE_PLURAL, NISBA
from qawl.arabic.lexicon import (
    BODY,
    COMMA,
    DEFINITE,
    DOCUMENT,
    DOUBTFUL,
    NAME,
    NAME_UNIT,
    NATION,
    ODD,
    OFFICE,
    PEOPLE,
    PREPOSED,
    PREPOSITION,
    PUNCTUATION,
    RANK,
    ROLE,
    SPEECH,
    THAT,
    TIME,
    TITLE,
)
from qawl.arabic.names.first import can_begin
from qawl.arabic.names.joiners import NAMELY
from qawl.arabic.names.reach import name_end
from qawl.arabic.names.strange import apposed_end
from qawl.arabic.ordinary import is_rare, is_several, is_unheard
from qawl.arabic.phrases.extents import phrase_end
from qawl.arabic.phrases.phrase import Phrase, is_matter
from qawl.arabic.tokens import Tokens

# A name between commas of which only the last word is known as one has fewer words.
SHORT_NAME = 4


def name_between_commas(tokens: Tokens, first: int, comma: int, limit: int) -> Phrase | None:
    """A name behind the comma of an office, with its titles or people: `وزير الزراعة، الدكتور تاري بوكا،`, `، النرويجي فلان،`."""
    start = comma + 1
    while start < limit and (
        (tokens.kinds[start] & TITLE and not is_given_title(tokens, start))
        or is_rank_of_title(tokens, start)
        or is_people_before_name(tokens, start, limit)
        or is_office_before_name(tokens, start, limit)
    ):
        start += 1
    if told := named_like_verb(tokens, first, comma, start, limit):
        return told
    stop = apposed_end(tokens, start, limit)
    if start < limit and tokens.kinds[start - 1] & TITLE and (stop > start or is_given_title(tokens, start)):
        stop = max(stop, name_end(tokens, start, limit))
    stop += is_last_apposed(tokens, start, stop, limit)
    if stop == start or not may_be_apposed(tokens, start, stop, limit):
        return None
    titled = tokens.kinds[start - 1] & TITLE or is_rank_of_title(tokens, start - 1)
    return Phrase(first, stop, "person", (start, stop), (first, start if titled else comma), True)


def is_given_title(tokens: Tokens, place: int) -> bool:
    """Whether a title without article is a given name, as it opens a name that goes on: ، الأمير | سلطان بن سعد،."""
    return not tokens.kinds[place] & DEFINITE and can_begin(tokens, place, False)


def is_rank_of_title(tokens: Tokens, place: int) -> bool:
    """Whether a word tells more of the title before it: العميد | ركن، اللواء | متقاعد."""
    return bool(tokens.kinds[place] & RANK and tokens.kinds[place - 1] & (TITLE | RANK))


def may_be_apposed(tokens: Tokens, start: int, stop: int, limit: int) -> bool:
    """Whether words behind a comma are a name: known ones, or any that a mark or an adjunct closes, and no office or noun."""
    kind = tokens.kinds[start]
    closed = stop >= limit or tokens.kinds[stop] & (PUNCTUATION | THAT | TIME | PREPOSITION)
    sure = stop > start + 1 and kind & NAME and not kind & (DOUBTFUL | DEFINITE) and tokens.kinds[stop - 1] & NAME_UNIT
    if not (closed or sure) or kind & (ROLE | BODY | DOCUMENT | SPEECH) or (kind & DEFINITE and not kind & NAME_UNIT):
        return False
    if stop - start > 1:
        return not (kind & DOUBTFUL and is_plural_noun(tokens, start + 1))
    return can_begin(tokens, start, True)


def is_plural_noun(tokens: Tokens, place: int) -> bool:
    """Whether a plural in ات that is no name stands here: أكبر | حركات التمرد."""
    return tokens.keys[place].endswith(FEMININE_PLURAL) and not tokens.kinds[place] & NAME and is_several(tokens.keys[place])


def named_like_verb(tokens: Tokens, first: int, comma: int, start: int, limit: int) -> Phrase | None:
    """A name between commas whose first words are ordinary ones, before أن or an adjunct: السكرتير السابق، آرى دونلستر، إن."""
    kinds, stop = tokens.kinds, start
    while stop < min(limit, start + SHORT_NAME) and not kinds[stop] & (~(SPEECH | NAMELY) | DEFINITE):
        stop += 1
    closed = start + 1 < stop < len(tokens) - 1 and kinds[stop] & COMMA and kinds[stop + 1] & (PREPOSED | THAT)
    sure = closed and (kinds[stop - 1] & ODD or is_unheard(tokens.keys[stop - 1]))
    return Phrase(first, stop, "person", (start, stop), (first, comma), True) if sure else None


def is_people_before_name(tokens: Tokens, place: int, limit: int) -> bool:
    """Whether a nationality stands behind a comma before two words or more that may be a name: ، النرويجي | تاري بوكا،.

    The comma that closes them lets parts of names through that are other words too: ، اللبناني فادي خوري،.
    """
    kind = tokens.kinds[place]
    if not kind & NATION or not kind & DEFINITE or kind & OFFICE or not tokens.keys[place].endswith(NISBA):
        return False
    if not tokens.kinds[place - 1] & COMMA or place + 2 >= limit:
        return False
    if not any(kind & (~NAMELY | DEFINITE) for kind in tokens.kinds[place + 1 : place + 3]):
        return True
    stop = apposed_end(tokens, place + 1, limit)
    return stop > place + 2 and stop < limit and bool(tokens.kinds[stop] & COMMA)


def is_office_before_name(tokens: Tokens, place: int, limit: int) -> bool:
    """Whether an office of one definite word stands right before a person's name: الطبيب سامر الحلبي."""
    kind = tokens.kinds[place]
    office = kind & DEFINITE and kind & (ROLE | PEOPLE) and place + 1 < limit and not can_begin(tokens, place, False)
    return bool(office) and can_begin(tokens, place + 1, True)


def is_titled_after(tokens: Tokens, first: int, start: int) -> bool:
    """Whether a definite title behind a comma names a subject whose head no table knows: قال مكتشف الوباء، الطبيب فلان، إن."""
    told = first > 0 and tokens.kinds[first - 1] & SPEECH and not tokens.kinds[first] & ~(ODD | DEFINITE)
    return bool(told) and bool(tokens.kinds[start] & DEFINITE and tokens.kinds[start] & OFFICE)


def is_last_apposed(tokens: Tokens, start: int, stop: int, limit: int) -> bool:
    """Whether one noun of no class stands between a sure name and the closing comma: الناطق، أحمد باني،

    A definite one only behind two words of the name: الرئيس السابق، علي سالم البيض،
    """
    if stop == start or stop + 1 >= limit or not tokens.kinds[stop + 1] & COMMA or tokens.kinds[stop] & ~DEFINITE:
        return False
    first, last = tokens.kinds[start], tokens.kinds[stop - 1]
    if not tokens.kinds[stop]:
        return bool(first & NAME) and not first & DEFINITE and (not first & DOUBTFUL or is_rare(tokens.keys[stop]))
    return stop > start + 1 and bool(first & last & NAME) and not last & DEFINITE


def apposition(tokens: Tokens, comma: int, limit: int) -> tuple[int, int] | None:
    """A role after a comma, up to the next one: `فلان، رئيس الجمعية،`."""
    first = comma + 1
    opens = first < limit and tokens.kinds[comma] & COMMA and tokens.kinds[first] & (OFFICE | PEOPLE)
    if not opens or is_matter(tokens, first):
        return None
    stop = phrase_end(tokens, first, limit)
    return (first, stop) if stop > first and (stop >= limit or tokens.kinds[stop] & (COMMA | PUNCTUATION)) else None
