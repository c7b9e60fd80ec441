"""A line of JSONL as a page: an object with `text`, and perhaps `id`, `title`, `published`, `url` and `outlet`."""

from __future__ import annotations

import hashlib

import msgspec
from msgspec.structs import replace

from qawl.model import Page, failure


def is_article_line(line: bytes, name: str) -> bool:
    """Whether an input's first line shows that it is JSONL: an object with `text`, or any `{` in a file named so."""
    start = line.removeprefix(b"\xef\xbb\xbf").lstrip()
    if not start.startswith(b"{"):
        return False
    return name.endswith((".jsonl", ".ndjson")) or _has_text(start)


def _has_text(line: bytes) -> bool:
    try:
        value = msgspec.json.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return False
    return isinstance(value, dict) and "text" in value


def read_line(line: bytes, name: str, given: Page) -> Page:
    """The page of a line, or one with the failure `bad_line`. `given` fills in what the line does not say."""
    page = _page_of(line, name, given)
    return replace(page, line=line, origin=given.origin)


def _page_of(line: bytes, name: str, given: Page) -> Page:
    try:
        value = msgspec.json.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        return _bad(name, f"the line is no JSON ({_plain(error)}); one object a line is wanted")
    if not isinstance(value, dict):
        return _bad(name, "the line is JSON but no object; an object with `text` is wanted")
    text = value.get("text")
    if not isinstance(text, str):
        return _bad(_id(value, name), "the object has no `text`; a key `text` with the article is wanted")
    if not text.isprintable() and _has_lone_surrogate(text):
        return _bad(_id(value, name), "the text holds half a character (a lone surrogate); write the file anew as UTF-8")
    return Page(
        id=_id(value, name),
        source=text,
        kind="text",
        title=_string(value, "title"),
        published=_string(value, "published") or given.published,
        outlet=_string(value, "outlet") or given.outlet,
        url=_string(value, "url"),
        sha256=hashlib.sha256(line).hexdigest(),
    )


def _id(value: dict[str, object], name: str) -> str:
    """The line's own id, a string or a whole number, else `FILE:LINE`."""
    own = value.get("id")
    if isinstance(own, str) and own and not _has_lone_surrogate(own):
        return own
    return str(own) if isinstance(own, int) and not isinstance(own, bool) else name


def _string(value: dict[str, object], key: str) -> str | None:
    found = value.get(key)
    return found if isinstance(found, str) and found.strip() and not _has_lone_surrogate(found) else None


def _has_lone_surrogate(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return True
    return False


def _plain(error: Exception) -> str:
    return str(error).splitlines()[0] if str(error) else type(error).__name__


def _bad(name: str, message: str) -> Page:
    return Page(id=name, failure=failure(name, None, "bad_line", message))
