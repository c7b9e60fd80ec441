"""Surnames that stand alone for a person whom the page never names in full: ألغت القباني العقد، النائبة الكناني، كوكو، مدير الكرة.

A surname alone is told by its shape and by the words around it: an office or a verb before it, an office behind a comma. No word
is one that may tell of the noun before it (التراث العمراني), or by which a body or a place is called (جماعة الحوثي، بلدة القديح).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from qawl.arabic.findings import Range
from qawl.arabic.heads import known_head
from qawl.arabic.letters import ARTICLE, LAND_NISBA, NISBA, PLURALS, TA_MARBUTA, bare_key, fold
from qawl.arabic.lexicon import (
    ACCORDING,
    BODY,
    CARRIER,
    CITY,
    COMMA,
    COUNTRY,
    DEFINITE,
    DIES,
    DOCUMENT,
    DOUBTFUL,
    FAMILY,
    FUNCTION,
    MONTH,
    NAME,
    NATION,
    NUMBER,
    ODD,
    PEOPLE,
    PREFIX,
    PREPOSITION,
    PUNCTUATION,
    ROLE,
    SPEECH,
    THAT,
    TIME,
    TITLE,
    WORK,
    may_say,
)
from qawl.arabic.names.genders import is_womans
from qawl.arabic.names.lone_subjects import (
    does_alone,
    goes_on,
    houses_alone,
    is_hers,
    is_led,
    is_only_name,
    is_owned,
    is_personal,
    is_subject,
    personal,
)
from qawl.arabic.names.strange import is_strange as is_stranger
from qawl.arabic.names.strange import strange_end
from qawl.arabic.names.tails import ends_there
from qawl.arabic.names.units import connectors, definite_names, usual_given_names
from qawl.arabic.ordinary import is_common, is_known, is_no_noun, is_no_surname, is_rare, is_strange, is_unheard
from qawl.arabic.people.roles import role_after
from qawl.arabic.people.told_apart import is_written_owned, owned_relatives
from qawl.arabic.phrases.kin import offices
from qawl.arabic.tokens import Tokens
from qawl.arabic.where import by_word, words_among, words_of, words_only
from qawl.tables import table

# What a surname that stands alone may be.
SURNAMES = DEFINITE | FAMILY | NAME | ODD
# What no verb and no noun of somebody's is.
NO_HEAD = DEFINITE | FUNCTION | PREFIX | PUNCTUATION | TIME | NUMBER | ACCORDING | MONTH
# Nouns whose owner is a person: مقتل الكعبي، كتاب الكعبي.
OWNED = DIES | DOCUMENT | WORK
# An office of several words before a surname begins at most so many words before it.
LONGEST_OFFICE = 4

Named = tuple[Range, tuple[Range, ...]]


def alone_surnames(tokens: Tokens) -> Iterator[Named]:
    """Each surname that stands alone where no longer name does, with the office beside it, in text order."""
    for place in filter(None, words_only(tokens, SURNAMES | DOUBTFUL)):
        kind = tokens.kinds[place]
        if place + 1 in tokens.joiners and is_aged_alone(tokens, place):
            yield (place, place + 2), ()
            continue
        if is_quality_before_nation(tokens, place):
            continue
        found = titled_alone(tokens, place) if tokens.kinds[place - 1] & (TITLE | PEOPLE) else None
        found = kin_alone(tokens, place) if found is None else found
        if found is None and (not kind & DOUBTFUL or is_womans(tokens.keys[place - 1]) or is_surely_family(tokens, place)):
            found = untitled_alone(tokens, place)
        if found is not None:
            yield (place, place + 1), found
    yield from ((house, ()) for house in houses_alone(tokens))
    yield from ((name, ()) for name in (*strange_kin(tokens), *strange_personal(tokens)))


def strange_kin(tokens: Tokens) -> Iterator[Range]:
    """Names of several words that no text has behind somebody's kin or officer: زميله | دانكو فيرسال، محاميه | كورلو باستان."""
    owned = [place for key in owned_relatives() if tokens.count(key) for place in by_word(tokens)[key]]
    for place in sorted({*owned, *(at for at in words_of(tokens, PEOPLE | ROLE) if is_owned(tokens, at))}):
        stop = strange_end(tokens, place + 1, len(tokens))
        if stop > place + 2 and is_written_owned(tokens, place):
            yield place + 1, stop


