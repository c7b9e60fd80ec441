"""Pages made of templates: text is escaped, names and numbers stand in isolates, words come from the tables."""

from __future__ import annotations

import re
from functools import cache, partial
from hashlib import sha256
from importlib.resources import files
from typing import Any, Literal
from urllib.parse import quote, urlencode

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape
from msgspec.structs import replace
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from qawl.arabic.letters import ARABIC_LETTER, ARABIC_LETTERS
from qawl.arabic.wording import denies
from qawl.model import VERSION
from qawl.show.isolate import ISOLATE, POP, tame
from qawl.show.markup import DIRECTION
from qawl.show.messages import told
from qawl.show.strings import Lang, say_or_keep
from qawl.web.api.problems import problem
from qawl.web.days import day_markup, moment_markup, number_text, percent_markup
from qawl.web.refusing import Refused
from qawl.web.settings import Settings, settings_of
from qawl.web.tags import tagged_by_content
from qawl.web.words import word
from qawl.web.writing import field, remember, session_of

# Characters of a text that turn what stands beside them, and the short names by which they are known.
TURNING = {
    "\u061c": "ALM", "\u200e": "LRM", "\u200f": "RLM",
    "\u202a": "LRE", "\u202b": "RLE", "\u202c": "PDF", "\u202d": "LRO", "\u202e": "RLO",
    "\u2066": "LRI", "\u2067": "RLI", "\u2068": "FSI", "\u2069": "PDI",
}  # fmt: skip
TURNS = re.compile(f"[{''.join(TURNING)}]")
ISOLATED = re.compile(f"{ISOLATE}([^{ISOLATE}{POP}]*){POP}")
ARABIC_WORDS = re.compile(f"[{ARABIC_LETTERS}]+(?: [{ARABIC_LETTERS}]+)*")
# Not the entities of what was escaped.
LATIN_WORDS = re.compile(r"(?<![&#A-Za-z\d])[A-Za-z][\w=.:/-]*(?: [A-Za-z][\w=.:/-]*)*(?<![.:])")
LATIN = re.compile("[A-Za-z\u00c0-\u024f]")


def page(request: Request, template: str, status: int = 200, **values: Any) -> Response:
    """A page in the reader's language; where it is open to all, who has it already is told so, else nothing of it is kept."""
    settings = settings_of(request)
    known = {
        "settings": settings,
        "here": here(request),
        "path": request.url.path,
        "base": str(request.base_url),
        "addresses": {getattr(route, "path", "") for route in request.app.routes},
        "form_field": partial(field, request),
        "door": door(request),
    }
    made = environment(as_written(settings)).get_template(template).render(known | values)
    answer = HTMLResponse(made, status_code=status)
    remember(request, answer)
    is_kept = status == 200 and known["door"] == "open" and "set-cookie" not in answer.headers
    return tagged_by_content(request, answer) if is_kept else answer


def as_written(settings: Settings) -> Settings:
    """The settings as far as words depend on them: English has one way to write numbers and months, and colours change no word."""
    return Settings(lang="en") if settings.lang == "en" else replace(settings, theme=Settings().theme)


def refusal(request: Request, error: Refused) -> Response:
    """Why a request is not answered, and what to do; a problem document for who asks the API."""
    answer = (
        problem(error.status, error.key, word("en", error.key))
        if request.url.path.startswith("/api/")
        else page(request, "refused.html", error.status, message=word(settings_of(request).lang, error.key))
    )
    answer.headers.update(error.headers)
    return answer


def door(request: Request) -> Literal["open", "in", "out"]:
    """Where who asks stands: no password is asked here, or he has said it, or not yet."""
    if not request.app.state.entry.keys.asked:
        return "open"
    return "in" if session_of(request) else "out"


