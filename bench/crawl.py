"""An invented crawl of any size: news pages in templates with menus, scripts and lists, among all that a crawler meets.

Arabic pages hold the stories of `bench.newsroom`; those of other languages are syllables that mean nothing. The same seed gives the
same archive.
"""

from __future__ import annotations

import gzip
from collections.abc import Callable, Iterator
from itertools import chain, cycle
from pathlib import Path
from random import Random
from typing import BinaryIO, NamedTuple

from bench.newsroom import World, line_of, stories
from bench.warcs import answer, chunked, record, response

SEED = 11
SHARES = {
    "arabic": 80,
    "other language": 470,
    "other language, letters of Arabic": 25,
    "other language, menus in Arabic": 5,
    "image": 75,
    "no page": 75,
    "request": 180,
    "metadata": 45,
    "revisit": 40,
    "broken": 5,
}  # in a thousand records
VOWELS, CONSONANTS = "aeiou", "bdfgklmnprstv"
# Letters that Persian and its neighbours have and Arabic has not, among those that both have.
PERSIAN = "".join(map(chr, (*range(0x628, 0x63A), *range(0x641, 0x649), 0x67E, 0x686, 0x698, 0x6A9, 0x6AF, 0x6CC, 0x6CC, 0x6A9)))
TEMPLATES = (
    "<article><header><h1>{title}</h1></header>{body}</article>",
    '<div class="wrap"><div class="content"><h1 class="t">{title}</h1><div class="story-body">{body}</div></div></div>',
    '<main><h1>{title}</h1><p class="date">{day}</p><section itemprop="articleBody">{body}</section></main>',
    '<table><tr><td><h2>{title}</h2><div id="text">{body}</div></td></tr></table>',
)


class Made(NamedTuple):
    """A record of the crawl: what it is, its bytes, and the page in it where it is one in Arabic."""

    what: str
    data: bytes
    page: bytes | None = None


class Press:
    """Makes pages: articles in templates, with filling that is drawn once, since it is the same on every page of an outlet."""

    def __init__(self, seed: int = SEED) -> None:
        self.chance = Random(seed)
        self.world = World(seed)
        self.scripts = [self._script() for _ in range(12)]
        self.menus = [self._menu(lambda: self.world.text(self.chance)) for _ in range(6)]
        self.foreign_menus = [self._menu(self.foreign_text) for _ in range(6)]

    def _script(self) -> str:
        """Some 20 KB of what browsers run."""
        names = ["".join(self.chance.choices(CONSONANTS + VOWELS, k=6)) for _ in range(400)]
        calls = (f'function {name}(a){{return a.{name[::-1]}("{self.chance.random()}")||{name}.x;}}' for name in names)
        return f"<script>{chr(10).join(calls)}</script>"

    def _menu(self, text: Callable[[], str]) -> str:
        """A list of links as menus and boxes of other stories are."""
        links = (f'<li class="menu-item item-{n}"><a href="/story/{n}">{" ".join(text().split()[:6])}</a></li>' for n in range(60))
        return f'<ul class="menu">{"".join(links)}</ul>'

    def foreign_text(self) -> str:
        """Syllables as words of no language."""
        draw = self.chance.choice
        words = ("".join(draw(CONSONANTS) + draw(VOWELS) for _ in range(self.chance.randint(1, 4))) for _ in range(30))
        return " ".join(words).capitalize()

    def persian_text(self) -> str:
        """Letters of Persian as words of no language."""
        return " ".join("".join(self.chance.choices(PERSIAN, k=self.chance.randint(2, 7))) for _ in range(30))

    def page(self, title: str, day: str, paragraphs: list[str], menus: list[str], lang: str) -> bytes:
        """A whole page of news."""
        body = "".join(f"<p>{text}</p>" for text in paragraphs)
        article = self.chance.choice(TEMPLATES).format(title=title, day=day, body=body)
        nav, box, foot = (self.chance.choice(menus) for _ in range(3))
        return (
            f'<!DOCTYPE html>\n<html lang="{lang}"><head><meta charset="utf-8"><title>{title}</title>'
            f'{self.chance.choice(self.scripts)}<meta property="article:published_time" content="{day}"></head>'
            f"<body><nav>{nav}</nav>\n{article}\n"
            f'<aside class="related">{box}</aside><footer>{foot}</footer>{self.chance.choice(self.scripts)}</body></html>\n'
        ).encode()

    def foreign(self, text: Callable[[], str], lang: str) -> bytes:
        """A page in another language."""
        return self.page(text()[:60], "2024-03-05", [text() for _ in range(12)], self.foreign_menus, lang)

    def abroad(self) -> bytes:
        """A page in another language of a house whose menus are Arabic."""
        return self.page(self.foreign_text()[:60], "2024-03-05", [self.foreign_text() for _ in range(12)], self.menus, "ar")

    def arabic(self, pages: int) -> Iterator[bytes]:
        """Pages that tell stories of the newsroom."""
        for story in stories(pages, SEED):
            title = " ".join(story.lines[0][2].split()[:8])
            yield self.page(title, story.day.isoformat(), [line_of(*line) for line in story.lines], self.menus, "ar")


