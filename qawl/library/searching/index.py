"""The index of a library: which words stand in which statement, in a folder of tantivy's.

It is made of the rows and disposable: without its folder, or where another version wrote it, it is made anew. It keeps nothing
that is shown, only row ids and what is searched, filtered and counted. One process writes at a time; others go on with what
they have.
"""

from __future__ import annotations

import fcntl
import os
import re
import shutil
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import cache, lru_cache
from operator import attrgetter
from pathlib import Path
from typing import get_args

import msgspec
import tantivy
from msgspec import Struct

from qawl.library.projection import BREAK
from qawl.library.rows import StatementRow
from qawl.library.searching.latin import sounds_of
from qawl.library.searching.words import Word, words_of
from qawl.model import VERSION, EventPart, FlagName, hash_id

# What is written into the folder: another one makes the index anew.
FORM = f"{VERSION}/6"
STATE = "state.json"
# Memory of a writer before it writes a part, in bytes.
HEAP = 64 << 20
# The fields by the words of which one searches, as `Word` has them.
TEXTS = ("stem", "strict", "written")
# What is filtered by words.
NAMED = ("speaker", "said_to", "role", "organisation", "topic", "outlet")
# What is filtered and counted as it is.
KEPT = (
    "speaker_key",
    "kind",
    "band",
    "flags",
    "event_parts",
    "outlet_is",
    "organisation_is",
    "topic_is",
    "said_month",
    "published_month",
)
# Of those the ones of which a statement may have several, with all that there are.
SEVERAL = {"flags": get_args(FlagName), "event_parts": get_args(EventPart)}
# Days as numbers, 20240331: from when to when it was said, and when it was published.
DAYS = ("said_first", "said_last", "published")
# So many names are kept with their stems.
NAMES_KEPT = 1 << 16
# Bits of `when` that hold the row id, so that two statements of a day have an order too.
ROWID_BITS = 36
_DAY = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?![\d-])")


class Indexed(Struct, frozen=True, kw_only=True):
    """A statement as it goes into the index: its row with its id in the store, and what its page gives.

    ``shared`` is whether other statements are the same saying; ``alone``, that it comes anew without the others of its page.
    """

    rowid: int
    row: StatementRow
    outlet: str | None = None
    published: str | None = None
    shared: bool = False
    alone: bool = False


class State(Struct, frozen=True):
    """Which version wrote an index, and up to which change of the store."""

    form: str
    change: int


