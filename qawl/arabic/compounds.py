"""Words that are one name together, whatever they mean alone: إسلام آباد, القاهرة 24, نجم الدين."""

from __future__ import annotations

from qawl.arabic import lexicon
from qawl.arabic.letters import FAITH, FATHER
from qawl.arabic.name_units import descents, units
from qawl.arabic.ordinary import is_known
from qawl.arabic.places import Places

# What the words of a medium's name are no longer: واشنطن بوست، القاهرة 24، اليوم السابع.
OTHER_THAN_MEDIA = lexicon.CITY | lexicon.COUNTRY | lexicon.NUMBER | lexicon.TIME


def know_long_places(tokens: Places, firsts: list[int]) -> None:
    """The words of a place of several words (إسلام أباد) are no names of persons."""
    keys, places = tokens.keys, lexicon.long_places()
    for first in firsts:
        after = keys[first + 1] if first + 1 < len(keys) else ""
        for words, bit in places[keys[first]]:
            stop = first + len(words)
            if words[1] == after and tuple(keys[first:stop]) == words and not is_of_person(tokens, first):
                others = lexicon.PERSONAL | lexicon.THAT | (OTHER_THAN_MEDIA if bit & lexicon.MEDIA else 0)
                for place in range(first, stop):
                    honour = bit & lexicon.TITLE if place > first else 0
                    tokens.turn(place, (tokens.kinds[place] & ~others | bit) & ~honour)
                break


def is_of_person(tokens: Places, place: int) -> bool:
    """Whether a word that joins goes on with a given name, so that no place begins with it: سالم أبو كبير, محمد بن جواد.

    So does one behind a verb or what is definite, before a given name: قال أبو سليم، القائد أبو سليم; not بلدية أبو سليم.
    """
    if not place or tokens.keys[place] not in (*descents(), FATHER):
        return False
    before, after = tokens.kinds[place - 1], tokens.kinds[place + 1]
    presents = before & (lexicon.SPEECH | lexicon.DEFINITE | lexicon.TITLE)
    return bool(before & lexicon.NAME or (presents and after & lexicon.NAME))


def know_compounds(tokens: Places, faiths: list[int]) -> None:
    """An office before الدين is a given name with it where names know the two: نجم الدين."""
    for place in [faith - 1 for faith in faiths if faith]:
        office = tokens.kinds[place] & (lexicon.ROLE | lexicon.TITLE)
        if office and f"{tokens.keys[place]} {FAITH}" in units():
            tokens.turn(place, lexicon.NAME | lexicon.FAMILY)


def know_towns(tokens: Places, towns: list[int]) -> None:
    """A strange word behind what tells the kind of a place is a town's name and nobody's: قائد شرطة ولاية بيرنامبو."""
    for place in towns:
        after = place + 1
        if after == len(tokens.keys) or tokens.kinds[place] & lexicon.DEFINITE:
            continue
        strange = not tokens.kinds[after] & ~(lexicon.ODD | lexicon.FAMILY)
        if strange and (tokens.kinds[after] & lexicon.ODD or not is_known(tokens.keys[after])):
            tokens.turn(after, lexicon.CITY)
