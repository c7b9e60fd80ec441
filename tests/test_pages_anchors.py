"""Blocks stand where they say in the page's source: tight, with their words and no others."""

from __future__ import annotations

import re
from html import escape, unescape

from hypothesis import given, settings
from hypothesis import strategies as st

from qawl.model import Page, Unreadable
from qawl.pages import read_document
from qawl.pages.scan import TRIM, read_attributes, scan, visible_edges

WORDS = ["قال", "الوزير", "إن", "الميناء", "«مفتوح»", "NATO", "2026", "😀", "يُقتلون", "a&b", "<", "لا،", "٣٫٥"]
SPACES = [" ", "\n", "\r\n  ", "\t", "&nbsp;", "&#160;", " &#8207;", "  "]
TAGS = ["b", "i", "span class='x'", "a href='/y?a=1&b=2'", 'em title="a > b"', "font size=4"]


def words_of(source: str) -> list[str]:
    """What a reader sees of a slice of source, without white space: tags and comments removed, entities decoded."""
    text = unescape(re.sub(r"""<!--.*?-->|<(?:[^<>"']|"[^"]*"|'[^']*')*>""", "", source, flags=re.S))
    return [letter for letter in text if letter not in TRIM]


@st.composite
def inline(draw: st.DrawFn) -> str:
    pieces = []
    for word in draw(st.lists(st.sampled_from(WORDS), min_size=1, max_size=12)):
        written = draw(st.sampled_from([escape(word), "".join(f"&#{ord(letter)};" for letter in word)]))
        if draw(st.booleans()):
            tag = draw(st.sampled_from(TAGS))
            written = f"<{tag}>{written}</{tag.split()[0]}>"
        pieces.append(written + draw(st.sampled_from(SPACES)) + draw(st.sampled_from(["", "", "<!-- ملاحظة -->", "<wbr>"])))
    return "".join(pieces)


SENTENCE = "وقالت المديرة إن العمل في الرصيف الجديد سيبدأ غدا وإن التكلفة لم تحدد حتى الآن."
BLOCK = st.tuples(st.sampled_from(["p", "div", "h2", "li", "blockquote", "section"]), inline())


@settings(deadline=None, max_examples=150)
@given(st.lists(BLOCK, min_size=1, max_size=6), st.sampled_from(["\n", "", "\r\n", "<br><br>", "<script>'كلام'</script>"]))
def test_every_segment_slices_to_its_words(blocks: list[tuple[str, str]], between: str) -> None:
    source = between.join(f"<{tag}>{text}</{tag}>" for tag, text in blocks)
    for segment in scan(source).segments:
        piece = source[segment.start : segment.end]
        assert words_of(piece) == [letter for letter in segment.text if letter not in TRIM]
        assert piece.strip(TRIM) == piece
        assert visible_edges(piece) == (0, len(piece)) or piece.startswith("<") or piece.endswith(">")


@settings(deadline=None, max_examples=40)
@given(st.lists(inline(), min_size=1, max_size=5), st.sampled_from(["\n", "\r\n", ""]))
def test_every_block_of_a_document_slices_to_its_words(texts: list[str], end: str) -> None:
    body = end.join(f"<p>{SENTENCE} {text} انتهى.</p>" for text in texts)
    source = f"<html><body><h1>خبر من الميناء</h1>{end}{body}</body></html>"
    document = read_document(Page(source=source, kind="html"))
    for block in document.blocks:
        assert block.page is not None
        seen = words_of(source[slice(*block.page)])
        assert seen == [letter for letter in document.text[block.start : block.end] if letter not in TRIM]
        assert not source[slice(*block.page)].startswith("<")
        assert not source[slice(*block.page)].endswith(">") or document.text[block.end - 1] == ">"


@settings(deadline=None, max_examples=200)
@given(st.text(alphabet=st.sampled_from("<>/!-'\"=& ;#abpdiv\nقال\0"), max_size=200))
def test_no_source_breaks_the_walk(source: str) -> None:
    outline = scan(source)
    for segment in outline.segments:
        assert 0 <= segment.start < segment.end <= len(source)
    for element in outline.elements:
        assert element.start <= element.inner <= len(source)


@settings(deadline=None, max_examples=100)
@given(st.text(max_size=300))
def test_no_text_breaks_the_reading(text: str) -> None:
    for kind in ("html", "text"):
        try:
            document = read_document(Page(source=text, kind=kind))  # type: ignore[arg-type]
        except Unreadable:
            continue
        assert all(document.text[part.start : part.end].strip() for part in document.parts)


def test_a_script_inside_a_paragraph_leaves_its_place_unknown() -> None:
    source = f"<h1>خبر</h1><p>{SENTENCE} <script>show('كلام')</script> {SENTENCE}</p><p>{SENTENCE[::-1]}</p>"
    document = read_document(Page(source=source, kind="html"))
    assert [block.page is None for block in document.blocks] == [True, False]


def test_attributes_are_read_as_browsers_do() -> None:
    assert read_attributes("class='a b' ID=x hidden data-x=\"1 > 0\" class=c") == {
        "class": "a b",
        "id": "x",
        "hidden": "",
        "data-x": "1 > 0",
    }


def test_tags_that_were_never_closed_end_where_the_next_begins() -> None:
    outline = scan("<ul><li>واحد<li>اثنان</ul><p>ثلاثة<p>أربعة<div>خمسة</div><td>ستة")
    assert [segment.text for segment in outline.segments] == ["واحد", "اثنان", "ثلاثة", "أربعة", "خمسة", "ستة"]


def test_a_link_that_was_never_closed_does_not_link_the_page() -> None:
    outline = scan("<div><a href=/x><div><a href=/y>رابط</a><p>نص بلا رابط</p></div></div>")
    assert [segment.linked for segment in outline.segments] == [4, 0]
