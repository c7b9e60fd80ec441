"""Names that are small words or words of saying too, told by where they stand: الوزير باسم الدوري، صلاح حسب الله، هالة إمام، إن."""

from __future__ import annotations

from qawl.arabic import lexicon
from qawl.arabic.letters import ALEF, GOD, HASSANI, JOINS_FREELY, MADDA, NISBA, SEATED, WHO, WRITTEN_INNA
from qawl.arabic.names.given import ENDS_OFFICE, LONGEST_OFFICE, OFTEN_FIRST, is_given, is_introduced
from qawl.arabic.names.units import units
from qawl.arabic.ordinary import is_rare, is_usual_noun
from qawl.arabic.places import Places, keep_places

# What is no surname behind a given name that is a preposition: باسم الحكومة، باسم سوريا.
NO_SURNAME = lexicon.PLACES | lexicon.BODY | lexicon.ROLE | lexicon.PEOPLE | lexicon.DOCUMENT | lexicon.FUNCTION
# A preposition of more letters than this is never written with a seat below: إلى has, أمام has none.
SHORT = 3
# No preposition stands before these.
CLOSES = lexicon.COMMA | lexicon.COLON | lexicon.STOP | lexicon.CLOSES


# Prepositions and verbs, among which names may be.
SMALL = lexicon.LOOKS | lexicon.PREPOSITION | lexicon.SPEECH


def is_small(key: str, kind: int) -> bool:
    """Whether a preposition or a verb of saying may be a name, or a name is one with the word before it: حسب الله."""
    if kind & lexicon.PREPOSITION and (kind & (lexicon.TITLE | lexicon.SPEECH) or (key[0] == ALEF and len(key) > SHORT)):
        return True
    if kind & (lexicon.PREPOSITION | lexicon.SPEECH) and not kind & lexicon.SATED and key in units():
        return True
    return bool(kind & lexicon.LOOKS) or key == GOD


def know_small_names(tokens: Places, small: list[int]) -> None:
    """Mark the names among the prepositions and verbs of a text."""
    before_god = {place - 1 for place in small if place and tokens.keys[place] == GOD}
    for place in sorted(before_god.union(small)):
        if place + 1 == len(tokens):
            continue
        kind = tokens.kinds[place]
        if tokens.keys[place + 1] == GOD and is_of_god(tokens, place):
            tokens.turn(place, lexicon.FAMILY)
        elif kind & lexicon.LOOKS and is_behind_given(tokens, place):
            tokens.turn(place, lexicon.DEFINITE | lexicon.FAMILY)
        elif kind & (lexicon.PREPOSITION | lexicon.SPEECH) and not kind & lexicon.SATED and tokens.keys[place] in units():
            if kind & lexicon.PREPOSITION and closes_there(tokens, place + 1) and is_behind_given(tokens, place):
                tokens.turn(place, lexicon.FAMILY)
            elif kind & lexicon.SPEECH and names_body(tokens, place):
                tokens.turn(place, lexicon.ODD)
            elif kind & lexicon.FAMILY and is_given_there(tokens, place):
                tokens.turn(place, lexicon.NAME)
        if tokens.kinds[place] == kind and kind & lexicon.SPEECH and kind & lexicon.PREPOSITION and opens_clause(tokens, place):
            tokens.turn(place, kind & ~lexicon.PREPOSITION)
        if tokens.kinds[place] & lexicon.PREPOSITION and kind & lexicon.TITLE:
            tokens.turn(place, by_seat(tokens, place))


def names_body(tokens: Places, place: int) -> bool:
    """Whether a word of saying that is a given name too is a body's name, right behind its noun without article: جمعية | أمل."""
    before = tokens.kinds[place - 1] if place else 0
    held = before & lexicon.BODY and not before & (lexicon.DEFINITE | lexicon.ROLE | lexicon.TITLE)
    return bool(held) and bool(tokens.kinds[place] & lexicon.FAMILY) and is_usual_noun(tokens.keys[place])


