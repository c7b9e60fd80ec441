"""Plain text: kept exactly as given, with the role of each of its lines."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from qawl.model import Document, Page, Unreadable
from qawl.pages import open_pages, read_document
from qawl.pages.chrome import chrome_role
from qawl.pages.text import roles, text_lines
from qawl.tables import table

TITLE = "حديقة الميناء تعود إلى أهل الواحة"
LEAD = "أعلنت بلدية الواحة أن حديقة الميناء ستفتح أبوابها للزوار بعد عامين من أعمال الترميم المتواصلة."
FIRST = "وقالت رئيسة البلدية هناء الدلال إن الدخول سيكون مجانيا في الشهر الأول، مضيفة أن المقاعد جديدة كلها."
SECOND = "وأوضح المهندس سامي البحري أن العمال زرعوا ثلاثمئة شجرة، وأن السقاية ستعتمد على مياه الأمطار وحدها."
COOKIES = "هذا الموقع يستخدم ملفات تعريف الارتباط. اضغط هنا إن كنت موافقا على ذلك."


def sources_of(document: Document) -> dict[str, str]:
    """Where what is known of a page came from, as it stands in the record."""
    told: dict[str, str] = msgspec.to_builtins(document.sources)
    return told


def read(text: str, **known: str) -> Document:
    return read_document(Page(source=text, kind="text", **known))  # type: ignore[arg-type]


def roles_of(text: str, **known: str) -> list[str]:
    return [part.role for part in read(text, **known).parts]


def test_a_page_with_its_chrome() -> None:
    text = f"الرئيسية\n\n{TITLE}\n\nتابعوا أخبار الواحة على تلغرام\n{LEAD}\n\n"
    text += f"عن المقاعد\n\n{FIRST}\n{SECOND}\n\n{COOKIES}\n"
    assert roles_of(text) == ["chrome", "title", "chrome", "lead", "heading", "body", "body", "chrome"]
    assert read(text).text == text
    assert read(text).title == TITLE
    assert sources_of(read(text)) == {"title": "visible"}


def test_every_line_is_in_one_part() -> None:
    text = f"  {TITLE}  \r\n\r\n{LEAD}\r\n{FIRST}\r\n"
    document = read(text)
    assert [text[part.start : part.end] for part in document.parts] == [TITLE, LEAD, FIRST]
    assert document.blocks == ()


def test_a_given_title_is_found_in_the_text_and_wins() -> None:
    document = read(f"{TITLE}\n{LEAD}\n{FIRST}", title=TITLE + "!")
    assert [part.role for part in document.parts] == ["title", "lead", "body"]
    assert (document.title, sources_of(document)) == (TITLE + "!", {"title": "given"})


def test_what_the_caller_knows_is_kept_with_its_source() -> None:
    document = read(LEAD, published="2021-05-03", outlet="صحيفة الواحة", url="https://waha.example/1")
    assert (document.published, document.outlet, document.url) == ("2021-05-03", "صحيفة الواحة", "https://waha.example/1")
    assert sources_of(document) == {"published": "given", "outlet": "given"}


def test_a_date_that_is_none_is_not_taken() -> None:
    assert read(LEAD, published="2021-02-30").published is None
    assert read(LEAD, published="yesterday").published is None


@pytest.mark.parametrize("line", ["القاهرة - الواحة", "القاهرة (وكالة الواحة)", "القاهرة، مصر --", "القاهرة:"])
def test_a_dateline_is_no_title(line: str) -> None:
    assert roles_of(f"{line}\n\n{LEAD}\n{FIRST}")[0] != "title"


@pytest.mark.parametrize("line", [LEAD, TITLE, COOKIES, "مباشر من الميناء"])
def test_a_single_line_is_body(line: str) -> None:
    assert roles_of(line) == ["body"]


def test_a_list_of_other_articles_is_related() -> None:
    text = f"{LEAD}\n{FIRST}\nاقرأ أيضا:\nافتتاح سوق السمك الجديد\nعودة القوارب إلى المرفأ\n\n{SECOND}"
    assert roles_of(text) == ["body", "body", "related", "related", "related", "body"]


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("شاهد | سالم الكندي يغادر الملعب", "related"),
        ("شاهد الجمهور سالم الكندي | الواحة", "body"),
        ("تابع: لن نغادر الملعب", "body"),
    ],
)
def test_a_word_and_a_bar_lead_to_another_article(line: str, role: str) -> None:
    assert roles_of(f"{LEAD}\n{FIRST}\n{line}\n{SECOND}")[2] == role


def test_a_stamp_is_chrome() -> None:
    text = f"{TITLE}\n\nنشر في 3 مايو 2021 الساعة 10:20\n{LEAD}\n{FIRST}\nآخر تحديث: 12:45 مساء"
    assert roles_of(text) == ["title", "chrome", "lead", "body", "chrome"]


def test_a_short_line_above_a_paragraph_is_a_heading_only_where_it_stands_alone() -> None:
    assert roles_of(f"{LEAD}\n\nمقاعد جديدة\n{FIRST}") == ["body", "heading", "body"]
    assert roles_of(f"{LEAD}\nمقاعد جديدة\n{FIRST}") == ["body", "body", "body"]
    assert roles_of(f"{LEAD}\n\nقالت هناء الدلال:\n{FIRST}") == ["body", "body", "body"]
    assert roles_of(f"{LEAD}\n\nمقاعد جديدة") == ["body", "body"]


@pytest.mark.parametrize(
    "line",
    [
        LEAD,
        "تابعوا السير حتى آخر الشارع ثم انتظروا أمام البوابة الكبيرة كي تبدأ الجولة.",
        "مباشر من الميناء وصلت السفينة الأولى",
        'وقالت الشركة: "نستخدم ملفات تعريف الارتباط لنعرف ما يريده الزبائن".',
        "نشر في العاصمة كتاب جديد عن تاريخ الموانئ القديمة وأهلها.",
        "المزيد من الأخبار السيئة ينتظر التجار في نهاية العام.",
        "شارك في الاجتماع وزراء من سبع دول.",
        "اقرأ أيضا ما كتبته الصحيفة قبل عام عن الحديقة وعن الأشجار التي قطعت فيها بلا سبب معروف حتى اليوم.",
        "بحث الوزيران التعاون في مجال النقل.",
        "صورة: وكالة الواحة",
    ],
)
def test_a_line_of_an_article_is_never_chrome(line: str) -> None:
    assert chrome_role(line) is None


@pytest.mark.parametrize("row", table("chrome.tsv"), ids=lambda row: row["form"])
def test_every_row_of_the_table_fires_on_its_example(row: dict[str, str]) -> None:
    assert chrome_role(row["example"]) == row["role"]


def test_roles_of_no_lines() -> None:
    assert roles(text_lines(""), None) == ()


def test_letters_of_another_language() -> None:
    cases = {
        "language": [
            "The harbour garden was opened again on Sunday.",
            "شهردار گفت که باغ قدیمی شهر پس از دو سال کار دوباره باز می‌شود و همه می‌توانند رایگان به آن بیایند. او"
            " افزود که کارگران سیصد درخت کاشته‌اند و آبیاری تنها با آب باران انجام خواهد شد.",
            "میئر نے کہا کہ شہر کا پرانا باغ دو سال کے کام کے بعد دوبارہ کھل رہا ہے اور سب لوگ وہاں مفت آ سکتے ہیں۔ "
            " انہوں نے مزید کہا کہ مزدوروں نے تین سو درخت لگائے ہیں۔",
        ],
        "no_article": ["123 456 …", "😀 😀\n— ٣"],
    }
    for code, texts in cases.items():
        for text in texts:
            with pytest.raises(Unreadable) as caught:
                read(text)
            assert caught.value.code == code


def test_under_twenty_words_the_script_alone_decides() -> None:
    assert read("باغ قدیمی شهر دوباره باز شد").text


def test_arabic_with_a_persian_keyboard_is_arabic() -> None:
    text = f"{LEAD} {FIRST} {SECOND}".replace("ي", "ی").replace("ك", "ک")
    assert read(text).text == text


@pytest.mark.parametrize("text", ["", " \n\t", "\ufeff"])
def test_an_empty_text(text: str) -> None:
    with pytest.raises(Unreadable, match="empty"):
        read(text)


def test_half_a_character() -> None:
    with pytest.raises(Unreadable, match="surrogate"):
        read(LEAD + "\ud800")


@pytest.mark.shared
def test_the_seed_page(shared: Path) -> None:
    document = read_document(next(open_pages([str(shared / "seed" / "page.txt")])))
    lines = {document.text.count("\n", 0, part.start) + 1: part.role for part in document.parts}
    assert {n for n, role in lines.items() if role == "chrome"} == {1, 5, 28}
    assert {n for n, role in lines.items() if role == "heading"} == {12, 16, 22}
    assert (lines[3], lines[6]) == ("title", "lead")
