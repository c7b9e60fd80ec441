"""Which segments of a page are its article, and what each of them is.

Three witnesses are heard: trafilatura votes for paragraphs, the names of classes and roles speak against menus and
boxes, and the place where most of the voted text lies decides about the short lines between. `judge` and
`main_blocks` are the only doors: another extractor needs the same shapes and nothing else.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, replace
from typing import Literal

from qawl.pages.chrome import chrome_role, same_words, says
from qawl.pages.dates import visible_date
from qawl.pages.extractor import voted_text
from qawl.pages.names import Standing, standing
from qawl.pages.scan import Outline, Segment

BlockRole = Literal["lead", "heading", "body", "caption"]
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
SENTENCE = 60
FLASH = 15
LONG = 120
LONG_TEXT = 4000
SHARE = 0.85
HEADED = 0.3
LINKED = 0.6
LABEL_WORDS = 8
MISSED = 3
WHOLE = frozenset({"#page", "html", "body"})
PARAGRAPHS = frozenset({"p", "li", "blockquote", "td", "dd", "pre", "span", "a", "font", "q"}) | HEADINGS

_LETTER = re.compile(r"[^\W\d_]")
_ADDRESS = re.compile(r"(?:https?:|www\.)\S+$")
_DIGIT = re.compile(r"\d")
_SPACE = re.compile(r"\s+")
_STOP = re.compile(r"[.!؟?…»”\"]\s*$")
_END = re.compile(r"[.!؟?…»”\":؛]\s*$")


@dataclass(frozen=True, slots=True)
class MainBlock:
    """A segment of the article and its role in it."""

    segment: Segment
    role: BlockRole


@dataclass(slots=True)
class Judged:
    """A segment with what speaks for and against it."""

    segment: Segment
    standing: Standing
    tag: str
    voted: bool
    letters: int
    sentence: bool

    @property
    def linked(self) -> bool:
        """Whether so much of the block is link text that it is a list of links."""
        return self.segment.linked > LINKED * len(self.segment.text)

    @property
    def kept_out(self) -> bool:
        """Whether the names round it say that it is no part of the article."""
        weak = self.voted and self.letters >= LONG
        return self.standing.boxed or (self.standing.beside and not weak)


def main_blocks(outline: Outline, judged: list[Judged], title: str | None) -> list[MainBlock]:
    """The blocks of the article in page order, without its title, nothing twice; empty where there is no article."""
    home = container(outline, judged, title)
    if home is None:
        return []
    shown = [one for one in judged if not _is_title(one, title)]
    chosen = [*leads(judged, outline.elements[home].start, title), *body(outline, shown, home)]
    return without_repeats(without_title(chosen, title))


def judge(outline: Outline) -> tuple[list[Judged], list[Standing]]:
    """Every segment with what speaks for and against it, and the standing of every element.

    Where the extractor votes for nothing that could be an article, every sentence of the page has a vote.
    """
    votes = voted_text(outline)
    voted = [_SPACE.sub("", segment.text) in votes for segment in outline.segments]
    stands = standing(outline, [segment for segment, vote in zip(outline.segments, voted, strict=True) if vote])
    judged = [_judged(outline, segment, stands, vote) for segment, vote in zip(outline.segments, voted, strict=True)]
    return with_missed(outline, judged), stands


def count_letters(text: str) -> int:
    """How many letters a text has; the rest of a very long one is taken to be letters, for it is no label."""
    return len(_LETTER.findall(text[:LONG_TEXT])) + max(0, len(text) - LONG_TEXT)


def with_missed(outline: Outline, judged: list[Judged]) -> list[Judged]:
    """The votes, and where they miss what must be the article, votes for that."""
    voted = sum(one.letters for one in judged if one.voted and one.sentence and not one.kept_out)
    if not voted:
        return _without_votes(judged)
    missed = _missed_group(outline, judged, voted)
    if missed is None:
        return judged
    return [replace(one, voted=one.voted or (one.sentence and _group(outline, one) == missed)) for one in judged]


def _judged(outline: Outline, segment: Segment, stands: list[Standing], voted: bool) -> Judged:
    letters = count_letters(segment.text)
    sentence = letters >= SENTENCE and segment.linked <= LINKED * len(segment.text)
    return Judged(segment, stands[segment.element], outline.elements[segment.block].tag, voted, letters, sentence)


def container(outline: Outline, judged: list[Judged], title: str | None) -> int | None:
    """The innermost element that holds nearly all of the article's sentences."""
    weights = _weights(outline, [one for one in judged if one.voted])
    if not weights:
        return None
    heaviest = _heaviest(outline, weights)
    index = _part_of_page(outline, weights, heaviest, _above_headline(outline, judged, title))
    least = SHARE * weights[index]
    while weights.get(heaviest.get(index, -1), 0) > least:
        index = heaviest[index]
    while outline.elements[index].tag in PARAGRAPHS:
        index = outline.elements[index].parent
    return index


