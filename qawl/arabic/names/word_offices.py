"""Words that are other ones too, told by where they stand: فريق ترامب، وطالب سالم المجلس، رجل يدعى سالم، جمع من السكان."""

from __future__ import annotations

from functools import cache

from qawl.arabic import lexicon
from qawl.arabic.letters import (
    ARTICLE,
    CHARGE,
    CHIEF,
    CONJUNCTIONS,
    GENERAL,
    JOINS_FREELY,
    NISBA,
    OF,
    PLURALS,
    ROUND,
    TA_MARBUTA,
    bare_key,
    fold,
)
from qawl.arabic.names.given import LONGEST_OFFICE, OFTEN_FIRST, is_given
from qawl.arabic.names.units import units
from qawl.arabic.ordinary import is_common
from qawl.arabic.places import Places
from qawl.tables import table

OTHER_WORDS = lexicon.OFFICE | lexicon.CALLED | lexicon.FOREMOST | lexicon.THRONG
# What an office is not of.
NO_OWNER = lexicon.NUMBER | lexicon.FUNCTION | lexicon.PUNCTUATION | lexicon.SPEECH | lexicon.TIME
# So many words may tell how many people there are before من: جمع غفير من السكان، مزيج رفيع المستوى من السكان.
LONGEST_QUALITY = 2


def know_word_offices(tokens: Places, offices: list[int]) -> None:
    """Take the rank, the office or the verb of saying from the words of a text that are none where they stand."""
    for place in offices:
        if place + 1 == len(tokens):
            continue
        if is_office_in_general(tokens, place):
            tokens.turn(place, tokens.kinds[place] & ~lexicon.ANY_NAME)
        elif is_given_of_family(tokens, place):
            tokens.turn(place, tokens.kinds[place] & ~lexicon.ROLE)
        elif is_in_charge(tokens, place):
            tokens.turn(place + 1, tokens.kinds[place + 1] & ~lexicon.SPEECH)
        elif is_team(tokens, place):
            tokens.turn(place, tokens.kinds[place] & ~lexicon.TITLE)
        elif is_only_verb(tokens, place) or is_only_great(tokens, place):
            tokens.turn(place, tokens.kinds[place] & ~lexicon.ROLE)
        elif is_foremost_of(tokens, place):
            tokens.turn(place, lexicon.ONE_OF)
        elif counts_people(tokens, place):
            tokens.turn(place, lexicon.QUANTITY | lexicon.THRONG)
        elif calls(tokens, place):
            tokens.turn(place, tokens.kinds[place] & ~lexicon.SPEECH)


@cache
def womans_offices() -> frozenset[str]:
    """Folded definite adjectives that are offices too where a man has them: الإعلامية، الحقوقية."""
    rows = (row for name in ("titles.tsv", "titles_more.tsv") for row in table(name))
    men = (fold(row["form"]) for row in rows if row["kind"] == "role" and not row["feminine"])
    women = (ARTICLE + man + TA_MARBUTA for man in men if man.endswith(NISBA))
    return frozenset(woman for woman in women if not lexicon.word_classes().get(woman, 0) & lexicon.OFFICE)


def know_womans_offices(tokens: Places, places: list[int]) -> None:
    """Make an office of such an adjective that qualifies no noun and stands before a name: مقتل | الإعلامية | سلمى الكندي."""
    for place in places:
        noun = place - 2 if place > 1 and tokens.keys[place - 1] == JOINS_FREELY else place - 1
        alone = noun < 0 or not tokens.kinds[noun] & (lexicon.DEFINITE | lexicon.NATION)
        if alone and place + 1 < len(tokens) and is_given(tokens, place + 1, False):
            tokens.turn(place, lexicon.DEFINITE | lexicon.ROLE)


def know_acting(tokens: Places, places: list[int]) -> None:
    """Take the body from a word that tells how somebody has the office before it: وزير المياه | وكالة | سالم الكندي."""
    for place in places:
        start = max(0, place - LONGEST_OFFICE)
        office = any(kind & lexicon.ROLE for kind in tokens.kinds[start:place])
        whole = office and tokens.kinds[place - 1] & lexicon.DEFINITE
        if whole and place + 1 < len(tokens) and is_given(tokens, place + 1, False):
            tokens.turn(place, lexicon.DEFINITE)


def is_office_in_general(tokens: Places, place: int) -> bool:
    """Whether an office that is a given name too stands before عام and whose it is: أمين عام المجلس; not محمد أمين عام 2010."""
    named = tokens.kinds[place] & lexicon.ROLE and tokens.kinds[place] & lexicon.NAME and place + 2 < len(tokens)
    return bool(named and tokens.keys[place + 1] == GENERAL) and not tokens.kinds[place + 2] & NO_OWNER


