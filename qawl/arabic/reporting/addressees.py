"""Whom something was told: the object of a verb that tells (أبلغ الوزير المجلس أن), or behind ل, مع, إلى (قال للوكالة إن)."""

from __future__ import annotations

from qawl.arabic.findings import Finding, Opening
from qawl.arabic.heads import is_headed, is_somebodys, known_head
from qawl.arabic.letters import ADDRESSING, ALEF, ARTICLE, FEMININE_ENDINGS, FUSED, HIS, NISBA, OF, OWNERS, PLURALS, TO, WITH
from qawl.arabic.lexicon import (
    ACCORDING,
    ANY_NAME,
    ANYONE,
    BODY,
    CARRIES,
    CLOSES,
    COMMA,
    COUNTRY,
    DEFINITE,
    DETERMINED,
    DOCUMENT,
    FUNCTION,
    IDLE,
    LATIN,
    MEDIA,
    NAME,
    NATION,
    OPENS,
    ORIGIN,
    PEOPLE,
    PORTFOLIO,
    PREFIX,
    PREPOSITION,
    QUANTITY,
    RENOWNED,
    ROLE,
    SEAT,
    SETTING,
    SPEECH,
    STOP,
    THAT,
    TIME,
    VAGUE,
    word_classes,
)
from qawl.arabic.names.joiners import NAMELY
from qawl.arabic.names.units import family_syllables, syllables
from qawl.arabic.passage import Passage
from qawl.arabic.phrases.entities import read_phrase
from qawl.arabic.phrases.hearers import addressee, is_of_members
from qawl.arabic.phrases.objects import is_one_place
from qawl.arabic.phrases.phrase import Phrase, is_known
from qawl.arabic.phrases.subjects import is_led_participle, may_agree
from qawl.arabic.reporting.sources import in_marks, source_at
from qawl.arabic.tokens import Tokens
from qawl.arabic.verbs import ACCOUNTED, JUDGED, THAT_FOLLOWS, WHOM, Reading
from qawl.arabic.where import by_word

# How many words of a subject are looked at.
LONGEST = 30
# What may be the last word of a subject, so that another noun behind it is the object.
COMPLETE = ANY_NAME | DETERMINED | NATION | CLOSES

# How far behind the source those may stand to whom it was said, and how far behind its occasion: في اتصال هاتفي مع.
LONGEST_ADJUNCT = 12
OCCASION = 3
# How far before the ل of its members the head of a body may stand.
NAME_REACH = 3


def speaker_and_told(
    passage: Passage, reading: Reading, phrase: Phrase | None, opening: Opening
) -> tuple[Phrase | None, Phrase | None]:
    """Subject and object of a verb that tells or judges somebody, from the phrase behind it; a phrase alone is the object.

    Such a verb has an object always (أبلغ، أخبر، وصف): one with its pronoun (أبلغه الوزير) takes none besides.
    """
    tells, gap = WHOM in reading.takes, opening.gap
    if tells and not reading.object and tell_each_other(passage, gap):
        return short_name(gap - 2), short_name(gap - 1)
    if phrase is None or reading.object or not (tells or judges(passage, reading, opening)):
        return phrase, None
    if tells and (subject := behind_medium(passage, phrase, gap)):
        return subject, phrase
    if (mark := mark_behind_office(passage, phrase)) and (told := in_marks(passage, mark, gap + 1)):
        return read_phrase(passage.tokens, phrase.first, mark), told if tells else None
    for place in range(phrase.name[1] if phrase.named else phrase.first + 1, min(gap, phrase.first + LONGEST)):
        if is_one_place(passage.tokens, phrase.first, place):
            continue
        complete = phrase.named and place == phrase.name[1]
        if complete and tells and (told := in_marks(passage, place, gap + 1)):
            return read_phrase(passage.tokens, phrase.first, place), told
        if begins_object(passage, place, gap, complete) and (told := read_phrase(passage.tokens, place, gap)):
            subject = phrase if place == phrase.stop else read_phrase(passage.tokens, phrase.first, place)
            if tells and passage.tokens.kinds[phrase.first] & MEDIA and is_teller(passage, place):
                return told, subject
            return subject, told if tells else None
    if tells:
        alone = stands_alone(passage, phrase, gap) and not is_teller(passage, phrase.first)
        return (None, phrase) if alone else (phrase, None)
    return None if phrase.stop == gap and is_judged(passage, phrase) and lacks_object(passage, opening) else phrase, None


