"""Heads of sources: what kind of party a word makes that is no person's name: a body, a country, a group, an office, a document."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache

from qawl.arabic.letters import (
    ADVERB_ENDINGS,
    ALEF,
    ARTICLE,
    BEFORE_OWNERS,
    CONSTRUCT,
    DOING,
    DUAL,
    FEMININE_NISBA,
    FEMININE_PLURAL,
    HAMZA,
    HIS,
    IMPERFECT_HEADS,
    OWNERS,
    PLURALS,
    TA_MARBUTA,
    YA,
    bare_key,
    fold,
)
from qawl.arabic.lexicon import (
    ACRONYM,
    ACT,
    BODY,
    DEFINITE,
    DOUBTFUL,
    EVENT,
    FUNCTION,
    LATIN,
    NAME,
    NATION,
    NUMBER,
    OBJECT,
    ODD,
    PEOPLE,
    PLACES,
    PORTFOLIO,
    QUANTITY,
    ROLE,
    SETTING,
    SPEECH,
    TIME,
    VERB_ALONE,
    word_classes,
)
from qawl.arabic.ordinary import FORMS_KEPT, frequencies, is_known
from qawl.arabic.tokens import Tokens
from qawl.model import PartyType
from qawl.tables import several, table

# No plural is made of a stem with fewer letters.
SHORTEST_STEM = 3
# Bodies of these types are called by a name of their own or by what they are, which has the article at least this often.
PROPER_TYPES = ("agency", "company", "media", "movement", "paper")
ARTICLE_SHARE = 0.1
# What the bodies of these types are, if no organisations.
TYPES: dict[str, PartyType] = {"group": "group", "land": "country"}


@cache
def heads() -> dict[str, PartyType]:
    """Folded head words of sources without a name, with the type of the party that they head."""
    found: dict[str, PartyType] = {}
    for row in table("orgs.tsv"):
        found[fold(row["form"])] = TYPES.get(row["type"], "organisation")
    for row in table("documents.tsv"):
        found[fold(row["form"])] = "document"
    titles = [row for name in ("titles.tsv", "titles_more.tsv") for row in table(name)]
    found |= {fold(form): "group" for row in titles for form in several(row["plural"])}
    found |= {fold(form): "unnamed" for row in titles for form in (row["form"], row["feminine"]) if form}
    for row in table("people_words.tsv"):
        found[fold(row["form"])] = "group" if row["number"] == "many" else "unnamed"
    return found | {fold(row["form"]): "organisation" for row in table("orgs.tsv") if row["type"] == "band"}


@cache
def proper_bodies() -> frozenset[str]:
    """Folded bodies that are called so and hardly ever have the article: رويترز، سامسونغ; not وكالة."""
    known = frequencies()
    rows = [(fold(row["form"]), row["type"]) for row in table("orgs.tsv") if row["type"] in PROPER_TYPES]
    bare = ((form, type) for form, type in rows if not form.startswith(ARTICLE))
    return frozenset(form for form, type in bare if type == "movement" or seldom_definite(form, known))


def is_proper_body(tokens: Tokens, place: int) -> bool:
    """Whether a body that is called so stands here: رفضت | حماس."""
    kind = tokens.kinds[place]
    return bool(kind & ACRONYM) or (bool(kind & BODY and not kind & DEFINITE) and tokens.keys[place] in proper_bodies())


def seldom_definite(form: str, known: Mapping[str, int]) -> bool:
    """Whether general text hardly ever has a word with the article."""
    return known.get(ARTICLE + form, 0) <= ARTICLE_SHARE * known.get(form, 0)


@cache
def own_words() -> frozenset[str]:
    """Folded documents that speak for nobody else, whoever made them: قانون، دراسة."""
    return frozenset(fold(row["form"]) for row in table("documents.tsv") if row["speaks"] == "itself")


def speaks_itself(key: str) -> bool:
    """Whether a document is quoted for what it says, with or without its article: القرار، دراسات."""
    return key in own_words() or bare_key(key) in own_words()


@cache
def peoples() -> frozenset[str]:
    """Folded nationalities in the plural: مغاربة, إسبانيون."""
    rows = (*table("nationalities.tsv"), *table("nationalities_more.tsv"))
    return frozenset(fold(form) for row in rows for form in several(row["plurals"]))


@lru_cache(maxsize=FORMS_KEPT)
def known_head(key: str) -> PartyType | None:
    """What a head of the tables makes, with or without its article; the plural of a known head too: منظمات، ناشطات."""
    bare = bare_key(key)
    return heads().get(key) or heads().get(bare) or plural_head(bare) or dual_head(bare) or people_head(bare)


def people_head(key: str) -> PartyType | None:
    """What several people are in another case than the tables have them, or before their owner: مستخدمين، مستخدمو فيسبوك."""
    stem = key.removesuffix(PLURALS[1]) if key.endswith(PLURALS[1]) else key.removesuffix(CONSTRUCT)
    people = stem != key and len(stem) >= SHORTEST_STEM and heads().get(stem + PLURALS[0])
    return "group" if people in ("group", "unnamed") else None


def dual_head(key: str) -> PartyType | None:
    """What the dual of somebody unnamed makes: مسؤولان، طالبتان."""
    stem = key.removesuffix(DUAL)
    if stem == key or len(stem) < SHORTEST_STEM:
        return None
    one = heads().get(stem) or heads().get(stem[:-1] + TA_MARBUTA)
    return "group" if one == "unnamed" else None


def are_bodies(tokens: Tokens, place: int) -> bool:
    """Whether the plural of a body stands at `place`: الجمعيات، نقابات; not الطالبات."""
    key = bare_key(tokens.keys[place])
    stem = key.removesuffix(FEMININE_PLURAL)
    return stem != key and heads().get(stem + TA_MARBUTA) == "organisation"


def plural_head(key: str) -> PartyType | None:
    """What the plural in ات of a known head makes: several bodies are a group, several studies are documents."""
    stem = key[: -len(FEMININE_PLURAL)]
    if not key.endswith(FEMININE_PLURAL) or len(stem) < SHORTEST_STEM:
        return None
    one = heads().get(stem + TA_MARBUTA) or heads().get(stem)
    return one if one in (None, "document") else "group"


def type_of(tokens: Tokens, first: int) -> PartyType | None:
    """What kind of party a head word makes; None where it makes none."""
    kind, key = tokens.kinds[first], tokens.keys[first]
    known = known_head(key)
    if kind & PORTFOLIO and is_ministry(tokens, first):
        return "organisation"
    if kind & PLACES and not kind & (ROLE | PEOPLE):
        return "country"
    if known:
        return known
    if kind & (BODY | LATIN):
        return "organisation"
    if kind & (ACT | FUNCTION | SPEECH | NUMBER | OBJECT | TIME | SETTING):
        return None
    if kind & NATION and bare_key(key) in peoples():
        return "group"
    if kind & DEFINITE:
        return "group" if key.endswith(PLURALS) and len(key) > 5 else "organisation" if kind & ODD else "unnamed"
    if is_construct(tokens, first):
        return "group"
    return type_by_ending(tokens, first)


def type_by_ending(tokens: Tokens, first: int) -> PartyType | None:
    """What kind of party an indefinite word of no class makes by its ending: a plural, a head with a pronoun; an adverb is none."""
    key = tokens.keys[first]
    last = tokens.text[tokens.ends[first] - 1]
    if last == HIS:
        return head_of_owner(key[:-1])
    if pronoun := next((ending for ending in OWNERS if key.endswith(ending)), None):
        return head_of_owner(key[: -len(pronoun)])
    if last in ADVERB_ENDINGS:
        return None
    return "group" if key.endswith(PLURALS) else "unnamed"


def is_event(tokens: Tokens, place: int) -> bool:
    """Whether a word is a verbal noun, by a table or by its form, and so what was done: مقتل, تدمير; تورط beside يتورط."""
    key = tokens.keys[place]
    doing = DOING.match(key) or (key[0] == IMPERFECT_HEADS[1] and IMPERFECT_HEADS[0] + key in frequencies())
    return bool(tokens.kinds[place] & EVENT or doing)


def is_done_to(tokens: Tokens, place: int) -> bool:
    """Whether what is done to whoever stands behind it, or a feminine noun of no class, stands here: اعتقال، إقالة."""
    kind, key = tokens.kinds[place], tokens.keys[place]
    plain = not kind & ~(VERB_ALONE | DOUBTFUL)
    return bool(kind & EVENT) or (plain and bool(DOING.match(key) or key.endswith(TA_MARBUTA)))


def is_ministry(tokens: Tokens, place: int) -> bool:
    """Whether a field stands for its ministry, since a land's adjective agrees with that: الدفاع النرويجية، الصحة الكندية."""
    after = place + 1
    land = tokens.kinds[after] & NATION and tokens.kinds[after] & DEFINITE
    return bool(land) and tokens.keys[after].endswith(FEMININE_NISBA)


