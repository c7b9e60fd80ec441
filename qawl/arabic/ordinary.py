"""Ordinary words and words that may be names, told apart by how a frequency list knows their families.

An ordinary noun stands with the article and with pronouns too, a verb in other persons; a name stands alone (كلينتون, but hardly
الكلينتون or كلينتونها).
"""

from __future__ import annotations

import sys
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache

from qawl.arabic.letters import (
    ADDRESSING,
    ADVERB_OR_VERB,
    ALEF,
    ARTICLE,
    BEFORE_OWNERS,
    CONJUNCTIONS,
    CONSTRUCT,
    CONSTRUCT_DUAL,
    DOING,
    DUAL,
    DUALS,
    FEMININE_PLURAL,
    FUTURE,
    HAMZA,
    IMPERFECT_HEADS,
    LED_DOING,
    NO,
    NO_NAME_SHAPE,
    NO_SURNAME_SHAPE,
    OPEN_TA,
    OWNERS,
    PARTICIPLE_STEM,
    PLURAL_DEED,
    PLURALS,
    PREPOSITIONS,
    TA_MARBUTA,
    TO_THE,
    VERB_PLURAL,
    WEAK,
    bare_key,
    fold,
)
from qawl.tables import data_path, several, table

# A word this frequent in general text is a common one.
COMMON_FROM = 400
# A word below this may be anything; what it is built from then decides.
RARE_BELOW = 40
# A name's family has at most this share of its own count.
FAMILY_SHARE = 0.12
# A rare word is a form of another one if that one is this many times as frequent.
STEM_TIMES = 8
STEM_LEAST = 60
# Before a prefix is taken for one in a word that is not rare, its rest must be this many times as frequent.
HEAD_TIMES = 30
# A form in ا or ت is an adverb or a verb if its stem has this share of its count.
STEM_SHARE = 0.08
# A noun with a pronoun of two letters or more has at least so many letters of its own.
LEAST_OWNED = 4
# A word that general text does not know tells something from this many letters on.
LONG_ABROAD = 5
# A noun has the article in more than this share of its uses.
CHANCE_SHARE = 0.01
# The words of the frequency list that begin with the same so many letters are read together.
HEAD = 3
# What is asked again and again of the same forms is kept for so many.
FORMS_KEPT = 1 << 16
# No name of general text is more frequent than this, but for those of the names' table.
NAME_AT_MOST = 5000


@cache
def affixes(use: str) -> tuple[str, ...]:
    """The affixes of one use from their table: `before` and `after` make a family, `cut` is cut from a rare word."""
    return tuple(fold(row["form"]) for row in table("affixes.tsv") if use in several(row["use"]))


@cache
def by_length(use: str) -> tuple[tuple[int, frozenset[str]], ...]:
    """The affixes of one use by how many letters they have."""
    lengths = sorted({len(form) for form in affixes(use)})
    return tuple((length, frozenset(form for form in affixes(use) if len(form) == length)) for length in lengths)


class Counts(Mapping[str, int]):
    """Words with their counts, kept as the sorted lines of their table; a line is read when a word is met that begins like it."""

    def __init__(self, lines: list[str]) -> None:
        self.lines = lines
        self._beginning = lru_cache(maxsize=FORMS_KEPT)(self._read_beginning)

    def _read_beginning(self, head: str) -> dict[str, int]:
        """The words that begin with some letters, with their counts; of fewer letters the word itself."""
        first = bisect_left(self.lines, head)
        stop = bisect_left(self.lines, head + chr(sys.maxunicode) if len(head) == HEAD else head + "\n", first)
        return {word: int(count) for word, _, count in (line.partition("\t") for line in self.lines[first:stop])}

    def __getitem__(self, word: str) -> int:
        return self._beginning(word[:HEAD])[word]

    def get(self, word: str, default: int = 0) -> int:  # type: ignore[override]
        """How often a word stands there, 0 where it does not."""
        return self._beginning(word[:HEAD]).get(word, default)

    def __contains__(self, word: object) -> bool:
        return isinstance(word, str) and word in self._beginning(word[:HEAD])

    def alike(self, word: str) -> Mapping[str, int]:
        """The words that begin as a word does, with their counts: whoever looks for many of its forms looks only there."""
        return self._beginning(word[:HEAD]) if len(word) >= HEAD else self

    def __iter__(self) -> Iterator[str]:
        return (line.partition("\t")[0] for line in self.lines)

    def __len__(self) -> int:
        return len(self.lines)


