"""Where the clause of a noun ends, past which its sentence goes on with something else.

زيارة الوفد لصور | تعكس كذا، أكد خلال اللقاء | أهمية كذا، شدد خلال اجتماع مع التجار | على كذا.
"""

from __future__ import annotations

from itertools import takewhile

from qawl.arabic.agenda.acts import THING
from qawl.arabic.agenda.clauses import next_noun
from qawl.arabic.agenda.extents import Clauses
from qawl.arabic.agenda.places import is_place
from qawl.arabic.agenda.tenses import is_future_letter, small_word, turn_at
from qawl.arabic.agenda.words import Hit, counts, is_finite, lead_start, ranks
from qawl.arabic.findings import Range
from qawl.arabic.frames.one_party import party_at
from qawl.arabic.heads import is_accusative
from qawl.arabic.letters import (
    ABOUT,
    AT_AN_EVENT,
    BY,
    DOING,
    DURING,
    FEMININE_PLURAL,
    IMPERFECT_HEADS,
    IN,
    IT_IS,
    OF,
    OPEN_TA,
    PERHAPS,
    RECEPTION,
    SEQUENCE,
    STANDS_ON,
    TA_MARBUTA,
    TO,
    TO_THE,
    UPON,
    WHAT,
    bare_key,
)
from qawl.arabic.lexicon import (
    BODY,
    CITY,
    CLOSES,
    COLON,
    COMMA,
    COMMENT,
    COUNTRY,
    DEFINITE,
    EVENT,
    KAN,
    NAME,
    NEGATION,
    NUMBER,
    OPENS,
    PEOPLE,
    PREFIX,
    PREPOSITION,
    PUNCTUATION,
    QUANTITY,
    RELATIVE,
    ROLE,
    SPEECH,
    STOP,
    SUBORDINATE,
    THAT,
    TIME,
    readings,
)
from qawl.arabic.ordinary import is_common, is_imperfect
from qawl.arabic.phrases.adjectives import is_adjective
from qawl.arabic.tokens import Tokens

# What leads to an encounter at which something was done.
WHILE = (IN, *(key for key in DURING if key not in SEQUENCE))
# What makes the noun before it definite.
OWNERS = BODY | COUNTRY | CITY | DEFINITE | PEOPLE | ROLE
# What no construct has within it: اجتماع | في القاهرة.
NO_OWNED = PREFIX | PREPOSITION | PUNCTUATION | RELATIVE
# What goes on with what was told of an encounter.
GOES_ON = PREFIX | PREPOSITION | PUNCTUATION | RELATIVE | NUMBER | SUBORDINATE
# So near before في stands كان: كان | في استقباله.
WAITS_REACH = 24
# What leads to a verb that is no predicate, and what ends the reach of a saying.
LED = RELATIVE | PREFIX | PREPOSITION | KAN | NEGATION
SAID = THAT | COLON | STOP
# What leads to what was said, and how ب alone does: أشاد بكذا; not أوضح | بالأمس.
MATTERS = frozenset((UPON, ABOUT, TO, BY))
# What between marks is shorter is a name.
SHORT = 4


def noun_stop(clauses: Clauses, hit: Hit, clause: Range, verb: int | None) -> int:
    """Where the clause of a noun ends that no verb before it holds; `verb` holds it behind."""
    first, stop = max(verb or 0, hit.place), clause[1]
    if is_setting(clauses.tokens, hit):
        stop = before_told(clauses, hit, first, stop)
        stop = before_matter(clauses, hit, stop) if verb is None else stop
    stop = before_another_matter(clauses, (clause[0], stop), first)
    stop = before_predicate(clauses, hit, (clause[0], stop), first)
    if stop == clause[1]:
        return stop
    opened = clauses.tokens.kinds[stop - 1] & OPENS and not clauses.tokens.kinds[stop - 1] & CLOSES
    return clauses.tie(first, stop - bool(opened))


