"""Prefixes that stand fused with a word, as one or two tokens of their own: وللناتو is و, لل and ناتو."""

from __future__ import annotations

from qawl.arabic import lexicon
from qawl.arabic.forms import forms
from qawl.arabic.letters import (
    ALEF,
    ARTICLE,
    CONJUNCTIONS,
    DELEGATIONS,
    DOING,
    DUALS,
    FUTURE,
    HIS,
    IN_ORDER_TO,
    JOINS_FREELY,
    MUTUAL,
    OPEN_TA,
    OURS,
    OWNERS,
    PREPOSITIONS,
    SERVANT,
    SO,
    TA_MARBUTA,
    TO_THE,
    VERB_PLURAL,
    YA,
)
from qawl.arabic.names.units import descents, syllables, usual_given_names
from qawl.arabic.ordinary import COMMON_FROM, frequencies, is_adverb, is_unheard, may_be_name

# A noun behind a fused preposition is at least this frequent in general text.
ORDINARY_FROM = 150
# A name stands so many times in general text for each time that it has ل fused before it.
NAME_SHARE = 20
# A word that general text has so many times for each time that it has it without ل is whole: لطيف.
WHOLE_TIMES = 30
# A syllable of more letters than this is no word with a clitic: بينغ.
SHORT = 3
# General text has a word of the tables so often with the article, and what its first letter leaves less often than this: وفدان.
WITH_ARTICLE_FROM, SELDOM_BELOW = 90, 2000
# What begins like the article and has no more letters is hardly a noun with it: و|اليا.
LONGEST_FRAGMENT = 4
# The ends of duals and accusatives.
INFLECTIONS = (*DUALS, YA, ALEF)
# What the verbs take that do nothing but say.
SAYS_ALL = {"that", "quote"}
# The letters that a word with a clitic can begin with.
HEADS = frozenset(CONJUNCTIONS + PREPOSITIONS + FUTURE)


def prefixes(key: str, seated: bool = False) -> list[int]:
    """Lengths of the clitics before a folded word: `وللناتو` -> [1, 2]. `seated`: its second letter is no plain alef: فأرجئت."""
    lengths: list[int] = []
    if key[0] not in HEADS or (len(key) > SHORT and key in syllables()) or key in lexicon.words_of_bodies():
        return lengths
    whole = key[0] in CONJUNCTIONS and (is_somebody(key) or is_inflected(key) or is_owned_noun(key) or is_lineage(key))
    alone = stands_alone(key, key[1:], 2) or leads_to_delegation(key) or (seated and opens_verb(key))
    if key[0] in CONJUNCTIONS and not whole and alone:
        lengths.append(1)
        key = key[1:]
    if has_its_own_l(key):
        lengths.append(1)
    elif len(key) > len(TO_THE) and key.startswith(TO_THE) and known(ARTICLE + key[2:]) >= known(key) and not is_to_land(key):
        lengths.append(2)
    elif (key[0] in PREPOSITIONS and (takes_preposition(key) or opens_body(key))) or leads_to_saying(key):
        lengths.append(1)
    return lengths


def leads_to_delegation(key: str) -> bool:
    """Whether a folded word is ف before a delegation as an object: استقبل السفير | فوفدا من الغرفة."""
    return key[0] == SO and key.endswith(ALEF) and key[1:].removesuffix(ALEF) in DELEGATIONS


def is_somebody(key: str) -> bool:
    """Whether a folded word that begins with و tells of a person by a pronoun: والدته، والدها، وكيلها."""
    stem = next((key.removesuffix(owner) for owner in (*OWNERS, HIS) if key.endswith(owner)), "")
    forms = (stem, stem[:-1] + TA_MARBUTA) if stem else ()
    return any(lexicon.word_classes().get(form, 0) & (lexicon.PEOPLE | lexicon.ROLE) for form in forms)


def is_owned_noun(key: str) -> bool:
    """Whether a folded word is a noun that begins with و and has an owner: وقفتهم، وفدهم، ورشتنا; not و|قوتهم."""
    stem = next((key.removesuffix(owner) for owner in (*OWNERS, OURS) if key.endswith(owner)), "")
    if len(stem) < SHORT:
        return False
    noun = ARTICLE + (stem[:-1] + TA_MARBUTA if stem.endswith(OPEN_TA) else stem)
    return frequencies().get(noun, 0) >= max(WITH_ARTICLE_FROM, frequencies().get(ARTICLE + noun[len(ARTICLE) + 1 :], 0))


