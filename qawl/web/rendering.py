"""Pages made of templates: text is escaped, names and numbers stand in isolates, words come from the tables."""

from __future__ import annotations

from functools import cache, partial
from hashlib import sha256
from importlib.resources import files
from typing import Any
from urllib.parse import quote, urlencode

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import HTMLResponse

from qawl.model import VERSION
from qawl.show.isolate import tame
from qawl.show.markup import bdi
from qawl.show.markup import isolated as as_elements
from qawl.show.strings import say_or_keep
from qawl.web.settings import settings_of
from qawl.web.words import word
from qawl.web.writing import field, remember

DAY = 10  # letters of a time that are its day


def page(request: Request, template: str, status: int = 200, **values: Any) -> HTMLResponse:
    """A page in the reader's language."""
    settings = settings_of(request)
    lang = settings.lang
    known = {
        "settings": settings,
        "lang": lang,
        "t": partial(word, lang),
        "word": word,
        "t_or_keep": partial(say_or_keep, lang),
        "here": here(request),
        "version": VERSION,
        "path": request.url.path,
        "form_field": partial(field, request),
    }
    answer = HTMLResponse(environment().get_template(template).render(known | values), status_code=status)
    remember(request, answer)
    return answer


@cache
def environment() -> Environment:
    """The templates with what they may use. A name that nobody gave is an error."""
    made = Environment(
        loader=PackageLoader("qawl.web"), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    made.filters |= {"bdi": isolated, "isolates": isolated_marks, "day": day, "url": partial(quote, safe=""), "query": query}
    made.globals["asset"] = asset
    return made


def isolated(value: object) -> Markup:
    """A name, number or foreign word that is set into a line: escaped, in an isolate of its own, without marks that turn others."""
    return Markup(bdi(tame(str(value))))


def isolated_marks(text: str) -> Markup:
    """A line of the shell's as HTML: its isolates are elements."""
    return Markup(as_elements(text))


def day(value: str | None) -> str:
    """The day of a time; both ends of an interval."""
    return "" if value is None else " – ".join(end[:DAY] for end in value.split("/"))


def query(values: dict[str, Any]) -> str:
    """What follows the question mark, without what is empty."""
    return urlencode({name: value for name, value in values.items() if value not in (None, "", ())}, doseq=True)


def here(request: Request) -> str:
    """The page as it was asked for, to come back to."""
    return request.url.path + (f"?{request.url.query}" if request.url.query else "")


@cache
def asset(name: str) -> str:
    """The address of a static file; it changes with the file, so that a browser may keep it for ever."""
    data = (files("qawl.web") / "static" / name).read_bytes()
    return f"/static/{name}?v={sha256(data).hexdigest()[:12]}"
