"""What a library must survive: kills, full disks, locks, other writers, damage. Real processes, and the same library in the end."""

from __future__ import annotations

import json
import os
import random
import resource
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from functools import reduce
from operator import add
from pathlib import Path
from typing import Any

import pytest

from qawl import cli, read_many
from qawl.library import Library, adding
from qawl.library.proving.proof import Checked
from qawl.library.store import DATABASE

PAGES = 160
BATCH = 4  # pages that are written together here: a kill comes between many transactions
TIMES = {"received", "came_sha256", "last_tried", "read", "added", "made", "at"}
OWN = {"id", "created"}  # facts of the library that no other has
NAMES = ["سالم الكندي", "نبيل الساحلي", "هدى المرزوقي", "كريم العبيدي", "ليلى الحداد"]
ROLES = ["وزير الزراعة", "مدير الميناء", "رئيسة البلدية", "المتحدث باسم الشركة"]

Held = dict[str, list[tuple[Any, ...]]]
# The command line with small batches and a short wait for other writers.
COMMAND = f"""
import sys
from qawl.library import adding, store
adding.BATCH_PAGES = {BATCH}
store.WAIT = float(sys.argv.pop(1))
from qawl.cli import main
sys.exit(main(sys.argv[1:]))
"""


def line(number: int) -> dict[str, str]:
    name, role = NAMES[number % len(NAMES)], ROLES[number % len(ROLES)]
    text = f"قال {role} {name} إن الرصيف رقم {number} سيفتح يوم الأحد، وأضاف أن التكلفة بلغت {number + 3} مليون دينار."
    return {"id": f"n{number}", "text": text, "published": "2024-03-05"}


@pytest.fixture(scope="module")
def lines(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("pages") / "pages.jsonl"
    written = [json.dumps(line(number), ensure_ascii=False) for number in range(PAGES)]
    written[10], written[50] = "{broken", json.dumps({"id": "english", "text": "nothing in it is Arabic, not a single word"})
    path.write_text("\n".join([*written, written[3]]) + "\n", "utf-8")
    return str(path)


def start(*arguments: str, wait: float = 10, **options: Any) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-c", COMMAND, str(wait), *arguments]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, **options)


def run(*arguments: str, **options: Any) -> tuple[int, str, str]:
    """The exit status of a command, what it wrote and what it told."""
    process = start(*arguments, **options)
    out, told = process.communicate(timeout=60)
    return process.returncode, out.decode(), told.decode()


def dump(folder: Path) -> Held:
    """All that a library holds, but for times and for its own id."""
    with sqlite3.connect(folder / DATABASE) as connection:
        tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
        found = {table: rows(connection, table) for table in tables}
    connection.close()
    return found


def rows(connection: sqlite3.Connection, table: str) -> list[tuple[Any, ...]]:
    names = [name for _, name, *_ in connection.execute(f"PRAGMA table_info({table})") if name not in TIMES]
    found = connection.execute(f"SELECT {', '.join(names)} FROM {table}").fetchall()
    return sorted((row for row in found if not (table == "library" and row[0] in OWN)), key=repr)


@pytest.fixture(scope="module")
def complete(lines: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The library of a run that nothing disturbs."""
    folder = tmp_path_factory.mktemp("undisturbed") / "library"
    status, out, _ = run("add", lines, "--library", str(folder))
    assert (status, out) == (1, f"{folder}: {PAGES - 2} added, 1 known already, 2 failed\n")
    return folder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where a library is to be."""
    return tmp_path / "library"


@pytest.fixture
def kept(complete: Path, folder: Path) -> Path:
    """A complete library to do harm to."""
    shutil.copytree(complete, folder)
    return folder


@pytest.fixture(scope="module")
def undisturbed(complete: Path) -> Held:
    return dump(complete)


def pages_in(folder: Path) -> int:
    """How many pages another process sees at this moment."""
    try:
        with sqlite3.connect(f"file:{folder / DATABASE}?mode=ro", uri=True) as connection:
            return int(connection.execute("SELECT count(*) FROM pages").fetchone()[0])
    except sqlite3.OperationalError:  # it is not there yet
        return 0
    finally:
        if "connection" in locals():
            connection.close()


def verified(folder: Path) -> Checked:
    with Library(folder) as library:
        return reduce(add, library.verify())


def is_whole(folder: Path) -> bool:
    return not (folder / DATABASE).exists() or verified(folder).damages == ()


# -- kills


def wait_for(process: Process, reached: Callable[[], bool]) -> None:
    while process.poll() is None and not reached():
        time.sleep(0.005)


class Forked:
    """The command in a process that needs no time to start: a copy of this one, in which all is loaded."""

    def __init__(self, *arguments: str) -> None:
        self.pid = os.fork()
        self.returncode: int | None = None
        if not self.pid:
            self.run(arguments)

    def run(self, arguments: tuple[str, ...]) -> None:
        try:
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, 1)
            os.dup2(nowhere, 2)
            adding.BATCH_PAGES = BATCH
            cli.main(list(arguments))
        finally:
            os._exit(0)

    def poll(self) -> int | None:
        if self.returncode is None:
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            self.returncode = os.waitstatus_to_exitcode(status) if pid else None
        return self.returncode

    def kill(self) -> None:
        os.kill(self.pid, signal.SIGKILL)
        self.returncode = os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])


