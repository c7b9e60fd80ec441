"""The reader: the text of a page with all that was found in it marked, and beside each paragraph the cards of what begins there."""

from __future__ import annotations

from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from qawl.library import Library
from qawl.show.facts import facts_of
from qawl.show.marks import find_layers
from qawl.web.guarding import FOR_EVER
from qawl.web.passages import LETTERS, paragraphs_of, title_pieces
from qawl.web.rendering import page
from qawl.web.settings import settings_of
from qawl.web.views.review import done_of

STEP, MOST = 50, 2_000  # statements of a page whose words light up by address alone, without a script

STANDS_OUT = "background: var(--content); border-radius: 0; box-shadow: 0 2px var(--accent), 0 -2px var(--accent);"


def read_page(request: Request) -> Response:
    """The page of a capture."""
    capture = request.path_params["capture"]
    with request.app.state.shelf.library() as library:
        record = library.seen(capture)
        copies = [one for one in library.copies(capture) if one.page.capture != capture]
        decided = decided_in(library, capture)
        done = done_of(library, request)
        note = library.outlet_note(record.document.outlet)
    document = record.document
    statements = (*record.title_statements, *record.statements)
    found = {"event": record.events, "action": record.actions, "relation": record.relations}
    findings = {f"{LETTERS[kind]}{number}": (kind, one) for kind, all in found.items() for number, one in enumerate(all, 1)}
    paragraphs = paragraphs_of(document, record.statements, len(record.title_statements), find_layers(record))
    placed = {key for one in paragraphs for key in one.first}
    return page(
        request,
        "reader.html",
        capture=capture,
        document=document,
        record=record,
        statements={str(number): one for number, one in enumerate(statements, 1)},
        findings=findings,
        elsewhere=[key for key in findings if key not in placed],
        title=title_pieces(document.title or "", record.title_statements),
        paragraphs=paragraphs,
        facts=facts_of(record, settings_of(request).lang),
        copies=copies,
        note=note,
        decided=decided,
        done=done,
        targets=min(-(-len(statements) // STEP) * STEP, MOST),
    )


def decided_in(library: Library, capture: str) -> dict[str, Any]:
    """The rows of the statements and encounters of a page that somebody decided about, by their ids."""
    where = "p.capture = ? AND f.decided IS NOT NULL"
    rows: list[Any] = [row for table in ("statements", "events") for row in library.rows(table, where, [capture])]
    return {row.id: row for row in rows}


def targets(request: Request) -> Response:
    """The style by which the words and the card of the statement that an address names (#t3, #s3) stand out, without a script."""
    upto = min(int(request.path_params["upto"]), MOST)
    words = ",\n".join(f'.reader:has(#t{n}:target, #s{n}:target) .m.content[data-s~="{n}"]' for n in range(1, upto + 1))
    return Response(f"{words or '.none'} {{ {STANDS_OUT} }}\n", media_type="text/css", headers={"Cache-Control": FOR_EVER})
