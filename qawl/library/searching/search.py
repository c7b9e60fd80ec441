"""Search: what is asked of a library, and which statements answer it, the surest first.

Statements that hold the words themselves come first, then those that name an office otherwise, then those with probable slips.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, partial
from itertools import islice
from typing import Any, Literal, NamedTuple

import tantivy
from msgspec import Struct, ValidationError, convert

from qawl.library.errors import LibraryError
from qawl.library.searching.counting import FACETS, Counts, count
from qawl.library.searching.index import NAMED, Index, first_day, last_day, schema
from qawl.library.searching.matching import Matcher, any_of, filtered
from qawl.library.searching.nearby import with_latin, with_prefixes, with_slips, with_synonyms
from qawl.library.searching.queries import FIELDS, Mode, Query, Slot, parse
from qawl.model import Band, EventPart, FlagName, Kind

How = Literal["word", "synonym", "probable_slip"]
Sort = Literal["rank", "newest", "oldest"]
# The fields of a search that hold several values.
SEVERAL = ("speaker_identities", "kind", "band", "flags", "event_parts", "facets")
# So many statements are passed over or shown at most.
MOST = 100_000
# So many row ids are read at a time.
PAGE = 10_000
# So many statements more than are wanted are asked for at first, since some may be of one saying.
SPARE = 20


class Search(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What is asked. Filters by words hold where all words stand in the field, in any order and spelling; of several kinds
    or bands one must hold, of flags and event parts all. Days are ISO prefixes, both ends are in. What several pages report is
    one answer and counts once; with ``each``, every statement is one.
    """

    text: str = ""
    exact: bool = False
    ta_marbuta: bool = False  # keep ة and ه apart
    latin: bool = False  # names in Latin letters: Abbas finds عباس
    speaker: str | None = None
    speaker_identities: tuple[str, ...] = ()  # beside those whose words `speaker` names: all that these say, under any name
    said_to: str | None = None
    role: str | None = None
    organisation: str | None = None
    topic: str | None = None
    outlet: str | None = None
    kind: tuple[Kind, ...] = ()
    band: tuple[Band, ...] = ()
    flags: tuple[FlagName, ...] = ()
    event_parts: tuple[EventPart, ...] = ()
    said_from: str | None = None
    said_until: str | None = None
    published_from: str | None = None
    published_until: str | None = None
    each: bool = False
    sort: Sort = "rank"
    limit: int = 20
    offset: int = 0
    facets: tuple[str, ...] = tuple(FACETS)

    @classmethod
    def of(cls, fields: dict[str, Any]) -> Search:
        """The search with these fields, as they come from people and programs: one value may stand for several.

        Raises `LibraryError` (bad_value) for a field or a value that there is not.
        """
        given = {name: (value,) if name in SEVERAL and isinstance(value, str) else value for name, value in fields.items()}
        try:
            return convert(given, cls)
        except ValidationError as error:
            raise LibraryError("bad_value", "no such search: {error}", error=error) from error

    @property
    def mode(self) -> Mode:
        """How words are compared."""
        return "exact" if self.exact else "strict" if self.ta_marbuta else "folded"


class Hit(NamedTuple):
    """A statement that was found: its row id, its rank's score (0 where it is sorted by date), how it answers, and the number
    of its saying where other statements share it.
    """

    rowid: int
    score: float
    how: How
    saying: int | None


class Tier(NamedTuple):
    """A query with all that is as sure as `how`, or surer."""

    how: How
    query: Query


class Hits(Struct, frozen=True):
    """What was found: those of the page wanted, what is counted of all, and the queries by how sure they are."""

    hits: tuple[Hit, ...] = ()
    counts: Counts = Counts()
    tiers: tuple[Tier, ...] = ()


def search(index: Index, asked: Search) -> Hits:
    """The statements that answer. Raises `LibraryError` (bad_value) for a day that is none."""
    check(asked)
    searcher = index.searcher()
    return Inquiry(searcher, asked).hits() if searcher else Hits()


def check(asked: Search) -> None:
    """Raises `LibraryError` (bad_value) for what no search can ask."""
    filters_of(Matcher(schema()), asked)
    if not (0 <= asked.limit <= MOST and 0 <= asked.offset <= MOST):
        raise LibraryError(
            "bad_value", "limit and offset are whole numbers up to {most}; all answers stream from search_rows", most=MOST
        )
    if unknown := set(asked.facets) - FACETS.keys():
        raise LibraryError(
            "bad_value", "no facet is called {facet!r}; there are {facets}", facet=sorted(unknown)[0], facets=", ".join(FACETS)
        )


