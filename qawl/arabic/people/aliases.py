"""Other names by which a page calls somebody: سالم الكندي، المعروف باسم | رامي الحلو؛ وعرفه الناس باسم | رامي الحلو."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache

from qawl.arabic.actors import Actor
from qawl.arabic.alike.forms import Part
from qawl.arabic.alike.latin import is_latin, latin_words, sounds_like
from qawl.arabic.alike.spellings import Likeness
from qawl.arabic.findings import Range
from qawl.arabic.letters import ARABIC_LETTER, BY, FATHER, JOINS_FREELY, ROUND, bare_key, fold
from qawl.arabic.lexicon import ANY_NAME, COMMA, DEFINITE, NAME, OPENS
from qawl.arabic.names.reach import name_end
from qawl.arabic.names.units import openers
from qawl.arabic.ordinary import is_rare
from qawl.arabic.tokens import Tokens
from qawl.arabic.where import words_among
from qawl.tables import table

# A clause that tells another name of somebody follows his own within so many words.
FAR = 25
# A surname of no more letters may be anybody's in other letters.
SHORT = 3


@cache
def links() -> frozenset[tuple[str, ...]]:
    """The folded words that tell another name: المعروف, واسمه الحقيقي."""
    return frozenset(
        Tokens(row["form"]).words() for row in table("called_words.tsv") if row["class"] in ("link", "named", "called")
    )


@cache
def longest_link() -> int:
    """How many words the longest of these has."""
    return max(map(len, links()))


@cache
def between() -> frozenset[str]:
    """Folded words that may stand between these and the name: أيضا, باسم, ب."""
    forms = (row["form"] for row in table("called_words.tsv") if row["class"] in ("adverb", "lead"))
    return frozenset((*(fold(form) for form in forms), BY))


@cache
def leads() -> frozenset[str]:
    """Folded words right before another name: باسم, بلقب."""
    return frozenset(fold(row["form"]) for row in table("called_words.tsv") if row["class"] == "lead")


@cache
def clauses() -> frozenset[tuple[str, ...]]:
    """The folded words of clauses that tell another name of whom they are about: عرفه الناس."""
    return frozenset(Tokens(row["form"]).words() for row in table("called_words.tsv") if row["class"] == "clause")


def names_told(tokens: Tokens) -> Iterator[tuple[int, Range]]:
    """Where a clause begins that tells a full name by which somebody goes, and that name: وعرفه الناس باسم | رامي الحلو."""
    for place in words_among(tokens, leads()):
        if 0 < place < len(tokens) - 2 and tokens.kinds[place + 1] & NAME:
            start = next((place - n for n in (1, 2) if tuple(tokens.keys[place - n : place]) in clauses()), None)
            name = whole_name(tokens, place + 1)
            if start is not None and name[1] > name[0] + 1:
                yield start, name


def whole_name(tokens: Tokens, first: int) -> Range:
    """A name that begins at a place, with a definite word behind the given one, whatever it is: صلاح | البحر."""
    return first, max(name_end(tokens, first, len(tokens)), first + 1 + bool(tokens.kinds[first + 1] & DEFINITE))


def join_aliases(tokens: Tokens, people: list[Actor]) -> None:
    """Give the mentions and roles of whoever is only another name of somebody to him."""
    ends = {stop: person for person in people for _, stop in person.mentions}
    for alias in list(people):
        known = {owner_of(tokens, ends, first) for first, _ in alias.mentions} - {None, alias}
        if len(known) == 1 and (owner := known.pop()) in people:
            if len(owner.keys) == 1 < len(alias.keys):
                owner, alias = alias, owner
            owner.mentions += alias.mentions
            owner.roles += alias.roles
            people.remove(alias)
    for start, name in names_told(tokens):
        if owner := named_last(people, start):
            owner.mentions.append(name)


def join_scripts(tokens: Tokens, people: list[Actor], may_be: Callable[[Tokens, int], bool]) -> None:
    """Give a surname in Arabic letters to the one whose full name the page has in Latin ones: Marta Luna … وقالت | لونا.

    ``may_be`` tells whether a word that is nobody's may be a surname where it stands.
    """
    full = [person for person in people if len(person.keys) > 1 and is_latin(tokens.surface(*person.name))]
    if not full:
        return
    alone = {person: bare_key(person.keys[0]) for person in people if len(person.keys) == 1}
    for person, owner in ((person, owner) for person, key in alone.items() if (owner := owner_in_latin(full, key))):
        owner.mentions += person.mentions
        owner.roles += person.roles
        people.remove(person)
    taken = {place for person in people for mention in person.mentions for place in range(*mention)}
    for place, key in enumerate(tokens.keys):
        if place in taken or tokens.kinds[place] & ~ANY_NAME or not is_rare(key):
            continue
        if (owner := owner_in_latin(full, bare_key(key))) and may_be(tokens, place):
            owner.mentions.append((place, place + 1))


def owner_in_latin(full: list[Actor], key: str) -> Actor | None:
    """The only one of some people whose family name in Latin letters an Arabic word may be."""
    if len(key) <= SHORT or not ARABIC_LETTER.search(key):
        return None
    found = [person for person in full if sounds_like(latin_words(person.keys[-1])[-1], Part(key)) >= Likeness.NEAR]
    return found[0] if len(found) == 1 else None


def named_last(people: list[Actor], place: int) -> Actor | None:
    """Whom the page has named last before a place, unless it is far off."""
    before = [(mention[1], person) for person in people for mention in person.mentions if place - FAR < mention[1] <= place]
    return max(before, key=lambda found: found[0])[1] if before else None


def owner_of(tokens: Tokens, ends: dict[int, Actor], first: int) -> Actor | None:
    """Whose other name begins at `first`, by what stands between it and the name before it.

    A father's name in marks or brackets right behind a name is another one: سالم الكندي "أبو زياد"; so is a full name in brackets
    behind one word: الملا كربال (سالم الكندي).
    """
    stop = first
    while stop and (tokens.keys[stop - 1] in between() or tokens.keys[stop - 1] == ROUND[0] or tokens.kinds[stop - 1] & OPENS):
        stop -= 1
    if stop < first and stop in ends and (tokens.keys[first] == FATHER or openers().get(tokens.keys[first]) == "mother"):
        return ends[stop]
    if (
        stop == first - 1
        and stop in ends
        and tokens.keys[stop] == ROUND[0]
        and stop - 1 in {name[0] for name in ends[stop].mentions}
    ):
        return ends[stop]
    for length in range(1, longest_link() + 1):
        start = stop - length
        if start > 0 and tuple(tokens.keys[start:stop]) in links():
            start -= tokens.keys[start - 1] == JOINS_FREELY
            start -= bool(tokens.kinds[start - 1] & COMMA or tokens.keys[start - 1] == ROUND[0])
            if start in ends:
                return ends[start]
    return None
