"""Dates: every expression that places something on a calendar, with its value.

One walk over the tokens wakes at a word that can begin a date and reads on from there (date_rules.py); what was read is
then resolved against the day of publication, a dateline, or the days that the text gives with their year.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from functools import cache
from itertools import pairwise

from qawl.arabic import lexicon
from qawl.arabic.dates.calendars import (
    PAST,
    Present,
    Spot,
    before,
    date_of,
    interval,
    is_part,
    iso,
    nearest_year,
    parts_of,
    value_of,
)
from qawl.arabic.dates.rules import read_dates
from qawl.arabic.dates.tails import DASHES, Found
from qawl.arabic.dates.tense import months_ahead, token_at
from qawl.arabic.dates.words import known_days
from qawl.arabic.letters import PLURALS, fold
from qawl.arabic.tokens import Tokens
from qawl.model import Date
from qawl.tables import table

# A dateline stands this near to the beginning of its line, or alone on it.
DATELINE = 8
# So soon after it stands a mark: القاهرة 3 مايو 2012 أ ف ب -.
DATELINE_REST = 4
# The dateline of a text stands in so many first tokens, and the text is published so many days later at most.
HEAD, LATER = 40, 3
LINE_END = "\n"
# Among the words that tell a known day: it is known without them too.
ALWAYS = "*"


def find_dates(tokens: Tokens, published: str | None) -> tuple[Date, ...]:
    """The dates of a text in order, none overlapping another.

    `published` is an ISO date or time, or None; relative expressions count from it, and from a dateline of the text
    where it is missing. ``value`` is an ISO prefix or interval, `--10-12` where no year is known, None where nothing
    can be told.
    """
    found = with_years(tokens, list(read_dates(tokens)))
    if not found:
        return ()
    present, anchor = present_of(tokens, found, published)
    dates: list[Date] = []
    for one in with_twins(tokens, found):
        date = resolve(tokens, one, present, anchor)
        dates.append(date)
        present = remembering(present, one, date.value)
    return tuple(dates)


def remembering(present: Present, found: Found, value: str | None) -> Present:
    """The present with what later expressions may mean: a day, month or year told, the last one of days, months of a year."""
    if value is None:
        return present
    last, points = value.split("/")[-1], found.first.day or not (found.last or found.first.unit)
    told = last if points and len(last) <= 10 and (found.last or last == value) else present.told
    part = value if is_part(value) and found.first.unit not in ("week", "quarter") else present.part
    return present._replace(told=told, part=part)


def with_years(tokens: Tokens, found: list[Found]) -> list[Found]:
    """The dates with the year or sense that the last one of a list gives for all: 22 و23 أبريل، و2 مايو 2019."""
    for at in range(len(found) - 2, -1, -1):
        here, after = found[at], found[at + 1]
        alike = bool(after.first.day) == bool(here.first.day) and after.first.hijri == here.first.hijri
        year = after.first.year if after.first.month and alike else None
        if year and lacks_year(here.first) and is_list(tokens, here, after):
            last = here.last and here.last._replace(year=year)
            found[at] = here._replace(first=here.first._replace(year=year), last=last)
        elif share_sense(tokens, here, after) and is_list(tokens, here, after):
            found[at] = here._replace(first=here.first._replace(step=after.first.step))
    return found


def share_sense(tokens: Tokens, one: Found, other: Found) -> bool:
    """Whether the sense of a weekday is that of the one before it too, since it stands for several: السبت والثلاثاء المقبلين."""
    bare = all(spot == Spot(weekday=spot.weekday, step=spot.step) and spot.weekday for spot in (one.first, other.first))
    sense = other.first.step is not None and tokens.keys[other.then - 1].endswith(PLURALS)
    return bool(bare and sense) and one.first.step is None and one.last is None and other.last is None


def with_twins(tokens: Tokens, found: list[Found]) -> list[Found]:
    """The dates, each Hijri day with the Gregorian one that the text gives for it as its twin."""
    twins = [one._replace(twin=other.first) if is_twin(tokens, one, other) else one for one, other in pairwise(found)]
    return [*twins, *found[-1:]]


def is_twin(tokens: Tokens, one: Found, other: Found) -> bool:
    """Whether a Gregorian day stands for the Hijri one before it: 1 رمضان 1433 الموافق 20 يوليو 2012."""
    days = one.first.full and one.first.hijri and other.first.full and not other.first.hijri
    between = tokens.keys[token_at(tokens, one.end - 1) + 1 : token_at(tokens, other.start)]
    return days and not one.last and not other.last and 0 < len(between) < 3 and not twin_words().isdisjoint(between)


def lacks_year(spot: Spot) -> bool:
    """Whether a day or month has nothing that tells its year."""
    return spot.month is not None and spot.year is None and spot.step is None and not spot.unit


def is_list(tokens: Tokens, one: Found, other: Found) -> bool:
    """Whether nothing but و and commas stands between two dates."""
    first, last = token_at(tokens, one.end - 1) + 1, token_at(tokens, other.start)
    between = tokens.keys[first:last]
    glued = tokens.text[tokens.starts[last] : other.start]
    return bool(between or glued) and all(key in list_marks() for key in (*between, glued) if key)


def find_visible_date(text: str) -> Date | None:
    """The first full date (day, month, year) of a short line such as a byline; a Gregorian one before a Hijri one."""
    full = [one for one in read_dates(Tokens(text)) if one.first.full and one.last is None]
    if not full:
        return None
    first = min(full, key=lambda one: one.first.hijri)
    return Date(text[first.start : first.end], first.start, first.end, value_of(first.first, Present(), PAST))


def resolve(tokens: Tokens, found: Found, present: Present, anchor: str | None) -> Date:
    """A date expression with its value and what that was resolved from."""
    ahead = months_ahead(tokens, found)
    first = famous(tokens, found) or value_of(found.first, present, ahead)
    value = first if found.last is None else ends_of(found, present, ahead)
    if found.twin and found.twin.full and value_of(found.twin, present, ahead) != value:
        value = None
    text, resolved_from = tokens.text[found.start : found.end], anchor_of(found, value, present, anchor)
    return Date(text, found.start, found.end, value, resolved_from)


def anchor_of(found: Found, value: str | None, present: Present, anchor: str | None) -> str | None:
    """What a value was resolved from, None where the expression tells it by itself."""
    if value and found.first.same_part and present.part:
        return present.part
    if value and found.first.again:
        return anchor
    told_by_itself = (found.last or found.first).explicit and not found.first.unit
    if value is None or value.startswith("-") or told_by_itself or is_known_day(found.first, value):
        return None
    return present.told if found.first.same and not found.first.same_part else anchor


def is_known_day(spot: Spot, value: str) -> bool:
    """Whether a value is that of a day known by its event."""
    return any(known == value for known, _ in known_days().get((spot.month or 0, spot.day or 0), ()))


def ends_of(found: Found, present: Present, ahead: int) -> str | None:
    """An interval: the first end takes month and year from the last one where it has none."""
    first, last = found.first, found.last or found.first
    end = value_of(last, present, ahead)
    if first.weekday and not first.day and last.weekday:
        day = date_of(end)
        return f"{before(day, first.weekday)}/{end}" if day else None
    if first.year is None and not first.unit and last.year is not None and first.step is None:
        first = first._replace(year=last.year)
    begin = value_of(first, present, ahead)
    ending = parts_of(end) if end and end[0] != "-" and "/" not in end else ()
    if begin and end and len(ending) > 1 and first.month and not first.hijri and (begin[:7] > end[:7] or first.month == last.month):
        begin = value_of(first._replace(year=ending[0] - (first.month > ending[1])), present, ahead)
    return interval(begin, end)


def famous(tokens: Tokens, found: Found) -> str | None:
    """The value of a day or month known by the event that is named before it: هجمات 11 سبتمبر، حرب أكتوبر."""
    spot, index = found.first, token_at(tokens, found.start)
    if spot.year is not None or spot.month is None or spot.step is not None or spot.weekday or found.last is not None:
        return None
    near = {*tokens.keys[max(0, index - (3 if spot.day else 1)) : index]}
    known = known_days().get((spot.month, spot.day or 0), ())
    return next((value for value, leads in known if leads & near or (ALWAYS in leads and is_bare(tokens, index))), None)


def is_bare(tokens: Tokens, index: int) -> bool:
    """Whether neither a preposition nor the word for day stands before a day: نواب 14 آذار; not يوم 14 آذار."""
    before = tokens.kinds[index - 1] if index and not tokens.kinds[index] & lexicon.TIME else lexicon.BREAK
    return not before & (lexicon.PREPOSED | lexicon.SENTENCE_END | lexicon.COMMA | lexicon.TIME)


@cache
def twin_words() -> frozenset[str]:
    """What stands between the two days of one date."""
    words = (fold(row["form"]) for row in table("date_words.tsv") if row["class"] == "match")
    return frozenset([*words, "(", *DASHES])


@cache
def list_marks() -> frozenset[str]:
    """What stands between the dates of a list."""
    joints = (fold(row["form"]) for row in table("date_words.tsv") if row["class"] == "and")
    return frozenset([*joints, *(row["mark"] for row in table("marks.tsv") if row["class"] == "comma")])


# ---- from where a text counts


def present_of(tokens: Tokens, found: list[Found], published: str | None) -> tuple[Present, str | None]:
    """From where relative expressions count, and what that is: `published`, or the value of a dateline."""
    days = dated_elsewhere(found) | known_years(tokens, found)
    day = published[:10] if published else None
    if day is None:
        at = max(filter(None, (day_of_writing(tokens, one) for one in found)), key=len, default=None)
        return Present(at, days), at
    told = told_today(found, day) or day_before(tokens, ((one.start, one.end, day_alone(one, day)) for one in found), day)
    if told:
        return Present(told, days), told
    return Present(contradicted(found, day, days) if len(day) == 10 else day, days), "published"


def dated_elsewhere(found: Iterable[Found]) -> dict[tuple[int, int], int]:
    """Month and day of the days that a text gives with their year, where it gives but one."""
    years: dict[tuple[int, int], set[int]] = {}
    for spot in (spot for one in found for spot in (one.first, one.last) if spot is not None):
        if spot.year is not None and spot.month is not None and spot.day is not None and not spot.hijri:
            years.setdefault((spot.month, spot.day), set()).add(spot.year)
            years.setdefault((spot.month, 0), set()).add(spot.year)
    return {day: next(iter(seen)) for day, seen in years.items() if len(seen) == 1}


def known_years(tokens: Tokens, found: Iterable[Found]) -> dict[tuple[int, int], int]:
    """Month and day of the days that a text names by their event, with their year."""
    values = ((one.first, famous(tokens, one)) for one in found)
    return {(spot.month or 0, spot.day or 0): int(value[:4]) for spot, value in values if value and spot.day}


def day_of_writing(tokens: Tokens, found: Found) -> str | None:
    """When a text was written by one of its dates: a dateline, or اليوم الخميس 3 مايو 2012; the year alone: العام الماضي 2011."""
    spot = found.first
    if spot.year and not spot.month and spot.offset is not None:
        return iso(spot.year - spot.offset)
    dateline = spot.offset is not None or is_dateline(tokens, token_at(tokens, found.start), found.then)
    if not spot.full or spot.hijri or found.last is not None or not dateline:
        return None
    day = date_of(value_of(spot, Present(), PAST))
    return str(day - datetime.timedelta(days=spot.offset or 0)) if day else None


def day_alone(found: Found, day: str) -> str | None:
    """The value of a date that is one Gregorian day, None of any other."""
    spot = found.first
    alone = spot.day and spot.month and not spot.hijri and found.last is None and spot.step is None
    return value_of(spot, Present(day), PAST) if alone else None


def written_on(tokens: Tokens, dates: Iterable[Date], published: str | None) -> str | None:
    """The day on which a page was written: that of publication, or of a dateline shortly before; None without the first."""
    told = ((date.start, date.end, date.value if date.anchor in (None, date.value) else None) for date in dates)
    return (day_before(tokens, told, published[:10]) or published) if published else None


def day_before(tokens: Tokens, days: Iterable[tuple[int, int, str | None]], published: str) -> str | None:
    """The day of a dateline at the head of a text that is published a few days later: صنعاء 3 مايو (سبأ) -; else None."""
    now = date_of(published)
    for start, end, value in days:
        first = token_at(tokens, start)
        if first >= HEAD or now is None:
            return None
        then = token_at(tokens, end - 1) + 1
        day = date_of(value) if value and len(value) == len(published) else None
        line = line_before(tokens, first)
        named = tokens.kinds[first - len(line)] & lexicon.PLACES if line else 0
        apart = bool(named) or (not line and ends_line(tokens, then))
        if day and apart and 0 < (now - day).days <= LATER and is_dateline(tokens, first, then):
            return value
    return None


def is_dateline(tokens: Tokens, first: int, then: int) -> bool:
    """Whether a date stands at the beginning of its line, or all but alone on it."""
    line = line_before(tokens, first)
    if len(line) > DATELINE:
        return False
    if line and tokens.kinds[first - 1] & lexicon.PREPOSITION and not is_place(tokens, first - 2, line):
        return ends_line(tokens, then)
    after = tokens.kinds[then : then + DATELINE_REST]
    return not after or bool(after[0] & lexicon.SPEECH) or any(kind & (lexicon.BREAK | lexicon.PUNCTUATION) for kind in after)


def line_before(tokens: Tokens, place: int) -> list[str]:
    """The keys of a line before a place, as far as a dateline may reach."""
    keys = tokens.keys[max(0, place - DATELINE - 1) : place]
    breaks = [at for at, key in enumerate(keys) if key == LINE_END]
    return keys[breaks[-1] + 1 :] if breaks else keys


def is_place(tokens: Tokens, place: int, line: list[str]) -> bool:
    """Whether a line before its date is the name of a place and a preposition: القاهرة في."""
    comma = place >= 0 and bool(tokens.kinds[place] & lexicon.COMMA)
    return len(line) <= 2 + comma and bool(tokens.kinds[place - comma] & lexicon.PLACES)


def ends_line(tokens: Tokens, place: int) -> bool:
    """Whether a line ends at a place."""
    return place >= len(tokens) or bool(tokens.kinds[place] & lexicon.BREAK)


def told_today(found: list[Found], day: str) -> str | None:
    """The day of writing where the text tells another than that of publication: اليوم 3 مايو، أمس 2 مايو; else None.

    A Hijri day next to its own may be that of another land.
    """
    at = Present(day) if len(day) == 10 else Present()
    near = [one.first for one in found if one.first.offset is not None and one.first.day and one.last is None]
    days = {
        date and date - datetime.timedelta(days=spot.offset or 0) for spot in near if (date := date_of(value_of(spot, at, PAST)))
    }
    only = str(days.pop()) if len(days) == 1 else day
    sighted = all(spot.hijri for spot in near) and len(day) == 10 and abs((at_day(only) - at_day(day)).days) <= 1
    return only if only != day and not sighted else None


def at_day(value: str) -> datetime.date:
    """The day of an ISO date."""
    return datetime.date.fromisoformat(value)


def contradicted(found: list[Found], day: str, days: dict[tuple[int, int], int]) -> str:
    """The day of publication, or only the month or year where the text says that it was written in another month."""
    month = parts_of(day)[1]
    spots = [one.first for one in found if one.first.month and not (one.first.hijri or one.first.unit or one.first.year)]
    other = next((s for s in spots if s.step == 0 and s.month != month), None)
    if other is not None and other.month is not None:
        year = days.get((other.month, other.day or 0)) or nearest_year(other.month, month, parts_of(day)[0])
        return iso(year, other.month)
    older = any(spot.step == 1 and is_past(found, spot, day) for spot in spots)
    return day[:4] if older else day


def is_past(found: list[Found], spot: Spot, day: str) -> bool:
    """Whether the text dates a month that it says is to come as one shortly before `day`, so that it must be older."""
    year, month = parts_of(day)[:2]
    told = any(s.month == spot.month and s.year == year for one in found for s in (one.first, one.last) if s)
    return told and 0 < month - (spot.month or month) <= 3
