"""Every screen of the web pages, a row each, and a library on which all of them have something to show.

A new screen is a row of `SCREENS`; `tests/test_web_every_screen.py` fails for an address of the application without one.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote

from starlette.applications import Starlette

import qawl
from qawl.library import Library
from qawl.library.deciding.decisions import Verdict
from qawl.library.rows import EventRow, PageRow, RelationRow, StatementRow
from qawl.pages import open_pages
from qawl.web.asked import Asked
from qawl.web.entering import Keys
from qawl.web.tasks import Task

SAMPLES = sorted((Path(qawl.__file__).parent / "samples").glob("*.html"))
INVENTED = Path(__file__).with_name("screens.jsonl")
KEYS = Keys(password="a password that pictures are taken with")
WHO, NOTE = "Mona", "owned by the state, as it says itself"
VERDICTS: tuple[Verdict, ...] = ("accept", "unsure")


class Screen(NamedTuple):
    """A screen: its name, the route that it is of, and an address of it, with names of `places` in braces.

    ``locked``: it is shown where a password is asked.
    """

    name: str
    route: str
    address: str
    status: int = 200
    locked: bool = False


SCREENS = (
    Screen("today", "/", "/"),
    Screen("statements", "/statements", "/statements"),
    Screen("search", "/statements", "/statements?text={words}"),
    Screen("nothing-found", "/statements", "/statements?text=qqq"),
    Screen("statement", "/statement/{capture}/{id}", "/statement/{statement}"),
    Screen("statement-decided", "/statement/{capture}/{id}", "/statement/{decided}"),
    Screen("reader", "/page/{capture}", "/page/{page}"),
    Screen("reader-undated", "/page/{capture}", "/page/{undated}"),
    Screen("reader-hostile", "/page/{capture}", "/page/{hostile}"),
    Screen("source", "/page/{capture}/source", "/page/{page}/source"),
    Screen("encounter", "/event/{capture}/{id}", "/event/{encounter}"),
    Screen("who", "/who", "/who"),
    Screen("person", "/who", "/who?name={person}"),
    Screen("pair", "/timeline", "/timeline?a={actor}&b={target}"),
    Screen("pair-asked", "/timeline", "/timeline"),
    Screen("nobody", "/who", "/who?name=qqq", 404),
    Screen("agenda", "/agenda", "/agenda"),
    Screen("agenda-list", "/agenda", "/agenda?view=list"),
    Screen("undated", "/agenda", "/agenda?view=undated"),
    Screen("absent", "/agenda", "/agenda?absent=1"),
    Screen("check", "/check", "/check"),
    Screen("checked", "/check", "/check?quotation={quotation}"),
    Screen("review", "/review", "/review"),
    Screen("review-encounter", "/review", "/review?of=events"),
    Screen("review-people", "/review/people", "/review/people"),
    Screen("review-split", "/review/split", "/review/split?name={person}"),
    Screen("disagreements", "/review/disagreements", "/review/disagreements"),
    Screen("decisions", "/decisions", "/decisions"),
    Screen("reviewer", "/reviewer", "/reviewer"),
    Screen("add", "/add", "/add"),
    Screen("added", "/add/{id}", "/add/{task}"),
    Screen("sources", "/sources", "/sources"),
    Screen("outlet-note", "/sources", "/sources?note={outlet}"),
    Screen("api", "/api", "/api"),
    Screen("searches", "/searches", "/searches"),
    Screen("quality", "/quality", "/quality"),
    Screen("login", "/login", "/login", locked=True),
    Screen("settings", "/settings/choose", "/settings/choose"),
    Screen("not-here", "", "/nothing", 404),
)
# Addresses that answer with no screen: files, data, and what leads elsewhere.
NO_SCREENS = frozenset({"/settings", "/statement/{capture}/{id}/evidence", "/page/{capture}/capture"})


def fill(folder: Path) -> None:
    """Make a library of the samples and of invented pages, with what could not be read, a note and decisions."""
    with Library(folder, create=True) as library:
        for _ in library.add(open_pages([*map(str, SAMPLES), str(INVENTED), "missing.html"])):
            pass
        library.note_outlet(next(row.outlet for row in pages(library) if row.outlet), NOTE, who=WHO)
        for row, verdict in zip(statements(library)[1:], VERDICTS, strict=False):
            library.decide(f"{row.capture}:{row.id}", verdict, who=WHO, why=NOTE)


def places(folder: Path, app: Starlette) -> Mapping[str, str]:
    """What the addresses of the screens of a library are made with, by its name, escaped; `app` shows them."""
    with Library(folder) as library:
        rows, rows_of = statements(library), {one.document: one for one in pages(library)}
        captures = {document: one.capture for document, one in rows_of.items()}
        event = next(row for row in library.rows("events") if isinstance(row, EventRow) and row.capture == captures["port.txt"])
        relation = next(row for row in library.rows("relations") if isinstance(row, RelationRow))
    first, decided = rows[0], rows[1]
    speaker = Counter(row.speaker for row in rows if row.speaker_type == "person").most_common(1)[0][0]
    found = {
        "statement": f"{first.capture}/{first.id}",
        "decided": f"{decided.capture}/{decided.id}",
        "encounter": f"{event.capture}/{event.id}",
        "page": captures["port.txt"],
        "undated": captures["undated.txt"],
        "hostile": captures["hostile.txt"],
        "outlet": rows_of["port.txt"].outlet or "",
        "task": ended_task(app),
        "actor": relation.actor,
        "target": relation.target,
        "person": speaker or "",
        "words": first.text.split()[0],
        "quotation": " ".join(first.text.split()[1:]),
    }
    return {name: quote(value) for name, value in found.items()}


def ended_task(app: Starlette) -> str:
    """The id of a task of adding that has ended: it could not read what was pasted."""
    task: Task = app.state.tasks.put(Asked(text=NOTE))
    while not task.has_ended:
        time.sleep(0.01)
    return task.id


def address_of(screen: Screen, known: Mapping[str, str]) -> str:
    """The address of a screen in the library whose `places` are known."""
    return screen.address.format_map(known)


def statements(library: Library) -> list[StatementRow]:
    """The statements, those first that most pages report."""
    rows = [row for row in library.rows("statements") if isinstance(row, StatementRow)]
    reported = Counter(row.saying for row in rows)
    return sorted(rows, key=lambda row: (-reported[row.saying], row.capture, row.number))


def pages(library: Library) -> list[PageRow]:
    """The pages that were read."""
    return [row for row in library.rows("pages") if isinstance(row, PageRow)]
