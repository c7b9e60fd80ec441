"""Whether two bodies, groups or places in two pages are one."""

from __future__ import annotations

from collections.abc import Iterator

from qawl.arabic.alike.bodies import BodyBond, body_bond, body_name
from qawl.arabic.alike.forms import Part
from qawl.arabic.alike.spellings import Likeness, likeness
from qawl.arabic.letters import bare_words
from qawl.library.across.naming.evidence import Evidence, days_between, is_near, other_lands, shared_context
from qawl.library.across.naming.known import LAND, NAMESAKE, Judgement, Known, Reason

# A body that is told by its head alone, or by a part of its name, was told of in the last days.
LATELY = 60
# Types of bodies that choose their names.
CHOSEN = frozenset({"company", "party", "agency", "paper", "media", "club"})


def judge_bodies(a: Known, b: Known) -> Judgement:
    """Whether two bodies or groups are one."""
    bond = min((body_bond(one, two) for one in a.names for two in b.names), key=list(BodyBond).index)
    names = Reason(bond.value, (a.names[0], b.names[0]))
    against = tuple(reason for _, reason in other_lands(a, b))
    if bond == BodyBond.STRANGER or against:
        return Judgement("apart", (names, *against))
    context = list(shared_context(a, b))
    level = max((level for level, _ in context), default=Evidence.NOTHING)
    reasons = (names, *(reason for _, reason in context), *same_land(a, b), *doubts(a, b))
    recent = (days_between(a, b) or 0) <= LATELY
    joins = (
        not any(doubts(a, b))
        and {
            BodyBond.WHOLE: any(same_land(a, b))
            or level > Evidence.NOTHING
            or ((is_own(a, b) or is_called(a, b)) and not of_lands(a, b)),
            BodyBond.ACRONYM: level > Evidence.NOTHING and recent,
            BodyBond.SHORT: level == Evidence.STRONG or (is_own(a, b) and level > Evidence.NOTHING and recent),
            BodyBond.HEAD: False,
        }[bond]
    )
    shown = bond != BodyBond.HEAD or (is_near(a, b) and recent)
    return Judgement("join" if joins else "propose" if shown else "apart", reasons)


def is_own(a: Known, b: Known) -> bool:
    """Whether both names have a word that tells them from all others."""
    return body_name(a.names[0]).own and body_name(b.names[0]).own


def is_called(a: Known, b: Known) -> bool:
    """Whether both are of a kind that chooses its name: companies, parties, papers; not ministries, courts, councils."""
    return all(set(known.bodies) & CHOSEN for known in (a, b))


def of_lands(a: Known, b: Known) -> bool:
    """Whether the pages of both name lands, and none that both name."""
    one, two = lands_of(a), lands_of(b)
    return bool(one and two and not one & two)


def same_land(a: Known, b: Known) -> Iterator[Reason]:
    """The one land of both, their own or the only one that their pages name."""
    one, two = lands_of(a), lands_of(b)
    if len(one) == 1 and one == two:
        yield Reason("same_land", tuple(one))


def lands_of(known: Known) -> set[str]:
    """The lands of a body; where it has none, those that its pages name."""
    return set(known.countries) or {one.removeprefix(LAND) for one in known.near if one.startswith(LAND)}


def doubts(a: Known, b: Known) -> Iterator[Reason]:
    """A page that warns of like names."""
    if any(one == NAMESAKE for known in (a, b) for one in known.near):
        yield Reason("namesake_told")


def judge_places(a: Known, b: Known) -> Judgement:
    """Whether two places are one: by name and country; of two countries never, in another spelling proposed."""
    names = (a.names[0], b.names[0])
    against = tuple(reason for _, reason in other_lands(a, b))
    if against:
        return Judgement("apart", against)
    if {bare_words(name) for name in a.names} & {bare_words(name) for name in b.names}:
        return Judgement("join", (Reason("same_full_name", names),))
    like = spelt_alike(*names)
    context = tuple(reason for _, reason in shared_context(a, b))
    if like and (context or like == Likeness.SPELT):
        return Judgement("propose", (Reason("near_spelling", names), *context))
    return Judgement("apart", (Reason("other_name", names),))


def spelt_alike(first: str, second: str) -> Likeness:
    """How the names of two places are alike, as one word."""
    one, two = (bare_words(name).replace(" ", "") for name in (first, second))
    return likeness(Part(one), Part(two))
