"""An encounter over all pages that tell it: how it went from page to page, who comes, where pages differ and who says so."""

from __future__ import annotations

from collections.abc import Iterator

from starlette.requests import Request
from starlette.responses import Response

from qawl.library.asking.courses import Claim, Course
from qawl.show.courses import told_alike
from qawl.show.facts import PARTS
from qawl.web.rendering import page


def show_event(request: Request) -> Response:
    """The encounter that a page tells."""
    with request.app.state.shelf.library() as library:
        course = library.course(request.path_params["capture"], request.path_params["id"])
    moving = {(step.page.capture, step.event) for step in course.moves}
    return page(request, "event.html", course=course, moving=moving, parts=PARTS, claims=list(claims_of(course)))


def claims_of(course: Course) -> Iterator[tuple[str, list[tuple[str, list[list[Claim]]]]]]:
    """What is told against something else, then what some pages alone tell: each by field, alike ones together."""
    for heading, opposed in (("they_differ", True), ("told_by_some", False)):
        told = [(f"{one.field}", [claim for claim in one.claims if claim.opposed is opposed]) for one in course.differences]
        if found := [(field, told_alike(claims)) for field, claims in told if claims]:
            yield heading, found
