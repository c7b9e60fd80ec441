"""Two people of one name in one page: المهندس سالم الكندي beside سائق يدعى سالم الكندي.

A page gives one person several offices, one after the other; so these alone tell nothing. They tell two where both stand before
the name in one sentence, where the page brings one of them in by his name alone, and where the shorter name comes first.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from qawl.arabic.actors import keys_of, same_name
from qawl.arabic.alike.offices import Bearing, bearing, field_of, heads_of, office_of
from qawl.arabic.alike.rarity import opened
from qawl.arabic.findings import Range
from qawl.arabic.letters import ALEF, bare_key, fold
from qawl.arabic.lexicon import BREAK, DEFINITE, ROLE, TITLE
from qawl.arabic.phrases.kin import kins_of
from qawl.arabic.tokens import Tokens
from qawl.tables import table

# What two offices have against each other where a page warns that two have one name.
AGAINST = (Bearing.FIELD, Bearing.OTHER, Bearing.LAND)
# What they have in common where they may be one person's.
AGREE = (Bearing.OFFICE, Bearing.TRADE, Bearing.BODY)
# The field of those who work with their hands.
LABOUR = "labour"
# The kin of the words for those who sing, act and film.
ARTIST = "artist"
# So many words before what brings a name in may tell what its bearer is: سائق حافلة يدعى.
BROUGHT_IN = 3
# A given name opens so many of the full names of the lists.
USUAL = 10


class Kin(NamedTuple):
    """A word at ``place`` that tells a name by somebody else: form in the table, use, whether of who was named before."""

    place: int
    form: str
    use: str
    owned: bool


class Told(NamedTuple):
    """A name of a page, its keys, its roles, those that stand before it, and the word for kin before it."""

    name: Range
    keys: tuple[str, ...]
    roles: tuple[str, ...]
    titles: tuple[Range, ...]
    kin: Kin | None
    introduced: bool


def are_alike(one: Told, two: Told) -> bool:
    """Whether one name is a part of the other, and not the same."""
    return one.keys != two.keys and (same_name(one.keys, two.keys) or same_name(two.keys, one.keys))


def may_be_one(one: Told, two: Told) -> bool:
    """Whether two names of several words are the same, or one is a part of the other."""
    return min(len(one.keys), len(two.keys)) > 1 and (one.keys == two.keys or are_alike(one, two))


def differ_in_office(one: Told, two: Told) -> bool:
    """Whether two of one name, or of a part of it, hold offices that have nothing in common."""
    alike = one.keys == two.keys or are_alike(one, two)
    found = {bearing(mine, theirs) for mine in one.roles for theirs in two.roles} if alike else set()
    return any(how in AGAINST for how in found) and found <= {*AGAINST, Bearing.NOTHING}


def have_no_office_alike(one: Told, two: Told) -> bool:
    """Whether a page tells what one of two is, and nothing that both are."""
    if not one.roles and not two.roles:
        return False
    return not any(bearing(mine, theirs) in AGREE for mine in one.roles for theirs in two.roles)


def is_introduced(one: Told, later: Told) -> bool:
    """Whether a page tells what somebody is whose name is a part of an officer's before: المدير سالم فهد … سالم، وهو مهندس شاب."""
    if not later.introduced or not one.roles or not 1 < len(later.keys) < len(one.keys):
        return False
    return are_alike(one, later) and not any(bearing(mine, theirs) in AGREE for mine in one.roles for theirs in later.roles)


def are_namesakes(tokens: Tokens, one: Told, two: Told, together: bool) -> bool:
    """Whether two names that may be one person's, the first one first, are two people's; `together` in one sentence."""
    if not may_be_one(one, two):
        return False
    if is_brought_in(tokens, one, two) or is_brought_in(tokens, two, one):
        return True
    titled = are_titled_apart(tokens, one, two)
    if is_headline(tokens, one.name[0]):
        return titled and together
    if are_of_two_stations(tokens, one, two):
        return True
    grows = len(one.keys) < len(two.keys)
    if together and (titled or one.keys != two.keys):
        return True
    return (grows and (titled or differ_in_office(one, two))) or differ_in_article(tokens, one, two)