class Index:
    """The index in `folder`; a folder that is not there, or not of this version, is an empty index until it is written."""

    def __init__(self, folder: Path, library: str = "") -> None:
        self.folder = folder
        self.form = f"{FORM}/{library}"
        self._seen: tuple[int, int] | None = None
        self._index: tantivy.Index | None = None

    @classmethod
    def open(cls, folder: str | os.PathLike[str], library: str = "") -> Index:
        """The index in a folder, which need not be there yet; that of another library is none."""
        return cls(Path(folder), library)

    @property
    def change(self) -> int:
        """The last change of the store that the index holds; 0 where there is none."""
        state = self._state()
        return state.change if state else 0

    def is_there(self) -> bool:
        """Whether there is an index that can be read."""
        return self.searcher() is not None

    def _state(self) -> State | None:
        with suppress(OSError, ValueError, msgspec.DecodeError):
            state = msgspec.json.decode((self.folder / STATE).read_bytes(), type=State)
            return state if state.form == self.form else None
        return None

    # -- reading

    def searcher(self) -> tantivy.Searcher | None:
        """What the index holds now; None where there is none that can be read."""
        now = self._mark()
        if now != self._seen:
            self._index, self._seen = self._opened(), now
        return self._index.searcher() if self._index else None

    def _mark(self) -> tuple[int, int] | None:
        """What changes when the index does."""
        with suppress(OSError):
            found = os.stat(self.folder / STATE)
            return found.st_mtime_ns, found.st_ino
        return None

    def _opened(self) -> tantivy.Index | None:
        if not self._state():
            return None
        with suppress(ValueError, OSError):
            return opened(self.folder)
        return None

    # -- writing

    def update(self, gone: Iterable[str], new: Iterable[Indexed], change: int) -> bool:
        """Take in what changed up to `change`: statements of the captures `gone`, and of those of `new`, make room for `new`.

        False, and nothing done, where another process writes. A process that is killed leaves the index as it was before; a change
        that is taken in twice is there once.
        """
        with self.writing_alone() as alone:
            if alone:
                self._write(gone, new, change)
            return alone

    def _write(self, gone: Iterable[str], new: Iterable[Indexed], change: int) -> None:
        index = self._writable()
        writer, cleared = index.writer(HEAP, 1), set[str]()
        is_new = not index.searcher().num_docs
        for capture in gone:
            _clear(writer, capture, cleared)
        for statement in new:
            if statement.alone:
                writer.delete_documents_by_query(tantivy.Query.term_query(index.schema, "rowid", statement.rowid))
            elif not is_new:
                _clear(writer, statement.row.capture, cleared)
            writer.add_document(document_of(statement))
        writer.commit()
        self._note(change)
        writer.wait_merging_threads()

    def _writable(self) -> tantivy.Index:
        """The index to write into, made anew where there is none that can be read."""
        index = self._opened()
        if index is None:
            self.clear()
            self.folder.mkdir(parents=True)
            index = made(self.folder)
        return index

    def _note(self, change: int) -> None:
        new = self.folder / f"{STATE}.new"
        new.write_bytes(msgspec.json.encode(State(self.form, change)))
        new.replace(self.folder / STATE)

    def clear(self) -> None:
        """Throw the index away."""
        with suppress(FileNotFoundError):
            (self.folder / STATE).unlink()
        shutil.rmtree(self.folder, ignore_errors=True)

    @contextmanager
    def writing_alone(self) -> Iterator[bool]:
        """Whether no other process writes; then none does until this is left."""
        self.folder.parent.mkdir(parents=True, exist_ok=True)
        with (self.folder.parent / f"{self.folder.name}.lock").open("w") as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                yield False
                return
            yield True


def _clear(writer: tantivy.IndexWriter, capture: str, cleared: set[str]) -> None:
    """Take the statements of a capture out, once in an update."""
    if capture not in cleared:
        cleared.add(capture)
        writer.delete_documents_by_term("capture", capture)


# -- what tantivy holds


@cache
def schema() -> tantivy.Schema:
    """The fields of a statement; none of them is stored."""
    builder = tantivy.SchemaBuilder()
    for name in TEXTS:
        builder.add_text_field(name, tokenizer_name="spaced", index_option="position")
    for name in NAMED:
        builder.add_text_field(name, tokenizer_name="spaced", index_option="basic")
    for name in KEPT:
        builder.add_text_field(name, fast=True, tokenizer_name="raw", index_option="basic")
    for name in ("capture", "speaker_identity"):
        builder.add_text_field(name, tokenizer_name="raw", index_option="basic")
    builder.add_unsigned_field("rowid", fast=True, indexed=True)
    for name in (*DAYS, "when", "saying", *map(numbered, KEPT)):
        builder.add_unsigned_field(name, fast=True)
    return builder.build()


def made(folder: Path) -> tantivy.Index:
    """A new index in an empty folder."""
    return _prepared(tantivy.Index(schema(), str(folder), reuse=False))


def opened(folder: Path) -> tantivy.Index:
    """The index in a folder. Raises `ValueError` where it cannot be read."""
    return _prepared(tantivy.Index.open(str(folder)))


def _prepared(index: tantivy.Index) -> tantivy.Index:
    index.register_tokenizer("spaced", tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).build())
    index.config_reader("manual", 0)
    index.reload()
    return index


