"""Dates as machines write them, and as a page shows them: `3 مايو/أيار 2021`, `2021/05/03`, beside a Hijri day."""

from __future__ import annotations

import re
from datetime import date, datetime
from email.utils import parsedate_to_datetime
from functools import cache

from qawl.arabic.letters import fold
from qawl.tables import table

_YEARS = r"(?:19|20)\d\d"
_ISO = re.compile(
    r"(\d{4}-\d\d-\d\d)(?:[T ]+(\d\d:\d\d(?::\d\d)?(?:[.,]\d+)?))?\s*(Z|[+-]\d\d(?::?\d\d)?)?\s*([A-Z]{3,5})?$", re.I
)
_NUMERIC = re.compile(
    rf"(?<!\d)(?:(?P<y>{_YEARS})(?P<s>[-/.])(?P<m>\d\d?)(?P=s)(?P<d>\d\d?)"
    rf"|(?P<d2>\d\d?)(?P<s2>[-/.])(?P<m2>\d\d?)(?P=s2)(?P<y2>{_YEARS}))(?!\d)"
)


def iso_time(value: object) -> str | None:
    """An ISO day or time as it is written, a zone as `+03:00`; None where it is neither or no day of the calendar."""
    if not isinstance(value, str):
        return None
    match = _ISO.match(value.strip())
    text = _joined(*match.groups()) if match else _mail_time(value)
    return text if text and _is_time(text) else None


def _joined(day: str, clock: str | None, zone: str | None, named: str | None) -> str:
    """Day, clock and zone as one ISO time; a clock whose zone is only a name says nothing, and the day stays."""
    zone = (zone or "").upper()
    if len(zone) in (3, 5):
        zone = f"{zone[:3]}:{zone[3:] or '00'}"
    return f"{day}T{clock}{zone}" if clock and not named else day


def _mail_time(value: str) -> str | None:
    """`Tue, 17 Mar 2020 17:27:41 +0300`, as some pages write it."""
    try:
        return parsedate_to_datetime(value).isoformat()
    except ValueError:
        return None


def _is_time(text: str) -> bool:
    try:
        datetime.fromisoformat(text.replace(",", "."))
    except ValueError:
        return False
    return True


@cache
def _months() -> dict[str, int]:
    rows = [row for row in table("months.tsv") if row["calendar"] == "gregorian"]
    return {fold(row["form"]): int(row["number"]) for row in rows}


@cache
def _worded() -> re.Pattern[str]:
    names = "|".join(sorted(_months(), key=lambda name: (-len(name), name)))
    second = rf"(?:\s*[/(-]\s*(?:{names})\)?)?"
    return re.compile(
        rf"(?<![\d:])(?P<d>\d\d?)\s*(?:-\s*)?(?P<m>{names}){second}\s*[،,]?\s*(?:\w+ )?(?P<y>{_YEARS})(?!\d)"
        rf"|(?<!\w)(?P<m2>{names}){second}\s+(?P<d2>\d\d?)\s*[،,]\s*(?P<y2>{_YEARS})(?!\d)"
    )


def visible_date(text: str) -> str | None:
    """The first whole Gregorian date of a text, day, month and year, as `2021-05-03`."""
    folded = fold(text)
    found = [match for match in (_NUMERIC.search(folded), _worded().search(folded)) if match and _day(match)]
    if not found:
        return None
    match = min(found, key=lambda match: match.start())
    return _day(match)


def _day(match: re.Match[str]) -> str | None:
    groups = match.groupdict()
    month = groups["m"] or groups["m2"]
    number = int(month) if month.isdigit() else _months()[month]
    day = int(groups["d"] or groups["d2"])
    if number > 12:
        number, day = day, number
    try:
        return date(int(groups["y"] or groups["y2"]), number, day).isoformat()
    except ValueError:
        return None
