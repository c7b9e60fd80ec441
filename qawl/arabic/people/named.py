"""Every name of a person on a page, with the roles beside it: وزير الصحة | سالم الكندي; راشد الدوري، | مدير الميناء."""

from __future__ import annotations

from collections.abc import Iterator

from qawl.arabic.actors import keys_of, name_keys
from qawl.arabic.findings import Range
from qawl.arabic.heads import is_somebodys, known_head
from qawl.arabic.letters import (
    ABOUT,
    ADDRESSING,
    ALEF,
    BY,
    DUALS,
    GOD,
    HOUSE,
    IMPERFECT_HEADS,
    MADDA,
    NISBA,
    OF,
    SERVANT,
    SON,
    TA_MARBUTA,
    YA,
    bare_key,
)
from qawl.arabic.lexicon import (
    ANY_NAME,
    BODY,
    BREAK,
    CALLED,
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
    FORMER,
    FUNCTION,
    GOVERNS,
    NAME,
    NATION,
    NOMINAL,
    ODD,
    OPENS,
    PEOPLE,
    PREFIX,
    PREPOSITION,
    PUNCTUATION,
    RENOWNED,
    ROLE,
    SETTING,
    SPEECH,
    STOP,
    THAT,
    TITLE,
    WAKING,
    WHICH,
    may_say,
    word_classes,
)
from qawl.arabic.names.cut import joining
from qawl.arabic.names.first import (
    can_begin,
    is_child,
    is_first_of_subject,
    is_given_compound,
    is_listed_pair,
    is_of_line,
    is_often_given,
)
from qawl.arabic.names.genders import gender_of_given, gender_told
from qawl.arabic.names.joiners import NAMELY, is_and, is_joining, opens_compound
from qawl.arabic.names.lone_subjects import is_nisba_of_noun, is_personal
from qawl.arabic.names.made_offices import is_made_office, is_owned
from qawl.arabic.names.reach import name_end
from qawl.arabic.names.strange import aged_names, apposed_pairs, marked_officers, strange_end
from qawl.arabic.names.tails import ends_there
from qawl.arabic.names.units import connectors, descents, dotted_names, openers, units, usual_given_names
from qawl.arabic.names.weights import KNOWN_FIRST, is_likely
from qawl.arabic.ordinary import is_adverb, is_common, is_rare, is_several, is_unheard, is_usual, is_verb
from qawl.arabic.people.alone_surnames import alone_surnames
from qawl.arabic.people.columns import column_names
from qawl.arabic.people.lists import bare_names, listed_names
from qawl.arabic.people.pair import named_pairs
from qawl.arabic.people.roles import role_after
from qawl.arabic.phrases.entities import is_nationality, read_phrase
from qawl.arabic.phrases.marked import LONGEST_TITLE
from qawl.arabic.phrases.named_things import called_end, is_called, is_carrier
from qawl.arabic.phrases.subjects import before_met, has_person, may_go_without
from qawl.arabic.tokens import Tokens
from qawl.arabic.where import words_among, words_of

# A name and its roles end within this many tokens.
FARTHEST = 20
# So many adjectives may stand between an office and the name.
LONGEST_QUALITY = 2
# Classes of words at which a name, or a title or an office before one, may begin.
WAKES = NAME | TITLE | ROLE | RENOWNED | PEOPLE | NATION
STIRS = WAKES | CARRIER
# A name with the roles beside it.
Named = tuple[Range, tuple[Range, ...]]


def named_people(tokens: Tokens) -> list[Named]:
    """The names of people, those of a list among them, without those by which the page calls things and bodies."""
    named = without_called(tokens, with_alone(tokens, sorted(named_places(tokens))))
    return with_listed(tokens, with_pairs(tokens, named))


def with_pairs(tokens: Tokens, named: list[Named]) -> list[Named]:
    """The names found with those of two who hold one office: وزيرا الصحة | سالم الكندي و| رامي الحمدان."""
    pairs = [name for pair in named_pairs(tokens) for name in pair]
    covered = {place for name in pairs for place in range(*name)}
    roles = {name[0]: role for name, role in named}
    return sorted([*(found for found in named if found[0][0] not in covered), *((name, roles.get(name[0], ())) for name in pairs)])


