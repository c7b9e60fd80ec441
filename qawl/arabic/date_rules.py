"""The grammar of dates: one small function for each shape of a date expression, its example in its docstring.

A rule gets a reader and a place and gives the expressions that begin there, none where it does not apply.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import NamedTuple

from qawl.arabic import lexicon
from qawl.arabic.calendars import (
    FIRST_YEAR,
    HIJRI_FIRST,
    HIJRI_LAST,
    HIJRI_NOW,
    LAST_YEAR,
    Spot,
    century,
    date_of,
    exists,
    hijri_parts,
    hijri_value,
)
from qawl.arabic.date_words import Atom, Reader, guards, meanings, wakes
from qawl.arabic.letters import ARTICLE
from qawl.arabic.tokens import Tokens

NUMBERS = ("number", "digits")
PARTING = lexicon.STOP | lexicon.COMMA | lexicon.COLON | lexicon.BREAK
DASHES = ("-", "–", "—")
APART = lexicon.PUNCTUATION | lexicon.NUMBER | lexicon.PREFIX | lexicon.PREPOSITION | lexicon.LATIN
BOUNDS = PARTING | lexicon.CLOSES | lexicon.PREPOSITION | lexicon.CONJUNCTION | lexicon.PREFIX | lexicon.RELATIVE
COUNTING = ("%", "٪", "$", "€", ":", "/", "\\", *NUMBERS, *DASHES)


class Found(NamedTuple):
    """An expression that was read: its place in time (from first to last), its code points, and the place after it.

    ``twin`` is the Hijri day that the same expression gives beside its Gregorian one.
    """

    first: Spot
    last: Spot | None
    start: int
    end: int
    then: int
    twin: Spot | None = None


class Tail(NamedTuple):
    """Month and year after a day, or a year after a month, with the code point and the place after them."""

    spot: Spot
    end: int
    then: int


def is_year(number: int) -> bool:
    """Whether a number can be a Gregorian year of a page."""
    return FIRST_YEAR <= number < LAST_YEAR


def is_hijri(number: int) -> bool:
    """Whether a number can be a Hijri year of a page."""
    return HIJRI_FIRST <= number < HIJRI_LAST


# ---- a year, and what may stand in its place


def year_tail(reader: Reader, place: int, spot: Spot) -> Tail | None:
    """من عام 2014، عام 2014، 2014م، من العام الماضي، من العام نفسه: the year of a spot."""
    lead = reader.skip(place, "of", "comma")
    atom = reader.at(lead)
    if atom.kind == "same" or (atom.kind == "this" and reader.at(atom.then).value == "year"):
        return sense_tail(spot, atom, reader.at(atom.then)) if reader.at(atom.then).value == "year" else None
    named = atom.kind == "unit" and atom.value == "year"
    if named:
        after = reader.at(atom.then)
        if after.kind == "sense":
            return sense_tail(spot, after, after)
        atom = after
    if atom.kind != "digits" or not (named or is_year(atom.number) or (spot.hijri and is_hijri(atom.number))):
        return None
    return numbered_year(reader, atom, spot)


def sense_tail(spot: Spot, sense: Atom, last: Atom) -> Tail:
    """A spot in this year, last year, or the year told before; `last` is the atom that it ends with."""
    same = not isinstance(sense.value, int)
    dated = spot._replace(step=None if same else sense.number, unit="year", same=same)
    return Tail(dated, last.end, last.then)


def numbered_year(reader: Reader, atom: Atom, spot: Spot) -> Tail | None:
    """1998، 1998م، 1436هـ: the digits of a year with its era."""
    era = reader.at(atom.then)
    last = era if era.kind == "era" else atom
    hijri = era.value == "hijri" if era.kind == "era" else spot.hijri or atom.number in HIJRI_NOW
    if spot.month is not None and spot.hijri and is_year(atom.number):
        return Tail(gregorian_year_of(spot, atom.number), last.end, last.then)
    fitting = is_hijri(atom.number) if hijri else 100 <= atom.number < LAST_YEAR
    return Tail(spot._replace(year=atom.number, hijri=hijri), last.end, last.then) if fitting else None


def gregorian_year_of(spot: Spot, year: int) -> Spot:
    """A Hijri month with a Gregorian year: the one that begins in that year."""
    middle = date_of(f"{year}-07-01")
    about = ((middle and hijri_parts(middle)) or (0,))[0]
    begins = {about + n: hijri_value(about + n, spot.month, None) or "" for n in (-1, 0, 1)}
    return spot._replace(year=next((n for n, value in begins.items() if value.startswith(str(year))), about))


# ---- a month


def month_tail(reader: Reader, place: int, spot: Spot) -> Tail | None:
    """من مايو/أيار الماضي، شهر مايو 2014، من الشهر الجاري، من ذات الشهر: the month of a spot."""
    place = reader.skip(place, "of")
    atom = reader.at(place)
    if atom.kind in ("this", "same") and reader.at(atom.then).value == "month":
        return month_sense(spot, atom, reader.at(atom.then))
    if atom.kind == "unit" and atom.value == "month":
        after = reader.at(atom.then)
        if after.kind == "sense":
            return month_sense(spot, after, after)
        atom = after
    return named_month(reader, atom, spot) if atom.kind == "month" else None


def month_sense(spot: Spot, sense: Atom, last: Atom) -> Tail:
    """A day of this or last month, or of the month told before."""
    same = not isinstance(sense.value, int)
    return Tail(spot._replace(step=None if same else sense.number, unit="month", same=same), last.end, last.then)


def named_month(reader: Reader, atom: Atom, spot: Spot) -> Tail:
    """مايو، مايو/أيار، مايو (أيار) الماضي، مايو 2014."""
    hijri, number = divmod(atom.number, 100)
    dated, last = spot._replace(month=number, hijri=bool(hijri)), twin_month(reader, atom)
    sense = reader.at(last.then)
    if sense.kind == "sense" and isinstance(sense.value, int):
        dated, last = dated._replace(step=sense.number), sense
    tail = year_tail(reader, last.then, dated)
    if tail is None or (dated.step is not None and tail.spot.unit):
        return Tail(dated, last.end, last.then)
    return tail


def twin_month(reader: Reader, atom: Atom) -> Atom:
    """The last atom of a month written by both of its names: فبراير/شباط، فبراير (شباط)، فبراير شباط."""
    mark = reader.at(atom.then)
    other = reader.at(mark.then) if mark.kind in ("/", "(", *DASHES) else mark
    if other.kind != "month" or other.value != atom.value:
        return atom
    close = reader.at(other.then)
    return close if mark.kind == "(" and close.kind == ")" else other


# ---- days


def dated_days(reader: Reader, place: int, between: bool = False) -> list[Found]:
    """2 مايو، 9-11 فبراير، بين 3 و5 مايو، 2 و21 و30 مايو: days of one month."""
    days, ranged, at = [reader.at(place)], between, reader.at(place).then
    while all(day.kind in NUMBERS and 1 <= day.number <= 31 for day in days[-1:]):
        tail = month_tail(reader, at, Spot())
        if tail is not None:
            return share_month(days, tail, ranged)
        joint = reader.at(reader.skip(at, "comma"))
        ranged |= joint.kind in ("to", *DASHES)
        if joint.kind not in ("and", "to", *DASHES) and reader.at(at).kind != "comma":
            return []
        at = joint.then if joint.kind in ("and", "to", *DASHES) else reader.skip(at, "comma")
        days.append(reader.at(reader.skip(at, "to", "and")))
        at = days[-1].then
    return []


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
    while len(atoms) < 3:
        mark = reader.at(at)
        atoms.append(reader.at(mark.then))
        marks.add(mark.kind)
        at = atoms[-1].then
    alike = len(marks) == 1 and marks <= {"/", "\\", *DASHES} and reader.at(at).kind not in marks
    if not alike or any(atom.kind != "digits" for atom in atoms):
        return []
    return numbered(reader, [a.number for a in atoms], atoms[0].start, atoms[-1])


def dotted_date(reader: Reader, place: int) -> list[Found]:
    """12.5.2014: one token with its points."""
    atom = reader.at(place)
    numbers = str(atom.value).split(".")
    if atom.kind != "other" or len(numbers) != 3 or not all(n.isdecimal() for n in numbers):
        return []
    return numbered(reader, [int(n) for n in numbers], atom.start, atom)


def numbered(reader: Reader, numbers: list[int], start: int, last: Atom) -> list[Found]:
    """A date of three numbers that ends with the atom `last`."""
    day, month, year = numbers if numbers[0] <= 31 else reversed(numbers)
    if month > 12 >= day:
        day, month = month, day
    hijri = is_hijri(year)
    if not (hijri or is_year(year)) or not exists(year, month, day, hijri) or not day or not month:
        return []
    era = reader.at(last.then)
    last = era if era.kind == "era" else last
    return [Found(Spot(year, month, day, hijri=hijri), None, start, last.end, last.then)]


def short_date(reader: Reader, place: int) -> list[Found]:
    """يوم 18/3: day and month, only after a word for day or a weekday."""
    day, mark = reader.at(place), reader.at(reader.at(place).then)
    month = reader.at(mark.then)
    if mark.kind not in ("/", *DASHES) or (day.kind, month.kind) != ("digits", "digits"):
        return []
    if not exists(None, month.number, day.number):
        return []
    return [Found(Spot(month=month.number, day=day.number), None, day.start, month.end, month.then)]


def day_at(reader: Reader, place: int) -> list[Found]:
    """A day in figures or words, however written."""
    return numeric_date(reader, place) or dotted_date(reader, place) or dated_days(reader, place)


def opened_days(reader: Reader, place: int) -> list[Found]:
    """يوم الجمعة، يوم 12 مايو، يومي 17 و18 مايو، بتاريخ 12/5/2014: with the word for day before it."""
    word = reader.at(place)
    inner = reader.skip(word.then, "match")
    atom = reader.at(inner)
    if atom.kind in ("weekday", "bare_weekday"):
        return opened(weekday(reader, inner), word)
    if atom.kind == "today":
        return opened(relative_day(reader, inner), word)
    if atom.kind == "part":
        return opened(day_part(reader, inner), word)
    return opened(day_at(reader, inner) or short_date(reader, inner), word)


def opened(found: list[Found], opener: Atom) -> list[Found]:
    """The same dates, the first beginning with a word before it."""
    return [found[0]._replace(start=opener.start), *found[1:]] if found else []


def weekday(reader: Reader, place: int) -> list[Found]:
    """الجمعة، الجمعة الماضي، الجمعة 12 مايو 2014، السبت والأحد."""
    atom = reader.at(place)
    spot, last = Spot(weekday=atom.number), atom
    pair = second_weekday(reader, atom)
    if pair is not None:
        return [Found(spot, Spot(weekday=pair.number), atom.start, pair.end, pair.then)]
    sense = reader.at(atom.then)
    if sense.kind == "sense" and isinstance(sense.value, int):
        spot, last = spot._replace(step=sense.number), sense
    week = unit(reader, sense.then) if sense.kind == "of" else []
    if week and week[0].first.unit == "week":
        return [week[0]._replace(first=week[0].first._replace(weekday=atom.number), start=atom.start)]
    return beside_date(reader, Found(spot, None, atom.start, last.end, last.then))


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
        inner = reader.skip(inner, "comma", "match", "(", "of", "day", "year_lead")
    dates = (day_at(reader, inner) or short_date(reader, inner)) if reader.at(inner).kind in (*NUMBERS, "other") else []
    if len(dates) != 1 or dates[0].last:
        return [found]
    date, close = dates[0], reader.at(dates[0].then)
    near = found.first.unit == "day"
    spot = date.first._replace(weekday=found.first.weekday, near=near)
    last = close if bracket and close.kind == ")" else reader.at(date.then)._replace(end=date.end, then=date.then)
    return with_twin(reader, Found(spot, None, found.start, last.end, last.then))


def with_twin(reader: Reader, found: Found) -> list[Found]:
    """يوم الجمعة 20 رمضان الموافق 18 يوليو، يوم الجمعة 20 رمضان (18 يوليو): one day in both calendars."""
    mark = reader.at(reader.skip(found.then, "comma"))
    if not found.first.hijri or mark.kind not in ("match", "("):
        return [found]
    dates = day_at(reader, reader.skip(mark.then, "of"))
    if len(dates) != 1 or dates[0].last or dates[0].first.hijri:
        return [found]
    close = reader.at(dates[0].then)
    last = close if mark.kind == "(" and close.kind == ")" else close._replace(end=dates[0].end, then=dates[0].then)
    spot = dates[0].first._replace(weekday=found.first.weekday, near=True)
    return [Found(spot, None, found.start, last.end, last.then, found.first)]


def relative_day(reader: Reader, place: int) -> list[Found]:
    """أمس، أمس الاثنين، اليوم (الثلاثاء)، غدا الجمعة 12 مايو."""
    atom = reader.at(place)
    if not_today(reader, place, atom) or (closes(reader, atom.then) and is_a_name(reader, place)):
        return []
    inner = reader.skip(reader.skip(atom.then, "("), "day")
    named = reader.at(inner)
    spot = Spot(step=atom.number, unit="day")
    if named.kind != "weekday":
        return beside_date(reader, Found(spot, None, atom.start, atom.end, atom.then))
    close = reader.at(named.then)
    last = close if close.kind == ")" and reader.at(atom.then).kind == "(" else named
    return beside_date(reader, Found(spot._replace(weekday=named.number), None, atom.start, last.end, last.then))


def closes(reader: Reader, place: int) -> bool:
    """Whether a mark stands at a place that ends no sentence."""
    return place < len(reader.tokens) and encloses(reader.tokens.kinds[place])


def encloses(kind: int) -> bool:
    """Whether the classes are those of a mark that parts no sentences: a bracket, a quotation mark, a slash."""
    return bool(kind & lexicon.PUNCTUATION) and not kind & PARTING


def not_today(reader: Reader, place: int, atom: Atom) -> bool:
    """Whether a word for today is none: اليوم العالمي، اليوم الأول، صحيفة اليوم."""
    if atom.value != 0:
        return False
    after = reader.at(atom.then)
    key = reader.tokens.keys[atom.then] if atom.then < len(reader.tokens) else ""
    return key in guards()["not_today"] or after.kind == "number" or reader.key_before(place) in guards()["names_day"]


def day_part(reader: Reader, place: int) -> list[Found]:
    """مساء أمس، صباح يوم الجمعة، ليلة 29 يونيو، وقت سابق من هذا الشهر."""
    part = reader.at(place)
    inner = reader.skip(part.then, "of")
    while reader.at(inner).kind == "part":
        inner = reader.skip(reader.at(inner).then, "of")
    rule = PART_RULES.get(reader.at(inner).kind)
    return opened(rule(reader, inner), part) if rule else []


# ---- longer times


def month_alone(reader: Reader, place: int) -> list[Found]:
    """مايو، مايو/أيار 2014، مايو الماضي، يوليو وأغسطس."""
    atom = reader.at(place)
    tail = named_month(reader, atom, Spot())
    if tail.then == atom.then and (tail.spot.hijri or is_shy(reader, place) or is_a_name(reader, place)):
        return []
    return month_pair(reader, atom, tail) or [Found(tail.spot, None, atom.start, tail.end, tail.then)]


def is_shy(reader: Reader, place: int) -> bool:
    """Whether a month that is another word too has nothing before it that makes it a month."""
    before = meanings().get(reader.key_before(place), ())
    evidence = any(kind in ("year_lead", "of", "edge", "unit", "list", "to") for _, kind, _ in before)
    return reader.tokens.keys[place] in guards()["shy"] and not evidence


def is_a_name(reader: Reader, place: int) -> bool:
    """Whether a lone month or day stands in marks, or after the word for a paper: مجلة (أكتوبر)، «فبراير»."""
    index = place
    return bool(index and encloses(reader.tokens.kinds[index - 1])) or reader.key_before(place) in guards()["paper"]


def month_pair(reader: Reader, atom: Atom, tail: Tail) -> list[Found]:
    """يوليو وأغسطس 2014: two months that follow each other."""
    joint = reader.at(tail.then)
    other = reader.at(joint.then)
    if joint.kind not in ("and", *DASHES) or other.kind != "month" or other.number != atom.number + 1 or tail.spot.explicit:
        return []
    end = named_month(reader, other, Spot())
    first = end.spot._replace(month=tail.spot.month)
    return [Found(first, end.spot, atom.start, end.end, end.then)]


def unit(reader: Reader, place: int) -> list[Found]:
    """الشهر الماضي، عام 2014، القرن التاسع عشر، شهر مايو."""
    atom, after = reader.at(place), reader.at(reader.at(place).then)
    if atom.value == "year" and after.kind == "digits":
        return years(reader, place)
    if atom.value == "week" and after.kind == "number":
        tail = month_tail(reader, after.then, Spot())
        return [Found(tail.spot, None, atom.start, tail.end, tail.then)] if tail else []
    if atom.value == "year" and after.kind == "era":
        return year_of_era(reader, atom, after)
    if atom.value == "month" and after.kind == "month":
        return opened(month_told(reader, atom.then), atom)
    if atom.value == "century":
        return century_of(reader, atom)
    if after.kind != "sense" or not isinstance(after.value, int):
        return []
    if atom.value == "decade" or is_general(reader, place, atom):
        return []
    return [unit_from(reader, atom, after, after)]


def year_of_era(reader: Reader, word: Atom, era: Atom) -> list[Found]:
    """العام الهجري 1436: the era before the digits."""
    year, hijri = reader.at(era.then), era.value == "hijri"
    if year.kind != "digits" or not (is_hijri(year.number) if hijri else is_year(year.number)):
        return []
    return [Found(Spot(year=year.number, hijri=hijri), None, word.start, year.end, year.then)]


def month_told(reader: Reader, place: int) -> list[Found]:
    """A month, a Hijri one too, that the word before it makes one."""
    atom = reader.at(place)
    tail = named_month(reader, atom, Spot())
    return month_pair(reader, atom, tail) or [Found(tail.spot, None, atom.start, tail.end, tail.then)]


def unit_from(reader: Reader, atom: Atom, sense: Atom, last: Atom) -> Found:
    """A unit by its distance from the present, or by the year in figures that follows it: العام المقبل 2016."""
    year = reader.at(last.then)
    if atom.value == "year" and year.kind == "digits" and is_year(year.number):
        return Found(Spot(year=year.number), None, atom.start, year.end, year.then)
    return Found(Spot(step=sense.number, unit=str(atom.value)), None, atom.start, last.end, last.then)


def is_general(reader: Reader, place: int, atom: Atom) -> bool:
    """Whether the word for year means general: الأمين العام السابق."""
    return atom.value == "year" and reader.key_before(place) in guards()["general"]


def century_of(reader: Reader, atom: Atom) -> list[Found]:
    """القرن التاسع عشر، القرن الماضي."""
    after = reader.at(atom.then)
    if after.kind in NUMBERS and 1 <= after.number <= 21:
        return [Found(Spot(value=century(after.number)), None, atom.start, after.end, after.then)]
    if after.kind == "sense" and after.value in (-1, 0):
        return [Found(Spot(value=century(21 + after.number)), None, atom.start, after.end, after.then)]
    return []


def this_unit(reader: Reader, place: int) -> list[Found]:
    """هذا العام، هذه السنة، هذا الصيف."""
    this, atom = reader.at(place), reader.at(reader.at(place).then)
    if this.value != 0 or atom.kind not in ("unit", "season") or atom.value in ("century", "decade"):
        return []
    if atom.kind == "season":
        return [Found(Spot(step=0, unit="year"), None, this.start, atom.end, atom.then)]
    return [unit_from(reader, atom, this, atom)._replace(start=this.start)]


def pair(reader: Reader, place: int) -> list[Found]:
    """اليومين الماضيين، العامين المقبلين: two units that end or begin at the present."""
    atom, sense = reader.at(place), reader.at(reader.at(place).then)
    if sense.kind != "sense" or sense.value not in (-1, 1):
        return []
    near, far = Spot(step=sense.number, unit=str(atom.value)), Spot(step=2 * sense.number, unit=str(atom.value))
    first, last = (far, near) if sense.number < 0 else (near, far)
    return [Found(first, last, atom.start, sense.end, sense.then)]


def ago(reader: Reader, place: int) -> list[Found]:
    """قبل عامين، قبل عام، قبل يومين، قبل 3 سنوات: years and days counted back from the present."""
    word, atom = reader.at(place), reader.at(reader.at(place).then)
    count, last = 1, atom
    if atom.kind in NUMBERS and 2 < atom.number <= 100:
        count, last = atom.number, reader.at(atom.then)
        if last.kind != "list" and last.value != "year":
            return []
    elif atom.kind == "two":
        count = 2
    elif atom.kind != "unit" or atom.value != "year":
        return []
    if last.value not in ("year", "day") or goes_on(reader, last.then):
        return []
    return [Found(Spot(step=-count, unit=str(last.value)), None, word.start, last.end, last.then)]


def goes_on(reader: Reader, place: int) -> bool:
    """Whether the time counted back is not that of the present: قبل عامين من الحرب, or not whole: قبل عامين ونصف."""
    after = reader.at(place)
    half = after.kind == "and" and reader.at(after.then).kind == "share"
    return half or after.kind in ("of", "digits", "sense", "month")


def edge(reader: Reader, place: int) -> list[Found]:
    """بداية يونيو، نهاية عام 2011، منتصف الشهر الجاري، مطلع الأسبوع: the month, year or week as a whole."""
    word = reader.at(place)
    inner = reader.skip(word.then, "of")
    atom = reader.at(inner)
    found = RULES.get(atom.kind, nothing)(reader, inner) if atom.kind in EDGED else []
    return opened(found or edged(reader, inner), word)


def edged(reader: Reader, place: int) -> list[Found]:
    """What only the word before it makes a time: (بداية) العام، (نهاية) رمضان، (منتصف) 2014."""
    atom = reader.at(place)
    if atom.kind == "unit" and atom.value in ("week", "month", "year"):
        spot = Spot(step=0, unit=str(atom.value))
        definite = reader.tokens.keys[place].startswith(ARTICLE)
        return [Found(spot, None, atom.start, atom.end, atom.then)] if definite else []
    if atom.kind == "month":
        return month_told(reader, place)
    return figures_of_year(reader, place) if atom.kind == "digits" and is_year(atom.number) else []


def share(reader: Reader, place: int) -> list[Found]:
    """النصف الأول من عام 2015، الربع الأخير من العام الجاري."""
    word, nth = reader.at(place), reader.at(reader.at(place).then)
    if nth.kind != "number" or not -1 <= nth.number <= word.number:
        return []
    size, number = 12 // word.number, word.number if nth.number < 0 else nth.number
    return months_in(reader, word, nth, (size * (number - 1) + 1, size * number))


def first_months(reader: Reader, place: int) -> list[Found]:
    """الأشهر الستة الأولى من 2015: the first or the last so many months of a year."""
    word, count = reader.at(place), reader.at(reader.at(place).then)
    nth = reader.at(count.then)
    if count.kind not in NUMBERS or not 1 <= count.number < 12 or nth.kind != "number" or nth.number not in (1, -1):
        return []
    return months_in(reader, word, nth, (1, count.number) if nth.number == 1 else (13 - count.number, 12))


def months_in(reader: Reader, word: Atom, last: Atom, months: tuple[int, int]) -> list[Found]:
    """Some months of the year or the month that follows."""
    tail = year_tail(reader, last.then, Spot())
    if tail is not None and tail.spot.unit:
        year = reader.at(tail.then)
        if year.kind == "digits" and is_year(year.number):
            tail = Tail(Spot(year=year.number), year.end, year.then)
    tail = tail or month_tail(reader, last.then, Spot())
    if tail is None or tail.spot.same:
        return []
    return [Found(tail.spot._replace(months=months), None, word.start, tail.end, tail.then)]


def decade(reader: Reader, place: int) -> list[Found]:
    """الثمانينيات، سبعينيات القرن الماضي، التسعينات من القرن التاسع عشر."""
    atom = reader.at(place)
    inner = reader.skip(atom.then, "of")
    after, first, last = reader.at(inner), 1900, atom
    if after.value in guards()["age"]:
        return []
    if after.kind == "unit" and after.value == "century" and century_of(reader, after):
        found = century_of(reader, after)[0]
        first, last = int(str(found.first.value)[:4]) - 1, Atom("unit", 0, after.start, found.end, found.then)
    year = first + atom.number
    return [Found(Spot(value=f"{year}/{year + 9}"), None, atom.start, last.end, last.then)]


def season(reader: Reader, place: int) -> list[Found]:
    """صيف عام 2001، صيف 2001، الصيف الماضي: the year of a season."""
    atom, after = reader.at(place), reader.at(reader.at(place).then)
    if after.kind == "sense" and after.value in (-1, 0, 1):
        of_year = Spot(step=0, unit="year")
        spot = Spot(month=atom.number, step=after.number, season=True) if after.value else of_year
        return [Found(spot, None, atom.start, after.end, after.then)]
    tail = year_tail(reader, atom.then, Spot())
    return [Found(tail.spot, None, atom.start, tail.end, tail.then)] if tail else []


def years(reader: Reader, place: int) -> list[Found]:
    """عام 1998، العام 2011، عامي 2011 و2012: years after their word."""
    word = reader.at(place)
    two = year_range(reader, word.then) if reader.at(word.then).kind == "digits" else []
    if two:
        return opened(two, word)
    tail = numbered_year(reader, reader.at(word.then), Spot()) if reader.at(word.then).kind == "digits" else None
    if tail is None:
        return month_alone_or_list(reader, word) if word.value == "month" else []
    return [Found(tail.spot, None, word.start, tail.end, tail.then), *more_years(reader, tail.then)]


def month_alone_or_list(reader: Reader, word: Atom) -> list[Found]:
    """شهري يوليو وأغسطس: months after the word for them."""
    return opened(month_told(reader, word.then), word) if reader.at(word.then).kind == "month" else []


def more_years(reader: Reader, place: int) -> list[Found]:
    """و2012: further years of a list."""
    joint, year = reader.at(place), reader.at(reader.at(place).then)
    if (joint.kind, year.kind) != ("and", "digits") or not is_year(year.number) or counted(reader, year.then):
        return []
    return [Found(Spot(year=year.number), None, year.start, year.end, year.then), *more_years(reader, year.then)]


def bare_year(reader: Reader, place: int) -> list[Found]:
    """في 1999، مونديال 1958، لندن 2012، 1954-1962: a year by what stands before it, or as one of two."""
    atom = reader.at(place)
    if not is_year(atom.number) or atom.end - atom.start != 4:
        return []
    found = year_range(reader, place) or (figures_of_year(reader, place) if year_stands(reader, place) else [])
    return found or (joined(reader, figures_of_year(reader, place), ("to",)) if comes_from(reader, place) else [])


def comes_from(reader: Reader, place: int) -> bool:
    """Whether من stands before a place: من 1998 إلى 2003."""
    return any(kind == "of" for _, kind, _ in meanings().get(reader.tokens.keys[place - 1], ()))


def year_stands(reader: Reader, place: int) -> bool:
    """Whether four digits are a year: a word before them, an era after, brackets around, and nothing counted."""
    atom, index = reader.at(place), place
    if atom.number < 1900 or counted(reader, atom.then):
        return False
    after = reader.at(atom.then)
    if after.kind == "era" and after.end > after.start:
        return True
    if reader.at(place - 1).kind == "(" and after.kind == ")":
        return True
    lead = meanings().get(reader.key_before(place), ())
    before = reader.tokens.kinds[index - 1] if index else lexicon.BREAK
    if before & (lexicon.COUNTRY | lexicon.CITY) or (is_recent(atom.number) and stands_alone(reader, before, place, atom.then)):
        return True
    return any(kind in ("year_lead", "to", "edge", "season", "ago") for _, kind, _ in lead)


def is_recent(number: int) -> bool:
    """Whether a number is a year that news speak of most."""
    return 1945 <= number < 2040 and number != 2000


def stands_alone(reader: Reader, before: int, place: int, then: int) -> bool:
    """Whether digits stand after a word that numbers nothing, and before nothing to count: اتفاق 1994، وقع."""
    after = reader.tokens.kinds[then] if then < len(reader.tokens) else lexicon.BREAK
    return not before & APART and bool(after & BOUNDS) and reader.key_before(place) not in guards()["label"]


def counted(reader: Reader, place: int) -> bool:
    """Whether what stands after a number shows that it counts something: a noun, %, a decimal or a time of day."""
    atom, index = reader.at(place), place
    return reader.word_at(index) in guards()["counted"] or (atom.kind in COUNTING and not breaks(reader, place))


def breaks(reader: Reader, place: int) -> bool:
    """Whether a dash is one of the author's: with white space before it."""
    atom = reader.at(place)
    return atom.kind in DASHES and reader.tokens.text[atom.start - 1].isspace()


