"""What people do with several pages of one matter, by the commands that they type: one article in three forms, said to whom."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from qawl import cli
from qawl.library import Library

PARAGRAPHS = (
    "قالت مديرة هيئة الأرصفة نجلاء الصواف يوم 6 مايو إن الهيئة تريد أن تكون لها شراكة أوثق مع النقابة في قضية منع تهريب الوقود "
    "من الميناء القديم.",
    "أعلنت هيئة الأرصفة في مدينة الحصن صباح الثلاثاء خطة جديدة لتنظيم دخول السفن إلى الميناء القديم بعد شتاء كثرت فيه الحوادث.",
    "وقالت مديرة هيئة الأرصفة نجلاء الصواف يوم 6 مايو إن الهيئة تريد أن يكون عملها مع النقابة أوسع في قضية منع تهريب الوقود "
    "في الميناء القديم.",
    "وأكد نقيب الربابنة فادي الجوهري أن الربابنة لن يقبلوا خفض أجورهم في أي حال.",
    "وأضاف الجوهري أن النقابة ستدعو أعضاءها إلى اجتماع عام إذا صدر القرار.",
    "وذكر وزير النقل وائل الترك أن الوزارة خصصت مليوني دينار لإصلاح المنارة الشرقية.",
    "ويستقبل الميناء القديم نحو أربعين سفينة في الشهر معظمها من سفن الصيد الصغيرة.",
)
# What the short form of the page says otherwise.
OTHERWISE = (("إذا صدر القرار", "إن صدر القرار"),)
SIMILAR = (
    "عاد الحديث عن الميناء القديم في مدينة الحصن بعد أن نشرت صحف المدينة صورا للأرصفة المتآكلة في الأسبوع الماضي.",
    "وقال وزير النقل وائل الترك إن الوزارة خصصت ثلاثة ملايين دينار لإصلاح المنارة الشرقية.",
    "وأكد نقيب الربابنة فادي الجوهري أن الربابنة قبلوا خفض أجورهم في هذا العام.",
    "ويقول تجار السوق إن الزوار صاروا قلة منذ أن أغلق المقهى القديم أبوابه.",
)
SAID = 4  # sayings of the article, the first of which it tells in two wordings
TITLE = "خطة جديدة لتنظيم دخول السفن إلى ميناء الحصن"
ADDRESS = "https://news.example/harbour/417"
AGENCY = "وكالة السهل للأنباء"

Run = Callable[..., tuple[int, str, str]]


def page(paragraphs: tuple[str, ...], *links: str, title: str = TITLE, chrome: str = "") -> str:
    """A page of HTML."""
    head = "".join(links)
    body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return (
        f'<!doctype html><html lang="ar"><head><meta charset="utf-8"><title>{title}</title>{head}</head>'
        f"<body>{chrome}<article><h1>{title}</h1>{body}</article>{chrome}</body></html>"
    )


def write_pages(folder: Path) -> None:
    """One article in three forms, and a page on the same matter by another writer."""
    menu = (
        "<nav><ul>" + "".join(f'<li><a href="/{name}">{name}</a></li>' for name in ("الأخبار", "الرياضة", "الطقس")) + "</ul></nav>"
    )
    day = '<meta property="article:published_time" content="{}">'
    short = tuple(PARAGRAPHS)
    for before, now in OTHERWISE:
        short = tuple(paragraph.replace(before, now) for paragraph in short)
    normal_links = (day.format("2024-05-07T09:00:00+03:00"), f'<link rel="amphtml" href="{ADDRESS}/amp">')
    amp_links = (day.format("2024-05-07T11:00:00+03:00"), f'<link rel="canonical" href="{ADDRESS}">')
    (folder / "normal.html").write_text(page(PARAGRAPHS, *normal_links, chrome=menu), "utf-8")
    (folder / "amp.html").write_text(page(short, *amp_links).replace("<html", "<html amp"), "utf-8")
    (folder / "article.txt").write_text("\n\n".join((TITLE, *PARAGRAPHS)) + "\n", "utf-8")
    similar = (day.format("2024-05-09T09:00:00+03:00"),)
    (folder / "similar.html").write_text(page(SIMILAR, *similar, title="المنارة الشرقية تنتظر", chrome=menu), "utf-8")


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Status, output and complaints of a command in the folder of the pages."""
    write_pages(tmp_path)
    monkeypatch.chdir(tmp_path)

    def run(*words: str) -> tuple[int, str, str]:
        status = cli.main([words[0], "--library", "lib", *words[1:]])
        told = capsys.readouterr()
        return status, told.out, told.err

    return run