def tell_each_other(passage: Passage, gap: int) -> bool:
    """Whether two whom the page names elsewhere, and apart, stand by one word each behind the verb: أخبر | الجابري الزهراني أن."""
    tokens, verb, first, second = passage.tokens, gap - 3, gap - 2, gap - 1
    if verb < 0 or not tokens.kinds[verb] & SPEECH or not (is_short_name(tokens, first) and is_short_name(tokens, second)):
        return False
    together = (at for at in by_word(tokens)[tokens.keys[first]] if tokens.keys[at + 1 : at + 2] == [tokens.keys[second]])
    return list(together) == [first]


def is_short_name(tokens: Tokens, place: int) -> bool:
    """Whether a word that may be of a name stands elsewhere too: الجابري; a small word only where it opens a name there: لي."""
    key, kind = tokens.keys[place], tokens.kinds[place]
    if not kind & ~NAMELY:
        return bool(kind) and tokens.count(key) > 1
    behind = (other + 1 for other in by_word(tokens)[key] if other != place and other + 1 < len(tokens))
    return key in family_syllables() and any(tokens.keys[after] in syllables() for after in behind)


def short_name(place: int) -> Phrase:
    """A person's name of one word."""
    name = (place, place + 1)
    return Phrase(*name, "person", name, None, True)


def behind_medium(passage: Passage, phrase: Phrase, gap: int) -> Phrase | None:
    """Who tells right behind a medium in marks, which is the object: أبلغ «الساحل» مصدر أن; but not أبلغ «حزب الشاطئ» سالم أن."""
    kinds, first, after = passage.tokens.kinds, phrase.name[0], phrase.stop
    marked = kinds[phrase.first] & OPENS and kinds[after - 1] & CLOSES
    if not marked or (kinds[first] & (BODY | COUNTRY) and not kinds[first] & MEDIA):
        return None
    subject = source_at(passage, after)
    known = subject and subject.stop <= gap and (subject.named or is_teller(passage, after))
    return subject if known else None


def is_teller(passage: Passage, place: int) -> bool:
    """Whether who stands at `place` can only be who tells: a source, a spokesman, an indefinite man without ا.

    أبلغ المتحدث، مصدر في الوزارة، عدد من السكان; but not مسؤولا, مدير المدرسة.
    """
    tokens, kinds, after = passage.tokens, passage.tokens.kinds, place + 1
    if kinds[place] & ORIGIN or (kinds[place] & SEAT and kinds[place] & ANYONE):
        return True
    counts = kinds[place] & QUANTITY and tokens.keys[after] == OF
    if kinds[place] & DEFINITE or not (counts or known_head(tokens.keys[place]) == "unnamed"):
        return False
    return not tokens.keys[place].endswith((ALEF, *FEMININE_ENDINGS)) and not kinds[after] & (DEFINITE | NAME | BODY | ROLE)


def judges(passage: Passage, reading: Reading, opening: Opening) -> bool:
    """Whether the verb has what it judges as its object: وصف القرار بأنه, علل القرار بأن, اعتبر القرار «كذا»; not اعتبر أن."""
    if ACCOUNTED in reading.takes:
        return passage.tokens.keys[opening.gap].startswith(FUSED[0])
    return JUDGED in reading.takes and (THAT_FOLLOWS not in reading.takes or opening.by == "quote" or reading.act == "accuse")


def lacks_object(passage: Passage, opening: Opening) -> bool:
    """Whether what is judged is not in the marks themselves: «خطأ فادحا», but not «القرار خطأ فادح»، «أن القرار خطأ»."""
    inside = opening.by == "quote" and opening.quote is not None and opening.gap == opening.quote.open
    return not inside or not passage.tokens.kinds[opening.start] & (FUNCTION | DEFINITE | BODY | COUNTRY | ROLE | PEOPLE)