def with_alone(tokens: Tokens, named: list[Named]) -> list[Named]:
    """The names found with the surnames that stand alone where no name was found, and of which no longer name has the word.

    A woman's may be one that only men of the page have: رد سالم الظهوري، ورحبت النائبة | الظهوري.
    """
    covered = {place for name, roles in named for span in (name, *roles) for place in range(*span)}
    told: dict[str, set[str]] = {}
    for name, _ in named:
        keys = keys_of(tokens, name) if name[1] > name[0] + 1 else ()
        for key in keys:
            told.setdefault(key, set()).add(gender_of_given(name_keys(tokens, name)[0]))
    alone = (found for found in alone_surnames(tokens) if found[0][0] not in covered)
    return sorted([*named, *(found for found in alone if is_nobodys(tokens, found[0][0], told))])


def is_nobodys(tokens: Tokens, place: int, told: dict[str, set[str]]) -> bool:
    """Whether no longer name has a word, or only those of the other gender do than the title before it tells."""
    bearers = told.get(bare_key(tokens.keys[place]), set())
    return bearers <= {"f": {"m"}, "m": {"f"}}.get(gender_told(tokens, place), set())


def named_places(tokens: Tokens) -> Iterator[Named]:
    """Every name that stands for a person by its own words and those beside it, in text order.

    A role behind a name is his alone, but may hold another one's: سالم الكندي، مدير مكتب الوزير | رامي الحلبي.
    """
    done = told = 0
    heads: set[int] = set()
    joined = {*tokens.joiners, *(place - 1 for place in tokens.joiners if place)}
    for place in sorted(joined.union(words_of(tokens, STIRS | FAMILY))):
        kind = tokens.kinds[place]
        after_verb = bool(kind & FAMILY) and not kind & STIRS and is_often_given(tokens, place)
        if not (kind & STIRS or after_verb) and place not in joined:
            continue
        if kind & CARRIER and is_carrier(tokens, place):
            done = max(done, called_end(tokens, place + 1))
        if place < done or place in heads or kind & FUNCTION or not (kind & WAKES or after_verb or may_be_compound(tokens, place)):
            continue
        found = named_at(tokens, place)
        if found and not place < told <= found[0][0]:
            done = found[0][1]
            told = max(told, *(stop for _, stop in found[1])) if found[1] else told
            heads |= {first for first, _ in found[1]}
            yield found


def may_be_compound(tokens: Tokens, place: int) -> bool:
    """Whether a word that is none of a name's by itself opens one with the words behind it: عبد الرحيم، خير الدين العمري."""
    if opens_compound(tokens, place) or is_child(tokens, place) or is_of_line(tokens, place):
        return True
    return is_given_compound(tokens, place) or is_before_particle(tokens, place)


def is_before_particle(tokens: Tokens, place: int) -> bool:
    """Whether a word that no text has stands before a foreign name's small word: وكذلك | إبرهارد فون هولتن."""
    strange = tokens.kinds[place] & ~NAMELY == 0 and tokens.kinds[place] & ODD and is_unheard(tokens.keys[place])
    behind = place and tokens.kinds[place - 1] & ANY_NAME and not tokens.kinds[place - 1] & DEFINITE
    return bool(strange and not behind) and is_joining(tokens, place + 1) and tokens.keys[place + 1] in joining()


def named_at(tokens: Tokens, place: int) -> Named | None:
    """A person's name with its roles where a name, a title or a role begins at `place`."""
    kind = tokens.kinds[place]
    if asks(tokens, place) or tells_occasion(tokens, place):
        return None
    called = kind & (TITLE | ROLE) or (kind & PEOPLE and kind & DEFINITE) or (place and introduces(tokens, place))
    if called and not ((kind & (NAME | FAMILY) or is_of_line(tokens, place)) and can_begin(tokens, place, False)):
        return called_at(tokens, place)
    return plain_name(tokens, place) if can_begin(tokens, place, False) else None


def asks(tokens: Tokens, place: int) -> bool:
    """Whether a word is a verb and no office since its subject follows: طالب النائب سالم الكندي، طالب رئيس البلدية."""
    after = tokens.kinds[place + 1]
    return bool(tokens.kinds[place] & ROLE and after & (ROLE | TITLE)) and may_say(tokens.keys[place])


