"""`qawl verify`: a library that is as it was written is whole, and one byte or one offset that is not is told."""

from __future__ import annotations

import json
import random
import zlib
from collections.abc import Callable, Iterator
from functools import reduce
from importlib.resources import files
from operator import add
from pathlib import Path
from sqlite3 import Connection
from typing import Any

import pytest

from qawl import cli
from qawl.library import Library
from qawl.library.captures import sha256
from qawl.library.proving.proof import Checked, spans_of
from qawl.library.schema import FINDINGS
from qawl.library.store import DATABASE
from qawl.pages import open_pages

SAMPLES = sorted(str(path) for path in Path(str(files("qawl") / "samples")).glob("*.html"))
LINES = [
    {"id": "one", "text": "قال وزير الزراعة سالم الكندي إن الموسم جيد.", "outlet": "جريدة الضفة", "published": "2024-03-05"},
    {"id": "two", "text": "عاجل\n\nأكدت البلدية أن الجسر سيفتح يوم الأحد.", "published": "2024-03-06"},
]
PLAIN = "﻿خبر من المرفأ\r\n\r\nقال المدير نبيل الساحلي إن الرصيف مفتوح منذ أمس، وأضاف أن السفن تصل تباعا."


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    folder = tmp_path_factory.mktemp("pages")
    (folder / "lines.jsonl").write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in LINES) + "{no\n", "utf-8")
    (folder / "plain.txt").write_bytes(PLAIN.encode())
    (folder / "old.txt").write_bytes(PLAIN.removeprefix("﻿").encode("windows-1256"))
    return [*SAMPLES, *(str(folder / name) for name in ("lines.jsonl", "plain.txt", "old.txt"))]


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory, pages: list[str]) -> bytes:
    """The database of a library that is whole, as one file."""
    folder = tmp_path_factory.mktemp("whole")
    with Library(folder, create=True) as library:
        list(library.add(open_pages(pages)))
    return (folder / DATABASE).read_bytes()


@pytest.fixture
def folder(tmp_path: Path, whole: bytes) -> Path:
    (tmp_path / DATABASE).write_bytes(whole)
    return tmp_path


def verified(folder: Path, workers: int = 1) -> Checked:
    with Library(folder) as library:
        return reduce(add, library.verify(workers=workers))


def test_a_library_as_it_was_written_is_whole(folder: Path, pages: list[str]) -> None:
    checked = verified(folder)
    assert checked.damages == ()
    assert (checked.captures, checked.pages) == (len(pages) + 2, len(pages) + 1)
    with Library(folder) as library:
        records = [library.record(row.capture) for row in library.rows("pages")]  # type: ignore[attr-defined]
        assert checked.rows == sum(len(list(library.rows(table))) for table in ("pages", *FINDINGS))
        assert checked.bytes == sum(len(library.capture(record.document.page_sha256)) for record in records) + len(b"{no")
    assert checked.spans == sum(len(list(spans_of(record))) for record in records) > 500
    assert checked.blocks == sum(len(record.document.blocks) for record in records) > 50


def test_workers_find_the_same(folder: Path) -> None:
    assert verified(folder, workers=2) == verified(folder)


# -- damage

Change = Callable[[Connection, str], object]


def change_record(change: Callable[[Any], object]) -> Change:
    """A damage of a record that leaves its packing whole: offsets shifted, letters changed, and not by accident."""

    def changed(connection: Connection, key: str) -> None:
        (packed,) = connection.execute("SELECT record FROM pages WHERE capture = ?", (key,)).fetchone()
        record = json.loads(zlib.decompress(packed))
        change(record)
        packed = zlib.compress(json.dumps(record, ensure_ascii=False).encode())
        connection.execute("UPDATE pages SET record = ? WHERE capture = ?", (packed, key))

    return changed


def shift(value: Any, name: str, by: int = 1) -> None:
    value[name] += by


