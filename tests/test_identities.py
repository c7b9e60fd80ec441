"""Whether two names in two pages are one person, body or place: each rule with an example and with what it must keep apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from qawl.arabic.alike.forms import name_of
from qawl.arabic.alike.latin import match_latin, sounds_like
from qawl.arabic.alike.names import match
from qawl.arabic.alike.offices import bearing
from qawl.arabic.alike.spellings import Likeness, likeness
from qawl.library.across.naming.judging import asks, blocks, choose, judge
from qawl.library.across.naming.known import Beside, Known, RoleOn, merged
from qawl.library.across.naming.officers import officers
from qawl.library.across.naming.telling import known_of
from qawl.model import Page
from qawl.reading import read_page
from qawl.tables import table

NEAR = ("organisation:نادي الحلة", "word:سباحة")


def person(name: str, *roles: str, day: str = "2024-03-05", near: tuple[str, ...] = ()) -> Known:
    return Known(
        kind="person", names=(name,), roles=tuple(RoleOn(role, published=day) for role in roles), published=(day,), near=near
    )


@pytest.mark.parametrize(
    ("first", "second", "bond"),
    [
        ("رائد عبد الجبار الكندي", "رائد عبدالجبار الكندى", "same_full_name"),
        ("رائد بن سالم الكندي", "رائد سالم الكندي", "same_full_name"),
        ("حسن أبو زيد", "حسن ابوزيد", "same_full_name"),
        ("نور الدين الكندي", "نورالدين الكندي", "same_full_name"),
        ("رائد نصر الله", "رائد نصرالله", "same_full_name"),
        ("منير ولد أحمد", "منير بن أحمد", "same_full_name"),
        ("رائد سالم فهد الكندي", "رائد الكندي", "short_form"),
        ("رائد سالم الكندي", "رائد سالم", "first_part"),
        ("بن عيسى رائد", "رائد بن عيسى", "turned"),
        ("بوعلام رائد", "رائد بن فهد بوعلام", "turned"),
        ("رائد بن سالم", "سالم بن رائد", "other_name"),
        ("سالم الرائد", "رائد فهد الرائد السالم", "other_name"),
        ("رائد بن سالم بن فهد", "سالم بن فهد آل رائد", "other_name"),
        ("سالم ولد رائد الشيخ", "رائد فهد ولد الشيخ سالم", "other_name"),
        ("أليكساندر ميرهوفر", "ألكسندر ميرهوفر", "same_full_name"),
        ("ولد أحمد سالم", "رائد الأمين أحمد سالم", "shared_parts"),
        ("ماكس فون ميرهوفر", "ماكس ميرهوفر", "same_full_name"),
        ("رائد سالم الكندي", "الكندي", "family_name"),
        ("رائد سالم الكندي", "رائد", "given_name"),
        ("رائد سالم الكندي", "رائد ماجد الكندي", "other_father"),
        ("رائد سالم الكندي", "سالم الكندي", "father_and_child"),
        ("رائد بن سالم الكندي", "سالم بن رائد الكندي", "father_and_child"),
        ("الكندي الأب", "الكندي الابن", "elder_and_younger"),
        ("رائد الكندي", "ماجد الكندي", "other_given_name"),
        ("أبو فهد رائد سالم الكندي", "رائد الكندي", "short_form"),
        ("أبو بكر رائد الكندي", "رائد الكندي", "father_and_child"),
        ("مولاي رائد بن سالم الكندي", "رائد الكندي", "short_form"),
        ("للا مريم الكندي", "مريم الكندي", "same_full_name"),
        ("مولاي رائد الكندي", "مولاي ماجد الكندي", "other_given_name"),
        ("رائد بن فهد بن سالم آل كندي", "رائد بن سالم آل كندي", "other_father"),
        ("رائد بن فهد بن سالم آل كندي", "رائد بن سالم", "other_father"),
        ("رائد بن فهد بن سالم", "رائد بن سالم", "short_form"),
        ("رائد بن فهد بن سالم", "رائد سالم", "other_father"),
        ("رائد بن فهد الكندي", "رائد الكندي", "short_form"),
        ("رائد بن يونس بن قدور", "بن يونس بن قدور", "family_name"),
        ("لخضر نهري", "الأخضر نهري", "same_full_name"),
        ("رائد أبو القاسم النهري", "رائد بلقاسم النهري", "same_full_name"),
        ("عبد الرؤوف النهري", "عبد الرءوف النهري", "same_full_name"),
        ("رائد سالم العكيلي", "رائد العگيلي", "short_form"),
        ("ميدو النهري", "محمد النهري", "same_full_name"),
        ("رائد سالم ضو البيت", "ضو البيت", "shared_parts"),
        ("رائد بن يونس بن قدور", "يونس بن قدور", "father_and_child"),
        ("رائد الكندي", "رائد الحلبي", "other_name"),
    ],
)
def test_how_two_names_stand_to_each_other(first: str, second: str, bond: str) -> None:
    assert match(first, second).bond.value == bond
    assert match(second, first).bond.value == bond


@pytest.mark.parametrize(
    ("first", "second", "like"),
    [
        ("شتراوسهوفر", "ستراوسهوفر", Likeness.SPELT),
        ("غرينوالد", "جرينوالد", Likeness.SPELT),
        ("بن عمران", "بنعمران", Likeness.SPELT),
        ("إسحاق", "إسحق", Likeness.SPELT),
        ("السمان", "السماني", Likeness.OTHER),
        ("سالم", "سليم", Likeness.OTHER),
        ("الخضير", "الحضير", Likeness.OTHER),
        ("هانسن", "يانسن", Likeness.NEAR),
        ("كلاوزن", "برانديس", Likeness.OTHER),
    ],
)
def test_spellings_of_one_word(first: str, second: str, like: Likeness) -> None:
    assert likeness(name_of(first).parts[-1], name_of(second).parts[-1]) == like


@pytest.mark.parametrize("row", table("latin_letters.tsv"), ids=lambda row: row["latin"])
def test_latin_letters_are_written_so(row: dict[str, str]) -> None:
    assert sounds_like(row["written"].lower(), name_of(row["spelt"]).parts[-1]) >= Likeness.SPELT


@pytest.mark.parametrize(
    ("latin", "arabic", "bond"),
    [
        ("Nils Hovland", "نيلس هوفلاند", "same_full_name"),
        ("Hovland", "نيلس هوفلاند", "family_name"),
        ("Nils Hovland", "بيتر هاملين", "other_name"),
    ],
)
def test_latin_beside_arabic(latin: str, arabic: str, bond: str) -> None:
    assert match_latin(latin, arabic).bond.value == bond


@pytest.mark.parametrize(
    ("first", "second", "how"),
    [
        ("وزير خارجية النرويج", "وزير الخارجية النرويجي", "same_office"),
        ("أمينة عامة لوزارة البيئة", "وزيرة البيئة", "same_body"),
        ("المدرب", "مدرب منتخب السلة", "same_trade"),
        ("رئيس بلدية قوص", "رئيس بلدية دسوق", "other_office"),
        ("مدير صحة قنا", "مدير صحة دسوق", "other_office"),
        ("مدير صحة قنا", "مدير الصحة في قنا", "same_office"),
        ("سفير النرويج لدى المغرب", "سفير النرويج لدى تونس", "other_office"),
        ("سفير النرويج", "سفير النرويج لدى تونس", "same_office"),
        ("الخبير القانوني", "خبير قانوني", "same_trade"),
        ("الطبيبة", "الوكيلة", ""),
        ("الطبيبة", "وكيلة نقابة الخزافين", "other_field"),
        ("سفير النرويج", "السفير الفرنسي", "other_land"),
        ("القاضي", "المدرب", "other_field"),
        ("المتهم", "المدرب", ""),
        ("رئيسا لاتحاد الخزافين", "رئيس اتحاد الخزافين", "same_office"),
        ("المدير المالي", "سفير النرويج", "other_field"),
        ("رئيس مالي", "رئيس غانا", "other_land"),
        ("النائبة", "عضو المجلس", ""),
        ("عضو مجلس صحار", "القاضي", "other_field"),
        ("ابنه", "وزير البيئة", ""),
        ("الدكتور", "وزير البيئة", ""),
    ],
)
def test_how_two_roles_bear_on_each_other(first: str, second: str, how: str) -> None:
    assert bearing(first, second).value == bearing(second, first).value == how


@pytest.mark.parametrize(
    ("first", "second", "verdict"),
    [
        (person("رائد عبد الجبار الكندي"), person("رائد عبدالجبار الكندى"), "join"),
        (person("محمد علي", "وزير البيئة"), person("محمد علي", "وزير البيئة السابق"), "join"),
        (person("محمد علي"), person("محمد علي"), "propose"),
        (person("محمد علي", "القاضي"), person("محمد علي", "المدرب"), "propose"),
        (person("علي حسين محمود", "القاضي"), person("علي حسين محمود", "المدرب"), "propose"),
        (person("رائد سالم الكندي", "وزير البيئة"), person("رائد ماجد الكندي", "وزير البيئة"), "propose"),
        (person("رائد سالم الكندي", "وزير البيئة"), person("رائد ماجد الكندي", "الوزير"), "apart"),
        (person("رائد سالم الكندي", "وزير البيئة"), person("رائد ماجد الكندي", "وزير البيئة", day="2024-09-01"), "apart"),
        (person("رائد سالم الكندي"), person("سالم الكندي"), "apart"),
        (person("رائد الكندي", "رئيس بلدية قوص"), person("ماجد الكندي", "رئيس بلدية قوص"), "apart"),
        (person("سالم الكندي", "وزير البيئة"), person("هدى الحلبي", "وزيرة البيئة"), "apart"),
        (person("سالم الكندي", "وزير البيئة"), person("الكندي", "وزير البيئة"), "join"),
        (person("سالم الكندي", "وزير البيئة"), person("الكندي", "وزير البيئة", day="2021-01-01"), "propose"),
        (person("سالم الكندي"), person("الكندي"), "propose"),
        (person("رائد بن سالم بن فهد", "المدرب"), person("رائد بن سالم", "المدرب"), "join"),
        (person("رائد بن سالم بن فهد", "المدرب"), person("رائد بن سالم", "القاضي"), "propose"),
        (person("رائد بن سالم بن فهد", "المدرب"), person("رائد بن سالم", "المدرب", day="2024-09-01"), "propose"),
        (person("رائد سالم فهد", "المدرب"), person("رائد سالم", "المدرب"), "propose"),
        (person("سالم الكندي"), person("الكندي", day="2024-06-01"), "propose"),
        (person("سالم الكندي"), person("الكندي", day="2024-09-01"), "propose"),
        (person("سالم الكندي"), person("الكندي", day="2025-09-01"), "apart"),
        (person("رائد الكندي"), person("رائد", day="2024-03-12"), "propose"),
        (person("رائد الكندي"), person("رائد", day="2024-04-12"), "apart"),
        (person("محمد الكندي"), person("محمد", day="2024-03-12"), "apart"),
        (person("بن سالم الكندي", "المدرب"), person("سالم الكندي", "المدرب"), "propose"),
        (person("بن سالم الكندي"), person("بن سالم الكندي"), "propose"),
        (person("هدى الكندي", "الطبيبة"), person("الكندي", "الوكيلة"), "propose"),
        (person("هدى الكندي", "الطبيبة"), person("الكندي", "الوكيلة", day="2024-06-01"), "propose"),
        (person("هدى الكندي", "الطبيبة"), person("الكندي", "المحامية", day="2024-06-01"), "apart"),
        (person("طوني رائد النهري", "النائب"), person("أنطوان النهري", "النائب"), "join"),
        (person("طوني رائد النهري"), person("أنطوان النهري"), "propose"),
        (person("قدور النهري"), person("عبد القادر النهري"), "propose"),
        (person("رائد سالم النهري", "محافظ قنا"), person("رائد سالم النهري", "المصارع"), "propose"),
        (person("رائد سالم النهري", "محافظ قنا"), person("رائد سالم النهري", "الطبيب"), "join"),
        (person("رائد آل نهري", "الشيخ"), person("رائد النهري", "مدير المعرض"), "propose"),
        (person("رائد آل نهري", "مدير المعرض"), person("رائد النهري", "مدير المعرض"), "join"),
        (person("علي حسن محمود", near=NEAR), person("علي حسن محمود", near=NEAR), "propose"),
        (person("رائد سالم ضو البيت", "الوالي"), person("ضو البيت", "الوالي"), "propose"),
    ],
)
def test_judgement_of_people(first: Known, second: Known, verdict: str) -> None:
    assert judge(first, second).verdict == judge(second, first).verdict == verdict


def body(name: str, *others: str, type: str = "body", land: str | None = None, near: tuple[str, ...] = ()) -> Known:
    countries = (land,) if land else ()
    return Known(
        kind="organisation", names=(name, *others), bodies=(type,), countries=countries, published=("2024-03-05",), near=near
    )


SEEN = ("person:رائد سالم الكندي", "place:صحار")
WORDS = ("word:خزف", "word:فخار", "word:مينا", "word:طلاء", "word:فرن", "word:طين")


@pytest.mark.parametrize(
    ("first", "second", "verdict"),
    [
        (body("شركة ضفاف النهر", type="company"), body("شركة ضفاف النهر", type="company"), "join"),
        (body("وزارة الصحة"), body("وزارة الصحة"), "propose"),
        (body("وزارة الصحة", near=("land:EG",)), body("وزارة الصحة", near=("land:EG",)), "join"),
        (body("وزارة الصحة", land="EG"), body("وزارة الصحة", land="JO"), "apart"),
        (body("وزارة الصحة المصرية"), body("وزارة الصحة الأردنية"), "apart"),
        (body("الرابطة المستقلة لصيادي الخليج"), body("رابطة الصيادين المستقلة"), "propose"),
        (body("اتحاد النجارين"), body("اتحاد الحدادين"), "apart"),
        (body("الخارجية النرويجية", type="state", land="NO"), body("وزارة الخارجية النرويجية", type="state", land="NO"), "join"),
        (body("الخارجية", type="state"), body("وزارة الخارجية", type="state"), "apart"),
        (body("الخارجية", type="state", near=SEEN), body("وزارة الخارجية", type="state", near=SEEN), "propose"),
        (body("مجلس الوزراء", type="state"), body("مجلس الوزراء", type="state", near=("land:LB",)), "apart"),
        (body("الجمعية النرويجية لصون الطيور"), body("ج.ن.ص.ط"), "propose"),
        (body("الجمعية النرويجية لصون الطيور"), body("ج.ن.ص.ب"), "apart"),
        (body("الخارجية الأردنية", type="state", land="JO"), body("وزارة الخارجية المصرية", type="state", land="EG"), "apart"),
        (body("رئاسة الوزراء", type="state", near=("land:LB",)), body("رئاسة الحكومة", type="state", near=("land:LB",)), "join"),
        (body("مجلس الوزراء", type="state", near=("land:LB",)), body("رئاسة الحكومة", type="state", near=("land:LB",)), "apart"),
        (body("مجلس الوزراء", near=("land:LB",)), body("رئاسة مجلس الوزراء", near=("land:LB",)), "apart"),
        (body("الهيئة المغربية لصون الواحات", land="MA"), body("هيئة صون الواحات"), "join"),
        (body("الهيئة المغربية لصون الواحات", land="MA"), body("هيئة صون الواحات", near=("land:LY",)), "propose"),
        (body("هيئه الاغاثه و التنميه"), body("هيئة الإغاثة والتنمية", near=("land:SD",)), "propose"),
        (body("شركة بدر لنقل القمح", type="company"), body("بدر لنقل القمح", type="company"), "join"),
        (body("كلية الحقوق", near=("land:EG",)), body("كلية الحقوق", near=("land:EG",)), "propose"),
        (body("كلية الحقوق", near=SEEN), body("كلية الحقوق", near=SEEN), "join"),
        (body("المحكمة العليا", near=("land:EG",)), body("المحكمة العليا", near=("land:EG",)), "join"),
        (body("مجلس الشورى", near=WORDS), body("مجلس الشورى", near=WORDS), "propose"),
        (body("حزب العدل والبناء", type="party", near=("land:MA",)), body("حزب العدل والبناء", type="party"), "propose"),
        (body("حزب العدل والبناء", type="party", near=("land:MA",)), body("حزب العدل والبناء", near=("land:MA",)), "join"),
        (body("حزب ضفاف الهرمل", type="party"), body("حركة ضفاف الهرمل", type="party"), "propose"),
        (body("رئاسة اتحاد النجارين"), body("اتحاد النجارين"), "apart"),
        (body("منظمة صون الجبال", "مصج"), body("مصج"), "join"),
        (body("لجنة حصر الخيام", near=SEEN), body("لجنة حصر خيام السهل", near=SEEN), "join"),
        (
            body("لجنة حصر الخيام", near=(*SEEN, "organisation:لجنه حصر خيام الجبل")),
            body("لجنة حصر خيام السهل", near=SEEN),
            "propose",
        ),
        (body("اتحاد كتاب النيل", near=SEEN), body("اتحاد كتاب النيل الشباب", near=SEEN), "propose"),
        (body("نقابة الأطباء", near=("land:JO",)), body("نقابة الأطباء البيطريين", near=("land:JO",)), "propose"),
        (body("شركة هورفانا", type="company"), body("Horvana AG", type="company"), "join"),
        (body("مجموعة هورفانا"), body("شركة الأدوية Horvana AG السويسرية", "Horvana AG"), "join"),
        (body("مجموعة هورفانا"), body("شركة الأدوية Hornaba AG السويسرية", "Hornaba AG"), "apart"),
        (body("اللجنة المكلفة بفحص الجسور", near=SEEN), body("لجنة فحص الجسور", near=SEEN), "join"),
        (body("الرابطة المغربية لمجهزي السفن", land="MA"), body("رابطة مجهزي السفن"), "join"),
        (body("مجلس وزراء الصحة العرب", "مجلس الوزراء", near=SEEN), body("مجلس الوزراء", near=SEEN), "propose"),
        (body("الهيئة العليا المستقلة للسدود", near=("land:MA",)), body("هيئة السدود المغربية", land="MA"), "join"),
        (body("الهيئة العليا للسدود", near=("land:MA",)), body("هيئة السدود", near=("land:MA",)), "propose"),
        (body("حزب الاتحاد", type="party"), body("حزب الاتحاد", type="party"), "propose"),
        (body("الاتحاد التعاوني السمكي", near=SEEN), body("الاتحاد التعاوني", near=SEEN), "join"),
        (body("الاتحاد التعاوني السمكي"), body("الاتحاد التعاوني"), "propose"),
        (body("جامعة السهل الكبير", near=SEEN), body("جامعة السهل", near=SEEN), "propose"),
        (body("المؤسسة الوطنية لغرس الخروب", near=("word:خزف",)), body("مؤسسة الخروب", near=("word:خزف",)), "join"),
        (body("المؤسسة الوطنية لغرس الخروب", near=("word:خزف",)), body("مؤسسة الخروب"), "propose"),
        (body("النقابة الوطنية للنجارين المغاربة", land="MA"), body("نقابة النجارين المغاربة", land="MA"), "join"),
        (body("النقابة الوطنية للنجارين المغاربة", land="MA"), body("نقابة النجارين", near=("land:TN",)), "propose"),
    ],
)
def test_judgement_of_bodies(first: Known, second: Known, verdict: str) -> None:
    assert judge(first, second).verdict == judge(second, first).verdict == verdict


def place(name: str, land: str | None = None) -> Known:
    return Known(kind="place", names=(name,), countries=(land,) if land else ())


@pytest.mark.parametrize(
    ("first", "second", "verdict"),
    [
        (place("الزهراء", "SY"), place("الزهراء", "SY"), "join"),
        (place("الزهراء", "SY"), place("الزهراء", "EG"), "apart"),
        (place("غرينفيل"), place("جرينفيل"), "propose"),
        (place("غرينفيل"), place("هولمستاد"), "apart"),
    ],
)
def test_judgement_of_places(first: Known, second: Known, verdict: str) -> None:
    assert judge(first, second).verdict == judge(second, first).verdict == verdict


def test_a_rival_beside_makes_a_join_a_question() -> None:
    alone = person("فهد سالم المنصوري", "المدرب")
    beside = structs.replace(alone, near=("person:فهد راشد المنصوري",))
    assert judge(alone, person("فهد المنصوري", "المدرب")).verdict == "join"
    assert judge(beside, person("فهد المنصوري", "المدرب")).verdict == "propose"


def test_who_bears_the_rest_of_a_name_beside_its_short_form_makes_a_join_a_question() -> None:
    page = ("word:خزف", "word:فخار", "place:الرستاق")
    full = person("رائد سالم الكندي", "المطرب", near=page)
    assert judge(full, person("رائد الكندي", near=page)).verdict == "join"
    assert judge(full, person("رائد الكندي", near=(*page, "person:رائد سالم"))).verdict == "propose"
    assert judge(full, person("رائد الكندي", near=(*page, "person:رائد ماجد"))).verdict == "join"


def test_one_story_is_not_enough_for_a_usual_name_in_two_trades() -> None:
    page = ("word:خزف", "word:فخار", "place:الرستاق")
    for name, verdict in (("طارق الهاشمي", "propose"), ("رائد الكندي", "join")):
        one, other = (person(name, role, near=page) for role in ("الكاتب", "النائب"))
        assert judge(one, other).verdict == verdict


def test_names_of_a_man_his_father_and_grandfather_need_more_than_a_like_page() -> None:
    near = ("word:خزف", "place:الرستاق")
    assert judge(*(person("علي حسين جاسم", near=near, day=day) for day in ("2024-03-05", "2024-03-09"))).verdict == "propose"
    assert judge(*(person("علي حسين الجبيلي", near=near, day=day) for day in ("2024-03-05", "2024-03-09"))).verdict == "join"


def test_names_of_a_man_his_father_and_grandfather_in_two_fields_are_asked() -> None:
    near = ("word:خزف", "word:فخار", "word:طين", "word:فرن", "word:سوق", "word:معرض", "place:الرستاق")
    for name, verdict in (("رائد سالم نهيان", "propose"), ("رائد سالم الجبيلي", "join")):
        one, other = person(name, "المصارع", near=near), person(name, "رئيس وحدة المرور", near=near)
        assert judge(one, other).verdict == verdict, name


def test_a_group_of_one_name_needs_more_than_its_land() -> None:
    one, other = (
        Known(kind="group", names=("قادة الكتائب",), near=("land:YE",), published=(day,)) for day in ("2024-03-05", "2024-03-09")
    )
    assert judge(one, other).verdict == "propose"
    assert judge(*(structs.replace(group, near=SEEN) for group in (one, other))).verdict == "join"


def test_a_group_is_known_again_for_some_weeks() -> None:
    one = Known(kind="group", names=("قادة الكتائب",), near=SEEN, published=("2024-03-05",))
    assert judge(one, structs.replace(one, published=("2024-03-09",))).verdict == "join"
    assert judge(one, structs.replace(one, published=("2025-03-09",))).verdict == "apart"


def test_several_of_one_word_are_each_pages_own() -> None:
    one = Known(kind="group", names=("المحتجون",), published=("2024-03-05",))
    assert judge(one, structs.replace(one, published=("2024-03-06",))).verdict == "apart"


def test_two_offices_without_a_name_in_one_story_are_asked_about() -> None:
    office = RoleOn("مدير الميناء", published="2024-03-05")
    one = Known(kind="person", names=("مدير الميناء",), roles=(office,), officer=True, near=SEEN, published=("2024-03-05",))
    again = structs.replace(one, roles=(structs.replace(office, published="2024-03-08"),), published=("2024-03-08",))
    assert judge(one, again).verdict == "propose"
    assert judge(one, structs.replace(again, near=())).verdict == "apart"
    assert judge(one, structs.replace(again, published=("2024-09-08",))).verdict == "apart"


def test_a_state_that_a_name_tells_has_to_be_that_of_the_other_page() -> None:
    page = (*SEEN, "person:هدي الحلبي", "person:ريم سالم الراوي")
    one = body("مجلس الوزراء اللبناني", type="state", land="LB", near=page)
    assert judge(one, body("مجلس الوزراء", type="state", near=(*page, "land:LB"))).verdict == "join"
    assert judge(one, body("مجلس الوزراء", type="state", near=(*page, "land:LB", "land:JO"))).verdict == "propose"


def test_what_anybody_may_be_called_needs_more_in_pages_of_two_lands() -> None:
    page = ("word:خزف", "word:فخار", "place:الرستاق")
    one = person("محمد عبد الله", near=(*page, "land:KW"))
    assert judge(one, person("محمد عبد الله", near=(*page, "land:KW"))).verdict == "join"
    assert judge(one, person("محمد عبد الله", near=(*page, "land:SD"))).verdict == "propose"
    assert judge(person("رائد المنصوري", near=one.near), person("رائد المنصوري", near=(*page, "land:SD"))).verdict == "join"


def test_a_page_may_call_one_by_two_parts_of_a_name() -> None:
    page = ("word:خزف", "word:فخار", "place:الرستاق", "place:نزوي")
    known = person("رائد بن سالم الكندي المنصوري", "المصمم", near=page)
    full = person("رائد الكندي", "المصمم", day="2024-03-09", near=(*page, "person:المنصوري"))
    called = person("المنصوري", day="2024-03-09", near=(*page, "person:رائد الكندي"))
    rows = choose([full, called], [[known], [known]])
    assert [row[0][1].verdict for row in rows] == ["join", "join"]
    stranger = structs.replace(called, near=(*page, "person:رائد المنصوري"))
    assert choose([stranger], [[known]])[0][0][1].verdict == "propose"


def test_women_of_one_family_are_few() -> None:
    page = ("word:خزف",)
    assert judge(person("هدى المنصوري", near=page), person("المنصوري", "النائبة", near=page)).verdict == "join"
    assert judge(person("سالم المنصوري", near=page), person("المنصوري", "النائب", near=page)).verdict == "propose"
    assert judge(person("هدى المنصوري", near=page), person("المنصوري", "النائبة")).verdict == "propose"


def test_a_foreign_given_name_may_be_heard_otherwise() -> None:
    page = ("word:خزف",)
    one, other = person("يواكيم برانديس", near=page), person("جواكيم برانديس", near=page)
    assert judge(one, other).verdict == "join"
    assert judge(one, structs.replace(other, near=())).verdict == "propose"
    assert judge(one, person("جواكيم براندل", near=page)).verdict == "propose"


def test_a_foreign_family_name_alone_is_hardly_anybody_elses() -> None:
    page = ("word:خزف",)
    assert judge(person("نيلس هوفلاندسون", near=page), person("هوفلاندسون", near=page)).verdict == "join"
    assert judge(person("سالم المنصوري", near=page), person("المنصوري", near=page)).verdict != "join"


def test_a_long_foreign_family_name_alone_is_known_again_for_a_year() -> None:
    near = ("organisation:مصنع كندورا", "word:رقاقة", "word:معالج")
    full, later = person("هيدفيغ ستراندمارك", near=near), person("ستراندمارك", day="2024-11-20", near=near)
    assert judge(full, later).verdict == "join"
    assert judge(full, structs.replace(later, published=("2025-11-20",))).verdict == "propose"
    assert judge(full, structs.replace(later, near=())).verdict == "propose"


def test_the_first_parts_of_a_seldom_name_tell_him_in_one_story() -> None:
    near = ("word:هور",)
    full, short = person("عبد الستار ناهي مطر الكندي", near=near), person("عبد الستار ناهي", day="2024-03-08", near=near)
    assert judge(full, short).verdict == "join"
    assert judge(full, structs.replace(short, published=("2024-04-20",))).verdict == "propose"


def test_a_seldom_spelling_of_a_usual_name_is_as_usual() -> None:
    near = ("word:خزف", "word:فخار")
    one, other = person("أحمد ولد محمودا", near=near), person("أحمد بن محمد الكندي", day="2026-03-05", near=near)
    assert judge(one, other).verdict != "join"


def test_a_title_of_men_tells_that_a_rival_is_none() -> None:
    page = person("الكندي", near=("person:الكندي",))
    beside = structs.replace(page, gender="f", beside=(Beside("الكندي", ("الأستاذ",)),))
    reasons = [reason.code for reason in judge(person("هدى الكندي"), beside).reasons]
    assert "rival" not in reasons
    unknown = structs.replace(beside, beside=(Beside("الكندي", ("الوزير",)),))
    assert "rival" in [reason.code for reason in judge(person("هدى الكندي"), unknown).reasons]


def test_a_family_name_alone_means_whom_an_earlier_page_names() -> None:
    page = ("word:خزف", "word:فخار", "place:الرستاق")
    called = person("المنصوري", day="2024-03-05", near=page)
    assert judge(person("فهد المنصوري", day="2024-03-01", near=page), called).verdict == "join"
    assert judge(person("فهد المنصوري", day="2024-03-09", near=page), called).verdict == "join"
    assert judge(person("فهد المنصوري", day="2024-03-29", near=page), called).verdict == "propose"


def beside(known: Known, name: str, *roles: str) -> Known:
    return structs.replace(known, near=(*known.near, f"person:{name}"), beside=(Beside(name, roles),))


@pytest.mark.parametrize(
    ("roles", "verdict"), [(("القاضي",), "join"), (("مدرب منتخب السلة",), "propose"), ((), "propose"), (("ابنه",), "propose")]
)
def test_a_rival_whose_role_is_another_one_is_none(roles: tuple[str, ...], verdict: str) -> None:
    one = beside(person("فهد سالم المنصوري", "المدرب"), "فهد راشد المنصوري", *roles)
    other = person("فهد المنصوري", "المدرب")
    assert judge(one, other).verdict == judge(other, one).verdict == verdict


def test_a_rival_of_the_other_gender_is_none() -> None:
    page = ("word:مناظره", "word:خزف", "place:الرستاق", "place:نزوي", "word:ضمان", "word:فخار")
    one = beside(person("ريم المنصوري", "أستاذة القانون", near=page), "فهد المنصوري", "الخبير")
    assert judge(one, person("المنصوري", "أستاذة القانون", near=page)).verdict == "join"
    assert judge(one, person("المنصوري", "النائب", near=page)).verdict != "join"


def test_a_rival_of_whom_both_pages_tell_is_none() -> None:
    page = ("word:خزف", "word:فخار", "place:الرستاق", "place:نزوي", "word:مناظره", "word:ضمان", "person:هدي الحلبي")
    one = beside(person("فهد سالم المنصوري", near=page), "راشد المنصوري")
    alone, both = person("المنصوري", near=page), person("المنصوري", near=(*page, "person:راشد سالم المنصوري"))
    assert judge(one, alone).verdict == "propose"
    assert judge(one, both).verdict == "join"


def test_a_family_name_beside_another_of_the_family_on_its_own_page_is_asked() -> None:
    page = ("word:خزف", "word:فخار", "place:الرستاق", "place:نزوي", "word:مناظره", "word:ضمان")
    known, called = person("فهد المنصوري", near=page), person("المنصوري", near=page)
    assert judge(known, called).verdict == "join"
    assert judge(known, beside(called, "راشد المنصوري")).verdict == "propose"


def test_a_woman_called_by_her_title_is_no_man_of_the_family() -> None:
    assert judge(person("سالم المنصوري"), person("المنصوري", "الدكتورة")).reasons[1].code == "other_gender"
    assert judge(person("المنصوري", "النائبة"), person("المنصوري", "النائب")).verdict != "join"
    assert "other_gender" not in {one.code for one in judge(person("هدى المنصوري"), person("هدى المنصوري", "شقيقه")).reasons}


def test_a_family_name_with_a_role_and_a_story_counts_for_years_where_few_have_it() -> None:
    page = ("word:خزف", "word:فخار", "place:الرستاق", "place:نزوي")
    known = person("فهد المنصوري", "نقيب الخزافين", near=page)
    assert judge(known, person("المنصوري", "نقيب الخزافين", day="2024-09-01", near=page)).verdict == "join"
    assert judge(known, person("المنصوري", "نقيب الخزافين", day="2024-09-01")).verdict == "join"
    assert judge(known, person("المنصوري", "نقيب الخزافين", day="2025-09-01")).verdict == "propose"
    assert judge(known, person("المنصوري", "نقيب الخزافين", day="2025-09-01", near=page)).verdict == "join"
    assert judge(known, person("المنصوري", "نقيب الخزافين", day="2025-09-01", near=page), lambda _: 9).verdict == "propose"
    assert judge(known, person("المنصوري", "نقيب الخزافين", day="2028-09-01", near=page)).verdict == "propose"


def test_a_family_name_that_many_have_needs_much() -> None:
    page = ("word:خزف", "word:فخار", "place:الرستاق")
    two = person("فهد المنصوري", near=page), person("المنصوري", near=page)
    assert judge(*two, lambda _: 2).verdict == "join"
    assert judge(*two, lambda _: 9).verdict == "propose"


def test_a_grandfather_of_the_same_name_makes_a_join_a_question() -> None:
    grandson = person("رائد سالم المنصوري", "المدرب", near=("person:سالم رائد المنصوري",))
    assert judge(grandson, person("رائد المنصوري", "المدرب")).verdict == "propose"
    assert judge(structs.replace(grandson, near=()), person("رائد المنصوري", "المدرب")).verdict == "join"


def test_a_grandfather_whom_no_page_names_is_not_meant_in_one_story() -> None:
    page = ("word:خزف", "word:فخار", "place:الرستاق", "place:نزوي")
    grandson = person("رائد سالم المنصوري", near=(*page, "person:سالم رائد المنصوري"))
    assert judge(grandson, person("رائد المنصوري", near=page)).verdict == "join"
    assert judge(grandson, person("رائد المنصوري")).verdict == "propose"


def test_short_forms_of_two_whom_full_names_tell_apart_join_nobody() -> None:
    one, other = person("رائد بن فهد المنصوري", "الوزير"), person("رائد بن فهد الحلبي", "الوزير")
    called = [structs.replace(known, names=(*known.names, "رائد بن فهد")) for known in (one, other)]
    assert judge(*called).verdict != "join"
    assert judge(called[0], person("رائد بن فهد", "وزير البيئة")).verdict != "apart"


def test_who_held_an_office_before_is_known_by_it_however_long_ago() -> None:
    page = ("word:خزف", "word:فخار", "place:الرستاق")
    known = person("فهد المنصوري", "عميد بلدية الرستاق", near=page)
    before = structs.replace(
        person("المنصوري", day="2027-09-01", near=page), roles=(RoleOn("عميد بلدية الرستاق", True, "2027-09-01"),)
    )
    assert judge(known, before).verdict == "join"
    assert judge(known, structs.replace(before, roles=(RoleOn("عميد بلدية نزوى", True, "2027-09-01"),))).verdict != "join"


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("قال رئيس بلدية نزوى رائد الكندي إن سلفه سالم المنصوري بدأ العمل.", "رئيس بلدية نزوى"),
        ("قال رئيس بلدية نزوى رائد الكندي إن زميله سالم المنصوري بدأ العمل.", None),
    ],
)
def test_who_came_before_somebody_had_his_office(text: str, role: str | None) -> None:
    record = read_page(Page(source=text, published="2024-03-05"))
    (found,) = [one for one in record.people if "المنصوري" in one.name]
    former = [one.text for one in known_of(record, found.id).roles if one.former]
    assert former == ([role] if role else [])


@pytest.mark.parametrize(
    ("text", "gender"),
    [
        ("وافتتح المعرض أمس. وقالت المنصوري إن الخزف صناعة محلية.", "f"),
        ("وقال المدرب المنصوري إن الرسوم لن ترفع.", "m"),
        ("وقالت النائبة المنصوري إن الرسوم لن ترفع.", "f"),
        ("زار الوفد بيت المنصوري، المدرب المعروف.", ""),
    ],
)
def test_a_verb_before_a_family_name_tells_the_gender(text: str, gender: str) -> None:
    record = read_page(Page(source=text))
    found = [one for one in record.people if one.name == "المنصوري"]
    assert [known_of(record, one.id).gender for one in found] in ([gender], [] if not gender else [gender])


def test_a_rival_of_the_other_gender_is_none_where_a_verb_tells_it() -> None:
    page = ("word:مناظره", "word:خزف", "place:الرستاق", "place:نزوي", "word:ضمان", "word:فخار")
    one = beside(person("ريم المنصوري", near=page), "فهد المنصوري")
    called = structs.replace(person("المنصوري", near=page), gender="f")
    assert judge(one, called).verdict == "join"
    assert judge(one, structs.replace(called, gender="")).verdict == "propose"
    assert judge(person("فهد المنصوري", near=page), called).verdict != "join"


@pytest.mark.parametrize(
    ("text", "warns"),
    [
        ("قال سالم الكندي إن التأخير لأسباب مالية لا علاقة لها بالجوانب الفنية.", False),
        ("قال التاجر سالم الكندي إنه لا علاقة له بالقاضي سالم الكندي.", True),
        ("قال سالم الكندي إن الأمر تشابه أسماء.", True),
    ],
)
def test_a_page_warns_of_like_names_where_somebody_is_named(text: str, warns: bool) -> None:
    record = read_page(Page(source=text))
    assert ("namesake:" in known_of(record, record.people[0].id).near) is warns


def test_a_page_that_warns_of_like_names_makes_a_join_a_question() -> None:
    known = person("فهد سالم المنصوري", "الطبيب")
    assert judge(known, person("فهد سالم المنصوري", "الطبيب")).verdict == "join"
    assert judge(known, person("فهد سالم المنصوري", "الطبيب", near=("namesake:",))).verdict == "propose"
    assert judge(known, person("فهد سالم المنصوري")).verdict == "join"
    assert judge(known, person("فهد سالم المنصوري", near=("namesake:",))).verdict == "propose"
    named = beside(person("فهد سالم المنصوري", "الطبيب", near=("namesake:",)), "راشد سالم المنصوري")
    assert judge(known, named).verdict == "join"


def test_more_pages_never_join_father_and_child() -> None:
    child, father = person("سامي خالد العمري", "وزير البيئة"), person("خالد العمري", "وزير البيئة")
    more = [person("خالد العمري", "وزير البيئة السابق", day="2024-03-09"), person("العمري", "وزير البيئة")]
    for page in more:
        father = merged(father, page)
        assert judge(child, father).verdict == judge(father, child).verdict == "apart"


@given(
    st.lists(
        st.sampled_from(["رائد", "سالم", "خالد", "بن", "آل", "الكندي", "عبد", "الرحمن", "ابو", "زيد", "Nils", "Hovland"]),
        min_size=1,
        max_size=5,
    ),
    st.lists(
        st.sampled_from(["رائد", "سالم", "خالد", "ولد", "الكندي", "عبدالرحمن", "ابوزيد", "هوفلاند", "نيلس"]), min_size=1, max_size=5
    ),
)
def test_judgement_is_the_same_whichever_comes_first(first: list[str], second: list[str]) -> None:
    a, b = person(" ".join(first), "وزير البيئة"), person(" ".join(second), "المدرب", near=("person:سالم الكندي",))
    assert judge(a, b).verdict == judge(b, a).verdict
    assert {reason.code for reason in judge(a, b).reasons} == {reason.code for reason in judge(b, a).reasons}


def test_two_of_one_page_are_never_one() -> None:
    known = person("فهد سالم المنصوري", "الطبيب")
    page = [person("فهد المنصوري", "الطبيب"), person("فهد سالم المنصوري", "الطبيب")]
    (short,), (full,) = choose(page, [[known], [known]])
    assert (short[1].verdict, full[1].verdict) == ("propose", "join")


def test_who_may_be_two_others_is_asked() -> None:
    two = [person("فهد سالم المنصوري"), person("فهد راشد المنصوري")]
    (row,) = choose([person("فهد المنصوري")], [two])
    assert [found.verdict for _, found in row] == ["propose", "propose"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("رائد سالم الكندي", "رائد الكندي"),
        ("رائد سالم الكندي", "الكندي"),
        ("بوعلام رائد", "رائد بوعلام"),
        ("غيورغ شتراوسهوفر", "جورج ستراوسهوفر"),
        ("Nils Hovland", "نيلس هوفلاند"),
        ("رائد بن شعبان", "رائد بنشعبان"),
    ],
)
def test_whoever_may_be_one_is_found_by_a_key(first: str, second: str) -> None:
    assert set(asks(person(first))) & set(blocks(person(second)))
    assert set(asks(person(second))) & set(blocks(person(first)))


def test_others_have_no_key_in_common() -> None:
    assert not set(asks(person("رائد الكندي"))) & set(blocks(person("سالم الحلبي")))


def test_a_record_tells_latin_forms_roles_and_context() -> None:
    text = "قال المدرب نيلس هوفلاند (Nils Hovland) إن المصنع جاهز. ورحب به وزير الصناعة سالم الكندي قرب الورشات الخزفية."
    record = read_page(Page(source=text, published="2024-03-05"))
    (found,) = [one for one in record.people if one.name == "نيلس هوفلاند"]
    known = known_of(record, found.id)
    assert known.names == ("نيلس هوفلاند", "Nils Hovland")
    assert [role.text for role in known.roles] == ["المدرب"]
    assert "person:سالم الكندي" in known.near
    assert "word:خزف" in known.near
    assert known.published == ("2024-03-05",)


def test_a_record_tells_what_stands_together_near_a_name() -> None:
    text = "قال سالم الكندي إن رسوم العبور في وزارة النقل لن ترفع قبل ستة أشهر."
    record = read_page(Page(source=text))
    (found,) = [one for one in record.people if one.name == "سالم الكندي"]
    assert "رسوم عبور" in known_of(record, found.id).phrases
    assert not {"وزار نقل", "سته اشهر", "سالم كند"} & set(known_of(record, found.id).phrases)


def test_a_record_tells_who_of_like_name_has_which_role() -> None:
    text = "اختلفت الوزيرة ريم المنصوري والقاضي فهد المنصوري أمس. وحضر المدرب نيلس هوفلاند."
    record = read_page(Page(source=text))
    (found,) = [one for one in record.people if one.name == "ريم المنصوري"]
    assert known_of(record, found.id).beside == (Beside("فهد المنصوري", ("القاضي",)),)


def test_a_full_name_counts_as_far_as_the_part_by_which_it_is_called() -> None:
    full = person("رائد سالم شعبان الكندي", "المدرب")
    called = structs.replace(full, names=(*full.names, "شعبان"))
    assert judge(called, person("رائد شعبان", "المدرب")).verdict == "join"
    assert judge(full, person("رائد شعبان", "المدرب")).verdict == "propose"


@pytest.mark.parametrize(
    ("text", "called"),
    [
        ("رفضت جبهة السهل التي تطلق على نفسها اسم «تحالف الأحرار» العرض.", {"تحالف الأحرار"}),
        ("دعت حركة الجبل (أو ما يسمى «أنصار الجبل») إلى الحوار.", {"أنصار الجبل"}),
        ("غيرت هيئة الموانئ اسمها إلى «هيئة الملاحة» أمس.", {"هيئة الملاحة"}),
        ("قالت شركة النهر، المعروفة بجودة خدماتها، إن السعر ثابت.", set()),
        ("رحب اتحاد النجارين، المعروف بمواقفه من وزارة العمل، بالقرار.", set()),
        ("حمل الجيش ما يسمى «مجلس الصحراء» المسؤولية.", set()),
    ],
)
def test_other_names_by_which_a_page_calls_a_body(text: str, called: set[str]) -> None:
    record = read_page(Page(source=text))
    assert {name for one in record.organisations for name in known_of(record, one.id).called} == called


def test_a_clause_tells_by_which_name_somebody_goes() -> None:
    page = Page(
        source="توفي الملحن سليم حسن الراوي. لحن الراوي مئة أغنية، وعرفه الناس باسم سليم الفجر بعد أغنيته.", published="2024-03-01"
    )
    record = read_page(page)
    known = known_of(record, record.people[0].id)
    assert known.called == ("سليم الفجر",)
    assert judge(known, person("سليم الفجر", "الملحن")).verdict == "join"
    assert judge(known, person("سليم الفجر")).verdict == "propose"
    assert judge(known, person("سليم البحر", "الملحن")).verdict == "apart"
    assert set(blocks(known)) & set(asks(person("سليم الفجر")))


def test_a_clause_behind_somebody_else_tells_his_name() -> None:
    text = "توفي الملحن سليم حسن الراوي. وقال المغني ماجد الكندي، وعرفه الناس باسم ماجد الفجر، إن الحفل جاهز."
    record = read_page(Page(source=text, published="2024-03-01"))
    called = {one.name: known_of(record, one.id).called for one in record.people}
    assert called["سليم حسن الراوي"] == ()
    assert called["ماجد الكندي"] == ("ماجد الفجر",)


def test_father_and_son_by_surname_alone_are_those_whom_another_page_tells_so() -> None:
    page = "شكا رائد الهنطاوي من نجله فهد الهنطاوي أمام القاضي."
    record = read_page(Page(source=page, published="2024-03-05"))
    father, son = (known_of(record, one.id) for one in record.people)
    assert (father.age, son.age) == ("elder", "younger")
    called = structs.replace(person("الهنطاوي الأب", day="2024-06-01"), age="elder")
    assert judge(father, called).verdict == "join"
    assert judge(son, called).verdict == "apart"
    assert judge(structs.replace(father, age=""), called).verdict == "propose"


def test_whom_both_pages_name_by_one_word_speaks_for_two() -> None:
    full, called = (
        person("فهد الهنطاوي", near=("person:رائد الشنطوري",)),
        person("الهنطاوي", day="2025-05-01", near=("person:الشنطوري",)),
    )
    assert judge(full, called).verdict == "join"
    assert judge(full, structs.replace(called, near=())).verdict != "join"


def test_a_family_name_of_hardly_anybody_is_enough_for_some_weeks() -> None:
    assert judge(person("فهد الهنطاوي"), person("الهنطاوي", day="2024-03-20")).verdict == "join"
    assert judge(person("فهد الهنطاوي"), person("الهنطاوي", day="2024-03-20"), lambda _: 9).verdict == "propose"
    assert judge(person("فهد الكندي"), person("الكندي", day="2024-03-20")).verdict == "propose"


def found_on(text: str, name: str, day: str = "2024-03-05") -> Known:
    """What a page of one day tells of whoever or whatever has a name there."""
    record = read_page(Page(source=text, published=day))
    return next(known_of(record, one.id) for one in record.named if one.name == name)


@pytest.mark.parametrize(
    ("first", "second", "name", "verdict"),
    [
        ("فتح الجسر في قرية عين السنبل بقضاء الشوف.", "احترق كرم في قرية عين السنبل بقضاء عكار.", "عين السنبل", "propose"),
        ("فتح الجسر في قرية عين السنبل بقضاء الشوف.", "عاد أهالي عين السنبل بقضاء الشوف.", "عين السنبل", "join"),
        ("علقت نقابة الخبازين في صفاقس الإضراب.", "أعلنت نقابة الخبازين في قابس الإضراب.", "نقابة الخبازين", "propose"),
        ("زارت الوفود مخيم السنبل قرب بيروت.", "وصل الوفد إلى مخيم السنبل في عمان.", "مخيم السنبل", "propose"),
    ],
)
def test_where_a_place_or_a_body_lies_tells_which_it_is(first: str, second: str, name: str, verdict: str) -> None:
    assert judge(found_on(first, name), found_on(second, name, "2024-03-07")).verdict == verdict


def test_places_of_two_sides_are_two() -> None:
    east, west = (found_on(f"شب حريق في بلدة دير الساقية {side} أمس.", f"دير الساقية {side}") for side in ("الشرقية", "الغربية"))
    assert judge(east, west).verdict == "apart"


def test_whoever_speaks_after_a_death_is_not_who_died() -> None:
    dead = found_on("توفي اللاعب سالم الكندورا أمس ودفن في القرية.", "سالم الكندورا")
    later = found_on("قال اللاعب سالم الكندورا إن العقد جاهز.", "سالم الكندورا", "2024-05-05")
    assert (dead.died, later.spoke) == ("2024-03-05", "2024-05-05")
    assert judge(dead, later).verdict == "propose"
    assert "after_death" in {reason.code for reason in judge(dead, later).reasons}


def test_whoever_is_told_in_two_offices_is_asked_about() -> None:
    text = "قال قائد السفينة رائد الكندورا إن البحر هادئ. وغادر. وقال طبيب الأسنان رائد الكندورا إن العيادة مغلقة."
    assert "offices:two" in found_on(text, "رائد الكندورا").near


@pytest.mark.parametrize(
    ("first", "second", "verdict"),
    [
        (person("ديفيد براون"), person("دايفيد براون"), "propose"),
        (person("ديفيد ستراوسهوفر"), person("دايفيد شتراوسهوفر"), "join"),
        (person("نيلس هوفلاند"), person("J. Hovland"), "apart"),
        (person("نيلس هوفلاند"), person("N. Hovland"), "propose"),
        (person("كيم جاي هون", near=NEAR), person("جيهون كيم", near=NEAR), "join"),
        (person("حسام الدين الكندورا", near=NEAR), person("حسام الكندورا", near=NEAR), "join"),
        (person("حسام الدين الكندورا"), person("حسام الكندورا"), "propose"),
        (person("محمد ولد السالك"), person("ولد السالك"), "propose"),
        (structs.replace(person("نور الكندورا"), gender="f"), structs.replace(person("نور الكندورا"), gender="m"), "propose"),
    ],
)
def test_names_that_ask_and_names_that_are_found(first: Known, second: Known, verdict: str) -> None:
    assert judge(first, second).verdict == verdict


def test_an_acronym_that_two_bodies_share_is_not_the_name_of_one() -> None:
    cars = body("الاتحاد الوطني للنقل", "UNT")
    cloth = body("الاتحاد الوطني للنسيج", "UNT")
    assert judge(cars, cloth).verdict == "propose"


@pytest.mark.parametrize(
    ("first", "second", "verdict"),
    [
        (person("سالم الظاهري", "محافظ صحار"), person("سالم الضاهري", "محافظ صحار"), "propose"),
        (person("سالم الظاهري", "محافظ صحار"), person("سالم الضاهري", "محافظ صلالة"), "apart"),
        (person("سالم الظاهري", "محافظ صحار"), person("سالم الضاهري"), "apart"),
        (person("سالم الظاهري", "محافظ صحار"), person("سالم الحارثي", "محافظ صحار"), "apart"),
        (person("سالم الظاهري", "محافظ صحار"), person("راشد الضاهري", "محافظ صحار"), "apart"),
    ],
)
def test_names_that_sound_alike_ask_in_one_office(first: Known, second: Known, verdict: str) -> None:
    assert judge(first, second).verdict == judge(second, first).verdict == verdict


# -- whom a page has by an office alone


def officer(role: str, day: str = "2024-03-10", former: bool = False, near: tuple[str, ...] = ()) -> Known:
    return Known(kind="person", names=(role,), roles=(RoleOn(role, former, day),), published=(day,), near=near, officer=True)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("قال محافظ صحار إن السد آمن.", {"محافظ صحار": False}),
        ("رد المحافظ الأسبق على التهم.", {"المحافظ الأسبق": True}),
        ("زار الكاتب العام للوزارة أربع قرى.", {"الكاتب العام للوزارة": False}),
        ("أكد القائم بأعمال محافظ صحار أن السد آمن.", {"القائم بأعمال محافظ صحار": False}),
        ("والتقت مديرة المستشفى وزيرة الصحة.", {"مديرة المستشفى": False, "وزيرة الصحة": False}),
        ("قال محافظ صحار سالم الكندي إن السد آمن.", {}),
        ("قال مسؤول أمني إن السد آمن.", {}),
        ("أرقام قدمتها الوزيرة السابقة في عهد العمدة.", {"الوزيرة السابقة": True, "العمدة": False}),
        ("قالت زميلتها إن السد آمن.", {}),
    ],
)
def test_whom_a_page_has_by_a_definite_office_alone(text: str, found: dict[str, bool]) -> None:
    record = read_page(Page(source=text, published="2024-03-05"))
    assert {one.name: one.roles[0].former for one in officers(record)} == found


@pytest.mark.parametrize(
    ("role", "told", "verdict"),
    [
        ("محافظ صحار", officer("محافظ صحار"), "join"),
        ("محافظ صحار", officer("محافظ صحار", day="2024-04-20"), "propose"),
        ("محافظ صحار", officer("محافظ صحار", day="2024-03-01"), "propose"),
        ("محافظ صحار", officer("محافظ صحار", day="2024-08-20"), "propose"),
        ("محافظ صحار", officer("محافظ صحار", day="2024-11-01"), "apart"),
        ("محافظ صحار", officer("محافظ صحار", near=("person:سالم الكندي",)), "propose"),
        ("محافظ صحار", officer("محافظ صحار السابق", "2025-09-01", former=True), "propose"),
        ("محافظ صحار", officer("محافظ صحار السابق", "2024-03-01", former=True), "apart"),
        ("محافظ صحار", officer("القائم بأعمال محافظ صحار"), "apart"),
        ("محافظ صحار", officer("محافظ صلالة"), "apart"),
        ("محافظ صحار", officer("المحافظ"), "apart"),
        ("محافظ صحار", officer("المحافظ", near=NEAR), "propose"),
        ("وزير العدل", officer("وزير العدل"), "propose"),
        ("وزير العدل", officer("وزير العدل", near=NEAR), "join"),
        ("وزير العدل", officer("وزير العدل", "2024-04-20", near=NEAR), "join"),
        ("وزير العدل", officer("وزير العدل", "2024-03-01", near=NEAR), "propose"),
        ("وزير العدل", officer("وزير العدل", "2024-04-20", near=(*NEAR, "land:OM")), "propose"),
        ("وزير العدل", officer("الوزير السابق", "2025-03-01", former=True, near=NEAR), "join"),
        ("وزير العدل", officer("الوزير السابق", "2025-03-01", former=True), "apart"),
        ("وزير العدل", officer("وزيرة العدل", near=NEAR), "apart"),
        ("سفير السودان", officer("سفير السودان", "2024-04-20", near=NEAR), "propose"),
    ],
)
def test_who_holds_the_office_that_a_page_has_alone(role: str, told: Known, verdict: str) -> None:
    assert judge(person("سالم الكندي", role, near=NEAR), told).verdict == verdict


def test_who_had_left_an_office_before_is_not_told_by_it() -> None:
    left = structs.replace(person("سالم الكندي"), roles=(RoleOn("محافظ صحار", True, "2024-03-05"),))
    assert judge(left, officer("محافظ صحار")).verdict == "apart"
    assert merged(left, officer("محافظ صحار")) == left


def test_what_somebody_was_has_nothing_against_what_he_is() -> None:
    minister, governor = person("محمد صالح", "وزير النقل", near=NEAR), person("محمد صالح", near=NEAR)
    held = structs.replace(governor, roles=(RoleOn("محافظ صحار", True, "2024-03-05"),))
    assert judge(minister, held).verdict == "join"
    assert judge(minister, structs.replace(held, roles=(RoleOn("محافظ صحار", False, "2024-03-05"),))).verdict == "propose"
