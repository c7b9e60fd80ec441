"""Other names by which a page calls somebody: مجلس الصحراء، الذي كان يعرف باسم لجنة الواحات; وعرفه الناس باسم رامي الحلو."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from qawl.arabic.letters import BY, ROUND, fold, fold_phrase
from qawl.arabic.lexicon import CLOSES, COMMA, OPENS
from qawl.arabic.people.aliases import clauses as clause_forms
from qawl.arabic.people.aliases import leads, names_told
from qawl.arabic.tokens import Tokens
from qawl.model import Group, Organisation, Person, Record, Span
from qawl.tables import table

# What tells another name stands within so many letters behind a mention, and has so many words at most.
AROUND, LONGEST = 90, 7
# A clause that tells a person's other name stands within so many letters behind his own, and no other person between.
CLAUSE = 160
Words = tuple[str, ...]


def other_names(record: Record, somebody: Organisation | Group) -> Iterator[str]:
    """The names by which the page says that a body or group goes as well, as the page has them."""
    if tells_names(record.document.text):
        for mention in somebody.mentions:
            if name := name_behind(record, mention):
                yield name


@lru_cache(maxsize=1 << 6)
def tells_names(text: str) -> bool:
    """Whether a page may tell another name of anybody."""
    return bool(openings().search(fold_phrase(text)))


@cache
def openings() -> re.Pattern[str]:
    """The words with which what tells another name ends."""
    return re.compile("|".join(sorted({" ".join(words) for words, _ in links()})))


def names_in_clauses(record: Record, person: Person) -> Iterator[str]:
    """The full names by which a clause behind somebody says that he goes: وعرفه الناس باسم | رامي الحلو."""
    text = record.document.text
    if not clauses().search(fold_phrase(text)):
        return
    others = sorted(span.start for one in record.people if one is not person for span in one.mentions)
    for mention in person.mentions:
        stop = next((start for start in others if start > mention.end), len(text))
        tokens = Tokens(text, mention.end, min(len(text), mention.end + CLAUSE))
        yield from (tokens.surface(*name) for _, name in names_told(tokens) if tokens.starts[name[0]] <= stop)


@lru_cache(maxsize=1)
def clauses() -> re.Pattern[str]:
    """The clauses that tell another name, with the word that leads to the name."""
    forms = "|".join(sorted(" ".join(words) for words in clause_forms()))
    return re.compile(f"(?:{forms}) (?:{'|'.join(sorted(leads()))})")


@cache
def links() -> tuple[tuple[Words, bool], ...]:
    """The folded words that tell another name, the longest first, each with whether the name may follow at once."""
    rows = [row for row in table("called_words.tsv") if row["class"] in ("link", "named", "called")]
    found = ((Tokens(row["form"]).words(), row["class"] == "named") for row in rows)
    return tuple(sorted(found, key=lambda link: (-len(link[0]), link)))


@cache
def between(kind: str) -> frozenset[str]:
    """The folded words of one class that may stand between."""
    return frozenset(fold(row["form"]) for row in table("called_words.tsv") if row["class"] == kind)


def name_behind(record: Record, mention: Span) -> str | None:
    """The other name that stands behind a mention, or within it: الفرقة المعروفة باسم «الوادي»; None where none does."""
    tokens = Tokens(record.document.text, mention.start, min(len(record.document.text), mention.end + AROUND))
    last = next((place for place, start in enumerate(tokens.starts) if start >= mention.end), len(tokens))
    last += last < len(tokens) and bool(tokens.kinds[last] & COMMA or tokens.keys[last] == ROUND[0])
    for place in range(1, last + 1):
        for words, named in links():
            if tuple(tokens.keys[place : place + len(words)]) == words:
                return name_at(record, tokens, place + len(words), named=named)
    return None


def name_at(record: Record, tokens: Tokens, place: int, *, named: bool) -> str | None:
    """The name that follows what tells it: what marks hold, else a body or group that the page names there."""
    led = named
    while place < len(tokens) and (key := tokens.keys[place]) in between("adverb") | between("lead") | {BY}:
        led, place = led or key not in between("adverb"), place + 1
    if not led or place >= len(tokens):
        return None
    if tokens.kinds[place] & OPENS:
        close = next((at for at in range(place + 1, min(len(tokens), place + LONGEST)) if tokens.kinds[at] & CLOSES), None)
        return tokens.surface(place + 1, close) if close and close > place + 1 else None
    return mentioned_at(record, tokens.starts[place])


def mentioned_at(record: Record, start: int) -> str | None:
    """The words of the body or group that is mentioned at a code point."""
    parties: tuple[Organisation | Group, ...] = (*record.organisations, *record.groups)
    return max((span.text for one in parties for span in one.mentions if span.start == start), key=len, default=None)