def tells_occasion(tokens: Tokens, place: int) -> bool:
    """Whether a relative adjective that is an office too only tells what an occasion is: مؤتمر صحفي."""
    kind, before = tokens.kinds[place], tokens.kinds[place - 1] if place else 0
    occasion = before & SETTING and kind & ROLE and not (kind & NAME or (kind | before) & DEFINITE)
    return bool(occasion) and tokens.keys[place].endswith(NISBA)


def called_at(tokens: Tokens, place: int) -> Named | None:
    """The name behind the title, the office or the nationality at `place`."""
    phrase = read_phrase(tokens, place, min(len(tokens), place + FARTHEST))
    if phrase is None or not phrase.named or phrase.name[0] == place or is_called(tokens, phrase.name[0]):
        return None
    if place and before_met(tokens, place - 1, phrase) is not phrase:
        return None
    if phrase.name[1] - phrase.name[0] == 1 and not is_alone(tokens, phrase.name[0]):
        return None
    roles = (own_role(tokens, place, phrase.role),) if phrase.role else ()
    return phrase.name, (*roles, *(role for role in roles_behind(tokens, place - 1, phrase.name[1]) if role not in roles))


def own_role(tokens: Tokens, place: int, role: Range) -> Range:
    """The role behind the last و where كل من counts its holders: حضر كل من رئيس البلدية و | وزير الصحة سالم الكندي."""
    if place < 2 or tokens.keys[place - 1] != OF or not tokens.kinds[place - 2] & EACH:
        return role
    first = next((at + 1 for at in range(role[1] - 1, role[0], -1) if is_and(tokens, at)), role[0])
    return first, role[1]


def roles_behind(tokens: Tokens, verb: int, stop: int) -> tuple[Range, ...]:
    """The role behind the name of a subject, unless its verb can have nobody else as object: اتهم الوزير فلان | المدير بكذا."""
    return tuple(role for role in role_after(tokens, stop) if not is_met(tokens, verb, stop, role))


def is_met(tokens: Tokens, verb: int, stop: int, role: Range) -> bool:
    """Whether an office right behind a name at `stop` is whom the verb is about, since no other noun follows in its clause.

    Behind a comma and و the name itself may be the object: قال المدير كذا، وشكر فلان رئيس اللجنة.
    """
    if role[0] != stop or verb < 0 or not has_person(tokens, verb):
        return False
    if is_made_office(tokens, stop):
        return bool(tokens.kinds[verb] & SPEECH)
    if may_go_without(tokens, verb, role[1]):
        return False
    if is_and(tokens, verb - 1) and verb > 1 and not tokens.kinds[verb - 2] & (STOP | BREAK):
        return False
    kinds = tokens.kinds
    end = next((place for place in range(*role) if kinds[place] & (PREFIX | PREPOSITION)), role[1])
    if end + 1 >= len(tokens) or kinds[end] & (STOP | BREAK):
        return True
    if kinds[verb] & SPEECH and tokens.keys[end] in (BY, ABOUT):
        return not kinds[end + 1] & (THAT | BODY | CARRIER | CITY | COUNTRY)
    joined = end + bool(kinds[end] & COMMA)
    return is_and(tokens, joined) and bool(kinds[joined + 1] & SPEECH)


def is_alone(tokens: Tokens, place: int) -> bool:
    """Whether a single word behind a role or title is a name: one that is hardly anything else, or any behind a title."""
    kind, before = tokens.kinds[place], tokens.kinds[place - 1]
    if known_head(tokens.keys[place - 1]) == "group" and not kind & RENOWNED:
        return False
    if before & BODY and kind & DEFINITE and tokens.keys[place].endswith(NISBA):
        return bool(kind & RENOWNED)
    if kind & RENOWNED or (kind & NAME and not kind & DOUBTFUL):
        return True
    if is_holder(tokens, place):
        return True
    again = tokens.count(tokens.keys[place]) > 1
    short = tokens.ends[place - 1] - tokens.starts[place - 1] == 1
    if before & TITLE and before & BODY and not kind & (NAME | FAMILY):
        return again
    if before & TITLE and kind & DEFINITE:
        nisba = tokens.keys[place].endswith(NISBA)
        surname = (kind & FAMILY and not kind & DOUBTFUL) or (nisba and not is_common(tokens.keys[place]))
        return bool(before & DEFINITE or short) and (again or bool(surname))
    whole = before & (DEFINITE | COUNTRY | CITY | NATION | TITLE)
    named = again and whole and not kind & DEFINITE and ends_there(tokens, place)
    return bool(named or (before & TITLE and (before & DEFINITE or short)))


