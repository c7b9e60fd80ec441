"""Names that no table knows, told by what general text has not: تارون جوجوي، الدكتور كاليف سبانيول، التركي فاتح تيريم."""

from __future__ import annotations

from collections.abc import Iterator

from qawl.arabic.findings import Range
from qawl.arabic.letters import ARTICLE, DUALS, HIS, INITIAL, OPEN_TA, WRITTEN_WAW, YEARS
from qawl.arabic.lexicon import (
    ACT,
    BODY,
    CARRIER,
    CITY,
    CLOSES,
    COMMA,
    DEFINITE,
    DOCUMENT,
    DOUBTFUL,
    FAMILY,
    FUNCTION,
    MEDIA,
    MEETS,
    NAME,
    NATION,
    NUMBER,
    ODD,
    OFFICE,
    OPENS,
    PEOPLE,
    PREFIX,
    PUNCTUATION,
    ROLE,
    SPEECH,
    TIME,
    TITLE,
    WORK,
)
from qawl.arabic.names.joiners import NAMELY, is_and
from qawl.arabic.names.reach import LONGEST_NAME, is_his
from qawl.arabic.names.surnames import may_be_surname
from qawl.arabic.names.tails import ends_there, has_tanwin, odd_ends
from qawl.arabic.names.units import connectors, seldom_names, usual_given_names, word_names
from qawl.arabic.ordinary import (
    family,
    frequencies,
    is_adverb,
    is_common,
    is_known,
    is_no_surname,
    is_rare,
    is_several,
    is_theirs,
    is_unheard,
    is_usual,
    is_usual_noun,
    is_verb,
)
from qawl.arabic.tokens import Tokens
from qawl.arabic.where import words_of

# How a pair of women or of things ends.
PAIR = OPEN_TA + DUALS[1]
# A name before an age has at most so many words.
LONGEST_AGED = 4
# What stands before marks that hold a thing's name.
BEARS = BODY | MEDIA | WORK | DOCUMENT


def strange_end(tokens: Tokens, start: int, limit: int) -> int:
    """Where a name of several words that no general text knows ends (تارون جوجوي), `start` where there is none."""
    stop, most = start, min(limit, start + LONGEST_NAME)
    while stop < most and is_strange(tokens, stop, stop == start):
        stop += 1 + (stop + 2 < most and tokens.is_hyphen(stop + 1) and is_strange(tokens, stop + 2, False))
    stop = max(stop, told_end(tokens, start, limit))
    closers = OFFICE | PUNCTUATION | FUNCTION | TIME | PREFIX | DEFINITE | NUMBER
    closed = stop >= len(tokens) or tokens.kinds[stop] & closers
    return stop if stop > start + 1 and closed else start


def told_end(tokens: Tokens, start: int, limit: int) -> int:
    """Where a name ends whose last word alone is strange, behind one's nationality: الأمريكية | جيل كرايباس، البوسني | أمل توكا."""
    if not start or tokens.kinds[start - 1] & (NATION | DEFINITE) != NATION | DEFINITE or limit < start + 2:
        return start
    places = (start + 1,) if tokens.kinds[start + 1] & DEFINITE else (start + 1, start + 2)
    last = next((at for at in places if at < limit and is_last(tokens, at)), start)
    first = tokens.kinds[start] & ~(NAMELY | SPEECH) or tokens.kinds[start] & DEFINITE or is_his(tokens, start)
    kind, key = tokens.kinds[start], tokens.keys[start]
    named = key in seldom_names() or key in word_names() or kind & (NAME | ODD) or is_of_names_alone(kind, key)
    return last + 1 if last > start and named and not first else start


def is_of_names_alone(kind: int, key: str) -> bool:
    """Whether a word is a sure name, or one that general text has, but hardly as a noun, a verb or an adverb: سيمون, تومبسون."""
    if kind & NAME and not kind & DOUBTFUL:
        return True
    other = is_usual(key) or is_usual_noun(key) or is_verb(key) or is_adverb(key) or is_no_surname(key)
    several = is_several(key) and is_known(ARTICLE + key[:-2])
    return not (kind or other or several or family(key))