def strange_personal(tokens: Tokens) -> Iterator[Range]:
    """Names of several words that no text has behind what only people do: توفي | دانكو فيرسال، يقودها | كورلو باستان."""
    for place in words_among(tokens, personal()):
        stop = strange_end(tokens, place + 1, len(tokens))
        if stop > place + 2:
            yield place + 1, stop


def is_quality_before_nation(tokens: Tokens, place: int) -> bool:
    """Whether a relative adjective stands between an office and a nationality, both of the office: الناشط | السلفي | الموريتاني."""
    kind, after = tokens.kinds[place], tokens.kinds[place + 1]
    nisba = kind & DEFINITE and tokens.keys[place].endswith(NISBA)
    return bool(nisba and after & NATION and after & DEFINITE and not tokens.kinds[place - 1] & TITLE)


def is_aged_alone(tokens: Tokens, place: int) -> bool:
    """Whether a surname stands before the word that tells the father from the son: بين | كندور الأب | وكندور الابن."""
    age = place + 1 < len(tokens.starts) and connectors().get(tokens.keys[place + 1]) == "last"
    named = tokens.kinds[place] & FAMILY and (not tokens.kinds[place] & DOUBTFUL or is_strange(tokens.keys[place]))
    return bool(age and named) and not tokens.kinds[place - 1] & (NAME | FAMILY | ROLE)


def is_surely_family(tokens: Tokens, place: int) -> bool:
    """Whether a surname of the lists has no other use there: it is in no text, or an office stands behind a comma, once for all."""
    kind, key = tokens.kinds[place], tokens.keys[place]
    if not kind & FAMILY:
        return False
    return is_strange(key) if kind & DEFINITE else tokens.count(key) == 1 and is_before_office(tokens, place)


def untitled_alone(tokens: Tokens, place: int) -> tuple[Range, ...] | None:
    """The offices of whom a surname without a title means, None where it means nobody."""
    if tokens.kinds[place] & DEFINITE:
        return definite_alone(tokens, place) if may_be_house(tokens, place) else None
    if is_before_office(tokens, place):
        return strange_alone(tokens, place)
    return () if does_alone(tokens, place) else strange_officer(tokens, place)


def strange_officer(tokens: Tokens, place: int) -> tuple[Range, ...] | None:
    """The office whose last definite word stands before a word that no text has: رئيس نادي الساحل | بودريغة، حيث قال.

    So one that a nationality ends: المهاجم البرازيلي | تاراوسكا; by itself it may be a club's: على البرازيلي تاراوسكا.
    """
    if tokens.kinds[place] & ~ODD or not tokens.kinds[place - 1] & DEFINITE or not is_unheard(tokens.keys[place]):
        return None
    if goes_on(tokens, place + 1) or not ends_there(tokens, place) or is_owned(tokens, place) or is_no_surname(tokens.keys[place]):
        return None
    if tokens.keys[place].endswith(PLURALS) or is_led(tokens.keys[place]):
        return None
    office = office_of_place(tokens, place - 1)
    office = national_office(tokens, place) if office is None else office
    return ((office, place),) if office is not None else None


def national_office(tokens: Tokens, place: int) -> int | None:
    """Where the office begins that a nationality ends before a name: المهاجم البرازيلي |، لاعبة الوسط البرازيلية |."""
    kind, head = tokens.kinds[place - 1], place - 2
    if not (kind & NATION and kind & DEFINITE) or head < 0 or not is_only_name(tokens, place):
        return None
    before = tokens.kinds[head]
    if not before & DEFINITE or before & (BODY | CARRIER | DOCUMENT | PUNCTUATION | NATION):
        return None
    return head if before & ROLE else office_of_place(tokens, head)


def titled_alone(tokens: Tokens, place: int) -> tuple[Range, ...] | None:
    """The title of whom one word behind it names: العقيد | حسن أوفى بوعده، في وداع السيد | كندورا; not السيد | مهذب."""
    title = tokens.kinds[place - 1]
    if not title & TITLE and known_head(tokens.keys[place - 1]) != "unnamed":
        return None
    if not title & DEFINITE or title & BODY or not names_alone(tokens, place):
        return None
    first = next((at + 1 for at in range(place - 2, -1, -1) if not tokens.kinds[at] & TITLE), 0)
    return ((first, place),)


