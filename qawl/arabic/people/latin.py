"""Names of people in Latin letters, told by the office or people before them: قال المدير الإقليمي Ole Brandt إن.

Each of their words begins with a capital and goes on in small letters, unless it is an initial: so AG and FIFA are none. A name
behind a body, or behind an office that it would complete (رئيس Nordbank), is not known to be a person's. A given name of other
lands, or an initial, before one more word tells a person wherever it stands (بينهم Marta Kovalenko), unless a body, a preposition
of place, or marks lead to it, or one of its words names a thing (Victoria Bank).
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from qawl.arabic import lexicon
from qawl.arabic.alike.latin import in_arabic, latin_words
from qawl.arabic.alike.rarity import opens_names
from qawl.arabic.letters import HIS, IN, OWNERS, ROUND, UPON, WRITTEN_TA_MARBUTA, bare_key, fold
from qawl.arabic.names.units import known_abroad
from qawl.arabic.ordinary import is_verb
from qawl.arabic.places import Places, keep_places
from qawl.tables import table

# Brandt, J., McCall; of CARTER all letters are capitals.
CAPITALISED = re.compile(r"[^\W\d_a-z](?:\.|[^\W\d_]*[a-zà-ÿ][^\W\d_]*)?")
CAPITALS = re.compile(r"[^\W\d_a-zà-ÿ]{3,}")
VOWEL = re.compile(r"[AEIOUYÀ-Ý]")
# What joins the pieces of one word, and what stands before or between the words of a name in small letters: van der, al-.
JOINTS = re.compile(r"['’-]")
# fmt: off
PARTICLES = frozenset((
    "abu", "al", "ben", "bin", "bint", "d", "da", "de", "del", "der", "di", "dos", "du", "el", "ibn", "la", "le", "ould",
    "ten", "ter", "ul", "van", "von", "zu",
))
# fmt: on
# English words for bodies and things, that stand in no name of a person.
# fmt: off
THINGS = frozenset((
    "academy", "act", "air", "airlines", "airport", "airways", "alliance", "app", "associates", "association", "award",
    "bank", "bay", "beach", "bridge", "brothers", "capital", "center", "centre", "channel", "city", "clinic", "club",
    "college", "company", "council", "court", "cup", "daily", "day", "energy", "express", "fc", "festival", "film", "films",
    "foods", "foundation", "fund", "gallery", "games", "gas", "gate", "group", "hall", "hill", "holding", "holdings",
    "hospital", "hotel", "house", "institute", "international", "island", "journal", "labs", "lake", "league", "legacy",
    "lines", "logistics", "magazine", "mall", "market", "media", "mission", "motors", "mountain", "museum", "music",
    "network", "news", "night", "oil", "open", "park", "partners", "pharma", "pictures", "plaza", "post", "press", "prime",
    "prize", "program", "project", "radio", "records", "report", "research", "resort", "review", "river", "road", "school",
    "secret", "services", "ship", "show", "solutions", "square", "star", "station", "street", "studio", "studios", "summit",
    "syndrome", "systems", "team", "tech", "technologies", "times", "tower", "trust", "tv", "union", "university", "valley",
    "water", "weekly", "wine", "world",
))
# Companies and things that have the name of a person.
CALLED_SO = frozenset((
    "aston martin", "billie jean", "calvin klein", "charles schwab", "christian dior", "ernst young", "estee lauder",
    "giorgio armani", "harley davidson", "hugo boss", "jack daniels", "johnnie walker", "jp morgan", "louis vuitton",
    "marie claire", "martin luther", "merrill lynch", "michael kors", "monte carlo", "morgan stanley", "pierre cardin",
    "ralph lauren", "thomas cook", "tommy hilfiger", "wells fargo", "yves rocher",
))
# fmt: on
# A name has so many words, what joins them left out.
SHORTEST, LONGEST = 2, 4
# What is whole, by its article or as a land; and what tells of a thing, not of a person.
WHOLE = lexicon.DEFINITE | lexicon.COUNTRY
THING = lexicon.BODY | lexicon.MEDIA | lexicon.DOCUMENT | lexicon.SETTING
# What may stand right before a person's name.
LEADS_TO_PERSON = lexicon.HUMAN | lexicon.SPEECH | lexicon.FUNCTION | lexicon.PREFIX | lexicon.PUNCTUATION
# Behind these stands a place or a thing in Latin letters: على Marta Online.
LEADS_TO_THING = (IN, UPON)
POINT = "."
# An office is looked for so many words back.
REACH = 4


def know_latin_names(tokens: Places, latin: list[int]) -> None:
    """Make names of Latin words behind a whole office or people, and of their surnames again: الممثلة Lia Moreno … وقالت Moreno."""
    stop, surnames = 0, set[str]()
    for first in latin:
        if first < stop:
            continue
        stop = run_end(tokens, first)
        if is_full_name(tokens, first, stop) or (stop > first and is_surname_again(tokens, first, stop, surnames)):
            surnames.add(tokens.keys[stop - 1])
            for place in range(first, stop):
                tokens.turn(place, lexicon.NAME_UNIT)


def is_full_name(tokens: Places, first: int, stop: int) -> bool:
    """Whether words of Latin letters are a person's full name by the office before them, or by their given name."""
    words = [place for place in range(first, stop) if tokens.keys[place] not in PARTICLES]
    if not SHORTEST <= len(words) <= LONGEST or tokens.keys[stop - 1] in PARTICLES:
        return False
    told = tells_person(tokens, before_apposed(tokens, first, stop))
    if not all(is_capitalised(tokens, place) for place in words):
        return told and all(is_in_capitals(tokens, place) for place in words)
    return told or is_told_by_given(tokens, words)


