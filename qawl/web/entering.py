"""Who may enter, where the library is served to other machines: a password for people, a token for programs.

A reader logs in once and is known by a cookie with a random number, for half a day at most. A program says its token with each
request (`Authorization: Bearer TOKEN`), a feed reader or calendar as the password of any name (`Basic`). Guessing is slow, and
after a few wrong guesses from one address nothing is compared any more for a while.
"""

from __future__ import annotations

import re
from base64 import b64decode
from collections import deque
from hashlib import sha256
from hmac import compare_digest
from secrets import token_urlsafe
from time import monotonic
from urllib.parse import quote

from anyio import sleep
from msgspec import Struct
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from qawl.web.refusing import Refused

COOKIE = "qawl_session"
LIFE = 12 * 3600.0  # seconds of a session
MOST_SESSIONS = 1000
GUESSES, WINDOW = 10, 300.0  # guesses from one address, and seconds until they are forgotten
WRONG_SECONDS = 1.0  # that a wrong guess waits for its answer
ADDRESSES = 10_000  # whose guesses are remembered
OPEN = re.compile(r"/(login|settings(/choose)?|static/.*)")


class Keys(Struct, frozen=True):
    """What opens the library; without either it is open."""

    password: str | None = None
    token: str | None = None

    @property
    def asked(self) -> bool:
        """Whether anything is asked of who wants to enter."""
        return bool(self.password or self.token)

    def open_for_people(self, given: str) -> bool:
        """Whether this is the password; the token, where there is no password."""
        return is_one_of(given, (self.password or self.token,))

    def open_for_programs(self, given: str) -> bool:
        """Whether this is the token or the password."""
        return is_one_of(given, (self.token, self.password))


NO_KEYS = Keys()


def is_one_of(given: str, secrets: tuple[str | None, ...]) -> bool:
    """Whether a secret was given, in a time that does not tell how much of it is right."""
    return any(compare_digest(_hash(given), _hash(secret)) for secret in secrets if secret)


def _hash(text: str) -> bytes:
    return sha256(text.encode()).digest()


class Entry:
    """The keys of a server, who has entered, and who guesses."""

    def __init__(self, keys: Keys) -> None:
        self.keys = keys
        self.sessions: dict[str, float] = {}
        self.guesses: dict[str, deque[float]] = {}

    def enter(self) -> str:
        """The number of a new session."""
        while len(self.sessions) >= MOST_SESSIONS:
            del self.sessions[next(iter(self.sessions))]
        number = token_urlsafe(32)
        self.sessions[number] = monotonic() + LIFE
        return number

    def is_in(self, number: str) -> bool:
        """Whether a session is under way."""
        if self.sessions.get(number, 0.0) > monotonic():
            return True
        self.leave(number)
        return False

    def leave(self, number: str) -> None:
        """End a session."""
        self.sessions.pop(number, None)

    async def guess(self, address: str, is_right: bool) -> bool:
        """Count a guess; a wrong one waits. Raises `Refused` (429) where too many were made from this address of late."""
        made = self._made_from(address)
        if len(made) >= GUESSES:
            raise Refused(429, "guessed_too_often")
        if is_right:
            self.guesses.pop(address, None)
        else:
            made.append(monotonic())
            await sleep(WRONG_SECONDS)
        return is_right

    def _made_from(self, address: str) -> deque[float]:
        if address not in self.guesses and len(self.guesses) >= ADDRESSES:
            del self.guesses[next(iter(self.guesses))]
        made = self.guesses.setdefault(address, deque(maxlen=GUESSES))
        while made and made[0] < monotonic() - WINDOW:
            made.popleft()
        return made


async def entered(request: Request) -> Response | None:
    """Nothing where a request may be answered; else the way to the log-in, or `Refused` (401) for a program."""
    entry: Entry = request.app.state.entry
    session = request.cookies.get(COOKIE, "")
    if not entry.keys.asked:
        return None
    if session and entry.is_in(session):
        request.state.session = session
        return None
    if "authorization" in request.headers:
        said = said_by(request.headers["authorization"])
        if await entry.guess(address_of(request), entry.keys.open_for_programs(said)):
            return None
        raise Refused(401, "password_wrong")
    return None if OPEN.fullmatch(request.scope["path"]) else to_log_in(request)


def to_log_in(request: Request) -> Response:
    """The way to the log-in and back, for a browser. Raises `Refused` (401) for a program."""
    if "text/html" not in request.headers.get("accept", ""):
        raise Refused(401, "password_wanted")
    target = request.url.path + (f"?{request.url.query}" if request.url.query else "")
    back = target if request.method == "GET" else "/"
    return RedirectResponse(f"/login?next={quote(back, safe='')}", status_code=303)


def said_by(authorization: str) -> str:
    """The secret that a header says, by whichever of the two ways; empty where it is neither."""
    way, _, said = authorization.partition(" ")
    if way.lower() == "bearer":
        return said.strip()
    if way.lower() != "basic":
        return ""
    try:
        return b64decode(said, validate=True).decode().partition(":")[2]
    except ValueError:
        return ""


def address_of(request: Request) -> str:
    """Where a request comes from; behind a proxy, where the proxy says."""
    return request.client.host if request.client else ""
