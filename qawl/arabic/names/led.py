"""Names behind a preposition that the word before them or behind them tells: وفقا ل|شارل ميشيل، وفقا ل|لافروف، ب|عزيز سالم."""

from __future__ import annotations

from functools import cache

from qawl.arabic import lexicon
from qawl.arabic.letters import ADDRESSING, ALEF, ARTICLE, BY, FAITH, FATHER, GOD, SERVANT, SON, TO_THE, letters_long
from qawl.arabic.names.units import family_syllables, known_abroad, units, usual_given_names
from qawl.arabic.ordinary import frequencies, is_common, is_known, is_rare, is_several
from qawl.arabic.pieces import classes_of
from qawl.arabic.places import Places

# What begins with ل and is led to by none: وفقا لما قاله.
SMALL = lexicon.FUNCTION | lexicon.RELATIVE | lexicon.PREFIX | lexicon.SATED | lexicon.SPEECH | lexicon.PUNCTUATION
# A given name that opens so many full names is no rare one.
KNOWN_FIRST = 5
# What ends the name of an author, which has at most so many words.
ENDS = lexicon.PUNCTUATION | lexicon.FUNCTION | lexicon.PREFIX | lexicon.TIME
LONGEST = 4
# A word and its ل have at least so many letters: لشي.
SHORTEST = 3


def takes_l(key: str, kind: int) -> bool:
    """Whether an according word takes ل, or a noun for what was said, which is then somebody's: الجملة لفلان."""
    if kind & lexicon.UTTERANCE:
        return key.startswith(ARTICLE)
    return bool(kind & lexicon.ACCORDING) and key[-1] == ALEF


def know_led_names(tokens: Places, leading: list[int]) -> None:
    """Cut ل, and no more than it, from what stands behind an according word that takes it: وفقا, طبقا."""
    for place in reversed(leading):
        if place + 1 == len(tokens):
            continue
        led, key = place + 1, tokens.keys[place + 1]
        if key == TO_THE and begins_with_l(tokens, led + 1):
            part(tokens, led, led + 2, ADDRESSING + tokens.keys[led + 1])
        elif key[0] == ADDRESSING and len(key) >= SHORTEST and not tokens.kinds[led] & SMALL:
            part(tokens, led, led + 1, key[1:])


def begins_with_l(tokens: Places, place: int) -> bool:
    """Whether what is left behind لل is a name that itself begins with ل: ل|لافروف, ل|لي."""
    if place >= len(tokens):
        return False
    whole, noun = ADDRESSING + tokens.keys[place], ARTICLE + tokens.keys[place]
    return whole in family_syllables() or (
        bool(classes_of(whole) & (lexicon.NAME | lexicon.RENOWNED)) and noun not in frequencies()
    )


@cache
def led_given() -> frozenset[str]:
    """Folded given names with ب or ل before them that no table has as a word: بعزيز، لربيع; none in بن: بناصر سالم."""
    given = (key.removesuffix(f" {FAITH}") for key, unit in units().items() if unit.opened > 1 and GOD not in key)
    forms = (letter + key for key in (*given, *known_abroad()) for letter in (BY, ADDRESSING))
    return frozenset(form for form in forms if not (lexicon.word_classes().get(form, 0) & ~lexicon.FAMILY or form.startswith(SON)))


def know_led_given_names(tokens: Places, led: list[int]) -> None:
    """Cut the preposition from a given name before another word of a name: اتصل ب|عزيز الكناني، رواية ل|ربيع جابر."""
    for place in reversed(led):
        if is_led_given(tokens, place):
            part(tokens, place, place + 1, tokens.keys[place][1:])


def is_led_given(tokens: Places, place: int) -> bool:
    """Whether no name stands before a word that may be a given name with its preposition, and a word of names behind it."""
    before, after = tokens.kinds[place - 1] if place else 0, tokens.kinds[place + 1]
    key, behind = tokens.keys[place][1:], tokens.keys[place + 1 : place + 2]
    if tokens.kinds[place] & ~(lexicon.LAST_NAME | lexicon.DOUBTFUL) or before & lexicon.NAME:
        return False
    if behind == [FAITH]:
        return f"{key} {FAITH}" in units()
    if after & (lexicon.OFFICE | lexicon.PLACES | lexicon.BODY | lexicon.SPEECH | lexicon.FUNCTION):
        return False
    if after & lexicon.RENOWNED:
        return len(key) >= SHORTEST
    if key not in known_abroad() and (key not in units() or units()[key].opened < KNOWN_FIRST):
        return False
    named = (after & lexicon.NAME_UNIT and not after & lexicon.DOUBTFUL) or behind in ([FATHER], [SERVANT])
    sure = not classes_of(key) & lexicon.DOUBTFUL or key in usual_given_names()
    return bool(named) or (bool(after & lexicon.ODD) and sure)


