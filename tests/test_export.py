"""Exports: what a library holds opens in other programs with the same values and types, and its codebook tells what they are."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import duckdb
import pandas
import polars
import pyarrow
import pyarrow.parquet
import pytest

from qawl import cli
from qawl.cli.export import TABLES as COMMAND_TABLES
from qawl.export.codebook import TYPES, codebook, codebook_json, codebook_markdown
from qawl.export.delimited import BOM, csv_lines, guarded, unguarded
from qawl.export.files import Format, write_folder, write_sheet
from qawl.export.parquet import GROUP
from qawl.export.sheets import Sheet, sheet_of
from qawl.library import Library
from qawl.library.rows import TABLES, Column, line_columns
from qawl.model import Page
from qawl.pages import open_pages

SAMPLES = sorted(str(path) for path in Path(str(files("qawl") / "samples")).glob("*.html"))
# A title that a spreadsheet would run, and all that breaks a careless reader of CSV.
HOSTILE = '=HYPERLINK("https://example.org","اضغط"),\n\u00a0وسطر\r\nآخر\t;\u00a0'
COLUMNS = (
    Column("text", str, True, (), "any text"),
    Column("number", int, True, (), "a number"),
    Column("sure", bool, False, (), "a truth"),
    Column("list", tuple, False, ("a", "b"), "several texts"),
)
LINES: list[tuple[Any, ...]] = [
    (HOSTILE, 1, True, ("a", "b")),
    (None, None, False, ()),
    ("", 0, False, ("a",)),
    ("--02-02", 2**40, True, ('"', "|,\n")),
    ("'=1", -7, True, ()),
    ("٣ مارس", 3, True, ("\u00a0",)),
]


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    with Library(tmp_path_factory.mktemp("export") / "qawl.library", create=True) as library:
        list(library.add(open_pages(SAMPLES)))
        text = "قال وزير الزراعة سالم الكندي يوم 2 شباط إن «الموسم\u00a0جيد».\n\nوزار الوزير مدينة الرملة يوم 2 شباط."
        list(library.add([Page(id="=1+1", source=text, title=HOSTILE, outlet="جريدة الضفة", url="https://example.org/a")]))
        yield library


def sheet() -> Sheet:
    return Sheet("anything", COLUMNS, iter(LINES))


def written(sheet: Sheet, form: Format, **options: bool) -> bytes:
    out = io.BytesIO()
    write_sheet(sheet, form, out, **options)
    return out.getvalue()


def wanted(library: Library, table: str) -> list[dict[str, Any]]:
    """What an export must hold: the lines of the library, lists as lists."""
    names = [column.name for column in line_columns(table)]
    lines = (dict(zip(names, values, strict=True)) for values in library.lines(table))
    return [{name: list(value) if isinstance(value, tuple) else value for name, value in line.items()} for line in lines]


def plain(value: Any) -> Any:
    """A value as another library gives it, as Python's own."""
    if hasattr(value, "tolist"):
        value = value.tolist()
    return value if isinstance(value, list) or not pandas.isna(value) else None


# -- what leaves a library


def test_beside_a_finding_stands_what_is_known_of_its_page(library: Library) -> None:
    (line,) = (line for line in wanted(library, "statements") if line["document"] == "=1+1")
    assert (line["speaker"], line["title"], line["outlet"]) == ("سالم الكندي", HOSTILE, "جريدة الضفة")
    assert (line["url"], line["canonical_url"]) == ("https://example.org/a", None)


def test_lines_are_the_rows_in_the_order_of_the_pages(library: Library) -> None:
    pages = [row.capture for row in library.rows("pages")]  # type: ignore[attr-defined]
    for table in TABLES:
        lines = wanted(library, table)
        assert [line["capture"] for line in lines] == sorted((line["capture"] for line in lines), key=pages.index)
        assert len(lines) == len(list(library.rows(table)))


