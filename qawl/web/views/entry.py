"""Log in and log out, where a password is asked."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from qawl.web.entering import COOKIE, LIFE, Entry, address_of
from qawl.web.rendering import page, query
from qawl.web.settings import local
from qawl.web.writing import Form, changes, led_to


def show_entry(request: Request) -> Response:
    """Where the password is asked; who needs none, or is in, is led on."""
    entry: Entry = request.app.state.entry
    given = request.query_params
    onwards = local(given.get("next", "/"))
    if not entry.keys.asked or entry.is_in(request.cookies.get(COOKIE, "")):
        return led_to(onwards)
    return page(request, "login.html", onwards=onwards, wrong="wrong" in given)


@changes()
async def enter(request: Request, form: Form) -> Response:
    """Let in who knows the password, and lead him where he wanted to go."""
    entry: Entry = request.app.state.entry
    onwards = local(form.text("next"))
    if not await entry.guess(address_of(request), entry.keys.open_for_people(form.text("password"))):
        return led_to(f"/login?{query({'next': onwards, 'wrong': 1})}")
    answer = led_to(onwards)
    secure = request.url.scheme == "https"
    answer.set_cookie(COOKIE, entry.enter(), max_age=int(LIFE), httponly=True, samesite="lax", secure=secure)
    return answer


@changes()
def leave(request: Request, _: Form) -> Response:
    """End the session."""
    request.app.state.entry.leave(request.cookies.get(COOKIE, ""))
    answer = led_to("/login")
    answer.delete_cookie(COOKIE)
    return answer
