"""One surface form as the pieces that are its tokens, with key and classes: للناتو is لل and ناتو, الدكتورعبدالله two words."""

from __future__ import annotations

from functools import cache

from qawl.arabic import lexicon
from qawl.arabic.clitics import prefixes
from qawl.arabic.letters import (
    ALEF_MAKSURA,
    ARABIC_LETTER,
    ARTICLE,
    CONJUNCTIONS,
    HIS,
    IN_NAME_OF,
    MADDA,
    OWN_THAT,
    PREPOSITIONS,
    SEATED,
    SEATED_YA,
    SERVANT,
    SLASH,
    TANWIN,
    TANWIN_ALEF,
    TO_THE,
    WRITTEN_TA_MARBUTA,
    YA,
    bare_key,
    fold,
    letters_long,
)
from qawl.arabic.names.units import dotted_names, known_abroad, lone_families, usual_given_names
from qawl.arabic.ordinary import frequencies, may_be_name
from qawl.tables import table

Piece = tuple[int, int, str, int]
SHORTENS = "."
# What stands behind the letters of a shortened title.
JOINED_MARKS = SLASH + SHORTENS + " "
# A foreign name that begins as the article does has more letters than this: اليزابيث, but not الكر.
LONG_ABROAD = 4
# A title and a name that are written together have at least so many letters, the title with its article so many.
LONG_JOINED = 9
SHORTEST_TITLE = 5


@cache
def punctuation() -> dict[str, int]:
    """What each mark does, from the table of marks."""
    return {row["mark"]: lexicon.class_named(row["class"]) for row in table("marks.tsv")} | {"\n": lexicon.BREAK}


def analyse(word: str) -> tuple[Piece, ...]:
    """The pieces of one surface form: offsets within it, key and classes. `للناتو` -> `لل` and `ناتو`."""
    if ARABIC_LETTER.match(word) and word[-1] != SLASH and SHORTENS not in word and (key := fold(word)):
        return _pieces_of(word, key)
    return (_other_piece(word),)


def _other_piece(word: str) -> Piece:
    """The one piece of a form that is more than letters of Arabic, or none of them: a mark, a number, a shortened title."""
    first = word[0]
    if not first.isalnum() or not fold(word) or word in punctuation():
        return 0, len(word), word, punctuation().get(word, punctuation().get(first, 0)) | lexicon.PUNCTUATION
    if first.isdecimal():
        return 0, len(word), fold(word), lexicon.NUMBER
    if not ARABIC_LETTER.match(first):
        return 0, len(word), word.casefold(), lexicon.LATIN
    if word.endswith(SLASH):
        return 0, len(word.rstrip(JOINED_MARKS)), fold(word.rstrip(JOINED_MARKS)), lexicon.TITLE
    if word.endswith(SHORTENS):
        key = fold(word[:-1].rstrip())
        return 0, len(word), key, classes_of(key)
    return 0, len(word), fold(word), lexicon.LATIN


def _pieces_of(word: str, key: str) -> tuple[Piece, ...]:
    if len(key) >= LONG_JOINED and (title := title_joined(key)):
        end = letters_long(word, title)
        behind = ((end + first, end + stop, rest, kind) for first, stop, rest, kind in _pieces_of(word[end:], key[title:]))
        return (*_pieces_of(word[:end], key[:title]), *behind)
    if len(key) == 1 and key in CONJUNCTIONS + PREPOSITIONS:
        return ((0, len(word), key, lexicon.PREFIX),)
    pieces: list[Piece] = []
    start = 0
    for length in [] if is_own_that(word, key) else prefixes(key, seated=any(letter in SEATED for letter in word[1:2])):
        end = start + letters_long(word[start:], length)
        if end == len(word):  # cut within لا as one letter
            break
        pieces.append((start, end, key[:length], lexicon.PREFIX))
        key, start = key[length:], end
    if key == IN_NAME_OF + HIS and not word.endswith(WRITTEN_TA_MARBUTA):
        pieces.append((start, start + 1, key[:1], lexicon.PREFIX))
        key, start = key[1:], start + 1
    return (*pieces, (start, len(word), key, _kind_of(word, start, key)))


