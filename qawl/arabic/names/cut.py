"""Surnames whose first letter was cut off as a clitic, told by the given name before them: محمود ك|هربا, جون و|يتسن."""

from __future__ import annotations

from functools import cache

from qawl.arabic import lexicon
from qawl.arabic.letters import (
    ADDRESSING,
    ALEF,
    ARTICLE,
    BY,
    CONJUNCTIONS,
    FATHER,
    FATHER_MET,
    GOD,
    HIS,
    IMPERFECT_HEADS,
    LIKE,
    NO,
    OWNERS,
    POWELL,
    PREPOSITIONS,
    SEATED,
    TANWIN_ALEF,
    TO,
    VAN,
    WRITTEN_TA_MARBUTA,
    YA,
    fold,
)
from qawl.arabic.names.given import INTRODUCES, NAMELY, first_of_given, is_given, is_introduced
from qawl.arabic.names.syllables import HYPHEN
from qawl.arabic.names.units import definite_names, descents, family_syllables, known_abroad, openers, syllables, usual_given_names
from qawl.arabic.names.word_surnames import ends_source, is_introduced_name
from qawl.arabic.ordinary import (
    COMMON_FROM,
    RARE_BELOW,
    frequencies,
    is_adverb,
    is_common,
    is_known,
    is_rare,
    is_several,
    is_unheard,
    is_verb,
)
from qawl.arabic.places import Places, keep_places
from qawl.tables import table

# What the rest of a cut name may seem to be.
WEAK = lexicon.ODD | lexicon.DEFINITE | lexicon.FAMILY | lexicon.DOUBTFUL
# Endings that words have and surnames hardly: of women's words, of adverbs, of what is owned.
ENDINGS = (WRITTEN_TA_MARBUTA, TANWIN_ALEF, HIS, *OWNERS)
# A noun stands with the article this often at least for each time that it stands without.
NOUN_SHARE = 0.03
# A word in plain alef that is a verb of its own has more letters than this: اجتمع, but not ارد.
SHORT = 4
# What is left of a cut name that begins like the article has at most so many letters: و|النبرغ, but not و|الأقباط.
LONGEST_FRAGMENT = 6
# General text has و or ف before a definite noun less often than this for each time that it has the noun.
WHOLE_SHARE = 0.5


def is_clitic(key: str, kind: int) -> bool:
    """Whether a token is a clitic of one letter."""
    return bool(kind & lexicon.PREFIX) and len(key) == 1


def join_cut_names(tokens: Places, clitics: list[int]) -> None:
    """Make one token of each surname and the letter cut off it, wherever in the text the same word stands.

    What may be two words is one if the text has it behind another clitic too, or where none has a sense: بكاين, قال كاين إن.
    """
    last = len(tokens.starts) - 1
    letters = [place for place in clitics if place < last and tokens.ends[place] == tokens.starts[place + 1]]
    named = [place for place in letters if follows_given(tokens, place)]
    names = {whole(tokens, place) for place in named if is_cut_name(tokens, place)}
    names |= {whole(tokens, place) for place in letters if is_parent(tokens, place)}
    doubted = {whole(tokens, place) for place in named if may_be_whole(tokens, place)} - names
    if doubted:
        proven = {whole(tokens, place) for place in letters if no_clitic_stands(tokens, place)}
        names |= doubted & proven.union(tokens.keys)
    joined = {place for place in letters if (names and whole(tokens, place) in names) or joins(tokens, place)}
    if joined:
        joined |= led_again(tokens, letters, joined)
        join(tokens, joined, [place for place in joined if is_family_before(tokens, place)])


def led_again(tokens: Places, letters: list[int], joined: set[int]) -> set[int]:
    """Where the small word and the rest of a surname stand as they do where it was made one: آن دو ف|اليرا … قالت دو ف|اليرا."""
    behind = {(tokens.keys[place - 1], whole(tokens, place)) for place in joined if tokens.keys[place - 1] in joining()}
    ahead = {tuple(tokens.keys[place : place + 3]) for place in joined if whole(tokens, place) in joining()}
    return {
        place
        for place in letters
        if (tokens.keys[place - 1], whole(tokens, place)) in behind or tuple(tokens.keys[place : place + 3]) in ahead
    }


