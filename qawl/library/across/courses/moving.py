"""How an encounter moves on: which telling changes how it stands, and when it then is."""

from __future__ import annotations

from collections.abc import Sequence

from qawl.arabic.letters import fold_phrase
from qawl.library.across.courses.vocabulary import roots_of, words
from qawl.library.across.courses.windows import Days, days_told, length, meet
from qawl.model import Event, EventStatus, Participant

# Of what pages of one day tell, the plan comes first and what came of it last.
STAGES: tuple[EventStatus, ...] = ("unknown", "proposed", "denied", "announced", "postponed", "under_way", "cancelled", "held")
AHEAD = ("unknown", "proposed", "announced")
OVER = ("under_way", "held")
# What is told of so many days is told to the day.
SOME_DAYS = 31


def by_stage(status: EventStatus) -> int:
    """How far an encounter of this status has come."""
    return STAGES.index(status)


def moves_on(before: Sequence[Event], event: Event) -> bool:
    """Whether a telling changes how an encounter stands, of which `before` told in order; a plan that is told again does not."""
    now = before[-1]
    if event.status == now.status:
        return event.status == "postponed" and is_new_day(before, event)
    if event.status not in AHEAD:
        return True
    if now.status in OVER:
        return False
    if now.status in AHEAD:
        return by_stage(event.status) > by_stage(now.status)
    return event.status == "announced" and (is_new_day(before, event) or now.status == "denied")


def is_new_day(before: Sequence[Event], event: Event) -> bool:
    """Whether a day is told that nobody told before."""
    days = days_told(event.when)
    told = [other for one in before if (other := days_told(one.when))]
    return days is not None and not any(meet(days, other) for other in told)


def when_of(told: Sequence[tuple[Event, bool]]) -> tuple[str | None, str | None]:
    """When an encounter is by all that tell it, each with whether it moved it; and the day on which it is no longer to be.

    What is put off is on the day that is told then or later. Else the day of whoever moved it last counts, but for a stretch of
    days in which that lies, and for a more exact one.
    """
    since = max((place for place, (event, moved) in enumerate(told) if moved and event.status == "postponed"), default=None)
    if since is None:
        return most_exact([event for event, _ in told], [event for event, moved in told if moved]), None
    before = told[:since]
    new = not is_planned_day(told[since][0], [event for event, _ in before])
    later = [event for place, (event, moved) in enumerate(told) if (place == since and new) or (place > since and moved)]
    when = most_exact(later, later)
    return when, None if when else most_exact([event for event, _ in before], [event for event, moved in before if moved])


def is_planned_day(event: Event, plans: Sequence[Event]) -> bool:
    """Whether what is put off is told with the day that it was to be on, which is no new one."""
    days = days_told(event.when)
    planned = [days_told(plan.when) for plan in plans if plan.when and to_the_day(plan.when)]
    return days is not None and bool(event.when and to_the_day(event.when)) and any(plan and meet(days, plan) for plan in planned)


def most_exact(told: Sequence[Event], moving: Sequence[Event]) -> str | None:
    """The place in time of the last that moved it and has one, a stretch of days round it, or a more exact one that fits it."""
    chosen = next((event.when for event in reversed(moving) if days_told(event.when)), None)
    chosen = chosen or next((event.when for event in reversed(told) if days_told(event.when)), None)
    if chosen is None:
        return next((event.when for event in reversed(told) if event.when), None)
    days = days_told(chosen)
    assert days
    others = [(event.when, other) for event in told if event.when and (other := days_told(event.when))]
    if to_the_day(chosen):
        round_it = [when for when, other in others if to_the_day(when) and length(other) <= SOME_DAYS and _in(days, other)]
        return max(round_it, key=lambda when: length(days_told(when) or days), default=chosen)
    finer = [(length(other), when) for when, other in others if _in(other, days)]
    return min(finer, default=(0, chosen))[1]


def to_the_day(when: str) -> bool:
    """Whether days are told, not a month or a year."""
    return all(len(one) >= len("2010-02-09") for one in when.split("/"))


def _in(days: Days, other: Days) -> bool:
    return other[0] <= days[0] and days[1] <= other[1]


def is_again(one: Participant, other: Participant) -> bool:
    """Whether two pages name one party: by its name, or where the words of one name are all in the other."""
    if fold_phrase(one.name) == fold_phrase(other.name):
        return True
    mine, theirs = (set(roots_of(who.name)) - words("vague") for who in (one, other))
    return bool(mine and theirs) and one.type == other.type and (mine <= theirs or theirs <= mine)
