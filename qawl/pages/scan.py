"""One walk over a page's source: its elements, and its runs of visible text with the places where they stand.

A segment is what a reader sees as one paragraph, line or label: the text between two block-level tags. Since text and
place come from the same walk, a segment's slice of the source holds its words and no others. Time is linear in the
source, however its tags are nested.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from html import unescape

INLINE = frozenset({
    "a", "abbr", "acronym", "b", "basefont", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em",
    "font", "i", "img", "ins", "kbd", "mark", "meter", "q", "rb", "rp", "rt", "ruby", "s", "samp", "small",
    "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr", "picture", "source", "track",
    "svg", "path", "noscript", "script", "style", "template", "link", "meta", "nobr",
})  # fmt: skip
VOID = frozenset({
    "area", "base", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
    "basefont", "keygen", "path",
})  # fmt: skip
RAW = frozenset({"script", "style", "textarea", "title", "iframe", "xmp", "noembed", "noframes"})
UNSEEN = frozenset({
    "svg", "math", "template", "noscript", "select", "option", "button", "canvas", "audio", "video", "object",
    "map", "datalist",
})  # fmt: skip
KEPT = frozenset({"a", "time", "meta", "link", "script"})
EMPHASIS = frozenset({"b", "strong"})
CLOSED_BY_SAME = {
    "li": ("ul", "ol", "menu"),
    "dt": ("dl",),
    "dd": ("dl",),
    "tr": ("table",),
    "td": ("tr",),
    "th": ("tr",),
    "option": ("select",),
}
SPACES = " \t\n\r\f\v\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B)))
TRIM = SPACES + "\ufeff\u200b\u2060\u200e\u200f\u061c"
NEAR = 24
BREAK = "\0"

_TAG = re.compile(r"</?([A-Za-z][^\s/>\x00]*)")
_MARKUP = re.compile(r"<[A-Za-z/!?]")
_ATTRIBUTE = re.compile(r"""([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>`]+)))?""")
_ENTITY = re.compile(r"&(?:#[0-9]{1,8}|#[xX][0-9a-fA-F]{1,7}|[A-Za-z][A-Za-z0-9]{1,31});?")
_BLANKS = re.compile(r"[ \t\n\r\f]+")
_STRIP_TAGS = re.compile(r"<!--.*?-->|<[^>]*>", re.S)


@dataclass(slots=True)
class Element:
    """A tag: `start` is the place of its `<`, `inner` what follows its `>`, `end` where its closing tag begins."""

    tag: str
    parent: int
    start: int
    inner: int
    end: int
    raw: str
    _attributes: dict[str, str] | None = None

    @property
    def attributes(self) -> dict[str, str]:
        """Its attributes, names in lower case, entities decoded; the first of two with one name counts."""
        if self._attributes is None:
            self._attributes = read_attributes(self.raw)
        return self._attributes

    def get(self, name: str) -> str:
        """The attribute `name`, empty where there is none."""
        return self.attributes.get(name, "") if self.raw else ""


@dataclass(slots=True)
class Segment:
    """A run of visible text, its white space collapsed.

    [start, end) is its place in the source; `tight` is False where a script or another unseen element with words in it
    stands in between. `block` is the block-level element that holds it, `element` the innermost one that holds all of
    it. `linked` and `strong` count characters. A single `<br>` is a line end in `text`.
    """

    text: str
    start: int
    end: int
    tight: bool
    block: int
    element: int
    linked: int
    strong: int


@dataclass(slots=True)
class Outline:
    """What a page is made of, in the order of the source."""

    source: str
    elements: list[Element] = field(default_factory=list)
    segments: list[Segment] = field(default_factory=list)
    depth: int = 0

    def with_tag(self, tag: str) -> list[Element]:
        """The elements with this tag."""
        return [element for element in self.elements if element.tag == tag]

    def inside(self, element: Element) -> str:
        """The visible text inside an element, white space collapsed."""
        text = _STRIP_TAGS.sub(" ", self.source[element.inner : min(element.end, element.inner + 10_000)])
        return collapse(unescape(text))


def read_attributes(raw: str) -> dict[str, str]:
    """`class="a" hidden` -> `{"class": "a", "hidden": ""}`."""
    found: dict[str, str] = {}
    for name, double, single, plain in _ATTRIBUTE.findall(raw):
        found.setdefault(name.lower(), unescape(double or single or plain))
    return found


def collapse(text: str) -> str:
    """Runs of ASCII white space as one space, nothing invisible at either end; no-break spaces inside stay."""
    return _BLANKS.sub(" ", text).strip(TRIM)


def scan(source: str) -> Outline:
    """The outline of an HTML page."""
    walk = _Walk(source)
    walk.run()
    return walk.outline


class _Walk:
    """The state of one walk: the stack of open tags and the pieces of the segment that is being gathered."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.outline = Outline(source)
        self.outline.elements.append(Element("#page", -1, 0, 0, len(source), ""))
        self.stack: list[tuple[str, int, int]] = [("#page", 0, 0)]
        self.open: Counter[str] = Counter()
        self.unclosed: set[str] = set()
        self.unseen = self.bold = 0
        self.link = 0
        self.pieces: list[str] = []
        self.first = self.last = self.hidden = -1
        self.element = 0
        self.linked = self.strong = 0
        self.broken = False

    def run(self) -> None:
        """Read the whole source once, text and markup in turn."""
        source, place = self.source, 0
        while True:
            match = _MARKUP.search(source, place)
            if match is None:
                break
            self.text(place, match.start())
            place = self.markup(match.start())
        self.text(place, len(source))
        self.flush()
        self.pop_to(1, len(source))

    def markup(self, place: int) -> int:
        """Takes the comment, declaration or tag at `place`; gives the place after it."""
        source = self.source
        match = _TAG.match(source, place)
        if match:
            return self.tag(match, source[place + 1] == "/")
        if source.startswith("<!--", place):
            return self.after("-->", place + 4, place)
        if source.startswith(("<!", "<?", "</"), place):
            return self.after(">", place + 2, place)
        self.text(place, place + 1)
        return place + 1

    def after(self, mark: str, place: int, start: int) -> int:
        """The place after the next `mark`; where none follows, the place after the `<`, which then is no markup."""
        found = -1 if mark in self.unclosed else self.source.find(mark, place)
        if found < 0:
            self.unclosed.add(mark)
            return start + 1 if mark == ">" else self.after(">", place, start)
        return found + len(mark)

    def tag_end(self, place: int) -> int:
        """The place of the `>` that ends a tag; one inside a quoted value does not. -1 where the page ends first."""
        source, start = self.source, place
        while True:
            end = source.find(">", place)
            if end < 0:
                return -1
            quote = _open_quote(source, start, end)
            if not quote or quote in self.unclosed:
                return end
            closing = source.find(quote, end)
            if closing < 0:
                self.unclosed.add(quote)
                return end
            start = place = closing + 1

    def tag(self, match: re.Match[str], closing: bool) -> int:
        """Read one tag; returns the place behind it."""
        end = self.tag_end(match.end())
        if end < 0:
            return len(self.source)
        name = match[1].lower()
        if closing:
            self.close(name, match.start())
            return end + 1
        raw = self.source[match.end() : end].strip(" \t\n\r\f/")
        return self.open_tag(name, raw, match.start(), end + 1)

    def open_tag(self, name: str, raw: str, start: int, inner: int) -> int:
        """Open an element; `inner` is the place behind its tag. Returns where reading goes on."""
        if name == "br":
            self.line_break()
            return inner
        inline = is_inline(name)
        if not inline:
            self.flush()
            self.close_implied(name, start)
        elif name == "a" and self.link:
            self.close("a", start)
        index = self.stack[-1][1]
        if not inline or name in KEPT or (raw and name == "span"):
            self.outline.elements.append(Element(name, index, start, inner, inner, raw))
            index = len(self.outline.elements) - 1
        if name in RAW:
            return self.skip_raw(name, inner, index)
        if name not in VOID:
            self.push(name, index, inline)
        if name == "a" and "href" in raw:
            # A link inside a link cannot be: an outer one that is still open was never closed, and counts no more.
            self.link = len(self.stack)
        return inner

    def push(self, name: str, index: int, inline: bool) -> None:
        """Put an element on the stack of those that are open."""
        self.stack.append((name, index, self.stack[-1][2] if inline else index))
        self.open[name] += 1
        self.outline.depth = max(self.outline.depth, len(self.stack))
        self.unseen += name in UNSEEN
        self.bold += name in EMPHASIS

    def pop(self, place: int) -> None:
        """Close the innermost element, which ends at `place`."""
        name, index, _ = self.stack.pop()
        self.open[name] -= 1
        self.unseen -= name in UNSEEN
        if len(self.stack) < self.link:
            self.link = 0
        self.bold -= name in EMPHASIS
        if index != self.stack[-1][1]:
            self.outline.elements[index].end = place

    def skip_raw(self, name: str, inner: int, index: int) -> int:
        """The place after an element whose content is no markup; where it is never closed, only its tag is skipped."""
        closer = None if name in self.unclosed else _closer(name).search(self.source, inner)
        if closer is None:
            self.unclosed.add(name)
            return inner
        self.hide(inner, closer.start())
        if name in KEPT or not is_inline(name):
            self.outline.elements[index].end = closer.start()
        return closer.end()

    def hide(self, start: int, end: int) -> None:
        """Remembers that the source's [start, end) holds words that are not seen."""
        if self.first >= 0 and self.source[start:end].strip(TRIM):
            self.hidden = start

    def close_implied(self, name: str, place: int) -> None:
        """An open paragraph ends where a block begins; a list item, row or cell where the next one begins."""
        if self.open["p"]:
            self.pop_near("p", frozenset(), place)
        limits = CLOSED_BY_SAME.get(name)
        if limits and self.open[name]:
            self.pop_near(name, frozenset(limits), place)
            if name in ("dt", "dd"):
                self.pop_near("dd" if name == "dt" else "dt", frozenset(limits), place)

    def pop_near(self, name: str, limits: frozenset[str], place: int) -> None:
        """Closes `name` where it is open near the top: under inline tags only or, with limits, under none of these."""
        for back in range(1, min(NEAR, len(self.stack))):
            tag = self.stack[-back][0]
            if tag == name:
                return self.pop_to(len(self.stack) - back, place)
            if tag in limits or (not limits and not is_inline(tag)):
                return None
        return None

    def pop_to(self, size: int, place: int) -> None:
        """Close elements until `size` are open."""
        while len(self.stack) > size:
            self.pop(place)

    def close(self, name: str, place: int) -> None:
        """Close the element of a closing tag, and those inside it that were left open."""
        if name == "br":
            return self.line_break()
        inline = is_inline(name)
        if not inline:
            self.flush()
        if not self.open[name] or name in ("body", "html"):
            return None
        back = 1
        while self.stack[-back][0] != name:
            if inline and (back > NEAR or not is_inline(self.stack[-back][0])):
                return None
            back += 1
        return self.pop_to(len(self.stack) - back, place)

    def line_break(self) -> None:
        """One `<br>` is a line end within the segment, two with nothing between them end it."""
        if self.broken:
            return self.flush()
        if self.first >= 0:
            self.pieces.append(BREAK)
            self.broken = True
        return None

    def text(self, start: int, end: int) -> None:
        """Adds the source's [start, end) to the open segment."""
        if start >= end or self.unseen:
            return self.hide(start, end)
        raw = self.source[start:end]
        text = (unescape(raw) if "&" in raw else raw).replace(BREAK, "\ufffd")
        self.pieces.append(text)
        if not text.strip(TRIM):
            return None
        self.broken = False
        first, last = visible_edges(raw)
        element = self.stack[-1][1]
        if self.first < 0:
            self.first, self.element = start + first, element
        elif element != self.element:
            self.element = -1
        self.last = start + last
        size = len(text.strip(TRIM))
        self.linked += size if self.link else 0
        self.strong += size if self.bold else 0
        return None

    def flush(self) -> None:
        """Ends the open segment."""
        if self.first >= 0:
            lines = "".join(self.pieces).split(BREAK)
            text = "\n".join(line for line in map(collapse, lines) if line)
            tight = not self.first < self.hidden < self.last
            block = self.stack[-1][2]
            element = self.element if self.element >= 0 else block
            self.outline.segments.append(Segment(text, self.first, self.last, tight, block, element, self.linked, self.strong))
            self.first = self.last = self.hidden = -1
            self.linked = self.strong = 0
        self.broken = False
        self.pieces.clear()


def is_inline(name: str) -> bool:
    """Whether a tag stays within a line; an unknown one does, unless it is a custom element with a dash in its name."""
    return name in INLINE or (":" in name)


def _open_quote(source: str, start: int, end: int) -> str:
    """The quotation mark of an attribute value that is still open at `end`, empty where none is."""
    quote = ""
    if source.find('"', start, end) < 0 and source.find("'", start, end) < 0:
        return quote
    for match in _QUOTE.finditer(source, start, end):
        mark = match[0]
        if not quote and source[max(start, match.start() - NEAR) : match.start()].rstrip(" \t\n\r\f").endswith("="):
            quote = mark
        elif mark == quote:
            quote = ""
    return quote


_QUOTE = re.compile("[\"']")


def _closer(name: str) -> re.Pattern[str]:
    return re.compile(rf"</{name}[^>]{{0,200}}>", re.I)


def visible_edges(raw: str) -> tuple[int, int]:
    """Where the first visible character of a piece of source begins and where its last one ends, entities decoded."""
    if "&" not in raw:
        return len(raw) - len(raw.lstrip(TRIM)), len(raw.rstrip(TRIM))
    first, last, place = -1, 0, 0
    for match in _ENTITY.finditer(raw):
        first, last = _edges_of(raw, place, match.start(), first, last)
        if unescape(match[0]).strip(TRIM):
            first = match.start() if first < 0 else first
            last = match.end()
        place = match.end()
    return _edges_of(raw, place, len(raw), first, last)


def _edges_of(raw: str, start: int, end: int, first: int, last: int) -> tuple[int, int]:
    plain = raw[start:end]
    if not plain.strip(TRIM):
        return first, last
    return (end - len(plain.lstrip(TRIM)) if first < 0 else first), start + len(plain.rstrip(TRIM))
