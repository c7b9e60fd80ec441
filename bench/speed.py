"""How fast, how large, how parallel (`python -m bench.speed`, a quarter of an hour or more; `--quick`, far less and rougher).

Prints text to record in words a second on one core, what each step costs, start-up to first record, peak memory on a file
of articles, and what two workers gain beside what two copies of a busy loop gain in the same run. Targets are printed beside
the figures; a figure that misses its target is told, not punished, for machines differ.
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from bench.shared import ROOT
from bench.steps import timed_steps
from bench.texts import count_words, golden_files, golden_inputs, speed_pages, write_articles
from qawl.cli import TABLES_LIVE_ON
from qawl.reading import read_page

MEGABYTE = 1_000_000
# Runs the command of its arguments and prints the largest resident size of it; ends as it ends.
WAITER = """\
import resource, subprocess, sys
ended = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL).returncode
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
sys.exit(ended)
"""
BUSY = "total = 0\nfor number in range(25_000_000): total += number & 7"


@dataclass(frozen=True)
class Size:
    """How much is measured: fresh processes for the median, bytes of articles, bytes and rounds for the workers."""

    runs: int
    articles: int
    workers_articles: int
    rounds: int


FULL = Size(runs=5, articles=20 * MEGABYTE, workers_articles=10 * MEGABYTE, rounds=3)
QUICK = Size(runs=3, articles=2 * MEGABYTE, workers_articles=5 * MEGABYTE, rounds=1)


def main(argv: list[str] | None = None) -> int:
    """Print the figures. Returns 0."""
    parser = argparse.ArgumentParser(prog="python -m bench.speed", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="fewer runs over less text")
    parser.add_argument("--one", choices=["speed", "steps"], help=argparse.SUPPRESS)  # a fresh process measures one thing
    args = parser.parse_args(argv)
    if args.one:
        gc.set_threshold(TABLES_LIVE_ON)  # as the command does
        print(json.dumps(MEASURED[args.one]()))
        return 0
    size = QUICK if args.quick else FULL
    with tempfile.TemporaryDirectory(prefix="qawl-bench-") as folder:
        for line in report(size, Path(folder)):
            print(line, flush=True)
    return 0


def report(size: Size, folder: Path) -> Iterator[str]:
    """The lines of the report, each when it is known."""
    yield f"texts: {speed_pages()[0]}, {count_words(speed_pages()[1]):,} words"
    yield from speed_lines(size)
    yield from step_lines()
    yield from start_lines(size, folder)
    yield memory_line(size, folder)
    yield workers_line(size, folder)


def told(name: str, figure: str, target: str, reached: bool) -> str:
    """A line of the report."""
    return f"{name:32} {figure:>16}   target {target}: {'reached' if reached else 'MISSED'}"


# -- text to record


def speed_lines(size: Size) -> Iterator[str]:
    """Words a second, the median of several fresh processes."""
    runs = [fresh("speed") for _ in range(size.runs)]
    speeds = sorted(run["words a second"] for run in runs)
    speed, cores = median(speeds), max(run["cores"] for run in runs)
    yield told("text to record, one core", f"{speed:,.0f} words/s", "12,000", speed >= 12_000)
    yield f"{'':32} {'':16}   {size.runs} fresh processes, {speeds[0]:,.0f} to {speeds[-1]:,.0f}, at most {cores:.2f} cores busy"


def fresh(what: str) -> dict[str, float]:
    """What a process of its own measures."""
    command = [sys.executable, "-m", "bench.speed", "--one", what]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=True)
    measured: dict[str, float] = json.loads(done.stdout)
    return measured


def measure_speed() -> dict[str, float]:
    """Words a second over all texts, once through, tables loaded beforehand."""
    _, pages = speed_pages()
    load_tables()
    busy, start = time.process_time(), time.perf_counter()
    for page in pages:
        read_page(page)
    seconds = time.perf_counter() - start
    return {"words a second": count_words(pages) / seconds, "cores": (time.process_time() - busy) / seconds}


def measure_steps() -> dict[str, float]:
    """Microseconds a word of each step."""
    _, pages = speed_pages()
    load_tables()
    words = count_words(pages)
    return {step: 1e6 * seconds / words for step, seconds in timed_steps(pages).items()}


MEASURED = {"speed": measure_speed, "steps": measure_steps}


def load_tables() -> None:
    """Read a page, so that every table is there."""
    read_page(golden_inputs()[0])


def step_lines() -> Iterator[str]:
    """What each step costs, dearest first; a step's own time, what it calls of other steps left out."""
    steps = fresh("steps")
    total = sum(steps.values())
    yield "cost by step, with the clocks' own cost:"
    for step, cost in sorted(steps.items(), key=lambda item: -item[1]):
        yield f"  {step:30} {cost:9.2f} µs/word {cost / total:7.1%}"


