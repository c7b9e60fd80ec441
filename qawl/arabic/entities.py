"""Noun phrases that can speak: the person's name in them, role and appositions, or the body, group or document that they name.

A phrase is read as tokens ``first`` to ``stop`` (exclusive); offsets into the text come from the tokens.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from qawl.arabic.extents import phrase_end
from qawl.arabic.first_names import can_begin, goes_on
from qawl.arabic.heads import is_headed, is_somebodys, known_head, speaks_itself, type_of
from qawl.arabic.joiners import NAMELY, connectors, is_and, is_of_kin
from qawl.arabic.leads import counted_type, read_lead
from qawl.arabic.letters import (
    ARTICLE,
    FEMININE_ENDINGS,
    HIS,
    HOUSE,
    INITIAL,
    JOINS_FREELY,
    NISBA,
    PREPOSITIONS,
    TA_MARBUTA,
    UPON,
    WRITTEN_WAW,
)
from qawl.arabic.lexicon import (
    ANYONE,
    BODY,
    CARRIER,
    CITY,
    CLOSES,
    COMMA,
    COUNTRY,
    DEFINITE,
    DOCUMENT,
    DOUBTFUL,
    EACH,
    FAMILY,
    FIGURE,
    FUNCTION,
    MANNER,
    MATTER,
    MEDIA,
    NAME,
    NATION,
    ODD,
    ONE_OF,
    OPENS,
    PEOPLE,
    PREFIX,
    PREPOSITION,
    PUBLISHED,
    PUNCTUATION,
    RELATIVE,
    RENOWNED,
    ROLE,
    SETTING,
    SPEECH,
    THAT,
    TIME,
    TITLE,
    WORK,
    descents,
    seldom_names,
)
from qawl.arabic.marked_names import title_close
from qawl.arabic.name_tails import ends_there, is_blessing
from qawl.arabic.named_things import is_called
from qawl.arabic.names import LONGEST_NAME, name_end
from qawl.arabic.ordinary import family, frequencies, is_adverb, is_common, is_no_surname, is_rare, is_several, is_unheard, is_verb
from qawl.arabic.papers import is_paper
from qawl.arabic.surnames import may_be_surname
from qawl.arabic.tokens import Tokens
from qawl.model import PartyType

# What is no noun of doing behind a preposition, of which somebody else's name tells whose it is.
NO_DEED = DEFINITE | BODY | COUNTRY | CITY | ROLE | TITLE | PEOPLE | TIME | FUNCTION
# A name between commas of which only the last word is known as one has fewer words.
SHORT_NAME = 4


class Phrase(NamedTuple):
    """A noun phrase that can speak: tokens ``first``-``stop``, the name in it (``name``-``name_stop``) and its role.

    ``type`` is the type of the party; ``role`` the tokens of the role beside or without a name, None where there is none.
    """

    first: int
    stop: int
    type: PartyType
    name: tuple[int, int]
    role: tuple[int, int] | None
    named: bool


def find_name(tokens: Tokens, first: int, stop: int) -> tuple[int, int] | None:
    """The person's name inside a phrase, None where it holds none; a name behind a preposition or in marks is not its own."""
    head = tokens.kinds[first]
    if not head & (NAME | TITLE) and ((head & BODY and not head & ROLE) or known_head(tokens.keys[first]) == "group"):
        return None
    names = list(names_in(tokens, first, stop))
    alone = names[0] if names and not (head & DOCUMENT and tokens.kinds[names[0][0]] & DOUBTFUL) else None
    if alone and alone[0] == first and stands_alone(tokens, first, alone[1]):
        return alone
    return next((name for name in names if name[1] - name[0] > 1), alone)


def stands_alone(tokens: Tokens, first: int, after: int) -> bool:
    """Whether a surname that heads a phrase stands apart from what follows: أشاد الكندي | بأداء فلان، امتدح كنتور | أداء فلان."""
    head, kind = tokens.kinds[first], tokens.kinds[after] if after < len(tokens) else PUNCTUATION
    if after - first > 1 or head & ~(NAMELY | DEFINITE) or head & TITLE:
        return False
    if kind & (PREFIX | PREPOSITION):
        return not is_and(tokens, after)
    return not head & (DOUBTFUL | DEFINITE) and not kind & ~(WORK | FIGURE | MANNER) and is_common(tokens.keys[after])


