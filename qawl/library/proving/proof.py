"""Whether a record is what its capture says: every hash, every span and every block, from the bytes alone.

Nothing here reads a database: what holds for a page of a library holds for a page in an evidence file.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import sha256
from typing import Any, Literal

from msgspec import Struct
from msgspec.structs import replace

from qawl.engine.many import read_safely
from qawl.library.arrivals import Given, page_of
from qawl.model import EXTRACTOR, Document, Failure, Part, Record, Span, Unreadable
from qawl.pages import text_of
from qawl.pages.scan import TRIM, scan

Where = Literal[
    "database", "capture", "arrival", "decision", "record", "text", "span", "block", "reference", "rows", "index", "file"
]
_SHOWN = 60  # characters of a text that a message quotes


class Damage(Struct, frozen=True, kw_only=True):
    """Something that is not as it was written.

    ``capture`` is the page's key and ``finding`` the id of the finding, where it is of one; ``message`` says what is wrong.
    """

    where: Where
    capture: str | None = None
    finding: str | None = None
    message: str


class Checked(Struct, frozen=True, kw_only=True):
    """What was looked at, and what was found damaged. Two of them add up."""

    captures: int = 0
    bytes: int = 0
    pages: int = 0
    spans: int = 0
    blocks: int = 0
    rows: int = 0
    damages: tuple[Damage, ...] = ()

    def __add__(self, other: Checked) -> Checked:
        return Checked(**{name: getattr(self, name) + getattr(other, name) for name in self.__struct_fields__})


def damaged(where: Where, capture: str | None, message: str) -> Checked:
    """One damage and nothing else."""
    return Checked(damages=(Damage(where=where, capture=capture, message=message),))


def check_bytes(key: str, size: int, data: bytes) -> Iterator[Damage]:
    """Whether bytes are as many as they were, with the hash that is their name."""
    if len(data) != size:
        yield Damage(where="capture", capture=key, message=f"it has {len(data)} bytes where {size} came")
    if (found := sha256(data).hexdigest()) != key:
        yield Damage(where="capture", capture=key, message=f"the hash of its bytes is {found}")


def check_record(record: Record, key: str, data: bytes, given: Given, *, again: bool = False) -> Checked:
    """Whether a record fits the capture `key` with the bytes `data`, which was read with what is `given`.

    `again` reads the page anew, where this version read it: only so is it told when a name or a value without a place in the text
    was changed together with all that repeats it.
    """
    document = record.document
    spans = list(spans_of(record))
    damages = [
        *check_text(document, key),
        *check_parts(document),
        *check_spans(document, spans),
        *check_references(record),
        *check_source(document, data, given),
        *(check_again(record, data, given) if again and record.extractor == EXTRACTOR else ()),
    ]
    told = tuple(replace(one, capture=key) for one in damages)
    return Checked(spans=len(spans), blocks=len(document.blocks), damages=told)


def check_text(document: Document, key: str) -> Iterator[Damage]:
    """Whether the text has its hash, and names the capture that it was read from."""
    if (found := sha256(document.text.encode()).hexdigest()) != document.text_sha256:
        yield Damage(where="text", message=f"the hash of the text is {found} where {document.text_sha256} is noted")
    if document.page_sha256 != key:
        yield Damage(where="record", message=f"it was read from another capture, {document.page_sha256}")


def check_again(record: Record, data: bytes, given: Given) -> Iterator[Damage]:
    """Whether reading the page anew gives the same record."""
    fresh = read_safely(page_of(data, given))
    if isinstance(fresh, Failure):
        yield Damage(where="record", message=f"the page cannot be read any more ({fresh.error.message})")
        return
    for name in (name for name in record.__struct_fields__ if getattr(record, name) != getattr(fresh, name)):
        yield from _read_otherwise(name, getattr(record, name), getattr(fresh, name))


def _read_otherwise(name: str, kept: Any, fresh: Any) -> Iterator[Damage]:
    there = set(fresh) if isinstance(fresh, tuple) else set()
    others = [one for one in kept if one not in there] if isinstance(kept, tuple) else []
    for one in others:
        yield Damage(where="record", finding=getattr(one, "id", None), message=f"read anew, it is none of the {name}")
    if not others:
        yield Damage(where="record", message=f"read anew, {name} is not the same")


# -- spans


class Placed(Struct, frozen=True):
    """A span of a record: what it is part of, and whether it stands in the title."""

    span: Span
    finding: str | None
    path: str
    in_title: bool


def spans_of(record: Record) -> Iterator[Placed]:
    """Every span of a record, wherever its types hold one."""
    for name in record.__struct_fields__:
        yield from _spans(getattr(record, name), None, name, name == "title_statements")


def _spans(value: Any, finding: str | None, path: str, in_title: bool) -> Iterator[Placed]:
    if isinstance(value, tuple):
        for one in value:
            yield from _spans(one, finding, path, in_title)
    elif isinstance(value, Span):
        yield Placed(value, finding, path, in_title)
    elif isinstance(value, Struct):
        own = getattr(value, "id", finding)
        for name in value.__struct_fields__:
            yield from _spans(getattr(value, name), own, f"{path}.{name}", in_title)


def check_spans(document: Document, spans: Iterable[Placed]) -> Iterator[Damage]:
    """Whether every span is the slice of the text, or of the title, that it says it is."""
    for placed in spans:
        text, span = (document.title or "") if placed.in_title else document.text, placed.span
        if not _is_slice(span, text):
            where = f"{placed.path} {span.start}–{span.end}"
            found = shown(text[max(span.start, 0) : max(span.start, 0) + max(0, min(span.end - span.start, _SHOWN + 1))])
            message = f"{where} is {found} in the {'title' if placed.in_title else 'text'}, not {shown(span.text)}"
            yield Damage(where="span", finding=placed.finding, message=message)


def _is_slice(span: Span, text: str) -> bool:
    """Lengths first: in a stranger's record, many spans may claim to be the whole of a long text."""
    fits = 0 <= span.start < span.end <= len(text) and span.end - span.start == len(span.text)
    return fits and text.startswith(span.text, span.start)


