"""Surnames that are ordinary words, told by where they stand: قال خالد العدوة إن كذا, قال خالد الحصان، مدير الشركة، إن كذا."""

from __future__ import annotations

from functools import lru_cache

from qawl.arabic import lexicon
from qawl.arabic.letters import ADDRESSING, ALEF, BY, FEMININE_PLURAL, HIS, TA_MARBUTA, bare_key
from qawl.arabic.names.given import ENDS_OFFICE, LONGEST_OFFICE, first_of_given, is_given, is_introduced
from qawl.arabic.names.units import usual_given_names
from qawl.arabic.ordinary import FORMS_KEPT, is_adverb, is_known, is_no_surname, is_several, is_theirs, is_verb
from qawl.arabic.places import Places
from qawl.arabic.verbs import WHOM

# What a definite word behind a given name may be besides its surname: قال خالد المدير إن، قال خالد التونسي إن، قال خالد الأحد إن.
NO_SURNAME = lexicon.FUNCTION | lexicon.ROLE | lexicon.PEOPLE | lexicon.NATION | lexicon.TIME | lexicon.NUMBER
NEVER = NO_SURNAME | lexicon.FOLLOWING | lexicon.SPEECH | lexicon.APPOSED | lexicon.IDLE | lexicon.PUNCTUATION | lexicon.RENOWNED
# A definite word that is nothing else that may stand behind a given name has the first of these alone.
ABLE = lexicon.DEFINITE | NEVER | lexicon.FAMILY
# What speaks without being a person.
PARTIES = lexicon.PLACES | lexicon.BODY | lexicon.DOCUMENT | lexicon.SETTING
# What may stand behind a surname that is all of a subject.
ALONE_BEFORE = lexicon.PREPOSED | lexicon.THAT | lexicon.COLON | lexicon.COMMA | lexicon.OPENS
# What a surname of the world is called like, and what besides it is none.
NAMESAKES = lexicon.BODY | lexicon.COUNTRY
NO_NAMESAKE = lexicon.DEFINITE | lexicon.ROLE | lexicon.PEOPLE | lexicon.NATION | lexicon.MEDIA
# What a given name that is hardly anything else is and is not.
SURE = lexicon.OFFICE | lexicon.PLACES | lexicon.NAME | lexicon.DEFINITE
# A plain noun that is a surname has more letters than this.
SHORT = 2
# Where and when something was said, and how many tokens tell it at most.
ADVERBIAL = lexicon.PREPOSITION | lexicon.TIME
LONGEST_ADVERBIAL = 8
# Where something was said: في تصريح, في بيان.
OCCASIONS = lexicon.SETTING | lexicon.DOCUMENT
# No name has more given names than this.
LONGEST_LEAD = 4


def may_be_surname(_key: str, kind: int) -> bool:
    """Whether a word is definite and nothing else."""
    return kind & ABLE == lexicon.DEFINITE


def know_word_surnames(tokens: Places, definite: list[int]) -> None:
    """Mark each definite word behind a given name that can only be the surname of who speaks there, or by it elsewhere."""
    able = [place for place in definite if 1 < place < len(tokens.starts) - 1]
    spoke = {tokens.keys[place] for place in able if speaks_alone(tokens, place)}
    for place in able:
        speaks = closes_source(tokens, place) or (tokens.keys[place] in spoke and is_introduced_name(tokens, place))
        if speaks and not is_plural(tokens.keys[place]):
            tokens.turn(place, tokens.kinds[place] & ~lexicon.DOUBTFUL | lexicon.FAMILY)


def know_namesakes(tokens: Places, foreign: list[int]) -> None:
    """Make a surname of each indefinite body or land that closes a source behind a given name of the world: جيمس فورد إن."""
    for place in [given + 1 for given in foreign if given + 2 < len(tokens.starts)]:
        kind = tokens.kinds[place]
        if kind & NAMESAKES and not kind & NO_NAMESAKE and closes_source(tokens, place):
            tokens.turn(place, lexicon.FAMILY)


def know_plain_surnames(tokens: Places, given: list[int]) -> None:
    """Mark each noun without article between a sure given name and what ends a source: قال خالد غريب رئيس اللجنة إن."""
    kinds = tokens.kinds
    behind = [name + 1 for name in given if 0 < name < len(tokens.starts) - 2 and kinds[name] & SURE == lexicon.NAME]
    for place in behind:
        if not kinds[place] and is_plain_noun(tokens, place) and is_introduced_name(tokens, place) and ends_name(tokens, place + 1):
            tokens.turn(place, lexicon.LAST_NAME)


def is_plain_noun(tokens: Places, place: int) -> bool:
    """Whether a word behind a usual given name is no verb, adverb, plural or object, and nobody owns it: غريب; not سابقا, ريشته."""
    key, given = tokens.keys[place], tokens.keys[place - 1]
    if tokens.kinds[place - 1] & lexicon.DOUBTFUL and given not in usual_given_names():
        return False
    if len(key) <= SHORT or key.endswith(ALEF) or tokens.text[tokens.ends[place] - 1] == HIS:
        return False
    other = is_verb(key) or is_adverb(key) or is_no_surname(key) or is_several(key) or is_theirs(key)
    feminine = key.endswith(TA_MARBUTA) and not tokens.kinds[place + 1] & lexicon.ROLE
    return not (other or feminine)


