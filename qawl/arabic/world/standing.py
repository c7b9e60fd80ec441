"""Whether a country or a capital stands as a party or as a place: دعت موسكو, مصالح موسكو; but في موسكو, زيارة موسكو.

A country is a party unless something tells that it is a place; a capital is a place unless something tells that it acts.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from qawl.arabic.forms import Form, forms
from qawl.arabic.letters import BY, FEMININE_HEAD, FUTURE, OF, OPEN_TA, PERHAPS, PREPOSITIONS, TO_THE, UPON, bare_key, fold
from qawl.arabic.lexicon import (
    COLON,
    CONJUNCTION,
    DEFINITE,
    MEDIA,
    NAME_UNIT,
    NEGATION,
    OPENS,
    PREFIX,
    PUNCTUATION,
    SATED,
    SPEECH,
    THAT,
    TITLE,
    readings,
)
from qawl.arabic.names.joiners import is_and
from qawl.arabic.passage import Passage
from qawl.arabic.reporting.deeds import is_finite
from qawl.arabic.verbs import FINITE
from qawl.arabic.world.known import Hit
from qawl.tables import table

# How far before بين or مع stands what is between governments.
BETWEEN_REACH = 6
# What opens no saying behind a colon: the name of who writes from there, or of his paper.
NO_SAYING = NAME_UNIT | PUNCTUATION | TITLE | MEDIA
# What a clause may begin behind.
BEFORE_CLAUSE = PUNCTUATION | CONJUNCTION | THAT


@cache
def beside() -> dict[str, frozenset[str]]:
    """Folded words beside names -> the classes that `world_words.tsv` gives them."""
    found: dict[str, set[str]] = {}
    for row in table("world_words.tsv"):
        found.setdefault(fold(row["form"]), set()).add(row["class"])
    return {form: frozenset(classes) for form, classes in found.items()}


def is_beside(key: str, kind: str) -> bool:
    """Whether a folded word is of a class of `world_words.tsv`."""
    return kind in beside().get(key, ())


def country_acts(passage: Passage, hit: Hit) -> bool:
    """Whether a country stands as a party; where it is a place, a word before it tells so: في لبنان, شمال لبنان, زار لبنان."""
    keys = passage.tokens.keys
    before = keys[hit.first - 1] if hit.first else ""
    if before == BY or is_beside(before, "leads_to_place"):
        return False
    if before == OF:
        return is_asker(passage, hit) or (hit.first > 1 and is_beside(bare_key(keys[hit.first - 2]), "of_parties"))
    if before in PREPOSITIONS or before == TO_THE:
        return hit.first < 2 or not is_beside(bare_key(keys[hit.first - 2]), "behind_place")
    return not is_beside(before, "behind_place") and not governs(before, "goes")


def is_asker(passage: Passage, hit: Hit) -> bool:
    """Whether من stands before a name, and before that what only a party gives: بطلب من كندا."""
    keys = passage.tokens.keys
    return hit.first > 1 and keys[hit.first - 1] == OF and is_beside(bare_key(keys[hit.first - 2]), "by_party")


def capital_acts(passage: Passage, hit: Hit) -> bool:
    """Whether a capital stands for its government: it does what governments do, or what stands before it is theirs."""
    tells = (follows_deed, precedes_deed, is_owner, is_side, is_asker)
    return any(told(passage, hit) for told in tells)


def follows_deed(passage: Passage, hit: Hit) -> bool:
    """Whether a feminine verb of saying or of a government stands before: اقترحتها موسكو, وافقت عليها باريس."""
    before = hit.first - 1
    if before > 0 and passage.tokens.kinds[before] & SATED:
        before -= 1
    return before >= 0 and is_deed(passage, before)


def precedes_deed(passage: Passage, hit: Hit) -> bool:
    """Whether a capital heads its clause and what it says or does follows: واشنطن تدعو, بيروت لن تقبل, موسكو: كذا."""
    tokens, stop = passage.tokens, hit.stop
    if stop >= len(tokens) or not heads_clause(passage, hit.first):
        return False
    after = stop
    while after < min(stop + 3, len(tokens) - 1) and is_between(passage, after):
        after += 1
    told = hit.first > 0 and bool(tokens.kinds[hit.first - 1] & THAT)
    return is_deed(passage, after) or (told and acts_at(passage, after)) or is_label(passage, hit)


def is_between(passage: Passage, place: int) -> bool:
    """Whether a word may stand between a subject and its verb: لن، قد، سـ, a mark that opens."""
    tokens = passage.tokens
    return bool(tokens.kinds[place] & (NEGATION | OPENS)) or tokens.keys[place] in (FUTURE, PERHAPS)


def acts_at(passage: Passage, place: int) -> bool:
    """Whether any feminine verb stands at `place` that does not tell of a city as a place: أن موسكو اكتشفت; not أن أوسلو شهدت."""
    key = passage.tokens.keys[place]
    feminine = key.startswith(FEMININE_HEAD) or key.endswith(OPEN_TA)
    return feminine and not passage.tokens.kinds[place] & DEFINITE and is_finite(passage, place) and not governs(key, "stays")


def heads_clause(passage: Passage, first: int) -> bool:
    """Whether a clause may begin at `first`, behind و or not."""
    kinds, before = passage.tokens.kinds, first - 1
    while before >= 0 and kinds[before] & PREFIX:
        if passage.tokens.keys[before] in PREPOSITIONS:
            return False
        before -= 1
    return before < 0 or bool(kinds[before] & BEFORE_CLAUSE)


def is_label(passage: Passage, hit: Hit) -> bool:
    """Whether a capital is all that stands before a colon at the beginning of its sentence: موسكو: لن نقبل."""
    kinds, stop = passage.tokens.kinds, hit.stop
    first = passage.sentence_start(hit.first)
    return first == hit.first and stop + 1 < len(passage.tokens) and bool(kinds[stop] & COLON) and not kinds[stop + 1] & NO_SAYING


def is_deed(passage: Passage, place: int) -> bool:
    """Whether a feminine verb of which a government can be the subject stands at `place`."""
    tokens = passage.tokens
    key, kind = tokens.keys[place], tokens.kinds[place]
    if kind & (DEFINITE | PREFIX):
        return False
    if kind & SPEECH and any(told.tense in FINITE and (told.gender, told.number) == ("f", "s") for told in readings(key)):
        return True
    return any(form.is_finite and (form.gender, form.number) == ("f", "s") for form in world_forms(key, "governs"))


def world_forms(key: str, use: str) -> Iterator[Form]:
    """The forms of verbs of this use that a folded word may be."""
    return (form for form in forms("world_verbs.tsv").get(key) if form.row["use"] == use)


def governs(key: str, use: str) -> bool:
    """Whether a folded word is a finite form of a verb of this use."""
    return any(form.is_finite for form in world_forms(key, use))


def is_owner(passage: Passage, hit: Hit) -> bool:
    """Whether what only a government has stands right before: مصالح موسكو, موقف باريس."""
    tokens, before = passage.tokens, hit.first - 1
    return before >= 0 and not tokens.kinds[before] & DEFINITE and is_beside(tokens.keys[before], "interest")


def is_side(passage: Passage, hit: Hit) -> bool:
    """Whether a capital is one of those between which something is: العلاقات بين موسكو وأنقرة, عقوبات على موسكو."""
    tokens, lead = passage.tokens, hit.first - 1
    if lead >= 0 and is_beside(tokens.keys[lead], "versus"):
        return True
    if lead > 0 and tokens.keys[lead] == UPON and is_beside(tokens.keys[lead - 1], "against"):
        return True
    if lead < 1 or not (is_beside(tokens.keys[lead], "amid") or is_beside(tokens.keys[lead], "with")):
        return False
    for place in range(lead - 1, max(lead - 1 - BETWEEN_REACH, passage.sentence_start(hit.first) - 1), -1):
        if tokens.kinds[place] & PUNCTUATION:
            return False
        if is_beside(tokens.keys[place], "between"):
            return True
    return False


def is_joined(passage: Passage, hit: Hit, before: Hit | None) -> bool:
    """Whether و joins a name to the one before it, so that it stands as that does: موسكو وبروكسل."""
    return before is not None and before.stop == hit.first - 1 and is_and(passage.tokens, before.stop)
