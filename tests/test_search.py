"""Search of a library: what must be found, by what, and where the words stand; the rank, the facets, the index, the command."""

from __future__ import annotations

import csv
import io
import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import qawl
from qawl.cli import main
from qawl.library import Library, LibraryError
from qawl.library.searching.answers import Answer, Found
from qawl.library.searching.index import Index
from qawl.library.searching.search import FACETS, Search
from qawl.library.searching.steps import index_of
from qawl.model import Page
from qawl.pages import open_pages
from qawl.tables import read_table

SAMPLES = Path(qawl.__file__).parent / "samples"
HERE = Path(__file__).parent
SEARCHES = read_table(HERE / "searches.tsv")
PAGE = "قال {who} إن {what}."


def made(folder: Path, *pages: Page) -> Library:
    library = Library(folder, create=True)
    list(library.add(pages))
    return library


def said(what: str, who: str = "المهندس سالم الكندي", **more: Any) -> Page:
    return Page(source=PAGE.format(who=who, what=what), kind="text", **more)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    found = tmp_path_factory.mktemp("samples") / "library"
    with Library(found, create=True) as library:
        list(library.add(open_pages([str(path) for path in sorted(SAMPLES.glob("*.html"))])))
    return found


@pytest.fixture(scope="module")
def samples(folder: Path) -> Iterator[Library]:
    with Library(folder) as library:
        yield library


def options(cell: str) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for option in filter(None, cell.split(";")):
        name, value = option.split("=")
        found[name] = True if value == "1" else (value,) if name in ("kind", "band", "flags", "event_parts") else value
    return found


def highlighted(answer: Answer) -> list[str]:
    return [one.text for one in answer.highlights if one.where == "content"] or list(
        dict.fromkeys(one.text for one in answer.highlights)
    )


@pytest.mark.parametrize("row", SEARCHES, ids=lambda row: f"{row['typed']} {row['options']}")
def test_a_search_of_the_samples(samples: Library, row: dict[str, str]) -> None:
    found = samples.search(row["typed"], limit=100, **options(row["options"]))
    if row["found"] == "-":
        assert [answer.row.text for answer in found.answers] == []
        return
    answers = [answer for answer in found.answers if row["found"] in answer.row.text and answer.document.id == row["document"]]
    assert answers, [answer.row.text for answer in found.answers]
    assert answers[0].how == row["how"]
    for word in filter(None, row["highlights"].split("|")):
        assert word in [one.text for one in answers[0].highlights]


def test_every_highlight_stands_where_it_says(samples: Library) -> None:
    for typed in ("في", "السروجي", "المنتدى", "لن", "الشدراوي OR القرنفلي"):
        for answer in samples.search(typed, limit=100).answers:
            document = samples.record(answer.row.capture).document
            text = document.title if answer.row.in_title else document.text
            assert answer.highlights
            for one in answer.highlights:
                whole = answer.row.speaker if one.where == "speaker" else text
                assert whole is not None
                assert whole[one.start : one.end] == one.text
                assert not whole[one.start - 1 : one.start].isalpha()
                assert not whole[one.end : one.end + 1].isalpha()


@pytest.mark.shared
def test_every_search_of_the_seed_page(tmp_path: Path, shared: Path) -> None:
    inventory = json.loads((shared / "seed/inventory.json").read_text("utf-8"))
    starts = {row["id"]: {anchor["span"][0] for anchor in row["anchors"]} for row in inventory["statements"]}
    rows = [line.split("\t") for line in (shared / "seed/searches.tsv").read_text("utf-8").splitlines() if line[0] != "#"]
    assert rows
    with Library(tmp_path / "library", create=True) as library:
        list(library.add(open_pages([str(shared / "seed/page.txt")])))
        for typed, mode, wanted, _ in rows:
            phrase = f'"{typed}"' if mode == "phrase" else typed
            found = library.search(phrase, exact=mode == "exact", each=True, limit=100)
            assert_found(found, starts.get(wanted), typed)
        (answer, *_) = library.search("الأمين العام").answers
        assert (answer.how, answer.row.start in starts["S04"]) == ("synonym", True)
        assert [one.text for one in answer.highlights] == ["السكرتير", "العام"]


def assert_found(found: Found, starts: set[int] | None, typed: str) -> None:
    if starts is None:
        assert found.total == 0, typed
        return
    answers = [answer for answer in found.answers if answer.row.start in starts]
    assert answers, typed
    assert answers[0].highlights, typed
    assert (answers[0].how == "probable_slip") == (typed == "حكماء")