def ends_name(tokens: Places, place: int) -> bool:
    """Whether what ends a source stands at `place`, or an office of one man with its article: غريب الأمين العام."""
    kind = tokens.kinds[place]
    if kind & lexicon.ROLE and kind & lexicon.DEFINITE and not kind & (lexicon.PEOPLE | lexicon.SPEECH):
        return bool(kind & lexicon.NAME) or not is_several(tokens.keys[place])
    return ends_source(tokens, place)


def speaks_alone(tokens: Places, place: int) -> bool:
    """Whether a word is all of the subject of a finite verb of saying: وقال الغريب في تصريح; not قال الفريق الأول."""
    verb, after = tokens.kinds[place - 1], tokens.kinds[place + 1]
    says = verb & lexicon.SPEECH and not verb & (lexicon.DEFINITE | lexicon.PREPOSITION) and lexicon.may_say(tokens.keys[place - 1])
    return bool(says) and not tokens.kinds[place] & PARTIES and bool(after & ALONE_BEFORE) and not after & lexicon.DEFINITE


@lru_cache(maxsize=FORMS_KEPT)
def is_plural(key: str) -> bool:
    """Whether a definite word is the known plural of a noun: المستحقات, but not النعيمات."""
    return key.endswith(FEMININE_PLURAL) and (is_known(key) or is_known(bare_key(key)))


def closes_source(tokens: Places, place: int) -> bool:
    """Whether a given name with its title, office or verb stands before `place`, and what ends a source behind it."""
    return (ends_source(tokens, place + 1) or says_later(tokens, place + 1)) and is_introduced_name(tokens, place)


def says_later(tokens: Places, place: int) -> bool:
    """Whether where or when it was said stands at `place`, then أن, so that no object comes before: قال خالد العدوة في بيان إن."""
    if not tokens.kinds[place] & ADVERBIAL:
        return False
    for later in range(place + 1, min(len(tokens.starts), place + LONGEST_ADVERBIAL)):
        kind = tokens.kinds[later]
        if kind & lexicon.THAT:
            return tokens.keys[later][0] not in BY and not tokens.kinds[later - 1] & lexicon.PREPOSED
        told = kind & lexicon.SPEECH and not (kind & OCCASIONS and tokens.kinds[later - 1] & lexicon.PREPOSITION)
        if told or kind & lexicon.PUNCTUATION:
            return False
    return False


def ends_source(tokens: Places, place: int) -> bool:
    """Whether أن, a colon, أحد, a medium that is told or an office without article stands at `place`, a comma before it or not."""
    kind = tokens.kinds[place]
    if kind & (lexicon.THAT | lexicon.COLON):
        return tokens.keys[place][0] not in BY
    if kind & lexicon.ONE_OF:
        return True
    after = tokens.kinds[place + 1]
    if kind & lexicon.PREFIX:
        return tokens.keys[place][0] in ADDRESSING and bool(after & lexicon.MEDIA)
    office = after if kind & lexicon.COMMA else kind
    return bool(office & lexicon.HUMAN) and not office & (lexicon.DEFINITE | lexicon.SPEECH)


def is_introduced_name(tokens: Places, stop: int) -> bool:
    """Whether given names end before `stop` whose verb, title or office stands before them, and that no thing is called by."""
    first = first_of_given(tokens, stop)
    if not is_given(tokens, first, is_introduced(tokens, first)) or tokens.kinds[first] & lexicon.DEFINITE:
        return False
    while first > max(1, stop - LONGEST_LEAD) and is_given(tokens, first - 1, False):
        first -= 1
    start = first - 1
    while start > 0 and tokens.kinds[start] & lexicon.TITLE:
        start -= 1
    before = tokens.kinds[start]
    if (before & lexicon.CARRIER and not before & lexicon.DEFINITE) or tells_whom(tokens, first - 1):
        return False
    return is_introduced(tokens, first) or follows_office(tokens, first)


def tells_whom(tokens: Places, place: int) -> bool:
    """Whether a verb stands at `place` whose object is who is told: أبلغ خالد المحكمة أن."""
    verbs = lexicon.readings(tokens.keys[place]) if tokens.kinds[place] & lexicon.SPEECH else ()
    return any(WHOM in verb.takes for verb in verbs)


def follows_office(tokens: Places, place: int) -> bool:
    """Whether an office that a verb of saying has as subject ends before `place`: قال رئيس المجلس | خالد العدوة."""
    if not tokens.kinds[place - 1] & (lexicon.PLACES | lexicon.DEFINITE):
        return False
    for start in range(place - 1, max(0, place - LONGEST_OFFICE), -1):
        if tokens.kinds[start] & ENDS_OFFICE:
            return False
        if tokens.kinds[start] & lexicon.ROLE and tokens.kinds[start - 1] & lexicon.SPEECH:
            return not tells_whom(tokens, start - 1)
    return False
