"""The article of an HTML page: its blocks and their roles, and pages that have none."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import msgspec
import pytest

import qawl.pages.main_text as main_text
from qawl.model import Document, Page, Unreadable
from qawl.pages import open_pages, read_document
from qawl.pages.decode import decode
from qawl.pages.extractor import Votes
from qawl.pages.html import looks_like_html

SAMPLES = sorted((Path(__file__).parent.parent / "qawl" / "samples").glob("*.html"))
LEAD = "أعلنت بلدية الواحة أن حديقة الميناء ستفتح أبوابها للزوار بعد عامين من أعمال الترميم المتواصلة."
FIRST = "وقالت رئيسة البلدية هناء الدلال إن الدخول سيكون مجانيا في الشهر الأول، مضيفة أن المقاعد جديدة كلها."
SECOND = "وأوضح المهندس سامي البحري أن العمال زرعوا ثلاثمئة شجرة، وأن السقاية ستعتمد على مياه الأمطار وحدها."
THIRD = "ومن المقرر أن يحضر الافتتاح وفد من المدن المجاورة، وفق ما جاء في بيان وزعته البلدية مساء الأحد."
WRAPPED = LEAD.replace(" ستفتح", "\n   ستفتح")
TITLE = "حديقة الميناء تعود إلى أهل الواحة"


def read(html: str, **known: str) -> Document:
    return read_document(Page(source=html, kind="html", **known))  # type: ignore[arg-type]


def blocks(document: Document) -> list[tuple[str, str]]:
    return [(part.role, document.text[part.start : part.end]) for part in document.parts]


def page(body: str, head: str = "") -> str:
    return f"<!doctype html><html><head><title>{TITLE} - صحيفة الواحة</title>{head}</head><body>{body}</body></html>"


ARTICLE = f"<h1>{TITLE}</h1><p>{LEAD}</p><p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p>"


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_the_samples_are_read_as_written_beside_them(path: Path) -> None:
    wanted = json.loads(path.with_suffix(".expected.json").read_text(encoding="utf-8"))
    document = read_document(next(open_pages([str(path)])))
    assert blocks(document) == [(block["role"], block["text"]) for block in wanted["blocks"]]
    for name in ("title", "outlet", "author", "published", "modified", "canonical_url", "sources"):
        assert msgspec.to_builtins(getattr(document, name)) == wanted[name], name
    assert not [text for text in wanted["never"] if text in document.text]


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_every_block_of_the_samples_has_its_place(path: Path) -> None:
    document = read_document(next(open_pages([str(path)])))
    assert all(block.page for block in document.blocks)


def word_f1(text: str, gold: str) -> float:
    got, want = (Counter(re.findall(r"\w+", one)) for one in (text, gold))
    return 2 * (got & want).total() / (got.total() + want.total())


@pytest.mark.shared
def test_the_shared_pages(shared: Path) -> None:
    folder = shared / "bench" / "pages"
    gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    scores = []
    for name, want in gold.items():
        document = read_document(next(open_pages([str(folder / f"{name}.html")])))
        scores.append(word_f1(document.text, " ".join(want["paras"])))
        assert (document.published or "")[:10] == (want["date"] or (document.published or "")[:10])
        assert document.title
        assert set(document.title.split()) <= set(want["title"].split())
        assert all(block.page for block in document.blocks)
    assert min(scores) >= 0.95
    assert sum(scores) / len(scores) >= 0.98


def test_the_title_is_no_part_of_the_text() -> None:
    assert blocks(read(page(ARTICLE)))[0] == ("body", LEAD)
    assert TITLE not in read(page(f"<div class=big>{TITLE}</div>{ARTICLE}")).text


def test_a_lead_printed_twice_stands_once_in_its_first_place() -> None:
    html = page(ARTICLE.replace("</h1>", f"</h1><div class='summary'>{WRAPPED}</div>"))
    document = read(html)
    assert blocks(document)[0] == ("lead", LEAD)
    assert document.text.count(LEAD) == 1
    assert document.blocks[0].page is not None
    assert document.blocks[0].page[0] < html.index("<p>")


def test_subtitles_headings_and_captions_are_kept_with_their_roles() -> None:
    body = (
        f"<h1>{TITLE}</h1><h2 class='subtitle'>ثلاثمئة شجرة ومقاعد جديدة في انتظار الزوار</h2><div class=text>"
        f"<p>{LEAD}</p><figure><img src=a.jpg><figcaption>عمال يسقون أشجار الحديقة صباحا</figcaption></figure>"
        f"<p>{FIRST}</p><h3>مياه الأمطار</h3><p>{SECOND}</p><p><strong>الافتتاح</strong></p><p>{THIRD}</p></div>"
    )
    assert blocks(read(page(body))) == [
        ("lead", "ثلاثمئة شجرة ومقاعد جديدة في انتظار الزوار"),
        ("body", LEAD),
        ("caption", "عمال يسقون أشجار الحديقة صباحا"),
        ("body", FIRST),
        ("heading", "مياه الأمطار"),
        ("body", SECOND),
        ("heading", "الافتتاح"),
        ("body", THIRD),
    ]


def test_chrome_stays_out() -> None:
    other = "قال عضو في المجلس البلدي إن الأسعار في السوق القديمة ارتفعت مرة أخرى خلال الشهر الماضي بلا سبب معروف."
    body = (
        f"<nav><p>{other}</p></nav><div class='cookie-bar'><p>{other}</p></div>{ARTICLE}"
        f"<div class='related-posts'><p>{other}</p></div><section id=comments><p>{other}</p></section>"
        f"<div style='display:none'><p>{other}</p></div><template><p>{other}</p></template>"
        f"<aside><p>{other}</p></aside>"
        f"<p>الآراء المنشورة هنا لا تعبر بالضرورة عن رأي الصحيفة ولا تلزمها بشيء.</p><footer><p>{other}</p></footer>"
    )
    assert read(page(body)).text == "\n".join([LEAD, FIRST, SECOND, THIRD])


def test_entities_and_inline_tags_are_text() -> None:
    written = FIRST.replace("هناء", "<b>&#1607;&#x646;&#1575;&#1569;</b>").replace("إن", "إ<i>ن</i>", 1).replace(" ", "&nbsp;", 1)
    document = read(page(ARTICLE.replace(FIRST, written + "<!-- تعليق -->")))
    assert document.text.splitlines()[1] == FIRST.replace(" ", "\xa0", 1)


def test_one_line_break_is_a_line_end_and_two_part_paragraphs() -> None:
    body = f"<h1>{TITLE}</h1><div>{LEAD}<br>{FIRST}<br><br/>\n{SECOND}<br /> <br>{THIRD}</div>"
    assert blocks(read(page(body))) == [("body", f"{LEAD}\n{FIRST}"), ("body", SECOND), ("body", THIRD)]


def test_without_a_vote_the_sentences_decide(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(main_text, "voted_text", lambda _: Votes([]))
    assert read(page(ARTICLE)).text == "\n".join([LEAD, FIRST, SECOND, THIRD])


def test_a_vote_that_misses_the_article_is_overruled(monkeypatch: pytest.MonkeyPatch) -> None:
    policy = "يحق للموقع أن يحذف أي مشاركة تخالف القواعد التي وضعها من دون أن يبين السبب."
    monkeypatch.setattr(main_text, "voted_text", lambda _: Votes([policy]))
    html = page(f"<div>{ARTICLE}</div><div><p>{policy}</p></div>")
    assert read(html).text.startswith("\n".join([LEAD, FIRST, SECOND, THIRD]))


def test_a_news_flash_is_an_article() -> None:
    assert read(page(f"<h1>{TITLE}</h1><p>بدأ حفل الافتتاح قبل قليل.</p>")).text == "بدأ حفل الافتتاح قبل قليل."


def test_the_kind_is_guessed_from_the_content() -> None:
    assert looks_like_html("\n <!DOCTYPE html><p>x")
    assert looks_like_html("<div><p>نص</p></div>")
    assert not looks_like_html("قال إن 3 < 5 وإن <b> علامة")
    assert read_document(Page(source=page(ARTICLE))).blocks


@pytest.mark.parametrize(
    ("code", "html"),
    [
        ("no_article", page("<ul><li><a href=/a>خبر عن الميناء القديم</a></li><li><a href=/b>خبر آخر</a></li></ul>")),
        ("no_article", "<html><body></body></html>"),
        ("no_article", page("<script>var a = 'نص لا يقرأه أحد لأنه في برنامج الصفحة ولا يظهر للقارئ.'</script>")),
        ("language", "<html><body><h1>Harbour garden</h1>" + "<p>The town opened its old garden again on Sunday.</p>" * 4),
        (
            "language",
            "<html><body><h1>باغ بندر</h1><p>شهردار گفت که باغ قدیمی شهر پس از دو سال کار دوباره باز می‌شود و همه"
            " می‌توانند رایگان به آن بیایند. او افزود که کارگران سیصد درخت کاشته‌اند و"
            " آبیاری تنها با آب باران انجام خواهد شد.</p>",
        ),
    ],
)
def test_a_page_that_cannot_be_read_says_why(code: str, html: str) -> None:
    with pytest.raises(Unreadable) as caught:
        read(html)
    assert caught.value.code == code
    assert caught.value.message


@pytest.mark.parametrize(
    "wrap",
    [("<div>" * 10_000, "</div>" * 10_000), ("<b>" * 10_000, ""), ("<table><tr><td>" * 10_000, ""), ("<ul><li>" * 10_000, "")],
    ids=["div", "b", "table", "list"],
)
def test_ten_thousand_nested_tags_are_read(wrap: tuple[str, str]) -> None:
    assert LEAD in read(page(wrap[0] + ARTICLE + wrap[1])).text


def seconds(html: str) -> float:
    start = time.perf_counter()
    read(html)
    return time.perf_counter() - start


@pytest.mark.parametrize("piece", [LEAD + " ", "<i>&nbsp;" + LEAD + "</i> ", "<div>" + LEAD, '<p title="' + LEAD])
def test_time_is_linear_in_the_size_of_a_line(piece: str) -> None:
    read(page(ARTICLE))
    small = min(seconds(page(ARTICLE + piece * 1_000)) for _ in range(2))
    assert seconds(page(ARTICLE + piece * 10_000)) < 40 * small + 1


def test_the_same_page_gives_the_same_document_in_every_process() -> None:
    code = (
        "import sys; from qawl.model import encode; from qawl.pages import open_pages, read_document;"
        "sys.stdout.buffer.write(b''.join(encode(read_document(page)) for page in open_pages(sys.argv[1:])))"
    )
    runs = [
        subprocess.run(
            [sys.executable, "-c", code, *map(str, SAMPLES)],
            env={"PYTHONHASHSEED": seed, "LC_ALL": locale, "TZ": zone},
            capture_output=True,
            check=True,
        ).stdout
        for seed, locale, zone in (("1", "C", "UTC"), ("2", "C.UTF-8", "Asia/Tokyo"))
    ]
    assert runs[0] == runs[1]


def test_a_page_keeps_the_bytes_of_its_source_in_mind() -> None:
    data = SAMPLES[0].read_bytes()
    document = read_document(Page(source=data, kind="html"))
    assert len(document.page_sha256) == len(document.text_sha256) == 64
    assert document.page_sha256 != read_document(Page(source=data + b"\n", kind="html")).page_sha256
    assert decode(data).text
