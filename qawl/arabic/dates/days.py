"""Days: by their number, by weekday, and counted from the present."""

from __future__ import annotations

from itertools import pairwise

from qawl.arabic import lexicon
from qawl.arabic.dates.calendars import Spot, exists
from qawl.arabic.dates.tails import (
    BACKSLASH,
    CLOSING,
    DASHES,
    NUMBERS,
    STROKES,
    Found,
    Tail,
    closed,
    is_definite,
    is_hijri,
    is_year,
    month_tail,
    numbered_year,
    opened,
)
from qawl.arabic.dates.units import encloses, is_a_name, like_this, this_unit, unit
from qawl.arabic.dates.words import Atom, Reader, guards
from qawl.arabic.dates.years import PARTING
from qawl.arabic.letters import ARTICLE, IN

# From this one on, a year of two figures within a date is one of the last century.
SHORT_FROM = 40
# A clause has so many words before its word for today.
CLAUSE = 8
# What stands between the days of one month.
JOINTS = ("and", "to", "/", *DASHES)


def dated_days(reader: Reader, place: int, between: bool = False) -> list[Found]:
    """2 مايو، 9-11 فبراير، بين 3 و5 مايو، 2 و21 و30 مايو: days of one month."""
    days, ranged, at = [reader.at(place)], between, day_end(reader, reader.at(place))
    while all(day.kind in NUMBERS and 1 <= day.number <= 31 for day in days[-1:]):
        tail = month_tail(reader, at, Spot(day=days[-1].number))
        if tail is not None:
            return opened(share_month(days, tail, ranged), days[0]._replace(start=day_start(reader, place)))
        joint = reader.at(reader.skip(at, "comma"))
        ranged |= joint.kind in ("to", *DASHES) or reader.at(joint.then).kind == "to"
        if joint.kind not in JOINTS and reader.at(at).kind != "comma":
            return []
        at = joint.then if joint.kind in JOINTS else reader.skip(at, "comma")
        days.append(reader.at(reader.skip(reader.skip(at, "to", "and"), "(")))
        if joint.kind == "/" and days[-1].number != days[-2].number + 1:
            return []
        at = day_end(reader, days[-1])
    return []


def day_end(reader: Reader, day: Atom) -> int:
    """The place after the number of a day, and after the bracket that closes behind it: (8) من تموز."""
    bracketed = day.kind == "digits" and reader.at(day.then).kind == ")"
    return reader.at(day.then).then if bracketed else day.then


def day_start(reader: Reader, place: int) -> int:
    """The first code point of the number of a day, with the bracket before it where one closes behind it."""
    day = reader.at(place)
    bracketed = day_end(reader, day) != day.then and reader.at(place - 1).kind == "("
    return reader.at(place - 1).start if bracketed else day.start


def share_month(days: list[Atom], tail: Tail, ranged: bool) -> list[Found]:
    """Days that share one month: one interval where they follow each other, else each its own date."""
    if not all(exists(tail.spot.year, tail.spot.month, day.number, tail.spot.hijri) for day in days):
        return []
    spots = [tail.spot._replace(day=day.number) for day in days]
    following = all(b.number == a.number + 1 for a, b in pairwise(days))
    if len(days) > 1 and ((ranged and len(days) == 2) or following):
        return [Found(spots[0], spots[-1], days[0].start, tail.end, tail.then)]
    ends = [*(day.end for day in days[:-1]), tail.end]
    return [Found(spot, None, day.start, end, tail.then) for spot, day, end in zip(spots, days, ends, strict=True)]


def numeric_date(reader: Reader, place: int) -> list[Found]:
    """12/05/2014، 2014-05-12، 12-5-2014: the day first, or the year."""
    atoms, marks, at = [reader.at(place)], set(), reader.at(place).then
    if reader.at(at).kind not in STROKES:
        return []
    while len(atoms) < 3:
        mark = reader.at(at)
        atoms.append(reader.at(mark.then))
        marks.add(mark.kind)
        at = atoms[-1].then
    alike = len(marks) == 1 and reader.at(at).kind not in marks
    if not alike or any(atom.kind != "digits" for atom in atoms):
        return []
    return numbered(reader, [a.number for a in atoms], atoms[0].start, atoms[-1])