Process = subprocess.Popen[bytes] | Forked


@pytest.mark.parametrize("trial", range(2))
def test_a_run_that_is_killed_again_and_again_ends_in_the_same_library(
    trial: int, lines: str, folder: Path, undisturbed: Held
) -> None:
    """More than 20 kills in all: while the program starts, while the library is made, between and within transactions."""
    dice = random.Random(trial)
    list(read_many([line(0)["text"]]))
    process: Process = start("add", lines, "--library", str(folder))
    wait_for(process, folder.exists)
    process.kill()
    process.communicate()
    for kill in range(10):
        assert is_whole(folder), kill
        before = pages_in(folder)
        goal = before + dice.randrange(6)
        process = Forked("add", lines, "--library", str(folder))
        wait_for(process, lambda goal=goal: pages_in(folder) >= goal)  # type: ignore[misc]
        time.sleep(dice.random() * 0.015)
        process.kill()
        assert process.returncode == -signal.SIGKILL
        assert before <= pages_in(folder) < PAGES - 2
    assert is_whole(folder)
    assert run("add", lines, "--library", str(folder))[0] == 1
    assert dump(folder) == undisturbed
    assert is_whole(folder)


def is_gone(group: int) -> bool:
    """Whether no process of a group is left."""
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return True
    time.sleep(0.01)
    return False


def test_the_workers_of_a_run_that_is_killed_end_with_it(lines: str, folder: Path) -> None:
    process = start("add", lines, "--library", str(folder), "--workers", "2", start_new_session=True)
    wait_for(process, lambda: pages_in(folder) > 0)
    process.kill()
    process.communicate()  # the workers hold the other ends of its pipes: this comes back only when they are gone
    assert any(is_gone(process.pid) for _ in range(500))
    assert is_whole(folder)


@pytest.mark.parametrize("workers", ["1", "2"])
def test_ctrl_c_leaves_what_was_written(workers: str, lines: str, folder: Path, undisturbed: Held) -> None:
    process = start("add", lines, "--library", str(folder), "--workers", workers, start_new_session=True)
    wait_for(process, lambda: pages_in(folder) > BATCH)
    os.killpg(process.pid, signal.SIGINT)
    _, told = process.communicate(timeout=30)
    assert process.returncode == 130
    assert b"Traceback" not in told
    assert BATCH < pages_in(folder) < PAGES - 2
    assert is_whole(folder)
    assert run("add", lines, "--library", str(folder))[0] == 1
    assert dump(folder) == undisturbed