@cache
def frequencies() -> Counts:
    """Folded word -> how often it stands in the frequency list."""
    _, _, cells = data_path("words.tsv").read_text(encoding="utf-8").partition("\nword\tcount\n")
    return Counts(cells.splitlines())


def is_proper(key: str) -> bool:
    """Whether a body's word never stands with an article, or is a dual, so that it is its own name: أوبك, أرامكو, طالبان."""
    return ARTICLE + key not in frequencies() or is_several(key)


def is_common(key: str) -> bool:
    """Whether general text uses the folded word often."""
    return frequencies().get(key, 0) >= COMMON_FROM


def is_known(key: str) -> bool:
    """Whether general text has the folded word at all."""
    return key in frequencies()


def is_no_surname(key: str) -> bool:
    """Whether a word has a shape that hardly any surname has; one in وا only where it is a verb: أعلنوا, but not كاميكاوا."""
    if PLURAL_DEED.match(key):
        return True
    if key.endswith(VERB_PLURAL):
        stem = key.removesuffix(VERB_PLURAL)
        return is_known(key) or IMPERFECT_HEADS[0] + stem in frequencies() or not stem or is_verb(stem)
    return bool(NO_SURNAME_SHAPE.match(key))


@lru_cache(maxsize=FORMS_KEPT)
def is_unheard(key: str) -> bool:
    """Whether a word of some length is one that general text has in no form: برافرمان."""
    formed = key.endswith(ADVERB_OR_VERB[0]) and is_known(key[:-1])
    return len(key) >= LONG_ABROAD and not (is_known(key) or formed or family(key) or is_verb(key))


def is_no_noun(key: str) -> bool:
    """Whether a word is no usual one and hardly a noun, which has the article too, no adverb and no verb: سويلا, but not معرض."""
    known = frequencies()
    return known.get(ARTICLE + key, 0) <= CHANCE_SHARE * known.get(key, 0) and not (is_usual(key) or is_adverb(key) or is_verb(key))


def is_owned(key: str) -> bool:
    """Whether a word is a known one, or a verbal noun, with his pronoun: تقريره، معارضيه، زملاؤه، امتعاضه."""
    stem = key[:-1]
    plural = stem + PLURALS[1][1] if stem.endswith(PLURALS[1][0]) else stem
    broken = stem[:-1] + HAMZA if stem.endswith(BEFORE_OWNERS) else stem
    uses = max(frequencies().get(form, 0) for form in (stem, plural, broken))
    return key[-1] == TA_MARBUTA and len(key) > 4 and (uses >= STEM_LEAST or bool(DOING.match(stem)))


def is_usual_noun(key: str) -> bool:
    """Whether general text often has the article before a word: السلف."""
    return frequencies().get(ARTICLE + key, 0) >= STEM_LEAST


def is_theirs(key: str) -> bool:
    """Whether a word is a known one with her, their or our pronoun: تضامنها، أبنائنا; but not مارتينا."""
    known = frequencies()
    for owner in OWNERS:
        stem = key.removesuffix(owner)
        if stem == key or len(stem) < LEAST_OWNED:
            continue
        broken = stem[:-1] + HAMZA if stem.endswith(BEFORE_OWNERS) else stem
        feminine = stem[:-1] + TA_MARBUTA if stem[-1] == OPEN_TA else stem
        if any(known.get(ARTICLE + form, 0) for form in (stem, broken, feminine)):
            return True
        if stem.endswith(FEMININE_PLURAL) and len(stem) > LEAST_OWNED:
            return True
    return False


def is_doing(key: str) -> bool:
    """Whether a word is an indefinite verbal noun that has the article too, ب or ل before it or not: اجتياح، باستحداث."""
    if DOING.match(key) and is_known(ARTICLE + key):
        return True
    return bool(LED_DOING.match(key))


def is_usual(key: str) -> bool:
    """Whether general text uses the folded word more often than any name that the names' table lacks."""
    return frequencies().get(key, 0) > NAME_AT_MOST


def is_rare(key: str) -> bool:
    """Whether general text hardly knows the folded word."""
    return frequencies().get(key, 0) < STEM_LEAST * 2


def is_strange(key: str) -> bool:
    """Whether general text hardly knows a definite word: with and without its article, or never with it: الأشعري beside اشعري."""
    bare = bare_key(key)
    return is_rare(key) and (is_rare(bare) or key not in frequencies())


