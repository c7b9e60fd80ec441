"""What speaks for two of one name being one, and what against: offices, bodies, lands, whom and what else their pages tell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from enum import IntEnum
from functools import lru_cache
from math import sqrt

from qawl.arabic.alike.forms import name_of
from qawl.arabic.alike.latin import match_forms
from qawl.arabic.alike.names import ONE_WORD, Bond, match
from qawl.arabic.alike.offices import Bearing, bearing
from qawl.arabic.alike.spellings import blurred
from qawl.arabic.letters import SERVANT, TA_MARBUTA, WRITTEN_TA_MARBUTA, bare_key, fold, fold_phrase
from qawl.arabic.lexicon import PEOPLE, ROLE, TITLE, word_classes
from qawl.arabic.names.genders import gender_of_given, is_womans, titles_of_men
from qawl.arabic.ordinary import frequencies
from qawl.arabic.world.same_bodies import singular
from qawl.library.across.naming.known import LAND, Known, Reason
from qawl.library.across.naming.sounds import may_sound_like
from qawl.library.searching.words import words_of

# Roles that many days part may be one person's, one after the other.
LONG_AGO = 300
# What two pages share of context, counted by its kind. Of two short pages of two stories one in a hundred shares as much as the
# hint, and one in five hundred what tells: docs/decisions/identities.md.
WEIGHTS = {"person": 2.0, "organisation": 1.0, "group": 0.5, "place": 0.5, "word": 0.5, "role": 1.0, "phrase": 0.75, "partner": 1.0}
HINT, SHARED = 0.75, 1.0
HINT_LATELY = 0.5
AMPLE = 3.0
# So much stands beside a name in a short page.
USUAL = 25
# Lands and continents are named everywhere.
EVERYWHERE = ("iso:", "place:")
PERSON = "person:"
# So many people beside somebody are compared; their names are one in these forms.
MOST_BESIDE = 12
FULL = (Bond.WHOLE, Bond.ENDS)
# A word that everyday speech has less often tells twice as much.
SELDOM = 400


class Evidence(IntEnum):
    """How far what is beside the names speaks for one person."""

    AGAINST = 0
    DOUBT = 1
    NOTHING = 2
    SOME = 3
    STRONG = 4


FOR = {Bearing.OFFICE: Evidence.STRONG, Bearing.BODY: Evidence.STRONG, Bearing.TRADE: Evidence.SOME, Bearing.PLACE: Evidence.SOME}
CODES_FOR = frozenset(how.value for how in FOR)
CODES_AGAINST = frozenset({"other_gender", "other_land", "other_office", "other_field"})
AGAINST = {Bearing.LAND: Evidence.AGAINST, Bearing.OTHER: Evidence.DOUBT, Bearing.FIELD: Evidence.DOUBT}


def evidence(a: Known, b: Known) -> tuple[Evidence, tuple[Reason, ...]]:
    """How far what is known of two speaks for one, names aside, with the reasons; the same whichever comes first."""
    pro = sorted((*offices_for(a, b), *shared_bodies(a, b), *shared_context(a, b)), key=lambda one: -one[0])
    con = sorted((*other_gender(a, b), *other_lands(a, b), *offices_against(a, b, pro)), key=lambda one: one[0])
    reasons = tuple(dict.fromkeys(reason for _, reason in (*pro, *con)))
    return weighed([level for level, _ in pro], [level for level, _ in con]), reasons


Told = tuple[Evidence, Reason]


def weighed(pro: list[Evidence], con: list[Evidence]) -> Evidence:
    """What is left where some speaks for and some against."""
    best = max(pro, default=Evidence.NOTHING)
    if len(pro) > 1 and best == Evidence.SOME:
        best = Evidence.STRONG
    worst = min(con, default=Evidence.NOTHING)
    return Evidence(max(0, min(4, best + worst - Evidence.NOTHING)))


def offices_for(a: Known, b: Known) -> Iterator[Told]:
    """The best that two roles of theirs have in common."""
    found = [(FOR[how], Reason(how.value, words)) for how, words in bearings(a, b) if how in FOR]
    yield from sorted(found, key=lambda one: -one[0])[:1]


def offices_against(a: Known, b: Known, pro: list[Told]) -> Iterator[Told]:
    """What their roles have against each other, where none speaks for them; another office is none after a long time, nor is a
    former one.
    """
    held = {role.text for known in (a, b) for role in known.roles if not role.former}
    told = ((how, words) for how, words in bearings(a, b) if how == Bearing.LAND or held.issuperset(words))
    found = [(AGAINST[how], Reason(how.value, words)) for how, words in told if how in AGAINST]
    agrees = any(reason.code in CODES_FOR for _, reason in pro)
    later = (days_between(a, b) or 0) > LONG_AGO
    for level, reason in sorted(found, key=lambda one: one[0])[:1]:
        if not agrees and (level == Evidence.AGAINST or not later):
            yield level, reason


def bearings(a: Known, b: Known) -> Iterator[tuple[Bearing, tuple[str, str]]]:
    """How each role of the one bears on each of the other."""
    for one in a.roles:
        for two in b.roles:
            yield bearing(one.text, two.text), (one.text, two.text)


def shared_bodies(a: Known, b: Known) -> Iterator[Told]:
    """A body in the roles of one that the other is beside."""
    near = {one.partition(":")[2] for known in (a, b) for one in known.near if one.startswith("organisation:")}
    for one, other in ((a, b), (b, a)):
        for body in one.bodies:
            if fold_phrase(body) in {fold_phrase(theirs) for theirs in other.bodies} or fold_phrase(body) in near & keys_near(
                other
            ):
                yield Evidence.SOME, Reason("same_body", (body,))
                return


def keys_near(known: Known) -> set[str]:
    """The keys of the bodies beside somebody."""
    return {one.partition(":")[2] for one in known.near if one.startswith("organisation:")}


def shared_context(a: Known, b: Known) -> Iterator[Told]:
    """What both have beside them, where it is much: other people under any form of their names, bodies, places, seldom words."""
    shared = both_beside(a, b)
    total = sum(map(weight, shared)) / length(a, b)
    if total >= SHARED:
        words = tuple(one.partition(":")[2] for one in sorted(shared, key=weight, reverse=True)[:4])
        yield (Evidence.STRONG if total >= AMPLE else Evidence.SOME), Reason("same_context", words)


@lru_cache(maxsize=1 << 6)
def both_beside(a: Known, b: Known) -> tuple[str, ...]:
    """What and whom both have beside them; kept, since it is asked twice of two."""
    beside = frozenset(b.near)
    shared = [one for one in a.near if one in beside and not one.startswith(PERSON)]
    people = (PERSON + name for name in sorted(people_beside(a, b)))
    partners = (f"partner:{name}" for name in sorted(partners_beside(a, b) | partners_beside(b, a)))
    phrases = (f"phrase:{phrase}" for phrase in sorted(set(a.phrases) & set(b.phrases)))
    return tuple(dict.fromkeys((*shared, *people, *partners, *sorted(roles_beside(a, b) | roles_beside(b, a)), *phrases)))


def roles_beside(a: Known, b: Known) -> set[str]:
    """The words of somebody's roles that stand beside the other: رئيسة النقابة where the other page tells of a نقابة."""
    words = {key for role in a.roles for key in words_of_role(role.text)}
    beside = frozenset(b.near)
    return {f"role:{key}" for key in words if f"word:{key}" in beside}