# -- the disk


def limit_files(size: int) -> Callable[[], None]:
    return lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


@pytest.mark.parametrize("size", [2_000, 200_000])
def test_a_file_that_cannot_grow_is_told_and_nothing_is_lost(size: int, lines: str, folder: Path, undisturbed: Held) -> None:
    status, _, told = run("add", lines, "--library", str(folder), preexec_fn=limit_files(size))
    assert status == 2
    assert "make room" in told
    assert "Traceback" not in told
    assert pages_in(folder) < PAGES - 2
    assert is_whole(folder)
    assert run("add", lines, "--library", str(folder))[0] == 1
    assert dump(folder) == undisturbed


def test_a_copy_that_has_no_room_leaves_nothing(kept: Path, tmp_path: Path) -> None:
    status, _, told = run("backup", str(tmp_path / "copy"), "--library", str(kept), preexec_fn=limit_files(60_000))
    assert (status, "make room" in told, "Traceback" in told) == (2, True, False), told
    assert list((tmp_path / "copy").iterdir()) == []
    assert is_whole(kept)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of less room than the library needs."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = shutil.which("mount") and subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=900k", "tmpfs", str(disk)], capture_output=True, check=False
    )
    if not mounted or mounted.returncode:
        pytest.skip("mounting is not allowed here")
    yield disk
    subprocess.run(["umount", str(disk)], check=True)


def test_a_full_disk_is_told_and_nothing_is_lost(small_disk: Path, lines: str, undisturbed: Held) -> None:
    folder = small_disk / "library"
    status, _, told = run("add", lines, "--library", str(folder))
    assert status == 2
    assert f"the disk of {folder} is full; make room and run the command again" in told
    assert "Traceback" not in told
    status, _, told = run("verify", "--library", str(folder))
    assert status == 0 or f"the disk of {folder} is full" in told  # a reader needs a little room beside the database
    subprocess.run(["mount", "-o", "remount,size=20m", str(small_disk)], check=True)
    assert 0 < pages_in(folder) < PAGES - 2
    assert is_whole(folder)
    assert run("add", lines, "--library", str(folder))[0] == 1
    assert dump(folder) == undisturbed


# -- others at work


def test_a_writer_that_waits_in_vain_says_so_and_loses_nothing(lines: str, folder: Path) -> None:
    with Library(folder, create=True) as library, library.store.writing():
        status, _, told = run("add", lines, "--library", str(folder), wait=0.2)
        assert status == 2
        assert f"another process is writing to {folder}; try again when it has finished" in told
        assert run("sources", "--library", str(folder), wait=0.2)[0] == 0
        assert run("verify", "--library", str(folder), wait=0.2)[0] == 0


def test_a_database_that_is_locked_as_a_whole_is_told(lines: str, folder: Path) -> None:
    Library(folder, create=True).close()
    connection = sqlite3.connect(folder / DATABASE)
    connection.execute("PRAGMA locking_mode = EXCLUSIVE")
    connection.execute("BEGIN EXCLUSIVE")
    for command in (("add", lines), ("sources",), ("verify",)):
        status, _, told = run(*command, "--library", str(folder), wait=0.2)
        assert (status, "another process" in told) == (2, True), told
    connection.close()
    assert is_whole(folder)


def test_two_writers_make_one_library(lines: str, folder: Path, undisturbed: Held) -> None:
    writers = [start("add", lines, "--library", str(folder)) for _ in range(2)]
    told = [writer.communicate(timeout=60)[1] for writer in writers]
    assert [writer.returncode for writer in writers] == [1, 1], b"".join(told).decode()
    assert dump(folder).keys() == undisturbed.keys()
    for table in ("captures", "statements", "people", "participants"):
        assert contents(folder, table) == len(undisturbed[table])
    assert is_whole(folder)
    before = dump(folder)
    assert run("add", lines, "--library", str(folder))[1] == f"{folder}: 0 added, {PAGES - 1} known already, 2 failed\n"
    assert dump(folder) == before