def names_in(tokens: Tokens, first: int, stop: int) -> Iterator[tuple[int, int]]:
    """The names in a phrase that can be its own, in order."""
    place = first
    while place < stop:
        before = tokens.kinds[place - 1] if place > first else 0
        if tokens.kinds[place] & OPENS:
            place = (title_close(tokens, first, place, stop) or stop) + 1
        elif name_starts(tokens, place, first, before):
            end = name_end(tokens, place, stop)
            if end == place + 1:
                end = max(end, strange_end(tokens, place, stop))
            if not before & (PREFIX | PREPOSITION) and not bears_name(tokens, first, place):
                yield before_house(tokens, first, place), end
            place = end
        else:
            place += 1


def before_house(tokens: Tokens, first: int, place: int) -> int:
    """Where a name begins that holds a house, behind a first name that no table knows: مسلي آل معمر."""
    if place > first and tokens.keys[place - 1] == HOUSE:
        place -= 1
    before = tokens.kinds[place - 1] if place > first else PUNCTUATION
    given = tokens.keys[place] == HOUSE and not before & (~NAMELY | DEFINITE) and not is_common(tokens.keys[place - 1])
    return place - 1 if given else place


def bears_name(tokens: Tokens, first: int, place: int) -> bool:
    """Whether the name at `place` of a phrase is a body's, that of a thing called after a king, or tells whose kin the head is."""
    titled = tokens.kinds[place - 1] & TITLE and known_head(tokens.keys[place - 1]) != "group"
    thing = bool(titled) and place > first + 1 and is_called(tokens, place)
    made = names_body(tokens, place) or names_work(tokens, place)
    return thing or made or owns(tokens, first, place) or of_office(tokens, first, place) or in_adjunct(tokens, first, place)


def in_adjunct(tokens: Tokens, first: int, place: int) -> bool:
    """Whether the name at `place` tells whose a noun behind a preposition is: المدرب بأداء اللاعب | فلان، الوزير بجهود | فلان.

    Behind somebody unnamed any noun will do: مصدر مطلع على تفكير | فلان.
    """
    kinds, noun = tokens.kinds, place - 1
    if kinds[noun] & DEFINITE and kinds[noun] & (TITLE | ROLE):
        noun -= 1
    if noun < first + 2 or not kinds[noun - 1] & (PREFIX | PREPOSITION) or is_and(tokens, noun - 1):
        return False
    anyone = not (kinds[first] & (DEFINITE | TITLE | NAME) or kinds[noun] & DEFINITE)
    deed = anyone or kinds[noun] & (FIGURE | MANNER | DOCUMENT) or noun < place - 1
    return bool(deed) and not kinds[noun] & NO_DEED and is_common(tokens.keys[noun])


def names_body(tokens: Tokens, place: int) -> bool:
    """Whether the name at `place` is a body's own, since a body without an article stands before it: حزب آفاق، وكالة أنباء سحر."""
    kinds = tokens.kinds
    if place > 1 and kinds[place - 1] & DOCUMENT and not kinds[place - 1] & DEFINITE:
        place -= 1
    before = kinds[place - 1] if place else 0
    if place > 1 and before & BODY and kinds[place - 2] & BODY and not kinds[place - 2] & (DEFINITE | DOCUMENT):
        return bool(before & MEDIA)
    return bool(before & BODY) and not before & DEFINITE and not is_proper(tokens.keys[place - 1])


def names_work(tokens: Tokens, place: int) -> bool:
    """Whether a single word behind a work without an article is the work's name: بطلة مسلسل | سلمى."""
    work = place > 0 and tokens.kinds[place - 1] & WORK and not tokens.kinds[place - 1] & (DEFINITE | DOCUMENT | PREPOSITION)
    return bool(work) and not tokens.kinds[place] & RENOWNED and name_end(tokens, place, len(tokens)) == place + 1


def is_proper(key: str) -> bool:
    """Whether a body's word never stands with an article, or is a dual, so that it is its own name: أوبك, أرامكو, طالبان."""
    return ARTICLE + key not in frequencies() or is_several(key)


def owns(tokens: Tokens, first: int, name: int) -> bool:
    """Whether the name only tells whose relative or spokesman the head is: والد الشاب المصري فلان، متحدث باسم الوزير فلان."""
    head = tokens.kinds[first]
    if not head & (PEOPLE | ROLE) or head & (TITLE | DEFINITE) or (name == first + 1 and tokens.is_owned(first)):
        return False
    if head & ANYONE and first + 2 < name and tokens.kinds[first + 1] & PREPOSITION and tokens.kinds[first + 2] & (ROLE | TITLE):
        return True
    first += is_of_kin(tokens, first)
    titled = name > first + 1 and tokens.kinds[first + 1] & (TITLE | ROLE | PEOPLE)
    told = all(kind & DEFINITE for kind in tokens.kinds[first + 1 : name])
    return name == first + 1 or bool(titled and told and not head & ROLE)


