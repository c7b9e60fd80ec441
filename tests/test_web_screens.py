"""The screens that gather: today, the agenda by month, a person, the quality; as a browser gets them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest
from news_days import news_library
from starlette.testclient import TestClient

import qawl
from bench.quality import figures as measured
from bench.quality import kept
from qawl.library import Library
from qawl.library.asking.who import Profile
from qawl.model import Page
from qawl.show.strings import LANGS, Lang
from qawl.tables import table
from qawl.web.app import application
from qawl.web.days import percent_markup
from qawl.web.quality import bands, credits, figures, libraries
from qawl.web.settings import Settings
from qawl.web.words import word


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    folder = news_library(tmp_path_factory.mktemp("screens") / "news.library")
    with TestClient(application(folder), base_url="http://localhost") as client:
        yield client


def test_the_newest_day_with_statements_is_shown(browser: TestClient) -> None:
    """Neither a day on which nobody spoke, nor one that has not come."""
    html = browser.get("/").text
    assert "الجسر القديم سيغلق" in html
    assert "الميناء الجديد" not in html
    assert re.findall(r'rel="(?:prev|next)" href="([^"]+)"', html) == ["/?day=2024-03-12"]


def test_a_chosen_day_shows_each_saying_once(browser: TestClient) -> None:
    html = browser.get("/?day=2024-03-04").text
    assert html.count("الميناء الجديد سيفتح في الربيع") == 1
    assert 'rel="next" href="/?day=2024-03-12"' in html


def test_an_old_address_of_a_search_leads_to_the_statements(browser: TestClient) -> None:
    answer = browser.get("/?text=الجسر&sort=oldest", follow_redirects=False)
    assert answer.is_redirect
    assert answer.headers["location"].startswith("/statements?text=")
    assert "الجسر" in browser.get("/?text=الجسر").text


def event_of(browser: TestClient, address: str = "/agenda?absent=1") -> str:
    found = re.search(r'href="(/event/[^"]+)"', browser.get(address).text)
    assert found
    return found[1]


def test_the_agenda_opens_on_a_month_that_has_something(browser: TestClient) -> None:
    html = browser.get("/agenda", cookies={"lang": "en"}).text
    assert '<table class="month"' in html
    cell = re.search(r'<time datetime="2024-03-20">.*?</td>', html, re.DOTALL)
    assert cell
    assert "وفد النقابة" in cell[0]
    browser.cookies.clear()


def test_an_empty_month_leads_to_the_nearest(browser: TestClient) -> None:
    html = browser.get("/agenda?month=2020-02").text
    assert 'href="/agenda?view=month&amp;month=2024-03"' in html
    assert 'rel="prev" href="/agenda?view=month&amp;month=2020-01"' in html


@pytest.mark.parametrize(
    ("filters", "found"), [("who=النقابة", True), ("who=الصباغ", False), ("absent=1", True), ("status=held", False)]
)
def test_what_narrows_the_agenda_narrows_the_calendar_to_subscribe_to(browser: TestClient, filters: str, found: bool) -> None:
    html = browser.get(f"/agenda?{filters}").text
    assert ("وفد النقابة" in html.partition("</form>")[2]) == found
    subscription = re.search(r'href="(/agenda\.ics[^"]*)"', html)
    assert subscription
    assert ("BEGIN:VEVENT" in browser.get(subscription[1].replace("&amp;", "&")).text) == found


def test_an_encounter_tells_its_course_with_its_pages(browser: TestClient) -> None:
    html = browser.get(event_of(browser)).text
    assert "الدعوة وصلت متأخرة" in html
    assert "صحيفة المنارة" in html
    assert "إذاعة الخليج" in html
    page = re.search(r'href="(/page/\w+)#(\w+)"', html)
    assert page
    assert f'id="{page[2]}"' in browser.get(page[1]).text


def test_an_encounter_that_is_not_there_is_said(browser: TestClient) -> None:
    assert browser.get("/event/abc/def").status_code == 404


def test_what_has_moved_is_told_with_what_it_was(browser: TestClient) -> None:
    html = browser.get("/?day=2024-03-12").text
    moved = html[html.index('class="move"') :]
    assert moved.index("status announced") < moved.index("status postponed")


def test_an_empty_library_says_how_to_add(tmp_path: Path) -> None:
    with Library(tmp_path / "new", create=True):
        pass
    with TestClient(application(tmp_path / "new"), base_url="http://localhost") as browser:
        html = browser.get("/").text
    assert f"qawl add pages/ --library {tmp_path / 'new'}" in html


def test_statements_over_time_are_bars_that_lead_to_them_and_a_table(browser: TestClient) -> None:
    html = browser.get("/who?name=سالم الحداد").text
    bars = re.findall(r'href="(/statements\?speaker=[^"]+published_from=(2024-03-\d\d)[^"]+)" aria-label', html)
    assert [day for _, day in bars] == ["2024-03-04", "2024-03-12"]
    assert "الميناء الجديد سيفتح" in browser.get(bars[0][0].replace("&amp;", "&")).text
    assert "style=" not in html
    table = html[html.index("<table>") : html.index("</table>")]
    assert table.count('<th scope="row">') == 2


def test_the_agenda_in_a_list_parts_what_comes_from_what_is_over(browser: TestClient) -> None:
    html = browser.get("/agenda?view=list").text
    assert html.index("part-of-list") < html.index('class="encounter"')  # all is over


def test_a_role_that_a_later_page_calls_past_is_told_apart(tmp_path: Path) -> None:
    pages = [
        Page(id="one", source="قال وزير الموانئ سالم الحداد إن الميناء سيفتح في الربيع.", published="2020-03-04"),
        Page(id="two", source="قال وزير الموانئ السابق سالم الحداد إن الميناء لم يفتح في موعده.", published="2024-03-04"),
    ]
    with Library(tmp_path / "roles", create=True) as library:
        assert [one.outcome for one in library.add(pages)] == ["added", "added"]
        found = library.who("سالم الحداد")
        assert isinstance(found, Profile)
        assert {role.role for role in found.roles if role.former} == {"وزير الموانئ السابق"}
        assert found.name.roles == ()


def test_the_figures_of_the_pages_are_those_that_were_measured() -> None:
    """`python -m bench.quality` writes the table anew."""
    shown, _ = kept()
    assert shown == measured()


@pytest.mark.parametrize("lang", LANGS)
def test_quality_tells_what_was_measured_of_what(browser: TestClient, lang: Lang) -> None:
    html = unescape(browser.get("/quality", cookies={"lang": lang}).text)
    who = next(one for one in figures() if (one.part, one.set, one.figure) == ("overall", "b", "who said what"))
    assert f"{who.right}/{who.found}" in html.replace(",", "")
    assert f'<bdi dir="ltr">{who.precision:g}%</bdi>' in html
    for one in figures():
        if one.part not in ("forms", "outlets"):
            assert word(lang, "measure." + one.figure.lower().replace(" ", "_")) in html
    browser.cookies.clear()


def test_the_bands_are_told_with_what_was_counted() -> None:
    told = {one.band: one for one in bands()}
    assert told["publish"].right / told["publish"].cases > told["check"].right / told["check"].cases > told["draft"].right / 1e9
    assert sum(len(one.cells) for one in bands()) == len(table("bands.tsv"))


def test_what_is_brought_is_credited_as_in_the_notice() -> None:
    notice = (Path(qawl.__file__).parent.parent / "NOTICE").read_text("utf-8")
    for one in credits():
        assert one.name.removesuffix(" (Latin)") in notice, one.name
        assert one.licence.split(" v3")[0].casefold() in notice.casefold(), one.licence


def test_each_library_tells_its_licence() -> None:
    assert {one.name: one.licence for one in libraries() if not one.licence} == {}
    assert {"starlette", "jinja2", "tantivy"} <= {one.name for one in libraries()}


def test_two_parties_are_told_both_ways_over_one_axis(tmp_path: Path) -> None:
    texts = {"2024-03-02": "انتقدت روسيا الولايات المتحدة.", "2024-03-05": "قالت واشنطن إنها ستتعاون مع روسيا إذا عاد الوفد."}
    pages = [Page(id=day, source=text, outlet="صحيفة النهر", published=day) for day, text in texts.items()]
    with Library(tmp_path / "two", create=True) as library:
        assert [one.outcome for one in library.add(pages)] == ["added", "added"]
    with TestClient(application(tmp_path / "two"), base_url="http://localhost") as browser:
        html = browser.get("/timeline?a=روسيا&b=الولايات المتحدة").text
    there, back = html.split("<section")[1:]
    assert (re.findall(r'<li id="(p\d+)"', there), re.findall(r'<li id="(p\d+)"', back)) == (["p1"], ["p2"])
    dots = [(number, float(x)) for way in (there, back) for number, x in re.findall(r'href="#(p\d)".*?d="M([\d.]+) ', way)]
    assert dots[0][1] < dots[-1][1]  # the earlier stands to the left
    assert 'class="tension"' in there
    assert "ستتعاون مع روسيا" in back
    with TestClient(application(tmp_path / "two"), base_url="http://localhost") as browser:
        stood = browser.get("/who?name=روسيا").text
    assert "انتقدت روسيا" in stood[stood.index('id="h-towards"') :]


def test_two_names_of_one_party_are_refused(browser: TestClient) -> None:
    assert browser.get("/timeline?a=سالم الحداد&b=سالم الحداد").status_code == 400


def test_an_encounter_that_a_person_changed_is_told_with_what_it_was(tmp_path: Path) -> None:
    folder = news_library(tmp_path / "changed")
    with Library(folder) as library:
        course = next(one for one in library.agenda() if one.event.status == "postponed")
        library.decide(f"{course.page.capture}:{course.event.id}", "fix", "status", "cancelled", who="ليلى", why="رأته في الإعلان")
    with TestClient(application(folder), base_url="http://localhost") as browser:
        html = browser.get("/").text
    changed = html[html.index('id="h-changed"') :]
    assert changed.index("status postponed") < changed.index("status cancelled")


def test_what_failed_lately_is_told_on_the_first_page(tmp_path: Path) -> None:
    folder = news_library(tmp_path / "failed")
    with Library(folder) as library:
        assert [one.outcome for one in library.add([Page(id="broken.html", source=b"%PDF-1.7 \x00\x01")])] == ["failed"]
    with TestClient(application(folder), base_url="http://localhost") as browser:
        html = browser.get("/").text
    assert "broken.html" in html[html.index('id="h-failed"') :]


def test_a_share_reads_in_the_direction_of_its_digits() -> None:
    assert '<bdi dir="rtl">٨٧٫٥٪</bdi>' in percent_markup(87.5, Settings(digits="arabic"))
    assert '<bdi dir="ltr">87.5%</bdi>' in percent_markup(87.5, Settings())
