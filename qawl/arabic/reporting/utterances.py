"""Nouns for what somebody said, and the words: «كذا». الجملة لفلان / عبارة فلان «كذا» / سمع من فلان كلاما قاسيا: «كذا»."""

from __future__ import annotations

from qawl.arabic.findings import Finding, Opening
from qawl.arabic.letters import ADDRESSING, DASHES, JOINS_FREELY, OF, QUESTION_MARK, TO_THE, bare_key
from qawl.arabic.lexicon import (
    ASKED,
    BREAK,
    COLON,
    COMMA,
    DEFINITE,
    DEMONSTRATIVE,
    DOCUMENT,
    KAN,
    NEGATION,
    OFFICE,
    PREFIX,
    PREPOSITION,
    PUNCTUATION,
    QUOTE,
    RELATIVE,
    SATED,
    SAYING,
    SPEECH,
    STOP,
    THAT,
    UTTERANCE,
    readings,
    word_classes,
)
from qawl.arabic.passage import Passage
from qawl.arabic.phrases.phrase import Phrase
from qawl.arabic.quotes import Quote
from qawl.arabic.reporting.according_contents import content_around
from qawl.arabic.reporting.contents import content_of
from qawl.arabic.reporting.cues import is_governed
from qawl.arabic.reporting.sources import source_at
from qawl.arabic.reporting.that_clauses import is_wish
from qawl.arabic.verbs import FINITE, Reading, utterances

# How many tokens may stand between a quotation and the noun for it, between the noun and its colon, and before من فلان كلاما.
BEFORE = 6
REACH = 14
BETWEEN = 4
# How many tokens on ل is looked for, and what may not stand before it.
ADVERBS = 3
ENDS_NOUN = PUNCTUATION | PREPOSITION | SPEECH | RELATIVE | THAT
# What may stand between a quotation and the noun for it.
LINKS = COMMA | COLON | STOP | DEMONSTRATIVE | KAN
# What may not stand between the noun, or whose it is, and the colon.
PARTS = PUNCTUATION | SPEECH | THAT | RELATIVE | NEGATION | QUOTE | BREAK


def utterance_at(passage: Passage, place: int) -> Finding | None:
    """The saying that a noun for it tells: the quotation before it, or what a colon or أن opens behind it."""
    return quote_utterance(passage, place) or clause_utterance(passage, place) or utterance_opens(passage, place)


def quote_utterance(passage: Passage, place: int) -> Finding | None:
    """«كذا»، عبارة المدرب فلان كانت كذا / «كذا». والجملة للكاتب فلان"""
    kinds = passage.tokens.kinds
    owned = bool(kinds[place] & DEFINITE)
    phrase = behind_l(passage, place + 1) if owned else source_at(passage, place + 1)
    if phrase is None or not is_somebody(passage, phrase):
        return None
    quote, first = quote_before(passage, place)
    if quote is None or not quote.is_speech or is_governed(passage, quote.open):
        return None
    parted = any(kind & (STOP | BREAK) for kind in kinds[quote.close + 1 : place])
    if parted and not owned and not any(kind & DEMONSTRATIVE for kind in kinds[first:place]):
        return None
    content = ((quote.first, quote.stop),)
    return Finding("quote_noun", place, (place, place + 1), None, phrase, content, "name")


def clause_utterance(passage: Passage, place: int) -> Finding | None:
    """كذا، والكلام لفلان، كذا / كذا، والقول للوزير فلان."""
    tokens, joint = passage.tokens, place - 1
    says = word_classes().get(bare_key(tokens.keys[place]), 0) & SAYING and tokens.kinds[place] & DEFINITE
    if joint < 1 or tokens.keys[joint] != JOINS_FREELY or not says:
        return None
    phrase = behind_l(passage, place + 1)
    if phrase is None or not is_somebody(passage, phrase):
        return None
    led = passage.sets_off(joint - 1) or joint - 1 in passage.closing or tokens.kinds[place + 1] & (DEMONSTRATIVE | NEGATION)
    apart = passage.sets_off(phrase.stop) or phrase.stop >= passage.sentence_stop(place)
    found = content_around(passage, joint, phrase.stop) if led and apart else None
    return Finding("clause_noun", place, (place, place + 1), None, phrase, found[0], "name", found[1]) if found else None


def quote_before(passage: Passage, place: int) -> tuple[Quote | None, int]:
    """The quotation before a noun for it, nothing between but marks, و, هذه and كانت; and where what lies between begins."""
    tokens, at = passage.tokens, place - 1
    while at > max(0, place - BEFORE) and at not in passage.closing:
        between = tokens.kinds[at] & LINKS or tokens.keys[at] == JOINS_FREELY or tokens.keys[at][0] in DASHES
        if not between:
            return None, place
        at -= 1
    return passage.closing.get(at), at + 1


