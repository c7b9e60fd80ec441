"""What a quotation loses or adds that turns the sense: negations, numbers, conditions; a denial, another speaker."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest
from typing import Literal

from msgspec import Struct

from qawl.arabic.wording import Number, denies, negates, numbers_in
from qawl.library.asking.ascribed import Ascribed, is_other, named_at, plain
from qawl.library.asking.wordings import Range, Step, Worded, back, on
from qawl.model import FlagName, Record, Span, Statement, slice_span

Turn = Literal["negation", "number", "denial", "speaker"] | FlagName
# The order in which they are told; flags that are not among them are shown with the statement alone.
TURNS: tuple[Turn, ...] = (
    "negation", "number", "denial", "speaker", "conditional", "restricted", "reservation", "possibility", "obligation", "opinion",
)  # fmt: skip
# So many words beside what is quoted a negation may stand and still belong to it; what else colours it may stand further off.
NEAR, FURTHER = 3, 8
SHARED = ("missing", "left_out", "changed")


class Caution(Struct, frozen=True, kw_only=True):
    """What turns the sense: words of the quotation that the page has not, words of the page that the quotation has not."""

    turn: Turn
    quoted: Span | None = None
    written: Span | None = None


def cautions(steps: list[Step], quoted: Worded, written: Worded, statements: Sequence[Statement]) -> tuple[Caution, ...]:
    """Those of the words of some statements, the gravest first."""
    found = [
        *negations(steps, quoted, written, [words.start for one in statements for words in negated(one)]),
        *numbers(steps, quoted, written),
        *(caution for statement in statements for caution in outside_negations(statement)),
        *(caution for statement in statements for caution in colours(steps, written, statement)),
    ]
    return in_order_of_weight(found)


def in_order_of_weight(found: Iterable[Caution]) -> tuple[Caution, ...]:
    """The gravest first."""
    return tuple(sorted(found, key=lambda caution: TURNS.index(caution.turn)))


def negated(statement: Statement) -> Iterator[Span]:
    """The words that carry the negations of a statement: لا يفتح، ما عاد يفتح."""
    yield from (words for flag in statement.flags if flag.flag == "negated" for words in flag.words)


def negations(steps: list[Step], quoted: Worded, written: Worded, marked: Sequence[int]) -> Iterator[Caution]:
    """Negations that only one of the two has; one for another (لا for لن) is none. `marked`: where those of the page begin."""
    for step in steps:
        own = [place for place in range(*step.quoted) if step.kind in ("added", "changed") and negates(quoted.form(place))]
        other = [place for place in range(*beside(step, written, NEAR)) if is_negation(written, place, marked)]
        if bool(own) != bool(other):
            yield from (Caution(turn="negation", quoted=quoted.span((place, place + 1))) for place in own)
            yield from (Caution(turn="negation", written=written.span((place, place + 1))) for place in other)


def is_negation(written: Worded, place: int, marked: Sequence[int]) -> bool:
    """Whether a word of the page negates by itself, or begins what its record has for a negation."""
    word = written.words[place]
    return negates(written.form(place)) or any(word.start <= start < word.end for start in marked)


def beside(step: Step, written: Worded, near: int) -> Range:
    """The words of the page that a quotation lacks in a step; of the rest of the statement only those near it, in its clause."""
    first, stop = step.written
    if step.kind == "before":
        return max(first, back(written, stop, near)), stop
    if step.kind == "behind":
        return first, min(stop, on(written, first, near))
    return (first, stop) if step.kind in SHARED else (stop, stop)


def outside_negations(statement: Statement) -> Iterator[Caution]:
    """Negations that stand outside what was said, before the verb of the saying: لا يعتقد أن."""
    for words in negated(statement):
        if not any(piece.start <= words.start < piece.end for piece in statement.content):
            yield Caution(turn="negation", written=plain(words))


def ascriptions(record: Record, statement: Statement, told: Ascribed | None) -> Iterator[Caution]:
    """That the page tells as denied what the quotation does not, or the other way round; that it names another speaker."""
    if denies(statement) != (told is not None and told.denied):
        cue = plain(statement.cue) if statement.cue and denies(statement) else None
        yield Caution(turn="denial", quoted=told.source if told and told.denied else None, written=cue)
    if told and is_other(told.speaker, statement):
        yield Caution(turn="speaker", quoted=told.source, written=named_at(record, statement))


def numbers(steps: list[Step], quoted: Worded, written: Worded) -> Iterator[Caution]:
    """Numbers that differ, in the order of the texts; the same number in other words is no other one."""
    own = touched(quoted, [step.quoted for step in steps if step.kind in ("added", "changed")])
    other = touched(written, [step.written for step in steps if step.kind in SHARED])
    alike = {number.value for number in own} & {number.value for number in other}
    pairs = zip_longest(*([number for number in side if number.value not in alike] for side in (own, other)))
    for mine, theirs in pairs:
        yield Caution(turn="number", quoted=span_of(quoted, mine), written=span_of(written, theirs))


def touched(side: Worded, ranges: Iterable[Range]) -> list[Number]:
    """The numbers of a side of which a word stands in one of the ranges."""
    words = [side.words[place] for words in ranges for place in range(*words)]
    if not words:
        return []
    first, stop = side.words[0].start, side.words[-1].end
    found = numbers_in(side.text, first, stop)
    return [number for number in found if any(word.start < number.end and number.start < word.end for word in words)]


def span_of(side: Worded, number: Number | None) -> Span | None:
    """The words of a number."""
    return slice_span(side.text, number.start, number.end) if number else None


def colours(steps: list[Step], written: Worded, statement: Statement) -> Iterator[Caution]:
    """Conditions, limits and reservations of the statement whose words the quotation lacks."""
    lost = [written.words[place] for step in steps for place in range(*beside(step, written, FURTHER))]
    for flag in statement.flags:
        if flag.flag in TURNS:
            for words in flag.words:
                if any(word.start < words.end and words.start < word.end for word in lost):
                    yield Caution(turn=flag.flag, written=plain(words))