def slashed_month(reader: Reader, place: int) -> list[Found]:
    """29/ديسمبر/2014، 29-ديسمبر-2014: a named month between two marks."""
    day, mark = reader.at(place), reader.at(reader.at(place).then)
    if mark.kind not in STROKES:
        return []
    month = reader.at(mark.then)
    second = reader.at(month.then)
    year = reader.at(second.then)
    if mark.kind == BACKSLASH or second.kind != mark.kind or month.kind != "month" or year.kind != "digits":
        return []
    tail = numbered_year(reader, year, Spot(day=day.number, month=month.number % 100, hijri=month.number > 100))
    fitting = (
        tail and (is_year(year.number) or tail.spot.hijri) and exists(tail.spot.year, tail.spot.month, day.number, tail.spot.hijri)
    )
    return [Found(tail.spot, None, day.start, tail.end, tail.then)] if tail and fitting and day.number else []


def dotted_date(reader: Reader, place: int) -> list[Found]:
    """12.5.2014: one token with its points."""
    atom = reader.at(place)
    numbers = str(atom.value).split(".")
    if atom.kind != "other" or len(numbers) != 3 or not all(n.isdecimal() and len(n) <= 4 for n in numbers):
        return []
    return numbered(reader, [int(n) for n in numbers], atom.start, atom)


def numbered(reader: Reader, numbers: list[int], start: int, last: Atom) -> list[Found]:
    """A date of three numbers that ends with the atom `last`."""
    day, month, year = numbers if numbers[0] <= 31 else reversed(numbers)
    year += short_century(year) if year < 100 and last.end - last.start == 2 else 0
    if month > 12 >= day:
        day, month = month, day
    era = reader.at(last.then)
    hijri = is_hijri(year) or era.value == "hijri"
    if not (hijri or is_year(year)) or not exists(year, month, day, hijri) or not day or not month:
        return []
    last = era if era.kind == "era" else last
    return [Found(Spot(year, month, day, hijri=hijri), None, start, last.end, last.then)]


def short_century(year: int) -> int:
    """The century of a year in two figures within a date."""
    return 2000 if year < SHORT_FROM else 1900


def short_date(reader: Reader, place: int) -> list[Found]:
    """يوم 18/3: day and month, only after a word for day or a weekday."""
    day, mark = reader.at(place), reader.at(reader.at(place).then)
    month = reader.at(mark.then)
    if mark.kind not in ("/", *DASHES) or (day.kind, month.kind) != ("digits", "digits"):
        return []
    if not exists(None, month.number, day.number):
        return []
    sense = reader.at(month.then)
    last, step = (sense, sense.number) if sense.kind == "sense" and isinstance(sense.value, int) else (month, None)
    return [Found(Spot(month=month.number, day=day.number, step=step), None, day.start, last.end, last.then)]


def day_at(reader: Reader, place: int) -> list[Found]:
    """A day in figures or words, however written."""
    return numeric_date(reader, place) or slashed_month(reader, place) or dotted_date(reader, place) or dated_days(reader, place)


def weekday(reader: Reader, place: int) -> list[Found]:
    """الجمعة، الجمعة الماضي، (الجمعة) الماضي، الجمعة (أمس)، الجمعة 12 مايو 2014، السبت والأحد."""
    atom = reader.at(place)
    mark, close = reader.at(place - 1), reader.at(atom.then)
    if mark.kind == "(" and close.kind == CLOSING[mark.kind]:
        atom = atom._replace(start=mark.start, end=close.end, then=close.then)
    if reader.word_at(atom.then) in guards()["together"]:
        return []
    if mark.kind == "/":
        atom = closed(reader, mark, atom)._replace(kind=atom.kind, value=atom.value, start=atom.start)
    spot, last, sense = Spot(weekday=atom.number), atom, reader.at(atom.then)
    if sense.kind in NUMBERS and (days := numbered_weekdays(reader, atom, sense)):
        return days
    if second_weekday(reader, atom) is not None:
        return weekday_list(reader, atom)
    if sense.kind == "sense" and isinstance(sense.value, int):
        spot, last = spot._replace(step=sense.number), sense
    relative = reader.at(sense.then)
    if sense.kind in CLOSING and relative.kind == "today":
        last = closed(reader, sense, relative)
        return [Found(spot._replace(step=relative.number, unit="day"), None, atom.start, last.end, last.then)]
    week = [*unit(reader, sense.then), *this_unit(reader, sense.then)] if sense.kind == "of" else []
    if week and week[0].first.unit == "week":
        return [week[0]._replace(first=week[0].first._replace(weekday=atom.number), start=atom.start)]
    return beside_date(reader, Found(spot, None, atom.start, last.end, last.then))