def figures_of_year(reader: Reader, place: int) -> list[Found]:
    """The digits of a year, with further ones after و."""
    atom = reader.at(place)
    tail = numbered_year(reader, atom, Spot())
    return [Found(tail.spot, None, atom.start, tail.end, tail.then), *more_years(reader, tail.then)] if tail else []


def year_range(reader: Reader, place: int) -> list[Found]:
    """1954-1962، 2014/2015: two years that belong together."""
    first, mark = reader.at(place), reader.at(reader.at(place).then)
    last = reader.at(mark.then)
    if mark.kind not in ("/", *DASHES) or last.kind != "digits":
        return []
    if not is_year(last.number) or not 0 < last.number - first.number < 100:
        return []
    if reader.at(last.then).kind in ("/", *DASHES) and not breaks(reader, last.then):
        return []
    return [Found(Spot(year=first.number), Spot(year=last.number), first.start, last.end, last.then)]


# ---- from one time to another


def between(reader: Reader, place: int) -> list[Found]:
    """بين 3 و5 مايو، بين 1 يناير 2018 و31 ديسمبر 2018، ما بين 2004 و2009."""
    word = reader.at(place)
    days = dated_days(reader, word.then, between=True)
    if days and days[0].last:
        return opened(days, word)
    listed = years(reader, word.then) if reader.at(word.then).kind == "list" else []
    if len(listed) == 2:
        return [Found(listed[0].first, listed[1].first, word.start, listed[1].end, listed[1].then)]
    return opened(joined(reader, core(reader, word.then, True), ("and",)), word)


