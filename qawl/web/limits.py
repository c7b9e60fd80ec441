"""How much of a request is read: what is larger than any of ours is not answered."""

from __future__ import annotations

from starlette.requests import Request

from qawl.web.refusing import Refused

ADDRESS = 40_000  # bytes of a path with its query: a quotation of 5,000 letters, six bytes each, and a little more
PARAMETERS = 200  # of a query
HEADERS = 16_384  # bytes of all headers
BODY = 65_536  # bytes that come where nobody asked for any


async def bounded(request: Request) -> None:
    """Raises `Refused` where the head of a request is larger than any of ours, or a body comes that nobody asked for."""
    path, query = request.scope.get("raw_path") or request.url.path.encode(), request.scope["query_string"]
    if len(path) + len(query) > ADDRESS or query.count(b"&") >= PARAMETERS:
        raise Refused(414, "address_long")
    if sum(len(name) + len(value) for name, value in request.scope["headers"]) > HEADERS:
        raise Refused(431, "headers_large")
    if request.method in ("GET", "HEAD"):
        no_more_than(BODY, request)


def no_more_than(most: int, request: Request) -> None:
    """Raises `Refused` (413) where a request says that so many bytes and more are to come."""
    said = request.headers.get("content-length", "0")
    if not said.isdecimal() or len(said) > len(str(most)) or int(said) > most:
        raise Refused(413, "too_large")
