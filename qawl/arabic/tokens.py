"""Tokens: places in the text, with folding key and word classes; clitics are tokens of their own.

Nothing rewrites the text. Each surface form is analysed once and kept; a text is then four lists that run side by side.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

from qawl.arabic import lexicon
from qawl.arabic.cut_names import join_cut_names
from qawl.arabic.letters import (
    ALEF_MAKSURA,
    ARABIC_LETTER,
    ARABIC_LETTERS,
    ARTICLE,
    CONJUNCTIONS,
    DOING,
    FAITH,
    FUTURE,
    HIS,
    IN_ORDER_TO,
    INVISIBLE,
    JOINS_FREELY,
    MADDA,
    MARKS,
    MUTUAL,
    OWN_THAT,
    PREPOSITIONS,
    SEATED,
    SEATED_YA,
    SERVANT,
    TA_MARBUTA,
    TANWIN,
    TANWIN_ALEF,
    TATWEEL,
    TITLE_LETTERS,
    TO_THE,
    WRITTEN_IN,
    WRITTEN_INNA,
    WRITTEN_TA_MARBUTA,
    WRITTEN_TO,
    YA,
    bare_key,
    fold,
    letters_long,
)
from qawl.arabic.lines import NARROWEST, soft_ends
from qawl.arabic.name_units import dotted_names, known_abroad, syllables, units, usual_given_names
from qawl.arabic.ordinary import COMMON_FROM, frequencies, is_adverb, may_be_name
from qawl.arabic.small_names import know_small_names
from qawl.arabic.syllables import HYPHEN, know_syllables
from qawl.arabic.word_surnames import know_word_surnames
from qawl.tables import table

_ARABIC = f"[{ARABIC_LETTERS}{MARKS}{TATWEEL}\u200c\u200d\u00ad]"
_OTHER = rf"(?:(?![{ARABIC_LETTERS}])[^\W\d_])"
# Letters that full stops shorten, the stops included: initials (د.ب.أ، سي.إن.إن) are one word, else each is one: أ.د. سالم, د .سالم
# Not the year's: 2013 م.
_LETTER = f"[{ARABIC_LETTERS}]"
_INITIALS = rf"(?:{_LETTER}{{1,2}}\.){{2,}}{_LETTER}{{1,2}}(?!{_LETTER}|\.)"
_SHORTENED = rf"(?<![{ARABIC_LETTERS}{TATWEEL}\d])(?<!\d )(?:{_INITIALS}|{_LETTER}\.(?= ?{_LETTER})|{_LETTER} \.(?={_LETTER}))"
# A title's first letters before its stroke: د/ سالم, أ.د/ سالم, م / سالم; و/أو is none.
_INITIALED = rf"(?<![{ARABIC_LETTERS}{TATWEEL}\d])(?:[{TITLE_LETTERS}]\.? ?){{1,2}}/(?= ?{_LETTER}{{2}})"
TOKEN = re.compile(
    rf"{_INITIALED}|{_SHORTENED}|&?quot;|[{ARABIC_LETTERS}]{_ARABIC}*|{_OTHER}(?:{_OTHER}|\d)*|\d+(?:[.,٫٬]\d+)*|\n|\.\.+|''|\(\(|\)\)|’’|‘‘|``|<<|>>|--+|[^\w\s{INVISIBLE}]|_"
)
SHORTENS = "."
SLASH = "/"
# What stands behind a title and its stroke: a word of two letters or more.
NAMED_BEHIND = re.compile(rf" ?{_LETTER}{{2}}")

Piece = tuple[int, int, str, int]
_analysed: dict[str, tuple[Piece, ...]] = {}
CACHE_SIZE = 200_000
PERSONAL = lexicon.NAME | lexicon.FAMILY | lexicon.ODD | lexicon.DOUBTFUL | lexicon.RENOWNED
NAMES = PERSONAL | lexicon.CITY
# What the words of a medium's name are no longer: واشنطن بوست، القاهرة 24، اليوم السابع.
OTHER_THAN_MEDIA = lexicon.CITY | lexicon.COUNTRY | lexicon.NUMBER | lexicon.TIME
# A noun behind a fused preposition is at least this frequent in general text.
ORDINARY_FROM = 150

# A syllable of more letters than this is no word with a clitic: بينغ.
SHORT = 3
NOUGHT = "0"
# A foreign name that begins as the article does has more letters than this: اليزابيث, but not الكر.
LONG_ABROAD = 4
LINE_END = "\n"
# A title and a name that are written together have at least so many letters, the title with its article so many.
LONG_JOINED = 9
SHORTEST_TITLE = 5
# What no line ends in that is a sentence.
LEADS_ON = lexicon.THAT | lexicon.BINDS | lexicon.RELATIVE | lexicon.PREFIX


class Tokens:
    """A text, or the part of it from `start` to `stop`, as places.

    ``starts`` and ``ends`` are code points, ``keys`` folded forms, ``kinds`` bits of `lexicon`."""

    __slots__ = ("_counts", "_parts", "ends", "keys", "kinds", "starts", "text")

    def __init__(self, text: str, start: int = 0, stop: int | None = None) -> None:
        self.text = text
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.keys: list[str] = []
        self.kinds: list[int] = []
        self._counts: Counter[str] | None = None
        self._parts: bool | None = None
        self._fill(start, len(text) if stop is None else stop)

    def __len__(self) -> int:
        return len(self.keys)

    def _fill(self, start: int, stop: int) -> None:
        starts, ends, keys, kinds = self.starts, self.ends, self.keys, self.kinds
        seen, text = _analysed, self.text
        soft = soft_ends(text, start, stop)
        for match in TOKEN.finditer(text, start, stop):
            word, at = match.group(), match.start()
            if (word == LINE_END and (at in soft or self._goes_on(at))) or (word == SLASH and self._is_after_title(match.end())):
                continue
            pieces = seen.get(word)
            if pieces is None:
                pieces = _keep(word)
            for start, end, key, kind in pieces:
                starts.append(at + start)
                ends.append(at + end)
                keys.append(key)
                kinds.append(kind)
        self._know_stops()
        self._know_places()
        know_syllables(self)
        self._know_compounds()
        self._know_dotless()
        self._know_dotted()
        join_cut_names(self)
        know_small_names(self)
        know_word_surnames(self)

    def _know_stops(self) -> None:
        """A nought right behind a word is the full stop of an old keyboard: الحل قريب0"""
        for place in range(1, len(self)):
            if self.keys[place] == NOUGHT and self._ends_word(place):
                self.kinds[place] = lexicon.STOP | lexicon.PUNCTUATION

    def _ends_word(self, place: int) -> bool:
        """Whether the token at `place` touches a word of letters before it, and nothing behind it."""
        touches = self.starts[place] == self.ends[place - 1] and not self.kinds[place - 1] & (lexicon.PUNCTUATION | lexicon.NUMBER)
        free = (
            place + 1 >= len(self) or self.starts[place + 1] > self.ends[place] or bool(self.kinds[place + 1] & lexicon.PUNCTUATION)
        )
        return touches and free and not self.kinds[place - 1] & lexicon.LATIN

    def _is_after_title(self, end: int) -> bool:
        """Whether a stroke that ends at `end` only parts a title from the name behind it: الدكتور/ سالم الكندي."""
        titled = bool(self.kinds) and bool(self.kinds[-1] & lexicon.TITLE) and self.ends[-1] >= end - len(SLASH) - 1
        return titled and bool(NAMED_BEHIND.match(self.text, end))

    def _goes_on(self, end: int) -> bool:
        """Whether a line of some length goes on in the next one, since it ends in a word that stands before others: في, إن."""
        if (
            not self.kinds
            or not self.kinds[-1] & LEADS_ON
            or self.kinds[-1] & lexicon.SATED
            or not self.text[end + 1 : end + 2].strip()
        ):
            return False
        first = self.text.rfind(LINE_END, 0, end) + 1
        return end - first >= NARROWEST and first < self.ends[-1]

    def _know_places(self) -> None:
        """The words of a place of several words (إسلام أباد) are no names of persons."""
        keys, kinds, places = self.keys, self.kinds, lexicon.long_places()
        for first in [place for place, key in enumerate(keys) if key in places]:
            for words, bit in places[keys[first]]:
                stop = first + len(words)
                if tuple(keys[first:stop]) == words:
                    others = PERSONAL | lexicon.THAT | (OTHER_THAN_MEDIA if bit & lexicon.MEDIA else 0)
                    kinds[first:stop] = [kind & ~others | bit for kind in kinds[first:stop]]
                    if bit & lexicon.TITLE:
                        kinds[first + 1 : stop] = [kind & ~lexicon.TITLE for kind in kinds[first + 1 : stop]]
                    break

    def _know_compounds(self) -> None:
        """An office before الدين is a given name with it where names know the two: نجم الدين."""
        for place in range(len(self) - 1):
            office = self.kinds[place] & (lexicon.ROLE | lexicon.TITLE) and self.keys[place + 1] == FAITH
            if office and f"{self.keys[place]} {FAITH}" in units():
                self.kinds[place] = lexicon.NAME | lexicon.FAMILY

    def _know_dotless(self) -> None:
        """على behind a given name and before what no preposition governs is علي, as some desks write it: قال محمد على إن كذا."""
        dotless = writes_dotless(self.text)
        for place in range(1, len(self)):
            if (
                self.keys[place] in dotted_names()
                and self.kinds[place] & lexicon.PREPOSITION
                and (self._names_nobody_else(place) or self._is_titled(place) or (dotless and self._is_between_names(place)))
            ):
                self.kinds[place] = lexicon.NAME | lexicon.FAMILY

    def _know_dotted(self) -> None:
        """علي is على in a text that writes إلي for إلى, but behind a name and before one: اتفق علي المبلغ, but not زار علي سالم."""
        dotted = dotted_names()
        named = [place for place, key in enumerate(self.keys) if key in dotted and self.kinds[place] & lexicon.NAME]
        written = Counter(WRITTEN_TO.findall(self.text)) if named else {}
        if not named or written[YA] <= written[ALEF_MAKSURA]:
            return
        for place in named:
            if not self._is_of_name(place):
                self.kinds[place] = lexicon.word_classes()[self.keys[place]] & ~PERSONAL

    def _is_of_name(self, place: int) -> bool:
        """Whether a given name stands before `place`, or a part of names behind it."""
        before = self.kinds[place - 1] if place else 0
        after = self.kinds[place + 1] if place + 1 < len(self) else 0
        if before & lexicon.NAME and not before & (lexicon.DEFINITE | lexicon.DOUBTFUL):
            return True
        if not after & (lexicon.NAME | lexicon.FAMILY | lexicon.ODD) or after & (lexicon.DOUBTFUL | lexicon.FUNCTION):
            return False
        return bool(after & lexicon.NAME) or not DOING.match(self.keys[place + 1])

    def _is_titled(self, place: int) -> bool:
        """Whether a title stands before `place` and a usual name behind it: الدكتور على حسن, but not أثنى الشيخ على العمال."""
        before, after = self.kinds[place - 1], place + 1
        if not before & lexicon.TITLE or not before & lexicon.DEFINITE or before & lexicon.ROLE or after >= len(self):
            return False
        if self.kinds[after] & (lexicon.FUNCTION | lexicon.PREFIX):
            return False
        return self.keys[after].startswith(SERVANT) or bool(
            self.kinds[after] & lexicon.NAME and self.keys[after] in usual_given_names()
        )

    def _is_between_names(self, place: int) -> bool:
        """Whether names stand on both sides of `place`: قال عمار على حسن إن كذا; not أثنى سالم على حسن التنظيم."""
        before, after = self.kinds[place - 1], place + 1
        if not before & lexicon.NAME or before & (lexicon.DEFINITE | lexicon.DOUBTFUL) or after + 1 >= len(self):
            return False
        owner = self.kinds[after + 1] & lexicon.DEFINITE and not self.kinds[after + 1] & (lexicon.ROLE | lexicon.NAME)
        return self.keys[after] in usual_given_names() and not owner

    def _names_nobody_else(self, place: int) -> bool:
        """Whether a name stands before `place`, and a mark, و or إن behind it."""
        before, after = self.kinds[place - 1], place + 1
        if not before & lexicon.NAME or before & lexicon.DEFINITE:
            return False
        if (
            after >= len(self)
            or self.kinds[after] & (lexicon.STOP | lexicon.COMMA | lexicon.BREAK)
            or self.keys[after] == JOINS_FREELY
        ):
            return True
        return bool(self.kinds[after] & lexicon.THAT) and self.text[self.starts[after]] == WRITTEN_INNA

    def is_hyphen(self, place: int) -> bool:
        """Whether a hyphen joins two words of letters at `place`: جيه-إن."""
        if self.keys[place] != HYPHEN or not 0 < place < len(self) - 1:
            return False
        joined = self.ends[place - 1] == self.starts[place] and self.ends[place] == self.starts[place + 1]
        return joined and not (self.kinds[place - 1] | self.kinds[place + 1]) & (lexicon.PUNCTUATION | lexicon.NUMBER)

    def count(self, key: str) -> int:
        """How many tokens have this folded form."""
        if self._counts is None:
            self._counts = Counter(self.keys)
        return self._counts[key]

    def is_owned(self, place: int) -> bool:
        """Whether a noun carries the pronoun ه: زميله; nobody can tell in a text that writes no ة."""
        if self.text[self.ends[place] - 1] != HIS:
            return False
        if self._parts is None:
            self._parts = WRITTEN_TA_MARBUTA in self.text
        return self._parts

    def surface(self, first: int, stop: int) -> str:
        """The text from the first token to the one before `stop`."""
        return self.text[self.starts[first] : self.ends[stop - 1]]


def writes_dotless(text: str) -> bool:
    """Whether a text writes the last ي without dots: فى, and never في."""
    written = Counter(WRITTEN_IN.findall(text))
    return written[ALEF_MAKSURA] > written[YA]


def _keep(word: str) -> tuple[Piece, ...]:
    if len(_analysed) >= CACHE_SIZE:
        _analysed.clear()
    pieces = _analysed[word] = tuple(analyse(word))
    return pieces


@cache
def punctuation() -> dict[str, int]:
    """What each mark does, from the table of marks."""
    return {row["mark"]: lexicon.class_named(row["class"]) for row in table("marks.tsv")} | {"\n": lexicon.BREAK}


def analyse(word: str) -> Iterator[Piece]:
    """The pieces of one surface form: offsets within it, key and classes. `للناتو` -> `لل` and `ناتو`."""
    first = word[0]
    if not first.isalnum() or not fold(word) or word in punctuation():
        yield 0, len(word), word, punctuation().get(word, punctuation().get(first, 0)) | lexicon.PUNCTUATION
    elif first.isdecimal():
        yield 0, len(word), fold(word), lexicon.NUMBER
    elif not ARABIC_LETTER.match(first):
        yield 0, len(word), word.casefold(), lexicon.LATIN
    elif word.endswith(SLASH):
        letters = word.rstrip(SLASH + SHORTENS + " ")
        yield 0, len(letters), fold(letters), lexicon.TITLE
    elif word.endswith(SHORTENS):
        key = fold(word[:-1].rstrip())
        yield 0, len(word), key, classes_of(key)
    elif SHORTENS in word:
        yield 0, len(word), fold(word), lexicon.LATIN
    else:
        yield from _pieces_of(word)


def _pieces_of(word: str) -> Iterator[Piece]:
    key, start = fold(word), 0
    if title := title_joined(key):
        end = letters_long(word, title)
        yield from _pieces_of(word[:end])
        yield from ((end + first, end + stop, rest, kind) for first, stop, rest, kind in _pieces_of(word[end:]))
        return
    if len(key) == 1 and key in CONJUNCTIONS + PREPOSITIONS:
        yield 0, len(word), key, lexicon.PREFIX
        return
    lengths = [] if is_own_that(word, key) else prefixes(key)
    for length in lengths:
        end = start + letters_long(word[start:], length)
        yield start, end, key[:length], lexicon.PREFIX
        key, start = key[length:], end
    definite = lexicon.DEFINITE if start and word[:start].endswith(TO_THE) else 0
    kind = classes_of(key, dotted=word.endswith(YA), seated=word[start] in SEATED) | definite
    dotless = word.endswith(ALEF_MAKSURA) and not kind & lexicon.ACT
    if dotless and key in usual_given_names() and key not in dotted_names():
        kind |= lexicon.NAME | lexicon.FAMILY
    if word[0] == MADDA and kind & (lexicon.PRONOUN | lexicon.THAT):
        kind = lexicon.FAMILY | lexicon.ODD
    fused = len(key) > 1 and word[start] in PREPOSITIONS and word[start + 1] in SEATED
    if kind & lexicon.ODD and (fused or TANWIN in word or word.endswith(WRITTEN_TA_MARBUTA)):
        kind &= ~lexicon.ODD
    if kind & lexicon.DOUBTFUL and word.endswith((TANWIN, TANWIN_ALEF)):
        kind &= ~PERSONAL
    if word[start] != MADDA and key in lexicon.with_madda():
        kind &= ~lexicon.ROLE
    if word.endswith(SEATED_YA):
        kind &= ~lexicon.NAME
    yield start, len(word), key, kind


def title_joined(key: str) -> int:
    """How many letters of a folded word are a title that was written together with the name behind it: الدكتورعبدالله; else 0."""
    if len(key) < LONG_JOINED or not key.startswith(ARTICLE) or key in frequencies() or key in lexicon.word_classes():
        return 0
    lengths = (length for length in range(SHORTEST_TITLE, len(key) - 2) if is_name_opening(key[length:]))
    return next((length for length in lengths if lexicon.word_classes().get(key[2:length], 0) & lexicon.TITLE), 0)


def is_name_opening(key: str) -> bool:
    """Whether a folded word is a usual given name, عبد with what follows too."""
    return key in usual_given_names() or (key.startswith(SERVANT) and key in lexicon.word_classes())


def is_own_that(word: str, key: str) -> bool:
    """Whether a word would be ب with the first person's أن, which no reporter writes without its hamza: باني is a name."""
    that = lexicon.word_classes().get(key[1:], 0) & lexicon.THAT
    return bool(that) and key.endswith(OWN_THAT) and not any(letter in SEATED for letter in word)


