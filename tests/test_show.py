"""Records for people: the table, the HTML page, the reasons, and the words of the interface."""

from __future__ import annotations

import ast
import io
import re
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from typing import get_args

import msgspec
import pytest
from example_record import TEXT, TITLE, example_document, example_record, example_statements, span
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import Console

import qawl.show
from qawl.model import (
    Act,
    Band,
    Document,
    EventPart,
    EventStatus,
    EventType,
    FailureCode,
    FlagName,
    Form,
    Kind,
    Organisation,
    Part,
    PartyType,
    Record,
    Span,
    Speaker,
    Stance,
    Statement,
    failure,
)
from qawl.show.explain import explain_text, words_after, words_before
from qawl.show.failures import failure_line
from qawl.show.isolate import ISOLATE, POP, Isolated, balance, inset, isolate, tame
from qawl.show.look import Look
from qawl.show.marks import Mark, cut_segments, find_marks, paragraph_segments, paragraphs, whole_words
from qawl.show.outputs import join, show
from qawl.show.page import page_section
from qawl.show.strings import LANGS, say, say_source, strings
from qawl.show.table import table_text

RECORD = example_record()
FAILED = failure("gone.html", None, "missing", "there is no such file; check the path")
SHOW = Path(qawl.show.__file__).parent


def plain(text: str) -> str:
    """Text without isolates and marks of direction, white space as single spaces."""
    return " ".join(re.sub("[\u200e\u200f\u2068\u2069]", "", text).split())


# -- isolates


def test_isolates_and_marks_are_zero_cells_wide() -> None:
    assert [cell_len(char) for char in "\u2068\u2069\u200e\u200f"] == [0, 0, 0, 0]


def test_control_characters_do_not_reach_the_terminal() -> None:
    assert tame("a\x1b[31mb\x07\u202ec\u2067\td\r\ne\u2028f") == "a [31mb c d\ne\nf"


@pytest.mark.parametrize(
    ("line", "rtl", "shown"),
    [
        ("قال", True, "\u2068قال\u2069"),
        ("NATO قال", True, "\u2068\u200fNATO قال\u2069"),
        ("قال NATO", False, "\u2068\u200eقال NATO\u2069"),
        ("\u2068قال\u2069 word", False, "\u2068\u2068قال\u2069 word\u2069"),
        ("12-30", False, "\u206812-30\u2069"),
        ("", True, ""),
    ],
)
def test_a_line_runs_as_its_piece_does(line: str, rtl: bool, shown: str) -> None:
    assert isolate(line, rtl) == shown


def test_an_isolate_that_a_line_end_cuts_is_closed_and_opened_again() -> None:
    assert list(balance(["a \u2068b", "c\u2069 d", "e\u2069"])) == ["a \u2068b\u2069", "\u2068c\u2069 d", "e"]


@given(st.text(alphabet="اب \u2068\u2069"))
def test_balanced_lines_are_balanced(text: str) -> None:
    for line in balance(text.split(" ")):
        assert line.count(ISOLATE) == line.count(POP)


@given(st.text(alphabet="ابجد NATO0123456789«»,.\n", max_size=300), st.integers(5, 60), st.booleans())
def test_cells_lose_no_letter_and_keep_their_width(text: str, width: int, right: bool) -> None:
    out = io.StringIO()
    Console(file=out, width=width).print(Isolated((text, ""), right=right))
    lines = out.getvalue().splitlines()
    assert all(cell_len(line) <= width for line in lines)
    assert plain(out.getvalue()).replace(" ", "") == "".join(text.split())


# -- the table


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("width", [40, 60, 80, 100, 200])
def test_no_line_is_wider_than_the_terminal(width: int, lang: str) -> None:
    look = Look(width=width, lang=lang)  # type: ignore[arg-type]
    for text in (table_text(RECORD, look), explain_text(RECORD, look)):
        assert max(map(cell_len, text.splitlines())) <= width


@pytest.mark.parametrize("lang", LANGS)
def test_each_line_of_the_table_has_its_isolates_closed(lang: str) -> None:
    for line in table_text(RECORD, Look(width=60, lang=lang)).splitlines():  # type: ignore[arg-type]
        assert line.count(ISOLATE) == line.count(POP)
        outside = line
        while ISOLATE in outside:  # from the innermost outwards
            outside = re.sub(f"{ISOLATE}[^{ISOLATE}{POP}]*{POP}", "", outside)
        assert not re.search("[\u0600-\u06ff]", outside), "Arabic outside an isolate would turn the frame round"


