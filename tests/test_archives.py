"""Archives: WARC, plain and packed, and WACZ; what is good in them comes, what is damaged is told at its place."""

from __future__ import annotations

import base64
import gzip
import hashlib
import io
import os
import signal
import subprocess
import sys
import time
import tracemalloc
import zipfile
import zlib
from collections import Counter
from collections.abc import Callable
from importlib.resources import files
from itertools import accumulate
from pathlib import Path
from random import Random

import brotli
import pytest

from bench.warcs import ADDRESS, DATE, answer, chunked, packed, record, response, write_wacz
from qawl import cli
from qawl.fetch.archived import pages_of_archive
from qawl.fetch.coming import source_of
from qawl.fetch.trips import Input, Trip
from qawl.library import Library, LibraryError
from qawl.library.arrivals import Arrival, Given
from qawl.model import Page
from qawl.pages import open_pages, read_document
from qawl.pages.archives import begins_archive
from qawl.pages.archives.warc import NEXT
from qawl.pages.language import may_be_arabic

SAMPLES = sorted(Path(str(files("qawl") / "samples")).glob("*.html"))
LIMIT = 200_000


def story(number: int) -> bytes:
    """A short page of its own."""
    return f"""<!DOCTYPE html><html lang="ar"><head><title>بلدية الواحة تفتح الجسر رقم {number}</title></head><body>
<nav><a href="/">الرئيسية</a> <a href="/sport">رياضة</a></nav><article><h1>بلدية الواحة تفتح الجسر رقم {number}</h1>
<p>قال رئيس البلدية سالم الكندي إن الجسر رقم {number} سيفتح أمام الناس يوم الأحد المقبل بعد عمل دام عامين كاملين في المدينة.</p>
<p>وأضاف أن كلفة العمل لم تتجاوز ما خصص له في الميزانية، وأن الجسر يربط ضفتي النهر للمرة الأولى.</p></article></body></html>
""".encode()


def responses(count: int) -> list[bytes]:
    return [response(story(number), f"{ADDRESS}/{number}") for number in range(count)]


def of(*records: bytes) -> bytes:
    return b"".join(records)


class Read:
    """What came of an archive: the numbers of its stories, its faults, and what was passed over."""

    def __init__(self, path: Path, max_bytes: int = LIMIT) -> None:
        self.aside: Counter[str] = Counter()
        self.pages = list(open_pages([str(path)], max_bytes=max_bytes, aside=self.aside))
        self.addresses = [page.url for page in self.pages if not page.failure]
        self.numbers = [int(name) for url in self.addresses if (name := (url or "").rpartition("/")[2]).isdigit()]
        self.faults = [(page.failure.error.code, page.failure.error.message) for page in self.pages if page.failure]

    @property
    def codes(self) -> list[str]:
        return [code for code, _ in self.faults]


