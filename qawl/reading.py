"""A page becomes a record: the steps in their order, and only that.

Reading is a pure function of the page: no clock, no network, no locale.
"""

from __future__ import annotations

from typing import Any, get_args

from qawl.arabic.actions.find import find_actions
from qawl.arabic.agenda.events import find_events
from qawl.arabic.agenda.headers import header_day
from qawl.arabic.dates.finding import find_dates, written_on
from qawl.arabic.figures import find_quantities
from qawl.arabic.frames.scene import scene_of
from qawl.arabic.passage import Passage
from qawl.arabic.people.finding import find_people
from qawl.arabic.record import Said, parties_of, people_of, refs_of, statements_of, told_by, told_by_body
from qawl.arabic.reporting.statements import find_statements
from qawl.arabic.speakers.cast import Cast
from qawl.arabic.speakers.unveiled import unveiled
from qawl.arabic.stances.colours import coloured
from qawl.arabic.stances.relations import find_relations
from qawl.arabic.stances.topics import headings_of
from qawl.arabic.windows import join, windows
from qawl.arabic.world.named import NOTHING, find_named
from qawl.model import Document, Failure, Organisation, Page, PageKind, Person, Record, Statement, Unreadable, failure
from qawl.pages import read_document
from qawl.pages.dates import iso_time

SILENT = ("chrome", "related")
TITLE = "title"


def read(
    source: bytes | str,
    *,
    kind: PageKind | None = None,
    title: str | None = None,
    published: str | None = None,
    outlet: str | None = None,
    url: str | None = None,
) -> Record:
    """The record of one page, given as bytes or text.

    ``published`` is an ISO date or time; what is given wins over what the page says of itself. Offsets in the record are code
    points of ``record.document.text``. Raises `Unreadable` (code, message) where there is nothing to read; `TypeError` and
    `ValueError` for arguments that are none of these.
    """
    if not isinstance(source, bytes | str):
        raise TypeError(f"source must be bytes or text, not {type(source).__name__}")
    if kind not in (None, *get_args(PageKind)):
        raise ValueError(f"kind must be html, text or None, not {kind!r}")
    if published is not None and iso_time(published) is None:
        raise ValueError(f"published must be an ISO date or time such as 2024-03-31, not {published!r}")
    return read_page(Page(source=source, kind=kind, title=title, published=published, outlet=outlet, url=url))


def read_page(page: Page) -> Record:
    """The record of a page. Raises `Unreadable`."""
    if page.failure:
        error = page.failure.error
        raise Unreadable(error.code, error.message)
    return read_document_findings(read_document(page))


def read_or_fail(page: Page) -> Record | Failure:
    """The record of a page, or in its place the record of why it could not be read."""
    try:
        return read_page(page)
    except Unreadable as problem:
        return page.failure or failure(page.id, page.url, problem.code, problem.message)


def read_document_findings(document: Document) -> Record:
    """All that a document says."""
    titles = ranges_of(document, TITLE)
    silent = ranges_of(document, *SILENT)
    parts = [findings(document, Passage(document.text, silent, titles, window)) for window in windows(document.text)]
    found = join(parts) if len(parts) > 1 else parts[0]
    headline = title_findings(document, found["people"], found["organisations"]) if document.title and not titles else ()
    return Record(document=document, title_statements=headline, **found)


def ranges_of(document: Document, *roles: str) -> tuple[tuple[int, int], ...]:
    """The code point ranges of the parts with one of these roles."""
    return tuple((part.start, part.end) for part in document.parts if part.role in roles)


def findings(document: Document, passage: Passage) -> dict[str, Any]:
    """The findings of a passage, by the record's field names."""
    cast, said = cast_of(passage)
    dates = find_dates(passage.tokens, document.published)
    people, parties = people_of(passage, cast, said), parties_of(passage, said)
    named = find_named(passage, parties, people)
    refs = refs_of(people, named.parties)
    plain = statements_of(document.text_sha256, passage, said, refs, dates)
    day = written_on(passage.tokens, dates, document.published) or header_day(passage, dates)
    days = dates if document.published else find_dates(passage.tokens, day)
    scene = scene_of(passage, cast, said, plain, days, refs, named, day)
    events = find_events(scene)
    durations, figures = find_quantities(passage, dates)
    return {
        "statements": coloured(scene, said, headings_of(document)),
        "people": tuple(person for _, person in people),
        "organisations": named.organisations,
        "groups": named.groups,
        "places": named.places,
        "dates": dates,
        "durations": durations,
        "figures": figures,
        "events": events,
        "actions": find_actions(scene, events),
        "relations": find_relations(scene, events),
    }


def cast_of(passage: Passage) -> tuple[Cast, Said]:
    """Who speaks in a passage, and its sayings."""
    cast = Cast(passage, find_people(passage))
    return cast, unveiled(passage, cast.said(find_statements(passage)))


def title_findings(document: Document, people: tuple[Person, ...], bodies: tuple[Organisation, ...]) -> tuple[Statement, ...]:
    """What a headline that stands outside the text quotes; offsets count in the title, its speakers are of the text."""
    title = document.title or ""
    passage = Passage(title, (), ((0, len(title)),))
    cast, said = cast_of(passage)
    dates = find_dates(passage.tokens, document.published)
    plain = statements_of(document.text_sha256 + TITLE, passage, said, {}, dates)
    statements = coloured(scene_of(passage, cast, said, plain, dates, {}, NOTHING, document.published), said)
    return tuple(told_by_body(bodies, told_by(people, statement)) for statement in statements)
