"""Words inside names that join others to them (بن, عبد, أبو, الدين), and the units that they make."""

from __future__ import annotations

from functools import cache

from qawl.arabic.letters import JOINS_FREELY, MADDA, SERVANT, SON, fold
from qawl.arabic.lexicon import (
    BODY,
    CARRIER,
    CITY,
    DEFINITE,
    DOUBTFUL,
    FUNCTION,
    NAME,
    NAME_UNIT,
    NATION,
    NUMBER,
    ODD,
    OFFICE,
    PEOPLE,
    PREFIX,
    PUNCTUATION,
    RENOWNED,
    SPEECH,
    TIME,
    TOWN,
)
from qawl.arabic.names.tails import ends_there
from qawl.arabic.names.units import connectors, descents, openers
from qawl.arabic.ordinary import is_adverb
from qawl.arabic.tokens import Tokens
from qawl.tables import table

# How words for kin open a name.
KIN = ("kin", "mother")
NAMELY = NAME_UNIT | DEFINITE | ODD | CITY | DOUBTFUL | RENOWNED


@cache
def with_madda() -> frozenset[str]:
    """Folded connectors that are written with a madda: آل, آيت."""
    return frozenset(fold(row["form"]) for row in table("name_parts.tsv") if row["form"].startswith(MADDA))


def is_joining(tokens: Tokens, place: int) -> bool:
    """Whether a word goes on with the word after it: عبد, أبو, بن; but not آبي, nor in a town (أم درمان).

    None does before قوله or a number: سعر ال 40.
    """
    if place not in tokens.joiners or tokens.kinds[place] & CITY or connectors()[tokens.keys[place]] != "before":
        return False
    after = tokens.kinds[place + 1]
    if after & NUMBER or (after & SPEECH and tokens.is_owned(place + 1) and tokens.keys[place] not in descents()):
        return False
    return tokens.text[tokens.starts[place]] != MADDA or tokens.keys[place] in with_madda()


def is_before_joining(tokens: Tokens, place: int) -> bool:
    """Whether a word that joins follows: خليل بن سالم."""
    return place + 1 in tokens.joiners and is_joining(tokens, place + 1)


def is_before_tail(tokens: Tokens, place: int) -> bool:
    """Whether an indefinite word stands before one that ends a surname, and so is a part of it whatever it means: إمام أوغلو."""
    after = place + 1
    tail = after in tokens.joiners and connectors()[tokens.keys[after]] == "tail"
    return tail and not tokens.kinds[place] & (DEFINITE | FUNCTION | PREFIX | PUNCTUATION | NATION)


def is_and(tokens: Tokens, place: int) -> bool:
    """Whether the token is و before another word; at no place it is not."""
    return 0 <= place < len(tokens.starts) and bool(tokens.kinds[place] & PREFIX) and tokens.keys[place] == JOINS_FREELY


def joins(tokens: Tokens, place: int) -> bool:
    """Whether a word that joins or a hyphen stands at `place` or right behind it: بن سالم, جيه-إن."""
    return is_joining(tokens, place) or tokens.is_hyphen(place) or tokens.is_hyphen(place + 1)


def opens_compound(tokens: Tokens, place: int) -> bool:
    """Whether a word that joins opens a name here: عبد الرحيم, أبو خليل; عبد before a title too: عبد الملك."""
    if place not in tokens.joiners:
        return False
    opens = openers().get(tokens.keys[place])
    if opens == "mother":
        return is_mother(tokens, place)
    if opens != "yes" or place + 1 >= len(tokens.starts) or tokens.kinds[place] & FUNCTION:
        return False
    after = tokens.kinds[place + 1]
    joined = after & (DEFINITE | NAME | ODD) or connectors().get(tokens.keys[place + 1]) == "after"
    return bool(joined) and (tokens.keys[place] == SERVANT or not after & (OFFICE | BODY | NATION))


def is_mother(tokens: Tokens, place: int) -> bool:
    """Whether a mother is called after her child here: قالت أم سالم; not هل يفوز سالم أم نادر."""
    if openers().get(tokens.keys[place]) != "mother" or place + 1 >= len(tokens.starts):
        return False
    before = tokens.kinds[place - 1] if place else 0
    child = tokens.kinds[place + 1] & NAME and not tokens.kinds[place + 1] & DEFINITE
    return bool(child) and not (before & (NAME_UNIT | ODD) and not before & (OFFICE | SPEECH | PEOPLE))


def first_unit_end(tokens: Tokens, first: int) -> int:
    """Where the first word of a name ends, compounds being one: سالم, عبد الرحمن, نور الدين."""
    place = first + 1
    if place < len(tokens.starts) and (is_joining(tokens, first) or connectors().get(tokens.keys[place]) == "after"):
        return place + 1
    return place