def test_the_table_says_who_said_what_where() -> None:
    text = plain(table_text(RECORD, Look(width=200)))
    assert f"title {TITLE} outlet جريدة الضفة published 2024-03-04" in text
    for words in ("سامر الدلعوني", "وزير المياه", "أعلن", "mixed", "negated", "59-102", "unknown", "said before"):
        assert words in text
    for statement in RECORD.statements:
        for piece in statement.content:
            assert piece.text in text
    assert "3 مارس 2024 = 2024-03-03" in text
    assert "قبل أسبوعين = unknown" in text


def test_long_content_is_wrapped_and_whole() -> None:
    words = " ".join(f"كلمة{number}" for number in range(500))
    record = with_text(f"قال إن {words}", words)
    shown = plain(table_text(record, Look(width=200)))
    assert [word for word in shown.split() if word.startswith("كلمة")] == words.split()


def with_text(text: str, *contents: str) -> Record:
    """A record of one statement, whose content is `contents`."""
    document = msgspec.structs.replace(example_document(), text=text, parts=(), blocks=(), title=None, outlet=None)
    pieces = tuple(span(words, text, after=words) for words in contents)
    statement = Statement(id="0" * 16, kind="direct", cue=None, source=None, speaker=None, content=pieces, rule="x")
    return Record(document=document, statements=(statement,))


def test_the_table_says_what_colours_a_statement_and_whose_view_it_is() -> None:
    text = plain(table_text(RECORD, Look(width=300)))
    for words in ("negated: لن", "future: لن", "topic: موقف المعارضة", "view of: المعارضة"):
        assert words in text


def test_the_table_says_what_is_planned_who_comes_who_stays_away_and_why() -> None:
    text = plain(table_text(RECORD, Look(width=400)))
    for words in (
        "Encounters when event who who says so",
        "2024-03-09 – 2024-03-11 1 visit chairs: ريم القصبي جريدة الضفة (its own voice)",
        "announced للقاء أهالي القرى attends: وفد (12), المعارضة",
        "where: الرملة meets: أهالي القرى",
        "stays away: سامر الدلعوني · according to: ريم القصبي · why: المجلس لم يدعه",
        "not invited: الوزارة",
        "unknown (the page does not say) 2 meeting ريم القصبي postponed why: لا تصدق ذلك",
    ):
        assert words in text


def test_the_table_says_what_happened_and_who_stands_how_towards_whom() -> None:
    text = plain(table_text(RECORD, Look(width=400)))
    for words in (
        "PROTEST المئات unknown السد تظاهر 2024-03 event 2",
        "ASSAULT حارس متظاهرا unknown ضرب",
        "المعارضة الوزارة cooperation, reservation ريم القصبي on condition: وافقت الوزارة PLOVER SUPPORT CAMEO 051",
        "الوزارة المعارضة exclusion جريدة الضفة (its own voice)",
    ):
        assert words in text


def test_the_table_lists_who_and_what_is_named() -> None:
    text = plain(table_text(RECORD, Look(width=200)))
    for words in (
        "وكالة المرصد (Q1) ×1",
        "أهالي القرى ×1",
        "عمّان (JO) ×1",
        "ثلاثة أيام = P3D",
        "12 خبيرا = 12 خبيرا",
        "المئات = vague",
    ):
        assert words in text


@pytest.mark.parametrize("lang", LANGS)
def test_sections_appear_only_where_there_is_something(lang: str) -> None:
    bare = with_text("نص", "نص")
    look = Look(lang=lang)  # type: ignore[arg-type]
    shown = (table_text(bare, look), page_section(bare, 1, look.lang))
    for key in ("events", "actions", "relations", "groups", "durations", "figures"):
        assert all(say(look.lang, key) not in text for text in shown)
        assert all(say(look.lang, key) in text for text in (table_text(RECORD, look), page_section(RECORD, 1, look.lang)))