def weekday_list(reader: Reader, atom: Atom) -> list[Found]:
    """السبت والأحد، الجمعة والسبت والأحد الماضية، السبت والأحد (الموافقين) 5 و6 مايو: weekdays that follow each other."""
    last = atom
    while (after := second_weekday(reader, last)) is not None:
        last = after
    sense = reader.at(last.then)
    step = sense.number if sense.kind == "sense" and isinstance(sense.value, int) else None
    end = last if step is None else sense
    inner = end.then
    for _ in range(2):
        inner = reader.skip(inner, "comma", "match", "(")
    days = dated_days(reader, inner) if reader.at(inner).kind in NUMBERS else []
    if len(days) == 1 and days[0].last:
        last = closed(reader, reader.at(inner - 1), reader.at(days[0].then - 1)._replace(end=days[0].end, then=days[0].then))
        return [days[0]._replace(start=atom.start, end=last.end, then=last.then)]
    return [Found(Spot(weekday=atom.number), Spot(weekday=last.number, step=step), atom.start, end.end, end.then)]


def numbered_weekdays(reader: Reader, first: Atom, number: Atom) -> list[Found]:
    """الأربعاء 30 والخميس 31 أكتوبر، من الإثنين 28 إلى يوم الأربعاء 30 أكتوبر: two weekdays, each with its number, of one month."""
    joint = reader.at(number.then)
    other = reader.at(reader.skip(joint.then, "day"))
    days = dated_days(reader, other.then) if joint.kind in ("and", "to", *DASHES) and other.kind == "weekday" else []
    if len(days) != 1 or days[0].last or not 1 <= number.number <= 31:
        return []
    if joint.kind != "and" and number.number >= (days[0].first.day or 0):
        return []
    last = days[0].first._replace(weekday=other.number)
    spot = last._replace(day=number.number, weekday=first.number)
    if (last.day or 0) == number.number + 1 or joint.kind != "and":
        return [days[0]._replace(first=spot, last=last, start=first.start)]
    return [Found(spot, None, first.start, number.end, number.then), days[0]._replace(first=last, start=other.start)]


def second_weekday(reader: Reader, atom: Atom) -> Atom | None:
    """The weekday after a weekday that follows it: الأحد/الاثنين، السبت - الأحد، السبت والأحد."""
    after = reader.at(atom.then)
    other = reader.at(after.then) if after.kind in ("/", "and", *DASHES) else after
    return other if other.kind == "weekday" and other.number == atom.number % 7 + 1 else None


def beside_date(reader: Reader, found: Found) -> list[Found]:
    """A day by weekday or relative word, with the date in figures beside it where there is one."""
    place = reader.skip(found.then, "adverb")
    found = found._replace(end=reader.at(found.then).end, then=place) if place != found.then else found
    inner, bracket = place, False
    for _ in range(3):
        bracket |= reader.at(inner).kind == "("
        inner = reader.skip(inner, "comma", "match", "(", "of", "day", "year_lead", ":")
    dates = (day_at(reader, inner) or short_date(reader, inner)) if reader.at(inner).kind in (*NUMBERS, "other") else []
    if len(dates) != 1 or dates[0].last:
        return [found]
    date, close = dates[0], reader.at(dates[0].then)
    near = found.first.unit == "day"
    spot = date.first._replace(weekday=found.first.weekday, near=near, offset=found.first.step if near else None)
    last = close if bracket and close.kind == ")" else reader.at(date.then)._replace(end=date.end, then=date.then)
    return with_twin(reader, Found(spot, None, found.start, last.end, last.then))


