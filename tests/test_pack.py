"""`qawl pack` and `qawl verify FILE`: one file proves a statement by itself, and no byte of it can change unseen."""

from __future__ import annotations

import json
import random
import zipfile
from collections.abc import Callable
from hashlib import sha256
from html.parser import HTMLParser
from importlib.resources import files
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from qawl import cli
from qawl.export.pack import MANIFEST, MEMBERS, packed, zipped
from qawl.export.unpack import check_pack
from qawl.library import Library, LibraryError
from qawl.library.arrivals import Arrival, Given
from qawl.model import Page
from qawl.pages import open_pages
from qawl.show.strings import say

SAMPLES = sorted(str(path) for path in Path(str(files("qawl") / "samples")).glob("*.html"))
ADDRESS = "https://example.org/news/7?a=1&b=<i>"
HOSTILE = "قال المدير <script>alert(1)</script> نبيل الساحلي إن الرصيف «مفتوح & آمن» منذ أمس."


def arrival() -> Arrival:
    """A page with headers, from an address, whose words are markup."""
    page = Page(id=ADDRESS, source=HOSTILE, kind="text", url=ADDRESS)
    return Arrival(
        source=ADDRESS,
        page=page,
        given=Given(id=ADDRESS, form="text", url=ADDRESS),
        data=HOSTILE.encode(),
        received="2024-03-05T08:00:00Z",
        address=ADDRESS,
        headers=(("Content-Type", "text/plain"), ("X-Note", "<b>&</b>")),
    )


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("pack") / "library"
    lines = folder.parent / "lines.jsonl"
    lines.write_text(json.dumps({"text": "أكدت البلدية أن الجسر سيفتح يوم الأحد."}, ensure_ascii=False) + "\n", "utf-8")
    with Library(folder, create=True) as library:
        list(library.add(open_pages([*SAMPLES, str(lines)])))
        list(library.add_arrivals([arrival()]))
    return folder


def some_id(library: Library, where: str = "1") -> str:
    return f"{next(library.rows('statements', where)).capture}:{next(library.rows('statements', where)).id}"  # type: ignore[attr-defined]


@pytest.fixture(scope="module")
def data(folder: Path) -> bytes:
    with Library(folder) as library:
        return packed(library.evidence(some_id(library, "f.speaker IS NOT NULL AND f.in_title = 0")))


@pytest.fixture
def changed(tmp_path: Path) -> Callable[[bytes], list[str]]:
    """What is said of a file."""

    def messages(data: bytes) -> list[str]:
        path = tmp_path / "evidence.zip"
        path.write_bytes(data)
        return [damage.message for damage in check_pack(path).damages]

    return messages


