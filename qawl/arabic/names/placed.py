"""Names of the world told by where they stand, whatever words their parts are: قال وزير الدفاع | ثيت ساريفونغ إن.

Behind a complete office stands nothing indefinite before أن, a mark or a verb but who holds it.
"""

from __future__ import annotations

from collections.abc import Iterator

from qawl.arabic import lexicon
from qawl.arabic.letters import (
    ABOUT,
    ADDRESSING,
    ALEF,
    ARTICLE,
    BY,
    CONJUNCTIONS,
    DUALS,
    HIS,
    LIKE,
    NISBA,
    OPEN_TA,
    PREPOSITIONS,
    SEATED,
    TA_MARBUTA,
    TANWIN,
    TO_THE,
    VERB_PLURAL,
)
from qawl.arabic.names.goals import is_behind_goer
from qawl.arabic.names.made_offices import is_accusative_office
from qawl.arabic.names.units import known_abroad
from qawl.arabic.ordinary import (
    is_adverb,
    is_common,
    is_doing,
    is_feminine_verb,
    is_known,
    is_led_plural,
    is_no_noun,
    is_no_surname,
    is_owned,
    is_rare,
    is_several,
    is_surely_future,
    is_theirs,
    is_unheard,
    is_usual,
    is_usual_noun,
    is_verb,
)
from qawl.arabic.places import Places, keep_places

Range = tuple[int, int]

# What tells of a source whose office comes next.
LEADS = lexicon.SPEECH | lexicon.ACCORDING
ADDRESSES = (ADDRESSING, TO_THE)
# عن does too.
MAY_LEAD = LEADS | lexicon.PREPOSITION
# What completes an office.
COMPLETE = lexicon.DEFINITE | lexicon.COUNTRY | lexicon.NATION
# What ends a source, and what may go on with its office.
CLOSES = lexicon.PUNCTUATION | lexicon.FUNCTION | lexicon.TIME | lexicon.SPEECH | lexicon.RELATIVE
ENDS = lexicon.PUNCTUATION | lexicon.THAT | lexicon.RELATIVE | lexicon.TIME
ENDS_OFFICE = lexicon.PUNCTUATION | lexicon.CONJUNCTION | lexicon.THAT | lexicon.SPEECH | lexicon.RELATIVE
OPENING = lexicon.THAT | lexicon.COLON | lexicon.OPENS
# What a given name may be besides, before a surname: مختار, أمير, تيمور.
TWOFOLD = lexicon.OFFICE | lexicon.OF_NAMES | lexicon.COUNTRY | lexicon.MONTH
# What may be a part of a name there.
NAMELY = lexicon.OF_NAMES | lexicon.PREFIX
# What a name may begin with though it seems a clitic; ل leads to who is told.
LETTERS = (*CONJUNCTIONS, BY, LIKE)
# An office has at most so many tokens, a name so few and so many.
LONGEST_OFFICE = 14
SHORTEST, LONGEST = 2, 5
# The end of a relative adjective with his pronoun, or of one in ية.
HIS_NISBA = NISBA[0] + TA_MARBUTA
# A noun with his pronoun has at least so many letters.
OWNED = 5


def leads_source(key: str, kind: int) -> bool:
    """Whether a source may stand behind a word."""
    return bool(kind & LEADS or (kind & lexicon.PREPOSITION and key == ABOUT)) and not kind & lexicon.DEFINITE


def know_placed_names(tokens: Places, leading: list[int]) -> None:
    """Make names of the words between an office and what ends a source, if one of them is surely foreign."""
    name_runs(tokens, list(placed_runs(tokens, leading)))


def know_held_names(tokens: Places, offices: list[int]) -> None:
    """Make names of the words behind an office anywhere, if one of them is surely foreign: هزم المهاجم فيدار شالكوف الحارس."""
    name_runs(tokens, list(held_runs(tokens, offices)))


def held_runs(tokens: Places, offices: list[int]) -> Iterator[Range]:
    """The names of words that no table knows all, right behind the offices that begin at these places."""
    last = 0
    for office in offices:
        run = named_behind(tokens, office) if office >= last and office < len(tokens) - 2 else None
        if run and not (is_inflected(tokens.keys[run[1] - 1]) or is_no_holder(tokens, office, run[0])):
            last = run[1]
            yield run


def is_no_holder(tokens: Places, office: int, first: int) -> bool:
    """Whether a plural verb stands behind an office, or a clitic behind a title: المتهمين | أمدوا، الأمير | ودوقة كورنوول."""
    title = tokens.kinds[office] & lexicon.TITLE and not tokens.kinds[office] & lexicon.ROLE
    key = tokens.keys[first]
    acts = key.startswith(ALEF) and key.endswith(VERB_PLURAL)
    return acts or bool(title and tokens.kinds[first] & lexicon.PREFIX)


