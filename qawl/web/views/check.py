"""Check a quotation: the statements nearest to it, what differs, and what turns the sense."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from qawl.show.checked import caution_line
from qawl.web.rendering import isolated_marks, page
from qawl.web.settings import settings_of

LONGEST = 5_000  # letters of a quotation


def check_quotation(request: Request) -> Response:
    """The nearest statements; without a quotation, where to paste it."""
    quotation = request.query_params.get("quotation", "").strip()[:LONGEST]
    if not quotation:
        return page(request, "check.html", quotation="", checked=None, cautions={})
    with request.app.state.shelf.library() as library:
        checked = library.check(quotation)
    lang = settings_of(request).lang
    cautions = {
        one.statement.id: [isolated_marks(caution_line(caution, lang), lang) for caution in one.cautions] for one in checked.nearest
    }
    return page(request, "check.html", quotation=quotation, checked=checked, cautions=cautions)
