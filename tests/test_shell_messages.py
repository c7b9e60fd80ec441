"""What the shell says where something does not go as it was asked."""

from __future__ import annotations

from pathlib import Path

import pytest

from qawl import cli
from qawl.library import Library, LibraryError
from qawl.library.asking.proposed import most_pages_first
from qawl.model import Page


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    pages = (
        ("one", "قال وزير الري سالم الكندي إن السد آمن.", "2024-03-05"),
        ("other", "قالت الشاعرة ريم الحلو إن الديوان جاهز.", "2024-03-06"),
    )
    with Library(tmp_path / "library", create=True) as library:
        list(library.add(Page(id=id, source=text, kind="text", published=day) for id, text, day in pages))
    return tmp_path / "library"


def test_a_message_is_in_the_language_that_was_asked(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for lang, begins in (("en", "qawl: no page"), ("ar", "qawl: لا صفحة")):
        assert cli.main(["join", "--library", str(folder), "منير الشامي", "ريم الحلو", "--who", "ليلى", "--lang", lang]) == 2
        assert capsys.readouterr().err.startswith(begins)


def test_a_split_after_a_wrong_join_lists_the_pages_that_can_be_named(folder: Path) -> None:
    with Library(folder) as library:
        library.join("سالم الكندي", "ريم الحلو", who="ليلى", why="خطأ")
        with pytest.raises(LibraryError) as refused:
            library.split("سالم الكندي", other="ريم الحلو", who="ليلى")
        captures = [str(row.capture)[:12] for row in library.rows("pages")]  # type: ignore[attr-defined]
        assert len(captures) == 2
        assert all(capture in refused.value.message for capture in captures)
        library.split("سالم الكندي", captures[1:], who="ليلى")
        assert len({identity for (identity,) in library.store.connection.execute("SELECT identity FROM people")}) == 2


def test_people_are_asked_about_before_bodies(folder: Path) -> None:
    with Library(folder) as library:
        connection = library.store.connection
        for id, kind in (("1", "person"), ("2", "person"), ("3", "group"), ("4", "group")):
            connection.execute("INSERT INTO identities (identity, kind, known) VALUES (?, ?, '{}')", (id, kind))
        assert most_pages_first(connection, [("3", "4"), ("1", "2")]) == [("1", "2"), ("3", "4")]


def test_what_is_no_address_is_told_without_the_code_before_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for lang in ("en", "ar"):
        assert cli.main(["watch", "--library", str(tmp_path / "new"), "notaurl", "--once", "--lang", lang]) == 2
        said = capsys.readouterr().err
        assert "scheme:" not in said
        assert "notaurl" in said
        assert ("لا يبدأ 'notaurl' بـ http:// أو https://" in said) is (lang == "ar")
        assert ("does not begin with" in said) is (lang == "en")