def is_told_by_given(tokens: Places, words: list[int]) -> bool:
    """Whether a given name or an initial before other words tells a person, with nothing before them that leads to a thing."""
    first, keys = words[0], [tokens.keys[place] for place in words]
    before = tokens.kinds[first - 1] if first else 0
    if (
        not THINGS.isdisjoint(keys)
        or f"{keys[0]} {keys[-1]}" in CALLED_SO
        or before & (THING | lexicon.OPENS | lexicon.LATIN)
        or len(keys[-1]) < SHORTEST + 1
    ):
        return False
    if first and (tokens.keys[first - 1] == ROUND[0] or leads_to_thing(tokens, first - 1)):
        return False
    return len(keys[0]) == 1 or is_given_abroad(keys[0])


def leads_to_thing(tokens: Places, place: int) -> bool:
    """Whether a noun before a name tells that it is a thing's: سيارة | Marta Luna, شركة الأدوية | Marta Luna."""
    key, kind = tokens.keys[place], tokens.kinds[place]
    if key in LEADS_TO_THING:
        return True
    owned = key.endswith((*OWNERS, HIS)) and tokens.text[tokens.ends[place] - 1] != WRITTEN_TA_MARBUTA
    if kind & lexicon.SPEECH or owned or key in of_people():
        return False
    if not kind & (LEADS_TO_PERSON | lexicon.DEFINITE) and not is_verb(key):
        return True
    for at in range(place, max(-1, place - REACH), -1):
        if tokens.kinds[at] & THING:
            return True
        if not tokens.kinds[at] & lexicon.DEFINITE:
            return False
    return False


@cache
def of_people() -> frozenset[str]:
    """Folded words right behind which only people stand: وفاة, بقيادة."""
    return frozenset(fold(row["form"]) for row in table("personal_words.tsv"))


@lru_cache(maxsize=1 << 12)
def is_given_abroad(key: str) -> bool:
    """Whether a Latin word sounds as a given name of other lands or of the lists does: marta, مارتا."""
    ways = (bare_key(way) for way in in_arabic("".join(latin_words(key))) if len(way) > SHORTEST)
    return any(way in known_abroad() or opens_names(way) for way in ways)


