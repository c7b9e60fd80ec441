"""The statements of a library as they are compared, and the keys by which those that may be one saying are looked up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from hashlib import blake2b
from sqlite3 import Connection, Row

from msgspec import Struct

from qawl.arabic.wording import is_denied
from qawl.library.across.said.judging import LATER_DAYS, Told, may_be_same
from qawl.library.across.said.outlines import outline_of, packed
from qawl.library.across.said.speakers import Voice, name_words, sounded, weight_of_name

# Under so many words of the speaker's name and of what was said a statement is kept.
NAME_KEYS, CONTENT_KEYS = 2, 4
# So many of whom a page names are asked for where it does not tell who speaks.
NAMED = 4
# So many statements are looked at for one key, and so many of those that share most keys are judged.
PER_KEY, MOST = 64, 32
# So many members of a saying are asked whether one more may join them, each wording of a speaker once.
MEMBERS = 256
KEY_BYTES = 8
UNKNOWN_DAY = 0
COLUMNS = (
    "f.row, f.page, f.id, f.text, f.in_title, f.speaker, f.speaker_type, f.role, f.organisation, f.speaker_identity, f.act, "
    "f.cue_lemma, f.said_on, f.saying, p.published, p.article"
)
# Kinds of speakers beside whom the page may name somebody.
NAMELESS = (None, "unnamed")
FROM = "FROM statements f JOIN pages p USING (page)"


class Statement(Struct, frozen=True):
    """A statement of the library: its row, page, id and saying, whether it is the title's, and how it is compared."""

    row: int
    page: int
    id: str
    in_title: bool
    saying: str | None
    told: Told


