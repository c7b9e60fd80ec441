"""How far the words of a place go: قاعة الاجتماعات بالإمارة، مطار الملك خالد الدولي، ساحة «الاستقلال»، صور أو النبطية."""

from __future__ import annotations

from qawl.arabic.agenda.parts import ATTENDANCE, LED
from qawl.arabic.agenda.places import is_place, is_venue, venue_heads
from qawl.arabic.agenda.tenses import tense_at
from qawl.arabic.agenda.words import poll_words
from qawl.arabic.findings import Range
from qawl.arabic.forms import forms
from qawl.arabic.letters import BY, DELEGATIONS, FEMININE_PLURAL, HIS, IN, INSIDE, OR, VERB_PLURAL, bare_key
from qawl.arabic.lexicon import (
    BODY,
    CITY,
    CLOSES,
    COUNTRY,
    DEFINITE,
    FAMILY,
    HONOUR,
    NAME,
    ODD,
    OPENS,
    PREFIX,
    PREPOSITION,
    PUNCTUATION,
    RELATIVE,
    ROLE,
    SINGLE,
    SPAN,
    TIME,
    TITLE,
    TOWN,
)
from qawl.arabic.names.joiners import is_and
from qawl.arabic.ordinary import is_common
from qawl.arabic.phrases.extents import phrase_end
from qawl.arabic.tokens import Tokens

# A name in marks has so many tokens at most.
MARKED = 6
# What is no more of a town's name: مدينة فاس | الأسبوع المقبل، مدينة السد | التي بنيت.
NO_TOWN = ROLE | TITLE | RELATIVE | TIME | SPAN
NO_NAME = PREFIX | PREPOSITION | PUNCTUATION | TIME


def place_at(tokens: Tokens, first: int, stop: int) -> Range | None:
    """The place that begins at `first`: a city or a country, or a noun of a place with all that belongs to it."""
    if first >= stop:
        return None
    if is_venue(tokens, first):
        return town_of_own(tokens, first, stop) or (first, venue_end(tokens, first, stop))
    return (first, city_end(tokens, first, stop)) if is_place(tokens, first) else None


def town_of_own(tokens: Tokens, first: int, stop: int) -> Range | None:
    """The town in which somebody's own house or office is, which has no name itself: مكتبه ب| صور, منزله في | بلدة الساحل."""
    town = first + 2
    if town >= stop or not tokens.is_owned(first) or tokens.keys[first + 1] not in (IN, BY, INSIDE):
        return None
    named = is_place(tokens, town) or bool(tokens.kinds[town] & TOWN)
    return place_at(tokens, town, stop) if named else strange_place(tokens, town)


def city_end(tokens: Tokens, first: int, stop: int) -> int:
    """Where a city or a country ends, and those that و or أو joins to it: إسرائيل ومصر، صور أو النبطية."""
    at = first + 1
    while at < stop and (is_place(tokens, at) or is_side(tokens, at)):
        at += 1
    if at + 1 < stop and (is_and(tokens, at) or tokens.keys[at] == OR) and (joined := place_at(tokens, at + 1, stop)):
        return joined[1]
    return at


def is_side(tokens: Tokens, at: int) -> bool:
    """Whether an adjective tells which side of a land is meant: البقاع | الغربي، كردفان | الشمالية."""
    key = bare_key(tokens.keys[at])
    side = venue_heads().get(key) or venue_heads().get(key.removesuffix(HIS))
    return bool(tokens.kinds[at] & DEFINITE) and side == "place"


def venue_end(tokens: Tokens, first: int, stop: int) -> int:
    """Where the phrase of a place ends, with the wider place behind في or ب: قاعة الاجتماعات | بالإمارة."""
    end = town_end(tokens, first, stop) if tokens.kinds[first] & TOWN else max(first + 1, phrase_end(tokens, first, stop))
    end = next((at for at in range(first + 1, end) if leaves(tokens, first, at)), end)
    end = called_end(tokens, end, stop)
    if end < stop and is_place(tokens, end):
        end = city_end(tokens, end, stop)
    if end + 1 < stop and tokens.keys[end] in (IN, BY, INSIDE):
        wider = place_at(tokens, end + 1, stop) or strange_place(tokens, end + 1)
        end = wider[1] if wider else end
    return end


