"""What a feed or a sitemap lists: RSS (RDF among it), Atom, JSON Feed, sitemaps and their indexes, packed with gzip or not.

The bytes become text as those of pages do, so a wrong encoding costs nothing; a DOCTYPE is cut off, so no entity can be declared;
XML that is broken is read once more with what breaks it mended. An address is never guessed: an entry without one is counted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from html import unescape
from html.entities import html5
from typing import TYPE_CHECKING, Any, Literal, NamedTuple
from urllib.parse import urljoin

import msgspec

from qawl.fetch.addresses import plain_address
from qawl.fetch.bodies import GZIP_MAGIC, gunzipped, limited, too_large
from qawl.fetch.fetched import NotFetched, shown
from qawl.model import Unreadable
from qawl.pages.dates import iso_time, visible_date
from qawl.pages.decode import decode

if TYPE_CHECKING:  # loaded where XML is read: a table of kinds must not wait for it
    from lxml.etree import _Element

Kind = Literal["feed", "sitemap"]
ROOTS: dict[str, Kind] = {
    "rss": "feed",
    "rdf": "feed",
    "feed": "feed",
    "channel": "feed",
    "urlset": "sitemap",
    "sitemapindex": "sitemap",
}
HEAD = 4096  # so many bytes tell what an input is
MOST_BYTES = 50 << 20  # what the protocol of sitemaps allows
MOST_ENTRIES = 100_000  # twice what it allows; what stands behind them is not read
MENDED_LENGTH = 8 << 20  # what is broken and larger is nobody's feed
ENTRIES = frozenset({"item", "entry", "url"})
LISTS = "sitemap"
TITLE_LENGTH = 1000
ROOT = re.compile(rb"<!DOCTYPE\s+(?:[\w.-]+:)?(\w+)|<(?:[\w.-]+:)?([A-Za-z]\w*)", re.I)
ASIDE = re.compile(rb"<!--.*?-->|<\?.*?\?>", re.DOTALL)
JSON_FEED = re.compile(rb"\"version\"\s*:\s*\"https?:\\?/\\?/jsonfeed\.org")
DECLARATION = re.compile(r"\s*<\?xml[^>]{0,200}>")
DOCTYPE = re.compile(r"<!DOCTYPE[^\[>]*(?:>|\[)", re.I)
REFERENCE = re.compile(r"&(?:#(?:[0-9]{1,7}|x[0-9a-fA-F]{1,6});|(\w{1,32});)?")
NO_XML = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]|&#(?:0*(?:[0-8]|1[124-9]|2[0-9]|3[01])|x0*(?:[0-8bcBC]|[eE]|1[0-9a-fA-F]));"
)
TAG = re.compile(r"<[^<>]{0,500}>")
PAGE_HEAD = 1 << 16  # so many characters of a page are looked through for its feeds
LINK = re.compile(r"<link[^<>]{1,1000}>", re.IGNORECASE)
HREF = re.compile(r"\bhref\s*=\s*[\"']([^\"'<>]+)", re.IGNORECASE)
PUBLISHED = ("pubdate", "published", "issued", "date", "publication_date", "date_published")
CHANGED = ("lastmod", "updated", "modified", "date_modified")


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """A page that is listed, or a sitemap that an index lists: its plain address, and what the list says of it.

    ``published`` and ``changed`` are ISO days or times as the list writes them.
    """

    address: str
    title: str | None = None
    published: str | None = None
    changed: str | None = None
    outlet: str | None = None

    @property
    def newest(self) -> str:
        """By which entries are put in order: when it was published, else changed; empty where neither is told."""
        return self.published or self.changed or ""


class Listing(msgspec.Struct, frozen=True, kw_only=True):
    """What a feed or sitemap lists, each address once: ``pages``, and the ``lists`` of an index.

    ``title`` is what a feed calls itself. ``flaw`` says where its XML is broken; ``without_address`` counts the entries
    that name no page, ``untrue_dates`` the times of publication that cannot be true.
    """

    kind: Kind
    title: str | None = None
    pages: tuple[Entry, ...] = ()
    lists: tuple[Entry, ...] = ()
    flaw: str | None = None
    without_address: int = 0
    untrue_dates: int = 0


class _Read(NamedTuple):
    """What a feed tells of itself, its entries as they are written, and where it is broken."""

    about: dict[str, str]
    entries: list[_Raw]
    flaw: str | None = None


class _Raw(NamedTuple):
    """An entry as it is written: its names in small letters, with what stands under them; `base` is that of its addresses."""

    kind: str
    told: Mapping[str, str]
    base: str


def listing_kind(head: bytes) -> Kind | None:
    """Whether a feed or a sitemap begins so; None for all else."""
    head = _unpacked_head(head[:HEAD]).replace(b"\0", b"")  # of UTF-16 and UTF-32 the letters are left
    if JSON_FEED.search(head) and head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
        return "feed"
    root = ROOT.search(ASIDE.sub(b"", head))
    return ROOTS.get((root[1] or root[2]).decode("ascii", "replace").lower()) if root else None


def _unpacked_head(head: bytes) -> bytes:
    try:
        return next(gunzipped([head])) if head.startswith(GZIP_MAGIC) else head
    except (NotFetched, StopIteration):
        return b""


def read_listing(content: bytes, address: str | None, now: datetime, max_bytes: int) -> Listing:
    """What a feed or sitemap of these bytes lists.

    `address` is the one that answered, to which those in the list may be relative (None for a file: then what the feed says
    of itself stands in). A time of publication more than a day after `now`, or before there was a web, is left out.
    Raises `NotFetched`: no_list, too_large, encoding.
    """
    kind = listing_kind(content)
    text = _text_of(content, min(max_bytes, MOST_BYTES))
    if kind is None:
        raise NotFetched("no_list", f"this is neither a feed nor a sitemap; {advice(text, address)}")
    about, raw, flaw = _from_json(text) if text.lstrip().startswith("{") else _from_xml(text)
    base = address or about.get("link", "")
    pages, lists = _Gathered(base, now), _Gathered(base, now)
    for one in raw:
        (lists if one.kind == LISTS else pages).take(one)
    if flaw and not pages.entries and not lists.entries:
        raise NotFetched("no_list", f"the {kind} is broken and lists nothing that can be read ({flaw}); tell its outlet")
    return Listing(
        kind=kind,
        title=_words(about.get("title", "")) or None,
        pages=tuple(pages.entries.values()),
        lists=tuple(lists.entries.values()),
        flaw=flaw,
        without_address=pages.without_address + lists.without_address,
        untrue_dates=pages.untrue_dates,
    )


def advice(page: str, address: str | None) -> str:
    """Which feeds a page names, or what else to give in its place."""
    links = [HREF.search(link) for link in LINK.findall(page[:PAGE_HEAD]) if "+xml" in link and "alternate" in link]
    named = [_joined(address or "", unescape(link[1])) for link in links if link]
    told = ", ".join(shown(one)[1:-1] for one in named[:3])
    return f"the page names as its feed: {told}" if named else "give the address of one (RSS, Atom, JSON Feed, sitemap)"


def _text_of(content: bytes, max_bytes: int) -> str:
    if content.startswith(GZIP_MAGIC):
        content = b"".join(limited(gunzipped([content]), max_bytes))
    elif len(content) > max_bytes:
        raise too_large(max_bytes)
    try:
        return decode(content).text
    except Unreadable as error:
        raise NotFetched("no_list", f"this is no feed: {error}") from None


class _Gathered:
    """Entries by their address: the first of several stands."""

    def __init__(self, base: str, now: datetime) -> None:
        self.base = base
        self.now = now
        self.entries: dict[str, Entry] = {}
        self.without_address = 0
        self.untrue_dates = 0

    def take(self, raw: _Raw) -> None:
        """Add an entry, or count why not."""
        try:
            address = plain_address(_address_in(raw.told), urljoin(self.base, raw.base))
        except (NotFetched, ValueError):
            self.without_address += 1
            return
        published = _first_time(raw.told, PUBLISHED)
        untrue = published is not None and not _may_be_true(published, self.now)
        self.untrue_dates += untrue
        self.entries.setdefault(
            address,
            Entry(
                address=address,
                title=_words(raw.told.get("title", "")) or None,
                published=None if untrue else published,
                changed=_first_time(raw.told, CHANGED),
                outlet=_words(raw.told.get("name", "")) or None,
            ),
        )


def _address_in(told: Mapping[str, str]) -> str:
    """The address of an entry's page. Raises `NotFetched` where none is told."""
    for name in ("origlink", "link", "loc", "external_url", "guid", "about", "id"):
        address = told.get(name, "").strip().replace("&amp;", "&")
        if address and (name not in ("guid", "about", "id") or address.startswith(("http://", "https://"))):
            return address
    raise NotFetched("address", "the entry names no page")


