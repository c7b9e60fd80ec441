"""Noun phrases that can speak, read: what leads to the noun, the name in it, its role and its appositions.

أحد سكان الحي سالم الكندي، وزير الزراعة، فلان الفلاني، التركي فاتح تيريم، بيان للوزارة.
A phrase is read as tokens ``first`` to ``stop`` (exclusive); offsets into the text come from the tokens.
"""

from __future__ import annotations

from qawl.arabic.documents import issuer_of
from qawl.arabic.heads import is_headed, is_somebodys, known_head, speaks_itself, type_of
from qawl.arabic.kept import kept
from qawl.arabic.letters import JOINS_FREELY, NISBA, PREPOSITIONS, UPON, bare_key
from qawl.arabic.lexicon import (
    ANY_NAME,
    BODY,
    CALLED,
    CITY,
    CLOSES,
    COMMA,
    DEFINITE,
    DETERMINED,
    DOCUMENT,
    DOUBTFUL,
    EACH,
    HUMAN,
    NAME,
    NATION,
    ONE_OF,
    OPENS,
    PEOPLE,
    PLACES,
    PREFIX,
    PREPOSITION,
    PUNCTUATION,
    QUANTITY,
    ROLE,
    SETTING,
    SPEECH,
    THAT,
    TIME,
    TITLE,
)
from qawl.arabic.names.first import can_begin
from qawl.arabic.names.joiners import NAMELY, is_and
from qawl.arabic.names.reach import name_end
from qawl.arabic.names.tails import ends_there
from qawl.arabic.names.units import usual_given_names
from qawl.arabic.phrases.apposed import apposition, is_titled_after, name_between_commas
from qawl.arabic.phrases.extents import phrase_end
from qawl.arabic.phrases.leads import counted_type, read_lead
from qawl.arabic.phrases.lone import definite_surname, is_quality, is_weak, is_word, surname_before_office
from qawl.arabic.phrases.marked import in_marks, marks_behind_office, strange_name_in_marks
from qawl.arabic.phrases.names import find_name, names_in
from qawl.arabic.phrases.phrase import Phrase, is_matter
from qawl.arabic.tokens import Tokens

# What ends those of whom one is told, so that his name may follow: أحد سكان الحي | سالم الكندي.
MAKES_WHOLE = DEFINITE | PLACES
# Whose the others are, so that the name may be his: أحد مساعدي الوزير سالم الكندي.
SOMEBODY = ROLE | PEOPLE


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


@kept
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
    """The name of one of several, right behind them, behind what they are of or behind a comma.

    أحد السكان | سالم الكندي، أحد سكان الحي | سالم الكندي، أحد مساعدي الوزير، | سالم الكندي; not أحد مساعدي الوزير سالم الكندي.
    """
    stop = phrase_end(tokens, noun, limit)
    if stop < limit and tokens.kinds[stop] & COMMA and (behind := whole_name(tokens, stop + 1, limit)):
        return behind
    for place in range(noun + 1, min(stop + 1, limit)):
        whole = tokens.kinds[place - 1] & MAKES_WHOLE
        if whole and (name := whole_name(tokens, place + bool(tokens.kinds[place] & TITLE), limit)):
            return name
        if tokens.kinds[place] & SOMEBODY or (tokens.kinds[place] & TITLE and not whole):
            return None
    return None


def whole_name(tokens: Tokens, start: int, limit: int) -> tuple[int, int] | None:
    """The name of two words or more that begins at `start` and ends there."""
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
        apposed = apposed_name(tokens, first, stop, limit) if not names_several(tokens, first, stop) else None
        if apposed or name is None or is_word(tokens, name):
            return apposed or apposed_body(tokens, first, stop, limit) or unnamed_phrase(tokens, first, stop)
    if second := titled_second(tokens, first, name[0]):
        return unnamed_phrase(tokens, first, second)
    return named_phrase(tokens, first, stop, name, limit)