def flip(column: str, table: str, place: int) -> Change:
    """One bit of a blob."""

    def flipped(connection: Connection, key: str) -> None:
        name = "sha256" if table == "captures" else "capture"
        (blob,) = connection.execute(f"SELECT {column} FROM {table} WHERE {name} = ?", (key,)).fetchone()
        data = bytearray(blob)
        data[place] ^= 1
        connection.execute(f"UPDATE {table} SET {column} = ? WHERE {name} = ?", (bytes(data), key))

    return flipped


def other_bytes(connection: Connection, key: str) -> None:
    (packed,) = connection.execute("SELECT packed FROM captures WHERE sha256 = ?", (key,)).fetchone()
    data = bytearray(zlib.decompress(packed))
    data[100] ^= 1
    connection.execute("UPDATE captures SET packed = ? WHERE sha256 = ?", (zlib.compress(data), key))


def execute(sql: str) -> Change:
    return lambda connection, key: connection.execute(sql, {"key": key, "page": page_of(connection, key)})


def page_of(connection: Connection, key: str) -> int:
    return int(connection.execute("SELECT page FROM pages WHERE capture = ?", (key,)).fetchone()[0])


def last(values: list[Any]) -> Any:
    return values[-1]


DAMAGES: dict[str, tuple[Change, str, str]] = {
    "a flipped bit of the packed capture": (flip("packed", "captures", 200), "capture", "cannot be unpacked"),
    "a flipped bit at its end": (flip("packed", "captures", -1), "capture", "cannot be unpacked"),
    "another byte of the capture, packed anew": (other_bytes, "capture", "the hash of its bytes"),
    "a capture cut short": (
        execute("UPDATE captures SET packed = substr(packed, 1, length(packed) - 9) WHERE sha256 = :key"),
        "capture",
        "cut short",
    ),
    "a capture that is gone": (execute("DELETE FROM captures WHERE sha256 = :key"), "capture", "is gone"),
    "another size": (execute("UPDATE captures SET size = size + 1 WHERE sha256 = :key"), "capture", "bytes where"),
    "a flipped bit of the record": (flip("record", "pages", 300), "record", "cannot be unpacked"),
    "a shifted span": (change_record(lambda r: shift(r["statements"][0]["content"][0], "start")), "span", "statements.content"),
    "a shifted end": (change_record(lambda r: shift(r["people"][0]["mentions"][0], "end")), "span", "people.mentions"),
    "a span beyond the text": (change_record(lambda r: shift(r["dates"][0], "end", 10**6)), "span", "dates"),
    "a span before the text": (change_record(lambda r: shift(r["dates"][0], "start", -(10**6))), "span", "dates"),
    "another letter in a span": (change_record(lambda r: r["statements"][0]["cue"].update(text="كال")), "span", "statements.cue"),
    "another letter in the text": (
        change_record(lambda r: r["document"].update(text=r["document"]["text"] + "ا")),
        "text",
        "the hash of the text",
    ),
    "a shifted block": (change_record(lambda r: shift(r["document"]["blocks"][1], "start")), "block", "the blocks are not"),
    "a block shifted in the page": (
        change_record(lambda r: r["document"]["blocks"][1].update(page=[n + 1 for n in r["document"]["blocks"][1]["page"]])),
        "block",
        "is not what stands at",
    ),
    "a block that ends late": (change_record(lambda r: shift(r["document"]["blocks"][1]["page"], 1, 40)), "block", "stands at"),  # type: ignore[arg-type]
    "a block without a place": (change_record(lambda r: r["document"]["blocks"][1].update(end=0)), "block", ""),
    "a shifted part": (change_record(lambda r: shift(r["document"]["parts"][1], "end", -1)), "text", "the part"),
    "a part that is gone": (change_record(lambda r: r["document"]["parts"].pop()), "text", "no part"),
    "a name that leads nowhere": (
        change_record(lambda r: last(r["statements"])["speaker"].update(ref="0" * 16)),
        "reference",
        "speaker.ref",
    ),
    "a speaker changed in the record": (
        change_record(lambda r: r["statements"][0]["speaker"].update(name="غيره")),
        "rows",
        "statements.speaker is",
    ),
    "a speaker changed in a row": (
        execute("UPDATE statements SET speaker = 'غيره' WHERE page = :page AND number = 0"),
        "rows",
        "statements.speaker is «غيره»",
    ),
    "a number changed in a row": (
        execute("UPDATE statements SET start = start + 1 WHERE page = :page"),
        "rows",
        "statements.start",
    ),
    "a list that is none": (execute("UPDATE people SET roles = '[' WHERE page = :page"), "rows", "people.roles is «[»"),
    "a row that is gone": (
        execute("DELETE FROM statements WHERE page = :page AND number = 1"),
        "rows",
        "a row of statements is missing",
    ),
    "a row too many": (
        execute("INSERT INTO groups (page, id, name, key, mentions) VALUES (:page, 'x', 'x', 'x', 1)"),
        "rows",
        "a row of groups too many",
    ),
    "another title of the page": (execute("UPDATE pages SET title = 'x' WHERE page = :page"), "rows", "pages.title"),
    "a row without a page": (
        execute("INSERT INTO groups (page, id, name, key, mentions) VALUES (10000, 'x', 'x', 'x', 1)"),
        "database",
        "row of pages",
    ),
    "headers that are none": (execute("UPDATE arrivals SET headers = '[1]' WHERE capture = :key"), "arrival", "cannot be read"),
    "another header": (
        execute('UPDATE arrivals SET headers = \'[["a","b"]]\' WHERE capture = :key'),
        "arrival",
        "has another hash",
    ),
    "another time of arrival": (execute("UPDATE arrivals SET received = '2020' WHERE capture = :key"), "arrival", "another hash"),
    "a decision that is none": (
        execute(
            "INSERT INTO decisions (id, made, who, why, verdict, scope, capture, finding, field, value, quote, prefix, suffix, "
            "in_title, text_sha256, extractor) "
            "VALUES ('x', '', '', '', 'accept', 'statement', :key, '', '', '{', '', '', '', 0, '', '')"
        ),
        "decision",
        "cannot be read",
    ),
    "what was given is none": (execute("UPDATE pages SET given = '{' WHERE page = :page"), "record", "what was given"),
}


