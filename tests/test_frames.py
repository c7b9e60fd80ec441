"""Every kind of source in every shape of reporting: the statement is found, once, and is the source's, or nobody's by name."""

from __future__ import annotations

from typing import NamedTuple

import pytest

import qawl

SAID = "الطريق الساحلي مغلق منذ يومين"


class Source(NamedTuple):
    """A source as it is written, the speaker's name, and the gender that its verb has."""

    text: str
    speaker: str
    gender: str = "m"


SOURCES = (
    Source("سالم الكندي", "سالم الكندي"),
    Source("الوزير سالم الكندي", "سالم الكندي"),
    Source("وزير الصحة الدكتور سالم الكندي", "سالم الكندي"),
    Source("وزير الصحة", "وزير الصحة"),
    Source("الوزيرة هالة النوري", "هالة النوري", "f"),
    Source("وزارة الصحة", "وزارة الصحة", "f"),
    Source("مصدر أمني", "مصدر أمني"),
    Source("مصادر محلية", "مصادر محلية", "f"),
    Source("رئيس بلدية النهر المهندس سالم الكندي", "سالم الكندي"),
    Source("المتحدث باسم الشركة فيصل الدوري", "فيصل الدوري"),
    Source("منظمة الصحة العالمية", "منظمة الصحة العالمية", "f"),
    Source("صحيفة الساحل", "الساحل", "f"),
    Source("أمين محافظة النهر", "أمين محافظة النهر"),
    Source("خبراء", "خبراء"),
    Source("أحد السكان", "أحد السكان"),
    Source("جون ميلر", "جون ميلر"),
    Source("سعادة العميد ناصر بن خالد الدوسري", "ناصر بن خالد الدوسري"),
    Source("المديرة التنفيذية للشركة هدى السالمي", "هدى السالمي", "f"),
    Source("نقابة الأطباء", "نقابة الأطباء", "f"),
    Source("المدرب الإسباني كارلوس فينيا", "كارلوس فينيا"),
    Source("شقيق الضحية", "شقيق الضحية"),
    Source("الناشطة الحقوقية منى العلي", "منى العلي", "f"),
)
# {S} is the source, {C} what it said, {t} the ending of a feminine verb, {his} a pronoun.
FRAMES = (
    "وقال{t} {S} إن {C}.",
    "وأوضح{t} {S} أن {C}.",
    "وبحسب {S}، فإن {C}.",
    "ونقلت الوكالة عن {S} قول{his} إن {C}.",
    "{C}، بحسب {S}.",
    "«{C}»، قال{t} {S}.",
    "وقال{t} {S} في تصريح لصحيفة النهار إن {C}.",
    "وقال{t} {S}، أمس، إن {C}.",
    "{S} قال{t} إن {C}.",
    "وكان{t} {S} قد قال{t} إن {C}.",
    "وقال{t} {S} لـ«المرفأ» إن {C}.",
    "ومن جانب{his}، قال{t} {S} إن {C}.",
    "وأضاف{t} {S} قائلا{t}: «{C}».",
    "وتابع{t} {S}: «{C}».",
    "وأكد{t} {S} أمس الأحد خلال مؤتمر صحفي أن {C}.",
    "وأفاد{t} {S} بأن {C}.",
    "وأشار{t} {S} إلى أن {C}.",
    "وذكر{t} {S} - في اتصال هاتفي - أن {C}.",
    "وصرح{t} {S} للصحفيين بأن {C}.",
    "وأعلن{t} {S} اليوم أن {C}.",
    "{C}، كما قال{t} {S}.",
    "{C}، وفق ما ذكر{t} {S}.",
    "وكتب{t} {S} على صفحت{his} في فيسبوك: «{C}».",
    "وفي كلمة ل{his}، أكد{t} {S} أن {C}.",
)


def written(frame: str, source: Source) -> str:
    """The frame with a source, its verbs and pronouns in the source's gender."""
    feminine = source.gender == "f"
    told = frame.replace("قائلا{t}", "قائلة" if feminine else "قائلا")
    return told.format(S=source.text, C=SAID, t="ت" if feminine else "", his="ها" if feminine else "ه")


@pytest.mark.parametrize("frame", FRAMES)
def test_each_source_speaks_in_the_frame(frame: str) -> None:
    for source in SOURCES:
        statements = qawl.read(written(frame, source), kind="text").statements
        speakers = [statement.speaker.name for statement in statements if statement.speaker]
        assert (len(statements), speakers) == (1, [source.speaker]), written(frame, source)


OFFICERS = (
    "مسؤول",
    "ضابط",
    "قائد",
    "خبير",
    "دبلوماسي",
    "مستشار",
    "قيادي",
    "نائب",
    "وزير",
    "طبيب",
    "محلل",
    "عضو",
    "مدير",
    "سفير",
    "باحث",
)
# What leaves an officer without a name.
WITHOUT_NAME = (
    "كبير",
    "رفيع المستوى",
    "أمني كبير",
    "كبير في الوزارة",
    "كبير بوزارة الصحة",
    "بالحزب",
    "في الشرطة",
    "مقرب من الوزير",
    "آخر",
    "سابق",
    "من المدينة",
    "لم يكشف عن اسمه",
    "طلب عدم ذكر اسمه",
)
NAMED = "سالم ناصر الكندي"
# {O} is the officer with what leaves him without a name, {o} his office alone, {C} what he said.
BESIDE_A_NAME = (
    f"وقال {{O}} إن {{C}}. وقال {NAMED} إن الماء وفير.",
    f"وقال {{O}} إن {{C}}. وقال {NAMED}، وهو تاجر، إن الماء وفير.",
    f"قال {NAMED} إن المدرسة مفتوحة. وقال {{O}} إن {{C}}.",
    f"قال ال{{o}} {NAMED} إن المدرسة مفتوحة. وأكد {{O}} أن {{C}}.",
    f"وقال {{O}} إن {{C}}. وقال {{o}} الشركة {NAMED} إن الماء وفير.",
)


@pytest.mark.parametrize("frame", BESIDE_A_NAME)
def test_an_officer_without_a_name_is_nobody_whom_the_page_names(frame: str) -> None:
    for office in OFFICERS:
        for unnamed in WITHOUT_NAME:
            text = frame.format(O=f"{office} {unnamed}", o=office, C=SAID)
            said = [found for found in qawl.read(text, kind="text").statements if found.content[0].text == SAID]
            assert [found.speaker is not None and NAMED in found.speaker.name for found in said] == [False], text
