"""Whether two people in two pages are one: how their names stand to each other, and how much more must speak for it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache

from qawl.arabic.alike.forms import name_of
from qawl.arabic.alike.latin import is_latin, match_latin, match_two_latin
from qawl.arabic.alike.names import ONE_WORD, Bond, Match, match
from qawl.arabic.alike.offices import Bearing
from qawl.arabic.alike.rarity import is_listed, opens_names, share
from qawl.arabic.alike.spellings import Likeness, blurred, is_at_home
from qawl.arabic.genders import gendered_names
from qawl.arabic.letters import bare_words, fold_phrase
from qawl.library.across.naming.evidence import PERSON, Evidence, days_between, evidence, is_near
from qawl.library.across.naming.known import NAMESAKE, Judgement, Known, Reason

# How many people of a library have a family name, by its bare key.
Rarity = Callable[[str], int]

NEVER = 9
# What must speak for two whose names stand so to each other: to join a rare name, a usual one, and to propose.
NEEDED: dict[Bond, tuple[int, int, int]] = {
    Bond.WHOLE: (Evidence.NOTHING, Evidence.SOME, Evidence.AGAINST),
    Bond.ENDS: (Evidence.NOTHING, Evidence.STRONG, Evidence.DOUBT),
    Bond.FRONT: (Evidence.SOME, Evidence.STRONG, Evidence.DOUBT),
    Bond.INNER: (Evidence.SOME, Evidence.STRONG, Evidence.DOUBT),
    Bond.TURNED: (Evidence.SOME, Evidence.STRONG, Evidence.DOUBT),
    Bond.FAMILY: (Evidence.STRONG, Evidence.STRONG, Evidence.SOME),
    Bond.LOOSE: (NEVER, NEVER, Evidence.NOTHING),
    Bond.GIVEN: (Evidence.STRONG, Evidence.STRONG, Evidence.SOME),
}
# A full name: of so many parts it is joined where nothing speaks against it, and of so few people where little does.
FULL = 3
SELDOM, RARE, VERY_RARE = 1e-6, 1e-7, 1e-10
# A family name that more people of a library have is a usual one.
MANY = 20
# A page that warns of like names is believed, whatever speaks for one.
WARNED = "namesake_told"
# Names that two may have so that a page warns of it.
OF_LIKE_NAMES = (Bond.WHOLE, Bond.ENDS, Bond.FAMILY, Bond.GIVEN)
# A family name alone means somebody whom pages of the last days told of.
LATELY = 60


def judge_people(a: Known, b: Known, rarity: Rarity | None = None) -> Judgement:
    """Whether two people are one."""
    found = best_match(a, b)
    if not found.may_be_one:
        return Judgement("apart", (Reason(found.bond.value, (a.names[0], b.names[0])),))
    level, told = evidence(a, b)
    doubts = (*rivals_of(a, b, found), *warnings(a, b, found), *without_family(found))
    reasons = (*reasons_of(found, a, b), *told, *doubts)
    if any(reason.code == "named_beside" for reason in doubts):
        return Judgement("apart", reasons)
    join, propose = needed(found, a, b, rarity)
    settled = any(reason.code == Bearing.OFFICE.value for reason in told) and not any(reason.code == WARNED for reason in doubts)
    if level >= join and (settled or not doubts):
        return Judgement("join", reasons)
    return Judgement("propose" if level >= propose else "apart", reasons)


def best_match(a: Known, b: Known) -> Match:
    """How the names of two stand to each other: those that tell most, a father's other name before all."""
    fullest = match_forms(a.names[0], b.names[0])
    if fullest.bond in (Bond.FATHER, Bond.CHILD, Bond.AGE):
        return fullest
    found = [match_forms(one, two) for one in several(a) for two in several(b)]
    order = list(Bond)
    return min((fullest, *found), key=lambda one: (order.index(one.bond), -one.alike, one.shared))


def several(known: Known) -> Iterator[str]:
    """The forms of a name that have more than one word, in Latin letters any; of one word alone the name."""
    full = [name for name in known.names if len(name_of(name).parts) > 1 or is_latin(name)]
    yield from full or known.names[:1]
    yield from cut(known)


def cut(known: Known) -> Iterator[str]:
    """The full name as far as the part by which pages call him: خالد شمران of خالد شمران الربيعي where they call him شمران."""
    words = known.names[0].split()
    keys = [bare_words(word) for word in words]
    for name in known.names[1:]:
        called = bare_words(name).split()
        for stop in range(len(called) + 1, len(words)):
            if keys[stop - len(called) : stop] == called:
                yield " ".join(words[:stop])


def match_forms(first: str, second: str) -> Match:
    """How two written names stand to each other, whichever script they have."""
    latin = is_latin(first), is_latin(second)
    if all(latin):
        return match_two_latin(first, second)
    if any(latin):
        return match_latin(first, second) if latin[0] else match_latin(second, first)
    return match(first, second)


def is_rare(found: Match, rarity: Rarity | None, least: float) -> bool:
    """Whether a smaller share of people than ``least`` has the parts that two names share, in no library too many."""
    if rarity and len(found.shared) > 1 and rarity(found.shared[-1].key) > MANY:
        return False
    return len(found.shared) > 1 and share(found.shared) < least


