"""Who decides: a name that is asked for once, kept in a cookie, and shown with what can be decided."""

from __future__ import annotations

from urllib.parse import quote, unquote

from starlette.requests import Request
from starlette.responses import Response

from qawl.web.settings import YEAR

COOKIE = "reviewer"
LONGEST = 100  # letters of a name


def reviewer_of(request: Request) -> str:
    """The name of whoever decides here; empty where nobody has given one."""
    return unquote(request.cookies.get(COOKIE, ""))[:LONGEST].strip()


def keep_reviewer(answer: Response, name: str) -> None:
    """Keep the name for the next decisions."""
    answer.set_cookie(COOKIE, quote(name[:LONGEST], safe=""), max_age=YEAR, httponly=True, samesite="lax")
