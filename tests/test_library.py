"""A library: pages come in, once each, with their evidence; what fails is kept with its reason."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections import Counter
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.resources import files
from pathlib import Path
from threading import Thread

import pytest

from qawl import cli
from qawl.cli.add import pages_to_come
from qawl.library import Library, LibraryError
from qawl.library.rows import TABLES, columns
from qawl.library.schema import FINDINGS, VERSION
from qawl.model import Page
from qawl.pages import open_pages
from tools.schema_page import PAGE, schema_page

SAMPLES = sorted(str(path) for path in Path(str(files("qawl") / "samples")).glob("*.html"))
LINES = [
    {"id": "one", "text": "قال وزير الزراعة سالم الكندي إن الموسم جيد.", "outlet": "جريدة الضفة", "published": "2024-03-05"},
    {"id": "two", "text": "أكدت البلدية أن الجسر سيفتح يوم الأحد.", "published": "2024-03-06"},
]


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library(tmp_path / "qawl.library", create=True) as library:
        yield library


@pytest.fixture
def lines(tmp_path: Path) -> str:
    path = tmp_path / "pages.jsonl"
    path.write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in LINES) + "{broken\n", "utf-8")
    return str(path)


def outcomes(library: Library, *paths: str, retry: bool = False, **given: str) -> Counter[str]:
    return Counter(added.outcome for added in library.add(open_pages(paths, **given), retry=retry, **given))  # type: ignore[arg-type]


def dump(library: Library) -> list[str]:
    """All that the database holds, but for times."""
    lines = library.store.connection.iterdump()
    return [line for line in lines if "sqlite_sequence" not in line]


# -- coming in


def test_pages_are_read_and_kept_with_their_bytes(library: Library, lines: str) -> None:
    assert outcomes(library, *SAMPLES, lines) == {"added": len(SAMPLES) + 2, "failed": 1}
    for path in SAMPLES:
        data = Path(path).read_bytes()
        key = hashlib.sha256(data).hexdigest()
        assert library.capture(key) == data
        assert library.record(key).document.page_sha256 == key


def test_the_capture_of_a_line_is_the_line(library: Library, lines: str) -> None:
    outcomes(library, lines)
    line = json.dumps(LINES[0], ensure_ascii=False).encode()
    key = hashlib.sha256(line).hexdigest()
    assert library.capture(key) == line
    assert library.record(key).document.outlet == "جريدة الضفة"


def test_adding_twice_changes_nothing(library: Library, lines: str) -> None:
    outcomes(library, *SAMPLES, lines)
    before = dump(library)
    assert outcomes(library, *SAMPLES, lines) == {"known": len(SAMPLES) + 2, "failed": 1}
    assert dump(library) == before


def test_a_page_that_comes_twice_in_one_run_is_one_page(library: Library, tmp_path: Path) -> None:
    copy = tmp_path / "copy.html"
    copy.write_bytes(Path(SAMPLES[0]).read_bytes())
    assert outcomes(library, SAMPLES[0], str(copy)) == {"added": 1, "known": 1}
    assert len(list(library.rows("pages"))) == 1
    assert len({source.source for source in library.sources()}) == 2


def test_a_page_that_comes_with_other_facts_is_read_again_with_these(library: Library, tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text("قالت البلدية اليوم إن الجسر سيفتح.", "utf-8")
    assert outcomes(library, str(page)) == {"added": 1}
    assert outcomes(library, str(page), published="2024-03-05") == {"read_again": 1}
    assert outcomes(library, str(page), outlet="جريدة الضفة") == {"read_again": 1}
    assert outcomes(library, str(page)) == {"known": 1}
    (row,) = library.rows("pages")
    assert (row.published, row.outlet) == ("2024-03-05", "جريدة الضفة")  # type: ignore[attr-defined]


def test_what_a_page_comes_with_twice_in_one_run_is_all_kept(library: Library) -> None:
    text = "قالت البلدية اليوم إن الجسر سيفتح."
    pages = [Page(source=text, outlet="جريدة الضفة"), Page(source=text, published="2024-03-05")]
    assert [added.outcome for added in library.add(pages)] == ["added", "read_again"]
    (row,) = library.rows("pages")
    assert (row.outlet, row.published) == ("جريدة الضفة", "2024-03-05")  # type: ignore[attr-defined]
    assert [date.value for date in library.record(row.capture).dates] == ["2024-03-05"]  # type: ignore[attr-defined]


def test_workers_make_the_same_library(tmp_path: Path, lines: str) -> None:
    tables = []
    for workers in (1, 2):
        with Library(tmp_path / f"{workers}", create=True) as library:
            list(library.add(open_pages([*SAMPLES, lines]), workers=workers))
            tables.append([list(library.rows(table)) for table in FINDINGS])
    assert tables[0] == tables[1]


# -- what fails


def test_what_fails_is_kept_with_its_reason_and_its_bytes(library: Library, lines: str, tmp_path: Path) -> None:
    missing = str(tmp_path / "gone.txt")
    outcomes(library, lines, missing)
    failed = {source.source: source for source in library.sources() if source.code}
    assert {source.code for source in failed.values()} == {"bad_line", "missing"}
    broken = failed[f"{lines}:3"]
    assert library.capture(broken.capture or "") == b"{broken"


def test_a_page_that_failed_is_tried_again_on_request(library: Library, tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    assert outcomes(library, str(page)) == {"failed": 1}
    page.write_text("قالت البلدية إن الجسر سيفتح يوم الأحد.", "utf-8")
    assert outcomes(library, str(page)) == {"added": 1}
    assert [source.code for source in library.sources()] == [None]


def test_a_failure_is_read_again_only_on_request(library: Library, tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text("no Arabic here, and nothing to read in it at all", "utf-8")
    assert outcomes(library, str(page)) == {"failed": 1}
    tries = [source.tries for source in library.sources()]
    assert outcomes(library, str(page)) == {"failed": 1}
    assert [source.tries for source in library.sources()] == tries == [1]
    assert outcomes(library, str(page), retry=True) == {"failed": 1}
    assert [source.tries for source in library.sources()] == [2]


# -- rows


def test_rows_come_back_as_they_went_in(library: Library) -> None:
    outcomes(library, *SAMPLES)
    for table, row in TABLES.items():
        found = list(library.rows(table))
        assert found or table == "relations"  # the samples tell none
        assert {type(one) for one in found} <= {row}
    statements = list(library.rows("statements", "p.capture = ? AND f.flags <> '[]'", [next(iter(library.rows("events"))).capture]))  # type: ignore[attr-defined]
    assert all(isinstance(one.flags, tuple) and isinstance(one.in_title, bool) for one in statements)  # type: ignore[attr-defined]


def test_every_column_has_a_description() -> None:
    for row in TABLES.values():
        assert [column.name for column in columns(row) if not column.description] == []


def test_the_page_of_the_database_is_what_the_database_says() -> None:
    assert PAGE.read_text("utf-8") == schema_page()


# -- the folder


def test_a_folder_that_is_no_library_is_told(tmp_path: Path) -> None:
    with pytest.raises(LibraryError, match="make one with: qawl add"):
        Library(tmp_path / "none")
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "file").write_text("x")
    with pytest.raises(LibraryError, match="holds other things"):
        Library(tmp_path / "other", create=True)


def test_the_database_of_something_else_is_left_alone(tmp_path: Path) -> None:
    connection = sqlite3.connect(tmp_path / "library.sqlite")
    connection.execute("CREATE TABLE mine (x)")
    connection.commit()
    connection.close()
    with pytest.raises(LibraryError, match="something else"):
        Library(tmp_path)


def test_a_library_of_a_newer_version_is_told(library: Library) -> None:
    library.store.connection.execute(f"PRAGMA user_version = {VERSION + 1}")
    with pytest.raises(LibraryError, match="newer version"):
        Library(library.store.folder)


# -- the commands


def test_add_and_sources(tmp_path: Path, lines: str, capsys: pytest.CaptureFixture[str]) -> None:
    folder = str(tmp_path / "lib")
    assert cli.main(["add", *SAMPLES, lines, "--library", folder]) == 1
    told = capsys.readouterr()
    assert f"{folder}: {len(SAMPLES) + 2} added, 1 failed" in told.out
    assert "(bad_line)" in told.err
    assert cli.main(["add", *SAMPLES, "--library", folder, "--lang", "ar"]) == 0
    assert "معروفة من قبل" in capsys.readouterr().out
    out = tmp_path / "sources.jsonl"
    assert cli.main(["sources", "--library", folder, "--failed", "--format", "jsonl", "--out", str(out)]) == 0
    assert [json.loads(line)["code"] for line in out.read_text("utf-8").splitlines()] == ["bad_line"]
    assert cli.main(["add", "--retry", "--library", folder]) == 2
    assert "(bad_line)" in capsys.readouterr().err


def test_a_folder_of_pages_is_added_whole(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    inner = tmp_path / "news" / "may"
    inner.mkdir(parents=True)
    (inner / "a.txt").write_text(LINES[0]["text"], "utf-8")
    (tmp_path / "news" / "b.html").write_bytes(Path(SAMPLES[0]).read_bytes())
    (tmp_path / "news" / "picture.png").write_bytes(b"\x89PNG")
    assert cli.main(["add", str(tmp_path / "news"), "--library", str(tmp_path / "lib")]) == 0
    assert "2 added" in capsys.readouterr().out


def test_a_command_on_no_library_says_what_to_do(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["sources", "--library", str(tmp_path / "none")]) == 2
    assert "qawl add PAGES --library" in capsys.readouterr().err
    assert cli.main(["add", "--library", str(tmp_path / "none")]) == 2
    assert not (tmp_path / "none").exists()


def test_pages_given_by_a_program(library: Library) -> None:
    (added,) = library.add([Page(id="told", source=LINES[1]["text"], outlet="جريدة الضفة", url="https://example.org/1")])
    assert added.capture
    (row,) = library.rows("pages")
    assert (row.document, row.outlet, row.url) == ("told", "جريدة الضفة", "https://example.org/1")  # type: ignore[attr-defined]


# -- addresses


@pytest.fixture
def site() -> Iterator[str]:
    pages = {"/a.html": Path(SAMPLES[0]).read_bytes(), "/robots.txt": b"User-agent: *\nDisallow: /private/\n"}

    class Site(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            body = pages.get(self.path)
            self.send_response(200 if body is not None else 404)
            self.send_header("Content-Length", str(len(body or b"")))
            self.send_header("X-Edition", "morning")
            self.end_headers()
            self.wfile.write(body or b"")

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def test_an_address_is_kept_with_its_headers(site: str, tmp_path: Path) -> None:
    folder = tmp_path / "lib"
    assert cli.main(["add", f"{site}/a.html", "--allow-private", "--library", str(folder)]) == 0
    with Library(folder) as library:
        (row,) = library.rows("pages")
        assert (row.document, row.url) == (f"{site}/a.html",) * 2  # type: ignore[attr-defined]
        (headers,) = library.store.connection.execute("SELECT headers FROM arrivals").fetchone()
        assert ["X-Edition", "morning"] in json.loads(headers)
        assert library.capture(row.capture) == Path(SAMPLES[0]).read_bytes()  # type: ignore[attr-defined]


def test_what_an_address_does_not_give_is_told_and_kept(site: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = str(tmp_path / "lib")
    assert cli.main(["add", f"{site}/private/a.html", "--allow-private", "--library", folder]) == 2
    assert "(robots)" in capsys.readouterr().err
    assert cli.main(["add", f"{site}/a.html", "--library", folder, "--lang", "ar"]) == 2
    assert "(private)" in capsys.readouterr().err
    with Library(folder) as library:
        assert sorted(source.code or "" for source in library.sources()) == ["private", "robots"]


def test_the_bar_of_add_knows_how_many_pages_come(lines: str) -> None:
    parse = cli.build_parser().parse_args
    assert pages_to_come(parse(["add", *SAMPLES, lines])) == len(SAMPLES) + 3
    assert pages_to_come(parse(["add", *SAMPLES, "https://example.org/"])) is None
    assert pages_to_come(parse(["add", "-"])) is None
