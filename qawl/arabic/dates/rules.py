"""The grammar of dates: one small function for each shape of a date expression, its example in its docstring.

A rule gets a reader and a place and gives the expressions that begin there, none where it does not apply. Here are the rules that
put other dates together, and the walk that wakes all of them; days, units and years have modules of their own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from qawl.arabic import lexicon
from qawl.arabic.dates.calendars import LAST_YEAR, Spot, days_in, exists
from qawl.arabic.dates.days import dated_days, day_at, dotted_date, relative_day, short_date, weekday
from qawl.arabic.dates.feasts import counted_day, feast, feast_alone
from qawl.arabic.dates.tails import DASHES, NUMBERS, Found, counted, is_definite, is_short, is_year, opened, short_year
from qawl.arabic.dates.tense import moving_words, tense_words, token_at
from qawl.arabic.dates.units import ago, month_alone, month_told, pair, same_unit, this_unit, unit
from qawl.arabic.dates.words import Reader, guards, meanings, wakes
from qawl.arabic.dates.years import (
    counted_months,
    decade,
    figures_of_year,
    first_months,
    leads_year,
    same_part,
    season,
    share,
    short_range,
    year_range,
    year_stands,
    years,
)
from qawl.arabic.kept import kept
from qawl.arabic.letters import DUAL, OBLIQUE, SHADDA, TA_MARBUTA
from qawl.arabic.tokens import Tokens
from qawl.arabic.where import words_of, words_where

# The last month of a Gregorian year.
DECEMBER = 12


def opened_days(reader: Reader, place: int) -> list[Found]:
    """يوم الجمعة، يوم 12 مايو، يومي 17 و18 مايو، بتاريخ 12/5/2014: with the word for day before it."""
    word = reader.at(place)
    inner = slashed(reader, reader.skip(word.then, "match", "("))
    atom = reader.at(inner)
    if atom.kind in ("weekday", "bare_weekday"):
        return opened(weekday(reader, inner), word)
    if atom.kind == "today":
        return opened(relative_day(reader, inner), word)
    if atom.kind == "part":
        return opened(day_part(reader, inner), word)
    if atom.kind == "feast":
        return opened(feast(reader, inner), word)
    short = short_date(reader, inner) if word.kind == "day" else []  # يوم 18/3, and no month: يومي 6-7
    return opened(day_at(reader, inner) or short, word)


def slashed(reader: Reader, place: int) -> int:
    """The place of a weekday between slashes, (يوم) /الجمعة/, else the same place."""
    mark = reader.at(place)
    return mark.then if mark.kind == "/" and reader.at(mark.then).kind == "weekday" else place


def day_part(reader: Reader, place: int) -> list[Found]:
    """مساء أمس، صباح يوم الجمعة، ليلة 29 يونيو، وقت سابق من هذا الشهر."""
    part = reader.at(place)
    if SHADDA in reader.tokens.text[part.start : part.end]:
        return []
    inner = slashed(reader, reader.skip(part.then, "of"))
    while reader.at(inner).kind == "part":
        inner = reader.skip(reader.at(inner).then, "of")
    rule = PART_RULES.get(reader.at(inner).kind)
    return opened(rule(reader, inner), part) if rule else []


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
        alone = is_definite(reader, place) and reader.word_at(atom.then) not in guards()["own_year"]
        return [Found(spot, None, atom.start, atom.end, atom.then)] if alone else []
    if atom.kind == "month":
        return month_told(reader, place)
    return figures_of_year(reader, place) if atom.kind == "digits" and is_year(atom.number) else []


def listed(reader: Reader, place: int) -> list[Found]:
    """عامي 2010 و2011، شهري يوليو وأغسطس: years or months after the word for several."""
    word = reader.at(place)
    if word.value == "month" and reader.at(word.then).kind == "month":
        return opened(month_told(reader, word.then), word)
    return years(reader, place)


def bare_year(reader: Reader, place: int) -> list[Found]:
    """في 1999، مونديال 1958، لندن 2012، 1954-1962، موسم 94/95، بدءا من 2015: a year by what stands before it, or as one of two."""
    atom = reader.at(place)
    if is_short(reader, atom) and leads_year(reader, place):
        return short_range(reader, place) or year_of_event(reader, place)
    if atom.end - atom.start != 4 or not 1000 <= atom.number < LAST_YEAR:
        return []
    found = year_range(reader, place) or (figures_of_year(reader, place) if year_stands(reader, place) else [])
    ranging = not found and is_year(atom.number) and comes_from(reader, place)
    year = figures_of_year(reader, place) if ranging else []
    alone = place > 1 and reader.tokens.keys[place - 2] in tense_words()["due"]
    return (joined(reader, year, ("to",)) or (year if alone else [])) if ranging else found


def year_of_event(reader: Reader, place: int) -> list[Found]:
    """حرب 67، حرب الـ67، نكبة 48: the year of two figures after what is known by it."""
    event = any(kind == "event" for _, kind, _ in meanings().get(reader.key_before(place), ()))
    year = short_year(reader, reader.at(place))
    return [Found(Spot(year=year.number), None, year.start, year.end, year.then)] if event and is_year(year.number) else []


def comes_from(reader: Reader, place: int) -> bool:
    """Whether من stands before a place: من 1998 إلى 2003."""
    return any(kind == "of" for _, kind, _ in meanings().get(reader.tokens.keys[place - 1], ()))


def between(reader: Reader, place: int) -> list[Found]:
    """بين 3 و5 مايو، بين 1 يناير 2018 و31 ديسمبر 2018، ما بين 2004 و2009."""
    word = reader.at(place)
    days = dated_days(reader, reader.skip(word.then, "days"), between=True)
    if days and days[0].last:
        return opened(days, word)
    several = years(reader, word.then) if reader.at(word.then).kind == "list" else []
    if len(several) == 2:
        return [Found(several[0].first, several[1].first, word.start, several[1].end, several[1].then)]
    return opened(joined(reader, core(reader, reader.skip(word.then, "list")), ("and",)), word)


def period(reader: Reader, place: int) -> list[Found]:
    """الفترة من عام 2005 وحتى 25 نوفمبر 2008، الفترة ما بين 2004 و2009."""
    word = reader.at(place)
    inner = reader.at(word.then)
    if inner.kind == "between":
        return opened(between(reader, word.then), word)
    found = core(reader, inner.then) if inner.kind == "of" else []
    found = found if found and found[0].last else joined(reader, found, ("to", "and"))
    return opened(found, word)


def joined(reader: Reader, found: list[Found], joints: tuple[str, ...]) -> list[Found]:
    """One date and the one after a joint as an interval; nothing where there is none."""
    if not found or found[0].last:
        return []
    joint = reader.skip(found[0].then, "comma")
    place = after_joint(reader, joint, joints)
    other = core(reader, place) if place != joint else []
    if not other or other[0].last:
        return []
    last = other[0].first
    last = found[0].first._replace(day=last.day) if last.same and last.day else last
    if found[0].first.unit == "day" and last.weekday and not (last.day or last.step or last.unit):
        last = last._replace(step=1)  # من اليوم إلى الخميس
    return [other[0]._replace(first=found[0].first, last=last, start=found[0].start)] if last.hijri == found[0].first.hijri else []


def after_joint(reader: Reader, place: int, joints: tuple[str, ...]) -> int:
    """The place after إلى, و, وحتى or a dash, else the same place."""
    joint = reader.at(place)
    if joint.kind in joints:
        return reader.skip(joint.then, "to")
    return reader.at(joint.then).then if joint.kind == "and" and reader.at(joint.then).kind == "to" else place


def core(reader: Reader, place: int) -> list[Found]:
    """A day, month or year that can begin or end an interval; four digits are a year without more."""
    atom = reader.at(place)
    if atom.kind in NUMBERS:
        a_year = is_year(atom.number) and not counted(reader, atom.then)
        return day_at(reader, place) or (figures_of_year(reader, place)[:1] if a_year else [])
    if atom.kind in ("month", "unit", "day", "weekday", "edge", "part", "today"):
        return RULES[atom.kind](reader, place)[:1]
    return []


def ranged(reader: Reader, found: list[Found]) -> list[Found]:
    """The dates read: an interval where إلى or a dash and another date follow (من الأحد 9 مارس إلى الثلاثاء 11 مارس), without
    value where every year has one.
    """
    if len(found) != 1 or found[0].last:
        return found
    if found[0].first.year and (others := years_again(reader, found[0])):
        return [*found, *others]
    one, every = found[0].first, reader.at(found[0].then)
    if every.kind == "every" and not one.explicit:
        return [found[0]._replace(first=Spot(unit="every"), end=every.end, then=every.then)]
    if one.weekday is not None and found[0].first == Spot(weekday=one.weekday):
        return weekdays(reader, found[0]) or found
    if one.unit == "day" and comes_from(reader, token_at(reader.tokens, found[0].start)):
        return joined(reader, found, ("to",)) or found
    if new_month(reader, found[0]):
        return joined(reader, found, ("and",)) or found
    plain = (one.weekday is None or one.day is not None) and (one.day is not None or one.explicit or one.month is not None)
    joints = ("to", *DASHES) if one.day is not None and one.weekday is None else ("to",)
    return (joined(reader, found, joints) if plain and one.unit == "" else []) or found


def parted(reader: Reader, found: list[Found]) -> list[Found]:
    """The dates read: two where something is moved from one to the other: تأجيل القمة من 3 إلى 9 مايو."""
    whole = found[0] if found else None
    if whole is None or whole.last is None or len(found) > 1:
        return found
    first = token_at(reader.tokens, whole.start)
    joint = next((at for at in range(first + 1, whole.then) if reader.at(at).kind == "to"), None)
    if joint is None or not is_moved(reader, first):
        return found
    last = reader.at(joint).then
    before, after = reader.tokens.ends[joint - 1], reader.tokens.starts[last]
    one = whole.first if whole.first.year or whole.first.step else whole.first._replace(near=True)
    return [Found(one, None, whole.start, before, joint), Found(whole.last, None, after, whole.end, whole.then)]


def is_moved(reader: Reader, first: int) -> bool:
    """Whether something is moved from the day at `first`: تأجل من | 3، نقل موعد القمة المقررة في | 3; not عقد من | 3."""
    tokens = reader.tokens
    if not comes_from(reader, first) and moving_words("set").isdisjoint(tokens.keys[max(0, first - SET_REACH) : first]):
        return False
    dated = False
    for at in range(first - 2, max(-1, first - 2 - MOVED_REACH), -1):
        if tokens.kinds[at] & lexicon.SENTENCE_END:
            return False
        dated = dated or tokens.keys[at] in moving_words("date")
        if tokens.keys[at] in moving_words("moved") or (dated and tokens.keys[at] in moving_words("moves")):
            return True
    return False


def years_again(reader: Reader, found: Found) -> list[Found]:
    """أغسطس 2013 و2014، 17 مارس 2013 و2014: the same month or day of the years that و joins."""
    others: list[Found] = []
    joint, spot = reader.at(found.then), found.first
    while spot.month and not spot.hijri and joint.kind == "and":
        year = reader.at(joint.then)
        if year.kind != "digits" or not is_year(year.number) or counted(reader, year.then):
            break
        others.append(Found(spot._replace(year=year.number), None, year.start, year.end, year.then))
        joint = reader.at(year.then)
    return others


def new_month(reader: Reader, found: Found) -> bool:
    """Whether the first day of the next month follows the last one of a month: 30 أبريل و1 مايو."""
    spot, joint = found.first, reader.at(found.then)
    other = day_at(reader, joint.then) if joint.kind == "and" and spot.day and spot.month and not spot.hijri else []
    follows = len(other) == 1 and other[0].first.day == 1 and other[0].first.month == (spot.month or 0) % 12 + 1
    return follows and other[0].last is None and spot.day == days_in(spot.year or other[0].first.year or LEAP, spot.month or 0)


def weekdays(reader: Reader, found: Found) -> list[Found]:
    """من الاثنين إلى الجمعة، من الاثنين وحتى يوم الجمعة: from one weekday to another."""
    behind = after_joint(reader, found.then, ("to",))
    place = reader.skip(behind, "day")
    if behind == found.then or reader.at(place).kind != "weekday":
        return []
    last = weekday(reader, place)[0]
    return [last._replace(first=found.first, last=last.first, start=found.start)] if last.last is None else []


def nothing(reader: Reader, place: int) -> list[Found]:  # noqa: ARG001
    """No date."""
    return []


def figures(reader: Reader, place: int) -> list[Found]:
    """A date that begins with a number in figures."""
    return day_under_dateline(reader, place) or day_at(reader, place) or counted_months(reader, place) or bare_year(reader, place)


def day_under_dateline(reader: Reader, place: int) -> list[Found]:
    """القدس 15-7 (وكالة): day and month in figures between a city and its agency."""
    found = short_date(reader, place) if place and reader.tokens.kinds[place - 1] & lexicon.CITY else []
    return found if found and reader.at(found[0].then).kind == "(" else []


def month_told_first(reader: Reader, place: int) -> list[Found]:
    """فبراير 12, 2021: a month before its day and year, as English has it; else a month."""
    month, day = reader.at(place), reader.at(reader.at(place).then)
    comma = reader.at(day.then)
    year = reader.at(comma.then)
    if (day.kind, comma.kind, year.kind) == ("digits", "comma", "digits") and is_year(year.number) and month.number <= DECEMBER:
        spot = Spot(year.number, month.number, day.number)
        if exists(year.number, month.number, day.number) and day.number:
            return [Found(spot, None, month.start, year.end, year.then)]
    return month_alone(reader, place)


def numeral(reader: Reader, place: int) -> list[Found]:
    """A date that begins with a number in words; none of days in the feminine: الأشهر الثلاثة من يناير."""
    feminine = is_definite(reader, place) and reader.tokens.keys[reader.at(place).then - 1].endswith(TA_MARBUTA)
    return ([] if feminine else dated_days(reader, place)) or counted_months(reader, place)


# So far before the first of two days stands what moves something from one to the other, and what tells that it was set for it.
MOVED_REACH, SET_REACH = 14, 4
# A definite word this long in ين or ان may be two of its kind.
LONG_WORD = 6


# A year that has every day.
LEAP = 2000
Rule = Callable[[Reader, int], list[Found]]
RULES: dict[str, Rule] = {
    "part": day_part, "day": opened_days, "days": opened_days, "weekday": weekday, "today": relative_day,
    "digits": figures, "number": numeral, "other": dotted_date, "month": month_told_first, "unit": unit, "list": listed,
    "this": this_unit, "same": same_unit, "pair": pair, "ago": ago, "edge": edge, "share": share, "months": first_months,
    "eve": feast, "feast": feast_alone, "first_day": counted_day,
    "same_part": same_part, "decade": decade, "season": season, "between": between, "period": period,
}  # fmt: skip
EDGED = {"month", "unit", "this", "decade", "day", "weekday", "today"}
PART_RULES: dict[str, Rule] = {
    "day": opened_days, "weekday": weekday, "bare_weekday": weekday, "today": relative_day, "digits": day_at,
    "number": day_at, "this": this_unit, "unit": unit,
}  # fmt: skip


def is_two(reader: Reader, place: int) -> bool:
    """Whether the word for Monday means two: القياديان الاثنان، إن الاثنين متهمان."""
    before, kind = (reader.tokens.keys[place - 1], reader.tokens.kinds[place - 1]) if place else ("", 0)
    return bool(kind & lexicon.THAT) or (
        is_definite(reader, place - 1) and before.endswith((DUAL, OBLIQUE)) and len(before) > LONG_WORD
    )


def is_named(reader: Reader, place: int, found: Found) -> bool:
    """Whether a day is the name of what stands before it: شارع 7 نيسان، صلاة الجمعة، كلا الاثنين."""
    spot, before = found.first, reader.key_before(place)
    if found.last is not None or spot.explicit or spot.step is not None:
        return False
    if spot == Spot(weekday=1) and is_two(reader, place):
        return True
    return before in guards()["named_for" if spot.day else "of_weekday"] and bool(spot.day or spot.weekday or spot.month)


@kept
def read_dates(tokens: Tokens) -> tuple[Found, ...]:
    """Every date expression of a text in order, not yet resolved."""
    return tuple(dates_read(tokens))


def dates_read(tokens: Tokens) -> Iterator[Found]:
    """The same, one after the other."""
    reader, done = Reader(tokens), 0
    for index in sorted({*words_of(tokens, lexicon.NUMBER), *words_where(tokens, wakes().__contains__)}):
        rule = RULES.get(reader.at(index).kind) if index >= done else None
        found = parted(reader, ranged(reader, rule(reader, index))) if rule else []
        if not (found and is_named(reader, index, found[0])):
            yield from found
        done = found[-1].then if found else done