def join_again(tokens: Places, clitics: list[int]) -> None:
    """Make one token of a surname and the letter cut off it, where the text has it whole behind a name: ليا وايزنبر … و|ايزنبر."""
    able = {whole(tokens, place) for place in clitics if may_be_again(tokens, place)}
    names = {key for place, key in enumerate(tokens.keys) if key in able and is_family(tokens, place)} if able else set()
    if names:
        join(tokens, {place for place in clitics if may_be_again(tokens, place) and whole(tokens, place) in names}, [])


def may_be_again(tokens: Places, place: int) -> bool:
    """Whether a letter stands right before what general text has not."""
    after = place + 1
    return after < len(tokens.starts) and tokens.ends[place] == tokens.starts[after] and not is_known(tokens.keys[after])


def is_family(tokens: Places, place: int) -> bool:
    """Whether a part of a name stands at `place` behind another one."""
    return bool(place and tokens.kinds[place] & lexicon.FAMILY and tokens.kinds[place - 1] & NAMELY)


def join(tokens: Places, joined: set[int], families: list[int]) -> None:
    """Make one token of each letter and the word behind it; some are family names before two syllables."""
    for place in joined:
        tokens.keys[place + 1] = whole(tokens, place)
        tokens.kinds[place + 1] = lexicon.FAMILY | lexicon.ODD
        tokens.starts[place + 1] = tokens.starts[place]
    for place in families:
        tokens.kinds[place + 1 : place + 4] = [lexicon.NAME | lexicon.FAMILY] * 3
    keep_places(tokens, [place not in joined for place in range(len(tokens.starts))])


@cache
def joining() -> frozenset[str]:
    """Folded words that join foreign surnames: فون، دير، دي."""
    return frozenset(fold(row["form"]) for row in table("name_parts.tsv") if row["abroad"] == "yes")


def joins(tokens: Places, place: int) -> bool:
    """Whether the letter at `place` belongs to a surname of several words: فان دايك, فون دير ل|اين."""
    if is_powell(tokens, place) or is_van(tokens, place) or is_behind_father(tokens, place) or is_family_before(tokens, place):
        return True
    if place < 2:
        return False
    if tokens.keys[place - 1] == HYPHEN and tokens.ends[place - 2] == tokens.starts[place - 1] and is_touching(tokens, place):
        return True
    if is_all_between_commas(tokens, place):
        return True
    if tokens.keys[place - 1] == NO and tokens.keys[place - 2] in joining():  # دي لا ب|وينتي
        return not is_noun(tokens.keys[place + 1])
    if tokens.keys[place - 1] not in joining():
        return False
    before = place - 3 if tokens.keys[place - 2] == HYPHEN else place - 2
    return tokens.keys[before] in joining() or bool(tokens.kinds[before] & (lexicon.NAME | lexicon.ODD))


def is_touching(tokens: Places, place: int) -> bool:
    """Whether no space stands between a hyphen behind a name and a letter, which is none of its word's own: تريسو-ف|يغالبا."""
    before, given = tokens.kinds[place - 2], tokens.kinds[place - 3] if place > 2 else 0
    named = given & (lexicon.NAME | lexicon.ODD) and not before & (~lexicon.PERSONAL | lexicon.DEFINITE)
    return bool(named) and tokens.ends[place - 1] == tokens.starts[place] and not is_noun(tokens.keys[place + 1])


def is_all_between_commas(tokens: Places, place: int) -> bool:
    """Whether a letter and its word are the surname behind a given name that commas set off: مدرب الفريق، سامي ل|موشي، عن كذا."""
    kinds, after = tokens.kinds, place + 2
    if not kinds[place - 2] & kinds[after] & lexicon.COMMA or tokens.keys[place] not in PREPOSITIONS:
        return False
    sure = not kinds[place - 1] & lexicon.DOUBTFUL or tokens.keys[place - 1] in usual_given_names()
    given = kinds[place - 1] & lexicon.NAME and sure
    return bool(given) and not kinds[place + 1] & (lexicon.DEFINITE | lexicon.COUNTRY | lexicon.FUNCTION)