def period(reader: Reader, place: int) -> list[Found]:
    """الفترة من عام 2005 وحتى 25 نوفمبر 2008، الفترة ما بين 2004 و2009."""
    word = reader.at(place)
    inner = reader.at(word.then)
    if inner.kind == "between":
        return opened(between(reader, word.then), word)
    found = core(reader, inner.then, True) if inner.kind == "of" else []
    found = found if found and found[0].last else joined(reader, found, ("to", "and"))
    return opened(found, word)


def joined(reader: Reader, found: list[Found], joints: tuple[str, ...]) -> list[Found]:
    """One date and the one after a joint as an interval; nothing where there is none."""
    if not found or found[0].last:
        return []
    place = reader.skip(reader.skip(found[0].then, "comma"), *joints)
    place = reader.skip(place, "to") if place != found[0].then else place
    other = core(reader, place, True) if place != found[0].then else []
    if not other or other[0].last or other[0].first.hijri != found[0].first.hijri:
        return []
    return [other[0]._replace(first=found[0].first, last=other[0].first, start=found[0].start)]


def core(reader: Reader, place: int, plain_years: bool = False) -> list[Found]:
    """A day, month or year that can begin or end an interval; `plain_years`: four digits are a year without more."""
    atom = reader.at(place)
    if atom.kind in NUMBERS:
        a_year = plain_years and is_year(atom.number) and not counted(reader, atom.then)
        return day_at(reader, place) or (figures_of_year(reader, place)[:1] if a_year else [])
    if atom.kind in ("month", "unit", "day", "weekday", "edge"):
        return RULES[atom.kind](reader, place)[:1]
    return []


