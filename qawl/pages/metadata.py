"""What a page says of itself: title, outlet, author, times and address, each with where it was found.

Sources, the most trusted first: `json-ld`, `opengraph`, `meta`, `time`, `h1` or `title`, `visible`, `url`, `feed`;
`given` is what the caller knows. Times stay as the page writes them, with their zone; a visible date is an ISO day.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any
from urllib.parse import unquote

from qawl.model import Listed, Page
from qawl.pages.chrome import around, key, same_words, says
from qawl.pages.dates import iso_time, visible_date
from qawl.pages.names import Standing, words_of
from qawl.pages.scan import Element, Outline, Segment, collapse

ARTICLES = frozenset({
    "NewsArticle", "Article", "ReportageNewsArticle", "AnalysisNewsArticle", "BackgroundNewsArticle",
    "OpinionNewsArticle", "AskPublicNewsArticle", "ReviewNewsArticle", "BlogPosting", "LiveBlogPosting",
    "SocialMediaPosting", "Report", "TechArticle",
})  # fmt: skip
Found = tuple[str, str] | None

_URL_DAYS = (
    re.compile(r"(?<!\d)((?:19|20)\d\d)[/-](\d\d?)[/-](\d\d?)(?!\d)"),
    re.compile(r"(?<!\d)((?:19|20)\d\d)/[A-Za-z_-]+/(\d\d?)/(\d\d?)(?!\d)"),
    re.compile(r"(?<!\d)((?:19|20)\d\d)([01]\d)([0-3]\d)\d{0,12}(?!\d)"),
)
_TAIL = re.compile(r"\s+[-–—|·:»]+\s+|\s*\|\s*")
_NAME = re.compile(r"[^\d@:/|]{4,60}$")
_PUBLISHED = ("article:published_time", "og:published_time", "og:article:published_time", "og:pubdate")
_MODIFIED = ("article:modified_time", "og:modified_time", "og:updated_time", "og:article:modified_time")
_META_PUBLISHED = (
    "datepublished", "pubdate", "publishdate", "publish-date", "publish_date", "date", "article.published",
    "parsely-pub-date", "sailthru.date", "dc.date", "dc.date.issued", "dcterms.created", "dcterms.issued",
    "datecreated", "cxenseparse:recs:publishtime",
)  # fmt: skip
_META_AUTHORS = (
    ("article:author", "opengraph"), ("og:article:author", "opengraph"), ("author", "meta"), ("dc.creator", "meta"),
    ("parsely-author", "meta"), ("sailthru.author", "meta"),
)  # fmt: skip
_META_MODIFIED = ("datemodified", "lastmod", "last-modified", "dcterms.modified", "article.updated", "revised")
_CHANGED = frozenset({"updated", "modified", "upd", "update"})
_SITES = ("NewsMediaOrganization", "Organization", "WebSite")
_TODAY = frozenset({"today", "current", "now"})
_LINES_AFTER = 14
_LEVELS = 3


@dataclass(frozen=True)
class Particulars:
    """What is known of a page, and where each of it came from."""

    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    published: str | None = None
    modified: str | None = None
    canonical_url: str | None = None
    sources: dict[str, str] = field(default_factory=dict)


def read_particulars(outline: Outline, stands: list[Standing], page: Page) -> Particulars:
    """The particulars of a page, from its outline and the standing of its elements; what the caller gives wins."""
    about = _About(outline, stands, page)
    found: dict[str, Found] = {
        "title": about.title,
        "outlet": about.outlet,
        "author": about.author,
        "published": about.published,
        "modified": about.modified,
    }
    values = {name: one[0] if one else None for name, one in found.items()}
    sources = {name: one[1] for name, one in found.items() if one}
    return Particulars(**values, canonical_url=about.address, sources=sources)


class _About:
    """The places of one page where it tells of itself, each read once."""

    def __init__(self, outline: Outline, stands: list[Standing], page: Page) -> None:
        self.outline = outline
        self.stands = stands
        self.page = page

    @cached_property
    def metas(self) -> dict[str, str]:
        """Names and properties of `<meta>` in lower case, with the first content that is not empty."""
        found: dict[str, str] = {}
        for element in self.outline.with_tag("meta"):
            content = collapse(element.get("content"))
            for attribute in ("property", "name", "itemprop", "http-equiv"):
                if content and element.get(attribute):
                    found.setdefault(element.get(attribute).strip().lower(), content)
        return found

    @cached_property
    def things(self) -> list[dict[str, Any]]:
        """Every object of the page's JSON-LD, articles first."""
        found = [thing for element in self.outline.with_tag("script") for thing in _things(self._json(element))]
        return sorted(found, key=lambda thing: not _is_article(thing))

    def _json(self, element: Element) -> object:
        if "ld+json" not in element.get("type").lower():
            return None
        text = self.outline.source[element.inner : element.end].strip().removeprefix("<!--").removesuffix("-->").strip()
        try:
            return json.loads(text.strip("; \n"), strict=False)
        except (ValueError, RecursionError):
            # Some pages put line ends or a trailing comma into it; what cannot be read is as if it were not there.
            return None

    @cached_property
    def by_id(self) -> dict[str, dict[str, Any]]:
        """The things of the JSON-LD that others point to, by their `@id`."""
        return {thing["@id"]: thing for thing in self.things if isinstance(thing.get("@id"), str) and len(thing) > 1}

    def ld(self, name: str) -> list[object]:
        """What the articles of the JSON-LD say under this name, references resolved."""
        values = [thing[name] for thing in self.things if _is_article(thing) and thing.get(name)]
        return [self.by_id.get(str(v.get("@id")), v) if isinstance(v, dict) and "name" not in v else v for v in values]

    @cached_property
    def headlines(self) -> list[Segment]:
        """The segments in `<h1>`, those of the page's own header last."""
        stands = self.stands
        found = [s for s in self.outline.segments if self.outline.elements[s.block].tag == "h1"]
        return sorted(found, key=lambda s: (stands[s.element].boxed, s.linked * 2 > len(s.text)))

    @cached_property
    def head_title(self) -> str | None:
        """The page's `<title>`."""
        texts = (self.outline.inside(one) for one in self.outline.with_tag("title") if not self._in_svg(one))
        return next((text for text in texts if text), None)

    def _in_svg(self, element: Element) -> bool:
        return self.outline.elements[element.parent].tag == "svg"

    @cached_property
    def listed(self) -> Listed:
        """What a feed or sitemap says of the page."""
        return self.page.listed or Listed()

    @cached_property
    def title(self) -> Found:
        """The title and where it was found, None where the page has none."""
        if self.page.title:
            return self.page.title, "given"
        ld = next((collapse(_unescaped(v)) for v in self.ld("headline") if isinstance(v, str) and v.strip()), None)
        if ld:
            return self._whole(ld), "json-ld"
        if self.metas.get("og:title"):
            return self._without_outlet(self._whole(self.metas["og:title"])), "opengraph"
        return self._shown_title() or told_by_feed(self.listed.title)

    def _shown_title(self) -> Found:
        first = self.headlines[0].text.replace("\n", " ") if self.headlines else None
        if first and (len(first.split()) >= 3 or not self.head_title) and (not self.head_title or self._agree(first)):
            return first, "h1"
        if self.metas.get("twitter:title"):
            return self._without_outlet(self.metas["twitter:title"]), "meta"
        if self.head_title:
            return self._without_outlet(self.head_title), "title"
        return (first, "h1") if first else None

    def _agree(self, headline: str) -> bool:
        """Whether headline and `<title>` share most of the shorter one's words."""
        one, other = set(key(headline).split()), set(key(self.head_title or "").split())
        return len(one & other) * 2 >= min(len(one), len(other))

    def _whole(self, title: str) -> str:
        """The headline on the page where a title was cut short."""
        start = key(title)
        full = (s.text.replace("\n", " ") for s in self.headlines if key(s.text).startswith(start))
        return max(full, key=len, default=title) if len(start) >= 25 else title

    def _without_outlet(self, title: str) -> str:
        """`headline - outlet` without its outlet: what the headline on the page does not hold, or names the site."""
        shown = {key(s.text) for s in self.outline.segments if len(s.text) <= len(title)}
        names = {key(name) for name in (self.metas.get("og:site_name"), self.metas.get("application-name")) if name}
        for cut in reversed(list(_TAIL.finditer(title))):
            head, tail = title[: cut.start()].strip(), title[cut.end() :].strip()
            if key(head) in shown or key(tail) in names:
                return head
        return title

    @cached_property
    def outlet(self) -> Found:
        """Who published the page and where that was found."""
        if self.page.outlet:
            return self.page.outlet, "given"
        for value in self.ld("publisher"):
            name = _name_of(value)
            if name:
                return name, "json-ld"
        if self.metas.get("og:site_name"):
            return self.metas["og:site_name"], "opengraph"
        if self.metas.get("application-name"):
            return self.metas["application-name"], "meta"
        sites = (_name_of(thing) for thing in self.things if thing.get("@type") in _SITES)
        site = next((name for name in sites if name), None)
        return (site, "json-ld") if site else self._outlet_of_title() or told_by_feed(self.listed.outlet)

    def _outlet_of_title(self) -> Found:
        """The short last part of `<title>` behind a dash or a bar."""
        whole = self.head_title or ""
        title = self._without_outlet(whole)
        tail = _TAIL.split(whole[len(title) :])[-1].strip() if len(title) < len(whole) else ""
        return (tail, "title") if 0 < len(tail.split()) <= 5 else None

    @property
    def author(self) -> Found:
        """The person who wrote it and where that was found; an outlet is no author."""
        return next((one for one in self._authors() if one and self._is_person(one[0])), None)

    def _authors(self) -> Iterator[Found]:
        for value in self.ld("author"):
            names = [name for name in map(_name_of, value if isinstance(value, list) else [value]) if name]
            yield ("، ".join(names), "json-ld") if names else None
        for name, source in _META_AUTHORS:
            yield (self.metas[name], source) if name in self.metas else None
        for element in self.outline.elements:
            named = _names_author(element) and not self._boxed(element)
            yield (self.outline.inside(element), "visible") if named else None

    def _is_person(self, name: str) -> bool:
        """A name, and neither an address nor the outlet itself."""
        outlet = key(self.outlet[0]) if self.outlet else ""
        said = key(name)
        whole = bool(said) and bool(_NAME.match(name)) and len(said.split()) >= 2
        return whole and said != outlet and not (outlet and f" {outlet} " in f" {said} ")

    @property
    def published(self) -> Found:
        """When it was published, ISO 8601, and where that was found."""
        given = iso_time(self.page.published)
        if given:
            return given, "given"
        found = self._time("datePublished", _PUBLISHED, _META_PUBLISHED, self._shown_day)
        return found or told_by_feed(iso_time(self.listed.published))

    @property
    def modified(self) -> Found:
        """When it was last changed, ISO 8601, and where that was found."""
        return self._time("dateModified", _MODIFIED, _META_MODIFIED, self._shown_change)

    def _time(self, ld: str, graph: tuple[str, ...], meta: tuple[str, ...], shown: Callable[[], Found]) -> Found:
        texts = [(value, "json-ld") for value in self.ld(ld)]
        texts += [(self.metas.get(name), "opengraph") for name in graph]
        texts += [(self.metas.get(name), "meta") for name in (ld.lower(), *meta)]
        texts += [(element.get("datetime"), "time") for element in self._times(ld)]
        return next(((value, source) for text, source in texts if (value := iso_time(text))), None) or shown()

    def _times(self, name: str) -> list[Element]:
        """The `<time>` elements that say so themselves; for the day of publication also the first by the headline."""
        times = [element for element in self.outline.with_tag("time") if element.get("datetime")]
        marked = [element for element in times if name in element.get("itemprop").split()]
        if name == "dateModified":
            return marked + [element for element in times if words_of(element) & _CHANGED]
        near = [e for e in times if not e.get("itemprop") and self._by_headline(e.start) and not self._boxed(e)]
        near = [e for e in near if not self._is_change(e)]
        return marked + [e for e in times if "pubdate" in e.attributes] + near[:1]

    def _boxed(self, element: Element) -> bool:
        return self.stands[max(0, element.parent)].boxed

    def _is_change(self, element: Element) -> bool:
        return bool(words_of(element) & _CHANGED) or says(self.outline.inside(element), "updated")

    def _shown_day(self) -> Found:
        day = next((value for line in self._dated_lines() if (value := _first_day(line.text))), None)
        return (day, "visible") if day else self._day_of_address()

    def _shown_change(self) -> Found:
        lines = (line.text for line in self._dated_lines() if says(line.text, "updated"))
        return next(((value, "visible") for line in lines if (value := _changed_day(line))), None)

    def _dated_lines(self) -> Iterator[Segment]:
        """Short lines with a date near the headline, outside sentences: those after it first."""
        segments, at = self.outline.segments, self._headline_at
        places = [*range(at, min(at + _LINES_AFTER, len(segments))), *range(at - 1, max(-1, at - 7), -1)]
        for place in places:
            line = segments[place]
            if len(line.text) <= 120 and self._may_tell_day(line, place - at) and visible_date(line.text):
                yield line

    def _may_tell_day(self, line: Segment, away: int) -> bool:
        """No menu, no caption, no sentence, and not the day on which the page was fetched."""
        stands = self.stands[line.element]
        boxed = stands.boxed and not (0 <= away <= 2 and self._in_own_footer(line))
        sentence = line.text.endswith((".", "؟", "!")) and not stands.beside
        today = words_of(self.outline.elements[line.element]) & _TODAY
        return not (boxed or stands.caption or sentence or today) and (away >= 0 or self._by_headline(line.start))

    def _in_own_footer(self, line: Segment) -> bool:
        """Some page builders put the date line into a `<footer>` of the article's head."""
        index = line.element
        for _ in range(2 * _LEVELS):
            element = self.outline.elements[index]
            if element.tag == "footer":
                return not self._boxed(element)
            index = max(0, element.parent)
        return False

    def _by_headline(self, place: int) -> bool:
        """Whether a place of the source lies in what the headline heads, or in the lines below it."""
        segments, at = self.outline.segments, self._headline_at
        if not segments:
            return False
        around = self._headed
        last = segments[min(at + _LINES_AFTER, len(segments) - 1)].end
        within = around.start <= place < around.end and around.tag not in ("#page", "html", "body")
        return within or segments[at].start <= place <= last

    @cached_property
    def _headed(self) -> Element:
        """The element a few levels above the headline."""
        index = self.outline.segments[self._headline_at].block
        for _ in range(_LEVELS):
            index = max(0, self.outline.elements[index].parent)
        return self.outline.elements[index]

    @cached_property
    def _headline_at(self) -> int:
        """The number of the segment that shows the headline, 0 where none does."""
        segments = self.outline.segments
        title = self.title[0] if self.title else None
        places = [n for n, line in enumerate(segments) if same_words(line.text, title)]
        free = [n for n in places if not self.stands[segments[n].element].boxed]
        if places:
            return (free or places)[0]
        first = self.headlines[0].start if self.headlines else -1
        return next((n for n, line in enumerate(segments) if line.start == first), 0)

    def _day_of_address(self) -> Found:
        """`/2021/05/03/`, `/2021-05-03-` or `/20210503…` in the page's address."""
        addresses = [unquote(address) for address in (self.address, self.page.url) if address]
        found = (pattern.search(address) for address in addresses for pattern in _URL_DAYS)
        days = (iso_time(f"{m[1]}-{int(m[2]):02d}-{int(m[3]):02d}") for m in found if m)
        day = next((day for day in days if day), None)
        return (day, "url") if day else None

    @cached_property
    def address(self) -> str | None:
        """The canonical address that the page gives itself, http or https."""
        links = (e.get("href") for e in self.outline.with_tag("link") if "canonical" in e.get("rel").lower().split())
        ld = (v if isinstance(v, str) else v.get("@id") for v in self.ld("mainEntityOfPage") if isinstance(v, str | dict))
        candidates = [*links, self.metas.get("og:url"), *ld]
        return next((c.strip() for c in candidates if isinstance(c, str) and c.strip().startswith(("http://", "https://"))), None)