def are_titled_apart(tokens: Tokens, one: Told, two: Told) -> bool:
    """Whether each of two in one sentence has an office of his own before the name: التقى الوزير سالم الكندي الطبيب سالم الكندي."""
    mine, theirs = (titles_of(tokens, told) for told in (one, two))
    if not mine or not theirs:
        return False
    return not any(bearing(first, second) in AGREE or are_artists(first, second) for first in mine for second in theirs)


def are_artists(first: str, second: str) -> bool:
    """Whether both words tell an artist, as a page tells one by several: النجمة, الفنانة."""
    offices = office_of(first), office_of(second)
    return all(office and ARTIST in kins_of(office.keys) for office in offices)


def are_of_two_stations(tokens: Tokens, one: Told, two: Told) -> bool:
    """Whether one is told before the name as an officer and the other as a labourer, who is no officer: الوزير, السائق."""
    mine, theirs = (stations_of(tokens, told) for told in (one, two))
    fields = [{field_of(title) for title in titles} for titles in (mine, theirs)]
    labour = [found == {LABOUR} for found in fields]
    if labour[0] == labour[1] or not fields[labour[0]]:
        return False
    return not any(bearing(first, second) in AGREE for first in mine for second in theirs)


def stations_of(tokens: Tokens, told: Told) -> list[str]:
    """The offices before a name, or what it is that no table knows as an office: الحلاق | سالم, بائع الخضار | سالم."""
    if titles := titles_of(tokens, told):
        return titles
    first = told.name[0]
    if not first or not tokens.kinds[first - 1] & DEFINITE:
        return []
    spans = ((first - 1, first), (first - 2, first))[: 2 if first > 1 and not tokens.kinds[first - 2] & DEFINITE else 1]
    return [title for span in spans if field_of(title := tokens.surface(*span))]


def titles_of(tokens: Tokens, told: Told) -> list[str]:
    """The offices before a name, without titles that people of any office bear."""
    return [title for span in told.titles if office_of(title := tokens.surface(*span))]


def differ_in_article(tokens: Tokens, one: Told, two: Told) -> bool:
    """Whether the article alone tells the last words of two names apart, a given name and a family's: سالم صالح, سالم الصالح.

    Of family names alone, which desks write in both ways, the offices have to differ too.
    """
    mine, theirs = (tokens.keys[told.name[1] - 1] for told in (one, two))
    if mine == theirs or bare_key(mine) != bare_key(theirs):
        return False
    given = opened(bare_key(mine)) >= USUAL and not any(bearing(my, their) in AGREE for my in one.roles for their in two.roles)
    return given or differ_in_office(one, two)


def is_headline(tokens: Tokens, place: int) -> bool:
    """Whether a place is in the first line of a text, and more follows."""
    return any(kind & BREAK for kind in tokens.kinds[place:]) and not any(kind & BREAK for kind in tokens.kinds[:place])


@cache
def bringing_in() -> frozenset[str]:
    """Folded words behind which the name stands of somebody whom nobody knows: يدعى, المدعو."""
    return frozenset(fold(row["form"]) for row in table("called_words.tsv") if row["class"] in ("unknown", "called"))


def is_brought_in(tokens: Tokens, one: Told, officer: Told) -> bool:
    """Whether one comes in by his name alone, as somebody whom nobody knows, the other one as an officer: سائق يدعى سالم."""
    first = one.name[0]
    if not first or tokens.keys[first - 1] not in bringing_in() or not is_officer(tokens, officer):
        return False
    told = {bare_key(key).removesuffix(ALEF) for key in tokens.keys[max(0, first - 1 - BROUGHT_IN) : first]}
    if not told.isdisjoint(bare_key(key) for span in officer.titles for key in keys_of(tokens, span)):
        return False
    return not any(bearing(mine, theirs) in AGREE for mine in one.roles for theirs in officer.roles)


def is_officer(tokens: Tokens, told: Told) -> bool:
    """Whether an office stands before a name, none that whoever is in a story has: رئيس البلدية; not المتهم, الشاب."""
    heads = [(span[0], office.keys[0]) for span in told.titles if (office := office_of(tokens.surface(*span)))]
    return any(tokens.kinds[place] & (ROLE | TITLE) and head not in heads_of("story") for place, head in heads)
