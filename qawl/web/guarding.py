"""What every answer carries so that a page's text can do no harm in the browser, whatever stands in it."""

from __future__ import annotations

from os import PathLike, stat_result

from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.responses import Response
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from qawl.web.api.problems import of_refusal
from qawl.web.entering import entered
from qawl.web.hosts import named
from qawl.web.limits import bounded
from qawl.web.refusing import Refused
from qawl.web.rendering import refusal

# Nothing is loaded from elsewhere, no script stands in a page, nobody frames it, forms go nowhere else.
POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "font-src 'self'",
        "img-src 'self' data:",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    # Nothing to other hosts; with "no-referrer" a browser would not say either that a form comes from here (Fetch, Origin header).
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "interest-cohort=()",
}
FOR_EVER, FOR_A_DAY = "public, max-age=31536000, immutable", "public, max-age=86400"


class Guard:
    """Adds `HEADERS` to each answer; what says nothing of keeping is not kept."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer as the application does, with the headers."""

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)  # an answer may be stricter about itself
                headers.setdefault("Cache-Control", "no-store")
            await send(message)

        await self.app(scope, receive, guarded)


# What must hold of a request: each lets it pass, answers in place of the page, or raises `Refused`.
CHECKS = (named, bounded, entered)


class Gate:
    """Lets in what all `CHECKS` let pass."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer as the application does, or why not."""
        answer = await checked(Request(scope)) if scope["type"] == "http" else None
        await (answer or self.app)(scope, receive, send)


async def checked(request: Request) -> Response | None:
    """What is answered in place of the page; None where all checks let pass."""
    try:
        for check in CHECKS:
            if answer := await check(request):
                return answer
    except Refused as error:
        is_program = request.scope["path"].startswith("/api/")
        return of_refusal(request, error) if is_program else refusal(request, error)
    return None


class Static(StaticFiles):
    """Static files. What is asked for by the version of the file is kept for ever, the rest for a day."""

    def file_response(
        self, full_path: str | PathLike[str], stat_result: stat_result, scope: Scope, status_code: int = 200
    ) -> Response:
        """The file, with how long it may be kept."""
        answer = super().file_response(full_path, stat_result, scope, status_code)
        answer.headers["Cache-Control"] = FOR_EVER if scope["query_string"] else FOR_A_DAY
        return answer
