"""The database of a library opens in Datasette: its tables, rows and facets."""

from __future__ import annotations

import asyncio
import json
from collections import Counter
from importlib.resources import files
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest
from datasette.app import Datasette

from qawl.library import Library
from qawl.library.rows import TABLES, columns
from qawl.library.store import DATABASE
from qawl.pages import open_pages

SAMPLES = sorted(str(path) for path in Path(str(files("qawl") / "samples")).glob("*.html"))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("datasette") / "qawl.library"
    with Library(folder, create=True) as library:
        list(library.add(open_pages(SAMPLES)))
    return folder


def asked(folder: Path, *paths: str) -> list[Any]:
    """What Datasette answers, as JSON."""

    async def ask() -> list[Any]:
        shown = Datasette([str(folder / DATABASE)])
        answers = [await shown.client.get(path) for path in paths]
        assert [(answer.status_code, answer.text[:200]) for answer in answers if answer.status_code != 200] == []
        return [answer.json() for answer in answers]

    return asyncio.run(ask())


def test_every_table_is_there_with_its_columns_and_rows(folder: Path) -> None:
    (found,) = asked(folder, "/library.json")
    tables = {table["name"]: table for table in found["tables"]}
    with Library(folder) as library:
        for name, row in TABLES.items():
            own = {column.name for column in columns(row)} - ({"capture"} if name != "pages" else set())
            assert own <= set(tables[name]["columns"])
            assert tables[name]["count"] == len(list(library.rows(name)))
    assert {"captures", "arrivals", "decisions", "event_changes", "log", "library"} <= set(tables)


def test_rows_are_those_of_the_library_and_lead_to_their_page(folder: Path) -> None:
    (found,) = asked(folder, "/library/statements.json?_shape=objects&_size=max&_labels=off")
    with Library(folder) as library:
        rows: list[Any] = list(library.rows("statements", more="ORDER BY f.row"))
    assert [(row["id"], row["text"], row["speaker"]) for row in found["rows"]] == [(row.id, row.text, row.speaker) for row in rows]
    assert [tuple(json.loads(row["flags"])) for row in found["rows"]] == [row.flags for row in rows]
    (page,) = asked(folder, f"/library/pages/{found['rows'][0]['page']}.json?_shape=objects")
    assert page["rows"][0]["capture"] == rows[0].capture


def test_facets_count_what_a_library_counts(folder: Path) -> None:
    (found,) = asked(folder, "/library/statements.json?_facet=kind&_facet_array=flags&_facet_size=max")
    facets = found["facet_results"]
    facets = facets.get("results", facets)  # the first of two shapes is that of newer versions
    with Library(folder) as library:
        rows: list[Any] = list(library.rows("statements"))
    kinds = {one["value"]: one["count"] for one in facets["kind"]["results"]}
    assert kinds == {kind: sum(row.kind == kind for row in rows) for kind in {row.kind for row in rows}}
    flags = {one["value"]: one["count"] for one in facets["flags"]["results"]}
    assert flags == {flag: sum(flag in row.flags for row in rows) for row in rows for flag in row.flags}


def test_filters_and_sql_find_arabic_words(folder: Path) -> None:
    sql = "select speaker, count(*) as n from statements where speaker like :name group by speaker"
    by_filter, by_sql = asked(
        folder,
        "/library/statements.json?speaker__contains=السروجي&_shape=objects&_size=max",
        f"/library.json?{urlencode({'sql': sql, 'name': '%السروجي%', '_shape': 'objects'})}",
    )
    counted = Counter(row["speaker"] for row in by_filter["rows"])
    assert counted["نضال السروجي"] > 1
    assert {row["speaker"]: row["n"] for row in by_sql["rows"]} == counted


def test_a_library_that_is_written_to_can_be_looked_at(folder: Path) -> None:
    with Library(folder) as library, library.store.writing():
        (found,) = asked(folder, "/library/pages.json?_shape=objects")
        assert len(found["rows"]) == len(SAMPLES)
