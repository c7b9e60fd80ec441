"""An encounter over all pages that tell it: how it went from page to page, who comes, where pages differ and who says so."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from qawl.show.facts import PARTS
from qawl.web.rendering import page


def show_event(request: Request) -> Response:
    """The encounter that a page tells."""
    with request.app.state.shelf.library() as library:
        course = library.course(request.path_params["capture"], request.path_params["id"])
    moving = {(step.page.capture, step.event) for step in course.moves}
    return page(request, "event.html", course=course, moving=moving, parts=PARTS)
