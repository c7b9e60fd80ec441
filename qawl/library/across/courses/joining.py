"""Which tellings of several pages are one encounter: they are taken in the order in which their pages were published.

A page's tellings are first joined among themselves. Then each joins the encounter that it fits best: none where two fit alike, and
none where it conflicts with any telling that is there. So it matters little in which order the pages came.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import groupby
from types import MappingProxyType
from typing import NamedTuple

from qawl.library.across.courses.judging import (
    ENOUGH,
    MOST,
    Against,
    For,
    Judgement,
    are_alike,
    conflicts,
    introduces,
    peoples_differ,
    places_differ,
    same_encounter,
)
from qawl.library.across.courses.sides import are_one, present
from qawl.library.across.courses.telling import RARE, Telling
from qawl.library.across.courses.vocabulary import words

# An encounter is fitted best where the next one is fitted worse by so much.
MARGIN = 2
# What speaks for one encounter by what else its pages tell.
OF_PAGES: tuple[For, ...] = ("company", "story")
# What begins on a day ends within so many.
LASTS = timedelta(days=7)
FAR = date.max
# Where one page tells it so, another day than the planned one is no reason against it.
VOID = ("postponed", "denied")
NOTHING_TOLD: Mapping[int, Sequence[Telling]] = MappingProxyType({})


class Place(NamedTuple):
    """Where a telling stands: the number of its page, and its own among those of the page."""

    page: int
    number: int


class Member(NamedTuple):
    """A telling and where it stands."""

    place: Place
    telling: Telling


Group = list[Member]


class Fit(NamedTuple):
    """How well a group of one page fits an encounter, and whether both tell one type: a visit is rather a visit than a meeting."""

    alike: bool
    score: int
    unit: int
    encounter: int


def encounters_of(members: Iterable[Member], told: Mapping[int, Sequence[Telling]] = NOTHING_TOLD) -> list[Group]:
    """Tellings of any pages as encounters, each a list in the order of publishing.

    ``told`` are all tellings of a page, where not all of them are among the members.
    """
    found: list[Group] = []
    for _, page in groupby(sorted(members, key=order), key=lambda member: member.place.page):
        units = units_of(list(page))
        for unit in units:
            bring_together(unit, [other for other in units if other is not unit], found)
        joined = dict(best_fits(units, found, told))
        for number, unit in enumerate(units):
            if number in joined:
                found[joined[number]].extend(unit)
            else:
                found.append(unit)
    return found


def order(member: Member) -> tuple[date, Place]:
    """By the day of publishing, pages without one last."""
    return member.telling.published or FAR, member.place


# -- within a page


def units_of(page: Sequence[Member]) -> list[Group]:
    """The tellings of one page that are one encounter: one stands in the other's clause, with its day and parties."""
    units: list[Group] = []
    for member in page:
        home = next((unit for unit in units if any(is_within(member.telling, other.telling) for other in unit)), None)
        units.append([member]) if home is None else home.append(member)
    return units


def is_within(a: Telling, b: Telling) -> bool:
    """Whether one page tells one encounter twice: in the same words (a session that votes), or what the same two sign who meet.

    Whom a visitor meets is a meeting of its own.
    """
    if begins_and_ends(a, b) or is_signed_at(a, b):
        return True
    if any(is_for(one, other) or is_land_host(one, other) for one, other in ((a, b), (b, a))):
        return True
    if a.status != b.status or not are_alike(a, b) or (a.type != b.type and "visit" in (a.type, b.type)):
        return False
    shared = any(one[0] < other[1] and other[0] < one[1] for one in a.clauses for other in b.clauses)
    mine, theirs = present(a), present(b)
    alike = [any(are_one(one, other) for other in theirs) for one in mine]
    signs = {a.type, b.type} == {"meeting", "signing"} and len(mine) == len(theirs) > 1 and all(alike)
    told_alike = shared and (not mine or not theirs or any(alike))
    return (told_alike or signs) and (not a.dated or not b.dated or a.days == b.days)


def is_for(visit: Telling, meeting: Telling) -> bool:
    """Whether a delegation comes only for a meeting of which no other day is told: يصل وفد البلدية | للقاء لجنة الصداقة.

    Who pays a visit by his own name has both.
    """
    if (visit.type, meeting.type) != ("visit", "meeting") or visit.status != meeting.status or meeting.status != "announced":
        return False
    if (
        (meeting.dated and meeting.days != visit.days)
        or not words("aim") & meeting.nouns
        or any(one.type == "person" and one.part == "attends" for one in visit.sides)
    ):
        return False
    return all(any(first <= one[0] and one[1] <= stop for first, stop in visit.clauses) for one in meeting.clauses)


