"""The people of a page: which names are of the same person, with the surnames that stand alone: سالم الكندي … أضاف الكندي."""

from __future__ import annotations

from collections.abc import Iterator

from qawl.arabic.actors import Actor, bearer, keys_of, name_keys
from qawl.arabic.alike.offices import Bearing, bearing
from qawl.arabic.findings import Range
from qawl.arabic.letters import ARTICLE, MASTER, NISBA, SERVANT, SON, SON_OF, THE_FATHER, bare_key, sound_of
from qawl.arabic.lexicon import (
    BREAK,
    CLOSES,
    DEFINITE,
    FUNCTION,
    LAST_NAME,
    NAME,
    NATION,
    OPENS,
    PUNCTUATION,
    RENOWNED,
    ROLE,
    SPEECH,
    TIME,
    TITLE,
)
from qawl.arabic.names.genders import agrees
from qawl.arabic.names.joiners import NAMELY, is_joining, last_unit
from qawl.arabic.names.units import connectors, definite_names, descents, syllables
from qawl.arabic.ordinary import is_common, is_no_noun, is_rare, is_strange, is_unheard, is_usual
from qawl.arabic.passage import Passage
from qawl.arabic.people.aliases import join_aliases, join_scripts
from qawl.arabic.people.alone_given import given_alone, is_behind_name
from qawl.arabic.people.named import is_lone_surname, named_people
from qawl.arabic.people.namesakes import AGREE
from qawl.arabic.people.roles import add_roles
from qawl.arabic.people.told_apart import Apart, age_of, kin_before, without_friends, without_kin
from qawl.arabic.phrases.named_things import is_called
from qawl.arabic.phrases.offices import lands_in
from qawl.arabic.tokens import Tokens
from qawl.arabic.where import by_word, words_among


def find_people(passage: Passage) -> list[Actor]:
    """Every person named in the passage, with roles and mentions, in order of first mention."""
    tokens = passage.tokens
    people: list[Actor] = []
    named = without_friends(tokens, [(without_kin(tokens, name), roles) for name, roles in named_people(tokens)])
    apart = Apart(tokens, named)
    for name, roles in sorted(named, key=lambda found: (-len(keys_of(tokens, found[0])), found[0])):
        keys = name_keys(tokens, name)
        able = [person for person in people if not apart.divides(name, person.mentions) and agrees(tokens, person, name)]
        able = [person for person in able if not is_other_officer(tokens, person, name, roles)]
        if apart.warnings or has_namesakes(able):
            able.sort(key=lambda person: (not has_role_of(tokens, person, roles), distance(person, name)))
        actor = aged(tokens, apart, able, name) or named_before(tokens, able, name, keys)
        if actor is None and not roles and is_one_of_two(tokens, people, name, keys):
            continue
        if actor is None:
            people.append(actor := Actor(name, keys, "person"))
        actor.mentions.append(name)
        add_roles(tokens, actor, roles)
    join_aliases(tokens, people)
    add_surnames(tokens, apart, people)
    join_scripts(tokens, people, is_surname_here)
    for owner, given in [*given_alone(tokens, people)]:
        owner.mentions.append(given)
    for person in people:
        wider = (with_word_before(tokens, person, name) for name in person.mentions)
        person.mentions = sorted({with_words_behind(tokens, person, name) for name in wider})
        person.roles.sort()
    know_again(tokens, people)
    return sorted(people, key=lambda person: person.mentions[0])


def with_word_before(tokens: Tokens, person: Actor, name: Range) -> Range:
    """A surname alone with the word of the name before it, which joins or is a title too: كمال حاج الراجي … وأوضح | حاج الراجي."""
    keys, first, words = keys_of(tokens, person.name), name[0], name[1] - name[0]
    if first and is_joining(tokens, first - 1) and keys[-words - 1 :] == keys_of(tokens, (first - 1, name[1])):
        return first - 1, name[1]
    alone = name[1] == first + 1 and first > 0 and len(keys) > 2 and keys[-1] == bare_key(tokens.keys[first])
    titled = tokens.kinds[first - 1] & TITLE and not tokens.kinds[first - 1] & DEFINITE
    return (first - 1, name[1]) if alone and titled and bare_key(tokens.keys[first - 1]) == keys[-2] else name


def with_words_behind(tokens: Tokens, person: Actor, name: Range) -> Range:
    """A name cut short with the words of the full one behind it: خافيير ميلي … تبنى خافيير | ميلي موقفا."""
    whole, stop = keys_of(tokens, person.name), name[1]
    told = keys_of(tokens, name)
    if whole[: len(told)] != told:
        return name
    rest = person.name[0] + stop - name[0]
    while rest < person.name[1] and stop < len(tokens) and tokens.keys[stop] == tokens.keys[rest]:
        rest, stop = rest + 1, stop + 1
    return (name[0], stop) if rest == person.name[1] else name


