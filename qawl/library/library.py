"""A library as its users hold it: one object, a method for each thing that can be asked of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from msgspec import Struct

from qawl.library.across.own_names import OwnName, own_names
from qawl.library.adding import Added, add
from qawl.library.arrivals import Arrival, Given, arrivals_of
from qawl.library.captures import bytes_of
from qawl.library.deciding.decision_files import Imported, export_decisions, import_decisions
from qawl.library.deciding.decisions import Decision, Verdict, kept_decisions
from qawl.library.deciding.disagreements import Disagreement, disagreements
from qawl.library.deciding.event_changes import EventChange, event_changes
from qawl.library.deciding.histories import History, history_of
from qawl.library.deciding.joining import join, split, with_names
from qawl.library.deciding.making import decide, suppress
from qawl.library.deciding.own_names import NamesTaken, remove_names, take_names
from qawl.library.deciding.proposals import Proposal, proposals
from qawl.library.deciding.reread import Reread, everything, outdated, reread, reread_failed
from qawl.library.deciding.tombstones import Tombstone, must_be_shown, tombstones
from qawl.library.errors import LibraryError
from qawl.library.keeping import count_rows, record_of, select_lines, select_rows, some_lines
from qawl.library.logs import LogEntry, log_entries
from qawl.library.outlets import Outlet, OutletNote, note_outlet, outlet_note, outlets
from qawl.library.proving.proof import Checked
from qawl.library.proving.verify import verify
from qawl.library.resuming import Before
from qawl.library.saved import SavedSearch, delete_search, rename_search, save_search, saved_searches
from qawl.library.sources import Source, failed_lately, failed_sources, forget_failure, is_there, sources
from qawl.library.store import Store, now
from qawl.library.view import seen
from qawl.library.watched import Feed, drop_feed, feeds, give_feed
from qawl.model import Band, Page, Record

if TYPE_CHECKING:  # loaded where it is used: what only adds pages must not wait for it
    from qawl.library.across.appearances import Appearance
    from qawl.library.asking.agenda import Months, Wanted
    from qawl.library.asking.brief import Brief
    from qawl.library.asking.checking import Quoted
    from qawl.library.asking.copies import Copy
    from qawl.library.asking.courses import Course
    from qawl.library.asking.day import Day
    from qawl.library.asking.naming import Meant
    from qawl.library.asking.over_time import OverTime
    from qawl.library.asking.proposed import Proposed
    from qawl.library.asking.reported import Reported
    from qawl.library.asking.ruled import Ruled
    from qawl.library.asking.timeline import Timeline
    from qawl.library.asking.waiting import Queue, Waiting
    from qawl.library.asking.who import Profile
    from qawl.library.proving.evidence import Evidence
    from qawl.library.proving.original import Original
    from qawl.library.searching.answers import Found
    from qawl.library.searching.index import Index
    from qawl.library.searching.news import News
    from qawl.library.searching.search import Search

DEFAULT = "qawl.library"


class Library:
    """A folder of records with their evidence.

    ``with Library("news.library", create=True) as library: ...``; raises `LibraryError` where the folder is no library, is
    written by a newer version, damaged, or locked by another writer.
    """

    def __init__(self, folder: Path | str = DEFAULT, *, create: bool = False) -> None:
        self.store = Store(folder, create=create)
        self._index: Index | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Close the files."""
        self.store.close()

    # -- in

    def add(
        self,
        pages: Iterable[Page],
        *,
        published: str | None = None,
        outlet: str | None = None,
        workers: int = 1,
        retry: bool = False,
    ) -> Iterator[Added]:
        """Read pages and keep them; what came of each, once it is safe on disk. See `qawl.library.adding.add`."""
        return self.add_arrivals(arrivals_of(pages, now(), published, outlet), workers=workers, retry=retry)

    def add_arrivals(self, arrivals: Iterable[Arrival], *, workers: int = 1, retry: bool = False) -> Iterator[Added]:
        """The same for pages with all that is known of how they came."""
        yield from add(self.store, arrivals, workers=workers, retry=retry)
        self.bring_up_index()

    def bring_up_index(self) -> None:
        """Let the search index take in what changed, unless another process is at it: then the next search does."""
        try:
            self.index()
        except LibraryError as error:
            if error.code != "locked":
                raise

    def before(self, archive: str, given: Given, *, again: bool = False) -> Before:
        """What came of an archive in earlier runs. See `qawl.library.resuming.Before`."""
        return Before(self.store, archive, given, again)

    # -- search

    def search(self, asked: Search | str = "", **more: Any) -> Found:
        """What answers a search: `library.search("أوثق", speaker="أباتوري", sort="newest")`.

        ``more`` are the fields of `qawl.library.searching.search.Search`. Raises `LibraryError` (bad_value) for what is none
        of their values.
        """
        from qawl.library.searching.answers import answer

        wanted = _search(asked, more)
        try:
            return answer(self.store.connection, self.index(), wanted)
        except ValueError:  # tantivy met a damaged file
            self.index().clear()
            return answer(self.store.connection, self.index(), wanted)

    def search_lines(self, asked: Search | str = "", **more: Any) -> Iterator[tuple[Any, ...]]:
        """All that answers, whatever the limit, as lines of `rows.line_columns("statements")`; in the order in which it came."""
        from qawl.library.searching.answers import all_lines

        return all_lines(self.store.connection, self.index(), _search(asked, more))

    def next_lines(self, asked: Search | str = "", after: int = -1, **more: Any) -> tuple[list[tuple[Any, ...]], int | None]:
        """The next lines of `search_lines` behind the row `after`, and the last row of them: for who reads slowly and must not
        hold the library meanwhile. No lines and None where none are left.
        """
        from qawl.library.searching.answers import some_lines

        index = self.index()
        with self.store.reading() as connection:
            return some_lines(connection, index, _search(asked, more), after)

    def news(self, asked: Search | str = "", most: int = 50, below: int | None = None, **more: Any) -> list[News]:
        """What answers a search, the latest that came or changed first; see `qawl.library.searching.news`.

        Raises `LibraryError`.
        """
        from qawl.library.searching.news import news

        index = self.index()
        with self.store.reading() as connection:
            return news(connection, index, _search(asked, more), most, below)

    def saved_searches(self) -> list[SavedSearch]:
        """The searches that are saved, by name."""
        return saved_searches(self.store.connection)

    def save_search(self, name: str, asked: dict[str, Any]) -> None:
        """Save a search, as fields of `Search`, under a name, in place of one that has it. Raises `LibraryError` (bad_value)."""
        save_search(self.store, name, asked)

    def rename_search(self, name: str, new: str) -> None:
        """Give a saved search another name. Raises `LibraryError`: not_found, or bad_value where another has it."""
        rename_search(self.store, name, new)

    def delete_search(self, name: str) -> None:
        """Take a saved search away. Raises `LibraryError` (not_found)."""
        delete_search(self.store, name)

    def index(self) -> Index:
        """The search index, with all that changed in the library taken in."""
        from qawl.library.searching.steps import bring_up, index_of

        self._index = bring_up(self.store, self._index or index_of(self.store))
        return self._index

    # -- what is there

    def capture(self, key: str) -> bytes:
        """The bytes of a page as they came. Raises `LibraryError`, also where the page is suppressed."""
        must_be_shown(self.store.connection, key)
        return bytes_of(self.store.connection, key)

    def original(self, capture: str) -> Original:
        """A page as it came, for whoever is shown it; not where something of it is suppressed. Raises `LibraryError`."""
        from qawl.library.proving.original import original_of

        with self.store.reading() as connection:
            return original_of(connection, capture)

    def record(self, capture: str) -> Record:
        """The record of a page as the machine read it, for those who judge it; `seen` is the one to show. Raises `LibraryError`."""
        must_be_shown(self.store.connection, capture)
        return record_of(self.store.connection, capture)

    def seen(self, capture: str) -> Record:
        """The record of a page as it is shown: with what people decided, without what is suppressed. Raises `LibraryError`."""
        return seen(self.store.connection, capture)

    def rows(self, table: str, where: str = "1", values: Sequence[Any] = (), more: str = "") -> Iterator[Struct]:
        """The rows of a table of `qawl.library.rows.TABLES`; the columns are those of `f`, its page's those of `p`."""
        return select_rows(self.store.connection, table, where, values, more)

    # -- what is asked

    def check(self, quotation: str, limit: int = 5) -> Quoted:
        """The statements nearest to a quotation, and what differs; see `qawl.library.asking.checking.check`.

        Raises `LibraryError`.
        """
        try:
            return self._checked(quotation, limit)
        except ValueError:  # tantivy met a damaged file
            self.index().clear()
            return self._checked(quotation, limit)

    def _checked(self, quotation: str, limit: int) -> Quoted:
        from qawl.library.asking.checking import CANDIDATES, check
        from qawl.library.searching.likely import likely

        index = self.index()
        with self.store.reading() as connection:
            return check(connection, quotation, lambda stems: likely(index, stems, CANDIDATES), limit)

    def who(self, name: str, limit: int = 20, on: str | None = None, bands: tuple[Band, ...] = ()) -> Profile | Meant:
        """What there is of a person or body, or who may be meant; see `qawl.library.asking.who.who`.

        Raises `LibraryError`.
        """
        from qawl.library.asking.who import who

        with self.store.reading() as connection:
            return who(connection, name, limit, on, bands)

    def over_time(self, name: str) -> OverTime:
        """How often somebody speaks over time, and on what; nothing where several may be meant. Raises `LibraryError`."""
        from qawl.library.asking.naming import meant
        from qawl.library.asking.over_time import over_time

        with self.store.reading() as connection:
            return over_time(connection, meant(connection, name))

    def proposed(self, limit: int | None = None) -> list[Proposed]:
        """Who may be the same, with the reasons, where nobody has decided; `join` and `split` do. The first `limit`, or all."""
        from qawl.library.asking.proposed import proposed

        with self.store.reading() as connection:
            return list(islice(proposed(connection), limit))

    def appearances(self, saying: str) -> list[Appearance]:
        """The statements of all pages that report a saying (`statements.saying`), in the order of time."""
        from qawl.library.across.appearances import appearances

        with self.store.reading() as connection:
            return appearances(connection, saying)

    def copies(self, capture: str) -> list[Copy]:
        """The pages that are the same article as a page, itself among them, in the order of time. Raises `LibraryError`."""
        from qawl.library.asking.copies import copies

        with self.store.reading() as connection:
            return copies(connection, capture)

    def reported(self, finding: str) -> Reported:
        """A statement by its id with all its appearances; see `qawl.library.asking.reported.reported`. Raises `LibraryError`."""
        from qawl.library.asking.reported import reported

        with self.store.reading() as connection:
            return reported(connection, finding)

    def timeline(
        self, a: str, b: str, since: str | None = None, until: str | None = None, bands: tuple[Band, ...] = ()
    ) -> Timeline:
        """What one says of the other and how it stands towards it, the directions apart. Raises `LibraryError`."""
        from qawl.library.asking.timeline import timeline

        with self.store.reading() as connection:
            return timeline(connection, a, b, since, until, bands)

    def brief(self, since: str, until: str | None = None, bands: tuple[Band, ...] = ()) -> Brief:
        """What came from one ISO day or time on, up to another: see `qawl.library.asking.brief.brief`."""
        from qawl.library.asking.brief import brief

        with self.store.reading() as connection:
            return brief(connection, since, until, bands)

    def day(self, day: str | None = None, *, until: str, bands: tuple[Band, ...] = ()) -> Day:
        """What was published on an ISO day, on the newest one where none is named: see `qawl.library.asking.day.day_of`."""
        from qawl.library.asking.day import day_of

        with self.store.reading() as connection:
            return day_of(connection, day, until, bands)

    def agenda(self, wanted: Wanted | None = None) -> list[Course]:
        """The encounters that are wanted, by date, each once with all pages that tell it; all where nothing is asked for."""
        from qawl.library.asking.agenda import Wanted, agenda

        with self.store.reading() as connection:
            return agenda(connection, wanted or Wanted())

    def agenda_part(self, wanted: Wanted, most: int, start: int = 0, *, newest_first: bool = False) -> list[Course]:
        """A part of the encounters that are wanted: see `qawl.library.asking.agenda.agenda_part`."""
        from qawl.library.asking.agenda import agenda_part

        with self.store.reading() as connection:
            return agenda_part(connection, wanted, most, start, newest_first)

    def months(self, month: str | None, clock: str) -> Months:
        """A month of the agenda with its neighbours: see `qawl.library.asking.agenda.months`."""
        from qawl.library.asking.agenda import months

        with self.store.reading() as connection:
            return months(connection, month, clock)

    def course(self, capture: str, event: str) -> Course:
        """The encounter over all pages that a page tells under this id. Raises `LibraryError` (not_found)."""
        from qawl.library.asking.courses import course_at

        with self.store.reading() as connection:
            return course_at(connection, capture, event)

    def encounters(self, wanted: Wanted) -> list[str]:
        """The ids of the encounters that may be wanted, by the first day that a page tells; `courses` tells which are."""
        from qawl.library.asking.agenda import condition
        from qawl.library.asking.courses import encounters_where

        return list(encounters_where(self.store.connection, *condition(self.store.connection, wanted)))

    def courses(self, encounters: Sequence[str], wanted: Wanted) -> list[Course]:
        """Those of these encounters that are wanted, in the order in which `encounters` has them."""
        from qawl.library.asking.agenda import courses_wanted

        with self.store.reading() as connection:
            return courses_wanted(connection, encounters, wanted)

    # -- where it came from

    def sources(self) -> Iterator[Source]:
        """Each file, line and address that pages came from, and what came of it."""
        return sources(self.store.connection)

    def failures(self) -> Iterator[Source]:
        """Each source that could not be read, with the reason."""
        return sources(self.store.connection, "a.code IS NOT NULL")

    def failed(self) -> Iterator[Arrival]:
        """What failed, as arrivals that can be added again: from its capture where something came, else empty-handed."""
        return failed_sources(self.store.connection)

    def failed_lately(self, most: int) -> list[Source]:
        """What could not be read, what was tried last first."""
        return failed_lately(self.store.connection, most)

    def outlets(self) -> list[Outlet]:
        """Each outlet with its pages, its feeds, what failed and what was noted of it, by name."""
        return outlets(self.store.connection)

    def outlet_note(self, outlet: str | None) -> OutletNote | None:
        """What was noted of an outlet; None where nobody noted anything."""
        return outlet_note(self.store.connection, outlet)

    def note_outlet(self, outlet: str, note: str, *, who: str) -> None:
        """Note something of an outlet, such as who owns it, in place of what was noted before; an empty note takes that away.

        Raises `LibraryError` (not_found) for an outlet that the library does not have.
        """
        note_outlet(self.store, outlet, note, who)

    def watch(
        self, addresses: Iterable[str], *, every: int | None = None, outlet: str | None = None, time: str | None = None
    ) -> int:
        """Remember feeds to be watched, each polled every so many seconds (900); how many of them are new.

        They are due at once: at `time`, ISO, UTC, or that of the clock. `qawl.fetch.watching.Watch` does the watching.
        """
        with self.store.writing() as connection:
            return sum(give_feed(connection, address, every, outlet, time or now()) for address in addresses)

    def feeds(self) -> list[Feed]:
        """The feeds that are watched and how they stand, by the time at which they are due."""
        return feeds(self.store.connection)

    def unwatch(self, address: str) -> None:
        """Watch a feed no longer; the pages that came stay. Raises `LibraryError` (not_found)."""
        with self.store.writing() as connection:
            if not drop_feed(connection, address):
                raise LibraryError(
                    "not_found", "{address} is not watched; the command `qawl watch --list` lists what is", address=address
                )

    def has_page_of(self, address: str) -> bool:
        """Whether a page came from this address, or from one that sent us on to it."""
        return is_there(self.store.connection, address)

    def mended(self, source: str) -> None:
        """Note that a source could be read that brings pages and is none itself; it no longer stands among what failed."""
        with self.store.writing() as connection:
            forget_failure(connection, source)

    def history(self, capture: str, event: str) -> History:
        """How an encounter that a page tells changed since it came, by any page: when, how often, and under which id it came."""
        return history_of(self.store.connection, capture, event)

    # -- what people decide

    def decide(
        self, finding: str, verdict: Verdict, field: str | None = None, value: Any = None, *, who: str, why: str = ""
    ) -> Decision:
        """Accept, fix or reject a statement or an encounter, or be unsure of it; seen in the rows at once.

        `finding` is its id, the beginning of it, or `CAPTURE:ID`. A fix names the `field` and gives its `value`, as
        `qawl.library.deciding.fields` has them. Raises `LibraryError`: not_found, ambiguous, bad_value.
        """
        (decision,) = decide(self.store, finding, verdict, {field: value} if field else {}, who=who, why=why)
        return decision

    def fix(self, finding: str, values: Mapping[str, Any], *, who: str, why: str = "") -> list[Decision]:
        """Fix several fields of a statement or an encounter in one go, all or none. Raises `LibraryError`."""
        return decide(self.store, finding, "fix", values, who=who, why=why)

    def suppress(self, finding: str = "", *, page: str = "", person: str = "", who: str, why: str = "") -> Decision:
        """Let a statement or an encounter, a page (its capture or address) or a person be gone at once, everywhere.

        Raises `LibraryError`: not_found, ambiguous, bad_value.
        """
        return suppress(self.store, "suppress", finding=finding, page=page, person=person, who=who, why=why)

    def restore(self, finding: str = "", *, page: str = "", person: str = "", who: str, why: str = "") -> Decision:
        """Let what was suppressed be there again; or take the decision back that has the id `finding`. Raises `LibraryError`."""
        return suppress(self.store, "restore", finding=finding, page=page, person=person, who=who, why=why)

    def join(self, one: str, other: str, *, who: str, why: str = "") -> Decision:
        """Decide that two identities are one, each by a name or an id; it holds for pages that come later.

        Raises `LibraryError`: not_found, ambiguous, bad_value.
        """
        return join(self.store, one, other, who=who, why=why)

    def split(self, name: str, pages: Sequence[str] = (), *, other: str = "", who: str, why: str = "") -> Decision:
        """Decide that some `pages` tell of somebody else of that name or id, or that it is not the `other`; it stays so.

        Pages as in `suppress`, or the ids of their documents. `restore` with the id of the decision takes it back. Raises
        `LibraryError`: not_found, ambiguous, bad_value.
        """
        return split(self.store, name, pages, other=other, who=who, why=why)

    def take_names(self, data: bytes) -> NamesTaken:
        """Take in a table of names that the user made, CSV: names of one id are one, those of different ids never are.

        Raises `LibraryError` where it is no such table; what is wrong with single lines is told in the answer.
        """
        return take_names(self.store, data)

    def remove_names(self, ids: Iterable[str] | None = None) -> NamesTaken:
        """Take the names of some ids out of the user's table, or all. Raises `LibraryError`."""
        return remove_names(self.store, ids)

    def own_names(self) -> list[OwnName]:
        """The user's table of names."""
        return list(own_names(self.store.connection))

    def decisions(self, capture: str | None = None) -> list[Decision]:
        """The decisions on a page, or all, in the order in which they were made; of what is suppressed without its words."""
        of_page = ("capture = ?", capture) if capture else ("1",)
        return [with_names(self.store.connection, kept.shown) for kept in kept_decisions(self.store.connection, *of_page)]

    def decision(self, id: str) -> Decision:
        """The decision of an id, as `decisions` has it. Raises `LibraryError` (not_found)."""
        for kept in kept_decisions(self.store.connection, "id = ?", id):
            return with_names(self.store.connection, kept.shown)
        raise LibraryError("not_found", "there is no decision {id} in this library", id=id)

    def waiting(self, queue: Queue = "statements", place: int = 0) -> Waiting | None:
        """What waits for a decision at a place of a queue, from 0, the most doubtful and most used first; None behind its end."""
        from qawl.library.asking.waiting import waiting

        with self.store.reading() as connection:
            return waiting(connection, queue, place)

    def waiting_part(self, queue: Queue = "statements", start: int = 0, most: int = 50) -> list[Waiting]:
        """What waits from a place of a queue on, `most` at most."""
        from qawl.library.asking.waiting import waiting_part

        with self.store.reading() as connection:
            return waiting_part(connection, queue, start, most)

    def how_many_wait(self) -> dict[Queue, int]:
        """How many statements and encounters wait for a decision."""
        from qawl.library.asking.waiting import how_many_wait

        with self.store.reading() as connection:
            return how_many_wait(connection)

    def disagreements(self) -> Iterator[Disagreement]:
        """Where the machine now says something else than people, or what they said, or has lost what they decided about."""
        return disagreements(self.store.connection)

    def proposals(self) -> Iterator[Proposal]:
        """Decisions that may hold for the same page in other bytes too: it came anew from its address."""
        return proposals(self.store.connection)

    def export_decisions(self) -> Iterator[bytes]:
        """All decisions as lines of JSON, which `import_decisions` takes in, here or elsewhere."""
        return export_decisions(self.store.connection)

    def import_decisions(self, lines: Iterable[bytes]) -> Imported:
        """Take in decisions; those that are there stay, and what does not fit is told with its line. Raises `LibraryError`."""
        return import_decisions(self.store, lines)

    def reread(
        self, captures: Iterable[str] | None = None, *, all: bool = False, failed: bool = False, workers: int = 1
    ) -> Iterator[Reread]:
        """Read pages anew from their captures: those named, those of another version, `all`, or what `failed`.

        Decisions stay. What came of each page, once it is safe on disk. Raises `LibraryError`.
        """
        if failed:
            return reread_failed(self.store, workers=workers)
        wanted = captures if captures is not None else everything(self.store) if all else outdated(self.store)
        return reread(self.store, wanted, workers=workers)

    def tombstones(self) -> list[Tombstone]:
        """The pages that are suppressed: when, by whom and why, and nothing of what they say."""
        return tombstones(self.store.connection)

    def ruled(self, capture: str, finding: str) -> Ruled:
        """What people decided of a finding of a page, and how the machine stands to it now. Raises `LibraryError`."""
        from qawl.library.asking.ruled import ruled

        with self.store.reading() as connection:
            return ruled(connection, capture, finding)

    def event_changes(self, since: str = "", capture: str | None = None) -> Iterator[EventChange]:
        """How encounters changed by re-reading or a decision, from an ISO time on; of all pages, or of one."""
        return event_changes(self.store.connection, since, capture)

    def log(self) -> Iterator[LogEntry]:
        """What was done to the library as a whole, in order."""
        return log_entries(self.store.connection)

    # -- out

    def lines(self, table: str, where: str = "1", values: Sequence[Any] = ()) -> Iterator[tuple[Any, ...]]:
        """The lines of a table as it is exported, in the order of its pages; their columns: `rows.line_columns(table)`."""
        return select_lines(self.store.connection, table, where, values)

    def some_lines(self, table: str, after: int = 0, most: int = 50) -> tuple[list[tuple[Any, ...]], int | None]:
        """The lines that the next pages have, at `most` so many pages behind the number `after`, and the last of these numbers.

        No lines and None where none are left.
        """
        with self.store.reading() as connection:
            return some_lines(connection, table, after, most)

    def revision(self) -> str:
        """Text that is another one once pages, decisions or encounters changed; see `qawl.library.store.Store.revision`."""
        return self.store.revision()

    def count(self, table: str) -> int:
        """How many rows a table has."""
        return count_rows(self.store.connection, table)

    # -- proof

    def verify(self, *, workers: int = 1, again: bool = False) -> Iterator[Checked]:
        """Whether all is as it was written, to the byte: what was checked and found damaged, a stretch of captures at a time.

        `again` also reads each page anew that this version read, and compares.
        """
        return verify(self.store, workers, again)

    def evidence(self, finding: str) -> Evidence:
        """All that proves a statement, by the beginning of its id or `CAPTURE:ID`; `qawl.export.pack` writes it to a file.

        Raises `LibraryError`, also where something of the page is suppressed.
        """
        from qawl.library.proving.evidence import evidence_of

        return evidence_of(self.store, finding)

    def backup(self, target: Path | str) -> Path:
        """Copy the library to a new folder, or to a new file that ends in .sqlite, while others go on writing; returns the file.

        Raises `LibraryError` where the target is there already or the disk is full.
        """
        from qawl.library.proving.backup import back_up

        return back_up(self.store, Path(target))


def _search(asked: Search | str, more: dict[str, Any]) -> Search:
    from qawl.library.searching.search import Search

    return Search.of({"text": asked, **more}) if isinstance(asked, str) else asked