def of_office(tokens: Tokens, first: int, name: int) -> bool:
    """Whether the name tells whose office a document or somebody comes from: بيان مكتب الوزير فلان، مصدر في ديوان الأمير فلان."""
    kinds = tokens.kinds
    if not kinds[first] & (DOCUMENT | PEOPLE) or kinds[first] & (ROLE | TITLE | DEFINITE):
        return False
    bodies = (at for at in range(first + 1, name - 1) if kinds[at] & BODY and not kinds[at] & (DEFINITE | ROLE | DOCUMENT))
    return any(kinds[at + 1] & (ROLE | TITLE) for at in bodies)


def name_starts(tokens: Tokens, place: int, first: int, before: int) -> bool:
    """Whether a name begins at `place` of the phrase that begins at `first`; `before` are the classes of the token before."""
    kind = tokens.kinds[place]
    if before & TITLE and not before & DEFINITE and kind & DEFINITE and kind & (BODY | CARRIER):
        return False
    if before & TITLE and before & BODY and kind & DEFINITE and tokens.keys[place].endswith(NISBA):
        surname = kind & (RENOWNED | FAMILY) and not kind & DOUBTFUL
        if place > first + 1 or not surname:
            return False
    if kind & BODY and kind & DEFINITE and place > first and before & (TITLE | ROLE) and not before & DEFINITE:
        return False
    if before & TITLE and kind & DEFINITE and kind & (ODD | FAMILY) and not kind & (ROLE | TITLE | NATION):
        return not (place + 1 < len(tokens) and is_named_next(tokens, place + 1))
    expected = place == first or bool(before & TITLE) or bool(tokens.kinds[first] & (ROLE | TITLE | PEOPLE))
    if can_begin(tokens, place, expected):
        return True
    plain = not kind & (~NAMELY | DEFINITE | CITY) and not is_blessing(tokens, place)
    if expected and plain and (place == first or before & DEFINITE) and strange_end(tokens, place, len(tokens)) > place:
        return True
    if not (expected and plain and before & DEFINITE):
        return False
    return ((bool(before & TITLE) or goes_on(tokens, place)) and may_be_first(tokens, place)) or odd_ends(tokens, place + 1)


def may_be_first(tokens: Tokens, place: int) -> bool:
    """Whether a word that no table knows may be the first name behind a title: الدكتور كاليف سبانيول."""
    key = tokens.keys[place]
    return (not is_common(key) or key in seldom_names()) and not is_verb(key) and not is_adverb(key)


def is_named_next(tokens: Tokens, place: int) -> bool:
    """Whether a title or the name itself comes, so that the definite word before it is an adjective: الإمام الأكبر أحمد."""
    kind = tokens.kinds[place]
    return bool(kind & TITLE or (kind & NAME and not kind & DEFINITE and tokens.keys[place] not in descents()))


def odd_ends(tokens: Tokens, place: int) -> bool:
    """Whether a word that no general text knows ends the phrase, so that the word before it is a first name: جيل بارنيو."""
    return place < len(tokens) and bool(tokens.kinds[place] & ODD) and ends_there(tokens, place)


def read_source(tokens: Tokens, first: int, limit: int) -> Phrase | None:
    """The phrase at `first` as a source: two persons joined by و speak as one group."""
    phrase = read_phrase(tokens, first, limit)
    while phrase and (second := joined_to(tokens, phrase, limit)):
        phrase = Phrase(phrase.first, second.stop, "group", (phrase.first, second.stop), None, False)
    return phrase


def joined_to(tokens: Tokens, phrase: Phrase, limit: int) -> Phrase | None:
    """The person whom و joins to the person of a phrase: قال سالم الكندي وناصر الحارثي إن كذا."""
    after = phrase.name[1]
    if not phrase.named or after + 1 >= limit or not is_and(tokens, after):
        return None
    second = read_phrase(tokens, after + 1, limit)
    return second if second and second.named and ends_there(tokens, second.stop - 1) else None


def read_phrase(tokens: Tokens, first: int, limit: int) -> Phrase | None:
    """The noun phrase at `first`, with what leads to its noun and the appositions that follow; None where none begins there."""
    lead = read_lead(tokens, first, limit)
    phrase = read_noun(tokens, lead.noun, limit)
    if phrase is None or lead.noun == first:
        return phrase
    if not lead.quantity:
        return phrase._replace(first=first)
    if phrase.type == "unnamed" and not is_headed(tokens, lead.noun) and not tokens.kinds[lead.noun] & DEFINITE:
        return None
    if lead.quantity & ONE_OF and (one := name_of_one(tokens, lead.noun, limit)):
        role = first, one[0] - bool(tokens.kinds[one[0] - 1] & COMMA)
        return Phrase(first, one[1], "person", one, role, True)
    stop, name = phrase.stop, lead.name
    if lead.quantity & EACH and joins_within(tokens, lead.noun, phrase.stop):
        name = lead.noun
    return Phrase(first, stop, counted_type(tokens, lead, phrase.type), (name, stop), None, False)


