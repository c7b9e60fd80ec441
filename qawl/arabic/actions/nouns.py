"""Where the noun phrase of somebody or something that was met begins and ends: 12 شخصا، دورية للشرطة، مسلحون مجهولون | شرطيا."""

from __future__ import annotations

from qawl.arabic.actions.words import acts, frames, is_a
from qawl.arabic.findings import Range
from qawl.arabic.letters import (
    ADDRESSING,
    ALEF,
    ARTICLE,
    CONJUNCTIONS,
    CONSTRUCT,
    DUAL,
    IMPERFECT_HEADS,
    IN,
    NISBA,
    OBLIQUE,
    OF,
    OPEN_TA,
    PLURAL_INDICATIVE,
    PLURALS,
    TO_THE,
    VERB_PLURAL,
)
from qawl.arabic.lexicon import (
    ANY_NAME,
    BODY,
    DEFINITE,
    DOCUMENT,
    FUNCTION,
    HUMAN,
    NAME,
    NUMBER,
    ODD,
    ONE_OF,
    OPENS,
    PLACES,
    PREFIX,
    PUNCTUATION,
    QUANTITY,
    ROUGHLY,
    SATED,
    SPEECH,
    TIME,
    may_say,
)
from qawl.arabic.ordinary import frequencies, is_feminine_verb, is_only_imperfect, is_verb
from qawl.arabic.passage import Passage
from qawl.arabic.phrases.entities import read_source
from qawl.arabic.phrases.subjects import bare_of_alef

# How many tokens a phrase has at most.
LONGEST = 9
# A word in ان that is met with the article so often is no dual: طيران.
SINGULAR_FROM = 1000
NAMED = ANY_NAME | PLACES
PARTY = HUMAN | BODY | DOCUMENT
COUNTS = NUMBER | QUANTITY | ONE_OF | ROUGHLY
NO_NOUN = (FUNCTION & ~OPENS) | PREFIX | PUNCTUATION | TIME


def noun_range(passage: Passage, place: int, stop: int | None = None) -> Range | None:
    """The noun phrase that begins at `place`, opened by a mark or not, and ends before `stop`; None where none can begin."""
    tokens = passage.tokens
    limit = min(len(tokens), passage.sentence_stop(place), place + LONGEST, stop or len(tokens)) if place < len(tokens) else 0
    if place < limit and tokens.kinds[place] & OPENS:
        place += 1
    if place >= limit or not is_nominal(passage, place):
        return None
    phrase = read_source(tokens, place, limit)
    if phrase and phrase.named and phrase.first == place:
        return place, first_mark(passage, place, phrase.stop)
    end = place + 1
    while end < limit and (step := goes_on(passage, place, end)):
        end += step
    return place, min(end, limit)


def first_mark(passage: Passage, first: int, stop: int) -> int:
    """Where the name that begins a range ends: before a mark, و, a verb of the tables or a place."""
    kinds, keys = passage.tokens.kinds, passage.tokens.keys
    for at in range(first + 1, stop):
        if kinds[at] & PUNCTUATION or keys[at] in CONJUNCTIONS or is_a(keys[at], "edge") or keys[at] in acts():
            return at
    return stop


def is_nominal(passage: Passage, place: int) -> bool:
    """Whether a noun can stand at `place`: no small word, no mark, no time, no verb that the tables know."""
    kind, key = passage.tokens.kinds[place], passage.tokens.keys[place]
    if kind & (NUMBER | QUANTITY | ONE_OF | ROUGHLY):
        return True
    if (
        kind & (NO_NOUN | SATED)
        or is_only_imperfect(key)
        or (kind & SPEECH and not kind & DEFINITE and may_say(key))
        or is_a(key, "edge")
        or is_a(key, "self")
    ):
        return False
    known = (*acts().get(key), *frames().get(key))
    return not any(form.is_finite for form in known) or any(form.tense == "noun" for form in known)