def mark_behind_office(passage: Passage, phrase: Phrase) -> int | None:
    """The mark before a single word that is a name behind an office, and so what is blamed: اتهم الوزير | «الساحل» بأنها."""
    kinds, (first, stop), mark = passage.tokens.kinds, phrase.name, phrase.name[0] - 1
    single = phrase.named and stop == first + 1 and mark > phrase.first and not kinds[first] & NAME
    return mark if single and kinds[mark] & OPENS else None


def is_judged(passage: Passage, phrase: Phrase) -> bool:
    """Whether a phrase alone behind its verb is what is judged: one word or name, or no party at all (علل ارتفاع الأسعار بأن)."""
    return is_one(passage, phrase) or not is_known(passage.tokens, phrase)


def is_one(passage: Passage, phrase: Phrase) -> bool:
    """Whether a phrase is a single word, stands in marks, or ends with the name that it holds: القرار, «الساحل», الرئيس سالم."""
    if phrase.first in passage.opening:
        return True
    return phrase.stop - phrase.first == 1 or (phrase.named and phrase.name[1] == phrase.stop)


def begins_object(passage: Passage, place: int, gap: int, complete: bool) -> bool:
    """Whether a noun that heads a phrase or a full name stands right behind a complete one: الوزير | المجلس, سالم | نادر الحلبي.

    `complete`: a person's name ends there, whatever its last word is.
    """
    tokens, before = passage.tokens, passage.tokens.kinds[place - 1]
    if before & PREPOSITION or (before & ROLE and not before & DEFINITE) or is_adjective_there(tokens, place):
        return False
    relative = place > 1 and is_nisba(passage, place - 1) and bool(tokens.kinds[place] & DEFINITE)
    if not (complete or relative or before & COMPLETE or tokens.keys[place - 1].endswith(PLURALS)):
        return False
    if is_headed(tokens, place) or is_somebodys(tokens, place):
        return True
    other = read_phrase(tokens, place, gap) if tokens.kinds[place] & NAME and before & ANY_NAME else None
    return other is not None and other.named and other.name[0] == place and other.name[1] > place + 1


def is_adjective_there(tokens: Tokens, place: int) -> bool:
    """Whether a relative adjective tells more of the definite noun before it by gender: منظمة العفو | الدولية، المكتب | الإعلامي.

    So does مسؤول كندي | كبير.
    """
    kinds, key, first = tokens.kinds, tokens.keys[place], max(0, place - 2)
    if not (kinds[place] | kinds[place - 1]) & DEFINITE:
        return bool(word_classes().get(ARTICLE + key, 0) & IDLE)
    if not kinds[place] & kinds[place - 1] & DEFINITE:
        return False
    if is_led_participle(tokens, place):
        return True
    return key.endswith(NISBA) and not kinds[place] & (PORTFOLIO | VAGUE) and may_agree(tokens, first, place)


def is_nisba(passage: Passage, place: int) -> bool:
    """Whether an indefinite relative adjective stands here, which nothing owns: مصدر أمني | الوكالة; not مسؤول الوكالة."""
    tokens, kind = passage.tokens, passage.tokens.kinds[place]
    return tokens.keys[place].endswith(NISBA) and not kind & (DETERMINED | NAME | ROLE | BODY)


def stands_alone(passage: Passage, phrase: Phrase, gap: int) -> bool:
    """Whether no other noun stands between the phrase and what was said, but for when, where and قائلا."""
    kinds = passage.tokens.kinds
    return phrase.stop >= gap or bool(kinds[phrase.stop] & (TIME | PREPOSITION | COMMA | CARRIES))


