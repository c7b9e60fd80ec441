"""Words that are one name together, whatever they mean alone: إسلام آباد, القاهرة 24, نجم الدين."""

from __future__ import annotations

from functools import cache

from qawl.arabic import lexicon
from qawl.arabic.letters import BY, FAITH, FATHER, IN, IN_ORDER_TO, NISBA, OATHS, OF, SERVANT, TO, TO_THE, WAVE, fold
from qawl.arabic.names.units import descents, units
from qawl.arabic.ordinary import is_known
from qawl.arabic.places import Places, keep_places
from qawl.tables import table

# What the words of a medium's name are no longer: واشنطن بوست، القاهرة 24، اليوم السابع.
OTHER_THAN_MEDIA = lexicon.PLACES | lexicon.NUMBER | lexicon.TIME
# What leads to where something is.
LEADS_TO_PLACE = (IN, OF, BY, TO)
# The oath stands at most so many words behind its verb.
LONGEST_SUBJECT = 14


def know_long_places(tokens: Places, firsts: list[int]) -> None:
    """The words of a place of several words (إسلام أباد) are no names of persons."""
    keys, places, led = tokens.keys, lexicon.long_places(), lexicon.led_places()
    for first in firsts:
        behind = led.get(keys[first], ()) if first and keys[first - 1] == TO_THE else ()
        after = keys[first + 1]
        for words, bit in (*places.get(keys[first], ()), *behind):
            stop = first + len(words)
            if words[1] == after and tuple(keys[first:stop]) == words and not is_of_person(tokens, first):
                others = lexicon.PERSONAL | lexicon.THAT | (OTHER_THAN_MEDIA if bit & lexicon.MEDIA else 0)
                for place in range(first, stop):
                    honour = lexicon.TITLE if place > first and bit & (lexicon.TITLE | lexicon.BODY) else 0
                    tokens.turn(place, (tokens.kinds[place] & ~others | bit) & ~honour)
                break


def is_of_person(tokens: Places, place: int) -> bool:
    """Whether a word that joins goes on with a given name, so that no place begins with it: سالم أبو كبير, محمد بن جواد.

    So does one behind a verb or what is definite, before a given name: قال أبو سليم، القائد أبو سليم; not بلدية أبو سليم.
    """
    if f"{tokens.keys[place]} {tokens.keys[place + 1]}" in units():
        return not is_land_of_name(tokens, place)
    if not place or tokens.keys[place] not in (*descents(), FATHER):
        return False
    before, after = tokens.kinds[place - 1], tokens.kinds[place + 1]
    presents = before & (lexicon.SPEECH | lexicon.DEFINITE | lexicon.TITLE)
    return bool(before & lexicon.NAME or (presents and after & lexicon.NAME))


def is_land_of_name(tokens: Places, place: int) -> bool:
    """Whether a land that is called as men are stands where one does, and nobody's name goes on: في | صلاح الدين."""
    if not place or tokens.kinds[place - 1] & (lexicon.DEFINITE | lexicon.SPEECH):
        return False
    if tokens.kinds[place - 1] & (lexicon.ROLE | lexicon.TOWN):
        return True
    after = tokens.kinds[place + 2]
    led = tokens.keys[place - 1] in LEADS_TO_PLACE or tokens.kinds[place - 1] & lexicon.BODY
    return bool(led) and not after & (lexicon.NAME_UNIT | lexicon.ODD)


def know_compounds(tokens: Places, faiths: list[int]) -> None:
    """An office before الدين is a given name with it where names know the two: نجم الدين."""
    for place in [faith - 1 for faith in faiths if faith]:
        office = tokens.kinds[place] & lexicon.OFFICE
        if office and f"{tokens.keys[place]} {FAITH}" in units():
            tokens.turn(place, lexicon.NAME_UNIT)


@cache
def paired_names() -> dict[str, frozenset[str]]:
    """The folded first words of given names of two words, with the second ones: ضو البيت، حسب الرسول."""
    pairs: dict[str, set[str]] = {}
    for row in table("paired_names.tsv"):
        first, second = fold(row["form"]).split()
        pairs.setdefault(first, set()).add(second)
    return {first: frozenset(seconds) for first, seconds in pairs.items()}


def know_paired_names(tokens: Places, firsts: list[int]) -> None:
    """Make one token of each given name of two words wherever a text has it that has it beside a word of a name once."""
    places = [place for place in firsts if tokens.keys[place + 1 : place + 2] and is_pair(tokens, place)]
    names = {tuple(tokens.keys[place : place + 2]) for place in places if is_beside_name(tokens, place)}
    joined = [place for place in places if tuple(tokens.keys[place : place + 2]) in names]
    kept = [True] * len(tokens)
    for place in joined:
        tokens.starts[place + 1], tokens.keys[place + 1] = tokens.starts[place], " ".join(tokens.keys[place : place + 2])
        tokens.kinds[place + 1] = lexicon.NAME_UNIT
        kept[place] = False
    if joined:
        keep_places(tokens, kept)


def is_pair(tokens: Places, place: int) -> bool:
    """Whether the two words of such a name stand here."""
    return tokens.keys[place + 1] in paired_names()[tokens.keys[place]]