def know_authors(tokens: Places, closing: list[int]) -> None:
    """Cut ل from a given name behind a title in marks: «ليل البساتين» ل|أمين الحارثي."""
    for place in reversed(closing):
        led = place + 1
        if led + 1 >= len(tokens) or not tokens.keys[led].startswith(ADDRESSING) or len(tokens.keys[led]) <= SHORTEST:
            continue
        key = tokens.keys[led][1:]
        given = classes_of(key) & lexicon.NAME or (key in units() and units()[key].opened >= KNOWN_FIRST)
        if (
            (given or is_strange_author(tokens, led, key))
            and tokens.kinds[led + 1] & lexicon.ANY_NAME
            and not tokens.kinds[led] & (SMALL | lexicon.RENOWNED)
        ):
            part(tokens, led, led + 1, key)
            if not given:
                tokens.turn(led + 1, lexicon.NAME_UNIT)


def know_national_authors(tokens: Places, closing: list[int]) -> None:
    """Make names of the words behind a title in marks and the nationality of its author: «كذا» لل|سوداني | أمير نور السر."""
    for place in closing:
        first = stop = place + 3
        if first >= len(tokens) or tokens.keys[place + 1] != TO_THE or not is_ones_nationality(tokens, place + 2):
            continue
        while stop < min(len(tokens) - 1, first + LONGEST) and not tokens.kinds[stop] & ENDS:
            stop += 1
        opens = tokens.kinds[first] & lexicon.ANY_NAME or not is_common(tokens.keys[first])
        named = opens and all(may_be_author(tokens, at, at + 1 == stop) for at in range(first, stop))
        for at in range(first, stop) if named and stop > first + 1 and tokens.kinds[stop] & ENDS else ():
            tokens.turn(at, tokens.kinds[at] & lexicon.DEFINITE | lexicon.NAME_UNIT)


def is_ones_nationality(tokens: Places, place: int) -> bool:
    """Whether the definite nationality of one person stands here: السوداني; not السودانيين."""
    kind = tokens.kinds[place]
    return bool(kind & lexicon.NATION and kind & lexicon.DEFINITE) and not is_several(tokens.keys[place])


def may_be_author(tokens: Places, place: int, last: bool) -> bool:
    """Whether a word may be of an author's name: none of another kind but as a name too; the last alone may be definite."""
    kind = tokens.kinds[place]
    other = kind & ~lexicon.OF_NAMES & ~lexicon.DEFINITE
    return not (other and not kind & lexicon.NAME) and (last or not kind & lexicon.DEFINITE or bool(kind & lexicon.NAME))


def is_strange_author(tokens: Places, led: int, key: str) -> bool:
    """Whether hardly any text has a word between a title in marks and what is surely of names: «كذا» ل|أزغراب علوي."""
    kind, after = tokens.kinds[led + 1], tokens.kinds[led + 2]
    house = kind & lexicon.ANY_NAME and not kind & (~lexicon.OF_NAMES | lexicon.DEFINITE)
    return bool(house and after & ENDS) and is_rare(key) and not is_known(ARTICLE + key)


def know_called_fathers(tokens: Places, led: list[int]) -> None:
    """Cut ب from أبو behind a word for how somebody is called: المعروف ب|أبو عزام."""
    for place in reversed(led):
        if place and tokens.kinds[place - 1] & lexicon.CALLED:
            part(tokens, place, place + 1, tokens.keys[place][1:])


def part(tokens: Places, first: int, stop: int, key: str) -> None:
    """Make the word from `first` to `stop` two tokens, its ل or ب and the rest, whose folded form is `key`."""
    start, end, letter = tokens.starts[first], tokens.ends[stop - 1], tokens.keys[first][0]
    middle = start + letters_long(tokens.text[start:end], 1)
    tokens.starts[first:stop] = start, middle
    tokens.ends[first:stop] = middle, end
    tokens.keys[first:stop] = letter, key
    tokens.kinds[first:stop] = lexicon.PREFIX, classes_of(key)
    tokens.ask_again()
