"""A statement that its page tells as denied is told so wherever it is shown, and where it is cited."""

from __future__ import annotations

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from qawl.cli import main
from qawl.library import Library
from qawl.model import Page
from qawl.show.strings import LANGS, Lang, say
from qawl.web.app import application

TEXT = "نفت رئيسة نقابة الصيادين سعاد البيطار أن تكون النقابة قد قاطعت اجتماع الميناء.\n"
SAID = "النقابة قد قاطعت"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("denied")
    (made / "page.txt").write_text(TEXT, encoding="utf-8")
    with Library(made / "library", create=True) as library:
        list(library.add([Page(id="page", source=TEXT, outlet="جريدة الضفة", url="https://example.org/1")]))
    return made


@pytest.fixture(scope="module")
def statement(folder: Path) -> str:
    """The statement as an address of the web pages has it: its capture and its id."""
    with Library(folder / "library") as library:
        (answer,) = library.search(SAID).answers
        return f"{answer.row.capture}/{answer.row.id}"


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize(
    "command",
    [
        "read {page}",
        "read {page} --format html",
        "search قاطعت --library {library}",
        "statement {id} --library {library}",
        "check {words} --library {library}",
        "who البيطار --library {library}",
        "brief --since 2000-01-01 --library {library}",
    ],
)
def test_each_command_tells_it(folder: Path, statement: str, command: str, lang: Lang, capsys: pytest.CaptureFixture[str]) -> None:
    known = {"page": str(folder / "page.txt"), "library": str(folder / "library"), "id": statement.replace("/", ":"), "words": SAID}
    main([*(word.format(**known) for word in command.split()), "--lang", lang])
    shown = capsys.readouterr().out
    assert {"en": "denied", "ar": "منفي"}[lang] in shown  # the whole may be wrapped in its column


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize(
    "address", ["/statements?text=قاطعت", "/statement/{it}", "/page/{capture}", "/statements.atom?lang={lang}"]
)
def test_each_web_page_tells_it(folder: Path, statement: str, address: str, lang: Lang) -> None:
    browser = TestClient(application(folder / "library"), base_url="http://127.0.0.1", cookies={"lang": lang})
    answer = browser.get(address.format(it=statement, capture=statement.partition("/")[0], lang=lang))
    assert answer.status_code == 200
    assert say(lang, "turn.denial") in answer.text


def test_a_citation_does_not_turn_it_round(folder: Path, statement: str) -> None:
    page = TestClient(application(folder / "library"), base_url="http://127.0.0.1").get(f"/statement/{statement}").text
    cited = page.partition('id="cite-en"')[2].partition("</textarea>")[0]
    assert f"({say('en', 'turn.denial')}):" in cited
