"""Files, standard input and lines of JSONL as pages, one after the other and never all at once."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from io import BytesIO
from pathlib import PurePath
from typing import BinaryIO, Literal

from msgspec.structs import replace

from qawl.model import FailureCode, Page, PageKind, failure
from qawl.pages.archives import begins_archive, open_archive
from qawl.pages.jsonl import is_article_line, read_line

Kind = Literal["html", "text", "jsonl"]
MAX_BYTES = 64 * 2**20
HEAD = 4096  # so many bytes tell whether a file is an archive
STANDARD_INPUT = "-"
_BOM = b"\xef\xbb\xbf"


def open_pages(
    paths: Sequence[str],
    *,
    kind: Kind | None = None,
    published: str | None = None,
    outlet: str | None = None,
    max_bytes: int = MAX_BYTES,
    aside: Counter[str] | None = None,
) -> Iterator[Page]:
    """The pages of files, of standard input (`-`), of JSONL lines and of archives, in order.

    `kind` is guessed from the content where it is None; `published` and `outlet` are given to every page that does not
    bring its own. What cannot be opened, or is larger than `max_bytes` (a file, a line of JSONL or a page of an archive), is a
    page with `failure`. What an archive has beside pages to read is counted in `aside` by its reason.
    """
    ids = document_ids(paths)
    given = Page(published=published, outlet=outlet)
    counted: Counter[str] = Counter() if aside is None else aside
    for path, id in zip(paths, ids, strict=True):
        yield from _pages_of(path, id, kind, replace(given, origin=readable(path)), max_bytes, counted)


def document_ids(paths: Sequence[str]) -> list[str]:
    """A file's name without its folders; the path as given where two different paths share the name."""
    named = Counter(PurePath(path).name or path for path in dict.fromkeys(paths))
    return [readable(path if named[PurePath(path).name or path] > 1 else PurePath(path).name or path) for path in paths]


def readable(path: str) -> str:
    """A path as text that can be written out, where the file's name is no UTF-8."""
    return os.fsencode(path).decode("utf-8", "replace")


def _pages_of(path: str, id: str, kind: Kind | None, given: Page, max_bytes: int, aside: Counter[str]) -> Iterator[Page]:
    try:
        stream = sys.stdin.buffer if path == STANDARD_INPUT else open(path, "rb")  # noqa: SIM115 closed below
    except FileNotFoundError:
        yield _failed(id, "missing", f"there is no file {readable(path)}; check the path", given)
        return
    except OSError as error:
        yield _failed(id, "missing", f"{readable(path)} cannot be opened: {_reason(error)}", given)
        return
    try:
        yield from pages_of_stream(stream, id, given, kind, max_bytes, aside)
    except OSError as error:
        yield _failed(id, "missing", f"{readable(path)} cannot be read: {_reason(error)}", given)
    finally:
        if path != STANDARD_INPUT:
            stream.close()


def pages_of_stream(
    stream: BinaryIO, id: str, given: Page, kind: Kind | None, max_bytes: int, aside: Counter[str]
) -> Iterator[Page]:
    """The pages of an open file, as those of `open_pages`; `given` is what is known of all of them. Raises `OSError`."""
    if kind is None and _is_archive(stream):
        yield from open_archive(stream, id, given, max_bytes, aside)
    else:
        yield from _read(stream, id, kind, given, max_bytes)


def _is_archive(stream: BinaryIO) -> bool:
    """Whether a file is an archive; what cannot be sought in is none, and is left as it is."""
    if not stream.seekable():
        return False
    head = stream.read(HEAD)
    stream.seek(-len(head), os.SEEK_CUR)
    return begins_archive(head)


def _reason(error: OSError) -> str:
    return "it is a folder without pages" if isinstance(error, IsADirectoryError) else error.strerror or str(error)


def _read(stream: BinaryIO, id: str, kind: Kind | None, given: Page, max_bytes: int) -> Iterator[Page]:
    if kind == "jsonl":
        yield from _lines(stream, b"", id, given, max_bytes)
    elif kind is None:
        head = _head(stream, max_bytes)
        if begins_archive(head):
            yield _failed(id, "archive", "an archive is not read through a pipe; give its name, or read it from a file", given)
        elif is_article_line(head.rsplit(b"\n", 1)[0] if head.endswith(b"\n") else head, id):
            yield from _lines(stream, head, id, given, max_bytes)
        else:
            yield _whole(stream, head, id, None, given, max_bytes)
    else:
        yield _whole(stream, b"", id, kind, given, max_bytes)


def _head(stream: BinaryIO, max_bytes: int) -> bytes:
    """The stream up to the end of its first line that is not blank, or to one byte more than the limit."""
    head = b""
    while len(head) <= max_bytes:
        line = stream.readline(max_bytes + 1 - len(head))
        head += line
        if not line or head.strip():
            break
    return head


def _whole(stream: BinaryIO, head: bytes, id: str, kind: PageKind | None, given: Page, max_bytes: int) -> Page:
    data = head + stream.read(max(0, max_bytes + 1 - len(head)))
    if len(data) > max_bytes:
        return _failed(id, "too_large", f"the page is larger than {max_bytes} bytes; raise the limit or cut it", given)
    return Page(id=id, source=data, kind=kind, published=given.published, outlet=given.outlet, origin=given.origin)


def _lines(stream: BinaryIO, head: bytes, id: str, given: Page, max_bytes: int) -> Iterator[Page]:
    empty = True
    for number, line in enumerate(_split(stream, head, max_bytes), 1):
        empty = empty and not line.strip()
        line = line.removeprefix(_BOM) if number == 1 else line
        name = f"{id}:{number}"
        here = replace(given, origin=f"{given.origin}:{number}")
        if len(line) > max_bytes:
            yield _failed(name, "too_large", f"the line is longer than {max_bytes} bytes; raise the limit or cut it", here)
        elif line.strip():
            yield read_line(line.rstrip(b"\r\n"), name, here)
    if empty:
        yield _failed(id, "empty", "there is no line in it; give one JSON object a line", given)


def _split(stream: BinaryIO, head: bytes, max_bytes: int) -> Iterator[bytes]:
    """The lines of head and stream; of one that is too long only a beginning longer than the limit."""
    start = BytesIO(head)
    while line := start.readline():
        if not line.endswith(b"\n"):
            line += stream.readline(max(0, max_bytes + 2 - len(line)))
        yield _cut(stream, line, max_bytes)
    while line := stream.readline(max_bytes + 2):
        yield _cut(stream, line, max_bytes)


def _cut(stream: BinaryIO, line: bytes, max_bytes: int) -> bytes:
    rest = line
    while len(line) > max_bytes and rest and not rest.endswith(b"\n"):
        rest = stream.readline(2**20)
    return line


def _failed(id: str, code: FailureCode, message: str, given: Page) -> Page:
    return Page(id=id, origin=given.origin, failure=failure(id, None, code, message))
