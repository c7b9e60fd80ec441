"""What the names round a text say of it: tags, roles, and the words in classes and ids that page builders use."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

from qawl.pages.scan import Element, Outline, Segment
from qawl.tables import read_table

BOX_TAGS = frozenset({"nav", "footer", "aside", "menu", "form", "marquee"})
BOX_ROLES = frozenset(
    {"navigation", "banner", "contentinfo", "complementary", "search", "dialog", "alert", "alertdialog", "marquee", "menu"}
    | {"menubar", "toolbar", "tablist"}
)
UNSHOWN_CLASSES = frozenset({"hidden", "hide", "invisible", "sr-only", "visually-hidden", "element-invisible", "d-none"})
NO_LEADS = frozenset({"figure", "picture", "body", "meta"})
PROTECTED_SHARE = 0.5
SENTENCE = 60

_WORDS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_UNSHOWN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)


class Standing(NamedTuple):
    """What an element's names and those round it say: `boxed` in a menu, list or notice, `beside` with particulars."""

    boxed: bool
    beside: bool
    lead: bool
    caption: bool


NONE = Standing(False, False, False, False)


@cache
def class_words(sense: str) -> frozenset[str]:
    """The words of `class_words.tsv` with this sense."""
    rows = read_table(Path(str(files("qawl") / "pages" / "class_words.tsv")))
    return frozenset(row["word"] for row in rows if row["sense"] == sense)


def words_of(element: Element) -> set[str]:
    """The words in class, id, itemprop and custom tag name: `b-article__refsText` -> b, article, refs, text."""
    names = f"{element.get('class')} {element.get('id')} {element.get('itemprop')}" if element.raw else ""
    if "-" in element.tag:
        names += f" {element.tag}"
    return {word.lower() for word in _WORDS.findall(names)}


def standing(outline: Outline, article: list[Segment]) -> list[Standing]:
    """The standing of every element; one that holds most of what may be the article is in no box."""
    shares = _shares(outline, _sentences(article) or _sentences(outline.segments))
    found: list[Standing] = []
    for element, share in zip(outline.elements, shares, strict=True):
        round_it = found[element.parent] if element.parent >= 0 else NONE
        found.append(round_it if share > PROTECTED_SHARE else _with_own(element, round_it))
    return found


def _sentences(segments: list[Segment]) -> list[Segment]:
    return [one for one in segments if len(one.text) >= SENTENCE and one.linked * 2 < len(one.text)]


def _shares(outline: Outline, sentences: list[Segment]) -> list[float]:
    """Which part of the length of these sentences each element holds."""
    sums = [0] * len(outline.elements)
    for segment in sentences:
        sums[segment.element] += len(segment.text)
    for index in range(len(sums) - 1, 0, -1):
        sums[outline.elements[index].parent] += sums[index]
    return [count / (sums[0] or 1) for count in sums]


def _with_own(element: Element, round_it: Standing) -> Standing:
    boxed = round_it.boxed or element.tag in BOX_TAGS
    caption = round_it.caption or element.tag == "figcaption"
    if not element.raw and "-" not in element.tag:
        return Standing(boxed, round_it.beside, round_it.lead, caption)
    words = words_of(element)
    lead = bool(words & class_words("lead")) and element.tag not in NO_LEADS
    caption = caption or bool(words & class_words("caption"))
    return Standing(
        boxed or bool(words & class_words("box")) or _is_unshown(element) or element.get("role") in BOX_ROLES,
        round_it.beside or (bool(words & class_words("beside")) and not lead),
        round_it.lead or lead,
        caption,
    )


def _is_unshown(element: Element) -> bool:
    attributes = element.attributes
    return (
        "hidden" in attributes
        or attributes.get("aria-hidden") == "true"
        or bool(_UNSHOWN.search(attributes.get("style", "")))
        or not UNSHOWN_CLASSES.isdisjoint(attributes.get("class", "").split())
    )
