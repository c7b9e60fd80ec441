"""`qawl backup`, and libraries of older versions: what is there is never harmed."""

from __future__ import annotations

import sqlite3
from functools import reduce
from importlib.resources import files
from operator import add
from pathlib import Path
from sqlite3 import Connection
from threading import Thread

import pytest

from qawl import cli
from qawl.library import Library, LibraryError, adding, schema, store
from qawl.library.proving.proof import Checked
from qawl.library.store import DATABASE
from qawl.model import Page
from qawl.pages import open_pages

SAMPLES = sorted(str(path) for path in Path(str(files("qawl") / "samples")).glob("*.html"))


@pytest.fixture
def library(tmp_path: Path) -> Path:
    folder = tmp_path / "library"
    with Library(folder, create=True) as library:
        list(library.add(open_pages(SAMPLES)))
    return folder


def dump(folder: Path) -> list[str]:
    with Library(folder) as library:
        return list(library.store.connection.iterdump())


def verified(folder: Path) -> Checked:
    with Library(folder) as library:
        return reduce(add, library.verify())


# -- copies


def test_a_copy_opens_as_a_library_and_is_whole(library: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    copy = tmp_path / "copies" / "monday"
    assert cli.main(["backup", str(copy), "--library", str(library)]) == 0
    assert capsys.readouterr().out.startswith(f"{copy / DATABASE}: ")
    assert [path.name for path in copy.iterdir()] == [DATABASE]
    assert dump(copy) == dump(library)
    assert verified(copy).damages == ()
    with Library(copy) as opened, Library(library) as original:
        assert opened.search("قال").total == original.search("قال").total


def test_a_copy_in_one_file(library: Path, tmp_path: Path) -> None:
    copy = tmp_path / "monday.sqlite"
    with Library(library) as opened:
        assert opened.backup(copy) == copy
    (tmp_path / "restored").mkdir()
    copy.rename(tmp_path / "restored" / DATABASE)
    assert dump(tmp_path / "restored") == dump(library)


def test_nothing_is_overwritten(library: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "mine").write_text("x")
    for target in (library, other, other / "mine"):
        assert cli.main(["backup", str(target), "--library", str(library)]) == 2
        assert "is there already" in capsys.readouterr().err
    assert [path.name for path in other.iterdir()] == ["mine"]


def test_what_a_copy_that_was_killed_left_is_in_nobodys_way(library: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    copy.mkdir()
    (copy / f"{DATABASE}.part").write_bytes(b"half of it")
    with Library(library) as opened:
        opened.backup(copy)
    assert dump(copy) == dump(library)


def test_a_copy_while_others_write_is_one_moment_of_the_library(
    library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(adding, "BATCH_PAGES", 3)
    texts = [f"قال المدير نبيل الساحلي إن الرصيف رقم {number} مفتوح منذ أمس." for number in range(150)]

    def write() -> None:
        with Library(library) as writer:
            list(writer.add([Page(id="said", source=text) for text in texts]))

    thread = Thread(target=write)
    thread.start()
    sizes = []
    with Library(library) as reader:
        while thread.is_alive():
            copy = tmp_path / f"copy{len(sizes)}"
            reader.backup(copy)
            checked = verified(copy)
            assert checked.damages == ()
            sizes.append(checked.pages)
    thread.join()
    assert sizes == sorted(sizes)
    assert sizes[0] < len(SAMPLES) + len(texts)
    assert verified(library).pages == len(SAMPLES) + len(texts)


def test_a_copy_that_fails_leaves_nothing(library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: object) -> None:
        error = sqlite3.OperationalError("database or disk is full")
        error.sqlite_errorcode = sqlite3.SQLITE_FULL
        raise error

    with Library(library) as opened:
        monkeypatch.setattr("qawl.library.proving.backup._copy", lambda *_: full(_))
        with pytest.raises(LibraryError, match="make room"):
            opened.backup(tmp_path / "copy")
    assert list((tmp_path / "copy").iterdir()) == []


# -- older versions


def newer(monkeypatch: pytest.MonkeyPatch, *steps: object) -> None:
    """This program as it will be some day."""
    monkeypatch.setattr(schema, "MIGRATIONS", [*schema.MIGRATIONS, *steps])
    for module in (schema, store):
        monkeypatch.setattr(module, "VERSION", len(schema.MIGRATIONS))


def add_column(connection: Connection) -> None:
    connection.execute("ALTER TABLE captures ADD COLUMN seen TEXT")
    connection.execute("UPDATE captures SET seen = 'yes'")


def fail(connection: Connection) -> None:
    connection.execute("DROP TABLE relations")
    connection.execute("INSERT INTO nowhere VALUES (1)")


def test_an_older_library_is_brought_up_when_it_is_opened(library: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before, version = dump(library), schema.VERSION
    newer(monkeypatch, add_column)
    with Library(library) as opened:
        connection = opened.store.connection
        assert connection.execute("PRAGMA user_version").fetchone()[0] == version + 1
        assert {row[0] for row in connection.execute("SELECT seen FROM captures")} == {"yes"}
        assert reduce(add, opened.verify()).damages == ()
    after = dump(library)
    assert after == dump(library)
    assert len(after) == len(before)


def test_a_step_that_fails_leaves_the_library_as_it_was(library: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before, data = dump(library), (library / DATABASE).read_bytes()
    with monkeypatch.context() as some_day:
        newer(some_day, add_column, fail)
        with pytest.raises(sqlite3.OperationalError, match="nowhere"):
            Library(library)
    assert (library / DATABASE).read_bytes() == data
    assert dump(library) == before
    assert verified(library).damages == ()
