"""A party of a page, and whether a name is one of its own: سالم راشد الكندي, سالم الكندي, الكندي."""

from __future__ import annotations

from dataclasses import dataclass, field

from qawl.arabic.findings import Range
from qawl.arabic.kept import kept
from qawl.arabic.letters import HOUSE, MADDA, MUHAMMAD, bare_key, sound_of
from qawl.arabic.lexicon import NATION, PREFIX, PUNCTUATION, word_classes
from qawl.arabic.names.joiners import is_mother
from qawl.arabic.names.units import connectors, openers, seldom_names, units, usual_given_names
from qawl.arabic.ordinary import COMMON_FROM, frequencies
from qawl.arabic.tokens import Tokens
from qawl.model import PartyType

# A surname that its consonants tell has so many letters and so many consonants at least.
LONG_SURNAME = 5
LONG_SOUND = 4
# A given name opens at least one in so many of the full names that have it.
SELDOM_FIRST = 20
# Names that stand before the one by which somebody is called.
FIRST_OF_TWO = (MUHAMMAD,)


@dataclass(eq=False)
class Actor:
    """One party of the page: its fullest name as tokens, and all that the page says of it.

    ``keys`` are the bare keys of the name's words; ``roles`` and ``mentions`` are token ranges in text order.
    """

    name: Range
    keys: tuple[str, ...]
    type: PartyType
    gender: str = "-"
    number: str = "s"
    roles: list[Range] = field(default_factory=list)
    mentions: list[Range] = field(default_factory=list)


@kept
def keys_of(tokens: Tokens, span: Range) -> tuple[str, ...]:
    """Bare keys of the words of a range, prefixes and marks left out."""
    skip = PREFIX | PUNCTUATION
    return tuple([bare_key(tokens.keys[i]) for i in range(*span) if not tokens.kinds[i] & skip])


@kept
def name_keys(tokens: Tokens, span: Range) -> tuple[str, ...]:
    """Bare keys of the words of a person's name, compounds joined as others write them: عبد الفتاح and عبدالفتاح are one.

    What only tells the son from his father is left out: هنري كنتور الابن.
    """
    keys: list[str] = []
    joins = False
    for place in range(*span):
        key, kind = tokens.keys[place], tokens.kinds[place]
        if kind & (PREFIX | PUNCTUATION) or (keys and connectors().get(key) == "last"):
            continue
        if keys and (joins or connectors().get(key) == "after"):
            keys[-1] += key
        else:
            keys.append(bare_key(key))
        opens = openers().get(key) == "yes" or is_mother(tokens, place)
        joins = key == HOUSE or (opens and tokens.text[tokens.starts[place]] != MADDA)
    return tuple(keys)


def same_name(full: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether a shorter or equal name is the same person's: the same words, its last or first ones, or both ends."""
    if full == other:
        return True
    if len(other) > 1 and len(full) > 2 and full[0] == other[0] and is_within(full, other):
        return True
    if is_fathers(full, other):
        return False
    return len(other) < len(full) and (full[-len(other) :] == other or (len(other) > 1 and full[: len(other)] == other))


def is_within(full: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether a longer name has the words of another in their order: علي حسن of علي سالم حسن الكندي."""
    words = iter(full)
    return all(word in words for word in other)


def is_fathers(full: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether a name is that of the father of who has the other one: خالد العمري of سامي خالد العمري; not of محمد خالد العمري.

    What is a family's far more often opens no father's name: محمود أحمدي نجاد, أحمدي نجاد; nor does a surname of two words: زادة.
    """
    if len(other) < 2 or full[1:] != other or (len(other) == 2 and connectors().get(other[1]) == "tail"):
        return False
    given = {full[0], other[0]} <= seldom_names() and full[0] not in FIRST_OF_TWO
    return given and units()[other[0]].opened * SELDOM_FIRST >= units()[other[0]].held


def first_named(people: list[Actor], keys: tuple[str, ...]) -> Actor | None:
    """The one person whose first name alone this is."""
    owners = [person for person in people if keys == person.keys[:1]]
    return owners[0] if len(owners) == 1 else None


def bearer(people: list[Actor], keys: tuple[str, ...]) -> Actor | None:
    """The first person whom a name, a part of it, the first name alone or a foreign surname inside the name names."""
    named = next((person for person in people if same_name(person.keys, keys)), None)
    named = named or first_named(people, keys) or inner_named(people, keys) or house_named(people, keys)
    return named or spelt_otherwise(people, keys) or given_otherwise(people, keys)


def given_otherwise(people: list[Actor], keys: tuple[str, ...]) -> Actor | None:
    """The one person of the same surname whose foreign given name this is in another spelling: بسكال سالم of باسكال سالم."""
    if len(keys) != 2 or len(sound := sound_of(keys[0])) < LONG_SOUND or keys[0] in usual_given_names():
        return None
    alike = [person for person in people if len(person.keys) == 2 and person.keys[1] == keys[1]]
    owners = [person for person in alike if sound_of(person.keys[0]) == sound and person.keys[0] not in usual_given_names()]
    return owners[0] if len(owners) == 1 else None


def spelt_otherwise(people: list[Actor], keys: tuple[str, ...]) -> Actor | None:
    """The one person whose foreign surname this is in another spelling: غوتيريش of أنطونيو جوتيريش, شولتس of أولاف شولتز.

    The given name before it must be the same one: أنا برافرمان of أنا برافيرمان.
    """
    if len(keys) > 2 or not is_foreign(keys[-1]):
        return None
    sound = sound_of(keys[-1])
    owners = [person for person in people if len(person.keys) > 1 and sound_of(person.keys[-1]) == sound]
    owners = [person for person in owners if len(keys) == 1 or person.keys[:-1] == keys[:1]]
    owners = [person for person in owners if is_foreign(person.keys[-1])]
    return owners[0] if len(owners) == 1 else None


def is_foreign(key: str) -> bool:
    """Whether a folded surname is long and strange enough to be told by its consonants alone: غوتيريش; not سالم beside سليم."""
    known = key in usual_given_names() or frequencies().get(key, 0) >= COMMON_FROM
    return len(key) >= LONG_SURNAME and len(sound_of(key)) >= LONG_SOUND and not known and not word_classes().get(key, 0) & NATION


def inner_named(people: list[Actor], keys: tuple[str, ...]) -> Actor | None:
    """The one person within whose name this word stands, no usual given name: لولا of لويس لولا دا سيلفا."""
    if len(keys) > 1 or keys[0] in usual_given_names():
        return None
    owners = [person for person in people if keys[0] in person.keys[1:-1]]
    return owners[0] if len(owners) == 1 else None


def house_named(people: list[Actor], keys: tuple[str, ...]) -> Actor | None:
    """The one person within whose name a word that joins and the one behind it stand: آيت حمو of خديجة آيت حمو الكندي."""
    if len(keys) != 2 or connectors().get(keys[0]) != "before":
        return None
    owners = [person for person in people if keys in zip(person.keys[1:], person.keys[2:], strict=False)]
    return owners[0] if len(owners) == 1 else None
