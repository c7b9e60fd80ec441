"""Where an encounter is: في مدينة صور، بمقر الوزارة، إلى القاهرة، قمة الدوحة، استضافته تونس."""

from __future__ import annotations

from collections.abc import Iterator

from qawl.arabic.agenda.encounters import Encounter
from qawl.arabic.agenda.places import is_place, is_venue
from qawl.arabic.agenda.tenses import is_hosting, is_of_plan, small_word
from qawl.arabic.extents import phrase_end
from qawl.arabic.findings import Range
from qawl.arabic.frames.scene import Scene
from qawl.arabic.joiners import is_and
from qawl.arabic.letters import BY, IN, IN_FRONT, IN_ORDER_TO, THAT_MATTER, TO, TO_THE
from qawl.arabic.lexicon import (
    BODY,
    CITY,
    COMMA,
    COUNTRY,
    DEFINITE,
    FAMILY,
    NAME,
    NATION,
    ODD,
    PREFIX,
    PREPOSITION,
    PUNCTUATION,
    ROLE,
    THAT,
    TITLE,
    TOWN,
)
from qawl.arabic.tokens import Tokens
from qawl.model import Span

# What a place that follows has its article or its name before it: زيارة الوزير | صور، زيارة سالم الكندي | صور.
WHOLE = DEFINITE | NAME | FAMILY | ODD | NATION | COMMA
# So many words may tell of an office or a matter before its في.
NEAR = 3


def where_of(scene: Scene, encounter: Encounter) -> Span | None:
    """The place of an encounter, without its preposition; a call has none."""
    if encounter.type == "call":
        return None
    found = list(places_in(scene, encounter))
    return scene.span(max(found, key=lambda place: rank(scene.tokens, place, encounter))) if found else None


def rank(tokens: Tokens, place: Range, encounter: Encounter) -> int:
    """How surely a place is the encounter's, of several: its host's, behind وذلك, a hall or a house, a named town, المنطقة."""
    first, before = place[0], place[0] - 2
    if hosts(tokens, first - 1, encounter):
        return 4
    if before >= 0 and tokens.keys[before] == THAT_MATTER:
        return 3
    if is_place(tokens, first):
        return 1
    alone = place[1] == first + 1 and bool(tokens.kinds[first] & DEFINITE)
    return 0 if alone else 1 if tokens.kinds[first] & TOWN else 2


def places_in(scene: Scene, encounter: Encounter) -> Iterator[Range]:
    """The places that the clause of an encounter gives it, in text order."""
    tokens, (first, stop) = scene.tokens, encounter.clause
    for at in range(first, stop - 1):
        if at > encounter.place and tokens.kinds[at] & THAT and not is_of_plan(tokens, at):
            return
        limit = encounter.place if at < encounter.place else stop
        if at == encounter.place and encounter.type != "visit" and not is_place(tokens, at + 1):
            continue
        if leads(tokens, at, encounter):
            crowd = tokens.keys[at] == IN_FRONT
            if found := place_at(tokens, at + 1, limit) or (house_at(tokens, at + 1, limit) if crowd else None):
                yield found


def leads(tokens: Tokens, at: int, encounter: Encounter) -> bool:
    """Whether an encounter's place may stand behind the token at `at`: في، ب; of a visit إلى، ل; its own word; its host's verb."""
    kind, key, visits = tokens.kinds[at], tokens.keys[at], encounter.type == "visit"
    if kind & (PREPOSITION | PREFIX):
        if key == IN:
            return not is_of_other(tokens, at)
        return key == BY or (visits and key in (TO, IN_ORDER_TO, TO_THE)) or (encounter.type == "protest" and key == IN_FRONT)
    if at == encounter.place or hosts(tokens, at, encounter):
        return visits or not tokens.kinds[at + 1] & COUNTRY or encounter.type == "vote" or at != encounter.place
    return visits and at > encounter.place and bool(kind & WHOLE) and (is_place(tokens, at + 1) or is_venue(tokens, at + 1))