def is_inflected(key: str) -> bool:
    """Whether a word is a known one but for its end, and so is no name: تحسبا tells how or why, مقطوعتين what was sung.

    Nor is one with his pronoun: امتعاضه, ائتلافيه.
    """
    if is_owned(key) or (key.endswith(HIS_NISBA) and is_known(ARTICLE + key[: -len(HIS_NISBA)])):
        return True
    if key.endswith(ALEF) and is_known(key[:-1]):
        return True
    return key[:-2].endswith(OPEN_TA) and key.endswith(DUALS) and is_known(key[: -len(OPEN_TA) - 2] + TA_MARBUTA)


def name_runs(tokens: Places, runs: list[Range]) -> None:
    """Make names of the words of these ranges, letters that seem clitics joined to theirs."""
    letters = {place for first, stop in runs for place in range(first, stop) if tokens.kinds[place] & lexicon.PREFIX}
    for first, stop in runs:
        for place in range(first, stop):
            if not tokens.kinds[place] & lexicon.RENOWNED:
                tokens.turn(place, lexicon.NAME_UNIT)
    join_letters(tokens, letters)


def join_letters(tokens: Places, letters: set[int]) -> None:
    """Make one token of each letter and the word behind it."""
    for place in letters:
        tokens.keys[place + 1] = tokens.keys[place] + tokens.keys[place + 1]
        tokens.starts[place + 1] = tokens.starts[place]
    if letters:
        keep_places(tokens, [place not in letters for place in range(len(tokens))])


def placed_runs(tokens: Places, leading: list[int]) -> Iterator[Range]:
    """The names that sources hold, behind their offices or before them."""
    kinds, last = tokens.kinds, 0
    for place in leading:
        if place < last or place >= len(tokens) - 3:
            continue
        source = place + 2 if kinds[place + 1] & lexicon.PREFIX and kinds[place] & lexicon.ACCORDING else place + 1
        run = named_behind(tokens, source) if kinds[source] & lexicon.OFFICE else named_first(tokens, source)
        run = run or named_before(tokens, place)
        if run and (is_shut(tokens, run[1]) or not is_inflected(tokens.keys[run[1] - 1])):
            last = run[1]
            yield run


def named_behind(tokens: Places, office: int) -> Range | None:
    """The name behind the office that begins at `office`."""
    complete = office if tokens.kinds[office] & lexicon.DEFINITE else 0
    for place in range(office + 1, min(len(tokens), office + LONGEST_OFFICE)):
        kind = tokens.kinds[place]
        if closes_held(tokens, place):
            stop = place - is_behind_goer(tokens, complete + 1, place - 1)
            if complete and is_name(tokens, complete + 1, stop, held=True):
                return complete + 1, stop
            if kind & ENDS:
                return None
        if completes(tokens, place, complete):
            complete = place
    return None


def closes_held(tokens: Places, place: int) -> bool:
    """Whether the name of who holds an office ends before a word: a mark, إلى, بأن, what is no name (و, رسالة، الوفد)."""
    kind, key = tokens.kinds[place], tokens.keys[place]
    if kind & CLOSES or key in ADDRESSES or leads_to_that(tokens, place):
        return True
    thing = kind & lexicon.DEFINITE and not kind & (lexicon.NAME_UNIT | lexicon.ODD)
    thing = thing or (not kind and key.endswith(TA_MARBUTA) and is_common(key) and is_usual_noun(key))
    joined = key == CONJUNCTIONS[0] and kind & lexicon.PREFIX
    becomes = not kind and (is_accusative_office(key) or is_surely_future(key))  # رئيسا، سيصل
    return bool(thing or joined or becomes) and is_name_alone(tokens, place - 1)


def leads_to_that(tokens: Places, place: int) -> bool:
    """Whether a clitic before أن stands at `place`: ب|أن, ف|إن."""
    after = tokens.kinds[place + 1]
    return bool(tokens.kinds[place] & lexicon.PREFIX and after & lexicon.THAT)


def is_name_alone(tokens: Places, place: int) -> bool:
    """Whether a word is a part of names by its classes alone, and has nobody's pronoun: امتعاضه, ائتلافيه have."""
    kind, written = tokens.kinds[place], tokens.text[tokens.starts[place] : tokens.ends[place]]
    odd = kind & lexicon.ODD and not (written.endswith(HIS) or is_theirs(tokens.keys[place]) or is_several(tokens.keys[place]))
    return bool(kind & lexicon.NAME_UNIT or odd) and not kind & ~lexicon.OF_NAMES