class Inquiry:
    """One search over the index as it is now."""

    def __init__(self, searcher: tantivy.Searcher, asked: Search) -> None:
        self.searcher = searcher
        self.asked = asked
        self.matcher = Matcher(schema())
        self.filters = filters_of(self.matcher, asked)
        self.tiers = tiers_of(asked, cache(partial(self._stands, FIELDS[asked.mode])))
        self.queries = [self.matcher.matching(tier.query) for tier in self.tiers]

    def _stands(self, field: str, word: str) -> bool:
        return self.searcher.doc_freq(field, word) > 0

    def those_of(self, rows: Sequence[int]) -> set[int]:
        """Those of some row ids that answer."""
        if not rows:
            return set()
        query = filtered(self.whole(), [self.matcher.one_of("rowid", rows)])
        return set(self.rowids_of(self.searcher.search(query, len(rows), count=False)))

    def whole(self) -> tantivy.Query:
        """What finds everything that answers, sure or not."""
        return filtered(self.queries[-1], self.filters)

    def hits(self) -> Hits:
        """The page that is wanted, and what is counted."""
        counts = count(self.searcher, self.whole(), self.asked.facets, self.asked.each)
        return Hits(tuple(self._page()) if self.asked.offset < counts.total else (), counts, self.tiers)

    def _page(self) -> Iterator[Hit]:
        found = self._by_rank() if self.asked.sort == "rank" else self._by_day()
        some = islice(found if self.asked.each else once(found), self.asked.offset, self.asked.offset + self.asked.limit)
        return some if self.asked.sort == "rank" else self._told_how(list(some))

    # -- rank

    def _by_rank(self) -> Iterator[Hit]:
        """Tier by tier: what one has found is left out of the next."""
        before = None
        for tier, query in zip(self.tiers, self.queries, strict=True):
            yield from self._streamed(filtered(query, self.filters, before), tier.how)
            before = query

    def _streamed(self, query: tantivy.Query, how: How, **order: Any) -> Iterator[Hit]:
        """All that a query finds, in order, ever more at a time."""
        start, size = 0, self.asked.offset + self.asked.limit + SPARE
        while True:
            found = self.searcher.search(query, size, count=False, offset=start, **order)
            addresses = [address for _, address in found.hits]
            scores = [0.0 if order else score for score, _ in found.hits]
            values = (self.searcher.fast_field_values(name, addresses) for name in ("rowid", "saying"))
            for rowid, saying, score in zip(*values, scores, strict=True):
                yield Hit(int(rowid), score, how, saying)
            if len(addresses) < size:
                return
            start, size = start + size, 2 * size

    def rowids_of(self, found: tantivy.SearchResult) -> list[int]:
        """The rows in the database of what the index found, in its order."""
        values = self.searcher.fast_field_values("rowid", [address for _, address in found.hits])
        return [int(value) for value in values if value is not None]

    # -- days

    def _by_day(self) -> Iterator[Hit]:
        """All that answers, by the day on which it was said, else published."""
        order = tantivy.Order.Desc if self.asked.sort == "newest" else tantivy.Order.Asc
        return self._streamed(self.whole(), self.tiers[-1].how, order_by_field="when", order=order)

    def _told_how(self, hits: list[Hit]) -> Iterator[Hit]:
        """Statements with how each of them answers: the surest tier that finds it."""
        rowids = [hit.rowid for hit in hits]
        how = dict.fromkeys(rowids, self.tiers[-1].how)
        for tier, query in reversed(list(zip(self.tiers[:-1], self.queries[:-1], strict=True))):
            found = self.searcher.search(filtered(query, [self.matcher.one_of("rowid", rowids)]), max(len(rowids), 1))
            how |= dict.fromkeys(self.rowids_of(found), tier.how)
        return (hit._replace(how=how[hit.rowid]) for hit in hits)


def once(hits: Iterable[Hit]) -> Iterator[Hit]:
    """The first statement of each saying."""
    seen: set[int] = set()
    for hit in hits:
        if hit.saying not in seen:
            yield hit
        if hit.saying is not None:
            seen.add(hit.saying)