def test_what_the_outlet_tells_without_a_name_is_the_page() -> None:
    document = msgspec.structs.replace(example_document(), outlet=None)
    text = plain(table_text(msgspec.structs.replace(RECORD, document=document), Look(width=400)))
    assert "exclusion page (its own voice)" in text


def test_color_only_when_asked() -> None:
    assert "\x1b" not in table_text(RECORD, Look())
    assert "\x1b[" in table_text(RECORD, Look(color=True))


def test_a_page_without_statements_says_so() -> None:
    empty = Record(document=example_document())
    assert "No statements found." in table_text(empty, Look())
    assert "لم يُعثر على أقوال." in explain_text(empty, Look(lang="ar"))


def test_a_failure_is_one_line() -> None:
    assert plain(table_text(FAILED, Look())) == "not read gone.html: there is no such file; check the path (missing)"
    assert failure_line(FAILED, "ar").startswith("gone.html: لا يوجد ملف")
    assert "\n" not in failure_line(failure("a\nb", None, "empty", "x\x1b[0m"), "en")


# -- marks


@pytest.mark.parametrize(
    ("words", "widened"),
    [("قالت", "وقالت"), ("وكالة المرصد", "لوكالة المرصد"), ("ريم القصبي", "ريم القصبي"), ("عمّ", "عمّان"), ("قال", "وقالت")],
)
def test_marks_stand_on_whole_words(words: str, widened: str) -> None:
    place = span(words)
    start, end = whole_words(TEXT, place.start, place.end)
    assert TEXT[start:end] == widened


def test_marks_that_overlap_are_cut_into_segments() -> None:
    outer, inner, across = Mark(0, 10, 0, "content"), Mark(2, 6, 1, "content"), Mark(4, 14, 2, "cue")
    segments = list(cut_segments(0, 16, [across, inner, outer]))
    assert [(segment.start, segment.end, [mark.number for mark in segment.marks]) for segment in segments] == [
        (0, 2, [0]),
        (2, 4, [0, 1]),
        (4, 6, [0, 1, 2]),
        (6, 10, [0, 2]),
        (10, 14, [2]),
        (14, 16, []),
    ]


MARKS = st.lists(st.tuples(st.integers(0, 40), st.integers(1, 20), st.integers(0, 5)), max_size=8)


@given(MARKS, st.text(alphabet="ab \n", min_size=60, max_size=60))
def test_segments_cover_the_text_and_carry_all_marks(places: list[tuple[int, int, int]], text: str) -> None:
    marks = [Mark(start, start + size, number, "content") for start, size, number in places]
    found = list(paragraph_segments(text, marks))
    for (start, end), segments in zip(paragraphs(text), found, strict=True):
        assert (segments[0].start, segments[-1].end) == (start, end)
        assert all(left.end == right.start for left, right in pairwise(segments))
        for segment in segments:
            expected = {mark for mark in marks if mark.start <= segment.start and segment.end <= mark.end}
            assert set(segment.marks) == expected


def test_many_marks_are_cut_in_linear_time() -> None:
    text = "كلمة " * 40_000
    marks = [Mark(start, start + 9, start, "content") for start in range(0, len(text) - 10, 5)]
    assert sum(len(segments) for segments in paragraph_segments(text, marks)) > 40_000


# -- the page


class Outline(HTMLParser):
    """What the tests look for in a page: ids, links, classes, and the words of the article."""

    def __init__(self) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.tags: list[str] = []
        self.depth = 0
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self.tags.append(tag)
        self.ids += [found["id"] or ""] if "id" in found else []
        self.links += [(found["href"] or "")] if "href" in found else []
        self.depth += tag == "article"

    def handle_endtag(self, tag: str) -> None:
        self.depth -= tag == "article"

    def handle_data(self, data: str) -> None:
        if self.depth:
            self.words.append(data)


def whole_page(lang: str = "en") -> str:
    look = Look(format="html", lang=lang)  # type: ignore[arg-type]
    pieces = [show(result, number, look) for number, result in enumerate((RECORD, FAILED, RECORD), 1)]
    return b"".join(join(pieces, look)).decode()


def outline(page: str) -> Outline:
    parser = Outline()
    parser.feed(page)
    return parser