def test_no_finding_needs_a_sorted_copy_of_its_table(library: Library) -> None:
    asked: list[str] = []
    library.store.connection.set_trace_callback(asked.append)
    next(library.lines("statements"))
    library.store.connection.set_trace_callback(None)
    plan = library.store.connection.execute(f"EXPLAIN QUERY PLAN {asked[-1]}").fetchall()
    assert plan
    assert not [step["detail"] for step in plan if "TEMP B-TREE" in step["detail"]]


def test_what_is_suppressed_is_in_no_export(tmp_path: Path) -> None:
    with Library(tmp_path / "qawl.library", create=True) as library:
        list(library.add(open_pages(SAMPLES[:2])))
        gone, kept = (row.capture for row in library.rows("pages"))  # type: ignore[attr-defined]
        library.suppress(page=gone, who="ليلى")
        write_folder((sheet_of(library, table) for table in TABLES), "csv", tmp_path / "csv")
        left = "".join(path.read_text("utf-8") for path in (tmp_path / "csv").iterdir())
        assert kept in left
        assert gone not in left


def test_what_is_read_within_is_of_one_moment(tmp_path: Path) -> None:
    folder = tmp_path / "qawl.library"
    with Library(folder, create=True) as reader, Library(folder) as writer:
        list(writer.add(open_pages(SAMPLES[:1])))
        with reader.store.reading():
            before = list(reader.lines("pages"))
            list(writer.add(open_pages(SAMPLES[1:2])))
            assert list(reader.lines("pages")) == before
            assert reader.count("pages") == 1
        assert reader.count("pages") == 2