def is_powell(tokens: Places, place: int) -> bool:
    """Whether باول stands behind a given name or speaks, written as the surname is: جيروم باول، قال باول إن; not بأول كرة."""
    if whole(tokens, place) != POWELL or tokens.text[tokens.starts[place + 1]] in SEATED:
        return False
    return bool(place > 0 and tokens.kinds[place - 1] & lexicon.NAME) or no_clitic_stands(tokens, place)


def is_van(tokens: Places, place: int) -> bool:
    """Whether فان joins a surname and is no فإن: between a given name, an office or a verb of saying and what is rare or a name, or
    between two rare words, or before one that أن or a colon follows: رودي فان دايك إن.
    """
    after = place + 2
    if (
        tokens.keys[place] != VAN[0]
        or whole(tokens, place) != VAN
        or after >= len(tokens.starts)
        or tokens.text[tokens.starts[place + 1]] in SEATED
    ):
        return False
    kind, key = tokens.kinds[after], tokens.keys[after]
    if key in joining():
        return True
    named = (kind & NAMELY or is_rare(key) or closes_van(tokens, after)) and key not in usual_given_names()
    if kind & (~NAMELY | lexicon.DEFINITE) or not named:
        return False
    if is_introduced(tokens, place) or is_given(tokens, place - 1, is_introduced(tokens, place - 1)):
        return True
    if tokens.kinds[after + 1] & (lexicon.THAT | lexicon.COLON):
        return True
    return place > 0 and not tokens.kinds[place - 1] & ~NAMELY and is_rare(tokens.keys[place - 1]) and is_rare(key)


def closes_van(tokens: Places, place: int) -> bool:
    """Whether any word of no class ends a phrase behind فان, as no clause does: فيرغيل فان | ديك،."""
    closed = tokens.kinds[place + 1] & (lexicon.PUNCTUATION | lexicon.THAT)
    return bool(closed) and not tokens.kinds[place] and not is_verb(tokens.keys[place])


def is_behind_father(tokens: Places, place: int) -> bool:
    """Whether a letter stands behind what needs a name behind it: محمود أبو و|طفة، سامي بن ل|حسن، سامي ولد ل|وليد."""
    if place > 1 and tokens.keys[place - 1] in descents() and tokens.keys[place] in PREPOSITIONS:
        return bool(tokens.kinds[place - 2] & tokens.kinds[place + 1] & lexicon.NAME)
    return place > 0 and tokens.keys[place - 1] == FATHER and tokens.keys[place] in CONJUNCTIONS


def is_family_before(tokens: Places, place: int) -> bool:
    """Whether the word with its letter is a family name between an office and two syllables: الوزير ف|ام فان دونغ."""
    if not place or whole(tokens, place) not in family_syllables() or tokens.text[tokens.starts[place + 1]] in SEATED:
        return False
    before, rest = tokens.kinds[place - 1], tokens.keys[place + 2 : place + 4]
    return bool(before & (INTRODUCES | lexicon.DEFINITE)) and len(rest) > 1 and all(key in syllables() for key in rest)


def whole(tokens: Places, place: int) -> str:
    """The word with the letter that was cut off it."""
    return tokens.keys[place] + tokens.keys[place + 1]


def follows_given(tokens: Places, place: int) -> bool:
    """Whether a given name stands before `place` (before ك an office or a verb of saying will do), and no letter shows a clitic."""
    if place < 1:
        return False
    first = first_of_given(tokens, place)
    told = tokens.keys[place] == LIKE and is_introduced(tokens, place)
    named = NAMELY | lexicon.DEFINITE if tokens.keys[first] in definite_names() else NAMELY
    if not told and (tokens.kinds[first] & ~named or not is_given(tokens, first, is_introduced(tokens, first))):
        return False
    return tokens.text[tokens.starts[place + 1]] not in SEATED and not is_accusative(whole(tokens, place))


