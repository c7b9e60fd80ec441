"""Where a word of an action stands, and in which sense: a verb or a noun of `acts.tsv` with the company that its row asks for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from qawl.arabic.actions.words import acts, frames, is_a, keys_of, led_acts
from qawl.arabic.forms import Form
from qawl.arabic.letters import ALEF, CONJUNCTIONS, DAMMA, SO, TANWIN_ALEF, WRITTEN_TA_MARBUTA, bare_key
from qawl.arabic.lexicon import OPENS, PREFIX, PREPOSITION
from qawl.arabic.passage import Passage
from qawl.arabic.where import words_where

# How far the words that a sense asks for may stand before and behind; who fills a street is told at more length.
BEFORE, BEHIND, BEHIND_STREET = 7, 12, 12
# How an accusative is written, which no verb is: فجرا with its mark before or behind the alef.
TANWIN_ENDS = (TANWIN_ALEF, TANWIN_ALEF[::-1])


class Trigger(NamedTuple):
    """A word of an action at `place`: its form, and its first token, which is one before where ف is a letter of it: ف جرت.

    ``lead`` is the preposition that is written as one word with a noun: بطعن.
    """

    place: int
    form: Form
    first: int
    lead: str = ""

    @property
    def is_verb(self) -> bool:
        """Whether it is a finite verb, and no noun."""
        return self.form.is_finite

    @property
    def plover(self) -> str:
        """The root code of its row."""
        return self.form.row["plover"]


def triggers(passage: Passage) -> Iterator[Trigger]:
    """The words of actions of a passage in order, each in the first sense whose company is there."""
    known, led = acts().get, led_acts().get
    keys = passage.tokens.keys
    for place in words_where(passage.tokens, may_trigger):
        key = keys[place]
        if may_be := known(key):
            yield from trigger_at(passage, place, place, may_be)
        elif may_be := led(key):
            yield from (trigger._replace(lead=key[0]) for trigger in trigger_at(passage, place, place, may_be))
        elif key == SO and place + 1 < len(passage.tokens) and (may_be := known(SO + keys[place + 1])):
            yield from trigger_at(passage, place + 1, place, tuple(form for form in may_be if form.is_finite))


def may_trigger(key: str) -> bool:
    """Whether a word may be one of actions, behind a preposition or ف too: هاجم, بهجوم."""
    return bool(acts().get(key) or led_acts().get(key) or key == SO)


def trigger_at(passage: Passage, place: int, first: int, forms: tuple[Form, ...]) -> Iterator[Trigger]:
    """The word at `place` in the first of the forms that fits there, if one does and the text is no chrome."""
    if not passage.is_chrome(place) and (found := next((form for form in forms if fits(passage, place, form)), None)):
        yield Trigger(place, found, first)


def fits(passage: Passage, place: int, form: Form) -> bool:
    """Whether a word may be this form where it stands, in the sense of its row."""
    if form.is_finite and is_behind_preposition(passage, place):
        return False
    if passage.text[passage.tokens.ends[place] - 2 : passage.tokens.ends[place]] in TANWIN_ENDS and form.is_finite:
        return False
    if not is_spelt(passage, place, form):
        return False
    if form.is_finite and place and is_noun_behind_frame(passage, place):
        return False
    if form.tense == "noun" and is_verb_there(passage, place, form):
        return False
    first = max(passage.sentence_start(place), place - BEFORE)
    behind = BEHIND_STREET if form.row["sense"] == "street" else BEHIND
    stop = min(passage.sentence_stop(place), place + behind)
    near = passage.tokens.keys[first:place] + passage.tokens.keys[place + 1 : stop]
    needs, unless = keys_of(form.row["needs"]), keys_of(form.row["unless"])
    return (not needs or holds(near, needs)) and not (unless and holds([*near, *map(without_tanwin, near)], unless))


def without_tanwin(key: str) -> str:
    """A key without the alef of its accusative: خطف | فوزا ثمينا."""
    return key.removesuffix(ALEF)


def is_noun_behind_frame(passage: Passage, place: int) -> bool:
    """Whether a word that may be a noun stands right behind a verb that takes one: نفذت | قصفا."""
    keys = passage.tokens.keys
    noun = any(form.tense == "noun" for form in acts().get(keys[place]))
    return noun and any(frame.is_finite and frame.row["role"] in ("does", "suffers") for frame in frames().get(keys[place - 1]))


def is_spelt(passage: Passage, place: int, form: Form) -> bool:
    """Whether a form may be spelt as the word is: a pronoun is no ة (تظاهرة, قتلة)."""
    return not (form.pronoun and passage.tokens.surface(place, place + 1).endswith(WRITTEN_TA_MARBUTA))


def holds(near: list[str], keys: frozenset[str]) -> bool:
    """Whether one of the keys stands there, with its article or without."""
    return any(key in keys or bare_key(key) in keys for key in near)


def is_behind_preposition(passage: Passage, place: int) -> bool:
    """Whether a preposition stands right before, or what does a verbal noun: في قتل، بقتل، تم قتل."""
    before = place - 1
    while before >= 0 and passage.tokens.kinds[before] & OPENS:
        before -= 1
    if before < 0:
        return False
    kind, key = passage.tokens.kinds[before], passage.tokens.keys[before]
    if kind & PREFIX:
        return key not in CONJUNCTIONS
    return bool(kind & PREPOSITION) or any(is_a(key, name) for name in ("done", "unreal", "carrier", "became"))


def is_verb_there(passage: Passage, place: int, form: Form) -> bool:
    """Whether a word that is the perfect and the noun of one row is the perfect: nothing that takes the noun stands before it."""
    others = (other for other in acts().get(passage.tokens.keys[place]) if other.row is form.row)
    if not any(other.is_finite and is_spelt(passage, place, other) for other in others) or is_behind_preposition(passage, place):
        return False
    before = passage.tokens.keys[place - 1] if place else ""
    return not any(frame.is_finite for frame in frames().get(before))


def is_marked_passive(passage: Passage, place: int) -> bool:
    """Whether the first letter carries the vowel of the passive: قُتل، يُقتلون."""
    return passage.tokens.surface(place, place + 1)[1:2] == DAMMA
