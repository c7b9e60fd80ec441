"""The texts that speed is measured on: the development set where it is present, else the golden pages over and over."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path

from bench.marks import FOLDER, golden_pages
from bench.shared import shared_file
from qawl.model import Page

DEVELOPMENT = "bench/dev.jsonl"
ROUNDS = 30  # of the golden pages: about as many words as the development set has


def speed_pages() -> tuple[str, list[Page]]:
    """What the texts are, in words, and the texts as pages."""
    path = shared_file(DEVELOPMENT)
    if path is None:
        return f"the golden pages, {ROUNDS} times", golden_inputs() * ROUNDS
    return "the development set", list(jsonl_pages(path))


def jsonl_pages(path: Path) -> Iterator[Page]:
    """The lines of a JSONL file as pages."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            article = json.loads(line)
            yield Page(id=article["id"], source=article["text"], kind="text", published=article.get("published"))


def golden_inputs() -> list[Page]:
    """The golden texts as pages, the marks left aside."""
    return [Page(id=page.id, source=page.text, kind="text", published=page.published) for page in golden_pages()]


def golden_files() -> list[Path]:
    """The files of the golden texts."""
    return sorted(FOLDER.glob("*.txt"))


def count_words(pages: list[Page]) -> int:
    """How many words pages of text have, a word being what stands between white space."""
    return sum(len(page.source.split()) for page in pages)


def write_articles(path: Path, size: int) -> int:
    """Write about `size` bytes of JSONL articles made of the golden texts. Returns how many words they have."""
    lines = [(article_line(page), len(page.source.split())) for page in golden_inputs()]
    average = sum(len(line) for line, _ in lines) / len(lines)
    chosen = list(islice(cycle(lines), round(size / average)))
    path.write_bytes(b"".join(line for line, _ in chosen))
    return sum(words for _, words in chosen)


def article_line(page: Page) -> bytes:
    """A page as a line of JSONL in UTF-8."""
    article = {"id": page.id, "text": page.source, "published": page.published}
    return json.dumps(article, ensure_ascii=False).encode() + b"\n"
