"""What users come for, walked in a real browser over invented pages: one article in three forms, a page that is only alike.

The pages stand in `web_scenarios/`: an envoy of an alliance speaks; three states stay away from a meeting, a minister is not
invited; a visit is announced for three days of a year that the text does not give.
"""

from __future__ import annotations

import json
import re
import zipfile
from collections.abc import Iterator
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from urllib.parse import unquote

import icalendar
import pytest
from browsing import LONG, follow, heard, served
from msgspec.structs import replace
from playwright.sync_api import Browser, Locator, Page, expect

import qawl
from qawl import cli
from qawl.engine.many import read_safely
from qawl.export.pack import readable, zipped
from qawl.library import Library
from qawl.model import EXTRACTOR, Failure, Record, Statement
from qawl.model import Page as Read
from qawl.pages import open_pages
from qawl.show.marks import whole_words
from qawl.show.strings import strings
from qawl.web.words import word

SAMPLES = Path(qawl.__file__).parent / "samples"
PAGES = Path(__file__).parent / "web_scenarios"
ENVOY = "كريم الأيوبي"
AWAY = ("تونس", "مالطا", "الأردن")
REASON = "المدعوين هم فقط ممثلو الدول التي تشارك سفنها في الدوريات"
MEETING = "نحن نذهب إلى طنجة"
SAYINGS = 13  # of the article, two wordings of one among them
ANCHORS = 16


def library_of(folder: Path, *names: str, published: str | None = None) -> Path:
    with Library(folder, create=True) as library:
        pages = open_pages([str(PAGES / name) for name in names], published=published)
        outcomes = [one.outcome for one in library.add(pages)]
    assert outcomes == ["added"] * len(names)
    return folder


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The text of the article alone, as a file."""
    return library_of(tmp_path_factory.mktemp("text") / "lib", "envoy.txt")


@pytest.fixture(scope="module")
def text(folder: Path) -> Iterator[str]:
    """The address of a library of the text alone."""
    with served(folder) as address:
        yield address


@pytest.fixture(scope="module")
def dated(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a library of the page as a site gives it, with its day."""
    with served(library_of(tmp_path_factory.mktemp("dated") / "lib", "envoy.html")) as address:
        yield address