def know_titled_children(tokens: Places, descents: list[int]) -> None:
    """Mark each particle between a definite title and a word for whose child somebody is: الدكتورة | لما | بنت سالم.

    None that opens a relative clause is one: الراحل الذي ولد.
    So each title that is a given name too, where only names stand before such a word: | الشيخ | ولد سالم; not الشيخ بن سالم.
    """
    for place in [place - 1 for place in descents if place]:
        kind, title = tokens.kinds[place], tokens.kinds[place - 1] if place else 0
        particle = kind & lexicon.FUNCTION and tokens.keys[place] not in WHO
        if (particle and title & lexicon.TITLE and title & lexicon.DEFINITE) or (
            kind & lexicon.TITLE and kind & lexicon.NAME and tokens.keys[place + 1] in HASSANI
        ):
            tokens.turn(place, lexicon.NAME_UNIT)


def know_led_fathers(tokens: Places, descents: list[int]) -> None:
    """Make one token of a father's name and the letter cut off it behind a word of descent: سيدي ولد ب|يدي; not ولد بقرية كذا."""
    able = [place for place in descents if place + 2 < len(tokens) and tokens.kinds[place + 1] & lexicon.PREFIX]
    names = {tuple(tokens.keys[place + 1 : place + 3]) for place in able if place and is_cut_father(tokens, place)}
    cut = [place + 1 for place in able if tuple(tokens.keys[place + 1 : place + 3]) in names]
    for place in cut:
        tokens.keys[place + 1] = tokens.keys[place] + tokens.keys[place + 1]
        tokens.starts[place + 1], tokens.kinds[place + 1] = tokens.starts[place], lexicon.LAST_NAME
    if cut:
        keep_places(tokens, [place not in cut for place in range(len(tokens))])


def is_cut_father(tokens: Places, place: int) -> bool:
    """Whether a given name stands before a word of descent, and behind it a letter that touches what is no place and no noun."""
    rest = place + 2
    if rest >= len(tokens) or not tokens.kinds[place + 1] & lexicon.PREFIX or not tokens.kinds[place - 1] & lexicon.ANY_NAME:
        return False
    other = tokens.kinds[rest] & ~(lexicon.ANY_NAME | lexicon.DOUBTFUL) or is_usual_noun(tokens.keys[rest])
    return not other and tokens.keys[place] in HASSANI and tokens.ends[place + 1] == tokens.starts[rest]


def know_annas(tokens: Places, pronouns: list[int]) -> None:
    """Make a name of each أنا that is written with a madda: السفيرة | آنا | ليند."""
    for place in pronouns:
        if tokens.text[tokens.starts[place]] == MADDA:
            tokens.turn(place, lexicon.NAME_UNIT)


def closes_there(tokens: Places, place: int) -> bool:
    """Whether a mark stands at `place` before which no preposition does, and which opens no quotation: أكد ميلر على "كذا"."""
    return bool(tokens.kinds[place] & CLOSES) and not tokens.kinds[place] & lexicon.OPENS


def opens_clause(tokens: Places, place: int) -> bool:
    """Whether a verb must stand at `place`, behind أن of a time: بعد أن بين المدير أن."""
    return place > 1 and bool(tokens.kinds[place - 1] & lexicon.THAT and tokens.kinds[place - 2] & lexicon.CLAUSAL)


def by_seat(tokens: Places, place: int) -> int:
    """What a word is that is a title and a preposition but for its seat: إمام المسجد, أمام المسجد, هالة إمام; both without one.

    Without its article it tells whose office somebody has: إمام المسجد, but الإمام سالم.
    """
    seat, kind = tokens.text[tokens.starts[place]], tokens.kinds[place]
    if seat not in SEATED:
        return kind
    if seat != WRITTEN_INNA:
        return kind & ~lexicon.TITLE
    ends = tokens.kinds[place + 1] & (CLOSES | lexicon.THAT) or is_before_another(tokens, place + 1)
    surname = ends and is_behind_given(tokens, place)
    return lexicon.FAMILY if surname else lexicon.ROLE


def is_before_another(tokens: Places, place: int) -> bool:
    """Whether و and an office with its article stand here, of somebody else: عادل إمام | والمخرج; not إمام وخطيب المسجد."""
    after = tokens.kinds[place + 1]
    joined = tokens.kinds[place] & lexicon.PREFIX and tokens.keys[place] == JOINS_FREELY
    return bool(joined and after & lexicon.DEFINITE and after & lexicon.OFFICE)


