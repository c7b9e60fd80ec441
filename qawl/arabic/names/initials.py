"""Initials in names, with their dots or written out, and letters of ranks: روبرت أ. ميلر، ج. ك. رولاند، جون إف كيندال; لواء أ.ح."""

from __future__ import annotations

from functools import cache

from qawl.arabic import lexicon
from qawl.arabic.letters import INITIAL_LETTERS, STAFF, TITLE_LETTERS, fold
from qawl.arabic.names.units import known_abroad
from qawl.arabic.ordinary import is_no_noun
from qawl.arabic.places import Places
from qawl.tables import table

DOT = "."
# So many initials in a row open a name where a single one may be a word: جي دي.
LEAST = 2


@cache
def spoken_letters() -> frozenset[str]:
    """Letters of the Latin script as they are written out, with their seats: إف، جيه."""
    return frozenset(row["form"] for row in table("initials.tsv"))


@cache
def initials() -> frozenset[str]:
    """Folded words that may be initials."""
    return frozenset(fold(form) for form in (*spoken_letters(), *INITIAL_LETTERS))


def know_staffs(tokens: Places, staffs: list[int]) -> None:
    """The words for the staff behind a rank are of the rank: اللواء | أركان حرب | سالم، العميد | أ.ح | سالم."""
    for place in staffs:
        words = (tokens.keys[place], *tokens.keys[place + 1 : place + 2])
        if place and words in STAFF and tokens.kinds[place - 1] & (lexicon.TITLE | lexicon.RANK):
            tokens.turn(place, lexicon.RANK)
            tokens.turn(place + 1, lexicon.RANK)


def know_services(tokens: Places, services: list[int]) -> None:
    """The service between a rank and a given name is of the rank: اللواء | أمن | سالم."""
    for place in services:
        before, after = tokens.kinds[place - 1] if place else 0, tokens.kinds[place + 1]
        ranked = before & lexicon.RANK or (before & lexicon.TITLE and before & lexicon.DEFINITE)
        if ranked and after & lexicon.NAME and not after & lexicon.DEFINITE:
            tokens.turn(place, lexicon.RANK)


def know_initials(tokens: Places, letters: list[int]) -> None:
    """Make names of the initials between names, or before a surname where several of them open the name."""
    stop = 0
    for first in letters:
        if first < stop or not is_initial(tokens, first):
            continue
        stop = first + 1
        while stop < len(tokens) and is_initial(tokens, stop):
            stop += 1
        if goes_on(tokens, stop) and (is_behind_foreign(tokens, first) or opens_name(tokens, first, stop)):
            for place in range(first, stop if tokens.kinds[stop] else stop + 1):
                tokens.turn(place, lexicon.NAME_UNIT)


def is_initial(tokens: Places, place: int) -> bool:
    """Whether an Arabic letter with its dot, or a Latin one that is written out, stands here."""
    written = tokens.text[tokens.starts[place] : tokens.ends[place]]
    dotted = written.endswith(DOT) and len(tokens.keys[place]) == 1 and not tokens.kinds[place] & lexicon.RANK
    return (dotted and tokens.keys[place] in initials()) or written in spoken_letters()


def is_dotted(tokens: Places, place: int) -> bool:
    """Whether an initial has a dot, and is none of those by which titles are shortened: ج.; not د."""
    written = tokens.text[tokens.starts[place] : tokens.ends[place]]
    return written.endswith(DOT) and written[0] not in TITLE_LETTERS


def goes_on(tokens: Places, place: int) -> bool:
    """Whether a part of a name that is no ordinary word stands at `place`."""
    kind = tokens.kinds[place]
    other = lexicon.DEFINITE | lexicon.FUNCTION | lexicon.SPEECH | lexicon.ROLE
    return bool(kind & lexicon.ANY_NAME and not kind & other) or (
        not kind and place < len(tokens) and is_no_noun(tokens.keys[place])
    )


def is_behind_foreign(tokens: Places, place: int) -> bool:
    """Whether a given name of the world stands before `place`, no Arab one, which may be told of a colleague: سالم م. نادر."""
    return place > 0 and tokens.keys[place - 1] in known_abroad()


def opens_name(tokens: Places, first: int, stop: int) -> bool:
    """Whether initials open a name: several that are no title together, no number before them (5 م.)."""
    before = tokens.kinds[first - 1] if first else 0
    named = before & lexicon.ANY_NAME and not before & (lexicon.OFFICE | lexicon.DEFINITE | lexicon.SPEECH)
    if stop - first < LEAST or named or before & lexicon.NUMBER:
        return False
    spoken = all(tokens.text[tokens.ends[place] - 1] != DOT for place in range(first, stop))
    return spoken or any(is_dotted(tokens, place) for place in range(first, stop))