def is_beside_name(tokens: Places, place: int) -> bool:
    """Whether a name or a verb of saying stands before the two, or a word of a name behind: سامي حسب الرسول، رحب ضو البيت ب."""
    before, after = tokens.kinds[place - 1] if place else 0, tokens.kinds[place + 2]
    second = place > 1 and tokens.kinds[place - 2] & lexicon.NAME and not tokens.kinds[place - 2] & lexicon.DOUBTFUL
    given = before & lexicon.NAME and not before & lexicon.DEFINITE and (second or not before & lexicon.DOUBTFUL)
    tribal = tokens.keys[place + 2 : place + 3] and tokens.keys[place + 2].endswith(NISBA)
    family = after & lexicon.DEFINITE and after & lexicon.FAMILY and (tribal or not after & lexicon.DOUBTFUL)
    named = family or (after & (lexicon.NAME | lexicon.ODD) and not after & lexicon.DEFINITE)
    father = second and before & lexicon.FAMILY and not before & lexicon.DEFINITE
    titled = before & (lexicon.OFFICE | lexicon.NATION) and before & lexicon.DEFINITE
    speaks = before & lexicon.SPEECH and after & (lexicon.PREPOSED | lexicon.THAT | lexicon.PUNCTUATION)
    return bool(given or father or named or titled or speaks) or tokens.keys[place + 2 : place + 3] == [SERVANT]


def know_waves(tokens: Places, mothers: list[int]) -> None:
    """Make one word of أف أم in a radio's name, in which is no mother: مراسل شمس | أف أم | سالم الكندي."""
    waves = [place for place in mothers if place and tokens.keys[place - 1] == WAVE[0]]
    kept = [True] * len(tokens)
    for place in waves:
        tokens.starts[place], tokens.keys[place] = tokens.starts[place - 1], " ".join(WAVE)
        tokens.kinds[place] = lexicon.DEFINITE
        kept[place - 1] = False
    if waves:
        keep_places(tokens, kept)


def know_custodians(tokens: Places, sanctuaries: list[int]) -> None:
    """Who serves the two sanctuaries is a king, no servant: خادم | الحرمين الشريفين."""
    for place in [place - 1 for place in sanctuaries if place and tokens.kinds[place - 1] & lexicon.PEOPLE]:
        tokens.turn(place, lexicon.ROLE)


def know_oaths(tokens: Places, verbs: list[int]) -> None:
    """Whoever takes an oath, neither the verb nor the oath is of his name: أدى | سالم الكندي | اليمين."""
    for verb in verbs:
        ends = (place for place in range(verb + 1, len(tokens)) if tokens.kinds[place] & lexicon.PUNCTUATION)
        stop = min(next(ends, len(tokens)), verb + LONGEST_SUBJECT)
        oath = next((place for place in range(verb + 2, stop) if tokens.keys[place] in OATHS), None)
        if oath is not None:
            tokens.turn(verb, lexicon.ACT)
            tokens.turn(oath, lexicon.DEFINITE | lexicon.SETTING)


@cache
def lands_like_adjectives() -> frozenset[str]:
    """Folded names of countries that are spelt as an adjective is: سورية."""
    forms = (fold(row["form"]) for row in table("world_countries.tsv"))
    return frozenset(form for form in forms if lexicon.word_classes().get(form, 0) & lexicon.NATION)


def know_lands(tokens: Places, lands: list[int]) -> None:
    """A land spelt as an adjective stands behind a preposition, a verb or what is definite, with which that would not agree.

    وصل إلى | سورية، زار الوزير | سورية; not عائلة | سورية، الفنانة سلمى القاسمي | سورية الأصل.
    """
    for place in lands:
        before, after = tokens.kinds[place - 1] if place else 0, tokens.kinds[place + 1]
        led = before & lexicon.PREPOSITION or (before & lexicon.PREFIX and tokens.keys[place - 1] in (BY, IN_ORDER_TO))
        free = before & (lexicon.DEFINITE | lexicon.ANY_NAME | lexicon.SPEECH | lexicon.ACT) and not after & lexicon.DEFINITE
        if led or free:
            tokens.turn(place, tokens.kinds[place] & ~lexicon.NATION | lexicon.COUNTRY)


def know_towns(tokens: Places, towns: list[int]) -> None:
    """A strange word behind what tells the kind of a place is a town's name and nobody's: قائد شرطة ولاية بيرنامبو."""
    for place in towns:
        after = place + 1
        if after == len(tokens) or tokens.kinds[place] & lexicon.DEFINITE:
            continue
        strange = not tokens.kinds[after] & ~lexicon.LAST_NAME
        strange = strange and bool(tokens.kinds[after] & lexicon.ODD or not is_known(tokens.keys[after]))
        if strange or is_before_holder(tokens, after):
            tokens.turn(after, lexicon.CITY)


def is_before_holder(tokens: Places, place: int) -> bool:
    """Whether a word that is something else mostly stands before whoever holds an office there: رئيس بلدية | صور | سالم الكندي."""
    kind = tokens.kinds[place]
    return bool(kind & lexicon.DOCUMENT) and not kind & lexicon.DEFINITE and is_holder(tokens, place + 1)


def is_holder(tokens: Places, place: int) -> bool:
    """Whether two words of a name begin here with a sure given name: سالم الكندي."""
    given, second = (tokens.kinds[at] if at < len(tokens.kinds) else 0 for at in (place, place + 1))
    return bool(given & lexicon.NAME and second & lexicon.ANY_NAME) and not given & (lexicon.DEFINITE | lexicon.DOUBTFUL)
