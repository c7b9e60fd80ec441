"""Names of Chinese, Koreans and Vietnamese, syllable by syllable: شي جين بينغ، مون جيه-إن، هوا تشون يينغ."""

from __future__ import annotations

from qawl.arabic import lexicon
from qawl.arabic.names.units import SYLLABLES, family_syllables, most_syllables, syllables
from qawl.arabic.ordinary import is_common
from qawl.arabic.places import Places

HYPHEN = "-"
FIRST = "first"
INTRODUCES = lexicon.OFFICE | lexicon.NATION | lexicon.COUNTRY | lexicon.DEFINITE
# What no preposition governs, so that بين before it is none: قال وانغ ون بين إن, قال وانغ ون بين اليوم.
UNGOVERNED = lexicon.FUNCTION | lexicon.PUNCTUATION
# A form of saying that a preposition governs: في تصريح, في كلمة.
GOVERNED = lexicon.DOCUMENT | lexicon.SETTING | lexicon.DEFINITE
GRAMMAR = lexicon.THAT | lexicon.PREPOSITION | lexicon.CONJUNCTION
OPENING = lexicon.THAT | lexicon.OPENS | lexicon.COLON


def know_syllables(tokens: Places, families: list[int]) -> None:
    """Make names of the syllables of East Asian names, whatever else they mean alone."""
    stop, alone, named = 0, [], set()
    for first in families:
        places = syllables_from(tokens, first) if first >= stop else []
        if is_asian(tokens, places):
            stop = places[-1] + 1
            named.add(tokens.keys[first])
            make_names(tokens, places)
        elif len(places) == 1:
            alone.append(first)
    make_names(tokens, [place for place in alone if speaks_alone(tokens, place, tokens.keys[place] in named)])


def make_names(tokens: Places, places: list[int]) -> None:
    """Let the words at these places be names and nothing else."""
    for place in places:
        tokens.turn(place, lexicon.NAME_UNIT)


def syllables_from(tokens: Places, first: int) -> list[int]:
    """The places of the syllables from a family name on, hyphens between them left out."""
    places, place = [first], first + 1
    most = most_syllables(tokens.keys, first)
    while place < len(tokens) and len(places) < most:
        if tokens.is_hyphen(place):
            place += 1
        if syllables().get(tokens.keys[place], FIRST) == FIRST or is_grammar(tokens, place, len(places)):
            break
        places.append(place)
        place += 1
    return places


def is_grammar(tokens: Places, place: int, before: int) -> bool:
    """Whether a word of grammar behind so many syllables is one: قال وانغ يي إن كذا, قال تشن في تصريح; not مون جاي إن إن كذا."""
    if not tokens.kinds[place] & GRAMMAR or tokens.keys[place - 1] == HYPHEN or place + 1 >= len(tokens):
        return False
    after = tokens.kinds[place + 1]
    says = after & lexicon.SPEECH and not after & GOVERNED and lexicon.may_say(tokens.keys[place + 1])
    ends = after & UNGOVERNED or says or (before > 1 and after & lexicon.TIME and after & lexicon.DEFINITE)
    return not ends and tokens.keys[place + 1] not in syllables()


def is_asian(tokens: Places, places: list[int]) -> bool:
    """Whether syllables are a name: three, or two, one of which is no word; behind what introduces somebody fewer need be none."""
    kinds = [tokens.kinds[place] for place in places]
    clear = [is_clear(tokens, place) for place in places]
    if len(places) < 2 or (kinds[0] & lexicon.THAT and (kinds[1] & lexicon.CITY or is_whole(tokens, places[1]))):
        return False
    if not any(clear) and (all(kinds) or len(places) < SYLLABLES):
        return False
    if any(clear) and (len(places) >= SYLLABLES or not any(kind & ~lexicon.OF_NAMES for kind in kinds)):
        return True
    before = introducing(tokens, places)
    if len(places) < SYLLABLES and kinds[0] & lexicon.THAT:
        return False
    return bool(before & INTRODUCES or (before & lexicon.SPEECH and not tells_me(tokens, places)))


def is_whole(tokens: Places, first: int) -> bool:
    """Whether a name of three syllables begins at `first`, so that what stands before it is none: ذكرت أن | تشونغ دونغ-يونغ."""
    return tokens.keys[first] in family_syllables() and len(syllables_from(tokens, first)) >= SYLLABLES


def tells_me(tokens: Places, places: list[int]) -> bool:
    """Whether two syllables may be لي and the name of who told me, since no office follows: قال لي جون."""
    first, second = (tokens.kinds[place] for place in places[:2])
    office = tokens.kinds[places[-1] + 1] & lexicon.ROLE
    return bool(first & lexicon.FUNCTION and second & lexicon.PERSONAL) and not office


def introducing(tokens: Places, places: list[int]) -> int:
    """The classes of the word before a name, or before the comma where another one closes the name: الرئيس الصيني، شي جين بينغ،."""
    before, after = places[0] - 1, places[-1] + 1
    if before > 0 and tokens.kinds[before] & tokens.kinds[after] & lexicon.COMMA:
        before -= 1
    return tokens.kinds[before] if before >= 0 else 0


def is_clear(tokens: Places, place: int) -> bool:
    """Whether a syllable is a name or no word of general text: تشون, but not لي, بين, شو."""
    kind = tokens.kinds[place]
    return not kind & ~lexicon.OF_NAMES and bool(kind & (lexicon.NAME | lexicon.ODD) or not is_common(tokens.keys[place]))


def speaks_alone(tokens: Places, place: int, named: bool) -> bool:
    """Whether a family name stands between a verb of saying and what it opens: قالت هوا إن; `named`: the page has it in full."""
    if not place or place + 1 >= len(tokens) or (tokens.kinds[place] & ~lexicon.OF_NAMES and not named):
        return False
    return bool(tokens.kinds[place - 1] & lexicon.SPEECH and tokens.kinds[place + 1] & OPENING)
