"""The agenda: encounters by date, who comes, who stays away, who says so and why; and as a calendar."""

from __future__ import annotations

import re

from starlette.requests import Request
from starlette.responses import Response

from qawl.export.calendar import calendar_parts, kept_appointments
from qawl.library.asking.agenda import Wanted, is_undated
from qawl.show.agenda import in_order
from qawl.show.entries import kept_entry
from qawl.show.facts import PARTS, Facts
from qawl.web.rendering import page
from qawl.web.settings import settings_of

DAY = re.compile(r"\d{4}(-\d\d){0,2}")


def list_agenda(request: Request) -> Response:
    """The encounters that are wanted, those with a day first."""
    wanted = wanted_of(request)
    with request.app.state.shelf.library() as library:
        courses = library.agenda(wanted)
    entries = in_order(map(kept_entry, courses))
    pages = {course.encounter: course.page for course in courses}
    return page(
        request,
        "agenda.html",
        wanted=wanted,
        dated=[one for one in entries if not is_undated(one.event.when)],
        undated=[one for one in entries if is_undated(one.event.when)],
        pages=pages,
        parts=PARTS,
        facts=Facts(settings_of(request).lang, None, {}),
    )


def calendar(request: Request) -> Response:
    """The same as iCalendar, to be subscribed to."""
    with request.app.state.shelf.library() as library:
        data = b"".join(calendar_parts(kept_appointments(library, wanted_of(request)), settings_of(request).lang))
    return Response(data, media_type="text/calendar; charset=utf-8")


def wanted_of(request: Request) -> Wanted:
    """Which encounters the address asks for; what is no day is not asked."""
    given = request.query_params
    since, until = (given.get(name, "") if DAY.fullmatch(given.get(name, "")) else None for name in ("since", "until"))
    return Wanted(since=since, until=until, absent=bool(given.get("absent")))