@pytest.mark.parametrize("lang", LANGS)
def test_all_anchors_are_there_once(lang: str) -> None:
    found = outline(whole_page(lang))
    assert len(found.ids) == len(set(found.ids))
    assert found.links
    assert {link.removeprefix("#") for link in found.links} <= set(found.ids)


def test_each_statement_is_linked_both_ways() -> None:
    found = outline(page_section(RECORD, 1, "en"))
    for number in range(1, len(RECORD.statements) + len(RECORD.title_statements) + 1):
        assert {f"#p1-s{number}", f"#p1-t{number}"} <= set(found.links)


def test_the_article_is_the_text_itself() -> None:
    found = outline(page_section(RECORD, 1, "en"))
    assert "".join(found.words).strip() == TEXT


def test_hostile_text_stays_text() -> None:
    evil = '"><script>alert(1)</script><img src=x onerror=alert(2)>'
    speaker = Speaker(evil, "person", form="name", role=evil, organisation=evil)
    statement = msgspec.structs.replace(example_statements()[0], speaker=speaker, rule=evil)
    document = msgspec.structs.replace(example_document(), title=evil, outlet=evil, author=evil, url=evil, language=evil)
    page = page_section(Record(document=document, statements=(statement,)), 1, "en")
    assert not {"script", "img"} & set(outline(page).tags)
    assert "<script" not in page_section(failure(evil, None, "empty", evil), 1, "en")


def test_the_page_needs_nothing_from_elsewhere() -> None:
    page = whole_page()
    assert not {"script", "link", "img", "iframe"} & set(outline(page).tags)
    assert "url(" not in page
    assert "http:" not in page
    assert "https:" not in page


def test_nested_statements_are_marked_one_in_the_other() -> None:
    section = page_section(RECORD, 1, "en")
    assert '<a class="m content deep" href="#p1-s4">المال موجود</a>' in section
    assert '<a class="m content cue" href="#p1-s4">أكد</a>' in section
    assert '<a class="m cue" href="#p1-s3">وقالت</a>' in section


def test_words_that_colour_a_statement_are_marked() -> None:
    section = page_section(RECORD, 1, "en")
    assert '<a class="m content flag" href="#p1-s2">لن</a>' in section
    assert '<dt>flags</dt><dd>negated <bdi>لن</bdi> <bdi class="place">67–69</bdi>, future' in section


def test_events_actions_and_relations_are_cards_that_link_to_what_they_name() -> None:
    section = page_section(RECORD, 1, "en")
    event, other, protest, assault, relation = (card(section, name) for name in ("e1", "e2", "a1", "a2", "r1"))
    assert "<dt>attends</dt><dd><bdi>وفد</bdi> (12), <bdi>المعارضة</bdi></dd>" in event
    assert '<dt>where</dt><dd><bdi>الرملة</bdi> <bdi class="place">' in event
    assert '<dt>statement</dt><dd><a href="#p1-s5">statement 5</a></dd>' in other
    assert "<dt>when</dt><dd>unknown (the page does not say)</dd>" in other
    assert '<dt>event</dt><dd><a href="#p1-e2">event 2</a></dd>' in protest
    assert "<dt>towards whom</dt><dd>unknown</dd>" in protest
    assert "<dt>code</dt><dd><bdi>PLOVER ASSAULT</bdi> (1)</dd>" in assault
    assert '<h4><span class="label">1</span> <bdi>المعارضة</bdi> → <bdi>الوزارة</bdi></h4>' in relation
    assert "<dt>code</dt><dd>none fits</dd>" in card(section, "r2")


def card(section: str, anchor: str) -> str:
    """The HTML of a card."""
    return section.split(f'id="p1-{anchor}"')[1].split("</dl>")[0]


def test_cards_say_unknown_where_the_page_is_silent() -> None:
    lone = next(number for number, statement in enumerate(RECORD.statements, 2) if statement.rule == "lone_marks")
    card = page_section(RECORD, 1, "en").split(f'id="p1-s{lone}"')[1].split("</dl>")[0]
    for name in ("speaker", "role", "form", "cue", "source phrase", "said on", "said to", "via"):
        assert f'<dt>{name}</dt><dd><span class="unknown">unknown</span></dd>' in card
    assert "<dt>flags</dt><dd>none</dd>" in card


