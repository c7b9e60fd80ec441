"""Two parties over time: what one says of the other and how it stands towards it, the directions apart.

Each point is a sentence of a page. Nothing is counted, weighed or scored.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from sqlite3 import Connection

from msgspec import Struct
from msgspec.structs import replace

from qawl.library.across.spreads import Spread, spreads_of
from qawl.library.asking.agenda import is_undated, may_fall
from qawl.library.asking.courses import Course, courses_told
from qawl.library.asking.named import PageNames
from qawl.library.asking.naming import Whose, marks, somebody
from qawl.library.asking.told import Bands, Stood, Told, Where, relations_told, statements_told
from qawl.library.errors import LibraryError
from qawl.library.view import seen
from qawl.model import Band, FlagName, PartyType, Stance


class Point(Struct, frozen=True, kw_only=True):
    """A sentence of one about the other: ``text`` is the statement, ``evidence`` the words that show the ``stance``.

    ``day`` is when it was said, else published (``is_published``). ``stance`` is empty where the statement only names the other;
    what stands outside a statement has no ``statement``, ``number`` (its place on the page), ``band`` and ``flags``.
    ``according_to`` null is the page's own voice. ``spread`` is how far the saying went, where several pages report it.
    """

    day: str | None
    is_published: bool
    stance: tuple[Stance, ...] = ()
    actor: str | None
    target: str | None
    text: str | None
    evidence: str | None = None
    condition: str | None = None
    flags: tuple[FlagName, ...] = ()
    denied: bool = False
    speaker: str | None = None
    speaker_type: PartyType | None = None
    role: str | None = None
    according_to: str | None = None
    band: Band | None = None
    statement: str | None = None
    number: int | None = None
    relation: str | None = None
    plover: str | None = None
    cameo: str | None = None
    page: Where
    saying: str | None = None
    spread: Spread | None = None


class Timeline(Struct, frozen=True, kw_only=True):
    """Both directions between two parties, ``keys`` are folded names; by day: those without a known year and none last.

    ``encounters`` are those in which both have a part, by date: they come, or stay away.
    """

    a: str
    b: str
    a_keys: tuple[str, ...]
    b_keys: tuple[str, ...]
    a_to_b: tuple[Point, ...]
    b_to_a: tuple[Point, ...]
    encounters: tuple[Course, ...] = ()


def timeline(
    connection: Connection, a: str, b: str, since: str | None = None, until: str | None = None, bands: Bands = ()
) -> Timeline:
    """What stands between two names, from one day, month or year to another, both in; of statements those of these `bands`, or all.

    Raises `LibraryError` (bad_value) where several may be meant by a name, or both mean the same.
    """
    one, other = somebody(connection, a), somebody(connection, b)
    if one.is_any(other):
        raise LibraryError("bad_value", "{a} and {b} are one name here; give two", a=a, b=b)
    there, back = said_between(connection, one, other)
    return Timeline(
        a=a,
        b=b,
        a_keys=one.names,
        b_keys=other.names,
        a_to_b=listed(connection, cut(of(one_way(connection, one, other, there), bands), since, until)),
        b_to_a=listed(connection, cut(of(one_way(connection, other, one, back), bands), since, until)),
        encounters=tuple(it for it in of_both(connection, one, other) if may_fall(it.event.when, since, until)),
    )


def of_both(connection: Connection, one: Whose, other: Whose) -> Iterator[Course]:
    """The encounters in which two have a part, by whichever of their pages, by date."""
    asked = [whose.where("q.identity", "q.key") for whose in (one, other)]
    rows = "SELECT e.encounter FROM participants q JOIN events e ON e.page = q.page AND e.id = q.event WHERE"
    both = " AND ".join(f"f.encounter IN ({rows} {where})" for where, _ in asked)
    return courses_told(connection, both, [value for _, values in asked for value in values])


def listed(connection: Connection, points: Sequence[Point]) -> tuple[Point, ...]:
    """Points with how far their sayings went, of each saying those of the first page alone."""
    spreads = spreads_of(connection, (point.saying for point in points))
    return tuple(replace(point, spread=spreads.get(point.saying or "")) for point in once(points))


def once(points: Sequence[Point]) -> Iterator[Point]:
    """Of points in order those of the first page that tells a saying so; without a stance only where no page tells one."""
    stood = {point.saying for point in points if point.stance}
    first: dict[tuple[str | None, tuple[Stance, ...]], str] = {}
    for point in points:
        is_first = first.setdefault((point.saying, point.stance), point.page.capture) == point.page.capture
        if point.saying is None or (is_first and (point.stance or point.saying not in stood)):
            yield point


def of(points: Iterable[Point], bands: Bands) -> Iterator[Point]:
    """The points of these bands, and those outside statements, which have none; all where none is named."""
    return (point for point in points if not bands or point.band is None or point.band in bands)


def cut(points: Iterable[Point], since: str | None, until: str | None) -> tuple[Point, ...]:
    """The points between two days, in order."""
    return tuple(sorted((point for point in points if may_fall(point.day, since, until)), key=by_day))


def one_way(connection: Connection, actor: Whose, target: Whose, said: Iterable[Told]) -> Iterator[Point]:
    """The points of one direction: relations, and the statements that tell none of them."""
    acts, actors = actor.where("f.actor_identity", "f.actor_key")
    suffers, targets = target.where("f.target_identity", "f.target_key")
    held = set()
    for stood in relations_told(connection, f"{acts} AND {suffers}", (*actors, *targets)):
        held.add((stood.page.capture, stood.relation.statement))
        yield of_relation(connection, stood)
    yield from (of_statement(told) for told in said if (told.page.capture, told.statement.id) not in held)


def by_day(point: Point) -> tuple[object, ...]:
    """The order of points: those of a known year, those of a day without one, those without a day."""
    return point.day is None, is_undated(point.day), point.day or "", point.page.capture, point.number is None, point.number or 0


def of_relation(connection: Connection, stood: Stood) -> Point:
    """A relation as a point, with the statement that tells it."""
    row, page = stood.relation, stood.page
    told = statement_of(connection, page.capture, row.statement)
    statement = told.statement if told else None
    said_on = statement.said_on if statement else None
    return Point(
        day=said_on or page.published,
        is_published=said_on is None,
        stance=row.stance,
        actor=row.actor,
        target=row.target,
        text=statement.text if statement else None,
        evidence=row.evidence,
        condition=row.condition,
        flags=statement.flags if statement else (),
        denied=statement is not None and statement.denied,
        speaker=statement.speaker if statement else None,
        speaker_type=statement.speaker_type if statement else None,
        role=statement.role if statement else None,
        according_to=row.according_to,
        band=statement.band if statement else None,
        statement=row.statement,
        number=statement.number if statement else None,
        relation=row.id,
        plover=row.plover,
        cameo=row.cameo,
        page=page,
        saying=statement.saying if statement else None,
    )


def statement_of(connection: Connection, capture: str, id: str | None) -> Told | None:
    """The statement of a page by its id, None where it is not shown."""
    if id is None:
        return None
    where = "f.page = (SELECT page FROM pages WHERE capture = ?) AND f.id = ?"
    return next(statements_told(connection, where, (capture, id), ""), None)


def of_statement(told: Told) -> Point:
    """A statement that names the other, without a stance that was found."""
    row = told.statement
    return Point(
        day=told.day,
        is_published=row.said_on is None,
        actor=row.speaker,
        target=None,
        text=row.text,
        flags=row.flags,
        denied=row.denied,
        speaker=row.speaker,
        speaker_type=row.speaker_type,
        role=row.role,
        according_to=row.speaker,
        band=row.band,
        statement=row.id,
        number=row.number,
        page=told.page,
        saying=row.saying,
    )


def said_between(connection: Connection, a: Whose, b: Whose) -> tuple[list[Told], list[Told]]:
    """The statements of each in whose words the other is named, in whatever form the page names him."""
    found: tuple[list[Told], list[Told]] = [], []
    for page, capture in pages_of_both(connection, a, b):
        names = PageNames(connection, page, seen(connection, capture))
        for told, speaker, other in ((found[0], a, b), (found[1], b, a)):
            ids = set(names.spoken_by(speaker))
            told += told_in(connection, page, tuple(ids & set(names.naming(other))) if ids else ())
    return found


def told_in(connection: Connection, page: int, ids: Sequence[str]) -> Iterable[Told]:
    """Statements of a page by their ids."""
    where = f"f.page = ? AND f.id IN ({marks(ids)})"
    return statements_told(connection, where, (page, *ids), "ORDER BY f.number") if ids else ()


def pages_of_both(connection: Connection, a: Whose, b: Whose) -> list[tuple[int, str]]:
    """The pages that name both or let them speak: their numbers and captures."""
    terms, values = zip(*map(pages_with, (a, b)), strict=True)
    query = f"SELECT p.page, p.capture FROM pages p WHERE p.page IN ({' INTERSECT '.join(terms)}) ORDER BY p.page"
    return [tuple(row) for row in connection.execute(query, [value for some in values for value in some])]


def pages_with(one: Whose) -> tuple[str, tuple[str, ...]]:
    """The query for the pages that name somebody or let him speak, and its values."""
    naming, values = one.pages()
    speaks, speaking = one.where("speaker_identity", "speaker_key")
    return f"SELECT * FROM ({naming} UNION SELECT page FROM statements WHERE {speaks})", (*values, *speaking)