def is_parent(tokens: Places, place: int) -> bool:
    """Whether a letter stands behind a name and a word of descent, which needs a name behind it: محمد ولد و|داعة، سيدي ولد ب|بانه.

    A preposition does only where what it would lead to is no word: not سالم ولد بمدينة كذا.
    """
    child = place > 1 and tokens.keys[place - 1] in descents()
    if child and tokens.keys[place] not in CONJUNCTIONS:
        child = is_no_word(tokens, place + 1) or begins_that(tokens, place + 1)
    if not child or tokens.keys[place + 1] in descents() or tokens.kinds[place + 1] & lexicon.PEOPLE:
        return False
    return bool(tokens.kinds[place - 2] & (lexicon.NAME | lexicon.ODD | lexicon.SPEECH)) or tokens.keys[place - 2] == GOD


def is_no_word(tokens: Places, place: int) -> bool:
    """Whether what a preposition's letter would lead to is no word that general text has often: ب|بانه; not بمدينة، بالقاهرة.

    Nor is a father as an object, whom no preposition leads to: ب|اباه.
    """
    key = tokens.keys[place]
    return not (tokens.kinds[place] & ~(lexicon.ODD | lexicon.FAMILY) or is_common(key)) or key.startswith(FATHER_MET)


def begins_that(tokens: Places, place: int) -> bool:
    """Whether letters look like بأن before a preposition's letter, as no preposition stands before it: ب|بانه."""
    return bool(tokens.kinds[place] & lexicon.THAT) and tokens.keys[place][0] in PREPOSITIONS


def is_accusative(key: str) -> bool:
    """Whether a word in ا is an adverb, or an office that somebody is given: كتابيا, واليا."""
    office = key.endswith(ALEF) and lexicon.word_classes().get(key[:-1], 0) & (lexicon.ROLE | lexicon.TITLE)
    return bool(office) or is_adverb(key)


def is_cut_name(tokens: Places, place: int) -> bool:
    """Whether the letter at `place`, behind a given name, begins a surname, since what follows it is no word of its own."""
    opens_name = openers().get(tokens.keys[place + 1]) == "yes"  # سالم نبهان و|ابو طلحة
    if opens_name or leads_to_thing(tokens, place):
        return False
    if is_f(tokens, place) or is_senseless(tokens, place) or closes_foreign(tokens, place) or begins_like_article(tokens, place):
        return True
    if not may_lack_letter(tokens, place + 1):
        return False
    letter, rest, kind = tokens.keys[place], tokens.keys[place + 1], tokens.kinds[place + 1]
    if letter in PREPOSITIONS:
        return (letter == LIKE or bool(kind & lexicon.DEFINITE)) and not is_noun(rest)
    expected = not kind & lexicon.ODD or is_broken(tokens, place + 1) or is_introduced(tokens, first_of_given(tokens, place))
    return letter in CONJUNCTIONS and expected and is_fragment(tokens, place + 1)


def leads_to_thing(tokens: Places, place: int) -> bool:
    """Whether ب and the article stand behind an Arab's name, which no surname of such a one begins with: رد سامر | بالإيجاب."""
    led = tokens.keys[place] == BY and tokens.keys[place + 1].startswith(ARTICLE)
    return led and tokens.keys[place - 1] not in known_abroad()


def is_f(tokens: Places, place: int) -> bool:
    """Whether ف stands between a given name and a part of a name that ends the phrase, where no clause follows: جورج ف|لويد."""
    rest, kind = tokens.keys[place + 1], tokens.kinds[place + 1]
    if tokens.keys[place] != CONJUNCTIONS[1] or kind & (~NAMELY | lexicon.DOUBTFUL | lexicon.DEFINITE) or not kind:
        return False
    after = tokens.kinds[place + 2] if place + 2 < len(tokens.starts) else lexicon.BREAK
    return rest not in usual_given_names() and bool(
        after & (lexicon.STOP | lexicon.BREAK | lexicon.COMMA | lexicon.CLOSES | lexicon.TIME)
    )


