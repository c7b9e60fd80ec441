"""Pages added in a real browser: with a script and without, and hostile ones, of which nothing may run."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from threading import Event
from typing import Any
from urllib.parse import quote

import pytest
from axe_playwright_python.sync_playwright import Axe
from browsing import LONG, follow, heard
from playwright.sync_api import Browser, BrowserContext, Page, expect
from test_archives import story

from qawl.library import Library
from qawl.web.app import application
from qawl.web.tasks import Tasks
from qawl.web.words import word
from tools.browser import served as serving

READER = re.compile(r"/page/\w{64}$")
TEXT = (
    "قالت مديرة المكتبة سلوى الناصري إن قاعة المطالعة ستبقى مفتوحة حتى منتصف الليل. "
    "وأضافت أن الطلاب «لن يدفعوا رسوما هذا العام»، مؤكدة أن المخازن القديمة نقلت إلى البناء الجديد."
)
RUNS = "window.ran=1;alert(1)"
PAYLOADS = (
    f"<script>{RUNS}</script>",
    f'"><img src=x onerror="{RUNS}">',
    f"'><svg/onload='{RUNS}'>",
    f"</textarea></title></style><script>{RUNS}</script>",
    f'<iframe srcdoc="<script>parent.{RUNS}</script>"></iframe>',
    f'<a href="javascript:{RUNS}">x</a><details open ontoggle={RUNS}>',
    "{{ 7 * 7 }}{% raw %}&lt;script&gt;",
    f"<!--><script>{RUNS}</script>-->\u202e\u2066",
    f"<math><mtext></form><form><mglyph><style></math><img src onerror={RUNS}>",
)


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server of an empty library, which reads in its own process: others would take a second each."""
    folder = tmp_path_factory.mktemp("adding") / "new.library"
    Library(folder, create=True).close()
    app = application(folder)
    app.state.tasks.workers = 1
    with serving(app) as address:
        yield address


@pytest.fixture
def page(context: BrowserContext, address: str) -> Iterator[Page]:
    opened = context.new_page()
    opened.set_default_timeout(LONG)
    told = heard(opened)
    opened.goto(f"{address}/add")
    yield opened
    assert told == []


def send(page: Page, field: str) -> None:
    page.locator(f"form:has({field}) button").click()


def wait_for_the_end(page: Page) -> None:
    """Until all has come and the page stands as it stays: while it looks how far it is, it may yet load itself anew."""
    page.wait_for_load_state()
    expect(page.locator("#task[data-poll]")).to_have_count(0)
    page.wait_for_load_state()


def drop(page: Page, name: str, data: str) -> None:
    """Drop a file on the place for files."""
    carried = page.evaluate_handle(
        "([name, data]) => { const all = new DataTransfer(); all.items.add(new File([data], name)); return all; }", [name, data]
    )
    page.dispatch_event(".drop", "drop", {"dataTransfer": carried})


def test_paste_a_text_see_how_it_goes_and_land_in_the_reader(page: Page, monkeypatch: pytest.MonkeyPatch) -> None:
    go_on, whole = Event(), Tasks._do
    monkeypatch.setattr(Tasks, "_do", lambda self, task: go_on.wait(30) and whole(self, task))
    page.fill("#pasted", TEXT)
    page.locator("form:has(#pasted) input[name=title]").fill("ليل المكتبة")
    page.locator("form:has(#pasted) input[name=outlet]").fill("مجلة السراج")
    page.locator("form:has(#pasted) input[name=published]").fill("2025-10-12")
    send(page, "#pasted")
    expect(page.locator("#task progress")).to_be_visible()
    expect(page.locator("#task [role=status]")).to_contain_text(word("ar", "task.waiting"))
    go_on.set()
    page.wait_for_url(READER)
    expect(page.locator(".reader")).to_contain_text("قاعة المطالعة ستبقى مفتوحة")
    expect(page.locator("main")).to_contain_text("مجلة السراج")
    page.go_back()  # to the form, and not into a circle
    expect(page.locator("#pasted")).to_be_visible()


def test_files_are_dropped_or_chosen_and_listed(page: Page, tmp_path: Path) -> None:
    (tmp_path / "جسر.html").write_bytes(story(11))
    (tmp_path / "english.txt").write_text("Nothing here is written in the letters that these pages are about, not one.")
    drop(page, "نص.txt", TEXT)
    expect(page.locator(".chosen-files")).to_have_text("نص.txt")
    page.set_input_files("#files", [tmp_path / "جسر.html", tmp_path / "english.txt"])
    expect(page.locator(".chosen-files bdi")).to_have_text(["جسر.html", "english.txt"])
    send(page, "#files")
    wait_for_the_end(page)
    expect(page.locator(".came li")).to_have_count(2)
    expect(page.locator(".came .fault")).to_contain_text(word("ar", "failure.language"))
    follow(page.locator(".came a").first)
    page.wait_for_url(READER)
    expect(page.locator(".reader")).to_contain_text("الجسر رقم 11")