@pytest.mark.parametrize("name", DAMAGES)
def test_what_is_damaged_is_told(name: str, folder: Path) -> None:
    change, where, message = DAMAGES[name]
    key = sha256(Path(SAMPLES[0]).read_bytes())
    with Library(folder) as library:
        library.store.connection.execute("PRAGMA foreign_keys = OFF")
        change(library.store.connection, key)
    damages = verified(folder).damages
    told = [damage for damage in damages if damage.where == where and message in damage.message]
    assert told, damages
    assert all(damage.capture == key for damage in told if damage.where != "database")
    assert {damage.capture for damage in damages} <= {key, None}


def test_the_finding_of_a_damage_is_named(folder: Path) -> None:
    key = sha256(Path(SAMPLES[0]).read_bytes())
    with Library(folder) as library:
        statement = library.record(key).statements[0]
        change_record(lambda r: shift(r["statements"][0]["content"][0], "start"))(library.store.connection, key)
    spans = [damage for damage in verified(folder).damages if damage.where == "span"]
    assert [(damage.capture, damage.finding) for damage in spans] == [(key, statement.id)]


def test_what_was_changed_with_all_that_repeats_it_is_told_by_reading_again(folder: Path) -> None:
    with Library(folder) as library:
        assert reduce(add, library.verify(again=True)).damages == ()
        key = sha256(Path(SAMPLES[0]).read_bytes())
        statement = library.record(key).statements[0]
        change_record(lambda r: r["statements"][0]["cue"].update(act="deny"))(library.store.connection, key)
        library.store.connection.execute("UPDATE statements SET act = 'deny' WHERE id = ?", (statement.id,))
        assert reduce(add, library.verify()).damages == ()
        (damage,) = reduce(add, library.verify(again=True, workers=2)).damages
    assert (damage.capture, damage.finding, damage.where) == (key, statement.id, "record")


