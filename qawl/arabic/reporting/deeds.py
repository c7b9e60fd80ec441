"""Who did something: the subject of the verb that opens a clause (رصدت الجمعية كذا), and what heads a sentence (المدير يزور)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from qawl.arabic.letters import (
    ABOUT,
    AFAR,
    ARTICLE,
    CONJUNCTIONS,
    CONTACT,
    FATHER,
    IMPERFECT_HEADS,
    IN_ORDER_TO,
    OPEN_TA,
    PERHAPS,
    SO,
    THROUGH,
    WRITTEN_WAW,
)
from qawl.arabic.lexicon import (
    ACCORDING,
    ACT,
    BODY,
    BREAK,
    CONJUNCTION,
    COUNTRY,
    DEFINITE,
    DIES,
    DOES,
    EVENT,
    FUNCTION,
    HUMAN,
    KAN,
    MANNER,
    NAME,
    NAME_UNIT,
    NEGATION,
    NUMBER,
    ODD,
    OPENS,
    PREFIX,
    PREPOSITION,
    PUNCTUATION,
    RENOWNED,
    RESUME,
    SENTENCE_END,
    SETTING,
    SIDE,
    SPEECH,
    THANKS,
    TIME,
    TITLE,
    TURNS_TO,
    VERB_ALONE,
    WAKING,
    WITHHOLD,
    may_say,
)
from qawl.arabic.names.joiners import is_and
from qawl.arabic.ordinary import frequencies, is_adverb, is_imperfect, is_unheard, is_weak_perfect
from qawl.arabic.passage import Passage
from qawl.arabic.phrases.entities import read_source
from qawl.arabic.phrases.phrase import Phrase, is_known
from qawl.arabic.phrases.subjects import before_met, gender_of_verb, is_denied, is_of_officer, is_of_other_gender, subject_alone
from qawl.arabic.reporting.clauses import SUBJECT_REACH, is_behind_kan
from qawl.arabic.reporting.cues import starts_clause
from qawl.arabic.tokens import Tokens

# So near behind عبر it is told what is voiced: عبر الوزير | عن أسفه.
VOICED = 12
LEADS = PREFIX | PUNCTUATION | BREAK | KAN | CONJUNCTION | RESUME | NEGATION
HEADS_AFTER = SENTENCE_END | RESUME | KAN
NO_NOUN = FUNCTION | PREFIX | PUNCTUATION | TIME | NUMBER | SETTING | ACCORDING | KAN | SPEECH
NAMED = NAME_UNIT | ODD | TITLE | RENOWNED
# What can do something that a name or a noun before it tells as a verb.
HEADS = HUMAN | BODY | COUNTRY
# Classes of words that are verbs or may be.
VERBAL = VERB_ALONE | WITHHOLD
# Those of nouns that are verbs behind و at the head of a sentence, where somebody stands behind them: وغضب الأهالي، وعقب المدير.
NOUNS = EVENT | MANNER | PREPOSITION | TIME


class Deed(NamedTuple):
    """Who acts at `place`, the token of the verb or of what heads a sentence; ``phrase`` is None where nobody can be read there."""

    place: int
    how: str
    phrase: Phrase | None


def deeds(passage: Passage, first: int, stop: int) -> Iterator[Deed]:
    """The deeds and the heads of sentences from token `first` to `stop`, in order, none within quotations or of the dead."""
    kinds = passage.tokens.kinds
    for place in range(first, stop):
        if kinds[place] & (LEADS | DIES) or not opens_clause(passage, place) or passage.quote_at(place):
            continue
        deed = deed_at(passage, place) if is_finite(passage, place) else head_at(passage, place)
        if deed:
            yield deed


def clause_mark(passage: Passage, place: int) -> int:
    """The classes of what stands before the prefixes of `place`; a line end before the first token."""
    kinds = passage.tokens.kinds
    before = place - 1
    while before >= 0 and kinds[before] & PREFIX:
        before -= 1
    return kinds[before] if before >= 0 else BREAK


def opens_clause(passage: Passage, place: int) -> bool:
    """Whether a clause can begin at `place`: behind a mark, a conjunction, كان, قد or لا, or joined by و or ف.

    Behind another's turn too: بدوره شكر المدير الأهالي.
    """
    before = passage.tokens.kinds[place - 1] if place else BREAK
    if not before & PREFIX:
        return bool(before & (LEADS | SIDE))
    return passage.tokens.keys[place - 1] in CONJUNCTIONS or bool(clause_mark(passage, place) & LEADS)


def leads_through(passage: Passage, place: int) -> bool:
    """Whether عبر is a preposition at the head of a clause: ، | عبر تقنية الاتصال; not عبر الوزير عن أسفه."""
    keys, stop = passage.tokens.keys, min(passage.sentence_stop(place) - 1, place + VOICED)
    told = (at for at in range(place + 1, stop) if keys[at] == ABOUT and keys[at + 1] not in AFAR)
    return keys[place] == THROUGH and next(told, None) is None


def is_finite(passage: Passage, place: int) -> bool:
    """Whether a finite verb can stand at `place`: one of saying, or a word whose form in ي general text knows: رصدت beside يرصد.

    With a pronoun only before who does it: وقاطعه المدير. Behind قد any word without article is one: وقد رافع محامي الشركة.
    A preposition too (عبر، بين) is one only at the head of a clause; behind ل the subject stands before it (عاد لينتقد المدير).
    A name is none (وأبو فهد).
    """
    kind, key = passage.tokens.kinds[place], passage.tokens.keys[place]
    if key == FATHER or (place and passage.tokens.keys[place - 1] == IN_ORDER_TO):
        return False
    if kind & SPEECH and kind & PREPOSITION and (not starts_clause(passage, place) or leads_through(passage, place)):
        return False
    if kind & SPEECH:
        return not kind & DEFINITE and may_say(key)
    if is_behind_perhaps(passage, place) and not kind & (DEFINITE | FUNCTION):
        return True
    if kind & ACT or (kind & DOES and is_head_behind(passage, place)):
        return True
    known, he = frequencies(), IMPERFECT_HEADS[0]
    if kind & ~VERBAL:
        noun = not kind & ~(VERBAL | NOUNS) and place and is_and(passage.tokens, place - 1) and he + key in known
        acts = noun and clause_mark(passage, place) & SENTENCE_END and passage.tokens.kinds[place + 1] & HUMAN
        return bool(acts) or (kind & ~VERBAL == DEFINITE and is_weak_perfect(key))
    if passage.tokens.is_owned(place):
        return he + key[:-1] in known and is_head_behind(passage, place)
    if key[0] == he:
        return key in known and len(key) > 3
    stem = key[:-1] if key[-1] == OPEN_TA and len(key) > 3 else key
    if is_imperfect(key) or he + stem in known or (stem[0] == ARTICLE[0] and he + stem[1:] in known):
        return True
    return is_weak_perfect(key)


def is_behind_perhaps(passage: Passage, place: int) -> bool:
    """Whether قد stands before `place`, alone or written together: وقد، لقد."""
    return place > 0 and bool(passage.tokens.kinds[place - 1] & KAN) and passage.tokens.keys[place - 1].endswith(PERHAPS)


def is_head_behind(passage: Passage, place: int) -> bool:
    """Whether the head of a party or a name stands behind a word, which is then its verb: شكر المدير، رفض سالم."""
    kinds = passage.tokens.kinds
    after = kinds[place + 1]
    return bool(after & HEADS and not after & NAME) or bool(after & NAME_UNIT and not kinds[place] & NAME)


def deed_at(passage: Passage, verb: int) -> Deed | None:
    """A verb with its subject, or with a name, a quotation mark or a noun there that cannot be read; documents only speak.

    A plural verb has its subject before it (دعوا السكان إلى كذا), and so has one behind كان and its noun.
    """
    after = verb + 1
    if after >= len(passage.tokens) or passage.tokens.keys[verb].endswith(WRITTEN_WAW) or is_behind_kan(passage, verb):
        return None
    if topic_of(passage, verb) is not None:
        return None
    kinds = passage.tokens.kinds
    phrase = known_phrase(passage, after, verb)
    if phrase and (is_denied(passage.tokens, verb, phrase) or is_of_other_gender(passage.tokens, verb, phrase)):
        return None
    if phrase:
        return None if phrase.type == "document" and not kinds[verb] & (SPEECH | WAKING) else Deed(verb, "deed", phrase)
    if is_given(passage.tokens, verb):
        return None
    key = passage.tokens.keys[after]
    strange = kinds[after] & (OPENS | NAMED | DEFINITE) or (kinds[verb] & SPEECH and not is_adverb(key)) or is_unheard(key)
    none = NO_NOUN & ~SETTING if kinds[verb] & SPEECH else NO_NOUN
    return Deed(verb, "strange", None) if strange and (kinds[after] & OPENS or not kinds[after] & none) else None


def is_given(tokens: Tokens, verb: int) -> bool:
    """Whether a definite noun behind a verb is its object, by its sense or its gender: وقدم الشكر لفلان، ووجه الدعوة إلى فلان."""
    kind, key, gender = tokens.kinds[verb + 1], tokens.keys[verb], gender_of_verb(tokens, verb)
    if kind & THANKS:
        return True
    man = gender == "m" or (gender == "-" and not key.startswith(OPEN_TA) and not tokens.kinds[verb] & SPEECH)
    return man and bool(kind & DEFINITE) and not kind & (HUMAN | BODY | NAMED) and tokens.has_ta(verb + 1)


def head_at(passage: Passage, place: int) -> Deed | None:
    """What heads a sentence as a noun: المدير يزور المدينة، لكن مصادر قريبة قللت; but not the place of a dateline."""
    kinds, mark = passage.tokens.kinds, clause_mark(passage, place)
    if mark & TURNS_TO and (stop := stop_of_topic(passage, place)):
        topic = known_phrase(passage, place, stop=stop)
        return Deed(place, "deed", topic) if topic and topic.type != "document" else None
    if not mark & HEADS_AFTER and not (mark & CONJUNCTION and follows_mark(passage, place)):
        return None
    phrase = known_phrase(passage, place)
    after = kinds[phrase.stop] if phrase and phrase.stop < len(passage.tokens) else PUNCTUATION
    dateline = phrase and phrase.type == "country" and after & (PUNCTUATION | PREFIX)
    fragment = phrase and after & PUNCTUATION and not phrase.named and not kinds[phrase.first] & DEFINITE
    return Deed(place, "head", phrase) if phrase and phrase.type != "document" and not dateline and not fragment else None


def follows_mark(passage: Passage, place: int) -> bool:
    """Whether the conjunction right before `place` opens its sentence or stands behind a comma: ، لكن المدير."""
    before = place - 2
    return before < 0 or bool(passage.tokens.kinds[before] & PUNCTUATION)


def stop_of_topic(passage: Passage, place: int) -> int | None:
    """Where ف parts the topic that begins at `place` from its verb: أما المدير | فشكر الأهالي."""
    reach = min(passage.sentence_stop(place), place + SUBJECT_REACH)
    keys = passage.tokens.keys
    return next((at for at in range(place + 1, reach - 1) if keys[at] == SO and is_finite(passage, at + 1)), None)


def topic_of(passage: Passage, verb: int) -> int | None:
    """Where the topic begins that is the subject of a verb behind ف: أما | المدير فشكر الأهالي; not أما عن كذا فشكر المدير."""
    kinds = passage.tokens.kinds
    if verb < 2 or passage.tokens.keys[verb - 1] != SO:
        return None
    reach = range(verb - 2, max(passage.sentence_start(verb), verb - SUBJECT_REACH) - 1, -1)
    turn = next((at for at in reach if kinds[at] & TURNS_TO), None)
    return None if turn is None or kinds[turn + 1] & (PREPOSITION | PREFIX) else turn + 1


def known_phrase(passage: Passage, place: int, verb: int | None = None, stop: int | None = None) -> Phrase | None:
    """The phrase at `place`, behind its verb if it has one, if it names a person or has a head that the tables know.

    مواقع التواصل are where others act.
    """
    phrase = read_source(passage.tokens, place, stop or passage.sentence_stop(place))
    known = phrase and is_known(passage.tokens, phrase) and not is_of_officer(passage.tokens, phrase)
    if phrase and phrase.stop > place + 1 and passage.tokens.keys[place + 1] == CONTACT:
        return None
    if phrase is None or not known:
        return None
    return subject_alone(passage.tokens, phrase if verb is None else before_met(passage.tokens, verb, phrase))