def is_senseless(tokens: Places, place: int) -> bool:
    """Whether و or ف stands before a conjunction that nothing follows, as none does: موسى ف|كي، رئيس اللجنة."""
    after = tokens.kinds[place + 2] if place + 2 < len(tokens.starts) else lexicon.BREAK
    closed = after & (lexicon.COMMA | lexicon.STOP | lexicon.BREAK | lexicon.COLON)
    return bool(closed and tokens.kinds[place + 1] & (lexicon.SUBORDINATE | lexicon.KAN)) and tokens.keys[place] in CONJUNCTIONS


def closes_foreign(tokens: Places, place: int) -> bool:
    """Whether the word with its letter closes a foreign name, where no clitic has a sense: مايك ب|ريزة إن, جاك ف|ارين، أن.

    Behind ب may stand how it is said (قال جاك بتردد إن), behind و another person; ل leads to who is told.
    """
    letter, rest, kind = tokens.keys[place], tokens.keys[place + 1], tokens.kinds[place + 1]
    acts = kind & (lexicon.SPEECH | lexicon.WAKING | lexicon.FUNCTION) or is_verb(rest)
    if letter == CONJUNCTIONS[1] and not acts and stands_before_that(tokens, place + 2):
        return is_introduced_name(tokens, place)
    if letter == ADDRESSING or kind & ~(WEAK & ~lexicon.DEFINITE | lexicon.NAME | lexicon.CITY):
        return False
    if tokens.keys[place - 1] not in known_abroad() or rest in usual_given_names():
        return False
    if is_apposed(tokens, place):
        return letter == CONJUNCTIONS[1] or (letter != BY and not is_noun(rest))
    if not is_introduced_name(tokens, place):
        return False
    if letter in (CONJUNCTIONS[1], LIKE):
        return closes_name(tokens, place + 2)
    if place + 2 >= len(tokens.starts) or not ends_source(tokens, place + 2):
        return False
    if letter == BY:
        manner = is_known(rest) and (not kind or (is_noun(rest) and not kind & lexicon.NAME))
        return rest not in known_abroad() and not (is_common(whole(tokens, place)) or manner)
    return not kind & (lexicon.NAME | lexicon.FAMILY | lexicon.CITY) and is_rare(rest)


def begins_like_article(tokens: Places, place: int) -> bool:
    """Whether the article behind a letter is letters of a surname: زوران ف|الديراما, كلارا و|الترز, but not خالد و|العتيبي.

    General text knows the whole word nearly as well as the one without its letter, or ف stands where the source ends.
    """
    letter, rest, kind = tokens.keys[place], tokens.keys[place + 1], tokens.kinds[place + 1]
    if not rest.startswith(ARTICLE) or kind & ~(WEAK | lexicon.NAME | lexicon.CITY) or letter == ADDRESSING:
        return False
    if letter == CONJUNCTIONS[0] and (tokens.keys[place - 1] in usual_given_names() or rest.endswith(YA)):
        return False
    known, count = frequencies().get(rest, 0), frequencies().get(whole(tokens, place), 0)
    if count or known:
        told = count >= known * WHOLE_SHARE and not (known and letter == BY)
    else:
        told = letter != CONJUNCTIONS[0] and not is_common(rest.removeprefix(ARTICLE))
    return told or ((letter == CONJUNCTIONS[1] or not known) and closes_name(tokens, place + 2))


def is_broken(tokens: Places, place: int) -> bool:
    """Whether no text has a word and it begins as none does, in a page that writes hamzas: و|اينبرغ; or has few letters: و|نتر."""
    key = tokens.keys[place]
    if tokens.kinds[place] & ~lexicon.ODD or is_known(key):
        return False
    strange = key.startswith(ALEF) and is_unheard(key)
    return len(key) < SHORT or (strange and any(seat in tokens.text for seat in SEATED))


def stands_before_that(tokens: Places, place: int) -> bool:
    """Whether إن or a colon stands at `place`, so that no ف has a sense before the word before it: قال جيمس ف|ولي إن."""
    kind = tokens.kinds[place]
    return bool(kind & (lexicon.THAT | lexicon.COLON)) and tokens.keys[place][0] not in PREPOSITIONS


