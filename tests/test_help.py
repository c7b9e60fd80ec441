"""What a newcomer meets first: help with examples that run, and output in any locale."""

from __future__ import annotations

import argparse
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pytest

from qawl import cli
from qawl.cli.examples import examples_of
from qawl.library import Library
from qawl.tables import read_table

SAMPLES = sorted(str(path) for path in Path(str(files("qawl") / "samples")).glob("*.html"))
(ACTION,) = [action for action in cli.build_parser()._actions if isinstance(action, argparse._SubParsersAction)]
COMMANDS = ACTION.choices
# What reads a library and needs no id: these examples run as they stand on the samples.
READERS = ("agenda", "sources", "check", "search", "who", "timeline", "brief", "decisions", "export", "verify", "reread")
RUN = [
    example
    for command in READERS
    for example in examples_of(command)
    if not {"page.html", "ID.qawl.zip", "decisions.jsonl", "--workers"} & set(shlex.split(example))
]


def words_of(example: str) -> list[str]:
    """The arguments of an example, as a shell with the samples gives them."""
    name, *words = shlex.split(example.replace("$(qawl samples)", shlex.join(SAMPLES)))
    assert name == "qawl"
    return words


@pytest.fixture(scope="module")
def of_samples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which the samples were added."""
    folder = tmp_path_factory.mktemp("newcomer")
    here = Path.cwd()
    os.chdir(folder)
    try:
        assert cli.main(words_of(examples_of("add")[0])) == 0
    finally:
        os.chdir(here)
    return folder


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_help_tells_what_a_command_does_and_what_to_type(command: str) -> None:
    told = COMMANDS[command].format_help()
    assert COMMANDS[command].description
    for example in examples_of(command):
        assert f"  {example}\n" in told
        assert cli.build_parser().parse_args(words_of(example)).run
    assert examples_of(command)


def texts_of(parser: argparse.ArgumentParser) -> Iterator[str]:
    """Every text that the help of a parser, and of its commands, is made of."""
    for group in parser._action_groups:
        yield group.title or ""
    for action in parser._actions:
        yield action.help or ""
        if isinstance(action, argparse._SubParsersAction):
            yield from (told.help or "" for told in action._choices_actions)
            for command in action.choices.values():
                yield from texts_of(command)


def test_every_text_of_the_help_is_there_in_arabic_and_no_other() -> None:
    rows = read_table(Path(str(files("qawl") / "cli" / "help.tsv")))
    around = {"usage", "error", "examples", "reads Arabic news and keeps, with proof, who said what"}
    assert {row["en"] for row in rows} == {*texts_of(cli.build_parser()), *around} - {""}
    for row in rows:
        assert re.findall(r"%\(\w+\)s", row["en"]) == re.findall(r"%\(\w+\)s", row["ar"])
        assert re.search("[\u0621-\u064a]", row["ar"]), row


@pytest.mark.parametrize(
    "words", [["--help", "--lang", "ar"], ["search", "--lang=ar", "--help"], ["decide", "--help", "--lang", "ar"]]
)
def test_help_in_arabic(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="0"):
        cli.main(words)
    told = capsys.readouterr().out
    assert told.startswith("الاستعمال: qawl")
    assert "أمثلة:" in told
    assert not re.search(r"[a-z]{2,} [a-z]{2,} [a-z]{2,}", told.partition("أمثلة:")[0])  # no English sentence


def test_a_variable_chooses_the_language_and_an_option_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "page.txt").write_text("قالت البلدية إن الجسر سيفتح يوم الأحد.", "utf-8")
    words = ["add", str(tmp_path / "page.txt"), "--library"]
    monkeypatch.setenv("QAWL_LANG", "ar")
    assert cli.main([*words, str(tmp_path / "one")]) == 0
    assert re.search("[\u0621-\u064a]", capsys.readouterr().out)
    assert cli.main([*words, str(tmp_path / "two"), "--lang", "en"]) == 0
    assert not re.search("[\u0621-\u064a]", capsys.readouterr().out)
    monkeypatch.setenv("QAWL_LANG", "xx")
    assert cli.main([*words, str(tmp_path / "three")]) == 0
    assert not re.search("[\u0621-\u064a]", capsys.readouterr().out)


@pytest.mark.parametrize(
    "words",
    [
        ["nothing"],
        ["decide"],
        ["search", "word", "--nothing"],
        ["search", "--limit", "0", "word"],
        ["search", "--limit"],
        ["search", "--kind", "loud", "word"],
        ["search", "--exact=yes", "word"],
        ["search", "--said", "2024", "word"],
        ["agenda", "--ics", "--format", "json"],
        ["agenda", "--since", "tomorrow"],
        ["read", "page.html", "--published", "tomorrow"],
        ["watch", "--every", "1s"],
        ["sources", "--note", "one"],
        ["search", "--sort", "rank", "--lang", "fr", "word"],
    ],
    ids=" ".join,
)
def test_what_arguments_cannot_be_is_told_in_either_language(
    words: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    refusals = []
    for lang in ("en", "ar"):
        monkeypatch.setenv("QAWL_LANG", lang)
        with pytest.raises(SystemExit, match="2"):
            cli.main(words)
        refusals.append(capsys.readouterr().err.strip().splitlines()[-1])
    english, arabic = refusals
    assert ": error: " in english
    assert ": خطأ: " in arabic
    assert not re.search(r"[a-z]{2,} [a-z]{2,}", arabic.partition(": خطأ: ")[2])


@pytest.mark.parametrize("example", RUN)
def test_examples_find_something_in_the_samples(example: str, of_samples: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(of_samples)
    assert cli.main(words_of(example)) == 0


def test_without_a_word_the_commands_are_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main([]) == 2
    assert "qawl add $(qawl samples)" in capsys.readouterr().out


@pytest.mark.parametrize("encoding", ["ascii", "latin-1"])
def test_what_is_printed_is_utf_8_in_any_locale(encoding: str, tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text("قالت البلدية إن الجسر سيفتح يوم الأحد.", "utf-8")
    given = {**os.environ, "PYTHONIOENCODING": encoding}
    for words in (["search", "--help"], ["add", "page.txt", "--lang", "ar"]):
        run = subprocess.run([sys.executable, "-m", "qawl.cli", *words], env=given, cwd=tmp_path, capture_output=True)
        assert (run.returncode, run.stderr) == (0, b"")
        run.stdout.decode("utf-8")


def test_lines_of_a_file_are_listed_as_they_follow(tmp_path: Path) -> None:
    lines = "".join(f'{{"text": "قالت البلدية إن الجسر رقم {number} سيفتح."}}\n' for number in range(12))
    (tmp_path / "pages.jsonl").write_text(lines, "utf-8")
    assert cli.main(["add", str(tmp_path / "pages.jsonl"), "--library", str(tmp_path / "lib")]) == 0
    with Library(tmp_path / "lib") as library:
        assert [source.source.rpartition(":")[2] for source in library.sources()] == [str(number) for number in range(1, 13)]


def test_sources_tell_what_other_commands_take(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "page.txt").write_text("قالت البلدية إن الجسر سيفتح يوم الأحد.", "utf-8")
    folder = str(tmp_path / "lib")
    assert cli.main(["add", str(tmp_path / "page.txt"), "--library", folder]) == 0
    assert cli.main(["sources", "--each", "--library", folder]) == 0
    shown = capsys.readouterr().out
    with Library(folder) as library:
        (source,) = library.sources()
    assert (source.capture or "none")[:12] in shown
    assert "unknown" in shown  # who published it


def test_a_folder_that_cannot_be_written_to_is_read_as_it_lies(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = str(tmp_path / "lib")
    (tmp_path / "page.txt").write_text("قالت البلدية إن الجسر سيفتح يوم الأحد.", "utf-8")
    assert cli.main(["add", str(tmp_path / "page.txt"), "--library", folder]) == 0
    monkeypatch.setattr(os, "access", lambda *_: False)
    assert cli.main(["who", "البلدية", "--library", folder]) == 0
    assert cli.main(["verify", "--library", folder]) == 0
    (tmp_path / "page.txt").write_text("قالت البلدية إن الجسر لن يفتح.", "utf-8")
    assert cli.main(["add", str(tmp_path / "page.txt"), "--library", folder]) == 2


def test_a_new_library_needs_a_name_in_utf_8(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["add", *SAMPLES[:1], "--library", str(tmp_path / "lib\udcff")]) == 2
    assert "not UTF-8" in capsys.readouterr().err