def _things(value: object) -> Iterator[dict[str, Any]]:
    """The objects of a JSON-LD value: itself, those of its list, of its `@graph`, and what it is about."""
    for one in value if isinstance(value, list) else [value]:
        if isinstance(one, dict):
            yield one
            yield from _things(one.get("@graph"))
            yield from _things(one.get("mainEntity"))


def told_by_feed(value: str | None) -> Found:
    """What a feed or sitemap says of the page, where it says something."""
    return (value, "feed") if value else None


def _is_article(thing: dict[str, Any]) -> bool:
    kinds = thing.get("@type")
    return any(kind in ARTICLES for kind in (kinds if isinstance(kinds, list) else [kinds]) if isinstance(kind, str))


def _name_of(value: object) -> str | None:
    """The name of a JSON-LD person or organisation, given as text, as an object or as the first of a list."""
    if isinstance(value, list):
        return next((name for name in map(_name_of, value) if name), None)
    name = value.get("name") if isinstance(value, dict) else value
    if isinstance(name, list):
        name = next(iter(name), None)
    return collapse(_unescaped(name)) or None if isinstance(name, str) else None


def _unescaped(text: str) -> str:
    """JSON-LD is no HTML, yet many pages escape it as if it were."""
    from html import unescape

    return unescape(text)


def _names_author(element: Element) -> bool:
    if not element.raw or element.tag in ("meta", "link", "script", "body", "html", "img"):
        return False
    classes = element.get("class").lower().split()
    named = "author" in element.get("rel").split() or "author" in element.get("itemprop").split()
    return named or (element.tag in ("a", "span") and "author" in classes)


def _first_day(line: str) -> str | None:
    """The day of a line; beside a word of change only one that stands before it, while another follows it."""
    before, after = around(line, "updated")
    if after is None:
        return visible_date(line)
    return visible_date(before) if visible_date(after) else None


def _changed_day(line: str) -> str | None:
    """The day behind a word of change, or the only one of the line."""
    after = around(line, "updated")[1]
    return visible_date(after or "") or visible_date(line)
