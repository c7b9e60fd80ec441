"""Two people of one page stay two: father and son, predecessor and successor, brother and sister, namesakes."""

from __future__ import annotations

import pytest

from qawl.model import Page, Record
from qawl.reading import read_page


def read(text: str) -> Record:
    return read_page(Page(source=text, published="2024-03-05"))


def people(text: str) -> dict[str, int]:
    """The names of a page's people, with the number of their mentions."""
    return {one.name: len(one.mentions) for one in read(text).people}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("كرمت البلدية الشاعر حسان راشد الزيات. وحضر الحفل والده راشد الزيات.", {"حسان راشد الزيات": 1, "راشد الزيات": 1}),
        ("فازت ليلى كمال نصار بالرئاسة. ونالت منافستها ليلى نصار تسعة أصوات.", {"ليلى كمال نصار": 1, "ليلى نصار": 1}),
        ("عين راشد عبد الرحمن الهاشمي مديرا للميناء خلفا لراشد الهاشمي.", {"راشد عبد الرحمن الهاشمي": 1, "راشد الهاشمي": 1}),
        ("قال شقيقه محمد العلي إن القتيل طيب. وقال محمد سالم العلي إن الدفن غدا.", {"محمد العلي": 1, "محمد سالم العلي": 1}),
        ("أعلن النائب كمال البستاني ترشحه بدعم من نجله كمال.", {"كمال البستاني": 1, "كمال": 1}),
        ("وصل التاجر ناصر الجبوري، ولا صلة له بالطبيب ناصر الجبوري مدير مستشفى الحلة.", {"ناصر الجبوري": 1}),
        ("قال جورج منصور الأب إن المعمل باق. وقال جورج منصور الابن إن العمال بخير.", {"جورج منصور الأب": 1, "جورج منصور الابن": 1}),
        ("زار أنس الخياط المعمل. وقال الخياط الأب للعمال إن الرواتب ستدفع.", {"أنس الخياط": 1, "الخياط الأب": 1}),
    ],
)
def test_two_whom_a_page_tells_apart_are_two(text: str, names: dict[str, int]) -> None:
    assert people(text) == names
    assert len(read(text).people) == 2


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("قال سالم راشد الكندي إن السد آمن. وأكد سالم الكندي أن العمل مستمر.", {"سالم راشد الكندي": 2}),
        ("قال جورج منصور الابن إن المعمل باق. وأضاف منصور الابن أن العمال بخير.", {"جورج منصور الابن": 2}),
        ("قال الطفل سامي راشد الحلبي إنه بخير. وأكد والده راشد أن سامي الحلبي سعيد.", {"سامي راشد الحلبي": 2}),
    ],
)
def test_one_person_stays_one(text: str, names: dict[str, int]) -> None:
    assert people(text).items() >= names.items()


def test_a_surname_goes_to_whom_the_verb_agrees_with() -> None:
    record = read(
        "قالت المديرة هناء الطويل إن العمل بدأ. وأوضح شقيقها عادل الطويل أن المال متوفر. "
        "وأضاف الطويل أن المشروع كبير. وأكدت الطويل أن المدرسة جاهزة."
    )
    assert [said.speaker and said.speaker.name for said in record.statements] == [
        "هناء الطويل",
        "عادل الطويل",
        "عادل الطويل",
        "هناء الطويل",
    ]


def test_father_and_son_are_told_by_their_age() -> None:
    record = read(
        "أعلن النائب كمال البستاني ترشحه بدعم من نجله وديع البستاني. "
        "وقال البستاني الأب إن العمل سيستمر. وأضاف البستاني الابن أن المال متوفر."
    )
    assert [said.speaker and said.speaker.name for said in record.statements][-2:] == ["كمال البستاني", "وديع البستاني"]