@lru_cache(maxsize=FORMS_KEPT)
def may_be_name(key: str) -> bool:
    """Whether a folded word is no ordinary word, nor a form of one, as far as the frequency list tells."""
    count = frequencies().get(key, 0)
    most = FAMILY_SHARE * count if count >= RARE_BELOW else 0
    if len(key) < 3 or count > NAME_AT_MOST or frequencies().get(ARTICLE + key, 0) > most:
        return False
    if is_built(key, max(count, 1)) or is_form(key, count) or is_led_with_article(key):
        return False
    if NO_NAME_SHAPE.match(key) or LED_DOING.match(key) or is_theirs(key) or is_imperfect(key) or is_purpose(key):
        return False
    if is_negated(key) or is_construct_plural(key):
        return False
    return family(key) <= most if most else key[0] not in CONJUNCTIONS[:1]


def is_construct_plural(key: str) -> bool:
    """Whether a word in و is the plural of a participle, which stands before its owner or object: خاطفو الرهينة."""
    stem = key.removesuffix(CONSTRUCT)
    return stem != key and bool(PARTICIPLE_STEM.match(stem)) and is_known(ARTICLE + stem)


def is_led_with_article(key: str) -> bool:
    """Whether a folded word is ل and the article before a noun that the list knows with its article too: للجدل, but not للا."""
    return len(key) > len(TO_THE) + 2 and key.startswith(TO_THE) and ARTICLE + key[len(TO_THE) :] in frequencies()


def is_imperfect(key: str) -> bool:
    """Whether a word in ت or ن is an imperfect that the list knows in ي: تتفاقم beside يتفاقم."""
    return len(key) > 3 and key[0] in IMPERFECT_HEADS[1:] and IMPERFECT_HEADS[0] + key[1:] in frequencies()


def is_only_imperfect(key: str) -> bool:
    """Whether a word in ت or ن is an imperfect and no noun, which has the article too: تعود, but not تقدم, تجربة."""
    known = frequencies()
    return is_imperfect(key) and known[IMPERFECT_HEADS[0] + key[1:]] > known.get(ARTICLE + key, 0) * STEM_TIMES


def is_purpose(key: str) -> bool:
    """Whether a word is ل or س with an imperfect that the list knows: لتوضح، سيلتقي; but not ستريك."""
    heads = IMPERFECT_HEADS if key[0] == ADDRESSING else IMPERFECT_HEADS[0] if key[0] == FUTURE else ""
    if len(key) == 4 and key[1] in heads:
        return min(frequencies().get(head + key[2:], 0) for head in IMPERFECT_HEADS[:2]) >= COMMON_FROM
    return len(key) > 4 and key[1] in heads and key[1:] in frequencies()


def is_negated(key: str) -> bool:
    """Whether a word is لا written together with a usual imperfect: لايوجد, لاتزال; but not لاتور."""
    stem = key[len(NO) + 1 :]
    if not key.startswith(NO) or len(stem) < 2 or key[len(NO)] not in IMPERFECT_HEADS:
        return False
    return min(frequencies().get(head + stem, 0) for head in IMPERFECT_HEADS[:2]) >= COMMON_FROM


def is_future(key: str) -> bool:
    """Whether a word is س with an imperfect that the list knows in ي: ستعقد, سيعقد."""
    return key[0] == FUTURE and len(key) > 4 and key[1] in IMPERFECT_HEADS and IMPERFECT_HEADS[0] + key[2:] in frequencies()


def is_surely_future(key: str) -> bool:
    """Whether a word is far rather س with an imperfect than a name: ستتم, سيتفرغ; not ستون, ستريك."""
    if key[0] != FUTURE or len(key) < 4 or key[1] not in IMPERFECT_HEADS:
        return False
    known, stem = frequencies(), key[2:]
    if stem[0] == OPEN_TA and len(stem) > 3 and stem in known and key not in known:
        return True
    he, she = (known.get(head + stem, 0) for head in IMPERFECT_HEADS[:2])
    return min(he, she) >= COMMON_FROM and he >= STEM_TIMES * known.get(key, 0)


@lru_cache(maxsize=FORMS_KEPT)
def is_verb(key: str) -> bool:
    """Whether the list knows the imperfect of a word, or the word in ي: أصدر beside يصدر, توفي beside يتوفى."""
    known, he = frequencies(), IMPERFECT_HEADS[0]
    if key[0] == he and any(head + key[1:] in known for head in IMPERFECT_HEADS[1:]):
        return True
    if is_purpose(key) or is_future(key) or is_surely_future(key):
        return True
    if len(key) < 4 or key.endswith(DUAL):
        return False
    return is_imperfect(key) or he + key in known or (key[0] == ARTICLE[0] and he + key[1:] in known)


