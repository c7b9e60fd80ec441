"""Files, standard input and JSONL lines as pages: names, guesses and failures."""

from __future__ import annotations

import hashlib
import io
import json
import subprocess
import sys
import tracemalloc
from pathlib import Path

import pytest

from qawl.model import Page
from qawl.pages import open_pages, read_document
from qawl.pages.inputs import document_ids

TEXT = "قالت المديرة إن العمل في الرصيف الجديد سيبدأ غدا."


def write(path: Path, *lines: object) -> str:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(f"{line if isinstance(line, str) else json.dumps(line)}\n" for line in lines), encoding="utf-8")
    return str(path)


def codes(pages: list[Page]) -> list[str | None]:
    return [page.failure.error.code if page.failure else None for page in pages]


def standard_input(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))


def test_ids_are_names_and_paths_where_two_clash() -> None:
    assert document_ids(["a/x.txt", "b/y.txt", "-"]) == ["x.txt", "y.txt", "-"]
    assert document_ids(["a/x.txt", "b/x.txt", "y.txt"]) == ["a/x.txt", "b/x.txt", "y.txt"]
    assert document_ids(["a/x.txt", "a/x.txt"]) == ["x.txt", "x.txt"]


def test_a_file_and_standard_input(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    standard_input(monkeypatch, TEXT.encode())
    pages = list(open_pages([write(tmp_path / "a.txt", TEXT), "-"], published="2021-05-03", outlet="الواحة"))
    assert [(page.id, page.published, page.outlet) for page in pages] == [
        ("a.txt", "2021-05-03", "الواحة"),
        ("-", "2021-05-03", "الواحة"),
    ]
    assert read_document(pages[1]).text == TEXT


def test_jsonl_is_guessed_from_its_first_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    standard_input(monkeypatch, b"\n" + json.dumps({"text": TEXT, "id": "one"}).encode())
    assert [page.id for page in open_pages(["-"])] == ["one"]
    path = write(tmp_path / "a.jsonl", {"note": 1}, {"text": TEXT})
    assert [(page.id, page.source) for page in open_pages([path])] == [("a.jsonl:1", b""), ("a.jsonl:2", TEXT)]
    assert next(open_pages([write(tmp_path / "b.txt", {"note": 1}, TEXT)])).kind is None


def test_a_line_brings_what_it_knows(tmp_path: Path) -> None:
    line = {"id": 7, "text": TEXT, "title": "رصيف", "published": "2020-01-02", "url": "https://w.example", "kind": "html", "x": []}
    path = write(tmp_path / "a.jsonl", line, {"text": TEXT, "title": 3, "id": None, "outlet": " "})
    first, second = open_pages([path], outlet="الواحة", published="2021-05-03")
    assert (first.id, first.title, first.published, first.url) == ("7", "رصيف", "2020-01-02", "https://w.example")
    assert (first.kind, first.outlet) == ("text", "الواحة")
    assert (second.id, second.title, second.published, second.outlet) == ("a.jsonl:2", None, "2021-05-03", "الواحة")


def test_the_hash_of_a_line_is_that_of_its_bytes(tmp_path: Path) -> None:
    path = write(tmp_path / "a.jsonl", {"text": TEXT})
    page = next(open_pages([path]))
    line = Path(path).read_bytes().rstrip(b"\n")
    assert read_document(page).page_sha256 == hashlib.sha256(line).hexdigest()


def test_bad_lines_stand_in_their_places(tmp_path: Path) -> None:
    path = write(
        tmp_path / "a.jsonl",
        {"text": TEXT},
        '{"text": "قال',
        {"id": "x"},
        {"id": "y", "text": None},
        "[1]",
        '{"text": "\\ud800"}',
        "",
        '{"text": "' + TEXT + '", "id": "\\ud800"}',
        {"text": TEXT},
    )
    pages = list(open_pages([path]))
    assert codes(pages) == [None, *["bad_line"] * 6, None]
    assert [page.id for page in pages[1:5]] == ["a.jsonl:2", "x", "y", "a.jsonl:5"]
    assert [page.id for page in pages[5:]] == ["a.jsonl:6", "a.jsonl:8", "a.jsonl:9"]


def test_bytes_that_are_no_utf8_are_a_bad_line(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(b'{"text": "\xc7\xe1"}\n' + json.dumps({"text": TEXT}).encode())
    assert codes(list(open_pages([str(path)], kind="jsonl"))) == ["bad_line", None]


def test_a_byte_order_mark_before_the_first_line(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(b"\xef\xbb\xbf" + json.dumps({"text": TEXT}).encode() + b"\r\n")
    assert read_document(next(open_pages([str(path)]))).text == TEXT


def test_what_cannot_be_opened(tmp_path: Path) -> None:
    pages = list(open_pages([str(tmp_path / "none.txt"), str(tmp_path)]))
    assert codes(pages) == ["missing", "missing"]
    assert pages[0].failure is not None
    assert "none.txt" in pages[0].failure.error.message


def test_the_limit_holds_for_files_and_for_lines(tmp_path: Path) -> None:
    big = write(tmp_path / "big.txt", TEXT * 10)
    lines = write(tmp_path / "a.jsonl", {"text": TEXT}, {"text": TEXT * 10}, {"text": TEXT})
    limit = 400
    assert codes(list(open_pages([big, lines], max_bytes=limit))) == ["too_large", None, "too_large", None]
    assert codes(list(open_pages([big], max_bytes=10_000))) == [None]


def test_a_page_of_exactly_the_limit_is_read(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt", TEXT)
    size = Path(path).stat().st_size
    assert codes(list(open_pages([path], max_bytes=size))) == [None]
    assert codes(list(open_pages([path], max_bytes=size - 1))) == ["too_large"]


def test_a_long_line_is_passed_over_without_being_held(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    with path.open("wb") as out:
        out.write(json.dumps({"text": TEXT}).encode() + b'\n{"text": "')
        for _ in range(20):
            out.write(b"a" * 2**20)
        out.write(b'"}\n' + json.dumps({"text": TEXT}).encode())
    tracemalloc.start()
    assert codes(list(open_pages([str(path)], max_bytes=2**20))) == [None, "too_large", None]
    assert tracemalloc.get_traced_memory()[1] < 8 * 2**20
    tracemalloc.stop()


def test_a_long_line_is_read(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt", (TEXT + " ") * 20_000)
    document = read_document(next(open_pages([path])))
    assert [part.role for part in document.parts] == ["body"]


def test_lines_are_read_one_after_the_other(monkeypatch: pytest.MonkeyPatch) -> None:
    line = json.dumps({"text": TEXT}).encode() + b"\n"
    stream = io.BytesIO(line * 1000)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(stream))
    pages = open_pages(["-"])
    next(pages)
    assert stream.tell() < len(line) * 1000


def test_text_loads_no_extractor() -> None:
    code = (
        "import sys; from qawl.model import Page; from qawl.pages import read_document;"
        "read_document(Page(source=sys.argv[1] * 30));"
        "print([name for name in ('trafilatura', 'lxml', 'py3langid', 'numpy') if name in sys.modules])"
    )
    run = subprocess.run([sys.executable, "-c", code, TEXT + " "], capture_output=True, check=True, text=True)
    assert run.stdout.strip() == "[]"