def test_an_export_waits_for_no_writer(tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    with Library(tmp_path / "qawl.library", create=True) as library:
        list(library.add(open_pages(SAMPLES[:1])))
        with library.store.writing():
            assert cli.main(["export", "--library", str(library.store.folder), "--table", "pages"]) == 0
        assert capfdbinary.readouterr().out.count(b"\n") == 2


# -- opened again


@pytest.fixture(scope="module")
def exported(library: Library, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("exported")
    forms: tuple[Format, ...] = ("csv", "jsonl", "parquet")
    for form in forms:
        write_folder((sheet_of(library, table) for table in TABLES), form, folder / form, guard=False)
    return folder


EVERY_TABLE = pytest.mark.parametrize("table", list(TABLES))


@EVERY_TABLE
def test_parquet_opens_with_pandas(library: Library, exported: Path, table: str) -> None:
    frame = pandas.read_parquet(exported / "parquet" / f"{table}.parquet")
    assert list(frame.columns) == [column.name for column in line_columns(table)]
    assert [{name: plain(value) for name, value in line.items()} for line in frame.to_dict("records")] == wanted(library, table)
    if len(frame):
        kinds = {column.name: frame[column.name].dtype.kind for column in line_columns(table) if not column.nullable}
        assert all(
            kinds[column.name] == {int: "i", bool: "b"}.get(column.type, "O")
            for column in line_columns(table)
            if column.name in kinds
        )


@EVERY_TABLE
def test_parquet_opens_with_polars(library: Library, exported: Path, table: str) -> None:
    frame = polars.read_parquet(exported / "parquet" / f"{table}.parquet")
    assert frame.to_dicts() == wanted(library, table)
    types = {str: polars.String, int: polars.Int64, bool: polars.Boolean, tuple: polars.List(polars.String)}
    assert dict(frame.schema) == {column.name: types[column.type] for column in line_columns(table)}


@EVERY_TABLE
def test_parquet_opens_with_duckdb(library: Library, exported: Path, table: str) -> None:
    found = duckdb.sql(f"SELECT * FROM read_parquet('{exported}/parquet/{table}.parquet')")
    assert [dict(zip(found.columns, line, strict=True)) for line in found.fetchall()] == wanted(library, table)
    types = {str: "VARCHAR", int: "BIGINT", bool: "BOOLEAN", tuple: "VARCHAR[]"}
    assert [str(kind) for kind in found.types] == [types[column.type] for column in line_columns(table)]


@EVERY_TABLE
def test_jsonl_opens_line_by_line(library: Library, exported: Path, table: str) -> None:
    text = (exported / "jsonl" / f"{table}.jsonl").read_text("utf-8")
    assert [json.loads(line) for line in text.split("\n")[:-1]] == wanted(library, table)
    if text:
        frame = polars.read_ndjson(io.BytesIO(text.encode()), infer_schema_length=None)
        assert set(frame.columns) == {column.name for column in line_columns(table)}
        assert frame.height == len(wanted(library, table))


def listed(table: str, line: dict[str, Any]) -> dict[str, Any]:
    """A line of CSV with its lists read from their JSON."""
    lists = {column.name for column in line_columns(table) if column.type is tuple}
    return {name: json.loads(value) if name in lists else value for name, value in line.items()}


@EVERY_TABLE
def test_csv_opens_with_pandas(library: Library, exported: Path, table: str) -> None:
    texts = {column.name: "string" for column in line_columns(table) if column.type in (str, tuple)}
    frame = pandas.read_csv(
        exported / "csv" / f"{table}.csv", dtype=texts | {"count": "Int64"} if table == "participants" else texts
    )
    found = [{name: plain(value) for name, value in line.items()} for line in frame.to_dict("records")]
    assert [listed(table, line) for line in found] == wanted(library, table)


@EVERY_TABLE
def test_csv_opens_with_polars(library: Library, exported: Path, table: str) -> None:
    types = {str: polars.String, int: polars.Int64, bool: polars.Boolean, tuple: polars.String}
    schema = {column.name: types[column.type] for column in line_columns(table)}
    frame = polars.read_csv(exported / "csv" / f"{table}.csv", schema=schema)
    assert [listed(table, line) for line in frame.to_dicts()] == wanted(library, table)


@EVERY_TABLE
def test_csv_opens_with_duckdb_by_its_codebook(library: Library, exported: Path, table: str) -> None:
    entries = json.loads((exported / "csv" / "codebook.json").read_text("utf-8"))["tables"][table]
    types = {"text": "VARCHAR", "integer": "BIGINT", "boolean": "BOOLEAN", "list": "JSON"}
    names = {entry["column"]: types[entry["type"]] for entry in entries}
    found = duckdb.sql(f"SELECT * FROM read_csv('{exported}/csv/{table}.csv', columns = {names}, header = true)")
    lines = [dict(zip(found.columns, line, strict=True)) for line in found.fetchall()]
    assert [listed(table, line) for line in lines] == wanted(library, table)


# -- the forms


def test_csv_keeps_what_stands_in_a_cell() -> None:
    text = written(sheet(), "csv", guard=False).decode()
    found = list(csv.reader(io.StringIO(text, newline="")))
    assert found[0] == ["text", "number", "sure", "list"]
    assert [row[0] for row in found[1:]] == [line[0] or "" for line in LINES]
    assert [row[2] for row in found[1:3]] == ["true", "false"]
    assert [tuple(json.loads(row[3])) for row in found[1:]] == [line[3] for line in LINES]


def test_null_and_an_empty_text_are_two_things() -> None:
    lines = written(sheet(), "csv").decode().split("\n")
    assert ',,false,"[]"' in lines
    assert '"",0,false,"[""a""]"' in lines
    frame = polars.read_csv(io.BytesIO(written(sheet(), "csv", guard=False)))
    assert frame["text"].to_list()[1:3] == [None, ""]


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-1", "@A1", "\t=1", "\r=1", " =1", "\u00a0=1", "\uff1d1", "--02-02", "'=1", "''-x"]
)
def test_what_a_spreadsheet_would_run_is_guarded_and_can_be_undone(text: str) -> None:
    assert guarded(text) == f"'{text}"
    assert unguarded(guarded(text)) == text


@pytest.mark.parametrize("text", ["", "نص", "'نص'", "2010-02-02", "1+1", "'", "«=»", "[]"])
def test_other_text_is_left_alone(text: str) -> None:
    assert guarded(text) == text
    assert unguarded(text) == text


def test_csv_is_guarded_unless_that_is_not_wanted() -> None:
    guarded_cells = [row[0] for row in csv.reader(io.StringIO(written(sheet(), "csv").decode(), newline=""))][1:]
    assert guarded_cells[0] == f"'{HOSTILE}"
    assert [unguarded(cell) for cell in guarded_cells] == [line[0] or "" for line in LINES]


def test_a_byte_order_mark_comes_only_where_it_is_wanted() -> None:
    assert not written(sheet(), "csv").startswith(BOM)
    marked = written(sheet(), "csv", bom=True)
    assert marked.startswith(BOM)
    assert marked.removeprefix(BOM) == written(sheet(), "csv")
    assert pandas.read_csv(io.BytesIO(marked)).columns[0] == "text"


def test_lines_come_as_they_are_asked_for() -> None:
    taken: list[int] = []
    lines = ((str(number), number, True, ()) for number in range(1000) if not taken.append(number))  # type: ignore[func-returns-value]
    out = csv_lines(Sheet("anything", COLUMNS, lines))
    next(out), next(out)
    assert taken == [0]


def test_parquet_is_written_in_groups_with_types_nulls_and_its_codebook() -> None:
    many = (line for _ in range(GROUP // len(LINES) + 1) for line in LINES)
    data = written(Sheet("anything", COLUMNS, many), "parquet")
    found = pyarrow.parquet.ParquetFile(io.BytesIO(data))
    assert found.metadata.num_row_groups == 2
    assert found.metadata.row_group(0).num_rows == GROUP
    assert [field.nullable for field in found.schema_arrow] == [True, True, False, False]
    assert found.schema_arrow.field("text").metadata[b"description"] == b"any text"
    about = found.metadata.metadata
    assert about[b"qawl.columns"] == b"qawl.columns/1"
    assert json.loads(about[b"qawl.codebook"])["tables"]["anything"][3]["values"] == ["a", "b"]
    assert tuple(found.read_row_group(0).to_pylist()[0].values()) == (HOSTILE, 1, True, ["a", "b"])


def test_closed_lists_are_kept_once(exported: Path) -> None:
    statements = pyarrow.parquet.ParquetFile(exported / "parquet" / "statements.parquet").metadata.row_group(0)
    closed = {column.name for column in line_columns("statements") if column.values}
    chunks = [statements.column(number) for number in range(statements.num_columns)]
    assert closed
    assert all("RLE_DICTIONARY" in chunk.encodings for chunk in chunks if chunk.path_in_schema.split(".")[0] in closed)


def test_the_same_library_gives_the_same_bytes(library: Library) -> None:
    forms: tuple[Format, ...] = ("csv", "jsonl", "parquet")
    for form in forms:
        assert written(sheet_of(library, "statements"), form) == written(sheet_of(library, "statements"), form)


# -- the codebook


def test_the_codebook_tells_of_every_column_what_it_is() -> None:
    entries = codebook()
    assert [(entry.table, entry.column) for entry in entries] == [
        (table, column.name) for table in TABLES for column in line_columns(table)
    ]
    assert [entry for entry in entries if not entry.description] == []
    (kind,) = (entry for entry in entries if (entry.table, entry.column) == ("statements", "kind"))
    assert kind.values == ("direct", "indirect", "mixed")


def test_the_codebook_is_one_in_all_its_forms(exported: Path) -> None:
    entries = codebook()
    as_json = json.loads(codebook_json(entries))["tables"]
    assert [(table, one["column"], one["type"]) for table, found in as_json.items() for one in found] == [
        (entry.table, entry.column, entry.type) for entry in entries
    ]
    with (exported / "csv" / "codebook.csv").open(encoding="utf-8", newline="") as lines:
        as_csv = list(csv.DictReader(lines))
    assert [(row["table"], row["column"], row["description"]) for row in as_csv] == [
        (entry.table, entry.column, unguarded(entry.description)) for entry in entries
    ]
    text = codebook_markdown(entries)
    assert all(f"| `{entry.column}` | {entry.type} |" in text for entry in entries)
    assert set(TYPES.values()) == {entry.type for entry in entries}


# -- the command


@pytest.fixture
def folder(library: Library) -> str:
    return str(library.store.folder)


def test_the_command_knows_all_tables() -> None:
    assert set(COMMAND_TABLES) == set(TABLES)


def test_a_table_goes_to_standard_output(library: Library, folder: str, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert cli.main(["export", "--library", folder, "--format", "jsonl"]) == 0
    lines = capfdbinary.readouterr().out.splitlines()
    assert [json.loads(line) for line in lines] == wanted(library, "statements")
    assert cli.main(["export", "--library", folder, "--table", "pages", "--bom"]) == 0
    assert capfdbinary.readouterr().out.startswith(BOM + b'"capture","document"')


def test_a_file_stands_beside_its_codebook(folder: str, tmp_path: Path) -> None:
    out = tmp_path / "events.parquet"
    assert (
        cli.main(["export", "--library", folder, "--table", "events", "--format", "parquet", "--out", str(out), "--codebook"]) == 0
    )
    assert {path.name for path in tmp_path.iterdir()} == {
        "events.parquet", "events.codebook.md", "events.codebook.csv", "events.codebook.json",
    }  # fmt: skip
    assert polars.read_parquet(out).columns == [column.name for column in line_columns("events")]


def test_all_tables_go_into_a_folder(folder: str, tmp_path: Path) -> None:
    out = tmp_path / "tables"
    assert cli.main(["export", "--library", folder, "--table", "all", "--out", str(out)]) == 0
    assert {path.stem for path in out.glob("*.csv")} == {*TABLES, "codebook"}
    assert (out / "codebook.md").read_text("utf-8").count("\n## `") == len(TABLES)


def test_the_codebook_alone_needs_no_library(tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert cli.main(["export", "--codebook", "--table", "all", "--library", str(tmp_path / "none")]) == 0
    assert capfdbinary.readouterr().out.decode() == codebook_markdown(codebook(COMMAND_TABLES))


def test_a_search_is_exported_whole(library: Library, folder: str, tmp_path: Path) -> None:
    out = tmp_path / "found.jsonl"
    many = ["export", "--library", folder, "--kind", "indirect", "--format", "jsonl", "--out", str(out)]
    assert cli.main(many) == 0
    lines = [json.loads(line) for line in out.read_text("utf-8").splitlines()]
    assert lines == [line for line in wanted(library, "statements") if line["kind"] == "indirect"]
    assert len(lines) > 20  # as many as a search shows
    assert cli.main([*many, "الموسم", "--speaker", "الكندي"]) == 1
    assert out.read_text("utf-8") == ""
    one = ["المَوسم", "--speaker", "سالم كندي"]
    assert cli.main(["export", *one, "--library", folder, "--format", "parquet", "--out", str(tmp_path)]) == 0
    (found,) = polars.read_parquet(tmp_path / "statements.parquet").to_dicts()
    assert (found["speaker"], found["document"]) == ("سالم الكندي", "=1+1")


def test_what_cannot_be_done_is_told(folder: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["export", "--library", folder, "--table", "all"]) == 2
    assert "name a folder" in capsys.readouterr().err
    assert cli.main(["export", "كلمة", "--library", folder, "--table", "events"]) == 2
    assert "a search finds statements" in capsys.readouterr().err
    assert cli.main(["export", "--library", str(tmp_path / "none"), "--out", str(tmp_path / "a.csv")]) == 2
    assert "there is no library" in capsys.readouterr().err
    assert cli.main(["export", "--library", folder, "--out", str(tmp_path / "none" / "a.csv")]) == 2
    assert list(tmp_path.iterdir()) == []


def test_an_export_that_breaks_leaves_the_older_file(
    library: Library, folder: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "statements.csv"
    out.write_text("older", "utf-8")

    first = next(library.lines("statements"))

    def broken(*_: Any) -> Iterator[tuple[Any, ...]]:
        yield first
        raise OSError("gone")

    monkeypatch.setattr(Library, "lines", broken)
    assert cli.main(["export", "--library", folder, "--out", str(out)]) == 2
    assert out.read_text("utf-8") == "older"
    assert [path.name for path in tmp_path.iterdir()] == ["statements.csv"]