def completes(tokens: Places, place: int, complete: int) -> bool:
    """Whether an office that was `complete` before is whole with the word at `place`: a definite one, a land, a town of its own."""
    kind = tokens.kinds[place]
    if kind & lexicon.CITY and tokens.kinds[place - 1] & (lexicon.TOWN | lexicon.ROLE | lexicon.BODY | lexicon.PREPOSITION):
        return not kind & lexicon.NAME
    named = kind & lexicon.NAME and not kind & lexicon.DEFINITE and complete == place - 1
    return bool(kind & COMPLETE) and not named


def named_first(tokens: Places, first: int) -> Range | None:
    """The name that begins at `first` with a given name of the world and ends before an office or what was said."""
    kind, key = tokens.kinds[first], tokens.keys[first]
    given = key in known_abroad() or (kind & lexicon.ODD and is_unheard(key))
    if is_cut_behind_verb(tokens, first):
        given, kind = True, tokens.kinds[first + 1]
    if not given or kind & (~lexicon.OF_NAMES | lexicon.DOUBTFUL) or is_owned(key):
        return None
    stop = first + 1
    while stop < min(len(tokens) - 1, first + LONGEST * 2) and not tokens.kinds[stop] & ~NAMELY:
        stop += 1
    apposed = stop + 1 if tokens.kinds[stop] & lexicon.COMMA else stop
    office = tokens.kinds[apposed] & (lexicon.ROLE | lexicon.ONE_OF)
    return (first, stop) if (office or is_shut(tokens, stop)) and is_name(tokens, first, stop) else None


def is_cut_behind_verb(tokens: Places, place: int) -> bool:
    """Whether و or ف stands right behind a verb of saying and before what is no word, where none can: قال ف|اراوكه كرامر."""
    if tokens.keys[place] not in CONJUNCTIONS or not tokens.kinds[place - 1] & lexicon.SPEECH:
        return False
    rest = tokens.kinds[place + 1]
    return bool(rest & lexicon.ODD) and not is_known(tokens.keys[place + 1]) and is_letter(tokens, place, place + 2)


def named_before(tokens: Places, verb: int) -> Range | None:
    """The name between an office and the verb of saying at `verb`, its subject: لكن وزير الدفاع ثيت ساريفونغ قال إن."""
    first = verb
    while first and not tokens.kinds[first - 1] & ~NAMELY and verb - first <= LONGEST:
        first -= 1
    if verb - first < SHORTEST or not first or not tokens.kinds[first - 1] & COMPLETE or not is_shut(tokens, verb + 1):
        return None
    office = first - 1
    while office and first - office < LONGEST_OFFICE and not tokens.kinds[office - 1] & ENDS_OFFICE:
        office -= 1
    return (first, verb) if tokens.kinds[office] & lexicon.ROLE and is_name(tokens, first, verb) else None


def is_shut(tokens: Places, place: int) -> bool:
    """Whether what was said begins at `place`, so that a source is whole before it: أن, إلى أن, a colon, a quotation."""
    led = tokens.kinds[place] & lexicon.PREPOSITION and tokens.kinds[place + 1] & lexicon.THAT
    return bool(led or tokens.kinds[place] & OPENING)


def is_name(tokens: Places, first: int, stop: int, held: bool = False) -> bool:
    """Whether all words from `first` to `stop` may be of a name, and one is surely foreign; `held`: behind an office."""
    words = [place for place in range(first, stop) if not is_letter(tokens, place, stop)]
    if not SHORTEST <= len(words) <= LONGEST:
        return False
    shut = is_shut(tokens, stop) or leads_to_that(tokens, stop)
    if not (opens_name(tokens, words[0]) or (held and shut and is_before_sure(tokens, words[0]))):
        return False
    if any(tokens.kinds[place] & ~(TWOFOLD if is_given_month(tokens, place) else lexicon.OF_NAMES) for place in words[1:]):
        return False
    sure = any(is_foreign(tokens.keys[place]) or (shut and is_told(tokens, place, held)) for place in words)
    sure = sure or (held and shut and all(is_no_noun(tokens.keys[place]) for place in words))
    return sure and all(may_be_part(tokens, place, shut) or (held and is_held_by_names(tokens, words, place)) for place in words)


def is_held_by_names(tokens: Places, words: list[int], place: int) -> bool:
    """Whether a word stands before or between what are surely names: كين | أوفوري أتا، إرنست | باي | كوروما."""
    at = words.index(place)
    if (
        at + 1 == len(words)
        or tokens.keys[place].endswith(TA_MARBUTA)
        or is_surely_future(tokens.keys[place])
        or TANWIN in tokens.text[tokens.starts[place] : tokens.ends[place]]
    ):
        return False
    near = (words[at - 1], words[at + 1])
    sure = [(is_foreign(tokens.keys[by]) and not is_owned(tokens.keys[by])) or is_sure(tokens, by) for by in near]
    return all(sure[1:] if at == 0 else sure)


