"""How the pages look, in a real browser: letters stay joined, what is chosen is seen, keys are told, paper has no menus."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from browsing import follow, heard, served
from playwright.sync_api import Browser, Page, expect

from qawl.library import Library
from qawl.model import Page as NewsPage
from tools.browser import reader

TEXT = (
    "قال وزير الموانئ سالم الحداد إن 12 رصيفا ستفتح في الربيع. وأضاف أن العمال «لن يدفعوا ثمن التأخير».\n\n"
    "وأعلن الحداد أن وفد النقابة لن يحضر الاجتماع المقرر في صفاقس يوم 14 فبراير 2024 لأن الدعوة وصلت متأخرة."
)
# How wide the words of a line are as they stand, and without any mark in them.
WIDTHS = """line => {
  const range = document.createRange();
  const wide = (node) => { range.selectNodeContents(node); return range.getBoundingClientRect().width; };
  const plain = line.cloneNode(false);
  plain.textContent = line.textContent;
  line.style.whiteSpace = plain.style.whiteSpace = "nowrap";
  line.after(plain);
  const widths = [wide(line), wide(plain)];
  plain.remove();
  return widths;
}"""


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder: Path = tmp_path_factory.mktemp("look") / "news.library"
    with Library(folder, create=True) as library:
        list(library.add([NewsPage(id="port", source=TEXT, outlet="صحيفة المنارة", published="2024-02-04", title="الميناء")]))
    with served(folder) as address:
        yield address


def opened(chromium: Browser, address: str, place: str, **chosen: str) -> Page:
    page = reader(chromium, address, **chosen).new_page()
    page.goto(address + place)
    page.evaluate("document.fonts.ready")
    return page


def test_marks_leave_the_letters_joined(chromium: Browser, address: str) -> None:
    page = opened(chromium, address, "/statements?text=ربيع")
    line = page.locator("blockquote a:has(mark)").first
    marked, plain = line.evaluate(WIDTHS)
    assert plain > 100
    assert marked == pytest.approx(plain, abs=0.5)


def test_digits_and_months_are_chosen_and_the_text_of_the_page_stays(chromium: Browser, address: str) -> None:
    page = opened(chromium, address, "/statements")
    told = heard(page)
    follow(page.get_by_role("link", name="الإعدادات").first)
    page.get_by_label("المشرقية").check()
    page.get_by_label("الشام والعراق").check()
    page.get_by_role("button", name="احفظ").click()
    expect(page.locator(".saying time").first).to_have_text("٤ شباط ٢٠٢٤")
    assert "12 رصيفا" in page.locator("blockquote").filter(has_text="رصيفا").first.inner_text()
    page.keyboard.press("?")
    expect(page.get_by_role("dialog")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()
    page.emulate_media(media="print")
    expect(page.get_by_role("navigation").first).to_be_hidden()
    expect(page.locator("blockquote").first).to_be_visible()
    assert told == []