def is_holder(tokens: Tokens, place: int) -> bool:
    """Whether a family's name stands alone right behind the office of one man with its article: التقى الرئيس | شلهوب."""
    kind, office, key = tokens.kinds[place], tokens.kinds[place - 1], tokens.keys[place]
    ruled = office & ROLE and office & DEFINITE and office & GOVERNS and not is_several(tokens.keys[place - 1])
    family = kind & FAMILY and not kind & (~NAMELY | DEFINITE | CITY)
    other = key.endswith(ALEF) or is_verb(key) or is_adverb(key)
    return bool(ruled and family) and ends_there(tokens, place) and not other


def introduces(tokens: Tokens, place: int) -> bool:
    """Whether a nationality introduces somebody: عبر التركي فاتح تيريم عن سعادته، تغلب على الكرواتي دراغو ميلينيتش."""
    if tokens.kinds[place - 1] & SPEECH and is_nationality(tokens, place):
        return True
    if place + 1 >= len(tokens) or not is_noun_of_its_own(tokens, place) or is_plural(tokens, place + 1):
        return False
    return strange_end(tokens, place + 1, len(tokens)) > place + 1


def is_plural(tokens: Tokens, place: int) -> bool:
    """Whether a word is a plural or a dual and no part of names: الأمريكي | لاعبان; not الأسترالي | جوردان."""
    return is_several(tokens.keys[place]) and not tokens.kinds[place] & (NAME | FAMILY)


def is_noun_of_its_own(tokens: Tokens, place: int) -> bool:
    """Whether one person's nationality qualifies no noun before it: على الكرواتي، فازت الكرواتية, but not اللاعب الكرواتي."""
    kind, before = tokens.kinds[place], tokens.kinds[place - 1]
    if not (kind & NATION and kind & DEFINITE) or kind & (ROLE | TITLE) or not tokens.keys[place].endswith(NISBA):
        return False
    return (bool(before & WHICH) or not before & (NOMINAL | DEFINITE | ODD)) and not before & CLOSES  # في الدور المقبل | الأمريكي


def plain_name(tokens: Tokens, place: int) -> Named | None:
    """The name that begins at `place`, or before it, with the role behind it."""
    renowned = tokens.kinds[place] & RENOWNED
    first = first_word(tokens, place)
    stop = name_end(tokens, first, len(tokens))
    if is_called(tokens, place if first < place and tokens.keys[first] == SON else first):
        return None
    if len(keys_of(tokens, (first, stop))) < 2:
        stands = is_lone_surname(tokens, first) if renowned else is_lone_name(tokens, first)
    else:
        stands = not is_other_than_name(tokens, first, stop) and is_likely(tokens, first, stop)
    roles = (*role_before(tokens, first, stop), *roles_behind(tokens, first - 1, stop)) if stands else ()
    return ((first, stop), roles) if stands else None


def role_before(tokens: Tokens, first: int, stop: int) -> Iterator[Range]:
    """The office before a name that somebody's pronoun or marks part from it: مديرها العام | سالم، القاضي الخاص «| سالم».

    Its adjectives may stand between.
    """
    kinds = tokens.kinds
    marked = first > 0 and stop < len(tokens) and bool(kinds[first - 1] & OPENS and kinds[stop] & CLOSES)
    end = office = first - marked
    while office > 1 and end - office < LONGEST_QUALITY and kinds[office - 1] & ~DOUBTFUL & ~NATION & ~FORMER == DEFINITE:
        office -= 1
    head = kinds[office - 1] if office else 0
    owned = not head & DEFINITE and is_owned(tokens.keys[office - 1]) and not marked
    if office and (owned or (marked and head & DEFINITE and head & (ROLE | TITLE | PEOPLE))):
        yield office - 1, end