def test_a_private_address_is_refused_and_can_be_mended(page: Page, address: str) -> None:
    page.fill("#address", f"{address}/statements")
    send(page, "#address")
    expect(page.locator(".came .fault")).to_contain_text(word("ar", "not_added.private"))
    expect(page.locator("#address")).to_have_value(f"{address}/statements")


def test_without_a_script_the_page_leads_on_by_itself(chromium: Browser, address: str) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.set_default_timeout(LONG)
    page.goto(f"{address}/add")
    page.fill("#pasted", f"{TEXT} وقالت إن المقهى سيفتح أيضا.")
    send(page, "#pasted")
    page.wait_for_url(READER)
    assert "المقهى" in page.locator(".reader").inner_text()
    page.goto(f"{address}/add")
    page.set_input_files("#files", [{"name": "a.txt", "mimeType": "text/plain", "buffer": TEXT.encode()}])
    send(page, "#files")
    page.wait_for_url(re.compile("/page/|/add/"))
    context.close()


def test_nothing_of_what_is_added_runs(page: Page, context: BrowserContext, address: str) -> None:
    """Each payload as text, title, outlet, address and name of a file; then all pages that show something of it are opened."""
    opened: list[str] = []
    page.on("dialog", lambda dialog: (opened.append(dialog.message), dialog.dismiss()))
    screens = ["/", "/statements", "/sources", "/statements?text=جاهز"]
    for number, payload in enumerate(PAYLOADS):
        said = f"{TEXT}\n\n{TEXT}\n\nوقال المدير {payload} سامي الحلو إن {payload} جاهز رقم {number}، وأضاف: «{payload} لن يتأخر»."
        facts = {"title": f"{payload} {number}", "outlet": f"{payload} {number}", "url": f"https://siraj.example/?{payload}"}
        screens += [
            sent(context, address, text=f"{said}\n\n{TEXT}", **facts),
            sent(context, address, address=payload),
            sent(context, address, files={"name": f"{payload}.jsonl", "mimeType": payload, "buffer": b'{"id": "1"}'}),
            f"/sources?note={quote(payload)}",
        ]
    for screen in screens:
        page.goto(address + screen)
        expect(page.locator("#task progress")).to_have_count(0)
        assert page.evaluate("window.ran") is None, screen
        if READER.search(page.url):
            page.goto(address + (page.locator("a.open").last.get_attribute("href") or ""))
            assert page.evaluate("window.ran") is None, page.url
    assert opened == []


def sent(context: BrowserContext, home: str, **fields: Any) -> str:
    """The task that begins with a form as a browser sends it."""
    found = re.search(r'name="form_token" value="(\w+)"', context.request.get(f"{home}/add").text())
    assert found
    answer = context.request.post(f"{home}/add", multipart={"form_token": found[1], **fields}, max_redirects=0)
    assert answer.status == 303
    return answer.headers["location"]


@pytest.mark.parametrize(("lang", "theme"), [("ar", "light"), ("en", "dark")])
def test_no_serious_fault_for_who_does_not_see(page: Page, context: BrowserContext, address: str, lang: str, theme: str) -> None:
    context.add_cookies([{"name": name, "value": value, "url": address} for name, value in (("lang", lang), ("theme", theme))])
    page.goto(f"{address}/add")
    page.set_input_files("#files", [{"name": f"{n}.txt", "mimeType": "text/plain", "buffer": b"English"} for n in range(2)])
    page.locator("summary").first.click()
    screens = ["now", f"{address}/sources", f"{address}/sources?note=x"]
    for screen in screens:
        if screen != "now":
            page.goto(screen)
        check(page)
    page.goto(f"{address}/add")
    page.set_input_files("#files", [{"name": f"{n}.txt", "mimeType": "text/plain", "buffer": b"English"} for n in range(2)])
    send(page, "#files")
    wait_for_the_end(page)
    expect(page.locator(".came li")).to_have_count(2)
    check(page)
    for width in (390, 1280):
        page.set_viewport_size({"width": width, "height": 844})
        for screen in ("/add", "/sources", page.url.removeprefix(address)):
            page.goto(address + screen)
            assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"), (screen, width)


def check(page: Page) -> None:
    found = Axe().run(page).response["violations"]
    faults = [(one["id"], one["nodes"][0]["html"]) for one in found if one["impact"] in ("serious", "critical")]
    assert faults == [], page.url
