"""Quality: what was measured, what the bands rest on, where it is weak, and the licences and versions of what is here."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from qawl.library.schema import VERSION as LIBRARY_SCHEMA
from qawl.model import EXTRACTOR, SCHEMA
from qawl.web.quality import bands, credits, figures, libraries, measures, weakest
from qawl.web.quality import library as library_of
from qawl.web.rendering import page


def show_quality(request: Request) -> Response:
    """All of it."""
    with request.app.state.shelf.library() as library:
        made_by = library.store.fact("made_by")
    return page(
        request,
        "quality.html",
        measured=max(one.measured for one in figures()),
        overall=measures("overall"),
        parts={part: measures(part) for part in ("agenda", "done", "forms", "golden", "outlets")},
        weakest=weakest(),
        bands=bands(),
        licence=library_of("qawl").licence,
        credits=credits(),
        libraries=libraries(),
        versions={"extractor": EXTRACTOR, "record": SCHEMA, "library": LIBRARY_SCHEMA, "made_by": made_by},
    )