def names_alone(tokens: Tokens, place: int) -> bool:
    """Whether an indefinite word is a usual given name, or one that no text has, and all of a name; not ابنه | سامي ترك كندوري."""
    kind, key = tokens.kinds[place], tokens.keys[place]
    later = tokens.kinds[place + 2]
    if later & (FAMILY | ODD) and not (later | tokens.kinds[place + 1]) & (
        DEFINITE | PUNCTUATION | PREFIX | PREPOSITION | FUNCTION
    ):
        return False
    listed = kind & FAMILY and not kind & (NAME | DOUBTFUL) and is_rare(key)
    named = listed or (kind & NAME and key in usual_given_names()) or (not kind & ~ODD and is_unheard(key) and not is_led(key))
    return bool(named) and not (kind & (DEFINITE | BODY) or is_owned(tokens, place) or goes_on(tokens, place + 1))


def kin_alone(tokens: Tokens, place: int) -> tuple[Range, ...] | None:
    """No office of whom one word names behind a word for kin: سلفه | كندورا ثم، مواطنه | الكناني في; not سلفه | المعروف."""
    if tokens.keys[place - 1] not in owned_relatives() or not is_written_owned(tokens, place - 1):
        return None
    land = tokens.keys[place].endswith(LAND_NISBA)
    house = tokens.kinds[place] & DEFINITE and not land and may_be_house(tokens, place) and not goes_on(tokens, place + 1)
    return () if house or names_alone(tokens, place) else None


def may_be_house(tokens: Tokens, place: int) -> bool:
    """Whether a definite word has the shape of a surname and hardly another use: الكناني، الطراونة."""
    kind, key = tokens.kinds[place], tokens.keys[place]
    if not key.endswith((NISBA[0], TA_MARBUTA)) or key.endswith(PLURALS) or is_common(key):
        return False
    if not kind & FAMILY:
        return bool(key.endswith(NISBA[0])) and is_strange(key)
    return not key.endswith(TA_MARBUTA) or not kind & NAME


def definite_alone(tokens: Tokens, place: int) -> tuple[Range, ...] | None:
    """The offices of whom a definite surname means, None where it means nobody."""
    before = tokens.kinds[place - 1]
    if before & DEFINITE or before & (CITY | COUNTRY):
        return office_before(tokens, place)
    family = tokens.kinds[place] & FAMILY or is_unheard_house(tokens, place)
    sure = bool(family) and not (is_before_name(tokens, place) or is_followers(tokens, place))
    if is_said_by(tokens, place) or (sure and (is_subject(tokens, place) or is_owner(tokens, place) or is_personal(tokens, place))):
        return tuple(role_after(tokens, place + 1))
    return strange_alone(tokens, place) if is_before_office(tokens, place) else None


def is_unheard_house(tokens: Tokens, place: int) -> bool:
    """Whether a definite word that no text has, with its article or without, is behind no woman's verb: غادر | الكندوري."""
    key = tokens.keys[place]
    unheard = tokens.kinds[place] & ODD and not (is_known(key) or is_known(bare_key(key)))
    return bool(unheard) and not is_hers(tokens.keys[place - 1])


def office_before(tokens: Tokens, place: int) -> tuple[Range, ...] | None:
    """The office before a surname: one of definite words, or one of a place: النائبة | الكناني، رئيس مدينة قوص | السماني."""
    first = office_head(tokens, place - 1)
    head, sure = tokens.kinds[first], bool(tokens.kinds[place] & FAMILY) or (first < place - 1 and is_unheard(tokens.keys[place]))
    if head & (CITY | COUNTRY) and not head & DEFINITE:
        office = office_of_place(tokens, first)
        return ((office, place),) if sure and office is not None and ends_phrase(tokens, place) else None
    if not (head & DEFINITE and head & ROLE) or head & (BODY | NATION | DOCUMENT):
        return None
    if tokens.keys[first].endswith((*PLURALS, NISBA[0])):
        return None
    woman = is_womans(tokens.keys[first])
    if not woman and not (sure and is_strange(tokens.keys[place])):
        return None
    if (first and tokens.kinds[first - 1] & (ROLE | TITLE | PEOPLE | BODY)) or tokens.keys[place].endswith(TA_MARBUTA):
        return None
    return ((first, place), *role_after(tokens, place + 1))


