"""What went wrong, as a problem document (RFC 9457): status, code and a message that says what to do."""

from __future__ import annotations

from http import HTTPStatus
from typing import Annotated

from msgspec import Meta, Struct
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from qawl.library import LibraryError
from qawl.model import encode
from qawl.web.refusing import Refused
from qawl.web.words import word

MEDIA = "application/problem+json"
# Which status an error of the library has.
STATUS = {"not_found": 404, "ambiguous": 409, "suppressed": 410, "bad_value": 400, "locked": 503}
CODES = {404: "not_found", 405: "method_not_allowed"}


class Problem(Struct, frozen=True, kw_only=True):
    """What went wrong: ``title`` is the phrase of the status, ``detail`` says what is wrong and what to do, ``code`` names it."""

    type: str = "about:blank"
    title: str
    status: Annotated[int, Meta(ge=400, le=599)]
    code: str
    detail: str
    parameters: tuple[str, ...] = ()


class BadQuestion(Exception):
    """A request that cannot be answered as it is; ``parameters`` are those that are at fault."""

    def __init__(self, code: str, message: str, parameters: tuple[str, ...] = ()) -> None:
        super().__init__(code, message)
        self.code, self.message, self.parameters = code, message, parameters


def problem(status: int, code: str, detail: str, parameters: tuple[str, ...] = ()) -> Response:
    """The problem document of an error."""
    told = Problem(title=HTTPStatus(status).phrase, status=status, code=code, detail=detail, parameters=parameters)
    return Response(encode(told), status, media_type=MEDIA)


def of_library(_: Request, error: Exception) -> Response:
    """What is wrong with what was asked of the library."""
    assert isinstance(error, LibraryError)
    return problem(STATUS.get(error.code, 500), error.code, error.message)


def badly_asked(_: Request, error: Exception) -> Response:
    """What is wrong with the parameters."""
    assert isinstance(error, BadQuestion)
    return problem(400, error.code, error.message, error.parameters)


def of_http(request: Request, error: Exception) -> Response:
    """No such address, or no such method: nothing is written here."""
    assert isinstance(error, HTTPException)
    what = {404: f"{request.url.path} is no address of the API; /api lists them", 405: "the API only reads: ask with GET or HEAD"}
    found = problem(error.status_code, CODES.get(error.status_code, "error"), what.get(error.status_code, error.detail))
    found.headers.update(error.headers or {})
    return found


def of_refusal(_: Request, error: Exception) -> Response:
    """What is not answered at all: who asks may not enter, asks for too much, or comes when the library is busy."""
    assert isinstance(error, Refused)
    found = problem(error.status, error.key, word("en", error.key))
    found.headers.update(error.headers)
    return found


def failed(_: Request, error: Exception) -> Response:
    """Something that nobody foresaw; the server's log has more."""
    return problem(500, "failed", f"the answer could not be made ({type(error).__name__}); the server tells more")