def names_several(tokens: Tokens, first: int, stop: int) -> bool:
    """Whether the first of several stands behind what all are, so that a comma apposes no other: النواب سالم نادر، ثامر حسن."""
    return known_head(tokens.keys[first]) == "group" and next(names_in(tokens, first + 1, stop), None) is not None


def titled_second(tokens: Tokens, first: int, name: int) -> int | None:
    """Where و and a title open a second person behind an office, whose name is not the first one's: الوزير | والسيدة سلمى."""
    kinds = tokens.kinds
    joined = (place for place in range(first + 1, name - 1) if is_and(tokens, place) and kinds[place - 1] & DEFINITE)
    return next((place for place in joined if kinds[place + 1] & TITLE and kinds[place + 1] & DEFINITE), None)


def named_phrase(tokens: Tokens, first: int, stop: int, name: tuple[int, int], limit: int) -> Phrase:
    """The phrase of a person whose name stands in it, with the office before the name, right behind it or behind a comma."""
    role = (first, name[0]) if name[0] > first and not tokens.kinds[name[0] - 1] & CALLED else None
    if stop > name[1] and (is_before_another(tokens, name[1], stop) or (role is None and is_somebodys(tokens, name[1]))):
        stop = name[1]
    elif role is None and stop > name[1] and tokens.kinds[name[1]] & HUMAN:
        role = name[1], (stop := before_next(tokens, name[1], stop))
    after = apposition(tokens, stop, limit)
    return Phrase(first, after[1] if after else stop, "person", name, role or after, True)


def is_before_another(tokens: Tokens, place: int, stop: int) -> bool:
    """Whether another one's definite office and name stand right behind a name: استقبل سالم الكندي | السفير نزار العلي."""
    kind = tokens.kinds[place]
    return bool(kind & DEFINITE and kind & (ROLE | TITLE)) and find_name(tokens, place, stop) is not None


def before_next(tokens: Tokens, first: int, stop: int) -> int:
    """Where an office ends before و and the title or the name of the next person or some of many, or before what its verb takes.

    نائب المحافظ | واللواء حمدي الحشاش، عضو المجلس | وسالم الكندي،
    نائب الحاكم | وعدد من الشيوخ; شدد فلان مدرب المنتخب | على صعوبة المباراة.
    """
    for place in range(first + 1, stop - 1):
        if is_and(tokens, place) and tokens.kinds[place + 1] & QUANTITY:
            return place
        if is_and(tokens, place) and opens_full_name(tokens, place + 1):
            return place
        if stands_before_next(tokens, place) and find_name(tokens, place + 1, stop):
            return place
        if place > first + 1 and is_of_verb(tokens, first, place):
            return place
    return stop


def opens_full_name(tokens: Tokens, place: int) -> bool:
    """Whether a given name stands before another part of a name, one of two uses before his office: صالح عبود رئيس كذا."""
    given, after = tokens.kinds[place], tokens.kinds[place + 1]
    plain = given & NAME and not given & ~NAMELY and not given & (DEFINITE | CITY)
    named = after & ANY_NAME and not after & ~(NAMELY | DEFINITE | NATION)
    if not plain or not named:
        return False
    usual = tokens.keys[place] in usual_given_names()
    return not given & DOUBTFUL or (usual and any(is_indefinite_office(kind) for kind in tokens.kinds[place + 2 : place + 4]))


def is_indefinite_office(kind: int) -> bool:
    """Whether a word is an office without article: رئيس; not الرئيس."""
    return kind & (ROLE | DEFINITE | NAME) == ROLE


def is_of_verb(tokens: Tokens, office: int, place: int) -> bool:
    """Whether a preposition behind what an office is of leads on from the verb: مدرب المنتخب | على كذا، مدرب المنتخب | بمنافسه."""
    kinds = tokens.kinds
    whole = not kinds[office] & DEFINITE and kinds[place - 1] & (DETERMINED | BODY)
    if not whole or not kinds[place] & (PREFIX | PREPOSITION):
        return False
    return tokens.keys[place] == UPON or (tokens.keys[place] in PREPOSITIONS and tokens.is_owned(place + 1))