def hosts(tokens: Tokens, at: int, encounter: Encounter) -> bool:
    """Whether a verb whose subject may be the place has the encounter as its object: استضافت صور القمة، قمة استضافتها صور."""
    if not is_hosting(tokens.keys[at]):
        return False
    return at < encounter.place or not any(tokens.kinds[n] & (PREFIX | PREPOSITION) for n in range(encounter.place + 1, at))


def is_of_other(tokens: Tokens, at: int) -> bool:
    """Whether في belongs to an office or to what is no encounter: السفير الفرنسي | في صور، الأوضاع الأمنية | في صور."""
    near = range(at - 1, max(-1, at - 1 - NEAR), -1)
    for before in near:
        if small_word(tokens.keys[before]) in ("matter", "posted"):
            return True
        if not tokens.kinds[before] & (NATION | DEFINITE):
            return False
    return False


def place_at(tokens: Tokens, first: int, stop: int) -> Range | None:
    """The place that begins at `first`: a city or a country, or a noun of a place with all that belongs to it."""
    if first >= stop:
        return None
    if is_venue(tokens, first):
        return first, venue_end(tokens, first, stop)
    return (first, city_end(tokens, first, stop)) if is_place(tokens, first) else None


def city_end(tokens: Tokens, first: int, stop: int) -> int:
    """Where a city or a country ends, and those that و joins to it: إسرائيل ومصر، صور والنبطية."""
    at = first + 1
    while at < stop and is_place(tokens, at):
        at += 1
    if at + 1 < stop and is_and(tokens, at) and (joined := place_at(tokens, at + 1, stop)):
        return joined[1]
    return at


def venue_end(tokens: Tokens, first: int, stop: int) -> int:
    """Where the phrase of a place ends, with the wider place behind في or ب: قاعة الاجتماعات | بالإمارة."""
    end = town_end(tokens, first, stop) if tokens.kinds[first] & TOWN else max(first + 1, phrase_end(tokens, first, stop))
    end = next((at for at in range(first + 1, end) if leaves(tokens, first, at)), end)
    if end < stop and is_place(tokens, end):
        end = city_end(tokens, end, stop)
    if end + 1 < stop and tokens.keys[end] in (IN, BY):
        wider = place_at(tokens, end + 1, stop) or strange_place(tokens, end + 1)
        end = wider[1] if wider else end
    return end


def leaves(tokens: Tokens, first: int, at: int) -> bool:
    """Whether what stands behind a place is no more of it: قصر الأمل | رئيس الوزراء، قاعة البلدية | بحضور كذا."""
    kind = tokens.kinds[at]
    if kind & (PREFIX | PREPOSITION):
        return not is_and(tokens, at)
    return at > first + 1 and bool(kind & (ROLE | TITLE)) and not kind & DEFINITE and not is_and(tokens, at - 1)


def house_at(tokens: Tokens, first: int, stop: int) -> Range | None:
    """The body before whose house a crowd gathers: أمام | وزارة النقل."""
    end = phrase_end(tokens, first, stop) if first < stop and tokens.kinds[first] & BODY else first
    return (first, end) if end > first else None


def strange_place(tokens: Tokens, at: int) -> Range | None:
    """A place that no table knows, behind one that is told by its noun: مكتبه | بالسندية."""
    return (at, at + 1) if tokens.kinds[at] & ODD and not tokens.kinds[at] & (PREFIX | PREPOSITION) else None


def town_end(tokens: Tokens, first: int, stop: int) -> int:
    """Where a town with its name ends: مدينة صور، محافظة الساحل الشرقي."""
    at = first + 1
    if at < stop and not tokens.kinds[at] & (PREFIX | PREPOSITION | PUNCTUATION):
        at += 1
        while at < stop and tokens.kinds[at] & (DEFINITE | CITY | COUNTRY) and not tokens.kinds[at] & (ROLE | TITLE):
            at += 1
    return at