def is_foreign(found: Match) -> bool:
    """Whether no part of a name is one that Arabs have, so that hardly two whom the pages name bear it."""
    return not any(is_at_home(part) for part in found.shared)


def needed(found: Match, a: Known, b: Known, rarity: Rarity | None) -> tuple[int, int]:
    """What must speak for two by their names, to join and to propose: more for a spelling that is only near, less for full ones."""
    rare, common, propose = NEEDED[found.bond]
    if found.bond == Bond.WHOLE:
        rare = Evidence.NOTHING if is_foreign(found) else Evidence.SOME
    if found.bond == Bond.WHOLE and share(found.shared) < VERY_RARE:
        rare = Evidence.DOUBT
    join = rare if is_rare(found, rarity, SELDOM if is_near(a, b) else RARE) else common
    recent = (days_between(a, b) or 0) <= LATELY
    if found.bond == Bond.FAMILY and recent and not is_listed(found.shared[-1].key):
        propose = Evidence.NOTHING
    if found.bond in (Bond.FAMILY, Bond.GIVEN) and not recent:
        join = NEVER
    if found.bond == Bond.ENDS and recent:
        join = min(join, Evidence.SOME)
    return (join + 2, propose + 1) if found.alike == Likeness.NEAR else (join, propose)


def reasons_of(found: Match, a: Known, b: Known) -> Iterator[Reason]:
    """How the names stand to each other, as a reason to show."""
    names = (a.names[0], b.names[0])
    yield Reason(found.bond.value, names)
    if found.alike in (Likeness.SPELT, Likeness.NEAR):
        yield Reason("spelling" if found.alike == Likeness.SPELT else "near_spelling", names)


def rivals_of(a: Known, b: Known, found: Match) -> Iterator[Reason]:
    """Others beside one of the two who may be the other one as well, or are so by their whole name."""
    for one, other in ((a, b), (b, a)):
        for key in people_near(one):
            if not may_sound_like(key, other.names[0]) or differ_in_gender(key, other):
                continue
            rival = match_forms(key, other.names[0])
            if is_of_father(key, one, other) and not is_beside(key, other):
                yield Reason("father_beside", (key, other.names[0]))
            if is_rival(rival, found):
                better = rival.bond == Bond.WHOLE and (found.bond != Bond.WHOLE or rival.alike > found.alike)
                better = better and not (found.bond in ONE_WORD and match_forms(key, one.names[0]).may_be_one)
                yield Reason("named_beside" if better else "rival", (key, other.names[0]))


def people_near(known: Known) -> list[str]:
    """The names of the people beside somebody."""
    return [beside.removeprefix(PERSON) for beside in known.near if beside.startswith(PERSON)]


def may_sound_like(first: str, second: str) -> bool:
    """Whether one of two names may be the other one, by the consonants of their parts alone: a look, before they are compared.

    Two parts of full names that are alike are never both so by a near spelling alone; of one word and in Latin letters all may be.
    """
    one, other = sounds_of(first), sounds_of(second)
    return len(one) < 2 or len(other) < 2 or not one.isdisjoint(other)


def differ_in_gender(key: str, other: Known) -> bool:
    """Whether the given names of somebody beside and of the other one are a woman's and a man's: سمير beside سميرة."""
    given = (fold_phrase(name).split()[0] for name in (key, other.names[0]))
    return {gendered_names().get(name, "") for name in given} == {"f", "m"}


def is_beside(key: str, known: Known) -> bool:
    """Whether somebody has a person of this name beside him too, in full or by a short form: then both pages tell of both."""
    return any(may_sound_like(key, name) and match_forms(key, name).bond in (Bond.WHOLE, Bond.ENDS) for name in people_near(known))


def is_of_father(key: str, one: Known, other: Known) -> bool:
    """Whether a name beside somebody holds his father's name, which is the other's whole name and not his own: a grandfather."""
    father = " ".join(key.split()[1:])
    if len(name_of(father).parts) < 2 or match_forms(father, other.names[0]).bond != Bond.WHOLE:
        return False
    return match_forms(father, one.names[0]).bond != Bond.WHOLE


@lru_cache(maxsize=1 << 14)
def sounds_of(name: str) -> frozenset[str]:
    """The consonants of each part of a name; of a Latin one nothing."""
    return frozenset() if is_latin(name) else frozenset(map(blurred, name_of(name).parts))


def is_rival(rival: Match, found: Match) -> bool:
    """Whether somebody else's name may be the one that was found as well: by as much of it, or as its short form."""
    order = list(Bond)
    if {rival.bond, found.bond} <= {Bond.WHOLE, Bond.ENDS}:
        return rival.alike >= found.alike
    return rival.may_be_one and (order.index(rival.bond), -rival.alike) <= (order.index(found.bond), -found.alike)


def without_family(found: Match) -> Iterator[Reason]:
    """Given names are all that two names share: محمد صالح beside محمد صالح العمري."""
    if found.bond in (Bond.FRONT, Bond.INNER) and all(opens_names(part.key) and not part.link for part in found.shared):
        yield Reason("no_family_name", tuple(part.key for part in found.shared))


def warnings(a: Known, b: Known, found: Match) -> Iterator[Reason]:
    """A page that warns of like names."""
    if found.bond in OF_LIKE_NAMES and any(one == NAMESAKE for known in (a, b) for one in known.near):
        yield Reason(WARNED)