def test_sure_answers_come_first(tmp_path: Path) -> None:
    library = made(
        tmp_path / "library",
        said("السكرتير العام سيصل إلى الميناء مع السكرتير العام"),
        said("الأمين العام سيصل إلى الميناء"),
        said("السكرنير العام سيصل إلى الميناء"),
    )
    found = library.search("السكرتير العام")
    assert [answer.how for answer in found.answers] == ["word", "synonym", "probable_slip"]
    assert found.total == 3
    for at, how in enumerate(("word", "synonym", "probable_slip")):
        (answer,) = library.search("السكرتير العام", limit=1, offset=at).answers
        assert answer.how == how
    assert {answer.how for answer in library.search("السكرتير العام", sort="newest").answers} == {
        "word",
        "synonym",
        "probable_slip",
    }
    library.close()


def test_by_day_the_newest_or_the_oldest_comes_first(samples: Library) -> None:
    newest = [
        answer.document.published
        for answer in samples.search("", sort="newest", each=True, limit=200).answers
        if not answer.row.said_on
    ]
    assert newest == sorted(newest, key=lambda day: (day or "")[:10], reverse=True)
    assert [a.row.id for a in samples.search("", sort="oldest", each=True, limit=200).answers] == [
        a.row.id for a in reversed(samples.search("", sort="newest", each=True, limit=200).answers)
    ]


def test_pages_of_an_answer_hold_each_statement_once(samples: Library) -> None:
    whole = [answer.row.id for answer in samples.search("في", limit=100).answers]
    assert [answer.row.id for at in range(0, len(whole), 7) for answer in samples.search("في", limit=7, offset=at).answers] == whole


def test_facets_count_what_answers(samples: Library) -> None:
    found = samples.search("", each=True, limit=200)
    rows = [answer.row for answer in found.answers]
    assert set(found.facets) == set(FACETS)
    assert {value.value: value.count for value in found.facets["kind"]} == {
        kind: sum(row.kind == kind for row in rows) for kind in {row.kind for row in rows}
    }
    speaker = found.facets["speaker"][0]
    assert speaker.count == sum(row.speaker_key == speaker.key for row in rows) > 1


def test_a_facet_filters_by_what_it_counts(samples: Library) -> None:
    for value in samples.search("").facets["outlet"]:
        assert samples.search("", outlet=value.value).total == value.count


def test_one_value_may_stand_for_several(samples: Library) -> None:
    assert samples.search("", kind="direct").total == samples.search("", kind=["direct"]).total > 0


def test_all_lines_stream_whatever_the_limit(samples: Library) -> None:
    lines = list(samples.search_lines("في", limit=1))
    assert {line[1] for line in lines} == {answer.row.id for answer in samples.search("في", each=True, limit=200).answers}
    assert len(list(samples.search_lines())) == samples.search("", each=True).total == len(list(samples.rows("statements")))


@pytest.mark.parametrize("day", ["yesterday", "31/3/2024", "2024-3", "--02-02", ""])
def test_a_day_that_is_none_is_told(samples: Library, day: str) -> None:
    if day:
        with pytest.raises(LibraryError, match="write it as 2024-03-31"):
            samples.search("في", said_from=day)
    else:
        assert samples.search("في", said_from=day).total


@pytest.mark.parametrize(
    "wrong",
    [
        {"limit": -1},
        {"offset": 10**9},
        {"facets": ("colour",)},
        {"kind": "loud"},
        {"flags": ["red"]},
        {"mood": "good"},
        {"sort": "odd"},
    ],
)
def test_what_no_search_can_ask_is_told(samples: Library, wrong: dict[str, Any]) -> None:
    with pytest.raises(LibraryError) as told:
        samples.search("في", **wrong)
    assert told.value.code == "bad_value"


# -- the index


def test_the_index_can_be_thrown_away(tmp_path: Path) -> None:
    with made(tmp_path / "library", said("الجسر جاهز")) as library:
        assert library.search("جسر").total == 1
        shutil.rmtree(tmp_path / "library" / "index")
        assert library.search("جسر").total == 1


def test_a_broken_index_is_made_anew(tmp_path: Path) -> None:
    made(tmp_path / "library", said("الجسر جاهز")).close()
    (tmp_path / "library" / "index" / "meta.json").write_bytes(b"{")
    with Library(tmp_path / "library") as library:
        assert library.search("جسر").total == 1


def test_a_damaged_index_is_made_anew(tmp_path: Path) -> None:
    made(tmp_path / "library", said("الجسر جاهز")).close()
    for file in (tmp_path / "library" / "index").glob("*.pos"):
        file.unlink()
    with Library(tmp_path / "library") as library:
        assert library.search("جسر").total == 1


