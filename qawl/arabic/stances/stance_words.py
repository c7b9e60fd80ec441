"""The words of stance in a passage: verbs that tell how one party stands towards another, and the nouns through which they do."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from qawl.arabic.forms import NONE, Form, Met, forms
from qawl.arabic.frames.scene import Scene
from qawl.arabic.letters import FUTURE, WE_DO, fold
from qawl.arabic.lexicon import DEMONSTRATIVE, PREFIX, PRONOUN, PUNCTUATION
from qawl.arabic.tokens import Tokens
from qawl.tables import table

TABLE = "stance_words.tsv"
# How a row tells a stance, as its column `by` says.
TELLS, HOLDS, ENVOYS, MAKES, WANTS, READY, VOICES, BOND, DEED = (
    "tells", "holds", "envoys", "makes", "wants", "ready", "voices", "bond", "deed",
)  # fmt: skip
# The rows of which a verb, a participle or a noun wakes the rules.
VERBS = frozenset((TELLS, HOLDS, ENVOYS, MAKES, WANTS, VOICES))
US = "us"
# What is no verb, whatever it looks like: هنا, which folds as هنأ does.
SMALL = PRONOUN | DEMONSTRATIVE | PREFIX | PUNCTUATION


class Word(NamedTuple):
    """A word of stance as a token, and what the table has for it; in the form of نريد its gender is `us`."""

    place: int
    form: Form

    @property
    def is_ours(self) -> bool:
        """Whether those speak whose stance it is: نريد، سنرحب."""
        return self.form.gender == US


@cache
def stance_forms() -> Met[Form]:
    """Folded form -> what it may be; those of نحن too."""
    own: dict[str, tuple[Form, ...]] = {}
    for row in table(TABLE):
        if row["imperfect"] != NONE:
            ours = WE_DO + row["imperfect"][1:]
            for form, tense in ((ours, "imperfect"), (FUTURE + ours, "future")):
                own[fold(form)] = (Form(row, tense, US, "p"), *own.get(fold(form), ()))
    return Met(lambda key: (*own.get(key, ()), *forms(TABLE).get(key)))


@cache
def waking() -> Met[Form]:
    """The forms that wake a rule, each with what it may be that does: حرص is a verb and a noun."""
    return Met(lambda key: tuple(filter(wakes, stance_forms().get(key))))


def wakes(form: Form) -> bool:
    """Whether a form by itself may tell a stance: a finite verb without an object of its own, مستعد, حرص."""
    by = form.row["by"]
    if form.is_finite:
        return by in VERBS and not form.pronoun and form.tense != "passive"
    return (by == READY and form.tense == "participle") or (by == WANTS and form.tense == "noun")


def stance_words(scene: Scene) -> list[Word]:
    """The words of a passage that may tell a stance, in order, each with all that it may be."""
    known, kinds = waking(), scene.tokens.kinds
    found = known.places(scene.tokens)
    return [Word(place, form) for place in found if not kinds[place] & SMALL for form in known[scene.tokens.keys[place]]]


def noun_by(tokens: Tokens, place: int, by: str) -> Form | None:
    """What the word at `place` is by a row of this kind, as a noun or a participle; None for others."""
    may_be = stance_forms().get(tokens.keys[place])
    return next((form for form in may_be if form.row["by"] == by and not form.is_finite), None)