def is_land_host(visit: Telling, meeting: Telling) -> bool:
    """Whether a land receives somebody, and it is told without another day that he comes: تستقبل تونس وزيرا يقوم بزيارة عمل."""
    if (visit.type, meeting.type) != ("visit", "meeting") or (visit.dated and visit.days != meeting.days):
        return False
    hosts = [side for side in meeting.sides if side.part == "hosts"]
    guests = [side for side in present(meeting) if side.part != "hosts"]
    comes = all(any(are_one(one, other) for other in present(visit)) for one in guests)
    return bool(hosts and guests) and comes and all(side.type == "country" for side in hosts)


def is_signed_at(a: Telling, b: Telling) -> bool:
    """Whether a page tells of the meeting at which it tells that a paper of that matter was signed: لقاء الصلح, وثيقة صلح."""
    if {a.type, b.type} != {"meeting", "signing"} or a.status != b.status or (a.dated and b.dated and a.days != b.days):
        return False
    shared = any(weight >= RARE and word in b.topic for word, weight in a.topic.items())
    return shared and not places_differ(a, b)


def begins_and_ends(a: Telling, b: Telling) -> bool:
    """Whether a page tells when one begins and when it ends: افتتح أمس منتدى اللبان، ويختتم المنتدى غدا; not of two sittings."""
    turns, dated = {a.turn, b.turn} == {"begun", "ended"}, a.dated and b.dated
    if (
        not turns
        or not dated
        or a.type != b.type
        or not (a.nouns & b.nouns) - words("common")
        or (a.sides and b.sides)
        or not a.days
        or not b.days
    ):
        return False
    return abs(b.days[0] - a.days[0]) <= LASTS and not set(conflicts(a, b)) - {"day"}


# -- over pages


def best_fits(
    units: Sequence[Group], encounters: Sequence[Group], told: Mapping[int, Sequence[Telling]]
) -> Iterator[tuple[int, int]]:
    """Which group of a page belongs to which encounter: each is the other's best, and no second one comes near.

    A visit that was announced with its meeting as one takes both.
    """
    pages = tellings_by_page((*units, *encounters), told)
    fits = [
        Fit(alike, score, number, place)
        for number, unit in enumerate(units)
        for place, encounter in enumerate(encounters)
        if ((alike := have_one_type(unit, encounter)) or may_be_other_type(unit, encounter, pages))
        and (score := score_of(unit, encounter))
    ]
    while best := [fit for fit in fits if not has_rival(fit, fits, units, encounters)]:
        yield from ((fit.unit, fit.encounter) for fit in best)
        fits = [fit for fit in fits if all(fit.unit != one.unit and fit.encounter != one.encounter for one in best)]


def has_rival(fit: Fit, fits: Sequence[Fit], units: Sequence[Group], encounters: Sequence[Group]) -> bool:
    """Whether another encounter fits the group nearly as well, or another group the encounter."""
    rivals = [one for one in fits if one != fit and (one.unit == fit.unit or one.encounter == fit.encounter)]
    return not all(is_better(fit, one) or are_told_as_one(fit, one, units, encounters) for one in rivals)


def are_told_as_one(fit: Fit, rival: Fit, units: Sequence[Group], encounters: Sequence[Group]) -> bool:
    """Whether a visit and a meeting of this page both fit what an earlier page told as one."""
    types = [{member.telling.type for member in units[one.unit]} for one in (fit, rival)]
    told = [member.telling for member in encounters[fit.encounter]]
    as_one = any(is_for(visit, meeting) for visit in told for meeting in told)
    return fit.encounter == rival.encounter and as_one and types[0].isdisjoint(types[1])


def is_better(fit: Fit, rival: Fit) -> bool:
    """Whether a group fits better than another one comes near to: by its type, else by much."""
    return fit.alike if fit.alike != rival.alike else rival.score + MARGIN <= fit.score


def have_one_type(unit: Group, encounter: Group) -> bool:
    """Whether some telling of both is of one type."""
    return not {member.telling.type for member in unit}.isdisjoint(member.telling.type for member in encounter)


def tellings_by_page(groups: Iterable[Group], told: Mapping[int, Sequence[Telling]]) -> dict[int, Sequence[Telling]]:
    """The encounters that each page tells."""
    found: dict[int, list[Telling]] = {}
    for member in (member for group in groups for member in group):
        found.setdefault(member.place.page, []).append(member.telling)
    return {**found, **told}