@pytest.fixture(params=["plain", "packed"])
def form(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def write(folder: Path, form: str, records: list[bytes]) -> Path:
    """Records as an archive; its name says nothing of what it is."""
    path = folder / "archive"
    path.write_bytes(packed(records) if form == "packed" else of(*records))
    return path


# -- what is in an archive


def test_a_page_comes_with_its_bytes_address_headers_and_time(tmp_path: Path, form: str) -> None:
    (page,) = Read(write(tmp_path, form, [response(story(1), more="X-Note: été\r\n")])).pages
    assert (page.source, page.url, page.published) == (story(1), ADDRESS, None)
    assert page.came
    assert (page.came.address, page.came.received) == (ADDRESS, DATE)
    assert [name for name, _ in page.came.headers] == ["Content-Type", "Content-Length", "X-Note"]
    assert dict(page.came.headers)["X-Note"].encode("latin-1") == "été".encode()


def test_a_page_is_named_by_the_byte_at_which_its_record_begins(tmp_path: Path, form: str) -> None:
    path = write(tmp_path, form, responses(3))
    data = path.read_bytes()
    for page in Read(path).pages:
        name, _, at = page.id.rpartition(":")
        begins = data[int(at) :]
        assert name == "archive"
        assert begins.startswith(b"\x1f\x8b" if form == "packed" else b"WARC/1.0\r\n")
    assert len({page.id for page in Read(path).pages}) == 3


def test_what_is_no_page_to_read_is_passed_over_and_counted(tmp_path: Path, form: str) -> None:
    english = "<html><body><p>The bridge will be opened on Sunday, the mayor said.</p><a>عربي</a></body></html>".encode()
    records = [
        record("warcinfo", b"software: example", None, content_type="application/warc-fields"),
        record("request", b"GET /page HTTP/1.1\r\n\r\n"),
        *responses(1),
        record("metadata", b"fetchTimeMs: 3", content_type="application/warc-fields"),
        record("revisit", answer(b"")),
        record("response", b"20240305\nnews.example. 300 IN A 192.0.2.1\n", "dns:news.example", content_type="text/dns"),
        record("conversion", b"...", content_type="text/plain"),
        response(b"\x89PNG....", kind="image/png"),
        response(story(2), status="404 Not Found"),
        response(b"", status="301 Moved", more="Location: /elsewhere\r\n"),
        response(english),
    ]
    read = Read(write(tmp_path, form, records))
    assert (len(read.pages), read.faults) == (1, [])
    assert read.aside == {
        "metadata": 2, "request": 1, "revisit": 1, "other_record": 2, "not_html": 1, "no_page": 2, "language": 1,
    }  # fmt: skip


def test_a_resource_is_a_page_without_an_answer(tmp_path: Path) -> None:
    (page,) = Read(write(tmp_path, "plain", [record("resource", story(1), content_type="text/html")])).pages
    assert page.source == story(1)


def test_an_address_in_angle_brackets_and_a_time_with_fractions(tmp_path: Path) -> None:
    one = record("response", answer(story(1)), f"<{ADDRESS}>", date="2024-03-05T10:20:30.123456Z", version="1.1")
    (page,) = Read(write(tmp_path, "plain", [one])).pages
    assert page.came
    assert (page.url, page.came.received) == (ADDRESS, DATE)


@pytest.mark.parametrize("form_of", [lambda digest: digest.hex(), lambda digest: base64.b32encode(digest).decode()])
@pytest.mark.parametrize("method", ["sha1", "sha256", "md5"])
def test_a_page_is_what_its_archiver_took_the_hash_of(tmp_path: Path, method: str, form_of: Callable[[bytes], str]) -> None:
    digest = form_of(hashlib.new(method, answer(story(1))).digest())
    for told in (f"{method}:{digest}", "whirlpool:0", "none"):
        one = record("response", answer(story(1)), f"{ADDRESS}/1", more=f"WARC-Block-Digest: {told}\r\n")
        assert Read(write(tmp_path, "packed", [one])).numbers == [1]


def test_what_stands_before_a_damage_in_one_gzip_member(tmp_path: Path) -> None:
    data = bytearray(gzip.compress(of(*responses(9), os.urandom(5000), *responses(1))))
    data[-3000:-2900] = bytes(100)
    path = tmp_path / "archive"
    path.write_bytes(data)
    read = Read(path)
    assert read.numbers == list(range(9))
    assert set(read.codes) == {"archive"}


def test_all_records_in_one_gzip_member(tmp_path: Path) -> None:
    path = tmp_path / "archive"
    path.write_bytes(gzip.compress(of(*responses(3))))
    read = Read(path)
    assert (read.numbers, read.faults) == ([0, 1, 2], [])
    assert [page.id.rpartition(":")[2].partition("+")[0] for page in read.pages] == ["0", "0", "0"]
    assert len({page.id for page in read.pages}) == 3


def raw_deflate(data: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(data) + packer.flush()


CODINGS = {
    "gzip": gzip.compress(story(7)),
    "x-gzip, identity": gzip.compress(story(7)),
    "gzip, gzip": gzip.compress(gzip.compress(story(7))),
    "deflate": zlib.compress(story(7)),
    "Deflate": raw_deflate(story(7)),
    "br": brotli.compress(story(7)),
    "utf-8": story(7),
}


@pytest.mark.parametrize("coding", CODINGS)
@pytest.mark.parametrize("in_chunks", [True, False])
def test_a_page_is_kept_as_it_was_before_its_host_packed_it(tmp_path: Path, coding: str, in_chunks: bool) -> None:
    body = chunked(CODINGS[coding]) if in_chunks else CODINGS[coding]
    more = f"Content-Encoding: {coding}\r\n" + "Transfer-Encoding: chunked\r\n" * in_chunks
    (page,) = Read(write(tmp_path, "packed", [response(body, more=more)])).pages
    assert page.source == story(7)


@pytest.mark.parametrize("coding", ["gzip", "deflate", "br", "zstd"])
def test_a_page_that_was_unpacked_already_is_taken_as_it_is(tmp_path: Path, coding: str) -> None:
    """Many archivers keep the headers and undo what they tell."""
    more = f"Content-Encoding: {coding}\r\nTransfer-Encoding: chunked\r\n"
    (page,) = Read(write(tmp_path, "packed", [response(story(7), more=more, size=999_999)])).pages
    assert page.source == story(7)


def test_pages_in_another_encoding_are_looked_at_as_their_reader_does(tmp_path: Path) -> None:
    bodies = [story(1).decode().encode("windows-1256"), story(2).decode().encode("utf-16"), entities(story(3))]
    read = Read(write(tmp_path, "packed", [response(body, f"{ADDRESS}/{n}", kind="text/html") for n, body in enumerate(bodies)]))
    assert read.numbers == [0, 1, 2]
    assert all(read_document(page).text.startswith(("بلدية", "قال")) for page in read.pages)


def entities(page: bytes) -> bytes:
    return page.decode().encode("ascii", "xmlcharrefreplace")


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_the_look_at_the_language_lets_every_page_through_that_can_be_read(path: Path) -> None:
    assert may_be_arabic(path.read_bytes())


# -- what is damaged


def test_a_truncated_archive_is_told_and_what_came_is_kept(tmp_path: Path, form: str) -> None:
    path = write(tmp_path, form, responses(3))
    path.write_bytes(path.read_bytes()[:-100])
    read = Read(path)
    assert (read.numbers, read.codes) == ([0, 1], ["archive"])
    assert "fetch" in read.faults[0][1]


def test_an_archive_that_ends_in_the_head_of_a_record(tmp_path: Path, form: str) -> None:
    path = write(tmp_path, form, responses(2))
    whole = path.read_bytes()
    path.write_bytes(whole + whole[:20])
    read = Read(path)
    assert (read.numbers, read.codes) == ([0, 1], ["archive"])


@pytest.mark.parametrize("seed", range(60))
def test_what_is_not_touched_comes_whatever_happens_to_the_rest(tmp_path: Path, form: str, seed: int) -> None:
    chance = Random(seed)
    records = responses(8)
    parts = [packed([one]) for one in records] if form == "packed" else records
    data = b"".join(parts)
    start = chance.randrange(len(data))
    end = min(len(data), start + chance.choice((1, 3, 40, 900)))
    filling = (b"", chance.randbytes(end - start), chance.randbytes(50), bytes(end - start))[seed % 4]
    path = tmp_path / "archive"
    path.write_bytes(data[:start] + filling + data[end:])
    starts = list(accumulate(map(len, parts), initial=0))
    whole = [number for number in range(8) if starts[number + 1] <= start or starts[number] >= end]
    if start < 4:
        return  # nothing says any more what it is
    read = Read(path)
    assert set(whole) <= set(read.numbers)
    assert all(
        page.source in {story(number) for number in range(8)} for page in read.pages if not page.failure and form == "packed"
    )


@pytest.mark.parametrize("at", [0, 11, 60, -4, -9], ids=["magic", "head", "middle", "size", "checksum"])
@pytest.mark.parametrize("which", [0, 1, 3])
def test_a_corrupt_member_costs_no_other(tmp_path: Path, at: int, which: int) -> None:
    members = [bytearray(packed([one])) for one in responses(4)]
    members[which][at] ^= 0xFF
    members[which][at - 1 if at < 0 else at + 1] ^= 0xFF
    path = tmp_path / "archive"
    path.write_bytes(b"".join(members))
    if which == 0 and at == 0:
        assert not begins_archive(path.read_bytes()[:4096])  # nothing says any more what it is
        return
    read = Read(path)
    assert read.numbers == [number for number in range(4) if number != which]
    assert read.codes == ["archive"]
    assert read.pages[which].id == f"archive:{sum(map(len, members[:which]))}"


def test_junk_and_zeros_between_members(tmp_path: Path) -> None:
    one, two, three = (packed([one]) for one in responses(3))
    path = tmp_path / "archive"
    path.write_bytes(one + b"junk \x1f\x8b\x08 junk" + two + three + bytes(5000))
    read = Read(path)
    assert (read.numbers, read.codes) == ([0, 1, 2], ["archive"])


@pytest.mark.parametrize("size", [0, 300, 900, "-5", "many", "", 100_000, 10**9, 10**17, 10**30], ids=str)
def test_a_record_that_lies_about_its_size_costs_no_other(tmp_path: Path, form: str, size: object) -> None:
    good = responses(4)
    good[1] = record("response", answer(story(1)), f"{ADDRESS}/1", size=size)
    read = Read(write(tmp_path, form, good))
    assert read.numbers == [0, 2, 3]
    assert read.codes == ["archive"]
    assert any(word in read.faults[0][1] for word in ("Content-Length", "bytes"))


def test_a_size_that_ends_at_a_blank_line_of_the_page(tmp_path: Path, form: str) -> None:
    """There it looks as if the record ended; but its host promised more."""
    block = answer(story(1).replace(b"<article>", b"\r\n\r\n<article>"))
    lie = record("response", block, f"{ADDRESS}/1", size=block.rindex(b"\r\n\r\n"))
    read = Read(write(tmp_path, form, [lie, *responses(1)]))
    assert (read.numbers, read.codes[-1]) == ([0], "archive")


def test_all_records_lie_about_their_sizes_in_one_member(tmp_path: Path) -> None:
    path = tmp_path / "archive"
    lies = [record("response", answer(story(n)), f"{ADDRESS}/{n}", size=10_000) for n in range(3)]
    path.write_bytes(gzip.compress(of(*lies, *responses(2))))
    read = Read(path)
    assert (read.numbers, len(read.faults)) == ([0, 1], 3)


@pytest.mark.parametrize(("size", "told"), [(10, None), ("-5", None), ("many", None), (10**9, "breaks off"), (10**30, None)])
def test_a_host_that_lies_about_the_size_of_its_page(tmp_path: Path, form: str, size: object, told: str | None) -> None:
    """What the record holds counts; a page of which less came than was promised is a part of one."""
    read = Read(write(tmp_path, form, [response(story(1), f"{ADDRESS}/1", size=size), *responses(1)]))
    assert read.numbers == ([0] if told else [1, 0])
    assert [told in message for _, message in read.faults if told] == [True] * bool(told)
    assert all(page.source == story(1) for page in read.pages if page.url == f"{ADDRESS}/1")


def test_a_gzip_bomb_is_no_more_than_a_line(tmp_path: Path) -> None:
    bomb = packed([record("response", answer(b"<html>" + bytes(60_000_000)))], 9)
    path = tmp_path / "archive"
    path.write_bytes(bomb + packed(responses(2)))
    tracemalloc.start()
    read = Read(path)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert (read.numbers, read.codes) == ([0, 1], ["too_large"])
    assert "200 times its size" in read.faults[0][1]
    assert peak < 5_000_000


def test_a_bomb_behind_a_record_in_its_member(tmp_path: Path) -> None:
    path = tmp_path / "archive"
    path.write_bytes(packed([of(*responses(1), bytes(60_000_000))], 9) + packed(responses(2)[1:]))
    read = Read(path)
    assert (read.numbers, read.codes) == ([0, 1], ["archive"])


@pytest.mark.parametrize(("coding", "pack"), [("gzip", gzip.compress), ("deflate", zlib.compress), ("br", brotli.compress)])
def test_a_page_that_is_a_bomb(tmp_path: Path, form: str, coding: str, pack: object) -> None:
    bomb = response(pack(b"<html>" + b" " * 20_000_000), f"{ADDRESS}/9", more=f"Content-Encoding: {coding}\r\n")  # type: ignore[operator]
    path = write(tmp_path, form, [bomb, *responses(1)])
    tracemalloc.start()
    read = Read(path)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert (read.numbers, read.codes) == ([0], ["too_large"])
    assert peak < 5_000_000


BROKEN = {
    "cut gzip": (gzip.compress(story(1))[:-50], "Content-Encoding: gzip\r\n"),
    "damaged gzip": (gzip.compress(story(1))[:40] + bytes(200), "Content-Encoding: gzip\r\n"),
    "cut deflate": (zlib.compress(story(1))[:-50], "Content-Encoding: deflate\r\n"),
    "cut brotli": (brotli.compress(story(1))[:-50], "Content-Encoding: br\r\n"),
    "zstd": (b"\x28\xb5\x2f\xfd....", "Content-Encoding: zstd\r\n"),
    "many codings": (story(1), "Content-Encoding: gzip, gzip, gzip\r\n"),
    "cut chunks": (chunked(story(1))[:-300], "Transfer-Encoding: chunked\r\n"),
    "no last chunk": (chunked(story(1))[:-5], "Transfer-Encoding: chunked\r\n"),
    "chunk too large": (b"ffffffff\r\n" + story(1), "Transfer-Encoding: chunked\r\n"),
    "chunk too small": (b"10\r\n" + story(1), "Transfer-Encoding: chunked\r\n"),
}


@pytest.mark.parametrize("fault", BROKEN)
def test_a_page_that_is_broken_costs_no_other(tmp_path: Path, form: str, fault: str) -> None:
    body, more = BROKEN[fault]
    read = Read(write(tmp_path, form, [response(body, f"{ADDRESS}/9", more=more), *responses(1)]))
    assert (read.numbers, read.codes) == ([0], ["broken"])


STRANGE = {
    "another digest": (record("response", answer(story(9)), more=f"WARC-Block-Digest: sha1:{'A' * 32}\r\n"), "archive", "Digest"),
    "no address": (record("response", answer(story(9)), None), "archive", "WARC-Target-URI"),
    "control characters": (record("response", answer(story(9)), "https://news.example/\x1b[2J"), "archive", "WARC-Target-URI"),
    "no time": (record("response", answer(story(9)), date=None), "archive", "WARC-Date"),
    "no such time": (record("response", answer(story(9)), date="2024-13-45T10:00:00Z"), "archive", "WARC-Date"),
    "an old version": (record("response", answer(story(9)), version="0.18"), "archive", "WARC/0.18"),
    "no HTTP": (record("response", b"\0\1\2 hello"), "header", "HTTP"),
    "an endless head": (record("response", b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 20_000), "header", "HTTP"),
    "no number of status": (record("response", answer(story(9), status="ok OK")), "header", "HTTP"),
    "an endless head of the record": (record("response", answer(story(9)), more="X: y\r\n" * 20_000), "archive", "head"),
    "an empty page": (response(b""), "empty", "empty"),
    "cut when it was archived": (record("response", answer(story(9)), more="WARC-Truncated: length\r\n"), "broken", "length"),
    "more than a page may have": (response(story(9) + b" " * LIMIT), "too_large", "--max-bytes"),
}


@pytest.mark.parametrize("fault", STRANGE)
def test_a_strange_record_is_told_with_its_reason(tmp_path: Path, form: str, fault: str) -> None:
    strange, code, word = STRANGE[fault]
    read = Read(write(tmp_path, form, [*responses(1), strange, *responses(2)[1:]]))
    assert (read.numbers, read.codes) == ([0, 1], [code])
    assert word in read.faults[0][1]


def test_headers_that_mean_harm_are_kept_as_they_are_and_do_nothing(tmp_path: Path, form: str) -> None:
    more = "X-Note: \x1b[2J\r\n folded\r\nno colon\r\n: no name\r\nContent-Type: image/png\r\n" + "A: b\r\n" * 500
    (page,) = Read(write(tmp_path, form, [response(story(1), more=more)])).pages
    assert page.came
    assert ("X-Note", "\x1b[2J folded") in page.came.headers


def test_a_large_film_between_pages_is_passed_over_without_being_held(tmp_path: Path, form: str) -> None:
    film = response(os.urandom(1 << 20) * 8, kind="video/mp4")
    path = write(tmp_path, form, [*responses(1), film, *responses(2)[1:]])
    tracemalloc.start()
    read = Read(path)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert (read.numbers, read.faults, read.aside) == ([0, 1], [], {"not_html": 1})
    assert peak < 3_000_000


def test_what_looks_like_a_record_in_a_film_is_none(tmp_path: Path, form: str) -> None:
    film = response(bytes(range(256)) * 2000 + NEXT + b"0\r\n" + response(story(9))[10:], kind="video/mp4")
    assert Read(write(tmp_path, form, [film, *responses(1)])).numbers == [0]


@pytest.mark.parametrize("version", ["0.17", "0.18", "0.9"])
def test_an_archive_of_an_old_version_is_told_once(tmp_path: Path, form: str, version: str) -> None:
    records = [record("response", answer(story(number)), version=version) for number in range(3)]
    read = Read(write(tmp_path, form, records))
    assert read.codes == ["archive"]
    assert "version" in read.faults[0][1]


def test_an_empty_file_is_empty(tmp_path: Path) -> None:
    path = tmp_path / "empty.warc.gz"
    path.write_bytes(b"")
    (page,) = open_pages([str(path)])
    assert page.source == b""


def test_an_archive_through_a_pipe_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    class Pipe(io.BytesIO):
        def seekable(self) -> bool:
            return False

    for data in (of(*responses(1)), packed(responses(1))):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(Pipe(data)))
        (page,) = open_pages(["-"])
        assert page.failure
        assert page.failure.error.code == "archive"


def test_pages_come_one_at_a_time(tmp_path: Path, form: str) -> None:
    """An archive of a hundred pages of 100 KB is never in memory, nor read ahead of whoever takes its pages."""
    filling = f"<!-- {os.urandom(50_000).hex()} -->".encode()
    path = write(tmp_path, form, [response(story(number) + filling, f"{ADDRESS}/{number}") for number in range(100)])
    tracemalloc.start()
    aside: Counter[str] = Counter()
    pages = open_pages([str(path)], aside=aside)
    next(pages)
    after_one = tracemalloc.get_traced_memory()[1]
    assert sum(1 for _ in pages) == 99
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert after_one < 2_000_000
    assert peak < 2_000_000


# -- WACZ


def test_the_archives_in_a_wacz(tmp_path: Path, form: str) -> None:
    make = packed if form == "packed" else of_all
    archives = {"archive/a.warc.gz": make(responses(2)), "archive/b.warc": of(*responses(4)[2:]), "pages/pages.jsonl": b'{"a":1}\n'}
    read = Read(write_wacz(tmp_path / "site", archives))
    assert (read.numbers, read.faults) == ([0, 1, 2, 3], [])
    assert [page.id.rpartition(":")[0] for page in read.pages] == ["site/archive/a.warc.gz"] * 2 + ["site/archive/b.warc"] * 2


def of_all(records: list[bytes]) -> bytes:
    return of(*records)


def test_an_archive_that_is_packed_once_more_in_its_wacz(tmp_path: Path) -> None:
    path = write_wacz(tmp_path / "site", {"archive/a.warc": of(*responses(2))}, zipfile.ZIP_DEFLATED)
    assert Read(path).numbers == [0, 1]


def test_a_wacz_that_was_cut_is_told_and_its_records_are_found(tmp_path: Path) -> None:
    path = write_wacz(tmp_path / "site", {"archive/a.warc.gz": packed(responses(3))})
    path.write_bytes(path.read_bytes()[:-100])
    read = Read(path)
    assert (read.numbers, read.codes) == ([0, 1, 2], ["archive"])
    assert "zip" in read.faults[0][1]


@pytest.mark.parametrize(
    "name", ["../../a.warc.gz", "/etc/a.warc.gz", "archive/../../a.warc.gz", "archive\\..\\a.warc.gz", "C:a.warc.gz"]
)
def test_a_name_that_leads_out_of_a_wacz(tmp_path: Path, name: str) -> None:
    (tmp_path / "in").mkdir()
    path = write_wacz(tmp_path / "in" / "site", {"archive/a.warc.gz": packed(responses(1)), name: packed(responses(2)[1:])})
    read = Read(path)
    assert (read.numbers, read.codes) == ([0], ["archive"])
    assert "leads out" in read.faults[0][1]
    assert [found for found in tmp_path.rglob("*") if found.is_file()] == [path]


def test_a_wacz_that_is_a_bomb(tmp_path: Path) -> None:
    archives = {"archive/a.warc": bytes(60_000_000), "archive/b.warc": of(*responses(1))}
    path = write_wacz(tmp_path / "site", archives, zipfile.ZIP_DEFLATED)
    read = Read(path)
    assert (read.numbers, read.codes) == ([0], ["too_large"])


def test_entries_of_a_wacz_that_lie_in_each_other(tmp_path: Path) -> None:
    path = write_wacz(tmp_path / "site", {"archive/a.warc.gz": packed(responses(1)), "archive/b.warc.gz": packed(responses(1))})
    data = bytearray(path.read_bytes())
    second = data.rindex(b"archive/b.warc.gz") - 46  # its head in the list at the end; 42 bytes in, where it begins
    data[second + 42 : second + 46] = bytes(4)
    path.write_bytes(data)
    assert Read(path).codes == ["archive"]


def test_an_encrypted_archive_in_a_wacz(tmp_path: Path) -> None:
    path = write_wacz(tmp_path / "site", {"archive/a.warc.gz": packed(responses(1)), "archive/b.warc.gz": packed(responses(1))})
    data = bytearray(path.read_bytes())
    listed = data.rindex(b"archive/a.warc.gz") - 46
    data[listed + 8] |= 1
    path.write_bytes(data)
    read = Read(path)
    assert (read.numbers, read.codes) == ([0], ["archive"])
    assert "encrypted" in read.faults[0][1]


def test_a_wacz_without_archives(tmp_path: Path) -> None:
    read = Read(write_wacz(tmp_path / "site", {"pages/pages.jsonl": b"{}\n"}))
    assert read.codes[0] == "archive"
    assert "no archive in it" in read.faults[0][1]


def test_a_zip_of_another_kind_is_no_archive(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "office.docx", "w") as office:
        office.writestr("[Content_Types].xml", "<Types/>")
    assert not begins_archive((tmp_path / "office.docx").read_bytes())


# -- into a library


def add(folder: Path, path: Path | None, *options: str) -> int:
    """`qawl add`; the exit status."""
    return cli.main(["add", *([str(path)] if path else []), "--library", str(folder), *options])


def kept(folder: Path) -> list[tuple[str, str | None, str | None]]:
    """Where pages came from, with capture and failure."""
    with Library(folder) as library:
        return [(source.source, source.capture, source.code) for source in library.sources()]


def test_pages_of_an_archive_are_searched_verified_and_packed_as_others_are(
    tmp_path: Path, form: str, capsys: pytest.CaptureFixture[str]
) -> None:
    path = write(tmp_path, form, [*responses(2), record("request", b"GET / HTTP/1.1\r\n\r\n")])
    folder = tmp_path / "news.library"
    assert add(folder, path) == 0
    told = capsys.readouterr().out
    assert "2 added" in told
    assert "1 requests" in told
    with Library(folder) as library:
        assert {one.document.url for one in library.search("الكندي").answers} == {f"{ADDRESS}/0", f"{ADDRESS}/1"}
        assert all(not checked.damages for checked in library.verify(again=True))
        source, _ = library.sources()
        assert (source.source, source.address, source.received) == (f"{path}:0", f"{ADDRESS}/0", DATE)
        assert library.record(source.capture or "").document.published is None
        assert library.capture(source.capture or "") == story(0)
        row = next(library.rows("statements"))
    evidence = tmp_path / "proof.zip"
    assert cli.main(["pack", row.id, "--library", str(folder), "--out", str(evidence)]) == 0  # type: ignore[attr-defined]
    assert cli.main(["verify", str(evidence)]) == 0


def test_pages_in_a_language_that_only_reading_tells_are_passed_over_and_not_kept(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    greek = "<p>" + "Ο δήμαρχος είπε ότι η γέφυρα θα ανοίξει την Κυριακή. " * 9 + "</p>"
    page = story(1).replace(b"<article>", f"<article>{greek * 5}".encode())
    folder = tmp_path / "news.library"
    assert may_be_arabic(page)
    assert add(folder, write(tmp_path, "packed", [response(page), *responses(1)])) == 0
    assert "1 in other languages" in capsys.readouterr().out
    assert len(kept(folder)) == 1


def test_damages_are_sources_with_their_place_and_reason(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    records = responses(3)
    records[1] = response(story(1), size=10**6)
    path = write(tmp_path, "packed", [*records, response("<p>لا شيء هنا سوى قائمة طويلة من الكلمات</p>".encode() * 2)])
    folder = tmp_path / "news.library"
    assert add(folder, path) == 1
    assert f"{path}:{len(packed(records[:1]))}: the page breaks off" in capsys.readouterr().err
    assert cli.main(["sources", "--failed", "--library", str(folder), "--format", "jsonl"]) == 0
    assert [code for _, _, code in kept(folder)][:2] == [None, "broken"]


def numbered(count: int) -> list[bytes]:
    """Pages with a request behind each."""
    return [one for page in responses(count) for one in (page, record("request", b"GET / HTTP/1.1\r\n\r\n"))]


def test_adding_an_archive_again_begins_at_its_last_page(tmp_path: Path, form: str, capsys: pytest.CaptureFixture[str]) -> None:
    path, folder = write(tmp_path, form, numbered(4)), tmp_path / "news.library"
    add(folder, path)
    before = kept(folder)
    assert "4 requests" in capsys.readouterr().out
    assert add(folder, path) == 0
    told = capsys.readouterr().out
    assert "4 known already" in told
    assert "1 requests" in told  # those before were not walked past again
    assert kept(folder) == before
    assert add(folder, path, "--retry") == 0
    assert "4 requests" in capsys.readouterr().out


def test_an_archive_that_grew_goes_on_and_one_that_was_replaced_begins_anew(
    tmp_path: Path, form: str, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "news.library"
    add(folder, write(tmp_path, form, numbered(2)))
    add(folder, write(tmp_path, form, numbered(4)))
    assert "2 added, 2 known already" in capsys.readouterr().out.splitlines()[2]
    others = [response(story(number), f"{ADDRESS}/other/{number}") for number in range(2, 6)]
    add(folder, write(tmp_path, form, others))
    assert "2 added, 2 known already" in capsys.readouterr().out


def test_an_archive_that_comes_with_other_facts_is_read_again(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path, folder = write(tmp_path, "packed", responses(3)), tmp_path / "news.library"
    add(folder, path)
    add(folder, path, "--outlet", "جريدة الضفة")
    assert "3 read again" in capsys.readouterr().out.splitlines()[1]


@pytest.mark.parametrize("name", ["", "archive/a.warc.gz"])
def test_an_archive_that_is_whole_at_the_second_time_is_mended(
    tmp_path: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Also where what was damaged turns out to be no page at all."""
    folder, path = tmp_path / "news.library", tmp_path / "site"
    whole = packed(numbered(3))
    for data in (whole[:-10], whole):
        path.write_bytes(data)
        if name:
            write_wacz(path, {name: data})
        add(folder, path)
    assert [code for _, _, code in kept(folder)] == [None] * 3
    assert len(capsys.readouterr().err.splitlines()) == 1


def test_what_failed_in_an_archive_can_be_tried_again_by_itself(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder, path = tmp_path / "news.library", tmp_path / "site"
    whole = packed(responses(3))
    path.write_bytes(whole[:-10])
    add(folder, path)
    path.write_bytes(whole)
    assert add(folder, None, "--retry") == 0
    assert [code for _, _, code in kept(folder)] == [None] * 3
    assert "1 added, 2 known already" in capsys.readouterr().out


def test_workers_make_the_same_library_of_an_archive(tmp_path: Path, form: str) -> None:
    path = write(tmp_path, form, numbered(12))
    for workers in ("1", "2"):
        add(tmp_path / workers, path, "--workers", workers)
    assert kept(tmp_path / "1") == kept(tmp_path / "2")


def test_a_run_that_is_killed_goes_on_where_it_ended(tmp_path: Path) -> None:
    pages = 60
    path, folder = write(tmp_path, "packed", numbered(pages)), tmp_path / "news.library"
    small_batches = (
        "import sys; from qawl.library import adding; adding.BATCH_PAGES = 3; from qawl.cli import main; sys.exit(main())"
    )
    command = [sys.executable, "-c", small_batches, "add", str(path), "--library", str(folder), "--workers", "2"]
    running = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    while running.poll() is None and not came(folder):
        time.sleep(0.05)
    os.kill(running.pid, signal.SIGKILL)
    running.wait()
    assert 0 < came(folder) < pages
    assert add(folder, path) == 0
    assert came(folder) == pages
    with Library(folder) as library:
        assert all(not checked.damages for checked in library.verify())


def came(folder: Path) -> int:
    """How many pages a library has, while another process may write to it."""
    try:
        with Library(folder) as library:
            return int(library.store.connection.execute("SELECT count(*) FROM pages").fetchone()[0])
    except LibraryError:
        return 0


def test_programs_add_archives_as_they_add_pages(tmp_path: Path, form: str) -> None:
    path = write(tmp_path, form, numbered(2))
    with Library(tmp_path / "news.library", create=True) as library:
        assert [added.outcome for added in library.add(open_pages([str(path)]))] == ["added", "added"]
        first = next(iter(library.sources()))
        assert (first.source, first.address) == (f"{path}:0", f"{ADDRESS}/0")


def test_an_archive_that_was_fetched_is_named_by_its_address(tmp_path: Path) -> None:
    address = "https://archive.example/news.warc.gz"
    damaged = packed(responses(2))[:-10]
    with Library(tmp_path / "news.library", create=True) as library:
        trip = Trip(before=library.before)
        list(library.add_arrivals(pages_of_archive(Input(address, io.BytesIO(damaged)), trip)))
        assert [(source.source, source.code) for source in library.sources()] == [
            (f"{address}:0", None),
            (f"{address}:{len(packed(responses(1)))}", "archive"),
        ]
        (failed,) = library.failed()
        assert source_of(failed) == address
    page = Given(id="https://news.example:80")
    assert source_of(Arrival(source=page.id, page=Page(), given=page, data=None, received="")) == page.id


def test_an_archive_is_read_without_a_library_too(tmp_path: Path, form: str, capsys: pytest.CaptureFixture[str]) -> None:
    path = write(tmp_path, form, [*numbered(2), record("response", answer(story(9)), None)])
    assert cli.main(["read", str(path), "--format", "jsonl"]) == 1
    told = capsys.readouterr()
    assert [f'"url":"{ADDRESS}/{number}"' in line for number, line in enumerate(told.out.splitlines()[:2])] == [True, True]
    assert "(archive)" in told.err
    assert "2 requests" in told.err