def test_the_index_of_another_library_or_version_is_made_anew(tmp_path: Path) -> None:
    made(tmp_path / "one", said("الجسر جاهز"), said("النهر هادئ")).close()
    made(tmp_path / "other", said("القطار متأخر"), said("المحطة مغلقة")).close()
    shutil.rmtree(tmp_path / "other" / "index")
    shutil.copytree(tmp_path / "one" / "index", tmp_path / "other" / "index")
    with Library(tmp_path / "other") as library:
        assert library.search("جسر").total == 0
        assert library.search("قطار").total == 1


def test_an_open_library_sees_what_another_adds(tmp_path: Path) -> None:
    with made(tmp_path / "library", said("الجسر جاهز")) as library:
        assert library.search("قطار").total == 0
        made(tmp_path / "library", said("القطار متأخر")).close()
        assert library.search("قطار").total == 1


def test_a_page_that_is_read_again_is_found_once(tmp_path: Path) -> None:
    with made(tmp_path / "library", said("الجسر جاهز")) as library:
        list(library.add([said("الجسر جاهز")], outlet="جريدة الضفة", published="2024-03-31"))
        found = library.search("جسر")
        assert found.total == len(found.answers) == 1
        assert [value.value for value in found.facets["outlet"]] == ["جريدة الضفة"]
        assert library.search("جسر", published_until="2024-03").total == 1


def test_an_update_looks_at_what_changed_alone(tmp_path: Path) -> None:
    with made(tmp_path / "library", said("الجسر جاهز"), said("النهر هادئ")) as library:
        asked: list[str] = []
        library.store.connection.set_trace_callback(asked.append)
        list(library.add([said("القطار متأخر")]))
        library.store.connection.set_trace_callback(None)
        queries = [query for query in asked if "CROSS JOIN" in query]
        assert len(queries) == 2  # what is new, and what shares a saying with it
        for query in queries:
            plan = [row["detail"] for row in library.store.connection.execute(f"EXPLAIN QUERY PLAN {query}")]
            assert not any(detail.startswith("SCAN") and "subquery" not in detail for detail in plan), plan


def test_a_killed_update_is_done_again(tmp_path: Path) -> None:
    with made(tmp_path / "library", said("الجسر جاهز")) as library:
        state = tmp_path / "library" / "index" / "state.json"
        before = state.read_bytes()
        list(library.add([said("القطار متأخر")]))
        state.write_bytes(before)  # as if it was killed between the commit and the note
        assert library.search("قطار").total == library.search("جسر").total == 1


def test_while_another_process_writes_the_old_index_answers(tmp_path: Path) -> None:
    with made(tmp_path / "library", said("الجسر جاهز")) as library:
        library.index()
        with index_of(library.store).writing_alone() as alone:
            assert alone
            list(library.add([said("القطار متأخر")]))
            assert library.search("قطار").total == 0
            assert library.search("جسر").total == 1
        assert library.search("قطار").total == 1


def test_while_another_process_makes_the_index_that_is_told(tmp_path: Path) -> None:
    with made(tmp_path / "library", said("الجسر جاهز")) as library:
        shutil.rmtree(tmp_path / "library" / "index")
        with index_of(library.store).writing_alone(), pytest.raises(LibraryError) as told:
            library.search("جسر")
        assert told.value.code == "locked"


def test_a_statement_that_is_gone_from_the_database_is_gone_from_the_answer(tmp_path: Path) -> None:
    with made(tmp_path / "library", said("الجسر جاهز")) as library:
        library.search("جسر")
        with library.store.writing() as connection:
            connection.execute("DELETE FROM statements")
        assert library.search("جسر").answers == ()


def test_an_empty_library_finds_nothing(tmp_path: Path) -> None:
    with made(tmp_path / "library") as library:
        assert library.search("جسر") == library.search("")
        assert library.search("جسر").total == 0


def test_an_index_that_is_not_there_finds_nothing(tmp_path: Path) -> None:
    from qawl.library.searching.search import search

    assert search(Index.open(tmp_path / "index"), Search(text="جسر")).counts.total == 0


# -- the command


def run(capsysbinary: pytest.CaptureFixture[bytes], *args: str) -> tuple[int, str]:
    status = main(["search", *args])
    return status, capsysbinary.readouterr().out.decode()