def is_given_month(tokens: Places, place: int) -> bool:
    """Whether a month is a given name too: شعبان، رمضان."""
    return bool(tokens.kinds[place] & lexicon.MONTH and tokens.kinds[place] & lexicon.NAME)


def is_told(tokens: Places, place: int, held: bool) -> bool:
    """Whether a word before what was said is surely a name: a sure given name, behind an office a strange word."""
    return is_sure(tokens, place) or (held and tokens.kinds[place] & ~lexicon.FAMILY == lexicon.ODD)


def is_before_sure(tokens: Places, place: int) -> bool:
    """Whether any indefinite word stands between an office and what is surely a name: رئيس بوركينا فاسو | بول سامي ويدراوغو، إن."""
    kind, after = tokens.kinds[place], place + 1
    if kind & (~(lexicon.OF_NAMES | lexicon.PEOPLE | lexicon.MONTH) | lexicon.CITY) or tokens.keys[place].endswith(TA_MARBUTA):
        return False
    return is_foreign(tokens.keys[after]) or is_sure(tokens, after)


def is_letter(tokens: Places, place: int, stop: int) -> bool:
    """Whether a clitic of one letter that touches the next word of a name stands at `place`."""
    if not tokens.kinds[place] & lexicon.PREFIX or place + 1 >= stop or tokens.keys[place] not in LETTERS:
        return False
    touches = tokens.ends[place] == tokens.starts[place + 1] and tokens.text[tokens.starts[place + 1]] not in SEATED
    return touches and not (tokens.kinds[place + 1] & lexicon.NAME or is_owned(tokens.keys[place + 1]))


def is_unheard_whole(tokens: Places, place: int) -> bool:
    """Whether a letter is no clitic: no general text has what و or ف makes (ف|يدور), or ب and ك would lead to a verb (ب|اكون)."""
    letter = tokens.keys[place - 1]
    if letter in (BY, LIKE) and is_letter(tokens, place - 1, place + 1) and is_verb(tokens.keys[place]):
        return not is_usual_noun(tokens.keys[place])
    return letter in CONJUNCTIONS and is_letter(tokens, place - 1, place + 1) and not is_known(letter + tokens.keys[place])


def may_be_part(tokens: Places, place: int, shut: bool) -> bool:
    """Whether a word can be a part of a name there; `shut`: what was said comes behind it, else it is no verb nor common."""
    key = tokens.keys[place]
    if is_unheard_whole(tokens, place):
        return True
    if is_led_or_owned(tokens, place) or is_surely_future(key) or (not shut and tokens.keys[place - 1] in PREPOSITIONS):
        return False
    if tokens.kinds[place] & (lexicon.NAME | lexicon.ODD):
        return True
    if (
        is_usual(key)
        or (is_adverb(key) and is_known(key))
        or is_theirs(key)
        or is_doing(key)
        or is_feminine_verb(key)
        or is_no_surname(key)
    ):
        return False
    plural = is_several(key) and is_known(key)
    return not plural and (shut or not (is_verb(key) or is_common(key)))


def is_led_or_owned(tokens: Places, place: int) -> bool:
    """Whether a word is an accusative in ـًا, a known one with his pronoun, or one behind ب ل ك."""
    key, written = tokens.keys[place], tokens.text[tokens.starts[place] : tokens.ends[place]]
    if TANWIN in written or (written.endswith(HIS) and len(key) >= OWNED and not is_unheard(key)):
        return True
    return key[0] in PREPOSITIONS and not tokens.kinds[place] & lexicon.NAME and (is_known(key[1:]) or is_led_plural(key))


def opens_name(tokens: Places, place: int) -> bool:
    """Whether a word can open a name there: a given name, or no noun of general text; no town behind ب."""
    kind, key = tokens.kinds[place], tokens.keys[place]
    if is_unheard_whole(tokens, place):
        return True
    if kind & ~(TWOFOLD if kind & lexicon.NAME else lexicon.OF_NAMES):
        return False
    if tokens.kinds[place - 1] & lexicon.PREFIX and tokens.keys[place - 1] not in CONJUNCTIONS:
        return False
    if key[0] in PREPOSITIONS and lexicon.word_classes().get(key[1:], 0) & lexicon.PLACES:
        return False
    return bool(kind & (lexicon.NAME | lexicon.ODD)) or is_no_noun(key) or is_rare(key)


def is_sure(tokens: Places, place: int) -> bool:
    """Whether a word is a given name and hardly anything else."""
    return bool(tokens.kinds[place] & lexicon.NAME) and not tokens.kinds[place] & lexicon.DOUBTFUL


def is_foreign(key: str) -> bool:
    """Whether a folded word is surely a foreign name."""
    return key in known_abroad() or is_unheard(key)