def is_last(tokens: Tokens, place: int) -> bool:
    """Whether a word that hardly any text has closes the phrase; a number may follow, as results do."""
    kind, key = tokens.kinds[place], tokens.keys[place]
    after = tokens.kinds[place + 1] if place + 1 < len(tokens) else PUNCTUATION
    if kind & (~NAMELY | CITY) or is_his(tokens, place) or has_tanwin(tokens, place):
        return False
    closed = bool(after & (PUNCTUATION | NUMBER))
    rare = kind & ODD or (is_rare(key) and not family(key) and (closed or not is_verb(key))) or is_of_names_alone(kind, key)
    return bool(rare) and (closed or ends_there(tokens, place))


def is_strange(tokens: Tokens, place: int, opens: bool) -> bool:
    """Whether a word is an indefinite part of names or one that general text has in no form; no plural but the first word."""
    kind, key = tokens.kinds[place], tokens.keys[place]
    if kind & (~NAMELY | DEFINITE | CITY) or (kind == ODD and is_his(tokens, place)):
        return False
    if kind & (NAME | FAMILY | ODD):
        return bool(kind & ODD) or not (kind & DOUBTFUL and is_common(key))
    if (
        is_no_surname(key)
        or is_verb(key)
        or is_adverb(key)
        or has_tanwin(tokens, place)
        or tokens.text[tokens.ends[place] - 1] == HIS
    ):
        return False
    several = is_several(key) and not (opens and not key.endswith(PAIR))  # رهينتين
    return is_rare(key) and not family(key) and not several


def may_be_first(tokens: Tokens, place: int) -> bool:
    """Whether a word that no table knows may be the first name behind a title: الدكتور كاليف سبانيول."""
    key = tokens.keys[place]
    return (not is_common(key) or key in seldom_names()) and not is_verb(key) and not is_adverb(key)


def is_stranger(tokens: Tokens, place: int) -> bool:
    """Whether a word behind a nationality can only be a name: rare in general text, or a nationality without article."""
    kind, key = tokens.kinds[place], tokens.keys[place]
    if kind & (~(NAMELY | NATION) | DEFINITE) or is_verb(key) or is_theirs(key) or (is_adverb(key) and key in frequencies()):
        return False
    return bool(kind & NATION) or is_rare(key)


def apposed_end(tokens: Tokens, start: int, limit: int) -> int:
    """Where a run of words ends that may all be a name between commas: وزير الزراعة، تاري بوكا،."""
    stop = start
    while stop < min(limit, start + LONGEST_NAME) and is_nameable(tokens, stop, stop == start):
        stop += 1
    return stop


def is_nameable(tokens: Tokens, place: int, opens: bool) -> bool:
    """Whether a word between commas may be of a name: a known part of names, an initial, or one that general text hardly knows."""
    kind, key = tokens.kinds[place], tokens.keys[place]
    if key in connectors():
        return True
    if kind & ~NAMELY:
        return bool(kind & FAMILY) and not opens and not kind & (PUNCTUATION | FUNCTION | PREFIX | TIME)
    if kind & (NAME | FAMILY | ODD) or len(key) == INITIAL:
        return True
    if not opens:
        return may_be_surname(tokens, place)
    return (is_rare(key) or key in usual_given_names() or odd_ends(tokens, place + 1)) and not (
        kind & DEFINITE or is_verb(key) or is_usual_noun(key) or key.endswith(WRITTEN_WAW)
    )


def aged_names(tokens: Tokens) -> Iterator[Range]:
    """Names of several words that no table knows, told by the age or office behind them: هي فيلوتان كامبوري (39 عاما)."""
    for mark in sorted({*tokens.marks, *offices_behind(tokens)}):
        years = mark + 2
        aged = tokens.keys[years] in YEARS and tokens.kinds[mark + 1] & NUMBER
        if not mark or not (aged or tokens.kinds[mark] & ROLE or is_before_office(tokens, mark)):
            continue
        starts = range(max(0, mark - LONGEST_AGED), mark - 1)
        first = next((start for start in starts if stands_apart(tokens, start) and strange_end(tokens, start, mark) == mark), mark)
        if first < mark:
            yield first, mark