def ranged(reader: Reader, found: list[Found]) -> list[Found]:
    """The dates read, the last one made an interval where إلى or a dash and another date follow."""
    if len(found) != 1 or found[0].last:
        return found
    one = found[0].first
    if one.weekday is not None and found[0].first == Spot(weekday=one.weekday):
        return weekdays(reader, found[0]) or found
    plain = one.weekday is None and (one.day is not None or one.explicit or one.month is not None)
    joints = ("to", *DASHES) if one.day is not None else ("to",)
    return (joined(reader, found, joints) if plain and one.unit == "" else []) or found


def weekdays(reader: Reader, found: Found) -> list[Found]:
    """من الاثنين إلى الجمعة: from one weekday to another."""
    joint = reader.at(found.then)
    place = reader.skip(joint.then, "day")
    if joint.kind != "to" or reader.at(place).kind != "weekday":
        return []
    last = weekday(reader, place)[0]
    return [last._replace(first=found.first, last=last.first, start=found.start)] if last.last is None else []


def nothing(reader: Reader, place: int) -> list[Found]:  # noqa: ARG001
    """No date."""
    return []


def figures(reader: Reader, place: int) -> list[Found]:
    """A date that begins with a number."""
    return day_at(reader, place) or bare_year(reader, place)


Rule = Callable[[Reader, int], list[Found]]
RULES: dict[str, Rule] = {
    "part": day_part, "day": opened_days, "days": opened_days, "weekday": weekday, "today": relative_day,
    "digits": figures, "number": dated_days, "other": dotted_date, "month": month_alone, "unit": unit, "list": years,
    "this": this_unit, "pair": pair, "ago": ago, "edge": edge, "share": share, "months": first_months,
    "decade": decade, "season": season, "between": between, "period": period,
}  # fmt: skip
EDGED = {"month", "unit", "this", "decade", "day", "weekday", "today"}
PART_RULES: dict[str, Rule] = {
    "day": opened_days, "weekday": weekday, "bare_weekday": weekday, "today": relative_day, "digits": day_at,
    "number": day_at, "this": this_unit, "unit": unit,
}  # fmt: skip


def read_dates(tokens: Tokens) -> Iterator[Found]:
    """Every date expression of a text in order, not yet resolved."""
    words, reader, done, number = wakes(), Reader(tokens), 0, lexicon.NUMBER
    for index, (key, kind) in enumerate(zip(tokens.keys, tokens.kinds, strict=True)):
        if index < done or not (key in words or kind & number):
            continue
        found = ranged(reader, RULES.get(reader.at(index).kind, nothing)(reader, index))
        yield from found
        done = found[-1].then if found else done
