"""What the names round a text say of it: tags, roles, and the words in classes and ids that page builders everywhere use."""

from __future__ import annotations

import re
from typing import NamedTuple

from qawl.pages.scan import Element, Outline, Segment

# English and French words of class names, for pages of the Maghreb use both.
BOX_WORDS = frozenset(
    "nav navbar navigation mainnav menu submenu breadcrumb breadcrumbs crumbs share sharing shares sharedaddy shareholder social"
    " socials socialsharing partage related relatedposts rel aussi comments comment commentaires respond disqus cookie cookies"
    " consent gdpr ck cknote newsletter subscribe subscription paywall footer foot sidebar rail widget mostread popular trending"
    " tags tag motcles keywords hashtags poll sondage weather meteo promo promotion ad ads advert advertisement advertising adslot"
    " dfp pub publicite banner sponsored sponsor login register popup modal skip ticker flash breaking pagination pager pagenav"
    " recommended recommendation recommendations more readmore readalso inject outbrain taboola engage masthead noprint topics"
    " app horoscope prayer suggestions suggested latest recent next prev previous"
    " carousel slider toolbar search hdr ftr".split()
)
BESIDE_WORDS = frozenset(
    "meta metadata info infos byline date datetime time timestamp tmstmp stamp dateline views hits tools actions credit credits"
    " copyright copy follow print counters counter likes rating author auteur writer bio card player video vid audio gallery"
    " kicker rubric category cat section issue mins reading source sources sec".split()
)
LEAD_WORDS = frozenset(
    "lead lede standfirst deck dek chapo chapeau summary sum intro introduction excerpt subtitle subheadline subhead sapo abstract"
    " synopsis resume description".split()
)
CAPTION_WORDS = frozenset("caption captions figcaption legend legende imgcaption".split())
BOX_TAGS = frozenset("nav footer aside menu form marquee".split())
BOX_ROLES = frozenset(
    "navigation banner contentinfo complementary search dialog alert alertdialog marquee menu menubar toolbar tablist".split()
)
UNSHOWN_CLASSES = frozenset("hidden hide invisible sr-only visually-hidden element-invisible screen-reader-text d-none".split())
PROTECTED_SHARE = 0.5
SENTENCE = 60

_WORDS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_UNSHOWN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)


class Standing(NamedTuple):
    """What an element's names and those round it say: `boxed` in a menu, list or notice, `beside` with the article's particulars."""

    boxed: bool
    beside: bool
    lead: bool
    caption: bool


NONE = Standing(False, False, False, False)


def words_of(element: Element) -> set[str]:
    """The words in an element's class, id, itemprop and custom tag name: `b-article__refsText` -> b, article, refs, text."""
    names = f"{element.get('class')} {element.get('id')} {element.get('itemprop')}" if element.raw else ""
    if "-" in element.tag:
        names += f" {element.tag}"
    return {word.lower() for word in _WORDS.findall(names)}


def standing(outline: Outline, article: list[Segment]) -> list[Standing]:
    """The standing of every element; one that holds most of what may be the article is in no box, whatever its names say."""
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
    lead = bool(words & LEAD_WORDS) and element.tag not in ("figure", "picture", "body", "meta")
    caption = caption or bool(words & CAPTION_WORDS)
    return Standing(
        boxed or bool(words & BOX_WORDS) or _is_unshown(element) or element.get("role") in BOX_ROLES,
        round_it.beside or (bool(words & BESIDE_WORDS) and not lead),
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