@lru_cache(maxsize=1 << 14)
def words_of_role(role: str) -> frozenset[str]:
    """The stems of a role, of a body the singular."""
    return frozenset(singular(word.stem) for word in words_of(role))


def is_near(a: Known, b: Known, *, lately: bool = False) -> bool:
    """Whether both have at least something beside them that tells; of pages of the same weeks less is needed."""
    return sum(map(weight, both_beside(a, b))) / length(a, b) >= (HINT_LATELY if lately else HINT)


def tell_one_story(a: Known, b: Known, office: str) -> bool:
    """Whether both have much beside them, the words of an office apart, by which they were found."""
    own = {word.stem for word in words_of(office)}
    shared = (one for one in both_beside(a, b) if not own.issuperset(word.stem for word in words_of(one.partition(":")[2])))
    return sum(map(weight, shared)) / length(a, b) >= SHARED


def length(a: Known, b: Known) -> float:
    """How many times more than beside a name of a short page stands beside two: so much more do they share by chance."""
    return max(1.0, sqrt(len(a.near) * len(b.near)) / USUAL)


def people_beside(a: Known, b: Known) -> set[str]:
    """Those who are beside both, under one full name or a short form of it, in any spelling of its consonants."""
    one, two = by_ends(a), by_ends(b)
    return {min(one[ends], two[ends]) for ends in one.keys() & two.keys() if match(one[ends], two[ends]).bond in FULL}


def partners_beside(short: Known, full: Known) -> set[str]:
    """Whom the page of one calls by one word, and that of the other in full: العدوي beside رامي العدوي, each beside a سالم.

    Nobody whose word may mean the other one himself.
    """
    words = [name for name in people_near(short) if " " not in name][-MOST_BESIDE:]
    found = ((word, [name for name in persons(full) if is_called(word, name)]) for word in words)
    return {word for word, named in found if len(named) == 1 and fits_better(word, named[0], full.names[0])}


def fits_better(word: str, name: str, own: str) -> bool:
    """Whether one word is rather a part of a name than of somebody's own."""
    mine = match_forms(word, own)
    return not mine.may_be_one or mine.alike < match_forms(word, name).alike


def share_somebody(a: Known, b: Known) -> bool:
    """Whether both have somebody beside them, in full or by one word."""
    return bool(people_beside(a, b) or partners_beside(a, b) or partners_beside(b, a))