def _kind_of(word: str, start: int, key: str) -> int:
    """The classes of what stands from `start` on behind the prefixes of a surface form, as far as its spelling leaves them."""
    definite = lexicon.DEFINITE if start and word[:start].endswith(TO_THE) else 0
    kind = classes_of(key, dotted=word.endswith(YA), seated=word[start] in SEATED) | definite
    dotless = word.endswith(ALEF_MAKSURA) and not kind & lexicon.ACT
    if dotless and key in usual_given_names() and key not in dotted_names():
        kind |= lexicon.NAME_UNIT
    if word[start] in SEATED and key.startswith(ARTICLE) and kind & lexicon.TIME:  # آلان is no الآن, ألان hardly
        kind = lexicon.NAME_UNIT | (0 if word[start] == MADDA else lexicon.DOUBTFUL)
    if word[0] == MADDA and kind & (lexicon.PRONOUN | lexicon.THAT):
        kind = lexicon.LAST_NAME
    fused = len(key) > 1 and word[start] in PREPOSITIONS and word[start + 1] in SEATED
    if kind & lexicon.ODD and (fused or TANWIN in word or word.endswith(WRITTEN_TA_MARBUTA)):
        kind &= ~lexicon.ODD
    if kind & lexicon.DOUBTFUL and word.endswith((TANWIN, TANWIN_ALEF)):
        kind &= ~lexicon.PERSONAL
    if key in lexicon.with_madda():
        kind &= ~(lexicon.SPEECH if word[start] == MADDA else lexicon.ROLE)
    if word.endswith(SEATED_YA):
        kind &= ~lexicon.NAME
    if kind & lexicon.SPEECH and word.endswith(WRITTEN_TA_MARBUTA) and has_object(key):
        kind &= ~lexicon.SPEECH
    if kind & lexicon.SATED and word.endswith(WRITTEN_TA_MARBUTA):
        kind = kind & ~(lexicon.SATED | lexicon.PREPOSITION) or lexicon.ODD
    return kind


def has_object(key: str) -> bool:
    """Whether a form of a verb of saying can only be read with a pronoun at its end: نسبه, but not مؤكده."""
    return all(verb.owner or verb.object for verb in lexicon.readings(key))


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
    that = key.endswith(OWN_THAT) and lexicon.word_classes().get(key[1:], 0) & lexicon.THAT
    return bool(that) and not any(letter in SEATED for letter in word)


def classes_of(key: str, dotted: bool = False, seated: bool = False) -> int:
    """The classes of a folded word. `dotted`: it was written with ي, so that علي is the name and not على.

    `seated`: its first letter is no plain alef, so that ألبرت and إلياس have no article.
    """
    classes = lexicon.word_classes()
    kind = classes.get(key, 0)
    if kind & lexicon.FAMILY:
        kind |= lexicon.doubt(key)
    if dotted and key in dotted_names():
        kind = lexicon.NAME_UNIT
    if kind & lexicon.ACT and not (dotted and kind & lexicon.FAMILY):
        return lexicon.ACT
    abroad = len(key) > LONG_ABROAD and key in known_abroad()
    if key.startswith(ARTICLE) and len(key) > 3 and not seated and not abroad:
        noun = 0 if key[2:] in lone_families() else classes.get(key[2:], 0)
        kind |= lexicon.DEFINITE | noun & lexicon.NOMINAL
        if noun & lexicon.FAMILY:
            kind |= lexicon.doubt(key[2:])
    if not kind & ~(lexicon.DEFINITE | lexicon.PERSONAL) and may_be_name(bare_key(key)):
        kind |= lexicon.ODD
    return kind