def name_of_one(tokens: Tokens, noun: int, limit: int) -> tuple[int, int] | None:
    """The name of one of several, right behind them or behind a comma: أحد السكان | سالم الكندي، أحد مساعدي الوزير، | سالم الكندي.

    Not أحد مساعدي الوزير سالم الكندي.
    """
    stop = phrase_end(tokens, noun, limit)
    if stop < limit and tokens.kinds[stop] & COMMA:
        start = stop + 1
    else:
        start = noun + 1
        if not tokens.kinds[noun] & DEFINITE:
            return None
    end = name_end(tokens, start, limit) if start < limit and can_begin(tokens, start, True) else start
    return (start, end) if end > start + 1 and ends_there(tokens, end - 1) else None


def joins_within(tokens: Tokens, first: int, stop: int) -> bool:
    """Whether و joins two inside a phrase: الوزير والنائب."""
    return any(is_and(tokens, place) for place in range(first + 1, stop - 1))


def read_noun(tokens: Tokens, first: int, limit: int) -> Phrase | None:
    """The noun phrase whose noun stands at `first`."""
    kind = tokens.kinds[first] if first < limit else PUNCTUATION
    if kind & (PUNCTUATION | PREFIX | TIME) or (kind & SETTING and not kind & DOCUMENT) or is_matter(tokens, first):
        return None
    if told := after_nationality(tokens, first, limit) or strange_name_in_marks(tokens, first, limit):
        return told
    stop = phrase_end(tokens, first, limit)
    if stop == first:
        return None
    name = find_name(tokens, first, stop)
    if name and is_quality(tokens, first, name):
        return unnamed_phrase(tokens, first, stop)
    if name is None and (told := known_name_in_marks(tokens, first, stop) or surname_before_office(tokens, first, stop)):
        return told
    if surname := definite_surname(tokens, first, name):
        return surname
    if name is None or is_weak(tokens, name):
        apposed = apposed_name(tokens, first, stop, limit)
        if apposed or name is None or is_word(tokens, name):
            return apposed or unnamed_phrase(tokens, first, stop)
    return named_phrase(tokens, first, stop, name, limit)


def named_phrase(tokens: Tokens, first: int, stop: int, name: tuple[int, int], limit: int) -> Phrase:
    """The phrase of a person whose name stands in it, with the office before the name, right behind it or behind a comma."""
    role = (first, name[0]) if name[0] > first else None
    if role is None and stop > name[1] and is_somebodys(tokens, name[1]):
        stop = name[1]
    elif role is None and stop > name[1] and tokens.kinds[name[1]] & (ROLE | TITLE | PEOPLE):
        role = name[1], (stop := before_next(tokens, name[1], stop))
    after = apposition(tokens, stop, limit)
    return Phrase(first, after[1] if after else stop, "person", name, role or after, True)


def before_next(tokens: Tokens, first: int, stop: int) -> int:
    """Where an office ends before و and the title of the next person, or before what its verb takes.

    نائب المحافظ | واللواء حمدي الحشاش; شدد فلان مدرب المنتخب | على صعوبة المباراة.
    """
    for place in range(first + 1, stop - 1):
        if stands_before_next(tokens, place) and find_name(tokens, place + 1, stop):
            return place
        if place > first + 1 and is_of_verb(tokens, first, place):
            return place
    return stop


def is_of_verb(tokens: Tokens, office: int, place: int) -> bool:
    """Whether a preposition behind what an office is of leads on from the verb: مدرب المنتخب | على كذا، مدرب المنتخب | بمنافسه."""
    kinds = tokens.kinds
    whole = not kinds[office] & DEFINITE and kinds[place - 1] & (DEFINITE | COUNTRY | CITY | BODY)
    if not whole or not kinds[place] & (PREFIX | PREPOSITION):
        return False
    return tokens.keys[place] == UPON or (tokens.keys[place] in PREPOSITIONS and tokens.is_owned(place + 1))


def stands_before_next(tokens: Tokens, place: int) -> bool:
    """Whether و and a title stand at `place`, so that the next person's name may follow."""
    if place + 1 >= len(tokens) or not tokens.kinds[place] & PREFIX or tokens.keys[place] != JOINS_FREELY:
        return False
    return bool(tokens.kinds[place + 1] & TITLE) and not tokens.kinds[place + 1] & ROLE


