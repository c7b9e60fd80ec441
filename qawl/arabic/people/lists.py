"""People named side by side: among others who surely are people, a word of two uses is a name too.

``وضمت القائمة: مالك شلبية، وأحمد الجعيدي، ومحمود مرضي`` names three people, though مالك and مرضي are words as well.
"""

from __future__ import annotations

from collections.abc import Iterator

from qawl.arabic.findings import Range
from qawl.arabic.heads import known_head
from qawl.arabic.letters import ADDRESSING, AMONG_THEM, DASHES, EACH, HIS, IMPERFECT_HEADS, OF, PREPOSITIONS, THEY, THEY_ARE
from qawl.arabic.lexicon import (
    BODY,
    BREAK,
    CLOSES,
    COLON,
    COMMA,
    COUNTRY,
    DEFINITE,
    DOCUMENT,
    DOUBTFUL,
    FAMILY,
    FUNCTION,
    LATIN,
    NAME,
    NATION,
    NUMBER,
    ODD,
    OFFICE,
    OPENS,
    PLACES,
    PREFIX,
    PREPOSED,
    PUNCTUATION,
    ROLE,
    SENTENCE_END,
    SPEECH,
    TIME,
    TITLE,
)
from qawl.arabic.names.joiners import NAMELY, is_and, is_joining
from qawl.arabic.names.made_offices import is_accusative_office, is_made_office
from qawl.arabic.names.reach import LONGEST_NAME
from qawl.arabic.names.tails import has_tanwin
from qawl.arabic.names.units import connectors, credits, definite_names, known_abroad, seldom_names
from qawl.arabic.ordinary import frequencies, is_adverb, is_known, is_several, is_usual, is_verb
from qawl.arabic.tokens import Tokens
from qawl.arabic.where import words_among, words_of

# So many sure names make a list of people.
LEAST = 2
# A verb has this many letters with the letter of its imperfect: يفتح.
IMPERFECT_FROM = 4
# What stands in brackets behind a name is at most this long: (23 عاما).
BRACKETS = 6
# What ends an office that a list tells of, of at most so many tokens.
ENDS = SENTENCE_END | COMMA
LONGEST_OFFICE = 14
# A name that is all of a line has at most so many words, and none of these.
LONGEST_LINE = 5
OTHER = PREPOSED | PUNCTUATION | FUNCTION | TIME | NUMBER | LATIN
OTHER |= OFFICE | BODY | DOCUMENT | SPEECH | COUNTRY | NATION
# A name held between others has so many words, and its last is none of these.
HELD = 2
HELD_NEVER = OTHER & ~NUMBER
# What ends a name of a list.
CLOSE = PUNCTUATION | PREFIX | FUNCTION | TIME
# What may stand before the first name of a list, besides a colon.
INTRODUCES = frozenset((THEY, OF, *AMONG_THEM))


def listed_names(tokens: Tokens, sure: list[Range]) -> Iterator[Range]:
    """Names that only their place in a list tells, or tells to their end; `sure` are the other names, in text order."""
    ends = dict(sure)
    done = 0
    for place in sorted({*ends, *introduced(tokens), *lines(tokens)}):
        if place < done:
            continue
        items = read_list(tokens, ends, place)
        done = items[-1][1] if items else place
        told = place not in ends and (
            tokens.keys[place - 1] == OF or (is_told_by_all(tokens, place) and names_one(tokens, ends, items))
        )
        lined = sum(line_end(tokens, first) == stop for first, stop in items) > LEAST
        if lined or (told and len(items) >= LEAST) or sum(is_sure(tokens, ends, first) for first, _ in items) >= LEAST:
            yield from (item for item in items if ends.get(item[0]) != item[1])


def bare_names(tokens: Tokens) -> Iterator[Range]:
    """Given names alone of which a list of persons is made: قتل أبناؤه وهم: حازم وأمير ومحمد، كل من حازم وأحمد."""
    for first in introduced(tokens):
        lead = first - 2 if tokens.kinds[first - 1] & COLON else first - 1
        items, place = [], first
        while place < len(tokens) and is_bare(tokens, place):
            items.append((place, place + 1))
            place = next_item(tokens, place + 1)
        told = lead >= 0 and (tokens.keys[lead] in THEY_ARE or tokens.keys[lead] == OF)
        if told and len(items) >= LEAST:
            yield from items


