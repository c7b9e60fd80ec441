"""Changes from the browser, only from these pages themselves: a form carries a field that no page elsewhere can know.

A view that changes something is decorated, gets the form that was sent, and ends by leading elsewhere:

    @changes()
    def decide(request: Request, form: Form) -> Response:
        with request.app.state.shelf.library() as library:
            ...  # form.text("verdict"), form.texts("flag"), form.file("page")
        return led_to(f"/page/{capture}")

    Route("/decide", decide, methods=["POST"])

and the template that leads to it writes the field into the form, `<form method="post" …>{{ form_field() }} …`; a macro of an
imported template is given `form_field` as an argument. A script sends the same form: `fetch(form.action, {method: "post", body:
new FormData(form)})`.

How it holds: a random number stands in a cookie that no other site's request carries and no script reads (SameSite=Strict,
HttpOnly); the field is that number and the session, signed with a key that this server alone has. Who has no cookie yet gets one
with the first form that he is shown, and until then can send nothing: a forged request of a reader who never opened a form has
neither. What says itself that it comes from elsewhere (`Sec-Fetch-Site`, `Origin`) is refused before anything of it is read.
"""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable
from functools import wraps
from hashlib import sha256
from hmac import compare_digest, new
from inspect import iscoroutinefunction
from secrets import token_urlsafe
from urllib.parse import urlsplit

from anyio import fail_after
from markupsafe import Markup
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData, UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import RedirectResponse, Response

from qawl.web.limits import no_more_than
from qawl.web.refusing import Refused

COOKIE, FIELD = "qawl_form", "form_token"
NUMBER = re.compile(r"[\w-]{43}", re.ASCII)
FORM = 256 * 1024  # bytes of a form
FIELDS, FILES = 200, 20  # of one form
SECONDS = 20.0  # that sending a form may take
HOME = ("same-origin", "none")  # whence a browser says that its own reader sent something


class Form:
    """What a form sent."""

    def __init__(self, sent: FormData) -> None:
        self.sent = sent
        self.kept: list[UploadFile] = []

    def text(self, name: str) -> str:
        """The text of a field, without space around it; empty where it was not sent."""
        return next(iter(self.texts(name)), "")

    def texts(self, name: str) -> list[str]:
        """The texts of all fields of this name, as they were sent."""
        return [value.strip() for value in self.sent.getlist(name) if isinstance(value, str)]

    def file(self, name: str) -> UploadFile | None:
        """A file that was sent; None where there was none. It is closed when the view has answered."""
        found = self.sent.get(name)
        return found if isinstance(found, UploadFile) and found.filename else None

    def taken(self, name: str) -> list[UploadFile]:
        """The files of this name. They stay open: whoever takes them closes them."""
        files = [value for value in self.sent.getlist(name) if isinstance(value, UploadFile)]
        self.kept = [one for one in files if one.filename]
        return self.kept

    async def close(self) -> None:
        """Close the files, but those that were taken."""
        for _, value in self.sent.multi_items():
            if isinstance(value, UploadFile) and value not in self.kept:
                await value.close()


View = Callable[[Request, Form], Response] | Callable[[Request, Form], Awaitable[Response]]


def changes(
    most: int = FORM, seconds: float = SECONDS, *, files: int = FILES, part: int = FORM
) -> Callable[[View], Callable[[Request], Awaitable[Response]]]:
    """A view that changes something: it is called with a form of `most` bytes at most, sent within `seconds`, from these pages.

    So many `files` may be sent, which are spooled to disk, and texts of `part` bytes each, which are not.

    Else it is not called, and `Refused` is raised: 403 for what is forged or too old, 413 for what is too large, 408 for what is
    too slow, 400 for what is no form. A view that is no coroutine runs in a thread of its own.
    """

    def guarded(view: View) -> Callable[[Request], Awaitable[Response]]:
        @wraps(view)
        async def change(request: Request) -> Response:
            from_here(request)
            if kept_number(request) is None:
                raise Refused(403, "form_old")  # before anything of it is kept on the disk
            form = Form(await form_of(request, most, seconds, files, min(part, most)))
            try:
                if not is_token(request, form.sent.get(FIELD)):
                    raise Refused(403, "form_old")
                return await _answer(view, request, form)
            finally:
                await form.close()

        return change

    return guarded


