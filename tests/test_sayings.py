"""One saying in several pages: what is joined, what never is, and where it appears."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import permutations
from pathlib import Path

import pytest

from qawl.library import Library
from qawl.library.across.said.contents import content_of
from qawl.library.across.said.judging import Told, may_be_same, same_saying
from qawl.library.across.said.matches import matches_of
from qawl.library.across.said.outlines import most_shared, outline_of, packed
from qawl.library.across.said.roots import roots, said_table
from qawl.library.across.said.speakers import Voice, agreement, name_words, names_agree
from qawl.library.across.said.telling import keys_of
from qawl.library.where import moment_of
from qawl.model import Page


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library(tmp_path / "sayings.library", create=True) as library:
        yield library


def add(library: Library, *pages: tuple[str, str, str]) -> None:
    """Pages of day, outlet and text, each under its number."""
    made = [Page(id=f"{day} {outlet}", source=text, kind="text", outlet=outlet, published=day) for day, outlet, text in pages]
    assert all(added.outcome == "added" for added in library.add(made))


def test_a_saying_of_one_page_has_one_appearance(library: Library) -> None:
    add(library, ("2024-05-01", "الجسر", "قال الوزير سامي الراوي إن الميناء سيفتح يوم الأحد."))
    (row,) = library.rows("statements")
    (only,) = library.appearances(row.saying)  # type: ignore[attr-defined]
    assert (only.first, only.differences, only.page.outlet, only.statement.id) == (True, (), "الجسر", row.id)  # type: ignore[attr-defined]


def test_an_unknown_saying_has_no_appearances(library: Library) -> None:
    assert library.appearances("0" * 16) == []


def test_moments_of_several_zones_stand_in_order() -> None:
    times = ["2024-05-01T09:00:00+03:00", "2024-05-01T07:00:00Z", "2024-05-01", "2024-05-02T00:30:00+03:00", "2024-05-02"]
    assert sorted(times, key=moment_of) == [times[0], times[1], times[3], times[2], times[4]]


def sayings(library: Library) -> dict[str, list[str]]:
    """Saying -> the days and outlets of the pages that report it, in the order in which they came."""
    found: dict[str, list[str]] = {}
    for page, saying in library.store.connection.execute(
        "SELECT p.document, f.saying FROM statements f JOIN pages p USING (page) ORDER BY f.row"
    ):
        found.setdefault(saying, []).append(page)
    return found


CLAIM = ("2024-05-01", "الجسر", "قال الوزير سامي الراوي إن الميناء الجديد سيستقبل السفن الكبيرة قبل نهاية العام.")
AGAIN = ("2024-05-01", "المرفأ", "أكد الوزير سامي الراوي أن السفن الكبيرة ستدخل المرفأ الجديد قبل انقضاء السنة.")
DENIAL = ("2024-05-02", "الجسر", "قال الوزير سامي الراوي إن الميناء الجديد لن يستقبل السفن الكبيرة قبل نهاية العام.")
DENIED = ("2024-05-02", "النهر", "نفى الوزير سامي الراوي أن يكون الميناء الجديد سيستقبل السفن الكبيرة قبل نهاية العام.")
OTHERS = (
    ("2024-05-01", "النهر", "قالت المديرة هند الكندي إن الميناء الجديد سيستقبل السفن الكبيرة قبل نهاية العام."),
    ("2024-05-01", "البئر", "قال الوزير سامي الراوي إن رسوم الرسو ستبقى على حالها."),
    ("2024-05-02", "السهل", "قال الوزير سامي الراوي إن المطار الجديد سيستقبل السفن الكبيرة قبل نهاية العام."),
    ("2024-07-09", "البئر", "صباح الثلاثاء: قال الوزير سامي الراوي إن الميناء الجديد سيستقبل السفن الكبيرة قبل نهاية العام."),
)


def test_other_words_are_one_saying(library: Library) -> None:
    add(library, CLAIM, AGAIN)
    assert list(sayings(library).values()) == [["2024-05-01 الجسر", "2024-05-01 المرفأ"]]


@pytest.mark.parametrize("turned", [False, True])
def test_a_number_and_its_correction_are_never_one(library: Library, turned: bool) -> None:
    claim = ("2024-05-01", "الجسر", "قال الوزير سامي الراوي إن كلفة الميناء الجديد بلغت 47 مليون دينار.")
    other = ("2024-05-02", "الجسر", "قال الوزير سامي الراوي إن كلفة الميناء الجديد بلغت 74 مليون دينار، وليس 47 مليون دينار.")
    add(library, *((other, claim) if turned else (claim, other)))
    assert len(sayings(library)) == 2


def test_a_number_is_one_with_what_denies_another_one_beside_it(library: Library) -> None:
    plain = ("2024-05-02", "النهر", "قال الوزير سامي الراوي إن كلفة الميناء الجديد بلغت 74 مليون دينار.")
    other = ("2024-05-02", "الجسر", "قال الوزير سامي الراوي إن كلفة الميناء الجديد بلغت 74 مليون دينار، وليس 47 مليون دينار.")
    add(library, plain, other)
    assert len(sayings(library)) == 1


def test_an_id_that_pages_of_one_saying_share_means_the_first_of_them(library: Library) -> None:
    said = "<p>قال الوزير سامي الراوي إن الميناء الجديد سيستقبل السفن الكبيرة قبل نهاية العام.</p>"
    normal, amp = (f"<html{amp}><body><article>{said}</article></body></html>" for amp in ("", " amp"))
    for source, day, outlet in ((normal, "2024-05-03", "النهر"), (amp, "2024-05-01", "الجسر")):
        list(library.add([Page(source=source, kind="html", outlet=outlet, published=day)]))
    (id,) = {row.id for row in library.rows("statements")}
    assert library.reported(id).told.page.outlet == "الجسر"
    assert [one.page.outlet for one in library.reported(id).appearances] == ["الجسر", "النهر"]


@pytest.mark.parametrize("other", [DENIAL, DENIED, *OTHERS])
def test_what_only_sounds_alike_stays_apart(library: Library, other: tuple[str, str, str]) -> None:
    add(library, CLAIM, other)
    assert len(sayings(library)) == 2


@pytest.mark.parametrize("pages", list(permutations((CLAIM, AGAIN, DENIAL, DENIED))))
def test_a_claim_and_its_denial_are_never_one(library: Library, pages: tuple[tuple[str, str, str], ...]) -> None:
    add(library, *pages)
    claims, denials = ({f"{day} {outlet}" for day, outlet, _ in some} for some in ((CLAIM, AGAIN), (DENIAL, DENIED)))
    assert all(not (claims & set(found) and denials & set(found)) for found in sayings(library).values())


def one(library: Library, where: str) -> str:
    """The id of the statement of a page."""
    (found,) = library.rows("statements", "p.document = ?", (where,))
    return str(found.id)  # type: ignore[attr-defined]


THIRD = (
    "2024-05-02",
    "البئر",
    "كرر الراديو الخبر. وأعلن الوزير سامي الراوي أن الميناء الجديد سيستقبل السفن الكبيرة قبل نهاية العام.",
)


def test_order_of_arrival_makes_no_difference(tmp_path: Path) -> None:
    for number, pages in enumerate(permutations((CLAIM, AGAIN, THIRD))):
        with Library(tmp_path / str(number), create=True) as library:
            add(library, *pages)
            assert len(sayings(library)) == 1


def test_pages_that_are_read_again_find_their_saying(library: Library) -> None:
    add(library, CLAIM, AGAIN, DENIAL)
    before = sayings(library)
    library.reread(all=True)
    assert {saying: sorted(pages) for saying, pages in sayings(library).items()} == {
        saying: sorted(pages) for saying, pages in before.items()
    }


def test_a_statement_with_another_speaker_leaves_its_saying_and_the_others_stay(library: Library) -> None:
    add(library, CLAIM, AGAIN, THIRD)
    (saying,) = sayings(library)
    library.decide(one(library, "2024-05-01 الجسر"), "fix", "speaker", "هند الكندي", who="سلمى")
    found = sayings(library)
    assert sorted(found[saying]) == ["2024-05-01 المرفأ", "2024-05-02 البئر"]
    assert len(found) == 2


def test_a_rejected_statement_is_no_member(library: Library) -> None:
    add(library, CLAIM, AGAIN)
    library.decide(one(library, "2024-05-01 المرفأ"), "reject", who="سلمى")
    assert list(sayings(library).values()) == [["2024-05-01 الجسر"]]


def test_a_saying_goes_on_without_its_founder_and_takes_him_back(library: Library) -> None:
    add(library, CLAIM, AGAIN, THIRD)
    (saying,) = sayings(library)
    (founder,) = library.rows("pages", "p.document = ?", ("2024-05-01 الجسر",))
    library.suppress(page=founder.capture, who="سلمى", why="بطلب")  # type: ignore[attr-defined]
    assert {saying: len(pages) for saying, pages in sayings(library).items()} == {saying: 2}
    library.restore(page=founder.capture, who="سلمى")  # type: ignore[attr-defined]
    assert {saying: len(pages) for saying, pages in sayings(library).items()} == {saying: 3}


def test_a_formula_does_not_collect_statements(library: Library) -> None:
    texts = ("قال الوزير سامي الراوي: «لا تعليق».", "قال الوزير سامي الراوي: «لا تعليق لدينا على ميزانية المدارس الجديدة».")
    add(library, *((f"2024-05-0{day}", "الجسر", text) for day, text in enumerate(texts, 1)))
    add(library, ("2024-06-20", "النهر", "مساء الخميس قال الوزير سامي الراوي: «لا تعليق»."))
    assert all(len(pages) == 1 for pages in sayings(library).values())


def test_two_sentences_are_one_saying_with_the_page_that_joins_them(library: Library) -> None:
    joined = ("2024-05-01", "الجسر", "قالت المديرة هند الكندي إن المكتبة ستفتح يوم السبت وإن الدخول إليها مجاني للتلاميذ.")
    parted = ("2024-05-01", "النهر", "قالت المديرة هند الكندي إن المكتبة ستفتح يوم السبت. وأضافت أن الدخول إليها مجاني للتلاميذ.")
    add(library, joined, parted)
    assert len(sayings(library)) == 1


def test_appearances_stand_in_the_order_of_publishing_with_what_differs(library: Library) -> None:
    add(library, THIRD, CLAIM, AGAIN)
    (saying,) = sayings(library)
    found = library.appearances(saying)
    assert [(one.page.outlet, one.first) for one in found] == [("الجسر", True), ("المرفأ", False), ("البئر", False)]
    assert [bool(one.differences) for one in found] == [False, True, False]


def test_roots_are_those_of_a_family_of_words() -> None:
    for family in ("قال يقول", "ارتفع ارتفاع سيرتفع", "يعود عوده عاد", "ضخه نضخ", "وصول يصل"):
        first, *others = (roots(word) for word in family.split())
        assert all(first & other for other in others), family
    assert not roots("وعد") & roots("عوده")


@pytest.mark.parametrize(
    "name", ["near_synonyms.tsv", "kinds.tsv", "opposites.tsv", "negations.tsv", "parts.tsv", "sounds.tsv", "counting.tsv"]
)
def test_a_table_is_sorted_and_its_examples_hold_its_forms(name: str) -> None:
    rows = said_table(name)
    cells = [list(row.values()) for row in rows]
    assert len({tuple(cell[:-1]) for cell in cells}) == len(cells)
    if name not in ("sounds.tsv", "counting.tsv"):
        assert [cell for cell in cells if cell[0].split("|")[0] not in cell[-1]] == []


def judged(one: str, other: str) -> str:
    """What two wordings of one speaker are on two days in a row."""
    voice = Voice(("سامي", "راوي"), frozenset({"وزير"}), "person", None)
    return same_saying(*(Told(text, voice, date(2024, 5, day), False, None) for day, text in ((1, one), (2, other)))).verdict


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("الحزمة وزعت على ثلاثة آلاف أسرة في الريف", "الحزمة وزعت على 3000 أسرة في الريف"),
        ("إصلاح الخط يتطلب أسبوعا على الأقل", "ترميم الخط يحتاج إلى سبعة أيام في الأقل"),
        ("المصنع متوقف منذ عامين بسبب خلاف مع الشركة", "المعمل متوقف منذ سنتين بسبب نزاع مع الشركة"),
        ("الأشغال تستغرق ستة أشهر في النفق الغربي", "الأشغال في النفق الغربي تستغرق نصف عام"),
        ("الإنتاج هبط 25 في المئة هذا الموسم", "الإنتاج تراجع بمقدار الربع هذا الموسم"),
        ("فتح الممر إلى القرى المعزولة يتطلب أسبوعا", "لن يتأتى دخول القرى المحاصرة قبل سبعة أيام"),
        ("المطحنة توقفت عن العمل بسبب نقص الوقود", "المطحنة لم تعد تعمل بسبب شح المحروقات"),
        ("البئر سجلت أدنى منسوب منذ عشرين عاما", "البئر بلغت منسوبا لم تسجله منذ عقدين هو الأدنى"),
        ("البحر لا يغفر لمن يستهين به", "البحر لا يسامح من يستخف به"),
        ("الغابة تحترق أسرع مما نستطيع إطفاءها", "النيران تلتهم الأشجار بوتيرة تفوق قدرتنا على إخمادها"),
        ("نخيل الواحة يبس نصفه خلال عشرين عاما", "نصف نخيل الواحة يبس خلال عقدين"),
        ("إيرادات الميناء بلغت مئة مليون درهم في الربع الأول", "إيرادات الميناء وصلت إلى 100 مليون درهم"),
        ("الحارس لم يعلم بموعد القطار الأخير", "الحارس لم يعرف موعد القطار الأخير"),
        ("الثلوج ستغطي قمم الجبال مساء الخميس", "قمم الجبال ستكتسي بالثلوج ليلة الجمعة"),
        ("عدم وجود أي نقص في السماد بالمحافظة", "السماد متوافر في جميع مراكز المحافظة"),
        ("المعلمون بلا رواتب منذ خمسة شهور", "الرواتب متأخرة منذ خمسة أشهر"),
        ("الحراس يعملون بلا أجور منذ شهرين", "حراس المتحف لم يتسلموا أجورهم في الشهرين الأخيرين"),
        ("الخزينة قادرة على دفع الأجور كاملة", "في الخزينة ما يكفي لصرف المرتبات كاملة"),
        ("السياحة ستنخفض بسبب الحرب في الجزيرة", "الحرب ستخفض السياحة في الجزيرة"),
        ("المفاوضات لم تحقق أي تقدم", "المفاوضات فشلت في إحراز أي تقدم"),
        ("الحكومة ترفض تعديل قانون الإيجار", "الحكومة لن تعدل قانون الإيجار"),
        ("الشركة تعهدت بإعادة الأموال إلى المودعين قبل نهاية الصيف", "وعدتنا الشركة بأن تعيد إلينا أموالنا قبل انقضاء الصيف"),
        ("سرعة الرياح ستصل إلى 90 كيلومترا في الساعة مساء", "الرياح ستهب مساء بسرعة تسعين كلم/س"),
        ("سجل في السباق 1200 متسابق من ثلاثين دولة", "المشاركون في السباق وعددهم ألف ومئتان ينتمون إلى 30 دولة"),
        ("البلدية ستبدأ بإنارة شوارع المدينة ابتداء من الأحد", "البلدية ستنير شوارع المدينة اعتبارا من الأحد"),
    ],
)
def test_what_is_told_in_other_words_and_numbers_is_one(one: str, other: str) -> None:
    assert judged(one, other) == "same"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("المستشفى سيضيف أربعين سريرا لقسم الأطفال في الشتاء", "أطباء المستشفى في قسم الأطفال أضربوا عن العمل"),
        ("العمال تسلموا رواتبهم عن شهر مارس من المصنع", "العمال سيطردون من المصنع إن أضربوا"),
        ("ميناء البصرة يستقبل سفن القمح كل يوم", "سفن القمح في ميناء البصرة تتأخر بسبب الوثائق"),
        ("مدارس الريف تحتاج معلمين للرياضيات", "معلمو الرياضيات في مدارس الريف حصلوا على مكافأة"),
        ("شركة الكهرباء ستقطع التيار عن الأحياء المدينة لها", "شركة الكهرباء ستركب عدادات ذكية في الأحياء"),
    ],
)
def test_the_same_things_that_do_something_else_are_no_saying(one: str, other: str) -> None:
    assert judged(one, other) == judged(other, one) == "apart"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("الحريق أودى بحياة ثلاثة عمال في المصنع القديم", "الحريق أودى بحياة عاملين في المصنع القديم"),
        ("شخصا واحدا قضى في انهيار المبنى", "أربعة أشخاص قضوا في انهيار المبنى"),
        ("الفريق سجل هدفين في الشوط الأخير", "الفريق سجل هدفا في الشوط الأخير"),
        ("اثنين من الحراس أصيبا في الهجوم", "أربعة من الحراس أصيبوا في الهجوم"),
        ("ثلاثين جريحا وصلوا إلى المستشفى بعد انهيار السقف", "ثلاثين جثة وصلت إلى المستشفى بعد أن انهار سقف السوق"),
        ("الصادرات تضاعفت مرتين خلال العام الماضي", "الصادرات تضاعفت ثلاث مرات خلال العام الماضي"),
        ("معظم الأسر تسلمت المساعدات الشتوية", "نصف الأسر فقط تسلمت المساعدات الشتوية"),
        ("إصلاح الخط يستغرق أسبوعا", "إصلاح الخط يستغرق ثلاثة أسابيع"),
        ("الشحنة الثانية من القمح ستصل الأسبوع المقبل", "ستصل في الأسبوع المقبل الشحنة الرابعة من القمح"),
        ("الدفعة الأولى من الحجاج تغادر الأحد", "الدفعة الأولى من الحجاج تغادر الثلاثاء"),
        ("المفاوضات مع الشركة توقفت منذ الشهر الماضي", "المفاوضات مع الشركة لم تتوقف منذ الشهر الماضي"),
        ("الجسر يحتمل الشاحنات الثقيلة", "الجسر يعجز عن حمل الشاحنات الثقيلة"),
        ("الحريق تحت السيطرة في غابات الشمال", "الحريق خرج عن السيطرة في غابات الشمال"),
        ("البلدية ستدعم السكر للأسر الفقيرة", "البلدية سترفع الدعم عن سكر الأسر الفقيرة"),
        ("الجزيرة خالية من الأفاعي السامة", "الجزيرة فيها أفاع سامة"),
        ("النادي سيتعاقد مع مدافع جديد", "النادي سيتعاقد مع لاعبين جدد"),
        ("المدير وعد بإصلاح المصعد القديم", "المدير تراجع عن وعده بإصلاح المصعد القديم"),
        ("الدواء سيصل خلال أسبوع إلى كل المستشفيات", "الدواء لن يصل قبل أسبوع إلى كل المستشفيات"),
        ("الطريق سيفتح بعد سبعة أيام", "الطريق لن يفتح قبل سبعة أيام"),
        ("فريقه سيلعب مباراة الغد بخطة هجومية", "فريقه تدرب على الضربات الثابتة قبل مباراة الغد"),
        ("قبول المجلس مقترح الصيادين", "رفض المجلس مقترح الصيادين"),
        ("الثلوج ستغطي المرتفعات يوم الخميس", "الثلوج ستغطي المرتفعات يوم الجمعة"),
        ("ما من شاحنة عبرت الحدود أمس", "ثلاث شاحنات عبرت الحدود أمس"),
        ("ما من طالب سيرسب هذه السنة", "الطلاب سيرسبون هذه السنة"),
        ("لا أحد من السكان عاد إلى بيته", "السكان عادوا إلى بيوتهم"),
        ("ما من موظف تسلم راتبه حتى المدير", "الموظفون تسلموا رواتبهم"),
        ("المياه لم تصل حتى إلى المشافي", "المياه وصلت إلى المشافي"),
        ("يستحيل أن تفتح المدرسة أبوابها يوم الأحد", "المدرسة تفتح أبوابها يوم الأحد"),
        ("تعذر وصول الإسعاف إلى القرية", "الإسعاف وصل إلى القرية"),
        ("قلما تصل المياه إلى الحي الشرقي", "المياه تصل إلى الحي الشرقي"),
        ("المستشفى رفض استقبال الجرحى", "المستشفى استقبل الجرحى"),
        ("كل طرق المحافظة مفتوحة أمام الشاحنات", "طريق الجبل في المحافظة مفتوح أمام الشاحنات"),
        ("جميع المستشفيات تعمل رغم نقص الوقود", "مستشفى الأطفال يعمل رغم نقص الوقود"),
        ("السدود امتلأت في كل الأقاليم", "سد الوادي امتلأ بعد أمطار السبت"),
        ("المحاصيل تضررت كثيرا من الصقيع", "محصول اللوز تضرر كثيرا من الصقيع"),
    ],
)
def test_other_numbers_days_and_what_is_denied_stay_apart(one: str, other: str) -> None:
    assert judged(one, other) == judged(other, one) == "conflict"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("الحصبة تنتشر في المخيمات", "حملة التلقيح ضد الحصبة تبدأ في المدارس"),
        ("صرف رواتب المتقاعدين قبل العيد", "إلغاء ضريبة الدخل على المتقاعدين"),
    ],
)
def test_one_word_in_common_is_only_the_topic(one: str, other: str) -> None:
    assert judged(one, other) == "apart"


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [
        ("تشانغ وي مين", "شانغ وي مين", True),
        ("خوسيه خيمينيز", "خوسيه خيمينيث", True),
        ("يوهان ليندستروم", "يوهان لندشتروم", True),
        ("بيتر نوفاك", "بيتر نوفوتني", False),
        ("يان كوفاتش", "ماريا كوفاتش", False),
        ("سامي الراوي", "سامي الراشدي", False),
    ],
)
def test_foreign_names_are_one_however_desks_write_their_sounds(one: str, other: str, agree: bool) -> None:
    assert names_agree(name_words(one), name_words(other)) is agree


OFFICES = (
    ("الناطق باسم الجيش", "المتحدث العسكري", True),
    ("رئيس الحكومة", "رئيس الوزراء", True),
    ("رئيس نقابة المعلمين", "نقيب المعلمين", True),
    ("نائب مدير الميناء", "مدير الميناء", False),
    ("المتحدث باسم الجيش", "المتحدث باسم الشرطة", False),
    ("المدير السابق", "المدير الحالي", False),
)


@pytest.mark.parametrize(("role", "office", "agree"), OFFICES)
def test_an_office_alone_is_that_of_whom_another_page_names(role: str, office: str, agree: bool) -> None:
    named = Voice(name_words("سالم الكندي"), frozenset(name_words(role)), "person", None, frozenset(), role)
    alone = Voice(name_words(office), frozenset(name_words(office)), "unnamed", None, frozenset(), office)
    assert agreement(named, alone) == agreement(alone, named) == ("perhaps" if agree else "other")


def test_a_body_speaks_for_whoever_is_called_by_it() -> None:
    named = Voice(name_words("سالم الكندي"), frozenset(name_words("نقيب الأطباء")), "person", None)
    body = Voice(name_words("نقابة الأطباء"), frozenset(), "organisation", None)
    assert agreement(named, body) == "perhaps"
    assert agreement(named, body._replace(name=name_words("نقابة المعلمين"))) == "other"


def test_a_look_beforehand_lets_pass_what_may_be_one() -> None:
    """Words by stem, root or sense are enough for it; in one article somebody may be named where the other print names nobody."""
    named, nobody = Voice(name_words("سالم الكندي"), frozenset(), "person", None), Voice((), frozenset(), None, None)
    a = Told("سيفتح الجسر القديم أمام الشاحنات الثقيلة بعد ترميم أعمدته", named, date(2024, 5, 1), False, "article")
    b = a._replace(voice=nobody)
    assert same_saying(a, b).verdict == "same"
    looked_at = outline_of(a.content)
    assert may_be_same(looked_at, packed(content_of("فتح الجسر أمام شاحنات ثقيلة")))
    assert not may_be_same(looked_at, packed(content_of("ارتفعت أسعار الخبز في الأسواق")))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("سيفتح الجسر أمام 40 شاحنة خلال سبعة أيام", "تعبر 40 حافلة الجسر بعد أسبوع"),
        ("لن يرتفع سعر الخبز", "سينخفض ثمن الرغيف قليلا"),
        ("وصلت ثلاث سفن إلى الميناء", "رست السفن في المرفأ"),
        ("نمت الصادرات", "أقيم مهرجان الربيع في الحديقة"),
    ],
)
def test_a_look_never_tells_less_than_what_two_wordings_share(one: str, other: str) -> None:
    a, b = content_of(one), content_of(other)
    found, looks = matches_of(a, b), most_shared(outline_of(a), packed(b))
    assert all(most >= one - 1e-6 for most, one in zip(looks, (found.of_both, found.share, found.weight), strict=True))


def test_a_foreign_name_leads_to_its_other_spellings() -> None:
    here, there = (
        keys_of(Told(text, Voice(name_words(name), frozenset(), "person", None), None, False, None)) for name, text in TOLD
    )
    assert set(here) & set(there)


TOLD = (("تشوي مين", "المدينة تشيخ"), ("شوي مين هو", "القرى تهرم"))


def test_an_outline_goes_with_its_statement(library: Library) -> None:
    add(library, CLAIM, AGAIN)
    (capture, *_) = [row.capture for row in library.rows("statements")]
    kept = "SELECT count(*) FROM outlines WHERE statement IN (SELECT row FROM statements)"
    assert library.store.connection.execute(kept).fetchone()[0] == 2
    library.suppress(page=capture, who="ليلى", why="خطأ")
    assert library.store.connection.execute("SELECT count(*) FROM outlines").fetchone()[0] == 1