def contents(folder: Path, table: str) -> int:
    return len(dump(folder)[table])


def test_readers_see_whole_pages_while_a_writer_works(lines: str, folder: Path) -> None:
    process = start("add", lines, "--library", str(folder))
    wait_for(process, lambda: pages_in(folder) > 0)
    seen: list[int] = []
    with Library(folder) as library:
        while process.poll() is None:
            with library.store.reading():
                captures = {row.capture for row in library.rows("pages")}  # type: ignore[attr-defined]
                assert captures == {row.capture for row in library.rows("statements")}  # type: ignore[attr-defined]
            assert reduce(add, library.verify()).damages == ()
            seen.append(len(captures))
    assert process.communicate()[1].count(b"qawl:") == 2
    assert seen == sorted(seen)
    assert len(set(seen)) > 1
    assert verified(folder).pages == PAGES - 2


# -- damage


def test_a_database_cut_short_is_told_by_every_command(kept: Path) -> None:
    os.truncate(kept / DATABASE, (kept / DATABASE).stat().st_size // 8192 * 4096)
    status, out, told = run("verify", "--library", str(kept))
    assert (status, "Traceback" in told) == (1, False)
    assert "database" in out
    status, _, told = run("sources", "--library", str(kept))
    assert (status, "is damaged" in told, "Traceback" in told) == (2, True, False)


def test_a_capture_cut_short_is_named_and_the_rest_is_whole(kept: Path) -> None:
    with Library(kept) as library:
        key = str(library.store.connection.execute("SELECT sha256 FROM captures WHERE rowid = 7").fetchone()[0])
        library.store.connection.execute("UPDATE captures SET packed = substr(packed, 1, 40) WHERE sha256 = ?", (key,))
    status, out, _ = run("verify", "--library", str(kept))
    assert status == 1
    assert [row for row in out.splitlines() if "cut short" in row] == [f"capture {key[:16]}: it is cut short"]
    assert len(out.splitlines()) == 2


@pytest.mark.parametrize("harm", ["gone", "cut", "a byte of its state"])
def test_an_index_that_is_harmed_is_made_anew(harm: str, kept: Path) -> None:
    index = kept / "index"
    assert (index / "state.json").is_file()
    for path in sorted(index.iterdir()) if harm == "cut" else [index / "state.json"]:
        path.write_bytes(path.read_bytes()[:-1])
    if harm == "gone":
        shutil.rmtree(index)
    status, out, _ = run("search", "الرصيف", "--library", str(kept), "--format", "json")
    assert (status, json.loads(out)["total"]) == (0, PAGES - 2)
    assert is_whole(kept)


def test_a_run_that_is_killed_while_it_writes_the_index_is_searched_whole(lines: str, folder: Path) -> None:
    process: Process = Forked("add", lines, "--library", str(folder))
    wait_for(process, lambda: pages_in(folder) == PAGES - 2)
    process.kill()
    status, out, _ = run("search", "الرصيف", "--library", str(folder), "--format", "json")
    assert (status, json.loads(out)["total"]) == (0, PAGES - 2)
    assert is_whole(folder)


# -- the reader of the output goes away


def test_a_reader_that_goes_away_ends_the_command_quietly(kept: Path) -> None:
    process = start("sources", "--library", str(kept), "--format", "jsonl")
    assert process.stdout
    process.stdout.readline()
    process.stdout.close()
    assert process.stderr
    assert process.stderr.read() == b""
    assert process.wait() in (0, 141)
    reading, writing = os.pipe()
    os.close(reading)
    process = subprocess.Popen(
        [sys.executable, "-m", "qawl.cli", "verify", "--library", str(kept)], stdout=writing, stderr=subprocess.PIPE
    )
    os.close(writing)
    _, told = process.communicate()
    assert (process.returncode, told) == (141, b"")