# -- whole processes


def qawl(*arguments: str) -> list[str]:
    """The command line `qawl …` with this interpreter."""
    return [sys.executable, "-c", "import sys; from qawl.cli import main; sys.exit(main())", *arguments]


def run_whole(*commands: Sequence[str], env: dict[str, str] | None = None) -> float:
    """Seconds until all commands, started together, have ended. Raises where one fails."""
    start = time.perf_counter()
    running = [subprocess.Popen(command, stdout=subprocess.DEVNULL, cwd=ROOT, env=env) for command in commands]
    statuses = [process.wait() for process in running]
    if any(statuses):
        raise RuntimeError(f"a measured command failed: {commands[0]}")
    return time.perf_counter() - start


def start_lines(size: Size, folder: Path) -> Iterator[str]:
    """Start-up to first record: a whole process that reads one page, after one run that compiles as installing does."""
    env = {**os.environ, "PYTHONPYCACHEPREFIX": str(folder / "compiled")}
    env.pop("PYTHONDONTWRITEBYTECODE", None)
    sample = sorted((ROOT / "qawl" / "samples").glob("*.html"))[0]
    for name, path, limit in (("text", golden_files()[0], 0.7), ("HTML", sample, 1.5)):
        command = qawl("read", "--format", "jsonl", str(path))
        run_whole(command, env=env)
        seconds = median(run_whole(command, env=env) for _ in range(size.runs))
        yield told(f"start to first record, {name}", f"{seconds:.2f} s", f"{limit} s", seconds < limit)


def memory_line(size: Size, folder: Path) -> str:
    """Peak memory of one process on a file of articles."""
    path = folder / "articles.jsonl"
    words = write_articles(path, size.articles)
    peak, seconds = peak_memory(qawl("read", "--format", "jsonl", str(path)))
    name = f"memory, {size.articles // MEGABYTE} MB of articles"
    return told(name, f"{peak:,.0f} MB", "300 MB", peak < 300) + f" ({words / seconds:,.0f} words/s from file to JSONL)"


def peak_memory(command: list[str]) -> tuple[float, float]:
    """Largest resident size in megabytes of a command's process, and its seconds. Raises where it fails.

    A small process starts it: what a child had of its parent before it became the command counts as its own.
    """
    start = time.perf_counter()
    done = subprocess.run([sys.executable, "-c", WAITER, *command], capture_output=True, text=True, cwd=ROOT, check=False)
    if done.returncode:
        raise RuntimeError(f"a measured command failed: {command}")
    unit = 1 if sys.platform == "darwin" else 1024  # bytes there, kibibytes elsewhere
    return int(done.stdout) * unit / MEGABYTE, time.perf_counter() - start


def workers_line(size: Size, folder: Path) -> str:
    """What two workers gain, beside what two copies of a busy loop gain in the same run; the best time of each counts."""
    path = folder / "workers.jsonl"
    write_articles(path, size.workers_articles)
    rounds = [one_round(path) for _ in range(size.rounds)]
    one, two, loop, loops = (min(times) for times in zip(*rounds, strict=True))
    workers, busy = one / two, 2 * loop / loops
    share = workers / busy
    return told("two workers", f"{share:.0%} of busy", "90%", share >= 0.9) + f" (workers x{workers:.2f}, busy x{busy:.2f})"


def one_round(path: Path) -> tuple[float, float, float, float]:
    """Seconds of one worker, of two, of a busy loop, and of two busy loops beside each other, one after the other."""
    one, two = (qawl("read", "--format", "jsonl", "--workers", count, str(path)) for count in "12")
    loop = [sys.executable, "-c", BUSY]
    return run_whole(one), run_whole(two), run_whole(loop), run_whole(loop, loop)


if __name__ == "__main__":
    sys.exit(main())
