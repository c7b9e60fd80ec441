"""Pages are added: an address, a text or files become a task, which tells how it goes and leads to the page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial
from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response

from qawl.library import Library
from qawl.library.adding import Added
from qawl.library.rows import PageRow
from qawl.show.strings import Lang, strings
from qawl.web.asked import FACT, TEXT, Asked, Sent, label_of
from qawl.web.days import number_text
from qawl.web.rendering import page
from qawl.web.settings import Settings, settings_of
from qawl.web.tasks import Task, Tasks
from qawl.web.words import word, words
from qawl.web.writing import Form, changes, led_to

LARGEST = 512 << 20  # bytes of all files that are sent together
FILES = 200
MINUTES = 30.0  # that sending them may take
FIELDS = ("address", "text", "title", "url", "outlet", "published")
READ = ("added", "read_again")


def show_adding(request: Request) -> Response:
    """Where to paste an address or a text and to drop files."""
    return page(request, "add.html", asked=Asked(), **limits())


def limits() -> dict[str, Any]:
    """What the forms allow."""
    return {"letters": TEXT, "short": FACT, "largest": LARGEST, "most_files": FILES}


@changes(LARGEST, 60 * MINUTES, files=FILES, part=8 * TEXT)
def add_pages(request: Request, form: Form) -> Response:
    """Begin to add what was sent."""
    files = tuple(Sent(label_of(one.filename or ""), one.file, one.size or 0) for one in form.taken("files"))
    given: dict[str, Any] = {name: form.text(name) for name in FIELDS}
    return begun(tasks_of(request).put(Asked(files=files, **given)))


@changes()
def add_again(request: Request, _: Form) -> Response:
    """Try once more what a task could not read."""
    return begun(tasks_of(request).again(task_of(request)))


@changes()
def stop_task(request: Request, _: Form) -> Response:
    """Let a task end with the page that it is at."""
    task = task_of(request)
    task.stop()
    return begun(task)


@changes()
def try_failed(request: Request, form: Form) -> Response:
    """Try once more what could not be read before: all of it, or what is named."""
    return begun(tasks_of(request).put(Asked(failed=True, source=form.text("source")), retry=True))


def begun(task: Task) -> Response:
    """To where a task tells how it goes."""
    return led_to(f"/add/{task.id}")


def show_task(request: Request) -> Response:
    """How a task goes and what came of it; where it brought one page that was read, the reader of that page."""
    task = task_of(request)
    if task.only and task.only.outcome in READ:
        return RedirectResponse(f"/page/{task.only.capture}", status_code=303)
    with request.app.state.shelf.library() as library:
        pages = pages_of(library, task.pages)
        copies = copies_of(library, pages.values())
    return page(
        request,
        "task.html",
        task=task,
        asked=task.asked,
        pages=pages,
        copies=copies,
        reason=partial(reason, lang=settings_of(request).lang),
        remark=partial(remark, lang=settings_of(request).lang),
        **limits(),
    )


def tell_task(request: Request) -> Response:
    """The same in short, as JSON."""
    task = task_of(request)
    return JSONResponse(
        {"state": task.state, "ended": task.has_ended, "share": task.share, "told": how_it_goes(task, settings_of(request))}
    )


def how_it_goes(task: Task, settings: Settings) -> str:
    """How a task goes, in one line."""
    say = partial(word, settings.lang)
    counts = [f"{say(f'outcome.{outcome}')}: {number_text(count, settings)}" for outcome, count in task.outcomes.items()]
    return f"{say('comma')} ".join([say(f"task.{task.result}"), *counts])


def reason(code: str, lang: Lang) -> str:
    """What a code means: in words of these pages where those of the shell name its options."""
    keys = (f"not_added.{code}", f"failure.{code}", f"library_error.{code}")
    return next((word(lang, key) for key in keys if key in words() or key in strings()), code)


def remark(what: str, lang: Lang) -> str:
    """What is to be said of a list: in words of these pages where those of the shell name its options."""
    return word(lang, f"of_list.{what}" if f"of_list.{what}" in words() else f"remark.{what}")


def pages_of(library: Library, came: Sequence[Added]) -> dict[str, PageRow]:
    """The pages that can be shown, by their captures; those of addresses that a list names and that were known, by these."""
    captures = [one.capture for one in came if one.capture and not one.code]
    known = [one.source for one in came if one.outcome == "known" and not one.capture]
    by_capture = {row.capture: row for row in rows_where(library, "capture", captures)}
    return by_capture | {row.url or "": row for row in rows_where(library, "url", known)}


def copies_of(library: Library, pages: Iterable[PageRow]) -> dict[str, PageRow]:
    """The first other page that is the same article, by the captures of those that have one."""
    pages = list(pages)
    articles: dict[str | None, list[PageRow]] = {}
    for row in rows_where(library, "article", [one.article for one in pages if one.article]):
        articles.setdefault(row.article, []).append(row)
    others = {
        row.capture: next((one for one in articles.get(row.article, ()) if one.capture != row.capture), None) for row in pages
    }
    return {capture: other for capture, other in others.items() if other}


def rows_where(library: Library, column: str, values: Sequence[str]) -> list[PageRow]:
    """The pages whose column has one of these values, in the order in which they came."""
    marks = ", ".join("?" * len(values))
    return list(library.rows("pages", f"p.{column} IN ({marks})", values, "ORDER BY p.page"))  # type: ignore[arg-type]


def task_of(request: Request) -> Task:
    """The task that the address names. Raises `HTTPException` (404) where it is remembered no more."""
    task = tasks_of(request).find(request.path_params["id"])
    if task is None:
        raise HTTPException(404)
    return task


def tasks_of(request: Request) -> Tasks:
    """The tasks of these pages."""
    found: Tasks = request.app.state.tasks
    return found