def strange_name_in_marks(tokens: Tokens, first: int, limit: int) -> Phrase | None:
    """A person whose name, known to no table, stands in marks right behind a title or an office and its adjectives.

    What follows the marks must tell that they hold no work: الفنانة السورية «فلانة» إن.
    """
    kinds, mark = tokens.kinds, first
    if not kinds[first] & (TITLE | ROLE | PEOPLE) or is_of_another(tokens, first):
        return None
    while mark < limit and kinds[mark] & DEFINITE and not kinds[mark] & (BODY | DOCUMENT | SPEECH):
        mark += 1
    if mark == first or mark >= limit or not kinds[mark] & OPENS:
        return None
    close = apposed_end(tokens, mark + 1, limit)
    if close == mark + 2 and mark + 3 < limit and kinds[mark + 3] & CLOSES and not kinds[close] & ~DEFINITE:
        close = mark + 3
    if close == mark + 1 or close + 1 >= len(tokens) or not kinds[close] & CLOSES:
        return None
    if not kinds[close + 1] & FUNCTION and not (kinds[close + 1] & ROLE and not kinds[close + 1] & DEFINITE):
        return None
    named = close - mark > 2 or kinds[mark + 1] & (NAME | FAMILY | ODD)
    return in_marks(first, mark, close) if named else None


def is_of_another(tokens: Tokens, first: int) -> bool:
    """Whether a head belongs to somebody else, whose name may stand in marks: رجال الرئيس «فلان»، والد الطفلة «فلانة»."""
    kind = tokens.kinds[first]
    own = kind & PEOPLE and not kind & (DEFINITE | ROLE | TITLE)
    return bool(own) or known_head(tokens.keys[first]) == "group"


def known_name_in_marks(tokens: Tokens, first: int, stop: int) -> Phrase | None:
    """A person whose name stands in marks, all that they hold, anywhere behind an office: زعيمة الحزب «هالة النوري»."""
    marks = marks_behind_office(tokens, first, stop)
    if marks is None:
        return None
    mark, close = marks
    inner = read_noun(tokens, mark + 1, close)
    whole = inner and inner.named and inner.name == (mark + 1, close) and (close > mark + 2 or tokens.kinds[mark + 1] & NAME)
    return in_marks(first, mark, close) if whole else None


def marks_behind_office(tokens: Tokens, first: int, stop: int) -> tuple[int, int] | None:
    """The marks behind an office that may hold a person's name, and no work's or body's: زعيمة الحزب «هالة النوري»."""
    mark = next((place for place in range(first + 1, stop) if tokens.kinds[place] & OPENS), None)
    if mark is None or not tokens.kinds[first] & (ROLE | TITLE):
        return None
    close = title_close(tokens, first, mark, stop)
    if close is None or tokens.kinds[mark - 1] & (PREPOSITION | PREFIX | WORK) or names_body(tokens, mark):
        return None
    body = close - mark == 2 and any(kind & BODY for kind in tokens.kinds[first:mark])
    return None if body else (mark, close)


def surname_before_office(tokens: Tokens, first: int, stop: int) -> Phrase | None:
    """A person whose surname alone stands before the office: أكد المقريف رئيس الحزب."""
    kind, office = tokens.kinds[first], first + 1
    surname = kind & DEFINITE and kind & (FAMILY | ODD) and not kind & ~NAMELY and not is_common(tokens.keys[first])
    if not surname or office >= stop or not tokens.kinds[office] & ROLE or tokens.kinds[office] & (DEFINITE | SPEECH):
        return None
    return Phrase(first, stop, "person", (first, office), (office, stop), True)


def definite_surname(tokens: Tokens, first: int, name: tuple[int, int] | None) -> Phrase | None:
    """A person whose surname heads the phrase, another one's name behind a preposition: أشاد الكندي | بأداء سالم الحارثي."""
    after = first + 1
    other = name and name[0] > after and tokens.kinds[first] & DEFINITE and stands_alone(tokens, first, after)
    if not other or not tokens.kinds[first] & (FAMILY | ODD) or is_common(tokens.keys[first]):
        return None
    return Phrase(first, after, "person", (first, after), None, True)


def in_marks(first: int, mark: int, close: int) -> Phrase:
    """The phrase of a person whose name stands between two marks, behind its role."""
    return Phrase(first, close + 1, "person", (mark + 1, close), (first, mark), True)


def is_known(tokens: Tokens, phrase: Phrase) -> bool:
    """Whether a phrase names a person or has a noun that the tables know, whatever leads to it: عدد من النواب."""
    noun = read_lead(tokens, phrase.first, phrase.stop).noun
    return phrase.named or is_headed(tokens, noun) or is_paper(tokens, phrase.name)


