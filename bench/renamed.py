"""What the reader owes to the names it knows: half a read again with its people renamed (`python -m bench.renamed [SEED …]`).

Every word of the name of somebody marked becomes another one of its kind (a man's given name, a surname with the article …)
wherever it stands in the page and its marks, in the style of one land a page, chosen by page and seed. Where the figures fall
below those of the pages as they are, names are read because they are known and not because of where they stand. A test of this
kind is called metamorphic (T. Y. Chen, 1998). It costs nothing to mark. Now and then a man's name comes to a woman, so that a
small fall is no fault.
"""

from __future__ import annotations

import json
import random
import re
import sys
import tempfile
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

from bench.accuracy import Judge, read_into
from bench.bands import half_of
from bench.shared import absence, shared_file
from qawl.arabic.letters import ARTICLE, CONJUNCTIONS, PREPOSITIONS, SERVANT, TO_THE, WRITTEN_TA_MARBUTA, fold
from qawl.arabic.names.units import descents, usual_given_names
from qawl.tables import read_table, several

TABLE = Path(__file__).resolve().parent / "renames.tsv"
SEEDS = ("1", "2", "3")
# A word of fewer letters stays: it is a part that joins, or too short to be found again.
SHORTEST = 3
SHOWN = ("who said what", "people", "speaker  ", "exact name")

Renames = dict[str, str]
Pools = dict[str, list[str]]


@cache
def lands() -> dict[str, Pools]:
    """Land -> part of a name -> names that may stand there; `world` has the parts of foreign names."""
    found: dict[str, Pools] = {}
    for row in read_table(TABLE):
        found.setdefault(row["land"], {})[row["part"]] = several(row["names"])
    return found


def renames_of(page: dict[str, Any], seed: str) -> Renames:
    """Word of somebody's name in the page -> the word that replaces it."""
    chance = random.Random(f"{page['id']} {seed}")
    pools = lands()[chance.choice([land for land in lands() if land != "world"])] | lands()["world"]
    renames: Renames = {}
    for person in page["gold"].get("people", []):
        words = person["name"].split()
        native = any(fold(word) in usual_given_names() or word.startswith(ARTICLE) for word in words)
        for place, word in enumerate(words):
            if word not in renames and is_free(words, place):
                renames[word] = chance.choice(pools[part_of(words, place) if native else foreign_part(words, place)])
    return renames


def is_free(words: list[str], place: int) -> bool:
    """Whether a word of a name may change by itself: none that joins, none that one that joins needs."""
    joins = descents() | {SERVANT}
    key = fold(words[place])
    joined = key in joins or key.startswith(SERVANT) or (place > 0 and fold(words[place - 1]) in joins)
    return len(key) >= SHORTEST and not joined and bool(re.fullmatch(r"\w+", words[place]))


def part_of(words: list[str], place: int) -> str:
    """Which pool a word of an Arab's name is replaced from."""
    word, key = words[place], fold(words[place])
    if word.startswith(ARTICLE):
        return "family"
    if key not in usual_given_names() and place:
        return "plain"
    return "woman" if word.endswith(WRITTEN_TA_MARBUTA) else "man"


def foreign_part(words: list[str], place: int) -> str:
    """Which pool a word of a foreign name is replaced from."""
    return "first" if place == 0 and len(words) > 1 else "last"


def renamer(renames: Renames) -> Callable[[str], str]:
    """What renames a text: each whole word, with the clitics before it; لل has the article of the word behind it."""
    if not renames:
        return lambda text: text
    led = {TO_THE + word.removeprefix(ARTICLE): new for word, new in renames.items() if word.startswith(ARTICLE)}
    led = {word: TO_THE + new.removeprefix(ARTICLE) if new.startswith(ARTICLE) else TO_THE[0] + new for word, new in led.items()}
    words = renames | led
    either = "|".join(sorted(map(re.escape, words), key=len, reverse=True))
    found = re.compile(rf"(?<!\w)([{CONJUNCTIONS}]?[{PREPOSITIONS}]?)({either})(?!\w)")
    return lambda text: found.sub(lambda match: match[1] + words[match[2]], text)


def renamed(page: dict[str, Any], seed: str) -> dict[str, Any]:
    """A page of the development set with other people in its title, text and marks."""
    rename = renamer(renames_of(page, seed))

    def through(marks: Any) -> Any:
        if isinstance(marks, dict):
            return {key: len(rename(page["text"][:mark])) if key == "at" else through(mark) for key, mark in marks.items()}
        if isinstance(marks, list):
            return [through(mark) for mark in marks]
        return rename(marks) if isinstance(marks, str) else marks

    title = page["title"] and rename(page["title"])
    return {**page, "title": title, "text": rename(page["text"]), "gold": through(page["gold"])}


def measure(pages: list[dict[str, Any]], scorer: Path) -> list[str]:
    """The scorer's lines for pages of half a, those that names can move."""
    with tempfile.TemporaryDirectory() as folder:
        gold, out = Path(folder) / "gold.jsonl", Path(folder) / "out.jsonl"
        gold.write_text("".join(json.dumps(page, ensure_ascii=False) + "\n" for page in pages), encoding="utf-8")
        read_into(out, gold)
        return [line for line in Judge(scorer, gold, out).score("a") if line.startswith(SHOWN)]


def main(seeds: list[str]) -> int:
    """Print the figures as they are and with each seed's names. Returns the exit status: 2 without the development set."""
    gold, scorer = shared_file("bench/dev.jsonl"), shared_file("bench/score.py")
    if gold is None or scorer is None:
        print(absence(), file=sys.stderr)
        return 2
    lines = gold.read_text(encoding="utf-8").splitlines()
    pages = [page for page in map(json.loads, lines) if half_of(page.get("outlet")) == "a"]
    print("\n".join(["half a as it is", *measure(pages, scorer)]))
    for seed in seeds or SEEDS:
        print("\n".join([f"renamed, seed {seed}", *measure([renamed(page, seed) for page in pages], scorer)]))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
