"""Whether two roles of different pages may be one person's: محافظ سوهاج, محافظ سوهاج السابق; not محافظ قنا."""

from __future__ import annotations

from enum import Enum
from functools import cache, lru_cache
from typing import NamedTuple

from qawl.arabic.actors import keys_of
from qawl.arabic.heads import known_head
from qawl.arabic.letters import ALEF, FINANCIAL, HIS, OWNERS, TA_MARBUTA, WRITTEN_TA_MARBUTA, bare_key, fold
from qawl.arabic.lexicon import CITY, DEFINITE, PEOPLE, ROLE, TITLE, word_classes
from qawl.arabic.names.genders import is_womans
from qawl.arabic.phrases.kin import are_kin, in_common_words, in_one_word, offices
from qawl.arabic.phrases.offices import SAYS_NOTHING, is_body, is_same_office, lands_in, stem
from qawl.arabic.tokens import Tokens
from qawl.tables import table

# A word of fewer letters tells no body.
SHORTEST = 2


class Bearing(Enum):
    """How two roles bear on whether those who have them are one."""

    OFFICE = "same_office"
    TRADE = "same_trade"  # the same head, of which one says nothing more: المدرب, مدرب المنتخب
    BODY = "same_body"  # another office of the same body: أمينة عامة لوزارة البيئة, وزيرة البيئة
    PLACE = "same_place"  # another office in the same town
    NOTHING = ""
    FIELD = "other_field"  # nothing in common
    OTHER = "other_office"  # the same head, of another body or town
    LAND = "other_land"


class Office(NamedTuple):
    """A role taken apart: its bare words with the head in the one word for all that mean it; what stands behind the head."""

    keys: tuple[str, ...]
    tail: frozenset[str]
    places: frozenset[str]
    lands: frozenset[str]
    womans: bool


@lru_cache(maxsize=1 << 14)
def office_of(role: str) -> Office | None:
    """The office that a role tells, None for a title alone and for kin: الدكتور, ابنه."""
    tokens = Tokens(role)
    classes, past = word_classes(), offices("past")
    places = [place for place in range(len(tokens)) if keys_of(tokens, (place, place + 1))]
    while places and is_title(bare_key(tokens.keys[places[0]])):
        places = places[1:]
    if not places or is_anothers(tokens, places[0]):
        return None
    keys = nominative(tuple(key for place in places if (key := bare_key(tokens.keys[place])) not in past))
    if not keys:
        return None
    of_finance = {bare_key(key) for key, kind in zip(tokens.keys, tokens.kinds, strict=True) if kind & DEFINITE} & set(FINANCIAL)
    woman = is_womans(keys[0], ROLE | TITLE | PEOPLE)
    keys = in_common_words(in_one_word(keys))
    tail = frozenset(stem(key) for key in keys[1:] if tells(key))
    towns = frozenset(stem(key) for key in keys[1:] if classes.get(key, 0) & CITY and key not in of_finance)
    lands = frozenset(land for key, land in lands_in(keys).items() if key not in of_finance)
    return Office(keys, tail - towns, towns, lands, woman)


def nominative(keys: tuple[str, ...]) -> tuple[str, ...]:
    """Keys with the head as it stands alone: انتخب | رئيسا للمجلس."""
    head = keys[0].removesuffix(ALEF) if keys else ""
    return (head, *keys[1:]) if word_classes().get(head, 0) & (ROLE | PEOPLE) else keys


@cache
def honorifics() -> frozenset[str]:
    """Titles that people of any office bear."""
    rows = [row for name in ("titles.tsv", "titles_more.tsv") for row in table(name) if row["kind"] == "honorific"]
    return frozenset(bare_key(fold(form)) for row in rows for form in (row["form"], row["feminine"]) if form)


def is_title(key: str) -> bool:
    """Whether a head is a title that tells no office: دكتور, مهندس; not قاضي, نقيب."""
    return key in honorifics() or (bool(word_classes().get(key, 0) & TITLE) and stem(key) in fillers())


def is_anothers(tokens: Tokens, place: int) -> bool:
    """Whether a head tells by a pronoun whose it is, so that it means nothing in another page: ابنه, نائبها."""
    key = tokens.keys[place]
    if tokens.text[tokens.ends[place] - 1] == WRITTEN_TA_MARBUTA:
        return False
    owner = next((owner for owner in (*OWNERS, HIS) if key.endswith(owner)), "")
    return bool(owner) and (known_head(key.removesuffix(owner)) is not None or bool(word_classes().get(key, 0) & PEOPLE))


