"""What colours a saying: negation, condition, wish … with the words that carry it.

A flag tells that its words stand in the content as the saying's own, and not in what somebody else is quoted with inside it, nor in
a name. What it holds for is not told: a negation in a relative clause is one too.
"""

from __future__ import annotations

from collections.abc import Iterator

from qawl.arabic.findings import Finding, Range
from qawl.arabic.frames.scene import Scene
from qawl.arabic.lexicon import NEGATION
from qawl.arabic.passage import Passage
from qawl.arabic.stances.flag_pairs import paired
from qawl.arabic.stances.flag_shapes import SHAPES
from qawl.arabic.stances.flag_words import FlagWord, entries
from qawl.arabic.stances.marks import Mark
from qawl.model import Flag, Statement

# The shape of words that stand between the cue and what was said.
OUTSIDE = "outside"


def flags_of(scene: Scene, marks: list[Mark]) -> tuple[Flag, ...]:
    """The flags that the marks of a saying carry, each with all its words, in the order of the first of them."""
    found: dict[str, list[Range]] = {}
    for mark in marks:
        for flag in mark.flags:
            found.setdefault(flag, []).extend(mark.words)
    return tuple(Flag(name, tuple(map(scene.span, sorted(words)))) for name, words in found.items())  # type: ignore[arg-type]


def marks_of(scene: Scene, finding: Finding, statement: Statement) -> list[Mark]:
    """What carries the flags of a saying: a negation before its verb, words before what was said, and those in its content."""
    passage = scene.passage
    marks = [*denied_cue(passage, finding), *outside(passage, finding)]
    for first, stop in finding.content:
        marks += paired(passage, [mark for mark in marks_in(passage, first, stop) if is_own(scene, mark, statement)])
    return marks


def denied_cue(passage: Passage, finding: Finding) -> Iterator[Mark]:
    """A negation before the verb of the saying: لا يعتقد أن."""
    before = finding.place - 1
    if finding.reading is not None and before >= 0 and passage.tokens.kinds[before] & NEGATION:
        yield Mark(("negated",), ((before, finding.place + 1),), "verb")


def outside(passage: Passage, finding: Finding) -> Iterator[Mark]:
    """What the page tells of the words themselves, between the cue and them: وقال عبر مترجم إن."""
    for place in range(finding.place, finding.content[0][0] if finding.content else finding.place):
        for entry in entries(passage.tokens.keys[place]):
            if entry.shape == OUTSIDE and (words := words_at(passage, entry, place, finding.place, len(passage.tokens))):
                yield Mark(entry.flags, (words,), entry.shape)


def marks_in(passage: Passage, first: int, stop: int) -> Iterator[Mark]:
    """The words from token `first` to `stop` that carry a flag by their shape or look as if they did, none of them in two."""
    keys, free = passage.tokens.keys, first
    for place in range(first, stop):
        found = entries(keys[place])
        if found and place >= free and (read := mark_at(passage, found, place, free, stop)):
            mark, free = read
            yield mark


def mark_at(passage: Passage, found: tuple[FlagWord, ...], place: int, first: int, stop: int) -> tuple[Mark, int] | None:
    """The first of the words known by the key at `place` that stand there in their shape, and the token behind them."""
    standing = ((entry, words) for entry in found if (words := words_at(passage, entry, place, first, stop)))
    for entry, words in standing:
        shape = SHAPES.get(entry.shape)
        carriers = shape(passage, *words, stop) if shape else None
        if carriers:
            return Mark(entry.flags, (carriers,), entry.shape), words[1]
    return None


def words_at(passage: Passage, entry: FlagWord, place: int, first: int, stop: int) -> Range | None:
    """The tokens of an entry whose key stands at `place`, within a range."""
    start = place - entry.lead
    then = start + len(entry.words)
    whole = first <= start and then <= stop and tuple(passage.tokens.keys[start:then]) == entry.words
    return (start, then) if whole else None


def is_own(scene: Scene, mark: Mark, statement: Statement) -> bool:
    """Whether a mark belongs to a saying itself: not to another one quoted inside it, nor to a title in marks: فيلم «لا أحد»."""
    quote = scene.passage.inside(mark.place)
    return scene.statement_at(mark.place) is statement and not (quote and quote.is_title)
