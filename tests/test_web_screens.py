"""The screens that gather: today, the agenda by month, a person, the quality; as a browser gets them."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

from qawl.library import Library
from qawl.model import Page
from qawl.web.app import application

HARBOUR = (
    "قال وزير الموانئ سالم الحداد إن الميناء الجديد سيفتح في الربيع. وأضاف أن العمال «لن يدفعوا ثمن التأخير».\n\n"
    "وأعلن الحداد أن وفد النقابة لن يحضر الاجتماع المقرر في صفاقس يوم 14 مارس 2024 لأن الدعوة وصلت متأخرة."
)
BRIDGE = "وقالت رئيسة البلدية ليلى الصباغ إن الجسر القديم سيغلق شهرا كاملا. وأكدت أن السكان «سيعبرون بالقوارب مجانا»."


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    where = tmp_path_factory.mktemp("screens") / "news.library"
    pages = [
        Page(id="harbour", source=HARBOUR, outlet="صحيفة المنارة", published="2024-03-04", title="الميناء"),
        Page(id="again", source="نشرتنا اليوم. " + HARBOUR, outlet="إذاعة الخليج", published="2024-03-04T18:00:00+01:00"),
        Page(id="bridge", source=BRIDGE, outlet="صحيفة المنارة", published="2024-03-07", title="الجسر"),
        Page(id="weather", source="كان البحر هادئا صباح اليوم.", outlet="صحيفة المنارة", published="2024-03-09"),
        Page(id="slip", source=BRIDGE.replace("الجسر", "النفق"), outlet="صحيفة المنارة", published="2999-01-01"),
    ]
    with Library(where, create=True) as library:
        assert [one.outcome for one in library.add(pages)] == ["added"] * len(pages)
    with TestClient(application(where), base_url="http://localhost") as client:
        yield client


def test_the_newest_day_with_statements_is_shown(browser: TestClient) -> None:
    """Neither a day on which nobody spoke, nor one that has not come."""
    html = browser.get("/").text
    assert "الجسر القديم سيغلق" in html
    assert "الميناء الجديد" not in html
    assert re.findall(r'rel="(?:prev|next)" href="([^"]+)"', html) == ["/?day=2024-03-04"]


def test_a_chosen_day_shows_each_saying_once(browser: TestClient) -> None:
    html = browser.get("/?day=2024-03-04").text
    assert html.count("الميناء الجديد سيفتح في الربيع") == 1
    assert 'rel="next" href="/?day=2024-03-07"' in html


def test_an_old_address_of_a_search_leads_to_the_statements(browser: TestClient) -> None:
    answer = browser.get("/?text=الجسر&sort=oldest", follow_redirects=False)
    assert answer.is_redirect
    assert answer.headers["location"].startswith("/statements?text=")
    assert "الجسر" in browser.get("/?text=الجسر").text
