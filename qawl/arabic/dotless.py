"""علي and على told apart in texts that write one for the other: قال محمد على إن كذا, اتفق علي المبلغ."""

from __future__ import annotations

from collections import Counter

from qawl.arabic import lexicon
from qawl.arabic.letters import ALEF_MAKSURA, DOING, JOINS_FREELY, SERVANT, WRITTEN_IN, WRITTEN_INNA, WRITTEN_TO, YA
from qawl.arabic.names.units import descents, dotted_names, units, usual_given_names
from qawl.arabic.ordinary import is_common
from qawl.arabic.places import Places

# What is no sure given name.
UNSURE = lexicon.DEFINITE | lexicon.DOUBTFUL


def is_dotless(key: str, kind: int) -> bool:
    """Whether a preposition may be a name without its dots."""
    return bool(kind & lexicon.PREPOSITION) and key in dotted_names()


def know_dotless(tokens: Places, prepositions: list[int]) -> None:
    """على behind بن, or behind a given name and before what no preposition governs, is علي: سالم بن على, قال محمد على إن كذا."""
    able = [place for place in prepositions if place]
    among = {place for place in able if is_between_names(tokens, place) or is_before_house(tokens, place)}
    dotless = bool(among) and writes_dotless(tokens.text)
    for place in able:
        sure = names_nobody_else(tokens, place) or is_titled(tokens, place) or tokens.keys[place - 1] in descents()
        if sure or (dotless and place in among):
            tokens.turn(place, lexicon.NAME_UNIT)


def is_dotted(key: str, kind: int) -> bool:
    """Whether a name may be a preposition with dots."""
    return bool(kind & lexicon.NAME) and key in dotted_names()


def know_dotted(tokens: Places, named: list[int]) -> None:
    """علي is على in a text that writes إلي for إلى, but behind a name and before one: اتفق علي المبلغ, but not زار علي سالم.

    Before a quantity it is in any text: أشرف علي العديد من المشاريع. So it is before أن in a text without any ى: شدد علي أن.
    """
    written = Counter(WRITTEN_TO.findall(tokens.text))
    dotted, dots_all = written[YA] > written[ALEF_MAKSURA], ALEF_MAKSURA not in tokens.text
    for place in named:
        led = dotted or (dots_all and leads_to_that(tokens, place))
        if counts_behind(tokens, place) or leads_to_noun(tokens, place) or (led and not is_of_name(tokens, place)):
            tokens.turn(place, lexicon.word_classes()[tokens.keys[place]] & ~lexicon.PERSONAL)


def counts_behind(tokens: Places, place: int) -> bool:
    """Whether a quantity stands behind `place`, of which it tells: العديد من، جميع."""
    return bool(tokens.kinds[place + 1] & lexicon.QUANTITY)


def leads_to_noun(tokens: Places, place: int) -> bool:
    """Whether a usual definite noun that no name has stands behind `place`, and no name, title or verb of saying before it.

    للعام الثاني علي التوالي، اطلع علي الخطة; not قال علي الأمين.
    """
    key, kind, before = tokens.keys[place + 1], tokens.kinds[place + 1], tokens.kinds[place - 1] if place else lexicon.BREAK
    noun = kind & lexicon.DEFINITE and not kind & (lexicon.ANY_NAME | lexicon.OFFICE) and is_common(key) and key not in units()
    named = before & lexicon.NAME and not before & lexicon.DEFINITE
    return bool(noun) and not (named or before & (lexicon.SPEECH | lexicon.OFFICE | lexicon.PUNCTUATION | lexicon.PREFIX))


def leads_to_that(tokens: Places, place: int) -> bool:
    """Whether أن, not إن, stands behind `place`, and no title before it: شدد المدير علي أن الباب مغلق; not قال الشيخ علي أن."""
    after = place + 1
    if not tokens.kinds[after] & lexicon.THAT or tokens.text[tokens.starts[after]] == WRITTEN_INNA:
        return False
    before = tokens.kinds[place - 1] if place else 0
    return not before & lexicon.TITLE or bool(before & lexicon.ROLE)


def is_of_name(tokens: Places, place: int) -> bool:
    """Whether a given name stands before `place`, or a part of names behind it."""
    before = tokens.kinds[place - 1] if place else 0
    after = tokens.kinds[place + 1]
    if before & lexicon.NAME and not before & (lexicon.DEFINITE | lexicon.DOUBTFUL):
        return True
    if not after & (lexicon.NAME_UNIT | lexicon.ODD) or after & (lexicon.DOUBTFUL | lexicon.FUNCTION):
        return False
    return bool(after & lexicon.NAME) or not DOING.match(tokens.keys[place + 1])


def is_titled(tokens: Places, place: int) -> bool:
    """Whether a title stands before `place` and a usual name behind it: الدكتور على حسن, but not أثنى الشيخ على العمال."""
    before, after = tokens.kinds[place - 1], place + 1
    if not before & lexicon.TITLE or not before & lexicon.DEFINITE or before & lexicon.ROLE or after >= len(tokens):
        return False
    if tokens.kinds[after] & (lexicon.FUNCTION | lexicon.PREFIX):
        return False
    return tokens.keys[after].startswith(SERVANT) or bool(
        tokens.kinds[after] & lexicon.NAME and tokens.keys[after] in usual_given_names()
    )


def is_between_names(tokens: Places, place: int) -> bool:
    """Whether names stand on both sides of `place`: قال عمار على حسن إن كذا; not أثنى سالم على حسن التنظيم."""
    before, after = tokens.kinds[place - 1], place + 1
    if not before & lexicon.NAME or before & (lexicon.DEFINITE | lexicon.DOUBTFUL) or after + 1 >= len(tokens):
        return False
    owner = tokens.kinds[after + 1] & lexicon.DEFINITE and not tokens.kinds[after + 1] & (lexicon.ROLE | lexicon.NAME)
    return tokens.keys[after] in usual_given_names() and not owner


def is_before_house(tokens: Places, place: int) -> bool:
    """Whether a title or an office, a given name and a surname in ى stand round `place`: المستشار محمد على الفقى و."""
    first, after = place - 1, place + 1
    if first < 1 or after >= len(tokens) or not tokens.kinds[first] & lexicon.NAME or tokens.kinds[first] & UNSURE:
        return False
    introduced = tokens.kinds[first - 1] & lexicon.OFFICE
    house = tokens.kinds[after] & lexicon.FAMILY and tokens.kinds[after] & lexicon.DEFINITE
    return bool(introduced and house) and tokens.text[tokens.ends[after] - 1] == ALEF_MAKSURA


def names_nobody_else(tokens: Places, place: int) -> bool:
    """Whether a name stands before `place`, and a mark, و or إن behind it."""
    before, after = tokens.kinds[place - 1], place + 1
    if not before & lexicon.NAME or before & lexicon.DEFINITE:
        return False
    if after >= len(tokens) or tokens.kinds[after] & (lexicon.SENTENCE_END | lexicon.COMMA) or tokens.keys[after] == JOINS_FREELY:
        return True
    return bool(tokens.kinds[after] & lexicon.THAT) and tokens.text[tokens.starts[after]] == WRITTEN_INNA


def writes_dotless(text: str) -> bool:
    """Whether a text writes the last ي without dots: فى, and never في."""
    written = Counter(WRITTEN_IN.findall(text))
    return written[ALEF_MAKSURA] > written[YA]
