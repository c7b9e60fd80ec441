"""A plain text as a document: the text exactly as given, and what each of its lines is."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass

from qawl.model import Document, Listed, Page, Part, PartRole, Sources
from qawl.pages.chrome import chrome_role, key, says
from qawl.pages.dates import iso_time, visible_date
from qawl.pages.language import check_language

TITLE_WORDS = 25
HEADING_WORDS = 12
LABEL_WORDS = 8
DATELINE_WORDS = 5
PARAGRAPH = 80
LONG_LINE = 2000

_LINE = re.compile(r"[^\r\n]+")
_STOP = re.compile(r"[.!؟?…؛،:,;»”\"')\]]\s*$")
_FULL_STOP = re.compile(r"[.…،؛,;:]\s*$")
_DATELINE = re.compile(r"[-–—:/]$|\)$|\s[-–—/]\s*\S+(?: \S+)?$")


@dataclass(slots=True)
class Line:
    """A line of the text that is not blank; `gap` says that a blank one, or the start of the text, stands before it."""

    text: str
    start: int
    end: int
    words: int
    gap_before: bool
    gap_after: bool


def read_text(page: Page, text: str, page_sha256: str) -> Document:
    """The document of a plain text. Raises `Unreadable` `no_article` or `language`."""
    check_language(text)
    lines = text_lines(text)
    parts = roles(lines, page.title)
    title, sources = page.title, {"title": "given"} if page.title else {}
    if not title:
        title = next((text[part.start : part.end] for part in parts if part.role == "title"), None)
        sources = {"title": "visible"} if title else {}
    published = iso_time(page.published)
    sources |= {"published": "given"} if published else {}
    sources |= {"outlet": "given"} if page.outlet else {}
    listed = page.listed or Listed()
    sources |= dict.fromkeys(said_by_feed(listed) - sources.keys(), "feed")
    return Document(
        id=page.id,
        url=page.url,
        outlet=page.outlet or listed.outlet,
        title=title or listed.title,
        published=published or iso_time(listed.published),
        sources=Sources(**sources),
        text=text,
        text_sha256=hashlib.sha256(text.encode()).hexdigest(),
        page_sha256=page_sha256,
        parts=parts,
    )


def said_by_feed(listed: Listed) -> set[str]:
    """What the feed or sitemap that lists a page tells of it."""
    told = {"title": listed.title, "published": iso_time(listed.published), "outlet": listed.outlet}
    return {fact for fact, value in told.items() if value}


def text_lines(text: str) -> list[Line]:
    """The lines of a text that hold more than white space, without the white space round them."""
    lines: list[Line] = []
    last = 0
    for match in _LINE.finditer(text):
        stripped = match[0].strip()
        if stripped:
            start = match.start() + len(match[0]) - len(match[0].lstrip())
            gap = (
                not lines
                or text.count("\n", last, start) > 1
                or text.count("\r", last, start) > 1 + text.count("\r\n", last, start)
            )
            if lines:
                lines[-1].gap_after = gap
            lines.append(Line(stripped, start, start + len(stripped), len(stripped[:LONG_LINE].split()), gap, True))
            last = start + len(stripped)
    return lines


def roles(lines: list[Line], title: str | None) -> tuple[Part, ...]:
    """The role of every line. A text of a single line is body and nothing else."""
    if len(lines) < 2:
        return tuple(Part("body", line.start, line.end) for line in lines)
    found: list[PartRole | None] = list(chrome_roles(lines))
    headline = _mark_title(lines, found, title)
    _mark_lead(lines, found, headline)
    for place in range(len(lines)):
        if found[place] is None:
            found[place] = "heading" if _is_heading(lines, found, place) else "body"
    return tuple(Part(role or "body", line.start, line.end) for line, role in zip(lines, found, strict=True))


def chrome_roles(lines: list[Line]) -> list[PartRole | None]:
    """`chrome`, `related` or `caption` for the lines that are none of the article's text."""
    found: list[PartRole | None] = []
    listing = False
    for line in lines:
        role: PartRole | None = chrome_role(line.text) or ("chrome" if _is_stamp(line) else None)
        if role is None and listing and _is_label(line):
            role = "related"
        listing = role == "related" and (line.text.rstrip().endswith(":") or line.words <= 4 or listing)
        found.append(role)
    return found


def _is_label(line: Line) -> bool:
    """A headline in a list of other articles: of one line, short, with no full stop."""
    return line.words <= TITLE_WORDS and not _STOP.search(line.text) and not line.gap_before


def _is_stamp(line: Line) -> bool:
    """A line that only tells when it was written or changed."""
    if line.words > LABEL_WORDS or not re.search(r"\d", line.text):
        return False
    if says(line.text, "updated") or says(line.text, "published"):
        return bool(visible_date(line.text)) or bool(re.search(r"\d:\d\d", line.text))
    return bool(visible_date(line.text)) and line.words <= 6 and not _STOP.search(line.text)


def _mark_title(lines: list[Line], found: list[PartRole | None], title: str | None) -> int | None:
    """Marks the headline and its repetitions; gives the place of the first."""
    place = _title_place(lines, found, title)
    if place is None:
        return None
    wanted = key(lines[place].text)
    for other in range(place, len(lines)):
        if found[other] is None and key(lines[other].text) == wanted:
            found[other] = "title"
    return place


def _title_place(lines: list[Line], found: list[PartRole | None], title: str | None) -> int | None:
    wanted = key(title) if title else ""
    if wanted:
        return next((n for n, line in enumerate(lines[:20]) if found[n] is None and key(line.text) == wanted), None)
    first = next((n for n, role in enumerate(found) if role is None), None)
    if first is None or not _may_be_title(lines[first]):
        return None
    line = lines[first]
    repeated = any(key(other.text) == key(line.text) for other in lines[first + 1 : first + 6])
    longer = any(len(other.text) > len(line.text) for n, other in enumerate(lines[first + 1 :], first + 1) if found[n] is None)
    chrome_next = first + 1 < len(lines) and found[first + 1] is not None
    return first if repeated or (longer and (line.gap_after or chrome_next)) else None


def _may_be_title(line: Line) -> bool:
    """Short, of more than a word, ending in no full stop, and no place with its agency: `القاهرة - الواحة`."""
    dateline = line.words <= DATELINE_WORDS and _DATELINE.search(line.text)
    return 2 <= line.words <= TITLE_WORDS and not _FULL_STOP.search(line.text) and not dateline


def _mark_lead(lines: list[Line], found: list[PartRole | None], headline: int | None) -> None:
    """The first paragraph below the headline that stands by itself, or whose words come again below, is the lead."""
    start = 0 if headline is None else headline + 1
    place = next((n for n in range(start, len(lines)) if found[n] is None), None)
    if place is None or headline is None or len(lines[place].text) < PARAGRAPH:
        return
    found[place] = "lead"


def _is_heading(lines: list[Line], found: list[PartRole | None], place: int) -> bool:
    """A short line without a final mark that opens a longer paragraph: blank lines or paragraphs stand round it."""
    line = lines[place]
    following = lines[place + 1] if place + 1 < len(lines) else None
    if following is None or found[place + 1] in ("chrome", "related") or line.words > HEADING_WORDS or _STOP.search(line.text):
        return False
    stands_alone = line.gap_before or line.gap_after
    return stands_alone and len(following.text) >= max(PARAGRAPH, 2 * len(line.text)) and line.words >= 1