def may_be_other_type(unit: Group, encounter: Group, pages: Mapping[int, Sequence[Telling]]) -> bool:
    """Whether two of different types may be one: no page of either tells one of the other's type that it may be instead.

    Where a page tells a visit and a meeting of the visitor in it, the visit of another page is its visit or none of the two.
    """
    return not any(
        one.event != member.telling.event
        and any(one.type == other.telling.type for other in others)
        and (is_visitors(one, member.telling) or any(not set(conflicts(one, other.telling)) for other in others))
        for group, others in ((unit, encounter), (encounter, unit))
        for member in group
        for one in pages[member.place.page]
    )


def is_visitors(visit: Telling, meeting: Telling) -> bool:
    """Whether a page tells a visit and a meeting of the one who comes: يزور الوزير صور ويلتقي محافظها."""
    told = visit.type == "visit" and visit.status == meeting.status
    return told and any(one.type == "person" and are_one(one, other) for one in present(visit) for other in present(meeting))


def bring_together(unit: Group, others: Sequence[Group], encounters: list[Group]) -> None:
    """Make one of two encounters that a page shows to be one: it fits both, alone of its page, and they nearly fit each other.

    Each of two short notes names another side of a meeting; the report of it names both.
    """
    fitting = [encounter for encounter in encounters if score_of(unit, encounter)]
    if len(fitting) != 2 or any(score_of(other, encounter) for other in others for encounter in fitting):
        return
    first, second = fitting
    if may_be_one(first, second):
        first.extend(second)
        encounters.remove(second)


def may_be_one(first: Group, second: Group) -> bool:
    """Whether nothing keeps two encounters apart, and their days, which both tell, are the same, or else much speaks for it."""
    if {member.place.page for member in first} & {member.place.page for member in second}:
        return len(first) == len(second) == 1 and complete_each_other(first[0].telling, second[0].telling)
    judgements = [same_encounter(one.telling, other.telling) for one in first for other in second]
    nearly = (judgement.points["day"] == MOST["day"] or judgement.score >= ENOUGH for judgement in judgements)
    return not any(judgement.against for judgement in judgements) and any(nearly)


def complete_each_other(a: Telling, b: Telling) -> bool:
    """Whether one page may tell one encounter in two sentences, who meets and when in one, and what it is in the other.

    يجتمع كبار العائلتين الجمعة. ... جلسة الصلح ستقام أمام البلدية.
    """
    who, what = (a, b) if a.sides else (b, a)
    apart = who.dated and not who.nouns and what.nouns and not (what.sides or what.dated)
    return bool(apart) and a.type == b.type and a.status == b.status and not any(conflicts(a, b))


def score_of(unit: Group, encounter: Group) -> int:
    """How well the tellings of a page fit an encounter: the best of all pairs, 0 where one of them is in conflict."""
    scores = [0]
    for member in unit:
        judgements = [same_encounter(member.telling, other.telling, was_put_off(member, other, encounter)) for other in encounter]
        for judgement, other in zip(judgements, encounter, strict=True):
            if judgement.against and not are_reconciled(judgement.against, member, other, unit, encounter):
                return 0
        told = [with_pages(judgement, judgements) for judgement in judgements if not judgement.against]
        scores.extend(judgement.score for judgement in told if judgement.same)
    return max(scores)


def with_pages(judgement: Judgement, judgements: Sequence[Judgement]) -> Judgement:
    """What speaks for one encounter, with what all its pages have in common with that of a telling: whom they name, the story."""
    shared = {what: max(one.points.get(what, 0) for one in judgements) for what in OF_PAGES}
    return Judgement(points={**judgement.points, **shared})


def are_reconciled(against: tuple[Against, ...], member: Member, other: Member, unit: Group, encounter: Group) -> bool:
    """Whether the other tellings make nothing of what keeps two apart: they are of a type between, or know the parties of both."""
    if against == ("party",):
        return not peoples_differ(member.telling, other.telling) and any(
            introduces(third.telling, member.telling, other.telling) for third in encounter if third is not other
        )
    return against == ("type",) and len(unit) + len(encounter) > 2


def was_put_off(a: Member, b: Member, encounter: Group) -> bool:
    """Whether the later of two tells that it was put off, or a third page between them, so that their days may differ."""
    first, last = sorted((a.telling.published or FAR, b.telling.published or FAR))
    later = max(a, b, key=order).telling
    return later.put_off or any(
        (one.telling.status in VOID or one.telling.old_day)
        and one not in (a, b)
        and first <= (one.telling.published or FAR) <= last
        for one in encounter
    )