@lru_cache(maxsize=1 << 14)
def is_called(word: str, name: str) -> bool:
    """Whether one word is the family name of a name in full, or its given name."""
    return may_sound_like(word, name) and match_forms(word, name).bond in ONE_WORD


def people_near(known: Known) -> list[str]:
    """The names of the people beside somebody."""
    return [beside.removeprefix(PERSON) for beside in known.near if beside.startswith(PERSON)]


def by_ends(known: Known) -> dict[tuple[str, str], str]:
    """The people beside somebody by the consonants of their given and family names."""
    return {ends_of(name): name for name in persons(known)}


@lru_cache(maxsize=1 << 14)
def ends_of(name: str) -> tuple[str, str]:
    """The consonants of a given and a family name; nothing of a name that has no word."""
    parts = name_of(name).parts
    return (blurred(parts[0]), blurred(parts[-1])) if parts else ("", "")


def persons(known: Known) -> list[str]:
    """The people of full name who are beside somebody, the last ones of many."""
    beside = [one.removeprefix(PERSON) for one in known.near if one.startswith(PERSON) and " " in one]
    return beside[-MOST_BESIDE:]


def weight(one: str) -> float:
    """How much something that both have beside them tells."""
    kind, _, key = one.partition(":")
    if key.startswith(EVERYWHERE) or kind not in WEIGHTS:
        return 0.0
    if kind in ("role", "partner"):
        return WEIGHTS[kind]
    if kind == "word":
        return WEIGHTS[kind] if frequencies().get(key, 0) < SELDOM else WEIGHTS[kind] / 2
    return WEIGHTS[kind] * (1 if ":" in key or " " in key else 0.5)


def other_gender(a: Known, b: Known) -> Iterator[Told]:
    """A woman and a man, as their names or roles tell; a woman too may be called النائب, so that a role of men is a doubt alone."""
    told = gender(a), gender(b)
    if set(told) == {"f", "m"}:
        yield Evidence.AGAINST, Reason("other_gender", (a.names[0], b.names[0]))
    elif "f" in told and "" in told and has_role_of_men((a, b)[told.index("")]):
        yield Evidence.DOUBT, Reason("other_gender", (a.names[0], b.names[0]))


def gender(known: Known) -> str:
    """`f` or `m` where the given name, a verb, a title or a role tells it, else nothing."""
    by_name = "" if known.officer else gender_of_name(known.names[0])
    return by_name or known.gender or gender_of_roles(role.text for role in known.roles)


def gender_of_name(name: str) -> str:
    """`f` or `m` where the given name of a full name tells it, else nothing."""
    words = fold_phrase(name).split()
    if len(words) > 1 and words[0] == SERVANT:
        return "m"
    told = gender_of_given(words[0]) if len(words) > 1 else ""
    return told if told in ("f", "m") else ""


def gender_of_roles(roles: Iterable[str]) -> str:
    """`f` where a role is a woman's, `m` where it is a title that desks give men alone, else nothing."""
    heads = list(heads_of(roles))
    if any(is_womans(fold(head), ROLE | TITLE | PEOPLE) for head in heads if is_no_others(head)):
        return "f"
    return "m" if any(fold(head) in titles_of_men() for head in heads) else ""


def is_no_others(head: str) -> bool:
    """Whether the head of a role does not end in a pronoun: شقيقة, not شقيقه."""
    return head.endswith(WRITTEN_TA_MARBUTA)


def has_role_of_men(known: Known) -> bool:
    """Whether somebody has a role of which women have a form of their own, in that of men: النائب."""
    return any(
        word_classes().get(bare_key(fold(head)) + TA_MARBUTA, 0) & (ROLE | TITLE) for head in heads_of(r.text for r in known.roles)
    )


def heads_of(roles: Iterable[str]) -> Iterator[str]:
    """The first words of roles, as they are written."""
    return (words[0] for role in roles if (words := role.split()))


def other_lands(a: Known, b: Known) -> Iterator[Told]:
    """Roles or bodies of two lands."""
    if a.countries and b.countries and not set(a.countries) & set(b.countries):
        yield Evidence.AGAINST, Reason("other_land", (*a.countries[:2], *b.countries[:2]))


def is_within(a: Known, b: Known, most: int) -> bool:
    """Whether at most so many days are known to lie between the pages of two."""
    days = days_between(a, b)
    return days is not None and days <= most


def of_lands(a: Known, b: Known) -> bool:
    """Whether the pages of both name lands, and none that both name."""
    one, two = lands_of(a), lands_of(b)
    return bool(one and two and not one & two)


def lands_of(known: Known) -> set[str]:
    """The lands of somebody; where he has none, those that his pages name."""
    return set(known.countries) or {one.removeprefix(LAND) for one in known.near if one.startswith(LAND)}


def days_between(a: Known, b: Known) -> int | None:
    """How many days lie between the nearest pages of two; None where a day is not known."""
    gaps = [abs((date.fromisoformat(one) - date.fromisoformat(two)).days) for one in a.published for two in b.published]
    return min(gaps, default=None)