class Reader:
    """Reads statements; whom a page names is read where a speaker is not told."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self._named: dict[int, frozenset[tuple[str, ...]]] = {}

    def of_page(self, page: int) -> list[Statement]:
        """The statements of a page in order."""
        return self._read("f.page = ? ORDER BY f.in_title, f.number", (page,))

    def of_rows(self, rows: Sequence[int]) -> list[Statement]:
        """Statements by their rows."""
        return self._read(f"f.row IN ({', '.join('?' * len(rows))})", rows) if rows else []

    def members(self, saying: str, but: int, like: int) -> list[Statement]:
        """The members of a saying in other pages, each wording of a speaker once.

        What a page says again in other words is one with what it said first by its record: where a statement is like the one, row
        `like`, nothing is to be held against it for the words of the other.
        """
        first = "SELECT o.text FROM statements m JOIN statements o ON o.page = m.page AND o.id = m.repeats WHERE m.row = ?"
        where = f"f.saying = ? AND f.page <> ? AND f.repeats IS NULL AND f.text IS NOT ({first})"
        group = "GROUP BY f.text, f.speaker_key, f.act, f.cue_lemma"
        return self._read(f"{where} {group} ORDER BY f.row LIMIT {MEMBERS}", (saying, but, like))

    def _read(self, where: str, values: Sequence[object]) -> list[Statement]:
        found = self.connection.execute(f"SELECT {COLUMNS} {FROM} WHERE {where}", tuple(values)).fetchall()
        return [self._statement(line) for line in found]

    def _statement(self, line: Row) -> Statement:
        (
            row,
            page,
            id,
            text,
            in_title,
            speaker,
            type,
            role,
            organisation,
            identity,
            act,
            lemma,
            said_on,
            saying,
            published,
            article,
        ) = line
        office = frozenset(name_words(f"{role or ''} {organisation or ''}"))
        named = self._people(page) if type in NAMELESS else frozenset()
        had_by = role or (speaker if type == "unnamed" else None) or ""
        voice = Voice(name_words(speaker or ""), office, type, identity, named, had_by)
        told = Told(text, voice, day_of(said_on) or day_of(published), is_denied(act, lemma), article)
        return Statement(row, page, id, bool(in_title), saying, told)

    def _people(self, page: int) -> frozenset[tuple[str, ...]]:
        if page not in self._named:
            rows = self.connection.execute("SELECT name FROM people WHERE page = ?", (page,))
            self._named[page] = frozenset(name_words(name) for (name,) in rows)
        return self._named[page]


def day_of(time: str | None) -> date | None:
    """The day of an ISO date or time, or the first one of an interval; None where no full day is told."""
    try:
        return date.fromisoformat(time[:10]) if time else None
    except ValueError:
        return None


# -- keys


def keys_of(told: Told) -> list[int]:
    """The keys of a statement: the rarest words of the speaker's name, or of each whom the page names, and of what was said.

    A word of a name is kept as it sounds.
    """
    voices = [told.voice.name] if told.voice.name else sorted(told.voice.named)[:NAMED]
    names = [word for voice in voices for word in rarest(voice)]
    units = {min(unit.roots) if unit.roots else unit.stem: unit.weight for unit in told.content.units}
    words = sorted(units, key=lambda word: (-units[word], word))[:CONTENT_KEYS]
    return [*(key_of("name", sounded(word)) for word in names), *(key_of("word", word) for word in words)]


def rarest(name: tuple[str, ...]) -> list[str]:
    """The words of a name that tell most."""
    return sorted(set(name), key=lambda word: (-weight_of_name(word), word))[:NAME_KEYS]


def key_of(kind: str, word: str) -> int:
    """A key as SQLite keeps it."""
    return int.from_bytes(blake2b(f"{kind}:{word}".encode(), digest_size=KEY_BYTES).digest(), "big", signed=True)


def keep_keys(connection: Connection, statements: Iterable[Statement]) -> None:
    """Keep by what statements are found, and at what they are looked then."""
    for one in statements:
        keys = [(key, ordinal(one.told.day), one.row, one.page) for key in keys_of(one.told)]
        connection.executemany("INSERT OR IGNORE INTO saying_keys (key, day, statement, page) VALUES (?, ?, ?, ?)", keys)
        connection.execute("INSERT INTO outlines (statement, outline) VALUES (?, ?)", (one.row, packed(one.told.content)))


def drop_keys(connection: Connection, page: int) -> None:
    """Forget the keys of the statements that a page had; their outlines went with them."""
    connection.execute("DELETE FROM saying_keys WHERE page = ?", (page,))


def ordinal(day: date | None) -> int:
    """A day as a number."""
    return day.toordinal() if day else UNKNOWN_DAY


def likely(connection: Connection, told: Told, page: int) -> list[int]:
    """The rows of the statements of other pages that may be one saying with one: of those that share most keys."""
    shared: dict[int, int] = {}
    for key in keys_of(told):
        for row in kept_under(connection, key, told.day, page):
            shared[row] = shared.get(row, 0) + 1
    rows = sorted(shared, key=lambda row: (-shared[row], -row))[:MOST]
    outline = outline_of(told.content) if rows else None
    kept = f"SELECT statement, outline FROM outlines WHERE statement IN ({', '.join('?' * len(rows))})"
    return [row for row, its in connection.execute(kept, rows) if outline and may_be_same(outline, its)]


def kept_under(connection: Connection, key: int, day: date | None, page: int) -> Iterator[int]:
    """The rows of the statements of other pages with a key, of days near by or unknown; of very many only some."""
    query = "SELECT statement FROM saying_keys WHERE key = ? AND day BETWEEN ? AND ? AND page <> ? LIMIT ?"
    spans = [(0, date.max.toordinal())] if day is None else [near(day), (UNKNOWN_DAY, UNKNOWN_DAY)]
    for first, last in spans:
        yield from (row for (row,) in connection.execute(query, (key, first, last, page, PER_KEY)))


def near(day: date) -> tuple[int, int]:
    """The days that may be of one occasion with a day."""
    return day.toordinal() - LATER_DAYS, day.toordinal() + LATER_DAYS