def offices_behind(tokens: Tokens) -> Iterator[int]:
    """Where an office stands right behind a word that no general text has: التقى دونغا ميغاتوفيتش | المدير العام."""
    for place in words_of(tokens, ROLE):
        last = tokens.kinds[place - 1] if place else 0
        if last & ODD and not last & ~ODD and is_unheard(tokens.keys[place - 1]) and is_office_at(tokens, place, apart=False):
            yield place


def marked_officers(tokens: Tokens) -> Iterator[Range]:
    """Names in marks that no table knows, told by the office behind: "ريناس شانو"، ممثل الجالية; "فالا كريم" البرلمانية."""
    for close in tokens.marks:
        office = close + 1 + bool(tokens.kinds[close + 1 : close + 2] and tokens.kinds[close + 1] & COMMA)
        if not tokens.kinds[close] & CLOSES or not is_office_at(tokens, office, apart=office > close + 1):
            continue
        opens = next((at for at in range(close - 1, max(-1, close - LONGEST_AGED - 2), -1) if tokens.kinds[at] & PUNCTUATION), -1)
        if opens < 0 or not tokens.kinds[opens] & OPENS or (opens and tokens.kinds[opens - 1] & (BEARS | CARRIER)):
            continue
        words = range(opens + 1, close)
        named = any(tokens.kinds[at] & (NAME | ODD) and not tokens.kinds[at] & DOUBTFUL for at in words)
        if len(words) > 1 and named and all(is_nameable(tokens, at, at == words[0]) for at in words):
            yield words[0], close


def apposed_pairs(tokens: Tokens) -> Iterator[Range]:
    """Names of two words between a comma with و and a comma with an office behind it: محمد مران، و| زاهية الكندي |، ممثلة."""
    kinds = tokens.kinds
    for office in words_of(tokens, ROLE):
        first = office - 3
        if first < 2 or kinds[office] & (DEFINITE | NAME | SPEECH) or not kinds[office - 1] & kinds[first - 2] & COMMA:
            continue
        if is_and(tokens, first - 1) and may_be_apposed(tokens, first):
            yield first, first + 2


def may_be_apposed(tokens: Tokens, first: int) -> bool:
    """Whether the two words at `first` may be a name there: a given name and a surname, or any before what hardly any text has."""
    kind, last, key = tokens.kinds[first], tokens.kinds[first + 1], tokens.keys[first]
    title = TITLE if kind & NAME else 0  # فضيلة
    if kind & (~(NAMELY | title) | DEFINITE) or last & ~(NAMELY | NATION):
        return False
    given = kind & (NAME | FAMILY | ODD) or key in seldom_names()
    if given and last & (NAME | FAMILY):
        return True
    return bool(last & ODD and not last & DEFINITE) and not (is_common(key) or is_verb(key))


def is_office_at(tokens: Tokens, place: int, apart: bool) -> bool:
    """Whether somebody's office stands at `place`; `apart`: behind a comma, where one without article needs what completes it."""
    kind, after = (*tokens.kinds[place : place + 2], 0, 0)[:2]
    if not kind & ROLE or kind & (SPEECH | NAME):
        return False
    whole = after & DEFINITE or (not apart and after & (CITY | ODD | BODY))
    return bool(whole and not kind & DEFINITE) or bool(kind & DEFINITE and not apart)


def is_before_office(tokens: Tokens, mark: int) -> bool:
    """Whether a comma stands between a word that no general text has and an office: ودونغا ميغاتوفيتش|، ممثل الهيئة."""
    office = tokens.kinds[mark + 1]
    last = tokens.kinds[mark - 1]
    return bool(tokens.kinds[mark] & COMMA and office & ROLE and last & ODD) and not office & SPEECH and not last & ~ODD


def stands_apart(tokens: Tokens, place: int) -> bool:
    """Whether a name can begin at `place` by what stands before it: a mark, a particle, a verb of saying, an office."""
    before = tokens.kinds[place - 1] if place else PUNCTUATION
    return bool(before & (OFFICE | PUNCTUATION | FUNCTION | PREFIX | SPEECH | PEOPLE | ACT | MEETS))