def test_headings_and_what_is_not_article_are_told_apart() -> None:
    section = page_section(RECORD, 1, "en")
    assert '<h3 class="heading">موقف المعارضة</h3>' in section
    assert '<p class="related">' in section
    assert '<p class="lead">' in section


def test_a_page_of_one_line_without_title() -> None:
    assert outline(page_section(with_text("نص", "نص"), 1, "ar")).ids == ["p1", "p1-t1", "p1-s1"]


@given(st.text(max_size=80), st.data())
def test_any_text_can_be_shown(text: str, data: st.DataObject) -> None:
    text = text.encode("utf-8", "ignore").decode()
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    statement = Statement(
        id="0" * 16, kind="direct", cue=None, source=None, speaker=None, content=(Span(text[start:end], start, end),), rule="x"
    )
    document = Document(id="-", text=text, text_sha256="", page_sha256="", parts=(Part("body", 0, len(text)),))
    record = Record(document=document, statements=(statement,))
    for form in ("table", "html", "explain", "json", "jsonl"):
        show(record, 1, Look(format=form))  # type: ignore[arg-type]


# -- the reasons


def test_the_reasons_name_rule_cue_edges_and_the_way_to_the_speaker() -> None:
    text = plain(explain_text(RECORD, Look(width=200)))
    assert "rule verb_speaker_that" in text
    assert "cue قالت 119-123 · dictionary form: قال · act: say" in text
    assert "source phrase النائبة ريم القصبي 124-142" in text
    assert "before it …المرصد إن" in text
    assert "form subject left out: the text leaves the subject out" in text
    assert "speaker unknown: the page does not say" in text
    assert "mentions سامر الدلعوني 17-30" in text
    assert "repeats statement 5" in text
    assert "date 3 مارس 2024 35-46 value 2024-03-03 counted from stated there" in text


def test_the_reasons_name_the_words_by_which_everything_was_found() -> None:
    text = plain(explain_text(RECORD, Look(width=300)))
    for words in (
        "flags negated: لن 67-69",
        "view of المعارضة",
        "event 1 type visit what للقاء أهالي القرى",
        "found by يزور وفد من 12 خبيرا برئاسة ريم القصبي مدينة الرملة من 9 إلى 11 مارس",
        "not invited الوزارة · according to: جريدة الضفة (its own voice)",
        "statement statement 5",
        "action 1 code PLOVER PROTEST CAMEO 141 (1)",
        "relation 1 who المعارضة (group)",
        "stance cooperation, reservation on condition وافقت الوزارة",
        "organisation name وكالة المرصد type agency known as Q1",
        "place name عمّان country JO",
        "duration words ثلاثة أيام",
        "figure words المئات",
    ):
        assert words in text


def test_a_type_of_body_that_has_no_words_is_shown_as_it_is() -> None:
    guild = Organisation(id="0" * 16, name="نقابة", type="guild")
    assert "type guild" in plain(explain_text(msgspec.structs.replace(RECORD, organisations=(guild,)), Look(width=200)))


def test_every_value_of_the_record_is_shown_in_the_page_and_in_the_reasons() -> None:
    page, reasons = page_section(RECORD, 1, "en"), plain(explain_text(RECORD, Look(width=400)))
    for event in RECORD.events:
        names = [one.name for one in event.participants]
        spans = [one for one in (event.what, event.where, event.reason, *event.evidence) if one]
        assert all(word in page and word in reasons for word in [*names, *(span.text for span in spans)])
    for action in RECORD.actions:
        spans = [one for one in (action.source, action.verb, action.target, action.where, *action.evidence) if one]
        assert all(span.text in page and span.text in reasons for span in spans)
    for relation in RECORD.relations:
        spans = [one for one in (relation.condition, *relation.evidence) if one]
        assert all(span.text in page and span.text in reasons for span in spans)


def test_edges_are_cut_between_words() -> None:
    assert words_before("واحد اثنان ثلاثة", 11, 9) == "…اثنان "
    assert words_after("واحد اثنان ثلاثة", 0, 8) == "واحد…"
    assert words_after("واحد", 0, 8) == "واحد"
    assert words_before("واحد", 4, 8) == "واحد"
    assert words_after("ا" * 20, 0, 8) == "ا" * 8 + "…"