def last_unit(tokens: Tokens, first: int, stop: int) -> int:
    """Where the last word of a name begins, compounds being one: راشد, بن سالم, عبد الرحمن, سيف الدين."""
    place = stop - 1
    while place > first and (joins(tokens, place - 1) or connectors().get(tokens.keys[place]) in ("after", "tail")):
        place -= 1
    return place


def is_kin(tokens: Tokens, place: int) -> bool:
    """Whether a word that joins is one for kin before a title, an office or more kin: هاري ابن الأمير، ابن عم القتيل."""
    after = tokens.kinds[place + 1]
    if openers().get(tokens.keys[place]) not in KIN or tokens.keys[place] in descents():
        return False
    return bool(after & OFFICE) or is_of_kin(tokens, place) or is_of_child(tokens, place)


def is_of_kin(tokens: Tokens, place: int) -> bool:
    """Whether the word at `place` and the one behind it tell of kin: ابن عم القتيل."""
    after = tokens.kinds[place + 1]
    kin = openers().get(tokens.keys[place]) in KIN or is_relative(tokens, place)
    more = after & PEOPLE or is_relative(tokens, place + 1)
    return kin and bool(more) and not after & (NAME | DEFINITE)


def is_relative(tokens: Tokens, place: int) -> bool:
    """Whether a word for somebody's kin that opens no name stands here: أخو, شقيقة, عم; not أبو."""
    return tokens.keys[place] in kin() and tokens.keys[place] not in openers()


def is_of_child(tokens: Tokens, place: int) -> bool:
    """Whether whose kin is meant is told by what he is: أم الطفل، أم الضحية; by his office too before his name: ابن الوزير سالم."""
    opens, kinds = openers().get(tokens.keys[place]), tokens.kinds[place + 1 : place + 3]
    if opens not in KIN or tokens.keys[place] in descents() or not kinds or not kinds[0] & DEFINITE:
        return False
    named = len(kinds) > 1 and kinds[1] & NAME and not kinds[1] & DEFINITE
    child = opens == "mother" and kinds[0] & PEOPLE and not kinds[0] & NAME_UNIT
    return bool(child or (named and kinds[0] & OFFICE))


def begins_compound(tokens: Tokens, place: int) -> bool:
    """Whether a connector opens a name here, where one is expected: عبد الرحيم, المهندس ولد سالم, but not ولد الشاعر."""
    opens = tokens.keys[place] in openers() and is_nameable_behind(tokens, place)
    return opens and not (is_of_kin(tokens, place) or is_of_child(tokens, place))


def is_nameable_behind(tokens: Tokens, place: int) -> bool:
    """Whether a word that may be of a name follows the connector at `place`; behind بن any office is one: سعيد بن قائد.

    No body and no place is, without article, that somebody comes from: سالم الكندي ابن | قبيلة الساحل.
    """
    after = tokens.kinds[place + 1] if place + 1 < len(tokens.starts) else PUNCTUATION
    if tokens.keys[place] in descents():
        borne = place > 1 and (tokens.kinds[place - 1] & NAME_UNIT or tokens.keys[place - 2] in descents())
        if borne and after & SPEECH and ends_there(tokens, place + 1):  # ولد سالم ولد | أيده
            return True
        named = after & (NAME_UNIT | ODD | DEFINITE) or not (after & ~NAMELY or is_adverb(tokens.keys[place + 1]))
        office = tokens.keys[place] == SON and after & OFFICE
        return bool(named or office) and not after & (FUNCTION | TIME)
    native = after & (BODY | TOWN | CARRIER) and not after & (DEFINITE | NAME) and openers().get(tokens.keys[place]) == KIN[0]
    return not (after & (PUNCTUATION | PREFIX) or native)


@cache
def ordinals() -> frozenset[str]:
    """Folded numbers that count one of several, as kings are counted: الثالث."""
    return frozenset(fold(row["form"]) for row in table("numbers.tsv") if row["kind"] == "ordinal")


@cache
def kin() -> frozenset[str]:
    """Folded words for somebody's kin: عم, أخو, زوج."""
    return frozenset(fold(row["form"]) for row in table("relatives.tsv") if row["use"] in ("elder", "child", "kin"))


@cache
def peers() -> frozenset[str]:
    """Folded words for one who has to do with somebody: صديق, زميل."""
    return frozenset(fold(row["form"]) for row in table("relatives.tsv") if row["use"] == "peer")


@cache
def relatives() -> dict[str, tuple[str, str]]:
    """Folded word for kin that may stand without a pronoun -> its form in the table, and its use: نجل, حرم."""
    return {fold(row["form"]): (fold(row["form"]), row["use"]) for row in table("relatives.tsv") if row["alone"] == "yes"}
