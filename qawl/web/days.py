"""Days, times and numbers as a reader wants them: in words of his language, with his names of months and his digits.

A value keeps its precision: a month stays a month, and of a day without a year it is said that the year is not stated.
"""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from markupsafe import Markup, escape

from qawl.arabic.dates.month import month_names
from qawl.arabic.letters import arabic_digits
from qawl.web.settings import Settings
from qawl.web.words import word

# An end of a place in time, as the record has it, without its time of day: 2010-02-02, 2010-02, 2010, --02-02, --02.
END = re.compile(r"(?P<year>\d{4}|-)(?:-(?P<month>0[1-9]|1[0-2])(?:-(?P<day>0[1-9]|[12]\d|3[01]))?)?")
TIME = re.compile(r"\d{4}-\d\d-\d\d[T ](?P<clock>\d\d:\d\d)(?::\d\d(?:[.,]\d+)?)?(?P<zone>Z|[+-]\d\d(?::?\d\d)?)?")
DAY = 10  # letters of a time that are its day
TWICE = ("SY", "EG")  # whose names a month has where it is named twice


class Place(NamedTuple):
    """What an end of a place in time tells; what it does not is None."""

    value: str
    year: int | None
    month: int | None
    day: int | None


def day_markup(value: str, settings: Settings, weekday: bool = False) -> Markup:
    """A place in time for people, each end in a `<time>` that tells machines the same; what is no place in time stays as it is."""
    ends = [place_of(end[:DAY]) for end in value.split("/")]
    match [end for end in ends if end]:
        case [one] if len(ends) == 1:
            return marked(one, said(one, settings, weekday)) + year_missing(one, settings)
        case [first, last] if len(ends) == 2:
            return interval(first, last, settings, weekday) + year_missing(last, settings)
        case _:
            return escape(value)


def day_text(value: str, settings: Settings, weekday: bool = False) -> str:
    """The same as text."""
    return day_markup(value, settings, weekday).striptags()


def moment_markup(value: str, settings: Settings) -> Markup:
    """A time: its day, and its hour as the clock stood where it was written. Where it has no hour, a day."""
    found = TIME.fullmatch(value)
    if not found:
        return day_markup(value, settings)
    clock = written(found["clock"] + zone(found["zone"]), settings)
    day, comma = day_text(value, settings), word(settings.lang, "comma")
    return Markup('<time datetime="{}">{}{} <bdi dir="ltr">{}</bdi></time>').format(value.replace(" ", "T"), day, comma, clock)


def number_text(value: float, settings: Settings) -> str:
    """A number with its thousands parted."""
    return written(f"{value:,}" if isinstance(value, int) else f"{value:,.15g}", settings)


def percent_markup(value: float, settings: Settings) -> Markup:
    """A share in percent, which reads in the direction of its digits."""
    text = written(f"{value:.15g}%", settings)
    return Markup('<bdi dir="{}">{}</bdi>').format("ltr" if text.isascii() else "rtl", text)


def written(number: str, settings: Settings) -> str:
    """A number, with its digits as they are wanted."""
    return arabic_digits(number) if settings.digits == "arabic" and settings.lang == "ar" else number


def place_of(end: str) -> Place | None:
    """An end of a place in time; None for what is none."""
    found = END.fullmatch(end)
    if not found or end == "-":
        return None
    year, month, day = (int(part) if (part := found[name] or "").isdecimal() else None for name in ("year", "month", "day"))
    return Place(end, year, month, day)


def marked(place: Place, text: str) -> Markup:
    """Words for an end, with the end itself for machines; HTML has no way to write a month without a year."""
    if place.year is None and place.day is None:
        return escape(text)
    return Markup('<time datetime="{}">{}</time>').format(place.value, text)


def said(place: Place, settings: Settings, weekday: bool = False, than: Place | None = None) -> str:
    """An end in words; of what it has in common with the later end `than`, nothing."""
    same_year = than is not None and than.year == place.year
    same_month = same_year and than is not None and than.month == place.month and place.day is not None
    parts = (
        weekday_of(place, settings) if weekday else "",
        "" if place.day is None else written(str(place.day), settings),
        "" if place.month is None or same_month else month_name(place.month, settings),
        "" if place.year is None or (same_year and place.month is not None) else written(str(place.year), settings),
    )
    return " ".join(filter(None, parts))


def interval(first: Place, last: Place, settings: Settings, weekday: bool) -> Markup:
    """From one end to another, what both have in common once."""
    begun, ended = said(first, settings, weekday, than=last), said(last, settings, weekday)
    key = "interval.numbers" if begun.isdecimal() else "interval.days"
    return Markup(word(settings.lang, key)).format(marked(first, begun), marked(last, ended))


def year_missing(place: Place, settings: Settings) -> Markup:
    """That the year is not stated, where it is not."""
    return (
        Markup(' <span class="note">({})</span>').format(word(settings.lang, "year_not_stated")) if place.year is None else Markup()
    )


def weekday_of(place: Place, settings: Settings) -> str:
    """The name of the day of the week with what stands between it and the day; nothing where no such day is known."""
    if place.year is None or place.month is None or place.day is None:
        return ""
    try:
        number = date(place.year, place.month, place.day).isoweekday()
    except ValueError:  # 2010-02-30
        return ""
    return word(settings.lang, f"weekday.{number}")


def month_name(month: int, settings: Settings) -> str:
    """The name of a month where the reader lives; in English there is one."""
    if settings.lang == "en":
        return word("en", f"month.{month}")
    regions = TWICE if settings.months == "both" else (settings.months.upper(),)
    return "/".join(month_names(region)[month - 1] for region in regions)


def zone(offset: str | None) -> str:
    """A time zone as people read it; nothing where the page names none."""
    return "" if not offset else " UTC" if offset == "Z" else f" UTC{offset}"
