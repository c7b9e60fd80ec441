"""What colours the statements of the page it all grew from, and its figures: F, C, G and Q of its inventory."""

from __future__ import annotations

from pathlib import Path

import pytest

import qawl
from qawl.model import Record, Statement

pytestmark = pytest.mark.shared


@pytest.fixture
def record(shared: Path) -> Record:
    return qawl.read((shared / "seed" / "page.txt").read_bytes().decode(), kind="text")


def saying(record: Record, words: str) -> Statement:
    """The first statement whose content has these words."""
    return next(it for it in record.statements if any(words in " ".join(piece.text.split()) for piece in it.content))


def words_of(record: Record, words: str, flag: str) -> str | None:
    """The words that carry a flag in that statement, those that stand apart joined by …; None where it has no such flag."""
    found = [it.words for it in saying(record, words).flags if it.flag == flag]
    return " … ".join(" ".join(span.text.split()) for span in found[0]) if found else None


@pytest.mark.parametrize(
    ("item", "content", "flag", "carried"),
    [
        ("C1", "فاذا ارادت روسيا", "conditional", "اذا"),
        ("G1", "ليست مرتبطة بهذه المسألة فقط", "addition", "ليست مرتبطة … فقط"),
        ("G3 G4", "لن تحضر روسيا", "negated", "ليست هناك … لن تحضر"),
        ("G4", "لن تحضر روسيا", "future", "لن تحضر"),
        ("G5", "لا نستخف", "negated", "لا نستخف"),
        ("G6", "لايريد ممثلو الناتو", "negated", "لايريد"),
        ("G7", "ليس فقط التعاون العسكري", "addition", "ليس فقط … بل"),
        ("G8", "هم فقط ممثلو الدول", "restricted", "فقط"),
        ("Q1", "الحلف يريد ان تكون له", "wish", "يريد"),
        ("Q2", "يرغب السكرتير العام للناتو", "wish", "يرغب"),
        ("Q3", "وعلى روسيا ان تقرر بنفسها", "obligation", "على روسيا ان"),
        ("Q4", "وبالامكان تحديد", "possibility", "بالامكان"),
        ("Q6", "فنعتقد ان افضل مكان", "opinion", "نعتقد"),
        ("Q7 Q8", "وسوف نبقى نناقش", "future", "سوف نبقى"),
        ("Q8", "نريد مبدئيا", "wish", "نريد"),
        ("Q8", "نريد مبدئيا", "reservation", "مبدئيا"),
        ("Q9", "سيقوم بزيارة موسكو", "future", "سيقوم"),
        ("Q10", "كما ستناقش التصورات", "future", "سيصل … سيلتقون … سيوضح … ستناقش"),
        ("Q11", "نأمل بان يبين", "hope", "نأمل"),
        ("Q12", "وجنودنا يُقتلون", "passive", "يُقتلون"),
        ("S09", "بالشكل الذي نختاره", "reservation", "بالشكل الذي نختاره"),
        ("S11", "نحن مستعدون لهذه المناقشات", "reservation", "ولكن"),
    ],
)
def test_the_words_carry_their_flag(record: Record, item: str, content: str, flag: str, carried: str) -> None:
    assert words_of(record, content, flag) == carried, item


@pytest.mark.parametrize(
    ("item", "content", "flag"),
    [
        ("G1: it widens and denies nothing", "ليست مرتبطة بهذه المسألة فقط", "negated"),
        ("G7: so does this", "ليس فقط التعاون العسكري", "negated"),
        ("G4: it denies what is to come, and not only some of it", "لن تحضر روسيا", "addition"),
        ("C2: given that, and no condition", "اعتبارا من أن", "conditional"),
        ("Q5: it is done", "قد تفاعل بدقة", "possibility"),
        ("X22: the page does not say so", "لا نستخف", "translated"),
    ],
)
def test_what_looks_like_a_flag_is_none(record: Record, item: str, content: str, flag: str) -> None:
    assert words_of(record, content, flag) is None, item


def test_the_figures_f1_f2_f3_x16_x17(record: Record) -> None:
    figures = [(it.text, it.value, it.unit, it.vague) for it in record.figures]
    assert figures == [("الملايين", None, None, True), ("12 خبيرا", 12, "خبيرا", False)]


def test_how_often_is_no_length_and_no_date_d5(record: Record) -> None:
    assert record.durations == ()
    assert not {"سنويا", "يوميا"} & {it.text for it in (*record.dates, *record.figures)}


@pytest.mark.parametrize(
    ("content", "holders"),
    [
        ("الحلف يريد ان تكون له", ["حلف الناتو"]),
        ("يرغب السكرتير العام للناتو", ["السكرتير العام للناتو"]),
        ("لايريد ممثلو الناتو", ["ممثلو الناتو"]),
        ("نريد علاقات اوثق", []),
        ("نحن نأمل", []),
        ("فاذا ارادت روسيا", []),
    ],
)
def test_whose_wish_it_is_x06(record: Record, content: str, holders: list[str]) -> None:
    assert [party.name for party in saying(record, content).holder] == holders


def test_the_topics_t1_t2_t3(record: Record) -> None:
    t1, t2, t3 = "حول عدم دعوة وزير الدفاع الروسي الى لقاء اسطنبول", "حول موضوع الامن الاوروبي", "مجلس حكماء الناتو في موسكو"
    topics = [it.topic and " ".join(it.topic.text.split()) for it in record.statements]
    fronted = 'حول زيارة " مجلس حكماء " الناتو الى موسكو'
    assert topics == [*[None] * 8, t1, t1, t2, t2, t2, fronted, t3, t3]
