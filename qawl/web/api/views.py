"""What each address asks of the library, and the answer it makes of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any, TypeVar, cast

from msgspec import Struct
from msgspec.structs import asdict, replace

from qawl.library import Library, LibraryError
from qawl.library.asking.agenda import Wanted
from qawl.library.asking.checking import Quoted
from qawl.library.asking.copies import Copy
from qawl.library.asking.courses import Course
from qawl.library.asking.naming import Meant
from qawl.library.asking.proposed import Proposed
from qawl.library.asking.waiting import Queue, Waiting
from qawl.library.asking.who import Profile
from qawl.library.deciding.decisions import Decision
from qawl.library.deciding.disagreements import Disagreement
from qawl.library.outlets import Outlet
from qawl.library.rows import COLUMNS_VERSION, PageRow
from qawl.library.saved import SavedSearch
from qawl.library.schema import VERSION
from qawl.library.searching.answers import Answer
from qawl.library.searching.search import Search
from qawl.library.sources import Source
from qawl.library.watched import Feed
from qawl.model import EXTRACTOR, SCHEMA, Record
from qawl.show.strings import LANGS
from qawl.show.why import Because
from qawl.web.api import answers
from qawl.web.api import parameters as asks
from qawl.web.api.answers import Listed, links_of, places_of
from qawl.web.api.problems import BadQuestion
from qawl.web.citing import citation, fragment
from qawl.web.quality import bands, credits, figures, libraries, weakest
from qawl.web.settings import Settings
from qawl.web.views.statement import explained, statement_of
from qawl.web.views.today import tomorrow

T = TypeVar("T")
S = TypeVar("S", bound=Struct)
DAY = 10  # letters of an ISO day


def listed(found: Sequence[T], asked: asks.Part) -> Listed[T]:
    """A part of a list."""
    stop = asked.offset + asked.limit
    return Listed(total=len(found), limit=asked.limit, offset=asked.offset, items=tuple(found[asked.offset : stop]))


def cut(found: S, asked: asks.Part, fields: Iterable[str]) -> S:
    """The same with a part of each of these lists."""
    stop = asked.offset + asked.limit
    return replace(found, **{name: getattr(found, name)[asked.offset : stop] for name in fields})


# -- statements


def search_of(asked: asks.OfStatements) -> dict[str, Any]:
    """The fields of the search that is asked for."""
    return asdict(asked) | {"facets": Search().facets if asked.facets else ()}


def statements(library: Library, asked: asks.OfStatements) -> answers.Statements:
    """The statements that answer a search."""
    found = library.search(Search.of(search_of(asked)))
    return answers.Statements(
        total=found.total,
        limit=asked.limit,
        offset=asked.offset,
        exact=found.exact,
        items=tuple(map(answering, found.answers)),
        facets=found.facets,
    )


def answering(found: Answer) -> answers.Answering:
    """A statement that answers."""
    return answers.Answering(
        statement=found.row,
        page=found.document,
        highlights=found.highlights,
        how=found.how,
        spread=found.spread,
        links=links_of(found.row.capture, found.row.id),
    )


def statement(library: Library, asked: asks.OfStatement) -> answers.OneStatement:
    """A statement with all that is known of it."""
    found = library.reported(f"{asked.capture}:{asked.id}")
    told = found.told
    record = library.seen(told.page.capture)
    ruled = library.ruled(told.page.capture, told.statement.id)
    one = statement_of(record, told.statement.id)
    words = (record.document.title or "") if told.statement.in_title else record.document.text
    return answers.OneStatement(
        statement=told.statement,
        page=told.page,
        spread=told.spread,
        record=one,
        evidence=places_of(words, one),
        appearances=found.appearances,
        citations=answers.Cite(ar=citation(told, Settings("ar")), en=citation(told, Settings("en"))),
        live=fragment(told.page.url, words, one),
        why={lang: why(explained(record, one, ruled, lang)) for lang in LANGS},
        ruled=ruled,
        note=library.outlet_note(told.page.outlet),
        links=links_of(told.page.capture, told.statement.id),
    )


def why(found: Mapping[str, tuple[Because, ...]]) -> dict[str, tuple[answers.Why, ...]]:
    """Reasons by field."""
    return {field: tuple(answers.Why(text=one.text, line=one.line) for one in some) for field, some in found.items()}


# -- pages


def pages(library: Library, asked: asks.Part) -> Listed[PageRow]:
    """The pages, in the order in which they came."""
    some = library.rows("pages", "1", (asked.limit, asked.offset), "ORDER BY p.page LIMIT ? OFFSET ?")
    rows = cast("tuple[PageRow, ...]", tuple(some))
    return Listed(total=library.count("pages"), limit=asked.limit, offset=asked.offset, items=rows)


def page(library: Library, asked: asks.OfPage) -> Record:
    """The record of a page as it is shown."""
    return library.seen(asked.capture)


def text(library: Library, asked: asks.OfPage) -> str:
    """The text in which the places of a record count."""
    return library.seen(asked.capture).document.text


def copies(library: Library, asked: asks.OfPage) -> tuple[Copy, ...]:
    """The pages of the same article, itself among them."""
    return tuple(library.copies(asked.capture))


# -- people


LISTS = ("pages", "said", "said_to", "said_about", "said_by_office", "encounters", "towards", "of_others")


def who(library: Library, asked: asks.OfSomebody) -> answers.Somebody:
    """Whom a name means, and what there is of him. Raises `LibraryError` (not_found) where nobody is meant."""
    enough = asked.offset + asked.limit + 1  # one more tells whether there is more
    found = library.who(asked.name, enough, asked.on, asked.band)
    if isinstance(found, Meant):
        if not found.others:
            raise LibraryError("not_found", "no page of this library names {name}", name=asked.name)
        return answers.Somebody(total=0, limit=asked.limit, offset=asked.offset, profile=None, others=found.others)
    return answers.Somebody(
        total=longest(found), limit=asked.limit, offset=asked.offset, profile=cut(found, asked, LISTS), others=found.others
    )


def longest(found: Profile) -> int:
    """How long the longest list of a profile is, as far as that is known."""
    return max(*found.counts.values(), *(len(getattr(found, name)) for name in LISTS))


def proposed(library: Library, asked: asks.Part) -> Listed[Proposed]:
    """Who may be the same."""
    return listed(library.proposed(), asked)


# -- what is asked


def wanted_of(asked: asks.OfAgenda) -> Wanted:
    """The encounters that are asked for."""
    return Wanted(**{name: getattr(asked, name) for name in Wanted.__struct_fields__})


def agenda(library: Library, asked: asks.OfAgenda) -> Listed[Course]:
    """Encounters by date; where all are wanted, by the first day that a page tells, and no more of them are read than are told."""
    wanted = wanted_of(asked)
    if wanted != Wanted():
        return listed(library.agenda(wanted), asked)
    part = listed(library.encounters(wanted), asked)
    items = tuple(library.courses(part.items, wanted))
    return Listed(total=part.total, limit=part.limit, offset=part.offset, items=items)


def event(library: Library, asked: asks.OfStatement) -> Course:
    """An encounter over all pages that tell it."""
    return library.course(asked.capture, asked.id)


def timeline(library: Library, asked: asks.OfTwo) -> answers.TwoParties:
    """What stands between two parties."""
    found = library.timeline(asked.a, asked.b, asked.since, asked.until, asked.band)
    total = max(len(found.a_to_b), len(found.b_to_a))
    part = cut(found, asked, ("a_to_b", "b_to_a"))
    return answers.TwoParties(total=total, limit=asked.limit, offset=asked.offset, timeline=part)


def check(library: Library, asked: asks.OfQuotation) -> Quoted:
    """The statements nearest to a quotation, whatever their band: it is in hand already."""
    return library.check(asked.quotation, asked.limit)


def day(library: Library, asked: asks.OfDay) -> answers.OneDay:
    """What was published on a day: on the newest, where none is named."""
    must_be_a_time("day", asked.day)
    found = library.day(asked.day, until=tomorrow(), bands=asked.band)
    moved = tuple(answers.MovedOn(now=one.now, before=one.before, changed=one.changed) for one in found.encounters)
    same = {name: getattr(found, name) for name in answers.OneDay.__struct_fields__ if name != "encounters"}
    return answers.OneDay(**same, encounters=moved)


PARTS = ("speakers", "topics", "encounters", "changes", "absences", "failures")


def brief(library: Library, asked: asks.OfBrief) -> answers.Briefed:
    """What came since a time: since yesterday where none is named."""
    for name in ("since", "until"):
        must_be_a_time(name, getattr(asked, name))
    found = library.brief(asked.since or yesterday(), asked.until, asked.band)
    totals = {name: len(getattr(found, name)) for name in PARTS}
    part = cut(found, asked, PARTS)
    speakers = tuple(replace(one, statements=one.statements[: asked.limit]) for one in part.speakers)
    topics = tuple(replace(one, statements=one.statements[: asked.limit]) for one in part.topics)
    return answers.Briefed(
        total=max(totals.values()),
        limit=asked.limit,
        offset=asked.offset,
        brief=replace(part, speakers=speakers, topics=topics),
        totals=totals,
    )


def must_be_a_time(name: str, value: str | None) -> None:
    """Raises `BadQuestion` for a day or hour that there is not."""
    try:
        datetime.fromisoformat(value or yesterday())
    except ValueError as error:
        raise BadQuestion("bad_value", f"{name} is {value}: {error}", (name,)) from error


def yesterday() -> str:
    """The day before this one, UTC."""
    return (datetime.now(UTC) - timedelta(days=1)).isoformat()[:DAY]


# -- where it came from, what was decided


def sources(library: Library, asked: asks.Part) -> Listed[Outlet]:
    """The outlets."""
    return listed(library.outlets(), asked)


def feeds(library: Library, asked: asks.Part) -> Listed[Feed]:
    """The feeds that are watched."""
    return listed(library.feeds(), asked)


def failures(library: Library, asked: asks.Part) -> Listed[Source]:
    """What could not be read, and why."""
    return listed(list(library.failures()), asked)


def decisions(library: Library, asked: asks.OfDecisions) -> Listed[Decision]:
    """What people decided."""
    return listed(library.decisions(asked.capture), asked)


def disagreements(library: Library, asked: asks.Part) -> Listed[Disagreement]:
    """Where the machine now says something else than people."""
    return listed(list(library.disagreements()), asked)


def review(library: Library, asked: asks.OfQueue) -> Listed[answers.Waits]:
    """What waits for a decision, the most doubtful and most used first."""
    part = library.waiting_part(asked.of, asked.offset, asked.limit)
    items = tuple(waits(library, one, asked.of) for one in part)
    return Listed(total=library.how_many_wait()[asked.of], limit=asked.limit, offset=asked.offset, items=items)


def waits(library: Library, one: Waiting, queue: Queue) -> answers.Waits:
    """What waits, with its row."""
    row: Any = next(library.rows(queue, "p.capture = ? AND f.id = ?", (one.capture, one.id)), None)
    rows = {"statement": row, "event": None} if queue == "statements" else {"statement": None, "event": row}
    return answers.Waits(**asdict(one), **rows)


def searches(library: Library, asked: asks.Part) -> Listed[SavedSearch]:
    """The searches that are saved."""
    return listed(library.saved_searches(), asked)


def quality(library: Library, _: asks.Nothing) -> answers.Quality:
    """What was measured of the program."""
    return answers.Quality(
        measured=max(one.measured for one in figures()),
        figures=figures(),
        weakest=tuple(weakest()),
        bands=bands(),
        credits=credits(),
        libraries=libraries(),
        versions=answers.Versions(
            extractor=EXTRACTOR, record=SCHEMA, columns=COLUMNS_VERSION, library=VERSION, made_by=library.store.fact("made_by")
        ),
    )
