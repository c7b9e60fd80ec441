"""Whether an action is told as done: a verb in the perfect at the head of its clause, or a noun that something tells of.

Nothing is told behind إذا and لو, by a relative clause, by what was denied, nor where an accident or a match is told of; what is
dated by a mere year is history.
"""

from __future__ import annotations

from qawl.arabic.actions.links import Link, link_of_noun
from qawl.arabic.actions.nouns import COUNTS
from qawl.arabic.actions.subjects import is_verb_of_tables, subject_before
from qawl.arabic.actions.triggers import Trigger, is_marked_passive
from qawl.arabic.actions.words import acts, classes, is_a
from qawl.arabic.letters import BARE_THAT, CONJUNCTIONS, bare_key
from qawl.arabic.lexicon import (
    COMMA,
    CONJUNCTION,
    KAN,
    MONTH,
    NEGATION,
    NUMBER,
    PREFIX,
    PREPOSITION,
    PUNCTUATION,
    RELATIVE,
    STOP,
    SUPPOSES,
    THAT,
    TIME,
)
from qawl.arabic.passage import Passage

# How far before a verb إذا may stand, and how far behind a word its year.
SUPPOSED_WITHIN, CLAIMED_WITHIN, YEAR_WITHIN = 8, 4, 20
PERFECT = frozenset(("perfect", "passive"))


def link_of(passage: Passage, trigger: Trigger, last: Link | None) -> Link | None:
    """What tells of an action as done, None where nothing does; ``last`` is what told of the action before it."""
    if not is_its_sense(passage, trigger) or is_history(passage, trigger.place):
        return None
    if trigger.is_verb:
        return Link("verb", trigger.place) if is_told(passage, trigger) else None
    return link_of_noun(passage, trigger, last)


def is_its_sense(passage: Passage, trigger: Trigger) -> bool:
    """Whether the sentence bears out the row's sense: no match, no accident, force where somebody is only hurt."""
    sense = trigger.form.row["sense"]
    if sense == "street":
        return True
    told = sentence_classes(passage, trigger.place)
    if "sport" in told:
        return False
    if sense == "casualty":
        return "accident" not in told or "attacker" in told
    return sense != "wound" or bool(told & {"force", "attacker"})


def sentence_classes(passage: Passage, place: int) -> set[str]:
    """The classes of the words of a sentence, `force` where another word of force stands in it."""
    found: set[str] = set()
    for key in passage.tokens.keys[passage.sentence_start(place) : passage.sentence_stop(place)]:
        found |= classes().get(bare_key(key), frozenset())
        if any(form.row["sense"] in ("force", "casualty") for form in acts().get(key, ())):
            found.add("force")
    return found


def is_history(passage: Passage, place: int) -> bool:
    """Whether the sentence dates what it tells by a mere year: قتل عام 1982."""
    tokens = passage.tokens
    first, stop = max(passage.sentence_start(place), place - YEAR_WITHIN), min(passage.sentence_stop(place), place + YEAR_WITHIN)
    for at in range(first, stop - 1):
        if is_a(tokens.keys[at], "year") and tokens.kinds[at + 1] & NUMBER and len(tokens.keys[at + 1]) == 4:
            before = tokens.kinds[at - 1] | tokens.kinds[max(at - 2, 0)] if at else 0
            return not before & MONTH
    return False


def is_told(passage: Passage, trigger: Trigger) -> bool:
    """Whether a verb tells what was done: in the perfect, heading its clause or behind its subject, not supposed."""
    place = trigger.place
    if trigger.form.tense not in PERFECT:
        return trigger.form.tense == "imperfect" and (passage.is_title(place) or is_marked_passive(passage, place))
    at, joined = before_verb(passage, place)
    if is_background(passage, at) or is_supposed(passage, place) or (trigger.form.pronoun and not joined):
        return False
    return opens_clause(passage, trigger, at, joined) or (not joined and subject_before(passage, place) is not None)


def before_verb(passage: Passage, verb: int) -> tuple[int, bool]:
    """The token before a verb and its كان, قد, و and ف, and whether و or ف joins it."""
    tokens, at, joined = passage.tokens, verb - 1, False
    while at >= 0 and (tokens.kinds[at] & KAN or (tokens.kinds[at] & PREFIX and tokens.keys[at] in CONJUNCTIONS)):
        joined = joined or not tokens.kinds[at] & KAN
        at -= 1
    return at, joined


def is_background(passage: Passage, at: int) -> bool:
    """Whether the word before a verb makes it a part of something else: الذي, لم, حيث, بعد أن, عندما at the head of a sentence."""
    if at < 0:
        return False
    tokens = passage.tokens
    kind, key = tokens.kinds[at], tokens.keys[at]
    if kind & (RELATIVE | NEGATION) or is_a(key, "background") or key in BARE_THAT:
        return True
    return bool(kind & CONJUNCTION) and is_a(key, "when") and before_verb(passage, at)[0] < passage.sentence_start(at)


def is_supposed(passage: Passage, place: int) -> bool:
    """Whether إذا, ربما or the like stands before a verb in its clause, or a claim before its أن: من المعتقد أنه قتل."""
    tokens = passage.tokens
    for at in range(place - 1, max(passage.sentence_start(place), place - SUPPOSED_WITHIN) - 1, -1):
        if tokens.kinds[at] & SUPPOSES or is_a(tokens.keys[at], "supposed"):
            return True
        if tokens.kinds[at] & (STOP | COMMA):
            return False
        if tokens.kinds[at] & THAT:
            return any(is_a(key, "claims") for key in tokens.keys[max(0, at - CLAIMED_WITHIN) : at])
    return False


def opens_clause(passage: Passage, trigger: Trigger, at: int, joined: bool) -> bool:
    """Whether a verb can open its clause: behind a mark, أنه, a time or a place; not behind a noun, nor as one of two nouns."""
    tokens = passage.tokens
    if at < passage.sentence_start(trigger.place) or tokens.kinds[at] & (STOP | PUNCTUATION | THAT | CONJUNCTION):
        return True
    if joined:
        return not is_noun_too(passage, trigger.place) or is_counted(passage, trigger.place + 1)
    return tells_when_or_where(passage, at)


def is_noun_too(passage: Passage, place: int) -> bool:
    """Whether the same letters are a verbal noun too: قتل, خطف."""
    return any(form.tense == "noun" for form in acts()[passage.tokens.keys[place]])


def is_counted(passage: Passage, place: int) -> bool:
    """Whether a number or a quantity stands at `place`: وقتل | ثلاثة حراس."""
    return place < len(passage.tokens) and bool(passage.tokens.kinds[place] & COUNTS)


def tells_when_or_where(passage: Passage, at: int) -> bool:
    """Whether a time or a place at the head of the clause ends at `at`: أمس | قتل، وفي البلدة | قتل."""
    tokens = passage.tokens
    start = passage.sentence_start(at)
    while at > start and not tokens.kinds[at - 1] & (COMMA | THAT):
        if is_verb_of_tables(passage, at):
            return False
        at -= 1
    while tokens.kinds[at] & PREFIX and tokens.keys[at] in CONJUNCTIONS:
        at += 1
    return bool(tokens.kinds[at] & (PREPOSITION | TIME | MONTH | PREFIX))
