"""Sources: the outlets with what is noted of them, the feeds that are watched, and what could not be read."""

from __future__ import annotations

from functools import partial

from starlette.requests import Request
from starlette.responses import Response

from qawl.web.rendering import page, query
from qawl.web.settings import settings_of
from qawl.web.signing import keep_reviewer, reviewer_of
from qawl.web.views.adding import reason
from qawl.web.writing import Form, changes, led_to

MOST = 100  # failures that are listed


def list_sources(request: Request) -> Response:
    """All outlets, all feeds, and the last failures; an outlet that is asked for by name can be noted of."""
    with request.app.state.shelf.library() as library:
        outlets, feeds, failed = library.outlets(), library.feeds(), library.failed_lately(MOST)
        failures = sum(1 for _ in library.failures())
    return page(
        request,
        "sources.html",
        outlets=outlets,
        feeds=feeds,
        failures=failures,
        failed=failed,
        named=request.query_params.get("note"),
        reviewer=reviewer_of(request),
        reason=partial(reason, lang=settings_of(request).lang),
    )


@changes()
def note_outlet(request: Request, form: Form) -> Response:
    """Note something of an outlet; who notes it is asked for where it is not known."""
    outlet, who = form.text("outlet"), form.text("who") or reviewer_of(request)
    if not who:
        return led_to(f"/sources?{query({'note': outlet})}#note")
    with request.app.state.shelf.library() as library:
        library.note_outlet(outlet, form.text("note"), who=who)
    answer = led_to("/sources")
    keep_reviewer(answer, who)
    return answer