def is_setting(tokens: Tokens, hit: Hit) -> bool:
    """Whether a noun tells at or after what encounter something was done: خلال | اللقاء، على هامش | القمة."""
    if is_of_waiting(tokens, hit.place):
        return False
    return hit.lead in (IN, *DURING) or tokens.keys[lead_start(tokens, hit.place) - 1] in AT_AN_EVENT


def before_told(clauses: Clauses, hit: Hit, first: int, stop: int) -> int:
    """Where what somebody said at an encounter begins, by marks or what his verb takes: شدد خلال اجتماع مع التجار | على كذا."""
    takes = said_before(clauses, hit)
    if takes is None:
        return stop
    told = (at for at in range(first + 1, stop) if leads_to_matter(clauses, at, takes) or opens_words(clauses, at))
    return next(told, stop)


def said_before(clauses: Clauses, hit: Hit) -> frozenset[str] | None:
    """What the verb of saying before an encounter takes, if none of that stands before it; None without one."""
    tokens, kinds = clauses.tokens, clauses.tokens.kinds
    ahead = range(lead_start(tokens, hit.place) - 1, clauses.passage.sentence_start(hit.place) - 1, -1)
    near = list(takewhile(lambda at: not kinds[at] & SAID, ahead))
    verb = next((at for at in near if kinds[at] & SPEECH and clauses.says(at)), None)
    if verb is None:
        return None
    words = frozenset(word for reading in readings(tokens.keys[verb]) for word in reading.takes)
    takes = words & MATTERS if "that" not in words else words & MATTERS - {BY}
    used = any(at > verb and leads_to_matter(clauses, at, takes) for at in near[1:])
    return None if used else takes


def leads_to_matter(clauses: Clauses, place: int, takes: frozenset[str]) -> bool:
    """Whether one of some prepositions leads to a matter at `place`: على | أهمية كذا; not على هامش, إلى تونس, بالسفير."""
    tokens, kinds, after = clauses.tokens, clauses.tokens.kinds, place + 1
    if tokens.keys[place] not in takes or not kinds[place] & (PREFIX | PREPOSITION) or after >= len(tokens):
        return False
    if is_place(tokens, after) or kinds[after] & (TIME | PREFIX | PREPOSITION) or tokens.keys[after] in (*AT_AN_EVENT, *STANDS_ON):
        return False
    return party_at(clauses.scene, after) is None


def opens_words(clauses: Clauses, place: int) -> bool:
    """Whether marks open words of somebody at `place`, and no name: "سنواصل العمل معا"؛ not وفد "حماس"."""
    kinds = clauses.tokens.kinds
    return (
        bool(kinds[place] & OPENS)
        and not clauses.is_in_title(place + 1)
        and not any(kind & CLOSES for kind in kinds[place + 1 : place + SHORT])
    )


def before_matter(clauses: Clauses, hit: Hit, stop: int) -> int:
    """Where a noun that only tells when something was done ends, before that: قرر المجلس في اجتماعه الأخير | تشكيل لجنة، جرى
    خلال اللقاء بين الوزيرين | بحث كذا.
    """
    tokens, scene, at = clauses.tokens, clauses.scene, hit.place + 1
    if not (tokens.kinds[hit.place] & DEFINITE or hit.form.pronoun):
        return stop
    while at < stop and (tokens.kinds[at] & (DEFINITE | TIME) or tokens.keys[at] in ranks() or clauses.is_day(at)):
        if at > hit.place + 1 and (is_doing(tokens, at) or tokens.kinds[at] & QUANTITY):
            return at
        at = max(at + 1, scene.behind_day(at))
    free = next_noun(scene, at, stop)
    while free is not None and (party := party_at(scene, free, stop)):
        free = next_noun(scene, party.stop, stop)
    return free if free is not None and is_matter(tokens, free) else stop


