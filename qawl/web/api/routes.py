"""The addresses of the API: what each is asked, what it answers, and whether it is a table too. All of them read."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from msgspec import Struct

from qawl.export.sheets import Sheet
from qawl.library.asking.checking import Quoted
from qawl.library.asking.copies import Copy
from qawl.library.asking.courses import Course
from qawl.library.asking.proposed import Proposed
from qawl.library.deciding.decisions import Decision
from qawl.library.deciding.disagreements import Disagreement
from qawl.library.outlets import Outlet
from qawl.library.rows import PageRow
from qawl.library.saved import SavedSearch
from qawl.library.sources import Source
from qawl.library.watched import Feed
from qawl.model import Record
from qawl.web.api import answers, sheets, views
from qawl.web.api import parameters as asks

ROOT = "/api"


class Route(Struct, frozen=True, kw_only=True):
    """An address under `ROOT`: ``asked`` is the type of its parameters, ``answer`` that of what ``ask`` finds in a library.

    ``name`` is by what the words of the pages know it (``route.NAME``). With a ``sheet`` it is a table too, as CSV and JSONL.
    ``counted``: nothing in it changes but with `Library.revision`, so that it need not be made to be known unchanged.
    """

    name: str
    path: str
    asked: type[Struct]
    answer: Any
    ask: Callable[[Any, Any], Any]
    sheet: Callable[[sheets.Lend, Any], Sheet] | None = None
    counted: bool = False


ROUTES = (
    Route(
        name="statements",
        path="/statements",
        asked=asks.OfStatements,
        answer=answers.Statements,
        ask=views.statements,
        sheet=sheets.statements,
        counted=True,
    ),
    Route(
        name="statement",
        path="/statement/{capture}/{id}",
        asked=asks.OfStatement,
        answer=answers.OneStatement,
        ask=views.statement,
        counted=True,
    ),
    Route(
        name="pages",
        path="/pages",
        asked=asks.Part,
        answer=answers.Listed[PageRow],
        ask=views.pages,
        sheet=sheets.pages,
        counted=True,
    ),
    Route(name="page", path="/page/{capture}", asked=asks.OfPage, answer=Record, ask=views.page, counted=True),
    Route(name="text", path="/page/{capture}/text", asked=asks.OfPage, answer=str, ask=views.text, counted=True),
    Route(
        name="copies",
        path="/page/{capture}/copies",
        asked=asks.OfPage,
        answer=tuple[Copy, ...],
        ask=views.copies,
        sheet=sheets.copies,
        counted=True,
    ),
    Route(name="who", path="/who", asked=asks.OfSomebody, answer=answers.Somebody, ask=views.who, counted=True),
    Route(
        name="proposed",
        path="/proposed",
        asked=asks.Part,
        answer=answers.Listed[Proposed],
        ask=views.proposed,
        sheet=sheets.proposed,
        counted=True,
    ),
    Route(
        name="agenda",
        path="/agenda",
        asked=asks.OfAgenda,
        answer=answers.Listed[Course],
        ask=views.agenda,
        sheet=sheets.agenda,
        counted=True,
    ),
    Route(
        name="timeline",
        path="/timeline",
        asked=asks.OfTwo,
        answer=answers.TwoParties,
        ask=views.timeline,
        sheet=sheets.timeline,
        counted=True,
    ),
    Route(name="check", path="/check", asked=asks.OfQuotation, answer=Quoted, ask=views.check, counted=True),
    Route(name="event", path="/event/{capture}/{id}", asked=asks.OfStatement, answer=Course, ask=views.event, counted=True),
    Route(name="day", path="/day", asked=asks.OfDay, answer=answers.OneDay, ask=views.day),
    Route(name="brief", path="/brief", asked=asks.OfBrief, answer=answers.Briefed, ask=views.brief),
    Route(name="sources", path="/sources", asked=asks.Part, answer=answers.Listed[Outlet], ask=views.sources, sheet=sheets.sources),
    Route(name="feeds", path="/feeds", asked=asks.Part, answer=answers.Listed[Feed], ask=views.feeds, sheet=sheets.feeds),
    Route(
        name="failures", path="/failures", asked=asks.Part, answer=answers.Listed[Source], ask=views.failures, sheet=sheets.failures
    ),
    Route(
        name="decisions",
        path="/decisions",
        asked=asks.OfDecisions,
        answer=answers.Listed[Decision],
        ask=views.decisions,
        sheet=sheets.decisions,
        counted=True,
    ),
    Route(
        name="disagreements",
        path="/disagreements",
        asked=asks.Part,
        answer=answers.Listed[Disagreement],
        ask=views.disagreements,
        sheet=sheets.disagreements,
        counted=True,
    ),
    Route(
        name="review",
        path="/review",
        asked=asks.OfQueue,
        answer=answers.Listed[answers.Waits],
        ask=views.review,
        sheet=sheets.review,
        counted=True,
    ),
    Route(
        name="searches",
        path="/searches",
        asked=asks.Part,
        answer=answers.Listed[SavedSearch],
        ask=views.searches,
        sheet=sheets.searches,
    ),
    Route(name="quality", path="/quality", asked=asks.Nothing, answer=answers.Quality, ask=views.quality),
)