def document_of(statement: Indexed) -> tantivy.Document:
    """What the index holds of a statement."""
    row, document = statement.row, tantivy.Document()
    document.add_unsigned("rowid", statement.rowid)
    document.add_text("capture", row.capture)
    if row.speaker_identity:
        document.add_text("speaker_identity", row.speaker_identity)
    for words in map(words_of, searched_texts(row)):
        for field in TEXTS:
            document.add_text(field, joined(words, field))
    if sounds := " ".join(sounds_of(row.speaker or "")):
        for field in ("stem", "strict", "speaker"):
            document.add_text(field, sounds)
    for field, value in named_of(statement):
        document.add_text(field, stems_joined(value))
    kept = list(kept_of(statement))
    for field, value in kept:
        document.add_text(field, value)
    if statement.shared and row.saying:
        document.add_unsigned("saying", int(row.saying, 16))
        for field in KEPT:
            document.add_unsigned(numbered(field), number_of(field, [value for name, value in kept if name == field]))
    for field, day in days_of(statement):
        document.add_unsigned(field, day)
    return document


def searched_texts(row: StatementRow) -> Iterator[str]:
    """The texts in which words are searched, a phrase in each: pieces of what was said, its source, its speaker."""
    yield from row.text.split(BREAK)
    yield from (text for text in (row.source, row.speaker) if text)


def joined(words: Iterable[Word], field: str) -> str:
    """The words of a text as a field has them, one space between them."""
    return " ".join(filter(None, map(attrgetter(field), words)))


@lru_cache(maxsize=NAMES_KEPT)
def stems_joined(name: str) -> str:
    """The stems of a name, which comes again and again."""
    return joined(words_of(name), "stem")


def named_of(statement: Indexed) -> Iterator[tuple[str, str]]:
    """What is filtered by words."""
    row = statement.row
    values = (row.speaker, row.said_to, row.role, row.organisation, row.topic, statement.outlet)
    yield from ((field, value) for field, value in zip(NAMED, values, strict=True) if value)


def kept_of(statement: Indexed) -> Iterator[tuple[str, str]]:
    """What is filtered and counted as it is."""
    row = statement.row
    for field, value in (
        ("speaker_key", row.speaker_key),
        ("kind", row.kind),
        ("band", row.band),
        ("outlet_is", statement.outlet),
        ("organisation_is", row.organisation),
        ("topic_is", row.topic),
        ("said_month", month_of(row.said_on)),
        ("published_month", month_of(statement.published)),
    ):
        if value:
            yield field, value
    yield from (("flags", flag) for flag in row.flags)
    yield from (("event_parts", part) for part in row.event_parts)


def numbered(field: str) -> str:
    """The field that holds as a number what `field` holds, of statements that share their saying."""
    return f"{field}_number"


def number_of(field: str, values: Sequence[str]) -> int:
    """What a statement has in a field as a number: a bit for each value where there may be several, else 64 bits of a hash; 0 is
    nothing.
    """
    if field in SEVERAL:
        return sum(1 << SEVERAL[field].index(value) for value in values)
    return int(hash_id(*values), 16) if values else 0


def month_of(value: str | None) -> str | None:
    """The month in which a time of a known year lies or begins: 2010-02."""
    first = first_day(value)
    return f"{first // 10000:04d}-{first // 100 % 100:02d}" if first and value and _DAY.match(value)[2] else None  # type: ignore[index]


def days_of(statement: Indexed) -> Iterator[tuple[str, int]]:
    """The days of a statement as numbers, and by what it is sorted: the day it was said, else published, and its row id."""
    said, published = statement.row.said_on, first_day(statement.published)
    first, last = first_day(said), last_day(said)
    for field, day in zip(DAYS, (first, last, published), strict=True):
        if day:
            yield field, day
    yield "when", (first or published or 0) << ROWID_BITS | statement.rowid


def first_day(value: str | None) -> int | None:
    """The first day of a place in time of a known year: 2010-02 is 20100201."""
    return _day(value, "01")


def last_day(value: str | None) -> int | None:
    """Its last day; a month is taken for as long as a month can be: 2010-02 is 20100231."""
    if not value:
        return None
    *_, last = value.split("/")
    return _day(last, "31", "12")


def _day(value: str | None, day: str, month: str = "01") -> int | None:
    match = _DAY.match(value or "")
    return int(f"{match[1]}{match[2] or month}{match[3] or day}") if match else None
