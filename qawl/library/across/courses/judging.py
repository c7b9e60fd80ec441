"""Whether what two pages tell is one encounter: what keeps it apart first, then what speaks for it.

Nothing is joined for want of a reason against it: the parties, the topic and the day must tell it together.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Literal

from msgspec import Struct

from qawl.arabic.letters import ARTICLE
from qawl.library.across.courses.clauses import PREPARING, TALKS
from qawl.library.across.courses.moving import AHEAD, OVER
from qawl.library.across.courses.sides import (
    BODY,
    PERSON,
    are_one,
    is_officer,
    knows,
    likeness,
    own_name,
    present,
    strangers,
    tells_who,
    words_told,
)
from qawl.library.across.courses.telling import LAND, TOWN, Side, Telling
from qawl.library.across.courses.vocabulary import lands_told, poll_nouns, root_of, weight_of, words
from qawl.library.across.courses.windows import BEGAN, SAT, WAS_TO_BE, Days, length, meet
from qawl.model import EventType

Against = Literal["type", "day", "place", "number", "name", "sitting", "party"]
For = Literal[
    "party", "company", "place", "day", "topic", "noun", "name", "people", "number", "sitting", "story",
    "type", "matter", "alone", "bare", "unsaid", "denied",
]  # fmt: skip
# What only tells how to take the others, and is no point itself.
HOW_TOLD: tuple[For, ...] = ("bare", "unsaid", "alone")
# What a plan may have come to.
CAME_OF = (*OVER, "cancelled")
# Encounters of two types that may be one all the same: who visits is met, who meets signs, a session votes.
ALIKE: tuple[set[EventType], ...] = ({"visit", "meeting"}, {"meeting", "signing"}, {"meeting", "vote"}, {"visit", "signing"})
# What speaks for one encounter weighs so much at most; from `ENOUGH` on it is one, if so much of it tells who or what.
MOST = {"party": 7, "company": 4, "topic": 4, "story": 3, "day": 3}
ENOUGH, ENOUGH_UNDATED, ENOUGH_SLIPPED, WHO_OR_WHAT, OF_OTHER_TYPE, DENIED = 5, 9, 5, 2, 2, 2
SLIPPED, FAR, DAY = -1, -2, timedelta(days=1)
NEVER = 100
RARE, MATTER = 2, 2
STORY_SHARE = 0.08  # so much of the rare words of the page that has fewer
FEW_DAYS, NEAR_DAYS, MONTH, MEANT_FOR, YEAR = 7, 3, 31, 60, 364


class Judgement(Struct, frozen=True, kw_only=True):
    """Whether two tellings are one encounter; ``against`` are the reasons that keep it apart, ``points`` what speaks for it."""

    against: tuple[Against, ...] = ()
    points: dict[For, int] = {}

    @property
    def score(self) -> int:
        """How much speaks for one encounter."""
        return sum(value for what, value in self.points.items() if what not in HOW_TOLD)

    @property
    def same(self) -> bool:
        """Whether it is one encounter: one thing tells it, or enough together, some of it its own."""
        points = self.points
        if self.against or enough(points) >= NEVER or is_of_story_alone(points):
            return False
        if any(tells(points) for tells in (is_called_in_town, is_of_body, is_taken_up, is_numbered, is_unsaid)):
            return True
        return self.score >= enough(points) and self.is_own

    @property
    def is_own(self) -> bool:
        """Whether some of what speaks for one encounter is its own and not only its pages'."""
        points = self.points
        own = points["party"] + points["topic"] + points["name"]
        own += points["people"] if own or points["people"] > 1 else 0  # one land has many meetings
        if points["type"]:
            return max(points["party"], points["topic"], points["number"]) >= BODY
        exact = points["day"] == MOST["day"] and points["noun"] > 1
        if own:
            beside = points["company"] + (points["story"] if exact else points["story"] // 2)
            return own + beside >= WHO_OR_WHAT or is_called_alike(points)
        if points["number"] > 0 and points["noun"] > 0 and points["story"] > 0:
            there = points["place"] > 1 and points["story"] >= WHO_OR_WHAT
            return points["day"] == MOST["day"] or there or points["story"] == MOST["story"]
        if is_in_story(points):
            return True
        by_noun = points["noun"] > 1 and points["day"] > 0 and points["story"] >= WHO_OR_WHAT
        told = points["story"] + (points["noun"] > 1)
        near = points["day"] == MOST["day"] or (points["day"] > 1 and told >= WHO_OR_WHAT)
        by_day = points["noun"] > 0 and near
        return by_noun or (points["company"] >= WHO_OR_WHAT and (by_day or points["number"] > 0))

    @property
    def reasons(self) -> tuple[str, ...]:
        """What keeps it apart, else what speaks for it, the strongest first."""
        strongest: list[For] = sorted(self.points, key=lambda what: -self.points[what])
        return self.against or tuple(strongest)


def is_of_story_alone(points: dict[For, int]) -> bool:
    """Whether nothing but the story and one person of it, or nothing at all and another matter, is beside the day.

    Whoever is in the news every day has other meetings; two papers of one day are two.
    """
    beside = points["topic"] or points["name"] or points["people"] > 1 or points["number"] > 0
    if points["party"] <= 0:
        return not beside and points["matter"] < 0
    today = points["day"] == MOST["day"] and points["story"] > 0
    near = points["place"] or points["noun"] or points["company"] or today
    return points["alone"] < 0 and not beside and not near


def is_called_in_town(points: dict[For, int]) -> bool:
    """Whether both tell of one sort of gathering in one town on one day, and not of two matters: مفاوضات صلالة, مؤتمر جنيف."""
    named = points["noun"] > 1 or (points["noun"] > 0 and points["name"] > 0)
    near = points["day"] == MOST["day"] or (points["day"] > 1 and points["name"] > 0 and points["noun"] > 1)
    return named and near and points["place"] > 1 and not points["matter"]


def is_numbered(points: dict[For, int]) -> bool:
    """Whether a page tells by its number alone what the other one tells of one town: الدورة السابعة عشرة, اجتماعها السابع عشر."""
    there = points["place"] > 1 and points["bare"] > 0 and points["day"] > 0
    about = points["topic"] > 0 and points["noun"] > 0 and points["day"] > 1
    return points["number"] > 0 and (there or about)


def is_unsaid(points: dict[For, int]) -> bool:
    """Whether one visit of a place is told of somebody, and that of a page which names him of nobody: إرجاء زيارته إلى بغداد."""
    return points["unsaid"] > 0 and points["company"] >= WHO_OR_WHAT and points["place"] > 1 and points["day"] > 1


def is_of_body(points: dict[For, int]) -> bool:
    """Whether both tell of one sort of sitting on one day of a body that both call by its sort: جلسة المجلس البلدي."""
    beside = points["sitting"] or points["number"] > 0 or points["place"] > 1
    there = beside and (points["place"] or points["story"] or points["company"])
    return bool(points["party"] > 0 and points["noun"] and there) and points["day"] == MOST["day"] and not points["matter"]


def is_taken_up(points: dict[For, int]) -> bool:
    """Whether a page tells by noun and day alone what its readers know, in the story of the other one: جلسة الأحد."""
    named = points["company"] >= WHO_OR_WHAT
    known = points["day"] == MOST["day"] and (points["story"] >= WHO_OR_WHAT or named)
    known = known or (points["day"] > 1 and named and (points["story"] > 0 or points["place"] > 0))
    return bool(points["bare"] and points["noun"] and known)


def is_called_alike(points: dict[For, int]) -> bool:
    """Whether both are of one name on one day or of one number: the same town, people or story beside the noun tells it."""
    beside = points["place"] or points["people"] or points["story"]
    called = points["name"] or points["people"]
    return bool(called and beside) and points["noun"] > 1 and (points["day"] == MOST["day"] or points["number"] > 0)


def is_in_story(points: dict[For, int]) -> bool:
    """Whether both are one sort of encounter in one town in one story, in which both pages name somebody that one meets."""
    there = points["place"] > 1 and points["noun"] > 0 and points["day"] > 0
    return there and points["company"] >= WHO_OR_WHAT and points["story"] == MOST["story"]


def enough(points: dict[For, int]) -> int:
    """How much must speak for one encounter, by how surely it is on the same day."""
    if points["day"] == SLIPPED:
        return ENOUGH_SLIPPED if surely_those(points) else NEVER
    if points["day"] > 1 or points["number"]:
        return ENOUGH
    if points["day"] == FAR:
        return NEVER
    return ENOUGH + 2 if points["day"] else ENOUGH_UNDATED if points["party"] > PERSON else NEVER


def surely_those(points: dict[For, int]) -> bool:
    """Whether those who meet are so surely the same that the day may be told wrong: both, or one with the place or the matter."""
    beside = points["party"] >= PERSON and points["place"] > 1
    matter = points["topic"] >= MATTER or points["number"] > 0
    return points["party"] > PERSON or beside or (points["party"] >= BODY and matter)


def same_encounter(a: Telling, b: Telling, put_off: bool = False) -> Judgement:
    """Whether two pages tell one encounter; `put_off`: another page tells that it was put off between them."""
    against = tuple(conflicts(a, b, put_off))
    return Judgement(against=against) if against else Judgement(points=dict(agreements(a, b, put_off)))


# -- against it


def conflicts(a: Telling, b: Telling, put_off: bool = False) -> Iterator[Against]:
    """What keeps two tellings apart."""
    if not are_alike(a, b):
        yield "type"
    if not put_off and not days_agree(a, b):
        yield "day"
    if places_differ(a, b):
        yield "place"
    if numbers_differ(a, b):
        yield "number"
    if names_differ(a, b) or subjects_differ(a, b):
        yield "name"
    if sittings_differ(a, b):
        yield "sitting"
    if parties_differ(a, b) or peoples_differ(a, b) or is_host_there(a, b) or is_host_there(b, a):
        yield "party"


def numbers_differ(a: Telling, b: Telling) -> bool:
    """Whether they are two of one row, or the later page plans one more than what the other one tells: زيارة ثانية."""
    if a.ordinal is not None and b.ordinal is not None:
        return a.ordinal != b.ordinal
    earlier, later = sorted((a, b), key=lambda one: one.published or date.max)
    told = later.dated and earlier.dated and later.days and earlier.days and meet(later.days, earlier.days)
    return later.another and later.status in AHEAD and not earlier.another and not told


def sittings_differ(a: Telling, b: Telling) -> bool:
    """Whether they are sittings of two kinds, or of people of two ranks, or one only prepares what the other is called."""
    if (a.sitting and b.sitting and a.sitting != b.sitting) or (a.type == b.type and a.level and b.level and a.level != b.level):
        return True
    prepares = (a.sitting == PREPARING) is not (b.sitting == PREPARING)
    return prepares and bool(a.nouns and b.nouns) and a.nouns.isdisjoint(b.nouns)


def are_alike(a: Telling, b: Telling) -> bool:
    """Whether encounters of these types may be one."""
    return a.type == b.type or {a.type, b.type} in ALIKE


def days_agree(a: Telling, b: Telling) -> bool:
    """Whether both may be on one day, or the later page tells that it was put off from the day of the earlier one."""
    if a.published and b.published and a.published > b.published:
        a, b = b, a
    if b.old_day and a.dated and a.days and any(a.days[0] <= day <= a.days[1] for day in b.planned):
        return True
    if (b.status == "postponed" or (b.old_day and b.status == "announced")) and a.status not in OVER:
        return not a.published or not b.published or was_to_be(a, b)
    if is_void_day(a, b) or is_void_day(b, a) or was_over(a, b):
        return False
    if a.status == "postponed" and (not a.dated or (a.old_day and len(a.planned) < 2)):
        return not b.days or not a.published or b.days[1] >= a.published
    if not a.days and not b.days:
        return share_person(a, b)
    if not a.days or not b.days or remembers(a, b):
        return True
    return meet(began(a), began(b)) or slipped(a, b)


def is_void_day(off: Telling, other: Telling) -> bool:
    """Whether one was on the very day on which another one that was put off or called off was not: أرجئت زيارة كانت مقررة غدا."""
    told = off.status in ("postponed", "cancelled") and off.old_day and off.dated and len(off.planned) == 1
    return told and other.status in OVER and other.dated and off.days == other.days


def was_over(earlier: Telling, later: Telling) -> bool:
    """Whether a later page calls off, without its day, what was over when it came out: another one is meant."""
    off = later.status in ("postponed", "cancelled") and not later.dated
    held = earlier.status == "held" and earlier.dated and earlier.days
    return bool(off and held and earlier.days and later.published and earlier.days[1] < later.published)


def remembers(earlier: Telling, later: Telling) -> bool:
    """Whether a later page tells without a day of what was, by the number that an earlier one has for it: في الجولة الثالثة."""
    alike = earlier.ordinal is not None and earlier.ordinal == later.ordinal
    return alike and later.status in OVER and not later.dated


def share_person(a: Telling, b: Telling) -> bool:
    """Whether one person takes part in both: without any day, no office or body tells which encounter it is."""
    mine, theirs = ([side for side in present(one) if side.type == "person"] for one in (a, b))
    return any(are_one(one, other) for one in mine for other in theirs)


def slipped(a: Telling, b: Telling) -> bool:
    """Whether a plan and what came of it are a day apart: the day of its page is told late, or a day was counted wrong."""
    told = a.dated and b.dated and {a.status in AHEAD, b.status in CAME_OF} == {True} and a.type == b.type
    if not told or not a.days or not b.days or meet(began(a), began(b)):
        return False
    return meet((began(a)[0] - DAY, began(a)[1] + DAY), began(b))


def was_to_be(plan: Telling, putting_off: Telling) -> bool:
    """Whether what a page tells as put off was to be when the plan says."""
    assert putting_off.published
    first, last = putting_off.published - WAS_TO_BE[0], putting_off.published + WAS_TO_BE[1]
    if not plan.days:
        return True
    if plan.dated and length(plan.days) <= 1 and (old := putting_off.planned - set(putting_off.days or ())):
        return any(plan.days[0] <= day <= plan.days[1] for day in old)
    return meet(plan.days, (first, last))


def began(telling: Telling) -> Days:
    """The days of a telling; what goes on or ends on its day may have begun before, and what only begins, or a guest, goes on."""
    assert telling.days
    first, last = telling.days
    if telling.status == "under_way" and telling.turn == "begun" and telling.type == "protest" and telling.dated:
        return first, last
    if telling.status == "under_way" or telling.turn == "ended":
        first -= SAT if telling.type == "protest" else BEGAN
    stays = telling.type == "visit" and telling.status == "under_way"
    return (first, last + BEGAN) if stays or (telling.turn == "begun" and telling.status in OVER) else (first, last)


def places_differ(a: Telling, b: Telling) -> bool:
    """Whether they are in two places: a town lies in its country."""
    if houses_differ(a, b):
        return True
    if not a.towns or not b.towns or a.towns & b.towns:
        return False
    if a.lands and b.lands and not a.lands & b.lands:
        return True
    return not (lies_in(a, b) or lies_in(b, a) or is_called_after(a, b))


def is_called_after(a: Telling, b: Telling) -> bool:
    """Whether all that both tell of where they are is a house called after a town, and that town: قصر بعبدا, بعبدا."""
    known = all(place.startswith((LAND, TOWN)) for place in a.near | b.near)
    return not known and len(a.near) == len(b.near) == 1 and bool(a.rare_towns & b.rare_towns)


def lies_in(one: Telling, other: Telling) -> bool:
    """Whether the place of one may be in a country that the other one tells."""
    countries = {town.removeprefix(LAND) for town in other.towns if town.startswith(LAND)}
    return bool(countries) and (not one.lands or bool(countries & one.lands))


def houses_differ(a: Telling, b: Telling) -> bool:
    """Whether visits of one day were each to another place, as their words tell: تفقد طريق المطار, تفقد جسر الميناء."""
    if a.type != "visit" or b.type != "visit" or not (a.dated and b.dated and a.days == b.days and a.house and b.house):
        return False
    return a.house.isdisjoint(b.house) and not any(one.house & words_told(other) for one, other in ((a, b), (b, a)))


def parties_differ(a: Telling, b: Telling) -> bool:
    """Whether those who meet are others: each has somebody of whom the other's page does not know in this encounter."""
    apart = strangers(a, b)
    return bool(apart) and (held_by_others(apart) or not is_one_gathering(a, b))


def held_by_others(apart: Sequence[tuple[Side, Side]]) -> bool:
    """Whether each page tells of another body that holds it: ندوة نظمتها جامعة النور, ندوة نظمتها جامعة الساحل."""
    return any(one.part == other.part == "hosts" and one.type == other.type == "organisation" for one, other in apart)


def peoples_differ(a: Telling, b: Telling) -> bool:
    """Whether each is called by the lands that meet, and not the same: مباحثات أردنية مصرية, مباحثات أردنية قبرصية."""
    if min(len(a.peoples), len(b.peoples)) > 1:
        return bool(a.peoples - b.peoples and b.peoples - a.peoples)
    mine, theirs = two_lands(a), two_lands(b)
    return len(mine) == len(theirs) == 2 and mine != theirs


def two_lands(telling: Telling) -> frozenset[str]:
    """The lands that meet, as parties or as adjectives tell them: بين مصر والهند, الجانبان المصري والتركي."""
    guests = (side for side in telling.sides if side.part != "hosts")
    countries = (name.removeprefix(LAND) for side in guests for name in side.names if name.startswith(LAND))
    return lands_named(telling).union(countries)


def is_host_there(visit: Telling, meeting: Telling) -> bool:
    """Whether all whom both tell come on the visit and receive others at the meeting: يزور وفد المجلس بكين, يستقبل المجلس وفدا."""
    if (visit.type, meeting.type) != ("visit", "meeting"):
        return False
    shared = [(one, other) for one in present(visit) for other in present(meeting) if are_one(one, other)]
    return bool(shared) and all(one.part != "hosts" and other.part == "hosts" for one, other in shared)


def is_one_gathering(a: Telling, b: Telling) -> bool:
    """Whether both tell of one conference or feast by its name, of whose many guests and hosts each page may name others."""
    there = bool(a.subject & b.subject and a.towns & b.towns)
    return gathers(a, b) and (there or topic_points(a, b) >= MATTER)


def names_differ(a: Telling, b: Telling) -> bool:
    """Whether feasts or conferences are called by other words: مهرجان | السمك."""
    return gathers(a, b) and are_other_words(a.title, b.title, a, b)


def subjects_differ(a: Telling, b: Telling) -> bool:
    """Whether gatherings or papers are about, or votes on, other things: ندوة حول | المتاحف, اتفاقية بشأن | الصيد.

    Of two papers neither page may have anything of what the other one is about.
    """
    if a.type == b.type == "signing" and (a.subject & b.setting.words or b.subject & a.setting.words):
        return False
    return are_other_words(a.subject, b.subject, a, b)


def are_other_words(mine: frozenset[str], theirs: frozenset[str], a: Telling, b: Telling) -> bool:
    """Whether both tell which of its sort one is, by words of which the other page has none for it."""
    known = mine & theirs or mine & words_told(b) or theirs & words_told(a)
    return bool(mine and theirs) and not known


def gathers(a: Telling, b: Telling) -> bool:
    """Whether both tell by one noun of what many come to: مؤتمر, مهرجان; not لقاء, nor إضراب, which others hold too."""
    plain = words("common") | poll_nouns()
    return a.type == b.type == "meeting" and any(noun != TALKS and noun not in plain for noun in a.nouns & b.nouns)


def introduces(third: Telling, new: Telling, told: Telling) -> bool:
    """Whether a third telling of the encounter has those parties of a new one whom another telling of it does not know."""
    return all(any(are_one(one, side) for side in present(third)) or knows(third, one) for one, _ in strangers(new, told))


# -- for it


def agreements(a: Telling, b: Telling, put_off: bool = False) -> Iterator[tuple[For, int]]:
    """What speaks for one encounter, and how much."""
    yield (
        "party",
        min(MOST["party"], sum(max((likeness(one, other) for other in b.sides), default=0) for one in a.sides) + told_with(a, b)),
    )
    yield "company", min(MOST["company"], 2 * (parties_known(a, b) + parties_known(b, a)))
    yield "place", place_points(a, b)
    yield "day", day_points(a, b, put_off)
    yield "topic", min(MOST["topic"], max(topic_points(a, b), topic_points(b, a)))
    yield "noun", noun_points(a, b)
    yield "name", int(is_called_so(a, b) or is_called_so(b, a))
    yield "people", people_points(a, b)
    yield "number", 3 * int((a.ordinal is not None and a.ordinal == b.ordinal) or is_of_year(a, b) or is_of_year(b, a))
    yield "sitting", int(a.sitting is not None and a.sitting == b.sitting)
    yield "story", min(MOST["story"], story_points(a, b))
    yield "type", -OF_OTHER_TYPE * int(a.type != b.type and not are_signings(a, b))
    yield "denied", -DENIED * int("denied" in (a.status, b.status) and (a.status in OVER or b.status in OVER))
    yield "matter", -int(are_of_other_matters(a, b))
    yield "alone", -int(share_one_person(a, b))
    yield "bare", int(is_bare(a) or is_bare(b))
    yield "unsaid", int(a.type == b.type == "visit" and any(not any(map(tells_visitor, one.sides)) for one in (a, b)))


def are_signings(a: Telling, b: Telling) -> bool:
    """Whether a signing and a gathering for it are told: توقيع العقد, حفل توقيع العقد."""
    return {a.type, b.type} == {"meeting", "signing"} and all(
        words("signed") & one.nouns for one in (a, b) if one.type == "meeting"
    )


def are_of_other_matters(a: Telling, b: Telling) -> bool:
    """Whether each tells in several words what it is about, and nothing of it is in the other."""
    told = min(sum(one.topic.values()) for one in (a, b)) > MATTER
    return told and not max(topic_points(a, b), topic_points(b, a)) and not a.title & b.title


def tells_visitor(side: Side) -> bool:
    """Whether a party may be who comes: a person, a delegation; not what his house is called by alone: الوزارة."""
    return is_officer(side) or not side.words <= words("body") | words("bare")


def share_one_person(a: Telling, b: Telling) -> bool:
    """Whether all that meetings have in common of who meets is one person or officer, who may meet many a day."""
    shared = [one for one in present(a) if any(are_one(one, other) for other in present(b))]
    return a.type == b.type == "meeting" and len(shared) == 1 and is_officer(shared[0])


def is_bare(telling: Telling) -> bool:
    """Whether it is told by its noun and day alone, of nobody or who may be anybody: جلسة الأحد, اللجنة المشتركة."""
    return bool(telling.nouns and telling.dated) and not (any(map(tells_who, telling.sides)) or telling.topic or telling.title)


def told_with(a: Telling, b: Telling) -> int:
    """How much it tells that a body of one stands by name in the clause of the other, and is no party there: التوقيع مع «تلال»."""
    pairs = ((side, one, other) for one, other in ((a, b), (b, a)) for side in present(one))
    known = [side for side, _, other in pairs if is_in_clause(side, other)]
    return BODY if known else 0


def is_in_clause(side: Side, other: Telling) -> bool:
    """Whether the words by which a body is called stand in what the other clause is about, and it is nobody there."""
    named = side.words - words("body") - words("bare")
    if side.type != "organisation" or not named or not named <= other.topic.keys() | other.rare_towns:
        return False
    return bool(own_name(side)) or any(weight_of(word) > 1 for word in named) or len(named) > 1


def people_points(a: Telling, b: Telling) -> int:
    """How many lands both have of which one is called by, as much as two where both are called by the same: القمة العربية."""
    if a.peoples and a.peoples == b.peoples:
        return 2
    return min(2, len((lands_named(a) & lands_of(b)) | (lands_named(b) & lands_of(a))))


def is_of_year(one: Telling, other: Telling) -> bool:
    """Whether one is told by its year alone, in which the other one of that name was: مؤتمر الزيتون, مؤتمر العام الماضي."""
    told = one.dated and other.dated and one.days and other.days and length(one.days) >= YEAR
    return bool(told and one.days and other.days and meet(one.days, other.days) and one.title & other.title and gathers(one, other))


def lands_named(telling: Telling) -> frozenset[str]:
    """The lands whose adjectives tell who meets, of the noun or of one party for both: قمة مصرية ليبية, الوزيران المصري والليبي."""
    both = (lands for side in telling.sides if len(lands := lands_told(side.words)) > 1)
    return telling.peoples.union(*both)


def is_called_so(a: Telling, b: Telling) -> bool:
    """Whether one is called by the place of the other, or both by one word: قمة الدوحة, مهرجان التمر, انتخابات بلدية."""
    return bool(a.name_towns & (b.towns | b.near)) or bool(a.title & b.title) or are_polls(a, b)


def are_polls(a: Telling, b: Telling) -> bool:
    """Whether both are votes of one kind whose days are told, or of which one was put off."""
    told = (a.dated and b.dated) or "postponed" in (a.status, b.status)
    return told and a.type == b.type == "vote" and a.sitting == b.sitting is not None


def lands_of(telling: Telling) -> frozenset[str]:
    """The lands and regions of an encounter: those whose adjectives it has, and those of the parties."""
    told = (lands_told(side.words | side.office) for side in telling.sides)
    countries = (name.removeprefix(LAND) for side in telling.sides for name in side.names if name.startswith(LAND))
    return telling.peoples.union(*told, countries)


def noun_points(a: Telling, b: Telling) -> int:
    """How much the nouns tell that both have, or two for one thing (لقاء, اجتماع); a verb alone as much as one that many have."""
    if are_polls(a, b) or are_in_one_street(a, b):
        return 2
    told = max((1 if noun == TALKS or noun in words("common") else 2 for noun in a.nouns & b.nouns), default=0)
    alike = bool(a.nouns & words("meets") and b.nouns & words("meets"))
    return told or int(alike or a.type == b.type != "meeting")


def are_in_one_street(a: Telling, b: Telling) -> bool:
    """Whether both are protests in one town on days that are told, by whatever noun: وقفة, احتجاج."""
    return a.type == b.type == "protest" and a.dated and b.dated and bool(a.towns & b.towns)


def parties_known(a: Telling, b: Telling) -> int:
    """How many parties of one the other page names, but not as a party to this encounter; whoever is told twice counts once."""
    named = b.setting.company | b.setting.names | b.setting.rare
    told = (one for one in a.sides if not any(are_one(one, two) for two in b.sides))
    known = [names for one in told if (names := names_known(one)) & named or (tells_which(one) and knows(b, one))]
    return sum(not any(names & other for other in known[:number]) for number, names in enumerate(known))


def tells_which(side: Side) -> bool:
    """Whether the words of a body tell which it is: those in marks, or two lands: اللجنة الليبية التونسية."""
    return bool(own_name(side)) or (side.type == "organisation" and len(lands_told(side.words)) > 1)


def names_known(side: Side) -> frozenset[str]:
    """The names by which a page may know a party: of a person also his last name alone, which may be but a rare word."""
    last = [name.rsplit(" ", 1)[-1] for name in side.names if " " in name] if side.type == "person" else []
    return side.names.union(last, (root_of(name.removeprefix(ARTICLE)) for name in last))


def story_points(a: Telling, b: Telling) -> int:
    """How much two pages tell one story: whom and which rare words both name."""
    shared = len(a.setting.rare & b.setting.rare)
    fewer = min(len(a.setting.rare), len(b.setting.rare))
    return len(a.setting.company & b.setting.company) + (min(2, shared) if shared >= STORY_SHARE * fewer else 0)


def topic_points(a: Telling, b: Telling) -> int:
    """How much the words of one clause tell that are in the other one, also where they tell there who takes part.

    A town of which few speak tells it too, where not each page tells another matter.
    """
    parties = {word for side in b.sides for word in side.words} | b.rare_towns
    shared = sum(weight for word, weight in a.topic.items() if word in b.topic or word in parties)
    town = RARE if a.rare_towns & b.rare_towns and not are_unlike(a, b) else 0
    return shared + town if shared or not all(tells_matter(one) for one in (a, b)) else 0


def are_unlike(a: Telling, b: Telling) -> bool:
    """Whether both tell who takes part, if only by an office, and nobody in common."""
    mine, theirs = ([side for side in present(one) if tells_who(side) or is_officer(side)] for one in (a, b))
    return bool(mine and theirs) and not any(are_one(one, other) for one in mine for other in theirs)


def tells_matter(telling: Telling) -> bool:
    """Whether a clause has words enough to tell what it is about."""
    return sum(telling.topic.values()) >= MATTER


def place_points(a: Telling, b: Telling) -> int:
    """How much the places tell: one for both, or only that the other page names it, also in another name (نادي صحار)."""
    if a.towns & b.towns or a.near & b.near:
        return 2
    named = a.near & b.setting.places or b.near & a.setting.places
    return int(bool(named or a.rare_towns & b.setting.words or b.rare_towns & a.setting.words))


def day_points(a: Telling, b: Telling, put_off: bool) -> int:
    """How closely the days agree: both told and within a few days of each other, both told, one told, or none."""
    if a.planned & b.planned:
        return MOST["day"]
    if put_off or not a.days or not b.days:
        return int(put_off and (are_near(a, b, MEANT_FOR) or are_days_near(a, b) or is_soon_after(a, b) or is_soon_after(b, a)))
    if slipped(a, b) or slipped(b, a):
        return SLIPPED
    told = [one.dated or one.status == "under_way" for one in (a, b)]
    if all(told) and meet(began(a), began(b)):
        longest = max(length(a.days), length(b.days))
        return MOST["day"] if longest <= FEW_DAYS else 1 if MONTH < longest < YEAR else 2
    if any(told):
        return 2 if near_its_page(a, b) or near_its_page(b, a) else 1
    return int(are_near(a, b, MEANT_FOR if "postponed" in (a.status, b.status) else MONTH)) or (
        FAR if a.published and b.published else 0
    )


def is_soon_after(plan: Telling, outcome: Telling) -> bool:
    """Whether a page came out within two months of the day for which another one had told a plan."""
    told = plan.dated and plan.status in AHEAD and plan.days and outcome.published
    return bool(told and plan.days and outcome.published and abs(outcome.published - plan.days[1]) <= timedelta(days=MEANT_FOR))


def are_near(a: Telling, b: Telling, within: int = MONTH) -> bool:
    """Whether two pages came out within a month, or one without a day tells of a day so near, or in more days."""
    first, last = a.published or (b.days and b.days[0]), b.published or (a.days and a.days[0])
    return first is not None and last is not None and abs(first - last) <= timedelta(days=within)


def are_days_near(a: Telling, b: Telling) -> bool:
    """Whether both tell their days, within a month of each other: what is put off is held soon."""
    told = a.dated and b.dated and a.days and b.days
    return bool(told and a.days and b.days and abs(a.days[0] - b.days[0]) <= timedelta(days=MONTH))


def near_its_page(a: Telling, b: Telling) -> bool:
    """Whether the page of one came out at the time that the other tells; what ends may have gone on for days."""
    near = timedelta(days=NEAR_DAYS)
    late = near + (BEGAN if b.turn == "ended" else timedelta())
    told = (a.dated or a.status == "under_way") and a.days and length(a.days) <= MONTH
    return bool(told and a.days and b.published and a.days[0] - near <= b.published <= a.days[1] + late)
