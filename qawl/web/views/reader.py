"""The reader: the text of a page with its statements marked, and a card beside it for each."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from qawl.show.facts import facts_of
from qawl.web.passages import paragraphs_of, title_pieces
from qawl.web.rendering import page
from qawl.web.settings import settings_of


def read_page(request: Request) -> Response:
    """The page of a capture."""
    capture = request.path_params["capture"]
    with request.app.state.shelf.library() as library:
        record = library.seen(capture)
        copies = [one for one in library.copies(capture) if one.page.capture != capture]
    document = record.document
    statements = (*record.title_statements, *record.statements)
    return page(
        request,
        "reader.html",
        capture=capture,
        document=document,
        record=record,
        statements=statements,
        title=title_pieces(document.title or "", record.title_statements),
        paragraphs=paragraphs_of(document, record.statements, len(record.title_statements)),
        facts=facts_of(record, settings_of(request).lang),
        copies=copies,
    )
