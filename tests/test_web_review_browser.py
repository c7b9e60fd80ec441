"""Review walked in a real browser: by keyboard, with boundaries chosen by selecting words, and what was decided stays."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from browsing import LONG, heard, served
from playwright.sync_api import Browser, Page, expect

import qawl
from qawl.library import Library
from qawl.pages import open_pages
from qawl.show.strings import say

SAMPLES = sorted((Path(qawl.__file__).parent / "samples").glob("*.html"))
SCREENS = ("/review", "/review?of=events", "/review#fix", "/review/people", "/review/disagreements", "/decisions", "/reviewer")
ME = "ليلى"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    with Library(tmp_path / "samples.library", create=True) as library:
        list(library.add(open_pages([*map(str, SAMPLES)])))
    return tmp_path / "samples.library"


@pytest.fixture
def page(chromium: Browser, folder: Path) -> Iterator[Page]:
    context = chromium.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    with served(folder) as address:
        opened = context.new_page()
        opened.set_default_timeout(LONG)
        told = heard(opened)
        opened.goto(f"{address}/reviewer")
        opened.fill("#reviewer", ME)
        with opened.expect_navigation():
            opened.keyboard.press("Enter")
        yield opened
        assert told == []
        context.close()


def finding(page: Page) -> str:
    return page.locator(".review form.decide [name=finding]").get_attribute("value") or ""


def press(page: Page, key: str) -> None:
    """Press a key that leads elsewhere."""
    with page.expect_navigation():
        page.keyboard.press(key)


def rows(folder: Path, key: str) -> list[Any]:
    with Library(folder) as library:
        return list(library.rows("statements", "p.capture || ':' || f.id = ?", [key]))


def test_by_keyboard_and_it_stays(page: Page, folder: Path) -> None:
    assert ME in page.locator(".signature").inner_text()
    accepted = finding(page)
    press(page, "a")

    fixed = finding(page)
    assert fixed != accepted
    page.keyboard.press("f")
    page.keyboard.press("1")
    speaker = (page.locator("#fix [data-key='1']").get_attribute("value") or "").removeprefix("=")
    press(page, "Enter")

    rejected = finding(page)
    press(page, "x")
    unsure = finding(page)
    press(page, "u")
    passed = finding(page)
    press(page, "j")
    assert finding(page) not in (passed, unsure)
    press(page, "k")
    assert finding(page) == passed
    assert len({accepted, fixed, rejected, unsure, passed}) == 5

    # The last decision is taken back, and the same finding waits again.
    press(page, "u")
    press(page, "z")
    assert finding(page) == passed

    def all_stays() -> None:
        assert [(row.decided, row.decided_by) for row in rows(folder, accepted)] == [("accept", ME)]
        assert [(row.decided, row.speaker) for row in rows(folder, fixed)] == [("fix", speaker)]
        assert rows(folder, rejected) == []
        assert [row.decided for row in rows(folder, unsure)] == ["unsure"]
        assert [row.decided for row in rows(folder, passed)] == [None]
        page.goto(page.url.partition("/review")[0].partition("/statement")[0] + "/statement/" + fixed.replace(":", "/"))
        expect(page.locator(".statement h1")).to_have_text(speaker)
        expect(page.locator(".statement > header .band.human")).to_contain_text(ME)

    all_stays()
    with Library(folder) as library:
        assert {one.outcome for one in library.reread(all=True)} == {"unchanged"}
    all_stays()


def test_boundaries_are_moved_by_keys_and_by_selecting_words(page: Page, folder: Path) -> None:
    key = finding(page)
    (before,) = rows(folder, key)
    page.keyboard.press("f")
    expect(page.locator(".preview")).to_have_text(before.text.replace(" … ", " "))
    page.keyboard.press("]")
    page.keyboard.press("]")
    page.keyboard.press("[")
    later = int(page.locator("#start").input_value())
    assert later > before.start
    page.keyboard.press("Shift+BracketLeft")
    assert int(page.locator("#end").input_value()) < before.end
    words = page.locator(".context mark.content").last
    words.dblclick()
    chosen = page.locator(".preview").inner_text()
    assert 0 < len(chosen) < len(before.text)
    assert chosen in before.text
    with page.expect_navigation():
        page.locator("#fix button:not([type])").click()
    (after,) = rows(folder, key)
    assert (after.text, after.decided) == (chosen, "fix")


def test_keys_act_on_the_card_that_is_lit(page: Page, folder: Path) -> None:
    with Library(folder) as library:
        capture = next(iter(library.rows("pages"))).capture  # type: ignore[attr-defined]
    page.goto(page.url.partition("/review")[0] + f"/page/{capture}")
    card = page.locator(".card[data-s='2']")
    key = f"{capture}:{card.get_attribute('data-id')}"
    page.keyboard.press("j")
    page.keyboard.press("j")
    press(page, "a")
    assert [row.decided for row in rows(folder, key)] == ["accept"]
    expect(page.locator(".card[data-s='2'] .band.human")).to_contain_text(say("ar", "verdict.accept"))
    with Library(folder) as library:
        assert len(library.decisions()) == 1


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_no_serious_fault_and_nothing_wider_than_the_window(page: Page, folder: Path, lang: str) -> None:
    with Library(folder) as library:
        first = library.waiting()
        assert first
        library.fix(f"{first.capture}:{first.id}", {"speaker": "ليلى المنصوري", "kind": "mixed"}, who=ME, why="سمعتها")
    home = page.url.partition("/review")[0]
    page.context.add_cookies([{"name": "lang", "value": lang, "url": home}])
    screens = (*SCREENS, f"/review?finding={first.capture}:{first.id}", f"/page/{first.capture}")
    for screen in screens:
        for width in (1280, 390):
            page.set_viewport_size({"width": width, "height": 844})
            page.goto(home + screen)
            assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"), (screen, width)
        found = Axe().run(page).response["violations"]
        assert [(one["id"], one["nodes"][0]["html"]) for one in found if one["impact"] in ("serious", "critical")] == [], screen