def crawl(records: int, seed: int = SEED) -> Iterator[Made]:
    """So many records in the order in which a crawler wrote them."""
    press = Press(seed)
    whats = [what for what, share in SHARES.items() for _ in range(records * share // 1000)]
    whats += ["metadata"] * (records - len(whats))
    press.chance.shuffle(whats)
    pages = press.arabic(whats.count("arabic"))
    faults = cycle(FAULTS)
    for number, what in enumerate(whats):
        address = f"https://outlet-{number % 300}.example/story/{number}"
        if what == "arabic":
            page = next(pages)
            yield Made(what, packed(response(page, address)), page)
        elif what == "broken":
            yield Made(what, next(faults)(press, address))
        else:
            yield Made(what, packed(MAKERS[what](press, address)))


def packed(data: bytes) -> bytes:
    """A gzip member."""
    return gzip.compress(data, 6, mtime=0)


MAKERS: dict[str, Callable[[Press, str], bytes]] = {
    "other language": lambda press, address: response(press.foreign(press.foreign_text, "en"), address),
    "other language, letters of Arabic": lambda press, address: response(press.foreign(press.persian_text, "fa"), address),
    "other language, menus in Arabic": lambda press, address: response(press.abroad(), address),
    "image": lambda press, address: response(press.chance.randbytes(8000), address, kind="image/jpeg"),
    "no page": lambda press, address: response(
        b"", address, status=press.chance.choice(("301 Moved", "404 Not Found", "500 Error"))
    ),
    "request": lambda _, address: record("request", f"GET {address} HTTP/1.1\r\nUser-Agent: example\r\n\r\n".encode(), address),
    "metadata": lambda _, address: record("metadata", b"fetchTimeMs: 212\r\n", address, content_type="application/warc-fields"),
    "revisit": lambda _, address: record("revisit", answer(b""), address),
}


def corrupt(press: Press, address: str) -> bytes:
    """A member of which a stretch was overwritten."""
    member = bytearray(packed(response(next(press.arabic(1)), address)))
    member[len(member) // 2 : len(member) // 2 + 40] = bytes(40)
    return bytes(member)


def lying(press: Press, address: str) -> bytes:
    """A record that says it is ten times as large."""
    return packed(record("response", answer(next(press.arabic(1))), address, size=600_000))


def badly_chunked(press: Press, address: str) -> bytes:
    """A page whose last chunks did not come."""
    return packed(response(chunked(next(press.arabic(1)))[:-2000], address, more="Transfer-Encoding: chunked\r\n", size=""))


def badly_packed(press: Press, address: str) -> bytes:
    """A page that its host packed, and that was cut."""
    body = gzip.compress(next(press.arabic(1)))[:-200]
    return packed(response(body, address, more="Content-Encoding: gzip\r\n"))


def nameless(press: Press, _: str) -> bytes:
    """A page without an address."""
    return packed(record("response", answer(next(press.arabic(1))), None))


FAULTS = (corrupt, lying, badly_chunked, badly_packed, nameless)


def write_crawl(path: Path, pages: Path, records: int) -> dict[str, int]:
    """Write an archive of so many records, and its Arabic pages as files of a folder. How many there are of what."""
    counts = dict.fromkeys(SHARES, 0)
    with path.open("wb") as archive:
        for made in chain([Made("metadata", packed(record("warcinfo", b"software: example\r\n", None)))], crawl(records - 1)):
            counts[made.what] += 1
            write(archive, made, pages, counts["arabic"])
    return counts


def write(archive: BinaryIO, made: Made, pages: Path, number: int) -> None:
    """Write a record, and the page in it beside."""
    archive.write(made.data)
    if made.page:
        (pages / f"{number:06}.html").write_bytes(made.page)
