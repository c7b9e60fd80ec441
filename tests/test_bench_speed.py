"""The measures of speed measure what they say; how fast anything is, is no test's business."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from bench.encoder import LONGEST, PIECES_A_WORD, pieces, sample
from bench.shared import ROOT, VARIABLE
from bench.speed import peak_memory, run_whole, told
from bench.steps import JSON, Clock
from bench.texts import ROUNDS, count_words, golden_inputs, jsonl_pages, speed_pages, write_articles


def test_without_the_shared_data_the_golden_pages_stand_in(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv(VARIABLE, str(tmp_path / "nowhere"))
    name, pages = speed_pages()
    assert "golden" in name
    assert count_words(pages) == ROUNDS * count_words(golden_inputs())


def test_articles_are_of_the_size_asked_for_and_all_differ(tmp_path: Path) -> None:
    words = write_articles(tmp_path / "a.jsonl", 200_000)
    pages = list(jsonl_pages(tmp_path / "a.jsonl"))
    assert 200_000 <= (tmp_path / "a.jsonl").stat().st_size < 210_000
    assert count_words(pages) == words
    assert len({page.source for page in pages}) == len(pages)


def test_articles_are_the_same_every_time(tmp_path: Path) -> None:
    for name in ("a", "b"):
        write_articles(tmp_path / name, 50_000)
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


def test_an_inner_step_stops_the_clock_of_the_outer(monkeypatch: pytest.MonkeyPatch) -> None:
    ticks = iter([0, 1, 3, 7, 12])  # made, outer begins, inner begins, inner ends, outer ends
    monkeypatch.setattr("bench.steps.time.perf_counter", lambda: next(ticks))
    clock = Clock()
    inner = clock.around("inner", lambda: None)
    clock.around("outer", inner)()
    assert (clock.seconds["outer"], clock.seconds["inner"]) == (2 + 5, 4)


def test_every_step_of_reading_is_clocked() -> None:
    code = (
        "import json; from bench.steps import timed_steps; from bench.texts import golden_inputs; "
        "print(json.dumps(timed_steps(golden_inputs()[:1])))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, check=True)
    steps = json.loads(done.stdout)
    assert {"read_document", "Tokens", "find_dates", JSON} <= steps.keys()
    assert {"find_named", "find_events", "find_actions", "find_relations", "coloured", "find_quantities"} <= steps.keys()
    assert all(seconds >= 0 for seconds in steps.values())


def test_a_measured_command_that_fails_is_no_figure() -> None:
    command = [sys.executable, "-c", "raise SystemExit(3)"]
    with pytest.raises(RuntimeError, match="failed"):
        run_whole(command)
    with pytest.raises(RuntimeError, match="failed"):
        peak_memory(command)


def test_peak_memory_is_in_megabytes() -> None:
    peak, seconds = peak_memory([sys.executable, "-c", "b = bytearray(100_000_000)"])
    assert 100 < peak < 200
    assert seconds > 0


def test_a_line_says_whether_its_target_is_reached() -> None:
    assert told("start", "0.40 s", "0.7 s", True).endswith("target 0.7 s: reached")
    assert told("start", "0.80 s", "0.7 s", False).endswith("target 0.7 s: MISSED")


def test_the_encoder_gets_as_many_pieces_as_the_texts_have() -> None:
    assert list(sample(250, [100, 200, 300])) == [100, 150]
    lengths = list(pieces(1_000))
    assert sum(lengths) == round(1_000 * PIECES_A_WORD)
    assert max(lengths) == LONGEST