def told_to(passage: Passage, finding: Finding) -> Phrase | None:
    """To whom something was said: behind the cue (قال لوكالة الساحل إن) or before it (وفي حوار مع الساحل، قال)."""
    source, after = finding.source, finding.place + 1
    limit = next((first for first, _ in finding.content if first > finding.place), passage.sentence_stop(finding.place))
    if source and source.first >= after:
        told = hearer_after(passage, after, source.first) or hearer_after(passage, source.stop, limit)
    else:
        told = hearer_after(passage, after, limit) or (hearer_after(passage, source.stop, finding.place) if source else None)
    return told or hearer_before(passage, finding)


def hearer_after(passage: Passage, start: int, limit: int) -> Phrase | None:
    """Who is told behind a source or a cue; right behind it any party can be."""
    for place in range(start, min(limit, start + LONGEST_ADJUNCT) - 1):
        if passage.tokens.kinds[place] & STOP:
            return None
        near = place == start and not passage.tokens.kinds[place - 1] & SETTING
        if hears(passage, place, limit, near) and (phrase := hearer_at(passage, place + 1, limit)):
            return phrase
    return None


def hearer_before(passage: Passage, finding: Finding) -> Phrase | None:
    """Who is told before the cue, where the occasion opens the sentence: وفي تصريح لصحيفة الشاطئ، قال."""
    kinds, start = passage.tokens.kinds, passage.sentence_start(finding.place)
    first = start + 1 if start < finding.place and kinds[start] & PREFIX else start
    limit = min(finding.place, first + LONGEST_ADJUNCT)
    if not (kinds[first] & PREPOSITION and kinds[first + 1] & SETTING) or any(
        kind & (THAT | SPEECH) for kind in kinds[first + 2 : limit]
    ):
        return None
    for place in range(first + 2, limit - 1):
        if hears(passage, place, limit, False) and (phrase := hearer_at(passage, place + 1, limit)):
            return phrase
    return None


def hears(passage: Passage, place: int, limit: int, near: bool) -> bool:
    """Whether who is told begins after the token at `place`: لوكالة، للصحفيين، في حديث مع قناة، في رسالة إلى المدير.

    `near`: it stands right behind the source, so that ل before any party tells to whom: قال للمدير، قالت لزوجها.
    """
    tokens, kinds = passage.tokens, passage.tokens.kinds
    if kinds[place] & PREFIX and not kinds[place] & PREPOSITION:
        if kinds[place - 1] & ACCORDING or is_of_members(tokens, max(0, place - NAME_REACH), place):
            return False
        return addressee(tokens, place + 1, limit) or (
            near and tokens.keys[place][0] in ADDRESSING and is_party(passage, place + 1, limit)
        )
    if tokens.is_owned(place - 1) and not kinds[place - 1] & SETTING:
        return False
    if tokens.keys[place] not in (WITH, TO) or not any(kind & SETTING for kind in kinds[max(0, place - OCCASION) : place]):
        return False
    medium = bool(kinds[place + 1] & (MEDIA | LATIN) or place + 1 in passage.opening)
    return medium or (tokens.keys[place] == TO and is_party(passage, place + 1, limit))


def is_party(passage: Passage, place: int, limit: int) -> bool:
    """Whether somebody stands at `place`: a person's name, a head that the tables know, or a noun with a pronoun (زوجته)."""
    if is_headed(passage.tokens, place):
        return not passage.tokens.kinds[place] & DOCUMENT
    phrase = read_phrase(passage.tokens, place, limit)
    owned = passage.tokens.text[passage.tokens.ends[place] - 1] == HIS or passage.tokens.keys[place].endswith(OWNERS)
    if phrase is None or not phrase.named:
        return phrase is not None and owned
    first, stop = phrase.name
    return first == place and (stop - first > 1 or bool(passage.tokens.kinds[first] & (NAME | RENOWNED)))


def hearer_at(passage: Passage, place: int, limit: int) -> Phrase | None:
    """The party that begins at `place`; a name in marks is a medium's."""
    quote = passage.opening.get(place)
    if quote and in_marks(passage, place, limit):
        return Phrase(place, quote.close + 1, "organisation", (quote.first, quote.stop), None, False)
    return read_phrase(passage.tokens, place, limit)
