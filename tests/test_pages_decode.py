"""Which encoding a page is in, whatever it declares."""

from __future__ import annotations

import codecs

import pytest

from qawl.model import Page, Unreadable
from qawl.pages import read_document
from qawl.pages.decode import declared, decode

TEXT = (
    "أعلنت إدارة ميناء الواحة أن العمل في الرصيف الجديد سيبدأ في الأسبوع المقبل.\n"
    "وقالت المديرة إن التكلفة لم تحدد بعد، وإن اللجنة ستجتمع على عجل مع الشركة التي فازت بالعقد.\n"
)
HTML = '<html><head><meta charset="{}"><title>رصيف جديد في الميناء</title></head><body><p>{}</p></body></html>'

VARIANTS = {
    "utf-8": TEXT.encode(),
    "utf-8 with mark": codecs.BOM_UTF8 + TEXT.encode(),
    "utf-16-le with mark": codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"),
    "utf-16-be with mark": codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
    "utf-16-le": TEXT.encode("utf-16-le"),
    "utf-16-be": TEXT.encode("utf-16-be"),
    "utf-32-le with mark": codecs.BOM_UTF32_LE + TEXT.encode("utf-32-le"),
    "windows-1256": TEXT.encode("windows-1256"),
    "iso-8859-6": TEXT.encode("iso-8859-6"),
}


@pytest.mark.parametrize("name", VARIANTS)
def test_every_encoding_gives_the_same_text(name: str) -> None:
    decoded = decode(VARIANTS[name])
    assert decoded.text == TEXT
    assert decoded.encoding in name


@pytest.mark.parametrize("real", ["utf-8", "windows-1256", "iso-8859-6", "utf-16"])
@pytest.mark.parametrize("told", ["utf-8", "windows-1256", "iso-8859-6", "iso-8859-1", "utf-16", "no-such-charset"])
def test_a_wrong_declaration_does_not_matter(real: str, told: str) -> None:
    page = HTML.format(told, TEXT.replace("\n", "</p><p>"))
    document = read_document(Page(source=page.encode(real), kind="html"))
    assert document.text.splitlines() == TEXT.splitlines()


def test_a_missing_declaration_does_not_matter() -> None:
    page = HTML.replace('<meta charset="{}">', "").format(TEXT)
    assert decode(page.encode("windows-1256")).text == page


@pytest.mark.parametrize("encoding", ["windows-1256", "iso-8859-6"])
def test_a_short_text_is_told_by_its_letters(encoding: str) -> None:
    short = "قال المدير إن العمل مستمر في الميناء"
    assert decode(short.encode(encoding)).text == short


def test_the_declaration_is_read_as_a_hint() -> None:
    assert declared(b'<meta http-equiv=Content-Type content="text/html; charset=Windows-1256">') == "windows-1256"
    assert declared(b'<?xml version="1.0" encoding="ISO-8859-6"?>') == "iso-8859-6"
    assert declared(b'<meta charset="utf-8">') is None


def test_a_few_broken_places_do_not_make_utf8_something_else() -> None:
    data = TEXT.encode()[:-2] + b"\xd9"
    assert decode(data).encoding == "utf-8"


def test_line_ends_stay_as_they_are() -> None:
    text = TEXT.replace("\n", "\r\n")
    assert read_document(Page(source=codecs.BOM_UTF8 + text.encode())).text == text


@pytest.mark.parametrize("data", [b"", b" \r\n\t ", codecs.BOM_UTF8, codecs.BOM_UTF8 + b"\n", codecs.BOM_UTF16_LE])
def test_nothing_is_empty(data: bytes) -> None:
    with pytest.raises(Unreadable) as caught:
        read_document(Page(source=data))
    assert caught.value.code == "empty"


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj",
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR",
        b"\xff\xd8\xff\xe0\x00\x10JFIF",
        b"PK\x03\x04\x14\x00",
        b"\x1f\x8b\x08\x00\x00\x00",
        b"abc\x00def" * 50,
        bytes(range(1, 32)) * 20,
    ],
)
def test_what_is_no_text_is_binary(data: bytes) -> None:
    with pytest.raises(Unreadable) as caught:
        read_document(Page(source=data))
    assert caught.value.code == "binary"