def members(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def start_of(data: bytes, name: str) -> int:
    """Where the bytes of a member begin."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return archive.getinfo(name).header_offset + 30 + len(name)


def with_member(data: bytes, name: str, change: Callable[[Any], object]) -> bytes:
    """The file with another member and a manifest that knows of it: only what the members say can tell."""
    found = members(data)
    value = json.loads(found[name])
    change(value)
    found[name] = json.dumps(value, ensure_ascii=False).encode()
    if name != MANIFEST:
        manifest = json.loads(found[MANIFEST])
        for member in manifest["members"]:
            member.update(size=len(found[member["name"]]), sha256=sha256(found[member["name"]]).hexdigest())
        found[MANIFEST] = json.dumps(manifest).encode()
    return zipped(found)


# -- what is in it


def test_every_statement_of_a_library_is_packed_whole(folder: Path, changed: Callable[[bytes], list[str]]) -> None:
    with Library(folder) as library:
        rows = list(library.rows("statements"))
        assert {row.in_title for row in rows} == {True, False}  # type: ignore[attr-defined]
        for row in rows[::3]:
            assert changed(packed(library.evidence(f"{row.capture}:{row.id}"))) == []  # type: ignore[attr-defined]


def test_the_file_holds_all_that_proves_a_statement(folder: Path) -> None:
    with Library(folder) as library:
        (row,) = library.rows("statements", "p.url = ?", [ADDRESS])
        library.decide(row.id, "accept", who="منى", why="سمعته <بنفسي>")  # type: ignore[attr-defined]
        found = members(packed(library.evidence(row.id)))  # type: ignore[attr-defined]
        record = library.record(row.capture)  # type: ignore[attr-defined]
    assert list(found) == [MANIFEST, *MEMBERS]
    assert found["capture.bin"] == HOSTILE.encode()
    assert found["record.json"] == record.to_json()
    assert json.loads(found["statement.json"])["id"] == row.id  # type: ignore[attr-defined]
    (came,) = json.loads(found["headers.json"])
    assert (came["address"], came["received"], came["headers"][1]) == (ADDRESS, "2024-03-05T08:00:00Z", ["X-Note", "<b>&</b>"])
    assert [(one["who"], one["verdict"]) for one in json.loads(found["decisions.json"])] == [("منى", "accept")]
    manifest = json.loads(found[MANIFEST])
    assert (manifest["capture"], manifest["received"]) == (sha256(HOSTILE.encode()).hexdigest(), ["2024-03-05T08:00:00Z"])
    assert {member["name"]: member["sha256"] for member in manifest["members"]} == {
        name: sha256(found[name]).hexdigest() for name in MEMBERS
    }


def test_the_same_evidence_is_the_same_bytes(folder: Path, data: bytes) -> None:
    with Library(folder) as library:
        assert packed(library.evidence(some_id(library, "f.speaker IS NOT NULL AND f.in_title = 0"))) == data


def test_the_disk_of_its_maker_is_not_told(folder: Path) -> None:
    with Library(folder) as library:
        key = library.store.connection.execute("SELECT capture FROM arrivals WHERE source LIKE '%lines.jsonl:1'").fetchone()[0]
        data = packed(library.evidence(some_id(library, f"p.capture = '{key}'")))
    assert str(folder.parent).encode() not in data
    assert json.loads(members(data)["headers.json"])[0]["source"] == "lines.jsonl:1"


# -- the report


class Words(HTMLParser):
    """The text of a page, the tags in it, and the words that are marked as what was said."""

    def __init__(self) -> None:
        super().__init__()
        self.text = self.said = ""
        self.tags: list[str] = []
        self.inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        classes = (dict(attrs).get("class") or "").split()
        self.inside = self.inside or "content" in classes

    def handle_endtag(self, tag: str) -> None:
        self.inside = self.inside and tag != "a"

    def handle_data(self, data: str) -> None:
        self.text += data
        self.said += data if self.inside else ""


def read_report(data: bytes) -> Words:
    words = Words()
    words.feed(members(data)["report.html"].decode())
    return words


def test_the_report_tells_all_in_both_languages(data: bytes) -> None:
    words, found = read_report(data), members(data)
    statement, manifest = json.loads(found["statement.json"]), json.loads(found[MANIFEST])
    assert statement["speaker"]["name"] in words.text
    assert " ".join(span["text"] for span in statement["content"]) in " ".join(words.said.split())
    for lang in ("ar", "en"):
        for key in ("evidence_of", "speaker", "cue", "kind", "band", "rule", "capture_hash", "received", "unknown"):
            assert say(lang, key) in words.text  # type: ignore[arg-type]
    for value in (manifest["capture"], manifest["statement"], manifest["received"][0], statement["rule"]):
        assert words.text.count(value) == 2


def test_what_a_page_says_is_never_markup(folder: Path) -> None:
    with Library(folder) as library:
        words = read_report(packed(library.evidence(some_id(library, f"p.url = '{ADDRESS}'"))))
    assert "script" not in words.tags
    assert HOSTILE in words.text
    assert "X-Note: <b>&</b>" in words.text


# -- damage


def test_any_flipped_byte_is_found(data: bytes, changed: Callable[[bytes], list[str]]) -> None:
    dice = random.Random(5)
    places = [*range(0, 60), *range(len(data) - 400, len(data), 7), *(dice.randrange(len(data)) for _ in range(120))]
    for place in places:
        flipped = bytearray(data)
        flipped[place] ^= 1 << dice.randrange(8)
        assert changed(bytes(flipped)), place


def test_a_flipped_byte_is_told_by_its_place(data: bytes, changed: Callable[[bytes], list[str]]) -> None:
    for name in (MANIFEST, *MEMBERS):
        flipped = bytearray(data)
        flipped[start_of(data, name) + 1] ^= 1
        (message,) = changed(bytes(flipped))
        assert message.startswith(f"{name} is damaged")
    flipped = bytearray(data)
    flipped[10] ^= 1  # the time of the first member
    assert "byte 10 is not as an evidence file has it, at the head of manifest.json" in changed(bytes(flipped))


def test_a_file_cut_short_or_made_longer_is_told(data: bytes, changed: Callable[[bytes], list[str]]) -> None:
    for cut in (0, 1, 100, len(data) // 2, len(data) - 1):
        assert changed(data[:cut])
    assert changed(data + b"\0")
    assert changed(b"\0" + data)


CHANGES: dict[str, tuple[str, Callable[[Any], object], str]] = {
    "a shifted offset": ("record.json", lambda r: r["statements"][0]["content"][0].update(start=0), "statements.content"),
    "another speaker in the statement": (
        "statement.json",
        lambda s: s["speaker"].update(name="غيره"),
        "statement.json is not a statement of record.json",
    ),
    "another time": ("headers.json", lambda h: h[0].update(received="2020-01-01T00:00:00Z"), "other times"),
    "another file": (MANIFEST, lambda m: m["members"].pop(), "names other files"),
    "another hash": (MANIFEST, lambda m: m["members"][0].update(sha256="0" * 64), "the hash of capture.bin"),
    "another statement": (MANIFEST, lambda m: m.update(statement="0" * 16), "names the statement"),
    "what is no manifest": (MANIFEST, lambda m: m.update(schema="other/1"), "manifest.json cannot be read"),
    "what is no record": ("record.json", lambda r: r.pop("document"), "record.json cannot be read"),
}


@pytest.mark.parametrize("name", CHANGES)
def test_what_the_members_say_is_compared(name: str, data: bytes, changed: Callable[[bytes], list[str]]) -> None:
    member, change, message = CHANGES[name]
    told = changed(with_member(data, member, change))
    assert any(message in one for one in told), told


def test_a_report_that_tells_something_else_is_found(data: bytes, changed: Callable[[bytes], list[str]]) -> None:
    found = members(data)
    found["report.html"] = found["report.html"].replace(b"</article>", "لا".encode() + b"</article>")
    manifest = json.loads(found[MANIFEST])
    manifest["members"][-1].update(size=len(found["report.html"]), sha256=sha256(found["report.html"]).hexdigest())
    found[MANIFEST] = json.dumps(manifest).encode()
    assert changed(zipped(found)) == ["report.html does not tell what the other files say"]


def test_a_record_that_was_forged_with_all_its_hashes_is_told_by_reading_again(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "evidence.zip"
    path.write_bytes(data)
    assert check_pack(path, again=True).damages == ()
    place = next(n for n, one in enumerate(json.loads(members(data)["record.json"])["statements"]) if one["cue"])
    path.write_bytes(with_member(data, "record.json", lambda r: r["statements"][place]["cue"].update(act="deny")))
    assert "read anew" in " ".join(damage.message for damage in check_pack(path, again=True).damages)


# -- files of others


def zip_of(entries: list[tuple[str, bytes]], form: int = zipfile.ZIP_STORED) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", form) as archive:
        for name, content in entries:
            archive.writestr(zipfile.ZipInfo(name), content, compress_type=form)
    return out.getvalue()


def test_a_file_of_somebody_else_does_no_harm(
    changed: Callable[[bytes], list[str]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    names = [MANIFEST, *MEMBERS]
    bomb = zip_of([(name, b"0" * 20_000_000) for name in names], zipfile.ZIP_DEFLATED)
    assert changed(bomb) == ["manifest.json is not stored as an evidence file stores it"]
    assert "no evidence file" in changed(zip_of([("../../outside", b"x")]))[0]
    assert "no evidence file" in changed(zip_of([*((name, b"{}") for name in names), ("more", b"{}")]))[0]
    deep = zip_of([(name, b"[" * 100_000) for name in names])
    assert "manifest.json cannot be read" in changed(deep)[0]
    assert "cannot be opened" in changed(b"PK\x03\x04" + bytes(100))[0]
    assert [path.name for path in tmp_path.iterdir()] == ["evidence.zip"]


def test_a_deep_record_does_no_harm(data: bytes, changed: Callable[[bytes], list[str]]) -> None:
    found = members(data)
    found["record.json"] = found["record.json"].replace(b'"people":[', b'"people":[' + b"[" * 50_000, 1)
    assert changed(zipped(found))


# -- what may not be packed


def test_what_is_suppressed_is_not_packed(tmp_path: Path) -> None:
    with Library(tmp_path / "library", create=True) as library:
        list(library.add(open_pages(SAMPLES[:1])))
        first, second, *_ = library.rows("statements")
        library.suppress(first.id, who="منى")  # type: ignore[attr-defined]
        for row in (first, second):
            with pytest.raises(LibraryError, match="suppressed"):
                library.evidence(row.id)  # type: ignore[attr-defined]
        library.restore(first.id, who="منى")  # type: ignore[attr-defined]
        assert library.evidence(first.id).statement.id == first.id  # type: ignore[attr-defined]


# -- the commands


def test_pack_and_verify(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with Library(folder) as library:
        key = some_id(library)
        evidence = packed(library.evidence(key))
    assert cli.main(["pack", key, "--library", str(folder)]) == 0
    path = tmp_path / f"{key.split(':')[1]}.qawl.zip"
    assert path.read_bytes() == evidence
    assert sha256(evidence).hexdigest() in capsys.readouterr().out
    assert cli.main(["verify", str(path), "--library", str(tmp_path / "none")]) == 0
    assert capsys.readouterr().out.endswith("whole\n")
    path.write_bytes(evidence[:-1])
    assert cli.main(["verify", str(path)]) == 1
    assert "file:" in capsys.readouterr().out
    assert cli.main(["verify", str(tmp_path / "gone.zip")]) == 2
    assert cli.main(["pack", "ffffffffffffffff", "--library", str(folder)]) == 2
    assert cli.main(["pack", "no id", "--library", str(folder)]) == 2