def is_bare(tokens: Tokens, place: int) -> bool:
    """Whether a given name is all of a list's item."""
    kind = tokens.kinds[place]
    return bool(kind & NAME) and not kind & (PLACES | DEFINITE | NATION) and is_closed_off(tokens, place + 1)


def is_sure(tokens: Tokens, ends: dict[int, int], first: int) -> bool:
    """Whether a name that is known begins at `first`, or one behind a word for a father behind its first word: سلام | أبو مجاهد."""
    return first in ends or (first + 1 in ends and is_joining(tokens, first + 1))


def names_one(tokens: Tokens, ends: dict[int, int], items: list[Range]) -> bool:
    """Whether somebody of a list is surely a person, and the first word of it may open a name."""
    first = items[0][0] if items else 0
    opens = items and (tokens.kinds[first] & NAME or tokens.keys[first] in seldom_names())
    return bool(opens) and any(is_sure(tokens, ends, first) for first, _ in items)


def is_told_by_all(tokens: Tokens, place: int) -> bool:
    """Whether what several people are, or did for a work, stands right before a place: النواب | غريب شهاب، بطولة | غريب شهاب."""
    key, kind = (tokens.keys[place - 1], tokens.kinds[place - 1]) if place else ("", 0)
    several = kind & DEFINITE and kind & OFFICE and known_head(key) == "group"
    return bool(several) or key in credits()


def introduced(tokens: Tokens) -> Iterator[int]:
    """Where a list may begin: behind a colon, هم, كل من, what several people are or did for a work."""
    keys = tokens.keys
    yield from (at + 1 for at in {*words_of(tokens, OFFICE), *words_among(tokens, credits())} if is_told_by_all(tokens, at + 1))
    for place in sorted({*words_of(tokens, COLON), *words_among(tokens, INTRODUCES)}):
        opens = keys[place] != OF or (place > 0 and keys[place - 1] == EACH)
        if opens and (first := first_item(tokens, place + 1)) < len(tokens):
            yield first


def lines(tokens: Tokens) -> Iterator[int]:
    """Where a line begins that is all a name."""
    for place in words_of(tokens, BREAK):
        first = place + 1 + is_and(tokens, place + 1)
        if first < len(tokens) and line_end(tokens, first) > first:
            yield first


def first_item(tokens: Tokens, place: int) -> int:
    """Where a list begins behind what introduces it, on the next line too; where the text ends if it does not."""
    while tokens.kinds[place] & BREAK:
        place += 1
    place += is_and(tokens, place)
    return place if place < len(tokens) and not tokens.kinds[place] & PUNCTUATION else len(tokens)


def read_list(tokens: Tokens, ends: dict[int, int], place: int) -> list[Range]:
    """The names side by side from `place` on."""
    items: list[Range] = []
    while place < len(tokens) and (stop := any_end(tokens, ends, place)) > place:
        items.append((place, stop))
        place = next_item(tokens, stop)
    while items and items[-1][0] not in ends and is_enclosed(tokens, items[-1][0]):
        items.pop()
    return items


def any_end(tokens: Tokens, ends: dict[int, int], place: int) -> int:
    """Where the name at `place` of a list ends by its own words, or by those beside it."""
    stop = item_end(tokens, ends, place)
    return stop if stop > place else held_end(tokens, ends, place)


def held_end(tokens: Tokens, ends: dict[int, int], place: int) -> int:
    """Where two words end that و parts from names on either side, so that they are one too: سالم سعيد و| حارب مبارك | وراشد حسن."""
    stop = place + HELD
    if not is_and(tokens, place - 1) or stop >= len(tokens) or not may_be_held(tokens, place):
        return place
    after = next_item(tokens, stop)
    if after == len(tokens) or not is_and(tokens, after - 1):
        return place
    follows = after in ends or any_end(tokens, ends, after) > after
    return stop if follows else place


