"""The texts that speed is measured on: the development set where it is present, else the golden pages over and over."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from itertools import cycle
from pathlib import Path
from random import Random

from bench.marks import FOLDER, golden_pages
from bench.shared import shared_file
from qawl.model import Page

DEVELOPMENT = "bench/dev.jsonl"
NEW_WORDS = 0.04  # share of an article's longer words that no article before it had
SEED = 2024
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
    """Write about `size` bytes of JSONL articles, no two alike. Returns how many words they have."""
    pages, chance = golden_inputs(), Random(SEED)
    words = written = 0
    with path.open("wb") as lines:
        for page in cycle(pages):
            words += len(page.source.split())
            written += lines.write(article_line(page, chance))
            if written >= size:
                return words
    return words


def article_line(page: Page, chance: Random) -> bytes:
    """A golden text as a line of JSONL in UTF-8, with as many words of its own as an article has that no other one has."""
    text = re.sub(r"\w{4,}", lambda word: shuffled(word.group(), chance), str(page.source))
    return json.dumps({"id": page.id, "text": text, "published": page.published}, ensure_ascii=False).encode() + b"\n"


def shuffled(word: str, chance: Random) -> str:
    """A word with its letters in another order, once in a while: real articles bring new words without end."""
    return "".join(chance.sample(word, len(word))) if chance.random() < NEW_WORDS else word