def named_before(tokens: Tokens, people: list[Actor], name: Range, keys: tuple[str, ...]) -> Actor | None:
    """Who is named by a name elsewhere too; nobody by a surname with an age that is not known to be his."""
    if len(keys) == 1 and (age := age_of(tokens, name)):
        return next((person for person in people if person.keys == keys and age_of(tokens, person.name) == age), None)
    able = [person for person in people if not is_unknown_yet(tokens, person, name, keys)]
    return son_named(tokens, able, name, keys) or bearer(able, keys) or joined_bearer(tokens, able, name, keys)


def is_other_officer(tokens: Tokens, person: Actor, name: Range, roles: tuple[Range, ...]) -> bool:
    """Whether a surname with its title comes before the name of one of another field: اللواء | كندور المحامي سالم كندور."""
    if name[1] > name[0] + 1 or not roles or len(person.keys) == 1 or min(person.mentions)[0] < name[0]:
        return False
    found = {bearing(tokens.surface(*mine), tokens.surface(*theirs)) for mine in roles for theirs in person.roles}
    lands = [{*lands_in(keys_of(tokens, role)).values()} for role in (*roles, *person.roles)]
    one_land = all(lands) and len(set[str]().union(*lands)) == 1  # الزعيم الفنزويلي، الرئيس الفنزويلي
    return bool(found) and found <= {Bearing.FIELD, Bearing.OTHER} and not one_land


def son_named(tokens: Tokens, people: list[Actor], name: Range, keys: tuple[str, ...]) -> Actor | None:
    """Who is called by his father's name behind ابن, where nobody has it as his own: أشاد ابن | جاسم … سالم بن جاسم."""
    if len(keys) > 1 or not name[0] or tokens.keys[name[0] - 1] != SON_OF or any(person.keys[0] == keys[0] for person in people):
        return None
    sons = [person for person in people if len(person.keys) > 1 and person.keys[1] == SON + keys[0]]
    return sons[0] if len(sons) == 1 else None


def is_unknown_yet(tokens: Tokens, person: Actor, name: Range, keys: tuple[str, ...]) -> bool:
    """Whether a given name alone is not known to be his: it comes before the full name, no headline, or tells his kin: جده يوسف."""
    if len(keys) > 1 or person.keys[0] != keys[0] or len(person.keys) == 1 or person.keys[-1] == keys[0]:
        return False
    full = min(person.mentions)[0]
    return kin_before(tokens, name) is not None or (full > name[0] and not is_head_of(tokens, name[0], full))


def is_one_of_two(tokens: Tokens, people: list[Actor], name: Range, keys: tuple[str, ...]) -> bool:
    """Whether a given name alone may mean several whom the page names in full: فاز سالم الكندي على سالم الراوي. وابتسم | سالم."""
    owners = [person for person in people if keys == person.keys[:1] and len(person.keys) > 1]
    return len(owners) > 1 and kin_before(tokens, name) is None


def is_head_of(tokens: Tokens, place: int, later: int) -> bool:
    """Whether the first line of a text has one place, and what follows it the other."""
    line = next((at for at, kind in enumerate(tokens.kinds) if kind & BREAK), -1)
    return place < line < later


def joined_bearer(tokens: Tokens, people: list[Actor], name: Range, keys: tuple[str, ...]) -> Actor | None:
    """Who is named behind a word that joins: أبو مازن | محمود عباس; but not بن علي | بن رجب, which is a surname.

    Nor عبد الكريم | سالم النهري, whose father he is not.
    """
    first = tokens.keys[name[0]]
    joined = is_joining(tokens, name[0]) and len(keys) > 1 and first != SERVANT and (len(keys) == 2 or first not in descents())
    return bearer(people, keys[1:]) if joined else None


def know_again(tokens: Tokens, people: list[Actor]) -> None:
    """Let a surname be one wherever it stands for its person: no table knows it (أضاف أويدا «كذا»), or it is a verb too (روته)."""
    for first, stop in (mention for person in people for mention in person.mentions):
        if stop == first + 1 and not tokens.kinds[first]:
            tokens.know_again(first, LAST_NAME)
        elif stop == first + 1 and tokens.kinds[first] & RENOWNED:
            tokens.know_again(first, tokens.kinds[first] & ~SPEECH)


def has_namesakes(people: list[Actor]) -> bool:
    """Whether two of some people have one name."""
    return len({person.keys for person in people}) < len(people)


def has_role_of(tokens: Tokens, person: Actor, roles: tuple[Range, ...]) -> bool:
    """Whether a person is told by one of these offices elsewhere: سجل المهاجم سالم فهد، وصد الحارس سالم فهد … الحارس | سالم فهد."""
    found = (bearing(tokens.surface(*mine), tokens.surface(*theirs)) for mine in roles for theirs in person.roles)
    return any(how in AGREE for how in found)