def is_given_of_family(tokens: Places, place: int) -> bool:
    """Whether an office that is a usual given name too stands before a family name: رامي الحلبي; not أمين الصندوق، نجم الأهلي."""
    kind, after = tokens.kinds[place], tokens.kinds[place + 1]
    if not (kind & lexicon.ROLE and kind & lexicon.NAME) or kind & (lexicon.SPEECH | lexicon.DEFINITE):
        return False
    family = after & lexicon.FAMILY and not after & ~(lexicon.ANY_NAME | lexicon.DEFINITE | lexicon.DOUBTFUL | lexicon.NATION)
    usual = units()[tokens.keys[place]].opened >= OFTEN_FIRST if tokens.keys[place] in units() else False
    return bool(family and usual) and not is_common(bare_key(tokens.keys[place + 1]))


def is_only_great(tokens: Places, place: int) -> bool:
    """Whether an adjective that is an office too has nobody behind it: ثقة كبيرة لمدربه; not كبيرة المحللين."""
    return tokens.keys[place] == CHIEF and not tokens.kinds[place + 1] & (lexicon.PEOPLE | lexicon.ROLE | lexicon.DEFINITE)


def is_foremost_of(tokens: Places, place: int) -> bool:
    """Whether أبرز picks one of several behind a name or a comma, and is no verb: قال سالم الكندي أبرز قادة الحزب إن."""
    before, after = tokens.kinds[place - 1] if place else 0, tokens.kinds[place + 1]
    behind = before & (lexicon.ANY_NAME | lexicon.COMMA) and tokens.kinds[place] & lexicon.FOREMOST
    return bool(behind and after & (lexicon.ROLE | lexicon.PEOPLE)) and not after & lexicon.DEFINITE


def counts_people(tokens: Places, place: int) -> bool:
    """Whether a word counts the people behind its من: جمع غفير من | السكان; not جمع من التبرعات مبلغا."""
    if not tokens.kinds[place] & lexicon.THRONG:
        return False
    near = range(place + 1, min(len(tokens) - 1, place + 2 + LONGEST_QUALITY))
    led = next((at for at in near if tokens.kinds[at] & (lexicon.FUNCTION | lexicon.PUNCTUATION)), place)
    kind, several = tokens.kinds[led + 1], tokens.keys[led + 1].endswith(PLURALS)
    people = kind & (lexicon.PEOPLE | lexicon.ROLE) or (kind & lexicon.DEFINITE and several)
    return led > place and tokens.keys[led] == OF and bool(people)


def is_in_charge(tokens: Places, place: int) -> bool:
    """Whether أمر behind an office without an article is no verb: ولي أمر الطالبة."""
    return (
        bool(tokens.kinds[place] & lexicon.ROLE) and not tokens.kinds[place] & lexicon.DEFINITE and tokens.keys[place + 1] == CHARGE
    )


def is_team(tokens: Places, place: int) -> bool:
    """Whether a word that is a rank too means those who work for somebody: فريق ترامب; not الفريق سالم, فريق أول سالم."""
    kind, after = tokens.kinds[place], tokens.kinds[place + 1]
    if not kind & lexicon.TITLE or not kind & lexicon.CARRIER or kind & lexicon.DEFINITE:
        return False
    return not after & lexicon.RANK and (not after & lexicon.TITLE or bool(after & lexicon.DEFINITE))


def is_only_verb(tokens: Places, place: int) -> bool:
    """Whether an office that is a verb too opens its clause, and a name without article follows: وطالب سالم رئيس المجلس بكذا."""
    kind, before = tokens.kinds[place], tokens.kinds[place - 1] if place else lexicon.BREAK
    if not kind & lexicon.ROLE or not kind & lexicon.SPEECH or not lexicon.may_say(tokens.keys[place]):
        return False
    opens = before & lexicon.PUNCTUATION or (before & lexicon.PREFIX and tokens.keys[place - 1] in CONJUNCTIONS)
    return bool(opens and tokens.kinds[place + 1] & lexicon.ANY_NAME) and not tokens.kinds[place + 1] & lexicon.DEFINITE


def calls(tokens: Places, place: int) -> bool:
    """Whether a verb of claiming tells the name of the one before it: قال رجل يدعى سالم إن، قال أحد التجار، ويدعى سالم، إن."""
    after = tokens.kinds[place + 1]
    if not tokens.kinds[place] & lexicon.CALLED or not after & lexicon.NAME or after & lexicon.DEFINITE:
        return False
    before = tokens.kinds[place - 1] if place else 0
    return bool(before & lexicon.PEOPLE and not before & lexicon.DEFINITE) or (
        is_aside(tokens, place) and is_all(tokens, place + 1)
    )


def is_all(tokens: Places, place: int) -> bool:
    """Whether the name at `place` is all up to a mark: ويدعى | سالم الكندي، but not ويدعي سالم أن."""
    while tokens.kinds[place] & lexicon.ANY_NAME:
        place += 1
    return bool(tokens.kinds[place] & lexicon.PUNCTUATION)


def is_aside(tokens: Places, place: int) -> bool:
    """Whether a comma or a bracket stands before a word, a و between or not: التجار، | ويدعى، السيدات (| تدعى."""
    joined = place > 1 and tokens.kinds[place - 1] & lexicon.PREFIX and tokens.keys[place - 1] == JOINS_FREELY
    mark = place - 1 - bool(joined)
    return mark > 0 and (bool(tokens.kinds[mark] & lexicon.COMMA) or tokens.keys[mark] == ROUND[0])
