"""The web pages in a real browser: a library of the bundled samples, walked as a reader walks it.

Chromium is the system's; where there is none, the tests fail and say which package to install.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from browsing import LONG, follow, heard, served
from playwright.sync_api import Browser, BrowserContext, Page, expect

import qawl
from qawl.library import Library
from qawl.pages import open_pages

SAMPLES = sorted((Path(qawl.__file__).parent / "samples").glob("*.html"))
SIZES = {"desktop": (1280, 900), "phone": (390, 844)}


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server of a library of the samples."""
    folder = tmp_path_factory.mktemp("browser") / "samples.library"
    with Library(folder, create=True) as library:
        for _ in library.add(open_pages([*map(str, SAMPLES)])):
            pass
    with served(folder) as address:
        yield address


@pytest.fixture
def page(context: BrowserContext, address: str) -> Iterator[Page]:
    opened = context.new_page()
    opened.set_default_timeout(LONG)
    told = heard(opened)
    opened.goto(f"{address}/statements")
    yield opened
    assert told == []


def test_search_open_land_on_the_words(page: Page) -> None:
    page.fill("#text", "مقاطعة")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    quotation = page.locator("blockquote a").first
    said = quotation.inner_text()
    quotation.click()
    assert "".join(page.locator(".context mark.content").all_inner_texts()) in said
    follow(page.get_by_role("link", name="افتح الصفحة كاملة"))
    number = page.url.rpartition("#t")[2]
    expect(page.locator(f"#t{number}")).to_be_in_viewport()


def test_a_card_and_its_words_light_up_together(page: Page) -> None:
    follow(page.locator(".foot a").first)
    page.locator(".card[data-s='2']").hover()
    lit = page.locator(".m.lit")
    assert lit.count() > 0
    assert all("2" in (one.get_attribute("data-s") or "").split() for one in lit.all())
    page.keyboard.press("j")
    expect(page.locator(".card").first.locator("a.open, summary").first).to_be_focused()


def test_language_and_colours_are_chosen_and_kept(page: Page) -> None:
    follow(page.get_by_role("link", name="English"))
    assert page.locator("html").get_attribute("dir") == "ltr"
    follow(page.get_by_role("link", name="Colours"))
    assert page.locator("html").get_attribute("data-theme") == "dark"
    follow(page.get_by_role("link", name="Agenda"))
    assert (page.locator("html").get_attribute("lang"), page.locator("html").get_attribute("data-theme")) == ("en", "dark")


def test_who_stays_away_and_who_says_so_is_three_clicks_away(page: Page) -> None:
    follow(page.get_by_role("navigation").get_by_role("link", name="المواعيد"))
    page.get_by_label("ما يغيب عنه أحد فقط").check()
    follow(page.get_by_role("button", name="اعرض"))
    absent = page.locator(".part.not_attending, .part.not_invited")
    assert absent.count() > 0
    assert "بحسب" in absent.first.inner_text()


def test_it_works_without_a_script(chromium: Browser, address: str) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/statements?text=مقاطعة")
    follow(page.locator("blockquote a").first)
    assert page.locator(".context mark.content").count() > 0
    context.close()


@pytest.mark.parametrize("lang", ["ar", "en"])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_no_serious_fault_for_who_does_not_see(page: Page, context: BrowserContext, address: str, lang: str, theme: str) -> None:
    context.add_cookies([{"name": name, "value": value, "url": address} for name, value in (("lang", lang), ("theme", theme))])
    for screen in screens(page, address):
        page.goto(address + screen)
        found = Axe().run(page).response["violations"]
        assert [(one["id"], one["nodes"][0]["html"]) for one in found if one["impact"] in ("serious", "critical")] == [], screen


@pytest.mark.parametrize("lang", ["ar", "en"])
@pytest.mark.parametrize("size", SIZES)
def test_no_screen_is_wider_than_the_window(page: Page, context: BrowserContext, address: str, lang: str, size: str) -> None:
    width, height = SIZES[size]
    page.set_viewport_size({"width": width, "height": height})
    context.add_cookies([{"name": "lang", "value": lang, "url": address}])
    for screen in screens(page, address):
        page.goto(address + screen)
        assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"), screen


def screens(page: Page, address: str) -> list[str]:
    """An address of every screen."""
    page.goto(f"{address}/statements")
    statement = page.locator("blockquote a").first.get_attribute("href") or ""
    reader = page.locator(".foot a").first.get_attribute("href") or ""
    page.goto(f"{address}/agenda?view=list")
    event = page.locator(".encounter h2 a").first.get_attribute("href") or ""
    page.goto(f"{address}/statements")
    person = page.locator("a.who").first.get_attribute("href") or ""
    return [
        "/",
        "/statements",
        "/statements?text=مقاطعة",
        statement,
        reader,
        f"{reader}/source",
        person,
        "/who",
        "/agenda",
        "/agenda?view=list",
        event,
        "/quality",
        "/check?quotation=المقاطعة خسارة للجميع",
        "/sources",
    ]