def is_lineage(key: str) -> bool:
    """Whether a folded word is ولد with the father's name, written as one: ولدميكائيل; not ولدعم الفريق."""
    return any(key.startswith(son) and is_fathers(key[len(son) :]) for son in descents() if son[0] in CONJUNCTIONS)


def is_fathers(key: str) -> bool:
    """Whether a folded word of some length is a name of the lists."""
    return len(key) > SHORT and bool(lexicon.word_classes().get(key, 0) & lexicon.NAME) and not lexicon.doubt(key)


def is_inflected(key: str) -> bool:
    """Whether a folded word is the dual or the accusative of somebody or a body that begins with و: وفدان، وفدي، واليا، وزارتي."""
    rest = key[1:]
    definite = begins_definite(rest) and len(rest) > LONGEST_FRAGMENT
    if rest in lexicon.word_classes() or definite or frequencies().get(rest, 0) >= SELDOM_BELOW:
        return False
    stems = (key.removesuffix(ending) for ending in INFLECTIONS if key.endswith(ending))
    forms = (form for stem in stems for form in (stem, stem[:-1] + TA_MARBUTA if stem.endswith(OPEN_TA) else ""))
    return any(
        lexicon.word_classes().get(form, 0) & (lexicon.PEOPLE | lexicon.ROLE | lexicon.BODY)
        and frequencies().get(ARTICLE + form, 0) >= WITH_ARTICLE_FROM
        for form in forms
        if len(form) >= SHORT
    )


def is_ours(key: str) -> bool:
    """Whether a folded word is the paper's own, which tells of itself as نحن: مراسلنا, صحيفتنا."""
    if not key.endswith(OURS):
        return False
    stem = key.removesuffix(OURS)
    forms = (stem, stem[:-1] + TA_MARBUTA) if stem.endswith(OPEN_TA) else (stem,)
    return any(lexicon.word_classes().get(form, 0) & (lexicon.MEDIA | lexicon.HEARS) for form in forms)


def has_its_own_l(key: str) -> bool:
    """Whether a folded word is ل before a noun that itself begins with ل, which is better known with the article: للقاء, للاعب."""
    if not key.startswith(TO_THE) or len(key) <= len(TO_THE) + 1:
        return False
    return frequencies().get(ARTICLE + key[1:], 0) > frequencies().get(ARTICLE + key[2:], 0)


def is_to_land(key: str) -> bool:
    """Whether a folded word is ل before a land or a body that itself begins with ل: للبنان, لليبيا, لليفربول."""
    return bool(lexicon.word_classes().get(key[1:], 0) & (lexicon.COUNTRY | lexicon.BODY))


def opens_body(key: str) -> bool:
    """Whether ب ل ك stand before the first of a body's several words, a word better known without: لريال مدريد; or before عبد."""
    rest = key[1:]
    opens = rest == SERVANT or (len(rest) > len(ARTICLE) + 1 and rest in lexicon.first_of_bodies())
    return opens and key not in lexicon.word_classes() and known(rest) > known(key)


def leads_to_saying(key: str) -> bool:
    """Whether a folded word is a form of saying behind س, or an imperfect behind ل that أن and marks follow: سيعلن, ليؤكد."""
    if key[0] not in (FUTURE, IN_ORDER_TO) or key in lexicon.word_classes():
        return False
    found = lexicon.readings(key[1:])
    if key[0] == FUTURE:
        return bool(found)
    return any(reading.tense == "imperfect" and reading.takes >= SAYS_ALL for reading in found)


def takes_preposition(key: str) -> bool:
    """Whether a folded word begins with ب ل ك as a preposition: what follows is a noun that general text knows, and no verb.

    Behind ل a verbal noun by its shape will do: لتحفيظ القرآن.
    """
    rest, classes = key[1:], lexicon.word_classes()
    body = classes.get(rest, 0) & lexicon.BODY and not classes.get(key, 0) & ~(lexicon.PERSONAL & ~lexicon.NAME)
    if classes.get(key, 0) and not body:
        return False
    if rest.startswith(ARTICLE):  # ل with the article is لل
        return known(rest) >= COMMON_FROM if key[0] == TO_THE[0] else len(rest) > 3
    if key[0] == TO_THE[0] and is_ours(rest):
        return True
    if len(rest) == 2 and classes.get(rest, 0) & lexicon.DOCUMENT:  # بنص
        return True
    if len(rest) < 3 or (not classes.get(rest, 0) & lexicon.BODY and lexicon.may_say(rest)) or is_feminine_perfect(key):
        return False
    if key[0] == TO_THE[0] and known(key) >= WHOLE_TIMES * max(known(rest), ORDINARY_FROM):
        return False
    if classes.get(rest, 0) & ~lexicon.PERSONAL:  # كبيرا is no ك before the city of Beira
        return bool(classes[rest] & ~lexicon.OF_NAMES) or known(rest) >= known(key)
    if classes.get(rest, 0):
        return key[0] == TO_THE[0] and is_surely_name(rest) and is_seldom_beside(key, rest)
    if is_accusative(key, rest):
        return False
    if key[0] == TO_THE[0] and has_deed_shape(rest) and not frequencies().get(key):
        return True
    if rest.endswith(TA_MARBUTA) and not known(key) and known(rest) and known(ARTICLE + rest):  # بزعامة
        return True
    return known(rest) >= max(known(key), ORDINARY_FROM) and (rest.endswith(TA_MARBUTA) or not may_be_name(rest))


