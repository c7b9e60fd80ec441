"""Who decides: a name that is asked for once, kept in a cookie, and shown with what can be decided; and what is done in it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit, urlunsplit

from starlette.requests import Request
from starlette.responses import Response

from qawl.library import Library, LibraryError
from qawl.library.deciding.decisions import Decision
from qawl.web.rendering import page
from qawl.web.settings import YEAR, local
from qawl.web.writing import FIELD, Form, led_to

COOKIE = "reviewer"
LONGEST = 100  # letters of a name
# What a library that cannot be written or does not take a decision answers.
STATUS = {"not_found": 404, "ambiguous": 409, "bad_value": 400, "suppressed": 404, "locked": 503, "full": 507}

# What is done in a name, and for which reason; how what cannot be done is shown beside its form.
Act = Callable[[Library, str, str], Sequence[Decision]]
Again = Callable[[Library, LibraryError, int], Response]


def reviewer_of(request: Request) -> str:
    """The name of whoever decides here; empty where nobody has given one."""
    return unquote(request.cookies.get(COOKIE, ""))[:LONGEST].strip()


def keep_reviewer(answer: Response, name: str) -> None:
    """Keep the name for the next decisions."""
    answer.set_cookie(COOKIE, quote(name[:LONGEST], safe=""), max_age=YEAR, httponly=True, samesite="lax")


# -- what is done in the name


def answered(request: Request, form: Form, act: Act, again: Again | None = None) -> Response:
    """Do what a form asks in the name of whoever sent it, and lead back.

    What cannot be done is told with the form as it was typed: by ``again``, or on a page of its own. So is a form without a name.
    """
    who = form.text("who") or reviewer_of(request)
    if not who:
        return once_more(request, form, None, 200)  # nothing is wrong: a browser must not complain of it
    try:
        with request.app.state.shelf.library() as library:
            try:
                made = act(library, who, form.text("why"))
            except LibraryError as error:
                if again is None or error.code == "not_found":
                    raise
                return again(library, error, STATUS.get(error.code, 500))
    except LibraryError as error:
        return once_more(request, form, error, STATUS.get(error.code, 500))
    answer = led_to(back_to(form, made))
    keep_reviewer(answer, who)
    return answer


def once_more(request: Request, form: Form, error: LibraryError | None, status: int) -> Response:
    """Ask again with all that was typed: for the name that is missing, or because it could not be done."""
    sent = ((name, value) for name, value in form.sent.multi_items() if isinstance(value, str))
    return page(
        request,
        "once_more.html",
        status,
        action=request.url.path,
        typed=[(name, value) for name, value in sent if name not in (FIELD, "who", "why")],
        who=form.text("who") or reviewer_of(request),
        why=form.text("why"),
        back=local(form.text("next")),
        error=error,
    )


def flat(form: Form) -> dict[str, str]:
    """The texts of a form, one of each name."""
    return {name: form.text(name) for name in form.sent}


def back_to(form: Form, made: Sequence[Decision]) -> str:
    """Where a form leads, with the ids of what was decided; who rejected a statement on its page finds the page that tells it."""
    parts = urlsplit(local(form.text("next")))
    rejected = next((one for one in made if one.verdict == "reject"), None)
    path = f"/page/{rejected.capture}" if rejected and parts.path.startswith("/statement/") else parts.path
    asked = [(name, value) for name, value in parse_qsl(parts.query) if name != "done"] + [("done", one.id) for one in made]
    return urlunsplit(("", "", path, urlencode(asked), parts.fragment))