def first_word(tokens: Tokens, place: int) -> int:
    """Where the name begins whose known part stands at `place`: a first name, a word that joins or a hyphen may lead to it."""
    renowned = tokens.kinds[place] & RENOWNED
    if renowned and place and can_begin(tokens, place - 1, False):
        place -= 1
    if renowned and place and is_joining(tokens, place - 1):
        place -= 1
    if place and (is_first_of_subject(tokens, place - 1) or is_listed_pair(tokens, place - 1) or is_before_servant(tokens, place)):
        place -= 1
    if place > 1 and is_strange_apposed(tokens, place - 1):
        place -= 1
    if tokens.is_hyphen(place - 1) and tokens.kinds[place - 2] & (NAME | FAMILY | ODD):
        place -= 2
    return house_start(tokens, place)


def is_strange_apposed(tokens: Tokens, place: int) -> bool:
    """Whether a word that no text has stands between an office's comma and a name: رئيس النقابة، | كارونبالي أندري مارتن،."""
    kinds = tokens.kinds
    strange = not kinds[place] & ~ODD and is_unheard(tokens.keys[place]) and not is_purpose(tokens.keys[place])
    sure = not kinds[place + 1] & DOUBTFUL or kinds[place + 2] & (NAME | FAMILY | ODD)
    return strange and bool(kinds[place - 1] & COMMA and kinds[place + 1] & NAME and sure)


def is_purpose(key: str) -> bool:
    """Whether a word is ل before what he does: ليوقد."""
    return key.startswith(ADDRESSING + IMPERFECT_HEADS[0]) and is_verb(key[1:])


def is_before_servant(tokens: Tokens, place: int) -> bool:
    """Whether a rare word that no table has but as a surname stands between a whole phrase and عبد: غرفة قوص | شنطور عبد الإله."""
    if place < 2 or tokens.keys[place] != SERVANT or tokens.kinds[place - 1] & ~(FAMILY | ODD):
        return False
    before, key = tokens.kinds[place - 2], tokens.keys[place - 1]
    whole = before & (CITY | COUNTRY | DEFINITE) and not before & (BODY | CARRIER | NAME | FAMILY | FUNCTION)
    return bool(whole and tokens.kinds[place - 1]) and is_rare(key) and not (is_verb(key) or key.endswith(TA_MARBUTA))


def house_start(tokens: Tokens, place: int) -> int:
    """Where a name begins whose family's part, behind بن, is one that may open a name too, or stands before the given name."""
    if place + 1 < len(tokens) and is_behind_house(tokens, place + 1):
        return place - 1
    return place - 2 if is_behind_house(tokens, place) else place


def is_behind_house(tokens: Tokens, place: int) -> bool:
    """Whether a usual given name stands behind the family's, which opens with بن: وكان ضمن الوفد | بن قادة سالم العمري."""
    house, joint = place - 1, place - 2
    if joint < 1 or tokens.keys[joint] != SON or tokens.keys[place] not in usual_given_names():
        return False
    before = tokens.kinds[joint - 1]
    led = before & (PUNCTUATION | PREFIX | FUNCTION | TITLE) or (before & DEFINITE and not before & (NAME | FAMILY | ODD))
    return bool(led) and not tokens.kinds[house] & (DEFINITE | FUNCTION | PREFIX | PUNCTUATION)


def is_lone_surname(tokens: Tokens, place: int) -> bool:
    """Whether a surname that the world knows stands alone for its person, a usual word only where a name is told: قال رئيسي."""
    before = tokens.kinds[place - 1] if place else 0
    if is_nisba_of_noun(tokens, place) or are_both(tokens, place):
        return False
    if not is_usual(tokens.keys[place]):
        return True
    return bool(before & (SPEECH | TITLE | NATION)) or bool(before & ROLE and before & DEFINITE)


def are_both(tokens: Tokens, place: int) -> bool:
    """Whether two officers stand before the bodies or lands that are theirs: بين رئيسي | الحكومة والبرلمان، رئيسي | البلدين."""
    after = place + 1
    if after >= len(tokens) or not word_classes().get(tokens.keys[place].removesuffix(YA), 0) & ROLE:
        return False
    first, second = (tokens.kinds[at] for at in (after, after + 2))
    pair = (first & BODY and second & DEFINITE) or first & second & (COUNTRY | CITY)
    two = bool(first & DEFINITE) and tokens.keys[after].endswith(DUALS)
    return two or bool(pair and is_and(tokens, after + 1) and first & (DEFINITE | COUNTRY | CITY))