def found(run: Run, *words: str) -> dict[str, Any]:
    return dict(json.loads(run("search", *words, "--limit", "100", "--format", "json")[1]))


def one(run: Run, words: str) -> dict[str, Any]:
    """The answer in which some words stand."""
    (answer,) = [answer for answer in found(run, f'"{words}"')["statements"] if words in answer["content"][0]["text"]]
    return dict(answer)


# -- one article in three forms


@pytest.fixture
def harbour(run: Run) -> Run:
    for name in ("normal.html", "amp.html", "article.txt"):
        assert run("add", name, "--outlet", "جريدة الحصن")[0] == 0
    return run


def test_an_article_in_three_forms_is_said_once(harbour: Run) -> None:
    assert found(harbour)["total"] == SAID
    assert found(harbour, "--each")["total"] == 3 * (SAID + 1)
    assert {value["count"] for value in found(harbour)["facets"]["outlet"]} == {SAID}
    for answer in found(harbour)["statements"]:
        assert answer["spread"]["pages"] == 3


def test_all_its_appearances_are_listed_with_the_words_that_differ(harbour: Run) -> None:
    asked = one(harbour, "شراكة أوثق")
    status, shown, _ = harbour("statement", asked["id"])
    assert status == 0
    assert all(name in shown for name in ("normal.html", "amp.html", "article.txt"))
    lines = [json.loads(line) for line in harbour("statement", asked["id"], "--format", "jsonl")[1].splitlines()]
    assert [line["page"]["document"] for line in lines if line["first"]] == ["normal.html"]
    pages: dict[str, list[list[tuple[str, str]]]] = {}
    for line in lines:
        pages.setdefault(line["page"]["document"], []).append(differing(line))
    assert set(pages) == {"normal.html", "amp.html", "article.txt"}
    for wordings in pages.values():  # the lead, and what stands below in other words
        lead, below = wordings
        assert lead == []
        assert ("من", "في") in below
        assert any("شراكة أوثق" in first for first, _ in below)
        assert any("أوسع" in here for _, here in below)


def test_a_page_that_has_one_of_two_wordings_alone_reports_the_same(harbour: Run, tmp_path: Path) -> None:
    lead, _, below, *_ = PARAGRAPHS
    for name, wording in (("lead.txt", lead), ("below.txt", below)):
        (tmp_path / name).write_text(f"{wording}\n\nوكان الطقس في الحصن معتدلا طوال الأسبوع.", "utf-8")
        assert harbour("add", name, "--published", "2024-05-07", "--outlet", "إذاعة الجبل")[0] == 0
    assert found(harbour)["total"] == SAID
    assert one(harbour, "شراكة أوثق")["spread"]["pages"] == 5


def differing(line: dict[str, Any]) -> list[tuple[str, str]]:
    """The words of the first appearance and those that stand here for them."""
    return [tuple((one[side] or {}).get("text", "") for side in ("written", "quoted")) for one in line["differences"]]  # type: ignore[misc]


def test_what_only_one_form_words_otherwise_is_one_saying(harbour: Run) -> None:
    asked = one(harbour, "النقابة ستدعو")
    lines = [json.loads(line) for line in harbour("statement", asked["id"], "--format", "jsonl")[1].splitlines()]
    assert {line["page"]["document"]: differing(line) for line in lines} == {
        "normal.html": [],
        "amp.html": [("إذا", "إن")],
        "article.txt": [],
    }


def test_a_page_that_is_only_similar_stays_apart(harbour: Run) -> None:
    before = found(harbour)["total"]
    assert harbour("add", "similar.html", "--outlet", "صحيفة المدينة")[0] == 0
    own = found(harbour, "--outlet", "صحيفة المدينة")["statements"]
    assert len(own) >= 2
    assert all(answer["spread"] is None for answer in own)
    assert found(harbour)["total"] == before + len(own)


