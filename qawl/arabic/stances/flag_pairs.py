"""Words that carry a flag together: ليس الباب فقط بل النافذة، لا يفتح إلا للحارس، نرحب بالعودة ولكن."""

from __future__ import annotations

from qawl.arabic.letters import JOINS_FREELY, SEATED, WRITTEN_INNA
from qawl.arabic.lexicon import CONJUNCTION, CONTRAST, PUNCTUATION, RELATIVE, STOP, THAT
from qawl.arabic.passage import Passage
from qawl.arabic.stances.flag_shapes import is_sure_imperfect
from qawl.arabic.stances.marks import Mark

NEGATED, ADDITION, RESTRICTED = "negated", "addition", "restricted"
# The shapes of words that deny a verb.
DENIES = ("verb", "alone")
# What parts a negation from the فقط that would widen it.
PARTS = PUNCTUATION | THAT | RELATIVE | CONJUNCTION | CONTRAST
# A negation reaches so many tokens to its إلا, and so many to the بل that says what is the case.
EXCEPT_REACH, RATHER_REACH = 15, 25
# What stands between a negation and فقط at most.
ONLY_REACH = 8


def paired(passage: Passage, marks: list[Mark]) -> list[Mark]:
    """The marks of a content in order, those that belong together joined and those that carry nothing alone left out."""
    found: list[Mark] = []
    for mark in marks:
        join = JOINS.get(mark.shape)
        if join:
            join(passage, found, mark)
        elif mark.flags or mark.shape == "assent":
            found.append(mark)
    return [mark for mark in found if mark.flags]


def negation_before(passage: Passage, found: list[Mark], mark: Mark, reach: int, parts: int) -> int | None:
    """The number of the nearest negation of a verb before a mark in its sentence, with none of `parts` between."""
    for number in range(len(found) - 1, -1, -1):
        other = found[number]
        if mark.place - other.place > reach:
            return None
        if NEGATED in other.flags and other.shape in DENIES:
            between = passage.tokens.kinds[other.place + 1 : mark.place]
            return None if any(kind & (parts | STOP) for kind in between) else number
    return None


def join_only(passage: Passage, found: list[Mark], mark: Mark) -> None:
    """فقط alone limits; behind a negation it widens: ليس الباب فقط، ليس فقط الباب."""
    number = negation_before(passage, found, mark, ONLY_REACH, PARTS)
    if number is None and found and ADDITION in found[-1].flags and mark.place - found[-1].then < ONLY_REACH:
        found[-1] = widened(found[-1], mark)
    elif number is None:
        found.append(mark)
    else:
        found[number:] = [*joined(found[number], mark, ADDITION), *found[number + 1 :]]


def join_except(passage: Passage, found: list[Mark], mark: Mark) -> None:
    """إلا behind a negation limits too: لا يفتح إلا للحارس; ألا before a verb denies it: يجب ألا يفتح."""
    tokens, then = passage.tokens, mark.then
    written = tokens.surface(mark.place, then)
    number = None
    if written[0] not in SEATED or written[0] == WRITTEN_INNA:
        number = negation_before(passage, found, mark, EXCEPT_REACH, THAT)
    if number is not None:
        found.append(Mark((RESTRICTED,), (*found[number].words, *mark.words), "joined"))
    elif written[0] != WRITTEN_INNA and then < len(tokens) and is_sure_imperfect(tokens.keys[then]):
        found.append(Mark((NEGATED,), ((mark.place, then + 1),), DENIES[0]))


def join_rather(passage: Passage, found: list[Mark], mark: Mark) -> None:
    """بل and وإنما tell behind ليس فقط what comes besides; إنما limits where nothing is denied before it."""
    for number in range(len(found) - 1, -1, -1):
        other = found[number]
        if mark.place - other.place > RATHER_REACH:
            break
        if ADDITION in other.flags and not any(kind & STOP for kind in passage.tokens.kinds[other.place : mark.place]):
            found[number] = widened(other, mark)
            return
    before = passage.tokens.keys[mark.place - 1] if mark.place else ""
    if mark.flags and before != JOINS_FREELY and negation_before(passage, found, mark, RATHER_REACH, 0) is None:
        found.append(mark)


def join_but(passage: Passage, found: list[Mark], mark: Mark) -> None:
    """لكن behind an assent of its sentence takes back from it: نرحب بالعودة لكن."""
    for other in reversed(found):
        if any(kind & STOP for kind in passage.tokens.kinds[other.place : mark.place]):
            return
        if other.shape == "assent":
            found.append(mark)
            return


def joined(one: Mark, other: Mark, flag: str) -> list[Mark]:
    """A negation and another mark as one that carries a flag together; what else the first one tells stays its own: لن يفتح إلا."""
    rest = tuple(name for name in one.flags if name != NEGATED)
    whole = widened(one._replace(flags=(flag,), shape="joined"), other)
    return [one._replace(flags=rest), whole] if rest else [whole]


def widened(one: Mark, other: Mark) -> Mark:
    """A mark with the words of another one, unless it holds them: ليس فقط, whose فقط is a word of the negation."""
    return one if one.then > other.place else one._replace(words=(*one.words, *other.words))


JOINS = {"only": join_only, "merely": join_only, "except": join_except, "rather": join_rather, "but": join_but}
