"""Whether a page is one that the library has already: copies in all their forms, and what only looks like one."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qawl.library import Library, LibraryError
from qawl.library.across.sketches import LONG, sketch_of
from qawl.model import Page

STORY = (
    "أعلنت بلدية الرمانة صباح الاثنين أن جسر المشاة الجديد فوق السكة سيفتح أمام الأهالي قبل عيد الربيع.\n"
    "وقال رئيس البلدية نبيل العكاري إن الجسر كلف أربعين مليون ليرة، وإن المصابيح ركبت على جانبيه كلها.\n"
    "وذكرت المعلمة رباب السيد أن تلاميذها كانوا يعبرون القضبان كل يوم خوفا من التأخر عن الدرس.\n"
    "وكان الجسر القديم قد هدم في الخريف بعد أن مالت أعمدته."
)
FIRST, SECOND, THIRD, LAST = STORY.split("\n")
EDITED = STORY.replace("صباح الاثنين", "اليوم").replace("كلف أربعين", "كلف 40").replace("وذكرت المعلمة", "وأضافت المعلمة")
REWORDED = (
    "أفادت بلدية الرمانة الاثنين أن جسر المشاة الحديث فوق السكة سيفتح أمام الأهالي قبل عيد الربيع.\n"
    "وصرح رئيس البلدية نبيل العكاري إن الجسر كلف أربعين مليون ليرة، وإن الإنارة ركبت على جانبيه كلها.\n"
    "وروت المعلمة رباب السيد أن تلاميذها كانوا يعبرون القضبان كل يوم خوفا من التأخر عن الدرس.\n"
    "وكان الجسر السابق قد هدم في الخريف بعد أن مالت أعمدته."
)
MENUS = "الرئيسية | محليات | رياضة | طقس\n{}\nجميع الحقوق محفوظة"
OTHER_MENUS = "القائمة | بحث | تابعنا\n{}\nاقرأ أيضا: موسم المشمش يبدأ باكرا"
AMONG = (
    "شهد الأسبوع في مدن الساحل أخبارا كثيرة، منها تدشين معمل للصابون في القلعة.\n{}\n"
    "أما في المينا فقد اشتكى الصيادون من غلاء الشباك، ووعدتهم الغرفة بقروض صغيرة بلا فوائد."
)
COPIES = {
    "itself": STORY,
    "spelt otherwise": STORY.replace("أ", "ا").replace("إ", "ا").replace("ة", "ه"),
    "prefixed": f"الرمانة نيوز - صوت المدينة\nكتب المحرر في 4 آذار\n{STORY}",
    "sent by an agency": f"الرمانة (وكالة السهل) - {STORY}\n(انتهى)",
    "edited a little": EDITED,
    "edited more": REWORDED,
    "halved": f"{FIRST}\n{SECOND}",
    "embedded": AMONG.format(STORY),
    "between menus": MENUS.format(STORY),
    "between other menus": OTHER_MENUS.format(STORY),
    "without a paragraph": f"{FIRST}\n{SECOND}\n{LAST}",
}
NEAR = {
    "denied": STORY.replace("أعلنت بلدية الرمانة صباح الاثنين أن", "نفت بلدية الرمانة صباح الاثنين أن"),
    "negated": STORY.replace("سيفتح أمام", "لن يفتح أمام"),
    "with another number": STORY.replace("أربعين مليون", "تسعين مليون"),
    "of another day": STORY.replace("صباح الاثنين", "صباح الخميس"),
    "by another man": STORY.replace("نبيل العكاري", "وليد البيطار"),
    "with another outcome": STORY.replace("سيفتح أمام", "سيغلق أمام"),
    "corrected": f"تصويب: {STORY.replace('قبل عيد الربيع', 'قبل عيد الربيع بأسبوع خلافا لما نشر')}",
    "of the next day": (
        "عبر مئات الأهالي جسر الرمانة الجديد في يومه الأول، ووزعت البلدية الحلوى على التلاميذ عند مدخله.\n"
        "وطلب أصحاب الدكاكين سقفا يقي المارة من الشمس، فوعدهم المهندس بدراسة الأمر.\n" + LAST
    ),
    "by another writer": (
        "بين ضفتي السكة في الرمانة كانت الحياة تتوقف كلما مر القطار. اليوم يلمع فوقها جسر من حديد دفعت البلدية ثمنه "
        "أربعين مليون ليرة. تقول رباب السيد، المعلمة، إنها ستكف عن عد تلاميذها عند كل صفير."
    ),
}
WEATHER = (
    "يكون الجو غدا {} معتدلا على الساحل وباردا في الجبال، والرياح غربية خفيفة.\nوتبلغ الحرارة العظمى {} درجة في السهل "
    "والصغرى {} درجات في القمم.\nوينصح الملاحون بالبقاء قرب الشاطئ حتى المساء."
)


def page(name: str, text: str, **known: Any) -> Page:
    return Page(id=name, source=text, kind="text", **known)


def articles(folder: Path, *pages: Page) -> dict[str, str]:
    """The article of each page, added one after the other."""
    with Library(folder, create=True) as library:
        assert [added for added in library.add(pages) if added.outcome != "added"] == []
        return told(library)


def told(library: Library) -> dict[str, str]:
    return {row.document: row.article for row in library.rows("pages")}  # type: ignore[attr-defined]


def are_one(folder: Path, *texts: str) -> bool:
    """Whether pages are one article in either order."""
    pages = [page(str(number), f"{text}\n" if text in texts[:number] else text) for number, text in enumerate(texts)]
    found = [set(articles(folder / str(number), *order).values()) for number, order in enumerate((pages, pages[::-1]))]
    assert len(found[0]) == len(found[1])
    return len(found[0]) == 1


@pytest.mark.parametrize("kind", COPIES)
def test_a_copy_is_the_same_article(tmp_path: Path, kind: str) -> None:
    assert are_one(tmp_path, STORY, COPIES[kind])


@pytest.mark.parametrize("kind", NEAR)
def test_what_looks_like_a_copy_is_another_article(tmp_path: Path, kind: str) -> None:
    assert not are_one(tmp_path, STORY, NEAR[kind])


def test_the_same_form_with_other_matter_is_another_article(tmp_path: Path) -> None:
    assert not are_one(tmp_path, WEATHER.format("الاثنين", 24, 7), WEATHER.format("الثلاثاء", 26, 7))
    assert are_one(tmp_path / "again", WEATHER.format("الاثنين", 24, 7), MENUS.format(WEATHER.format("الاثنين", 24, 7)))


def test_the_same_form_on_another_town_is_another_article(tmp_path: Path) -> None:
    outage = (
        "تنقطع المياه غدا عن أحياء مدينة {} من الصباح حتى المساء بسبب صيانة الخزان.\nوتدعو المؤسسة الأهالي إلى ملء خزاناتهم الليلة."
    )
    assert not are_one(tmp_path, outage.format("حلب"), outage.format("حمص"))


def test_a_page_of_one_address_with_a_number_brought_up_to_date_is_the_same(tmp_path: Path) -> None:
    newer = STORY.replace("أربعين مليون", "خمسين مليون")
    same = articles(tmp_path / "same", page("1", STORY, url="https://a.example/1"), page("2", newer, url="https://a.example/1"))
    other = articles(tmp_path / "other", page("1", STORY, url="https://a.example/1"), page("2", newer, url="https://a.example/2"))
    assert (len(set(same.values())), len(set(other.values()))) == (1, 2)


@pytest.mark.parametrize("order", list(permutations(range(4))))
def test_the_order_of_arrival_makes_no_wrong_join(tmp_path: Path, order: tuple[int, ...]) -> None:
    """What a page and its denial have in common is like both; it is one article with at most one of them."""
    texts = [STORY, NEAR["denied"], EDITED, f"{SECOND}\n{THIRD}\n{LAST}"]
    found = articles(tmp_path, *(page(str(number), texts[number]) for number in order))
    assert found["0"] != found["1"] != found["2"]
    assert found["0"] == found["2"]


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_a_digest_does_not_make_one_article_of_what_it_holds(tmp_path: Path, order: tuple[int, ...]) -> None:
    other = WEATHER.format("الاثنين", 24, 7)
    texts = [STORY, other, AMONG.format(f"{STORY}\n{other}")]
    found = articles(tmp_path, *(page(str(number), texts[number]) for number in order))
    assert found["0"] != found["1"]


def test_an_article_has_the_id_of_the_page_that_came_first(tmp_path: Path) -> None:
    with Library(tmp_path / "library", create=True) as library:
        list(library.add([page("first", STORY), page("second", EDITED), page("third", COPIES["halved"])]))
        (first,) = library.rows("pages", "p.document = 'first'")
        assert set(told(library).values()) == {first.capture[:16]}  # type: ignore[attr-defined]


def test_a_page_that_is_read_again_keeps_its_article(tmp_path: Path) -> None:
    with Library(tmp_path / "library", create=True) as library:
        list(library.add([page("1", STORY), page("2", EDITED), page("3", NEAR["denied"]), page("4", COPIES["embedded"])]))
        before = told(library)
        list(library.reread(all=True))
        assert told(library) == before


def test_without_the_first_page_the_others_are_still_one_article(tmp_path: Path) -> None:
    with Library(tmp_path / "library", create=True) as library:
        list(library.add([page("1", STORY, url="https://a.example/1"), page("2", EDITED), page("3", COPIES["prefixed"])]))
        article = told(library)["1"]
        (first,) = library.rows("pages", "p.document = '1'")
        library.suppress(page="https://a.example/1", who="ن", why="طلب")
        assert told(library) == {"2": article, "3": article}
        list(library.add([page("4", COPIES["embedded"])]))
        assert told(library)["4"] == article
        library.restore(page=first.capture, who="ن")  # type: ignore[attr-defined]
        assert set(told(library).values()) == {article}


def test_nothing_of_a_suppressed_page_is_left_that_finds_it(tmp_path: Path) -> None:
    with Library(tmp_path / "library", create=True) as library:
        list(library.add([page("1", STORY, url="https://a.example/1")]))
        assert library.store.connection.execute("SELECT count(*) FROM shingles").fetchone()[0] > 0
        library.suppress(page="https://a.example/1", who="ن", why="طلب")
        assert library.store.connection.execute("SELECT count(*) FROM shingles").fetchone()[0] == 0


def test_the_copies_of_a_page_stand_in_the_order_of_time(tmp_path: Path) -> None:
    with Library(tmp_path / "library", create=True) as library:
        list(
            library.add(
                [
                    page("evening", EDITED, published="2024-03-04T20:00:00+02:00", outlet="السهل"),
                    page("noon", COPIES["halved"], published="2024-03-04T11:30:00Z", outlet="الميناء"),
                    page("eve", STORY, published="2024-03-03", outlet="الجسر"),
                    page("undated", COPIES["prefixed"]),
                    page("another", WEATHER.format("الاثنين", 24, 7)),
                ]
            )
        )
        (asked,) = library.rows("pages", "p.document = 'eve'")
        found = library.copies(asked.capture)  # type: ignore[attr-defined]
        assert [copy.page.document for copy in found] == ["eve", "noon", "evening", "undated"]
        assert [copy.page.outlet for copy in found[:3]] == ["الجسر", "الميناء", "السهل"]
        shares = {copy.page.document: copy.share for copy in found}
        assert shares["eve"] == shares["undated"] == 1.0
        assert 0.4 < shares["noon"] < 0.8 < shares["evening"] < 1
        with pytest.raises(LibraryError):
            library.copies("0" * 64)


def test_many_pages_of_one_form_and_one_story_are_told_apart(tmp_path: Path) -> None:
    """What hundreds have in common leads to a few of them only, and the copy of one is found all the same."""
    days = [page(f"day-{number}", WEATHER.format("الاثنين", 100 + number, 2000 + number)) for number in range(60)]
    prints = [page(f"print-{number}", f"صحيفة البلدة {number}\n{STORY}") for number in range(60)]
    late = [page("late", MENUS.format(WEATHER.format("الاثنين", 155, 2055))), page("last", EDITED)]
    found = articles(tmp_path, *days, *prints, *late)
    assert len({found[one.id] for one in days}) == len(days)
    assert len({found[one.id] for one in (*prints, late[1])}) == 1
    assert found["late"] == found["day-55"]


@settings(max_examples=15, deadline=None)
@given(words=st.lists(st.sampled_from(STORY.split()), min_size=1, max_size=120))
def test_a_page_under_two_addresses_is_one_article(tmp_path_factory: pytest.TempPathFactory, words: list[str]) -> None:
    text = " ".join(words)
    pages = [page("1", text, url="https://a.example/1"), page("2", f"{text} ", url="https://m.a.example/1/amp")]
    found = articles(tmp_path_factory.mktemp("library") / "library", *pages)
    assert len(set(found.values())) == 1


WORDS = st.lists(st.integers(0, 400).map(str), max_size=LONG)


@given(run=st.lists(st.integers(0, 400).map(str), min_size=11), before=WORDS, behind=WORDS)
def test_texts_that_share_eleven_words_share_a_hash(run: list[str], before: list[str], behind: list[str]) -> None:
    assert sketch_of(run) & sketch_of([*before, *run, *behind])
    assert len(sketch_of(behind)) <= max(1, len(behind))