def after_nationality(tokens: Tokens, first: int, limit: int) -> Phrase | None:
    """A person whom the nationality introduces, which is no role: التركي فاتح تيريم، الروماني جالكا مدرب الفريق."""
    if not is_nationality(tokens, first) or first + 1 >= limit:
        return None
    inner = read_noun(tokens, first + 1, limit)
    if inner and inner.named and inner.name[0] == first + 1:
        return inner._replace(first=first)
    if not is_stranger(tokens, first + 1):
        return None
    stop = apposed_end(tokens, first + 2, limit)
    role = (stop, phrase_end(tokens, stop, limit)) if stop < limit and tokens.kinds[stop] & ROLE else None
    return Phrase(first, role[1] if role else stop, "person", (first + 1, stop), role, True)


def is_nationality(tokens: Tokens, place: int) -> bool:
    """Whether a word tells one person's nationality: التركي, but not الأتراك، المغاربة."""
    kind = tokens.kinds[place]
    return bool(kind & NATION and kind & DEFINITE) and not kind & (ROLE | TITLE) and tokens.keys[place].endswith(NISBA)


def is_stranger(tokens: Tokens, place: int) -> bool:
    """Whether a word behind a nationality can only be a name: rare in general text, or a nationality without article."""
    kind, key = tokens.kinds[place], tokens.keys[place]
    if kind & (~(NAMELY | NATION) | DEFINITE) or is_verb(key) or (is_adverb(key) and key in frequencies()):
        return False
    return bool(kind & NATION) or is_rare(key)


def is_weak(tokens: Tokens, name: tuple[int, int]) -> bool:
    """Whether only its rareness speaks for a name."""
    kind = tokens.kinds[name[0]]
    return name[1] - name[0] == 1 and (bool(kind & DOUBTFUL) or not kind & (NAME | FAMILY))


def is_quality(tokens: Tokens, first: int, name: tuple[int, int]) -> bool:
    """Whether a single word of two uses tells more of an indefinite head: مسؤول أمني رفيع."""
    kinds = tokens.kinds
    if name[1] - name[0] > 1 or not kinds[name[0]] & DOUBTFUL or not first < name[0]:
        return False
    known = DEFINITE | COUNTRY | CITY | NAME | TITLE | BODY | PREFIX
    return bool(kinds[first] & (ROLE | PEOPLE)) and not any(kind & known for kind in kinds[first : name[0]])


def is_word(tokens: Tokens, name: tuple[int, int]) -> bool:
    """Whether a single word of two uses goes on as a word: أكد الوزير سلامة الركاب."""
    kind = tokens.kinds[name[0]]
    return bool(kind & DOUBTFUL) and not kind & DEFINITE and not ends_there(tokens, name[0])


def apposed_name(tokens: Tokens, first: int, comma: int, limit: int) -> Phrase | None:
    """A name after a role and a comma, another role between or not: `وزير الزراعة، الناطق باسم الحكومة، فلان الفلاني،`."""
    start = comma + 1
    if start >= limit or not tokens.kinds[comma] & COMMA:
        return None
    if not tokens.kinds[first] & (ROLE | TITLE | PEOPLE) and not is_titled_after(tokens, first, start):
        return None
    end = phrase_end(tokens, start, limit) if tokens.kinds[start] & ROLE else comma
    if comma < end < limit and tokens.kinds[end] & COMMA and (named := apposed_name(tokens, first, end, limit)):
        return named._replace(role=(first, comma))
    return second_office(tokens, first, comma, limit) or name_between_commas(tokens, first, comma, limit)


def name_between_commas(tokens: Tokens, first: int, comma: int, limit: int) -> Phrase | None:
    """A name behind the comma of an office, with its titles: `وزير الزراعة، الدكتور تاري بوكا،`."""
    start = comma + 1
    while start < limit and (tokens.kinds[start] & TITLE or is_office_before_name(tokens, start, limit)):
        start += 1
    if told := named_like_verb(tokens, first, comma, start, limit):
        return told
    stop = apposed_end(tokens, start, limit)
    stop += is_last_apposed(tokens, start, stop, limit)
    if stop == start or not may_be_apposed(tokens, start, stop, limit):
        return None
    titled = tokens.kinds[start - 1] & TITLE
    return Phrase(first, stop, "person", (start, stop), (first, start if titled else comma), True)


