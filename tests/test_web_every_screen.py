"""What holds of every screen of the web pages: it has a row in `tools/screens.py`, and no word of it is in the other language."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html.parser import HTMLParser
from pathlib import Path

import pytest
from starlette.routing import Route
from starlette.testclient import TestClient

from qawl.web.app import ROUTES, application
from tools.screens import KEYS, NO_SCREENS, SCREENS, Screen, address_of, fill, places

ARABIC = re.compile("[\u0621-\u064a]+")
LATIN_WORD = re.compile(r"(?<![A-Za-z./@-])[A-Za-z]{2,}")
# Names that are the same in every language.
NAMES = re.compile("https|API|Atom|CSV|HTML|JSONL?|OpenAPI|PDF|Qawl|RSS|SHA|URL|UTC|WACZ|WARC|iCalendar|ics")
# What holds words of pages, of readers or of machines.
DATA = {"bdi", "code", "kbd", "pre", "samp", "script", "style", "textarea", "title"}
FILES = re.compile(r"/static/.*|/api/.*|.*\.(atom|css|csv|ics|json|jsonl)")  # no pages for people
VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
SAID = ("aria-label", "placeholder", "title", "alt")


class Interface(HTMLParser):
    """The words of a page that are the interface's: outside what holds data or says its own language."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.words: list[str] = []
        self.open: list[tuple[str, bool]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = dict(attrs)
        data = tag in DATA or ("lang" in known and tag != "html") or any(data for _, data in self.open)
        if not data:
            self.words += [value for name in SAID if (value := known.get(name))]
        if tag not in VOID:
            self.open.append((tag, data))

    def handle_endtag(self, tag: str) -> None:
        while self.open and self.open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        if not any(inside for _, inside in self.open):
            self.words.append(data)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    where = tmp_path_factory.mktemp("screens") / "screens.library"
    fill(where)
    return where


@pytest.fixture(scope="module")
def known(folder: Path, browsers: Mapping[bool, TestClient]) -> Mapping[str, str]:
    return places(folder, browsers[False].app)  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def browsers(folder: Path) -> Iterator[Mapping[bool, TestClient]]:
    """A browser before the open pages, and one before those that ask for a password."""
    free, locked = application(folder), application(folder, keys=KEYS)
    with TestClient(free, base_url="http://localhost") as one, TestClient(locked, base_url="http://localhost") as other:
        yield {False: one, True: other}


def test_every_address_that_shows_a_page_has_a_row() -> None:
    shown = {screen.route for screen in SCREENS} | NO_SCREENS
    asked = {route.path for route in ROUTES if isinstance(route, Route) and "GET" in (route.methods or ())}
    routes = {path for path in asked if not FILES.fullmatch(path)}
    assert sorted(routes - shown) == [], "give each a row in tools/screens.py, or name it in NO_SCREENS if it shows no page"
    assert sorted(shown - routes) == [""]
    assert len({screen.name for screen in SCREENS}) == len(SCREENS)


@pytest.mark.parametrize("screen", SCREENS, ids=lambda screen: screen.name)
@pytest.mark.parametrize(("lang", "foreign"), [("en", ARABIC), ("ar", LATIN_WORD)], ids=["en", "ar"])
def test_no_word_of_a_screen_is_in_the_other_language(
    browsers: Mapping[bool, TestClient], known: Mapping[str, str], screen: Screen, lang: str, foreign: re.Pattern[str]
) -> None:
    browser = browsers[screen.locked]
    browser.cookies.set("lang", lang)
    answer = browser.get(address_of(screen, known), follow_redirects=False)
    assert answer.status_code == screen.status
    assert f'<html lang="{lang}"' in answer.text
    found = [words.strip() for words in Interface(answer.text).words if not all(map(NAMES.fullmatch, foreign.findall(words)))]
    assert found == []


def test_words_in_the_other_language_are_seen() -> None:
    """The test before would see them."""
    page = '<html lang="ar"><p>نص <bdi>RT</bdi> <b title="Close">Open</b> <q lang="en">said</q> <input placeholder="Find"></p>'
    found = [words for words in Interface(page).words if LATIN_WORD.search(words)]
    assert found == ["Close", "Open", "Find"]