def called_end(tokens: Tokens, end: int, stop: int) -> int:
    """Where the name ends after which a place is called: مكتب | سموه، مطار الملك | خالد الدولي، مسرح | «النهار»."""
    kinds = tokens.kinds
    if end < stop and kinds[end] & HONOUR:
        end += 1
    if end < stop and kinds[end - 1] & TITLE and kinds[end - 1] & DEFINITE and kinds[end] & (NAME | FAMILY):
        while end < stop and kinds[end] & (NAME | FAMILY | DEFINITE) and not kinds[end] & (NO_NAME | ROLE):
            end += 1
    if end < stop and kinds[end] & (OPENS | SINGLE):
        marks = range(end + 2, min(stop, end + MARKED))
        end = next((at + 1 for at in marks if kinds[at] & (CLOSES | SINGLE)), end)
    return end


def leaves(tokens: Tokens, first: int, at: int) -> bool:
    """Whether what stands behind a place is no more of it: مقر الوزارة | السفير، قاعة البلدية | بحضور كذا."""
    kind = tokens.kinds[at]
    if kind & (PREFIX | PREPOSITION):
        return not is_and(tokens, at) or (at + 1 < len(tokens) and is_deed(tokens, at + 1))
    if tokens.keys[at] in poll_words("cause") or is_led_by(tokens.keys[at]):
        return True
    whole = tokens.kinds[at - 1] & DEFINITE or (at == first + 1 and tokens.is_owned(first))
    called = at > first + 1 and (tokens.kinds[at - 1] & (CITY | ODD) or not is_common(tokens.keys[at - 1]))  # قصر صور | السفير
    if (whole or called) and not kind & (DEFINITE | NAME | FAMILY | CITY | COUNTRY | ROLE | TITLE) and is_deed(tokens, at):
        return True
    if (whole or called) and kind & DEFINITE and kind & (ROLE | TITLE):
        return True
    if at == first + 1 and tokens.is_owned(first) and kind & (ROLE | TITLE) and not kind & (NAME | CITY):
        return True  # مكتبه | نقيب المحامين
    if (whole or called) and at > first + 1 and bare_key(tokens.keys[at]) in DELEGATIONS[:2]:
        return True
    return at > first + 1 and bool(kind & (ROLE | TITLE)) and not kind & DEFINITE and not is_and(tokens, at - 1)


def is_led_by(key: str) -> bool:
    """Whether a noun with its ب tells who leads what is there: في مقر البلدية | بإشراف الوالي."""
    return key.startswith(BY) and any(form.row["by"] == LED for form in forms(ATTENDANCE).get(key))


def is_deed(tokens: Tokens, at: int) -> bool:
    """Whether a verb stands at `at`, which is no more of a place: في الشوارع و| جابوا المدينة، في منزل النائب | ضم وزراء."""
    return tense_at(tokens, at) is not None or tokens.keys[at].endswith(VERB_PLURAL)


def house_at(tokens: Tokens, first: int, stop: int) -> Range | None:
    """The house before which a crowd gathers, or of those who vote: أمام | وزارة النقل، أمام | المدارس، في | مجلس الأمن."""
    crowded = tokens.kinds[first] & BODY or tokens.keys[first].endswith(FEMININE_PLURAL) if first < stop else False
    if not crowded or tokens.kinds[first] & NO_NAME or bare_key(tokens.keys[first]) in DELEGATIONS[:2]:
        return None
    end = max(first + 1, phrase_end(tokens, first, stop))
    return first, next((at for at in range(first + 1, end) if tells_aim(tokens, at)), end)


def tells_aim(tokens: Tokens, at: int) -> bool:
    """Whether ل leads to why people protest: أمام الوزارة | للمطالبة بكذا."""
    return bool(tokens.kinds[at] & PREFIX) and at + 1 < len(tokens) and bare_key(tokens.keys[at + 1]) in poll_words("cause")


def strange_place(tokens: Tokens, at: int) -> Range | None:
    """A place that no table knows, behind one that is told by its noun: مكتبه | بالسندية."""
    return (at, at + 1) if tokens.kinds[at] & ODD and not tokens.kinds[at] & (PREFIX | PREPOSITION) else None


def town_end(tokens: Tokens, first: int, stop: int) -> int:
    """Where a town with its name ends: مدينة صور، محافظة الساحل الشرقي."""
    at = first + 1
    if at < stop and not tokens.kinds[at] & (PREFIX | PREPOSITION | PUNCTUATION):
        at += 1
        while at < stop and tokens.kinds[at] & (DEFINITE | CITY | COUNTRY) and not tokens.kinds[at] & NO_TOWN:
            at += 1
    return at