def classes_of(key: str, dotted: bool = False, seated: bool = False) -> int:
    """The classes of a folded word. `dotted`: it was written with ي, so that علي is the name and not على.

    `seated`: its first letter is no plain alef, so that ألبرت and إلياس have no article.
    """
    kind = lexicon.word_classes().get(key, 0) | lexicon.doubt(key)
    if dotted and key in dotted_names():
        kind = lexicon.NAME | lexicon.FAMILY
    if kind & lexicon.ACT and not (dotted and kind & lexicon.FAMILY):
        return lexicon.ACT
    abroad = len(key) > LONG_ABROAD and key in known_abroad()
    if key.startswith(ARTICLE) and len(key) > 3 and not seated and not abroad:
        kind |= lexicon.DEFINITE
        kind |= lexicon.word_classes().get(key[2:], 0) & lexicon.NOMINAL | lexicon.doubt(key[2:])
    if not kind & ~(lexicon.DEFINITE | PERSONAL) and may_be_name(bare_key(key)):
        kind |= lexicon.ODD
    return kind


# What the verbs take that do nothing but say.
SAYS_ALL = {"that", "quote"}


def prefixes(key: str) -> list[int]:
    """Lengths of the clitics before a folded word: `وللناتو` -> [1, 2]."""
    lengths: list[int] = []
    if (len(key) > SHORT and key in syllables()) or key in lexicon.words_of_media():
        return lengths
    if key[0] in CONJUNCTIONS and stands_alone(key, key[1:], 2):
        lengths.append(1)
        key = key[1:]
    if has_its_own_l(key):
        lengths.append(1)
    elif len(key) > len(TO_THE) and key.startswith(TO_THE) and known(ARTICLE + key[2:]) >= known(key) and not is_to_land(key):
        lengths.append(2)
    elif (key[0] in PREPOSITIONS and (takes_preposition(key) or opens_body(key))) or leads_to_saying(key):
        lengths.append(1)
    return lengths


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
    body = classes.get(rest, 0) & lexicon.BODY and not classes.get(key, 0) & ~(PERSONAL & ~lexicon.NAME)
    if classes.get(key, 0) and not body:
        return False
    if rest.startswith(ARTICLE):  # ل with the article is لل
        return known(rest) >= COMMON_FROM if key[0] == TO_THE[0] else len(rest) > 3
    if len(rest) == 2 and classes.get(rest, 0) & lexicon.DOCUMENT:  # بنص
        return True
    if len(rest) < 3 or (not classes.get(rest, 0) & lexicon.BODY and lexicon.may_say(rest)):
        return False
    if classes.get(rest, 0) & ~PERSONAL:  # كبيرا is no ك before the city of Beira
        return bool(classes[rest] & ~NAMES) or known(rest) >= known(key)
    if classes.get(rest, 0):
        return key[0] == TO_THE[0] and is_surely_name(rest) and not frequencies().get(key)
    if key[0] == TO_THE[0] and (DOING.match(rest) or MUTUAL.match(rest)) and not frequencies().get(key):
        return True
    return known(rest) >= max(known(key), ORDINARY_FROM) and (rest.endswith(TA_MARBUTA) or not may_be_name(rest))


