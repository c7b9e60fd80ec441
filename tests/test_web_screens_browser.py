"""Today, the agenda, an encounter, a person, two parties and the quality in a real browser: one walk from the first page on."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from browsing import LONG, follow, heard, served
from news_days import news_library
from playwright.sync_api import Browser, Page, expect

PHONE = {"width": 390, "height": 844}


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with served(news_library(tmp_path_factory.mktemp("walk") / "news.library")) as address:
        yield address


def fits(page: Page) -> bool:
    return bool(page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"))


def test_from_today_to_who_stays_away_and_what_he_said_over_time(chromium: Browser, address: str) -> None:
    context = chromium.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    page = context.new_page()
    page.set_default_timeout(LONG)
    told = heard(page)
    page.goto(address)
    follow(page.get_by_role("link", name="12 مارس 2024"))
    expect(page.locator(".move").first).to_contain_text("مؤجل")
    follow(page.locator(".coming a").first)  # who stays away from what comes: two clicks from the first page
    absent = page.locator(".part.not_attending").first
    expect(absent).to_contain_text("وفد النقابة")
    expect(absent).to_contain_text("الدعوة وصلت متأخرة")
    evidence = page.locator(".course .foot a").first
    capture, _, event = (evidence.get_attribute("href") or "").partition("#")
    evidence.click()
    expect(page.locator(f'[id="{event}"]')).to_be_in_viewport()
    assert capture.startswith("/page/")
    page.goto(f"{address}/agenda?month=2024-03")
    cell = page.locator("td", has=page.locator('time[datetime="2024-03-20"]'))
    expect(cell).to_contain_text("وفد النقابة")
    follow(page.get_by_role("link", name="أبريل 2024"))
    expect(page.locator(".nothing a")).to_have_text("مارس 2024")
    page.goto(f"{address}/who?name=سالم الحداد")
    page.get_by_text("في جدول").click()
    expect(page.locator(".plot table")).to_be_visible()
    follow(page.locator(".plot svg a").first)
    expect(page.locator("article.saying").first).to_contain_text("الحداد")
    for screen in ("/", "/?day=2024-03-12", "/agenda?month=2024-03", "/agenda?view=list", "/who?name=سالم الحداد", "/quality"):
        page.set_viewport_size({"width": 1280, "height": 900})
        page.goto(address + screen)
        found = Axe().run(page).response["violations"]
        assert [one["id"] for one in found if one["impact"] in ("serious", "critical")] == [], screen
        page.set_viewport_size(PHONE)
        assert fits(page), screen
    assert told == []
    context.close()
