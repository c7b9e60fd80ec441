"""Pictures of every screen of the web pages (`make screenshots`), and what is wrong on them.

Each screen is opened in both languages, in a wide and in a narrow window, and in dark; the pictures are written to
out/screenshots/, with an index.html that shows them all. What the console complains of, a page wider than its window, and what
axe finds serious is told, and the command then ends with status 1. `python -m tools.screenshots reader agenda` takes those alone.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from html import escape
from pathlib import Path
from string import Template
from tempfile import TemporaryDirectory
from typing import NamedTuple

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, Page, sync_playwright

from qawl.web.app import application
from tools.browser import SIZES, NoChromium, complaints, open_chromium, reader, served
from tools.screens import KEYS, SCREENS, Screen, address_of, fill, places

OUT = Path(__file__).parent.parent / "out" / "screenshots"
SERIOUS = ("serious", "critical")
INDEX = Template("""<!DOCTYPE html>
<html lang="en"><meta charset="utf-8"><title>Screens</title>
<style>body { font: 1rem sans-serif } * { vertical-align: top; text-align: left } img { width: 16rem; border: 1px solid }</style>
<table><tr><th></th>$heads</tr>
$rows</table></html>
""")
WIDER = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


class Variant(NamedTuple):
    """How a screen is looked at."""

    lang: str
    size: str
    theme: str

    @property
    def name(self) -> str:
        """The part of a file's name that tells it."""
        return "-".join(self)


VARIANTS = (
    *(Variant(lang, size, "light") for lang in ("ar", "en") for size in SIZES),
    Variant("ar", "desktop", "dark"),
    Variant("en", "desktop", "dark"),
    Variant("en", "phone", "dark"),
)


def main(names: Sequence[str]) -> int:
    """Take the pictures of the named screens, or of all; 1 where something is wrong on them, 2 where there is no such screen."""
    if unknown := set(names) - {screen.name for screen in SCREENS}:
        print(
            f"no screen is called {', '.join(sorted(unknown))}; there are: {', '.join(one.name for one in SCREENS)}",
            file=sys.stderr,
        )
        return 2
    screens = [screen for screen in SCREENS if not names or screen.name in names]
    OUT.mkdir(parents=True, exist_ok=True)
    try:
        faults = list(told(screens))
    except NoChromium as problem:
        print(problem, file=sys.stderr)
        return 1
    (OUT / "index.html").write_text(index(screens), encoding="utf-8")
    print(f"{len(screens) * len(VARIANTS)} pictures of {len(screens)} screens: {OUT / 'index.html'}")
    print(f"{len(faults)} faults" if faults else "no fault")
    return bool(faults)


def told(screens: Sequence[Screen]) -> Iterator[str]:
    """Take the pictures; each fault is printed as it is found."""
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        library = Path(folder) / "screens.library"
        fill(library)
        app, chromium = application(library), open_chromium(playwright)
        with served(app) as free, served(application(library, keys=KEYS)) as locked:
            known = places(library, app)
            for variant in VARIANTS:
                context = reader(chromium, free, variant.size, lang=variant.lang, theme=variant.theme)
                for screen in screens:
                    for fault in taken(context, screen, (locked if screen.locked else free) + address_of(screen, known), variant):
                        line = f"{screen.name} {variant.name}: {fault}"
                        print(line)
                        yield line
                context.close()
        chromium.close()


def taken(context: BrowserContext, screen: Screen, address: str, variant: Variant) -> Iterator[str]:
    """Open a screen and take its picture; what is wrong on it."""
    page = context.new_page()
    said = complaints(page)
    answer = page.goto(address)
    page.evaluate("document.fonts.ready")
    page.screenshot(path=OUT / file_name(screen, variant), full_page=True)
    if answer and answer.status != screen.status:
        yield f"status {answer.status} instead of {screen.status}"
    yield from (f"console: {one}" for one in said if screen.status == 200 or f"status of {screen.status}" not in one)
    if wider := page.evaluate(WIDER):
        yield f"{wider} px wider than the window"
    if variant.size == "desktop":
        yield from hindrances(page)
    page.close()


def hindrances(page: Page) -> Iterator[str]:
    """What of an open page seriously hinders somebody who does not see or does not use a mouse."""
    for one in Axe().run(page).response["violations"]:
        if one["impact"] in SERIOUS:
            yield f"axe {one['id']}: {one['help']}: {one['nodes'][0]['html'][:160]}"


def file_name(screen: Screen, variant: Variant) -> str:
    """Where the picture of a screen goes."""
    return f"{screen.name}-{variant.name}.png"


def index(screens: Sequence[Screen]) -> str:
    """A page of all pictures, a row for each screen."""
    heads = "".join(f"<th>{escape(variant.name)}</th>" for variant in VARIANTS)
    rows = "".join(
        f"<tr><th>{escape(screen.name)}</th>{''.join(map(cell, [screen] * len(VARIANTS), VARIANTS))}</tr>\n" for screen in screens
    )
    return INDEX.substitute(heads=heads, rows=rows)


def cell(screen: Screen, variant: Variant) -> str:
    """The cell of a picture."""
    name = file_name(screen, variant)
    return f'<td><a href="{name}"><img src="{name}" alt="{screen.name} {variant.name}" loading="lazy"></a></td>'


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