def test_each_line_is_a_statement_with_its_page_and_its_highlights(
    folder: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    status, out = run(capsysbinary, "حبر", "--library", str(folder), "--format", "jsonl")
    (line,) = out.splitlines()
    found = json.loads(line)
    assert status == 0
    assert found["speaker"]["name"] == "غسان الشدراوي"
    assert found["content"][0]["text"] == "كل اتفاق لا تسنده أموال هو حبر على ورق"
    assert found["document"]["id"] == "minister.html"
    assert found["highlights"] == [
        {
            "text": "حبر",
            "start": found["content"][0]["start"] + 27,
            "end": found["content"][0]["start"] + 30,
            "in": "content",
            "how": "word",
        }
    ]


def test_the_forms_hold_the_same_statements(folder: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    options = ("المقاطعة", "--library", str(folder))
    _, lines = run(capsysbinary, *options, "--format", "jsonl")
    _, whole = run(capsysbinary, *options, "--format", "json")
    _, table = run(capsysbinary, *options, "--format", "csv")
    ids = [json.loads(line)["id"] for line in lines.splitlines()]
    assert [one["id"] for one in json.loads(whole)["statements"]] == ids
    assert json.loads(whole)["total"] == len(ids)
    assert [row["id"] for row in csv.DictReader(io.StringIO(table))] == ids


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_the_table_tells_a_slip_as_one(folder: Path, capsysbinary: pytest.CaptureFixture[bytes], lang: str) -> None:
    status, out = run(capsysbinary, "الدرنواي", "--library", str(folder), "--lang", lang)
    assert status == 0
    assert {"en": "probable slip", "ar": "زلة كتابة محتملة"}[lang] in out
    assert "الدرناوي" in out


def test_the_table_tells_how_it_was_said(folder: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    _, out = run(capsysbinary, "مقاطعة", "رسالة", "--library", str(folder), "--sort", "oldest")
    told = out.replace("\n", " ")
    (line,) = run(capsysbinary, "مقاطعة", "رسالة", "--library", str(folder), "--sort", "oldest", "--format", "jsonl")[
        1
    ].splitlines()
    for word in ("indirect", "negated", "ليست", "draft", "title", "السروجي", json.loads(line)["id"]):
        assert word in told


def test_the_table_tells_what_is_not_known(tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    made(tmp_path / "library", said("الجسر جاهز")).close()
    _, out = run(capsysbinary, "جسر", "--library", str(tmp_path / "library"))
    assert "unknown" in out
    assert "no date" in out


def test_names_in_latin_letters_that_find_nothing_tell_how(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["search", "Darnawi", "--library", str(folder)]) == 1
    assert "--latin" in capsys.readouterr().err
    assert main(["search", "Darnawi", "--latin", "--library", str(folder)]) == 0
    assert main(["search", "زرافة", "AND", "--library", str(folder)]) == 1
    assert capsys.readouterr().err == ""


def test_the_options_are_filters(folder: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    _, out = run(
        capsysbinary, "--library", str(folder), "--speaker", "السروجى", "--kind", "direct", "--flag", "negated", "--outlet",
        "ريحان", "--published-from", "2025-10-01", "--format", "jsonl",
    )  # fmt: skip
    assert [json.loads(line)["content"][0]["text"][:6] for line in out.splitlines()] == ["الذهاب", "ذلك لا"]


def test_nothing_found_is_told(folder: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    assert run(capsysbinary, "زرافة", "--library", str(folder)) == (
        1,
        " \u2068Nothing was found.\u2069\n".replace(" \u2068", "\u2068 "),
    )


def test_what_is_wrong_is_told(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["search", "جسر", "--library", str(folder / "none")]) == 2
    assert main(["search", "جسر", "--library", str(folder), "--said-from", "soon"]) == 2
    assert "write it as 2024-03-31" in capsys.readouterr().err


# -- what people decided


def test_what_is_suppressed_is_found_no_more(tmp_path: Path) -> None:
    with made(tmp_path / "library", said("الجسر جاهز"), said("الجسر قديم"), said("الجسر طويل", "ليلى الصباغ")) as library:
        first, *_ = library.search("جسر جاهز").answers
        library.suppress(first.row.id, who="محرر")
        assert library.search("جاهز").total == 0
        assert library.search("جسر").total == 2
        library.suppress(person="ليلى الصباغ", who="محرر")
        found = library.search("جسر")
        assert found.total == len(found.answers) == sum(value.count for value in found.facets["speaker"]) == 1
        library.suppress(page=found.answers[0].document.capture, who="محرر")
        assert library.search("").total == 0


def test_what_is_suppressed_while_the_index_is_locked_is_not_shown(tmp_path: Path) -> None:
    with made(tmp_path / "library", said("الجسر جاهز")) as library:
        (answer,) = library.search("جسر").answers
        with index_of(library.store).writing_alone():
            library.suppress(answer.row.id, who="محرر")
            assert library.search("جسر").answers == ()


def test_a_fixed_speaker_is_found_by_the_new_name(tmp_path: Path) -> None:
    with made(tmp_path / "library", said("الجسر جاهز")) as library:
        (answer,) = library.search("جسر").answers
        library.fix(answer.row.id, {"speaker": "ليلى الصباغ"}, who="محرر")
        (fixed,) = library.search("الصباغ").answers
        assert fixed.statement.speaker is not None
        assert [one.text for one in fixed.highlights if one.where == "speaker"] == ["الصباغ"]
