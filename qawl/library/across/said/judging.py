"""Whether two statements are one saying: the same speaker, the same occasion, the same content. A pure function."""

from __future__ import annotations

from datetime import date
from typing import Literal, NamedTuple

from qawl.library.across.said.contents import Content, content_of
from qawl.library.across.said.matches import Matches, matches_of
from qawl.library.across.said.outlines import Outline, most_shared
from qawl.library.across.said.speakers import Agreement, Voice, agreement

# `same`; `apart`: nothing speaks for it; `conflict`: something speaks against it, so that the two are never in one cluster.
Verdict = Literal["same", "apart", "conflict"]
Reason = Literal[
    "article", "speaker", "day", "number", "negation", "denial", "opposite", "place", "other_words", "words", "few_words",
]  # fmt: skip
# So much of the words of the one that tells less must stand in the other, by how sure it is that the speaker is the same.
ENOUGH: dict[Agreement, float] = {"same": 0.29, "perhaps": 0.38, "unknown": 0.9, "nobody": 2.0, "other": 2.0}
LEAST_SHARE = min(ENOUGH.values())
# Weights are kept with six digits.
NEARLY = 1 - 1e-6
# So much where the pages are some days apart; and so much of both where nobody is named.
LATER_ENOUGH, OF_BOTH = 0.75, 0.85
# Where less than a good part of the one stands in the other, the other one must not tell much more.
PART, ALIKE = 0.55, 0.255
# What both have must weigh so much: two words of some rarity; where nobody is named, so many words.
LEAST_WEIGHT, LEAST_UNNAMED = 6.0, 5
# One word in common tells what two speak of and not what they say of it.
LEAST_WORDS = 2
# Pages so many days apart tell of one occasion; of those so many apart only where most words are the same; later ones never.
NEAR_DAYS, LATER_DAYS = 3, 10
# Two contents of which so much is the same have something in place of something else, if a word differs.
FRAME = 0.45
# From this share on they tell of the same matter, so that other numbers, negations and places speak against it.
MATTER = 0.3


class Told(NamedTuple):
    """A statement as it is compared: ``day`` is when it was said, else published; ``article`` that of its page."""

    text: str
    voice: Voice
    day: date | None
    denied: bool
    article: str | None

    @property
    def content(self) -> Content:
        """What it holds."""
        return content_of(self.text)


class Judgement(NamedTuple):
    """Whether two are one saying, and why; how much of the shorter stands in the other, and how like they are (0 to 1)."""

    verdict: Verdict
    share: float
    score: float
    reasons: tuple[Reason, ...]


def same_saying(a: Told, b: Told) -> Judgement:
    """Whether two statements are one saying; the same whichever comes first."""
    who = agreement(a.voice, b.voice)
    if who == "other":
        return Judgement("conflict", 0.0, 0.0, ("speaker",))
    found = matches_of(a.content, b.content)
    score = (found.share + found.of_both) / 2
    against = reasons_against(a, b, found)
    if against:
        return Judgement("conflict", found.share, score, against)
    if not is_enough(a, b, who, found):
        return Judgement("apart", found.share, score, ("few_words",))
    return Judgement("same", found.share, score, ("article", "words") if same_article(a, b) else ("words",))


def may_be_same(a: Outline, kept: bytes) -> bool:
    """Whether it is worth while to ask if two statements are one saying: a look, without their words being matched."""
    less, more, weight = (most / NEARLY for most in most_shared(a, kept))
    return more >= LEAST_SHARE and are_like(more, less) and (weight >= LEAST_WEIGHT or less >= OF_BOTH)


def same_article(a: Told, b: Told) -> bool:
    """Whether the pages of two statements are one article."""
    return a.article is not None and a.article == b.article


def is_enough(a: Told, b: Told, who: Agreement, found: Matches) -> bool:
    """Whether so much of the words is the same as it takes."""
    if found.counts_alone or found.matter_alone or found.agreeing < LEAST_WORDS:
        return False
    if same_article(a, b) and who in ("unknown", "nobody"):
        return found.of_both >= OF_BOTH
    if who == "unknown":
        return found.of_both >= OF_BOTH and min(len(a.content.units), len(b.content.units)) >= LEAST_UNNAMED
    enough = ENOUGH[who]
    if not same_article(a, b) and days_apart(a, b) > NEAR_DAYS:
        enough = LATER_ENOUGH
    whole = found.of_both >= OF_BOTH
    return found.share >= enough and are_like(found.share, found.of_both) and (found.weight >= LEAST_WEIGHT or whole)


def are_like(share: float, of_both: float) -> bool:
    """Whether a good part of the shorter one stands in the longer, or the longer does not tell much more."""
    return share >= PART or share + of_both >= 2 * ALIKE


def days_apart(a: Told, b: Told) -> int:
    """How many days lie between two statements; of one without a day, as if they were some days apart."""
    return abs((a.day - b.day).days) if a.day and b.day else NEAR_DAYS + 1


def reasons_against(a: Told, b: Told, found: Matches) -> tuple[Reason, ...]:
    """What speaks against their being one."""
    reasons: list[Reason] = []
    if not same_article(a, b) and a.day and b.day and days_apart(a, b) > LATER_DAYS:
        reasons.append("day")
    if found.share < MATTER:
        return tuple(reasons)
    if found.numbers:
        reasons.append("number")
    if found.opposites:
        reasons.append("opposite")
    if a.denied != b.denied:
        if not denies_back(a, b):
            reasons.append("denial")
    elif found.negated_in_one:
        reasons.append("negation")
    if found.other_places:
        reasons.append("place")
    if found.of_others or (found.replaced and found.frame >= FRAME):
        reasons.append("other_words")
    return tuple(reasons)


def denies_back(a: Told, b: Told) -> bool:
    """Whether what one page tells as denied the other tells negated: نفى أن يكون, قال إنه ليس."""
    denied, plain = (a, b) if a.denied else (b, a)
    return plain.content.negations > denied.content.negations