# -- forms of output


def test_json_is_an_object_for_one_and_an_array_for_others() -> None:
    look = Look(format="json")
    pieces = [show(RECORD, 1, look), show(FAILED, 2, look)]
    assert msgspec.json.decode(b"".join(join(pieces[:1], look)))["document"]["id"] == "sadd.html"
    assert [one["document"]["id"] for one in msgspec.json.decode(b"".join(join(pieces, look)))] == ["sadd.html", "gone.html"]
    assert msgspec.json.decode(b"".join(join([], look))) == []


def test_jsonl_is_a_line_each_and_comes_back() -> None:
    look = Look(format="jsonl")
    lines = b"".join(join([show(RECORD, 1, look), show(FAILED, 2, look)], look)).splitlines()
    assert Record.from_json(lines[0]) == RECORD
    assert len(lines) == 2


def test_output_streams() -> None:
    def pieces() -> object:
        yield from (b"1", b"2")
        raise AssertionError("read too far")

    for form in ("jsonl", "table", "html", "json"):
        stream = join(pieces(), Look(format=form))  # type: ignore[arg-type]
        next(stream)


# -- the words of the interface


def test_both_languages_are_complete() -> None:
    for key, row in strings().items():
        assert all(row[lang].strip() for lang in LANGS), key
        assert re.search("[\u0600-\u06ff]", row["ar"]) or key == "comma", key
    keys = list(strings())
    assert keys == sorted(keys)


def key_prefixes() -> dict[str, tuple[str, ...]]:
    """The keys that are made of a prefix and a value of the model."""
    unions = {"act": Act, "band": Band, "failure": FailureCode, "flag": FlagName, "found": Form, "form": Form}
    unions |= {"kind": Kind, "type": PartyType, "event": EventType, "status": EventStatus, "part": EventPart, "stance": Stance}
    return {prefix: get_args(values) for prefix, values in unions.items()}


def constants(called: str | None = None) -> set[str]:
    """The strings in the code of this room and of the command line: all of them, or those that a call of `called` is given."""
    nodes = [
        node
        for path in (*SHOW.glob("*.py"), *(SHOW.parent / "cli").glob("*.py"))
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
    ]
    if called:
        calls = [node for node in nodes if isinstance(node, ast.Call)]
        named = [call for call in calls if getattr(call.func, "id", getattr(call.func, "attr", "")) == called]
        nodes = [argument for call in named for argument in call.args]
    return {node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)}


def test_every_key_that_is_used_exists() -> None:
    made = {f"{prefix}.{value}" for prefix, values in key_prefixes().items() for value in values}
    asked = constants("say") - set(LANGS)
    assert len(asked) > 20
    assert asked | made <= set(strings())


def open_lists() -> set[str]:
    """The prefixes of keys that are made where they are used, such as `f"outcome.{outcome}"`, or kept as they are where unknown."""
    paths = (*SHOW.glob("*.py"), *(SHOW.parent / "cli").glob("*.py"))
    found = [node for path in paths for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.JoinedStr)]
    first = [node.values[0].value for node in found if node.values and isinstance(node.values[0], ast.Constant)]
    return {text.removesuffix(".") for text in map(str, first) if text.endswith(".")} | {"dated", "when", "body"}


def test_every_key_that_exists_is_used() -> None:
    known = {*key_prefixes(), *open_lists(), *constants()}
    idle = {key for key in strings() if "." not in key or key.partition(".")[0] not in known} - constants()
    assert idle == set()


def test_a_key_that_is_not_there_is_an_error() -> None:
    with pytest.raises(KeyError):
        say("en", "nonsense")
    assert say_source("ar", "a source without words") == "a source without words"


def test_no_arabic_letter_in_the_code() -> None:
    for path in SHOW.glob("*.py"):
        code = re.sub(r'""".*?"""', "", path.read_text("utf-8"), flags=re.S)
        assert not re.search("[\u0600-\u06ff]", code), path.name


def test_places_of_statements_are_found() -> None:
    marks = find_marks(TEXT, RECORD.statements, 3)
    assert {mark.number for mark in marks} == set(range(3, 3 + len(RECORD.statements)))
    assert inset("ا\u2069ب") == "\u2068اب\u2069"