def _first_time(told: Mapping[str, str], names: tuple[str, ...]) -> str | None:
    """The first of these times that can be read, ISO: as machines write it, or as a day in words."""
    texts = [told[name] for name in names if name in told]
    return next((time for text in texts if (time := iso_time(text) or visible_date(text[:100]))), None)


def _may_be_true(published: str, now: datetime) -> bool:
    return "1991" < published[:10] <= (now + timedelta(days=1)).date().isoformat()


def _words(text: str) -> str:
    """A title as words: feeds write it as HTML, some of them twice."""
    plain = unescape(TAG.sub("", unescape(text))) if "&" in text or "<" in text else text
    return " ".join(NO_XML.sub("", plain).split())[:TITLE_LENGTH]


# -- XML


def _from_xml(text: str) -> _Read:
    """What an XML feed or a sitemap tells, read once more with what breaks it mended where it is broken."""
    text = _without_doctype(DECLARATION.sub("", text, count=1))
    read = _walk(text, recover=False)
    if read.flaw is None or len(text) > MENDED_LENGTH:
        return read
    return _walk(mended(text), recover=True)._replace(flaw=read.flaw)


def _without_doctype(text: str) -> str:
    """The text from behind its DOCTYPE on: nobody may declare what a reference stands for."""
    found = DOCTYPE.search(text)
    if not found or re.search(r"<[A-Za-z]", text[: found.start()]):
        return text
    end = re.compile(r"\]\s*>").search(text, found.end()) if found[0].endswith("[") else found
    return text[end.end() :] if end else ""