def may_be_apposed(tokens: Tokens, start: int, stop: int, limit: int) -> bool:
    """Whether words behind a comma are a name: known ones, or any that a mark or an adjunct closes, and no office or noun."""
    kind = tokens.kinds[start]
    closed = stop >= limit or tokens.kinds[stop] & (PUNCTUATION | THAT | TIME | PREPOSITION)
    sure = stop > start + 1 and kind & NAME and not kind & (DOUBTFUL | DEFINITE) and tokens.kinds[stop - 1] & (NAME | FAMILY)
    if not (closed or sure) or kind & (ROLE | BODY | DOCUMENT | SPEECH) or (kind & DEFINITE and not kind & (NAME | FAMILY)):
        return False
    return stop - start > 1 or can_begin(tokens, start, True)


def second_office(tokens: Tokens, first: int, comma: int, limit: int) -> Phrase | None:
    """Who is named behind a second office, where a verb of saying has the first: قال رئيس اللجنة، مدير المصنع سالم الكندي، إن."""
    start = comma + 1
    if first == 0 or not tokens.kinds[first - 1] & SPEECH or not tokens.kinds[start] & ROLE:
        return None
    inner = read_noun(tokens, start, limit)
    if inner is None or not inner.named or inner.name[1] != inner.stop or inner.name[0] == start:
        return None
    after = inner.stop + 1 if tokens.kinds[inner.stop : inner.stop + 1] and tokens.kinds[inner.stop] & COMMA else inner.stop
    told = after < len(tokens) and tokens.kinds[after] & (THAT | OPENS | TIME | PREPOSITION)
    return inner._replace(first=first, role=(first, comma)) if told else None


def named_like_verb(tokens: Tokens, first: int, comma: int, start: int, limit: int) -> Phrase | None:
    """A name between commas whose first words are ordinary ones, before أن or an adjunct: السكرتير السابق، آرى دونلستر، إن."""
    kinds, stop = tokens.kinds, start
    while stop < min(limit, start + SHORT_NAME) and not kinds[stop] & (~(SPEECH | NAMELY) | DEFINITE):
        stop += 1
    closed = start + 1 < stop < len(tokens) - 1 and kinds[stop] & COMMA and kinds[stop + 1] & (THAT | PREPOSITION | PREFIX)
    sure = closed and (kinds[stop - 1] & ODD or is_unheard(tokens.keys[stop - 1]))
    return Phrase(first, stop, "person", (start, stop), (first, comma), True) if sure else None


def is_office_before_name(tokens: Tokens, place: int, limit: int) -> bool:
    """Whether an office of one definite word stands right before a person's name: الطبيب سامر الحلبي."""
    kind = tokens.kinds[place]
    return bool(kind & DEFINITE and kind & (ROLE | PEOPLE)) and place + 1 < limit and can_begin(tokens, place + 1, True)


def is_titled_after(tokens: Tokens, first: int, start: int) -> bool:
    """Whether a definite title behind a comma names a subject whose head no table knows: قال مكتشف الوباء، الطبيب فلان، إن."""
    told = first > 0 and tokens.kinds[first - 1] & SPEECH and not tokens.kinds[first] & ~(ODD | DEFINITE)
    return bool(told) and bool(tokens.kinds[start] & DEFINITE and tokens.kinds[start] & (TITLE | ROLE))


def strange_end(tokens: Tokens, start: int, limit: int) -> int:
    """Where a name of several words that no general text knows ends (تارون جوجوي), `start` where there is none."""
    stop = start
    while stop < min(limit, start + LONGEST_NAME) and is_strange(tokens, stop, stop == start):
        stop += 1
    closed = stop >= len(tokens) or tokens.kinds[stop] & (PUNCTUATION | FUNCTION | TIME | PREFIX | ROLE | TITLE | DEFINITE)
    return stop if stop > start + 1 and closed else start


def is_strange(tokens: Tokens, place: int, opens: bool) -> bool:
    """Whether a word is an indefinite part of names or one that general text has in no form; no plural but the first word."""
    kind, key = tokens.kinds[place], tokens.keys[place]
    if kind & (~NAMELY | DEFINITE | CITY):
        return False
    if kind & (NAME | FAMILY | ODD):
        return bool(kind & ODD) or not (kind & DOUBTFUL and is_common(key))
    if is_no_surname(key) or is_verb(key) or is_adverb(key) or tokens.text[tokens.ends[place] - 1] == HIS:
        return False
    return is_rare(key) and not family(key) and (opens or not is_several(key))


def apposed_end(tokens: Tokens, start: int, limit: int) -> int:
    """Where a run of words ends that may all be a name between commas: وزير الزراعة، تاري بوكا،."""
    stop = start
    while stop < min(limit, start + LONGEST_NAME) and is_nameable(tokens, stop, stop == start):
        stop += 1
    return stop