@cache
def fillers() -> frozenset[str]:
    """The stems of words that tell neither a body nor a field."""
    return frozenset(stem(bare_key(fold(row["form"]))) for row in table("role_fillers.tsv"))


def tells(key: str) -> bool:
    """Whether a word behind the head tells which body or field: بيئة; not وزارة, عام, جديد, nor a land."""
    kind = word_classes().get(key, 0)
    if len(key) < SHORTEST or kind & SAYS_NOTHING or is_body(key) or key.isascii() or lands_in((key,)):
        return False
    return stem(key) not in fillers()


def bearing(first: str, second: str) -> Bearing:
    """How two roles bear on whether those who have them are one; the same whichever comes first."""
    return _bearing(first, second) if first <= second else _bearing(second, first)


@lru_cache(maxsize=1 << 15)
def _bearing(first: str, second: str) -> Bearing:
    one, two = office_of(first), office_of(second)
    if one is None or two is None:
        return Bearing.NOTHING
    if one.lands and two.lands and not one.lands & two.lands:
        return Bearing.LAND
    heads = one.keys[0] == two.keys[0] or masculine(one.keys[0]) == masculine(two.keys[0])
    if heads and tell_two(one, two):
        return Bearing.OTHER
    if heads and (is_same_office(one.keys, two.keys) or is_same_office(two.keys, one.keys)):
        told = one.tail & two.tail or one.places & two.places or one.lands & two.lands
        return Bearing.OFFICE if told and one.keys[0] not in heads_of("many") else Bearing.TRADE
    if one.tail & two.tail:
        return Bearing.BODY
    if heads or are_kin(one.keys, two.keys):
        both, either = bool(what(one) and what(two)), bool(what(one) or what(two))
        return Bearing.OTHER if heads and both else Bearing.TRADE if heads or either else Bearing.NOTHING
    if one.places & two.places:
        return Bearing.PLACE
    passing = {one.keys[0], two.keys[0]} & heads_of("story") or any(is_bare(office) for office in (one, two))
    return Bearing.NOTHING if passing or (says_nothing(one) and says_nothing(two)) else Bearing.FIELD


def is_bare(office: Office) -> bool:
    """Whether an office of which any field has one tells none: الوكيلة, المدير العام."""
    return office.keys[0] in heads_of("bare") and all(stem(key) in fillers() for key in office.keys[1:])


@cache
def heads_of(use: str) -> frozenset[str]:
    """The heads of `passing_roles.tsv` of one use, with their feminines."""
    forms = [bare_key(fold(row["form"])) for row in table("passing_roles.tsv") if row["use"] == use]
    return frozenset((*forms, *(form + TA_MARBUTA for form in forms)))


@cache
def fields() -> dict[str, str]:
    """Head of a trade or office, in the masculine -> the field that hardly anybody shares with another: sport, art, state."""
    return {bare_key(fold(row["form"])): row["field"] for row in table("trade_fields.tsv")}


@lru_cache(maxsize=1 << 14)
def field_of(role: str) -> str:
    """The field that a role tells, nothing where it may go with any: لاعب الفريق, المطرب; not الدكتور, المدير."""
    office = office_of(role)
    return fields().get(masculine(office.keys[0]), "") if office else ""


def tell_two(one: Office, two: Office) -> bool:
    """Whether each of two offices of one head has a town or land that the other has not: مدير صحة قنا, مدير صحة دسوق."""
    mine, theirs = what(one) - what(two), what(two) - what(one)
    towns = mine & one.places or theirs & two.places
    return bool((mine and theirs and towns) or (one.lands - two.lands and two.lands - one.lands))


def says_nothing(office: Office) -> bool:
    """Whether an office goes with any other such one: النائبة, عضو المجلس; not عضو مجلس صحار."""
    return stem(office.keys[0]) in fillers() and not what(office)


def what(office: Office) -> frozenset[str]:
    """All that an office says behind its head."""
    return office.tail | office.places


def masculine(key: str) -> str:
    """A head without the ending of the feminine."""
    return key.removesuffix(TA_MARBUTA)
