"""The command line, run as its users run it."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from argparse import ArgumentTypeError
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest

import qawl.engine.many
from qawl import cli
from qawl.cli import arguments as arguments_of
from qawl.cli import messages, read
from qawl.model import VERSION, Failure, Page, Record, encode, failure, schema
from qawl.show.look import Look
from qawl.show.progress import open_bar
from qawl.show.writing import open_output

RUN = [sys.executable, "-c", "from qawl.cli import main; raise SystemExit(main())"]
TEXT = "قال وزير الزراعة بشير الحمداني إن «الموسم القادم سيكون أفضل من سابقه». وأضاف أن الوزارة ستدعم المزارعين.\n"
PERSIAN = "این یک متن فارسی است که دربارهٔ چیزی می‌گوید و باید رد شود چون گزارش ما دربارهٔ زبان دیگری است. "
FORMATS = ["table", "json", "jsonl", "html"]


def run(*arguments: str | Path, stdin: bytes = b"", **environment: str) -> subprocess.CompletedProcess[bytes]:
    """`qawl` with these arguments, as a process of its own."""
    clean = {name: value for name, value in os.environ.items() if name not in ("COLUMNS", "NO_COLOR")}
    return subprocess.run(
        [*RUN, *map(str, arguments)], input=stdin, capture_output=True, timeout=120, env=clean | environment, check=False
    )


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "page.txt"
    path.write_text(TEXT, "utf-8")
    return path


@pytest.fixture
def lines(tmp_path: Path) -> Path:
    """Twenty articles of which one is broken."""
    articles = [json.dumps({"id": f"a{number}", "text": TEXT * (number % 3 + 1)}, ensure_ascii=False) for number in range(20)]
    articles[7] = '{"text": "لا نهاية'
    path = tmp_path / "articles.jsonl"
    path.write_text("\n".join(articles) + "\n", "utf-8")
    return path


# -- help, version, schema, samples


def test_help_waits_for_none_of_the_large_libraries() -> None:
    code = (
        "import sys\n"
        "from qawl.cli import main\n"
        "try:\n    main(['read', '--help'])\n"
        "except SystemExit:\n    pass\n"
        "large = {'trafilatura', 'rich', 'lxml', 'py3langid', 'numpy', 'hijridate', 'pyarrow', 'icalendar'}\n"
        "sys.exit(repr(large & set(sys.modules)) if large & set(sys.modules) else 0)\n"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=False)
    assert (result.returncode, result.stderr) == (0, "")
    assert "--published" in result.stdout


def test_version() -> None:
    result = run("--version")
    assert (result.returncode, result.stdout) == (0, f"qawl {VERSION}\n".encode())


def test_schema_is_that_of_the_record() -> None:
    result = run("schema")
    assert result.returncode == 0
    assert json.loads(result.stdout) == json.loads(encode(schema()))


def test_the_schema_covers_failures_too() -> None:
    result = run("read", "no_such_file.txt", "--format", "jsonl")
    failed = json.loads(result.stdout)
    assert failed["error"]["code"] == "missing"
    check = jsonschema.Draft202012Validator(schema())
    check.validate(failed)
    with pytest.raises(jsonschema.ValidationError):
        check.validate({**failed, "error": {"code": "bored", "message": ""}})


def test_samples_are_listed_and_are_there() -> None:
    result = run("samples")
    paths = result.stdout.decode().splitlines()
    assert result.returncode == 0
    assert len(paths) >= 7
    assert all(Path(path).is_file() and path.endswith(".html") for path in paths)


@pytest.mark.parametrize(
    "arguments",
    [
        ["read"],
        ["read", "x", "--published", "2024-13-01"],
        ["read", "x", "--published", "yesterday"],
        ["read", "x", "--workers", "0"],
        ["read", "x", "--max-bytes", "-1"],
        ["read", "x", "--format", "xml"],
        ["read", "x", "--lang", "fr"],
        ["eat", "x"],
    ],
)
def test_wrong_arguments_are_told(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        cli.main(arguments)
    assert ended.value.code == 2
    assert "usage: qawl" in capsys.readouterr().err


@pytest.mark.parametrize("text", ["2024-03-31", "2024-03-31T18:30", "2024-03-31 18:30:00+03:00", "2024-03-31T18:30:00Z"])
def test_dates_that_are_right_stay_as_they_are(text: str) -> None:
    assert arguments_of.iso_time(text) == text


@pytest.mark.parametrize("text", ["20240331", "2024-W13-7", "2024-02-30", "٢٠٢٤-٠٣-٣١", "2024-03-31X", "2024-03-31T25:00", ""])
def test_dates_that_are_wrong_are_told(text: str) -> None:
    with pytest.raises(ArgumentTypeError, match="is not a date; write it as"):
        arguments_of.iso_time(text)


# -- reading


def test_a_table_is_what_one_gets(page: Path) -> None:
    result = run("read", page, "--outlet", "جريدة الحقل", "--published", "2024-03-31")
    assert (result.returncode, result.stderr) == (0, b"")
    text = result.stdout.decode()
    for words in ("who", "page.txt", "جريدة الحقل", "2024-03-31", "الموسم"):
        assert words in text
    assert "\x1b" not in text


def test_json_of_one_page_is_an_object(page: Path) -> None:
    record = json.loads(run("read", page, "--format", "json").stdout)
    assert record["document"]["id"] == "page.txt"
    assert record["document"]["text"] == TEXT


def test_json_of_several_pages_is_an_array(page: Path) -> None:
    records = json.loads(run("read", page, page, "--format", "json").stdout)
    assert [record["document"]["id"] for record in records] == ["page.txt", "page.txt"]


def test_standard_input() -> None:
    result = run("read", "-", "--from", "text", "--format", "jsonl", stdin=TEXT.encode())
    assert Record.from_json(result.stdout).document.id == "-"


def test_html_is_one_file_for_all_pages(page: Path) -> None:
    text = run("read", page, page, "--format", "html").stdout.decode()
    assert text.count("<!DOCTYPE html>") == text.count("</html>") == 1
    assert text.count('<section class="page"') == 2


def test_explain_names_the_rule(page: Path) -> None:
    result = run("explain", page)
    rule = json.loads(run("read", page, "--format", "json").stdout)["statements"][0]["rule"]
    assert result.returncode == 0
    assert rule in result.stdout.decode()


def test_arabic_interface(page: Path) -> None:
    result = run("read", page, page.parent / "gone", "--lang", "ar")
    assert "من" in result.stdout.decode()
    assert f"لا ملف هنا اسمه {page.parent / 'gone'}؛ راجع المسار" in result.stderr.decode()


@pytest.mark.parametrize("form", FORMATS)
def test_the_bytes_are_the_same_for_any_number_of_workers(form: str, lines: Path, page: Path) -> None:
    results = [run("read", lines, page, "--format", form, "--workers", workers) for workers in ("1", "2", "3")]
    assert {result.returncode for result in results} == {1}
    assert len({result.stdout for result in results}) == 1
    assert len({result.stderr for result in results}) == 1


@pytest.mark.parametrize("form", FORMATS)
def test_the_bytes_are_the_same_in_any_locale(form: str, page: Path) -> None:
    plain = run("read", page, "--format", form, LC_ALL="C.UTF-8", PYTHONHASHSEED="1")
    ascii_only = run("read", page, "--format", form, LC_ALL="C", PYTHONIOENCODING="ascii", PYTHONUTF8="0", PYTHONHASHSEED="2")
    assert plain.stdout == ascii_only.stdout
    assert b"\r" not in plain.stdout


def test_width_follows_columns(page: Path) -> None:
    rule = "─"
    assert rule * 90 in run("read", page).stdout.decode()
    assert rule * 60 not in run("read", page, COLUMNS="60").stdout.decode()


# -- failures


def test_a_failure_stands_in_its_place(lines: Path) -> None:
    result = run("read", lines, "--format", "jsonl")
    records = [json.loads(line) for line in result.stdout.splitlines()]
    assert result.returncode == 1
    assert len(records) == 20
    assert records[7]["error"]["code"] == "bad_line"
    assert [record["document"]["id"] for record in records[8:10]] == ["a8", "a9"]
    assert result.stderr.decode().startswith("qawl: articles.jsonl:8: ")
    assert result.stderr.count(b"\n") == 1


def test_a_folder_is_the_pages_in_it(page: Path, tmp_path: Path) -> None:
    (tmp_path / "news" / "older").mkdir(parents=True)
    for name in ("b.html", "older/a.html"):
        (tmp_path / "news" / name).write_bytes(page.read_bytes())
    (tmp_path / "news" / "notes.md").write_text("notes", encoding="utf-8")
    records = [json.loads(line) for line in run("read", tmp_path / "news", "--format", "jsonl").stdout.splitlines()]
    assert [record["document"]["id"] for record in records] == ["b.html", "a.html"]


def test_what_the_system_says_is_told_in_arabic_too(tmp_path: Path) -> None:
    result = run("read", tmp_path / "gone.html", "--out", tmp_path / "none" / "out.jsonl", "--format", "jsonl", "--lang", "ar")
    assert result.returncode == 2
    assert "لا ملف ولا مجلد بهذا الاسم" in result.stderr.decode()


def test_nothing_read_is_status_two(tmp_path: Path) -> None:
    (tmp_path / "empty").touch()
    result = run("read", tmp_path / "gone.html", tmp_path / "empty", tmp_path, "--format", "json")
    assert result.returncode == 2
    assert [record["error"]["code"] for record in json.loads(result.stdout)] == ["missing", "empty", "missing"]
    messages = result.stderr.decode().splitlines()
    assert [message.split(":")[0] for message in messages] == ["qawl"] * 3
    assert "gone.html" in messages[0]
    assert "Traceback" not in result.stderr.decode()


BAD = {
    "binary": bytes(range(256)) * 40,
    "persian": PERSIAN.encode() * 4,
    "english": b"The minister said on Sunday that the project would go on as planned and that nobody should worry. " * 4,
    "no letters": b"1234 5678 !!!\n" * 30,
    "nested": b"<html><body>" + b"<div>" * 10_000 + b"</div>" * 10_000 + b"</body></html>",
    "zero bytes": b"\0" * 1000,
}


@pytest.mark.parametrize("name", BAD)
@pytest.mark.parametrize("form", ["table", "jsonl"])
def test_bad_input_is_told_without_a_traceback(name: str, form: str, tmp_path: Path) -> None:
    path = tmp_path / "bad"
    path.write_bytes(BAD[name])
    result = run("read", path, "--format", form)
    assert result.returncode == 2
    assert result.stderr.startswith(b"qawl: bad: ")
    assert b"crashed" not in result.stderr
    assert b"Traceback" not in result.stderr


def test_a_name_that_is_not_unicode_is_no_trouble(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/\xff\xfe.txt"
    Path(os.fsdecode(path)).write_text(TEXT, "utf-8")
    for name in (os.fsdecode(path), os.fsdecode(path) + "gone"):
        result = run("read", name, "--format", "json")
        assert result.returncode == (0 if name.endswith("txt") else 2)
        assert b"Traceback" not in result.stderr
        json.loads(result.stdout)


def test_a_page_that_is_too_large(page: Path) -> None:
    result = run("read", page, "--max-bytes", "20", "--format", "json")
    assert result.returncode == 2
    assert json.loads(result.stdout)["error"]["code"] == "too_large"


def test_a_reader_that_breaks_fails_for_its_page_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    def break_down(_: Page) -> Record:
        raise RecursionError("too deep")

    monkeypatch.setattr(qawl.engine.many, "read_or_fail", break_down)
    shown = read.read_and_show((1, Page(id="deep.html")), Look(format="jsonl"))
    assert shown.failure
    assert shown.failure.error.code == "crashed"
    assert "RecursionError: too deep" in shown.failure.error.message


def test_a_page_that_kills_its_worker_is_named() -> None:
    shown = read.show_crash((3, Page(id="bomb.html", url="https://example.org/bomb")), Look(format="jsonl"))
    assert shown.failure
    assert (shown.failure.document.id, shown.failure.error.code) == ("bomb.html", "crashed")
    assert json.loads(shown.data)["document"]["url"] == "https://example.org/bomb"


# -- output


def test_out_is_written_whole(page: Path, tmp_path: Path) -> None:
    out = tmp_path / "out" / "record.json"
    out.parent.mkdir()
    out.write_text("old")
    result = run("read", page, "--format", "json", "--out", out)
    assert (result.returncode, result.stdout) == (0, b"")
    assert json.loads(out.read_bytes())["document"]["id"] == "page.txt"
    assert list(out.parent.iterdir()) == [out]
    assert out.stat().st_mode & 0o777 == 0o666 & ~current_umask()


def current_umask() -> int:
    mask = os.umask(0o077)
    os.umask(mask)
    return mask


def test_an_output_that_breaks_off_leaves_the_old_file(tmp_path: Path) -> None:
    out = tmp_path / "record.json"
    out.write_text("old")

    def break_off() -> None:
        with open_output(out) as stream:
            stream.write(b"new")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        break_off()
    assert out.read_text() == "old"
    assert list(tmp_path.iterdir()) == [out]


def test_an_output_that_cannot_be_written_is_told(page: Path, tmp_path: Path) -> None:
    for out in (tmp_path / "no" / "such" / "folder", tmp_path):
        result = run("read", page, "--out", out)
        assert result.returncode == 2
        assert result.stderr.startswith(b"qawl: ")
        assert b"Traceback" not in result.stderr


def test_a_device_is_written_to_as_it_is(page: Path) -> None:
    result = run("read", page, "--format", "json", "--out", "/dev/stdout")
    assert json.loads(result.stdout)["document"]["id"] == "page.txt"


def test_a_full_disk_is_told(page: Path) -> None:
    result = run("read", page, "--out", "/dev/full")
    assert result.returncode == 2
    assert result.stderr == b"qawl: output: No space left on device\n"


@pytest.mark.parametrize("workers", ["1", "2"])
def test_a_reader_that_goes_away_is_no_error(lines: Path, workers: str, tmp_path: Path) -> None:
    many = tmp_path / "many.jsonl"
    many.write_text((lines.read_text("utf-8").splitlines()[0] + "\n") * 2000, "utf-8")
    process = subprocess.Popen(
        [*RUN, "read", str(many), "--format", "jsonl", "--workers", workers], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert process.stdout
    assert process.stderr
    process.stdout.readline()
    process.stdout.close()
    assert process.stderr.read() == b""
    assert process.wait(timeout=60) == cli.PIPE_CLOSED


def test_ctrl_c_is_quiet() -> None:
    process = subprocess.Popen(
        [*RUN, "read", "-", "--from", "jsonl", "--format", "jsonl"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdin
    assert process.stdout
    process.stdin.write(json.dumps({"id": "a", "text": TEXT}).encode() + b"\n")
    process.stdin.flush()
    assert process.stdout.readline(), "the first line comes before the input ends"
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate(timeout=30)
    assert (process.returncode, errors) == (cli.INTERRUPTED, b"")


# -- progress


def arguments(*words: str) -> Any:
    return cli.build_parser().parse_args(["read", *words])


def test_the_bar_knows_how_many_pages_come() -> None:
    assert arguments_of.page_count(arguments("a.html", "b.html")) == 2
    assert arguments_of.page_count(arguments("a.jsonl", "b.html")) is None
    assert arguments_of.page_count(arguments("-")) is None


def test_the_bar_is_for_many_inputs_and_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    assert not arguments_of.wants_bar(arguments("a.html", "b.html"))
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: False)
    assert arguments_of.wants_bar(arguments("a.html", "b.html"))
    assert arguments_of.wants_bar(arguments("a.jsonl"))
    assert not arguments_of.wants_bar(arguments("a.html"))
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    assert not arguments_of.wants_bar(arguments("a.html", "b.html"))
    assert arguments_of.wants_bar(arguments("a.html", "b.html", "--out", "x"))


def test_a_bar_changes_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    for wanted in (False, True):
        with open_bar(wanted, 3) as bar:
            assert list(bar(iter("abc"))) == ["a", "b", "c"]
    assert capsys.readouterr().out == ""


def test_a_tally_counts_what_passes() -> None:
    failed = failure("x", None, "empty", "m")

    def status(*results: Failure | None) -> int:
        tally = messages.Tally("en")
        pieces: Iterator[bytes] = tally.count(messages.Shown(b"", result) for result in results)
        assert len(list(pieces)) == len(results)
        return tally.status()

    assert [status(None), status(None, failed), status(failed), status()] == [0, 1, 2, 2]