def behind_l(passage: Passage, place: int) -> Phrase | None:
    """The source behind ل: الجملة ل|فؤاد الدباغ، الكلام لل|وزير، الكلام هنا ل|سالم، القول لا يزال ل|سالم."""
    tokens = passage.tokens
    places = range(place, min(place + ADVERBS, len(tokens)))
    leads = next((at for at in places if tokens.keys[at] in (ADDRESSING, TO_THE) or tokens.kinds[at] & ENDS_NOUN), place)
    return source_at(passage, leads + 1) if tokens.keys[leads] in (ADDRESSING, TO_THE) else None


def is_somebody(passage: Passage, phrase: Phrase) -> bool:
    """Whether a phrase is a person by name or an office, and no body or document: رسالة الوزير، جواب فلان."""
    return phrase.named or bool(passage.tokens.kinds[phrase.first] & OFFICE)


def utterance_opens(passage: Passage, place: int) -> Finding | None:
    """وكان جواب فلان قاطعا: «كذا» / وكانت خلاصته أن كذا / سمع من فلان كلاما قاسيا: «كذا» / وصلت رسالة من فلان: «كذا»"""
    if is_negated_there(passage, place) or is_verb_there(passage, place):
        return None
    told = whose(passage, place)
    if told is None:
        return None
    phrase, after = told
    opening = opens_behind(passage, place, after)
    if opening is None:
        return None
    content, open_end = content_of(passage, opening)
    form = "name" if phrase else "pronoun"
    owner = utterances()[passage.tokens.keys[place]].owner
    reading = Reading(passage.tokens.keys[place], "say", frozenset(), "noun", "-", "s", owner)
    return Finding("utterance", place, (place, place + 1), reading, phrase, content, form, open_end)


def is_negated_there(passage: Passage, place: int) -> bool:
    """Whether the author denies it: لم تكن خلاصته أن، ليس جواب المدير."""
    return any(kind & NEGATION for kind in passage.tokens.kinds[max(0, place - 2) : place])


def is_verb_there(passage: Passage, place: int) -> bool:
    """Whether a noun that may be a verb is one, as no preposition or كان stands before it: رأى المدير، لو رد المدير; not في رأي."""
    verb = any(reading.tense in FINITE for reading in readings(passage.tokens.keys[place]))
    led = place > 0 and passage.tokens.kinds[place - 1] & KAN
    return verb and not led and not is_governed(passage, place)


def whose(passage: Passage, place: int) -> tuple[Phrase | None, int] | None:
    """Whose the noun is, and where the search for what opens the words goes on; None where nobody's."""
    tokens, kinds = passage.tokens, passage.tokens.kinds
    if utterances()[tokens.keys[place]].owner:
        return None, place + 1
    after = kinds[place + 1]
    if after & UTTERANCE and not after & DEFINITE:
        return whose(passage, place + 1)
    phrase = None if kinds[place] & DEFINITE else source_at(passage, place + 1)
    if phrase and is_somebody(passage, phrase):
        return phrase, phrase.stop
    of = place + 1
    if tokens.keys[of] == OF:
        phrase = source_at(passage, of + 1)
        return (phrase, phrase.stop) if phrase and is_somebody(passage, phrase) else None
    start = max(passage.sentence_start(place), place - REACH)
    of = next((at for at in range(place - 1, start, -1) if tokens.keys[at] == OF and kinds[at] & PREPOSITION), start)
    phrase = source_at(passage, of + 1) if of > start else None
    return (phrase, place + 1) if phrase and phrase.stop == place and is_somebody(passage, phrase) else None


def is_question_put(passage: Passage, noun: int, quote: Quote) -> bool:
    """Whether a quotation is the question that somebody answers: أجاب على سؤال المذيعة: «هل كذا؟»"""
    asked = passage.tokens.kinds[noun] & ASKED or passage.tokens.keys[quote.stop - 1] == QUESTION_MARK
    return bool(asked) and is_governed(passage, noun)


def opens_behind(passage: Passage, noun: int, after: int) -> Opening | None:
    """What opens the words behind a noun for them: a colon before a quotation, or أن behind a noun that sums up."""
    tokens, kinds = passage.tokens, passage.tokens.kinds
    for place in range(after, min(after + BETWEEN + 1, passage.sentence_stop(noun) + 1, len(passage.tokens) - 1)):
        if kinds[place] & COLON:
            quote = passage.opening.get(place + 1)
            said = quote is not None and quote.is_speech and not is_question_put(passage, noun, quote)
            return Opening(place, quote.first, "colon", quote) if quote and said else None
        if kinds[place] & THAT:
            opening = Opening(place, place + 1, "that", passage.opening.get(place + 1))
            fits = place == after and utterances()[tokens.keys[noun]].sums_up and not is_wish(passage, opening)
            return opening if fits else None
        if kinds[place] & (PARTS | SATED) or kinds[place] & (PREFIX | DOCUMENT):
            return None
    return None