def may_be_held(tokens: Tokens, place: int) -> bool:
    """Whether the two words at `place` may be a name at all: one is of names, the other is no particle and nobody's office."""
    kinds, last = tokens.kinds, place + 1
    if kinds[place] & (OTHER | DEFINITE) or tokens.text[tokens.ends[place] - 1] == HIS:
        return False
    given = kinds[place] & NAME or tokens.keys[place] in seldom_names() or tokens.keys[place] in known_abroad()
    if kinds[last] & DEFINITE:
        return bool(given) and not kinds[last] & OTHER & ~NATION
    sure = kinds[last] & NAME and not kinds[last] & (OTHER | DOUBTFUL)
    return bool(sure) or bool(given and not kinds[last] & HELD_NEVER and not has_tanwin(tokens, last))


def next_item(tokens: Tokens, stop: int) -> int:
    """Where the name after a comma, an and or both, or on the next line, begins; where the text ends if none comes."""
    kinds, last = tokens.kinds, len(tokens)
    stop = told_end(tokens, stop)
    place = stop + 1 if stop < last and (kinds[stop] & COMMA or tokens.keys[stop] in DASHES) else stop
    while place < last and kinds[place] & BREAK:
        place += 1
    if is_and(tokens, place):
        place += 1
    return place if place > stop else last


def told_end(tokens: Tokens, stop: int) -> int:
    """Where ends what a list tells behind a name: (23 عاما)، من تونس، - تونس، وزيرا للنقل، مدير المركز، لوزارة كذا."""
    kinds, last = tokens.kinds, len(tokens)
    if stop >= last:
        return stop
    if kinds[stop] & OPENS:
        return next((at + 1 for at in range(stop, min(stop + BRACKETS, last)) if kinds[at] & CLOSES), stop)
    if (tokens.keys[stop] == OF or tokens.keys[stop] in DASHES) and stop + 1 < last and kinds[stop + 1] & PLACES:
        return stop + 2
    if kinds[stop] & COUNTRY and (stop + 1 == last or kinds[stop + 1] & ENDS):
        return stop + 1
    if tokens.keys[stop] == ADDRESSING and stop + 1 < last and kinds[stop + 1] & BODY:
        return next((at for at in range(stop, min(stop + BRACKETS, last)) if kinds[at] & ENDS or is_and(tokens, at)), stop)
    if is_made_office(tokens, stop) or kinds[stop] & (ROLE | DEFINITE) == ROLE:
        return next((at for at in range(stop, min(stop + LONGEST_OFFICE, last)) if kinds[at] & ENDS or is_next(tokens, at)), stop)
    return stop


def is_next(tokens: Tokens, place: int) -> bool:
    """Whether و leads to the next of a list by his title: مديرا فنيا | ود. سالم الكندي."""
    return is_and(tokens, place) and bool(tokens.kinds[place + 1] & TITLE) and not tokens.kinds[place + 1] & ROLE


def item_end(tokens: Tokens, ends: dict[int, int], place: int) -> int:
    """Where the name at `place` of a list ends, `place` where none stands."""
    stop = place
    while stop < min(len(tokens), place + LONGEST_NAME) and (
        may_be_part(tokens, stop, stop == place) or is_behind_father(tokens, place, stop)
    ):
        stop += 1
    if place in ends or (line := line_end(tokens, place)) > place:
        return ends.get(place) or line
    if stop > place + 1 and is_closed_off(tokens, stop):
        return stop
    if place + 1 in ends and is_strange_first(tokens, place):
        return ends[place + 1]
    return place + 2 if is_enclosed(tokens, place) else place


def is_behind_father(tokens: Tokens, first: int, place: int) -> bool:
    """Whether a word stands behind أبو or another word that joins inside a name: ساري أبو | كرم."""
    kind = tokens.kinds[place]
    return place > first + 1 and is_joining(tokens, place - 1) and not kind & (FUNCTION | PUNCTUATION | PREFIX | NUMBER)


def is_second(tokens: Tokens, place: int) -> bool:
    """Whether a word, written as no adverb, is all that stands behind a sure given name: خلدون | حينا،; not خلدون | رئيسا."""
    before, after = tokens.kinds[place - 1], tokens.kinds[place + 1 : place + 2]
    sure = before & NAME and not before & DOUBTFUL and after and after[0] & COMMA
    return bool(sure) and not (is_accusative_office(tokens.keys[place]) or has_tanwin(tokens, place))


