"""What the words of a text tell of each other, step by step, before anything is read: محمود ك|هربا, الوزير باسم الدوري."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache, lru_cache
from typing import NamedTuple

from qawl.arabic import lexicon
from qawl.arabic.acronyms import know_acronyms, know_lettered
from qawl.arabic.compounds import (
    know_compounds,
    know_custodians,
    know_lands,
    know_long_places,
    know_oaths,
    know_paired_names,
    know_towns,
    know_waves,
    lands_like_adjectives,
    paired_names,
)
from qawl.arabic.dotless import is_dotless, is_dotted, know_dotless, know_dotted
from qawl.arabic.letters import (
    BY,
    BYLINE_ENDS,
    FAITH,
    FATHER,
    FIRST_PERSON,
    GOD,
    ROUND,
    ROYAL,
    SANCTUARIES,
    SERVANT,
    SERVICES,
    STAFF,
    STANDS_IN,
    TAKE,
    WAVE,
)
from qawl.arabic.names.article import join_articles, small_words
from qawl.arabic.names.bylines import know_bylines
from qawl.arabic.names.closing import know_closing_surnames
from qawl.arabic.names.cut import is_clitic, join_again, join_cut_names
from qawl.arabic.names.enclosed import know_enclosed_names
from qawl.arabic.names.followers import know_followers, know_royal, may_follow
from qawl.arabic.names.initials import initials, know_initials, know_services, know_staffs
from qawl.arabic.names.led import (
    know_authors,
    know_called_fathers,
    know_led_given_names,
    know_led_names,
    know_national_authors,
    led_given,
    takes_l,
)
from qawl.arabic.names.placed import MAY_LEAD, know_held_names, know_placed_names, leads_source
from qawl.arabic.names.reigns import join_reigns, tens
from qawl.arabic.names.small import (
    SMALL,
    is_small,
    know_annas,
    know_conjunctions,
    know_led_fathers,
    know_small_names,
    know_titled_children,
)
from qawl.arabic.names.source import know_source_names
from qawl.arabic.names.spoken import know_spoken_surnames
from qawl.arabic.names.stroked import know_stroked_names
from qawl.arabic.names.syllables import know_syllables
from qawl.arabic.names.units import connectors, descents, dotted_names, family_syllables, known_abroad
from qawl.arabic.names.word_given import is_surely_given, know_titled_times, know_word_given_names
from qawl.arabic.names.word_offices import OTHER_WORDS, know_acting, know_womans_offices, know_word_offices, womans_offices
from qawl.arabic.names.word_surnames import know_namesakes, know_plain_surnames, know_word_surnames, may_be_surname
from qawl.arabic.people.latin import join_initials, know_latin_names
from qawl.arabic.places import Places


def know_joiners(tokens: Places, joiners: list[int]) -> None:
    """Keep where the words stand that join others in names: بن, عبد, الدين."""
    tokens.joiners = frozenset(joiners)


def know_marks(tokens: Places, marks: list[int]) -> None:
    """Keep where the marks stand and the lines end."""
    tokens.marks = marks


class Step(NamedTuple):
    """What is done with some words of a text, given their places in order.

    It asks about a word that has one of the classes of `kinds` or is one of the folded words of `keys`, if `asks` has nothing
    against its key and its classes."""

    do: Callable[[Places, list[int]], None]
    kinds: int = 0
    keys: Callable[[], Iterable[str]] = tuple
    asks: Callable[[str, int], bool] | None = None


# The steps in their order.
STEPS = (
    Step(know_led_names, lexicon.ACCORDING | lexicon.UTTERANCE, asks=takes_l),
    Step(know_led_given_names, keys=led_given),
    Step(know_authors, lexicon.CLOSES),
    Step(know_national_authors, lexicon.CLOSES, lambda: (ROUND[1],)),
    Step(know_long_places, keys=lambda: (*lexicon.long_places(), *lexicon.led_places())),
    Step(know_syllables, keys=family_syllables),
    Step(know_custodians, keys=lambda: (SANCTUARIES,)),
    Step(know_waves, keys=lambda: (WAVE[1],)),
    Step(know_oaths, keys=lambda: TAKE),
    Step(know_paired_names, keys=paired_names),
    Step(know_compounds, keys=lambda: (FAITH,)),
    Step(know_dotless, keys=dotted_names, asks=is_dotless),
    Step(know_dotted, keys=dotted_names, asks=is_dotted),
    Step(know_towns, lexicon.TOWN),
    Step(know_lands, keys=lands_like_adjectives),
    Step(know_acronyms, keys=lambda: (ROUND[0],)),
    Step(know_lettered, lexicon.LATIN),
    Step(know_annas, keys=lambda: (FIRST_PERSON,)),
    Step(know_led_fathers, keys=descents),
    Step(join_cut_names, lexicon.PREFIX, asks=is_clitic),
    Step(know_staffs, keys=lambda: (words[0] for words in STAFF)),
    Step(know_services, keys=lambda: SERVICES),
    Step(know_initials, keys=initials),
    Step(join_articles, keys=small_words),
    Step(join_reigns, keys=tens),
    Step(join_initials, lexicon.LATIN),
    Step(know_latin_names, lexicon.LATIN),
    Step(know_bylines, keys=lambda: BYLINE_ENDS),
    Step(know_placed_names, MAY_LEAD, asks=leads_source),
    Step(know_held_names, lexicon.OFFICE),
    Step(join_again, lexicon.PREFIX, asks=is_clitic),
    Step(know_called_fathers, keys=lambda: (BY + FATHER,)),
    Step(know_stroked_names, lexicon.TITLE),
    Step(know_closing_surnames, lexicon.NAME),
    Step(know_enclosed_names, lexicon.NAME, lambda: (SERVANT,)),
    Step(know_spoken_surnames, lexicon.SPEECH),
    Step(know_source_names, MAY_LEAD, asks=leads_source),
    Step(know_conjunctions, lexicon.CONJUNCTION),
    Step(know_small_names, SMALL, lambda: (GOD,), is_small),
    Step(know_titled_children, keys=descents),
    Step(know_word_offices, OTHER_WORDS),
    Step(know_womans_offices, keys=womans_offices),
    Step(know_acting, keys=lambda: STANDS_IN),
    Step(know_titled_times, lexicon.TIME),
    Step(know_word_given_names, lexicon.NAME, lambda: (SERVANT,), is_surely_given),
    Step(know_namesakes, keys=known_abroad),
    Step(know_plain_surnames, lexicon.NAME),
    Step(know_royal, keys=lambda: ROYAL[1:]),
    Step(know_followers, lexicon.FAMILY, asks=may_follow),
    Step(know_word_surnames, lexicon.DEFINITE, asks=may_be_surname),
    Step(know_joiners, keys=connectors),
    Step(know_marks, lexicon.PUNCTUATION | lexicon.BREAK),
)


# Of so many words with their classes it is kept which steps ask about them.
STEPS_KEPT = 1 << 14
ASKS = tuple(step.asks for step in STEPS)


@cache
def steps_of_keys() -> dict[str, frozenset[int]]:
    """Folded word -> the steps that may ask about it whatever its classes."""
    named: dict[str, set[int]] = {}
    for number, step in enumerate(STEPS):
        for key in tuple(step.keys()):
            named.setdefault(key, set()).add(number)
    return {key: frozenset(numbers) for key, numbers in named.items()}


@cache
def steps_of_kind(kind: int) -> frozenset[int]:
    """The steps that may ask about a word of these classes whatever it is."""
    return frozenset(number for number, step in enumerate(STEPS) if kind & step.kinds)


@lru_cache(maxsize=STEPS_KEPT)
def steps_asking(key: str, kind: int) -> tuple[int, ...]:
    """Which steps ask about a word of this key and these classes."""
    able, named = steps_of_kind(kind), steps_of_keys()
    if key in named:
        able |= named[key]
    return tuple([number for number in able if not (asks := ASKS[number]) or asks(key, kind)]) if able else ()