def is_lone_name(tokens: Tokens, place: int) -> bool:
    """Whether a given name stands alone for a person: a usual one, or any that speaks and is said again."""
    kind, key = tokens.kinds[place], tokens.keys[place]
    if kind & ~NAMELY or kind & (DOUBTFUL | DEFINITE) or not kind & NAME or key in dotted_names():
        return False
    if (place and tokens.keys[place - 1] in descents()) or does_to(tokens, place):
        return False
    if place > 0 and tokens.kinds[place - 1] & CALLED and ends_there(tokens, place):
        return True
    kin = place > 0 and is_somebodys(tokens, place - 1)
    if (is_personal(tokens, place) or kin) and not may_go_on(tokens, place + 1):
        return True
    speaks = place > 0 and bool(tokens.kinds[place - 1] & SPEECH)
    usual = key in usual_given_names() and not may_go_on(tokens, place + 1)
    return (speaks or usual) and (tokens.count(key) > 1 or (speaks and " " in key))


def does_to(tokens: Tokens, place: int) -> bool:
    """Whether a given name alone is a verb with its preposition, and nobody introduces it: الذي أشرف | على البناء."""
    before, after = tokens.kinds[place - 1] if place else 0, tokens.kinds[place + 1]
    return bool(after & PREPOSITION and is_verb(tokens.keys[place])) and not before & (SPEECH | TITLE | ROLE | PREPOSITION)


def may_go_on(tokens: Tokens, place: int) -> bool:
    """Whether an unknown word at `place` may be the surname that the tables lack."""
    return place < len(tokens) and not tokens.kinds[place] & ~NAMELY and not tokens.kinds[place] & DEFINITE


def may_be_verb(tokens: Tokens, place: int) -> bool:
    """Whether a name at the head of a sentence may be its verb (شهد حريقا, شهد سالم حريقا): before no part of a name, or always."""
    before = tokens.kinds[place - 1] if place else BREAK
    if before & PREFIX and place > 1:
        before = tokens.kinds[place - 2]
    kind, after = tokens.kinds[place], tokens.kinds[place + 1]
    if " " in tokens.keys[place] or is_line(tokens, place, place + 2) or is_byline(tokens, place):
        return False
    verb = (kind & (SPEECH | WAKING) and kind & DOUBTFUL) or is_seldom_before_given(tokens, place)
    return bool(before & (STOP | BREAK)) and (bool(verb) or not (after & (NAME | FAMILY) or tokens.keys[place + 1] in connectors()))


def is_second_noun(tokens: Tokens, first: int) -> bool:
    """Whether a name that is a word too stands behind و and an indefinite noun, and so is the second of two: رغبات و|آمال الشعب."""
    if (
        first < 2
        or not is_and(tokens, first - 1)
        or not tokens.kinds[first] & DOUBTFUL
        or tokens.keys[first] in usual_given_names()
        or tokens.keys[first] == SERVANT
    ):
        return False
    noun = tokens.kinds[first - 2]
    return not noun & ~DOCUMENT and not is_verb(tokens.keys[first - 2])


def is_other_than_name(tokens: Tokens, first: int, stop: int) -> bool:
    """Whether the words of a name are a verb, a noun or an adjective where they stand, or what is God's."""
    return (
        may_be_verb(tokens, first)
        or is_second_noun(tokens, first)
        or is_gods(tokens, first, stop)
        or is_house_or_mother(tokens, first, stop)
    )


def is_house_or_mother(tokens: Tokens, first: int, stop: int) -> bool:
    """Whether a house stands alone, or a mother of things, as towns are called: آل الكندي؛ أم القناديل; not أم ميسون."""
    if tokens.keys[first] == HOUSE:
        return tokens.text[tokens.starts[first]] == MADDA
    mother = openers().get(tokens.keys[first]) == "mother" and stop == first + 2
    unit = f"{tokens.keys[first]} {tokens.keys[first + 1]}" in units()
    return mother and bool(tokens.kinds[first + 1] & DEFINITE) and not (tokens.kinds[first + 1] & NAME or unit)


def is_gods(tokens: Tokens, first: int, stop: int) -> bool:
    """Whether a word and الله are all of what nothing introduces as a name: لولا | توفيق الله، حمد الله على، توفيق من الله."""
    if tokens.keys[stop - 1] != GOD or tokens.keys[first] == SERVANT or (stop > first + 2 and tokens.keys[stop - 2] != OF):
        return False
    return not (first and tokens.kinds[first - 1] & (SPEECH | NAME))