def is_matter(tokens: Tokens, place: int) -> bool:
    """Whether what was done or dealt with stands at `place`, and no adjective: بحث كذا، سبل كذا؛ not رفيع."""
    kind, key = tokens.kinds[place], tokens.keys[place]
    if kind & QUANTITY and kind & DEFINITE:
        return True
    if kind & (GOES_ON | THING) or key in counts() or key.startswith(TO_THE) or is_accusative(tokens, place):
        return False
    noun = not kind & DEFINITE and is_common(key) and not is_adjective(key)
    return is_doing(tokens, place) or (noun and is_whole(tokens, place - 1))


def before_another_matter(clauses: Clauses, clause: Range, first: int) -> int:
    """Where what is done besides begins behind a comma: لقاءات القادة في أربيل | ، والاطلاع على كذا."""
    tokens = clauses.tokens
    places = (at for at in range(first + 1, clause[1] - 2) if tokens.kinds[at] & COMMA and clauses.joins(at + 1))
    return next((at for at in places if tokens.kinds[at + 2] & DEFINITE and is_doing(tokens, at + 2)), clause[1])


def is_doing(tokens: Tokens, place: int) -> bool:
    """Whether a definite verbal noun stands at `place`: الاطلاع."""
    return bool(tokens.kinds[place] & EVENT) or DOING.match(bare_key(tokens.keys[place])) is not None


def is_of_waiting(tokens: Tokens, place: int) -> bool:
    """Whether it is told at `place` who waited for somebody that arrived: كان في | استقباله الوزير، سيكون الوزير في | استقباله."""
    if place < 2 or tokens.keys[place - 1] != IN or not tokens.keys[place].startswith(RECEPTION):
        return False
    near = range(place - 2, max(-1, place - WAITS_REACH), -1)
    ends = KAN | SPEECH | THAT | STOP | RELATIVE
    was = next((at for at in near if tokens.kinds[at] & ends or small_word(tokens.keys[at]) == "will_be"), None)
    return was is not None and not tokens.kinds[was] & ends & ~KAN and tokens.keys[was] != PERHAPS


def before_predicate(clauses: Clauses, hit: Hit, clause: Range, first: int) -> int:
    """Where the clause of a definite noun ends before a verb of its sentence: تسليم الرسالة | أجرى الطرفان محادثات، زيارة الوفد
    لصور | تعكس كذا.

    Or before the pronoun of what it is: اللقاء | هو الأول.
    """
    kinds = clauses.tokens.kinds
    if opens_sentence(clauses, hit) and (main := next((at for at in range(first + 2, clause[1]) if is_main(clauses, at)), None)):
        return main
    if first == hit.place and kinds[first] & DEFINITE and is_setting(clauses.tokens, hit) and is_deed(clauses, first + 1):
        return first + 1  # على هامش القمة | أجرى الوزير محادثات
    if not (kinds[hit.place] & DEFINITE or hit.form.pronoun or is_construct(clauses, hit)):
        return clause[1]
    free = (at for at in range(first + 1, clause[1]) if not kinds[at - 1] & (LED | THAT))  # التي كان مقررا أن يقوم بها
    return next((at for at in free if is_copula(clauses, at) or (at > first + 1 and is_predicate(clauses, hit, at))), clause[1])


def opens_sentence(clauses: Clauses, hit: Hit) -> bool:
    """Whether a sentence begins with the encounter at which something was done: | في حفل أقيم أمس سلم الوزير الجوائز."""
    lead = lead_start(clauses.tokens, hit.place) - 1
    return hit.lead in WHILE and lead - clauses.joins(lead - 1) <= clauses.passage.sentence_start(hit.place)


def is_main(clauses: Clauses, place: int) -> bool:
    """Whether the verb of a sentence stands at `place`, behind no word that leads to it, and somebody behind it acts."""
    kinds = clauses.tokens.kinds
    led = kinds[place - 1] & (LED | THAT)
    return not led and clauses.is_verb(place) and party_at(clauses.scene, place + 1) is not None


