"""The agenda: encounters by month or as a list, who comes, who stays away, who says so and why; and as a calendar."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import Any, get_args

from starlette.datastructures import QueryParams
from starlette.requests import Request
from starlette.responses import Response

from qawl.export.calendar import calendar_parts, kept_appointments
from qawl.library.asking.agenda import Wanted, is_undated
from qawl.library.asking.courses import Course
from qawl.model import EventStatus
from qawl.show.facts import PARTS
from qawl.web.months import beside, first_weekday, month_of
from qawl.web.rendering import page
from qawl.web.settings import settings_of
from qawl.web.tags import is_known, tag_of, tagged, unchanged

DAY = re.compile(r"[12]\d{3}(-(0[1-9]|1[0-2])(-\d\d)?)?", re.ASCII)
MONTH = re.compile(r"[12]\d{3}-(0[1-9]|1[0-2])", re.ASCII)
PAGE = 60  # encounters of a list
LOOSE = 10  # encounters without a day that stand below it
STATUSES: tuple[EventStatus, ...] = get_args(EventStatus)


def list_agenda(request: Request) -> Response:
    """The encounters that are wanted: a month of them, or where filters are given a list of all days."""
    given = request.query_params
    asked, wanted = asked_of(given), wanted_of(given)
    if given.get("view") == "undated":
        return undated(request, asked, wanted)
    is_list = given.get("view") == "list" or (asked and given.get("view") != "month" and not given.get("month"))
    return listed(request, asked, wanted) if is_list else month(request, asked, wanted)


def month(request: Request, asked: dict[str, str], wanted: Wanted) -> Response:
    """The calendar page of a month: the one that is named, else the one in which or before which something is on."""
    given = request.query_params.get("month", "")
    with request.app.state.shelf.library() as library:
        months = library.months(given if MONTH.fullmatch(given) else None, f"{today():.7}")
        courses = library.agenda(wanted_of(asked, since=months.month, until=months.month))
    return show(
        request,
        "month",
        asked,
        wanted,
        months=months,
        beside=beside(months.month),
        courses=courses,
        month=month_of(months.month, courses, first_weekday(settings_of(request))),
        today=today(),
    )


def listed(request: Request, asked: dict[str, str], wanted: Wanted) -> Response:
    """All that is wanted: what comes from today on, then what is over, the newest first, then what has no day.

    Between days that are given it is by date, and what has no day is left out.
    """
    start = number(request.query_params.get("start", ""))
    loose: list[Course] = []
    with request.app.state.shelf.library() as library:
        if wanted.since or wanted.until:
            coming, past = library.agenda_part(wanted, PAGE + 1, start), []
        else:
            coming = library.agenda_part(wanted_of(asked, since=today()), PAGE) if not start else []
            past = library.agenda_part(wanted_of(asked, over=today()), PAGE + 1, start, newest_first=True)
            loose = library.agenda_part(wanted_of(asked, undated=True), LOOSE + 1) if not start else []
    more = len(past or coming) > PAGE
    found = {"coming": coming[:PAGE], "past": past[:PAGE], "loose": loose[:LOOSE], "more_loose": len(loose) > LOOSE}
    return show(request, "list", asked, wanted, start=start, size=PAGE, more=more, **found)


def undated(request: Request, asked: dict[str, str], wanted: Wanted) -> Response:
    """What has no day of a known year."""
    start = number(request.query_params.get("start", ""))
    with request.app.state.shelf.library() as library:
        found = library.agenda_part(wanted_of(asked, undated=True, since=None, until=None), PAGE + 1, start)
    shown = {"coming": found[:PAGE], "past": [], "loose": [], "more_loose": False}
    return show(request, "undated", asked, wanted, start=start, size=PAGE, more=len(found) > PAGE, **shown)


def show(request: Request, view: str, asked: dict[str, str], wanted: Wanted, **found: Any) -> Response:
    """One of the three views, with what may be asked of each."""
    return page(
        request,
        "month.html" if view == "month" else "agenda.html",
        view=view,
        asked=asked,
        wanted=wanted,
        statuses=STATUSES,
        parts=PARTS,
        is_undated=is_undated,
        **found,
    )


def calendar(request: Request) -> Response:
    """The same as iCalendar, to be subscribed to; nothing where the subscriber has it already."""
    lang = settings_of(request).lang
    with request.app.state.shelf.library() as library:
        tag = tag_of(request, library.revision(), lang)
        if is_known(request, tag):
            return unchanged(tag)
        data = b"".join(calendar_parts(kept_appointments(library, wanted_of(request.query_params)), lang))
    return tagged(Response(data, media_type="text/calendar; charset=utf-8"), tag)


def asked_of(given: QueryParams) -> dict[str, str]:
    """The filters that an address has; what is no day and no status is none."""
    asked = {name: given[name].strip() for name in ("who", "absent") if given.get(name, "").strip()}
    asked |= {name: given[name] for name in ("since", "until") if DAY.fullmatch(given.get(name, ""))}
    return asked | ({"status": given["status"]} if given.get("status") in STATUSES else {})


def wanted_of(given: Any, **more: Any) -> Wanted:
    """Which encounters filters ask for."""
    asked = asked_of(given)
    fields = {
        "since": asked.get("since"),
        "until": asked.get("until"),
        "status": (asked["status"],) if "status" in asked else (),
        "absent": "absent" in asked,
        "who": asked.get("who"),
    }
    return Wanted(**{**fields, **more})


def number(given: str) -> int:
    """A place in a list."""
    return int(given) if given.isdecimal() and len(given) < 8 else 0


def today() -> str:
    """The day that it is, in UTC."""
    return datetime.now(UTC).date().isoformat()
