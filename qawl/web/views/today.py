"""Today: what was said on the newest day of the library, or on the day that is chosen."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from qawl.web.rendering import page

DAY = re.compile(r"\d{4}-\d\d-\d\d")


def show_today(request: Request) -> Response:
    """A day of the news; who comes with a search is led to the statements."""
    if "text" in request.query_params:
        return RedirectResponse(f"/statements?{request.url.query}", status_code=307)
    given = request.query_params.get("day", "")
    with request.app.state.shelf.library() as library:
        found = library.day(given if DAY.fullmatch(given) else None, until=tomorrow())
    return page(request, "today.html", found=found)


def tomorrow() -> str:
    """The day after this one in UTC: somewhere it has begun."""
    return (datetime.now(UTC) + timedelta(days=1)).date().isoformat()
