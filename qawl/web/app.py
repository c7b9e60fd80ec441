"""The web application: which address is answered by what, and what holds for all answers."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.resources import files
from pathlib import Path
from secrets import token_bytes

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Mount, Route

from qawl.library import LibraryError
from qawl.web.api.serving import api
from qawl.web.entering import NO_KEYS, Entry, Keys
from qawl.web.guarding import HEADERS, Gate, Guard, Static
from qawl.web.hosts import LOOPBACK
from qawl.web.refusing import Refused
from qawl.web.rendering import page, refusal
from qawl.web.settings import choose, settings_of
from qawl.web.shelf import Shelf
from qawl.web.tasks import Tasks
from qawl.web.views.adding import add_again, add_pages, show_adding, show_task, stop_task, tell_task, try_failed
from qawl.web.views.agenda import calendar, list_agenda
from qawl.web.views.api import show_api
from qawl.web.views.check import check_quotation
from qawl.web.views.deciding import ask_who, decide, sign, undo
from qawl.web.views.decisions import adopt, list_decisions, list_disagreements, save_decisions, settle
from qawl.web.views.entry import enter, leave, show_entry
from qawl.web.views.event import show_event
from qawl.web.views.feed import statements_feed
from qawl.web.views.joining import join, show_pairs, show_split, split
from qawl.web.views.pair import show_pair
from qawl.web.views.people import show_person
from qawl.web.views.proof import captured_bytes, evidence_file, show_source
from qawl.web.views.quality import show_quality
from qawl.web.views.reader import read_page, targets
from qawl.web.views.review import show_review
from qawl.web.views.searches import delete_search, list_searches, rename_search, save_search
from qawl.web.views.settings import choose_settings
from qawl.web.views.sources import list_sources, note_outlet
from qawl.web.views.statement import show_statement
from qawl.web.views.statements import find_statements
from qawl.web.views.today import show_today

# Which status an error of the library has.
STATUS = {"not_found": 404, "ambiguous": 404, "bad_value": 400, "locked": 503, "suppressed": 403}

ROUTES = (
    Route("/", show_today),
    Route("/statements", find_statements),
    Route("/statements.atom", statements_feed),
    Route("/searches", list_searches),
    Route("/searches", save_search, methods=["POST"]),
    Route("/searches/rename", rename_search, methods=["POST"]),
    Route("/searches/delete", delete_search, methods=["POST"]),
    Route("/api", show_api),
    Route("/statement/{capture}/{id}", show_statement),
    Route("/statement/{capture}/{id}/evidence", evidence_file),
    Route("/page/{capture}", read_page),
    Route("/static/targets/{upto:int}.css", targets),
    Route("/page/{capture}/source", show_source),
    Route("/page/{capture}/capture", captured_bytes),
    Route("/who", show_person),
    Route("/event/{capture}/{id}", show_event),
    Route("/agenda", list_agenda),
    Route("/agenda.ics", calendar),
    Route("/check", check_quotation),
    Route("/add", show_adding, methods=["GET"]),
    Route("/add", add_pages, methods=["POST"]),
    Route("/add/{id}.json", tell_task, methods=["GET"]),
    Route("/add/{id}", show_task, methods=["GET"]),
    Route("/add/{id}/stop", stop_task, methods=["POST"]),
    Route("/add/{id}/again", add_again, methods=["POST"]),
    Route("/sources", list_sources),
    Route("/sources/again", try_failed, methods=["POST"]),
    Route("/sources/note", note_outlet, methods=["POST"]),
    Route("/timeline", show_pair),
    Route("/quality", show_quality),
    Route("/review", show_review),
    Route("/review/people", show_pairs),
    Route("/review/split", show_split),
    Route("/review/disagreements", list_disagreements),
    Route("/decisions", list_decisions),
    Route("/decisions.jsonl", save_decisions),
    Route("/reviewer", ask_who),
    Route("/reviewer", sign, methods=["POST"]),
    Route("/decide", decide, methods=["POST"]),
    Route("/undo", undo, methods=["POST"]),
    Route("/join", join, methods=["POST"]),
    Route("/split", split, methods=["POST"]),
    Route("/settle", settle, methods=["POST"]),
    Route("/adopt", adopt, methods=["POST"]),
    Route("/settings", choose),
    Route("/settings/choose", choose_settings),
    Route("/login", show_entry, methods=["GET"]),
    Route("/login", enter, methods=["POST"]),
    Route("/logout", leave, methods=["POST"]),
)


def application(folder: Path, hosts: tuple[str, ...] = LOOPBACK, keys: Keys = NO_KEYS, *, allow_private: bool = False) -> Starlette:
    """The pages of a library, for requests that name one of `hosts` or a number, and to who has one of the `keys`, if any.

    With `allow_private` pages are fetched from machines of this network too. Raises `LibraryError` where the library cannot be
    opened.
    """
    shelf = Shelf(folder)
    tasks = Tasks(folder, allow_private=allow_private)

    @asynccontextmanager
    async def life(_: Starlette) -> AsyncIterator[None]:
        yield
        await run_in_threadpool(tasks.close)
        shelf.close()

    static = Mount("/static", Static(directory=str(files("qawl.web") / "static")), name="static")
    app = Starlette(
        routes=[*ROUTES, Mount("/api", app=api(shelf)), static],
        middleware=[Middleware(Guard), Middleware(GZipMiddleware, compresslevel=5), Middleware(Gate)],
        exception_handlers={LibraryError: told, Refused: refused, 404: not_here, 405: not_so, Exception: broken},
        lifespan=life,
    )
    app.state.shelf = shelf
    app.state.hosts = frozenset(host.lower() for host in hosts)
    app.state.entry = Entry(keys)
    app.state.tasks = tasks
    app.state.key = token_bytes(32)  # signs forms; those of a server before this one are too old
    return app


def told(request: Request, error: Exception) -> Response:
    """What is wrong with what was asked of the library."""
    assert isinstance(error, LibraryError)
    return page(request, "error.html", STATUS.get(error.code, 500), message=error.told(settings_of(request).lang))


def not_here(request: Request, _: Exception) -> Response:
    """There is no such page."""
    return page(request, "error.html", 404, message=None)


def not_so(request: Request, error: Exception) -> Response:
    """The page is there, but not to be asked in this way."""
    answer = refusal(request, Refused(405, "not_so"))
    answer.headers.update(getattr(error, "headers", None) or {})  # in which ways it may be
    return answer


def refused(request: Request, error: Exception) -> Response:
    """Why this is not answered, and what to do."""
    assert isinstance(error, Refused)
    return refusal(request, error)


def broken(request: Request, _: Exception) -> Response:
    """Something that nobody foresaw: the trace goes to the log of the server, and not to the reader."""
    answer = refusal(request, Refused(500, "broken"))
    answer.headers.update(HEADERS)  # this answer goes by no middleware
    return answer