async def _answer(view: View, request: Request, form: Form) -> Response:
    if iscoroutinefunction(view):
        return await view(request, form)  # type: ignore[no-any-return]
    return await run_in_threadpool(view, request, form)  # type: ignore[arg-type]


def led_to(address: str) -> RedirectResponse:
    """Where the reader finds what he has changed: asked for anew, so that loading it again changes nothing."""
    return RedirectResponse(address, status_code=303)


def from_here(request: Request) -> None:
    """Raises `Refused` (403) where the request says itself that a page elsewhere sent it; what says nothing is let pass."""
    origin, site = request.headers.get("origin"), request.headers.get("sec-fetch-site")
    elsewhere = origin is not None and urlsplit(origin).netloc != request.headers.get("host")
    if elsewhere or (site is not None and site not in HOME):
        raise Refused(403, "form_forged")


async def form_of(request: Request, most: int, seconds: float, files: int, part: int) -> FormData:
    """The form of a request. Raises `Refused`, see `changes`; 507 where the disk is full."""
    try:
        with fail_after(seconds):
            return await Bounded(request, most).form(max_files=files, max_fields=FIELDS, max_part_size=part)
    except TimeoutError:
        raise Refused(408, "too_slow") from None
    except (HTTPException, ClientDisconnect):
        raise Refused(400, "form_broken") from None
    except OSError:
        raise Refused(507, "disk_full") from None


class Bounded(Request):
    """A request whose body is read as far as `most` bytes. Raises `Refused` (413) beyond, and before where it says its length."""

    def __init__(self, request: Request, most: int) -> None:
        no_more_than(most, request)
        read = 0

        async def receive() -> dict[str, object]:
            nonlocal read
            message = await request.receive()
            read += len(message.get("body", b""))
            if read > most:
                raise Refused(413, "too_large")
            return dict(message)

        super().__init__(request.scope, receive)


def field(request: Request) -> Markup:
    """The hidden field of a form; whoever has no cookie yet gets one with the answer, see `remember`."""
    return Markup('<input type="hidden" name="{}" value="{}">').format(FIELD, token(request, _number_to_keep(request)))


def remember(request: Request, answer: Response) -> None:
    """Set the cookie of the forms of this answer, where the reader has none."""
    made = getattr(request.state, COOKIE, None)
    if made:
        answer.set_cookie(COOKIE, made, httponly=True, samesite="strict", secure=request.url.scheme == "https")


def is_token(request: Request, sent: object) -> bool:
    """Whether what a form sent is the token of this reader and this session."""
    number = kept_number(request)
    return number is not None and isinstance(sent, str) and compare_digest(sent.encode(), token(request, number).encode())


def token(request: Request, number: str) -> str:
    """The signed token of a number and of the session that the request belongs to."""
    return new(request.app.state.key, f"{number}|{session_of(request)}".encode(), sha256).hexdigest()


def session_of(request: Request) -> str:
    """The number of the session that a request belongs to; empty where there is none."""
    return getattr(request.state, "session", "")


def kept_number(request: Request) -> str | None:
    """The number that the cookie keeps; None without one."""
    kept = request.cookies.get(COOKIE, "")
    return kept if NUMBER.fullmatch(kept) else None


def _number_to_keep(request: Request) -> str:
    made: str | None = kept_number(request) or getattr(request.state, COOKIE, None)
    if made is None:
        made = token_urlsafe(32)
        setattr(request.state, COOKIE, made)
    return made