@pytest.mark.parametrize("source", ["lines.jsonl", "plain.txt", "old.txt"])
def test_a_text_is_compared_with_its_capture_letter_by_letter(folder: Path, source: str) -> None:
    """Even where the record is at one with itself: text, hash and offsets all made to fit."""
    with Library(folder) as library:
        connection = library.store.connection
        (key,) = connection.execute(
            "SELECT capture FROM arrivals WHERE source LIKE ? AND code IS NULL", (f"%{source}%",)
        ).fetchone()

        def longer(record: dict[str, Any]) -> None:
            text = record["document"]["text"] + "\n"
            record["document"].update(text=text, text_sha256=sha256(text.encode()))

        change_record(longer)(connection, key)
        connection.execute("UPDATE pages SET text_sha256 = ? WHERE capture = ?", (library.record(key).document.text_sha256, key))
    assert [damage.message for damage in verified(folder).damages] == ["the text is not that of the capture, in its length"]


def test_a_page_of_the_file_that_is_overwritten_is_told_and_the_rest_is_checked(folder: Path) -> None:
    data = bytearray((folder / DATABASE).read_bytes())
    place = data.index(b"x\x9c", 20 * 4096) // 4096 * 4096  # a page of the file with a packed record or capture
    data[place : place + 4096] = bytes(4096)
    (folder / DATABASE).write_bytes(data)
    checked = verified(folder)
    assert checked.damages
    assert checked.captures > 5


def test_an_index_that_holds_something_else_is_told_and_one_that_is_gone_is_not(folder: Path) -> None:
    with Library(folder) as library:
        library.index()
        assert verified(folder).damages == ()
        library.store.connection.execute("DELETE FROM statements WHERE row = 1")
    (damage,) = [damage for damage in verified(folder).damages if damage.where == "index"]
    assert "the next search makes it anew" in damage.message
    (folder / "index" / "state.json").unlink()
    assert [damage.where for damage in verified(folder).damages] == ["rows"]


def test_any_flipped_byte_of_the_evidence_is_found(folder: Path) -> None:
    """Of what a capture, a record and its arrival are kept as; of the file's other bytes those that SQLite looks at."""
    dice, data = random.Random(3), (folder / DATABASE).read_bytes()
    with Library(folder) as library:
        connection = library.store.connection
        values = [row[0] for row in connection.execute("SELECT packed FROM captures UNION ALL SELECT record FROM pages")]
        values += [row[0].encode() for row in connection.execute("SELECT headers || received FROM arrivals")]
    places = [place for value in values if (place := data.find(value[:40])) >= 0]
    assert len(places) > len(values) // 2
    for place in dice.sample(places, 12):
        flipped = bytearray(data)
        flipped[place + dice.randrange(2, 20)] ^= 1 << dice.randrange(8)
        (folder / DATABASE).write_bytes(flipped)
        assert verified(folder).damages


# -- the command


def test_the_command_tells_counts_and_damages(folder: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert cli.main(["verify", "--library", str(folder)]) == 0
    told = capsys.readouterr().out
    assert "captures" in told
    assert told.endswith("whole\n")
    with Library(folder) as library:
        other_bytes(library.store.connection, sha256(Path(SAMPLES[0]).read_bytes()))
    assert cli.main(["verify", "--library", str(folder), "--lang", "ar"]) == 1
    assert "الملف الأصلي" in capsys.readouterr().out
    out = tmp_path / "damages.jsonl"
    assert cli.main(["verify", "--library", str(folder), "--format", "jsonl", "--out", str(out)]) == 1
    (damage,) = map(json.loads, out.read_text("utf-8").splitlines())
    assert (damage["where"], damage["capture"]) == ("capture", sha256(Path(SAMPLES[0]).read_bytes()))


def test_a_file_that_is_no_database_any_more_is_damaged(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / DATABASE).write_bytes(b"no database" * 1000)
    assert cli.main(["verify", "--library", str(folder)]) == 1
    assert "is damaged" in capsys.readouterr().out
    assert cli.main(["verify", "--library", str(folder / "none")]) == 2


@pytest.fixture(autouse=True)
def _no_files_left(folder: Path) -> Iterator[None]:
    yield
    assert not list(folder.glob("*-wal"))
