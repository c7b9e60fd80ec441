"""What proves a statement, to take along: the evidence file, the bytes of the page, its source as it came."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from qawl.export.pack import packed
from qawl.web.rendering import page

LONGEST = 1_000_000  # characters of a source that a page shows; the file has all
# A file from elsewhere is saved and never shown; where a browser shows it all the same, it may do nothing.
APART = {"Content-Security-Policy": "default-src 'none'; sandbox"}


def evidence_file(request: Request) -> Response:
    """All that proves a statement, as one file that `qawl verify` checks."""
    capture, id = request.path_params["capture"], request.path_params["id"]
    with request.app.state.shelf.library() as library:
        evidence = library.evidence(f"{capture}:{id}")
    return saved(packed(evidence), f"{evidence.statement.id}.qawl.zip", "application/zip")


def captured_bytes(request: Request) -> Response:
    """The bytes of a page as they came, to be saved."""
    capture = request.path_params["capture"]
    with request.app.state.shelf.library() as library:
        original = library.original(capture)
    return saved(original.data, f"{capture[:16]}.bin", "application/octet-stream")


def show_source(request: Request) -> Response:
    """The source of a page as it came, as plain text, marked between the code points ``from`` and ``to`` of the address."""
    capture = request.path_params["capture"]
    with request.app.state.shelf.library() as library:
        record = library.seen(capture)
        original = library.original(capture)
    source = original.text[:LONGEST]
    start, end = (place(request.query_params.get(name, ""), len(source)) for name in ("from", "to"))
    return page(
        request,
        "source.html",
        capture=capture,
        document=record.document,
        size=len(original.data),
        left=len(original.text) - len(source),
        before=source[:start],
        marked=source[start : max(start, end)],
        behind=source[max(start, end) :],
    )


def place(given: str, longest: int) -> int:
    """A place of a source; 0 where none is given."""
    return min(int(given), longest) if given.isascii() and given.isdecimal() and len(given) < 12 else 0


def saved(data: bytes, name: str, kind: str) -> Response:
    """A file to be saved under a name."""
    return Response(data, media_type=kind, headers={"Content-Disposition": f'attachment; filename="{name}"', **APART})
