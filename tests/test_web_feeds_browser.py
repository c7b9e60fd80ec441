"""A search that is saved, named anew, followed and deleted in a real browser, and the addresses of the API: one walk."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from browsing import LONG, follow, heard, served
from news_days import news_library
from playwright.sync_api import Browser, expect


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with served(news_library(tmp_path_factory.mktemp("feeds") / "news.library")) as address:
        yield address


def test_a_search_is_kept_and_followed(chromium: Browser, address: str) -> None:
    context = chromium.new_context(viewport={"width": 390, "height": 844}, reduced_motion="reduce")
    page = context.new_page()
    page.set_default_timeout(LONG)
    told = heard(page)
    page.goto(f"{address}/statements?text=الميناء")
    page.get_by_text("احفظ هذا البحث").click()
    page.fill("input[name=name]", "أخبار الميناء")
    page.get_by_role("button", name="احفظ", exact=True).click()
    expect(page.locator(".saved h2")).to_have_text("أخبار الميناء")
    page.get_by_text("تعديل").click()
    page.fill(".saved input[name=new]", "الموانئ")
    page.get_by_role("button", name="غير الاسم").click()
    expect(page.locator(".saved h2")).to_have_text("الموانئ")
    feed = page.locator("a[type='application/atom+xml']").get_attribute("href") or ""
    assert b"<feed" in page.request.get(f"{address}{feed}").body()
    with page.expect_download() as file:
        page.get_by_role("link", name="لإكسل").click()
    assert file.value.suggested_filename == "statements.csv"
    page.get_by_text("تعديل").click()
    page.get_by_role("button", name="حذف").click()
    expect(page.locator(".nothing")).to_be_visible()
    page.goto(f"{address}/agenda?view=list")
    page.get_by_text("كيف تشترك").click()
    expect(page.locator(".subscribe .citation")).to_have_text(f"{address}/agenda.ics")
    follow(page.get_by_role("link", name="واجهة البرمجة"))
    example = page.locator("section.route a.address").first.get_attribute("href") or ""
    assert page.request.get(f"{address}{example}").json()["total"] > 0
    for screen in ("/api", "/searches", "/statements"):
        page.goto(f"{address}{screen}")
        assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"), screen
        assert [one["id"] for one in Axe().run(page).response["violations"] if one["impact"] in ("serious", "critical")] == [], (
            screen
        )
    assert told == []
    context.close()