def is_feminine_verb(key: str) -> bool:
    """Whether a word is the feminine perfect of a verb that the list knows: موسى | تغيبت."""
    return len(key) > 1 and key.endswith(OPEN_TA) and not key.endswith(FEMININE_PLURAL) and is_verb(key[:-1])


def is_weak_perfect(key: str) -> bool:
    """Whether a word is a perfect whose weak letter turns or goes, and no noun: قاد beside يقود, تبنت beside يتبنى."""
    known = frequencies()
    count = max((known.get(form, 0) for form in weak_imperfects(key)), default=0)
    return not key.endswith(FEMININE_PLURAL) and count > known.get(ARTICLE + key, 0)


def may_act(key: str) -> bool:
    """Whether a word is a verb, by its imperfect or that of its weak root: أصدر، أفنت، أضر."""
    return is_verb(key) or is_weak_perfect(key)


def weak_imperfects(key: str) -> Iterator[str]:
    """The imperfects that a perfect may have beside its own stem: أعادت -> يعيد, تبنت -> يتبني, دعا -> يدعو, التقي -> يلتقي."""
    he = IMPERFECT_HEADS[0]
    stem = key[:-1] if key[-1] == OPEN_TA and len(key) > 2 else key
    base = stem[1:] if stem[0] == ALEF else stem
    if stem != key or stem[-1] == ALEF:
        root = base.removesuffix(ALEF)
        yield he + root
        yield from (he + root + weak for weak in WEAK)
    if len(base) > 2 and base[-2] == ALEF:
        yield from (he + base[:-2] + weak + base[-1] for weak in WEAK)
    if stem[0] == ALEF:
        yield he + base


@lru_cache(maxsize=FORMS_KEPT)
def is_several(key: str) -> bool:
    """Whether a word is the dual or the sound plural of one that the list knows: مصدران, مسعفون, مصورات, صحيفتا."""
    stem = key[:-2]
    if key.endswith(CONSTRUCT_DUAL) and stem + TA_MARBUTA in frequencies():
        return True
    if stem.endswith(OPEN_TA) and key.endswith(DUALS) and stem[:-1] + TA_MARBUTA in frequencies():
        return True
    return key.endswith((*DUALS, *PLURALS, FEMININE_PLURAL)) and (stem in frequencies() or stem + TA_MARBUTA in frequencies())


def is_led_plural(key: str) -> bool:
    """Whether a word is ب ل ك before a plural in ات of a known word: بإيضاحات."""
    return key[0] in PREPOSITIONS and key.endswith(FEMININE_PLURAL) and is_several(key[1:])


@lru_cache(maxsize=FORMS_KEPT)
def is_adverb(key: str) -> bool:
    """Whether a word in ا is one whose stem is in use too: تماما beside تمام."""
    stem = key[:-1]
    if not key.endswith(ADVERB_OR_VERB[0]) or len(stem) <= 2:
        return False
    known = frequencies()
    definite = known.get(ARTICLE + stem, 0)
    return definite > 0 and known.get(stem, 0) + definite > RARE_BELOW


def is_form(key: str, count: int) -> bool:
    """Whether a word looks like an adverb or a verb whose stem is in use too: رسميا beside رسمي, تمكنت beside تمكن."""
    stem = key[:-1]
    if key[-1] not in ADVERB_OR_VERB or len(stem) < 2:
        return False
    known = frequencies()
    return known.get(stem, 0) + known.get(ARTICLE + stem, 0) > STEM_SHARE * count


@lru_cache(maxsize=FORMS_KEPT)
def family(key: str) -> int:
    """How often the word stands with the article, a pronoun or an ending of its own."""
    uses = frequencies()
    alike = uses.alike(key)
    return sum([uses.get(head + key) for head in affixes("before")]) + sum([alike.get(key + tail, 0) for tail in affixes("after")])


def is_built(key: str, count: int) -> bool:
    """Whether a word is built from a far more frequent one: عزمه from عزم, يتراجع from تراجع."""
    known, alike = frequencies(), frequencies().alike(key)
    least = max(STEM_LEAST, STEM_TIMES * count)
    for length, tails in by_length("after"):
        stem = key[:-length]
        if len(stem) >= 3 and key[-length:] in tails and max(alike.get(stem, 0), alike.get(stem + TA_MARBUTA, 0)) >= least:
            return True
    least = least if count < RARE_BELOW else HEAD_TIMES * count
    return any(
        len(key) - length >= 3 and key[:length] in heads and known.get(key[length:], 0) >= least
        for length, heads in by_length("cut")
    )
