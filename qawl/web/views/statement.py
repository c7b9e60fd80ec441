"""A statement: its sentence in the page, what is known of it and why, what is not, its history, and every page that reports it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any, NamedTuple

from msgspec.structs import replace
from starlette.requests import Request
from starlette.responses import Response

from qawl.library import LibraryError
from qawl.library.asking.reported import Reported
from qawl.library.asking.ruled import Ruled
from qawl.model import Block, Document, Record, Statement
from qawl.show.decided import value_told
from qawl.show.strings import Lang, say, say_source
from qawl.show.told import colours
from qawl.show.why import Because, decided_so, line_of, reasons
from qawl.web.citing import citation, fragment
from qawl.web.passages import context, title_pieces, wordings
from qawl.web.rendering import page
from qawl.web.settings import settings_of
from qawl.web.signing import reviewer_of
from qawl.web.views.review import done_of
from qawl.web.words import word


def show_statement(request: Request) -> Response:
    """The statement of a capture."""
    capture, id = request.path_params["capture"], request.path_params["id"]
    lang = settings_of(request).lang
    with request.app.state.shelf.library() as library:
        reported = library.reported(f"{capture}:{id}")
        row, where = reported.told.statement, reported.told.page
        record = library.seen(where.capture)
        done = done_of(library, request)
        ruled = library.ruled(where.capture, row.id)
        notes = {one.page.outlet: library.outlet_note(one.page.outlet) for one in reported.appearances}
    return page(
        request,
        "statement.html",
        reported=reported,
        row=row,
        where=where,
        **in_its_page(record, row.id, where.url),
        why=explained(record, statement_of(record, row.id), ruled, lang),
        fields=fields_of(reported, record.document, lang),
        ruled=ruled,
        done=done,
        reviewer=reviewer_of(request),
        value_told=partial(value_told, lang=lang),
        wordings={(one.page.capture, one.statement.id): wordings(one) for one in reported.appearances},
        notes=notes,
        command=f"qawl verify {row.id}.qawl.zip",
        citations={language: citation(reported.told, replace(settings_of(request), lang=language)) for language in ("ar", "en")},
    )


def in_its_page(record: Record, id: str, url: str | None) -> dict[str, Any]:
    """A statement as it stands in its page, for the template: its number there, the words round it, its place in the live page."""
    document, statement = record.document, statement_of(record, id)
    in_title = statement in record.title_statements
    return {
        "record": record,
        "document": document,
        "statement": statement,
        "number": [*record.title_statements, *record.statements].index(statement) + 1,
        "title": title_pieces(document.title or "", [statement]) if in_title else (),
        "context": [] if in_title else context(document, statement),
        "spot": spot_of(document, statement, in_title),
        "live": fragment(url, (document.title or "") if in_title else document.text, statement),
    }


def statement_of(record: Record, id: str) -> Statement:
    """The statement with this id. Raises `LibraryError` (not_found) where the record has none."""
    for statement in (*record.title_statements, *record.statements):
        if statement.id == id:
            return statement
    raise LibraryError("not_found", "the page has no statement {id}", id=id)


def explained(record: Record, statement: Statement, ruled: Ruled, lang: Lang) -> Mapping[str, tuple[Because, ...]]:
    """Why each field is what it is: by the words of the page, or because a person decided so."""
    people = {field: (decided_so(one, field, lang),) for field, one in ruled.holds.items() if field}
    return reasons(record, statement, lang) | people


class Field(NamedTuple):
    """What is known of a statement under a name, with a note beside it; ``value`` is None where it is not known."""

    name: str
    value: str | None
    note: str = ""


def fields_of(reported: Reported, document: Document, lang: Lang) -> list[Field]:
    """All that can be known of a statement."""
    row, where = reported.told.statement, reported.told.page
    comma = f"{say(lang, 'comma')} "
    form, act = (say(lang, f"{name}.{value}") if value else "" for name, value in (("form", row.speaker_form), ("act", row.act)))
    return [
        Field("speaker", row.speaker, form),
        Field("role", row.role),
        Field("organisation", row.organisation),
        Field("kind", say(lang, f"kind.{row.kind}")),
        Field("cue", row.cue or say(lang, "none"), act),
        Field("content", f"{row.start}–{row.end}", word(lang, "code_points")),
        Field("holder", comma.join(row.holder) or word(lang, "own_words")),
        Field("said_to", row.said_to),
        Field("via", row.via),
        Field("said_on", row.said_on, say_source(lang, row.said_on_source or "")),
        Field("topic", row.topic),
        Field("flags", colours(row, lang) or say(lang, "none")),
        Field("outlet", where.outlet),
        Field("published", document.published),
        Field("band", say(lang, f"band.{row.band}"), word(lang, f"band_why.{row.band}")),
        Field("rule", row.rule),
    ]


class Spot(NamedTuple):
    """Where a statement stands: the line of the text, and the block of the page's source that holds its beginning."""

    line: int
    block: Block | None


def spot_of(document: Document, statement: Statement, in_title: bool) -> Spot | None:
    """Where a statement of the text stands; of the title nothing is known."""
    if in_title:
        return None
    start = statement.content[0].start
    block = next((one for one in document.blocks if one.start <= start < one.end), None)
    return Spot(line_of(document.text, start), block)