def join_initials(tokens: Places, latin: list[int]) -> None:
    """Make an initial and its point one word, so that it ends no sentence: J. Novak."""
    kept = [True] * len(tokens)
    for place in latin:
        if is_initial(tokens, place):
            tokens.ends[place] += 1
            kept[place + 1] = False
    if not all(kept):
        keep_places(tokens, kept)


def is_initial(tokens: Places, place: int) -> bool:
    """Whether a Latin capital has a point right behind it, and one more Latin word behind that."""
    if place + 2 >= len(tokens) or tokens.keys[place + 1] != POINT or tokens.starts[place + 1] != tokens.ends[place]:
        return False
    letter = tokens.text[tokens.starts[place] : tokens.ends[place]]
    return len(letter) == 1 and letter.isupper() and bool(tokens.kinds[place + 2] & lexicon.LATIN)


def before_apposed(tokens: Places, first: int, stop: int) -> int:
    """The last word before a name; of a name between two commas the one before these: مديرة الشركة، | Sofia D'Angelo، أن."""
    kinds = tokens.kinds
    apposed = first > 1 and kinds[first - 1] & kinds[stop] & lexicon.COMMA
    return first - 2 if apposed else first - 1


def is_surname_again(tokens: Places, first: int, stop: int, surnames: set[str]) -> bool:
    """Whether a surname that the page has told stands alone, with the small words before it: van der Berg."""
    lead = all(tokens.keys[place] in PARTICLES for place in range(first, stop - 1))
    return lead and tokens.keys[stop - 1] in surnames


def run_end(tokens: Places, first: int) -> int:
    """Where the words end that may be of the name that begins at `first`; there itself where none begins."""
    place = first
    while place < len(tokens) and (
        is_capitalised(tokens, place) or is_in_capitals(tokens, place) or tokens.keys[place] in PARTICLES
    ):
        place += 1
    return place


def is_capitalised(tokens: Places, place: int) -> bool:
    """Whether a Latin word, and each piece of it, is written as a part of a name: Saint-Just, O'Neill, al-Kindi."""
    if not tokens.kinds[place] & lexicon.LATIN:
        return False
    pieces = JOINTS.split(tokens.text[tokens.starts[place] : tokens.ends[place]])
    if not CAPITALISED.fullmatch(pieces[-1]) or (len(pieces) > 1 and len(pieces[-1]) == 1):
        return False
    return all(CAPITALISED.fullmatch(piece) or piece in PARTICLES for piece in pieces[:-1])


def is_in_capitals(tokens: Places, place: int) -> bool:
    """Whether a Latin word is written in capitals and can be spoken, as no abbreviation: CARTER; not BBC."""
    written = tokens.text[tokens.starts[place] : tokens.ends[place]]
    pieces = [piece for piece in JOINTS.split(written) if piece.casefold() not in PARTICLES]
    able = all(CAPITALS.fullmatch(piece) and VOWEL.search(piece) for piece in pieces)
    return bool(tokens.kinds[place] & lexicon.LATIN and pieces) and able


def tells_person(tokens: Places, place: int) -> bool:
    """Whether an office or a people, and no body, ends at `place` and is whole: نائبة الرئيس، المدير الإقليمي."""
    if place < 0 or not tokens.kinds[place] & WHOLE:
        return False
    for at in range(place, max(-1, place - REACH), -1):
        kind = tokens.kinds[at]
        if kind & lexicon.HUMAN:
            return True
        if at == place and kind & lexicon.BODY and at and tokens.kinds[at - 1] & lexicon.ROLE:
            continue
        if kind & (THING | lexicon.PUNCTUATION | lexicon.FUNCTION | lexicon.PREFIX) or not kind & (
            lexicon.DEFINITE | lexicon.COUNTRY
        ):
            return at < place and bool(tokens.kinds[place] & lexicon.NATION) and not kind & THING
    return False
