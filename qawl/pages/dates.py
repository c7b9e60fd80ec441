"""Dates as machines write them, and as a page shows them in a short line."""

from __future__ import annotations

import re
from datetime import datetime
from email.utils import parsedate_to_datetime

from qawl.arabic.dates.finding import find_visible_date

_ISO = re.compile(r"(\d{4}-\d\d-\d\d)(?:[T ]+(\d\d:\d\d(?::\d\d)?(?:[.,]\d+)?))?\s*(Z|[+-]\d\d(?::?\d\d)?)?\s*([A-Z]{3,5})?$", re.I)
_YEAR = re.compile(r"\d{4}")


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
    except (ValueError, OverflowError):
        return None


def _is_time(text: str) -> bool:
    try:
        datetime.fromisoformat(text.replace(",", "."))
    except ValueError:
        return False
    return True


def visible_date(text: str) -> str | None:
    """The first full date of a short text, day, month and year, as `2021-05-03`; a Gregorian one before a Hijri one."""
    found = find_visible_date(text) if _YEAR.search(text) else None
    return found.value if found else None
