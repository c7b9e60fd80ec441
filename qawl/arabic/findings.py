"""What a rule of reporting finds, as tokens."""

from __future__ import annotations

from typing import NamedTuple

from qawl.arabic.phrases.phrase import Phrase
from qawl.arabic.quotes import Quote
from qawl.arabic.verbs import Reading

Range = tuple[int, int]
# The rule of a finding that says nothing and only tells who is in focus.
TURN = "turn"
# The rule of a verb that calls for something or warns of it without a clause.
CALL = "call"
# Whose source is the one asked in the conversation that the page is; a placed answer is dropped where nobody can be told.
ASKED = "asked"
PLACED = "answer_placed"


class Opening(NamedTuple):
    """Where what was said begins, and what stands between it and the cue: tokens ``gap`` (exclusive) to ``start``."""

    gap: int
    start: int
    by: str
    quote: Quote | None


class Finding(NamedTuple):
    """A saying as tokens: cue, phrase of the source, pieces of content; ``form`` is how the text refers to the speaker.

    ``open_end`` is True while the end of the content is not settled. ``reading`` is what the cue's form tells, ``via`` who relays,
    ``told`` whom it was told where that is the verb's object, ``within`` the place of the saying in whose content this one stands.
    """

    rule: str
    place: int
    cue: Range | None
    reading: Reading | None
    source: Phrase | None
    content: tuple[Range, ...]
    form: str
    open_end: bool = False
    via: Phrase | None = None
    told: Phrase | None = None
    within: int | None = None
