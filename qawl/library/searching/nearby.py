"""What a query finds beside its own words: other names of an office, forms that look like a slip, names that sound as typed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cache

from msgspec.structs import replace

from qawl.arabic.letters import ADDRESSING, ARTICLE, CONJUNCTIONS, DOTTED_TWINS, PREPOSITIONS, TA_MARBUTA, fold
from qawl.arabic.lexicon import word_classes
from qawl.arabic.ordinary import affixes, frequencies
from qawl.arabic.world.offices import offices
from qawl.library.searching.latin import latin_words, names_like
from qawl.library.searching.queries import Asked, Query, Run, Slot, run_of

# A longer query is not widened: it is a text, and who looks for a text knows its words.
LONGEST_QUERY = 24
# So many letters has a word at least that may stand with a prefix, and what a prefix leaves.
SHORTEST_PREFIXED = 4
# The prefixes of nouns and names, one or two of them.
_PREFIXES = tuple(joiner + prefix for joiner in ("", *CONJUNCTIONS) for prefix in ("", *PREPOSITIONS) if joiner or prefix)
# A slip has so many letters at least: shorter words have too many neighbours.
SHORTEST_SLIP = 5
# What an ending leaves of a word has so many letters at least, else it may be anything.
SHORTEST_STEM = 4
_TWINS = {letter: twins.replace(letter, "") for twins in DOTTED_TWINS for letter in twins}

Names = tuple[tuple[Slot, ...], ...]


# -- prefixes


def with_prefixes(query: Query, stands: Callable[[str], bool]) -> Query:
    """The query whose words may also stand with a prefix that nothing tells from the word: بتظاهره beside تظاهره.

    A prefix stays on a word that general text hardly has. So such a form of a query's word, which no list knows, is the word too.
    """
    if query.mode == "exact":
        return query
    return replace(query, any_of=tuple(_with_prefixes(asked, stands) if is_short(asked) else asked for asked in query.any_of))


def _with_prefixes(asked: Asked, stands: Callable[[str], bool]) -> Asked:
    must_not = tuple(_fit_run(run, stands, prefixed) for run in asked.must_not[:LONGEST_QUERY])
    return replace(_fit(asked, stands, prefixed), must_not=(*must_not, *asked.must_not[LONGEST_QUERY:]))


def prefixed(word: str) -> Iterator[str]:
    """The forms of a word with a prefix that no list knows; what is left where the word itself is such a form of a known one.

    Of a name in ل behind ل the first letter is taken for the article: لليلونغوي is يلونغوي.
    """
    if len(word) < SHORTEST_PREFIXED or not is_arabic(word):
        return
    yield from (form for form in (prefix + word for prefix in _PREFIXES) if is_unknown(form))
    if word.startswith(ADDRESSING) and is_unknown(word[1:]):
        yield word[1:]
    if is_unknown(word):
        yield from (word[len(prefix) :] for prefix in _PREFIXES if word.startswith(prefix) and is_known_rest(word[len(prefix) :]))


def is_known_rest(rest: str) -> bool:
    """Whether what a prefix leaves is a word that the lists know."""
    return len(rest) >= SHORTEST_PREFIXED and not is_unknown(rest)


def is_arabic(word: str) -> bool:
    """Whether a word is letters of Arabic alone: no number, no month, no other script."""
    return word.isalpha() and not word.isascii()


# -- offices


def with_synonyms(query: Query) -> Query:
    """The query, and behind it the same with the other names of the offices that it names: الأمين العام for السكرتير العام."""
    if query.mode == "exact":
        return query
    others = (other for asked in query.any_of if is_short(asked) for other in _renamed(asked, query))
    return replace(query, any_of=tuple(dict.fromkeys((*query.any_of, *others))))


def is_short(asked: Asked) -> bool:
    """Whether there are so few words that others may stand for them."""
    return sum(len(run.slots) for run in asked.must) <= LONGEST_QUERY


def _renamed(asked: Asked, query: Query) -> Iterator[Asked]:
    """What is asked, each time with another name in the place of an office that is named side by side or within a phrase."""
    for start, stop, run, inside in _offices_in(asked, query):
        for name in office_names(query.mode)[run.slots[slice(*inside)]]:
            other = Run((*run.slots[: inside[0]], *name, *run.slots[inside[1] :]), run.beginning)
            yield replace(asked, must=(*asked.must[:start], other, *asked.must[stop:]))


def _offices_in(asked: Asked, query: Query) -> Iterator[tuple[int, int, Run, tuple[int, int]]]:
    """Where an office is named: from which run to which, all of them as one run, and its slots in it. Of two the longer one."""
    start = 0
    while start < len(asked.must):
        run = asked.must[start]
        stop = start + 1
        if len(run.slots) == 1 and not run.beginning:
            while stop < len(asked.must) and len(asked.must[stop].slots) == 1 and not asked.must[stop].beginning:
                stop += 1
            joined = Run(tuple(single.slots[0] for single in asked.must[start:stop]))
            for first, last in _windows(joined, query):
                yield start + first, start + last, Run(joined.slots[first:last]), (0, last - first)
        else:
            yield from ((start, stop, run, window) for window in _windows(run, query))
        start = stop


def _windows(run: Run, query: Query) -> Iterator[tuple[int, int]]:
    """The stretches of a run that name an office."""
    names, place = office_names(query.mode), 0
    while place < len(run.slots):
        lengths = range(min(_longest(query.mode), len(run.slots) - place), 0, -1)
        length = next((length for length in lengths if run.slots[place : place + length] in names), 0)
        if length:
            yield place, place + length
        place += length or 1


@cache
def office_names(mode: str) -> dict[tuple[Slot, ...], Names]:
    """A name of an office, word by word -> its other names."""
    found: dict[tuple[Slot, ...], Names] = {}
    for office in offices():
        runs = [run_of(name, "strict" if mode == "strict" else "folded") for name in (office.name, *office.others)]
        names = tuple(dict.fromkeys(run.slots for run in runs if run))
        for name in names:
            found.setdefault(name, tuple(other for other in names if other != name))
    return found


@cache
def _longest(mode: str) -> int:
    return max(map(len, office_names(mode)))


# -- slips


def with_slips(query: Query, stands: Callable[[str], bool]) -> Query:
    """The query whose words may also be what looks like a slip for them; `stands` tells whether a form stands in any page."""
    if query.mode == "exact":
        return query
    return replace(query, any_of=tuple(_fit(asked, stands, slips_of) if is_short(asked) else asked for asked in query.any_of))


def _fit(asked: Asked, stands: Callable[[str], bool], forms_of: Callable[[str], Iterable[str]]) -> Asked:
    """What is asked, each of its words also in the other forms that stand anywhere."""
    return replace(asked, must=tuple(_fit_run(run, stands, forms_of) for run in asked.must))


def _fit_run(run: Run, stands: Callable[[str], bool], forms_of: Callable[[str], Iterable[str]]) -> Run:
    last = len(run.slots) - run.beginning
    slots = (tuple(dict.fromkeys((*slot, *filter(stands, forms_of(slot[0]))))) for slot in run.slots[:last])
    return replace(run, slots=(*slots, *run.slots[last:]))


def slips_of(word: str) -> tuple[str, ...]:
    """The forms that may be a slip for a word: its neighbours of five letters or more that no list knows.

    Of one that begins as و does before a word, the rest too: that is what the index has of وراره for وزاره.
    """
    if not is_arabic(word):
        return ()
    forms = [form for form in dict.fromkeys(neighbours(word)) if is_slip(form, word)]
    rests = (form[1:] for form in forms if form[0] in CONJUNCTIONS)
    return (*forms, *(rest for rest in rests if len(rest) >= SHORTEST_PREFIXED and is_unknown(rest)))


def is_slip(form: str, word: str) -> bool:
    """Whether a neighbour of a word is no word, nor one with another ending (تفجيرا beside تفجيرات); no ending doubles a letter."""
    if len(form) < SHORTEST_SLIP or form == word or not is_unknown(form):
        return False
    return len(form) > len(word) or not is_inflected(form)


def is_inflected(form: str) -> bool:
    """Whether a form is a word that general text knows, with an ending of ordinary words."""
    known = frequencies()
    stems = (form.removesuffix(ending) for ending in affixes("after") if form.endswith(ending))
    return form + TA_MARBUTA in known or any(
        len(stem) >= SHORTEST_STEM and (stem in known or stem + TA_MARBUTA in known) for stem in stems
    )


def neighbours(word: str) -> Iterator[str]:
    """The forms that differ from a word by one letter's dots, one letter missing or doubled, or two swapped: حكماء, جكماء."""
    for place, letter in enumerate(word):
        before, behind = word[:place], word[place + 1 :]
        yield from (before + twin + behind for twin in _TWINS.get(letter, ""))
        yield before + behind
        yield before + letter + word[place:]
        if behind:
            yield before + behind[0] + letter + behind[1:]