def with_twin(reader: Reader, found: Found) -> list[Found]:
    """يوم الجمعة 20 رمضان الموافق 18 يوليو، يوم الجمعة 20 رمضان (18 يوليو): one day in both calendars."""
    mark = reader.at(reader.skip(found.then, "comma"))
    if not found.first.hijri or mark.kind not in ("match", "("):
        return [found]
    dates = day_at(reader, reader.skip(reader.skip(mark.then, "match"), "of"))
    if len(dates) != 1 or dates[0].last or dates[0].first.hijri:
        return [found]
    close = reader.at(dates[0].then)
    last = close if mark.kind == "(" and close.kind == ")" else close._replace(end=dates[0].end, then=dates[0].then)
    spot = dates[0].first._replace(weekday=found.first.weekday, near=True)
    return [Found(spot, None, found.start, last.end, last.then, found.first)]


def relative_day(reader: Reader, place: int) -> list[Found]:
    """أمس، أمس الاثنين، اليوم (الثلاثاء)، اليوم/الثلاثاء/، اليوم (أمس)، غدا الجمعة 12 مايو."""
    atom = reader.at(place)
    if again := like_this(reader, place):
        return again
    if not_today(reader, place, atom) or is_papers(reader, place) or (closes(reader, atom.then) and is_a_name(reader, place)):
        return []
    opening = reader.at(atom.then)
    named = reader.at(reader.skip(reader.skip(atom.then, *CLOSING, "comma", *DASHES), "day"))
    spot = Spot(step=atom.number, unit="day")
    if opening.kind == "(" and named.kind == "today" and reader.at(named.then).kind == ")":
        close = reader.at(named.then)
        return [Found(Spot(step=named.number, unit="day"), None, atom.start, close.end, close.then)]
    if named.kind != "weekday":
        return beside_date(reader, Found(spot, None, atom.start, atom.end, atom.then))
    last = closed(reader, opening, named)
    return beside_date(reader, Found(spot._replace(weekday=named.number), None, atom.start, last.end, last.then))


def closes(reader: Reader, place: int) -> bool:
    """Whether a mark stands at a place that ends no sentence."""
    return place < len(reader.tokens) and encloses(reader.tokens.kinds[place])


def is_papers(reader: Reader, place: int) -> bool:
    """Whether a word for today ends a paper's name that the text has in marks: (بغداد اليوم); not في بغداد اليوم."""
    keys, kinds = reader.tokens.keys, reader.tokens.kinds
    if place < 1 or not kinds[place - 1] & lexicon.PLACES or (place > 1 and kinds[place - 2] & lexicon.PREPOSITION):
        return False
    pair = keys[place - 1 : place + 1]
    places = (at for at in range(2, len(reader.tokens)) if keys[at - 1 : at + 1] == pair)
    return any(encloses(kinds[at - 2]) and closes(reader, at + 1) for at in places)


def not_today(reader: Reader, place: int, atom: Atom) -> bool:
    """Whether a word for today is none: اليوم العالمي، اليوم الأول، اليوم الـ190، صحيفة اليوم، حزب الغد."""
    named = reader.key_before(place) in guards()["names_day"]
    key = reader.tokens.keys[atom.then]
    if atom.value != 0:
        return key in guards()["not_tomorrow"] or (named and is_definite(reader, place))
    after = reader.at(atom.then)
    if reader.key_before(place) == IN and is_definite(reader, place) and after.kind not in ("weekday", "("):
        return True
    return key in guards()["not_today"] or after.kind == "number" or key == ARTICLE or named or is_nowadays(reader, place)


def is_nowadays(reader: Reader, place: int) -> bool:
    """Whether a word for today means our age, as behind what still lasts: لا يزال الجسر مغلقا | اليوم; not اليوم الثلاثاء."""
    if reader.at(reader.at(place).then).kind in ("weekday", "("):
        return False
    for before in range(place - 1, max(-1, place - CLAUSE), -1):
        if reader.tokens.kinds[before] & PARTING:
            return False
        if reader.tokens.keys[before] in guards()["nowadays"]:
            return True
    return False
