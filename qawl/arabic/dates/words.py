"""The words that dates are made of, as atoms: numbers put together, names of two words joined."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from qawl.arabic import lexicon
from qawl.arabic.letters import ARTICLE, CONJUNCTIONS, PREPOSITIONS, TO_THE, fold, fold_phrase, letters_long
from qawl.arabic.tokens import Tokens
from qawl.tables import several, table

STARTS = {
    "part", "day", "days", "weekday", "today", "month", "unit", "list", "months", "same_part", "same", "this", "pair", "edge",
    "eve", "feast", "first_day", "share", "decade", "season", "between", "period", "ago", "number",
}  # fmt: skip
Meaning = tuple[tuple[str, ...], str, int | str]

# No figure of a date has more digits than this; of one that has thousands no number is made.
LONGEST_NUMBER = 9


class Atom(NamedTuple):
    """A word or phrase as dates see it: what it is, what it adds, its code points, and the place after it."""

    kind: str
    value: int | str
    start: int
    end: int
    then: int

    @property
    def number(self) -> int:
        """The value of an atom that counts."""
        return self.value if isinstance(self.value, int) else 0


def _senses() -> Iterator[tuple[str, str, int | str]]:
    for row in table("numbers.tsv"):
        yield row["form"], row["kind"], int(row["value"])
    for row in table("date_words.tsv"):
        yield row["form"], row["class"], int(row["value"]) if row["value"].lstrip("-").isdigit() else row["value"]
    for row in table("weekdays.tsv"):
        yield row["form"], "weekday" if row["form"].startswith(ARTICLE) else "bare_weekday", int(row["number"])
    for row in table("relative_dates.tsv"):
        yield row["form"], "today", int(row["days"])
    for name in ("months.tsv", "months_more.tsv"):
        for row in table(name):
            yield row["form"], "month", int(row["number"]) + (100 if row["calendar"] == "hijri" else 0)


@cache
def meanings() -> dict[str, list[Meaning]]:
    """First word of each form, folded, with the forms that begin so, the longest first."""
    found: dict[str, dict[tuple[str, ...], Meaning]] = {}
    for form, kind, value in _senses():
        words = tuple(fold_phrase(form).split())
        found.setdefault(words[0], {})[words] = (words, kind, value)
    return {first: sorted(forms.values(), key=lambda m: -len(m[0])) for first, forms in found.items()}


@cache
def guards() -> dict[str, frozenset[str]]:
    """Folded words that keep something from being a date, by class."""
    classes: dict[str, set[str]] = {}
    for row in table("date_guards.tsv"):
        classes.setdefault(row["class"], set()).add(fold(row["form"]))
    return {name: frozenset(forms) for name, forms in classes.items()}


@cache
def wakes() -> frozenset[str]:
    """Folded words that can begin a date."""
    numerals = ("one", "ten", "tens", "ordinal")
    words = [w for w, forms in meanings().items() if any(kind in STARTS or kind in numerals for _, kind, _ in forms)]
    return frozenset([ARTICLE, *words, *(w.removeprefix(ARTICLE) for w in words), *attached(words)])


def attached(words: list[str]) -> Iterator[str]:
    """Words with a clitic before them that tokens may leave on: `لتاسع`."""
    return (letter + word for word in words if len(word) > 3 for letter in CONJUNCTIONS + PREPOSITIONS)


@cache
def known_days() -> dict[tuple[int, int], list[tuple[str, frozenset[str]]]]:
    """Month and day of what is known by an event (day 0: a month): full values, and the folded words that tell each."""
    found: dict[tuple[int, int], list[tuple[str, frozenset[str]]]] = {}
    for row in table("known_days.tsv"):
        value = row["value"]
        found.setdefault((int(value[5:7]), int(value[8:] or 0)), []).append((value, frozenset(map(fold, several(row["leads"])))))
    return found


class Reader:
    """A text as atoms; a place is the number of a token."""

    def __init__(self, tokens: Tokens) -> None:
        self.tokens = tokens
        self._atoms: dict[int, Atom] = {}

    def at(self, place: int) -> Atom:
        """The atom at a place, numbers in words put together; of kind `end` before the first token and after the last."""
        atom = self._atoms.get(place)
        if atom is None:
            atom = self._atoms[place] = self._numeral(self._raw(place))
        return atom

    def _numeral(self, atom: Atom) -> Atom:
        if atom.kind == "thousand":
            return self._thousand(atom)
        if atom.kind not in ("one", "ten", "tens", "ordinal"):
            return atom
        value, last = atom.number, atom
        if 0 < value < 10:
            after = self._raw(atom.then)
            tens = self._raw(after.then) if after.kind == "and" else after
            if after.kind == "ten" or tens.kind == "tens":
                value, last = value + tens.number, tens
        return Atom("number", value, atom.start, last.end, last.then)

    def _thousand(self, atom: Atom) -> Atom:
        """ألفين وأربعة، ألف وتسعمئة وسبعة وستين: a thousand and what is added to it."""
        value, last = atom.number, atom
        for _ in range(2):
            joint = self._raw(last.then)
            more = self._numeral(self._raw(joint.then)) if joint.kind == "and" else joint
            if joint.kind != "and" or more.kind not in ("number", "hundred"):
                break
            value, last = value + more.number, more
        return Atom("number", value, atom.start, last.end, last.then)

    def _raw(self, place: int) -> Atom:
        if place < 0:
            return Atom("end", 0, 0, 0, place + 1)
        if place >= len(self.tokens.starts):
            return Atom("end", 0, len(self.tokens.text), len(self.tokens.text), place)
        start, end, key = self.tokens.starts[place], self.tokens.ends[place], self.tokens.keys[place]
        if key.isdecimal() and len(key) <= LONGEST_NUMBER:
            return Atom("digits", int(key), start, end, place + 1)
        if key == ARTICLE and self._key(place + 1).isdecimal() and self.tokens.starts[place + 1] <= end + 1:
            return self._raw(place + 1)._replace(start=start)
        return self._word(place) or self._attached(place) or self._other(place)

    def _key(self, index: int) -> str:
        """The key of a token; after لل with its article again."""
        keys = self.tokens.keys
        if index >= len(self.tokens.starts):
            return ""
        key = keys[index]
        return ARTICLE + key if index and keys[index - 1] == TO_THE and ARTICLE + key in meanings() else key

    def _word(self, index: int) -> Atom | None:
        for words, kind, value in meanings().get(self._key(index), ()):
            if len(words) == 1 or all(self._key(index + n) == word for n, word in enumerate(words)):
                last = index + len(words) - 1
                return Atom(kind, value, self.tokens.starts[index], self.tokens.ends[last], last + 1)
        return None

    def _attached(self, index: int) -> Atom | None:
        """A word that still carries its clitic; the clitic is left out."""
        key, start, end = self.tokens.keys[index], self.tokens.starts[index], self.tokens.ends[index]
        if len(key) < 5 or key[0] not in CONJUNCTIONS + PREPOSITIONS:
            return None
        for words, kind, value in meanings().get(key[1:], ()):
            if len(words) == 1:
                return Atom(kind, value, start + letters_long(self.tokens.text[start:end], 1), end, index + 1)
        return None

    def _other(self, index: int) -> Atom:
        tokens = self.tokens
        kind, key = tokens.kinds[index], tokens.keys[index]
        name = "comma" if kind & lexicon.COMMA else key if kind & lexicon.PUNCTUATION else "other"
        return Atom(name, key, tokens.starts[index], tokens.ends[index], index + 1)

    def word_at(self, index: int) -> str:
        """The whole word that begins with a token, its clitics joined to it again."""
        keys, kinds, last = self.tokens.keys, self.tokens.kinds, index
        while last + 1 < len(self.tokens.starts) and kinds[last] & lexicon.PREFIX:
            last += 1
        return "".join(keys[index : last + 1])

    def key_before(self, place: int) -> str:
        """The key before a place, attached prepositions and conjunctions passed over."""
        index = place - 1
        while index >= 0 and self.tokens.kinds[index] & lexicon.PREFIX:
            index -= 1
        return self.tokens.keys[index] if index >= 0 else ""

    def skip(self, place: int, *kinds: str) -> int:
        """The place after an atom of one of these kinds, else the same place."""
        atom = self.at(place)
        return atom.then if atom.kind in kinds else place