def is_surely_name(key: str) -> bool:
    """Whether a folded word is a name that is hardly anything else."""
    kind = lexicon.word_classes().get(key, 0)
    return bool(kind & (lexicon.NAME | lexicon.RENOWNED)) and not lexicon.doubt(key) and len(key) > 3


def stands_alone(key: str, rest: str, least: int) -> bool:
    """Whether a word goes on better without its first letter: by its classes first, then by how often each form is used."""
    if len(rest) < least:
        return False
    classes = lexicon.word_classes()
    if classes.get(key, 0) & ~NAMES or (key in classes and not classes.get(rest, 0) & ~NAMES):
        return False
    if classes.get(rest, 0) & ~PERSONAL or begins_definite(rest):
        return True
    if rest in classes:
        return frequencies().get(rest, 0) >= frequencies().get(key, 0) and not is_adverb(key)
    return known(rest) >= known(key) and (known(rest) > 0 or key[0] in JOINS_FREELY)


def begins_definite(key: str) -> bool:
    """Whether a folded word begins with the article, alone or behind a preposition: القاهره, بالقاهره, للقاهره."""
    return (key.startswith(ARTICLE) and len(key) > 3) or (
        key[0] in PREPOSITIONS and len(key) > 4 and key[1:].startswith((ARTICLE, TO_THE[1:]))
    )


def known(key: str) -> int:
    """How often a folded word stands in the frequency list; a word of the tables counts as ordinary."""
    return max(frequencies().get(key, 0), COMMON_FROM if key in lexicon.word_classes() else 0)
