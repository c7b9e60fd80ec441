"""Which of two of one family is the father, where a page tells it: شكا رائد الكندي من نجله فهد الكندي."""

from __future__ import annotations

from functools import lru_cache

from qawl.arabic.alike.forms import name_of
from qawl.arabic.alike.spellings import blurred
from qawl.arabic.people.told_apart import CHILD, ELDER, is_written_owned, owned_relatives
from qawl.library.across.naming.page_tokens import tokens_of
from qawl.model import Person, Record

# Words for one of an earlier line and for a child -> what whoever was named last before them is, and the other one.
OWNERS = {ELDER: ("younger", "elder"), CHILD: ("elder", "younger")}


def age_told(record: Record, somebody: Person) -> str:
    """`elder` or `younger` where the name tells it, or a word for kin whose the page has two of one family; else nothing."""
    own = {name_of(form).age for form in (somebody.name, *(mention.text for mention in somebody.mentions))} - {""}
    if own:
        return own.pop() if len(own) == 1 else ""
    others = [one for one in record.people if one is not somebody and family_of(one) == family_of(somebody)]
    return age_beside(record, somebody, others[0]) if len(others) == 1 else ""


def family_of(person: Person) -> str:
    """The consonants of the last part of a name."""
    parts = name_of(person.name).parts
    return blurred(parts[-1]) if len(parts) > 1 else ""


def age_beside(record: Record, somebody: Person, other: Person) -> str:
    """Who of two of one family is the elder, by the words for kin behind either; nothing where they do not agree."""
    named = sorted((mention.start, one) for one, person in enumerate((somebody, other)) for mention in person.mentions)
    told = set()
    for place, use in kin_told(record.document.text):
        before = [one for start, one in named if start < place]
        if before:
            told.add(OWNERS[use][before[-1]])
    return told.pop() if len(told) == 1 else ""


@lru_cache(maxsize=1 << 6)
def kin_told(text: str) -> tuple[tuple[int, str], ...]:
    """Where a text has a parent or a child of somebody named before, and which of the two: والده، نجلها."""
    tokens = tokens_of(text)
    found = ((place, owned_relatives().get(key, ("", ""))[1]) for place, key in enumerate(tokens.words()))
    return tuple((tokens.starts[place], use) for place, use in found if use in OWNERS and is_written_owned(tokens, place))