def is_deed(clauses: Clauses, place: int) -> bool:
    """Whether a verb stands at `place`, one that is spelt as its noun too, and somebody behind it acts: | عقد الوزير لقاء."""
    return is_main(clauses, place) or (is_finite(clauses.tokens.keys[place]) and party_at(clauses.scene, place + 1) is not None)


def is_copula(clauses: Clauses, place: int) -> bool:
    """Whether a pronoun at `place` leads to what something is, and is nobody's name: اللقاء | هو الأول."""
    keys, kinds, after = clauses.tokens.keys, clauses.tokens.kinds, place + 1
    return keys[place] in IT_IS and after < len(clauses.tokens) and (bool(kinds[after] & DEFINITE) or keys[after] in ranks())


def is_construct(clauses: Clauses, hit: Hit) -> bool:
    """Whether the noun has another one behind it that makes it definite: اجتماع | اللجنة، اجتماع | فئات المعارضة."""
    kinds = clauses.tokens.kinds[hit.place + 1 : hit.place + 3]
    if any(key in IT_IS for key in clauses.tokens.keys[hit.place + 1 : hit.place + 2]):
        return False  # تظاهرات | هي الثانية
    return bool(kinds) and (bool(kinds[0] & OWNERS) or (len(kinds) > 1 and not kinds[0] & NO_OWNED and bool(kinds[1] & DEFINITE)))


def is_predicate(clauses: Clauses, hit: Hit, place: int) -> bool:
    """Whether a verb of the sentence stands at `place`: one in ي, one that agrees with the encounter, or what leads to one."""
    tokens, kind = clauses.tokens, clauses.tokens.kinds[place]
    if kind & KAN and turn_at(tokens, place + 1) is not None and party_at(clauses.scene, place + 2) is None:
        return False  # اللقاء المقرر غدا | قد ألغي
    if is_future_letter(tokens, place) or (kind & (KAN | NEGATION) and tokens.keys[place] != WHAT):
        return clauses.is_verb(place + 1) or bool(kind & KAN)
    if turn_at(tokens, place) is not None and party_at(clauses.scene, place + 1) is None:
        return False  # المفاوضات | تعثرت
    if not (clauses.is_verb(place) or (kind & COMMENT and is_whole(tokens, place - 1))) or clauses.goes_on_with_it(place):
        return False
    if tokens.keys[place + 1 : place + 2] == [OF]:
        return False  # أنجح | من
    agrees = is_feminine_verb(tokens.keys[place]) in genders(tokens, hit.place) and is_whole(tokens, place - 1)
    return tokens.keys[place][0] == IMPERFECT_HEADS[0] or agrees


def is_whole(tokens: Tokens, place: int) -> bool:
    """Whether no verb tells more of the word at `place`: الوفد، تونس، أمس، مؤخرا؛ not وفد | ضم."""
    kind = tokens.kinds[place]
    told = kind & (DEFINITE | TIME | NAME) or tokens.is_owned(place)
    return bool(told) or is_place(tokens, place) or is_accusative(tokens, place)


def is_feminine_verb(key: str) -> bool:
    """Whether a verb has a feminine subject: تعكس، أثارت; not يعكس، أعطى."""
    return key.endswith(OPEN_TA) or (key[0] == OPEN_TA and is_imperfect(key))


def genders(tokens: Tokens, place: int) -> set[bool]:
    """Whether the noun at `place` is feminine, and what owns it as a verbal noun before: قمع | تظاهرات الجمعة."""
    ahead = place - 1
    owner = ahead >= 0 and not tokens.kinds[ahead] and is_common(tokens.keys[ahead])
    heads = (place, ahead) if owner else (place,)
    return {bare_key(tokens.keys[at]).endswith((TA_MARBUTA, FEMININE_PLURAL)) for at in heads}