def test_a_quotation_finds_both_wordings_once(harbour: Run) -> None:
    _, shown, _ = harbour("check", "النقابة ستدعو أعضاءها إلى اجتماع عام إن صدر", "--format", "json")
    (near,) = json.loads(shown)["nearest"]
    assert near["document"]["document"] == "amp.html"
    assert (near["spread"]["pages"], near["spread"]["first"]["document"]) == (3, "normal.html")


# -- said to whom


INTERVIEWS = (
    ("to-agency", "2024-03-05", f"قال نائب وزير الري طارق النجار ل{AGENCY} إن السد لن يفتح قبل مايو."),
    ("interview", "2024-03-06", f"وقال الوزير طارق النجار في مقابلة مع {AGENCY}: «لن نغلق القناة»."),
    ("not-stated", "2024-03-07", "وقال طارق النجار إن القناة مفتوحة."),
    ("reporters", "2024-03-08", "وصرح طارق النجار للصحفيين بأن المضخات جديدة."),
    ("relayed", "2024-03-09", f"ونقلت {AGENCY} عن طارق النجار قوله إن الخزان ممتلئ."),
)


@pytest.fixture
def river(run: Run, tmp_path: Path) -> Run:
    lines = [{"id": id, "published": day, "outlet": "إذاعة الجبل", "text": text} for id, day, text in INTERVIEWS]
    (tmp_path / "river.jsonl").write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines), "utf-8")
    assert run("add", "river.jsonl")[0] == 0
    return run


def test_what_was_said_to_an_agency_is_what_the_filter_leaves(river: Run) -> None:
    for typed in (AGENCY, "وكالة السهل", "لوكاله السهل للانباء"):
        answers = found(river, "--said-to", typed)["statements"]
        assert {answer["document"]["id"] for answer in answers} == {"to-agency", "interview"}, typed
        assert {answer["said_to"]["name"] for answer in answers} == {AGENCY}
        assert {answer["document"]["outlet"] for answer in answers} == {"إذاعة الجبل"}


def test_who_relays_is_not_whom_it_was_told(river: Run) -> None:
    (relayed,) = [answer for answer in found(river)["statements"] if answer["document"]["id"] == "relayed"]
    assert relayed["said_to"] is None
    assert "وكالة السهل" in relayed["via"]["name"]


def test_where_the_page_does_not_tell_that_is_said(river: Run) -> None:
    answer = one(river, "القناة مفتوحة")
    assert (answer["said_to"], answer["via"]) == (None, None)
    for lang, words in (("en", "the page does not say"), ("ar", "لا تذكره الصفحة")):
        shown = river("statement", answer["id"], "--lang", lang)[1].splitlines()
        assert any(words in line and name in line for line in shown for name in ("said to", "المخاطَب"))
    told = river("statement", one(river, "السد لن يفتح")["id"])[1]
    assert any("said to" in line and AGENCY in line for line in told.splitlines())


# -- one group under two names


SAGES = (
    ("own-name", "2024-03-02", "قالت لجنة خبراء البحيرة، المعروفة إعلاميا بـ«حكماء البحيرة»، إنها ستزور مدينة صحار في 9 مارس."),
    ("other-name", "2024-03-10", "وصل أعضاء «مجلس حكماء البحيرة» أمس إلى صحار. وقال سالم الكندي إن المياه تراجعت."),
    ("nobody", "2024-03-11", "رحب مجلس حكماء الجبل، المعروف بصبره على الخلاف، بالزوار."),
    ("renamed", "2024-05-10", "أعلن مجلس الصحراء، الذي كان يعرف باسم لجنة الواحات، حل نفسه."),
)


def test_two_names_of_one_group_are_proposed_as_one_with_the_reason(run: Run, tmp_path: Path) -> None:
    lines = [{"id": id, "published": day, "outlet": "إذاعة الجبل", "text": text} for id, day, text in SAGES]
    (tmp_path / "sages.jsonl").write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines), "utf-8")
    assert run("add", "sages.jsonl")[0] == 0
    with Library(tmp_path / "lib") as library:
        asked = [({pair.one.name, pair.other.name}, pair.reasons) for pair in library.proposed()]
    assert [names for names, _ in asked] == [{"لجنة خبراء البحيرة", "مجلس حكماء البحيرة"}, {"مجلس الصحراء", "لجنة الواحات"}]
    assert [[reason.code for reason in reasons] for _, reasons in asked] == [["called_so"], ["called_so"]]
    assert "حكماء البحيرة" in asked[0][1][0].words
