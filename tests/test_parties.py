"""What kind of party a source without a person's name is."""

import pytest

from qawl.arabic.phrases.entities import read_source
from qawl.arabic.phrases.parties import party_type
from qawl.arabic.tokens import Tokens

TYPES = {
    "organisation": (
        "وزارة الصحة والبيئة",
        "نقابة الأطباء والصيادلة",
        "جماعة الراية",
        "فريق البحث",
        "مجموعة البنك الكندي",
        "الصحة الكندية",
        "الدفاع النرويجية",
        "القيادة العامة للجيش والقوات المسلحة",
    ),
    "group": (
        "جماعة مسلحة",
        "فريق من الباحثين",
        "وفد من النقابة",
        "الجيش والشرطة",
        "وزارة الصحة ووزارة البيئة",
        "الشرطة ومسؤولون",
        "مسؤول كندي ومسؤول نرويجي",
        "مصدر أمني وشهود عيان",
        "صحف محلية",
        "أسرة الضحية",
    ),
    "unnamed": ("باحث ومحلل سياسي", "مسؤول في وزارة الصحة والبيئة", "مصدر أمني"),
    "document": ("دراسة لجامعة الميناء", "قرار مجلس البلدة", "تقرير عن الجيش", "رسالة إلى الوزير"),
    "country": ("المملكة", "سلطنة الجزر"),
}


@pytest.mark.parametrize(("words", "type"), [(words, type) for type, rows in TYPES.items() for words in rows])
def test_a_source_is_of_its_type(words: str, type: str) -> None:
    tokens = Tokens(words)
    phrase = read_source(tokens, 0, len(tokens))
    assert phrase is not None
    assert party_type(tokens, phrase) == type
