"""A quotation in hand: the nearest stored statements, what differs, and where they appeared first.

Nothing here says whether a quotation is true: it says what the pages of the library report, and in which words.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from sqlite3 import Connection
from typing import NamedTuple, cast

from msgspec import Struct

from qawl.arabic.letters import fold
from qawl.library.across.spreads import Spread, spreads_of
from qawl.library.asking.ascribed import Ascribed, ascribed
from qawl.library.asking.cautions import Caution, ascriptions, cautions, in_order_of_weight
from qawl.library.asking.wordings import Difference, Range, Step, Worded, align, differences, in_order, met, window, worded
from qawl.library.errors import LibraryError
from qawl.library.keeping import select_rows
from qawl.library.rows import PageRow, StatementRow
from qawl.library.searching.answers import among, statement_rows
from qawl.library.searching.words import stems_in
from qawl.library.view import seen
from qawl.model import Band, Record, Span, Statement

# So many statements are held against a quotation.
CANDIDATES = 500
# So many words must be quoted at least where their attribution is left out.
FEWEST = 2
# So many words more of a quotation make a statement beside the nearest one a part of what is quoted.
MORE = 2

# The stems of a quotation -> row ids of statements that may hold half of them in order, the likeliest first.
Candidates = Callable[[Sequence[str]], Iterable[int]]


class Appearance(Struct, frozen=True, kw_only=True):
    """Where the same words stand: page, outlet and day, whose they are there, how sure that is, what a person decided of it."""

    capture: str
    statement: str
    document: str
    url: str | None
    outlet: str | None
    published: str | None
    in_title: bool
    speaker: str | None
    band: Band
    decided: str | None
    decided_by: str | None


class Nearest(Struct, frozen=True, kw_only=True):
    """A statement near a quotation: ``in_order`` of its words stand there in order, ``share`` of them all.

    ``statement`` is the one of the first appearance, ``document`` its page; ``goes_on`` are the ids of statements beside it of the
    same speaker that the quotation holds too. ``same`` are the stretches that both have. ``appearances`` are where these words
    stand; ``spread`` is how far the saying of the first of them went, in other words too, where several pages report it.
    """

    share: float
    in_order: int
    cautions: tuple[Caution, ...]
    differences: tuple[Difference, ...]
    same: tuple[Span, ...]
    statement: Statement
    goes_on: tuple[str, ...]
    document: PageRow
    appearances: tuple[Appearance, ...]
    saying: str | None = None
    spread: Spread | None = None


class Quoted(Struct, frozen=True, kw_only=True):
    """What a library has of a quotation; nothing where under half of its words stand in order in any statement.

    ``words`` is how many are compared: where the quotation says whose words they are (``ascribed_to``), those that it ascribes,
    unless more of the whole stands somewhere.
    """

    quotation: str
    ascribed_to: str | None
    words: int
    nearest: tuple[Nearest, ...]


class _Way(NamedTuple):
    """A way to take a quotation: its words, what ascribes them (None: all of it is quoted), and where half of them stand."""

    words: Worded
    told: Ascribed | None
    found: list[_Scored]

    @property
    def weight(self) -> tuple[int, float]:
        """How many words stand in order in one statement, and which share of them all that is."""
        most = max((one.in_order for one in self.found), default=0)
        return most, most / len(self.words.words)


class _Scored(NamedTuple):
    """Statements of the same words: how many are in order, and how many stand between the first and last of these."""

    in_order: int
    between: int
    rows: list[StatementRow]


class _Held(NamedTuple):
    """The same for the row ids of statements."""

    in_order: int
    between: int
    ids: list[int]


def check(connection: Connection, quotation: str, candidates: Candidates, limit: int = 5) -> Quoted:
    """The statements nearest to a quotation, those with most of its words in order first; at most `limit`.

    Raises `LibraryError` (bad_value) where the quotation holds no word.
    """
    quotation = quotation.encode("utf-8", "replace").decode("utf-8")  # half characters become question marks
    whole = worded(quotation)
    if not whole.words:
        raise LibraryError("bad_value", "the quotation holds no word; write it as: qawl check 'WORDS'")
    told = ascribed(quotation)
    ways = [(whole, None), *([(worded(quotation, told.pieces), told)] if told else [])]
    taken = (_taken(connection, words, by, candidates) for words, by in ways if by is None or len(words.words) >= FEWEST)
    asked = max(taken, key=lambda way: way.weight)
    pages = pages_of(connection, {row.capture for one in asked.found for row in one.rows})
    ordered = sorted((one._replace(rows=by_day(one.rows, pages)) for one in asked.found), key=lambda one: nearness(one, pages))
    nearest = tuple(nearest_of(connection, asked, one, pages) for one in islice(once(ordered), limit))
    speaker = asked.told.speaker if asked.told else None
    return Quoted(quotation=quotation, ascribed_to=speaker.name if speaker else None, words=len(asked.words.words), nearest=nearest)


def _taken(connection: Connection, words: Worded, told: Ascribed | None, candidates: Candidates) -> _Way:
    """A way to take a quotation, with what is found of it."""
    held = list(holding(words, texts_of(connection, list(candidates(words.stems)))))
    rows = dict(statement_rows(connection, [id for one in held for id in one.ids]))
    return _Way(words, told, [_Scored(one.in_order, one.between, [rows[id] for id in one.ids]) for one in held])


def texts_of(connection: Connection, ids: Sequence[int]) -> dict[str, list[int]]:
    """The texts of statements by their row ids, each with those that have it: what many pages have is looked at once."""
    found: dict[str, list[int]] = {}
    query = f"SELECT f.row, f.text FROM statements f WHERE {among(ids)} ORDER BY f.row"
    for id, text in connection.execute(query, ids):
        found.setdefault(text, []).append(id)
    return found


def pages_of(connection: Connection, captures: Iterable[str]) -> dict[str, PageRow]:
    """Pages by their captures."""
    found: dict[str, PageRow] = {}
    for capture in captures:
        for page in cast(Iterator[PageRow], select_rows(connection, "pages", "p.capture = ?", (capture,))):
            found[capture] = page
    return found


def holding(asked: Worded, texts: dict[str, list[int]]) -> Iterator[_Held]:
    """The statements in which half of the words or more stand in order, those of the same words together."""
    forms = [(word.stem, fold(asked.form(place))) for place, word in enumerate(asked.words)]
    alike: dict[tuple[str, ...], list[str]] = {}
    for text in texts:
        alike.setdefault(tuple(stems_in(text)), []).append(text)
    for words, same in alike.items():
        if 2 * most_met(forms, words, same[0]) < len(forms):
            continue
        stems = met(asked, worded(same[0]))
        count = in_order(stems, words)
        if 2 * count >= len(stems):
            first, stop = window(stems, words)
            yield _Held(count, stop - first - count, [id for text in same for id in texts[text]])


def most_met(asked: Sequence[tuple[str, str]], stems: Sequence[str], text: str) -> int:
    """No fewer words of a quotation than a text can have, in whatever order, by their stems and forms: told at a glance."""
    known, letters = set(stems), fold(text)
    return sum(stem in known or form in letters for stem, form in asked)


def once(found: Iterable[_Scored]) -> Iterator[_Scored]:
    """Each saying once, in the words that come first."""
    met: set[str | None] = set()
    for one in found:
        sayings = {row.saying for row in one.rows}
        if None in sayings or not sayings <= met:
            yield one
        met |= sayings


def by_day(rows: Iterable[StatementRow], pages: dict[str, PageRow]) -> list[StatementRow]:
    """Statements by the day on which their page was published, unknown days last."""
    return sorted(rows, key=lambda row: (day_order(pages[row.capture]), pages[row.capture].read, row.capture, row.number))


def day_order(page: PageRow) -> tuple[bool, str]:
    """Where a page stands in time, unknown days last."""
    return page.published is None, page.published or ""


def nearness(one: _Scored, pages: dict[str, PageRow]) -> tuple[object, ...]:
    """What makes a statement nearer than another: more words in order, fewer between them, an earlier page, fewer words."""
    first = one.rows[0]
    return -one.in_order, one.between, day_order(pages[first.capture]), len(first.text), first.capture, first.number


def nearest_of(connection: Connection, asked: _Way, one: _Scored, pages: dict[str, PageRow]) -> Nearest:
    """A statement beside the quotation, with all its appearances."""
    first = one.rows[0]
    record = seen(connection, first.capture)
    statement = statement_of(record, first)
    statements = with_neighbours(record, statement, first.in_title, asked.words)
    written = said(record, statements, first.in_title)
    count = in_order(met(asked.words, written), written.stems)
    steps = align(asked.words, written)
    return Nearest(
        share=count / len(asked.words.words),
        in_order=count,
        cautions=in_order_of_weight(
            [*cautions(steps, asked.words, written, statements), *ascriptions(record, statement, asked.told)]
        ),
        differences=differences(steps, asked.words, written),
        same=tuple(same_spans(steps, written)),
        statement=statement,
        goes_on=tuple(other.id for other in statements if other is not statement),
        document=pages[first.capture],
        appearances=tuple(appearance(row, pages[row.capture]) for row in one.rows),
        saying=first.saying,
        spread=spreads_of(connection, [first.saying]).get(first.saying or ""),
    )


def with_neighbours(record: Record, statement: Statement, in_title: bool, asked: Worded) -> list[Statement]:
    """A statement and those of the same speaker beside it, as far as each holds two more words of the quotation in order."""
    every = record.title_statements if in_title else record.statements
    first = stop = every.index(statement)
    found = held([statement], record, in_title, asked)
    while stop + 1 < len(every) and is_same(every[stop + 1], statement):
        more = held([*every[first : stop + 2]], record, in_title, asked)
        if more < found + MORE:
            break
        found, stop = more, stop + 1
    while first and is_same(every[first - 1], statement):
        more = held([*every[first - 1 : stop + 1]], record, in_title, asked)
        if more < found + MORE:
            break
        found, first = more, first - 1
    return [*every[first : stop + 1]]


def held(statements: Sequence[Statement], record: Record, in_title: bool, asked: Worded) -> int:
    """How many words of a quotation stand in order in some statements of a page."""
    written = said(record, statements, in_title)
    return in_order(met(asked, written), written.stems)


def is_same(one: Statement, other: Statement) -> bool:
    """Whether two statements have the same speaker, who is known."""
    return one.speaker is not None and other.speaker is not None and one.speaker.name == other.speaker.name


def statement_of(record: Record, row: StatementRow) -> Statement:
    """The statement of a row in the record of its page."""
    found = record.title_statements if row.in_title else record.statements
    return next(statement for statement in found if statement.id == row.id)


def said(record: Record, statements: Iterable[Statement], in_title: bool) -> Worded:
    """What was said as words of the page's text, or of its title."""
    text = (record.document.title or "") if in_title else record.document.text
    return worded(text, apart_from_each_other((piece.start, piece.end) for one in statements for piece in one.content))


def apart_from_each_other(pieces: Iterable[Range]) -> list[Range]:
    """Pieces of a text in order, those within or across others made one."""
    found: list[Range] = []
    for start, end in sorted(pieces):
        if found and start < found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], end))
        else:
            found.append((start, end))
    return found


def same_spans(steps: Iterable[Step], written: Worded) -> Iterator[Span]:
    """The stretches of the page that the quotation has too, in whatever spelling."""
    for step in steps:
        span = written.span(step.written) if step.kind in (None, "spelling") else None
        if span:
            yield span


def appearance(row: StatementRow, page: PageRow) -> Appearance:
    """Where a statement stands."""
    return Appearance(
        capture=row.capture,
        statement=row.id,
        document=page.document,
        url=page.canonical_url or page.url,
        outlet=page.outlet,
        published=page.published,
        in_title=row.in_title,
        speaker=row.speaker,
        band=row.band,
        decided=row.decided,
        decided_by=row.decided_by,
    )