def _heaviest(outline: Outline, weights: dict[int, int]) -> dict[int, int]:
    """The heaviest child of every element that has one."""
    heaviest: dict[int, int] = {}
    for index in sorted(weights):
        parent = outline.elements[index].parent
        if index and weights[index] > weights.get(heaviest.get(parent, -1), 0):
            heaviest[parent] = index
    return heaviest


def _part_of_page(outline: Outline, weights: dict[int, int], heaviest: dict[int, int], above: list[int]) -> int:
    """The part of the page with the article in it: that with the headline where it has text enough, or the heaviest."""
    index = 0
    for part in above:
        if outline.elements[index].tag not in WHOLE or weights.get(part, 0) < HEADED * weights[0]:
            break
        index = part
    while outline.elements[index].tag in WHOLE and weights.get(heaviest.get(index, -1), 0) > weights[index] / 2:
        index = heaviest[index]
    return index


def _above_headline(outline: Outline, judged: list[Judged], title: str | None) -> list[int]:
    """The elements round the headline, the outermost first."""
    index = next((one.segment.block for one in judged if _is_title(one, title) and not one.standing.boxed), 0)
    above = []
    while index > 0:
        above.append(index)
        index = outline.elements[index].parent
    return above[::-1]


def _weights(outline: Outline, judged: list[Judged]) -> dict[int, int]:
    """How many letters of these sentences each element holds."""
    weights: dict[int, int] = defaultdict(int)
    for one in judged:
        if one.sentence and not one.kept_out:
            weights[one.segment.block] += one.letters
    for index in range(len(outline.elements) - 1, 0, -1):
        if index in weights:
            weights[outline.elements[index].parent] += weights[index]
    return weights


def _without_votes(judged: list[Judged]) -> list[Judged]:
    """Every sentence has a vote; on a page of a line or two, every paragraph that ends as a sentence does."""
    if any(one.sentence and not one.kept_out for one in judged):
        return [replace(one, voted=one.sentence) for one in judged]
    short = [one.tag == "p" and not one.linked and one.letters >= FLASH and bool(_STOP.search(one.segment.text)) for one in judged]
    return [replace(one, voted=vote, sentence=vote) for one, vote in zip(judged, short, strict=True)]


def _missed_group(outline: Outline, judged: list[Judged], voted: int) -> int | None:
    """The element whose paragraphs without a vote are far more text than all that was voted for, if there is one."""
    groups: dict[int, int] = defaultdict(int)
    for one in judged:
        if one.sentence and not one.kept_out and not one.voted:
            groups[_group(outline, one)] += one.letters
    best = max(groups, key=lambda index: (groups[index], -index), default=0)
    return best if groups and groups[best] > MISSED * voted else None


def _group(outline: Outline, one: Judged) -> int:
    """The element that a paragraph shares with its neighbours."""
    block = outline.elements[one.segment.block]
    return block.parent if block.tag in PARAGRAPHS else one.segment.block


def leads(judged: list[Judged], start: int, title: str | None) -> list[MainBlock]:
    """What stands between headline and article and belongs to it: standfirst, subtitle, the caption of the picture."""
    before = [one for one in judged if one.segment.start < start]
    headline = [n for n, one in enumerate(before) if _is_title(one, title) and not one.standing.boxed]
    found = []
    for one in before[headline[-1] + 1 if headline else 0 :]:
        role = _lead_role(one, bool(headline))
        if role:
            found.append(MainBlock(one.segment, role))
    return found


def _is_title(one: Judged, title: str | None) -> bool:
    return one.tag == "h1" or same_words(one.segment.text, title)