def tiers_of(asked: Search, stands: Callable[[str], bool]) -> tuple[Tier, ...]:
    """The query by how sure it is; a tier that adds nothing is left out."""
    words = parse(asked.text, asked.mode)
    if asked.latin:
        words = with_latin(words, stands)
    named = with_prefixes(with_synonyms(words), stands)
    slipped = with_slips(named, stands)
    found = [Tier("word", with_prefixes(words, stands)), Tier("synonym", named), Tier("probable_slip", slipped)]
    return tuple(tier for before, tier in zip([None, *found], found, strict=False) if before is None or tier.query != before.query)


# -- filters


def filters_of(matcher: Matcher, asked: Search) -> list[tantivy.Query]:
    """What leaves only the statements that are wanted. Raises `LibraryError` for a day that is none."""
    return [*_by_words(matcher, asked), *_by_values(matcher, asked), *_by_days(matcher, asked)]


def _by_words(matcher: Matcher, asked: Search) -> Iterator[tantivy.Query]:
    for field in NAMED:
        text = getattr(asked, field)
        named = [matcher.all_words(field, slots_of(text, asked.latin))] if text else []
        if field == "speaker" and asked.speaker_identities:
            named.append(matcher.one_of("speaker_identity", asked.speaker_identities))
        if named:
            yield any_of(named)


def slots_of(text: str, latin: bool) -> Iterator[Slot]:
    """The words of a filter; one that holds no word leaves nothing."""
    query = parse(f'"{text.replace(chr(34), " ")}"')
    if latin:
        query = with_latin(query, lambda _: True)
    slots = [slot for one in query.any_of for run in one.must for slot in run.slots]
    return iter(slots or [()])


def _by_values(matcher: Matcher, asked: Search) -> Iterator[tantivy.Query]:
    for field, values in (("kind", asked.kind), ("band", asked.band)):
        if values:
            yield matcher.one_of(field, values)
    yield from (matcher.word("flags", (flag,)) for flag in asked.flags)
    yield from (matcher.word("event_parts", (part,)) for part in asked.event_parts)


def _by_days(matcher: Matcher, asked: Search) -> Iterator[tantivy.Query]:
    """What was said on a day of the stretch, or may have been where only a month or an interval is known."""
    if asked.said_from:
        yield matcher.between("said_last", _known(asked.said_from, first_day), None)
    if asked.said_until:
        yield matcher.between("said_first", None, _known(asked.said_until, last_day))
    if asked.published_from:
        yield matcher.between("published", _known(asked.published_from, first_day), None)
    if asked.published_until:
        yield matcher.between("published", None, _known(asked.published_until, last_day))


def is_day(number: int) -> bool:
    """Whether a day as a number, 20240331, may be one; a month may have 31 days."""
    return 1 <= number // 100 % 100 <= 12 and 1 <= number % 100 <= 31


def _known(value: str, day_of: Callable[[str | None], int | None]) -> int:
    day = day_of(value)
    if day is None or not is_day(day):
        raise LibraryError(
            "bad_value", "{value!r} is not a day, month or year; write it as 2024-03-31, 2024-03 or 2024", value=value
        )
    return day


# -- all of it


def rowids(index: Index, asked: Search, least: int = 0, size: int = PAGE) -> Iterator[int]:
    """The row ids from `least` on of all that answers, ascending, whatever limit and order were asked for.

    Memory does not grow with them: `size` are read at a time.
    """
    check(asked)
    searcher = index.searcher()
    if searcher is None:
        return
    inquiry = Inquiry(searcher, asked)
    while True:
        query = filtered(inquiry.whole(), [inquiry.matcher.between("rowid", least, None)])
        found = inquiry.rowids_of(searcher.search(query, size, count=False, order_by_field="rowid", order=tantivy.Order.Asc))
        yield from found
        if len(found) < size:
            return
        least = found[-1] + 1


def rowids_down(inquiry: Inquiry, below: int | None, size: int) -> Iterator[int]:
    """The row ids of all that answers, descending, below one where it is named: what came or changed last is first."""
    most = None if below is None else below - 1
    while most is None or most >= 0:
        query = filtered(inquiry.whole(), [inquiry.matcher.between("rowid", 0, most)])
        found = inquiry.rowids_of(
            inquiry.searcher.search(query, size, count=False, order_by_field="rowid", order=tantivy.Order.Desc)
        )
        yield from found
        if len(found) < size:
            return
        most = found[-1] - 1
