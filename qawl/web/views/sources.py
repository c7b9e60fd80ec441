"""Sources: the outlets with their feeds and notes, and what could not be read."""

from __future__ import annotations

from itertools import islice

from starlette.requests import Request
from starlette.responses import Response

from qawl.web.rendering import page

MOST = 100  # failures that are listed


def list_sources(request: Request) -> Response:
    """All outlets, and the newest failures."""
    with request.app.state.shelf.library() as library:
        outlets, failed = library.outlets(), list(islice((one for one in library.sources() if one.code), MOST))
    return page(request, "sources.html", outlets=outlets, failed=failed)