def office_head(tokens: Tokens, place: int) -> int:
    """The first word of an office of definite words, of which the last tells when it was held: الوكيل | العام | الجديد."""
    told = bare_key(tokens.keys[place]) in {**offices("past"), **offices("now")}
    while told and place and tokens.keys[place] in plain_adjectives():
        place -= 1
    return place


@cache
def plain_adjectives() -> frozenset[str]:
    """Folded definite words that tell neither which body nor which field an office is of: العام, الجديد, السابق."""
    return frozenset(fold(ARTICLE + form) for row in table("role_fillers.tsv") for form in (row["form"], row["form"] + TA_MARBUTA))


def office_of_place(tokens: Tokens, place: int) -> int | None:
    """Where the office begins whose last word is the place: رئيس مدينة | قوص، محافظ | عدن."""
    starts = range(place - 1, max(-1, place - LONGEST_OFFICE), -1)
    first = next((at for at in starts if tokens.kinds[at] & (DEFINITE | NO_HEAD) or tokens.kinds[at] & ROLE), None)
    return first if first is not None and tokens.kinds[first] & ROLE and not tokens.kinds[first] & DEFINITE else None


def ends_phrase(tokens: Tokens, place: int) -> bool:
    """Whether no definite word that may go with the place follows a surname: رئيس مدينة قوص السماني | تركيب بوابة."""
    return not tokens.kinds[place + 1] & (DEFINITE | NATION)


def is_said_by(tokens: Tokens, place: int) -> bool:
    """Whether a word stands right between a verb of saying and what it says: ذكر | الطراونة | أنه."""
    verb = place - 1
    told = tokens.kinds[place + 1] & THAT
    return bool(told and tokens.kinds[verb] & SPEECH) and may_say(tokens.keys[verb])


def is_before_name(tokens: Tokens, place: int) -> bool:
    """Whether another part of a name stands behind a given name with the article: شدد المهدي | فقير."""
    after = tokens.kinds[place + 1]
    return tokens.keys[place] in definite_names() and bool(after & (NAME | FAMILY | ODD)) and not after & DEFINITE


def is_followers(tokens: Tokens, place: int) -> bool:
    """Whether the page has the word's plural or calls a body by it, so that it stands for several: جماعة الحوثي، الحوثيون."""
    key, kinds = tokens.keys[place], tokens.kinds
    if any(tokens.count(key + ending) for ending in PLURALS):
        return True
    return tokens.count(key) > 1 and any(kinds[at - 1] & (BODY | CARRIER) for at in by_word(tokens)[key])


def is_owner(tokens: Tokens, place: int) -> bool:
    """Whether a noun that persons have stands before a surname: مقتل | الكعبي، كتاب | الحمادي."""
    head = tokens.kinds[place - 1]
    if is_owned(tokens, place - 1):
        return False
    return bool(head & OWNED) and not head & (DEFINITE | BODY | SPEECH) and not tokens.keys[place].endswith(TA_MARBUTA)


def is_speaker(tokens: Tokens, place: int) -> bool:
    """Whether a word that is no usual noun stands behind a verb of saying that opens its clause: دعا | هايلو، رئيس المجلس، إلى."""
    key, plain = tokens.keys[place], not tokens.kinds[place] & ~ODD
    return plain and bool(tokens.kinds[place - 1] & SPEECH) and is_subject(tokens, place) and is_no_noun(key)


def is_before_office(tokens: Tokens, place: int) -> bool:
    """Whether a comma and an office of somebody's stand behind a word: كوكو، | مدير الكرة بالنادي."""
    office = place + 2
    if office + 1 >= len(tokens.starts) or not tokens.kinds[place + 1] & COMMA:
        return False
    kind, after = tokens.kinds[office], tokens.kinds[office + 1]
    return bool(kind & ROLE and not kind & (DEFINITE | BODY | NAME)) and bool(after & DEFINITE)


def strange_alone(tokens: Tokens, place: int) -> tuple[Range, ...] | None:
    """The office behind a comma of a word that nothing else can be there: قدم | كوكو |، مدير الكرة."""
    before = tokens.kinds[place - 1]
    alone = not before & (DEFINITE | BODY | CARRIER | NAME | FAMILY | ODD | CITY | COUNTRY | PUNCTUATION | ROLE | TITLE | NUMBER)
    known = tokens.kinds[place] & DEFINITE or is_stranger(tokens, place, True) or is_speaker(tokens, place)
    roles = tuple(role_after(tokens, place + 1)) if alone and known else ()
    return roles or None