def is_accusative(key: str, rest: str) -> bool:
    """Whether a folded word is an accusative, better known than what its first letter would leave: بلدا."""
    noun = key.removesuffix(ALEF)
    return noun != key and not key.endswith(OWNERS) and frequencies().get(ARTICLE + noun, 0) >= max(known(rest), WITH_ARTICLE_FROM)


def has_deed_shape(rest: str) -> bool:
    """Whether a folded word has the shape of a verbal noun, and not that of a foreign name alone: ل|انفعال; not لانغمان."""
    return bool(DOING.match(rest) or MUTUAL.match(rest)) and not (rest[0] == ALEF and is_unheard(rest))


def is_seldom_beside(key: str, rest: str) -> bool:
    """Whether general text has a folded word hardly ever for each time that it has the name behind its first letter: لمحمد."""
    known = frequencies()
    return known.get(key, 0) * NAME_SHARE <= known.get(rest, 0)


def is_feminine_perfect(key: str) -> bool:
    """Whether a folded word in ت is a verb, since the list knows it with the plural's ending too: باشرت beside باشروا."""
    return key.endswith(OPEN_TA) and key[:-1] + VERB_PLURAL in frequencies()


def is_surely_name(key: str) -> bool:
    """Whether a folded word is a name that is hardly anything else."""
    kind = lexicon.word_classes().get(key, 0)
    sure = kind & (lexicon.NAME | lexicon.RENOWNED) and not lexicon.doubt(key)
    return bool(sure) and (len(key) > SHORT or key in usual_given_names())


def stands_alone(key: str, rest: str, least: int) -> bool:
    """Whether a word goes on better without its first letter: by its classes first, then by how often each form is used.

    A given name that is و or ف before a verb of saying only by chance stays whole: فالح, فايد.
    """
    if len(rest) < least:
        return False
    classes = lexicon.word_classes()
    if classes.get(key, 0) & ~lexicon.OF_NAMES or (key in classes and not classes.get(rest, 0) & ~lexicon.OF_NAMES):
        return False
    if classes.get(key, 0) & lexicon.NAME and classes.get(rest, 0) == lexicon.SPEECH:
        return False
    if classes.get(rest, 0) & lexicon.PREPOSITION and is_feminine_perfect(key):  # فتحت is no ف before تحت
        return False
    if classes.get(rest, 0) & ~lexicon.PERSONAL or begins_definite(rest):
        return True
    if rest in classes:
        return frequencies().get(rest, 0) >= frequencies().get(key, 0) and not is_adverb(key)
    return known(rest) >= known(key) and (known(rest) > 0 or key[0] in JOINS_FREELY or tells_encounter(rest))


def tells_encounter(key: str) -> bool:
    """Whether a folded word is a verb of some length by which encounters are told: ف|اعتصم, ف|احتشد."""
    return len(key) > SHORT + 1 and any(form.is_finite for form in forms("encounters.tsv").get(key))


def opens_verb(key: str) -> bool:
    """Whether a folded word that is written with فأ is ف before a verb: فأرجأ, فأدى; no name is written so, hardly a noun: فأرة."""
    return (
        len(key) > SHORT
        and not lexicon.word_classes().get(key, 0) & ~lexicon.OF_NAMES
        and known(key[1:]) >= frequencies().get(key, 0)
    )


def begins_definite(key: str) -> bool:
    """Whether a folded word begins with the article, alone or behind a preposition: القاهره, بالقاهره, للقاهره."""
    return (key.startswith(ARTICLE) and len(key) > 3) or (
        key[0] in PREPOSITIONS and len(key) > 4 and key[1:].startswith((ARTICLE, TO_THE[1:]))
    )


def known(key: str) -> int:
    """How often a folded word stands in the frequency list; a word of the tables counts as ordinary."""
    return max(frequencies().get(key, 0), COMMON_FROM if key in lexicon.word_classes() else 0)
