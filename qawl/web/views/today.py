"""Today: what was said on the newest day of the library or on the day that is chosen, what moved, what comes, what failed."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from qawl.library.asking.agenda import Wanted
from qawl.web.months import days_of
from qawl.web.rendering import page

AHEAD = timedelta(days=13)  # behind the day itself: fourteen days in all
# How pages are added in the shell.
WAYS = ("qawl add https://example.org/news.html", "qawl add pages/", "qawl watch https://example.org/feed.xml")
MOST_COMING = 12
MOST_FAILED = 6


def show_today(request: Request) -> Response:
    """A day of the news; who comes with a search is led to the statements."""
    if "text" in request.query_params:
        return RedirectResponse(f"/statements?{request.url.query}", status_code=307)
    with request.app.state.shelf.library() as library:
        found = library.day(whole_day(request.query_params.get("day", "")), until=tomorrow())
        coming = library.agenda(Wanted(since=found.day, until=ahead(found.day))) if found.day else []
        coming = [one for one in coming if days_of(one.event.when)]
        failed = library.failed_lately(MOST_FAILED)
        failing = [feed for feed in library.feeds() if feed.failures]
        pages = library.count("pages")
    return page(
        request,
        "today.html",
        found=found,
        pages=pages,
        ways=[f"{way} --library {request.app.state.shelf.folder}" for way in WAYS],
        clock=datetime.now(UTC).date().isoformat(),
        coming=coming[:MOST_COMING],
        left=len(coming) - len(coming[:MOST_COMING]),
        failed=failed,
        failing=failing[:MOST_FAILED],
    )


def whole_day(given: str) -> str | None:
    """An ISO day; what is none is not asked."""
    try:
        return date.fromisoformat(given).isoformat()
    except ValueError:
        return None


def ahead(day: str) -> str:
    """The last of the fourteen days that begin with one."""
    return (date.fromisoformat(day) + AHEAD).isoformat()


def tomorrow() -> str:
    """The day after this one in UTC: somewhere it has begun."""
    return (datetime.now(UTC) + timedelta(days=1)).date().isoformat()