@pytest.fixture(scope="module")
def forms(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a library of the article in its three forms, and of the page that is alike."""
    names = ("envoy.html", "envoy.amp.html", "envoy.txt", "similar.txt")
    with served(library_of(tmp_path_factory.mktemp("forms") / "lib", *names)) as address:
        yield address


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    """A window of a reader with scripts, whose console stays silent."""
    context = chromium.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce", accept_downloads=True)
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    opened = context.new_page()
    opened.set_default_timeout(LONG)
    told = heard(opened)
    yield opened
    context.close()
    assert told == []


@pytest.fixture
def plain(chromium: Browser) -> Iterator[Page]:
    """A window of a reader without scripts."""
    context = chromium.new_context(viewport={"width": 1280, "height": 900}, java_script_enabled=False, reduced_motion="reduce")
    opened = context.new_page()
    opened.set_default_timeout(LONG)
    yield opened
    context.close()


def record_of(folder: Path) -> tuple[str, Record, str]:
    """The capture, the record and the source of the one page of a library."""
    with Library(folder) as library:
        (row,) = library.rows("pages")
        capture = row.capture  # type: ignore[attr-defined]
        return capture, library.seen(capture), library.capture(capture).decode()


def statements_of(record: Record) -> tuple[Statement, ...]:
    return (*record.title_statements, *record.statements)


# -- from each statement to its words (A02)


def test_each_statement_leads_to_its_very_words_without_a_script(plain: Page, text: str, folder: Path) -> None:
    capture, record, source = record_of(folder)
    statements = statements_of(record)
    assert len(statements) == ANCHORS
    for number, statement in enumerate(statements, 1):
        plain.goto(f"{text}/page/{capture}#t{number}")
        expect(plain.locator(f"#t{number}")).to_be_in_viewport()
        assert all(source[span.start : span.end] == span.text for span in statement.content)
        shown = [whole_words(source, span.start, span.end) for span in statement.content]
        assert highlighted(plain, number) == "".join(source[start:end] for start, end in shown)


def highlighted(page: Page, number: int) -> str:
    """The words that stand out since the address names them: those of this statement, and of no other."""
    page.wait_for_load_state("load")
    page.mouse.move(0, 0)  # what it points at lights up too
    marks = page.locator(".reader .m.content")
    lit = marks.evaluate_all(
        "all => all.filter(one => getComputedStyle(one).boxShadow.includes('2px'))"
        ".filter(one => getComputedStyle(one).borderRadius === '0px').map(one => [one.dataset.s, one.textContent])"
    )
    assert lit, number
    assert [keys for keys, _ in lit if str(number) not in keys.split()] == []
    return "".join(words for _, words in lit)


def test_the_card_of_a_statement_and_its_page_lead_there_too(page: Page, text: str, folder: Path) -> None:
    capture, record, _ = record_of(folder)
    number, statement = next((n, one) for n, one in enumerate(statements_of(record), 1) if MEETING in one.content[0].text)
    page.goto(f"{text}/statement/{capture}/{statement.id}")
    assert "".join(page.locator(".context mark.content").all_inner_texts()) == statement.content[0].text
    follow(page.locator(".context a.button"))
    page.wait_for_url(f"**#t{number}")
    expect(page.locator(f"#t{number}")).to_be_in_viewport()
    page.locator(f"#s{number}").hover()
    assert "".join(page.locator(".m.content.lit").all_inner_texts()) == statement.content[0].text
    page.goto(f"{text}/statement/{capture}/{statement.id}")
    page.get_by_role("button", name=words_of("copy"), exact=True).first.click()
    expect(page.get_by_role("button", name=words_of("copied"))).to_be_visible()
    assert statement.content[0].text in page.evaluate("navigator.clipboard.readText()")
    follow(page.locator(".ways a[href*='/source']"))
    assert page.locator("#here").inner_text() == statement.content[0].text  # in the page as it came


def test_without_a_script_citations_are_fields_to_select(plain: Page, text: str, folder: Path) -> None:
    capture, record, _ = record_of(folder)
    plain.goto(f"{text}/statement/{capture}/{record.statements[0].id}")
    expect(plain.locator("button.copy").first).to_be_hidden()
    for language in ("ar", "en"):
        assert record.statements[0].content[0].text in plain.locator(f"#cite-{language}").input_value()


def test_the_live_page_is_named_by_whole_words_of_one_paragraph(page: Page, dated: str) -> None:
    page.goto(f"{dated}/statements?text={MEETING}")
    follow(page.locator(".saying blockquote a").first)
    link = page.locator(".ways a[rel~=external]").get_attribute("href") or ""
    address, _, directive = link.partition("#:~:text=")
    assert address == "https://sahil.example/news/4417-alliance"
    paragraph = next(line for line in (PAGES / "envoy.txt").read_text("utf-8").split("\n") if MEETING in line)
    for words in map(unquote, directive.split(",")):
        assert re.search(rf"(?<!\w){re.escape(words)}(?!\w)", paragraph), words
    expect(page.locator(".ways")).to_contain_text("إن تغيرت الصفحة لم يعلّم شيئا")


# -- the reader


def test_layers_are_switched_off_and_on_without_a_script(plain: Page, text: str, folder: Path) -> None:
    capture, _, _ = record_of(folder)
    plain.goto(f"{text}/page/{capture}")
    for layer, mark, card, looks in LAYERS:
        marked = plain.locator(f".reader {mark}").first
        before = marked.evaluate(looks)
        plain.locator(f"#layer-{layer}").uncheck()
        assert marked.evaluate(looks) != before, layer
        if card:
            expect(plain.locator(card).first).to_be_hidden()
        plain.locator(f"#layer-{layer}").check()
        assert marked.evaluate(looks) == before, layer


GROUND, LINE = "one => getComputedStyle(one).backgroundColor", "one => getComputedStyle(one).textDecorationLine"
EDGE = "one => getComputedStyle(one).borderBlockEndWidth"
# A layer, words of it, a card of it, and how they look.
LAYERS = (
    ("saying", ".m.content", "#s2", GROUND),
    ("event", ".m.event:not(.relation)", ".card.of-event", LINE),
    ("relation", ".m.relation:not(.event)", ".card.of-relation", LINE),
    ("person", ".m.person:not(.date)", "", EDGE),
    ("date", ".m.date", "", EDGE),
)


def test_headings_are_the_outlets_words_and_an_encounter_opens_at_its_address(plain: Page, text: str, folder: Path) -> None:
    capture, record, _ = record_of(folder)
    visit = next(one for one in record.events if one.type == "visit")
    plain.goto(f"{text}/page/{capture}#{visit.id}")
    expect(plain.locator(f"[id='{visit.id}']")).to_be_visible()
    headings = plain.locator(".reader .text", has_text=words_of("outlet_heading")).locator("h2")
    assert headings.count() == 3
    assert headings.locator(".content").count() == 0
    spoken = "".join(plain.locator(".reader .m.content").all_inner_texts())
    assert "عدم دعوة" not in spoken
    assert "تابعوا" not in spoken


# -- who stays away, and what is on (A03)


def test_who_will_not_be_there_who_says_so_and_why(page: Page, text: str) -> None:
    page.goto(f"{text}/agenda?absent=1")
    encounter = page.locator(".encounter", has_text="طنجة")
    away = encounter.locator(".part.not_attending")
    assert {name for name in AWAY if any(name in one for one in away.all_inner_texts())} == set(AWAY)
    for told in away.all_inner_texts():
        assert ENVOY in told
        assert REASON in told
    not_invited = encounter.locator(".part.not_invited").inner_text()
    assert "وزيرة البيئة التونسية" in not_invited
    assert ENVOY not in not_invited  # the outlet says so in its own words
    assert strings()["own_voice"]["ar"] in not_invited
    assert strings()["when.not_stated"]["ar"] in encounter.inner_text()


def test_what_is_on_these_days(page: Page, dated: str) -> None:
    page.goto(f"{dated}/agenda?view=list&since=2019-02-09&until=2019-02-11")
    (encounter,) = page.locator(".encounter").all()
    for words in ("إيلينا كاسار", "12", "مجلس جبراء المضيق", "تونس", "9", "11", "فبراير", "2019"):
        assert words in encounter.inner_text(), words
    follow(encounter.get_by_role("link").first)
    for words in ("وزارة الخارجية التونسية", "مجلس الأمن القومي", "ممثلي النقابات"):
        assert words in page.locator("main").inner_text(), words


def test_the_calendar_holds_the_visit_and_not_what_has_no_day(page: Page, dated: str) -> None:
    page.goto(f"{dated}/agenda")
    address = page.locator("a[href*='.ics']").first.get_attribute("href") or ""
    answer = page.request.get(dated + address)
    data = answer.body()
    assert answer.headers["content-type"].startswith("text/calendar")
    calendar = icalendar.Calendar.from_ical(data)
    (event,) = calendar.walk("VEVENT")
    assert event.errors == []
    assert {"UID", "DTSTAMP", "SUMMARY"} <= set(event)
    assert (event["DTSTART"].to_ical(), event["DTEND"].to_ical()) == (b"20190209", b"20190212")  # the end is not of it
    assert event["DTSTART"].params["VALUE"] == "DATE"
    assert "طنجة" not in str(event["SUMMARY"])
    for line in data.split(b"\r\n"):
        assert len(line) <= 75
        line.decode()  # no letter is cut in two


# -- the year that the text does not give (A04)


def test_the_year_is_nobodys_guess(page: Page, text: str, dated: str, tmp_path: Path) -> None:
    assert said_on(page, text) == ("--02-02", "لا تذكر الصفحة السنة")
    assert said_on(page, dated)[0].startswith("2019-02-02")
    assert "2019-02-02" in said_on(page, dated)[1]
    with served(library_of(tmp_path / "given", "envoy.txt", published="2019-02-03")) as given:
        day, why = said_on(page, given)
        assert day == "2019-02-02"
        assert "2019-02-03" in why


def said_on(page: Page, address: str) -> tuple[str, str]:
    """The day of a statement as the page tells it, and why."""
    page.goto(f"{address}/statements?text=منع تهريب الوقود")
    follow(page.locator(".saying blockquote a").first)
    value = page.locator("dl.known dt", has_text=strings()["said_on"]["ar"]).locator("xpath=following-sibling::dd[1]")
    value.locator("summary").click()
    why = value.locator(".why p").all_inner_texts()
    wanted = next((one for one in why if "السنة" in one or "2019" in one), "")
    day = (
        value.locator("time").first.get_attribute("datetime")
        if value.locator("time").count()
        else value.locator("bdi").first.inner_text()
    )
    return day or "", "لا تذكر الصفحة السنة" if "السنة" in wanted else wanted


# -- search, in whatever spelling (A05)

FINDS = {
    "شراكة أوثق": "شراكة أوثق",
    "شراكه اوثق": "شراكة أوثق",
    "طنجة": MEETING,
    "بطنجه": MEETING,
    "إلى طنجة": MEETING,
    "ليبيا": "تهريب الوقود",
    "الأيوبى": "",
    "لا يريد": "لايريد",
    "لايريد": "لايريد",
    "يصابون": "يُصابون",
    "يُصَابُون": "يُصابون",
    "المتوســط": "أمن المتوسط",
    "خبراء المضيق": "جبراء",
    "لجنة تونس المضيق": "لجنة تونس – المضيق",
    "السكرتير العام": "الأمين العام",
    "ايلينا كاسار": "إيلينا كاسار",
    "١٢ خبيرا": "12 خبيرا",
    "٩ شباط": "9 إلى 11 فبراير",
    "والأردن": "والأردن",
    "شؤون داخليه": "شؤون داخلية",
}


def test_each_spelling_finds_its_statement_with_the_right_words_marked(page: Page, text: str) -> None:
    missed = {}
    for typed, words in FINDS.items():
        page.goto(f"{text}/statements?text={typed}&each=1")
        found = [shown for shown in page.locator(".saying blockquote").all_inner_texts() if words in shown]
        marked = page.locator(".saying blockquote mark").all_inner_texts()
        if not found or (words and not marked) or any(re.search(r"\s$|^\s", one) for one in marked):
            missed[typed] = (found, marked)
    assert missed == {}


@pytest.mark.parametrize(
    ("typed", "finds"), [("أوثق", True), ("اوثق", False), ("طنجة", True), ("طنجه", False), ("يُصابون", True), ("لا يريد", False)]
)
def test_exactly_finds_these_letters_alone(page: Page, text: str, typed: str, finds: bool) -> None:
    page.goto(f"{text}/statements")
    page.locator("#text").fill(typed)
    page.get_by_text(words_of("filters")).click()
    page.get_by_label(words_of("exact")).check()
    with page.expect_navigation():
        page.keyboard.press("Enter")
    answers = page.locator(".saying")
    assert (answers.count() > 0) == finds
    for marked in answers.locator("mark").all_inner_texts():
        assert typed in marked


def test_a_council_is_not_taken_for_another(page: Page, text: str) -> None:
    page.goto(f"{text}/statements?text=مجلس الأمن&organisation=الأمم المتحدة")
    assert page.locator(".saying").count() == 0


def words_of(key: str) -> str:
    """A word of the pages in Arabic."""
    return word("ar", key)


# -- one article in three forms (A06)


def test_three_forms_are_one_saying_each_with_what_differs(page: Page, dated: str, forms: str) -> None:
    assert counted(page, dated) == SAYINGS
    assert counted(page, forms) == SAYINGS + 3  # those of the page that is only alike
    page.goto(f"{forms}/statements?text=من شأن صلاتنا بتونس")
    follow(page.locator(".saying blockquote a").first)
    expect(page.locator(".appearances > li")).to_have_count(3)
    differing = page.locator(".differences li").all_inner_texts()
    assert [one for one in differing if "داخل" in one and "ضمن" in one]
    assert not page.locator(".appearances", has_text="الصيادون").count()


def test_two_wordings_of_one_page_stand_side_by_side(page: Page, text: str) -> None:
    page.goto(f"{text}/statements?text=منع تهريب الوقود")
    follow(page.locator(".saying blockquote a").first)
    expect(page.locator(".appearances > li")).to_have_count(2)
    told = " ".join(page.locator(".differences li").all_inner_texts())
    for words in ("شراكة أوثق", "من", "في"):
        assert words in told
    decoration = "one => getComputedStyle(one).textDecorationLine"
    assert page.locator(".differences del").first.evaluate(decoration) == "line-through"  # not by colour alone
    assert page.locator(".differences ins").first.evaluate(decoration) == "underline"


def counted(page: Page, address: str) -> int:
    """How many sayings the library counts."""
    page.goto(f"{address}/statements")
    return int(re.findall(r"\d+", page.locator("#count").inner_text())[0])


# -- the evidence, checked by a stranger (A11)


def test_a_stranger_checks_the_evidence_file(
    page: Page, dated: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    page.goto(f"{dated}/statements?text={MEETING}")
    follow(page.locator(".saying blockquote a").first)
    with page.expect_download() as saving:
        page.locator("a[download$='.qawl.zip']").click()
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    monkeypatch.chdir(elsewhere)
    name = saving.value.suggested_filename
    saving.value.save_as(elsewhere / name)
    command = page.locator(".ways code").inner_text().split()
    assert command == ["qawl", "verify", name]
    assert cli.main(command[1:]) == 0
    whole = (elsewhere / name).read_bytes()
    for told, bend in BENT.items():
        (elsewhere / name).write_bytes(bend(whole))
        assert cli.main(command[1:]) == 1, told
        assert name in capsys.readouterr().out


def flipped(data: bytes) -> bytes:
    """One bit of the page is another."""
    place = data.index("طنجة".encode())
    return data[:place] + bytes([data[place] ^ 1]) + data[place + 1 :]


def shifted(data: bytes) -> bytes:
    """What was said begins one letter later, and the hashes are made to fit."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    for name in ("record.json", "statement.json"):
        members[name] = re.sub(
            rb'("content":\s*\[\s*\{.*?"start":\s*)(\d+)', lambda m: m[1] + b"%d" % (int(m[2]) + 1), members[name], flags=re.S
        )
    manifest = json.loads(members["manifest.json"])
    for one in manifest["members"]:
        one |= {"size": len(members[one["name"]]), "sha256": sha256(members[one["name"]]).hexdigest()}
    return zipped(members | {"manifest.json": readable(manifest)})


BENT = {"a flipped bit": flipped, "a shifted place": shifted}


# -- from the front door of the bundled samples


@pytest.fixture(scope="module")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a library of the bundled samples."""
    folder = tmp_path_factory.mktemp("samples") / "lib"
    with Library(folder, create=True) as library:
        list(library.add(open_pages([str(path) for path in sorted(SAMPLES.glob("*.html"))])))
    with served(folder) as address:
        yield address


def test_who_stays_away_from_the_meeting_of_the_samples_is_four_clicks_away(page: Page, samples: str) -> None:
    page.goto(samples)
    clicks = [
        page.get_by_role("navigation").get_by_role("link", name=words_of("nav.agenda")),
        page.get_by_role("link", name=words_of("view.list"), exact=True),
    ]
    for link in clicks:
        follow(link)
    meeting = page.locator(".encounter", has_text="الإسكندرية").filter(has=page.locator(".part.not_attending .reason q")).first
    away = meeting.locator(".part.not_attending", has=page.locator(".reason q")).first
    assert "الاتحاد المشرقي للملاحة" in away.inner_text()
    assert away.locator(".according").inner_text().removeprefix(strings()["according_to"]["ar"]).strip(": ")
    assert away.locator(".reason q").inner_text()


# -- the whole way of a newcomer, and a correction that survives (A12)

WHO, OTHER = "ليلى", "منصف الزواري"
ADDED = "قالت مديرة المنارة هند البيطار إن الضوء سيعود هذه الليلة. وأضافت أن القوارب لن تنتظر طويلا."


@pytest.fixture
def own(tmp_path: Path) -> Iterator[tuple[str, Path]]:
    """The address and the folder of a library that a test may change."""
    folder = library_of(tmp_path / "own", "envoy.html", "harbour.txt")
    with served(folder) as address:
        yield address, folder


def test_the_way_of_a_newcomer(page: Page, own: tuple[str, Path]) -> None:
    address, folder = own
    page.goto(address)
    follow(page.get_by_role("navigation").get_by_role("link", name=words_of("nav.statements")))
    page.locator("#text").fill("الى طنجه")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    follow(page.locator(".saying blockquote a").first)
    page.wait_for_url("**/statement/**")
    statement = page.url
    said = page.locator("blockquote.large").inner_text()
    follow(page.locator(".context a.button"))
    page.wait_for_url("**#t*")
    number = page.url.rpartition("#t")[2]
    assert highlighted(page, int(number)) == said
    page.goto(statement)
    fix(page, OTHER)
    assert page.url.partition("?")[0] == statement
    with Library(folder) as library:
        assert {one.outcome for one in library.reread(all=True)} <= {"unchanged", "read_again"}
    page.reload()
    expect(page.locator("h1")).to_have_text(OTHER)
    expect(page.locator(".rulings")).to_contain_text(OTHER)
    follow(page.get_by_role("navigation").get_by_role("link", name=words_of("nav.agenda")))
    calendar = page.request.get(address + (page.locator("a[href*='.ics']").first.get_attribute("href") or ""))
    assert [str(one["DTSTART"].dt) for one in icalendar.Calendar.from_ical(calendar.body()).walk("VEVENT")] == ["2019-02-09"]
    follow(page.get_by_role("navigation").get_by_role("link", name=words_of("nav.check")))
    page.locator("textarea").fill(said.replace("لن تحضر", "ستحضر"))
    page.get_by_role("button", name=words_of("check_it"), exact=True).click()
    expect(page.locator("main del, main .caution").first).to_be_visible()
    follow(page.get_by_role("link", name=words_of("nav.add")))
    page.locator("#pasted").fill(ADDED)
    page.get_by_role("region", name=words_of("page_text")).get_by_role("button").click()
    page.wait_for_url("**/page/*")
    expect(page.locator(".card")).to_have_count(2)
    follow(page.get_by_role("link", name="English"))
    expect(page.locator("html")).to_have_attribute("dir", "ltr")
    follow(page.get_by_role("link", name="Colours"))
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    assert page.url.startswith(f"{address}/page/")


def fix(page: Page, value: str) -> None:
    """Correct the speaker of the statement that a page shows, as somebody who gives a name."""
    follow(page.locator("a.verdict.fix").first)
    page.locator("[name=speaker_typed]").fill(value)
    follow(page.get_by_role("button", name=words_of("save_fix")))
    if page.locator(".signing").count():
        page.locator(".signing [name=who]").fill(WHO)
        page.locator(".signing button").click()
    page.wait_for_url("**/statement/**")


NEWER = "qawl 99"


def test_a_correction_a_join_and_a_rejection_outlive_another_reader(
    page: Page, own: tuple[str, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    address, folder = own
    page.goto(f"{address}/statements?text=أنسب مكان لها")
    follow(page.locator(".saying blockquote a").first)
    corrected = page.url
    fix(page, OTHER)
    page.goto(f"{address}/statements?text=مسؤولي وزارة الخارجية")
    follow(page.locator(".saying blockquote a").first)
    page.locator("button.verdict.reject").first.click()
    page.wait_for_url("**/page/**")  # where it stood; its own page is gone
    page.goto(f"{address}/review/people")
    page.locator("article", has_text="كريم الايوبى").locator("form[action='/join'] button.accept").click()
    page.wait_for_load_state()
    with Library(folder) as library:
        another_reader(monkeypatch, "منتدى الأمن والملاحة")
        assert "read_again" in {one.outcome for one in library.reread()}
    page.goto(corrected)
    expect(page.locator("h1")).to_have_text(OTHER)
    for words in (OTHER, ENVOY, WHO, EXTRACTOR):
        expect(page.locator(".rulings")).to_contain_text(words)
    page.goto(f"{address}/statements?text=مسؤولي وزارة الخارجية")
    assert page.locator(".saying").count() == 0
    page.goto(f"{address}/who?name=كريم الايوبى")
    expect(page.locator("main")).to_contain_text(ENVOY)
    page.goto(f"{address}/review/disagreements")
    differs = page.locator("article", has_text=strings()["machine.differs"]["ar"])
    for words in (OTHER, "إيلينا كاسار", WHO):
        expect(differs).to_contain_text(words)
    page.goto(f"{address}/decisions")
    log = page.locator("article.decision")
    assert log.count() == 3
    for one in log.all_inner_texts():
        assert WHO in one
        assert EXTRACTOR in one
    assert [one.get_attribute("datetime") for one in log.locator("time").all()]


def another_reader(monkeypatch: pytest.MonkeyPatch, words: str) -> None:
    """A newer version, which takes who says something for somebody else."""

    def read(page: Read) -> Record | Failure:
        record = read_safely(page)
        if isinstance(record, Failure):
            return record
        statements = tuple(mistaken(one) if words in one.content[0].text else one for one in record.statements)
        return replace(record, statements=statements, extractor=NEWER)

    monkeypatch.setattr("qawl.library.adding.read_safely", read)
    monkeypatch.setattr("qawl.library.deciding.reread.EXTRACTOR", NEWER)


def mistaken(one: Statement) -> Statement:
    """The same statement of somebody else."""
    return replace(one, speaker=replace(one.speaker, name="إيلينا كاسار", ref=None) if one.speaker else None)


# -- a newcomer reads the page (A01)


def test_a_newcomer_reads_the_page_and_reaches_its_words(page: Page, text: str) -> None:
    page.goto(text)
    follow(page.get_by_role("navigation").get_by_role("link", name=words_of("nav.statements")))
    follow(page.locator(".saying .foot a").first)  # to the reader
    cards = page.locator(".card[data-id]")
    assert cards.count() == ANCHORS
    assert [words_of_card(one) for one in cards.all()] == EXPECTED
    held = page.locator(".card", has_text=strings()["holder"]["ar"])
    assert all("الأمين العام للحلف" in one or "مندوبو الحلف" in one for one in held.all_inner_texts())
    assert held.count() == 3
    chrome = page.locator(".reader p", has_text="تابعوا").or_(page.locator(".reader p", has_text="تعريف الارتباط"))
    assert chrome.count() == 2
    assert chrome.locator(".content").count() == 0
    assert not page.locator(".card .who", has_text="كاسار").count()  # whom he names, and who says nothing
    number = next(n for n, one in enumerate(cards.all(), 1) if "عدم دعوة" in one.inner_text())
    follow(cards.nth(number - 1).locator("a.n"))
    assert MEETING in highlighted(page, number)


def words_of_card(card: Locator) -> tuple[str, str, str]:
    """Who, by which word, and how: as a card tells it."""
    verb = card.locator(".verb").inner_text().strip("· ")
    kind = next(one for one in ("indirect", "direct") if strings()[f"kind.{one}"]["ar"] in card.inner_text())
    return card.locator(".who").inner_text(), verb, kind


EXPECTED = [
    ("حلف المضيق", "", "indirect"),
    *[(ENVOY, cue, kind) for cue, kind in (
        ("صرح", "indirect"), ("حسب قوله", "direct"), ("صرح", "indirect"), ("حسب قوله", "direct"), ("أضاف", "direct"),
        ("أشار", "direct"), ("أشار", "direct"), ("قال", "direct"), ("أشار", "direct"), ("قال", "direct"), ("أضاف", "direct"),
        ("أوضح", "direct"), ("قال", "direct"), ("حسب قوله", "direct"), ("أضاف", "direct"),
    )],
]  # fmt: skip
