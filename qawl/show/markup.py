"""What all parts of the HTML page are made with: the files of this room filled in, text escaped, names beside values."""

from __future__ import annotations

from functools import cache
from html import escape
from importlib.resources import files
from string import Template

from qawl.model import EXTRACTOR
from qawl.show.isolate import ISOLATE, POP

DIRECTION = {"ar": "rtl", "en": "ltr"}


@cache
def part_file(name: str) -> str:
    """A file of this room, by its name."""
    return (files("qawl") / "show" / name).read_text("utf-8")


def fill(template: str, /, **values: object) -> str:
    """The file `template` with values that are HTML already."""
    return Template(part_file(template)).substitute(values)


def page_top(lang: str, title: str, *styles: str) -> str:
    """The beginning of a self-contained page, up to its body: its language, its title and the style of these files."""
    style = "".join(map(part_file, styles))
    return fill("top.html", lang=lang, dir=DIRECTION[lang], generator=EXTRACTOR, title=title, style=style)


def bdi(text: object) -> str:
    """`text` escaped, in an isolate of its own."""
    return f"<bdi>{escape(str(text))}</bdi>"


def isolated(text: str) -> str:
    """Text escaped, its isolates of the terminal as elements."""
    return escape(text).replace(ISOLATE, "<bdi>").replace(POP, "</bdi>")


def definition(name: str, value: str) -> str:
    """A name and its value, which is HTML already."""
    return f"<dt>{escape(name)}</dt><dd>{value}</dd>\n"