def shown(text: str) -> str:
    """The beginning of a text in quotation marks."""
    return f"«{text[:_SHOWN]}{'…' if len(text) > _SHOWN else ''}»"


# -- parts and references


def check_parts(document: Document) -> Iterator[Damage]:
    """Whether the parts of the text are its words without gap or overlap: what stands between them is white space."""
    text, place = document.text, 0
    for part in document.parts:
        if not _is_part(text, part, place):
            message = f"the part {part.start}–{part.end} ({part.role}) begins or ends within a line, or out of its order"
            yield Damage(where="text", message=message)
        place = max(place, part.end)
    if document.parts and text[place:].strip():
        yield Damage(where="text", message=f"no part of the text holds its end, from {place} on")


def _is_part(text: str, part: Part, after: int) -> bool:
    if not after <= part.start < part.end <= len(text):
        return False
    piece = text[part.start : part.end]
    return piece == piece.strip() and not text[after : part.start].strip()


def check_references(record: Record) -> Iterator[Damage]:
    """Whether each id that a finding names is that of a finding of the record."""
    known = {finding.id for finding in _findings(record)}
    for finding in _findings(record):
        for name, id in _named(finding):
            if id not in known:
                yield Damage(where="reference", finding=finding.id, message=f"{name} names {id}, which the record does not hold")


def _findings(record: Record) -> Iterator[Any]:
    for name in record.__struct_fields__:
        value = getattr(record, name)
        if isinstance(value, tuple):
            yield from (one for one in value if hasattr(one, "id"))


_REFERENCES = ("repeats", "statement", "event", "ref")


def _named(value: Any, path: str = "") -> Iterator[tuple[str, str]]:
    """The ids of other findings that a finding names, with the field."""
    if isinstance(value, tuple):
        for one in value:
            yield from _named(one, path)
    elif isinstance(value, Struct):
        for name in value.__struct_fields__:
            inner = getattr(value, name)
            if name in _REFERENCES and isinstance(inner, str):
                yield f"{path}{name}", inner
            else:
                yield from _named(inner, f"{path}{name}.")


# -- the capture


def check_source(document: Document, data: bytes, given: Given) -> Iterator[Damage]:
    """Whether the text is that of the capture: each block of an HTML page in its place, any other text letter by letter."""
    try:
        source = text_of(page_of(data, given))
    except Unreadable as error:
        yield Damage(where="capture", message=f"it cannot be read any more ({error})")
        return
    if document.blocks:
        yield from check_blocks(document, source)
    elif source != document.text:
        place = next((n for n, (a, b) in enumerate(zip(source, document.text, strict=False)) if a != b), None)
        where = f"from {place} on" if place is not None else "in its length"
        yield Damage(where="text", message=f"the text is not that of the capture, {where}")


def check_blocks(document: Document, source: str) -> Iterator[Damage]:
    """Whether each block stands where it says in the decoded capture, with its words and no others."""
    if [(block.start, block.end) for block in document.blocks] != [(part.start, part.end) for part in document.parts]:
        yield Damage(where="block", message="the blocks are not those of the parts")
        return
    long = sum(max(0, block.end - block.start) for block in document.blocks) > len(document.text)
    if long or sum(max(0, block.page[1] - block.page[0]) for block in document.blocks if block.page) > len(source):
        yield Damage(where="block", message="the blocks are longer than the text or the capture")
        return
    placeless = [block for block in document.blocks if block.page is None]
    loose = {_letters(segment.text) for segment in scan(source).segments} if placeless else set()
    for block in document.blocks:
        words = document.text[block.start : block.end]
        if block.page is None and _letters(words) not in loose:
            yield Damage(where="block", message=f"the block {block.start}–{block.end} {shown(words)} is not in the capture")
        elif block.page is not None and not _holds(source, block.page, words):
            start, end = block.page
            message = f"the block {block.start}–{block.end} {shown(words)} is not what stands at {start}–{end} of the capture"
            yield Damage(where="block", message=message)


def _holds(source: str, place: tuple[int, int], words: str) -> bool:
    """Whether a place begins and ends with a letter that is seen, and holds the letters of `words` and no others."""
    start, end = place
    segments = scan(source[start:end]).segments if 0 <= start < end <= len(source) else ()
    if not segments or (segments[0].start, segments[-1].end) != (0, end - start):
        return False
    return _letters("".join(segment.text for segment in segments)) == _letters(words)


_UNSEEN = str.maketrans("", "", TRIM)


def _letters(text: str) -> str:
    return text.translate(_UNSEEN)