def is_apposed(tokens: Places, place: int) -> bool:
    """Whether a name of two words stands between commas behind an office, or behind وفقا ل: رئيس اللجنة، جيمس ف|لين، أن."""
    first, after = place - 1, place + 2
    if first < 2 or after >= len(tokens.starts):
        return False
    if tokens.kinds[first - 1] & lexicon.COMMA:
        return bool(tokens.kinds[first - 2] & lexicon.DEFINITE and tokens.kinds[after] & lexicon.COMMA)
    led = tokens.kinds[first - 2] & lexicon.ACCORDING and tokens.keys[first - 1] == ADDRESSING
    return bool(led) and closes_name(tokens, after)


def closes_name(tokens: Places, place: int) -> bool:
    """Whether a source ends before `place`, or a comma, فإن or a definite office stands there: كلارا ف|الكاو، أن."""
    if place + 1 >= len(tokens.starts):
        return False
    kind, after = tokens.kinds[place], tokens.kinds[place + 1]
    office = kind & lexicon.DEFINITE and kind & lexicon.ROLE
    return bool(kind & lexicon.COMMA or office or (kind & lexicon.PREFIX and after & lexicon.THAT)) or ends_source(tokens, place)


def may_be_whole(tokens: Places, place: int) -> bool:
    """Whether the word at `place` may be a surname if the page has it where no clitic stands; ل leads to who is spoken to."""
    letter = tokens.keys[place]
    return letter != ADDRESSING and (letter != BY or not is_common(whole(tokens, place)))


def no_clitic_stands(tokens: Places, place: int) -> bool:
    """Whether a clitic has no sense at `place`: قال كاين إن، أشار كاين إلى أن، and as a label that is no noun, كاين: كذا."""
    before = tokens.kinds[place - 1] if place else lexicon.BREAK
    after = tokens.kinds[place + 2]
    if before & lexicon.SPEECH:
        return bool(after & (lexicon.THAT | lexicon.COLON | lexicon.OPENS)) or leads_to_that(tokens, place + 2)
    labels = before & lexicon.BREAK and after & lexicon.COLON and tokens.keys[place] in PREPOSITIONS
    return bool(labels) and not is_noun(tokens.keys[place + 1])


def leads_to_that(tokens: Places, place: int) -> bool:
    """Whether إلى أن stands at `place`."""
    return tokens.keys[place] == TO and bool(tokens.kinds[place + 1] & lexicon.THAT)


def may_lack_letter(tokens: Places, place: int) -> bool:
    """Whether the word behind a cut letter is in no table, and nothing in its letters shows where it ends."""
    written = tokens.text[tokens.starts[place] : tokens.ends[place]]
    if tokens.kinds[place] & ~WEAK or is_several(tokens.keys[place]):
        return False
    return not written.endswith(ENDINGS)


def is_noun(key: str) -> bool:
    """Whether general text has the article before a word as often as before nouns: ضيف, الاسد, but not هربا, الاك."""
    bare, known = key.removeprefix(ARTICLE), frequencies()
    return known.get(ARTICLE + bare, 0) > NOUN_SHARE * known.get(bare, 0)


def is_fragment(tokens: Places, place: int) -> bool:
    """Whether a word behind و or ف is none that general text uses: يتسن before أن, and ارد, which is none without its hamza."""
    key, after = tokens.keys[place], tokens.kinds[place + 1]
    if tokens.kinds[place] & lexicon.DEFINITE and len(key) > LONGEST_FRAGMENT:
        return False
    if key[0] == ALEF and len(key) >= SHORT and is_known(IMPERFECT_HEADS[0] + key[1:]):  # سالم الكندي و|اطلع على
        return False
    if key.startswith(ARTICLE[0]) and len(key) <= SHORT:
        return not is_noun(key)
    count = frequencies().get(key, 0)
    return (count < RARE_BELOW and not is_verb(key)) or (count < COMMON_FROM and bool(after & (lexicon.THAT | lexicon.COLON)))