def distance(person: Actor, name: Range) -> int:
    """How many tokens lie between a name and the last time that somebody was named before it; many where he was not."""
    return min((name[0] - first for first, _ in person.mentions if first < name[0]), default=name[0] + 1)


def add_surnames(tokens: Tokens, apart: Apart, people: list[Actor]) -> None:
    """Every later mention of a person by surname alone, of one word or more: الحلبي, بن عيسى, عبد العزيز; السيد is a title."""
    owners = families(tokens, people)
    lengths: dict[str, set[int]] = {}
    for keys in owners:
        lengths.setdefault(keys[-1], set()).add(len(keys))
    taken = {i for person in people for mention in person.mentions for i in range(*mention)}
    forms = {*lengths, *(ARTICLE + key for key in lengths)}
    for place in [place for place in words_among(tokens, forms - {MASTER}) if place not in taken]:
        for first in (place + 1 - length for length in lengths.get(bare_key(tokens.keys[place]), ())):
            words = first, place + 1
            named = owners.get(keys_of(tokens, (max(first, 0), place + 1)), [])
            named = [person for person in named if agrees(tokens, person, words)]
            if named and age_of(tokens, words):
                named = of_age(tokens, apart, words, named) or [stranger(tokens, people, (first, place + 2))]
            owner = owner_here(tokens, named, first, place)
            if owner and is_surname_here(tokens, first) and not is_anothers(tokens, owner, first):
                owner.mentions.append(words)


def owner_here(tokens: Tokens, named: list[Actor], first: int, place: int) -> Actor | None:
    """Whom a surname alone means of those who may bear it: the one who does, who spells it so, who alone is named so far.

    One that may be a people behind a noun is spelt so: ميساء مغربي is not meant by الفنان | المغربي.

    Who is known by it alone bears it only from where the page tells who that is: قدم | كوكو، مدير الكرة، استقالته.
    """
    named = [person for person in named if person.name[0] <= first or not is_strange_alone(tokens, person)]
    national = tokens.kinds[place] & NATION and place and tokens.kinds[place - 1] & DEFINITE
    if len(named) > 1 or national:
        named = [person for person in named if tokens.keys[person.name[1] - 1] == tokens.keys[place]]
    if len(named) > 1:
        named = [person for person in named if min(person.mentions)[0] < first]
    return named[0] if len(named) == 1 else None


def is_strange_alone(tokens: Tokens, person: Actor) -> bool:
    """Whether a person is known by one indefinite word alone that is no given name."""
    first, stop = person.name
    return stop == first + 1 and not tokens.kinds[first] & (DEFINITE | NAME | RENOWNED)


def stranger(tokens: Tokens, people: list[Actor], name: Range) -> Actor:
    """The father or the son whom the page names by surname and age alone, as a person of its own."""
    age = age_of(tokens, name)
    known = next((person for person in people if len(person.keys) == 1 and age_of(tokens, person.name) == age), None)
    if known is None:
        people.append(known := Actor(name, name_keys(tokens, name), "person"))
    return known


def of_age(tokens: Tokens, apart: Apart, name: Range, named: list[Actor]) -> list[Actor]:
    """Of those of one surname who the word behind it tells to be father or son: العطوي | الأب، العطوي | الابن."""
    age = age_of(tokens, name)
    of_name = [person for person in named if age_of(tokens, person.name) == age]
    fathers = [person for person in named if is_parent(apart, person, named)]
    sons = [person for person in named if person not in fathers and (fathers or is_son(apart, person, named))]
    return of_name or (fathers if age == THE_FATHER else sons)


def is_parent(apart: Apart, person: Actor, named: list[Actor]) -> bool:
    """Whether a page tells of a son or daughter of somebody, or names one after him."""
    return any(mention in apart.parents for mention in person.mentions) or any(is_father(person, other) for other in named)


def is_son(apart: Apart, person: Actor, named: list[Actor]) -> bool:
    """Whether a page tells of the father of somebody, or names him."""
    return any(mention in apart.children for mention in person.mentions) or any(is_father(other, person) for other in named)


def aged(tokens: Tokens, apart: Apart, people: list[Actor], name: Range) -> Actor | None:
    """The father or the son whom a surname with such a word means: حداد الأب; another person than who alone is named in full."""
    keys = name_keys(tokens, name)
    if len(keys) > 1 or not age_of(tokens, name):
        return None
    told = of_age(tokens, apart, name, [person for person in people if person.keys[-1:] == keys])
    return told[0] if len(told) == 1 else None