def is_strange_first(tokens: Tokens, place: int) -> bool:
    """Whether an unknown word stands right before a name of a list, behind a mark or و, and is no verb: نايا | سامي حسن،."""
    key, before = tokens.keys[place], tokens.kinds[place - 1] if place else 0
    alone = before & PUNCTUATION or is_and(tokens, place - 1)
    if tokens.kinds[place] & ~(FAMILY | ODD) or not alone or tokens.text[tokens.ends[place] - 1] == HIS:
        return False
    return not (is_usual(key) or is_verb(key) or is_adverb(key) or is_several(key) or key in credits())


def is_enclosed(tokens: Tokens, place: int) -> bool:
    """Whether a given name, whatever else it means, and a surname are all between two commas: ، هنا شيحة،."""
    last, stop = place + 1, place + 2
    if not place or stop >= len(tokens) or not tokens.kinds[place - 1] & tokens.kinds[stop] & COMMA:
        return False
    given = tokens.keys[place] in seldom_names() and not tokens.kinds[place] & (DEFINITE | PREFIX | PUNCTUATION | NUMBER)
    family = tokens.kinds[last] & (NAME | FAMILY) and not tokens.kinds[last] & OTHER & ~NATION
    return bool(given and family) and bool(tokens.kinds[place] & NAME or not tokens.kinds[last] & DOUBTFUL)


def line_end(tokens: Tokens, place: int) -> int:
    """Where a line ends that is all a name of two words or more, `place` where it is none: ⏎مارلا حسين جلو⏎."""
    first = place - 1 if is_and(tokens, place - 1) else place
    if not first or not tokens.kinds[first - 1] & BREAK:
        return place
    limit = min(len(tokens), place + LONGEST_LINE + 1)
    stop = next((at for at in range(place, limit) if tokens.kinds[at] & OTHER and not is_title_of_birth(tokens, at)), limit)
    ended = stop == len(tokens) or tokens.kinds[stop] & BREAK
    named = stop > place and any(tokens.kinds[at] & NAME and not tokens.kinds[at] & DOUBTFUL for at in range(place, stop))
    return stop if ended and named and LEAST <= stop - place <= LONGEST_LINE else place


def is_title_of_birth(tokens: Tokens, place: int) -> bool:
    """Whether a title that is a given name too stands here: الشيخ."""
    return bool(tokens.kinds[place] & TITLE and tokens.kinds[place] & NAME) and not tokens.kinds[place] & OTHER & ~TITLE


def is_closed_off(tokens: Tokens, stop: int) -> bool:
    """Whether a name in a list may end here: before a mark, another word that is joined, a particle or what he was made."""
    return told_end(tokens, stop) > stop or stop >= len(tokens) or bool(tokens.kinds[stop] & CLOSE)


def may_be_part(tokens: Tokens, place: int, opens: bool) -> bool:
    """Whether a word in a list of people may be of a name; `opens`: as its first word."""
    kind, key = tokens.kinds[place], tokens.keys[place]
    if key in connectors() and (place == 0 or not opens or is_joining(tokens, place)):
        return not opens or not kind & FUNCTION
    if kind & ~(NAMELY | TITLE | ROLE | SPEECH) or (kind & (OFFICE | SPEECH) and not kind & (NAME if opens else FAMILY)):
        return False
    doubtful = kind & DOUBTFUL or not kind & NAME
    if opens and doubtful and len(key) < IMPERFECT_FROM and IMPERFECT_HEADS[0] + key in frequencies():
        return False
    if kind & NAME or (kind & (FAMILY | ODD) and not opens):
        return not (opens and kind & DEFINITE) or key in definite_names()
    if is_verb(key) or (is_adverb(key) and (opens or not is_second(tokens, place))) or tokens.text[tokens.ends[place] - 1] == HIS:
        return False
    if not kind and key[0] in PREPOSITIONS and is_known(key[1:]):  # بمنصبي
        return False
    if opens:
        return not kind & DEFINITE and (key in seldom_names() or bool(kind & (FAMILY | ODD)) or not is_known(key))
    return bool(kind & DEFINITE) or not (is_several(key) or is_usual(key))