def is_line(tokens: Tokens, first: int, stop: int) -> bool:
    """Whether some words are all of a line, as an author's name is: ⏎سامي الكندي⏎."""
    begins = first == 0 or tokens.kinds[first - 1] & BREAK
    return bool(begins) and (stop == len(tokens) or (bool(tokens.kinds[stop] & BREAK)))


def is_byline(tokens: Tokens, first: int) -> bool:
    """Whether a given name and a surname open a text before a stroke, a bracket or a colon: سامي الكندي - المدينة.

    A name that is not usual does only before a town: عقيل الكندي (صنعاء).
    """
    stop = first + 2
    if first or stop + 1 >= len(tokens) or tokens.kinds[first] & (SPEECH | WAKING):
        return False
    closed = tokens.kinds[stop] & PUNCTUATION and not tokens.kinds[stop] & (COMMA | STOP)
    return bool(closed and (tokens.keys[first] in usual_given_names() or tokens.kinds[stop + 1] & CITY))


def is_seldom_before_given(tokens: Tokens, place: int) -> bool:
    """Whether a word that is seldom a name stands before two parts of one with a usual given name: أدى | سامي الراوي."""
    kinds, after = tokens.kinds, place + 1
    seldom = kinds[place] & DOUBTFUL and (tokens.keys[place] not in units() or units()[tokens.keys[place]].opened < KNOWN_FIRST)
    given = kinds[after] & NAME and not kinds[after] & (DEFINITE | DOUBTFUL) and tokens.keys[after] in usual_given_names()
    return bool(seldom and given) and bool(kinds[after + 1] & (NAME | FAMILY))


def with_listed(tokens: Tokens, named: list[Named]) -> list[Named]:
    """The names found, with those that only their place in a list tells; a listed name takes the place of a part of it."""
    names = [name for name, _ in named]
    listed = [item for item in listed_names(tokens, names) if not any(name[0] < item[0] < name[1] for name in names)]
    listed += [
        name
        for name in (
            *bare_names(tokens),
            *aged_names(tokens),
            *apposed_pairs(tokens),
            *marked_officers(tokens),
            *column_names(tokens, names),
        )
        if not any(name[0] < first[1] and first[0] < name[1] for first in listed)
    ]
    covered = {place for name in listed for place in range(*name)}
    roles = {name[0]: role for name, role in named}
    told = ((name, roles.get(name[0]) or tuple(role_after(tokens, name[1]))) for name in listed)
    return [*(found for found in named if found[0][0] not in covered), *told]


def without_called(tokens: Tokens, named: list[Named]) -> list[Named]:
    """The names found but those of one word by which the page calls a thing elsewhere: بلدة السيدة زينب."""
    alone = {tokens.keys[first] for (first, stop), _ in named if stop == first + 1 and not tokens.kinds[first] & RENOWNED}
    called = {tokens.keys[place] for place in words_among(tokens, alone) if is_called(tokens, place)}
    persons = [found for found in named if found[0][1] > found[0][0] + 1 or tokens.keys[found[0][0]] not in called]
    return without_bodies(tokens, persons)


def without_bodies(tokens: Tokens, named: list[Named]) -> list[Named]:
    """The names found but those without a role by which the page calls a body in marks: حركة «أنصار الدين»."""
    held = {keys_of(tokens, name) for name, roles in named if roles}
    bodies = set(names_of_bodies(tokens)) - held
    return [found for found in named if keys_of(tokens, found[0]) not in bodies]


def names_of_bodies(tokens: Tokens) -> Iterator[tuple[str, ...]]:
    """What stands in marks right behind bodies without an article, as bare keys."""
    kinds = tokens.kinds
    for mark in words_of(tokens, OPENS):
        if not mark or not kinds[mark - 1] & BODY or kinds[mark - 1] & (DEFINITE | ROLE | TITLE):
            continue
        ends = (place for place in range(mark + 2, min(len(tokens), mark + LONGEST_TITLE)) if kinds[place] & CLOSES)
        if (close := next(ends, None)) is not None:
            yield keys_of(tokens, (mark + 1, close))
