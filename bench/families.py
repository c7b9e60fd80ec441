"""How many forms of a word a search finds by another one, and how many other words it takes for the same.

    python -m bench.families

Families are made of the nouns and the names of lands and cities in the tables: each with its prefixes and article, once as it is
spelt and once without its hamza seats. A word is confused where another word of the tables has its stem.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator

import tantivy

from qawl.arabic.letters import ALEF, ARTICLE, CONJUNCTIONS, PREPOSITIONS, SEATED, TO_THE, fold
from qawl.library.searching.nearby import prefixed
from qawl.library.searching.words import stems_of
from qawl.tables import table

Way = Callable[[str], str]

NOUNS = (
    "titles.tsv",
    "titles_more.tsv",
    "occasions.tsv",
    "venues.tsv",
    "group_words.tsv",
    "named_things.tsv",
    "nationalities.tsv",
    "documents.tsv",
)
# Cities of more people than this: smaller ones have names that other words have too.
LARGE = 400_000
AND, SO = tuple(CONJUNCTIONS)
BY, FOR, LIKE = tuple(PREPOSITIONS)
BEFORE_NOUNS = (ARTICLE, AND, AND + ARTICLE, BY + ARTICLE, TO_THE, AND + TO_THE, BY, FOR, LIKE + ARTICLE, SO + ARTICLE)
BEFORE_NAMES = (AND, BY, FOR, AND + BY, AND + FOR)
UNSEATED = str.maketrans(dict.fromkeys(SEATED, ALEF))


def nouns() -> set[str]:
    """Indefinite nouns of one word."""
    return {row["form"] for name in NOUNS for row in table(name) if is_plain(row["form"])}


def names() -> set[str]:
    """Names of lands and large cities without an article."""
    lands = {row["name"] for row in table("countries.tsv")}
    cities = {row["form"] for row in table("cities.tsv") if int(row["people"] or 0) > LARGE}
    return {name for name in lands | cities if is_plain(name)}


def is_plain(form: str) -> bool:
    """Whether a form is one word without an article."""
    return " " not in form and not form.startswith(ARTICLE) and len(form) > 2


def forms(word: str, prefixes: tuple[str, ...]) -> Iterator[str]:
    """The other forms of a word."""
    for prefix in prefixes:
        yield prefix + word
        yield (prefix + word).translate(UNSEATED)


def recall(way: Way, words: set[str], prefixes: tuple[str, ...]) -> float:
    """The share of the other forms of words that have the word's stem."""
    found = [way(form) == way(word) for word in words for form in forms(word, prefixes)]
    return sum(found) / len(found)


def found(words: set[str], prefixes: tuple[str, ...]) -> float:
    """The share of the other forms of words that a search finds, which also looks for prefixes that stayed on their words."""
    known = [{own(word), *prefixed(own(word))} for word in words]
    hits = [own(form) in stems for word, stems in zip(words, known, strict=True) for form in forms(word, prefixes)]
    return sum(hits) / len(hits)


def confused(way: Way, words: set[str]) -> float:
    """The share of words that have the stem of another word."""
    alike: defaultdict[str, set[str]] = defaultdict(set)
    for word in words:
        alike[way(word)].add(fold(word))
    return sum(len(found) for found in alike.values() if len(found) > 1) / sum(map(len, alike.values()))


def by_list(word: str) -> str:
    """A folded word with whatever may be a prefix cut off."""
    key = fold(word)
    for prefixes in (CONJUNCTIONS, (TO_THE, *PREPOSITIONS), (ARTICLE,)):
        key = next((key[len(prefix) :] for prefix in prefixes if key.startswith(prefix) and len(key) > len(prefix) + 2), key)
    return key


def own(word: str) -> str:
    """A word as the index has it."""
    return " ".join(stem for stem, _ in stems_of(word))


def snowball() -> Way:
    """The Arabic stemmer that tantivy has."""
    analyzer = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.raw()).filter(tantivy.Filter.stemmer("arabic")).build()
    return lambda word: "".join(analyzer.analyze(word))


def main() -> None:
    """Print the figures."""
    print(f"{len(nouns())} nouns, {len(names())} names")
    print(f"{'':28}{'nouns':>8}{'names':>8}{'confused':>10}")
    ways: dict[str, Way] = {
        "as the index has them": own,
        "a list of prefixes alone": by_list,
        "Snowball": snowball(),
        "folded alone": fold,
    }
    for name, way in ways.items():
        figures = (recall(way, nouns(), BEFORE_NOUNS), recall(way, names(), BEFORE_NAMES), confused(way, nouns() | names()))
        print(f"{name:28}{figures[0]:8.3f}{figures[1]:8.3f}{figures[2]:10.3f}")
    print(f"{'as a search finds them':28}{found(nouns(), BEFORE_NOUNS):8.3f}{found(names(), BEFORE_NAMES):8.3f}")


if __name__ == "__main__":
    main()
