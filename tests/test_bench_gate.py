"""The gate: floors that hold, ask to be raised, and are not lowered in silence."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from bench import gate
from bench.gate import committed_before, lowered, lowered_rows, outgrown, parse_floors, points, raised, too_low
from bench.scoring import no_scores

ROOT = Path(__file__).parent.parent
TABLE = "# how it is used\nfigure\tfloor\treason\nkind\t90.0\t\npeople\t50.0\told marks were wrong\n"


def test_a_score_at_its_floor_passes_and_one_below_fails() -> None:
    floors = parse_floors(TABLE)
    assert list(too_low({"kind": 90.0, "people": 50.0}, floors)) == []
    assert list(too_low({"kind": 89.9, "people": 50.0}, floors)) == ["TOO LOW   kind: 89.9 is below its floor of 90.0"]


def test_every_figure_has_a_floor_and_every_floor_a_figure() -> None:
    found = list(too_low({"kind": 95.0, "dates": 80.0}, parse_floors(TABLE)))
    assert [line.split(":")[0] for line in found] == ["NO FLOOR  dates", "UNKNOWN   people"]


def test_more_than_two_points_above_ask_for_a_raise() -> None:
    floors = parse_floors(TABLE)
    assert list(outgrown({"kind": 92.0, "people": 52.0}, floors)) == []
    assert len(list(outgrown({"kind": 92.1, "people": 60.0}, floors))) == 2


def test_a_floor_is_raised_to_a_point_below_and_never_lowered() -> None:
    after = parse_floors(raised(TABLE, {"kind": 88.0, "people": 70.06, "dates": 81.0}))
    assert (after["kind"].least, after["people"].least, after["dates"].least) == (90.0, 69.0, 80.0)
    assert after["people"].reason == ""


def test_raising_keeps_the_header_and_the_order() -> None:
    assert raised(TABLE, {"kind": 90.5, "people": 50.2}) == TABLE


def test_a_lowered_row_needs_a_reason_of_its_own() -> None:
    before = parse_floors(TABLE)
    assert list(lowered(parse_floors(TABLE.replace("90.0\t", "80.0\t")), before)) == [
        "LOWERED   kind: from 90.0 to 80.0 without a reason; write why in the third column"
    ]
    assert list(lowered(parse_floors(TABLE.replace("90.0\t", "80.0\tthe marks were mended")), before)) == []
    assert len(list(lowered(parse_floors(TABLE.replace("50.0", "40.0")), before))) == 1


def test_a_row_may_not_be_taken_away() -> None:
    before = parse_floors(TABLE)
    assert list(lowered({"kind": before["kind"]}, before)) == [
        "TAKEN     people: its floor of 50.0 is gone; lower it with a reason instead"
    ]


def test_a_reader_that_leaves_is_no_traceback() -> None:
    code = "from bench.gate import piped; import sys; sys.exit(piped(lambda: [print(n) for n in range(100_000)] and 0))"
    with subprocess.Popen([sys.executable, "-c", code], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        complaint = process.stderr.read()
    assert (process.returncode, complaint) == (1, b"")


def git(folder: Path, *arguments: str) -> None:
    name = ("-c", "user.name=test", "-c", "user.email=test@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *name, *arguments], cwd=folder, check=True, capture_output=True)


@pytest.fixture
def floors(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A floors table, committed in a repository of its own."""
    path = tmp_path / "floors.tsv"
    path.write_text(TABLE, encoding="utf-8")
    monkeypatch.setattr(gate, "FLOORS", path)
    git(tmp_path, "init")
    git(tmp_path, "add", "floors.tsv")
    git(tmp_path, "commit", "-m", "floors")
    return path


def test_an_edit_is_compared_with_what_is_committed(floors: Path) -> None:
    assert committed_before(TABLE) is None
    assert lowered_rows(TABLE.replace("90.0", "80.0")) != []
    assert floors.is_file()


def test_a_commit_is_compared_with_the_one_before(floors: Path) -> None:
    low = TABLE.replace("90.0", "80.0")
    floors.write_text(low, encoding="utf-8")
    git(floors.parent, "commit", "-am", "lower")
    (floors.parent / "other").write_text("", encoding="utf-8")
    git(floors.parent, "add", "other")
    git(floors.parent, "commit", "-m", "something else")
    assert committed_before(low) == TABLE
    assert lowered_rows(low) != []


def test_without_git_it_says_so_and_passes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(gate, "FLOORS", tmp_path / "floors.tsv")
    monkeypatch.setenv("PATH", "")
    assert lowered_rows(TABLE) == []
    assert "no earlier version" in capsys.readouterr().out


@pytest.mark.parametrize(("score", "strict", "status"), [(89.0, False, 1), (91.0, True, 0), (95.0, False, 0), (95.0, True, 1)])
def test_the_exit_status(
    score: float, strict: bool, status: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(gate, "FLOORS", tmp_path / "floors.tsv")
    gate.FLOORS.write_text("figure\tfloor\treason\nkind\t90.0\t\n", encoding="utf-8")
    assert gate.judge({"kind": score}, strict) == status
    assert "1 held to" in capsys.readouterr().out


def test_the_floors_in_the_repository_are_whole_and_held() -> None:
    floors = parse_floors(gate.FLOORS.read_text(encoding="utf-8"))
    assert floors.keys() == points(no_scores()).keys()
    by_page = gate.score_pages(gate.golden_pages())
    assert list(too_low(points(gate.add_up(by_page.values())), floors)) == []