@cache
def environment(settings: Settings) -> Environment:
    """The templates with what they may use, for readers with these settings. A name that nobody gave is an error."""
    made = Environment(
        loader=PackageLoader("qawl.web"), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    made.filters |= {
        "bdi": partial(isolated, settings=settings),
        "isolates": partial(isolated_marks, lang=settings.lang),
        "day": partial(day, settings=settings),
        "moment": partial(moment, settings=settings),
        "number": partial(number_text, settings=settings),
        "percent": partial(percent_markup, settings=settings),
        "shown": shown,
        "told": partial(told, lang=settings.lang),
        "tongue": tongue,
        "url": partial(quote, safe=""),
        "query": query,
    }
    made.tests["denied"] = denies
    made.globals |= {
        "asset": asset,
        "lang": settings.lang,
        "t": partial(word, settings.lang),
        "word": word,
        "t_or_keep": partial(say_or_keep, settings.lang),
        "version": VERSION,
    }
    return made


def day(value: str | None, weekday: bool = False, *, settings: Settings) -> Markup:
    """The filter `day`: a place in time in words; nothing where there is none."""
    return day_markup(value, settings, weekday) if value else Markup()


def moment(value: str | None, *, settings: Settings) -> Markup:
    """The filter `moment`: a time with its hour; nothing where there is none."""
    return moment_markup(value, settings) if value else Markup()


def isolated(value: object, *, settings: Settings) -> Markup:
    """The filter `bdi`: what is set into a line, in an isolate of its own and without marks that turn others.

    A number is written as the reader wants it; the digits of a text stay. What is not in the letters of the reader's language
    is not told to be in it.
    """
    if isinstance(value, Markup):
        return Markup("<bdi>{}</bdi>").format(value)
    if isinstance(value, int | float) and not isinstance(value, bool):
        return Markup("<bdi>{}</bdi>").format(number_text(value, settings))
    text = tame(str(value))
    return Markup("<bdi{}>{}</bdi>").format(other_tongue(text, settings.lang), text)


def other_tongue(text: str, lang: Lang) -> Markup:
    """The attribute that says that a text is in Arabic, or in no language that is known, where the page round it is in another."""
    if ARABIC_LETTER.search(text):
        return Markup() if lang == "ar" else Markup(' lang="ar"')
    return Markup(' lang=""') if lang == "ar" and LATIN.search(text) else Markup()


def tongue(text: str, language: str = "ar") -> Markup:
    """The filter `tongue`: the attributes for the words of a page in this language: its language and direction.

    Words without a letter of an Arabic page are in a language that nobody knows.
    """
    foreign = language == "ar" and LATIN.search(text) and not ARABIC_LETTER.search(text)
    return Markup('lang="{}" dir="{}"').format("" if foreign else language, DIRECTION.get("en" if foreign else language, "auto"))


def shown(text: str) -> Markup:
    """The filter `shown`: the words of a page letter by letter, with what turns them shown; what would turn others is confined."""
    return Markup(TURNS.sub(turning, escape(text)))


def turning(found: re.Match[str]) -> str:
    """A character that turns others, with its name; all but the three marks turn nothing outside their own place."""
    name = TURNING[found[0]]
    tag = "span" if name in ("ALM", "LRM", "RLM") else "bdi"
    return f'<{tag} class="turn" data-name="{name}">{found[0]}</{tag}>'


def isolated_marks(text: str, lang: Lang = "ar") -> Markup:
    """The filter `isolates`: a line of the interface with its isolates, and words in the other language's letters, as elements."""
    pieces = ISOLATED.split(str(escape(text)))  # what stands between isolates, and in them, by turns
    return Markup("".join(_isolate(piece, lang) if place % 2 else _others(piece, lang) for place, piece in enumerate(pieces)))


def _isolate(text: str, lang: Lang) -> str:
    return f"<bdi{other_tongue(text, lang)}>{text}</bdi>"


def _others(text: str, lang: Lang) -> str:
    return (LATIN_WORDS if lang == "ar" else ARABIC_WORDS).sub(lambda found: _isolate(found[0], lang), text)


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