def is_unknown(form: str) -> bool:
    """Whether neither the frequency list nor the tables know a form, with its article or without."""
    key = fold(form)
    return not any(known in frequencies() or known in word_classes() for known in (key, ARTICLE + key))


# -- names in Latin letters


def with_latin(query: Query, stands: Callable[[str], bool]) -> Query:
    """The query whose words in Latin letters may also be the names that sound so, as far as they stand anywhere."""
    if query.mode == "exact":
        return query
    return replace(query, any_of=tuple(replace(asked, must=_sounding_runs(asked.must, stands)) for asked in query.any_of))


def _sounding_runs(runs: tuple[Run, ...], stands: Callable[[str], bool]) -> tuple[Run, ...]:
    found = (_sounding(run, stands) for run in runs)
    return tuple(run for run in found if run.slots) or runs


def _sounding(run: Run, stands: Callable[[str], bool]) -> Run:
    if run.beginning:
        return run
    return replace(run, slots=tuple(slot for word in run.slots for slot in _sounding_slots(word, stands)))


def _sounding_slots(slot: Slot, stands: Callable[[str], bool]) -> Iterator[Slot]:
    word = slot[0]
    if not (word.isascii() and word.isalpha()):
        yield slot
        return
    for part in latin_words(word):
        yield (part, *(name for name in names_like(part) if stands(name)))