def know_conjunctions(tokens: Places, conjunctions: list[int]) -> None:
    """Mark a conjunction as the name that it is too, in a text that has it among names: لويس لولا دا سيلفا … قال لولا إن."""
    able = [place for place in conjunctions if tokens.kinds[place] & lexicon.NAME and place + 1 < len(tokens)]
    named = any(is_among_names(tokens, place) for place in able)
    for place in able:
        tokens.turn(place, tokens.kinds[place] & (~lexicon.CONJUNCTION if named else ~(lexicon.ANY_NAME | lexicon.DOUBTFUL)))


def is_among_names(tokens: Places, place: int) -> bool:
    """Whether a given name stands before `place`, or an office before it and what ends a phrase behind: الرئيس لولا إن."""
    before, after = tokens.kinds[place - 1] if place else 0, tokens.kinds[place + 1]
    office = before & (lexicon.OFFICE | lexicon.NATION) and after & (lexicon.THAT | lexicon.COLON | lexicon.COMMA)
    return bool(office) or is_behind_given(tokens, place)


def is_behind_given(tokens: Places, place: int) -> bool:
    """Whether a given name without article stands before `place`."""
    before = place > 0 and is_given(tokens, place - 1, is_introduced(tokens, place - 1))
    return before and not tokens.kinds[place - 1] & lexicon.DEFINITE


def is_of_god(tokens: Places, place: int) -> bool:
    """Whether a name of the servant's kind stands behind a given name or alone between marks: صلاح حسب الله، «حسب الله»."""
    if tokens.kinds[place] & lexicon.ANY_NAME or f"{tokens.keys[place]} {GOD}" not in units():
        return False
    if place and tokens.kinds[place - 1] & lexicon.QUOTE:
        return bool(tokens.kinds[place + 2] & lexicon.QUOTE)
    if tokens.kinds[place] & lexicon.PREPOSITION and place and tokens.kinds[place - 1] & lexicon.DOUBTFUL:
        return False
    return is_given(tokens, place - 1, is_introduced(tokens, place - 1))


def is_given_there(tokens: Places, place: int) -> bool:
    """Whether a usual given name stands behind a title, a verb or an office that takes no such word, and before a surname."""
    after = tokens.kinds[place + 1]
    if units()[tokens.keys[place]].opened < OFTEN_FIRST:
        return False
    if not after & lexicon.ANY_NAME or after & NO_SURNAME or (after & lexicon.DEFINITE and not after & lexicon.LAST_NAME):
        return False
    if is_next_in_list(tokens, place):
        return True
    last = place - 2 if is_set_off(tokens, place) else place - 1
    for start in range(last, max(-1, place - LONGEST_OFFICE), -1):
        kind = tokens.kinds[start]
        if kind & lexicon.OFFICE:
            return not is_spokesman(kind) or tokens.keys[place] in tokens.keys[start + 1 : place]
        if kind & lexicon.SPEECH:
            return start == place - 1
        if kind & ENDS_OFFICE:
            return False
    return False


def is_next_in_list(tokens: Places, place: int) -> bool:
    """Whether و joins a word and a nisba that only families have to a name: علي سعيد و| باسم الدوري ومراقب."""
    if place < 2 or tokens.keys[place - 1] != JOINS_FREELY or not tokens.kinds[place - 1] & lexicon.PREFIX:
        return False
    before, house = tokens.kinds[place - 2], tokens.keys[place + 1]
    nisba = tokens.kinds[place + 1] & lexicon.DEFINITE and house.endswith(NISBA) and is_rare(house)
    return bool(before & lexicon.NAME_UNIT and nisba) and not tokens.kinds[place + 1] & lexicon.NATION


def is_set_off(tokens: Places, place: int) -> bool:
    """Whether commas stand before a word and behind the one that follows it: الممثل المصري، | باسم الدوري، إن."""
    after = place + 2
    closed = tokens.kinds[after] & lexicon.COMMA
    return bool(closed and place > 1 and tokens.kinds[place - 1] & lexicon.COMMA)


def is_spokesman(kind: int) -> bool:
    """Whether a head takes باسم for itself: المتحدث باسم الحكومة."""
    return bool(kind & lexicon.SEAT and kind & lexicon.ANYONE)