def _lead_role(one: Judged, headlined: bool) -> BlockRole | None:
    if one.standing.boxed or one.linked or _ADDRESS.match(one.segment.text) or chrome_role(one.segment.text):
        return None
    if one.standing.caption:
        return "caption" if headlined and caption_worthy(one) else None
    if one.standing.lead and one.letters >= 20:
        return "lead"
    if not headlined or one.kept_out:
        return None
    return "lead" if one.sentence and (one.voted or bool(_END.search(one.segment.text))) else None


def caption_worthy(one: Judged) -> bool:
    """A caption that says something; the bare name of who owns the picture is none."""
    text = one.segment.text
    return len(text.split()) >= 4 and not text.startswith("©") and not chrome_role(text)


def body(outline: Outline, judged: list[Judged], home: int) -> list[MainBlock]:
    """The blocks inside the container: what was voted for, and the short lines, lists and captions among it."""
    start, end = outline.elements[home].start, outline.elements[home].end
    inside = [one for one in judged if start <= one.segment.start < end]
    groups = _groups(outline, inside)
    found: list[tuple[Judged, BlockRole]] = []
    related = False
    for one in inside:
        related = related or _opens_related(one)
        role = _body_role(one, _is_near(outline, one, groups), bool(found), related)
        if role:
            found.append((one, role))
    while found and (found[-1][1] == "heading" or not (found[-1][0].voted or _END.search(found[-1][0].segment.text))):
        found.pop()
    return [MainBlock(one.segment, role) for one, role in found]


def _opens_related(one: Judged) -> bool:
    return one.tag in HEADINGS and chrome_role(one.segment.text) == "related" and not one.standing.boxed


def _groups(outline: Outline, inside: list[Judged]) -> set[int]:
    """The elements whose own text or whose children are voted sentences."""
    voted = [one for one in inside if one.voted and not one.kept_out]
    return {one.segment.block for one in voted} | {outline.elements[one.segment.block].parent for one in voted}


def _is_near(outline: Outline, one: Judged, groups: set[int]) -> bool:
    """Whether a segment stands beside voted sentences: as their sibling, in a list or a quotation among them."""
    block = one.segment.block
    parent = outline.elements[block].parent
    return block in groups or parent in groups or (parent > 0 and outline.elements[parent].parent in groups)


def _body_role(one: Judged, near: bool, begun: bool, related: bool) -> BlockRole | None:
    text = one.segment.text
    if not one.letters or _ADDRESS.match(text) or chrome_role(text) or (one.linked and not (one.voted and one.letters >= LONG)):
        return None
    if one.standing.caption:
        return "caption" if not one.standing.boxed and caption_worthy(one) else None
    if one.kept_out or (related and not one.voted):
        return None
    if one.standing.lead and not begun:
        return "lead"
    if not near and not one.voted:
        return None
    if one.tag in HEADINGS:
        return "heading"
    if one.voted or one.tag in PARAGRAPHS or one.sentence or _END.search(text):
        return _paragraph_role(one, begun)
    return None


def _paragraph_role(one: Judged, begun: bool) -> BlockRole | None:
    """A date line or a label before the article is none of it; a short strong line in it is a heading."""
    text = one.segment.text
    short = one.letters < SENTENCE and "\n" not in text
    if short and _is_date_line(text, begun):
        return None
    if short and not begun and not one.voted and not _END.search(text):
        return None
    if short and one.segment.strong >= 0.9 * len(text) and not _END.search(text):
        return "heading"
    return "body"


def _is_date_line(text: str, begun: bool) -> bool:
    """A line that tells when the article was written or changed, and once the article has begun little else."""
    if _END.search(text) or not _DIGIT.search(text):
        return False
    little = not begun or len(text.split()) <= LABEL_WORDS
    return says(text, "updated") or (little and visible_date(text) is not None)


def without_title(blocks: list[MainBlock], title: str | None) -> list[MainBlock]:
    """The blocks that are not the title said again."""
    return [block for block in blocks if not same_words(block.segment.text, title)]


def without_repeats(blocks: list[MainBlock]) -> list[MainBlock]:
    """Each block's words once: a lead printed twice word for word stands in its first place."""
    seen: set[str] = set()
    kept = []
    for block in blocks:
        squeezed = _SPACE.sub("", block.segment.text)
        if squeezed not in seen or len(squeezed) < SENTENCE // 2:
            kept.append(block)
        seen.add(squeezed)
    return kept