def is_construct(tokens: Tokens, place: int) -> bool:
    """Whether a plural or a dual has lost its ن before its owner: مزارعو الوادي، مستخدمو فيسبوك، والدا الطفل; not عمرو الخالدي."""
    kind, key = tokens.kinds[place], tokens.keys[place]
    after = tokens.kinds[place + 1]
    if kind & NAME or not after & (DEFINITE | NAME | BODY):
        return False
    if key.endswith(YA):
        return heads().get(key[:-1] + PLURALS[0]) in ("group", "unnamed")
    if not after & (DEFINITE | BODY) or key.endswith(ALEF):
        return dual_head(key + DUAL[-1]) == "group" and not is_somebodys(tokens, place)
    return key.endswith(CONSTRUCT) and any(is_known(key[:-1] + plural) for plural in PLURALS)


def is_own_document(tokens: Tokens, place: int) -> bool:
    """Whether somebody's document stands here, which its owner's verb has as object: ختم كلمته، أنهت تدوينتها."""
    key = tokens.keys[place]
    stems = (key.removesuffix(ending) for ending in (HIS, *OWNERS) if key.endswith(ending))
    return any(head_of_owner(stem) == "document" for stem in stems) and heads().get(key) is None


def head_of_owner(stem: str) -> PartyType | None:
    """What the head before a pronoun makes: محامي of محاميه, محامية of محاميته, زملاء of زملاؤه."""
    if not stem:
        return None
    plural = heads().get(stem[:-1] + HAMZA) if stem.endswith(BEFORE_OWNERS) else None
    return heads().get(stem) or heads().get(stem[:-1] + TA_MARBUTA) or plural


