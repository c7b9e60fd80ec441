"""The API: what is served is what its description says, and tells what the pages show; nothing in it writes."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import jsonschema
import pytest
from openapi_spec_validator import validate
from starlette.routing import Mount
from starlette.testclient import TestClient

from qawl.library import Library
from qawl.library.rows import line_columns
from qawl.library.searching.search import Search
from qawl.model import Page, Record
from qawl.web.api.parameters import TRUSTED, OfSheet, OfStatements, names_of
from qawl.web.api.routes import ROUTES
from qawl.web.app import application
from qawl.web.entering import Keys
from qawl.web.views.statements import SEVERAL, SINGLE, SWITCHES

OUTLET = "صحيفة الشراع"
VISIT = (
    "قال وزير الموانئ سالم الحداد إن الميناء الجديد سيفتح في الربيع. وأضاف أن العمال «لن يدفعوا ثمن التأخير 🚢».\n\n"
    "وأعلن الحداد أن وفد النقابة لن يحضر الاجتماع المقرر في صفاقس يوم 14 مارس 2024 لأن الدعوة وصلت متأخرة.\n\n"
    "وانتقد سالم الحداد نقابة العمال التونسية، وقال الحداد إن نقابة العمال التونسية ترفض الحوار."
)
OTHER = "قالت رئيسة بلدية صفاقس ليلى الكندي إن الرصيف القديم سيبقى مفتوحا أمام الزوار. ودعت ليلى الكندي إلى فتح الميناء الجديد."


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    where = tmp_path_factory.mktemp("api") / "news.library"
    pages = [
        Page(id="visit", source=VISIT, outlet=OUTLET, published="2024-03-04", title="الميناء", url="https://shiraa.example/ميناء"),
        Page(id="again", source="نشرتنا اليوم. " + VISIT, outlet="إذاعة الخليج", published="2024-03-05", title="في الميناء"),
        Page(id="other", source=OTHER, outlet=OUTLET, published="2024-03-06", title="الرصيف", url="https://shiraa.example/2"),
        Page(id="empty", source=""),
    ]
    with Library(where, create=True) as library:
        for _ in library.add(pages):
            pass
        library.watch(["https://shiraa.example/rss"], time="2024-03-01T00:00:00Z")
        library.save_search("الموانئ", {"text": "الميناء"})
        (first, *_) = library.search("الربيع").answers
        library.decide(f"{first.row.capture}:{first.row.id}", "accept", who="نادية")
    return where


@pytest.fixture(scope="module")
def client(folder: Path) -> Iterator[TestClient]:
    with TestClient(application(folder), base_url="http://localhost") as made:
        yield made


@pytest.fixture(scope="module")
def described(client: TestClient) -> dict[str, Any]:
    found: dict[str, Any] = client.get("/api/openapi.json").json()
    return found


def statement(client: TestClient, text: str = "الربيع") -> dict[str, Any]:
    found: dict[str, Any] = client.get("/api/statements", params={"text": text, "sort": "oldest"}).json()["items"][0]
    return found


def addresses(client: TestClient) -> dict[str, str]:
    """An address of each route that has an answer."""
    first = statement(client)["statement"]
    asked = {
        "statements": {"text": "الميناء", "limit": 1},
        "who": {"name": "سالم الحداد"},
        "timeline": {"a": "سالم الحداد", "b": "نقابة العمال التونسية"},
        "check": {"quotation": "العمال سيدفعون ثمن التأخير"},
        "brief": {"since": "2020-01-01"},
    }
    (course, *_) = client.get("/api/agenda").json()["items"]
    paths = {route.name: "/api" + route.path.format(capture=first["capture"], id=first["id"]) for route in ROUTES}
    paths["event"] = f"/api/event/{course['page']['capture']}/{course['event']['id']}"
    return {name: f"{path}?{urlencode(asked[name])}" if name in asked else path for name, path in paths.items()}


def schema_of(described: dict[str, Any], path: str, media: str = "application/json") -> dict[str, Any]:
    answer = described["paths"][path]["get"]["responses"]["200"]["content"][media]["schema"]
    return {**answer, "components": described["components"]}


def test_the_description_is_valid(described: dict[str, Any]) -> None:
    validate(described)


def test_all_that_is_served_is_described_and_nothing_else(described: dict[str, Any], folder: Path) -> None:
    (mounted,) = [route for route in application(folder).routes if isinstance(route, Mount) and route.path == "/api"]
    served = {f"/api{route.path}" for route in mounted.routes}
    assert served == set(described["paths"])


@pytest.mark.parametrize("route", ROUTES, ids=lambda route: route.name)
def test_real_answers_are_as_they_are_described(client: TestClient, described: dict[str, Any], route: Any) -> None:
    answer = client.get(addresses(client)[route.name])
    assert answer.status_code == 200, answer.text
    if route.answer is str:
        assert answer.text == VISIT
        return
    told = answer.json()
    jsonschema.Draft202012Validator(schema_of(described, f"/api{route.path}")).validate(told)
    assert told, route.name
    if "items" in told:
        assert told["items"] or route.name in ("disagreements", "proposed")
        assert set(told) >= {"total", "limit", "offset"}


@pytest.mark.parametrize("route", [route for route in ROUTES if route.sheet], ids=lambda route: route.name)
def test_every_list_is_a_table_too(client: TestClient, route: Any) -> None:
    path, _, asked = addresses(client)[route.name].partition("?")
    asked = "&".join(part for part in asked.split("&") if not part.startswith("limit"))
    lines = client.get(f"{path}.jsonl?{asked}")
    table = client.get(f"{path}.csv?{asked}")
    rows = list(csv.reader(io.StringIO(table.text)))
    objects = [json.loads(line) for line in lines.text.splitlines()]
    assert len(rows) - 1 == len(objects)
    assert all(list(one) == rows[0] for one in objects)
    whole = client.get(f"{path}?{asked}").json()
    total = whole["total"] if isinstance(whole, dict) else len(whole)
    assert len(objects) >= total  # prints of one saying are lines of their own
    assert (table.headers["content-type"].split(";")[0], lines.headers["content-type"]) == ("text/csv", "application/jsonl")
    assert table.headers["content-disposition"] == f'attachment; filename="{route.name}.csv"'


def test_a_table_has_the_columns_of_the_codebook_and_a_mark_for_excel(client: TestClient) -> None:
    data = client.get("/api/statements.csv", params={"excel": "1"}).content
    assert data.startswith(b"\xef\xbb\xbf")
    (names, *rows) = csv.reader(io.StringIO(data.decode("utf-8-sig")))
    assert names == [column.name for column in line_columns("statements")]
    assert {row[names.index("band")] for row in rows} <= set(TRUSTED)


def test_the_page_of_statements_and_the_api_are_asked_alike() -> None:
    page = {"text", "sort", "offset", *SINGLE, *SEVERAL, *SWITCHES}
    assert page <= names_of(OfStatements).keys()
    assert names_of(OfStatements).keys() <= set(Search.__struct_fields__)
    assert not names_of(OfStatements).keys() & names_of(OfSheet).keys()


def test_drafts_are_shown_to_those_who_ask(client: TestClient) -> None:
    def bands(**asked: Any) -> set[str]:
        return {one["statement"]["band"] for one in client.get("/api/statements", params=asked).json()["items"]}

    assert bands() <= set(TRUSTED)
    assert bands(band="draft") == {"draft"}
    assert bands(band=["draft", "publish", "check"]) > {"draft"}
    drafts = client.get("/api/statements", params={"band": "draft"}).json()["items"]
    name = next(one["statement"]["speaker"] for one in drafts if one["statement"]["speaker"])
    said = {of: client.get("/api/who", params={"name": name, "band": of}).json()["profile"] for of in ("draft", "publish")}
    assert said["draft"]["counts"]["said"] > 0
    assert {one["statement"]["band"] for one in said["draft"]["said"]} == {"draft"}
    assert [one for one in said["publish"]["said"] if one["statement"]["band"] == "draft"] == []
    brief = client.get("/api/brief", params={"since": "2020-01-01"}).json()["brief"]
    assert {told["statement"]["band"] for one in brief["speakers"] for told in one["statements"]} <= set(TRUSTED)


def test_the_places_of_a_statement_are_those_of_the_text(client: TestClient) -> None:
    found = client.get(statement(client, "التأخير")["links"]["api"]).json()
    text = client.get(f"/api/page/{found['page']['capture']}/text").text
    units = text.encode("utf-16-le")
    assert {one["of"] for one in found["evidence"]} >= {"content", "cue"}
    for one in found["evidence"]:
        assert text[one["start"] : one["end"]] == one["text"]
        assert units[2 * one["utf16_start"] : 2 * one["utf16_end"]].decode("utf-16-le") == one["text"]
    assert "🚢" in "".join(one["text"] for one in found["evidence"])
    assert found["live"].startswith("https://shiraa.example/")
    assert "#:~:text=" in found["live"]
    assert [one["page"]["outlet"] for one in found["appearances"]] == [OUTLET, "إذاعة الخليج"]
    assert all(OUTLET in found["citations"][lang] for lang in ("ar", "en"))
    assert found["why"]["ar"].keys() == found["why"]["en"].keys() >= {"speaker", "content"}
    assert found["why"]["ar"] != found["why"]["en"]


def test_a_page_is_its_record(client: TestClient, folder: Path) -> None:
    capture = statement(client)["statement"]["capture"]
    with Library(folder) as library:
        assert Record.from_json(client.get(f"/api/page/{capture}").content) == library.seen(capture)


def test_lists_are_walked_by_their_links(client: TestClient) -> None:
    whole = client.get("/api/statements", params={"sort": "oldest"}).json()
    assert whole["total"] == len(whole["items"]) > 3
    address, walked, steps = "/api/statements?sort=oldest&limit=2", [], 0
    while address:
        answer = client.get(address)
        walked += [one["statement"]["id"] for one in answer.json()["items"]]
        links = dict(re.findall(r'<([^>]+)>; rel="(\w+)"', answer.headers.get("link", "")))
        assert ("prev" in links.values()) == (steps > 0)
        address, steps = next((to for to, name in links.items() if name == "next"), ""), steps + 1
    assert walked == [one["statement"]["id"] for one in whole["items"]]


@pytest.mark.parametrize(
    ("address", "status", "code", "parameters"),
    [
        ("/api/statements?txt=x&colour=red", 400, "unknown_parameter", ["colour", "txt"]),
        ("/api/statements?kind=song", 400, "bad_value", ["kind"]),
        ("/api/statements?limit=501", 400, "bad_value", ["limit"]),
        ("/api/statements?limit=many", 400, "bad_value", ["limit"]),
        ("/api/statements?said_from=yesterday", 400, "bad_value", ["said_from"]),
        ("/api/statements?text=a&text=b", 400, "bad_value", ["text"]),
        ("/api/statements.csv?said_from=2024-13", 400, "bad_value", []),
        ("/api/statements.csv?limit=1", 400, "unknown_parameter", ["limit"]),
        ("/api/who", 400, "missing_parameter", ["name"]),
        ("/api/who?name=كنزة", 404, "not_found", []),
        ("/api/timeline?a=سالم الحداد&b=سالم الحداد", 400, "bad_value", []),
        ("/api/brief?since=2024-99-99", 400, "bad_value", ["since"]),
        ("/api/page/" + "0" * 64, 404, "not_found", []),
        ("/api/page/%2e%2e%2f%2e%2e%2fetc", 404, "not_found", []),
        ("/api/page/xyz", 400, "bad_value", ["capture"]),
        ("/api/nothing", 404, "not_found", []),
        ("/api/", 404, "not_found", []),
    ],
)
def test_what_is_wrong_is_told_as_a_problem(
    client: TestClient, described: dict[str, Any], address: str, status: int, code: str, parameters: list[str]
) -> None:
    answer = client.get(address)
    told = answer.json()
    assert (answer.status_code, told["status"], told["code"], told["parameters"]) == (status, status, code, parameters), told
    assert answer.headers["content-type"] == "application/problem+json"
    jsonschema.validate(told, {"$ref": "#/components/schemas/Problem", "components": described["components"]})
    assert all(name in told["detail"] for name in parameters)


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE"])
def test_nothing_is_written(client: TestClient, method: str) -> None:
    for address in addresses(client).values():
        answer = client.request(method, address)
        assert (answer.status_code, answer.json()["code"]) == (405, "method_not_allowed")


def test_who_has_the_answer_is_told_that_nothing_changed(client: TestClient) -> None:
    for name, address in addresses(client).items():
        first = client.get(address)
        tag = first.headers["etag"]
        assert first.headers["cache-control"] == "private, no-cache"
        again = client.get(address, headers={"if-none-match": f'"else", {tag}'})
        assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag), name
        head = client.head(address)
        assert (head.status_code, head.content, head.headers["etag"]) == (200, b"", tag)
        assert head.headers["content-length"] == first.headers["content-length"] or "content-encoding" in first.headers
        plain = client.get(address, headers={"accept-encoding": "identity"})
        assert plain.headers["etag"] != tag  # other bytes
    table = client.get("/api/statements.csv")
    assert client.get("/api/statements.csv", headers={"if-none-match": table.headers["etag"]}).status_code == 304
    assert client.head("/api/statements.csv").content == b""


def test_what_changes_an_answer_changes_its_tag(tmp_path: Path) -> None:
    folder = tmp_path / "one.library"
    with Library(folder, create=True) as library:
        list(library.add([Page(id="a", source=VISIT, outlet=OUTLET, published="2024-03-04")]))
    with TestClient(application(folder), base_url="http://localhost") as client, Library(folder) as library:
        tags = [client.get(path).headers["etag"] for path in ("/api/statements", "/api/decisions", "/api/sources")]

        def changed() -> list[bool]:
            now = [client.get(path).headers["etag"] for path in ("/api/statements", "/api/decisions", "/api/sources")]
            found = [one != other for one, other in zip(now, tags, strict=True)]
            tags[:] = now
            return found

        assert changed() == [False, False, False]
        row = statement(client)["statement"]
        library.decide(f"{row['capture']}:{row['id']}", "accept", who="نادية")
        assert changed()[:2] == [True, True]
        library.note_outlet(OUTLET, "ملك بلدية صفاقس", who="نادية")
        assert changed()[2]
        library.watch(["https://shiraa.example/rss"])
        assert changed() == [False, False, True]
        list(library.add([Page(id="b", source=OTHER, outlet=OUTLET, published="2024-03-06")]))
        assert changed() == [True, True, True]
        library.suppress(page=row["capture"], who="نادية")
        assert changed()[:2] == [True, True]
        assert client.get(f"/api/page/{row['capture']}").status_code == 410


def test_a_slow_reader_of_a_table_holds_no_library(folder: Path) -> None:
    from qawl.web.api.sheets import in_stretches, statements
    from qawl.web.shelf import HOLDINGS, Shelf

    shelf = Shelf(folder)
    slow = [iter(statements(shelf.library, OfStatements(band=())).lines) for _ in range(2 * HOLDINGS)]
    first = [next(lines) for lines in slow]  # each has begun and reads no further
    with shelf.library() as library:
        assert first == [next(iter(library.lines("statements")))] * len(slow)
    stretches = in_stretches(shelf.library, lambda library, after: library.some_lines("pages", after, 1), 0)
    assert len(list(stretches)) == 3
    shelf.close()


def test_what_waits_is_in_the_order_of_the_queue(client: TestClient, folder: Path) -> None:
    items = client.get("/api/review").json()["items"]
    with Library(folder) as library:
        for place, one in enumerate(items):
            waits = library.waiting("statements", place)
            assert waits
            assert (one["capture"], one["id"], one["place"]) == (waits.capture, waits.id, place)
        assert len(items) == library.how_many_wait()["statements"]
    assert [one["statement"]["band"] for one in items] == sorted(
        (one["statement"]["band"] for one in items), key=["draft", "check", "publish"].index
    )
    part = client.get("/api/review", params={"offset": 2, "limit": 3}).json()["items"]
    assert part == items[2:5]
    assert all(one["event"] for one in client.get("/api/review", params={"of": "events"}).json()["items"])


def test_programs_are_refused_in_their_own_way(folder: Path) -> None:
    keys = Keys(password="كلمة سر طويلة", token="t" * 40)
    with TestClient(application(folder, keys=keys), base_url="http://localhost") as client:
        answer = client.get("/api/statements")
        assert (answer.status_code, answer.json()["code"]) == (401, "password_wanted")
        assert answer.headers["content-type"] == "application/problem+json"
        assert "www-authenticate" in answer.headers
        token = {"authorization": f"Bearer {'t' * 40}"}
        assert client.get("/api/statements", headers=token).json()["total"] > 0
        assert client.get("/statements.atom", headers=token).status_code == 200
    assert TestClient(application(folder), base_url="http://evil.example").get("/api/pages").json()["code"] == "host_unknown"


def test_a_page_that_is_open_to_all_is_sent_when_it_changed(client: TestClient, folder: Path) -> None:
    for address in ("/sources", "/statements?text=الميناء"):
        client.get(address)  # with the cookie of forms
        first = client.get(address)
        again = client.get(address, headers={"if-none-match": first.headers["etag"]})
        assert (again.status_code, again.content) == (304, b"")
        assert "content-security-policy" in again.headers
        other = client.get(address, headers={"if-none-match": first.headers["etag"], "cookie": f"{client.cookies}; lang=en"})
        assert other.status_code == 200
    with TestClient(application(folder, keys=Keys(token="t" * 40)), base_url="http://localhost") as closed:
        answer = closed.get("/sources", headers={"authorization": f"Bearer {'t' * 40}"})
        assert answer.headers["cache-control"] == "no-store"
        assert "etag" not in answer.headers