def mended(text: str) -> str:
    """XML without what breaks most feeds: bare ampersands, references of HTML, characters that XML does not know.

    References by name become numbers: from the first error on the parser would drop `&amp;` out of addresses.
    """
    return REFERENCE.sub(_mended_reference, NO_XML.sub("", text))


def _mended_reference(match: re.Match[str]) -> str:
    whole, name = match[0], match[1]
    if name is None and whole != "&":
        return whole
    letters = html5.get(f"{name};") if name else None
    return "".join(f"&#{ord(letter)};" for letter in letters) if letters else f"&#38;{whole[1:]}"


def _walk(text: str, *, recover: bool) -> _Read:
    """What XML tells, up to where it is broken unless it is to `recover`; what was read is let go."""
    from io import BytesIO

    from lxml.etree import XMLSyntaxError, iterparse

    about: dict[str, str] = {}
    entries: list[_Raw] = []
    data = BytesIO(text.encode("utf-8", "replace"))
    walk = iterparse(data, recover=recover, resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)
    try:
        for _, element in walk:
            _take(element, about, entries)
            if len(entries) == MOST_ENTRIES:
                return _Read(about, entries, f"more than {MOST_ENTRIES} entries, of which the first were read")
    except XMLSyntaxError as error:
        return _Read(about, entries, next((f"{_flaw(one.message)}, line {one.line}" for one in walk.error_log), _flaw(error.msg)))
    return _Read(about, entries)


def _flaw(message: str) -> str:
    """What a parser says is wrong, in one short line: it repeats what stands there."""
    return " ".join("".join(letter if letter.isprintable() else " " for letter in message).split())[:100]


def _take(element: _Element, about: dict[str, str], entries: list[_Raw]) -> None:
    """Keep what an element tells of the feed, or an entry."""
    name, parent = _name(element), element.getparent()
    if parent is None:
        return
    if name in ENTRIES or name == LISTS:
        entries.append(_Raw(name, dict(_told(element)), element.base or ""))
        _let_go(element)
    elif name in ("title", "link") and _name(parent) in ("channel", "feed"):
        about.setdefault(name, _link(element) if name == "link" else _text(element))


def _let_go(element: _Element) -> None:
    """Forget an element and those before it: a list may be long."""
    element.clear()
    parent = element.getparent()
    while parent is not None and element.getprevious() is not None:
        del parent[0]


def _name(element: _Element) -> str:
    """The name without its namespace, in small letters."""
    return element.tag.rpartition("}")[2].rpartition(":")[2].lower() if isinstance(element.tag, str) else ""


def _told(entry: _Element) -> Iterator[tuple[str, str]]:
    """What an entry tells, the first of each name last, so that it stands."""
    about = [value for key, value in entry.attrib.items() if key.endswith("about")]
    yield from (("about", value) for value in about)
    for element in reversed(list(entry.iterdescendants("*"))):
        name = _name(element)
        text = _link(element) if name == "link" else _text(element)
        if text and not (name == "guid" and element.get("isPermaLink") == "false"):
            yield name, text


def _text(element: _Element) -> str:
    return "".join(element.itertext()).strip()


def _link(element: _Element) -> str:
    """The address of a link to the page itself: its text, or what an Atom link leads to."""
    leads = element.get("rel", "alternate") == "alternate"
    address = _text(element) or (element.get("href", "").strip() if leads else "")
    return _joined(element.base or "", address) if address else ""


def _joined(base: str, address: str) -> str:
    """An address joined to its base; as it is where they cannot be joined, for whoever reads it then to refuse."""
    try:
        return urljoin(base, address)
    except ValueError:
        return address


# -- JSON


def _from_json(text: str) -> _Read:
    """What a JSON Feed tells."""
    try:
        feed = msgspec.json.decode(text, type=dict[str, Any])
    except (msgspec.MsgspecError, RecursionError) as error:
        return _Read({}, [], _flaw(str(error)))
    about = {"title": _string(feed, "title"), "link": _string(feed, "home_page_url")}
    items = feed.get("items")
    items = items[:MOST_ENTRIES] if isinstance(items, list) else []
    return _Read(about, [_Raw("item", _of_item(item), "") for item in items if isinstance(item, dict)])


def _of_item(item: dict[str, Any]) -> dict[str, str]:
    told = {name: _string(item, name) for name in ("title", "external_url", "id", "date_published", "date_modified")}
    return {name: text for name, text in {**told, "link": _string(item, "url")}.items() if text}


def _string(value: dict[str, Any], name: str) -> str:
    found = value.get(name)
    return found if isinstance(found, str) else ""
