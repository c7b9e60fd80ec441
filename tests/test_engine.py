"""Mapping in processes: order, laziness, errors in their place, workers that are killed."""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from itertools import count, islice
from pathlib import Path

import pytest

from qawl.engine import WorkerError, map_in_order
from qawl.engine.chunks import CHUNK_ITEMS, CHUNK_WEIGHT, CHUNKS_PER_WORKER, cut_chunks

DEADLY = 40


def square(number: int) -> int:
    return number * number


def slow_first(number: int) -> int:
    time.sleep(0.2 if number == 0 else 0)
    return number


def fail_at_five(number: int) -> int:
    if number == 5:
        raise ValueError("five is too many")
    return number


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def die_always(number: int) -> int:
    if number == DEADLY:
        die()
    return number


def die_once(item: tuple[int, str]) -> int:
    number, token = item
    if number == DEADLY and not os.path.exists(token):
        Path(token).touch()
        die()
    return number


def minus(number: int) -> int:
    return -number


def one(_: int) -> int:
    return CHUNK_WEIGHT


def process_of(_: int) -> int:
    return os.getpid()


seen_by_initializer: list[int] = []


def mark_worker() -> None:
    seen_by_initializer.append(os.getpid())


def marked(_: int) -> bool:
    return seen_by_initializer == [os.getpid()]


def fail_to_start() -> None:
    die()


@pytest.mark.parametrize("workers", [1, 2, 3])
def test_results_keep_the_order_of_the_items(workers: int) -> None:
    assert list(map_in_order(square, range(300), workers)) == [number * number for number in range(300)]


def test_a_slow_item_does_not_lose_its_place() -> None:
    assert list(map_in_order(slow_first, range(20), 2, weight=one)) == list(range(20))


def test_nothing_comes_of_nothing() -> None:
    assert list(map_in_order(square, [], 2)) == []


@pytest.mark.parametrize("workers", [1, 2])
def test_an_endless_stream_is_read_no_further_than_needed(workers: int) -> None:
    taken = []

    def numbers() -> Iterator[int]:
        for number in count():
            taken.append(number)
            yield number

    results = map_in_order(square, numbers(), workers)
    assert taken == []
    assert list(islice(results, 3)) == [0, 1, 4]
    assert len(taken) <= workers * CHUNKS_PER_WORKER * CHUNK_ITEMS


def test_large_items_fill_the_window_early() -> None:
    taken = []

    def numbers() -> Iterator[int]:
        for number in range(50):
            taken.append(number)
            yield number

    results = map_in_order(square, numbers(), 2, weight=lambda _: 1 << 26)
    next(results)
    assert len(taken) <= 4
    assert list(results) == [number * number for number in range(1, 50)]


def test_chunks_are_cut_by_weight_and_by_number() -> None:
    assert [len(chunk) for chunk, _ in cut_chunks(range(3), one)] == [1, 1, 1]
    assert [len(chunk) for chunk, _ in cut_chunks(range(CHUNK_ITEMS + 1), lambda _: 1)] == [CHUNK_ITEMS, 1]


def test_one_worker_is_this_process_and_two_are_not() -> None:
    assert set(map_in_order(process_of, range(3), 1)) == {os.getpid()}
    assert os.getpid() not in set(map_in_order(process_of, range(3), 2))


@pytest.mark.parametrize("workers", [1, 2])
def test_an_error_comes_at_its_place(workers: int) -> None:
    results = map_in_order(fail_at_five, range(100), workers)
    assert list(islice(results, 5)) == [0, 1, 2, 3, 4]
    with pytest.raises(ValueError, match="five is too many"):
        next(results)


def test_an_error_from_a_worker_tells_where_it_happened() -> None:
    with pytest.raises(ValueError, match="five") as raised:
        list(map_in_order(fail_at_five, range(100), 2))
    assert "fail_at_five" in "".join(raised.value.__notes__)


def test_an_error_of_the_stream_passes() -> None:
    def numbers() -> Iterator[int]:
        yield 1
        raise OSError("the disk is gone")

    with pytest.raises(OSError, match="the disk is gone"):
        list(map_in_order(square, numbers(), 2))


def test_a_worker_killed_once_changes_nothing(tmp_path: Path) -> None:
    token = str(tmp_path / "died")
    items = [(number, token) for number in range(200)]
    assert list(map_in_order(die_once, items, 2)) == list(range(200))
    assert os.path.exists(token)


@pytest.mark.parametrize("weight", [None, one])
def test_an_item_that_always_kills_its_worker_is_given_up_alone(weight: None) -> None:
    expected = [-number if number == DEADLY else number for number in range(200)]
    assert list(map_in_order(die_always, range(200), 2, weight=weight, on_crash=minus)) == expected


def test_without_a_stand_in_the_death_is_an_error() -> None:
    results = map_in_order(die_always, range(DEADLY, DEADLY + 1), 2)
    with pytest.raises(WorkerError, match="alone and again"):
        next(results)


def test_a_worker_killed_from_outside_is_replaced() -> None:
    results = map_in_order(slow_first, range(1, 400), 2)
    first = next(results)
    for child in multiprocessing.active_children():
        os.kill(child.pid or 0, signal.SIGKILL)
    assert [first, *results] == list(range(1, 400))


def test_the_initializer_runs_once_in_each_worker() -> None:
    assert all(map_in_order(marked, range(100), 2, initializer=mark_worker, weight=one))
    assert seen_by_initializer == []


def test_workers_that_cannot_start_are_an_error() -> None:
    with pytest.raises(WorkerError, match="__main__"):
        list(map_in_order(square, range(3), 2, initializer=fail_to_start))


def test_fewer_than_one_worker_is_an_error() -> None:
    with pytest.raises(ValueError, match="workers must be 1 or more"):
        map_in_order(square, [], 0)


def test_no_process_is_left_behind() -> None:
    before = set(multiprocessing.active_children())
    results = map_in_order(square, range(1000), 2)
    next(results)
    results.close()  # type: ignore[attr-defined]
    assert set(multiprocessing.active_children()) <= before


SLEEPER = """
import sys, time
from qawl.engine import map_in_order
def nap(number):
    time.sleep(0.05)
    return number
if __name__ == "__main__":
    try:
        for number in map_in_order(nap, range(10000), 2, weight=lambda _: 1 << 16):
            print(number, flush=True)
    except KeyboardInterrupt:
        sys.exit(130)
"""


def test_ctrl_c_ends_all_processes_quietly(tmp_path: Path) -> None:
    script = tmp_path / "sleeper.py"
    script.write_text(SLEEPER)
    process = subprocess.Popen(
        [sys.executable, str(script)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True
    )
    assert process.stdout
    assert process.stdout.readline() == b"0\n"
    os.killpg(process.pid, signal.SIGINT)  # as a terminal does: to every process of the group
    _, errors = process.communicate(timeout=20)
    assert process.returncode == 130
    assert errors == b""


def test_a_script_without_the_guard_is_told_so(tmp_path: Path) -> None:
    script = tmp_path / "unguarded.py"
    script.write_text("from qawl.engine import map_in_order\nprint(list(map_in_order(abs, [1], 2)))\n")
    result = subprocess.run([sys.executable, str(script)], capture_output=True, text=True, timeout=60)
    assert result.returncode == 1
    assert "WorkerError: no worker process could start" in result.stderr
