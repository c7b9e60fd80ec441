"""Every place in a record is a place in its text, whatever scripts, marks and invisible characters the text mixes."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from collections.abc import Iterator
from itertools import pairwise

import msgspec
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from qawl.arabic.lexicon import PREFIX, PUNCTUATION
from qawl.arabic.passage import Passage
from qawl.arabic.tokens import Tokens
from qawl.model import Document, Part, Record, Span, Statement
from qawl.reading import read_document_findings

MARKS = ['"', "«", "»", "“", "”", "„", "‹", "›", "''", "＂", "(", ")"]
STOPS = [".", "،", ",", ":", "؛", "؟", "!", "…", "...", "-", "–", "—", "\n", "\r\n", "\r", "\n\n", "\t"]
SPACES = [" ", "  ", "\u00a0", "\u202f", "\u2009", "\u3000", ""]
HIDDEN = ["\u200e", "\u200f", "\u202a", "\u202b", "\u202c", "\u2066", "\u2069", "\u061c", "\u200c", "\u200d", "\ufeff", "\u00ad"]
SIGNS = ["\u064b", "\u064f", "\u0651", "\u0670", "\u0640", "\u0640\u0640"]
OTHERS = [
    "😀", "👩\u200d🌾", "🇹🇳", "é", "e\u0301", "Orange", "ΑΒΓ", "мир", "日本", "ﻻ", "ﷺ", "١٢٣", "۴۵", "2010-02-09",
    "3.5%", "<b>", "&amp;", "\\", "\x00", "\ud7ff", "𐤀", "ـ", "ء", "و", "ل", "س", "لل", "ال",
]  # fmt: skip
CUES = [
    "قال", "وقال", "فقال", "وأضافت", "أكد", "سيعلن", "مضيفا", "مشيرة إلى", "قوله", "وقولها", "وفقا ل", "بحسب",
    "على حد تعبير", "نقلت", "عن", "حسبما", "يذكر", "لم يقل", "دعا", "أن", "إن", "بأنه", "إلى أن", "فيما",
    "وكان", "قد", "الذي", "في بيان", "قائلا", "يُقال", "قـال",
]  # fmt: skip
SOURCES = [
    "سامر الحلبي", "الوزيرة هالة المنصوري", "وزير الزراعة", "الحلبي", "المصدر ذاته", "مصدر أمني", "وزارة الصحة",
    "عبد الرحمن آل مبارك", "شهود", "التقرير", "روسيا", "للناتو", "لسامر", "الوزير،", "د. نبيل الشامي", "علي",
    "John Smith", "ثلاثة من النواب", "هو", "أحدهم", "عبد", "بن", "أبو",
]  # fmt: skip
WORDS = [
    "الباب مغلق", "القاعة ستفتح غدا", "يوم الخميس", "12 فبراير/شباط 2010", "أمس", "العام الماضي",
    "لن نبيع البيت أبدا", "الأسعار", "جدا", "ثم مضى",
]  # fmt: skip
GLUED = [
    "قال سامر الحلبي إن الباب مغلق.", "وأضاف: «لن نبيع البيت مهما دفعوا لنا».",
    '"الباب مغلق منذ الفجر"، قالت هالة المنصوري، "ولن يفتح اليوم".',
    "وأعلنت وزارة الصحة في بيان أن اللقاح وصل، مضيفة أنه آمن.", "الباب مغلق منذ الفجر، بحسب مصدر أمني.",
    "سامر الحلبي: لن نبيع البيت أبدا\n", "يذكر أن القرية قديمة.", "وقال »لن نبيع البيت مهما دفعوا« ثم مضى.",
    'أكد الوزير "أن الباب مغلق.\n', "نقلت الوكالة عن فؤاد الشامي قوله إن الجسر آمن جدا.",
]  # fmt: skip

PIECES = st.one_of(*(st.sampled_from(kind) for kind in (MARKS, STOPS, SPACES, HIDDEN, SIGNS, OTHERS, CUES, SOURCES, WORDS, GLUED)))
GAPS = st.sampled_from(["", " ", " ", " ", "\u00a0", "\n"])
MIXED = st.lists(st.tuples(PIECES, GAPS), max_size=40).map(lambda pieces: "".join(piece + gap for piece, gap in pieces))
REPORTS = st.lists(st.tuples(st.sampled_from(GLUED + MARKS + CUES + SOURCES), st.sampled_from(["", " ", "\n"])), max_size=12).map(
    lambda pieces: "".join(piece + gap for piece, gap in pieces)
)
ANY = st.text(max_size=60).filter(lambda text: not any("\ud800" <= letter <= "\udfff" for letter in text))
TEXTS = st.one_of(MIXED, REPORTS, ANY)

often = settings(max_examples=250, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])


def document(text: str, published: str | None = "2015-08-10", parts: tuple[Part, ...] = ()) -> Document:
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    return Document(id="-", text=text, text_sha256=sha256, page_sha256=sha256, published=published, parts=parts)


def read(text: str) -> Record:
    return read_document_findings(document(text))


def spans_in(value: object) -> Iterator[Span]:
    """Every span of a record, wherever it stands, but those of the title."""
    if isinstance(value, Span):
        yield value
    if isinstance(value, msgspec.Struct):
        fields = [name for name in value.__struct_fields__ if name not in ("document", "title_statements")]
        for name in fields:
            yield from spans_in(getattr(value, name))
    elif isinstance(value, tuple):
        for item in value:
            yield from spans_in(item)


@often
@given(TEXTS)
@example("لل\rالباب مغلق منذ الفجر، بحسب مصدر أمني.")
@example('أكد "الباب مغلق منذ الفجر\n"')
@example("وفقا ل قال")
def test_every_span_slices_to_its_text(text: str) -> None:
    for span in spans_in(read(text)):
        assert 0 <= span.start < span.end <= len(text)
        assert text[span.start : span.end] == span.text
        assert span.text == span.text.strip()


@often
@given(TEXTS)
def test_statements_stand_in_order_and_hold_together(text: str) -> None:
    record = read(text)
    ids = [statement.id for statement in record.statements]
    assert len(ids) == len(set(ids))
    people = {person.id for person in record.people}
    assert len(people) == len(record.people)
    known = people | {party.id for party in (*record.organisations, *record.groups)}
    for statement in record.statements:
        check_statement(text, statement)
        if statement.speaker and statement.speaker.ref:
            assert statement.speaker.ref in known
    places = [first_place(statement) for statement in record.statements]
    assert places == sorted(places)


def first_place(statement: Statement) -> int:
    """Where the cue stands, or the source or the content of a statement without one."""
    return (statement.cue or statement.source or statement.content[0]).start


def check_statement(text: str, statement: Statement) -> None:
    assert statement.content
    assert statement.rule
    for before, after in pairwise(statement.content):
        assert before.end <= after.start
    if statement.cue:
        assert all(not overlap(statement.cue, piece) for piece in statement.content)
    quoted = quoted_places(text)
    inside = all(any(a <= s.start and s.end <= b for a, b in quoted) for s in statement.content)
    if statement.kind == "direct":
        assert inside
    elif inside:  # what is reported in the middle of somebody else's quotation
        assert all(statement.content[0].start != a for a, _ in quoted)
    if statement.kind == "mixed":
        assert any(s.start < b and a < s.end for s in statement.content for a, b in quoted)


def overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def quoted_places(text: str) -> list[tuple[int, int]]:
    """Code points between the marks of each quotation."""
    passage = Passage(text)
    return [passage.offsets(quote.first, quote.stop) for quote in passage.quotes if quote.first < quote.stop]


@often
@given(TEXTS)
@example("قال سامر الحلبي إن الباب مغلق.على حد تعبيرسامر الحلبي: لن نبيع البيت أبدا")
def test_people_and_dates_stand_in_order(text: str) -> None:
    record = read(text)
    for person in record.people:
        assert person.mentions
        assert person.name in {mention.text for mention in person.mentions}
        assert all(before.end <= after.start for before, after in pairwise(person.mentions))
    firsts = [person.mentions[0].start for person in record.people]
    assert firsts == sorted(firsts)
    taken = sorted((mention.start, mention.end) for person in record.people for mention in person.mentions)
    assert all(end <= start for (_, end), (start, _) in pairwise(taken))
    assert all(before.end <= after.start for before, after in pairwise(record.dates))


@often
@given(TEXTS)
@example("ولل")
def test_tokens_stand_in_order_and_slice_to_their_surface(text: str) -> None:
    tokens = Tokens(text)
    assert len(tokens.starts) == len(tokens.ends) == len(tokens.words()) == len(tokens)
    assert all(start < end for start, end in zip(tokens.starts, tokens.ends, strict=True))
    assert all(end <= start for end, start in zip(tokens.ends, tokens.starts[1:], strict=False))
    for place in range(len(tokens)):
        assert tokens.surface(place, place + 1) == text[tokens.starts[place] : tokens.ends[place]]
        assert tokens.keys[place]
    covered = {at for start, end in zip(tokens.starts, tokens.ends, strict=True) for at in range(start, end)}
    assert all(at in covered for at, letter in enumerate(text) if letter.isalnum())


@often
@given(TEXTS)
@example('"."')
def test_quotations_stand_in_order_and_sentences_end_ahead(text: str) -> None:
    passage = Passage(text)
    for before, after in pairwise(passage.quotes):
        assert before.stop <= after.open
    for quote in passage.quotes:
        assert quote.open < quote.first <= quote.stop <= quote.close + 1
        kinds = passage.tokens.kinds[quote.first : quote.stop]
        assert quote.words == sum(not kind & (PREFIX | PUNCTUATION) for kind in kinds)
    for place in range(len(passage.tokens)):
        assert passage.sentence_start(place) <= place <= passage.sentence_stop(place) <= len(passage.tokens)


@often
@given(TEXTS)
def test_nothing_speaks_in_chrome(text: str) -> None:
    parts = (Part("chrome", 0, len(text)),) if text else ()
    assert read_document_findings(document(text, parts=parts)).statements == ()


@often
@given(TEXTS)
def test_a_record_comes_back_from_json(text: str) -> None:
    record = read(text)
    assert Record.from_json(record.to_json()) == record
    assert read(text).to_json() == record.to_json()


@settings(often, max_examples=60)
@given(REPORTS, st.text(alphabet="\u064b\u064f\u0651\u0640\u200f\u200c", min_size=1, max_size=2))
def test_marks_and_invisible_letters_change_no_key(text: str, sign: str) -> None:
    plain, marked = Tokens("قال الوزير " + text), Tokens(f"قا{sign}ل الوز{sign}ير " + text)
    if "\u200f" not in sign:
        assert plain.keys == marked.keys


LONG = " ".join([*GLUED, "😀 قال فؤاد الشامي للصحفيين: 'نعم'.", "وصل مارك دوسن في 12 فبراير/شباط 2010.\r\n"] * 3)
SCRIPT = """
import sys
sys.path.insert(0, sys.argv[1])
import test_offsets
sys.stdout.buffer.write(test_offsets.read(test_offsets.LONG).to_json())
"""


def test_the_same_text_gives_the_same_bytes_everywhere() -> None:
    """Whatever the hash seed, the locale and the zone, in a process of its own."""
    wanted = read(LONG).to_json()
    assert read(LONG).statements
    surroundings = [("0", "C", "UTC"), ("1", "C.UTF-8", "Asia/Tokyo"), ("4711", "ar_EG.UTF-8", "Africa/Cairo")]
    for seed, locale, zone in surroundings:
        env = {**os.environ, "PYTHONHASHSEED": seed, "LC_ALL": locale, "TZ": zone}
        command = [sys.executable, "-c", SCRIPT, os.path.dirname(__file__)]
        assert subprocess.run(command, env=env, capture_output=True, check=True).stdout == wanted


def test_line_ends_move_no_word() -> None:
    """The same statements, with the same words, whichever way lines end."""
    unix = "قال سامر الحلبي إن الباب مغلق.\nوأضاف أن النافذة مفتوحة.\n"
    spoken = [[span.text for span in statement.content] for statement in read(unix).statements]
    for end in ("\r\n", "\r", "\u2028", "\u2029", "\u0085"):
        other = read(unix.replace("\n", end))
        assert [[span.text for span in statement.content] for statement in other.statements] == spoken
