"""The shared data: found by one variable, and missed aloud."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench.shared import DEFAULT, ROOT, VARIABLE, absence, shared_file, shared_folder, shared_path


def test_the_variable_names_the_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv(VARIABLE, str(tmp_path))
    assert shared_path() == tmp_path.resolve()


def test_without_the_variable_it_lies_beside_the_repository(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(VARIABLE, raising=False)
    assert shared_folder() == (ROOT / DEFAULT).resolve()


def test_a_relative_path_counts_from_the_root(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, "bench")
    assert shared_path() == ROOT / "bench"


def test_an_absent_folder_is_none_and_the_reason_names_the_variable(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv(VARIABLE, str(tmp_path / "nowhere"))
    assert shared_path() is None
    assert shared_file("bench/dev.jsonl") is None
    assert VARIABLE in absence()


def test_a_file_of_the_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv(VARIABLE, str(tmp_path))
    (tmp_path / "texts.jsonl").write_text("{}\n", encoding="utf-8")
    assert shared_file("texts.jsonl") == tmp_path.resolve() / "texts.jsonl"
    assert shared_file("absent.jsonl") is None