def goes_on(passage: Passage, first: int, at: int) -> int:
    """How many tokens at `at` go on with the phrase from `first`: an adjective, an owner, من behind a number, ل behind a noun."""
    tokens = passage.tokens
    kind, key, before = tokens.kinds[at], tokens.keys[at], tokens.kinds[at - 1]
    if leads_on(passage, first, at):
        return 2
    if is_a(key, "single"):
        return 1
    if is_a(key, "edge") or is_a(key, "self") or is_a(key, "count") or (kind & DEFINITE and is_a(key, "force")):
        return 0
    if not is_nominal(passage, at) or (key not in acts() and is_finite_word(passage, at)):
        return 0
    if (before & COUNTS and not before & DEFINITE) or is_a(tokens.keys[at - 1], "count"):
        return 1
    if kind & COUNTS and not kind & NAMED:
        return 0
    if tokens.keys[at - 1].endswith(CONSTRUCT) and before & ODD and not before & DEFINITE:
        return 1
    if before & (DEFINITE | NAMED):
        accusative = key.endswith(ALEF) and not kind & (DEFINITE | NAME) and bare_of_alef(key)
        return int(bool(kind & (DEFINITE | NAMED)) and not accusative)
    return int(agrees(tokens.keys[first], tokens.keys[at - 1], key, bool(kind & DEFINITE)))


def leads_on(passage: Passage, first: int, at: int) -> bool:
    """Whether a small word and the noun behind it go on: اثنين | من جنوده، دورية | للشرطة، ضابطا | في الشرطة."""
    tokens = passage.tokens
    if at + 1 >= len(tokens) or not is_nominal(passage, at + 1):
        return False
    key, before = tokens.keys[at], tokens.kinds[at - 1]
    if key == OF:
        return (
            bool(tokens.kinds[first] & COUNTS)
            or is_a(tokens.keys[first], "count")
            or (tokens.keys[at - 1].endswith(PLURALS) and not is_a(tokens.keys[at - 1], "hurt"))
        )
    if tokens.kinds[at] & PREFIX and key in (ADDRESSING, TO_THE) and tokens.keys[at + 1] not in acts():
        return not before & (DEFINITE | NAMED | COUNTS)
    return key == IN and not before & (DEFINITE | NAMED) and bool(tokens.kinds[at + 1] & BODY and tokens.kinds[at + 1] & DEFINITE)


def agrees(first: str, before: str, key: str, definite: bool) -> bool:
    """Whether a noun behind an indefinite one belongs to it: مسلحون | مجهولون, but not مسلحون | شرطيا nor مسلحون | القنصل."""
    if before.endswith(PLURAL_INDICATIVE):
        return key.endswith(PLURAL_INDICATIVE)
    if before.endswith(DUAL) and len(before) > len(DUAL) + 2 and frequencies().get(ARTICLE + before, 0) < SINGULAR_FROM:
        return key.endswith(DUAL)
    if before.endswith(NISBA) and not definite and not key.endswith((*NISBA, *PLURALS, ALEF)):
        return False
    if key.endswith(OBLIQUE) and not key.endswith(NISBA[0] + OBLIQUE) and not definite and not before.endswith(PLURALS):
        return False
    if key.endswith(ALEF) and not definite:
        return first.endswith(ALEF) or before.endswith(ALEF)
    return True


def is_finite_word(passage: Passage, place: int) -> bool:
    """Whether a word that no table of actions knows is a verb by its form, and no noun that is met with the article more often."""
    kind, key = passage.tokens.kinds[place], passage.tokens.keys[place]
    if not kind & (NAME | DEFINITE) and key.endswith(VERB_PLURAL) and len(key) > len(VERB_PLURAL) + 2:
        return True
    if kind & (DEFINITE | NAMED | NUMBER | PARTY) or key.endswith(ALEF):
        return False
    known = frequencies()
    as_verb = max(known.get(IMPERFECT_HEADS[0] + stem, 0) for stem in (key, key.removesuffix(OPEN_TA)))
    article = known.get(ARTICLE + key, 0)
    feminine = key.endswith(OPEN_TA) and as_verb > 0 and not article
    return feminine or ((is_verb(key) or is_feminine_verb(key)) and article <= as_verb)