def is_last_apposed(tokens: Tokens, start: int, stop: int, limit: int) -> bool:
    """Whether one definite noun of no class stands between a sure name and the closing comma: الرئيس السابق، علي سالم البيض،"""
    last = tokens.kinds[stop - 1]
    sure = stop > start + 1 and tokens.kinds[start] & last & NAME and not last & DEFINITE
    return bool(sure) and stop + 1 < limit and tokens.kinds[stop] == DEFINITE and bool(tokens.kinds[stop + 1] & COMMA)


def is_nameable(tokens: Tokens, place: int, opens: bool) -> bool:
    """Whether a word between commas may be of a name: a known part of names, an initial, or one that general text hardly knows."""
    kind, key = tokens.kinds[place], tokens.keys[place]
    if key in connectors():
        return True
    if kind & ~NAMELY:
        return bool(kind & FAMILY) and not opens and not kind & (PUNCTUATION | FUNCTION | PREFIX | TIME)
    if kind & (NAME | FAMILY | ODD) or len(key) == INITIAL:
        return True
    if not opens:
        return may_be_surname(tokens, place)
    return is_rare(key) and not (kind & DEFINITE or is_verb(key) or key.endswith(WRITTEN_WAW))


def is_matter(tokens: Tokens, place: int) -> bool:
    """Whether what was told before is taken up here, which is nobody: الأمر الذي."""
    return bool(tokens.kinds[place] & MATTER) and place + 1 < len(tokens) and bool(tokens.kinds[place + 1] & RELATIVE)


def apposition(tokens: Tokens, comma: int, limit: int) -> tuple[int, int] | None:
    """A role after a comma, up to the next one: `فلان، رئيس الجمعية،`."""
    first = comma + 1
    opens = first < limit and tokens.kinds[comma] & COMMA and tokens.kinds[first] & (ROLE | PEOPLE | TITLE)
    if not opens or is_matter(tokens, first):
        return None
    stop = phrase_end(tokens, first, limit)
    return (first, stop) if stop > first and (stop >= limit or tokens.kinds[stop] & (COMMA | PUNCTUATION)) else None


def unnamed_phrase(tokens: Tokens, first: int, stop: int) -> Phrase | None:
    """A phrase without a person's name: a body, a country, a group, a document, a role or somebody unnamed."""
    kind = tokens.kinds[first]
    type = type_of(tokens, first)
    if type is None:
        return None
    if type == "document" and not speaks_itself(tokens.keys[first]) and (issuer := issuer_of(tokens, first, stop)):
        return issuer
    role = (first, stop) if type == "unnamed" and kind & ROLE else None
    return Phrase(first, stop, type, (first, stop), role, False)


def is_loose_adjective(tokens: Tokens, first: int, stop: int) -> bool:
    """Whether a relative adjective stands behind an indefinite noun: تقارير صحفية إسبانية, مذكرة داخلية; not بيان داخلية البلد."""
    kinds, place = tokens.kinds, first + 1
    if kinds[first] & DEFINITE or kinds[place] & DEFINITE or not tokens.keys[place].endswith(NISBA):
        return False
    return place + 1 >= stop or not kinds[place + 1] & (DEFINITE | COUNTRY | CITY | BODY | NAME)


def issuer_of(tokens: Tokens, first: int, stop: int) -> Phrase | None:
    """The body, country or office that issued a document: بيان للوزارة، تقرير صادر عن الهيئة، بيان الحزب."""
    for place in range(first + 1, stop):
        adjective = place == first + 1 and (
            tokens.kinds[first] & tokens.kinds[place] & DEFINITE or is_loose_adjective(tokens, first, stop)
        )
        if tokens.kinds[place] & (BODY | COUNTRY | ROLE | PEOPLE) and not tokens.kinds[place] & DOCUMENT and not adjective:
            type = type_of(tokens, place)
            return Phrase(first, stop, type, (place, stop_of_issuer(tokens, place, stop)), None, False) if type else None
    return None


def stop_of_issuer(tokens: Tokens, place: int, stop: int) -> int:
    """Where the name of who issued a document ends before what is told of the document: تقرير | المنظمة | السنوي."""
    kinds, body = tokens.kinds, tokens.kinds[place] & DEFINITE and tokens.keys[place].endswith(TA_MARBUTA)
    if kinds[place - 1] & OPENS:
        return next((at for at in range(place + 1, stop) if kinds[at] & CLOSES), stop)
    if body and place + 1 < stop and kinds[place + 1] & DEFINITE and not tokens.keys[place + 1].endswith(FEMININE_ENDINGS):
        return place + 1
    return next((at for at in range(place + 1, stop) if kinds[at] & PUBLISHED and kinds[at - 1] & DEFINITE), stop)