def is_father(person: Actor, other: Actor) -> bool:
    """Whether the second name behind the other one's given name is this person's."""
    return len(other.keys) > 2 and other.keys[1].removeprefix(SON) == person.keys[0]


def families(tokens: Tokens, people: list[Actor]) -> dict[tuple[str, ...], list[Actor]]:
    """The people by the keys of their family names, without those whose last word is a title: سالم الأمير.

    A surname that the page spells in two ways is one in both. The house before the last one stands alone for its person too,
    where nobody else bears it: فاطمة العلمي الوهابي.
    """
    found: dict[tuple[str, ...], list[Actor]] = {}
    for person in people:
        alone = len(person.keys) == 1 and age_of(tokens, person.name)
        full = [name for name in person.mentions if name[1] > name[0] + 1] if not alone else []
        for keys in {keys_of(tokens, family_name(tokens, name)) for name in (*full, *([] if alone else [person.name]))} - {()}:
            found.setdefault(keys, []).append(person)
    inner: dict[tuple[str, ...], list[Actor]] = {}
    for person in people:
        for keys in inner_families(tokens, person.name):
            inner.setdefault(keys, []).append(person)
    return {**inner, **found}


def inner_families(tokens: Tokens, name: Range) -> Iterator[tuple[str, ...]]:
    """The houses inside a name of two of them, by the article that its last word has too: فاطمة | العلمي | الوهابي."""
    last = tokens.kinds[name[1] - 1]
    for place in range(name[0] + 1, name[1] - 1) if last & DEFINITE else ():
        if tokens.kinds[place] & DEFINITE and tokens.keys[place].endswith(NISBA[0]) and tokens.keys[place] not in definite_names():
            yield keys_of(tokens, (place, place + 1))


def family_name(tokens: Tokens, name: Range) -> Range:
    """The part of a name that stands alone for it: the last one, of East Asian names the first one."""
    first, stop = name
    while stop > first + 1 and connectors().get(tokens.keys[stop - 1]) == "last":
        stop -= 1
    if stop > first + 1 and all(key in syllables() for key in keys_of(tokens, name)):
        return first, first + 1
    return last_unit(tokens, first, stop), stop


def is_surname_here(tokens: Tokens, place: int) -> bool:
    """Whether a word that ends a name elsewhere is a name at this place."""
    kind = tokens.kinds[place]
    if kind & (FUNCTION | PUNCTUATION | TIME) or is_called(tokens, place) or (kind & TITLE and is_title_too(tokens, place)):
        return False
    before = tokens.kinds[place - 1] if place else 0
    if kind & RENOWNED and not is_lone_surname(tokens, place):
        return False
    after = tokens.kinds[place + 1]
    unheard = not kind and is_seldom(tokens.keys[place]) and not may_be_given_before(tokens, place)
    told = before & (TITLE | SPEECH) or (before & OPENS and after & CLOSES)
    return bool(kind & (LAST_NAME | NAME)) or unheard or bool(told) or is_officers(tokens, place)


def is_title_too(tokens: Tokens, place: int) -> bool:
    """Whether a surname is a title that the page gives to another one: علي الشيخ ... | الشيخ سالم."""
    kinds = tokens.kinds
    return any(kinds[at + 1] & NAME for at in by_word(tokens)[tokens.keys[place]] if at + 1 < len(tokens))


def is_anothers(tokens: Tokens, person: Actor, place: int) -> bool:
    """Whether a word that is a given name too stands behind another's name: بوناصر | سليم; not لهرفي | رونار of هيرفي رونار."""
    kind = tokens.kinds[place]
    if not kind & NAME or kind & DEFINITE or not is_behind_name(tokens, place):
        return False
    before = tokens.keys[place - 1]
    return not is_common(before) and not sound_of(before).endswith(sound_of(person.keys[0]))


def is_seldom(key: str) -> bool:
    """Whether an indefinite word is in no text in any form, or is no noun and in few texts: شودري."""
    return is_unheard(key) or (is_no_noun(key) and is_rare(key))


def is_officers(tokens: Tokens, place: int) -> bool:
    """Whether a definite word that hardly any text has stands there, or no usual one behind an office: المحافظ | العدوي."""
    if tokens.kinds[place] != DEFINITE or not place:
        return False
    before = tokens.kinds[place - 1]
    officer = before & ROLE and before & DEFINITE
    strange = is_strange(tokens.keys[place]) and not may_be_given_before(tokens, place)
    return strange or bool(officer and not is_usual(tokens.keys[place]))


def may_be_given_before(tokens: Tokens, place: int) -> bool:
    """Whether the word before a surname may be another one's given name, which no table knows: آلكسيا | سيكالا."""
    before = tokens.kinds[place - 1] if place else PUNCTUATION
    return not before & ~NAMELY and not is_common(tokens.keys[place - 1])