def is_somebodys(tokens: Tokens, place: int) -> bool:
    """Whether a person stands at `place` whom a pronoun tells: زوجته، زوجها، ابنها; نظيره, but not نظيرة."""
    key = tokens.keys[place]
    if key.endswith(HIS):
        return (tokens.is_owned(place) or heads().get(key) is None) and is_owned_person(key[:-1])
    ending = next((ending for ending in OWNERS if key.endswith(ending)), "")
    return bool(ending) and heads().get(key) is None and is_owned_person(key[: -len(ending)])


def is_owned_person(stem: str) -> bool:
    """Whether the head before a pronoun is somebody unnamed; a man whose feminine alone the tables know too: ابن of ابنها."""
    return (head_of_owner(stem) or heads().get(stem + TA_MARBUTA)) == "unnamed"


def is_headed(tokens: Tokens, place: int) -> bool:
    """Whether a table knows the word at `place` as a head of sources, a country or a body."""
    kind, key = tokens.kinds[place], tokens.keys[place]
    return bool(kind & (PLACES | LATIN | BODY | ROLE | PEOPLE)) or known_head(key) is not None


def is_accusative(tokens: Tokens, place: int) -> bool:
    """Whether a word is the accusative of an indefinite head of sources, or counts some: مصدرا، مسؤولا، عددا."""
    key = tokens.keys[place]
    head = key.removesuffix(ALEF)
    counts = bool(word_classes().get(head, 0) & QUANTITY)
    if head == key or head.endswith(TA_MARBUTA) or known_head(key) is not None:
        return False
    return counts or known_head(head) is not None
