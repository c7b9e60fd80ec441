"""Which words of a statement are negated, and how far."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import islice, pairwise
from typing import Literal

from qawl.arabic.letters import ARTICLE
from qawl.arabic.lexicon import PREPOSITION
from qawl.arabic.ordinary import is_feminine_verb, may_act
from qawl.arabic.tokens import Tokens
from qawl.arabic.wording import negates
from qawl.library.across.said.roots import KEPT, said_table
from qawl.library.across.said.weights import LEAST, idle_words, is_idle, weight_of
from qawl.library.searching.words import Word, words_of

# Behind a negation so many words are looked at for the one that it negates, and behind that for one that opens it.
REACH, OPENED_WITHIN = 3, 6
# A negation that holds, one that has an exception (لا … إلا), one up to a time or a condition, one from a time on (which in لم تسجل
# منذ عقود is a way of telling the most), one of being: لن يكون لدينا قمح.
Hold = Literal["negates", "opens", "until", "since", "far"]


def negated_words(text: str, words: list[Word]) -> dict[int, Hold]:
    """The places of the words that a negation before them negates, and how far it holds."""
    found: dict[int, Hold] = {}
    wakes = around_negations("perhaps") | around_negations("negates") | around_negations("stops") | around_negations("lifts")
    for place in range(len(words)):
        if (words[place].stem in wakes or is_negating(text[words[place].start : words[place].end])) and is_negation(
            text, words, place
        ):
            behind = range(place + 1, min(len(words), place + 1 + REACH))
            at = next((at for at in behind if tells(words[at]) and not is_any_more(words, at)), place)
            nobody = is_nobody(words, place)
            contrasts = place + 1 < len(words) and not nobody and leads(text, words[place + 1])
            hold = hold_of([other.stem for other in words[at + 1 : at + 1 + OPENED_WITHIN]])
            found[at] = (
                "opens" if contrasts and not stops(words, place) else "far" if hold == "negates" and at > place + 1 else hold
            )
            if nobody and hold == "negates":
                found |= dict.fromkeys(doings(words, at), "negates")
    return found


def is_nobody(words: list[Word], place: int) -> bool:
    """Whether a negation is of any one there is, so that what is told of him is negated too: ما من طالب حضر, لا أحد حضر."""
    behind = words[place + 1].stem if place + 1 < len(words) else ""
    return behind in around_negations("any" if words[place].stem not in around_negations("perhaps") else "of")


def doings(words: list[Word], place: int) -> Iterator[int]:
    """The verb behind one of whom a negation is, if no verb stands at the place: ما من طالب في الصف حضر."""
    if may_do(words[place]):
        return iter(())
    behind = range(place + 1, min(len(words), place + 1 + OPENED_WITHIN))
    return islice((at for at in behind if may_do(words[at])), 1)


def may_do(word: Word) -> bool:
    """Whether a word may be a verb that is negated."""
    return tells(word) and (may_act(word.stem) or is_feminine_verb(word.stem))


def leads(text: str, word: Word) -> bool:
    """Whether a preposition stands behind a negation, which then tells what is meant from what is not: لا في الصيف."""
    tokens = Tokens(text, word.start, word.end)
    leading = len(tokens) > 0 and bool(tokens.kinds[0] & PREPOSITION) and word.stem in idle_words()
    return leading or word.stem in around_negations("resumes")


def hold_of(behind: list[str]) -> Hold:
    """How far a negation holds, by what stands behind the word that it negates."""
    if around_negations("opens").intersection(behind):
        return "opens"
    if around_negations("since").intersection(behind):
        return "since"
    pairs = list(pairwise(behind))
    conditional = any(a in around_negations("perhaps") and b in around_negations("going_on") for a, b in pairs)
    even = {a for a, b in pairs if a in around_negations("also") and b in around_negations("even")}
    return "until" if conditional or around_negations("until").intersection(behind) - even else "negates"


def is_negation(text: str, words: list[Word], place: int) -> bool:
    """Whether a word negates what stands behind it; ما only where it is hardly a relative one, and ما لم is a condition."""
    word = words[place]
    if word.stem in around_negations("perhaps"):
        return is_not_relative(text, words, place)
    if not (
        is_negating(text[word.start : word.end])
        or word.stem in around_negations("negates")
        or stops(words, place)
        or lifts(words, place)
    ):
        return False
    if place + 1 < len(words) and words[place + 1].stem in around_negations("sure"):
        return False
    return not (place and words[place - 1].stem in around_negations("perhaps") and word.stem in around_negations("going_on"))


def is_any_more(words: list[Word], place: int) -> bool:
    """Whether a word tells only that what is negated was once: لم يعد يعمل."""
    return words[place].stem in around_negations("any_more") and words[place - 1].stem in around_negations("so_far")


def stops(words: list[Word], place: int) -> bool:
    """Whether somebody stops doing what stands behind عن, or cannot; one who does not stop goes on."""
    return leads_to_from(words, place, "stops", 1)


def lifts(words: list[Word], place: int) -> bool:
    """Whether somebody takes off what stands behind a word of lifting: رفع الدعم عن السكر."""
    return leads_to_from(words, place, "lifts", 2)


def leads_to_from(words: list[Word], place: int, use: str, ahead: int) -> bool:
    """Whether a word of one use that nothing negates has عن so many words behind it."""
    if words[place].stem not in around_negations(use) or place + ahead >= len(words):
        return False
    return words[place + ahead].stem in around_negations("from") and not (place and is_negating(words[place - 1].written))


@lru_cache(maxsize=KEPT)
def is_negating(form: str) -> bool:
    """Whether a written word negates; kept, since most words come again and again."""
    return negates(form)


def is_not_relative(text: str, words: list[Word], place: int) -> bool:
    """Whether ما stands at the head of a clause or behind a definite noun, and nothing takes it up again.

    What is somewhere is relative: في البئر ما يكفي.
    """
    behind = [word.stem for word in words[place + 1 : place + 1 + OPENED_WITHIN]]
    if not behind or behind[0] in around_negations("going_on") or set(behind) & around_negations("resumes"):
        return False
    if place > 1 and leads(text, words[place - 2]):
        return False
    before = words[place - 1] if place else None
    return before is None or not text[before.end : words[place].start].isspace() or ARTICLE in text[before.start : before.end][:4]


@cache
def around_negations(use: str) -> frozenset[str]:
    """Words of one use from the table of negations."""
    return frozenset(word.stem for row in said_table("negations.tsv") if row["use"] == use for word in words_of(row["form"]))


def tells(word: Word) -> bool:
    """Whether a word may be what is negated."""
    return not is_idle(word.stem) and weight_of(word.stem) > LEAST