def stands_before_next(tokens: Tokens, place: int) -> bool:
    """Whether و and a title stand at `place`, so that the next person's name may follow."""
    if place + 1 >= len(tokens) or not tokens.kinds[place] & PREFIX or tokens.keys[place] != JOINS_FREELY:
        return False
    return bool(tokens.kinds[place + 1] & TITLE) and not tokens.kinds[place + 1] & ROLE


def known_name_in_marks(tokens: Tokens, first: int, stop: int) -> Phrase | None:
    """A person whose name stands in marks, all that they hold, anywhere behind an office: زعيمة الحزب «هالة النوري»."""
    marks = marks_behind_office(tokens, first, stop)
    if marks is None:
        return None
    mark, close = marks
    inner = read_noun(tokens, mark + 1, close)
    whole = inner and inner.named and inner.name == (mark + 1, close) and (close > mark + 2 or tokens.kinds[mark + 1] & NAME)
    return in_marks(first, mark, close) if whole else None


def after_nationality(tokens: Tokens, first: int, limit: int) -> Phrase | None:
    """A person whom the nationality introduces, which is no role: التركي فاتح تيريم، الروماني جالكا مدرب الفريق."""
    if not is_nationality(tokens, first) or first + 1 >= limit:
        return None
    inner = read_noun(tokens, first + 1, limit)
    return inner._replace(first=first) if inner and inner.named and inner.name[0] == first + 1 else None


def is_nationality(tokens: Tokens, place: int) -> bool:
    """Whether a word tells one person's nationality: التركي, but not الأتراك، المغاربة."""
    kind = tokens.kinds[place]
    return bool(kind & NATION and kind & DEFINITE) and not kind & (ROLE | TITLE) and tokens.keys[place].endswith(NISBA)


def apposed_name(tokens: Tokens, first: int, comma: int, limit: int) -> Phrase | None:
    """A name after a role and a comma, another role between or not: `وزير الزراعة، الناطق باسم الحكومة، فلان الفلاني،`."""
    start = comma + 1
    if start >= limit or not tokens.kinds[comma] & COMMA:
        return None
    if not tokens.kinds[first] & HUMAN and not is_titled_after(tokens, first, start):
        return None
    end = phrase_end(tokens, start, limit) if tokens.kinds[start] & ROLE else comma
    if comma < end < limit and tokens.kinds[end] & COMMA and (named := apposed_name(tokens, first, end, limit)):
        return named._replace(role=(first, comma))
    return second_office(tokens, first, comma, limit) or name_between_commas(tokens, first, comma, limit)


def apposed_body(tokens: Tokens, first: int, comma: int, limit: int) -> Phrase | None:
    """The body in marks that another phrase of its kind introduces: حزب المعارضة الرئيسي في البلاد، حزب «النهوض»،."""
    start = comma + 1
    if start >= limit or not tokens.kinds[first] & tokens.kinds[start] & BODY or not tokens.kinds[comma] & COMMA:
        return None
    if bare_key(tokens.keys[first]) != tokens.keys[start]:
        return None
    told = read_noun(tokens, start, limit)
    marked = told and told.stop < limit and tokens.kinds[told.stop] & COMMA and tokens.kinds[told.stop - 1] & CLOSES
    return told._replace(first=first) if told and marked else None


def second_office(tokens: Tokens, first: int, comma: int, limit: int) -> Phrase | None:
    """Who is named behind a second office, where a verb of saying has the first: قال رئيس اللجنة، مدير المصنع سالم الكندي، إن."""
    start = comma + 1
    if first == 0 or not tokens.kinds[first - 1] & SPEECH or not tokens.kinds[start] & ROLE:
        return None
    inner = read_noun(tokens, start, limit)
    if inner is None or not inner.named or inner.name[1] != inner.stop or inner.name[0] == start:
        return None
    after = inner.stop + 1 if tokens.kinds[inner.stop : inner.stop + 1] and tokens.kinds[inner.stop] & COMMA else inner.stop
    told = tokens.kinds[after] & (THAT | OPENS | TIME | PREPOSITION)
    return inner._replace(first=first, role=(first, comma)) if told else None


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
