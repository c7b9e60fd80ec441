"""Sources: the outlets with what is noted of them, the feeds that are watched, and what could not be read."""

from __future__ import annotations

from functools import partial
from itertools import islice

from starlette.requests import Request
from starlette.responses import Response

from qawl.web.rendering import page
from qawl.web.settings import settings_of
from qawl.web.views.adding import reason
from qawl.web.writing import Form, changes, led_to

MOST = 100  # failures that are listed


def list_sources(request: Request) -> Response:
    """All outlets, all feeds, and the first failures; an outlet that is asked for by name can be noted of."""
    named = request.query_params.get("note")
    with request.app.state.shelf.library() as library:
        outlets, feeds = library.outlets(), library.feeds()
        failed = list(islice((one for one in library.sources() if one.code), MOST))
    lang = settings_of(request).lang
    return page(
        request, "sources.html", outlets=outlets, feeds=feeds, failed=failed, named=named, reason=partial(reason, lang=lang)
    )


@changes()
def note_outlet(request: Request, form: Form) -> Response:
    """Note something of an outlet."""
    with request.app.state.shelf.library() as library:
        library.note_outlet(form.text("outlet"), form.text("note"), who=form.text("who"))
    return led_to("/sources")
