"""A statement: its sentence in the page, all that is known of it and what is not, and every page that reports it."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from qawl.library import LibraryError
from qawl.model import Record, Statement
from qawl.web.citing import citation, fragment
from qawl.web.passages import context, title_pieces
from qawl.web.rendering import page


def show_statement(request: Request) -> Response:
    """The statement of a capture."""
    capture, id = request.path_params["capture"], request.path_params["id"]
    with request.app.state.shelf.library() as library:
        reported = library.reported(f"{capture}:{id}")
        record = library.seen(reported.told.page.capture)
    statement = statement_of(record, reported.told.statement.id)
    in_title = reported.told.statement.in_title
    return page(
        request,
        "statement.html",
        reported=reported,
        row=reported.told.statement,
        where=reported.told.page,
        document=record.document,
        statement=statement,
        in_title=in_title,
        number=reported.told.statement.number + 1,
        title=title_pieces(record.document.title or "", [statement]) if in_title else (),
        context=[] if in_title else context(record.document, statement),
        citations={lang: citation(reported.told, lang) for lang in ("ar", "en")},
        live=None if in_title else fragment(reported.told.page.url, record.document, statement),
    )


def statement_of(record: Record, id: str) -> Statement:
    """The statement with this id. Raises `LibraryError` (not_found) where the record has none."""
    for statement in (*record.title_statements, *record.statements):
        if statement.id == id:
            return statement
    raise LibraryError("not_found", f"the page has no statement {id}")
